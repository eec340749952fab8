//! (in work)

mod budget;

pub use budget::{BudgetStatus, CampaignCost, Cost, CostReport, ResourceCost, TaskCost, cost};

//! Response: what more or less spending would bring, and the best split of a budget.
mod budget;
mod transform;
pub use budget::{
    AllocateBudgetRequest, BudgetAllocation, BudgetChannel, CampaignBudget, ChannelBudget, SpendBound,
    allocate_budget,
};
pub use transform::{
    Adstock, ResponseShape, Saturation, TransformSeriesReport, TransformSeriesRequest, transform_series,
};

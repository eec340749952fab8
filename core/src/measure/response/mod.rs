//! Response: what more or less spending would bring, and the best split of a budget.
//!
//! [`transform_series`] carries inputs over and saturates them by the conventions of PyMC-Marketing and of Robyn, both by
//! name; [`allocate_budget`] splits a budget among channels whose response curves are known. The formulas stand with
//! [`Adstock`] and [`Saturation`].
mod budget;
mod transform;
pub use budget::{
    AllocateBudgetRequest, BudgetAllocation, BudgetChannel, CampaignBudget, ChannelBudget, SpendBound,
    allocate_budget,
};
pub use transform::{Adstock, Saturation, TransformSeriesReport, TransformSeriesRequest, transform_series};

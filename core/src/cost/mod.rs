//! Cost: what the work was to cost, what it has earned and what it will cost.
//!
//! Earned value prices the work that is done at its budget, so that the same sum can be held against
//! the plan (are we late?) and against the invoices (are we dear?). [`earned_value`] does it by item
//! and in total, with the four usual forecasts; [`earned_schedule`] turns the delay from money into
//! time. [`set_baseline`] stores a schedule as what was agreed, and [`variance`] tells how far another is from it.
//! Amounts are whole hundredths throughout; only ratios are floating-point numbers.

mod budget;
mod earned_schedule;
mod earned_value;
#[cfg(test)]
mod tests;
mod variance;

pub use budget::{BudgetStatus, CampaignCost, Cost, CostReport, ResourceCost, TaskCost, cost};
pub use earned_schedule::{EarnedSchedule, EarnedScheduleRequest, earned_schedule};
pub use earned_value::{
    EarnedValue, EarnedValueItem, EarnedValueLine, EarnedValueReport, ForecastMethod, Forecasts, earned_value,
};
pub use variance::{
    BaselineOptions, CampaignVariance, TaskVariance, Variance, VarianceOptions, VarianceReport, set_baseline,
    variance,
};

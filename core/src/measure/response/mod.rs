//! Response: what more or less spending would bring, and the best split of a budget.
//!
//! [`transform_series`] carries inputs over and saturates them by the conventions of PyMC-Marketing and of Robyn, both by
//! name; [`fit_response`] estimates what spend brought (the method stands with it), [`allocate_budget`] splits a budget among channels whose response curves are known. The formulas stand with
//! [`Adstock`] and [`Saturation`].
mod budget;
mod fit;
mod split;
mod transform;
pub use budget::{
    AllocateBudgetRequest, BudgetAllocation, BudgetChannel, CampaignBudget, ChannelBudget, SpendBound,
    SpendResponse, allocate_budget,
};
pub use fit::{
    FitResponseOptions, FitResponseReport, ResponseChannel, ResponseChannelFit, ResponseCurvePoint,
    ResponseFitPoint, ResponseFitQuality, ResponseTerm, ResponseTermKind, fit_response,
};
pub use transform::{Adstock, Saturation, TransformSeriesReport, TransformSeriesRequest, transform_series};

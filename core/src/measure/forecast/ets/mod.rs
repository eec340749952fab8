//! Exponential smoothing as innovations state space models: 30 forms, their likelihood, fit and forecasts.
//!
//! Source: Hyndman, Koehler, Ord and Snyder, *Forecasting with Exponential Smoothing: The State Space Approach* (2008);
//! the restrictions, bounds, starting states and the scale of the likelihood are those of R's `forecast::ets`.

pub(crate) mod filter;
pub(crate) mod fit;
pub(crate) mod form;
pub(crate) mod start;
pub(crate) mod variance;

//! A response fit: an outcome by spend that carries over and saturates, beside season, trend and controls.
//!
//! # The model
//! outcomeₜ = constant + Σ βⱼ saturationⱼ(adstockⱼ(spendⱼ))ₜ + Σ γ controlₜ + trend + season + errorₜ. The trend is
//! row ÷ period with the first row 0; the season is sines and cosines of 2π k row ÷ period.
//!
//! The coefficients minimise Σ error² + λ Σ (coefficient · deviation of its column)², deviations with n, the constant free
//! of penalty: ridge regression on standardised columns (Hoerl and Kennard 1970). Channels' coefficients are kept from
//! falling below 0 by the active set of Lawson and Hanson (1974), so the optimum is exact.
//!
//! # What is chosen
//! Where λ or shapes are left open they are those that best predict the last third of the rows, block by block, each from
//! the rows before it alone. Shapes are chosen channel by channel in the order of their names, the others held, for two
//! rounds: a good choice, not proven to be the best of all combinations. λ is one of 0 and n · 10^(−5 … 1).
//!
//! # Intervals
//! Blocks of residuals drawn with replacement (Künsch 1989, the blocks wrapped around the end) keep what neighbours have
//! in common. They are stretched by √(n ÷ (n − effective parameters)), added to the outcomes and fitted again; the
//! intervals are percentiles. Added to the outcomes and not to the fitted values, so that the penalty does not shrink
//! twice. They hold λ and the shapes as chosen and know nothing of the bias of the penalty: the report says both.
//!
//! # Complexity
//! O(rows × columns²) for a fit, times folds, penalties and shapes for a search; O(rows × columns) for each draw.
#![allow(clippy::neg_cmp_op_on_partial_ord, reason = "what is not a number must fail the comparison")]

mod build;
mod options;
mod report;
mod ridge;

pub use build::fit_response;
pub use options::{FitResponseOptions, ResponseChannel};
pub use report::{
    FitResponseReport, ResponseChannelFit, ResponseCurvePoint, ResponseFitPoint, ResponseFitQuality,
    ResponseTerm, ResponseTermKind,
};

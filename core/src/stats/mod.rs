//! Statistics that the measurement rests on: functions, distributions, random draws, linear algebra, optima.
//!
//! Everything that is not exact arithmetic goes through [`math`] (the one door to `libm`), so that the same input
//! gives the same bits natively and in a browser.
//!
//! | file | holds |
//! |---|---|
//! | `math` | exponentials, logarithms, powers, error function, logarithm of the gamma function |
//! | `special` | incomplete gamma and beta functions |
//! | `distribution` | distribution functions and quantiles |
//! | `random` | seeded normal, gamma and beta draws |
//! | `exact` | sums that are the same in any order, to the last bit |
//! | `proportion` | intervals of shares and of their differences |
//! | `summary` | sums, means, variances, quantiles of samples |
//! | `linear` | least squares and systems of equations |
//! | `noncentral` | power of Student's test |
//! | `quadrature` | integrals by Gauss and Legendre |
//! | `regression` | least squares with robust, clustered and autocorrelated errors |
//! | `optimum` | minima of functions without derivatives |
//! | `simplex` | least squares with weights that are shares |
//! | `ziggurat` | fast normal draws |
//! | `descent` | minima of smooth functions with a gradient |
//! | `stl` | local regression, decomposition of seasonal series |
#![allow(
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    reason = "`!(x > 0.0)` is meant to hold of what is no number too; formulas are written with their indices"
)]

pub(crate) mod ascent;
pub(crate) mod binomial;
pub(crate) mod descent;
pub(crate) mod distribution;
pub(crate) mod exact;
pub(crate) mod linear;
pub(crate) mod math;
pub(crate) mod noncentral;
pub(crate) mod optimum;
pub(crate) mod proportion;
pub(crate) mod quadrature;
pub(crate) mod random;
pub(crate) mod regression;
pub(crate) mod simplex;
pub(crate) mod sobol;
pub(crate) mod special;
pub(crate) mod stl;
pub(crate) mod summary;
#[cfg(test)]
mod tests;
pub(crate) mod ziggurat;

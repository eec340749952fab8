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
//! | `summary` | sums, means, variances, quantiles of samples |
//! | `linear` | least squares and systems of equations |
//! | `optimum` | minima of functions without derivatives |

pub(crate) mod binomial;
pub(crate) mod convergence;
pub(crate) mod digamma;
pub(crate) mod distribution;
pub(crate) mod linear;
pub(crate) mod math;
pub(crate) mod nuts;
pub(crate) mod optimum;
pub(crate) mod random;
pub(crate) mod special;
pub(crate) mod summary;
#[cfg(test)]
mod tests;

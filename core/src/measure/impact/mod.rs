//! Causal impact: what did an intervention do to a series, or to one unit among others?
//!
//! | operation | question | needs |
//! |---|---|---|
//! | [`causal_impact`] | what did it do to this series? | a series, best with controls that it did not touch |
//! | [`synthetic_control`] | what did it do to this unit? | several units over time, one of them treated |
//! | [`fit_local_level`] | where is the level, where does it go? | a series |
//!
//! # The model of [`causal_impact`]
//!
//! A structural time series (Harvey 1989) is learned from the rows before the intervention and continued after it:
//!
//! ```text
//! y(t) = level(t) + season(t) + β x(t) + ε(t)       ε ~ N(0, σ²)
//! level(t+1) = level(t) + η(t)                      a slope is added with `local_linear`
//! season(t+1) = −Σ last seasons − 1 effects + ω(t)
//! ```
//!
//! Everything is measured in deviations of y before the intervention, each control in its own. The priors are those of
//! R's `CausalImpact` 1.4 with `bsts` 0.9.10:
//!
//! | of | prior |
//! |---|---|
//! | steps of the level | 1 ÷ σ² ~ Gamma(32 ÷ 2, 32 × 0.01² ÷ 2), σ ≤ 1; `prior_level_sd` is the 0.01 |
//! | steps of the season | 1 ÷ σ² ~ Gamma(0.01 ÷ 2, 0.01 × 0.01² ÷ 2), σ ≤ 1 |
//! | first level | N(first outcome, 1); first seasons N(0, 1) |
//! | noise without controls | 1 ÷ σ² ~ Gamma(0.01 ÷ 2, 0.01 ÷ 2), σ ≤ 1.2 |
//! | noise with controls | 1 ÷ σ² ~ Gamma(50 ÷ 2, 50 × (1 − 0.8) ÷ 2), σ ≤ 1.2 |
//! | coefficients | in the model with probability min(1, 3 ÷ columns), the constant being a column; then N(0, σ² Ω), Ω⁻¹ = 0.01 (½ XᵀX + ½ diag XᵀX) ÷ rows, over the rows before and after |
//!
//! The slope, which R's function does not offer, has the prior of the level and begins at N(0, 1).
//!
//! A round of the sampler draws the states given the rest, by the filter of Kalman forward and draws backward for a level
//! alone (Carter and Kohn 1994) and by the simulation smoother of Durbin and Koopman (2002) otherwise; then the variances;
//! then which controls are in the model, with coefficients and noise integrated out, then those (George and McCulloch
//! 1997). The states of the rows after the intervention are drawn from the model alone: they carry no information, so
//! the posterior is that of R, which draws them with the others.
//!
//! Conventions, where tools differ: the prediction of a row is the mean over the draws without noise, its interval that of
//! the draws with noise. The relative effect is the mean over the draws of Σ actual ÷ Σ predicted − 1 (R since 1.3), not
//! the ratio of means. The tail probability is one-sided and counts the data as a draw, so that it is never 0. Rounds are
//! left out at the beginning up to the first that is as likely as the least likely of the last tenth. With controls the
//! expected model size is 3, as in R; ports that take 2 give other results.
//!
//! # References
//! - Brodersen, Gallusser, Koehler, Remy and Scott, *Inferring causal impact using Bayesian structural time-series models*
//!   (2015).
//! - Scott and Varian, *Predicting the present with Bayesian structural time series* (2014).
//! - Durbin and Koopman, *A simple and efficient simulation smoother for state space time series analysis* (2002).
//! - Harvey, *Forecasting, Structural Time Series Models and the Kalman Filter* (1989).
//! - George and McCulloch, *Approaches for Bayesian variable selection* (1997).

mod analysis;
mod axis;
mod draw;
mod frame;
mod gibbs;
mod infer;
mod level;
mod likelihood;
mod local_level;
mod options;
mod report;
mod spike;
mod states;
mod synthetic;
#[cfg(test)]
mod tests;

pub use analysis::causal_impact;
pub use axis::TimePoint;
pub use local_level::{
    LocalLevelCoefficient, LocalLevelForecast, LocalLevelOptions, LocalLevelPoint, LocalLevelReport,
    fit_local_level,
};
pub use options::{CausalImpactOptions, ImpactTrend};
pub use report::{
    CausalImpactReport, ImpactCoefficient, ImpactDirection, ImpactEffect, ImpactModel, ImpactPeriod,
    ImpactPlacebo, ImpactPoint,
};
pub use synthetic::{
    SyntheticBalance, SyntheticControlOptions, SyntheticControlReport, SyntheticLeaveOneOut,
    SyntheticPlacebo, SyntheticPoint, SyntheticPredictor, SyntheticWeight, synthetic_control,
};

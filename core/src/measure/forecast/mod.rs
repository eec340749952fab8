//! Forecasts: what comes next, how sure that is, and whether a target will be reached.
//!
//! # Method
//! **Exponential smoothing** as innovations state space models, all 30 forms: error added or a share (A, M), trend
//! none, added, multiplied, each damped or not (N, A, Ad, M, Md), season none, added or a share (N, A, M). With q the
//! level continued by the trend and s the season:
//!
//! ```text
//! forecast  f = q + s  or  q × s           error  e = y − f   (a share: ε = e ÷ f)
//! level     l = q + α d                    d = e, or e ÷ s where the season is a share
//! trend     b = φ b + β d                  or  bᵠ + β d ÷ l where growth multiplies
//! season    s = s + γ e                    or  s + γ e ÷ q
//! −2 log L  n ln Σ e²                      or  n ln Σ ε² + 2 Σ ln |f|
//! ```
//!
//! Smoothing parameters and starting states are estimated together by maximum likelihood, along the exact derivative
//! of the recursion, from six starts. The choice among forms is by Akaike's corrected criterion, with the
//! restrictions of R's `forecast::ets`: 0 < β < α < 1, 0 < γ < 1 − α, 0.8 ≤ φ ≤ 0.98, no forms whose variance is not
//! finite, no growth rates unless allowed. The log-likelihood is on R's scale, without constants.
//!
//! **Where we differ from R 8.20**: R stops its simplex early, so our likelihoods are at least as high. For
//! ETS(M,Ad,M) R's forecasts add the whole trend once more where its own recursion adds the damped one; ours add the
//! damped trend. For forms with an added season and no trend R counts γ in the variance one step early.
//!
//! Other methods: theta (as `thetaf`), Holt–Winters (as `stats::HoltWinters`), STL with exponential smoothing for long
//! or several seasons (as `stlf`), the last season again, the last value, drift, the mean.
//!
//! **Intervals** are by formula where there is one (errors, trend and season added; errors shares with an added trend;
//! naive methods; theta) and by seeded simulation elsewhere. **The total** over the horizon is simulated, since errors
//! of neighbouring steps go together; the probability to reach a target is the share of paths that do.
//!
//! # Operations
//! | question | operation |
//! |---|---|
//! | What comes next, will we reach the target? | [`forecast()`] |
//! | How good would such forecasts have been? | [`backtest`] |
//! | What is season, what is trend? | [`decompose`] |
//! | Is it rising? | [`trend`] |
//!
//! # References
//! - Hyndman, Koehler, Ord and Snyder, *Forecasting with Exponential Smoothing: The State Space Approach* (2008).
//! - Hyndman and Khandakar, *Automatic time series forecasting: the forecast package for R* (2008).
//! - Assimakopoulos and Nikolopoulos, *The theta model* (2000); Hyndman and Billah, *Unmasking the Theta method* (2003).
//! - Cleveland and others, *STL* (1990); Bandara, Hyndman and Bergmeir, *MSTL* (2021).
//! - Hyndman and Koehler, *Another look at measures of forecast accuracy* (2006).

mod backtest;
mod decompose;
mod document;
pub(crate) mod ets;
mod evidence;
mod holt_winters;
mod model;
mod run;
pub(crate) mod series;
#[cfg(test)]
mod tests;
mod trend;

pub use backtest::{
    BacktestFold, BacktestOptions, BacktestReport, BacktestStep, ForecastAccuracy, IntervalCoverage, backtest,
};
pub use decompose::{DecomposeOptions, DecomposeReport, SeasonalPart, decompose};
pub use document::{
    EtsBounds, EtsParameters, ForecastCandidate, ForecastFit, ForecastModel, ForecastOptions, ForecastPast,
    ForecastPoint, ForecastReport, ForecastTotal, MissingValues, PredictionInterval, RunningTotal,
    SeasonKind,
};
pub use ets::form::{EtsError, EtsSeason, EtsTrend};
pub use run::forecast;
pub use trend::{CalendarBucket, CalendarSum, TrendOptions, TrendOutlier, TrendReport, trend};

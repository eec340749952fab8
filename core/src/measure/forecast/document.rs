//! Options and report of a forecast.

use serde::{Deserialize, Serialize};

use crate::measure::Evidence;

use super::ets::form::{EtsError, EtsSeason, EtsTrend};

/// How a forecast is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ForecastModel {
    /// Exponential smoothing with one season of up to 24 steps; `stl_ets` with longer or several seasons.
    #[default]
    Auto,
    /// Exponential smoothing in state space form; `model` says which forms are tried.
    Ets,
    /// Seasons taken off by STL, exponential smoothing of the rest, seasons put on again.
    StlEts,
    /// The theta method: simple smoothing with half the slope of a straight line.
    Theta,
    /// The classical recursion of Holt and Winters with least squares, as R's `HoltWinters`.
    HoltWinters,
    /// The last season again.
    SeasonalNaive,
    /// The last value again.
    Naive,
    /// The last value, and the mean change from step to step.
    Drift,
    /// The mean of all values.
    Mean,
}

/// Where the smoothing parameters of exponential smoothing may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EtsBounds {
    /// Both of the others.
    #[default]
    Both,
    /// Weights of averages: 0 < β < α < 1, 0 < γ < 1 − α.
    Usual,
    /// Wherever the distant past is forgotten.
    Admissible,
}

/// How missing values are treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MissingValues {
    /// The operation refuses them, and says how many there are.
    #[default]
    Refuse,
    /// They are filled along straight lines, of the series without its season where it has one; the report says how
    /// many were filled. Those before the first and after the last value are left out.
    Interpolate,
}

/// Whether seasons are added or multiply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SeasonKind {
    /// Seasons are added.
    #[default]
    Additive,
    /// Seasons are shares; the values must be positive.
    Multiplicative,
}

/// Parameters of exponential smoothing: estimated in a report, held in options.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct EtsParameters {
    /// α: how far the level follows an error, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alpha: Option<f64>,
    /// β: how far the trend follows an error (αβ* in other notations), 0 to 4.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub beta: Option<f64>,
    /// γ: how far the season follows an error, 0 to 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gamma: Option<f64>,
    /// φ: what is left of the trend after a step, above 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phi: Option<f64>,
    /// Level before the first value. Held only with the trend and season that the form has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub level: Option<f64>,
    /// Trend before the first value: a change, or a factor where growth multiplies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trend: Option<f64>,
    /// Season of the first value and those after it, one period.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub season: Vec<f64>,
}

/// Options of [`forecast`](super::forecast()).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ForecastOptions {
    /// Column of the values.
    pub value: String,
    /// Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their order,
    /// evenly spaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Steps to forecast, 1 to 10,000.
    pub horizon: u64,
    /// Steps of each season, for example 12 for months of a year. Empty: what the step of the dates usually has (7
    /// for days, 24 and 168 for hours, 52 for weeks, 12 for months, 4 for quarters), none without dates. `[1]`: none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<u64>,
    /// How the forecast is made.
    pub method: ForecastModel,
    /// Forms of exponential smoothing that are tried, by error, trend and season: `A` added, `M` multiplied, `N` none,
    /// `Z` any, a `d` after the trend where it is damped: `ZZZ`, `MAM`, `AAdN`.
    pub model: String,
    /// Whether the automatic choice may grow by a rate; R's default is not to, because such forecasts run away.
    pub multiplicative_trend: bool,
    /// Where the smoothing parameters may lie.
    pub bounds: EtsBounds,
    /// Parameters held instead of estimated, for `ets` (all states or none) and `holt_winters` (α, β, γ).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<EtsParameters>,
    /// Kind of season of `holt_winters`.
    pub season: SeasonKind,
    /// Levels of the intervals, each above 0 and below 1, at most 10.
    pub levels: Vec<f64>,
    /// Cuts forecasts, intervals and paths at 0, for what cannot be negative.
    pub non_negative: bool,
    /// How missing values are treated.
    pub missing: MissingValues,
    /// Total to reach over the horizon, together with `so_far`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// What has been reached of the total before the first step of the forecast.
    pub so_far: f64,
    /// The total is to stay below the target instead of reaching it.
    pub at_most: bool,
    /// Simulated paths, 100 to 100,000: for the total, and for intervals without a formula.
    pub paths: u64,
    /// Intervals by simulation even where there is a formula.
    pub simulate: bool,
    /// Seed of the simulation.
    pub seed: u64,
    /// Whether the report lists what the model says of each past value.
    pub fitted: bool,
    /// Past values that the report repeats, the last ones, for pictures: 0 to 10,000.
    pub history: u64,
}

impl Default for ForecastOptions {
    fn default() -> Self {
        Self {
            value: "value".into(),
            time: None,
            horizon: 12,
            periods: Vec::new(),
            method: ForecastModel::Auto,
            model: "ZZZ".into(),
            multiplicative_trend: false,
            bounds: EtsBounds::Both,
            parameters: None,
            season: SeasonKind::Additive,
            levels: vec![0.8, 0.95],
            non_negative: false,
            missing: MissingValues::Refuse,
            target: None,
            so_far: 0.0,
            at_most: false,
            paths: 2000,
            simulate: false,
            seed: 1,
            fitted: false,
            history: 120,
        }
    }
}

/// An interval that the future value lies in with a given probability, if the model holds.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PredictionInterval {
    /// Its probability.
    pub level: f64,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Forecast of one step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastPoint {
    /// Steps after the last value, from 1.
    pub step: u64,
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The forecast.
    pub value: f64,
    /// Its intervals, in the order of the levels asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intervals: Vec<PredictionInterval>,
}

/// A past value that the forecast rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastPast {
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The value, filled where it was missing.
    pub value: f64,
}

/// What has been reached after a step of the forecast.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunningTotal {
    /// Steps after the last value, from 1.
    pub step: u64,
    /// What was reached before + the sum of the forecasts so far.
    pub value: f64,
    /// Its intervals, from simulated paths.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intervals: Vec<PredictionInterval>,
}

/// Total over the horizon, with what was reached before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastTotal {
    /// What was reached before + the sum of the forecasts.
    pub value: f64,
    /// Its intervals, from simulated paths: errors of neighbouring steps go together, so these are not the sums of the
    /// intervals of the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intervals: Vec<PredictionInterval>,
    /// What was reached before the first step.
    #[serde(default)]
    pub so_far: f64,
    /// The way to the total: at every step, of more than 60 steps at 60 of them, the last among them. Only where a
    /// target was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub path: Vec<RunningTotal>,
    /// The target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// Share of simulated paths whose total keeps the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub probability: Option<f64>,
    /// Target − total: what is missing at the end if it goes on like this, negative if more than enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
}

/// A form of exponential smoothing that was tried.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastCandidate {
    /// Its name, like `ETS(M,Ad,M)`.
    pub name: String,
    /// Log-likelihood without constants, on the scale of R's forecast.
    pub log_likelihood: f64,
    /// Akaike's criterion, corrected for small samples: less is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aicc: Option<f64>,
}

/// How the chosen model fits the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastFit {
    /// Name of the model, like `ETS(M,Ad,M)`.
    pub name: String,
    /// Kind of error, for exponential smoothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<EtsError>,
    /// Kind of trend, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend: Option<EtsTrend>,
    /// Kind of season, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season: Option<EtsSeason>,
    /// Its parameters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<EtsParameters>,
    /// States after the last value: level, trend and the seasons to come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub states: Option<EtsParameters>,
    /// Log-likelihood without constants, on the scale of R's forecast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_likelihood: Option<f64>,
    /// Akaike's criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aic: Option<f64>,
    /// Akaike's criterion, corrected for small samples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aicc: Option<f64>,
    /// Schwarz's criterion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bic: Option<f64>,
    /// Variance of the errors: of shares where errors are shares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance: Option<f64>,
    /// Mean squared error of one step, in the past.
    pub mse: f64,
    /// Mean absolute error of one step, in the past.
    pub mae: f64,
    /// That as a multiple of the mean change from season to season (MASE); below 1: better than the last season again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mase: Option<f64>,
}

/// What [`forecast`](super::forecast()) finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastReport {
    /// Method used.
    pub method: ForecastModel,
    /// Values used.
    pub rows: u64,
    /// Missing values that were filled.
    pub filled: u64,
    /// Seasons used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<u64>,
    /// The last of the past values, in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<ForecastPast>,
    /// The forecasts, step by step.
    pub points: Vec<ForecastPoint>,
    /// The total over the horizon.
    pub total: ForecastTotal,
    /// The model.
    pub fit: ForecastFit,
    /// The forms tried, best first, where there was a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<ForecastCandidate>,
    /// What the model says of each past value; `null` for the values that it starts from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fitted: Vec<Option<f64>>,
    /// How much it proves.
    pub evidence: Evidence,
}

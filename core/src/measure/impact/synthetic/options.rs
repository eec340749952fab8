//! What [`synthetic_control`](super::synthetic_control) is told and what it answers.

use serde::{Deserialize, Serialize};

use super::super::axis::TimePoint;
use super::super::report::ImpactPeriod;
use crate::measure::Evidence;

/// A number that the synthetic unit should have in common with the treated one: the mean of a column over some times.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SyntheticPredictor {
    /// Column. Missing values are left out of the mean.
    pub column: String,
    /// Times to average over. Default: all before the intervention.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<TimePoint>,
}

/// Options of [`synthetic_control`](super::synthetic_control).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SyntheticControlOptions {
    /// Column of the units. Default `unit`.
    pub unit: String,
    /// Column of the time: dates, or numbers such as years. Default `time`.
    pub time: String,
    /// Column of the outcome. Default `outcome`.
    pub outcome: String,
    /// The unit that was treated. Must be given.
    pub treated: String,
    /// First moment of the treatment, as the time column writes it. Must be given.
    pub intervention: Option<TimePoint>,
    /// Units to mix. Default: all others.
    pub donors: Vec<String>,
    /// What the mix should have in common with the treated unit. Default none: the outcome itself, row by row.
    pub predictors: Vec<SyntheticPredictor>,
    /// Weights of the predictors, not below 0, in their order. Default: those with which the mix follows the outcome best
    /// before the treatment.
    pub predictor_weights: Vec<f64>,
    /// First moment at which the outcome should be followed. Default: the first row.
    pub fit_start: Option<TimePoint>,
    /// Last moment at which the outcome should be followed. Default: the last before the treatment.
    pub fit_end: Option<TimePoint>,
    /// Tries of predictor weights for each fit. From 100 to 200,000, default 6,000.
    pub evaluations: u64,
    /// Placebo test in space: each donor in turn is treated as if it had been the one. Default yes.
    pub placebos_in_space: bool,
    /// Placebo test in time: an earlier moment is treated as if it had been the one. Default none.
    pub placebo_time: Option<TimePoint>,
    /// Repeats the fit without each donor that has a share. Default yes.
    pub leave_one_out: bool,
}

impl Default for SyntheticControlOptions {
    fn default() -> Self {
        Self {
            unit: "unit".to_owned(),
            time: "time".to_owned(),
            outcome: "outcome".to_owned(),
            treated: String::new(),
            intervention: None,
            donors: Vec::new(),
            predictors: Vec::new(),
            predictor_weights: Vec::new(),
            fit_start: None,
            fit_end: None,
            evaluations: 6_000,
            placebos_in_space: true,
            placebo_time: None,
            leave_one_out: true,
        }
    }
}

/// What would have happened to the treated unit, as a mix of others says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyntheticControlReport {
    /// Mean of actual − synthetic from the treatment on.
    pub average_effect: f64,
    /// Sum of actual − synthetic from the treatment on.
    pub cumulative_effect: f64,
    /// Cumulative effect ÷ the sum of the synthetic outcome; absent where that is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_effect: Option<f64>,
    /// Share of each donor, by name.
    pub weights: Vec<SyntheticWeight>,
    /// How alike the mix is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub balance: Vec<SyntheticBalance>,
    /// What the shares make smallest: the weighted sum of squares over the scaled predictors, or the sum of squares of the
    /// outcome over the times to be followed.
    pub loss: f64,
    /// How much smaller it could be at most: the proof that the shares are the best.
    pub loss_gap: f64,
    /// Mean square of actual − synthetic over the times to be followed.
    pub fit_mspe: f64,
    /// Root of the mean square of actual − synthetic at all times before the treatment.
    pub pre_rmspe: f64,
    /// The same from the treatment on.
    pub post_rmspe: f64,
    /// The second ÷ the first; absent where the first is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rmspe_ratio: Option<f64>,
    /// Actual and synthetic outcome: the picture.
    pub series: Vec<SyntheticPoint>,
    /// Each donor treated as if it had been the one, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placebos_in_space: Vec<SyntheticPlacebo>,
    /// Share of the treated unit and the placebos whose ratio is at least that of the treated unit (a permutation test).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_value: Option<f64>,
    /// The fit at an earlier moment, judged from there to the treatment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placebo_in_time: Option<SyntheticPlacebo>,
    /// The fit without each donor that has a share.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave_one_out: Vec<SyntheticLeaveOneOut>,
    /// How much this proves.
    pub evidence: Evidence,
}

/// The share of a donor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyntheticWeight {
    /// Donor.
    pub unit: String,
    /// Its share, 0 to 1.
    pub weight: f64,
}

/// A predictor in the treated unit and in the mix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyntheticBalance {
    /// Column.
    pub predictor: String,
    /// Its weight, 0 to 1.
    pub weight: f64,
    /// Mean in the treated unit.
    pub treated: f64,
    /// Mean in the mix.
    pub synthetic: f64,
    /// Mean over the donors, all alike.
    pub donors: f64,
}

/// One time of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyntheticPoint {
    /// Time, as written.
    pub time: String,
    /// Part of the time.
    pub period: ImpactPeriod,
    /// Outcome of the treated unit.
    pub actual: f64,
    /// Outcome of the mix.
    pub synthetic: f64,
    /// Actual − synthetic.
    pub gap: f64,
}

/// A fit where nothing happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyntheticPlacebo {
    /// The donor treated as the unit, or the moment treated as the intervention.
    pub name: String,
    /// Mean gap from the treatment on.
    pub average_effect: f64,
    /// Root of the mean square of the gap before.
    pub pre_rmspe: f64,
    /// The same from the treatment on.
    pub post_rmspe: f64,
    /// The second ÷ the first; absent where the first is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rmspe_ratio: Option<f64>,
}

/// A fit without one donor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SyntheticLeaveOneOut {
    /// The donor left out.
    pub donor: String,
    /// Mean gap from the treatment on.
    pub average_effect: f64,
    /// Root of the mean square of the gap before.
    pub pre_rmspe: f64,
}

//! What [`causal_impact`](super::causal_impact) may be told.

use serde::{Deserialize, Serialize};

use super::axis::TimePoint;

/// How the level of a series moves when nothing intervenes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImpactTrend {
    /// It wanders: a random walk. The default of R's `CausalImpact`.
    #[default]
    LocalLevel,
    /// It wanders along a slope that wanders too. Intervals grow fast; for series with a clear trend and no controls.
    LocalLinear,
}

/// Options of [`causal_impact`](super::causal_impact). The defaults are those of R's `CausalImpact` 1.4.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CausalImpactOptions {
    /// Column of the time: dates, or numbers such as years. Default `time`.
    pub time: String,
    /// Column of what may have been moved. May miss values. Default `outcome`.
    pub outcome: String,
    /// Columns of series that the intervention did not touch and that go along with the outcome; none of them may miss a
    /// value. Default none.
    pub controls: Vec<String>,
    /// First moment of the period after the intervention, as the time column writes it. Must be given.
    pub intervention: Option<TimePoint>,
    /// First moment of the period before. Default: the first row with an outcome.
    pub pre_start: Option<TimePoint>,
    /// Last moment of the period before. Default: the row before the intervention. Rows between this and the intervention
    /// are predicted, but neither learned from nor counted.
    pub pre_end: Option<TimePoint>,
    /// Last moment of the period after. Default: the last row. Later rows are not read.
    pub post_end: Option<TimePoint>,
    /// How the level moves. Default `local_level`.
    pub trend: ImpactTrend,
    /// Number of seasons in a cycle, such as 7 for days of the week; 1 for none. From 1 to 400, default 1.
    pub seasons: u64,
    /// Rows that a season lasts, such as 7 where rows are days and seasons are weeks. From 1 to 10,000, default 1. The
    /// first row of the period before begins a season.
    pub season_duration: u64,
    /// Guess of the deviation of the steps of the level, in deviations of the outcome. Above 0 and up to 1, default 0.01;
    /// 0.1 for outcomes that wander.
    pub prior_level_sd: f64,
    /// Number of controls expected to matter, the constant counted. From 0.01 to 1,000, default 3.
    pub expected_model_size: f64,
    /// Share of the variance that the controls are expected to explain. From 0 to 0.999, default 0.8.
    pub expected_r2: f64,
    /// Weight of that expectation, in observations. From 0.01 to 10⁶, default 50.
    pub prior_df: f64,
    /// Weight of the prior of the coefficients (that they are 0), in observations: Zellner's g. From 10⁻⁶ to 10⁶, default
    /// 0.01.
    pub prior_information_weight: f64,
    /// How much that prior forgets that controls go together, from 0 (Zellner's prior; not with controls made of each
    /// other) to 1 (independent). From 0 to 1, default 0.5.
    pub diagonal_shrinkage: f64,
    /// Rounds of the sampler, those left out counted. From 100 to 1,000,000, default 1,000.
    pub draws: u64,
    /// Rounds left out at the beginning, at most nine tenths. Default: as R's bsts suggests, up to the first round as
    /// likely as the least likely of the last tenth.
    pub burn_in: Option<u64>,
    /// Seed of the random numbers: the same seed gives the same digits everywhere. Default 1.
    pub seed: u64,
    /// Probability that intervals hold. From 0.5 to 0.999, default 0.95.
    pub interval: f64,
    /// Placebo tests in time: so many earlier moments, at which nothing happened, are treated as the intervention. From 0
    /// to 20, default 1. Each costs another run on the part before.
    pub placebos_in_time: u64,
    /// Placebo test in space: each control in turn is treated as the outcome. Default no. Each costs another run.
    pub placebos_in_space: bool,
}

impl Default for CausalImpactOptions {
    fn default() -> Self {
        Self {
            time: "time".to_owned(),
            outcome: "outcome".to_owned(),
            controls: Vec::new(),
            intervention: None,
            pre_start: None,
            pre_end: None,
            post_end: None,
            trend: ImpactTrend::LocalLevel,
            seasons: 1,
            season_duration: 1,
            prior_level_sd: 0.01,
            expected_model_size: 3.0,
            expected_r2: 0.8,
            prior_df: 50.0,
            prior_information_weight: 0.01,
            diagonal_shrinkage: 0.5,
            draws: 1_000,
            burn_in: None,
            seed: 1,
            interval: 0.95,
            placebos_in_time: 1,
            placebos_in_space: false,
        }
    }
}

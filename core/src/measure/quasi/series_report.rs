//! What the analysis of an interrupted series is told, and what it answers.

use serde::{Deserialize, Serialize};

use super::report::RegressionTerm;
use crate::measure::{Evidence, IntervalEstimate};

/// How a season is modelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum SeasonTerms {
    /// No season.
    #[default]
    None,
    /// A level for each place in the season but the first.
    Dummies {
        /// Length of the season in rows: 12 for months, 7 for days, 4 for quarters; 2 to 366.
        period: u64,
    },
    /// Pairs of sine and cosine: a smooth season with few terms.
    Fourier {
        /// Length of the season in rows, 2 to 366.
        period: u64,
        /// Pairs, 1 to half the period.
        pairs: u64,
    },
}

/// How the errors of the coefficients are estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SeriesErrors {
    /// Newey and West: neighbours may be alike, variances may change.
    #[default]
    NeweyWest,
    /// Classic: no row tells anything about another.
    Classic,
    /// HC1: variances may change.
    Hc1,
    /// HC3: variances may change, few rows.
    Hc3,
}

/// What [`super::interrupted_series`] is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct InterruptedOptions {
    /// Column of times, evenly spaced, in any order: numbers or dates. Default `time`.
    pub time: String,
    /// Column of the outcome. Default `outcome`.
    pub outcome: String,
    /// First time with the intervention, written as in the column: `2026-03-01` or `170`. Must be given.
    pub start: String,
    /// Columns of other series that the intervention does not touch, taken into the regression (at most 20).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub controls: Vec<String>,
    /// Whether the slope may change too (default), or the level alone.
    pub slope_change: bool,
    /// The season.
    pub season: SeasonTerms,
    /// How errors are estimated. Default Newey and West.
    pub errors: SeriesErrors,
    /// Lags of Newey and West's errors, below the number of rows. Absent: ⌊4 (n ÷ 100)^(2/9)⌋, and at least the season's
    /// length if there is one and the rows allow (at most a quarter of them).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lags: Option<u64>,
    /// Whether Newey and West's errors are corrected for few rows, × n ÷ (n − k). Default yes.
    pub small_sample: bool,
    /// Whether Student's distribution with n − k degrees of freedom is used (default), or the normal one.
    pub student: bool,
    /// Level of tests and intervals: they hold at 1 − alpha. Default 0.05.
    pub alpha: f64,
    /// Pretended starts in the time before, 0 to 100: their level changes should be none. Default 8.
    pub placebos: u64,
    /// Whether the outcome is a logarithm: effects are then also given in percent. Default no.
    pub log_outcome: bool,
}

impl Default for InterruptedOptions {
    fn default() -> Self {
        Self {
            time: "time".to_owned(),
            outcome: "outcome".to_owned(),
            start: String::new(),
            controls: Vec::new(),
            slope_change: true,
            season: SeasonTerms::None,
            errors: SeriesErrors::NeweyWest,
            lags: None,
            small_sample: true,
            student: true,
            alpha: 0.05,
            placebos: 8,
            log_outcome: false,
        }
    }
}

/// One time of the series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InterruptedPoint {
    /// The time as it is written.
    pub time: String,
    /// What was observed.
    pub observed: f64,
    /// What the regression says.
    pub fitted: f64,
    /// What it says would have been without the intervention.
    pub counterfactual: f64,
    /// Lower end of the interval of the counterfactual line.
    pub counterfactual_low: f64,
    /// Upper end of it.
    pub counterfactual_high: f64,
}

/// A pretended start before the real one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaceboStart {
    /// The pretended start.
    pub start: String,
    /// The change of level found there.
    pub level: RegressionTerm,
}

/// What [`super::interrupted_series`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InterruptedReport {
    /// Rows of the series.
    pub rows: u64,
    /// Rows before the start.
    pub rows_before: u64,
    /// Lags of the errors; absent with other errors than Newey and West's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lags: Option<u64>,
    /// Change of level at the start, without that of the slope: the effect in the first row with the intervention is the
    /// sum of both.
    pub level: RegressionTerm,
    /// Change of slope per row, counted as 1 in the first row with the intervention, if asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slope: Option<RegressionTerm>,
    /// Mean effect over the rows with the intervention.
    pub average_effect: IntervalEstimate,
    /// Its p-value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_effect_p_value: Option<f64>,
    /// Effect at the last row.
    pub final_effect: IntervalEstimate,
    /// Sum of the effects over the rows with the intervention.
    pub cumulative_effect: IntervalEstimate,
    /// The mean effect in percent, if the outcome is a logarithm: 100 (e^effect − 1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_effect_percent: Option<IntervalEstimate>,
    /// Every coefficient: constant, time, level, slope, season, controls.
    pub terms: Vec<RegressionTerm>,
    /// Share of the variance explained; absent where the outcome does not vary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r_squared: Option<f64>,
    /// Durbin and Watson's statistic: 2 without autocorrelation, near 0 with much.
    pub durbin_watson: f64,
    /// The series with its counterfactual, for a picture.
    pub points: Vec<InterruptedPoint>,
    /// Pretended starts before the real one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placebos: Vec<PlaceboStart>,
    /// How much this proves.
    pub evidence: Evidence,
}

//! What the analysis of an experiment is told about its metrics, and what it answers.

use serde::{Deserialize, Serialize};

use super::common::{ExperimentVerdict, SignificanceTest, StoppingAdvice};
use super::mean::{CupedEffect, MeanEffect};
use super::proportion::ProportionReport;
use super::ranks::RankTest;
use crate::measure::{Evidence, IntervalEstimate};

/// What kind of number a metric is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExperimentMetricKind {
    /// The mean of a number of each unit, with CUPED if there is a covariate.
    #[default]
    Mean,
    /// The share of units with the outcome: a column of 0 and 1.
    Proportion,
    /// Σ outcome ÷ Σ denominator, by the delta method over units.
    Ratio,
}

/// One metric of an experiment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExperimentMetric {
    /// Its name in the report.
    pub name: String,
    /// Column of outcomes.
    pub outcome: String,
    /// What kind of number it is. Default a mean.
    #[serde(default)]
    pub kind: ExperimentMetricKind,
    /// Column of denominators, for ratios.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub denominator: String,
    /// Column measured before the experiment, for means: CUPED.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub covariate: String,
    /// Whether less is better. Default no.
    #[serde(default)]
    pub lower_is_better: bool,
}

impl ExperimentMetric {
    fn of(name: &str, kind: ExperimentMetricKind) -> Self {
        Self {
            name: name.to_owned(),
            outcome: name.to_owned(),
            kind,
            denominator: String::new(),
            covariate: String::new(),
            lower_is_better: false,
        }
    }

    /// The mean of a column.
    pub fn mean(column: &str) -> Self {
        Self::of(column, ExperimentMetricKind::Mean)
    }

    /// The share of a column of 0 and 1.
    pub fn proportion(column: &str) -> Self {
        Self::of(column, ExperimentMetricKind::Proportion)
    }

    /// A ratio of two columns.
    pub fn ratio(column: &str, denominator: &str) -> Self {
        Self { denominator: denominator.to_owned(), ..Self::of(column, ExperimentMetricKind::Ratio) }
    }

    /// The same metric adjusted by a column measured before.
    #[must_use]
    pub fn with_covariate(mut self, column: &str) -> Self {
        column.clone_into(&mut self.covariate);
        self
    }

    pub(super) fn denominator_column(&self) -> Option<&str> {
        Some(self.denominator.as_str()).filter(|name| !name.is_empty())
    }

    pub(super) fn covariate_column(&self) -> Option<&str> {
        Some(self.covariate.as_str()).filter(|name| !name.is_empty())
    }
}

/// Units of one arm.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExperimentArm {
    /// Name of the arm.
    pub variant: String,
    /// Its units.
    pub units: u64,
    /// Units that the planned shares let expect.
    pub expected_units: f64,
}

/// One metric of one arm against the control.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExperimentComparison {
    /// Name of the metric.
    pub metric: String,
    /// The arm.
    pub variant: String,
    /// Units of the control with this metric.
    pub units_control: u64,
    /// Units of the arm with this metric.
    pub units_treatment: u64,
    /// Units of both left out because a value is missing.
    pub left_out: u64,
    /// The metric of the control.
    pub control: f64,
    /// The metric of the arm.
    pub treatment: f64,
    /// Difference and lift as they stand.
    pub effect: MeanEffect,
    /// Difference and lift with the covariate taken out; the verdict follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuped: Option<CupedEffect>,
    /// Every test and interval of the shares, for proportions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proportions: Option<ProportionReport>,
    /// Mann and Whitney's test of ranks, for means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_test: Option<RankTest>,
    /// The p-value that is judged: always-valid if asked for, else of the pooled z test (proportions) or Welch's.
    pub p_value: f64,
    /// The same adjusted for the number of comparisons.
    pub adjusted_p_value: f64,
    /// What the adjusted p-value shows.
    pub verdict: ExperimentVerdict,
    /// What to do next.
    pub advice: StoppingAdvice,
}

/// What the analysis of an experiment answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExperimentReport {
    /// The arms in the order of their names.
    pub arms: Vec<ExperimentArm>,
    /// χ² of the split of the units against the planned shares.
    pub mismatch_chi_squared: f64,
    /// Its p-value.
    pub mismatch_p_value: f64,
    /// Whether the split is wrong: then nothing below is to be believed.
    pub sample_ratio_mismatch: bool,
    /// Every metric of every arm against the control: in the order of the metrics, then of the names of the arms.
    pub comparisons: Vec<ExperimentComparison>,
    /// How much this proves.
    pub evidence: Evidence,
}

impl MeanEffect {
    /// Before anything is known.
    pub(super) fn empty() -> Self {
        Self {
            difference: IntervalEstimate { value: 0.0, standard_error: None, low: None, high: None },
            welch_test: SignificanceTest { statistic: None, degrees_of_freedom: None, p_value: 1.0 },
            relative_lift: None,
            always_valid: None,
            always_valid_lift: None,
            posterior: None,
        }
    }
}

//! What differences in differences answer.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, IntervalEstimate};
use crate::stats::regression::Coefficient;

/// One coefficient of a regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegressionTerm {
    /// What it stands for.
    pub name: String,
    /// Its value.
    pub estimate: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// Value ÷ standard error; absent where the error is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<f64>,
    /// Two-sided p-value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_value: Option<f64>,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

impl RegressionTerm {
    pub(super) fn new(name: impl Into<String>, found: Coefficient) -> Self {
        Self {
            name: name.into(),
            estimate: found.value,
            standard_error: found.error,
            statistic: found.statistic,
            p_value: found.p,
            low: found.low,
            high: found.high,
        }
    }
}

/// The two groups before and after, where all treated units start together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TwoByTwo {
    /// Mean of the untreated before.
    pub control_before: f64,
    /// Mean of the untreated after.
    pub control_after: f64,
    /// Mean of the treated before.
    pub treated_before: f64,
    /// Mean of the treated after.
    pub treated_after: f64,
    /// (treated after − before) − (control after − before).
    pub effect: f64,
    /// Regression on group, time and both, with classic errors.
    pub classic: Vec<RegressionTerm>,
    /// The same with HC1 errors (unequal variances).
    pub hc1: Vec<RegressionTerm>,
    /// The same with HC3 errors (unequal variances, few rows).
    pub hc3: Vec<RegressionTerm>,
}

/// Effects by time since the start, one regression with a term for each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventStudy {
    /// The effects in order of time; the period before the start is the base and left out.
    pub effects: Vec<EventEffect>,
    /// F statistic of "no effect in any period before the start"; absent with fewer than two periods before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pre_trend_statistic: Option<f64>,
    /// Its p-value: a small one speaks against parallel trends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pre_trend_p_value: Option<f64>,
}

/// The effect at one time since the start.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventEffect {
    /// Periods since the start: 0 is the first treated period, −2 the second before it.
    pub event_time: i64,
    /// The effect.
    pub effect: RegressionTerm,
}

/// The effect on one cohort in one period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupTimeEffect {
    /// First treated period of the cohort.
    pub cohort: String,
    /// The period.
    pub period: String,
    /// Periods since the start.
    pub event_time: i64,
    /// Units of the cohort.
    pub treated_units: u64,
    /// Units it is compared with.
    pub control_units: u64,
    /// The effect.
    pub effect: IntervalEstimate,
}

/// An effect over several cohorts and periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AggregateEffect {
    /// What it is over: a cohort, a period, or the periods since the start.
    pub over: String,
    /// The effect.
    pub effect: IntervalEstimate,
}

/// Effects by cohort and period (Callaway and Sant'Anna), each against units not treated then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StaggeredEffects {
    /// Mean over cohorts and periods since their start, by size of cohort.
    pub overall: IntervalEstimate,
    /// Two-sided p-value of the mean; absent where its error is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overall_p_value: Option<f64>,
    /// By periods since the start.
    pub by_event_time: Vec<AggregateEffect>,
    /// By cohort, mean over its periods.
    pub by_cohort: Vec<AggregateEffect>,
    /// By period, mean over the cohorts that have started.
    pub by_period: Vec<AggregateEffect>,
    /// p-value of "no effect at any time before the start".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pre_trend_p_value: Option<f64>,
    /// Every cohort in every period.
    pub group_time: Vec<GroupTimeEffect>,
    /// Critical value of bands that hold for all periods since the start together, if a bootstrap was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub simultaneous_critical_value: Option<f64>,
}

/// One comparison that the two-way regression makes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BaconComparison {
    /// Cohort whose change is looked at.
    pub treated: String,
    /// Cohort it is compared with; absent: the never treated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control: Option<String>,
    /// Whether the control was already treated: the comparison that may have the wrong sign.
    pub already_treated: bool,
    /// Weight in the regression.
    pub weight: f64,
    /// The difference in differences of this pair.
    pub effect: f64,
}

/// What the two-way regression is made of (Goodman-Bacon 2021).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BaconDecomposition {
    /// Share of the weight on comparisons with units already treated.
    pub forbidden_weight: f64,
    /// The comparisons.
    pub comparisons: Vec<BaconComparison>,
}

/// What [`super::difference_in_differences`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DidReport {
    /// Units with a record.
    pub units: u64,
    /// Units that are treated at some time.
    pub treated_units: u64,
    /// Units that are never treated.
    pub never_treated_units: u64,
    /// Periods.
    pub periods: u64,
    /// Rows used.
    pub rows: u64,
    /// Rows left out because the outcome is missing.
    pub left_out: u64,
    /// First treated periods, in order.
    pub cohorts: Vec<String>,
    /// The effect to report: of the two-way regression where all treated units start together, else the mean over cohorts and periods.
    pub effect: IntervalEstimate,
    /// Its p-value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_value: Option<f64>,
    /// Groups and times, where all treated units start together and others never do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub two_by_two: Option<TwoByTwo>,
    /// Regression with effects of units and periods, errors clustered.
    pub two_way: RegressionTerm,
    /// The same with classic errors, for comparison.
    pub two_way_classic: RegressionTerm,
    /// Effects by time since the start, where all treated units start together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_study: Option<EventStudy>,
    /// Effects by cohort and period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staggered: Option<StaggeredEffects>,
    /// What the two-way regression compares, where units start at different times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decomposition: Option<BaconDecomposition>,
    /// An effect pretended in the middle of the periods before the start: it should be none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placebo: Option<RegressionTerm>,
    /// Share of reassignments of the treatment among the units with an effect at least this large: the p-value to
    /// believe with few treated units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permutation_p_value: Option<f64>,
    /// How much this proves.
    pub evidence: Evidence,
}

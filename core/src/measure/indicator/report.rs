//! What [`indicators`](super::indicators()) says.

use serde::{Deserialize, Serialize};

use super::calendar::ToDateSpan;
use super::catalogue::AmecStage;
use super::options::KpiDirection;
use crate::Issue;
use crate::measure::Evidence;
use crate::quantity::When;

/// Indicators with their groups and periods.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorReport {
    /// The date of the review, as asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    /// The dimensions, in the order of the names in every `group`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// The indicators, in the order asked.
    pub indicators: Vec<IndicatorSeries>,
    /// How far the figures can be believed.
    pub evidence: Evidence,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorSeries {
    /// Its id.
    pub id: String,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How it adds up.
    pub additivity: IndicatorAdditivity,
    /// The formula, with its denominator.
    pub formula: String,
    /// What a ratio or share is stated per.
    pub per: f64,
    /// Whether more or less of it is better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<KpiDirection>,
    /// What it shows, in the stages of AMEC's framework.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<AmecStage>,
    /// All rows together.
    pub total: IndicatorFigure,
    /// Each group in each period that has rows, by group, then by period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<IndicatorCell>,
    /// Each group in each span to date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_date: Vec<IndicatorToDate>,
    /// Share of the cells looked at that hold a value, 0 to 1; absent without rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<f64>,
    /// Time of the newest row up to the review; absent without times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<When>,
    /// Days from that time to the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_days: Option<f64>,
    /// Whether it is older than the options allow; absent when that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale: Option<bool>,
    /// What a reader of these numbers should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Issue>,
}

/// How an indicator adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum IndicatorAdditivity {
    /// Over groups and time.
    Additive,
    /// By its numerators and denominators.
    Ratio,
    /// Over groups, not over time.
    SemiAdditive,
    /// Not at all: ask for it at the grain needed.
    None,
}

/// The value of an indicator over some rows.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorFigure {
    /// The value, times what it is stated per; absent where it is not defined or not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Sum above the line of a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// Sum below the line of a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// Mean of the ratios of the rows, times what it is stated per: not the ratio, shown for contrast, for ratios of two
    /// columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_of_ratios: Option<f64>,
    /// Lower end of the interval, for proportions and times that may be open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end of the interval; absent also where too many items are open to know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// Rows behind it.
    pub n: u64,
    /// Rows left out because a cell is missing.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub missing: u64,
    /// Items that have not ended.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub open: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// One group in one period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorCell {
    /// Name of the group in each dimension, nothing where the row does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<Option<String>>,
    /// The period, such as `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`, `FY2026`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// First day of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// Last day of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// Whether only a part of the period is known, by the review or by the span asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub partial: bool,
    /// The value.
    pub figure: IndicatorFigure,
    /// Share of all groups of the period, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Against the period before; absent where one of the two is partial or has no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<IndicatorChange>,
    /// Against the same period of the year before; absent where one of the two is partial or has no value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<IndicatorChange>,
}

/// One group in a span to date.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorToDate {
    /// The span.
    pub span: ToDateSpan,
    /// Name of the group in each dimension, nothing where the row does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<Option<String>>,
    /// First day.
    pub from: When,
    /// Last day: that of the review.
    pub to: When,
    /// The value.
    pub figure: IndicatorFigure,
    /// Against the same part of the span before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<IndicatorChange>,
    /// Against the same part of the span a year before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_year: Option<IndicatorChange>,
}

/// How a value differs from an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorChange {
    /// First day of the earlier span.
    pub from: When,
    /// Last day of the earlier span.
    pub to: When,
    /// The earlier value.
    pub value: f64,
    /// The value less the earlier one.
    pub change: f64,
    /// That as a share of the size of the earlier one; absent where it is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<f64>,
}

//! What an index says.

use serde::{Deserialize, Serialize};

use super::options::CompositeStep;
use crate::measure::{Evidence, Table};

/// The scores and ranks of all units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeReport {
    /// How much it proves.
    pub evidence: Evidence,
    /// The units, best first, those of the same rank by name; those without a score last.
    pub units: Vec<CompositeUnit>,
    /// The units left out for want of data, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub screened_out: Vec<CompositeScreened>,
    /// The indicators, by name.
    pub indicators: Vec<CompositeIndicatorSummary>,
    /// Cronbach's alpha of the normalised indicators, over the units that have all of them: how much they measure the
    /// same thing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cronbach_alpha: Option<f64>,
    /// The data after the steps asked for, units by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<CompositeStage>,
}

/// A unit and its score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeUnit {
    /// Its name.
    pub unit: String,
    /// Its score on the index, where there is enough data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Its rank, 1 the best; equal scores share the better rank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank: Option<u64>,
    /// Share of the weights with data that was measured, not filled in, 0 to 1.
    pub coverage: f64,
    /// Its groups and indicators, by name.
    pub parts: Vec<CompositePart>,
}

/// A group or indicator of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositePart {
    /// Its name.
    pub id: String,
    /// Its score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// What it contributes to the index; the contributions of all indicators add up to the score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<f64>,
    /// Share of its weights with measured data, 0 to 1.
    pub coverage: f64,
}

/// A unit with too little data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeScreened {
    /// Its name.
    pub unit: String,
    /// Share of indicators with a value.
    pub coverage: f64,
    /// Share of zeros among the values.
    pub zeros: f64,
}

/// What happened to an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeIndicatorSummary {
    /// Its column.
    pub column: String,
    /// Its weight in the index, all levels multiplied; those of all indicators add up to 1.
    pub weight: f64,
    /// Share of the units with a measured value, 0 to 1.
    pub coverage: f64,
    /// Values filled in.
    pub imputed: u64,
    /// What was done about outliers.
    pub treated: CompositeTreated,
    /// Values set to the next value.
    pub winsorized: u64,
    /// Skewness before the treatment, corrected for the number of units; nothing below three different values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skewness: Option<f64>,
    /// Excess kurtosis before the treatment, corrected for the number of units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kurtosis: Option<f64>,
    /// Skewness after the treatment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skewness_after: Option<f64>,
    /// Excess kurtosis after the treatment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kurtosis_after: Option<f64>,
    /// Pearson correlation of the normalised indicator with the index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correlation_with_index: Option<f64>,
}

/// What was done about the outliers of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompositeTreated {
    /// Nothing: there were none, or it was not asked for.
    No,
    /// Extreme values were set to the next value.
    Winsorized,
    /// The values were put on a logarithm.
    Logarithm,
}

/// The data after a step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeStage {
    /// The step.
    pub step: CompositeStep,
    /// A column of units and one for each indicator; after the aggregation also for each group and the index.
    pub data: Table,
}

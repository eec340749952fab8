//! What is asked about a ranking, and what is found.

use serde::{Deserialize, Serialize};

use super::options::{
    CompositeImputation, CompositeMean, CompositeNormalisation, CompositeOptions, CompositeTreatment,
};
use crate::measure::{Evidence, IntervalEstimate};

/// What [`composite_sensitivity`](super::composite_sensitivity) varies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CompositeSensitivityOptions {
    /// The index as it is.
    pub composite: CompositeOptions,
    /// Which weights vary, each independently of the others. Default: all.
    pub weights: CompositeWeightFactors,
    /// Weights lie evenly within 1 ± this times themselves, 0 to 1. Default 0.25.
    pub weight_spread: f64,
    /// Other normalisations, as likely as that of the index.
    pub normalisations: Vec<CompositeNormalisation>,
    /// Other means, as likely as that of the index; groups with a mean of their own keep it.
    pub aggregations: Vec<CompositeMean>,
    /// Other ways to fill gaps, as likely as that of the index; all groups from one column.
    pub imputations: Vec<CompositeImputation>,
    /// Other ways to treat outliers, as likely as that of the index.
    pub treatments: Vec<CompositeTreatment>,
    /// Size of each of the two samples, 16 to 100,000. The index is built samples × (factors + 2) times. Default 500.
    pub samples: u64,
    /// Draws of the bootstrap for the intervals of the sensitivities, 0 to 10,000. Default 200.
    pub bootstrap: u64,
    /// Level of the intervals, 0.5 to 0.999. Default 0.95.
    pub level: f64,
    /// Seed of the samples. Default 1.
    pub seed: u64,
}

impl Default for CompositeSensitivityOptions {
    fn default() -> Self {
        Self {
            composite: CompositeOptions::default(),
            weights: CompositeWeightFactors::All,
            weight_spread: 0.25,
            normalisations: Vec::new(),
            aggregations: Vec::new(),
            imputations: Vec::new(),
            treatments: Vec::new(),
            samples: 500,
            bootstrap: 200,
            level: 0.95,
            seed: 1,
        }
    }
}

/// Which weights vary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompositeWeightFactors {
    /// Those of indicators and groups.
    #[default]
    All,
    /// Those of indicators.
    Indicators,
    /// Those of groups.
    Groups,
    /// None.
    None,
}

/// How much of a ranking is choice.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeSensitivity {
    /// How much it proves.
    pub evidence: Evidence,
    /// The units by their rank as the index is, then by name.
    pub units: Vec<CompositeRankRange>,
    /// Mean over samples and units of the places by which ranks move.
    pub mean_shift: f64,
    /// Variance over the samples of the places by which ranks move on average.
    pub variance: f64,
    /// What the movement comes from, the largest total first.
    pub factors: Vec<CompositeFactor>,
    /// What happens without each indicator or group, the largest shift first.
    pub removals: Vec<CompositeRemoval>,
    /// How often the index was built.
    pub evaluations: u64,
}

/// The ranks that a unit may have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeRankRange {
    /// The unit.
    pub unit: String,
    /// Its rank as the index is.
    pub rank: u64,
    /// Mean of its ranks.
    pub mean: f64,
    /// Median of its ranks.
    pub median: f64,
    /// 5% of its ranks are at most this.
    pub low: f64,
    /// 95% of its ranks are at most this.
    pub high: f64,
    /// Share of the samples in which it is first, 0 to 1.
    pub first: f64,
}

/// What a choice or a weight does to the ranks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeFactor {
    /// `weight/NAME`, `normalisation`, `aggregation`, `imputation` or `treatment`.
    pub factor: String,
    /// Share of the variance that it is answerable for alone; may be a little below 0 by chance. Nothing if ranks do
    /// not move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_order: Option<IntervalEstimate>,
    /// Share of the variance that it takes part in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total: Option<IntervalEstimate>,
}

/// What happens without an indicator or group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeRemoval {
    /// What is left out.
    pub id: String,
    /// Mean of the places by which ranks move.
    pub mean_shift: f64,
    /// The largest move.
    pub largest_shift: u64,
    /// The unit that moves most, the first by name if there are several.
    pub unit: String,
}

//! What to make of which columns.

use serde::{Deserialize, Serialize};

/// How [`composite`](super::composite) builds an index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CompositeOptions {
    /// Column with the name of the unit (market, team, channel), each once. Default `unit`.
    pub unit: String,
    /// Name of the index, the top of the tree. Default `index`.
    pub index: String,
    /// The indicators, at least one.
    pub indicators: Vec<CompositeIndicator>,
    /// Groups between indicators and index, in any order. Empty: all indicators belong to the index.
    pub groups: Vec<CompositeGroup>,
    /// Which units have enough data.
    pub screening: CompositeScreening,
    /// How gaps are filled. Default: not at all.
    pub imputation: CompositeImputation,
    /// How outliers are treated. Default: not at all.
    pub treatment: CompositeTreatment,
    /// How indicators get a common scale. Default: min-max from 0 to 100.
    pub normalisation: CompositeNormalisation,
    /// How scores are put together. Default: arithmetic mean.
    pub aggregation: CompositeMean,
    /// What a gap does to the score above it. Default: the weights of the rest are scaled up.
    pub missing: CompositeMissing,
    /// Smallest share of weights with data, 0 to 1, below which a group or the index has no score. Default 0.
    pub least_share: f64,
    /// Steps whose data the report shall hold. Default none.
    pub include: Vec<CompositeStep>,
}

impl Default for CompositeOptions {
    fn default() -> Self {
        Self {
            unit: "unit".to_owned(),
            index: "index".to_owned(),
            indicators: Vec::new(),
            groups: Vec::new(),
            screening: CompositeScreening::default(),
            imputation: CompositeImputation::None,
            treatment: CompositeTreatment::None,
            normalisation: CompositeNormalisation::default(),
            aggregation: CompositeMean::Arithmetic,
            missing: CompositeMissing::Renormalize,
            least_share: 0.0,
            include: Vec::new(),
        }
    }
}

/// A column that is an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeIndicator {
    /// Column with its values; also its name in the tree.
    pub column: String,
    /// Weight among the children of its parent, 0 or more, on any scale. Default 1.
    #[serde(default = "one")]
    pub weight: f64,
    /// Whether more or less is better. Default: more.
    #[serde(default)]
    pub direction: CompositeDirection,
    /// Group it belongs to. Default: the index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Column to divide by, such as the number of inhabitants. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// Values of the worst and best score, for the normalisation `goalposts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goalposts: Option<Goalposts>,
    /// Normalisation of this indicator alone. Default: that of the options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub normalisation: Option<CompositeNormalisation>,
    /// Whether outliers of this indicator may be treated. Default true.
    #[serde(default = "yes")]
    pub treat: bool,
}

impl CompositeIndicator {
    /// A column with weight 1 where more is better.
    pub fn new(column: &str) -> Self {
        Self {
            column: column.to_owned(),
            weight: 1.0,
            direction: CompositeDirection::HigherIsBetter,
            parent: None,
            denominator: None,
            goalposts: None,
            normalisation: None,
            treat: true,
        }
    }
}

/// A group of indicators or of groups.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositeGroup {
    /// Its name, different from every column and from the index.
    pub id: String,
    /// Weight among the children of its parent, 0 or more. Default 1.
    #[serde(default = "one")]
    pub weight: f64,
    /// Group it belongs to. Default: the index.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Mean of its children. Default: that of the options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aggregation: Option<CompositeMean>,
}

/// Whether more or less of an indicator is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompositeDirection {
    /// More is better.
    #[default]
    HigherIsBetter,
    /// Less is better.
    LowerIsBetter,
}

/// Two values of an indicator between which its score grows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Goalposts {
    /// The smaller value.
    pub low: f64,
    /// The larger value.
    pub high: f64,
}

/// Which units have enough data.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CompositeScreening {
    /// Smallest share of indicators with a value, 0 to 1. Default 0: every unit stays.
    pub least_coverage: f64,
    /// Largest share of zeros among the values, 0 to 1. Default 1: every unit stays.
    pub most_zeros: f64,
    /// Look at the data after gaps are filled, not before. Default false.
    pub after_imputation: bool,
}

impl Default for CompositeScreening {
    fn default() -> Self {
        Self { least_coverage: 0.0, most_zeros: 1.0, after_imputation: false }
    }
}

/// How gaps are filled.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CompositeImputation {
    /// Gaps stay gaps.
    #[default]
    None,
    /// The mean of all units.
    Mean,
    /// The median of all units.
    Median,
    /// The mean of the units of the same group; a gap stays where the group has no value.
    GroupMean {
        /// Column with the group of each unit.
        group: String,
    },
    /// The median of the units of the same group; a gap stays where the group has no value.
    GroupMedian {
        /// Column with the group of each unit.
        group: String,
    },
}

/// How outliers are treated.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CompositeTreatment {
    /// Not at all.
    #[default]
    None,
    /// Only where abs(skewness) and kurtosis are both above their limits: the most extreme values are set to the next
    /// value until they are not, or `most_points` are set; then, if they still are, a logarithm instead.
    WinsorizeThenLog {
        /// Limit of abs(skewness), 0 or more. Default 2 (OECD Handbook).
        #[serde(default = "two")]
        skewness: f64,
        /// Limit of the excess kurtosis. Default 3.5.
        #[serde(default = "three_and_a_half")]
        kurtosis: f64,
        /// Most values to set, up to 1000. Default 5.
        #[serde(default = "five")]
        most_points: u64,
        /// Take the logarithm of the winsorised values, not of the original. Default false.
        #[serde(default)]
        combine: bool,
    },
}

impl CompositeTreatment {
    /// The usual rule: skewness 2, kurtosis 3.5, five points.
    pub fn usual() -> Self {
        Self::WinsorizeThenLog { skewness: 2.0, kurtosis: 3.5, most_points: 5, combine: false }
    }
}

/// How indicators get a common scale; afterwards more is better for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CompositeNormalisation {
    /// The worst unit gets `low`, the best `high`.
    MinMax {
        /// Score of the worst. Default 0.
        #[serde(default)]
        low: f64,
        /// Score of the best. Default 100.
        #[serde(default = "hundred")]
        high: f64,
    },
    /// A given mean and standard deviation.
    ZScore {
        /// Mean of the scores. Default 0.
        #[serde(default)]
        mean: f64,
        /// Standard deviation of the scores, above 0. Default 1.
        #[serde(default = "one")]
        deviation: f64,
    },
    /// How many units are worse.
    Borda,
    /// How many units are worse, and one.
    Rank,
    /// Share of the other units that are worse, 0 to 1.
    PercentRank,
    /// 1 − distance to the best ÷ distance from worst to best: 0 to 1.
    DistanceToMax,
    /// Value ÷ largest value.
    FractionOfMax,
    /// Between the goalposts of each indicator, held at both ends.
    Goalposts {
        /// Score at the worse goalpost and beyond. Default 0.
        #[serde(default)]
        low: f64,
        /// Score at the better goalpost and beyond. Default 100.
        #[serde(default = "hundred")]
        high: f64,
    },
    /// As it is, with the sign changed where less is better.
    AsIs,
}

impl Default for CompositeNormalisation {
    fn default() -> Self {
        Self::MinMax { low: 0.0, high: 100.0 }
    }
}

/// How the scores of children become that of their parent.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum CompositeMean {
    /// Weaknesses are made good by strengths in full.
    #[default]
    Arithmetic,
    /// Weaknesses weigh more; needs scores above 0.
    Geometric,
    /// Weaknesses weigh most; needs scores above 0.
    Harmonic,
    /// The mean of the powers, and the root of it: 1 is arithmetic, 0 geometric, −1 harmonic.
    Power {
        /// The exponent, −100 to 100.
        exponent: f64,
    },
}

impl CompositeMean {
    /// The exponent of the power mean that it is.
    pub(super) fn exponent(self) -> f64 {
        match self {
            Self::Arithmetic => 1.0,
            Self::Geometric => 0.0,
            Self::Harmonic => -1.0,
            Self::Power { exponent } => exponent,
        }
    }
}

/// What a gap does to the score above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompositeMissing {
    /// The weights of what is there are scaled up.
    #[default]
    Renormalize,
    /// There is no score.
    Propagate,
}

/// A step of the building of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CompositeStep {
    /// Divided by the denominators.
    Denominated,
    /// Without the units screened out.
    Screened,
    /// With gaps filled.
    Imputed,
    /// With outliers treated.
    Treated,
    /// On a common scale.
    Normalised,
    /// With groups and index.
    Aggregated,
}

fn one() -> f64 {
    1.0
}

fn two() -> f64 {
    2.0
}

fn three_and_a_half() -> f64 {
    3.5
}

fn five() -> u64 {
    5
}

fn hundred() -> f64 {
    100.0
}

fn yes() -> bool {
    true
}

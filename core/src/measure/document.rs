//! What an author writes about success: objectives, their KPIs and the measurements of them.

use serde::{Deserialize, Serialize};

use super::Period;
use crate::quantity::When;
use crate::{KpiId, ObjectiveId};

/// A business objective and the KPIs that say whether it was reached.
///
/// # Examples
/// ```
/// use paceline::measure::Objective;
/// let demand: Objective = serde_json::from_str(
///     r#"{ "id": "demand", "weight": 0.5, "kpis": [
///         { "id": "leads", "baseline": 900, "target": 1500,
///           "measurements": [{ "at": "2026-09-30", "value": 1140 }] } ] }"#,
/// )?;
/// assert_eq!(demand.kpis[0].weight, 1.0);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Id, unique among the objectives.
    pub id: ObjectiveId,
    /// Short name for reports; the id serves when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The objective in a sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<String>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Share of the program score, on any scale: weights are divided by their sum. 1 if absent; 0 shows
    /// the objective without counting it.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// What score counts as meeting it; absent: no such verdict.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitment: Option<Commitment>,
    /// When it is measured; KPIs without a period of their own use this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// What is measured, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<Kpi>,
}

impl Objective {
    /// An objective of weight 1 without KPIs.
    pub fn new(id: impl Into<ObjectiveId>) -> Self {
        Self {
            id: id.into(),
            name: None,
            statement: None,
            owner: None,
            weight: 1.0,
            commitment: None,
            period: None,
            kpis: Vec::new(),
        }
    }

    /// The same objective with this weight.
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = weight;
        self
    }

    /// The same objective with one more KPI.
    #[must_use]
    pub fn with_kpi(mut self, kpi: Kpi) -> Self {
        self.kpis.push(kpi);
        self
    }
}

/// What score of an objective counts as meeting it, in the words of OKR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Commitment {
    /// Promised: met at 1.0.
    Committed,
    /// A stretch: met at 0.7.
    Aspirational,
}

impl Commitment {
    /// The score from which the objective is met.
    pub fn threshold(self) -> f64 {
        match self {
            Self::Committed => 1.0,
            Self::Aspirational => 0.7,
        }
    }
}

/// A key performance indicator: where it started, where it should be, and what was measured.
///
/// Less is better where the target is below the baseline; nothing else says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kpi {
    /// Id, unique among the KPIs of all objectives.
    pub id: KpiId,
    /// Short name for reports; the id serves when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Unit shown after every value, such as `%`, `EUR` or `minutes`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Share of the objective's score, on any scale: weights are divided by their sum. 1 if absent; 0
    /// shows the KPI without counting it.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// Value at the start, in `unit`: attainment 0.
    pub baseline: f64,
    /// Value to reach, in `unit`: attainment 1. Below the baseline where less is better.
    pub target: f64,
    /// How measurements become one value.
    #[serde(default, skip_serializing_if = "Aggregation::is_default")]
    pub aggregation: Aggregation,
    /// What a measurement given as a ratio is stated per: 1 if absent, 100 for a percentage, 1000 for a
    /// cost per thousand.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub per: f64,
    /// How a value becomes a score.
    #[serde(default, skip_serializing_if = "ScoreCurve::is_linear")]
    pub curve: ScoreCurve,
    /// Lowest and highest score of this KPI; absent: those of the options.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clamp: Option<Clamp>,
    /// When it is measured; absent: the objective's period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Expected shares of the period, one for each equal part of it, on any scale (12 numbers: months of
    /// a year; 28: days of four weeks). Empty: evenly.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seasonality: Vec<f64>,
    /// What the ratio is over, in words: "engagement rate" says nothing without "by reach".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// Where the numbers come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// How often it is measured; an older value is reported as stale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<Frequency>,
    /// What was measured, in any order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
}

impl Kpi {
    /// A KPI of weight 1, scored linearly, without measurements.
    pub fn new(id: impl Into<KpiId>, baseline: f64, target: f64) -> Self {
        Self {
            id: id.into(),
            name: None,
            unit: None,
            weight: 1.0,
            baseline,
            target,
            aggregation: Aggregation::default(),
            per: 1.0,
            curve: ScoreCurve::default(),
            clamp: None,
            period: None,
            seasonality: Vec::new(),
            denominator: None,
            source: None,
            frequency: None,
            measurements: Vec::new(),
        }
    }

    /// The same KPI with this weight.
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = weight;
        self
    }

    /// The same KPI with one more measurement.
    #[must_use]
    pub fn with_measurement(mut self, measurement: Measurement) -> Self {
        self.measurements.push(measurement);
        self
    }

    /// Whether less is better: the target is below the baseline.
    pub fn lower_is_better(&self) -> bool {
        self.target < self.baseline
    }
}

/// How the measurements of a KPI up to a date become one value.
///
/// Measurements given as ratios are never averaged: `sum` and `average` both give Σ numerators ÷
/// Σ denominators.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// A level, such as share of voice: the latest measurement that has a value.
    #[default]
    Last,
    /// A running total since the period began, such as leads so far: the latest measurement that has a
    /// value. It is paced.
    Cumulative,
    /// Amounts of the time since the measurement before, such as leads of the week: their sum within
    /// the period. It is paced.
    Sum,
    /// Levels that count equally: their mean within the period.
    Average,
}

impl Aggregation {
    fn is_default(&self) -> bool {
        *self == Self::Last
    }

    /// Whether the value grows from zero through the period, so that it can be paced.
    pub fn is_paced(self) -> bool {
        matches!(self, Self::Cumulative | Self::Sum)
    }
}

/// How often a KPI is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    /// Every day.
    Daily,
    /// Every 7 days.
    Weekly,
    /// Every month.
    Monthly,
    /// Every 3 months.
    Quarterly,
    /// Every 12 months.
    Yearly,
}

impl Frequency {
    /// The longest time between two measurements, in days: 1, 7, 31, 92 or 366.
    pub fn max_days(self) -> i64 {
        match self {
            Self::Daily => 1,
            Self::Weekly => 7,
            Self::Monthly => 31,
            Self::Quarterly => 92,
            Self::Yearly => 366,
        }
    }
}

/// One measurement of a KPI: a value, or a ratio as its numerator and denominator.
///
/// Neither means "due but not known": it is never read as zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// The day (or moment) it speaks for, not the day it was typed in.
    pub at: When,
    /// The value, in the KPI's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Upper part of a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator: Option<f64>,
    /// Lower part of a ratio; 0 where nothing happened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<f64>,
    /// Number of observations behind a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u64>,
    /// How far it can be trusted.
    #[serde(default, skip_serializing_if = "Quality::is_confirmed")]
    pub quality: Quality,
    /// Anything a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Measurement {
    /// A measured value.
    pub fn value(at: impl Into<When>, value: f64) -> Self {
        Self { value: Some(value), ..Self::missing(at) }
    }

    /// A measured ratio.
    pub fn ratio(at: impl Into<When>, numerator: f64, denominator: f64) -> Self {
        Self { numerator: Some(numerator), denominator: Some(denominator), ..Self::missing(at) }
    }

    /// A measurement that was due and is not known.
    pub fn missing(at: impl Into<When>) -> Self {
        Self {
            at: at.into(),
            value: None,
            numerator: None,
            denominator: None,
            n: None,
            quality: Quality::default(),
            note: None,
        }
    }
}

/// How far a measurement can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// Final.
    #[default]
    Confirmed,
    /// May still change.
    Provisional,
    /// Not measured but judged.
    Estimated,
}

impl Quality {
    fn is_confirmed(&self) -> bool {
        *self == Self::Confirmed
    }
}

/// Lowest and highest score.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clamp {
    /// Lowest score.
    pub min: f64,
    /// Highest score.
    pub max: f64,
}

impl Clamp {
    /// The score within the limits.
    pub fn apply(self, score: f64) -> f64 {
        // Adding 0 turns the -0 of a KPI at its baseline into 0.
        score.min(self.max).max(self.min) + 0.0
    }
}

/// From 0 to 1.2: falling behind the baseline does not pull others down, and exceeding a target can
/// make up for little elsewhere.
impl Default for Clamp {
    fn default() -> Self {
        Self { min: 0.0, max: 1.2 }
    }
}

/// How the value of a KPI becomes its score; the clamp applies afterwards.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ScoreCurve {
    /// The attainment itself.
    Linear {},
    /// 1 from `low` to `high`, falling linearly to 0 at the distance `tolerance` from them.
    Band {
        /// Lowest value of the band, in the KPI's unit.
        low: f64,
        /// Highest value of the band, in the KPI's unit.
        high: f64,
        /// Distance from the band at which the score is 0, in the KPI's unit; 0: at once.
        tolerance: f64,
    },
    /// The highest score among the steps reached: those at or below the value, or at or above it where
    /// less is better; 0 before the first.
    Step {
        /// The steps, in any order.
        steps: Vec<CurvePoint>,
    },
    /// Straight lines between points, flat outside them.
    Piecewise {
        /// The points, in any order.
        points: Vec<CurvePoint>,
    },
    /// An S from 0 at the baseline to 1 at the target: `(g(u) − g(0)) ÷ (g(1) − g(0))` with
    /// `g(u) = 1 ÷ (1 + exp(−steepness × (u − ½)))` and `u` the attainment within 0 and 1.
    Logistic {
        /// How sharp the S is, from 0.1 (nearly a line) to 100 (nearly a step); 8 is usual.
        steepness: f64,
    },
}

impl Default for ScoreCurve {
    fn default() -> Self {
        Self::Linear {}
    }
}

impl ScoreCurve {
    fn is_linear(&self) -> bool {
        *self == Self::Linear {}
    }
}

/// A value and the score it earns.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CurvePoint {
    /// Value of the KPI, in its unit.
    pub value: f64,
    /// Score it earns.
    pub score: f64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_one(number: &f64) -> bool {
    *number == 1.0
}

fn one() -> f64 {
    1.0
}

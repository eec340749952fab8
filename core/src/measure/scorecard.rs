//! What a scorecard is asked and what it says.

use serde::{Deserialize, Serialize};

use super::TOLERANCE;
use super::document::Clamp;
use super::pacing::Pacing;
use crate::quantity::When;
use crate::{Issue, KpiId, ObjectiveId};

/// How [`score`](super::score) reads and rolls up measurements.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ScoreOptions {
    /// The date of the review: later measurements are not known yet. A bare date means its end, and a
    /// measurement with a bare date is known all that day. Absent: every measurement counts and nothing
    /// is stale.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    /// Lowest and highest score of a KPI that has no clamp of its own: 0 to 1.2.
    pub clamp: Clamp,
    /// What a KPI without data does to its objective.
    pub missing: MissingPolicy,
    /// Share of weight with data below which [`MissingPolicy::Renormalize`] gives no score: 0 to 1,
    /// 0 if absent.
    pub min_coverage: f64,
    /// Where amber and green begin.
    pub thresholds: RagThresholds,
}

/// What a KPI without data does to the score above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MissingPolicy {
    /// It is left out: the weights of the others are divided by their sum.
    #[default]
    Renormalize,
    /// It counts as 0, for those who must report or lose.
    Zero,
    /// There is no score until every KPI has data.
    Propagate,
}

/// Where amber and green begin; a score within 10⁻⁹ of a threshold has reached it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RagThresholds {
    /// Lowest amber score: 0.4 if absent.
    pub amber: f64,
    /// Lowest green score: 0.7 if absent.
    pub green: f64,
}

impl Default for RagThresholds {
    fn default() -> Self {
        Self { amber: 0.4, green: 0.7 }
    }
}

impl RagThresholds {
    /// The rating of a score.
    pub fn rate(self, score: f64) -> Rag {
        if score + TOLERANCE >= self.green {
            Rag::Green
        } else if score + TOLERANCE >= self.amber {
            Rag::Amber
        } else {
            Rag::Red
        }
    }
}

/// Red, amber or green.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Rag {
    /// Far from the target.
    Red,
    /// Between.
    Amber,
    /// At the target or near it.
    Green,
}

impl Rag {
    /// The rating in words, for readers who see no colors: `off track`, `at risk` or `on track`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Red => "off track",
            Self::Amber => "at risk",
            Self::Green => "on track",
        }
    }
}

/// Scores of a program, its objectives and their KPIs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scorecard {
    /// The date of the review, as asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    /// The program.
    pub program: ProgramScore,
    /// The objectives, by id.
    pub objectives: Vec<ObjectiveScore>,
    /// What each KPI would do for the program at its target, largest lift first.
    pub sensitivity: Vec<Lift>,
    /// What a reader of the scores of the program and its objectives should know; those of a KPI are
    /// beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Issue>,
}

/// Score of a program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProgramScore {
    /// Weighted mean of the objectives' scores; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Share of the weight that has data, 0 to 1.
    pub coverage: f64,
    /// Rating of the score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag: Option<Rag>,
}

/// Score of an objective.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObjectiveScore {
    /// The objective.
    pub id: ObjectiveId,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its weight as written.
    pub weight: f64,
    /// Its weight ÷ the sum of the objectives' weights.
    pub normalized_weight: f64,
    /// Weighted mean of its KPIs' scores; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Share of its weight that has data, 0 to 1.
    pub coverage: f64,
    /// Rating of the score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag: Option<Rag>,
    /// Whether the score reaches what its commitment asks; absent without commitment or score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub met: Option<bool>,
    /// Part of the program score that comes from it; absent if either has no score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<f64>,
    /// Its KPIs, by id.
    pub kpis: Vec<KpiScore>,
}

/// Score of a KPI.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiScore {
    /// The KPI.
    pub id: KpiId,
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Value at the start.
    pub baseline: f64,
    /// Value to reach.
    pub target: f64,
    /// Value measured; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<f64>,
    /// (actual − baseline) ÷ (target − baseline): negative when it went the wrong way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attainment: Option<f64>,
    /// What the curve makes of the value, within the clamp; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// Its weight as written.
    pub weight: f64,
    /// Its weight ÷ the sum of the weights of the objective's KPIs.
    pub normalized_weight: f64,
    /// How much the program score rises when this score rises by 1, as things are; absent without
    /// score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program_share: Option<f64>,
    /// Part of the program score that comes from it: program share × score. They add up to the
    /// program score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution: Option<f64>,
    /// 1 with data, 0 without.
    pub coverage: f64,
    /// Rating of the score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rag: Option<Rag>,
    /// Date of the latest measurement behind the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured_at: Option<When>,
    /// Days from that date to the review.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_days: Option<i64>,
    /// Whether it is older than the frequency allows; absent when that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stale: Option<bool>,
    /// Where a total stands in its period on the date it was measured; absent for other KPIs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pacing: Option<Pacing>,
    /// What a reader of this number should know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cautions: Vec<Issue>,
}

/// What one KPI would do for the program if it stood at its target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lift {
    /// The KPI.
    pub kpi: KpiId,
    /// Its objective.
    pub objective: ObjectiveId,
    /// Program score with this KPI at its target (or where it is, if further) and all else as it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program_score: Option<f64>,
    /// That score less the present one; absent where one of them is missing. It can be negative only
    /// where a KPI without data would enter below the score of its objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lift: Option<f64>,
}

//! Which KPIs moved a score from one date to another.
//!
//! ```text
//! program = Σ w s                     w: share of a KPI in the program score, s: its score
//! score effect    = ½ (w₀ + w₁) (s₁ − s₀)
//! coverage effect = ½ (s₀ + s₁ − P₀ − P₁) (w₁ − w₀)     its share changed, because it or another came or went
//! ```
//!
//! Both add up, over all KPIs, to the change of the program score P. A KPI with data on one date only acts by its share:
//! it helps where it stands better than the rest. This is the split of Kitagawa (1955), with KPIs as segments.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, EvidenceGrade, KpiScore, Objective, ScoreOptions, Scorecard, score};
use crate::quantity::When;
use crate::sort::Arrange;
use crate::{Issue, Issues, KpiId, ObjectiveId};

/// What [`score_change`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreChangeRequest {
    /// Objectives with their KPIs and measurements.
    pub objectives: Vec<Objective>,
    /// The earlier date.
    pub before: When,
    /// The later date.
    pub after: When,
    /// How scores are made; `as_of` is not looked at.
    #[serde(default)]
    pub options: ScoreOptions,
}

/// What moved a program score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreChangeReport {
    /// Program score before; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// Program score after; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
    /// After less before; absent if one of them is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
    /// Share of the weight with data before, 0 to 1.
    pub coverage_before: f64,
    /// Share of the weight with data after, 0 to 1.
    pub coverage_after: f64,
    /// The objectives, by id.
    pub objectives: Vec<ScoreChangeObjective>,
    /// The KPIs, those that moved the program most first.
    pub drivers: Vec<ScoreChangeDriver>,
    /// How far the figures can be believed.
    pub evidence: Evidence,
}

/// What an objective did to the program score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreChangeObjective {
    /// The objective.
    pub objective: ObjectiveId,
    /// Its score before; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<f64>,
    /// Its score after; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<f64>,
    /// What its KPIs did to the program score; absent where that has no change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<f64>,
}

/// What one KPI did to the program score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreChangeDriver {
    /// The KPI.
    pub kpi: KpiId,
    /// Its objective.
    pub objective: ObjectiveId,
    /// Its value before; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_before: Option<f64>,
    /// Its value after; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_after: Option<f64>,
    /// Its score before; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_before: Option<f64>,
    /// Its score after; absent without data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_after: Option<f64>,
    /// What the change of its score did to the program score.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score_effect: Option<f64>,
    /// What the change of its share did, because it or another KPI has data on one date only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage_effect: Option<f64>,
    /// Both together: what it did to the program score. These add up to the change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<f64>,
}

/// Shares closer than this are the same.
const SAME: f64 = 1e-9;

/// Says which KPIs moved the program score from one date to another, and by how much.
///
/// # Errors
/// Those of [`score`], and `dates-reversed` if the later date is not later.
///
/// # Complexity
/// That of scoring twice.
///
/// # Examples
/// ```
/// use paceline::measure::indicator::{ScoreChangeRequest, score_change};
/// let request: ScoreChangeRequest = serde_json::from_str(
///     r#"{ "before": "2026-06-30", "after": "2026-09-30", "objectives": [{ "id": "demand", "kpis": [
///         { "id": "leads", "baseline": 0, "target": 100, "measurements": [
///             { "at": "2026-06-30", "value": 40 }, { "at": "2026-09-30", "value": 80 }] },
///         { "id": "close-rate", "baseline": 0, "target": 100, "measurements": [
///             { "at": "2026-06-30", "value": 60 }, { "at": "2026-09-30", "value": 50 }] }] }] }"#,
/// )?;
/// let report = score_change(&request)?;
/// assert_eq!(report.change.map(|change| format!("{change:.2}")).as_deref(), Some("0.15"));
/// let effects: Vec<String> =
///     report.drivers.iter().map(|d| format!("{} {:+.2}", d.kpi.as_str(), d.effect.unwrap_or(0.0))).collect();
/// assert_eq!(effects, ["leads +0.20", "close-rate -0.05"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn score_change(request: &ScoreChangeRequest) -> Result<ScoreChangeReport, Issues> {
    if request.after <= request.before {
        let message = format!("`{}` is not later than `{}`", request.after, request.before);
        return Err(Issue::error("dates-reversed", "after", message).with_help("swap the dates").into());
    }
    let card = |as_of: When| {
        score(&request.objectives, &ScoreOptions { as_of: Some(as_of), ..request.options.clone() })
    };
    let (before, after) = (card(request.before)?, card(request.after)?);
    let pairs = || before.objectives.iter().zip(&after.objectives);
    let centre = centre(&before, &after);
    let mut objectives = Vec::new();
    let mut drivers = Vec::new();
    for (old, new) in pairs() {
        let own: Vec<ScoreChangeDriver> = old
            .kpis
            .iter()
            .zip(&new.kpis)
            .map(|(before, after)| driver(&old.id, before, after, centre))
            .collect();
        let effects: Option<Vec<f64>> = own.iter().map(|driver| driver.effect).collect();
        objectives.push(ScoreChangeObjective {
            objective: old.id.clone(),
            before: old.score,
            after: new.score,
            effect: effects.map(crate::stats::summary::sum),
        });
        drivers.extend(own);
    }
    let size = |driver: &ScoreChangeDriver| driver.effect.map_or(0.0, f64::abs);
    drivers.arrange_by(|a, b| size(b).total_cmp(&size(a)).then_with(|| a.kpi.cmp(&b.kpi)));
    let change = before.program.score.zip(after.program.score).map(|(before, after)| after - before);
    let coverage = (before.program.coverage, after.program.coverage);
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("arithmetic", "the drivers say where the change sits, not what caused it");
    let same = (coverage.0 - coverage.1).abs() <= SAME;
    evidence.check(
        "same-coverage",
        same,
        Some(coverage.1 - coverage.0),
        "change of the share of weight with data",
    );
    if !same {
        evidence.cautions.push(
            Issue::warning("coverage-changed", "objectives", "the dates do not have data for the same KPIs")
                .with_help("look at the effects of scores apart from those of coverage"),
        );
    }
    Ok(ScoreChangeReport {
        before: before.program.score,
        after: after.program.score,
        change,
        coverage_before: coverage.0,
        coverage_after: coverage.1,
        objectives,
        drivers,
        evidence,
    })
}

/// The score against which a KPI that comes or goes is held: nothing if there is no change to explain.
fn centre(before: &Scorecard, after: &Scorecard) -> Option<f64> {
    let (old, new) = (before.program.score?, after.program.score?);
    let shares = |card: &Scorecard| {
        let kpis = card.objectives.iter().flat_map(|objective| &objective.kpis);
        crate::stats::summary::sum(kpis.map(|kpi| kpi.program_share.unwrap_or(0.0)))
    };
    // Where what is missing counts as 0, the shares do not add up to 1, and a KPI that comes is held against 0.
    Some(if (shares(before) - shares(after)).abs() <= SAME { f64::midpoint(old, new) } else { 0.0 })
}

fn driver(
    objective: &ObjectiveId,
    before: &KpiScore,
    after: &KpiScore,
    centre: Option<f64>,
) -> ScoreChangeDriver {
    let share = (before.program_share.unwrap_or(0.0), after.program_share.unwrap_or(0.0));
    // A KPI without a share acts by nothing, whatever its score.
    let old = before.score.filter(|_| before.program_share.is_some());
    let new = after.score.filter(|_| after.program_share.is_some());
    let scores = (old.or(new).unwrap_or(0.0), new.or(old).unwrap_or(0.0));
    let by_score = centre.map(|_| 0.5 * (share.0 + share.1) * (scores.1 - scores.0));
    let by_share = centre.map(|centre| (0.5 * (scores.0 + scores.1) - centre) * (share.1 - share.0));
    ScoreChangeDriver {
        kpi: before.id.clone(),
        objective: objective.clone(),
        actual_before: before.actual,
        actual_after: after.actual,
        score_before: before.score,
        score_after: after.score,
        score_effect: by_score,
        coverage_effect: by_share,
        effect: by_score.zip(by_share).map(|(score, share)| score + share),
    }
}

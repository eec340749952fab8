//! What the work is worth: the one place where a plan and what is measured meet.
//!
//! | file | holds |
//! |---|---|
//! | here | KPI contributions as values of tasks: weights for leveling, what is at risk when a date slips |
//! | `budgets` | the best split of a budget as budgets of campaigns |
//! | `alerts` | pacing, anomalies, charts and changes as one list of alerts |
//! | `playbook` | tasks that are brought into the plan when an alert asks for them |
//!
//! A KPI whose gap is still open is worth closing; a campaign or task that contributes to it is worth that
//! share of it. The value of a task is
//!
//! ```text
//! Σ over its KPIs of objective weight × KPI weight × contribution × open share of the gap
//! ```
//!
//! in shares of all that the program wants to move (the weights of the objectives, and of the KPIs of an
//! objective, are divided by their sums). A task without KPI links of its own shares its campaign's links
//! equally with the campaign's other tasks that have a deadline and no links.
//!
//! Values serve leveling as weights ([`LevelOptions::weights`](crate::schedule::LevelOptions)), and a schedule
//! shows what is at risk when a date slips.

mod alerts;
mod budgets;
mod playbook;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

pub use alerts::{
    AlertKind, AlertReport, AlertRequest, AlertSeverity, AnomalySource, ChangePointSource,
    ControlChartSource, KpiAlert, PacingSource, alerts,
};
pub use budgets::{BudgetChange, BudgetReason, CampaignBudgetReport, CampaignBudgetRequest, budgets};
pub use playbook::{InstantiateReport, InstantiateRequest, Playbook, PlaybookTask, instantiate};

use crate::measure::{KpiGap, ScoreOptions, kpi_gaps};
use crate::plan::{KpiLink, Plan, Task};
use crate::schedule::{Schedule, missing_task};
use crate::sort::Arrange;
use crate::{CampaignId, Issues, KpiId, ObjectiveId, TaskId};

/// One KPI's part of the value of a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValuePart {
    /// The objective.
    pub objective: ObjectiveId,
    /// Its KPI.
    pub kpi: KpiId,
    /// Share of the objective among all, times that of the KPI in it.
    pub weight: f64,
    /// Share of the KPI's gap that the task is expected to close.
    pub contribution: f64,
    /// Share of the gap still open.
    pub open_share: f64,
    /// The product of the three.
    pub value: f64,
}

/// What a task is worth and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskValue {
    /// The task.
    pub task: TaskId,
    /// Share of all that the program wants to move: the sum of the parts.
    pub value: f64,
    /// By KPI, in the order of their ids.
    pub parts: Vec<ValuePart>,
}

/// What is at risk because a task is late.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AtRisk {
    /// The late task.
    pub task: TaskId,
    /// Whole days late.
    pub days: u32,
    /// Share of all that the program wants to move.
    pub value: f64,
    /// By KPI.
    pub parts: Vec<ValuePart>,
}

/// The value of every task that has a deadline or KPI links of its own, in the order of their ids.
///
/// # Errors
/// Faults of the objectives or of the options.
///
/// # Complexity
/// O(n log n) for n tasks, campaigns and KPI links.
///
/// # Examples
/// ```
/// use paceline::plan::Plan;
/// use paceline::value::values;
/// let plan = Plan::read(r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02" },
///     "tasks": [{ "id": "post", "duration": "1d", "deadline": "2026-03-06",
///                 "kpis": [{ "kpi": "leads", "contribution": 0.5 }] }],
///     "objectives": [{ "id": "demand", "kpis": [{ "id": "leads", "baseline": 900, "target": 1500,
///         "measurements": [{ "at": "2026-03-01", "value": 1140 }] }] }]
/// }"#)?;
/// let values = values(&plan, &Default::default())?;
/// assert_eq!(values[0].value, 0.5 * 0.6); // half of a gap of which 60 % is still open
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn values(plan: &Plan, options: &ScoreOptions) -> Result<Vec<TaskValue>, Issues> {
    let gaps: FxHashMap<KpiId, KpiGap> =
        kpi_gaps(&plan.objectives, options)?.into_iter().map(|gap| (gap.kpi.clone(), gap)).collect();
    let tree = Tree::new(plan);
    let mut sharing: FxHashMap<&CampaignId, u32> = FxHashMap::default();
    for task in &plan.tasks {
        if task.kpis.is_empty()
            && task.deadline.is_some()
            && let Some(campaign) = tree.campaign(task)
        {
            *sharing.entry(campaign).or_default() += 1;
        }
    }
    let campaigns: FxHashMap<&CampaignId, &[KpiLink]> =
        plan.campaigns.iter().map(|campaign| (&campaign.id, campaign.kpis.as_slice())).collect();
    let mut values = Vec::new();
    for task in &plan.tasks {
        let (links, share) = if !task.kpis.is_empty() {
            (task.kpis.as_slice(), 1.0)
        } else if task.deadline.is_some() {
            let campaign = tree.campaign(task);
            let links = campaign.and_then(|id| campaigns.get(id)).copied().unwrap_or_default();
            let count = campaign.and_then(|id| sharing.get(id)).copied().unwrap_or(1);
            (links, 1.0 / f64::from(count.max(1)))
        } else {
            continue;
        };
        let mut parts: Vec<ValuePart> =
            links.iter().filter_map(|link| gaps.get(&link.kpi).map(|gap| part(gap, link, share))).collect();
        parts.arrange_by(|a, b| a.kpi.cmp(&b.kpi));
        let value = parts.iter().map(|part| part.value).fold(0.0, |sum, value| sum + value);
        values.push(TaskValue { task: task.id.clone(), value, parts });
    }
    values.arrange_by(|a, b| a.task.cmp(&b.task));
    Ok(values)
}

fn part(gap: &KpiGap, link: &KpiLink, share: f64) -> ValuePart {
    let weight = gap.objective_weight * gap.kpi_weight;
    let contribution = link.contribution * share;
    ValuePart {
        objective: gap.objective.clone(),
        kpi: gap.kpi.clone(),
        weight,
        contribution,
        open_share: gap.open_share,
        value: weight * contribution * gap.open_share,
    }
}

/// The values as weights for [`LevelOptions::weights`](crate::schedule::LevelOptions): what a day of lateness
/// costs.
///
/// # Errors
/// As [`values`].
pub fn weights(plan: &Plan, options: &ScoreOptions) -> Result<BTreeMap<TaskId, f64>, Issues> {
    Ok(values(plan, options)?.into_iter().map(|value| (value.task, value.value)).collect())
}

/// The late tasks of a schedule with what they put at risk, the most valuable first, then by id.
///
/// # Errors
/// As [`values`], and `missing-task` for tasks that the schedule lacks.
pub fn at_risk(plan: &Plan, schedule: &Schedule, options: &ScoreOptions) -> Result<Vec<AtRisk>, Issues> {
    let missing = plan.tasks.iter().filter(|task| schedule.task(&task.id).is_none());
    let missing = missing.map(|task| missing_task(&task.id));
    Issues::check(missing.take(100).collect())?;
    let mut at_risk: Vec<AtRisk> = values(plan, options)?
        .into_iter()
        .filter_map(|value| {
            let days = schedule.task(&value.task)?.late_days;
            (days > 0).then_some(AtRisk { task: value.task, days, value: value.value, parts: value.parts })
        })
        .collect();
    at_risk.arrange_by(|a, b| b.value.total_cmp(&a.value).then_with(|| a.task.cmp(&b.task)));
    Ok(at_risk)
}

/// Tasks by id, to find the campaign of an ancestor.
struct Tree<'a>(FxHashMap<&'a TaskId, &'a Task>);

impl<'a> Tree<'a> {
    fn new(plan: &'a Plan) -> Self {
        Self(plan.tasks.iter().map(|task| (&task.id, task)).collect())
    }

    /// The campaign of a task or of its nearest ancestor that has one; a cycle of parents ends the search.
    fn campaign(&self, task: &'a Task) -> Option<&'a CampaignId> {
        let mut at = task;
        for _ in 0..=self.0.len() {
            if let Some(campaign) = &at.campaign {
                return Some(campaign);
            }
            at = self.0.get(at.parent.as_ref()?)?;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Campaign, Program};
    use crate::quantity::{Duration, When};

    fn plan() -> Plan {
        let objectives = r#"[
            { "id": "awareness", "weight": 1, "kpis": [
                { "id": "reach", "baseline": 8, "target": 12, "measurements": [{ "at": "2026-03-01", "value": 11 }] }] },
            { "id": "demand", "weight": 3, "kpis": [
                { "id": "leads", "weight": 1, "baseline": 900, "target": 1500,
                  "measurements": [{ "at": "2026-03-01", "value": 1140 }] },
                { "id": "cost", "weight": 1, "baseline": 48, "target": 36 }] }]"#;
        let mut plan = Plan::new(Program::new("p", When::parse("2026-03-02").unwrap()));
        plan.objectives = serde_json::from_str(objectives).unwrap();
        let mut campaign = Campaign::new("c");
        campaign.kpis = vec![
            KpiLink { kpi: "reach".into(), contribution: 0.8 },
            KpiLink { kpi: "cost".into(), contribution: 0.4 },
        ];
        plan.campaigns = vec![campaign];
        for id in ["a", "b", "own", "no-deadline"] {
            let mut task = Task::new(id, Duration::days(1));
            task.campaign = Some("c".into());
            task.deadline = (id != "no-deadline").then(|| When::parse("2026-03-02").unwrap());
            if id == "own" {
                task.kpis = vec![KpiLink { kpi: "leads".into(), contribution: 1.0 }];
            }
            plan.tasks.push(task);
        }
        plan
    }

    #[test]
    fn the_rule_by_hand() {
        let values = values(&plan(), &ScoreOptions::default()).unwrap();
        let names: Vec<&str> = values.iter().map(|value| value.task.as_str()).collect();
        assert_eq!(names, ["a", "b", "own"]);
        // reach: 1/4 × 1 × 0.8/2 × 0.25; cost has no data, so its gap is open: 3/4 × 1/2 × 0.4/2 × 1.
        assert!((values[0].value - (0.25 * 0.4 * 0.25 + 0.375 * 0.2)).abs() < 1e-15);
        // leads: 3/4 × 1/2 × 1 × 0.6.
        assert!((values[2].value - 0.375 * 0.6).abs() < 1e-15);
    }

    #[test]
    fn late_tasks_are_ranked_by_value() {
        let mut plan = plan();
        for task in &mut plan.tasks {
            task.duration = Some(Duration::days(3));
        }
        let schedule = crate::schedule::schedule(&plan).unwrap();
        let risk = at_risk(&plan, &schedule, &ScoreOptions::default()).unwrap();
        let order: Vec<(&str, u32)> = risk.iter().map(|risk| (risk.task.as_str(), risk.days)).collect();
        assert_eq!(order, [("own", 2), ("a", 2), ("b", 2)]);
    }
}

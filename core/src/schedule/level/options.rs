//! What leveling is asked for.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::plan::{Plan, ScheduleFrom, is_default};
use crate::quantity::When;
use crate::{CampaignId, Issue, Issues, ResourceId, TaskId};

/// A part of the objective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Sum over tasks with a deadline of weight times days late (each started day of 24 hours counts).
    Tardiness,
    /// Finish of the program.
    Finish,
}

/// Options of leveling; the default minimizes value-weighted tardiness, then the finish of the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LevelOptions {
    /// What to minimize: parts in the order of their importance, a later one only while the earlier ones stay.
    pub objective: Vec<Goal>,
    /// Move tasks within their total float only: neither the finish of the program nor a deadline that is kept
    /// now gets worse; overloads that would need more remain.
    #[serde(skip_serializing_if = "is_default")]
    pub within_float: bool,
    /// Move tasks of these campaigns only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaigns: Option<Vec<CampaignId>>,
    /// Level these resources only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resources: Option<Vec<ResourceId>>,
    /// Move only tasks that start at or after this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<When>,
    /// Move only tasks that start at or before this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<When>,
    /// What a day of lateness costs, by task; others keep the plan's weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<BTreeMap<TaskId, f64>>,
    /// How many assignments may be given to one of their alternatives; if absent, as many as help, none if 0. Those
    /// that name no alternatives never change, and neither does any while tasks move within their float only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reassign: Option<u32>,
    /// Schedules that may be generated; if absent, enough for some seconds at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<u64>,
    /// Seed of the search.
    #[serde(skip_serializing_if = "is_default")]
    pub seed: u64,
}

impl Default for LevelOptions {
    fn default() -> Self {
        Self {
            objective: vec![Goal::Tardiness, Goal::Finish],
            within_float: false,
            campaigns: None,
            resources: None,
            from: None,
            to: None,
            weights: None,
            reassign: None,
            steps: None,
            seed: 0,
        }
    }
}

impl LevelOptions {
    /// Faults of the options for a plan.
    pub(crate) fn check(&self, plan: &Plan) -> Result<(), Issues> {
        let mut issues = Vec::new();
        let mut fault = |code, at: String, message: String, help: &str| {
            issues.push(Issue::error(code, at, message).with_help(help));
        };
        if self.objective.is_empty()
            || (self.objective.len() == 2 && self.objective[0] == self.objective[1])
            || self.objective.len() > 2
        {
            fault(
                "invalid-objective",
                "options/objective".into(),
                "the objective needs one or two different goals".into(),
                "give `tardiness`, `finish` or both in the order of their importance",
            );
        }
        if plan.program.scheduling.from == ScheduleFrom::Finish {
            fault(
                "leveling-from-finish",
                "program/scheduling/from".into(),
                "a program scheduled from its finish cannot be leveled yet".into(),
                "schedule it from its start, with deadlines",
            );
        }
        for id in self.campaigns.iter().flatten() {
            if !plan.campaigns.iter().any(|campaign| campaign.id == *id) {
                fault(
                    "unknown-campaign",
                    format!("options/campaigns/{id}"),
                    format!("campaign `{id}` does not exist"),
                    "name a campaign of the plan",
                );
            }
        }
        for id in self.resources.iter().flatten() {
            if !plan.resources.iter().any(|resource| resource.id == *id) {
                fault(
                    "unknown-resource",
                    format!("options/resources/{id}"),
                    format!("resource `{id}` does not exist"),
                    "name a resource of the plan",
                );
            }
        }
        let tasks: FxHashSet<&str> = match self.weights {
            Some(_) => plan.tasks.iter().map(|task| task.id.as_str()).collect(),
            None => FxHashSet::default(),
        };
        for (id, weight) in self.weights.iter().flatten() {
            if !tasks.contains(id.as_str()) {
                fault(
                    "unknown-task",
                    format!("options/weights/{id}"),
                    format!("task `{id}` does not exist"),
                    "name a task of the plan",
                );
            }
            if !weight.is_finite() || !(0.0..=1e6).contains(weight) {
                fault(
                    "invalid-weight",
                    format!("options/weights/{id}"),
                    format!("weight `{weight}` of `{id}` is not a number from 0 to 1,000,000"),
                    "give a weight of 0 or more",
                );
            }
        }
        Issues::check(issues).map(|_| ())
    }
}

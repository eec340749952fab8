//! What leveling is asked for.

use std::collections::BTreeMap;
use std::fmt;

use rustc_hash::FxHashSet;
use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::plan::{Plan, ScheduleFrom, is_default};
use crate::quantity::When;
use crate::schedule::Schedule;
use crate::{BaselineId, CampaignId, Issue, Issues, ResourceId, TaskId};

/// Most entries of an objective.
pub(super) const PARTS_MOST: usize = 6;

/// What leveling can make small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Goal {
    /// Sum over tasks with a deadline of weight times days late (each started day of 24 hours counts).
    Tardiness,
    /// Finish of the program, in days from its start.
    Finish,
    /// Labor of the leveled plan, in the plan's currency: the work of people, departments and vendors at the rates
    /// of the days it lies on, and the cost of each use. Each assignment is rounded once; otherwise as
    /// [`cost`](crate::cost::cost) counts it. Overtime is not told apart.
    Cost,
    /// Change against the [`reference`](LevelOptions::reference): 1 for each task that does not start where it
    /// did, and a thousandth for each working day (of the program's calendar) between the two starts. So fewer
    /// moved tasks come first as long as all moves together are below a thousand days. Tasks that have started,
    /// but for a rest that may be delayed, and tasks that the reference does not have, do not count; of a rest it
    /// is when it goes on, which a baseline does not have.
    Change,
    /// Even load (resource leveling in the narrow sense): sum over resources of the square of what is in use,
    /// over time, in days of a whole resource (Burgess and Killebrew 1962; *classical resource leveling* in Rieck,
    /// Zimmermann and Gather 2012). A resource that is never asked for more than one task at a time counts the
    /// same wherever its work lies.
    EvenLoad,
}

impl Goal {
    /// Every goal.
    pub const ALL: [Goal; 5] = [Goal::Tardiness, Goal::Finish, Goal::Cost, Goal::Change, Goal::EvenLoad];

    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tardiness => "tardiness",
            Self::Finish => "finish",
            Self::Cost => "cost",
            Self::Change => "change",
            Self::EvenLoad => "even_load",
        }
    }
}

/// What one unit of each goal weighs in a sum; goals that are left out do not count.
///
/// The units are those of the goals' values: a weighted day late, a day of the program, a unit of the currency, a
/// moved task, a squared day of load.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct GoalWeights {
    /// Weight of a weighted day late.
    #[serde(skip_serializing_if = "is_default")]
    pub tardiness: f64,
    /// Weight of a day until the finish of the program.
    #[serde(skip_serializing_if = "is_default")]
    pub finish: f64,
    /// Weight of a unit of the plan's currency.
    #[serde(skip_serializing_if = "is_default")]
    pub cost: f64,
    /// Weight of a moved task.
    #[serde(skip_serializing_if = "is_default")]
    pub change: f64,
    /// Weight of a squared day of load.
    #[serde(skip_serializing_if = "is_default")]
    pub even_load: f64,
}

impl GoalWeights {
    /// The weight of a goal.
    pub fn of(&self, goal: Goal) -> f64 {
        match goal {
            Goal::Tardiness => self.tardiness,
            Goal::Finish => self.finish,
            Goal::Cost => self.cost,
            Goal::Change => self.change,
            Goal::EvenLoad => self.even_load,
        }
    }
}

/// An entry of the objective: one goal, or a weighted sum of several.
///
/// In documents a goal is its name and a sum the weights by name: `["tardiness", {"change": 1, "finish": 0.1}]`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Criterion {
    /// One goal.
    Goal(Goal),
    /// A weighted sum of goals.
    Sum(GoalWeights),
}

impl From<Goal> for Criterion {
    fn from(goal: Goal) -> Self {
        Self::Goal(goal)
    }
}

impl From<GoalWeights> for Criterion {
    fn from(weights: GoalWeights) -> Self {
        Self::Sum(weights)
    }
}

impl<'de> Deserialize<'de> for Criterion {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Entry;
        impl<'de> Visitor<'de> for Entry {
            type Value = Criterion;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("the name of a goal, or weights of goals by name")
            }

            fn visit_str<E: de::Error>(self, name: &str) -> Result<Criterion, E> {
                Goal::deserialize(de::value::StrDeserializer::new(name)).map(Criterion::Goal)
            }

            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Criterion, A::Error> {
                GoalWeights::deserialize(de::value::MapAccessDeserializer::new(map)).map(Criterion::Sum)
            }
        }
        from.deserialize_any(Entry)
    }
}

impl Criterion {
    /// The goals that count, each with its weight; that of a single goal is 1.
    pub(super) fn goals(&self) -> Vec<(Goal, f64)> {
        match self {
            Self::Goal(goal) => vec![(*goal, 1.0)],
            Self::Sum(weights) => {
                Goal::ALL.map(|goal| (goal, weights.of(goal))).into_iter().filter(|one| one.1 > 0.0).collect()
            }
        }
    }

    pub(super) fn has(&self, goal: Goal) -> bool {
        match self {
            Self::Goal(own) => *own == goal,
            Self::Sum(weights) => weights.of(goal) > 0.0,
        }
    }
}

/// A given plan: where each task lay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reference {
    /// The plan as it stands, with the leveling delays that it has: what [`schedule`](crate::schedule::schedule())
    /// answers for it.
    Plan,
    /// A baseline of the plan. On a bare date any start on that day is the same start.
    Baseline {
        /// Its id.
        baseline: BaselineId,
    },
    /// A schedule of this plan or of an earlier version of it: tasks that it lacks have no reference.
    Schedule {
        /// The schedule.
        schedule: Box<Schedule>,
    },
}

/// Options of leveling; the default minimizes value-weighted tardiness, then the finish of the program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LevelOptions {
    /// What to minimize: up to 6 goals or weighted sums of goals in the order of their importance, a later one
    /// only while the earlier ones stay.
    pub objective: Vec<Criterion>,
    /// A given plan: the search starts from it, and `change` is counted against it. If absent, it is the plan as it
    /// stands when `change` is among the goals, else there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Reference>,
    /// Tasks that have not started start at or after this, mostly the status date (Microsoft Project: *reschedule
    /// uncompleted work to start after*); with [`split_remaining`](LevelOptions::split_remaining) the rest of started
    /// tasks goes on at or after it, too. It holds for the plan before leveling, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before: Option<When>,
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
    /// The rest of a started task may be delayed (Microsoft Project: *leveling can create splits in remaining work*):
    /// what is done stays, with its load and its cost, and the rest goes on later, in one piece. It counts as a task
    /// that starts when the rest goes on, for the scope and for `change`.
    ///
    /// Off by default, unlike in Microsoft Project: to call people away from work that they have begun is a decision
    /// of its own, and started tasks then stay where the people who do them think they are. Tasks that have not
    /// started are never split. A task of which only some of its people have something left stays, and so does work
    /// left before the start of the program.
    ///
    /// Half of the steps (as many again if `steps` is absent) go to plans without splits, unless `not_before` delays a
    /// rest anyway: so the result is never worse than without the option in half of the steps.
    #[serde(skip_serializing_if = "is_default")]
    pub split_remaining: bool,
    /// What a day of lateness costs, by task; others keep the plan's weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weights: Option<BTreeMap<TaskId, f64>>,
    /// How many assignments may be given to one of their alternatives; if absent, as many as help, none if 0. Those
    /// that name no alternatives never change, and neither does any while tasks move within their float only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reassign: Option<u32>,
    /// Schedules that may be generated; if absent, enough for some seconds at most. Where only a part of the plan is
    /// placed anew, its tasks count for their share of one: a step is always about the work of placing every task
    /// once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<u64>,
    /// Stop when value less bound of the first part is at most this, in the unit of the part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gap: Option<f64>,
    /// Stop when value less bound of the first part is at most this share of the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relative_gap: Option<f64>,
    /// Seed of the search.
    #[serde(skip_serializing_if = "is_default")]
    pub seed: u64,
}

impl Default for LevelOptions {
    fn default() -> Self {
        Self {
            objective: vec![Goal::Tardiness.into(), Goal::Finish.into()],
            reference: None,
            not_before: None,
            within_float: false,
            campaigns: None,
            resources: None,
            from: None,
            to: None,
            split_remaining: false,
            weights: None,
            reassign: None,
            steps: None,
            gap: None,
            relative_gap: None,
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
        self.check_objective(&mut fault);
        self.check_reference(plan, &mut fault);
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

    fn check_objective(&self, fault: &mut impl FnMut(&'static str, String, String, &str)) {
        let repeated = |(index, one): (usize, &Criterion)| self.objective[..index].contains(one);
        if self.objective.is_empty()
            || self.objective.len() > PARTS_MOST
            || self.objective.iter().enumerate().any(repeated)
        {
            fault(
                "invalid-objective",
                "options/objective".into(),
                format!("the objective needs one to {PARTS_MOST} different entries"),
                "give goals, or weights of goals, in the order of their importance",
            );
        }
        for (index, one) in self.objective.iter().enumerate() {
            let Criterion::Sum(weights) = one else { continue };
            let mut all = Goal::ALL.iter().map(|goal| weights.of(*goal));
            if all.clone().any(|weight| !weight.is_finite() || !(0.0..=1e6).contains(&weight)) {
                fault(
                    "invalid-weight",
                    format!("options/objective/{index}"),
                    "a weight of a goal is not a number from 0 to 1,000,000".into(),
                    "give weights of 0 or more",
                );
            } else if all.all(|weight| weight < 1e-6) {
                fault(
                    "invalid-objective",
                    format!("options/objective/{index}"),
                    "a sum in which no goal has a weight".into(),
                    "give at least one goal a weight of 0.000001 or more",
                );
            }
        }
        for (name, gap) in [("gap", self.gap), ("relative_gap", self.relative_gap)] {
            if gap.is_some_and(|gap| !gap.is_finite() || gap < 0.0) {
                fault(
                    "invalid-gap",
                    format!("options/{name}"),
                    "a gap is a number of 0 or more".into(),
                    "leave it out to search for the best plan",
                );
            }
        }
    }

    fn check_reference(&self, plan: &Plan, fault: &mut impl FnMut(&'static str, String, String, &str)) {
        match &self.reference {
            Some(Reference::Baseline { baseline }) => {
                if !plan.baselines.iter().any(|one| one.id == *baseline) {
                    fault(
                        "unknown-baseline",
                        "options/reference/baseline".into(),
                        format!("baseline `{baseline}` does not exist"),
                        "name a baseline of the plan",
                    );
                }
            }
            Some(Reference::Schedule { schedule }) => {
                if !plan.tasks.is_empty() && !plan.tasks.iter().any(|task| schedule.task(&task.id).is_some())
                {
                    fault(
                        "foreign-reference",
                        "options/reference/schedule".into(),
                        "the reference has no task of the plan".into(),
                        "give a schedule of this plan or of an earlier version of it",
                    );
                }
            }
            Some(Reference::Plan) | None => {}
        }
    }
}

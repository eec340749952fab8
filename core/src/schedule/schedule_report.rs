//! What the operations of this module return: plain data, the same in every language.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use super::level::Goal;
use crate::quantity::{Elapsed, Money, Stamp, Units, Work};
use crate::sort::Arrange;
use crate::{Issue, ResourceId, Status, TaskId};

/// Version of the schedule format that this library writes.
pub const SCHEDULE_FORMAT: &str = "paceline-schedule/1";

/// What a row of a schedule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Work.
    Task,
    /// A moment.
    Milestone,
    /// The span of its children.
    Summary,
}

/// Dates and float of one task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskSchedule {
    /// The task.
    pub id: TaskId,
    /// What it is.
    pub kind: TaskKind,
    /// Scheduled start: what to do.
    pub start: Stamp,
    /// End of what is done of a started task, if the rest does not go on at once (Microsoft Project: *Stop*). Where
    /// people end at different moments it is the last, but not after the rest goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Stamp>,
    /// When the rest then goes on (Microsoft Project: *Resume*): nobody works on the task between the two. Both are
    /// absent if work goes on without interruption, and of tasks that have not started or are done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resume: Option<Stamp>,
    /// Scheduled finish.
    pub finish: Stamp,
    /// Earliest start that links, constraints and leveling allow.
    pub early_start: Stamp,
    /// Earliest finish.
    pub early_finish: Stamp,
    /// Latest start that delays neither the program nor breaks a constraint or deadline.
    pub late_start: Stamp,
    /// Latest finish.
    pub late_finish: Stamp,
    /// Duration in seconds of working time of the task's calendar (elapsed seconds for an elapsed duration).
    pub duration: Work,
    /// Total float: seconds of working time it can slip without delaying the program, breaking a
    /// constraint or missing a deadline. Below zero: it is that much too late already.
    pub total_float: Work,
    /// Free float: seconds of working time it can slip without moving any successor.
    pub free_float: Work,
    /// Whether it is critical: total float at most the program's limit, and not finished.
    pub critical: bool,
    /// Predecessors whose links decide its dates, by id. Empty: the program's start, a constraint, progress or
    /// leveling decides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<TaskId>,
    /// Whole days after the deadline, each started day of 24 hours counted; 0 when on time or without deadline.
    #[serde(default, skip_serializing_if = "crate::plan::is_default")]
    pub late_days: u32,
}

/// An assignment that one of its alternatives takes over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reassigned {
    /// The task.
    pub task: TaskId,
    /// The resource that the plan assigns.
    pub from: ResourceId,
    /// The resource that does it.
    pub to: ResourceId,
}

/// When everything happens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Version of the format, `paceline-schedule/1`.
    pub format: String,
    /// First start.
    pub start: Stamp,
    /// Last finish.
    pub finish: Stamp,
    /// Every task of the plan, in the order of their ids. A document may have them in any order.
    #[serde(deserialize_with = "by_id")]
    pub tasks: Vec<TaskSchedule>,
    /// The longest driving path to the finish of the program, first task first; with multiple critical
    /// paths one for each open end that is critical.
    pub critical_paths: Vec<Vec<TaskId>>,
    /// Assignments that are done by somebody else than the plan says, by task, then resource. Whoever reads the
    /// schedule reads the plan with them: load, cost, checks and `apply_leveling` do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reassigned: Vec<Reassigned>,
    /// What a person should know: missed deadlines, broken constraints, negative float, and the plan's warnings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// What is said of a task of the plan that a schedule lacks.
pub(crate) fn missing_task(id: &TaskId) -> Issue {
    Issue::error("missing-task", format!("tasks/{id}"), format!("task `{id}` is not in the schedule"))
        .with_help("schedule the plan again: its tasks have changed")
}

fn by_id<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<TaskSchedule>, D::Error> {
    let mut rows = Vec::<TaskSchedule>::deserialize(from)?;
    rows.arrange_by(|a, b| a.id.cmp(&b.id));
    Ok(rows)
}

impl Schedule {
    /// The row of a task.
    ///
    /// # Complexity
    /// O(log n).
    pub fn task(&self, id: &str) -> Option<&TaskSchedule> {
        self.tasks.binary_search_by(|row| row.id.as_str().cmp(id)).ok().map(|index| &self.tasks[index])
    }
}

/// Load of one resource on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DayLoad {
    /// The day, on the plan's clock.
    pub date: NaiveDate,
    /// Work asked of it, in seconds of work of one whole resource.
    pub demand: Work,
    /// Work it can do, likewise.
    pub capacity: Work,
    /// Work asked above what it can do at that moment, likewise. Overload is judged moment by moment, so
    /// this can be above zero on a day whose demand is below its capacity.
    pub excess: Work,
}

/// A span in which a resource is asked for more than there is of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Overload {
    /// The resource.
    pub resource: ResourceId,
    /// From.
    pub from: Stamp,
    /// To.
    pub to: Stamp,
    /// Most asked at once in the span.
    pub peak: Units,
    /// Work asked above capacity in the span, in seconds of work of one whole resource.
    pub excess: Work,
    /// The tasks that ask, by id.
    pub tasks: Vec<TaskId>,
}

/// Load of one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResourceLoad {
    /// The resource.
    pub resource: ResourceId,
    /// Days with demand, in order.
    pub days: Vec<DayLoad>,
    /// Spans of overload, in order.
    pub overloads: Vec<Overload>,
    /// Sum of the work asked, in seconds.
    pub demand: Work,
    /// Sum of the excess, in seconds.
    pub excess: Work,
}

/// Load of every resource that works, in the order of their ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoadReport {
    /// Load of each resource.
    pub resources: Vec<ResourceLoad>,
    /// How many resources are overloaded at some time.
    pub overloaded: u32,
    /// Sum of all excess, in seconds of work of one whole resource.
    pub excess: Work,
}

/// Why a task moved: what holds the first task of its chain where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Cause {
    /// A resource is busy (or away) until the task can have it.
    Resource {
        /// The resource.
        resource: ResourceId,
        /// From when it is free.
        until: Stamp,
        /// Tasks that hold it before, by id; empty when it is away or its capacity is lower.
        held_by: Vec<TaskId>,
    },
    /// A predecessor outside the chain moved it by a link.
    Link {
        /// The predecessor.
        from: TaskId,
    },
    /// It waits so that a successor comes within the maximum lag of their link.
    MaxLag {
        /// The successor.
        to: TaskId,
    },
    /// The search chose a later place because it serves the objective better.
    Choice,
}

/// What of a task leveling moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MoveKind {
    /// The whole task.
    #[default]
    Whole,
    /// The rest of a started task: what is done stays, and work goes on later.
    Split,
}

/// A task that leveling moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The task.
    pub task: TaskId,
    /// What of it moved.
    #[serde(default, skip_serializing_if = "crate::plan::is_default")]
    pub kind: MoveKind,
    /// Start before leveling; of a split, when the rest was to go on.
    pub from: Stamp,
    /// Start after leveling; of a split, when the rest goes on.
    pub to: Stamp,
    /// Difference in elapsed seconds.
    pub delay: Elapsed,
    /// From the task back along driving links to the task whose cause is given; at least the task itself.
    pub chain: Vec<TaskId>,
    /// What holds the last task of the chain.
    pub cause: Cause,
}

/// An assignment that leveling gave to somebody else.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reassignment {
    /// The task.
    pub task: TaskId,
    /// Who was to do it.
    pub from: ResourceId,
    /// Who does it.
    pub to: ResourceId,
    /// Home market of who does it, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// Work that it does, in seconds of work of one whole resource.
    pub work: Work,
    /// What the work would have cost with the former resource where the task lay before leveling.
    pub cost_before: Money,
    /// What it costs now.
    pub cost_after: Money,
    /// For each part of the objective how much more it would be if this alone were taken back and the tasks kept
    /// their order. All 0 for one that serves only together with others; empty in a plan with very many.
    pub saving: Vec<f64>,
    /// Why not the former resource: it is away or busy then; [`Cause::Choice`] if it could have done it, too.
    pub cause: Cause,
    /// The same as a sentence for a person.
    pub message: String,
}

/// Why a task is late.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LateReason {
    /// Links, calendars and constraints alone make it late: no leveling can help.
    Precedence,
    /// It is late because resources are short.
    Resources,
}

/// A task that misses its deadline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LateTask {
    /// The task.
    pub task: TaskId,
    /// Its deadline (the end of the day when it is a bare date).
    pub deadline: Stamp,
    /// Its finish.
    pub finish: Stamp,
    /// Whole days late, each started day of 24 hours counted.
    pub days: u32,
    /// What one day costs.
    pub weight: f64,
    /// Days times weight.
    pub weighted: f64,
    /// Days that no leveling can avoid: links, calendars and constraints alone make it that late.
    pub unavoidable_days: u32,
    /// Driving chain that makes those days, first task first, the late task last; empty if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavoidable_chain: Vec<TaskId>,
    /// Why.
    pub reason: LateReason,
    /// Driving chain that makes it late, first task first, the late task last.
    pub chain: Vec<TaskId>,
}

/// What a lower bound rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Bound {
    /// Nothing is below zero.
    Trivial,
    /// Links, calendars and constraints alone: no plan is better even with endless resources.
    Precedence {
        /// Tasks of the path (for the finish) or the late tasks (for tardiness), by id.
        tasks: Vec<TaskId>,
    },
    /// Work that one resource must do cannot all be done in time.
    Energy {
        /// The resource.
        resource: ResourceId,
        /// The tasks competing for it.
        tasks: Vec<TaskId>,
    },
    /// Work that several resources must do among them, whoever does what, cannot all be done in time.
    Pool {
        /// Resources that can be exchanged for each other, by id.
        resources: Vec<ResourceId>,
        /// The tasks competing for them.
        tasks: Vec<TaskId>,
    },
    /// Every order of the tasks was ruled out or tried.
    Exhausted {
        /// Nodes of the search tree.
        nodes: u64,
    },
    /// Every piece of work at the lowest of the rates that it can meet.
    Cheapest,
    /// Tasks that cannot start where they did, and the fewest of those that collide.
    Moved {
        /// The tasks, by id.
        tasks: Vec<TaskId>,
    },
    /// The square of each task's use alone, or all work of each resource spread evenly over the time that it has.
    Spread,
    /// A weighted sum of the bounds of its goals.
    Sum {
        /// The goals.
        goals: Vec<GoalBound>,
    },
}

/// The lower bound of one goal of a weighted sum.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GoalBound {
    /// The goal.
    pub goal: Goal,
    /// No leveled plan is below this, in the unit of the goal.
    pub bound: f64,
}

/// An improvement of the search: the best plan from this step on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TracePoint {
    /// Steps used until then.
    pub step: u64,
    /// Work above capacity that the plan still asks for, in seconds of work of one whole resource.
    #[serde(default, skip_serializing_if = "crate::plan::is_default")]
    pub excess: Work,
    /// The parts of the objective.
    pub objective: Vec<f64>,
    /// The lower bound of each part as it was known then.
    pub bound: Vec<f64>,
    /// The priority rule or method that found the plan.
    pub found_by: String,
}

/// One part of the objective: parts are compared in order, a later part only when the earlier ones are equal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObjectivePart {
    /// The goal: `tardiness`, `finish`, `cost`, `change` or `even_load`; those of a weighted sum joined by ` + `.
    pub name: String,
    /// Unit of the numbers: `weighted days`, `days from the program's start`, the plan's currency (else `money`),
    /// `moved tasks`, `squared days` (of a whole resource) or `weighted sum`.
    pub unit: String,
    /// Value of the plan before leveling (which may be overloaded).
    pub before: f64,
    /// Value of the leveled plan.
    pub value: f64,
    /// No leveled plan is below this; of a later part, none that is as good in the parts before it.
    pub bound: f64,
    /// Value less bound.
    pub gap: f64,
    /// What the bound rests on.
    pub reason: Bound,
}

/// An overload that leveling could not remove.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RemainingOverload {
    /// The overload.
    pub overload: Overload,
    /// Why it remains, as a stable code: `fixed-tasks`, `hard-constraint`, `exceeds-capacity`, `out-of-scope`, `within-float`.
    pub reason: String,
    /// The same for a person.
    pub message: String,
}

/// The result of leveling.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelReport {
    /// What is known about the plan.
    pub status: Status,
    /// The leveled schedule.
    pub schedule: Schedule,
    /// The schedule before leveling.
    pub before: Schedule,
    /// The parts of the objective with their bounds.
    pub objective: Vec<ObjectivePart>,
    /// Tasks that moved, in the order of their new start, then id.
    pub moves: Vec<Move>,
    /// Assignments given to somebody else, by task, then former resource.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reassignments: Vec<Reassignment>,
    /// Tasks that miss their deadline, in the order of their ids.
    pub late: Vec<LateTask>,
    /// Overloads that remain, each with its reason.
    pub remaining: Vec<RemainingOverload>,
    /// Steps used: schedules generated.
    pub steps: u64,
    /// The priority rule or method that found the plan.
    pub found_by: String,
    /// The improvements of the search in the order of their steps, at most 200: of more, the first, the last and
    /// some between.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trace: Vec<TracePoint>,
}

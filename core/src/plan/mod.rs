//! The document: a program with its campaigns, tasks, dependencies, calendars, resources and objectives.
//!
//! [`Plan`] is the wire form and the working form at once: plain data with public fields, read from and
//! written to versioned JSON, unknown fields refused. Nothing in it is computed. Everything refers to
//! everything else by the author's own ids, and the order of the lists means nothing: shuffling them
//! changes no byte of any result.
//!
//! | file | holds |
//! |---|---|
//! | `program` | the program: start, clock, working day, scheduling options |
//! | `campaign` | campaigns: weight, window, budget, links to KPIs |
//! | `task` | tasks, milestones and summaries: duration, constraints, deadline, value, progress |
//! | `dependency` | links between tasks |
//! | `resource` | people, departments, vendors, material, cost; skills, absences, rates |
//! | `assignment` | who works on what |
//! | `alternative` | who else could do it: people by name or by what they must be |
//! | `baseline` | dates and cost as they were once agreed |
//! | `validate` | every fault of a document at once |
//! | `json` | reading and writing |
//! | `change` | changing: merge patches addressed by place |
//! | `diff` | what changed between two plans |
//! | `builder` | writing a plan in Rust |

pub(crate) mod alternative;
mod assignment;
mod baseline;
mod builder;
mod campaign;
mod change;
mod dependency;
mod diff;
pub(crate) mod index;
mod json;
mod program;
mod resource;
mod task;
pub(crate) mod validate;

use serde::{Deserialize, Serialize};

pub use alternative::{Alternative, Criteria};
pub use assignment::Assignment;
pub use baseline::{Baseline, BaselineTask};
pub use builder::{PlanBuilder, TaskEntry};
pub use campaign::{Campaign, KpiLink, Window};
pub use dependency::{Dependency, DependencyKind, LagCalendar};
pub use diff::{ChangeKind, PlanChange};
pub use json::read_json;
pub use program::{CriticalRule, FloatRule, Program, ProgressRule, ScheduleFrom, Scheduling, TotalFloat};
pub use resource::{Absence, Availability, Per, Rate, Resource, ResourceKind, SkillLevel};
pub(crate) use task::PRIORITY_NEVER_MOVES;
pub use task::{
    Constraint, ConstraintKind, Estimate, ManualDates, MilestoneKind, Split, Task, TaskProgress, TaskType,
};
pub(crate) use validate::checked;
pub use validate::limits;

use crate::calendar::Calendar;
use crate::measure::Objective;

/// Version of the document format that this library writes.
pub const FORMAT: &str = "paceline/1";

/// A whole program as one document.
///
/// The lists are sets: their order carries no meaning.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Version of the format, `paceline/1`.
    pub format: String,
    /// The program itself.
    pub program: Program,
    /// Working time of people, markets and the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<Calendar>,
    /// Campaigns of the program.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<Campaign>,
    /// People, departments, vendors, material and cost.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// Tasks, milestones and summaries; the work breakdown tree is made by their `parent`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Links between tasks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<Dependency>,
    /// Who works on what.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assignments: Vec<Assignment>,
    /// Business objectives with their KPIs and measurements.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Objective>,
    /// Agreed dates and cost to compare with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<Baseline>,
}

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Plan {
    /// An empty plan.
    pub fn new(program: Program) -> Self {
        Self {
            format: FORMAT.to_owned(),
            program,
            calendars: Vec::new(),
            campaigns: Vec::new(),
            resources: Vec::new(),
            tasks: Vec::new(),
            dependencies: Vec::new(),
            assignments: Vec::new(),
            objectives: Vec::new(),
            baselines: Vec::new(),
        }
    }
}

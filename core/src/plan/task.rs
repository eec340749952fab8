//! Tasks, milestones and summaries.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{KpiLink, SkillLevel, is_default};
use crate::quantity::{Duration, Money, When};
use crate::{CalendarId, CampaignId, TaskId};

/// Highest priority: leveling never moves such a task.
pub(crate) const PRIORITY_NEVER_MOVES: u16 = 1000;

/// At which side of the working day a milestone sits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MilestoneKind {
    /// At the end of the work before it (17:00): Microsoft Project's milestone, P6's finish milestone.
    Finish,
    /// At the beginning of the next work (09:00): P6's start milestone; a publication.
    Start,
}

/// What a constraint demands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ConstraintKind {
    /// As soon as possible; the default, no date.
    AsSoonAsPossible,
    /// As late as possible without delaying the program; no date.
    AsLateAsPossible,
    /// Start exactly then.
    MustStartOn,
    /// Finish exactly then.
    MustFinishOn,
    /// Start then or later: an embargo, a release date.
    StartNoEarlierThan,
    /// Start then or earlier. On a bare date any start on that day keeps it; a task that it pulls forward begins with
    /// that day's work, and float counts to there.
    StartNoLaterThan,
    /// Finish then or later.
    FinishNoEarlierThan,
    /// Finish then or earlier.
    FinishNoLaterThan,
    /// Start exactly then, early and late, whatever links ask, even where links beat other dates (P6: *mandatory
    /// start*).
    MandatoryStart,
    /// Finish exactly then, likewise (P6: *mandatory finish*).
    MandatoryFinish,
}

/// A date that a task is held to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Constraint {
    /// What is demanded.
    pub kind: ConstraintKind,
    /// When; absent for as soon and as late as possible. A bare date is the beginning of the day for
    /// `must_start_on`, `mandatory_start` and `start_no_earlier_than`, and the end of the day for the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<When>,
}

impl Constraint {
    /// A constraint with a date.
    pub fn on(kind: ConstraintKind, date: impl Into<When>) -> Self {
        Self { kind, date: Some(date.into()) }
    }

    /// As late as possible.
    pub const ALAP: Constraint = Constraint { kind: ConstraintKind::AsLateAsPossible, date: None };
}

/// A three-point estimate of a task's duration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// If all goes well.
    pub optimistic: Duration,
    /// Most likely.
    pub likely: Duration,
    /// If much goes wrong.
    pub pessimistic: Duration,
}

/// What has happened so far.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskProgress {
    /// When work began. A started task is not moved; leveling delays its rest if it is asked to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_start: Option<When>,
    /// When work ended. A finished task keeps both dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual_finish: Option<When>,
    /// Share of the duration done, 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete: Option<f64>,
    /// Duration still to do, if it is not what `complete` leaves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remaining: Option<Duration>,
    /// When the rest goes on, if work was interrupted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resume: Option<When>,
    /// When it is expected to finish: how long the rest takes follows from it if `scheduling.use_expected_finish`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_finish: Option<When>,
}

/// What stays as it is when work, duration or share of a task changes, and what decides its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskType {
    /// The shares of its resources; each works at its own times.
    #[default]
    FixedUnits,
    /// The duration, counted in the calendar of the task or the program, whoever works on it.
    FixedDuration,
    /// The work; each resource works at its own times.
    FixedWork,
}

/// Dates that somebody set by hand (Microsoft Project's manually scheduled task).
///
/// Links and constraints do not move it; links out of it start from here, and it has late dates and float like the
/// others. What is under a summary with such dates starts no earlier than it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ManualDates {
    /// Start.
    pub start: When,
    /// Finish.
    pub finish: When,
}

/// A time in which work on a task pauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Split {
    /// How much of the duration lies before the pause.
    pub after: Duration,
    /// How long work pauses, in working time.
    pub pause: Duration,
}

/// A task, a milestone or, if others name it as their parent, a summary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Id.
    pub id: TaskId,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The summary it belongs to in the work breakdown tree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<TaskId>,
    /// The campaign it belongs to; if absent, its parent's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<CampaignId>,
    /// The market it is for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// Working or elapsed duration. A milestone has none; a summary's is computed. If absent, the
    /// likely estimate, or the longest of its assignments' work divided by units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// Three-point estimate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// What decides its dates; `fixed_units` if absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub task_type: TaskType,
    /// Dates set by hand, which links do not move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manual: Option<ManualDates>,
    /// When work on it pauses. Load and cost spread the work evenly from start to finish all the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub splits: Vec<Split>,
    /// Set for a milestone: a moment, not work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<MilestoneKind>,
    /// Set for a level of effort (P6; a hammock): work such as supervision that lasts as long as what it accompanies. Its
    /// links say from when to when: it starts with the first of the ends that they join its start to and finishes with
    /// the last of those that they join its finish to, whether as predecessors or as successors. Without
    /// links it is as long as the others under its summary (P6: a WBS summary activity). It drives nothing, is never critical, works on the calendar of the task, and leveling goes around it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub level_of_effort: bool,
    /// Calendar of the task; it works when both this and its resources do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    /// Whether the task's calendar alone decides.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ignore_resource_calendars: bool,
    /// Dates it is held to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// Should be finished by then; later is lateness, not a fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<When>,
    /// 0 to 1000, higher goes first in leveling; 1000 never moves.
    #[serde(default = "five_hundred", skip_serializing_if = "is_five_hundred")]
    pub priority: u16,
    /// What one day of lateness costs; if absent, its campaign's weight, else 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// KPIs it serves; if empty, its campaign's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kpis: Vec<KpiLink>,
    /// Skills that the people assigned to it must have between them, each at its least level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillLevel>,
    /// A cost that does not depend on who does it: a vendor's fee.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fixed_cost: Money,
    /// Elapsed delay from an earlier leveling, on top of what links and constraints ask.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub leveling_delay: Option<Duration>,
    /// What has happened so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub progress: TaskProgress,
    /// Words to find it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Anything worth saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    /// What other tools say of it that this library does not use: texts by the name that the tool has for them, with the
    /// tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extras: BTreeMap<String, String>,
}

fn five_hundred() -> u16 {
    500
}
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_five_hundred(value: &u16) -> bool {
    *value == 500
}

impl Task {
    /// A task with an id and a duration.
    pub fn new(id: impl Into<TaskId>, duration: Duration) -> Self {
        Self { duration: Some(duration), ..Self::bare(id) }
    }

    /// A milestone.
    pub fn milestone(id: impl Into<TaskId>, kind: MilestoneKind) -> Self {
        Self { milestone: Some(kind), ..Self::bare(id) }
    }

    /// A summary: name it as the `parent` of others.
    pub fn summary(id: impl Into<TaskId>) -> Self {
        Self::bare(id)
    }

    fn bare(id: impl Into<TaskId>) -> Self {
        Self {
            id: id.into(),
            name: None,
            parent: None,
            campaign: None,
            market: None,
            duration: None,
            estimate: None,
            task_type: TaskType::FixedUnits,
            manual: None,
            splits: Vec::new(),
            milestone: None,
            level_of_effort: false,
            calendar: None,
            ignore_resource_calendars: false,
            constraints: Vec::new(),
            deadline: None,
            priority: 500,
            weight: None,
            kpis: Vec::new(),
            skills: Vec::new(),
            fixed_cost: Money::ZERO,
            leveling_delay: None,
            progress: TaskProgress::default(),
            tags: Vec::new(),
            notes: None,
            extras: BTreeMap::new(),
        }
    }
}

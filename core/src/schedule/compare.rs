//! `compare`: what moved between two schedules, and why.
//!
//! A task that moved is held, or was held, by something: a predecessor that drives it now, one that drove it
//! before, a child that makes the span of its summary, a resource it waits for under leveling. As long as that
//! task has moved too, it is the reason (`via`). A task without such a reason moved by itself: its own duration,
//! constraint, calendar, link or delay changed. Each task names the step before it and where its chain began,
//! so the whole stays linear in the size of the schedules.

mod own;

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

pub use own::OwnChange;
use own::Versions;

use super::schedule_report::{Reassigned, Schedule, TaskKind, TaskSchedule};
use crate::plan::{Plan, Task};
use crate::quantity::{Elapsed, Stamp, Work};
use crate::sort::Arrange;
use crate::{Issue, Issues, ResourceId, TaskId};

/// Why a task moved: the step of its chain next to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum ShiftCause {
    /// A task that drives it by a link moved.
    Driven {
        /// The task.
        by: TaskId,
    },
    /// A task that drove it by a link does so no longer.
    Released {
        /// The task.
        by: TaskId,
    },
    /// It is a summary, and a child moved that begins or ends its span.
    Child {
        /// The child.
        task: TaskId,
    },
    /// Its duration changed.
    Duration {
        /// Before, in seconds of working time of its calendar.
        before: Work,
        /// After, likewise.
        after: Work,
    },
    /// It moved by itself: something of its own changed, or leveling placed it there.
    Own {
        /// What changed, if the plan of the earlier schedule is known.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        changed: Vec<OwnChange>,
    },
}

/// A task whose dates differ between two schedules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskShift {
    /// The task.
    pub task: TaskId,
    /// Start before.
    pub start_before: Stamp,
    /// Start after.
    pub start_after: Stamp,
    /// Finish before.
    pub finish_before: Stamp,
    /// Finish after.
    pub finish_after: Stamp,
    /// Start after less start before, in elapsed seconds.
    pub start_delay: Elapsed,
    /// Finish after less finish before, in elapsed seconds.
    pub finish_delay: Elapsed,
    /// Whole days after its deadline before.
    pub late_days_before: u32,
    /// Whole days after its deadline after.
    pub late_days_after: u32,
    /// Why it moved.
    pub cause: ShiftCause,
    /// The task at the beginning of the chain of causes: the task itself if it moved by itself.
    pub origin: TaskId,
    /// The same as a sentence for a person.
    pub message: String,
}

/// What differs between two schedules of a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    /// Last finish before.
    pub finish_before: Stamp,
    /// Last finish after.
    pub finish_after: Stamp,
    /// Finish after less finish before, in elapsed seconds.
    pub finish_delay: Elapsed,
    /// Tasks that miss their deadline before.
    pub late_before: u32,
    /// Tasks that miss their deadline after.
    pub late_after: u32,
    /// Tasks whose dates differ, in the order of their new start, then id.
    pub shifts: Vec<TaskShift>,
    /// Assignments that others do after than before, by task, then resource of the plan: who did, who does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reassigned: Vec<Reassigned>,
    /// Tasks that only the later schedule has, by id.
    pub added: Vec<TaskId>,
    /// Tasks that only the earlier schedule has, by id.
    pub removed: Vec<TaskId>,
    /// Tasks that are critical only after, by id.
    pub now_critical: Vec<TaskId>,
    /// Tasks that are critical only before, by id.
    pub no_longer_critical: Vec<TaskId>,
}

/// What moved between two schedules, and why.
///
/// `plan` is the plan of the later schedule; the earlier one may be of another version of it. The causes are read
/// from the schedules alone, so that they also explain schedules that were made elsewhere; what a task that moved
/// by itself changed of its own says [`compare_versions`].
///
/// # Errors
/// `duplicate-task` if a schedule has a task twice.
///
/// # Complexity
/// O(n log n) for n tasks and links.
///
/// # Examples
/// ```
/// use paceline::plan::{Plan, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{ShiftCause, compare, schedule};
///
/// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
///     .task(Task::new("brief", Duration::days(1)))
///     .task(Task::new("copy", Duration::days(2)).after("brief"))
///     .build()?;
/// let longer = plan.changed(r#"{"tasks": {"brief": {"duration": "3d"}}}"#)?;
/// let comparison = compare(&longer, &schedule(&plan)?, &schedule(&longer)?)?;
/// assert_eq!(comparison.shifts[1].cause, ShiftCause::Driven { by: "brief".into() });
/// assert_eq!(
///     comparison.shifts[1].message,
///     "starts 2026-03-05 08:00 instead of 2026-03-03 08:00, because `brief` now finishes 2026-03-04 17:00"
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare(plan: &Plan, before: &Schedule, after: &Schedule) -> Result<Comparison, Issues> {
    Pairs::new(plan, before, after, None)?.comparison(before, after)
}

/// [`compare`] with the plan of the earlier schedule, too: names what changed of each task that moved by itself.
///
/// # Errors
/// As [`compare`].
///
/// # Complexity
/// O(n log n) for n records of the plans.
///
/// # Examples
/// ```
/// use paceline::plan::{Plan, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{OwnChange, ShiftCause, compare_versions, schedule};
///
/// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
///     .task(Task::new("brief", Duration::days(1)))
///     .build()?;
/// let later = plan.changed(
///     r#"{"tasks": {"brief": {"constraints": {"start_no_earlier_than": {"date": "2026-03-05"}}}}}"#,
/// )?;
/// let comparison = compare_versions(&plan, &later, &schedule(&plan)?, &schedule(&later)?)?;
/// assert_eq!(comparison.shifts[0].cause, ShiftCause::Own { changed: vec![OwnChange::Constraints] });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn compare_versions(
    was: &Plan,
    plan: &Plan,
    before: &Schedule,
    after: &Schedule,
) -> Result<Comparison, Issues> {
    // In canonical order, so that the order of the lists makes no difference.
    let [mut was, mut plan] = [was.clone(), plan.clone()];
    was.sort();
    plan.sort();
    let versions = Versions::new(&was, &plan);
    Pairs::new(&plan, before, after, Some(versions))?.comparison(before, after)
}

/// Who does what instead of whom in the later of two schedules of a plan.
fn reassigned(before: &Schedule, after: &Schedule) -> Vec<Reassigned> {
    let who = |schedule: &'_ Schedule| -> BTreeMap<(TaskId, ResourceId), ResourceId> {
        let of = |one: &Reassigned| ((one.task.clone(), one.from.clone()), one.to.clone());
        schedule.reassigned.iter().map(of).collect()
    };
    let (was, is) = (who(before), who(after));
    let places: BTreeSet<&(TaskId, ResourceId)> = was.keys().chain(is.keys()).collect();
    let mut found = Vec::new();
    for place in places {
        let (from, to) = (was.get(place).unwrap_or(&place.1), is.get(place).unwrap_or(&place.1));
        if from != to {
            found.push(Reassigned { task: place.0.clone(), from: from.clone(), to: to.clone() });
        }
    }
    found
}

/// The rows of a schedule in the order of their ids.
struct Rows<'a> {
    list: Vec<&'a TaskSchedule>,
}

impl<'a> Rows<'a> {
    fn new(schedule: &'a Schedule, at: &str, issues: &mut Vec<Issue>) -> Self {
        let mut list: Vec<&TaskSchedule> = schedule.tasks.iter().collect();
        list.arrange_by(|a, b| a.id.cmp(&b.id));
        for pair in list.windows(2).filter(|pair| pair[0].id == pair[1].id) {
            let id = &pair[0].id;
            let at = format!("{at}/tasks/{id}");
            issues.push(
                Issue::error("duplicate-task", at, format!("task `{id}` has two rows"))
                    .with_help("keep one of them"),
            );
        }
        Self { list }
    }

    fn get(&self, id: &TaskId) -> Option<&'a TaskSchedule> {
        self.list.binary_search_by(|row| row.id.cmp(id)).ok().map(|index| self.list[index])
    }
}

struct Pairs<'a> {
    before: Rows<'a>,
    after: Rows<'a>,
    tasks: FxHashMap<&'a str, &'a Task>,
    children: FxHashMap<&'a str, Vec<&'a TaskSchedule>>,
    versions: Option<Versions<'a>>,
    reassigned: Vec<Reassigned>,
}

impl<'a> Pairs<'a> {
    fn new(
        plan: &'a Plan,
        before: &'a Schedule,
        after: &'a Schedule,
        versions: Option<Versions<'a>>,
    ) -> Result<Self, Issues> {
        let mut issues = Vec::new();
        let reassigned = reassigned(before, after);
        let (before, after) =
            (Rows::new(before, "before", &mut issues), Rows::new(after, "after", &mut issues));
        Issues::check(issues)?;
        let tasks: FxHashMap<&str, &Task> = plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect();
        let mut children: FxHashMap<&str, Vec<&TaskSchedule>> = FxHashMap::default();
        for row in &after.list {
            if let Some(parent) = tasks.get(row.id.as_str()).and_then(|task| task.parent.as_ref()) {
                children.entry(parent.as_str()).or_default().push(row);
            }
        }
        Ok(Self { before, after, tasks, children, versions, reassigned })
    }

    fn comparison(&self, before: &Schedule, after: &Schedule) -> Result<Comparison, Issues> {
        let only = |one: &Rows<'_>, other: &Rows<'_>| -> Vec<TaskId> {
            one.list.iter().filter(|row| other.get(&row.id).is_none()).map(|row| row.id.clone()).collect()
        };
        let critical = |one: &Rows<'_>, other: &Rows<'_>| -> Vec<TaskId> {
            let only = |row: &&&TaskSchedule| {
                row.critical && other.get(&row.id).is_some_and(|other| !other.critical)
            };
            one.list.iter().filter(only).map(|row| row.id.clone()).collect()
        };
        let late = |rows: &Rows<'_>| rows.list.iter().filter(|row| row.late_days > 0).count() as u32;
        Ok(Comparison {
            finish_before: before.finish,
            finish_after: after.finish,
            finish_delay: between(before.finish, after.finish),
            late_before: late(&self.before),
            late_after: late(&self.after),
            shifts: self.shifts(),
            reassigned: self.reassigned.clone(),
            added: only(&self.after, &self.before),
            removed: only(&self.before, &self.after),
            now_critical: critical(&self.after, &self.before),
            no_longer_critical: critical(&self.before, &self.after),
        })
    }

    fn shifts(&self) -> Vec<TaskShift> {
        let mut moved: Vec<(&TaskSchedule, &TaskSchedule)> = self
            .after
            .list
            .iter()
            .filter_map(|after| self.before.get(&after.id).map(|before| (before, *after)))
            .filter(|(before, after)| (before.start, before.finish) != (after.start, after.finish))
            .collect();
        moved.arrange_by(|a, b| (a.1.start, &a.1.id).cmp(&(b.1.start, &b.1.id)));
        let causes: FxHashMap<&TaskId, ShiftCause> =
            moved.iter().map(|(before, after)| (&after.id, self.cause(before, after))).collect();
        let origins = origins(&moved, &causes);
        moved
            .iter()
            .map(|(before, after)| {
                let cause = causes.get(&after.id).cloned().unwrap_or(ShiftCause::Own { changed: Vec::new() });
                TaskShift {
                    task: after.id.clone(),
                    start_before: before.start,
                    start_after: after.start,
                    finish_before: before.finish,
                    finish_after: after.finish,
                    start_delay: between(before.start, after.start),
                    finish_delay: between(before.finish, after.finish),
                    late_days_before: before.late_days,
                    late_days_after: after.late_days,
                    message: self.message(before, after, &cause),
                    origin: origins.get(&after.id).copied().unwrap_or(&after.id).clone(),
                    cause,
                }
            })
            .collect()
    }

    fn cause(&self, before: &TaskSchedule, after: &TaskSchedule) -> ShiftCause {
        if after.kind == TaskKind::Summary {
            return self.child(before, after).unwrap_or(ShiftCause::Own { changed: Vec::new() });
        }
        let moved = |id: &&TaskId| match (self.before.get(id), self.after.get(id)) {
            (Some(was), Some(is)) => (was.start, was.finish) != (is.start, is.finish),
            // A task that came or went.
            _ => true,
        };
        if self.reassigned.iter().any(|one| one.task == after.id) {
            return ShiftCause::Own { changed: vec![OwnChange::Assignments] };
        }
        let own_duration = before.duration != after.duration;
        let starts_elsewhere = before.start != after.start;
        if own_duration && !starts_elsewhere {
            return ShiftCause::Duration { before: before.duration, after: after.duration };
        }
        if let Some(by) = after.drivers.iter().find(moved) {
            return ShiftCause::Driven { by: by.clone() };
        }
        let earlier = after.start < before.start;
        if let Some(by) = before.drivers.iter().filter(|id| !after.drivers.contains(id)).find(moved)
            && earlier
        {
            return ShiftCause::Released { by: by.clone() };
        }
        if own_duration {
            return ShiftCause::Duration { before: before.duration, after: after.duration };
        }
        self.own(&after.id)
    }

    fn own(&self, id: &TaskId) -> ShiftCause {
        ShiftCause::Own { changed: self.versions.as_ref().map_or_else(Vec::new, |versions| versions.of(id)) }
    }

    /// The child that begins or ends the new span of a summary, whichever end moved.
    fn child(&self, before: &TaskSchedule, after: &TaskSchedule) -> Option<ShiftCause> {
        let children = self.children.get(after.id.as_str())?;
        let has_moved = |row: &&&TaskSchedule| {
            self.before.get(&row.id).is_none_or(|was| (was.start, was.finish) != (row.start, row.finish))
        };
        let at_end = |row: &&&TaskSchedule| after.finish != before.finish && row.finish == after.finish;
        let at_start = |row: &&&TaskSchedule| after.start != before.start && row.start == after.start;
        let of_start = children.iter().filter(has_moved).find(at_start);
        let found = of_start
            .or_else(|| children.iter().filter(has_moved).find(at_end))
            .or_else(|| children.iter().find(has_moved))?;
        Some(ShiftCause::Child { task: found.id.clone() })
    }

    fn name(&self, id: &TaskId) -> String {
        let name = self.tasks.get(id.as_str()).and_then(|task| task.name.as_deref());
        name.map_or_else(|| format!("`{id}`"), |name| format!("`{name}`"))
    }

    fn message(&self, before: &TaskSchedule, after: &TaskSchedule, cause: &ShiftCause) -> String {
        let what = if before.start == after.start {
            format!("finishes {} instead of {}", minute(after.finish), minute(before.finish))
        } else {
            format!("starts {} instead of {}", minute(after.start), minute(before.start))
        };
        let goes_on = after.resume.filter(|_| after.resume != before.resume);
        let why = match (cause, goes_on) {
            (ShiftCause::Own { .. }, Some(resume)) => format!("because its rest goes on {}", minute(resume)),
            (cause, _) => self.why(cause),
        };
        format!("{what}, {why}")
    }

    /// The cause of a shift, from "because" on.
    fn why(&self, cause: &ShiftCause) -> String {
        match cause {
            ShiftCause::Driven { by } => match (self.before.get(by), self.after.get(by)) {
                (Some(was), Some(is)) if was.finish != is.finish => {
                    format!("because {} now finishes {}", self.name(by), minute(is.finish))
                }
                (Some(_), Some(is)) => format!("because {} now starts {}", self.name(by), minute(is.start)),
                _ => format!("because it waits for {}, which is new", self.name(by)),
            },
            ShiftCause::Released { by } => match self.after.get(by) {
                Some(is) => {
                    format!(
                        "because {} now finishes {} and holds it no longer",
                        self.name(by),
                        minute(is.finish)
                    )
                }
                None => format!("because {} is gone", self.name(by)),
            },
            ShiftCause::Child { task } => format!("because its part {} moved", self.name(task)),
            ShiftCause::Duration { .. } => "because its duration changed".to_owned(),
            ShiftCause::Own { changed } if changed.is_empty() && self.versions.is_none() => {
                "because its own dates, links or people changed".to_owned()
            }
            ShiftCause::Own { changed } if changed.is_empty() => {
                "although nothing of its own changed".to_owned()
            }
            ShiftCause::Own { changed } => {
                let words: Vec<&str> = changed.iter().map(|change| change.words()).collect();
                format!("because {}", words.join(" and "))
            }
        }
    }
}

/// The beginning of the chain of causes of each moved task. A circle, which no engine writes, ends at a task of it.
fn origins<'a>(
    moved: &[(&'a TaskSchedule, &'a TaskSchedule)],
    causes: &FxHashMap<&'a TaskId, ShiftCause>,
) -> FxHashMap<&'a TaskId, &'a TaskId> {
    let ids: FxHashMap<&TaskId, &'a TaskId> = moved.iter().map(|(_, row)| (&row.id, &row.id)).collect();
    let mut origins: FxHashMap<&'a TaskId, &'a TaskId> = FxHashMap::default();
    for (_, row) in moved {
        let mut way: Vec<&'a TaskId> = Vec::new();
        let mut at = &row.id;
        let origin = loop {
            if let Some(known) = origins.get(at) {
                break *known;
            }
            // Marks the way, so that a circle is noticed.
            origins.insert(at, at);
            way.push(at);
            let next = match causes.get(at) {
                Some(ShiftCause::Driven { by } | ShiftCause::Released { by }) => ids.get(by).copied(),
                Some(ShiftCause::Child { task }) => ids.get(task).copied(),
                _ => None,
            };
            match next {
                Some(next) => at = next,
                None => break at,
            }
        };
        for step in way {
            origins.insert(step, origin);
        }
    }
    origins
}

/// Elapsed time between two stamps.
fn between(from: Stamp, to: Stamp) -> Elapsed {
    to.since(from)
}

/// A stamp to the minute, as a person writes it.
fn minute(stamp: Stamp) -> String {
    let text = stamp.to_string();
    text.get(..16).map_or(text.clone(), |minute| minute.replace('T', " "))
}

//! The plan and the schedule side by side: what the rules look up.

use std::collections::{BTreeMap, BTreeSet};

use super::work_time::{Hours, WorkTime};
use crate::Issue;
use crate::plan::{Assignment, Plan, Task};
use crate::quantity::{Duration, Lag, Span, Stamp, Units, Work, WorkUnits};
use crate::schedule::{Schedule, TaskSchedule};

/// Most violations that are listed; one more then says that there are others.
const MOST_VIOLATIONS: usize = 10_000;

/// A person, department or vendor at work on a task.
#[derive(Debug)]
pub(super) struct Booking<'a> {
    pub(super) assignment: &'a Assignment,
    /// Position in the plan's resources.
    pub(super) resource: usize,
    pub(super) hours: Hours,
}

/// A task with its row.
#[derive(Debug)]
pub(super) struct Fact<'a> {
    pub(super) task: &'a Task,
    pub(super) row: Option<&'a TaskSchedule>,
    pub(super) children: Vec<&'a str>,
    pub(super) bookings: Vec<Booking<'a>>,
    /// Calendar in whose zone its dates are read: its own, else the program's.
    pub(super) home: usize,
    /// The working times it is laid out on, without repetition; at least one.
    pub(super) hours: Vec<Hours>,
    /// Its duration; nothing for milestones and summaries.
    pub(super) length: Span,
}

impl<'a> Fact<'a> {
    pub(super) fn is_summary(&self) -> bool {
        !self.children.is_empty()
    }

    /// Whether work has begun: then its dates are facts that no rule moves.
    pub(super) fn is_started(&self) -> bool {
        self.task.progress.actual_start.is_some() || self.task.progress.actual_finish.is_some()
    }

    /// Start and finish of its row.
    pub(super) fn dates(&self) -> Option<(i64, i64)> {
        self.row.map(|row| (row.start.time().0, row.finish.time().0))
    }
}

/// Everything a rule may ask, and the violations found so far.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) plan: &'a Plan,
    pub(super) schedule: &'a Schedule,
    pub(super) units: WorkUnits,
    pub(super) time: WorkTime<'a>,
    pub(super) tasks: BTreeMap<&'a str, Fact<'a>>,
    /// The program's start; no task starts before it.
    pub(super) start: i64,
}

/// The violations found.
#[derive(Debug, Default)]
pub(super) struct Findings(pub(super) Vec<Issue>);

impl Findings {
    /// One violation more; the text is only made when it is listed.
    pub(super) fn add(&mut self, issue: impl FnOnce() -> Issue) {
        if self.0.len() < MOST_VIOLATIONS {
            self.0.push(issue());
        } else if self.0.len() == MOST_VIOLATIONS {
            let message = format!("there are more than {MOST_VIOLATIONS} violations; the others are not listed");
            self.0.push(Issue::error("more-violations", "tasks", message));
        }
    }

    pub(super) fn is_full(&self) -> bool {
        self.0.len() > MOST_VIOLATIONS
    }
}

impl<'a> Facts<'a> {
    pub(super) fn gather(plan: &'a Plan, schedule: &'a Schedule, findings: &mut Findings) -> Self {
        let mut issues = Vec::new();
        let time = WorkTime::new(plan, &mut issues);
        let mut rows: BTreeMap<&str, &TaskSchedule> = BTreeMap::new();
        for row in &schedule.tasks {
            rows.entry(row.id.as_str()).or_insert(row);
        }
        let mut tasks: BTreeMap<&str, Fact<'a>> = BTreeMap::new();
        for task in &plan.tasks {
            let id = task.id.as_str();
            if tasks.contains_key(id) {
                let message = format!("`{id}` is used more than once");
                issues.push(Issue::error("duplicate-id", format!("tasks/{id}"), message));
                continue;
            }
            let home = match &task.calendar {
                Some(calendar) => time.number(calendar, &format!("tasks/{id}/calendar"), &mut issues),
                None => time.program(),
            };
            let fact = Fact {
                task,
                row: rows.get(id).copied(),
                children: Vec::new(),
                bookings: Vec::new(),
                home,
                hours: Vec::new(),
                length: Span::Working(Work::ZERO),
            };
            tasks.insert(id, fact);
        }
        let start = time.opening(time.program(), plan.program.start);
        let units = plan.program.work_units();
        let mut facts = Self { plan, schedule, units, time, tasks, start };
        facts.add_children(&mut issues);
        facts.add_bookings(&mut issues);
        facts.add_hours_and_lengths(&mut issues);
        for issue in issues {
            findings.add(|| issue);
        }
        facts
    }

    fn add_children(&mut self, issues: &mut Vec<Issue>) {
        let pairs: Vec<(&str, &str)> = self
            .tasks
            .values()
            .filter_map(|fact| Some((fact.task.parent.as_ref()?.as_str(), fact.task.id.as_str())))
            .collect();
        for (parent, child) in pairs {
            match self.tasks.get_mut(parent) {
                Some(fact) => fact.children.push(child),
                None => issues.push(unknown("task", parent, &format!("tasks/{child}/parent"))),
            }
        }
    }

    fn add_bookings(&mut self, issues: &mut Vec<Issue>) {
        let mut resources = BTreeMap::new();
        for (position, resource) in self.plan.resources.iter().enumerate() {
            resources.entry(resource.id.as_str()).or_insert(position);
        }
        let mut assignments: Vec<&Assignment> = self.plan.assignments.iter().collect();
        assignments.sort_by(|a, b| (&a.task, &a.resource).cmp(&(&b.task, &b.resource)));
        for assignment in assignments {
            let at = || format!("assignments/{}/{}", assignment.task, assignment.resource);
            let Some(fact) = self.tasks.get_mut(assignment.task.as_str()) else {
                issues.push(unknown("task", &assignment.task, &at()));
                continue;
            };
            let Some(&position) = resources.get(assignment.resource.as_str()) else {
                issues.push(unknown("resource", &assignment.resource, &at()));
                continue;
            };
            let resource = &self.plan.resources[position];
            if !resource.kind.works() {
                continue;
            }
            let own = self.time.number_or_program(resource.calendar.as_deref());
            let hours = match (&fact.task.calendar, fact.task.ignore_resource_calendars) {
                (_, true) => Hours::of(fact.home),
                (Some(_), false) => {
                    Hours { calendar: own, and: Some(fact.home), resource: Some(position) }
                }
                (None, false) => Hours { calendar: own, and: None, resource: Some(position) },
            };
            fact.bookings.push(Booking { assignment, resource: position, hours });
        }
    }

    fn add_hours_and_lengths(&mut self, issues: &mut Vec<Issue>) {
        for fact in self.tasks.values_mut() {
            let mut hours: BTreeSet<Hours> = fact.bookings.iter().map(|booking| booking.hours).collect();
            if hours.is_empty() || fact.is_summary() {
                hours = BTreeSet::from([Hours::of(fact.home)]);
            }
            fact.hours = hours.into_iter().collect();
            if fact.is_summary() || fact.task.milestone.is_some() {
                continue;
            }
            match length_of(fact, self.units) {
                Some(length) if seconds(length) >= 0 => fact.length = length,
                Some(_) => {
                    let at = format!("tasks/{}/duration", fact.task.id);
                    let message = format!("task `{}` has a duration below zero", fact.task.id);
                    issues.push(Issue::error("negative-duration", at, message));
                }
                None => {
                    let at = format!("tasks/{}", fact.task.id);
                    let message = format!("nothing gives task `{}` a duration", fact.task.id);
                    issues.push(Issue::error("no-duration", at, message));
                }
            }
        }
    }

    /// Tasks and milestones: everything but summaries.
    pub(super) fn leaves(&self) -> impl Iterator<Item = &Fact<'a>> {
        self.tasks.values().filter(|fact| !fact.is_summary())
    }

    /// An instant as people of a task read it.
    pub(super) fn stamp(&self, fact: &Fact<'_>, time: i64) -> Stamp {
        self.time.stamp(fact.home, time)
    }

    /// The length of a lag after a predecessor.
    pub(super) fn lag(&self, lag: Lag, predecessor: &Fact<'_>) -> Span {
        let length = match (predecessor.is_summary(), predecessor.dates()) {
            (true, Some((from, to))) => {
                Span::Working(Work(self.time.work_between(Hours::of(predecessor.home), from, to)))
            }
            _ => predecessor.length,
        };
        lag.span(self.units, length)
    }

    /// The length of a duration.
    pub(super) fn span(&self, duration: Duration) -> Span {
        duration.span(self.units)
    }
}

/// Seconds of either kind.
pub(super) fn seconds(span: Span) -> i64 {
    match span {
        Span::Working(work) => work.0,
        Span::Elapsed(elapsed) => elapsed.0,
    }
}

/// The duration of a task: stated, else the likely estimate, else the longest work of an assignment by its
/// units.
fn length_of(fact: &Fact<'_>, units: WorkUnits) -> Option<Span> {
    if let Some(duration) = fact.task.duration {
        return Some(duration.span(units));
    }
    if let Some(estimate) = fact.task.estimate {
        return Some(estimate.likely.span(units));
    }
    fact.bookings
        .iter()
        .filter_map(|booking| {
            let parts = i128::from(booking.assignment.units.unwrap_or(Units::ONE).as_parts());
            let work = i128::from(seconds(booking.assignment.work?.span(units)));
            let whole = i128::from(Units::ONE.as_parts());
            if parts == 0 {
                return None;
            }
            i64::try_from((2 * work * whole + parts) / (2 * parts)).ok()
        })
        .max()
        .map(|longest| Span::Working(Work(longest)))
}

fn unknown(kind: &str, id: &str, at: &str) -> Issue {
    let code = if kind == "task" { "unknown-task" } else { "unknown-resource" };
    Issue::error(code, at, format!("{kind} `{id}` does not exist"))
}

//! The plan and the schedule side by side: what the rules look up.

use crate::sort::Arrange;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::reassigned::{Done, Exchanges};
use super::work_time::{Hours, WorkTime};
use crate::plan::{Assignment, CriticalRule, DependencyKind, Plan, ProgressRule, Task, TaskType};
use crate::quantity::{Duration, Lag, Span, Units, Work, WorkUnits};
use crate::schedule::{Schedule, TaskSchedule};
use crate::{Issue, TaskId};

/// Most violations that are listed; one more then says that there are others.
const MOST_VIOLATIONS: usize = 10_000;

/// A person, department or vendor at work on a task.
#[derive(Debug)]
pub(super) struct Booking<'a> {
    pub(super) assignment: Cow<'a, Assignment>,
    /// Position in the plan's resources.
    pub(super) resource: usize,
    pub(super) hours: Hours,
    /// Seconds of work of this assignment, or elapsed seconds if that is the task's duration.
    pub(super) length: i64,
    /// Ten-thousandths of the resource.
    pub(super) parts: i64,
}

/// A task with its row.
#[derive(Debug)]
pub(super) struct Fact<'a> {
    pub(super) task: &'a Task,
    pub(super) row: Option<&'a TaskSchedule>,
    pub(super) children: Vec<&'a str>,
    pub(super) bookings: Vec<Booking<'a>>,
    /// Its duration with the people who do it, if it is not the task's own.
    lasts: Option<Duration>,
    /// Calendar in whose zone its dates are read: its own, else the program's.
    pub(super) home: usize,
    /// The working times it is laid out on, without repetition; at least one.
    pub(super) hours: Vec<Hours>,
    /// The same with the seconds of work on each: an assignment that gives the duration has its own.
    pub(super) tracks: Vec<(Hours, i64)>,
    /// The duration that the plan gives it.
    asked: Option<Span>,
    /// From its beginning to its end, pauses and longer assignments included; nothing for milestones and summaries.
    pub(super) length: Span,
}

impl<'a> Fact<'a> {
    pub(super) fn is_summary(&self) -> bool {
        !self.children.is_empty()
    }

    /// Whether it lasts as long as its links say.
    pub(super) fn is_effort(&self) -> bool {
        self.task.level_of_effort && !self.is_summary() && self.task.milestone.is_none()
    }

    /// Whether only the schedule says how long it is.
    fn is_as_scheduled(&self, plan: &Plan) -> bool {
        let progress = &self.task.progress;
        let expected = plan.program.scheduling.use_expected_finish && progress.expected_finish.is_some();
        self.is_effort() || (expected && progress.actual_start.is_none())
    }

    /// Whether work has begun, or its dates are set by hand: then they are facts that no rule moves.
    pub(super) fn is_started(&self) -> bool {
        self.has_begun() || (self.task.manual.is_some() && !self.is_summary())
    }

    /// Whether work has begun.
    pub(super) fn has_begun(&self) -> bool {
        self.task.progress.actual_start.is_some() || self.task.progress.actual_finish.is_some()
    }

    /// Whether its own calendar alone says when it is worked on.
    fn goes_by_home(&self) -> bool {
        self.task.ignore_resource_calendars
            || self.task.task_type == TaskType::FixedDuration
            || self.is_effort()
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
    /// The program's start, or the status date where nothing that is left lies before it; no task starts before it.
    pub(super) start: i64,
    /// Places of the schedule's own issues.
    pub(super) reported: BTreeSet<&'a str>,
    /// Tasks that drive the last finish, and those that drive them, by what the rows say of drivers; only where that is
    /// what critical means.
    pub(super) longest_path: BTreeSet<&'a str>,
    /// Tasks whose finish a link waits for something with.
    pub(super) finish_asked: BTreeSet<&'a str>,
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
            let message =
                format!("there are more than {MOST_VIOLATIONS} violations; the others are not listed");
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
                lasts: None,
                home,
                hours: Vec::new(),
                tracks: Vec::new(),
                asked: None,
                length: Span::Working(Work::ZERO),
            };
            tasks.insert(id, fact);
        }
        let start = time.opening(time.program(), plan.program.start);
        let start = match plan.program.status_date {
            Some(date) if plan.program.scheduling.progress_rule != ProgressRule::AsRecorded => {
                start.max(time.opening(time.program(), date))
            }
            _ => start,
        };
        let units = plan.program.work_units();
        let reported = schedule.issues.iter().map(|issue| issue.at.as_str()).collect();
        let finish_asked = plan
            .dependencies
            .iter()
            .filter(|link| matches!(link.kind, DependencyKind::FinishFinish | DependencyKind::StartFinish))
            .map(|link| link.to.as_str())
            .collect();
        let longest_path = longest_path(plan, schedule, &rows);
        let mut facts =
            Self { plan, schedule, units, time, tasks, start, reported, longest_path, finish_asked };
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
        assignments.arrange_by(|a, b| (&a.task, &a.resource).cmp(&(&b.task, &b.resource)));
        let exchanges = Exchanges::read(self.plan, self.schedule, issues);
        for assignment in assignments {
            let at = || format!("assignments/{}/{}", assignment.task, assignment.resource);
            let Some(fact) = self.tasks.get_mut(assignment.task.as_str()) else {
                issues.push(unknown("task", &assignment.task, &at()));
                continue;
            };
            let Done { assignment, lasts } = exchanges.done(fact.task, assignment, issues);
            fact.lasts = lasts.or(fact.lasts);
            let Some(&position) = resources.get(assignment.resource.as_str()) else {
                issues.push(unknown("resource", &assignment.resource, &at()));
                continue;
            };
            let resource = &self.plan.resources[position];
            if !resource.kind.works() {
                continue;
            }
            let own = self.time.number_or_program(resource.calendar.as_deref());
            let hours = match (&fact.task.calendar, fact.goes_by_home()) {
                (_, true) => Hours::of(fact.home),
                (Some(_), false) => Hours { calendar: own, and: Some(fact.home), resource: Some(position) },
                (None, false) => Hours { calendar: own, and: None, resource: Some(position) },
            };
            if fact.bookings.iter().any(|other| other.resource == position) {
                let message = format!("`{}` is at work on it more than once", assignment.resource);
                issues.push(Issue::error("duplicate-assignment", at(), message));
            }
            fact.bookings.push(Booking { assignment, resource: position, hours, length: 0, parts: 0 });
        }
    }

    fn add_hours_and_lengths(&mut self, issues: &mut Vec<Issue>) {
        for fact in self.tasks.values_mut() {
            if fact.is_summary() || fact.task.milestone.is_some() {
                fact.bookings.clear();
            }
            let given =
                fact.lasts.or(fact.task.duration).or(fact.task.estimate.map(|estimate| estimate.likely));
            let given = match fact.row.filter(|_| fact.is_as_scheduled(self.plan)) {
                Some(row) => Some(Span::Working(row.duration)),
                None => given.map(|duration| duration.span(self.units)),
            };
            let pauses = match given {
                Some(Span::Elapsed(_)) => 0,
                _ => pauses(fact.task, self.units),
            };
            for booking in &mut fact.bookings {
                (booking.length, booking.parts) = share(&booking.assignment, given, pauses, self.units);
            }
            let own = (Hours::of(fact.home), given.map_or(0, seconds).saturating_add(pauses));
            let mut tracks: BTreeSet<(Hours, i64)> =
                fact.bookings.iter().map(|booking| (booking.hours, booking.length)).collect();
            if tracks.is_empty() {
                tracks.insert(own);
            }
            fact.tracks = tracks.iter().copied().collect();
            fact.hours =
                tracks.iter().map(|track| track.0).collect::<BTreeSet<Hours>>().into_iter().collect();
            if fact.is_summary() || fact.task.milestone.is_some() {
                continue;
            }
            let longest = tracks.iter().map(|track| track.1).max().unwrap_or(0);
            fact.asked = given;
            fact.length = match given {
                Some(elapsed @ Span::Elapsed(_)) => elapsed,
                _ => Span::Working(Work(longest)),
            };
            let works = fact.bookings.iter().any(|booking| booking.assignment.work.is_some());
            if given.is_none() && !works {
                let at = format!("tasks/{}", fact.task.id);
                let message = format!("nothing gives task `{}` a duration", fact.task.id);
                issues.push(Issue::error("no-duration", at, message));
            }
            if seconds(fact.length) < 0 {
                let at = format!("tasks/{}/duration", fact.task.id);
                let message = format!("task `{}` has a duration below zero", fact.task.id);
                issues.push(Issue::error("negative-duration", at, message));
                fact.length = Span::Working(Work::ZERO);
            }
        }
    }

    /// Tasks and milestones: everything but summaries.
    pub(super) fn leaves(&self) -> impl Iterator<Item = &Fact<'a>> {
        self.tasks.values().filter(|fact| !fact.is_summary())
    }

    /// The earliest start of a leaf under a summary that has not begun.
    pub(super) fn first_open_start(&self, summary: &Fact<'a>) -> Option<i64> {
        let leaves = super::links::leaves_under(self, summary);
        let open = leaves.into_iter().filter(|leaf| !leaf.is_started() && !leaf.is_effort());
        open.filter_map(|leaf| Some(leaf.dates()?.0)).min()
    }

    /// The length of a lag after a predecessor.
    pub(super) fn lag(&self, lag: Lag, predecessor: &Fact<'_>) -> Span {
        let length = match (predecessor.is_summary(), predecessor.dates()) {
            (true, Some((from, to))) => {
                Span::Working(Work(self.time.work_between(Hours::of(predecessor.home), from, to)))
            }
            _ => predecessor.asked.unwrap_or(predecessor.length),
        };
        lag.span(self.units, length)
    }

    /// The length of a duration.
    pub(super) fn span(&self, duration: Duration) -> Span {
        duration.span(self.units)
    }
}

/// What drives the last finish, as the rows tell.
fn longest_path<'a>(
    plan: &'a Plan,
    schedule: &'a Schedule,
    rows: &BTreeMap<&'a str, &'a TaskSchedule>,
) -> BTreeSet<&'a str> {
    let mut path = BTreeSet::new();
    if plan.program.scheduling.critical != CriticalRule::LongestPath {
        return path;
    }
    let apart: BTreeSet<&str> = (plan.tasks.iter())
        .filter(|task| task.level_of_effort)
        .map(|task| task.id.as_str())
        .chain(plan.tasks.iter().filter_map(|task| task.parent.as_ref()).map(TaskId::as_str))
        .collect();
    let leaves = || schedule.tasks.iter().filter(|row| !apart.contains(row.id.as_str()));
    let last = leaves().map(|row| row.early_finish.time()).max();
    let mut open: Vec<&str> =
        (leaves().filter(|row| Some(row.early_finish.time()) == last)).map(|row| row.id.as_str()).collect();
    while let Some(id) = open.pop() {
        if path.insert(id) {
            open.extend(rows.get(id).into_iter().flat_map(|row| &row.drivers).map(TaskId::as_str));
        }
    }
    path
}

/// Seconds of either kind.
pub(super) fn seconds(span: Span) -> i64 {
    match span {
        Span::Working(work) => work.0,
        Span::Elapsed(elapsed) => elapsed.0,
    }
}

/// How long an assignment works, in seconds, and with how many ten-thousandths of its resource: work is
/// duration times units, and whichever of the three is not stated follows from the others. The duration is its own if
/// it has one; a delay and pauses come on top, and the work is spread over them.
fn share(assignment: &Assignment, given: Option<Span>, pauses: i64, units: WorkUnits) -> (i64, i64) {
    if matches!(given, Some(Span::Elapsed(_))) {
        return plain_share(assignment, given, units);
    }
    let own = assignment.duration.map(|duration| duration.span(units)).or(given);
    let (length, parts) = plain_share(assignment, own, units);
    let delay = assignment.delay.map_or(0, |delay| seconds(delay.span(units)).max(0));
    let whole = length.saturating_add(delay).saturating_add(pauses);
    if whole == length || whole <= 0 {
        return (length, parts);
    }
    let spread = i128::from(parts) * i128::from(length) / i128::from(whole);
    (whole, i64::try_from(spread).unwrap_or(parts))
}

/// Seconds of all pauses of a task.
pub(super) fn pauses(task: &Task, units: WorkUnits) -> i64 {
    task.splits.iter().map(|split| seconds(split.pause.span(units)).max(0)).fold(0, i64::saturating_add)
}

fn plain_share(assignment: &Assignment, given: Option<Span>, units: WorkUnits) -> (i64, i64) {
    let whole = i128::from(Units::ONE.as_parts());
    let parts = i128::from(assignment.units.unwrap_or(Units::ONE).as_parts());
    let work = assignment.work.map(|work| i128::from(seconds(work.span(units)).max(0)));
    let narrow = |number: i128| i64::try_from(number).unwrap_or(i64::MAX / 8);
    match (given.map(seconds), work) {
        (Some(length), Some(work)) if length > 0 => (length, narrow(work * whole / i128::from(length))),
        (Some(length), _) => (length, narrow(parts)),
        (None, work) => (narrow(work.unwrap_or(0) * whole / parts.max(1)), narrow(parts.max(1))),
    }
}

fn unknown(kind: &str, id: &str, at: &str) -> Issue {
    let code = if kind == "task" { "unknown-task" } else { "unknown-resource" };
    Issue::error(code, at, format!("{kind} `{id}` does not exist"))
}

//! What changed of a task's own between two versions of a plan: the reason of a task that moved by itself.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::plan::{Absence, Assignment, Availability, Dependency, Plan, Resource, Task, Window};
use crate::quantity::Units;
use crate::{CalendarId, TaskId};

/// Levels of the work breakdown tree that are followed upwards.
const MAX_DEPTH: usize = 256;

/// A part of a plan whose change moves a task without any other task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OwnChange {
    /// Its duration or estimate.
    Duration,
    /// Its constraints, or those of a summary above it.
    Constraints,
    /// Its leveling delay.
    LevelingDelay,
    /// Links into it, or into a summary above it.
    Dependencies,
    /// Who works on it, and with what share.
    Assignments,
    /// Working time of somebody who works on it: calendar, absences, contract.
    Resources,
    /// The calendar it is on, or that of the program.
    Calendar,
    /// Its progress.
    Progress,
    /// The summary it belongs to, or whether it is a milestone.
    Structure,
    /// Start, clock or scheduling options of the program.
    Program,
}

impl OwnChange {
    /// The change in words, after "because".
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Duration => "its duration changed",
            Self::Constraints => "its constraints changed",
            Self::LevelingDelay => "its leveling delay changed",
            Self::Dependencies => "its links changed",
            Self::Assignments => "its assignments changed",
            Self::Resources => "the working time of its people changed",
            Self::Calendar => "its calendar changed",
            Self::Progress => "its progress changed",
            Self::Structure => "its place in the work breakdown changed",
            Self::Program => "the start or the scheduling of the program changed",
        }
    }
}

/// When a resource works.
type WorkingTime<'a> = (&'a Option<CalendarId>, &'a [Absence], Option<Window>, &'a [Availability], Units);

/// A version of a plan, by task.
struct Version<'a> {
    tasks: FxHashMap<&'a str, &'a Task>,
    links: FxHashMap<&'a str, Vec<&'a Dependency>>,
    work: FxHashMap<&'a str, Vec<&'a Assignment>>,
    resources: FxHashMap<&'a str, &'a Resource>,
}

impl<'a> Version<'a> {
    fn new(plan: &'a Plan) -> Self {
        let mut links: FxHashMap<&str, Vec<&Dependency>> = FxHashMap::default();
        for link in &plan.dependencies {
            links.entry(link.to.as_str()).or_default().push(link);
        }
        let mut work: FxHashMap<&str, Vec<&Assignment>> = FxHashMap::default();
        for assignment in &plan.assignments {
            work.entry(assignment.task.as_str()).or_default().push(assignment);
        }
        Self {
            tasks: plan.tasks.iter().map(|task| (task.id.as_str(), task)).collect(),
            links,
            work,
            resources: plan.resources.iter().map(|one| (one.id.as_str(), one)).collect(),
        }
    }

    /// The task and the summaries above it.
    fn line(&self, id: &str) -> Vec<&'a Task> {
        let mut line = Vec::new();
        let mut at = self.tasks.get(id).copied();
        while let Some(task) = at.filter(|_| line.len() < MAX_DEPTH) {
            line.push(task);
            at = task.parent.as_ref().and_then(|parent| self.tasks.get(parent.as_str())).copied();
        }
        line
    }

    fn links(&self, id: &str) -> &[&'a Dependency] {
        self.links.get(id).map_or(&[], Vec::as_slice)
    }

    fn work(&self, id: &str) -> &[&'a Assignment] {
        self.work.get(id).map_or(&[], Vec::as_slice)
    }

    /// When everybody works who is on a task.
    fn working_time(&self, id: &str) -> Vec<Option<WorkingTime<'a>>> {
        let people = self.work(id).iter().map(|work| self.resources.get(work.resource.as_str()));
        let time = |one: &&'a Resource| {
            (&one.calendar, &*one.absences, one.contract, &*one.availability, one.capacity)
        };
        people.map(|one| one.map(time)).collect()
    }
}

/// Two versions of a plan.
pub(super) struct Versions<'a> {
    before: Version<'a>,
    after: Version<'a>,
    calendars: bool,
    program: bool,
}

impl<'a> Versions<'a> {
    /// Of plans in canonical order, in which the order of lists means nothing.
    pub(super) fn new(before: &'a Plan, after: &'a Plan) -> Self {
        let (was, is) = (&before.program, &after.program);
        let program = (was.start, was.finish, &was.scheduling) != (is.start, is.finish, &is.scheduling)
            || (was.hours_per_day, was.hours_per_week, was.days_per_month)
                != (is.hours_per_day, is.hours_per_week, is.days_per_month);
        Self {
            calendars: before.calendars != after.calendars || was.calendar != is.calendar,
            program,
            before: Version::new(before),
            after: Version::new(after),
        }
    }

    /// What changed of a task's own, in the order of [`OwnChange`].
    pub(super) fn of(&self, id: &TaskId) -> Vec<OwnChange> {
        let lines = [self.before.line(id), self.after.line(id)];
        let [Some(was), Some(is)] = [lines[0].first(), lines[1].first()] else { return Vec::new() };
        let zip =
            |differ: fn(&Task, &Task) -> bool| lines[0].iter().zip(&lines[1]).any(|(a, b)| differ(a, b));
        let links = |version: &Version<'a>, line: &[&Task]| -> Vec<Dependency> {
            line.iter().flat_map(|task| version.links(&task.id)).copied().cloned().collect()
        };
        let mut found = Vec::new();
        let mut note = |change, is_there: bool| found.extend(is_there.then_some(change));
        note(OwnChange::Duration, (was.duration, &was.estimate) != (is.duration, &is.estimate));
        note(OwnChange::Constraints, zip(|a, b| a.constraints != b.constraints));
        note(OwnChange::LevelingDelay, was.leveling_delay != is.leveling_delay);
        note(OwnChange::Dependencies, links(&self.before, &lines[0]) != links(&self.after, &lines[1]));
        note(OwnChange::Assignments, self.before.work(id) != self.after.work(id));
        note(OwnChange::Resources, self.before.working_time(id) != self.after.working_time(id));
        let own_calendar = (&was.calendar, was.ignore_resource_calendars);
        note(
            OwnChange::Calendar,
            self.calendars || own_calendar != (&is.calendar, is.ignore_resource_calendars),
        );
        note(OwnChange::Progress, was.progress != is.progress);
        let ids = |line: &[&Task]| line.iter().map(|task| task.id.clone()).collect::<Vec<_>>();
        note(OwnChange::Structure, was.milestone != is.milestone || ids(&lines[0]) != ids(&lines[1]));
        note(OwnChange::Program, self.program);
        found
    }
}

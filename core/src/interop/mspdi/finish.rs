//! From the parts of a file to the plan: who is under whom, who is linked to whom, who works how long.

use std::collections::{BTreeMap, BTreeSet};

use super::assignment::{EDITED, RawAssignment, length};
use super::calendar::RawCalendar;
use super::fields::{self, ELEMENT, Extras, TEXT, keep};
use super::file::{Context, Parts};
use super::link::RawLink;
use super::record::Record;
use super::task::{Left, RawTask, RawTasks};
use super::uid::Uids;
use super::{MspdiFile, StoredTask, value};
use crate::calendar::{Calendar, Calendars, Clock, Shift, Timeline, Week};
use crate::plan::{
    Assignment, Baseline, BaselineTask, Constraint, ConstraintKind, Dependency, FloatRule, MilestoneKind,
    Plan, Program, ResourceKind, ScheduleFrom, Split, TaskType,
};
use crate::quantity::{Duration, Stamp, Time, Units, When, Work};
use crate::{BaselineId, CalendarId};

/// Makes the plan.
pub(super) fn finish(parts: Parts<'_>, context: &mut Context) -> MspdiFile {
    let mut plan = Plan::new(program(&parts.header, context));
    let mut extras = Extras::default();
    if let Some(name) = parts.header.text("Name").filter(|name| *name != plan.program.name) {
        extras.text("Name", name);
    }
    for name in ["DefaultStartTime", "DefaultFinishTime"] {
        extras.field(&parts.header, name);
    }
    keep(("the project", fields::PROJECT), &parts.header, &mut extras, context);
    plan.calendars = calendars(parts.calendars, &mut plan.program, context);
    for raw in parts.resources.into_iter().filter(|raw| !raw.null) {
        plan.resources.push(raw.resource);
    }
    let mut tasks = parts.tasks;
    let parents = leave_out(&mut tasks, &mut extras, context);
    let ends = ends(&parents);
    let RawTasks { raw: tasks, tasks: rows, stored, links } = tasks;
    plan.tasks = rows;
    let mut plan = Tree { plan, tasks, stored, extras, context, parents, ends };
    plan.summaries();
    plan.ends_to_schedule_from();
    plan.links(links);
    plan.assignments(parts.assignments);
    plan.baselines(&parts.header);
    let Tree { mut plan, stored, extras, context, .. } = plan;
    plan.program.extras = extras.into_map();
    let known: BTreeSet<&CalendarId> = plan.calendars.iter().map(|calendar| &calendar.id).collect();
    let lost = |id: &Option<CalendarId>| id.as_ref().is_some_and(|id| !known.contains(id));
    for task in &mut plan.tasks {
        if lost(&task.calendar) {
            context.lost_calendar(&format!("tasks/{}/CalendarUID", task.id), task.calendar.take());
        }
    }
    for resource in &mut plan.resources {
        if lost(&resource.calendar) {
            context
                .lost_calendar(&format!("resources/{}/CalendarUID", resource.id), resource.calendar.take());
        }
    }
    let mut file = MspdiFile { plan, stored, issues: Vec::new() };
    super::ids::restore(&mut file, &mut context.faults);
    file
}

impl Context {
    fn lost_calendar(&mut self, at: &str, id: Option<CalendarId>) {
        let id = id.as_ref().map_or("", CalendarId::as_str);
        let help = "the calendar of the project is used";
        self.faults.warning("unknown-calendar", at, format!("calendar `{id}` does not exist"), help);
    }
}

fn program(header: &Record<'_>, context: &mut Context) -> Program {
    let (faults, units) = (&mut context.faults, context.units);
    let name = header.text("Title").or_else(|| header.text("Name")).unwrap_or("Project").to_owned();
    let from_finish = header.flag("ScheduleFromStart", faults) == Some(false);
    let (start, finish) = (header.when("StartDate", faults), header.when("FinishDate", faults));
    let Some(start) = start.or(finish) else {
        let help = "it is taken to start on 1970-01-01";
        faults.warning("no-start", "StartDate", "the project has no start", help);
        return Program::new(name, chrono::NaiveDate::default());
    };
    let mut program = Program::new(name, start);
    if from_finish {
        program.scheduling.from = ScheduleFrom::Finish;
        program.finish = finish;
    }
    program.owner = header.text("Manager").map(str::to_owned);
    program.status_date = header.when("StatusDate", faults);
    program.calendar = header.number("CalendarUID", faults).map(|uid| CalendarId::from(uid.to_string()));
    let currency = header.text("CurrencyCode").filter(|code| code.len() == 3);
    program.currency = currency.map(str::to_ascii_uppercase);
    #[expect(clippy::cast_precision_loss, reason = "seconds of a week at most")]
    let hours = |work: Work| work.0 as f64 / 3600.0;
    program.hours_per_day = hours(units.day);
    program.hours_per_week = hours(units.week);
    #[expect(clippy::cast_precision_loss, reason = "days of a month")]
    let days = (units.month.0 / units.day.0.max(1)) as f64;
    program.days_per_month = days;
    program.scheduling.honor_constraints = header.flag("HonorConstraints", faults).unwrap_or(true);
    program.scheduling.float_rule = FloatRule::MicrosoftProject;
    program.scheduling.multiple_critical_paths = header.is("MultipleCriticalPaths", faults);
    let limit = header.number("CriticalSlackLimit", faults).unwrap_or(0).clamp(0, 100_000);
    program.scheduling.critical_float = Duration::days(i32::try_from(limit).unwrap_or(0));
    program
}

fn calendars(found: Vec<RawCalendar>, program: &mut Program, context: &mut Context) -> Vec<Calendar> {
    let known: BTreeSet<CalendarId> = found.iter().map(|raw| raw.calendar.id.clone()).collect();
    if program.calendar.as_ref().is_some_and(|id| !known.contains(id)) {
        let id = program.calendar.take();
        context.lost_calendar("CalendarUID", id);
    }
    let mut list = Vec::with_capacity(found.len());
    for raw in found.into_iter().filter(|raw| raw.uid >= 0) {
        let mut calendar = raw.calendar;
        if calendar.base.as_ref().is_some_and(|base| !known.contains(base)) {
            let base = calendar.base.take();
            context.lost_calendar(&format!("calendars/{}/BaseCalendarUID", calendar.id), base);
        }
        list.push(calendar);
    }
    list
}

/// Drops what is no task of the plan, and keeps it as extras; the index of the parent of each that is, before anything is dropped levels say
/// who is under whom.
fn leave_out(tasks: &mut RawTasks<'_>, extras: &mut Extras, context: &mut Context) -> Vec<Option<usize>> {
    let mut inactive_above: Option<i64> = None;
    for raw in &mut tasks.raw {
        if inactive_above.is_some_and(|level| raw.level > level) && raw.left == Left::In {
            raw.left = Left::Inactive;
        } else if raw.left != Left::Blank {
            inactive_above = (raw.left == Left::Inactive).then_some(raw.level);
        }
        let (code, message) = match raw.left {
            Left::In | Left::Blank => continue,
            Left::Inactive => ("inactive-task", "is inactive"),
            Left::External => ("external-task", "belongs to another project"),
        };
        let key = format!("{ELEMENT}Task/{}", raw.uid);
        let help = if !raw.inner.is_empty() && extras.add(key, raw.inner) {
            "it is left out of the plan, with its links and assignments, and kept as an extra of the program"
        } else {
            "it is left out, with its links and assignments"
        };
        context.faults.warning(code, raw.at(), format!("task `{}` {message}", raw.uid), help);
    }
    // What the summary of the whole project has beside what is computed.
    if let Some(whole) = tasks.raw.iter().position(|raw| raw.uid == 0 && raw.left == Left::Blank) {
        for (name, text) in tasks.tasks[whole].extras.iter().filter(|(name, _)| *name != "mspdi:ID") {
            extras.add(format!("{TEXT}Task/0/{name}"), text);
        }
    }
    let inside: Vec<bool> = tasks.raw.iter().map(|raw| raw.left == Left::In).collect();
    tasks.retain(&inside);
    let first = Uids::new(tasks.raw.iter().map(|raw| raw.uid));
    let new = |(at, raw): (usize, &RawTask<'_>)| {
        let new = first.get(raw.uid) == Some(at);
        if !new {
            let message = format!("two tasks have the UID {}", raw.uid);
            context.faults.warning("duplicate-task", raw.at(), message, "the later one is left out");
        }
        new
    };
    let new: Vec<bool> = tasks.raw.iter().enumerate().map(new).collect();
    tasks.retain(&new);
    let tasks = &tasks.raw;
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(tasks.len());
    for (at, raw) in tasks.iter().enumerate() {
        while open.last().is_some_and(|last| tasks[*last].level >= raw.level) {
            open.pop();
        }
        parents.push(open.last().copied());
        open.push(at);
    }
    parents
}

/// Behind the last task under each.
fn ends(parents: &[Option<usize>]) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=parents.len()).collect();
    for (at, parent) in parents.iter().enumerate().rev() {
        if let Some(parent) = *parent {
            ends[parent] = ends[parent].max(ends[at]);
        }
    }
    ends
}

/// What a plan without a calendar works.
fn standard() -> Timeline {
    let shifts: Vec<Shift> =
        ["08:00-12:00", "13:00-17:00"].iter().filter_map(|text| text.parse().ok()).collect();
    let calendar = Calendar::new("standard").with_week(Week::weekdays(&shifts));
    let compiled = Calendars::compile(&[calendar], Clock::Wall, &mut Vec::new());
    compiled.get("standard").map_or_else(Timeline::always, |calendar| calendar.timeline.clone())
}

struct Tree<'c, 'a> {
    plan: Plan,
    /// Each task of the plan as the file has it, and the dates that the file has.
    tasks: Vec<RawTask<'a>>,
    stored: Vec<StoredTask>,
    /// Of the program.
    extras: Extras,
    context: &'c mut Context,
    parents: Vec<Option<usize>>,
    ends: Vec<usize>,
}

impl Tree<'_, '_> {
    /// Parents, and what summaries, milestones and tasks have of their own.
    fn summaries(&mut self) {
        for at in 0..self.tasks.len() {
            if let Some(parent) = self.parents[at] {
                self.tasks[parent].summary = true;
                self.plan.tasks[at].parent = Some(self.plan.tasks[parent].id.clone());
            }
        }
        for (raw, task) in self.tasks.iter().zip(&mut self.plan.tasks) {
            let is_summary = raw.summary;
            let is_moment = !is_summary && raw.seconds == 0;
            let usual = if is_summary { TaskType::FixedDuration } else { TaskType::FixedUnits };
            if (is_summary || is_moment) && task.task_type != usual {
                let kind = value::task_type(task.task_type);
                task.extras.insert(format!("{TEXT}Type"), kind.to_owned());
            }
            if let Some(flag) = raw.milestone.filter(|flag| *flag != is_moment) {
                task.extras.insert(format!("{TEXT}Milestone"), u8::from(flag).to_string());
            }
            let usual = task.duration.filter(|_| !is_summary && !is_moment);
            let usual = usual.map_or(7, value::format_of) + if raw.estimated { 32 } else { 0 };
            if let Some(format) = raw.format.filter(|format| *format != usual) {
                task.extras.insert(format!("{TEXT}DurationFormat"), format.to_string());
            }
            if is_summary {
                task.duration = None;
                task.progress = crate::plan::TaskProgress::default();
                task.task_type = TaskType::FixedUnits;
                let possible = |kind| {
                    matches!(kind, ConstraintKind::StartNoEarlierThan | ConstraintKind::FinishNoLaterThan)
                };
                if task.constraints.iter().any(|constraint| !possible(constraint.kind)) {
                    self.context.faults.warning(
                        "constraint-on-summary",
                        format!("tasks/{}/ConstraintType", raw.uid),
                        format!("the constraint of summary `{}` is not kept", raw.uid),
                        "a summary can only start no earlier or finish no later than a date",
                    );
                    task.constraints.retain(|constraint| possible(constraint.kind));
                }
            } else if raw.seconds == 0 {
                task.duration = None;
                task.task_type = TaskType::FixedUnits;
                task.milestone = Some(MilestoneKind::Finish);
                task.progress.remaining = None;
                task.progress.resume = None;
            }
        }
    }

    /// Scheduled from the finish, a task is as late as possible unless the file says otherwise.
    fn ends_to_schedule_from(&mut self) {
        if self.plan.program.scheduling.from != ScheduleFrom::Finish {
            return;
        }
        for (raw, task) in self.tasks.iter().zip(&mut self.plan.tasks) {
            let late = |constraint: &Constraint| constraint.kind == ConstraintKind::AsLateAsPossible;
            if task.constraints.iter().any(late) {
                task.constraints.clear();
            } else if task.constraints.is_empty() && !raw.summary {
                task.constraints.push(Constraint { kind: ConstraintKind::AsSoonAsPossible, date: None });
            }
        }
    }

    fn links(&mut self, links: Vec<RawLink>) {
        let by_uid = Uids::new(self.tasks.iter().map(|raw| raw.uid));
        self.plan.dependencies.reserve_exact(links.len());
        let mut known = BTreeSet::new();
        for to in 0..self.tasks.len() {
            let at = self.tasks[to].uid;
            let place = || format!("tasks/{at}/PredecessorLink");
            known.clear();
            for link in &links[self.tasks[to].links.clone()] {
                let from = link.from.and_then(|uid| by_uid.get(uid));
                let uid = link.from.unwrap_or(-1);
                let (code, what, help) = match from {
                    _ if link.other => {
                        self.hold_start(to, uid, place());
                        continue;
                    }
                    None => ("link-from-nowhere", "no task of the plan", ""),
                    Some(from) if self.is_above(from, to) || self.is_above(to, from) => {
                        ("link-within-summary", "a summary of it, or under it", "")
                    }
                    Some(from) if !known.insert((from, link.kind)) => {
                        ("repeated-link", "linked to it in the same way before", "the first link is kept")
                    }
                    Some(from) => {
                        let source = &self.tasks[from];
                        let lag = link.lag(self.context.units, source.summary.then_some(source.seconds));
                        if let Some(percent) = link.percent.filter(|percent| source.summary && *percent != 0)
                        {
                            self.context.faults.warning(
                                "percent-lag-of-summary",
                                place(),
                                format!("a lag of {percent} % of summary `{uid}` is kept as `{lag}`"),
                                "it does not follow the length of the summary any more",
                            );
                        }
                        let tasks = &self.plan.tasks;
                        let (from, to) = (tasks[from].id.clone(), tasks[to].id.clone());
                        let dependency =
                            Dependency { from, to, kind: link.kind, lag, max_lag: None, lag_calendar: None };
                        self.plan.dependencies.push(dependency);
                        continue;
                    }
                };
                let message = format!("predecessor `{uid}` is {what}; the link is not kept");
                self.context.faults.warning(code, place(), message, help);
            }
        }
    }

    /// What a link from another project asks is only to be seen in the start that the file stores.
    fn hold_start(&mut self, to: usize, uid: i64, place: String) {
        let task = &mut self.plan.tasks[to];
        let start = self.stored[to].start.map(Stamp::civil);
        let kept = start.filter(|_| task.constraints.is_empty() && task.progress.actual_start.is_none());
        let help = match kept {
            Some(start) => {
                let start = When { date: start.date(), time: Some(start.time()) };
                task.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, start));
                format!("the task starts no earlier than on `{start}`, as the file has it")
            }
            None => String::from("the task has a date of its own"),
        };
        let message = format!("predecessor `{uid}` is a task of another project; the link is not kept");
        self.context.faults.warning("link-of-another-project", place, message, &help);
    }

    /// Whether a task is the other or a summary of it: what is under a task follows it in the file.
    fn is_above(&self, above: usize, below: usize) -> bool {
        above <= below && below < self.ends.get(above).copied().unwrap_or(0)
    }

    fn assignments(&mut self, list: Vec<RawAssignment<'_>>) {
        if list.is_empty() {
            return;
        }
        let by_uid = Uids::new(self.tasks.iter().map(|raw| raw.uid));
        let kinds: BTreeMap<String, (ResourceKind, Option<CalendarId>)> = (self.plan.resources.iter())
            .map(|resource| (resource.id.to_string(), (resource.kind, resource.calendar.clone())))
            .collect();
        let compiled = Calendars::compile(&self.plan.calendars, Clock::Wall, &mut Vec::new());
        let program = self.plan.program.calendar.as_ref().and_then(|id| compiled.get(id));
        let usual = program.map_or_else(standard, |calendar| calendar.timeline.clone());
        let timeline = |id: Option<&CalendarId>| {
            id.and_then(|id| compiled.get(id))
                .map_or_else(|| usual.clone(), |calendar| calendar.timeline.clone())
        };
        let mut both: BTreeMap<(Option<CalendarId>, CalendarId), Timeline> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for raw in list {
            let Some(at) = by_uid.get(raw.task) else {
                if self.extras.has(&format!("{ELEMENT}Task/{}", raw.task)) {
                    self.keep_whole(&raw);
                }
                continue;
            };
            let (task, summary) = (&self.plan.tasks[at], self.tasks[at].summary);
            let place = format!("assignments/{}/{}", raw.task, raw.resource);
            let Some((kind, calendar)) = kinds.get(&raw.resource.to_string()) else {
                // The file writes an assignment to nobody for each task without one: it holds its contour.
                if !summary && raw.contour == EDITED {
                    let own = timeline(task.calendar.as_ref());
                    self.split(at, &raw, &own);
                }
                continue;
            };
            if summary {
                let message = format!("resource `{}` works on summary `{}`", raw.resource, raw.task);
                let help = "it decides nothing; the tasks under the summary have the work";
                self.keep_whole(&raw);
                self.context.faults.warning("summary-with-work", place, message, help);
                continue;
            }
            if !seen.insert((raw.task, raw.resource)) {
                let message = format!("resource `{}` is assigned to task `{}` twice", raw.resource, raw.task);
                self.context.faults.warning("repeated-assignment", place, message, "the first one counts");
                self.keep_whole(&raw);
                continue;
            }
            let (theirs, own) = (timeline(calendar.as_ref()), timeline(task.calendar.as_ref()));
            let times = match &task.calendar {
                None => theirs,
                Some(_) if task.ignore_resource_calendars => own,
                Some(id) => {
                    let key = (calendar.clone(), id.clone());
                    both.entry(key).or_insert_with(|| theirs.intersect(&own)).clone()
                }
            };
            let mut assignment = self.assignment(at, &raw, *kind, &times, &place);
            assignment.extras = raw.into_extras(&assignment, *kind, self.plan.tasks[at].milestone.is_some());
            self.plan.assignments.push(assignment);
        }
    }

    /// Keeps an assignment that the plan cannot have as it stands.
    fn keep_whole(&mut self, raw: &RawAssignment<'_>) {
        if !self.extras.add(format!("{ELEMENT}Assignment/{}", raw.uid), raw.inner) {
            self.context.note("the project", "Assignment", &format!("assignments/{}", raw.uid));
        }
    }

    fn assignment(
        &mut self,
        at: usize,
        raw: &RawAssignment<'_>,
        kind: ResourceKind,
        times: &Timeline,
        place: &str,
    ) -> Assignment {
        let units = self.context.units;
        let (task, seconds) = (&self.plan.tasks[at], self.tasks[at].seconds);
        let mut assignment = Assignment::new(&task.id, raw.resource.to_string().as_str());
        if kind == ResourceKind::Cost {
            assignment.cost = raw.cost;
            return assignment;
        }
        if kind == ResourceKind::Material {
            assignment.quantity = Some(raw.share.clamp(0.0, 1e12)).filter(|quantity| *quantity != 1.0);
            return assignment;
        }
        if task.milestone.is_some() {
            return assignment;
        }
        if raw.overtime > 0 {
            self.context.faults.warning(
                "overtime",
                place,
                format!("{} of overtime decide nothing here", value::working(raw.overtime, units)),
                "they are kept as an extra; work and cost are those of regular time",
            );
        }
        if raw.work == 0 {
            // Somebody is there, without work.
            assignment.units = raw.units.filter(|share| *share != Units::ONE && *share != Units::ZERO);
            return assignment;
        }
        if task.task_type == TaskType::FixedDuration || self.tasks[at].elapsed {
            assignment.work = Some(value::working(raw.work, units));
            return assignment;
        }
        let length = length(raw, seconds, times);
        if raw.contour != 0 {
            self.context.faults.warning(
                "contour-flattened",
                place,
                "the work is contoured; here it is spread evenly over the same time",
                "the contour is kept as an extra",
            );
        }
        assignment.work = Some(value::working(raw.work, units));
        if (length - seconds).abs() > 60 {
            assignment.duration = Some(value::working(length, units));
        }
        let delay = raw.delay.saturating_add(raw.leveling);
        if delay > 0 {
            assignment.delay = Some(value::working(delay, units));
        }
        assignment
    }

    /// Pauses of a task that nobody is assigned to.
    fn split(&mut self, at: usize, raw: &RawAssignment<'_>, times: &Timeline) {
        let units = self.context.units;
        let (file, task) = (&self.tasks[at], &mut self.plan.tasks[at]);
        let (Some(start), Some(finish)) = (raw.start, raw.finish) else { return };
        let pause = times.work_between(start, finish).0 - file.seconds;
        if pause <= 0 || file.elapsed {
            return;
        }
        let mut splits = Vec::new();
        let mut told = 0;
        for pair in raw.stretches.windows(2) {
            let gap = times.work_between(pair[0].1, pair[1].0).0;
            if gap > 0 {
                let after: i64 =
                    raw.stretches.iter().take_while(|one| one.0 <= pair[0].0).map(|one| one.2).sum();
                splits.push(Split { after: value::working(after, units), pause: value::working(gap, units) });
                told += gap;
            }
        }
        if told != pause {
            splits.clear();
            let rest = task.progress.resume.map(|resume| Time::from_civil(resume.start()));
            let left = task.progress.remaining.map_or(file.seconds, |rest| match rest.span(units) {
                crate::quantity::Span::Working(work) => work.0,
                crate::quantity::Span::Elapsed(wall) => wall.0,
            });
            // Of a started task it is known how much of the pauses is to come.
            let later = match rest {
                Some(resume) => (times.work_between(resume, finish).0 - left).clamp(0, pause),
                None => pause,
            };
            if later > 0 {
                let after = (file.seconds - left + 1).clamp(0, file.seconds);
                splits
                    .push(Split { after: value::working(after, units), pause: value::working(later, units) });
            }
            self.context.faults.warning(
                "split-without-place",
                file.at(),
                format!("task `{}` pauses, but the file does not say when", file.uid),
                "start and finish are kept, the pause is put at the beginning of what is left to do",
            );
        }
        task.splits = splits;
    }

    fn baselines(&mut self, header: &Record<'_>) {
        let faults = &mut self.context.faults;
        let saved = header.when("LastSaved", faults).or_else(|| header.when("CreationDate", faults));
        let at = saved.unwrap_or(self.plan.program.start);
        let mut found: BTreeMap<i64, Vec<BaselineTask>> = BTreeMap::new();
        for (raw, task) in self.tasks.iter().zip(&self.plan.tasks) {
            for baseline in &raw.baselines {
                let list = found.entry(baseline.number).or_default();
                if list.last().is_none_or(|last: &BaselineTask| last.task != task.id) {
                    list.push(BaselineTask {
                        task: task.id.clone(),
                        start: baseline.start,
                        finish: baseline.finish,
                        duration: baseline.duration,
                        work: baseline.work,
                        cost: baseline.cost,
                    });
                }
            }
        }
        for (number, tasks) in found {
            let id = BaselineId::from(format!("baseline-{number}"));
            self.plan.baselines.push(Baseline { id, at, tasks });
        }
    }
}

//! Who works when, by a schedule: each assignment laid out from its task's start. What load and cost count.

use crate::sort::Arrange;
use rustc_hash::FxHashMap;

use super::compile::{standard, to_axis};
use super::{Schedule, TaskSchedule, missing_task};
use crate::calendar::{Calendars, Clock, Timeline, Zone};
use crate::plan::index::{AssignmentIndex, PlanIndex};
use crate::plan::{Plan, ProgressRule, Resource, Task, TaskType};
use crate::quantity::{Duration, Span, Stamp, Time, Units, When, Work, WorkUnits};
use crate::{CalendarId, Issue, Issues};

/// Most stretches of work that are laid out: a hundred thousand tasks of half a year each.
const MOST_STRETCHES: usize = 25_000_000;
/// Ten-thousandths of one whole resource.
pub(crate) const WHOLE: i128 = Units::ONE.as_parts() as i128;

/// An assignment of a person, department or vendor, laid out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Booking {
    /// Number of the task.
    pub(crate) task: u32,
    /// Number of the resource.
    pub(crate) resource: u32,
    /// Share of the resource in ten-thousandths; rounded down where it follows from work and duration, so
    /// that three thirds are not more than one.
    pub(crate) parts: i64,
    /// Seconds of work it is asked for in all, if the plan says so.
    pub(crate) work: Option<i64>,
    /// Seconds that it works.
    pub(crate) length: i64,
    first: u32,
    end: u32,
}

impl Booking {
    /// Work done in the first so many of its seconds, in ten-thousandths of a second of one whole resource.
    pub(crate) fn work_in(&self, seconds: i64) -> i128 {
        match self.work {
            Some(work) if self.length > 0 => {
                i128::from(work) * WHOLE * i128::from(seconds) / i128::from(self.length)
            }
            _ => i128::from(self.parts) * i128::from(seconds),
        }
    }
}

/// The time of a resource.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    /// Its calendar.
    pub(crate) usual: Timeline,
    /// The same less its absences and what lies outside its contract.
    pub(crate) own: Timeline,
    /// Capacity in ten-thousandths.
    pub(crate) capacity: i64,
    /// Other capacities: from, to, ten-thousandths; sorted, apart from each other.
    pub(crate) steps: Vec<(i64, i64, i64)>,
    /// Zone of its calendar.
    pub(crate) zone: Zone,
}

impl Worker {
    /// Capacity at an instant, in ten-thousandths.
    pub(crate) fn capacity_at(&self, at: i64) -> i64 {
        let before = self.steps.partition_point(|step| step.0 <= at);
        let step = before.checked_sub(1).and_then(|index| self.steps.get(index));
        step.filter(|step| at < step.1).map_or(self.capacity, |step| step.2)
    }
}

/// Everybody's work by a schedule.
#[derive(Debug)]
pub(crate) struct Bookings<'a> {
    pub(crate) index: PlanIndex<'a>,
    /// Row of each task, by its number.
    pub(crate) rows: Vec<&'a TaskSchedule>,
    /// By the number of the resource.
    pub(crate) workers: Vec<Worker>,
    /// By task, then resource.
    pub(crate) bookings: Vec<Booking>,
    pub(crate) units: WorkUnits,
    stretches: Vec<(i64, i64)>,
    pub(crate) clock: Clock,
    /// Zone that dates are shown in.
    pub(crate) zone: Zone,
    calendars: Calendars,
    program: Timeline,
}

impl<'a> Bookings<'a> {
    /// Lays out every assignment.
    ///
    /// # Errors
    /// Every fault of the plan, tasks that the schedule lacks, and more than [`MOST_STRETCHES`].
    pub(crate) fn of(plan: &'a Plan, schedule: &'a Schedule) -> Result<Self, Issues> {
        let (index, _) = crate::plan::checked(plan)?;
        let mut issues = Vec::new();
        let mut layout = Layout::new(&index, &mut issues);
        let workers: Vec<Worker> =
            (0..index.resources.len() as u32).map(|number| layout.worker(index.resource(number))).collect();
        let rows = rows(&index, schedule, &mut issues);
        Issues::check(issues)?;
        let mut bookings = Vec::with_capacity(index.assignments.len());
        for number in 0..index.tasks.len() as u32 {
            if index.is_summary[number as usize] || index.task(number).milestone.is_some() {
                continue;
            }
            for assignment in index.assignments_of(number) {
                if index.resource(assignment.resource).kind.works() {
                    let row = rows[number as usize];
                    bookings.push(layout.book(&index, *assignment, &workers, row));
                }
            }
            if layout.stretches.len() > MOST_STRETCHES {
                let message = format!("the schedule has more than {MOST_STRETCHES} stretches of work");
                let at = format!("tasks/{}", index.task(number).id);
                return Err(Issue::error("too-large", at, message).into());
            }
        }
        let Layout { units, clock, zone, stretches, calendars, program, .. } = layout;
        Ok(Self { index, rows, workers, bookings, units, stretches, clock, zone, calendars, program })
    }

    /// From when to when work on a task goes on, between its pauses: for one booking of it, or for the whole task.
    pub(crate) fn spans(&self, task: u32, booking: Option<&Booking>) -> Vec<(i64, i64)> {
        let (row, task) = (self.rows[task as usize], self.index.task(task));
        let (start, finish) = (row.start.time(), row.finish.time());
        let laid_out;
        let stretches = match booking {
            Some(booking) => self.stretches(booking),
            None if task.splits.is_empty() || start >= finish => &[(start.0, finish.0)],
            None => {
                let timeline = task.calendar.as_ref().and_then(|id| self.calendars.get(id));
                let timeline = timeline.map_or(&self.program, |calendar| &calendar.timeline);
                laid_out =
                    timeline.intervals(start, finish).map(|(from, to)| (from.0, to.0)).collect::<Vec<_>>();
                laid_out.as_slice()
            }
        };
        let mut spans = between(stretches, &self.pauses_of(task));
        // What is done and what is left of a task that was interrupted.
        if let (Some(stop), Some(resume)) = (row.stop, row.resume) {
            let (stop, resume) = (stop.time().0, resume.time().0);
            let parts = spans.iter().flat_map(|&(from, to)| [(from, to.min(stop)), (from.max(resume), to)]);
            spans = parts.filter(|(from, to)| from < to).collect();
        }
        if spans.is_empty() {
            spans.push((start.0, finish.0));
        }
        spans
    }

    /// The pauses of a task: from and to in seconds of its work, the pauses before counted.
    fn pauses_of(&self, task: &Task) -> Vec<(i64, i64)> {
        let length = |duration: Duration| seconds(duration.span(self.units)).max(0);
        let mut splits: Vec<(i64, i64)> =
            task.splits.iter().map(|split| (length(split.after), length(split.pause))).collect();
        splits.arrange();
        let mut before = 0i64;
        for (after, pause) in &mut splits {
            let from = after.saturating_add(before);
            before = before.saturating_add(*pause);
            (*after, *pause) = (from, from.saturating_add(*pause));
        }
        splits
    }

    /// Stretches of work of a booking, in order.
    pub(crate) fn stretches(&self, booking: &Booking) -> &[(i64, i64)] {
        &self.stretches[booking.first as usize..booking.end as usize]
    }

    /// An instant as the plan shows it.
    pub(crate) fn stamp(&self, time: i64) -> Stamp {
        match self.clock {
            Clock::Wall => Stamp::wall(Time(time)),
            Clock::Zoned => Stamp::zoned(Time(time), self.zone.offset_at(Time(time))),
        }
    }
}

/// The row of each task by its number.
fn rows<'a>(index: &PlanIndex<'a>, schedule: &'a Schedule, issues: &mut Vec<Issue>) -> Vec<&'a TaskSchedule> {
    let mut rows = Vec::with_capacity(index.tasks.len());
    for number in 0..index.tasks.len() as u32 {
        let id = &index.task(number).id;
        // Rows are in the order of ids, as the numbers are.
        let expected = schedule.tasks.get(number as usize).filter(|row| row.id == *id);
        match expected.or_else(|| schedule.task(id)) {
            Some(row) => rows.push(row),
            None => issues.push(missing_task(id)),
        }
    }
    rows
}

/// Calendars, and the stretches laid out on them.
struct Layout {
    units: WorkUnits,
    /// Whether expected finishes decide how long rests take.
    expected: bool,
    /// Whether a rule says where what is left lies, however much was done before.
    has_rule: bool,
    clock: Clock,
    calendars: Calendars,
    program: Timeline,
    zone: Zone,
    /// What a resource (number) and a calendar (index) have in common.
    both: FxHashMap<(u32, u32), Timeline>,
    stretches: Vec<(i64, i64)>,
}

impl Layout {
    fn new(index: &PlanIndex<'_>, issues: &mut Vec<Issue>) -> Self {
        let program = &index.plan.program;
        let clock = program.scheduling.clock;
        let calendars = Calendars::compile(&index.plan.calendars, clock, issues);
        let found = program.calendar.as_ref().and_then(|id| calendars.get(id));
        let (timeline, zone) = match found {
            Some(calendar) => (calendar.timeline.clone(), calendar.zone.clone()),
            None => (standard(clock), Zone::utc()),
        };
        Self {
            units: program.work_units(),
            expected: program.scheduling.use_expected_finish,
            has_rule: program.scheduling.progress_rule != ProgressRule::AsRecorded,
            clock,
            calendars,
            program: timeline,
            zone,
            both: FxHashMap::default(),
            stretches: Vec::new(),
        }
    }

    fn timeline(&self, id: Option<&CalendarId>) -> &Timeline {
        id.and_then(|id| self.calendars.get(id)).map_or(&self.program, |calendar| &calendar.timeline)
    }

    fn zone_of(&self, id: Option<&CalendarId>) -> &Zone {
        id.and_then(|id| self.calendars.get(id)).map_or(&self.zone, |calendar| &calendar.zone)
    }

    fn opening(&self, when: When, zone: &Zone) -> Time {
        to_axis(when.start(), zone, self.clock)
    }

    fn ending(&self, when: When, zone: &Zone) -> Time {
        to_axis(when.end(), zone, self.clock)
    }

    fn worker(&self, resource: &Resource) -> Worker {
        let usual = self.timeline(resource.calendar.as_ref()).clone();
        let zone = self.zone_of(resource.calendar.as_ref()).clone();
        let away: Vec<(Time, Time)> = resource
            .absences
            .iter()
            .map(|absence| (self.opening(absence.from, &zone), self.ending(absence.to, &zone)))
            .collect();
        let mut own = usual.without(&away);
        if let Some(contract) = resource.contract {
            own = own.within(self.opening(contract.from, &zone), self.ending(contract.to, &zone));
        }
        let mut steps: Vec<(i64, i64, i64)> = resource
            .availability
            .iter()
            .map(|step| {
                let (from, to) = (self.opening(step.from, &zone), self.ending(step.to, &zone));
                (from.0, to.0, i64::from(step.units.as_parts()))
            })
            .collect();
        steps.arrange();
        Worker { usual, own, capacity: i64::from(resource.capacity.as_parts()), steps, zone }
    }

    fn book(
        &mut self,
        index: &PlanIndex<'_>,
        assignment: AssignmentIndex,
        workers: &[Worker],
        row: &TaskSchedule,
    ) -> Booking {
        let task = index.task(assignment.task);
        let assigned = index.assignment(assignment);
        let given = task.duration.or(task.estimate.map(|estimate| estimate.likely));
        let given = if self.is_as_scheduled(task) {
            Some(Span::Working(row.duration))
        } else {
            given.map(|duration| duration.span(self.units))
        };
        let asked = assigned.work.map(|work| seconds(work.span(self.units)).max(0));
        let units = i128::from(assigned.units.unwrap_or(Units::ONE).as_parts());
        let narrow = |number: i128| i64::try_from(number).unwrap_or(i64::MAX / 8);
        let elapsed = matches!(given, Some(Span::Elapsed(_)));
        let own = assigned.duration.filter(|_| !elapsed).map(|own| own.span(self.units)).or(given);
        let (length, parts) = match (own.map(|span| seconds(span).max(0)), asked) {
            (Some(length), Some(work)) if length > 0 => {
                (length, i128::from(work) * WHOLE / i128::from(length))
            }
            (Some(length), _) => (length, units),
            (None, work) => {
                let units = units.max(1);
                (narrow(i128::from(work.unwrap_or(0)) * WHOLE / units), units)
            }
        };
        // A delay and pauses lie within, and the work is spread over them.
        let more = if elapsed {
            0
        } else {
            self.pauses(task) + assigned.delay.map_or(0, |delay| self.seconds(delay))
        };
        let (length, parts) = match length.saturating_add(more) {
            whole if more > 0 && whole > 0 => (whole, parts * i128::from(length) / i128::from(whole)),
            _ => (length, parts),
        };
        let timeline =
            if elapsed { Timeline::always() } else { self.hours(task, assignment.resource, workers) };
        let first = self.stretches.len() as u32;
        for (from, to) in self.parts_of_work(task, &timeline, length, row) {
            if from < to {
                self.stretches.extend(timeline.intervals(from, to).map(|(from, to)| (from.0, to.0)));
            }
        }
        let end = self.stretches.len() as u32;
        let worked: i64 = self.stretches[first as usize..].iter().map(|(from, to)| to - from).sum();
        Booking {
            task: assignment.task,
            resource: assignment.resource,
            parts: narrow(parts),
            work: asked,
            length: worked,
            first,
            end,
        }
    }

    /// The timeline that a resource works on a task on.
    fn hours(&mut self, task: &Task, resource: u32, workers: &[Worker]) -> Timeline {
        if task.ignore_resource_calendars || task.task_type == TaskType::FixedDuration || task.level_of_effort
        {
            return self.timeline(task.calendar.as_ref()).clone();
        }
        let own = &workers[resource as usize].own;
        let Some(position) = task.calendar.as_ref().and_then(|id| self.calendars.index_of(id)) else {
            return own.clone();
        };
        let theirs = &self.calendars.as_slice()[position].timeline;
        self.both.entry((resource, position as u32)).or_insert_with(|| own.intersect(theirs)).clone()
    }

    /// From when to when an assignment works: all at once, or what is done and what is left.
    fn parts_of_work(
        &self,
        task: &Task,
        timeline: &Timeline,
        length: i64,
        row: &TaskSchedule,
    ) -> [(Time, Time); 2] {
        let (start, finish) = (row.start.time(), row.finish.time());
        let none = (Time(0), Time(0));
        let progress = &task.progress;
        if progress.actual_finish.is_some() {
            return [(start, finish), none];
        }
        if progress.actual_start.is_none() {
            return [(start, timeline.add_work(start, Work(length))), none];
        }
        let worked = length - self.pauses(task).min(length);
        let left = self.remaining(progress.remaining, progress.complete, worked);
        let behind = task.splits.iter().filter(|split| self.seconds(split.after) > worked - left);
        let rest = left + behind.map(|split| self.seconds(split.pause)).sum::<i64>();
        let done = timeline.add_work(start, Work((length - rest).max(0)));
        let zone = self.zone_of(task.calendar.as_ref());
        // What the schedule says of the rest goes before what the plan does.
        let resume = match row.resume {
            Some(resume) => Some(resume.time()),
            None => progress.resume.map(|resume| self.opening(resume, zone)),
        };
        let (done, next) = if self.has_rule {
            let next = row.resume.map_or(done, Stamp::time).max(start);
            (done.min(next), next)
        } else {
            (done, resume.map_or(done, |resume| resume.max(done)))
        };
        if self.expected && progress.expected_finish.is_some() {
            return [(start, done), (next, finish)];
        }
        [(start, done), (next, timeline.add_work(next, Work(rest)))]
    }

    /// Whether only the schedule says how long a task takes.
    fn is_as_scheduled(&self, task: &Task) -> bool {
        let progress = &task.progress;
        let expected = self.expected && progress.expected_finish.is_some();
        task.level_of_effort || (expected && progress.actual_start.is_none() && task.milestone.is_none())
    }

    fn seconds(&self, duration: Duration) -> i64 {
        seconds(duration.span(self.units)).max(0)
    }

    /// Seconds of all pauses of a task.
    fn pauses(&self, task: &Task) -> i64 {
        task.splits.iter().map(|split| self.seconds(split.pause)).fold(0, i64::saturating_add)
    }

    fn remaining(&self, remaining: Option<Duration>, complete: Option<f64>, length: i64) -> i64 {
        match (remaining, complete) {
            (Some(remaining), _) => seconds(remaining.span(self.units)).max(0),
            (None, Some(share)) => {
                let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
                #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a share")]
                let done = (share * length as f64).round() as i64;
                length - done
            }
            (None, None) => length,
        }
    }
}

/// The spans of stretches of work between pauses, which are told in seconds of that work.
fn between(stretches: &[(i64, i64)], pauses: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut spans: Vec<(i64, i64)> = Vec::new();
    // Whether the last span goes on.
    let (mut is_open, mut worked, mut next) = (false, 0, 0);
    for &(from, to) in stretches {
        let mut at = from;
        while at < to {
            let now = worked + at - from;
            let pause = pauses.get(next).copied().unwrap_or((i64::MAX, i64::MAX));
            if now >= pause.1 {
                next += 1;
                continue;
            }
            let is_working = now < pause.0;
            let until = if is_working { pause.0 } else { pause.1 };
            let end = to.min(at.saturating_add(until - now));
            match spans.last_mut() {
                Some(span) if is_working && is_open => span.1 = end,
                _ if is_working => spans.push((at, end)),
                _ => {}
            }
            is_open = is_working;
            at = end;
        }
        worked += to - from;
    }
    spans
}

fn seconds(span: Span) -> i64 {
    match span {
        Span::Working(work) => work.0,
        Span::Elapsed(elapsed) => elapsed.0,
    }
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn work_is_cut_at_its_pauses() {
        let days = [(0, 8), (24, 32), (48, 56)];
        assert_eq!(between(&days, &[]), [(0, 56)]);
        assert_eq!(between(&days, &[(4, 12)]), [(0, 4), (28, 56)]);
        assert_eq!(between(&days, &[(8, 16)]), [(0, 8), (48, 56)]);
        assert_eq!(between(&days, &[(4, 4), (6, 10), (10, 12)]), [(0, 6), (28, 56)]);
        assert_eq!(between(&days, &[(0, 4), (20, 24)]), [(4, 52)]);
        assert!(between(&[], &[(0, 4)]).is_empty());
    }
}

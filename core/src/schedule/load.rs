//! Load: how much is asked of everybody, day by day, and when it is more than there is of them.
//!
//! Each assignment is laid out from its task's start on the working time of its resource; at every moment
//! the shares asked of a resource are added and held against its capacity. Where the sum is higher, the
//! resource is overloaded, by the sum less the capacity, for as long as that lasts. A day can therefore have
//! an excess although its demand as a whole is below what the resource can do: two meetings at ten are not
//! made good by a free afternoon. [`Bucket::Day`] judges whole days instead.

use serde::{Deserialize, Serialize};

use super::booking::{Booking, Bookings, WHOLE, Worker};
use super::{DayLoad, LoadReport, Overload, ResourceLoad, Schedule, to_axis};
use crate::calendar::{Clock, Timeline};
use crate::plan::{Plan, is_default};
use crate::quantity::{Time, Units, When, Work};
use crate::sort::Arrange;
use crate::{Issues, ResourceId, TaskId};

/// In what pieces of time overload is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bucket {
    /// Moment by moment: never more at once than there is.
    #[default]
    Moment,
    /// Day by day: never more on a day than can be done on it.
    Day,
}

/// How load is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoadOptions {
    /// In what pieces of time overload is judged.
    #[serde(default, skip_serializing_if = "is_default")]
    pub bucket: Bucket,
}

/// Load of every person, department and vendor by a schedule, overload judged moment by moment.
///
/// # Errors
/// Every fault of the plan, and tasks that the schedule lacks.
///
/// # Complexity
/// O(n log n) for n stretches of work: a task of three days has three, or six with lunch breaks.
///
/// # Examples
/// ```
/// use paceline::plan::{Assignment, Plan, Program, Resource, ResourceKind, Task};
/// use paceline::quantity::{Duration, When, Work};
/// use paceline::schedule::{load, schedule};
///
/// let mut plan = Plan::new(Program::new("Spring fair", When::parse("2026-03-02")?));
/// plan.resources = vec![Resource::new("ana", ResourceKind::Person)];
/// plan.tasks = vec![Task::new("copy", Duration::days(2)), Task::new("photo", Duration::days(1))];
/// plan.assignments = vec![Assignment::new("copy", "ana"), Assignment::new("photo", "ana")];
/// let load = load(&plan, &schedule(&plan)?)?;
/// assert_eq!(load.overloaded, 1);
/// assert_eq!(load.excess, Work::hours(8)); // both on Monday
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn load(plan: &Plan, schedule: &Schedule) -> Result<LoadReport, Issues> {
    load_with(plan, schedule, &LoadOptions::default())
}

/// [`load`] with options.
///
/// # Errors
/// Every fault of the plan, and tasks that the schedule lacks.
pub fn load_with(plan: &Plan, schedule: &Schedule, options: &LoadOptions) -> Result<LoadReport, Issues> {
    let plan = schedule.staffed(plan)?;
    let bookings = Bookings::of(&plan, schedule)?;
    let mut of_resource: Vec<Vec<u32>> = vec![Vec::new(); bookings.workers.len()];
    for (position, booking) in (0u32..).zip(&bookings.bookings) {
        of_resource[booking.resource as usize].push(position);
    }
    let mut resources = Vec::new();
    for (number, positions) in (0u32..).zip(&of_resource) {
        let resource = bookings.index.resource(number);
        if resource.kind.works() {
            let mut tally = Tally::new(&bookings, number, positions);
            tally.count_demand();
            tally.count_excess(options.bucket);
            resources.push(tally.report(&resource.id));
        }
    }
    Ok(LoadReport {
        overloaded: resources.iter().filter(|load| !load.overloads.is_empty()).count() as u32,
        excess: resources.iter().map(|load| load.excess).sum(),
        resources,
    })
}

/// A stretch in which the demand on a resource does not change and is above zero.
#[derive(Debug, Clone, Copy)]
struct Segment {
    from: i64,
    to: i64,
    /// Ten-thousandths of one whole resource asked.
    demand: i64,
    /// The same above capacity, or 0.
    above: i64,
}

/// A day; amounts in ten-thousandths of a second of one whole resource.
#[derive(Debug, Clone, Copy)]
struct Day {
    /// Where it begins and ends on the axis.
    from: i64,
    to: i64,
    demand: i128,
    capacity: i128,
    excess: i128,
}

/// A run of segments in overload.
#[derive(Debug, Clone, Copy)]
struct Run {
    from: i64,
    to: i64,
    peak: i64,
    excess: i128,
}

/// What is counted for one resource.
struct Tally<'a, 'b> {
    bookings: &'a Bookings<'b>,
    worker: &'a Worker,
    own: Vec<&'a Booking>,
    /// Days with demand, in order.
    days: Vec<Day>,
    runs: Vec<Run>,
}

impl<'a, 'b> Tally<'a, 'b> {
    fn new(bookings: &'a Bookings<'b>, resource: u32, positions: &[u32]) -> Self {
        let own = positions.iter().map(|position| &bookings.bookings[*position as usize]).collect();
        let worker = &bookings.workers[resource as usize];
        Self { bookings, worker, own, days: Vec::new(), runs: Vec::new() }
    }

    /// The day of an instant, on the clock of the plan.
    fn day_of(&self, at: i64) -> (i64, i64) {
        let (clock, zone) = (self.bookings.clock, &self.bookings.zone);
        if clock == Clock::Wall {
            let from = at.div_euclid(86_400) * 86_400;
            return (from, from + 86_400);
        }
        match zone.civil(Time(at)) {
            None => (at, at + 86_400),
            Some(civil) => {
                let day = When::from(civil.date());
                let from = to_axis(day.start(), zone, clock).0.min(at);
                (from, to_axis(day.end(), zone, clock).0.max(at + 1))
            }
        }
    }

    /// Demand and capacity of each day.
    fn count_demand(&mut self) {
        let mut pieces: Vec<(i64, i64, i128)> = Vec::new();
        let mut day = (0, 0);
        for booking in &self.own {
            let mut worked = 0;
            for &(from, to) in self.bookings.stretches(booking) {
                let mut at = from;
                while at < to {
                    if !(day.0..day.1).contains(&at) {
                        day = self.day_of(at);
                    }
                    let until = to.min(day.1);
                    let before = booking.work_in(worked);
                    worked += until - at;
                    pieces.push((day.0, day.1, booking.work_in(worked) - before));
                    at = until;
                }
            }
        }
        pieces.arrange_by_key(|piece| piece.0);
        for (from, to, demand) in pieces {
            match self.days.last_mut() {
                Some(last) if last.from == from => last.demand += demand,
                _ => self.days.push(Day { from, to, demand, capacity: 0, excess: 0 }),
            }
        }
        for day in &mut self.days {
            day.capacity = capacity_between(self.worker, day.from, day.to);
        }
    }

    fn segments(&self) -> Vec<Segment> {
        let mut changes: Vec<(i64, i64)> = Vec::new();
        for booking in self.own.iter().filter(|booking| booking.parts > 0) {
            for &(from, to) in self.bookings.stretches(booking) {
                changes.push((from, booking.parts));
                changes.push((to, -booking.parts));
            }
        }
        if changes.is_empty() {
            return Vec::new();
        }
        changes.extend(self.worker.steps.iter().flat_map(|step| [(step.0, 0), (step.1, 0)]));
        changes.arrange();
        let mut segments: Vec<Segment> = Vec::with_capacity(changes.len());
        let mut demand = 0;
        for pair in changes.windows(2) {
            let (from, to) = (pair[0].0, pair[1].0);
            demand += pair[0].1;
            if demand > 0 && from < to {
                let above = (demand - self.worker.capacity_at(from)).max(0);
                segments.push(Segment { from, to, demand, above });
            }
        }
        segments
    }

    /// Excess of each day, and the spans of overload.
    fn count_excess(&mut self, bucket: Bucket) {
        match bucket {
            Bucket::Moment => self.excess_by_moment(),
            Bucket::Day => self.excess_by_day(),
        }
    }

    fn excess_by_moment(&mut self) {
        let segments = self.segments();
        let mut day = 0;
        for segment in segments.iter().filter(|segment| segment.above > 0) {
            let mut at = segment.from;
            while at < segment.to {
                while self.days.get(day).is_some_and(|day| day.to <= at) {
                    day += 1;
                }
                let Some(today) = self.days.get_mut(day) else { break };
                let until = segment.to.min(today.to).max(at + 1);
                today.excess += i128::from(segment.above) * i128::from(until - at);
                at = until;
            }
        }
        let over = segments.iter().map(|segment| {
            let excess = i128::from(segment.above) * i128::from(segment.to - segment.from);
            (Run { from: segment.from, to: segment.to, peak: segment.demand, excess }, segment.above > 0)
        });
        self.runs = runs(over, &self.worker.usual);
    }

    fn excess_by_day(&mut self) {
        let segments = self.segments();
        let mut next = 0;
        for day in &mut self.days {
            day.excess = (day.demand - day.capacity).max(0);
        }
        let mut over = Vec::with_capacity(self.days.len());
        for day in &self.days {
            while segments.get(next).is_some_and(|segment| segment.to <= day.from) {
                next += 1;
            }
            let today = segments[next..].iter().take_while(|segment| segment.from < day.to);
            let peak = today.map(|segment| segment.demand).max().unwrap_or(0);
            over.push((Run { from: day.from, to: day.to, peak, excess: day.excess }, day.excess > 0));
        }
        self.runs = runs(over.into_iter(), &self.worker.usual);
    }

    fn report(&self, id: &ResourceId) -> ResourceLoad {
        let mut demand = Rounding::default();
        let mut excess = Rounding::default();
        let mut capacity = Rounding::default();
        let days = self.days.iter().map(|day| DayLoad {
            date: self.bookings.stamp(day.from).date(),
            demand: demand.next(day.demand),
            capacity: capacity.next(day.capacity),
            excess: excess.next(day.excess),
        });
        let days: Vec<DayLoad> = days.collect();
        ResourceLoad {
            resource: id.clone(),
            overloads: self.overloads(id),
            demand: days.iter().map(|day| day.demand).sum(),
            excess: days.iter().map(|day| day.excess).sum(),
            days,
        }
    }

    /// The runs with the tasks that ask for something in them.
    fn overloads(&self, id: &ResourceId) -> Vec<Overload> {
        if self.runs.is_empty() {
            return Vec::new();
        }
        let mut waiting: Vec<(i64, i64, u32)> = Vec::new();
        for booking in self.own.iter().filter(|booking| booking.parts > 0) {
            let stretches = self.bookings.stretches(booking).iter();
            waiting.extend(stretches.map(|&(from, to)| (from, to, booking.task)));
        }
        waiting.arrange();
        let mut waiting = waiting.into_iter().peekable();
        let mut open: Vec<(i64, u32)> = Vec::new();
        let mut excess = Rounding::default();
        let mut found = Vec::with_capacity(self.runs.len());
        for run in &self.runs {
            open.retain(|(to, _)| *to > run.from);
            while let Some((_, to, task)) = waiting.next_if(|stretch| stretch.0 < run.to) {
                if to > run.from {
                    open.push((to, task));
                }
            }
            let mut tasks: Vec<u32> = open.iter().map(|(_, task)| *task).collect();
            tasks.arrange();
            tasks.dedup();
            let name = |task: u32| -> TaskId { self.bookings.index.task(task).id.clone() };
            found.push(Overload {
                resource: id.clone(),
                from: self.bookings.stamp(run.from),
                to: self.bookings.stamp(run.to),
                peak: Units::from_parts(u32::try_from(run.peak).unwrap_or(u32::MAX)),
                excess: excess.next(run.excess),
                tasks: tasks.into_iter().map(name).collect(),
            });
        }
        found
    }
}

/// Stretches of overload in order; those with nothing but time off work between them are one.
fn runs(stretches: impl Iterator<Item = (Run, bool)>, usual: &Timeline) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut last_asked = i64::MIN;
    for (next, is_over) in stretches {
        if is_over {
            match runs.last_mut() {
                Some(run)
                    if run.to == last_asked
                        && usual.work_between(Time(run.to), Time(next.from)) == Work::ZERO =>
                {
                    run.to = next.to;
                    run.peak = run.peak.max(next.peak);
                    run.excess += next.excess;
                }
                _ => runs.push(next),
            }
        }
        last_asked = next.to;
    }
    runs
}

/// What a resource can do between two instants, in ten-thousandths of a second of one whole resource.
fn capacity_between(worker: &Worker, from: i64, to: i64) -> i128 {
    let work = |from: i64, to: i64| i128::from(worker.own.work_between(Time(from), Time(to)).0);
    let mut at = from;
    let mut capacity = 0;
    let first = worker.steps.partition_point(|step| step.1 <= from);
    for &(begin, end, parts) in worker.steps[first..].iter().take_while(|step| step.0 < to) {
        let (begin, end) = (begin.max(at), end.min(to));
        if begin < end {
            capacity += work(at, begin) * i128::from(worker.capacity) + work(begin, end) * i128::from(parts);
            at = end;
        }
    }
    capacity + work(at, to) * i128::from(worker.capacity)
}

/// Whole seconds of running amounts: each is what the rounded sum grows by, so that they add up to it.
#[derive(Debug, Default)]
struct Rounding {
    exact: i128,
    rounded: i128,
}

impl Rounding {
    fn next(&mut self, amount: i128) -> Work {
        self.exact += amount;
        let rounded = (self.exact + WHOLE / 2).div_euclid(WHOLE);
        let grown = rounded - self.rounded;
        self.rounded = rounded;
        Work(i64::try_from(grown).unwrap_or(i64::MAX / 8))
    }
}

//! What labor costs by where the work lies: the prices of days, asked in numbers.

use super::Problem;
use crate::calendar::{Calendars, Zone};
use crate::plan::{Per, Rate};
use crate::quantity::{Time, Units, Work};
use crate::schedule::choice::Mode;
use crate::schedule::compile::{Compiled, to_axis};
use crate::schedule::critical_path::Dates;
use crate::schedule::network::{ALWAYS, NONE, Network};
use crate::schedule::uses::{Use, Uses};
use crate::sort::Arrange;

/// Ten-thousandths of one whole resource.
const WHOLE: i128 = Units::ONE.as_parts() as i128;

/// A price, from a moment on.
#[derive(Debug, Clone, Copy)]
struct Price {
    from: Time,
    /// Hundredths for so many seconds of work; 0 seconds: nothing.
    cents: i64,
    of: i64,
    per_use: i64,
}

/// Paid work of a task.
#[derive(Debug, Clone, Copy)]
struct Line {
    node: u32,
    /// The timeline it is laid out on, and the seconds on it.
    calendar: u32,
    duration: i64,
    parts: u32,
    /// Seconds of work asked for in all, if the plan says so.
    work: Option<i64>,
    /// Nothing is done of it before this.
    from: Time,
    /// Entry of what is done and left of started work that stays.
    actual: u32,
    /// When what is done of started work whose rest may move was done: an empty stretch of others.
    done: (Time, Time),
    /// The seconds of that.
    past: i64,
    /// Its prices.
    first: u32,
    end: u32,
}

/// Paid work of all tasks.
#[derive(Debug, Clone, Default)]
pub(crate) struct Labor {
    prices: Vec<Price>,
    /// Work whose cost depends on where it lies, by node.
    lines: Vec<Line>,
    /// What the rest costs, in hundredths.
    rest: i64,
    /// Seconds of a working day.
    day: i64,
    /// By resource: its prices.
    of_resource: Vec<(u32, u32)>,
}

/// Paid work of one task done by certain people.
#[derive(Debug, Clone, Default)]
pub(crate) struct Share {
    lines: Vec<Line>,
    rest: i64,
}

impl Labor {
    /// Reads the rates of the plan; `fixed` nodes stay where they are.
    pub(crate) fn new(compiled: &Compiled<'_>, early: &Dates, fixed: &[bool]) -> Self {
        let index = &compiled.index;
        let plan = index.plan;
        let clock = plan.program.scheduling.clock;
        let calendars = Calendars::compile(&plan.calendars, clock, &mut Vec::new());
        let mut labor = Self { day: plan.program.work_units().day.0, ..Self::default() };
        for number in 0..index.resources.len() as u32 {
            let resource = index.resource(number);
            let first = labor.prices.len() as u32;
            let mut rates: Vec<&Rate> = resource.rates.iter().collect();
            rates.arrange_by_key(|rate| (rate.from, rate.standard, rate.per_use));
            let calendar = resource.calendar.as_ref().or(plan.program.calendar.as_ref());
            let calendar = calendar.and_then(|id| calendars.get(id));
            let zone = calendar.map_or_else(Zone::utc, |calendar| calendar.zone.clone());
            labor.prices.extend(rates.into_iter().map(|rate| Price {
                from: rate.from.map_or(Time::DISTANT_PAST, |day| {
                    to_axis(crate::quantity::When::from(day).start(), &zone, clock)
                }),
                cents: rate.standard.as_cents(),
                of: match rate.per {
                    Per::Hour => 3_600,
                    Per::Day => labor.day,
                    Per::Unit => 0,
                },
                per_use: rate.per_use.as_cents(),
            }));
            labor.of_resource.push((first, labor.prices.len() as u32));
        }
        for node in 0..compiled.network.tasks as u32 {
            if !compiled.network.is_leaf(node) || compiled.network.node(node).milestone {
                continue;
            }
            for assignment in index.assignments_of(node) {
                let (first, end) = labor.of_resource[assignment.resource as usize];
                if first == end || !index.resource(assignment.resource).kind.works() {
                    continue;
                }
                let work = index.assignment(*assignment).work.map(|work| {
                    match work.span(plan.program.work_units()) {
                        crate::quantity::Span::Working(work) => work.0,
                        crate::quantity::Span::Elapsed(wall) => wall.0,
                    }
                    .max(0)
                });
                let line = line(
                    node,
                    &compiled.uses,
                    compiled.uses.of(node),
                    assignment.resource,
                    work,
                    (first, end),
                );
                labor.add(&compiled.network, &compiled.uses, line, early, fixed[node as usize]);
            }
        }
        labor
    }

    /// The paid work of a task in some mode, which starts at some time or later.
    pub(crate) fn share(&self, network: &Network, uses: &Uses, node: u32, mode: &Mode, early: Time) -> Share {
        let mut share = Share::default();
        for &(resource, work) in &mode.members {
            let prices = self.of_resource[resource as usize];
            if prices.0 == prices.1 {
                continue;
            }
            let line = line(node, uses, &mode.uses, resource, work, prices);
            if self.has_one_price(&line, early) {
                share.rest = share.rest.saturating_add(self.of_line(network, uses, &line, early));
            } else {
                share.lines.push(line);
            }
        }
        share
    }

    /// Gives the work of a task to other people.
    pub(crate) fn exchange(&mut self, node: u32, was: &Share, is: &Share) {
        self.rest = self.rest.saturating_sub(was.rest).saturating_add(is.rest);
        let first = self.lines.partition_point(|line| line.node < node);
        let count = self.lines[first..].partition_point(|line| line.node == node);
        self.lines.splice(first..first + count, is.lines.iter().copied());
    }

    /// No plan pays less for the work of these people, wherever it lies.
    pub(crate) fn least_anywhere(&self) -> i64 {
        let each = self.lines.iter().map(|line| self.least_of_line(line, Time::DISTANT_PAST, Time::NEVER));
        each.fold(self.rest, i64::saturating_add)
    }

    /// No plan pays less for a share, wherever it lies.
    pub(crate) fn least_of(&self, share: &Share) -> i64 {
        share
            .lines
            .iter()
            .map(|line| self.least_of_line(line, Time::DISTANT_PAST, Time::NEVER))
            .fold(share.rest, i64::saturating_add)
    }

    fn has_one_price(&self, line: &Line, early: Time) -> bool {
        let prices = &self.prices[line.first as usize..line.end as usize];
        prices.iter().skip(1).all(|price| price.from <= early)
            && prices.first().is_some_and(|price| price.from <= early)
    }

    fn add(&mut self, network: &Network, uses: &Uses, line: Line, early: &Dates, fixed: bool) {
        let start = early.start[line.node as usize];
        // No task comes to lie before its earliest start.
        let one_price = self.has_one_price(&line, start);
        if fixed || one_price {
            self.rest = self.rest.saturating_add(self.of_line(network, uses, &line, start));
        } else {
            self.lines.push(line);
        }
    }

    /// Whether the cost is the same wherever the work lies.
    pub(crate) fn is_constant(&self) -> bool {
        self.lines.is_empty()
    }

    /// Labor by some dates, in hundredths.
    pub(crate) fn total(&self, problem: &Problem<'_>, dates: &Dates) -> i64 {
        let each = self
            .lines
            .iter()
            .map(|line| self.of_line(problem.network, problem.uses, line, dates.start[line.node as usize]));
        each.fold(self.rest, i64::saturating_add)
    }

    /// What depends on where a node lies, if it starts at some time.
    pub(crate) fn of_node(&self, problem: &Problem<'_>, node: u32, start: Time) -> i64 {
        let lines = self.lines_of(node).iter();
        lines
            .map(|line| self.of_line(problem.network, problem.uses, line, start))
            .fold(0, i64::saturating_add)
    }

    fn lines_of(&self, node: u32) -> &[Line] {
        let first = self.lines.partition_point(|line| line.node < node);
        let count = self.lines[first..].partition_point(|line| line.node == node);
        &self.lines[first..first + count]
    }

    /// The moments at which a price of a node's work changes.
    pub(crate) fn changes(&self, node: u32) -> impl Iterator<Item = Time> {
        let lines = self.lines_of(node).iter();
        lines.flat_map(|line| {
            self.prices[line.first as usize..line.end as usize].iter().map(|price| price.from)
        })
    }

    /// No plan costs less: each piece of work at the least of the prices that it can meet.
    pub(crate) fn least(&self, problem: &Problem<'_>) -> i64 {
        let mut sum = self.rest;
        for line in &self.lines {
            let (early, hard) = (problem.early.start[line.node as usize], problem.hard[line.node as usize]);
            let last = if hard >= Time::NEVER {
                Time::NEVER
            } else {
                let start = hard.max(line.from);
                problem.network.timeline(line.calendar).add_work(start, Work(line.duration))
            };
            sum = sum.saturating_add(self.least_of_line(line, early, last));
        }
        sum
    }

    /// A line at the least of the prices that it can meet.
    fn least_of_line(&self, line: &Line, early: Time, last: Time) -> i64 {
        let prices = &self.prices[line.first as usize..line.end as usize];
        let early = line.begins(early);
        let now = prices.partition_point(|price| price.from <= early);
        let free = (now == 0).then_some((0, 1, 0));
        let met = prices[now.saturating_sub(1)..]
            .iter()
            .filter(|price| price.from <= last.max(early))
            .map(|price| (price.cents, price.of, price.per_use));
        let met = free.into_iter().chain(met);
        let all = line.all_work();
        let cheapest = met.clone().map(|(cents, of, _)| priced([(cents, of, all)].into_iter())).min();
        let per_use = met.map(|one| one.2).min();
        cheapest.unwrap_or(0).saturating_add(per_use.unwrap_or(0))
    }

    fn of_line(&self, network: &Network, uses: &Uses, line: &Line, start: Time) -> i64 {
        let prices = &self.prices[line.first as usize..line.end as usize];
        let timeline = network.timeline(line.calendar);
        let own;
        let stretches: &[(Time, Time)] = match uses.actual.get(line.actual as usize) {
            Some(worked) => &worked.parts,
            None => {
                let start = start.max(line.from);
                own = [line.done, (start, timeline.add_work(start, Work(line.duration)))];
                if line.done.0 < Time::NEVER { &own } else { &own[1..] }
            }
        };
        let start = line.begins(start);
        let length: i64 = stretches
            .iter()
            .map(|(from, to)| (timeline.worked(*to).0 - timeline.worked(*from).0).max(0))
            .sum();
        let mut under = vec![0i128; prices.len()];
        let mut before = 0i64;
        for &(from, to) in stretches {
            let counted = timeline.worked(from).0;
            for (index, price) in prices.iter().enumerate() {
                let begins = price.from.max(from);
                let ends = prices.get(index + 1).map_or(to, |next| next.from.min(to));
                if begins < ends {
                    let (a, b) = (timeline.worked(begins).0 - counted, timeline.worked(ends).0 - counted);
                    under[index] += line.work_in(before + b, length) - line.work_in(before + a, length);
                }
            }
            before += (timeline.worked(to).0 - counted).max(0);
        }
        let labor = priced(prices.iter().zip(under).map(|(price, work)| (price.cents, price.of, work)));
        let first = prices.partition_point(|price| price.from <= start);
        let per_use = first.checked_sub(1).map_or(0, |index| prices[index].per_use);
        labor.saturating_add(per_use)
    }
}

/// The paid work of one resource on a task.
fn line(
    node: u32,
    all: &Uses,
    uses: &[Use],
    resource: u32,
    work: Option<i64>,
    (first, end): (u32, u32),
) -> Line {
    let nothing = Line {
        node,
        calendar: ALWAYS,
        duration: 0,
        parts: 0,
        work: None,
        from: Time::DISTANT_PAST,
        actual: NONE,
        done: (Time::NEVER, Time::NEVER),
        past: 0,
        first,
        end,
    };
    let Some(one) = uses.iter().find(|one| one.resource == resource) else { return nothing };
    let Use { calendar, duration, parts, from, actual, .. } = *one;
    let done = all.actual.get(one.done as usize);
    let (done, past) = done.map_or((nothing.done, 0), |worked| (worked.parts[0], worked.seconds[0]));
    Line { calendar, duration, parts, work, from, actual, done, past, ..nothing }
}

impl Line {
    /// Work done in the first so many of its seconds, in ten-thousandths of a second of one whole resource.
    fn work_in(&self, seconds: i64, length: i64) -> i128 {
        match self.work {
            Some(work) if length > 0 => i128::from(work) * WHOLE * i128::from(seconds) / i128::from(length),
            _ => i128::from(self.parts) * i128::from(seconds),
        }
    }

    fn all_work(&self) -> i128 {
        let all = self.past.saturating_add(self.duration);
        self.work_in(all, all)
    }

    /// When the task begins if this part of it does at some time.
    fn begins(&self, start: Time) -> Time {
        start.min(self.done.0)
    }
}

/// Hundredths, seconds that they are for, and work, summed and rounded once, half up.
fn priced(work: impl Iterator<Item = (i64, i64, i128)>) -> i64 {
    let (mut hours, mut others) = (0i128, (0i128, 1i128));
    for (cents, of, work) in work {
        let exact = i128::from(cents).saturating_mul(work);
        match of {
            0 => {}
            3_600 => hours = hours.saturating_add(exact),
            of => others = (others.0.saturating_add(exact), i128::from(of)),
        }
    }
    let of = others.1.saturating_mul(3_600).saturating_mul(WHOLE);
    let exact = hours.saturating_mul(others.1).saturating_add(others.0.saturating_mul(3_600));
    let rounded = exact.saturating_add(of / 2) / of.max(1);
    i64::try_from(rounded).unwrap_or(i64::MAX)
}

//! Working time read straight from the calendar documents, day by day: plain and slow, made without the
//! compiled timelines so that it can judge what was computed with them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};

use crate::Issue;
use crate::calendar::{Calendar, CalendarException, Clock, Recurrence, Shift, WorkWeek, Zone};
use crate::plan::{Plan, Resource};
use crate::quantity::{Stamp, Time, When};

/// Monday 1969-12-29T00:00, where the axis begins.
pub(super) const FIRST: i64 = -259_200;
/// Four weeks: the piece of the axis that is read at once.
const BLOCK: i64 = 28 * 86_400;
/// Blocks of the axis, up to March 2101.
const BLOCKS: i64 = 1_712;
/// Where the axis ends.
pub(super) const LAST: i64 = FIRST + BLOCK * BLOCKS;
/// The built-in calendar: Monday to Friday, 08:00–12:00 and 13:00–17:00.
pub(super) const STANDARD: usize = 0;

/// Whose working time: what two calendars have in common, less the absences of a resource and the time
/// outside its contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hours {
    pub(super) calendar: usize,
    pub(super) and: Option<usize>,
    pub(super) resource: Option<usize>,
}

impl Hours {
    pub(super) const fn of(calendar: usize) -> Self {
        Self { calendar, and: None, resource: None }
    }
}

/// Stretches of work within a block, sorted and apart from each other.
#[derive(Debug, Default)]
struct Block {
    stretches: Vec<(i64, i64)>,
    work: i64,
}

/// A calendar with those it inherits from, itself first; the built-in calendar has none.
#[derive(Debug)]
struct Civil<'a> {
    chain: Vec<&'a Calendar>,
    zone: Zone,
}

/// All working time of a plan.
#[derive(Debug)]
pub(super) struct WorkTime<'a> {
    clock: Clock,
    calendars: Vec<Civil<'a>>,
    numbers: BTreeMap<&'a str, usize>,
    program: usize,
    /// When each resource of the plan is away.
    away: Vec<Vec<(i64, i64)>>,
    blocks: RefCell<BTreeMap<(Hours, i64), Rc<Block>>>,
}

impl<'a> WorkTime<'a> {
    /// Resolves the calendars of a plan; what does not exist is an issue.
    pub(super) fn new(plan: &'a Plan, issues: &mut Vec<Issue>) -> Self {
        let mut documents: BTreeMap<&str, &Calendar> = BTreeMap::new();
        for calendar in &plan.calendars {
            documents.entry(calendar.id.as_str()).or_insert(calendar);
        }
        let mut calendars = vec![Civil { chain: Vec::new(), zone: Zone::utc() }];
        let mut numbers = BTreeMap::new();
        for (id, calendar) in &documents {
            numbers.insert(*id, calendars.len());
            calendars.push(Civil::resolve(calendar, &documents, issues));
        }
        let mut time = Self {
            clock: plan.program.scheduling.clock,
            calendars,
            numbers,
            program: STANDARD,
            away: Vec::new(),
            blocks: RefCell::default(),
        };
        if let Some(id) = &plan.program.calendar {
            time.program = time.number(id, "program/calendar", issues);
        }
        time.away = plan.resources.iter().map(|resource| time.away_of(resource)).collect();
        time
    }

    /// The number of a calendar by its id; unknown ones are an issue and stand for the program's.
    pub(super) fn number(&self, id: &str, at: &str, issues: &mut Vec<Issue>) -> usize {
        if let Some(number) = self.numbers.get(id) {
            return *number;
        }
        issues.push(Issue::error("unknown-calendar", at, format!("calendar `{id}` does not exist")));
        self.program
    }

    /// The number of a calendar, or of the program's if there is none of that id.
    pub(super) fn number_or_program(&self, id: Option<&str>) -> usize {
        id.and_then(|id| self.numbers.get(id)).copied().unwrap_or(self.program)
    }

    /// The program's calendar.
    pub(super) fn program(&self) -> usize {
        self.program
    }

    fn away_of(&self, resource: &Resource) -> Vec<(i64, i64)> {
        let home = self.number_or_program(resource.calendar.as_deref());
        let absences =
            resource.absences.iter().map(|a| (self.opening(home, a.from), self.ending(home, a.to)));
        let contract = resource.contract.iter().flat_map(|window| {
            [(i64::MIN, self.opening(home, window.from)), (self.ending(home, window.to), i64::MAX)]
        });
        absences.chain(contract).filter(|(from, to)| from < to).collect()
    }

    /// The instant of a date that means a beginning, in the zone of a calendar.
    pub(super) fn opening(&self, calendar: usize, when: When) -> i64 {
        self.instant(calendar, when.start(), false)
    }

    /// The instant of a date that means an end, in the zone of a calendar. A time that clocks show twice is
    /// the first of the two, as in every single date; only the end of a shift is the second.
    pub(super) fn ending(&self, calendar: usize, when: When) -> i64 {
        self.instant(calendar, when.end(), false)
    }

    fn instant(&self, calendar: usize, civil: NaiveDateTime, closes: bool) -> i64 {
        if self.clock == Clock::Wall {
            return Time::from_civil(civil).0;
        }
        let local = self.calendars[calendar].zone.to_axis(civil);
        if closes { local.closing().0 } else { local.opening().0 }
    }

    /// An instant as the plan shows it: on the clock of the program.
    pub(super) fn stamp(&self, time: i64) -> Stamp {
        match self.clock {
            Clock::Wall => Stamp::wall(Time(time)),
            Clock::Zoned => Stamp::zoned(Time(time), self.calendars[self.program].zone.offset_at(Time(time))),
        }
    }

    /// The end of the civil day of an instant, in the zone of a calendar.
    pub(super) fn next_midnight(&self, calendar: usize, time: i64) -> i64 {
        let civil = match self.clock {
            Clock::Wall => Time(time).to_civil(),
            Clock::Zoned => self.calendars[calendar].zone.civil(Time(time)),
        };
        civil.map_or(time, |civil| self.ending(calendar, When::from(civil.date())))
    }

    /// The working stretches of a day's shifts of a calendar on the axis.
    fn day(&self, calendar: usize, date: NaiveDate, stretches: &mut Vec<(i64, i64)>) {
        let midnight = date.and_time(NaiveTime::MIN);
        let civil = &self.calendars[calendar];
        let mut add = |from: NaiveDateTime, length: TimeDelta| {
            if let Some(to) = from.checked_add_signed(length) {
                stretches.push((self.instant(calendar, from, false), self.instant(calendar, to, true)));
            }
        };
        if civil.chain.is_empty() {
            let works = !matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
            for hour in if works { &[8, 13][..] } else { &[] } {
                add(midnight + TimeDelta::hours(*hour), TimeDelta::hours(4));
            }
            return;
        }
        for shift in shifts_of(&civil.chain, date) {
            add(date.and_time(shift.start()), TimeDelta::seconds(shift.work().as_seconds()));
        }
    }

    fn block(&self, hours: Hours, number: i64) -> Rc<Block> {
        if let Some(block) = self.blocks.borrow().get(&(hours, number)) {
            return Rc::clone(block);
        }
        let (from, to) = (FIRST + number * BLOCK, FIRST + (number + 1) * BLOCK);
        let stretches = match hours {
            Hours { resource: Some(resource), .. } => {
                let all = self.block(Hours { resource: None, ..hours }, number);
                without(&all.stretches, &self.away[resource])
            }
            Hours { calendar, and: Some(and), .. } => common(
                &self.block(Hours::of(calendar), number).stretches,
                &self.block(Hours::of(and), number).stretches,
            ),
            Hours { calendar, .. } => {
                let mut found = Vec::new();
                // Two days more at each end: a shift lasts a day at most, an offset is 18 hours at most.
                for day in from.div_euclid(86_400) - 2..to.div_euclid(86_400) + 2 {
                    if let Some(civil) = Time(day * 86_400).to_civil() {
                        self.day(calendar, civil.date(), &mut found);
                    }
                }
                merged(found.into_iter().map(|(a, b)| (a.max(from), b.min(to))).filter(|(a, b)| a < b))
            }
        };
        let work = stretches.iter().map(|(a, b)| b - a).sum();
        let block = Rc::new(Block { stretches, work });
        self.blocks.borrow_mut().insert((hours, number), Rc::clone(&block));
        block
    }

    /// Whether there is work in the second that begins at an instant.
    pub(super) fn is_working(&self, hours: Hours, at: i64) -> bool {
        (FIRST..LAST).contains(&at)
            && self.block(hours, number_of(at)).stretches.iter().any(|(from, to)| *from <= at && at < *to)
    }

    /// Whether an instant is within work, at its beginning or at its end.
    pub(super) fn touches_work(&self, hours: Hours, at: i64) -> bool {
        self.is_working(hours, at) || self.is_working(hours, at.saturating_sub(1))
    }

    /// Stretches of work between two instants, in order. A stretch may be cut where two blocks meet.
    pub(super) fn stretches(&self, hours: Hours, from: i64, to: i64) -> Vec<(i64, i64)> {
        let (from, to) = (from.clamp(FIRST, LAST), to.clamp(FIRST, LAST));
        let mut found = Vec::new();
        if from >= to {
            return found;
        }
        for number in number_of(from)..=number_of(to - 1) {
            let block = self.block(hours, number);
            let cut = block.stretches.iter().map(|(a, b)| ((*a).max(from), (*b).min(to)));
            found.extend(cut.filter(|(a, b)| a < b));
        }
        found
    }

    /// Seconds of work from one instant to another; negative if the second is the earlier.
    pub(super) fn work_between(&self, hours: Hours, from: i64, to: i64) -> i64 {
        if from > to {
            return -self.work_between(hours, to, from);
        }
        let (from, to) = (from.clamp(FIRST, LAST), to.clamp(FIRST, LAST));
        if from >= to {
            return 0;
        }
        let mut work = 0;
        for number in number_of(from)..=number_of(to - 1) {
            let block = self.block(hours, number);
            let (start, end) = (FIRST + number * BLOCK, FIRST + (number + 1) * BLOCK);
            if from <= start && end <= to {
                work += block.work;
            } else {
                work +=
                    block.stretches.iter().map(|(a, b)| ((*b).min(to) - (*a).max(from)).max(0)).sum::<i64>();
            }
        }
        work
    }

    /// When so much has been worked from an instant on; `None` if the axis ends before.
    pub(super) fn lay_out(&self, hours: Hours, from: i64, work: i64) -> Option<i64> {
        if work <= 0 {
            return Some(from);
        }
        let mut left = work;
        for number in number_of(from.clamp(FIRST, LAST))..BLOCKS {
            let block = self.block(hours, number);
            for (start, end) in &block.stretches {
                let start = (*start).max(from);
                if start < *end {
                    if *end - start >= left {
                        return Some(start + left);
                    }
                    left -= *end - start;
                }
            }
        }
        None
    }

    /// From when so much is worked up to an instant; `None` if the axis begins after.
    pub(super) fn lay_back(&self, hours: Hours, to: i64, work: i64) -> Option<i64> {
        if work <= 0 {
            return Some(to);
        }
        let mut left = work;
        for number in (0..=number_of(to.clamp(FIRST, LAST - 1))).rev() {
            let block = self.block(hours, number);
            for (start, end) in block.stretches.iter().rev() {
                let end = (*end).min(to);
                if *start < end {
                    if end - *start >= left {
                        return Some(end - left);
                    }
                    left -= end - *start;
                }
            }
        }
        None
    }
}

fn number_of(at: i64) -> i64 {
    (at - FIRST).div_euclid(BLOCK)
}

impl<'a> Civil<'a> {
    fn resolve(
        calendar: &'a Calendar,
        documents: &BTreeMap<&str, &'a Calendar>,
        issues: &mut Vec<Issue>,
    ) -> Self {
        let mut chain = vec![calendar];
        let mut last = calendar;
        while let Some(base) = &last.base {
            let at = || format!("calendars/{}/base", last.id);
            match documents.get(base.as_str()) {
                None => {
                    issues.push(Issue::error(
                        "unknown-calendar",
                        at(),
                        format!("calendar `{base}` does not exist"),
                    ));
                    break;
                }
                Some(found) if chain.iter().any(|known| known.id == found.id) => {
                    issues.push(Issue::error(
                        "calendar-cycle",
                        at(),
                        format!("calendar `{base}` inherits from itself"),
                    ));
                    break;
                }
                Some(found) => {
                    chain.push(found);
                    last = found;
                }
            }
        }
        let name = chain.iter().find_map(|calendar| calendar.zone.as_deref());
        let zone = match name.map(Zone::parse) {
            None => Zone::utc(),
            Some(Ok(zone)) => zone,
            Some(Err(error)) => {
                let at = format!("calendars/{}/zone", calendar.id);
                issues.push(Issue::error("unknown-zone", at, error.to_string()));
                Zone::utc()
            }
        };
        Self { chain, zone }
    }
}

/// The shifts that start on a day: exceptions come before dated work weeks, these before the week; among
/// each the calendar itself comes before those it inherits from.
fn shifts_of<'a>(chain: &[&'a Calendar], date: NaiveDate) -> &'a [Shift] {
    chain
        .iter()
        .find_map(|calendar| exception_on(calendar, date))
        .or_else(|| chain.iter().find_map(|calendar| work_week_on(calendar, date)))
        .or_else(|| chain.iter().find_map(|calendar| calendar.week.day(date.weekday())))
        .unwrap_or(&[])
}

/// Dated before yearly, then of fewer days, then beginning later.
fn exception_on(calendar: &Calendar, date: NaiveDate) -> Option<&[Shift]> {
    calendar
        .exceptions
        .iter()
        .filter_map(|exception| {
            let (from, to) = exception.span().ok()?;
            let begin = occurrence(exception, from, to, date)?;
            let days = to.signed_duration_since(from).num_days();
            let yearly = exception.every.is_some();
            Some(((yearly, days, std::cmp::Reverse(begin)), exception))
        })
        .min_by(|a, b| a.0.cmp(&b.0))
        .map(|(_, exception)| exception.shifts.as_slice())
}

/// The first day of the run of days of an exception that covers a day.
fn occurrence(
    exception: &CalendarException,
    from: NaiveDate,
    to: NaiveDate,
    date: NaiveDate,
) -> Option<NaiveDate> {
    let days = to.signed_duration_since(from).num_days();
    let covers = |begin: NaiveDate| (0..=days).contains(&date.signed_duration_since(begin).num_days());
    match exception.every {
        None => covers(from).then_some(from),
        Some(Recurrence::Year) => {
            // The latest run that has begun; runs longer than a year reach back further.
            let oldest = date.year() - 1 - i32::try_from(days / 365).unwrap_or(200);
            (oldest.max(from.year())..=date.year())
                .rev()
                .filter_map(|year| from.with_year(year))
                .filter(|begin| exception.until.is_none_or(|until| *begin <= until))
                .find(|begin| covers(*begin))
        }
    }
}

fn work_week_on(calendar: &Calendar, date: NaiveDate) -> Option<&[Shift]> {
    let rank =
        |week: &WorkWeek| (week.to.signed_duration_since(week.from).num_days(), std::cmp::Reverse(week.from));
    calendar
        .work_weeks
        .iter()
        .filter(|week| week.from <= date && date <= week.to)
        .filter_map(|week| Some((rank(week), week.week.day(date.weekday())?)))
        .min_by(|a, b| a.0.cmp(&b.0))
        .map(|(_, shifts)| shifts)
}

/// Sorted, those that overlap or touch made one.
fn merged(stretches: impl Iterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    let mut sorted: Vec<(i64, i64)> = stretches.collect();
    sorted.sort_unstable();
    let mut result: Vec<(i64, i64)> = Vec::with_capacity(sorted.len());
    for (from, to) in sorted {
        match result.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => result.push((from, to)),
        }
    }
    result
}

/// What two lists of stretches have in common.
fn common(a: &[(i64, i64)], b: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut result = Vec::new();
    let mut first = 0;
    for (from, to) in a {
        while b.get(first).is_some_and(|other| other.1 <= *from) {
            first += 1;
        }
        let overlapping = b[first..].iter().take_while(|other| other.0 < *to);
        result.extend(overlapping.map(|other| (other.0.max(*from), other.1.min(*to))));
    }
    result
}

/// What is left of stretches outside others.
fn without(stretches: &[(i64, i64)], away: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut left = stretches.to_vec();
    let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return left };
    for (from, to) in away.iter().filter(|(from, to)| *from < last.1 && first.0 < *to) {
        left = left
            .iter()
            .flat_map(|(a, b)| [(*a, (*b).min(*from)), ((*a).max(*to), *b)])
            .filter(|(a, b)| a < b)
            .collect();
    }
    left
}

//! All calendars of a document, checked and compiled.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::read::read;
use super::rota::Rota;
use super::zone::nearest_zones;
use super::{Calendar, Clock, LocalTime, Timeline, WorkingDays, Zone, clip, layout};
use crate::error::{Issue, nearest};
use crate::id::CalendarId;
use crate::quantity::{Stamp, Time};
use crate::sort::Arrange;

/// Calendars that one document may have.
const MAX_CALENDARS: usize = 10_000;
/// How many calendars may stand above one another.
const MAX_DEPTH: usize = 32;
/// Exceptions and work weeks, inherited ones counted again, that all calendars may have together.
const MAX_RUNS: usize = 2_000_000;

/// Unknown zones for which the nearest names are looked up: each look-up tries every zone.
const SUGGESTIONS: u32 = 100;
/// Pairs of letters that may be compared in looking up the nearest ids.
const MAX_COMPARISONS: usize = 100_000_000;

/// A calendar ready to count with.
#[derive(Debug, Clone)]
pub struct CompiledCalendar {
    /// The author's id.
    pub id: CalendarId,
    /// The zone, own or inherited; UTC if none is stated.
    pub zone: Zone,
    /// What the axis counts.
    pub clock: Clock,
    /// The working time.
    pub timeline: Timeline,
    /// The working days.
    pub days: WorkingDays,
}

impl CompiledCalendar {
    /// Where a civil date-time of this calendar lies on the axis.
    pub fn to_axis(&self, civil: NaiveDateTime) -> LocalTime {
        match self.clock {
            Clock::Wall => LocalTime::Exact(Time::from_civil(civil)),
            Clock::Zoned => self.zone.to_axis(civil),
        }
    }

    /// The instant meant by a civil date-time at which something opens or starts: the end of a gap, the
    /// first of two.
    pub fn opening(&self, civil: NaiveDateTime) -> Time {
        self.to_axis(civil).opening()
    }

    /// The instant meant by a civil date-time at which something closes or finishes: the end of a gap,
    /// the second of two.
    pub fn closing(&self, civil: NaiveDateTime) -> Time {
        self.to_axis(civil).closing()
    }

    /// An instant as people read it: civil time, in a zoned plan with the offset from UTC. `None` for an
    /// instant that is not finite.
    pub fn stamp(&self, time: Time) -> Option<Stamp> {
        if !time.is_finite() {
            return None;
        }
        Some(match self.clock {
            Clock::Wall => Stamp::wall(time),
            Clock::Zoned => Stamp::zoned(time, self.zone.offset_at(time)),
        })
    }

    /// Counts working days from a date: see [`WorkingDays::add`].
    pub fn add_working_days(&self, date: NaiveDate, working_days: i32) -> Option<NaiveDate> {
        self.days.add(date, working_days)
    }
}

/// All calendars of a document, in the order of their ids.
#[derive(Debug, Clone, Default)]
pub struct Calendars {
    all: Vec<CompiledCalendar>,
    clock: Clock,
}

impl Calendars {
    /// Checks and compiles calendars; every fault becomes an issue. A calendar with faults is compiled
    /// as far as it can be, so that the result always has one for each id.
    ///
    /// The order of the input changes nothing.
    ///
    /// | code | what is wrong |
    /// |---|---|
    /// | `duplicate-id` | two calendars have the same id |
    /// | `unknown-calendar` | the base does not exist |
    /// | `calendar-cycle` | a calendar inherits from itself |
    /// | `calendar-depth` | more than 32 calendars stand above one another |
    /// | `unknown-zone` | there is no such time zone |
    /// | `missing-zone` | (warning) no zone is stated in a zoned plan |
    /// | `reversed-range` | the last day is before the first |
    /// | `date-out-of-range` | a day before 1970 or after 2100 |
    /// | `exception-dates` | not exactly one of `date` and `from` with `to`; `until` without `every` |
    /// | `recurrence-too-long` | a yearly exception of a year or more |
    /// | `conflicting-exceptions`, `conflicting-work-weeks` | different shifts for the same days |
    /// | `overlapping-exceptions`, `overlapping-work-weeks` | (warning) only the rule tells who wins |
    /// | `overlapping-shifts` | two shifts of one day overlap |
    /// | `no-working-time` | nobody ever works (a warning for a mere base) |
    /// | `too-many-calendars`, `too-many-exceptions`, `too-many-shifts` | beyond a cap |
    ///
    /// # Complexity
    /// For each calendar O(exceptions log exceptions + weeks touched); a calendar that states nothing
    /// itself shares its base's timeline.
    pub fn compile(calendars: &[Calendar], clock: Clock, issues: &mut Vec<Issue>) -> Calendars {
        let mut sorted: Vec<&Calendar> = calendars.iter().collect();
        sorted.arrange();
        for pair in sorted.windows(2) {
            if pair[0].id == pair[1].id {
                let id = clip(&pair[0].id);
                let message = format!("two calendars have the id `{id}`");
                issues.push(Issue::error("duplicate-id", format!("calendars/{id}"), message));
            }
        }
        sorted.dedup_by(|next, kept| next.id == kept.id);
        if sorted.len() > MAX_CALENDARS {
            let message = format!("{} calendars; at most {MAX_CALENDARS} are allowed", sorted.len());
            issues.push(Issue::error("too-many-calendars", "calendars", message));
            sorted.truncate(MAX_CALENDARS);
        }
        let mut family = Family::of(&sorted, issues);
        let order = family.order(&sorted, issues);
        let mut compiler = Compiler {
            clock,
            family,
            zones: BTreeMap::new(),
            runs: 0,
            suggestions: SUGGESTIONS,
            done: Vec::new(),
        };
        compiler.done.resize_with(sorted.len(), || None);
        for index in order {
            compiler.compile(index, sorted[index], issues);
        }
        Calendars { all: compiler.done.into_iter().flatten().map(|done| done.compiled).collect(), clock }
    }

    /// A calendar by its id.
    ///
    /// # Complexity
    /// O(log n).
    pub fn get(&self, id: &str) -> Option<&CompiledCalendar> {
        self.index_of(id).map(|index| &self.all[index])
    }

    /// The index of a calendar in the order of ids.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.all.binary_search_by(|calendar| calendar.id.as_str().cmp(id)).ok()
    }

    /// All calendars in the order of their ids.
    pub fn as_slice(&self) -> &[CompiledCalendar] {
        &self.all
    }

    /// What the axis counts.
    pub fn clock(&self) -> Clock {
        self.clock
    }
}

/// Who inherits from whom, by index in the order of ids.
struct Family {
    bases: Vec<Option<usize>>,
    /// Whether another calendar inherits from it.
    is_base: Vec<bool>,
    /// Whether its base is in doubt, so that no working time is no news.
    broken: Vec<bool>,
}

impl Family {
    fn of(sorted: &[&Calendar], issues: &mut Vec<Issue>) -> Self {
        let mut family = Family {
            bases: vec![None; sorted.len()],
            is_base: vec![false; sorted.len()],
            broken: vec![false; sorted.len()],
        };
        let mut comparisons = MAX_COMPARISONS;
        for (index, calendar) in sorted.iter().enumerate() {
            let Some(base) = &calendar.base else { continue };
            if let Ok(found) = sorted.binary_search_by(|other| other.id.cmp(base)) {
                family.bases[index] = Some(found);
                family.is_base[found] = true;
                continue;
            }
            family.broken[index] = true;
            let at = format!("calendars/{}/base", calendar.id);
            let mut issue =
                Issue::error("unknown-calendar", at, format!("calendar `{}` does not exist", clip(base)));
            let cost = base.len().saturating_mul(base.len()).saturating_mul(sorted.len());
            if let Some(left) = comparisons.checked_sub(cost) {
                comparisons = left;
                issue.help = nearest(base, sorted.iter().map(|other| other.id.as_str()));
            }
            issues.push(issue);
        }
        family
    }

    /// The calendars, each after its base. Cuts cycles, and lines that are too long.
    fn order(&mut self, sorted: &[&Calendar], issues: &mut Vec<Issue>) -> Vec<usize> {
        #[derive(Clone, Copy, PartialEq)]
        enum State {
            New,
            Waiting,
            Done,
        }
        let mut state = vec![State::New; sorted.len()];
        let mut depth = vec![0; sorted.len()];
        let mut order = Vec::with_capacity(sorted.len());
        for first in 0..sorted.len() {
            let mut line = Vec::new();
            let mut next = Some(first);
            while let Some(index) = next.filter(|index| state[*index] == State::New) {
                state[index] = State::Waiting;
                line.push(index);
                next = self.bases[index];
            }
            if let Some(met) = next.filter(|index| state[*index] == State::Waiting) {
                let begin = line.iter().position(|index| *index == met).unwrap_or(0);
                self.cut_cycle(&line[begin..], sorted, issues);
            }
            while let Some(index) = line.pop() {
                depth[index] = self.bases[index].map_or(1, |base| depth[base] + 1);
                if depth[index] > MAX_DEPTH {
                    self.bases[index] = None;
                    self.broken[index] = true;
                    depth[index] = 1;
                    let at = format!("calendars/{}/base", sorted[index].id);
                    let message = format!("more than {MAX_DEPTH} calendars stand above one another");
                    issues.push(Issue::error("calendar-depth", at, message));
                }
                state[index] = State::Done;
                order.push(index);
            }
        }
        order
    }

    fn cut_cycle(&mut self, members: &[usize], sorted: &[&Calendar], issues: &mut Vec<Issue>) {
        for member in members {
            self.bases[*member] = None;
            self.broken[*member] = true;
        }
        let least = members.iter().enumerate().min_by_key(|(_, index)| **index).map_or(0, |(place, _)| place);
        let names: Vec<String> = (members[least..].iter())
            .chain(&members[..least])
            .take(20)
            .map(|index| format!("`{}`", clip(&sorted[*index].id)))
            .collect();
        let dots = if members.len() > names.len() { " → …" } else { "" };
        let id = &sorted[members[least]].id;
        let message = format!("calendar inherits from itself: {}{dots} → {}", names.join(" → "), names[0]);
        let issue = Issue::error("calendar-cycle", format!("calendars/{id}/base"), message);
        issues.push(issue.with_help("leave out the base of one of them"));
    }
}

/// A compiled calendar with what those that inherit from it need.
struct Done<'a> {
    compiled: CompiledCalendar,
    rota: Rota<'a>,
    has_zone: bool,
}

struct Compiler<'a> {
    clock: Clock,
    family: Family,
    zones: BTreeMap<&'a str, Option<Zone>>,
    runs: usize,
    /// Unknown zones for which names may still be suggested.
    suggestions: u32,
    done: Vec<Option<Done<'a>>>,
}

impl<'a> Compiler<'a> {
    fn compile(&mut self, index: usize, calendar: &'a Calendar, issues: &mut Vec<Issue>) {
        let zone = self.zone(calendar, issues);
        let own = read(calendar, issues);
        let base = self.family.bases[index].and_then(|base| self.done[base].as_ref());
        let has_zone = zone.is_some() || base.is_some_and(|base| base.has_zone);
        let inherited = || base.map_or_else(Zone::utc, |base| base.compiled.zone.clone());
        let zone = zone.unwrap_or_else(inherited);
        let rota = base.map_or_else(|| own.clone(), |base| own.clone().over(&base.rota));
        let through = (self.clock == Clock::Zoned).then_some(&zone);
        // Only dated runs differ from the base.
        let alike = base.map(|base| &base.compiled).filter(|base| {
            own.week.iter().all(Option::is_none) && (self.clock == Clock::Wall || zone == base.zone)
        });
        if alike.is_none() || own.size() > 0 {
            self.runs = self.runs.saturating_add(rota.size());
        }
        let (timeline, days) = match alike {
            Some(base) if own.size() == 0 => (base.timeline.clone(), base.days.clone()),
            _ if self.runs > MAX_RUNS => {
                too_many_runs(issues);
                (Timeline::never(), WorkingDays::new(Timeline::never()))
            }
            Some(base) => {
                let days = layout::reworked_days(&rota, &own, base.days.timeline());
                let timeline = layout::reworked_time(&rota, &own, through, &base.timeline);
                (timeline, WorkingDays::new(days))
            }
            None => (layout::working_time(&rota, through), WorkingDays::new(layout::working_days(&rota))),
        };
        let id = &calendar.id;
        if timeline.is_empty() && !self.family.broken[index] && self.runs <= MAX_RUNS {
            issues.push(no_working_time(id, self.family.is_base[index]));
        }
        if self.clock == Clock::Zoned && !has_zone && !self.family.broken[index] {
            let message = format!("calendar `{}` states no time zone in a zoned plan", clip(id));
            let issue = Issue::warning("missing-zone", format!("calendars/{id}"), message);
            issues.push(issue.with_help("UTC is taken; give `zone`, or a base that has one"));
        }
        let compiled = CompiledCalendar { id: id.clone(), zone, clock: self.clock, timeline, days };
        self.done[index] = Some(Done { compiled, rota, has_zone });
    }

    /// The zone that a calendar states itself; UTC for one that does not exist.
    fn zone(&mut self, calendar: &'a Calendar, issues: &mut Vec<Issue>) -> Option<Zone> {
        let name = calendar.zone.as_deref()?;
        let zone = self.zones.entry(name).or_insert_with(|| Zone::parse(name).ok());
        if zone.is_none() {
            let at = format!("calendars/{}/zone", calendar.id);
            let message = format!("time zone `{}` does not exist", clip(name));
            let mut issue = Issue::error("unknown-zone", at, message);
            if self.suggestions > 0 {
                self.suggestions -= 1;
                issue.help = Some(nearest_zones(name));
            }
            issues.push(issue);
        }
        Some(zone.clone().unwrap_or_else(Zone::utc))
    }
}

fn no_working_time(id: &CalendarId, is_base: bool) -> Issue {
    let at = format!("calendars/{id}");
    let message = format!("calendar `{}` has no working time", clip(id));
    if is_base {
        Issue::warning("no-working-time", at, message).with_help("it can serve as a base only")
    } else {
        Issue::error("no-working-time", at, message)
            .with_help("state a week with shifts, or a base that has one")
    }
}

fn too_many_runs(issues: &mut Vec<Issue>) {
    let message = format!("all calendars together inherit more than {MAX_RUNS} exceptions and work weeks");
    let issue = Issue::error("too-many-exceptions", "calendars", message);
    if !issues.contains(&issue) {
        issues.push(issue);
    }
}

#[cfg(test)]
mod tests;

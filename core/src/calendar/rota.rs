//! Which shifts hold on a day: exceptions over work weeks over weeks, own over base.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::Shift;
use crate::sort::Arrange;

/// The shifts of each weekday, Monday first, as far as they are stated.
pub(super) type DayShifts<'a> = [Option<&'a [Shift]>; 7];

/// What holds from a first to a last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run<T> {
    pub(super) from: i32,
    pub(super) to: i32,
    pub(super) value: T,
}

/// A run before it is known who wins where runs overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claim<T> {
    pub(super) run: Run<T>,
    /// A dated run wins over a repetition.
    pub(super) dated: bool,
}

/// Everything that decides about a day, with what is inherited.
#[derive(Debug, Clone, Default)]
pub(super) struct Rota<'a> {
    pub(super) week: DayShifts<'a>,
    /// In order, apart from each other.
    pub(super) work_weeks: Rc<Vec<Run<DayShifts<'a>>>>,
    /// In order, apart from each other.
    pub(super) exceptions: Rc<Vec<Run<&'a [Shift]>>>,
}

/// 0 for Monday to 6 for Sunday; day 0 is Thursday 1970-01-01.
pub(super) fn weekday(day: i32) -> usize {
    (day + 3).rem_euclid(7) as usize
}

impl<'a> Rota<'a> {
    /// This rota where it says something, the base where it does not.
    pub(super) fn over(self, base: &Rota<'a>) -> Rota<'a> {
        Rota {
            week: either(self.week, base.week),
            work_weeks: overlay(self.work_weeks, &base.work_weeks, either),
            exceptions: overlay(self.exceptions, &base.exceptions, |own, _| own),
        }
    }

    /// What decides about a few days in a row.
    pub(super) fn window(&self, first: i32, last: i32) -> Window<'_, 'a> {
        Window {
            week: &self.week,
            work_weeks: between(&self.work_weeks, first, last),
            exceptions: between(&self.exceptions, first, last),
        }
    }

    /// Every list of shifts it mentions.
    pub(super) fn all_shifts(&self) -> impl Iterator<Item = &'a [Shift]> {
        let weeks = self.work_weeks.iter().map(|run| run.value).chain([self.week]);
        weeks.flatten().flatten().chain(self.exceptions.iter().map(|run| run.value))
    }

    /// The runs of days on which something other than the usual week may hold.
    pub(super) fn unusual(&self) -> impl Iterator<Item = (i32, i32)> {
        let exceptions = self.exceptions.iter().map(|run| (run.from, run.to));
        exceptions.chain(self.work_weeks.iter().map(|run| (run.from, run.to)))
    }

    /// How many runs it holds: what laying it out costs.
    pub(super) fn size(&self) -> usize {
        self.work_weeks.len() + self.exceptions.len()
    }
}

fn either<'a>(own: DayShifts<'a>, base: DayShifts<'a>) -> DayShifts<'a> {
    let mut all = own;
    for (day, base) in all.iter_mut().zip(base) {
        *day = day.or(base);
    }
    all
}

/// The runs that hold part of some days.
fn between<T>(runs: &[Run<T>], first: i32, last: i32) -> &[Run<T>] {
    let runs = &runs[runs.partition_point(|run| run.to < first)..];
    // Few runs meet a few days.
    let count = runs.iter().take_while(|run| run.from <= last).count();
    &runs[..count]
}

/// What decides about a few days in a row: see [`Rota::window`].
pub(super) struct Window<'w, 'a> {
    week: &'w DayShifts<'a>,
    work_weeks: &'w [Run<DayShifts<'a>>],
    exceptions: &'w [Run<&'a [Shift]>],
}

impl<'a> Window<'_, 'a> {
    /// The shifts that start on a day of the window.
    pub(super) fn shifts_on(&self, day: i32) -> &'a [Shift] {
        let holds = |from: i32, to: i32| (from..=to).contains(&day);
        if let Some(exception) = self.exceptions.iter().find(|run| holds(run.from, run.to)) {
            return exception.value;
        }
        let weekday = weekday(day);
        let work_week = self.work_weeks.iter().find(|run| holds(run.from, run.to));
        work_week.and_then(|run| run.value[weekday]).or(self.week[weekday]).unwrap_or_default()
    }
}

/// Sorted runs over sorted runs; where both speak, `join` decides.
fn overlay<T: Copy>(own: Rc<Vec<Run<T>>>, base: &Rc<Vec<Run<T>>>, join: fn(T, T) -> T) -> Rc<Vec<Run<T>>> {
    if own.is_empty() {
        return Rc::clone(base);
    }
    if base.is_empty() {
        return own;
    }
    let mut all = Vec::with_capacity(own.len() + base.len());
    let (mut own, mut base) = (own.iter().copied().peekable(), base.iter().copied().peekable());
    while let (Some(a), Some(b)) = (own.peek_mut(), base.peek_mut()) {
        let from = a.from.min(b.from);
        // Up to where the same of the two speak.
        let to = if a.from == b.from {
            a.to.min(b.to)
        } else if a.from < b.from {
            a.to.min(b.from - 1)
        } else {
            b.to.min(a.from - 1)
        };
        let value = match (a.from == from, b.from == from) {
            (true, true) => join(a.value, b.value),
            (true, false) => a.value,
            _ => b.value,
        };
        all.push(Run { from, to, value });
        let (a_done, b_done) = (a.to <= to, b.to <= to);
        if a.from == from {
            a.from = to + 1;
        }
        if b.from == from {
            b.from = to + 1;
        }
        if a_done {
            own.next();
        }
        if b_done {
            base.next();
        }
    }
    all.extend(own);
    all.extend(base);
    Rc::new(all)
}

/// Settles who holds on each day: a dated run over a repetition, then the shorter, then the later,
/// then (a fault, reported) the greater value. Calls `conflict` with winner and loser wherever the two
/// best runs of a day differ, neither is a repetition under a dated one, and neither lies strictly
/// within the other.
///
/// # Complexity
/// O(n log n).
pub(super) fn settle<T: Copy + Ord>(
    mut claims: Vec<Claim<T>>,
    mut conflict: impl FnMut(&Run<T>, &Run<T>),
) -> Vec<Run<T>> {
    let key = |claim: &Claim<T>| {
        let Run { from, to, value } = claim.run;
        (claim.dated, Reverse(to - from), from, value)
    };
    claims.arrange_by_key(key);
    claims.dedup();
    // Day, whether the claim begins, index of the claim.
    let mut events: Vec<(i32, bool, usize)> = Vec::with_capacity(claims.len() * 2);
    for (index, claim) in claims.iter().enumerate() {
        events.push((claim.run.from, true, index));
        events.push((claim.run.to + 1, false, index));
    }
    events.arrange();
    let mut active = BTreeSet::new();
    let mut runs: Vec<Run<T>> = Vec::new();
    for (position, &(day, begins, index)) in events.iter().enumerate() {
        if begins {
            active.insert(index);
        } else {
            active.remove(&index);
        }
        let Some(&(next, _, _)) = events.get(position + 1) else { break };
        if next == day {
            continue;
        }
        let mut best = active.iter().rev().map(|index| &claims[*index]);
        let Some(winner) = best.next() else { continue };
        if let Some(loser) = best.next().filter(|loser| differ(winner, loser)) {
            conflict(&winner.run, &loser.run);
        }
        match runs.last_mut() {
            Some(last) if last.to + 1 == day && last.value == winner.run.value => last.to = next - 1,
            _ => runs.push(Run { from: day, to: next - 1, value: winner.run.value }),
        }
    }
    runs
}

/// Whether nothing but our rule decides between two claims on the same day.
fn differ<T: Copy + Ord>(winner: &Claim<T>, loser: &Claim<T>) -> bool {
    let (a, b) = (winner.run, loser.run);
    let within = b.from <= a.from && a.to <= b.to && (a.from, a.to) != (b.from, b.to);
    winner.dated == loser.dated && a.value != b.value && !within
}

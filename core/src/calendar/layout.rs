//! From a rota to timelines.

use super::axis::{END, ORIGIN, PAGE_WEEKS, PAGES, WEEK, page_start};
use super::build::{Builder, Pattern, week_pattern};
use super::rota::Rota;
use super::shift::DAY;
use super::{Timeline, Zone};

/// On each side of a change of clocks, the stretch of axis whose weeks are laid out shift by shift.
const MARGIN: i64 = 3 * DAY;

/// The weeks that are not like the others: a bit for each week of each page.
struct Touched([u64; PAGES]);

impl Touched {
    /// The weeks that hold part of a stretch.
    fn mark(&mut self, from: i64, to: i64) {
        let (from, to) = (from.max(ORIGIN), to.min(END));
        if from >= to {
            return;
        }
        let first = ((from - ORIGIN) / WEEK) as usize;
        let last = ((to - 1 - ORIGIN) / WEEK) as usize;
        for week in first..=last {
            self.0[week / PAGE_WEEKS] |= 1 << (week % PAGE_WEEKS);
        }
    }
}

/// The working time of a rota; through a zone, on an axis of UTC seconds.
///
/// # Complexity
/// O(pages + weeks touched by exceptions, work weeks and changes of clocks).
pub(super) fn working_time(rota: &Rota<'_>, zone: Option<&Zone>) -> Timeline {
    let (least, greatest) = zone.map_or((0, 0), |zone| {
        let (least, greatest) = zone.offset_range();
        (i64::from(least), i64::from(greatest))
    });
    let crossing = rota.all_shifts().flatten().map(|shift| i64::from(shift.bounds().1) - DAY).max();
    let overrun = crossing.unwrap_or(0).max(0);
    let mut touched = Touched([0; PAGES]);
    for (from, to) in rota.unusual() {
        touched.mark(i64::from(from) * DAY - greatest, (i64::from(to) + 1) * DAY + overrun - least);
    }
    for change in zone.into_iter().flat_map(Zone::changes) {
        touched.mark(change - MARGIN, change + MARGIN);
    }
    let layout = Layout { rota, zone, least, greatest };
    let mut offsets = Offsets::new(zone);
    lay_out(
        &touched,
        |week_start| offsets.at(week_start),
        |offset| layout.usual_week(offset),
        |week_start| layout.week(week_start),
    )
}

/// The days of a rota on which a shift starts, each of them whole, on an axis of civil seconds.
pub(super) fn working_days(rota: &Rota<'_>) -> Timeline {
    let mut touched = Touched([0; PAGES]);
    for (from, to) in rota.unusual() {
        touched.mark(i64::from(from) * DAY, (i64::from(to) + 1) * DAY);
    }
    let pattern = |week_start: i64, works: &dyn Fn(i32) -> bool| {
        let first = (week_start / DAY) as i32;
        let days = (first..first + 7).filter(|day| works(*day));
        let mut all: Vec<(i64, i64)> =
            days.map(|day| (i64::from(day) * DAY, (i64::from(day) + 1) * DAY)).collect();
        week_pattern(&mut all, week_start)
    };
    let usual = |_| {
        pattern(ORIGIN, &|day| {
            let shifts = rota.week[super::rota::weekday(day)];
            shifts.is_some_and(|shifts| !shifts.is_empty())
        })
    };
    lay_out(&touched, |_| 0, usual, |week_start| pattern(week_start, &|day| !rota.shifts_on(day).is_empty()))
}

/// Weeks untouched are usual weeks at the offset in force; the others are asked for one by one.
fn lay_out(
    touched: &Touched,
    mut offset_at: impl FnMut(i64) -> i32,
    usual: impl Fn(i32) -> Pattern,
    week: impl Fn(i64) -> Pattern,
) -> Timeline {
    let mut builder = Builder::new();
    // Few: one for each offset that the zone ever had.
    let mut usual_weeks: Vec<(i32, u32)> = Vec::new();
    let mut last_page: Option<(i32, u32)> = None;
    for (page, &mask) in touched.0.iter().enumerate() {
        let start = page_start(page);
        if mask == 0 {
            // The offset is that of its first week all through: a change would have touched it.
            let offset = offset_at(start);
            let index = match last_page {
                Some((last, index)) if last == offset => index,
                _ => {
                    let pattern = usual_week(offset, &mut usual_weeks, &mut builder, &usual);
                    builder.page(&[pattern; PAGE_WEEKS])
                }
            };
            last_page = Some((offset, index));
            builder.push(index);
            continue;
        }
        let mut ids = [0; PAGE_WEEKS];
        for (index, id) in ids.iter_mut().enumerate() {
            let week_start = start + index as i64 * WEEK;
            *id = if mask & (1 << index) == 0 {
                usual_week(offset_at(week_start), &mut usual_weeks, &mut builder, &usual)
            } else {
                builder.pattern(&week(week_start))
            };
        }
        let index = builder.page(&ids);
        builder.push(index);
    }
    builder.finish()
}

fn usual_week(
    offset: i32,
    known: &mut Vec<(i32, u32)>,
    builder: &mut Builder,
    usual: &impl Fn(i32) -> Pattern,
) -> u32 {
    if let Some((_, pattern)) = known.iter().find(|(of, _)| *of == offset) {
        return *pattern;
    }
    let pattern = builder.pattern(&usual(offset));
    known.push((offset, pattern));
    pattern
}

/// The offset in force, asked for at instants that never go back.
struct Offsets<'a> {
    changes: &'a [(i64, i32)],
    offset: i32,
}

impl<'a> Offsets<'a> {
    fn new(zone: Option<&'a Zone>) -> Self {
        let (offset, changes) = zone.map_or((0, &[][..]), Zone::offsets);
        Self { changes, offset }
    }

    fn at(&mut self, time: i64) -> i32 {
        while let Some((&(change, offset), rest)) = self.changes.split_first()
            && change <= time
        {
            (self.offset, self.changes) = (offset, rest);
        }
        self.offset
    }
}

struct Layout<'a> {
    rota: &'a Rota<'a>,
    zone: Option<&'a Zone>,
    least: i64,
    greatest: i64,
}

impl Layout<'_> {
    /// The week in which nothing but the usual shifts hold and the offset does not change.
    fn usual_week(&self, offset: i32) -> Pattern {
        let mut stretches = Vec::new();
        for day in -4..=9_i32 {
            // Day 0 of the week is a Monday.
            for shift in self.rota.week[day.rem_euclid(7) as usize].unwrap_or_default() {
                let midnight = i64::from(day) * DAY - i64::from(offset);
                let (start, end) = shift.bounds();
                stretches.push((midnight + i64::from(start), midnight + i64::from(end)));
            }
        }
        week_pattern(&mut stretches, 0)
    }

    /// A week of the axis, shift by shift.
    fn week(&self, week_start: i64) -> Pattern {
        let week_end = week_start + WEEK;
        let offset = match self.zone {
            None => Some(0),
            Some(zone) => zone.constant_offset(week_start - MARGIN, week_end + MARGIN).map(i64::from),
        };
        let (least, greatest) = offset.map_or((self.least, self.greatest), |offset| (offset, offset));
        // A shift that begins on the day before may still run.
        let first = (week_start + least).div_euclid(DAY) - 1;
        let last = (week_end - 1 + greatest).div_euclid(DAY);
        let mut stretches: smallvec::SmallVec<[(i64, i64); 24]> = smallvec::SmallVec::new();
        for day in first..=last {
            for shift in self.rota.shifts_on(day as i32) {
                let (start, end) = shift.bounds();
                let (start, end) = (day * DAY + i64::from(start), day * DAY + i64::from(end));
                stretches.push(match (offset, self.zone) {
                    (Some(offset), _) => (start - offset, end - offset),
                    (None, Some(zone)) => (zone.local(start).opening().0, zone.local(end).closing().0),
                    (None, None) => (start, end),
                });
            }
        }
        week_pattern(&mut stretches, week_start)
    }
}

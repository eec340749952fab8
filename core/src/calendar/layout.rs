//! From a rota to timelines.

use smallvec::SmallVec;

use super::axis::{ORIGIN, PAGE_WEEKS, WEEK, page_start};
use super::build::{Builder, Pattern, week_pattern};
use super::combine::{Change, Weeks, rework};
use super::rota::{Rota, weekday};
use super::shift::DAY;
use super::{Timeline, Zone};

/// The working time of a rota; through a zone, on an axis of UTC seconds.
///
/// # Complexity
/// O(pages + weeks touched by exceptions, work weeks and changes of clocks).
pub(super) fn working_time(rota: &Rota<'_>, zone: Option<&Zone>) -> Timeline {
    let layout = Layout::new(rota, zone);
    let mut touched = layout.touched(rota, layout.latest_end);
    for change in zone.into_iter().flat_map(Zone::changes) {
        touched.mark(change - layout.margin, change + layout.margin);
    }
    let mut offsets = Offsets::new(zone);
    lay_out(
        &touched,
        |week_start| offsets.at(week_start),
        |offset| layout.usual_week(offset),
        |week_start| layout.week(week_start),
    )
}

/// The same from the working time of the base, if the calendar states nothing itself but exceptions
/// and work weeks: only their weeks are laid out.
pub(super) fn reworked_time(
    rota: &Rota<'_>,
    own: &Rota<'_>,
    zone: Option<&Zone>,
    base: &Timeline,
) -> Timeline {
    let layout = Layout::new(rota, zone);
    // What is taken from the base may have run longer than any shift that is left.
    let touched = layout.touched(own, 2 * DAY);
    rework(&base.0, |page| Change::Weeks(touched.page(page)), |week_start, _| layout.week(week_start))
}

/// The days of a rota on which a shift starts, each of them whole, on an axis of civil seconds.
pub(super) fn working_days(rota: &Rota<'_>) -> Timeline {
    let usual = |_| {
        let works = |day: i32| rota.week[weekday(day)].is_some_and(|shifts| !shifts.is_empty());
        days_week(ORIGIN, works)
    };
    lay_out(&days_touched(rota), |_| 0, usual, |week_start| rota_days(rota, week_start))
}

/// The same from the working days of the base.
pub(super) fn reworked_days(rota: &Rota<'_>, own: &Rota<'_>, base: &Timeline) -> Timeline {
    let touched = days_touched(own);
    rework(&base.0, |page| Change::Weeks(touched.page(page)), |week_start, _| rota_days(rota, week_start))
}

fn days_touched(rota: &Rota<'_>) -> Weeks {
    let mut touched = Weeks::none();
    for (from, to) in rota.unusual() {
        touched.mark(i64::from(from) * DAY, (i64::from(to) + 1) * DAY);
    }
    touched
}

fn rota_days(rota: &Rota<'_>, week_start: i64) -> Pattern {
    let first = week_start.div_euclid(DAY) as i32;
    let window = rota.window(first, first + 6);
    days_week(week_start, |day| !window.shifts_on(day).is_empty())
}

fn days_week(week_start: i64, works: impl Fn(i32) -> bool) -> Pattern {
    let first = week_start.div_euclid(DAY) as i32;
    let day = |day: i32| (i64::from(day) * DAY, (i64::from(day) + 1) * DAY);
    let mut days: SmallVec<[(i64, i64); 7]> = (first..first + 7).filter(|day| works(*day)).map(day).collect();
    week_pattern(&mut days, week_start)
}

/// Weeks untouched are usual weeks at the offset in force; the others are asked for one by one.
fn lay_out(
    touched: &Weeks,
    mut offset_at: impl FnMut(i64) -> i32,
    usual: impl Fn(i32) -> Pattern,
    week: impl Fn(i64) -> Pattern,
) -> Timeline {
    let mut builder = Builder::new();
    // Few: one for each offset that the zone ever had.
    let mut usual_weeks: Vec<(i32, u32)> = Vec::new();
    let mut last_page: Option<(i32, u32)> = None;
    for (page, mask) in touched.pages().enumerate() {
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

/// What is needed to lay out the shifts of a week.
struct Layout<'a> {
    rota: &'a Rota<'a>,
    zone: Option<&'a Zone>,
    /// Least and greatest offset of the zone.
    least: i64,
    greatest: i64,
    /// The latest end of a shift, seconds from the midnight that begins its day.
    latest_end: i64,
    /// A week in which, and so long before and after which, the offset does not change is laid out by
    /// that offset alone: the longest shift reaches no further, and no offset differs by more.
    margin: i64,
}

impl<'a> Layout<'a> {
    fn new(rota: &'a Rota<'a>, zone: Option<&'a Zone>) -> Self {
        let (least, greatest) = zone.map_or((0, 0), Zone::offset_range);
        let (least, greatest) = (i64::from(least), i64::from(greatest));
        let (mut longest, mut latest_end) = (0, DAY);
        for shift in rota.all_shifts().flatten() {
            longest = longest.max(shift.work().0);
            latest_end = latest_end.max(i64::from(shift.bounds().1));
        }
        Self { rota, zone, least, greatest, latest_end, margin: longest + greatest - least }
    }

    /// The weeks on which the exceptions and work weeks of a rota bear, if a day's shifts end at the latest so
    /// many seconds after the midnight that begins it.
    fn touched(&self, rota: &Rota<'_>, latest_end: i64) -> Weeks {
        let mut touched = Weeks::none();
        for (from, to) in rota.unusual() {
            let (begin, end) = (i64::from(from) * DAY, i64::from(to) * DAY + latest_end);
            touched.mark(begin - self.greatest, end - self.least);
        }
        touched
    }

    /// The week in which nothing but the usual shifts hold and the offset does not change.
    fn usual_week(&self, offset: i32) -> Pattern {
        let mut stretches = Vec::new();
        for day in -3..=8_i32 {
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
        let steady = self.steady(week_start - self.margin, week_end + self.margin);
        let (least, greatest) = steady.map_or((self.least, self.greatest), |offset| (offset, offset));
        // A shift that begins on the day before may still run.
        let first = (week_start + least).div_euclid(DAY) - 1;
        let last = (week_end - 1 + greatest).div_euclid(DAY);
        let window = self.rota.window(first as i32, last as i32);
        let mut stretches: SmallVec<[(i64, i64); 24]> = SmallVec::new();
        for day in first..=last {
            let shifts = window.shifts_on(day as i32);
            if shifts.is_empty() {
                continue;
            }
            let midnight = day * DAY;
            // All instants that may show a time of this day lie between these two.
            let offset = steady.or_else(|| {
                self.steady(midnight - self.greatest, midnight + self.latest_end - self.least + 1)
            });
            for shift in shifts {
                let (start, end) = shift.bounds();
                let (start, end) = (midnight + i64::from(start), midnight + i64::from(end));
                stretches.push(match (offset, self.zone) {
                    (None, Some(zone)) => (zone.local(start).opening().0, zone.local(end).closing().0),
                    (offset, _) => (start - offset.unwrap_or(0), end - offset.unwrap_or(0)),
                });
            }
        }
        week_pattern(&mut stretches, week_start)
    }

    /// The offset from one instant to another, if it does not change between.
    fn steady(&self, from: i64, to: i64) -> Option<i64> {
        self.zone.map_or(Some(0), |zone| zone.constant_offset(from, to).map(i64::from))
    }
}

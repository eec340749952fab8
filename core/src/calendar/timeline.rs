//! The compiled form of a calendar: which seconds of the axis are working time.

use std::fmt;
use std::sync::Arc;

use super::axis::{END, ORIGIN, PAGE_STRIDE, PAGE_WEEKS, PAGES, WEEK, WEEK_SECONDS, page_start};
use super::{build, combine};
use crate::quantity::{Time, Work};

/// The working seconds of an axis from 1970 to 2100, with their running sum. Cheap to clone.
///
/// The axis is cut into weeks and the weeks into pages of 64. A week is one of a few distinct patterns
/// (sorted stretches of work with prefix sums), a page one of a few distinct lists of weeks: the usual
/// week and the usual page are stored once, and a calendar of a dozen holidays fits in a few kilobytes.
///
/// Everything rests on three functions: [`worked`](Self::worked) counts the work up to an instant;
/// [`finish_at`](Self::finish_at) and [`start_at`](Self::start_at) are its two inverses, the earliest
/// and the latest instant at which so much has been worked. They differ where nobody works: after the
/// last hour of Friday the first says Friday 17:00, the second Monday 9:00.
///
/// Nothing here fails: before the axis nothing has been worked, after it nothing more will be, and
/// what cannot be reached is [`Time::NEVER`] or [`Time::DISTANT_PAST`].
///
/// # Complexity
/// Every look-up is O(log(weeks) + log(stretches of work in a week)), without allocation.
///
/// # Examples
/// ```
/// use paceline::calendar::{Calendar, Calendars, Clock, Week};
/// use paceline::quantity::{Time, When, Work};
///
/// let office = Calendar::new("office").with_week(Week::weekdays(&["09:00-17:00".parse()?]));
/// let mut issues = Vec::new();
/// let calendars = Calendars::compile(&[office], Clock::Wall, &mut issues);
/// let timeline = &calendars.get("office").unwrap().timeline;
///
/// let friday_noon = Time::from_civil(When::parse("2026-10-02T12:00").unwrap().start());
/// let finish = timeline.add_work(friday_noon, Work::hours(10));
/// assert_eq!(finish.to_civil().unwrap().to_string(), "2026-10-05 14:00:00");
/// assert_eq!(timeline.work_between(friday_noon, finish), Work::hours(10));
/// # Ok::<(), paceline::calendar::CalendarError>(())
/// ```
#[derive(Clone)]
pub struct Timeline(pub(super) Arc<Inner>);

/// The arrays of a timeline. Built by [`build::Builder`] alone.
pub(super) struct Inner {
    /// For each page of the axis the work before it and which of the distinct pages it is; one more
    /// entry at the end holds the total.
    pub(super) pages: Box<[PageRef]>,
    /// The weeks of each distinct page, 64 apiece, and one entry more with the work of all.
    pub(super) weeks: Box<[WeekRef]>,
    /// First stretch of each pattern, and one more entry at the end.
    pub(super) first: Box<[u32]>,
    /// The stretches of all patterns.
    pub(super) stretches: Box<[Stretch]>,
}

#[derive(Clone, Copy)]
pub(super) struct PageRef {
    /// Seconds of work before the page.
    pub(super) work: u32,
    /// Index of the distinct page.
    pub(super) page: u32,
}

#[derive(Clone, Copy)]
pub(super) struct WeekRef {
    /// Seconds of work in the page before the week.
    pub(super) work: u32,
    /// Index of the pattern.
    pub(super) pattern: u32,
}

/// A stretch of work within a week; the stretches of a pattern neither overlap nor touch.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    /// Seconds from the beginning of the week.
    pub(super) start: u32,
    /// Seconds from the beginning of the week.
    pub(super) end: u32,
    /// Seconds of work in the week before the stretch.
    pub(super) before: u32,
}

/// An instant of the axis taken apart: near which to look for others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    page: usize,
    week: usize,
    /// Seconds within the week.
    second: u32,
}

impl Place {
    const FIRST: Place = Place { page: 0, week: 0, second: 0 };
    const LAST: Place = Place { page: PAGES - 1, week: PAGE_WEEKS - 1, second: 0 };

    /// Of an instant from `ORIGIN` up to, not including, `END`.
    fn of(at: i64) -> Self {
        let since = (at - ORIGIN) as u64;
        let week = (since / WEEK as u64) as usize;
        let second = (since % WEEK as u64) as u32;
        Self { page: week / PAGE_WEEKS, week: week % PAGE_WEEKS, second }
    }
}

impl Inner {
    pub(super) fn page_weeks(&self, page: usize) -> &[WeekRef] {
        let begin = self.pages[page].page as usize * PAGE_STRIDE;
        &self.weeks[begin..begin + PAGE_WEEKS]
    }

    pub(super) fn pattern(&self, pattern: u32) -> &[Stretch] {
        let pattern = pattern as usize;
        &self.stretches[self.first[pattern] as usize..self.first[pattern + 1] as usize]
    }

    fn total(&self) -> i64 {
        i64::from(self.pages[PAGES].work)
    }

    /// Seconds worked up to an instant, and a week near which to look for work around it.
    fn worked(&self, at: i64) -> (i64, Place) {
        if at <= ORIGIN {
            return (0, Place::FIRST);
        }
        if at >= END {
            return (self.total(), Place::LAST);
        }
        let place = Place::of(at);
        let page = self.pages[place.page];
        let week = self.weeks[page.page as usize * PAGE_STRIDE + place.week];
        let pattern = self.pattern(week.pattern);
        let in_week = match pattern.partition_point(|stretch| stretch.start < place.second) {
            0 => 0,
            n => {
                let stretch = pattern[n - 1];
                stretch.before + (place.second.min(stretch.end) - stretch.start)
            }
        };
        (i64::from(page.work + week.work + in_week), place)
    }

    /// When the second of work with this number begins; numbers from 0 up to, not including, the
    /// total. `near` is a week that may hold it.
    fn moment(&self, number: i64, near: Place) -> i64 {
        let number = number as u32;
        let (page, hint) = self.page_of(number, near);
        let in_page = number - self.pages[page].work;
        let begin = self.pages[page].page as usize * PAGE_STRIDE;
        let weeks = &self.weeks[begin..begin + PAGE_STRIDE];
        let week = week_of(weeks, in_page, hint);
        let in_week = in_page - weeks[week].work;
        let pattern = self.pattern(weeks[week].pattern);
        let stretch = pattern[stretch_of(pattern, in_week)];
        let second = stretch.start + (in_week - stretch.before);
        page_start(page) + week as i64 * WEEK + i64::from(second)
    }

    /// The page that holds a second of work, and a week of it near which to look.
    fn page_of(&self, number: u32, near: Place) -> (usize, usize) {
        let holds = |page: usize| {
            page < PAGES && self.pages[page].work <= number && number < self.pages[page + 1].work
        };
        if holds(near.page) {
            (near.page, near.week)
        } else if holds(near.page + 1) {
            (near.page + 1, 0)
        } else {
            // Most calendars work about as much in each page: the page that would hold it if all were alike.
            let guess = (u64::from(number) * PAGES as u64 / self.total().max(1) as u64) as usize;
            let page = [guess, guess + 1, guess.saturating_sub(1)]
                .into_iter()
                .find(|page| holds(*page))
                .unwrap_or_else(|| self.pages.partition_point(|page| page.work <= number) - 1);
            let (before, all) = (self.pages[page].work, self.pages[page + 1].work);
            let share = u64::from(number - before) * PAGE_WEEKS as u64 / u64::from((all - before).max(1));
            (page, (share as usize).min(PAGE_WEEKS - 1))
        }
    }
}

/// The week of a page that holds a second of its work: near at hand if it is the hinted one or one of
/// its neighbors, as it is for most tasks.
fn week_of(weeks: &[WeekRef], in_page: u32, hint: usize) -> usize {
    if weeks[hint].work <= in_page {
        for (week, next) in weeks[hint + 1..].iter().take(3).enumerate() {
            if in_page < next.work {
                return hint + week;
            }
        }
    } else {
        for week in (hint.saturating_sub(2)..hint).rev() {
            if weeks[week].work <= in_page {
                return week;
            }
        }
    }
    weeks.partition_point(|week| week.work <= in_page) - 1
}

/// The stretch of a week that holds a second of its work: the one that would if all were alike, or a search.
fn stretch_of(stretches: &[Stretch], in_week: u32) -> usize {
    let holds = |at: usize| {
        stretches.get(at).is_some_and(|stretch| {
            in_week.checked_sub(stretch.before).is_some_and(|rest| rest < stretch.end - stretch.start)
        })
    };
    if let Some(first) = stretches.first() {
        let guess = (in_week / (first.end - first.start).max(1)) as usize;
        if holds(guess) {
            return guess;
        }
    }
    stretches.partition_point(|stretch| stretch.before <= in_week) - 1
}

impl Timeline {
    /// Every second of the axis is working time.
    pub fn always() -> Self {
        build::uniform(&[(0, WEEK_SECONDS)])
    }

    /// No second of the axis is working time.
    pub fn never() -> Self {
        build::uniform(&[])
    }

    /// The beginning of the axis: nothing is worked before it.
    pub const fn begin() -> Time {
        Time(ORIGIN)
    }

    /// The end of the axis: nothing is worked after it.
    pub const fn end() -> Time {
        Time(END)
    }

    /// Work from the beginning of the axis to an instant.
    pub fn worked(&self, time: Time) -> Work {
        Work(self.0.worked(time.0).0)
    }

    /// All the work of the axis.
    pub fn total(&self) -> Work {
        Work(self.0.total())
    }

    /// Whether there is no working time at all.
    pub fn is_empty(&self) -> bool {
        self.0.total() == 0
    }

    /// The earliest instant by which so much has been worked since the beginning of the axis: always
    /// the end of a working second.
    ///
    /// [`Time::NEVER`] for more than [`total`](Self::total); [`Time::DISTANT_PAST`] for nothing or less.
    pub fn finish_at(&self, work: Work) -> Time {
        self.finish_near(work.0, Place::FIRST)
    }

    /// The latest instant up to which no more has been worked since the beginning of the axis: always
    /// the beginning of a working second.
    ///
    /// [`Time::NEVER`] for [`total`](Self::total) or more; [`Time::DISTANT_PAST`] for less than nothing.
    pub fn start_at(&self, work: Work) -> Time {
        self.start_near(work.0, Place::FIRST)
    }

    /// [`finish_at`](Self::finish_at) what has been worked by an instant and so much more (or less): quicker than
    /// the two look-ups, because the one is near the other.
    pub fn finish_after(&self, time: Time, work: Work) -> Time {
        let (worked, near) = self.0.worked(time.0);
        self.finish_near(worked.saturating_add(work.0), near)
    }

    /// [`start_at`](Self::start_at) what has been worked by an instant and so much more (or less).
    pub fn start_after(&self, time: Time, work: Work) -> Time {
        let (worked, near) = self.0.worked(time.0);
        self.start_near(worked.saturating_add(work.0), near)
    }

    /// [`start_after`](Self::start_after) nothing and [`finish_after`](Self::finish_after) so much.
    pub fn span_after(&self, time: Time, work: Work) -> (Time, Time) {
        let (worked, near) = self.0.worked(time.0);
        (self.start_near(worked, near), self.finish_near(worked.saturating_add(work.0), near))
    }

    /// [`worked`](Self::worked) in seconds, and near which instant it is.
    #[inline]
    pub(crate) fn count(&self, time: Time) -> (i64, Place) {
        self.0.worked(time.0)
    }

    /// [`finish_at`](Self::finish_at), looked for near an instant first.
    #[inline]
    pub(crate) fn finish_near(&self, work: i64, near: Place) -> Time {
        if work <= 0 {
            Time::DISTANT_PAST
        } else if work > self.0.total() {
            Time::NEVER
        } else {
            Time(self.0.moment(work - 1, near) + 1)
        }
    }

    /// [`start_at`](Self::start_at), looked for near an instant first.
    #[inline]
    pub(crate) fn start_near(&self, work: i64, near: Place) -> Time {
        if work < 0 {
            Time::DISTANT_PAST
        } else if work >= self.0.total() {
            Time::NEVER
        } else {
            Time(self.0.moment(work, near))
        }
    }

    /// Whether somebody works in the second that begins at this instant.
    pub fn is_working(&self, time: Time) -> bool {
        self.stretch_at(time.0).is_some()
    }

    /// The end, within its week, of the stretch of work that holds an instant.
    fn stretch_at(&self, at: i64) -> Option<i64> {
        if !(ORIGIN..END).contains(&at) {
            return None;
        }
        let place = Place::of(at);
        let week = self.0.page_weeks(place.page)[place.week];
        let pattern = self.0.pattern(week.pattern);
        let next = pattern.partition_point(|stretch| stretch.start <= place.second);
        let stretch = pattern.get(next.checked_sub(1)?)?;
        (place.second < stretch.end).then(|| at + i64::from(stretch.end - place.second))
    }

    /// The instant itself if somebody works then, else the next start of work; [`Time::NEVER`] if there
    /// is none.
    pub fn next_work(&self, time: Time) -> Time {
        let (worked, near) = self.0.worked(time.0);
        self.start_near(worked, near)
    }

    /// The instant itself if somebody works right up to it, else the end of work before it;
    /// [`Time::DISTANT_PAST`] if there is none.
    pub fn previous_work(&self, time: Time) -> Time {
        let (worked, near) = self.0.worked(time.0);
        self.finish_near(worked, near)
    }

    /// When so much more has been worked, counted from an instant: the end of the last working second.
    ///
    /// Nothing to do ends where it starts, working time or not. Less than nothing counts backwards: the
    /// beginning of the working second from which that much is worked up to the instant.
    /// [`Time::NEVER`] and [`Time::DISTANT_PAST`] stay what they are, and are the answer when the axis
    /// is too short.
    pub fn add_work(&self, time: Time, work: Work) -> Time {
        if work.0 == 0 || !time.is_finite() {
            return time;
        }
        let (worked, near) = self.0.worked(time.0);
        let worked = worked.saturating_add(work.0);
        if work.0 > 0 { self.finish_near(worked, near) } else { self.start_near(worked, near) }
    }

    /// Start and finish of work that begins as soon as possible from an instant on: the next working
    /// second, and when so much has been worked. Nothing to do starts and finishes at the instant.
    ///
    /// The same as [`next_work`](Self::next_work) and [`add_work`](Self::add_work) for the price of
    /// little more than one.
    pub fn forward(&self, time: Time, work: Work) -> (Time, Time) {
        if work.0 <= 0 || !time.is_finite() {
            return (time, time);
        }
        let (worked, near) = self.0.worked(time.0);
        (self.start_near(worked, near), self.finish_near(worked.saturating_add(work.0), near))
    }

    /// Start and finish of work that ends as late as possible by an instant: from when so much is worked,
    /// and the end of the last working second. Nothing to do starts and finishes at the instant.
    pub fn backward(&self, time: Time, work: Work) -> (Time, Time) {
        if work.0 <= 0 || !time.is_finite() {
            return (time, time);
        }
        let (worked, near) = self.0.worked(time.0);
        (self.start_near(worked.saturating_sub(work.0), near), self.finish_near(worked, near))
    }

    /// Work from one instant to another; negative if the second is the earlier.
    pub fn work_between(&self, from: Time, to: Time) -> Work {
        Work(self.0.worked(to.0).0 - self.0.worked(from.0).0)
    }

    /// The stretches of work between two instants, cut at both, in order; stretches that touch are one.
    ///
    /// Lazy: a stretch costs one look-up and one step for each midnight between Sunday and Monday that it
    /// runs across.
    pub fn intervals(&self, from: Time, to: Time) -> Intervals<'_> {
        Intervals { timeline: self, at: from, to }
    }

    /// The working time that both have.
    ///
    /// # Complexity
    /// O(weeks) at worst; weeks and pages that repeat are combined once.
    #[must_use]
    pub fn intersect(&self, other: &Timeline) -> Timeline {
        if Arc::ptr_eq(&self.0, &other.0) {
            return self.clone();
        }
        combine::intersect(&self.0, &other.0)
    }

    /// The working time outside these stretches, given in any order; one whose end is not after its
    /// start is nothing.
    ///
    /// # Complexity
    /// O(pages + weeks touched + n log n).
    #[must_use]
    pub fn without(&self, absences: &[(Time, Time)]) -> Timeline {
        let absences = build::normalize(absences.iter().map(|(from, to)| (from.0, to.0)));
        if absences.is_empty() {
            return self.clone();
        }
        combine::without(&self.0, &absences)
    }

    /// The working time from one instant to another.
    #[must_use]
    pub fn within(&self, from: Time, to: Time) -> Timeline {
        if to <= from {
            return Self::never();
        }
        self.without(&[(Time::DISTANT_PAST, from), (to, Time::NEVER)])
    }
}

impl fmt::Debug for Timeline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timeline")
            .field("seconds", &self.0.total())
            .field("pages", &(self.0.weeks.len() / PAGE_STRIDE))
            .field("patterns", &(self.0.first.len() - 1))
            .finish()
    }
}

/// Two timelines are equal if the same seconds are working time.
impl PartialEq for Timeline {
    fn eq(&self, other: &Self) -> bool {
        if Arc::ptr_eq(&self.0, &other.0) {
            return true;
        }
        let same_week = |a: &WeekRef, b: &WeekRef| {
            let (a, b) = (self.0.pattern(a.pattern), other.0.pattern(b.pattern));
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a.start, a.end) == (b.start, b.end))
        };
        (0..=PAGES).all(|page| self.0.pages[page].work == other.0.pages[page].work)
            && (0..PAGES).all(|page| {
                self.0.page_weeks(page).iter().zip(other.0.page_weeks(page)).all(|(a, b)| same_week(a, b))
            })
    }
}

impl Eq for Timeline {}

/// Stretches of work in order: see [`Timeline::intervals`].
#[derive(Debug, Clone)]
pub struct Intervals<'a> {
    timeline: &'a Timeline,
    at: Time,
    to: Time,
}

impl Iterator for Intervals<'_> {
    type Item = (Time, Time);

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.timeline.next_work(self.at);
        if start >= self.to {
            self.at = self.to;
            return None;
        }
        let mut end = start.0;
        while let Some(next) = self.timeline.stretch_at(end) {
            end = next;
            if end >= self.to.0 {
                end = self.to.0;
                break;
            }
        }
        self.at = Time(end);
        Some((start, self.at))
    }
}

impl std::iter::FusedIterator for Intervals<'_> {}

#[cfg(test)]
mod tests;

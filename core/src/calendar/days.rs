//! Working days: the unit in which people count dates.

use chrono::NaiveDate;

use super::Timeline;
use super::date::{date_of, day_number};
use super::shift::DAY;
use crate::quantity::{Time, Work};

/// The civil days on which a calendar has a shift that starts.
///
/// A day that only sees the end of the last night's shift is not a working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkingDays {
    /// Each working day as 24 hours of work on an axis of civil seconds.
    days: Timeline,
}

impl WorkingDays {
    pub(super) fn new(days: Timeline) -> Self {
        Self { days }
    }

    pub(super) fn timeline(&self) -> &Timeline {
        &self.days
    }

    /// Whether a shift starts on this day.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        self.days.is_working(midnight(date))
    }

    /// Counts working days from a date: for a positive number the n-th working day after it, for a
    /// negative number the n-th before it, for 0 the first working day on or after it. `None` if the
    /// axis has too few.
    ///
    /// # Complexity
    /// O(log weeks).
    ///
    /// # Examples
    /// ```
    /// use chrono::NaiveDate;
    /// use paceline::calendar::{Calendar, CalendarException, Calendars, Clock, Shift, Week};
    ///
    /// let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    /// let office = Calendar::new("de")
    ///     .with_week(Week::weekdays(&[Shift::parse("09:00-17:00")?]))
    ///     .with_exception(CalendarException::day(day(12, 25)).with_name("Christmas Day"));
    /// let calendars = Calendars::compile(&[office], Clock::Wall, &mut Vec::new());
    /// let days = &calendars.get("de").unwrap().days;
    /// assert_eq!(days.add(day(12, 24), 1), Some(day(12, 28)));
    /// assert_eq!(days.add(day(12, 28), -2), Some(day(12, 23)));
    /// assert_eq!(days.add(day(12, 25), 0), Some(day(12, 28)));
    /// assert_eq!(days.count(day(12, 21), day(12, 31)), 8);
    /// # Ok::<(), paceline::calendar::CalendarError>(())
    /// ```
    pub fn add(&self, date: NaiveDate, working_days: i32) -> Option<NaiveDate> {
        let start = midnight(date);
        let work = Work(i64::from(working_days) * DAY);
        let found = match working_days {
            0 => self.days.next_work(start),
            1.. => {
                let finish = self.days.add_work(Time(start.0 + DAY), work);
                if finish.is_finite() { Time(finish.0 - 1) } else { finish }
            }
            _ => self.days.add_work(start, work),
        };
        if !found.is_finite() {
            return None;
        }
        date_of(i32::try_from(found.0.div_euclid(DAY)).ok()?)
    }

    /// Working days from a first to a last day, both included; 0 if the last is before the first.
    pub fn count(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let days = self.days.work_between(midnight(from), Time(midnight(to).0 + DAY));
        (days.0 / DAY).max(0)
    }
}

/// The beginning of a day on an axis of civil seconds.
fn midnight(date: NaiveDate) -> Time {
    Time(i64::from(day_number(date)) * DAY)
}

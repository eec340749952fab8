//! Days on which a recurring exception comes back.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::calendar::DAYS;

/// A recurring exception as the file has it.
pub(super) struct Recurring {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// 1 every day, 2 each year on a day, 3 each year on a weekday, 4 and 5 the same of months, 6 weekly, 7 every so
    /// many days.
    pub(super) kind: i64,
    pub(super) period: i64,
    /// Bits, Sunday first.
    pub(super) weekdays: i64,
    pub(super) day: i64,
    /// 0 a day, 1 a weekday, 2 a day of the weekend, 3 to 9 Sunday to Saturday.
    pub(super) item: i64,
    /// 0 to 3 the first to the fourth, 4 the last.
    pub(super) position: i64,
    /// From 0.
    pub(super) month: i64,
    pub(super) occurrences: Option<i64>,
}

impl Recurring {
    /// Whether it is one run of days.
    pub(super) fn is_plain(&self) -> bool {
        !(2..=7).contains(&self.kind) || (self.kind == 7 && self.period <= 1)
    }

    /// Whether there are such days at all.
    fn is_sound(&self) -> bool {
        match self.kind {
            2 | 4 => (1..=31).contains(&self.day),
            3 | 5 => (0..=9).contains(&self.item) && (0..=4).contains(&self.position),
            6 => self.weekdays & 127 != 0,
            _ => true,
        }
    }

    /// The days, at most so many; `counted` tells that the number of occurrences ends them, else the last date does.
    pub(super) fn days(&self, counted: bool, most: usize) -> Vec<NaiveDate> {
        let count = self.occurrences.filter(|_| counted).and_then(|count| usize::try_from(count).ok());
        let most = if self.is_sound() { most.min(count.unwrap_or(usize::MAX)) } else { 0 };
        let end = self.to;
        let within = |day: &NaiveDate| *day >= self.from && *day <= end;
        let step = u64::try_from(self.period).unwrap_or(1).max(1);
        match self.kind {
            7 => {
                let next = |day: &NaiveDate| day.checked_add_days(Days::new(step));
                std::iter::successors(Some(self.from), next).take_while(within).take(most).collect()
            }
            6 => self.weekly(step, end, most),
            _ => {
                let months = if self.kind <= 3 { 12 } else { u32::try_from(step).unwrap_or(1200) };
                let month =
                    if self.kind <= 3 { self.month.clamp(0, 11) + 1 } else { i64::from(self.from.month()) };
                let first = NaiveDate::from_ymd_opt(self.from.year(), u32::try_from(month).unwrap_or(1), 1);
                let next = |day: &NaiveDate| day.checked_add_months(Months::new(months));
                let firsts = std::iter::successors(first, next).take_while(|first| *first <= end);
                firsts.filter_map(|first| self.of_month(first)).filter(within).take(most).collect()
            }
        }
    }

    /// Weeks begin on Sundays.
    fn weekly(&self, step: u64, end: NaiveDate, most: usize) -> Vec<NaiveDate> {
        let back = u64::from(self.from.weekday().num_days_from_sunday());
        let first = self.from.checked_sub_days(Days::new(back));
        let next = |sunday: &NaiveDate| sunday.checked_add_days(Days::new(7 * step));
        let weeks = std::iter::successors(first, next).take_while(|sunday| *sunday <= end);
        let days = weeks.flat_map(|sunday| {
            let named = (0..7u64).filter(|day| self.weekdays & (1 << day) != 0);
            named.filter_map(move |day| sunday.checked_add_days(Days::new(day)))
        });
        days.filter(|day| *day >= self.from && *day <= end).take(most).collect()
    }

    /// The day in a month that begins on `first`.
    fn of_month(&self, first: NaiveDate) -> Option<NaiveDate> {
        if matches!(self.kind, 2 | 4) {
            return u32::try_from(self.day).ok().and_then(|day| first.with_day(day));
        }
        let matches = |day: &NaiveDate| {
            let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            match self.item {
                0 => true,
                1 => !weekend,
                2 => weekend,
                item => {
                    let named = usize::try_from(item - 3).ok().and_then(|item| DAYS.get(item));
                    named.is_some_and(|named| *named == day.weekday())
                }
            }
        };
        let mut days = first.iter_days().take_while(|day| day.month() == first.month()).filter(matches);
        match self.position {
            4 => days.last(),
            position => days.nth(usize::try_from(position).ok()?),
        }
    }
}

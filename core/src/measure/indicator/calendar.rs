//! Days, weeks, months, quarters and years by integer arithmetic, with fiscal years.

use serde::{Deserialize, Serialize};

use crate::quantity::When;
use crate::{Issue, Issues};

/// Seconds of a civil day.
pub(super) const DAY: i64 = 86_400;

/// Length of the periods in which rows are collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PeriodGrain {
    /// Civil days.
    Day,
    /// Weeks of ISO 8601, from Monday to Sunday.
    Week,
    /// Civil months.
    Month,
    /// Quarters of the fiscal year.
    Quarter,
    /// Fiscal years.
    Year,
}

/// A span that has begun and ends at the date of the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ToDateSpan {
    /// Since Monday (WTD).
    Week,
    /// Since the first of the month (MTD).
    Month,
    /// Since the first day of the fiscal quarter (QTD).
    Quarter,
    /// Since the first day of the fiscal year (YTD).
    Year,
}

/// A civil date as year, month (1 to 12) and day.
type Civil = (i64, i64, i64);

/// Days since 1970-01-01 of a civil date (proleptic Gregorian calendar).
///
/// The year is counted from March, so that the leap day is its last.
pub(super) fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let day_of_year = (153 * month + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - 719_468
}

/// The civil date of a number of days since 1970-01-01.
pub(super) fn civil_of(days: i64) -> Civil {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let year = era * 400 + year_of_era;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

/// Days of a month.
fn month_length(year: i64, month: i64) -> i64 {
    let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days_of(next_year, next, 1) - days_of(year, month, 1)
}

/// The date some months later or earlier, on the same day of the month or on its last.
fn shift_months(days: i64, months: i64) -> i64 {
    let (year, month, day) = civil_of(days);
    let place = year * 12 + month - 1 + months;
    let (year, month) = (place.div_euclid(12), place.rem_euclid(12) + 1);
    days_of(year, month, day.min(month_length(year, month)))
}

/// The calendar of a fiscal year that begins on the first day of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FiscalCalendar {
    /// First month of the fiscal year, 1 to 12.
    pub(super) start: i64,
}

impl FiscalCalendar {
    /// The number of the period in which a day lies; following periods have following numbers.
    pub(super) fn bucket(self, grain: PeriodGrain, days: i64) -> i64 {
        let months = || {
            let (year, month, _) = civil_of(days);
            year * 12 + month - self.start
        };
        match grain {
            PeriodGrain::Day => days,
            // 1970-01-01 was a Thursday.
            PeriodGrain::Week => (days + 3).div_euclid(7),
            PeriodGrain::Month => months() + self.start - 1,
            PeriodGrain::Quarter => months().div_euclid(3),
            PeriodGrain::Year => months().div_euclid(12),
        }
    }

    /// First day of a period.
    pub(super) fn first(self, grain: PeriodGrain, bucket: i64) -> i64 {
        let month = |months: i64| days_of(months.div_euclid(12), months.rem_euclid(12) + 1, 1);
        match grain {
            PeriodGrain::Day => bucket,
            PeriodGrain::Week => bucket * 7 - 3,
            PeriodGrain::Month => month(bucket),
            PeriodGrain::Quarter => month(bucket * 3 + self.start - 1),
            PeriodGrain::Year => month(bucket * 12 + self.start - 1),
        }
    }

    /// Last day of a period.
    pub(super) fn last(self, grain: PeriodGrain, bucket: i64) -> i64 {
        self.first(grain, bucket + 1) - 1
    }

    /// The year by which a fiscal year is called: the one in which it ends.
    fn year_name(self, bucket: i64) -> i64 {
        if self.start == 1 { bucket } else { bucket + 1 }
    }

    /// How a period is written: `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`, `2026`; of fiscal years `FY2026-Q1`,
    /// `FY2026`.
    pub(super) fn label(self, grain: PeriodGrain, bucket: i64) -> String {
        let fiscal = if self.start == 1 { "" } else { "FY" };
        match grain {
            PeriodGrain::Day => {
                let (year, month, day) = civil_of(bucket);
                format!("{year:04}-{month:02}-{day:02}")
            }
            PeriodGrain::Week => {
                let (year, week) = iso_week(bucket);
                format!("{year:04}-W{week:02}")
            }
            PeriodGrain::Month => {
                format!("{:04}-{:02}", bucket.div_euclid(12), bucket.rem_euclid(12) + 1)
            }
            PeriodGrain::Quarter => {
                let year = self.year_name(bucket.div_euclid(4));
                format!("{fiscal}{year:04}-Q{}", bucket.rem_euclid(4) + 1)
            }
            PeriodGrain::Year => format!("{fiscal}{:04}", self.year_name(bucket)),
        }
    }

    /// The period of the year before that is compared with a period: the same date, ISO week number, month, quarter.
    /// None for 29 February and week 53 where the year before has none.
    pub(super) fn year_before(self, grain: PeriodGrain, bucket: i64) -> Option<i64> {
        match grain {
            PeriodGrain::Day => {
                let before = shift_months(bucket, -12);
                (civil_of(before).2 == civil_of(bucket).2).then_some(before)
            }
            PeriodGrain::Week => {
                let (year, week) = iso_week(bucket);
                // 4 January always lies in week 1.
                let before = (days_of(year - 1, 1, 4) + 3).div_euclid(7) + week - 1;
                (iso_week(before) == (year - 1, week)).then_some(before)
            }
            PeriodGrain::Month => Some(bucket - 12),
            PeriodGrain::Quarter => Some(bucket - 4),
            PeriodGrain::Year => None,
        }
    }

    /// First and last day of a span to date, and of the same span one period and one year before.
    ///
    /// The span before ends on the same day of its month (or on the last day of a shorter month), the week before on the
    /// same weekday; the week a year before is the one 52 weeks earlier.
    pub(super) fn to_date(self, span: ToDateSpan, as_of: i64) -> [(i64, i64); 3] {
        let (grain, months) = match span {
            ToDateSpan::Week => {
                let first = self.first(PeriodGrain::Week, self.bucket(PeriodGrain::Week, as_of));
                return [(first, as_of), (first - 7, as_of - 7), (first - 364, as_of - 364)];
            }
            ToDateSpan::Month => (PeriodGrain::Month, 1),
            ToDateSpan::Quarter => (PeriodGrain::Quarter, 3),
            ToDateSpan::Year => (PeriodGrain::Year, 12),
        };
        let first = self.first(grain, self.bucket(grain, as_of));
        let before = |months: i64| (shift_months(first, -months), shift_months(as_of, -months));
        [(first, as_of), before(months), before(12)]
    }
}

/// ISO year and week of a number of weeks.
fn iso_week(week: i64) -> (i64, i64) {
    // The year of a week is that of its Thursday.
    let (year, _, _) = civil_of(week * 7);
    (year, (week * 7 - days_of(year, 1, 1)) / 7 + 1)
}

/// A number of days since 1970-01-01 as a date.
pub(super) fn when(days: i64) -> Option<When> {
    chrono::DateTime::from_timestamp(days.checked_mul(DAY)?, 0).map(|moment| When::from(moment.date_naive()))
}

/// What [`calendar_period`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarPeriodRequest {
    /// The day; a time of day is not looked at.
    pub date: When,
    /// First month of the fiscal year: 1 (January, if absent) to 12.
    #[serde(default = "january")]
    pub fiscal_year_start: u32,
}

fn january() -> u32 {
    1
}

/// The periods in which a day lies, and where those to date begin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarPeriod {
    /// The day.
    pub date: When,
    /// Year of the week by ISO 8601: at the turn of the year not always that of the day.
    pub iso_year: u32,
    /// Week by ISO 8601, 1 to 53.
    pub iso_week: u32,
    /// Civil quarter, 1 to 4.
    pub quarter: u32,
    /// Fiscal year, called by the year in which it ends.
    pub fiscal_year: u32,
    /// Quarter of the fiscal year, 1 to 4.
    pub fiscal_quarter: u32,
    /// Monday of the week.
    pub week_start: When,
    /// First day of the month.
    pub month_start: When,
    /// First day of the civil quarter.
    pub quarter_start: When,
    /// First day of the civil year.
    pub year_start: When,
    /// First day of the fiscal quarter.
    pub fiscal_quarter_start: When,
    /// First day of the fiscal year.
    pub fiscal_year_start: When,
    /// Days of the month.
    pub days_in_month: u32,
    /// Days of the civil quarter up to this one, which counts.
    pub day_of_quarter: u32,
    /// Days of the fiscal year up to this one, which counts.
    pub day_of_fiscal_year: u32,
}

/// The week, month, quarter and fiscal year of a day.
///
/// Weeks are those of ISO 8601. A fiscal year begins on the first day of a month and is called by the year in which it
/// ends: with April as its first month, 2024-02-29 lies in the fourth quarter of fiscal year 2024.
///
/// # Errors
/// `fiscal-year-start` if the month is not 1 to 12.
///
/// # Complexity
/// Constant.
///
/// # Examples
/// ```
/// use paceline::measure::indicator::{CalendarPeriodRequest, calendar_period};
/// use paceline::quantity::When;
/// let request = CalendarPeriodRequest { date: When::parse("2024-12-30")?, fiscal_year_start: 4 };
/// let period = calendar_period(&request)?;
/// assert_eq!((period.iso_year, period.iso_week, period.fiscal_year), (2025, 1, 2025));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn calendar_period(request: &CalendarPeriodRequest) -> Result<CalendarPeriod, Issues> {
    check_start(request.fiscal_year_start, "calendar_period/fiscal_year_start").map_err(Issues::from)?;
    let fiscal = FiscalCalendar { start: i64::from(request.fiscal_year_start) };
    let civil = FiscalCalendar { start: 1 };
    let days = request.date.start().and_utc().timestamp().div_euclid(DAY);
    let (year, month, _) = civil_of(days);
    let first =
        |calendar: FiscalCalendar, grain: PeriodGrain| calendar.first(grain, calendar.bucket(grain, days));
    let date = |days: i64| when(days).unwrap_or(request.date);
    let number = |number: i64| u32::try_from(number).unwrap_or(0);
    let (iso_year, week) = iso_week(civil.bucket(PeriodGrain::Week, days));
    Ok(CalendarPeriod {
        date: date(days),
        iso_year: number(iso_year),
        iso_week: number(week),
        quarter: number((month - 1) / 3 + 1),
        fiscal_year: number(fiscal.year_name(fiscal.bucket(PeriodGrain::Year, days))),
        fiscal_quarter: number(fiscal.bucket(PeriodGrain::Quarter, days).rem_euclid(4) + 1),
        week_start: date(first(civil, PeriodGrain::Week)),
        month_start: date(first(civil, PeriodGrain::Month)),
        quarter_start: date(first(civil, PeriodGrain::Quarter)),
        year_start: date(first(civil, PeriodGrain::Year)),
        fiscal_quarter_start: date(first(fiscal, PeriodGrain::Quarter)),
        fiscal_year_start: date(first(fiscal, PeriodGrain::Year)),
        days_in_month: number(month_length(year, month)),
        day_of_quarter: number(days - first(civil, PeriodGrain::Quarter) + 1),
        day_of_fiscal_year: number(days - first(fiscal, PeriodGrain::Year) + 1),
    })
}

/// Refuses a first month that is none.
pub(super) fn check_start(month: u32, at: &str) -> Result<(), Issue> {
    if (1..=12).contains(&month) {
        return Ok(());
    }
    Err(Issue::error("fiscal-year-start", at, format!("`{month}` is not a month from 1 to 12")))
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn days_and_dates_are_those_of_chrono() {
        let mut date = chrono::NaiveDate::from_ymd_opt(1899, 12, 25).unwrap();
        let mut days = days_of(1899, 12, 25);
        while date.year() < 2105 {
            let civil = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
            assert_eq!(civil_of(days), civil);
            assert_eq!(days_of(civil.0, civil.1, civil.2), days);
            let week = FiscalCalendar { start: 1 }.bucket(PeriodGrain::Week, days);
            let iso = date.iso_week();
            assert_eq!(iso_week(week), (i64::from(iso.year()), i64::from(iso.week())));
            (date, days) = (date.succ_opt().unwrap(), days + 1);
        }
    }

    #[test]
    fn every_day_lies_in_its_period() {
        for start in 1..=12 {
            let calendar = FiscalCalendar { start };
            for grain in [
                PeriodGrain::Day,
                PeriodGrain::Week,
                PeriodGrain::Month,
                PeriodGrain::Quarter,
                PeriodGrain::Year,
            ] {
                for days in 20_000..21_500 {
                    let bucket = calendar.bucket(grain, days);
                    assert!((calendar.first(grain, bucket)..=calendar.last(grain, bucket)).contains(&days));
                }
            }
        }
    }

    #[test]
    fn years_before_and_labels() {
        let calendar = FiscalCalendar { start: 4 };
        let week53 = calendar.bucket(PeriodGrain::Week, days_of(2021, 1, 3));
        assert_eq!(calendar.label(PeriodGrain::Week, week53), "2020-W53");
        assert_eq!(calendar.year_before(PeriodGrain::Week, week53), None);
        assert_eq!(calendar.year_before(PeriodGrain::Day, days_of(2024, 2, 29)), None);
        let quarter = calendar.bucket(PeriodGrain::Quarter, days_of(2024, 2, 29));
        assert_eq!(calendar.label(PeriodGrain::Quarter, quarter), "FY2024-Q4");
        let before = calendar.year_before(PeriodGrain::Quarter, quarter).unwrap();
        assert_eq!(calendar.label(PeriodGrain::Quarter, before), "FY2023-Q4");
    }

    #[test]
    fn spans_to_date_are_compared_like_for_like() {
        let calendar = FiscalCalendar { start: 1 };
        let march = days_of(2026, 3, 31);
        let [now, before, year] = calendar.to_date(ToDateSpan::Month, march);
        assert_eq!(now, (days_of(2026, 3, 1), march));
        assert_eq!(before, (days_of(2026, 2, 1), days_of(2026, 2, 28)));
        assert_eq!(year, (days_of(2025, 3, 1), days_of(2025, 3, 31)));
        let [now, before, year] = calendar.to_date(ToDateSpan::Week, days_of(2026, 3, 5));
        assert_eq!(
            (now.0, before.0, year.0),
            (days_of(2026, 3, 2), days_of(2026, 2, 23), days_of(2025, 3, 3))
        );
    }
}

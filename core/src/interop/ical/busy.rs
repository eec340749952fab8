//! When somebody is busy: how it is told.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use crate::Issue;
use crate::calendar::{CalendarException, Recurrence};
use crate::plan::Absence;
use crate::quantity::When;

/// How a calendar file is read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct IcalReadOptions {
    /// Nothing that ends before this day; from 1970 if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Nothing that begins after this day; to 2100 if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The zone that times are told in: that of the calendar they are for (an IANA name, `UTC` or an offset). If
    /// absent, each time is told as it is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

/// What a calendar file says about when nobody works.
///
/// Take `exceptions` for a calendar or `absences` for a resource, not both: whole days stand in each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IcalBusy {
    /// What the calendar is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whole days, as exceptions of a calendar: holidays. Those that calendars show as free are among them, since
    /// calendars of holidays show all their days so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<CalendarException>,
    /// Every time that is shown as busy, as absences of a resource: leave, meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absences: Vec<Absence>,
    /// What was not understood or left out, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// A date or time of the file.
#[derive(Debug, Clone)]
pub(super) enum Moment {
    Day(NaiveDate),
    Time(NaiveDateTime, Clock),
}

/// What a time of the file is told on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Clock {
    Floating,
    Utc,
    /// By its `TZID`.
    Zone(String),
}

/// When somebody is busy, as it is told: days without a time are whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Busy {
    pub(super) from: NaiveDateTime,
    /// End, not part of it.
    pub(super) to: NaiveDateTime,
    pub(super) whole: bool,
    pub(super) free: bool,
    pub(super) name: Option<String>,
}

impl Busy {
    /// Whole days between 1970 and 2100.
    pub(super) fn exception(&self) -> Option<CalendarException> {
        let first = NaiveDate::from_ymd_opt(1970, 1, 1)?.max(self.from.date());
        let end = NaiveDate::from_ymd_opt(2101, 1, 1)?.min(self.to.date());
        Some(days_off(first, (end - first).num_days().max(1), self.name.clone()))
    }

    pub(super) fn absence(self, latest: NaiveDate) -> Absence {
        let epoch = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap_or_default();
        let midnight = chrono::NaiveTime::MIN;
        let (from, to) = (self.from.max(epoch.and_time(midnight)), self.to);
        let is_whole = from.time() == midnight && to.time() == midnight && to > from;
        let (from, to) = if is_whole {
            let last = to.date().pred_opt().unwrap_or(latest).min(latest);
            (When::from(from.date()), When::from(last))
        } else if to.date() > latest {
            (When::from(from), When::from(latest))
        } else {
            (When::from(from), When::from(to))
        };
        Absence { from, to, reason: self.name }
    }
}

pub(super) fn whole(day: NaiveDate, days: i64, free: bool, name: Option<String>) -> Busy {
    let end =
        TimeDelta::try_days(days).and_then(|long| day.checked_add_signed(long)).unwrap_or(NaiveDate::MAX);
    let midnight = |day: NaiveDate| day.and_hms_opt(0, 0, 0).unwrap_or_default();
    Busy { from: midnight(day), to: midnight(end), whole: true, free, name }
}

/// A run of days that comes back every year.
pub(super) fn yearly(
    name: Option<String>,
    day: NaiveDate,
    days: i64,
    until: Option<NaiveDate>,
) -> CalendarException {
    let mut exception = days_off(day, days, name);
    exception.every = Some(Recurrence::Year);
    exception.until = until.filter(|until| until.year() <= 2100);
    exception
}

fn days_off(day: NaiveDate, days: i64, name: Option<String>) -> CalendarException {
    let last = TimeDelta::try_days(days - 1).and_then(|long| day.checked_add_signed(long)).unwrap_or(day);
    let mut exception =
        if last > day { CalendarException::range(day, last) } else { CalendarException::day(day) };
    exception.name = name;
    exception
}

/// `P1DT2H`, in seconds.
pub(super) fn duration(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest.strip_prefix('P')?;
    let (mut seconds, mut number, mut in_time, mut any) = (0i64, String::new(), false, false);
    for letter in rest.chars() {
        if letter.is_ascii_digit() && number.len() < 10 {
            number.push(letter);
            continue;
        }
        if letter == 'T' && number.is_empty() && !in_time {
            in_time = true;
            continue;
        }
        let unit = match (letter, in_time) {
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        seconds = seconds.saturating_add(number.parse::<i64>().ok()? * unit);
        number.clear();
        any = true;
    }
    (any && number.is_empty() && seconds < 200 * 366 * 86_400).then_some(sign * seconds)
}

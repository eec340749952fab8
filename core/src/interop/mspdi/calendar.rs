//! Calendars as the file has them.

use chrono::{NaiveDate, NaiveTime, Weekday};

use super::fields::{self, Extras, keep};
use super::file::Context;
use super::limits::MAX_RECURRING_DAYS;
use super::record::Record;
use super::recurrence::Recurring;
use super::xml::Xml;
use crate::calendar::{Calendar, CalendarException, Shift, Week, WorkWeek};
use crate::sort::Arrange;
use crate::{CalendarId, Issue};

/// The days of a week in the file's order, from its number 1 on.
pub(super) const DAYS: [Weekday; 7] =
    [Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];

/// A calendar of the file.
pub(super) struct RawCalendar {
    pub(super) uid: i64,
    pub(super) calendar: Calendar,
}

impl RawCalendar {
    pub(super) fn read<'a>(xml: &mut Xml<'a>, context: &mut Context) -> Result<Self, Issue> {
        let mut record = Record::default();
        let (mut days, mut weeks, mut exceptions, mut listed) = (Vec::new(), Vec::new(), Vec::new(), false);
        while let Some(name) = xml.child()? {
            match name {
                "WeekDays" => read_days(xml, "WeekDay", &mut days)?,
                "WorkWeeks" => read_days(xml, "WorkWeek", &mut weeks)?,
                "Exceptions" => {
                    listed = true;
                    read_days(xml, "Exception", &mut exceptions)?;
                }
                _ => record.take(name, xml)?,
            }
        }
        let uid = record.number("UID", &mut context.faults).unwrap_or(-1);
        record.at = format!("calendars/{uid}");
        let mut calendar = Calendar::new(uid.to_string().as_str());
        calendar.name = record.text("Name").map(str::to_owned);
        let base = record.number("BaseCalendarUID", &mut context.faults);
        calendar.base =
            base.filter(|base| *base > 0 && *base != uid).map(|base| CalendarId::from(base.to_string()));
        calendar.week = week(&days, &record.at, context);
        for entry in &weeks {
            calendar.work_weeks.extend(work_week(entry, &record.at, context));
        }
        // Files with a list of exceptions repeat each day of it among the days of the week, for older readers.
        if !listed {
            days.retain(|day| {
                let old = day.number("DayType", context) == Some(0);
                if old {
                    exceptions.push(day.clone());
                }
                !old
            });
        }
        for entry in &exceptions {
            exception(entry, &record.at, &mut calendar, context);
        }
        let mut extras = Extras::default();
        let is_base = record.flag("IsBaseCalendar", &mut context.faults);
        if is_base.is_some_and(|is_base| is_base != calendar.base.is_none()) {
            extras.field(&record, "IsBaseCalendar");
        }
        keep(("a calendar", fields::CALENDAR), &record, &mut extras, context);
        calendar.extras = extras.into_map();
        Ok(Self { uid, calendar })
    }
}

/// An entry with its span and its shifts: a day of the week, a work week or an exception.
#[derive(Clone, Default)]
struct Entry<'a> {
    record: Record<'a>,
    span: Record<'a>,
    shifts: Vec<Record<'a>>,
    days: Vec<Entry<'a>>,
}

impl Entry<'_> {
    fn number(&self, name: &str, context: &mut Context) -> Option<i64> {
        self.record.number(name, &mut context.faults)
    }

    fn date(&self, name: &str, context: &mut Context) -> Option<NaiveDate> {
        self.span.when(name, &mut context.faults).map(|when| when.date)
    }

    /// The shifts, none on a free day; `None` if the day is worked at usual times.
    fn worked(&self, at: &str, context: &mut Context) -> Option<Vec<Shift>> {
        let works = self.record.is("DayWorking", &mut context.faults);
        if !works {
            return Some(Vec::new());
        }
        let mut shifts = Vec::new();
        for entry in &self.shifts {
            let from = entry.text("FromTime").and_then(time_of_day);
            let to = entry.text("ToTime").and_then(time_of_day);
            // Empty rows of the list of times have neither.
            let (Some(from), Some(to)) = (from, to) else { continue };
            match Shift::new(from, to) {
                Ok(shift) => shifts.push(shift),
                Err(error) => {
                    context.faults.warning("invalid-shift", at, error.to_string(), "it is left out");
                }
            }
        }
        shifts.arrange();
        (!shifts.is_empty()).then_some(shifts)
    }
}

fn read_entry<'a>(xml: &mut Xml<'a>) -> Result<Entry<'a>, Issue> {
    let mut entry = Entry::default();
    while let Some(name) = xml.child()? {
        match name {
            "TimePeriod" => entry.span = Record::read(xml)?,
            "WorkingTimes" => {
                while xml.child()?.is_some() {
                    entry.shifts.push(Record::read(xml)?);
                }
            }
            // One step down, no further: work weeks have days, days have none.
            "WeekDays" => {
                while xml.child()?.is_some() {
                    let mut day = Entry::default();
                    while let Some(name) = xml.child()? {
                        if name == "WorkingTimes" {
                            while xml.child()?.is_some() {
                                day.shifts.push(Record::read(xml)?);
                            }
                        } else {
                            day.record.take(name, xml)?;
                        }
                    }
                    entry.days.push(day);
                }
            }
            _ => entry.record.take(name, xml)?,
        }
    }
    Ok(entry)
}

fn read_days<'a>(xml: &mut Xml<'a>, kind: &str, found: &mut Vec<Entry<'a>>) -> Result<(), Issue> {
    while let Some(name) = xml.child()? {
        if name == kind {
            found.push(read_entry(xml)?);
        } else {
            xml.text()?;
        }
    }
    Ok(())
}

fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.get(..8).unwrap_or(text);
    NaiveTime::parse_from_str(text, "%H:%M:%S").or_else(|_| NaiveTime::parse_from_str(text, "%H:%M")).ok()
}

fn week(days: &[Entry<'_>], at: &str, context: &mut Context) -> Week {
    let mut week = Week::default();
    for entry in days {
        let Some(kind @ 1..=7) = entry.number("DayType", context) else { continue };
        let Some(day) = usize::try_from(kind - 1).ok().and_then(|day| DAYS.get(day)) else { continue };
        // A working day without times works as it is usual: what the base says.
        if let Some(shifts) = entry.worked(at, context) {
            week = week.with_day(*day, &shifts);
        }
    }
    week
}

fn work_week(entry: &Entry<'_>, at: &str, context: &mut Context) -> Option<WorkWeek> {
    let (from, to) = (entry.date("FromDate", context)?, entry.date("ToDate", context)?);
    let name = entry.record.text("Name").map(str::to_owned);
    Some(WorkWeek { from, to, name, week: week(&entry.days, at, context) })
}

/// An exception, or one for each day on which a recurring one comes back.
fn exception(entry: &Entry<'_>, at: &str, calendar: &mut Calendar, context: &mut Context) {
    let (Some(from), Some(to)) = (entry.date("FromDate", context), entry.date("ToDate", context)) else {
        context.faults.warning("invalid-exception", at, "an exception has no dates", "it is left out");
        return;
    };
    let name = entry.record.text("Name").map(str::to_owned);
    let Some(shifts) = entry.worked(at, context) else {
        let message = format!("the exception from `{from}` to `{to}` works at no time that it names");
        context.faults.warning("invalid-exception", at, message, "it is left out");
        return;
    };
    let one = |from: NaiveDate, to: NaiveDate| CalendarException {
        date: (from == to).then_some(from),
        from: (from != to).then_some(from),
        to: (from != to).then_some(to),
        name: name.clone(),
        shifts: shifts.clone(),
        ..CalendarException::default()
    };
    let recurring = Recurring {
        from,
        to,
        kind: entry.number("Type", context).unwrap_or(1),
        period: entry.number("Period", context).unwrap_or(1),
        weekdays: entry.number("DaysOfWeek", context).unwrap_or(0),
        day: entry.number("MonthDay", context).unwrap_or(1),
        item: entry.number("MonthItem", context).unwrap_or(0),
        position: entry.number("MonthPosition", context).unwrap_or(0),
        month: entry.number("Month", context).unwrap_or(0),
        occurrences: entry.number("Occurrences", context).filter(|count| *count > 0),
    };
    let by_count = entry.record.flag("EnteredByOccurrences", &mut context.faults).unwrap_or(false);
    if recurring.is_plain() {
        if from <= to {
            calendar.exceptions.push(one(from, to));
        }
        return;
    }
    let left = MAX_RECURRING_DAYS.saturating_sub(context.recurring_days);
    let days = recurring.days(by_count, left + 1);
    if days.len() > left {
        let message = format!("recurring exceptions stand for more than {MAX_RECURRING_DAYS} days");
        context.faults.warning("too-many-days", at, message, "the later ones are left out");
    }
    context.recurring_days += days.len().clamp(1, left.max(1));
    calendar.exceptions.extend(days.into_iter().take(left).map(|day| one(day, day)));
}

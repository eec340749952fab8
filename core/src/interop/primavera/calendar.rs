//! Calendars as P6 keeps them: `(0||CalendarData()((0||DaysOfWeek()(…))(0||Exceptions()(…))))`.
//!
//! A node is `(number||name(attributes)(nodes))`. Under `DaysOfWeek` a node from 1, Sunday, to 7 holds the shifts of the
//! day as attributes `s|08:00|f|12:00`; under `Exceptions` a node has the day as attribute `d|45000`, counted from
//! 30 December 1899, and its shifts as nodes. A day without shifts is free.

use chrono::{Days, NaiveDate, Weekday};

use super::limits::{MAX_CALENDAR_DEPTH, MAX_EXCEPTIONS};
use super::value;
use crate::calendar::{Calendar, CalendarException, Shift};
use crate::plan::validate::Faults;
use crate::sort::Arrange;

/// The days of a week in the order of the file, from its number 1 on.
pub(super) const DAYS: [Weekday; 7] =
    [Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];

/// The day that day 0 is.
pub(super) fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default()
}

/// Reads the working time of a calendar.
pub(super) fn read(data: &str, at: &str, calendar: &mut Calendar, faults: &mut Faults) {
    let mut path: Vec<(&str, &str)> = Vec::new();
    let mut days: [Option<Vec<Shift>>; 7] = Default::default();
    let mut exceptions: Vec<(NaiveDate, Vec<Shift>)> = Vec::new();
    let mut rest = data;
    let mut broken = false;
    while let Some(open) = rest.find(['(', ')']) {
        if rest.as_bytes()[open] == b')' {
            path.pop();
            rest = &rest[open + 1..];
            continue;
        }
        rest = &rest[open + 1..];
        // A node begins with a number and two bars; any other bracket is a list of nodes.
        let Some((number, after)) = rest.split_once("||").filter(|(number, _)| is_number(number)) else {
            path.push(("", ""));
            if path.len() > MAX_CALENDAR_DEPTH {
                broken = true;
                break;
            }
            continue;
        };
        let _ = number;
        let Some((name, after)) = after.split_once('(') else {
            broken = true;
            break;
        };
        let Some((attributes, after)) = after.split_once(')') else {
            broken = true;
            break;
        };
        let (name, attributes) = (name.trim(), attributes.trim());
        rest = after;
        path.push((name, attributes));
        if path.len() > MAX_CALENDAR_DEPTH {
            broken = true;
            break;
        }
        let named: Vec<&(&str, &str)> = path.iter().filter(|(name, _)| !name.is_empty()).collect();
        match named[..] {
            [_, ("DaysOfWeek", _), (day, _)] => {
                if let Some(day) = weekday(day) {
                    days[day].get_or_insert_default();
                }
            }
            [_, ("DaysOfWeek", _), (day, _), (_, times)] => {
                if let (Some(day), Some(shift)) = (weekday(day), shift(times, at, faults)) {
                    days[day].get_or_insert_default().push(shift);
                }
            }
            [_, ("Exceptions", _), (_, day)] => match date(day) {
                Some(date) if exceptions.len() < MAX_EXCEPTIONS => exceptions.push((date, Vec::new())),
                Some(_) => {
                    let message = format!("a calendar has more than {MAX_EXCEPTIONS} exceptions");
                    faults.warning("too-many-days", at, message, "the later ones are left out");
                    break;
                }
                None => {
                    let message = format!("`{}` is no day", crate::plan::validate::show(day));
                    faults.warning("invalid-exception", at, message, "the exception is left out");
                }
            },
            [_, ("Exceptions", _), (_, day), (_, times)] => {
                if let (Some(date), Some(shift)) = (date(day), shift(times, at, faults))
                    && let Some(last) = exceptions.last_mut().filter(|last| last.0 == date)
                {
                    last.1.push(shift);
                }
            }
            _ => {}
        }
    }
    if broken {
        let message = "the working time of the calendar breaks off";
        faults.warning("invalid-calendar", at, message, "what could be read of it is kept");
    }
    finish(calendar, days, exceptions);
}

/// Puts days and exceptions into a calendar.
pub(super) fn finish(
    calendar: &mut Calendar,
    days: [Option<Vec<Shift>>; 7],
    exceptions: Vec<(NaiveDate, Vec<Shift>)>,
) {
    let any = days.iter().any(Option::is_some);
    for (day, shifts) in DAYS.into_iter().zip(days) {
        // Where a week is given, what it leaves out is free.
        if let Some(mut shifts) = shifts.or_else(|| (any || calendar.base.is_none()).then(Vec::new)) {
            shifts.arrange();
            shifts.dedup();
            calendar.week = std::mem::take(&mut calendar.week).with_day(day, &shifts);
        }
    }
    let mut list = exceptions;
    list.arrange_by(|a, b| a.0.cmp(&b.0));
    list.dedup_by(|later, earlier| later.0 == earlier.0);
    for (date, mut shifts) in list {
        shifts.arrange();
        shifts.dedup();
        calendar.exceptions.push(CalendarException { shifts, ..CalendarException::day(date) });
    }
}

fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.len() < 9 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn weekday(name: &str) -> Option<usize> {
    name.parse::<usize>().ok()?.checked_sub(1).filter(|day| *day < 7)
}

/// `d|45000`.
fn date(attributes: &str) -> Option<NaiveDate> {
    let mut parts = attributes.split('|');
    let number = parts.find(|part| *part == "d").and_then(|_| parts.next())?;
    let day = epoch().checked_add_days(Days::new(number.trim().parse::<u32>().ok()?.into()))?;
    (1970..=2100).contains(&chrono::Datelike::year(&day)).then_some(day)
}

/// `s|08:00|f|12:00`, in either order.
fn shift(attributes: &str, at: &str, faults: &mut Faults) -> Option<Shift> {
    let parts: Vec<&str> = attributes.split('|').collect();
    let field = |name: &str| {
        let at = parts.iter().step_by(2).position(|part| *part == name)?;
        value::time_of_day(parts.get(2 * at + 1)?)
    };
    let found = match (field("s"), field("f")) {
        (Some(start), Some(finish)) => Shift::new(start, finish).ok(),
        _ => None,
    };
    if found.is_none() {
        let message = format!("`{}` is no time of work", crate::plan::validate::show(attributes));
        faults.warning("invalid-shift", at, message, "it is left out");
    }
    found
}

/// The working time of a calendar as P6 keeps it.
pub(super) fn write(days: [&[Shift]; 7], exceptions: &[(NaiveDate, Vec<Shift>)]) -> String {
    let shifts = |shifts: &[Shift]| {
        let nodes = shifts.iter().enumerate().map(|(number, shift)| {
            let text = shift.to_string();
            let (start, finish) = text.split_once('-').unwrap_or(("00:00", "00:00"));
            let short = |time: &str| {
                if time == "24:00" { "00:00".to_owned() } else { time.get(..5).unwrap_or(time).to_owned() }
            };
            format!("(0||{number}(s|{}|f|{})())", short(start), short(finish))
        });
        nodes.collect::<String>()
    };
    let list = |nodes: String| if nodes.is_empty() { "()".to_owned() } else { format!("({nodes})") };
    let mut week = String::new();
    for (number, day) in days.iter().enumerate() {
        week.push_str(&format!("(0||{}(){})", number + 1, list(shifts(day))));
    }
    let mut others = String::new();
    for (number, (date, day)) in exceptions.iter().enumerate() {
        let serial = date.signed_duration_since(epoch()).num_days();
        others.push_str(&format!("(0||{number}(d|{serial}){})", list(shifts(day))));
    }
    format!("(0||CalendarData()((0||DaysOfWeek()({week}))(0||Exceptions(){})))", list(others))
}

/// The same of a calendar that says nothing about the week.
pub(super) fn write_exceptions(exceptions: &[(NaiveDate, Vec<Shift>)]) -> String {
    let whole = write([&[]; 7], exceptions);
    let week: String = (1..=7).map(|day| format!("(0||{day}()())")).collect();
    whole.replacen(&format!("({week})"), "()", 1)
}

//! Time zones of a file: as it describes them, and as it is described by ours.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::rule::{Budget, Rule, Until, date_time};
use super::text::{Component, fold};
use crate::calendar::Zone;
use crate::quantity::Time;
use crate::sort::Arrange;

/// A zone that times of a file are in.
#[derive(Debug, Clone)]
pub(super) enum FileZone {
    /// One that this library knows.
    Known(Zone),
    /// One that only the file describes: offset before the first change, and from each change on.
    Described(i64, Vec<(i64, i64)>),
    /// One that nothing is known of.
    Unknown,
}

impl FileZone {
    /// The zone called so: an IANA name, also at the end of a path; else as the file describes it.
    pub(super) fn find(id: &str, described: Option<&Component>, budget: &mut Budget) -> Self {
        // `/example.org/20240101_1/Europe/Berlin`
        let parts: Vec<&str> = id.trim().trim_start_matches('/').split('/').collect();
        for first in 0..parts.len() {
            if let Ok(zone) = Zone::parse(&parts[first..].join("/")) {
                return Self::Known(zone);
            }
        }
        let Some(described) = described else { return Self::Unknown };
        if let Some(Ok(zone)) = described.value("X-LIC-LOCATION").map(|name| Zone::parse(name.trim())) {
            return Self::Known(zone);
        }
        read(described, budget).map_or(Self::Unknown, |(first, changes)| Self::Described(first, changes))
    }

    /// The instant of a local time, in seconds of UTC; of two the first.
    pub(super) fn instant(&self, local: NaiveDateTime) -> Option<i64> {
        let at = local.and_utc().timestamp();
        match self {
            Self::Known(zone) => Some(zone.to_axis(local).opening().0),
            Self::Described(first, changes) => {
                let mut found = None;
                let mut offset = *first;
                for index in 0..=changes.len() {
                    let begin = if index == 0 { i64::MIN } else { changes[index - 1].0 };
                    offset = if index == 0 { *first } else { changes[index - 1].1 };
                    let end = changes.get(index).map_or(i64::MAX, |change| change.0);
                    let instant = at - offset;
                    if (begin..end).contains(&instant) {
                        return Some(instant);
                    }
                    // A time that the clock skips is the instant at which it does.
                    if instant >= end {
                        found = Some(end);
                    }
                }
                found.or(Some(at - offset))
            }
            Self::Unknown => None,
        }
    }

    /// The local time of an instant.
    pub(super) fn local(&self, instant: i64) -> Option<NaiveDateTime> {
        match self {
            Self::Known(zone) => zone.civil(Time(instant)),
            Self::Described(first, changes) => {
                let offset = match changes.partition_point(|change| change.0 <= instant) {
                    0 => *first,
                    count => changes[count - 1].1,
                };
                Time(instant.checked_add(offset)?).to_civil()
            }
            Self::Unknown => None,
        }
    }
}

/// `+0100` or `-033015` in seconds.
fn offset(text: &str) -> Option<i64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+')?),
    };
    if !(digits.len() == 4 || digits.len() == 6) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| digits.get(at..at + 2).map_or(Some(0), |part| part.parse::<i64>().ok());
    let seconds = part(0)? * 3600 + part(2)? * 60 + part(4)?;
    (seconds <= 18 * 3600).then_some(sign * seconds)
}

/// What a `VTIMEZONE` says of the years 1970 to 2100.
fn read(described: &Component, budget: &mut Budget) -> Option<(i64, Vec<(i64, i64)>)> {
    let from = NaiveDate::from_ymd_opt(1969, 1, 1)?;
    let to = NaiveDate::from_ymd_opt(2101, 12, 31)?;
    let mut changes: Vec<(i64, i64)> = Vec::new();
    // The offset before the earliest change.
    let mut first: Option<(NaiveDateTime, i64)> = None;
    for part in described.parts.iter().filter(|part| matches!(part.name.as_str(), "STANDARD" | "DAYLIGHT")) {
        let before = offset(part.value("TZOFFSETFROM")?)?;
        let after = offset(part.value("TZOFFSETTO")?)?;
        let start = date_time(part.value("DTSTART")?.trim())?;
        if first.is_none_or(|(earliest, _)| start < earliest) {
            first = Some((start, before));
        }
        let mut add = |local: NaiveDateTime| changes.push((local.and_utc().timestamp() - before, after));
        add(start);
        for list in part.all("RDATE") {
            list.value.split(',').filter_map(|value| date_time(value.trim())).for_each(&mut add);
        }
        if let Some(rule) = part.value("RRULE").and_then(|rule| Rule::parse(rule, start).ok()) {
            let last = match rule.until {
                Some(Until::Day(day)) => Some(day.and_hms_opt(23, 59, 59)?),
                Some(Until::Local(local)) => Some(local),
                Some(Until::Utc(utc)) => utc.checked_add_signed(TimeDelta::seconds(before)),
                None => None,
            };
            let time = start.time();
            let is_over = |day: NaiveDate| last.is_some_and(|last| day.and_time(time) > last);
            rule.expand(start.date(), from, to, is_over, budget, |day| {
                add(day.and_time(time));
                true
            });
        }
    }
    changes.arrange();
    changes.dedup();
    Some((first?.1, changes))
}

/// The description of a zone for the instants between two, as a `VTIMEZONE`.
///
/// One part for each pair of offsets, with every change of that kind in `RDATE`: what the zone does, not a rule
/// that somebody thinks it follows.
pub(super) fn write(into: &mut String, zone: &Zone, from: i64, to: i64) {
    let (mut before, changes) = zone.offsets();
    let mut kinds: BTreeMap<(i32, i32), Vec<i64>> = BTreeMap::new();
    let mut anchor = from;
    for &(at, after) in changes {
        if at > to {
            break;
        }
        if at <= from {
            (before, anchor) = (after, at);
            continue;
        }
        kinds.entry((before, after)).or_default().push(at + i64::from(before));
        before = after;
    }
    // What holds at the beginning.
    let held = changes.iter().rfind(|(at, _)| *at <= from).map_or(zone.offsets().0, |(_, offset)| *offset);
    fold(into, "BEGIN:VTIMEZONE");
    fold(into, &format!("TZID:{}", zone.name()));
    part(into, "STANDARD", held, held, &[anchor + i64::from(held)]);
    for ((before, after), locals) in kinds {
        part(into, if after > before { "DAYLIGHT" } else { "STANDARD" }, before, after, &locals);
    }
    fold(into, "END:VTIMEZONE");
}

fn part(into: &mut String, name: &str, before: i32, after: i32, locals: &[i64]) {
    fold(into, &format!("BEGIN:{name}"));
    if let Some(&first) = locals.first() {
        fold(into, &format!("DTSTART:{}", stamp(first)));
    }
    fold(into, &format!("TZOFFSETFROM:{}", shown_offset(before)));
    fold(into, &format!("TZOFFSETTO:{}", shown_offset(after)));
    if locals.len() > 1 {
        let others: Vec<String> = locals[1..].iter().map(|&local| stamp(local)).collect();
        fold(into, &format!("RDATE:{}", others.join(",")));
    }
    fold(into, &format!("END:{name}"));
}

/// Seconds as `20260302T090000`.
pub(super) fn stamp(seconds: i64) -> String {
    let civil = Time(seconds).to_civil().unwrap_or_default();
    civil.format("%Y%m%dT%H%M%S").to_string()
}

fn shown_offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let all = seconds.abs();
    let mut text = format!("{sign}{:02}{:02}", all / 3600, all / 60 % 60);
    if all % 60 != 0 {
        let _ = write!(text, "{:02}", all % 60);
    }
    text
}

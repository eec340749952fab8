//! Values as MSPDI writes them.

use crate::plan::TaskType;
use crate::quantity::{Duration, DurationUnit, When, WorkUnits};

/// Longest time in seconds: a hundred years.
pub(super) const LONGEST: i64 = 100 * 366 * 86_400;

/// `PT8H0M0S` (also with days, or a fraction of a second) in seconds, rounded.
pub(super) fn period(text: &str) -> Option<i64> {
    hours(text).or_else(|| any_period(text))
}

/// What nearly every period is: whole hours, minutes and seconds.
fn hours(text: &str) -> Option<i64> {
    let (mut seconds, mut number, mut digits) = (0, 0, 0);
    let mut units = [(b'H', 3600), (b'M', 60), (b'S', 1)].into_iter();
    for byte in text.strip_prefix("PT")?.bytes() {
        if byte.is_ascii_digit() {
            (number, digits) = (number * 10 + i64::from(byte - b'0'), digits + 1);
        } else {
            seconds += number * units.find(|(letter, _)| *letter == byte)?.1;
            (number, digits) = (0, 0);
        }
        if digits > 6 {
            return None;
        }
    }
    (digits == 0 && seconds <= LONGEST).then_some(seconds)
}

fn any_period(text: &str) -> Option<i64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let rest = text.strip_prefix('P')?;
    let (days, time) = rest.split_once('T').unwrap_or((rest, ""));
    let mut seconds = 0i64;
    for (part, units) in
        [(days, [('D', 86_400), ('W', 604_800), ('\0', 0)]), (time, [('H', 3600), ('M', 60), ('S', 1)])]
    {
        let mut left = part;
        while let Some(end) = left.find(|c: char| c.is_ascii_alphabetic()) {
            let (number, unit) = left.split_at(end);
            let (_, of_unit) = units.iter().find(|(letter, _)| unit.starts_with(*letter))?;
            seconds = seconds.checked_add(scaled(number, *of_unit)?)?;
            left = unit.get(1..)?;
        }
        if !left.is_empty() {
            return None;
        }
    }
    (seconds <= LONGEST).then_some(if negative { -seconds } else { seconds })
}

/// A decimal number times a whole one, rounded.
fn scaled(number: &str, times: i64) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if !whole.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit()) || whole.len() > 12 {
        return None;
    }
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let fraction: i64 = if fraction.is_empty() { 0 } else { format!("{fraction:0<6.6}").parse().ok()? };
    Some(whole.checked_mul(times)? + (fraction * times + 500_000) / 1_000_000)
}

/// A date-time; the few forms that files have: seconds may be missing, a zone is not told.
pub(super) fn moment(text: &str) -> Option<When> {
    let text = text.get(..19).unwrap_or(text);
    let when = When::parse(text).ok()?;
    // A day alone is its beginning.
    Some(When { date: when.date, time: Some(when.time.unwrap_or_default()) })
}

/// What a `DurationFormat` or `LagFormat` means: the unit and whether it is elapsed.
pub(super) fn unit(format: i64) -> Option<(DurationUnit, bool)> {
    // From 35 on the same units for estimated durations.
    let (unit, elapsed) = match format {
        3 | 35 => (DurationUnit::Minute, false),
        4 | 36 => (DurationUnit::Minute, true),
        5 | 37 => (DurationUnit::Hour, false),
        6 | 38 => (DurationUnit::Hour, true),
        7 | 39 => (DurationUnit::Day, false),
        8 | 40 => (DurationUnit::Day, true),
        9 | 41 => (DurationUnit::Week, false),
        10 | 42 => (DurationUnit::Week, true),
        11 | 43 => (DurationUnit::Month, false),
        12 | 44 => (DurationUnit::Month, true),
        // No unit of its own: the project's, which is days.
        21 | 53 => (DurationUnit::Day, false),
        _ => return None,
    };
    Some((unit, elapsed))
}

/// The format that a duration is written in.
pub(super) fn format_of(duration: Duration) -> i64 {
    let text = duration.to_string();
    let unit = text.trim_start_matches(|c: char| !c.is_ascii_alphabetic()).trim_start_matches('e');
    let format = match unit {
        "h" => 5,
        "d" => 7,
        "w" => 9,
        "mo" => 11,
        // Seconds have no format of their own.
        _ => 3,
    };
    format + i64::from(duration.is_elapsed())
}

/// The number of a task type.
pub(super) fn task_type(kind: TaskType) -> &'static str {
    match kind {
        TaskType::FixedUnits => "0",
        TaskType::FixedDuration => "1",
        TaskType::FixedWork => "2",
    }
}

/// Whether a format is a percentage, and of elapsed time.
pub(super) fn percent(format: i64) -> Option<bool> {
    match format {
        19 | 51 => Some(false),
        20 | 52 => Some(true),
        _ => None,
    }
}

/// So many seconds in the unit of a format.
pub(super) fn duration(seconds: i64, format: i64, units: WorkUnits) -> Duration {
    let (unit, elapsed) = unit(format).unwrap_or((DurationUnit::Day, false));
    Duration::of_seconds(seconds, unit, elapsed, units)
}

/// Working seconds in days, or what is smaller if days do not say it.
pub(super) fn working(seconds: i64, units: WorkUnits) -> Duration {
    Duration::of_seconds(seconds, DurationUnit::Day, false, units)
}

//! Values as P6 writes them.

use chrono::{NaiveDateTime, NaiveTime};

use crate::quantity::{Duration, DurationUnit, When, WorkUnits};

/// Longest time in seconds: a hundred years.
const LONGEST: f64 = 100.0 * 366.0 * 86_400.0;

pub(super) fn number(text: &str) -> Option<f64> {
    // Some writers take the decimal comma of their country.
    let read =
        |text: &str| text.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e15);
    read(text).or_else(|| if text.contains('.') { None } else { read(&text.replacen(',', ".", 1)) })
}

/// Hours as seconds, rounded.
pub(super) fn hours(text: &str) -> Option<i64> {
    let seconds = (number(text)? * 3600.0).round();
    #[expect(clippy::cast_possible_truncation, reason = "within a hundred years")]
    (seconds.abs() <= LONGEST).then_some(seconds as i64)
}

/// A date-time: `2026-03-02 08:00`, with seconds or a `T` between, or a day alone, which is its beginning.
pub(super) fn moment(text: &str) -> Option<When> {
    let text = text.get(..19).unwrap_or(text).replacen(' ', "T", 1);
    let when = When::parse(&text).ok()?;
    Some(When { date: when.date, time: Some(when.time.unwrap_or_default()) })
}

/// A moment as a file has it.
pub(super) fn shown(when: NaiveDateTime) -> String {
    when.format("%Y-%m-%d %H:%M").to_string()
}

pub(super) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim();
    let format = if text.len() > 5 { "%H:%M:%S" } else { "%H:%M" };
    // The end of the day.
    if matches!(text, "24:00" | "24:00:00") {
        return Some(NaiveTime::MIN);
    }
    NaiveTime::parse_from_str(text, format).ok()
}

/// Working seconds in days, or what is smaller if days do not say it.
pub(super) fn working(seconds: i64, units: WorkUnits) -> Duration {
    Duration::of_seconds(seconds, DurationUnit::Day, false, units)
}

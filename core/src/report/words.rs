//! Dates, days, amounts and names for people; the same bytes everywhere.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::quantity::{Stamp, Work};

/// English short names of the days, Monday first.
pub(crate) const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Short name of a month: `Aug`.
pub(crate) fn month(date: NaiveDate) -> &'static str {
    MONTHS.get(date.month0() as usize).and_then(|name| name.get(..3)).unwrap_or("")
}

/// Short name of a weekday: `Mon`.
pub(crate) fn weekday(date: NaiveDate) -> &'static str {
    DAYS.get(date.weekday().num_days_from_monday() as usize).copied().unwrap_or("")
}

/// `17 Aug`.
pub(crate) fn short_day(date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(date))
}

/// `Mon 17 Aug`.
pub(crate) fn day(date: NaiveDate) -> String {
    format!("{} {} {}", weekday(date), date.day(), month(date))
}

/// `Mon 17 Aug 2026`.
pub(crate) fn long_day(date: NaiveDate) -> String {
    format!("{} {}", day(date), date.year())
}

/// The day a start falls on: `Mon 17 Aug`.
pub(crate) fn start_day(stamp: Stamp) -> String {
    day(stamp.date())
}

/// The day a finish falls on; midnight belongs to the day before.
pub(crate) fn finish_day(stamp: Stamp) -> String {
    day(stamp.finish_date())
}

/// A finish with its time of day; midnight is 24:00 of the day before.
pub(crate) fn finish_moment(stamp: Stamp) -> String {
    let civil = stamp.civil();
    if civil.time() == NaiveTime::MIN {
        format!("{} 24:00", finish_day(stamp))
    } else {
        format!("{} {}", day(civil.date()), clock(civil.time()))
    }
}

/// A start with its time of day: `Mon 17 Aug 09:00`.
pub(crate) fn start_moment(stamp: Stamp) -> String {
    let civil = stamp.civil();
    format!("{} {}", day(civil.date()), clock(civil.time()))
}

fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A number with fixed decimals and separated thousands; never `-0`, a dash if it is not a number.
pub(crate) fn decimal(number: f64, decimals: usize) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.decimals$}", number.abs());
    let negative = number < 0.0 && plain.bytes().any(|b| b.is_ascii_digit() && b != b'0');
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut out = if negative { "−".to_owned() } else { String::new() };
    group(&mut out, whole);
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A number with at most this many decimals, none that say nothing.
pub(crate) fn brief(number: f64, decimals: usize) -> String {
    let text = decimal(number, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A whole number with separated thousands.
pub(crate) fn whole(number: u64) -> String {
    let mut out = String::new();
    group(&mut out, &number.to_string());
    out
}

fn group(out: &mut String, digits: &str) {
    for (index, digit) in digits.char_indices() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
}

/// Work in days of the program, one decimal: `130.0`.
pub(crate) fn days(work: Work, per_day: Work) -> String {
    decimal(in_days(work, per_day), 1)
}

/// Work in days of the program.
#[expect(clippy::cast_precision_loss, reason = "shown, not computed with")]
pub(crate) fn in_days(work: Work, per_day: Work) -> f64 {
    work.as_seconds() as f64 / per_day.as_seconds().max(1) as f64
}

/// `1 task`, `2 tasks`, `12,000 tasks`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", whole(number as u64), if number == 1 { one } else { many })
}

/// `a`, `a and b`, `a, b and c`, `a, b, c and 4 more`.
pub(crate) fn list<T: std::ops::Deref<Target = str>>(items: &[T], most: usize) -> String {
    let shown: Vec<String> = items.iter().take(most).map(|item| clean(item, 60)).collect();
    let rest = items.len() - shown.len();
    if rest > 0 {
        return format!("{} and {} more", shown.join(", "), whole(rest as u64));
    }
    match shown.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
    }
}

/// A name fit to show: no control characters, no direction overrides, at most `most` columns wide.
pub(crate) fn clean(name: &str, most: usize) -> String {
    let safe = |c: char| if c.is_control() { ' ' } else { c };
    let visible = name.chars().filter(|c| !is_direction(*c)).map(safe);
    let (mut out, mut used, mut keep) = (String::new(), 0, 0);
    for c in visible {
        let width = char_width(c);
        if used + width > most {
            out.truncate(keep);
            out.push('…');
            return out;
        }
        used += width;
        out.push(c);
        if used < most {
            keep = out.len();
        }
    }
    out
}

/// Characters that turn the direction of what follows them.
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Columns a text takes on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

/// Columns a character takes: 0 for joined marks, 2 for wide scripts and pictures, else 1.
pub(crate) fn char_width(c: char) -> usize {
    match u32::from(c) {
        0x300..=0x36f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0x1f300..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

//! Cells as values and back: numbers, dates, durations, lists.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::{Number, Value, json};

use super::CsvDecimal;
use super::text::{as_meant, harmless};
use crate::quantity::{Duration, Lag, When};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    Duration,
    Lag,
    Date,
    Number,
    /// A number or a percentage.
    Share,
    Integer,
    Flag,
    /// One of some words, in lower or upper case as they stand here.
    Word(&'static [&'static str]),
    Texts,
    Constraints,
    Splits,
    /// Names with a number: `design:3`.
    Rated(&'static str, &'static str),
    Absences,
}

/// How cells are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style<'a> {
    pub(super) decimal: Option<CsvDecimal>,
    pub(super) date_format: Option<&'a str>,
    pub(super) keep_formulas: bool,
}

/// Why a cell is no value: what it should be.
pub(super) type Wrong = &'static str;

impl Kind {
    /// The value of a cell that is not empty.
    pub(super) fn read(self, text: &str, style: Style<'_>) -> Result<Value, Wrong> {
        let trimmed = text.trim();
        match self {
            Self::Text => Ok(Value::String(as_meant(text).to_owned())),
            Self::Duration => duration(trimmed, style).map(Value::String),
            Self::Lag => lag(trimmed, style).map(Value::String),
            Self::Date => date(trimmed, style).map(|when| Value::String(when.to_string())),
            Self::Number => decimal(trimmed, style).map(Value::Number),
            Self::Share => match trimmed.strip_suffix('%') {
                Some(percent) => {
                    let number = decimal(percent.trim(), style)?.as_f64().unwrap_or(f64::NAN);
                    Number::from_f64(number / 100.0).map(Value::Number).ok_or("a number or a percentage")
                }
                None => decimal(trimmed, style).map(Value::Number),
            },
            Self::Integer => trimmed.parse::<i64>().map(Value::from).map_err(|_| "a whole number"),
            Self::Flag => match trimmed.to_lowercase().as_str() {
                "true" | "yes" | "y" | "x" | "1" => Ok(Value::Bool(true)),
                "false" | "no" | "n" | "0" => Ok(Value::Bool(false)),
                _ => Err("`yes` or `no`"),
            },
            Self::Word(words) => {
                let plain: String =
                    trimmed.chars().map(|c| if c == ' ' || c == '-' { '_' } else { c }).collect();
                let found = words.iter().find(|word| word.eq_ignore_ascii_case(&plain));
                found.map(|word| Value::String((*word).to_owned())).ok_or("one of the words of this column")
            }
            _ => {
                let items = split(as_meant(text)).into_iter().map(|item| self.item(item.trim(), style));
                items.collect::<Result<Vec<Value>, Wrong>>().map(Value::Array)
            }
        }
    }

    fn item(self, item: &str, style: Style<'_>) -> Result<Value, Wrong> {
        match self {
            Self::Constraints => {
                const WRONG: Wrong = "a list such as `start_no_earlier_than 2026-03-02; as_late_as_possible`";
                let (kind, rest) = item.split_once(' ').unwrap_or((item, ""));
                let kind = Self::Word(CONSTRAINTS).read(kind, style).map_err(|_| WRONG)?;
                if rest.trim().is_empty() {
                    return Ok(json!({ "kind": kind }));
                }
                let on = date(rest.trim(), style).map_err(|_| WRONG)?;
                Ok(json!({ "kind": kind, "date": on.to_string() }))
            }
            Self::Splits => {
                const WRONG: Wrong = "a list such as `1d+2d`: work before the pause, the pause";
                let (after, pause) = item.split_once('+').ok_or(WRONG)?;
                let part = |text: &str| duration(text.trim(), style).map_err(|_| WRONG);
                Ok(json!({ "after": part(after)?, "pause": part(pause)? }))
            }
            Self::Rated(name, number) => {
                let rated = item
                    .rsplit_once(':')
                    .and_then(|(name, number)| Some((name.trim(), decimal(number.trim(), style).ok()?)));
                let mut entry = serde_json::Map::new();
                match rated {
                    Some((named, value)) => {
                        entry.insert(name.into(), named.into());
                        entry.insert(number.into(), whole(value));
                    }
                    None if number == "level" => {
                        entry.insert(name.into(), item.into());
                    }
                    None => return Err("a list such as `reach:0.25`"),
                }
                Ok(Value::Object(entry))
            }
            Self::Absences => {
                const WRONG: Wrong = "a list such as `2026-08-03..2026-08-14 leave; 2026-12-24`";
                let (dates, reason) = match item.split_once(' ') {
                    Some((dates, reason)) => (dates, Some(reason.trim()).filter(|reason| !reason.is_empty())),
                    None => (item, None),
                };
                let (from, to) = dates.split_once("..").unwrap_or((dates, dates));
                let at =
                    |text: &str| date(text.trim(), style).map(|when| when.to_string()).map_err(|_| WRONG);
                let mut entry = json!({ "from": at(from)?, "to": at(to)? });
                if let Some(reason) = reason {
                    entry["reason"] = reason.into();
                }
                Ok(entry)
            }
            _ => Ok(item.into()),
        }
    }

    /// A value as a cell.
    pub(super) fn write(self, value: &Value, style: Style<'_>) -> String {
        match self {
            Self::Text | Self::Texts | Self::Rated(..) | Self::Absences if !style.keep_formulas => {
                harmless(&self.plain(value, style))
            }
            _ => self.plain(value, style),
        }
    }

    fn plain(self, value: &Value, style: Style<'_>) -> String {
        let text = |value: &Value| match value {
            Value::String(text) => text.clone(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        match (self, value) {
            (Self::Number | Self::Share | Self::Duration | Self::Lag, value) => {
                as_decimal(text(value), style)
            }
            (Self::Constraints, Value::Array(items)) => join(items.iter().map(|item| {
                let kind = text(&item["kind"]);
                if item["date"].is_null() { kind } else { format!("{kind} {}", text(&item["date"])) }
            })),
            (Self::Splits, Value::Array(items)) => {
                join(items.iter().map(|item| {
                    as_decimal(format!("{}+{}", text(&item["after"]), text(&item["pause"])), style)
                }))
            }
            (Self::Rated(name, number), Value::Array(items)) => join(items.iter().map(|item| {
                let rate = if item[number].is_null() { "1".to_owned() } else { text(&item[number]) };
                format!("{}:{}", text(&item[name]), as_decimal(rate, style))
            })),
            (Self::Absences, Value::Array(items)) => join(items.iter().map(|item| {
                let dates = format!("{}..{}", text(&item["from"]), text(&item["to"]));
                if item["reason"].is_null() { dates } else { format!("{dates} {}", text(&item["reason"])) }
            })),
            (_, Value::Array(items)) => join(items.iter().map(text)),
            (_, value) => text(value),
        }
    }
}

pub(super) const CONSTRAINTS: &[&str] = &[
    "as_soon_as_possible",
    "as_late_as_possible",
    "must_start_on",
    "must_finish_on",
    "start_no_earlier_than",
    "start_no_later_than",
    "finish_no_earlier_than",
    "finish_no_later_than",
];

/// A number without a fraction as one, since levels are whole.
fn whole(number: Number) -> Value {
    match number.as_f64() {
        #[expect(clippy::cast_possible_truncation, reason = "a small whole number")]
        Some(value) if value.fract() == 0.0 && value.abs() < 1e9 => Value::from(value as i64),
        _ => Value::Number(number),
    }
}

fn as_decimal(text: String, style: Style<'_>) -> String {
    if style.decimal == Some(CsvDecimal::Comma) { text.replace('.', ",") } else { text }
}

/// The items of a list: `;` sets them apart, `\;` and `\\` stand for themselves.
pub(super) fn split(text: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        let last = items.len() - 1;
        match letter {
            ';' => items.push(String::new()),
            '\\' => items[last].push(letters.next().unwrap_or('\\')),
            letter => items[last].push(letter),
        }
    }
    items.retain(|item| !item.trim().is_empty());
    items
}

fn join(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.map(|item| item.replace('\\', "\\\\").replace(';', "\\;")).collect();
    items.join("; ")
}

/// A number with a point, from one with a point or a comma.
///
/// A comma before exactly three digits could set thousands apart: that is refused unless the options say what it is.
fn point(text: &str, style: Style<'_>) -> Result<String, Wrong> {
    const AMBIGUOUS: Wrong = "a number that is clear: a comma before three digits may be a decimal comma; say so with the option `decimal`";
    let (sign, digits) = match text.strip_prefix(['+', '-']) {
        Some(digits) => (if text.starts_with('-') { "-" } else { "" }, digits),
        None => ("", text),
    };
    let digits = digits.trim_start();
    let last = |mark: char| digits.rfind(mark);
    let mark = match (style.decimal, last('.'), last(',')) {
        (Some(CsvDecimal::Point), ..) => '.',
        (Some(CsvDecimal::Comma), ..) => ',',
        (None, Some(point), Some(comma)) => {
            if point > comma {
                '.'
            } else {
                ','
            }
        }
        (None, None, Some(comma)) if digits.matches(',').count() == 1 => {
            if digits.len() - comma == 4 && comma <= 3 {
                return Err(AMBIGUOUS);
            }
            ','
        }
        (None, None, Some(_)) => '.',
        _ => '.',
    };
    let group = if mark == '.' { ',' } else { '.' };
    let (whole, fraction) = digits.split_once(mark).unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split(group).collect();
    let is_grouped = groups.len() == 1
        || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|part| part.len() == 3));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let whole = groups.concat();
    if !is_grouped || !is_number(&whole) || !is_number(fraction) || (whole.is_empty() && fraction.is_empty())
    {
        return Err("a number");
    }
    let whole = if whole.is_empty() { "0" } else { &whole };
    Ok(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

pub(super) fn decimal(text: &str, style: Style<'_>) -> Result<Number, Wrong> {
    let text = point(text, style)?;
    match text.parse::<i64>() {
        Ok(number) => Ok(number.into()),
        Err(_) => text.parse::<f64>().ok().and_then(Number::from_f64).ok_or("a number"),
    }
}

/// `3d`, `1,5 days`, `2 wks`, `36eh`, or a number of days.
fn duration(text: &str, style: Style<'_>) -> Result<String, Wrong> {
    const WRONG: Wrong = "a duration such as `3d`, `4h` or `1.5 weeks`";
    let split = text.find(|c: char| c.is_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let number =
        point(number.trim(), style).map_err(|wrong| if wrong == "a number" { WRONG } else { wrong })?;
    let unit = unit.trim().trim_end_matches(['?', '.']).to_lowercase();
    let of = |unit: &str| {
        Some(match unit {
            "" | "d" | "day" | "days" => "d",
            "h" | "hr" | "hrs" | "hour" | "hours" => "h",
            "m" | "min" | "mins" | "minute" | "minutes" => "m",
            "s" | "sec" | "second" | "seconds" => "s",
            "w" | "wk" | "wks" | "week" | "weeks" => "w",
            "mo" | "mon" | "mons" | "month" | "months" => "mo",
            _ => return None,
        })
    };
    let (elapsed, unit) = match (of(&unit), unit.strip_prefix('e')) {
        (Some(unit), _) => ("", unit),
        (None, Some(rest)) => ("e", of(rest).filter(|_| !rest.is_empty()).ok_or(WRONG)?),
        (None, None) => return Err(WRONG),
    };
    Duration::parse(&format!("{number}{elapsed}{unit}")).map(|found| found.to_string()).map_err(|_| WRONG)
}

fn lag(text: &str, style: Style<'_>) -> Result<String, Wrong> {
    match text.strip_suffix('%') {
        None => duration(text, style),
        Some(number) => {
            let (number, elapsed) = number.strip_suffix('e').map_or((number, ""), |number| (number, "e"));
            let number = point(number.trim(), style)?;
            let found = Lag::parse(&format!("{number}{elapsed}%"));
            found.map(|lag| lag.to_string()).map_err(|_| "a lag such as `1d`, `-4h` or `50%`")
        }
    }
}

/// A date in ISO 8601, or as the format says.
fn date(text: &str, style: Style<'_>) -> Result<When, Wrong> {
    const WRONG: Wrong =
        "a date such as `2026-03-02` or `2026-03-02T09:00`; say another order with the option `date_format`";
    if let Ok(when) = When::parse(text) {
        return Ok(when);
    }
    // Spreadsheets write a blank between date and time.
    if let Some((day, time)) = text.split_once(' ')
        && let Ok(when) = When::parse(&format!("{day}T{}", time.trim()))
    {
        return Ok(when);
    }
    let when = style.date_format.and_then(|format| by_format(text, format)).ok_or(WRONG)?;
    // The same limits of years.
    When::parse(&when.to_string()).map_err(|_| WRONG)
}

/// Whether a format of dates has a year, a month and a day.
pub(super) fn is_format(format: &str) -> bool {
    ["YYYY", "MM", "DD"].iter().all(|part| format.contains(part)) && format.len() <= 40
}

/// Reads `02.03.2026 09:00` by `DD.MM.YYYY HH:mm`; the time may be missing, or stand behind a format without one.
fn by_format(text: &str, format: &str) -> Option<When> {
    let (mut year, mut month, mut day) = (None, None, None);
    let (mut hour, mut minute, mut second): (Option<u32>, u32, u32) = (None, 0, 0);
    let mut rest = text;
    let mut left = format;
    while !left.is_empty() {
        if rest.is_empty() && day.is_some() && month.is_some() && year.is_some() {
            break;
        }
        let parts = [("YYYY", 4), ("MM", 2), ("DD", 2), ("HH", 2), ("mm", 2), ("ss", 2)];
        if let Some((name, most)) = parts.into_iter().find(|(name, _)| left.starts_with(name)) {
            let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
            let number: u32 = rest.get(..length)?.parse().ok()?;
            rest = &rest[length..];
            left = &left[name.len()..];
            match name {
                "YYYY" if length == 4 => year = Some(number),
                "YYYY" => return None,
                "MM" => month = Some(number),
                "DD" => day = Some(number),
                "HH" => hour = Some(number),
                "mm" => minute = number,
                _ => second = number,
            }
            continue;
        }
        let mark = left.chars().next()?;
        left = &left[mark.len_utf8()..];
        match rest.strip_prefix(mark) {
            Some(next) => rest = next,
            // The blank before a time that is missing.
            None if rest.is_empty() => {}
            None => return None,
        }
    }
    let date = NaiveDate::from_ymd_opt(i32::try_from(year?).ok()?, month?, day?)?;
    let rest = rest.trim();
    if !rest.is_empty() {
        let format = if rest.len() > 5 { "%H:%M:%S" } else { "%H:%M" };
        return Some(NaiveDateTime::new(date, NaiveTime::parse_from_str(rest, format).ok()?).into());
    }
    Some(match hour {
        Some(hour) => date.and_hms_opt(hour, minute, second)?.into(),
        None => date.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style<'static> = Style { decimal: None, date_format: None, keep_formulas: false };

    fn read(kind: Kind, text: &str) -> Result<String, Wrong> {
        kind.read(text, STYLE).map(|value| value.to_string())
    }

    #[test]
    fn numbers_are_read_where_they_are_clear() {
        for (text, number) in [
            ("1.5", "1.5"),
            ("1,5", "1.5"),
            ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"),
            ("1,234,567", "1234567"),
            ("-2", "-2"),
            ("0,125", "Err"),
            ("1,500", "Err"),
            ("12,34", "12.34"),
            ("1,23,4", "Err"),
            ("abc", "Err"),
            ("", "Err"),
            ("1234,567", "1234.567"),
            ("1e5", "Err"),
            ("٣", "Err"),
            (".5", "0.5"),
        ] {
            let found = read(Kind::Number, text).unwrap_or_else(|_| "Err".into());
            assert_eq!(found, number, "{text}");
        }
        let comma = Style { decimal: Some(CsvDecimal::Comma), ..STYLE };
        assert_eq!(Kind::Number.read("1,500", comma).unwrap().to_string(), "1.5");
        assert_eq!(Kind::Number.read("1.500", comma).unwrap().to_string(), "1500");
        assert_eq!(read(Kind::Share, "62,5 %").unwrap(), "0.625");
    }

    #[test]
    fn durations_are_read_as_people_write_them() {
        for (text, expected) in [
            ("3d", "\"3d\""),
            ("3", "\"3d\""),
            ("1,5 days?", "\"1.5d\""),
            ("2 wks", "\"2w\""),
            ("3 edays", "\"3ed\""),
            ("90 mins", "\"90m\""),
            ("1 mon", "\"1mo\""),
            ("36eh", "\"36eh\""),
        ] {
            assert_eq!(read(Kind::Duration, text).unwrap(), expected);
        }
        assert_eq!(read(Kind::Lag, "-50 %").unwrap(), "\"-50%\"");
        assert!(read(Kind::Duration, "soon").is_err() && read(Kind::Duration, "3 e").is_err());
    }

    #[test]
    fn dates_are_iso_or_of_the_format_that_is_said() {
        assert_eq!(read(Kind::Date, "2026-03-02 09:00").unwrap(), "\"2026-03-02T09:00\"");
        assert!(read(Kind::Date, "02.03.2026").is_err());
        let german = Style { date_format: Some("DD.MM.YYYY"), ..STYLE };
        let read = |text| Kind::Date.read(text, german).map(|value| value.to_string());
        assert_eq!(read("2.3.2026").unwrap(), "\"2026-03-02\"");
        assert_eq!(read("02.03.2026 14:30").unwrap(), "\"2026-03-02T14:30\"");
        assert!(read("31.02.2026").is_err() && read("2.3.26").is_err() && read("2.3.1926").is_err());
        let american = Style { date_format: Some("MM/DD/YYYY HH:mm"), ..STYLE };
        let read = |text| Kind::Date.read(text, american).map(|value| value.to_string());
        assert_eq!(read("03/02/2026").unwrap(), "\"2026-03-02\"");
        assert_eq!(read("3/2/2026 9:05").unwrap(), "\"2026-03-02T09:05\"");
    }
}

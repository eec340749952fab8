//! The axis of time of a table: dates or numbers, in order.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::Issue;
use crate::measure::Table;
use crate::measure::table::{TableReader, place, written};

/// A moment on the axis of a table, as its column of times writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum TimePoint {
    /// A number, such as a year: `1970`.
    Number(f64),
    /// A date, with or without a time of day: `2026-03-02` or `2026-03-02T09:00`.
    Text(String),
}

impl From<f64> for TimePoint {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for TimePoint {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl std::fmt::Display for TimePoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// The times of the rows of a table.
#[derive(Debug, Clone)]
pub(super) struct Axis {
    /// For each row a number that grows with time: the number itself, or civil seconds since 1970.
    pub(super) keys: Vec<f64>,
    dates: bool,
}

/// A civil date or date and time, of any year of four digits.
fn parsed(text: &str) -> Option<i64> {
    let moment = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .map(|date| date.and_time(chrono::NaiveTime::MIN))
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"))
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S"))
        .ok()?;
    Some(moment.and_utc().timestamp())
}

#[expect(clippy::cast_precision_loss, reason = "seconds of some thousand years are exact")]
fn seconds(moment: i64) -> f64 {
    moment as f64
}

impl Axis {
    /// Reads a column; faults go to the reader.
    pub(super) fn read(table: &Table, name: &str, reader: &mut TableReader<'_>) -> Option<Self> {
        // Each kind of column is tried with a reader whose faults nobody sees.
        let missing = |rows: usize| {
            Issue::error("missing-values", place(name), format!("column `{name}` misses {rows} values"))
                .with_help("leave these rows out, or fill in what is known")
        };
        if let Some(keys) = table.reader().numbers(name) {
            // An infinite number is a fault.
            reader.numbers(name);
            let unknown = keys.iter().filter(|key| key.is_nan()).count();
            if unknown > 0 {
                reader.note(missing(unknown));
                return None;
            }
            return Some(Self { keys: keys.to_vec(), dates: false });
        }
        let keys: Vec<Option<i64>> = if let Some(texts) = table.reader().texts(name) {
            let mut moments = Vec::with_capacity(texts.values.len());
            for text in &texts.values {
                let Some(moment) = parsed(text) else {
                    let shown: String = text.chars().take(40).collect();
                    reader.note(
                        Issue::error(
                            "column-not-dates",
                            place(name),
                            format!("`{shown}` in column `{name}` is no date"),
                        )
                        .with_help("write dates like `2026-03-02` or `2026-03-02T09:00`, or give numbers"),
                    );
                    return None;
                };
                moments.push(moment);
            }
            texts.codes.iter().map(|code| moments.get(*code as usize).copied()).collect()
        } else {
            let times = reader.times(name)?;
            times.into_iter().map(|moment| (moment != Table::NO_TIME).then_some(moment)).collect()
        };
        let unknown = keys.iter().filter(|key| key.is_none()).count();
        if unknown > 0 {
            reader.note(missing(unknown));
            return None;
        }
        Some(Self { keys: keys.into_iter().flatten().map(seconds).collect(), dates: true })
    }

    /// A moment as a number of this axis; a fault if it is of another kind.
    pub(super) fn locate(&self, point: &TimePoint, option: &str) -> Result<f64, Issue> {
        let found = match point {
            TimePoint::Number(number) => (!self.dates && number.is_finite()).then_some(*number),
            TimePoint::Text(text) if self.dates => parsed(text).map(seconds),
            TimePoint::Text(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
        };
        found.ok_or_else(|| {
            let shown: String = point.to_string().chars().take(40).collect();
            let (kind, help) = if self.dates {
                ("date", "write a date like `2026-03-02`, as in the column of times")
            } else {
                ("number", "give a number, as in the column of times")
            };
            Issue::error("moment-not-on-axis", format!("options/{option}"), format!("`{shown}` is no {kind}"))
                .with_help(help)
        })
    }

    /// A moment as it is written.
    pub(super) fn write(&self, key: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "made from whole seconds")]
        let text = if self.dates { written(key as i64) } else { None };
        text.unwrap_or_else(|| format!("{key}"))
    }
}

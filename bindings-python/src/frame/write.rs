//! Rows as JSON text.

use std::fmt::Write;

use arrow_array::cast::AsArray;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Date64Type, Decimal128Type, Float16Type, Float32Type, Float64Type,
    Int8Type, Int16Type, Int32Type, Int64Type, TimestampMicrosecondType, TimestampMillisecondType,
    TimestampNanosecondType, TimestampSecondType, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, TimeDelta, Utc};
use paceline::Issue;
use paceline::plan::Plan;

use super::capsule::Frame;
use super::column::Reading;
use crate::number;

/// Digits that every whole number in a `f64` is exact with.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What a record is made of.
enum Node {
    /// A column: its name as the beginning of a JSON field, its position, how it is read.
    Column(String, usize, Reading),
    /// Columns whose names begin with the same word before a dot.
    Group(String, Vec<Node>),
}

/// The rows of a table as a JSON list of records; columns that cannot be read are left out and told.
pub(super) fn records(list: &str, frame: &Frame, issues: &mut Vec<Issue>) -> String {
    let nodes = nodes(list, frame, issues);
    let rows: usize = frame.batches.iter().map(|batch| batch.columns.num_rows()).sum();
    let mut out = String::with_capacity(64 * rows + 2);
    out.push('[');
    for batch in &frame.batches {
        for row in 0..batch.columns.num_rows() {
            if out.len() > 1 {
                out.push(',');
            }
            if batch.nulls.as_ref().is_some_and(|nulls| nulls.is_null(row)) {
                // No record: the core refuses it with its place.
                out.push_str("null");
            } else if !record(&batch.columns, row, &nodes, &mut out) {
                out.push_str("{}");
            }
        }
    }
    out.push(']');
    out
}

/// The readable columns of a table, those with dots in their names grouped.
fn nodes(list: &str, frame: &Frame, issues: &mut Vec<Issue>) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for (position, field) in frame.schema.fields().iter().enumerate() {
        let name = field.name().as_str();
        let at = format!("{list}/{name}");
        if seen.contains(&name) {
            issues.push(Issue::error("duplicate-field", at, format!("column `{name}` is there twice")));
            continue;
        }
        seen.push(name);
        if let Some(issue) = unknown(list, name.split('.').next().unwrap_or(name), &at) {
            issues.push(match name.starts_with("__index_level_") {
                true => {
                    issue.with_help("it is the index of the data frame: give `frame.reset_index(drop=True)`")
                }
                false => issue,
            });
            continue;
        }
        let chunks: Vec<ArrayRef> =
            frame.batches.iter().map(|batch| batch.columns.column(position).clone()).collect();
        match Reading::of(field.data_type(), &chunks) {
            Ok(reading) => add(&mut nodes, name, position, reading),
            Err((message, help)) => issues.push(Issue::error("invalid-value", at, message).with_help(help)),
        }
    }
    nodes
}

fn add(nodes: &mut Vec<Node>, name: &str, position: usize, reading: Reading) {
    let Some((word, rest)) = name.split_once('.') else {
        nodes.push(Node::Column(key(name), position, reading));
        return;
    };
    let word = key(word);
    for node in nodes.iter_mut() {
        if let Node::Group(known, inner) = node
            && *known == word
        {
            return add(inner, rest, position, reading);
        }
    }
    let mut inner = Vec::new();
    add(&mut inner, rest, position, reading);
    nodes.push(Node::Group(word, inner));
}

/// The beginning of a JSON field.
fn key(name: &str) -> String {
    let mut key = String::new();
    text(name, &mut key);
    key.push(':');
    key
}

/// What the core says about a field that records of a list do not have.
fn unknown(list: &str, name: &str, at: &str) -> Option<Issue> {
    let probe = |list: &str, record: String| {
        let start = r#""program":{"name":"probe","start":"2026-01-01"}"#;
        Plan::from_json(&format!(r#"{{"format":"paceline/1",{start},"{list}":[{record}]}}"#))
    };
    let name = key(name);
    let verdict = match list {
        "kpis" if name == r#""objective":"# => return None,
        "measurements" if name == r#""kpi":"# => return None,
        "kpis" => probe("objectives", format!(r#"{{"id":"probe","kpis":[{{{name}null}}]}}"#)),
        "measurements" => probe(
            "objectives",
            format!(r#"{{"id":"probe","kpis":[{{"id":"probe","measurements":[{{{name}null}}]}}]}}"#),
        ),
        list => probe(list, format!("{{{name}null}}")),
    };
    let issues = verdict.err()?.into_vec();
    let mut found = issues.into_iter().find(|issue| issue.code == "unknown-field")?;
    found.at = at.to_owned();
    Some(found)
}

/// Writes the record of a row; whether anything in it is there.
fn record(batch: &RecordBatch, row: usize, nodes: &[Node], out: &mut String) -> bool {
    let begin = out.len();
    for node in nodes {
        let mark = out.len();
        out.push(if mark == begin { '{' } else { ',' });
        let is_there = match node {
            Node::Column(name, position, reading) => {
                let column = batch.column(*position);
                let is_there = !is_absent(column, row);
                if is_there {
                    out.push_str(name);
                    value(column, row, reading, out);
                }
                is_there
            }
            Node::Group(name, inner) => {
                out.push_str(name);
                record(batch, row, inner, out)
            }
        };
        if !is_there {
            out.truncate(mark);
        }
    }
    if out.len() > begin {
        out.push('}');
    }
    out.len() > begin
}

fn is_absent(column: &dyn Array, row: usize) -> bool {
    match column.data_type() {
        DataType::Null => true,
        DataType::Dictionary(..) if !column.is_null(row) => {
            let words = column.as_any_dictionary();
            entry(words.keys(), row).is_none_or(|entry| is_absent(words.values(), entry))
        }
        _ => column.is_null(row),
    }
}

/// The entry of a dictionary that a row names.
fn entry(keys: &dyn Array, row: usize) -> Option<usize> {
    let mut text = String::new();
    number(keys, row, &mut text);
    text.parse().ok()
}

/// Writes a value that is there.
fn value(column: &dyn Array, row: usize, reading: &Reading, out: &mut String) {
    match (column.data_type(), reading) {
        (DataType::Utf8, _) => text(column.as_string::<i32>().value(row), out),
        (DataType::LargeUtf8, _) => text(column.as_string::<i64>().value(row), out),
        (DataType::Utf8View, _) => text(column.as_string_view().value(row), out),
        (DataType::Boolean, _) => out.push_str(if column.as_boolean().value(row) { "true" } else { "false" }),
        (DataType::Dictionary(..), Reading::Words(inner)) => {
            let words = column.as_any_dictionary();
            match entry(words.keys(), row) {
                Some(entry) => value(words.values(), entry, inner, out),
                None => out.push_str("null"),
            }
        }
        (DataType::List(_), Reading::List(inner)) => items(&column.as_list::<i32>().value(row), inner, out),
        (DataType::LargeList(_), Reading::List(inner)) => {
            items(&column.as_list::<i64>().value(row), inner, out);
        }
        (DataType::FixedSizeList(..), Reading::List(inner)) => {
            items(&column.as_fixed_size_list().value(row), inner, out);
        }
        (DataType::Struct(_), Reading::Record(inner)) => fields(column, row, inner, out),
        (DataType::Date32, _) => day(column.as_primitive::<Date32Type>().value(row).into(), out),
        (DataType::Date64 | DataType::Timestamp(..), reading) => moment(column, row, reading, out),
        _ => number(column, row, out),
    }
}

fn items(list: &ArrayRef, reading: &Reading, out: &mut String) {
    out.push('[');
    for row in 0..list.len() {
        if row > 0 {
            out.push(',');
        }
        if is_absent(list, row) { out.push_str("null") } else { value(list, row, reading, out) }
    }
    out.push(']');
}

fn fields(column: &dyn Array, row: usize, readings: &[Reading], out: &mut String) {
    let record = column.as_struct();
    out.push('{');
    let begin = out.len();
    for ((name, part), reading) in record.column_names().into_iter().zip(record.columns()).zip(readings) {
        if !is_absent(part, row) {
            if out.len() > begin {
                out.push(',');
            }
            out.push_str(&key(name));
            value(part, row, reading, out);
        }
    }
    out.push('}');
}

fn text(text: &str, out: &mut String) {
    // A text is written as JSON in any case.
    out.push_str(&serde_json::to_string(text).unwrap_or_default());
}

/// A date from its days since 1970.
fn day(days: i64, out: &mut String) {
    let date =
        TimeDelta::try_days(days).and_then(|days| DateTime::<Utc>::UNIX_EPOCH.checked_add_signed(days));
    match date {
        Some(date) => text(&date.format("%Y-%m-%d").to_string(), out),
        None => text(&format!("day {days}"), out),
    }
}

/// A date-time, or its date where all of its column are midnights.
fn moment(column: &dyn Array, row: usize, reading: &Reading, out: &mut String) {
    let (value, unit) = match column.data_type() {
        DataType::Timestamp(TimeUnit::Second, _) => (at::<TimestampSecondType>(column, row), 1),
        DataType::Timestamp(TimeUnit::Millisecond, _) => (at::<TimestampMillisecondType>(column, row), 1_000),
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            (at::<TimestampMicrosecondType>(column, row), 1_000_000)
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            (at::<TimestampNanosecondType>(column, row), 1_000_000_000)
        }
        _ => (at::<Date64Type>(column, row), 1_000),
    };
    let seconds = value.div_euclid(unit);
    if matches!(reading, Reading::Days) {
        return day(seconds.div_euclid(86_400), out);
    }
    let nanos = value.rem_euclid(unit) * (1_000_000_000 / unit);
    let moment = u32::try_from(nanos).ok().and_then(|nanos| DateTime::<Utc>::from_timestamp(seconds, nanos));
    match moment {
        Some(moment) => text(&moment.format("%Y-%m-%dT%H:%M:%S%.f").to_string(), out),
        None => text(&format!("second {seconds}"), out),
    }
}

fn at<T: ArrowPrimitiveType>(column: &dyn Array, row: usize) -> T::Native {
    column.as_primitive::<T>().value(row)
}

/// A number.
fn number(column: &dyn Array, row: usize, out: &mut String) {
    // Writing to a String does not fail.
    let _ = match column.data_type() {
        DataType::Int8 => write!(out, "{}", at::<Int8Type>(column, row)),
        DataType::Int16 => write!(out, "{}", at::<Int16Type>(column, row)),
        DataType::Int32 => write!(out, "{}", at::<Int32Type>(column, row)),
        DataType::Int64 => write!(out, "{}", at::<Int64Type>(column, row)),
        DataType::UInt8 => write!(out, "{}", at::<UInt8Type>(column, row)),
        DataType::UInt16 => write!(out, "{}", at::<UInt16Type>(column, row)),
        DataType::UInt32 => write!(out, "{}", at::<UInt32Type>(column, row)),
        DataType::UInt64 => write!(out, "{}", at::<UInt64Type>(column, row)),
        DataType::Float16 => float(f64::from(at::<Float16Type>(column, row)), out),
        DataType::Float32 => float(shortest(at::<Float32Type>(column, row)), out),
        DataType::Float64 => float(at::<Float64Type>(column, row), out),
        DataType::Decimal128(..) => {
            let digits = column.as_primitive::<Decimal128Type>().value_as_string(row);
            let digits = if digits.contains('.') {
                digits.trim_end_matches('0').trim_end_matches('.')
            } else {
                &digits
            };
            write!(out, "{digits}")
        }
        _ => write!(out, "null"),
    };
}

/// The `f64` that is written as the `f32` is: 0.1 and not 0.10000000149.
fn shortest(number: f32) -> f64 {
    number.to_string().parse().unwrap_or(f64::from(number))
}

fn float(number: f64, out: &mut String) -> std::fmt::Result {
    if number.fract() == 0.0 && number.abs() < EXACT {
        // Data frames keep whole numbers with gaps as floats.
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
        let whole = number as i64;
        write!(out, "{whole}")
    } else if number.is_finite() {
        write!(out, "{number:?}")
    } else {
        // JSON does not know it: the core refuses it with its place.
        write!(out, "{}", number::OBJECT)
    }
}

//! Records in columns, from data frames and Python values, and the operations on them.
//!
//! A data frame crosses as its columns, through Arrow, and no text is written. `nan` in a column is a missing value, as
//! NumPy and pandas have it. The functions with their names and docstrings are in `paceline/measure.py`.

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef};
use arrow_cast::{CastOptions, cast_with_options};
use arrow_schema::{DataType, TimeUnit};
use paceline::Issue;
use paceline::call::Part;
use paceline::measure::Table;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString};

use crate::convert::give;
use crate::error::{raise, raise_one};
use crate::frame::Frame;
use crate::run::run;
use crate::{json, source};

/// Runs an operation on records, on a request or on a report: `part` says which.
#[pyfunction]
#[pyo3(signature = (operation, part, data, options = None))]
pub(crate) fn measure<'py>(
    py: Python<'py>,
    operation: &str,
    part: &str,
    data: &Bound<'py, PyAny>,
    options: Option<&Bound<'py, PyDict>>,
) -> PyResult<Bound<'py, PyAny>> {
    let options = json::options(options)?;
    let answer = match part {
        "table" => {
            let given = Given::of("table", data)?;
            run(py, operation, &[("table", given.part())], options.as_deref())?
        }
        "tables" => {
            let Ok(tables) = data.cast::<PyDict>() else {
                return Err(PyTypeError::new_err("`tables` is a dict of tables by their names"));
            };
            let mut given = Vec::with_capacity(tables.len());
            for (name, table) in tables.iter() {
                let name: String = name.extract()?;
                let table = Given::of(&name, &table)?.into_table(py, &name)?;
                given.push((format!("tables/{name}"), table));
            }
            let mut parts: Vec<(&str, Part<'_>)> =
                given.iter().map(|(name, table)| (name.as_str(), Part::Table(table))).collect();
            if parts.is_empty() {
                parts.push(("tables", Part::Text("{}")));
            }
            run(py, operation, &parts, options.as_deref())?
        }
        "request" => {
            let request = options.unwrap_or_else(|| String::from("{}"));
            run(py, operation, &[("request", Part::Text(&request))], None)?
        }
        _ => {
            let report = source::text(data)?;
            run(py, operation, &[("report", Part::Text(&report))], options.as_deref())?
        }
    };
    give(py, answer)
}

/// A table as it was given.
enum Given {
    Text(String),
    Table(Table),
}

impl Given {
    fn of(name: &str, data: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Some(frame) = Frame::of(data)? {
            return of_frame(data.py(), frame).map(Self::Table);
        }
        if data.is_instance_of::<PyString>() || data.hasattr("__fspath__")? || data.hasattr("read")? {
            return source::text(data).map(Self::Text);
        }
        if let Ok(columns) = data.cast::<PyMapping>() {
            let mut table = Table::new();
            for entry in columns.items()?.iter() {
                let (column, values): (String, Bound<'_, PyAny>) = entry.extract()?;
                table = with_values(table, &column, &values)?;
            }
            return Ok(Self::Table(table));
        }
        if let Ok(rows) = data.try_iter() {
            return of_rows(name, &rows.collect::<PyResult<Vec<_>>>()?).map(Self::Table);
        }
        Err(PyTypeError::new_err(format!(
            "`{name}` is no table: give a data frame (anything with `__arrow_c_stream__`), a dict of columns, or a \
             list of dicts"
        )))
    }

    fn part(&self) -> Part<'_> {
        match self {
            Self::Text(text) => Part::Text(text),
            Self::Table(table) => Part::Table(table),
        }
    }

    fn into_table(self, py: Python<'_>, name: &str) -> PyResult<Table> {
        match self {
            Self::Table(table) => Ok(table),
            Self::Text(text) => serde_json::from_str(&text).map_err(|fault| {
                raise_one(
                    py,
                    Issue::error("invalid-json", name, format!("the table cannot be read: {fault}")),
                )
            }),
        }
    }
}

/// A column of Python values.
fn with_values(table: Table, column: &str, values: &Bound<'_, PyAny>) -> PyResult<Table> {
    let py = values.py();
    // NumPy and pandas give all values at once, as Python's own.
    let list = if values.hasattr("tolist")? { values.call_method0("tolist")? } else { values.clone() };
    if list.is_instance_of::<PyString>() {
        return Err(PyTypeError::new_err(format!("column `{column}` is a text, not a list of values")));
    }
    let items = list.try_iter()?.collect::<PyResult<Vec<_>>>()?;
    let first = items.iter().find(|item| !is_missing(item));
    let is_number = first.is_some_and(|first| number(first).is_some());
    let made = if is_number {
        let mut numbers = Vec::with_capacity(items.len());
        for item in &items {
            numbers.push(match number(item) {
                Some(value) => Some(value).filter(|value| !value.is_nan()),
                None if is_missing(item) => None,
                None => return Err(mixed(column, item)),
            });
        }
        table.with_numbers(column, numbers)
    } else {
        let mut texts = Vec::with_capacity(items.len());
        for item in &items {
            texts.push(if is_missing(item) {
                None
            } else if let Ok(text) = item.cast::<PyString>() {
                Some(text.to_str()?.to_owned())
            } else if item.hasattr("isoformat")? {
                Some(item.call_method0("isoformat")?.extract::<String>()?)
            } else {
                return Err(mixed(column, item));
            });
        }
        table.with_texts(column, texts.iter().map(Option::as_deref))
    };
    made.map_err(|issues| raise(py, &issues))
}

fn mixed(column: &str, item: &Bound<'_, PyAny>) -> PyErr {
    PyTypeError::new_err(format!("column `{column}` holds numbers, texts or dates, not {item:?} beside them"))
}

/// `None`, `nan` and what pandas has for missing values.
fn is_missing(item: &Bound<'_, PyAny>) -> bool {
    item.is_none()
        || item.cast::<PyFloat>().is_ok_and(|number| number.value().is_nan())
        || item.get_type().name().is_ok_and(|name| name == "NAType" || name == "NaTType")
}

fn number(item: &Bound<'_, PyAny>) -> Option<f64> {
    if let Ok(flag) = item.cast::<PyBool>() {
        return Some(f64::from(u8::from(flag.is_true())));
    }
    if item.is_instance_of::<PyString>() {
        return None;
    }
    let is_number = item.is_instance_of::<PyInt>()
        || item.is_instance_of::<PyFloat>()
        || item.hasattr("__float__").ok()?;
    if is_number { item.extract().ok() } else { None }
}

/// Records with the same keys; a key that a record does not have is missing there.
fn of_rows(name: &str, rows: &[Bound<'_, PyAny>]) -> PyResult<Table> {
    let mut names: Vec<String> = Vec::new();
    for row in rows {
        let Ok(row) = row.cast::<PyDict>() else {
            return Err(PyTypeError::new_err(format!("`{name}` is a list of {row:?}, not of dicts")));
        };
        for key in row.keys().iter() {
            let key: String = key.extract()?;
            if !names.contains(&key) {
                names.push(key);
            }
        }
    }
    let Some(first) = rows.first() else { return Ok(Table::new()) };
    let mut table = Table::new();
    for column in names {
        let values = PyList::empty(first.py());
        for row in rows {
            values.append(row.cast::<PyDict>()?.get_item(&column)?)?;
        }
        table = with_values(table, &column, values.as_any())?;
    }
    Ok(table)
}

/// The columns of a data frame.
fn of_frame(py: Python<'_>, frame: Frame) -> PyResult<Table> {
    let mut table = Table::new();
    for (position, field) in frame.schema.fields().iter().enumerate() {
        let chunks: Vec<ArrayRef> =
            frame.batches.iter().map(|batch| batch.columns.column(position).clone()).collect();
        let name = field.name();
        let made = match field.data_type() {
            DataType::Date32 | DataType::Date64 | DataType::Timestamp(..) => {
                table.with_times(name, times(name, &chunks)?)
            }
            kind if kind.is_numeric() || matches!(kind, DataType::Boolean) => {
                table.with_numbers(name, numbers(name, &chunks)?)
            }
            DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => {
                table.with_texts(name, texts(name, &chunks)?.iter().map(Option::as_deref))
            }
            DataType::Dictionary(_, values) if values.is_string() => {
                let (codes, values) = coded(name, &chunks)?;
                table.with_coded_texts(name, codes, values)
            }
            other => {
                return Err(PyTypeError::new_err(format!(
                    "column `{name}` is of the type {other}: give numbers, texts, dates or truth values"
                )));
            }
        };
        table = made.map_err(|issues| raise(py, &issues))?;
    }
    Ok(table)
}

fn cast_to(name: &str, chunk: &ArrayRef, kind: &DataType) -> PyResult<ArrayRef> {
    let options = CastOptions { safe: true, ..CastOptions::default() };
    cast_with_options(chunk, kind, &options)
        .map_err(|fault| PyTypeError::new_err(format!("column `{name}` cannot be read: {fault}")))
}

fn numbers(name: &str, chunks: &[ArrayRef]) -> PyResult<Vec<Option<f64>>> {
    let mut found = Vec::with_capacity(chunks.iter().map(Array::len).sum());
    for chunk in chunks {
        let chunk = cast_to(name, chunk, &DataType::Float64)?;
        found.extend(chunk.as_primitive::<Float64Type>().iter());
    }
    Ok(found)
}

fn texts(name: &str, chunks: &[ArrayRef]) -> PyResult<Vec<Option<String>>> {
    let mut found = Vec::new();
    for chunk in chunks {
        let chunk = cast_to(name, chunk, &DataType::LargeUtf8)?;
        found.extend(chunk.as_string::<i64>().iter().map(|text| text.map(str::to_owned)));
    }
    Ok(found)
}

/// Entries of a dictionary, each chunk's own list of values behind the others.
fn coded(name: &str, chunks: &[ArrayRef]) -> PyResult<(Vec<u32>, Vec<String>)> {
    let mut values: Vec<String> = Vec::new();
    let mut codes = Vec::new();
    for chunk in chunks {
        let dictionary = chunk.as_any_dictionary();
        let mut places = Vec::new();
        for text in cast_to(name, dictionary.values(), &DataType::LargeUtf8)?.as_string::<i64>() {
            places.push(text.map(|text| match values.iter().position(|known| known == text) {
                Some(place) => place,
                None => {
                    values.push(text.to_owned());
                    values.len() - 1
                }
            }));
        }
        let keys = dictionary.normalized_keys();
        for (row, key) in keys.into_iter().enumerate() {
            let place = if chunk.is_null(row) { None } else { places.get(key).copied().flatten() };
            codes.push(place.and_then(|place| u32::try_from(place).ok()).unwrap_or(u32::MAX));
        }
    }
    Ok((codes, values))
}

/// Civil seconds; instants with a zone are those of UTC.
fn times(name: &str, chunks: &[ArrayRef]) -> PyResult<Vec<i64>> {
    let mut found = Vec::new();
    for chunk in chunks {
        if matches!(chunk.data_type(), DataType::Timestamp(_, Some(_))) {
            return Err(PyTypeError::new_err(format!(
                "column `{name}` holds instants of a zone: convert them to the local time that you measure by, and \
                 drop the zone"
            )));
        }
        let seconds = cast_to(name, chunk, &DataType::Timestamp(TimeUnit::Second, None))?;
        let seconds = cast_to(name, &seconds, &DataType::Int64)?;
        found.extend(seconds.as_primitive::<Int64Type>().iter().map(|value| value.unwrap_or(Table::NO_TIME)));
    }
    Ok(found)
}

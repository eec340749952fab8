//! Columns as Python lists.

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Float64Type, Int64Type, TimestampMicrosecondType};
use arrow_array::{Array, ArrayRef};
use arrow_schema::{DataType, TimeUnit};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyList;

/// The values of a column of one of our tables; absent ones are `None`.
pub(super) fn list<'py>(py: Python<'py>, column: &ArrayRef) -> PyResult<Bound<'py, PyList>> {
    match column.data_type() {
        DataType::Utf8 => PyList::new(py, column.as_string::<i32>().iter().collect::<Vec<_>>()),
        DataType::Int64 => PyList::new(py, column.as_primitive::<Int64Type>().iter().collect::<Vec<_>>()),
        DataType::Float64 => PyList::new(py, column.as_primitive::<Float64Type>().iter().collect::<Vec<_>>()),
        DataType::Boolean => PyList::new(py, column.as_boolean().iter().collect::<Vec<_>>()),
        DataType::Date32 => {
            let days = column.as_primitive::<Date32Type>().iter();
            PyList::new(py, days.map(|days| days.and_then(day)).collect::<Vec<_>>())
        }
        DataType::Timestamp(TimeUnit::Microsecond, zone) => {
            let instants = column.as_primitive::<TimestampMicrosecondType>().iter();
            let instants = instants.map(|micros| micros.and_then(DateTime::<Utc>::from_timestamp_micros));
            if zone.is_some() {
                PyList::new(py, instants.collect::<Vec<_>>())
            } else {
                PyList::new(py, instants.map(|at| at.map(|at| at.naive_utc())).collect::<Vec<_>>())
            }
        }
        DataType::List(_) => {
            let lists = column.as_list::<i32>();
            let lists: PyResult<Vec<_>> =
                lists.iter().map(|items| items.map(|items| list(py, &items)).transpose()).collect();
            PyList::new(py, lists?)
        }
        other => Err(PyTypeError::new_err(format!("a column of {other} has no Python values"))),
    }
}

fn day(days: i32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(TimeDelta::days(days.into()))
}

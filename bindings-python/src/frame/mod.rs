//! Data frames of others, through Arrow, into plans.
//!
//! A table becomes the JSON text of a list of records, and the core reads it: so a row is refused in the same words
//! and with the same places as in a document. Only what a document cannot have, a column that no record knows or
//! whose type says nothing to JSON, is told here.
//!
//! | file | holds |
//! |---|---|
//! | `capsule` | Arrow from the capsules of other libraries |
//! | `column` | what a column holds, and whether it can be read |
//! | `write` | rows as JSON text |
//! | `nest` | KPIs into their objectives, measurements into their KPIs |

mod capsule;
mod column;
mod nest;
mod write;

use paceline::plan::{FORMAT, Plan};
use paceline::{Issue, Issues};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};

use crate::error::raise;
use crate::{json, number};

pub(crate) use capsule::Frame;

/// A list of the document and the table it is to be read from.
type Given<'a, 'py> = (&'static str, Option<&'a Bound<'py, PyAny>>);

/// The plan of a program and its tables.
pub(crate) fn plan(
    py: Python<'_>,
    program: &Bound<'_, PyAny>,
    lists: &[Given<'_, '_>],
    nested: &[Given<'_, '_>],
) -> PyResult<Box<Plan>> {
    let program = json::text(program)?;
    let mut sources = Vec::new();
    for (name, given) in lists.iter().chain(nested) {
        if let Some(given) = given {
            sources.push((*name, Source::of(name, given)?));
        }
    }
    let plan = py.detach(move || capsule::foreign(|| read(&program, sources)))?;
    plan.map(Box::new).map_err(|issues| raise(py, &issues))
}

/// A table as it was given.
enum Source {
    /// Records as JSON text.
    Text(String),
    /// Batches of Arrow.
    Frame(capsule::Frame),
}

impl Source {
    fn of(name: &str, given: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Some(frame) = capsule::Frame::of(given)? {
            return Ok(Self::Frame(frame));
        }
        let is_document = given.is_instance_of::<PyDict>() || given.is_instance_of::<PyString>();
        let records = if is_document { None } else { given.try_iter().ok() };
        let Some(records) = records else {
            return Err(PyTypeError::new_err(format!(
                "`{name}` is neither a table that speaks Arrow (`__arrow_c_stream__`) nor a list of dicts"
            )));
        };
        let records = records.collect::<PyResult<Vec<_>>>()?;
        Ok(Self::Text(json::text(PyList::new(given.py(), records)?.as_any())?))
    }

    /// The records as JSON text; what no document can say is added to the issues.
    fn into_text(self, name: &str, issues: &mut Vec<Issue>) -> String {
        match self {
            Self::Text(text) => text,
            Self::Frame(frame) => write::records(name, &frame, issues),
        }
    }
}

/// Reads the document that a program and its tables make, with the issues of both.
fn read(program: &str, sources: Vec<(&'static str, Source)>) -> Result<Plan, Issues> {
    let mut issues = Vec::new();
    let mut texts: Vec<(&str, String)> =
        sources.into_iter().map(|(name, source)| (name, source.into_text(name, &mut issues))).collect();
    nest::nest(&mut texts, &mut issues);
    let mut text = format!(r#"{{"format":"{FORMAT}","program":{program}"#);
    for (name, list) in &texts {
        text.push_str(&format!(r#","{name}":{list}"#));
    }
    text.push('}');
    drop(texts);
    if issues.is_empty() {
        return number::guarded(&[&text], || Plan::read(&text), |texts| again(texts, Plan::read));
    }
    // What the parts mean to each other cannot be said while columns are missing.
    let shape = number::guarded(&[&text], || Plan::from_json(&text), |texts| again(texts, Plan::from_json));
    if let Err(more) = shape {
        issues.extend(more.into_vec());
    }
    Err(Issues::new(issues))
}

/// Reads the one text that there is.
fn again(texts: &[String], read: impl FnOnce(&str) -> Result<Plan, Issues>) -> Result<Plan, Issues> {
    read(texts.first().map_or("", String::as_str))
}

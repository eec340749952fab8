//! Where a document comes from: JSON text, bytes, a path, an open file, a dict.

use paceline::{Issue, Issues};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyList, PyMapping, PyString, PyType};

use crate::error::{issues_of, raise, raise_one};
use crate::json;
use crate::plan::Plan;
use crate::report::{CostReport, LevelReport, LoadReport, Schedule, Scorecard};
use crate::table::Table;

/// The JSON text of a document given as text, bytes, path, open file or Python values.
pub(crate) fn text(source: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(text) = source.cast::<PyString>() {
        return Ok(text.to_str()?.to_owned());
    }
    if let Ok(bytes) = source.cast::<PyBytes>() {
        return utf8(source.py(), bytes.as_bytes().to_vec());
    }
    if let Ok(bytes) = source.cast::<PyByteArray>() {
        return utf8(source.py(), bytes.to_vec());
    }
    let kind = source.get_type();
    if source.is_instance_of::<PyType>() {
        return Err(PyTypeError::new_err(format!("{source:?} is a class, not a document")));
    }
    if is_handle(source) {
        return Err(PyTypeError::new_err(format!(
            "a {} was given where a document belongs (a dict, JSON text, a path, an open file)",
            kind.name()?
        )));
    }
    if source.hasattr("__fspath__")? {
        // Without this, what can be a number would be taken for the number of an open file, and closed.
        let path = source.py().import("os")?.getattr("fspath")?.call1((source,))?;
        let file = source.py().import("io")?.getattr("open")?.call1((path, "rb"))?;
        let content = file.call_method0("read");
        file.call_method0("close")?;
        return content_text(&kind, &content?);
    }
    if source.hasattr("read")? {
        return content_text(&kind, &source.call_method0("read")?);
    }
    json::text(source)
}

/// The same, of a list, which may also be anything that gives its items one after the other.
pub(crate) fn list_text(source: &Bound<'_, PyAny>) -> PyResult<String> {
    let is_document = source.is_instance_of::<PyString>()
        || source.is_instance_of::<PyBytes>()
        || source.is_instance_of::<PyByteArray>()
        || source.cast::<PyMapping>().is_ok()
        || is_handle(source);
    for other in ["__fspath__", "read", "tolist", "to_dict"] {
        if is_document || source.hasattr(other)? {
            return text(source);
        }
    }
    if !source.hasattr("__iter__")? {
        return text(source);
    }
    let items = source.try_iter()?.collect::<PyResult<Vec<_>>>()?;
    json::text(PyList::new(source.py(), items)?.as_any())
}

/// Whether it is a plan, a report or a table of ours.
fn is_handle(source: &Bound<'_, PyAny>) -> bool {
    source.is_instance_of::<Plan>()
        || source.is_instance_of::<Schedule>()
        || source.is_instance_of::<LevelReport>()
        || source.is_instance_of::<LoadReport>()
        || source.is_instance_of::<CostReport>()
        || source.is_instance_of::<Scorecard>()
        || source.is_instance_of::<Table>()
}

/// The text that a file has given.
fn content_text(kind: &Bound<'_, PyType>, content: &Bound<'_, PyAny>) -> PyResult<String> {
    let is_content = content.is_instance_of::<PyString>()
        || content.is_instance_of::<PyBytes>()
        || content.is_instance_of::<PyByteArray>();
    if is_content {
        return text(content);
    }
    let (kind, given) = (kind.name()?, content.get_type());
    let given = given.name()?;
    Err(PyTypeError::new_err(format!("`read` of a {kind} gave neither text nor bytes but a {given}")))
}

/// The same error, with another help if the text looks like the name of a file.
pub(crate) fn noted(py: Python<'_>, fault: PyErr, text: &str) -> PyErr {
    if text.len() >= 1_000 || text.contains(['{', '[', '\n']) || !text.ends_with(".json") {
        return fault;
    }
    let Ok(mut issues) = issues_of(py, &fault) else { return fault };
    for issue in issues.iter_mut().filter(|issue| issue.code == "invalid-json") {
        issue.help = Some(format!("to read a file, give its path: pathlib.Path({text:?})"));
    }
    raise(py, &Issues::new(issues))
}

/// The text of a file of P6: as [`text`], but bytes that are not UTF-8 are Windows-1252.
pub(crate) fn windows_text(source: &Bound<'_, PyAny>) -> PyResult<String> {
    let py = source.py();
    let content = if source.hasattr("__fspath__")? {
        let file = py.import("io")?.getattr("open")?.call1((source, "rb"))?;
        let content = file.call_method0("read");
        file.call_method0("close")?;
        content?
    } else if source.hasattr("read")? {
        source.call_method0("read")?
    } else {
        source.clone()
    };
    match content.cast::<PyBytes>() {
        Ok(bytes) if std::str::from_utf8(bytes.as_bytes()).is_err() => {
            content.call_method1("decode", ("cp1252", "replace"))?.extract()
        }
        _ => text(&content),
    }
}

fn utf8(py: Python<'_>, bytes: Vec<u8>) -> PyResult<String> {
    String::from_utf8(bytes).map_err(|fault| {
        let at = format!("byte {}", fault.utf8_error().valid_up_to() + 1);
        let issue = Issue::error("invalid-json", at, "the text is not UTF-8");
        raise_one(py, issue.with_help("save the document as UTF-8"))
    })
}

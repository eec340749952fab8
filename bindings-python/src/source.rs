//! Where a document comes from: JSON text, bytes, a path, an open file, a dict.

use paceline::Issue;
use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyString};

use crate::error::raise_one;
use crate::json;

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
    if source.hasattr("__fspath__")? {
        let file = source.py().import("io")?.getattr("open")?.call1((source, "rb"))?;
        let content = file.call_method0("read");
        file.call_method0("close")?;
        return text(&content?);
    }
    if source.hasattr("read")? {
        return text(&source.call_method0("read")?);
    }
    json::text(source)
}

/// The same error, with a note (from Python 3.11 on) if the text looks like the name of a file.
pub(crate) fn noted(py: Python<'_>, fault: PyErr, text: &str) -> PyErr {
    if text.len() < 1_000 && !text.contains(['{', '[', '\n']) && text.ends_with(".json") {
        let note = format!("to read a file, give its path: pathlib.Path({text:?})");
        // An older Python has no notes.
        let _ = fault.value(py).call_method1("add_note", (note,));
    }
    fault
}

fn utf8(py: Python<'_>, bytes: Vec<u8>) -> PyResult<String> {
    String::from_utf8(bytes).map_err(|fault| {
        let at = format!("byte {}", fault.utf8_error().valid_up_to() + 1);
        let issue = Issue::error("invalid-json", at, "the text is not UTF-8");
        raise_one(py, issue.with_help("save the document as UTF-8"))
    })
}

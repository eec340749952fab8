//! Issues as the exception `PacelineError`.

use paceline::{Issue, Issues};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

use crate::convert;

/// The exception that carries these issues.
pub(crate) fn raise(py: Python<'_>, issues: &Issues) -> PyErr {
    let made = || {
        let text = convert::write(issues.as_slice())?;
        let class = py.import("paceline._error")?.getattr("PacelineError")?;
        class.call1((convert::decode(py, "Issue[]", &text)?,))
    };
    match made() {
        Ok(exception) => PyErr::from_value(exception),
        Err(fault) => fault,
    }
}

/// The exception that carries one issue.
pub(crate) fn raise_one(py: Python<'_>, issue: Issue) -> PyErr {
    raise(py, &Issues::from(issue))
}

/// The issues of an exception that [`raise`] has made.
pub(crate) fn issues_of(py: Python<'_>, fault: &PyErr) -> PyResult<Vec<Issue>> {
    let issues: Vec<Bound<'_, PyAny>> = fault.value(py).getattr("issues")?.extract()?;
    let read = |issue: Bound<'_, PyAny>| {
        let text: String = issue.call_method0("to_json")?.extract()?;
        serde_json::from_str(&text).map_err(|fault| PyRuntimeError::new_err(fault.to_string()))
    };
    issues.into_iter().map(read).collect()
}

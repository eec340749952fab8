//! Issues as the exception `PacelineError`.

use paceline::{Issue, Issues};
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

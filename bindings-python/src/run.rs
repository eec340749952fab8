//! The one door through which operations run: the interpreter is released, progress goes out, Ctrl-C, a time limit
//! and errors of the callback come in.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use paceline::call::{Answer, Part, call};
use paceline::schedule::Host;
use paceline::{Issues, Progress};
use pyo3::exceptions::{PyKeyboardInterrupt, PyOverflowError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDelta};

use crate::convert;
use crate::error::raise;
use crate::number;

/// Time between two looks at signals and two calls of the callback.
const PERIOD: Duration = Duration::from_millis(50);

/// What the host of a long operation wants: told of progress, stopped after a time.
#[derive(Default)]
pub(crate) struct Wishes {
    progress: Option<Py<PyAny>>,
    limit: Option<Duration>,
}

impl Wishes {
    /// Reads the arguments `progress` (`None`, `True`, or a callable) and `time_limit` (seconds or a `timedelta`).
    pub(crate) fn new(
        progress: Option<&Bound<'_, PyAny>>,
        time_limit: Option<&Bound<'_, PyAny>>,
    ) -> PyResult<Self> {
        let limit = time_limit.map(limit).transpose()?.flatten();
        Ok(Self { progress: progress.map(callback).transpose()?.flatten(), limit })
    }
}

/// The time behind the argument `time_limit`; none if it is longer than anything runs.
fn limit(given: &Bound<'_, PyAny>) -> PyResult<Option<Duration>> {
    let wrong = "`time_limit` is a number of seconds of 0 or more, or a timedelta";
    let seconds =
        if given.is_instance_of::<PyDelta>() { given.call_method0("total_seconds")? } else { given.clone() };
    let seconds: f64 = match seconds.extract() {
        Ok(seconds) => seconds,
        // A whole number beyond all of them.
        Err(fault) if fault.is_instance_of::<PyOverflowError>(given.py()) && given.gt(0)? => return Ok(None),
        Err(fault) if fault.is_instance_of::<PyTypeError>(given.py()) => {
            return Err(PyTypeError::new_err(wrong));
        }
        Err(fault) => return Err(fault),
    };
    if seconds.is_nan() || seconds < 0.0 {
        return Err(PyValueError::new_err(wrong));
    }
    Ok(Duration::try_from_secs_f64(seconds).ok())
}

/// The callable behind the argument `progress`.
fn callback(progress: &Bound<'_, PyAny>) -> PyResult<Option<Py<PyAny>>> {
    if progress.is_none() {
        Ok(None)
    } else if let Ok(wanted) = progress.cast::<PyBool>() {
        if !wanted.is_true() {
            return Ok(None);
        }
        Ok(Some(progress.py().import("paceline._progress")?.getattr("bar")?.call0()?.unbind()))
    } else if progress.is_callable() {
        Ok(Some(progress.clone().unbind()))
    } else {
        Err(PyTypeError::new_err("`progress` is True for a bar, or a function that takes a Progress"))
    }
}

/// Runs an operation that takes no time worth telling.
pub(crate) fn run(
    py: Python<'_>,
    operation: &str,
    input: &[(&str, Part<'_>)],
    options: Option<&str>,
) -> PyResult<Answer> {
    run_with(py, operation, input, options, Wishes::default())
}

/// Runs an operation with the interpreter released.
///
/// Signals are looked at every 50 ms on the main thread. A keyboard interrupt stops the search and lets it answer
/// with the best so far; every other exception, of the callback or of a handler of signals, stops it and is raised.
pub(crate) fn run_with(
    py: Python<'_>,
    operation: &str,
    input: &[(&str, Part<'_>)],
    options: Option<&str>,
    wishes: Wishes,
) -> PyResult<Answer> {
    let mut watch = Watch::new(wishes);
    let answer: Result<Answer, Issues> = py.detach(|| {
        let texts: Vec<&str> = input.iter().filter_map(|(_, part)| written(part)).chain(options).collect();
        let first = || call(operation, input, options, &mut watch);
        number::guarded(&texts, first, |texts| call_again(operation, input, options.is_some(), texts))
    });
    watch.close(py)?;
    answer.map_err(|issues| raise(py, &issues))
}

/// The text of a part, if it is one.
fn written<'a>(part: &Part<'a>) -> Option<&'a str> {
    match part {
        Part::Text(text) => Some(text),
        _ => None,
    }
}

/// The same operation with other texts in place of its own, those of the parts first, then that of the options.
fn call_again(
    operation: &str,
    input: &[(&str, Part<'_>)],
    has_options: bool,
    texts: &[String],
) -> Result<Answer, Issues> {
    let mut texts = texts.iter();
    let mut parts = Vec::with_capacity(input.len());
    for (name, part) in input {
        let other = written(part).and_then(|_| texts.next()).map(|text| Part::Text(text));
        parts.push((*name, other.unwrap_or(*part)));
    }
    let options = if has_options { texts.next().map(String::as_str) } else { None };
    call(operation, &parts, options, &mut Stop)
}

/// The host of an operation whose answer nobody wants.
struct Stop;

impl Host for Stop {
    fn poll(&mut self, _progress: &Progress) -> ControlFlow<()> {
        ControlFlow::Break(())
    }
}

/// The host of a running operation.
struct Watch {
    began: Instant,
    wishes: Wishes,
    looked: Option<Instant>,
    is_stopped: bool,
    raised: Option<PyErr>,
}

impl Watch {
    fn new(wishes: Wishes) -> Self {
        Self { began: Instant::now(), wishes, looked: None, is_stopped: false, raised: None }
    }

    /// Looks at signals and calls the callback; whether to go on.
    fn look(&mut self, progress: &Progress) -> PyResult<bool> {
        Python::attach(|py| {
            py.check_signals()?;
            let Some(callback) = &self.wishes.progress else { return Ok(true) };
            let told = convert::decode(py, "Progress", &serde_json::to_string(progress).unwrap_or_default())?;
            let answer = callback.bind(py).call1((told,))?;
            Ok(answer.is_none() || answer.is_truthy()?)
        })
    }

    /// Ends the bar, if the callback is one, and raises what stopped the operation.
    fn close(self, py: Python<'_>) -> PyResult<()> {
        if let Some(callback) = &self.wishes.progress
            && let Ok(close) = callback.bind(py).getattr("_paceline_close")
        {
            close.call0()?;
        }
        self.raised.map_or(Ok(()), Err)
    }
}

impl Host for Watch {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        if self.is_stopped || self.wishes.limit.is_some_and(|limit| self.began.elapsed() >= limit) {
            return ControlFlow::Break(());
        }
        if self.looked.is_some_and(|looked| looked.elapsed() < PERIOD) {
            return ControlFlow::Continue(());
        }
        let verdict = self.look(progress);
        self.looked = Some(Instant::now());
        match verdict {
            Ok(true) => return ControlFlow::Continue(()),
            Ok(false) => {}
            Err(fault) => {
                let is_interrupt = Python::attach(|py| fault.is_instance_of::<PyKeyboardInterrupt>(py));
                self.raised = (!is_interrupt).then_some(fault);
            }
        }
        self.is_stopped = true;
        ControlFlow::Break(())
    }
}

//! What the methods of `Plan` share: how an operation is asked about a plan.

use paceline::Issues;
use paceline::call::{Answer, Part};
use pyo3::prelude::*;

use super::{Any, Given, Plan};
use crate::convert::{give, write};
use crate::error::{issues_of, raise};
use crate::report::{LevelReport, Schedule};
use crate::run::run;
use crate::{json, source};

/// The same error; where it lists the options that `level` knows, with the arguments that only Python has.
pub(super) fn told_of_wishes(py: Python<'_>, fault: PyErr) -> PyErr {
    const LIST: &str = "known here are ";
    // What is not of ours stays as it is.
    let Ok(mut issues) = issues_of(py, &fault) else { return fault };
    for issue in &mut issues {
        let is_option = issue.code == "unknown-field" && issue.at.matches('/').count() == 1;
        if let Some(help) = issue.help.as_mut().filter(|help| is_option && help.starts_with(LIST)) {
            help.insert_str(LIST.len(), "`progress`, `time_limit`, ");
        }
    }
    raise(py, &Issues::new(issues))
}

impl Plan {
    /// Runs an operation on this plan that takes no time worth telling.
    pub(super) fn run<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        more: &[(&str, Part<'_>)],
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        let options = json::options(options)?;
        let parts = self.parts(more);
        give(py, run(py, operation, &parts, options.as_deref())?)
    }

    pub(super) fn parts<'a>(&'a self, more: &[(&'a str, Part<'a>)]) -> Vec<(&'a str, Part<'a>)> {
        let mut parts = vec![("plan", Part::Plan(&self.plan))];
        parts.extend_from_slice(more);
        parts
    }

    /// Runs an operation that shows this plan, leveled before or by itself.
    pub(super) fn show<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        leveled: Option<&LevelReport>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        match leveled {
            Some(leveled) => {
                self.run(py, operation, &[("leveled", Part::LevelReport(&leveled.report))], options)
            }
            None => self.run(py, operation, &[], options),
        }
    }

    /// Runs an operation on a schedule of this plan, by default its own.
    pub(super) fn of_schedule<'py>(
        &self,
        py: Python<'py>,
        operation: &str,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        match schedule {
            Some(schedule) => {
                self.run(py, operation, &[("schedule", Part::Schedule(&schedule.report))], options)
            }
            None => self.run(py, operation, &[], options),
        }
    }

    /// The text of a document, which may be that of a plan.
    pub(crate) fn document(py: Python<'_>, source: &Bound<'_, PyAny>) -> PyResult<String> {
        match source.cast::<Self>() {
            Ok(plan) => plan.get().to_json(py, None),
            Err(_) => source::text(source),
        }
    }

    pub(super) fn objectives(&self) -> PyResult<String> {
        write(&self.plan.objectives)
    }

    /// A picture of this plan, leveled as given or else as it is scheduled, with nobody leveled.
    pub(crate) fn picture(
        &self,
        py: Python<'_>,
        operation: &str,
        leveled: Option<&paceline::schedule::LevelReport>,
    ) -> PyResult<String> {
        let more: Vec<(&str, Part<'_>)> =
            leveled.map(|leveled| ("leveled", Part::LevelReport(leveled))).into_iter().collect();
        let options = match (leveled, operation) {
            (Some(_), _) => None,
            (None, "load_svg") => Some(r#"{"level":{"resources":[],"steps":1},"before":true}"#),
            (None, _) => Some(r#"{"level":{"resources":[],"steps":1}}"#),
        };
        Ok(match run(py, operation, &self.parts(&more), options)? {
            Answer::Text(text) => text,
            other => other.to_json(),
        })
    }
}

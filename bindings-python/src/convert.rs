//! Answers of the core as Python values: handles for documents, frozen records for the rest.

use paceline::call::Answer;
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use serde::Serialize;

use crate::plan::Plan;
use crate::report::{CostReport, LevelReport, LoadReport, Schedule, Scorecard};

/// The JSON text of a report or a part of one.
pub(crate) fn write<T: Serialize + ?Sized>(value: &T) -> PyResult<String> {
    serde_json::to_string(value).map_err(|fault| PyRuntimeError::new_err(fault.to_string()))
}

/// The dataclass `kind` of the types module (or, with `[]` behind it, a list of them) that a JSON text describes.
pub(crate) fn decode<'py>(py: Python<'py>, kind: &str, text: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("paceline._answers")?.getattr("decode_text")?.call1((kind, text))
}

/// A part of a report, as [`decode`] makes it.
pub(crate) fn record<'py, T: Serialize + ?Sized>(
    py: Python<'py>,
    kind: &str,
    value: &T,
) -> PyResult<Bound<'py, PyAny>> {
    decode(py, kind, &write(value)?)
}

/// What Python is given for an answer.
pub(crate) fn give<'py>(py: Python<'py>, answer: Answer) -> PyResult<Bound<'py, PyAny>> {
    let kind = match answer {
        Answer::Plan(plan) => return Ok(Bound::new(py, Plan::from(plan))?.into_any()),
        Answer::Schedule(report) => return Ok(Bound::new(py, Schedule::from(report))?.into_any()),
        Answer::LevelReport(report) => return Ok(Bound::new(py, LevelReport::from(*report))?.into_any()),
        Answer::LoadReport(report) => return Ok(Bound::new(py, LoadReport::from(report))?.into_any()),
        Answer::CostReport(report) => return Ok(Bound::new(py, CostReport::from(report))?.into_any()),
        Answer::Scorecard(report) => return Ok(Bound::new(py, Scorecard::from(report))?.into_any()),
        Answer::Measured { kind, text } => return decode(py, kind, &text),
        Answer::Text(text) => return Ok(text.into_pyobject(py)?.into_any()),
        Answer::Issues(_) => "Issue[]",
        Answer::CheckReport(_) => "CheckReport",
        Answer::EarnedValueReport(_) => "EarnedValueReport",
        Answer::EarnedSchedule(_) => "EarnedSchedule",
        Answer::KpiGaps(_) => "KpiGap[]",
        Answer::Pacing(_) => "Pacing",
        Answer::PooledRatio(_) => "PooledRatio",
        Answer::TaskValues(_) => "TaskValue[]",
        Answer::AtRisk(_) => "AtRisk[]",
        Answer::Comparison(_) => "Comparison",
        Answer::IcalFeeds(_) => "IcalFeeds",
        Answer::IcalBusy(_) => "IcalBusy",
        Answer::CsvFile(_) => "CsvFile",
        Answer::CsvText(_) => "CsvText",
        Answer::MspdiFile(_) => "MspdiFile",
        Answer::MspdiText(_) => "MspdiText",
        Answer::PlanChanges(_) => "PlanChange[]",
        Answer::VarianceReport(_) => "VarianceReport",
        Answer::FloatPaths(_) => "FloatPaths",
        Answer::CampaignBudgetReport(_) => "CampaignBudgetReport",
        Answer::AlertReport(_) => "AlertReport",
        Answer::InstantiateReport(_) => "InstantiateReport",
        Answer::P6File(_) => "P6File",
        Answer::XerText(_) => "XerText",
        Answer::RcpspSolution(_) => "RcpspSolution",
        Answer::RcpspCheck(_) => "RcpspCheck",
        _ => "object",
    };
    decode(py, kind, &answer.to_json())
}

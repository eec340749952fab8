//! The functions of the module: operations that need no plan.

use paceline::call::Part;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::convert::give;
use crate::plan::Plan;
use crate::run::{Wishes, run, run_with};
use crate::{json, source};

type Any<'py> = PyResult<Bound<'py, PyAny>>;
type Given<'a, 'py> = &'a Bound<'py, PyDict>;

/// Runs an operation with one part and options.
fn simple<'py>(
    py: Python<'py>,
    operation: &str,
    part: &str,
    text: &str,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    let options = json::options(options)?;
    give(py, run(py, operation, &[(part, Part::Text(text))], options.as_deref())?)
}

/// Runs any operation by its name: the parts of its input and its options are JSON texts, the answer is a JSON text.
///
/// This is the door that every language has; the same texts give the same bytes in all of them.
///
/// Raises
/// ------
/// PacelineError
///     With every fault of the call.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> pl.call("pool", {"rows": "[[12, 400], [3, 100]]"})
/// '{"numerator":15.0,"denominator":500.0,"ratio":0.03,"mean_of_ratios":0.03,"rows":2,"incomplete":0}'
#[pyfunction]
#[pyo3(signature = (operation, parts, options = None))]
pub(crate) fn call(
    py: Python<'_>,
    operation: &str,
    parts: &Bound<'_, PyDict>,
    options: Option<&str>,
) -> PyResult<String> {
    let mut texts: Vec<(String, String)> = Vec::with_capacity(parts.len());
    for (name, text) in parts.iter() {
        texts.push((name.extract()?, text.extract()?));
    }
    let parts: Vec<(&str, Part<'_>)> =
        texts.iter().map(|(name, text)| (name.as_str(), Part::Text(text))).collect();
    let answer = run(py, operation, &parts, options)?;
    Ok(py.detach(|| answer.to_json()))
}

/// Did it move the objectives? The scorecard of objectives with their KPIs and measurements.
///
/// The options are those of the document type `ScoreOptions`: `as_of`, `clamp`, `missing`, `min_coverage`,
/// `thresholds`.
///
/// Raises
/// ------
/// PacelineError
///     With every fault of the objectives or of the options.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> objectives = [{"id": "demand", "kpis": [{"id": "leads", "baseline": 900, "target": 1500,
/// ...                "measurements": [{"at": "2026-09-30", "value": 1140}]}]}]
/// >>> pl.score(objectives, as_of="2026-10-01").program
/// ProgramScore(score=0.4, coverage=1.0, rag='amber')
#[pyfunction]
#[pyo3(signature = (objectives, **options))]
pub(crate) fn score<'py>(
    py: Python<'py>,
    objectives: &Bound<'py, PyAny>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    simple(py, "score", "objectives", &source::list_text(objectives)?, options)
}

/// How much of each KPI's gap is still open? Options as for `score`.
#[pyfunction]
#[pyo3(signature = (objectives, **options))]
pub(crate) fn kpi_gaps<'py>(
    py: Python<'py>,
    objectives: &Bound<'py, PyAny>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    simple(py, "kpi_gaps", "objectives", &source::list_text(objectives)?, options)
}

/// The scorecard as an SVG picture. Options as for `score`.
#[pyfunction]
#[pyo3(signature = (objectives, **options))]
pub(crate) fn scorecard_svg<'py>(
    py: Python<'py>,
    objectives: &Bound<'py, PyAny>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    simple(py, "scorecard_svg", "objectives", &source::list_text(objectives)?, options)
}

/// Is a total on its way to its target?
///
/// `request` is that of the document type `PaceRequest`: `target`, `actual`, `elapsed`, `period`, `seasonality`.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> pacing = pl.pace(target=1500, actual=840, elapsed=61, period=92)  # leads, on day 61 of 92
/// >>> round(pacing.expected_to_date, 2), round(pacing.linear_forecast, 2)
/// (994.57, 1266.89)
#[pyfunction]
#[pyo3(signature = (**request))]
pub(crate) fn pace<'py>(py: Python<'py>, request: Option<Given<'_, 'py>>) -> Any<'py> {
    asked(py, "pace", request)
}

/// How late is the work, in time rather than money?
///
/// `request` is that of the document type `EarnedScheduleRequest`.
#[pyfunction]
#[pyo3(signature = (**request))]
pub(crate) fn earned_schedule<'py>(py: Python<'py>, request: Option<Given<'_, 'py>>) -> Any<'py> {
    asked(py, "earned_schedule", request)
}

/// What that was measured should somebody act on? One ordered list of alerts, from the answers of `pace`,
/// `measure.anomalies`, `measure.change_points` and `measure.control_chart`. The id of an alert stays the same while it
/// lasts, so that whoever has taken note of it can say so (`acknowledged`).
///
/// `request` is that of the document type `AlertRequest`.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> pacing = pl.pace(target=1500, actual=600, elapsed=61, period=92)
/// >>> found = pl.alerts(pacing=[{"series": "leads", "as_of": "2026-03-02", "report": pacing,
/// ...                            "period": {"from": "2026-01-01", "to": "2026-04-02"}}])
/// >>> [(alert.kind, alert.series, alert.severity) for alert in found.alerts]
/// [('off_pace', 'leads', 'critical')]
#[pyfunction]
#[pyo3(signature = (**request))]
pub(crate) fn alerts<'py>(py: Python<'py>, request: Option<Given<'_, 'py>>) -> Any<'py> {
    asked(py, "alerts", request)
}

fn asked<'py>(py: Python<'py>, operation: &str, request: Option<Given<'_, 'py>>) -> Any<'py> {
    let text = json::options(request)?.unwrap_or_else(|| String::from("{}"));
    simple(py, operation, "request", &text, None)
}

/// What is the rate of many ratios together? Each row is a numerator and a denominator, either of them `None` where
/// it is not known.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> pl.pool([(12, 400), (3, 100), (None, 250)]).ratio
/// 0.03
#[pyfunction]
pub(crate) fn pool<'py>(py: Python<'py>, rows: &Bound<'py, PyAny>) -> Any<'py> {
    simple(py, "pool", "rows", &source::list_text(rows)?, None)
}

/// What has the work earned, and what will the whole cost? `method` is a `ForecastMethod`.
#[pyfunction]
#[pyo3(signature = (items, *, method = None))]
pub(crate) fn earned_value<'py>(
    py: Python<'py>,
    items: &Bound<'py, PyAny>,
    method: Option<&Bound<'py, PyAny>>,
) -> Any<'py> {
    let options = method.map(json::text).transpose()?;
    let items = source::list_text(items)?;
    give(py, run(py, "earned_value", &[("items", Part::Text(&items))], options.as_deref())?)
}

/// What plan does this file of Microsoft Project hold, and which dates does it store? A text, path or open file of the
/// XML that it saves (MSPDI), in UTF-8.
///
/// The answer has the `plan`, the dates `stored` for each task, and `issues`: what the plan does not hold, or holds
/// otherwise.
///
/// Raises
/// ------
/// PacelineError
///     If the text cannot be read at all, with the line.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> file = pl.read_mspdi(
/// ...     "<Project><Title>Fair</Title><StartDate>2026-03-02T08:00:00</StartDate><Tasks>"
/// ...     "<Task><UID>1</UID><Duration>PT16H0M0S</Duration></Task></Tasks></Project>"
/// ... )
/// >>> file.plan["tasks"]
/// [{'id': '1', 'duration': '2d'}]
#[pyfunction]
pub(crate) fn read_mspdi<'py>(py: Python<'py>, text: &Bound<'py, PyAny>) -> Any<'py> {
    simple(py, "read_mspdi", "text", &source::text(text)?, None)
}

/// What plan do these tables make? CSV texts, paths or open files of tasks, links, resources, assignments and actual
/// progress; with `base`, rows are added to that plan, and those with a known id change what their columns say.
///
/// The options are those of `CsvReadOptions`: `separator`, `decimal`, `date_format`, `name`, and `start`, which a new
/// plan needs. The answer has the `plan` and `issues`.
///
/// Raises
/// ------
/// PacelineError
///     With every fault of the tables, each with its line and column.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> tasks = "id;duration;predecessors\nbrief;1,5d;\ncopy;2 days;brief"
/// >>> pl.read_csv(tasks, start="2026-03-02").plan["dependencies"]
/// [{'from': 'brief', 'to': 'copy'}]
#[pyfunction]
#[pyo3(signature = (tasks = None, links = None, resources = None, assignments = None, progress = None, base = None, **options))]
#[expect(clippy::too_many_arguments, reason = "the parts of the operation")]
pub(crate) fn read_csv<'py>(
    py: Python<'py>,
    tasks: Option<&Bound<'py, PyAny>>,
    links: Option<&Bound<'py, PyAny>>,
    resources: Option<&Bound<'py, PyAny>>,
    assignments: Option<&Bound<'py, PyAny>>,
    progress: Option<&Bound<'py, PyAny>>,
    base: Option<&Bound<'py, PyAny>>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    let options = json::options(options)?;
    let tables = [
        ("tasks", tasks),
        ("links", links),
        ("resources", resources),
        ("assignments", assignments),
        ("progress", progress),
    ];
    let mut texts = Vec::with_capacity(tables.len() + 1);
    for (name, table) in tables {
        if let Some(table) = table {
            texts.push((name, source::text(table)?));
        }
    }
    if let Some(base) = base {
        texts.push(("base", Plan::document(py, base)?));
    }
    let parts: Vec<(&str, Part<'_>)> = texts.iter().map(|(name, text)| (*name, Part::Text(text))).collect();
    give(py, run(py, "read_csv", &parts, options.as_deref())?)
}

/// When does nobody work, by this calendar file? A text, path or open file of iCalendar (`.ics`).
///
/// The answer has `exceptions` for a calendar (whole days: holidays), `absences` for a resource (all that is shown as
/// busy), and `issues`. The options are those of `IcalReadOptions`: `since`, `until` and `zone`.
///
/// Raises
/// ------
/// PacelineError
///     If the text cannot be read at all, with the line.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> busy = pl.read_ical(
/// ...     "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY\n"
/// ...     "SUMMARY:Christmas Day\nEND:VEVENT\nEND:VCALENDAR", until="2026-12-31"
/// ... )
/// >>> busy.exceptions
/// ({'date': '2026-12-25', 'every': 'year', 'name': 'Christmas Day'},)
#[pyfunction]
#[pyo3(signature = (text, **options))]
pub(crate) fn read_ical<'py>(
    py: Python<'py>,
    text: &Bound<'py, PyAny>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    simple(py, "read_ical", "text", &source::text(text)?, options)
}

/// What plans does this XER file of Primavera P6 hold, and which dates does it store? A text, bytes, path or open file;
/// bytes that are not UTF-8 are Windows-1252, in which P6 writes.
///
/// The answer has `projects`, each with its `id`, the `plan` and the dates `stored` for each activity, and `issues`:
/// what the plans do not hold, or hold otherwise.
///
/// Raises
/// ------
/// PacelineError
///     If the text cannot be read at all.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> file = pl.read_xer(
/// ...     "ERMHDR\t20.12\n%T\tPROJECT\n%F\tproj_id\tproj_short_name\tplan_start_date\n%R\t1\tFAIR\t2026-03-02 08:00\n"
/// ...     "%T\tTASK\n%F\ttask_id\tproj_id\ttask_code\ttask_type\ttarget_drtn_hr_cnt\n%R\t7\t1\tA1000\tTT_Mile\t0\n%E\n"
/// ... )
/// >>> file.projects[0].plan["tasks"]
/// [{'id': 'A1000', 'milestone': 'start'}]
#[pyfunction]
pub(crate) fn read_xer<'py>(py: Python<'py>, text: &Bound<'py, PyAny>) -> Any<'py> {
    simple(py, "read_xer", "text", &source::windows_text(text)?, None)
}

/// What plans does this XML file of Primavera P6 (PMXML) hold, and which dates does it store? A text, path or open file,
/// in UTF-8. The answer is as that of `read_xer`.
///
/// Raises
/// ------
/// PacelineError
///     If the text cannot be read at all, with the line.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> file = pl.read_pmxml(
/// ...     "<APIBusinessObjects><Project><ObjectId>1</ObjectId><Id>FAIR</Id>"
/// ...     "<PlannedStartDate>2026-03-02T08:00:00</PlannedStartDate></Project></APIBusinessObjects>"
/// ... )
/// >>> file.projects[0].id
/// 'FAIR'
#[pyfunction]
pub(crate) fn read_pmxml<'py>(py: Python<'py>, text: &Bound<'py, PyAny>) -> Any<'py> {
    simple(py, "read_pmxml", "text", &source::text(text)?, None)
}

/// What problem does this file of a benchmark library hold? A text, path or open file of PSPLIB (`.sm`) or Patterson
/// (`.rcp`).
///
/// Raises
/// ------
/// PacelineError
///     With every fault of the text, each with its line.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> problem = pl.read_rcpsp("3 1  1  0 0 1 2  3 1 1 3  0 0 0")
/// >>> problem["activities"][1]
/// {'name': '2', 'duration': 3, 'demands': [1]}
#[pyfunction]
pub(crate) fn read_rcpsp<'py>(py: Python<'py>, text: &Bound<'py, PyAny>) -> Any<'py> {
    simple(py, "read_rcpsp", "text", &source::text(text)?, None)
}

/// What is the shortest schedule of this problem without a plan, and how good is it?
///
/// Activities share resources of constant capacity and wait for each other; `problem` is that of the document type
/// `RcpspProblem`, as a dict, JSON text or a path. The options are those of `RcpspOptions`: `steps`, `seed`, `gap`,
/// `threads`, `proof`, `warm_start`; `progress` and `time_limit` are as for `Plan.level`. The same problem and options
/// give the same solution, byte for byte, unless something stops the search.
///
/// Raises
/// ------
/// PacelineError
///     With every fault of the problem or of the options.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> problem = {"resources": [{"capacity": 1}],
/// ...            "activities": [{"duration": 2, "demands": [1]}, {"duration": 3, "demands": [1]}],
/// ...            "links": [{"from": 0, "to": 1}]}
/// >>> solution = pl.solve_rcpsp(problem)
/// >>> solution.makespan, solution.starts
/// (5, (0, 2))
#[pyfunction]
#[pyo3(signature = (problem, *, progress = None, time_limit = None, **options))]
pub(crate) fn solve_rcpsp<'py>(
    py: Python<'py>,
    problem: &Bound<'py, PyAny>,
    progress: Option<&Bound<'py, PyAny>>,
    time_limit: Option<&Bound<'py, PyAny>>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    let options = json::options(options)?;
    let problem = source::text(problem)?;
    let wishes = Wishes::new(progress, time_limit)?;
    give(py, run_with(py, "solve_rcpsp", &[("problem", Part::Text(&problem))], options.as_deref(), wishes)?)
}

/// Does this solution keep every rule, and is its bound proven? Judged by code that shares nothing with the search.
///
/// The options are those of `RcpspCheckOptions`: `work`.
///
/// Raises
/// ------
/// PacelineError
///     With every fault of the problem.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> problem = {"activities": [{"duration": 2}]}
/// >>> pl.check_rcpsp(problem, pl.solve_rcpsp(problem)).feasible
/// True
#[pyfunction]
#[pyo3(signature = (problem, solution, **options))]
pub(crate) fn check_rcpsp<'py>(
    py: Python<'py>,
    problem: &Bound<'py, PyAny>,
    solution: &Bound<'py, PyAny>,
    options: Option<Given<'_, 'py>>,
) -> Any<'py> {
    let options = json::options(options)?;
    let (problem, solution) = (source::text(problem)?, source::text(solution)?);
    let parts = [("problem", Part::Text(&problem)), ("solution", Part::Text(&solution))];
    give(py, run(py, "check_rcpsp", &parts, options.as_deref())?)
}

/// Names of the operations of the engine.
#[pyfunction]
pub(crate) fn operations() -> Vec<&'static str> {
    paceline::call::operations().collect()
}

//! The classes of reports: handles that hold what the core answered.
//!
//! A report never changes. Its lists of records are tables ([`Table`]), its short lists tuples.

use std::sync::{Arc, OnceLock};

use paceline::Issue;
use paceline::call::{Answer, Part};
use paceline::plan::Plan as CorePlan;
use paceline::render;
use pyo3::exceptions::{PyKeyError, PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyTuple, PyType};

use crate::convert::{record, write};
use crate::error::raise_one;
use crate::plan::Plan;
use crate::run::run;
use crate::source;
use crate::table::{Rows, Table};

/// Most tasks that are drawn without being asked.
pub(crate) const MOST_ROWS_OF_A_PICTURE: usize = 1_000;

type Any<'py> = PyResult<Bound<'py, PyAny>>;

/// A JSON text as Python values.
pub(crate) fn in_json<'py>(py: Python<'py>, text: &str) -> Any<'py> {
    py.import("json")?.getattr("loads")?.call1((text,))
}

/// Whether the argument `indent` asks for more than one line.
pub(crate) fn is_indented(indent: Option<&Bound<'_, PyAny>>) -> PyResult<bool> {
    let Some(indent) = indent else { return Ok(false) };
    let wrong = "`indent` is None or a whole number of 0 or more";
    let Ok(number) = indent.cast::<PyInt>() else { return Err(PyTypeError::new_err(wrong)) };
    if number.lt(0)? { Err(PyValueError::new_err(wrong)) } else { Ok(true) }
}

/// What an operation answered, which can only be what it answers.
fn unexpected(answer: &Answer) -> PyErr {
    PyRuntimeError::new_err(format!("unexpected answer {}", answer.to_json()))
}

/// What is wrong with a report: as an operation that takes it says, where there is one.
fn refused(py: Python<'_>, name: &str, text: &str, fault: &serde_json::Error) -> PyErr {
    let plan = r#"{"format":"paceline/1","program":{"name":"probe","start":"2026-01-01"}}"#;
    let taker = match name {
        "Schedule" => Some(("check", "schedule")),
        "LevelReport" => Some(("gantt_svg", "leveled")),
        _ => None,
    };
    if let Some((operation, part)) = taker
        && let Err(told) = run(py, operation, &[("plan", Part::Text(plan)), (part, Part::Text(text))], None)
    {
        return told;
    }
    raise_one(py, Issue::error("invalid-value", "document", format!("this is not a {name}: {fault}")))
}

/// A part of a report that is made into a report of its own when it is first asked for.
type Kept = OnceLock<Arc<paceline::schedule::Schedule>>;

/// A class that holds a report of the core and, if known, its plan, with what all of them can do.
macro_rules! report {
    ($(#[$doc:meta])* $name:ident: $type:ty, keeps ($($kept:ident: $keeper:ty),*) { $($methods:tt)* }) => {
        $(#[$doc])*
        #[pyclass(frozen, module = "paceline", mapping)]
        pub(crate) struct $name {
            pub(crate) report: Arc<$type>,
            /// The plan it is shown with, in a notebook.
            #[allow(dead_code, reason = "costs and scorecards are shown without their plan")]
            plan: Option<Arc<CorePlan>>,
            $($kept: $keeper,)*
        }

        impl $name {
            fn new(report: Arc<$type>, plan: Option<Arc<CorePlan>>) -> Self {
                Self { report, plan, $($kept: <$keeper>::default(),)* }
            }
        }

        impl From<$type> for $name {
            fn from(report: $type) -> Self {
                Self::new(Arc::new(report), None)
            }
        }

        impl From<&Arc<$type>> for $name {
            fn from(report: &Arc<$type>) -> Self {
                Self::new(Arc::clone(report), None)
            }
        }

        #[pymethods]
        impl $name {
            $($methods)*

            /// Reads a report that `to_json` or `to_dict` has written (`source`: as for `Plan.read`).
            #[classmethod]
            fn from_json(_class: &Bound<'_, PyType>, source: &Bound<'_, PyAny>) -> PyResult<Self> {
                if let Ok(own) = source.cast::<Self>() {
                    return Ok(Self::from(&own.get().report));
                }
                let text = source::text(source)?;
                let report: $type = serde_json::from_str(&text)
                    .map_err(|fault| refused(source.py(), stringify!($name), &text, &fault))?;
                Ok(Self::from(report))
            }

            /// The report as JSON text, the same bytes in every language; indented if `indent` is given (by two
            /// spaces, whatever it is).
            #[pyo3(signature = (indent = None))]
            fn to_json(&self, py: Python<'_>, indent: Option<Bound<'_, PyAny>>) -> PyResult<String> {
                let is_indented = is_indented(indent.as_ref())?;
                py.detach(|| match is_indented {
                    false => write(&*self.report),
                    true => serde_json::to_string_pretty(&*self.report)
                        .map_err(|fault| PyRuntimeError::new_err(fault.to_string())),
                })
            }

            /// The report as a dict of Python values, as in its JSON text.
            fn to_dict<'py>(&self, py: Python<'py>) -> Any<'py> {
                in_json(py, &self.to_json(py, None)?)
            }

            fn __eq__<'py>(&self, py: Python<'py>, other: &Bound<'py, PyAny>) -> Any<'py> {
                let Ok(other) = other.cast::<Self>() else { return Ok(py.NotImplemented().into_bound(py)) };
                Ok(PyBool::new(py, *other.get().report == *self.report).to_owned().into_any())
            }

            fn __repr__<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
                slf.py().import("paceline._html")?.getattr("brief")?.call1((slf,))
            }

            fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> Any<'py> {
                let (py, this) = (slf.py(), slf.get());
                let html = py.import("paceline._html")?;
                match this.picture(py)? {
                    Some(picture) => html.getattr("picture")?.call1((picture,)),
                    None => html.getattr("report")?.call1((slf,)),
                }
            }

            fn __reduce__<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyTuple>)> {
                let read = py.get_type::<Self>().getattr("from_json")?;
                Ok((read, PyTuple::new(py, [self.to_json(py, None)?])?))
            }

            fn __copy__(slf: Py<Self>) -> Py<Self> {
                slf
            }

            fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
                slf
            }
        }
    };
}

report! {
/// When everything happens: dates, float and the critical path of every task.
///
/// Dates are `datetime`s on the clock of the plan: naive on a wall clock, aware with their offset in a zoned plan.
/// Lengths are whole seconds (`int`), because working time does not add to dates.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> schedule = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
/// ...                          "tasks": [{"id": "copy", "duration": "2d"}]}).schedule()
/// >>> schedule["copy"].finish, schedule["copy"].duration
/// (datetime.datetime(2026, 3, 3, 17, 0), 57600)
/// >>> schedule.tasks["id"], "copy" in schedule
/// (['copy'], True)
Schedule: paceline::schedule::Schedule, keeps () {
    /// Version of the format, `paceline-schedule/1`.
    #[getter]
    fn format(&self) -> &str {
        &self.report.format
    }

    /// First start.
    #[getter]
    fn start<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Stamp", &self.report.start)
    }

    /// Last finish.
    #[getter]
    fn finish<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Stamp", &self.report.finish)
    }

    /// Every task, in the order of their ids: a table of `TaskSchedule`.
    #[getter]
    fn tasks(&self) -> Table {
        Table::new(Rows::Tasks(Arc::clone(&self.report)))
    }

    /// The longest driving path to the finish of the program, first task first; with multiple critical paths one
    /// Assignments that are done by somebody else than the plan says, by task, then resource.
    #[getter]
    fn reassigned<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Reassigned()", &self.report.reassigned)
    }

    /// for each open end that is critical.
    #[getter]
    fn critical_paths<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        let paths = self.report.critical_paths.iter();
        let paths: PyResult<Vec<_>> =
            paths.map(|path| PyTuple::new(py, path.iter().map(paceline::TaskId::as_str))).collect();
        PyTuple::new(py, paths?)
    }

    /// What a person should know: missed deadlines, broken constraints, negative float, the plan's warnings.
    #[getter]
    fn issues<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Issue()", &self.report.issues)
    }

    /// The dates of a task.
    fn __getitem__<'py>(&self, py: Python<'py>, id: &str) -> Any<'py> {
        let row = self.report.task(id).ok_or_else(|| PyKeyError::new_err(id.to_owned()))?;
        record(py, "TaskSchedule", row)
    }

    fn __contains__(&self, id: &Bound<'_, PyAny>) -> bool {
        id.extract::<String>().is_ok_and(|id| self.report.task(&id).is_some())
    }

    /// How many tasks it has.
    fn __len__(&self) -> usize {
        self.report.tasks.len()
    }
}}

impl Schedule {
    /// The answer of `schedule` for a plan.
    pub(crate) fn of<'py>(py: Python<'py>, answer: Answer, plan: &Arc<CorePlan>) -> Any<'py> {
        let Answer::Schedule(report) = answer else { return Err(unexpected(&answer)) };
        Ok(Bound::new(py, Self::new(Arc::new(report), Some(Arc::clone(plan))))?.into_any())
    }

    fn picture(&self, py: Python<'_>) -> PyResult<Option<String>> {
        picture(py, self.plan.as_ref(), "gantt_svg", None)
    }
}

report! {
/// The result of leveling: the best plan found, how good it is, what moved and why.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> report = pl.Plan.read({
/// ...     "format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"}, "resources": [{"id": "ana"}],
/// ...     "tasks": [{"id": "copy", "duration": "1d"}, {"id": "film", "duration": "1d"}],
/// ...     "assignments": [{"task": "copy", "resource": "ana"}, {"task": "film", "resource": "ana"}]}).level()
/// >>> [(part.name, part.value, part.bound) for part in report.objective]
/// [('tardiness', 0.0, 0.0), ('finish', 1.7083333333333333, 1.7083333333333333)]
LevelReport: paceline::schedule::LevelReport, keeps (after: Kept, first: Kept) {
    /// What is known about the plan: `optimal`, `feasible`, `infeasible` or `stopped`.
    #[getter]
    fn status<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Status", &self.report.status)
    }

    /// The leveled schedule.
    #[getter]
    fn schedule(&self) -> Schedule {
        Schedule::from(self.after.get_or_init(|| Arc::new(self.report.schedule.clone())))
    }

    /// The schedule before leveling.
    #[getter]
    fn before(&self) -> Schedule {
        Schedule::from(self.first.get_or_init(|| Arc::new(self.report.before.clone())))
    }

    /// The parts of the objective with their bounds, most important first.
    #[getter]
    fn objective<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "ObjectivePart()", &self.report.objective)
    }

    /// Tasks that moved, each with its cause, in the order of their new start: a table of `Move`.
    #[getter]
    fn moves(&self) -> Table {
        Table::new(Rows::Moves(Arc::clone(&self.report)))
    }

    /// Assignments given to somebody else, with why, what it costs and what it saves.
    #[getter]
    fn reassignments<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Reassignment()", &self.report.reassignments)
    }

    /// Tasks that miss their deadline, by id: a table of `LateTask`.
    #[getter]
    fn late(&self) -> Table {
        Table::new(Rows::Late(Arc::clone(&self.report)))
    }

    /// Overloads that remain, each with its reason: a table of `RemainingOverload`.
    #[getter]
    fn remaining(&self) -> Table {
        Table::new(Rows::Remaining(Arc::clone(&self.report)))
    }

    /// Steps used: schedules generated.
    #[getter]
    fn steps(&self) -> u64 {
        self.report.steps
    }

    /// The priority rule or method that found the plan.
    #[getter]
    fn found_by(&self) -> &str {
        &self.report.found_by
    }

    /// The improvements of the search in the order of their steps, at most 200.
    #[getter]
    fn trace<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "TracePoint()", &self.report.trace)
    }
}}

impl LevelReport {
    /// The answer of `level` for a plan.
    pub(crate) fn of<'py>(py: Python<'py>, answer: Answer, plan: &Arc<CorePlan>) -> Any<'py> {
        let Answer::LevelReport(report) = answer else { return Err(unexpected(&answer)) };
        Ok(Bound::new(py, Self::new(Arc::new(*report), Some(Arc::clone(plan))))?.into_any())
    }

    fn picture(&self, py: Python<'_>) -> PyResult<Option<String>> {
        picture(py, self.plan.as_ref(), "gantt_svg", Some(&self.report))
    }
}

report! {
/// Load of every resource that works, in the order of their ids. Amounts are seconds of work of one whole resource.
LoadReport: paceline::schedule::LoadReport, keeps () {
    /// Load of each resource: a table of `ResourceLoad`.
    #[getter]
    fn resources(&self) -> Table {
        Table::new(Rows::LoadResources(Arc::clone(&self.report)))
    }

    /// Load of each resource on each day with demand: a table of `ResourceDay`.
    #[getter]
    fn days(&self) -> Table {
        Table::new(Rows::LoadDays(Arc::clone(&self.report)))
    }

    /// Spans in which a resource is asked for more than there is of it: a table of `Overload`.
    #[getter]
    fn overloads(&self) -> Table {
        Table::new(Rows::LoadOverloads(Arc::clone(&self.report)))
    }

    /// How many resources are overloaded at some time.
    #[getter]
    fn overloaded(&self) -> u32 {
        self.report.overloaded
    }

    /// Sum of all excess, in seconds of work of one whole resource.
    #[getter]
    fn excess(&self) -> i64 {
        self.report.excess.as_seconds()
    }
}}

impl LoadReport {
    /// The load of a plan by its own schedule, which can be drawn.
    pub(crate) fn shown<'py>(report: &Bound<'py, PyAny>, plan: &Arc<CorePlan>) -> Any<'py> {
        let shown = Self::new(Arc::clone(&report.cast::<Self>()?.get().report), Some(Arc::clone(plan)));
        Ok(Bound::new(report.py(), shown)?.into_any())
    }

    fn picture(&self, py: Python<'_>) -> PyResult<Option<String>> {
        picture(py, self.plan.as_ref(), "load_svg", None)
    }
}

report! {
/// What the plan costs by a schedule, held against the budgets. Amounts are in the program's currency.
CostReport: paceline::cost::CostReport, keeps () {
    /// Currency of every amount, if the program states one (ISO 4217).
    #[getter]
    fn currency(&self) -> Option<&str> {
        self.report.currency.as_deref()
    }

    /// Cost of the program by kind.
    #[getter]
    fn cost<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Cost", &self.report.cost)
    }

    /// How it stands to the program's budget, if there is one.
    #[getter]
    fn budget<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.report.budget.as_ref().map(|budget| record(py, "BudgetStatus", budget)).transpose()
    }

    /// Cost of each campaign, in the order of their ids: a table of `CampaignCost`.
    #[getter]
    fn campaigns(&self) -> Table {
        Table::new(Rows::CostCampaigns(Arc::clone(&self.report)))
    }

    /// Cost of the tasks that belong to no campaign.
    #[getter]
    fn no_campaign<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Cost", &self.report.no_campaign)
    }

    /// Cost of each task, in the order of their ids: a table of `TaskCost`.
    #[getter]
    fn tasks(&self) -> Table {
        Table::new(Rows::CostTasks(Arc::clone(&self.report)))
    }

    /// Cost of each resource, in the order of their ids: a table of `ResourceCost`.
    #[getter]
    fn resources(&self) -> Table {
        Table::new(Rows::CostResources(Arc::clone(&self.report)))
    }

    /// What a person should know: budgets overspent, rates that do not fit.
    #[getter]
    fn issues<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Issue()", &self.report.issues)
    }
}}

impl CostReport {
    fn picture(&self, _py: Python<'_>) -> PyResult<Option<String>> {
        Ok(None)
    }
}

report! {
/// Scores of a program, its objectives and their KPIs.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> card = pl.score([{"id": "demand", "kpis": [{"id": "leads", "baseline": 900, "target": 1500,
/// ...                   "measurements": [{"at": "2026-09-30", "value": 1140}]}]}])
/// >>> card.program.score, card.kpis["actual"]
/// (0.4, [1140.0])
Scorecard: paceline::measure::Scorecard, keeps () {
    /// The date of the review, as asked.
    #[getter]
    fn as_of<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.report.as_of.as_ref().map(|when| record(py, "When", when)).transpose()
    }

    /// The score of the program.
    #[getter]
    fn program<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "ProgramScore", &self.report.program)
    }

    /// The objectives, by id: a table of `ObjectiveScore`.
    #[getter]
    fn objectives(&self) -> Table {
        Table::new(Rows::Objectives(Arc::clone(&self.report)))
    }

    /// The KPIs of all objectives: a table of `ObjectiveKpi`.
    #[getter]
    fn kpis(&self) -> Table {
        Table::new(Rows::Kpis(Arc::clone(&self.report)))
    }

    /// What each KPI would do for the program at its target, largest lift first: a table of `Lift`.
    #[getter]
    fn sensitivity(&self) -> Table {
        Table::new(Rows::Sensitivity(Arc::clone(&self.report)))
    }

    /// What a reader of the scores of the program and its objectives should know.
    #[getter]
    fn cautions<'py>(&self, py: Python<'py>) -> Any<'py> {
        record(py, "Issue()", &self.report.cautions)
    }
}}

impl Scorecard {
    fn picture(&self, py: Python<'_>) -> PyResult<Option<String>> {
        Ok(Some(py.detach(|| render::scorecard_svg(&self.report))))
    }
}

/// A picture of a plan: leveled as given, or as it is scheduled.
fn picture(
    py: Python<'_>,
    plan: Option<&Arc<CorePlan>>,
    operation: &str,
    leveled: Option<&paceline::schedule::LevelReport>,
) -> PyResult<Option<String>> {
    let Some(plan) = plan.filter(|plan| plan.tasks.len() <= MOST_ROWS_OF_A_PICTURE) else { return Ok(None) };
    Plan { plan: Arc::clone(plan) }.picture(py, operation, leveled).map(Some)
}

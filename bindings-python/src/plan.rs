//! The class `Plan`.

mod ask;

use std::sync::Arc;

use paceline::call::Part;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyString, PyTuple, PyType};

use crate::convert::give;
use crate::report::{LevelReport, LoadReport, Schedule, in_json, is_indented};
use crate::run::{Wishes, run, run_with};
use crate::{frame, json, source};

use ask::told_of_wishes;

/// A program as one document: tasks, dependencies, calendars, resources, objectives.
///
/// A plan never changes: `change` gives another one. It can be compared, pickled and copied, and used from many
/// threads at once.
///
/// Examples
/// --------
/// >>> import paceline as pl
/// >>> plan = pl.Plan.read({
/// ...     "format": "paceline/1",
/// ...     "program": {"name": "Spring fair", "start": "2026-03-02"},
/// ...     "tasks": [{"id": "brief", "duration": "1d"}, {"id": "copy", "duration": "2d"}],
/// ...     "dependencies": [{"from": "brief", "to": "copy"}],
/// ... })
/// >>> plan.schedule().finish
/// datetime.datetime(2026, 3, 4, 17, 0)
/// >>> plan
/// <Plan 'Spring fair': 2 tasks, 1 dependency>
#[pyclass(frozen, module = "paceline")]
pub(crate) struct Plan {
    pub(crate) plan: Arc<paceline::plan::Plan>,
}

impl From<Box<paceline::plan::Plan>> for Plan {
    fn from(plan: Box<paceline::plan::Plan>) -> Self {
        Self { plan: Arc::new(*plan) }
    }
}

type Any<'py> = PyResult<Bound<'py, PyAny>>;
type Given<'a, 'py> = &'a Bound<'py, PyDict>;

#[pymethods]
impl Plan {
    /// Reads a document and refuses it unless it is a valid plan; warnings do not stop it.
    ///
    /// `source` is JSON text, bytes, a path (`pathlib.Path`), an open file, a dict, or another plan.
    ///
    /// Raises
    /// ------
    /// PacelineError
    ///     With every fault of the document at once.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> try:
    /// ...     pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                   "tasks": [{"id": "brief", "durration": "3d"}]})
    /// ... except pl.PacelineError as fault:
    /// ...     print(fault)
    /// error[unknown-field] at tasks/brief/durration: field `durration` is not known (did you mean `duration`?)
    #[classmethod]
    fn read<'py>(_class: &Bound<'py, PyType>, py: Python<'py>, source: &Bound<'py, PyAny>) -> Any<'py> {
        let text = Self::document(py, source)?;
        let answer = run(py, "read", &[("plan", Part::Text(&text))], None);
        give(py, answer.map_err(|fault| source::noted(py, fault, &text))?)
    }

    /// Reads the shape of a document only, so that a broken plan can be opened and shown with what `validate`
    /// says about it.
    ///
    /// Raises
    /// ------
    /// PacelineError
    ///     If the document has not the shape of a plan.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.from_json('{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"},'
    /// ...                          '"dependencies":[{"from":"a","to":"b"}]}')
    /// >>> [issue.code for issue in plan.validate()]
    /// ['unknown-task', 'unknown-task']
    #[classmethod]
    fn from_json<'py>(_class: &Bound<'py, PyType>, py: Python<'py>, source: &Bound<'py, PyAny>) -> Any<'py> {
        let text = Self::document(py, source)?;
        let answer = run(py, "from_json", &[("plan", Part::Text(&text))], None);
        give(py, answer.map_err(|fault| source::noted(py, fault, &text))?)
    }

    /// Builds a valid plan from tables: data frames of pandas, polars, pyarrow, DuckDB or whatever else speaks
    /// Arrow (`__arrow_c_stream__`), or lists of dicts.
    ///
    /// A row is a record of the document and a column one of its fields; a null is an absent field. A field inside
    /// another is a struct column, or a column named with a dot: `progress.complete`. A column of timestamps
    /// that all stand at midnight is read as dates. `kpis` are put into their `objective`, `measurements` into
    /// their `kpi`.
    ///
    /// Raises
    /// ------
    /// PacelineError
    ///     With every fault of the tables at once, each with its place by id (`tasks/brief/duration`).
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.from_tables(
    /// ...     program={"name": "Spring fair", "start": "2026-03-02"},
    /// ...     tasks=[{"id": "brief", "duration": "1d"}, {"id": "copy", "duration": "2d"}],
    /// ...     dependencies=[{"from": "brief", "to": "copy"}],
    /// ... )
    /// >>> plan.schedule()["copy"].start
    /// datetime.datetime(2026, 3, 3, 8, 0)
    #[classmethod]
    #[pyo3(signature = (*, program, tasks = None, dependencies = None, resources = None, assignments = None,
                        calendars = None, campaigns = None, objectives = None, kpis = None,
                        measurements = None, baselines = None))]
    #[expect(clippy::too_many_arguments, reason = "keyword arguments, one for each list of the document")]
    fn from_tables<'py>(
        _class: &Bound<'py, PyType>,
        py: Python<'py>,
        program: &Bound<'py, PyAny>,
        tasks: Option<&Bound<'py, PyAny>>,
        dependencies: Option<&Bound<'py, PyAny>>,
        resources: Option<&Bound<'py, PyAny>>,
        assignments: Option<&Bound<'py, PyAny>>,
        calendars: Option<&Bound<'py, PyAny>>,
        campaigns: Option<&Bound<'py, PyAny>>,
        objectives: Option<&Bound<'py, PyAny>>,
        kpis: Option<&Bound<'py, PyAny>>,
        measurements: Option<&Bound<'py, PyAny>>,
        baselines: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Self> {
        let lists = [
            ("calendars", calendars),
            ("campaigns", campaigns),
            ("resources", resources),
            ("tasks", tasks),
            ("dependencies", dependencies),
            ("assignments", assignments),
            ("objectives", objectives),
            ("baselines", baselines),
        ];
        let nested = [("kpis", kpis), ("measurements", measurements)];
        frame::plan(py, program, &lists, &nested).map(Self::from)
    }

    /// The document as JSON text, its lists sorted by id; on one line, or indented if `indent` is given (by two
    /// spaces, whatever it is).
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> text = '{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"}}'
    /// >>> pl.Plan.read(text).to_json() == text
    /// True
    #[pyo3(signature = (indent = None))]
    fn to_json(&self, py: Python<'_>, indent: Option<Bound<'_, PyAny>>) -> PyResult<String> {
        let is_indented = is_indented(indent.as_ref())?;
        Ok(py.detach(|| if is_indented { self.plan.to_json_pretty() } else { self.plan.to_json() }))
    }

    /// The document as a dict of Python values.
    fn to_dict<'py>(&self, py: Python<'py>) -> Any<'py> {
        in_json(py, &self.to_json(py, None)?)
    }

    /// Another plan with these changes: what if?
    ///
    /// `changes` is a merge patch (RFC 7396) as dict or JSON text, in which a list of records may be an object
    /// keyed by the place of each record; `None` takes away. The result is not validated: `schedule` or `validate`
    /// says what is wrong with it.
    ///
    /// Raises
    /// ------
    /// PacelineError
    ///     With every fault of the changes, or of the shape of the changed plan.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
    /// >>> plan.change({"tasks": {"brief": {"duration": "3d"}}}).schedule().finish
    /// datetime.datetime(2026, 3, 4, 17, 0)
    fn change<'py>(&self, py: Python<'py>, changes: &Bound<'py, PyAny>) -> Any<'py> {
        let text = source::text(changes)?;
        self.run(py, "change", &[("changes", Part::Text(&text))], None)
    }

    /// What changed from another plan to this one? Every record and field by its place, with what it was and is.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
    /// >>> later = plan.change({"tasks": {"brief": {"duration": "3d"}}})
    /// >>> [change.message for change in later.diff(plan)]
    /// ['`duration` of task `brief` is `3d` instead of `1d`']
    fn diff<'py>(&self, py: Python<'py>, was: &Plan) -> Any<'py> {
        self.run(py, "diff", &[("was", Part::Plan(&was.plan))], None)
    }

    /// This plan as a file that Microsoft Project opens (its XML, MSPDI), with the dates of a schedule, by default the
    /// plan's own.
    ///
    /// `stored` are dates that `read_mspdi` gave: they go before those of the schedule. The answer has the `text` of
    /// the file and `issues`: what it does not say, or says otherwise than the plan.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
    /// >>> again = pl.read_mspdi(plan.write_mspdi().text)
    /// >>> again.plan["tasks"][0]["duration"]
    /// '1d'
    #[pyo3(signature = (schedule = None, stored = None))]
    fn write_mspdi<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        stored: Option<&Bound<'py, PyAny>>,
    ) -> Any<'py> {
        let stored = stored.map(source::list_text).transpose()?;
        let mut parts = Vec::new();
        parts.extend(schedule.map(|schedule| ("schedule", Part::Schedule(&schedule.report))));
        parts.extend(stored.as_deref().map(|text| ("stored", Part::Text(text))));
        self.run(py, "write_mspdi", &parts, None)
    }

    /// What is wrong with this document: errors first, then warnings.
    fn validate<'py>(&self, py: Python<'py>) -> Any<'py> {
        self.run(py, "validate", &[], None)
    }

    /// When will it be done, and why then? Dates, float and the critical path, without regard to overload.
    ///
    /// Raises
    /// ------
    /// PacelineError
    ///     With every fault of the plan.
    fn schedule<'py>(&self, py: Python<'py>) -> Any<'py> {
        let answer = run(py, "schedule", &self.parts(&[]), None)?;
        Schedule::of(py, answer, &self.plan)
    }

    /// What is the best plan in which nobody is overloaded, and how good is it?
    ///
    /// The options are those of the document type `LevelOptions`: `objective`, `within_float`, `campaigns`,
    /// `resources`, `from` (in Python `from_`), `to`, `weights`, `reassign`, `steps`, `seed`. The same plan,
    /// options and seed give the same report, byte for byte, unless something stops the search.
    ///
    /// Parameters
    /// ----------
    /// progress
    ///     `True` for a bar (needs tqdm), or a function that is called with a `Progress` at the beginning and
    ///     then at most every 50 ms. If it returns something false but `None` the search stops; what it raises is raised here.
    /// time_limit
    ///     Seconds (or a `timedelta`) after which the search stops.
    ///
    /// A search that is stopped, by its time limit, by its progress function or by Ctrl-C, answers with the best
    /// plan so far and the status `"stopped"`; Ctrl-C is then used up and no `KeyboardInterrupt` is raised. Other
    /// threads run meanwhile.
    ///
    /// Raises
    /// ------
    /// PacelineError
    ///     With every fault of the plan or of the options.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({
    /// ...     "format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...     "resources": [{"id": "ana"}],
    /// ...     "tasks": [{"id": "copy", "duration": "2d", "deadline": "2026-03-03"}, {"id": "film", "duration": "3d"}],
    /// ...     "assignments": [{"task": "copy", "resource": "ana"}, {"task": "film", "resource": "ana"}]})
    /// >>> report = plan.level()
    /// >>> report.status, [move.task for move in report.moves]
    /// ('optimal', ['film'])
    #[pyo3(signature = (*, progress = None, time_limit = None, from_ = None, **options))]
    fn level<'py>(
        &self,
        py: Python<'py>,
        progress: Option<&Bound<'py, PyAny>>,
        time_limit: Option<&Bound<'py, PyAny>>,
        from_: Option<&Bound<'py, PyAny>>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        let given = PyDict::new(py);
        if let Some(options) = options {
            given.update(options.as_mapping())?;
        }
        if let Some(from) = from_ {
            given.set_item("from_", from)?;
        }
        let options = json::options(Some(&given))?;
        let wishes = Wishes::new(progress, time_limit)?;
        let answer = run_with(py, "level", &self.parts(&[]), options.as_deref(), wishes)
            .map_err(|fault| told_of_wishes(py, fault))?;
        LevelReport::of(py, answer, &self.plan)
    }

    /// How does the leveled plan become the plan? The plan with the delays that a leveled schedule needs, so that
    /// `schedule` gives its dates.
    fn apply_leveling<'py>(&self, py: Python<'py>, schedule: &Schedule) -> Any<'py> {
        self.run(py, "apply_leveling", &[("schedule", Part::Schedule(&schedule.report))], None)
    }

    /// Does a schedule (by default the plan's own) keep every rule? Judged by code that shares nothing with the
    /// code that makes schedules.
    #[pyo3(signature = (schedule = None))]
    fn check<'py>(&self, py: Python<'py>, schedule: Option<&Schedule>) -> Any<'py> {
        self.of_schedule(py, "check", schedule, None)
    }

    /// Did leveling, with these options, break a rule or move what never moves?
    #[pyo3(signature = (before, after, **options))]
    fn check_leveled<'py>(
        &self,
        py: Python<'py>,
        before: &Schedule,
        after: &Schedule,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        let pair = [("before", Part::Schedule(&before.report)), ("after", Part::Schedule(&after.report))];
        self.run(py, "check_leveled", &pair, options)
    }

    /// What moved between two schedules, and why? This plan is the one of the later schedule; `was` is the one of
    /// the earlier: with it, a task that moved by itself says what changed of its own.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
    /// >>> later = plan.change({"program": {"start": "2026-03-09"}})
    /// >>> later.compare(plan.schedule(), later.schedule(), was=plan).shifts[0].cause.changed
    /// ('program',)
    #[pyo3(signature = (before, after, was = None))]
    fn compare<'py>(
        &self,
        py: Python<'py>,
        before: &Schedule,
        after: &Schedule,
        was: Option<&Plan>,
    ) -> Any<'py> {
        let mut parts =
            vec![("before", Part::Schedule(&before.report)), ("after", Part::Schedule(&after.report))];
        parts.extend(was.map(|was| ("was", Part::Plan(&was.plan))));
        self.run(py, "compare", &parts, None)
    }

    /// Who is overloaded, and when? By a schedule, by default the plan's own.
    ///
    /// The option `bucket` is `"moment"` (the default: never more at once than there is) or `"day"` (never more on
    /// a day than can be done on it).
    #[pyo3(signature = (schedule = None, **options))]
    fn load<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        let report = self.of_schedule(py, "load", schedule, options)?;
        if schedule.is_none() {
            return LoadReport::shown(&report, &self.plan);
        }
        Ok(report)
    }

    /// The plan with a schedule, by default its own, stored as a baseline: what was agreed.
    ///
    /// The options are those of the document type `BaselineOptions`: `id` (`"baseline-0"` if absent; one of this id is
    /// replaced) and `at`.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "brief", "duration": "1d"}]}).set_baseline()
    /// >>> later = plan.change({"tasks": {"brief": {"duration": "3d"}}})
    /// >>> later.variance().tasks[0].variance.finish_variance
    /// 57600
    #[pyo3(signature = (schedule = None, **options))]
    fn set_baseline<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.of_schedule(py, "set_baseline", schedule, options)
    }

    /// How far is a schedule, by default the plan's own, from a baseline of the plan? By task, campaign and in all.
    ///
    /// The option `baseline` names it; `"baseline-0"` if absent. Variances of times are working time of the program
    /// in seconds, above zero is later, longer, more or dearer.
    #[pyo3(signature = (schedule = None, **options))]
    fn variance<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.of_schedule(py, "variance", schedule, options)
    }

    /// What comes next after the critical path? The chains of tasks that lead to the task `to`, by default the last,
    /// nearest to driving it first; of each task its path, its float taken apart, its drag.
    ///
    /// Options: `to`, `order` (`"free_float"` or `"total_float"`), `paths` (10), `near_critical` (a duration).
    ///
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "film", "duration": "5d"}, {"id": "copy", "duration": "3d"},
    /// ...                                {"id": "post", "duration": "1d"}],
    /// ...                      "dependencies": [{"from": "film", "to": "post"}, {"from": "copy", "to": "post"}]})
    /// >>> [path.tasks for path in plan.float_paths().paths]
    /// [('film', 'post'), ('copy',)]
    #[pyo3(signature = (**options))]
    fn float_paths<'py>(&self, py: Python<'py>, options: Option<Given<'_, 'py>>) -> Any<'py> {
        self.run(py, "float_paths", &[], options)
    }

    /// What budget does each campaign get by the best split? The answer has the plan with them, and every change.
    ///
    /// `request` is that of the document type `CampaignBudgetRequest`: the `allocation` is the answer of
    /// `measure.allocate_budget`. No campaign gets less than what its started and finished work costs, by a schedule, by
    /// default the plan's own.
    #[pyo3(signature = (request, schedule = None))]
    fn budgets<'py>(
        &self,
        py: Python<'py>,
        request: &Bound<'py, PyAny>,
        schedule: Option<&Schedule>,
    ) -> Any<'py> {
        let request = source::text(request)?;
        let mut more = vec![("request", Part::Text(&request))];
        more.extend(schedule.map(|schedule| ("schedule", Part::Schedule(&schedule.report))));
        self.run(py, "budgets", &more, None)
    }

    /// What does a playbook bring into the plan when an alert starts it? The answer has the plan with its tasks as a
    /// campaign `playbook@event`. The same event starts a playbook once.
    ///
    /// `request` is that of the document type `InstantiateRequest`: `playbooks`, `playbook`, `event`, `at`.
    ///
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"}})
    /// >>> playbook = {"id": "incident", "tasks": [{"id": "answer", "duration": "4h"}]}
    /// >>> found = plan.instantiate({"playbooks": [playbook], "playbook": "incident", "event": "spike-1",
    /// ...                           "at": "2026-03-04T10:00"})
    /// >>> found.inserted
    /// ('incident@spike-1/answer',)
    fn instantiate<'py>(&self, py: Python<'py>, request: &Bound<'py, PyAny>) -> Any<'py> {
        let request = source::text(request)?;
        self.run(py, "instantiate", &[("request", Part::Text(&request))], None)
    }

    /// What does it cost, by a schedule, by default the plan's own?
    #[pyo3(signature = (schedule = None))]
    fn cost<'py>(&self, py: Python<'py>, schedule: Option<&Schedule>) -> Any<'py> {
        self.of_schedule(py, "cost", schedule, None)
    }

    /// What is this plan as a file that Primavera P6 opens (XER)? Its dates are those of a schedule, by default the plan's
    /// own. The answer has the `text`, and `issues`: what the file does not say. P6 reads it in the code page of its
    /// computer, mostly Windows-1252.
    #[pyo3(signature = (schedule = None))]
    fn write_xer<'py>(&self, py: Python<'py>, schedule: Option<&Schedule>) -> Any<'py> {
        self.of_schedule(py, "write_xer", schedule, None)
    }

    /// Did it move the objectives? The scorecard of the plan's objectives; options as for `paceline.score`.
    #[pyo3(signature = (**options))]
    fn score<'py>(&self, py: Python<'py>, options: Option<Given<'_, 'py>>) -> Any<'py> {
        let (text, options) = (self.objectives()?, json::options(options)?);
        give(py, run(py, "score", &[("objectives", Part::Text(&text))], options.as_deref())?)
    }

    /// What is each task worth, and why? Options as for `paceline.score`.
    #[pyo3(signature = (**options))]
    fn values<'py>(&self, py: Python<'py>, options: Option<Given<'_, 'py>>) -> Any<'py> {
        self.run(py, "values", &[], options)
    }

    /// What does a day of lateness cost, as weights for leveling? Options as for `paceline.score`.
    #[pyo3(signature = (**options))]
    fn weights<'py>(&self, py: Python<'py>, options: Option<Given<'_, 'py>>) -> Any<'py> {
        self.run(py, "weights", &[], options)
    }

    /// What is at risk because tasks are late? Options as for `paceline.score`.
    #[pyo3(signature = (schedule = None, **options))]
    fn at_risk<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.of_schedule(py, "at_risk", schedule, options)
    }

    /// Who, when, why, how good and at what cost, in words for a terminal.
    ///
    /// Shows `leveled`, or the plan leveled as the option `level` says; further options are `score`, `color` and
    /// `width`.
    #[pyo3(signature = (leveled = None, **options))]
    fn report<'py>(
        &self,
        py: Python<'py>,
        leveled: Option<&LevelReport>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.show(py, "report", leveled, options)
    }

    /// The same as one self-contained HTML page with its pictures; options `level`, `score`, `title`, `footer`.
    #[pyo3(signature = (leveled = None, **options))]
    fn page<'py>(
        &self,
        py: Python<'py>,
        leveled: Option<&LevelReport>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.show(py, "page", leveled, options)
    }

    /// The schedule as an SVG picture; options `level`, `score`.
    #[pyo3(signature = (leveled = None, **options))]
    fn gantt_svg<'py>(
        &self,
        py: Python<'py>,
        leveled: Option<&LevelReport>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.show(py, "gantt_svg", leveled, options)
    }

    /// The load of everybody as an SVG picture; options `level`, `score`, `before`.
    #[pyo3(signature = (leveled = None, **options))]
    fn load_svg<'py>(
        &self,
        py: Python<'py>,
        leveled: Option<&LevelReport>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.show(py, "load_svg", leveled, options)
    }

    /// How the search for the leveled plan went, as an SVG picture; option `level`.
    #[pyo3(signature = (leveled = None, **options))]
    fn trace_svg<'py>(
        &self,
        py: Python<'py>,
        leveled: Option<&LevelReport>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.show(py, "trace_svg", leveled, options)
    }

    /// What does the plan look like in people's calendars? Feeds in iCalendar, by a schedule, by default the plan's own.
    ///
    /// The options are those of `IcalOptions`: `stamp` (the time of now in UTC, always needed: `"2026-03-02T09:30"`), `by`
    /// (`"program"`, `"resource"`, `"campaign"`, `"channel"` or `"market"`), `only`, `detail` (`"spans"`, `"days"` or
    /// `"shifts"`), `zone`, `namespace`, `url`, and `previous`: the texts of the feeds as they were, so that what changed is
    /// raised and what is gone is cancelled. The answer has `feeds`, each with its `text`, and `issues`.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "tasks": [{"id": "copy", "duration": "1d"}]})
    /// >>> (feed,) = plan.write_ical(stamp="2026-02-27T12:00").feeds
    /// >>> feed.feed, feed.events
    /// ('program', 1)
    #[pyo3(signature = (schedule = None, **options))]
    fn write_ical<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.of_schedule(py, "write_ical", schedule, options)
    }

    /// What does the plan look like as a table in CSV? By a schedule, by default the plan's own.
    ///
    /// The options are those of `CsvWriteOptions`: `table` (`"tasks"`, `"links"`, `"resources"`, `"assignments"`,
    /// `"progress"`, `"schedule"` or `"load"`), `separator`, `decimal`, `mark`, `keep_formulas`. The answer has the `text`,
    /// the number of `rows`, and `issues`: what the table cannot say.
    ///
    /// Examples
    /// --------
    /// >>> import paceline as pl
    /// >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    /// ...                      "resources": [{"id": "ana"}], "tasks": [{"id": "copy", "duration": "1d"}],
    /// ...                      "assignments": [{"task": "copy", "resource": "ana"}]})
    /// >>> print(plan.write_csv(table="load").text.replace("\r", ""), end="")
    /// resource,date,demand_hours,capacity_hours,excess_hours
    /// ana,2026-03-02,8,8,0
    #[pyo3(signature = (schedule = None, **options))]
    fn write_csv<'py>(
        &self,
        py: Python<'py>,
        schedule: Option<&Schedule>,
        options: Option<Given<'_, 'py>>,
    ) -> Any<'py> {
        self.of_schedule(py, "write_csv", schedule, options)
    }

    /// Name of the program.
    #[getter]
    fn name(&self) -> &str {
        &self.plan.program.name
    }

    /// Plans are equal when they say the same; the order of their lists means nothing.
    fn __eq__<'py>(&self, py: Python<'py>, other: &Bound<'py, PyAny>) -> Any<'py> {
        let Ok(other) = other.cast::<Self>() else { return Ok(py.NotImplemented().into_bound(py)) };
        let (one, other) = (&self.plan, &other.get().plan);
        let is_same =
            py.detach(|| Arc::ptr_eq(one, other) || one == other || one.to_json() == other.to_json());
        Ok(PyBool::new(py, is_same).to_owned().into_any())
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let count = |number: usize, word: &str, more: &str| match number {
            1 => format!("1 {word}"),
            number => format!("{number} {more}"),
        };
        let name = PyString::new(py, &self.plan.program.name).repr()?;
        let tasks = count(self.plan.tasks.len(), "task", "tasks");
        Ok(format!(
            "<Plan {name}: {tasks}, {}>",
            count(self.plan.dependencies.len(), "dependency", "dependencies")
        ))
    }

    /// The Gantt chart of the schedule, or what is wrong with the plan.
    fn _repr_html_<'py>(&self, py: Python<'py>) -> Any<'py> {
        let html = py.import("paceline._html")?;
        if self.plan.tasks.len() > crate::report::MOST_ROWS_OF_A_PICTURE {
            return html.getattr("text")?.call1((self.__repr__(py)?,));
        }
        match self.picture(py, "gantt_svg", None) {
            Ok(picture) => html.getattr("picture")?.call1((picture,)),
            Err(_) => html.getattr("issues")?.call1((self.__repr__(py)?, self.validate(py)?)),
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

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from os import PathLike
from types import GenericAlias
from typing import IO, Any, ClassVar, Generic, Protocol, TypeAlias, final, overload, type_check_only

from typing_extensions import CapsuleType, Self, TypeVar, Unpack

from ._decode import Record
from ._records import ObjectiveKpi, ResourceDay
from ._types import (
    AlertReport,
    AlertRequest,
    Assignment,
    AtRisk,
    Baseline,
    BaselineOptions,
    BudgetStatus,
    Calendar,
    Campaign,
    CampaignBudgetReport,
    CampaignBudgetRequest,
    CampaignCost,
    ChartOptions,
    CheckReport,
    Comparison,
    Cost,
    Dependency,
    EarnedSchedule,
    EarnedScheduleRequest,
    EarnedValueItem,
    EarnedValueReport,
    FloatPathOptions,
    FloatPaths,
    ForecastMethod,
    InstantiateReport,
    InstantiateRequest,
    Issue,
    KpiGap,
    LateTask,
    LevelOptions,
    Lift,
    LoadChartOptions,
    LoadOptions,
    Move,
    CsvFile,
    CsvReadOptions,
    CsvText,
    CsvWriteOptions,
    IcalBusy,
    IcalFeeds,
    IcalOptions,
    IcalReadOptions,
    MspdiFile,
    MspdiText,
    Objective,
    ObjectivePart,
    ObjectiveScore,
    OperationName,
    Overload,
    P6File,
    PaceRequest,
    Pacing,
    PageOptions,
    PlanChange,
    PlanDocument,
    PooledRatio,
    Program,
    ProgramScore,
    Progress,
    Reassigned,
    Reassignment,
    RcpspCheck,
    RcpspCheckOptions,
    RcpspOptions,
    RcpspProblem,
    RcpspSolution,
    RemainingOverload,
    ReportOptions,
    Resource,
    ResourceCost,
    ResourceLoad,
    ScoreOptions,
    Status,
    StoredTask,
    Task,
    TaskCost,
    TaskSchedule,
    TaskValue,
    TraceChartOptions,
    TracePoint,
    VarianceOptions,
    VarianceReport,
    When,
    XerText,
)

__all__ = [
    "CostReport",
    "LevelReport",
    "LoadReport",
    "Plan",
    "Schedule",
    "Scorecard",
    "Table",
    "__version__",
    "alerts",
    "call",
    "check_rcpsp",
    "earned_schedule",
    "earned_value",
    "kpi_gaps",
    "measure",
    "operations",
    "pace",
    "pool",
    "read_csv",
    "read_ical",
    "read_mspdi",
    "read_pmxml",
    "read_rcpsp",
    "read_xer",
    "score",
    "scorecard_svg",
    "solve_rcpsp",
]

@type_check_only
class _Stream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

@type_check_only
class _Array(Protocol):
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

_Text: TypeAlias = str | bytes | bytearray | PathLike[str] | PathLike[bytes] | IO[str] | IO[bytes]
_Frame: TypeAlias = _Stream | _Array
_Row = TypeVar("_Row", bound=Record, covariant=True, default=Record)

__version__: str

def alerts(**request: Unpack[AlertRequest]) -> AlertReport:
    """What that was measured should somebody act on? One ordered list of alerts, from the answers of `pace`,
    `measure.anomalies`, `measure.change_points` and `measure.control_chart`. The id of an alert stays the same while it
    lasts, so that whoever has taken note of it can say so (`acknowledged`).

    `request` is that of the document type `AlertRequest`.

    Examples
    --------
    >>> import paceline as pl
    >>> pacing = pl.pace(target=1500, actual=600, elapsed=61, period=92)
    >>> found = pl.alerts(pacing=[{"series": "leads", "as_of": "2026-03-02", "report": pacing,
    ...                            "period": {"from": "2026-01-01", "to": "2026-04-02"}}])
    >>> [(alert.kind, alert.series, alert.severity) for alert in found.alerts]
    [('off_pace', 'leads', 'critical')]
    """
def call(operation: OperationName | str, parts: dict[str, str], options: str | None = None) -> str:
    """Runs any operation by its name: the parts of its input and its options are JSON texts, the answer is a JSON text.

    This is the door that every language has; the same texts give the same bytes in all of them.

    Raises
    ------
    PacelineError
        With every fault of the call.

    Examples
    --------
    >>> import paceline as pl
    >>> pl.call("pool", {"rows": "[[12, 400], [3, 100]]"})
    '{"numerator":15.0,"denominator":500.0,"ratio":0.03,"mean_of_ratios":0.03,"rows":2,"incomplete":0}'
    """
def check_rcpsp(
    problem: RcpspProblem | _Text, solution: RcpspSolution | _Text, **options: Unpack[RcpspCheckOptions]
) -> RcpspCheck:
    """Does this solution keep every rule, and is its bound proven? Judged by code that shares nothing with the search.

    The options are those of `RcpspCheckOptions`: `work`.

    Raises
    ------
    PacelineError
        With every fault of the problem.

    Examples
    --------
    >>> import paceline as pl
    >>> problem = {"activities": [{"duration": 2}]}
    >>> pl.check_rcpsp(problem, pl.solve_rcpsp(problem)).feasible
    True
    """
def earned_schedule(**request: Unpack[EarnedScheduleRequest]) -> EarnedSchedule:
    """How late is the work, in time rather than money?

    `request` is that of the document type `EarnedScheduleRequest`.
    """
def earned_value(
    items: Iterable[EarnedValueItem] | _Text, *, method: ForecastMethod | None = None
) -> EarnedValueReport:
    """What has the work earned, and what will the whole cost? `method` is a `ForecastMethod`."""
def kpi_gaps(objectives: Iterable[Objective] | _Text, **options: Unpack[ScoreOptions]) -> list[KpiGap]:
    """How much of each KPI's gap is still open? Options as for `score`."""
def measure(
    operation: OperationName, part: str, data: object, options: dict[str, Any] | None = None
) -> Any:
    """Runs an operation on records, on a request or on a report: `part` says which."""
def operations() -> list[OperationName]:
    """Names of the operations of the engine."""
def pace(**request: Unpack[PaceRequest]) -> Pacing:
    """Is a total on its way to its target?

    `request` is that of the document type `PaceRequest`: `target`, `actual`, `elapsed`, `period`, `seasonality`.

    Examples
    --------
    >>> import paceline as pl
    >>> pacing = pl.pace(target=1500, actual=840, elapsed=61, period=92)  # leads, on day 61 of 92
    >>> round(pacing.expected_to_date, 2), round(pacing.linear_forecast, 2)
    (994.57, 1266.89)
    """
def pool(rows: Iterable[Sequence[float | None]] | _Text) -> PooledRatio:
    """What is the rate of many ratios together? Each row is a numerator and a denominator, either of them `None` where
    it is not known.

    Examples
    --------
    >>> import paceline as pl
    >>> pl.pool([(12, 400), (3, 100), (None, 250)]).ratio
    0.03
    """
def read_csv(
    tasks: _Text | None = None,
    links: _Text | None = None,
    resources: _Text | None = None,
    assignments: _Text | None = None,
    progress: _Text | None = None,
    base: Plan | PlanDocument | _Text | None = None,
    **options: Unpack[CsvReadOptions],
) -> CsvFile:
    """What plan do these tables make? CSV texts, paths or open files of tasks, links, resources, assignments and actual
    progress; with `base`, rows are added to that plan, and those with a known id change what their columns say.

    The options are those of `CsvReadOptions`: `separator`, `decimal`, `date_format`, `name`, and `start`, which a new
    plan needs. The answer has the `plan` and `issues`.

    Raises
    ------
    PacelineError
        With every fault of the tables, each with its line and column.

    Examples
    --------
    >>> import paceline as pl
    >>> tasks = "id;duration;predecessors\nbrief;1,5d;\ncopy;2 days;brief"
    >>> pl.read_csv(tasks, start="2026-03-02").plan["dependencies"]
    [{'from': 'brief', 'to': 'copy'}]
    """
def read_ical(text: _Text, **options: Unpack[IcalReadOptions]) -> IcalBusy:
    """When does nobody work, by this calendar file? A text, path or open file of iCalendar (`.ics`).

    The answer has `exceptions` for a calendar (whole days: holidays), `absences` for a resource (all that is shown as
    busy), and `issues`. The options are those of `IcalReadOptions`: `since`, `until` and `zone`.

    Raises
    ------
    PacelineError
        If the text cannot be read at all, with the line.

    Examples
    --------
    >>> import paceline as pl
    >>> busy = pl.read_ical(
    ...     "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nRRULE:FREQ=YEARLY\n"
    ...     "SUMMARY:Christmas Day\nEND:VEVENT\nEND:VCALENDAR", until="2026-12-31"
    ... )
    >>> busy.exceptions
    ({'date': '2026-12-25', 'every': 'year', 'name': 'Christmas Day'},)
    """
def read_mspdi(text: _Text) -> MspdiFile:
    """What plan does this file of Microsoft Project hold, and which dates does it store? A text, path or open file of the
    XML that it saves (MSPDI), in UTF-8.

    The answer has the `plan`, the dates `stored` for each task, and `issues`: what the plan does not hold, or holds
    otherwise.

    Raises
    ------
    PacelineError
        If the text cannot be read at all, with the line.

    Examples
    --------
    >>> import paceline as pl
    >>> file = pl.read_mspdi(
    ...     "<Project><Title>Fair</Title><StartDate>2026-03-02T08:00:00</StartDate><Tasks>"
    ...     "<Task><UID>1</UID><Duration>PT16H0M0S</Duration></Task></Tasks></Project>"
    ... )
    >>> file.plan["tasks"]
    [{'id': '1', 'duration': '2d'}]
    """
def read_xer(text: _Text) -> P6File:
    """What plans does this XER file of Primavera P6 hold, and which dates does it store? A text, bytes, path or open file;
    bytes that are not UTF-8 are Windows-1252, in which P6 writes.

    The answer has `projects`, each with its `id`, the `plan` and the dates `stored` for each activity, and `issues`:
    what the plans do not hold, or hold otherwise.

    Raises
    ------
    PacelineError
        If the text cannot be read at all.

    Examples
    --------
    >>> import paceline as pl
    >>> file = pl.read_xer(
    ...     "ERMHDR\t20.12\n%T\tPROJECT\n%F\tproj_id\tproj_short_name\tplan_start_date\n%R\t1\tFAIR\t2026-03-02 08:00\n"
    ...     "%T\tTASK\n%F\ttask_id\tproj_id\ttask_code\ttask_type\ttarget_drtn_hr_cnt\n%R\t7\t1\tA1000\tTT_Mile\t0\n%E\n"
    ... )
    >>> file.projects[0].plan["tasks"]
    [{'id': 'A1000', 'milestone': 'start'}]
    """
def read_pmxml(text: _Text) -> P6File:
    """What plans does this XML file of Primavera P6 (PMXML) hold, and which dates does it store? A text, path or open file,
    in UTF-8. The answer is as that of `read_xer`.

    Raises
    ------
    PacelineError
        If the text cannot be read at all, with the line.

    Examples
    --------
    >>> import paceline as pl
    >>> file = pl.read_pmxml(
    ...     "<APIBusinessObjects><Project><ObjectId>1</ObjectId><Id>FAIR</Id>"
    ...     "<PlannedStartDate>2026-03-02T08:00:00</PlannedStartDate></Project></APIBusinessObjects>"
    ... )
    >>> file.projects[0].id
    'FAIR'
    """
def read_rcpsp(text: _Text) -> RcpspProblem:
    """What problem does this file of a benchmark library hold? A text, path or open file of PSPLIB (`.sm`) or Patterson
    (`.rcp`).

    Raises
    ------
    PacelineError
        With every fault of the text, each with its line.

    Examples
    --------
    >>> import paceline as pl
    >>> problem = pl.read_rcpsp("3 1  1  0 0 1 2  3 1 1 3  0 0 0")
    >>> problem["activities"][1]
    {'name': '2', 'duration': 3, 'demands': [1]}
    """
def score(objectives: Iterable[Objective] | _Text, **options: Unpack[ScoreOptions]) -> Scorecard:
    """Did it move the objectives? The scorecard of objectives with their KPIs and measurements.

    The options are those of the document type `ScoreOptions`: `as_of`, `clamp`, `missing`, `min_coverage`,
    `thresholds`.

    Raises
    ------
    PacelineError
        With every fault of the objectives or of the options.

    Examples
    --------
    >>> import paceline as pl
    >>> objectives = [{"id": "demand", "kpis": [{"id": "leads", "baseline": 900, "target": 1500,
    ...                "measurements": [{"at": "2026-09-30", "value": 1140}]}]}]
    >>> pl.score(objectives, as_of="2026-10-01").program
    ProgramScore(score=0.4, coverage=1.0, rag='amber')
    """
def scorecard_svg(objectives: Iterable[Objective] | _Text, **options: Unpack[ScoreOptions]) -> str:
    """The scorecard as an SVG picture. Options as for `score`."""
def solve_rcpsp(
    problem: RcpspProblem | _Text,
    *,
    progress: bool | Callable[[Progress], object] | None = None,
    time_limit: float | datetime.timedelta | None = None,
    **options: Unpack[RcpspOptions],
) -> RcpspSolution:
    """What is the shortest schedule of this problem without a plan, and how good is it?

    Activities share resources of constant capacity and wait for each other; `problem` is that of the document type
    `RcpspProblem`, as a dict, JSON text or a path. The options are those of `RcpspOptions`: `steps`, `seed`, `gap`,
    `threads`, `proof`, `warm_start`; `progress` and `time_limit` are as for `Plan.level`. The same problem and options
    give the same solution, byte for byte, unless something stops the search.

    Raises
    ------
    PacelineError
        With every fault of the problem or of the options.

    Examples
    --------
    >>> import paceline as pl
    >>> problem = {"resources": [{"capacity": 1}],
    ...            "activities": [{"duration": 2, "demands": [1]}, {"duration": 3, "demands": [1]}],
    ...            "links": [{"from": 0, "to": 1}]}
    >>> solution = pl.solve_rcpsp(problem)
    >>> solution.makespan, solution.starts
    (5, (0, 2))
    """

@final
class Plan:
    """A program as one document: tasks, dependencies, calendars, resources, objectives.

    A plan never changes: `change` gives another one. It can be compared, pickled and copied, and used from many
    threads at once.

    Examples
    --------
    >>> import paceline as pl
    >>> plan = pl.Plan.read({
    ...     "format": "paceline/1",
    ...     "program": {"name": "Spring fair", "start": "2026-03-02"},
    ...     "tasks": [{"id": "brief", "duration": "1d"}, {"id": "copy", "duration": "2d"}],
    ...     "dependencies": [{"from": "brief", "to": "copy"}],
    ... })
    >>> plan.schedule().finish
    datetime.datetime(2026, 3, 4, 17, 0)
    >>> plan
    <Plan 'Spring fair': 2 tasks, 1 dependency>
    """
    @property
    def name(self) -> str:
        """Name of the program."""
    @classmethod
    def read(cls, source: PlanDocument | Plan | _Text) -> Self:
        """Reads a document and refuses it unless it is a valid plan; warnings do not stop it.

        `source` is JSON text, bytes, a path (`pathlib.Path`), an open file, a dict, or another plan.

        Raises
        ------
        PacelineError
            With every fault of the document at once.

        Examples
        --------
        >>> import paceline as pl
        >>> try:
        ...     pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                   "tasks": [{"id": "brief", "durration": "3d"}]})
        ... except pl.PacelineError as fault:
        ...     print(fault)
        error[unknown-field] at tasks/brief/durration: field `durration` is not known (did you mean `duration`?)
        """
    @classmethod
    def from_json(cls, source: PlanDocument | Plan | _Text) -> Self:
        """Reads the shape of a document only, so that a broken plan can be opened and shown with what `validate`
        says about it.

        Raises
        ------
        PacelineError
            If the document has not the shape of a plan.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.from_json('{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"},'
        ...                          '"dependencies":[{"from":"a","to":"b"}]}')
        >>> [issue.code for issue in plan.validate()]
        ['unknown-task', 'unknown-task']
        """
    @classmethod
    def from_tables(
        cls,
        *,
        program: Program,
        tasks: _Frame | Iterable[Task] | None = None,
        dependencies: _Frame | Iterable[Dependency] | None = None,
        resources: _Frame | Iterable[Resource] | None = None,
        assignments: _Frame | Iterable[Assignment] | None = None,
        calendars: _Frame | Iterable[Calendar] | None = None,
        campaigns: _Frame | Iterable[Campaign] | None = None,
        objectives: _Frame | Iterable[Objective] | None = None,
        kpis: _Frame | Iterable[Mapping[str, Any]] | None = None,
        measurements: _Frame | Iterable[Mapping[str, Any]] | None = None,
        baselines: _Frame | Iterable[Baseline] | None = None,
    ) -> Self:
        """Builds a valid plan from tables: data frames of pandas, polars, pyarrow, DuckDB or whatever else speaks
        Arrow (`__arrow_c_stream__`), or lists of dicts.

        A row is a record of the document and a column one of its fields; a null is an absent field. A field inside
        another is a struct column, or a column named with a dot: `progress.complete`. A column of timestamps
        that all stand at midnight is read as dates. `kpis` are put into their `objective`, `measurements` into
        their `kpi`.

        Raises
        ------
        PacelineError
            With every fault of the tables at once, each with its place by id (`tasks/brief/duration`).

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.from_tables(
        ...     program={"name": "Spring fair", "start": "2026-03-02"},
        ...     tasks=[{"id": "brief", "duration": "1d"}, {"id": "copy", "duration": "2d"}],
        ...     dependencies=[{"from": "brief", "to": "copy"}],
        ... )
        >>> plan.schedule()["copy"].start
        datetime.datetime(2026, 3, 3, 8, 0)
        """
    def to_json(self, indent: int | None = None) -> str:
        """The document as JSON text, its lists sorted by id; on one line, or indented if `indent` is given (by two
        spaces, whatever it is).

        Examples
        --------
        >>> import paceline as pl
        >>> text = '{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"}}'
        >>> pl.Plan.read(text).to_json() == text
        True
        """
    def to_dict(self) -> PlanDocument:
        """The document as a dict of Python values."""
    def change(self, changes: Mapping[str, Any] | _Text) -> Plan:
        """Another plan with these changes: what if?

        `changes` is a merge patch (RFC 7396) as dict or JSON text, in which a list of records may be an object
        keyed by the place of each record; `None` takes away. The result is not validated: `schedule` or `validate`
        says what is wrong with it.

        Raises
        ------
        PacelineError
            With every fault of the changes, or of the shape of the changed plan.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
        >>> plan.change({"tasks": {"brief": {"duration": "3d"}}}).schedule().finish
        datetime.datetime(2026, 3, 4, 17, 0)
        """
    def diff(self, was: Plan) -> list[PlanChange]:
        """What changed from another plan to this one? Every record and field by its place, with what it was and is.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
        >>> later = plan.change({"tasks": {"brief": {"duration": "3d"}}})
        >>> [change.message for change in later.diff(plan)]
        ['`duration` of task `brief` is `3d` instead of `1d`']
        """
    def write_mspdi(
        self, schedule: Schedule | None = None, stored: Iterable[StoredTask | Mapping[str, Any]] | _Text | None = None
    ) -> MspdiText:
        """This plan as a file that Microsoft Project opens (its XML, MSPDI), with the dates of a schedule, by default the
        plan's own.

        `stored` are dates that `read_mspdi` gave: they go before those of the schedule. The answer has the `text` of
        the file and `issues`: what it does not say, or says otherwise than the plan.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
        >>> again = pl.read_mspdi(plan.write_mspdi().text)
        >>> again.plan["tasks"][0]["duration"]
        '1d'
        """
    def validate(self) -> list[Issue]:
        """What is wrong with this document: errors first, then warnings."""
    def schedule(self) -> Schedule:
        """When will it be done, and why then? Dates, float and the critical path, without regard to overload.

        Raises
        ------
        PacelineError
            With every fault of the plan.
        """
    def level(
        self,
        *,
        progress: bool | Callable[[Progress], object] | None = None,
        time_limit: float | datetime.timedelta | None = None,
        from_: When | None = None,
        **options: Unpack[LevelOptions],
    ) -> LevelReport:
        """What is the best plan in which nobody is overloaded, and how good is it?

        The options are those of the document type `LevelOptions`: `objective`, `within_float`, `campaigns`,
        `resources`, `from` (in Python `from_`), `to`, `weights`, `reassign`, `steps`, `seed`. The same plan,
        options and seed give the same report, byte for byte, unless something stops the search.

        Parameters
        ----------
        progress
            `True` for a bar (needs tqdm), or a function that is called with a `Progress` at the beginning and
            then at most every 50 ms. If it returns something false but `None` the search stops; what it raises is raised here.
        time_limit
            Seconds (or a `timedelta`) after which the search stops.

        A search that is stopped, by its time limit, by its progress function or by Ctrl-C, answers with the best
        plan so far and the status `"stopped"`; Ctrl-C is then used up and no `KeyboardInterrupt` is raised. Other
        threads run meanwhile.

        Raises
        ------
        PacelineError
            With every fault of the plan or of the options.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({
        ...     "format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...     "resources": [{"id": "ana"}],
        ...     "tasks": [{"id": "copy", "duration": "2d", "deadline": "2026-03-03"}, {"id": "film", "duration": "3d"}],
        ...     "assignments": [{"task": "copy", "resource": "ana"}, {"task": "film", "resource": "ana"}]})
        >>> report = plan.level()
        >>> report.status, [move.task for move in report.moves]
        ('optimal', ['film'])
        """
    def apply_leveling(self, schedule: Schedule) -> Plan:
        """How does the leveled plan become the plan? The plan with the delays that a leveled schedule needs, so that
        `schedule` gives its dates.
        """
    def check(self, schedule: Schedule | None = None) -> CheckReport:
        """Does a schedule (by default the plan's own) keep every rule? Judged by code that shares nothing with the
        code that makes schedules.
        """
    def check_leveled(self, before: Schedule, after: Schedule, **options: Unpack[LevelOptions]) -> CheckReport:
        """Did leveling, with these options, break a rule or move what never moves?"""
    def compare(self, before: Schedule, after: Schedule, was: Plan | None = None) -> Comparison:
        """What moved between two schedules, and why? This plan is the one of the later schedule; `was` is the one of
        the earlier: with it, a task that moved by itself says what changed of its own.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "brief", "duration": "1d"}]})
        >>> later = plan.change({"program": {"start": "2026-03-09"}})
        >>> later.compare(plan.schedule(), later.schedule(), was=plan).shifts[0].cause.changed
        ('program',)
        """
    def load(self, schedule: Schedule | None = None, **options: Unpack[LoadOptions]) -> LoadReport:
        """Who is overloaded, and when? By a schedule, by default the plan's own.

        The option `bucket` is `"moment"` (the default: never more at once than there is) or `"day"` (never more on
        a day than can be done on it).
        """
    def set_baseline(self, schedule: Schedule | None = None, **options: Unpack[BaselineOptions]) -> Plan:
        """The plan with a schedule, by default its own, stored as a baseline: what was agreed.

        The options are those of the document type `BaselineOptions`: `id` (`"baseline-0"` if absent; one of this id is
        replaced) and `at`.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "brief", "duration": "1d"}]}).set_baseline()
        >>> later = plan.change({"tasks": {"brief": {"duration": "3d"}}})
        >>> later.variance().tasks[0].variance.finish_variance
        57600
        """
    def variance(self, schedule: Schedule | None = None, **options: Unpack[VarianceOptions]) -> VarianceReport:
        """How far is a schedule, by default the plan's own, from a baseline of the plan? By task, campaign and in all.

        The option `baseline` names it; `"baseline-0"` if absent. Variances of times are working time of the program
        in seconds, above zero is later, longer, more or dearer.
        """
    def float_paths(self, **options: Unpack[FloatPathOptions]) -> FloatPaths:
        """What comes next after the critical path? The chains of tasks that lead to the task `to`, by default the last,
        nearest to driving it first; of each task its path, its float taken apart, its drag.

        Options: `to`, `order` (`"free_float"` or `"total_float"`), `paths` (10), `near_critical` (a duration).

        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "film", "duration": "5d"}, {"id": "copy", "duration": "3d"},
        ...                                {"id": "post", "duration": "1d"}],
        ...                      "dependencies": [{"from": "film", "to": "post"}, {"from": "copy", "to": "post"}]})
        >>> [path.tasks for path in plan.float_paths().paths]
        [('film', 'post'), ('copy',)]
        """
    def budgets(
        self, request: CampaignBudgetRequest | _Text, schedule: Schedule | None = None
    ) -> CampaignBudgetReport:
        """What budget does each campaign get by the best split? The answer has the plan with them, and every change.

        `request` is that of the document type `CampaignBudgetRequest`: the `allocation` is the answer of
        `measure.allocate_budget`. No campaign gets less than what its started and finished work costs, by a schedule, by
        default the plan's own.
        """
    def instantiate(self, request: InstantiateRequest | _Text) -> InstantiateReport:
        """What does a playbook bring into the plan when an alert starts it? The answer has the plan with its tasks as a
        campaign `playbook@event`. The same event starts a playbook once.

        `request` is that of the document type `InstantiateRequest`: `playbooks`, `playbook`, `event`, `at`.

        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"}})
        >>> playbook = {"id": "incident", "tasks": [{"id": "answer", "duration": "4h"}]}
        >>> found = plan.instantiate({"playbooks": [playbook], "playbook": "incident", "event": "spike-1",
        ...                           "at": "2026-03-04T10:00"})
        >>> found.inserted
        ('incident@spike-1/answer',)
        """
    def cost(self, schedule: Schedule | None = None) -> CostReport:
        """What does it cost, by a schedule, by default the plan's own?"""
    def write_xer(self, schedule: Schedule | None = None) -> XerText:
        """What is this plan as a file that Primavera P6 opens (XER)? Its dates are those of a schedule, by default the plan's
        own. The answer has the `text`, and `issues`: what the file does not say. P6 reads it in the code page of its
        computer, mostly Windows-1252.
        """
    def score(self, **options: Unpack[ScoreOptions]) -> Scorecard:
        """Did it move the objectives? The scorecard of the plan's objectives; options as for `paceline.score`."""
    def values(self, **options: Unpack[ScoreOptions]) -> list[TaskValue]:
        """What is each task worth, and why? Options as for `paceline.score`."""
    def weights(self, **options: Unpack[ScoreOptions]) -> dict[str, float]:
        """What does a day of lateness cost, as weights for leveling? Options as for `paceline.score`."""
    def at_risk(self, schedule: Schedule | None = None, **options: Unpack[ScoreOptions]) -> list[AtRisk]:
        """What is at risk because tasks are late? Options as for `paceline.score`."""
    def report(self, leveled: LevelReport | None = None, **options: Unpack[ReportOptions]) -> str:
        """Who, when, why, how good and at what cost, in words for a terminal.

        Shows `leveled`, or the plan leveled as the option `level` says; further options are `score`, `color` and
        `width`.
        """
    def page(self, leveled: LevelReport | None = None, **options: Unpack[PageOptions]) -> str:
        """The same as one self-contained HTML page with its pictures; options `level`, `score`, `title`, `footer`."""
    def gantt_svg(self, leveled: LevelReport | None = None, **options: Unpack[ChartOptions]) -> str:
        """The schedule as an SVG picture; options `level`, `score`."""
    def load_svg(self, leveled: LevelReport | None = None, **options: Unpack[LoadChartOptions]) -> str:
        """The load of everybody as an SVG picture; options `level`, `score`, `before`."""
    def trace_svg(self, leveled: LevelReport | None = None, **options: Unpack[TraceChartOptions]) -> str:
        """How the search for the leveled plan went, as an SVG picture; option `level`."""
    def write_ical(self, schedule: Schedule | None = None, **options: Unpack[IcalOptions]) -> IcalFeeds:
        """What does the plan look like in people's calendars? Feeds in iCalendar, by a schedule, by default the plan's own.

        The options are those of `IcalOptions`: `stamp` (the time of now in UTC, always needed: `"2026-03-02T09:30"`), `by`
        (`"program"`, `"resource"`, `"campaign"`, `"channel"` or `"market"`), `only`, `detail` (`"spans"`, `"days"` or
        `"shifts"`), `zone`, `namespace`, `url`, and `previous`: the texts of the feeds as they were, so that what changed is
        raised and what is gone is cancelled. The answer has `feeds`, each with its `text`, and `issues`.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "tasks": [{"id": "copy", "duration": "1d"}]})
        >>> (feed,) = plan.write_ical(stamp="2026-02-27T12:00").feeds
        >>> feed.feed, feed.events
        ('program', 1)
        """
    def write_csv(self, schedule: Schedule | None = None, **options: Unpack[CsvWriteOptions]) -> CsvText:
        """What does the plan look like as a table in CSV? By a schedule, by default the plan's own.

        The options are those of `CsvWriteOptions`: `table` (`"tasks"`, `"links"`, `"resources"`, `"assignments"`,
        `"progress"`, `"schedule"` or `"load"`), `separator`, `decimal`, `mark`, `keep_formulas`. The answer has the `text`,
        the number of `rows`, and `issues`: what the table cannot say.

        Examples
        --------
        >>> import paceline as pl
        >>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
        ...                      "resources": [{"id": "ana"}], "tasks": [{"id": "copy", "duration": "1d"}],
        ...                      "assignments": [{"task": "copy", "resource": "ana"}]})
        >>> print(plan.write_csv(table="load").text.replace("\r", ""), end="")
        resource,date,demand_hours,capacity_hours,excess_hours
        ana,2026-03-02,8,8,0
        """
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def _repr_html_(self) -> str: ...

@type_check_only
class _Report:
    @classmethod
    def from_json(cls, source: Mapping[str, Any] | Self | _Text) -> Self:
        """Reads a report that `to_json` or `to_dict` has written (`source`: as for `Plan.read`)."""
    def to_json(self, indent: int | None = None) -> str:
        """The report as JSON text, the same bytes in every language; indented if `indent` is given (by two
        spaces, whatever it is).
        """
    def to_dict(self) -> dict[str, Any]:
        """The report as a dict of Python values, as in its JSON text."""
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def _repr_html_(self) -> str: ...

@final
class Schedule(_Report):
    """When everything happens: dates, float and the critical path of every task.

    Dates are `datetime`s on the clock of the plan: naive on a wall clock, aware with their offset in a zoned plan.
    Lengths are whole seconds (`int`), because working time does not add to dates.

    Examples
    --------
    >>> import paceline as pl
    >>> schedule = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    ...                          "tasks": [{"id": "copy", "duration": "2d"}]}).schedule()
    >>> schedule["copy"].finish, schedule["copy"].duration
    (datetime.datetime(2026, 3, 3, 17, 0), 57600)
    >>> schedule.tasks["id"], "copy" in schedule
    (['copy'], True)
    """
    @property
    def format(self) -> str:
        """Version of the format, `paceline-schedule/1`."""
    @property
    def start(self) -> datetime.datetime:
        """First start."""
    @property
    def finish(self) -> datetime.datetime:
        """Last finish."""
    @property
    def tasks(self) -> Table[TaskSchedule]:
        """Every task, in the order of their ids: a table of `TaskSchedule`."""
    @property
    def reassigned(self) -> tuple[Reassigned, ...]:
        """The longest driving path to the finish of the program, first task first; with multiple critical paths one
        Assignments that are done by somebody else than the plan says, by task, then resource.
        """
    @property
    def critical_paths(self) -> tuple[tuple[str, ...], ...]:
        """for each open end that is critical."""
    @property
    def issues(self) -> tuple[Issue, ...]:
        """What a person should know: missed deadlines, broken constraints, negative float, the plan's warnings."""
    def __getitem__(self, id: str, /) -> TaskSchedule: ...
    def __contains__(self, id: object, /) -> bool: ...
    def __len__(self) -> int: ...

@final
class LevelReport(_Report):
    """The result of leveling: the best plan found, how good it is, what moved and why.

    Examples
    --------
    >>> import paceline as pl
    >>> report = pl.Plan.read({
    ...     "format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"}, "resources": [{"id": "ana"}],
    ...     "tasks": [{"id": "copy", "duration": "1d"}, {"id": "film", "duration": "1d"}],
    ...     "assignments": [{"task": "copy", "resource": "ana"}, {"task": "film", "resource": "ana"}]}).level()
    >>> [(part.name, part.value, part.bound) for part in report.objective]
    [('tardiness', 0.0, 0.0), ('finish', 1.7083333333333333, 1.7083333333333333)]
    """
    @property
    def status(self) -> Status:
        """What is known about the plan: `optimal`, `feasible`, `infeasible` or `stopped`."""
    @property
    def schedule(self) -> Schedule:
        """The leveled schedule."""
    @property
    def before(self) -> Schedule:
        """The schedule before leveling."""
    @property
    def objective(self) -> tuple[ObjectivePart, ...]:
        """The parts of the objective with their bounds, most important first."""
    @property
    def moves(self) -> Table[Move]:
        """Tasks that moved, each with its cause, in the order of their new start: a table of `Move`."""
    @property
    def reassignments(self) -> tuple[Reassignment, ...]:
        """Assignments given to somebody else, with why, what it costs and what it saves."""
    @property
    def late(self) -> Table[LateTask]:
        """Tasks that miss their deadline, by id: a table of `LateTask`."""
    @property
    def remaining(self) -> Table[RemainingOverload]:
        """Overloads that remain, each with its reason: a table of `RemainingOverload`."""
    @property
    def steps(self) -> int:
        """Steps used: schedules generated."""
    @property
    def found_by(self) -> str:
        """The priority rule or method that found the plan."""
    @property
    def trace(self) -> tuple[TracePoint, ...]:
        """The improvements of the search in the order of their steps, at most 200."""

@final
class LoadReport(_Report):
    """Load of every resource that works, in the order of their ids. Amounts are seconds of work of one whole resource."""
    @property
    def resources(self) -> Table[ResourceLoad]:
        """Load of each resource: a table of `ResourceLoad`."""
    @property
    def days(self) -> Table[ResourceDay]:
        """Load of each resource on each day with demand: a table of `ResourceDay`."""
    @property
    def overloads(self) -> Table[Overload]:
        """Spans in which a resource is asked for more than there is of it: a table of `Overload`."""
    @property
    def overloaded(self) -> int:
        """How many resources are overloaded at some time."""
    @property
    def excess(self) -> int:
        """Sum of all excess, in seconds of work of one whole resource."""

@final
class CostReport(_Report):
    """What the plan costs by a schedule, held against the budgets. Amounts are in the program's currency."""
    @property
    def currency(self) -> str | None:
        """Currency of every amount, if the program states one (ISO 4217)."""
    @property
    def cost(self) -> Cost:
        """Cost of the program by kind."""
    @property
    def budget(self) -> BudgetStatus | None:
        """How it stands to the program's budget, if there is one."""
    @property
    def campaigns(self) -> Table[CampaignCost]:
        """Cost of each campaign, in the order of their ids: a table of `CampaignCost`."""
    @property
    def no_campaign(self) -> Cost:
        """Cost of the tasks that belong to no campaign."""
    @property
    def tasks(self) -> Table[TaskCost]:
        """Cost of each task, in the order of their ids: a table of `TaskCost`."""
    @property
    def resources(self) -> Table[ResourceCost]:
        """Cost of each resource, in the order of their ids: a table of `ResourceCost`."""
    @property
    def issues(self) -> tuple[Issue, ...]:
        """What a person should know: budgets overspent, rates that do not fit."""

@final
class Scorecard(_Report):
    """Scores of a program, its objectives and their KPIs.

    Examples
    --------
    >>> import paceline as pl
    >>> card = pl.score([{"id": "demand", "kpis": [{"id": "leads", "baseline": 900, "target": 1500,
    ...                   "measurements": [{"at": "2026-09-30", "value": 1140}]}]}])
    >>> card.program.score, card.kpis["actual"]
    (0.4, [1140.0])
    """
    @property
    def as_of(self) -> datetime.date | datetime.datetime | None:
        """The date of the review, as asked."""
    @property
    def program(self) -> ProgramScore:
        """The score of the program."""
    @property
    def objectives(self) -> Table[ObjectiveScore]:
        """The objectives, by id: a table of `ObjectiveScore`."""
    @property
    def kpis(self) -> Table[ObjectiveKpi]:
        """The KPIs of all objectives: a table of `ObjectiveKpi`."""
    @property
    def sensitivity(self) -> Table[Lift]:
        """What each KPI would do for the program at its target, largest lift first: a table of `Lift`."""
    @property
    def cautions(self) -> tuple[Issue, ...]:
        """What a reader of the scores of the program and its objectives should know."""

@final
class Table(Generic[_Row]):
    """A list of records of a report, also as columns.

    Data frames take it whole: `polars.DataFrame(table)`, `pandas.DataFrame.from_arrow(table)`, `pyarrow.table(table)`,
    or by its name in a query of DuckDB, through the Arrow PyCapsule interface. `table["start"]` is the list of a
    column's values, `table[0]` a record, and iterating gives the records, which are frozen records.

    The columns are flat: what a record holds in a record of its own is several columns (`cause_kind`,
    `cause_resource`). Dates with a time are `timestamp[us]`, in a zoned plan with the zone UTC; lengths are whole
    seconds (`int64`), since working time does not add to dates; amounts of money and shares are `float64`.

    Examples
    --------
    >>> import paceline as pl
    >>> table = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    ...                       "tasks": [{"id": "brief", "duration": "1d"}]}).schedule().tasks
    >>> len(table), table["finish"], table[0].critical
    (1, [datetime.datetime(2026, 3, 2, 17, 0)], True)
    """
    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
    def to_polars(self) -> Any:
        """The columns as a data frame of polars, which must be there."""
    def to_pandas(self) -> Any:
        """The columns as a data frame of pandas 3 or later, which must be there."""
    def to_pyarrow(self) -> Any:
        """The columns as a table of pyarrow, which must be there."""
    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, key: int, /) -> _Row: ...
    @overload
    def __getitem__(self, key: slice, /) -> list[_Row]: ...
    @overload
    def __getitem__(self, key: str, /) -> list[Any]: ...
    def __iter__(self) -> Iterator[_Row]: ...
    def __eq__(self, other: object, /) -> bool: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...
    def _repr_html_(self) -> str: ...
    def _head(self, name: str, count: int) -> list[Any]: ...
    @classmethod
    def __class_getitem__(cls, item: Any) -> GenericAlias: ...

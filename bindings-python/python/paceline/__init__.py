"""Paceline: the embeddable planning and measurement engine for social programs.

A plan document goes in, reports come out: dates and the critical path, the best plan in which nobody is overloaded
with a bound that says how good it is, cost, KPI scorecards. The same input gives the same bytes as in Rust and in
the browser.

>>> import paceline as pl
>>> plan = pl.Plan.read({
...     "format": "paceline/1",
...     "program": {"name": "Spring fair", "start": "2026-03-02"},
...     "resources": [{"id": "ana"}],
...     "tasks": [{"id": "brief", "duration": "1d"},
...               {"id": "copy", "duration": "2d", "deadline": "2026-03-04"},
...               {"id": "film", "duration": "3d"}],
...     "dependencies": [{"from": "brief", "to": "copy"}],
...     "assignments": [{"task": "copy", "resource": "ana"}, {"task": "film", "resource": "ana"}],
... })
>>> report = plan.level()
>>> report.schedule["copy"].finish
datetime.datetime(2026, 3, 4, 17, 0)
>>> [(move.task, move.to) for move in report.moves]
[('film', datetime.datetime(2026, 3, 5, 8, 0))]

What is wrong with a document is told all at once, by `PacelineError`.
"""

from . import measure, types
from ._error import PacelineError
from ._paceline import (
    CostReport,
    LevelReport,
    LoadReport,
    Plan,
    Schedule,
    Scorecard,
    Table,
    __version__,
    alerts,
    call,
    check_rcpsp,
    earned_schedule,
    earned_value,
    kpi_gaps,
    operations,
    pace,
    pool,
    read_csv,
    read_ical,
    read_mspdi,
    read_pmxml,
    read_rcpsp,
    read_xer,
    score,
    scorecard_svg,
    solve_rcpsp,
)
from ._records import ObjectiveKpi, ResourceDay
from ._types import Issue, Progress

__all__ = [
    "CostReport",
    "Issue",
    "LevelReport",
    "LoadReport",
    "ObjectiveKpi",
    "PacelineError",
    "Plan",
    "Progress",
    "ResourceDay",
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
    "types",
]

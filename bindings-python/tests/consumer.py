"""Written as a user would write it; only type checkers read it."""

from __future__ import annotations

import datetime
import pathlib

import paceline as pl
from paceline.types import LevelOptions, Move, PlanDocument, TaskSchedule
from typing_extensions import assert_type

document: PlanDocument = {
    "format": "paceline/1",
    "program": {"name": "Spring fair", "start": datetime.date(2026, 3, 2)},
    "tasks": [{"id": "brief", "duration": "1d", "deadline": "2026-03-04"}],
}
plan = pl.Plan.read(document)
assert_type(plan, pl.Plan)
pl.Plan.read(pathlib.Path("plan.json"))
pl.Plan.read('{"format": "paceline/1"}')
with open("plan.json", "rb") as file:
    pl.Plan.read(file)

schedule = plan.schedule()
assert_type(schedule.finish, datetime.datetime)
assert_type(schedule["brief"], TaskSchedule)
assert_type(schedule.tasks, "pl.Table[TaskSchedule]")
assert_type(schedule.tasks[0], TaskSchedule)
assert_type([row.total_float for row in schedule.tasks], list[int])


def show(progress: pl.Progress) -> None:
    print(progress.steps / progress.budget)


options: LevelOptions = {"steps": 100, "seed": 7}
report = plan.level(**options)
report = plan.level(objective=["finish"], within_float=True, from_="2026-03-03", progress=show, time_limit=5)
moves: list[Move] = report.moves[:3]
for move in report.moves:
    if move.cause.kind == "resource":
        print(move.cause.resource, move.cause.until - move.from_)

card = plan.score(as_of=datetime.date(2026, 3, 31), thresholds={"green": 0.8})
assert_type(card.kpis[0], pl.ObjectiveKpi)
assert_type(card.kpis[0].score, "float | None")
try:
    plan.change({"tasks": {"brief": None}})
except pl.PacelineError as fault:
    assert_type(fault.issues, list[pl.Issue])

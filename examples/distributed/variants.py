"""Which start of a launch is robust? Variants of a program, and a function that plans a table of them.

A program manager may start the launch on one of several Mondays. Work takes longer or shorter than planned and people
fall ill; nobody knows where. So each start is planned in many worlds, and the same worlds for every start: what
differs between two starts is then the start and not the luck of the draw.

`variants` makes the table of what to plan, `evaluate` plans a table and answers with a table. Both are plain
functions of plain values, so that any engine that maps functions over tables can run them.
"""

from __future__ import annotations

import datetime
import hashlib
import random
from typing import Any

import paceline as pl
import pyarrow as pa

STARTS = ("2026-08-03", "2026-08-10", "2026-08-17", "2026-08-24", "2026-08-31")
"""The Mondays in question."""

LONGEST, SHORTEST = 1.6, 0.8
"""A task takes this share of its planned days at most and at least; the plan is the most likely."""

AWAY = 0.3
"""Share of people who are away once, for 1 to 5 days, between the beginning of August and the end of October."""

AWAY_FROM, AWAY_DAYS = datetime.date(2026, 8, 3), 90

INPUT = pa.schema([("variant", pa.int64()), ("world", pa.int64()), ("start", pa.string())])
"""Columns of what to plan: a number, the number of the world, and the start of the program."""

OUTPUT = pa.schema(
    [
        ("variant", pa.int64()),
        ("world", pa.int64()),
        ("start", pa.string()),
        ("finish", pa.timestamp("us")),
        ("lateness", pa.float64()),
        ("bound", pa.float64()),
        ("late", pa.int64()),
        ("digest", pa.string()),
    ]
)
"""Columns of the answer: the leveled finish; weighted days of lateness, and below which they cannot be; late tasks;
and the SHA-256 of the whole report, so that two runs can be compared to the last byte."""


def variants(count: int) -> pa.Table:
    """The first `count` variants: world after world, each with every start."""
    rows = [
        {"variant": number, "world": number // len(STARTS), "start": STARTS[number % len(STARTS)]}
        for number in range(count)
    ]
    return pa.Table.from_pylist(rows, INPUT)


def batches(table: pa.Table, rows: int) -> list[pa.Table]:
    """A table in pieces of that many rows.

    Each is a copy: a slice would be sent to a worker with the whole table behind it, and Dask, which names tasks by
    their arguments, takes all slices of a table for the same.
    """
    return [table.take(list(range(at, min(at + rows, len(table))))) for at in range(0, len(table), rows)]


def world(document: dict[str, Any], number: int) -> dict[str, Any]:
    """What happens in a world, as changes of the plan: durations of tasks, absences of people.

    The generator is seeded with the number of the world, so a world is the same wherever it is drawn.
    """
    draw = random.Random(f"paceline/{number}")
    tasks = {}
    for task in document["tasks"]:
        planned = task.get("duration", "")
        if planned.endswith("d") and planned[:-1].isdigit():
            days = int(planned[:-1]) * draw.triangular(SHORTEST, LONGEST, 1.0)
            whole = int(days) + (draw.random() < days % 1)
            tasks[task["id"]] = {"duration": f"{max(1, whole)}d"}
    resources = {}
    for person in document["resources"]:
        is_away, first, days = draw.random() < AWAY, draw.randrange(AWAY_DAYS), draw.randint(1, 5)
        if is_away and person.get("kind", "person") == "person":
            begin = AWAY_FROM + datetime.timedelta(days=first)
            end = begin + datetime.timedelta(days=days - 1)
            resources[person["id"]] = {"absences": [{"from": begin.isoformat(), "to": end.isoformat()}]}
    return {"tasks": tasks, "resources": resources}


def evaluate(table: pa.Table, plan: pl.Plan, steps: int = 1000) -> pa.Table:
    """Plans every variant of a table, leveled with at most so many steps: one row in, one row out."""
    document = plan.to_dict()
    answers = []
    for row in table.to_pylist():
        changes = world(document, row["world"])
        changes["program"] = {"start": row["start"]}
        report = plan.change(changes).level(steps=steps)
        tardiness = report.objective[0]
        answers.append(
            row
            | {
                "finish": report.schedule.finish,
                "lateness": tardiness.value,
                "bound": tardiness.bound,
                "late": len(report.late),
                "digest": hashlib.sha256(report.to_json().encode()).hexdigest(),
            }
        )
    return pa.Table.from_pylist(answers, OUTPUT)

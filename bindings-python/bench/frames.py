"""How fast data frames become plans and reports data frames: 100,000 tasks.

Printed are medians of the time on the wall and of the time of the processor; on a machine that is busy with other
things only the second says something about this package.
"""

from __future__ import annotations

import datetime
import statistics
import time
from typing import Any

import pandas
import paceline as pl
import polars

TASKS = 100_000
LINKS = 100
ROUNDS = 15
PROGRAM: Any = {"name": "Large", "start": "2026-03-02"}


def tasks() -> polars.DataFrame:
    """Five columns, one of them of dates."""
    first = datetime.date(2026, 3, 2)
    return polars.DataFrame(
        {
            "id": [f"t{number:06}" for number in range(TASKS)],
            "name": [f"Task {number}" for number in range(TASKS)],
            "duration": [f"{number % 5 + 1}d" for number in range(TASKS)],
            "priority": [number % 1000 for number in range(TASKS)],
            "deadline": [first + datetime.timedelta(days=number % 600) for number in range(TASKS)],
        }
    )


def links() -> polars.DataFrame:
    """Chains through every hundredth task."""
    return polars.DataFrame(
        {
            "from": [f"t{number:06}" for number in range(TASKS - LINKS)],
            "to": [f"t{number + LINKS:06}" for number in range(TASKS - LINKS)],
        }
    )


def timed(name: str, call: Any) -> Any:
    """The answer of a call, whose median time is printed."""
    wall: list[float] = []
    processor: list[float] = []
    answer = None
    for _ in range(ROUNDS):
        begin, spent = time.perf_counter(), time.process_time()
        answer = call()
        wall.append(time.perf_counter() - begin)
        processor.append(time.process_time() - spent)
    print(f"{name:<44}{statistics.median(wall) * 1e3:>9.1f}{statistics.median(processor) * 1e3:>11.1f}")
    return answer


def main() -> None:
    print(f"{TASKS:,} tasks, medians of {ROUNDS} in ms")
    print(f"{'':<44}{'wall':>9}{'processor':>11}")
    frame, edges = tasks(), links()
    timed("plan from polars: tasks", lambda: pl.Plan.from_tables(program=PROGRAM, tasks=frame))
    plan = timed(
        "plan from polars: tasks and links",
        lambda: pl.Plan.from_tables(program=PROGRAM, tasks=frame, dependencies=edges),
    )
    other = frame.to_pandas()
    timed("plan from pandas: tasks", lambda: pl.Plan.from_tables(program=PROGRAM, tasks=other))
    rows: Any = plan.to_dict()["tasks"]
    timed("plan from a list of dicts: tasks", lambda: pl.Plan.from_tables(program=PROGRAM, tasks=rows))
    text = plan.to_json()
    timed("plan from JSON text", lambda: pl.Plan.read(text))
    schedule = timed("schedule", plan.schedule)
    timed("schedule.tasks to polars", lambda: polars.DataFrame(schedule.tasks))
    timed("schedule.tasks to pandas", lambda: pandas.DataFrame.from_arrow(schedule.tasks))
    timed("schedule.tasks as records", lambda: list(schedule.tasks))


if __name__ == "__main__":
    main()

"""Plans that the tests share."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import paceline as pl

AURORA = Path(__file__).parents[2] / "examples" / "data" / "aurora.json"

FAIR: dict[str, Any] = {
    "format": "paceline/1",
    "program": {"name": "Spring fair", "start": "2026-03-02"},
    "resources": [{"id": "ana"}],
    "tasks": [
        {"id": "brief", "duration": "1d"},
        {"id": "copy", "duration": "2d", "deadline": "2026-03-04"},
        {"id": "film", "duration": "3d"},
    ],
    "dependencies": [{"from": "brief", "to": "copy"}],
    "assignments": [{"task": "copy", "resource": "ana"}, {"task": "film", "resource": "ana"}],
}


def fair() -> pl.Plan:
    """Three tasks, one person asked for two of them at once."""
    return pl.Plan.read(FAIR)


def aurora() -> pl.Plan:
    """The launch of the examples."""
    return pl.Plan.read(AURORA)


def hard(count: int = 60, seed: int = 1) -> pl.Plan:
    """A plan whose search does not end by itself for long: many deadlines, few people."""
    draw = random.Random(seed)
    tasks = [
        {
            "id": f"t{number:03}",
            "duration": f"{draw.randint(1, 5)}d",
            "deadline": f"2026-03-{draw.randint(4, 28):02}",
            "weight": draw.randint(1, 9),
        }
        for number in range(count)
    ]
    people = [f"p{number}" for number in range(4)]
    assignments = [
        {"task": task["id"], "resource": person} for task in tasks for person in draw.sample(people, draw.randint(1, 2))
    ]
    links = [
        {"from": f"t{number:03}", "to": f"t{draw.randint(number + 1, count - 1):03}"} for number in range(0, count - 5, 3)
    ]
    return pl.Plan.read(
        {
            "format": "paceline/1",
            "program": {"name": "Hard", "start": "2026-03-02"},
            "resources": [{"id": person} for person in people],
            "tasks": tasks,
            "dependencies": links,
            "assignments": assignments,
        }
    )


ENDLESS = 10**12
"""Steps that no search of `hard` comes to the end of in the time of a test."""

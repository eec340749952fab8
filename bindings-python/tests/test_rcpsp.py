"""Scheduling problems without a plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import paceline as pl
import pytest

if TYPE_CHECKING:
    from paceline.types import RcpspProblem

PATTERSON = "5 1  2  0 0 3 2 3 4  3 1 1 5  2 2 1 5  4 1 1 5  0 0 0"
"""A source, jobs of 3, 2 and 4 that ask for 1, 2 and 1 of 2, and a sink."""


@pytest.fixture
def problem() -> RcpspProblem:
    return pl.read_rcpsp(PATTERSON)


def test_a_problem_is_read_from_a_file_solved_and_judged(tmp_path: Path) -> None:
    path = tmp_path / "five.rcp"
    path.write_text(PATTERSON)
    problem = pl.read_rcpsp(path)
    assert [activity["duration"] for activity in problem["activities"]] == [0, 3, 2, 4, 0]
    solution = pl.solve_rcpsp(problem, seed=1)
    assert solution.makespan >= solution.bound
    verdict = pl.check_rcpsp(problem, solution)
    assert verdict.feasible and verdict.makespan == solution.makespan
    assert pl.check_rcpsp(json.dumps(problem), solution.to_json()) == verdict
    moved = solution.to_dict() | {"starts": [0] * 5}
    assert {issue.code for issue in pl.check_rcpsp(problem, moved).findings} >= {"link-broken", "over-capacity"}


def test_the_same_seed_gives_the_same_solution(problem: RcpspProblem) -> None:
    assert pl.solve_rcpsp(problem, steps=50, seed=3) == pl.solve_rcpsp(problem, steps=50, seed=3)


def test_progress_is_told_and_stops(problem: RcpspProblem) -> None:
    told: list[pl.Progress] = []
    solution = pl.solve_rcpsp(problem, progress=lambda progress: told.append(progress) or False, time_limit=60)
    assert told and told[0].objective[0] >= solution.makespan
    assert pl.check_rcpsp(problem, solution).feasible


def test_threads_are_taken(problem: RcpspProblem) -> None:
    assert pl.solve_rcpsp(problem, steps=50, threads=2).warnings == ()


def test_faults_are_told_at_their_place() -> None:
    with pytest.raises(pl.PacelineError) as told:
        pl.solve_rcpsp({"resources": [{"capacity": 1}], "activities": [{"duration": 1, "demands": [2]}]}, threads=0)
    assert {issue.at for issue in told.value.issues} == {"activities/0/demands/0", "options/threads"}
    with pytest.raises(pl.PacelineError) as told:
        pl.read_rcpsp("2 1\n1\n0 0 1 x")
    assert {issue.at for issue in told.value.issues} == {"line 3"}

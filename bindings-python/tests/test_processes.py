"""Other processes: pools, fork, pickles."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
from concurrent.futures import ProcessPoolExecutor

import paceline as pl
import pytest
from plans import aurora, fair, hard


def leveled(plan: pl.Plan) -> pl.LevelReport:
    return plan.level(steps=50)


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_a_pool_gives_what_one_process_gives(method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"{method} is not there")
    plans = [hard(20, seed) for seed in range(6)]
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        assert list(pool.map(leveled, plans)) == [leveled(plan) for plan in plans]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_fork_goes_on() -> None:
    plan = hard(20)
    expected = plan.level(steps=50).to_json()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os.write(writer, b"same" if plan.level(steps=50).to_json() == expected else b"other")
        os._exit(0)
    os.close(writer)
    assert os.read(reader, 10) == b"same"
    assert os.waitpid(child, 0)[1] == 0
    os.close(reader)


def test_exceptions_come_back_from_a_pool() -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        future = pool.submit(pl.Plan.read, "{}")
        with pytest.raises(pl.PacelineError) as fault:
            future.result()
    assert [issue.at for issue in fault.value.issues] == ["format"]


def test_functions_and_methods_are_sent_by_name() -> None:
    for function in (pl.call, pl.score, pl.pace, pl.Plan.level, pl.Plan.read):
        assert pickle.loads(pickle.dumps(function)) == function
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert list(pool.map(pl.Plan.level, [fair()])) == [fair().level()]


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_everything_can_be_pickled(protocol: int) -> None:
    plan = aurora()
    schedule, report, load, cost, card = plan.schedule(), plan.level(), plan.load(), plan.cost(), plan.score()
    tables = [
        schedule.tasks,
        report.moves,
        report.late,
        report.remaining,
        load.resources,
        load.days,
        load.overloads,
        cost.tasks,
        cost.campaigns,
        cost.resources,
        card.objectives,
        card.kpis,
        card.sensitivity,
    ]
    records = [schedule.tasks[0], load.days[0], card.kpis[0], report.moves[0].cause]
    for thing in [plan, schedule, report, load, cost, card, *tables, *records]:
        again = pickle.loads(pickle.dumps(thing, protocol))
        assert again == thing
        assert type(again) is type(thing)


def test_cloudpickle_takes_functions_with_plans() -> None:
    cloudpickle = pytest.importorskip("cloudpickle")
    plan = fair()
    assert cloudpickle.loads(cloudpickle.dumps(lambda: plan.schedule().finish))() == plan.schedule().finish


def test_results_do_not_depend_on_the_hash_seed() -> None:
    import subprocess

    script = "import paceline as pl, sys; print(pl.Plan.read(sys.stdin).level(steps=50).to_json())"
    texts = {
        subprocess.run(
            [sys.executable, "-c", script],
            input=hard(20).to_json(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(texts) == 1

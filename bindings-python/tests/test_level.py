"""Long operations: progress, stopping, Ctrl-C, threads."""

from __future__ import annotations

import datetime
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy
import paceline as pl
import pytest
from plans import ENDLESS, aurora, fair, hard


def test_progress_is_told_from_the_beginning() -> None:
    told: list[pl.Progress] = []
    report = aurora().level(progress=told.append)
    assert told and told[0].steps >= 1 and told[0].budget >= told[0].steps
    assert len(told[0].objective) == len(told[0].bound) == 2
    assert report == aurora().level()


def test_false_stops_and_answers_with_the_best_so_far() -> None:
    plan = hard()
    told: list[pl.Progress] = []

    def stop(progress: pl.Progress) -> bool:
        told.append(progress)
        return False

    report = plan.level(steps=ENDLESS, progress=stop)
    assert report.status == "stopped"
    assert len(told) == 1
    assert plan.check_leveled(report.before, report.schedule).violations == ()


def test_what_the_callback_raises_is_raised() -> None:
    def fail(_: pl.Progress) -> None:
        raise LookupError("of the callback")

    with pytest.raises(LookupError, match="of the callback"):
        hard().level(steps=ENDLESS, progress=fail)
    assert fair().level().status == "optimal"


def test_a_time_limit_stops() -> None:
    assert hard().level(steps=ENDLESS, time_limit=0).status == "stopped"
    report = hard().level(steps=ENDLESS, time_limit=0.05)
    assert report.status == "stopped" and report.steps >= 1
    assert hard().level(steps=ENDLESS, time_limit=datetime.timedelta(milliseconds=50)).status == "stopped"
    for longest in (float("inf"), 1e300, 10**400):
        assert fair().level(time_limit=longest).status == "optimal"
    for wrong in (-1, float("nan"), datetime.timedelta(days=-1)):
        with pytest.raises(ValueError, match="time_limit"):
            fair().level(time_limit=wrong)
    with pytest.raises(TypeError, match="time_limit"):
        fair().level(time_limit="1s")  # type: ignore[arg-type]


@pytest.mark.parametrize("verdict", [False, numpy.bool_(False), 0], ids=repr)
def test_whatever_is_false_stops(verdict: object) -> None:
    assert hard().level(steps=ENDLESS, progress=lambda _: verdict).status == "stopped"


def test_a_verdict_that_raises_is_heard() -> None:
    class Neither:
        def __bool__(self) -> bool:
            raise LookupError("neither")

    with pytest.raises(LookupError, match="neither"):
        hard().level(steps=ENDLESS, progress=lambda _: Neither())


def test_the_search_is_the_same_with_and_without_a_callback() -> None:
    plan = hard(30)
    alone = plan.level(steps=300)
    watched = plan.level(steps=300, progress=lambda _: None)
    assert alone.to_json() == watched.to_json()


def test_progress_is_true_or_callable() -> None:
    with pytest.raises(TypeError, match="progress"):
        fair().level(progress=3)  # type: ignore[arg-type]
    assert fair().level(progress=False).status == "optimal"


def test_a_bar_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    assert hard().level(steps=300, progress=True).steps > 0
    assert "leveling" in capfd.readouterr().err


def test_a_bar_without_tqdm_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    with pytest.raises(ImportError, match=r"paceline\[progress\]"):
        fair().level(progress=True)


def test_an_interrupt_in_the_callback_answers_with_the_best_so_far() -> None:
    def interrupt(_: pl.Progress) -> None:
        signal.raise_signal(signal.SIGINT)

    report = hard().level(steps=ENDLESS, progress=interrupt)
    assert report.status == "stopped"
    assert fair().level().status == "optimal"


def test_a_handler_of_signals_that_raises_is_heard() -> None:
    class Alarm(Exception):
        pass

    def ring(*_: object) -> None:
        raise Alarm

    before = signal.signal(signal.SIGINT, ring)
    try:
        with pytest.raises(Alarm):
            hard().level(steps=ENDLESS, progress=lambda _: os.kill(os.getpid(), signal.SIGINT))
    finally:
        signal.signal(signal.SIGINT, before)
    assert fair().level().status == "optimal"


INTERRUPTED = """
import sys
sys.path.insert(0, {folder!r})
from plans import ENDLESS, fair, hard
told = False
def tell(_):
    global told
    if not told:
        told = True
        print("running", flush=True)
report = hard().level(steps=ENDLESS, progress=tell)
print(report.status, fair().level().status, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_control_c_from_outside_leaves_a_usable_module() -> None:
    script = INTERRUPTED.format(folder=str(Path(__file__).parent))
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "running\n"
    child.send_signal(signal.SIGINT)
    rest, _ = child.communicate(timeout=60)
    assert rest == "stopped optimal\n"
    assert child.returncode == 0


def test_other_threads_run_meanwhile() -> None:
    began, done = threading.Event(), threading.Event()
    turns = 0

    def search() -> None:
        began.set()
        hard().level(steps=ENDLESS, time_limit=0.5)
        done.set()

    thread = threading.Thread(target=search)
    thread.start()
    began.wait()
    while not done.is_set():
        turns += 1
        time.sleep(0.001)
    thread.join()
    assert turns > 10


def test_threads_share_a_plan() -> None:
    plan = hard(20)
    expected = plan.level(steps=200).to_json()
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(plan.level(steps=200).to_json())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 8


def test_the_rest_of_a_started_task_lets_urgent_work_pass() -> None:
    plan = pl.Plan.read(
        {
            "format": "paceline/1",
            "program": {"name": "One at a time", "start": "2026-03-02"},
            "resources": [{"id": "ana"}],
            "tasks": [
                {"id": "film", "duration": "4d", "progress": {"actual_start": "2026-03-02", "complete": 0.5}},
                {"id": "press", "duration": "1d", "deadline": "2026-03-04"},
            ],
            "assignments": [{"task": task, "resource": "ana"} for task in ("film", "press")],
        }
    )
    report = plan.level(split_remaining=True)
    assert str(report.schedule["film"].resume) == "2026-03-05 08:00:00"
    assert [move.kind for move in report.moves] == ["whole", "split"]
    assert plan.check_leveled(report.before, report.schedule, split_remaining=True).violations == ()
    assert plan.check_leveled(report.before, report.schedule).violations[0].code == "moved-frozen"
    applied = plan.apply_leveling(report.schedule)
    assert applied.schedule()["film"].resume == report.schedule["film"].resume

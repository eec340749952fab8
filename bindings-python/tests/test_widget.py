"""The Gantt widget: what Python and the page tell each other.

The page is real: Chromium shows the widget as a notebook does (`widget/test.mjs`) and uses it as a reader does. Both
need the widget's script, which `widget/build.sh` makes; without it they are skipped, unless `PACELINE_WIDGET=1` says
that it must be there.
"""

from __future__ import annotations

import doctest
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import paceline as pl
import pytest

FOLDER = Path(__file__).resolve().parent.parent
AURORA = FOLDER.parent / "examples" / "data" / "aurora.json"

if os.environ.get("PACELINE_WIDGET") != "1":
    pytest.importorskip("anywidget")

import paceline.widget
from paceline.widget import Gantt

if os.environ.get("PACELINE_WIDGET") != "1" and not paceline.widget.is_built():
    pytest.skip("the widget's script is not built: sh widget/build.sh", allow_module_level=True)


def test_the_examples_of_the_documentation_run() -> None:
    result = doctest.testmod(paceline.widget)
    assert result.attempted > 5
    assert result.failed == 0


@pytest.fixture
def plan() -> pl.Plan:
    return pl.Plan.read(AURORA)


def sent_by_page(chart: Gantt, plan: pl.Plan, words: str) -> None:
    """What the page sends after a change."""
    chart.set_state({"_document": plan.to_json(), "last_change": words})


def test_begins_with_the_plan(plan: pl.Plan) -> None:
    chart = Gantt(plan, height=300, show_load=False)
    assert chart.plan == plan
    assert chart.schedule == plan.schedule()
    assert chart.comparison is None
    assert chart.get_state()["_document"] == plan.to_json()
    assert chart.get_state()["height"] == 300


def test_a_plan_set_in_python_goes_to_the_page(plan: pl.Plan) -> None:
    chart = Gantt(plan)
    later = plan.change({"program": {"start": "2026-09-02"}})
    chart.plan = later
    assert chart.get_state()["_document"] == later.to_json()
    assert chart.schedule == later.schedule()
    assert chart.comparison == later.compare(plan.schedule(), later.schedule(), was=plan)


def test_observers_see_everything_changed(plan: pl.Plan) -> None:
    chart = Gantt(plan)
    seen: list[tuple[Any, ...]] = []
    chart.observe(
        lambda change: seen.append((change["new"], chart.schedule, chart.comparison, chart.last_change)), "plan"
    )
    longer = plan.change({"tasks": {"P01-positioning": {"duration": "5d"}}})
    sent_by_page(chart, longer, "Made Positioning 5 days long")
    expected = longer.compare(plan.schedule(), longer.schedule(), was=plan)
    assert seen == [(longer, longer.schedule(), expected, "Made Positioning 5 days long")]
    assert expected.shifts


def test_what_the_page_sends_is_not_sent_back(plan: pl.Plan) -> None:
    chart = Gantt(plan)
    sent: list[Any] = []
    sent_by_page(chart, plan.change({"program": {"start": "2026-08-24"}}), "Moved")
    chart.observe(sent.append, "_document")
    sent_by_page(chart, chart.plan, "Moved")
    assert sent == []


def test_schedule_and_comparison_are_read_only(plan: pl.Plan) -> None:
    chart = Gantt(plan)
    with pytest.raises(Exception, match="read-only"):
        chart.schedule = plan.schedule()


def test_a_build_without_the_script_says_so(plan: pl.Plan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paceline.widget, "_SCRIPT", tmp_path / "gantt.js")
    with pytest.raises(RuntimeError, match=r"widget/build\.sh"):
        Gantt(plan)


def test_a_broken_plan_is_refused_with_its_issues() -> None:
    broken = pl.Plan.from_json(
        '{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"},"dependencies":[{"from":"a","to":"b"}]}'
    )
    with pytest.raises(pl.PacelineError) as caught:
        Gantt(broken)
    assert {issue.code for issue in caught.value.issues} == {"unknown-task"}


@pytest.fixture(scope="module")
def page() -> dict[str, dict[str, Any]]:
    """What the page told after each step of a reader."""
    node = shutil.which("node")
    assert node, "Node is missing: the page cannot be shown"
    run = subprocess.run(
        [node, FOLDER / "widget" / "test.mjs", AURORA], capture_output=True, text=True, timeout=180, check=False
    )
    assert run.returncode == 0, run.stderr
    return {step["name"]: step for step in json.loads(run.stdout)}


def test_a_drag_in_the_page_replans_as_python_does(page: dict[str, dict[str, Any]], plan: pl.Plan) -> None:
    chart = Gantt(plan)
    dragged = page["dragged"]
    chart.set_state({"_document": dragged["document"], "last_change": dragged["last_change"]})
    assert chart.last_change.startswith("Moved Positioning to ")
    assert chart.plan.to_json() == dragged["document"], "the page writes the plan in the same bytes"
    assert chart.comparison is not None
    assert [shift.task for shift in chart.comparison.shifts] == dragged["moved"]
    assert len(dragged["moved"]) > 100
    assert all(reason.startswith("because ") for reason in dragged["reasons"])
    assert chart.schedule["P01-positioning"].start.date().isoformat() > "2026-08-17"


def test_undo_and_redo_in_the_page(page: dict[str, dict[str, Any]], plan: pl.Plan) -> None:
    assert page["undone"]["document"] == plan.to_json()
    assert page["redone"]["document"] == page["dragged"]["document"]
    assert page["redone"]["moved"] == page["dragged"]["moved"]


def test_leveling_in_the_page_is_leveling_in_python(page: dict[str, dict[str, Any]], plan: pl.Plan) -> None:
    later = plan.change({"program": {"start": "2026-08-31"}})
    leveled = later.apply_leveling(later.level().schedule)
    assert page["leveled"]["document"] == leveled.to_json()
    assert leveled.load().overloaded == 0
    assert any("is busy with" in reason for reason in page["leveled"]["reasons"])


def test_keys_and_a_second_view(page: dict[str, dict[str, Any]]) -> None:
    before = pl.Plan.read(page["leveled"]["document"])
    after = pl.Plan.read(page["longer by keys"]["document"])
    assert after == before.change({"tasks": {"P01-positioning": {"duration": "4d"}}})
    assert page["in a second view"]["status"] == page["longer by keys"]["status"]


def test_the_page_says_what_is_wrong(page: dict[str, dict[str, Any]]) -> None:
    assert "is not a date" in page["refused"]["status"]

"""What notebooks show: pictures of the core, tables, everything escaped and short."""

from __future__ import annotations

import re

import paceline as pl
import pytest
from plans import aurora, fair, hard

SVG = re.compile(r"<svg.*</svg>", re.DOTALL)


def shown(thing: object) -> str:
    html = thing._repr_html_()  # type: ignore[attr-defined]
    assert isinstance(html, str)
    return html


def test_pictures_are_those_of_the_core() -> None:
    plan = aurora()
    leveled = plan.level()
    assert plan.gantt_svg(leveled) in shown(leveled)
    assert pl.scorecard_svg(plan.to_dict()["objectives"]) in shown(plan.score())
    unleveled = plan.gantt_svg(level={"resources": [], "steps": 1})
    assert unleveled in shown(plan) and unleveled in shown(plan.schedule())
    assert plan.load_svg(before=True, level={"resources": [], "steps": 1}) in shown(plan.load())


def test_without_their_plan_reports_are_tables() -> None:
    for report in (aurora().level().schedule, pl.Schedule.from_json(aurora().schedule().to_json()), aurora().cost()):
        html = shown(report)
        assert not SVG.search(html)
        assert "<table>" in html and "C1-BR-1brief" in html


def test_tables_are_short() -> None:
    html = shown(aurora().schedule().tasks)
    assert html.count("<tr>") == 21
    assert "and 160 rows more" in html
    assert len(html) < 50_000


def test_large_plans_are_not_drawn() -> None:
    tasks = [{"id": f"t{number}", "duration": "1d"} for number in range(1_500)]
    plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Large", "start": "2026-03-02"}, "tasks": tasks})
    assert not SVG.search(shown(plan)) and "1500 tasks" in shown(plan)
    assert "<table>" in shown(plan.schedule())


def test_what_is_wrong_is_shown() -> None:
    broken = pl.Plan.from_json(
        {
            "format": "paceline/1",
            "program": {"name": "Fair", "start": "2026-03-02"},
            "dependencies": [{"from": "<b>", "to": "b"}],
        }
    )
    html = shown(broken)
    assert "unknown-task" in html and "&lt;b&gt;" in html and "<b>`" not in html


@pytest.mark.parametrize("report", ["schedule", "level", "load", "cost"])
def test_names_are_escaped(report: str) -> None:
    evil = "<script>alert(1)</script>"
    plan = pl.Plan.read(
        {
            "format": "paceline/1",
            "program": {"name": evil, "start": "2026-03-02"},
            "resources": [{"id": evil, "name": evil}],
            "tasks": [{"id": evil, "name": evil, "duration": "1d"}, {"id": "b", "duration": "1d"}],
            "assignments": [{"task": evil, "resource": evil}, {"task": "b", "resource": evil}],
        }
    )
    answer = getattr(plan, report)()
    for thing in (plan, answer, type(answer).from_json(answer.to_json())):
        assert "<script" not in shown(thing)
        assert "alert" in shown(thing) or "cost" in report


def test_reports_in_a_line() -> None:
    assert repr(fair().schedule()) == "<Schedule 2026-03-02 08:00 to 2026-03-05 17:00: 3 tasks>" or "3 tasks" in repr(
        fair().schedule()
    )
    assert repr(hard(20).level(steps=5)).startswith("<LevelReport ")
    assert repr(aurora().cost()) == "<CostReport 205,850.00 EUR>"
    assert repr(aurora().score()) == "<Scorecard score 0.7 (green): 3 objectives, 9 KPIs>"
    assert repr(aurora().load()).startswith("<LoadReport 28 resources, 18 overloaded by ")

"""Plans: sources, faults, changes, equality."""

from __future__ import annotations

import datetime
import enum
import io
import json
import pickle
from collections import OrderedDict
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy
import paceline as pl
import pytest
from plans import AURORA, FAIR, aurora, fair


def test_a_plan_is_read_from_every_source(tmp_path: Path) -> None:
    path = tmp_path / "fair.json"
    path.write_text(json.dumps(FAIR), encoding="utf-8")
    sources: list[Any] = [
        json.dumps(FAIR),
        "\ufeff" + json.dumps(FAIR),
        json.dumps(FAIR).encode(),
        bytearray(json.dumps(FAIR).encode()),
        FAIR,
        OrderedDict(FAIR),
        MappingProxyType(FAIR),
        path,
        io.StringIO(json.dumps(FAIR)),
        io.BytesIO(json.dumps(FAIR).encode()),
        path.open("rb"),
        path.open(encoding="utf-8"),
    ]
    for source in sources:
        assert pl.Plan.read(source) == fair()


def test_missing_files_and_wrong_sources_are_told() -> None:
    with pytest.raises(FileNotFoundError):
        pl.Plan.read(Path("nowhere.json"))
    with pytest.raises(pl.PacelineError) as fault:
        pl.Plan.read("nowhere.json")
    assert fault.value.issues[0].help == 'to read a file, give its path: pathlib.Path("nowhere.json")'
    with pytest.raises(TypeError, match="cannot be part of a document"):
        pl.Plan.read(object())  # type: ignore[arg-type]
    with pytest.raises(pl.PacelineError) as fault:
        pl.Plan.read(b'{"format": "\xff"}')
    assert fault.value.issues[0].code == "invalid-json"


def test_python_values_become_those_of_the_document() -> None:
    class Kind(enum.Enum):
        FINISH = "finish"

    plan = pl.Plan.read(
        {
            "format": "paceline/1",
            "program": {
                "name": "Fair",
                "start": datetime.date(2026, 3, 2),
                "status_date": datetime.datetime(2026, 3, 2, 17),
                "hours_per_day": numpy.float64(7.5),
                "budget": Decimal("1200.50"),
            },
            "tasks": [
                {"id": "brief", "duration": "1d", "priority": numpy.int64(700), "fixed_cost": Decimal("0.1")},
                {"id": "done", "milestone": Kind.FINISH, "tags": numpy.array(["a", "b"])},
            ],
        }
    )
    assert plan.to_dict()["program"] == {
        "name": "Fair",
        "start": "2026-03-02",
        "status_date": "2026-03-02T17:00",
        "hours_per_day": 7.5,
        "budget": 1200.5,
    }
    assert plan.to_dict()["tasks"][0]["fixed_cost"] == 0.1
    assert plan.to_dict()["tasks"][1] == {"id": "done", "milestone": "finish", "tags": ["a", "b"]}


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [
        ("duration", datetime.timedelta(days=1), "working or elapsed"),
        ("duration", object(), "cannot be part of a document"),
        ("tags", {1: 2}, "not a text"),
    ],
)
def test_values_that_no_document_has_are_refused(field: str, value: Any, word: str) -> None:
    with pytest.raises(TypeError, match=word):
        pl.Plan.read({**FAIR, "tasks": [{"id": "brief", field: value}]})


def test_numbers_that_json_has_not_are_told_with_their_place() -> None:
    with pytest.raises(pl.PacelineError) as fault:
        pl.Plan.read({**FAIR, "tasks": [{"id": "brief", "duration": "1d", "weight": float("nan")}]})
    assert fault.value.issues[0].at == "tasks/brief/weight"


def test_a_document_that_contains_itself_is_refused() -> None:
    document: dict[str, Any] = dict(FAIR)
    document["tasks"] = [document]
    with pytest.raises(ValueError, match="contain itself"):
        pl.Plan.read(document)


def test_every_fault_is_told_at_once_and_can_be_pickled() -> None:
    with pytest.raises(pl.PacelineError) as caught:
        pl.Plan.read({**FAIR, "tasks": [{"id": "brief", "durration": "1d"}, {"id": "copy", "duration": "2 days"}]})
    fault = caught.value
    assert {(issue.code, issue.at) for issue in fault.issues} == {
        ("invalid-value", "tasks/copy/duration"),
        ("unknown-field", "tasks/brief/durration"),
    }
    assert "did you mean `duration`?" in str(fault)
    again = pickle.loads(pickle.dumps(fault))
    assert isinstance(again, pl.PacelineError) and again.issues == fault.issues
    assert isinstance(fault, ValueError)


def test_options_are_refused_by_the_engine() -> None:
    with pytest.raises(pl.PacelineError) as fault:
        fair().level(within_flaot=True)  # type: ignore[call-arg]
    assert fault.value.issues[0].code == "unknown-field"
    assert fault.value.issues[0].help == "did you mean `within_float`?"


def test_options_come_as_python_has_them() -> None:
    plan = fair()
    assert plan.level(from_="2026-03-04") == plan.level(**{"from": datetime.date(2026, 3, 4)})  # type: ignore[arg-type]
    assert plan.level(from_="2026-03-04") != plan.level()
    assert plan.level(campaigns=None, weights=None) == plan.level()
    assert plan.score(as_of=datetime.date(2026, 3, 4)).as_of == datetime.date(2026, 3, 4)
    assert plan.load(bucket="day") != plan.load(bucket="moment") or plan.load(bucket="day").overloaded == 1
    with pytest.raises(pl.PacelineError) as fault:
        plan.load(bucket="week")  # type: ignore[arg-type]
    assert (fault.value.issues[0].code, fault.value.issues[0].at) == ("invalid-value", "options/bucket")


def test_plans_are_equal_when_they_say_the_same() -> None:
    turned = {**FAIR, "tasks": list(reversed(FAIR["tasks"]))}
    assert pl.Plan.read(turned) == fair()
    assert fair() != aurora()
    assert fair() != 1
    with pytest.raises(TypeError):
        hash(fair())
    with pytest.raises(TypeError):
        hash(fair().schedule())


def test_a_plan_never_changes() -> None:
    plan = fair()
    with pytest.raises(AttributeError):
        plan.name = "other"  # type: ignore[misc]
    changed = plan.change({"tasks": {"brief": {"duration": "3d"}, "film": None}, "assignments": {"film/ana": None}})
    assert plan == fair()
    assert [task["id"] for task in changed.to_dict()["tasks"]] == ["brief", "copy"]
    assert plan.change('{"program": {"name": "Autumn fair"}}').name == "Autumn fair"


def test_a_schedule_is_asked_by_id() -> None:
    schedule = fair().schedule()
    assert schedule["copy"].drivers == ("brief",)
    assert "copy" in schedule and "nobody" not in schedule and 3 not in schedule
    assert len(schedule) == 3
    with pytest.raises(KeyError):
        schedule["nobody"]
    with pytest.raises(TypeError):
        iter(schedule)  # type: ignore[call-overload]


def test_dates_are_naive_on_a_wall_clock_and_aware_in_a_zoned_plan() -> None:
    assert fair().schedule().start == datetime.datetime(2026, 3, 2, 8)
    zoned = fair().change(
        {"program": {"scheduling": {"clock": "zoned"}, "calendar": "home"}, "calendars": [HOME]}
    )
    start = zoned.schedule().start
    assert start == datetime.datetime(2026, 3, 2, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))
    assert start.utcoffset() == datetime.timedelta(hours=1)


HOME = {
    "id": "home",
    "zone": "Europe/Berlin",
    "week": {day: ["08:00-16:00"] for day in ("mon", "tue", "wed", "thu", "fri")},
}


def test_pictures_and_words() -> None:
    plan = aurora()
    leveled = plan.level()
    assert plan.gantt_svg(leveled).startswith("<svg")
    assert plan.load_svg(leveled, before=True) != plan.load_svg(leveled)
    assert plan.trace_svg(leveled).startswith("<svg") and plan.trace_svg(leveled) == plan.trace_svg()
    assert leveled.trace[-1].objective == tuple(part.value for part in leveled.objective)
    assert "Aurora" in plan.report(leveled, width=80)
    assert plan.page(leveled, title="The launch").count("<svg") >= 2
    assert pl.scorecard_svg(plan.to_dict()["objectives"]).startswith("<svg")
    assert plan.report(leveled) == plan.report()


def test_a_plan_is_changed_as_little_as_possible() -> None:
    plan = aurora()
    leveled = plan.level()
    again = plan.level(objective=["change"], reference={"kind": "schedule", "schedule": leveled.schedule})
    assert again.status == "optimal" and again.objective[0].value == 0.0
    assert again.schedule.to_dict() == leveled.schedule.to_dict()
    both = plan.level(objective=[{"tardiness": 10, "change": 1}], reference={"kind": "plan"}, steps=20, gap=0.5)
    assert both.objective[0].name == "tardiness + change"


def test_leveling_becomes_the_plan() -> None:
    plan = aurora()
    leveled = plan.level()
    assert plan.check_leveled(leveled.before, leveled.schedule).violations == ()
    applied = plan.apply_leveling(leveled.schedule)
    assert applied.schedule()["C1-DE-1brief"].start == leveled.schedule["C1-DE-1brief"].start
    comparison = applied.compare(plan.schedule(), applied.schedule())
    assert len(comparison.shifts) == len(leveled.moves)


def test_the_example_is_there() -> None:
    assert AURORA.is_file()

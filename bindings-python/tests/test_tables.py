"""Tables: columns against records and schema, and what other libraries make of them."""

from __future__ import annotations

import datetime
import json
from typing import Any

import duckdb
import pandas
import paceline as pl
import polars
import pyarrow
import pytest
from corpus import CORE
from paceline._decode import Record
from plans import FAIR, aurora, fair, hard
from test_plan import HOME

SCHEMA = json.loads((CORE / "schema" / "types.schema.json").read_text(encoding="utf-8"))["$defs"]

CAMPAIGN = {"id": "spring", "budget": 100}


def reports() -> tuple[Any, ...]:
    """Reports in which every table has rows."""
    plan = aurora()
    late = hard(20)
    stuck = pl.Plan.read(
        {
            **FAIR,
            "program": {"name": "Fair", "start": "2026-03-02"},
            "tasks": [{"id": name, "duration": "2d", "priority": 1000} for name in ("copy", "film")],
            "dependencies": [],
        }
    )
    return plan.schedule(), plan.level(), late.level(steps=50), stuck.level(), plan.load(), plan.cost(), plan.score()


SCHEDULE, LEVEL, LATE, STUCK, LOAD, COST, CARD = reports()

TABLES: dict[str, tuple[pl.Table[Any], str, set[str]]] = {
    "schedule.tasks": (SCHEDULE.tasks, "TaskSchedule", set()),
    "report.moves": (LEVEL.moves, "Move", set()),
    "report.late": (LATE.late, "LateTask", set()),
    "report.remaining": (STUCK.remaining, "RemainingOverload", set()),
    "load.resources": (LOAD.resources, "ResourceLoad", set()),
    "load.days": (LOAD.days, "DayLoad", {"resource"}),
    "load.overloads": (LOAD.overloads, "Overload", set()),
    "cost.campaigns": (COST.campaigns, "CampaignCost", set()),
    "cost.tasks": (COST.tasks, "TaskCost", set()),
    "cost.resources": (COST.resources, "ResourceCost", set()),
    "card.objectives": (CARD.objectives, "ObjectiveScore", set()),
    "card.kpis": (CARD.kpis, "KpiScore", {"objective"}),
    "card.sensitivity": (CARD.sensitivity, "Lift", set()),
}

COUNTED = {("ResourceLoad", "days"), ("ResourceLoad", "overloads"), ("ObjectiveScore", "kpis")}
"""Lists of records of which a column holds the number: they have tables of their own."""
CODES = {("KpiScore", "cautions")}
"""Lists of issues of which a column holds the codes."""

names = pytest.mark.parametrize("name", TABLES)


def resolved(schema: Any) -> list[dict[str, Any]]:
    """The records a schema stands for, through references and alternatives."""
    if "$ref" in schema:
        return resolved(SCHEMA[schema["$ref"].rsplit("/", 1)[1]])
    for key in ("oneOf", "anyOf"):
        if key in schema:
            return [found for one in schema[key] for found in resolved(one)]
    return [schema] if schema.get("type") == "object" and "properties" in schema else []


def flat(kind: str) -> set[str]:
    """The columns that a record's schema asks for."""
    found: set[str] = set()
    for field, schema in SCHEMA[kind]["properties"].items():
        inner = resolved(schema)
        if inner and (kind, field) not in COUNTED | CODES:
            found |= {f"{field}_{part}" for one in inner for part in one["properties"]}
        else:
            found.add(field)
    return found


@names
def test_columns_are_the_fields_of_the_records(name: str) -> None:
    table, kind, more = TABLES[name]
    assert set(table.columns) == flat(kind) | more
    assert len(set(table.columns)) == len(table.columns)
    assert len(table) > 0, "a table without rows shows nothing"


def value(record: Any, column: str) -> Any:
    """The value of a record that a column shows."""
    for attribute in (column, f"{column}_"):
        if hasattr(record, attribute):
            found = getattr(record, attribute)
            return list(found) if isinstance(found, tuple) else found
    for cut in range(1, len(column)):
        head, tail = column[:cut], column[cut + 1 :]
        if column[cut] == "_" and hasattr(record, head):
            inner = getattr(record, head)
            return [] if tail == "held_by" and not hasattr(inner, tail) else value(inner, tail) if inner else None
    return None


@names
def test_columns_hold_what_the_records_say(name: str) -> None:
    table, kind, _ = TABLES[name]
    for column in table.columns:
        expected = [value(record, column) for record in table]
        if (kind, column) in COUNTED:
            expected = [len(items) for items in expected]
        elif (kind, column) in CODES:
            expected = [[issue.code for issue in issues] for issues in expected]
        assert table[column] == expected, column


@names
def test_every_library_reads_the_same(name: str) -> None:
    table, _, _ = TABLES[name]
    expected = {column: table[column] for column in table.columns}
    arrow = pyarrow.table(table)
    assert arrow.to_pydict() == expected
    arrow.validate(full=True)
    assert table.to_pyarrow() == arrow
    assert pyarrow.schema(table) == arrow.schema
    frame = polars.DataFrame(table)
    assert frame.to_dict(as_series=False) == expected
    assert table.to_polars().equals(frame)
    pandas_frame = table.to_pandas()
    assert list(pandas_frame.columns) == list(table.columns)
    assert len(pandas_frame) == len(table)
    first = table.columns[0]
    assert pandas_frame[first].tolist() == expected[first]
    shown = table
    assert duckdb.sql("select count(*) from shown").fetchall() == [(len(shown),)]
    rows = duckdb.sql("select * from shown").fetchall()
    assert [row[0] for row in rows] == expected[first]


def test_types_of_columns() -> None:
    schema = pyarrow.schema(SCHEDULE.tasks)
    assert schema.field("start").type == pyarrow.timestamp("us")
    assert schema.field("duration").type == pyarrow.int64()
    assert schema.field("drivers").type == pyarrow.list_(pyarrow.string())
    assert schema.field("critical").type == pyarrow.bool_()
    assert pyarrow.schema(LOAD.days).field("date").type == pyarrow.date32()
    assert pyarrow.schema(CARD.kpis).field("score").type == pyarrow.float64()
    assert pyarrow.schema(CARD.kpis).field("score").nullable
    assert not schema.field("id").nullable


def test_a_zoned_plan_has_instants() -> None:
    plan = fair().change(
        {"program": {"scheduling": {"clock": "zoned"}, "calendar": "home"}, "calendars": [HOME]}
    )
    schedule = plan.schedule()
    assert pyarrow.schema(schedule.tasks).field("start").type == pyarrow.timestamp("us", tz="UTC")
    assert schedule.tasks["start"] == [row.start for row in schedule.tasks]
    assert schedule.tasks["start"][0] == datetime.datetime(2026, 3, 2, 7, tzinfo=datetime.timezone.utc)
    assert schedule.tasks[0].start.hour == 8
    moves = plan.level().moves
    assert moves["cause_until"][0].tzinfo is not None


def test_rows_are_asked_by_position_and_slice() -> None:
    tasks = SCHEDULE.tasks
    assert tasks[0] == next(iter(tasks)) and tasks[-1] == tasks[len(tasks) - 1]
    assert tasks[2:4] == [tasks[2], tasks[3]] and tasks[5:2] == [] and tasks[: -len(tasks)] == []
    assert tasks[::2] == list(tasks)[::2] and tasks[::-1] == list(tasks)[::-1]
    assert isinstance(tasks[0], Record)
    for wrong in (len(tasks), -len(tasks) - 1):
        with pytest.raises(IndexError):
            tasks[wrong]
    with pytest.raises(KeyError):
        tasks["nothing"]
    with pytest.raises(TypeError):
        tasks[1.5]  # type: ignore[call-overload]


def test_empty_tables_are_tables() -> None:
    moves = pl.Plan.read({"format": "paceline/1", "program": {"name": "Empty", "start": "2026-03-02"}}).level().moves
    assert len(moves) == 0 and list(moves) == [] and moves["task"] == []
    assert polars.DataFrame(moves).shape == (0, len(moves.columns))


def test_tables_are_equal_when_they_hold_the_same() -> None:
    assert aurora().schedule().tasks == SCHEDULE.tasks
    assert SCHEDULE.tasks != LEVEL.schedule.tasks
    with pytest.raises(TypeError):
        hash(SCHEDULE.tasks)


def test_a_capsule_is_used_once_and_memory_is_given_back() -> None:
    capsule = SCHEDULE.tasks.__arrow_c_stream__()
    reader = pyarrow.RecordBatchReader._import_from_c_capsule(capsule)
    assert reader.read_all().num_rows == len(SCHEDULE.tasks)
    with pytest.raises(ValueError):
        pyarrow.RecordBatchReader._import_from_c_capsule(capsule)
    kept = polars.DataFrame(aurora().schedule().tasks)
    assert kept["id"][0] == SCHEDULE.tasks["id"][0]


def test_pandas_does_arithmetic_with_columns() -> None:
    frame = pandas.DataFrame.from_arrow(SCHEDULE.tasks)
    assert ((frame["finish"] - frame["start"]) >= pandas.Timedelta(0)).all()

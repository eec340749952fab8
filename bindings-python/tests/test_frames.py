"""Plans from data frames of every library, in every layout of Arrow, with every fault told."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import duckdb
import pandas
import paceline as pl
import polars
import pyarrow as pa
import pytest
from plans import FAIR, aurora, fair

PROGRAM: Any = FAIR["program"]
TASKS = pa.table({"id": ["a", "b"], "duration": ["1d", "2d"]})


def issues(**tables: Any) -> list[tuple[str, str]]:
    """The codes and places of what is wrong with tables."""
    with pytest.raises(pl.PacelineError) as fault:
        pl.Plan.from_tables(**{"program": PROGRAM, **tables})
    return [(issue.code, issue.at) for issue in fault.value.issues]


def records(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = FAIR[name]
    return found


def as_pandas(rows: list[dict[str, Any]]) -> Any:
    return pandas.DataFrame(rows)


def as_polars(rows: list[dict[str, Any]]) -> Any:
    return polars.DataFrame(rows, infer_schema_length=None)


def as_arrow(rows: list[dict[str, Any]]) -> pa.Table:
    names = dict.fromkeys(name for row in rows for name in row)
    return pa.Table.from_pylist([{name: row.get(name) for name in names} for row in rows])


def as_duckdb(rows: list[dict[str, Any]]) -> Any:
    source = as_arrow(rows)
    assert len(source)
    return duckdb.sql("select * from source").to_arrow_table()


def as_batch(rows: list[dict[str, Any]]) -> Any:
    return as_arrow(rows).to_batches()[0]


class Stream:
    """A producer that speaks nothing but the stream."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__()


class Array:
    """A producer that speaks nothing but arrays."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self.batch = batch

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        schema, array = self.batch.__arrow_c_array__()
        return schema, array


def as_stream(rows: list[dict[str, Any]]) -> Any:
    return Stream(as_arrow(rows))


def as_array(rows: list[dict[str, Any]]) -> Any:
    return Array(as_batch(rows))


def as_rows(rows: list[dict[str, Any]]) -> Any:
    return iter(rows)


MAKERS = [as_pandas, as_polars, as_duckdb, as_arrow, as_batch, as_stream, as_array, list, as_rows]


@pytest.mark.parametrize("make", MAKERS, ids=lambda make: make.__name__)
def test_every_library_makes_the_same_plan(make: Any) -> None:
    lists = {name: make(records(name)) for name in ("tasks", "dependencies", "resources", "assignments")}
    assert pl.Plan.from_tables(program=PROGRAM, **lists) == fair()


@pytest.mark.parametrize("make", [as_polars, as_arrow, list], ids=lambda make: make.__name__)
def test_aurora_comes_back_from_tables(make: Any) -> None:
    document: Any = aurora().to_dict()
    program = document.pop("program")
    document.pop("format")
    # Frames have one type for a column: what differs from row to row stays a list of dicts.
    odd = ("calendars", "objectives")
    tables = {name: rows if name in odd else make(rows) for name, rows in document.items()}
    assert pl.Plan.from_tables(program=program, **tables) == aurora()


IDS = ["a", "b", "a"]


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.string_view(),
        pa.dictionary(pa.int8(), pa.string()),
        pa.dictionary(pa.uint32(), pa.large_string()),
    ],
    ids=str,
)
def test_texts_in_every_layout(kind: pa.DataType) -> None:
    tasks = pa.table(
        {
            "id": ["a", "b", "c"],
            "duration": pa.array(["1d", "1d", "2d"]).cast(kind),
            "market": pa.array(["DE", None, "FR"]).cast(kind),
        }
    )
    plan = pl.Plan.from_tables(program=PROGRAM, tasks=tasks)
    assert plan.to_dict()["tasks"] == [
        {"id": "a", "market": "DE", "duration": "1d"},
        {"id": "b", "duration": "1d"},
        {"id": "c", "market": "FR", "duration": "2d"},
    ]


@pytest.mark.parametrize(
    "kind",
    [pa.int8(), pa.int16(), pa.int32(), pa.int64(), pa.uint8(), pa.uint16(), pa.uint32(), pa.uint64(),
     pa.float16(), pa.float32(), pa.float64(), pa.decimal128(9, 2)],
    ids=str,
)  # fmt: skip
def test_numbers_in_every_width(kind: pa.DataType) -> None:
    tasks = TASKS.append_column("priority", pa.array([100, None], pa.float64()).cast(kind))
    found = pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"]
    assert found[0].get("priority") == 100 and "priority" not in found[1]


@pytest.mark.parametrize("kind", [pa.float32(), pa.float64(), pa.decimal128(9, 3)], ids=str)
def test_fractions_stay_what_they_are(kind: pa.DataType) -> None:
    values = [Decimal("0.1"), Decimal("2.5")] if pa.types.is_decimal(kind) else [0.1, 2.5]
    tasks = TASKS.append_column("weight", pa.array(values, kind))
    assert [task.get("weight") for task in pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"]] == [
        0.1,
        2.5,
    ]


DAY = datetime.date(2026, 3, 4)
NOON = datetime.datetime(2026, 3, 4, 12, 30)
MIDNIGHT = datetime.datetime(2026, 3, 4)


@pytest.mark.parametrize(
    "kind", [pa.date32(), pa.date64(), *(pa.timestamp(unit) for unit in ("s", "ms", "us", "ns"))], ids=str
)
def test_dates_stay_dates(kind: pa.DataType) -> None:
    tasks = TASKS.append_column("deadline", pa.array([DAY, None]).cast(kind))
    found = pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"]
    assert found[0].get("deadline") == "2026-03-04" and "deadline" not in found[1]


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_times_of_day_stay(unit: str) -> None:
    tasks = TASKS.append_column("deadline", pa.array([MIDNIGHT, NOON], pa.timestamp(unit)))
    found = pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"]
    assert [task.get("deadline") for task in found] == ["2026-03-04T00:00", "2026-03-04T12:30"]


def test_dates_of_pandas_are_dates() -> None:
    tasks = pandas.DataFrame({"id": ["a", "b"], "duration": "1d", "deadline": pandas.to_datetime(["2026-03-04", None])})
    found = pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"]
    assert found[0].get("deadline") == "2026-03-04" and "deadline" not in found[1]


def test_gaps_of_pandas_are_absent_fields() -> None:
    tasks = pandas.DataFrame(
        {
            "id": ["a", "b"],
            "duration": ["1d", "2d"],
            "priority": [700, None],
            "weight": [1.5, float("nan")],
            "name": [None, "B"],
            "ignore_resource_calendars": [True, None],
        }
    )
    assert pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"] == [
        {"id": "a", "duration": "1d", "priority": 700, "weight": 1.5, "ignore_resource_calendars": True},
        {"id": "b", "duration": "2d", "name": "B"},
    ]


def test_records_and_lists_inside_rows() -> None:
    tasks = polars.DataFrame(
        [
            {
                "id": "a",
                "duration": "1d",
                "constraints": [{"kind": "start_no_earlier_than", "date": datetime.date(2026, 3, 3)}],
                "tags": ["x", "y"],
                "progress": {"complete": 0.5, "actual_start": NOON},
            },
            {"id": "b", "duration": "2d", "constraints": [], "tags": None, "progress": None},
        ]
    )
    assert pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"] == [
        {
            "id": "a",
            "duration": "1d",
            "constraints": [{"kind": "start_no_earlier_than", "date": "2026-03-03"}],
            "progress": {"actual_start": "2026-03-04T12:30", "complete": 0.5},
            "tags": ["x", "y"],
        },
        {"id": "b", "duration": "2d"},
    ]


@pytest.mark.parametrize("kind", [pa.list_(pa.string()), pa.large_list(pa.string()), pa.list_(pa.string(), 2)], ids=str)
def test_lists_in_every_layout(kind: pa.DataType) -> None:
    tasks = TASKS.append_column("tags", pa.array([["x", "y"], ["z", "x"]], kind))
    found = pl.Plan.from_tables(program=PROGRAM, tasks=tasks.slice(1)).to_dict()["tasks"]
    assert found[0].get("tags") == ["z", "x"]


def test_words_of_data_frames() -> None:
    words = ["DE", "FR", None, "DE"]
    ids = {"id": ["a", "b", "c", "d"], "duration": "1d"}
    expected = pl.Plan.from_tables(program=PROGRAM, tasks=pandas.DataFrame({**ids, "market": words}))
    for frame in (
        pandas.DataFrame({**ids, "market": pandas.Categorical(words)}),
        polars.DataFrame({**ids, "market": polars.Series(words, dtype=polars.Categorical)}),
        polars.DataFrame({**ids, "market": polars.Series(words, dtype=polars.Enum(["FR", "DE"]))}),
    ):
        assert pl.Plan.from_tables(program=PROGRAM, tasks=frame) == expected
    assert [task.get("market") for task in expected.to_dict()["tasks"]] == words


@pytest.mark.parametrize("begin", range(4))
def test_parts_of_tables(begin: int) -> None:
    rows = [
        {
            "id": f"t{number}",
            "duration": "1d",
            "market": "DE" if number % 2 else None,
            "tags": ["x"] * number,
            "progress": {"complete": number / 10} if number != 2 else None,
            "constraints": [{"kind": "start_no_earlier_than", "date": DAY}] if number % 2 else [],
        }
        for number in range(5)
    ]
    whole = as_arrow(rows)
    market = whole.schema.get_field_index("market")
    whole = whole.set_column(market, "market", whole["market"].dictionary_encode())
    part = whole.slice(begin, 2)
    expected = pl.Plan.from_tables(program=PROGRAM, tasks=as_arrow(rows[begin : begin + 2]))
    assert pl.Plan.from_tables(program=PROGRAM, tasks=part) == expected
    assert pl.Plan.from_tables(program=PROGRAM, tasks=Array(part.to_batches()[0])) == expected
    assert pl.Plan.from_tables(program=PROGRAM, tasks=polars.DataFrame(whole).slice(begin, 2)) == expected


def test_dots_name_fields_inside() -> None:
    tasks = pa.table(
        {"id": ["a", "b"], "duration": ["1d", "2d"], "progress.complete": [0.5, None], "progress.remaining": ["1d", None]}
    )
    found = pl.Plan.from_tables(program=PROGRAM, tasks=tasks).to_dict()["tasks"]
    assert found[0].get("progress") == {"complete": 0.5, "remaining": "1d"} and "progress" not in found[1]


def test_many_batches_are_one_table() -> None:
    tasks = pa.concat_tables([TASKS.slice(0, 1), TASKS.slice(1, 1), TASKS.slice(0, 0)])
    assert tasks.column("id").num_chunks >= 2
    plan = pl.Plan.from_tables(program=PROGRAM, tasks=tasks)
    assert plan == pl.Plan.from_tables(program=PROGRAM, tasks=TASKS)


def test_empty_tables_are_empty_lists() -> None:
    plan = pl.Plan.from_tables(program=PROGRAM, tasks=TASKS.slice(0, 0), resources=[])
    assert plan.to_dict() == {"format": "paceline/1", "program": PROGRAM}


def test_unknown_columns_are_told_once_with_the_nearest_name() -> None:
    tasks = pa.table({"id": ["a", "b"], "durration": ["1d", "2d"], "colour": [None, None]})
    with pytest.raises(pl.PacelineError) as fault:
        pl.Plan.from_tables(program=PROGRAM, tasks=tasks)
    told = {issue.at: issue for issue in fault.value.issues}
    assert set(told) == {"tasks/durration", "tasks/colour"}
    assert told["tasks/durration"].code == "unknown-field"
    assert told["tasks/durration"].help == "did you mean `duration`?"
    assert told["tasks/durration"].message == "field `durration` is not known"


def test_every_fault_of_every_table_is_told_at_once() -> None:
    tasks = pa.table(
        {"id": ["brief", None, "copy"], "duration": ["3 days", "1d", "2d"], "priority": [500, 500, -1], "colour": ["r", "g", "b"]}
    )
    dependencies = pa.table({"from": ["brief"], "to": [None], "kind": ["FX"]}, schema=pa.schema(
        {"from": pa.string(), "to": pa.string(), "kind": pa.string()}))
    assert issues(tasks=tasks, dependencies=dependencies) == [
        ("invalid-value", "dependencies/brief/kind"),
        ("invalid-value", "tasks/brief/duration"),
        ("invalid-value", "tasks/copy/priority"),
        ("missing-field", "dependencies/brief/to"),
        ("missing-field", "tasks/#2/id"),
        ("unknown-field", "tasks/colour"),
    ] or sorted(issues(tasks=tasks, dependencies=dependencies))


def test_what_rows_mean_to_each_other_is_checked() -> None:
    dependencies = pa.table({"from": ["a", "b"], "to": ["b", "nobody"]})
    assert issues(tasks=TASKS, dependencies=dependencies) == [("unknown-task", "dependencies/b->nobody/to")]


@pytest.mark.parametrize(
    ("column", "word"),
    [
        (pa.array([NOON, None], pa.timestamp("us", "Europe/Berlin")), "zone Europe/Berlin"),
        (pa.array([datetime.timedelta(days=1), None]), "working or elapsed"),
        (pa.array([b"1d", None]), "no document has"),
        (pa.array([datetime.time(8), None]), "no document has"),
        (pa.array([[NOON], None], pa.list_(pa.timestamp("us", "UTC"))), "zone UTC"),
    ],
    ids=["zoned", "duration", "binary", "time", "nested"],
)
def test_columns_that_no_document_has_are_told(column: pa.Array, word: str) -> None:
    tasks = pa.table({"id": ["a", "b"], "deadline": column, "durration": ["1d", "1d"]})
    with pytest.raises(pl.PacelineError) as fault:
        pl.Plan.from_tables(program=PROGRAM, tasks=tasks)
    told = {issue.at: issue for issue in fault.value.issues}
    assert set(told) == {"tasks/deadline", "tasks/durration"}
    assert word in told["tasks/deadline"].message and told["tasks/deadline"].help


def test_a_column_given_twice_is_told() -> None:
    tasks = pa.Table.from_arrays([pa.array(["a"]), pa.array(["1d"]), pa.array(["2d"])], ["id", "duration", "duration"])
    assert issues(tasks=tasks) == [("duplicate-field", "tasks/duration")]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_json_has_not_are_told_with_their_place(value: float) -> None:
    tasks = polars.DataFrame({"id": ["a"], "duration": ["1d"], "weight": [value]})
    assert issues(tasks=tasks) == [("invalid-value", "tasks/a/weight")]


def test_what_is_no_table_is_refused() -> None:
    for wrong in (3, "tasks", {"id": "a"}, object()):
        with pytest.raises(TypeError, match="tasks"):
            pl.Plan.from_tables(program=PROGRAM, tasks=wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="structs"):
        pl.Plan.from_tables(program=PROGRAM, tasks=pa.array(["a"]))  # type: ignore[arg-type]
    with pytest.raises((TypeError, ValueError)):
        pl.Plan.from_tables(program=PROGRAM, tasks=pa.chunked_array([["a"]]))  # type: ignore[arg-type]


def test_a_producer_that_fails_is_heard() -> None:
    class Broken:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            raise RuntimeError("no connection")

    class Wrong:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return TASKS.schema.__arrow_c_schema__()

    with pytest.raises(RuntimeError, match="no connection"):
        pl.Plan.from_tables(program=PROGRAM, tasks=Broken())
    with pytest.raises(ValueError):
        pl.Plan.from_tables(program=PROGRAM, tasks=Wrong())

    def batches() -> Any:
        yield TASKS.to_batches()[0]
        raise OSError("the file ends here")

    reader = pa.RecordBatchReader.from_batches(TASKS.schema, batches())
    with pytest.raises(ValueError, match="the file ends here"):
        pl.Plan.from_tables(program=PROGRAM, tasks=reader)


OBJECTIVES: list[Any] = [{"id": "demand", "weight": 2}, {"id": "awareness"}]
KPIS = pa.table(
    {"objective": ["demand", "awareness"], "id": ["leads", "reach"], "baseline": [900, 0], "target": [1500, 10]}
)


def test_kpis_and_measurements_are_put_where_they_belong() -> None:
    measurements = polars.DataFrame(
        {
            "kpi": ["leads", "leads", "reach"],
            "at": [datetime.date(2026, 9, 30), datetime.date(2026, 10, 31), datetime.date(2026, 9, 30)],
            "value": [1140.0, None, 4.5],
        }
    )
    plan = pl.Plan.from_tables(program=PROGRAM, objectives=OBJECTIVES, kpis=KPIS, measurements=measurements)
    nested = [
        {"id": "awareness", "kpis": [{"id": "reach", "baseline": 0, "target": 10,
                                      "measurements": [{"at": "2026-09-30", "value": 4.5}]}]},
        {"id": "demand", "weight": 2, "kpis": [{"id": "leads", "baseline": 900, "target": 1500,
                                  "measurements": [{"at": "2026-09-30", "value": 1140}, {"at": "2026-10-31"}]}]},
    ]  # fmt: skip
    assert plan == pl.Plan.read({"format": "paceline/1", "program": PROGRAM, "objectives": nested})
    assert plan.score().kpis["actual"] == [4.5, 1140.0]


def test_measurements_are_added_to_those_that_kpis_have() -> None:
    objectives = [{"id": "demand", "kpis": [{"id": "leads", "baseline": 0, "target": 1,
                                             "measurements": [{"at": "2026-01-01", "value": 0.5}]}]}]  # fmt: skip
    plan = pl.Plan.from_tables(
        program=PROGRAM, objectives=objectives, measurements=[{"kpi": "leads", "at": "2026-02-01", "value": 0.75}]
    )
    assert plan.score().kpis["actual"] == [0.75]


def test_what_belongs_nowhere_is_told() -> None:
    assert issues(
        objectives=OBJECTIVES,
        kpis=pa.table({"objective": ["demmand", None], "id": ["leads", "reach"], "baseline": [0, 0], "target": [1, 1]}),
        measurements=pa.table({"kpi": ["leads"], "at": ["2026-01-01"], "valeu": [1.0]}),
    ) == [
        ("missing-field", "kpis/reach/objective"),
        ("unknown-field", "measurements/valeu"),
        ("unknown-kpi", "measurements/leads/2026-01-01"),
        ("unknown-objective", "kpis/demmand/leads"),
    ]


def test_faults_of_what_was_put_inside_are_told_with_their_place() -> None:
    measurements = pa.table({"kpi": ["leads"], "at": ["soon"], "value": [1.0]})
    assert issues(objectives=OBJECTIVES, kpis=KPIS, measurements=measurements) == [
        ("invalid-value", "objectives/demand/kpis/leads/measurements/soon/at")
    ]


def test_tables_go_out_and_come_in_again() -> None:
    plan = aurora()
    dates = plan.level().schedule.tasks.to_polars().select("id", deadline="finish")
    rows: Any = plan.to_dict()["tasks"]
    tasks = as_polars(rows).select("id", "duration", "milestone")
    again = pl.Plan.from_tables(program=PROGRAM, tasks=tasks.join(dates, on="id"))
    assert len(again.to_dict()["tasks"]) == 180

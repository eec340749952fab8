"""What is given is not what it should be: an exception that helps, never a crash and never a guess."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping
from typing import Any
from unittest.mock import MagicMock, Mock

import numpy
import paceline as pl
import pandas
import polars
import pyarrow as pa
import pytest
from plans import FAIR, fair

PROGRAM: Any = FAIR["program"]
TASKS: list[Any] = FAIR["tasks"]


def with_task(**fields: Any) -> Any:
    return {**FAIR, "tasks": [*TASKS, {"id": "new", "duration": "1d", **fields}]}


def faults(make: Any, *given: Any, **named: Any) -> list[tuple[str, str]]:
    with pytest.raises(pl.PacelineError) as caught:
        make(*given, **named)
    return [(issue.code, issue.at) for issue in caught.value.issues]


class ReadsItself:
    def read(self) -> Any:
        return self


@pytest.mark.parametrize("source", [ReadsItself(), Mock(spec=["read"]), Mock()], ids=["itself", "mock", "any"])
def test_a_file_gives_text_or_bytes(source: Any) -> None:
    with pytest.raises(TypeError, match="neither text nor bytes"):
        pl.Plan.read(source)


def test_what_can_be_a_number_is_no_open_file() -> None:
    with pytest.raises(FileNotFoundError):
        pl.Plan.read(MagicMock())
    assert os.fstat(1)


def test_a_plan_is_its_own_document() -> None:
    assert pl.Plan.read(fair()) == pl.Plan.from_json(fair()) == fair()
    schedule = fair().schedule()
    assert pl.Schedule.from_json(schedule) == schedule


def test_a_handle_in_the_wrong_place_is_told() -> None:
    plan = fair()
    for make, wrong in (
        (pl.Plan.read, plan.schedule()),
        (pl.Plan.from_json, plan.level()),
        (pl.Schedule.from_json, plan),
        (pl.score, plan),
        (plan.change, plan.schedule().tasks),
    ):
        with pytest.raises(TypeError, match=f"a {type(wrong).__name__} was given"):
            make(wrong)  # type: ignore[operator]
    with pytest.raises(TypeError, match="class"):
        pl.Plan.read(ReadsItself)  # type: ignore[arg-type]


@pytest.mark.parametrize("wrong", [math.nan, math.inf, -math.inf, numpy.float32("nan"), 10**30, 10**400], ids=str)
@pytest.mark.parametrize("field", ["name", "duration", "priority", "fixed_cost", "tags", "progress", "pinned"])
def test_numbers_that_no_field_takes_are_refused_where_they_stand(wrong: Any, field: str) -> None:
    field = "ignore_resource_calendars" if field == "pinned" else field
    for make in (pl.Plan.read, pl.Plan.from_json):
        assert faults(make, with_task(**{field: wrong})) == [("invalid-value", f"tasks/new/{field}")]
    assert faults(fair().change, {"tasks": {"film": {field: wrong}}}) == [("invalid-value", f"tasks/film/{field}")]


def test_a_word_is_no_number() -> None:
    assert faults(pl.Plan.read, with_task(milestone=math.nan)) == [("invalid-value", "tasks/new/milestone")]


def test_what_is_no_number_is_told_among_the_other_faults() -> None:
    document = with_task(name=math.nan, notes={"a": 1}, colour="red")
    with pytest.raises(pl.PacelineError) as caught:
        pl.Plan.read(document)
    told = {issue.at: issue for issue in caught.value.issues}
    assert "tasks/new/colour" in told
    assert "NaN" in told["tasks/new/name"].message and told["tasks/new/name"].help == "write null for what is absent"


def test_options_that_are_no_numbers_are_refused() -> None:
    assert faults(fair().level, steps=math.nan) == [("invalid-value", "options/steps")]
    assert faults(pl.score, [{"id": math.inf}])[0][0] == "invalid-value"
    assert faults(pl.pace, target=math.nan, actual=1, elapsed=1, period=2)[0][0] == "invalid-value"


@pytest.mark.parametrize("value", [math.nan, math.inf])
@pytest.mark.parametrize("field", ["id", "name", "weight"])
def test_frames_have_no_such_numbers_either(value: float, field: str) -> None:
    tasks = polars.DataFrame({"id": ["a"], "duration": ["1d"]}).with_columns(polars.lit(value).alias(field))
    place = "tasks/#1/id" if field == "id" else f"tasks/a/{field}"
    assert faults(pl.Plan.from_tables, program=PROGRAM, tasks=tasks) == [("invalid-value", place)]
    measurements = polars.DataFrame({"kpi": [value], "at": ["2026-01-01"], "value": [1.0]})
    assert faults(pl.Plan.from_tables, program=PROGRAM, measurements=measurements) == [
        ("invalid-value", "measurements/2026-01-01/kpi")
    ]


ROWS = pa.array([{"id": "a", "duration": "1d"}, None])


class Stream:
    def __init__(self, chunks: Any) -> None:
        self.chunks = chunks

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.chunks.__arrow_c_stream__()


@pytest.mark.parametrize("tasks", [ROWS, Stream(pa.chunked_array([ROWS])), list(ROWS.to_pylist())])
def test_a_null_row_is_no_task(tasks: Any) -> None:
    assert faults(pl.Plan.from_tables, program=PROGRAM, tasks=tasks) == [("invalid-value", "tasks/#2")]


def test_a_null_row_is_no_kpi() -> None:
    kpis = pa.array([None, {"objective": "demand", "id": "leads"}])
    found = faults(pl.Plan.from_tables, program=PROGRAM, objectives=[{"id": "demand"}], kpis=kpis)
    assert ("invalid-value", "kpis/#1") in found


class Pair:
    """Gives the same capsules again and again, or those that it was given."""

    def __init__(self, schema: object, array: object) -> None:
        self.pair = (schema, array)

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        return self.pair


def test_capsules_are_used_once() -> None:
    pair = Pair(*ROWS.slice(0, 1).__arrow_c_array__())
    assert len(pl.Plan.from_tables(program=PROGRAM, tasks=pair).schedule()) == 1
    with pytest.raises(TypeError, match="used before"):
        pl.Plan.from_tables(program=PROGRAM, tasks=pair)


def test_a_schema_that_does_not_fit_is_no_panic() -> None:
    narrow = pa.array([{"id": "a"}])
    for schema in (ROWS.__arrow_c_array__()[0], pa.array([{"id": {"a": "b"}}]).__arrow_c_array__()[0]):
        with pytest.raises((TypeError, ValueError), match="Arrow"):
            pl.Plan.from_tables(program=PROGRAM, tasks=Pair(schema, narrow.__arrow_c_array__()[1]))


def test_a_pair_that_is_none_is_told() -> None:
    with pytest.raises(TypeError):
        pl.Plan.from_tables(program=PROGRAM, tasks=Pair(1, 2))


def test_the_index_of_a_frame_is_told() -> None:
    frame = pandas.DataFrame({"id": ["a", "b"], "duration": ["1d", "1d"]}, index=["x", "y"])
    with pytest.raises(pl.PacelineError) as caught:
        pl.Plan.from_tables(program=PROGRAM, tasks=pa.Table.from_pandas(frame))
    assert "reset_index(drop=True)" in (caught.value.issues[0].help or "")


def test_a_dict_that_changes_while_it_is_read() -> None:
    document: dict[str, Any] = dict(FAIR)

    class Grows:
        def to_dict(self) -> Any:
            document[f"more{len(document)}"] = 1
            return PROGRAM

    document["program"] = Grows()
    assert pl.Plan.read(document) == fair()


class Broken(Mapping[str, Any]):
    def __getitem__(self, key: str) -> Any:
        raise RuntimeError("of the document")

    def __iter__(self) -> Iterator[str]:
        return iter(["id"])

    def __len__(self) -> int:
        return 1


class Interrupted:
    def to_dict(self) -> Any:
        raise KeyboardInterrupt


class Refusing:
    @property
    def tolist(self) -> Any:
        raise LookupError("of the attribute")


@pytest.mark.parametrize(
    ("value", "kind"), [(Broken(), RuntimeError), (Interrupted(), KeyboardInterrupt), (Refusing(), LookupError)]
)
def test_what_a_document_raises_is_raised(value: Any, kind: type[BaseException]) -> None:
    with pytest.raises(kind):
        pl.Plan.read({**FAIR, "tasks": [value]})
    with pytest.raises(kind):
        pl.Plan.from_tables(program=PROGRAM, tasks=[value])
    with pytest.raises(kind):
        fair().level(weights=value)


def test_from_is_given_once() -> None:
    both: Any = {"from": "2026-03-03", "from_": "2026-03-04"}
    with pytest.raises(TypeError, match="twice"):
        fair().level(**both)
    given: Any = {"seed": 1, "seed_": 2}
    assert faults(fair().level, **given) == [("unknown-field", "options/seed_")]


@pytest.mark.parametrize("name", ["progres", "timelimit"])
def test_misspelled_arguments_of_level_are_told(name: str) -> None:
    wrong: Any = {name: 1}
    with pytest.raises(pl.PacelineError, match=r"`progress`, `time_limit`"):
        fair().level(**wrong)


def test_an_indent_is_not_negative() -> None:
    for thing in (fair(), fair().schedule()):
        with pytest.raises(ValueError, match="indent"):
            thing.to_json(indent=-1)
        assert thing.to_json(indent=0) == thing.to_json(indent=2)


def test_lists_may_be_anything_that_gives_items() -> None:
    rows = [(12, 400), (3, 100), (None, 250)]
    assert pl.pool(row for row in rows) == pl.pool(rows) == pl.pool(tuple(rows))
    objectives: Any = [{"id": "demand"}]
    assert pl.score(iter(objectives)) == pl.score(objectives)
    items: Any = []
    try:
        expected = pl.earned_value(items)
    except pl.PacelineError as fault:
        assert faults(pl.earned_value, iter(items)) == [(issue.code, issue.at) for issue in fault.issues]
    else:
        assert pl.earned_value(iter(items)) == expected


def test_others_may_say_that_they_are_equal() -> None:
    class Same:
        def __eq__(self, other: object) -> bool:
            return True

    same: Any = Same()
    for thing in (fair(), fair().schedule()):
        assert thing.__eq__(same) is NotImplemented
        assert thing == same and thing != 1


def test_a_changed_plan_is_not_validated() -> None:
    changed = fair().change({"tasks": {"brief": {"duration": None}}})
    assert "no-duration" in [issue.code for issue in changed.validate()]
    assert ("no-duration", "tasks/brief/duration") in faults(changed.schedule)

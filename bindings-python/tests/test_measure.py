"""Records from data frames: every kind of table says the same, and what is missing stays missing."""

from __future__ import annotations

import datetime
import json
from typing import Any

import numpy
import paceline as pl
import pandas
import polars
import pyarrow
import pytest
from paceline import measure

COLUMNS: dict[str, list[Any]] = {
    "path": ["email > social", "social", "email"],
    "conversions": [3, 1, 2],
    "nulls": [10, 20, 5],
}


def tables() -> dict[str, Any]:
    frame = pandas.DataFrame({**COLUMNS, "nulls": [10.0, 20.0, 5.0]})
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)]
    return {
        "polars": polars.DataFrame(COLUMNS),
        "polars categories": polars.DataFrame(COLUMNS).with_columns(polars.col("path").cast(polars.Categorical)),
        "pandas": frame,
        "pandas categories": frame.astype({"path": "category"}),
        "pyarrow": pyarrow.table(COLUMNS),
        "numpy": {name: frame[name].to_numpy() for name in frame},
        "series": {name: frame[name] for name in frame},
        "rows": rows,
        "generator": (row for row in rows),
        "text": json.dumps(COLUMNS),
    }


@pytest.mark.parametrize("kind", tables())
def test_every_kind_of_table_says_the_same(kind: str) -> None:
    expected = measure.attribute(COLUMNS)
    assert expected.conversions == 6
    assert measure.attribute(tables()[kind]) == expected


def test_dates_are_dates_however_they_are_given() -> None:
    days = [datetime.date(2026, 3, day) for day in range(1, 29)]
    numbers = [float(day % 7) for day in range(28)]
    texts = {"date": [day.isoformat() for day in days], "outcome": numbers}
    frames = [
        {"date": days, "outcome": numbers},
        polars.DataFrame({"date": days, "outcome": numbers}),
        pandas.DataFrame({"date": pandas.to_datetime(texts["date"]), "outcome": numbers}),
        pyarrow.table({"date": pyarrow.array(days, pyarrow.date32()), "outcome": numbers}),
        {"date": numpy.array(texts["date"], dtype="datetime64[D]"), "outcome": numpy.array(numbers)},
    ]
    options: dict[str, Any] = {"time": "date", "intervention": "2026-03-20", "draws": 100, "burn_in": 10}
    expected = measure.causal_impact(texts, **options)
    for frame in frames:
        assert measure.causal_impact(frame, **options) == expected
    assert measure.causal_impact_svg(expected).startswith("<svg")


def test_columns_of_other_kinds_are_refused() -> None:
    with pytest.raises(TypeError, match="column `path`"):
        measure.attribute({"path": [object()], "conversions": [1]})
    with pytest.raises(TypeError, match="numbers, texts or dates"):
        measure.attribute({"path": ["a", 3], "conversions": [1, 2]})
    with pytest.raises(TypeError, match="zone"):
        measure.attribute(polars.DataFrame({"path": [datetime.datetime.now(datetime.timezone.utc)]}))
    with pytest.raises(TypeError, match="no table"):
        measure.attribute(3)  # type: ignore[arg-type]
    with pytest.raises(pl.PacelineError, match="rows"):
        measure.attribute({"path": ["a", "b"], "conversions": [1]})


def test_every_fault_is_told_at_once() -> None:
    with pytest.raises(pl.PacelineError) as caught:
        measure.attribute({"paths": ["a"], "conversion": [1]})
    assert len(caught.value.issues) >= 2
    assert all(issue.code and issue.message for issue in caught.value.issues)

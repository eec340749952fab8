"""Tables in CSV: read by the `csv` module of Python, and what it writes read by us."""

from __future__ import annotations

import csv
import io

import paceline as pl
import pytest
from plans import FAIR

TABLES = ("tasks", "links", "resources", "assignments", "progress", "schedule", "load")


@pytest.mark.parametrize("separator", [("comma", ","), ("semicolon", ";"), ("tab", "\t")])
@pytest.mark.parametrize("table", TABLES)
def test_python_reads_what_is_written(table: str, separator: tuple[str, str]) -> None:
    plan = pl.Plan.from_json(FAIR)
    name, mark = separator
    written = plan.write_csv(table=table, separator=name)
    rows = list(csv.DictReader(io.StringIO(written.text, newline=""), delimiter=mark, strict=True))
    assert len(rows) == written.rows
    assert all(None not in row and None not in row.values() for row in rows)
    if table == "tasks":
        assert [row["id"] for row in rows] == [task["id"] for task in plan.to_dict()["tasks"]]
    if table == "schedule":
        assert [row["start"] for row in rows] == [row.start.isoformat() for row in plan.schedule().tasks]


@pytest.mark.parametrize("dialect", ["excel", "excel-tab", "unix"])
def test_what_python_writes_is_read(dialect: str) -> None:
    name = 'a "quoted",\nname; with\tall\r\nof it'
    text = io.StringIO(newline="")
    writer = csv.writer(text, dialect=dialect)
    writer.writerows([["ID", "Task Name", "Duration"], ["copy", name, "2 days"], ["film", "", "1,5d"]])
    plan = pl.Plan.read(pl.read_csv(text.getvalue(), start="2026-03-02").plan)
    tasks = plan.to_dict()["tasks"]
    assert tasks == [{"id": "copy", "name": name, "duration": "2d"}, {"id": "film", "duration": "1.5d"}]


def test_rows_are_added_to_a_plan_and_faults_have_places() -> None:
    plan = pl.Plan.from_json(FAIR)
    first = plan.to_dict()["tasks"][0]["id"]
    progress = f"task,actual_start\n{first},2026-03-02\n"
    read = pl.Plan.read(pl.read_csv(progress=progress, base=plan).plan)
    assert read.to_dict()["tasks"][0]["progress"] == {"actual_start": "2026-03-02"}
    with pytest.raises(pl.PacelineError, match="progress/line 2"):
        pl.read_csv(progress="task,complete\nnobody,1\n", base=plan)

"""Files of Microsoft Project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import paceline as pl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

FAIR = (
    "<Project><Title>Fair</Title><StartDate>2026-03-02T08:00:00</StartDate><Tasks>"
    "<Task><UID>1</UID><Duration>PT16H0M0S</Duration><Finish>2026-03-03T17:00:00</Finish></Task>"
    "</Tasks></Project>"
)


def test_a_file_is_a_plan_with_the_dates_that_it_stores(tmp_path: Path) -> None:
    path = tmp_path / "fair.xml"
    path.write_text(FAIR)
    for source in (FAIR, path):
        file = pl.read_mspdi(source)
        plan = pl.Plan.read(file.plan)
        assert plan.schedule().tasks[0].finish == file.stored[0].finish


def test_what_is_no_such_file_is_refused() -> None:
    with pytest.raises(pl.PacelineError, match="not-mspdi"):
        pl.read_mspdi("<Plan/>")


def test_a_plan_becomes_a_file_and_a_plan_again() -> None:
    file = pl.read_mspdi(FAIR)
    plan = pl.Plan.read(file.plan)
    for written in (plan.write_mspdi(), plan.write_mspdi(plan.schedule(), stored=file.stored)):
        again = pl.Plan.read(pl.read_mspdi(written.text).plan)
        # The file says what this one left to the program: its calendar, options and dates.
        assert again.schedule().finish == plan.schedule().finish
        assert {change.at.split("/")[0] for change in again.diff(plan)} <= {"calendars", "program", "tasks"}
        assert pl.Plan.read(pl.read_mspdi(again.write_mspdi().text).plan).diff(again) == []
    later = [{"task": "1", "finish": "2026-03-09T17:00:00"}]
    assert "<Finish>2026-03-09T17:00:00</Finish>" in plan.write_mspdi(stored=later).text


def test_a_baseline_is_stored_and_held_against() -> None:
    plan = pl.Plan.read(pl.read_mspdi(FAIR).plan).set_baseline(id="agreed", at="2026-03-02")
    later = plan.change({"tasks": {"1": {"duration": "3d"}}})
    report = later.variance(baseline="agreed")
    assert report.tasks[0].variance.finish_variance == 8 * 3600
    assert report.program is not None
    assert report.program.start_variance == 0
    with pytest.raises(pl.PacelineError, match="unknown-baseline"):
        later.variance()

"""Files of Primavera P6."""

from __future__ import annotations

from typing import TYPE_CHECKING

import paceline as pl
import pytest

if TYPE_CHECKING:
    from pathlib import Path

FAIR = (
    "ERMHDR\t20.12\n%T\tPROJECT\n%F\tproj_id\tproj_short_name\tplan_start_date\tlast_recalc_date\n"
    "%R\t1\tFAIR\t2026-03-02 08:00\t2026-03-02 08:00\n"
    "%T\tTASK\n%F\ttask_id\tproj_id\ttask_code\ttask_name\ttask_type\ttarget_drtn_hr_cnt\tearly_end_date\n"
    "%R\t7\t1\tA1000\tCaf\u00e9\tTT_Task\t16\t2026-03-03 17:00\n%E\n"
)


def test_a_file_is_read_in_the_code_page_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "fair.xer"
    path.write_bytes(FAIR.encode("cp1252"))
    for source in (FAIR, path, FAIR.encode("cp1252")):
        project = pl.read_xer(source).projects[0]
        plan = pl.Plan.read(project.plan)
        assert plan.schedule().tasks[0].finish == project.stored[0].finish
        assert project.plan["tasks"][0]["name"] == "Caf\u00e9"


def test_what_is_written_is_read_again() -> None:
    plan = pl.Plan.read(pl.read_xer(FAIR).projects[0].plan)
    written = plan.write_xer()
    again = pl.read_xer(written.text).projects[0].plan
    assert again["tasks"] == plan.to_dict()["tasks"]
    assert plan.write_xer(plan.schedule()).text == written.text


def test_what_is_no_such_file_is_refused() -> None:
    with pytest.raises(pl.PacelineError, match="not-xer"):
        pl.read_xer("id,name")
    with pytest.raises(pl.PacelineError, match="not-pmxml"):
        pl.read_pmxml("<Project/>")

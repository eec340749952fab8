"""Every case of the corpus answers its bytes, through the text door."""

import json

import paceline as pl
import pytest
from corpus import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_case_gives_its_bytes(case: Case) -> None:
    try:
        answer = pl.call(case.operation, case.parts, case.options)
    except pl.PacelineError as fault:
        issues = [issue.to_dict() for issue in fault.issues]
        answer = json.dumps({"issues": issues}, ensure_ascii=False, separators=(",", ":"))
    assert case.gives(answer), f"{answer[:300]}\n{case.rest[:300]}"


def test_the_corpus_is_there() -> None:
    assert len(CASES) > 150
    assert {case.operation for case in CASES} == set(pl.operations())

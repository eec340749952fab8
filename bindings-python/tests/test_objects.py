"""The corpus through the classes: the same bytes and the same issues as through the text door."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import paceline as pl
import pytest
from corpus import CASES, Case, compact
from paceline import measure
from paceline._decode import Record

HANDLES = {"schedule": pl.Schedule, "before": pl.Schedule, "after": pl.Schedule, "leveled": pl.LevelReport, "was": pl.Plan}


def by_objects(case: Case) -> Any:
    """The answer of a case, asked as Python asks."""
    options = json.loads(case.options) if case.options else {}
    if "plan" not in case.parts:
        owner = measure if case.operation in measure.__all__ else pl
        function = getattr(owner, case.operation)
        if len(case.input) > 1:
            return function(**case.input, **options)
        (value,) = case.input.values()
        if "request" in case.parts:
            return function(**value)
        if case.operation == "earned_value":
            return function(value, method=options or None)
        return function(value, **options)
    if case.operation in ("read", "from_json"):
        return getattr(pl.Plan, case.operation)(case.input["plan"])
    plan = pl.Plan.from_json(case.input["plan"])
    parts = {
        name: HANDLES[name].from_json(value) if name in HANDLES else value
        for name, value in case.input.items()
        if name != "plan"
    }
    return getattr(plan, case.operation)(**parts, **options)


def as_json(answer: Any) -> Any:
    """What an answer says, as values of JSON."""
    if hasattr(answer, "to_dict"):
        return answer.to_dict()
    if isinstance(answer, list):
        return [as_json(item) for item in answer]
    return answer


def expected(case: Case) -> Any:
    return json.JSONDecoder().raw_decode(case.rest)[0]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_every_case_by_objects(case: Case) -> None:
    if case.options is not None and not isinstance(json.loads(case.options), dict) and case.operation != "earned_value":
        pytest.fail("options that are no object need a way into Python")
    issues = expected(case).get("issues", []) if isinstance(expected(case), dict) else []
    if any(issue["code"] in ("missing-input", "unknown-input") for issue in issues):
        with pytest.raises((TypeError, pl.PacelineError), match="missing|unexpected|takes no|not known"):
            by_objects(case)
        return
    try:
        answer = by_objects(case)
    except pl.PacelineError as fault:
        # An earlier plan is read by itself, and its places begin there.
        own = [{**issue, "at": issue["at"].removeprefix("was/")} for issue in issues]
        assert [issue.to_dict() for issue in fault.issues] == own
        return
    assert as_json(answer) == expected(case)
    if hasattr(answer, "to_json") and not isinstance(answer, Record):
        assert case.gives(answer.to_json())
    if not isinstance(answer, (str, dict)):
        assert pickle.loads(pickle.dumps(answer)) == answer
        assert copy.deepcopy(answer) == answer


def test_faults_are_the_same_from_text_dict_and_bytes() -> None:
    tried = 0
    for case in CASES:
        if case.operation != "read" or isinstance(case.input["plan"], str):
            continue
        text = compact(case.input["plan"])
        answers = []
        for source in (text, case.input["plan"], text.encode(), bytearray(text.encode())):
            try:
                answers.append(pl.Plan.read(source))
            except pl.PacelineError as fault:
                answers.append(fault.issues)
        assert all(answer == answers[0] for answer in answers)
        tried += 1
    assert tried > 3

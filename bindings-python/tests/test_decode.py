"""Records are made from JSON and written back without losing anything."""

import copy
import datetime
import json
import pickle
import types as python_types
import typing
from pathlib import Path

import pytest

from paceline import _decode, _types

VECTORS = Path(__file__).parents[2] / "core" / "tests" / "vectors"


def answers():
    """Each answer of the corpus with its operation, a list of issues as `validate` answers it."""
    cases = []
    for path in sorted(VECTORS.glob("*.json")):
        corpus = json.loads(path.read_text(encoding="utf-8"))
        for case in corpus["cases"]:
            operation, answer = corpus["operation"], case["expected"]
            if isinstance(answer, dict) and list(answer) == ["issues"] and answer["issues"]:
                operation, answer = "validate", answer["issues"]
            cases.append(pytest.param(operation, answer, id=f"{operation}: {case['name']}"))
    return cases


def decoded(operation, answer):
    read = _types.ANSWERS[operation].read
    return answer if read is None else read(answer)


def records(value):
    """The records in a value, itself first."""
    if isinstance(value, _decode.Record):
        yield value
        for field in value._fields:
            yield from records(getattr(value, field.attribute))
    elif isinstance(value, tuple):
        for item in value:
            yield from records(item)


def fits(value, of):
    """Whether a value is of an annotated type, exactly: a whole number is no float here."""
    origin, arguments = typing.get_origin(of), typing.get_args(of)
    if origin is typing.Literal:
        return value in arguments
    if origin in (typing.Union, python_types.UnionType):
        return any(fits(value, one) for one in arguments)
    if origin is tuple:
        return type(value) is tuple and all(fits(item, arguments[0]) for item in value)
    if origin is list:
        return type(value) is list and all(fits(item, arguments[0]) for item in value)
    if origin is dict:
        keys, values = arguments
        return type(value) is dict and all(fits(k, keys) and fits(v, values) for k, v in value.items())
    # A document inside an answer is the dict that its author writes.
    return type(value) is (dict if typing.is_typeddict(of) else of)


@pytest.mark.parametrize(("operation", "answer"), answers())
def test_an_answer_is_read_and_written_back(operation, answer):
    value, write = decoded(operation, answer), _types.ANSWERS[operation].write
    assert (value if write is None else write(value)) == answer


@pytest.mark.parametrize(("operation", "answer"), answers())
def test_values_are_what_their_annotations_say(operation, answer):
    for record in records(decoded(operation, answer)):
        annotations = typing.get_type_hints(type(record))
        del annotations["_fields"], annotations["__slots__"]
        assert list(annotations) == list(type(record).__slots__)
        for name, of in annotations.items():
            assert fits(getattr(record, name), of), f"{type(record).__name__}.{name}"


def test_every_record_is_in_the_corpus():
    seen = {type(record) for case in answers() for record in records(decoded(*case.values))}
    known = {
        one
        for one in vars(_types).values()
        if isinstance(one, type) and issubclass(one, _decode.Record)
    }
    # Progress is told on the way; no task of the corpus waits for a link or a choice of the search.
    unseen = {_decode.Record, _types.Progress, _types.CauseLink, _types.CauseChoice}
    # Which certificate a bound has is for the search to choose.
    unseen |= {one for one in known if one.__name__.startswith("RcpspCertificate")} | {_types.RcpspLiteral}
    assert known - seen <= unseen


def holds_a_document(value):
    """Whether there is a document, a dict, in a value: then it has no hash."""
    if isinstance(value, tuple):
        return any(holds_a_document(item) for item in value)
    if hasattr(value, "_fields"):
        return any(holds_a_document(getattr(value, field.attribute)) for field in value._fields)
    return isinstance(value, dict)


@pytest.mark.parametrize(("operation", "answer"), answers())
def test_records_are_values(operation, answer):
    value, same = decoded(operation, answer), decoded(operation, copy.deepcopy(answer))
    assert value == same and copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
    for record, other in zip(records(value), records(same), strict=True):
        if not holds_a_document(record):
            assert hash(record) == hash(other)


def test_stamps_are_naive_on_the_wall_clock_and_aware_in_a_zone():
    assert _decode.STAMP.read("2026-10-06T09:00:00") == datetime.datetime(2026, 10, 6, 9)
    zoned = _decode.STAMP.read("2026-10-06T09:00:00+05:30")
    assert zoned.utcoffset() == datetime.timedelta(hours=5, minutes=30)
    assert _decode.STAMP.write(zoned) == "2026-10-06T09:00:00+05:30"


@pytest.mark.parametrize("text", ["2026-10-06", "2026-10-06T17:00", "2026-10-06T17:00:30"])
def test_civil_dates_keep_their_form(text):
    when = _decode.WHEN.read(text)
    assert isinstance(when, datetime.datetime) == ("T" in text)
    assert _decode.WHEN.write(when) == text


MOVE = {
    "task": "film",
    "from": "2026-03-02T08:00:00",
    "to": "2026-03-05T08:00:00",
    "delay": 259200,
    "chain": ["film"],
    "cause": {"kind": "link", "from": "brief"},
}


def test_a_record_never_changes():
    move = _types.Move.from_dict(MOVE)
    with pytest.raises(AttributeError, match="never changes"):
        move.delay = 0
    with pytest.raises(AttributeError, match="never changes"):
        del move.delay
    assert move.__replace__(delay=0).delay == 0 and move.delay == 259200


def test_a_record_shows_what_it_is():
    move = _types.Move.from_dict(MOVE)
    assert move.from_ == datetime.datetime(2026, 3, 2, 8) and move.cause == _types.CauseLink(
        kind="link", from_="brief"
    )
    assert repr(move.cause) == "CauseLink(kind='link', from_='brief')"
    assert json.loads(move.to_json()) == MOVE
    match move.cause:
        case _types.CauseLink(from_=task):
            assert task == "brief"
        case _:
            pytest.fail("another cause")


def test_a_record_is_made_of_all_its_fields_and_no_others():
    with pytest.raises(TypeError, match="needs `from_`"):
        _types.CauseLink(kind="link")
    with pytest.raises(TypeError, match="has no `to`"):
        _types.CauseLink(kind="link", from_="a", to="b")
    with pytest.raises(KeyError, match="delay"):
        _types.Move.from_dict({name: value for name, value in MOVE.items() if name != "delay"})
    assert _types.Issue(severity="error", code="a", at="b", message="c").help is None


def test_a_document_may_hold_dates():
    document = {
        "start": datetime.date(2026, 3, 2),
        "at": datetime.datetime(2026, 3, 2, 9),
        "x": 1.5,
    }
    assert _decode.write(document) == '{"start":"2026-03-02","at":"2026-03-02T09:00:00","x":1.5}'
    with pytest.raises(TypeError, match="a complex has no place in a document"):
        _decode.write({"x": 1j})


def test_required_keys_of_documents_are_known_at_run_time():
    assert _types.Task.__required_keys__ == {"id"} or not hasattr(typing, "NotRequired")
    assert typing.get_type_hints(_types.Task)["id"] is str

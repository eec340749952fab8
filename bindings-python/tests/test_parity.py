"""Python has every operation of `api.json`, with its parts, options and answers, and no others."""

from __future__ import annotations

import ast
import inspect
import json
from pathlib import Path
from typing import Any

import paceline as pl
import pytest
from corpus import CORE
from paceline import measure, types

ALL = json.loads((CORE / "schema" / "api.json").read_text(encoding="utf-8"))["operations"]
API = [operation for operation in ALL if operation.get("module") != "measure"]
MEASURED = [operation for operation in ALL if operation.get("module") == "measure"]
"""Operations whose functions are made from the schema, in the module `paceline.measure`."""
STUB = ast.parse((Path(__file__).parents[1] / "python" / "paceline" / "_paceline.pyi").read_text(encoding="utf-8"))

READERS = {"read", "from_json"}
"""Operations that make the plan: class methods."""
NOT_OPERATIONS = {"call", "operations"}
NOT_OPERATIONS_OF_A_PLAN = {"from_tables", "to_json", "to_dict", "name"}
SHORT = {"score"}
"""Operations that need no plan, and that a plan offers for its own objectives."""


def is_of_a_plan(operation: dict[str, Any]) -> bool:
    return operation["input"][0]["name"] == "plan"


def functions() -> dict[str, ast.FunctionDef]:
    """The functions of the stub, methods of `Plan` by `Plan.name`."""
    found = {node.name: node for node in STUB.body if isinstance(node, ast.FunctionDef)}
    (plan,) = [node for node in STUB.body if isinstance(node, ast.ClassDef) and node.name == "Plan"]
    return found | {f"Plan.{node.name}": node for node in plan.body if isinstance(node, ast.FunctionDef)}


def of(operation: dict[str, Any]) -> ast.FunctionDef:
    return functions()[f"Plan.{operation['name']}" if is_of_a_plan(operation) else operation["name"]]


def test_the_engine_has_the_operations_of_the_file() -> None:
    assert pl.operations() == [operation["name"] for operation in ALL]


def test_every_operation_on_records_has_its_function() -> None:
    assert sorted(operation["name"] for operation in MEASURED) == sorted(measure.__all__)
    for operation in MEASURED:
        function = getattr(measure, operation["name"])
        assert inspect.getdoc(function) and operation["answers"] in (inspect.getdoc(function) or "")


@pytest.mark.parametrize("operation", API, ids=lambda operation: operation["name"])
def test_every_operation_is_there(operation: dict[str, Any]) -> None:
    owner = pl.Plan if is_of_a_plan(operation) else pl
    assert callable(getattr(owner, operation["name"]))
    assert inspect.getdoc(getattr(owner, operation["name"]))


def test_there_is_nothing_that_is_no_operation() -> None:
    operations = {operation["name"] for operation in API}
    methods = {name for name in vars(pl.Plan) if not name.startswith("_")}
    assert methods - operations == NOT_OPERATIONS_OF_A_PLAN
    assert {name for name in methods & operations if name in functions()} == SHORT
    public = {name for name in pl.__all__ if inspect.isroutine(getattr(pl, name))}
    assert public - operations == NOT_OPERATIONS


@pytest.mark.parametrize("operation", API, ids=lambda operation: operation["name"])
def test_parts_and_options_are_those_of_the_file(operation: dict[str, Any]) -> None:
    function = of(operation)
    if operation["name"] in READERS:
        return
    given = [argument.arg for argument in function.args.posonlyargs + function.args.args if argument.arg not in ("self", "cls")]
    parts = [part["name"] for part in operation["input"] if part["name"] != "plan"]
    keywords = function.args.kwarg
    if parts == ["request"] and len(operation["input"]) == 1:
        assert keywords is not None
        assert ast.unparse(keywords.annotation or ast.Pass()) == f"Unpack[{operation['input'][0]['type']}]"
        return
    assert given == parts
    optional = [part["name"] for part in operation["input"] if "default" in part]
    assert parts[len(parts) - len(function.args.defaults) :] == optional
    wanted = operation["options"]
    if wanted is None:
        assert keywords is None and not function.args.kwonlyargs
    elif keywords is not None:
        assert ast.unparse(keywords.annotation or ast.Pass()) == f"Unpack[{wanted['type']}]"
    else:
        (only,) = function.args.kwonlyargs
        assert wanted["type"] in ast.unparse(only.annotation or ast.Pass())


@pytest.mark.parametrize("operation", API, ids=lambda operation: operation["name"])
def test_answers_are_those_of_the_file(operation: dict[str, Any]) -> None:
    annotation = ast.unparse(of(operation).returns or ast.Pass())
    output = operation["output"]
    if output.endswith("[]"):
        expected = f"list[{output[:-2]}]"
    elif output.startswith(("text/", "image/")):
        expected = "str"
    elif output.startswith("{"):
        expected = "dict[str, float]"
    elif operation["name"] in READERS:
        expected = "Self"
    else:
        expected = output
    assert annotation == expected


def test_every_type_of_the_file_has_a_name_in_python() -> None:
    for operation in ALL:
        for part in operation["input"]:
            name = part["type"].removesuffix("[]")
            if name not in ("Plan", "PlanChanges", "Table") and name.isidentifier():
                assert hasattr(types, name), name
        if operation["options"]:
            assert hasattr(types, operation["options"]["type"])

"""The stub of the native module says what the module says: its documentation is copied from there.

`UPDATE=1 pytest tests/test_stub.py` writes it; without, a difference fails. What the signatures are is the matter of
mypy.stubtest.
"""

from __future__ import annotations

import ast
import inspect
import os
from pathlib import Path
from typing import Any


from paceline import _paceline

SOURCE = Path(__file__).parents[1] / "python" / "paceline" / "_paceline.pyi"
MIXIN = "_Report"

Documented = ast.ClassDef | ast.FunctionDef


def documented(tree: ast.Module) -> list[tuple[Documented, Any]]:
    """The public classes and functions of the stub, each with what it is in the module."""
    found: list[tuple[Documented, Any]] = []
    for node in tree.body:
        if not isinstance(node, Documented):
            continue
        owner = _paceline.Schedule if node.name == MIXIN else getattr(_paceline, node.name, None)
        if owner is None:
            continue
        if node.name != MIXIN:
            found.append((node, owner))
        for inner in node.body:
            if isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_"):
                found.append((inner, getattr(owner, inner.name)))
    return found


def written(source: str) -> str:
    """The stub with the documentation of the module."""
    lines = source.splitlines()
    for node, thing in sorted(documented(ast.parse(source)), key=lambda pair: -pair[0].lineno):
        text = inspect.getdoc(thing)
        assert text, f"{node.name} has no documentation"
        if node.name == "__getitem__":
            continue
        indent = " " * (node.col_offset + 4)
        body = [f"{indent}{line}".rstrip() for line in f'"""{text}\n"""'.splitlines()]
        if "\n" not in text:
            body = [f'{indent}"""{text}"""']
        first = node.body[0]
        is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
        if is_docstring:
            lines[first.lineno - 1 : first.end_lineno] = body
        elif isinstance(node, ast.ClassDef):
            lines[first_line(first) - 1 : first_line(first) - 1] = body
        else:
            line = lines[first.lineno - 1]
            lines[first.lineno - 1 : first.end_lineno] = [line[: line.rindex("...")].rstrip(), *body]
    return "\n".join(lines) + "\n"


def first_line(node: ast.stmt) -> int:
    decorators = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def test_the_stub_has_the_documentation_of_the_module() -> None:
    source = SOURCE.read_text(encoding="utf-8")
    expected = written(source)
    if os.environ.get("UPDATE"):
        SOURCE.write_text(expected, encoding="utf-8")
    else:
        assert source == expected, "run UPDATE=1 pytest tests/test_stub.py and review the difference"


def test_everything_public_is_in_the_stub() -> None:
    names = {node.name for node, _ in documented(ast.parse(SOURCE.read_text(encoding="utf-8")))}
    for name in _paceline.__all__:
        if not name.startswith("_"):
            assert name in names
            for member in vars(getattr(_paceline, name, object)) if inspect.isclass(getattr(_paceline, name)) else ():
                assert member.startswith("_") or member in names, f"{name}.{member}"

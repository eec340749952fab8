"""The examples of the documentation run: of the native classes, of the modules, of the README."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import Any

import paceline as pl
import pytest
from paceline import _paceline

ROOT = Path(__file__).parents[1]


def documented() -> list[tuple[str, str]]:
    """Everything that has documentation, with it."""
    found: dict[str, str] = {}
    for name in _paceline.__all__:
        thing = getattr(_paceline, name)
        if inspect.isclass(thing) or inspect.isroutine(thing):
            found[name] = inspect.getdoc(thing) or ""
        if inspect.isclass(thing):
            for member, value in vars(thing).items():
                if not member.startswith("_"):
                    value = value.__func__ if isinstance(value, classmethod) else value
                    found[f"{name}.{member}"] = inspect.getdoc(getattr(thing, member)) or ""
    # The widget needs more than the package does: tests/test_widget.py runs its examples.
    inner = [module.name for module in pkgutil.iter_modules(pl.__path__) if module.name != "widget"]
    modules = [pl, *(importlib.import_module(f"paceline.{name}") for name in inner)]
    for module in modules:
        if module is not _paceline:
            found[module.__name__] = inspect.getdoc(module) or ""
            for name, thing in vars(module).items():
                if inspect.isclass(thing) and thing.__module__ == module.__name__:
                    found[f"{module.__name__}.{name}"] = inspect.getdoc(thing) or ""
    return sorted(found.items())


def test_everything_public_is_documented() -> None:
    missing = [name for name, text in documented() if not text.strip() and "._" not in name]
    assert not missing


EXAMPLES = [(name, text) for name, text in documented() if ">>>" in text]


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_examples_run(name: str, text: str) -> None:
    test = doctest.DocTestParser().get_doctest(text, {"pl": pl}, name, None, 0)
    report: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=report.append)
    assert runner.failures == 0, "".join(report)


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 12


def blocks(path: Path) -> list[Any]:
    """The Python of a README, block by block."""
    text = path.read_text(encoding="utf-8")
    found = re.findall(r"^```python\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    return [pytest.param(block, id=f"block {number}") for number, block in enumerate(found, 1)]


def test_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All blocks one after the other, as a reader would type them; `# → …` says what a line gives."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "aurora.json").write_bytes((ROOT.parent / "examples" / "data" / "aurora.json").read_bytes())
    names: dict[str, Any] = {"__name__": "readme"}
    checked = 0
    for parameter in blocks(ROOT / "README.md"):
        (block,) = parameter.values
        exec(compile(block, "README.md", "exec"), names)
        for line in block.splitlines():
            expression, mark, expected = line.partition("  # → ")
            if mark:
                assert repr(eval(expression, names)) == expected, line
                checked += 1
    assert checked > 5


def test_the_readme_of_the_project_runs() -> None:
    found = blocks(ROOT.parent / "README.md")
    assert found
    for parameter in found:
        (block,) = parameter.values
        exec(compile(block, "README.md", "exec"), {"__name__": "readme"})

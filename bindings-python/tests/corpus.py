"""The corpus of the core: cases of every operation with the bytes they answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CORE = Path(__file__).parents[2] / "core"
MARK = ',"expected":'


@dataclass(frozen=True)
class Case:
    """A case: texts in, text out."""

    operation: str
    name: str
    parts: dict[str, str]
    options: str | None
    input: dict[str, Any]
    """The parts as Python values."""
    rest: str
    """The file from the expected bytes on."""

    def __str__(self) -> str:
        return f"{self.operation}: {self.name}"

    def gives(self, answer: str) -> bool:
        """Whether an answer is the expected one, byte for byte."""
        return self.rest.startswith(answer + "}")


def minified(text: str) -> str:
    """A JSON text without the spaces and line breaks between its values; nothing else is touched."""
    kept = []
    in_text = escaped = False
    for letter in text:
        if in_text:
            kept.append(letter)
            if escaped:
                escaped = False
            elif letter == "\\":
                escaped = True
            elif letter == '"':
                in_text = False
        elif letter not in " \n\r\t":
            kept.append(letter)
            in_text = letter == '"'
    return "".join(kept)


def compact(value: Any) -> str:
    """A value of the file as JSON text: a text stands for a document that may not even be JSON."""
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def cases() -> list[Case]:
    """Every case of every file."""
    found = []
    for path in sorted((CORE / "tests" / "vectors").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        content = json.loads(text)
        rests = minified(text).split(MARK)[1:]
        assert len(rests) == len(content["cases"]), path.name
        for case, rest in zip(content["cases"], rests, strict=True):
            options = case.get("options")
            found.append(
                Case(
                    operation=content["operation"],
                    name=case["name"],
                    parts={name: compact(part) for name, part in case["input"].items()},
                    options=None if options is None else json.dumps(options, ensure_ascii=False),
                    input=case["input"],
                    rest=rest,
                )
            )
    return found


CASES = cases()

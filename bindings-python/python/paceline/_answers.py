"""Answers of the engine, from JSON text to records."""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any

from . import _records, _types
from ._decode import WHEN, Record

if TYPE_CHECKING:
    from collections.abc import Callable

_SIMPLE: dict[str, Callable[[Any], Any] | None] = {
    "Stamp": datetime.datetime.fromisoformat,
    "When": WHEN.read,
    "Status": None,
    "object": None,
}


def decode_text(kind: str, text: str) -> Any:
    """What a JSON text says: a record of the class `kind`, or with `[]` or `()` behind it a list or tuple of them."""
    data = json.loads(text)
    if kind.endswith("()"):
        return tuple(decode_text(f"{kind[:-2]}[]", text))
    if kind.endswith("[]"):
        record = _record(kind[:-2])
        return [record.from_dict(item) for item in data]
    if kind in _SIMPLE:
        read = _SIMPLE[kind]
        return data if read is None else read(data)
    record = _record(kind)
    # A report that is also given back to the engine is a dict, as everything that an author may write.
    return record.from_dict(data) if hasattr(record, "from_dict") else data


def _record(name: str) -> type[Record]:
    found: type[Record] = getattr(_records, name, None) or getattr(_types, name)
    return found

"""Records of reports, and how they are made from JSON and written back.

`_types.py` declares the records and, in a table, what stands in each of their fields. Here is what
a field can hold (`Codec`) and what every record can do (`Record`).
"""

from __future__ import annotations

import datetime
import json
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_: object) -> Any:
        """Tells type checkers that subclasses are made like dataclasses."""
        return lambda cls: cls


class Codec(NamedTuple):
    """How a value is made from JSON and written back; None where it is the same in both."""

    read: Callable[[Any], Any] | None
    write: Callable[[Any], Any] | None


class Field(NamedTuple):
    """A field of a record."""

    attribute: str
    """Name in Python: that of the JSON, with `_` after a word that Python keeps for itself."""
    key: str
    """Name in the JSON."""
    codec: Codec
    required: bool
    """Whether the JSON always has it."""
    default: Any
    """What it is when the JSON does not have it."""
    put: Callable[[Any, Any], None]
    """Sets it, once, on a new record."""


@dataclass_transform(eq_default=True, frozen_default=True, kw_only_default=True)
class Record:
    """A part of a report: named values that never change.

    Records are equal when all their values are. They can be hashed, copied and pickled.
    """

    __slots__: ClassVar[tuple[str, ...]] = ()
    __match_args__ = ()
    _fields: ClassVar[tuple[Field, ...]] = ()

    def __init__(self, **values: Any) -> None:
        for field in self._fields:
            if field.attribute in values:
                field.put(self, values.pop(field.attribute))
            elif field.required:
                raise TypeError(f"{type(self).__name__} needs `{field.attribute}`")
            else:
                field.put(self, field.default)
        if values:
            raise TypeError(f"{type(self).__name__} has no `{next(iter(values))}`")

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Makes the record from an object of JSON.

        Raises:
            KeyError: If a field is missing.
        """
        self = cls.__new__(cls)
        for _, key, (read, _), required, default, put in cls._fields:
            if required or key in data:
                value = data[key]
                put(self, value if read is None else read(value))
            else:
                put(self, default)
        return self

    def _repr_svg_(self) -> str | None:
        """The picture of a report that has one, for notebooks."""
        from . import measure

        draw = measure._PICTURES.get(type(self).__name__)
        return None if draw is None else draw(self.to_dict())

    def to_dict(self) -> dict[str, Any]:
        """The record as an object of JSON: dates as text, fields that say nothing left out."""
        data = {}
        for attribute, key, (_, write), required, default, _ in self._fields:
            value = getattr(self, attribute)
            if required or value != default:
                data[key] = value if write is None else write(value)
        return data

    def to_json(self, indent: int | None = None) -> str:
        """The record as JSON text."""
        separators = (",", ":") if indent is None else None
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, separators=separators)

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field.attribute) for field in self._fields)

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        values = (f"{field.attribute}={getattr(self, field.attribute)!r}" for field in self._fields)
        return f"{type(self).__name__}({', '.join(values)})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a {type(self).__name__} never changes: `{name}` cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a {type(self).__name__} never changes: `{name}` cannot be deleted")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, _: object) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), self._values())

    def __replace__(self, **values: Any) -> Self:
        own = zip((field.attribute for field in self._fields), self._values(), strict=True)
        return type(self)(**{**dict(own), **values})


AnyRecord = TypeVar("AnyRecord", bound=Record)


def _restored(cls: type[AnyRecord], values: tuple[Any, ...]) -> AnyRecord:
    """A record from its values, for pickle."""
    self = cls.__new__(cls)
    for field, value in zip(cls._fields, values, strict=True):
        field.put(self, value)
    return self


def shape(cls: type[Record], *fields: tuple[str, Codec] | tuple[str, Codec, Any]) -> None:
    """States the fields of a record in the order of its slots: key, codec and, if any, default."""
    cls._fields = tuple(
        Field(
            slot,
            entry[0],
            entry[1],
            len(entry) == 2,
            None if len(entry) == 2 else entry[2],
            getattr(cls, slot).__set__,
        )
        for slot, entry in zip(cls.__slots__, fields, strict=True)
    )


def many(item: Codec) -> Codec:
    """A list, as a tuple."""
    read, write = item
    return Codec(
        tuple if read is None else lambda items: tuple([read(item) for item in items]),
        list if write is None else lambda items: [write(item) for item in items],
    )


def mapping(item: Codec) -> Codec:
    """An object with keys of any kind, as a dict."""
    read, write = item
    return Codec(
        dict if read is None else lambda items: {key: read(item) for key, item in items.items()},
        dict if write is None else lambda items: {key: write(item) for key, item in items.items()},
    )


def record(cls: type[Record]) -> Codec:
    """A record."""
    return Codec(cls.from_dict, cls.to_dict)


def one_of(tag: str, classes: Mapping[str, type[Record]]) -> Codec:
    """One of some records, told apart by a field."""
    return Codec(lambda data: classes[data[tag]].from_dict(data), Record.to_dict)


def _read_when(text: str) -> datetime.date | datetime.datetime:
    if len(text) == 10:
        return datetime.date.fromisoformat(text)
    return datetime.datetime.fromisoformat(text)


def _write_stamp(stamp: datetime.datetime) -> str:
    return stamp.isoformat(timespec="seconds")


def _write_when(when: datetime.date | datetime.datetime) -> str:
    if isinstance(when, datetime.datetime):
        return when.isoformat(timespec="seconds" if when.second else "minutes")
    return when.isoformat()


PLAIN = Codec(None, None)
"""A text, a truth value or a whole number."""

NUMBER = Codec(float, None)
"""A number, always as a float."""

STAMP = Codec(datetime.datetime.fromisoformat, _write_stamp)
"""A computed date-time: aware, with its offset, where the plan is zoned, else naive."""

DATE = Codec(datetime.date.fromisoformat, datetime.date.isoformat)
"""A civil date."""

WHEN = Codec(_read_when, _write_when)
"""A civil date, with or without a time of day."""


def write(value: object) -> str:
    """A document or options as JSON text; dates, date-times and records may stand in it."""
    separators = (",", ":")
    return json.dumps(value, ensure_ascii=False, separators=separators, default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"a {type(value).__name__} has no place in a document")

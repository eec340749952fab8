"""What counts as a table of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from os import PathLike
from typing import IO, Any, Protocol, TypeAlias


class ArrowStream(Protocol):
    """A data frame that speaks the Arrow PyCapsule interface: of polars, pandas, pyarrow, DuckDB and others."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


TableLike: TypeAlias = (
    ArrowStream
    | Mapping[str, Iterable[Any]]
    | Iterable[Mapping[str, Any]]
    | str
    | PathLike[str]
    | IO[str]
    | IO[bytes]
)
"""Records in columns: a data frame, a dict of columns, a list of dicts, or the JSON text of columns (or its file)."""

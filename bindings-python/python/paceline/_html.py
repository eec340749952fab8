"""What notebooks and terminals are shown: tables and pictures as HTML, reports in a line."""

from __future__ import annotations

import datetime
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ._decode import Record
    from ._paceline import CostReport, LevelReport, LoadReport, Schedule, Scorecard, Table
    from ._types import Issue

_CHUNK = 256
_MOST_ROWS = 20
_MOST_LETTERS = 200


def rows(table: Table[Any]) -> Iterator[Record]:
    """The records of a table, some at a time."""
    for begin in range(0, len(table), _CHUNK):
        yield from table[begin : begin + _CHUNK]


def picture(svg: str) -> str:
    """A picture that may be wider than the page."""
    return f'<div class="paceline" style="overflow-x:auto;max-width:100%">{svg}</div>'


def text(line: str) -> str:
    """A line of text."""
    return f"<pre>{escape(line)}</pre>"


def issues(title: str, found: Iterable[Issue]) -> str:
    """What is wrong with a document."""
    lines = "".join(
        f"<li><b>{escape(issue.severity)}</b> <code>{escape(issue.code)}</code> at <code>{escape(issue.at)}</code>: "
        f"{escape(issue.message)}{f' <i>({escape(issue.help)})</i>' if issue.help else ''}</li>"
        for issue in found
    )
    return f"{text(title)}<ul>{lines}</ul>"


def table(shown: Table[Any], caption: str | None = None) -> str:
    """The first rows of a table."""
    names = shown.columns
    columns = [shown._head(name, _MOST_ROWS) for name in names]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        f"<tr>{''.join(_td(value) for value in row)}</tr>" for row in zip(*columns, strict=True)
    )
    more = len(shown) - _MOST_ROWS
    foot = f"<p>and {more:,} rows more</p>" if more > 0 else ""
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    return (
        '<div class="paceline" style="overflow-x:auto">'
        f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{foot}</div>"
    )


def _td(value: Any) -> str:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        style = "text-align:right"
    elif isinstance(value, (datetime.date, datetime.datetime)):
        style = "text-align:left;white-space:nowrap"
    else:
        style = "text-align:left"
    return f'<td style="{style}">{escape(_cell(value))}</td>'


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, list):
        return _short(", ".join(str(item) for item in value))
    if isinstance(value, float):
        return f"{value:.6g}"
    return _short(str(value))


def _short(line: str) -> str:
    return line if len(line) <= _MOST_LETTERS else f"{line[: _MOST_LETTERS - 1]}…"


def report(shown: Any) -> str:
    """A report as its most telling table."""
    for name in ("tasks", "overloads", "moves"):
        if hasattr(shown, name):
            return text(brief(shown)) + table(getattr(shown, name))
    return text(brief(shown))


def brief(shown: Schedule | LevelReport | LoadReport | CostReport | Scorecard) -> str:
    """A report in one line."""
    return f"<{type(shown).__name__} {_BRIEF[type(shown).__name__](shown)}>"


def _tasks(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"


def _schedule(shown: Schedule) -> str:
    return f"{shown.start.isoformat(' ', 'minutes')} to {shown.finish.isoformat(' ', 'minutes')}: {_tasks(len(shown))}"


def _level(shown: LevelReport) -> str:
    parts = ", ".join(f"{part.name} {part.value:g} (at best {part.bound:g})" for part in shown.objective)
    return f"{shown.status}: {parts}; {_tasks(len(shown.moves))} moved, {len(shown.late)} late"


def _load(shown: LoadReport) -> str:
    return f"{len(shown.resources)} resources, {shown.overloaded} overloaded by {shown.excess / 3600:g} h"


def _cost(shown: CostReport) -> str:
    return f"{shown.cost.total:,.2f} {shown.currency or ''}".rstrip()


def _scorecard(shown: Scorecard) -> str:
    score = shown.program.score
    told = "no score" if score is None else f"score {score:.3g} ({shown.program.rag})"
    return f"{told}: {len(shown.objectives)} objectives, {len(shown.kpis)} KPIs"


_BRIEF: dict[str, Any] = {
    "Schedule": _schedule,
    "LevelReport": _level,
    "LoadReport": _load,
    "CostReport": _cost,
    "Scorecard": _scorecard,
}

"""How the charts of these notebooks look.

The colors are those of the engine's own pictures (Okabe and Ito 2008), which people with any color vision can tell
apart; none carries a meaning alone. Charts are drawn as SVG, so they are the same in Jupyter, in an editor, on a page
made with `jupyter nbconvert`, and without a network.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

import altair as alt
from IPython.display import HTML

SKY, BLUE, ORANGE, AMBER, GREEN, PINK = "#56b4e9", "#0072b2", "#d55e00", "#e69f00", "#009e73", "#cc79a7"
INK, SOFT, LINE = "#1b2026", "#505a66", "#dfe4ea"


@alt.theme.register("paceline", enable=True)
def theme() -> alt.theme.ThemeConfig:
    """The theme of Altair."""
    font = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif"
    axis = {
        "labelColor": INK,
        "titleColor": SOFT,
        "titleFontWeight": "normal",
        "labelFontSize": 11,
        "titleFontSize": 11,
        "gridColor": LINE,
        "domainColor": SOFT,
        "tickColor": SOFT,
        "labelLimit": 260,
    }
    return {
        "config": {
            "font": font,
            "background": "white",
            "padding": 12,
            "view": {"stroke": None, "continuousWidth": 640, "continuousHeight": 260},
            "title": {
                "anchor": "start",
                "fontSize": 15,
                "color": INK,
                "subtitleColor": SOFT,
                "subtitleFontSize": 12,
                "offset": 14,
                "frame": "group",
            },
            "axis": axis,
            "header": {"labelColor": INK, "titleColor": SOFT, "labelFontSize": 12},
            "legend": {"labelColor": INK, "titleColor": SOFT, "titleFontWeight": "normal", "labelLimit": 260},
            "range": {"category": [BLUE, ORANGE, GREEN, AMBER, PINK, SKY]},
            "bar": {"color": SKY},
            "line": {"color": BLUE, "strokeWidth": 2.5},
            "point": {"color": BLUE, "filled": True, "size": 60},
        }
    }


alt.renderers.enable("svg")


def title(text: str, *more: str) -> alt.TitleParams:
    """What a chart shows, and below it how to read it."""
    return alt.TitleParams(text, subtitle=list(more))


def weeks(first: datetime.date, count: int) -> list[alt.DateTime]:
    """The first day and the same day of the weeks after it, for the ticks of an axis."""
    days = (first + datetime.timedelta(weeks=week) for week in range(count))
    return [alt.DateTime(year=day.year, month=day.month, date=day.day) for day in days]


def table(rows: Iterable[Mapping[str, Any]] | Any, **digits: int) -> HTML:
    """Records, or a data frame of polars, as a table to read; `digits` says how many a column shows after the point."""
    rows = list(rows.to_dicts() if hasattr(rows, "to_dicts") else rows)
    if not rows:
        return HTML("<p>none</p>")
    names = list(rows[0])
    numbers = {name for name in names if all(isinstance(row[name], int | float | None) for row in rows)}
    side = {
        name: f'style="text-align:{"right" if name in numbers else "left"};vertical-align:top"'
        for name in names
    }
    head = "".join(f"<th {side[name]}>{escape(name)}</th>" for name in names)
    lines = (
        "".join(f"<td {side[name]}>{_cell(row[name], digits.get(name, 1))}</td>" for name in names)
        for row in rows
    )
    return HTML(f"<table><tr>{head}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>")


def plain(report: Any) -> Any:
    """A report, or a part of it, as dicts and lists."""
    return report.to_dict() if hasattr(report, "to_dict") else report


def interval(estimate: Mapping[str, Any], times: float, digits: int, unit: str = "") -> str:
    """An estimate and its interval in words; in percentage points with `times` 100."""
    value, low, high = (estimate.get(name) for name in ("value", "low", "high"))
    unit = f" {unit}" if unit else ""
    if low is None or high is None:
        return f"{times * value:,.{digits}f}{unit}"
    return f"{times * value:,.{digits}f}{unit} ({times * low:,.{digits}f} to {times * high:,.{digits}f})"


def _cell(value: Any, digits: int) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.datetime):
        return f"{value:%a %b %d, %H:%M}"
    if isinstance(value, datetime.date):
        return f"{value:%a %b %d, %Y}"
    if isinstance(value, float):
        return f"{value:,.{digits}f}"
    return escape(str(value))

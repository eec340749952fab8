"""Records of tables that no report has: with the id of what they belong to."""

from __future__ import annotations

from typing import Any

from ._decode import PLAIN, Record, shape
from ._types import DayLoad, KpiScore


class ResourceDay(DayLoad):
    """Load of one resource on one day, with the resource: a row of `LoadReport.days`."""

    __slots__ = ("resource",)

    resource: str
    """The resource."""


class ObjectiveKpi(KpiScore):
    """Score of a KPI, with its objective: a row of `Scorecard.kpis`."""

    __slots__ = ("objective",)

    objective: str
    """The objective."""


def _first(cls: type[Record], base: type[Record], *fields: Any) -> None:
    """States fields that come before those of the base."""
    shape(cls, *fields)
    cls._fields = cls._fields + base._fields


_first(ResourceDay, DayLoad, ("resource", PLAIN))
_first(ObjectiveKpi, KpiScore, ("objective", PLAIN))

"""Records of tables that no report has: with the id of what they belong to."""

from __future__ import annotations

from ._decode import PLAIN, shape
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


shape(ResourceDay, ("resource", PLAIN))
ResourceDay._fields += DayLoad._fields  # pyright: ignore[reportPrivateUsage]
shape(ObjectiveKpi, ("objective", PLAIN))
ObjectiveKpi._fields += KpiScore._fields  # pyright: ignore[reportPrivateUsage]

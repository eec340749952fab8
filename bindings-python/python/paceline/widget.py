"""An interactive Gantt chart for Jupyter, marimo and whatever else shows anywidget.

Needs `paceline[widget]`. The engine runs in the page too: a drag replans there at once, without asking Python, and
the new plan arrives here. Nothing is loaded from the network.

>>> import paceline as pl
>>> from paceline.widget import Gantt
>>> plan = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
...                      "tasks": [{"id": "brief", "duration": "1d"}]})
>>> chart = Gantt(plan)          # the last line of a cell shows it
>>> chart.plan, chart.schedule.finish
(<Plan 'Fair': 1 task, 0 dependencies>, datetime.datetime(2026, 3, 2, 17, 0))
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ._paceline import Plan, Schedule
from ._types import Comparison

try:
    import anywidget
    import traitlets
except ImportError as fault:
    raise ImportError("the Gantt widget needs anywidget: install `paceline[widget]`") from fault

__all__ = ["Gantt", "is_built"]

_SCRIPT = Path(__file__).parent / "static" / "gantt.js"


def is_built() -> bool:
    """Whether this build of the package has the widget's script."""
    return _SCRIPT.is_file()


class Gantt(anywidget.AnyWidget):
    """An interactive Gantt chart of a plan.

    Dragging a bar moves its task, dragging its end changes its duration, dragging from the knob of one bar to
    another links them; `Level` finds the best plan in which nobody is overloaded; every change can be undone. What a
    change moved is listed below the chart, each task with its reason. Keys do the same: arrows choose, with Shift
    they move, with Shift and Alt they change the duration, Ctrl+Z undoes.

    Python reads the result and may set another plan at any time:

    >>> import paceline as pl
    >>> chart = Gantt(pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
    ...                             "tasks": [{"id": "brief", "duration": "1d"}]}))
    >>> chart.observe(lambda change: print("now finishes", chart.schedule.finish), "plan")
    >>> chart.plan = chart.plan.change({"tasks": {"brief": {"duration": "3d"}}})
    now finishes 2026-03-04 17:00:00
    >>> chart.comparison.shifts[0].message
    'finishes 2026-03-04 17:00 instead of 2026-03-02 17:00, because its duration changed'

    Parameters
    ----------
    plan
        What is shown first.
    traits
        Values of the traits below.

    Raises
    ------
    PacelineError
        If the plan is not valid.
    RuntimeError
        If this build of the package has not the widget's script; `is_built` tells.
    """

    _esm: Any = _SCRIPT if is_built() else "export default {}"

    plan = traitlets.Instance(Plan, help="The plan as it is now: after a drag, the changed one.")
    schedule = traitlets.Instance(Schedule, read_only=True, help="The schedule of `plan`.")
    comparison = traitlets.Instance(
        Comparison,
        allow_none=True,
        read_only=True,
        help="What the last change moved, each task with its cause (`comparison.shifts`); `None` before the first.",
    )
    last_change = traitlets.Unicode(help="What the reader did last, in words; empty after a change in Python.").tag(
        sync=True
    )
    selected = traitlets.Unicode(help="The id of the chosen task; empty if none is chosen.").tag(sync=True)
    height = traitlets.Int(420, min=120, help="Height of the chart in pixels.").tag(sync=True)
    show_load = traitlets.Bool(True, help="Whether the load of the people is shown below the chart.").tag(sync=True)
    read_only = traitlets.Bool(False, help="Whether nothing can be edited; to be set when it is made.").tag(sync=True)
    theme = traitlets.Enum(["auto", "light", "dark"], "auto", help="Colors; `auto` looks at the notebook.").tag(
        sync=True
    )
    _document = traitlets.Unicode(help="The plan document as the core writes it; shared with the page.").tag(sync=True)

    def __init__(self, plan: Plan, **traits: Any) -> None:
        """Shows a plan; see the class."""
        if not is_built():
            raise RuntimeError(
                "this build of paceline has no widget: its script is missing; in the sources, run "
                "`sh bindings-python/widget/build.sh` and install the package again"
            )
        super().__init__(_document=plan.to_json(), **traits)

    @traitlets.observe("_document")
    def _heard(self, change: Any) -> None:
        """Takes the plan that the page has sent, or that a chart begins with."""
        if not self.trait_has_value("plan") or self.plan.to_json() != change["new"]:
            self._take(Plan.read(change["new"]), self.plan if self.trait_has_value("plan") else None)

    @traitlets.observe("plan")
    def _given(self, change: Any) -> None:
        """Sends a plan set in Python to the page."""
        text = change["new"].to_json()
        if text != self._document:
            self._take(change["new"], change["old"])
            self.last_change = ""
            self._document = text

    def _take(self, plan: Plan, was: Any) -> None:
        """Makes a plan the one that is shown; whoever observes a trait sees all of them changed."""
        schedule = plan.schedule()
        earlier = was if isinstance(was, Plan) else None
        moved = plan.compare(self.schedule, schedule, was=earlier) if self.trait_has_value("schedule") else None
        with self.hold_trait_notifications():
            self.plan = plan
            self.set_trait("schedule", schedule)
            self.set_trait("comparison", moved)

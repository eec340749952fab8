"""Names of documents, options and records, for annotations.

What you write (`PlanDocument`, `Task`, `LevelOptions`, …) are typed dictionaries; what the engine answers
(`TaskSchedule`, `Move`, …) are records whose values never change. `Schedule`, `LevelReport`, `LoadReport`,
`CostReport` and `Scorecard` are here the plain records of what `to_dict` gives; the classes of the same names in
`paceline` hold the same in the engine, with tables.

>>> import paceline as pl
>>> from paceline import types
>>> schedule = pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"},
...                          "tasks": [{"id": "copy", "duration": "2d"}]}).schedule()
>>> types.Schedule.from_dict(schedule.to_dict()).tasks[0].finish
datetime.datetime(2026, 3, 3, 17, 0)
"""

from ._types import *  # noqa: F403

# Made from core/tests/vectors by core/tests/types.rs; changes here are lost.
"""It passes `mypy --strict` where the types are those of what goes into the operations."""

from paceline import _types as types

# fmt: off

# What is not a document is refused.
program: types.Program = {"name": "p", "start": "2026-03-02"}
misspelt: types.Task = {"id": "a", "durration": "3d"}  # type: ignore[typeddict-unknown-key]
unread: types.Task = {"id": "a", "duration": 3}  # type: ignore[typeddict-item]
homeless: types.PlanDocument = {"format": "paceline/1"}  # type: ignore[typeddict-item]
read_1: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "Fair", "start": "2026-03-02"},
}
read_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}],
  "baselines": [],
  "calendars": [],
  "campaigns": [],
  "dependencies": [{"from": "x", "kind": "FS", "lag": "0d", "to": "y"}],
  "format": "paceline/1",
  "objectives": [],
  "program": {
    "days_per_month": 20,
    "hours_per_day": 8,
    "hours_per_week": 40,
    "name": "Fair",
    "scheduling": {
      "clock": "wall",
      "critical_float": "0d",
      "from": "start",
      "honor_constraints": True,
      "lag_calendar": "successor",
      "multiple_critical_paths": False,
    },
    "start": "2026-03-02",
  },
  "resources": [{"absences": [], "capacity": 1, "id": "ana", "kind": "person"}],
  "tasks": [
    {
      "constraints": [],
      "duration": "1d",
      "fixed_cost": 0,
      "id": "x",
      "ignore_resource_calendars": False,
      "priority": 500,
      "progress": {},
    },
    {"duration": "1d", "id": "y"},
  ],
}
from_json_1: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "zz"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "1d", "id": "b"}, {"duration": "2d", "id": "a"}],
}
validate_1: types.PlanDocument = {
  "format": "paceline/2",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "1d", "id": "x"}],
}
validate_2: types.PlanDocument = {
  "assignments": [
    {
      "alternatives": [
        {"resource": "bem"},
        {"resource": "ana"},
        {"any": {}},
        {"any": {"languages": ["pt"], "role": "designer"}},
      ],
      "resource": "ana",
      "task": "brief",
    },
    {"alternatives": [{"resource": "ben", "work": "4h"}], "resource": "ana", "task": "copy"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
  "resources": [
    {
      "id": "ana",
      "market": "US",
      "rates": [{"per": "day", "standard": 400}],
      "role": "designer",
      "skills": [{"level": 3, "skill": "latin"}],
    },
    {"id": "ben", "market": "GB", "rates": [{"per": "day", "standard": 500}], "role": "designer"},
    {"id": "cy", "role": "writer"},
  ],
  "tasks": [
    {"duration": "3d", "id": "brief"},
    {
      "deadline": "2026-03-04",
      "duration": "2d",
      "id": "copy",
      "skills": [{"level": 2, "skill": "latin"}],
    },
  ],
}
validate_3: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "copy"},
    {"resource": "anna", "task": "film"},
    {"resource": "anna", "task": "brief"},
  ],
  "calendars": [
    {
      "id": "office",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
    },
  ],
  "campaigns": [{"id": "launch"}],
  "dependencies": [{"from": "brif", "to": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "anna"}],
  "tasks": [
    {"calendar": "ofice", "duration": "1d", "id": "brief"},
    {"duration": "2d", "id": "copy", "parent": "brieff"},
    {"campaign": "lunch", "duration": "1d", "id": "film"},
  ],
}
validate_4: types.PlanDocument = {
  "calendars": [{"base": "b", "id": "a"}, {"base": "a", "id": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {"department": "d2", "id": "d1", "kind": "department"},
    {"department": "d1", "id": "d2", "kind": "department"},
  ],
  "tasks": [
    {"id": "s", "parent": "t"},
    {"id": "t", "parent": "s"},
    {"duration": "1d", "id": "x", "parent": "t"},
  ],
}
validate_5: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "-1d", "id": "a"},
    {"duration": "1d", "id": "b", "milestone": "finish"},
    {"duration": "1d", "id": "c", "progress": {"actual_finish": "2026-03-03"}},
    {"constraints": [{"kind": "must_start_on"}], "duration": "1d", "id": "d"},
    {
      "constraints": [{"date": "2026-03-03", "kind": "as_late_as_possible"}],
      "duration": "1d",
      "id": "e",
    },
    {"duration": "1d", "id": "f", "priority": 1001},
    {"duration": "1d", "id": "g"},
    {"duration": "1d", "id": "g"},
    {"id": "h"},
  ],
}
validate_6: types.PlanDocument = {
  "assignments": [
    {"resource": "bo", "task": "x"},
    {"resource": "bo", "task": "x"},
    {"resource": "bo", "task": "y", "units": 3},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {"absences": [{"from": "2026-03-05", "to": "2026-03-04"}], "capacity": 2, "id": "ana"},
    {"id": "bo"},
  ],
  "tasks": [
    {"duration": "1d", "id": "x", "skills": [{"level": 3, "skill": "camera"}]},
    {"duration": "1d", "id": "y"},
  ],
}
validate_7: types.PlanDocument = {
  "calendars": [
    {
      "id": "closed",
      "week": {"fri": [], "mon": [], "sat": [], "sun": [], "thu": [], "tue": [], "wed": []},
    },
    {
      "id": "zone",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
      "zone": "Europe/Berln",
    },
    {
      "id": "shifts",
      "week": {
        "fri": ["09:00-13:00", "12:00-17:00"],
        "mon": ["09:00-13:00", "12:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["09:00-13:00", "12:00-17:00"],
        "tue": ["09:00-13:00", "12:00-17:00"],
        "wed": ["09:00-13:00", "12:00-17:00"],
      },
    },
    {
      "exceptions": [{"name": "some day"}],
      "id": "when",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
      "work_weeks": [
        {
          "from": "2026-03-08",
          "to": "2026-03-02",
          "week": {
            "fri": ["09:00-12:00"],
            "mon": ["09:00-12:00"],
            "sat": [],
            "sun": [],
            "thu": ["09:00-12:00"],
            "tue": ["09:00-12:00"],
            "wed": ["09:00-12:00"],
          },
        },
      ],
    },
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"calendar": "closed", "duration": "1d", "id": "x"}],
}
validate_8: types.PlanDocument = {
  "dependencies": [
    {"from": "a", "lag": "2d", "max_lag": "1d", "to": "b"},
    {"from": "b", "max_lag": "1d", "to": "s"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "1d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "c", "parent": "s"},
    {"id": "s"},
  ],
}
change_1: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
change_2: types.PlanChanges = {
  "dependencies": {"a->b": None, "a->c": {"lag": "1d"}},
  "program": {"start": "2026-03-09"},
  "tasks": {"a": {"duration": "3d", "name": "Brief"}, "b": None, "c": {"duration": "4h"}},
}
change_3: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {
      "constraints": [{"date": "2026-03-03", "kind": "start_no_earlier_than"}],
      "duration": "2d",
      "id": "a",
    },
  ],
}
change_4: types.PlanChanges = {
  "resources": {"ana": {"absences": {"2026-03-04": {"to": "2026-03-06"}}}},
  "tasks": {
    "a": {
      "constraints": {
        "finish_no_later_than": {"date": "2026-03-20"},
        "start_no_earlier_than": {"date": "2026-03-05"},
      },
    },
  },
}
change_5: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"deadline": "2026-03-04", "duration": "2d", "id": "a"}],
}
change_6: types.PlanChanges = {"tasks": {"a": {"deadline": None}}}
change_7: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
change_8: types.PlanChanges = {"dependencies": None, "tasks": [{"duration": "1d", "id": "x"}]}
change_9: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "2d", "id": "a"}],
}
change_10: types.PlanChanges = {"assignments": {"a/ana": {"units": 0.5}}}
diff_1: types.PlanDocument = {
  "dependencies": [{"from": "a", "lag": "1d", "to": "b"}],
  "format": "paceline/1",
  "program": {"budget": 100, "name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "3d", "id": "a"},
    {"duration": "1d", "id": "b", "parent": "s"},
    {"id": "s"},
  ],
}
diff_2: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
schedule_1: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"estimate": {"likely": "3d", "optimistic": "1d", "pessimistic": "9d"}, "id": "x"}],
}
schedule_2: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02", "status_date": "2026-03-03T17:00"},
  "tasks": [
    {
      "duration": "3d",
      "id": "a",
      "progress": {
        "actual_start": "2026-03-02T08:00",
        "remaining": "2d",
        "resume": "2026-03-05T08:00",
      },
    },
  ],
}
schedule_3: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"deadline": "2026-03-03", "duration": "3d", "id": "x"}],
}
schedule_4: types.PlanDocument = {
  "calendars": [
    {
      "exceptions": [
        {"date": "2020-01-01", "every": "year", "name": "New Year's Day"},
        {"date": "2027-01-02", "shifts": ["08:00-12:00"]},
      ],
      "id": "de",
      "week": {
        "fri": ["08:00-12:00", "13:00-17:00"],
        "mon": ["08:00-12:00", "13:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["08:00-12:00", "13:00-17:00"],
        "tue": ["08:00-12:00", "13:00-17:00"],
        "wed": ["08:00-12:00", "13:00-17:00"],
      },
    },
  ],
  "format": "paceline/1",
  "program": {"calendar": "de", "name": "p", "start": "2027-01-01"},
  "tasks": [{"duration": "8h", "id": "x"}],
}
schedule_5: types.PlanDocument = {
  "dependencies": [{"from": "A", "to": "B"}],
  "format": "paceline/1",
  "program": {
    "name": "P",
    "scheduling": {
      "honor_constraints": False,
      "lag_calendar": "predecessor",
      "progress_rule": "retained_logic",
      "total_float": "finish",
      "use_expected_finish": True,
    },
    "start": "2026-01-05T08:00",
    "status_date": "2026-01-12T08:00",
  },
  "tasks": [
    {
      "duration": "10d",
      "id": "A",
      "progress": {
        "actual_start": "2026-01-06T08:00",
        "expected_finish": "2026-01-21T17:00",
        "remaining": "7d",
      },
    },
    {"duration": "1d", "id": "B"},
  ],
}
schedule_6: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "studio", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {"absences": [{"from": "2026-03-03", "reason": "leave", "to": "2026-03-03"}], "id": "ana"},
    {"contract": {"from": "2026-03-05", "to": "2026-03-31"}, "id": "studio", "kind": "vendor"},
  ],
  "tasks": [{"duration": "2d", "id": "x"}, {"duration": "1d", "id": "y"}],
}
schedule_7: types.PlanDocument = {
  "calendars": [
    {
      "id": "always",
      "week": {
        "fri": ["00:00-24:00"],
        "mon": ["00:00-24:00"],
        "sat": ["00:00-24:00"],
        "sun": ["00:00-24:00"],
        "thu": ["00:00-24:00"],
        "tue": ["00:00-24:00"],
        "wed": ["00:00-24:00"],
      },
    },
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-07T10:00"},
  "tasks": [{"calendar": "always", "duration": "30h", "id": "x"}],
}
schedule_8: types.PlanDocument = {
  "calendars": [
    {
      "exceptions": [{"date": "2026-03-03"}],
      "id": "office",
      "week": {
        "fri": ["08:00-12:00", "13:00-17:00"],
        "mon": ["08:00-12:00", "13:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["08:00-12:00", "13:00-17:00"],
        "tue": ["08:00-12:00", "13:00-17:00"],
        "wed": ["08:00-12:00", "13:00-17:00"],
      },
    },
    {
      "base": "office",
      "exceptions": [{"from": "2026-03-05", "to": "2026-03-05"}],
      "id": "ana",
      "week": {"fri": ["08:00-12:00"]},
    },
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"calendar": "ana", "duration": "24h", "id": "x"}],
}
schedule_9: types.PlanDocument = {
  "dependencies": [
    {"from": "A", "to": "B"},
    {"from": "A", "kind": "SS", "to": "H"},
    {"from": "B", "kind": "FF", "to": "H"},
  ],
  "format": "paceline/1",
  "program": {
    "name": "P",
    "scheduling": {
      "critical": "longest_path",
      "honor_constraints": False,
      "lag_calendar": "predecessor",
      "total_float": "finish",
    },
    "start": "2026-01-05T08:00",
  },
  "tasks": [
    {"duration": "3d", "id": "A"},
    {"duration": "4d", "id": "B"},
    {"deadline": "2026-01-06", "duration": "2d", "id": "C"},
    {"id": "H", "level_of_effort": True},
  ],
}
schedule_10: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "1d", "id": "x", "leveling_delay": "1ed"}],
}
schedule_11: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"constraints": [{"kind": "as_soon_as_possible"}], "duration": "2d", "id": "x"}],
}
schedule_12: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {
      "constraints": [{"date": "2026-03-06", "kind": "must_finish_on"}],
      "duration": "2d",
      "id": "x",
    },
  ],
}
schedule_13: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {
      "constraints": [{"date": "2026-03-06", "kind": "finish_no_earlier_than"}],
      "duration": "2d",
      "id": "x",
    },
  ],
}
schedule_14: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x", "units": 0.5, "work": "8h"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"id": "x"}],
}
schedule_15: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02", "status_date": "2026-03-04T17:00"},
  "tasks": [
    {
      "duration": "4d",
      "id": "a",
      "progress": {"actual_start": "2026-03-03T08:00", "complete": 0.5},
    },
  ],
}
schedule_16: types.PlanDocument = {
  "dependencies": [{"from": "A", "to": "B"}, {"from": "B", "to": "C"}],
  "format": "paceline/1",
  "program": {
    "must_finish_by": "2026-01-30T17:00",
    "name": "P",
    "scheduling": {
      "honor_constraints": False,
      "lag_calendar": "predecessor",
      "total_float": "finish",
    },
    "start": "2026-01-05T08:00",
  },
  "tasks": [
    {"duration": "5d", "id": "A"},
    {
      "constraints": [{"date": "2026-01-08T08:00", "kind": "mandatory_start"}],
      "duration": "2d",
      "id": "B",
    },
    {"duration": "1d", "id": "C"},
  ],
}
schedule_17: types.PlanDocument = {
  "dependencies": [{"from": "a", "kind": "SF", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
schedule_18: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {
    "finish": "2026-03-13",
    "name": "p",
    "scheduling": {"from": "finish"},
    "start": "2026-03-02",
  },
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
schedule_19: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "x"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "2d", "id": "a"},
    {
      "constraints": [{"date": "2026-03-04T08:00", "kind": "start_no_later_than"}],
      "duration": "2d",
      "id": "x",
    },
  ],
}
schedule_20: types.PlanDocument = {
  "calendars": [
    {
      "id": "half",
      "week": {
        "fri": ["08:00-12:00", "13:00-17:00"],
        "mon": ["08:00-12:00", "13:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["08:00-12:00", "13:00-17:00"],
        "tue": ["08:00-12:00", "13:00-17:00"],
        "wed": ["08:00-12:00", "13:00-17:00"],
      },
      "work_weeks": [
        {
          "from": "2026-03-02",
          "name": "half days",
          "to": "2026-03-08",
          "week": {
            "fri": ["08:00-12:00"],
            "mon": ["08:00-12:00"],
            "sat": [],
            "sun": [],
            "thu": ["08:00-12:00"],
            "tue": ["08:00-12:00"],
            "wed": ["08:00-12:00"],
          },
        },
      ],
    },
  ],
  "format": "paceline/1",
  "program": {"calendar": "half", "name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "24h", "id": "x"}],
}
schedule_21: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "done"}, {"from": "a", "to": "live"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "2d", "id": "a"},
    {"id": "done", "milestone": "finish"},
    {"id": "live", "milestone": "start"},
  ],
}
schedule_22: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "calendars": [
    {
      "id": "mornings",
      "week": {
        "fri": ["08:00-12:00"],
        "mon": ["08:00-12:00"],
        "sat": [],
        "sun": [],
        "thu": ["08:00-12:00"],
        "tue": ["08:00-12:00"],
        "wed": ["08:00-12:00"],
      },
    },
    {
      "id": "late",
      "week": {
        "fri": ["10:00-18:00"],
        "mon": ["10:00-18:00"],
        "sat": [],
        "sun": [],
        "thu": ["10:00-18:00"],
        "tue": ["10:00-18:00"],
        "wed": ["10:00-18:00"],
      },
    },
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"calendar": "late", "id": "ana"}],
  "tasks": [
    {"calendar": "mornings", "duration": "6h", "id": "x"},
    {"calendar": "mornings", "duration": "6h", "id": "y", "ignore_resource_calendars": True},
  ],
}
schedule_23: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}, {"from": "s", "to": "c"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"id": "s"},
    {"duration": "2d", "id": "a", "parent": "s"},
    {"duration": "1d", "id": "b", "parent": "s"},
    {"duration": "1d", "id": "c"},
  ],
}
schedule_24: types.PlanDocument = {
  "calendars": [
    {
      "id": "daily",
      "week": {
        "fri": ["08:00-12:00", "13:00-17:00"],
        "mon": ["08:00-12:00", "13:00-17:00"],
        "sat": ["08:00-12:00", "13:00-17:00"],
        "sun": ["08:00-12:00", "13:00-17:00"],
        "thu": ["08:00-12:00", "13:00-17:00"],
        "tue": ["08:00-12:00", "13:00-17:00"],
        "wed": ["08:00-12:00", "13:00-17:00"],
      },
    },
  ],
  "dependencies": [
    {"from": "a", "lag": "1d", "lag_calendar": "successor", "to": "b"},
    {"from": "a", "lag": "1d", "lag_calendar": "predecessor", "to": "c"},
    {"from": "a", "lag": "1d", "lag_calendar": "program", "to": "d"},
    {"from": "a", "lag": "1d", "lag_calendar": "always", "to": "e"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"calendar": "daily", "duration": "5d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "c"},
    {"duration": "1d", "id": "d"},
    {"duration": "1d", "id": "e"},
  ],
}
level_1: types.PlanDocument = {
  "assignments": [{"resource": "bo", "task": "film"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {
      "id": "bo",
      "rates": [
        {"per": "day", "standard": 500},
        {"from": "2026-03-09", "per": "day", "standard": 400},
      ],
    },
  ],
  "tasks": [{"duration": "2d", "id": "film"}],
}
level_2: types.LevelOptions = {"objective": ["cost", "finish"], "steps": 50}
level_3: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"deadline": "2026-03-02", "duration": "1d", "id": "x", "weight": 1},
    {"deadline": "2026-03-02", "duration": "1d", "id": "y", "weight": 2},
  ],
}
level_4: types.LevelOptions = {"objective": [{"finish": 2, "tardiness": 1}], "steps": 2}
level_5: types.PlanDocument = {
  "assignments": [
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
  "resources": [
    {
      "absences": [{"from": "2026-03-02", "reason": "crisis", "to": "2026-03-04"}],
      "id": "ana",
      "market": "US",
      "rates": [{"per": "day", "standard": 400}],
      "role": "designer",
    },
    {"id": "ben", "market": "GB", "rates": [{"per": "day", "standard": 500}], "role": "designer"},
    {"id": "cy", "role": "writer"},
  ],
  "tasks": [{"deadline": "2026-03-04", "duration": "2d", "id": "copy"}],
}
level_6: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "calendars": [
    {
      "id": "daily",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": ["09:00-17:00"],
        "sun": ["09:00-17:00"],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
    },
  ],
  "format": "paceline/1",
  "program": {"calendar": "daily", "name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "3d", "id": "x"}, {"duration": "3d", "id": "y"}],
}
level_7: types.LevelOptions = {"within_float": True}
level_8: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "x"},
    {"resource": "ana", "task": "y"},
    {"resource": "ana", "task": "z"},
  ],
  "baselines": [
    {
      "at": "2026-02-27",
      "id": "agreed",
      "tasks": [
        {"finish": "2026-03-02", "start": "2026-03-02", "task": "y"},
        {"finish": "2026-03-03", "start": "2026-03-03", "task": "x"},
        {"finish": "2026-03-04", "start": "2026-03-04", "task": "z"},
      ],
    },
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"absences": [{"from": "2026-03-02", "to": "2026-03-02"}], "id": "ana"}],
  "tasks": [
    {"duration": "1d", "id": "x"},
    {"duration": "1d", "id": "y"},
    {"duration": "1d", "id": "z"},
  ],
}
level_9: types.LevelOptions = {
  "objective": ["change", "finish"],
  "reference": {"baseline": "agreed", "kind": "baseline"},
  "steps": 200,
}
level_10: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "calendars": [
    {
      "id": "daily",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": ["09:00-17:00"],
        "sun": ["09:00-17:00"],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
    },
  ],
  "format": "paceline/1",
  "program": {"calendar": "daily", "name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"deadline": "2026-03-03", "duration": "2d", "id": "x", "weight": 1},
    {"deadline": "2026-03-03", "duration": "2d", "id": "y", "weight": 5},
  ],
}
level_11: types.LevelOptions = {"weights": {"x": 5.0, "y": 1.0}}
level_12: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "clip"},
    {"resource": "ana", "task": "film"},
    {"resource": "ben", "task": "interview"},
  ],
  "dependencies": [{"from": "interview", "max_lag": "1d", "to": "clip"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}, {"id": "ben"}],
  "tasks": [
    {"duration": "1d", "id": "clip"},
    {"deadline": "2026-03-05", "duration": "4d", "id": "film"},
    {"duration": "1d", "id": "interview"},
  ],
}
level_13: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "film"}, {"resource": "ana", "task": "press"}],
  "dependencies": [
    {"from": "film", "to": "cut"},
    {"from": "film", "kind": "SS", "lag": "1d", "to": "poster"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02", "status_date": "2026-03-03"},
  "resources": [{"id": "ana", "rates": [{"standard": 50.0}]}],
  "tasks": [
    {"duration": "1d", "id": "cut"},
    {"duration": "5d", "id": "film", "progress": {"actual_start": "2026-03-02", "complete": 0.4}},
    {"duration": "1d", "id": "poster"},
    {
      "constraints": [{"date": "2026-03-05", "kind": "start_no_earlier_than"}],
      "deadline": "2026-03-05",
      "duration": "1d",
      "id": "press",
      "weight": 10.0,
    },
  ],
}
level_14: types.LevelOptions = {"split_remaining": True}
level_15: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1d", "id": "y"}],
}
level_16: types.LevelOptions = {"not_before": "2026-03-04"}
level_17: types.PlanDocument = {
  "assignments": [
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "brief"},
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
  "resources": [
    {"id": "ana", "market": "US", "rates": [{"per": "day", "standard": 400}], "role": "designer"},
    {"id": "ben", "market": "GB", "rates": [{"per": "day", "standard": 500}], "role": "designer"},
    {"id": "cy", "role": "writer"},
  ],
  "tasks": [
    {"duration": "3d", "id": "brief"},
    {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
  ],
}
level_18: types.LevelOptions = {"reassign": 0}
level_19: types.PlanDocument = {
  "assignments": [
    {"alternatives": [{"duration": "1d", "resource": "ben"}], "resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
  "resources": [
    {"id": "ana", "market": "US", "rates": [{"per": "day", "standard": 400}], "role": "designer"},
    {"id": "ben", "market": "GB", "rates": [{"per": "day", "standard": 500}], "role": "designer"},
    {"id": "cy", "role": "writer"},
  ],
  "tasks": [
    {"duration": "3d", "id": "brief"},
    {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
  ],
}
level_20: types.PlanDocument = {
  "assignments": [
    {"resource": "crew", "task": "a"},
    {"resource": "crew", "task": "b"},
    {"resource": "crew", "task": "c"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"capacity": 3, "id": "crew", "kind": "department"}],
  "tasks": [
    {"duration": "3d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "c"},
  ],
}
level_21: types.LevelOptions = {"objective": ["even_load"], "steps": 50, "within_float": True}
level_22: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "film"}],
  "dependencies": [{"from": "film", "to": "live"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"duration": "3d", "id": "film"},
    {"deadline": "2026-03-03", "id": "live", "milestone": "start", "weight": 3.0},
  ],
}
level_23: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "calendars": [
    {
      "id": "daily",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": ["09:00-17:00"],
        "sun": ["09:00-17:00"],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
    },
  ],
  "campaigns": [{"id": "teaser"}, {"id": "launch"}],
  "format": "paceline/1",
  "program": {"calendar": "daily", "name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"campaign": "teaser", "deadline": "2026-03-02", "duration": "1d", "id": "x", "weight": 5},
    {"campaign": "launch", "duration": "1d", "id": "y"},
  ],
}
level_24: types.LevelOptions = {"campaigns": ["teaser"]}
level_25: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "x"},
    {"resource": "ana", "task": "y"},
    {"resource": "ana", "task": "z"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"duration": "1d", "id": "x"},
    {"duration": "1d", "id": "y"},
    {"duration": "1d", "id": "z"},
  ],
}
level_26: types.LevelOptions = {
  "objective": ["change", "finish"],
  "reference": {
    "kind": "schedule",
    "schedule": {
      "critical_paths": [],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": True,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 0,
        },
        {
          "critical": True,
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 0,
        },
      ],
    },
  },
}
level_27: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "a"},
    {"resource": "ana", "task": "b"},
    {"resource": "bo", "task": "c"},
    {"resource": "bo", "task": "d"},
  ],
  "calendars": [
    {
      "id": "daily",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": ["09:00-17:00"],
        "sun": ["09:00-17:00"],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
    },
  ],
  "format": "paceline/1",
  "program": {"calendar": "daily", "name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}, {"id": "bo"}],
  "tasks": [
    {"duration": "1d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "c"},
    {"duration": "1d", "id": "d"},
  ],
}
level_28: types.LevelOptions = {"resources": ["ana"]}
apply_leveling_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
}
check_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1d", "id": "y"}],
}
check_2: types.PlanDocument = {
  "assignments": [
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "brief"},
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
  "resources": [
    {"id": "ana", "market": "US", "rates": [{"per": "day", "standard": 400}], "role": "designer"},
    {"id": "ben", "market": "GB", "rates": [{"per": "day", "standard": 500}], "role": "designer"},
    {"id": "cy", "role": "writer"},
  ],
  "tasks": [
    {"duration": "3d", "id": "brief"},
    {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
  ],
}
check_3: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "film"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02", "status_date": "2026-03-02T17:00"},
  "resources": [
    {
      "absences": [{"from": "2026-03-03", "to": "2026-03-03"}],
      "id": "ana",
      "skills": [{"level": 2, "skill": "camera"}],
    },
  ],
  "tasks": [
    {"duration": "2d", "id": "film", "skills": [{"level": 3, "skill": "camera"}]},
    {
      "duration": "1d",
      "id": "edit",
      "progress": {"actual_finish": "2026-03-02T17:00", "actual_start": "2026-03-02T08:00"},
    },
  ],
}
check_leveled_1: types.PlanDocument = {
  "assignments": [
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "brief"},
    {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
  "resources": [
    {"id": "ana", "market": "US", "rates": [{"per": "day", "standard": 400}], "role": "designer"},
    {"id": "ben", "market": "GB", "rates": [{"per": "day", "standard": 500}], "role": "designer"},
    {"id": "cy", "role": "writer"},
  ],
  "tasks": [
    {"duration": "3d", "id": "brief"},
    {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
  ],
}
compare_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"duration": "1d", "id": "brief", "leveling_delay": "2ed"},
    {"duration": "2d", "id": "copy"},
  ],
}
compare_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
}
float_paths_1: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "2d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "5d", "id": "x"},
  ],
}
float_paths_2: types.FloatPathOptions = {"order": "total_float", "paths": 1, "to": "b"}
float_paths_3: types.PlanDocument = {
  "dependencies": [
    {"from": "a", "to": "end"},
    {"from": "b", "to": "end"},
    {"from": "c", "to": "end"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"duration": "5d", "id": "a"},
    {"duration": "4d", "id": "b"},
    {"duration": "3d", "id": "c"},
    {"duration": "1d", "id": "end"},
  ],
}
float_paths_4: types.FloatPathOptions = {"near_critical": "1d"}
load_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "4h", "id": "x"}, {"duration": "4h", "id": "y"}],
}
load_2: types.LoadOptions = {"bucket": "day"}
load_3: types.PlanDocument = {
  "assignments": [
    {"quantity": 5, "resource": "paper", "task": "a"},
    {"quantity": 5, "resource": "paper", "task": "b"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "paper", "kind": "material"}],
  "tasks": [{"duration": "1d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
load_4: types.PlanDocument = {
  "assignments": [{"resource": "studio", "task": "a"}, {"resource": "studio", "task": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {
      "availability": [{"from": "2026-03-03", "to": "2026-03-03", "units": 2}],
      "capacity": 1,
      "id": "studio",
      "kind": "department",
    },
  ],
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "2d", "id": "b"}],
}
cost_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x", "units": 0.5}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana", "rates": [{"per": "hour", "standard": 100}]}],
  "tasks": [{"fixed_cost": 25, "id": "s"}, {"duration": "1d", "id": "x", "parent": "s"}],
}
cost_2: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "x"},
    {"resource": "studio", "task": "y"},
    {"quantity": 3, "resource": "paper", "task": "x"},
    {"cost": 250, "resource": "travel", "task": "y"},
  ],
  "campaigns": [{"budget": 1500, "id": "c"}],
  "format": "paceline/1",
  "program": {"budget": 3000, "currency": "EUR", "name": "cost", "start": "2026-03-02"},
  "resources": [
    {"id": "ana", "rates": [{"per": "hour", "per_use": 50, "standard": 60}]},
    {"id": "studio", "kind": "vendor", "rates": [{"per": "day", "standard": 400}]},
    {"id": "paper", "kind": "material", "rates": [{"per": "unit", "standard": 12.5}]},
    {"id": "travel", "kind": "cost"},
  ],
  "tasks": [
    {"campaign": "c", "duration": "2d", "fixed_cost": 500, "id": "x"},
    {"duration": "3d", "id": "y"},
  ],
}
cost_3: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
set_baseline_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "a"}],
  "baselines": [],
  "campaigns": [{"id": "c"}],
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana", "rates": [{"standard": 60}]}],
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
set_baseline_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "a"}],
  "baselines": [
    {
      "at": "2026-03-02",
      "id": "agreed",
      "tasks": [
        {
          "cost": 960,
          "duration": "2d",
          "finish": "2026-03-03T17:00",
          "start": "2026-03-02T08:00",
          "task": "a",
          "work": "2d",
        },
        {"finish": "2026-03-04", "start": "2026-03-04", "task": "b"},
      ],
    },
  ],
  "campaigns": [{"id": "c"}],
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana", "rates": [{"standard": 60}]}],
  "tasks": [
    {"campaign": "c", "duration": "3d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "x"},
  ],
}
set_baseline_3: types.BaselineOptions = {"at": "2026-03-05", "id": "agreed"}
variance_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "a"}],
  "baselines": [
    {
      "at": "2026-03-02",
      "id": "agreed",
      "tasks": [
        {
          "cost": 960,
          "duration": "2d",
          "finish": "2026-03-03T17:00",
          "start": "2026-03-02T08:00",
          "task": "a",
          "work": "2d",
        },
        {"finish": "2026-03-04", "start": "2026-03-04", "task": "b"},
      ],
    },
  ],
  "campaigns": [{"id": "c"}],
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana", "rates": [{"standard": 60}]}],
  "tasks": [
    {"campaign": "c", "duration": "3d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "x"},
  ],
}
variance_2: types.VarianceOptions = {"baseline": "agreed"}
earned_value_1: list[types.EarnedValueItem] = [
  {"actual_cost": 0, "budget": 1000, "earned": 0, "item": "a", "planned": 0.5},
]
earned_value_2: list[types.EarnedValueItem] = [
  {
    "actual_cost": 500,
    "budget": 1000,
    "earned": 0.4,
    "estimate_to_complete": 600,
    "item": "a",
    "planned": 0.5,
  },
  {"actual_cost": 700, "budget": 700, "earned": 1, "item": "b", "planned": 1},
]
earned_value_3: types.ForecastMethod = "bottom_up"
earned_value_4: list[types.EarnedValueItem] = [
  {"actual_cost": 4200, "budget": 4000, "earned": 1, "item": "positioning", "planned": 1},
  {"actual_cost": 18000, "budget": 18000, "earned": 1, "item": "visual kit", "planned": 1},
  {"actual_cost": 33600, "budget": 42000, "earned": 0.6, "item": "hero video", "planned": 0.8},
  {"actual_cost": 12000, "budget": 30000, "earned": 0.4, "item": "creator fees", "planned": 0.5},
  {"actual_cost": 17500, "budget": 60000, "earned": 0.3, "item": "media", "planned": 0.3},
  {"actual_cost": 24100, "budget": 51000, "earned": 0.4, "item": "internal", "planned": 0.45},
]
earned_value_5: types.ForecastMethod = "budget"
earned_value_6: list[types.EarnedValueItem] = [
  {"actual_cost": 4200, "budget": 4000, "earned": 1, "item": "positioning", "planned": 1},
  {"actual_cost": 18000, "budget": 18000, "earned": 1, "item": "visual kit", "planned": 1},
  {"actual_cost": 33600, "budget": 42000, "earned": 0.6, "item": "hero video", "planned": 0.8},
  {"actual_cost": 12000, "budget": 30000, "earned": 0.4, "item": "creator fees", "planned": 0.5},
  {"actual_cost": 17500, "budget": 60000, "earned": 0.3, "item": "media", "planned": 0.3},
  {"actual_cost": 24100, "budget": 51000, "earned": 0.4, "item": "internal", "planned": 0.45},
]
earned_value_7: types.ForecastMethod = "cpi_spi"
earned_schedule_1: types.EarnedScheduleRequest = {
  "actual_time": 4,
  "earned": 250,
  "planned": [100, 200, 300, 400],
}
earned_schedule_2: types.EarnedScheduleRequest = {
  "actual_time": 2,
  "earned": 150,
  "planned": [100, 200, 300, 400],
}
score_1: list[types.Objective] = [
  {
    "id": "o",
    "kpis": [
      {
        "baseline": 0,
        "id": "k",
        "measurements": [{"at": "2026-03-01", "value": 5}],
        "target": 10,
      },
    ],
  },
]
score_2: types.ScoreOptions = {"missing": "zero", "thresholds": {"amber": 0.2, "green": 0.5}}
score_3: list[types.Objective] = [
  {
    "id": "o",
    "kpis": [
      {
        "aggregation": "average",
        "baseline": 0,
        "denominator": "reach",
        "id": "rate",
        "measurements": [
          {"at": "2026-07-01", "denominator": 100, "numerator": 10},
          {"at": "2026-07-02", "denominator": 200, "numerator": 5},
        ],
        "per": 100,
        "target": 10,
      },
      {
        "aggregation": "sum",
        "baseline": 0,
        "id": "leads",
        "measurements": [{"at": "2026-07-31", "value": 300}, {"at": "2026-08-30", "value": 450}],
        "period": {"from": "2026-07-01", "to": "2026-09-30"},
        "target": 1500,
      },
    ],
  },
]
score_4: list[types.Objective] = [
  {
    "id": "o",
    "kpis": [
      {
        "baseline": 8,
        "frequency": "monthly",
        "id": "reach",
        "measurements": [{"at": "2026-06-26", "value": 9}, {"at": "2026-08-31", "value": 11}],
        "target": 12,
      },
    ],
  },
]
score_5: types.ScoreOptions = {"as_of": "2026-07-31"}
score_6: list[types.Objective] = [
  {
    "id": "o",
    "kpis": [
      {
        "baseline": 20,
        "curve": {"high": 34, "kind": "band", "low": 28, "tolerance": 4},
        "id": "band",
        "measurements": [{"at": "2026-09-30", "value": 36}],
        "target": 30,
        "weight": 1,
      },
      {
        "baseline": 0,
        "curve": {
          "kind": "step",
          "steps": [
            {"score": 0.3, "value": 25},
            {"score": 0.6, "value": 50},
            {"score": 1, "value": 100},
          ],
        },
        "id": "step",
        "measurements": [{"at": "2026-09-30", "value": 70}],
        "target": 100,
        "weight": 1,
      },
      {
        "baseline": 0,
        "curve": {
          "kind": "piecewise",
          "points": [{"score": 0.2, "value": 10}, {"score": 1, "value": 20}],
        },
        "id": "lines",
        "measurements": [{"at": "2026-09-30", "value": 15}],
        "target": 20,
        "weight": 1,
      },
      {
        "baseline": 0,
        "curve": {"kind": "logistic", "steepness": 8},
        "id": "s-curve",
        "measurements": [{"at": "2026-09-30", "value": 5}],
        "target": 10,
        "weight": 1,
      },
      {
        "baseline": 0,
        "clamp": {"max": 1.5, "min": -0.5},
        "id": "clamped",
        "measurements": [{"at": "2026-09-30", "value": 30}],
        "target": 10,
        "weight": 1,
      },
    ],
  },
]
score_7: list[types.Objective] = [
  {
    "commitment": "committed",
    "id": "promise",
    "kpis": [
      {
        "baseline": 0,
        "id": "a",
        "measurements": [{"at": "2026-09-30", "value": 8}],
        "target": 10,
        "weight": 1,
      },
    ],
  },
  {
    "commitment": "aspirational",
    "id": "stretch",
    "kpis": [
      {
        "baseline": 0,
        "id": "b",
        "measurements": [{"at": "2026-09-30", "value": 8}],
        "target": 10,
        "weight": 1,
      },
    ],
  },
]
score_8: list[types.Objective] = [
  {
    "id": "care",
    "kpis": [
      {
        "baseline": 95,
        "id": "first-response",
        "measurements": [{"at": "2026-09-30", "value": 52}],
        "target": 45,
        "unit": "min",
        "weight": 0.6,
      },
      {
        "baseline": 61,
        "id": "resolved-in-channel",
        "measurements": [{"at": "2026-09-30", "value": 70}],
        "target": 75,
        "unit": "%",
        "weight": 0.25,
      },
      {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
    ],
    "weight": 0.25,
  },
]
score_9: types.ScoreOptions = {"min_coverage": 0.9}
kpi_gaps_1: list[types.Objective] = [
  {
    "id": "awareness",
    "kpis": [
      {
        "baseline": 8,
        "id": "reach",
        "measurements": [{"at": "2026-09-30", "value": 11.0}],
        "target": 12,
        "unit": "M",
        "weight": 0.5,
      },
      {
        "baseline": 14,
        "id": "share-of-voice",
        "measurements": [{"at": "2026-09-30", "value": 21}],
        "target": 20,
        "unit": "%",
        "weight": 0.3,
      },
      {
        "baseline": 6.0,
        "id": "cost-per-1000",
        "measurements": [{"at": "2026-09-30", "value": 5.1}],
        "target": 4.5,
        "unit": "USD",
        "weight": 0.2,
      },
    ],
    "weight": 0.25,
  },
  {
    "id": "demand",
    "kpis": [
      {
        "baseline": 900,
        "id": "leads",
        "measurements": [{"at": "2026-09-30", "value": 1140}],
        "target": 1500,
        "weight": 0.4,
      },
      {
        "baseline": 12,
        "id": "lead-to-opportunity",
        "measurements": [{"at": "2026-09-30", "value": 15.6}],
        "target": 15,
        "unit": "%",
        "weight": 0.35,
      },
      {
        "baseline": 48,
        "id": "cost-per-lead",
        "measurements": [{"at": "2026-09-30", "value": 50}],
        "target": 36,
        "unit": "USD",
        "weight": 0.25,
      },
    ],
    "weight": 0.5,
  },
  {
    "id": "care",
    "kpis": [
      {
        "baseline": 95,
        "id": "first-response",
        "measurements": [{"at": "2026-09-30", "value": 52}],
        "target": 45,
        "unit": "min",
        "weight": 0.6,
      },
      {
        "baseline": 61,
        "id": "resolved-in-channel",
        "measurements": [{"at": "2026-09-30", "value": 70}],
        "target": 75,
        "unit": "%",
        "weight": 0.25,
      },
      {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
    ],
    "weight": 0.25,
  },
]
pace_1: types.PaceRequest = {"actual": 0, "elapsed": 0, "period": 30, "target": 120}
pace_2: types.PaceRequest = {
  "actual": 45,
  "elapsed": 1.5,
  "period": 3,
  "seasonality": [1, 1, 2],
  "target": 120,
}
values_1: types.PlanDocument = {
  "campaigns": [
    {
      "id": "c",
      "kpis": [{"contribution": 0.8, "kpi": "reach"}, {"contribution": 0.4, "kpi": "cost"}],
    },
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-03-01", "value": 11}],
          "target": 12,
        },
      ],
      "weight": 1,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-03-01", "value": 1140}],
          "target": 1500,
        },
        {"baseline": 48, "id": "cost", "target": 36},
      ],
      "weight": 3,
    },
  ],
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"campaign": "c", "deadline": "2026-03-02", "duration": "1d", "id": "a"},
    {"campaign": "c", "deadline": "2026-03-02", "duration": "3d", "id": "b"},
    {
      "campaign": "c",
      "deadline": "2026-03-02",
      "duration": "3d",
      "id": "own",
      "kpis": [{"contribution": 1.0, "kpi": "leads"}],
    },
    {"campaign": "c", "duration": "1d", "id": "free"},
  ],
}
weights_1: types.PlanDocument = {
  "campaigns": [
    {
      "id": "c",
      "kpis": [{"contribution": 0.8, "kpi": "reach"}, {"contribution": 0.4, "kpi": "cost"}],
    },
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-03-01", "value": 11}],
          "target": 12,
        },
      ],
      "weight": 1,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-03-01", "value": 1140}],
          "target": 1500,
        },
        {"baseline": 48, "id": "cost", "target": 36},
      ],
      "weight": 3,
    },
  ],
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"campaign": "c", "deadline": "2026-03-02", "duration": "1d", "id": "a"},
    {"campaign": "c", "deadline": "2026-03-02", "duration": "3d", "id": "b"},
    {
      "campaign": "c",
      "deadline": "2026-03-02",
      "duration": "3d",
      "id": "own",
      "kpis": [{"contribution": 1.0, "kpi": "leads"}],
    },
    {"campaign": "c", "duration": "1d", "id": "free"},
  ],
}
at_risk_1: types.PlanDocument = {
  "format": "paceline/1",
  "objectives": [{"id": "demand", "kpis": [{"baseline": 900, "id": "leads", "target": 1500}]}],
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {
      "deadline": "2026-03-02",
      "duration": "1d",
      "id": "a",
      "kpis": [{"contribution": 0.5, "kpi": "leads"}],
    },
  ],
}
at_risk_2: types.PlanDocument = {
  "campaigns": [
    {
      "id": "c",
      "kpis": [{"contribution": 0.8, "kpi": "reach"}, {"contribution": 0.4, "kpi": "cost"}],
    },
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-03-01", "value": 11}],
          "target": 12,
        },
      ],
      "weight": 1,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-03-01", "value": 1140}],
          "target": 1500,
        },
        {"baseline": 48, "id": "cost", "target": 36},
      ],
      "weight": 3,
    },
  ],
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"campaign": "c", "deadline": "2026-03-02", "duration": "1d", "id": "a"},
    {"campaign": "c", "deadline": "2026-03-02", "duration": "3d", "id": "b"},
    {
      "campaign": "c",
      "deadline": "2026-03-02",
      "duration": "3d",
      "id": "own",
      "kpis": [{"contribution": 1.0, "kpi": "leads"}],
    },
    {"campaign": "c", "duration": "1d", "id": "free"},
  ],
}
budgets_1: types.PlanDocument = {
  "campaigns": [
    {"budget": 10, "id": "a"},
    {"id": "b"},
    {"id": "c"},
    {"budget": 7, "id": "other"},
  ],
  "format": "paceline/1",
  "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
}
budgets_2: types.CampaignBudgetRequest = {
  "allocation": {
    "channels": [
      {"bound": "free", "channel": "x", "response": 1.0, "spend": 33.333333333333336},
      {"bound": "free", "channel": "y", "response": 1.0, "spend": 33.333333333333336},
      {"bound": "free", "channel": "z", "response": 1.0, "spend": 33.333333333333336},
    ],
    "evidence": {"grade": "association"},
    "optimal": True,
    "response": 3.0,
    "response_bound": 3.0,
    "spend": 100.0,
    "unspent": 0.0,
  },
  "campaigns": {"x": "a", "y": "b", "z": "c"},
  "currency": "EUR",
  "fixed": {"c": 50},
}
alerts_1: types.AlertRequest = {
  "pacing": [
    {
      "as_of": "2026-07-16",
      "keep_low": True,
      "period": {"from": "2026-07-01", "to": "2026-07-31"},
      "report": {
        "elapsed_share": 0.5,
        "expected_share": 0.5,
        "expected_to_date": 1000.0,
        "gap_to_pace": 400.0,
        "pace_ratio": 1.4,
      },
      "series": "cost",
    },
  ],
}
alerts_2: types.AlertRequest = {
  "acknowledged": ["spike:mentions:#20"],
  "anomalies": [
    {
      "report": {
        "anomalies": [
          {"expected_value": 10.0, "index": 4, "severity": 3.1, "value": 90.0},
          {"expected_value": 11.0, "index": 6, "severity": 8.2, "value": 200.0},
          {"expected_value": 12.0, "index": 9, "severity": 3.3, "value": 0.0},
          {"expected_value": 10.0, "index": 20, "severity": 3.0, "value": 80.0},
        ],
        "events": [],
        "evidence": {"grade": "association"},
        "method": "count",
        "missing": 0,
        "rows": 24,
      },
      "series": "mentions",
    },
  ],
  "pacing": [
    {
      "as_of": "2026-08-30",
      "period": {"from": "2026-07-01", "to": "2026-09-30"},
      "report": {
        "elapsed_share": 0.6630434782608695,
        "expected_share": 0.6630434782608695,
        "expected_to_date": 994.5652173913043,
        "gap_to_pace": -154.56521739130426,
        "pace_ratio": 0.844590163934426,
      },
      "series": "leads",
    },
  ],
}
instantiate_1: types.PlanDocument = {
  "campaigns": [{"id": "crisis@e"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
}
instantiate_2: types.InstantiateRequest = {
  "at": "2026-03-04",
  "event": "e",
  "playbook": "crisis",
  "playbooks": [{"id": "crisis", "tasks": [{"duration": "2h", "id": "assess"}]}],
}
instantiate_3: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {"id": "bo", "role": "community manager"},
    {"id": "ana", "role": "community manager"},
  ],
}
instantiate_4: types.InstantiateRequest = {
  "at": "2026-03-04T13:00",
  "event": "spike:mentions:2026-03-04",
  "playbook": "crisis",
  "playbooks": [
    {
      "id": "crisis",
      "tasks": [
        {"due": "4eh", "duration": "2h", "id": "assess", "role": {"role": "community manager"}},
        {"after": ["assess"], "duration": "1h", "id": "answer"},
      ],
    },
  ],
}
report_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "a"}, {"resource": "ana", "task": "b"}],
  "dependencies": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
report_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
}
report_3: types.ReportOptions = {"width": 80}
report_4: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
report_5: types.ReportOptions = {"color": True, "width": 100}
report_6: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
report_7: types.ReportOptions = {"width": 80}
page_1: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
page_2: types.PageOptions = {"footer": "made by hand", "title": "The fair"}
gantt_svg_1: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
load_svg_1: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
load_svg_2: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
load_svg_3: types.LoadChartOptions = {"before": True}
scorecard_svg_1: list[types.Objective] = [
  {
    "id": "awareness",
    "kpis": [
      {
        "baseline": 8,
        "id": "reach",
        "measurements": [{"at": "2026-09-30", "value": 11.0}],
        "target": 12,
        "unit": "M",
        "weight": 0.5,
      },
      {
        "baseline": 14,
        "id": "share-of-voice",
        "measurements": [{"at": "2026-09-30", "value": 21}],
        "target": 20,
        "unit": "%",
        "weight": 0.3,
      },
      {
        "baseline": 6.0,
        "id": "cost-per-1000",
        "measurements": [{"at": "2026-09-30", "value": 5.1}],
        "target": 4.5,
        "unit": "USD",
        "weight": 0.2,
      },
    ],
    "weight": 0.25,
  },
  {
    "id": "demand",
    "kpis": [
      {
        "baseline": 900,
        "id": "leads",
        "measurements": [{"at": "2026-09-30", "value": 1140}],
        "target": 1500,
        "weight": 0.4,
      },
      {
        "baseline": 12,
        "id": "lead-to-opportunity",
        "measurements": [{"at": "2026-09-30", "value": 15.6}],
        "target": 15,
        "unit": "%",
        "weight": 0.35,
      },
      {
        "baseline": 48,
        "id": "cost-per-lead",
        "measurements": [{"at": "2026-09-30", "value": 50}],
        "target": 36,
        "unit": "USD",
        "weight": 0.25,
      },
    ],
    "weight": 0.5,
  },
  {
    "id": "care",
    "kpis": [
      {
        "baseline": 95,
        "id": "first-response",
        "measurements": [{"at": "2026-09-30", "value": 52}],
        "target": 45,
        "unit": "min",
        "weight": 0.6,
      },
      {
        "baseline": 61,
        "id": "resolved-in-channel",
        "measurements": [{"at": "2026-09-30", "value": 70}],
        "target": 75,
        "unit": "%",
        "weight": 0.25,
      },
      {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
    ],
    "weight": 0.25,
  },
]
trace_svg_1: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "ana", "task": "film"},
    {"resource": "bo", "task": "cut"},
  ],
  "campaigns": [
    {
      "budget": 2500,
      "id": "tease",
      "kpis": [{"contribution": 0.5, "kpi": "reach"}],
      "name": "Teaser",
      "weight": 0.4,
    },
    {
      "id": "launch",
      "kpis": [{"contribution": 0.6, "kpi": "leads"}],
      "name": "Launch",
      "weight": 0.6,
    },
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "to": "post"},
    {"from": "film", "to": "cut"},
    {"from": "cut", "to": "live"},
    {"from": "post", "to": "live"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "id": "awareness",
      "kpis": [
        {
          "baseline": 8,
          "id": "reach",
          "measurements": [{"at": "2026-09-30", "value": 11.0}],
          "target": 12,
          "unit": "M",
          "weight": 0.5,
        },
        {
          "baseline": 14,
          "id": "share-of-voice",
          "measurements": [{"at": "2026-09-30", "value": 21}],
          "target": 20,
          "unit": "%",
          "weight": 0.3,
        },
        {
          "baseline": 6.0,
          "id": "cost-per-1000",
          "measurements": [{"at": "2026-09-30", "value": 5.1}],
          "target": 4.5,
          "unit": "USD",
          "weight": 0.2,
        },
      ],
      "weight": 0.25,
    },
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 900,
          "id": "leads",
          "measurements": [{"at": "2026-09-30", "value": 1140}],
          "target": 1500,
          "weight": 0.4,
        },
        {
          "baseline": 12,
          "id": "lead-to-opportunity",
          "measurements": [{"at": "2026-09-30", "value": 15.6}],
          "target": 15,
          "unit": "%",
          "weight": 0.35,
        },
        {
          "baseline": 48,
          "id": "cost-per-lead",
          "measurements": [{"at": "2026-09-30", "value": 50}],
          "target": 36,
          "unit": "USD",
          "weight": 0.25,
        },
      ],
      "weight": 0.5,
    },
    {
      "id": "care",
      "kpis": [
        {
          "baseline": 95,
          "id": "first-response",
          "measurements": [{"at": "2026-09-30", "value": 52}],
          "target": 45,
          "unit": "min",
          "weight": 0.6,
        },
        {
          "baseline": 61,
          "id": "resolved-in-channel",
          "measurements": [{"at": "2026-09-30", "value": 70}],
          "target": 75,
          "unit": "%",
          "weight": 0.25,
        },
        {"baseline": 55, "id": "trained-staff", "target": 95, "unit": "%", "weight": 0.15},
      ],
      "weight": 0.25,
    },
  ],
  "program": {
    "budget": 5000,
    "currency": "EUR",
    "name": "Spring fair",
    "start": "2026-03-02",
    "status_date": "2026-03-02",
  },
  "resources": [
    {"id": "ana", "name": "Ana", "rates": [{"standard": 60}], "role": "writer"},
    {"id": "bo", "kind": "vendor", "name": "Bo", "rates": [{"per": "day", "standard": 400}]},
  ],
  "tasks": [
    {"campaign": "tease", "id": "teaser", "name": "Teaser <b>&"},
    {"campaign": "tease", "duration": "1d", "id": "brief", "name": "Brief", "parent": "teaser"},
    {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
    {
      "campaign": "tease",
      "deadline": "2026-03-06",
      "id": "post",
      "milestone": "start",
      "name": "Teaser is live",
    },
    {"campaign": "launch", "duration": "3d", "fixed_cost": 1200, "id": "film", "name": "Film"},
    {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
    {
      "campaign": "launch",
      "deadline": "2026-03-09",
      "id": "live",
      "milestone": "start",
      "name": "Launch",
    },
  ],
}
trace_svg_2: types.TraceChartOptions = {"level": {"steps": 40}}
write_ical_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "copy"}],
  "campaigns": [{"channels": ["instagram"], "id": "spring", "markets": ["US"]}],
  "dependencies": [{"from": "copy", "to": "live"}],
  "format": "paceline/1",
  "program": {"name": "Spring fair", "start": "2026-03-02"},
  "resources": [{"id": "ana", "name": "Ana"}],
  "tasks": [
    {"campaign": "spring", "duration": "2d", "id": "copy", "name": "Write; copy"},
    {"id": "live", "milestone": "finish"},
  ],
}
write_ical_2: types.IcalOptions = {"stamp": "2026-02-27T12:00"}
write_ical_3: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "copy"}],
  "campaigns": [{"channels": ["instagram"], "id": "spring", "markets": ["US"]}],
  "dependencies": [{"from": "copy", "to": "live"}],
  "format": "paceline/1",
  "program": {"name": "Spring fair", "start": "2026-03-02"},
  "resources": [{"id": "ana", "name": "Ana"}],
  "tasks": [
    {"campaign": "spring", "duration": "2d", "id": "copy", "name": "Write; copy"},
    {"id": "live", "milestone": "finish"},
  ],
}
write_ical_4: types.IcalOptions = {
  "by": "resource",
  "detail": "shifts",
  "stamp": "2026-02-27T12:00",
  "url": "https://plan.example/{task}",
}
write_csv_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "copy"}],
  "campaigns": [{"channels": ["instagram"], "id": "spring", "markets": ["US"]}],
  "dependencies": [{"from": "copy", "to": "live"}],
  "format": "paceline/1",
  "program": {"name": "Spring fair", "start": "2026-03-02"},
  "resources": [{"id": "ana", "name": "Ana"}],
  "tasks": [
    {"campaign": "spring", "duration": "2d", "id": "copy", "name": "Write; copy"},
    {"id": "live", "milestone": "finish"},
  ],
}
write_csv_2: types.CsvWriteOptions = {"separator": "tab", "table": "load"}
write_csv_3: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "copy"}],
  "campaigns": [{"channels": ["instagram"], "id": "spring", "markets": ["US"]}],
  "dependencies": [{"from": "copy", "to": "live"}],
  "format": "paceline/1",
  "program": {"name": "Spring fair", "start": "2026-03-02"},
  "resources": [
    {
      "availability": [{"from": "2026-03-02", "to": "2026-03-06", "units": 0.5}],
      "id": "ana",
      "name": "Ana",
    },
  ],
  "tasks": [
    {"campaign": "spring", "duration": "2d", "id": "copy", "name": "=1+1", "tags": ["a;b", "c"]},
    {"id": "live", "milestone": "finish"},
  ],
}
write_csv_4: types.CsvWriteOptions = {
  "decimal": "comma",
  "separator": "semicolon",
  "table": "resources",
}
solve_rcpsp_1: types.RcpspProblem = {
  "activities": [{"demands": [1], "duration": 2}, {"demands": [1], "duration": 3}],
  "format": "paceline-rcpsp/1",
  "links": [{"from": 0, "to": 1}],
  "resources": [{"capacity": 1}],
}
solve_rcpsp_2: types.RcpspOptions = {"gap": 1, "seed": 3, "steps": 10, "warm_start": [0, 2]}
solve_rcpsp_3: types.RcpspProblem = {
  "activities": [{"demands": [1], "duration": 2}, {"demands": [1], "duration": 3}],
  "format": "paceline-rcpsp/1",
  "links": [{"from": 0, "to": 1}],
  "resources": [{"capacity": 1}],
}
solve_rcpsp_4: types.RcpspOptions = {"steps": 10, "warm_start": [0, 1]}
solve_rcpsp_5: types.RcpspProblem = {
  "activities": [{"demands": [1], "duration": 2}, {"demands": [1], "duration": 3}],
  "format": "paceline-rcpsp/1",
  "resources": [{"capacity": 1}],
}
solve_rcpsp_6: types.RcpspProblem = {
  "activities": [{"duration": 3}, {"duration": 2}, {"duration": 4}],
  "format": "paceline-rcpsp/1",
  "links": [{"from": 0, "lag": 1, "to": 1}, {"from": 1, "lag": -1, "to": 2}],
}
check_rcpsp_1: types.RcpspProblem = {
  "activities": [
    {"demands": [1], "duration": 2},
    {"demands": [1], "duration": 2},
    {"demands": [1], "duration": 2},
  ],
  "format": "paceline-rcpsp/1",
  "resources": [{"capacity": 1}],
}
check_rcpsp_2: types.RcpspProblem = {
  "activities": [
    {"demands": [1], "duration": 2},
    {"demands": [1], "duration": 2},
    {"demands": [1], "duration": 2},
    {"demands": [1], "duration": 2},
    {"demands": [1], "duration": 2},
  ],
  "format": "paceline-rcpsp/1",
  "resources": [{"capacity": 2}],
}
check_rcpsp_3: types.RcpspCheckOptions = {"work": 1}
check_rcpsp_4: types.RcpspProblem = {
  "activities": [
    {"demands": [1, 0], "duration": 2},
    {"demands": [2, 1], "duration": 3},
    {"demands": [2, 0], "duration": 4},
    {"demands": [0, 2], "duration": 1},
  ],
  "format": "paceline-rcpsp/1",
  "links": [{"from": 0, "to": 1}],
  "resources": [{"capacity": 3}, {"capacity": 2}],
}
composite_1: types.CompositeOptions = {
  "indicators": [{"column": "reach"}, {"column": "people"}],
  "screening": {"least_coverage": 0.9},
}
composite_2: types.CompositeOptions = {
  "aggregation": {"kind": "geometric"},
  "groups": [{"id": "market", "weight": 3}],
  "imputation": {"group": "region", "kind": "group_mean"},
  "include": ["imputed", "aggregated"],
  "indicators": [
    {"column": "reach", "denominator": "people", "parent": "market", "weight": 2},
    {"column": "people", "parent": "market"},
    {"column": "reply_hours", "direction": "lower_is_better"},
  ],
  "normalisation": {"high": 100, "kind": "min_max", "low": 1},
}
composite_3: types.CompositeOptions = {
  "include": ["treated"],
  "indicators": [{"column": "x"}],
  "treatment": {"kind": "winsorize_then_log"},
}
composite_sensitivity_1: types.CompositeSensitivityOptions = {
  "aggregations": [{"kind": "geometric"}],
  "bootstrap": 20,
  "composite": {
    "indicators": [{"column": "x"}, {"column": "y"}, {"column": "z"}],
    "normalisation": {"high": 100, "kind": "min_max", "low": 1},
  },
  "samples": 64,
  "seed": 7,
}
fit_local_level_1: types.LocalLevelOptions = {"fit_end": 8}
fit_local_level_2: types.LocalLevelOptions = {"controls": ["x"]}
fit_local_level_3: types.LocalLevelOptions = {}
indicators_1: types.IndicatorOptions = {
  "as_of": "2026-03-10",
  "indicators": [{"catalogue": "revenue"}],
  "to_date": ["month"],
}
indicators_2: types.IndicatorOptions = {
  "by": ["channel"],
  "grain": "month",
  "indicators": [
    {"catalogue": "engagement-rate-by-reach"},
    {"id": "posts", "measure": {"kind": "sum", "terms": [{}]}},
  ],
}
indicators_3: types.IndicatorOptions = {
  "as_of": "2026-03-02T11:00",
  "indicators": [
    {"catalogue": "first-response-within-limit", "limit": 1.5},
    {"catalogue": "first-response-time"},
  ],
}
measurements_1: types.IndicatorOptions = {
  "as_of": "2026-08-20",
  "grain": "month",
  "indicators": [{"catalogue": "close-rate"}],
}
kpi_catalogue_1: types.KpiCatalogueRequest = {"pack": "innovation"}
rate_change_1: types.RateChangeOptions = {"per": 100, "proportion": True}
score_change_1: types.ScoreChangeRequest = {
  "after": "2026-09-30",
  "before": "2026-06-30",
  "objectives": [
    {
      "id": "demand",
      "kpis": [
        {
          "baseline": 0,
          "id": "leads",
          "measurements": [{"at": "2026-06-30", "value": 40}, {"at": "2026-09-30", "value": 80}],
          "target": 100,
        },
        {
          "baseline": 0,
          "id": "close-rate",
          "measurements": [{"at": "2026-06-30", "value": 60}, {"at": "2026-09-30", "value": 50}],
          "target": 100,
        },
        {
          "baseline": 0,
          "id": "deal-size",
          "measurements": [{"at": "2026-09-30", "value": 20}],
          "target": 100,
          "weight": 2,
        },
      ],
    },
  ],
}
calendar_period_1: types.CalendarPeriodRequest = {"date": "2021-01-03"}
calendar_period_2: types.CalendarPeriodRequest = {"date": "2024-12-30", "fiscal_year_start": 4}
forecast_1: types.ForecastOptions = {"horizon": 2, "method": "drift", "target": 45}
forecast_2: types.ForecastOptions = {"horizon": 3, "method": "ets"}
forecast_3: types.ForecastOptions = {"horizon": 4, "method": "seasonal_naive", "periods": [4]}
backtest_1: types.BacktestOptions = {
  "folds": 3,
  "forecast": {"horizon": 2, "method": "seasonal_naive", "periods": [4]},
}
decompose_1: types.DecomposeOptions = {"periodic": True, "periods": [4]}
trend_1: types.TrendOptions = {"bucket": "quarter", "time": "month"}
transform_series_1: types.TransformSeriesRequest = {
  "adstock": {"kind": "geometric", "retention": 0.5},
  "saturation": {"half": 50, "kind": "hill", "slope": 1},
  "values": [100, 0, 0],
}
allocate_budget_1: types.AllocateBudgetRequest = {
  "channels": [
    {
      "campaign": "launch",
      "channel": "a",
      "saturation": {"half": 50, "kind": "hill", "slope": 1},
      "scale": 10,
    },
    {
      "campaign": "care",
      "channel": "b",
      "saturation": {"half": 50, "kind": "hill", "slope": 1},
      "scale": 10,
    },
  ],
  "total": 100,
}
synthetic_control_1: types.SyntheticControlOptions = {
  "intervention": 4,
  "leave_one_out": False,
  "placebos_in_space": False,
  "predictor_weights": [1, 1],
  "predictors": [{"column": "size", "times": [1]}, {"column": "outcome"}],
  "treated": "north",
}
synthetic_control_2: types.SyntheticControlOptions = {"intervention": 4, "treated": "north"}
compare_proportions_1: types.CompareProportionsRequest = {
  "control": {"successes": 35, "trials": 1000},
  "prior": {},
  "settings": {"planned_units": 2000, "randomized": True},
  "treatment": {"successes": 71, "trials": 1000},
}
compare_proportions_2: types.CompareProportionsRequest = {
  "control": {"successes": 440, "trials": 4000},
  "detail": "headline",
  "settings": {"looks": 5},
  "treatment": {"successes": 475, "trials": 4000},
}
compare_means_1: types.CompareMeansRequest = {
  "control": {"kind": "values", "outcome": [3, 4, 5]},
  "prior": {"relative": False},
  "settings": {"always_valid": {}},
  "treatment": {"kind": "values", "outcome": [11, 12, 13]},
}
compare_means_2: types.CompareMeansRequest = {
  "control": {
    "covariate": {"sum": 4759.8247, "sum_products": 47604.2747595, "sum_squares": 41676.61436619},
    "kind": "sums",
    "sum": 6193.568800000001,
    "sum_squares": 60274.82296204,
    "units": 800,
  },
  "settings": {"randomized": True},
  "treatment": {
    "covariate": {
      "sum": 4816.4481,
      "sum_products": 51034.64516634001,
      "sum_squares": 43777.207735250005,
    },
    "kind": "sums",
    "sum": 6623.455800000001,
    "sum_squares": 66709.57187638001,
    "units": 820,
  },
}
compare_ratios_1: types.CompareRatiosRequest = {
  "control": {
    "denominator": 6301,
    "denominator_squares": 49111,
    "numerator": 721,
    "numerator_squares": 1291,
    "products": 5614,
    "units": 900,
  },
  "treatment": {
    "denominator": 7747,
    "denominator_squares": 61237,
    "numerator": 832,
    "numerator_squares": 1446,
    "products": 6535,
    "units": 1100,
  },
}
plan_experiment_1: types.PlanExperimentRequest = {
  "effect": 0.2,
  "method": "student",
  "power": 0.8,
}
plan_experiment_2: types.PlanExperimentRequest = {
  "baseline": 0.1,
  "method": "exact",
  "units": 500,
}
plan_experiment_3: types.PlanExperimentRequest = {
  "baseline": 0.2,
  "effect": 0.05,
  "units_per_day": 150,
}
adjust_p_values_1: types.AdjustPValuesRequest = {
  "p_values": [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205],
}
check_sample_ratio_1: types.SampleRatioRequest = {
  "arms": [{"name": "a", "units": 821}, {"name": "b", "share": 2, "units": 1600}],
}
sequential_boundaries_1: types.SequentialRequest = {
  "observed": [1.2, 2.0, 2.6],
  "spending": {"kind": "classic_pocock"},
}
interrupted_series_1: types.InterruptedOptions = {
  "outcome": "hours",
  "start": "8",
  "time": "week",
}
uplift_1: types.UpliftOptions = {
  "count": "deals",
  "exposed": "user",
  "group": "group",
  "strata": ["month"],
  "value": "value",
}
uplift_2: types.UpliftOptions = {"count": "deals", "exposure": "use", "unit": "who"}
relate_1: types.RelateOptions = {}
before_after_1: types.BeforeAfterOptions = {
  "adopted": "2026-02-01",
  "count": "deals",
  "exposed": "us",
}
run_chart_1: types.RunChartOptions = {"baseline_until": "2026-06-10"}
join_quality_1: types.JoinQualityRequest = {
  "complete": ["account"],
  "left": {
    "account": ["a", None, "b", "c", "d"],
    "product": ["GTXPro", "GTX Basic", "GTXPro", None, "MG Spezial"],
  },
  "left_key": "product",
  "right": {"product": ["GTX Basic", "GTX Pro", "MG Special", "MG Special"]},
}
customer_histories_1: types.CustomerHistoriesOptions = {
  "customer": "who",
  "time": "day",
  "unit": "day",
}
customer_histories_2: types.CustomerHistoriesOptions = {"end": "2026-03-02", "value": "value"}
customer_value_1: types.CustomerValueOptions = {"horizon": 10}
anomalies_1: types.AnomalyOptions = {"series": True}
anomalies_2: types.AnomalyOptions = {"periods": [24]}
change_points_1: types.ChangePointOptions = {"min_size": 2, "penalty": 5}
change_points_2: types.ChangePointOptions = {"method": "online"}
change_points_3: types.ChangePointOptions = {
  "changes": 1,
  "method": "dynamic_programming",
  "min_size": 2,
}
control_chart_1: types.ControlChartOptions = {"mean": 10, "standard_deviation": 1}
control_chart_2: types.ControlChartOptions = {
  "allowance": 0.5,
  "kind": "cusum",
  "limit": 4,
  "mean": 10,
  "standard_deviation": 1,
}

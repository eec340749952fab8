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
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "z"}],
  "dependencies": [{"from": "s", "to": "z"}, {"from": "z", "to": "x"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"id": "s"},
    {"duration": "1d", "id": "x", "parent": "s"},
    {"duration": "1d", "id": "z"},
  ],
}
validate_3: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}],
  "campaigns": [{"id": "c"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"deadline": "2026-02-27", "duration": "1d", "id": "x"}],
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
change_1: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"deadline": "2026-03-04", "duration": "2d", "id": "a"}],
}
change_2: types.PlanChanges = {"tasks": {"a": {"deadline": None}}}
change_3: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
change_4: types.PlanChanges = {"dependencies": None, "tasks": [{"duration": "1d", "id": "x"}]}
change_5: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "2d", "id": "a"}],
}
change_6: types.PlanChanges = {"assignments": {"a/ana": {"units": 0.5}}}
change_7: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
change_8: types.PlanChanges = {
  "dependencies": {"a->b": None, "a->c": {"lag": "1d"}},
  "program": {"start": "2026-03-09"},
  "tasks": {"a": {"duration": "3d", "name": "Brief"}, "b": None, "c": {"duration": "4h"}},
}
change_9: types.PlanDocument = {
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
change_10: types.PlanChanges = {
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
schedule_1: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [],
}
schedule_2: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "1d", "id": "x", "leveling_delay": "1ed"}],
}
schedule_3: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"constraints": [{"kind": "as_soon_as_possible"}], "duration": "2d", "id": "x"}],
}
schedule_4: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"estimate": {"likely": "3d", "optimistic": "1d", "pessimistic": "9d"}, "id": "x"}],
}
schedule_5: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {
      "constraints": [{"date": "2026-03-05", "kind": "must_start_on"}],
      "duration": "2d",
      "id": "x",
    },
  ],
}
schedule_6: types.PlanDocument = {
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
schedule_7: types.PlanDocument = {
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
level_1: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "x", "units": 0.5},
    {"resource": "ana", "task": "y", "units": 0.5},
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
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "2d", "id": "x"}, {"duration": "2d", "id": "y"}],
}
apply_leveling_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"duration": "1d", "id": "brief"},
    {"duration": "2d", "id": "copy", "leveling_delay": "4ed"},
  ],
}
apply_leveling_2: types.PlanDocument = {
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
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "bo", "task": "print"},
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "kind": "FS", "lag": "1d", "to": "live"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}, {"id": "bo"}],
  "tasks": [
    {"id": "s"},
    {"duration": "1d", "id": "brief", "parent": "s"},
    {
      "constraints": [{"date": "2026-03-04", "kind": "start_no_earlier_than"}],
      "duration": "2d",
      "id": "copy",
      "parent": "s",
    },
    {"deadline": "2026-03-10", "id": "live", "milestone": "start"},
    {"deadline": "2026-03-02", "duration": "1d", "id": "print"},
  ],
}
check_3: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "brief"},
    {"resource": "ana", "task": "copy"},
    {"resource": "bo", "task": "print"},
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "copy", "kind": "FS", "lag": "1d", "to": "live"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}, {"id": "bo"}],
  "tasks": [
    {"id": "s"},
    {"duration": "1d", "id": "brief", "parent": "s"},
    {
      "constraints": [{"date": "2026-03-04", "kind": "start_no_earlier_than"}],
      "duration": "2d",
      "id": "copy",
      "parent": "s",
    },
    {"deadline": "2026-03-10", "id": "live", "milestone": "start"},
    {"deadline": "2026-03-02", "duration": "1d", "id": "print"},
  ],
}
check_leveled_1: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "dependencies": [{"from": "y", "to": "z"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [
    {"duration": "1d", "id": "x", "priority": 1000},
    {"duration": "1d", "id": "y"},
    {"duration": "1d", "id": "z"},
  ],
}
compare_1: types.PlanDocument = {
  "dependencies": [{"from": "a", "to": "b"}, {"from": "b", "to": "d"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [
    {"id": "s"},
    {"duration": "1d", "id": "a", "name": "Brief", "parent": "s"},
    {"duration": "2d", "id": "b", "parent": "s"},
    {"duration": "1d", "id": "c"},
    {"deadline": "2026-03-05", "duration": "1d", "id": "d"},
  ],
}
load_1: types.PlanDocument = {
  "assignments": [
    {"quantity": 5, "resource": "paper", "task": "a"},
    {"quantity": 5, "resource": "paper", "task": "b"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "paper", "kind": "material"}],
  "tasks": [{"duration": "1d", "id": "a"}, {"duration": "1d", "id": "b"}],
}
load_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "4h", "id": "x"}, {"duration": "4h", "id": "y"}],
}
load_3: types.LoadOptions = {"bucket": "day"}
load_4: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "4h", "id": "x"}, {"duration": "4h", "id": "y"}],
}
load_5: types.PlanDocument = {
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
  "assignments": [{"resource": "ana", "task": "x"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana", "rates": [{"per": "hour", "standard": 10.01}]}],
  "tasks": [{"duration": "20m", "id": "x"}],
}
cost_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [
    {
      "id": "ana",
      "rates": [
        {"per": "hour", "standard": 60},
        {"from": "2026-03-04", "per": "hour", "standard": 75},
      ],
    },
  ],
  "tasks": [{"duration": "3d", "id": "x"}],
}
cost_3: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x", "units": 0.5}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana", "rates": [{"per": "hour", "standard": 100}]}],
  "tasks": [{"fixed_cost": 25, "id": "s"}, {"duration": "1d", "id": "x", "parent": "s"}],
}
cost_4: types.PlanDocument = {
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
earned_schedule_1: types.EarnedScheduleRequest = {
  "actual_time": 4,
  "earned": 250,
  "planned": [100, 200, 300, 400],
}
score_1: list[types.Objective] = [
  {"id": "care", "kpis": [{"baseline": 55, "id": "trained-staff", "target": 95, "weight": 1}]},
]
score_2: list[types.Objective] = [
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
score_3: types.ScoreOptions = {"as_of": "2026-07-31"}
score_4: list[types.Objective] = [
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

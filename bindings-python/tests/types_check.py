# Made from core/tests/vectors by core/tests/types.rs; changes here are lost.
"""It passes `mypy --strict` where the types are those of what goes into the operations."""

from paceline import _types as types

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
read_3: types.PlanDocument = {
  "assignments": [
    {"resource": "ana", "task": "b", "units": 0.5},
    {"resource": "studio", "task": "a"},
    {"quantity": 2.5, "resource": "paper", "task": "b"},
    {"cost": 120, "resource": "travel", "task": "b"},
    {"resource": "ana", "task": "p"},
  ],
  "baselines": [
    {
      "at": "2026-02-20",
      "id": "first",
      "tasks": [{"cost": 500, "finish": "2026-03-06T12:00", "start": "2026-03-02", "task": "b"}],
    },
  ],
  "calendars": [
    {
      "exceptions": [
        {"date": "2020-12-25", "every": "year", "name": "Christmas Day", "until": "2030-12-31"},
        {"from": "2026-08-03", "to": "2026-08-07"},
        {"date": "2026-03-07", "shifts": ["09:00-13:00"]},
      ],
      "id": "de",
      "name": "Germany",
      "week": {
        "fri": ["09:00-12:30", "13:30-17:30"],
        "mon": ["09:00-12:30", "13:30-17:30"],
        "sat": [],
        "sun": [],
        "thu": ["09:00-12:30", "13:30-17:30"],
        "tue": ["09:00-12:30", "13:30-17:30"],
        "wed": ["09:00-12:30", "13:30-17:30"],
      },
      "work_weeks": [
        {
          "from": "2026-07-01",
          "name": "summer",
          "to": "2026-07-31",
          "week": {
            "fri": ["07:00-13:00"],
            "mon": ["07:00-13:00"],
            "sat": [],
            "sun": [],
            "thu": ["07:00-13:00"],
            "tue": ["07:00-13:00"],
            "wed": ["07:00-13:00"],
          },
        },
      ],
      "zone": "Europe/Berlin",
    },
    {"base": "de", "id": "ana", "week": {"fri": ["09:00-12:30"]}},
  ],
  "campaigns": [
    {
      "budget": 5000,
      "channels": ["mail"],
      "id": "c",
      "kpis": [{"contribution": 0.3, "kpi": "leads"}],
      "markets": ["DE"],
      "name": "Launch",
      "weight": 0.4,
      "window": {"from": "2026-03-01", "to": "2026-04-30"},
    },
  ],
  "dependencies": [
    {"from": "a", "kind": "SS", "lag": "50%", "lag_calendar": "predecessor", "to": "b"},
    {"from": "b", "kind": "FF", "lag": "-2h", "to": "m"},
    {"from": "a", "kind": "FS", "lag": "1ed", "to": "m"},
  ],
  "format": "paceline/1",
  "objectives": [
    {
      "commitment": "aspirational",
      "id": "demand",
      "kpis": [
        {
          "aggregation": "cumulative",
          "baseline": 900,
          "clamp": {"max": 1, "min": 0},
          "curve": {"high": 1600, "kind": "band", "low": 1400, "tolerance": 500},
          "denominator": "visitors",
          "frequency": "monthly",
          "id": "leads",
          "measurements": [
            {
              "at": "2026-02-28",
              "n": 12,
              "note": "early",
              "quality": "provisional",
              "value": 700,
            },
            {"at": "2026-01-31", "denominator": 100, "numerator": 30},
          ],
          "name": "Leads",
          "per": 1,
          "seasonality": [1, 2, 1],
          "source": "crm",
          "target": 1500,
          "unit": "leads",
          "weight": 2,
        },
      ],
      "name": "Demand",
      "owner": "ana",
      "period": {"from": "2026-01-01", "to": "2026-03-31"},
      "statement": "more leads",
      "weight": 0.5,
    },
  ],
  "program": {
    "budget": 12000.5,
    "calendar": "de",
    "currency": "EUR",
    "days_per_month": 21.0,
    "hours_per_day": 7.5,
    "hours_per_week": 37.5,
    "name": "All",
    "owner": "ana",
    "scheduling": {
      "clock": "zoned",
      "critical_float": "1d",
      "honor_constraints": False,
      "lag_calendar": "program",
      "multiple_critical_paths": True,
    },
    "start": "2026-03-02",
    "status_date": "2026-03-03",
  },
  "resources": [
    {"capacity": 5, "id": "team", "kind": "department"},
    {
      "absences": [{"from": "2026-03-09", "reason": "leave", "to": "2026-03-10"}],
      "availability": [{"from": "2026-04-01", "to": "2026-04-30", "units": 0.5}],
      "calendar": "ana",
      "department": "team",
      "id": "ana",
      "languages": ["de", "en"],
      "market": "DE",
      "name": "Ana",
      "rates": [
        {"overtime": 90, "per_use": 5, "standard": 60},
        {"from": "2026-04-01", "per": "day", "standard": 480.5},
      ],
      "role": "copywriter",
      "skills": [{"level": 3, "skill": "copy"}, {"skill": "ads"}],
    },
    {"contract": {"from": "2026-03-01", "to": "2026-03-31"}, "id": "studio", "kind": "vendor"},
    {"id": "paper", "kind": "material", "rates": [{"per": "unit", "standard": 4.25}]},
    {"id": "travel", "kind": "cost"},
  ],
  "tasks": [
    {"id": "s", "name": "Summary"},
    {
      "calendar": "de",
      "campaign": "c",
      "deadline": "2026-03-31",
      "duration": "1.5d",
      "fixed_cost": 99.95,
      "id": "b",
      "kpis": [{"contribution": 0.5, "kpi": "leads"}],
      "leveling_delay": "1ed",
      "market": "DE",
      "name": "Build",
      "notes": "said",
      "parent": "s",
      "priority": 700,
      "skills": [{"level": 2, "skill": "copy"}, {"skill": "ads"}],
      "tags": ["z", "a"],
      "weight": 2.5,
    },
    {
      "calendar": "de",
      "constraints": [
        {"date": "2026-03-03T09:30", "kind": "start_no_earlier_than"},
        {"date": "2026-03-20", "kind": "finish_no_later_than"},
      ],
      "estimate": {"likely": "2d", "optimistic": "1d", "pessimistic": "4d"},
      "id": "a",
      "ignore_resource_calendars": True,
      "parent": "s",
    },
    {"id": "m", "milestone": "start"},
    {
      "duration": "2d",
      "id": "p",
      "progress": {"actual_start": "2026-03-02T08:00", "complete": 0.25, "resume": "2026-03-05"},
    },
  ],
}
validate_1: types.PlanDocument = {
  "format": "paceline/2",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "1d", "id": "x"}],
}
validate_2: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
  "dependencies": [{"from": "brief", "to": "copy"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
}
validate_3: types.PlanDocument = {
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
validate_4: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x"}],
  "campaigns": [{"id": "c"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"deadline": "2026-02-27", "duration": "1d", "id": "x"}],
}
validate_5: types.PlanDocument = {
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
validate_8: types.PlanDocument = {
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
validate_9: types.PlanDocument = {
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
      "constraints": [{"date": "2026-03-05", "kind": "start_no_earlier_than"}],
      "duration": "2d",
      "id": "x",
    },
  ],
}
schedule_8: types.PlanDocument = {
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
schedule_9: types.PlanDocument = {
  "assignments": [{"resource": "ana", "task": "x", "units": 0.5, "work": "8h"}],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"id": "x"}],
}
schedule_10: types.PlanDocument = {
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
schedule_11: types.PlanDocument = {
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
schedule_12: types.PlanDocument = {
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
schedule_13: types.PlanDocument = {
  "calendars": [
    {
      "id": "berlin",
      "week": {
        "fri": ["22:00-06:00"],
        "mon": ["22:00-06:00"],
        "sat": ["22:00-06:00"],
        "sun": ["22:00-06:00"],
        "thu": ["22:00-06:00"],
        "tue": ["22:00-06:00"],
        "wed": ["22:00-06:00"],
      },
      "zone": "Europe/Berlin",
    },
  ],
  "format": "paceline/1",
  "program": {"calendar": "berlin", "name": "p", "start": "2026-03-28T22:00"},
  "tasks": [{"duration": "8h", "id": "x"}],
}
schedule_14: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "tasks": [{"deadline": "2026-03-03", "duration": "3d", "id": "x"}],
}
schedule_15: types.PlanDocument = {
  "calendars": [
    {
      "id": "c",
      "week": {
        "fri": ["09:00-17:00"],
        "mon": ["09:00-17:00"],
        "sat": [],
        "sun": [],
        "thu": ["09:00-17:00"],
        "tue": ["09:00-17:00"],
        "wed": ["09:00-17:00"],
      },
      "zone": "-03:00",
    },
  ],
  "format": "paceline/1",
  "program": {
    "calendar": "c",
    "name": "p",
    "scheduling": {"clock": "zoned"},
    "start": "2026-03-02",
  },
  "tasks": [{"duration": "8h", "id": "x"}],
}
schedule_16: types.PlanDocument = {
  "calendars": [
    {
      "exceptions": [{"date": "2026-03-04", "name": "Founders' Day"}],
      "id": "us",
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
  "program": {"calendar": "us", "name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "3d", "id": "x"}],
}
schedule_17: types.PlanDocument = {
  "format": "paceline/1",
  "program": {"hours_per_day": 4.0, "hours_per_week": 20.0, "name": "p", "start": "2026-03-02"},
  "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1w", "id": "y"}],
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
level_2: types.PlanDocument = {
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
level_3: types.LevelOptions = {"within_float": True}
level_4: types.PlanDocument = {
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
    {"duration": "1d", "id": "x", "priority": 1000},
    {"duration": "1d", "id": "y", "priority": 1000},
  ],
}
level_5: types.PlanDocument = {
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
  "resources": [{"absences": [{"from": "2026-03-03", "to": "2026-03-04"}], "id": "ana"}],
  "tasks": [
    {"deadline": "2026-03-02", "duration": "1d", "id": "x", "weight": 2},
    {"duration": "1d", "id": "y"},
  ],
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
check_4: types.PlanDocument = {
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
check_5: types.PlanDocument = {
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
check_leveled_2: types.PlanDocument = {
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
  "assignments": [
    {"resource": "ana", "task": "x", "units": 0.5},
    {"resource": "ana", "task": "y", "units": 0.75},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"id": "ana"}],
  "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1d", "id": "y"}],
}
load_6: types.PlanDocument = {
  "assignments": [
    {"resource": "studio", "task": "a"},
    {"resource": "studio", "task": "b"},
    {"resource": "studio", "task": "c"},
  ],
  "format": "paceline/1",
  "program": {"name": "p", "start": "2026-03-02"},
  "resources": [{"capacity": 2, "id": "studio", "kind": "department"}],
  "tasks": [
    {"duration": "1d", "id": "a"},
    {"duration": "1d", "id": "b"},
    {"duration": "1d", "id": "c"},
  ],
}
load_7: types.PlanDocument = {
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
cost_5: types.PlanDocument = {
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
score_5: list[types.Objective] = [
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
score_6: list[types.Objective] = [
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
score_7: types.ScoreOptions = {"min_coverage": 0.9}
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
score_9: types.ScoreOptions = {"missing": "propagate"}
score_10: list[types.Objective] = [
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
load_svg_3: types.LoadSvgOptions = {"before": True}
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

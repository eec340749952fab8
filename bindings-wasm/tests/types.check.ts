// Made from core/tests/vectors by core/tests/types.rs; changes here are lost.
//
// It compiles where the types are those of what goes in and comes out of the operations.
import type { InputOf, OperationName, OptionsOf, OutputOf } from "../js/types.js";

interface Case<Name extends OperationName> {
  input: InputOf<Name>;
  options?: OptionsOf<Name>;
  output?: OutputOf<Name>;
}

// What is not a document is refused.
type Plan = InputOf<"read">["plan"];
const program = { name: "p", start: "2026-03-02" };
// @ts-expect-error a misspelt list
export const misspelt: Plan = { format: "paceline/1", program, taskz: [] };
// @ts-expect-error a number of days
export const unread: Plan = { format: "paceline/1", program, tasks: [{ id: "a", duration: 3 }] };
// @ts-expect-error an unknown kind of link
export const unlinked: Plan = { format: "paceline/1", program, dependencies: [{ from: "a", to: "b", kind: "FX" }] };
// @ts-expect-error no program
export const homeless: Plan = { format: "paceline/1" };

// read: the smallest document
export const read_1 = {
  input: {"plan": {"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"}}},
  output: {"format": "paceline/1", "program": {"name": "Fair", "start": "2026-03-02"}},
} satisfies Case<"read">;

// read: defaults spelled out
export const read_2 = {
  input: {
    "plan": {
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
          "honor_constraints": true,
          "lag_calendar": "successor",
          "multiple_critical_paths": false,
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
          "ignore_resource_calendars": false,
          "priority": 500,
          "progress": {},
        },
        {"duration": "1d", "id": "y"},
      ],
    },
  },
  output: {
    "assignments": [{"resource": "ana", "task": "x"}],
    "dependencies": [{"from": "x", "to": "y"}],
    "format": "paceline/1",
    "program": {"name": "Fair", "start": "2026-03-02"},
    "resources": [{"id": "ana"}],
    "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1d", "id": "y"}],
  },
} satisfies Case<"read">;

// from_json: a plan that is not valid
export const from_json_1 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "to": "zz"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "1d", "id": "b"}, {"duration": "2d", "id": "a"}],
    },
  },
  output: {
    "dependencies": [{"from": "a", "to": "zz"}],
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
  },
} satisfies Case<"from_json">;

// validate: another version
export const validate_1 = {
  input: {
    "plan": {
      "format": "paceline/2",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "1d", "id": "x"}],
    },
  },
  output: [
    {
      "at": "format",
      "code": "unsupported-format",
      "help": "this version reads `paceline/1`",
      "message": "format `paceline/2` is not known",
      "severity": "error",
    },
  ],
} satisfies Case<"validate">;

// validate: a cycle through a summary
export const validate_2 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "dependencies/s->z",
      "code": "dependency-cycle",
      "help": "remove or turn round one of these dependencies; a summary begins before its subtasks and ends after them",
      "message": "tasks wait for each other: `s -> z -> x -> s`",
      "severity": "error",
    },
  ],
} satisfies Case<"validate">;

// validate: warnings only
export const validate_3 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}],
      "campaigns": [{"id": "c"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"deadline": "2026-02-27", "duration": "1d", "id": "x"}],
    },
  },
  output: [
    {
      "at": "campaigns/c",
      "code": "campaign-without-tasks",
      "help": "give a task or its summary this campaign",
      "message": "no task belongs to campaign `c`",
      "severity": "warning",
    },
    {
      "at": "tasks/x/deadline",
      "code": "deadline-before-start",
      "help": "the task will be late whatever is done",
      "message": "deadline `2026-02-27` is before the program starts on `2026-03-02`",
      "severity": "warning",
    },
  ],
} satisfies Case<"validate">;

// validate: cycles of parents, departments and calendars
export const validate_4 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "calendars/a/base",
      "code": "calendar-cycle",
      "help": "leave out the base of one of them",
      "message": "calendar inherits from itself: `a` → `b` → `a`",
      "severity": "error",
    },
    {
      "at": "resources/d1/department",
      "code": "department-cycle",
      "help": "remove one of these departments",
      "message": "departments belong to each other: `d1 -> d2 -> d1`",
      "severity": "error",
    },
    {
      "at": "tasks/s/parent",
      "code": "parent-cycle",
      "help": "a task belongs to a summary above it; remove one of these parents",
      "message": "tasks belong to each other: `s -> t -> s`",
      "severity": "error",
    },
  ],
} satisfies Case<"validate">;

// validate: resources and assignments
export const validate_5 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "assignments/x/bo",
      "code": "duplicate-assignment",
      "help": "add their units or work up",
      "message": "`bo` is assigned more than once",
      "severity": "error",
    },
    {
      "at": "resources/ana/absences/2026-03-05",
      "code": "reversed-range",
      "help": "write the earlier date first",
      "message": "`2026-03-04` is not after `2026-03-05`",
      "severity": "error",
    },
    {
      "at": "tasks/x/skills/camera",
      "code": "skill-not-covered",
      "help": "nobody in the plan has it",
      "message": "skill `camera` at level 3 is not covered by the people assigned",
      "severity": "error",
    },
    {
      "at": "assignments/y/bo/units",
      "code": "more-than-capacity",
      "help": "this overload cannot be leveled",
      "message": "3 of `bo` are asked for, but there are never more than 1",
      "severity": "warning",
    },
    {
      "at": "resources/ana/capacity",
      "code": "person-above-one",
      "help": "use kind `department` for a pool of people",
      "message": "person `ana` counts as 2 people",
      "severity": "warning",
    },
  ],
} satisfies Case<"validate">;

// change: a field taken out
export const change_1 = {
  input: {
    "changes": {"tasks": {"a": {"deadline": null}}},
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"deadline": "2026-03-04", "duration": "2d", "id": "a"}],
    },
  },
  output: {
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "tasks": [{"duration": "2d", "id": "a"}],
  },
} satisfies Case<"change">;

// change: a whole list replaced
export const change_2 = {
  input: {
    "changes": {"dependencies": null, "tasks": [{"duration": "1d", "id": "x"}]},
    "plan": {
      "dependencies": [{"from": "a", "to": "b"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: {
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "tasks": [{"duration": "1d", "id": "x"}],
  },
} satisfies Case<"change">;

// change: a new assignment by its place
export const change_3 = {
  input: {
    "changes": {"assignments": {"a/ana": {"units": 0.5}}},
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "2d", "id": "a"}],
    },
  },
  output: {
    "assignments": [{"resource": "ana", "task": "a", "units": 0.5}],
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "resources": [{"id": "ana"}],
    "tasks": [{"duration": "2d", "id": "a"}],
  },
} satisfies Case<"change">;

// change: a record merged, one added, one taken out
export const change_4 = {
  input: {
    "changes": {
      "dependencies": {"a->b": null, "a->c": {"lag": "1d"}},
      "program": {"start": "2026-03-09"},
      "tasks": {"a": {"duration": "3d", "name": "Brief"}, "b": null, "c": {"duration": "4h"}},
    },
    "plan": {
      "dependencies": [{"from": "a", "to": "b"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: {
    "dependencies": [{"from": "a", "lag": "1d", "to": "c"}],
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-09"},
    "tasks": [{"duration": "3d", "id": "a", "name": "Brief"}, {"duration": "4h", "id": "c"}],
  },
} satisfies Case<"change">;

// change: records in a list of a record
export const change_5 = {
  input: {
    "changes": {
      "resources": {"ana": {"absences": {"2026-03-04": {"to": "2026-03-06"}}}},
      "tasks": {
        "a": {
          "constraints": {
            "finish_no_later_than": {"date": "2026-03-20"},
            "start_no_earlier_than": {"date": "2026-03-05"},
          },
        },
      },
    },
    "plan": {
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
    },
  },
  output: {
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "resources": [{"absences": [{"from": "2026-03-04", "to": "2026-03-06"}], "id": "ana"}],
    "tasks": [
      {
        "constraints": [
          {"date": "2026-03-05", "kind": "start_no_earlier_than"},
          {"date": "2026-03-20", "kind": "finish_no_later_than"},
        ],
        "duration": "2d",
        "id": "a",
      },
    ],
  },
} satisfies Case<"change">;

// schedule: no tasks
export const schedule_1 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [],
    },
  },
  output: {
    "critical_paths": [],
    "finish": "2026-03-02T00:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T00:00:00",
    "tasks": [],
  },
} satisfies Case<"schedule">;

// schedule: leveling delay
export const schedule_2 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "1d", "id": "x", "leveling_delay": "1ed"}],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-03T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-03T08:00:00",
    "tasks": [
      {
        "critical": true,
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
    ],
  },
} satisfies Case<"schedule">;

// schedule: as soon as possible
export const schedule_3 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"constraints": [{"kind": "as_soon_as_possible"}], "duration": "2d", "id": "x"}],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-03T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 57600,
        "early_finish": "2026-03-03T17:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-03T17:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: duration from an estimate
export const schedule_4 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {"estimate": {"likely": "3d", "optimistic": "1d", "pessimistic": "9d"}, "id": "x"},
      ],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-04T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 86400,
        "early_finish": "2026-03-04T17:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-04T17:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-04T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: must start on
export const schedule_5 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {
          "constraints": [{"date": "2026-03-05", "kind": "must_start_on"}],
          "duration": "2d",
          "id": "x",
        },
      ],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-06T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-05T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 57600,
        "early_finish": "2026-03-06T17:00:00",
        "early_start": "2026-03-05T08:00:00",
        "finish": "2026-03-06T17:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-06T17:00:00",
        "late_start": "2026-03-05T08:00:00",
        "start": "2026-03-05T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: must finish on
export const schedule_6 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {
          "constraints": [{"date": "2026-03-06", "kind": "must_finish_on"}],
          "duration": "2d",
          "id": "x",
        },
      ],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-06T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-05T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 57600,
        "early_finish": "2026-03-06T17:00:00",
        "early_start": "2026-03-05T08:00:00",
        "finish": "2026-03-06T17:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-06T17:00:00",
        "late_start": "2026-03-05T08:00:00",
        "start": "2026-03-05T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: finish no earlier than
export const schedule_7 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {
          "constraints": [{"date": "2026-03-06", "kind": "finish_no_earlier_than"}],
          "duration": "2d",
          "id": "x",
        },
      ],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-06T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-05T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 57600,
        "early_finish": "2026-03-06T17:00:00",
        "early_start": "2026-03-05T08:00:00",
        "finish": "2026-03-06T17:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-06T17:00:00",
        "late_start": "2026-03-05T08:00:00",
        "start": "2026-03-05T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// level: nothing to level
export const level_1 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "before": {
      "critical_paths": [["x"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
      ],
    },
    "found_by": "earliest-due",
    "late": [],
    "moves": [],
    "objective": [
      {
        "before": 0.0,
        "bound": 0.0,
        "gap": 0.0,
        "name": "tardiness",
        "reason": {"kind": "trivial"},
        "unit": "weighted days",
        "value": 0.0,
      },
      {
        "before": 1.7083333333333333,
        "bound": 1.7083333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "precedence", "tasks": ["x"]},
        "unit": "days from the program's start",
        "value": 1.7083333333333333,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["x"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
  },
} satisfies Case<"level">;

// apply_leveling: nothing was moved
export const apply_leveling_1 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [
        {"duration": "1d", "id": "brief"},
        {"duration": "2d", "id": "copy", "leveling_delay": "4ed"},
      ],
    },
    "schedule": {
      "critical_paths": [["copy"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 28800,
        },
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "copy",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
  },
  output: {
    "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "resources": [{"id": "ana"}],
    "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
  },
} satisfies Case<"apply_leveling">;

// apply_leveling: one person, two tasks
export const apply_leveling_2 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
    },
    "schedule": {
      "critical_paths": [["brief"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 57600,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 28800,
          "id": "copy",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 28800,
        },
      ],
    },
  },
  output: {
    "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "resources": [{"id": "ana"}],
    "tasks": [
      {"duration": "1d", "id": "brief", "leveling_delay": "2ed"},
      {"duration": "2d", "id": "copy"},
    ],
  },
} satisfies Case<"apply_leveling">;

// check: overload is not a broken rule
export const check_1 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1d", "id": "y"}],
    },
  },
  output: {
    "overloads": [
      {
        "excess": 28800,
        "from": "2026-03-02T08:00:00",
        "peak": 2,
        "resource": "ana",
        "tasks": ["x", "y"],
        "to": "2026-03-02T17:00:00",
      },
    ],
  },
} satisfies Case<"check">;

// check: a schedule of the plan
export const check_2 = {
  input: {
    "plan": {
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
    },
  },
  output: {},
} satisfies Case<"check">;

// check: another format
export const check_3 = {
  input: {
    "plan": {
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
    },
    "schedule": {
      "critical_paths": [["copy", "live"]],
      "finish": "2026-03-09T08:00:00",
      "format": "paceline-schedule/9",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 28800,
        },
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "copy",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "drivers": ["copy"],
          "duration": 0,
          "early_finish": "2026-03-09T08:00:00",
          "early_start": "2026-03-09T08:00:00",
          "finish": "2026-03-09T08:00:00",
          "free_float": 0,
          "id": "live",
          "kind": "milestone",
          "late_finish": "2026-03-09T08:00:00",
          "late_start": "2026-03-09T08:00:00",
          "start": "2026-03-09T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 115200,
          "id": "print",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 115200,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "s",
          "kind": "summary",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
  },
  output: {
    "violations": [
      {
        "at": "format",
        "code": "unsupported-format",
        "message": "the schedule's format is `paceline-schedule/9`, not `paceline-schedule/1`",
        "severity": "error",
      },
    ],
  },
} satisfies Case<"check">;

// check_leveled: leveled by the library
export const check_leveled_1 = {
  input: {
    "after": {
      "critical_paths": [["y", "z"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "assignments",
          "code": "unassigned-work",
          "message": "1 tasks with work have nobody assigned",
          "severity": "info",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 57600,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 57600,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "drivers": ["y"],
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "z",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "before": {
      "critical_paths": [["y", "z"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "assignments",
          "code": "unassigned-work",
          "message": "1 tasks with work have nobody assigned",
          "severity": "info",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 28800,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "drivers": ["y"],
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "z",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "plan": {
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
    },
  },
  output: {},
} satisfies Case<"check_leveled">;

// compare: nothing moved
export const compare_1 = {
  input: {
    "after": {
      "critical_paths": [["a", "b", "d"]],
      "finish": "2026-03-05T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "a",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "drivers": ["a"],
          "duration": 57600,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "b",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 86400,
          "id": "c",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 86400,
        },
        {
          "critical": true,
          "drivers": ["b"],
          "duration": 28800,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "d",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "s",
          "kind": "summary",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "before": {
      "critical_paths": [["a", "b", "d"]],
      "finish": "2026-03-05T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "a",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "drivers": ["a"],
          "duration": 57600,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "b",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-03T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 86400,
          "id": "c",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 86400,
        },
        {
          "critical": true,
          "drivers": ["b"],
          "duration": 28800,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "d",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "s",
          "kind": "summary",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "plan": {
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
    },
  },
  output: {
    "added": [],
    "finish_after": "2026-03-05T17:00:00",
    "finish_before": "2026-03-05T17:00:00",
    "finish_delay": 0,
    "late_after": 0,
    "late_before": 0,
    "no_longer_critical": [],
    "now_critical": [],
    "removed": [],
    "shifts": [],
  },
} satisfies Case<"compare">;

// load: material is never overloaded
export const load_1 = {
  input: {
    "plan": {
      "assignments": [
        {"quantity": 5, "resource": "paper", "task": "a"},
        {"quantity": 5, "resource": "paper", "task": "b"},
      ],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "paper", "kind": "material"}],
      "tasks": [{"duration": "1d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: {"excess": 0, "overloaded": 0, "resources": []},
} satisfies Case<"load">;

// load: two mornings, day by day
export const load_2 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "4h", "id": "x"}, {"duration": "4h", "id": "y"}],
    },
  },
  options: {"bucket": "day"},
  output: {
    "excess": 0,
    "overloaded": 0,
    "resources": [
      {
        "days": [{"capacity": 28800, "date": "2026-03-02", "demand": 28800, "excess": 0}],
        "demand": 28800,
        "excess": 0,
        "overloads": [],
        "resource": "ana",
      },
    ],
  },
} satisfies Case<"load">;

// load: two mornings, moment by moment
export const load_3 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "4h", "id": "x"}, {"duration": "4h", "id": "y"}],
    },
  },
  output: {
    "excess": 14400,
    "overloaded": 1,
    "resources": [
      {
        "days": [{"capacity": 28800, "date": "2026-03-02", "demand": 28800, "excess": 14400}],
        "demand": 28800,
        "excess": 14400,
        "overloads": [
          {
            "excess": 14400,
            "from": "2026-03-02T08:00:00",
            "peak": 2,
            "resource": "ana",
            "tasks": ["x", "y"],
            "to": "2026-03-02T12:00:00",
          },
        ],
        "resource": "ana",
      },
    ],
  },
} satisfies Case<"load">;

// load: availability over time
export const load_4 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "excess": 28800,
    "overloaded": 1,
    "resources": [
      {
        "days": [
          {"capacity": 28800, "date": "2026-03-02", "demand": 57600, "excess": 28800},
          {"capacity": 57600, "date": "2026-03-03", "demand": 57600, "excess": 0},
        ],
        "demand": 115200,
        "excess": 28800,
        "overloads": [
          {
            "excess": 28800,
            "from": "2026-03-02T08:00:00",
            "peak": 2,
            "resource": "studio",
            "tasks": ["a", "b"],
            "to": "2026-03-02T17:00:00",
          },
        ],
        "resource": "studio",
      },
    ],
  },
} satisfies Case<"load">;

// cost: rounded once
export const cost_1 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana", "rates": [{"per": "hour", "standard": 10.01}]}],
      "tasks": [{"duration": "20m", "id": "x"}],
    },
  },
  output: {
    "campaigns": [],
    "cost": {"labor": 3.34, "total": 3.34},
    "no_campaign": {"labor": 3.34, "total": 3.34},
    "resources": [{"amount": 3.34, "resource": "ana", "work": 1200}],
    "tasks": [{"cost": {"labor": 3.34, "total": 3.34}, "task": "x"}],
  },
} satisfies Case<"cost">;

// cost: a rate that rises
export const cost_2 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "campaigns": [],
    "cost": {"labor": 1560, "total": 1560},
    "no_campaign": {"labor": 1560, "total": 1560},
    "resources": [{"amount": 1560, "resource": "ana", "work": 86400}],
    "tasks": [{"cost": {"labor": 1560, "total": 1560}, "task": "x"}],
  },
} satisfies Case<"cost">;

// cost: half a person, summary
export const cost_3 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x", "units": 0.5}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana", "rates": [{"per": "hour", "standard": 100}]}],
      "tasks": [{"fixed_cost": 25, "id": "s"}, {"duration": "1d", "id": "x", "parent": "s"}],
    },
  },
  output: {
    "campaigns": [],
    "cost": {"fixed": 25, "labor": 400, "total": 425},
    "no_campaign": {"fixed": 25, "labor": 400, "total": 425},
    "resources": [{"amount": 400, "resource": "ana", "work": 14400}],
    "tasks": [
      {"cost": {"fixed": 25, "labor": 400, "total": 425}, "task": "s"},
      {"cost": {"labor": 400, "total": 400}, "task": "x"},
    ],
  },
} satisfies Case<"cost">;

// cost: all four kinds
export const cost_4 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "budget": {"budget": 3000, "overspent": false, "variance": 2.5},
    "campaigns": [
      {
        "budget": {"budget": 1500, "overspent": true, "variance": -47.5},
        "campaign": "c",
        "cost": {"fixed": 500, "labor": 1010, "material": 37.5, "total": 1547.5},
      },
    ],
    "cost": {"expense": 250, "fixed": 500, "labor": 2210, "material": 37.5, "total": 2997.5},
    "currency": "EUR",
    "issues": [
      {
        "at": "campaigns/c/budget",
        "code": "budget-overspent",
        "message": "campaign `c` costs 1,547.50, 47.50 above its budget of 1,500.00",
        "severity": "warning",
      },
    ],
    "no_campaign": {"expense": 250, "labor": 1200, "total": 1450},
    "resources": [
      {"amount": 1010, "resource": "ana", "work": 57600},
      {"amount": 37.5, "resource": "paper"},
      {"amount": 1200, "resource": "studio", "work": 86400},
      {"amount": 250, "resource": "travel"},
    ],
    "tasks": [
      {"cost": {"fixed": 500, "labor": 1010, "material": 37.5, "total": 1547.5}, "task": "x"},
      {"cost": {"expense": 250, "labor": 1200, "total": 1450}, "task": "y"},
    ],
  },
} satisfies Case<"cost">;

// earned_value: nothing earned
export const earned_value_1 = {
  input: {
    "items": [{"actual_cost": 0, "budget": 1000, "earned": 0, "item": "a", "planned": 0.5}],
  },
  output: {
    "items": [
      {
        "item": "a",
        "value": {
          "ac": 0,
          "bac": 1000,
          "complete_share": 0.0,
          "cv": 0,
          "ev": 0,
          "forecasts": {"budget": 1000},
          "pv": 500,
          "spent_share": 0.0,
          "spi": 0.0,
          "sv": -500,
          "sv_share": -1.0,
          "tcpi_bac": 1.0,
        },
      },
    ],
    "method": "cpi",
    "total": {
      "ac": 0,
      "bac": 1000,
      "complete_share": 0.0,
      "cv": 0,
      "ev": 0,
      "forecasts": {"budget": 1000},
      "pv": 500,
      "spent_share": 0.0,
      "spi": 0.0,
      "sv": -500,
      "sv_share": -1.0,
      "tcpi_bac": 1.0,
    },
  },
} satisfies Case<"earned_value">;

// earned_value: estimated anew
export const earned_value_2 = {
  input: {
    "items": [
      {
        "actual_cost": 500,
        "budget": 1000,
        "earned": 0.4,
        "estimate_to_complete": 600,
        "item": "a",
        "planned": 0.5,
      },
      {"actual_cost": 700, "budget": 700, "earned": 1, "item": "b", "planned": 1},
    ],
  },
  options: "bottom_up",
  output: {
    "items": [
      {
        "forecast": 1100,
        "item": "a",
        "value": {
          "ac": 500,
          "bac": 1000,
          "complete_share": 0.4,
          "cpi": 0.8,
          "critical_ratio": 0.6400000000000001,
          "cv": -100,
          "cv_share": -0.25,
          "eac": 1100,
          "etc": 600,
          "ev": 400,
          "forecasts": {"bottom_up": 1100, "budget": 1100, "cpi": 1250, "cpi_spi": 1437.5},
          "pv": 500,
          "spent_share": 0.5,
          "spi": 0.8,
          "sv": -100,
          "sv_share": -0.2,
          "tcpi_bac": 1.2,
          "tcpi_eac": 1.0,
          "vac": -100,
        },
      },
      {
        "forecast": 700,
        "item": "b",
        "value": {
          "ac": 700,
          "bac": 700,
          "complete_share": 1.0,
          "cpi": 1.0,
          "critical_ratio": 1.0,
          "cv": 0,
          "cv_share": 0.0,
          "eac": 700,
          "etc": 0,
          "ev": 700,
          "forecasts": {"bottom_up": 700, "budget": 700, "cpi": 700, "cpi_spi": 700},
          "pv": 700,
          "spent_share": 1.0,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "vac": 0,
        },
      },
    ],
    "method": "bottom_up",
    "total": {
      "ac": 1200,
      "bac": 1700,
      "complete_share": 0.6470588235294118,
      "cpi": 0.9166666666666666,
      "critical_ratio": 0.8402777777777777,
      "cv": -100,
      "cv_share": -0.09090909090909091,
      "eac": 1800,
      "etc": 600,
      "ev": 1100,
      "forecasts": {"bottom_up": 1800, "budget": 1800, "cpi": 1854.55, "cpi_spi": 1914.05},
      "pv": 1200,
      "spent_share": 0.7058823529411765,
      "spi": 0.9166666666666666,
      "sv": -100,
      "sv_share": -0.08333333333333333,
      "tcpi_bac": 1.2,
      "tcpi_eac": 1.0,
      "vac": -100,
    },
  },
} satisfies Case<"earned_value">;

// earned_schedule: a quarter late
export const earned_schedule_1 = {
  input: {"request": {"actual_time": 4, "earned": 250, "planned": [100, 200, 300, 400]}},
  output: {
    "actual_time": 4.0,
    "earned_schedule": 2.5,
    "ieac_t": 6.4,
    "ieac_t_at_plan": 5.5,
    "planned_duration": 4.0,
    "spi_t": 0.625,
    "sv_t": -1.5,
  },
} satisfies Case<"earned_schedule">;

// score: no data at all
export const score_1 = {
  input: {
    "objectives": [
      {
        "id": "care",
        "kpis": [{"baseline": 55, "id": "trained-staff", "target": 95, "weight": 1}],
      },
    ],
  },
  output: {
    "cautions": [
      {
        "at": "objectives",
        "code": "no-score",
        "message": "the program has no score: 0 % of its weight has data",
        "severity": "warning",
      },
      {
        "at": "objectives/care",
        "code": "no-score",
        "message": "objective `care` has no score: 0 % of its weight has data",
        "severity": "warning",
      },
    ],
    "objectives": [
      {
        "coverage": 0.0,
        "id": "care",
        "kpis": [
          {
            "baseline": 55.0,
            "cautions": [
              {
                "at": "objectives/care/kpis/trained-staff",
                "code": "no-data",
                "message": "KPI `trained-staff` has no value: it is left out, not counted as zero",
                "severity": "warning",
              },
            ],
            "coverage": 0.0,
            "id": "trained-staff",
            "normalized_weight": 1.0,
            "target": 95.0,
            "weight": 1.0,
          },
        ],
        "normalized_weight": 1.0,
        "weight": 1.0,
      },
    ],
    "program": {"coverage": 0.0},
    "sensitivity": [{"kpi": "trained-staff", "objective": "care", "program_score": 1.0}],
  },
} satisfies Case<"score">;

// score: as of an earlier day
export const score_2 = {
  input: {
    "objectives": [
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
    ],
  },
  options: {"as_of": "2026-07-31"},
  output: {
    "as_of": "2026-07-31",
    "objectives": [
      {
        "contribution": 0.25,
        "coverage": 1.0,
        "id": "o",
        "kpis": [
          {
            "actual": 9.0,
            "age_days": 35,
            "attainment": 0.25,
            "baseline": 8.0,
            "cautions": [
              {
                "at": "objectives/o/kpis/reach",
                "code": "measurement-stale",
                "message": "the value is 35 days old, more than its frequency allows",
                "severity": "warning",
              },
            ],
            "contribution": 0.25,
            "coverage": 1.0,
            "id": "reach",
            "measured_at": "2026-06-26",
            "normalized_weight": 1.0,
            "program_share": 1.0,
            "rag": "red",
            "score": 0.25,
            "stale": true,
            "target": 12.0,
            "weight": 1.0,
          },
        ],
        "normalized_weight": 1.0,
        "rag": "red",
        "score": 0.25,
        "weight": 1.0,
      },
    ],
    "program": {"coverage": 1.0, "rag": "red", "score": 0.25},
    "sensitivity": [{"kpi": "reach", "lift": 0.75, "objective": "o", "program_score": 1.0}],
  },
} satisfies Case<"score">;

// score: commitments
export const score_3 = {
  input: {
    "objectives": [
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
    ],
  },
  output: {
    "objectives": [
      {
        "contribution": 0.4,
        "coverage": 1.0,
        "id": "promise",
        "kpis": [
          {
            "actual": 8.0,
            "attainment": 0.8,
            "baseline": 0.0,
            "contribution": 0.4,
            "coverage": 1.0,
            "id": "a",
            "measured_at": "2026-09-30",
            "normalized_weight": 1.0,
            "program_share": 0.5,
            "rag": "green",
            "score": 0.8,
            "target": 10.0,
            "weight": 1.0,
          },
        ],
        "met": false,
        "normalized_weight": 0.5,
        "rag": "green",
        "score": 0.8,
        "weight": 1.0,
      },
      {
        "contribution": 0.4,
        "coverage": 1.0,
        "id": "stretch",
        "kpis": [
          {
            "actual": 8.0,
            "attainment": 0.8,
            "baseline": 0.0,
            "contribution": 0.4,
            "coverage": 1.0,
            "id": "b",
            "measured_at": "2026-09-30",
            "normalized_weight": 1.0,
            "program_share": 0.5,
            "rag": "green",
            "score": 0.8,
            "target": 10.0,
            "weight": 1.0,
          },
        ],
        "met": true,
        "normalized_weight": 0.5,
        "rag": "green",
        "score": 0.8,
        "weight": 1.0,
      },
    ],
    "program": {"coverage": 1.0, "rag": "green", "score": 0.8},
    "sensitivity": [
      {"kpi": "a", "lift": 0.09999999999999998, "objective": "promise", "program_score": 0.9},
      {"kpi": "b", "lift": 0.09999999999999998, "objective": "stretch", "program_score": 0.9},
    ],
  },
} satisfies Case<"score">;

// kpi_gaps: quarterly review
export const kpi_gaps_1 = {
  input: {
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
  },
  output: [
    {
      "kpi": "cost-per-1000",
      "kpi_weight": 0.2,
      "objective": "awareness",
      "objective_weight": 0.25,
      "open_share": 0.3999999999999998,
    },
    {
      "kpi": "cost-per-lead",
      "kpi_weight": 0.25,
      "objective": "demand",
      "objective_weight": 0.5,
      "open_share": 1.0,
    },
    {
      "kpi": "first-response",
      "kpi_weight": 0.6,
      "objective": "care",
      "objective_weight": 0.25,
      "open_share": 0.14,
    },
    {
      "kpi": "lead-to-opportunity",
      "kpi_weight": 0.35,
      "objective": "demand",
      "objective_weight": 0.5,
      "open_share": 0.0,
    },
    {
      "kpi": "leads",
      "kpi_weight": 0.4,
      "objective": "demand",
      "objective_weight": 0.5,
      "open_share": 0.6,
    },
    {
      "kpi": "reach",
      "kpi_weight": 0.5,
      "objective": "awareness",
      "objective_weight": 0.25,
      "open_share": 0.25,
    },
    {
      "kpi": "resolved-in-channel",
      "kpi_weight": 0.25,
      "objective": "care",
      "objective_weight": 0.25,
      "open_share": 0.3571428571428571,
    },
    {
      "kpi": "share-of-voice",
      "kpi_weight": 0.3,
      "objective": "awareness",
      "objective_weight": 0.25,
      "open_share": 0.0,
    },
    {
      "kpi": "trained-staff",
      "kpi_weight": 0.15,
      "objective": "care",
      "objective_weight": 0.25,
      "open_share": 1.0,
    },
  ],
} satisfies Case<"kpi_gaps">;

// pace: before it begins
export const pace_1 = {
  input: {"request": {"actual": 0, "elapsed": 0, "period": 30, "target": 120}},
  output: {
    "elapsed_share": 0.0,
    "expected_share": 0.0,
    "expected_to_date": 0.0,
    "gap_to_pace": 0.0,
    "required_per_weight": 4.0,
    "required_run_rate": 4.0,
    "required_uplift": 1.0,
  },
} satisfies Case<"pace">;

// pace: with seasons
export const pace_2 = {
  input: {
    "request": {
      "actual": 45,
      "elapsed": 1.5,
      "period": 3,
      "seasonality": [1, 1, 2],
      "target": 120,
    },
  },
  output: {
    "elapsed_share": 0.5,
    "expected_share": 0.375,
    "expected_to_date": 45.0,
    "gap_to_pace": 0.0,
    "linear_forecast": 90.0,
    "pace_ratio": 1.0,
    "required_per_weight": 30.0,
    "required_run_rate": 50.0,
    "required_uplift": 1.0,
    "seasonal_forecast": 120.0,
  },
} satisfies Case<"pace">;

// pool: nothing happened
export const pool_1 = {
  input: {"rows": [[0, 0]]},
  output: {"denominator": 0.0, "incomplete": 0, "numerator": 0.0, "rows": 1},
} satisfies Case<"pool">;

// pool: two posts and one without data
export const pool_2 = {
  input: {"rows": [[10, 100], [5, 200], [7, null]]},
  output: {
    "denominator": 300.0,
    "incomplete": 1,
    "mean_of_ratios": 0.0625,
    "numerator": 15.0,
    "ratio": 0.05,
    "rows": 2,
  },
} satisfies Case<"pool">;

// values: links of the campaign and of a task
export const values_1 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "parts": [
        {
          "contribution": 0.2,
          "kpi": "cost",
          "objective": "demand",
          "open_share": 1.0,
          "value": 0.07500000000000001,
          "weight": 0.375,
        },
        {
          "contribution": 0.4,
          "kpi": "reach",
          "objective": "awareness",
          "open_share": 0.25,
          "value": 0.025,
          "weight": 0.25,
        },
      ],
      "task": "a",
      "value": 0.1,
    },
    {
      "parts": [
        {
          "contribution": 0.2,
          "kpi": "cost",
          "objective": "demand",
          "open_share": 1.0,
          "value": 0.07500000000000001,
          "weight": 0.375,
        },
        {
          "contribution": 0.4,
          "kpi": "reach",
          "objective": "awareness",
          "open_share": 0.25,
          "value": 0.025,
          "weight": 0.25,
        },
      ],
      "task": "b",
      "value": 0.1,
    },
    {
      "parts": [
        {
          "contribution": 1.0,
          "kpi": "leads",
          "objective": "demand",
          "open_share": 0.6,
          "value": 0.22499999999999998,
          "weight": 0.375,
        },
      ],
      "task": "own",
      "value": 0.22499999999999998,
    },
  ],
} satisfies Case<"values">;

// weights: as weights of leveling
export const weights_1 = {
  input: {
    "plan": {
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
    },
  },
  output: {"a": 0.1, "b": 0.1, "own": 0.22499999999999998},
} satisfies Case<"weights">;

// at_risk: nothing is late
export const at_risk_1 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "objectives": [
        {"id": "demand", "kpis": [{"baseline": 900, "id": "leads", "target": 1500}]},
      ],
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {
          "deadline": "2026-03-02",
          "duration": "1d",
          "id": "a",
          "kpis": [{"contribution": 0.5, "kpi": "leads"}],
        },
      ],
    },
  },
  output: [],
} satisfies Case<"at_risk">;

// at_risk: the late ones, the most valuable first
export const at_risk_2 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "days": 2,
      "parts": [
        {
          "contribution": 1.0,
          "kpi": "leads",
          "objective": "demand",
          "open_share": 0.6,
          "value": 0.22499999999999998,
          "weight": 0.375,
        },
      ],
      "task": "own",
      "value": 0.22499999999999998,
    },
    {
      "days": 2,
      "parts": [
        {
          "contribution": 0.2,
          "kpi": "cost",
          "objective": "demand",
          "open_share": 1.0,
          "value": 0.07500000000000001,
          "weight": 0.375,
        },
        {
          "contribution": 0.4,
          "kpi": "reach",
          "objective": "awareness",
          "open_share": 0.25,
          "value": 0.025,
          "weight": 0.25,
        },
      ],
      "task": "b",
      "value": 0.1,
    },
  ],
} satisfies Case<"at_risk">;

// report: a plan with a cycle
export const report_1 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "a"}, {"resource": "ana", "task": "b"}],
      "dependencies": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "1d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
} satisfies Case<"report">;

// report: a leveled plan given
export const report_2 = {
  input: {
    "leveled": {
      "before": {
        "critical_paths": [["copy"]],
        "finish": "2026-03-03T17:00:00",
        "format": "paceline-schedule/1",
        "start": "2026-03-02T08:00:00",
        "tasks": [
          {
            "critical": false,
            "duration": 28800,
            "early_finish": "2026-03-02T17:00:00",
            "early_start": "2026-03-02T08:00:00",
            "finish": "2026-03-02T17:00:00",
            "free_float": 28800,
            "id": "brief",
            "kind": "task",
            "late_finish": "2026-03-03T17:00:00",
            "late_start": "2026-03-03T08:00:00",
            "start": "2026-03-02T08:00:00",
            "total_float": 28800,
          },
          {
            "critical": true,
            "duration": 57600,
            "early_finish": "2026-03-03T17:00:00",
            "early_start": "2026-03-02T08:00:00",
            "finish": "2026-03-03T17:00:00",
            "free_float": 0,
            "id": "copy",
            "kind": "task",
            "late_finish": "2026-03-03T17:00:00",
            "late_start": "2026-03-02T08:00:00",
            "start": "2026-03-02T08:00:00",
            "total_float": 0,
          },
        ],
      },
      "found_by": "earliest-due",
      "late": [],
      "moves": [
        {
          "cause": {
            "held_by": ["copy"],
            "kind": "resource",
            "resource": "ana",
            "until": "2026-03-04T08:00:00",
          },
          "chain": ["brief"],
          "delay": 172800,
          "from": "2026-03-02T08:00:00",
          "task": "brief",
          "to": "2026-03-04T08:00:00",
        },
      ],
      "objective": [
        {
          "before": 0.0,
          "bound": 0.0,
          "gap": 0.0,
          "name": "tardiness",
          "reason": {"kind": "trivial"},
          "unit": "weighted days",
          "value": 0.0,
        },
        {
          "before": 1.7083333333333333,
          "bound": 2.7083333333333335,
          "gap": 0.0,
          "name": "finish",
          "reason": {"kind": "energy", "resource": "ana", "tasks": ["brief", "copy"]},
          "unit": "days from the program's start",
          "value": 2.7083333333333335,
        },
      ],
      "remaining": [],
      "schedule": {
        "critical_paths": [["brief"]],
        "finish": "2026-03-04T17:00:00",
        "format": "paceline-schedule/1",
        "start": "2026-03-02T08:00:00",
        "tasks": [
          {
            "critical": true,
            "duration": 28800,
            "early_finish": "2026-03-04T17:00:00",
            "early_start": "2026-03-04T08:00:00",
            "finish": "2026-03-04T17:00:00",
            "free_float": 0,
            "id": "brief",
            "kind": "task",
            "late_finish": "2026-03-04T17:00:00",
            "late_start": "2026-03-04T08:00:00",
            "start": "2026-03-04T08:00:00",
            "total_float": 0,
          },
          {
            "critical": false,
            "duration": 57600,
            "early_finish": "2026-03-03T17:00:00",
            "early_start": "2026-03-02T08:00:00",
            "finish": "2026-03-03T17:00:00",
            "free_float": 28800,
            "id": "copy",
            "kind": "task",
            "late_finish": "2026-03-04T17:00:00",
            "late_start": "2026-03-03T08:00:00",
            "start": "2026-03-02T08:00:00",
            "total_float": 28800,
          },
        ],
      },
      "status": "optimal",
      "steps": 1,
    },
    "plan": {
      "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
    },
  },
  options: {"width": 80},
} satisfies Case<"report">;

// page: Spring fair
export const page_1 = {
  input: {
    "plan": {
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
        {
          "campaign": "tease",
          "duration": "1d",
          "id": "brief",
          "name": "Brief",
          "parent": "teaser",
        },
        {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
        {
          "campaign": "tease",
          "deadline": "2026-03-06",
          "id": "post",
          "milestone": "start",
          "name": "Teaser is live",
        },
        {
          "campaign": "launch",
          "duration": "3d",
          "fixed_cost": 1200,
          "id": "film",
          "name": "Film",
        },
        {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
        {
          "campaign": "launch",
          "deadline": "2026-03-09",
          "id": "live",
          "milestone": "start",
          "name": "Launch",
        },
      ],
    },
  },
  options: {"footer": "made by hand", "title": "The fair"},
} satisfies Case<"page">;

// gantt_svg: Spring fair
export const gantt_svg_1 = {
  input: {
    "plan": {
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
        {
          "campaign": "tease",
          "duration": "1d",
          "id": "brief",
          "name": "Brief",
          "parent": "teaser",
        },
        {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
        {
          "campaign": "tease",
          "deadline": "2026-03-06",
          "id": "post",
          "milestone": "start",
          "name": "Teaser is live",
        },
        {
          "campaign": "launch",
          "duration": "3d",
          "fixed_cost": 1200,
          "id": "film",
          "name": "Film",
        },
        {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
        {
          "campaign": "launch",
          "deadline": "2026-03-09",
          "id": "live",
          "milestone": "start",
          "name": "Launch",
        },
      ],
    },
  },
} satisfies Case<"gantt_svg">;

// load_svg: Spring fair
export const load_svg_1 = {
  input: {
    "plan": {
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
        {
          "campaign": "tease",
          "duration": "1d",
          "id": "brief",
          "name": "Brief",
          "parent": "teaser",
        },
        {"campaign": "tease", "duration": "2d", "id": "copy", "name": "Copy", "parent": "teaser"},
        {
          "campaign": "tease",
          "deadline": "2026-03-06",
          "id": "post",
          "milestone": "start",
          "name": "Teaser is live",
        },
        {
          "campaign": "launch",
          "duration": "3d",
          "fixed_cost": 1200,
          "id": "film",
          "name": "Film",
        },
        {"campaign": "launch", "duration": "2d", "id": "cut", "name": "Cut"},
        {
          "campaign": "launch",
          "deadline": "2026-03-09",
          "id": "live",
          "milestone": "start",
          "name": "Launch",
        },
      ],
    },
  },
} satisfies Case<"load_svg">;

// scorecard_svg: quarterly review
export const scorecard_svg_1 = {
  input: {
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
  },
} satisfies Case<"scorecard_svg">;

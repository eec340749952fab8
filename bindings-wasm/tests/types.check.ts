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

// validate: faults of alternatives
export const validate_2 = {
  input: {
    "plan": {
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
        {
          "id": "ben",
          "market": "GB",
          "rates": [{"per": "day", "standard": 500}],
          "role": "designer",
        },
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
    },
  },
  output: [
    {
      "at": "assignments/copy/ana/alternatives/ben/work",
      "code": "alternative-work",
      "help": "write its `work`, or the alternative's `duration`",
      "message": "the assignment gives no work that could be another",
      "severity": "error",
    },
    {
      "at": "assignments/brief/ana/alternatives/any",
      "code": "criteria-empty",
      "help": "say what somebody must be",
      "message": "`any` asks for nothing",
      "severity": "error",
    },
    {
      "at": "assignments/brief/ana/alternatives/ana",
      "code": "duplicate-alternative",
      "help": "name everybody once",
      "message": "`ana` is named more than once for task `brief`",
      "severity": "error",
    },
    {
      "at": "assignments/copy/ana/alternatives/ben",
      "code": "skill-not-covered",
      "help": "remove the alternative, or write the skill of the resource",
      "message": "task `copy` needs `latin` at level 2; `ben` lacks it",
      "severity": "error",
    },
    {
      "at": "assignments/brief/ana/alternatives/bem",
      "code": "unknown-resource",
      "help": "did you mean `ben`?",
      "message": "resource `bem` does not exist",
      "severity": "error",
    },
    {
      "at": "assignments/brief/ana/alternatives/any",
      "code": "nobody-qualifies",
      "help": "nearest is `ben`, who does not work in `pt`",
      "message": "nobody else in the plan qualifies for task `brief`",
      "severity": "warning",
    },
  ],
} satisfies Case<"validate">;

// validate: dangling ids
export const validate_3 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "tasks/brief/calendar",
      "code": "unknown-calendar",
      "help": "did you mean `office`?",
      "message": "calendar `ofice` does not exist",
      "severity": "error",
    },
    {
      "at": "tasks/film/campaign",
      "code": "unknown-campaign",
      "help": "did you mean `launch`?",
      "message": "campaign `lunch` does not exist",
      "severity": "error",
    },
    {
      "at": "assignments/copy/ana",
      "code": "unknown-resource",
      "help": "did you mean `anna`?",
      "message": "resource `ana` does not exist",
      "severity": "error",
    },
    {
      "at": "dependencies/brif->copy/from",
      "code": "unknown-task",
      "help": "did you mean `brief`?",
      "message": "task `brif` does not exist",
      "severity": "error",
    },
    {
      "at": "tasks/copy/parent",
      "code": "unknown-task",
      "help": "did you mean `brief`?",
      "message": "task `brieff` does not exist",
      "severity": "error",
    },
    {
      "at": "campaigns/launch",
      "code": "campaign-without-tasks",
      "help": "give a task or its summary this campaign",
      "message": "no task belongs to campaign `launch`",
      "severity": "warning",
    },
    {
      "at": "assignments",
      "code": "unassigned-work",
      "message": "1 task with work has nobody assigned",
      "severity": "info",
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

// validate: tasks
export const validate_5 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "tasks/e/constraints/as_late_as_possible",
      "code": "constraint-with-date",
      "help": "remove its `date`, or choose a constraint that has one",
      "message": "constraint `as_late_as_possible` has no date",
      "severity": "error",
    },
    {
      "at": "tasks/d/constraints/must_start_on",
      "code": "constraint-without-date",
      "help": "write its `date`",
      "message": "constraint `must_start_on` needs a date",
      "severity": "error",
    },
    {
      "at": "tasks/g",
      "code": "duplicate-id",
      "help": "give each one an id of its own",
      "message": "`g` is used more than once",
      "severity": "error",
    },
    {
      "at": "tasks/c/progress/actual_finish",
      "code": "finish-without-start",
      "help": "write its `actual_start`",
      "message": "the task has finished but not started",
      "severity": "error",
    },
    {
      "at": "tasks/b/duration",
      "code": "milestone-with-duration",
      "help": "remove the duration, or the `milestone`",
      "message": "a milestone is a moment and has no duration",
      "severity": "error",
    },
    {
      "at": "tasks/a/duration",
      "code": "negative-duration",
      "help": "time to do is zero or more",
      "message": "`-1d` is below zero",
      "severity": "error",
    },
    {
      "at": "tasks/h/duration",
      "code": "no-duration",
      "help": "write a `duration`, an `estimate`, or an assignment with `work`; or make it a `milestone`",
      "message": "nothing says how long this task takes",
      "severity": "error",
    },
    {
      "at": "tasks/f/priority",
      "code": "priority-out-of-range",
      "help": "500 is usual; 1000 is never moved",
      "message": "priority 1001 is not from 0 to 1000",
      "severity": "error",
    },
  ],
} satisfies Case<"validate">;

// validate: resources and assignments
export const validate_6 = {
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

// validate: calendars
export const validate_7 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "calendars/when/exceptions/?",
      "code": "exception-dates",
      "message": "an exception needs either `date` or both `from` and `to`",
      "severity": "error",
    },
    {
      "at": "calendars/closed",
      "code": "no-working-time",
      "help": "state a week with shifts, or a base that has one",
      "message": "calendar `closed` has no working time",
      "severity": "error",
    },
    {
      "at": "calendars/shifts/week/fri",
      "code": "overlapping-shifts",
      "message": "shifts `09:00-13:00` and `12:00-17:00` of one day overlap",
      "severity": "error",
    },
    {
      "at": "calendars/shifts/week/mon",
      "code": "overlapping-shifts",
      "message": "shifts `09:00-13:00` and `12:00-17:00` of one day overlap",
      "severity": "error",
    },
    {
      "at": "calendars/shifts/week/thu",
      "code": "overlapping-shifts",
      "message": "shifts `09:00-13:00` and `12:00-17:00` of one day overlap",
      "severity": "error",
    },
    {
      "at": "calendars/shifts/week/tue",
      "code": "overlapping-shifts",
      "message": "shifts `09:00-13:00` and `12:00-17:00` of one day overlap",
      "severity": "error",
    },
    {
      "at": "calendars/shifts/week/wed",
      "code": "overlapping-shifts",
      "message": "shifts `09:00-13:00` and `12:00-17:00` of one day overlap",
      "severity": "error",
    },
    {
      "at": "calendars/when/work_weeks/2026-03-08",
      "code": "reversed-range",
      "message": "the last day `2026-03-02` is before the first day `2026-03-08`",
      "severity": "error",
    },
    {
      "at": "calendars/zone/zone",
      "code": "unknown-zone",
      "help": "did you mean `Europe/Berlin` or `Europe/Dublin` or `Europe/Jersey`?",
      "message": "time zone `Europe/Berln` does not exist",
      "severity": "error",
    },
  ],
} satisfies Case<"validate">;

// validate: faults of maximum lags
export const validate_8 = {
  input: {
    "plan": {
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
    },
  },
  output: [
    {
      "at": "dependencies/a->b/max_lag",
      "code": "max-lag-below-lag",
      "help": "give a maximum lag of at least the lag",
      "message": "maximum lag `1d` is less than the lag `2d`",
      "severity": "error",
    },
    {
      "at": "dependencies/b->s/max_lag",
      "code": "max-lag-of-summary",
      "help": "join the tasks under it that it is about",
      "message": "a maximum lag joins tasks or milestones, and one of these is a summary",
      "severity": "error",
    },
  ],
} satisfies Case<"validate">;

// change: a record merged, one added, one taken out
export const change_1 = {
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
export const change_2 = {
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

// change: a field taken out
export const change_3 = {
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
export const change_4 = {
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
export const change_5 = {
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

// diff: fields, records and a move
export const diff_1 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "lag": "1d", "to": "b"}],
      "format": "paceline/1",
      "program": {"budget": 100, "name": "p", "start": "2026-03-02"},
      "tasks": [
        {"duration": "3d", "id": "a"},
        {"duration": "1d", "id": "b", "parent": "s"},
        {"id": "s"},
      ],
    },
    "was": {
      "dependencies": [{"from": "a", "to": "b"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: [
    {
      "after": "1d",
      "at": "dependencies/a->b/lag",
      "kind": "changed",
      "message": "`lag` of link `a->b` is `1d`, and was not given",
    },
    {
      "after": "100",
      "at": "program/budget",
      "kind": "changed",
      "message": "`budget` of the program is `100`, and was not given",
    },
    {
      "after": "3d",
      "at": "tasks/a/duration",
      "before": "2d",
      "kind": "changed",
      "message": "`duration` of task `a` is `3d` instead of `2d`",
    },
    {
      "after": "s",
      "at": "tasks/b/parent",
      "kind": "moved",
      "message": "task `b` is under `s`, and was under none",
    },
    {"after": "{\"id\":\"s\"}", "at": "tasks/s", "kind": "added", "message": "task `s` is new"},
  ],
} satisfies Case<"diff">;

// schedule: duration from an estimate
export const schedule_1 = {
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

// schedule: rest resumes later
export const schedule_2 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["a"]],
    "finish": "2026-03-06T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 86400,
        "early_finish": "2026-03-06T17:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-06T17:00:00",
        "free_float": 0,
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-06T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "resume": "2026-03-05T08:00:00",
        "start": "2026-03-02T08:00:00",
        "stop": "2026-03-02T17:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: deadline missed
export const schedule_3 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"deadline": "2026-03-03", "duration": "3d", "id": "x"}],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-04T17:00:00",
    "format": "paceline-schedule/1",
    "issues": [
      {
        "at": "tasks/x/deadline",
        "code": "deadline-missed",
        "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
        "message": "`x` finishes 1 day after its deadline",
        "severity": "warning",
      },
    ],
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
        "late_days": 1,
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-02-27T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": -28800,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: yearly holiday and a worked Saturday
export const schedule_4 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2027-01-04T12:00:00",
    "format": "paceline-schedule/1",
    "start": "2027-01-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 28800,
        "early_finish": "2027-01-04T12:00:00",
        "early_start": "2027-01-02T08:00:00",
        "finish": "2027-01-04T12:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2027-01-04T12:00:00",
        "late_start": "2027-01-02T08:00:00",
        "start": "2027-01-02T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: expected finish
export const schedule_5 = {
  input: {
    "plan": {
      "dependencies": [{"from": "A", "to": "B"}],
      "format": "paceline/1",
      "program": {
        "name": "P",
        "scheduling": {
          "honor_constraints": false,
          "lag_calendar": "predecessor",
          "progress_rule": "retained_logic",
          "total_float": "finish",
          "use_expected_finish": true,
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
    },
  },
  output: {
    "critical_paths": [["A", "B"]],
    "finish": "2026-01-22T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-01-06T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 316800,
        "early_finish": "2026-01-21T17:00:00",
        "early_start": "2026-01-06T08:00:00",
        "finish": "2026-01-21T17:00:00",
        "free_float": 0,
        "id": "A",
        "kind": "task",
        "late_finish": "2026-01-21T17:00:00",
        "late_start": "2026-01-06T08:00:00",
        "resume": "2026-01-12T08:00:00",
        "start": "2026-01-06T08:00:00",
        "stop": "2026-01-08T17:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["A"],
        "duration": 28800,
        "early_finish": "2026-01-22T17:00:00",
        "early_start": "2026-01-22T08:00:00",
        "finish": "2026-01-22T17:00:00",
        "free_float": 0,
        "id": "B",
        "kind": "task",
        "late_finish": "2026-01-22T17:00:00",
        "late_start": "2026-01-22T08:00:00",
        "start": "2026-01-22T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: absence and contract
export const schedule_6 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}, {"resource": "studio", "task": "y"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [
        {
          "absences": [{"from": "2026-03-03", "reason": "leave", "to": "2026-03-03"}],
          "id": "ana",
        },
        {
          "contract": {"from": "2026-03-05", "to": "2026-03-31"},
          "id": "studio",
          "kind": "vendor",
        },
      ],
      "tasks": [{"duration": "2d", "id": "x"}, {"duration": "1d", "id": "y"}],
    },
  },
  output: {
    "critical_paths": [["y"]],
    "finish": "2026-03-05T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": false,
        "duration": 57600,
        "early_finish": "2026-03-04T17:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-04T17:00:00",
        "free_float": 28800,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-05T17:00:00",
        "late_start": "2026-03-04T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 28800,
      },
      {
        "critical": true,
        "duration": 28800,
        "early_finish": "2026-03-05T17:00:00",
        "early_start": "2026-03-05T08:00:00",
        "finish": "2026-03-05T17:00:00",
        "free_float": 0,
        "id": "y",
        "kind": "task",
        "late_finish": "2026-03-05T17:00:00",
        "late_start": "2026-03-05T08:00:00",
        "start": "2026-03-05T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: working around the clock
export const schedule_7 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-08T16:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-07T10:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 108000,
        "early_finish": "2026-03-08T16:00:00",
        "early_start": "2026-03-07T10:00:00",
        "finish": "2026-03-08T16:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-08T16:00:00",
        "late_start": "2026-03-07T10:00:00",
        "start": "2026-03-07T10:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: calendar with a base
export const schedule_8 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-09T12:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 86400,
        "early_finish": "2026-03-09T12:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-09T12:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-09T12:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: level of effort and longest path
export const schedule_9 = {
  input: {
    "plan": {
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
          "honor_constraints": false,
          "lag_calendar": "predecessor",
          "total_float": "finish",
        },
        "start": "2026-01-05T08:00",
      },
      "tasks": [
        {"duration": "3d", "id": "A"},
        {"duration": "4d", "id": "B"},
        {"deadline": "2026-01-06", "duration": "2d", "id": "C"},
        {"id": "H", "level_of_effort": true},
      ],
    },
  },
  output: {
    "critical_paths": [["A", "B"]],
    "finish": "2026-01-13T17:00:00",
    "format": "paceline-schedule/1",
    "issues": [
      {
        "at": "tasks/H/level_of_effort",
        "code": "effort-with-dates",
        "help": "remove them",
        "message": "a level of effort lies where its links say; its own dates and pauses count for nothing",
        "severity": "warning",
      },
    ],
    "start": "2026-01-05T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 86400,
        "early_finish": "2026-01-07T17:00:00",
        "early_start": "2026-01-05T08:00:00",
        "finish": "2026-01-07T17:00:00",
        "free_float": 0,
        "id": "A",
        "kind": "task",
        "late_finish": "2026-01-07T17:00:00",
        "late_start": "2026-01-05T08:00:00",
        "start": "2026-01-05T08:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["A"],
        "duration": 115200,
        "early_finish": "2026-01-13T17:00:00",
        "early_start": "2026-01-08T08:00:00",
        "finish": "2026-01-13T17:00:00",
        "free_float": 0,
        "id": "B",
        "kind": "task",
        "late_finish": "2026-01-13T17:00:00",
        "late_start": "2026-01-08T08:00:00",
        "start": "2026-01-08T08:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "duration": 57600,
        "early_finish": "2026-01-06T17:00:00",
        "early_start": "2026-01-05T08:00:00",
        "finish": "2026-01-06T17:00:00",
        "free_float": 144000,
        "id": "C",
        "kind": "task",
        "late_finish": "2026-01-06T17:00:00",
        "late_start": "2026-01-05T08:00:00",
        "start": "2026-01-05T08:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "duration": 201600,
        "early_finish": "2026-01-13T17:00:00",
        "early_start": "2026-01-05T08:00:00",
        "finish": "2026-01-13T17:00:00",
        "free_float": 0,
        "id": "H",
        "kind": "task",
        "late_finish": "2026-01-13T17:00:00",
        "late_start": "2026-01-05T08:00:00",
        "start": "2026-01-05T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: leveling delay
export const schedule_10 = {
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
export const schedule_11 = {
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

// schedule: must finish on
export const schedule_12 = {
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
export const schedule_13 = {
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

// schedule: duration from work and units
export const schedule_14 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x", "units": 0.5, "work": "8h"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"id": "x"}],
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

// schedule: half done
export const schedule_15 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02", "status_date": "2026-03-04T17:00"},
      "tasks": [
        {
          "duration": "4d",
          "id": "a",
          "progress": {"actual_start": "2026-03-03T08:00", "complete": 0.5},
        },
      ],
    },
  },
  output: {
    "critical_paths": [["a"]],
    "finish": "2026-03-06T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-03T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 115200,
        "early_finish": "2026-03-06T17:00:00",
        "early_start": "2026-03-03T08:00:00",
        "finish": "2026-03-06T17:00:00",
        "free_float": 0,
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-06T17:00:00",
        "late_start": "2026-03-03T08:00:00",
        "start": "2026-03-03T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: mandatory dates and must finish by
export const schedule_16 = {
  input: {
    "plan": {
      "dependencies": [{"from": "A", "to": "B"}, {"from": "B", "to": "C"}],
      "format": "paceline/1",
      "program": {
        "must_finish_by": "2026-01-30T17:00",
        "name": "P",
        "scheduling": {
          "honor_constraints": false,
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
    },
  },
  output: {
    "critical_paths": [["B", "C"]],
    "finish": "2026-01-12T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-01-05T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 144000,
        "early_finish": "2026-01-09T17:00:00",
        "early_start": "2026-01-05T08:00:00",
        "finish": "2026-01-09T17:00:00",
        "free_float": 0,
        "id": "A",
        "kind": "task",
        "late_finish": "2026-01-07T17:00:00",
        "late_start": "2026-01-01T08:00:00",
        "start": "2026-01-05T08:00:00",
        "total_float": -57600,
      },
      {
        "critical": true,
        "duration": 57600,
        "early_finish": "2026-01-09T17:00:00",
        "early_start": "2026-01-08T08:00:00",
        "finish": "2026-01-09T17:00:00",
        "free_float": 0,
        "id": "B",
        "kind": "task",
        "late_finish": "2026-01-09T17:00:00",
        "late_start": "2026-01-08T08:00:00",
        "start": "2026-01-08T08:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "drivers": ["B"],
        "duration": 28800,
        "early_finish": "2026-01-12T17:00:00",
        "early_start": "2026-01-12T08:00:00",
        "finish": "2026-01-12T17:00:00",
        "free_float": 0,
        "id": "C",
        "kind": "task",
        "late_finish": "2026-01-30T17:00:00",
        "late_start": "2026-01-30T08:00:00",
        "start": "2026-01-12T08:00:00",
        "total_float": 403200,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: start to finish without lag
export const schedule_17 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "kind": "SF", "to": "b"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: {
    "critical_paths": [["a"]],
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
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "duration": 28800,
        "early_finish": "2026-03-02T17:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-02T17:00:00",
        "free_float": 28800,
        "id": "b",
        "kind": "task",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-03T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 28800,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: from the finish
export const schedule_18 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "to": "b"}],
      "format": "paceline/1",
      "program": {
        "finish": "2026-03-13",
        "name": "p",
        "scheduling": {"from": "finish"},
        "start": "2026-03-02",
      },
      "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: {
    "critical_paths": [["a", "b"]],
    "finish": "2026-03-13T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-11T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 57600,
        "early_finish": "2026-03-12T17:00:00",
        "early_start": "2026-03-11T08:00:00",
        "finish": "2026-03-12T17:00:00",
        "free_float": 0,
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-12T17:00:00",
        "late_start": "2026-03-11T08:00:00",
        "start": "2026-03-11T08:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 28800,
        "early_finish": "2026-03-13T17:00:00",
        "early_start": "2026-03-13T08:00:00",
        "finish": "2026-03-13T17:00:00",
        "free_float": 0,
        "id": "b",
        "kind": "task",
        "late_finish": "2026-03-13T17:00:00",
        "late_start": "2026-03-13T08:00:00",
        "start": "2026-03-13T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: start no later than, kept
export const schedule_19 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["a", "x"]],
    "finish": "2026-03-05T17:00:00",
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
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 57600,
        "early_finish": "2026-03-05T17:00:00",
        "early_start": "2026-03-04T08:00:00",
        "finish": "2026-03-05T17:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-05T17:00:00",
        "late_start": "2026-03-04T08:00:00",
        "start": "2026-03-04T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: work weeks of the summer
export const schedule_20 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-09T12:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 86400,
        "early_finish": "2026-03-09T12:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-09T12:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-09T12:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: milestones of both kinds
export const schedule_21 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "to": "done"}, {"from": "a", "to": "live"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {"duration": "2d", "id": "a"},
        {"id": "done", "milestone": "finish"},
        {"id": "live", "milestone": "start"},
      ],
    },
  },
  output: {
    "critical_paths": [["a", "live"]],
    "finish": "2026-03-04T08:00:00",
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
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 0,
        "early_finish": "2026-03-03T17:00:00",
        "early_start": "2026-03-03T17:00:00",
        "finish": "2026-03-03T17:00:00",
        "free_float": 0,
        "id": "done",
        "kind": "milestone",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-03T17:00:00",
        "start": "2026-03-03T17:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 0,
        "early_finish": "2026-03-04T08:00:00",
        "early_start": "2026-03-04T08:00:00",
        "finish": "2026-03-04T08:00:00",
        "free_float": 0,
        "id": "live",
        "kind": "milestone",
        "late_finish": "2026-03-04T08:00:00",
        "late_start": "2026-03-04T08:00:00",
        "start": "2026-03-04T08:00:00",
        "total_float": 0,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: task and resource calendars together
export const schedule_22 = {
  input: {
    "plan": {
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
        {"calendar": "mornings", "duration": "6h", "id": "y", "ignore_resource_calendars": true},
      ],
    },
  },
  output: {
    "critical_paths": [["x"]],
    "finish": "2026-03-04T12:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": true,
        "duration": 21600,
        "early_finish": "2026-03-04T12:00:00",
        "early_start": "2026-03-02T10:00:00",
        "finish": "2026-03-04T12:00:00",
        "free_float": 0,
        "id": "x",
        "kind": "task",
        "late_finish": "2026-03-04T12:00:00",
        "late_start": "2026-03-02T10:00:00",
        "start": "2026-03-02T10:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "duration": 21600,
        "early_finish": "2026-03-03T10:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-03T10:00:00",
        "free_float": 21600,
        "id": "y",
        "kind": "task",
        "late_finish": "2026-03-04T12:00:00",
        "late_start": "2026-03-03T10:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 21600,
      },
    ],
  },
} satisfies Case<"schedule">;

// schedule: summary
export const schedule_23 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "to": "b"}, {"from": "s", "to": "c"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {"id": "s"},
        {"duration": "2d", "id": "a", "parent": "s"},
        {"duration": "1d", "id": "b", "parent": "s"},
        {"duration": "1d", "id": "c"},
      ],
    },
  },
  output: {
    "critical_paths": [["a", "b", "c"]],
    "finish": "2026-03-05T17:00:00",
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
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-03T17:00:00",
        "late_start": "2026-03-02T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 28800,
        "early_finish": "2026-03-04T17:00:00",
        "early_start": "2026-03-04T08:00:00",
        "finish": "2026-03-04T17:00:00",
        "free_float": 0,
        "id": "b",
        "kind": "task",
        "late_finish": "2026-03-04T17:00:00",
        "late_start": "2026-03-04T08:00:00",
        "start": "2026-03-04T08:00:00",
        "total_float": 0,
      },
      {
        "critical": true,
        "drivers": ["b"],
        "duration": 28800,
        "early_finish": "2026-03-05T17:00:00",
        "early_start": "2026-03-05T08:00:00",
        "finish": "2026-03-05T17:00:00",
        "free_float": 0,
        "id": "c",
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
} satisfies Case<"schedule">;

// schedule: lag counted by four calendars
export const schedule_24 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "critical_paths": [["a", "b"]],
    "finish": "2026-03-10T17:00:00",
    "format": "paceline-schedule/1",
    "start": "2026-03-02T08:00:00",
    "tasks": [
      {
        "critical": false,
        "duration": 144000,
        "early_finish": "2026-03-06T17:00:00",
        "early_start": "2026-03-02T08:00:00",
        "finish": "2026-03-06T17:00:00",
        "free_float": 28800,
        "id": "a",
        "kind": "task",
        "late_finish": "2026-03-08T17:00:00",
        "late_start": "2026-03-04T08:00:00",
        "start": "2026-03-02T08:00:00",
        "total_float": 57600,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 28800,
        "early_finish": "2026-03-10T17:00:00",
        "early_start": "2026-03-10T08:00:00",
        "finish": "2026-03-10T17:00:00",
        "free_float": 0,
        "id": "b",
        "kind": "task",
        "late_finish": "2026-03-10T17:00:00",
        "late_start": "2026-03-10T08:00:00",
        "start": "2026-03-10T08:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "drivers": ["a"],
        "duration": 28800,
        "early_finish": "2026-03-09T17:00:00",
        "early_start": "2026-03-09T08:00:00",
        "finish": "2026-03-09T17:00:00",
        "free_float": 28800,
        "id": "c",
        "kind": "task",
        "late_finish": "2026-03-10T17:00:00",
        "late_start": "2026-03-10T08:00:00",
        "start": "2026-03-09T08:00:00",
        "total_float": 28800,
      },
      {
        "critical": true,
        "drivers": ["a"],
        "duration": 28800,
        "early_finish": "2026-03-10T17:00:00",
        "early_start": "2026-03-10T08:00:00",
        "finish": "2026-03-10T17:00:00",
        "free_float": 0,
        "id": "d",
        "kind": "task",
        "late_finish": "2026-03-10T17:00:00",
        "late_start": "2026-03-10T08:00:00",
        "start": "2026-03-10T08:00:00",
        "total_float": 0,
      },
      {
        "critical": false,
        "drivers": ["a"],
        "duration": 28800,
        "early_finish": "2026-03-09T17:00:00",
        "early_start": "2026-03-09T08:00:00",
        "finish": "2026-03-09T17:00:00",
        "free_float": 28800,
        "id": "e",
        "kind": "task",
        "late_finish": "2026-03-10T17:00:00",
        "late_start": "2026-03-10T08:00:00",
        "start": "2026-03-09T08:00:00",
        "total_float": 28800,
      },
    ],
  },
} satisfies Case<"schedule">;

// level: cheaper from the next week on
export const level_1 = {
  input: {
    "plan": {
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
    },
  },
  options: {"objective": ["cost", "finish"], "steps": 50},
  output: {
    "before": {
      "critical_paths": [["film"]],
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
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "found_by": "single-moves",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": [],
          "kind": "resource",
          "resource": "bo",
          "until": "2026-03-09T08:00:00",
        },
        "chain": ["film"],
        "delay": 604800,
        "from": "2026-03-02T08:00:00",
        "task": "film",
        "to": "2026-03-09T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 1000.0,
        "bound": 800.0,
        "gap": 0.0,
        "name": "cost",
        "reason": {"kind": "cheapest"},
        "unit": "money",
        "value": 800.0,
      },
      {
        "before": 1.7083333333333333,
        "bound": 1.7083333333333333,
        "gap": 7.000000000000001,
        "name": "finish",
        "reason": {"kind": "precedence", "tasks": ["film"]},
        "unit": "days from the program's start",
        "value": 8.708333333333334,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["film"]],
      "finish": "2026-03-10T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-09T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-10T17:00:00",
          "early_start": "2026-03-09T08:00:00",
          "finish": "2026-03-10T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-10T17:00:00",
          "late_start": "2026-03-09T08:00:00",
          "start": "2026-03-09T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "status": "feasible",
    "steps": 50,
    "trace": [
      {
        "bound": [800.0, 1.7083333333333333],
        "found_by": "earliest-due",
        "objective": [1000.0, 1.7083333333333333],
        "step": 1,
      },
      {
        "bound": [800.0, 1.7083333333333333],
        "found_by": "single-moves",
        "objective": [800.0, 8.708333333333334],
        "step": 50,
      },
    ],
  },
} satisfies Case<"level">;

// level: a weighted sum, two schedules
export const level_2 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [
        {"deadline": "2026-03-02", "duration": "1d", "id": "x", "weight": 1},
        {"deadline": "2026-03-02", "duration": "1d", "id": "y", "weight": 2},
      ],
    },
  },
  options: {"objective": [{"finish": 2, "tardiness": 1}], "steps": 2},
  output: {
    "before": {
      "critical_paths": [["x"]],
      "finish": "2026-03-02T17:00:00",
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
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
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
      ],
    },
    "found_by": "earliest-due",
    "late": [
      {
        "chain": ["y"],
        "days": 1,
        "deadline": "2026-03-03T00:00:00",
        "finish": "2026-03-03T17:00:00",
        "reason": "resources",
        "task": "y",
        "unavoidable_days": 0,
        "weight": 2.0,
        "weighted": 2.0,
      },
    ],
    "moves": [
      {
        "cause": {
          "held_by": ["x"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-03T08:00:00",
        },
        "chain": ["y"],
        "delay": 86400,
        "from": "2026-03-02T08:00:00",
        "task": "y",
        "to": "2026-03-03T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 1.416666,
        "bound": 3.416666,
        "gap": 2.0,
        "name": "tardiness + finish",
        "reason": {
          "goals": [
            {"bound": 0.0, "goal": "tardiness"},
            {"bound": 1.7083333333333333, "goal": "finish"},
          ],
          "kind": "sum",
        },
        "unit": "weighted sum",
        "value": 5.416666,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["y"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "tasks/y/deadline",
          "code": "deadline-missed",
          "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
          "message": "`y` finishes 1 day after its deadline",
          "severity": "warning",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
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
          "late_days": 1,
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": -28800,
        },
      ],
    },
    "status": "feasible",
    "steps": 2,
    "trace": [
      {"bound": [3.416666], "found_by": "earliest-due", "objective": [5.416666], "step": 1},
    ],
  },
} satisfies Case<"level">;

// level: the one who is away is replaced
export const level_3 = {
  input: {
    "plan": {
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
        {
          "id": "ben",
          "market": "GB",
          "rates": [{"per": "day", "standard": 500}],
          "role": "designer",
        },
        {"id": "cy", "role": "writer"},
      ],
      "tasks": [{"deadline": "2026-03-04", "duration": "2d", "id": "copy"}],
    },
  },
  output: {
    "before": {
      "critical_paths": [["copy"]],
      "finish": "2026-03-06T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "tasks/copy/deadline",
          "code": "deadline-missed",
          "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
          "message": "`copy` finishes 2 days after its deadline",
          "severity": "warning",
        },
      ],
      "start": "2026-03-05T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-06T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-06T17:00:00",
          "free_float": 0,
          "id": "copy",
          "kind": "task",
          "late_days": 2,
          "late_finish": "2026-02-27T17:00:00",
          "late_start": "2026-02-26T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": -57600,
        },
      ],
    },
    "found_by": "exchange",
    "late": [],
    "moves": [
      {
        "cause": {"kind": "choice"},
        "chain": ["copy"],
        "delay": -259200,
        "from": "2026-03-05T08:00:00",
        "task": "copy",
        "to": "2026-03-02T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 2.0,
        "bound": 0.0,
        "gap": 0.0,
        "name": "tardiness",
        "reason": {"kind": "trivial"},
        "unit": "weighted days",
        "value": 0.0,
      },
      {
        "before": 4.708333333333333,
        "bound": 1.7083333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "precedence", "tasks": ["copy"]},
        "unit": "days from the program's start",
        "value": 1.7083333333333333,
      },
    ],
    "reassignments": [
      {
        "cause": {
          "held_by": [],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-05T08:00:00",
        },
        "cost_after": 1000,
        "cost_before": 800,
        "from": "ana",
        "market": "GB",
        "message": "`ben` (GB) does it instead of `ana`: `ana` is away until 2026-03-05T08:00:00; costs 1,000.00 instead of 800.00",
        "saving": [2.0, 3.0],
        "task": "copy",
        "to": "ben",
        "work": 57600,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["copy"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "reassigned": [{"from": "ana", "task": "copy", "to": "ben"}],
      "start": "2026-03-02T08:00:00",
      "tasks": [
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
    "status": "optimal",
    "steps": 8,
    "trace": [
      {
        "bound": [0.0, 1.7083333333333333],
        "found_by": "earliest-due",
        "objective": [2.0, 4.708333333333333],
        "step": 1,
      },
      {
        "bound": [0.0, 1.7083333333333333],
        "found_by": "exchange",
        "objective": [0.0, 1.7083333333333333],
        "step": 2,
      },
    ],
  },
} satisfies Case<"level">;

// level: within float, too little
export const level_4 = {
  input: {
    "plan": {
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
    },
  },
  options: {"within_float": true},
  output: {
    "before": {
      "critical_paths": [["x"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
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
        "before": 2.7083333333333335,
        "bound": 2.7083333333333335,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "precedence", "tasks": ["x"]},
        "unit": "days from the program's start",
        "value": 2.7083333333333335,
      },
    ],
    "remaining": [
      {
        "message": "`ana` cannot be relieved within the float of its tasks",
        "overload": {
          "excess": 86400,
          "from": "2026-03-02T09:00:00",
          "peak": 2,
          "resource": "ana",
          "tasks": ["x", "y"],
          "to": "2026-03-04T17:00:00",
        },
        "reason": "within-float",
      },
    ],
    "schedule": {
      "critical_paths": [["x"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
      ],
    },
    "status": "infeasible",
    "steps": 1,
    "trace": [
      {
        "bound": [0.0, 2.7083333333333335],
        "excess": 86400,
        "found_by": "earliest-due",
        "objective": [0.0, 2.7083333333333335],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: least change: one task gives way
export const level_5 = {
  input: {
    "plan": {
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
    },
  },
  options: {
    "objective": ["change", "finish"],
    "reference": {"baseline": "agreed", "kind": "baseline"},
    "steps": 200,
  },
  output: {
    "before": {
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
    "found_by": "given-plan",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": ["x"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-04T08:00:00",
        },
        "chain": ["z"],
        "delay": 86400,
        "from": "2026-03-03T08:00:00",
        "task": "z",
        "to": "2026-03-04T08:00:00",
      },
      {
        "cause": {
          "held_by": ["x", "z"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-05T08:00:00",
        },
        "chain": ["y"],
        "delay": 172800,
        "from": "2026-03-03T08:00:00",
        "task": "y",
        "to": "2026-03-05T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 2.002,
        "bound": 1.001,
        "gap": 0.0020000000000000018,
        "name": "change",
        "reason": {"kind": "moved", "tasks": ["y"]},
        "unit": "moved tasks",
        "value": 1.003,
      },
      {
        "before": 1.7083333333333333,
        "bound": 3.7083333333333335,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["x", "y", "z"]},
        "unit": "days from the program's start",
        "value": 3.7083333333333335,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["y"]],
      "finish": "2026-03-05T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-03T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 57600,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 57600,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 28800,
          "id": "z",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 28800,
        },
      ],
    },
    "status": "feasible",
    "steps": 200,
    "trace": [
      {
        "bound": [1.001, 3.7083333333333335],
        "found_by": "given-plan",
        "objective": [1.003, 3.7083333333333335],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: weights of the options
export const level_6 = {
  input: {
    "plan": {
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
    },
  },
  options: {"weights": {"x": 5.0, "y": 1.0}},
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
    "late": [
      {
        "chain": ["y"],
        "days": 2,
        "deadline": "2026-03-04T00:00:00",
        "finish": "2026-03-05T17:00:00",
        "reason": "resources",
        "task": "y",
        "unavoidable_days": 0,
        "weight": 1.0,
        "weighted": 2.0,
      },
    ],
    "moves": [
      {
        "cause": {
          "held_by": ["x"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-04T09:00:00",
        },
        "chain": ["y"],
        "delay": 172800,
        "from": "2026-03-02T09:00:00",
        "task": "y",
        "to": "2026-03-04T09:00:00",
      },
    ],
    "objective": [
      {
        "before": 0.0,
        "bound": 2.0,
        "gap": 0.0,
        "name": "tardiness",
        "reason": {"kind": "exhausted", "nodes": 5},
        "unit": "weighted days",
        "value": 2.0,
      },
      {
        "before": 1.7083333333333333,
        "bound": 3.7083333333333335,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "exhausted", "nodes": 5},
        "unit": "days from the program's start",
        "value": 3.7083333333333335,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["y"]],
      "finish": "2026-03-05T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "tasks/y/deadline",
          "code": "deadline-missed",
          "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
          "message": "`y` finishes 2 days after its deadline",
          "severity": "warning",
        },
      ],
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
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-04T09:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_days": 2,
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-04T09:00:00",
          "total_float": -57600,
        },
      ],
    },
    "status": "optimal",
    "steps": 54,
    "trace": [
      {
        "bound": [0.0, 3.7083333333333335],
        "found_by": "earliest-due",
        "objective": [2.0, 3.7083333333333335],
        "step": 1,
      },
      {
        "bound": [2.0, 3.7083333333333335],
        "found_by": "earliest-due",
        "objective": [2.0, 3.7083333333333335],
        "step": 54,
      },
    ],
  },
} satisfies Case<"level">;

// level: a predecessor waits within its maximum lag
export const level_7 = {
  input: {
    "plan": {
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
    },
  },
  output: {
    "before": {
      "critical_paths": [["film"]],
      "finish": "2026-03-05T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": false,
          "drivers": ["interview"],
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 28800,
          "id": "clip",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 57600,
        },
        {
          "critical": true,
          "duration": 115200,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "interview",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 57600,
        },
      ],
    },
    "found_by": "earliest-due",
    "late": [],
    "moves": [
      {
        "cause": {"kind": "max_lag", "to": "clip"},
        "chain": ["interview"],
        "delay": 172800,
        "from": "2026-03-02T08:00:00",
        "task": "interview",
        "to": "2026-03-04T08:00:00",
      },
      {
        "cause": {
          "held_by": ["film"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-06T08:00:00",
        },
        "chain": ["clip"],
        "delay": 259200,
        "from": "2026-03-03T08:00:00",
        "task": "clip",
        "to": "2026-03-06T08:00:00",
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
        "before": 3.7083333333333335,
        "bound": 4.708333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["clip", "film"]},
        "unit": "days from the program's start",
        "value": 4.708333333333333,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["clip"]],
      "finish": "2026-03-06T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-06T17:00:00",
          "early_start": "2026-03-06T08:00:00",
          "finish": "2026-03-06T17:00:00",
          "free_float": 0,
          "id": "clip",
          "kind": "task",
          "late_finish": "2026-03-06T17:00:00",
          "late_start": "2026-03-06T08:00:00",
          "start": "2026-03-06T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 115200,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 28800,
          "id": "interview",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 28800,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
    "trace": [
      {
        "bound": [0.0, 4.708333333333333],
        "found_by": "earliest-due",
        "objective": [0.0, 4.708333333333333],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: a started task is split
export const level_8 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "film"}, {"resource": "ana", "task": "press"}],
      "dependencies": [
        {"from": "film", "to": "cut"},
        {"from": "film", "kind": "SS", "lag": "1d", "to": "poster"},
      ],
      "format": "paceline/1",
      "program": {
        "currency": "EUR",
        "name": "p",
        "start": "2026-03-02",
        "status_date": "2026-03-03",
      },
      "resources": [{"id": "ana", "rates": [{"standard": 50.0}]}],
      "tasks": [
        {"duration": "1d", "id": "cut"},
        {
          "duration": "5d",
          "id": "film",
          "progress": {"actual_start": "2026-03-02", "complete": 0.4},
        },
        {"duration": "1d", "id": "poster"},
        {
          "constraints": [{"date": "2026-03-05", "kind": "start_no_earlier_than"}],
          "deadline": "2026-03-05",
          "duration": "1d",
          "id": "press",
          "weight": 10.0,
        },
      ],
    },
  },
  options: {"split_remaining": true},
  output: {
    "before": {
      "critical_paths": [["film", "cut"]],
      "finish": "2026-03-09T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "assignments",
          "code": "unassigned-work",
          "message": "2 tasks with work have nobody assigned",
          "severity": "info",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "drivers": ["film"],
          "duration": 28800,
          "early_finish": "2026-03-09T17:00:00",
          "early_start": "2026-03-09T08:00:00",
          "finish": "2026-03-09T17:00:00",
          "free_float": 0,
          "id": "cut",
          "kind": "task",
          "late_finish": "2026-03-09T17:00:00",
          "late_start": "2026-03-09T08:00:00",
          "start": "2026-03-09T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 144000,
          "early_finish": "2026-03-06T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-06T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-06T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "drivers": ["film"],
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 115200,
          "id": "poster",
          "kind": "task",
          "late_finish": "2026-03-09T17:00:00",
          "late_start": "2026-03-09T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 115200,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "press",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "found_by": "earliest-due",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": ["press"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-06T08:00:00",
        },
        "chain": ["film"],
        "delay": 172800,
        "from": "2026-03-04T08:00:00",
        "kind": "split",
        "task": "film",
        "to": "2026-03-06T08:00:00",
      },
      {
        "cause": {
          "held_by": ["press"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-06T08:00:00",
        },
        "chain": ["cut", "film"],
        "delay": 172800,
        "from": "2026-03-09T08:00:00",
        "task": "cut",
        "to": "2026-03-11T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 0.0,
        "bound": 0.0,
        "gap": 0.0,
        "name": "tardiness",
        "reason": {"kind": "exhausted", "nodes": 5},
        "unit": "weighted days",
        "value": 0.0,
      },
      {
        "before": 7.708333333333333,
        "bound": 9.708333333333334,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "exhausted", "nodes": 5},
        "unit": "days from the program's start",
        "value": 9.708333333333334,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["film", "cut"]],
      "finish": "2026-03-11T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "assignments",
          "code": "unassigned-work",
          "message": "2 tasks with work have nobody assigned",
          "severity": "info",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "drivers": ["film"],
          "duration": 28800,
          "early_finish": "2026-03-11T17:00:00",
          "early_start": "2026-03-11T08:00:00",
          "finish": "2026-03-11T17:00:00",
          "free_float": 0,
          "id": "cut",
          "kind": "task",
          "late_finish": "2026-03-11T17:00:00",
          "late_start": "2026-03-11T08:00:00",
          "start": "2026-03-11T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 144000,
          "early_finish": "2026-03-10T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-10T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-10T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "resume": "2026-03-06T08:00:00",
          "start": "2026-03-02T08:00:00",
          "stop": "2026-03-03T17:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "drivers": ["film"],
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 172800,
          "id": "poster",
          "kind": "task",
          "late_finish": "2026-03-11T17:00:00",
          "late_start": "2026-03-11T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 172800,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "press",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "status": "optimal",
    "steps": 54,
    "trace": [
      {
        "bound": [0.0, 7.708333333333333],
        "found_by": "earliest-due",
        "objective": [0.0, 9.708333333333334],
        "step": 1,
      },
      {
        "bound": [0.0, 9.708333333333334],
        "found_by": "earliest-due",
        "objective": [0.0, 9.708333333333334],
        "step": 54,
      },
    ],
  },
} satisfies Case<"level">;

// level: nothing before the status date
export const level_9 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "x"}, {"resource": "ana", "task": "y"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "1d", "id": "x"}, {"duration": "1d", "id": "y"}],
    },
  },
  options: {"not_before": "2026-03-04"},
  output: {
    "before": {
      "critical_paths": [["x"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-04T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
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
    "found_by": "earliest-due",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": ["x"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-05T08:00:00",
        },
        "chain": ["y"],
        "delay": 86400,
        "from": "2026-03-04T08:00:00",
        "task": "y",
        "to": "2026-03-05T08:00:00",
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
        "before": 2.7083333333333335,
        "bound": 3.7083333333333335,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["x", "y"]},
        "unit": "days from the program's start",
        "value": 3.7083333333333335,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["y"]],
      "finish": "2026-03-05T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-04T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 28800,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-04T08:00:00",
          "total_float": 28800,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-05T17:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-05T17:00:00",
          "late_start": "2026-03-05T08:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
    "trace": [
      {
        "bound": [0.0, 3.7083333333333335],
        "found_by": "earliest-due",
        "objective": [0.0, 3.7083333333333335],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: nobody may be exchanged
export const level_10 = {
  input: {
    "plan": {
      "assignments": [
        {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "brief"},
        {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
      ],
      "format": "paceline/1",
      "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
      "resources": [
        {
          "id": "ana",
          "market": "US",
          "rates": [{"per": "day", "standard": 400}],
          "role": "designer",
        },
        {
          "id": "ben",
          "market": "GB",
          "rates": [{"per": "day", "standard": 500}],
          "role": "designer",
        },
        {"id": "cy", "role": "writer"},
      ],
      "tasks": [
        {"duration": "3d", "id": "brief"},
        {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
      ],
    },
  },
  options: {"reassign": 0},
  output: {
    "before": {
      "critical_paths": [["brief"]],
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
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
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
        "before": 2.7083333333333335,
        "bound": 4.708333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["brief", "copy"]},
        "unit": "days from the program's start",
        "value": 4.708333333333333,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["brief"]],
      "finish": "2026-03-06T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-06T17:00:00",
          "early_start": "2026-03-04T08:00:00",
          "finish": "2026-03-06T17:00:00",
          "free_float": 0,
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-06T17:00:00",
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
    "trace": [
      {
        "bound": [0.0, 4.708333333333333],
        "found_by": "earliest-due",
        "objective": [0.0, 4.708333333333333],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: a senior is faster
export const level_11 = {
  input: {
    "plan": {
      "assignments": [
        {
          "alternatives": [{"duration": "1d", "resource": "ben"}],
          "resource": "ana",
          "task": "brief",
        },
        {"resource": "ana", "task": "copy"},
      ],
      "format": "paceline/1",
      "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
      "resources": [
        {
          "id": "ana",
          "market": "US",
          "rates": [{"per": "day", "standard": 400}],
          "role": "designer",
        },
        {
          "id": "ben",
          "market": "GB",
          "rates": [{"per": "day", "standard": 500}],
          "role": "designer",
        },
        {"id": "cy", "role": "writer"},
      ],
      "tasks": [
        {"duration": "3d", "id": "brief"},
        {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
      ],
    },
  },
  output: {
    "before": {
      "critical_paths": [["brief"]],
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
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
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
    "found_by": "exchange",
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
        "before": 2.7083333333333335,
        "bound": 1.7083333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "precedence", "tasks": ["copy"]},
        "unit": "days from the program's start",
        "value": 1.7083333333333333,
      },
    ],
    "reassignments": [
      {
        "cause": {
          "held_by": ["copy"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-04T08:00:00",
        },
        "cost_after": 500,
        "cost_before": 1200,
        "from": "ana",
        "market": "GB",
        "message": "`ben` (GB) does it instead of `ana`: `ana` is busy with `copy`; costs 500.00 instead of 1,200.00",
        "saving": [2.0, 3.0],
        "task": "brief",
        "to": "ben",
        "work": 28800,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["copy"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "reassigned": [{"from": "ana", "task": "brief", "to": "ben"}],
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
    "status": "optimal",
    "steps": 8,
    "trace": [
      {
        "bound": [0.0, 1.7083333333333333],
        "found_by": "earliest-due",
        "objective": [0.0, 4.708333333333333],
        "step": 1,
      },
      {
        "bound": [0.0, 1.7083333333333333],
        "found_by": "exchange",
        "objective": [0.0, 1.7083333333333333],
        "step": 2,
      },
    ],
  },
} satisfies Case<"level">;

// level: even load within float
export const level_12 = {
  input: {
    "plan": {
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
    },
  },
  options: {"objective": ["even_load"], "steps": 50, "within_float": true},
  output: {
    "before": {
      "critical_paths": [["a"]],
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
          "id": "a",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 57600,
          "id": "b",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 57600,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 57600,
          "id": "c",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 57600,
        },
      ],
    },
    "found_by": "single-moves",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": ["a", "b"],
          "kind": "resource",
          "resource": "crew",
          "until": "2026-03-03T08:00:00",
        },
        "chain": ["c"],
        "delay": 86400,
        "from": "2026-03-02T08:00:00",
        "task": "c",
        "to": "2026-03-03T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 11.0,
        "bound": 8.333333333333334,
        "gap": 0.6666666666666661,
        "name": "even_load",
        "reason": {"kind": "spread"},
        "unit": "squared days",
        "value": 9.0,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["a"]],
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
          "id": "a",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 57600,
          "id": "b",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 57600,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 28800,
          "id": "c",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 28800,
        },
      ],
    },
    "status": "feasible",
    "steps": 50,
    "trace": [
      {"bound": [8.333333333333334], "found_by": "earliest-due", "objective": [11.0], "step": 1},
      {"bound": [8.333333333333334], "found_by": "single-moves", "objective": [9.0], "step": 50},
    ],
  },
} satisfies Case<"level">;

// level: late by links alone
export const level_13 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "film"}],
      "dependencies": [{"from": "film", "to": "live"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [
        {"duration": "3d", "id": "film"},
        {"deadline": "2026-03-03", "id": "live", "milestone": "start", "weight": 3.0},
      ],
    },
  },
  output: {
    "before": {
      "critical_paths": [["film", "live"]],
      "finish": "2026-03-05T08:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "tasks/live/deadline",
          "code": "deadline-missed",
          "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
          "message": "`live` finishes 2 days after its deadline",
          "severity": "warning",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-02-27T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": -28800,
        },
        {
          "critical": true,
          "drivers": ["film"],
          "duration": 0,
          "early_finish": "2026-03-05T08:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T08:00:00",
          "free_float": 0,
          "id": "live",
          "kind": "milestone",
          "late_days": 2,
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T17:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": -28800,
        },
      ],
    },
    "found_by": "earliest-due",
    "late": [
      {
        "chain": ["film", "live"],
        "days": 2,
        "deadline": "2026-03-04T00:00:00",
        "finish": "2026-03-05T08:00:00",
        "reason": "precedence",
        "task": "live",
        "unavoidable_chain": ["film", "live"],
        "unavoidable_days": 2,
        "weight": 3.0,
        "weighted": 6.0,
      },
    ],
    "moves": [],
    "objective": [
      {
        "before": 6.0,
        "bound": 6.0,
        "gap": 0.0,
        "name": "tardiness",
        "reason": {"kind": "precedence", "tasks": ["live"]},
        "unit": "weighted days",
        "value": 6.0,
      },
      {
        "before": 3.3333333333333335,
        "bound": 3.3333333333333335,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "precedence", "tasks": ["film", "live"]},
        "unit": "days from the program's start",
        "value": 3.3333333333333335,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["film", "live"]],
      "finish": "2026-03-05T08:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "tasks/live/deadline",
          "code": "deadline-missed",
          "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
          "message": "`live` finishes 2 days after its deadline",
          "severity": "warning",
        },
      ],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-02-27T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": -28800,
        },
        {
          "critical": true,
          "drivers": ["film"],
          "duration": 0,
          "early_finish": "2026-03-05T08:00:00",
          "early_start": "2026-03-05T08:00:00",
          "finish": "2026-03-05T08:00:00",
          "free_float": 0,
          "id": "live",
          "kind": "milestone",
          "late_days": 2,
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T17:00:00",
          "start": "2026-03-05T08:00:00",
          "total_float": -28800,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
    "trace": [
      {
        "bound": [6.0, 3.3333333333333335],
        "found_by": "earliest-due",
        "objective": [6.0, 3.3333333333333335],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: one campaign only
export const level_14 = {
  input: {
    "plan": {
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
        {
          "campaign": "teaser",
          "deadline": "2026-03-02",
          "duration": "1d",
          "id": "x",
          "weight": 5,
        },
        {"campaign": "launch", "duration": "1d", "id": "y"},
      ],
    },
  },
  options: {"campaigns": ["teaser"]},
  output: {
    "before": {
      "critical_paths": [["x"]],
      "finish": "2026-03-02T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
      ],
    },
    "found_by": "earliest-due",
    "late": [
      {
        "chain": ["x"],
        "days": 1,
        "deadline": "2026-03-03T00:00:00",
        "finish": "2026-03-03T17:00:00",
        "reason": "resources",
        "task": "x",
        "unavoidable_days": 0,
        "weight": 5.0,
        "weighted": 5.0,
      },
    ],
    "moves": [
      {
        "cause": {
          "held_by": ["y"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-03T09:00:00",
        },
        "chain": ["x"],
        "delay": 86400,
        "from": "2026-03-02T09:00:00",
        "task": "x",
        "to": "2026-03-03T09:00:00",
      },
    ],
    "objective": [
      {
        "before": 0.0,
        "bound": 5.0,
        "gap": 0.0,
        "name": "tardiness",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["x", "y"]},
        "unit": "weighted days",
        "value": 5.0,
      },
      {
        "before": 0.7083333333333334,
        "bound": 1.7083333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["x", "y"]},
        "unit": "days from the program's start",
        "value": 1.7083333333333333,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["x"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "issues": [
        {
          "at": "tasks/x/deadline",
          "code": "deadline-missed",
          "help": "shorten what drives it, move the deadline, or level with tardiness as the objective",
          "message": "`x` finishes 1 day after its deadline",
          "severity": "warning",
        },
      ],
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T09:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "x",
          "kind": "task",
          "late_days": 1,
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-03T09:00:00",
          "total_float": -28800,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "y",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 28800,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
    "trace": [
      {
        "bound": [5.0, 1.7083333333333333],
        "found_by": "earliest-due",
        "objective": [5.0, 1.7083333333333333],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: least change: a schedule as the reference
export const level_15 = {
  input: {
    "plan": {
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
    },
  },
  options: {
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
          {
            "critical": true,
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
  },
  output: {
    "before": {
      "critical_paths": [["x"]],
      "finish": "2026-03-02T17:00:00",
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
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
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
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "z",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
    "found_by": "given-plan",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": ["z"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-03T08:00:00",
        },
        "chain": ["x"],
        "delay": 86400,
        "from": "2026-03-02T08:00:00",
        "task": "x",
        "to": "2026-03-03T08:00:00",
      },
      {
        "cause": {
          "held_by": ["x", "z"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-04T08:00:00",
        },
        "chain": ["y"],
        "delay": 172800,
        "from": "2026-03-02T08:00:00",
        "task": "y",
        "to": "2026-03-04T08:00:00",
      },
    ],
    "objective": [
      {
        "before": 2.003,
        "bound": 0.0,
        "gap": 0.0,
        "name": "change",
        "reason": {"kind": "trivial"},
        "unit": "moved tasks",
        "value": 0.0,
      },
      {
        "before": 0.7083333333333334,
        "bound": 2.7083333333333335,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["x", "y", "z"]},
        "unit": "days from the program's start",
        "value": 2.7083333333333335,
      },
    ],
    "remaining": [],
    "schedule": {
      "critical_paths": [["y"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 28800,
          "id": "x",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 28800,
        },
        {
          "critical": true,
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
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 57600,
          "id": "z",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-04T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 57600,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
    "trace": [
      {
        "bound": [0.0, 2.7083333333333335],
        "found_by": "given-plan",
        "objective": [0.0, 2.7083333333333335],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// level: one resource only
export const level_16 = {
  input: {
    "plan": {
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
    },
  },
  options: {"resources": ["ana"]},
  output: {
    "before": {
      "critical_paths": [["a"]],
      "finish": "2026-03-02T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "a",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "b",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "c",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 0,
          "id": "d",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 0,
        },
      ],
    },
    "found_by": "earliest-due",
    "late": [],
    "moves": [
      {
        "cause": {
          "held_by": ["a"],
          "kind": "resource",
          "resource": "ana",
          "until": "2026-03-03T09:00:00",
        },
        "chain": ["b"],
        "delay": 86400,
        "from": "2026-03-02T09:00:00",
        "task": "b",
        "to": "2026-03-03T09:00:00",
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
        "before": 0.7083333333333334,
        "bound": 1.7083333333333333,
        "gap": 0.0,
        "name": "finish",
        "reason": {"kind": "energy", "resource": "ana", "tasks": ["a", "b"]},
        "unit": "days from the program's start",
        "value": 1.7083333333333333,
      },
    ],
    "remaining": [
      {
        "message": "`bo` is not among the resources to level",
        "overload": {
          "excess": 28800,
          "from": "2026-03-02T09:00:00",
          "peak": 2,
          "resource": "bo",
          "tasks": ["c", "d"],
          "to": "2026-03-02T17:00:00",
        },
        "reason": "out-of-scope",
      },
    ],
    "schedule": {
      "critical_paths": [["b"]],
      "finish": "2026-03-03T17:00:00",
      "format": "paceline-schedule/1",
      "start": "2026-03-02T09:00:00",
      "tasks": [
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "a",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 28800,
        },
        {
          "critical": true,
          "duration": 28800,
          "early_finish": "2026-03-03T17:00:00",
          "early_start": "2026-03-03T09:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "b",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T09:00:00",
          "start": "2026-03-03T09:00:00",
          "total_float": 0,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "c",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 28800,
        },
        {
          "critical": false,
          "duration": 28800,
          "early_finish": "2026-03-02T17:00:00",
          "early_start": "2026-03-02T09:00:00",
          "finish": "2026-03-02T17:00:00",
          "free_float": 28800,
          "id": "d",
          "kind": "task",
          "late_finish": "2026-03-03T17:00:00",
          "late_start": "2026-03-03T09:00:00",
          "start": "2026-03-02T09:00:00",
          "total_float": 28800,
        },
      ],
    },
    "status": "optimal",
    "steps": 1,
    "trace": [
      {
        "bound": [0.0, 1.7083333333333333],
        "found_by": "earliest-due",
        "objective": [0.0, 1.7083333333333333],
        "step": 1,
      },
    ],
  },
} satisfies Case<"level">;

// apply_leveling: one person, two tasks
export const apply_leveling_1 = {
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

// check: an exchange that is not allowed
export const check_2 = {
  input: {
    "plan": {
      "assignments": [
        {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "brief"},
        {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
      ],
      "format": "paceline/1",
      "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
      "resources": [
        {
          "id": "ana",
          "market": "US",
          "rates": [{"per": "day", "standard": 400}],
          "role": "designer",
        },
        {
          "id": "ben",
          "market": "GB",
          "rates": [{"per": "day", "standard": 500}],
          "role": "designer",
        },
        {"id": "cy", "role": "writer"},
      ],
      "tasks": [
        {"duration": "3d", "id": "brief"},
        {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
      ],
    },
    "schedule": {
      "critical_paths": [["brief"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "reassigned": [{"from": "ana", "task": "copy", "to": "cy"}],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
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
    "overloads": [
      {
        "excess": 57600,
        "from": "2026-03-02T08:00:00",
        "peak": 2,
        "resource": "ana",
        "tasks": ["brief", "copy"],
        "to": "2026-03-03T17:00:00",
      },
    ],
    "violations": [
      {
        "at": "reassigned/copy/ana",
        "code": "not-an-alternative",
        "message": "`cy` is no alternative for `ana` on task `copy`",
        "severity": "error",
      },
    ],
  },
} satisfies Case<"check">;

// check: absence, skill and the past
export const check_3 = {
  input: {
    "plan": {
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
    },
    "schedule": {
      "critical_paths": [["film"]],
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
          "finish": "2026-03-03T17:00:00",
          "free_float": 57600,
          "id": "edit",
          "kind": "task",
          "late_finish": "2026-03-02T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-03T08:00:00",
          "total_float": 0,
        },
        {
          "critical": true,
          "duration": 57600,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-03T17:00:00",
          "free_float": 0,
          "id": "film",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
          "total_float": 0,
        },
      ],
    },
  },
  output: {
    "violations": [
      {
        "at": "program",
        "code": "wrong-program-dates",
        "message": "the schedule is from 2026-03-02T08:00:00 to 2026-03-04T17:00:00, its tasks are from 2026-03-02T08:00:00 to 2026-03-03T17:00:00",
        "severity": "error",
      },
      {
        "at": "tasks/edit/finish",
        "code": "actual-moved",
        "help": "what has happened does not move",
        "message": "`edit` has an actual finish of 2026-03-02T17:00:00 but is at 2026-03-03T17:00:00",
        "severity": "error",
      },
      {
        "at": "tasks/edit/start",
        "code": "actual-moved",
        "help": "what has happened does not move",
        "message": "`edit` has an actual start of 2026-03-02T08:00:00 but is at 2026-03-03T08:00:00",
        "severity": "error",
      },
      {
        "at": "tasks/film/early_start",
        "code": "wrong-early-dates",
        "message": "task `film` is from 2026-03-02T08:00:00 to 2026-03-03T17:00:00, before its early dates 2026-03-02T08:00:00 and 2026-03-04T17:00:00",
        "severity": "error",
      },
      {
        "at": "tasks/film/finish",
        "code": "wrong-finish",
        "message": "task `film` starts at 2026-03-02T08:00:00 and finishes at 2026-03-03T17:00:00, its work ends at 2026-03-04T17:00:00",
        "severity": "error",
      },
      {
        "at": "tasks/film/skills/camera",
        "code": "skill-not-covered",
        "message": "task `film` needs `camera` at level 3; the best of those assigned has level 2",
        "severity": "error",
      },
    ],
  },
} satisfies Case<"check">;

// check_leveled: leveled with an exchange
export const check_leveled_1 = {
  input: {
    "after": {
      "critical_paths": [["brief"]],
      "finish": "2026-03-04T17:00:00",
      "format": "paceline-schedule/1",
      "reassigned": [{"from": "ana", "task": "copy", "to": "ben"}],
      "start": "2026-03-02T08:00:00",
      "tasks": [
        {
          "critical": true,
          "duration": 86400,
          "early_finish": "2026-03-04T17:00:00",
          "early_start": "2026-03-02T08:00:00",
          "finish": "2026-03-04T17:00:00",
          "free_float": 0,
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
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
    "before": {
      "critical_paths": [["brief"]],
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
          "id": "brief",
          "kind": "task",
          "late_finish": "2026-03-04T17:00:00",
          "late_start": "2026-03-02T08:00:00",
          "start": "2026-03-02T08:00:00",
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
    "plan": {
      "assignments": [
        {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "brief"},
        {"alternatives": [{"any": {"role": "designer"}}], "resource": "ana", "task": "copy"},
      ],
      "format": "paceline/1",
      "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
      "resources": [
        {
          "id": "ana",
          "market": "US",
          "rates": [{"per": "day", "standard": 400}],
          "role": "designer",
        },
        {
          "id": "ben",
          "market": "GB",
          "rates": [{"per": "day", "standard": 500}],
          "role": "designer",
        },
        {"id": "cy", "role": "writer"},
      ],
      "tasks": [
        {"duration": "3d", "id": "brief"},
        {"deadline": "2026-03-04", "duration": "2d", "id": "copy"},
      ],
    },
  },
  output: {},
} satisfies Case<"check_leveled">;

// compare: an applied leveling, with the earlier plan
export const compare_1 = {
  input: {
    "after": {
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
    "plan": {
      "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [
        {"duration": "1d", "id": "brief", "leveling_delay": "2ed"},
        {"duration": "2d", "id": "copy"},
      ],
    },
    "was": {
      "assignments": [{"resource": "ana", "task": "brief"}, {"resource": "ana", "task": "copy"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana"}],
      "tasks": [{"duration": "1d", "id": "brief"}, {"duration": "2d", "id": "copy"}],
    },
  },
  output: {
    "added": [],
    "finish_after": "2026-03-04T17:00:00",
    "finish_before": "2026-03-03T17:00:00",
    "finish_delay": 86400,
    "late_after": 0,
    "late_before": 0,
    "no_longer_critical": ["copy"],
    "now_critical": ["brief"],
    "removed": [],
    "shifts": [
      {
        "cause": {"changed": ["leveling_delay"], "kind": "own"},
        "finish_after": "2026-03-04T17:00:00",
        "finish_before": "2026-03-02T17:00:00",
        "finish_delay": 172800,
        "late_days_after": 0,
        "late_days_before": 0,
        "message": "starts 2026-03-04 08:00 instead of 2026-03-02 08:00, because its leveling delay changed",
        "origin": "brief",
        "start_after": "2026-03-04T08:00:00",
        "start_before": "2026-03-02T08:00:00",
        "start_delay": 172800,
        "task": "brief",
      },
    ],
  },
} satisfies Case<"compare">;

// float_paths: to a task, by total float, one path
export const float_paths_1 = {
  input: {
    "plan": {
      "dependencies": [{"from": "a", "to": "b"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "tasks": [
        {"duration": "2d", "id": "a"},
        {"duration": "1d", "id": "b"},
        {"duration": "5d", "id": "x"},
      ],
    },
  },
  options: {"order": "total_float", "paths": 1, "to": "b"},
  output: {
    "paths": [{"number": 1, "relationship_float": 0, "tasks": ["a", "b"], "total_float": 57600}],
    "tasks": [
      {
        "critical": false,
        "free_float": 0,
        "id": "a",
        "interfering_float": 57600,
        "path": 1,
        "total_float": 57600,
      },
      {
        "critical": false,
        "free_float": 57600,
        "id": "b",
        "interfering_float": 0,
        "path": 1,
        "total_float": 57600,
      },
      {"critical": true, "free_float": 0, "id": "x", "interfering_float": 0, "total_float": 0},
    ],
    "to": "b",
  },
} satisfies Case<"float_paths">;

// float_paths: three chains to one end
export const float_paths_2 = {
  input: {
    "plan": {
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
    },
  },
  options: {"near_critical": "1d"},
  output: {
    "paths": [
      {"number": 1, "relationship_float": 0, "tasks": ["a", "end"], "total_float": 0},
      {
        "joins": "end",
        "number": 2,
        "relationship_float": 28800,
        "tasks": ["b"],
        "total_float": 28800,
      },
      {
        "joins": "end",
        "number": 3,
        "relationship_float": 57600,
        "tasks": ["c"],
        "total_float": 57600,
      },
    ],
    "tasks": [
      {
        "critical": true,
        "drag": 28800,
        "free_float": 0,
        "id": "a",
        "interfering_float": 0,
        "path": 1,
        "total_float": 0,
      },
      {
        "critical": false,
        "free_float": 28800,
        "id": "b",
        "interfering_float": 0,
        "near_critical": true,
        "path": 2,
        "total_float": 28800,
      },
      {
        "critical": false,
        "free_float": 57600,
        "id": "c",
        "interfering_float": 0,
        "path": 3,
        "total_float": 57600,
      },
      {
        "critical": true,
        "drag": 28800,
        "free_float": 0,
        "id": "end",
        "interfering_float": 0,
        "path": 1,
        "total_float": 0,
      },
    ],
    "to": "end",
  },
} satisfies Case<"float_paths">;

// load: two mornings, day by day
export const load_1 = {
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

// load: material is never overloaded
export const load_2 = {
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

// load: availability over time
export const load_3 = {
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

// cost: half a person, summary
export const cost_1 = {
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
export const cost_2 = {
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

// cost: Spring fair
export const cost_3 = {
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
  output: {
    "budget": {"budget": 5000, "overspent": false, "variance": 120},
    "campaigns": [
      {"campaign": "launch", "cost": {"fixed": 1200, "labor": 2240, "total": 3440}},
      {
        "budget": {"budget": 2500, "overspent": false, "variance": 1060},
        "campaign": "tease",
        "cost": {"labor": 1440, "total": 1440},
      },
    ],
    "cost": {"fixed": 1200, "labor": 3680, "total": 4880},
    "currency": "EUR",
    "no_campaign": {"total": 0},
    "resources": [
      {"amount": 2880, "resource": "ana", "work": 172800},
      {"amount": 800, "resource": "bo", "work": 57600},
    ],
    "tasks": [
      {"cost": {"labor": 480, "total": 480}, "task": "brief"},
      {"cost": {"labor": 960, "total": 960}, "task": "copy"},
      {"cost": {"labor": 800, "total": 800}, "task": "cut"},
      {"cost": {"fixed": 1200, "labor": 1440, "total": 2640}, "task": "film"},
      {"cost": {"total": 0}, "task": "live"},
      {"cost": {"total": 0}, "task": "post"},
      {"cost": {"labor": 1440, "total": 1440}, "task": "teaser"},
    ],
  },
} satisfies Case<"cost">;

// set_baseline: of the plan's own dates
export const set_baseline_1 = {
  input: {
    "plan": {
      "assignments": [{"resource": "ana", "task": "a"}],
      "baselines": [],
      "campaigns": [{"id": "c"}],
      "dependencies": [{"from": "a", "to": "b"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [{"id": "ana", "rates": [{"standard": 60}]}],
      "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
    },
  },
  output: {
    "assignments": [{"resource": "ana", "task": "a"}],
    "baselines": [
      {
        "at": "2026-03-02",
        "id": "baseline-0",
        "tasks": [
          {
            "cost": 960,
            "duration": "2d",
            "finish": "2026-03-03T17:00",
            "start": "2026-03-02T08:00",
            "task": "a",
            "work": "2d",
          },
          {
            "duration": "1d",
            "finish": "2026-03-04T17:00",
            "start": "2026-03-04T08:00",
            "task": "b",
            "work": "0d",
          },
        ],
      },
    ],
    "campaigns": [{"id": "c"}],
    "dependencies": [{"from": "a", "to": "b"}],
    "format": "paceline/1",
    "program": {"name": "p", "start": "2026-03-02"},
    "resources": [{"id": "ana", "rates": [{"standard": 60}]}],
    "tasks": [{"duration": "2d", "id": "a"}, {"duration": "1d", "id": "b"}],
  },
} satisfies Case<"set_baseline">;

// set_baseline: one of the same id is replaced
export const set_baseline_2 = {
  input: {
    "plan": {
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
    },
  },
  options: {"at": "2026-03-05", "id": "agreed"},
  output: {
    "assignments": [{"resource": "ana", "task": "a"}],
    "baselines": [
      {
        "at": "2026-03-05",
        "id": "agreed",
        "tasks": [
          {
            "cost": 1440,
            "duration": "3d",
            "finish": "2026-03-04T17:00",
            "start": "2026-03-02T08:00",
            "task": "a",
            "work": "3d",
          },
          {
            "duration": "1d",
            "finish": "2026-03-05T17:00",
            "start": "2026-03-05T08:00",
            "task": "b",
            "work": "0d",
          },
          {
            "duration": "1d",
            "finish": "2026-03-02T17:00",
            "start": "2026-03-02T08:00",
            "task": "x",
            "work": "0d",
          },
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
  },
} satisfies Case<"set_baseline">;

// variance: a day late
export const variance_1 = {
  input: {
    "plan": {
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
    },
  },
  options: {"baseline": "agreed"},
  output: {
    "added": ["x"],
    "at": "2026-03-02",
    "baseline": "agreed",
    "campaigns": [
      {
        "campaign": "c",
        "variance": {
          "baseline_cost": 960,
          "baseline_duration": 57600,
          "baseline_finish": "2026-03-03T17:00:00",
          "baseline_start": "2026-03-02T08:00:00",
          "baseline_work": 57600,
          "cost": 1440,
          "cost_variance": 480,
          "duration": 86400,
          "duration_variance": 28800,
          "finish": "2026-03-04T17:00:00",
          "finish_variance": 28800,
          "start": "2026-03-02T08:00:00",
          "start_variance": 0,
          "work": 86400,
          "work_variance": 28800,
        },
      },
    ],
    "program": {
      "baseline_cost": 960,
      "baseline_duration": 86400,
      "baseline_finish": "2026-03-05T00:00:00",
      "baseline_start": "2026-03-02T08:00:00",
      "cost": 1440,
      "cost_variance": 480,
      "duration": 115200,
      "duration_variance": 28800,
      "finish": "2026-03-05T17:00:00",
      "finish_variance": 28800,
      "start": "2026-03-02T08:00:00",
      "start_variance": 0,
      "work": 86400,
    },
    "tasks": [
      {
        "task": "a",
        "variance": {
          "baseline_cost": 960,
          "baseline_duration": 57600,
          "baseline_finish": "2026-03-03T17:00:00",
          "baseline_start": "2026-03-02T08:00:00",
          "baseline_work": 57600,
          "cost": 1440,
          "cost_variance": 480,
          "duration": 86400,
          "duration_variance": 28800,
          "finish": "2026-03-04T17:00:00",
          "finish_variance": 28800,
          "start": "2026-03-02T08:00:00",
          "start_variance": 0,
          "work": 86400,
          "work_variance": 28800,
        },
      },
      {
        "task": "b",
        "variance": {
          "baseline_cost": 0,
          "baseline_finish": "2026-03-05T00:00:00",
          "baseline_start": "2026-03-04T00:00:00",
          "cost": 0,
          "cost_variance": 0,
          "duration": 28800,
          "finish": "2026-03-05T17:00:00",
          "finish_variance": 28800,
          "start": "2026-03-05T08:00:00",
          "start_variance": 28800,
          "work": 0,
        },
      },
    ],
  },
} satisfies Case<"variance">;

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

// earned_value: the rest as budgeted
export const earned_value_3 = {
  input: {
    "items": [
      {"actual_cost": 4200, "budget": 4000, "earned": 1, "item": "positioning", "planned": 1},
      {"actual_cost": 18000, "budget": 18000, "earned": 1, "item": "visual kit", "planned": 1},
      {
        "actual_cost": 33600,
        "budget": 42000,
        "earned": 0.6,
        "item": "hero video",
        "planned": 0.8,
      },
      {
        "actual_cost": 12000,
        "budget": 30000,
        "earned": 0.4,
        "item": "creator fees",
        "planned": 0.5,
      },
      {"actual_cost": 17500, "budget": 60000, "earned": 0.3, "item": "media", "planned": 0.3},
      {"actual_cost": 24100, "budget": 51000, "earned": 0.4, "item": "internal", "planned": 0.45},
    ],
  },
  options: "budget",
  output: {
    "items": [
      {
        "forecast": 30000,
        "item": "creator fees",
        "value": {
          "ac": 12000,
          "bac": 30000,
          "complete_share": 0.4,
          "cpi": 1.0,
          "critical_ratio": 0.8,
          "cv": 0,
          "cv_share": 0.0,
          "eac": 30000,
          "etc": 18000,
          "ev": 12000,
          "forecasts": {"budget": 30000, "cpi": 30000, "cpi_spi": 34500},
          "pv": 15000,
          "spent_share": 0.4,
          "spi": 0.8,
          "sv": -3000,
          "sv_share": -0.2,
          "tcpi_bac": 1.0,
          "tcpi_eac": 1.0,
          "vac": 0,
        },
      },
      {
        "forecast": 50400,
        "item": "hero video",
        "value": {
          "ac": 33600,
          "bac": 42000,
          "complete_share": 0.6,
          "cpi": 0.75,
          "critical_ratio": 0.5625,
          "cv": -8400,
          "cv_share": -0.3333333333333333,
          "eac": 50400,
          "etc": 16800,
          "ev": 25200,
          "forecasts": {"budget": 50400, "cpi": 56000, "cpi_spi": 63466.67},
          "pv": 33600,
          "spent_share": 0.8,
          "spi": 0.75,
          "sv": -8400,
          "sv_share": -0.25,
          "tcpi_bac": 2.0,
          "tcpi_eac": 1.0,
          "vac": -8400,
        },
      },
      {
        "forecast": 54700,
        "item": "internal",
        "value": {
          "ac": 24100,
          "bac": 51000,
          "complete_share": 0.4,
          "cpi": 0.8464730290456431,
          "critical_ratio": 0.7524204702627939,
          "cv": -3700,
          "cv_share": -0.18137254901960784,
          "eac": 54700,
          "etc": 30600,
          "ev": 20400,
          "forecasts": {"budget": 54700, "cpi": 60250, "cpi_spi": 64768.75},
          "pv": 22950,
          "spent_share": 0.4725490196078431,
          "spi": 0.8888888888888888,
          "sv": -2550,
          "sv_share": -0.1111111111111111,
          "tcpi_bac": 1.137546468401487,
          "tcpi_eac": 1.0,
          "vac": -3700,
        },
      },
      {
        "forecast": 59500,
        "item": "media",
        "value": {
          "ac": 17500,
          "bac": 60000,
          "complete_share": 0.3,
          "cpi": 1.0285714285714285,
          "critical_ratio": 1.0285714285714285,
          "cv": 500,
          "cv_share": 0.027777777777777776,
          "eac": 59500,
          "etc": 42000,
          "ev": 18000,
          "forecasts": {"budget": 59500, "cpi": 58333.33, "cpi_spi": 58333.33},
          "pv": 18000,
          "spent_share": 0.2916666666666667,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "tcpi_bac": 0.9882352941176471,
          "tcpi_eac": 1.0,
          "vac": 500,
        },
      },
      {
        "forecast": 4200,
        "item": "positioning",
        "value": {
          "ac": 4200,
          "bac": 4000,
          "complete_share": 1.0,
          "cpi": 0.9523809523809523,
          "critical_ratio": 0.9523809523809523,
          "cv": -200,
          "cv_share": -0.05,
          "eac": 4200,
          "etc": 0,
          "ev": 4000,
          "forecasts": {"bottom_up": 4200, "budget": 4200, "cpi": 4200, "cpi_spi": 4200},
          "pv": 4000,
          "spent_share": 1.05,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "tcpi_bac": 0.0,
          "vac": -200,
        },
      },
      {
        "forecast": 18000,
        "item": "visual kit",
        "value": {
          "ac": 18000,
          "bac": 18000,
          "complete_share": 1.0,
          "cpi": 1.0,
          "critical_ratio": 1.0,
          "cv": 0,
          "cv_share": 0.0,
          "eac": 18000,
          "etc": 0,
          "ev": 18000,
          "forecasts": {"bottom_up": 18000, "budget": 18000, "cpi": 18000, "cpi_spi": 18000},
          "pv": 18000,
          "spent_share": 1.0,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "vac": 0,
        },
      },
    ],
    "method": "budget",
    "total": {
      "ac": 109400,
      "bac": 205000,
      "complete_share": 0.47609756097560973,
      "cpi": 0.8921389396709324,
      "critical_ratio": 0.7805715868389331,
      "cv": -11800,
      "cv_share": -0.12090163934426229,
      "eac": 216800,
      "etc": 107400,
      "ev": 97600,
      "forecasts": {"budget": 216800, "cpi": 229784.84, "cpi_spi": 246991.48},
      "pv": 111550,
      "spent_share": 0.5336585365853659,
      "spi": 0.8749439713133124,
      "sv": -13950,
      "sv_share": -0.12505602868668758,
      "tcpi_bac": 1.1234309623430963,
      "tcpi_eac": 1.0,
      "vac": -11800,
    },
  },
} satisfies Case<"earned_value">;

// earned_value: as dear and as late
export const earned_value_4 = {
  input: {
    "items": [
      {"actual_cost": 4200, "budget": 4000, "earned": 1, "item": "positioning", "planned": 1},
      {"actual_cost": 18000, "budget": 18000, "earned": 1, "item": "visual kit", "planned": 1},
      {
        "actual_cost": 33600,
        "budget": 42000,
        "earned": 0.6,
        "item": "hero video",
        "planned": 0.8,
      },
      {
        "actual_cost": 12000,
        "budget": 30000,
        "earned": 0.4,
        "item": "creator fees",
        "planned": 0.5,
      },
      {"actual_cost": 17500, "budget": 60000, "earned": 0.3, "item": "media", "planned": 0.3},
      {"actual_cost": 24100, "budget": 51000, "earned": 0.4, "item": "internal", "planned": 0.45},
    ],
  },
  options: "cpi_spi",
  output: {
    "items": [
      {
        "forecast": 35060.03,
        "item": "creator fees",
        "value": {
          "ac": 12000,
          "bac": 30000,
          "complete_share": 0.4,
          "cpi": 1.0,
          "critical_ratio": 0.8,
          "cv": 0,
          "cv_share": 0.0,
          "eac": 34500,
          "etc": 22500,
          "ev": 12000,
          "forecasts": {"budget": 30000, "cpi": 30000, "cpi_spi": 34500},
          "pv": 15000,
          "spent_share": 0.4,
          "spi": 0.8,
          "sv": -3000,
          "sv_share": -0.2,
          "tcpi_bac": 1.0,
          "tcpi_eac": 0.8,
          "vac": -4500,
        },
      },
      {
        "forecast": 55122.69,
        "item": "hero video",
        "value": {
          "ac": 33600,
          "bac": 42000,
          "complete_share": 0.6,
          "cpi": 0.75,
          "critical_ratio": 0.5625,
          "cv": -8400,
          "cv_share": -0.3333333333333333,
          "eac": 63466.67,
          "etc": 29866.67,
          "ev": 25200,
          "forecasts": {"budget": 50400, "cpi": 56000, "cpi_spi": 63466.67},
          "pv": 33600,
          "spent_share": 0.8,
          "spi": 0.75,
          "sv": -8400,
          "sv_share": -0.25,
          "tcpi_bac": 2.0,
          "tcpi_eac": 0.5625,
          "vac": -21466.67,
        },
      },
      {
        "forecast": 63302.04,
        "item": "internal",
        "value": {
          "ac": 24100,
          "bac": 51000,
          "complete_share": 0.4,
          "cpi": 0.8464730290456431,
          "critical_ratio": 0.7524204702627939,
          "cv": -3700,
          "cv_share": -0.18137254901960784,
          "eac": 64768.75,
          "etc": 40668.75,
          "ev": 20400,
          "forecasts": {"budget": 54700, "cpi": 60250, "cpi_spi": 64768.75},
          "pv": 22950,
          "spent_share": 0.4725490196078431,
          "spi": 0.8888888888888888,
          "sv": -2550,
          "sv_share": -0.1111111111111111,
          "tcpi_bac": 1.137546468401487,
          "tcpi_eac": 0.7524204702627939,
          "vac": -13768.75,
        },
      },
      {
        "forecast": 71306.72,
        "item": "media",
        "value": {
          "ac": 17500,
          "bac": 60000,
          "complete_share": 0.3,
          "cpi": 1.0285714285714285,
          "critical_ratio": 1.0285714285714285,
          "cv": 500,
          "cv_share": 0.027777777777777776,
          "eac": 58333.33,
          "etc": 40833.33,
          "ev": 18000,
          "forecasts": {"budget": 59500, "cpi": 58333.33, "cpi_spi": 58333.33},
          "pv": 18000,
          "spent_share": 0.2916666666666667,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "tcpi_bac": 0.9882352941176471,
          "tcpi_eac": 1.0285714285714285,
          "vac": 1666.67,
        },
      },
      {
        "forecast": 4200,
        "item": "positioning",
        "value": {
          "ac": 4200,
          "bac": 4000,
          "complete_share": 1.0,
          "cpi": 0.9523809523809523,
          "critical_ratio": 0.9523809523809523,
          "cv": -200,
          "cv_share": -0.05,
          "eac": 4200,
          "etc": 0,
          "ev": 4000,
          "forecasts": {"bottom_up": 4200, "budget": 4200, "cpi": 4200, "cpi_spi": 4200},
          "pv": 4000,
          "spent_share": 1.05,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "tcpi_bac": 0.0,
          "vac": -200,
        },
      },
      {
        "forecast": 18000,
        "item": "visual kit",
        "value": {
          "ac": 18000,
          "bac": 18000,
          "complete_share": 1.0,
          "cpi": 1.0,
          "critical_ratio": 1.0,
          "cv": 0,
          "cv_share": 0.0,
          "eac": 18000,
          "etc": 0,
          "ev": 18000,
          "forecasts": {"bottom_up": 18000, "budget": 18000, "cpi": 18000, "cpi_spi": 18000},
          "pv": 18000,
          "spent_share": 1.0,
          "spi": 1.0,
          "sv": 0,
          "sv_share": 0.0,
          "vac": 0,
        },
      },
    ],
    "method": "cpi_spi",
    "total": {
      "ac": 109400,
      "bac": 205000,
      "complete_share": 0.47609756097560973,
      "cpi": 0.8921389396709324,
      "critical_ratio": 0.7805715868389331,
      "cv": -11800,
      "cv_share": -0.12090163934426229,
      "eac": 246991.48,
      "etc": 137591.48,
      "ev": 97600,
      "forecasts": {"budget": 216800, "cpi": 229784.84, "cpi_spi": 246991.48},
      "pv": 111550,
      "spent_share": 0.5336585365853659,
      "spi": 0.8749439713133124,
      "sv": -13950,
      "sv_share": -0.12505602868668758,
      "tcpi_bac": 1.1234309623430963,
      "tcpi_eac": 0.7805715868389331,
      "vac": -41991.48,
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

// earned_schedule: before the planned end
export const earned_schedule_2 = {
  input: {"request": {"actual_time": 2, "earned": 150, "planned": [100, 200, 300, 400]}},
  output: {
    "actual_time": 2.0,
    "earned_schedule": 1.5,
    "ieac_t": 5.333333333333333,
    "ieac_t_at_plan": 4.5,
    "planned_duration": 4.0,
    "spi_t": 0.75,
    "sv_t": -0.5,
    "tspi": 1.25,
  },
} satisfies Case<"earned_schedule">;

// score: thresholds of one's own
export const score_1 = {
  input: {
    "objectives": [
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
    ],
  },
  options: {"missing": "zero", "thresholds": {"amber": 0.2, "green": 0.5}},
  output: {
    "objectives": [
      {
        "contribution": 0.5,
        "coverage": 1.0,
        "id": "o",
        "kpis": [
          {
            "actual": 5.0,
            "attainment": 0.5,
            "baseline": 0.0,
            "contribution": 0.5,
            "coverage": 1.0,
            "id": "k",
            "measured_at": "2026-03-01",
            "normalized_weight": 1.0,
            "program_share": 1.0,
            "rag": "green",
            "score": 0.5,
            "target": 10.0,
            "weight": 1.0,
          },
        ],
        "normalized_weight": 1.0,
        "rag": "green",
        "score": 0.5,
        "weight": 1.0,
      },
    ],
    "program": {"coverage": 1.0, "rag": "green", "score": 0.5},
    "sensitivity": [{"kpi": "k", "lift": 0.5, "objective": "o", "program_score": 1.0}],
  },
} satisfies Case<"score">;

// score: ratios are pooled, totals added
export const score_2 = {
  input: {
    "objectives": [
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
            "measurements": [
              {"at": "2026-07-31", "value": 300},
              {"at": "2026-08-30", "value": 450},
            ],
            "period": {"from": "2026-07-01", "to": "2026-09-30"},
            "target": 1500,
          },
        ],
      },
    ],
  },
  output: {
    "objectives": [
      {
        "contribution": 0.5,
        "coverage": 1.0,
        "id": "o",
        "kpis": [
          {
            "actual": 750.0,
            "attainment": 0.5,
            "baseline": 0.0,
            "contribution": 0.25,
            "coverage": 1.0,
            "id": "leads",
            "measured_at": "2026-08-30",
            "normalized_weight": 0.5,
            "pacing": {
              "elapsed_share": 0.6630434782608695,
              "expected_share": 0.6630434782608695,
              "expected_to_date": 994.5652173913043,
              "gap_to_pace": -244.56521739130426,
              "linear_forecast": 1131.1475409836066,
              "pace_ratio": 0.7540983606557378,
              "required_per_weight": 24.193548387096772,
              "required_run_rate": 24.193548387096776,
              "required_uplift": 1.4838709677419353,
              "seasonal_forecast": 1131.1475409836066,
            },
            "program_share": 0.5,
            "rag": "amber",
            "score": 0.5,
            "target": 1500.0,
            "weight": 1.0,
          },
          {
            "actual": 5.0,
            "attainment": 0.5,
            "baseline": 0.0,
            "contribution": 0.25,
            "coverage": 1.0,
            "id": "rate",
            "measured_at": "2026-07-02",
            "normalized_weight": 0.5,
            "program_share": 0.5,
            "rag": "amber",
            "score": 0.5,
            "target": 10.0,
            "weight": 1.0,
          },
        ],
        "normalized_weight": 1.0,
        "rag": "amber",
        "score": 0.5,
        "weight": 1.0,
      },
    ],
    "program": {"coverage": 1.0, "rag": "amber", "score": 0.5},
    "sensitivity": [
      {"kpi": "leads", "lift": 0.25, "objective": "o", "program_score": 0.75},
      {"kpi": "rate", "lift": 0.25, "objective": "o", "program_score": 0.75},
    ],
  },
} satisfies Case<"score">;

// score: as of an earlier day
export const score_3 = {
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

// score: curves and clamps
export const score_4 = {
  input: {
    "objectives": [
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
    ],
  },
  output: {
    "objectives": [
      {
        "contribution": 0.74,
        "coverage": 1.0,
        "id": "o",
        "kpis": [
          {
            "actual": 36.0,
            "attainment": 1.6,
            "baseline": 20.0,
            "contribution": 0.1,
            "coverage": 1.0,
            "id": "band",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.2,
            "program_share": 0.2,
            "rag": "amber",
            "score": 0.5,
            "target": 30.0,
            "weight": 1.0,
          },
          {
            "actual": 30.0,
            "attainment": 3.0,
            "baseline": 0.0,
            "cautions": [
              {
                "at": "objectives/o/kpis/clamped",
                "code": "score-limited",
                "message": "a score of `3.00` is limited to `1.5`",
                "severity": "info",
              },
            ],
            "contribution": 0.30000000000000004,
            "coverage": 1.0,
            "id": "clamped",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.2,
            "program_share": 0.2,
            "rag": "green",
            "score": 1.5,
            "target": 10.0,
            "weight": 1.0,
          },
          {
            "actual": 15.0,
            "attainment": 0.75,
            "baseline": 0.0,
            "contribution": 0.12000000000000002,
            "coverage": 1.0,
            "id": "lines",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.2,
            "program_share": 0.2,
            "rag": "amber",
            "score": 0.6000000000000001,
            "target": 20.0,
            "weight": 1.0,
          },
          {
            "actual": 5.0,
            "attainment": 0.5,
            "baseline": 0.0,
            "contribution": 0.1,
            "coverage": 1.0,
            "id": "s-curve",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.2,
            "program_share": 0.2,
            "rag": "amber",
            "score": 0.5,
            "target": 10.0,
            "weight": 1.0,
          },
          {
            "actual": 70.0,
            "attainment": 0.7,
            "baseline": 0.0,
            "contribution": 0.12,
            "coverage": 1.0,
            "id": "step",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.2,
            "program_share": 0.2,
            "rag": "amber",
            "score": 0.6,
            "target": 100.0,
            "weight": 1.0,
          },
        ],
        "normalized_weight": 1.0,
        "rag": "green",
        "score": 0.74,
        "weight": 1.0,
      },
    ],
    "program": {"coverage": 1.0, "rag": "green", "score": 0.74},
    "sensitivity": [
      {
        "kpi": "band",
        "lift": 0.10000000000000009,
        "objective": "o",
        "program_score": 0.8400000000000001,
      },
      {
        "kpi": "s-curve",
        "lift": 0.10000000000000009,
        "objective": "o",
        "program_score": 0.8400000000000001,
      },
      {"kpi": "lines", "lift": 0.07999999999999996, "objective": "o", "program_score": 0.82},
      {"kpi": "step", "lift": 0.07999999999999996, "objective": "o", "program_score": 0.82},
      {"kpi": "clamped", "lift": 0.0, "objective": "o", "program_score": 0.74},
    ],
  },
} satisfies Case<"score">;

// score: commitments
export const score_5 = {
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

// score: too little coverage
export const score_6 = {
  input: {
    "objectives": [
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
  options: {"min_coverage": 0.9},
  output: {
    "cautions": [
      {
        "at": "objectives",
        "code": "no-score",
        "message": "the program has no score: 85 % of its weight has data",
        "severity": "warning",
      },
      {
        "at": "objectives/care",
        "code": "no-score",
        "message": "objective `care` has no score: 85 % of its weight has data",
        "severity": "warning",
      },
    ],
    "objectives": [
      {
        "coverage": 0.85,
        "id": "care",
        "kpis": [
          {
            "actual": 52.0,
            "attainment": 0.86,
            "baseline": 95.0,
            "coverage": 1.0,
            "id": "first-response",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.6,
            "rag": "green",
            "score": 0.86,
            "target": 45.0,
            "unit": "min",
            "weight": 0.6,
          },
          {
            "actual": 70.0,
            "attainment": 0.6428571428571429,
            "baseline": 61.0,
            "coverage": 1.0,
            "id": "resolved-in-channel",
            "measured_at": "2026-09-30",
            "normalized_weight": 0.25,
            "rag": "amber",
            "score": 0.6428571428571429,
            "target": 75.0,
            "unit": "%",
            "weight": 0.25,
          },
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
            "normalized_weight": 0.15,
            "target": 95.0,
            "unit": "%",
            "weight": 0.15,
          },
        ],
        "normalized_weight": 1.0,
        "weight": 0.25,
      },
    ],
    "program": {"coverage": 0.85},
    "sensitivity": [
      {"kpi": "first-response", "objective": "care"},
      {"kpi": "resolved-in-channel", "objective": "care"},
      {"kpi": "trained-staff", "objective": "care", "program_score": 0.8267142857142857},
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

// budgets: a third each, and what is fixed
export const budgets_1 = {
  input: {
    "plan": {
      "campaigns": [
        {"budget": 10, "id": "a"},
        {"id": "b"},
        {"id": "c"},
        {"budget": 7, "id": "other"},
      ],
      "format": "paceline/1",
      "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
    },
    "request": {
      "allocation": {
        "channels": [
          {"bound": "free", "channel": "x", "response": 1.0, "spend": 33.333333333333336},
          {"bound": "free", "channel": "y", "response": 1.0, "spend": 33.333333333333336},
          {"bound": "free", "channel": "z", "response": 1.0, "spend": 33.333333333333336},
        ],
        "evidence": {"grade": "association"},
        "optimal": true,
        "response": 3.0,
        "response_bound": 3.0,
        "spend": 100.0,
        "unspent": 0.0,
      },
      "campaigns": {"x": "a", "y": "b", "z": "c"},
      "currency": "EUR",
      "fixed": {"c": 50},
    },
  },
  output: {
    "changes": [
      {
        "after": 25,
        "before": 10,
        "campaign": "a",
        "committed": 0,
        "message": "`a` gets 25.00, not 33.34: other campaigns keep what is committed",
        "optimum": 33.34,
        "reason": "made_room",
      },
      {
        "after": 25,
        "campaign": "b",
        "committed": 0,
        "message": "`b` gets 25.00, not 33.33: other campaigns keep what is committed",
        "optimum": 33.33,
        "reason": "made_room",
      },
      {
        "after": 50,
        "campaign": "c",
        "committed": 50,
        "message": "`c` gets 50.00, which is committed; the best split has 33.33",
        "optimum": 33.33,
        "reason": "committed",
      },
    ],
    "plan": {
      "campaigns": [
        {"budget": 25, "id": "a"},
        {"budget": 25, "id": "b"},
        {"budget": 50, "id": "c"},
        {"budget": 7, "id": "other"},
      ],
      "format": "paceline/1",
      "program": {"currency": "EUR", "name": "p", "start": "2026-03-02"},
    },
    "total": 100,
  },
} satisfies Case<"budgets">;

// alerts: a cost to be kept low
export const alerts_1 = {
  input: {
    "request": {
      "pacing": [
        {
          "as_of": "2026-07-16",
          "keep_low": true,
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
    },
  },
  output: {
    "acknowledged": 0,
    "alerts": [
      {
        "end": "2026-07-16",
        "figure": 1400.0,
        "flagged": 1,
        "id": "off_pace:cost:2026-07-01",
        "kind": "off_pace",
        "message": "`cost` is at 140 % of what is due by 2026-07-16",
        "peak": "2026-07-16",
        "reference": 1000.0,
        "score": 0.7142857142857143,
        "series": "cost",
        "severity": "critical",
        "start": "2026-07-16",
      },
    ],
  },
} satisfies Case<"alerts">;

// alerts: runs with a gap, a drop, and what is acknowledged
export const alerts_2 = {
  input: {
    "request": {
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
    },
  },
  output: {
    "acknowledged": 1,
    "alerts": [
      {
        "end": "#6",
        "evidence": "association",
        "figure": 200.0,
        "flagged": 2,
        "id": "spike:mentions:#4",
        "kind": "spike",
        "message": "`mentions` is 200 where about 11.00 is usual, from #4 on",
        "peak": "#6",
        "reference": 11.0,
        "score": 8.2,
        "series": "mentions",
        "severity": "critical",
        "start": "#4",
      },
      {
        "end": "2026-08-30",
        "figure": 840.0,
        "flagged": 1,
        "id": "off_pace:leads:2026-07-01",
        "kind": "off_pace",
        "message": "`leads` is at 84 % of what is due by 2026-08-30",
        "peak": "2026-08-30",
        "reference": 994.5652173913043,
        "score": 0.844590163934426,
        "series": "leads",
        "severity": "warning",
        "start": "2026-08-30",
      },
      {
        "end": "#9",
        "evidence": "association",
        "figure": 0.0,
        "flagged": 1,
        "id": "drop:mentions:#9",
        "kind": "drop",
        "message": "`mentions` is 0.00 where about 12.00 is usual, from #9 on",
        "peak": "#9",
        "reference": 12.0,
        "score": 3.3,
        "series": "mentions",
        "severity": "warning",
        "start": "#9",
      },
    ],
  },
} satisfies Case<"alerts">;

// instantiate: the same event again
export const instantiate_1 = {
  input: {
    "plan": {
      "campaigns": [{"id": "crisis@e"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
    },
    "request": {
      "at": "2026-03-04",
      "event": "e",
      "playbook": "crisis",
      "playbooks": [{"id": "crisis", "tasks": [{"duration": "2h", "id": "assess"}]}],
    },
  },
  output: {
    "campaign": "crisis@e",
    "inserted": [],
    "plan": {
      "campaigns": [{"id": "crisis@e"}],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
    },
  },
} satisfies Case<"instantiate">;

// instantiate: a playbook starts
export const instantiate_2 = {
  input: {
    "plan": {
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [
        {"id": "bo", "role": "community manager"},
        {"id": "ana", "role": "community manager"},
      ],
    },
    "request": {
      "at": "2026-03-04T13:00",
      "event": "spike:mentions:2026-03-04",
      "playbook": "crisis",
      "playbooks": [
        {
          "id": "crisis",
          "tasks": [
            {
              "due": "4eh",
              "duration": "2h",
              "id": "assess",
              "role": {"role": "community manager"},
            },
            {"after": ["assess"], "duration": "1h", "id": "answer"},
          ],
        },
      ],
    },
  },
  output: {
    "campaign": "crisis@spike:mentions:2026-03-04",
    "inserted": [
      "crisis@spike:mentions:2026-03-04/assess",
      "crisis@spike:mentions:2026-03-04/answer",
    ],
    "issues": [
      {
        "at": "assignments",
        "code": "unassigned-work",
        "message": "1 task with work has nobody assigned",
        "severity": "info",
      },
    ],
    "plan": {
      "assignments": [
        {
          "alternatives": [{"any": {"role": "community manager"}}],
          "resource": "ana",
          "task": "crisis@spike:mentions:2026-03-04/assess",
        },
      ],
      "campaigns": [{"id": "crisis@spike:mentions:2026-03-04"}],
      "dependencies": [
        {
          "from": "crisis@spike:mentions:2026-03-04/assess",
          "to": "crisis@spike:mentions:2026-03-04/answer",
        },
      ],
      "format": "paceline/1",
      "program": {"name": "p", "start": "2026-03-02"},
      "resources": [
        {"id": "ana", "role": "community manager"},
        {"id": "bo", "role": "community manager"},
      ],
      "tasks": [
        {
          "campaign": "crisis@spike:mentions:2026-03-04",
          "duration": "1h",
          "id": "crisis@spike:mentions:2026-03-04/answer",
          "priority": 900,
        },
        {
          "campaign": "crisis@spike:mentions:2026-03-04",
          "constraints": [{"date": "2026-03-04T13:00", "kind": "start_no_earlier_than"}],
          "deadline": "2026-03-04T17:00",
          "duration": "2h",
          "id": "crisis@spike:mentions:2026-03-04/assess",
          "priority": 900,
        },
      ],
    },
  },
} satisfies Case<"instantiate">;

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

// report: in color
export const report_3 = {
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
  options: {"color": true, "width": 100},
} satisfies Case<"report">;

// report: Spring fair
export const report_4 = {
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

// load_svg: before leveling
export const load_svg_2 = {
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
  options: {"before": true},
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

// trace_svg: Spring fair
export const trace_svg_1 = {
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
  options: {"level": {"steps": 40}},
} satisfies Case<"trace_svg">;

// write_ical: a plan on one clock
export const write_ical_1 = {
  input: {
    "plan": {
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
    },
  },
  options: {"stamp": "2026-02-27T12:00"},
  output: {
    "feeds": [
      {
        "cancelled": 0,
        "changed": 2,
        "events": 2,
        "feed": "program",
        "name": "Spring fair",
        "text": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Paceline//Plan//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Spring fair\r\nX-WR-CALNAME:Spring fair\r\nX-PACELINE-FEED:program\r\nBEGIN:VEVENT\r\nUID:62fe5a6973bf5eabcd98aa61094876e1@paceline\r\nDTSTAMP:20260227T120000Z\r\nLAST-MODIFIED:20260227T120000Z\r\nSEQUENCE:0\r\nDTSTART:20260302T080000\r\nDTEND:20260303T170000\r\nSUMMARY:Write\\; copy\r\nDESCRIPTION:Campaign: spring\\nWith: Ana\r\nCATEGORIES:spring,instagram\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:6042232466bf5eaba807fbc7e2bc5bbc@paceline\r\nDTSTAMP:20260227T120000Z\r\nLAST-MODIFIED:20260227T120000Z\r\nSEQUENCE:0\r\nDTSTART;VALUE=DATE:20260303\r\nDTEND;VALUE=DATE:20260304\r\nSUMMARY:live\r\nSTATUS:CONFIRMED\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      },
    ],
  },
} satisfies Case<"write_ical">;

// write_ical: a person's shifts
export const write_ical_2 = {
  input: {
    "plan": {
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
    },
  },
  options: {
    "by": "resource",
    "detail": "shifts",
    "stamp": "2026-02-27T12:00",
    "url": "https://plan.example/{task}",
  },
  output: {
    "feeds": [
      {
        "cancelled": 0,
        "changed": 4,
        "events": 4,
        "feed": "resource/ana",
        "name": "Spring fair: Ana",
        "text": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Paceline//Plan//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\nNAME:Spring fair: Ana\r\nX-WR-CALNAME:Spring fair: Ana\r\nX-PACELINE-FEED:resource/ana\r\nBEGIN:VEVENT\r\nUID:e3c28e9fb36217122cef25bd56767000@paceline\r\nDTSTAMP:20260227T120000Z\r\nLAST-MODIFIED:20260227T120000Z\r\nSEQUENCE:0\r\nDTSTART:20260302T080000\r\nDTEND:20260302T120000\r\nSUMMARY:Write\\; copy\r\nDESCRIPTION:Campaign: spring\\nWith: Ana\r\nCATEGORIES:spring,instagram\r\nURL:https://plan.example/copy\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:dbf23723da621712288b54d1315b11c4@paceline\r\nDTSTAMP:20260227T120000Z\r\nLAST-MODIFIED:20260227T120000Z\r\nSEQUENCE:0\r\nDTSTART:20260302T130000\r\nDTEND:20260302T170000\r\nSUMMARY:Write\\; copy\r\nDESCRIPTION:Campaign: spring\\nWith: Ana\r\nCATEGORIES:spring,instagram\r\nURL:https://plan.example/copy\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:6cd0d1ee9c621310eedc6abedfc62bf3@paceline\r\nDTSTAMP:20260227T120000Z\r\nLAST-MODIFIED:20260227T120000Z\r\nSEQUENCE:0\r\nDTSTART:20260303T080000\r\nDTEND:20260303T120000\r\nSUMMARY:Write\\; copy\r\nDESCRIPTION:Campaign: spring\\nWith: Ana\r\nCATEGORIES:spring,instagram\r\nURL:https://plan.example/copy\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:c2d41eb155621310f3414b0716c212cf@paceline\r\nDTSTAMP:20260227T120000Z\r\nLAST-MODIFIED:20260227T120000Z\r\nSEQUENCE:0\r\nDTSTART:20260303T130000\r\nDTEND:20260303T170000\r\nSUMMARY:Write\\; copy\r\nDESCRIPTION:Campaign: spring\\nWith: Ana\r\nCATEGORIES:spring,instagram\r\nURL:https://plan.example/copy\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
      },
    ],
  },
} satisfies Case<"write_ical">;

// write_csv: load
export const write_csv_1 = {
  input: {
    "plan": {
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
    },
  },
  options: {"separator": "tab", "table": "load"},
  output: {
    "rows": 2,
    "text": "resource\tdate\tdemand_hours\tcapacity_hours\texcess_hours\r\nana\t2026-03-02\t8\t8\t0\r\nana\t2026-03-03\t8\t8\t0\r\n",
  },
} satisfies Case<"write_csv">;

// write_csv: resources
export const write_csv_2 = {
  input: {
    "plan": {
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
        {
          "campaign": "spring",
          "duration": "2d",
          "id": "copy",
          "name": "=1+1",
          "tags": ["a;b", "c"],
        },
        {"id": "live", "milestone": "finish"},
      ],
    },
  },
  options: {"decimal": "comma", "separator": "semicolon", "table": "resources"},
  output: {
    "issues": [
      {
        "at": "resources/availability",
        "code": "not-kept",
        "message": "`availability` has no column in the table of resources; left out: 1",
        "severity": "warning",
      },
    ],
    "rows": 1,
    "text": "id;name;kind;role;department;market;calendar;capacity;absences;contract_from;contract_to;skills;languages;rate;rate_per;overtime_rate;cost_per_use\r\nana;Ana;;;;;;;;;;;;;;;\r\n",
  },
} satisfies Case<"write_csv">;

// solve_rcpsp: a warm start that holds
export const solve_rcpsp_1 = {
  input: {
    "problem": {
      "activities": [{"demands": [1], "duration": 2}, {"demands": [1], "duration": 3}],
      "format": "paceline-rcpsp/1",
      "links": [{"from": 0, "to": 1}],
      "resources": [{"capacity": 1}],
    },
  },
  options: {"gap": 1, "seed": 3, "steps": 10, "warm_start": [0, 2]},
  output: {
    "bound": 5,
    "certificate": {"activities": [0, 1], "kind": "path"},
    "format": "paceline-rcpsp-solution/1",
    "gap": 0,
    "makespan": 5,
    "starts": [0, 2],
    "status": "optimal",
    "steps": 1,
    "trace": [{"bound": 5, "found_by": "given", "makespan": 5, "steps": 1}],
  },
} satisfies Case<"solve_rcpsp">;

// solve_rcpsp: a warm start that breaks a link
export const solve_rcpsp_2 = {
  input: {
    "problem": {
      "activities": [{"demands": [1], "duration": 2}, {"demands": [1], "duration": 3}],
      "format": "paceline-rcpsp/1",
      "links": [{"from": 0, "to": 1}],
      "resources": [{"capacity": 1}],
    },
  },
  options: {"steps": 10, "warm_start": [0, 1]},
  output: {
    "bound": 5,
    "certificate": {"activities": [0, 1], "kind": "path"},
    "format": "paceline-rcpsp-solution/1",
    "gap": 0,
    "makespan": 5,
    "starts": [0, 2],
    "status": "optimal",
    "steps": 1,
    "trace": [{"bound": 5, "found_by": "evolution", "makespan": 5, "steps": 1}],
    "warnings": [
      {
        "at": "options/warm_start",
        "code": "warm-start-not-used",
        "help": "give the starts of a schedule that keeps every rule",
        "message": "activity 1 does not wait for 0",
        "severity": "warning",
      },
    ],
  },
} satisfies Case<"solve_rcpsp">;

// solve_rcpsp: one at a time
export const solve_rcpsp_3 = {
  input: {
    "problem": {
      "activities": [{"demands": [1], "duration": 2}, {"demands": [1], "duration": 3}],
      "format": "paceline-rcpsp/1",
      "resources": [{"capacity": 1}],
    },
  },
  output: {
    "bound": 5,
    "certificate": {"activities": [0, 1], "kind": "energy", "resource": 0},
    "format": "paceline-rcpsp-solution/1",
    "gap": 0,
    "makespan": 5,
    "starts": [0, 2],
    "status": "optimal",
    "steps": 1,
    "trace": [{"bound": 5, "found_by": "evolution", "makespan": 5, "steps": 1}],
  },
} satisfies Case<"solve_rcpsp">;

// solve_rcpsp: a chain with lags
export const solve_rcpsp_4 = {
  input: {
    "problem": {
      "activities": [{"duration": 3}, {"duration": 2}, {"duration": 4}],
      "format": "paceline-rcpsp/1",
      "links": [{"from": 0, "lag": 1, "to": 1}, {"from": 1, "lag": -1, "to": 2}],
    },
  },
  output: {
    "bound": 9,
    "certificate": {"activities": [0, 1, 2], "kind": "path"},
    "format": "paceline-rcpsp-solution/1",
    "gap": 0,
    "makespan": 9,
    "starts": [0, 4, 5],
    "status": "optimal",
    "steps": 1,
    "trace": [{"bound": 9, "found_by": "evolution", "makespan": 9, "steps": 1}],
  },
} satisfies Case<"solve_rcpsp">;

// check_rcpsp: a log that is replayed
export const check_rcpsp_1 = {
  input: {
    "problem": {
      "activities": [
        {"demands": [1], "duration": 2},
        {"demands": [1], "duration": 2},
        {"demands": [1], "duration": 2},
      ],
      "format": "paceline-rcpsp/1",
      "resources": [{"capacity": 1}],
    },
    "solution": {
      "bound": 6,
      "certificate": {
        "kind": "refutation",
        "makespan": 5,
        "nogoods": [[{"activity": 0, "at_most": 1}], [{"activity": 1, "at_most": 1}], []],
      },
      "format": "paceline-rcpsp-solution/1",
      "gap": 0,
      "makespan": 6,
      "starts": [0, 2, 4],
      "status": "optimal",
      "steps": 1,
    },
  },
  output: {"feasible": true, "makespan": 6, "proven_bound": 6},
} satisfies Case<"check_rcpsp">;

// check_rcpsp: too much work
export const check_rcpsp_2 = {
  input: {
    "problem": {
      "activities": [
        {"demands": [1], "duration": 2},
        {"demands": [1], "duration": 2},
        {"demands": [1], "duration": 2},
        {"demands": [1], "duration": 2},
        {"demands": [1], "duration": 2},
      ],
      "format": "paceline-rcpsp/1",
      "resources": [{"capacity": 2}],
    },
    "solution": {
      "bound": 6,
      "certificate": {"kind": "refutation", "makespan": 5, "nogoods": []},
      "format": "paceline-rcpsp-solution/1",
      "gap": 0,
      "makespan": 6,
      "starts": [0, 0, 2, 2, 4],
      "status": "optimal",
      "steps": 1,
    },
  },
  options: {"work": 1},
  output: {
    "feasible": true,
    "findings": [
      {
        "at": "certificate/nogoods",
        "code": "proof-too-long",
        "help": "allow more `work`",
        "message": "after 0 of 0 nogoods the work allowed is spent",
        "severity": "warning",
      },
    ],
    "makespan": 6,
    "proven_bound": 0,
  },
} satisfies Case<"check_rcpsp">;

// check_rcpsp: a right solution
export const check_rcpsp_3 = {
  input: {
    "problem": {
      "activities": [
        {"demands": [1, 0], "duration": 2},
        {"demands": [2, 1], "duration": 3},
        {"demands": [2, 0], "duration": 4},
        {"demands": [0, 2], "duration": 1},
      ],
      "format": "paceline-rcpsp/1",
      "links": [{"from": 0, "to": 1}],
      "resources": [{"capacity": 3}, {"capacity": 2}],
    },
    "solution": {
      "bound": 7,
      "certificate": {"activities": [1, 2], "kind": "clique"},
      "format": "paceline-rcpsp-solution/1",
      "gap": 0,
      "makespan": 7,
      "starts": [0, 4, 0, 0],
      "status": "optimal",
      "steps": 1,
    },
  },
  output: {"feasible": true, "makespan": 7, "proven_bound": 7},
} satisfies Case<"check_rcpsp">;

// composite: a unit with too little data
export const composite_1 = {
  input: {
    "table": {
      "people": [4, 5, 20, null],
      "reach": [40, 70, 100, 55],
      "unit": ["DE", "JP", "US", "FR"],
    },
  },
  options: {
    "indicators": [{"column": "reach"}, {"column": "people"}],
    "screening": {"least_coverage": 0.9},
  },
  output: {
    "cronbach_alpha": 0.9400244798041615,
    "evidence": {
      "assumptions": [
        {
          "code": "weights-are-values",
          "message": "the weights say what matters to those who chose them, no data can show them right",
        },
        {
          "code": "index-describes",
          "message": "a rank describes where a unit stands, not what put it there",
        },
        {
          "code": "strengths-make-good",
          "message": "a weakness in one indicator is made good by a strength in another",
        },
      ],
      "cautions": [
        {
          "at": "columns",
          "code": "units-screened-out",
          "message": "1 of 4 units are left out for want of data",
          "severity": "warning",
        },
      ],
      "grade": "association",
    },
    "indicators": [
      {
        "column": "people",
        "correlation_with_index": 0.9758169258150066,
        "coverage": 1.0,
        "imputed": 0,
        "treated": "no",
        "weight": 0.5,
        "winsorized": 0,
      },
      {
        "column": "reach",
        "correlation_with_index": 0.9695485958961322,
        "coverage": 1.0,
        "imputed": 0,
        "treated": "no",
        "weight": 0.5,
        "winsorized": 0,
      },
    ],
    "screened_out": [{"coverage": 0.5, "unit": "FR", "zeros": 0.0}],
    "units": [
      {
        "coverage": 1.0,
        "parts": [
          {"contribution": 50.0, "coverage": 1.0, "id": "people", "score": 100.0},
          {"contribution": 50.0, "coverage": 1.0, "id": "reach", "score": 100.0},
        ],
        "rank": 1,
        "score": 100.0,
        "unit": "US",
      },
      {
        "coverage": 1.0,
        "parts": [
          {"contribution": 3.125, "coverage": 1.0, "id": "people", "score": 6.25},
          {"contribution": 25.0, "coverage": 1.0, "id": "reach", "score": 50.0},
        ],
        "rank": 2,
        "score": 28.125,
        "unit": "JP",
      },
      {
        "coverage": 1.0,
        "parts": [
          {"contribution": 0.0, "coverage": 1.0, "id": "people", "score": 0.0},
          {"contribution": 0.0, "coverage": 1.0, "id": "reach", "score": 0.0},
        ],
        "rank": 3,
        "score": 0.0,
        "unit": "DE",
      },
    ],
  },
} satisfies Case<"composite">;

// composite: groups, denominator, group mean and geometric mean
export const composite_2 = {
  input: {
    "table": {
      "people": [4, 5, 20, null],
      "reach": [40, 70, 100, 55],
      "region": ["eu", "asia", "us", "eu"],
      "reply_hours": [2, 8, 6, 4],
      "unit": ["DE", "JP", "US", "FR"],
    },
  },
  options: {
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
  },
  output: {
    "cronbach_alpha": -19.249461358313816,
    "evidence": {
      "assumptions": [
        {
          "code": "weights-are-values",
          "message": "the weights say what matters to those who chose them, no data can show them right",
        },
        {
          "code": "index-describes",
          "message": "a rank describes where a unit stands, not what put it there",
        },
        {
          "code": "gaps-like-the-rest",
          "message": "units with gaps are like those that the gaps are filled from",
        },
      ],
      "cautions": [
        {
          "at": "columns/people",
          "code": "against-index",
          "help": "look at its direction, or at its weight",
          "message": "`people` falls where the index rises, its correlation is -0.93",
          "severity": "warning",
        },
        {
          "at": "columns/people",
          "code": "much-imputed",
          "message": "1 of 4 values of `people` are filled in",
          "severity": "warning",
        },
        {
          "at": "columns/reach",
          "code": "much-imputed",
          "message": "1 of 4 values of `reach` are filled in",
          "severity": "warning",
        },
      ],
      "grade": "association",
    },
    "indicators": [
      {
        "column": "people",
        "correlation_with_index": -0.9263729821228589,
        "coverage": 0.75,
        "imputed": 1,
        "kurtosis": 3.9249983062361635,
        "kurtosis_after": 3.9249983062361635,
        "skewness": 1.9786849915861282,
        "skewness_after": 1.9786849915861282,
        "treated": "no",
        "weight": 0.25,
        "winsorized": 0,
      },
      {
        "column": "reach",
        "correlation_with_index": 0.5671742870320645,
        "coverage": 0.75,
        "imputed": 1,
        "kurtosis": 1.591177688283337,
        "kurtosis_after": 1.591177688283337,
        "skewness": -0.40449717235586746,
        "skewness_after": -0.40449717235586746,
        "treated": "no",
        "weight": 0.5,
        "winsorized": 0,
      },
      {
        "column": "reply_hours",
        "correlation_with_index": 0.6472694802752541,
        "coverage": 1.0,
        "imputed": 0,
        "kurtosis": -1.200000000000001,
        "kurtosis_after": -1.200000000000001,
        "skewness": 0.0,
        "skewness_after": 0.0,
        "treated": "no",
        "weight": 0.25,
        "winsorized": 0,
      },
    ],
    "stages": [
      {
        "data": {
          "people": [4.0, 4.0, 5.0, 20.0],
          "reach": [10.0, 10.0, 14.0, 5.0],
          "reply_hours": [2.0, 4.0, 8.0, 6.0],
          "unit": ["DE", "FR", "JP", "US"],
        },
        "step": "imputed",
      },
      {
        "data": {
          "index": [23.66431913239847, 21.409805118796786, 16.373610853110268, 7.636066981663597],
          "market": [
            14.637222840091892,
            14.637222840091892,
            41.577587471019164,
            4.641588833612779,
          ],
          "people": [1.0, 1.0, 7.1875, 100.0],
          "reach": [56.0, 56.0, 100.0, 1.0],
          "reply_hours": [100.0, 67.0, 1.0, 34.0],
          "unit": ["DE", "FR", "JP", "US"],
        },
        "step": "aggregated",
      },
    ],
    "units": [
      {
        "coverage": 1.0,
        "parts": [
          {
            "contribution": 17.748239349298853,
            "coverage": 1.0,
            "id": "market",
            "score": 14.637222840091892,
          },
          {"contribution": 5.916079783099617, "coverage": 1.0, "id": "people", "score": 1.0},
          {"contribution": 11.832159566199234, "coverage": 1.0, "id": "reach", "score": 56.0},
          {
            "contribution": 5.916079783099618,
            "coverage": 1.0,
            "id": "reply_hours",
            "score": 100.0,
          },
        ],
        "rank": 1,
        "score": 23.66431913239847,
        "unit": "DE",
      },
      {
        "coverage": 0.25,
        "parts": [
          {
            "contribution": 16.057353839097587,
            "coverage": 0.0,
            "id": "market",
            "score": 14.637222840091892,
          },
          {"contribution": 5.352451279699196, "coverage": 0.0, "id": "people", "score": 1.0},
          {"contribution": 10.704902559398391, "coverage": 0.0, "id": "reach", "score": 56.0},
          {
            "contribution": 5.3524512796991965,
            "coverage": 1.0,
            "id": "reply_hours",
            "score": 67.0,
          },
        ],
        "rank": 2,
        "score": 21.409805118796786,
        "unit": "FR",
      },
      {
        "coverage": 1.0,
        "parts": [
          {
            "contribution": 12.2802081398327,
            "coverage": 1.0,
            "id": "market",
            "score": 41.577587471019164,
          },
          {"contribution": 4.093402713277566, "coverage": 1.0, "id": "people", "score": 7.1875},
          {"contribution": 8.186805426555132, "coverage": 1.0, "id": "reach", "score": 100.0},
          {"contribution": 4.093402713277567, "coverage": 1.0, "id": "reply_hours", "score": 1.0},
        ],
        "rank": 3,
        "score": 16.373610853110268,
        "unit": "JP",
      },
      {
        "coverage": 1.0,
        "parts": [
          {
            "contribution": 5.727050236247698,
            "coverage": 1.0,
            "id": "market",
            "score": 4.641588833612779,
          },
          {"contribution": 1.9090167454158993, "coverage": 1.0, "id": "people", "score": 100.0},
          {"contribution": 3.8180334908317985, "coverage": 1.0, "id": "reach", "score": 1.0},
          {
            "contribution": 1.9090167454158993,
            "coverage": 1.0,
            "id": "reply_hours",
            "score": 34.0,
          },
        ],
        "rank": 4,
        "score": 7.636066981663597,
        "unit": "US",
      },
    ],
  },
} satisfies Case<"composite">;

// composite: winsorised outlier
export const composite_3 = {
  input: {
    "table": {
      "unit": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
      "x": [1, 2, 3, 4, 5, 6, 7, 8, 9, 300],
    },
  },
  options: {
    "include": ["treated"],
    "indicators": [{"column": "x"}],
    "treatment": {"kind": "winsorize_then_log"},
  },
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "weights-are-values",
          "message": "the weights say what matters to those who chose them, no data can show them right",
        },
        {
          "code": "index-describes",
          "message": "a rank describes where a unit stands, not what put it there",
        },
        {
          "code": "strengths-make-good",
          "message": "a weakness in one indicator is made good by a strength in another",
        },
      ],
      "checks": [
        {
          "code": "outliers-treated",
          "message": "0 indicators still have outliers after the treatment",
          "passed": true,
          "value": 0.0,
        },
      ],
      "grade": "association",
    },
    "indicators": [
      {
        "column": "x",
        "correlation_with_index": 0.9999999999999999,
        "coverage": 1.0,
        "imputed": 0,
        "kurtosis": 9.978959131660805,
        "kurtosis_after": -1.3569849115504689,
        "skewness": 3.1577399824004946,
        "skewness_after": -0.15146310708295865,
        "treated": "winsorized",
        "weight": 1.0,
        "winsorized": 1,
      },
    ],
    "stages": [
      {
        "data": {
          "unit": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
          "x": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 9.0],
        },
        "step": "treated",
      },
    ],
    "units": [
      {
        "coverage": 1.0,
        "parts": [{"contribution": 100.0, "coverage": 1.0, "id": "x", "score": 100.0}],
        "rank": 1,
        "score": 100.0,
        "unit": "i",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 100.0, "coverage": 1.0, "id": "x", "score": 100.0}],
        "rank": 1,
        "score": 100.0,
        "unit": "j",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 87.5, "coverage": 1.0, "id": "x", "score": 87.5}],
        "rank": 3,
        "score": 87.5,
        "unit": "h",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 75.0, "coverage": 1.0, "id": "x", "score": 75.0}],
        "rank": 4,
        "score": 75.0,
        "unit": "g",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 62.5, "coverage": 1.0, "id": "x", "score": 62.5}],
        "rank": 5,
        "score": 62.5,
        "unit": "f",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 50.0, "coverage": 1.0, "id": "x", "score": 50.0}],
        "rank": 6,
        "score": 50.0,
        "unit": "e",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 37.5, "coverage": 1.0, "id": "x", "score": 37.5}],
        "rank": 7,
        "score": 37.5,
        "unit": "d",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 25.0, "coverage": 1.0, "id": "x", "score": 25.0}],
        "rank": 8,
        "score": 25.0,
        "unit": "c",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 12.5, "coverage": 1.0, "id": "x", "score": 12.5}],
        "rank": 9,
        "score": 12.5,
        "unit": "b",
      },
      {
        "coverage": 1.0,
        "parts": [{"contribution": 0.0, "coverage": 1.0, "id": "x", "score": 0.0}],
        "rank": 10,
        "score": 0.0,
        "unit": "a",
      },
    ],
  },
} satisfies Case<"composite">;

// composite_sensitivity: weights and means
export const composite_sensitivity_1 = {
  input: {
    "table": {
      "unit": ["a", "b", "c", "d", "e", "f"],
      "x": [1, 5, 9, 4, 7, 2],
      "y": [8, 3, 1, 6, 5, 2],
      "z": [2, 2.5, 7, 9, 1, 3],
    },
  },
  options: {
    "aggregations": [{"kind": "geometric"}],
    "bootstrap": 20,
    "composite": {
      "indicators": [{"column": "x"}, {"column": "y"}, {"column": "z"}],
      "normalisation": {"high": 100, "kind": "min_max", "low": 1},
    },
    "samples": 64,
    "seed": 7,
  },
  output: {
    "evaluations": 384,
    "evidence": {
      "assumptions": [
        {
          "code": "choices-as-likely",
          "message": "the choices listed are all there are, each as likely as the others",
        },
        {
          "code": "weights-independent",
          "message": "weights vary evenly within their spread, independently of each other",
        },
      ],
      "cautions": [
        {
          "at": "options/samples",
          "code": "few-samples",
          "message": "64 samples are few for 4 factors, the sensitivities are rough",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "ranks-move",
          "message": "the ranks move, so there is a variance to share out",
          "passed": true,
        },
      ],
      "grade": "association",
    },
    "factors": [
      {
        "factor": "aggregation",
        "first_order": {
          "high": 0.9720594390773213,
          "low": 0.9360129121176414,
          "value": 0.9592324897485813,
        },
        "total": {
          "high": 1.2706847690444718,
          "low": 0.7893508637201757,
          "value": 1.0191877562854659,
        },
      },
      {
        "factor": "weight/x",
        "first_order": {
          "high": 0.14726699009973432,
          "low": -0.3426921053795332,
          "value": -0.1033529387400074,
        },
        "total": {
          "high": 0.07680115617232706,
          "low": 0.03265840597515561,
          "value": 0.046027834154827495,
        },
      },
      {
        "factor": "weight/y",
        "first_order": {
          "high": 0.21702497911282223,
          "low": -0.22808471551379003,
          "value": -0.009982189454500245,
        },
        "total": {
          "high": 0.050580713267122754,
          "low": 0.024861662620089063,
          "value": 0.03156194342045314,
        },
      },
      {
        "factor": "weight/z",
        "first_order": {
          "high": 0.18883224740080023,
          "low": -0.23408753692873402,
          "value": -0.019187756285465873,
        },
        "total": {
          "high": 0.033785193520878165,
          "low": 0.01643401883395361,
          "value": 0.022356376589487643,
        },
      },
    ],
    "mean_shift": 0.8697916666666667,
    "removals": [
      {"id": "y", "largest_shift": 2, "mean_shift": 1.0, "unit": "a"},
      {"id": "z", "largest_shift": 2, "mean_shift": 0.8333333333333334, "unit": "e"},
      {"id": "x", "largest_shift": 2, "mean_shift": 0.6666666666666666, "unit": "a"},
    ],
    "units": [
      {
        "first": 0.984375,
        "high": 1.0,
        "low": 1.0,
        "mean": 1.015625,
        "median": 1.0,
        "rank": 1,
        "unit": "d",
      },
      {
        "first": 0.015625,
        "high": 5.0,
        "low": 2.0,
        "mean": 2.84375,
        "median": 2.5,
        "rank": 2,
        "unit": "c",
      },
      {
        "first": 0.0,
        "high": 5.0,
        "low": 3.0,
        "mean": 3.7265625,
        "median": 3.0,
        "rank": 3,
        "unit": "e",
      },
      {
        "first": 0.0,
        "high": 6.0,
        "low": 4.0,
        "mean": 4.9765625,
        "median": 5.0,
        "rank": 4,
        "unit": "a",
      },
      {
        "first": 0.0,
        "high": 5.0,
        "low": 2.0,
        "mean": 3.4296875,
        "median": 3.0,
        "rank": 5,
        "unit": "b",
      },
      {
        "first": 0.0,
        "high": 6.0,
        "low": 3.0,
        "mean": 5.0078125,
        "median": 5.5,
        "rank": 6,
        "unit": "f",
      },
    ],
    "variance": 0.660077646544182,
  },
} satisfies Case<"composite_sensitivity">;

// fit_local_level: a level that moves, with a forecast of what is known
export const fit_local_level_1 = {
  input: {
    "table": {"outcome": [1, 2, 2, 3, 5, 6, 6, 8, 9, 9], "time": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]},
  },
  options: {"fit_end": 8},
  output: {
    "cumulative_effect": 2.000000000000435,
    "evidence": {
      "assumptions": [
        {
          "code": "model-holds",
          "message": "what the series did before, it would have gone on doing",
        },
        {
          "code": "controls-untouched",
          "message": "nothing that happened after the last row learned from changed the controls",
        },
        {
          "code": "parameters-known",
          "message": "the intervals take variances and coefficients as known",
        },
      ],
      "grade": "quasi_experiment",
    },
    "forecast": [
      {
        "actual": 9.0,
        "predicted": {
          "high": 10.456944880701329,
          "low": 5.543055119298236,
          "standard_error": 1.2535663410560673,
          "value": 7.999999999999782,
        },
        "time": "9",
      },
      {
        "actual": 9.0,
        "predicted": {
          "high": 11.474644772290866,
          "low": 4.525355227708699,
          "standard_error": 1.7728105208558107,
          "value": 7.999999999999782,
        },
        "time": "10",
      },
    ],
    "level_variance": 1.5714285714283545,
    "levels": [
      {
        "filtered": 1.0,
        "filtered_variance": 1.7087854760762638e-13,
        "smoothed": 1.0000000000001088,
        "smoothed_variance": 1.708785476076078e-13,
        "time": "1",
      },
      {
        "filtered": 1.9999999999998912,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 1.9999999999998912,
        "smoothed_variance": 1.708785476075892e-13,
        "time": "2",
      },
      {
        "filtered": 2.0,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 2.000000000000109,
        "smoothed_variance": 1.708785476075892e-13,
        "time": "3",
      },
      {
        "filtered": 2.999999999999891,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 3.000000000000109,
        "smoothed_variance": 1.708785476075892e-13,
        "time": "4",
      },
      {
        "filtered": 4.999999999999782,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 4.999999999999891,
        "smoothed_variance": 1.708785476075892e-13,
        "time": "5",
      },
      {
        "filtered": 5.999999999999892,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 5.999999999999892,
        "smoothed_variance": 1.708785476075892e-13,
        "time": "6",
      },
      {
        "filtered": 6.0,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 6.000000000000218,
        "smoothed_variance": 1.708785476075892e-13,
        "time": "7",
      },
      {
        "filtered": 7.999999999999782,
        "filtered_variance": 1.7087854760760777e-13,
        "smoothed": 7.999999999999782,
        "smoothed_variance": 1.7087854760760777e-13,
        "time": "8",
      },
    ],
    "log_likelihood": -11.514517665533688,
    "noise_variance": 1.7087854760762638e-13,
    "rows": 8,
  },
} satisfies Case<"fit_local_level">;

// fit_local_level: a control that explains all but a little
export const fit_local_level_2 = {
  input: {
    "table": {
      "outcome": [5.1, 10.9, 7.0, 19.1, 12.9, 17.0, 5.1, 20.9, 9.0, 15.1, 6.9, 13.0],
      "time": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      "x": [1, 4, 2, 8, 5, 7, 1, 9, 3, 6, 2, 5],
    },
  },
  options: {"controls": ["x"]},
  output: {
    "coefficients": [{"coefficient": 1.995056642636458, "control": "x"}],
    "evidence": {
      "assumptions": [
        {
          "code": "model-holds",
          "message": "what the series did before, it would have gone on doing",
        },
        {
          "code": "controls-untouched",
          "message": "nothing that happened after the last row learned from changed the controls",
        },
        {
          "code": "parameters-known",
          "message": "the intervals take variances and coefficients as known",
        },
      ],
      "grade": "quasi_experiment",
    },
    "level_variance": 6.711278955917338e-16,
    "levels": [
      {
        "filtered": 3.104943357363542,
        "filtered_variance": 0.007092968823143599,
        "smoothed": 3.0218331616889906,
        "smoothed_variance": 0.0005910807352643268,
        "time": "1",
      },
      {
        "filtered": 3.0123583934088507,
        "filtered_variance": 0.0035464844115719674,
        "smoothed": 3.0218331616889826,
        "smoothed_variance": 0.000591080735263766,
        "time": "2",
      },
      {
        "filtered": 3.0115345005149283,
        "filtered_variance": 0.0023643229410482396,
        "smoothed": 3.0218331616889844,
        "smoothed_variance": 0.0005910807352633184,
        "time": "3",
      },
      {
        "filtered": 3.0435375901132913,
        "filtered_variance": 0.0017732422057864872,
        "smoothed": 3.0218331616889875,
        "smoothed_variance": 0.0005910807352629826,
        "time": "4",
      },
      {
        "filtered": 3.0197734294541614,
        "filtered_variance": 0.0014185937646295254,
        "smoothed": 3.021833161688979,
        "smoothed_variance": 0.0005910807352627588,
        "time": "5",
      },
      {
        "filtered": 3.0222451081359356,
        "filtered_variance": 0.0011821614705249588,
        "smoothed": 3.02183316168898,
        "smoothed_variance": 0.000591080735262647,
        "time": "6",
      },
      {
        "filtered": 3.034059143739894,
        "filtered_variance": 0.001013281260450332,
        "smoothed": 3.0218331616889795,
        "smoothed_variance": 0.0005910807352626471,
        "time": "7",
      },
      {
        "filtered": 3.0228630278063733,
        "filtered_variance": 0.0008866211028944181,
        "smoothed": 3.0218331616889715,
        "smoothed_variance": 0.000591080735262759,
        "time": "8",
      },
      {
        "filtered": 3.0219704771712883,
        "filtered_variance": 0.0007881076470176458,
        "smoothed": 3.0218331616889706,
        "smoothed_variance": 0.0005910807352629827,
        "time": "9",
      },
      {
        "filtered": 3.0327394438723134,
        "filtered_variance": 0.0007092968823162728,
        "smoothed": 3.0218331616889706,
        "smoothed_variance": 0.0005910807352633182,
        "time": "10",
      },
      {
        "filtered": 3.0215710139499827,
        "filtered_variance": 0.0006448153475606445,
        "smoothed": 3.0218331616889604,
        "smoothed_variance": 0.0005910807352637657,
        "time": "11",
      },
      {
        "filtered": 3.021833161688961,
        "filtered_variance": 0.0005910807352643249,
        "smoothed": 3.021833161688961,
        "smoothed_variance": 0.0005910807352643249,
        "time": "12",
      },
    ],
    "log_likelihood": 10.366804917019007,
    "noise_variance": 0.007092968823143599,
    "rows": 12,
  },
} satisfies Case<"fit_local_level">;

// fit_local_level: no step is seen
export const fit_local_level_3 = {
  input: {
    "table": {
      "outcome": [5.0, 5.3, 4.9, 5.2, 5.0, 5.1, 4.8, 5.2, null, null],
      "time": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    },
  },
  options: {},
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "model-holds",
          "message": "what the series did before, it would have gone on doing",
        },
        {
          "code": "controls-untouched",
          "message": "nothing that happened after the last row learned from changed the controls",
        },
        {
          "code": "parameters-known",
          "message": "the intervals take variances and coefficients as known",
        },
      ],
      "grade": "quasi_experiment",
    },
    "forecast": [
      {
        "predicted": {
          "high": 5.4127909368734395,
          "low": 4.712209063126534,
          "standard_error": 0.17872314983157994,
          "value": 5.062499999999987,
        },
        "time": "9",
      },
      {
        "predicted": {
          "high": 5.412790936873454,
          "low": 4.71220906312652,
          "standard_error": 0.17872314983158746,
          "value": 5.062499999999987,
        },
        "time": "10",
      },
    ],
    "level_variance": 2.6837386481482117e-15,
    "levels": [
      {
        "filtered": 5.0,
        "filtered_variance": 0.02839285714285584,
        "smoothed": 5.062500000000019,
        "smoothed_variance": 0.0035491071428628528,
        "time": "1",
      },
      {
        "filtered": 5.1500000000000075,
        "filtered_variance": 0.01419642857142859,
        "smoothed": 5.062500000000025,
        "smoothed_variance": 0.003549107142860837,
        "time": "2",
      },
      {
        "filtered": 5.066666666666658,
        "filtered_variance": 0.00946428571428677,
        "smoothed": 5.062500000000008,
        "smoothed_variance": 0.003549107142859495,
        "time": "3",
      },
      {
        "filtered": 5.100000000000005,
        "filtered_variance": 0.007098214285716307,
        "smoothed": 5.062500000000007,
        "smoothed_variance": 0.0035491071428588243,
        "time": "4",
      },
      {
        "filtered": 5.079999999999993,
        "filtered_variance": 0.005678571428574387,
        "smoothed": 5.062499999999993,
        "smoothed_variance": 0.0035491071428588247,
        "time": "5",
      },
      {
        "filtered": 5.08333333333333,
        "filtered_variance": 0.004732142857146739,
        "smoothed": 5.062499999999985,
        "smoothed_variance": 0.0035491071428594956,
        "time": "6",
      },
      {
        "filtered": 5.04285714285709,
        "filtered_variance": 0.004056122448984389,
        "smoothed": 5.062499999999973,
        "smoothed_variance": 0.0035491071428608374,
        "time": "7",
      },
      {
        "filtered": 5.062499999999987,
        "filtered_variance": 0.00354910714286285,
        "smoothed": 5.062499999999987,
        "smoothed_variance": 0.00354910714286285,
        "time": "8",
      },
    ],
    "log_likelihood": 1.49337135748757,
    "noise_variance": 0.02839285714285584,
    "rows": 8,
  },
} satisfies Case<"fit_local_level">;

// indicators: month to date like for like
export const indicators_1 = {
  input: {
    "tables": {
      "sales": {
        "date": ["2025-03-10", "2026-02-03", "2026-02-20", "2026-03-05", "2026-03-25"],
        "revenue": [50, 20, 30, 40, 99],
      },
    },
  },
  options: {
    "as_of": "2026-03-10",
    "indicators": [{"catalogue": "revenue"}],
    "to_date": ["month"],
  },
  output: {
    "as_of": "2026-03-10",
    "evidence": {
      "assumptions": [
        {
          "code": "complete-records",
          "message": "the tables hold every record of the time looked at, each once",
        },
        {
          "code": "description",
          "message": "the figures say what was recorded, not what caused it",
        },
      ],
      "checks": [
        {
          "code": "complete-cells",
          "message": "share of rows whose cells are all there",
          "passed": true,
          "value": 1.0,
        },
        {
          "code": "dated-rows",
          "message": "share of rows that have a time",
          "passed": true,
          "value": 1.0,
        },
      ],
      "grade": "association",
    },
    "indicators": [
      {
        "additivity": "additive",
        "age_days": 5.0,
        "better": "higher",
        "coverage": 1.0,
        "formula": "Σ revenue",
        "id": "revenue",
        "latest": "2026-03-05",
        "name": "Revenue",
        "per": 1.0,
        "stage": "impact",
        "to_date": [
          {
            "figure": {"n": 1, "value": 40.0},
            "from": "2026-03-01",
            "last_year": {
              "change": -10.0,
              "from": "2025-03-01",
              "relative": -0.2,
              "to": "2025-03-10",
              "value": 50.0,
            },
            "previous": {
              "change": 20.0,
              "from": "2026-02-01",
              "relative": 1.0,
              "to": "2026-02-10",
              "value": 20.0,
            },
            "span": "month",
            "to": "2026-03-10",
          },
        ],
        "total": {"n": 4, "value": 140.0},
        "unit": "currency",
      },
    ],
  },
} satisfies Case<"indicators">;

// indicators: a ratio by month, one reach missing
export const indicators_2 = {
  input: {
    "tables": {
      "posts": {
        "channel": ["a", "b", "a"],
        "date": ["2026-03-02", "2026-03-03", "2026-04-01"],
        "interactions": [10, 5, 9],
        "reach": [100, 200, null],
      },
    },
  },
  options: {
    "by": ["channel"],
    "grain": "month",
    "indicators": [
      {"catalogue": "engagement-rate-by-reach"},
      {"id": "posts", "measure": {"kind": "sum", "terms": [{}]}},
    ],
  },
  output: {
    "by": ["channel"],
    "evidence": {
      "assumptions": [
        {
          "code": "complete-records",
          "message": "the tables hold every record of the time looked at, each once",
        },
        {
          "code": "description",
          "message": "the figures say what was recorded, not what caused it",
        },
      ],
      "checks": [
        {
          "code": "complete-cells",
          "message": "share of rows whose cells are all there",
          "passed": false,
          "value": 0.8333333333333334,
        },
        {
          "code": "dated-rows",
          "message": "share of rows that have a time",
          "passed": true,
          "value": 1.0,
        },
      ],
      "grade": "association",
    },
    "indicators": [
      {
        "additivity": "ratio",
        "better": "higher",
        "cautions": [
          {
            "at": "indicators/engagement-rate-by-reach",
            "code": "missing-values",
            "help": "fill in what is known; missing is not zero",
            "message": "1 rows miss a cell and are left out",
            "severity": "warning",
          },
        ],
        "cells": [
          {
            "figure": {
              "denominator": 100.0,
              "mean_of_ratios": 10.0,
              "n": 1,
              "numerator": 10.0,
              "value": 10.0,
            },
            "from": "2026-03-01",
            "group": ["a"],
            "period": "2026-03",
            "to": "2026-03-31",
          },
          {
            "figure": {"missing": 1, "n": 0},
            "from": "2026-04-01",
            "group": ["a"],
            "period": "2026-04",
            "to": "2026-04-30",
          },
          {
            "figure": {
              "denominator": 200.0,
              "mean_of_ratios": 2.5,
              "n": 1,
              "numerator": 5.0,
              "value": 2.5,
            },
            "from": "2026-03-01",
            "group": ["b"],
            "period": "2026-03",
            "to": "2026-03-31",
          },
        ],
        "coverage": 0.6666666666666666,
        "formula": "Σ interactions ÷ Σ reach × 100",
        "id": "engagement-rate-by-reach",
        "latest": "2026-04-01",
        "name": "Engagement rate by reach",
        "per": 100.0,
        "stage": "out_takes",
        "total": {
          "denominator": 300.0,
          "mean_of_ratios": 6.25,
          "missing": 1,
          "n": 2,
          "numerator": 15.0,
          "value": 5.0,
        },
        "unit": "%",
      },
      {
        "additivity": "additive",
        "cells": [
          {
            "figure": {"n": 1, "value": 1.0},
            "from": "2026-03-01",
            "group": ["a"],
            "period": "2026-03",
            "to": "2026-03-31",
          },
          {
            "figure": {"n": 1, "value": 1.0},
            "from": "2026-04-01",
            "group": ["a"],
            "period": "2026-04",
            "to": "2026-04-30",
          },
          {
            "figure": {"n": 1, "value": 1.0},
            "from": "2026-03-01",
            "group": ["b"],
            "period": "2026-03",
            "to": "2026-03-31",
          },
        ],
        "coverage": 1.0,
        "formula": "rows",
        "id": "posts",
        "latest": "2026-04-01",
        "per": 1.0,
        "total": {"n": 3, "value": 3.0},
      },
    ],
  },
} satisfies Case<"indicators">;

// indicators: first responses with open tickets
export const indicators_3 = {
  input: {
    "tables": {
      "tickets": {
        "first_response": ["2026-03-02T10:00", "2026-03-02T10:30", "2026-03-02T12:00", null],
        "opened": [
          "2026-03-02T09:00",
          "2026-03-02T09:00",
          "2026-03-02T09:00",
          "2026-03-02T09:00",
        ],
      },
    },
  },
  options: {
    "as_of": "2026-03-02T11:00",
    "indicators": [
      {"catalogue": "first-response-within-limit", "limit": 1.5},
      {"catalogue": "first-response-time"},
    ],
  },
  output: {
    "as_of": "2026-03-02T11:00",
    "evidence": {
      "assumptions": [
        {
          "code": "complete-records",
          "message": "the tables hold every record of the time looked at, each once",
        },
        {
          "code": "description",
          "message": "the figures say what was recorded, not what caused it",
        },
      ],
      "checks": [
        {
          "code": "complete-cells",
          "message": "share of rows whose cells are all there",
          "passed": true,
          "value": 1.0,
        },
        {
          "code": "dated-rows",
          "message": "share of rows that have a time",
          "passed": true,
          "value": 1.0,
        },
      ],
      "grade": "association",
    },
    "indicators": [
      {
        "additivity": "none",
        "age_days": 0.08333333333333333,
        "better": "higher",
        "coverage": 1.0,
        "formula": "share of opened with first_response within 1.5 hours × 100",
        "id": "first-response-within-limit",
        "latest": "2026-03-02T09:00",
        "name": "First responses within the limit",
        "per": 100.0,
        "stage": "outcomes",
        "total": {
          "high": 94.21529170048555,
          "low": 15.513871880962604,
          "n": 4,
          "open": 2,
          "value": 50.0,
        },
        "unit": "%",
      },
      {
        "additivity": "none",
        "age_days": 0.08333333333333333,
        "better": "lower",
        "coverage": 1.0,
        "formula": "percentile 50 of the hours from opened to first_response",
        "id": "first-response-time",
        "latest": "2026-03-02T09:00",
        "name": "First response time, median",
        "per": 1.0,
        "stage": "outcomes",
        "total": {"low": 1.0, "n": 4, "open": 2, "value": 1.5},
        "unit": "hours",
      },
    ],
  },
} satisfies Case<"indicators">;

// measurements: close rate by month
export const measurements_1 = {
  input: {
    "tables": {
      "deals": {
        "date": ["2026-07-10", "2026-07-20", "2026-08-05", "2026-08-09"],
        "stage": ["won", "lost", "won", "open"],
      },
    },
  },
  options: {"as_of": "2026-08-20", "grain": "month", "indicators": [{"catalogue": "close-rate"}]},
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "complete-records",
          "message": "the tables hold every record of the time looked at, each once",
        },
        {
          "code": "description",
          "message": "the figures say what was recorded, not what caused it",
        },
      ],
      "checks": [
        {
          "code": "complete-cells",
          "message": "share of rows whose cells are all there",
          "passed": true,
          "value": 1.0,
        },
        {
          "code": "dated-rows",
          "message": "share of rows that have a time",
          "passed": true,
          "value": 1.0,
        },
      ],
      "grade": "association",
    },
    "kpis": [
      {
        "aggregation": "sum",
        "kpi": "close-rate",
        "measurements": [
          {"at": "2026-07-31", "denominator": 2.0, "n": 2, "numerator": 1.0},
          {
            "at": "2026-08-20",
            "denominator": 1.0,
            "n": 1,
            "numerator": 1.0,
            "quality": "provisional",
          },
        ],
        "per": 100.0,
        "unit": "%",
      },
    ],
  },
} satisfies Case<"measurements">;

// kpi_catalogue: innovation
export const kpi_catalogue_1 = {
  input: {"request": {"pack": "innovation"}},
  output: {
    "kpis": [
      {
        "better": "lower",
        "denominator": "every item begun; open ones count as open",
        "formula": "percentile 50 of the days from submitted to trial",
        "id": "idea-to-trial-time",
        "measure": {
          "end": "trial",
          "kind": "duration",
          "start": "submitted",
          "summary": {"kind": "quantile", "p": 0.5},
          "unit": "days",
        },
        "name": "Idea to trial",
        "per": 1.0,
        "question": "How long from an idea to its trial?",
        "roles": [
          {"meaning": "when the idea was written down", "role": "submitted"},
          {"meaning": "when its trial began", "role": "trial"},
        ],
        "source": "Anderson, Kanban (2010); open items by Kaplan and Meier (1958)",
        "stage": "outcomes",
        "unit": "days",
      },
      {
        "better": "higher",
        "formula": "rows",
        "id": "ideas",
        "measure": {"kind": "sum", "terms": [{}]},
        "name": "Ideas",
        "per": 1.0,
        "question": "How many ideas came in?",
        "roles": [],
        "source": "AMEC, Integrated Evaluation Framework (2016)",
        "stage": "activities",
        "unit": "ideas",
      },
      {
        "better": "higher",
        "denominator": "every item begun; open ones count as open",
        "formula": "share of submitted with trial within 90 days × 100",
        "id": "ideas-in-trial-within-limit",
        "measure": {
          "end": "trial",
          "kind": "duration",
          "start": "submitted",
          "summary": {"kind": "share_within", "limit": 90.0},
          "unit": "days",
        },
        "name": "Ideas in trial within the limit",
        "per": 100.0,
        "question": "How many ideas are tried soon?",
        "roles": [
          {"meaning": "when the idea was written down", "role": "submitted"},
          {"meaning": "when its trial began", "role": "trial"},
        ],
        "source": "Anderson, Kanban (2010); open items by Kaplan and Meier (1958)",
        "stage": "outcomes",
        "unit": "%",
      },
    ],
    "packs": [
      {
        "goal": "bring more ideas to trial, sooner",
        "kpis": ["idea-to-trial-time", "ideas-in-trial-within-limit", "ideas"],
        "name": "Innovation",
        "pack": "innovation",
      },
    ],
  },
} satisfies Case<"kpi_catalogue">;

// rate_change: both got better, the whole got worse
export const rate_change_1 = {
  input: {
    "table": {
      "denominator": [900, 1000, 400, 2000],
      "numerator": [90, 10, 46, 30],
      "period": ["before", "before", "after", "after"],
      "segment": ["mail", "social", "mail", "social"],
    },
  },
  options: {"per": 100, "proportion": true},
  output: {
    "change": {
      "high": -0.8935101195573317,
      "low": -3.3614160081418833,
      "value": -2.096491228070175,
    },
    "denominator_effect": -0.9640189950226237,
    "evidence": {
      "assumptions": [
        {
          "code": "arithmetic",
          "message": "the split says where the change sits, not what caused it",
        },
        {
          "code": "segments",
          "message": "the segments are those that matter: others would split the change otherwise",
        },
        {
          "code": "independent-units",
          "message": "each unit of the denominator counts once, alone",
        },
      ],
      "checks": [
        {
          "code": "same-segments",
          "message": "segments in only one of the periods",
          "passed": true,
          "value": 0.0,
        },
      ],
      "grade": "association",
    },
    "missing": 0,
    "mix_effect": -2.9166666666666665,
    "n": 4,
    "numerator_effect": -1.1324722330475512,
    "other_periods": 0,
    "rate_after": 3.166666666666667,
    "rate_before": 5.263157894736842,
    "rate_effect": 0.8201754385964912,
    "segments": [
      {
        "denominator_after": 400.0,
        "denominator_before": 900.0,
        "mix_effect": -3.300438596491228,
        "mix_effect_against_whole": -2.0063865804863035,
        "numerator_after": 46.0,
        "numerator_before": 90.0,
        "rate_after": 11.5,
        "rate_before": 10.0,
        "rate_effect": 0.48026315789473684,
        "segment": "mail",
        "share_after": 0.16666666666666666,
        "share_before": 0.47368421052631576,
      },
      {
        "denominator_after": 2000.0,
        "denominator_before": 1000.0,
        "mix_effect": 0.3837719298245615,
        "mix_effect_against_whole": -0.9102800861803634,
        "numerator_after": 30.0,
        "numerator_before": 10.0,
        "rate_after": 1.5,
        "rate_before": 1.0,
        "rate_effect": 0.33991228070175433,
        "segment": "social",
        "share_after": 0.8333333333333334,
        "share_before": 0.5263157894736842,
      },
    ],
  },
} satisfies Case<"rate_change">;

// score_change: one up, one down, one new
export const score_change_1 = {
  input: {
    "request": {
      "after": "2026-09-30",
      "before": "2026-06-30",
      "objectives": [
        {
          "id": "demand",
          "kpis": [
            {
              "baseline": 0,
              "id": "leads",
              "measurements": [
                {"at": "2026-06-30", "value": 40},
                {"at": "2026-09-30", "value": 80},
              ],
              "target": 100,
            },
            {
              "baseline": 0,
              "id": "close-rate",
              "measurements": [
                {"at": "2026-06-30", "value": 60},
                {"at": "2026-09-30", "value": 50},
              ],
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
    },
  },
  output: {
    "after": 0.42500000000000004,
    "before": 0.5,
    "change": -0.07499999999999996,
    "coverage_after": 1.0,
    "coverage_before": 0.5,
    "drivers": [
      {
        "actual_after": 20.0,
        "coverage_effect": -0.13125,
        "effect": -0.13125,
        "kpi": "deal-size",
        "objective": "demand",
        "score_after": 0.2,
        "score_effect": 0.0,
      },
      {
        "actual_after": 80.0,
        "actual_before": 40.0,
        "coverage_effect": -0.03437500000000002,
        "effect": 0.115625,
        "kpi": "leads",
        "objective": "demand",
        "score_after": 0.8,
        "score_before": 0.4,
        "score_effect": 0.15000000000000002,
      },
      {
        "actual_after": 50.0,
        "actual_before": 60.0,
        "coverage_effect": -0.021875000000000006,
        "effect": -0.059375,
        "kpi": "close-rate",
        "objective": "demand",
        "score_after": 0.5,
        "score_before": 0.6,
        "score_effect": -0.03749999999999999,
      },
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "arithmetic",
          "message": "the drivers say where the change sits, not what caused it",
        },
      ],
      "cautions": [
        {
          "at": "objectives",
          "code": "coverage-changed",
          "help": "look at the effects of scores apart from those of coverage",
          "message": "the dates do not have data for the same KPIs",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "same-coverage",
          "message": "change of the share of weight with data",
          "passed": false,
          "value": 0.5,
        },
      ],
      "grade": "association",
    },
    "objectives": [
      {"after": 0.42500000000000004, "before": 0.5, "effect": -0.075, "objective": "demand"},
    ],
  },
} satisfies Case<"score_change">;

// calendar_period: the first Sunday of 2021
export const calendar_period_1 = {
  input: {"request": {"date": "2021-01-03"}},
  output: {
    "date": "2021-01-03",
    "day_of_fiscal_year": 3,
    "day_of_quarter": 3,
    "days_in_month": 31,
    "fiscal_quarter": 1,
    "fiscal_quarter_start": "2021-01-01",
    "fiscal_year": 2021,
    "fiscal_year_start": "2021-01-01",
    "iso_week": 53,
    "iso_year": 2020,
    "month_start": "2021-01-01",
    "quarter": 1,
    "quarter_start": "2021-01-01",
    "week_start": "2020-12-28",
    "year_start": "2021-01-01",
  },
} satisfies Case<"calendar_period">;

// calendar_period: the last Monday of 2024, fiscal year from April
export const calendar_period_2 = {
  input: {"request": {"date": "2024-12-30", "fiscal_year_start": 4}},
  output: {
    "date": "2024-12-30",
    "day_of_fiscal_year": 274,
    "day_of_quarter": 91,
    "days_in_month": 31,
    "fiscal_quarter": 3,
    "fiscal_quarter_start": "2024-10-01",
    "fiscal_year": 2025,
    "fiscal_year_start": "2024-04-01",
    "iso_week": 1,
    "iso_year": 2025,
    "month_start": "2024-12-01",
    "quarter": 4,
    "quarter_start": "2024-10-01",
    "week_start": "2024-12-30",
    "year_start": "2024-01-01",
  },
} satisfies Case<"calendar_period">;

// forecast: drift to a target
export const forecast_1 = {
  input: {"table": {"value": [2, 6, 10, 14, 18]}},
  options: {"horizon": 2, "method": "drift", "target": 45},
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "past-goes-on",
          "message": "what made the series so far goes on: no new campaign, market or way of counting",
        },
        {
          "code": "parameters-known",
          "message": "intervals take the parameters found as true and errors as normal; both make them rather too narrow",
        },
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
      ],
      "checks": [
        {
          "code": "better-than-naive",
          "message": "mean error as a multiple of that of the last season again, in the past",
          "passed": true,
          "value": 0.0,
        },
      ],
      "grade": "association",
    },
    "filled": 0,
    "fit": {"mae": 0.0, "mase": 0.0, "mse": 0.0, "name": "drift"},
    "history": [
      {"value": 2.0},
      {"value": 6.0},
      {"value": 10.0},
      {"value": 14.0},
      {"value": 18.0},
    ],
    "method": "drift",
    "points": [
      {
        "intervals": [
          {"high": 22.0, "level": 0.8, "low": 22.0},
          {"high": 22.0, "level": 0.95, "low": 22.0},
        ],
        "step": 1,
        "value": 22.0,
      },
      {
        "intervals": [
          {"high": 26.0, "level": 0.8, "low": 26.0},
          {"high": 26.0, "level": 0.95, "low": 26.0},
        ],
        "step": 2,
        "value": 26.0,
      },
    ],
    "rows": 5,
    "total": {
      "gap": -3.0,
      "intervals": [
        {"high": 48.0, "level": 0.8, "low": 48.0},
        {"high": 48.0, "level": 0.95, "low": 48.0},
      ],
      "path": [
        {
          "intervals": [
            {"high": 22.0, "level": 0.8, "low": 22.0},
            {"high": 22.0, "level": 0.95, "low": 22.0},
          ],
          "step": 1,
          "value": 22.0,
        },
        {
          "intervals": [
            {"high": 48.0, "level": 0.8, "low": 48.0},
            {"high": 48.0, "level": 0.95, "low": 48.0},
          ],
          "step": 2,
          "value": 48.0,
        },
      ],
      "probability": 1.0,
      "so_far": 0.0,
      "target": 45.0,
      "value": 48.0,
    },
  },
} satisfies Case<"forecast">;

// forecast: the form is chosen
export const forecast_2 = {
  input: {
    "table": {
      "value": [
        112,
        118,
        132,
        129,
        121,
        135,
        148,
        148,
        136,
        119,
        104,
        118,
        115,
        126,
        141,
        135,
        125,
        149,
        170,
        170,
        158,
        133,
        114,
        140,
      ],
    },
  },
  options: {"horizon": 3, "method": "ets"},
  output: {
    "candidates": [
      {"aicc": 210.82314283995947, "log_likelihood": -101.81157141997974, "name": "ETS(A,N,N)"},
      {"aicc": 211.49183440100046, "log_likelihood": -102.14591720050024, "name": "ETS(M,N,N)"},
      {"aicc": 216.60198488006296, "log_likelihood": -101.63432577336481, "name": "ETS(M,A,N)"},
      {"aicc": 216.78919200567003, "log_likelihood": -101.72792933616834, "name": "ETS(A,A,N)"},
      {"aicc": 220.06147860438742, "log_likelihood": -101.56015106689959, "name": "ETS(A,Ad,N)"},
      {"aicc": 220.28069373495245, "log_likelihood": -101.66975863218211, "name": "ETS(M,Ad,N)"},
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "past-goes-on",
          "message": "what made the series so far goes on: no new campaign, market or way of counting",
        },
        {
          "code": "parameters-known",
          "message": "intervals take the parameters found as true and errors as normal; both make them rather too narrow",
        },
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
      ],
      "checks": [
        {
          "code": "errors-look-random",
          "message": "test of Ljung and Box on 4 lags: a small number means that the errors follow one another",
          "passed": true,
          "value": 0.10368612244486104,
        },
        {
          "code": "better-than-naive",
          "message": "mean error as a multiple of that of the last season again, in the past",
          "passed": true,
          "value": 0.9583572899026832,
        },
      ],
      "grade": "association",
    },
    "filled": 0,
    "fit": {
      "aic": 209.62314283995948,
      "aicc": 210.82314283995947,
      "bic": 213.15730433100333,
      "error": "additive",
      "log_likelihood": -101.81157141997974,
      "mae": 12.00029997791186,
      "mase": 0.9583572899026832,
      "mse": 201.59158373583873,
      "name": "ETS(A,N,N)",
      "parameters": {"alpha": 0.9999, "level": 112.00060013999675},
      "season": "none",
      "states": {"level": 139.997400190025},
      "trend": "none",
      "variance": 219.9180913481877,
    },
    "history": [
      {"value": 112.0},
      {"value": 118.0},
      {"value": 132.0},
      {"value": 129.0},
      {"value": 121.0},
      {"value": 135.0},
      {"value": 148.0},
      {"value": 148.0},
      {"value": 136.0},
      {"value": 119.0},
      {"value": 104.0},
      {"value": 118.0},
      {"value": 115.0},
      {"value": 126.0},
      {"value": 141.0},
      {"value": 135.0},
      {"value": 125.0},
      {"value": 149.0},
      {"value": 170.0},
      {"value": 170.0},
      {"value": 158.0},
      {"value": 133.0},
      {"value": 114.0},
      {"value": 140.0},
    ],
    "method": "ets",
    "points": [
      {
        "intervals": [
          {"high": 159.0023428802528, "level": 0.8, "low": 120.99245749979717},
          {"high": 169.06295182490217, "level": 0.95, "low": 110.93184855514781},
        ],
        "step": 1,
        "value": 139.997400190025,
      },
      {
        "intervals": [
          {"high": 166.87310407588134, "level": 0.8, "low": 113.12169630416864},
          {"high": 181.1002423164415, "level": 0.95, "low": 98.89455806360849},
        ],
        "step": 2,
        "value": 139.997400190025,
      },
      {
        "intervals": [
          {"high": 172.91273205925614, "level": 0.8, "low": 107.08206832079384},
          {"high": 190.33705622677724, "level": 0.95, "low": 89.65774415327276},
        ],
        "step": 3,
        "value": 139.997400190025,
      },
    ],
    "rows": 24,
    "total": {
      "intervals": [
        {"high": 491.83307352644135, "level": 0.8, "low": 350.61975149181836},
        {"high": 527.957639924537, "level": 0.95, "low": 317.38601214028074},
      ],
      "so_far": 0.0,
      "value": 419.99220057007494,
    },
  },
} satisfies Case<"forecast">;

// forecast: the last season again
export const forecast_3 = {
  input: {"table": {"value": [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40]}},
  options: {"horizon": 4, "method": "seasonal_naive", "periods": [4]},
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "past-goes-on",
          "message": "what made the series so far goes on: no new campaign, market or way of counting",
        },
        {
          "code": "parameters-known",
          "message": "intervals take the parameters found as true and errors as normal; both make them rather too narrow",
        },
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
      ],
      "grade": "association",
    },
    "filled": 0,
    "fit": {"mae": 0.0, "mse": 0.0, "name": "seasonal naive"},
    "history": [
      {"value": 10.0},
      {"value": 20.0},
      {"value": 30.0},
      {"value": 40.0},
      {"value": 10.0},
      {"value": 20.0},
      {"value": 30.0},
      {"value": 40.0},
      {"value": 10.0},
      {"value": 20.0},
      {"value": 30.0},
      {"value": 40.0},
      {"value": 10.0},
      {"value": 20.0},
      {"value": 30.0},
      {"value": 40.0},
    ],
    "method": "seasonal_naive",
    "periods": [4],
    "points": [
      {
        "intervals": [
          {"high": 10.0, "level": 0.8, "low": 10.0},
          {"high": 10.0, "level": 0.95, "low": 10.0},
        ],
        "step": 1,
        "value": 10.0,
      },
      {
        "intervals": [
          {"high": 20.0, "level": 0.8, "low": 20.0},
          {"high": 20.0, "level": 0.95, "low": 20.0},
        ],
        "step": 2,
        "value": 20.0,
      },
      {
        "intervals": [
          {"high": 30.0, "level": 0.8, "low": 30.0},
          {"high": 30.0, "level": 0.95, "low": 30.0},
        ],
        "step": 3,
        "value": 30.0,
      },
      {
        "intervals": [
          {"high": 40.0, "level": 0.8, "low": 40.0},
          {"high": 40.0, "level": 0.95, "low": 40.0},
        ],
        "step": 4,
        "value": 40.0,
      },
    ],
    "rows": 16,
    "total": {
      "intervals": [
        {"high": 100.0, "level": 0.8, "low": 100.0},
        {"high": 100.0, "level": 0.95, "low": 100.0},
      ],
      "so_far": 0.0,
      "value": 100.0,
    },
  },
} satisfies Case<"forecast">;

// backtest: a season that repeats to the digit
export const backtest_1 = {
  input: {
    "table": {
      "value": [
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
        10,
        20,
        30,
        40,
      ],
    },
  },
  options: {"folds": 3, "forecast": {"horizon": 2, "method": "seasonal_naive", "periods": [4]}},
  output: {
    "accuracy": {"bias": 0.0, "forecasts": 6, "mae": 0.0, "mape": 0.0, "rmse": 0.0, "smape": 0.0},
    "coverage": [
      {"level": 0.8, "share": 1.0, "width": 0.0},
      {"level": 0.95, "share": 1.0, "width": 0.0},
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "past-goes-on",
          "message": "the method will do as well as it did over the values compared",
        },
      ],
      "cautions": [
        {
          "at": "options/folds",
          "code": "few-forecasts",
          "message": "6 forecasts compared say little",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "coverage",
          "message": "share of values inside the intervals of 0.8",
          "passed": true,
          "value": 1.0,
        },
        {
          "code": "coverage",
          "message": "share of values inside the intervals of 0.95",
          "passed": true,
          "value": 1.0,
        },
      ],
      "grade": "association",
    },
    "folds": [
      {
        "accuracy": {
          "bias": 0.0,
          "forecasts": 2,
          "mae": 0.0,
          "mape": 0.0,
          "rmse": 0.0,
          "smape": 0.0,
        },
        "known": 28,
        "model": "seasonal naive",
      },
      {
        "accuracy": {
          "bias": 0.0,
          "forecasts": 2,
          "mae": 0.0,
          "mape": 0.0,
          "rmse": 0.0,
          "smape": 0.0,
        },
        "known": 29,
        "model": "seasonal naive",
      },
      {
        "accuracy": {
          "bias": 0.0,
          "forecasts": 2,
          "mae": 0.0,
          "mape": 0.0,
          "rmse": 0.0,
          "smape": 0.0,
        },
        "known": 30,
        "model": "seasonal naive",
      },
    ],
    "method": "seasonal_naive",
    "naive": {"bias": 0.0, "forecasts": 6, "mae": 0.0, "mape": 0.0, "rmse": 0.0, "smape": 0.0},
    "steps": [
      {
        "accuracy": {
          "bias": 0.0,
          "forecasts": 3,
          "mae": 0.0,
          "mape": 0.0,
          "rmse": 0.0,
          "smape": 0.0,
        },
        "step": 1,
      },
      {
        "accuracy": {
          "bias": 0.0,
          "forecasts": 3,
          "mae": 0.0,
          "mape": 0.0,
          "rmse": 0.0,
          "smape": 0.0,
        },
        "step": 2,
      },
    ],
  },
} satisfies Case<"backtest">;

// decompose: season and nothing else
export const decompose_1 = {
  input: {"table": {"value": [10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40, 10, 20, 30, 40]}},
  options: {"periodic": true, "periods": [4]},
  output: {
    "adjusted": [
      24.999999999999993,
      25.0,
      25.000000000000007,
      25.0,
      24.999999999999993,
      25.0,
      25.000000000000007,
      25.0,
      24.999999999999993,
      25.0,
      25.000000000000007,
      25.0,
      24.999999999999993,
      25.0,
      25.000000000000007,
      25.0,
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "parts-are-smooth",
          "message": "trend and seasons change slowly; what changes faster is in the remainder",
        },
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
      ],
      "grade": "association",
    },
    "filled": 0,
    "remainder": [
      1.4210854715202004e-14,
      1.4210854715202004e-14,
      3.552713678800501e-15,
      3.552713678800501e-15,
      -7.105427357601002e-15,
      3.552713678800501e-15,
      7.105427357601002e-15,
      3.552713678800501e-15,
      -7.105427357601002e-15,
      3.552713678800501e-15,
      7.105427357601002e-15,
      3.552713678800501e-15,
      -7.105427357601002e-15,
      0.0,
      0.0,
      1.4210854715202004e-14,
    ],
    "rows": 16,
    "seasons": [
      {
        "period": 4,
        "strength": 1.0,
        "values": [
          -14.999999999999993,
          -5.0,
          4.999999999999995,
          14.999999999999998,
          -14.999999999999993,
          -5.0,
          4.999999999999995,
          14.999999999999998,
          -14.999999999999993,
          -5.0,
          4.999999999999995,
          14.999999999999998,
          -14.999999999999993,
          -5.0,
          4.999999999999995,
          14.999999999999998,
        ],
      },
    ],
    "trend": [
      24.99999999999998,
      24.999999999999986,
      25.000000000000004,
      24.999999999999996,
      25.0,
      24.999999999999996,
      25.0,
      24.999999999999996,
      25.0,
      24.999999999999996,
      25.0,
      24.999999999999996,
      25.0,
      25.0,
      25.000000000000007,
      24.999999999999986,
    ],
  },
} satisfies Case<"decompose">;

// trend: a straight line
export const trend_1 = {
  input: {"table": {"value": [3, 5, 7, 9, 11, 13, 15, 17]}},
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "straight-line",
          "message": "the change for each step is about the same throughout",
        },
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
      ],
      "grade": "association",
    },
    "intercept": 3.0,
    "mean": 10.0,
    "median": 10.0,
    "median_deviation": 4.0,
    "robust_slope": {"high": 2.0, "low": 2.0, "value": 2.0},
    "rows": 8,
    "slope": {"high": 2.0, "low": 2.0, "standard_error": 0.0, "value": 2.0},
    "smoothed": 12.7176534,
    "standard_deviation": 4.898979485566356,
    "trailing_mean": 14.0,
    "trend_p": 0.0008366271311193047,
  },
} satisfies Case<"trend">;

// trend: one month stands out
export const trend_2 = {
  input: {
    "table": {
      "month": [
        "2026-01-01",
        "2026-02-01",
        "2026-03-01",
        "2026-04-01",
        "2026-05-01",
        "2026-06-01",
        "2026-07-01",
        "2026-08-01",
        "2026-09-01",
        "2026-10-01",
        "2026-11-01",
        "2026-12-01",
      ],
      "value": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50],
    },
  },
  options: {"bucket": "quarter", "time": "month"},
  output: {
    "buckets": [
      {"mean": 1.0, "name": "2026Q1", "sum": 3.0, "values": 3},
      {"mean": 1.0, "name": "2026Q2", "sum": 3.0, "values": 3},
      {"mean": 1.0, "name": "2026Q3", "sum": 3.0, "values": 3},
      {"mean": 17.333333333333332, "name": "2026Q4", "sum": 52.0, "values": 3},
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "straight-line",
          "message": "the change for each step is about the same throughout",
        },
      ],
      "cautions": [
        {
          "at": "columns",
          "code": "less-than-two-years",
          "message": "less than two years: a season of the year looks like a trend",
          "severity": "warning",
        },
      ],
      "grade": "association",
    },
    "intercept": -5.282051282051282,
    "mean": 5.083333333333333,
    "median": 1.0,
    "median_deviation": 0.0,
    "outliers": [{"index": 11, "time": "2026-12-01", "value": 50.0, "z": 3.1754264805429417}],
    "robust_slope": {"high": 0.0, "low": 0.0, "value": 0.0},
    "rows": 12,
    "slope": {
      "high": 4.872484622723682,
      "low": -1.1032538534929137,
      "standard_error": 1.3409708445435355,
      "value": 1.8846153846153846,
    },
    "smoothed": 15.7,
    "standard_deviation": 14.14508159514583,
    "trailing_mean": 13.25,
    "trend_p": 0.14750139990263272,
  },
} satisfies Case<"trend">;

// transform_series: halves each week
export const transform_series_1 = {
  input: {
    "request": {
      "adstock": {"kind": "geometric", "retention": 0.5},
      "saturation": {"half": 50, "kind": "hill", "slope": 1},
      "values": [100, 0, 0],
    },
  },
  output: {
    "adstocked": [100.0, 50.0, 25.0],
    "half_effect_lag": 0,
    "inflation": 1.75,
    "marginal": [0.0022222222222222222, 0.005, 0.008888888888888889],
    "saturation": {"half": 50.0, "kind": "hill", "slope": 1.0},
    "values": [0.6666666666666666, 0.5, 0.3333333333333333],
    "weights": [1.0, 0.5, 0.25],
  },
} satisfies Case<"transform_series">;

// allocate_budget: two alike, of two campaigns
export const allocate_budget_1 = {
  input: {
    "request": {
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
    },
  },
  output: {
    "campaigns": [
      {"campaign": "care", "response": 4.999999999999999, "spend": 49.99999999999998},
      {"campaign": "launch", "response": 5.000000000000001, "spend": 50.00000000000002},
    ],
    "channels": [
      {
        "average": 0.09999999999999998,
        "bound": "free",
        "channel": "a",
        "curve": [
          {"response": 0.0, "spend": 0.0},
          {"response": 0.5882352941176473, "spend": 3.1250000000000013},
          {"response": 1.1111111111111116, "spend": 6.250000000000003},
          {"response": 1.578947368421053, "spend": 9.375000000000004},
          {"response": 2.000000000000001, "spend": 12.500000000000005},
          {"response": 2.380952380952382, "spend": 15.625000000000005},
          {"response": 2.7272727272727284, "spend": 18.750000000000007},
          {"response": 3.043478260869566, "spend": 21.87500000000001},
          {"response": 3.3333333333333344, "spend": 25.00000000000001},
          {"response": 3.600000000000001, "spend": 28.12500000000001},
          {"response": 3.8461538461538467, "spend": 31.25000000000001},
          {"response": 4.074074074074075, "spend": 34.375000000000014},
          {"response": 4.2857142857142865, "spend": 37.500000000000014},
          {"response": 4.482758620689656, "spend": 40.625000000000014},
          {"response": 4.666666666666667, "spend": 43.75000000000002},
          {"response": 4.838709677419356, "spend": 46.87500000000002},
          {"response": 5.000000000000001, "spend": 50.00000000000002},
          {"response": 5.151515151515152, "spend": 53.12500000000002},
          {"response": 5.294117647058823, "spend": 56.25000000000002},
          {"response": 5.428571428571429, "spend": 59.37500000000002},
          {"response": 5.555555555555555, "spend": 62.50000000000002},
          {"response": 5.675675675675676, "spend": 65.62500000000003},
          {"response": 5.789473684210527, "spend": 68.75000000000003},
          {"response": 5.897435897435899, "spend": 71.87500000000003},
          {"response": 6.000000000000001, "spend": 75.00000000000003},
        ],
        "marginal": 0.049999999999999975,
        "response": 5.000000000000001,
        "share": 0.5000000000000002,
        "spend": 50.00000000000002,
      },
      {
        "average": 0.10000000000000002,
        "bound": "free",
        "channel": "b",
        "curve": [
          {"response": 0.0, "spend": 0.0},
          {"response": 0.5882352941176471, "spend": 3.125},
          {"response": 1.1111111111111112, "spend": 6.25},
          {"response": 1.5789473684210527, "spend": 9.375},
          {"response": 2.0, "spend": 12.5},
          {"response": 2.380952380952381, "spend": 15.625},
          {"response": 2.727272727272727, "spend": 18.75},
          {"response": 3.0434782608695654, "spend": 21.875},
          {"response": 3.333333333333333, "spend": 25.0},
          {"response": 3.5999999999999996, "spend": 28.125},
          {"response": 3.8461538461538463, "spend": 31.25},
          {"response": 4.0740740740740735, "spend": 34.375},
          {"response": 4.285714285714286, "spend": 37.5},
          {"response": 4.482758620689655, "spend": 40.625},
          {"response": 4.666666666666667, "spend": 43.75},
          {"response": 4.838709677419355, "spend": 46.875},
          {"response": 5.0, "spend": 50.0},
          {"response": 5.151515151515151, "spend": 53.125},
          {"response": 5.294117647058823, "spend": 56.25},
          {"response": 5.428571428571428, "spend": 59.375},
          {"response": 5.555555555555555, "spend": 62.5},
          {"response": 5.675675675675675, "spend": 65.625},
          {"response": 5.7894736842105265, "spend": 68.75},
          {"response": 5.897435897435898, "spend": 71.875},
          {"response": 6.0, "spend": 75.0},
        ],
        "marginal": 0.05000000000000003,
        "response": 4.999999999999999,
        "share": 0.4999999999999998,
        "spend": 49.99999999999998,
      },
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "curves-are-true",
          "message": "the response curves hold, also at spends that were never tried; the split is no better founded than they are",
        },
        {"code": "channels-add-up", "message": "channels neither help nor hinder each other"},
        {
          "code": "steady-state",
          "message": "the same is spent in each period, long enough for the carry-over to settle",
        },
      ],
      "checks": [
        {
          "code": "split-is-best",
          "message": "the relative gap between the split and what no split can exceed",
          "passed": true,
          "value": 0.0,
        },
        {
          "code": "marginals-equal",
          "message": "one more unit brings the same in every channel that no bound holds",
          "passed": true,
          "value": 1.110223024625156e-15,
        },
      ],
      "grade": "association",
    },
    "marginal": 0.05000000000000003,
    "optimal": true,
    "response": 10.0,
    "response_bound": 10.0,
    "spend": 100.0,
    "unspent": 0.0,
  },
} satisfies Case<"allocate_budget">;

// synthetic_control: by a predictor
export const synthetic_control_1 = {
  input: {
    "table": {
      "outcome": [15, 16, 17, 25, 10, 12, 13, 14, 20, 20, 21, 22, 5, 5, 5, 6],
      "size": [4, 4, 4, 4, 3, 3, 3, 3, 5, 5, 5, 5, 1, 1, 1, 1],
      "time": [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4],
      "unit": [
        "north",
        "north",
        "north",
        "north",
        "east",
        "east",
        "east",
        "east",
        "south",
        "south",
        "south",
        "south",
        "west",
        "west",
        "west",
        "west",
      ],
    },
  },
  options: {
    "intervention": 4,
    "leave_one_out": false,
    "placebos_in_space": false,
    "predictor_weights": [1, 1],
    "predictors": [{"column": "size", "times": [1]}, {"column": "outcome"}],
    "treated": "north",
  },
  output: {
    "average_effect": 7.0,
    "balance": [
      {
        "donors": 3.0,
        "predictor": "size",
        "synthetic": 3.9999999999999996,
        "treated": 4.0,
        "weight": 0.5,
      },
      {
        "donors": 12.333333333333334,
        "predictor": "outcome",
        "synthetic": 16.0,
        "treated": 16.0,
        "weight": 0.5,
      },
    ],
    "cumulative_effect": 7.0,
    "evidence": {
      "assumptions": [
        {"code": "donors-untouched", "message": "the treatment did not change the donors"},
        {
          "code": "mix-holds",
          "message": "the mix that was like the treated unit before would have stayed like it",
        },
        {
          "code": "no-anticipation",
          "message": "nothing of the treatment was felt before it began",
        },
      ],
      "cautions": [
        {
          "at": "placebos_in_space",
          "code": "few-placebos",
          "message": "with 0 placebos the p-value cannot be below 1.00",
          "severity": "info",
        },
      ],
      "checks": [
        {
          "code": "pre-period-fit",
          "message": "error of the mix before the treatment ÷ deviation of the outcome, at most 0.25",
          "passed": true,
          "value": 2.8086667748613606e-15,
        },
        {
          "code": "several-donors",
          "message": "largest share of a donor, at most 0.95",
          "passed": true,
          "value": 0.5000000000000002,
        },
      ],
      "grade": "quasi_experiment",
    },
    "fit_mspe": 0.0,
    "loss": 4.0059342843254506e-32,
    "loss_gap": 2.419391785469675e-16,
    "post_rmspe": 7.0,
    "pre_rmspe": 2.2932668186396043e-15,
    "relative_effect": 0.3888888888888889,
    "series": [
      {"actual": 15.0, "gap": 0.0, "period": "pre", "synthetic": 15.0, "time": "1"},
      {
        "actual": 16.0,
        "gap": 1.7763568394002505e-15,
        "period": "pre",
        "synthetic": 15.999999999999998,
        "time": "2",
      },
      {
        "actual": 17.0,
        "gap": -3.552713678800501e-15,
        "period": "pre",
        "synthetic": 17.000000000000004,
        "time": "3",
      },
      {"actual": 25.0, "gap": 7.0, "period": "post", "synthetic": 18.0, "time": "4"},
    ],
    "weights": [
      {"unit": "east", "weight": 0.49999999999999944},
      {"unit": "south", "weight": 0.5000000000000002},
      {"unit": "west", "weight": 3.876591289433924e-16},
    ],
  },
} satisfies Case<"synthetic_control">;

// synthetic_control: half east, half south
export const synthetic_control_2 = {
  input: {
    "table": {
      "outcome": [15, 16, 17, 25, 10, 12, 13, 14, 20, 20, 21, 22, 5, 5, 5, 6],
      "time": [1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4],
      "unit": [
        "north",
        "north",
        "north",
        "north",
        "east",
        "east",
        "east",
        "east",
        "south",
        "south",
        "south",
        "south",
        "west",
        "west",
        "west",
        "west",
      ],
    },
  },
  options: {"intervention": 4, "treated": "north"},
  output: {
    "average_effect": 7.0,
    "cumulative_effect": 7.0,
    "evidence": {
      "assumptions": [
        {"code": "donors-untouched", "message": "the treatment did not change the donors"},
        {
          "code": "mix-holds",
          "message": "the mix that was like the treated unit before would have stayed like it",
        },
        {
          "code": "no-anticipation",
          "message": "nothing of the treatment was felt before it began",
        },
      ],
      "cautions": [
        {
          "at": "placebos_in_space",
          "code": "few-placebos",
          "message": "with 3 placebos the p-value cannot be below 0.25",
          "severity": "info",
        },
      ],
      "checks": [
        {
          "code": "pre-period-fit",
          "message": "error of the mix before the treatment ÷ deviation of the outcome, at most 0.25",
          "passed": true,
          "value": 0.0,
        },
        {
          "code": "several-donors",
          "message": "largest share of a donor, at most 0.95",
          "passed": true,
          "value": 0.5,
        },
        {
          "code": "leave-one-out",
          "message": "donors without which the effect has another sign",
          "passed": true,
          "value": 0.0,
        },
      ],
      "grade": "quasi_experiment",
    },
    "fit_mspe": 0.0,
    "leave_one_out": [
      {"average_effect": 7.5099150141643065, "donor": "east", "pre_rmspe": 0.5501308969483065},
      {"average_effect": 11.0, "donor": "south", "pre_rmspe": 4.358898943540674},
    ],
    "loss": 0.0,
    "loss_gap": 0.0,
    "placebos_in_space": [
      {
        "average_effect": 1.019830028328613,
        "name": "east",
        "post_rmspe": 1.019830028328613,
        "pre_rmspe": 1.100261793896613,
        "rmspe_ratio": 0.9268976110829512,
      },
      {
        "average_effect": 8.0,
        "name": "south",
        "post_rmspe": 8.0,
        "pre_rmspe": 8.717797887081348,
        "rmspe_ratio": 0.917662935482247,
      },
      {
        "average_effect": -8.0,
        "name": "west",
        "post_rmspe": 8.0,
        "pre_rmspe": 6.782329983125268,
        "rmspe_ratio": 1.179535649239177,
      },
    ],
    "post_rmspe": 7.0,
    "pre_rmspe": 0.0,
    "relative_effect": 0.3888888888888889,
    "series": [
      {"actual": 15.0, "gap": 0.0, "period": "pre", "synthetic": 15.0, "time": "1"},
      {"actual": 16.0, "gap": 0.0, "period": "pre", "synthetic": 16.0, "time": "2"},
      {"actual": 17.0, "gap": 0.0, "period": "pre", "synthetic": 17.0, "time": "3"},
      {"actual": 25.0, "gap": 7.0, "period": "post", "synthetic": 18.0, "time": "4"},
    ],
    "weights": [
      {"unit": "east", "weight": 0.5},
      {"unit": "south", "weight": 0.5},
      {"unit": "west", "weight": 0.0},
    ],
  },
} satisfies Case<"synthetic_control">;

// compare_proportions: lead conversion doubles
export const compare_proportions_1 = {
  input: {
    "request": {
      "control": {"successes": 35, "trials": 1000},
      "prior": {},
      "settings": {"planned_units": 2000, "randomized": true},
      "treatment": {"successes": 71, "trials": 1000},
    },
  },
  output: {
    "advice": "stop_for_benefit",
    "control": {
      "agresti_coull": {"high": 0.048422873605712666, "low": 0.025136011785853608},
      "clopper_pearson": {"high": 0.04834238161422177, "low": 0.02449752789475871},
      "jeffreys": {"high": 0.04776621786683818, "low": 0.024917914444504002},
      "rate": 0.035,
      "successes": 35,
      "trials": 1000,
      "wald": {"high": 0.04639057819730606, "low": 0.023609421802693948},
      "wilson": {"high": 0.04828662237445333, "low": 0.025272263017112943},
    },
    "difference": {
      "high": 0.05612138181733556,
      "low": 0.01645794367344634,
      "standard_error": 0.009986691143717223,
      "value": 0.03599999999999999,
    },
    "evidence": {
      "assumptions": [
        {
          "code": "independent-units",
          "message": "units answer independently: no unit is counted twice, none sees or influences the other variant",
        },
        {
          "code": "random-assignment",
          "message": "units came to their variants by lot, as the settings say",
        },
      ],
      "checks": [
        {
          "code": "cells-large-enough",
          "message": "the normal approximation wants at least 5 units with and without the outcome in each arm",
          "passed": true,
          "value": 35.0,
        },
      ],
      "grade": "experiment",
    },
    "methods": {
      "agresti_caffo": {"high": 0.05563801725439941, "low": 0.01621827017075029},
      "agresti_caffo_test": {"p_value": 0.0003532918880893384, "statistic": 3.5727204214983126},
      "chi_squared": {
        "degrees_of_freedom": 1.0,
        "p_value": 0.0003267123690546915,
        "statistic": 12.910681197824312,
      },
      "chi_squared_yates": {
        "degrees_of_freedom": 1.0,
        "p_value": 0.00047702929734460935,
        "statistic": 12.203383076647208,
      },
      "fisher_p_value": 0.00042818178703885946,
      "newcombe": {"high": 0.05612138181733556, "low": 0.01645794367344634},
      "odds_ratio": {
        "high": 3.1900994720724123,
        "low": 1.3918729098871474,
        "standard_error": 0.44585004238677556,
        "value": 2.1071813009380285,
      },
      "ratio": {
        "high": 3.011762840536897,
        "low": 1.366343320738607,
        "standard_error": 0.4090272895726644,
        "value": 2.028571428571428,
      },
      "ratio_score": {"high": 3.0063427751126217, "low": 1.37061124629384},
      "score": {"high": 0.056296449839927584, "low": 0.01663289040441082},
      "score_test": {"p_value": 0.0003278411021063962, "statistic": 3.592245239014925},
      "wald": {"high": 0.055573554966410865, "low": 0.016426445033589115},
      "wald_test": {"p_value": 0.0003123963254911501, "statistic": 3.604797573283132},
    },
    "pooled_test": {"p_value": 0.0003267123690546929, "statistic": 3.593143637238053},
    "posterior": {
      "control": {"high": 0.048294422314414866, "low": 0.02531347501005103},
      "difference": 0.03592814371257485,
      "difference_interval": {"high": 0.05588800023597754, "low": 0.016435618589359532},
      "loss_of_control": 0.0359285293422861,
      "loss_of_treatment": 3.8562971125667497e-7,
      "probability_control_higher": 0.0001543551511205229,
      "probability_treatment_higher": 0.9998456448488795,
      "treatment": {"high": 0.08862866160654363, "low": 0.05670155287586347},
    },
    "relative_lift": {
      "lift": {
        "high": 1.8302501848278858,
        "low": 0.22689267231497023,
        "standard_error": 0.40902728957266443,
        "value": 1.028571428571428,
      },
      "p_value": 0.011914155447894434,
    },
    "treatment": {
      "agresti_coull": {"high": 0.08869749054546096, "low": 0.056585868235145345},
      "clopper_pearson": {"high": 0.08871644088678736, "low": 0.055864648249897494},
      "jeffreys": {"high": 0.08816645066462649, "low": 0.05631155452011993},
      "rate": 0.071,
      "successes": 71,
      "trials": 1000,
      "wald": {"high": 0.08691787618855491, "low": 0.055082123811445075},
      "wilson": {"high": 0.08861366343015482, "low": 0.05666969535045148},
    },
    "verdict": "better",
  },
} satisfies Case<"compare_proportions">;

// compare_proportions: five looks without a plan
export const compare_proportions_2 = {
  input: {
    "request": {
      "control": {"successes": 440, "trials": 4000},
      "detail": "headline",
      "settings": {"looks": 5},
      "treatment": {"successes": 475, "trials": 4000},
    },
  },
  output: {
    "advice": "plan_first",
    "control": {
      "rate": 0.11,
      "successes": 440,
      "trials": 4000,
      "wilson": {"high": 0.12007312668587744, "low": 0.10067523908008971},
    },
    "difference": {
      "high": 0.02271275110090258,
      "low": -0.005207231607170307,
      "standard_error": 0.007115975644632294,
      "value": 0.008749999999999994,
    },
    "evidence": {
      "assumptions": [
        {
          "code": "independent-units",
          "message": "units answer independently: no unit is counted twice, none sees or influences the other variant",
        },
      ],
      "cautions": [
        {
          "at": "settings/randomized",
          "code": "not-randomized",
          "help": "set `randomized` if assignment was random, else use a quasi-experiment",
          "message": "the arms are compared, but nothing says that units came to them by lot: the difference may have other causes",
          "severity": "warning",
        },
        {
          "at": "settings/looks",
          "code": "peeking",
          "help": "ask for `always_valid` intervals or plan the looks with `sequential_boundaries`",
          "message": "after 5 looks the chance of a false alarm is up to 14.2 %, not 5.0 %",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "cells-large-enough",
          "message": "the normal approximation wants at least 5 units with and without the outcome in each arm",
          "passed": true,
          "value": 440.0,
        },
      ],
      "grade": "association",
    },
    "pooled_test": {"p_value": 0.21888012240275673, "statistic": 1.2295114103614733},
    "relative_lift": {
      "lift": {
        "high": 0.21130812576783659,
        "low": -0.052217216676927414,
        "standard_error": 0.06722708797799815,
        "value": 0.07954545454545459,
      },
      "p_value": 0.23671595996822914,
    },
    "treatment": {
      "rate": 0.11875,
      "successes": 475,
      "trials": 4000,
      "wilson": {"high": 0.12914265375600814, "low": 0.10908892175238925},
    },
    "verdict": "not_shown",
  },
} satisfies Case<"compare_proportions">;

// compare_means: watched all the time, with a flat prior
export const compare_means_1 = {
  input: {
    "request": {
      "control": {"kind": "values", "outcome": [3, 4, 5]},
      "prior": {"relative": false},
      "settings": {"always_valid": {}},
      "treatment": {"kind": "values", "outcome": [11, 12, 13]},
    },
  },
  output: {
    "advice": "keep_running",
    "control": {
      "interval": {
        "high": 6.48413771175033,
        "low": 1.5158622882496702,
        "standard_error": 0.5773502691896257,
        "value": 4.0,
      },
      "mean": 4.0,
      "standard_deviation": 1.0,
      "units": 3,
    },
    "effect": {
      "always_valid": {
        "high": 28.59333221705533,
        "low": -12.59333221705533,
        "p_value": 0.6388592871212203,
      },
      "always_valid_lift": {
        "high": 13.512022680143044,
        "low": -9.512022680143044,
        "p_value": 0.9177567682714303,
      },
      "difference": {
        "high": 10.266957935527518,
        "low": 5.733042064472481,
        "standard_error": 0.816496580927726,
        "value": 8.0,
      },
      "posterior": {
        "chance_to_win": 1.0,
        "interval": {"high": 9.600303892118436, "low": 6.399696107881564},
        "loss_of_control": 7.999999999999999,
        "loss_of_treatment": 4.691915635792746e-24,
        "mean": 8.0,
        "standard_deviation": 0.816496580927726,
      },
      "relative_lift": {
        "lift": {
          "high": 3.2672680114930293,
          "low": 0.7327319885069705,
          "standard_error": 0.45643546458763845,
          "value": 2.0,
        },
        "p_value": 0.011858412162670744,
      },
      "welch_test": {
        "degrees_of_freedom": 4.0,
        "p_value": 0.0006081849444633364,
        "statistic": 9.797958971132712,
      },
    },
    "evidence": {
      "assumptions": [
        {
          "code": "independent-units",
          "message": "units answer independently: no unit is counted twice, none sees or influences the other variant",
        },
      ],
      "cautions": [
        {
          "at": "settings/randomized",
          "code": "not-randomized",
          "help": "set `randomized` if assignment was random, else use a quasi-experiment",
          "message": "the arms are compared, but nothing says that units came to them by lot: the difference may have other causes",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "enough-units",
          "message": "means of fewer than 30 units are near normal only if the outcome is",
          "passed": false,
          "value": 3.0,
        },
      ],
      "grade": "association",
    },
    "pooled_test": {
      "degrees_of_freedom": 4.0,
      "p_value": 0.0006081849444633364,
      "statistic": 9.797958971132712,
    },
    "rank_test": {"p_value": 0.08085559837005223, "probability_treatment_higher": 1.0, "u": 9.0},
    "treatment": {
      "interval": {
        "high": 14.48413771175033,
        "low": 9.51586228824967,
        "standard_error": 0.5773502691896257,
        "value": 12.0,
      },
      "mean": 12.0,
      "standard_deviation": 1.0,
      "units": 3,
    },
    "verdict": "not_shown",
  },
} satisfies Case<"compare_means">;

// compare_means: CUPED from sums
export const compare_means_2 = {
  input: {
    "request": {
      "control": {
        "covariate": {
          "sum": 4759.8247,
          "sum_products": 47604.2747595,
          "sum_squares": 41676.61436619,
        },
        "kind": "sums",
        "sum": 6193.568800000001,
        "sum_squares": 60274.82296204,
        "units": 800,
      },
      "settings": {"randomized": true},
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
    },
  },
  output: {
    "advice": "plan_first",
    "control": {
      "interval": {
        "high": 8.014527162292223,
        "low": 7.469394837707779,
        "standard_error": 0.13885626398851186,
        "value": 7.741961000000001,
      },
      "mean": 7.741961000000001,
      "standard_deviation": 3.9274482350602455,
      "units": 800,
    },
    "cuped": {
      "covariate_imbalance": {
        "degrees_of_freedom": 1615.8025763379737,
        "p_value": 0.7168015721332066,
        "statistic": -0.3628002281101882,
      },
      "effect": {
        "difference": {
          "high": 0.6039259076022112,
          "low": 0.18761933974804773,
          "standard_error": 0.10612308294869167,
          "value": 0.3957726236751295,
        },
        "relative_lift": {
          "lift": {
            "high": 0.07865587038589268,
            "low": 0.023585053761136593,
            "standard_error": 0.014038416138484973,
            "value": 0.05112046207351464,
          },
          "p_value": 0.00027963231793241,
        },
        "welch_test": {
          "degrees_of_freedom": 1616.4033191029332,
          "p_value": 0.00019858215001881052,
          "statistic": 3.729373597886121,
        },
      },
      "theta": 0.7933944534456514,
      "variance_reduction": 0.7110657119424456,
      "worth_of_units": 3.4585133720650933,
    },
    "effect": {
      "difference": {
        "high": 0.7225281382306875,
        "low": -0.05167989432824849,
        "standard_error": 0.19735793284294406,
        "value": 0.3354241219512195,
      },
      "relative_lift": {
        "lift": {
          "high": 0.09441008978794312,
          "low": -0.0077591438709539995,
          "standard_error": 0.026044561548168532,
          "value": 0.04332547295849456,
        },
        "p_value": 0.09640339883511062,
      },
      "welch_test": {
        "degrees_of_freedom": 1617.9906888056792,
        "p_value": 0.08940357252319919,
        "statistic": 1.6995725336166116,
      },
    },
    "evidence": {
      "assumptions": [
        {
          "code": "independent-units",
          "message": "units answer independently: no unit is counted twice, none sees or influences the other variant",
        },
        {
          "code": "random-assignment",
          "message": "units came to their variants by lot, as the settings say",
        },
        {
          "code": "covariate-before",
          "message": "the covariate was fixed before a unit met its variant",
        },
      ],
      "checks": [
        {
          "code": "enough-units",
          "message": "means of fewer than 30 units are near normal only if the outcome is",
          "passed": true,
          "value": 800.0,
        },
        {
          "code": "covariate-balanced",
          "message": "the covariate was measured before the experiment, so the arms should have the same",
          "passed": true,
          "value": 0.7168015721332066,
        },
      ],
      "grade": "experiment",
    },
    "pooled_test": {
      "degrees_of_freedom": 1618.0,
      "p_value": 0.0894917667616475,
      "statistic": 1.699104293994946,
    },
    "treatment": {
      "interval": {
        "high": 8.352670108046118,
        "low": 7.802100135856323,
        "standard_error": 0.14024653866385697,
        "value": 8.07738512195122,
      },
      "mean": 8.07738512195122,
      "standard_deviation": 4.0160496906659455,
      "units": 820,
    },
    "verdict": "better",
  },
} satisfies Case<"compare_means">;

// compare_ratios: leads per session
export const compare_ratios_1 = {
  input: {
    "request": {
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
    },
  },
  output: {
    "advice": "plan_first",
    "control": {
      "ratio": {
        "high": 0.1223672088954156,
        "low": 0.10648535418980896,
        "standard_error": 0.004046113312204935,
        "value": 0.11442628154261228,
      },
      "unit_variance": 0.014733929641681793,
      "units": 900,
    },
    "effect": {
      "difference": {
        "high": 0.0035054170157658524,
        "low": -0.017565157072721417,
        "standard_error": 0.005371807726413659,
        "value": -0.007029870028477783,
      },
      "relative_lift": {
        "lift": {
          "high": 0.027469843535266686,
          "low": -0.15034144145326533,
          "standard_error": 0.045331846704016986,
          "value": -0.061435798958999324,
        },
        "p_value": 0.17550094386936188,
      },
      "welch_test": {
        "degrees_of_freedom": 1892.6379891061706,
        "p_value": 0.19080842238848772,
        "statistic": -1.308660024056945,
      },
    },
    "evidence": {
      "assumptions": [
        {
          "code": "independent-units",
          "message": "units answer independently: no unit is counted twice, none sees or influences the other variant",
        },
      ],
      "cautions": [
        {
          "at": "settings/randomized",
          "code": "not-randomized",
          "help": "set `randomized` if assignment was random, else use a quasi-experiment",
          "message": "the arms are compared, but nothing says that units came to them by lot: the difference may have other causes",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "denominator-away-from-zero",
          "message": "the delta method wants the mean denominator several standard errors away from 0",
          "passed": true,
          "value": 89.08681743142371,
        },
      ],
      "grade": "association",
    },
    "treatment": {
      "ratio": {
        "high": 0.11432948628432099,
        "low": 0.100463336743948,
        "standard_error": 0.0035334523223549364,
        "value": 0.1073964115141345,
      },
      "unit_variance": 0.013733813845791042,
      "units": 1100,
    },
    "verdict": "not_shown",
  },
} satisfies Case<"compare_ratios">;

// plan_experiment: power of a t test
export const plan_experiment_1 = {
  input: {"request": {"effect": 0.2, "method": "student", "power": 0.8}},
  output: {
    "alpha_per_comparison": 0.05,
    "effect": 0.2,
    "exact_units": 393.4056950197555,
    "power": 0.8,
    "relative_effect": 2.0,
    "units_control": 394,
    "units_total": 788,
    "units_treatment": 394,
  },
} satisfies Case<"plan_experiment">;

// plan_experiment: smallest effect, exactly
export const plan_experiment_2 = {
  input: {"request": {"baseline": 0.1, "method": "exact", "units": 500}},
  output: {
    "alpha_per_comparison": 0.05,
    "effect": 0.059175647174595086,
    "exact_alpha": 0.0496074482875231,
    "exact_units": 500.0,
    "power": 0.8,
    "relative_effect": 0.5917564717459508,
    "units_control": 500,
    "units_total": 1000,
    "units_treatment": 500,
  },
} satisfies Case<"plan_experiment">;

// plan_experiment: units for five points more
export const plan_experiment_3 = {
  input: {"request": {"baseline": 0.2, "effect": 0.05, "units_per_day": 150}},
  output: {
    "alpha_per_comparison": 0.05,
    "days": 14,
    "effect": 0.05,
    "exact_units": 1030.2192831104599,
    "power": 0.8,
    "relative_effect": 0.25,
    "units_control": 1031,
    "units_total": 2062,
    "units_treatment": 1031,
  },
} satisfies Case<"plan_experiment">;

// adjust_p_values: Holm
export const adjust_p_values_1 = {
  input: {"request": {"p_values": [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205]}},
  output: {
    "rejected": 1,
    "tests": [
      {"adjusted": 0.008, "p_value": 0.001, "rejected": true},
      {"adjusted": 0.056, "p_value": 0.008, "rejected": false},
      {"adjusted": 0.23399999999999999, "p_value": 0.039, "rejected": false},
      {"adjusted": 0.23399999999999999, "p_value": 0.041, "rejected": false},
      {"adjusted": 0.23399999999999999, "p_value": 0.042, "rejected": false},
      {"adjusted": 0.23399999999999999, "p_value": 0.06, "rejected": false},
      {"adjusted": 0.23399999999999999, "p_value": 0.074, "rejected": false},
      {"adjusted": 0.23399999999999999, "p_value": 0.205, "rejected": false},
    ],
  },
} satisfies Case<"adjust_p_values">;

// check_sample_ratio: planned one to two
export const check_sample_ratio_1 = {
  input: {
    "request": {"arms": [{"name": "a", "units": 821}, {"name": "b", "share": 2, "units": 1600}]},
  },
  output: {
    "arms": [
      {"expected_units": 807.0, "name": "a", "residual": 0.6035828589829175, "units": 821},
      {"expected_units": 1614.0, "name": "b", "residual": -0.6035828589829175, "units": 1600},
    ],
    "chi_squared": 0.3643122676579925,
    "degrees_of_freedom": 1.0,
    "evidence": {
      "assumptions": [
        {
          "code": "planned-shares",
          "message": "the planned shares are those that assignment used while these units came",
        },
      ],
      "checks": [
        {
          "code": "expected-large-enough",
          "message": "the χ² test wants at least 5 expected units in each arm",
          "passed": true,
          "value": 807.0,
        },
      ],
      "grade": "association",
    },
    "mismatch": false,
    "p_value": 0.5461210117770654,
  },
} satisfies Case<"check_sample_ratio">;

// sequential_boundaries: the third look crosses
export const sequential_boundaries_1 = {
  input: {"request": {"observed": [1.2, 2.0, 2.6], "spending": {"kind": "classic_pocock"}}},
  output: {
    "advice": "stop",
    "expected_units": 0.798973423386686,
    "inflation": 1.2283664217884078,
    "looks": [
      {
        "alpha_spent": 0.015814171563436005,
        "boundary": 2.4131762200631783,
        "crossed": false,
        "information": 0.2,
        "nominal_p_value": 0.015814171563436005,
        "observed": 1.2,
        "power": 0.1528576789462929,
      },
      {
        "alpha_spent": 0.02752597648540405,
        "boundary": 2.4131762200631783,
        "crossed": false,
        "information": 0.4,
        "nominal_p_value": 0.015814171563436005,
        "observed": 2.0,
        "power": 0.35768989285777425,
      },
      {
        "alpha_spent": 0.03654464457340251,
        "boundary": 2.4131762200631783,
        "crossed": true,
        "information": 0.6,
        "nominal_p_value": 0.015814171563436005,
        "observed": 2.6,
        "power": 0.5447349774272415,
      },
      {
        "alpha_spent": 0.04385483126516366,
        "boundary": 2.4131762200631783,
        "information": 0.8,
        "nominal_p_value": 0.015814171563436005,
        "power": 0.6925387473511817,
      },
      {
        "alpha_spent": 0.04999999999972337,
        "boundary": 2.4131762200631783,
        "information": 1.0,
        "nominal_p_value": 0.015814171563436005,
        "power": 0.8000000000003302,
      },
    ],
  },
} satisfies Case<"sequential_boundaries">;

// interrupted_series: hours to answer fall
export const interrupted_series_1 = {
  input: {
    "table": {
      "hours": [30, 31, 29, 31, 30, 32, 30, 24, 23, 25, 23, 24],
      "week": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    },
  },
  options: {"outcome": "hours", "start": "8", "time": "week"},
  output: {
    "average_effect": {
      "high": -5.834405339838078,
      "low": -8.708451803019056,
      "standard_error": 0.6231659387129678,
      "value": -7.271428571428567,
    },
    "average_effect_p_value": 2.653265276538879e-6,
    "cumulative_effect": {
      "high": -29.172026699190393,
      "low": -43.54225901509529,
      "standard_error": 3.115829693564839,
      "value": -36.35714285714284,
    },
    "durbin_watson": 3.536175115207374,
    "evidence": {
      "assumptions": [
        {
          "code": "trend-goes-on",
          "message": "without the intervention the trend and season from before would have gone on",
        },
        {
          "code": "nothing-else",
          "message": "nothing else that moves the outcome began at the same time",
        },
      ],
      "cautions": [
        {
          "at": "options/controls",
          "code": "no-control-series",
          "help": "name a series that the intervention does not touch, or use differences in differences",
          "message": "the series is compared with its own past alone: what else changed at the start is taken for the effect",
          "severity": "warning",
        },
        {
          "at": "columns/hours",
          "code": "short-before",
          "message": "7 rows before the start are few to know a trend from",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "autocorrelation",
          "message": "neighbouring rows may be alike: the errors allow for it",
          "passed": true,
          "value": 3.536175115207374,
        },
        {
          "code": "enough-rows",
          "message": "a trend wants at least 12 rows before the start",
          "passed": false,
          "value": 7.0,
        },
      ],
      "grade": "quasi_experiment",
    },
    "final_effect": {
      "high": -5.533520487798384,
      "low": -9.437908083630173,
      "standard_error": 0.846569946737348,
      "value": -7.485714285714279,
    },
    "lags": 2,
    "level": {
      "estimate": -6.949999999999999,
      "high": -6.07367649748131,
      "low": -7.826323502518688,
      "name": "level",
      "p_value": 8.21887374774008e-8,
      "standard_error": 0.38001818346310234,
      "statistic": -18.28859855248165,
    },
    "points": [
      {
        "counterfactual": 30.10714285714287,
        "counterfactual_high": 30.757842305478736,
        "counterfactual_low": 29.456443408807,
        "fitted": 30.10714285714287,
        "observed": 30.0,
        "time": "1",
      },
      {
        "counterfactual": 30.214285714285722,
        "counterfactual_high": 30.75858311863673,
        "counterfactual_low": 29.669988309934716,
        "fitted": 30.214285714285722,
        "observed": 31.0,
        "time": "2",
      },
      {
        "counterfactual": 30.32142857142858,
        "counterfactual_high": 30.824499504140505,
        "counterfactual_low": 29.818357638716655,
        "fitted": 30.32142857142858,
        "observed": 29.0,
        "time": "3",
      },
      {
        "counterfactual": 30.428571428571434,
        "counterfactual_high": 30.970670929524736,
        "counterfactual_low": 29.886471927618132,
        "fitted": 30.428571428571434,
        "observed": 31.0,
        "time": "4",
      },
      {
        "counterfactual": 30.535714285714292,
        "counterfactual_high": 31.182733745364278,
        "counterfactual_low": 29.888694826064306,
        "fitted": 30.535714285714292,
        "observed": 30.0,
        "time": "5",
      },
      {
        "counterfactual": 30.642857142857146,
        "counterfactual_high": 31.43492235484128,
        "counterfactual_low": 29.85079193087301,
        "fitted": 30.642857142857146,
        "observed": 32.0,
        "time": "6",
      },
      {
        "counterfactual": 30.750000000000004,
        "counterfactual_high": 31.709203432824836,
        "counterfactual_low": 29.79079656717517,
        "fitted": 30.750000000000004,
        "observed": 30.0,
        "time": "7",
      },
      {
        "counterfactual": 30.857142857142858,
        "counterfactual_high": 31.995890396190994,
        "counterfactual_low": 29.71839531809472,
        "fitted": 23.8,
        "observed": 24.0,
        "time": "8",
      },
      {
        "counterfactual": 30.964285714285715,
        "counterfactual_high": 32.28995214912941,
        "counterfactual_low": 29.63861927944202,
        "fitted": 23.800000000000004,
        "observed": 23.0,
        "time": "9",
      },
      {
        "counterfactual": 31.07142857142857,
        "counterfactual_high": 32.58866548170065,
        "counterfactual_low": 29.554191661156484,
        "fitted": 23.8,
        "observed": 25.0,
        "time": "10",
      },
      {
        "counterfactual": 31.178571428571427,
        "counterfactual_high": 32.890469496200026,
        "counterfactual_low": 29.466673360942828,
        "fitted": 23.800000000000004,
        "observed": 23.0,
        "time": "11",
      },
      {
        "counterfactual": 31.28571428571428,
        "counterfactual_high": 33.19441880780429,
        "counterfactual_low": 29.377009763624272,
        "fitted": 23.8,
        "observed": 24.0,
        "time": "12",
      },
    ],
    "r_squared": 0.9400522648083622,
    "rows": 12,
    "rows_before": 7,
    "slope": {
      "estimate": -0.10714285714285594,
      "high": 0.189723487381816,
      "low": -0.40400920166752785,
      "name": "slope",
      "p_value": 0.4294011071802327,
      "standard_error": 0.12873625853163892,
      "statistic": -0.8322663588714125,
    },
    "terms": [
      {
        "estimate": 30.00000000000001,
        "high": 30.796574344542776,
        "low": 29.203425655457245,
        "name": "constant",
        "p_value": 3.447628007540717e-13,
        "standard_error": 0.34543491591451025,
        "statistic": 86.84704011630527,
      },
      {
        "estimate": 0.10714285714285597,
        "high": 0.31204625711192396,
        "low": -0.09776054282621204,
        "name": "time",
        "p_value": 0.2623454040187768,
        "standard_error": 0.08885647551144853,
        "statistic": 1.2057968372721624,
      },
      {
        "estimate": -6.949999999999999,
        "high": -6.07367649748131,
        "low": -7.826323502518688,
        "name": "level",
        "p_value": 8.21887374774008e-8,
        "standard_error": 0.38001818346310234,
        "statistic": -18.28859855248165,
      },
      {
        "estimate": -0.10714285714285594,
        "high": 0.189723487381816,
        "low": -0.40400920166752785,
        "name": "slope",
        "p_value": 0.4294011071802327,
        "standard_error": 0.12873625853163892,
        "statistic": -0.8322663588714125,
      },
    ],
  },
} satisfies Case<"interrupted_series">;

// uplift: crude and by month
export const uplift_1 = {
  input: {
    "table": {
      "deals": [60, 40, 25, 30, 30, 5, 45, 55, 20, 20, 60, 10],
      "group": [
        "user",
        "user",
        "user",
        "user",
        "user",
        "user",
        "other",
        "other",
        "other",
        "other",
        "other",
        "other",
      ],
      "month": [
        "may",
        "may",
        "may",
        "jun",
        "jun",
        "jun",
        "may",
        "may",
        "may",
        "jun",
        "jun",
        "jun",
      ],
      "outcome": [
        "won",
        "lost",
        "open",
        "won",
        "lost",
        "open",
        "won",
        "lost",
        "open",
        "won",
        "lost",
        "open",
      ],
      "value": [100, null, null, 80, null, null, 90, null, null, 120, null, null],
    },
  },
  options: {
    "count": "deals",
    "exposed": "user",
    "group": "group",
    "strata": ["month"],
    "value": "value",
  },
  output: {
    "control": {
      "closed": 180,
      "group": "not user",
      "open": 30,
      "rate": {
        "high": 0.43350585482313286,
        "low": 0.29452067237731516,
        "standard_error": 0.03580113875774297,
        "value": 0.3611111111111111,
      },
      "value_won": 6450.0,
      "won": 65,
    },
    "difference": {
      "high": 0.3013182615316528,
      "low": 0.09537983476778852,
      "standard_error": 0.05310185941990323,
      "value": 0.2013888888888889,
    },
    "difference_wald": {
      "high": 0.3054666208640082,
      "low": 0.09731115691376957,
      "standard_error": 0.05310185941990323,
      "value": 0.2013888888888889,
    },
    "evidence": {
      "assumptions": [
        {
          "code": "alike-otherwise",
          "message": "apart from use the groups are alike, or alike within the strata",
        },
        {
          "code": "open-like-closed",
          "message": "what is still open will be won at the rates of what is closed",
        },
      ],
      "cautions": [
        {
          "at": "options/unit",
          "code": "no-units",
          "help": "name the column of the person or team in `unit`",
          "message": "rows of the same person are taken as independent",
          "severity": "info",
        },
        {
          "at": "columns/outcome",
          "code": "open-not-counted",
          "message": "60 opportunities are open: they are not losses and are in no rate",
          "severity": "info",
        },
      ],
      "checks": [
        {
          "code": "crude-interval",
          "message": "the crude interval leaves out zero",
          "passed": true,
          "value": 0.2013888888888889,
        },
        {
          "code": "stratified-interval",
          "message": "the interval stratified by `month` leaves out zero",
          "passed": true,
          "value": 0.1906779661016949,
        },
        {
          "code": "same-odds-ratio",
          "message": "the odds ratios by `month` are alike (Breslow and Day)",
          "passed": true,
          "value": 0.28828472617000134,
        },
      ],
      "grade": "association",
    },
    "exposed": {
      "closed": 160,
      "group": "user",
      "open": 30,
      "rate": {
        "high": 0.6370090127838032,
        "low": 0.48506021281975864,
        "standard_error": 0.03921843874378479,
        "value": 0.5625,
      },
      "value_won": 8400.0,
      "won": 90,
    },
    "left_out": 0,
    "money": {
      "mean_won_value": 95.80645161290323,
      "observed_per_thousand": {
        "high": 26864.164168494237,
        "low": 6469.16916483909,
        "standard_error": 5184.13222426931,
        "value": 16666.666666666664,
      },
      "per_thousand": {
        "high": 28868.233443516416,
        "low": 9138.003524526835,
        "standard_error": 5087.500725068148,
        "value": 19294.354838709678,
      },
      "won_without_value": 0,
    },
    "odds_ratio": {
      "high": 3.5177544113629824,
      "low": 1.4709313017303909,
      "value": 2.2747252747252746,
    },
    "open": 60,
    "overall": {
      "closed": 340,
      "group": "all",
      "open": 60,
      "rate": {
        "high": 0.5090206883565149,
        "low": 0.4037297981528959,
        "standard_error": 0.027010544412593495,
        "value": 0.45588235294117646,
      },
      "value_won": 14850.0,
      "won": 155,
    },
    "p_value": 0.00019803297445629019,
    "relative_uplift": 0.5576923076923077,
    "risk_ratio": {
      "high": 1.975376436750653,
      "low": 1.2283255385161134,
      "value": 1.5576923076923077,
    },
    "statement": "association: 56.2% of closed opportunities are won in group `user` and 36.1% in group `not user`, a difference of 20.14 points (95% interval 9.54 to 30.13)",
    "stratified": [
      {
        "breslow_day_p_value": 0.28828472617000134,
        "by": "month",
        "closed_left_out": 0,
        "cmh_chi_squared": 12.62433374825809,
        "cmh_p_value": 0.00038075756460040903,
        "difference": {
          "high": 0.2944273262214717,
          "low": 0.08692860598191808,
          "standard_error": 0.05293431968043217,
          "value": 0.1906779661016949,
        },
        "heterogeneity_p_value": 0.3491206451761387,
        "odds_ratio": {
          "high": 3.4327014611115088,
          "low": 1.4223999240602914,
          "value": 2.209677419354839,
        },
        "risk_ratio": {
          "high": 1.9154248741747977,
          "low": 1.2018333029549453,
          "value": 1.5172413793103448,
        },
        "strata": 2,
      },
    ],
    "verdict": "demonstrated",
    "won_per_thousand": {
      "high": 301.3182615316528,
      "low": 95.37983476778852,
      "standard_error": 53.101859419903235,
      "value": 201.38888888888889,
    },
    "z": 3.721512610178907,
  },
} satisfies Case<"uplift">;

// uplift: median split with people
export const uplift_2 = {
  input: {
    "table": {
      "deals": [50, 50, 45, 55, 52, 48, 60, 40, 58, 42, 66, 34],
      "outcome": [
        "won",
        "lost",
        "won",
        "lost",
        "won",
        "lost",
        "won",
        "lost",
        "won",
        "lost",
        "won",
        "lost",
      ],
      "use": [0.1, 0.1, 0.2, 0.2, 0.3, 0.3, 0.6, 0.6, 0.7, 0.7, 0.9, 0.9],
      "who": ["a", "a", "b", "b", "c", "c", "d", "d", "e", "e", "f", "f"],
    },
  },
  options: {"count": "deals", "exposure": "use", "unit": "who"},
  output: {
    "clustered": {
      "design_effect": 0.49823200638758985,
      "difference": {
        "high": 0.20229813085831133,
        "low": 0.04436853580835526,
        "standard_error": 0.028440972010268722,
        "value": 0.1233333333333333,
      },
      "units": 6,
    },
    "control": {
      "closed": 300,
      "group": "low",
      "open": 0,
      "rate": {
        "high": 0.5463358105439731,
        "low": 0.4339170488805178,
        "standard_error": 0.028861739379323625,
        "value": 0.49,
      },
      "units": 3,
      "won": 147,
    },
    "difference": {
      "high": 0.20073346824337926,
      "low": 0.04375221580123381,
      "standard_error": 0.040292909035195244,
      "value": 0.1233333333333333,
    },
    "difference_wald": {
      "high": 0.2023059838746645,
      "low": 0.04436068279200209,
      "standard_error": 0.040292909035195244,
      "value": 0.1233333333333333,
    },
    "evidence": {
      "assumptions": [
        {
          "code": "alike-otherwise",
          "message": "apart from use the groups are alike, or alike within the strata",
        },
        {
          "code": "open-like-closed",
          "message": "what is still open will be won at the rates of what is closed",
        },
      ],
      "cautions": [
        {
          "at": "columns/who",
          "code": "few-units",
          "message": "the rows come from 6 values of `who`, few to tell use from who uses it",
          "severity": "warning",
        },
        {
          "at": "options/strata",
          "code": "not-stratified",
          "help": "name columns such as product, month or manager in `strata`",
          "message": "what else differs between the groups is not looked at",
          "severity": "info",
        },
      ],
      "checks": [
        {
          "code": "crude-interval",
          "message": "the crude interval leaves out zero",
          "passed": true,
          "value": 0.1233333333333333,
        },
        {
          "code": "cluster-interval",
          "message": "the interval from 6 units leaves out zero",
          "passed": true,
          "value": 0.49823200638758985,
        },
      ],
      "grade": "association",
    },
    "exposed": {
      "closed": 300,
      "group": "high",
      "open": 0,
      "rate": {
        "high": 0.6666764067151988,
        "low": 0.5571245198072375,
        "standard_error": 0.028116161162550595,
        "value": 0.6133333333333333,
      },
      "units": 3,
      "won": 184,
    },
    "left_out": 0,
    "odds_ratio": {
      "high": 2.2835882051312257,
      "low": 1.1935759751069652,
      "value": 1.6509500351864883,
    },
    "open": 0,
    "overall": {
      "closed": 600,
      "group": "all",
      "open": 0,
      "rate": {
        "high": 0.5910059895922303,
        "low": 0.5116699679696873,
        "standard_error": 0.020303142431470862,
        "value": 0.5516666666666666,
      },
      "units": 6,
      "won": 331,
    },
    "p_value": 0.0023871039926112616,
    "relative_uplift": 0.2517006802721088,
    "risk_ratio": {
      "high": 1.4488802856253686,
      "low": 1.0813554498171765,
      "value": 1.2517006802721087,
    },
    "split": 0.44999999999999996,
    "statement": "association: 61.3% of closed opportunities are won in group `high` and 49.0% in group `low`, a difference of 12.33 points (95% interval 4.38 to 20.07)",
    "verdict": "demonstrated",
    "won_per_thousand": {
      "high": 200.73346824337926,
      "low": 43.75221580123381,
      "standard_error": 40.292909035195244,
      "value": 123.3333333333333,
    },
    "z": 3.0372966586236574,
  },
} satisfies Case<"uplift">;

// relate: no demonstrable relation
export const relate_1 = {
  input: {
    "table": {
      "closed": [100, 100, 100, 100, 100],
      "exposure": [0.1, 0.3, 0.4, 0.6, 0.9],
      "won": [52, 55, 50, 58, 54],
    },
  },
  options: {},
  output: {
    "evidence": {
      "assumptions": [
        {
          "code": "alike-otherwise",
          "message": "those who use the tool more are otherwise like those who use it less",
        },
        {"code": "rows-independent", "message": "the rows do not depend on each other"},
      ],
      "cautions": [
        {
          "at": "columns",
          "code": "few-rows",
          "message": "5 rows are few: one of them can make or hide a relation",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "not-weak",
          "message": "the correlation is 0.37",
          "passed": true,
          "value": 0.367572937554749,
        },
        {
          "code": "correlation-interval",
          "message": "the interval leaves out zero",
          "passed": false,
          "value": 0.367572937554749,
        },
        {
          "code": "logit-interval",
          "message": "the interval leaves out zero",
          "passed": false,
          "value": 0.14720744045322653,
        },
        {
          "code": "dispersion",
          "message": "around the logit the rates vary no more than lots would (p = 0.734)",
          "passed": true,
          "value": 0.4269685396129927,
        },
      ],
      "grade": "association",
    },
    "left_out": 0,
    "line": {
      "intercept": {
        "high": 0.6120728547161222,
        "low": 0.43029273668172735,
        "standard_error": 0.028559809121145495,
        "value": 0.5211827956989248,
      },
      "r_squared": 0.13510986442262718,
      "slope": {
        "high": 0.20651391398458577,
        "low": -0.13339563441469335,
        "standard_error": 0.053403815146062135,
        "value": 0.03655913978494622,
      },
      "slope_p_value": 0.5427549828159981,
    },
    "logit": {
      "dispersion": 0.4269685396129927,
      "intercept": {
        "high": 0.4291254184775981,
        "low": -0.25984254979811416,
        "standard_error": 0.17576036440215326,
        "value": 0.08464143433974194,
      },
      "slope": {
        "high": 0.7923875524555515,
        "low": -0.4979726715490984,
        "standard_error": 0.32917957528374164,
        "value": 0.14720744045322653,
      },
      "slope_p_value": 0.6547343144445297,
    },
    "pearson": {
      "coefficient": {
        "high": 0.9437755399165552,
        "low": -0.7617158538357957,
        "value": 0.367572937554749,
      },
      "p_value": 0.5427549828159979,
    },
    "rows": 5,
    "spearman": {
      "coefficient": {
        "high": 0.9386127804155407,
        "low": -0.8030789022515168,
        "value": 0.29999999999999993,
      },
      "p_value": 0.623837664781073,
    },
    "statement": "no demonstrable relation: over 5 rows the rate and the degree of use have a correlation of 0.37 (95% interval -0.76 to 0.94)",
    "verdict": "no_demonstrable_relation",
    "weighted_line": {
      "intercept": {
        "high": 0.6120728547161223,
        "low": 0.43029273668172735,
        "standard_error": 0.028559809121145502,
        "value": 0.5211827956989248,
      },
      "r_squared": 0.1351098644226274,
      "slope": {
        "high": 0.20651391398458574,
        "low": -0.13339563441469332,
        "standard_error": 0.05340381514606213,
        "value": 0.036559139784946224,
      },
      "slope_p_value": 0.5427549828159979,
    },
    "won_per_thousand": {
      "high": 61.95417419537573,
      "low": -40.018690324408006,
      "standard_error": 16.02114454381864,
      "value": 10.967741935483865,
    },
  },
} satisfies Case<"relate">;

// before_after: change beyond the comparison group
export const before_after_1 = {
  input: {
    "table": {
      "date": [
        "2026-01-05",
        "2026-01-05",
        "2026-03-05",
        "2026-03-05",
        "2026-01-05",
        "2026-01-05",
        "2026-03-05",
        "2026-03-05",
      ],
      "deals": [50, 50, 70, 30, 50, 50, 55, 45],
      "group": ["us", "us", "us", "us", "de", "de", "de", "de"],
      "outcome": ["won", "lost", "won", "lost", "won", "lost", "won", "lost"],
    },
  },
  options: {"adopted": "2026-02-01", "count": "deals", "exposed": "us"},
  output: {
    "control_after": {
      "closed": 100,
      "group": "not us after",
      "open": 0,
      "rate": {
        "high": 0.64385462020488,
        "low": 0.45244602997442124,
        "standard_error": 0.049749371855330994,
        "value": 0.55,
      },
      "won": 55,
    },
    "control_before": {
      "closed": 100,
      "group": "not us before",
      "open": 0,
      "rate": {
        "high": 0.5961684696340044,
        "low": 0.4038315303659956,
        "standard_error": 0.05,
        "value": 0.5,
      },
      "won": 50,
    },
    "control_change": {
      "high": 0.18437657640209734,
      "low": -0.08698595409565882,
      "standard_error": 0.07053367989832943,
      "value": 0.050000000000000044,
    },
    "difference": {
      "high": 0.3359645520239653,
      "low": -0.04102979524549005,
      "standard_error": 0.09785192895390464,
      "value": 0.1499999999999999,
    },
    "difference_wald": {
      "high": 0.3417862565674251,
      "low": -0.041786256567425295,
      "standard_error": 0.09785192895390464,
      "value": 0.1499999999999999,
    },
    "evidence": {
      "assumptions": [
        {
          "code": "parallel-trends",
          "message": "without the tool both groups would have changed by the same number of points",
        },
        {
          "code": "nothing-else-at-once",
          "message": "nothing else began for one group alone at the same time",
        },
        {
          "code": "same-people",
          "message": "the same kind of opportunities is closed before and after",
        },
      ],
      "cautions": [
        {
          "at": "columns/date",
          "code": "no-placebo",
          "message": "too few rows before to see whether the groups moved alike",
          "severity": "warning",
        },
        {
          "at": "options/unit",
          "code": "no-units",
          "help": "name the column of the person or team in `unit`",
          "message": "rows of the same person are taken as independent",
          "severity": "info",
        },
      ],
      "checks": [
        {
          "code": "interval",
          "message": "the interval leaves out zero",
          "passed": false,
          "value": 0.1499999999999999,
        },
      ],
      "grade": "quasi_experiment",
    },
    "exposed_after": {
      "closed": 100,
      "group": "us after",
      "open": 0,
      "rate": {
        "high": 0.7810511470506725,
        "low": 0.6041514536665333,
        "standard_error": 0.045825756949558406,
        "value": 0.7,
      },
      "won": 70,
    },
    "exposed_before": {
      "closed": 100,
      "group": "us before",
      "open": 0,
      "rate": {
        "high": 0.5961684696340044,
        "low": 0.4038315303659956,
        "standard_error": 0.05,
        "value": 0.5,
      },
      "won": 50,
    },
    "exposed_change": {
      "high": 0.32576829087642145,
      "low": 0.06422327745160022,
      "standard_error": 0.06782329983125268,
      "value": 0.19999999999999996,
    },
    "left_out": 0,
    "open": 0,
    "statement": "no demonstrable relation: the rate of `us` changed by 20.00 points, that of `not us` by 5.00, a difference of 15.00 points (95% interval -4.10 to 33.60)",
    "verdict": "no_demonstrable_relation",
    "won_per_thousand": {
      "high": 335.9645520239653,
      "low": -41.02979524549005,
      "standard_error": 97.85192895390465,
      "value": 149.99999999999991,
    },
  },
} satisfies Case<"before_after">;

// run_chart: shift
export const run_chart_1 = {
  input: {
    "table": {
      "date": [
        "2026-06-01",
        "2026-06-02",
        "2026-06-03",
        "2026-06-04",
        "2026-06-05",
        "2026-06-06",
        "2026-06-07",
        "2026-06-08",
        "2026-06-09",
        "2026-06-10",
        "2026-06-11",
        "2026-06-12",
        "2026-06-13",
        "2026-06-14",
        "2026-06-15",
        "2026-06-16",
        "2026-06-17",
        "2026-06-18",
        "2026-06-19",
        "2026-06-20",
      ],
      "value": [3, 5, 4, 6, 5, 3, 4, 5, 6, 4, 9, 8, 9, 10, 9, 8, 9, 10, 8, 9],
    },
  },
  options: {"baseline_until": "2026-06-10"},
  output: {
    "change": 4.5,
    "changed": true,
    "evidence": {
      "assumptions": [
        {
          "code": "points-independent",
          "message": "without a change the points lie on either side of the median like coin tosses",
        },
        {
          "code": "nothing-else-changed",
          "message": "a change in time is not yet a change by the tool",
        },
      ],
      "checks": [
        {
          "code": "longest-run",
          "message": "the longest run has 10 points, 7 are usual at most",
          "passed": false,
          "value": 10.0,
        },
        {
          "code": "crossings",
          "message": "the median is crossed 7 times (so few or fewer: p = 0.180)",
          "passed": true,
          "value": 7.0,
        },
      ],
      "grade": "association",
    },
    "longest_run": 10,
    "median": 4.5,
    "points": [
      {"at": "2026-06-01", "side": -1, "value": 3.0},
      {"at": "2026-06-02", "side": 1, "value": 5.0},
      {"at": "2026-06-03", "side": -1, "value": 4.0},
      {"at": "2026-06-04", "side": 1, "value": 6.0},
      {"at": "2026-06-05", "side": 1, "value": 5.0},
      {"at": "2026-06-06", "side": -1, "value": 3.0},
      {"at": "2026-06-07", "side": -1, "value": 4.0},
      {"at": "2026-06-08", "side": 1, "value": 5.0},
      {"at": "2026-06-09", "side": 1, "value": 6.0},
      {"at": "2026-06-10", "side": -1, "value": 4.0},
      {"at": "2026-06-11", "side": 1, "value": 9.0},
      {"at": "2026-06-12", "side": 1, "value": 8.0},
      {"at": "2026-06-13", "side": 1, "value": 9.0},
      {"at": "2026-06-14", "side": 1, "value": 10.0},
      {"at": "2026-06-15", "side": 1, "value": 9.0},
      {"at": "2026-06-16", "side": 1, "value": 8.0},
      {"at": "2026-06-17", "side": 1, "value": 9.0},
      {"at": "2026-06-18", "side": 1, "value": 10.0},
      {"at": "2026-06-19", "side": 1, "value": 8.0},
      {"at": "2026-06-20", "side": 1, "value": 9.0},
    ],
    "runs": 8,
    "signals": [
      {"direction": 1, "from": "2026-06-11", "kind": "shift", "points": 10, "to": "2026-06-20"},
    ],
    "statement": "change: 1 signals, the first from 2026-06-11 to 2026-06-20; what caused it the chart does not say",
    "useful": 20,
  },
} satisfies Case<"run_chart">;

// join_quality: a space too few
export const join_quality_1 = {
  input: {
    "request": {
      "complete": ["account"],
      "left": {
        "account": ["a", null, "b", "c", "d"],
        "product": ["GTXPro", "GTX Basic", "GTXPro", null, "MG Spezial"],
      },
      "left_key": "product",
      "right": {"product": ["GTX Basic", "GTX Pro", "MG Special", "MG Special"]},
    },
  },
  output: {
    "findings": [
      {
        "at": "columns/product",
        "code": "does-not-join",
        "help": "`GTX Pro` differs in spaces, punctuation or case alone",
        "message": "`GTXPro` in 2 rows of `product` has no partner in `product`",
        "severity": "warning",
      },
      {
        "at": "columns/product",
        "code": "does-not-join",
        "help": "the most similar is `MG Special`",
        "message": "`MG Spezial` in 1 rows of `product` has no partner in `product`",
        "severity": "warning",
      },
      {
        "at": "columns/product",
        "code": "repeated-key",
        "help": "a join would repeat the records",
        "message": "`MG Special` and 0 other values stand more than once in `product`",
        "severity": "warning",
      },
      {
        "at": "columns/account",
        "code": "rows-without-value",
        "message": "1 rows have no `account`",
        "severity": "warning",
      },
      {
        "at": "columns/product",
        "code": "rows-without-value",
        "message": "1 rows have no `product`",
        "severity": "warning",
      },
    ],
    "joined": 1,
    "missing": 1,
    "repeated_keys": ["MG Special"],
    "rows": 5,
    "unjoined": 3,
    "unjoined_distinct": 2,
    "unjoined_values": [
      {"nearest": "GTX Pro", "rows": 2, "same_letters": true, "value": "GTXPro"},
      {"nearest": "MG Special", "rows": 1, "same_letters": false, "value": "MG Spezial"},
    ],
    "unused_keys": 2,
  },
} satisfies Case<"join_quality">;

// customer_histories: in days, to the last order
export const customer_histories_1 = {
  input: {
    "table": {
      "day": ["2026-01-05", "2026-01-19", "2026-01-12", "2026-02-16", "2026-03-10"],
      "who": ["ann", "ann", "bob", "ann", "bob"],
    },
  },
  options: {"customer": "who", "time": "day", "unit": "day"},
  output: {
    "end": "2026-03-10",
    "incomplete": 0,
    "later": 0,
    "orders": 5,
    "table": {
      "age": [64.0, 57.0],
      "customer": ["ann", "bob"],
      "first": ["2026-01-05", "2026-01-12"],
      "frequency": [2.0, 1.0],
      "last": ["2026-02-16", "2026-03-10"],
      "recency": [42.0, 57.0],
    },
    "unit": "day",
  },
} satisfies Case<"customer_histories">;

// customer_histories: in weeks, with values
export const customer_histories_2 = {
  input: {
    "table": {
      "customer": ["ann", "ann", "ann", "ann", "bob", "cem", "cem", "cem", "dee", "bob", null],
      "time": [
        "2026-01-05",
        "2026-01-05T17:00",
        "2026-01-19",
        "2026-02-16",
        "2026-01-12",
        "2026-01-06",
        "2026-01-20",
        "2026-01-20",
        "2026-02-23",
        "2026-03-10",
        "2026-01-05",
      ],
      "value": [10, 5, 30, 20, 7, 8, 12, 4, 50, 9, 1],
    },
  },
  options: {"end": "2026-03-02", "value": "value"},
  output: {
    "end": "2026-03-02",
    "incomplete": 1,
    "later": 1,
    "orders": 9,
    "table": {
      "age": [8.0, 7.0, 7.857142857142857, 1.0],
      "customer": ["ann", "bob", "cem", "dee"],
      "first": ["2026-01-05", "2026-01-12", "2026-01-06", "2026-02-23"],
      "frequency": [2.0, 0.0, 1.0, 0.0],
      "last": ["2026-02-16", "2026-01-12", "2026-01-20", "2026-02-23"],
      "recency": [6.0, 0.0, 2.0, 0.0],
      "value": [25.0, null, 16.0, null],
    },
    "unit": "week",
  },
} satisfies Case<"customer_histories">;

// customer_value: BG/NBD
export const customer_value_1 = {
  input: {
    "table": {
      "age": [30, 35, 38, 32, 36, 31, 33, 38, 35, 36, 39, 31, 33, 30, 37],
      "frequency": [0, 0, 0, 0, 1, 1, 2, 3, 5, 0, 1, 9, 0, 0, 4],
      "recency": [0, 0, 0, 0, 4, 20, 15, 30, 33, 0, 2, 30, 0, 0, 21],
    },
  },
  options: {"horizon": 10},
  output: {
    "customers": [
      {"customer": "1", "expected_purchases": 0.1236047034315535, "probability_alive": 1.0},
      {"customer": "2", "expected_purchases": 0.10945334469223217, "probability_alive": 1.0},
      {"customer": "3", "expected_purchases": 0.10242267874551178, "probability_alive": 1.0},
      {"customer": "4", "expected_purchases": 0.11752486871927548, "probability_alive": 1.0},
      {
        "customer": "5",
        "expected_purchases": 0.11549851107700274,
        "probability_alive": 0.33949864218090464,
      },
      {
        "customer": "6",
        "expected_purchases": 0.26560479457608793,
        "probability_alive": 0.6910102793529525,
      },
      {
        "customer": "7",
        "expected_purchases": 0.6122365246452197,
        "probability_alive": 0.9999995161435166,
      },
      {
        "customer": "8",
        "expected_purchases": 0.764698199174613,
        "probability_alive": 0.9999998895968457,
      },
      {
        "customer": "9",
        "expected_purchases": 1.2891179253020277,
        "probability_alive": 0.9999999633181014,
      },
      {"customer": "10", "expected_purchases": 0.10700456017585747, "probability_alive": 1.0},
      {
        "customer": "11",
        "expected_purchases": 0.08270166494681189,
        "probability_alive": 0.2598555039825648,
      },
      {
        "customer": "12",
        "expected_purchases": 2.4616498680401193,
        "probability_alive": 0.9999999819261136,
      },
      {"customer": "13", "expected_purchases": 0.11470473548913696, "probability_alive": 1.0},
      {"customer": "14", "expected_purchases": 0.1236047034315535, "probability_alive": 1.0},
      {
        "customer": "15",
        "expected_purchases": 1.0065364852422336,
        "probability_alive": 0.9999997236810517,
      },
    ],
    "evidence": {
      "assumptions": [
        {
          "code": "steady-rates",
          "message": "while there, each customer buys at a steady rate: no season, no campaign, no growth",
        },
        {"code": "leaving-unseen", "message": "customers leave for good and without notice"},
        {
          "code": "rates-independent",
          "message": "how often somebody buys says nothing about when they leave",
        },
      ],
      "cautions": [
        {
          "at": "columns/frequency",
          "code": "few-repeat-purchases",
          "message": "8 customers bought again, the parameters are rough",
          "severity": "warning",
        },
        {
          "at": "columns",
          "code": "flat-likelihood",
          "message": "several sets of parameters fit alike, the errors of the parameters say too little",
          "severity": "warning",
        },
      ],
      "checks": [
        {
          "code": "converged",
          "message": "the likelihood has a clear optimum",
          "passed": false,
          "value": -94.1927218088075,
        },
      ],
      "grade": "association",
    },
    "log_likelihood": -94.1927218088075,
    "model": "bg_nbd",
    "new_customer_purchases": 0.5741170128612016,
    "parameters": [
      {"estimate": {"value": 0.4802897481758019}, "name": "r"},
      {"estimate": {"value": 7.511932799433719}, "name": "alpha"},
      {"estimate": {"value": 1.1267328948305054e-7}, "name": "a"},
      {"estimate": {"value": 4.145659321386212e-7}, "name": "b"},
    ],
    "total_purchases": 7.396363567689237,
  },
} satisfies Case<"customer_value">;

// anomalies: with every value
export const anomalies_1 = {
  input: {
    "table": {
      "value": [
        6,
        7,
        8,
        7,
        6,
        8,
        7,
        9,
        6,
        7,
        8,
        7,
        6,
        7,
        9,
        7,
        8,
        6,
        7,
        8,
        7,
        40,
        7,
        6,
        8,
        7,
        7,
        8,
        6,
        7,
      ],
    },
  },
  options: {"series": true},
  output: {
    "anomalies": [
      {"expected_value": 7.2, "index": 21, "severity": 16.661857380449593, "value": 40.0},
    ],
    "events": [
      {
        "anomalies": 1,
        "end": 21,
        "excess": 32.8,
        "peak": 21,
        "severity": 16.661857380449593,
        "start": 21,
      },
    ],
    "evidence": {
      "assumptions": [
        {"code": "why-is-open", "message": "an anomaly says that something happened, not what"},
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
        {
          "code": "level-changes-slowly",
          "message": "level and dispersion of the values around are those of the value itself, so a lasting change of level is no anomaly for long",
        },
      ],
      "grade": "association",
    },
    "expected_false_alarms": 0.04106776180698152,
    "method": "count",
    "missing": 0,
    "rows": 30,
    "series": [
      {"expected_value": 7.16, "value": 6.0},
      {"expected_value": 7.16, "value": 7.0},
      {"expected_value": 7.16, "value": 8.0},
      {"expected_value": 7.16, "value": 7.0},
      {"expected_value": 7.16, "value": 6.0},
      {"expected_value": 7.16, "value": 8.0},
      {"expected_value": 7.16, "value": 7.0},
      {"expected_value": 7.16, "value": 9.0},
      {"expected_value": 7.16, "value": 6.0},
      {"expected_value": 7.16, "value": 7.0},
      {"expected_value": 7.16, "value": 8.0},
      {"expected_value": 7.16, "value": 7.0},
      {"expected_value": 7.16, "value": 6.0},
      {"expected_value": 7.16, "value": 7.0},
      {"expected_value": 7.16, "value": 9.0},
      {"expected_value": 7.2, "value": 7.0},
      {"expected_value": 7.2, "value": 8.0},
      {"expected_value": 7.2, "value": 6.0},
      {"expected_value": 7.2, "value": 7.0},
      {"expected_value": 7.2, "value": 8.0},
      {"expected_value": 7.2, "value": 7.0},
      {"expected_value": 7.2, "value": 40.0},
      {"expected_value": 7.2, "value": 7.0},
      {"expected_value": 7.2, "value": 6.0},
      {"expected_value": 7.2, "value": 8.0},
      {"expected_value": 7.2, "value": 7.0},
      {"expected_value": 7.2, "value": 7.0},
      {"expected_value": 7.2, "value": 8.0},
      {"expected_value": 7.2, "value": 6.0},
      {"expected_value": 7.2, "value": 7.0},
    ],
  },
} satisfies Case<"anomalies">;

// anomalies: one hour of four hundred mentions
export const anomalies_2 = {
  input: {
    "table": {
      "value": [
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        28,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        26,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        29,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        27,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        25,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        28,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        26,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        29,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        27,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        25,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        28,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        26,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        29,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        27,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        25,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        28,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        26,
        23,
        20,
        22,
        24,
        21,
        23,
        400,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        29,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        27,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        25,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        28,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
        23,
        20,
        22,
        24,
        21,
      ],
    },
  },
  options: {"periods": [24]},
  output: {
    "anomalies": [
      {
        "expected_value": 21.967214790203997,
        "index": 400,
        "severity": 299.99999999999994,
        "value": 400.0,
      },
    ],
    "events": [
      {
        "anomalies": 1,
        "end": 400,
        "excess": 378.032785209796,
        "peak": 400,
        "severity": 299.99999999999994,
        "start": 400,
      },
    ],
    "evidence": {
      "assumptions": [
        {"code": "why-is-open", "message": "an anomaly says that something happened, not what"},
        {
          "code": "rows-in-order",
          "message": "the rows stand in the order of time, evenly spaced",
        },
        {
          "code": "level-changes-slowly",
          "message": "level and dispersion of the values around are those of the value itself, so a lasting change of level is no anomaly for long",
        },
      ],
      "grade": "association",
    },
    "expected_false_alarms": 0.6899383983572895,
    "method": "count",
    "missing": 0,
    "period": 24,
    "rows": 504,
  },
} satisfies Case<"anomalies">;

// change_points: one step
export const change_points_1 = {
  input: {"table": {"value": [0, 0.1, -0.1, 0, 0.1, -0.1, 10, 10.1, 9.9, 10, 10.1, 9.9]}},
  options: {"min_size": 2, "penalty": 5},
  output: {
    "changes": [{"after": 10.0, "before": 0.0, "index": 6}],
    "cost": 0.07999999999998408,
    "evidence": {
      "assumptions": [
        {"code": "why-is-open", "message": "a change says that something happened, not what"},
        {
          "code": "independent-values",
          "message": "values within a segment do not follow one another; a season or a trend makes changes of its own",
        },
        {"code": "rows-in-order", "message": "the rows stand in the order of time"},
      ],
      "grade": "association",
    },
    "penalty": 5.0,
    "rows": 12,
    "segments": [
      {
        "cost": 0.040000000000020464,
        "end": 6,
        "mean": 0.0,
        "standard_deviation": 0.0894427190999916,
        "start": 0,
      },
      {
        "cost": 0.03999999999996362,
        "end": 12,
        "mean": 10.0,
        "standard_deviation": 0.08944271909999127,
        "start": 6,
      },
    ],
  },
} satisfies Case<"change_points">;

// change_points: row by row
export const change_points_2 = {
  input: {"table": {"value": [0, 0.1, -0.1, 0, 0.1, -0.1, 10, 10.1, 9.9, 10, 10.1, 9.9]}},
  options: {"method": "online"},
  output: {
    "changes": [{"after": 10.0, "before": 0.0, "index": 6}],
    "cost": 0.07999999999998408,
    "evidence": {
      "assumptions": [
        {"code": "why-is-open", "message": "a change says that something happened, not what"},
        {
          "code": "independent-values",
          "message": "values within a segment do not follow one another; a season or a trend makes changes of its own",
        },
        {"code": "rows-in-order", "message": "the rows stand in the order of time"},
      ],
      "grade": "association",
    },
    "rows": 12,
    "runs": {
      "likeliest": [1, 2, 3, 4, 5, 6, 7, 8, 9, 4, 5, 6],
      "log_evidence": -16.754532061656068,
      "mean": [
        0.9899999999999999,
        1.9738343415182538,
        2.9555239685777455,
        3.9371296149634416,
        4.919640039200201,
        5.903681624857447,
        6.385995238141049,
        6.383311935283713,
        6.081853313715974,
        5.769180774049685,
        5.817625314846992,
        6.297819865757187,
      ],
      "new_run": [
        0.01,
        0.009999999999999998,
        0.01,
        0.010000000000000002,
        0.01,
        0.01,
        0.01,
        0.009999999999999998,
        0.01,
        0.010000000000000002,
        0.01,
        0.01,
      ],
    },
    "segments": [
      {
        "cost": 0.040000000000020464,
        "end": 6,
        "mean": 0.0,
        "standard_deviation": 0.0894427190999916,
        "start": 0,
      },
      {
        "cost": 0.03999999999996362,
        "end": 12,
        "mean": 10.0,
        "standard_deviation": 0.08944271909999127,
        "start": 6,
      },
    ],
  },
} satisfies Case<"change_points">;

// change_points: one change, the best of all
export const change_points_3 = {
  input: {"table": {"value": [0, 0.1, -0.1, 0, 0.1, -0.1, 10, 10.1, 9.9, 10, 10.1, 9.9]}},
  options: {"changes": 1, "method": "dynamic_programming", "min_size": 2},
  output: {
    "changes": [{"after": 10.0, "before": 0.0, "index": 6}],
    "cost": 0.07999999999998408,
    "evidence": {
      "assumptions": [
        {"code": "why-is-open", "message": "a change says that something happened, not what"},
        {
          "code": "independent-values",
          "message": "values within a segment do not follow one another; a season or a trend makes changes of its own",
        },
        {"code": "rows-in-order", "message": "the rows stand in the order of time"},
      ],
      "grade": "association",
    },
    "rows": 12,
    "segments": [
      {
        "cost": 0.040000000000020464,
        "end": 6,
        "mean": 0.0,
        "standard_deviation": 0.0894427190999916,
        "start": 0,
      },
      {
        "cost": 0.03999999999996362,
        "end": 12,
        "mean": 10.0,
        "standard_deviation": 0.08944271909999127,
        "start": 6,
      },
    ],
  },
} satisfies Case<"change_points">;

// control_chart: one point beyond three deviations
export const control_chart_1 = {
  input: {"table": {"value": [10, 11, 9, 14, 10]}},
  options: {"mean": 10, "standard_deviation": 1},
  output: {
    "average_run_length": 370.39834734495923,
    "evidence": {
      "assumptions": [
        {
          "code": "independent-values",
          "message": "while in control the values are independent and about normal; a season or a trend gives alarms of its own",
        },
        {"code": "rows-in-order", "message": "the rows stand in the order of time"},
      ],
      "grade": "association",
    },
    "first_out": 3,
    "mean": 10.0,
    "out": 1,
    "points": [
      {"high": 13.0, "index": 0, "low": 7.0, "out": false, "statistic": 10.0},
      {"high": 13.0, "index": 1, "low": 7.0, "out": false, "statistic": 11.0},
      {"high": 13.0, "index": 2, "low": 7.0, "out": false, "statistic": 9.0},
      {"high": 13.0, "index": 3, "low": 7.0, "out": true, "statistic": 14.0},
      {"high": 13.0, "index": 4, "low": 7.0, "out": false, "statistic": 10.0},
    ],
    "standard_deviation": 1.0,
  },
} satisfies Case<"control_chart">;

// control_chart: a sum that adds up
export const control_chart_2 = {
  input: {"table": {"value": [11, 11, 11, 11, 11, 11, 11, 11, 11, 11]}},
  options: {"allowance": 0.5, "kind": "cusum", "limit": 4, "mean": 10, "standard_deviation": 1},
  output: {
    "average_run_length": 169.04658357827898,
    "evidence": {
      "assumptions": [
        {
          "code": "independent-values",
          "message": "while in control the values are independent and about normal; a season or a trend gives alarms of its own",
        },
        {"code": "rows-in-order", "message": "the rows stand in the order of time"},
      ],
      "grade": "association",
    },
    "first_out": 8,
    "mean": 10.0,
    "out": 2,
    "points": [
      {
        "high": 4.0,
        "index": 0,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 0.5,
        "upper_run": 1,
      },
      {
        "high": 4.0,
        "index": 1,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 1.0,
        "upper_run": 2,
      },
      {
        "high": 4.0,
        "index": 2,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 1.5,
        "upper_run": 3,
      },
      {
        "high": 4.0,
        "index": 3,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 2.0,
        "upper_run": 4,
      },
      {
        "high": 4.0,
        "index": 4,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 2.5,
        "upper_run": 5,
      },
      {
        "high": 4.0,
        "index": 5,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 3.0,
        "upper_run": 6,
      },
      {
        "high": 4.0,
        "index": 6,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 3.5,
        "upper_run": 7,
      },
      {
        "high": 4.0,
        "index": 7,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": false,
        "statistic": 4.0,
        "upper_run": 8,
      },
      {
        "high": 4.0,
        "index": 8,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": true,
        "statistic": 4.5,
        "upper_run": 9,
      },
      {
        "high": 4.0,
        "index": 9,
        "low": -4.0,
        "lower_run": 0,
        "lower_sum": 0.0,
        "out": true,
        "statistic": 5.0,
        "upper_run": 10,
      },
    ],
    "standard_deviation": 1.0,
  },
} satisfies Case<"control_chart">;

// forecast_svg: the report of forecast
export const forecast_svg_1 = {
  input: {
    "report": {
      "evidence": {
        "assumptions": [
          {
            "code": "past-goes-on",
            "message": "what made the series so far goes on: no new campaign, market or way of counting",
          },
          {
            "code": "parameters-known",
            "message": "intervals take the parameters found as true and errors as normal; both make them rather too narrow",
          },
        ],
        "checks": [
          {
            "code": "errors-look-random",
            "message": "test of Ljung and Box on 1 lags: a small number means that the errors follow one another",
            "passed": true,
            "value": 0.22191097933598036,
          },
          {
            "code": "better-than-naive",
            "message": "mean error as a multiple of that of the last season again, in the past",
            "passed": true,
            "value": 0.5761316872427984,
          },
        ],
        "grade": "association",
      },
      "filled": 0,
      "fit": {
        "mae": 2.5925925925925926,
        "mase": 0.5761316872427984,
        "mse": 8.88888888888889,
        "name": "mean",
      },
      "history": [
        {"time": "2026-07-06", "value": 20.0},
        {"time": "2026-07-13", "value": 27.0},
        {"time": "2026-07-20", "value": 24.0},
        {"time": "2026-07-27", "value": 21.0},
        {"time": "2026-08-03", "value": 28.0},
        {"time": "2026-08-10", "value": 25.0},
        {"time": "2026-08-17", "value": 22.0},
        {"time": "2026-08-24", "value": 29.0},
        {"time": "2026-08-31", "value": 26.0},
      ],
      "method": "mean",
      "points": [
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 1,
          "time": "2026-09-07",
          "value": 24.666666666666668,
        },
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 2,
          "time": "2026-09-14",
          "value": 24.666666666666668,
        },
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 3,
          "time": "2026-09-21",
          "value": 24.666666666666668,
        },
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 4,
          "time": "2026-09-28",
          "value": 24.666666666666668,
        },
      ],
      "rows": 9,
      "total": {
        "gap": -0.6666666666666856,
        "intervals": [
          {"high": 330.35081078996177, "level": 0.8, "low": 310.5734715363375},
          {"high": 334.76974190289303, "level": 0.95, "low": 305.8840169954312},
        ],
        "path": [
          {
            "intervals": [
              {"high": 250.93521022237263, "level": 0.8, "low": 242.4038935281964},
              {"high": 253.0420828267361, "level": 0.95, "low": 239.84286133489582},
            ],
            "step": 1,
            "value": 246.66666666666666,
          },
          {
            "intervals": [
              {"high": 277.64864238985234, "level": 0.8, "low": 265.09956851476915},
              {"high": 280.6550559687148, "level": 0.95, "low": 261.5523298000982},
            ],
            "step": 2,
            "value": 271.3333333333333,
          },
          {
            "intervals": [
              {"high": 304.05054892011356, "level": 0.8, "low": 288.019537305871},
              {"high": 308.31735067165937, "level": 0.95, "low": 283.23780997743677},
            ],
            "step": 3,
            "value": 296.0,
          },
          {
            "intervals": [
              {"high": 330.35081078996177, "level": 0.8, "low": 310.5734715363375},
              {"high": 334.76974190289303, "level": 0.95, "low": 305.8840169954312},
            ],
            "step": 4,
            "value": 320.6666666666667,
          },
        ],
        "probability": 0.5385,
        "so_far": 222.0,
        "target": 320.0,
        "value": 320.6666666666667,
      },
    },
  },
} satisfies Case<"forecast_svg">;

// pacing_svg: the report of forecast
export const pacing_svg_1 = {
  input: {
    "report": {
      "evidence": {
        "assumptions": [
          {
            "code": "past-goes-on",
            "message": "what made the series so far goes on: no new campaign, market or way of counting",
          },
          {
            "code": "parameters-known",
            "message": "intervals take the parameters found as true and errors as normal; both make them rather too narrow",
          },
        ],
        "checks": [
          {
            "code": "errors-look-random",
            "message": "test of Ljung and Box on 1 lags: a small number means that the errors follow one another",
            "passed": true,
            "value": 0.22191097933598036,
          },
          {
            "code": "better-than-naive",
            "message": "mean error as a multiple of that of the last season again, in the past",
            "passed": true,
            "value": 0.5761316872427984,
          },
        ],
        "grade": "association",
      },
      "filled": 0,
      "fit": {
        "mae": 2.5925925925925926,
        "mase": 0.5761316872427984,
        "mse": 8.88888888888889,
        "name": "mean",
      },
      "history": [
        {"time": "2026-07-06", "value": 20.0},
        {"time": "2026-07-13", "value": 27.0},
        {"time": "2026-07-20", "value": 24.0},
        {"time": "2026-07-27", "value": 21.0},
        {"time": "2026-08-03", "value": 28.0},
        {"time": "2026-08-10", "value": 25.0},
        {"time": "2026-08-17", "value": 22.0},
        {"time": "2026-08-24", "value": 29.0},
        {"time": "2026-08-31", "value": 26.0},
      ],
      "method": "mean",
      "points": [
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 1,
          "time": "2026-09-07",
          "value": 24.666666666666668,
        },
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 2,
          "time": "2026-09-14",
          "value": 24.666666666666668,
        },
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 3,
          "time": "2026-09-21",
          "value": 24.666666666666668,
        },
        {
          "intervals": [
            {"high": 28.938505218482003, "level": 0.8, "low": 20.394828114851332},
            {"high": 31.199879948466847, "level": 0.95, "low": 18.13345338486649},
          ],
          "step": 4,
          "time": "2026-09-28",
          "value": 24.666666666666668,
        },
      ],
      "rows": 9,
      "total": {
        "gap": -0.6666666666666856,
        "intervals": [
          {"high": 330.35081078996177, "level": 0.8, "low": 310.5734715363375},
          {"high": 334.76974190289303, "level": 0.95, "low": 305.8840169954312},
        ],
        "path": [
          {
            "intervals": [
              {"high": 250.93521022237263, "level": 0.8, "low": 242.4038935281964},
              {"high": 253.0420828267361, "level": 0.95, "low": 239.84286133489582},
            ],
            "step": 1,
            "value": 246.66666666666666,
          },
          {
            "intervals": [
              {"high": 277.64864238985234, "level": 0.8, "low": 265.09956851476915},
              {"high": 280.6550559687148, "level": 0.95, "low": 261.5523298000982},
            ],
            "step": 2,
            "value": 271.3333333333333,
          },
          {
            "intervals": [
              {"high": 304.05054892011356, "level": 0.8, "low": 288.019537305871},
              {"high": 308.31735067165937, "level": 0.95, "low": 283.23780997743677},
            ],
            "step": 3,
            "value": 296.0,
          },
          {
            "intervals": [
              {"high": 330.35081078996177, "level": 0.8, "low": 310.5734715363375},
              {"high": 334.76974190289303, "level": 0.95, "low": 305.8840169954312},
            ],
            "step": 4,
            "value": 320.6666666666667,
          },
        ],
        "probability": 0.5385,
        "so_far": 222.0,
        "target": 320.0,
        "value": 320.6666666666667,
      },
    },
  },
} satisfies Case<"pacing_svg">;

// response_svg: the report of fit_response
export const response_svg_1 = {
  input: {
    "report": {
      "baseline": 600.0,
      "block": 2,
      "budget": {
        "channels": [
          {
            "channel": "search",
            "current": 21.666666666666668,
            "input_per_spend": 1.0,
            "min": 0.0,
            "saturation": {"kind": "none"},
            "scale": 2.0,
          },
        ],
        "total": 21.666666666666668,
      },
      "channels": [
        {
          "adstock": {"kind": "none"},
          "channel": "search",
          "coefficient": {"high": 2.0, "low": 2.0, "standard_error": 0.0, "value": 2.0},
          "contribution": {"high": 260.0, "low": 260.0, "standard_error": 0.0, "value": 260.0},
          "contributions": [0.0, 60.0, 10.0, 90.0, 30.0, 70.0],
          "curve": [
            {
              "beyond_data": false,
              "response": {"high": 0.0, "low": 0.0, "standard_error": 0.0, "value": 0.0},
              "spend": 0.0,
            },
            {
              "beyond_data": false,
              "response": {"high": 6.75, "low": 6.75, "standard_error": 0.0, "value": 6.75},
              "spend": 3.375,
            },
            {
              "beyond_data": false,
              "response": {"high": 13.5, "low": 13.5, "standard_error": 0.0, "value": 13.5},
              "spend": 6.75,
            },
            {
              "beyond_data": false,
              "response": {"high": 20.25, "low": 20.25, "standard_error": 0.0, "value": 20.25},
              "spend": 10.125,
            },
            {
              "beyond_data": false,
              "response": {"high": 27.0, "low": 27.0, "standard_error": 0.0, "value": 27.0},
              "spend": 13.5,
            },
            {
              "beyond_data": false,
              "response": {"high": 33.75, "low": 33.75, "standard_error": 0.0, "value": 33.75},
              "spend": 16.875,
            },
            {
              "beyond_data": false,
              "response": {"high": 40.5, "low": 40.5, "standard_error": 0.0, "value": 40.5},
              "spend": 20.25,
            },
            {
              "beyond_data": false,
              "response": {"high": 47.25, "low": 47.25, "standard_error": 0.0, "value": 47.25},
              "spend": 23.625,
            },
            {
              "beyond_data": false,
              "response": {"high": 54.0, "low": 54.0, "standard_error": 0.0, "value": 54.0},
              "spend": 27.0,
            },
            {
              "beyond_data": false,
              "response": {"high": 60.75, "low": 60.75, "standard_error": 0.0, "value": 60.75},
              "spend": 30.375,
            },
            {
              "beyond_data": false,
              "response": {"high": 67.5, "low": 67.5, "standard_error": 0.0, "value": 67.5},
              "spend": 33.75,
            },
            {
              "beyond_data": false,
              "response": {"high": 74.25, "low": 74.25, "standard_error": 0.0, "value": 74.25},
              "spend": 37.125,
            },
            {
              "beyond_data": false,
              "response": {"high": 81.0, "low": 81.0, "standard_error": 0.0, "value": 81.0},
              "spend": 40.5,
            },
            {
              "beyond_data": false,
              "response": {"high": 87.75, "low": 87.75, "standard_error": 0.0, "value": 87.75},
              "spend": 43.875,
            },
            {
              "beyond_data": true,
              "response": {"high": 94.5, "low": 94.5, "standard_error": 0.0, "value": 94.5},
              "spend": 47.25,
            },
            {
              "beyond_data": true,
              "response": {"high": 101.25, "low": 101.25, "standard_error": 0.0, "value": 101.25},
              "spend": 50.625,
            },
            {
              "beyond_data": true,
              "response": {"high": 108.0, "low": 108.0, "standard_error": 0.0, "value": 108.0},
              "spend": 54.0,
            },
            {
              "beyond_data": true,
              "response": {"high": 114.75, "low": 114.75, "standard_error": 0.0, "value": 114.75},
              "spend": 57.375,
            },
            {
              "beyond_data": true,
              "response": {"high": 121.5, "low": 121.5, "standard_error": 0.0, "value": 121.5},
              "spend": 60.75,
            },
            {
              "beyond_data": true,
              "response": {"high": 128.25, "low": 128.25, "standard_error": 0.0, "value": 128.25},
              "spend": 64.125,
            },
            {
              "beyond_data": true,
              "response": {"high": 135.0, "low": 135.0, "standard_error": 0.0, "value": 135.0},
              "spend": 67.5,
            },
          ],
          "marginal": 2.0,
          "roas": {"high": 2.0, "low": 2.0, "standard_error": 0.0, "value": 2.0},
          "saturation": {"kind": "none"},
          "share": {
            "high": 0.3023255813953488,
            "low": 0.3023255813953488,
            "standard_error": 0.0,
            "value": 0.3023255813953488,
          },
          "spend": 130.0,
        },
      ],
      "effective_parameters": 2.0,
      "evidence": {
        "assumptions": [
          {
            "code": "no-confounding",
            "message": "nothing that moves both spend and outcome is left out of the columns",
          },
          {
            "code": "spend-not-by-outcome",
            "message": "spend was not set by the outcome that was expected",
          },
          {
            "code": "shape-is-true",
            "message": "carry-over and saturation have the given form and do not change",
          },
          {"code": "channels-add-up", "message": "channels neither help nor hinder each other"},
        ],
        "cautions": [
          {
            "at": "columns",
            "code": "observational",
            "help": "check the largest channels by an experiment",
            "message": "this is what went together, not what spend caused",
            "severity": "warning",
          },
        ],
        "checks": [
          {
            "code": "rows-per-parameter",
            "message": "there are ten rows or more per parameter",
            "passed": false,
            "value": 3.0,
          },
          {
            "code": "collinearity",
            "message": "no channel goes so closely with other columns that their effects cannot be told apart",
            "passed": true,
            "value": 1.0,
          },
          {
            "code": "little-shrinkage",
            "message": "the penalty and the bounds leave most of the parameters free",
            "passed": true,
            "value": 1.0,
          },
          {
            "code": "predicts",
            "message": "it predicts later rows better than their mean so far",
            "passed": true,
            "value": 1.0,
          },
        ],
        "grade": "association",
      },
      "media": {"high": 260.0, "low": 260.0, "standard_error": 0.0, "value": 260.0},
      "parameters": 2,
      "penalty": 0.0,
      "penalty_chosen": false,
      "points": [
        {"baseline": 100.0, "fitted": 100.0, "outcome": 100.0},
        {"baseline": 100.0, "fitted": 160.0, "outcome": 160.0},
        {"baseline": 100.0, "fitted": 110.0, "outcome": 110.0},
        {"baseline": 100.0, "fitted": 190.0, "outcome": 190.0},
        {"baseline": 100.0, "fitted": 130.0, "outcome": 130.0},
        {"baseline": 100.0, "fitted": 170.0, "outcome": 170.0},
      ],
      "quality": {
        "mape": 0.0,
        "out_of_sample_mape": 0.0,
        "out_of_sample_r_squared": 1.0,
        "predicted_rows": 2,
        "r_squared": 1.0,
        "residual_deviation": 0.0,
      },
      "rows": 6,
      "shapes_compared": 0,
      "terms": [
        {
          "coefficient": {"high": 100.0, "low": 100.0, "standard_error": 0.0, "value": 100.0},
          "kind": "constant",
          "name": "constant",
        },
        {
          "coefficient": {"high": 2.0, "low": 2.0, "standard_error": 0.0, "value": 2.0},
          "kind": "channel",
          "name": "search",
          "variance_inflation": 1.0,
        },
      ],
    },
  },
} satisfies Case<"response_svg">;

// budget_svg: the report of allocate_budget
export const budget_svg_1 = {
  input: {
    "report": {
      "channels": [
        {
          "average": 1.1194356661459106,
          "bound": "free",
          "change": -40.66927468526296,
          "channel": "search",
          "curve": [
            {"response": 0.0, "spend": 0.0},
            {"response": 9.090909090909092, "spend": 5.0},
            {"response": 16.666666666666664, "spend": 10.0},
            {"response": 23.076923076923077, "spend": 15.0},
            {"response": 28.57142857142857, "spend": 20.0},
            {"response": 33.33333333333333, "spend": 25.0},
            {"response": 37.5, "spend": 30.0},
            {"response": 41.17647058823529, "spend": 35.0},
            {"response": 44.44444444444444, "spend": 40.0},
            {"response": 47.368421052631575, "spend": 45.0},
            {"response": 50.0, "spend": 50.0},
            {"response": 52.38095238095239, "spend": 55.0},
            {"response": 54.54545454545454, "spend": 60.0},
            {"response": 56.52173913043478, "spend": 65.0},
            {"response": 58.333333333333336, "spend": 70.0},
            {"response": 60.0, "spend": 75.0},
            {"response": 61.53846153846154, "spend": 80.0},
            {"response": 62.96296296296296, "spend": 85.0},
            {"response": 64.28571428571429, "spend": 90.0},
            {"response": 65.51724137931035, "spend": 95.0},
            {"response": 66.66666666666666, "spend": 100.0},
            {"response": 67.74193548387096, "spend": 105.0},
            {"response": 68.75, "spend": 110.0},
            {"response": 69.6969696969697, "spend": 115.0},
            {"response": 70.58823529411765, "spend": 120.0},
          ],
          "marginal": 0.626568105319769,
          "response": 44.02821669270448,
          "share": 0.39330725314737036,
          "spend": 39.33072531473704,
        },
        {
          "average": 1.0339863581305548,
          "bound": "free",
          "change": 40.66927468526296,
          "channel": "video",
          "curve": [
            {"response": 0.0, "spend": 0.0},
            {"response": 0.8015579516965016, "spend": 3.791829667828935},
            {"response": 3.122795098690206, "spend": 7.58365933565787},
            {"response": 6.734211703960332, "spend": 11.375489003486805},
            {"response": 11.313520212478782, "spend": 15.16731867131574},
            {"response": 16.50996400991398, "spend": 18.959148339144676},
            {"response": 21.99871365112533, "spend": 22.75097800697361},
            {"response": 27.514120053122078, "spend": 26.542807674802546},
            {"response": 32.861455971679284, "spend": 30.33463734263148},
            {"response": 37.91319554339069, "spend": 34.126467010460416},
            {"response": 42.59723100984059, "spend": 37.91829667828935},
            {"response": 46.882801919786985, "spend": 41.71012634611829},
            {"response": 50.76751813220882, "spend": 45.50195601394722},
            {"response": 54.266902181971105, "spend": 49.29378568177615},
            {"response": 57.406675149077955, "spend": 53.08561534960509},
            {"response": 60.21743599547881, "spend": 56.877445017434034},
            {"response": 62.73120238223732, "spend": 60.66927468526296},
            {"response": 64.97929699469657, "spend": 64.4611043530919},
            {"response": 66.9911558247924, "spend": 68.25293402092083},
            {"response": 68.79374077662632, "spend": 72.04476368874977},
            {"response": 70.41133181082323, "spend": 75.8365933565787},
            {"response": 71.86554606581971, "spend": 79.62842302440764},
            {"response": 73.17548385195514, "spend": 83.42025269223657},
            {"response": 74.35793784631299, "spend": 87.21208236006551},
            {"response": 75.4276263125092, "spend": 91.00391202789444},
          ],
          "marginal": 0.6265681053197685,
          "response": 62.73120238223732,
          "share": 0.6066927468526296,
          "spend": 60.66927468526296,
        },
      ],
      "current_response": 79.53846153846155,
      "evidence": {
        "assumptions": [
          {
            "code": "curves-are-true",
            "message": "the response curves hold, also at spends that were never tried; the split is no better founded than they are",
          },
          {"code": "channels-add-up", "message": "channels neither help nor hinder each other"},
          {
            "code": "steady-state",
            "message": "the same is spent in each period, long enough for the carry-over to settle",
          },
        ],
        "cautions": [
          {
            "at": "channels/search",
            "code": "far-from-current",
            "help": "move in steps and measure, or bound it with `min` and `max`",
            "message": "`search` would spend 0.49 times what it does",
            "severity": "warning",
          },
          {
            "at": "channels/video",
            "code": "far-from-current",
            "help": "move in steps and measure, or bound it with `min` and `max`",
            "message": "`video` would spend 3.03 times what it does",
            "severity": "warning",
          },
        ],
        "checks": [
          {
            "code": "split-is-best",
            "message": "the relative gap between the split and what no split can exceed",
            "passed": true,
            "value": 0.0,
          },
          {
            "code": "marginals-equal",
            "message": "one more unit brings the same in every channel that no bound holds",
            "passed": true,
            "value": 8.859555850345704e-16,
          },
        ],
        "grade": "association",
      },
      "marginal": 0.626568105319769,
      "optimal": true,
      "response": 106.7594190749418,
      "response_bound": 106.7594190749418,
      "spend": 100.0,
      "unspent": 0.0,
    },
  },
} satisfies Case<"budget_svg">;

// anomalies_svg: the report of anomalies
export const anomalies_svg_1 = {
  input: {
    "report": {
      "anomalies": [
        {"expected_value": 7.16, "index": 21, "severity": 16.741772133749443, "value": 40.0},
      ],
      "events": [
        {
          "anomalies": 1,
          "end": 21,
          "excess": 32.84,
          "peak": 21,
          "severity": 16.741772133749443,
          "start": 21,
        },
      ],
      "evidence": {
        "assumptions": [
          {"code": "why-is-open", "message": "an anomaly says that something happened, not what"},
          {
            "code": "rows-in-order",
            "message": "the rows stand in the order of time, evenly spaced",
          },
          {
            "code": "level-changes-slowly",
            "message": "level and dispersion of the values around are those of the value itself, so a lasting change of level is no anomaly for long",
          },
        ],
        "grade": "association",
      },
      "expected_false_alarms": 0.04106776180698152,
      "method": "count",
      "missing": 0,
      "rows": 30,
      "series": [
        {"expected_value": 7.04, "value": 5.0},
        {"expected_value": 7.04, "value": 7.0},
        {"expected_value": 7.04, "value": 9.0},
        {"expected_value": 7.04, "value": 6.0},
        {"expected_value": 7.04, "value": 8.0},
        {"expected_value": 7.04, "value": 5.0},
        {"expected_value": 7.04, "value": 7.0},
        {"expected_value": 7.04, "value": 9.0},
        {"expected_value": 7.04, "value": 6.0},
        {"expected_value": 7.04, "value": 8.0},
        {"expected_value": 7.04, "value": 5.0},
        {"expected_value": 7.04, "value": 7.0},
        {"expected_value": 7.04, "value": 9.0},
        {"expected_value": 7.04, "value": 6.0},
        {"expected_value": 7.04, "value": 8.0},
        {"expected_value": 7.16, "value": 5.0},
        {"expected_value": 7.16, "value": 7.0},
        {"expected_value": 7.16, "value": 9.0},
        {"expected_value": 7.16, "value": 6.0},
        {"expected_value": 7.16, "value": 8.0},
        {"expected_value": 7.16, "value": 5.0},
        {"expected_value": 7.16, "value": 40.0},
        {"expected_value": 7.16, "value": 9.0},
        {"expected_value": 7.16, "value": 6.0},
        {"expected_value": 7.16, "value": 8.0},
        {"expected_value": 7.16, "value": 5.0},
        {"expected_value": 7.16, "value": 7.0},
        {"expected_value": 7.16, "value": 9.0},
        {"expected_value": 7.16, "value": 6.0},
        {"expected_value": 7.16, "value": 8.0},
      ],
    },
  },
} satisfies Case<"anomalies_svg">;

// control_chart_svg: the report of control_chart
export const control_chart_svg_1 = {
  input: {
    "report": {
      "average_run_length": 169.04658357827898,
      "evidence": {
        "assumptions": [
          {
            "code": "independent-values",
            "message": "while in control the values are independent and about normal; a season or a trend gives alarms of its own",
          },
          {"code": "rows-in-order", "message": "the rows stand in the order of time"},
        ],
        "grade": "association",
      },
      "first_out": 8,
      "mean": 10.0,
      "out": 2,
      "points": [
        {
          "high": 4.0,
          "index": 0,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 0.5,
          "upper_run": 1,
        },
        {
          "high": 4.0,
          "index": 1,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 1.0,
          "upper_run": 2,
        },
        {
          "high": 4.0,
          "index": 2,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 1.5,
          "upper_run": 3,
        },
        {
          "high": 4.0,
          "index": 3,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 2.0,
          "upper_run": 4,
        },
        {
          "high": 4.0,
          "index": 4,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 2.5,
          "upper_run": 5,
        },
        {
          "high": 4.0,
          "index": 5,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 3.0,
          "upper_run": 6,
        },
        {
          "high": 4.0,
          "index": 6,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 3.5,
          "upper_run": 7,
        },
        {
          "high": 4.0,
          "index": 7,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": false,
          "statistic": 4.0,
          "upper_run": 8,
        },
        {
          "high": 4.0,
          "index": 8,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": true,
          "statistic": 4.5,
          "upper_run": 9,
        },
        {
          "high": 4.0,
          "index": 9,
          "low": -4.0,
          "lower_run": 0,
          "lower_sum": 0.0,
          "out": true,
          "statistic": 5.0,
          "upper_run": 10,
        },
      ],
      "standard_deviation": 1.0,
    },
  },
} satisfies Case<"control_chart_svg">;

// run_chart_svg: the report of run_chart
export const run_chart_svg_1 = {
  input: {
    "report": {
      "change": 4.5,
      "changed": true,
      "evidence": {
        "assumptions": [
          {
            "code": "points-independent",
            "message": "without a change the points lie on either side of the median like coin tosses",
          },
          {
            "code": "nothing-else-changed",
            "message": "a change in time is not yet a change by the tool",
          },
        ],
        "checks": [
          {
            "code": "longest-run",
            "message": "the longest run has 10 points, 7 are usual at most",
            "passed": false,
            "value": 10.0,
          },
          {
            "code": "crossings",
            "message": "the median is crossed 7 times, so few or fewer have a probability of 0.180",
            "passed": true,
            "value": 7.0,
          },
        ],
        "grade": "association",
      },
      "longest_run": 10,
      "median": 4.5,
      "points": [
        {"at": "2026-06-01", "side": -1, "value": 3.0},
        {"at": "2026-06-02", "side": 1, "value": 5.0},
        {"at": "2026-06-03", "side": -1, "value": 4.0},
        {"at": "2026-06-04", "side": 1, "value": 6.0},
        {"at": "2026-06-05", "side": 1, "value": 5.0},
        {"at": "2026-06-06", "side": -1, "value": 3.0},
        {"at": "2026-06-07", "side": -1, "value": 4.0},
        {"at": "2026-06-08", "side": 1, "value": 5.0},
        {"at": "2026-06-09", "side": 1, "value": 6.0},
        {"at": "2026-06-10", "side": -1, "value": 4.0},
        {"at": "2026-06-11", "side": 1, "value": 9.0},
        {"at": "2026-06-12", "side": 1, "value": 8.0},
        {"at": "2026-06-13", "side": 1, "value": 9.0},
        {"at": "2026-06-14", "side": 1, "value": 10.0},
        {"at": "2026-06-15", "side": 1, "value": 9.0},
        {"at": "2026-06-16", "side": 1, "value": 8.0},
        {"at": "2026-06-17", "side": 1, "value": 9.0},
        {"at": "2026-06-18", "side": 1, "value": 10.0},
        {"at": "2026-06-19", "side": 1, "value": 8.0},
        {"at": "2026-06-20", "side": 1, "value": 9.0},
      ],
      "runs": 8,
      "signals": [
        {"direction": 1, "from": "2026-06-11", "kind": "shift", "points": 10, "to": "2026-06-20"},
      ],
      "statement": "change: 1 signals, the first from 2026-06-11 to 2026-06-20; what caused it the chart does not say",
      "useful": 20,
    },
  },
} satisfies Case<"run_chart_svg">;

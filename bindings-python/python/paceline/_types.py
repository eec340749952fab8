# Made from core/schema by core/tests/types.rs; changes here are lost.
"""Documents, options and reports of Paceline.

What you write is a dictionary: `PlanDocument`, its parts and the options are typed dictionaries.
What Paceline answers are records: objects whose values never change. Lists of a record are tuples,
stamps are `datetime.datetime` (with their offset where the plan is zoned), working and elapsed time
are whole seconds, amounts and shares are floats.
"""

import datetime
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from ._decode import (
    DATE,
    NUMBER,
    PLAIN,
    STAMP,
    WHEN,
    Codec,
    Record,
    many,
    mapping,
    one_of,
    record,
    shape,
)

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired
else:

    class NotRequired:
        def __class_getitem__(cls, of):
            return of


__all__ = [
    "ANSWERS",
    "Absence",
    "Aggregation",
    "Alternative",
    "Assignment",
    "Assumption",
    "AtRisk",
    "AttributeOptions",
    "AttributionModel",
    "AttributionModelFirst",
    "AttributionModelLast",
    "AttributionModelLastNonDirect",
    "AttributionModelLinear",
    "AttributionModelMarkov",
    "AttributionModelPosition",
    "AttributionModelShapley",
    "AttributionModelTimeDecay",
    "AttributionReport",
    "Availability",
    "Baseline",
    "BaselineId",
    "BaselineOptions",
    "BaselineTask",
    "Bound",
    "BoundCheapest",
    "BoundEnergy",
    "BoundExhausted",
    "BoundMoved",
    "BoundPool",
    "BoundPrecedence",
    "BoundSpread",
    "BoundSum",
    "BoundTrivial",
    "Bucket",
    "BudgetStatus",
    "Calendar",
    "CalendarException",
    "CalendarId",
    "Campaign",
    "CampaignCost",
    "CampaignId",
    "CampaignVariance",
    "CausalImpactOptions",
    "CausalImpactReport",
    "Cause",
    "CauseChoice",
    "CauseLink",
    "CauseMaxLag",
    "CauseResource",
    "ChainSummary",
    "ChangeKind",
    "ChannelAgreement",
    "ChannelCost",
    "ChannelCredit",
    "ChannelPresence",
    "ChartOptions",
    "CheckReport",
    "CivilDate",
    "Clamp",
    "Clock",
    "Commitment",
    "Comparison",
    "CompositeDirection",
    "CompositeFactor",
    "CompositeGroup",
    "CompositeImputation",
    "CompositeImputationGroupMean",
    "CompositeImputationGroupMedian",
    "CompositeImputationMean",
    "CompositeImputationMedian",
    "CompositeImputationNone",
    "CompositeIndicator",
    "CompositeIndicatorSummary",
    "CompositeMean",
    "CompositeMeanArithmetic",
    "CompositeMeanGeometric",
    "CompositeMeanHarmonic",
    "CompositeMeanPower",
    "CompositeMissing",
    "CompositeNormalisation",
    "CompositeNormalisationAsIs",
    "CompositeNormalisationBorda",
    "CompositeNormalisationDistanceToMax",
    "CompositeNormalisationFractionOfMax",
    "CompositeNormalisationGoalposts",
    "CompositeNormalisationMinMax",
    "CompositeNormalisationPercentRank",
    "CompositeNormalisationRank",
    "CompositeNormalisationZScore",
    "CompositeOptions",
    "CompositePart",
    "CompositeRankRange",
    "CompositeRemoval",
    "CompositeReport",
    "CompositeScreened",
    "CompositeScreening",
    "CompositeSensitivity",
    "CompositeSensitivityOptions",
    "CompositeStage",
    "CompositeStep",
    "CompositeTreated",
    "CompositeTreatment",
    "CompositeTreatmentNone",
    "CompositeTreatmentWinsorizeThenLog",
    "CompositeUnit",
    "CompositeWeightFactors",
    "Constraint",
    "ConstraintKind",
    "Cost",
    "CostReport",
    "Criteria",
    "Criterion",
    "CriticalRule",
    "CsvDecimal",
    "CsvFile",
    "CsvReadOptions",
    "CsvSeparator",
    "CsvTable",
    "CsvText",
    "CsvWriteOptions",
    "CurvePoint",
    "DayLoad",
    "Dependency",
    "DependencyKind",
    "Duration",
    "EarnedSchedule",
    "EarnedScheduleRequest",
    "EarnedValue",
    "EarnedValueItem",
    "EarnedValueLine",
    "EarnedValueReport",
    "Elapsed",
    "Estimate",
    "Evidence",
    "EvidenceCheck",
    "EvidenceGrade",
    "FloatRule",
    "ForecastMethod",
    "Forecasts",
    "Frequency",
    "Goal",
    "GoalBound",
    "GoalWeights",
    "Goalposts",
    "IcalBusy",
    "IcalBy",
    "IcalDetail",
    "IcalFeed",
    "IcalFeeds",
    "IcalOptions",
    "IcalReadOptions",
    "ImpactCoefficient",
    "ImpactDirection",
    "ImpactEffect",
    "ImpactModel",
    "ImpactPeriod",
    "ImpactPlacebo",
    "ImpactPoint",
    "ImpactTrend",
    "IntervalEstimate",
    "Issue",
    "JourneyLayout",
    "Kpi",
    "KpiGap",
    "KpiId",
    "KpiLink",
    "KpiScore",
    "Lag",
    "LagCalendar",
    "LateReason",
    "LateTask",
    "LevelOptions",
    "LevelReport",
    "Lift",
    "LoadChartOptions",
    "LoadOptions",
    "LoadReport",
    "LocalLevelCoefficient",
    "LocalLevelForecast",
    "LocalLevelOptions",
    "LocalLevelPoint",
    "LocalLevelReport",
    "ManualDates",
    "Measurement",
    "MilestoneKind",
    "MissingPolicy",
    "ModelCredit",
    "Money",
    "Move",
    "MoveKind",
    "MspdiFile",
    "MspdiText",
    "Objective",
    "ObjectiveId",
    "ObjectivePart",
    "ObjectiveScore",
    "OperationName",
    "Overload",
    "OwnChange",
    "P6File",
    "P6Project",
    "PaceRequest",
    "Pacing",
    "PageOptions",
    "Per",
    "Period",
    "PlanChange",
    "PlanChanges",
    "PlanDocument",
    "PooledRatio",
    "Program",
    "ProgramScore",
    "Progress",
    "ProgressRule",
    "Quality",
    "Rag",
    "RagThresholds",
    "Rate",
    "RcpspActivity",
    "RcpspCertificate",
    "RcpspCertificateClique",
    "RcpspCertificateEnergy",
    "RcpspCertificatePath",
    "RcpspCertificateRefutation",
    "RcpspCheck",
    "RcpspCheckOptions",
    "RcpspImprovement",
    "RcpspLink",
    "RcpspLiteral",
    "RcpspMaxLag",
    "RcpspMode",
    "RcpspOptions",
    "RcpspProblem",
    "RcpspProject",
    "RcpspResource",
    "RcpspSolution",
    "Reassigned",
    "Reassignment",
    "Recurrence",
    "Reference",
    "ReferenceBaseline",
    "ReferencePlan",
    "ReferenceSchedule",
    "RemainingOverload",
    "RepeatedTouches",
    "ReportOptions",
    "Resource",
    "ResourceCost",
    "ResourceId",
    "ResourceKind",
    "ResourceLoad",
    "Schedule",
    "ScheduleFrom",
    "Scheduling",
    "ScoreCurve",
    "ScoreCurveBand",
    "ScoreCurveLinear",
    "ScoreCurveLogistic",
    "ScoreCurvePiecewise",
    "ScoreCurveStep",
    "ScoreOptions",
    "Scorecard",
    "Severity",
    "Shift",
    "ShiftCause",
    "ShiftCauseChild",
    "ShiftCauseDriven",
    "ShiftCauseDuration",
    "ShiftCauseOwn",
    "ShiftCauseReleased",
    "SkillId",
    "SkillLevel",
    "Split",
    "Stamp",
    "Status",
    "StoredTask",
    "TableColumns",
    "Task",
    "TaskCost",
    "TaskId",
    "TaskKind",
    "TaskProgress",
    "TaskSchedule",
    "TaskShift",
    "TaskType",
    "TaskValue",
    "TaskVariance",
    "TimePoint",
    "TotalFloat",
    "TraceChartOptions",
    "TracePoint",
    "Transition",
    "Units",
    "ValuePart",
    "Variance",
    "VarianceOptions",
    "VarianceReport",
    "Week",
    "When",
    "Window",
    "Work",
    "WorkWeek",
    "XerText",
]

Aggregation: TypeAlias = Literal["last", "cumulative", "sum", "average"]
"""How the measurements of a KPI up to a date become one value.

Measurements given as ratios are never averaged: `sum` and `average` both give Σ numerators ÷
Σ denominators.

- `last`: A level, such as share of voice: the latest measurement that has a value.
- `cumulative`: A running total since the period began, such as leads so far: the latest measurement
  that has a value. It is paced.
- `sum`: Amounts of the time since the measurement before, such as leads of the week: their sum
  within the period. It is paced.
- `average`: Levels that count equally: their mean within the period.
"""

BaselineId: TypeAlias = str
"""Id of a baseline."""

Bucket: TypeAlias = Literal["moment", "day"]
"""In what pieces of time overload is judged.

- `moment`: Moment by moment: never more at once than there is.
- `day`: Day by day: never more on a day than can be done on it.
"""

CalendarId: TypeAlias = str
"""Id of a calendar."""

CampaignId: TypeAlias = str
"""Id of a campaign."""

ChangeKind: TypeAlias = Literal["changed", "added", "removed", "moved"]
"""What happened at a place.

- `changed`: A field is another.
- `added`: A record is new.
- `removed`: A record is gone.
- `moved`: A task is under another summary.
"""

Clock: TypeAlias = Literal["wall", "zoned"]
"""What the axis of a plan counts.

- `wall`: Civil time; zones play no part: everybody's 9:00 is 9:00, as in Microsoft Project.
- `zoned`: Coordinated universal time; each calendar's shifts pass through its zone.
"""

Commitment: TypeAlias = Literal["committed", "aspirational"]
"""What score of an objective counts as meeting it, in the words of OKR.

- `committed`: Promised: met at 1.0.
- `aspirational`: A stretch: met at 0.7.
"""

CompositeDirection: TypeAlias = Literal["higher_is_better", "lower_is_better"]
"""Whether more or less of an indicator is better.

- `higher_is_better`: More is better.
- `lower_is_better`: Less is better.
"""

CompositeMissing: TypeAlias = Literal["renormalize", "propagate"]
"""What a gap does to the score above it.

- `renormalize`: The weights of what is there are scaled up.
- `propagate`: There is no score.
"""

CompositeStep: TypeAlias = Literal[
    "denominated",
    "screened",
    "imputed",
    "treated",
    "normalised",
    "aggregated",
]
"""A step of the building of an index.

- `denominated`: Divided by the denominators.
- `screened`: Without the units screened out.
- `imputed`: With gaps filled.
- `treated`: With outliers treated.
- `normalised`: On a common scale.
- `aggregated`: With groups and index.
"""

CompositeTreated: TypeAlias = Literal["no", "winsorized", "logarithm"]
"""What was done about the outliers of an indicator.

- `no`: Nothing: there were none, or it was not asked for.
- `winsorized`: Extreme values were set to the next value.
- `logarithm`: The values were put on a logarithm.
"""

CompositeWeightFactors: TypeAlias = Literal["all", "indicators", "groups", "none"]
"""Which weights vary.

- `all`: Those of indicators and groups.
- `indicators`: Those of indicators.
- `groups`: Those of groups.
- `none`: None.
"""

ConstraintKind: TypeAlias = Literal[
    "as_soon_as_possible",
    "as_late_as_possible",
    "must_start_on",
    "must_finish_on",
    "start_no_earlier_than",
    "start_no_later_than",
    "finish_no_earlier_than",
    "finish_no_later_than",
    "mandatory_start",
    "mandatory_finish",
]
"""What a constraint demands.

- `as_soon_as_possible`: As soon as possible; the default, no date.
- `as_late_as_possible`: As late as possible without delaying the program; no date.
- `must_start_on`: Start exactly then.
- `must_finish_on`: Finish exactly then.
- `start_no_earlier_than`: Start then or later: an embargo, a release date.
- `start_no_later_than`: Start then or earlier. On a bare date any start on that day keeps it; a
  task that it pulls forward begins with that day's work, and float counts to there.
- `finish_no_earlier_than`: Finish then or later.
- `finish_no_later_than`: Finish then or earlier.
- `mandatory_start`: Start exactly then, early and late, whatever links ask, even where links beat
  other dates (P6: *mandatory start*).
- `mandatory_finish`: Finish exactly then, likewise (P6: *mandatory finish*).
"""

Criterion: TypeAlias = "Goal | GoalWeights"
"""An entry of the objective: one goal, or a weighted sum of several.

In documents a goal is its name and a sum the weights by name: `["tardiness", {"change": 1,
"finish": 0.1}]`.
"""

CriticalRule: TypeAlias = Literal["float", "longest_path"]
"""What makes a task critical.

- `float`: Total float of at most `critical_float`.
- `longest_path`: Lying on a chain of driving links that ends with the last finish (P6: *longest
  path*), whatever its float.
"""

CsvDecimal: TypeAlias = Literal["point", "comma"]
"""What sets whole and fraction of a number apart.

- `point`: `1.5`
- `comma`: `1,5`
"""

CsvSeparator: TypeAlias = Literal["auto", "comma", "semicolon", "tab"]
"""What sets cells apart.

- `auto`: The one that the first line uses most; a comma when writing.
- `comma`: `,`
- `semicolon`: `;`, as spreadsheets write where a decimal comma is used.
- `tab`: A tabulator.
"""

CsvTable: TypeAlias = Literal[
    "tasks",
    "links",
    "resources",
    "assignments",
    "progress",
    "schedule",
    "load",
]
"""A table that can be written.

- `tasks`: Tasks, milestones and summaries.
- `links`: Links between tasks.
- `resources`: Resources.
- `assignments`: Assignments.
- `progress`: What has happened so far, of the tasks that have begun.
- `schedule`: The dates of a schedule.
- `load`: The load of each resource on each day.
"""

CivilDate: TypeAlias = str | datetime.date
"""civil date, 1970-01-01 to 2100-12-31"""

DependencyKind: TypeAlias = Literal["FS", "SS", "FF", "SF"]
"""Which ends of two tasks a dependency joins.

- `FS`: Finish to start: the successor starts when the predecessor has finished.
- `SS`: Start to start.
- `FF`: Finish to finish.
- `SF`: Start to finish: the successor finishes when the predecessor has started.
"""

Duration: TypeAlias = str
"""number and unit: s, m, h, d, w, mo; e before the unit for elapsed time"""

Elapsed: TypeAlias = int
"""Time on the wall, in seconds."""

EvidenceGrade: TypeAlias = Literal["association", "attribution", "quasi_experiment", "experiment"]
"""How strong the evidence of a result is, weakest first.

- `association`: Two things go together; why is open.
- `attribution`: Credit shared out among touches by a rule; nothing is compared with its absence.
- `quasi_experiment`: Compared with what would have been without it, as a model or a comparison
  group says.
- `experiment`: Compared with what happened without it, by lot.
"""

FloatRule: TypeAlias = Literal["work", "microsoft_project"]
"""How late dates and float are told.

- `work`: Float is working time of whoever does the task; what has no float has equal early and late
  dates; free float looks through the links of a task's summaries, too.
- `microsoft_project`: As Microsoft Project tells them. Float is working time of the task's own
  calendar, else the program's, whoever does it. The late date of a moment is when what follows must
  start, although that is behind a break. Free float looks at a task's own links only, is its total
  float where it has none, and never more than that. A task that a date holds before its
  predecessors has negative float by the difference.
"""

ForecastMethod: TypeAlias = Literal["cpi", "budget", "cpi_spi", "bottom_up"]
"""How the rest is assumed to go.

- `cpi`: As dear as so far: ETC = (BAC − EV) ÷ CPI, so EAC = BAC ÷ CPI.
- `budget`: As budgeted, the past being an accident: ETC = BAC − EV.
- `cpi_spi`: As dear and as late as so far: ETC = (BAC − EV) ÷ (CPI × SPI).
- `bottom_up`: As estimated anew: ETC = Σ of the items' estimates to complete.
"""

Frequency: TypeAlias = Literal["daily", "weekly", "monthly", "quarterly", "yearly"]
"""How often a KPI is measured.

- `daily`: Every day.
- `weekly`: Every 7 days.
- `monthly`: Every month.
- `quarterly`: Every 3 months.
- `yearly`: Every 12 months.
"""

Goal: TypeAlias = Literal["tardiness", "finish", "cost", "change", "even_load"]
"""What leveling can make small.

- `tardiness`: Sum over tasks with a deadline of weight times days late (each started day of 24
  hours counts).
- `finish`: Finish of the program, in days from its start.
- `cost`: Labor of the leveled plan, in the plan's currency: the work of people, departments and
  vendors at the rates of the days it lies on, and the cost of each use. Each assignment is rounded
  once; otherwise as `cost` counts it. Overtime is not told apart.
- `change`: Change against the `reference`: 1 for each task that does not start where it did, and a
  thousandth for each working day (of the program's calendar) between the two starts. So fewer moved
  tasks come first as long as all moves together are below a thousand days. Tasks that have started,
  but for a rest that may be delayed, and tasks that the reference does not have, do not count; of a
  rest it is when it goes on, which a baseline does not have.
- `even_load`: Even load (resource leveling in the narrow sense): sum over resources of the square
  of what is in use, over time, in days of a whole resource (Burgess and Killebrew 1962; *classical
  resource leveling* in Rieck, Zimmermann and Gather 2012). A resource that is never asked for more
  than one task at a time counts the same wherever its work lies.
"""

IcalBy: TypeAlias = Literal["program", "resource", "campaign", "channel", "market"]
"""What feeds there are.

- `program`: One feed with every task.
- `resource`: One for each person, department and vendor that has work: when it works on what.
- `campaign`: One for each campaign.
- `channel`: One for each channel: the tasks of the campaigns that use it.
- `market`: One for each market: its tasks, and those of campaigns that run in it and name no other
  market.
"""

IcalDetail: TypeAlias = Literal["spans", "days", "shifts"]
"""How a task is shown.

- `spans`: One event from its start to its finish; one for each part if its work pauses. Shown as
  free: nobody works through the night.
- `days`: The same in whole days.
- `shifts`: One event for each stretch of work, shown as busy.
"""

ImpactDirection: TypeAlias = Literal["increase", "decrease", "unclear"]
"""Where the effect goes, as far as its interval shows.

- `increase`: The whole interval lies above 0.
- `decrease`: The whole interval lies below 0.
- `unclear`: The interval holds 0.
"""

ImpactPeriod: TypeAlias = Literal["pre", "gap", "post"]
"""Part of the time that a row belongs to.

- `pre`: Before the intervention: what the model learns from.
- `gap`: Between the two periods: predicted only.
- `post`: From the intervention on: what is judged.
"""

ImpactTrend: TypeAlias = Literal["local_level", "local_linear"]
"""How the level of a series moves when nothing intervenes.

- `local_level`: It wanders: a random walk. The default of R's `CausalImpact`.
- `local_linear`: It wanders along a slope that wanders too. Intervals grow fast; for series with a
  clear trend and no controls.
"""

JourneyLayout: TypeAlias = Literal["paths", "touches"]
"""How the table holds the journeys.

- `paths`: One row a path, its channels in one text, with how often it converted and how often it
  did not.
- `touches`: One row a touch: journey, channel, time, and whether the journey converted.
"""

KpiId: TypeAlias = str
"""Id of a KPI."""

Lag: TypeAlias = str
"""duration, or percentage of the predecessor's duration; below zero for a lead"""

LagCalendar: TypeAlias = Literal["successor", "predecessor", "program", "always"]
"""Whose working time a lag counts in.

- `successor`: The successor's (Microsoft Project).
- `predecessor`: The predecessor's (P6's default).
- `program`: The program's.
- `always`: Every hour counts.
"""

LateReason: TypeAlias = Literal["precedence", "resources"]
"""Why a task is late.

- `precedence`: Links, calendars and constraints alone make it late: no leveling can help.
- `resources`: It is late because resources are short.
"""

MilestoneKind: TypeAlias = Literal["finish", "start"]
"""At which side of the working day a milestone sits.

- `finish`: At the end of the work before it (17:00): Microsoft Project's milestone, P6's finish
  milestone.
- `start`: At the beginning of the next work (09:00): P6's start milestone; a publication.
"""

MissingPolicy: TypeAlias = Literal["renormalize", "zero", "propagate"]
"""What a KPI without data does to the score above it.

- `renormalize`: It is left out: the weights of the others are divided by their sum.
- `zero`: It counts as 0, for those who must report or lose.
- `propagate`: There is no score until every KPI has data.
"""

Money: TypeAlias = float
"""amount in the program's currency"""

MoveKind: TypeAlias = Literal["whole", "split"]
"""What of a task leveling moved.

- `whole`: The whole task.
- `split`: The rest of a started task: what is done stays, and work goes on later.
"""

ObjectiveId: TypeAlias = str
"""Id of an objective."""

OwnChange: TypeAlias = Literal[
    "duration",
    "constraints",
    "leveling_delay",
    "dependencies",
    "assignments",
    "resources",
    "calendar",
    "progress",
    "structure",
    "program",
]
"""A part of a plan whose change moves a task without any other task.

- `duration`: Its duration or estimate.
- `constraints`: Its constraints, or those of a summary above it.
- `leveling_delay`: Its leveling delay.
- `dependencies`: Links into it, or into a summary above it.
- `assignments`: Who works on it, and with what share.
- `resources`: Working time of somebody who works on it: calendar, absences, contract.
- `calendar`: The calendar it is on, or that of the program.
- `progress`: Its progress.
- `structure`: The summary it belongs to, or whether it is a milestone.
- `program`: Start, clock or scheduling options of the program.
"""

Per: TypeAlias = Literal["hour", "day", "unit"]
"""What an amount is paid for.

- `hour`: An hour of work.
- `day`: A day of work (the program's hours per day).
- `unit`: A unit of material.
"""

ProgressRule: TypeAlias = Literal[
    "as_recorded",
    "retained_logic",
    "progress_override",
    "actual_dates",
]
"""What the status date and progress out of sequence mean for what is left to do.

| rule | not begun | rest of what has begun | what is before it |
|---|---|---|---|
| `as_recorded` | may lie before the status date | goes on at once, or where `progress.resume` says
| its late dates let the rest be |
| `retained_logic` | from the status date on | from then on, and waits for its links all the same |
its late dates as if nothing had begun |
| `progress_override` | from the status date on | from then on, whatever its links ask | nothing
waits for it any more |
| `actual_dates` | from the status date on | from then on, whatever its links ask | should have been
done when the successor began |

- `as_recorded`: As progress says it, the status date moves nothing (Microsoft Project).
- `retained_logic`: Nothing that is left lies before the status date, and links hold even what has
  begun (P6's default).
- `progress_override`: Nothing that is left lies before the status date; links do not hold what has
  begun (P6).
- `actual_dates`: As progress override, and actual dates are what predecessors are measured by: one
  that is late has negative float (P6).
"""

Quality: TypeAlias = Literal["confirmed", "provisional", "estimated"]
"""How far a measurement can be trusted.

- `confirmed`: Final.
- `provisional`: May still change.
- `estimated`: Not measured but judged.
"""

Rag: TypeAlias = Literal["red", "amber", "green"]
"""Red, amber or green.

- `red`: Far from the target.
- `amber`: Between.
- `green`: At the target or near it.
"""

Recurrence: TypeAlias = Literal["year"]
"""How an exception comes back.

- `year`: On the same day and month of every later year; 29 February only in leap years.
"""

RepeatedTouches: TypeAlias = Literal["keep", "merge"]
"""What is made of touches of the same channel right after each other.

- `keep`: Each counts.
- `merge`: They count as one, at the time of the last.
"""

ResourceId: TypeAlias = str
"""Id of a resource."""

ResourceKind: TypeAlias = Literal["person", "department", "vendor", "material", "cost"]
"""What kind of resource it is. People, departments and vendors work and can be overloaded.

- `person`: One person.
- `department`: A pool of people of a department.
- `vendor`: Somebody outside, with a contract window.
- `material`: Something used up; never overloaded.
- `cost`: An amount of money; never overloaded.
"""

ScheduleFrom: TypeAlias = Literal["start", "finish"]
"""From which end dates are computed.

- `start`: From the start of the program: tasks as soon as possible.
- `finish`: From its finish: tasks as late as possible.
"""

Severity: TypeAlias = Literal["error", "warning", "info"]
"""How much an `Issue` matters.

- `error`: The operation cannot be carried out, or its result would be wrong.
- `warning`: The result stands, but somebody should look at this.
- `info`: Worth knowing.
"""

Shift: TypeAlias = str
"""stretch of work of a day, such as 09:00-17:00; 22:00-06:00 runs across midnight"""

SkillId: TypeAlias = str
"""Name of a skill."""

Stamp: TypeAlias = datetime.datetime
"""computed local date-time; with an offset from UTC in a zoned plan"""

Status: TypeAlias = Literal["optimal", "feasible", "infeasible", "stopped"]
"""What is known about the plan that an operation returns.

- `optimal`: No better plan exists: the objective equals its lower bound, or every alternative was
  ruled out.
- `feasible`: A plan that keeps every rule; a better one may exist.
- `infeasible`: No plan can keep every rule: what could not be kept is listed.
- `stopped`: The host stopped the search; the best plan so far is returned.
"""

TableColumns: TypeAlias = dict[str, list[float | str | bool | None]]
"""Columns of the same length, by name: each a list of numbers, texts or truth values, with null
where a value is missing.
"""

TaskId: TypeAlias = str
"""Id of a task, milestone or summary."""

TaskKind: TypeAlias = Literal["task", "milestone", "summary"]
"""What a row of a schedule is.

- `task`: Work.
- `milestone`: A moment.
- `summary`: The span of its children.
"""

TaskType: TypeAlias = Literal["fixed_units", "fixed_duration", "fixed_work"]
"""What stays as it is when work, duration or share of a task changes, and what decides its dates.

- `fixed_units`: The shares of its resources; each works at its own times.
- `fixed_duration`: The duration, counted in the calendar of the task or the program, whoever works
  on it.
- `fixed_work`: The work; each resource works at its own times.
"""

TimePoint: TypeAlias = float | str
"""A moment on the axis of a table, as its column of times writes it."""

TotalFloat: TypeAlias = Literal["smallest", "start", "finish"]
"""Which dates total float is the difference of.

- `smallest`: The lesser of start and finish float (Microsoft Project).
- `start`: Late start less early start; finish float once started.
- `finish`: Late finish less early finish (P6's default).
"""

Units: TypeAlias = float
"""share of a resource, 1 = 100 %"""

When: TypeAlias = str | datetime.date | datetime.datetime
"""civil date, with or without a time of day"""

Work: TypeAlias = int
"""Working time, in seconds: what a calendar counts."""

OperationName: TypeAlias = Literal[
    "read",
    "from_json",
    "validate",
    "change",
    "diff",
    "schedule",
    "level",
    "apply_leveling",
    "check",
    "check_leveled",
    "compare",
    "load",
    "cost",
    "set_baseline",
    "variance",
    "earned_value",
    "earned_schedule",
    "score",
    "kpi_gaps",
    "pace",
    "pool",
    "values",
    "weights",
    "at_risk",
    "report",
    "page",
    "gantt_svg",
    "load_svg",
    "scorecard_svg",
    "trace_svg",
    "read_mspdi",
    "write_mspdi",
    "write_ical",
    "read_ical",
    "read_csv",
    "write_csv",
    "read_xer",
    "read_pmxml",
    "write_xer",
    "read_rcpsp",
    "solve_rcpsp",
    "check_rcpsp",
    "composite",
    "composite_sensitivity",
    "attribute",
    "causal_impact",
    "fit_local_level",
]
"""The name of an operation."""


_AbsenceKeywords = TypedDict("_AbsenceKeywords", {"from": When})


class Absence(_AbsenceKeywords):
    """A time when a resource does not work: leave, another assignment, a crisis.

    `from`: First day or moment away.
    """

    to: When
    """Last day or moment away."""
    reason: NotRequired[str | None]
    """Why."""


class SkillLevel(TypedDict):
    """A skill at a level."""

    skill: SkillId
    """Name of the skill."""
    level: NotRequired[int]
    """Level, 1 (knows it) to 5 (teaches it)."""


class Criteria(TypedDict):
    """What somebody must be to do some work; all of it at once."""

    role: NotRequired[str | None]
    """Role."""
    skills: NotRequired[list[SkillLevel]]
    """Skills, each at its least level."""
    languages: NotRequired[list[str]]
    """Languages."""
    department: NotRequired[ResourceId | None]
    """Department that it belongs to, directly or by way of others."""
    market: NotRequired[str | None]
    """Home market."""
    kind: NotRequired[ResourceKind | None]
    """Person, department or vendor."""
    excluding: NotRequired[list[ResourceId]]
    """Who may not, although it is all that."""


class Alternative(TypedDict):
    """Somebody else who could do the work of an assignment: one resource by its id, or everybody
    who is what is asked.

    What is not given here is as the assignment and its task say.
    """

    resource: NotRequired[ResourceId | None]
    """The resource; this or `any`."""
    any: NotRequired[Criteria | None]
    """What somebody must be; everybody in the plan who is may do it."""
    units: NotRequired[Units | None]
    """Share of the resource while the task runs."""
    work: NotRequired[Duration | None]
    """Work to do, where the assignment gives work."""
    duration: NotRequired[Duration | None]
    """How long the task takes with it, where the task gives a duration or estimate and nobody else
    works on it.
    """


class Assignment(TypedDict):
    """A resource at work on a task."""

    task: TaskId
    """The task."""
    resource: ResourceId
    """The resource."""
    units: NotRequired[Units | None]
    """Share of the resource while the task runs; 1 if absent. Not together with `work` on a task
    that has a
    duration, where the share is work divided by duration.
    """
    work: NotRequired[Duration | None]
    """Work to do. On a task without a duration it gives the duration: work divided by units."""
    duration: NotRequired[Duration | None]
    """How long it takes if not as long as the task, in working time; the share is then work divided
    by this. The
    task begins with the first of its assignments and ends with the last.
    """
    delay: NotRequired[Duration | None]
    """How long after the beginning of the task it begins."""
    quantity: NotRequired[float | None]
    """Quantity of material, or 1."""
    cost: NotRequired[Money]
    """Amount of a cost resource."""
    alternatives: NotRequired[list[Alternative]]
    """Who else could do it. Leveling may exchange the resource for one of them; without
    alternatives it never does.
    """
    extras: NotRequired[dict[str, str]]
    """What other tools say of it that this library does not use: texts by the name that the tool
    has for them, with the
    tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's
    files.
    """


class Assumption(Record):
    """Something that must hold for a result to mean what it says."""

    __slots__ = ("code", "message")

    code: str
    """Stable code in words."""
    message: str
    """One sentence for a person."""


class ValuePart(Record):
    """One KPI's part of the value of a task."""

    __slots__ = ("objective", "kpi", "weight", "contribution", "open_share", "value")

    objective: ObjectiveId
    """The objective."""
    kpi: KpiId
    """Its KPI."""
    weight: float
    """Share of the objective among all, times that of the KPI in it."""
    contribution: float
    """Share of the KPI's gap that the task is expected to close."""
    open_share: float
    """Share of the gap still open."""
    value: float
    """The product of the three."""


class AtRisk(Record):
    """What is at risk because a task is late."""

    __slots__ = ("task", "days", "value", "parts")

    task: TaskId
    """The late task."""
    days: int
    """Whole days late."""
    value: float
    """Share of all that the program wants to move."""
    parts: tuple[ValuePart, ...]
    """By KPI."""


class AttributionModelFirst(TypedDict):
    """All to the first touch."""

    kind: Literal["first"]


class AttributionModelLast(TypedDict):
    """All to the last touch."""

    kind: Literal["last"]


class AttributionModelLastNonDirect(TypedDict):
    """All to the last touch that is not of the direct channel, or to the direct channel if there is
    no other.
    """

    kind: Literal["last_non_direct"]


class AttributionModelLinear(TypedDict):
    """The same to each touch."""

    kind: Literal["linear"]


class AttributionModelPosition(TypedDict):
    """A share to the first touch, a share to the last, the rest evenly to those between. Of two
    touches, each gets
    its share of both shares; a single touch gets all.
    """

    kind: Literal["position"]
    first: NotRequired[float]
    """Share of the first touch, from 0 to 1; 0.4 unless said."""
    last: NotRequired[float]
    """Share of the last touch, from 0 to 1; 0.4 unless said."""


class AttributionModelTimeDecay(TypedDict):
    """Half the credit for each half-life that a touch lies before the last one. Needs touches with
    times.
    """

    kind: Literal["time_decay"]
    half_life_hours: NotRequired[float]
    """Half-life in hours, above 0; 168 (a week) unless said."""


class AttributionModelMarkov(TypedDict):
    """Removal effects of a Markov chain over the last `order` touches, solved exactly."""

    kind: Literal["markov"]
    order: NotRequired[int]
    """How many touches the chain remembers, from 1 to 8; 1 unless said."""


class AttributionModelShapley(TypedDict):
    """Shapley values of the game whose coalitions are sets of channels."""

    kind: Literal["shapley"]


AttributionModel: TypeAlias = (
    AttributionModelFirst
    | AttributionModelLast
    | AttributionModelLastNonDirect
    | AttributionModelLinear
    | AttributionModelPosition
    | AttributionModelTimeDecay
    | AttributionModelMarkov
    | AttributionModelShapley
)
"""A rule or model that shares out the credit of a conversion."""


class ChannelCost(TypedDict):
    """What was spent on a channel."""

    channel: str
    """Name of the channel."""
    cost: float
    """Cost in the unit of the values, not below 0."""


class AttributeOptions(TypedDict):
    """How `attribute` reads the table and what it computes."""

    layout: NotRequired[JourneyLayout]
    """How the table holds the journeys."""
    path: NotRequired[str]
    """Column of the paths (layout `paths`): channels in the order of their touches."""
    separator: NotRequired[str]
    """What stands between the channels of a path, blanks around it left out."""
    conversions: NotRequired[str]
    """Column with the number of conversions: of the path, or of the journey of the touch (a truth
    value counts 1 or
    0; it may stand on each row of the journey or on one of them).
    """
    value: NotRequired[str]
    """Column with the value of these conversions in total; left out if the table has no
    such column.
    """
    nulls: NotRequired[str]
    """Column with how often the path did not convert (layout `paths`); left out if the table has no
    such column.
    """
    journey: NotRequired[str]
    """Column of the journey of a touch (layout `touches`)."""
    channel: NotRequired[str]
    """Column of the channel of a touch (layout `touches`)."""
    time: NotRequired[str]
    """Column of the time of a touch (layout `touches`): dates, or numbers of hours from any moment.
    Touches of the same moment count in the order of their rows.
    """
    conversion_time: NotRequired[str | None]
    """Column of the time of the conversion, of the kind of `time`: touches after it are left out
    (layout `touches`).
    """
    lookback_hours: NotRequired[float | None]
    """Touches that lie more hours than this before the conversion, or before the last touch where
    its time is not
    given, are left out (layout `touches`).
    """
    repeats: NotRequired[RepeatedTouches]
    """What is made of touches of the same channel right after each other."""
    direct: NotRequired[str]
    """Name of the direct channel, for `last_non_direct`."""
    models: NotRequired[list[AttributionModel]]
    """Models to compare, up to 20; all that the data allow if empty."""
    costs: NotRequired[list[ChannelCost]]
    """What was spent on channels, for the cost per conversion and the return on it."""
    confidence: NotRequired[float]
    """Confidence of the intervals, above 0 and below 1."""
    resamples: NotRequired[int]
    """Resamples of the bootstrap, up to 10,000. At 0 the intervals come from the influence of each
    journey (the
    delta method): nearly the same, without drawing lots.
    """
    seed: NotRequired[int]
    """Seed of the bootstrap."""
    transitions: NotRequired[bool]
    """Whether the report lists the transitions between channels."""


class ChannelPresence(Record):
    """Where a channel stands in the journeys."""

    __slots__ = ("channel", "touches", "journeys", "conversions", "alone", "cost")

    channel: str
    """The channel."""
    touches: float
    """Touches of it."""
    journeys: float
    """Journeys with at least one touch of it."""
    conversions: float
    """Those of them that converted."""
    alone: float
    """Conversions without a touch of any other channel."""
    cost: float | None
    """Cost, if given."""


class IntervalEstimate(Record):
    """An estimate with its interval."""

    __slots__ = ("value", "high", "low", "standard_error")

    value: float
    """The best single value."""
    high: float | None
    """Upper end of the interval."""
    low: float | None
    """Lower end of the interval."""
    standard_error: float | None
    """Standard error, where there is one."""


class ChannelCredit(Record):
    """What one model gives one channel."""

    __slots__ = (
        "channel",
        "conversions",
        "share",
        "value",
        "removal_effect",
        "removal_effect_value",
        "by_place",
        "cost_per_conversion",
        "return_on_spend",
    )

    channel: str
    """The channel."""
    conversions: IntervalEstimate
    """Conversions credited to it."""
    share: IntervalEstimate
    """Share of all conversions, from 0 to 1."""
    value: IntervalEstimate | None
    """Value credited to it, if there are values."""
    removal_effect: float | None
    """Share of the conversions that would be lost without the channel (Markov)."""
    removal_effect_value: float | None
    """Share of the value that would be lost without the channel (Markov)."""
    by_place: tuple[float, ...]
    """Conversions credited by the place of the channel among the different channels of its paths,
    first touch first
    (Shapley, as the ordered variant of Zhao and others); places from the tenth on in one.
    """
    cost_per_conversion: float | None
    """Cost per credited conversion."""
    return_on_spend: float | None
    """Credited value per unit of cost."""


class ChainSummary(Record):
    """A Markov chain in numbers."""

    __slots__ = ("order", "states", "conversion_probability", "expected_value")

    order: int
    """Touches it remembers."""
    states: int
    """States, the start included, conversion and null left out."""
    conversion_probability: float
    """Probability that a journey converts."""
    expected_value: float | None
    """Expected value of a journey, if there are values."""


class ModelCredit(Record):
    """Credits by one model."""

    __slots__ = ("name", "model", "channels", "chain")

    name: str
    """Short name, such as `markov_2`."""
    model: AttributionModel
    """The model."""
    channels: tuple[ChannelCredit, ...]
    """Credit of each channel, by name."""
    chain: ChainSummary | None
    """The chain behind a Markov model."""


class ChannelAgreement(Record):
    """How far models agree on a channel."""

    __slots__ = ("channel", "low", "low_model", "high", "high_model", "best_rank", "worst_rank")

    channel: str
    """The channel."""
    low: float
    """Smallest share that a model gives it."""
    low_model: str
    """Model that gives the smallest."""
    high: float
    """Largest share that a model gives it."""
    high_model: str
    """Model that gives the largest."""
    best_rank: int
    """Best rank among the channels, 1 for the most credit."""
    worst_rank: int
    """Worst rank among the channels."""


class Transition(Record):
    """A step between touches."""

    __slots__ = ("from_", "to", "converted", "count", "probability")

    from_: str | None
    """Where it begins; nothing at the start of a journey."""
    to: str | None
    """The channel it leads to; nothing at the end of a journey."""
    converted: bool | None
    """Whether the end is a conversion; only at the end."""
    count: float
    """How often."""
    probability: float
    """Share of all steps from there."""


class EvidenceCheck(Record):
    """Something that was checked about the data or the model."""

    __slots__ = ("code", "passed", "value", "message")

    code: str
    """Stable code in words."""
    passed: bool
    """Whether it speaks for the result."""
    value: float | None
    """The number that was looked at, where there is one."""
    message: str
    """One sentence for a person."""


class Issue(Record):
    """One fault or finding.

    `code` is stable and made of words (`dependency-cycle`), `at` is the place in the document by
    id, never by index (`tasks/C1-US-1brief/deadline`), `message` is one lower-case sentence without
    a full stop and with user input in backticks, `help` says what to do about it.
    """

    __slots__ = ("severity", "code", "at", "message", "help")

    severity: Severity
    """How much it matters."""
    code: str
    """Stable code in words."""
    at: str
    """Place in the document, by id."""
    message: str
    """One sentence for a person."""
    help: str | None
    """What to do about it."""


class Evidence(Record):
    """What the reader of a result should know before believing it."""

    __slots__ = ("grade", "assumptions", "checks", "cautions")

    grade: EvidenceGrade
    """How strong the evidence is."""
    assumptions: tuple[Assumption, ...]
    """What must hold for the result to mean what it says, and data alone cannot show."""
    checks: tuple[EvidenceCheck, ...]
    """What was checked."""
    cautions: tuple[Issue, ...]
    """What speaks against believing it as it stands."""


class AttributionReport(Record):
    """Who gets the credit, by each model."""

    __slots__ = (
        "journeys",
        "conversions",
        "value",
        "nulls",
        "paths",
        "touches_per_journey",
        "channels",
        "models",
        "agreement",
        "transitions",
        "evidence",
    )

    journeys: float
    """Journeys: conversions and paths that did not convert."""
    conversions: float
    """Conversions shared out."""
    value: float | None
    """Value shared out, if the table has one."""
    nulls: float
    """Journeys that did not convert."""
    paths: int
    """Different paths."""
    touches_per_journey: float
    """Touches of a journey in the mean."""
    channels: tuple[ChannelPresence, ...]
    """What is known of each channel before any model, by name."""
    models: tuple[ModelCredit, ...]
    """The models in the order asked for."""
    agreement: tuple[ChannelAgreement, ...]
    """How far the models agree on each channel, by name."""
    transitions: tuple[Transition, ...]
    """Steps from touch to touch, from `start`, to `conversion` and `null`, if asked for."""
    evidence: Evidence
    """What to know before believing it."""


_AvailabilityKeywords = TypedDict("_AvailabilityKeywords", {"from": When})


class Availability(_AvailabilityKeywords):
    """Another capacity for some time: a part-time month, two more people in the pool.

    `from`: First day or moment.
    """

    to: When
    """Last day or moment."""
    units: Units
    """Capacity in that time."""


class BaselineTask(TypedDict):
    """What was agreed about one task."""

    task: TaskId
    """The task."""
    start: When
    """Agreed start."""
    finish: When
    """Agreed finish."""
    duration: NotRequired[Duration | None]
    """Agreed duration, if it is known: working time, or elapsed."""
    work: NotRequired[Duration | None]
    """Agreed work of everybody, if it is known."""
    cost: NotRequired[Money]
    """Agreed cost."""


class Baseline(TypedDict):
    """A snapshot of the plan to compare with. It never changes."""

    id: BaselineId
    """Id."""
    at: When
    """When it was taken."""
    tasks: list[BaselineTask]
    """Agreed dates and cost of each task."""


class BaselineOptions(TypedDict):
    """How `set_baseline` stores a schedule."""

    id: NotRequired[BaselineId | None]
    """Id of the baseline; `baseline-0` if absent. One that the plan has of this id is replaced.
    Files of Microsoft
    Project have `baseline-0` to `baseline-10`.
    """
    at: NotRequired[When | None]
    """When it is taken; the program's status date if absent, else its start."""


class GoalBound(Record):
    """The lower bound of one goal of a weighted sum."""

    __slots__ = ("goal", "bound")

    goal: Goal
    """The goal."""
    bound: float
    """No leveled plan is below this, in the unit of the goal."""


class BoundTrivial(Record):
    """Nothing is below zero."""

    __slots__ = ("kind",)

    kind: Literal["trivial"]


class BoundPrecedence(Record):
    """Links, calendars and constraints alone: no plan is better even with endless resources."""

    __slots__ = ("kind", "tasks")

    kind: Literal["precedence"]
    tasks: tuple[TaskId, ...]
    """Tasks of the path (for the finish) or the late tasks (for tardiness), by id."""


class BoundEnergy(Record):
    """Work that one resource must do cannot all be done in time."""

    __slots__ = ("kind", "resource", "tasks")

    kind: Literal["energy"]
    resource: ResourceId
    """The resource."""
    tasks: tuple[TaskId, ...]
    """The tasks competing for it."""


class BoundPool(Record):
    """Work that several resources must do among them, whoever does what, cannot all be
    done in time.
    """

    __slots__ = ("kind", "resources", "tasks")

    kind: Literal["pool"]
    resources: tuple[ResourceId, ...]
    """Resources that can be exchanged for each other, by id."""
    tasks: tuple[TaskId, ...]
    """The tasks competing for them."""


class BoundExhausted(Record):
    """Every order of the tasks was ruled out or tried."""

    __slots__ = ("kind", "nodes")

    kind: Literal["exhausted"]
    nodes: int
    """Nodes of the search tree."""


class BoundCheapest(Record):
    """Every piece of work at the lowest of the rates that it can meet."""

    __slots__ = ("kind",)

    kind: Literal["cheapest"]


class BoundMoved(Record):
    """Tasks that cannot start where they did, and the fewest of those that collide."""

    __slots__ = ("kind", "tasks")

    kind: Literal["moved"]
    tasks: tuple[TaskId, ...]
    """The tasks, by id."""


class BoundSpread(Record):
    """The square of each task's use alone, or all work of each resource spread evenly over the time
    that it has.
    """

    __slots__ = ("kind",)

    kind: Literal["spread"]


class BoundSum(Record):
    """A weighted sum of the bounds of its goals."""

    __slots__ = ("kind", "goals")

    kind: Literal["sum"]
    goals: tuple[GoalBound, ...]
    """The goals."""


Bound: TypeAlias = (
    BoundTrivial
    | BoundPrecedence
    | BoundEnergy
    | BoundPool
    | BoundExhausted
    | BoundCheapest
    | BoundMoved
    | BoundSpread
    | BoundSum
)
"""What a lower bound rests on."""


class BudgetStatus(Record):
    """How a cost stands to a budget."""

    __slots__ = ("budget", "variance", "overspent")

    budget: Money
    """The budget."""
    variance: Money
    """Budget less cost: below zero when there is not enough."""
    overspent: bool
    """Whether the cost is above the budget."""


class Week(TypedDict):
    """The shifts of each weekday; absent means inherited, empty means nobody works."""

    mon: NotRequired[list[Shift] | None]
    """Shifts that start on a Monday."""
    tue: NotRequired[list[Shift] | None]
    """Shifts that start on a Tuesday."""
    wed: NotRequired[list[Shift] | None]
    """Shifts that start on a Wednesday."""
    thu: NotRequired[list[Shift] | None]
    """Shifts that start on a Thursday."""
    fri: NotRequired[list[Shift] | None]
    """Shifts that start on a Friday."""
    sat: NotRequired[list[Shift] | None]
    """Shifts that start on a Saturday."""
    sun: NotRequired[list[Shift] | None]
    """Shifts that start on a Sunday."""


_WorkWeekKeywords = TypedDict("_WorkWeekKeywords", {"from": CivilDate})


class WorkWeek(_WorkWeekKeywords):
    """A week that holds instead of the usual one from a first to a last day, both included.

    Weekdays it does not state stay as they are.

    `from`: First day.
    """

    to: CivilDate
    """Last day."""
    name: NotRequired[str | None]
    """Name for people."""
    week: Week
    """The shifts."""


_CalendarExceptionKeywords = TypedDict(
    "_CalendarExceptionKeywords", {"from": NotRequired[CivilDate | None]}
)


class CalendarException(_CalendarExceptionKeywords):
    """One day, or one run of days, with shifts of its own.

    On the wire `{"date":"2026-12-25","name":"Christmas Day"}` for one day that nobody works,
    `{"from":"2026-08-03","to":"2026-08-14","shifts":["09:00-13:00"]}` for a fortnight of mornings,
    `{"date":"2026-12-25","every":"year"}` for a day that comes back until the end of the axis or
    the
    day given by `until`. Either `date` or both `from` and `to` are given.

    It governs the shifts that start on its days: a night shift that starts on the evening before
    still
    runs to its end on the morning of a holiday.

    `from`: The first day, if it is a run of days.
    """

    date: NotRequired[CivilDate | None]
    """The day, if it is one day."""
    to: NotRequired[CivilDate | None]
    """The last day, if it is a run of days."""
    every: NotRequired[Recurrence | None]
    """Whether it comes back."""
    until: NotRequired[CivilDate | None]
    """The last day on which a repetition may begin; only with `every`."""
    name: NotRequired[str | None]
    """Name for people."""
    shifts: NotRequired[list[Shift]]
    """The shifts; none means that nobody works."""


class Calendar(TypedDict):
    """When somebody works: a week of shifts, dated work weeks, exceptions, and a base calendar for
    all
    that is not said.

    For one day the shifts are found in this order; the first that says something decides:

    1. the exceptions of this calendar, then those of its base, of the base's base and so on;
    2. the dated work weeks, own before base, each weekday by itself;
    3. the week, own before base, each weekday by itself;
    4. nobody works.

    So a holiday of the base holds for everyone who inherits from it, whatever their own week says,
    unless they state an exception of their own for that day.

    Among exceptions of one calendar that cover the same day, a dated one wins over a yearly one,
    then
    the one of fewer days, then the one that begins later. The same among work weeks.
    """

    id: CalendarId
    """Id, unique among the calendars."""
    name: NotRequired[str | None]
    """Name for people."""
    base: NotRequired[CalendarId | None]
    """The calendar that decides wherever this one says nothing."""
    zone: NotRequired[str | None]
    """IANA name of the time zone (`Europe/Berlin`), `UTC` or an offset (`+05:30`); the base's if
    absent.
    """
    week: NotRequired[Week]
    """The usual week."""
    work_weeks: NotRequired[list[WorkWeek]]
    """Weeks that differ from the usual one for a while."""
    exceptions: NotRequired[list[CalendarException]]
    """Holidays and other days that differ."""
    extras: NotRequired[dict[str, str]]
    """What other tools say of it that this library does not use: texts by the name that the tool
    has for them, with the
    tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's
    files.
    """


_WindowKeywords = TypedDict("_WindowKeywords", {"from": When})


class Window(_WindowKeywords):
    """A span of civil time, both ends belonging to it.

    `from`: First day or moment.
    """

    to: When
    """Last day or moment."""


class KpiLink(TypedDict):
    """How much a campaign or task moves a KPI."""

    kpi: KpiId
    """The KPI."""
    contribution: float
    """Share of the KPI's gap that this work is expected to close, 0 to 1."""


class Campaign(TypedDict):
    """A campaign: a weight, a window, a budget and the KPIs it serves."""

    id: CampaignId
    """Id."""
    name: NotRequired[str | None]
    """Name for people."""
    weight: NotRequired[float | None]
    """What one day of lateness of its tasks with a deadline costs, when they say nothing
    themselves; 0 or more.
    """
    window: NotRequired[Window | None]
    """When it runs. Tasks outside are reported, not moved."""
    budget: NotRequired[Money | None]
    """Its budget."""
    kpis: NotRequired[list[KpiLink]]
    """KPIs it serves."""
    markets: NotRequired[list[str]]
    """Markets it runs in."""
    channels: NotRequired[list[str]]
    """Channels it uses."""


class Cost(Record):
    """Cost by kind."""

    __slots__ = ("labor", "fixed", "material", "expense", "total")

    labor: Money
    """Work at its rates, and what each use of a person, department or vendor costs."""
    fixed: Money
    """Fixed costs of tasks."""
    material: Money
    """Quantities of material at their rates."""
    expense: Money
    """Amounts of cost resources."""
    total: Money
    """The sum of the four."""


class CampaignCost(Record):
    """Cost of one campaign: its tasks and those below them that name no other."""

    __slots__ = ("campaign", "cost", "budget")

    campaign: CampaignId
    """The campaign."""
    cost: Cost
    """Its cost."""
    budget: BudgetStatus | None
    """Its budget, if it has one."""


class Variance(Record):
    """How far something is from what was agreed: now less then, so above zero is later, longer,
    more or dearer.
    """

    __slots__ = (
        "baseline_start",
        "start",
        "start_variance",
        "baseline_finish",
        "finish",
        "finish_variance",
        "baseline_duration",
        "duration",
        "duration_variance",
        "baseline_work",
        "work",
        "work_variance",
        "baseline_cost",
        "cost",
        "cost_variance",
    )

    baseline_start: Stamp
    """Agreed start."""
    start: Stamp
    """Start by the schedule."""
    start_variance: Work
    """Working time of the program from the one to the other, in seconds."""
    baseline_finish: Stamp
    """Agreed finish."""
    finish: Stamp
    """Finish by the schedule."""
    finish_variance: Work
    """Working time of the program from the one to the other, in seconds."""
    baseline_duration: Work | None
    """Agreed duration in seconds, if it is known."""
    duration: Work
    """Duration by the schedule, in seconds of working time (elapsed seconds for an
    elapsed duration).
    """
    duration_variance: Work | None
    """The difference, if both are known."""
    baseline_work: Work | None
    """Agreed work of everybody in seconds, if it is known."""
    work: Work
    """Work of everybody, in seconds."""
    work_variance: Work | None
    """The difference, if both are known."""
    baseline_cost: Money
    """Agreed cost."""
    cost: Money
    """Cost by the schedule."""
    cost_variance: Money
    """The difference."""


class CampaignVariance(Record):
    """How far the tasks of a campaign are from the baseline: from the first start to the last
    finish of those that it
    has, their work and cost added.
    """

    __slots__ = ("campaign", "variance")

    campaign: CampaignId
    """The campaign."""
    variance: Variance
    """How far."""


class CausalImpactOptions(TypedDict):
    """Options of `causal_impact`. The defaults are those of R's `CausalImpact` 1.4."""

    time: NotRequired[str]
    """Column of the time: dates, or numbers such as years. Default `time`."""
    outcome: NotRequired[str]
    """Column of what may have been moved. May miss values. Default `outcome`."""
    controls: NotRequired[list[str]]
    """Columns of series that the intervention did not touch and that go along with the outcome;
    none of them may miss a
    value. Default none.
    """
    intervention: NotRequired[TimePoint | None]
    """First moment of the period after the intervention, as the time column writes it.
    Must be given.
    """
    pre_start: NotRequired[TimePoint | None]
    """First moment of the period before. Default: the first row with an outcome."""
    pre_end: NotRequired[TimePoint | None]
    """Last moment of the period before. Default: the row before the intervention. Rows between this
    and the intervention
    are predicted, but neither learned from nor counted.
    """
    post_end: NotRequired[TimePoint | None]
    """Last moment of the period after. Default: the last row. Later rows are not read."""
    trend: NotRequired[ImpactTrend]
    """How the level moves. Default `local_level`."""
    seasons: NotRequired[int]
    """Number of seasons in a cycle, such as 7 for days of the week; 1 for none. From 1 to 400,
    default 1.
    """
    season_duration: NotRequired[int]
    """Rows that a season lasts, such as 7 where rows are days and seasons are weeks. From 1 to
    10,000, default 1. The
    first row of the period before begins a season.
    """
    prior_level_sd: NotRequired[float]
    """Guess of the deviation of the steps of the level, in deviations of the outcome. Above 0 and
    up to 1, default 0.01;
    0.1 for outcomes that wander.
    """
    expected_model_size: NotRequired[float]
    """Number of controls expected to matter, the constant counted. From 0.01 to 1,000,
    default 3.
    """
    expected_r2: NotRequired[float]
    """Share of the variance that the controls are expected to explain. From 0 to 0.999,
    default 0.8.
    """
    prior_df: NotRequired[float]
    """Weight of that expectation, in observations. From 0.01 to 10⁶, default 50."""
    prior_information_weight: NotRequired[float]
    """Weight of the prior of the coefficients (that they are 0), in observations: Zellner's g. From
    10⁻⁶ to 10⁶, default
    0.01.
    """
    diagonal_shrinkage: NotRequired[float]
    """How much that prior forgets that controls go together, from 0 (Zellner's prior; not with
    controls made of each
    other) to 1 (independent). From 0 to 1, default 0.5.
    """
    draws: NotRequired[int]
    """Rounds of the sampler, those left out counted. From 100 to 1,000,000, default 1,000."""
    burn_in: NotRequired[int | None]
    """Rounds left out at the beginning, at most nine tenths. Default: as R's bsts suggests, up to
    the first round as
    likely as the least likely of the last tenth.
    """
    seed: NotRequired[int]
    """Seed of the random numbers: the same seed gives the same digits everywhere. Default 1."""
    interval: NotRequired[float]
    """Probability that intervals hold. From 0.5 to 0.999, default 0.95."""
    placebos_in_time: NotRequired[int]
    """Placebo tests in time: so many earlier moments, at which nothing happened, are treated as the
    intervention. From 0
    to 20, default 1. Each costs another run on the part before.
    """
    placebos_in_space: NotRequired[bool]
    """Placebo test in space: each control in turn is treated as the outcome. Default no. Each costs
    another run.
    """


class ImpactEffect(Record):
    """Actual, predicted and the difference."""

    __slots__ = ("actual", "predicted", "effect")

    actual: float
    """What happened."""
    predicted: IntervalEstimate
    """What would have happened without the intervention, as the model says."""
    effect: IntervalEstimate
    """Actual − predicted."""


class ImpactModel(Record):
    """The model that was fitted."""

    __slots__ = (
        "pre_rows",
        "post_rows",
        "draws",
        "burn_in",
        "noise_sd",
        "level_sd",
        "slope_sd",
        "season_sd",
        "model_size",
        "monte_carlo_error",
        "r_squared",
        "mape",
    )

    pre_rows: int
    """Rows of the period before with an outcome."""
    post_rows: int
    """Rows of the period after with an outcome."""
    draws: int
    """Rounds of the sampler that count."""
    burn_in: int
    """Rounds left out at the beginning."""
    noise_sd: IntervalEstimate
    """Standard deviation of the noise, in the unit of the outcome."""
    level_sd: IntervalEstimate
    """Standard deviation of the steps of the level."""
    slope_sd: IntervalEstimate | None
    """Standard deviation of the steps of the slope, where there is one."""
    season_sd: IntervalEstimate | None
    """Standard deviation of the steps of the season, where there is one."""
    model_size: float | None
    """Mean number of columns in the regression, its constant counted; where there are controls."""
    monte_carlo_error: float
    """Standard deviation of the average effect from one seed to another, from the means of batches
    of draws: ask for more
    draws where it is too large.
    """
    r_squared: float
    """1 − the variance of what the prediction misses ÷ the variance of the outcome, before the
    intervention. A level that
    follows the outcome closely makes it high without proving that the prediction is good.
    """
    mape: float | None
    """Mean of |actual − predicted| ÷ |actual| before the intervention; absent where an actual value
    is 0.
    """


class ImpactCoefficient(Record):
    """What one control does in the model."""

    __slots__ = ("control", "inclusion_probability", "coefficient", "positive_probability")

    control: str
    """Column of the control."""
    inclusion_probability: float
    """Probability that it is in the model."""
    coefficient: IntervalEstimate
    """Coefficient in the units of the columns, 0 counted where it is not in the model."""
    positive_probability: float | None
    """Probability that the coefficient is above 0, given that the control is in the model; absent
    if it never is.
    """


class ImpactPoint(Record):
    """One row of the picture."""

    __slots__ = ("time", "period", "actual", "predicted", "effect", "cumulative_effect")

    time: str
    """Time, as written."""
    period: ImpactPeriod
    """Part of the time."""
    actual: float | None
    """What happened, where it is known."""
    predicted: IntervalEstimate
    """What the model says, with the interval of a single observation."""
    effect: IntervalEstimate | None
    """Actual − predicted."""
    cumulative_effect: IntervalEstimate | None
    """Sum of the effects from the intervention to this row."""


class ImpactPlacebo(Record):
    """An effect found where there was none."""

    __slots__ = ("name", "average_effect", "tail_probability", "quiet")

    name: str
    """The moment treated as the intervention, or the control treated as the outcome."""
    average_effect: IntervalEstimate
    """Mean effect per row."""
    tail_probability: float
    """One-sided tail probability, as in the report."""
    quiet: bool
    """Whether the interval holds 0, as it should."""


class CausalImpactReport(Record):
    """What the intervention did."""

    __slots__ = (
        "average",
        "cumulative",
        "relative",
        "direction",
        "tail_probability",
        "finding",
        "model",
        "coefficients",
        "series",
        "placebos_in_time",
        "placebos_in_space",
        "placebo_probability",
        "evidence",
    )

    average: ImpactEffect
    """Mean per row of the period after."""
    cumulative: ImpactEffect
    """Sum over the period after."""
    relative: IntervalEstimate | None
    """(actual − predicted) ÷ predicted over the period after: the mean of this ratio over the
    draws, as R's
    `CausalImpact` 1.3 and later. Absent where the prediction may be 0.
    """
    direction: ImpactDirection
    """Where the effect goes."""
    tail_probability: float
    """Probability, without an effect, of a sum at least this far out on the side where it lies
    (one-sided).
    """
    finding: str
    """The result in one sentence."""
    model: ImpactModel
    """What was fitted."""
    coefficients: tuple[ImpactCoefficient, ...]
    """What each control does, in the order of the options."""
    series: tuple[ImpactPoint, ...]
    """Actual and predicted values row by row: the picture."""
    placebos_in_time: tuple[ImpactPlacebo, ...]
    """Effects found where there was none: earlier moments treated as the intervention."""
    placebos_in_space: tuple[ImpactPlacebo, ...]
    """Effects found where there was none: controls treated as the outcome."""
    placebo_probability: float | None
    """Of the outcome and the controls, the share with an effect at least as far from 0 in its
    deviations as the outcome's;
    with the placebo test in space.
    """
    evidence: Evidence
    """How much this proves."""


class CauseResource(Record):
    """A resource is busy (or away) until the task can have it."""

    __slots__ = ("kind", "resource", "until", "held_by")

    kind: Literal["resource"]
    resource: ResourceId
    """The resource."""
    until: Stamp
    """From when it is free."""
    held_by: tuple[TaskId, ...]
    """Tasks that hold it before, by id; empty when it is away or its capacity is lower."""


class CauseLink(Record):
    """A predecessor outside the chain moved it by a link."""

    __slots__ = ("kind", "from_")

    kind: Literal["link"]
    from_: TaskId
    """The predecessor."""


class CauseMaxLag(Record):
    """It waits so that a successor comes within the maximum lag of their link."""

    __slots__ = ("kind", "to")

    kind: Literal["max_lag"]
    to: TaskId
    """The successor."""


class CauseChoice(Record):
    """The search chose a later place because it serves the objective better."""

    __slots__ = ("kind",)

    kind: Literal["choice"]


Cause: TypeAlias = CauseResource | CauseLink | CauseMaxLag | CauseChoice
"""Why a task moved: what holds the first task of its chain where it is."""


class GoalWeights(TypedDict):
    """What one unit of each goal weighs in a sum; goals that are left out do not count.

    The units are those of the goals' values: a weighted day late, a day of the program, a unit of
    the currency, a
    moved task, a squared day of load.
    """

    tardiness: NotRequired[float]
    """Weight of a weighted day late."""
    finish: NotRequired[float]
    """Weight of a day until the finish of the program."""
    cost: NotRequired[float]
    """Weight of a unit of the plan's currency."""
    change: NotRequired[float]
    """Weight of a moved task."""
    even_load: NotRequired[float]
    """Weight of a squared day of load."""


class TaskSchedule(Record):
    """Dates and float of one task."""

    __slots__ = (
        "id",
        "kind",
        "start",
        "stop",
        "resume",
        "finish",
        "early_start",
        "early_finish",
        "late_start",
        "late_finish",
        "duration",
        "total_float",
        "free_float",
        "critical",
        "drivers",
        "late_days",
    )

    id: TaskId
    """The task."""
    kind: TaskKind
    """What it is."""
    start: Stamp
    """Scheduled start: what to do."""
    stop: Stamp | None
    """End of what is done of a started task, if the rest does not go on at once (Microsoft Project:
    *Stop*). Where
    people end at different moments it is the last, but not after the rest goes on.
    """
    resume: Stamp | None
    """When the rest then goes on (Microsoft Project: *Resume*): nobody works on the task between
    the two. Both are
    absent if work goes on without interruption, and of tasks that have not started or are done.
    """
    finish: Stamp
    """Scheduled finish."""
    early_start: Stamp
    """Earliest start that links, constraints and leveling allow."""
    early_finish: Stamp
    """Earliest finish."""
    late_start: Stamp
    """Latest start that delays neither the program nor breaks a constraint or deadline."""
    late_finish: Stamp
    """Latest finish."""
    duration: Work
    """Duration in seconds of working time of the task's calendar (elapsed seconds for an elapsed
    duration).
    """
    total_float: Work
    """Total float: seconds of working time it can slip without delaying the program, breaking a
    constraint or missing a deadline. Below zero: it is that much too late already.
    """
    free_float: Work
    """Free float: seconds of working time it can slip without moving any successor."""
    critical: bool
    """Whether it is critical: total float at most the program's limit, and not finished."""
    drivers: tuple[TaskId, ...]
    """Predecessors whose links decide its dates, by id. Empty: the program's start, a constraint,
    progress or
    leveling decides.
    """
    late_days: int
    """Whole days after the deadline, each started day of 24 hours counted; 0 when on time or
    without deadline.
    """


class Reassigned(Record):
    """An assignment that one of its alternatives takes over."""

    __slots__ = ("task", "from_", "to")

    task: TaskId
    """The task."""
    from_: ResourceId
    """The resource that the plan assigns."""
    to: ResourceId
    """The resource that does it."""


class Schedule(Record):
    """When everything happens."""

    __slots__ = ("format", "start", "finish", "tasks", "critical_paths", "reassigned", "issues")

    format: str
    """Version of the format, `paceline-schedule/1`."""
    start: Stamp
    """First start."""
    finish: Stamp
    """Last finish."""
    tasks: tuple[TaskSchedule, ...]
    """Every task of the plan, in the order of their ids. A document may have them in any order."""
    critical_paths: tuple[tuple[TaskId, ...], ...]
    """The longest driving path to the finish of the program, first task first; with multiple
    critical
    paths one for each open end that is critical.
    """
    reassigned: tuple[Reassigned, ...]
    """Assignments that are done by somebody else than the plan says, by task, then resource.
    Whoever reads the
    schedule reads the plan with them: load, cost, checks and `apply_leveling` do.
    """
    issues: tuple[Issue, ...]
    """What a person should know: missed deadlines, broken constraints, negative float, and the
    plan's warnings.
    """


class ReferencePlan(TypedDict):
    """The plan as it stands, with the leveling delays that it has: what `schedule`)
    answers for it.
    """

    kind: Literal["plan"]


class ReferenceBaseline(TypedDict):
    """A baseline of the plan. On a bare date any start on that day is the same start."""

    kind: Literal["baseline"]
    baseline: BaselineId
    """Its id."""


class ReferenceSchedule(TypedDict):
    """A schedule of this plan or of an earlier version of it: tasks that it lacks have no
    reference.
    """

    kind: Literal["schedule"]
    schedule: Mapping[str, Any]
    """The schedule."""


Reference: TypeAlias = ReferencePlan | ReferenceBaseline | ReferenceSchedule
"""A given plan: where each task lay."""


_LevelOptionsKeywords = TypedDict("_LevelOptionsKeywords", {"from": NotRequired[When | None]})


class LevelOptions(_LevelOptionsKeywords):
    """Options of leveling; the default minimizes value-weighted tardiness, then the finish of the
    program.

    `from`: Move only tasks that start at or after this.
    """

    objective: NotRequired[list[Criterion]]
    """What to minimize: up to 6 goals or weighted sums of goals in the order of their importance, a
    later one
    only while the earlier ones stay.
    """
    reference: NotRequired[Reference | None]
    """A given plan: the search starts from it, and `change` is counted against it. If absent, it is
    the plan as it
    stands when `change` is among the goals, else there is none.
    """
    not_before: NotRequired[When | None]
    """Tasks that have not started start at or after this, mostly the status date (Microsoft
    Project: *reschedule
    uncompleted work to start after*); with `split_remaining` the rest of started
    tasks goes on at or after it, too. It holds for the plan before leveling, too.
    """
    within_float: NotRequired[bool]
    """Move tasks within their total float only: neither the finish of the program nor a deadline
    that is kept
    now gets worse; overloads that would need more remain.
    """
    campaigns: NotRequired[list[CampaignId] | None]
    """Move tasks of these campaigns only."""
    resources: NotRequired[list[ResourceId] | None]
    """Level these resources only."""
    to: NotRequired[When | None]
    """Move only tasks that start at or before this."""
    split_remaining: NotRequired[bool]
    """The rest of a started task may be delayed (Microsoft Project: *leveling can create splits in
    remaining work*):
    what is done stays, with its load and its cost, and the rest goes on later, in one piece. It
    counts as a task
    that starts when the rest goes on, for the scope and for `change`.

    Off by default, unlike in Microsoft Project: to call people away from work that they have begun
    is a decision
    of its own, and started tasks then stay where the people who do them think they are. Tasks that
    have not
    started are never split. A task of which only some of its people have something left stays, and
    so does work
    left before the start of the program.

    Half of the steps (as many again if `steps` is absent) go to plans without splits, unless
    `not_before` delays a
    rest anyway: so the result is never worse than without the option in half of the steps.
    """
    weights: NotRequired[dict[str, float] | None]
    """What a day of lateness costs, by task; others keep the plan's weights."""
    reassign: NotRequired[int | None]
    """How many assignments may be given to one of their alternatives; if absent, as many as help,
    none if 0. Those
    that name no alternatives never change, and neither does any while tasks move within their float
    only.
    """
    steps: NotRequired[int | None]
    """Schedules that may be generated; if absent, enough for some seconds at most. Where only a
    part of the plan is
    placed anew, its tasks count for their share of one: a step is always about the work of placing
    every task
    once.
    """
    gap: NotRequired[float | None]
    """Stop when value less bound of the first part is at most this, in the unit of the part."""
    relative_gap: NotRequired[float | None]
    """Stop when value less bound of the first part is at most this share of the value."""
    seed: NotRequired[int]
    """Seed of the search."""


class Clamp(TypedDict):
    """Lowest and highest score."""

    min: float
    """Lowest score."""
    max: float
    """Highest score."""


class RagThresholds(TypedDict):
    """Where amber and green begin; a score within 10⁻⁹ of a threshold has reached it."""

    amber: NotRequired[float]
    """Lowest amber score: 0.4 if absent."""
    green: NotRequired[float]
    """Lowest green score: 0.7 if absent."""


class ScoreOptions(TypedDict):
    """How `score` reads and rolls up measurements."""

    as_of: NotRequired[When | None]
    """The date of the review: later measurements are not known yet. A bare date means its end, and
    a
    measurement with a bare date is known all that day. Absent: every measurement counts and nothing
    is stale.
    """
    clamp: NotRequired[Clamp]
    """Lowest and highest score of a KPI that has no clamp of its own: 0 to 1.2."""
    missing: NotRequired[MissingPolicy]
    """What a KPI without data does to its objective."""
    min_coverage: NotRequired[float]
    """Share of weight with data below which `renormalize` gives no score: 0 to 1,
    0 if absent.
    """
    thresholds: NotRequired[RagThresholds]
    """Where amber and green begin."""


class ChartOptions(TypedDict):
    """Options of `gantt_svg`: the Gantt chart as a picture."""

    level: NotRequired[LevelOptions]
    """How the plan is leveled, if no leveled plan is given."""
    score: NotRequired[ScoreOptions]
    """How its objectives are scored."""


class Overload(Record):
    """A span in which a resource is asked for more than there is of it."""

    __slots__ = ("resource", "from_", "to", "peak", "excess", "tasks")

    resource: ResourceId
    """The resource."""
    from_: Stamp
    """From."""
    to: Stamp
    """To."""
    peak: Units
    """Most asked at once in the span."""
    excess: Work
    """Work asked above capacity in the span, in seconds of work of one whole resource."""
    tasks: tuple[TaskId, ...]
    """The tasks that ask, by id."""


class CheckReport(Record):
    """What the checker found."""

    __slots__ = ("violations", "overloads")

    violations: tuple[Issue, ...]
    """Every rule that is not kept, sorted by place."""
    overloads: tuple[Overload, ...]
    """Spans in which a resource is asked for more than there is of it, by resource, then time."""


class ShiftCauseDriven(Record):
    """A task that drives it by a link moved."""

    __slots__ = ("kind", "by")

    kind: Literal["driven"]
    by: TaskId
    """The task."""


class ShiftCauseReleased(Record):
    """A task that drove it by a link does so no longer."""

    __slots__ = ("kind", "by")

    kind: Literal["released"]
    by: TaskId
    """The task."""


class ShiftCauseChild(Record):
    """It is a summary, and a child moved that begins or ends its span."""

    __slots__ = ("kind", "task")

    kind: Literal["child"]
    task: TaskId
    """The child."""


class ShiftCauseDuration(Record):
    """Its duration changed."""

    __slots__ = ("kind", "before", "after")

    kind: Literal["duration"]
    before: Work
    """Before, in seconds of working time of its calendar."""
    after: Work
    """After, likewise."""


class ShiftCauseOwn(Record):
    """It moved by itself: something of its own changed, or leveling placed it there."""

    __slots__ = ("kind", "changed")

    kind: Literal["own"]
    changed: tuple[OwnChange, ...] | None
    """What changed, if the plan of the earlier schedule is known."""


ShiftCause: TypeAlias = (
    ShiftCauseDriven | ShiftCauseReleased | ShiftCauseChild | ShiftCauseDuration | ShiftCauseOwn
)
"""Why a task moved: the step of its chain next to it."""


class TaskShift(Record):
    """A task whose dates differ between two schedules."""

    __slots__ = (
        "task",
        "start_before",
        "start_after",
        "finish_before",
        "finish_after",
        "start_delay",
        "finish_delay",
        "late_days_before",
        "late_days_after",
        "cause",
        "origin",
        "message",
    )

    task: TaskId
    """The task."""
    start_before: Stamp
    """Start before."""
    start_after: Stamp
    """Start after."""
    finish_before: Stamp
    """Finish before."""
    finish_after: Stamp
    """Finish after."""
    start_delay: Elapsed
    """Start after less start before, in elapsed seconds."""
    finish_delay: Elapsed
    """Finish after less finish before, in elapsed seconds."""
    late_days_before: int
    """Whole days after its deadline before."""
    late_days_after: int
    """Whole days after its deadline after."""
    cause: ShiftCause
    """Why it moved."""
    origin: TaskId
    """The task at the beginning of the chain of causes: the task itself if it moved by itself."""
    message: str
    """The same as a sentence for a person."""


class Comparison(Record):
    """What differs between two schedules of a plan."""

    __slots__ = (
        "finish_before",
        "finish_after",
        "finish_delay",
        "late_before",
        "late_after",
        "shifts",
        "reassigned",
        "added",
        "removed",
        "now_critical",
        "no_longer_critical",
    )

    finish_before: Stamp
    """Last finish before."""
    finish_after: Stamp
    """Last finish after."""
    finish_delay: Elapsed
    """Finish after less finish before, in elapsed seconds."""
    late_before: int
    """Tasks that miss their deadline before."""
    late_after: int
    """Tasks that miss their deadline after."""
    shifts: tuple[TaskShift, ...]
    """Tasks whose dates differ, in the order of their new start, then id."""
    reassigned: tuple[Reassigned, ...]
    """Assignments that others do after than before, by task, then resource of the plan: who did,
    who does.
    """
    added: tuple[TaskId, ...]
    """Tasks that only the later schedule has, by id."""
    removed: tuple[TaskId, ...]
    """Tasks that only the earlier schedule has, by id."""
    now_critical: tuple[TaskId, ...]
    """Tasks that are critical only after, by id."""
    no_longer_critical: tuple[TaskId, ...]
    """Tasks that are critical only before, by id."""


class CompositeFactor(Record):
    """What a choice or a weight does to the ranks."""

    __slots__ = ("factor", "first_order", "total")

    factor: str
    """`weight/NAME`, `normalisation`, `aggregation`, `imputation` or `treatment`."""
    first_order: IntervalEstimate | None
    """Share of the variance that it is answerable for alone; may be a little below 0 by chance.
    Nothing if ranks do
    not move.
    """
    total: IntervalEstimate | None
    """Share of the variance that it takes part in."""


class CompositeMeanArithmetic(TypedDict):
    """Weaknesses are made good by strengths in full."""

    kind: Literal["arithmetic"]


class CompositeMeanGeometric(TypedDict):
    """Weaknesses weigh more; needs scores above 0."""

    kind: Literal["geometric"]


class CompositeMeanHarmonic(TypedDict):
    """Weaknesses weigh most; needs scores above 0."""

    kind: Literal["harmonic"]


class CompositeMeanPower(TypedDict):
    """The mean of the powers, and the root of it: 1 is arithmetic, 0 geometric, −1 harmonic."""

    kind: Literal["power"]
    exponent: float
    """The exponent, −100 to 100."""


CompositeMean: TypeAlias = (
    CompositeMeanArithmetic | CompositeMeanGeometric | CompositeMeanHarmonic | CompositeMeanPower
)
"""How the scores of children become that of their parent."""


class CompositeGroup(TypedDict):
    """A group of indicators or of groups."""

    id: str
    """Its name, different from every column and from the index."""
    weight: NotRequired[float]
    """Weight among the children of its parent, 0 or more. Default 1."""
    parent: NotRequired[str | None]
    """Group it belongs to. Default: the index."""
    aggregation: NotRequired[CompositeMean | None]
    """Mean of its children. Default: that of the options."""


class CompositeImputationNone(TypedDict):
    """Gaps stay gaps."""

    kind: Literal["none"]


class CompositeImputationMean(TypedDict):
    """The mean of all units."""

    kind: Literal["mean"]


class CompositeImputationMedian(TypedDict):
    """The median of all units."""

    kind: Literal["median"]


class CompositeImputationGroupMean(TypedDict):
    """The mean of the units of the same group; a gap stays where the group has no value."""

    kind: Literal["group_mean"]
    group: str
    """Column with the group of each unit."""


class CompositeImputationGroupMedian(TypedDict):
    """The median of the units of the same group; a gap stays where the group has no value."""

    kind: Literal["group_median"]
    group: str
    """Column with the group of each unit."""


CompositeImputation: TypeAlias = (
    CompositeImputationNone
    | CompositeImputationMean
    | CompositeImputationMedian
    | CompositeImputationGroupMean
    | CompositeImputationGroupMedian
)
"""How gaps are filled."""


class Goalposts(TypedDict):
    """Two values of an indicator between which its score grows."""

    low: float
    """The smaller value."""
    high: float
    """The larger value."""


class CompositeNormalisationMinMax(TypedDict):
    """The worst unit gets `low`, the best `high`."""

    kind: Literal["min_max"]
    high: NotRequired[float]
    """Score of the best. Default 100."""
    low: NotRequired[float]
    """Score of the worst. Default 0."""


class CompositeNormalisationZScore(TypedDict):
    """A given mean and standard deviation."""

    kind: Literal["z_score"]
    deviation: NotRequired[float]
    """Standard deviation of the scores, above 0. Default 1."""
    mean: NotRequired[float]
    """Mean of the scores. Default 0."""


class CompositeNormalisationBorda(TypedDict):
    """How many units are worse."""

    kind: Literal["borda"]


class CompositeNormalisationRank(TypedDict):
    """How many units are worse, and one."""

    kind: Literal["rank"]


class CompositeNormalisationPercentRank(TypedDict):
    """Share of the other units that are worse, 0 to 1."""

    kind: Literal["percent_rank"]


class CompositeNormalisationDistanceToMax(TypedDict):
    """1 − distance to the best ÷ distance from worst to best: 0 to 1."""

    kind: Literal["distance_to_max"]


class CompositeNormalisationFractionOfMax(TypedDict):
    """Value ÷ largest value."""

    kind: Literal["fraction_of_max"]


class CompositeNormalisationGoalposts(TypedDict):
    """Between the goalposts of each indicator, held at both ends."""

    kind: Literal["goalposts"]
    high: NotRequired[float]
    """Score at the better goalpost and beyond. Default 100."""
    low: NotRequired[float]
    """Score at the worse goalpost and beyond. Default 0."""


class CompositeNormalisationAsIs(TypedDict):
    """As it is, with the sign changed where less is better."""

    kind: Literal["as_is"]


CompositeNormalisation: TypeAlias = (
    CompositeNormalisationMinMax
    | CompositeNormalisationZScore
    | CompositeNormalisationBorda
    | CompositeNormalisationRank
    | CompositeNormalisationPercentRank
    | CompositeNormalisationDistanceToMax
    | CompositeNormalisationFractionOfMax
    | CompositeNormalisationGoalposts
    | CompositeNormalisationAsIs
)
"""How indicators get a common scale; afterwards more is better for all of them."""


class CompositeIndicator(TypedDict):
    """A column that is an indicator."""

    column: str
    """Column with its values; also its name in the tree."""
    weight: NotRequired[float]
    """Weight among the children of its parent, 0 or more, on any scale. Default 1."""
    direction: NotRequired[CompositeDirection]
    """Whether more or less is better. Default: more."""
    parent: NotRequired[str | None]
    """Group it belongs to. Default: the index."""
    denominator: NotRequired[str | None]
    """Column to divide by, such as the number of inhabitants. Default: none."""
    goalposts: NotRequired[Goalposts | None]
    """Values of the worst and best score, for the normalisation `goalposts`."""
    normalisation: NotRequired[CompositeNormalisation | None]
    """Normalisation of this indicator alone. Default: that of the options."""
    treat: NotRequired[bool]
    """Whether outliers of this indicator may be treated. Default true."""


class CompositeIndicatorSummary(Record):
    """What happened to an indicator."""

    __slots__ = (
        "column",
        "weight",
        "coverage",
        "imputed",
        "treated",
        "winsorized",
        "skewness",
        "kurtosis",
        "skewness_after",
        "kurtosis_after",
        "correlation_with_index",
    )

    column: str
    """Its column."""
    weight: float
    """Its weight in the index, all levels multiplied; those of all indicators add up to 1."""
    coverage: float
    """Share of the units with a measured value, 0 to 1."""
    imputed: int
    """Values filled in."""
    treated: CompositeTreated
    """What was done about outliers."""
    winsorized: int
    """Values set to the next value."""
    skewness: float | None
    """Skewness before the treatment, corrected for the number of units; nothing below three
    different values.
    """
    kurtosis: float | None
    """Excess kurtosis before the treatment, corrected for the number of units."""
    skewness_after: float | None
    """Skewness after the treatment."""
    kurtosis_after: float | None
    """Excess kurtosis after the treatment."""
    correlation_with_index: float | None
    """Pearson correlation of the normalised indicator with the index."""


class CompositeScreening(TypedDict):
    """Which units have enough data."""

    least_coverage: NotRequired[float]
    """Smallest share of indicators with a value, 0 to 1. Default 0: every unit stays."""
    most_zeros: NotRequired[float]
    """Largest share of zeros among the values, 0 to 1. Default 1: every unit stays."""
    after_imputation: NotRequired[bool]
    """Look at the data after gaps are filled, not before. Default false."""


class CompositeTreatmentNone(TypedDict):
    """Not at all."""

    kind: Literal["none"]


class CompositeTreatmentWinsorizeThenLog(TypedDict):
    """Only where abs(skewness) and kurtosis are both above their limits: the most extreme values
    are set to the next
    value until they are not, or `most_points` are set; then, if they still are, a logarithm
    instead.
    """

    kind: Literal["winsorize_then_log"]
    combine: NotRequired[bool]
    """Take the logarithm of the winsorised values, not of the original. Default false."""
    kurtosis: NotRequired[float]
    """Limit of the excess kurtosis. Default 3.5."""
    most_points: NotRequired[int]
    """Most values to set, up to 1000. Default 5."""
    skewness: NotRequired[float]
    """Limit of abs(skewness), 0 or more. Default 2 (OECD Handbook)."""


CompositeTreatment: TypeAlias = CompositeTreatmentNone | CompositeTreatmentWinsorizeThenLog
"""How outliers are treated."""


class CompositeOptions(TypedDict):
    """How `composite` builds an index."""

    unit: NotRequired[str]
    """Column with the name of the unit (market, team, channel), each once. Default `unit`."""
    index: NotRequired[str]
    """Name of the index, the top of the tree. Default `index`."""
    indicators: NotRequired[list[CompositeIndicator]]
    """The indicators, at least one."""
    groups: NotRequired[list[CompositeGroup]]
    """Groups between indicators and index, in any order. Empty: all indicators belong to
    the index.
    """
    screening: NotRequired[CompositeScreening]
    """Which units have enough data."""
    imputation: NotRequired[CompositeImputation]
    """How gaps are filled. Default: not at all."""
    treatment: NotRequired[CompositeTreatment]
    """How outliers are treated. Default: not at all."""
    normalisation: NotRequired[CompositeNormalisation]
    """How indicators get a common scale. Default: min-max from 0 to 100."""
    aggregation: NotRequired[CompositeMean]
    """How scores are put together. Default: arithmetic mean."""
    missing: NotRequired[CompositeMissing]
    """What a gap does to the score above it. Default: the weights of the rest are scaled up."""
    least_share: NotRequired[float]
    """Smallest share of weights with data, 0 to 1, below which a group or the index has no score.
    Default 0.
    """
    include: NotRequired[list[CompositeStep]]
    """Steps whose data the report shall hold. Default none."""


class CompositePart(Record):
    """A group or indicator of a unit."""

    __slots__ = ("id", "score", "contribution", "coverage")

    id: str
    """Its name."""
    score: float | None
    """Its score."""
    contribution: float | None
    """What it contributes to the index; the contributions of all indicators add up to the score."""
    coverage: float
    """Share of its weights with measured data, 0 to 1."""


class CompositeRankRange(Record):
    """The ranks that a unit may have."""

    __slots__ = ("unit", "rank", "mean", "median", "low", "high", "first")

    unit: str
    """The unit."""
    rank: int
    """Its rank as the index is."""
    mean: float
    """Mean of its ranks."""
    median: float
    """Median of its ranks."""
    low: float
    """5% of its ranks are at most this."""
    high: float
    """95% of its ranks are at most this."""
    first: float
    """Share of the samples in which it is first, 0 to 1."""


class CompositeRemoval(Record):
    """What happens without an indicator or group."""

    __slots__ = ("id", "mean_shift", "largest_shift", "unit")

    id: str
    """What is left out."""
    mean_shift: float
    """Mean of the places by which ranks move."""
    largest_shift: int
    """The largest move."""
    unit: str
    """The unit that moves most, the first by name if there are several."""


class CompositeUnit(Record):
    """A unit and its score."""

    __slots__ = ("unit", "score", "rank", "coverage", "parts")

    unit: str
    """Its name."""
    score: float | None
    """Its score on the index, where there is enough data."""
    rank: int | None
    """Its rank, 1 the best; equal scores share the better rank."""
    coverage: float
    """Share of the weights with data that was measured, not filled in, 0 to 1."""
    parts: tuple[CompositePart, ...]
    """Its groups and indicators, by name."""


class CompositeScreened(Record):
    """A unit with too little data."""

    __slots__ = ("unit", "coverage", "zeros")

    unit: str
    """Its name."""
    coverage: float
    """Share of indicators with a value."""
    zeros: float
    """Share of zeros among the values."""


class CompositeStage(Record):
    """The data after a step."""

    __slots__ = ("step", "data")

    step: CompositeStep
    """The step."""
    data: TableColumns
    """A column of units and one for each indicator; after the aggregation also for each group and
    the index.
    """


class CompositeReport(Record):
    """The scores and ranks of all units."""

    __slots__ = ("evidence", "units", "screened_out", "indicators", "cronbach_alpha", "stages")

    evidence: Evidence
    """How much it proves."""
    units: tuple[CompositeUnit, ...]
    """The units, best first, those of the same rank by name; those without a score last."""
    screened_out: tuple[CompositeScreened, ...]
    """The units left out for want of data, by name."""
    indicators: tuple[CompositeIndicatorSummary, ...]
    """The indicators, by name."""
    cronbach_alpha: float | None
    """Cronbach's alpha of the normalised indicators, over the units that have all of them: how much
    they measure the
    same thing.
    """
    stages: tuple[CompositeStage, ...]
    """The data after the steps asked for, units by name."""


class CompositeSensitivity(Record):
    """How much of a ranking is choice."""

    __slots__ = (
        "evidence",
        "units",
        "mean_shift",
        "variance",
        "factors",
        "removals",
        "evaluations",
    )

    evidence: Evidence
    """How much it proves."""
    units: tuple[CompositeRankRange, ...]
    """The units by their rank as the index is, then by name."""
    mean_shift: float
    """Mean over samples and units of the places by which ranks move."""
    variance: float
    """Variance over the samples of the places by which ranks move on average."""
    factors: tuple[CompositeFactor, ...]
    """What the movement comes from, the largest total first."""
    removals: tuple[CompositeRemoval, ...]
    """What happens without each indicator or group, the largest shift first."""
    evaluations: int
    """How often the index was built."""


class CompositeSensitivityOptions(TypedDict):
    """What `composite_sensitivity` varies."""

    composite: NotRequired[CompositeOptions]
    """The index as it is."""
    weights: NotRequired[CompositeWeightFactors]
    """Which weights vary, each independently of the others. Default: all."""
    weight_spread: NotRequired[float]
    """Weights lie evenly within 1 ± this times themselves, 0 to 1. Default 0.25."""
    normalisations: NotRequired[list[CompositeNormalisation]]
    """Other normalisations, as likely as that of the index."""
    aggregations: NotRequired[list[CompositeMean]]
    """Other means, as likely as that of the index; groups with a mean of their own keep it."""
    imputations: NotRequired[list[CompositeImputation]]
    """Other ways to fill gaps, as likely as that of the index; all groups from one column."""
    treatments: NotRequired[list[CompositeTreatment]]
    """Other ways to treat outliers, as likely as that of the index."""
    samples: NotRequired[int]
    """Size of each of the two samples, 16 to 100,000. The index is built samples × (factors + 2)
    times. Default 500.
    """
    bootstrap: NotRequired[int]
    """Draws of the bootstrap for the intervals of the sensitivities, 0 to 10,000. Default 200."""
    level: NotRequired[float]
    """Level of the intervals, 0.5 to 0.999. Default 0.95."""
    seed: NotRequired[int]
    """Seed of the samples. Default 1."""


class Constraint(TypedDict):
    """A date that a task is held to."""

    kind: ConstraintKind
    """What is demanded."""
    date: NotRequired[When | None]
    """When; absent for as soon and as late as possible. A bare date is the beginning of the day for
    `must_start_on`, `mandatory_start` and `start_no_earlier_than`, and the end of the day for the
    others.
    """


class TaskCost(Record):
    """Cost of one task."""

    __slots__ = ("task", "cost")

    task: TaskId
    """The task; a summary has the cost of all that is under it and its own fixed cost."""
    cost: Cost
    """Its cost."""


class ResourceCost(Record):
    """Cost of one resource."""

    __slots__ = ("resource", "work", "amount")

    resource: ResourceId
    """The resource."""
    work: Work
    """Work it does, in seconds of work of one whole resource; none for material and cost."""
    amount: Money
    """What it costs."""


class CostReport(Record):
    """What the plan costs by a schedule."""

    __slots__ = (
        "currency",
        "cost",
        "budget",
        "campaigns",
        "no_campaign",
        "tasks",
        "resources",
        "issues",
    )

    currency: str | None
    """Currency of every amount, if the program states one (ISO 4217)."""
    cost: Cost
    """Cost of the program."""
    budget: BudgetStatus | None
    """The program's budget, if it has one."""
    campaigns: tuple[CampaignCost, ...]
    """Cost of each campaign, in the order of their ids."""
    no_campaign: Cost
    """Cost of the tasks that belong to no campaign."""
    tasks: tuple[TaskCost, ...]
    """Cost of each task, in the order of their ids."""
    resources: tuple[ResourceCost, ...]
    """Cost of each resource, in the order of their ids."""
    issues: tuple[Issue, ...]
    """What a person should know: budgets overspent, rates that do not fit."""


_SchedulingKeywords = TypedDict("_SchedulingKeywords", {"from": NotRequired[ScheduleFrom]})


class Scheduling(_SchedulingKeywords):
    """How dates are computed. The defaults are Microsoft Project's.

    Primavera P6 as it comes is `honor_constraints: false`, `lag_calendar: predecessor`,
    `progress_rule:
    retained_logic`, `total_float: finish`.

    `from`: From which end dates are computed.
    """

    clock: NotRequired[Clock]
    """Which clock the dates are on: `wall` (one civil clock for everybody: nine o'clock is nine
    o'clock in
    every market, zones only translate) or `zoned` (true instants: each calendar works in its own
    zone).
    """
    lag_calendar: NotRequired[LagCalendar]
    """Whose working time lags count in."""
    float_rule: NotRequired[FloatRule]
    """How late dates and float are told."""
    honor_constraints: NotRequired[bool]
    """Whether constraint dates beat links (Microsoft Project) or links beat constraint dates, which
    then show as negative float (Primavera P6).
    """
    progress_rule: NotRequired[ProgressRule]
    """What the status date and progress out of sequence mean."""
    lag_from_early_start: NotRequired[bool]
    """Whether lags after the start of a started task count from when its rest goes on instead of
    from its actual start
    (P6: *compute start-to-start lag from early start*).
    """
    use_expected_finish: NotRequired[bool]
    """Whether `progress.expected_finish` decides how long the rest of a task takes (P6)."""
    total_float: NotRequired[TotalFloat]
    """Which dates total float is the difference of."""
    critical: NotRequired[CriticalRule]
    """What makes a task critical."""
    multiple_critical_paths: NotRequired[bool]
    """Whether every chain of tasks has its own critical path instead of one for the program (P6:
    *make open-ended
    activities critical*).
    """
    critical_float: NotRequired[Duration]
    """Tasks with at most this much total float are critical."""


class Program(TypedDict):
    """A program: start, working day and the options its plan is scheduled with."""

    name: str
    """Name for people."""
    owner: NotRequired[str | None]
    """Who answers for it."""
    start: When
    """No task starts before this."""
    finish: NotRequired[When | None]
    """The finish to schedule back from, when `scheduling.from` is `finish`."""
    must_finish_by: NotRequired[When | None]
    """The date by which all must be finished: late dates and float count from it instead of from
    the last finish
    (P6: *must finish by*). Not for a plan scheduled from its finish.
    """
    status_date: NotRequired[When | None]
    """The date up to which progress and measurements are known (P6: *data date*; a bare date there
    is its first
    moment, as in `scheduling.progress_rule`).
    """
    calendar: NotRequired[CalendarId | None]
    """Calendar of tasks that have no other; if absent, Monday to Friday 08:00–12:00 and
    13:00–17:00.
    """
    currency: NotRequired[str | None]
    """Currency of every amount (ISO 4217)."""
    budget: NotRequired[Money | None]
    """Budget of the whole program."""
    hours_per_day: NotRequired[float]
    """Working hours that `1d` stands for."""
    hours_per_week: NotRequired[float]
    """Working hours that `1w` stands for."""
    days_per_month: NotRequired[float]
    """Working days that `1mo` stands for."""
    scheduling: NotRequired[Scheduling]
    """How dates are computed."""
    extras: NotRequired[dict[str, str]]
    """What other tools say of it that this library does not use: texts by the name that the tool
    has for them, with the
    tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's
    files.
    """


_RateKeywords = TypedDict("_RateKeywords", {"from": NotRequired[CivilDate | None]})


class Rate(_RateKeywords):
    """A price, from a date on.

    `from`: First day it holds; from the beginning if absent.
    """

    standard: Money
    """Standard rate."""
    per: NotRequired[Per]
    """What it is paid for."""
    overtime: NotRequired[Money | None]
    """Rate for overtime."""
    per_use: NotRequired[Money]
    """Cost of each use."""


class Resource(TypedDict):
    """Somebody or something that tasks need."""

    id: ResourceId
    """Id."""
    name: NotRequired[str | None]
    """Name for people."""
    kind: NotRequired[ResourceKind]
    """What kind it is."""
    role: NotRequired[str | None]
    """Role: copywriter, designer."""
    department: NotRequired[ResourceId | None]
    """The department (a resource of that kind) it belongs to."""
    market: NotRequired[str | None]
    """Home market."""
    calendar: NotRequired[CalendarId | None]
    """Its working time; if absent, the program's."""
    capacity: NotRequired[Units]
    """How much of it there is at any time; 1 if absent."""
    availability: NotRequired[list[Availability]]
    """Other capacities for some time."""
    absences: NotRequired[list[Absence]]
    """When it is away."""
    contract: NotRequired[Window | None]
    """A vendor's contract: it works in this window only."""
    skills: NotRequired[list[SkillLevel]]
    """What it can do."""
    languages: NotRequired[list[str]]
    """Languages it works in (BCP 47)."""
    rates: NotRequired[list[Rate]]
    """Its prices; the one with the latest `from` on or before the day of work holds."""
    extras: NotRequired[dict[str, str]]
    """What other tools say of it that this library does not use: texts by the name that the tool
    has for them, with the
    tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's
    files.
    """


class Estimate(TypedDict):
    """A three-point estimate of a task's duration."""

    optimistic: Duration
    """If all goes well."""
    likely: Duration
    """Most likely."""
    pessimistic: Duration
    """If much goes wrong."""


class ManualDates(TypedDict):
    """Dates that somebody set by hand (Microsoft Project's manually scheduled task).

    Links and constraints do not move it; links out of it start from here, and it has late dates and
    float like the
    others. What is under a summary with such dates starts no earlier than it.
    """

    start: When
    """Start."""
    finish: When
    """Finish."""


class Split(TypedDict):
    """A time in which work on a task pauses."""

    after: Duration
    """How much of the duration lies before the pause."""
    pause: Duration
    """How long work pauses, in working time."""


class TaskProgress(TypedDict):
    """What has happened so far."""

    actual_start: NotRequired[When | None]
    """When work began. A started task is not moved; leveling delays its rest if it is asked to."""
    actual_finish: NotRequired[When | None]
    """When work ended. A finished task keeps both dates."""
    complete: NotRequired[float | None]
    """Share of the duration done, 0 to 1."""
    remaining: NotRequired[Duration | None]
    """Duration still to do, if it is not what `complete` leaves."""
    resume: NotRequired[When | None]
    """When the rest goes on, if work was interrupted."""
    expected_finish: NotRequired[When | None]
    """When it is expected to finish: how long the rest takes follows from it if
    `scheduling.use_expected_finish`.
    """


class Task(TypedDict):
    """A task, a milestone or, if others name it as their parent, a summary."""

    id: TaskId
    """Id."""
    name: NotRequired[str | None]
    """Name for people."""
    parent: NotRequired[TaskId | None]
    """The summary it belongs to in the work breakdown tree."""
    campaign: NotRequired[CampaignId | None]
    """The campaign it belongs to; if absent, its parent's."""
    market: NotRequired[str | None]
    """The market it is for."""
    duration: NotRequired[Duration | None]
    """Working or elapsed duration. A milestone has none; a summary's is computed. If absent, the
    likely estimate, or the longest of its assignments' work divided by units.
    """
    estimate: NotRequired[Estimate | None]
    """Three-point estimate."""
    task_type: NotRequired[TaskType]
    """What decides its dates; `fixed_units` if absent."""
    manual: NotRequired[ManualDates | None]
    """Dates set by hand, which links do not move."""
    splits: NotRequired[list[Split]]
    """When work on it pauses. Load and cost spread the work evenly from start to finish
    all the same.
    """
    milestone: NotRequired[MilestoneKind | None]
    """Set for a milestone: a moment, not work."""
    level_of_effort: NotRequired[bool]
    """Set for a level of effort (P6; a hammock): work such as supervision that lasts as long as
    what it accompanies. Its
    links say from when to when: it starts with the first of the ends that they join its start to
    and finishes with
    the last of those that they join its finish to, whether as predecessors or as successors.
    Without
    links it is as long as the others under its summary (P6: a WBS summary activity). It drives
    nothing, is never critical, works on the calendar of the task, and leveling goes around it.
    """
    calendar: NotRequired[CalendarId | None]
    """Calendar of the task; it works when both this and its resources do."""
    ignore_resource_calendars: NotRequired[bool]
    """Whether the task's calendar alone decides."""
    constraints: NotRequired[list[Constraint]]
    """Dates it is held to."""
    deadline: NotRequired[When | None]
    """Should be finished by then; later is lateness, not a fault."""
    priority: NotRequired[int]
    """0 to 1000, higher goes first in leveling; 1000 never moves."""
    weight: NotRequired[float | None]
    """What one day of lateness costs; if absent, its campaign's weight, else 1."""
    kpis: NotRequired[list[KpiLink]]
    """KPIs it serves; if empty, its campaign's."""
    skills: NotRequired[list[SkillLevel]]
    """Skills that the people assigned to it must have between them, each at its least level."""
    fixed_cost: NotRequired[Money]
    """A cost that does not depend on who does it: a vendor's fee."""
    leveling_delay: NotRequired[Duration | None]
    """Elapsed delay from an earlier leveling, on top of what links and constraints ask."""
    progress: NotRequired[TaskProgress]
    """What has happened so far."""
    tags: NotRequired[list[str]]
    """Words to find it by."""
    notes: NotRequired[str | None]
    """Anything worth saying."""
    extras: NotRequired[dict[str, str]]
    """What other tools say of it that this library does not use: texts by the name that the tool
    has for them, with the
    tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's
    files.
    """


_DependencyKeywords = TypedDict("_DependencyKeywords", {"from": TaskId})


class Dependency(_DependencyKeywords):
    """A dependency: `to` waits for `from`.

    `from`: Predecessor: a task, milestone or summary.
    """

    to: TaskId
    """Successor: a task, milestone or summary."""
    kind: NotRequired[DependencyKind]
    """Which ends it joins; `FS` if absent."""
    lag: NotRequired[Lag]
    """Lag, or lead when below zero."""
    max_lag: NotRequired[Lag | None]
    """The most that may lie between the two ends (a maximum time lag): then `from` waits for `to`,
    so that it comes
    not too long before. It counts in the same time as `lag`, and both ends are tasks or milestones.
    Where it cannot
    be kept the schedule says so (`max-lag-missed`).
    """
    lag_calendar: NotRequired[LagCalendar | None]
    """Whose working time the lags count in; if absent, as the program says."""


_PeriodKeywords = TypedDict("_PeriodKeywords", {"from": When})


class Period(_PeriodKeywords):
    """A span of civil dates, both ends included.

    `from`: First day, or the moment it begins.
    """

    to: When
    """Last day, or the moment it ends."""


class CurvePoint(TypedDict):
    """A value and the score it earns."""

    value: float
    """Value of the KPI, in its unit."""
    score: float
    """Score it earns."""


class ScoreCurveLinear(TypedDict):
    """The attainment itself."""

    kind: Literal["linear"]


class ScoreCurveBand(TypedDict):
    """1 from `low` to `high`, falling linearly to 0 at the distance `tolerance` from them."""

    kind: Literal["band"]
    low: float
    """Lowest value of the band, in the KPI's unit."""
    high: float
    """Highest value of the band, in the KPI's unit."""
    tolerance: float
    """Distance from the band at which the score is 0, in the KPI's unit; 0: at once."""


class ScoreCurveStep(TypedDict):
    """The highest score among the steps reached: those at or below the value, or at or above it
    where
    less is better; 0 before the first.
    """

    kind: Literal["step"]
    steps: list[CurvePoint]
    """The steps, in any order."""


class ScoreCurvePiecewise(TypedDict):
    """Straight lines between points, flat outside them."""

    kind: Literal["piecewise"]
    points: list[CurvePoint]
    """The points, in any order."""


class ScoreCurveLogistic(TypedDict):
    """An S from 0 at the baseline to 1 at the target: `(g(u) − g(0)) ÷ (g(1) − g(0))` with
    `g(u) = 1 ÷ (1 + exp(−steepness × (u − ½)))` and `u` the attainment within 0 and 1.
    """

    kind: Literal["logistic"]
    steepness: float
    """How sharp the S is, from 0.1 (nearly a line) to 100 (nearly a step); 8 is usual."""


ScoreCurve: TypeAlias = (
    ScoreCurveLinear | ScoreCurveBand | ScoreCurveStep | ScoreCurvePiecewise | ScoreCurveLogistic
)
"""How the value of a KPI becomes its score; the clamp applies afterwards."""


class Measurement(TypedDict):
    """One measurement of a KPI: a value, or a ratio as its numerator and denominator.

    Neither means "due but not known": it is never read as zero.
    """

    at: When
    """The day (or moment) it speaks for, not the day it was typed in."""
    value: NotRequired[float | None]
    """The value, in the KPI's unit."""
    numerator: NotRequired[float | None]
    """Upper part of a ratio."""
    denominator: NotRequired[float | None]
    """Lower part of a ratio; 0 where nothing happened."""
    n: NotRequired[int | None]
    """Number of observations behind a value."""
    quality: NotRequired[Quality]
    """How far it can be trusted."""
    note: NotRequired[str | None]
    """Anything a reader should know."""


class Kpi(TypedDict):
    """A key performance indicator: where it started, where it should be, and what was measured.

    Less is better where the target is below the baseline; nothing else says so.
    """

    id: KpiId
    """Id, unique among the KPIs of all objectives."""
    name: NotRequired[str | None]
    """Short name for reports; the id serves when there is none."""
    unit: NotRequired[str | None]
    """Unit shown after every value, such as `%`, `EUR` or `minutes`."""
    weight: NotRequired[float]
    """Share of the objective's score, on any scale: weights are divided by their sum. 1 if absent;
    0
    shows the KPI without counting it.
    """
    baseline: float
    """Value at the start, in `unit`: attainment 0."""
    target: float
    """Value to reach, in `unit`: attainment 1. Below the baseline where less is better."""
    aggregation: NotRequired[Aggregation]
    """How measurements become one value."""
    per: NotRequired[float]
    """What a measurement given as a ratio is stated per: 1 if absent, 100 for a percentage, 1000
    for a
    cost per thousand.
    """
    curve: NotRequired[ScoreCurve]
    """How a value becomes a score."""
    clamp: NotRequired[Clamp | None]
    """Lowest and highest score of this KPI; absent: those of the options."""
    period: NotRequired[Period | None]
    """When it is measured; absent: the objective's period."""
    seasonality: NotRequired[list[float]]
    """Expected shares of the period, one for each equal part of it, on any scale (12 numbers:
    months of
    a year; 28: days of four weeks). Empty: evenly.
    """
    denominator: NotRequired[str | None]
    """What the ratio is over, in words: "engagement rate" says nothing without "by reach"."""
    source: NotRequired[str | None]
    """Where the numbers come from."""
    frequency: NotRequired[Frequency | None]
    """How often it is measured; an older value is reported as stale."""
    measurements: NotRequired[list[Measurement]]
    """What was measured, in any order."""


class Objective(TypedDict):
    """A business objective and the KPIs that say whether it was reached."""

    id: ObjectiveId
    """Id, unique among the objectives."""
    name: NotRequired[str | None]
    """Short name for reports; the id serves when there is none."""
    statement: NotRequired[str | None]
    """The objective in a sentence."""
    owner: NotRequired[str | None]
    """Who answers for it."""
    weight: NotRequired[float]
    """Share of the program score, on any scale: weights are divided by their sum. 1 if absent; 0
    shows
    the objective without counting it.
    """
    commitment: NotRequired[Commitment | None]
    """What score counts as meeting it; absent: no such verdict."""
    period: NotRequired[Period | None]
    """When it is measured; KPIs without a period of their own use this one."""
    kpis: NotRequired[list[Kpi]]
    """What is measured, in any order."""


class PlanDocument(TypedDict):
    """A whole program as one document.

    The lists are sets: their order carries no meaning.
    """

    format: str
    """Version of the format, `paceline/1`."""
    program: Program
    """The program itself."""
    calendars: NotRequired[list[Calendar]]
    """Working time of people, markets and the program."""
    campaigns: NotRequired[list[Campaign]]
    """Campaigns of the program."""
    resources: NotRequired[list[Resource]]
    """People, departments, vendors, material and cost."""
    tasks: NotRequired[list[Task]]
    """Tasks, milestones and summaries; the work breakdown tree is made by their `parent`."""
    dependencies: NotRequired[list[Dependency]]
    """Links between tasks."""
    assignments: NotRequired[list[Assignment]]
    """Who works on what."""
    objectives: NotRequired[list[Objective]]
    """Business objectives with their KPIs and measurements."""
    baselines: NotRequired[list[Baseline]]
    """Agreed dates and cost to compare with."""


class CsvFile(Record):
    """Tables read."""

    __slots__ = ("plan", "issues")

    plan: PlanDocument
    """The plan that they make."""
    issues: tuple[Issue, ...]
    """What was left out, sorted."""


class CsvReadOptions(TypedDict):
    """How tables are read."""

    separator: NotRequired[CsvSeparator]
    """What sets cells apart."""
    decimal: NotRequired[CsvDecimal | None]
    """What sets whole and fraction of numbers apart; if absent, found out where that is clear."""
    date_format: NotRequired[str | None]
    """The order of dates that are not in ISO 8601: `YYYY`, `MM`, `DD`, `HH`, `mm` and `ss` with
    marks between them,
    such as `DD.MM.YYYY` or `MM/DD/YYYY HH:mm`.
    """
    name: NotRequired[str | None]
    """Name of the program of a new plan."""
    start: NotRequired[When | None]
    """Start of the program of a new plan; needed unless rows are added to a plan."""


class CsvText(Record):
    """A table written."""

    __slots__ = ("text", "rows", "issues")

    text: str
    """The text (`text/csv`, UTF-8)."""
    rows: int
    """How many rows it has besides the header."""
    issues: tuple[Issue, ...]
    """What the table cannot say, sorted."""


class CsvWriteOptions(TypedDict):
    """What is written, and how."""

    table: NotRequired[CsvTable]
    """Which table."""
    separator: NotRequired[CsvSeparator]
    """What sets cells apart."""
    decimal: NotRequired[CsvDecimal | None]
    """What sets whole and fraction of numbers apart; a point if absent."""
    mark: NotRequired[bool]
    """Whether the text begins with a mark of its encoding, by which spreadsheets know UTF-8."""
    keep_formulas: NotRequired[bool]
    """Whether texts that look like formulas are written as they are."""


class DayLoad(Record):
    """Load of one resource on one day."""

    __slots__ = ("date", "demand", "capacity", "excess")

    date: datetime.date
    """The day, on the plan's clock."""
    demand: Work
    """Work asked of it, in seconds of work of one whole resource."""
    capacity: Work
    """Work it can do, likewise."""
    excess: Work
    """Work asked above what it can do at that moment, likewise. Overload is judged moment by
    moment, so
    this can be above zero on a day whose demand is below its capacity.
    """


class EarnedSchedule(Record):
    """Where the work stands in time. All times are in periods."""

    __slots__ = (
        "actual_time",
        "planned_duration",
        "earned_schedule",
        "sv_t",
        "spi_t",
        "ieac_t",
        "ieac_t_at_plan",
        "tspi",
    )

    actual_time: float
    """Periods passed (AT)."""
    planned_duration: float
    """Periods after which everything was to be done (PD)."""
    earned_schedule: float
    """When the plan was to have earned what is earned now (ES)."""
    sv_t: float
    """ES − AT: negative when late."""
    spi_t: float | None
    """ES ÷ AT; absent at the very beginning."""
    ieac_t: float | None
    """Duration if it goes on as so far: PD ÷ SPI(t); absent while nothing is earned."""
    ieac_t_at_plan: float
    """Duration if the rest goes as planned: AT + PD − ES."""
    tspi: float | None
    """How fast the rest must go to end on time: (PD − ES) ÷ (PD − AT); negative when the time is
    over,
    absent at the planned end itself.
    """


class EarnedScheduleRequest(TypedDict):
    """What `earned_schedule` asks."""

    planned: list[Money]
    """Planned value in total at the end of each period, from the first; the last is the budget at
    completion.
    """
    earned: Money
    """Earned value now."""
    actual_time: float
    """Periods passed until now."""


class Forecasts(Record):
    """The estimate at completion by every method of `ForecastMethod`; absent above 9 ×
    10¹³ units.
    """

    __slots__ = ("cpi", "budget", "cpi_spi", "bottom_up")

    cpi: Money | None
    """AC + (BAC − EV) ÷ CPI; absent while nothing is earned or spent, unless nothing remains."""
    budget: Money
    """AC + BAC − EV."""
    cpi_spi: Money | None
    """AC + (BAC − EV) ÷ (CPI × SPI); absent while nothing is earned, spent or planned, unless
    nothing
    remains.
    """
    bottom_up: Money | None
    """AC + the estimates to complete; absent unless every unfinished item has one."""


class EarnedValue(Record):
    """The figures of earned value management, under their usual abbreviations."""

    __slots__ = (
        "bac",
        "pv",
        "ev",
        "ac",
        "sv",
        "cv",
        "spi",
        "cpi",
        "critical_ratio",
        "sv_share",
        "cv_share",
        "complete_share",
        "spent_share",
        "eac",
        "etc",
        "vac",
        "tcpi_bac",
        "tcpi_eac",
        "forecasts",
    )

    bac: Money
    """Budget at completion."""
    pv: Money
    """Planned value: budget of the work planned to be done by now."""
    ev: Money
    """Earned value: budget of the work done by now."""
    ac: Money
    """Actual cost."""
    sv: Money
    """Schedule variance EV − PV: negative when behind."""
    cv: Money
    """Cost variance EV − AC: negative when over budget."""
    spi: float | None
    """Schedule performance index EV ÷ PV; absent while nothing is planned."""
    cpi: float | None
    """Cost performance index EV ÷ AC; absent while nothing is spent."""
    critical_ratio: float | None
    """Critical ratio CPI × SPI."""
    sv_share: float | None
    """SV ÷ PV."""
    cv_share: float | None
    """CV ÷ EV."""
    complete_share: float | None
    """Share of the budget earned, EV ÷ BAC."""
    spent_share: float | None
    """Share of the budget spent, AC ÷ BAC."""
    eac: Money | None
    """Estimate at completion by the method asked for: AC + ETC."""
    etc: Money | None
    """Estimate to complete by the method asked for."""
    vac: Money | None
    """Variance at completion BAC − EAC: negative when it will cost more."""
    tcpi_bac: float | None
    """How cheaply the rest must go to stay in the budget: (BAC − EV) ÷ (BAC − AC); negative when
    the
    budget is spent before the work is done, absent when it is spent to the last hundredth.
    """
    tcpi_eac: float | None
    """How cheaply the rest must go to meet the forecast: (BAC − EV) ÷ (EAC − AC), the EAC
    unrounded;
    absent when nothing remains.
    """
    forecasts: Forecasts
    """The estimate at completion by every method."""


class EarnedValueItem(TypedDict):
    """A piece of work with a budget: a task, a work package, a contract."""

    item: str
    """Its id."""
    budget: Money
    """Its budget in the baseline: never the present estimate, which would hide every overrun."""
    planned: float
    """Share of the work planned to be done by now, 0 to 1."""
    earned: float
    """Share of the work done by now, 0 to 1."""
    actual_cost: Money
    """What the work done has cost."""
    estimate_to_complete: NotRequired[Money | None]
    """A fresh estimate of what the rest will cost, where somebody made one."""


class EarnedValueLine(Record):
    """Earned value of one item."""

    __slots__ = ("item", "value", "forecast")

    item: str
    """The item."""
    value: EarnedValue
    """Its figures from its own budget, progress and cost. Its `eac` does not add up to the total's
    where the method divides by an index, because the items' indices differ.
    """
    forecast: Money | None
    """Its part of the total EAC: its actual cost and its part of the total ETC, shared out by the
    work
    that remains (bottom-up: its own estimate). Parts add up to the total to the hundredth. Absent
    where the total has no EAC.
    """


class EarnedValueReport(Record):
    """Earned value by item and in total."""

    __slots__ = ("method", "total", "items", "cautions")

    method: ForecastMethod
    """The forecast used for `eac`, `etc`, `vac` and `tcpi_eac`."""
    total: EarnedValue
    """All items together."""
    items: tuple[EarnedValueLine, ...]
    """The items, by id."""
    cautions: tuple[Issue, ...]
    """What a reader should know."""


class IcalBusy(Record):
    """What a calendar file says about when nobody works.

    Take `exceptions` for a calendar or `absences` for a resource, not both: whole days stand in
    each.
    """

    __slots__ = ("name", "exceptions", "absences", "issues")

    name: str | None
    """What the calendar is called."""
    exceptions: tuple[CalendarException, ...]
    """Whole days, as exceptions of a calendar: holidays. Those that calendars show as free are
    among them, since
    calendars of holidays show all their days so.
    """
    absences: tuple[Absence, ...]
    """Every time that is shown as busy, as absences of a resource: leave, meetings."""
    issues: tuple[Issue, ...]
    """What was not understood or left out, sorted."""


class IcalFeed(Record):
    """One feed."""

    __slots__ = ("feed", "name", "text", "events", "changed", "cancelled")

    feed: str
    """What it is of: `program`, `resource/ana`, `campaign/spring`, `channel/instagram`,
    `market/US`.
    """
    name: str
    """Its name for people."""
    text: str
    """The text of the file (`text/calendar`, UTF-8)."""
    events: int
    """How many events it holds, those cancelled not counted."""
    changed: int
    """How many of them are new or differ from the feed before."""
    cancelled: int
    """How many events are cancelled."""


class IcalFeeds(Record):
    """The feeds of a plan."""

    __slots__ = ("feeds", "issues")

    feeds: tuple[IcalFeed, ...]
    """The feeds, in the order of what they are of."""
    issues: tuple[Issue, ...]
    """What a person should know about them."""


class IcalOptions(TypedDict):
    """What feeds are written, and how."""

    stamp: NotRequired[When | None]
    """The moment of the export in UTC, which the library cannot know: `2026-03-02T09:30`. Always
    needed.
    """
    by: NotRequired[IcalBy]
    """What feeds there are."""
    only: NotRequired[list[str]]
    """Only the feeds of these ids (or names of channels or markets); all if empty."""
    detail: NotRequired[IcalDetail]
    """How a task is shown."""
    zone: NotRequired[str | None]
    """The zone that times are shown in (an IANA name, `UTC` or an offset). If absent, a plan on one
    wall clock has
    floating times, which every calendar shows in its own zone, and a zoned plan those of its
    calendars.
    """
    namespace: NotRequired[str | None]
    """What tells this plan from others for good: the `UID`s are made with it. The program's name if
    absent; then a
    new name makes all events new ones.
    """
    url: NotRequired[str | None]
    """Address of a task, `{task}` standing for its id: `https://plan.example/tasks/{task}`."""
    previous: NotRequired[list[str]]
    """The feeds as they were written before: what has changed is then raised, what is no longer
    there cancelled.
    """


class IcalReadOptions(TypedDict):
    """How a calendar file is read."""

    since: NotRequired[CivilDate | None]
    """Nothing that ends before this day; from 1970 if absent."""
    until: NotRequired[CivilDate | None]
    """Nothing that begins after this day; to 2100 if absent."""
    zone: NotRequired[str | None]
    """The zone that times are told in: that of the calendar they are for (an IANA name, `UTC` or an
    offset). If
    absent, each time is told as it is written.
    """


class KpiGap(Record):
    """What closing the gap of a KPI is worth: the part of a value weight that measurement knows.

    The value weight of a task is the sum over the KPIs it serves of
    `objective weight × KPI weight × contribution of the task × open share`.
    """

    __slots__ = ("kpi", "objective", "objective_weight", "kpi_weight", "open_share")

    kpi: KpiId
    """The KPI."""
    objective: ObjectiveId
    """Its objective."""
    objective_weight: float
    """Weight of the objective ÷ the sum of the objectives' weights."""
    kpi_weight: float
    """Weight of the KPI ÷ the sum of the weights of the objective's KPIs, with data or without."""
    open_share: float
    """Share of the way from baseline to target still to go: 0 at the target or beyond, 1 at the
    baseline or worse, 1 without data.
    """


class Pacing(Record):
    """Where a total stands on its way to the target."""

    __slots__ = (
        "elapsed_share",
        "expected_share",
        "expected_to_date",
        "gap_to_pace",
        "pace_ratio",
        "linear_forecast",
        "seasonal_forecast",
        "required_run_rate",
        "required_per_weight",
        "required_uplift",
    )

    elapsed_share: float
    """Share of the time that has passed, 0 to 1."""
    expected_share: float
    """Share of the target expected by now: Σ seasonality so far ÷ Σ seasonality."""
    expected_to_date: float
    """Total expected by now: target × expected share."""
    gap_to_pace: float
    """Actual − expected: negative when behind."""
    pace_ratio: float | None
    """Actual ÷ expected: below 1 when behind (of a total to be kept low: when better). Absent while
    nothing is expected.
    """
    linear_forecast: float | None
    """Total at the end if it goes on evenly: actual ÷ elapsed share; absent at the very
    beginning.
    """
    seasonal_forecast: float | None
    """Total at the end if it goes on with the seasons: actual ÷ expected share; the linear forecast
    when there are none. Absent while nothing is expected.
    """
    required_run_rate: float | None
    """What each remaining unit of time must bring to reach the target, 0 when it is reached; absent
    when no time remains.
    """
    required_per_weight: float | None
    """What each remaining unit of seasonality must bring to reach the target, 0 when it is reached;
    absent when none remains. Without seasonality the units are those of the period.
    """
    required_uplift: float | None
    """The same as a multiple of the plan: 1.1 means that the rest must go 10 % better
    than planned.
    """


class KpiScore(Record):
    """Score of a KPI."""

    __slots__ = (
        "id",
        "name",
        "unit",
        "baseline",
        "target",
        "actual",
        "attainment",
        "score",
        "weight",
        "normalized_weight",
        "program_share",
        "contribution",
        "coverage",
        "rag",
        "measured_at",
        "age_days",
        "stale",
        "pacing",
        "cautions",
    )

    id: KpiId
    """The KPI."""
    name: str | None
    """Its name."""
    unit: str | None
    """Its unit."""
    baseline: float
    """Value at the start."""
    target: float
    """Value to reach."""
    actual: float | None
    """Value measured; absent without data."""
    attainment: float | None
    """(actual − baseline) ÷ (target − baseline): negative when it went the wrong way."""
    score: float | None
    """What the curve makes of the value, within the clamp; absent without data."""
    weight: float
    """Its weight as written."""
    normalized_weight: float
    """Its weight ÷ the sum of the weights of the objective's KPIs."""
    program_share: float | None
    """How much the program score rises when this score rises by 1, as things are; absent without
    score.
    """
    contribution: float | None
    """Part of the program score that comes from it: program share × score. They add up to the
    program score.
    """
    coverage: float
    """1 with data, 0 without."""
    rag: Rag | None
    """Rating of the score."""
    measured_at: datetime.date | datetime.datetime | None
    """Date of the latest measurement behind the value."""
    age_days: int | None
    """Days from that date to the review."""
    stale: bool | None
    """Whether it is older than the frequency allows; absent when that is not known."""
    pacing: Pacing | None
    """Where a total stands in its period on the date it was measured; absent for other KPIs."""
    cautions: tuple[Issue, ...]
    """What a reader of this number should know."""


class LateTask(Record):
    """A task that misses its deadline."""

    __slots__ = (
        "task",
        "deadline",
        "finish",
        "days",
        "weight",
        "weighted",
        "unavoidable_days",
        "unavoidable_chain",
        "reason",
        "chain",
    )

    task: TaskId
    """The task."""
    deadline: Stamp
    """Its deadline (the end of the day when it is a bare date)."""
    finish: Stamp
    """Its finish."""
    days: int
    """Whole days late, each started day of 24 hours counted."""
    weight: float
    """What one day costs."""
    weighted: float
    """Days times weight."""
    unavoidable_days: int
    """Days that no leveling can avoid: links, calendars and constraints alone make it that late."""
    unavoidable_chain: tuple[TaskId, ...]
    """Driving chain that makes those days, first task first, the late task last; empty if there are
    none.
    """
    reason: LateReason
    """Why."""
    chain: tuple[TaskId, ...]
    """Driving chain that makes it late, first task first, the late task last."""


class ObjectivePart(Record):
    """One part of the objective: parts are compared in order, a later part only when the earlier
    ones are equal.
    """

    __slots__ = ("name", "unit", "before", "value", "bound", "gap", "reason")

    name: str
    """The goal: `tardiness`, `finish`, `cost`, `change` or `even_load`; those of a weighted sum
    joined by ` + `.
    """
    unit: str
    """Unit of the numbers: `weighted days`, `days from the program's start`, the plan's currency
    (else `money`),
    `moved tasks`, `squared days` (of a whole resource) or `weighted sum`.
    """
    before: float
    """Value of the plan before leveling (which may be overloaded)."""
    value: float
    """Value of the leveled plan."""
    bound: float
    """No leveled plan is below this; of a later part, none that is as good in the parts
    before it.
    """
    gap: float
    """Value less bound."""
    reason: Bound
    """What the bound rests on."""


class Move(Record):
    """A task that leveling moved."""

    __slots__ = ("task", "kind", "from_", "to", "delay", "chain", "cause")

    task: TaskId
    """The task."""
    kind: MoveKind
    """What of it moved."""
    from_: Stamp
    """Start before leveling; of a split, when the rest was to go on."""
    to: Stamp
    """Start after leveling; of a split, when the rest goes on."""
    delay: Elapsed
    """Difference in elapsed seconds."""
    chain: tuple[TaskId, ...]
    """From the task back along driving links to the task whose cause is given; at least the task
    itself.
    """
    cause: Cause
    """What holds the last task of the chain."""


class Reassignment(Record):
    """An assignment that leveling gave to somebody else."""

    __slots__ = (
        "task",
        "from_",
        "to",
        "market",
        "work",
        "cost_before",
        "cost_after",
        "saving",
        "cause",
        "message",
    )

    task: TaskId
    """The task."""
    from_: ResourceId
    """Who was to do it."""
    to: ResourceId
    """Who does it."""
    market: str | None
    """Home market of who does it, if it has one."""
    work: Work
    """Work that it does, in seconds of work of one whole resource."""
    cost_before: Money
    """What the work would have cost with the former resource where the task lay before leveling."""
    cost_after: Money
    """What it costs now."""
    saving: tuple[float, ...]
    """For each part of the objective how much more it would be if this alone were taken back and
    the tasks kept
    their order. All 0 for one that serves only together with others; empty in a plan with very
    many.
    """
    cause: Cause
    """Why not the former resource: it is away or busy then; `choice` if it could have
    done it, too.
    """
    message: str
    """The same as a sentence for a person."""


class RemainingOverload(Record):
    """An overload that leveling could not remove."""

    __slots__ = ("overload", "reason", "message")

    overload: Overload
    """The overload."""
    reason: str
    """Why it remains, as a stable code: `fixed-tasks`, `hard-constraint`, `exceeds-capacity`,
    `out-of-scope`, `within-float`.
    """
    message: str
    """The same for a person."""


class TracePoint(Record):
    """An improvement of the search: the best plan from this step on."""

    __slots__ = ("step", "excess", "objective", "bound", "found_by")

    step: int
    """Steps used until then."""
    excess: Work
    """Work above capacity that the plan still asks for, in seconds of work of one whole
    resource.
    """
    objective: tuple[float, ...]
    """The parts of the objective."""
    bound: tuple[float, ...]
    """The lower bound of each part as it was known then."""
    found_by: str
    """The priority rule or method that found the plan."""


class LevelReport(Record):
    """The result of leveling."""

    __slots__ = (
        "status",
        "schedule",
        "before",
        "objective",
        "moves",
        "reassignments",
        "late",
        "remaining",
        "steps",
        "found_by",
        "trace",
    )

    status: Status
    """What is known about the plan."""
    schedule: Schedule
    """The leveled schedule."""
    before: Schedule
    """The schedule before leveling."""
    objective: tuple[ObjectivePart, ...]
    """The parts of the objective with their bounds."""
    moves: tuple[Move, ...]
    """Tasks that moved, in the order of their new start, then id."""
    reassignments: tuple[Reassignment, ...]
    """Assignments given to somebody else, by task, then former resource."""
    late: tuple[LateTask, ...]
    """Tasks that miss their deadline, in the order of their ids."""
    remaining: tuple[RemainingOverload, ...]
    """Overloads that remain, each with its reason."""
    steps: int
    """Steps used: schedules generated."""
    found_by: str
    """The priority rule or method that found the plan."""
    trace: tuple[TracePoint, ...]
    """The improvements of the search in the order of their steps, at most 200: of more, the first,
    the last and
    some between.
    """


class Lift(Record):
    """What one KPI would do for the program if it stood at its target."""

    __slots__ = ("kpi", "objective", "program_score", "lift")

    kpi: KpiId
    """The KPI."""
    objective: ObjectiveId
    """Its objective."""
    program_score: float | None
    """Program score with this KPI at its target (or where it is, if further) and all else
    as it is.
    """
    lift: float | None
    """That score less the present one; absent where one of them is missing. It can be negative only
    where a KPI without data would enter below the score of its objective.
    """


class LoadChartOptions(TypedDict):
    """Options of `load_svg`: the load of everybody as a picture."""

    level: NotRequired[LevelOptions]
    """How the plan is leveled, if no leveled plan is given."""
    score: NotRequired[ScoreOptions]
    """How its objectives are scored."""
    before: NotRequired[bool]
    """Whether the load before leveling is shown instead of the load after it."""


class LoadOptions(TypedDict):
    """How load is judged."""

    bucket: NotRequired[Bucket]
    """In what pieces of time overload is judged."""


class ResourceLoad(Record):
    """Load of one resource."""

    __slots__ = ("resource", "days", "overloads", "demand", "excess")

    resource: ResourceId
    """The resource."""
    days: tuple[DayLoad, ...]
    """Days with demand, in order."""
    overloads: tuple[Overload, ...]
    """Spans of overload, in order."""
    demand: Work
    """Sum of the work asked, in seconds."""
    excess: Work
    """Sum of the excess, in seconds."""


class LoadReport(Record):
    """Load of every resource that works, in the order of their ids."""

    __slots__ = ("resources", "overloaded", "excess")

    resources: tuple[ResourceLoad, ...]
    """Load of each resource."""
    overloaded: int
    """How many resources are overloaded at some time."""
    excess: Work
    """Sum of all excess, in seconds of work of one whole resource."""


class LocalLevelCoefficient(Record):
    """A coefficient of a local level with regression."""

    __slots__ = ("control", "coefficient")

    control: str
    """Column."""
    coefficient: float
    """Coefficient."""


class LocalLevelForecast(Record):
    """The forecast of one row."""

    __slots__ = ("time", "predicted", "actual")

    time: str
    """Time, as written."""
    predicted: IntervalEstimate
    """The forecast with the interval of a single observation; coefficients and variances taken as
    known.
    """
    actual: float | None
    """What happened, where it is known."""


class LocalLevelOptions(TypedDict):
    """Options of `fit_local_level`."""

    time: NotRequired[str]
    """Column of the time: dates, or numbers such as years. Default `time`."""
    outcome: NotRequired[str]
    """Column of the outcome. May miss values. Default `outcome`."""
    controls: NotRequired[list[str]]
    """Columns of the regression, without missing values. Default none."""
    fit_end: NotRequired[TimePoint | None]
    """Last moment learned from; later rows are forecast. Default: the last row with an outcome."""
    initial_variance: NotRequired[float | None]
    """Variance of the level before the first row, its mean being 0; 10⁶ is the default of
    statsmodels. Default: unbounded
    (exact diffuse). From 10⁻⁶ to 10³⁰.
    """
    interval: NotRequired[float]
    """Probability that intervals hold. From 0.5 to 0.999, default 0.95."""


class LocalLevelPoint(Record):
    """The level in one row."""

    __slots__ = ("time", "filtered", "filtered_variance", "smoothed", "smoothed_variance")

    time: str
    """Time, as written."""
    filtered: float | None
    """The level given the rows so far; absent before the first outcome."""
    filtered_variance: float | None
    """Its variance."""
    smoothed: float
    """The level given all rows."""
    smoothed_variance: float
    """Its variance."""


class LocalLevelReport(Record):
    """A local level with regression, fitted by maximum likelihood."""

    __slots__ = (
        "noise_variance",
        "level_variance",
        "coefficients",
        "log_likelihood",
        "rows",
        "levels",
        "forecast",
        "cumulative_effect",
        "evidence",
    )

    noise_variance: float
    """Variance of the noise."""
    level_variance: float
    """Variance of the steps of the level."""
    coefficients: tuple[LocalLevelCoefficient, ...]
    """Coefficients, in the order of the options."""
    log_likelihood: float
    """Logarithm of the likelihood; the first observation, which sets the level, is not counted."""
    rows: int
    """Rows learned from."""
    levels: tuple[LocalLevelPoint, ...]
    """Each row learned from."""
    forecast: tuple[LocalLevelForecast, ...]
    """Each later row."""
    cumulative_effect: float | None
    """Sum of actual − forecast over the later rows with an outcome."""
    evidence: Evidence
    """How much this proves."""


class StoredTask(Record):
    """What Microsoft Project stored about a task: dates as it computed them."""

    __slots__ = (
        "task",
        "start",
        "finish",
        "early_start",
        "early_finish",
        "late_start",
        "late_finish",
        "total_float",
        "free_float",
        "critical",
    )

    task: TaskId
    """The task."""
    start: Stamp | None
    """Scheduled start."""
    finish: Stamp | None
    """Scheduled finish."""
    early_start: Stamp | None
    """Earliest start."""
    early_finish: Stamp | None
    """Earliest finish."""
    late_start: Stamp | None
    """Latest start."""
    late_finish: Stamp | None
    """Latest finish."""
    total_float: Work | None
    """Total slack in seconds of working time."""
    free_float: Work | None
    """Free slack in seconds of working time."""
    critical: bool | None
    """Whether it was critical."""


class MspdiFile(Record):
    """A file of Microsoft Project, read."""

    __slots__ = ("plan", "stored", "issues")

    plan: PlanDocument
    """The plan: everything that was entered."""
    stored: tuple[StoredTask, ...]
    """The dates that the file stores for each task of the plan, in the order of the file."""
    issues: tuple[Issue, ...]
    """What the plan does not hold, or holds otherwise than the file, sorted."""


class MspdiText(Record):
    """A plan as a file of Microsoft Project."""

    __slots__ = ("text", "issues")

    text: str
    """The file: XML in UTF-8."""
    issues: tuple[Issue, ...]
    """What the file does not say, or says otherwise than the plan, sorted."""


class ObjectiveScore(Record):
    """Score of an objective."""

    __slots__ = (
        "id",
        "name",
        "weight",
        "normalized_weight",
        "score",
        "coverage",
        "rag",
        "met",
        "contribution",
        "kpis",
    )

    id: ObjectiveId
    """The objective."""
    name: str | None
    """Its name."""
    weight: float
    """Its weight as written."""
    normalized_weight: float
    """Its weight ÷ the sum of the objectives' weights."""
    score: float | None
    """Weighted mean of its KPIs' scores; absent without data."""
    coverage: float
    """Share of its weight that has data, 0 to 1."""
    rag: Rag | None
    """Rating of the score."""
    met: bool | None
    """Whether the score reaches what its commitment asks; absent without commitment or score."""
    contribution: float | None
    """Part of the program score that comes from it; absent if either has no score."""
    kpis: tuple[KpiScore, ...]
    """Its KPIs, by id."""


class P6Project(Record):
    """A project of a file."""

    __slots__ = ("id", "plan", "stored")

    id: str
    """Its short name, which P6 calls the project's id."""
    plan: PlanDocument
    """The plan: everything that was entered."""
    stored: tuple[StoredTask, ...]
    """The dates that the file stores for each activity, in the order of the file."""


class P6File(Record):
    """A file of Primavera P6, read."""

    __slots__ = ("projects", "issues")

    projects: tuple[P6Project, ...]
    """Its projects, in the order of the file."""
    issues: tuple[Issue, ...]
    """What the plans do not hold, or hold otherwise than the file, sorted."""


class PaceRequest(TypedDict):
    """What `pace` asks."""

    target: float
    """Total to reach at the end of the period."""
    actual: float
    """Total so far."""
    elapsed: float
    """Part of the period that has passed, in the unit of `period`."""
    period: float
    """Length of the period: days, weeks, months."""
    seasonality: NotRequired[list[float]]
    """Expected shares, one for each equal part of the period, on any scale. Empty: evenly."""


class PageOptions(TypedDict):
    """Options of `page`: the self-contained HTML page."""

    level: NotRequired[LevelOptions]
    """How the plan is leveled, if no leveled plan is given."""
    score: NotRequired[ScoreOptions]
    """How its objectives are scored."""
    title: NotRequired[str | None]
    """Title of the page; the program's name if absent."""
    footer: NotRequired[str | None]
    """A line at the foot: who made it, from which file, when."""


class PlanChange(Record):
    """One thing that changed between two plans."""

    __slots__ = ("at", "kind", "before", "after", "message")

    at: str
    """The place, as issues name it: `tasks/copy/duration`, `dependencies/brief->copy`,
    `program/start`.
    """
    kind: ChangeKind
    """What happened."""
    before: str | None
    """What it was: a text as it is, anything else as JSON; absent if it was not there."""
    after: str | None
    """What it is now, likewise."""
    message: str
    """The same as a sentence for a person."""


class PooledRatio(Record):
    """A sum of ratios: Σ numerators ÷ Σ denominators, with the mean of the ratios for contrast.

    The mean of ratios gives a post seen by ten people the weight of one seen by a million; it is
    reported only so that its difference can be shown.
    """

    __slots__ = ("numerator", "denominator", "ratio", "mean_of_ratios", "rows", "incomplete")

    numerator: float
    """Sum of the numerators of complete rows."""
    denominator: float
    """Sum of the denominators of complete rows."""
    ratio: float | None
    """`numerator ÷ denominator`; absent when the denominator is 0."""
    mean_of_ratios: float | None
    """Mean of the ratios of the rows whose denominator is not 0: not the ratio, shown for
    contrast.
    """
    rows: int
    """Rows with both parts."""
    incomplete: int
    """Rows with a part missing: left out of both sums."""


class ProgramScore(Record):
    """Score of a program."""

    __slots__ = ("score", "coverage", "rag")

    score: float | None
    """Weighted mean of the objectives' scores; absent without data."""
    coverage: float
    """Share of the weight that has data, 0 to 1."""
    rag: Rag | None
    """Rating of the score."""


class Progress(Record):
    """How far a long operation has come."""

    __slots__ = ("steps", "budget", "objective", "bound")

    steps: int
    """Steps done (one step is the work of one schedule generated)."""
    budget: int
    """Steps allowed."""
    objective: tuple[float, ...]
    """Objective of the best plan so far, most important part first."""
    bound: tuple[float, ...]
    """Lower bound of each part of the objective."""


class RcpspMode(TypedDict):
    """Another way to carry out an activity."""

    duration: int
    """Units of time from start to finish in this mode."""
    demands: NotRequired[list[int]]
    """Units of each resource in use while it runs, one number for each resource; none if
    it uses none.
    """
    consumption: NotRequired[list[int]]
    """Units of each nonrenewable resource that it takes, one number for each; none if it
    takes none.
    """


class RcpspActivity(TypedDict):
    """An activity of fixed duration that cannot be interrupted."""

    name: NotRequired[str | None]
    """What it is called."""
    duration: int
    """Units of time from its start to its finish; 0 for a milestone."""
    demands: NotRequired[list[int]]
    """Units of each resource in use while it runs, one number for each resource; none if
    it uses none.
    """
    consumption: NotRequired[list[int]]
    """Units of each nonrenewable resource that it takes, one number for each; none if it
    takes none.
    """
    modes: NotRequired[list[RcpspMode]]
    """Other ways to carry it out: mode 0 is the activity as it stands, mode 1 the first
    of these.
    """


class RcpspLiteral(Record):
    """A statement about the start of an activity: at least, at most, or between two times."""

    __slots__ = ("activity", "at_least", "at_most")

    activity: int
    """The activity."""
    at_least: int | None
    """It starts at this time or later."""
    at_most: int | None
    """It starts at this time or earlier."""


class RcpspCertificatePath(Record):
    """Each activity waits for the one before: the bound is the sum of the lags from start to start
    and the last
    duration.
    """

    __slots__ = ("kind", "activities")

    kind: Literal["path"]
    activities: tuple[int, ...]
    """Activities along links."""


class RcpspCertificateEnergy(Record):
    """The activities need more of a resource than there is between their heads and tails: the bound
    is the least
    head, the work divided by the capacity and rounded up, and the least tail.
    """

    __slots__ = ("kind", "resource", "activities")

    kind: Literal["energy"]
    resource: int
    """The resource."""
    activities: tuple[int, ...]
    """Activities that use it."""


class RcpspCertificateClique(Record):
    """No two of the activities can overlap, because of a path between them or because together they
    ask a resource
    for more than its capacity: the bound is the least head, the sum of the durations and the least
    tail.
    """

    __slots__ = ("kind", "activities")

    kind: Literal["clique"]
    activities: tuple[int, ...]
    """Activities that go one after the other."""


class RcpspCertificateRefutation(Record):
    """There is no schedule of `makespan` or less, so the bound is one more.

    Each nogood is a set of literals that cannot all hold in such a schedule, by propagation:
    suppose they all
    hold; propagating the links, the resources and the nogoods before it ends in a contradiction.
    After the last
    nogood, propagation ends in a contradiction without supposing anything.
    """

    __slots__ = ("kind", "makespan", "nogoods")

    kind: Literal["refutation"]
    makespan: int
    """The makespan that is refuted."""
    nogoods: tuple[tuple[RcpspLiteral, ...], ...]
    """The log of the proof; empty if it was not kept."""


RcpspCertificate: TypeAlias = (
    RcpspCertificatePath
    | RcpspCertificateEnergy
    | RcpspCertificateClique
    | RcpspCertificateRefutation
)
"""Why no schedule is shorter than a bound. The head of an activity is the longest path of links to
its start, its
tail the longest behind its finish.
"""


class RcpspCheck(Record):
    """What the judge found."""

    __slots__ = ("feasible", "makespan", "proven_bound", "findings")

    feasible: bool
    """Whether the starts keep every link and every capacity."""
    makespan: int
    """Latest finish by the starts; 0 if they cannot be read."""
    proven_bound: int
    """The bound that the certificate proves; 0 if it proves none."""
    findings: tuple[Issue, ...]
    """Everything that is wrong, and as warnings what could not be judged."""


class RcpspCheckOptions(TypedDict):
    """Options of the judge."""

    work: NotRequired[int | None]
    """Work that judging the certificate may take, in looks at activities and literals; if absent,
    some seconds.
    """


class RcpspImprovement(Record):
    """A step of the search at which makespan or bound became better."""

    __slots__ = ("steps", "makespan", "bound", "found_by")

    steps: int
    """Steps done."""
    makespan: int
    """Best makespan from here on."""
    bound: int
    """Bound from here on."""
    found_by: str
    """The method that found it."""


_RcpspLinkKeywords = TypedDict("_RcpspLinkKeywords", {"from": int})


class RcpspLink(_RcpspLinkKeywords):
    """An activity that waits for another: `start(to) >= finish(from) + lag`.

    `from`: Number of the activity that goes first.
    """

    to: int
    """Number of the activity that waits."""
    lag: NotRequired[int]
    """Least time from the finish of `from` to the start of `to`; if negative they may overlap, but
    `to` never
    starts before `from` does.
    """


_RcpspMaxLagKeywords = TypedDict("_RcpspMaxLagKeywords", {"from": int})


class RcpspMaxLag(_RcpspMaxLagKeywords):
    """An activity that must follow another in time: `start(to) <= start(from) + lag` (a maximum
    lag, which the
    literature also writes as a link back with a negative lag).

    `from`: Number of the activity whose start counts.
    """

    to: int
    """Number of the activity that must have started by then."""
    lag: int
    """Most time from start to start; 0 or more."""


class RcpspOptions(TypedDict):
    """Options of the search."""

    steps: NotRequired[int | None]
    """Schedules that may be generated; if absent, enough for some seconds at most."""
    seed: NotRequired[int]
    """Seed of the search."""
    gap: NotRequired[int]
    """Ends the search when the makespan is at most this much above the bound."""
    threads: NotRequired[int]
    """Threads to search with. Builds without the feature `parallel` (browsers among them) search
    with one and say
    so in the warnings of the solution.
    """
    proof: NotRequired[bool]
    """Whether the log of a proof by refutation is kept, so that the certificate can be checked."""
    warm_start: NotRequired[list[int] | None]
    """Starts of a schedule to begin with, one for each activity. One that breaks a link or a
    capacity is not used,
    which the warnings of the solution say.
    """


class RcpspResource(TypedDict):
    """A resource with a constant capacity."""

    name: NotRequired[str | None]
    """What it is called."""
    capacity: int
    """Units of it that can be in use at once."""


class RcpspProject(TypedDict):
    """One of several projects that share resources: a run of activities."""

    name: NotRequired[str | None]
    """What it is called."""
    first: int
    """Number of its first activity."""
    count: int
    """How many activities it has."""
    release: NotRequired[int]
    """None of its activities starts before this. The search keeps it by a link; the judge
    looks here.
    """
    due: NotRequired[int | None]
    """When it is due; nothing holds it to that."""


class RcpspProblem(TypedDict):
    """A project scheduling problem: activities that share resources and wait for each other.

    Activities and resources are known by their place in the list, counted from 0.
    """

    format: NotRequired[str]
    """Format of the document: `paceline-rcpsp/1`."""
    name: NotRequired[str | None]
    """What it is called."""
    resources: NotRequired[list[RcpspResource]]
    """Renewable resources: what an activity uses is there again when it ends."""
    activities: list[RcpspActivity]
    """Activities."""
    links: NotRequired[list[RcpspLink]]
    """Which activities wait for which."""
    nonrenewable: NotRequired[list[RcpspResource]]
    """Nonrenewable resources: what an activity takes is gone for all that follow."""
    max_lags: NotRequired[list[RcpspMaxLag]]
    """Which activities must follow others in time."""
    projects: NotRequired[list[RcpspProject]]
    """The projects that its activities belong to, if there are several."""


class RcpspSolution(Record):
    """A schedule of a problem, with a lower bound on the makespan and why it holds."""

    __slots__ = (
        "format",
        "status",
        "makespan",
        "bound",
        "gap",
        "starts",
        "modes",
        "certificate",
        "steps",
        "trace",
        "warnings",
    )

    format: str
    """Format of the document: `paceline-rcpsp-solution/1`."""
    status: Status
    """What is known about the schedule."""
    makespan: int
    """Latest finish of an activity."""
    bound: int
    """No schedule has a smaller makespan than this."""
    gap: int
    """Makespan less bound: 0 if the schedule is optimal."""
    starts: tuple[int, ...]
    """Start of each activity, in their order."""
    modes: tuple[int, ...]
    """Mode of each activity, in their order; none if all are carried out as they stand."""
    certificate: RcpspCertificate
    """Why no schedule is shorter than the bound."""
    steps: int
    """Steps used: schedules generated."""
    trace: tuple[RcpspImprovement, ...]
    """How makespan and bound became better, in the order of the steps."""
    warnings: tuple[Issue, ...]
    """What was asked for and could not be done."""


class ReportOptions(TypedDict):
    """Options of `report`: the terminal report."""

    level: NotRequired[LevelOptions]
    """How the plan is leveled, if no leveled plan is given."""
    score: NotRequired[ScoreOptions]
    """How its objectives are scored."""
    color: NotRequired[bool]
    """Whether headings and findings are colored with terminal codes."""
    width: NotRequired[int | None]
    """Columns of the terminal, 60 to 400; 100 if absent."""


class Scorecard(Record):
    """Scores of a program, its objectives and their KPIs."""

    __slots__ = ("as_of", "program", "objectives", "sensitivity", "cautions")

    as_of: datetime.date | datetime.datetime | None
    """The date of the review, as asked."""
    program: ProgramScore
    """The program."""
    objectives: tuple[ObjectiveScore, ...]
    """The objectives, by id."""
    sensitivity: tuple[Lift, ...]
    """What each KPI would do for the program at its target, largest lift first."""
    cautions: tuple[Issue, ...]
    """What a reader of the scores of the program and its objectives should know; those of a KPI are
    beside it.
    """


class TaskValue(Record):
    """What a task is worth and why."""

    __slots__ = ("task", "value", "parts")

    task: TaskId
    """The task."""
    value: float
    """Share of all that the program wants to move: the sum of the parts."""
    parts: tuple[ValuePart, ...]
    """By KPI, in the order of their ids."""


class TaskVariance(Record):
    """How far a task is from its baseline."""

    __slots__ = ("task", "variance")

    task: TaskId
    """The task."""
    variance: Variance
    """How far."""


class TraceChartOptions(TypedDict):
    """Options of `trace_svg`: how the search went, as a picture."""

    level: NotRequired[LevelOptions]
    """How the plan is leveled, if no leveled plan is given."""


class VarianceOptions(TypedDict):
    """Which baseline `variance` holds a schedule against."""

    baseline: NotRequired[BaselineId | None]
    """Id of the baseline; `baseline-0` if absent."""


class VarianceReport(Record):
    """How far a schedule is from a baseline."""

    __slots__ = ("baseline", "at", "program", "campaigns", "tasks", "added")

    baseline: BaselineId
    """The baseline."""
    at: datetime.date | datetime.datetime
    """When it was taken."""
    program: Variance | None
    """The program: all its tasks that the baseline has."""
    campaigns: tuple[CampaignVariance, ...]
    """Campaigns with tasks that the baseline has, in the order of their ids."""
    tasks: tuple[TaskVariance, ...]
    """Tasks that the baseline has, in the order of their ids."""
    added: tuple[TaskId, ...]
    """Tasks that the baseline does not have, by id."""


class XerText(Record):
    """A plan as a file of Primavera P6."""

    __slots__ = ("text", "issues")

    text: str
    """The file. P6 reads it in the code page of its computer, mostly Windows-1252."""
    issues: tuple[Issue, ...]
    """What the file does not say, or says otherwise than the plan, sorted."""


class PlanChanges(TypedDict, total=False):
    """Changes of a plan, as a JSON Merge Patch.

    What is given replaces what is there, None takes it out. A list of records may be given as a
    dictionary by their places, as issues name them: `{"tasks": {"brief": {"duration": "3d"}, "old":
    None}}`, `{"dependencies": {"brief->copy": None}}`, `{"assignments": {"copy/ana": {"units":
    0.5}}}`.
    """

    format: str
    """Version of the format, `paceline/1`."""
    program: Program | Mapping[str, object]
    """The program itself."""
    calendars: list[Calendar] | Mapping[str, Mapping[str, object] | None] | None
    """Working time of people, markets and the program."""
    campaigns: list[Campaign] | Mapping[str, Mapping[str, object] | None] | None
    """Campaigns of the program."""
    resources: list[Resource] | Mapping[str, Mapping[str, object] | None] | None
    """People, departments, vendors, material and cost."""
    tasks: list[Task] | Mapping[str, Mapping[str, object] | None] | None
    """Tasks, milestones and summaries; the work breakdown tree is made by their `parent`."""
    dependencies: list[Dependency] | Mapping[str, Mapping[str, object] | None] | None
    """Links between tasks."""
    assignments: list[Assignment] | Mapping[str, Mapping[str, object] | None] | None
    """Who works on what."""
    objectives: list[Objective] | Mapping[str, Mapping[str, object] | None] | None
    """Business objectives with their KPIs and measurements."""
    baselines: list[Baseline] | Mapping[str, Mapping[str, object] | None] | None
    """Agreed dates and cost to compare with."""


_BOUND = one_of(
    "kind",
    {
        "trivial": BoundTrivial,
        "precedence": BoundPrecedence,
        "energy": BoundEnergy,
        "pool": BoundPool,
        "exhausted": BoundExhausted,
        "cheapest": BoundCheapest,
        "moved": BoundMoved,
        "spread": BoundSpread,
        "sum": BoundSum,
    },
)
_CAUSE = one_of(
    "kind",
    {
        "resource": CauseResource,
        "link": CauseLink,
        "max_lag": CauseMaxLag,
        "choice": CauseChoice,
    },
)
_RCPSPCERTIFICATE = one_of(
    "kind",
    {
        "path": RcpspCertificatePath,
        "energy": RcpspCertificateEnergy,
        "clique": RcpspCertificateClique,
        "refutation": RcpspCertificateRefutation,
    },
)
_SHIFTCAUSE = one_of(
    "kind",
    {
        "driven": ShiftCauseDriven,
        "released": ShiftCauseReleased,
        "child": ShiftCauseChild,
        "duration": ShiftCauseDuration,
        "own": ShiftCauseOwn,
    },
)
shape(Assumption, ("code", PLAIN), ("message", PLAIN))
shape(
    AtRisk,
    ("task", PLAIN),
    ("days", PLAIN),
    ("value", NUMBER),
    ("parts", many(record(ValuePart))),
)
shape(
    AttributionReport,
    ("journeys", NUMBER),
    ("conversions", NUMBER),
    ("value", NUMBER, None),
    ("nulls", NUMBER),
    ("paths", PLAIN),
    ("touches_per_journey", NUMBER),
    ("channels", many(record(ChannelPresence))),
    ("models", many(record(ModelCredit))),
    ("agreement", many(record(ChannelAgreement))),
    ("transitions", many(record(Transition)), ()),
    ("evidence", record(Evidence)),
)
shape(BoundTrivial, ("kind", PLAIN))
shape(BoundPrecedence, ("kind", PLAIN), ("tasks", many(PLAIN)))
shape(BoundEnergy, ("kind", PLAIN), ("resource", PLAIN), ("tasks", many(PLAIN)))
shape(BoundPool, ("kind", PLAIN), ("resources", many(PLAIN)), ("tasks", many(PLAIN)))
shape(BoundExhausted, ("kind", PLAIN), ("nodes", PLAIN))
shape(BoundCheapest, ("kind", PLAIN))
shape(BoundMoved, ("kind", PLAIN), ("tasks", many(PLAIN)))
shape(BoundSpread, ("kind", PLAIN))
shape(BoundSum, ("kind", PLAIN), ("goals", many(record(GoalBound))))
shape(BudgetStatus, ("budget", NUMBER), ("variance", NUMBER), ("overspent", PLAIN))
shape(
    CampaignCost,
    ("campaign", PLAIN),
    ("cost", record(Cost)),
    ("budget", record(BudgetStatus), None),
)
shape(CampaignVariance, ("campaign", PLAIN), ("variance", record(Variance)))
shape(
    CausalImpactReport,
    ("average", record(ImpactEffect)),
    ("cumulative", record(ImpactEffect)),
    ("relative", record(IntervalEstimate), None),
    ("direction", PLAIN),
    ("tail_probability", NUMBER),
    ("finding", PLAIN),
    ("model", record(ImpactModel)),
    ("coefficients", many(record(ImpactCoefficient)), ()),
    ("series", many(record(ImpactPoint))),
    ("placebos_in_time", many(record(ImpactPlacebo)), ()),
    ("placebos_in_space", many(record(ImpactPlacebo)), ()),
    ("placebo_probability", NUMBER, None),
    ("evidence", record(Evidence)),
)
shape(
    CauseResource,
    ("kind", PLAIN),
    ("resource", PLAIN),
    ("until", STAMP),
    ("held_by", many(PLAIN)),
)
shape(CauseLink, ("kind", PLAIN), ("from", PLAIN))
shape(CauseMaxLag, ("kind", PLAIN), ("to", PLAIN))
shape(CauseChoice, ("kind", PLAIN))
shape(
    ChainSummary,
    ("order", PLAIN),
    ("states", PLAIN),
    ("conversion_probability", NUMBER),
    ("expected_value", NUMBER, None),
)
shape(
    ChannelAgreement,
    ("channel", PLAIN),
    ("low", NUMBER),
    ("low_model", PLAIN),
    ("high", NUMBER),
    ("high_model", PLAIN),
    ("best_rank", PLAIN),
    ("worst_rank", PLAIN),
)
shape(
    ChannelCredit,
    ("channel", PLAIN),
    ("conversions", record(IntervalEstimate)),
    ("share", record(IntervalEstimate)),
    ("value", record(IntervalEstimate), None),
    ("removal_effect", NUMBER, None),
    ("removal_effect_value", NUMBER, None),
    ("by_place", many(NUMBER), ()),
    ("cost_per_conversion", NUMBER, None),
    ("return_on_spend", NUMBER, None),
)
shape(
    ChannelPresence,
    ("channel", PLAIN),
    ("touches", NUMBER),
    ("journeys", NUMBER),
    ("conversions", NUMBER),
    ("alone", NUMBER),
    ("cost", NUMBER, None),
)
shape(
    CheckReport,
    ("violations", many(record(Issue)), ()),
    ("overloads", many(record(Overload)), ()),
)
shape(
    Comparison,
    ("finish_before", STAMP),
    ("finish_after", STAMP),
    ("finish_delay", PLAIN),
    ("late_before", PLAIN),
    ("late_after", PLAIN),
    ("shifts", many(record(TaskShift))),
    ("reassigned", many(record(Reassigned)), ()),
    ("added", many(PLAIN)),
    ("removed", many(PLAIN)),
    ("now_critical", many(PLAIN)),
    ("no_longer_critical", many(PLAIN)),
)
shape(
    CompositeFactor,
    ("factor", PLAIN),
    ("first_order", record(IntervalEstimate), None),
    ("total", record(IntervalEstimate), None),
)
shape(
    CompositeIndicatorSummary,
    ("column", PLAIN),
    ("weight", NUMBER),
    ("coverage", NUMBER),
    ("imputed", PLAIN),
    ("treated", PLAIN),
    ("winsorized", PLAIN),
    ("skewness", NUMBER, None),
    ("kurtosis", NUMBER, None),
    ("skewness_after", NUMBER, None),
    ("kurtosis_after", NUMBER, None),
    ("correlation_with_index", NUMBER, None),
)
shape(
    CompositePart,
    ("id", PLAIN),
    ("score", NUMBER, None),
    ("contribution", NUMBER, None),
    ("coverage", NUMBER),
)
shape(
    CompositeRankRange,
    ("unit", PLAIN),
    ("rank", PLAIN),
    ("mean", NUMBER),
    ("median", NUMBER),
    ("low", NUMBER),
    ("high", NUMBER),
    ("first", NUMBER),
)
shape(
    CompositeRemoval,
    ("id", PLAIN),
    ("mean_shift", NUMBER),
    ("largest_shift", PLAIN),
    ("unit", PLAIN),
)
shape(
    CompositeReport,
    ("evidence", record(Evidence)),
    ("units", many(record(CompositeUnit))),
    ("screened_out", many(record(CompositeScreened)), ()),
    ("indicators", many(record(CompositeIndicatorSummary))),
    ("cronbach_alpha", NUMBER, None),
    ("stages", many(record(CompositeStage)), ()),
)
shape(CompositeScreened, ("unit", PLAIN), ("coverage", NUMBER), ("zeros", NUMBER))
shape(
    CompositeSensitivity,
    ("evidence", record(Evidence)),
    ("units", many(record(CompositeRankRange))),
    ("mean_shift", NUMBER),
    ("variance", NUMBER),
    ("factors", many(record(CompositeFactor))),
    ("removals", many(record(CompositeRemoval))),
    ("evaluations", PLAIN),
)
shape(CompositeStage, ("step", PLAIN), ("data", mapping(many(PLAIN))))
shape(
    CompositeUnit,
    ("unit", PLAIN),
    ("score", NUMBER, None),
    ("rank", PLAIN, None),
    ("coverage", NUMBER),
    ("parts", many(record(CompositePart))),
)
shape(
    Cost,
    ("labor", NUMBER, 0.0),
    ("fixed", NUMBER, 0.0),
    ("material", NUMBER, 0.0),
    ("expense", NUMBER, 0.0),
    ("total", NUMBER),
)
shape(
    CostReport,
    ("currency", PLAIN, None),
    ("cost", record(Cost)),
    ("budget", record(BudgetStatus), None),
    ("campaigns", many(record(CampaignCost))),
    ("no_campaign", record(Cost)),
    ("tasks", many(record(TaskCost))),
    ("resources", many(record(ResourceCost))),
    ("issues", many(record(Issue)), ()),
)
shape(CsvFile, ("plan", PLAIN), ("issues", many(record(Issue)), ()))
shape(CsvText, ("text", PLAIN), ("rows", PLAIN), ("issues", many(record(Issue)), ()))
shape(DayLoad, ("date", DATE), ("demand", PLAIN), ("capacity", PLAIN), ("excess", PLAIN))
shape(
    EarnedSchedule,
    ("actual_time", NUMBER),
    ("planned_duration", NUMBER),
    ("earned_schedule", NUMBER),
    ("sv_t", NUMBER),
    ("spi_t", NUMBER, None),
    ("ieac_t", NUMBER, None),
    ("ieac_t_at_plan", NUMBER),
    ("tspi", NUMBER, None),
)
shape(
    EarnedValue,
    ("bac", NUMBER),
    ("pv", NUMBER),
    ("ev", NUMBER),
    ("ac", NUMBER),
    ("sv", NUMBER),
    ("cv", NUMBER),
    ("spi", NUMBER, None),
    ("cpi", NUMBER, None),
    ("critical_ratio", NUMBER, None),
    ("sv_share", NUMBER, None),
    ("cv_share", NUMBER, None),
    ("complete_share", NUMBER, None),
    ("spent_share", NUMBER, None),
    ("eac", NUMBER, None),
    ("etc", NUMBER, None),
    ("vac", NUMBER, None),
    ("tcpi_bac", NUMBER, None),
    ("tcpi_eac", NUMBER, None),
    ("forecasts", record(Forecasts)),
)
shape(EarnedValueLine, ("item", PLAIN), ("value", record(EarnedValue)), ("forecast", NUMBER, None))
shape(
    EarnedValueReport,
    ("method", PLAIN),
    ("total", record(EarnedValue)),
    ("items", many(record(EarnedValueLine))),
    ("cautions", many(record(Issue)), ()),
)
shape(
    Evidence,
    ("grade", PLAIN),
    ("assumptions", many(record(Assumption)), ()),
    ("checks", many(record(EvidenceCheck)), ()),
    ("cautions", many(record(Issue)), ()),
)
shape(
    EvidenceCheck,
    ("code", PLAIN),
    ("passed", PLAIN),
    ("value", NUMBER, None),
    ("message", PLAIN),
)
shape(
    Forecasts,
    ("cpi", NUMBER, None),
    ("budget", NUMBER),
    ("cpi_spi", NUMBER, None),
    ("bottom_up", NUMBER, None),
)
shape(GoalBound, ("goal", PLAIN), ("bound", NUMBER))
shape(
    IcalBusy,
    ("name", PLAIN, None),
    ("exceptions", many(PLAIN), ()),
    ("absences", many(PLAIN), ()),
    ("issues", many(record(Issue)), ()),
)
shape(
    IcalFeed,
    ("feed", PLAIN),
    ("name", PLAIN),
    ("text", PLAIN),
    ("events", PLAIN),
    ("changed", PLAIN),
    ("cancelled", PLAIN),
)
shape(IcalFeeds, ("feeds", many(record(IcalFeed))), ("issues", many(record(Issue)), ()))
shape(
    ImpactCoefficient,
    ("control", PLAIN),
    ("inclusion_probability", NUMBER),
    ("coefficient", record(IntervalEstimate)),
    ("positive_probability", NUMBER, None),
)
shape(
    ImpactEffect,
    ("actual", NUMBER),
    ("predicted", record(IntervalEstimate)),
    ("effect", record(IntervalEstimate)),
)
shape(
    ImpactModel,
    ("pre_rows", PLAIN),
    ("post_rows", PLAIN),
    ("draws", PLAIN),
    ("burn_in", PLAIN),
    ("noise_sd", record(IntervalEstimate)),
    ("level_sd", record(IntervalEstimate)),
    ("slope_sd", record(IntervalEstimate), None),
    ("season_sd", record(IntervalEstimate), None),
    ("model_size", NUMBER, None),
    ("monte_carlo_error", NUMBER),
    ("r_squared", NUMBER),
    ("mape", NUMBER, None),
)
shape(
    ImpactPlacebo,
    ("name", PLAIN),
    ("average_effect", record(IntervalEstimate)),
    ("tail_probability", NUMBER),
    ("quiet", PLAIN),
)
shape(
    ImpactPoint,
    ("time", PLAIN),
    ("period", PLAIN),
    ("actual", NUMBER, None),
    ("predicted", record(IntervalEstimate)),
    ("effect", record(IntervalEstimate), None),
    ("cumulative_effect", record(IntervalEstimate), None),
)
shape(
    IntervalEstimate,
    ("value", NUMBER),
    ("high", NUMBER, None),
    ("low", NUMBER, None),
    ("standard_error", NUMBER, None),
)
shape(
    Issue,
    ("severity", PLAIN),
    ("code", PLAIN),
    ("at", PLAIN),
    ("message", PLAIN),
    ("help", PLAIN, None),
)
shape(
    KpiGap,
    ("kpi", PLAIN),
    ("objective", PLAIN),
    ("objective_weight", NUMBER),
    ("kpi_weight", NUMBER),
    ("open_share", NUMBER),
)
shape(
    KpiScore,
    ("id", PLAIN),
    ("name", PLAIN, None),
    ("unit", PLAIN, None),
    ("baseline", NUMBER),
    ("target", NUMBER),
    ("actual", NUMBER, None),
    ("attainment", NUMBER, None),
    ("score", NUMBER, None),
    ("weight", NUMBER),
    ("normalized_weight", NUMBER),
    ("program_share", NUMBER, None),
    ("contribution", NUMBER, None),
    ("coverage", NUMBER),
    ("rag", PLAIN, None),
    ("measured_at", WHEN, None),
    ("age_days", PLAIN, None),
    ("stale", PLAIN, None),
    ("pacing", record(Pacing), None),
    ("cautions", many(record(Issue)), ()),
)
shape(
    LateTask,
    ("task", PLAIN),
    ("deadline", STAMP),
    ("finish", STAMP),
    ("days", PLAIN),
    ("weight", NUMBER),
    ("weighted", NUMBER),
    ("unavoidable_days", PLAIN),
    ("unavoidable_chain", many(PLAIN), ()),
    ("reason", PLAIN),
    ("chain", many(PLAIN)),
)
shape(
    LevelReport,
    ("status", PLAIN),
    ("schedule", record(Schedule)),
    ("before", record(Schedule)),
    ("objective", many(record(ObjectivePart))),
    ("moves", many(record(Move))),
    ("reassignments", many(record(Reassignment)), ()),
    ("late", many(record(LateTask))),
    ("remaining", many(record(RemainingOverload))),
    ("steps", PLAIN),
    ("found_by", PLAIN),
    ("trace", many(record(TracePoint)), ()),
)
shape(
    Lift,
    ("kpi", PLAIN),
    ("objective", PLAIN),
    ("program_score", NUMBER, None),
    ("lift", NUMBER, None),
)
shape(
    LoadReport,
    ("resources", many(record(ResourceLoad))),
    ("overloaded", PLAIN),
    ("excess", PLAIN),
)
shape(LocalLevelCoefficient, ("control", PLAIN), ("coefficient", NUMBER))
shape(
    LocalLevelForecast,
    ("time", PLAIN),
    ("predicted", record(IntervalEstimate)),
    ("actual", NUMBER, None),
)
shape(
    LocalLevelPoint,
    ("time", PLAIN),
    ("filtered", NUMBER, None),
    ("filtered_variance", NUMBER, None),
    ("smoothed", NUMBER),
    ("smoothed_variance", NUMBER),
)
shape(
    LocalLevelReport,
    ("noise_variance", NUMBER),
    ("level_variance", NUMBER),
    ("coefficients", many(record(LocalLevelCoefficient)), ()),
    ("log_likelihood", NUMBER),
    ("rows", PLAIN),
    ("levels", many(record(LocalLevelPoint))),
    ("forecast", many(record(LocalLevelForecast)), ()),
    ("cumulative_effect", NUMBER, None),
    ("evidence", record(Evidence)),
)
shape(
    ModelCredit,
    ("name", PLAIN),
    ("model", _ATTRIBUTIONMODEL),
    ("channels", many(record(ChannelCredit))),
    ("chain", record(ChainSummary), None),
)
shape(
    Move,
    ("task", PLAIN),
    ("kind", PLAIN, "whole"),
    ("from", STAMP),
    ("to", STAMP),
    ("delay", PLAIN),
    ("chain", many(PLAIN)),
    ("cause", _CAUSE),
)
shape(
    MspdiFile,
    ("plan", PLAIN),
    ("stored", many(record(StoredTask))),
    ("issues", many(record(Issue)), ()),
)
shape(MspdiText, ("text", PLAIN), ("issues", many(record(Issue)), ()))
shape(
    ObjectivePart,
    ("name", PLAIN),
    ("unit", PLAIN),
    ("before", NUMBER),
    ("value", NUMBER),
    ("bound", NUMBER),
    ("gap", NUMBER),
    ("reason", _BOUND),
)
shape(
    ObjectiveScore,
    ("id", PLAIN),
    ("name", PLAIN, None),
    ("weight", NUMBER),
    ("normalized_weight", NUMBER),
    ("score", NUMBER, None),
    ("coverage", NUMBER),
    ("rag", PLAIN, None),
    ("met", PLAIN, None),
    ("contribution", NUMBER, None),
    ("kpis", many(record(KpiScore))),
)
shape(
    Overload,
    ("resource", PLAIN),
    ("from", STAMP),
    ("to", STAMP),
    ("peak", NUMBER),
    ("excess", PLAIN),
    ("tasks", many(PLAIN)),
)
shape(P6File, ("projects", many(record(P6Project))), ("issues", many(record(Issue)), ()))
shape(P6Project, ("id", PLAIN), ("plan", PLAIN), ("stored", many(record(StoredTask))))
shape(
    Pacing,
    ("elapsed_share", NUMBER),
    ("expected_share", NUMBER),
    ("expected_to_date", NUMBER),
    ("gap_to_pace", NUMBER),
    ("pace_ratio", NUMBER, None),
    ("linear_forecast", NUMBER, None),
    ("seasonal_forecast", NUMBER, None),
    ("required_run_rate", NUMBER, None),
    ("required_per_weight", NUMBER, None),
    ("required_uplift", NUMBER, None),
)
shape(
    PlanChange,
    ("at", PLAIN),
    ("kind", PLAIN),
    ("before", PLAIN, None),
    ("after", PLAIN, None),
    ("message", PLAIN),
)
shape(
    PooledRatio,
    ("numerator", NUMBER),
    ("denominator", NUMBER),
    ("ratio", NUMBER, None),
    ("mean_of_ratios", NUMBER, None),
    ("rows", PLAIN),
    ("incomplete", PLAIN),
)
shape(ProgramScore, ("score", NUMBER, None), ("coverage", NUMBER), ("rag", PLAIN, None))
shape(
    Progress,
    ("steps", PLAIN),
    ("budget", PLAIN),
    ("objective", many(NUMBER)),
    ("bound", many(NUMBER)),
)
shape(RcpspCertificatePath, ("kind", PLAIN), ("activities", many(PLAIN)))
shape(RcpspCertificateEnergy, ("kind", PLAIN), ("resource", PLAIN), ("activities", many(PLAIN)))
shape(RcpspCertificateClique, ("kind", PLAIN), ("activities", many(PLAIN)))
shape(
    RcpspCertificateRefutation,
    ("kind", PLAIN),
    ("makespan", PLAIN),
    ("nogoods", many(many(record(RcpspLiteral)))),
)
shape(
    RcpspCheck,
    ("feasible", PLAIN),
    ("makespan", PLAIN),
    ("proven_bound", PLAIN),
    ("findings", many(record(Issue)), ()),
)
shape(
    RcpspImprovement,
    ("steps", PLAIN),
    ("makespan", PLAIN),
    ("bound", PLAIN),
    ("found_by", PLAIN),
)
shape(RcpspLiteral, ("activity", PLAIN), ("at_least", PLAIN, None), ("at_most", PLAIN, None))
shape(
    RcpspSolution,
    ("format", PLAIN),
    ("status", PLAIN),
    ("makespan", PLAIN),
    ("bound", PLAIN),
    ("gap", PLAIN),
    ("starts", many(PLAIN)),
    ("modes", many(PLAIN), ()),
    ("certificate", _RCPSPCERTIFICATE),
    ("steps", PLAIN),
    ("trace", many(record(RcpspImprovement)), ()),
    ("warnings", many(record(Issue)), ()),
)
shape(Reassigned, ("task", PLAIN), ("from", PLAIN), ("to", PLAIN))
shape(
    Reassignment,
    ("task", PLAIN),
    ("from", PLAIN),
    ("to", PLAIN),
    ("market", PLAIN, None),
    ("work", PLAIN),
    ("cost_before", NUMBER),
    ("cost_after", NUMBER),
    ("saving", many(NUMBER)),
    ("cause", _CAUSE),
    ("message", PLAIN),
)
shape(RemainingOverload, ("overload", record(Overload)), ("reason", PLAIN), ("message", PLAIN))
shape(ResourceCost, ("resource", PLAIN), ("work", PLAIN, 0), ("amount", NUMBER))
shape(
    ResourceLoad,
    ("resource", PLAIN),
    ("days", many(record(DayLoad))),
    ("overloads", many(record(Overload))),
    ("demand", PLAIN),
    ("excess", PLAIN),
)
shape(
    Schedule,
    ("format", PLAIN),
    ("start", STAMP),
    ("finish", STAMP),
    ("tasks", many(record(TaskSchedule))),
    ("critical_paths", many(many(PLAIN))),
    ("reassigned", many(record(Reassigned)), ()),
    ("issues", many(record(Issue)), ()),
)
shape(
    Scorecard,
    ("as_of", WHEN, None),
    ("program", record(ProgramScore)),
    ("objectives", many(record(ObjectiveScore))),
    ("sensitivity", many(record(Lift))),
    ("cautions", many(record(Issue)), ()),
)
shape(ShiftCauseDriven, ("kind", PLAIN), ("by", PLAIN))
shape(ShiftCauseReleased, ("kind", PLAIN), ("by", PLAIN))
shape(ShiftCauseChild, ("kind", PLAIN), ("task", PLAIN))
shape(ShiftCauseDuration, ("kind", PLAIN), ("before", PLAIN), ("after", PLAIN))
shape(ShiftCauseOwn, ("kind", PLAIN), ("changed", many(PLAIN), None))
shape(
    StoredTask,
    ("task", PLAIN),
    ("start", STAMP, None),
    ("finish", STAMP, None),
    ("early_start", STAMP, None),
    ("early_finish", STAMP, None),
    ("late_start", STAMP, None),
    ("late_finish", STAMP, None),
    ("total_float", PLAIN, None),
    ("free_float", PLAIN, None),
    ("critical", PLAIN, None),
)
shape(TaskCost, ("task", PLAIN), ("cost", record(Cost)))
shape(
    TaskSchedule,
    ("id", PLAIN),
    ("kind", PLAIN),
    ("start", STAMP),
    ("stop", STAMP, None),
    ("resume", STAMP, None),
    ("finish", STAMP),
    ("early_start", STAMP),
    ("early_finish", STAMP),
    ("late_start", STAMP),
    ("late_finish", STAMP),
    ("duration", PLAIN),
    ("total_float", PLAIN),
    ("free_float", PLAIN),
    ("critical", PLAIN),
    ("drivers", many(PLAIN), ()),
    ("late_days", PLAIN, 0),
)
shape(
    TaskShift,
    ("task", PLAIN),
    ("start_before", STAMP),
    ("start_after", STAMP),
    ("finish_before", STAMP),
    ("finish_after", STAMP),
    ("start_delay", PLAIN),
    ("finish_delay", PLAIN),
    ("late_days_before", PLAIN),
    ("late_days_after", PLAIN),
    ("cause", _SHIFTCAUSE),
    ("origin", PLAIN),
    ("message", PLAIN),
)
shape(TaskValue, ("task", PLAIN), ("value", NUMBER), ("parts", many(record(ValuePart))))
shape(TaskVariance, ("task", PLAIN), ("variance", record(Variance)))
shape(
    TracePoint,
    ("step", PLAIN),
    ("excess", PLAIN, 0),
    ("objective", many(NUMBER)),
    ("bound", many(NUMBER)),
    ("found_by", PLAIN),
)
shape(
    Transition,
    ("from", PLAIN, None),
    ("to", PLAIN, None),
    ("converted", PLAIN, None),
    ("count", NUMBER),
    ("probability", NUMBER),
)
shape(
    ValuePart,
    ("objective", PLAIN),
    ("kpi", PLAIN),
    ("weight", NUMBER),
    ("contribution", NUMBER),
    ("open_share", NUMBER),
    ("value", NUMBER),
)
shape(
    Variance,
    ("baseline_start", STAMP),
    ("start", STAMP),
    ("start_variance", PLAIN),
    ("baseline_finish", STAMP),
    ("finish", STAMP),
    ("finish_variance", PLAIN),
    ("baseline_duration", PLAIN, None),
    ("duration", PLAIN),
    ("duration_variance", PLAIN, None),
    ("baseline_work", PLAIN, None),
    ("work", PLAIN),
    ("work_variance", PLAIN, None),
    ("baseline_cost", NUMBER),
    ("cost", NUMBER),
    ("cost_variance", NUMBER),
)
shape(
    VarianceReport,
    ("baseline", PLAIN),
    ("at", WHEN),
    ("program", record(Variance), None),
    ("campaigns", many(record(CampaignVariance))),
    ("tasks", many(record(TaskVariance))),
    ("added", many(PLAIN)),
)
shape(XerText, ("text", PLAIN), ("issues", many(record(Issue)), ()))

ANSWERS: dict[OperationName, Codec] = {
    "read": PLAIN,
    "from_json": PLAIN,
    "validate": many(record(Issue)),
    "change": PLAIN,
    "diff": many(record(PlanChange)),
    "schedule": record(Schedule),
    "level": record(LevelReport),
    "apply_leveling": PLAIN,
    "check": record(CheckReport),
    "check_leveled": record(CheckReport),
    "compare": record(Comparison),
    "load": record(LoadReport),
    "cost": record(CostReport),
    "set_baseline": PLAIN,
    "variance": record(VarianceReport),
    "earned_value": record(EarnedValueReport),
    "earned_schedule": record(EarnedSchedule),
    "score": record(Scorecard),
    "kpi_gaps": many(record(KpiGap)),
    "pace": record(Pacing),
    "pool": record(PooledRatio),
    "values": many(record(TaskValue)),
    "weights": mapping(NUMBER),
    "at_risk": many(record(AtRisk)),
    "report": PLAIN,
    "page": PLAIN,
    "gantt_svg": PLAIN,
    "load_svg": PLAIN,
    "scorecard_svg": PLAIN,
    "trace_svg": PLAIN,
    "read_mspdi": record(MspdiFile),
    "write_mspdi": record(MspdiText),
    "write_ical": record(IcalFeeds),
    "read_ical": record(IcalBusy),
    "read_csv": record(CsvFile),
    "write_csv": record(CsvText),
    "read_xer": record(P6File),
    "read_pmxml": record(P6File),
    "write_xer": record(XerText),
    "read_rcpsp": PLAIN,
    "solve_rcpsp": record(RcpspSolution),
    "check_rcpsp": record(RcpspCheck),
    "composite": record(CompositeReport),
    "composite_sensitivity": record(CompositeSensitivity),
    "attribute": record(AttributionReport),
    "causal_impact": record(CausalImpactReport),
    "fit_local_level": record(LocalLevelReport),
}
"""What each operation answers; a plan is answered as a `PlanDocument`."""

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
    "AdjustPValuesRequest",
    "AdjustedPValue",
    "AdjustedPValues",
    "Adstock",
    "AdstockDelayed",
    "AdstockGeometric",
    "AdstockNone",
    "AdstockWeibullCdf",
    "AdstockWeibullPdf",
    "AggregateEffect",
    "Aggregation",
    "AlertKind",
    "AlertReport",
    "AlertRequest",
    "AlertSeverity",
    "AllocateBudgetRequest",
    "AlphaSpending",
    "AlphaSpendingClassicObrienFleming",
    "AlphaSpendingClassicPocock",
    "AlphaSpendingHwangShihDecani",
    "AlphaSpendingObrienFleming",
    "AlphaSpendingPocock",
    "AlphaSpendingPower",
    "Alternative",
    "AlwaysValid",
    "AlwaysValidEffect",
    "AmecStage",
    "AnalyzeExperimentOptions",
    "Anomaly",
    "AnomalyDirection",
    "AnomalyEvent",
    "AnomalyMethod",
    "AnomalyOptions",
    "AnomalyReport",
    "AnomalySource",
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
    "BacktestFold",
    "BacktestOptions",
    "BacktestReport",
    "BacktestStep",
    "BaconComparison",
    "BaconDecomposition",
    "Baseline",
    "BaselineId",
    "BaselineOptions",
    "BaselineTask",
    "BeforeAfterOptions",
    "BeforeAfterReport",
    "BetaPrior",
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
    "BudgetAllocation",
    "BudgetChange",
    "BudgetChannel",
    "BudgetReason",
    "BudgetStatus",
    "Calendar",
    "CalendarBucket",
    "CalendarException",
    "CalendarId",
    "CalendarPeriod",
    "CalendarPeriodRequest",
    "CalendarSum",
    "Campaign",
    "CampaignBudget",
    "CampaignBudgetReport",
    "CampaignBudgetRequest",
    "CampaignCost",
    "CampaignId",
    "CampaignVariance",
    "CatalogueKpi",
    "CatalogueRole",
    "CausalImpactOptions",
    "CausalImpactReport",
    "Cause",
    "CauseChoice",
    "CauseLink",
    "CauseMaxLag",
    "CauseResource",
    "ChainSummary",
    "ChangeCost",
    "ChangeKind",
    "ChangeMethod",
    "ChangePoint",
    "ChangePointOptions",
    "ChangePointReport",
    "ChangePointSource",
    "ChangeSegment",
    "ChannelAgreement",
    "ChannelBudget",
    "ChannelCost",
    "ChannelCredit",
    "ChannelPresence",
    "ChartKind",
    "ChartOptions",
    "ChartPoint",
    "CheckReport",
    "CivilDate",
    "Clamp",
    "Clock",
    "Commitment",
    "CompareMeansRequest",
    "CompareProportionsRequest",
    "CompareRatiosRequest",
    "Comparison",
    "ComparisonUnits",
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
    "ControlChartOptions",
    "ControlChartReport",
    "ControlChartSource",
    "CorrelationEstimate",
    "Cost",
    "CostReport",
    "CovariateMoments",
    "CovariateSums",
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
    "CupedEffect",
    "CupedSlope",
    "CurvePoint",
    "CustomerHistories",
    "CustomerHistoriesOptions",
    "CustomerModel",
    "CustomerParameter",
    "CustomerSpend",
    "CustomerValue",
    "CustomerValueOptions",
    "CustomerValueReport",
    "DayLoad",
    "DecomposeOptions",
    "DecomposeReport",
    "Dependency",
    "DependencyKind",
    "DidOptions",
    "DidReport",
    "Duration",
    "DurationSummary",
    "DurationSummaryQuantile",
    "DurationSummaryRestrictedMean",
    "DurationSummaryShareWithin",
    "EarnedSchedule",
    "EarnedScheduleRequest",
    "EarnedValue",
    "EarnedValueItem",
    "EarnedValueLine",
    "EarnedValueReport",
    "EffectInterval",
    "EffectPosterior",
    "EffectPrior",
    "Elapsed",
    "Estimate",
    "EtsBounds",
    "EtsError",
    "EtsParameters",
    "EtsSeason",
    "EtsTrend",
    "EventEffect",
    "EventStudy",
    "Evidence",
    "EvidenceCheck",
    "EvidenceGrade",
    "ExperimentArm",
    "ExperimentComparison",
    "ExperimentMetric",
    "ExperimentMetricKind",
    "ExperimentPlan",
    "ExperimentReport",
    "ExperimentSettings",
    "ExperimentVerdict",
    "FilterValue",
    "FitResponseOptions",
    "FitResponseReport",
    "FloatPath",
    "FloatPathOptions",
    "FloatPathOrder",
    "FloatPaths",
    "FloatRule",
    "ForecastAccuracy",
    "ForecastCandidate",
    "ForecastFit",
    "ForecastMethod",
    "ForecastModel",
    "ForecastOptions",
    "ForecastPast",
    "ForecastPoint",
    "ForecastReport",
    "ForecastTotal",
    "Forecasts",
    "Frequency",
    "Goal",
    "GoalBound",
    "GoalPack",
    "GoalPackKpis",
    "GoalWeights",
    "Goalposts",
    "GroupRate",
    "GroupTimeEffect",
    "HistoryUnit",
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
    "Indicator",
    "IndicatorAdditivity",
    "IndicatorCell",
    "IndicatorChange",
    "IndicatorFigure",
    "IndicatorMeasure",
    "IndicatorMeasureDistinct",
    "IndicatorMeasureDuration",
    "IndicatorMeasureLevel",
    "IndicatorMeasureMean",
    "IndicatorMeasurePercentile",
    "IndicatorMeasureRatio",
    "IndicatorMeasureSum",
    "IndicatorOptions",
    "IndicatorReport",
    "IndicatorSeries",
    "IndicatorTableOptions",
    "IndicatorTables",
    "IndicatorTerm",
    "IndicatorToDate",
    "InstantiateReport",
    "InstantiateRequest",
    "InterruptedOptions",
    "InterruptedPoint",
    "InterruptedReport",
    "IntervalCoverage",
    "IntervalEstimate",
    "Issue",
    "JoinQuality",
    "JoinQualityRequest",
    "JourneyLayout",
    "Kpi",
    "KpiAlert",
    "KpiCatalogue",
    "KpiCatalogueRequest",
    "KpiDirection",
    "KpiGap",
    "KpiId",
    "KpiLink",
    "KpiMeasurementReport",
    "KpiMeasurements",
    "KpiScore",
    "Lag",
    "LagCalendar",
    "LateReason",
    "LateTask",
    "LevelOptions",
    "LevelReport",
    "LevelSummary",
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
    "MeanArm",
    "MeanEffect",
    "MeanReport",
    "MeanSample",
    "MeanSampleMoments",
    "MeanSampleSums",
    "MeanSampleValues",
    "Measurement",
    "MilestoneKind",
    "MissingPolicy",
    "MissingValues",
    "ModelCredit",
    "Money",
    "Move",
    "MoveKind",
    "MspdiFile",
    "MspdiText",
    "MultipleTesting",
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
    "PacingSource",
    "PageOptions",
    "Per",
    "PercentileMethod",
    "Period",
    "PeriodGrain",
    "PlaceboStart",
    "PlanChange",
    "PlanChanges",
    "PlanDocument",
    "PlanExperimentRequest",
    "Playbook",
    "PlaybookTask",
    "PooledRatio",
    "PowerMethod",
    "PredictionInterval",
    "Program",
    "ProgramScore",
    "Progress",
    "ProgressRule",
    "ProportionArm",
    "ProportionDetail",
    "ProportionMethods",
    "ProportionPosterior",
    "ProportionReport",
    "ProportionSample",
    "Quality",
    "Rag",
    "RagThresholds",
    "RankTest",
    "Rate",
    "RateChangeOptions",
    "RateChangeReport",
    "RateChangeSegment",
    "RateLine",
    "RateLogit",
    "RatioArm",
    "RatioReport",
    "RatioSample",
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
    "RegressionTerm",
    "RelateOptions",
    "RelateReport",
    "RelateVerdict",
    "RelativeLift",
    "RemainingOverload",
    "RepeatedTouches",
    "ReportOptions",
    "Resource",
    "ResourceCost",
    "ResourceId",
    "ResourceKind",
    "ResourceLoad",
    "ResponseChannel",
    "ResponseChannelFit",
    "ResponseCurvePoint",
    "ResponseFitPoint",
    "ResponseFitQuality",
    "ResponseTerm",
    "ResponseTermKind",
    "RowFilter",
    "RowFilterAbsent",
    "RowFilterAtLeast",
    "RowFilterBelow",
    "RowFilterEquals",
    "RowFilterOneOf",
    "RowFilterPresent",
    "RunChart",
    "RunChartOptions",
    "RunChartPoint",
    "RunLengths",
    "RunSignal",
    "RunSignalKind",
    "RunningTotal",
    "SampleRatioArm",
    "SampleRatioReport",
    "SampleRatioRequest",
    "SampleRatioRow",
    "Saturation",
    "SaturationHill",
    "SaturationHillRelative",
    "SaturationLogistic",
    "SaturationMichaelisMenten",
    "SaturationNone",
    "SaturationRoot",
    "SaturationTanh",
    "Schedule",
    "ScheduleFrom",
    "Scheduling",
    "ScoreChangeDriver",
    "ScoreChangeObjective",
    "ScoreChangeReport",
    "ScoreChangeRequest",
    "ScoreCurve",
    "ScoreCurveBand",
    "ScoreCurveLinear",
    "ScoreCurveLogistic",
    "ScoreCurvePiecewise",
    "ScoreCurveStep",
    "ScoreOptions",
    "Scorecard",
    "SeasonKind",
    "SeasonTerms",
    "SeasonTermsDummies",
    "SeasonTermsFourier",
    "SeasonTermsNone",
    "SeasonalPart",
    "SequentialAdvice",
    "SequentialLook",
    "SequentialReport",
    "SequentialRequest",
    "SeriesErrors",
    "Severity",
    "Shift",
    "ShiftCause",
    "ShiftCauseChild",
    "ShiftCauseDriven",
    "ShiftCauseDuration",
    "ShiftCauseOwn",
    "ShiftCauseReleased",
    "SignificanceTest",
    "SkillId",
    "SkillLevel",
    "SpanUnit",
    "SpendBound",
    "SpendResponse",
    "Split",
    "StaggeredEffects",
    "Stamp",
    "Status",
    "StoppingAdvice",
    "StoredTask",
    "StratifiedUplift",
    "SyntheticBalance",
    "SyntheticControlOptions",
    "SyntheticControlReport",
    "SyntheticLeaveOneOut",
    "SyntheticPlacebo",
    "SyntheticPoint",
    "SyntheticPredictor",
    "SyntheticWeight",
    "TableColumns",
    "Task",
    "TaskCost",
    "TaskFloat",
    "TaskId",
    "TaskKind",
    "TaskProgress",
    "TaskSchedule",
    "TaskShift",
    "TaskType",
    "TaskValue",
    "TaskVariance",
    "TimePoint",
    "ToDateSpan",
    "TotalFloat",
    "TraceChartOptions",
    "TracePoint",
    "TransformSeriesReport",
    "TransformSeriesRequest",
    "Transition",
    "TrendOptions",
    "TrendOutlier",
    "TrendReport",
    "TwoByTwo",
    "Units",
    "UnjoinedValue",
    "UpliftClusters",
    "UpliftMoney",
    "UpliftOptions",
    "UpliftReport",
    "UpliftVerdict",
    "ValuePart",
    "Variance",
    "VarianceOptions",
    "VarianceReport",
    "VariantShare",
    "WatchedPoint",
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

AlertKind: TypeAlias = Literal["off_pace", "out_of_band", "spike", "drop", "level_shift"]
"""What an alert is about.

- `off_pace`: A total is behind where it should be by now.
- `out_of_band`: Values are outside the limits of a control chart.
- `spike`: Values are higher than season and level let expect, for a while.
- `drop`: Values are lower, for a while.
- `level_shift`: The level has changed and stays.
"""

AlertSeverity: TypeAlias = Literal["critical", "warning"]
"""How much an alert matters.

- `critical`: Somebody should act at once.
- `warning`: Somebody should look at it.
"""

AmecStage: TypeAlias = Literal["inputs", "activities", "outputs", "out_takes", "outcomes", "impact"]
"""Stages of the AMEC Integrated Evaluation Framework (2016), from what goes in to what changes.

- `inputs`: Money, people and time that go in.
- `activities`: What is done.
- `outputs`: What reaches people.
- `out_takes`: What people do with it at once.
- `outcomes`: What changes in what people know, think or do.
- `impact`: What changes for the organization.
"""

AnomalyDirection: TypeAlias = Literal["high", "low", "both"]
"""Which side of the expectation is looked at.

- `high`: Values that are too high.
- `low`: Values that are too low.
- `both`: Either.
"""

AnomalyMethod: TypeAlias = Literal["auto", "count", "s_h_esd"]
"""How anomalies are found.

- `auto`: `count` where all values are whole numbers of at least 0, else `s_h_esd`.
- `count`: Counts against a negative binomial distribution around the season and the level of the
  weeks around them.
- `s_h_esd`: Seasonal hybrid extreme studentized deviates, as Twitter's AnomalyDetection.
"""

BaselineId: TypeAlias = str
"""Id of a baseline."""

Bucket: TypeAlias = Literal["moment", "day"]
"""In what pieces of time overload is judged.

- `moment`: Moment by moment: never more at once than there is.
- `day`: Day by day: never more on a day than can be done on it.
"""

BudgetReason: TypeAlias = Literal["optimum", "committed", "made_room"]
"""Why a campaign gets its budget.

- `optimum`: It is the share of the best split.
- `committed`: More than that is committed or fixed: it keeps what is.
- `made_room`: Less than that, because others keep what they have committed.
"""

CalendarBucket: TypeAlias = Literal["month", "quarter", "year"]
"""A unit of the calendar to add values up by.

- `month`: Months, `2026-03`.
- `quarter`: Quarters, `2026Q1`.
- `year`: Years, `2026`.
"""

CalendarId: TypeAlias = str
"""Id of a calendar."""

CampaignId: TypeAlias = str
"""Id of a campaign."""

ChangeCost: TypeAlias = Literal["mean", "median", "variance", "normal"]
"""What a segment costs.

- `mean`: Squared distances from the mean: changes of the level.
- `median`: Distances from the median: changes of the level, outliers matter less.
- `variance`: −2 × log-likelihood of a normal distribution around the overall mean: changes of the
  spread.
- `normal`: −2 × log-likelihood of a normal distribution: changes of level and spread.
"""

ChangeKind: TypeAlias = Literal["changed", "added", "removed", "moved"]
"""What happened at a place.

- `changed`: A field is another.
- `added`: A record is new.
- `removed`: A record is gone.
- `moved`: A task is under another summary.
"""

ChangeMethod: TypeAlias = Literal["pelt", "dynamic_programming", "binary_segmentation", "online"]
"""How changes are found.

- `pelt`: The cheapest segmentation with a penalty for each change, exactly.
- `dynamic_programming`: The cheapest segmentation with a given number of changes, exactly; at most
  5,000 values.
- `binary_segmentation`: Splitting where it gains most; quick, not always the cheapest.
- `online`: Bayesian online: after each value, how long the current run may be; at most 20,000
  values.
"""

ChartKind: TypeAlias = Literal["shewhart", "ewma", "cusum"]
"""Kind of control chart.

- `shewhart`: Each value against limits: large sudden changes.
- `ewma`: A weighted mean of all values so far against limits: small lasting changes.
- `cusum`: Sums of deviations beyond an allowance: small lasting changes, and when they began.
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

ComparisonUnits: TypeAlias = Literal["not_yet_treated", "never_treated"]
"""Which units a cohort is compared with.

- `not_yet_treated`: Units never treated, and those not treated yet.
- `never_treated`: Units never treated alone.
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

CupedSlope: TypeAlias = Literal["within_arms", "joint"]
"""Where the slope of CUPED comes from.

- `within_arms`: Pooled within the arms: a difference between them does not bend it.
- `joint`: From both arms as one sample.
"""

CustomerModel: TypeAlias = Literal["bg_nbd", "mbg_nbd", "pareto_nbd"]
"""A model of purchases.

- `bg_nbd`: Beta-geometric and negative binomial.
- `mbg_nbd`: The same, where customers may leave right after the first purchase.
- `pareto_nbd`: Pareto and negative binomial.
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

EtsBounds: TypeAlias = Literal["both", "usual", "admissible"]
"""Where the smoothing parameters of exponential smoothing may lie.

- `both`: Both of the others.
- `usual`: Weights of averages: 0 < β < α < 1, 0 < γ < 1 − α.
- `admissible`: Wherever the distant past is forgotten.
"""

EtsError: TypeAlias = Literal["additive", "multiplicative"]
"""Kind of error of an exponential smoothing model.

- `additive`: Errors are added: their size does not depend on the level.
- `multiplicative`: Errors are shares of the forecast.
"""

EtsSeason: TypeAlias = Literal["none", "additive", "multiplicative"]
"""Kind of season of an exponential smoothing model.

- `none`: No season.
- `additive`: Seasons are added to the level.
- `multiplicative`: Seasons are shares of the level.
"""

EtsTrend: TypeAlias = Literal[
    "none",
    "additive",
    "additive_damped",
    "multiplicative",
    "multiplicative_damped",
]
"""Kind of trend of an exponential smoothing model.

- `none`: No trend.
- `additive`: A straight line.
- `additive_damped`: A line that flattens.
- `multiplicative`: Growth by a rate.
- `multiplicative_damped`: Growth by a rate that fades.
"""

EvidenceGrade: TypeAlias = Literal["association", "attribution", "quasi_experiment", "experiment"]
"""How strong the evidence of a result is, weakest first.

- `association`: Two things go together; why is open.
- `attribution`: Credit shared out among touches by a rule; nothing is compared with its absence.
- `quasi_experiment`: Compared with what would have been without it, as a model or a comparison
  group says.
- `experiment`: Compared with what happened without it, by lot.
"""

ExperimentMetricKind: TypeAlias = Literal["mean", "proportion", "ratio"]
"""What kind of number a metric is.

- `mean`: The mean of a number of each unit, with CUPED if there is a covariate.
- `proportion`: The share of units with the outcome: a column of 0 and 1.
- `ratio`: Σ outcome ÷ Σ denominator, by the delta method over units.
"""

ExperimentVerdict: TypeAlias = Literal["better", "worse", "not_shown"]
"""What a comparison shows at the level asked for.

- `better`: The treatment does better than the control.
- `worse`: The treatment does worse than the control.
- `not_shown`: No difference is shown; it is not shown that there is none.
"""

FilterValue: TypeAlias = bool | float | str
"""A value to compare with: a number, a text (a date in a column of times), or a truth value (1 or 0
in a column).
"""

FloatPathOrder: TypeAlias = Literal["free_float", "total_float"]
"""Which predecessor the next float path ends with.

- `free_float`: The one whose link to an earlier path leaves the least float, then the one with the
  least total float (P6: *free float*).
- `total_float`: The one with the least total float, then the one whose link leaves the least (P6:
  *total float*).
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

ForecastModel: TypeAlias = Literal[
    "auto",
    "ets",
    "stl_ets",
    "theta",
    "holt_winters",
    "seasonal_naive",
    "naive",
    "drift",
    "mean",
]
"""How a forecast is made.

- `auto`: Exponential smoothing with one season of up to 24 steps; `stl_ets` with longer or several
  seasons.
- `ets`: Exponential smoothing in state space form; `model` says which forms are tried.
- `stl_ets`: Seasons taken off by STL, exponential smoothing of the rest, seasons put on again.
- `theta`: The theta method: simple smoothing with half the slope of a straight line.
- `holt_winters`: The classical recursion of Holt and Winters with least squares, as R's
  `HoltWinters`.
- `seasonal_naive`: The last season again.
- `naive`: The last value again.
- `drift`: The last value, and the mean change from step to step.
- `mean`: The mean of all values.
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

GoalPack: TypeAlias = Literal[
    "sales_efficiency",
    "innovation",
    "responsiveness",
    "brand_health",
    "marketing_optimization",
    "revenue",
    "operational_efficiency",
    "customer_experience",
]
"""Business goals with KPIs that speak for them.

- `sales_efficiency`: Winning more of what is tried, sooner and cheaper.
- `innovation`: From ideas to trials.
- `responsiveness`: Answering soon.
- `brand_health`: Being known and liked.
- `marketing_optimization`: More for the same media money.
- `revenue`: Money that comes in.
- `operational_efficiency`: Doing the work with less.
- `customer_experience`: Customers who are helped and stay.
"""

HistoryUnit: TypeAlias = Literal["day", "week"]
"""Unit of the times of a history.

- `day`: Days.
- `week`: Weeks: days ÷ 7, not rounded.
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

IndicatorAdditivity: TypeAlias = Literal["additive", "ratio", "semi_additive", "none"]
"""How an indicator adds up.

- `additive`: Over groups and time.
- `ratio`: By its numerators and denominators.
- `semi_additive`: Over groups, not over time.
- `none`: Not at all: ask for it at the grain needed.
"""

IndicatorTables: TypeAlias = "dict[str, TableColumns]"
"""Tables by name, such as `posts`, `leads` or `tickets`: the input of indicators."""

JourneyLayout: TypeAlias = Literal["paths", "touches"]
"""How the table holds the journeys.

- `paths`: One row a path, its channels in one text, with how often it converted and how often it
  did not.
- `touches`: One row a touch: journey, channel, time, and whether the journey converted.
"""

KpiDirection: TypeAlias = Literal["higher", "lower", "neutral"]
"""Whether more or less of a KPI is better.

- `higher`: More is better.
- `lower`: Less is better.
- `neutral`: Neither by itself.
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

LevelSummary: TypeAlias = Literal[
    "first",
    "last",
    "average",
    "lowest",
    "highest",
    "change",
    "range",
]
"""What stands for a level over time. Rows at the same moment count as one, with their mean.

- `first`: The earliest.
- `last`: The latest.
- `average`: The mean over the moments at which it is known.
- `lowest`: The lowest.
- `highest`: The highest.
- `change`: The latest less the earliest.
- `range`: The highest less the lowest.
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

MissingValues: TypeAlias = Literal["refuse", "interpolate"]
"""How missing values are treated.

- `refuse`: The operation refuses them, and says how many there are.
- `interpolate`: They are filled along straight lines, of the series without its season where it has
  one; the report says how many were filled. Those before the first and after the last value are
  left out.
"""

Money: TypeAlias = float
"""amount in the program's currency"""

MoveKind: TypeAlias = Literal["whole", "split"]
"""What of a task leveling moved.

- `whole`: The whole task.
- `split`: The rest of a started task: what is done stays, and work goes on later.
"""

MultipleTesting: TypeAlias = Literal[
    "none",
    "bonferroni",
    "holm",
    "benjamini_hochberg",
    "benjamini_yekutieli",
]
"""How p-values are adjusted for their number.

- `none`: Not at all.
- `bonferroni`: Bonferroni: p × number. Keeps the chance of any false alarm.
- `holm`: Holm (1979): never weaker than Bonferroni, with the same promise.
- `benjamini_hochberg`: Benjamini and Hochberg (1995): keeps the expected share of false alarms, for
  independent or positively dependent tests.
- `benjamini_yekutieli`: Benjamini and Yekutieli (2001): the same under any dependence.
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

PercentileMethod: TypeAlias = Literal[
    "inverted_cdf",
    "averaged_inverted_cdf",
    "closest_observation",
    "interpolated_inverted_cdf",
    "hazen",
    "weibull",
    "linear",
    "median_unbiased",
    "normal_unbiased",
]
"""How a percentile is read between two rows: the nine types of Hyndman and Fan (1996), by the names
of NumPy.

- `inverted_cdf`: Type 1: the smallest value that at least the share `p` of the rows does not exceed
  (nearest rank).
- `averaged_inverted_cdf`: Type 2: as type 1, the mean of both values where the share is met
  exactly.
- `closest_observation`: Type 3: the nearest row, the even one of two (SAS).
- `interpolated_inverted_cdf`: Type 4: a line through the shares.
- `hazen`: Type 5: a line through the middles of the steps.
- `weibull`: Type 6: a line through the expected shares (Excel's `PERCENTILE.EXC`, Minitab).
- `linear`: Type 7: a line from the first row to the last (R, NumPy, Excel's `PERCENTILE.INC`).
- `median_unbiased`: Type 8: median unbiased whatever the distribution.
- `normal_unbiased`: Type 9: unbiased for a normal distribution.
"""

PeriodGrain: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
"""Length of the periods in which rows are collected.

- `day`: Civil days.
- `week`: Weeks of ISO 8601, from Monday to Sunday.
- `month`: Civil months.
- `quarter`: Quarters of the fiscal year.
- `year`: Fiscal years.
"""

PowerMethod: TypeAlias = Literal["normal", "pooled", "arcsine", "student", "exact"]
"""How power is computed.

- `normal`: Two shares, normal approximation, the control's variance under "no difference". The
  default for shares.
- `pooled`: Two shares, normal approximation, the pooled variance under "no difference".
- `arcsine`: Two shares on Cohen's arcsine scale.
- `student`: Two means by Student's test.
- `exact`: Two shares, exactly.
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

ProportionDetail: TypeAlias = Literal["headline", "full"]
"""How much `compare_proportions` computes.

- `headline`: The pooled test, Newcombe's interval and the lift: about a microsecond.
- `full`: Every test and interval.
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

RelateVerdict: TypeAlias = Literal[
    "demonstrated",
    "demonstrated_decline",
    "no_demonstrable_relation",
]
"""What the data say about use and rates.

- `demonstrated`: The rate is higher where there is more use.
- `demonstrated_decline`: The rate is lower where there is more use.
- `no_demonstrable_relation`: An interval holds zero, or the correlation is too weak to speak of.
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

ResponseTermKind: TypeAlias = Literal["constant", "channel", "control", "trend", "season"]
"""What a term of a response fit is.

- `constant`: The constant.
- `channel`: A channel.
- `control`: A control column.
- `trend`: The linear trend.
- `season`: A sine or cosine of the season.
"""

RunSignalKind: TypeAlias = Literal["shift", "trend"]
"""What a run chart shows.

- `shift`: Many points in a row on one side of the median.
- `trend`: Many points in a row that rise, or fall.
"""

ScheduleFrom: TypeAlias = Literal["start", "finish"]
"""From which end dates are computed.

- `start`: From the start of the program: tasks as soon as possible.
- `finish`: From its finish: tasks as late as possible.
"""

SeasonKind: TypeAlias = Literal["additive", "multiplicative"]
"""Whether seasons are added or multiply.

- `additive`: Seasons are added.
- `multiplicative`: Seasons are shares; the values must be positive.
"""

SequentialAdvice: TypeAlias = Literal["not_started", "continue", "stop", "not_shown"]
"""What to do after the looks so far.

- `not_started`: No look has been taken.
- `continue`: No boundary is crossed: go on to the next look.
- `stop`: A boundary is crossed: the effect is shown, stop.
- `not_shown`: The last look has passed without a crossing: no effect is shown.
"""

SeriesErrors: TypeAlias = Literal["newey_west", "classic", "hc1", "hc3"]
"""How the errors of the coefficients are estimated.

- `newey_west`: Newey and West: neighbours may be alike, variances may change.
- `classic`: Classic: no row tells anything about another.
- `hc1`: HC1: variances may change.
- `hc3`: HC3: variances may change, few rows.
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

SpanUnit: TypeAlias = Literal["minutes", "hours", "days"]
"""Unit of times between two columns.

- `minutes`: Minutes.
- `hours`: Hours.
- `days`: Days of 24 hours.
"""

SpendBound: TypeAlias = Literal["free", "least", "most"]
"""Which bound holds a spend.

- `free`: None: it lies between them.
- `least`: It is at its least.
- `most`: It is at its most.
"""

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

StoppingAdvice: TypeAlias = Literal[
    "stop_for_benefit",
    "stop_for_harm",
    "keep_running",
    "stop_without_difference",
    "plan_first",
]
"""What to do next.

- `stop_for_benefit`: Stop and use the treatment.
- `stop_for_harm`: Stop and keep the control.
- `keep_running`: Go on: the plan is not complete, and stopping now would break the promise of the
  test.
- `stop_without_difference`: The plan is complete and no difference is shown: decide by cost, or
  plan a larger experiment.
- `plan_first`: Plan an experiment: without a plan or an always-valid interval nothing says when to
  stop.
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

ToDateSpan: TypeAlias = Literal["week", "month", "quarter", "year"]
"""A span that has begun and ends at the date of the review.

- `week`: Since Monday (WTD).
- `month`: Since the first of the month (MTD).
- `quarter`: Since the first day of the fiscal quarter (QTD).
- `year`: Since the first day of the fiscal year (YTD).
"""

TotalFloat: TypeAlias = Literal["smallest", "start", "finish"]
"""Which dates total float is the difference of.

- `smallest`: The lesser of start and finish float (Microsoft Project).
- `start`: Late start less early start; finish float once started.
- `finish`: Late finish less early finish (P6's default).
"""

Units: TypeAlias = float
"""share of a resource, 1 = 100 %"""

UpliftVerdict: TypeAlias = Literal[
    "demonstrated",
    "demonstrated_decline",
    "no_demonstrable_relation",
]
"""What the data say about use and success.

- `demonstrated`: The rate is higher with use: every interval lies above zero.
- `demonstrated_decline`: The rate is lower with use: every interval lies below zero.
- `no_demonstrable_relation`: At least one interval holds zero.
"""

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
    "float_paths",
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
    "budgets",
    "alerts",
    "instantiate",
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
    "indicators",
    "measurements",
    "kpi_catalogue",
    "rate_change",
    "score_change",
    "calendar_period",
    "forecast",
    "backtest",
    "decompose",
    "trend",
    "transform_series",
    "allocate_budget",
    "fit_response",
    "synthetic_control",
    "compare_proportions",
    "compare_means",
    "compare_ratios",
    "analyze_experiment",
    "plan_experiment",
    "adjust_p_values",
    "check_sample_ratio",
    "sequential_boundaries",
    "difference_in_differences",
    "interrupted_series",
    "uplift",
    "relate",
    "before_after",
    "run_chart",
    "join_quality",
    "customer_histories",
    "customer_value",
    "anomalies",
    "change_points",
    "control_chart",
    "attribution_svg",
    "causal_impact_svg",
    "forecast_svg",
    "pacing_svg",
    "response_svg",
    "budget_svg",
    "anomalies_svg",
    "control_chart_svg",
    "run_chart_svg",
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


class AdjustPValuesRequest(TypedDict):
    """What `adjust_p_values` asks."""

    p_values: list[float]
    """The p-values, 0 to 1, at most a million."""
    method: NotRequired[MultipleTesting]
    """How they are adjusted. Default Holm."""
    alpha: NotRequired[float]
    """Threshold of the adjusted values. Default 0.05."""


class AdjustedPValue(Record):
    """A p-value adjusted."""

    __slots__ = ("p_value", "adjusted", "rejected")

    p_value: float
    """As given."""
    adjusted: float
    """Adjusted, at most 1."""
    rejected: bool
    """Whether it is at most alpha."""


class AdjustedPValues(Record):
    """What `adjust_p_values` answers."""

    __slots__ = ("tests", "rejected")

    tests: tuple[AdjustedPValue, ...]
    """In the order given."""
    rejected: int
    """How many are rejected."""


class AdstockNone(TypedDict):
    """It acts at once and no longer."""

    kind: Literal["none"]


class AdstockGeometric(TypedDict):
    """retention^lag. Without a length it goes on for ever, as in Robyn; with one it is cut, as in
    PyMC-Marketing.
    """

    kind: Literal["geometric"]
    retention: float
    """Share that is left after one period, from 0 to below 1."""
    length: NotRequired[int | None]
    """Number of weights, from 1; all if left out."""
    normalize: NotRequired[bool]
    """Whether the weights are divided by their sum."""


class AdstockDelayed(TypedDict):
    """retention^((lag − delay)²): it acts most after a delay."""

    kind: Literal["delayed"]
    retention: float
    """Share that is left one period beside the peak, from 0 to below 1."""
    delay: float
    """Periods from the input to the peak, not below 0."""
    length: int
    """Number of weights, from 1."""
    normalize: NotRequired[bool]
    """Whether the weights are divided by their sum."""


class AdstockWeibullCdf(TypedDict):
    """The product of the survival functions of a Weibull distribution up to the lag: a decay that
    itself changes.
    """

    kind: Literal["weibull_cdf"]
    shape: float
    """Shape, above 0."""
    scale: float
    """Scale in periods, above 0; with `relative_scale` a share of the window."""
    length: NotRequired[int | None]
    """Number of weights (the window), from 1; as long as the series if left out."""
    normalize: NotRequired[bool]
    """Whether the weights are divided by their sum."""
    relative_scale: NotRequired[bool]
    """Whether the scale is a share of the window from 0 to 1, taken to the next whole
    period (Robyn).
    """


class AdstockWeibullPdf(TypedDict):
    """The density of a Weibull distribution at 1, 2, 3 and so on, stretched to lie from 0 to 1."""

    kind: Literal["weibull_pdf"]
    shape: float
    """Shape, above 0."""
    scale: float
    """Scale in periods, above 0; with `relative_scale` a share of the window."""
    length: NotRequired[int | None]
    """Number of weights (the window), from 1; as long as the series if left out."""
    normalize: NotRequired[bool]
    """Whether the weights are divided by their sum."""
    relative_scale: NotRequired[bool]
    """Whether the scale is a share of the window from 0 to 1, taken to the next whole
    period (Robyn).
    """


Adstock: TypeAlias = (
    AdstockNone | AdstockGeometric | AdstockDelayed | AdstockWeibullCdf | AdstockWeibullPdf
)
"""Carry-over (adstock): how an input acts in the periods after it, by weights of lags 0, 1, 2 and
so on.
"""


class IntervalEstimate(Record):
    """An estimate with its interval."""

    __slots__ = ("value", "standard_error", "low", "high")

    value: float
    """The best single value."""
    standard_error: float | None
    """Standard error, where there is one."""
    low: float | None
    """Lower end of the interval."""
    high: float | None
    """Upper end of the interval."""


class AggregateEffect(Record):
    """An effect over several cohorts and periods."""

    __slots__ = ("over", "effect")

    over: str
    """What it is over: a cohort, a period, or the periods since the start."""
    effect: IntervalEstimate
    """The effect."""


class KpiAlert(Record):
    """Something measured that somebody should act on."""

    __slots__ = (
        "id",
        "kind",
        "series",
        "severity",
        "start",
        "peak",
        "end",
        "flagged",
        "figure",
        "reference",
        "low",
        "high",
        "score",
        "evidence",
        "message",
    )

    id: str
    """Made of kind, series and beginning: the same in every later report of it, also when it lasts
    longer or gets worse.
    """
    kind: AlertKind
    """What it is about."""
    series: str
    """KPI, or name of the series."""
    severity: AlertSeverity
    """How much it matters."""
    start: str
    """When it began: a time of the series, or the place of a value (`#12`) where it has no times;
    of pacing, `as_of`.
    """
    peak: str
    """When it was worst."""
    end: str
    """When it was last seen."""
    flagged: int
    """Values flagged in that time."""
    figure: float
    """The value at its worst: the measured value, the statistic of the chart, the new level, or the
    total so far.
    """
    reference: float
    """What it is compared with: the value due, the mean of the process, the old level, or the total
    due by now.
    """
    low: float | None
    """Lower limit at that time, where the report has limits."""
    high: float | None
    """Upper limit."""
    score: float | None
    """What the severity was decided by: share of what is due (pacing), −log₁₀ of the probability
    (counts), standard
    deviations (else). Absent where a series has no spread.
    """
    evidence: EvidenceGrade | None
    """How strong the evidence is, where the report grades it: what goes together, never why."""
    message: str
    """The same as a sentence."""


class AlertReport(Record):
    """The alerts, and how many were left out because they are known."""

    __slots__ = ("alerts", "acknowledged")

    alerts: tuple[KpiAlert, ...]
    """Critical ones first, then by beginning, then by id."""
    acknowledged: int
    """Acknowledged alerts that were left out."""


_PeriodKeywords = TypedDict("_PeriodKeywords", {"from": When})


class Period(_PeriodKeywords):
    """A span of civil dates, both ends included.

    `from`: First day, or the moment it begins.
    """

    to: When
    """Last day, or the moment it ends."""


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


class PacingSource(TypedDict):
    """Where a total stands, of which KPI and period."""

    series: str
    """KPI, or name of the series."""
    period: Period
    """The period in which the total grows."""
    as_of: When
    """When this was known."""
    keep_low: NotRequired[bool]
    """Whether the total is to be kept low: a cost. It is then off pace when above."""
    report: Pacing | Mapping[str, Any]
    """The answer of `pace`."""


class Anomaly(Record):
    """A value that was not expected."""

    __slots__ = ("index", "time", "value", "expected_value", "severity")

    index: int
    """Place in the order of time, from 0; missing values have places too."""
    time: str | None
    """Its time, where the table has times."""
    value: float
    """The value."""
    expected_value: float
    """What was expected."""
    severity: float
    """How far it is off: for counts −log₁₀ of its probability, else its distance in robust standard
    deviations.
    """


class WatchedPoint(Record):
    """A value beside what was expected."""

    __slots__ = ("time", "value", "expected_value")

    time: str | None
    """Its time, where the table has times."""
    value: float | None
    """The value; absent where it is missing."""
    expected_value: float
    """What was expected."""


class AnomalyEvent(Record):
    """Neighbouring anomalies as one event: what a playbook starts on."""

    __slots__ = (
        "start",
        "peak",
        "end",
        "start_time",
        "peak_time",
        "end_time",
        "anomalies",
        "severity",
        "excess",
    )

    start: int
    """Its first anomaly, by place."""
    peak: int
    """Its worst."""
    end: int
    """Its last."""
    start_time: str | None
    """Time of the first, where the table has times."""
    peak_time: str | None
    """Time of the worst."""
    end_time: str | None
    """Time of the last."""
    anomalies: int
    """Anomalies in it."""
    severity: float
    """Severity of the worst."""
    excess: float
    """Sum of its values − expected, over its anomalies."""


class Assumption(Record):
    """Something that must hold for a result to mean what it says."""

    __slots__ = ("code", "message")

    code: str
    """Stable code in words."""
    message: str
    """One sentence for a person."""


class EvidenceCheck(Record):
    """Something that was checked about the data or the model."""

    __slots__ = ("code", "passed", "value", "message")

    code: str
    """Stable code in words."""
    passed: bool
    """Whether what the message says is so, which speaks for the result."""
    value: float | None
    """The number that was looked at, where there is one."""
    message: str
    """One sentence for a person: what should be so, whether it is or not."""


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


class AnomalyReport(Record):
    """What `anomalies` finds."""

    __slots__ = (
        "method",
        "rows",
        "missing",
        "period",
        "anomalies",
        "series",
        "events",
        "expected_false_alarms",
        "evidence",
    )

    method: AnomalyMethod
    """Method used."""
    rows: int
    """Values looked at."""
    missing: int
    """Values missing; they are passed over."""
    period: int | None
    """Steps of the season used."""
    anomalies: tuple[Anomaly, ...]
    """The anomalies, in the order of time."""
    series: tuple[WatchedPoint, ...]
    """Every value in the order of time, if asked for."""
    events: tuple[AnomalyEvent, ...]
    """The same as events."""
    expected_false_alarms: float | None
    """False alarms that chance gives among as many values, where the method promises a rate."""
    evidence: Evidence
    """How much it proves."""


class AnomalySource(TypedDict):
    """Anomalies of a series."""

    series: str
    """KPI, or name of the series."""
    report: AnomalyReport | Mapping[str, Any]
    """The answer of `anomalies`."""


class ChangePoint(Record):
    """One change."""

    __slots__ = ("index", "time", "before", "after")

    index: int
    """Place of the first value after the change, from 0."""
    time: str | None
    """Its time, where the table has times."""
    before: float
    """Mean of the segment before."""
    after: float
    """Mean of the segment after."""


class ChangeSegment(Record):
    """A stretch without a change."""

    __slots__ = ("start", "end", "mean", "standard_deviation", "cost")

    start: int
    """Place of its first value."""
    end: int
    """Place after its last value."""
    mean: float
    """Mean."""
    standard_deviation: float | None
    """Standard deviation, with n − 1."""
    cost: float
    """Its cost."""


class RunLengths(Record):
    """How long the current run may be, after each value."""

    __slots__ = ("likeliest", "mean", "new_run", "log_evidence")

    likeliest: tuple[int, ...]
    """Likeliest length."""
    mean: tuple[float, ...]
    """Mean length."""
    new_run: tuple[float, ...]
    """Probability that the next value starts a new run."""
    log_evidence: float
    """Logarithm of the probability of the series, in its standard deviations."""


class ChangePointReport(Record):
    """What `change_points` finds."""

    __slots__ = ("rows", "changes", "segments", "cost", "penalty", "runs", "evidence")

    rows: int
    """Values used; missing ones are left out."""
    changes: tuple[ChangePoint, ...]
    """The changes."""
    segments: tuple[ChangeSegment, ...]
    """The stretches between them."""
    cost: float
    """Sum of the costs of the segments."""
    penalty: float | None
    """Penalty of each change, where one was used."""
    runs: RunLengths | None
    """Run lengths, for `online`."""
    evidence: Evidence
    """How much it proves."""


class ChangePointSource(TypedDict):
    """Changes of level of a series."""

    series: str
    """KPI, or name of the series."""
    report: ChangePointReport | Mapping[str, Any]
    """The answer of `change_points`."""


class ChartPoint(Record):
    """One value of a chart."""

    __slots__ = (
        "index",
        "time",
        "statistic",
        "lower_sum",
        "upper_run",
        "lower_run",
        "low",
        "high",
        "out",
    )

    index: int
    """Place in the order of time, from 0."""
    time: str | None
    """Its time, where the table has times."""
    statistic: float
    """What the chart compares: the value, the weighted mean, or the upper sum."""
    lower_sum: float | None
    """The lower sum (`cusum`)."""
    upper_run: int | None
    """Values since the upper sum left 0 (`cusum`): where the change began."""
    lower_run: int | None
    """Values since the lower sum left 0 (`cusum`)."""
    low: float
    """Lower limit."""
    high: float
    """Upper limit."""
    out: bool
    """Out of control."""


class ControlChartReport(Record):
    """What `control_chart` finds."""

    __slots__ = (
        "mean",
        "standard_deviation",
        "points",
        "first_out",
        "out",
        "average_run_length",
        "evidence",
    )

    mean: float
    """Mean of the process."""
    standard_deviation: float
    """Its standard deviation."""
    points: tuple[ChartPoint, ...]
    """The values; missing ones are left out."""
    first_out: int | None
    """Place of the first value out of control."""
    out: int
    """Values out of control."""
    average_run_length: float | None
    """Values from one false alarm to the next, on average, while the process is in control and
    normal: exact for
    `shewhart`, Siegmund's approximation for `cusum`.
    """
    evidence: Evidence
    """How much it proves."""


class ControlChartSource(TypedDict):
    """A control chart of a series."""

    series: str
    """KPI, or name of the series."""
    report: ControlChartReport | Mapping[str, Any]
    """The answer of `control_chart`."""


class AlertRequest(TypedDict):
    """What `alerts` is asked: reports, thresholds and what is known already."""

    pacing: NotRequired[list[PacingSource]]
    """Totals on their way to a target."""
    anomalies: NotRequired[list[AnomalySource]]
    """Anomalies of series."""
    changes: NotRequired[list[ChangePointSource]]
    """Changes of level of series."""
    charts: NotRequired[list[ControlChartSource]]
    """Control charts of series."""
    acknowledged: NotRequired[list[str]]
    """Ids of alerts that somebody has taken note of; they are left out."""
    pace_warning: NotRequired[float]
    """A total below this share of what is due by now is off pace, above 0 to 1; 0.9 unless said. A
    convention, as
    amber in a report by traffic lights: pacing knows no chance.
    """
    pace_critical: NotRequired[float]
    """Below this it is critical, 0 to `pace_warning`; 0.75 unless said, likewise a convention."""
    critical_surprise: NotRequired[float]
    """Anomalies of counts whose probability is 10 to the power of minus this, or less, are
    critical, not below 0; 6
    unless said: one in a million.
    """
    critical_deviations: NotRequired[float]
    """Anomalies, values out of control and changes of level of this many standard deviations or
    more are critical, not
    below 0; 6 unless said: twice the usual limits.
    """
    join: NotRequired[int]
    """Anomalies or values out of control at most this many steps apart are one alert, 1 to 10,000;
    3 unless said.
    """


class SaturationNone(TypedDict):
    """x."""

    kind: Literal["none"]


class SaturationHill(TypedDict):
    """xˢ ÷ (κˢ + xˢ): S-shaped where the slope is above 1."""

    kind: Literal["hill"]
    slope: float
    """Slope s, above 0."""
    half: float
    """Input κ of half the effect, above 0."""


class SaturationHillRelative(TypedDict):
    """Hill with κ = (1 − γ) · smallest + γ · largest input of the series (Robyn)."""

    kind: Literal["hill_relative"]
    slope: float
    """Slope s, above 0."""
    gamma: float
    """Place γ of the half effect between the smallest and the largest input, above 0 and
    up to 1.
    """


class SaturationLogistic(TypedDict):
    """(1 − e^(−λx)) ÷ (1 + e^(−λx))."""

    kind: Literal["logistic"]
    rate: float
    """Rate λ, above 0."""


class SaturationMichaelisMenten(TypedDict):
    """maximum · x ÷ (half + x)."""

    kind: Literal["michaelis_menten"]
    maximum: float
    """Effect that is never reached, above 0."""
    half: float
    """Input of half of it, above 0."""


class SaturationTanh(TypedDict):
    """b · tanh(x ÷ (b c))."""

    kind: Literal["tanh"]
    maximum: float
    """Effect b that is never reached, above 0."""
    cost: float
    """Input c that the first unit of effect costs, above 0."""


class SaturationRoot(TypedDict):
    """x^α."""

    kind: Literal["root"]
    exponent: float
    """Exponent α, above 0 and up to 1."""


Saturation: TypeAlias = (
    SaturationNone
    | SaturationHill
    | SaturationHillRelative
    | SaturationLogistic
    | SaturationMichaelisMenten
    | SaturationTanh
    | SaturationRoot
)
"""Saturation: how an input of one period becomes an effect, more of it adding less at last."""


class BudgetChannel(TypedDict):
    """A channel with its response curve: effect = scale · saturation(spend · input_per_spend)."""

    channel: str
    """Name, unlike that of any other."""
    campaign: NotRequired[CampaignId | None]
    """Campaign that the spend belongs to."""
    saturation: Saturation
    """The curve; `hill_relative` is refused, it needs a series."""
    scale: float
    """Effect of a saturation of 1, above 0 (the coefficient of the channel)."""
    input_per_spend: NotRequired[float]
    """What one unit of spend in each period becomes as input of the curve: inputs per spend times
    the carry-over of a
    steady input; 1 unless said.
    """
    min: NotRequired[float]
    """Least spend; 0 unless said."""
    max: NotRequired[float | None]
    """Most spend; no limit if left out."""
    current: NotRequired[float | None]
    """Spend today, to compare with."""


class AllocateBudgetRequest(TypedDict):
    """What `allocate_budget` is asked."""

    channels: list[BudgetChannel]
    """Channels, from 1 to 200."""
    total: float
    """Spend of one period to split, not below 0."""


class AlphaSpendingObrienFleming(TypedDict):
    """Lan and DeMets' function like O'Brien and Fleming's boundary: hardly anything early."""

    kind: Literal["obrien_fleming"]


class AlphaSpendingPocock(TypedDict):
    """Lan and DeMets' function like Pocock's boundary: about the same at each look."""

    kind: Literal["pocock"]


class AlphaSpendingPower(TypedDict):
    """Kim and DeMets' power family: α tʳ."""

    kind: Literal["power"]
    exponent: float
    """The exponent r, 0.1 to 20."""


class AlphaSpendingHwangShihDecani(TypedDict):
    """Hwang, Shih and DeCani's family: α (1 − e^(−γt)) ÷ (1 − e^(−γ))."""

    kind: Literal["hwang_shih_decani"]
    gamma: float
    """γ, −40 to 40; −4 is near O'Brien and Fleming, 1 near Pocock."""


class AlphaSpendingClassicObrienFleming(TypedDict):
    """O'Brien and Fleming's boundary of 1979 itself: c ÷ √t with c found for the looks."""

    kind: Literal["classic_obrien_fleming"]


class AlphaSpendingClassicPocock(TypedDict):
    """Pocock's boundary of 1977 itself: the same at each look."""

    kind: Literal["classic_pocock"]


AlphaSpending: TypeAlias = (
    AlphaSpendingObrienFleming
    | AlphaSpendingPocock
    | AlphaSpendingPower
    | AlphaSpendingHwangShihDecani
    | AlphaSpendingClassicObrienFleming
    | AlphaSpendingClassicPocock
)
"""How false alarms are shared out among the looks."""


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


class AlwaysValid(TypedDict):
    """How intervals are made that stay valid at every look."""

    tuning: NotRequired[float]
    """Units over both arms at which the interval should be tightest, 1 to 10¹². Default 5,000."""
    mixture_deviation: NotRequired[float | None]
    """Standard deviation of the effects one expects, on the scale of the difference: with it the
    test is the mixture
    sequential probability ratio test, and `tuning` is not used.
    """


class AlwaysValidEffect(Record):
    """An estimate that may be looked at any time."""

    __slots__ = ("low", "high", "p_value")

    low: float
    """Lower end of the interval."""
    high: float
    """Upper end of the interval."""
    p_value: float
    """The p-value that may be watched; of several looks the smallest counts."""


class ExperimentMetric(TypedDict):
    """One metric of an experiment."""

    name: str
    """Its name in the report."""
    outcome: str
    """Column of outcomes."""
    kind: NotRequired[ExperimentMetricKind]
    """What kind of number it is. Default a mean."""
    denominator: NotRequired[str]
    """Column of denominators, for ratios."""
    covariate: NotRequired[str]
    """Column measured before the experiment, for means: CUPED."""
    lower_is_better: NotRequired[bool]
    """Whether less is better. Default no."""


class VariantShare(TypedDict):
    """Share of the units that an arm should have."""

    variant: str
    """Name of the arm."""
    share: float
    """Its share, on any scale."""


class ExperimentSettings(TypedDict):
    """How results are judged: the same for every comparison."""

    alpha: NotRequired[float]
    """Accepted rate of false alarms, above 0 and at most 0.5; intervals hold at 1 − alpha. Default
    0.05.
    """
    randomized: NotRequired[bool]
    """Whether units came to their variants by lot. Only then is the result an experiment;
    default no.
    """
    looks: NotRequired[int]
    """How many times the results have been looked at so far, this look included (1 to
    100). Default 1.
    """
    planned_units: NotRequired[int | None]
    """Units that were planned over all arms, if there was a plan."""
    always_valid: NotRequired[AlwaysValid | None]
    """Ask for intervals that stay valid however often one looks."""
    lower_is_better: NotRequired[bool]
    """Whether less is better, as for costs or waiting times. Default no."""


class AnalyzeExperimentOptions(TypedDict):
    """What `analyze_experiment` is told."""

    variant: NotRequired[str]
    """Column with the arm of each unit. Default `variant`."""
    control: NotRequired[str]
    """The arm the others are compared with. Default `control`."""
    unit: NotRequired[str]
    """Column that names the unit: no unit may be there twice. Empty (default): rows are units."""
    metrics: NotRequired[list[ExperimentMetric]]
    """What is measured, at least one."""
    shares: NotRequired[list[VariantShare]]
    """Planned shares of the arms; empty: all the same."""
    settings: NotRequired[ExperimentSettings]
    """How results are judged. `lower_is_better` stands at each metric instead."""
    correction: NotRequired[MultipleTesting]
    """How p-values are adjusted over all metrics and arms. Default Holm."""
    slope: NotRequired[CupedSlope]
    """Where the slope of CUPED comes from."""
    mismatch_alpha: NotRequired[float]
    """p-value below which the split of the units is called wrong. Default 0.001."""


class AnomalyOptions(TypedDict):
    """Options of `anomalies`."""

    value: NotRequired[str]
    """Column of the values."""
    time: NotRequired[str | None]
    """Column of dates or times, in any order. Absent: column `date` if there is one, else the rows
    in their order,
    evenly spaced.
    """
    periods: NotRequired[list[int]]
    """Steps of the season; the first is used. Empty: what the step of the dates usually has. `[1]`:
    none.
    """
    method: NotRequired[AnomalyMethod]
    """How anomalies are found."""
    direction: NotRequired[AnomalyDirection]
    """Which side is looked at."""
    false_alarms_per_year: NotRequired[float]
    """False alarms expected in a year of values without anomalies (`count`), above 0 to 100,000.
    One alarm a month
    is what a person still follows up. Without times a year is 8,766 steps.
    """
    window: NotRequired[int | None]
    """Steps around a value that its level is taken from (`count`), 8 to 100,000; absent: 7 seasons,
    at least 29 steps.
    """
    max_share: NotRequired[float]
    """Highest share of values that may be anomalies (`s_h_esd`), above 0 to 0.49; 0.02 as in the
    original.
    """
    significance: NotRequired[float]
    """Level of the tests (`s_h_esd`), above 0 to 0.5; 0.05 as in the original."""
    join: NotRequired[int]
    """Anomalies at most this many steps apart are one event, 1 to 10,000."""
    series: NotRequired[bool]
    """Whether the report lists every value with what was expected, for pictures."""


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


class ForecastAccuracy(Record):
    """Errors of forecasts, in the unit of the series unless said otherwise."""

    __slots__ = ("forecasts", "bias", "mae", "rmse", "mase", "smape", "mape")

    forecasts: int
    """Forecasts compared."""
    bias: float
    """Mean error, actual − forecast: positive where forecasts were too low."""
    mae: float
    """Mean absolute error."""
    rmse: float
    """Square root of the mean squared error."""
    mase: float | None
    """Mean absolute error ÷ mean change from season to season before the origin (Hyndman and
    Koehler 2006).
    """
    smape: float | None
    """Mean of 200 × |error| ÷ (|actual| + |forecast|), in percent."""
    mape: float | None
    """Mean of 100 × |error| ÷ |actual|, in percent; absent where an actual value is 0."""


class BacktestFold(Record):
    """One forecast of the past."""

    __slots__ = ("known", "origin", "model", "accuracy")

    known: int
    """Values known at its origin."""
    origin: str | None
    """Time of the last of them, where the table has times."""
    model: str
    """Model used."""
    accuracy: ForecastAccuracy
    """Its errors."""


class EtsParameters(TypedDict):
    """Parameters of exponential smoothing: estimated in a report, held in options."""

    alpha: NotRequired[float | None]
    """α: how far the level follows an error, 0 to 2."""
    beta: NotRequired[float | None]
    """β: how far the trend follows an error (αβ* in other notations), 0 to 4."""
    gamma: NotRequired[float | None]
    """γ: how far the season follows an error, 0 to 2."""
    phi: NotRequired[float | None]
    """φ: what is left of the trend after a step, above 0 to 1."""
    level: NotRequired[float | None]
    """Level before the first value. Held only with the trend and season that the form has."""
    trend: NotRequired[float | None]
    """Trend before the first value: a change, or a factor where growth multiplies."""
    season: NotRequired[list[float]]
    """Season of the first value and those after it, one period."""


class ForecastOptions(TypedDict):
    """Options of `forecast`)."""

    value: NotRequired[str]
    """Column of the values."""
    time: NotRequired[str | None]
    """Column of dates or times, in any order. Absent: column `date` if there is one, else the rows
    in their order,
    evenly spaced.
    """
    horizon: NotRequired[int]
    """Steps to forecast, 1 to 10,000."""
    periods: NotRequired[list[int]]
    """Steps of each season, for example 12 for months of a year. Empty: what the step of the dates
    usually has (7
    for days, 24 and 168 for hours, 52 for weeks, 12 for months, 4 for quarters), none without
    dates. `[1]`: none.
    """
    method: NotRequired[ForecastModel]
    """How the forecast is made."""
    model: NotRequired[str]
    """Forms of exponential smoothing that are tried, by error, trend and season: `A` added, `M`
    multiplied, `N` none,
    `Z` any, a `d` after the trend where it is damped: `ZZZ`, `MAM`, `AAdN`.
    """
    multiplicative_trend: NotRequired[bool]
    """Whether the automatic choice may grow by a rate; R's default is not to, because such
    forecasts run away.
    """
    bounds: NotRequired[EtsBounds]
    """Where the smoothing parameters may lie."""
    parameters: NotRequired[EtsParameters | None]
    """Parameters held instead of estimated, for `ets` (all states or none) and `holt_winters` (α,
    β, γ).
    """
    season: NotRequired[SeasonKind]
    """Kind of season of `holt_winters`."""
    levels: NotRequired[list[float]]
    """Levels of the intervals, each above 0 and below 1, at most 10."""
    non_negative: NotRequired[bool]
    """Cuts forecasts, intervals and paths at 0, for what cannot be negative."""
    missing: NotRequired[MissingValues]
    """How missing values are treated."""
    target: NotRequired[float | None]
    """Total to reach over the horizon, together with `so_far`."""
    so_far: NotRequired[float]
    """What has been reached of the total before the first step of the forecast."""
    at_most: NotRequired[bool]
    """The total is to stay below the target instead of reaching it."""
    paths: NotRequired[int]
    """Simulated paths, 100 to 100,000: for the total, and for intervals without a formula."""
    simulate: NotRequired[bool]
    """Intervals by simulation even where there is a formula."""
    seed: NotRequired[int]
    """Seed of the simulation."""
    fitted: NotRequired[bool]
    """Whether the report lists what the model says of each past value."""
    history: NotRequired[int]
    """Past values that the report repeats, the last ones, for pictures: 0 to 10,000."""


class BacktestOptions(TypedDict):
    """Options of `backtest`."""

    forecast: NotRequired[ForecastOptions]
    """How each forecast is made; `horizon` is how far each looks ahead."""
    folds: NotRequired[int]
    """Forecasts made, from different origins, 1 to 200."""
    stride: NotRequired[int]
    """Steps from one origin to the next, 1 to 10,000."""
    window: NotRequired[int | None]
    """Only that many values before an origin are used, 4 or more; absent: all."""


class IntervalCoverage(Record):
    """How often intervals held what came."""

    __slots__ = ("level", "share", "width")

    level: float
    """Level promised."""
    share: float
    """Share of actual values inside."""
    width: float
    """Mean width."""


class BacktestStep(Record):
    """Errors of one step ahead."""

    __slots__ = ("step", "accuracy")

    step: int
    """Steps ahead, from 1."""
    accuracy: ForecastAccuracy
    """Errors of this step."""


class BacktestReport(Record):
    """What `backtest` finds."""

    __slots__ = ("method", "accuracy", "naive", "skill", "coverage", "steps", "folds", "evidence")

    method: ForecastModel
    """Method used."""
    accuracy: ForecastAccuracy
    """Errors of all forecasts."""
    naive: ForecastAccuracy
    """Errors of the last season again, over the same values."""
    skill: float | None
    """1 − mean absolute error ÷ that of the last season again: above 0 where the method helps."""
    coverage: tuple[IntervalCoverage, ...]
    """How often intervals held what came."""
    steps: tuple[BacktestStep, ...]
    """Errors by step."""
    folds: tuple[BacktestFold, ...]
    """The forecasts, oldest first."""
    evidence: Evidence
    """How much it proves."""


class BaconComparison(Record):
    """One comparison that the two-way regression makes."""

    __slots__ = ("treated", "control", "already_treated", "weight", "effect")

    treated: str
    """Cohort whose change is looked at."""
    control: str | None
    """Cohort it is compared with; absent: the never treated."""
    already_treated: bool
    """Whether the control was already treated: the comparison that may have the wrong sign."""
    weight: float
    """Weight in the regression."""
    effect: float
    """The difference in differences of this pair."""


class BaconDecomposition(Record):
    """What the two-way regression is made of (Goodman-Bacon 2021)."""

    __slots__ = ("forbidden_weight", "comparisons")

    forbidden_weight: float
    """Share of the weight on comparisons with units already treated."""
    comparisons: tuple[BaconComparison, ...]
    """The comparisons."""


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


class BeforeAfterOptions(TypedDict):
    """Where `before_after` finds what."""

    outcome: NotRequired[str]
    """Column with the state of each opportunity. Default `outcome`."""
    won: NotRequired[list[str]]
    """States that are won. Default `won`, `yes`, `1`."""
    lost: NotRequired[list[str]]
    """States that are lost. Default `lost`, `no`, `0`."""
    open: NotRequired[list[str]]
    """States that are open: neither won nor lost. Default `open`."""
    group: NotRequired[str]
    """Column with the group of each row. Default `group`."""
    exposed: NotRequired[str | None]
    """Name of the group that took the tool up. Needed."""
    time: NotRequired[str]
    """Column with the date of each row (when it was closed). Default `date`."""
    adopted: NotRequired[When | None]
    """First day, or moment, of use. Needed."""
    unit: NotRequired[str | None]
    """Column with the person or team that each row belongs to. Default none."""
    count: NotRequired[str | None]
    """Column with how many opportunities a row stands for. Default: one."""
    level: NotRequired[float]
    """Level of the intervals, 0.5 to 0.999. Default 0.95."""


class GroupRate(Record):
    """The rate of a group."""

    __slots__ = ("group", "closed", "won", "open", "rate", "units", "value_won")

    group: str
    """Its name."""
    closed: int
    """Opportunities won or lost."""
    won: int
    """Opportunities won."""
    open: int
    """Opportunities still open."""
    rate: IntervalEstimate
    """Won ÷ closed, with Wilson's interval."""
    units: int | None
    """Units, where there are units."""
    value_won: float | None
    """Value of what was won."""


class UpliftClusters(Record):
    """The difference with an interval from the units."""

    __slots__ = ("units", "difference", "design_effect")

    units: int
    """Units of both groups."""
    difference: IntervalEstimate
    """The difference, its standard error from the rates of the units, its interval from Student's
    distribution with
    units − 2 degrees of freedom.
    """
    design_effect: float | None
    """How many times the variance is that of independent rows."""


class BeforeAfterReport(Record):
    """The change of a rate where a tool was taken up, less the change where it was not."""

    __slots__ = (
        "verdict",
        "statement",
        "evidence",
        "exposed_before",
        "exposed_after",
        "control_before",
        "control_after",
        "exposed_change",
        "control_change",
        "difference",
        "difference_wald",
        "clustered",
        "placebo",
        "won_per_thousand",
        "open",
        "left_out",
    )

    verdict: UpliftVerdict
    """What the data say."""
    statement: str
    """The same as a sentence."""
    evidence: Evidence
    """How much it proves."""
    exposed_before: GroupRate
    """Those who took it up, before."""
    exposed_after: GroupRate
    """Those who took it up, after."""
    control_before: GroupRate
    """The others, before."""
    control_after: GroupRate
    """The others, after."""
    exposed_change: IntervalEstimate
    """Change of the rate of those who took it up, with Newcombe's interval."""
    control_change: IntervalEstimate
    """Change of the rate of the others, with Newcombe's interval."""
    difference: IntervalEstimate
    """The one less the other, its interval from both intervals by the method of Zou and Donner."""
    difference_wald: IntervalEstimate
    """The same with Wald's interval, for comparison."""
    clustered: UpliftClusters | None
    """The same with an interval from the units."""
    placebo: IntervalEstimate | None
    """The same between the earlier and the later half of the time before: should be near zero."""
    won_per_thousand: IntervalEstimate
    """Won deals more per 1,000 closed opportunities."""
    open: int
    """Opportunities still open: in no rate."""
    left_out: int
    """Rows without a state, group or date: in no rate."""


class BetaPrior(TypedDict):
    """A beta prior of a share: as if so many successes and failures had been seen before."""

    alpha: NotRequired[float]
    """First parameter, 0.5 (Jeffreys) to 10⁹. Default 1: every share is as likely."""
    beta: NotRequired[float]
    """Second parameter, 0.5 to 10⁹. Default 1."""


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


class SpendResponse(Record):
    """A point of a response curve."""

    __slots__ = ("spend", "response")

    spend: float
    """Spend of one period."""
    response: float
    """Effect of one period."""


class ChannelBudget(Record):
    """What a channel gets."""

    __slots__ = (
        "channel",
        "spend",
        "share",
        "response",
        "average",
        "marginal",
        "bound",
        "curve",
        "change",
    )

    channel: str
    """The channel."""
    spend: float
    """Spend of one period."""
    share: float | None
    """Share of the spend."""
    response: float
    """Effect of one period."""
    average: float | None
    """Effect per unit of spend; left out without spend."""
    marginal: float | None
    """Effect of one more unit of spend; left out where it is infinite."""
    bound: SpendBound
    """Whether a bound holds it."""
    curve: tuple[SpendResponse, ...]
    """Its response curve at 25 spends, evenly from 0 to 1.5 times the largest of its spend, its
    spend today and an even
    share of the total.
    """
    change: float | None
    """Spend less that of today."""


class CampaignBudget(Record):
    """What a campaign gets: a budget for the plan."""

    __slots__ = ("campaign", "spend", "response")

    campaign: CampaignId
    """The campaign."""
    spend: float
    """Spend of one period."""
    response: float
    """Effect of one period."""


class BudgetAllocation(Record):
    """The best split of a budget."""

    __slots__ = (
        "response",
        "response_bound",
        "optimal",
        "spend",
        "unspent",
        "marginal",
        "current_response",
        "channels",
        "campaigns",
        "evidence",
    )

    response: float
    """Effect of one period by the split."""
    response_bound: float
    """No split can have more effect than this."""
    optimal: bool
    """Whether the split is the best there is, to 10⁻⁹ of the effect."""
    spend: float
    """Spend of the split."""
    unspent: float
    """What is left because every channel is at its most."""
    marginal: float | None
    """Effect of one more unit of budget; left out where every channel is at its most."""
    current_response: float | None
    """Effect of the spend of today, if every channel has one."""
    channels: tuple[ChannelBudget, ...]
    """Channels in the order of the request."""
    campaigns: tuple[CampaignBudget, ...]
    """Spend and effect by campaign, by id."""
    evidence: Evidence
    """What to know before believing it."""


class BudgetChange(Record):
    """The budget of a campaign before and after."""

    __slots__ = ("campaign", "before", "after", "optimum", "committed", "reason", "message")

    campaign: CampaignId
    """The campaign."""
    before: Money | None
    """Its budget so far, if it had one."""
    after: Money
    """Its budget now."""
    optimum: Money
    """What the best split gives it."""
    committed: Money
    """What it keeps in any case: the cost of its finished and started tasks, or the fixed amount if
    that is more.
    """
    reason: BudgetReason
    """Why it gets what it gets."""
    message: str
    """The same as a sentence."""


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


class CalendarPeriod(Record):
    """The periods in which a day lies, and where those to date begin."""

    __slots__ = (
        "date",
        "iso_year",
        "iso_week",
        "quarter",
        "fiscal_year",
        "fiscal_quarter",
        "week_start",
        "month_start",
        "quarter_start",
        "year_start",
        "fiscal_quarter_start",
        "fiscal_year_start",
        "days_in_month",
        "day_of_quarter",
        "day_of_fiscal_year",
    )

    date: datetime.date | datetime.datetime
    """The day."""
    iso_year: int
    """Year of the week by ISO 8601: at the turn of the year not always that of the day."""
    iso_week: int
    """Week by ISO 8601, 1 to 53."""
    quarter: int
    """Civil quarter, 1 to 4."""
    fiscal_year: int
    """Fiscal year, called by the year in which it ends."""
    fiscal_quarter: int
    """Quarter of the fiscal year, 1 to 4."""
    week_start: datetime.date | datetime.datetime
    """Monday of the week."""
    month_start: datetime.date | datetime.datetime
    """First day of the month."""
    quarter_start: datetime.date | datetime.datetime
    """First day of the civil quarter."""
    year_start: datetime.date | datetime.datetime
    """First day of the civil year."""
    fiscal_quarter_start: datetime.date | datetime.datetime
    """First day of the fiscal quarter."""
    fiscal_year_start: datetime.date | datetime.datetime
    """First day of the fiscal year."""
    days_in_month: int
    """Days of the month."""
    day_of_quarter: int
    """Days of the civil quarter up to this one, which counts."""
    day_of_fiscal_year: int
    """Days of the fiscal year up to this one, which counts."""


class CalendarPeriodRequest(TypedDict):
    """What `calendar_period` asks."""

    date: When
    """The day; a time of day is not looked at."""
    fiscal_year_start: NotRequired[int]
    """First month of the fiscal year: 1 (January, if absent) to 12."""


class CalendarSum(Record):
    """Values of one unit of the calendar."""

    __slots__ = ("name", "values", "sum", "mean")

    name: str
    """Its name, like `2026Q1`."""
    values: int
    """Values in it."""
    sum: float
    """Their sum."""
    mean: float
    """Their mean."""


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


class Constraint(TypedDict):
    """A date that a task is held to."""

    kind: ConstraintKind
    """What is demanded."""
    date: NotRequired[When | None]
    """When; absent for as soon and as late as possible. A bare date is the beginning of the day for
    `must_start_on`, `mandatory_start` and `start_no_earlier_than`, and the end of the day for the
    others.
    """


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


class Clamp(TypedDict):
    """Lowest and highest score."""

    min: float
    """Lowest score."""
    max: float
    """Highest score."""


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


class CampaignBudgetReport(Record):
    """The plan with its budgets, and every campaign of the split."""

    __slots__ = ("plan", "total", "changes")

    plan: PlanDocument
    """The plan with the budgets set."""
    total: Money
    """Sum of the budgets that were set: the spend of the split times the periods."""
    changes: tuple[BudgetChange, ...]
    """The campaigns of the split, by id."""


class CampaignBudgetRequest(TypedDict):
    """What `budgets` is asked."""

    allocation: BudgetAllocation | Mapping[str, Any]
    """The split, as `allocate_budget` answers it."""
    periods: NotRequired[int]
    """Periods that the budgets cover: a split says the spend of one. From 1 to 1,000; 1
    unless said.
    """
    currency: NotRequired[str | None]
    """Currency of the spend (ISO 4217), which must be that of the program. Absent: it is."""
    campaigns: NotRequired[dict[str, CampaignId]]
    """Campaign of each channel. Empty: the campaigns that the split names, else those of the
    channels' names.
    """
    fixed: NotRequired[dict[str, Money]]
    """Amounts that a campaign keeps in any case: signed contracts. What finished and started tasks
    cost is kept anyway.
    """


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


class CatalogueRole(Record):
    """A column that a KPI needs."""

    __slots__ = ("role", "meaning")

    role: str
    """The role: the column's name unless it is mapped."""
    meaning: str
    """What the column holds."""


class RowFilterEquals(TypedDict):
    """Rows with this value."""

    kind: Literal["equals"]
    column: str
    """The column."""
    value: FilterValue
    """The value."""


class RowFilterOneOf(TypedDict):
    """Rows with one of these values."""

    kind: Literal["one_of"]
    column: str
    """The column."""
    values: list[FilterValue]
    """The values: 1 to 1,000."""


class RowFilterAtLeast(TypedDict):
    """Rows with this value or a higher one. Dates written alike compare as dates."""

    kind: Literal["at_least"]
    column: str
    """The column."""
    value: FilterValue
    """The value."""


class RowFilterBelow(TypedDict):
    """Rows with a lower value."""

    kind: Literal["below"]
    column: str
    """The column."""
    value: FilterValue
    """The value."""


class RowFilterPresent(TypedDict):
    """Rows that have a value."""

    kind: Literal["present"]
    column: str
    """The column."""


class RowFilterAbsent(TypedDict):
    """Rows where the value is missing."""

    kind: Literal["absent"]
    column: str
    """The column."""


RowFilter: TypeAlias = (
    RowFilterEquals
    | RowFilterOneOf
    | RowFilterAtLeast
    | RowFilterBelow
    | RowFilterPresent
    | RowFilterAbsent
)
"""Which rows count."""


class IndicatorTerm(TypedDict):
    """One term of a sum: `factor × Σ column` over the rows that pass the filters."""

    table: NotRequired[str | None]
    """Table; absent: that of the indicator."""
    column: NotRequired[str | None]
    """Column of numbers; absent: rows are counted."""
    distinct: NotRequired[bool]
    """Whether the different values of the column are counted, not its numbers added.
    False if absent.
    """
    factor: NotRequired[float]
    """Multiplies the term: 1 if absent, −1 to subtract. Within ±10⁹."""
    missing_as: NotRequired[float | None]
    """What a missing cell counts as, and a group without rows (which then counts as 0); absent:
    such a row is left out
    of every term over its table, and such a group has no value.
    """
    filters: NotRequired[list[RowFilter]]
    """Only rows that pass all of these count."""


class DurationSummaryQuantile(TypedDict):
    """The time within which the share `p` of the items ends (Kaplan–Meier); absent while too many
    are open.
    """

    kind: Literal["quantile"]
    p: float
    """The share: above 0, below 1; 0.5 for the median."""


class DurationSummaryShareWithin(TypedDict):
    """The share of items that ends within a limit (Kaplan–Meier)."""

    kind: Literal["share_within"]
    limit: float
    """The limit, in the unit of the indicator: 0 or more."""


class DurationSummaryRestrictedMean(TypedDict):
    """The mean time, times above the limit counted as the limit (area under the Kaplan–Meier
    curve); absent where the
    curve is not known up to the limit.
    """

    kind: Literal["restricted_mean"]
    limit: float
    """The limit, in the unit of the indicator: above 0."""


DurationSummary: TypeAlias = (
    DurationSummaryQuantile | DurationSummaryShareWithin | DurationSummaryRestrictedMean
)
"""What is said of times that may be open."""


class IndicatorMeasureSum(TypedDict):
    """Additive: the sum of the terms. A term without a column counts rows."""

    kind: Literal["sum"]
    terms: list[IndicatorTerm]
    """The terms, added: 1 to 32."""


class IndicatorMeasureRatio(TypedDict):
    """Σ numerator ÷ Σ denominator, at every grain; absent where the denominator is 0."""

    kind: Literal["ratio"]
    numerator: list[IndicatorTerm]
    """The terms above the line: 1 to 32."""
    denominator: list[IndicatorTerm]
    """The terms below the line: 1 to 32."""


class IndicatorMeasureMean(TypedDict):
    """The mean of a column over rows; with `over` the mean of the ratios of the rows, which gives a
    post seen by ten
    people the weight of one seen by a million.
    """

    kind: Literal["mean"]
    column: str
    """Column of numbers."""
    over: NotRequired[str | None]
    """Column by which each row is divided; rows where it is 0 are left out."""


class IndicatorMeasurePercentile(TypedDict):
    """A percentile of a column over rows."""

    kind: Literal["percentile"]
    column: str
    """Column of numbers."""
    p: float
    """Which one: 0 to 1, 0.5 for the median."""
    method: NotRequired[PercentileMethod]
    """How it is read between two rows."""
    over: NotRequired[str | None]
    """Column by which each row is divided; rows where it is 0 are left out."""


class IndicatorMeasureLevel(TypedDict):
    """Semi-additive: a level such as followers, that adds over channels but not over time."""

    kind: Literal["level"]
    column: str
    """Column of numbers."""
    summary: LevelSummary
    """What stands for the whole time."""
    of: NotRequired[str | None]
    """Column of what has a level of its own, such as the channel: the levels of each are
    summarized, then added.
    Absent: there is one level.
    """
    order: NotRequired[str | None]
    """Column of times or numbers that says what comes first and last; absent: the column of times
    of the table.
    """


class IndicatorMeasureDistinct(TypedDict):
    """The number of different values of a column."""

    kind: Literal["distinct"]
    column: str
    """Column of texts, numbers or times."""


class IndicatorMeasureDuration(TypedDict):
    """Time between two columns of times, with items that have not ended yet."""

    kind: Literal["duration"]
    start: str
    """Column of the begin. The row belongs to the period of its begin."""
    end: str
    """Column of the end; missing, or after `as_of`: still open."""
    summary: DurationSummary
    """What is said of the times."""
    unit: NotRequired[SpanUnit]
    """Unit of the result: hours if absent."""


IndicatorMeasure: TypeAlias = (
    IndicatorMeasureSum
    | IndicatorMeasureRatio
    | IndicatorMeasureMean
    | IndicatorMeasurePercentile
    | IndicatorMeasureLevel
    | IndicatorMeasureDistinct
    | IndicatorMeasureDuration
)
"""What is measured."""


class CatalogueKpi(Record):
    """One KPI of the catalogue."""

    __slots__ = (
        "id",
        "name",
        "question",
        "formula",
        "denominator",
        "unit",
        "per",
        "better",
        "stage",
        "roles",
        "words",
        "measure",
        "proportion",
        "source",
    )

    id: str
    """Id."""
    name: str
    """Name."""
    question: str
    """What it answers."""
    formula: str
    """The formula, in roles."""
    denominator: str | None
    """What it is over, in words; absent where nothing is divided."""
    unit: str
    """Unit of the value; money in the currency of the data."""
    per: float
    """What a ratio or share is stated per."""
    better: KpiDirection
    """Whether more or less of it is better."""
    stage: AmecStage
    """What it shows, in the stages of AMEC's framework."""
    roles: tuple[CatalogueRole, ...]
    """The roles of columns in the measure, with what they hold."""
    words: tuple[str, ...]
    """Words of the measure that the data may say otherwise, such as `won`."""
    measure: IndicatorMeasure
    """What is measured, with roles in place of columns."""
    proportion: bool
    """Whether each unit of the denominator counts at most once in the numerator."""
    source: str
    """Where the definition comes from."""


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


class ChangePointOptions(TypedDict):
    """Options of `change_points`."""

    value: NotRequired[str]
    """Column of the values."""
    time: NotRequired[str | None]
    """Column of dates or times, in any order. Absent: column `date` if there is one, else the rows
    in their order.
    """
    method: NotRequired[ChangeMethod]
    """How changes are found."""
    cost: NotRequired[ChangeCost]
    """What a segment costs."""
    penalty: NotRequired[float | None]
    """Penalty for each change, in the unit of the cost. Absent: that of Schwarz's criterion, 2 σ²
    ln n for the mean (σ
    from the median change from value to value), b ln n for the median, 2 ln n for the variance, 3
    ln n for both.
    """
    changes: NotRequired[int | None]
    """Number of changes, for `dynamic_programming` (1 to 100) and instead of the penalty of
    `binary_segmentation`.
    """
    min_size: NotRequired[int]
    """Fewest values of a segment, 1 to 1,000,000; 2 or more where the spread is estimated."""
    expected_run: NotRequired[float]
    """Expected length of a run, for `online`, above 1."""
    prior_mean: NotRequired[float]
    """Prior mean of a run, in standard deviations of the series from its mean, for `online`."""
    prior_kappa: NotRequired[float]
    """Values that the prior mean counts for, for `online`."""
    prior_alpha: NotRequired[float]
    """Shape of the prior of the precision, for `online`."""
    prior_beta: NotRequired[float]
    """Rate of the prior of the precision, in variances of the series, for `online`."""


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


class CovariateMoments(TypedDict):
    """A covariate by its moments."""

    mean: float
    """Mean of the covariate."""
    variance: float
    """Its variance."""
    covariance: float
    """Its covariance with the outcome."""


class CovariateSums(TypedDict):
    """A covariate by its sums."""

    sum: float
    """Σ covariate."""
    sum_squares: float
    """Σ covariate²."""
    sum_products: float
    """Σ outcome × covariate."""


class MeanSampleValues(TypedDict):
    """One value per unit."""

    kind: Literal["values"]
    outcome: list[float]
    """The outcome of each unit."""
    covariate: NotRequired[list[float]]
    """The covariate of each unit, measured before the experiment."""


class MeanSampleMoments(TypedDict):
    """Means and variances (with n − 1)."""

    kind: Literal["moments"]
    units: int
    """Number of units."""
    mean: float
    """Mean outcome."""
    variance: float
    """Variance of the outcome of a unit."""
    covariate: NotRequired[CovariateMoments | None]
    """The covariate, if there is one."""


class MeanSampleSums(TypedDict):
    """Sums, as a database gives them. Where values are large and vary little, moments keep more
    digits.
    """

    kind: Literal["sums"]
    units: int
    """Number of units."""
    sum: float
    """Σ outcome."""
    sum_squares: float
    """Σ outcome²."""
    covariate: NotRequired[CovariateSums | None]
    """The covariate, if there is one."""


MeanSample: TypeAlias = MeanSampleValues | MeanSampleMoments | MeanSampleSums
"""One arm of a comparison of means, in the form that is at hand."""


class EffectPrior(TypedDict):
    """A belief about the effect before the data: normal, with a mean and a standard deviation."""

    relative: NotRequired[bool]
    """Whether it is about the relative lift (default) or the difference."""
    mean: NotRequired[float]
    """Its mean. Default 0."""
    standard_deviation: NotRequired[float | None]
    """Its standard deviation, above 0. Absent: flat, the data alone speak."""


class CompareMeansRequest(TypedDict):
    """What `compare_means` asks."""

    control: MeanSample
    """The arm without the change."""
    treatment: MeanSample
    """The arm with the change."""
    settings: NotRequired[ExperimentSettings]
    """How results are judged."""
    slope: NotRequired[CupedSlope]
    """Where the slope of CUPED comes from, if both arms have a covariate."""
    prior: NotRequired[EffectPrior | None]
    """Belief about the effect before the data; absent: no Bayesian answer."""


class ProportionSample(TypedDict):
    """Successes among trials."""

    successes: int
    """Units with the outcome, such as converted visitors."""
    trials: int
    """All units, 1 to 10¹²."""


class CompareProportionsRequest(TypedDict):
    """What `compare_proportions` asks."""

    control: ProportionSample
    """The arm without the change."""
    treatment: ProportionSample
    """The arm with the change."""
    settings: NotRequired[ExperimentSettings]
    """How results are judged."""
    detail: NotRequired[ProportionDetail]
    """How much is computed."""
    prior: NotRequired[BetaPrior | None]
    """Prior of both shares; absent: no Bayesian answer."""


class RatioSample(TypedDict):
    """Sums over the units of one arm."""

    units: int
    """Number of units (users), 2 to 10¹²."""
    numerator: float
    """Σ numerator."""
    denominator: float
    """Σ denominator, not 0."""
    numerator_squares: float
    """Σ numerator²."""
    denominator_squares: float
    """Σ denominator²."""
    products: float
    """Σ numerator × denominator."""


class CompareRatiosRequest(TypedDict):
    """What `compare_ratios` asks."""

    control: RatioSample
    """The arm without the change."""
    treatment: RatioSample
    """The arm with the change."""
    settings: NotRequired[ExperimentSettings]
    """How results are judged."""
    prior: NotRequired[EffectPrior | None]
    """Belief about the effect before the data; absent: no Bayesian answer."""


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


class ControlChartOptions(TypedDict):
    """Options of `control_chart`."""

    value: NotRequired[str]
    """Column of the values."""
    time: NotRequired[str | None]
    """Column of dates or times, in any order. Absent: column `date` if there is one, else the rows
    in their order.
    """
    kind: NotRequired[ChartKind]
    """Kind of chart."""
    mean: NotRequired[float | None]
    """Mean of the process; absent: of the baseline."""
    standard_deviation: NotRequired[float | None]
    """Standard deviation of the process, above 0; absent: mean change from value to value of the
    baseline ÷ 1.128.
    """
    baseline: NotRequired[int | None]
    """First values that mean and standard deviation are taken from, 2 or more; absent: all."""
    limit: NotRequired[float | None]
    """Limits in standard deviations: 3 for `shewhart`, 2.7 for `ewma`, the decision interval 5 for
    `cusum` unless
    given, above 0 to 100.
    """
    weight: NotRequired[float]
    """Weight of the newest value (`ewma`), above 0 to 1."""
    allowance: NotRequired[float]
    """Allowance in standard deviations, half the change to find (`cusum`), 0 to 100."""


class CorrelationEstimate(Record):
    """A correlation."""

    __slots__ = ("coefficient", "p_value")

    coefficient: IntervalEstimate
    """The coefficient, −1 to 1, with Fisher's interval (for ranks with the variance of Bonett and
    Wright).
    """
    p_value: float
    """Probability of a coefficient at least as far from zero by chance, from Student's
    distribution.
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


class SignificanceTest(Record):
    """A test of "no difference"."""

    __slots__ = ("statistic", "degrees_of_freedom", "p_value")

    statistic: float | None
    """The test statistic; absent where nothing varies."""
    degrees_of_freedom: float | None
    """Degrees of freedom, where the reference distribution has them."""
    p_value: float
    """Probability of a difference at least this large if there were none, two-sided; 1 where
    nothing varies.
    """


class RelativeLift(Record):
    """An effect relative to the control."""

    __slots__ = ("lift", "p_value")

    lift: IntervalEstimate
    """Treatment ÷ control − 1, with its delta-method error, in which the control varies too."""
    p_value: float
    """Two-sided p-value on this scale."""


class EffectInterval(Record):
    """An interval whose ends may be open."""

    __slots__ = ("low", "high")

    low: float | None
    """Lower end; absent: without end."""
    high: float | None
    """Upper end; absent: without end."""


class EffectPosterior(Record):
    """The belief about an effect after the data."""

    __slots__ = (
        "mean",
        "standard_deviation",
        "interval",
        "chance_to_win",
        "loss_of_control",
        "loss_of_treatment",
    )

    mean: float
    """Posterior mean of the effect."""
    standard_deviation: float
    """Posterior standard deviation."""
    interval: EffectInterval
    """Credible interval with 1 − alpha."""
    chance_to_win: float
    """Probability that the treatment is better."""
    loss_of_control: float
    """What one loses on average by staying with the control."""
    loss_of_treatment: float
    """What one loses on average by taking the treatment."""


class MeanEffect(Record):
    """A difference of two means with everything that follows from it."""

    __slots__ = (
        "difference",
        "welch_test",
        "relative_lift",
        "always_valid",
        "always_valid_lift",
        "posterior",
    )

    difference: IntervalEstimate
    """Treatment − control with Welch's interval."""
    welch_test: SignificanceTest
    """Welch's test (1947): variances may differ."""
    relative_lift: RelativeLift | None
    """Treatment ÷ control − 1, with the delta method; absent where the control's mean is 0."""
    always_valid: AlwaysValidEffect | None
    """The difference with an interval that may be looked at any time."""
    always_valid_lift: AlwaysValidEffect | None
    """The lift with such an interval."""
    posterior: EffectPosterior | None
    """What is believed after the data, if a prior was given."""


class CupedEffect(Record):
    """What the covariate brought."""

    __slots__ = ("theta", "variance_reduction", "worth_of_units", "covariate_imbalance", "effect")

    theta: float
    """Slope of the outcome on the covariate."""
    variance_reduction: float
    """Squared correlation within the arms: the share of the variance that a covariate can
    take away.
    """
    worth_of_units: float
    """Units that the raw comparison would need for the same precision, relative to these."""
    covariate_imbalance: SignificanceTest
    """Difference of the covariate between the arms, in its standard errors: large values speak
    against random assignment.
    """
    effect: MeanEffect
    """The adjusted effect."""


class CustomerHistories(Record):
    """One row for each customer."""

    __slots__ = ("end", "unit", "table", "orders", "later", "incomplete")

    end: str
    """Last day of the records."""
    unit: HistoryUnit
    """Unit of `recency` and `age`."""
    table: TableColumns
    """Columns `customer`, `first` and `last` (dates of the first and the last order), `frequency`,
    `recency`, `age` and, where
    orders have values, `value`: what `customer_value` takes. By name of the customer.
    """
    orders: int
    """Orders counted. Those of a customer on one day are one purchase."""
    later: int
    """Orders after the last day, which were left out."""
    incomplete: int
    """Orders without customer or date, which were left out."""


class CustomerHistoriesOptions(TypedDict):
    """Where `customer_histories` finds what."""

    customer: NotRequired[str]
    """Column with the name of the customer. Default `customer`."""
    time: NotRequired[str]
    """Column with the date of the order. Default `time`."""
    value: NotRequired[str | None]
    """Column with the value of the order. Default none."""
    end: NotRequired[When | None]
    """Last day of the records; what comes after it is left out. Default: the last date in
    the table.
    """
    unit: NotRequired[HistoryUnit]
    """Unit of the times. Default weeks."""


class CustomerParameter(Record):
    """A parameter of a model."""

    __slots__ = ("name", "estimate")

    name: str
    """Its name."""
    estimate: IntervalEstimate
    """Its value; without error and interval where the likelihood is too flat for them."""


class CustomerSpend(Record):
    """The Gamma-Gamma model of values."""

    __slots__ = (
        "parameters",
        "log_likelihood",
        "customers",
        "mean_value",
        "correlation_with_frequency",
    )

    parameters: tuple[CustomerParameter, ...]
    """Its parameters: p, q, gamma."""
    log_likelihood: float
    """Logarithm of the likelihood."""
    customers: int
    """Customers with repeat purchases and a value."""
    mean_value: float | None
    """Mean value of a purchase over all customers, p γ ÷ (q − 1); nothing if q is not above 1."""
    correlation_with_frequency: float | None
    """Correlation of number and value of purchases, which should be near zero."""


class CustomerValue(Record):
    """What is expected of a customer."""

    __slots__ = (
        "customer",
        "probability_alive",
        "expected_purchases",
        "expected_value",
        "lifetime_value",
    )

    customer: str
    """The customer."""
    probability_alive: float
    """Probability that they are still there, 0 to 1."""
    expected_purchases: float
    """Purchases expected within the horizon."""
    expected_value: float | None
    """Value expected of a purchase."""
    lifetime_value: float | None
    """Discounted value within the horizon."""


class CustomerValueOptions(TypedDict):
    """Where `customer_value` finds what."""

    customer: NotRequired[str | None]
    """Column with the name of the customer. Default: the number of the row."""
    frequency: NotRequired[str]
    """Column with the number of purchases after the first: whole, 0 or more. Default
    `frequency`.
    """
    recency: NotRequired[str]
    """Column with the time from the first to the last purchase, 0 for those who bought once.
    Default `recency`.
    """
    age: NotRequired[str]
    """Column with the time from the first purchase to the end of the records, in the same unit.
    Default `age`.
    """
    value: NotRequired[str | None]
    """Column with the mean value of the repeat purchases, for the Gamma-Gamma model.
    Default none.
    """
    model: NotRequired[CustomerModel]
    """Model of purchases. Default BG/NBD."""
    horizon: NotRequired[float]
    """Time ahead, in the unit of the ages, above 0 and up to 100 times the largest age.
    Default 52.
    """
    periods: NotRequired[int]
    """Equal periods that the horizon is discounted by, 1 to 1,000. Default 12."""
    discount: NotRequired[float]
    """Discount of a period, 0 to 10: 0.01 is 1%. Default 0."""
    margin: NotRequired[float]
    """Share of a value that is profit, 0 to 1. Default 1."""
    level: NotRequired[float]
    """Level of the intervals, 0.5 to 0.999. Default 0.95."""


class CustomerValueReport(Record):
    """A model of customers and what it expects of each."""

    __slots__ = (
        "evidence",
        "model",
        "parameters",
        "log_likelihood",
        "new_customer_purchases",
        "spend",
        "customers",
        "total_purchases",
        "total_value",
    )

    evidence: Evidence
    """How much it proves."""
    model: CustomerModel
    """The model of purchases."""
    parameters: tuple[CustomerParameter, ...]
    """Its parameters: r, alpha, a, b (BG/NBD and MBG/NBD) or r, alpha, s, beta (Pareto/NBD)."""
    log_likelihood: float
    """Logarithm of the likelihood, without constants of the data."""
    new_customer_purchases: float
    """Purchases that a new customer is expected to make within the horizon."""
    spend: CustomerSpend | None
    """The model of values, where values are given."""
    customers: tuple[CustomerValue, ...]
    """The customers, in the order of the rows."""
    total_purchases: float
    """Purchases expected of all of them within the horizon."""
    total_value: float | None
    """Discounted value of all of them within the horizon."""


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


class DecomposeOptions(TypedDict):
    """Options of `decompose`."""

    value: NotRequired[str]
    """Column of the values."""
    time: NotRequired[str | None]
    """Column of dates or times, in any order. Absent: column `date` if there is one, else the rows
    in their order,
    evenly spaced.
    """
    periods: NotRequired[list[int]]
    """Steps of each season; empty: what the step of the dates usually has."""
    season: NotRequired[SeasonKind]
    """Whether seasons are added or multiply."""
    periodic: NotRequired[bool]
    """The season is the same in each period. Otherwise it changes as `seasonal_window` lets it."""
    seasonal_window: NotRequired[int | None]
    """Periods over which a season is smoothed, odd, 7 to 10,001. Absent: 11 for the shortest
    season, 4 more for each
    longer one, as R's `mstl`.
    """
    trend_window: NotRequired[int | None]
    """Steps over which the trend is smoothed, odd, 3 to 1,000,001. Absent: the least odd number of
    at least
    1.5 × period ÷ (1 − 1.5 ÷ seasonal window).
    """
    robust: NotRequired[bool]
    """Outliers count less."""
    missing: NotRequired[MissingValues]
    """How missing values are treated."""


class SeasonalPart(Record):
    """One season of a series."""

    __slots__ = ("period", "values", "strength")

    period: int
    """Its steps."""
    values: tuple[float, ...]
    """What it adds to each value, or multiplies it by."""
    strength: float | None
    """Its strength: 1 − variance of the remainder ÷ variance of season and remainder,
    from 0 to 1.
    """


class DecomposeReport(Record):
    """What `decompose` finds."""

    __slots__ = (
        "rows",
        "filled",
        "times",
        "trend",
        "trend_strength",
        "seasons",
        "remainder",
        "adjusted",
        "weights",
        "evidence",
    )

    rows: int
    """Values taken apart."""
    filled: int
    """Missing values that were filled."""
    times: tuple[str, ...]
    """The times of the values, where the table has times."""
    trend: tuple[float, ...]
    """Trend."""
    trend_strength: float | None
    """Strength of the trend: 1 − variance of the remainder ÷ variance of trend and remainder, from
    0 to 1.
    """
    seasons: tuple[SeasonalPart, ...]
    """Seasons, shortest first."""
    remainder: tuple[float, ...]
    """What neither explains: added, or multiplied where seasons multiply."""
    adjusted: tuple[float, ...]
    """The values without their seasons."""
    weights: tuple[float, ...]
    """How much each value counted, where outliers count less."""
    evidence: Evidence
    """How much it proves."""


class DidOptions(TypedDict):
    """What `difference_in_differences` is told."""

    unit: NotRequired[str]
    """Column that names the unit: market, account, agent. Default `unit`."""
    time: NotRequired[str]
    """Column of the period: numbers, dates, or texts in the order of their bytes. Default
    `time`.
    """
    outcome: NotRequired[str]
    """Column of the outcome; rows without it are left out. Default `outcome`."""
    treated: NotRequired[str]
    """Column of 0 and 1: is the unit treated in this period? Default `treated`."""
    cluster: NotRequired[str]
    """Column of clusters of units. Empty (default): each unit is its own."""
    alpha: NotRequired[float]
    """Level of tests and intervals: they hold at 1 − alpha. Default 0.05."""
    small_sample: NotRequired[bool]
    """Whether clustered errors are corrected for few clusters. Default yes."""
    student: NotRequired[bool]
    """Whether Student's distribution with clusters − 1 degrees of freedom is used (default), or the
    normal one.
    """
    comparison: NotRequired[ComparisonUnits]
    """Which units a cohort is compared with where units start at different times."""
    permutations: NotRequired[int]
    """Reassignments of the treatment among units for the permutation test, 0 (none) to 10,000.
    Default 999.
    """
    bootstrap: NotRequired[int]
    """Draws of the multiplier bootstrap for simultaneous bands, 0 (none, default) to 10,000."""
    seed: NotRequired[int]
    """Seed of permutations and bootstrap. Default 1."""


class RegressionTerm(Record):
    """One coefficient of a regression."""

    __slots__ = ("name", "estimate", "standard_error", "statistic", "p_value", "low", "high")

    name: str
    """What it stands for."""
    estimate: float
    """Its value."""
    standard_error: float
    """Its standard error."""
    statistic: float | None
    """Value ÷ standard error; absent where the error is 0."""
    p_value: float | None
    """Two-sided p-value."""
    low: float
    """Lower end of the interval."""
    high: float
    """Upper end of the interval."""


class TwoByTwo(Record):
    """The two groups before and after, where all treated units start together."""

    __slots__ = (
        "control_before",
        "control_after",
        "treated_before",
        "treated_after",
        "effect",
        "classic",
        "hc1",
        "hc3",
    )

    control_before: float
    """Mean of the untreated before."""
    control_after: float
    """Mean of the untreated after."""
    treated_before: float
    """Mean of the treated before."""
    treated_after: float
    """Mean of the treated after."""
    effect: float
    """(treated after − before) − (control after − before)."""
    classic: tuple[RegressionTerm, ...]
    """Regression on group, time and both, with classic errors."""
    hc1: tuple[RegressionTerm, ...]
    """The same with HC1 errors (unequal variances)."""
    hc3: tuple[RegressionTerm, ...]
    """The same with HC3 errors (unequal variances, few rows)."""


class EventEffect(Record):
    """The effect at one time since the start."""

    __slots__ = ("event_time", "effect")

    event_time: int
    """Periods since the start: 0 is the first treated period, −2 the second before it."""
    effect: RegressionTerm
    """The effect."""


class EventStudy(Record):
    """Effects by time since the start, one regression with a term for each."""

    __slots__ = ("effects", "pre_trend_statistic", "pre_trend_p_value")

    effects: tuple[EventEffect, ...]
    """The effects in order of time; the period before the start is the base and left out."""
    pre_trend_statistic: float | None
    """F statistic of "no effect in any period before the start"; absent with fewer than two periods
    before.
    """
    pre_trend_p_value: float | None
    """Its p-value: a small one speaks against parallel trends."""


class GroupTimeEffect(Record):
    """The effect on one cohort in one period."""

    __slots__ = ("cohort", "period", "event_time", "treated_units", "control_units", "effect")

    cohort: str
    """First treated period of the cohort."""
    period: str
    """The period."""
    event_time: int
    """Periods since the start."""
    treated_units: int
    """Units of the cohort."""
    control_units: int
    """Units it is compared with."""
    effect: IntervalEstimate
    """The effect."""


class StaggeredEffects(Record):
    """Effects by cohort and period (Callaway and Sant'Anna), each against units not
    treated then.
    """

    __slots__ = (
        "overall",
        "overall_p_value",
        "by_event_time",
        "by_cohort",
        "by_period",
        "pre_trend_p_value",
        "group_time",
        "simultaneous_critical_value",
    )

    overall: IntervalEstimate
    """Mean over cohorts and periods since their start, by size of cohort."""
    overall_p_value: float | None
    """Two-sided p-value of the mean; absent where its error is 0."""
    by_event_time: tuple[AggregateEffect, ...]
    """By periods since the start."""
    by_cohort: tuple[AggregateEffect, ...]
    """By cohort, mean over its periods."""
    by_period: tuple[AggregateEffect, ...]
    """By period, mean over the cohorts that have started."""
    pre_trend_p_value: float | None
    """p-value of "no effect at any time before the start"."""
    group_time: tuple[GroupTimeEffect, ...]
    """Every cohort in every period."""
    simultaneous_critical_value: float | None
    """Critical value of bands that hold for all periods since the start together, if a bootstrap
    was asked for.
    """


class DidReport(Record):
    """What `difference_in_differences` answers."""

    __slots__ = (
        "units",
        "treated_units",
        "never_treated_units",
        "periods",
        "rows",
        "left_out",
        "cohorts",
        "effect",
        "p_value",
        "two_by_two",
        "two_way",
        "two_way_classic",
        "event_study",
        "staggered",
        "decomposition",
        "placebo",
        "permutation_p_value",
        "evidence",
    )

    units: int
    """Units with a record."""
    treated_units: int
    """Units that are treated at some time."""
    never_treated_units: int
    """Units that are never treated."""
    periods: int
    """Periods."""
    rows: int
    """Rows used."""
    left_out: int
    """Rows left out because the outcome is missing."""
    cohorts: tuple[str, ...]
    """First treated periods, in order."""
    effect: IntervalEstimate
    """The effect to report: of the two-way regression where all treated units start together, else
    the mean over cohorts and periods.
    """
    p_value: float | None
    """Its p-value."""
    two_by_two: TwoByTwo | None
    """Groups and times, where all treated units start together and others never do."""
    two_way: RegressionTerm
    """Regression with effects of units and periods, errors clustered."""
    two_way_classic: RegressionTerm
    """The same with classic errors, for comparison."""
    event_study: EventStudy | None
    """Effects by time since the start, where all treated units start together."""
    staggered: StaggeredEffects | None
    """Effects by cohort and period."""
    decomposition: BaconDecomposition | None
    """What the two-way regression compares, where units start at different times."""
    placebo: RegressionTerm | None
    """An effect pretended in the middle of the periods before the start: it should be none."""
    permutation_p_value: float | None
    """Share of reassignments of the treatment among the units with an effect at least this large:
    the p-value to
    believe with few treated units.
    """
    evidence: Evidence
    """How much this proves."""


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


class ExperimentArm(Record):
    """Units of one arm."""

    __slots__ = ("variant", "units", "expected_units")

    variant: str
    """Name of the arm."""
    units: int
    """Its units."""
    expected_units: float
    """Units that the planned shares let expect."""


class ProportionArm(Record):
    """One arm with the intervals of its share."""

    __slots__ = (
        "successes",
        "trials",
        "rate",
        "wilson",
        "wald",
        "agresti_coull",
        "jeffreys",
        "clopper_pearson",
    )

    successes: int
    """Units with the outcome."""
    trials: int
    """All units."""
    rate: float
    """Their share."""
    wilson: EffectInterval
    """Wilson's interval (1927): the one to show."""
    wald: EffectInterval | None
    """Wald's interval, cut at 0 and 1: too short for small or extreme shares."""
    agresti_coull: EffectInterval | None
    """Agresti and Coull's interval (1998)."""
    jeffreys: EffectInterval | None
    """Jeffreys' interval: equal tails of the posterior with the prior Beta(½, ½)."""
    clopper_pearson: EffectInterval | None
    """Clopper and Pearson's interval (1934): never too short."""


class ProportionMethods(Record):
    """Every test and interval of two shares."""

    __slots__ = (
        "wald_test",
        "score_test",
        "agresti_caffo_test",
        "chi_squared",
        "chi_squared_yates",
        "fisher_p_value",
        "wald",
        "newcombe",
        "agresti_caffo",
        "score",
        "ratio",
        "ratio_score",
        "odds_ratio",
    )

    wald_test: SignificanceTest
    """Wald's test, variances not pooled."""
    score_test: SignificanceTest
    """Miettinen and Nurminen's score test."""
    agresti_caffo_test: SignificanceTest
    """Agresti and Caffo's test (2000): one success and one failure added to each arm."""
    chi_squared: SignificanceTest | None
    """χ² test; absent where a row or column is empty."""
    chi_squared_yates: SignificanceTest | None
    """χ² test with Yates' correction."""
    fisher_p_value: float | None
    """Two-sided p-value of Fisher's exact test; absent above 50 million units."""
    wald: EffectInterval
    """Wald's interval of the difference."""
    newcombe: EffectInterval
    """Newcombe's hybrid interval of the difference (1998, method 10)."""
    agresti_caffo: EffectInterval
    """Agresti and Caffo's interval of the difference."""
    score: EffectInterval
    """Miettinen and Nurminen's score interval of the difference."""
    ratio: IntervalEstimate | None
    """Ratio of the shares with the interval on the log scale; absent with an empty cell."""
    ratio_score: EffectInterval | None
    """Miettinen and Nurminen's score interval of the ratio; without end where the control has no
    success.
    """
    odds_ratio: IntervalEstimate | None
    """Odds ratio with Woolf's logit interval; absent with an empty cell."""


class ProportionPosterior(Record):
    """What is believed about two shares after the data."""

    __slots__ = (
        "probability_treatment_higher",
        "probability_control_higher",
        "loss_of_treatment",
        "loss_of_control",
        "control",
        "treatment",
        "difference",
        "difference_interval",
    )

    probability_treatment_higher: float
    """Probability that the treatment's share is larger."""
    probability_control_higher: float
    """Probability that the control's share is larger."""
    loss_of_treatment: float
    """Expected loss of share by choosing the treatment: E max(control − treatment, 0)."""
    loss_of_control: float
    """Expected loss of share by choosing the control: E max(treatment − control, 0)."""
    control: EffectInterval
    """Credible interval of the control's share, equal tails."""
    treatment: EffectInterval
    """Credible interval of the treatment's share, equal tails."""
    difference: float
    """Posterior mean of the difference treatment − control."""
    difference_interval: EffectInterval
    """Credible interval of the difference, equal tails."""


class ProportionReport(Record):
    """What `compare_proportions` answers."""

    __slots__ = (
        "control",
        "treatment",
        "difference",
        "relative_lift",
        "pooled_test",
        "methods",
        "always_valid",
        "posterior",
        "verdict",
        "advice",
        "evidence",
    )

    control: ProportionArm
    """The arm without the change."""
    treatment: ProportionArm
    """The arm with the change."""
    difference: IntervalEstimate
    """Treatment − control, with Wald's standard error and Newcombe's interval."""
    relative_lift: RelativeLift | None
    """Treatment ÷ control − 1 with its delta-method interval; absent where the control
    has no success.
    """
    pooled_test: SignificanceTest
    """The z test with the pooled share: the test the verdict follows, unless an always-valid one is
    asked for.
    """
    methods: ProportionMethods | None
    """Every other test and interval, with full detail."""
    always_valid: AlwaysValidEffect | None
    """The difference with an interval that may be looked at any time."""
    posterior: ProportionPosterior | None
    """What is believed after the data, if a prior was given."""
    verdict: ExperimentVerdict
    """What is shown at the level asked for."""
    advice: StoppingAdvice
    """What to do next."""
    evidence: Evidence
    """How much this proves."""


class RankTest(Record):
    """Mann and Whitney's test, by the normal approximation with the corrections for ties and
    continuity.
    """

    __slots__ = ("u", "probability_treatment_higher", "p_value")

    u: float
    """U of the treatment: pairs in which its unit has more, ties as half."""
    probability_treatment_higher: float
    """U ÷ all pairs: the probability that a unit of the treatment has more (0.5: no difference)."""
    p_value: float
    """Two-sided p-value; 1 where all values are the same."""


class ExperimentComparison(Record):
    """One metric of one arm against the control."""

    __slots__ = (
        "metric",
        "variant",
        "units_control",
        "units_treatment",
        "left_out",
        "control",
        "treatment",
        "effect",
        "cuped",
        "proportions",
        "rank_test",
        "p_value",
        "adjusted_p_value",
        "verdict",
        "advice",
    )

    metric: str
    """Name of the metric."""
    variant: str
    """The arm."""
    units_control: int
    """Units of the control with this metric."""
    units_treatment: int
    """Units of the arm with this metric."""
    left_out: int
    """Units of both left out because a value is missing."""
    control: float
    """The metric of the control."""
    treatment: float
    """The metric of the arm."""
    effect: MeanEffect
    """Difference and lift as they stand."""
    cuped: CupedEffect | None
    """Difference and lift with the covariate taken out; the verdict follows it."""
    proportions: ProportionReport | None
    """Every test and interval of the shares, for proportions."""
    rank_test: RankTest | None
    """Mann and Whitney's test of ranks, for means."""
    p_value: float
    """The p-value that is judged: always-valid if asked for, else of the pooled z test
    (proportions) or Welch's.
    """
    adjusted_p_value: float
    """The same adjusted for the number of comparisons."""
    verdict: ExperimentVerdict
    """What the adjusted p-value shows."""
    advice: StoppingAdvice
    """What to do next."""


class ExperimentPlan(Record):
    """What `plan_experiment` answers."""

    __slots__ = (
        "effect",
        "relative_effect",
        "exact_units",
        "units_control",
        "units_treatment",
        "units_total",
        "power",
        "alpha_per_comparison",
        "exact_alpha",
        "days",
    )

    effect: float
    """Difference to be seen: given, or the smallest that is."""
    relative_effect: float | None
    """The same ÷ baseline; absent where the baseline is 0."""
    exact_units: float
    """Units of the control before rounding up."""
    units_control: int
    """Units of the control."""
    units_treatment: int
    """Units of the treatment."""
    units_total: int
    """Units of both arms."""
    power: float
    """Power: given, or found."""
    alpha_per_comparison: float
    """Rate of false alarms of one comparison, after sharing alpha."""
    exact_alpha: float | None
    """Rate of false alarms that the test really has at the baseline, with the exact method."""
    days: int | None
    """Days until the units have come, rounded up; plan whole weeks."""


class ExperimentReport(Record):
    """What the analysis of an experiment answers."""

    __slots__ = (
        "arms",
        "mismatch_chi_squared",
        "mismatch_p_value",
        "sample_ratio_mismatch",
        "comparisons",
        "evidence",
    )

    arms: tuple[ExperimentArm, ...]
    """The arms in the order of their names."""
    mismatch_chi_squared: float
    """χ² of the split of the units against the planned shares."""
    mismatch_p_value: float
    """Its p-value."""
    sample_ratio_mismatch: bool
    """Whether the split is wrong: then nothing below is to be believed."""
    comparisons: tuple[ExperimentComparison, ...]
    """Every metric of every arm against the control: in the order of the metrics, then of the names
    of the arms.
    """
    evidence: Evidence
    """How much this proves."""


class ResponseChannel(TypedDict):
    """A channel whose spend may act on the outcome."""

    spend: str
    """Column of its spend in each period, none below 0; it is the name of the channel."""
    adstock: NotRequired[list[Adstock]]
    """Carry-overs to choose from: one fixes it, none means that spend acts at once and no
    longer.
    """
    saturation: NotRequired[list[Saturation]]
    """Saturations to choose from: one fixes it, none means that effects grow in proportion."""


class FitResponseOptions(TypedDict):
    """How `fit_response` reads a table and fits it."""

    outcome: NotRequired[str]
    """Column of the outcome of each period; `outcome` unless said."""
    time: NotRequired[str | None]
    """Column of dates that orders the rows; rows are in the order of time if left out."""
    channels: NotRequired[list[ResponseChannel]]
    """Channels, from 1 to 50."""
    controls: NotRequired[list[str]]
    """Columns of what else moves the outcome (prices, holidays, rivals), at most 50."""
    trend: NotRequired[bool]
    """Whether there is a linear trend (row from 0, divided by the season's period); yes
    unless said.
    """
    season_period: NotRequired[float]
    """Rows of one season, from 2 to 10,000; 52 (weeks of a year) unless said."""
    season_terms: NotRequired[int]
    """Pairs of sine and cosine of the season, from 0 (no season) to 25; 1 unless said."""
    penalty: NotRequired[float | None]
    """Penalty λ on the squares of the coefficients of standardised columns, from 0 to 10¹²; chosen
    by prediction if left
    out.
    """
    non_negative: NotRequired[bool]
    """Whether more spend cannot harm: coefficients of channels are not below 0; yes unless said."""
    folds: NotRequired[int]
    """Blocks of the last third of the rows, each predicted from the rows before it, from 1 to 20; 4
    unless said.
    """
    level: NotRequired[float]
    """Share of the intervals, from 0.5 to 0.999; 0.95 unless said."""
    draws: NotRequired[int]
    """Draws of the bootstrap, from 100 to 10,000; 1000 unless said."""
    block: NotRequired[int | None]
    """Rows of a block of residuals, from 1 to a third of the rows; the cube root of the rows, taken
    up, and at least 4
    where the rows allow it, if left out.
    """
    seed: NotRequired[int]
    """Seed of the draws; 1 unless said."""


class ResponseFitQuality(Record):
    """How well a response fit fits."""

    __slots__ = (
        "r_squared",
        "mape",
        "out_of_sample_r_squared",
        "out_of_sample_mape",
        "predicted_rows",
        "residual_deviation",
    )

    r_squared: float
    """Share of the variance of the outcome that is explained."""
    mape: float | None
    """Mean of |error| ÷ |outcome|; left out where an outcome is 0."""
    out_of_sample_r_squared: float | None
    """1 − squared errors of the predictions ÷ those of the mean so far, over the last third of the
    rows; below 0 where
    the mean predicts better.
    """
    out_of_sample_mape: float | None
    """Mean of |error| ÷ |outcome| of the predictions; left out where an outcome is 0."""
    predicted_rows: int
    """Rows that were predicted from those before them."""
    residual_deviation: float
    """Standard deviation of the residuals, by the effective parameters."""


class ResponseTerm(Record):
    """A coefficient."""

    __slots__ = ("name", "kind", "coefficient", "variance_inflation")

    name: str
    """Its column, or `constant`, `trend`, `sine 1`, `cosine 1` and so on."""
    kind: ResponseTermKind
    """What it is."""
    coefficient: IntervalEstimate
    """The coefficient."""
    variance_inflation: float | None
    """Variance inflation: 1 ÷ (1 − R²) of the column by the others; left out for the constant and
    where it is made of
    them.
    """


class ResponseCurvePoint(Record):
    """A point of a response curve."""

    __slots__ = ("spend", "response", "beyond_data")

    spend: float
    """Spend in each period, long enough for the carry-over to settle."""
    response: IntervalEstimate
    """Effect of each period."""
    beyond_data: bool
    """Whether so much was spent in no period: here the curve is the formula's alone."""


class ResponseChannelFit(Record):
    """What a channel brought."""

    __slots__ = (
        "channel",
        "adstock",
        "saturation",
        "coefficient",
        "spend",
        "contribution",
        "share",
        "roas",
        "marginal",
        "curve",
        "contributions",
    )

    channel: str
    """Column of its spend."""
    adstock: Adstock
    """The carry-over, given or chosen."""
    saturation: Saturation
    """The saturation, given or chosen, with numbers of its own."""
    coefficient: IntervalEstimate
    """Effect of a saturation of 1."""
    spend: float
    """Its spend in all periods."""
    contribution: IntervalEstimate
    """What it brought in these periods."""
    share: IntervalEstimate | None
    """Share of the outcome; left out where outcomes do not add up to more than 0."""
    roas: IntervalEstimate
    """Contribution ÷ spend."""
    marginal: float | None
    """Effect of one more unit of spend in each period, at its mean spend; left out where it is
    infinite.
    """
    curve: tuple[ResponseCurvePoint, ...]
    """Effect of a steady spend, from 0 to 1.5 times its largest."""
    contributions: tuple[float, ...]
    """What it brought in each period, in the order of `points`."""


class ResponseFitPoint(Record):
    """A period."""

    __slots__ = ("time", "outcome", "fitted", "baseline")

    time: str | None
    """Its date, where a column of dates was named."""
    outcome: float
    """What came."""
    fitted: float
    """What the model says."""
    baseline: float
    """What it says without any spend."""


class FitResponseReport(Record):
    """An outcome explained by spend, season, trend and controls."""

    __slots__ = (
        "rows",
        "parameters",
        "effective_parameters",
        "penalty",
        "penalty_chosen",
        "shapes_compared",
        "block",
        "quality",
        "terms",
        "channels",
        "media",
        "baseline",
        "points",
        "budget",
        "evidence",
    )

    rows: int
    """Periods."""
    parameters: int
    """Coefficients, the constant among them."""
    effective_parameters: float
    """Effective number of parameters: less than their number by what the penalty and the bounds
    take away.
    """
    penalty: float
    """The penalty λ."""
    penalty_chosen: bool
    """Whether the penalty was chosen by prediction."""
    shapes_compared: int
    """Shapes of channels that were compared; 0 if all were given."""
    block: int
    """Rows of a block of the bootstrap."""
    quality: ResponseFitQuality
    """How well it fits."""
    terms: tuple[ResponseTerm, ...]
    """Coefficients in the units of the columns, the constant first; channels are those of
    `saturation(adstock(spend))`.
    """
    channels: tuple[ResponseChannelFit, ...]
    """Channels in the order of the options."""
    media: IntervalEstimate
    """What all channels together brought."""
    baseline: float
    """What the model says would have come without any spend."""
    points: tuple[ResponseFitPoint, ...]
    """Periods in the order of time."""
    budget: AllocateBudgetRequest | None
    """What `allocate_budget` takes: the channels with an effect, their mean spend today
    and its total; left out where no channel has an effect above 0.
    """
    evidence: Evidence
    """What to know before believing it."""


class FloatPath(Record):
    """A chain of tasks, each of which drives the next."""

    __slots__ = ("number", "tasks", "joins", "relationship_float", "total_float")

    number: int
    """Its rank; 1 is nearest to driving the end."""
    tasks: tuple[TaskId, ...]
    """The tasks, first task first."""
    joins: TaskId | None
    """The task of an earlier path that it leads to; absent of a path that leads to none."""
    relationship_float: Work
    """How far its last task can slip without moving the task that it joins, in seconds of its own
    working time; 0
    where it joins none.
    """
    total_float: Work
    """Least total float of its tasks, in seconds."""


class FloatPathOptions(TypedDict):
    """Options of `float_paths`."""

    to: NotRequired[TaskId | None]
    """The task that all paths lead to. If absent, the task that finishes last; when nothing is left
    that leads to it,
    the paths of what is left follow, by total float.
    """
    order: NotRequired[FloatPathOrder]
    """Which path is next."""
    paths: NotRequired[int]
    """Paths, 1 to 1,000; 10 by default, as in P6."""
    near_critical: NotRequired[Duration | None]
    """A task that is not critical is near critical with at most this much total float; if absent,
    no task is.
    """


class TaskFloat(Record):
    """The float of a task, taken apart."""

    __slots__ = (
        "id",
        "path",
        "total_float",
        "free_float",
        "interfering_float",
        "critical",
        "near_critical",
        "drag",
    )

    id: TaskId
    """The task."""
    path: int | None
    """The path that it lies on; absent if it lies on none."""
    total_float: Work
    """Seconds of working time that it can slip without delaying the program."""
    free_float: Work
    """Of these, what moves no other task."""
    interfering_float: Work
    """The rest: what it takes away from others."""
    critical: bool
    """Whether it is critical."""
    near_critical: bool
    """Whether it is near critical by the limit of the options."""
    drag: Work | None
    """By how many seconds of the program's working time the program would finish earlier if the
    task took no time
    (S. A. Devaux, *Total Project Control*, 1999): what shortening it is worth at most. Only of
    unfinished tasks of the
    first path to the last finish of a program that is scheduled from its start, and where that path
    is not so long
    that counting them would take seconds (tasks of the path × tasks of the plan above four
    million).
    """


class FloatPaths(Record):
    """Float paths of a plan."""

    __slots__ = ("to", "paths", "tasks")

    to: TaskId | None
    """The task that the first path ends with; absent if the plan has no tasks."""
    paths: tuple[FloatPath, ...]
    """The paths, by rank. No task lies on two."""
    tasks: tuple[TaskFloat, ...]
    """Every task but summaries, by id."""


class ForecastCandidate(Record):
    """A form of exponential smoothing that was tried."""

    __slots__ = ("name", "log_likelihood", "aicc")

    name: str
    """Its name, like `ETS(M,Ad,M)`."""
    log_likelihood: float
    """Log-likelihood without constants, on the scale of R's forecast."""
    aicc: float | None
    """Akaike's criterion, corrected for small samples: less is better."""


class ForecastFit(Record):
    """How the chosen model fits the past."""

    __slots__ = (
        "name",
        "error",
        "trend",
        "season",
        "parameters",
        "states",
        "log_likelihood",
        "aic",
        "aicc",
        "bic",
        "variance",
        "mse",
        "mae",
        "mase",
    )

    name: str
    """Name of the model, like `ETS(M,Ad,M)`."""
    error: EtsError | None
    """Kind of error, for exponential smoothing."""
    trend: EtsTrend | None
    """Kind of trend, likewise."""
    season: EtsSeason | None
    """Kind of season, likewise."""
    parameters: EtsParameters | None
    """Its parameters."""
    states: EtsParameters | None
    """States after the last value: level, trend and the seasons to come."""
    log_likelihood: float | None
    """Log-likelihood without constants, on the scale of R's forecast."""
    aic: float | None
    """Akaike's criterion."""
    aicc: float | None
    """Akaike's criterion, corrected for small samples."""
    bic: float | None
    """Schwarz's criterion."""
    variance: float | None
    """Variance of the errors: of shares where errors are shares."""
    mse: float
    """Mean squared error of one step, in the past."""
    mae: float
    """Mean absolute error of one step, in the past."""
    mase: float | None
    """That as a multiple of the mean change from season to season (MASE); below 1: better than the
    last season again.
    """


class ForecastPast(Record):
    """A past value that the forecast rests on."""

    __slots__ = ("time", "value")

    time: str | None
    """Its time, where the table has times."""
    value: float
    """The value, filled where it was missing."""


class PredictionInterval(Record):
    """An interval that the future value lies in with a given probability, if the model holds."""

    __slots__ = ("level", "low", "high")

    level: float
    """Its probability."""
    low: float
    """Lower end."""
    high: float
    """Upper end."""


class ForecastPoint(Record):
    """Forecast of one step."""

    __slots__ = ("step", "time", "value", "intervals")

    step: int
    """Steps after the last value, from 1."""
    time: str | None
    """Its time, where the table has times."""
    value: float
    """The forecast."""
    intervals: tuple[PredictionInterval, ...]
    """Its intervals, in the order of the levels asked for."""


class RunningTotal(Record):
    """What has been reached after a step of the forecast."""

    __slots__ = ("step", "value", "intervals")

    step: int
    """Steps after the last value, from 1."""
    value: float
    """What was reached before + the sum of the forecasts so far."""
    intervals: tuple[PredictionInterval, ...]
    """Its intervals, from simulated paths."""


class ForecastTotal(Record):
    """Total over the horizon, with what was reached before."""

    __slots__ = ("value", "intervals", "so_far", "path", "target", "probability", "gap")

    value: float
    """What was reached before + the sum of the forecasts."""
    intervals: tuple[PredictionInterval, ...]
    """Its intervals, from simulated paths: errors of neighbouring steps go together, so these are
    not the sums of the
    intervals of the steps.
    """
    so_far: float
    """What was reached before the first step."""
    path: tuple[RunningTotal, ...]
    """The way to the total: at every step, of more than 60 steps at 60 of them, the last among
    them. Only where a
    target was given.
    """
    target: float | None
    """The target."""
    probability: float | None
    """Share of simulated paths whose total keeps the target."""
    gap: float | None
    """Target − total: what is missing at the end if it goes on like this, negative if more than
    enough.
    """


class ForecastReport(Record):
    """What `forecast`) finds."""

    __slots__ = (
        "method",
        "rows",
        "filled",
        "periods",
        "history",
        "points",
        "total",
        "fit",
        "candidates",
        "fitted",
        "evidence",
    )

    method: ForecastModel
    """Method used."""
    rows: int
    """Values used."""
    filled: int
    """Missing values that were filled."""
    periods: tuple[int, ...]
    """Seasons used."""
    history: tuple[ForecastPast, ...]
    """The last of the past values, in the order of time."""
    points: tuple[ForecastPoint, ...]
    """The forecasts, step by step."""
    total: ForecastTotal
    """The total over the horizon."""
    fit: ForecastFit
    """The model."""
    candidates: tuple[ForecastCandidate, ...]
    """The forms tried, best first, where there was a choice."""
    fitted: tuple[float | None, ...]
    """What the model says of each past value; `null` for the values that it starts from."""
    evidence: Evidence
    """How much it proves."""


class GoalPackKpis(Record):
    """The KPIs of a goal pack."""

    __slots__ = ("pack", "name", "goal", "kpis")

    pack: GoalPack
    """The pack."""
    name: str
    """Its name."""
    goal: str
    """The goal in a sentence."""
    kpis: tuple[str, ...]
    """Ids of its KPIs, the most telling first."""


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


class Indicator(TypedDict):
    """One indicator: what is measured, or which entry of the catalogue it is."""

    id: NotRequired[str]
    """Id, unique among the indicators; the id in the catalogue serves when there is none."""
    name: NotRequired[str | None]
    """Short name for reports."""
    unit: NotRequired[str | None]
    """Unit shown after every value, such as `%`, `EUR` or `hours`."""
    catalogue: NotRequired[str | None]
    """Id of an entry of the [catalogue](super::kpi_catalogue()); absent: `measure` says what is
    measured.
    """
    columns: NotRequired[dict[str, str]]
    """Column for each role of the catalogue entry that is called otherwise in the table. `*`
    instead of a column counts
    rows.
    """
    tables: NotRequired[dict[str, str]]
    """Table for each role of the catalogue entry that is not in `table`: cost per lead from a table
    of spend and one of
    leads.
    """
    values: NotRequired[dict[str, str]]
    """Word in the data for each word of the catalogue entry, such as `won` or `self_service`."""
    table: NotRequired[str | None]
    """The table measured; absent where there is only one."""
    measure: NotRequired[IndicatorMeasure | None]
    """What is measured; absent with `catalogue`."""
    filters: NotRequired[list[RowFilter]]
    """Only rows that pass all of these count, in every table used."""
    per: NotRequired[float | None]
    """What a ratio or share is stated per: 1 if absent, 100 for a percentage, 1000 for a cost per
    thousand. Above 0, at
    most 10⁹. Every value is multiplied by it.
    """
    limit: NotRequired[float | None]
    """Limit of a share within a limit, in place of that of the catalogue entry."""
    better: NotRequired[KpiDirection | None]
    """Whether more or less of it is better."""
    proportion: NotRequired[bool]
    """Whether each unit of the denominator of a ratio counts at most once in the numerator (won of
    closed deals, not
    clicks of people reached), so that a Wilson interval can be given. False if absent.
    """


class IndicatorFigure(Record):
    """The value of an indicator over some rows."""

    __slots__ = (
        "value",
        "numerator",
        "denominator",
        "mean_of_ratios",
        "low",
        "high",
        "n",
        "missing",
        "open",
    )

    value: float | None
    """The value, times what it is stated per; absent where it is not defined or not known."""
    numerator: float | None
    """Sum above the line of a ratio."""
    denominator: float | None
    """Sum below the line of a ratio."""
    mean_of_ratios: float | None
    """Mean of the ratios of the rows, times what it is stated per: not the ratio, shown for
    contrast, for ratios of two
    columns.
    """
    low: float | None
    """Lower end of the interval, for proportions and times that may be open."""
    high: float | None
    """Upper end of the interval; absent also where too many items are open to know it."""
    n: int
    """Rows behind it."""
    missing: int
    """Rows left out because a cell is missing."""
    open: int
    """Items that have not ended."""


class IndicatorChange(Record):
    """How a value differs from an earlier one."""

    __slots__ = ("from_", "to", "value", "change", "relative")

    from_: datetime.date | datetime.datetime
    """First day of the earlier span."""
    to: datetime.date | datetime.datetime
    """Last day of the earlier span."""
    value: float
    """The earlier value."""
    change: float
    """The value less the earlier one."""
    relative: float | None
    """That as a share of the size of the earlier one; absent where it is 0."""


class IndicatorCell(Record):
    """One group in one period."""

    __slots__ = (
        "group",
        "period",
        "from_",
        "to",
        "partial",
        "figure",
        "share",
        "previous",
        "last_year",
    )

    group: tuple[str | None, ...]
    """Name of the group in each dimension, nothing where the row does not say."""
    period: str | None
    """The period, such as `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`, `FY2026`."""
    from_: datetime.date | datetime.datetime | None
    """First day of the period."""
    to: datetime.date | datetime.datetime | None
    """Last day of the period."""
    partial: bool
    """Whether only a part of the period is known, by the review or by the span asked for."""
    figure: IndicatorFigure
    """The value."""
    share: float | None
    """Share of all groups of the period, 0 to 1."""
    previous: IndicatorChange | None
    """Against the period before; absent where one of the two is partial or has no value."""
    last_year: IndicatorChange | None
    """Against the same period of the year before; absent where one of the two is partial or has no
    value.
    """


class IndicatorTableOptions(TypedDict):
    """What is different in one table."""

    time: NotRequired[str | None]
    """Column of times of this table."""
    dimensions: NotRequired[dict[str, str]]
    """Column of this table for each dimension that is called otherwise here."""


class IndicatorOptions(TypedDict):
    """Which indicators to compute, and how to divide the rows."""

    indicators: NotRequired[list[Indicator]]
    """The indicators: 1 to 200."""
    by: NotRequired[list[str]]
    """Dimensions to group by, such as `channel`: columns of every table used. At most 8; none if
    absent.
    """
    grain: NotRequired[PeriodGrain | None]
    """Length of the periods to group by; no periods if absent."""
    fiscal_year_start: NotRequired[int]
    """First month of the fiscal year for quarters and years: 1 (January, if absent) to 12."""
    time: NotRequired[str]
    """Column of times in tables that name no other: `date` if absent. The row belongs to the period
    of this time. It is
    needed for periods, spans to date, comparisons and `period`; without them a table may do without
    it.
    """
    tables: NotRequired[dict[str, IndicatorTableOptions]]
    """What is different in some tables, by the name of the table."""
    as_of: NotRequired[When | None]
    """The date of the review: rows after it are not known yet, and what has not ended by it is
    open. A bare date means
    its end.
    """
    period: NotRequired[Period | None]
    """Rows outside of this span are left out; absent: every row counts."""
    to_date: NotRequired[list[ToDateSpan]]
    """Spans to date (week, month, quarter, year), each with the same span before and a year before.
    They need `as_of`.
    """
    compare: NotRequired[bool]
    """Compares each whole period with the one before and with the same one of the year before. It
    needs `grain`.
    """
    share_of_total: NotRequired[bool]
    """Gives the share that each group has of all groups in its period, for sums: share of voice. It
    needs `by`.
    """
    confidence: NotRequired[float]
    """Confidence of the intervals, 0.5 to 0.9999: 0.95 if absent."""
    max_age_days: NotRequired[float | None]
    """Age in days at the review above which the newest row of an indicator is called stale: 0 to
    100,000; absent: none
    is.
    """


class IndicatorToDate(Record):
    """One group in a span to date."""

    __slots__ = ("span", "group", "from_", "to", "figure", "previous", "last_year")

    span: ToDateSpan
    """The span."""
    group: tuple[str | None, ...]
    """Name of the group in each dimension, nothing where the row does not say."""
    from_: datetime.date | datetime.datetime
    """First day."""
    to: datetime.date | datetime.datetime
    """Last day: that of the review."""
    figure: IndicatorFigure
    """The value."""
    previous: IndicatorChange | None
    """Against the same part of the span before."""
    last_year: IndicatorChange | None
    """Against the same part of the span a year before."""


class IndicatorSeries(Record):
    """One indicator."""

    __slots__ = (
        "id",
        "name",
        "unit",
        "additivity",
        "formula",
        "per",
        "better",
        "stage",
        "total",
        "cells",
        "to_date",
        "coverage",
        "latest",
        "age_days",
        "stale",
        "cautions",
    )

    id: str
    """Its id."""
    name: str | None
    """Its name."""
    unit: str | None
    """Its unit."""
    additivity: IndicatorAdditivity
    """How it adds up."""
    formula: str
    """The formula, with its denominator."""
    per: float
    """What a ratio or share is stated per."""
    better: KpiDirection | None
    """Whether more or less of it is better."""
    stage: AmecStage | None
    """What it shows, in the stages of AMEC's framework."""
    total: IndicatorFigure
    """All rows together."""
    cells: tuple[IndicatorCell, ...]
    """Each group in each period that has rows, by group, then by period."""
    to_date: tuple[IndicatorToDate, ...]
    """Each group in each span to date."""
    coverage: float | None
    """Share of the cells looked at that hold a value, 0 to 1; absent without rows."""
    latest: datetime.date | datetime.datetime | None
    """Time of the newest row up to the review; absent without times."""
    age_days: float | None
    """Days from that time to the review."""
    stale: bool | None
    """Whether it is older than the options allow; absent when that is not known."""
    cautions: tuple[Issue, ...]
    """What a reader of these numbers should know."""


class IndicatorReport(Record):
    """Indicators with their groups and periods."""

    __slots__ = ("as_of", "by", "indicators", "evidence")

    as_of: datetime.date | datetime.datetime | None
    """The date of the review, as asked."""
    by: tuple[str, ...]
    """The dimensions, in the order of the names in every `group`."""
    indicators: tuple[IndicatorSeries, ...]
    """The indicators, in the order asked."""
    evidence: Evidence
    """How far the figures can be believed."""


class InstantiateReport(Record):
    """The plan with the tasks of a playbook."""

    __slots__ = ("plan", "campaign", "inserted", "issues")

    plan: PlanDocument
    """The plan with the campaign of the event and its tasks."""
    campaign: CampaignId
    """That campaign: `playbook@event`."""
    inserted: tuple[TaskId, ...]
    """Tasks that were inserted, in the order of the playbook: `playbook@event/task`. Empty if the
    playbook has started
    on the event before.
    """
    issues: tuple[Issue, ...]
    """Warnings of the new plan: of tasks that nobody else can do, and the like."""


class PlaybookTask(TypedDict):
    """A task of a playbook: when it comes after what, and what somebody must be to do it."""

    id: TaskId
    """Id within the playbook."""
    name: NotRequired[str | None]
    """Name for people."""
    duration: NotRequired[Duration | None]
    """Working or elapsed duration; a milestone has none."""
    milestone: NotRequired[MilestoneKind | None]
    """Set for a milestone."""
    after: NotRequired[list[TaskId]]
    """Tasks of the playbook that must be finished first."""
    role: NotRequired[Criteria | None]
    """What somebody must be to do it. Absent: nobody is assigned."""
    due: NotRequired[Duration | None]
    """By when it should be finished, as elapsed time (`4eh`, `2ed`) from the event. Absent: no
    deadline.
    """
    priority: NotRequired[int]
    """0 to 1000, as the priority of a task; 900 unless said: before ordinary work."""


class Playbook(TypedDict):
    """A response to a kind of event, written down beforehand."""

    id: str
    """Id."""
    name: NotRequired[str | None]
    """Name for people."""
    weight: NotRequired[float | None]
    """What one day of lateness of its tasks costs, as the weight of a campaign."""
    tasks: list[PlaybookTask]
    """Its tasks, from 1 to 1,000."""


class InstantiateRequest(TypedDict):
    """What `instantiate` is asked."""

    playbooks: list[Playbook]
    """Known playbooks, at most 1,000."""
    playbook: str
    """The one that starts."""
    event: str
    """Id of the alert or other event that it starts on: the same event starts a playbook once."""
    at: When
    """When it starts; no task of it begins before."""


class SeasonTermsNone(TypedDict):
    """No season."""

    kind: Literal["none"]


class SeasonTermsDummies(TypedDict):
    """A level for each place in the season but the first."""

    kind: Literal["dummies"]
    period: int
    """Length of the season in rows: 12 for months, 7 for days, 4 for quarters; 2 to 366."""


class SeasonTermsFourier(TypedDict):
    """Pairs of sine and cosine: a smooth season with few terms."""

    kind: Literal["fourier"]
    period: int
    """Length of the season in rows, 2 to 366."""
    pairs: int
    """Pairs, 1 to half the period."""


SeasonTerms: TypeAlias = SeasonTermsNone | SeasonTermsDummies | SeasonTermsFourier
"""How a season is modelled."""


class InterruptedOptions(TypedDict):
    """What `interrupted_series` is told."""

    time: NotRequired[str]
    """Column of times, evenly spaced, in any order: numbers or dates. Default `time`."""
    outcome: NotRequired[str]
    """Column of the outcome. Default `outcome`."""
    start: NotRequired[str]
    """First time with the intervention, written as in the column: `2026-03-01` or `170`. Must be
    given.
    """
    controls: NotRequired[list[str]]
    """Columns of other series that the intervention does not touch, taken into the regression (at
    most 20).
    """
    slope_change: NotRequired[bool]
    """Whether the slope may change too (default), or the level alone."""
    season: NotRequired[SeasonTerms]
    """The season."""
    errors: NotRequired[SeriesErrors]
    """How errors are estimated. Default Newey and West."""
    lags: NotRequired[int | None]
    """Lags of Newey and West's errors, below the number of rows. Absent: ⌊4 (n ÷ 100)^(2/9)⌋, and
    at least the season's
    length if there is one and the rows allow (at most a quarter of them).
    """
    small_sample: NotRequired[bool]
    """Whether Newey and West's errors are corrected for few rows, × n ÷ (n − k). Default yes."""
    student: NotRequired[bool]
    """Whether Student's distribution with n − k degrees of freedom is used (default), or the normal
    one.
    """
    alpha: NotRequired[float]
    """Level of tests and intervals: they hold at 1 − alpha. Default 0.05."""
    placebos: NotRequired[int]
    """Pretended starts in the time before, 0 to 100: their level changes should be none.
    Default 8.
    """
    log_outcome: NotRequired[bool]
    """Whether the outcome is a logarithm: effects are then also given in percent. Default no."""


class InterruptedPoint(Record):
    """One time of the series."""

    __slots__ = (
        "time",
        "observed",
        "fitted",
        "counterfactual",
        "counterfactual_low",
        "counterfactual_high",
    )

    time: str
    """The time as it is written."""
    observed: float
    """What was observed."""
    fitted: float
    """What the regression says."""
    counterfactual: float
    """What it says would have been without the intervention."""
    counterfactual_low: float
    """Lower end of the interval of the counterfactual line."""
    counterfactual_high: float
    """Upper end of it."""


class PlaceboStart(Record):
    """A pretended start before the real one."""

    __slots__ = ("start", "level")

    start: str
    """The pretended start."""
    level: RegressionTerm
    """The change of level found there."""


class InterruptedReport(Record):
    """What `interrupted_series` answers."""

    __slots__ = (
        "rows",
        "rows_before",
        "lags",
        "level",
        "slope",
        "average_effect",
        "average_effect_p_value",
        "final_effect",
        "cumulative_effect",
        "average_effect_percent",
        "terms",
        "r_squared",
        "durbin_watson",
        "points",
        "placebos",
        "evidence",
    )

    rows: int
    """Rows of the series."""
    rows_before: int
    """Rows before the start."""
    lags: int | None
    """Lags of the errors; absent with other errors than Newey and West's."""
    level: RegressionTerm
    """Change of level at the start, without that of the slope: the effect in the first row with the
    intervention is the
    sum of both.
    """
    slope: RegressionTerm | None
    """Change of slope per row, counted as 1 in the first row with the intervention, if
    asked for.
    """
    average_effect: IntervalEstimate
    """Mean effect over the rows with the intervention."""
    average_effect_p_value: float | None
    """Its p-value."""
    final_effect: IntervalEstimate
    """Effect at the last row."""
    cumulative_effect: IntervalEstimate
    """Sum of the effects over the rows with the intervention."""
    average_effect_percent: IntervalEstimate | None
    """The mean effect in percent, if the outcome is a logarithm: 100 (e^effect − 1)."""
    terms: tuple[RegressionTerm, ...]
    """Every coefficient: constant, time, level, slope, season, controls."""
    r_squared: float | None
    """Share of the variance explained; absent where the outcome does not vary."""
    durbin_watson: float
    """Durbin and Watson's statistic: 2 without autocorrelation, near 0 with much."""
    points: tuple[InterruptedPoint, ...]
    """The series with its counterfactual, for a picture."""
    placebos: tuple[PlaceboStart, ...]
    """Pretended starts before the real one."""
    evidence: Evidence
    """How much this proves."""


class UnjoinedValue(Record):
    """A value without a partner."""

    __slots__ = ("value", "rows", "nearest", "same_letters")

    value: str
    """The value."""
    rows: int
    """Rows that have it."""
    nearest: str | None
    """The most similar value of the other table."""
    same_letters: bool
    """Whether the two differ in spaces, punctuation and case alone."""


class JoinQuality(Record):
    """How well two tables join."""

    __slots__ = (
        "rows",
        "joined",
        "unjoined",
        "missing",
        "unjoined_values",
        "unjoined_distinct",
        "repeated_keys",
        "unused_keys",
        "findings",
    )

    rows: int
    """Rows of the records."""
    joined: int
    """Rows that find a partner."""
    unjoined: int
    """Rows with a value that has no partner."""
    missing: int
    """Rows without a value."""
    unjoined_values: tuple[UnjoinedValue, ...]
    """Values without a partner, those with most rows first, at most 1,000."""
    unjoined_distinct: int
    """Different values without a partner."""
    repeated_keys: tuple[str, ...]
    """Values that stand more than once where they should stand once: a join would repeat rows."""
    unused_keys: int
    """Values of the other table that no record has."""
    findings: tuple[Issue, ...]
    """What somebody should look at."""


class JoinQualityRequest(TypedDict):
    """Two tables to be joined."""

    left: TableColumns
    """The records, such as opportunities."""
    right: TableColumns
    """What they refer to, such as a price list."""
    left_key: str
    """Column of the records."""
    right_key: NotRequired[str | None]
    """Column that it refers to, where each value should stand once. Default: the same name."""
    complete: NotRequired[list[str]]
    """Columns of the records whose gaps are counted, such as the account. Default none."""


class KpiCatalogue(Record):
    """The catalogue, or a part of it."""

    __slots__ = ("kpis", "packs")

    kpis: tuple[CatalogueKpi, ...]
    """The KPIs, by id."""
    packs: tuple[GoalPackKpis, ...]
    """The goal packs that name one of them."""


class KpiCatalogueRequest(TypedDict):
    """What is asked of the catalogue: everything, or what fits all that is given."""

    ids: NotRequired[list[str]]
    """Only these ids; empty: all."""
    pack: NotRequired[GoalPack | None]
    """Only those of a goal pack."""
    stage: NotRequired[AmecStage | None]
    """Only those of a stage."""


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


class KpiMeasurements(Record):
    """Measurements of one KPI, ready to be put into a `Kpi` with its baseline and target."""

    __slots__ = ("kpi", "group", "unit", "aggregation", "per", "measurements")

    kpi: KpiId
    """The KPI: the id of the indicator, and of grouped ones the names of the group after it, with
    slashes between.
    """
    group: tuple[str | None, ...]
    """Name of the group in each dimension, nothing where the row does not say."""
    unit: str | None
    """Unit of the values."""
    aggregation: Aggregation
    """How the measurements become one value."""
    per: float
    """What a measurement given as a ratio is stated per."""
    measurements: tuple[Measurement, ...]
    """One measurement for each period, oldest first; without periods one at the date of
    the review.
    """


class KpiMeasurementReport(Record):
    """Measurements of KPIs from tables."""

    __slots__ = ("kpis", "evidence")

    kpis: tuple[KpiMeasurements, ...]
    """The KPIs with their measurements, in the order asked, then by group."""
    evidence: Evidence
    """How far the figures can be believed."""


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


class MeanArm(Record):
    """One arm by its moments."""

    __slots__ = ("units", "mean", "standard_deviation", "interval")

    units: int
    """Number of units."""
    mean: float
    """Mean outcome."""
    standard_deviation: float
    """Standard deviation of the outcome of a unit."""
    interval: IntervalEstimate
    """Student's interval of the mean."""


class MeanReport(Record):
    """What `compare_means` answers."""

    __slots__ = (
        "control",
        "treatment",
        "effect",
        "pooled_test",
        "cuped",
        "rank_test",
        "verdict",
        "advice",
        "evidence",
    )

    control: MeanArm
    """The arm without the change."""
    treatment: MeanArm
    """The arm with the change."""
    effect: MeanEffect
    """The effect as it stands."""
    pooled_test: SignificanceTest
    """Student's test with pooled variances."""
    cuped: CupedEffect | None
    """The effect with the covariate taken out; the verdict follows it."""
    rank_test: RankTest | None
    """Mann and Whitney's test of ranks, where values are given."""
    verdict: ExperimentVerdict
    """What is shown at the level asked for."""
    advice: StoppingAdvice
    """What to do next."""
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


class PlanExperimentRequest(TypedDict):
    """What `plan_experiment` asks: of effect, units and power two are given, the third is found."""

    method: NotRequired[PowerMethod]
    """How power is computed."""
    baseline: NotRequired[float]
    """Share of the control, above 0 and below 1; for means: the control's mean, used only for the
    relative effect.
    """
    standard_deviation: NotRequired[float]
    """Standard deviation of the outcome of a unit, for means. Default 1: effects in standard
    deviations.
    """
    effect: NotRequired[float | None]
    """Difference to be seen, treatment − control. Absent: find the smallest (above 0)."""
    units: NotRequired[int | None]
    """Units of the control, up to 10⁹. Absent: find them."""
    power: NotRequired[float | None]
    """Power, above alpha and below 1. Absent with effect and units: find it; else 0.8."""
    alpha: NotRequired[float]
    """Accepted rate of false alarms. Default 0.05."""
    two_sided: NotRequired[bool]
    """Whether both directions count. Default yes."""
    allocation: NotRequired[float]
    """Units of the treatment ÷ units of the control, 0.01 to 100. Default 1."""
    comparisons: NotRequired[int]
    """Comparisons that share alpha (Bonferroni), 1 to 1,000: variants × metrics. Default 1."""
    units_per_day: NotRequired[float | None]
    """Units over both arms that come each day: then the report says how many days it takes."""


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


class RateChangeOptions(TypedDict):
    """What `rate_change` looks at."""

    segment: NotRequired[str]
    """Column of segments: `segment` if absent."""
    period: NotRequired[str]
    """Column that says whether a row is of before or after: `period` if absent."""
    before: NotRequired[str]
    """What that column says before: `before` if absent."""
    after: NotRequired[str]
    """What that column says after: `after` if absent."""
    numerator: NotRequired[str]
    """Column above the line: `numerator` if absent."""
    denominator: NotRequired[str]
    """Column below the line, 0 or more: `denominator` if absent."""
    per: NotRequired[float]
    """What the rate is stated per: 1 if absent, 100 for a percentage. Above 0, at most 10⁹."""
    proportion: NotRequired[bool]
    """Whether each unit of the denominator counts at most once in the numerator, so that the change
    has an interval.
    False if absent.
    """
    confidence: NotRequired[float]
    """Confidence of the interval, 0.5 to 0.9999: 0.95 if absent."""


class RateChangeSegment(Record):
    """What one segment did to the rate."""

    __slots__ = (
        "segment",
        "numerator_before",
        "denominator_before",
        "numerator_after",
        "denominator_after",
        "rate_before",
        "rate_after",
        "share_before",
        "share_after",
        "rate_effect",
        "mix_effect",
        "mix_effect_against_whole",
    )

    segment: str | None
    """Its name; absent for rows that do not say."""
    numerator_before: float
    """Sum above the line before."""
    denominator_before: float
    """Sum below the line before."""
    numerator_after: float
    """Sum above the line after."""
    denominator_after: float
    """Sum below the line after."""
    rate_before: float | None
    """Rate before; absent without a denominator."""
    rate_after: float | None
    """Rate after; absent without a denominator."""
    share_before: float
    """Share of the denominator before, 0 to 1."""
    share_after: float
    """Share of the denominator after, 0 to 1."""
    rate_effect: float
    """½ (shares) × change of its rate."""
    mix_effect: float
    """½ (rates) × change of its share."""
    mix_effect_against_whole: float
    """The same against the pooled rates: what its growth or decline did to the whole. These add up
    to the same total.
    """


class RateChangeReport(Record):
    """Why a rate changed."""

    __slots__ = (
        "rate_before",
        "rate_after",
        "change",
        "rate_effect",
        "mix_effect",
        "numerator_effect",
        "denominator_effect",
        "segments",
        "n",
        "missing",
        "other_periods",
        "evidence",
    )

    rate_before: float
    """Pooled rate before: Σ numerator ÷ Σ denominator."""
    rate_after: float
    """Pooled rate after."""
    change: IntervalEstimate
    """After less before; with an interval for proportions."""
    rate_effect: float
    """Part of the change that comes from the rates of the segments."""
    mix_effect: float
    """Part of the change that comes from their shares."""
    numerator_effect: float | None
    """Part of the change that comes from more or less above the line; absent where the logarithm is
    not defined.
    """
    denominator_effect: float | None
    """Part of the change that comes from more or less below the line."""
    segments: tuple[RateChangeSegment, ...]
    """The segments, by name."""
    n: int
    """Rows used."""
    missing: int
    """Rows of both periods left out because a number is missing."""
    other_periods: int
    """Rows of other periods, left out."""
    evidence: Evidence
    """How far the figures can be believed."""


class RateLine(Record):
    """A straight line."""

    __slots__ = ("intercept", "slope", "slope_p_value", "r_squared")

    intercept: IntervalEstimate
    """Rate without use."""
    slope: IntervalEstimate
    """Change of the rate with one unit more of use."""
    slope_p_value: float
    """p-value of the slope."""
    r_squared: float
    """Share of the variance of the rate that goes with use."""


class RateLogit(Record):
    """A binomial logit: ln(rate ÷ (1 − rate)) = intercept + slope × use."""

    __slots__ = ("intercept", "slope", "slope_p_value", "dispersion")

    intercept: IntervalEstimate
    """Logarithm of the odds without use."""
    slope: IntervalEstimate
    """Change of the logarithm of the odds with one unit more of use."""
    slope_p_value: float
    """p-value of the slope."""
    dispersion: float
    """Pearson's chi-squared ÷ degrees of freedom: above 1 the rates vary more than lots would."""


class RatioArm(Record):
    """One arm with its ratio."""

    __slots__ = ("units", "ratio", "unit_variance")

    units: int
    """Number of units."""
    ratio: IntervalEstimate
    """Σ numerator ÷ Σ denominator, with its delta-method interval."""
    unit_variance: float
    """Variance of a unit's share in the ratio: the squared standard error times the units."""


class RatioReport(Record):
    """What `compare_ratios` answers."""

    __slots__ = ("control", "treatment", "effect", "verdict", "advice", "evidence")

    control: RatioArm
    """The arm without the change."""
    treatment: RatioArm
    """The arm with the change."""
    effect: MeanEffect
    """Difference and lift of the ratios."""
    verdict: ExperimentVerdict
    """What is shown at the level asked for."""
    advice: StoppingAdvice
    """What to do next."""
    evidence: Evidence
    """How much this proves."""


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
tail the longest behind its finish. Time is counted in the largest unit of which all durations and
lags are
multiples, and each resource in that of its demands: a bound in these is rounded up in them.
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


class RelateOptions(TypedDict):
    """Where `relate` finds what."""

    exposure: NotRequired[str]
    """Column with the degree of use. Default `exposure`."""
    won: NotRequired[str]
    """Column with the number won. Default `won`."""
    closed: NotRequired[str]
    """Column with the number closed. Default `closed`."""
    rate: NotRequired[str | None]
    """Column with a rate or any other number, instead of won and closed; then there is no logit.
    Default none.
    """
    weight: NotRequired[str | None]
    """Column with weights for the weighted line, 0 or more. Default: the number closed."""
    weak: NotRequired[float]
    """Correlation, 0 to 1, below which a relation is too weak to speak of. Default 0.2 (very weak
    in the words of
    Evans 1996).
    """
    randomized: NotRequired[bool]
    """Whether use was given out by lot. Default false."""
    level: NotRequired[float]
    """Level of the intervals, 0.5 to 0.999. Default 0.95."""


class RelateReport(Record):
    """How the rate goes with use."""

    __slots__ = (
        "verdict",
        "statement",
        "evidence",
        "rows",
        "left_out",
        "pearson",
        "spearman",
        "line",
        "weighted_line",
        "logit",
        "won_per_thousand",
    )

    verdict: RelateVerdict
    """What the data say."""
    statement: str
    """The same as a sentence."""
    evidence: Evidence
    """How much it proves."""
    rows: int
    """Rows with a degree of use and a rate."""
    left_out: int
    """Rows without one of them."""
    pearson: CorrelationEstimate
    """Pearson's correlation."""
    spearman: CorrelationEstimate
    """Spearman's rank correlation."""
    line: RateLine
    """The line by least squares, each row counting the same."""
    weighted_line: RateLine | None
    """The line by weighted least squares."""
    logit: RateLogit | None
    """The binomial logit of won of closed."""
    won_per_thousand: IntervalEstimate | None
    """Slope × distance between the quartiles of use × 1,000: won deals more per 1,000 closed at
    three quarters than at
    one quarter of use. Nothing for a rate of another kind.
    """


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


class RunChartPoint(Record):
    """A point of a run chart."""

    __slots__ = ("at", "value", "side")

    at: str
    """Its date."""
    value: float
    """Its value."""
    side: int
    """1 above the median, −1 below, 0 on it."""


class RunSignal(Record):
    """A shift or a trend."""

    __slots__ = ("kind", "direction", "from_", "to", "points")

    kind: RunSignalKind
    """Which of them."""
    direction: int
    """1 upwards, −1 downwards."""
    from_: str
    """Date of its first point."""
    to: str
    """Date of its last point."""
    points: int
    """How many points count."""


class RunChart(Record):
    """A run chart."""

    __slots__ = (
        "changed",
        "statement",
        "evidence",
        "median",
        "points",
        "signals",
        "useful",
        "runs",
        "longest_run",
        "change",
    )

    changed: bool
    """Whether a shift or a trend was found."""
    statement: str
    """The same as a sentence."""
    evidence: Evidence
    """How much it proves."""
    median: float
    """The median of the baseline."""
    points: tuple[RunChartPoint, ...]
    """The points in the order of time."""
    signals: tuple[RunSignal, ...]
    """Shifts and trends, in the order of time."""
    useful: int
    """Points that are not on the median."""
    runs: int
    """Runs on one side of the median."""
    longest_run: int
    """Points of the longest run."""
    change: float | None
    """Median of the points after the baseline less that of the baseline."""


class RunChartOptions(TypedDict):
    """Where `run_chart` finds what, and its rules."""

    time: NotRequired[str]
    """Column with the date of each point, each once. Default `date`."""
    value: NotRequired[str]
    """Column with its value. Default `value`."""
    baseline_until: NotRequired[When | None]
    """Last date of the baseline that the median is taken from. Default: the median of all
    points.
    """
    shift: NotRequired[int]
    """Points in a row on one side of the median that are a shift, 4 to 50; points on the median do
    not count. Default 8.
    """
    trend: NotRequired[int]
    """Points in a row each above (or each below) the one before that are a trend, 4 to 50; equal
    points do not count.
    Default 6.
    """


class SampleRatioArm(TypedDict):
    """One arm of `check_sample_ratio`."""

    name: str
    """Name of the arm."""
    units: int
    """Units that were counted."""
    share: NotRequired[float]
    """Share that was planned, on any scale, above 0. Default 1: all the same."""


class SampleRatioRow(Record):
    """One arm as it should be."""

    __slots__ = ("name", "units", "expected_units", "residual")

    name: str
    """Name of the arm."""
    units: int
    """Units that were counted."""
    expected_units: float
    """Units expected by the planned shares."""
    residual: float
    """(counted − expected) ÷ its standard deviation: which arm is off."""


class SampleRatioReport(Record):
    """What `check_sample_ratio` answers."""

    __slots__ = ("arms", "chi_squared", "degrees_of_freedom", "p_value", "mismatch", "evidence")

    arms: tuple[SampleRatioRow, ...]
    """The arms in the order given."""
    chi_squared: float
    """χ² = Σ (counted − expected)² ÷ expected."""
    degrees_of_freedom: float
    """Degrees of freedom: arms − 1."""
    p_value: float
    """Probability of a split at least this uneven by chance."""
    mismatch: bool
    """Whether the split is wrong: then nothing else of the experiment is to be believed."""
    evidence: Evidence
    """How much this proves."""


class SampleRatioRequest(TypedDict):
    """What `check_sample_ratio` asks."""

    arms: list[SampleRatioArm]
    """The arms, 2 to 1,000."""
    alpha: NotRequired[float]
    """p-value below which the split is called wrong. Default 0.001, as the check is made on every
    experiment.
    """


class ScoreChangeDriver(Record):
    """What one KPI did to the program score."""

    __slots__ = (
        "kpi",
        "objective",
        "actual_before",
        "actual_after",
        "score_before",
        "score_after",
        "score_effect",
        "coverage_effect",
        "effect",
    )

    kpi: KpiId
    """The KPI."""
    objective: ObjectiveId
    """Its objective."""
    actual_before: float | None
    """Its value before; absent without data."""
    actual_after: float | None
    """Its value after; absent without data."""
    score_before: float | None
    """Its score before; absent without data."""
    score_after: float | None
    """Its score after; absent without data."""
    score_effect: float | None
    """What the change of its score did to the program score."""
    coverage_effect: float | None
    """What the change of its share did, because it or another KPI has data on one date only."""
    effect: float | None
    """Both together: what it did to the program score. These add up to the change."""


class ScoreChangeObjective(Record):
    """What an objective did to the program score."""

    __slots__ = ("objective", "before", "after", "effect")

    objective: ObjectiveId
    """The objective."""
    before: float | None
    """Its score before; absent without data."""
    after: float | None
    """Its score after; absent without data."""
    effect: float | None
    """What its KPIs did to the program score; absent where that has no change."""


class ScoreChangeReport(Record):
    """What moved a program score."""

    __slots__ = (
        "before",
        "after",
        "change",
        "coverage_before",
        "coverage_after",
        "objectives",
        "drivers",
        "evidence",
    )

    before: float | None
    """Program score before; absent without data."""
    after: float | None
    """Program score after; absent without data."""
    change: float | None
    """After less before; absent if one of them is."""
    coverage_before: float
    """Share of the weight with data before, 0 to 1."""
    coverage_after: float
    """Share of the weight with data after, 0 to 1."""
    objectives: tuple[ScoreChangeObjective, ...]
    """The objectives, by id."""
    drivers: tuple[ScoreChangeDriver, ...]
    """The KPIs, those that moved the program most first."""
    evidence: Evidence
    """How far the figures can be believed."""


class ScoreChangeRequest(TypedDict):
    """What `score_change` asks."""

    objectives: list[Objective]
    """Objectives with their KPIs and measurements."""
    before: When
    """The earlier date."""
    after: When
    """The later date."""
    options: NotRequired[ScoreOptions]
    """How scores are made; `as_of` is not looked at."""


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


class SequentialLook(Record):
    """One planned look."""

    __slots__ = (
        "information",
        "boundary",
        "nominal_p_value",
        "alpha_spent",
        "power",
        "observed",
        "crossed",
    )

    information: float
    """Share of the planned information."""
    boundary: float | None
    """z statistic to reach; absent where nothing can be spent yet."""
    nominal_p_value: float
    """The same as a p-value of a look on its own."""
    alpha_spent: float
    """Chance of a false alarm up to and with this look."""
    power: float
    """Chance to have stopped by this look if the planned effect is there."""
    observed: float | None
    """z statistic that was observed."""
    crossed: bool | None
    """Whether it crossed the boundary."""


class SequentialReport(Record):
    """What `sequential_boundaries` answers."""

    __slots__ = ("looks", "inflation", "expected_units", "advice")

    looks: tuple[SequentialLook, ...]
    """The looks in order."""
    inflation: float
    """Units that this plan needs at most, relative to a single look with the same power: 1.03 is 3
    % more.
    """
    expected_units: float
    """Units on average if the planned effect is there, relative to a single look."""
    advice: SequentialAdvice
    """What to do now."""


class SequentialRequest(TypedDict):
    """What `sequential_boundaries` asks."""

    looks: NotRequired[int]
    """Number of planned looks, evenly spaced, 1 to 50, if `information` is empty. Default 5."""
    information: NotRequired[list[float]]
    """Shares of the planned information (units) at the looks, rising, up to 1; at least
    0.005 apart.
    """
    alpha: NotRequired[float]
    """Accepted rate of false alarms over all looks. Default 0.05."""
    two_sided: NotRequired[bool]
    """Whether both directions count (default), or only that of benefit."""
    spending: NotRequired[AlphaSpending]
    """How alpha is spent. Default like O'Brien and Fleming."""
    power: NotRequired[float]
    """Power at the last look for the effect that was planned for; the report then says how many
    more units the
    looks cost. Default 0.8.
    """
    observed: NotRequired[list[float]]
    """z statistics of the looks so far: the report then says whether to stop."""


class StratifiedUplift(Record):
    """The difference within strata."""

    __slots__ = (
        "by",
        "strata",
        "strata_left_out",
        "closed_left_out",
        "difference",
        "risk_ratio",
        "odds_ratio",
        "cmh_chi_squared",
        "cmh_p_value",
        "breslow_day_p_value",
        "heterogeneity_p_value",
    )

    by: str
    """The column."""
    strata: int
    """Strata with closed opportunities in both groups."""
    strata_left_out: tuple[str, ...]
    """Strata with closed opportunities in one group alone: they tell nothing and are left out."""
    closed_left_out: int
    """Closed opportunities in the strata left out."""
    difference: IntervalEstimate
    """Mantel–Haenszel difference of the rates."""
    risk_ratio: IntervalEstimate | None
    """Mantel–Haenszel ratio of the rates."""
    odds_ratio: IntervalEstimate | None
    """Mantel–Haenszel ratio of the odds."""
    cmh_chi_squared: float | None
    """Cochran–Mantel–Haenszel chi-squared, without correction for continuity."""
    cmh_p_value: float | None
    """Its p-value."""
    breslow_day_p_value: float | None
    """p-value of Breslow and Day with Tarone's correction: small if the odds ratios of the strata
    differ.
    """
    heterogeneity_p_value: float | None
    """p-value of Cochran's Q: small if the differences of the strata differ."""


class SyntheticBalance(Record):
    """A predictor in the treated unit and in the mix."""

    __slots__ = ("predictor", "weight", "treated", "synthetic", "donors")

    predictor: str
    """Column."""
    weight: float
    """Its weight, 0 to 1."""
    treated: float
    """Mean in the treated unit."""
    synthetic: float
    """Mean in the mix."""
    donors: float
    """Mean over the donors, all alike."""


class SyntheticPredictor(TypedDict):
    """A number that the synthetic unit should have in common with the treated one: the mean of a
    column over some times.
    """

    column: NotRequired[str]
    """Column. Missing values are left out of the mean."""
    times: NotRequired[list[TimePoint]]
    """Times to average over. Default: all before the intervention."""


class SyntheticControlOptions(TypedDict):
    """Options of `synthetic_control`."""

    unit: NotRequired[str]
    """Column of the units. Default `unit`."""
    time: NotRequired[str]
    """Column of the time: dates, or numbers such as years. Default `time`."""
    outcome: NotRequired[str]
    """Column of the outcome. Default `outcome`."""
    treated: NotRequired[str]
    """The unit that was treated. Must be given."""
    intervention: NotRequired[TimePoint | None]
    """First moment of the treatment, as the time column writes it. Must be given."""
    donors: NotRequired[list[str]]
    """Units to mix. Default: all others."""
    predictors: NotRequired[list[SyntheticPredictor]]
    """What the mix should have in common with the treated unit. Default none: the outcome itself,
    row by row.
    """
    predictor_weights: NotRequired[list[float]]
    """Weights of the predictors, not below 0, in their order. Default: those with which the mix
    follows the outcome best
    before the treatment.
    """
    fit_start: NotRequired[TimePoint | None]
    """First moment at which the outcome should be followed. Default: the first row."""
    fit_end: NotRequired[TimePoint | None]
    """Last moment at which the outcome should be followed. Default: the last before the
    treatment.
    """
    evaluations: NotRequired[int]
    """Tries of predictor weights for each fit. From 100 to 200,000, default 6,000."""
    placebos_in_space: NotRequired[bool]
    """Placebo test in space: each donor in turn is treated as if it had been the one.
    Default yes.
    """
    placebo_time: NotRequired[TimePoint | None]
    """Placebo test in time: an earlier moment is treated as if it had been the one.
    Default none.
    """
    leave_one_out: NotRequired[bool]
    """Repeats the fit without each donor that has a share. Default yes."""


class SyntheticWeight(Record):
    """The share of a donor."""

    __slots__ = ("unit", "weight")

    unit: str
    """Donor."""
    weight: float
    """Its share, 0 to 1."""


class SyntheticPoint(Record):
    """One time of the picture."""

    __slots__ = ("time", "period", "actual", "synthetic", "gap")

    time: str
    """Time, as written."""
    period: ImpactPeriod
    """Part of the time."""
    actual: float
    """Outcome of the treated unit."""
    synthetic: float
    """Outcome of the mix."""
    gap: float
    """Actual − synthetic."""


class SyntheticPlacebo(Record):
    """A fit where nothing happened."""

    __slots__ = ("name", "average_effect", "pre_rmspe", "post_rmspe", "rmspe_ratio")

    name: str
    """The donor treated as the unit, or the moment treated as the intervention."""
    average_effect: float
    """Mean gap from the treatment on."""
    pre_rmspe: float
    """Root of the mean square of the gap before."""
    post_rmspe: float
    """The same from the treatment on."""
    rmspe_ratio: float | None
    """The second ÷ the first; absent where the first is 0."""


class SyntheticLeaveOneOut(Record):
    """A fit without one donor."""

    __slots__ = ("donor", "average_effect", "pre_rmspe")

    donor: str
    """The donor left out."""
    average_effect: float
    """Mean gap from the treatment on."""
    pre_rmspe: float
    """Root of the mean square of the gap before."""


class SyntheticControlReport(Record):
    """What would have happened to the treated unit, as a mix of others says."""

    __slots__ = (
        "average_effect",
        "cumulative_effect",
        "relative_effect",
        "weights",
        "balance",
        "loss",
        "loss_gap",
        "fit_mspe",
        "pre_rmspe",
        "post_rmspe",
        "rmspe_ratio",
        "series",
        "placebos_in_space",
        "p_value",
        "placebo_in_time",
        "leave_one_out",
        "evidence",
    )

    average_effect: float
    """Mean of actual − synthetic from the treatment on."""
    cumulative_effect: float
    """Sum of actual − synthetic from the treatment on."""
    relative_effect: float | None
    """Cumulative effect ÷ the sum of the synthetic outcome; absent where that is 0."""
    weights: tuple[SyntheticWeight, ...]
    """Share of each donor, by name."""
    balance: tuple[SyntheticBalance, ...]
    """How alike the mix is."""
    loss: float
    """What the shares make smallest: the weighted sum of squares over the scaled predictors, or the
    sum of squares of the
    outcome over the times to be followed.
    """
    loss_gap: float
    """How much smaller it could be at most: the proof that the shares are the best."""
    fit_mspe: float
    """Mean square of actual − synthetic over the times to be followed."""
    pre_rmspe: float
    """Root of the mean square of actual − synthetic at all times before the treatment."""
    post_rmspe: float
    """The same from the treatment on."""
    rmspe_ratio: float | None
    """The second ÷ the first; absent where the first is 0."""
    series: tuple[SyntheticPoint, ...]
    """Actual and synthetic outcome: the picture."""
    placebos_in_space: tuple[SyntheticPlacebo, ...]
    """Each donor treated as if it had been the one, by name."""
    p_value: float | None
    """Share of the treated unit and the placebos whose ratio is at least that of the treated unit
    (a permutation test).
    """
    placebo_in_time: SyntheticPlacebo | None
    """The fit at an earlier moment, judged from there to the treatment."""
    leave_one_out: tuple[SyntheticLeaveOneOut, ...]
    """The fit without each donor that has a share."""
    evidence: Evidence
    """How much this proves."""


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


class TransformSeriesReport(Record):
    """A transformed series."""

    __slots__ = (
        "values",
        "adstocked",
        "weights",
        "inflation",
        "half_effect_lag",
        "saturation",
        "marginal",
    )

    values: tuple[float, ...]
    """The series after both steps."""
    adstocked: tuple[float, ...]
    """The series after the carry-over alone."""
    weights: tuple[float, ...]
    """Weights of the lags, as many as act on the series."""
    inflation: float | None
    """Sum of the carried-over series ÷ sum of the inputs; left out where these are all 0."""
    half_effect_lag: int
    """Periods after which half of the whole effect has come, from the period of the input on."""
    saturation: Saturation
    """The saturation with numbers of its own."""
    marginal: tuple[float | None, ...]
    """What one more unit in the period adds at each value; left out where it is infinite."""


class TransformSeriesRequest(TypedDict):
    """What `transform_series` is asked."""

    values: list[float]
    """Inputs of equal periods in the order of time, none below 0."""
    adstock: NotRequired[Adstock | None]
    """Carry-over, applied first; none if left out."""
    saturation: NotRequired[Saturation | None]
    """Saturation, applied to what was carried over; none if left out."""


class TrendOptions(TypedDict):
    """Options of `trend`."""

    value: NotRequired[str]
    """Column of the values."""
    time: NotRequired[str | None]
    """Column of dates or times, in any order. Absent: column `date` if there is one, else the rows
    in their order,
    evenly spaced.
    """
    level: NotRequired[float]
    """Level of the intervals, above 0 and below 1."""
    smoothing: NotRequired[float]
    """Weight of the newest value in the smoothed series (an exponentially weighted mean), above 0
    to 1.
    """
    window: NotRequired[int]
    """Values in the trailing mean, 1 to 10,000."""
    outlier: NotRequired[float]
    """Standard deviations from the mean beyond which a value is named, 1 to 100."""
    bucket: NotRequired[CalendarBucket | None]
    """Unit of the calendar to add up by, for tables with times; each value belongs to the date it
    begins at.
    """


class TrendOutlier(Record):
    """A value far from the mean."""

    __slots__ = ("index", "time", "value", "z")

    index: int
    """Place in the order of time, from 0."""
    time: str | None
    """Its time, where the table has times."""
    value: float
    """The value."""
    z: float
    """Its distance from the mean in standard deviations."""


class TrendReport(Record):
    """What `trend` finds."""

    __slots__ = (
        "rows",
        "mean",
        "standard_deviation",
        "median",
        "median_deviation",
        "slope",
        "intercept",
        "robust_slope",
        "trend_p",
        "smoothed",
        "trailing_mean",
        "outliers",
        "buckets",
        "evidence",
    )

    rows: int
    """Values used; those missing are left out, their places are kept."""
    mean: float
    """Mean."""
    standard_deviation: float
    """Standard deviation, with n − 1."""
    median: float
    """Median."""
    median_deviation: float
    """Median of the distances from the median, as they are (× 1.4826 estimates a standard
    deviation).
    """
    slope: IntervalEstimate
    """Change for each step by least squares. Its interval allows for errors that follow one another
    (Newey and West
    1987, lags 4(n ÷ 100)^(2⁄9)).
    """
    intercept: float
    """The line at the first value."""
    robust_slope: IntervalEstimate | None
    """Median of the slopes of all pairs (Theil 1950, Sen 1968): outliers hardly move it. Absent
    above 5,000 values.
    """
    trend_p: float | None
    """p-value of the test of Mann and Kendall for a trend in one direction; takes values as
    independent.
    """
    smoothed: float
    """Last value of the smoothed series."""
    trailing_mean: float
    """Mean of the last values."""
    outliers: tuple[TrendOutlier, ...]
    """Values far from the mean."""
    buckets: tuple[CalendarSum, ...]
    """Sums by calendar."""
    evidence: Evidence
    """How much it proves."""


class UpliftMoney(Record):
    """What a difference of rates is worth."""

    __slots__ = ("mean_won_value", "per_thousand", "observed_per_thousand", "won_without_value")

    mean_won_value: float
    """Mean value of a won deal, of both groups."""
    per_thousand: IntervalEstimate
    """Won deals more per 1,000 closed × mean value of a won deal: deals of the same size, only more
    of them.
    """
    observed_per_thousand: IntervalEstimate | None
    """Value won per 1,000 closed, with use less without: also the deals may differ. Interval from
    the spread of the
    values (Welch).
    """
    won_without_value: int
    """Won deals without a value: in no sum."""


class UpliftOptions(TypedDict):
    """Where `uplift` finds what."""

    outcome: NotRequired[str]
    """Column with the state of each opportunity. Default `outcome`."""
    won: NotRequired[list[str]]
    """States that are won. Default `won`, `yes`, `1`."""
    lost: NotRequired[list[str]]
    """States that are lost. Default `lost`, `no`, `0`."""
    open: NotRequired[list[str]]
    """States that are open: neither won nor lost. Default `open`. A state in none of the lists is
    refused.
    """
    group: NotRequired[str | None]
    """Column with the group of each row; either this or `exposure`. Default none."""
    exposed: NotRequired[str | None]
    """Name of the group that uses the tool. Needed with `group`."""
    control: NotRequired[str | None]
    """Name of the group to compare with. Default: everybody else."""
    exposure: NotRequired[str | None]
    """Column with the degree of use of each row; those above the split use it. Default none."""
    split: NotRequired[float | None]
    """Degree of use above which a row belongs to the users. Default: the median (of units, if there
    are units).
    """
    unit: NotRequired[str | None]
    """Column with the person or team that each row belongs to: their rows are not independent of
    each other, so the
    difference gets a second interval from the units. Default none.
    """
    strata: NotRequired[list[str]]
    """Columns that each divide the rows into strata; each gives its own stratified estimate.
    Default none.
    """
    value: NotRequired[str | None]
    """Column with the value of each opportunity, in any currency. Default none."""
    count: NotRequired[str | None]
    """Column with how many opportunities a row stands for, 0 or more. Default: one."""
    complete: NotRequired[list[str]]
    """Columns whose gaps are reported, such as the account. Default none."""
    randomized: NotRequired[bool]
    """Whether use was given out by lot. Default false: what is found is association."""
    level: NotRequired[float]
    """Level of the intervals, 0.5 to 0.999. Default 0.95."""


class UpliftReport(Record):
    """The rates of two groups compared."""

    __slots__ = (
        "verdict",
        "statement",
        "evidence",
        "overall",
        "exposed",
        "control",
        "split",
        "difference",
        "difference_wald",
        "relative_uplift",
        "risk_ratio",
        "odds_ratio",
        "z",
        "p_value",
        "clustered",
        "stratified",
        "won_per_thousand",
        "money",
        "open",
        "left_out",
    )

    verdict: UpliftVerdict
    """What the data say."""
    statement: str
    """The same as a sentence."""
    evidence: Evidence
    """How much it proves."""
    overall: GroupRate
    """All closed opportunities of both groups."""
    exposed: GroupRate
    """Those with use."""
    control: GroupRate
    """Those without."""
    split: float | None
    """Degree of use at which the groups were split."""
    difference: IntervalEstimate
    """Difference of the rates, with Newcombe's interval."""
    difference_wald: IntervalEstimate
    """Difference of the rates, with Wald's interval, for comparison."""
    relative_uplift: float | None
    """Difference of the rates ÷ rate without use."""
    risk_ratio: IntervalEstimate | None
    """Rate with use ÷ rate without."""
    odds_ratio: IntervalEstimate | None
    """Odds with use ÷ odds without."""
    z: float | None
    """Difference in standard errors of the pooled rate."""
    p_value: float | None
    """Probability of a difference at least as large by chance, on both sides."""
    clustered: UpliftClusters | None
    """Difference with an interval from the units."""
    stratified: tuple[StratifiedUplift, ...]
    """Difference within strata, for each column asked for."""
    won_per_thousand: IntervalEstimate
    """Won deals more per 1,000 closed opportunities."""
    money: UpliftMoney | None
    """The same in money."""
    open: int
    """Opportunities still open: in no rate."""
    left_out: int
    """Rows without a state, group or degree of use: in no rate."""


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
shape(AdjustedPValue, ("p_value", NUMBER), ("adjusted", NUMBER), ("rejected", PLAIN))
shape(AdjustedPValues, ("tests", many(record(AdjustedPValue))), ("rejected", PLAIN))
shape(AggregateEffect, ("over", PLAIN), ("effect", record(IntervalEstimate)))
shape(AlertReport, ("alerts", many(record(KpiAlert))), ("acknowledged", PLAIN))
shape(AlwaysValidEffect, ("low", NUMBER), ("high", NUMBER), ("p_value", NUMBER))
shape(
    Anomaly,
    ("index", PLAIN),
    ("time", PLAIN, None),
    ("value", NUMBER),
    ("expected_value", NUMBER),
    ("severity", NUMBER),
)
shape(
    AnomalyEvent,
    ("start", PLAIN),
    ("peak", PLAIN),
    ("end", PLAIN),
    ("start_time", PLAIN, None),
    ("peak_time", PLAIN, None),
    ("end_time", PLAIN, None),
    ("anomalies", PLAIN),
    ("severity", NUMBER),
    ("excess", NUMBER),
)
shape(
    AnomalyReport,
    ("method", PLAIN),
    ("rows", PLAIN),
    ("missing", PLAIN),
    ("period", PLAIN, None),
    ("anomalies", many(record(Anomaly))),
    ("series", many(record(WatchedPoint)), ()),
    ("events", many(record(AnomalyEvent))),
    ("expected_false_alarms", NUMBER, None),
    ("evidence", record(Evidence)),
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
shape(
    BacktestFold,
    ("known", PLAIN),
    ("origin", PLAIN, None),
    ("model", PLAIN),
    ("accuracy", record(ForecastAccuracy)),
)
shape(
    BacktestReport,
    ("method", PLAIN),
    ("accuracy", record(ForecastAccuracy)),
    ("naive", record(ForecastAccuracy)),
    ("skill", NUMBER, None),
    ("coverage", many(record(IntervalCoverage)), ()),
    ("steps", many(record(BacktestStep))),
    ("folds", many(record(BacktestFold))),
    ("evidence", record(Evidence)),
)
shape(BacktestStep, ("step", PLAIN), ("accuracy", record(ForecastAccuracy)))
shape(
    BaconComparison,
    ("treated", PLAIN),
    ("control", PLAIN, None),
    ("already_treated", PLAIN),
    ("weight", NUMBER),
    ("effect", NUMBER),
)
shape(
    BaconDecomposition,
    ("forbidden_weight", NUMBER),
    ("comparisons", many(record(BaconComparison))),
)
shape(
    BeforeAfterReport,
    ("verdict", PLAIN),
    ("statement", PLAIN),
    ("evidence", record(Evidence)),
    ("exposed_before", record(GroupRate)),
    ("exposed_after", record(GroupRate)),
    ("control_before", record(GroupRate)),
    ("control_after", record(GroupRate)),
    ("exposed_change", record(IntervalEstimate)),
    ("control_change", record(IntervalEstimate)),
    ("difference", record(IntervalEstimate)),
    ("difference_wald", record(IntervalEstimate)),
    ("clustered", record(UpliftClusters), None),
    ("placebo", record(IntervalEstimate), None),
    ("won_per_thousand", record(IntervalEstimate)),
    ("open", PLAIN),
    ("left_out", PLAIN),
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
shape(
    BudgetAllocation,
    ("response", NUMBER),
    ("response_bound", NUMBER),
    ("optimal", PLAIN),
    ("spend", NUMBER),
    ("unspent", NUMBER),
    ("marginal", NUMBER, None),
    ("current_response", NUMBER, None),
    ("channels", many(record(ChannelBudget))),
    ("campaigns", many(record(CampaignBudget)), ()),
    ("evidence", record(Evidence)),
)
shape(
    BudgetChange,
    ("campaign", PLAIN),
    ("before", NUMBER, None),
    ("after", NUMBER),
    ("optimum", NUMBER),
    ("committed", NUMBER),
    ("reason", PLAIN),
    ("message", PLAIN),
)
shape(BudgetStatus, ("budget", NUMBER), ("variance", NUMBER), ("overspent", PLAIN))
shape(
    CalendarPeriod,
    ("date", WHEN),
    ("iso_year", PLAIN),
    ("iso_week", PLAIN),
    ("quarter", PLAIN),
    ("fiscal_year", PLAIN),
    ("fiscal_quarter", PLAIN),
    ("week_start", WHEN),
    ("month_start", WHEN),
    ("quarter_start", WHEN),
    ("year_start", WHEN),
    ("fiscal_quarter_start", WHEN),
    ("fiscal_year_start", WHEN),
    ("days_in_month", PLAIN),
    ("day_of_quarter", PLAIN),
    ("day_of_fiscal_year", PLAIN),
)
shape(CalendarSum, ("name", PLAIN), ("values", PLAIN), ("sum", NUMBER), ("mean", NUMBER))
shape(CampaignBudget, ("campaign", PLAIN), ("spend", NUMBER), ("response", NUMBER))
shape(
    CampaignBudgetReport,
    ("plan", PLAIN),
    ("total", NUMBER),
    ("changes", many(record(BudgetChange))),
)
shape(
    CampaignCost,
    ("campaign", PLAIN),
    ("cost", record(Cost)),
    ("budget", record(BudgetStatus), None),
)
shape(CampaignVariance, ("campaign", PLAIN), ("variance", record(Variance)))
shape(
    CatalogueKpi,
    ("id", PLAIN),
    ("name", PLAIN),
    ("question", PLAIN),
    ("formula", PLAIN),
    ("denominator", PLAIN, None),
    ("unit", PLAIN),
    ("per", NUMBER),
    ("better", PLAIN),
    ("stage", PLAIN),
    ("roles", many(record(CatalogueRole))),
    ("words", many(PLAIN), ()),
    ("measure", PLAIN),
    ("proportion", PLAIN, False),
    ("source", PLAIN),
)
shape(CatalogueRole, ("role", PLAIN), ("meaning", PLAIN))
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
shape(ChangePoint, ("index", PLAIN), ("time", PLAIN, None), ("before", NUMBER), ("after", NUMBER))
shape(
    ChangePointReport,
    ("rows", PLAIN),
    ("changes", many(record(ChangePoint))),
    ("segments", many(record(ChangeSegment))),
    ("cost", NUMBER),
    ("penalty", NUMBER, None),
    ("runs", record(RunLengths), None),
    ("evidence", record(Evidence)),
)
shape(
    ChangeSegment,
    ("start", PLAIN),
    ("end", PLAIN),
    ("mean", NUMBER),
    ("standard_deviation", NUMBER, None),
    ("cost", NUMBER),
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
    ChannelBudget,
    ("channel", PLAIN),
    ("spend", NUMBER),
    ("share", NUMBER, None),
    ("response", NUMBER),
    ("average", NUMBER, None),
    ("marginal", NUMBER, None),
    ("bound", PLAIN),
    ("curve", many(record(SpendResponse)), ()),
    ("change", NUMBER, None),
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
    ChartPoint,
    ("index", PLAIN),
    ("time", PLAIN, None),
    ("statistic", NUMBER),
    ("lower_sum", NUMBER, None),
    ("upper_run", PLAIN, None),
    ("lower_run", PLAIN, None),
    ("low", NUMBER),
    ("high", NUMBER),
    ("out", PLAIN),
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
shape(CompositeStage, ("step", PLAIN), ("data", PLAIN))
shape(
    CompositeUnit,
    ("unit", PLAIN),
    ("score", NUMBER, None),
    ("rank", PLAIN, None),
    ("coverage", NUMBER),
    ("parts", many(record(CompositePart))),
)
shape(
    ControlChartReport,
    ("mean", NUMBER),
    ("standard_deviation", NUMBER),
    ("points", many(record(ChartPoint))),
    ("first_out", PLAIN, None),
    ("out", PLAIN),
    ("average_run_length", NUMBER, None),
    ("evidence", record(Evidence)),
)
shape(CorrelationEstimate, ("coefficient", record(IntervalEstimate)), ("p_value", NUMBER))
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
shape(
    CupedEffect,
    ("theta", NUMBER),
    ("variance_reduction", NUMBER),
    ("worth_of_units", NUMBER),
    ("covariate_imbalance", record(SignificanceTest)),
    ("effect", record(MeanEffect)),
)
shape(
    CustomerHistories,
    ("end", PLAIN),
    ("unit", PLAIN),
    ("table", PLAIN),
    ("orders", PLAIN),
    ("later", PLAIN),
    ("incomplete", PLAIN),
)
shape(CustomerParameter, ("name", PLAIN), ("estimate", record(IntervalEstimate)))
shape(
    CustomerSpend,
    ("parameters", many(record(CustomerParameter))),
    ("log_likelihood", NUMBER),
    ("customers", PLAIN),
    ("mean_value", NUMBER, None),
    ("correlation_with_frequency", NUMBER, None),
)
shape(
    CustomerValue,
    ("customer", PLAIN),
    ("probability_alive", NUMBER),
    ("expected_purchases", NUMBER),
    ("expected_value", NUMBER, None),
    ("lifetime_value", NUMBER, None),
)
shape(
    CustomerValueReport,
    ("evidence", record(Evidence)),
    ("model", PLAIN),
    ("parameters", many(record(CustomerParameter))),
    ("log_likelihood", NUMBER),
    ("new_customer_purchases", NUMBER),
    ("spend", record(CustomerSpend), None),
    ("customers", many(record(CustomerValue))),
    ("total_purchases", NUMBER),
    ("total_value", NUMBER, None),
)
shape(DayLoad, ("date", DATE), ("demand", PLAIN), ("capacity", PLAIN), ("excess", PLAIN))
shape(
    DecomposeReport,
    ("rows", PLAIN),
    ("filled", PLAIN),
    ("times", many(PLAIN), ()),
    ("trend", many(NUMBER)),
    ("trend_strength", NUMBER, None),
    ("seasons", many(record(SeasonalPart)), ()),
    ("remainder", many(NUMBER)),
    ("adjusted", many(NUMBER)),
    ("weights", many(NUMBER), ()),
    ("evidence", record(Evidence)),
)
shape(
    DidReport,
    ("units", PLAIN),
    ("treated_units", PLAIN),
    ("never_treated_units", PLAIN),
    ("periods", PLAIN),
    ("rows", PLAIN),
    ("left_out", PLAIN),
    ("cohorts", many(PLAIN)),
    ("effect", record(IntervalEstimate)),
    ("p_value", NUMBER, None),
    ("two_by_two", record(TwoByTwo), None),
    ("two_way", record(RegressionTerm)),
    ("two_way_classic", record(RegressionTerm)),
    ("event_study", record(EventStudy), None),
    ("staggered", record(StaggeredEffects), None),
    ("decomposition", record(BaconDecomposition), None),
    ("placebo", record(RegressionTerm), None),
    ("permutation_p_value", NUMBER, None),
    ("evidence", record(Evidence)),
)
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
shape(EffectInterval, ("low", NUMBER, None), ("high", NUMBER, None))
shape(
    EffectPosterior,
    ("mean", NUMBER),
    ("standard_deviation", NUMBER),
    ("interval", record(EffectInterval)),
    ("chance_to_win", NUMBER),
    ("loss_of_control", NUMBER),
    ("loss_of_treatment", NUMBER),
)
shape(EventEffect, ("event_time", PLAIN), ("effect", record(RegressionTerm)))
shape(
    EventStudy,
    ("effects", many(record(EventEffect))),
    ("pre_trend_statistic", NUMBER, None),
    ("pre_trend_p_value", NUMBER, None),
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
shape(ExperimentArm, ("variant", PLAIN), ("units", PLAIN), ("expected_units", NUMBER))
shape(
    ExperimentComparison,
    ("metric", PLAIN),
    ("variant", PLAIN),
    ("units_control", PLAIN),
    ("units_treatment", PLAIN),
    ("left_out", PLAIN),
    ("control", NUMBER),
    ("treatment", NUMBER),
    ("effect", record(MeanEffect)),
    ("cuped", record(CupedEffect), None),
    ("proportions", record(ProportionReport), None),
    ("rank_test", record(RankTest), None),
    ("p_value", NUMBER),
    ("adjusted_p_value", NUMBER),
    ("verdict", PLAIN),
    ("advice", PLAIN),
)
shape(
    ExperimentPlan,
    ("effect", NUMBER),
    ("relative_effect", NUMBER, None),
    ("exact_units", NUMBER),
    ("units_control", PLAIN),
    ("units_treatment", PLAIN),
    ("units_total", PLAIN),
    ("power", NUMBER),
    ("alpha_per_comparison", NUMBER),
    ("exact_alpha", NUMBER, None),
    ("days", PLAIN, None),
)
shape(
    ExperimentReport,
    ("arms", many(record(ExperimentArm))),
    ("mismatch_chi_squared", NUMBER),
    ("mismatch_p_value", NUMBER),
    ("sample_ratio_mismatch", PLAIN),
    ("comparisons", many(record(ExperimentComparison))),
    ("evidence", record(Evidence)),
)
shape(
    FitResponseReport,
    ("rows", PLAIN),
    ("parameters", PLAIN),
    ("effective_parameters", NUMBER),
    ("penalty", NUMBER),
    ("penalty_chosen", PLAIN),
    ("shapes_compared", PLAIN),
    ("block", PLAIN),
    ("quality", record(ResponseFitQuality)),
    ("terms", many(record(ResponseTerm))),
    ("channels", many(record(ResponseChannelFit))),
    ("media", record(IntervalEstimate)),
    ("baseline", NUMBER),
    ("points", many(record(ResponseFitPoint))),
    ("budget", PLAIN, None),
    ("evidence", record(Evidence)),
)
shape(
    FloatPath,
    ("number", PLAIN),
    ("tasks", many(PLAIN)),
    ("joins", PLAIN, None),
    ("relationship_float", PLAIN),
    ("total_float", PLAIN),
)
shape(
    FloatPaths,
    ("to", PLAIN, None),
    ("paths", many(record(FloatPath))),
    ("tasks", many(record(TaskFloat))),
)
shape(
    ForecastAccuracy,
    ("forecasts", PLAIN),
    ("bias", NUMBER),
    ("mae", NUMBER),
    ("rmse", NUMBER),
    ("mase", NUMBER, None),
    ("smape", NUMBER, None),
    ("mape", NUMBER, None),
)
shape(ForecastCandidate, ("name", PLAIN), ("log_likelihood", NUMBER), ("aicc", NUMBER, None))
shape(
    ForecastFit,
    ("name", PLAIN),
    ("error", PLAIN, None),
    ("trend", PLAIN, None),
    ("season", PLAIN, None),
    ("parameters", PLAIN, None),
    ("states", PLAIN, None),
    ("log_likelihood", NUMBER, None),
    ("aic", NUMBER, None),
    ("aicc", NUMBER, None),
    ("bic", NUMBER, None),
    ("variance", NUMBER, None),
    ("mse", NUMBER),
    ("mae", NUMBER),
    ("mase", NUMBER, None),
)
shape(ForecastPast, ("time", PLAIN, None), ("value", NUMBER))
shape(
    ForecastPoint,
    ("step", PLAIN),
    ("time", PLAIN, None),
    ("value", NUMBER),
    ("intervals", many(record(PredictionInterval)), ()),
)
shape(
    ForecastReport,
    ("method", PLAIN),
    ("rows", PLAIN),
    ("filled", PLAIN),
    ("periods", many(PLAIN), ()),
    ("history", many(record(ForecastPast)), ()),
    ("points", many(record(ForecastPoint))),
    ("total", record(ForecastTotal)),
    ("fit", record(ForecastFit)),
    ("candidates", many(record(ForecastCandidate)), ()),
    ("fitted", many(PLAIN), ()),
    ("evidence", record(Evidence)),
)
shape(
    ForecastTotal,
    ("value", NUMBER),
    ("intervals", many(record(PredictionInterval)), ()),
    ("so_far", NUMBER),
    ("path", many(record(RunningTotal)), ()),
    ("target", NUMBER, None),
    ("probability", NUMBER, None),
    ("gap", NUMBER, None),
)
shape(
    Forecasts,
    ("cpi", NUMBER, None),
    ("budget", NUMBER),
    ("cpi_spi", NUMBER, None),
    ("bottom_up", NUMBER, None),
)
shape(GoalBound, ("goal", PLAIN), ("bound", NUMBER))
shape(GoalPackKpis, ("pack", PLAIN), ("name", PLAIN), ("goal", PLAIN), ("kpis", many(PLAIN)))
shape(
    GroupRate,
    ("group", PLAIN),
    ("closed", PLAIN),
    ("won", PLAIN),
    ("open", PLAIN),
    ("rate", record(IntervalEstimate)),
    ("units", PLAIN, None),
    ("value_won", NUMBER, None),
)
shape(
    GroupTimeEffect,
    ("cohort", PLAIN),
    ("period", PLAIN),
    ("event_time", PLAIN),
    ("treated_units", PLAIN),
    ("control_units", PLAIN),
    ("effect", record(IntervalEstimate)),
)
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
    IndicatorCell,
    ("group", many(PLAIN), ()),
    ("period", PLAIN, None),
    ("from", WHEN, None),
    ("to", WHEN, None),
    ("partial", PLAIN, False),
    ("figure", record(IndicatorFigure)),
    ("share", NUMBER, None),
    ("previous", record(IndicatorChange), None),
    ("last_year", record(IndicatorChange), None),
)
shape(
    IndicatorChange,
    ("from", WHEN),
    ("to", WHEN),
    ("value", NUMBER),
    ("change", NUMBER),
    ("relative", NUMBER, None),
)
shape(
    IndicatorFigure,
    ("value", NUMBER, None),
    ("numerator", NUMBER, None),
    ("denominator", NUMBER, None),
    ("mean_of_ratios", NUMBER, None),
    ("low", NUMBER, None),
    ("high", NUMBER, None),
    ("n", PLAIN),
    ("missing", PLAIN, 0),
    ("open", PLAIN, 0),
)
shape(
    IndicatorReport,
    ("as_of", WHEN, None),
    ("by", many(PLAIN), ()),
    ("indicators", many(record(IndicatorSeries))),
    ("evidence", record(Evidence)),
)
shape(
    IndicatorSeries,
    ("id", PLAIN),
    ("name", PLAIN, None),
    ("unit", PLAIN, None),
    ("additivity", PLAIN),
    ("formula", PLAIN),
    ("per", NUMBER),
    ("better", PLAIN, None),
    ("stage", PLAIN, None),
    ("total", record(IndicatorFigure)),
    ("cells", many(record(IndicatorCell)), ()),
    ("to_date", many(record(IndicatorToDate)), ()),
    ("coverage", NUMBER, None),
    ("latest", WHEN, None),
    ("age_days", NUMBER, None),
    ("stale", PLAIN, None),
    ("cautions", many(record(Issue)), ()),
)
shape(
    IndicatorToDate,
    ("span", PLAIN),
    ("group", many(PLAIN), ()),
    ("from", WHEN),
    ("to", WHEN),
    ("figure", record(IndicatorFigure)),
    ("previous", record(IndicatorChange), None),
    ("last_year", record(IndicatorChange), None),
)
shape(
    InstantiateReport,
    ("plan", PLAIN),
    ("campaign", PLAIN),
    ("inserted", many(PLAIN)),
    ("issues", many(record(Issue)), ()),
)
shape(
    InterruptedPoint,
    ("time", PLAIN),
    ("observed", NUMBER),
    ("fitted", NUMBER),
    ("counterfactual", NUMBER),
    ("counterfactual_low", NUMBER),
    ("counterfactual_high", NUMBER),
)
shape(
    InterruptedReport,
    ("rows", PLAIN),
    ("rows_before", PLAIN),
    ("lags", PLAIN, None),
    ("level", record(RegressionTerm)),
    ("slope", record(RegressionTerm), None),
    ("average_effect", record(IntervalEstimate)),
    ("average_effect_p_value", NUMBER, None),
    ("final_effect", record(IntervalEstimate)),
    ("cumulative_effect", record(IntervalEstimate)),
    ("average_effect_percent", record(IntervalEstimate), None),
    ("terms", many(record(RegressionTerm))),
    ("r_squared", NUMBER, None),
    ("durbin_watson", NUMBER),
    ("points", many(record(InterruptedPoint))),
    ("placebos", many(record(PlaceboStart)), ()),
    ("evidence", record(Evidence)),
)
shape(IntervalCoverage, ("level", NUMBER), ("share", NUMBER), ("width", NUMBER))
shape(
    IntervalEstimate,
    ("value", NUMBER),
    ("standard_error", NUMBER, None),
    ("low", NUMBER, None),
    ("high", NUMBER, None),
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
    JoinQuality,
    ("rows", PLAIN),
    ("joined", PLAIN),
    ("unjoined", PLAIN),
    ("missing", PLAIN),
    ("unjoined_values", many(record(UnjoinedValue)), ()),
    ("unjoined_distinct", PLAIN),
    ("repeated_keys", many(PLAIN), ()),
    ("unused_keys", PLAIN),
    ("findings", many(record(Issue)), ()),
)
shape(
    KpiAlert,
    ("id", PLAIN),
    ("kind", PLAIN),
    ("series", PLAIN),
    ("severity", PLAIN),
    ("start", PLAIN),
    ("peak", PLAIN),
    ("end", PLAIN),
    ("flagged", PLAIN),
    ("figure", NUMBER),
    ("reference", NUMBER),
    ("low", NUMBER, None),
    ("high", NUMBER, None),
    ("score", NUMBER, None),
    ("evidence", PLAIN, None),
    ("message", PLAIN),
)
shape(KpiCatalogue, ("kpis", many(record(CatalogueKpi))), ("packs", many(record(GoalPackKpis))))
shape(
    KpiGap,
    ("kpi", PLAIN),
    ("objective", PLAIN),
    ("objective_weight", NUMBER),
    ("kpi_weight", NUMBER),
    ("open_share", NUMBER),
)
shape(KpiMeasurementReport, ("kpis", many(record(KpiMeasurements))), ("evidence", record(Evidence)))
shape(
    KpiMeasurements,
    ("kpi", PLAIN),
    ("group", many(PLAIN), ()),
    ("unit", PLAIN, None),
    ("aggregation", PLAIN),
    ("per", NUMBER),
    ("measurements", many(PLAIN)),
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
    MeanArm,
    ("units", PLAIN),
    ("mean", NUMBER),
    ("standard_deviation", NUMBER),
    ("interval", record(IntervalEstimate)),
)
shape(
    MeanEffect,
    ("difference", record(IntervalEstimate)),
    ("welch_test", record(SignificanceTest)),
    ("relative_lift", record(RelativeLift), None),
    ("always_valid", record(AlwaysValidEffect), None),
    ("always_valid_lift", record(AlwaysValidEffect), None),
    ("posterior", record(EffectPosterior), None),
)
shape(
    MeanReport,
    ("control", record(MeanArm)),
    ("treatment", record(MeanArm)),
    ("effect", record(MeanEffect)),
    ("pooled_test", record(SignificanceTest)),
    ("cuped", record(CupedEffect), None),
    ("rank_test", record(RankTest), None),
    ("verdict", PLAIN),
    ("advice", PLAIN),
    ("evidence", record(Evidence)),
)
shape(
    ModelCredit,
    ("name", PLAIN),
    ("model", PLAIN),
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
shape(PlaceboStart, ("start", PLAIN), ("level", record(RegressionTerm)))
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
shape(PredictionInterval, ("level", NUMBER), ("low", NUMBER), ("high", NUMBER))
shape(ProgramScore, ("score", NUMBER, None), ("coverage", NUMBER), ("rag", PLAIN, None))
shape(
    Progress,
    ("steps", PLAIN),
    ("budget", PLAIN),
    ("objective", many(NUMBER)),
    ("bound", many(NUMBER)),
)
shape(
    ProportionArm,
    ("successes", PLAIN),
    ("trials", PLAIN),
    ("rate", NUMBER),
    ("wilson", record(EffectInterval)),
    ("wald", record(EffectInterval), None),
    ("agresti_coull", record(EffectInterval), None),
    ("jeffreys", record(EffectInterval), None),
    ("clopper_pearson", record(EffectInterval), None),
)
shape(
    ProportionMethods,
    ("wald_test", record(SignificanceTest)),
    ("score_test", record(SignificanceTest)),
    ("agresti_caffo_test", record(SignificanceTest)),
    ("chi_squared", record(SignificanceTest), None),
    ("chi_squared_yates", record(SignificanceTest), None),
    ("fisher_p_value", NUMBER, None),
    ("wald", record(EffectInterval)),
    ("newcombe", record(EffectInterval)),
    ("agresti_caffo", record(EffectInterval)),
    ("score", record(EffectInterval)),
    ("ratio", record(IntervalEstimate), None),
    ("ratio_score", record(EffectInterval), None),
    ("odds_ratio", record(IntervalEstimate), None),
)
shape(
    ProportionPosterior,
    ("probability_treatment_higher", NUMBER),
    ("probability_control_higher", NUMBER),
    ("loss_of_treatment", NUMBER),
    ("loss_of_control", NUMBER),
    ("control", record(EffectInterval)),
    ("treatment", record(EffectInterval)),
    ("difference", NUMBER),
    ("difference_interval", record(EffectInterval)),
)
shape(
    ProportionReport,
    ("control", record(ProportionArm)),
    ("treatment", record(ProportionArm)),
    ("difference", record(IntervalEstimate)),
    ("relative_lift", record(RelativeLift), None),
    ("pooled_test", record(SignificanceTest)),
    ("methods", record(ProportionMethods), None),
    ("always_valid", record(AlwaysValidEffect), None),
    ("posterior", record(ProportionPosterior), None),
    ("verdict", PLAIN),
    ("advice", PLAIN),
    ("evidence", record(Evidence)),
)
shape(RankTest, ("u", NUMBER), ("probability_treatment_higher", NUMBER), ("p_value", NUMBER))
shape(
    RateChangeReport,
    ("rate_before", NUMBER),
    ("rate_after", NUMBER),
    ("change", record(IntervalEstimate)),
    ("rate_effect", NUMBER),
    ("mix_effect", NUMBER),
    ("numerator_effect", NUMBER, None),
    ("denominator_effect", NUMBER, None),
    ("segments", many(record(RateChangeSegment))),
    ("n", PLAIN),
    ("missing", PLAIN),
    ("other_periods", PLAIN),
    ("evidence", record(Evidence)),
)
shape(
    RateChangeSegment,
    ("segment", PLAIN, None),
    ("numerator_before", NUMBER),
    ("denominator_before", NUMBER),
    ("numerator_after", NUMBER),
    ("denominator_after", NUMBER),
    ("rate_before", NUMBER, None),
    ("rate_after", NUMBER, None),
    ("share_before", NUMBER),
    ("share_after", NUMBER),
    ("rate_effect", NUMBER),
    ("mix_effect", NUMBER),
    ("mix_effect_against_whole", NUMBER),
)
shape(
    RateLine,
    ("intercept", record(IntervalEstimate)),
    ("slope", record(IntervalEstimate)),
    ("slope_p_value", NUMBER),
    ("r_squared", NUMBER),
)
shape(
    RateLogit,
    ("intercept", record(IntervalEstimate)),
    ("slope", record(IntervalEstimate)),
    ("slope_p_value", NUMBER),
    ("dispersion", NUMBER),
)
shape(RatioArm, ("units", PLAIN), ("ratio", record(IntervalEstimate)), ("unit_variance", NUMBER))
shape(
    RatioReport,
    ("control", record(RatioArm)),
    ("treatment", record(RatioArm)),
    ("effect", record(MeanEffect)),
    ("verdict", PLAIN),
    ("advice", PLAIN),
    ("evidence", record(Evidence)),
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
shape(
    RegressionTerm,
    ("name", PLAIN),
    ("estimate", NUMBER),
    ("standard_error", NUMBER),
    ("statistic", NUMBER, None),
    ("p_value", NUMBER, None),
    ("low", NUMBER),
    ("high", NUMBER),
)
shape(
    RelateReport,
    ("verdict", PLAIN),
    ("statement", PLAIN),
    ("evidence", record(Evidence)),
    ("rows", PLAIN),
    ("left_out", PLAIN),
    ("pearson", record(CorrelationEstimate)),
    ("spearman", record(CorrelationEstimate)),
    ("line", record(RateLine)),
    ("weighted_line", record(RateLine), None),
    ("logit", record(RateLogit), None),
    ("won_per_thousand", record(IntervalEstimate), None),
)
shape(RelativeLift, ("lift", record(IntervalEstimate)), ("p_value", NUMBER))
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
    ResponseChannelFit,
    ("channel", PLAIN),
    ("adstock", PLAIN),
    ("saturation", PLAIN),
    ("coefficient", record(IntervalEstimate)),
    ("spend", NUMBER),
    ("contribution", record(IntervalEstimate)),
    ("share", record(IntervalEstimate), None),
    ("roas", record(IntervalEstimate)),
    ("marginal", NUMBER, None),
    ("curve", many(record(ResponseCurvePoint))),
    ("contributions", many(NUMBER)),
)
shape(
    ResponseCurvePoint,
    ("spend", NUMBER),
    ("response", record(IntervalEstimate)),
    ("beyond_data", PLAIN),
)
shape(
    ResponseFitPoint,
    ("time", PLAIN, None),
    ("outcome", NUMBER),
    ("fitted", NUMBER),
    ("baseline", NUMBER),
)
shape(
    ResponseFitQuality,
    ("r_squared", NUMBER),
    ("mape", NUMBER, None),
    ("out_of_sample_r_squared", NUMBER, None),
    ("out_of_sample_mape", NUMBER, None),
    ("predicted_rows", PLAIN),
    ("residual_deviation", NUMBER),
)
shape(
    ResponseTerm,
    ("name", PLAIN),
    ("kind", PLAIN),
    ("coefficient", record(IntervalEstimate)),
    ("variance_inflation", NUMBER, None),
)
shape(
    RunChart,
    ("changed", PLAIN),
    ("statement", PLAIN),
    ("evidence", record(Evidence)),
    ("median", NUMBER),
    ("points", many(record(RunChartPoint))),
    ("signals", many(record(RunSignal)), ()),
    ("useful", PLAIN),
    ("runs", PLAIN),
    ("longest_run", PLAIN),
    ("change", NUMBER, None),
)
shape(RunChartPoint, ("at", PLAIN), ("value", NUMBER), ("side", PLAIN))
shape(
    RunLengths,
    ("likeliest", many(PLAIN)),
    ("mean", many(NUMBER)),
    ("new_run", many(NUMBER)),
    ("log_evidence", NUMBER),
)
shape(
    RunSignal,
    ("kind", PLAIN),
    ("direction", PLAIN),
    ("from", PLAIN),
    ("to", PLAIN),
    ("points", PLAIN),
)
shape(
    RunningTotal,
    ("step", PLAIN),
    ("value", NUMBER),
    ("intervals", many(record(PredictionInterval)), ()),
)
shape(
    SampleRatioReport,
    ("arms", many(record(SampleRatioRow))),
    ("chi_squared", NUMBER),
    ("degrees_of_freedom", NUMBER),
    ("p_value", NUMBER),
    ("mismatch", PLAIN),
    ("evidence", record(Evidence)),
)
shape(
    SampleRatioRow,
    ("name", PLAIN),
    ("units", PLAIN),
    ("expected_units", NUMBER),
    ("residual", NUMBER),
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
    ScoreChangeDriver,
    ("kpi", PLAIN),
    ("objective", PLAIN),
    ("actual_before", NUMBER, None),
    ("actual_after", NUMBER, None),
    ("score_before", NUMBER, None),
    ("score_after", NUMBER, None),
    ("score_effect", NUMBER, None),
    ("coverage_effect", NUMBER, None),
    ("effect", NUMBER, None),
)
shape(
    ScoreChangeObjective,
    ("objective", PLAIN),
    ("before", NUMBER, None),
    ("after", NUMBER, None),
    ("effect", NUMBER, None),
)
shape(
    ScoreChangeReport,
    ("before", NUMBER, None),
    ("after", NUMBER, None),
    ("change", NUMBER, None),
    ("coverage_before", NUMBER),
    ("coverage_after", NUMBER),
    ("objectives", many(record(ScoreChangeObjective))),
    ("drivers", many(record(ScoreChangeDriver))),
    ("evidence", record(Evidence)),
)
shape(
    Scorecard,
    ("as_of", WHEN, None),
    ("program", record(ProgramScore)),
    ("objectives", many(record(ObjectiveScore))),
    ("sensitivity", many(record(Lift))),
    ("cautions", many(record(Issue)), ()),
)
shape(SeasonalPart, ("period", PLAIN), ("values", many(NUMBER)), ("strength", NUMBER, None))
shape(
    SequentialLook,
    ("information", NUMBER),
    ("boundary", NUMBER, None),
    ("nominal_p_value", NUMBER),
    ("alpha_spent", NUMBER),
    ("power", NUMBER),
    ("observed", NUMBER, None),
    ("crossed", PLAIN, None),
)
shape(
    SequentialReport,
    ("looks", many(record(SequentialLook))),
    ("inflation", NUMBER),
    ("expected_units", NUMBER),
    ("advice", PLAIN),
)
shape(ShiftCauseDriven, ("kind", PLAIN), ("by", PLAIN))
shape(ShiftCauseReleased, ("kind", PLAIN), ("by", PLAIN))
shape(ShiftCauseChild, ("kind", PLAIN), ("task", PLAIN))
shape(ShiftCauseDuration, ("kind", PLAIN), ("before", PLAIN), ("after", PLAIN))
shape(ShiftCauseOwn, ("kind", PLAIN), ("changed", many(PLAIN), None))
shape(
    SignificanceTest,
    ("statistic", NUMBER, None),
    ("degrees_of_freedom", NUMBER, None),
    ("p_value", NUMBER),
)
shape(SpendResponse, ("spend", NUMBER), ("response", NUMBER))
shape(
    StaggeredEffects,
    ("overall", record(IntervalEstimate)),
    ("overall_p_value", NUMBER, None),
    ("by_event_time", many(record(AggregateEffect))),
    ("by_cohort", many(record(AggregateEffect))),
    ("by_period", many(record(AggregateEffect))),
    ("pre_trend_p_value", NUMBER, None),
    ("group_time", many(record(GroupTimeEffect))),
    ("simultaneous_critical_value", NUMBER, None),
)
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
shape(
    StratifiedUplift,
    ("by", PLAIN),
    ("strata", PLAIN),
    ("strata_left_out", many(PLAIN), ()),
    ("closed_left_out", PLAIN),
    ("difference", record(IntervalEstimate)),
    ("risk_ratio", record(IntervalEstimate), None),
    ("odds_ratio", record(IntervalEstimate), None),
    ("cmh_chi_squared", NUMBER, None),
    ("cmh_p_value", NUMBER, None),
    ("breslow_day_p_value", NUMBER, None),
    ("heterogeneity_p_value", NUMBER, None),
)
shape(
    SyntheticBalance,
    ("predictor", PLAIN),
    ("weight", NUMBER),
    ("treated", NUMBER),
    ("synthetic", NUMBER),
    ("donors", NUMBER),
)
shape(
    SyntheticControlReport,
    ("average_effect", NUMBER),
    ("cumulative_effect", NUMBER),
    ("relative_effect", NUMBER, None),
    ("weights", many(record(SyntheticWeight))),
    ("balance", many(record(SyntheticBalance)), ()),
    ("loss", NUMBER),
    ("loss_gap", NUMBER),
    ("fit_mspe", NUMBER),
    ("pre_rmspe", NUMBER),
    ("post_rmspe", NUMBER),
    ("rmspe_ratio", NUMBER, None),
    ("series", many(record(SyntheticPoint))),
    ("placebos_in_space", many(record(SyntheticPlacebo)), ()),
    ("p_value", NUMBER, None),
    ("placebo_in_time", record(SyntheticPlacebo), None),
    ("leave_one_out", many(record(SyntheticLeaveOneOut)), ()),
    ("evidence", record(Evidence)),
)
shape(SyntheticLeaveOneOut, ("donor", PLAIN), ("average_effect", NUMBER), ("pre_rmspe", NUMBER))
shape(
    SyntheticPlacebo,
    ("name", PLAIN),
    ("average_effect", NUMBER),
    ("pre_rmspe", NUMBER),
    ("post_rmspe", NUMBER),
    ("rmspe_ratio", NUMBER, None),
)
shape(
    SyntheticPoint,
    ("time", PLAIN),
    ("period", PLAIN),
    ("actual", NUMBER),
    ("synthetic", NUMBER),
    ("gap", NUMBER),
)
shape(SyntheticWeight, ("unit", PLAIN), ("weight", NUMBER))
shape(TaskCost, ("task", PLAIN), ("cost", record(Cost)))
shape(
    TaskFloat,
    ("id", PLAIN),
    ("path", PLAIN, None),
    ("total_float", PLAIN),
    ("free_float", PLAIN),
    ("interfering_float", PLAIN),
    ("critical", PLAIN),
    ("near_critical", PLAIN, False),
    ("drag", PLAIN, None),
)
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
    TransformSeriesReport,
    ("values", many(NUMBER)),
    ("adstocked", many(NUMBER)),
    ("weights", many(NUMBER)),
    ("inflation", NUMBER, None),
    ("half_effect_lag", PLAIN),
    ("saturation", PLAIN),
    ("marginal", many(PLAIN)),
)
shape(
    Transition,
    ("from", PLAIN, None),
    ("to", PLAIN, None),
    ("converted", PLAIN, None),
    ("count", NUMBER),
    ("probability", NUMBER),
)
shape(TrendOutlier, ("index", PLAIN), ("time", PLAIN, None), ("value", NUMBER), ("z", NUMBER))
shape(
    TrendReport,
    ("rows", PLAIN),
    ("mean", NUMBER),
    ("standard_deviation", NUMBER),
    ("median", NUMBER),
    ("median_deviation", NUMBER),
    ("slope", record(IntervalEstimate)),
    ("intercept", NUMBER),
    ("robust_slope", record(IntervalEstimate), None),
    ("trend_p", NUMBER, None),
    ("smoothed", NUMBER),
    ("trailing_mean", NUMBER),
    ("outliers", many(record(TrendOutlier)), ()),
    ("buckets", many(record(CalendarSum)), ()),
    ("evidence", record(Evidence)),
)
shape(
    TwoByTwo,
    ("control_before", NUMBER),
    ("control_after", NUMBER),
    ("treated_before", NUMBER),
    ("treated_after", NUMBER),
    ("effect", NUMBER),
    ("classic", many(record(RegressionTerm))),
    ("hc1", many(record(RegressionTerm))),
    ("hc3", many(record(RegressionTerm))),
)
shape(
    UnjoinedValue,
    ("value", PLAIN),
    ("rows", PLAIN),
    ("nearest", PLAIN, None),
    ("same_letters", PLAIN),
)
shape(
    UpliftClusters,
    ("units", PLAIN),
    ("difference", record(IntervalEstimate)),
    ("design_effect", NUMBER, None),
)
shape(
    UpliftMoney,
    ("mean_won_value", NUMBER),
    ("per_thousand", record(IntervalEstimate)),
    ("observed_per_thousand", record(IntervalEstimate), None),
    ("won_without_value", PLAIN),
)
shape(
    UpliftReport,
    ("verdict", PLAIN),
    ("statement", PLAIN),
    ("evidence", record(Evidence)),
    ("overall", record(GroupRate)),
    ("exposed", record(GroupRate)),
    ("control", record(GroupRate)),
    ("split", NUMBER, None),
    ("difference", record(IntervalEstimate)),
    ("difference_wald", record(IntervalEstimate)),
    ("relative_uplift", NUMBER, None),
    ("risk_ratio", record(IntervalEstimate), None),
    ("odds_ratio", record(IntervalEstimate), None),
    ("z", NUMBER, None),
    ("p_value", NUMBER, None),
    ("clustered", record(UpliftClusters), None),
    ("stratified", many(record(StratifiedUplift)), ()),
    ("won_per_thousand", record(IntervalEstimate)),
    ("money", record(UpliftMoney), None),
    ("open", PLAIN),
    ("left_out", PLAIN),
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
shape(WatchedPoint, ("time", PLAIN, None), ("value", NUMBER, None), ("expected_value", NUMBER))
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
    "float_paths": record(FloatPaths),
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
    "budgets": record(CampaignBudgetReport),
    "alerts": record(AlertReport),
    "instantiate": record(InstantiateReport),
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
    "indicators": record(IndicatorReport),
    "measurements": record(KpiMeasurementReport),
    "kpi_catalogue": record(KpiCatalogue),
    "rate_change": record(RateChangeReport),
    "score_change": record(ScoreChangeReport),
    "calendar_period": record(CalendarPeriod),
    "forecast": record(ForecastReport),
    "backtest": record(BacktestReport),
    "decompose": record(DecomposeReport),
    "trend": record(TrendReport),
    "transform_series": record(TransformSeriesReport),
    "allocate_budget": record(BudgetAllocation),
    "fit_response": record(FitResponseReport),
    "synthetic_control": record(SyntheticControlReport),
    "compare_proportions": record(ProportionReport),
    "compare_means": record(MeanReport),
    "compare_ratios": record(RatioReport),
    "analyze_experiment": record(ExperimentReport),
    "plan_experiment": record(ExperimentPlan),
    "adjust_p_values": record(AdjustedPValues),
    "check_sample_ratio": record(SampleRatioReport),
    "sequential_boundaries": record(SequentialReport),
    "difference_in_differences": record(DidReport),
    "interrupted_series": record(InterruptedReport),
    "uplift": record(UpliftReport),
    "relate": record(RelateReport),
    "before_after": record(BeforeAfterReport),
    "run_chart": record(RunChart),
    "join_quality": record(JoinQuality),
    "customer_histories": record(CustomerHistories),
    "customer_value": record(CustomerValueReport),
    "anomalies": record(AnomalyReport),
    "change_points": record(ChangePointReport),
    "control_chart": record(ControlChartReport),
    "attribution_svg": PLAIN,
    "causal_impact_svg": PLAIN,
    "forecast_svg": PLAIN,
    "pacing_svg": PLAIN,
    "response_svg": PLAIN,
    "budget_svg": PLAIN,
    "anomalies_svg": PLAIN,
    "control_chart_svg": PLAIN,
    "run_chart_svg": PLAIN,
}
"""What each operation answers; a plan is answered as a `PlanDocument`."""

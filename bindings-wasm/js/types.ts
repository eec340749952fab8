// Made from core/schema by core/tests/types.rs; changes here are lost.

/**
 * Documents, options and reports of Paceline, and the operations that join them.
 *
 * Keys are those of the JSON. An optional field of a report is absent where its description says so, never null.
 * @module
 */

/** A time when a resource does not work: leave, another assignment, a crisis. */
export interface Absence {
  /** First day or moment away. */
  from: When;
  /** Last day or moment away. */
  to: When;
  /** Why. */
  reason?: string | null;
}

/** What `adjust_p_values` asks. */
export interface AdjustPValuesRequest {
  /** The p-values, 0 to 1, at most a million. */
  p_values: number[];
  /**
   * How they are adjusted. Default Holm.
   * @default "holm"
   */
  method?: MultipleTesting;
  /**
   * Threshold of the adjusted values. Default 0.05.
   * @default 0.05
   */
  alpha?: number;
}

/** A p-value adjusted. */
export interface AdjustedPValue {
  /** As given. */
  p_value: number;
  /** Adjusted, at most 1. */
  adjusted: number;
  /** Whether it is at most alpha. */
  rejected: boolean;
}

/** What `adjust_p_values` answers. */
export interface AdjustedPValues {
  /** In the order given. */
  tests: AdjustedPValue[];
  /** How many are rejected. */
  rejected: number;
}

/** It acts at once and no longer. */
export interface AdstockNone {
  kind: "none";
}

/**
 * retention^lag. Without a length it goes on for ever, as in Robyn; with one it is cut, as in PyMC-Marketing.
 */
export interface AdstockGeometric {
  kind: "geometric";
  /** Share that is left after one period, from 0 to below 1. */
  retention: number;
  /** Number of weights, from 1; all if left out. */
  length?: number | null;
  /**
   * Whether the weights are divided by their sum.
   * @default false
   */
  normalize?: boolean;
}

/** retention^((lag − delay)²): it acts most after a delay. */
export interface AdstockDelayed {
  kind: "delayed";
  /** Share that is left one period beside the peak, from 0 to below 1. */
  retention: number;
  /** Periods from the input to the peak, not below 0. */
  delay: number;
  /** Number of weights, from 1. */
  length: number;
  /**
   * Whether the weights are divided by their sum.
   * @default false
   */
  normalize?: boolean;
}

/**
 * The product of the survival functions of a Weibull distribution up to the lag: a decay that itself changes.
 */
export interface AdstockWeibullCdf {
  kind: "weibull_cdf";
  /** Shape, above 0. */
  shape: number;
  /** Scale in periods, above 0; with `relative_scale` a share of the window. */
  scale: number;
  /** Number of weights (the window), from 1; as long as the series if left out. */
  length?: number | null;
  /**
   * Whether the weights are divided by their sum.
   * @default false
   */
  normalize?: boolean;
  /**
   * Whether the scale is a share of the window from 0 to 1, taken to the next whole period (Robyn).
   * @default false
   */
  relative_scale?: boolean;
}

/** The density of a Weibull distribution at 1, 2, 3 and so on, stretched to lie from 0 to 1. */
export interface AdstockWeibullPdf {
  kind: "weibull_pdf";
  /** Shape, above 0. */
  shape: number;
  /** Scale in periods, above 0; with `relative_scale` a share of the window. */
  scale: number;
  /** Number of weights (the window), from 1; as long as the series if left out. */
  length?: number | null;
  /**
   * Whether the weights are divided by their sum.
   * @default false
   */
  normalize?: boolean;
  /**
   * Whether the scale is a share of the window from 0 to 1, taken to the next whole period (Robyn).
   * @default false
   */
  relative_scale?: boolean;
}

/** Carry-over (adstock): how an input acts in the periods after it, by weights of lags 0, 1, 2 and so on. */
export type Adstock = AdstockNone | AdstockGeometric | AdstockDelayed | AdstockWeibullCdf | AdstockWeibullPdf;

/** An effect over several cohorts and periods. */
export interface AggregateEffect {
  /** What it is over: a cohort, a period, or the periods since the start. */
  over: string;
  /** The effect. */
  effect: IntervalEstimate;
}

/**
 * How the measurements of a KPI up to a date become one value.
 *
 * Measurements given as ratios are never averaged: `sum` and `average` both give Σ numerators ÷
 * Σ denominators.
 *
 * - `last`: A level, such as share of voice: the latest measurement that has a value.
 * - `cumulative`: A running total since the period began, such as leads so far: the latest measurement that
 *   has a value. It is paced.
 * - `sum`: Amounts of the time since the measurement before, such as leads of the week: their sum within the
 *   period. It is paced.
 * - `average`: Levels that count equally: their mean within the period.
 */
export type Aggregation = "last" | "cumulative" | "sum" | "average";

/**
 * What an alert is about.
 *
 * - `off_pace`: A total is behind where it should be by now.
 * - `out_of_band`: Values are outside the limits of a control chart.
 * - `spike`: Values are higher than season and level let expect, for a while.
 * - `drop`: Values are lower, for a while.
 * - `level_shift`: The level has changed and stays.
 */
export type AlertKind = "off_pace" | "out_of_band" | "spike" | "drop" | "level_shift";

/** The alerts, and how many were left out because they are known. */
export interface AlertReport {
  /** Critical ones first, then by beginning, then by id. */
  alerts: KpiAlert[];
  /** Acknowledged alerts that were left out. */
  acknowledged: number;
}

/** What `alerts` is asked: reports, thresholds and what is known already. */
export interface AlertRequest {
  /** Totals on their way to a target. */
  pacing?: PacingSource[];
  /** Anomalies of series. */
  anomalies?: AnomalySource[];
  /** Changes of level of series. */
  changes?: ChangePointSource[];
  /** Control charts of series. */
  charts?: ControlChartSource[];
  /** Ids of alerts that somebody has taken note of; they are left out. */
  acknowledged?: string[];
  /**
   * A total below this share of what is due by now is off pace, above 0 to 1; 0.9 unless said. A convention,
   * as
   * amber in a report by traffic lights: pacing knows no chance.
   * @default 0.9
   */
  pace_warning?: number;
  /**
   * Below this it is critical, 0 to `pace_warning`; 0.75 unless said, likewise a convention.
   * @default 0.75
   */
  pace_critical?: number;
  /**
   * Anomalies of counts whose probability is 10 to the power of minus this, or less, are critical, not below
   * 0; 6
   * unless said: one in a million.
   * @default 6.0
   */
  critical_surprise?: number;
  /**
   * Anomalies, values out of control and changes of level of this many standard deviations or more are
   * critical, not
   * below 0; 6 unless said: twice the usual limits.
   * @default 6.0
   */
  critical_deviations?: number;
  /**
   * Anomalies or values out of control at most this many steps apart are one alert, 1 to 10,000; 3 unless
   * said.
   * @default 3
   */
  join?: number;
}

/**
 * How much an alert matters.
 *
 * - `critical`: Somebody should act at once.
 * - `warning`: Somebody should look at it.
 */
export type AlertSeverity = "critical" | "warning";

/** What `allocate_budget` is asked. */
export interface AllocateBudgetRequest {
  /** Channels, from 1 to 200. */
  channels: BudgetChannel[];
  /** Spend of one period to split, not below 0. */
  total: number;
}

/** Lan and DeMets' function like O'Brien and Fleming's boundary: hardly anything early. */
export interface AlphaSpendingObrienFleming {
  kind: "obrien_fleming";
}

/** Lan and DeMets' function like Pocock's boundary: about the same at each look. */
export interface AlphaSpendingPocock {
  kind: "pocock";
}

/** Kim and DeMets' power family: α tʳ. */
export interface AlphaSpendingPower {
  kind: "power";
  /** The exponent r, 0.1 to 20. */
  exponent: number;
}

/** Hwang, Shih and DeCani's family: α (1 − e^(−γt)) ÷ (1 − e^(−γ)). */
export interface AlphaSpendingHwangShihDecani {
  kind: "hwang_shih_decani";
  /** γ, −40 to 40; −4 is near O'Brien and Fleming, 1 near Pocock. */
  gamma: number;
}

/** O'Brien and Fleming's boundary of 1979 itself: c ÷ √t with c found for the looks. */
export interface AlphaSpendingClassicObrienFleming {
  kind: "classic_obrien_fleming";
}

/** Pocock's boundary of 1977 itself: the same at each look. */
export interface AlphaSpendingClassicPocock {
  kind: "classic_pocock";
}

/** How false alarms are shared out among the looks. */
export type AlphaSpending =
  | AlphaSpendingObrienFleming
  | AlphaSpendingPocock
  | AlphaSpendingPower
  | AlphaSpendingHwangShihDecani
  | AlphaSpendingClassicObrienFleming
  | AlphaSpendingClassicPocock;

/**
 * Somebody else who could do the work of an assignment: one resource by its id, or everybody who is what is
 * asked.
 *
 * What is not given here is as the assignment and its task say.
 */
export interface Alternative {
  /** The resource; this or `any`. */
  resource?: ResourceId | null;
  /** What somebody must be; everybody in the plan who is may do it. */
  any?: Criteria | null;
  /** Share of the resource while the task runs. */
  units?: Units | null;
  /** Work to do, where the assignment gives work. */
  work?: Duration | null;
  /**
   * How long the task takes with it, where the task gives a duration or estimate and nobody else works on it.
   */
  duration?: Duration | null;
}

/** How intervals are made that stay valid at every look. */
export interface AlwaysValid {
  /**
   * Units over both arms at which the interval should be tightest, 1 to 10¹². Default 5,000.
   * @default 5000.0
   */
  tuning?: number;
  /**
   * Standard deviation of the effects one expects, on the scale of the difference: with it the test is the
   * mixture
   * sequential probability ratio test, and `tuning` is not used.
   */
  mixture_deviation?: number | null;
}

/** An estimate that may be looked at any time. */
export interface AlwaysValidEffect {
  /** Lower end of the interval. */
  low: number;
  /** Upper end of the interval. */
  high: number;
  /** The p-value that may be watched; of several looks the smallest counts. */
  p_value: number;
}

/**
 * Stages of the AMEC Integrated Evaluation Framework (2016), from what goes in to what changes.
 *
 * - `inputs`: Money, people and time that go in.
 * - `activities`: What is done.
 * - `outputs`: What reaches people.
 * - `out_takes`: What people do with it at once.
 * - `outcomes`: What changes in what people know, think or do.
 * - `impact`: What changes for the organization.
 */
export type AmecStage = "inputs" | "activities" | "outputs" | "out_takes" | "outcomes" | "impact";

/** What `analyze_experiment` is told. */
export interface AnalyzeExperimentOptions {
  /**
   * Column with the arm of each unit. Default `variant`.
   * @default "variant"
   */
  variant?: string;
  /**
   * The arm the others are compared with. Default `control`.
   * @default "control"
   */
  control?: string;
  /**
   * Column that names the unit: no unit may be there twice. Empty (default): rows are units.
   * @default ""
   */
  unit?: string;
  /**
   * What is measured, at least one.
   * @default []
   */
  metrics?: ExperimentMetric[];
  /** Planned shares of the arms; empty: all the same. */
  shares?: VariantShare[];
  /**
   * How results are judged. `lower_is_better` stands at each metric instead.
   * @default {"alpha":0.05,"looks":1,"lower_is_better":false,"randomized":false}
   */
  settings?: ExperimentSettings;
  /**
   * How p-values are adjusted over all metrics and arms. Default Holm.
   * @default "holm"
   */
  correction?: MultipleTesting;
  /**
   * Where the slope of CUPED comes from.
   * @default "within_arms"
   */
  slope?: CupedSlope;
  /**
   * p-value below which the split of the units is called wrong. Default 0.001.
   * @default 0.001
   */
  mismatch_alpha?: number;
}

/** A value that was not expected. */
export interface Anomaly {
  /** Place in the order of time, from 0; missing values have places too. */
  index: number;
  /** Its time, where the table has times. */
  time?: string;
  /** The value. */
  value: number;
  /** What was expected. */
  expected_value: number;
  /**
   * How far it is off: for counts −log₁₀ of its probability, else its distance in robust standard deviations.
   */
  severity: number;
}

/**
 * Which side of the expectation is looked at.
 *
 * - `high`: Values that are too high.
 * - `low`: Values that are too low.
 * - `both`: Either.
 */
export type AnomalyDirection = "high" | "low" | "both";

/** Neighbouring anomalies as one event: what a playbook starts on. */
export interface AnomalyEvent {
  /** Its first anomaly, by place. */
  start: number;
  /** Its worst. */
  peak: number;
  /** Its last. */
  end: number;
  /** Time of the first, where the table has times. */
  start_time?: string;
  /** Time of the worst. */
  peak_time?: string;
  /** Time of the last. */
  end_time?: string;
  /** Anomalies in it. */
  anomalies: number;
  /** Severity of the worst. */
  severity: number;
  /** Sum of its values − expected, over its anomalies. */
  excess: number;
}

/**
 * How anomalies are found.
 *
 * - `auto`: `count` where all values are whole numbers of at least 0, else `s_h_esd`.
 * - `count`: Counts against a negative binomial distribution around the season and the level of the weeks
 *   around them.
 * - `s_h_esd`: Seasonal hybrid extreme studentized deviates, as Twitter's AnomalyDetection.
 */
export type AnomalyMethod = "auto" | "count" | "s_h_esd";

/** Options of `anomalies`. */
export interface AnomalyOptions {
  /**
   * Column of the values.
   * @default "value"
   */
  value?: string;
  /**
   * Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their
   * order,
   * evenly spaced.
   */
  time?: string | null;
  /** Steps of the season; the first is used. Empty: what the step of the dates usually has. `[1]`: none. */
  periods?: number[];
  /**
   * How anomalies are found.
   * @default "auto"
   */
  method?: AnomalyMethod;
  /**
   * Which side is looked at.
   * @default "high"
   */
  direction?: AnomalyDirection;
  /**
   * False alarms expected in a year of values without anomalies (`count`), above 0 to 100,000. One alarm a
   * month
   * is what a person still follows up. Without times a year is 8,766 steps.
   * @default 12.0
   */
  false_alarms_per_year?: number;
  /**
   * Steps around a value that its level is taken from (`count`), 8 to 100,000; absent: 7 seasons, at least 29
   * steps.
   */
  window?: number | null;
  /**
   * Highest share of values that may be anomalies (`s_h_esd`), above 0 to 0.49; 0.02 as in the original.
   * @default 0.02
   */
  max_share?: number;
  /**
   * Level of the tests (`s_h_esd`), above 0 to 0.5; 0.05 as in the original.
   * @default 0.05
   */
  significance?: number;
  /**
   * Anomalies at most this many steps apart are one event, 1 to 10,000.
   * @default 3
   */
  join?: number;
  /**
   * Whether the report lists every value with what was expected, for pictures.
   * @default false
   */
  series?: boolean;
}

/** What `anomalies` finds. */
export interface AnomalyReport {
  /** Method used. */
  method: AnomalyMethod;
  /** Values looked at. */
  rows: number;
  /** Values missing; they are passed over. */
  missing: number;
  /** Steps of the season used. */
  period?: number;
  /** The anomalies, in the order of time. */
  anomalies: Anomaly[];
  /**
   * Every value in the order of time, if asked for.
   * @default []
   */
  series?: WatchedPoint[];
  /** The same as events. */
  events: AnomalyEvent[];
  /** False alarms that chance gives among as many values, where the method promises a rate. */
  expected_false_alarms?: number;
  /** How much it proves. */
  evidence: Evidence;
}

/** Anomalies of a series. */
export interface AnomalySource {
  /** KPI, or name of the series. */
  series: string;
  /** The answer of `anomalies`. */
  report: AnomalyReport;
}

/** A resource at work on a task. */
export interface Assignment {
  /** The task. */
  task: TaskId;
  /** The resource. */
  resource: ResourceId;
  /**
   * Share of the resource while the task runs; 1 if absent. Not together with `work` on a task that has a
   * duration, where the share is work divided by duration.
   */
  units?: Units | null;
  /** Work to do. On a task without a duration it gives the duration: work divided by units. */
  work?: Duration | null;
  /**
   * How long it takes if not as long as the task, in working time; the share is then work divided by this.
   * The
   * task begins with the first of its assignments and ends with the last.
   */
  duration?: Duration | null;
  /** How long after the beginning of the task it begins. */
  delay?: Duration | null;
  /** Quantity of material, or 1. */
  quantity?: number | null;
  /** Amount of a cost resource. */
  cost?: Money;
  /**
   * Who else could do it. Leveling may exchange the resource for one of them; without alternatives it never
   * does.
   */
  alternatives?: Alternative[];
  /**
   * What other tools say of it that this library does not use: texts by the name that the tool has for them,
   * with the
   * tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
   */
  extras?: Record<string, string>;
}

/** Something that must hold for a result to mean what it says. */
export interface Assumption {
  /** Stable code in words. */
  code: string;
  /** One sentence for a person. */
  message: string;
}

/** What is at risk because a task is late. */
export interface AtRisk {
  /** The late task. */
  task: TaskId;
  /** Whole days late. */
  days: number;
  /** Share of all that the program wants to move. */
  value: number;
  /** By KPI. */
  parts: ValuePart[];
}

/** How `attribute` reads the table and what it computes. */
export interface AttributeOptions {
  /**
   * How the table holds the journeys.
   * @default "paths"
   */
  layout?: JourneyLayout;
  /**
   * Column of the paths (layout `paths`): channels in the order of their touches.
   * @default "path"
   */
  path?: string;
  /**
   * What stands between the channels of a path, blanks around it left out.
   * @default ">"
   */
  separator?: string;
  /**
   * Column with the number of conversions: of the path, or of the journey of the touch (a truth value counts
   * 1 or
   * 0; it may stand on each row of the journey or on one of them).
   * @default "conversions"
   */
  conversions?: string;
  /**
   * Column with the value of these conversions in total; left out if the table has no such column.
   * @default "value"
   */
  value?: string;
  /**
   * Column with how often the path did not convert (layout `paths`); left out if the table has no such
   * column.
   * @default "nulls"
   */
  nulls?: string;
  /**
   * Column of the journey of a touch (layout `touches`).
   * @default "journey"
   */
  journey?: string;
  /**
   * Column of the channel of a touch (layout `touches`).
   * @default "channel"
   */
  channel?: string;
  /**
   * Column of the time of a touch (layout `touches`): dates, or numbers of hours from any moment.
   * Touches of the same moment count in the order of their rows.
   * @default "time"
   */
  time?: string;
  /**
   * Column of the time of the conversion, of the kind of `time`: touches after it are left out (layout
   * `touches`).
   */
  conversion_time?: string | null;
  /**
   * Touches that lie more hours than this before the conversion, or before the last touch where its time is
   * not
   * given, are left out (layout `touches`).
   */
  lookback_hours?: number | null;
  /**
   * What is made of touches of the same channel right after each other.
   * @default "keep"
   */
  repeats?: RepeatedTouches;
  /**
   * Name of the direct channel, for `last_non_direct`.
   * @default "direct"
   */
  direct?: string;
  /**
   * Models to compare, up to 20; all that the data allow if empty.
   * @default []
   */
  models?: AttributionModel[];
  /** What was spent on channels, for the cost per conversion and the return on it. */
  costs?: ChannelCost[];
  /**
   * Confidence of the intervals, above 0 and below 1.
   * @default 0.95
   */
  confidence?: number;
  /**
   * Resamples of the bootstrap, up to 10,000. At 0 the intervals come from the influence of each journey (the
   * delta method): nearly the same, without drawing lots.
   * @default 0
   */
  resamples?: number;
  /**
   * Seed of the bootstrap.
   * @default 1
   */
  seed?: number;
  /**
   * Whether the report lists the transitions between channels.
   * @default true
   */
  transitions?: boolean;
}

/** All to the first touch. */
export interface AttributionModelFirst {
  kind: "first";
}

/** All to the last touch. */
export interface AttributionModelLast {
  kind: "last";
}

/** All to the last touch that is not of the direct channel, or to the direct channel if there is no other. */
export interface AttributionModelLastNonDirect {
  kind: "last_non_direct";
}

/** The same to each touch. */
export interface AttributionModelLinear {
  kind: "linear";
}

/**
 * A share to the first touch, a share to the last, the rest evenly to those between. Of two touches, each
 * gets
 * its share of both shares; a single touch gets all.
 */
export interface AttributionModelPosition {
  kind: "position";
  /**
   * Share of the first touch, from 0 to 1; 0.4 unless said.
   * @default 0.4
   */
  first?: number;
  /**
   * Share of the last touch, from 0 to 1; 0.4 unless said.
   * @default 0.4
   */
  last?: number;
}

/** Half the credit for each half-life that a touch lies before the last one. Needs touches with times. */
export interface AttributionModelTimeDecay {
  kind: "time_decay";
  /**
   * Half-life in hours, above 0; 168 (a week) unless said.
   * @default 168.0
   */
  half_life_hours?: number;
}

/** Removal effects of a Markov chain over the last `order` touches, solved exactly. */
export interface AttributionModelMarkov {
  kind: "markov";
  /**
   * How many touches the chain remembers, from 1 to 8; 1 unless said.
   * @default 1
   */
  order?: number;
}

/** Shapley values of the game whose coalitions are sets of channels. */
export interface AttributionModelShapley {
  kind: "shapley";
}

/** A rule or model that shares out the credit of a conversion. */
export type AttributionModel =
  | AttributionModelFirst
  | AttributionModelLast
  | AttributionModelLastNonDirect
  | AttributionModelLinear
  | AttributionModelPosition
  | AttributionModelTimeDecay
  | AttributionModelMarkov
  | AttributionModelShapley;

/** Who gets the credit, by each model. */
export interface AttributionReport {
  /** Journeys: conversions and paths that did not convert. */
  journeys: number;
  /** Conversions shared out. */
  conversions: number;
  /** Value shared out, if the table has one. */
  value?: number;
  /** Journeys that did not convert. */
  nulls: number;
  /** Different paths. */
  paths: number;
  /** Touches of a journey in the mean. */
  touches_per_journey: number;
  /** What is known of each channel before any model, by name. */
  channels: ChannelPresence[];
  /** The models in the order asked for. */
  models: ModelCredit[];
  /** How far the models agree on each channel, by name. */
  agreement: ChannelAgreement[];
  /**
   * Steps from touch to touch, from `start`, to `conversion` and `null`, if asked for.
   * @default []
   */
  transitions?: Transition[];
  /** What to know before believing it. */
  evidence: Evidence;
}

/** Another capacity for some time: a part-time month, two more people in the pool. */
export interface Availability {
  /** First day or moment. */
  from: When;
  /** Last day or moment. */
  to: When;
  /** Capacity in that time. */
  units: Units;
}

/** One forecast of the past. */
export interface BacktestFold {
  /** Values known at its origin. */
  known: number;
  /** Time of the last of them, where the table has times. */
  origin?: string;
  /** Model used. */
  model: string;
  /** Its errors. */
  accuracy: ForecastAccuracy;
}

/** Options of `backtest`. */
export interface BacktestOptions {
  /**
   * How each forecast is made; `horizon` is how far each looks ahead.
   * @default
   * {"at_most":false,"bounds":"both","fitted":false,"history":120,"horizon":12,"levels":[0.8,0.95],"method":"auto","missing":"refuse","model":"ZZZ","multiplicative_trend":false,"non_negative":false,"paths":2000,"season":"additive","seed":1,"simulate":false,"so_far":0.0,"value":"value"}
   */
  forecast?: ForecastOptions;
  /**
   * Forecasts made, from different origins, 1 to 200.
   * @default 5
   */
  folds?: number;
  /**
   * Steps from one origin to the next, 1 to 10,000.
   * @default 1
   */
  stride?: number;
  /** Only that many values before an origin are used, 4 or more; absent: all. */
  window?: number | null;
}

/** What `backtest` finds. */
export interface BacktestReport {
  /** Method used. */
  method: ForecastModel;
  /** Errors of all forecasts. */
  accuracy: ForecastAccuracy;
  /** Errors of the last season again, over the same values. */
  naive: ForecastAccuracy;
  /** 1 − mean absolute error ÷ that of the last season again: above 0 where the method helps. */
  skill?: number;
  /**
   * How often intervals held what came.
   * @default []
   */
  coverage?: IntervalCoverage[];
  /** Errors by step. */
  steps: BacktestStep[];
  /** The forecasts, oldest first. */
  folds: BacktestFold[];
  /** How much it proves. */
  evidence: Evidence;
}

/** Errors of one step ahead. */
export interface BacktestStep {
  /** Steps ahead, from 1. */
  step: number;
  /** Errors of this step. */
  accuracy: ForecastAccuracy;
}

/** One comparison that the two-way regression makes. */
export interface BaconComparison {
  /** Cohort whose change is looked at. */
  treated: string;
  /** Cohort it is compared with; absent: the never treated. */
  control?: string;
  /** Whether the control was already treated: the comparison that may have the wrong sign. */
  already_treated: boolean;
  /** Weight in the regression. */
  weight: number;
  /** The difference in differences of this pair. */
  effect: number;
}

/** What the two-way regression is made of (Goodman-Bacon 2021). */
export interface BaconDecomposition {
  /** Share of the weight on comparisons with units already treated. */
  forbidden_weight: number;
  /** The comparisons. */
  comparisons: BaconComparison[];
}

/** A snapshot of the plan to compare with. It never changes. */
export interface Baseline {
  /** Id. */
  id: BaselineId;
  /** When it was taken. */
  at: When;
  /** Agreed dates and cost of each task. */
  tasks: BaselineTask[];
}

/** Id of a baseline. */
export type BaselineId = string;

/** How `set_baseline` stores a schedule. */
export interface BaselineOptions {
  /**
   * Id of the baseline; `baseline-0` if absent. One that the plan has of this id is replaced. Files of
   * Microsoft
   * Project have `baseline-0` to `baseline-10`.
   */
  id?: BaselineId | null;
  /** When it is taken; the program's status date if absent, else its start. */
  at?: When | null;
}

/** What was agreed about one task. */
export interface BaselineTask {
  /** The task. */
  task: TaskId;
  /** Agreed start. */
  start: When;
  /** Agreed finish. */
  finish: When;
  /** Agreed duration, if it is known: working time, or elapsed. */
  duration?: Duration | null;
  /** Agreed work of everybody, if it is known. */
  work?: Duration | null;
  /** Agreed cost. */
  cost?: Money;
}

/** Where `before_after` finds what. */
export interface BeforeAfterOptions {
  /**
   * Column with the state of each opportunity. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * States that are won. Default `won`, `yes`, `1`.
   * @default ["won","yes","1"]
   */
  won?: string[];
  /**
   * States that are lost. Default `lost`, `no`, `0`.
   * @default ["lost","no","0"]
   */
  lost?: string[];
  /**
   * States that are open: neither won nor lost. Default `open`.
   * @default ["open"]
   */
  open?: string[];
  /**
   * Column with the group of each row. Default `group`.
   * @default "group"
   */
  group?: string;
  /** Name of the group that took the tool up. Needed. */
  exposed?: string | null;
  /**
   * Column with the date of each row (when it was closed). Default `date`.
   * @default "date"
   */
  time?: string;
  /** First day, or moment, of use. Needed. */
  adopted?: When | null;
  /** Column with the person or team that each row belongs to. Default none. */
  unit?: string | null;
  /** Column with how many opportunities a row stands for. Default: one. */
  count?: string | null;
  /**
   * Level of the intervals, 0.5 to 0.999. Default 0.95.
   * @default 0.95
   */
  level?: number;
}

/** The change of a rate where a tool was taken up, less the change where it was not. */
export interface BeforeAfterReport {
  /** What the data say. */
  verdict: UpliftVerdict;
  /** The same as a sentence. */
  statement: string;
  /** How much it proves. */
  evidence: Evidence;
  /** Those who took it up, before. */
  exposed_before: GroupRate;
  /** Those who took it up, after. */
  exposed_after: GroupRate;
  /** The others, before. */
  control_before: GroupRate;
  /** The others, after. */
  control_after: GroupRate;
  /** Change of the rate of those who took it up, with Newcombe's interval. */
  exposed_change: IntervalEstimate;
  /** Change of the rate of the others, with Newcombe's interval. */
  control_change: IntervalEstimate;
  /** The one less the other, its interval from both intervals by the method of Zou and Donner. */
  difference: IntervalEstimate;
  /** The same with Wald's interval, for comparison. */
  difference_wald: IntervalEstimate;
  /** The same with an interval from the units. */
  clustered?: UpliftClusters;
  /** The same between the earlier and the later half of the time before: should be near zero. */
  placebo?: IntervalEstimate;
  /** Won deals more per 1,000 closed opportunities. */
  won_per_thousand: IntervalEstimate;
  /** Opportunities still open: in no rate. */
  open: number;
  /** Rows without a state, group or date: in no rate. */
  left_out: number;
}

/** A beta prior of a share: as if so many successes and failures had been seen before. */
export interface BetaPrior {
  /**
   * First parameter, 0.5 (Jeffreys) to 10⁹. Default 1: every share is as likely.
   * @default 1.0
   */
  alpha?: number;
  /**
   * Second parameter, 0.5 to 10⁹. Default 1.
   * @default 1.0
   */
  beta?: number;
}

/** Nothing is below zero. */
export interface BoundTrivial {
  kind: "trivial";
}

/** Links, calendars and constraints alone: no plan is better even with endless resources. */
export interface BoundPrecedence {
  kind: "precedence";
  /** Tasks of the path (for the finish) or the late tasks (for tardiness), by id. */
  tasks: TaskId[];
}

/** Work that one resource must do cannot all be done in time. */
export interface BoundEnergy {
  kind: "energy";
  /** The resource. */
  resource: ResourceId;
  /** The tasks competing for it. */
  tasks: TaskId[];
}

/** Work that several resources must do among them, whoever does what, cannot all be done in time. */
export interface BoundPool {
  kind: "pool";
  /** Resources that can be exchanged for each other, by id. */
  resources: ResourceId[];
  /** The tasks competing for them. */
  tasks: TaskId[];
}

/** Every order of the tasks was ruled out or tried. */
export interface BoundExhausted {
  kind: "exhausted";
  /** Nodes of the search tree. */
  nodes: number;
}

/** Every piece of work at the lowest of the rates that it can meet. */
export interface BoundCheapest {
  kind: "cheapest";
}

/** Tasks that cannot start where they did, and the fewest of those that collide. */
export interface BoundMoved {
  kind: "moved";
  /** The tasks, by id. */
  tasks: TaskId[];
}

/**
 * The square of each task's use alone, or all work of each resource spread evenly over the time that it has.
 */
export interface BoundSpread {
  kind: "spread";
}

/** A weighted sum of the bounds of its goals. */
export interface BoundSum {
  kind: "sum";
  /** The goals. */
  goals: GoalBound[];
}

/** What a lower bound rests on. */
export type Bound =
  | BoundTrivial
  | BoundPrecedence
  | BoundEnergy
  | BoundPool
  | BoundExhausted
  | BoundCheapest
  | BoundMoved
  | BoundSpread
  | BoundSum;

/**
 * In what pieces of time overload is judged.
 *
 * - `moment`: Moment by moment: never more at once than there is.
 * - `day`: Day by day: never more on a day than can be done on it.
 */
export type Bucket = "moment" | "day";

/** The best split of a budget. */
export interface BudgetAllocation {
  /** Effect of one period by the split. */
  response: number;
  /** No split can have more effect than this. */
  response_bound: number;
  /** Whether the split is the best there is, to 10⁻⁹ of the effect. */
  optimal: boolean;
  /** Spend of the split. */
  spend: number;
  /** What is left because every channel is at its most. */
  unspent: number;
  /** Effect of one more unit of budget; left out where every channel is at its most. */
  marginal?: number;
  /** Effect of the spend of today, if every channel has one. */
  current_response?: number;
  /** Channels in the order of the request. */
  channels: ChannelBudget[];
  /**
   * Spend and effect by campaign, by id.
   * @default []
   */
  campaigns?: CampaignBudget[];
  /** What to know before believing it. */
  evidence: Evidence;
}

/** The budget of a campaign before and after. */
export interface BudgetChange {
  /** The campaign. */
  campaign: CampaignId;
  /** Its budget so far, if it had one. */
  before?: Money;
  /** Its budget now. */
  after: Money;
  /** What the best split gives it. */
  optimum: Money;
  /**
   * What it keeps in any case: the cost of its finished and started tasks, or the fixed amount if that is
   * more.
   */
  committed: Money;
  /** Why it gets what it gets. */
  reason: BudgetReason;
  /** The same as a sentence. */
  message: string;
}

/** A channel with its response curve: effect = scale · saturation(spend · input_per_spend). */
export interface BudgetChannel {
  /** Name, unlike that of any other. */
  channel: string;
  /** Campaign that the spend belongs to. */
  campaign?: CampaignId | null;
  /** The curve; `hill_relative` is refused, it needs a series. */
  saturation: Saturation;
  /** Effect of a saturation of 1, above 0 (the coefficient of the channel). */
  scale: number;
  /**
   * What one unit of spend in each period becomes as input of the curve: inputs per spend times the
   * carry-over of a
   * steady input; 1 unless said.
   * @default 1.0
   */
  input_per_spend?: number;
  /**
   * Least spend; 0 unless said.
   * @default 0.0
   */
  min?: number;
  /** Most spend; no limit if left out. */
  max?: number | null;
  /** Spend today, to compare with. */
  current?: number | null;
}

/**
 * Why a campaign gets its budget.
 *
 * - `optimum`: It is the share of the best split.
 * - `committed`: More than that is committed or fixed: it keeps what is.
 * - `made_room`: Less than that, because others keep what they have committed.
 */
export type BudgetReason = "optimum" | "committed" | "made_room";

/** How a cost stands to a budget. */
export interface BudgetStatus {
  /** The budget. */
  budget: Money;
  /** Budget less cost: below zero when there is not enough. */
  variance: Money;
  /** Whether the cost is above the budget. */
  overspent: boolean;
}

/**
 * When somebody works: a week of shifts, dated work weeks, exceptions, and a base calendar for all
 * that is not said.
 *
 * For one day the shifts are found in this order; the first that says something decides:
 *
 * 1. the exceptions of this calendar, then those of its base, of the base's base and so on;
 * 2. the dated work weeks, own before base, each weekday by itself;
 * 3. the week, own before base, each weekday by itself;
 * 4. nobody works.
 *
 * So a holiday of the base holds for everyone who inherits from it, whatever their own week says,
 * unless they state an exception of their own for that day.
 *
 * Among exceptions of one calendar that cover the same day, a dated one wins over a yearly one, then
 * the one of fewer days, then the one that begins later. The same among work weeks.
 */
export interface Calendar {
  /** Id, unique among the calendars. */
  id: CalendarId;
  /** Name for people. */
  name?: string | null;
  /** The calendar that decides wherever this one says nothing. */
  base?: CalendarId | null;
  /**
   * IANA name of the time zone (`Europe/Berlin`), `UTC` or an offset (`+05:30`); the base's if
   * absent.
   */
  zone?: string | null;
  /** The usual week. */
  week?: Week;
  /** Weeks that differ from the usual one for a while. */
  work_weeks?: WorkWeek[];
  /** Holidays and other days that differ. */
  exceptions?: CalendarException[];
  /**
   * What other tools say of it that this library does not use: texts by the name that the tool has for them,
   * with the
   * tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
   */
  extras?: Record<string, string>;
}

/**
 * A unit of the calendar to add values up by.
 *
 * - `month`: Months, `2026-03`.
 * - `quarter`: Quarters, `2026Q1`.
 * - `year`: Years, `2026`.
 */
export type CalendarBucket = "month" | "quarter" | "year";

/**
 * One day, or one run of days, with shifts of its own.
 *
 * On the wire `{"date":"2026-12-25","name":"Christmas Day"}` for one day that nobody works,
 * `{"from":"2026-08-03","to":"2026-08-14","shifts":["09:00-13:00"]}` for a fortnight of mornings,
 * `{"date":"2026-12-25","every":"year"}` for a day that comes back until the end of the axis or the
 * day given by `until`. Either `date` or both `from` and `to` are given.
 *
 * It governs the shifts that start on its days: a night shift that starts on the evening before still
 * runs to its end on the morning of a holiday.
 */
export interface CalendarException {
  /** The day, if it is one day. */
  date?: CivilDate | null;
  /** The first day, if it is a run of days. */
  from?: CivilDate | null;
  /** The last day, if it is a run of days. */
  to?: CivilDate | null;
  /** Whether it comes back. */
  every?: Recurrence | null;
  /** The last day on which a repetition may begin; only with `every`. */
  until?: CivilDate | null;
  /** Name for people. */
  name?: string | null;
  /** The shifts; none means that nobody works. */
  shifts?: Shift[];
}

/** Id of a calendar. */
export type CalendarId = string;

/** The periods in which a day lies, and where those to date begin. */
export interface CalendarPeriod {
  /** The day. */
  date: When;
  /** Year of the week by ISO 8601: at the turn of the year not always that of the day. */
  iso_year: number;
  /** Week by ISO 8601, 1 to 53. */
  iso_week: number;
  /** Civil quarter, 1 to 4. */
  quarter: number;
  /** Fiscal year, called by the year in which it ends. */
  fiscal_year: number;
  /** Quarter of the fiscal year, 1 to 4. */
  fiscal_quarter: number;
  /** Monday of the week. */
  week_start: When;
  /** First day of the month. */
  month_start: When;
  /** First day of the civil quarter. */
  quarter_start: When;
  /** First day of the civil year. */
  year_start: When;
  /** First day of the fiscal quarter. */
  fiscal_quarter_start: When;
  /** First day of the fiscal year. */
  fiscal_year_start: When;
  /** Days of the month. */
  days_in_month: number;
  /** Days of the civil quarter up to this one, which counts. */
  day_of_quarter: number;
  /** Days of the fiscal year up to this one, which counts. */
  day_of_fiscal_year: number;
}

/** What `calendar_period` asks. */
export interface CalendarPeriodRequest {
  /** The day; a time of day is not looked at. */
  date: When;
  /**
   * First month of the fiscal year: 1 (January, if absent) to 12.
   * @default 1
   */
  fiscal_year_start?: number;
}

/** Values of one unit of the calendar. */
export interface CalendarSum {
  /** Its name, like `2026Q1`. */
  name: string;
  /** Values in it. */
  values: number;
  /** Their sum. */
  sum: number;
  /** Their mean. */
  mean: number;
}

/** A campaign: a weight, a window, a budget and the KPIs it serves. */
export interface Campaign {
  /** Id. */
  id: CampaignId;
  /** Name for people. */
  name?: string | null;
  /**
   * What one day of lateness of its tasks with a deadline costs, when they say nothing themselves; 0 or more.
   */
  weight?: number | null;
  /** When it runs. Tasks outside are reported, not moved. */
  window?: Window | null;
  /** Its budget. */
  budget?: Money | null;
  /** KPIs it serves. */
  kpis?: KpiLink[];
  /** Markets it runs in. */
  markets?: string[];
  /** Channels it uses. */
  channels?: string[];
}

/** What a campaign gets: a budget for the plan. */
export interface CampaignBudget {
  /** The campaign. */
  campaign: CampaignId;
  /** Spend of one period. */
  spend: number;
  /** Effect of one period. */
  response: number;
}

/** The plan with its budgets, and every campaign of the split. */
export interface CampaignBudgetReport {
  /** The plan with the budgets set. */
  plan: PlanDocument;
  /** Sum of the budgets that were set: the spend of the split times the periods. */
  total: Money;
  /** The campaigns of the split, by id. */
  changes: BudgetChange[];
}

/** What `budgets` is asked. */
export interface CampaignBudgetRequest {
  /** The split, as `allocate_budget` answers it. */
  allocation: BudgetAllocation;
  /**
   * Periods that the budgets cover: a split says the spend of one. From 1 to 1,000; 1 unless said.
   * @default 1
   */
  periods?: number;
  /** Currency of the spend (ISO 4217), which must be that of the program. Absent: it is. */
  currency?: string | null;
  /**
   * Campaign of each channel. Empty: the campaigns that the split names, else those of the channels' names.
   */
  campaigns?: Record<string, CampaignId>;
  /**
   * Amounts that a campaign keeps in any case: signed contracts. What finished and started tasks cost is kept
   * anyway.
   */
  fixed?: Record<string, Money>;
}

/** Cost of one campaign: its tasks and those below them that name no other. */
export interface CampaignCost {
  /** The campaign. */
  campaign: CampaignId;
  /** Its cost. */
  cost: Cost;
  /** Its budget, if it has one. */
  budget?: BudgetStatus;
}

/** Id of a campaign. */
export type CampaignId = string;

/**
 * How far the tasks of a campaign are from the baseline: from the first start to the last finish of those
 * that it
 * has, their work and cost added.
 */
export interface CampaignVariance {
  /** The campaign. */
  campaign: CampaignId;
  /** How far. */
  variance: Variance;
}

/** One KPI of the catalogue. */
export interface CatalogueKpi {
  /** Id. */
  id: string;
  /** Name. */
  name: string;
  /** What it answers. */
  question: string;
  /** The formula, in roles. */
  formula: string;
  /** What it is over, in words; absent where nothing is divided. */
  denominator?: string;
  /** Unit of the value; money in the currency of the data. */
  unit: string;
  /** What a ratio or share is stated per. */
  per: number;
  /** Whether more or less of it is better. */
  better: KpiDirection;
  /** What it shows, in the stages of AMEC's framework. */
  stage: AmecStage;
  /** The roles of columns in the measure, with what they hold. */
  roles: CatalogueRole[];
  /**
   * Words of the measure that the data may say otherwise, such as `won`.
   * @default []
   */
  words?: string[];
  /** What is measured, with roles in place of columns. */
  measure: IndicatorMeasure;
  /**
   * Whether each unit of the denominator counts at most once in the numerator.
   * @default false
   */
  proportion?: boolean;
  /** Where the definition comes from. */
  source: string;
}

/** A column that a KPI needs. */
export interface CatalogueRole {
  /** The role: the column's name unless it is mapped. */
  role: string;
  /** What the column holds. */
  meaning: string;
}

/** Options of `causal_impact`. The defaults are those of R's `CausalImpact` 1.4. */
export interface CausalImpactOptions {
  /**
   * Column of the time: dates, or numbers such as years. Default `time`.
   * @default "time"
   */
  time?: string;
  /**
   * Column of what may have been moved. May miss values. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * Columns of series that the intervention did not touch and that go along with the outcome; none of them
   * may miss a
   * value. Default none.
   * @default []
   */
  controls?: string[];
  /**
   * First moment of the period after the intervention, as the time column writes it. Must be given.
   * @default null
   */
  intervention?: TimePoint | null;
  /**
   * First moment of the period before. Default: the first row with an outcome.
   * @default null
   */
  pre_start?: TimePoint | null;
  /**
   * Last moment of the period before. Default: the row before the intervention. Rows between this and the
   * intervention
   * are predicted, but neither learned from nor counted.
   * @default null
   */
  pre_end?: TimePoint | null;
  /**
   * Last moment of the period after. Default: the last row. Later rows are not read.
   * @default null
   */
  post_end?: TimePoint | null;
  /**
   * How the level moves. Default `local_level`.
   * @default "local_level"
   */
  trend?: ImpactTrend;
  /**
   * Number of seasons in a cycle, such as 7 for days of the week; 1 for none. From 1 to 400, default 1.
   * @default 1
   */
  seasons?: number;
  /**
   * Rows that a season lasts, such as 7 where rows are days and seasons are weeks. From 1 to 10,000, default
   * 1. The
   * first row of the period before begins a season.
   * @default 1
   */
  season_duration?: number;
  /**
   * Guess of the deviation of the steps of the level, in deviations of the outcome. Above 0 and up to 1,
   * default 0.01;
   * 0.1 for outcomes that wander.
   * @default 0.01
   */
  prior_level_sd?: number;
  /**
   * Number of controls expected to matter, the constant counted. From 0.01 to 1,000, default 3.
   * @default 3.0
   */
  expected_model_size?: number;
  /**
   * Share of the variance that the controls are expected to explain. From 0 to 0.999, default 0.8.
   * @default 0.8
   */
  expected_r2?: number;
  /**
   * Weight of that expectation, in observations. From 0.01 to 10⁶, default 50.
   * @default 50.0
   */
  prior_df?: number;
  /**
   * Weight of the prior of the coefficients (that they are 0), in observations: Zellner's g. From 10⁻⁶ to
   * 10⁶, default
   * 0.01.
   * @default 0.01
   */
  prior_information_weight?: number;
  /**
   * How much that prior forgets that controls go together, from 0 (Zellner's prior; not with controls made of
   * each
   * other) to 1 (independent). From 0 to 1, default 0.5.
   * @default 0.5
   */
  diagonal_shrinkage?: number;
  /**
   * Rounds of the sampler, those left out counted. From 100 to 1,000,000, default 1,000.
   * @default 1000
   */
  draws?: number;
  /**
   * Rounds left out at the beginning, at most nine tenths. Default: as R's bsts suggests, up to the first
   * round as
   * likely as the least likely of the last tenth.
   * @default null
   */
  burn_in?: number | null;
  /**
   * Seed of the random numbers: the same seed gives the same digits everywhere. Default 1.
   * @default 1
   */
  seed?: number;
  /**
   * Probability that intervals hold. From 0.5 to 0.999, default 0.95.
   * @default 0.95
   */
  interval?: number;
  /**
   * Placebo tests in time: so many earlier moments, at which nothing happened, are treated as the
   * intervention. From 0
   * to 20, default 1. Each costs another run on the part before.
   * @default 1
   */
  placebos_in_time?: number;
  /**
   * Placebo test in space: each control in turn is treated as the outcome. Default no. Each costs another
   * run.
   * @default false
   */
  placebos_in_space?: boolean;
}

/** What the intervention did. */
export interface CausalImpactReport {
  /** Mean per row of the period after. */
  average: ImpactEffect;
  /** Sum over the period after. */
  cumulative: ImpactEffect;
  /**
   * (actual − predicted) ÷ predicted over the period after: the mean of this ratio over the draws, as R's
   * `CausalImpact` 1.3 and later. Absent where the prediction may be 0.
   */
  relative?: IntervalEstimate;
  /** Where the effect goes. */
  direction: ImpactDirection;
  /** Probability, without an effect, of a sum at least this far out on the side where it lies (one-sided). */
  tail_probability: number;
  /** The result in one sentence. */
  finding: string;
  /** What was fitted. */
  model: ImpactModel;
  /**
   * What each control does, in the order of the options.
   * @default []
   */
  coefficients?: ImpactCoefficient[];
  /** Actual and predicted values row by row: the picture. */
  series: ImpactPoint[];
  /**
   * Effects found where there was none: earlier moments treated as the intervention.
   * @default []
   */
  placebos_in_time?: ImpactPlacebo[];
  /**
   * Effects found where there was none: controls treated as the outcome.
   * @default []
   */
  placebos_in_space?: ImpactPlacebo[];
  /**
   * Of the outcome and the controls, the share with an effect at least as far from 0 in its deviations as the
   * outcome's;
   * with the placebo test in space.
   */
  placebo_probability?: number;
  /** How much this proves. */
  evidence: Evidence;
}

/** A resource is busy (or away) until the task can have it. */
export interface CauseResource {
  kind: "resource";
  /** The resource. */
  resource: ResourceId;
  /** From when it is free. */
  until: Stamp;
  /** Tasks that hold it before, by id; empty when it is away or its capacity is lower. */
  held_by: TaskId[];
}

/** A predecessor outside the chain moved it by a link. */
export interface CauseLink {
  kind: "link";
  /** The predecessor. */
  from: TaskId;
}

/** It waits so that a successor comes within the maximum lag of their link. */
export interface CauseMaxLag {
  kind: "max_lag";
  /** The successor. */
  to: TaskId;
}

/** The search chose a later place because it serves the objective better. */
export interface CauseChoice {
  kind: "choice";
}

/** Why a task moved: what holds the first task of its chain where it is. */
export type Cause = CauseResource | CauseLink | CauseMaxLag | CauseChoice;

/** A Markov chain in numbers. */
export interface ChainSummary {
  /** Touches it remembers. */
  order: number;
  /** States, the start included, conversion and null left out. */
  states: number;
  /** Probability that a journey converts. */
  conversion_probability: number;
  /** Expected value of a journey, if there are values. */
  expected_value?: number;
}

/**
 * What a segment costs.
 *
 * - `mean`: Squared distances from the mean: changes of the level.
 * - `median`: Distances from the median: changes of the level, outliers matter less.
 * - `variance`: −2 × log-likelihood of a normal distribution around the overall mean: changes of the spread.
 * - `normal`: −2 × log-likelihood of a normal distribution: changes of level and spread.
 */
export type ChangeCost = "mean" | "median" | "variance" | "normal";

/**
 * What happened at a place.
 *
 * - `changed`: A field is another.
 * - `added`: A record is new.
 * - `removed`: A record is gone.
 * - `moved`: A task is under another summary.
 */
export type ChangeKind = "changed" | "added" | "removed" | "moved";

/**
 * How changes are found.
 *
 * - `pelt`: The cheapest segmentation with a penalty for each change, exactly.
 * - `dynamic_programming`: The cheapest segmentation with a given number of changes, exactly; at most 5,000
 *   values.
 * - `binary_segmentation`: Splitting where it gains most; quick, not always the cheapest.
 * - `online`: Bayesian online: after each value, how long the current run may be; at most 20,000 values.
 */
export type ChangeMethod = "pelt" | "dynamic_programming" | "binary_segmentation" | "online";

/** One change. */
export interface ChangePoint {
  /** Place of the first value after the change, from 0. */
  index: number;
  /** Its time, where the table has times. */
  time?: string;
  /** Mean of the segment before. */
  before: number;
  /** Mean of the segment after. */
  after: number;
}

/** Options of `change_points`. */
export interface ChangePointOptions {
  /**
   * Column of the values.
   * @default "value"
   */
  value?: string;
  /**
   * Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their
   * order.
   */
  time?: string | null;
  /**
   * How changes are found.
   * @default "pelt"
   */
  method?: ChangeMethod;
  /**
   * What a segment costs.
   * @default "mean"
   */
  cost?: ChangeCost;
  /**
   * Penalty for each change, in the unit of the cost. Absent: that of Schwarz's criterion, 2 σ² ln n for the
   * mean (σ
   * from the median change from value to value), b ln n for the median, 2 ln n for the variance, 3 ln n for
   * both.
   */
  penalty?: number | null;
  /**
   * Number of changes, for `dynamic_programming` (1 to 100) and instead of the penalty of
   * `binary_segmentation`.
   */
  changes?: number | null;
  /**
   * Fewest values of a segment, 1 to 1,000,000; 2 or more where the spread is estimated.
   * @default 2
   */
  min_size?: number;
  /**
   * Expected length of a run, for `online`, above 1.
   * @default 100.0
   */
  expected_run?: number;
  /**
   * Prior mean of a run, in standard deviations of the series from its mean, for `online`.
   * @default 0.0
   */
  prior_mean?: number;
  /**
   * Values that the prior mean counts for, for `online`.
   * @default 1.0
   */
  prior_kappa?: number;
  /**
   * Shape of the prior of the precision, for `online`.
   * @default 1.0
   */
  prior_alpha?: number;
  /**
   * Rate of the prior of the precision, in variances of the series, for `online`.
   * @default 1.0
   */
  prior_beta?: number;
}

/** What `change_points` finds. */
export interface ChangePointReport {
  /** Values used; missing ones are left out. */
  rows: number;
  /** The changes. */
  changes: ChangePoint[];
  /** The stretches between them. */
  segments: ChangeSegment[];
  /** Sum of the costs of the segments. */
  cost: number;
  /** Penalty of each change, where one was used. */
  penalty?: number;
  /** Run lengths, for `online`. */
  runs?: RunLengths;
  /** How much it proves. */
  evidence: Evidence;
}

/** Changes of level of a series. */
export interface ChangePointSource {
  /** KPI, or name of the series. */
  series: string;
  /** The answer of `change_points`. */
  report: ChangePointReport;
}

/** A stretch without a change. */
export interface ChangeSegment {
  /** Place of its first value. */
  start: number;
  /** Place after its last value. */
  end: number;
  /** Mean. */
  mean: number;
  /** Standard deviation, with n − 1. */
  standard_deviation?: number;
  /** Its cost. */
  cost: number;
}

/** How far models agree on a channel. */
export interface ChannelAgreement {
  /** The channel. */
  channel: string;
  /** Smallest share that a model gives it. */
  low: number;
  /** Model that gives the smallest. */
  low_model: string;
  /** Largest share that a model gives it. */
  high: number;
  /** Model that gives the largest. */
  high_model: string;
  /** Best rank among the channels, 1 for the most credit. */
  best_rank: number;
  /** Worst rank among the channels. */
  worst_rank: number;
}

/** What a channel gets. */
export interface ChannelBudget {
  /** The channel. */
  channel: string;
  /** Spend of one period. */
  spend: number;
  /** Share of the spend. */
  share?: number;
  /** Effect of one period. */
  response: number;
  /** Effect per unit of spend; left out without spend. */
  average?: number;
  /** Effect of one more unit of spend; left out where it is infinite. */
  marginal?: number;
  /** Whether a bound holds it. */
  bound: SpendBound;
  /**
   * Its response curve at 25 spends, evenly from 0 to 1.5 times the largest of its spend, its spend today and
   * an even
   * share of the total.
   * @default []
   */
  curve?: SpendResponse[];
  /** Spend less that of today. */
  change?: number;
}

/** What was spent on a channel. */
export interface ChannelCost {
  /** Name of the channel. */
  channel: string;
  /** Cost in the unit of the values, not below 0. */
  cost: number;
}

/** What one model gives one channel. */
export interface ChannelCredit {
  /** The channel. */
  channel: string;
  /** Conversions credited to it. */
  conversions: IntervalEstimate;
  /** Share of all conversions, from 0 to 1. */
  share: IntervalEstimate;
  /** Value credited to it, if there are values. */
  value?: IntervalEstimate;
  /** Share of the conversions that would be lost without the channel (Markov). */
  removal_effect?: number;
  /** Share of the value that would be lost without the channel (Markov). */
  removal_effect_value?: number;
  /**
   * Conversions credited by the place of the channel among the different channels of its paths, first touch
   * first
   * (Shapley, as the ordered variant of Zhao and others); places from the tenth on in one.
   * @default []
   */
  by_place?: number[];
  /** Cost per credited conversion. */
  cost_per_conversion?: number;
  /** Credited value per unit of cost. */
  return_on_spend?: number;
}

/** Where a channel stands in the journeys. */
export interface ChannelPresence {
  /** The channel. */
  channel: string;
  /** Touches of it. */
  touches: number;
  /** Journeys with at least one touch of it. */
  journeys: number;
  /** Those of them that converted. */
  conversions: number;
  /** Conversions without a touch of any other channel. */
  alone: number;
  /** Cost, if given. */
  cost?: number;
}

/**
 * Kind of control chart.
 *
 * - `shewhart`: Each value against limits: large sudden changes.
 * - `ewma`: A weighted mean of all values so far against limits: small lasting changes.
 * - `cusum`: Sums of deviations beyond an allowance: small lasting changes, and when they began.
 */
export type ChartKind = "shewhart" | "ewma" | "cusum";

/** Options of `gantt_svg`: the Gantt chart as a picture. */
export interface ChartOptions {
  /** How the plan is leveled, if no leveled plan is given. */
  level?: LevelOptions;
  /** How its objectives are scored. */
  score?: ScoreOptions;
}

/** One value of a chart. */
export interface ChartPoint {
  /** Place in the order of time, from 0. */
  index: number;
  /** Its time, where the table has times. */
  time?: string;
  /** What the chart compares: the value, the weighted mean, or the upper sum. */
  statistic: number;
  /** The lower sum (`cusum`). */
  lower_sum?: number;
  /** Values since the upper sum left 0 (`cusum`): where the change began. */
  upper_run?: number;
  /** Values since the lower sum left 0 (`cusum`). */
  lower_run?: number;
  /** Lower limit. */
  low: number;
  /** Upper limit. */
  high: number;
  /** Out of control. */
  out: boolean;
}

/** What the checker found. */
export interface CheckReport {
  /**
   * Every rule that is not kept, sorted by place.
   * @default []
   */
  violations?: Issue[];
  /**
   * Spans in which a resource is asked for more than there is of it, by resource, then time.
   * @default []
   */
  overloads?: Overload[];
}

/** Lowest and highest score. */
export interface Clamp {
  /** Lowest score. */
  min: number;
  /** Highest score. */
  max: number;
}

/**
 * What the axis of a plan counts.
 *
 * - `wall`: Civil time; zones play no part: everybody's 9:00 is 9:00, as in Microsoft Project.
 * - `zoned`: Coordinated universal time; each calendar's shifts pass through its zone.
 */
export type Clock = "wall" | "zoned";

/**
 * What score of an objective counts as meeting it, in the words of OKR.
 *
 * - `committed`: Promised: met at 1.0.
 * - `aspirational`: A stretch: met at 0.7.
 */
export type Commitment = "committed" | "aspirational";

/** What `compare_means` asks. */
export interface CompareMeansRequest {
  /** The arm without the change. */
  control: MeanSample;
  /** The arm with the change. */
  treatment: MeanSample;
  /**
   * How results are judged.
   * @default {"alpha":0.05,"looks":1,"lower_is_better":false,"randomized":false}
   */
  settings?: ExperimentSettings;
  /**
   * Where the slope of CUPED comes from, if both arms have a covariate.
   * @default "within_arms"
   */
  slope?: CupedSlope;
  /** Belief about the effect before the data; absent: no Bayesian answer. */
  prior?: EffectPrior | null;
}

/** What `compare_proportions` asks. */
export interface CompareProportionsRequest {
  /** The arm without the change. */
  control: ProportionSample;
  /** The arm with the change. */
  treatment: ProportionSample;
  /**
   * How results are judged.
   * @default {"alpha":0.05,"looks":1,"lower_is_better":false,"randomized":false}
   */
  settings?: ExperimentSettings;
  /**
   * How much is computed.
   * @default "full"
   */
  detail?: ProportionDetail;
  /** Prior of both shares; absent: no Bayesian answer. */
  prior?: BetaPrior | null;
}

/** What `compare_ratios` asks. */
export interface CompareRatiosRequest {
  /** The arm without the change. */
  control: RatioSample;
  /** The arm with the change. */
  treatment: RatioSample;
  /**
   * How results are judged.
   * @default {"alpha":0.05,"looks":1,"lower_is_better":false,"randomized":false}
   */
  settings?: ExperimentSettings;
  /** Belief about the effect before the data; absent: no Bayesian answer. */
  prior?: EffectPrior | null;
}

/** What differs between two schedules of a plan. */
export interface Comparison {
  /** Last finish before. */
  finish_before: Stamp;
  /** Last finish after. */
  finish_after: Stamp;
  /** Finish after less finish before, in elapsed seconds. */
  finish_delay: Elapsed;
  /** Tasks that miss their deadline before. */
  late_before: number;
  /** Tasks that miss their deadline after. */
  late_after: number;
  /** Tasks whose dates differ, in the order of their new start, then id. */
  shifts: TaskShift[];
  /**
   * Assignments that others do after than before, by task, then resource of the plan: who did, who does.
   * @default []
   */
  reassigned?: Reassigned[];
  /** Tasks that only the later schedule has, by id. */
  added: TaskId[];
  /** Tasks that only the earlier schedule has, by id. */
  removed: TaskId[];
  /** Tasks that are critical only after, by id. */
  now_critical: TaskId[];
  /** Tasks that are critical only before, by id. */
  no_longer_critical: TaskId[];
}

/**
 * Which units a cohort is compared with.
 *
 * - `not_yet_treated`: Units never treated, and those not treated yet.
 * - `never_treated`: Units never treated alone.
 */
export type ComparisonUnits = "not_yet_treated" | "never_treated";

/**
 * Whether more or less of an indicator is better.
 *
 * - `higher_is_better`: More is better.
 * - `lower_is_better`: Less is better.
 */
export type CompositeDirection = "higher_is_better" | "lower_is_better";

/** What a choice or a weight does to the ranks. */
export interface CompositeFactor {
  /** `weight/NAME`, `normalisation`, `aggregation`, `imputation` or `treatment`. */
  factor: string;
  /**
   * Share of the variance that it is answerable for alone; may be a little below 0 by chance. Nothing if
   * ranks do
   * not move.
   */
  first_order?: IntervalEstimate;
  /** Share of the variance that it takes part in. */
  total?: IntervalEstimate;
}

/** A group of indicators or of groups. */
export interface CompositeGroup {
  /** Its name, different from every column and from the index. */
  id: string;
  /**
   * Weight among the children of its parent, 0 or more. Default 1.
   * @default 1.0
   */
  weight?: number;
  /** Group it belongs to. Default: the index. */
  parent?: string | null;
  /** Mean of its children. Default: that of the options. */
  aggregation?: CompositeMean | null;
}

/** Gaps stay gaps. */
export interface CompositeImputationNone {
  kind: "none";
}

/** The mean of all units. */
export interface CompositeImputationMean {
  kind: "mean";
}

/** The median of all units. */
export interface CompositeImputationMedian {
  kind: "median";
}

/** The mean of the units of the same group; a gap stays where the group has no value. */
export interface CompositeImputationGroupMean {
  kind: "group_mean";
  /** Column with the group of each unit. */
  group: string;
}

/** The median of the units of the same group; a gap stays where the group has no value. */
export interface CompositeImputationGroupMedian {
  kind: "group_median";
  /** Column with the group of each unit. */
  group: string;
}

/** How gaps are filled. */
export type CompositeImputation =
  | CompositeImputationNone
  | CompositeImputationMean
  | CompositeImputationMedian
  | CompositeImputationGroupMean
  | CompositeImputationGroupMedian;

/** A column that is an indicator. */
export interface CompositeIndicator {
  /** Column with its values; also its name in the tree. */
  column: string;
  /**
   * Weight among the children of its parent, 0 or more, on any scale. Default 1.
   * @default 1.0
   */
  weight?: number;
  /**
   * Whether more or less is better. Default: more.
   * @default "higher_is_better"
   */
  direction?: CompositeDirection;
  /** Group it belongs to. Default: the index. */
  parent?: string | null;
  /** Column to divide by, such as the number of inhabitants. Default: none. */
  denominator?: string | null;
  /** Values of the worst and best score, for the normalisation `goalposts`. */
  goalposts?: Goalposts | null;
  /** Normalisation of this indicator alone. Default: that of the options. */
  normalisation?: CompositeNormalisation | null;
  /**
   * Whether outliers of this indicator may be treated. Default true.
   * @default true
   */
  treat?: boolean;
}

/** What happened to an indicator. */
export interface CompositeIndicatorSummary {
  /** Its column. */
  column: string;
  /** Its weight in the index, all levels multiplied; those of all indicators add up to 1. */
  weight: number;
  /** Share of the units with a measured value, 0 to 1. */
  coverage: number;
  /** Values filled in. */
  imputed: number;
  /** What was done about outliers. */
  treated: CompositeTreated;
  /** Values set to the next value. */
  winsorized: number;
  /**
   * Skewness before the treatment, corrected for the number of units; nothing below three different values.
   */
  skewness?: number;
  /** Excess kurtosis before the treatment, corrected for the number of units. */
  kurtosis?: number;
  /** Skewness after the treatment. */
  skewness_after?: number;
  /** Excess kurtosis after the treatment. */
  kurtosis_after?: number;
  /** Pearson correlation of the normalised indicator with the index. */
  correlation_with_index?: number;
}

/** Weaknesses are made good by strengths in full. */
export interface CompositeMeanArithmetic {
  kind: "arithmetic";
}

/** Weaknesses weigh more; needs scores above 0. */
export interface CompositeMeanGeometric {
  kind: "geometric";
}

/** Weaknesses weigh most; needs scores above 0. */
export interface CompositeMeanHarmonic {
  kind: "harmonic";
}

/** The mean of the powers, and the root of it: 1 is arithmetic, 0 geometric, −1 harmonic. */
export interface CompositeMeanPower {
  kind: "power";
  /** The exponent, −100 to 100. */
  exponent: number;
}

/** How the scores of children become that of their parent. */
export type CompositeMean =
  | CompositeMeanArithmetic
  | CompositeMeanGeometric
  | CompositeMeanHarmonic
  | CompositeMeanPower;

/**
 * What a gap does to the score above it.
 *
 * - `renormalize`: The weights of what is there are scaled up.
 * - `propagate`: There is no score.
 */
export type CompositeMissing = "renormalize" | "propagate";

/** The worst unit gets `low`, the best `high`. */
export interface CompositeNormalisationMinMax {
  kind: "min_max";
  /**
   * Score of the best. Default 100.
   * @default 100.0
   */
  high?: number;
  /**
   * Score of the worst. Default 0.
   * @default 0.0
   */
  low?: number;
}

/** A given mean and standard deviation. */
export interface CompositeNormalisationZScore {
  kind: "z_score";
  /**
   * Standard deviation of the scores, above 0. Default 1.
   * @default 1.0
   */
  deviation?: number;
  /**
   * Mean of the scores. Default 0.
   * @default 0.0
   */
  mean?: number;
}

/** How many units are worse. */
export interface CompositeNormalisationBorda {
  kind: "borda";
}

/** How many units are worse, and one. */
export interface CompositeNormalisationRank {
  kind: "rank";
}

/** Share of the other units that are worse, 0 to 1. */
export interface CompositeNormalisationPercentRank {
  kind: "percent_rank";
}

/** 1 − distance to the best ÷ distance from worst to best: 0 to 1. */
export interface CompositeNormalisationDistanceToMax {
  kind: "distance_to_max";
}

/** Value ÷ largest value. */
export interface CompositeNormalisationFractionOfMax {
  kind: "fraction_of_max";
}

/** Between the goalposts of each indicator, held at both ends. */
export interface CompositeNormalisationGoalposts {
  kind: "goalposts";
  /**
   * Score at the better goalpost and beyond. Default 100.
   * @default 100.0
   */
  high?: number;
  /**
   * Score at the worse goalpost and beyond. Default 0.
   * @default 0.0
   */
  low?: number;
}

/** As it is, with the sign changed where less is better. */
export interface CompositeNormalisationAsIs {
  kind: "as_is";
}

/** How indicators get a common scale; afterwards more is better for all of them. */
export type CompositeNormalisation =
  | CompositeNormalisationMinMax
  | CompositeNormalisationZScore
  | CompositeNormalisationBorda
  | CompositeNormalisationRank
  | CompositeNormalisationPercentRank
  | CompositeNormalisationDistanceToMax
  | CompositeNormalisationFractionOfMax
  | CompositeNormalisationGoalposts
  | CompositeNormalisationAsIs;

/** How `composite` builds an index. */
export interface CompositeOptions {
  /**
   * Column with the name of the unit (market, team, channel), each once. Default `unit`.
   * @default "unit"
   */
  unit?: string;
  /**
   * Name of the index, the top of the tree. Default `index`.
   * @default "index"
   */
  index?: string;
  /**
   * The indicators, at least one.
   * @default []
   */
  indicators?: CompositeIndicator[];
  /**
   * Groups between indicators and index, in any order. Empty: all indicators belong to the index.
   * @default []
   */
  groups?: CompositeGroup[];
  /**
   * Which units have enough data.
   * @default {"after_imputation":false,"least_coverage":0.0,"most_zeros":1.0}
   */
  screening?: CompositeScreening;
  /**
   * How gaps are filled. Default: not at all.
   * @default {"kind":"none"}
   */
  imputation?: CompositeImputation;
  /**
   * How outliers are treated. Default: not at all.
   * @default {"kind":"none"}
   */
  treatment?: CompositeTreatment;
  /**
   * How indicators get a common scale. Default: min-max from 0 to 100.
   * @default {"high":100.0,"kind":"min_max","low":0.0}
   */
  normalisation?: CompositeNormalisation;
  /**
   * How scores are put together. Default: arithmetic mean.
   * @default {"kind":"arithmetic"}
   */
  aggregation?: CompositeMean;
  /**
   * What a gap does to the score above it. Default: the weights of the rest are scaled up.
   * @default "renormalize"
   */
  missing?: CompositeMissing;
  /**
   * Smallest share of weights with data, 0 to 1, below which a group or the index has no score. Default 0.
   * @default 0.0
   */
  least_share?: number;
  /**
   * Steps whose data the report shall hold. Default none.
   * @default []
   */
  include?: CompositeStep[];
}

/** A group or indicator of a unit. */
export interface CompositePart {
  /** Its name. */
  id: string;
  /** Its score. */
  score?: number;
  /** What it contributes to the index; the contributions of all indicators add up to the score. */
  contribution?: number;
  /** Share of its weights with measured data, 0 to 1. */
  coverage: number;
}

/** The ranks that a unit may have. */
export interface CompositeRankRange {
  /** The unit. */
  unit: string;
  /** Its rank as the index is. */
  rank: number;
  /** Mean of its ranks. */
  mean: number;
  /** Median of its ranks. */
  median: number;
  /** 5% of its ranks are at most this. */
  low: number;
  /** 95% of its ranks are at most this. */
  high: number;
  /** Share of the samples in which it is first, 0 to 1. */
  first: number;
}

/** What happens without an indicator or group. */
export interface CompositeRemoval {
  /** What is left out. */
  id: string;
  /** Mean of the places by which ranks move. */
  mean_shift: number;
  /** The largest move. */
  largest_shift: number;
  /** The unit that moves most, the first by name if there are several. */
  unit: string;
}

/** The scores and ranks of all units. */
export interface CompositeReport {
  /** How much it proves. */
  evidence: Evidence;
  /** The units, best first, those of the same rank by name; those without a score last. */
  units: CompositeUnit[];
  /**
   * The units left out for want of data, by name.
   * @default []
   */
  screened_out?: CompositeScreened[];
  /** The indicators, by name. */
  indicators: CompositeIndicatorSummary[];
  /**
   * Cronbach's alpha of the normalised indicators, over the units that have all of them: how much they
   * measure the
   * same thing.
   */
  cronbach_alpha?: number;
  /**
   * The data after the steps asked for, units by name.
   * @default []
   */
  stages?: CompositeStage[];
}

/** A unit with too little data. */
export interface CompositeScreened {
  /** Its name. */
  unit: string;
  /** Share of indicators with a value. */
  coverage: number;
  /** Share of zeros among the values. */
  zeros: number;
}

/** Which units have enough data. */
export interface CompositeScreening {
  /**
   * Smallest share of indicators with a value, 0 to 1. Default 0: every unit stays.
   * @default 0.0
   */
  least_coverage?: number;
  /**
   * Largest share of zeros among the values, 0 to 1. Default 1: every unit stays.
   * @default 1.0
   */
  most_zeros?: number;
  /**
   * Look at the data after gaps are filled, not before. Default false.
   * @default false
   */
  after_imputation?: boolean;
}

/** How much of a ranking is choice. */
export interface CompositeSensitivity {
  /** How much it proves. */
  evidence: Evidence;
  /** The units by their rank as the index is, then by name. */
  units: CompositeRankRange[];
  /** Mean over samples and units of the places by which ranks move. */
  mean_shift: number;
  /** Variance over the samples of the places by which ranks move on average. */
  variance: number;
  /** What the movement comes from, the largest total first. */
  factors: CompositeFactor[];
  /** What happens without each indicator or group, the largest shift first. */
  removals: CompositeRemoval[];
  /** How often the index was built. */
  evaluations: number;
}

/** What `composite_sensitivity` varies. */
export interface CompositeSensitivityOptions {
  /**
   * The index as it is.
   * @default
   * {"aggregation":{"kind":"arithmetic"},"groups":[],"imputation":{"kind":"none"},"include":[],"index":"index","indicators":[],"least_share":0.0,"missing":"renormalize","normalisation":{"high":100.0,"kind":"min_max","low":0.0},"screening":{"after_imputation":false,"least_coverage":0.0,"most_zeros":1.0},"treatment":{"kind":"none"},"unit":"unit"}
   */
  composite?: CompositeOptions;
  /**
   * Which weights vary, each independently of the others. Default: all.
   * @default "all"
   */
  weights?: CompositeWeightFactors;
  /**
   * Weights lie evenly within 1 ± this times themselves, 0 to 1. Default 0.25.
   * @default 0.25
   */
  weight_spread?: number;
  /**
   * Other normalisations, as likely as that of the index.
   * @default []
   */
  normalisations?: CompositeNormalisation[];
  /**
   * Other means, as likely as that of the index; groups with a mean of their own keep it.
   * @default []
   */
  aggregations?: CompositeMean[];
  /**
   * Other ways to fill gaps, as likely as that of the index; all groups from one column.
   * @default []
   */
  imputations?: CompositeImputation[];
  /**
   * Other ways to treat outliers, as likely as that of the index.
   * @default []
   */
  treatments?: CompositeTreatment[];
  /**
   * Size of each of the two samples, 16 to 100,000. The index is built samples × (factors + 2) times. Default
   * 500.
   * @default 500
   */
  samples?: number;
  /**
   * Draws of the bootstrap for the intervals of the sensitivities, 0 to 10,000. Default 200.
   * @default 200
   */
  bootstrap?: number;
  /**
   * Level of the intervals, 0.5 to 0.999. Default 0.95.
   * @default 0.95
   */
  level?: number;
  /**
   * Seed of the samples. Default 1.
   * @default 1
   */
  seed?: number;
}

/** The data after a step. */
export interface CompositeStage {
  /** The step. */
  step: CompositeStep;
  /**
   * A column of units and one for each indicator; after the aggregation also for each group and the index.
   */
  data: TableColumns;
}

/**
 * A step of the building of an index.
 *
 * - `denominated`: Divided by the denominators.
 * - `screened`: Without the units screened out.
 * - `imputed`: With gaps filled.
 * - `treated`: With outliers treated.
 * - `normalised`: On a common scale.
 * - `aggregated`: With groups and index.
 */
export type CompositeStep = "denominated" | "screened" | "imputed" | "treated" | "normalised" | "aggregated";

/**
 * What was done about the outliers of an indicator.
 *
 * - `no`: Nothing: there were none, or it was not asked for.
 * - `winsorized`: Extreme values were set to the next value.
 * - `logarithm`: The values were put on a logarithm.
 */
export type CompositeTreated = "no" | "winsorized" | "logarithm";

/** Not at all. */
export interface CompositeTreatmentNone {
  kind: "none";
}

/**
 * Only where abs(skewness) and kurtosis are both above their limits: the most extreme values are set to the
 * next
 * value until they are not, or `most_points` are set; then, if they still are, a logarithm instead.
 */
export interface CompositeTreatmentWinsorizeThenLog {
  kind: "winsorize_then_log";
  /**
   * Take the logarithm of the winsorised values, not of the original. Default false.
   * @default false
   */
  combine?: boolean;
  /**
   * Limit of the excess kurtosis. Default 3.5.
   * @default 3.5
   */
  kurtosis?: number;
  /**
   * Most values to set, up to 1000. Default 5.
   * @default 5
   */
  most_points?: number;
  /**
   * Limit of abs(skewness), 0 or more. Default 2 (OECD Handbook).
   * @default 2.0
   */
  skewness?: number;
}

/** How outliers are treated. */
export type CompositeTreatment = CompositeTreatmentNone | CompositeTreatmentWinsorizeThenLog;

/** A unit and its score. */
export interface CompositeUnit {
  /** Its name. */
  unit: string;
  /** Its score on the index, where there is enough data. */
  score?: number;
  /** Its rank, 1 the best; equal scores share the better rank. */
  rank?: number;
  /** Share of the weights with data that was measured, not filled in, 0 to 1. */
  coverage: number;
  /** Its groups and indicators, by name. */
  parts: CompositePart[];
}

/**
 * Which weights vary.
 *
 * - `all`: Those of indicators and groups.
 * - `indicators`: Those of indicators.
 * - `groups`: Those of groups.
 * - `none`: None.
 */
export type CompositeWeightFactors = "all" | "indicators" | "groups" | "none";

/** A date that a task is held to. */
export interface Constraint {
  /** What is demanded. */
  kind: ConstraintKind;
  /**
   * When; absent for as soon and as late as possible. A bare date is the beginning of the day for
   * `must_start_on`, `mandatory_start` and `start_no_earlier_than`, and the end of the day for the others.
   */
  date?: When | null;
}

/**
 * What a constraint demands.
 *
 * - `as_soon_as_possible`: As soon as possible; the default, no date.
 * - `as_late_as_possible`: As late as possible without delaying the program; no date.
 * - `must_start_on`: Start exactly then.
 * - `must_finish_on`: Finish exactly then.
 * - `start_no_earlier_than`: Start then or later: an embargo, a release date.
 * - `start_no_later_than`: Start then or earlier. On a bare date any start on that day keeps it; a task that
 *   it pulls forward begins with that day's work, and float counts to there.
 * - `finish_no_earlier_than`: Finish then or later.
 * - `finish_no_later_than`: Finish then or earlier.
 * - `mandatory_start`: Start exactly then, early and late, whatever links ask, even where links beat other
 *   dates (P6: *mandatory start*).
 * - `mandatory_finish`: Finish exactly then, likewise (P6: *mandatory finish*).
 */
export type ConstraintKind =
  | "as_soon_as_possible"
  | "as_late_as_possible"
  | "must_start_on"
  | "must_finish_on"
  | "start_no_earlier_than"
  | "start_no_later_than"
  | "finish_no_earlier_than"
  | "finish_no_later_than"
  | "mandatory_start"
  | "mandatory_finish";

/** Options of `control_chart`. */
export interface ControlChartOptions {
  /**
   * Column of the values.
   * @default "value"
   */
  value?: string;
  /**
   * Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their
   * order.
   */
  time?: string | null;
  /**
   * Kind of chart.
   * @default "shewhart"
   */
  kind?: ChartKind;
  /** Mean of the process; absent: of the baseline. */
  mean?: number | null;
  /**
   * Standard deviation of the process, above 0; absent: mean change from value to value of the baseline ÷
   * 1.128.
   */
  standard_deviation?: number | null;
  /** First values that mean and standard deviation are taken from, 2 or more; absent: all. */
  baseline?: number | null;
  /**
   * Limits in standard deviations: 3 for `shewhart`, 2.7 for `ewma`, the decision interval 5 for `cusum`
   * unless
   * given, above 0 to 100.
   */
  limit?: number | null;
  /**
   * Weight of the newest value (`ewma`), above 0 to 1.
   * @default 0.1
   */
  weight?: number;
  /**
   * Allowance in standard deviations, half the change to find (`cusum`), 0 to 100.
   * @default 0.5
   */
  allowance?: number;
}

/** What `control_chart` finds. */
export interface ControlChartReport {
  /** Mean of the process. */
  mean: number;
  /** Its standard deviation. */
  standard_deviation: number;
  /** The values; missing ones are left out. */
  points: ChartPoint[];
  /** Place of the first value out of control. */
  first_out?: number;
  /** Values out of control. */
  out: number;
  /**
   * Values from one false alarm to the next, on average, while the process is in control and normal: exact
   * for
   * `shewhart`, Siegmund's approximation for `cusum`.
   */
  average_run_length?: number;
  /** How much it proves. */
  evidence: Evidence;
}

/** A control chart of a series. */
export interface ControlChartSource {
  /** KPI, or name of the series. */
  series: string;
  /** The answer of `control_chart`. */
  report: ControlChartReport;
}

/** A correlation. */
export interface CorrelationEstimate {
  /** The coefficient, −1 to 1, with Fisher's interval (for ranks with the variance of Bonett and Wright). */
  coefficient: IntervalEstimate;
  /** Probability of a coefficient at least as far from zero by chance, from Student's distribution. */
  p_value: number;
}

/** Cost by kind. */
export interface Cost {
  /**
   * Work at its rates, and what each use of a person, department or vendor costs.
   * @default 0
   */
  labor?: Money;
  /**
   * Fixed costs of tasks.
   * @default 0
   */
  fixed?: Money;
  /**
   * Quantities of material at their rates.
   * @default 0
   */
  material?: Money;
  /**
   * Amounts of cost resources.
   * @default 0
   */
  expense?: Money;
  /** The sum of the four. */
  total: Money;
}

/** What the plan costs by a schedule. */
export interface CostReport {
  /** Currency of every amount, if the program states one (ISO 4217). */
  currency?: string;
  /** Cost of the program. */
  cost: Cost;
  /** The program's budget, if it has one. */
  budget?: BudgetStatus;
  /** Cost of each campaign, in the order of their ids. */
  campaigns: CampaignCost[];
  /** Cost of the tasks that belong to no campaign. */
  no_campaign: Cost;
  /** Cost of each task, in the order of their ids. */
  tasks: TaskCost[];
  /** Cost of each resource, in the order of their ids. */
  resources: ResourceCost[];
  /**
   * What a person should know: budgets overspent, rates that do not fit.
   * @default []
   */
  issues?: Issue[];
}

/** A covariate by its moments. */
export interface CovariateMoments {
  /** Mean of the covariate. */
  mean: number;
  /** Its variance. */
  variance: number;
  /** Its covariance with the outcome. */
  covariance: number;
}

/** A covariate by its sums. */
export interface CovariateSums {
  /** Σ covariate. */
  sum: number;
  /** Σ covariate². */
  sum_squares: number;
  /** Σ outcome × covariate. */
  sum_products: number;
}

/** What somebody must be to do some work; all of it at once. */
export interface Criteria {
  /** Role. */
  role?: string | null;
  /** Skills, each at its least level. */
  skills?: SkillLevel[];
  /** Languages. */
  languages?: string[];
  /** Department that it belongs to, directly or by way of others. */
  department?: ResourceId | null;
  /** Home market. */
  market?: string | null;
  /** Person, department or vendor. */
  kind?: ResourceKind | null;
  /** Who may not, although it is all that. */
  excluding?: ResourceId[];
}

/**
 * An entry of the objective: one goal, or a weighted sum of several.
 *
 * In documents a goal is its name and a sum the weights by name: `["tardiness", {"change": 1, "finish":
 * 0.1}]`.
 */
export type Criterion = Goal | GoalWeights;

/**
 * What makes a task critical.
 *
 * - `float`: Total float of at most `critical_float`.
 * - `longest_path`: Lying on a chain of driving links that ends with the last finish (P6: *longest path*),
 *   whatever its float.
 */
export type CriticalRule = "float" | "longest_path";

/**
 * What sets whole and fraction of a number apart.
 *
 * - `point`: `1.5`
 * - `comma`: `1,5`
 */
export type CsvDecimal = "point" | "comma";

/** Tables read. */
export interface CsvFile {
  /** The plan that they make. */
  plan: PlanDocument;
  /**
   * What was left out, sorted.
   * @default []
   */
  issues?: Issue[];
}

/** How tables are read. */
export interface CsvReadOptions {
  /** What sets cells apart. */
  separator?: CsvSeparator;
  /** What sets whole and fraction of numbers apart; if absent, found out where that is clear. */
  decimal?: CsvDecimal | null;
  /**
   * The order of dates that are not in ISO 8601: `YYYY`, `MM`, `DD`, `HH`, `mm` and `ss` with marks between
   * them,
   * such as `DD.MM.YYYY` or `MM/DD/YYYY HH:mm`.
   */
  date_format?: string | null;
  /** Name of the program of a new plan. */
  name?: string | null;
  /** Start of the program of a new plan; needed unless rows are added to a plan. */
  start?: When | null;
}

/**
 * What sets cells apart.
 *
 * - `auto`: The one that the first line uses most; a comma when writing.
 * - `comma`: `,`
 * - `semicolon`: `;`, as spreadsheets write where a decimal comma is used.
 * - `tab`: A tabulator.
 */
export type CsvSeparator = "auto" | "comma" | "semicolon" | "tab";

/**
 * A table that can be written.
 *
 * - `tasks`: Tasks, milestones and summaries.
 * - `links`: Links between tasks.
 * - `resources`: Resources.
 * - `assignments`: Assignments.
 * - `progress`: What has happened so far, of the tasks that have begun.
 * - `schedule`: The dates of a schedule.
 * - `load`: The load of each resource on each day.
 */
export type CsvTable = "tasks" | "links" | "resources" | "assignments" | "progress" | "schedule" | "load";

/** A table written. */
export interface CsvText {
  /** The text (`text/csv`, UTF-8). */
  text: string;
  /** How many rows it has besides the header. */
  rows: number;
  /**
   * What the table cannot say, sorted.
   * @default []
   */
  issues?: Issue[];
}

/** What is written, and how. */
export interface CsvWriteOptions {
  /** Which table. */
  table?: CsvTable;
  /** What sets cells apart. */
  separator?: CsvSeparator;
  /** What sets whole and fraction of numbers apart; a point if absent. */
  decimal?: CsvDecimal | null;
  /** Whether the text begins with a mark of its encoding, by which spreadsheets know UTF-8. */
  mark?: boolean;
  /** Whether texts that look like formulas are written as they are. */
  keep_formulas?: boolean;
}

/** What the covariate brought. */
export interface CupedEffect {
  /** Slope of the outcome on the covariate. */
  theta: number;
  /** Squared correlation within the arms: the share of the variance that a covariate can take away. */
  variance_reduction: number;
  /** Units that the raw comparison would need for the same precision, relative to these. */
  worth_of_units: number;
  /**
   * Difference of the covariate between the arms, in its standard errors: large values speak against random
   * assignment.
   */
  covariate_imbalance: SignificanceTest;
  /** The adjusted effect. */
  effect: MeanEffect;
}

/**
 * Where the slope of CUPED comes from.
 *
 * - `within_arms`: Pooled within the arms: a difference between them does not bend it.
 * - `joint`: From both arms as one sample.
 */
export type CupedSlope = "within_arms" | "joint";

/** A value and the score it earns. */
export interface CurvePoint {
  /** Value of the KPI, in its unit. */
  value: number;
  /** Score it earns. */
  score: number;
}

/** One row for each customer. */
export interface CustomerHistories {
  /** Last day of the records. */
  end: string;
  /** Unit of `recency` and `age`. */
  unit: HistoryUnit;
  /**
   * Columns `customer`, `first` and `last` (dates of the first and the last order), `frequency`, `recency`,
   * `age` and, where
   * orders have values, `value`: what `customer_value` takes. By name of the customer.
   */
  table: TableColumns;
  /** Orders counted. Those of a customer on one day are one purchase. */
  orders: number;
  /** Orders after the last day, which were left out. */
  later: number;
  /** Orders without customer or date, which were left out. */
  incomplete: number;
}

/** Where `customer_histories` finds what. */
export interface CustomerHistoriesOptions {
  /**
   * Column with the name of the customer. Default `customer`.
   * @default "customer"
   */
  customer?: string;
  /**
   * Column with the date of the order. Default `time`.
   * @default "time"
   */
  time?: string;
  /** Column with the value of the order. Default none. */
  value?: string | null;
  /** Last day of the records; what comes after it is left out. Default: the last date in the table. */
  end?: When | null;
  /**
   * Unit of the times. Default weeks.
   * @default "week"
   */
  unit?: HistoryUnit;
}

/**
 * A model of purchases.
 *
 * - `bg_nbd`: Beta-geometric and negative binomial.
 * - `mbg_nbd`: The same, where customers may leave right after the first purchase.
 * - `pareto_nbd`: Pareto and negative binomial.
 */
export type CustomerModel = "bg_nbd" | "mbg_nbd" | "pareto_nbd";

/** A parameter of a model. */
export interface CustomerParameter {
  /** Its name. */
  name: string;
  /** Its value; without error and interval where the likelihood is too flat for them. */
  estimate: IntervalEstimate;
}

/** The Gamma-Gamma model of values. */
export interface CustomerSpend {
  /** Its parameters: p, q, gamma. */
  parameters: CustomerParameter[];
  /** Logarithm of the likelihood. */
  log_likelihood: number;
  /** Customers with repeat purchases and a value. */
  customers: number;
  /** Mean value of a purchase over all customers, p γ ÷ (q − 1); nothing if q is not above 1. */
  mean_value?: number;
  /** Correlation of number and value of purchases, which should be near zero. */
  correlation_with_frequency?: number;
}

/** What is expected of a customer. */
export interface CustomerValue {
  /** The customer. */
  customer: string;
  /** Probability that they are still there, 0 to 1. */
  probability_alive: number;
  /** Purchases expected within the horizon. */
  expected_purchases: number;
  /** Value expected of a purchase. */
  expected_value?: number;
  /** Discounted value within the horizon. */
  lifetime_value?: number;
}

/** Where `customer_value` finds what. */
export interface CustomerValueOptions {
  /** Column with the name of the customer. Default: the number of the row. */
  customer?: string | null;
  /**
   * Column with the number of purchases after the first: whole, 0 or more. Default `frequency`.
   * @default "frequency"
   */
  frequency?: string;
  /**
   * Column with the time from the first to the last purchase, 0 for those who bought once. Default `recency`.
   * @default "recency"
   */
  recency?: string;
  /**
   * Column with the time from the first purchase to the end of the records, in the same unit. Default `age`.
   * @default "age"
   */
  age?: string;
  /** Column with the mean value of the repeat purchases, for the Gamma-Gamma model. Default none. */
  value?: string | null;
  /**
   * Model of purchases. Default BG/NBD.
   * @default "bg_nbd"
   */
  model?: CustomerModel;
  /**
   * Time ahead, in the unit of the ages, above 0 and up to 100 times the largest age. Default 52.
   * @default 52.0
   */
  horizon?: number;
  /**
   * Equal periods that the horizon is discounted by, 1 to 1,000. Default 12.
   * @default 12
   */
  periods?: number;
  /**
   * Discount of a period, 0 to 10: 0.01 is 1%. Default 0.
   * @default 0.0
   */
  discount?: number;
  /**
   * Share of a value that is profit, 0 to 1. Default 1.
   * @default 1.0
   */
  margin?: number;
  /**
   * Level of the intervals, 0.5 to 0.999. Default 0.95.
   * @default 0.95
   */
  level?: number;
}

/** A model of customers and what it expects of each. */
export interface CustomerValueReport {
  /** How much it proves. */
  evidence: Evidence;
  /** The model of purchases. */
  model: CustomerModel;
  /** Its parameters: r, alpha, a, b (BG/NBD and MBG/NBD) or r, alpha, s, beta (Pareto/NBD). */
  parameters: CustomerParameter[];
  /** Logarithm of the likelihood, without constants of the data. */
  log_likelihood: number;
  /** Purchases that a new customer is expected to make within the horizon. */
  new_customer_purchases: number;
  /** The model of values, where values are given. */
  spend?: CustomerSpend;
  /** The customers, in the order of the rows. */
  customers: CustomerValue[];
  /** Purchases expected of all of them within the horizon. */
  total_purchases: number;
  /** Discounted value of all of them within the horizon. */
  total_value?: number;
}

/** civil date, 1970-01-01 to 2100-12-31 */
export type CivilDate = string;

/** Load of one resource on one day. */
export interface DayLoad {
  /** The day, on the plan's clock. */
  date: CivilDate;
  /** Work asked of it, in seconds of work of one whole resource. */
  demand: Work;
  /** Work it can do, likewise. */
  capacity: Work;
  /**
   * Work asked above what it can do at that moment, likewise. Overload is judged moment by moment, so
   * this can be above zero on a day whose demand is below its capacity.
   */
  excess: Work;
}

/** Options of `decompose`. */
export interface DecomposeOptions {
  /**
   * Column of the values.
   * @default "value"
   */
  value?: string;
  /**
   * Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their
   * order,
   * evenly spaced.
   */
  time?: string | null;
  /** Steps of each season; empty: what the step of the dates usually has. */
  periods?: number[];
  /**
   * Whether seasons are added or multiply.
   * @default "additive"
   */
  season?: SeasonKind;
  /**
   * The season is the same in each period. Otherwise it changes as `seasonal_window` lets it.
   * @default false
   */
  periodic?: boolean;
  /**
   * Periods over which a season is smoothed, odd, 7 to 10,001. Absent: 11 for the shortest season, 4 more for
   * each
   * longer one, as R's `mstl`.
   */
  seasonal_window?: number | null;
  /**
   * Steps over which the trend is smoothed, odd, 3 to 1,000,001. Absent: the least odd number of at least
   * 1.5 × period ÷ (1 − 1.5 ÷ seasonal window).
   */
  trend_window?: number | null;
  /**
   * Outliers count less.
   * @default false
   */
  robust?: boolean;
  /**
   * How missing values are treated.
   * @default "refuse"
   */
  missing?: MissingValues;
}

/** What `decompose` finds. */
export interface DecomposeReport {
  /** Values taken apart. */
  rows: number;
  /** Missing values that were filled. */
  filled: number;
  /**
   * The times of the values, where the table has times.
   * @default []
   */
  times?: string[];
  /** Trend. */
  trend: number[];
  /** Strength of the trend: 1 − variance of the remainder ÷ variance of trend and remainder, from 0 to 1. */
  trend_strength?: number;
  /**
   * Seasons, shortest first.
   * @default []
   */
  seasons?: SeasonalPart[];
  /** What neither explains: added, or multiplied where seasons multiply. */
  remainder: number[];
  /** The values without their seasons. */
  adjusted: number[];
  /**
   * How much each value counted, where outliers count less.
   * @default []
   */
  weights?: number[];
  /** How much it proves. */
  evidence: Evidence;
}

/** A dependency: `to` waits for `from`. */
export interface Dependency {
  /** Predecessor: a task, milestone or summary. */
  from: TaskId;
  /** Successor: a task, milestone or summary. */
  to: TaskId;
  /** Which ends it joins; `FS` if absent. */
  kind?: DependencyKind;
  /** Lag, or lead when below zero. */
  lag?: Lag;
  /**
   * The most that may lie between the two ends (a maximum time lag): then `from` waits for `to`, so that it
   * comes
   * not too long before. It counts in the same time as `lag`, and both ends are tasks or milestones. Where it
   * cannot
   * be kept the schedule says so (`max-lag-missed`).
   */
  max_lag?: Lag | null;
  /** Whose working time the lags count in; if absent, as the program says. */
  lag_calendar?: LagCalendar | null;
}

/**
 * Which ends of two tasks a dependency joins.
 *
 * - `FS`: Finish to start: the successor starts when the predecessor has finished.
 * - `SS`: Start to start.
 * - `FF`: Finish to finish.
 * - `SF`: Start to finish: the successor finishes when the predecessor has started.
 */
export type DependencyKind = "FS" | "SS" | "FF" | "SF";

/** What `difference_in_differences` is told. */
export interface DidOptions {
  /**
   * Column that names the unit: market, account, agent. Default `unit`.
   * @default "unit"
   */
  unit?: string;
  /**
   * Column of the period: numbers, dates, or texts in the order of their bytes. Default `time`.
   * @default "time"
   */
  time?: string;
  /**
   * Column of the outcome; rows without it are left out. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * Column of 0 and 1: is the unit treated in this period? Default `treated`.
   * @default "treated"
   */
  treated?: string;
  /**
   * Column of clusters of units. Empty (default): each unit is its own.
   * @default ""
   */
  cluster?: string;
  /**
   * Level of tests and intervals: they hold at 1 − alpha. Default 0.05.
   * @default 0.05
   */
  alpha?: number;
  /**
   * Whether clustered errors are corrected for few clusters. Default yes.
   * @default true
   */
  small_sample?: boolean;
  /**
   * Whether Student's distribution with clusters − 1 degrees of freedom is used (default), or the normal one.
   * @default true
   */
  student?: boolean;
  /**
   * Which units a cohort is compared with where units start at different times.
   * @default "not_yet_treated"
   */
  comparison?: ComparisonUnits;
  /**
   * Reassignments of the treatment among units for the permutation test, 0 (none) to 10,000. Default 999.
   * @default 999
   */
  permutations?: number;
  /**
   * Draws of the multiplier bootstrap for simultaneous bands, 0 (none, default) to 10,000.
   * @default 0
   */
  bootstrap?: number;
  /**
   * Seed of permutations and bootstrap. Default 1.
   * @default 1
   */
  seed?: number;
}

/** What `difference_in_differences` answers. */
export interface DidReport {
  /** Units with a record. */
  units: number;
  /** Units that are treated at some time. */
  treated_units: number;
  /** Units that are never treated. */
  never_treated_units: number;
  /** Periods. */
  periods: number;
  /** Rows used. */
  rows: number;
  /** Rows left out because the outcome is missing. */
  left_out: number;
  /** First treated periods, in order. */
  cohorts: string[];
  /**
   * The effect to report: of the two-way regression where all treated units start together, else the mean
   * over cohorts and periods.
   */
  effect: IntervalEstimate;
  /** Its p-value. */
  p_value?: number;
  /** Groups and times, where all treated units start together and others never do. */
  two_by_two?: TwoByTwo;
  /** Regression with effects of units and periods, errors clustered. */
  two_way: RegressionTerm;
  /** The same with classic errors, for comparison. */
  two_way_classic: RegressionTerm;
  /** Effects by time since the start, where all treated units start together. */
  event_study?: EventStudy;
  /** Effects by cohort and period. */
  staggered?: StaggeredEffects;
  /** What the two-way regression compares, where units start at different times. */
  decomposition?: BaconDecomposition;
  /** An effect pretended in the middle of the periods before the start: it should be none. */
  placebo?: RegressionTerm;
  /**
   * Share of reassignments of the treatment among the units with an effect at least this large: the p-value
   * to
   * believe with few treated units.
   */
  permutation_p_value?: number;
  /** How much this proves. */
  evidence: Evidence;
}

/** number and unit: s, m, h, d, w, mo; e before the unit for elapsed time */
export type Duration = string;

/** The time within which the share `p` of the items ends (Kaplan–Meier); absent while too many are open. */
export interface DurationSummaryQuantile {
  kind: "quantile";
  /** The share: above 0, below 1; 0.5 for the median. */
  p: number;
}

/** The share of items that ends within a limit (Kaplan–Meier). */
export interface DurationSummaryShareWithin {
  kind: "share_within";
  /** The limit, in the unit of the indicator: 0 or more. */
  limit: number;
}

/**
 * The mean time, times above the limit counted as the limit (area under the Kaplan–Meier curve); absent where
 * the
 * curve is not known up to the limit.
 */
export interface DurationSummaryRestrictedMean {
  kind: "restricted_mean";
  /** The limit, in the unit of the indicator: above 0. */
  limit: number;
}

/** What is said of times that may be open. */
export type DurationSummary =
  | DurationSummaryQuantile
  | DurationSummaryShareWithin
  | DurationSummaryRestrictedMean;

/** Where the work stands in time. All times are in periods. */
export interface EarnedSchedule {
  /** Periods passed (AT). */
  actual_time: number;
  /** Periods after which everything was to be done (PD). */
  planned_duration: number;
  /** When the plan was to have earned what is earned now (ES). */
  earned_schedule: number;
  /** ES − AT: negative when late. */
  sv_t: number;
  /** ES ÷ AT; absent at the very beginning. */
  spi_t?: number;
  /** Duration if it goes on as so far: PD ÷ SPI(t); absent while nothing is earned. */
  ieac_t?: number;
  /** Duration if the rest goes as planned: AT + PD − ES. */
  ieac_t_at_plan: number;
  /**
   * How fast the rest must go to end on time: (PD − ES) ÷ (PD − AT); negative when the time is over,
   * absent at the planned end itself.
   */
  tspi?: number;
}

/** What `earned_schedule` asks. */
export interface EarnedScheduleRequest {
  /**
   * Planned value in total at the end of each period, from the first; the last is the budget at
   * completion.
   */
  planned: Money[];
  /** Earned value now. */
  earned: Money;
  /** Periods passed until now. */
  actual_time: number;
}

/** The figures of earned value management, under their usual abbreviations. */
export interface EarnedValue {
  /** Budget at completion. */
  bac: Money;
  /** Planned value: budget of the work planned to be done by now. */
  pv: Money;
  /** Earned value: budget of the work done by now. */
  ev: Money;
  /** Actual cost. */
  ac: Money;
  /** Schedule variance EV − PV: negative when behind. */
  sv: Money;
  /** Cost variance EV − AC: negative when over budget. */
  cv: Money;
  /** Schedule performance index EV ÷ PV; absent while nothing is planned. */
  spi?: number;
  /** Cost performance index EV ÷ AC; absent while nothing is spent. */
  cpi?: number;
  /** Critical ratio CPI × SPI. */
  critical_ratio?: number;
  /** SV ÷ PV. */
  sv_share?: number;
  /** CV ÷ EV. */
  cv_share?: number;
  /** Share of the budget earned, EV ÷ BAC. */
  complete_share?: number;
  /** Share of the budget spent, AC ÷ BAC. */
  spent_share?: number;
  /** Estimate at completion by the method asked for: AC + ETC. */
  eac?: Money;
  /** Estimate to complete by the method asked for. */
  etc?: Money;
  /** Variance at completion BAC − EAC: negative when it will cost more. */
  vac?: Money;
  /**
   * How cheaply the rest must go to stay in the budget: (BAC − EV) ÷ (BAC − AC); negative when the
   * budget is spent before the work is done, absent when it is spent to the last hundredth.
   */
  tcpi_bac?: number;
  /**
   * How cheaply the rest must go to meet the forecast: (BAC − EV) ÷ (EAC − AC), the EAC unrounded;
   * absent when nothing remains.
   */
  tcpi_eac?: number;
  /** The estimate at completion by every method. */
  forecasts: Forecasts;
}

/** A piece of work with a budget: a task, a work package, a contract. */
export interface EarnedValueItem {
  /** Its id. */
  item: string;
  /** Its budget in the baseline: never the present estimate, which would hide every overrun. */
  budget: Money;
  /** Share of the work planned to be done by now, 0 to 1. */
  planned: number;
  /** Share of the work done by now, 0 to 1. */
  earned: number;
  /** What the work done has cost. */
  actual_cost: Money;
  /** A fresh estimate of what the rest will cost, where somebody made one. */
  estimate_to_complete?: Money | null;
}

/** Earned value of one item. */
export interface EarnedValueLine {
  /** The item. */
  item: string;
  /**
   * Its figures from its own budget, progress and cost. Its `eac` does not add up to the total's
   * where the method divides by an index, because the items' indices differ.
   */
  value: EarnedValue;
  /**
   * Its part of the total EAC: its actual cost and its part of the total ETC, shared out by the work
   * that remains (bottom-up: its own estimate). Parts add up to the total to the hundredth. Absent
   * where the total has no EAC.
   */
  forecast?: Money;
}

/** Earned value by item and in total. */
export interface EarnedValueReport {
  /** The forecast used for `eac`, `etc`, `vac` and `tcpi_eac`. */
  method: ForecastMethod;
  /** All items together. */
  total: EarnedValue;
  /** The items, by id. */
  items: EarnedValueLine[];
  /**
   * What a reader should know.
   * @default []
   */
  cautions?: Issue[];
}

/** An interval whose ends may be open. */
export interface EffectInterval {
  /** Lower end; absent: without end. */
  low?: number;
  /** Upper end; absent: without end. */
  high?: number;
}

/** The belief about an effect after the data. */
export interface EffectPosterior {
  /** Posterior mean of the effect. */
  mean: number;
  /** Posterior standard deviation. */
  standard_deviation: number;
  /** Credible interval with 1 − alpha. */
  interval: EffectInterval;
  /** Probability that the treatment is better. */
  chance_to_win: number;
  /** What one loses on average by staying with the control. */
  loss_of_control: number;
  /** What one loses on average by taking the treatment. */
  loss_of_treatment: number;
}

/** A belief about the effect before the data: normal, with a mean and a standard deviation. */
export interface EffectPrior {
  /**
   * Whether it is about the relative lift (default) or the difference.
   * @default true
   */
  relative?: boolean;
  /**
   * Its mean. Default 0.
   * @default 0.0
   */
  mean?: number;
  /** Its standard deviation, above 0. Absent: flat, the data alone speak. */
  standard_deviation?: number | null;
}

/** Time on the wall, in seconds. */
export type Elapsed = number;

/** A three-point estimate of a task's duration. */
export interface Estimate {
  /** If all goes well. */
  optimistic: Duration;
  /** Most likely. */
  likely: Duration;
  /** If much goes wrong. */
  pessimistic: Duration;
}

/**
 * Where the smoothing parameters of exponential smoothing may lie.
 *
 * - `both`: Both of the others.
 * - `usual`: Weights of averages: 0 < β < α < 1, 0 < γ < 1 − α.
 * - `admissible`: Wherever the distant past is forgotten.
 */
export type EtsBounds = "both" | "usual" | "admissible";

/**
 * Kind of error of an exponential smoothing model.
 *
 * - `additive`: Errors are added: their size does not depend on the level.
 * - `multiplicative`: Errors are shares of the forecast.
 */
export type EtsError = "additive" | "multiplicative";

/** Parameters of exponential smoothing: estimated in a report, held in options. */
export interface EtsParameters {
  /** α: how far the level follows an error, 0 to 2. */
  alpha?: number | null;
  /** β: how far the trend follows an error (αβ* in other notations), 0 to 4. */
  beta?: number | null;
  /** γ: how far the season follows an error, 0 to 2. */
  gamma?: number | null;
  /** φ: what is left of the trend after a step, above 0 to 1. */
  phi?: number | null;
  /** Level before the first value. Held only with the trend and season that the form has. */
  level?: number | null;
  /** Trend before the first value: a change, or a factor where growth multiplies. */
  trend?: number | null;
  /** Season of the first value and those after it, one period. */
  season?: number[];
}

/**
 * Kind of season of an exponential smoothing model.
 *
 * - `none`: No season.
 * - `additive`: Seasons are added to the level.
 * - `multiplicative`: Seasons are shares of the level.
 */
export type EtsSeason = "none" | "additive" | "multiplicative";

/**
 * Kind of trend of an exponential smoothing model.
 *
 * - `none`: No trend.
 * - `additive`: A straight line.
 * - `additive_damped`: A line that flattens.
 * - `multiplicative`: Growth by a rate.
 * - `multiplicative_damped`: Growth by a rate that fades.
 */
export type EtsTrend = "none" | "additive" | "additive_damped" | "multiplicative" | "multiplicative_damped";

/** The effect at one time since the start. */
export interface EventEffect {
  /** Periods since the start: 0 is the first treated period, −2 the second before it. */
  event_time: number;
  /** The effect. */
  effect: RegressionTerm;
}

/** Effects by time since the start, one regression with a term for each. */
export interface EventStudy {
  /** The effects in order of time; the period before the start is the base and left out. */
  effects: EventEffect[];
  /** F statistic of "no effect in any period before the start"; absent with fewer than two periods before. */
  pre_trend_statistic?: number;
  /** Its p-value: a small one speaks against parallel trends. */
  pre_trend_p_value?: number;
}

/** What the reader of a result should know before believing it. */
export interface Evidence {
  /** How strong the evidence is. */
  grade: EvidenceGrade;
  /**
   * What must hold for the result to mean what it says, and data alone cannot show.
   * @default []
   */
  assumptions?: Assumption[];
  /**
   * What was checked.
   * @default []
   */
  checks?: EvidenceCheck[];
  /**
   * What speaks against believing it as it stands.
   * @default []
   */
  cautions?: Issue[];
}

/** Something that was checked about the data or the model. */
export interface EvidenceCheck {
  /** Stable code in words. */
  code: string;
  /** Whether what the message says is so, which speaks for the result. */
  passed: boolean;
  /** The number that was looked at, where there is one. */
  value?: number;
  /** One sentence for a person: what should be so, whether it is or not. */
  message: string;
}

/**
 * How strong the evidence of a result is, weakest first.
 *
 * - `association`: Two things go together; why is open.
 * - `attribution`: Credit shared out among touches by a rule; nothing is compared with its absence.
 * - `quasi_experiment`: Compared with what would have been without it, as a model or a comparison group says.
 * - `experiment`: Compared with what happened without it, by lot.
 */
export type EvidenceGrade = "association" | "attribution" | "quasi_experiment" | "experiment";

/** Units of one arm. */
export interface ExperimentArm {
  /** Name of the arm. */
  variant: string;
  /** Its units. */
  units: number;
  /** Units that the planned shares let expect. */
  expected_units: number;
}

/** One metric of one arm against the control. */
export interface ExperimentComparison {
  /** Name of the metric. */
  metric: string;
  /** The arm. */
  variant: string;
  /** Units of the control with this metric. */
  units_control: number;
  /** Units of the arm with this metric. */
  units_treatment: number;
  /** Units of both left out because a value is missing. */
  left_out: number;
  /** The metric of the control. */
  control: number;
  /** The metric of the arm. */
  treatment: number;
  /** Difference and lift as they stand. */
  effect: MeanEffect;
  /** Difference and lift with the covariate taken out; the verdict follows it. */
  cuped?: CupedEffect;
  /** Every test and interval of the shares, for proportions. */
  proportions?: ProportionReport;
  /** Mann and Whitney's test of ranks, for means. */
  rank_test?: RankTest;
  /**
   * The p-value that is judged: always-valid if asked for, else of the pooled z test (proportions) or
   * Welch's.
   */
  p_value: number;
  /** The same adjusted for the number of comparisons. */
  adjusted_p_value: number;
  /** What the adjusted p-value shows. */
  verdict: ExperimentVerdict;
  /** What to do next. */
  advice: StoppingAdvice;
}

/** One metric of an experiment. */
export interface ExperimentMetric {
  /** Its name in the report. */
  name: string;
  /** Column of outcomes. */
  outcome: string;
  /**
   * What kind of number it is. Default a mean.
   * @default "mean"
   */
  kind?: ExperimentMetricKind;
  /** Column of denominators, for ratios. */
  denominator?: string;
  /** Column measured before the experiment, for means: CUPED. */
  covariate?: string;
  /**
   * Whether less is better. Default no.
   * @default false
   */
  lower_is_better?: boolean;
}

/**
 * What kind of number a metric is.
 *
 * - `mean`: The mean of a number of each unit, with CUPED if there is a covariate.
 * - `proportion`: The share of units with the outcome: a column of 0 and 1.
 * - `ratio`: Σ outcome ÷ Σ denominator, by the delta method over units.
 */
export type ExperimentMetricKind = "mean" | "proportion" | "ratio";

/** What `plan_experiment` answers. */
export interface ExperimentPlan {
  /** Difference to be seen: given, or the smallest that is. */
  effect: number;
  /** The same ÷ baseline; absent where the baseline is 0. */
  relative_effect?: number;
  /** Units of the control before rounding up. */
  exact_units: number;
  /** Units of the control. */
  units_control: number;
  /** Units of the treatment. */
  units_treatment: number;
  /** Units of both arms. */
  units_total: number;
  /** Power: given, or found. */
  power: number;
  /** Rate of false alarms of one comparison, after sharing alpha. */
  alpha_per_comparison: number;
  /** Rate of false alarms that the test really has at the baseline, with the exact method. */
  exact_alpha?: number;
  /** Days until the units have come, rounded up; plan whole weeks. */
  days?: number;
}

/** What the analysis of an experiment answers. */
export interface ExperimentReport {
  /** The arms in the order of their names. */
  arms: ExperimentArm[];
  /** χ² of the split of the units against the planned shares. */
  mismatch_chi_squared: number;
  /** Its p-value. */
  mismatch_p_value: number;
  /** Whether the split is wrong: then nothing below is to be believed. */
  sample_ratio_mismatch: boolean;
  /**
   * Every metric of every arm against the control: in the order of the metrics, then of the names of the
   * arms.
   */
  comparisons: ExperimentComparison[];
  /** How much this proves. */
  evidence: Evidence;
}

/** How results are judged: the same for every comparison. */
export interface ExperimentSettings {
  /**
   * Accepted rate of false alarms, above 0 and at most 0.5; intervals hold at 1 − alpha. Default 0.05.
   * @default 0.05
   */
  alpha?: number;
  /**
   * Whether units came to their variants by lot. Only then is the result an experiment; default no.
   * @default false
   */
  randomized?: boolean;
  /**
   * How many times the results have been looked at so far, this look included (1 to 100). Default 1.
   * @default 1
   */
  looks?: number;
  /** Units that were planned over all arms, if there was a plan. */
  planned_units?: number | null;
  /** Ask for intervals that stay valid however often one looks. */
  always_valid?: AlwaysValid | null;
  /**
   * Whether less is better, as for costs or waiting times. Default no.
   * @default false
   */
  lower_is_better?: boolean;
}

/**
 * What a comparison shows at the level asked for.
 *
 * - `better`: The treatment does better than the control.
 * - `worse`: The treatment does worse than the control.
 * - `not_shown`: No difference is shown; it is not shown that there is none.
 */
export type ExperimentVerdict = "better" | "worse" | "not_shown";

/**
 * A value to compare with: a number, a text (a date in a column of times), or a truth value (1 or 0 in a
 * column).
 */
export type FilterValue = boolean | number | string;

/** How `fit_response` reads a table and fits it. */
export interface FitResponseOptions {
  /**
   * Column of the outcome of each period; `outcome` unless said.
   * @default "outcome"
   */
  outcome?: string;
  /** Column of dates that orders the rows; rows are in the order of time if left out. */
  time?: string | null;
  /**
   * Channels, from 1 to 50.
   * @default []
   */
  channels?: ResponseChannel[];
  /** Columns of what else moves the outcome (prices, holidays, rivals), at most 50. */
  controls?: string[];
  /**
   * Whether there is a linear trend (row from 0, divided by the season's period); yes unless said.
   * @default true
   */
  trend?: boolean;
  /**
   * Rows of one season, from 2 to 10,000; 52 (weeks of a year) unless said.
   * @default 52.0
   */
  season_period?: number;
  /**
   * Pairs of sine and cosine of the season, from 0 (no season) to 25; 1 unless said.
   * @default 1
   */
  season_terms?: number;
  /**
   * Penalty λ on the squares of the coefficients of standardised columns, from 0 to 10¹²; chosen by
   * prediction if left
   * out.
   */
  penalty?: number | null;
  /**
   * Whether more spend cannot harm: coefficients of channels are not below 0; yes unless said.
   * @default true
   */
  non_negative?: boolean;
  /**
   * Blocks of the last third of the rows, each predicted from the rows before it, from 1 to 20; 4 unless
   * said.
   * @default 4
   */
  folds?: number;
  /**
   * Share of the intervals, from 0.5 to 0.999; 0.95 unless said.
   * @default 0.95
   */
  level?: number;
  /**
   * Draws of the bootstrap, from 100 to 10,000; 1000 unless said.
   * @default 1000
   */
  draws?: number;
  /**
   * Rows of a block of residuals, from 1 to a third of the rows; the cube root of the rows, taken up, and at
   * least 4
   * where the rows allow it, if left out.
   */
  block?: number | null;
  /**
   * Seed of the draws; 1 unless said.
   * @default 1
   */
  seed?: number;
}

/** An outcome explained by spend, season, trend and controls. */
export interface FitResponseReport {
  /** Periods. */
  rows: number;
  /** Coefficients, the constant among them. */
  parameters: number;
  /** Effective number of parameters: less than their number by what the penalty and the bounds take away. */
  effective_parameters: number;
  /** The penalty λ. */
  penalty: number;
  /** Whether the penalty was chosen by prediction. */
  penalty_chosen: boolean;
  /** Shapes of channels that were compared; 0 if all were given. */
  shapes_compared: number;
  /** Rows of a block of the bootstrap. */
  block: number;
  /** How well it fits. */
  quality: ResponseFitQuality;
  /**
   * Coefficients in the units of the columns, the constant first; channels are those of
   * `saturation(adstock(spend))`.
   */
  terms: ResponseTerm[];
  /** Channels in the order of the options. */
  channels: ResponseChannelFit[];
  /** What all channels together brought. */
  media: IntervalEstimate;
  /** What the model says would have come without any spend. */
  baseline: number;
  /** Periods in the order of time. */
  points: ResponseFitPoint[];
  /**
   * What `allocate_budget` takes: the channels with an effect, their mean spend today
   * and its total; left out where no channel has an effect above 0.
   */
  budget?: AllocateBudgetRequest;
  /** What to know before believing it. */
  evidence: Evidence;
}

/** A chain of tasks, each of which drives the next. */
export interface FloatPath {
  /** Its rank; 1 is nearest to driving the end. */
  number: number;
  /** The tasks, first task first. */
  tasks: TaskId[];
  /** The task of an earlier path that it leads to; absent of a path that leads to none. */
  joins?: TaskId;
  /**
   * How far its last task can slip without moving the task that it joins, in seconds of its own working time;
   * 0
   * where it joins none.
   */
  relationship_float: Work;
  /** Least total float of its tasks, in seconds. */
  total_float: Work;
}

/** Options of `float_paths`. */
export interface FloatPathOptions {
  /**
   * The task that all paths lead to. If absent, the task that finishes last; when nothing is left that leads
   * to it,
   * the paths of what is left follow, by total float.
   */
  to?: TaskId | null;
  /**
   * Which path is next.
   * @default "free_float"
   */
  order?: FloatPathOrder;
  /**
   * Paths, 1 to 1,000; 10 by default, as in P6.
   * @default 10
   */
  paths?: number;
  /**
   * A task that is not critical is near critical with at most this much total float; if absent, no task is.
   */
  near_critical?: Duration | null;
}

/**
 * Which predecessor the next float path ends with.
 *
 * - `free_float`: The one whose link to an earlier path leaves the least float, then the one with the least
 *   total float (P6: *free float*).
 * - `total_float`: The one with the least total float, then the one whose link leaves the least (P6: *total
 *   float*).
 */
export type FloatPathOrder = "free_float" | "total_float";

/** Float paths of a plan. */
export interface FloatPaths {
  /** The task that the first path ends with; absent if the plan has no tasks. */
  to?: TaskId;
  /** The paths, by rank. No task lies on two. */
  paths: FloatPath[];
  /** Every task but summaries, by id. */
  tasks: TaskFloat[];
}

/**
 * How late dates and float are told.
 *
 * - `work`: Float is working time of whoever does the task; what has no float has equal early and late dates;
 *   free float looks through the links of a task's summaries, too.
 * - `microsoft_project`: As Microsoft Project tells them. Float is working time of the task's own calendar,
 *   else the program's, whoever does it. The late date of a moment is when what follows must start, although
 *   that is behind a break. Free float looks at a task's own links only, is its total float where it has
 *   none, and never more than that. A task that a date holds before its predecessors has negative float by
 *   the difference.
 */
export type FloatRule = "work" | "microsoft_project";

/** Errors of forecasts, in the unit of the series unless said otherwise. */
export interface ForecastAccuracy {
  /** Forecasts compared. */
  forecasts: number;
  /** Mean error, actual − forecast: positive where forecasts were too low. */
  bias: number;
  /** Mean absolute error. */
  mae: number;
  /** Square root of the mean squared error. */
  rmse: number;
  /** Mean absolute error ÷ mean change from season to season before the origin (Hyndman and Koehler 2006). */
  mase?: number;
  /** Mean of 200 × |error| ÷ (|actual| + |forecast|), in percent. */
  smape?: number;
  /** Mean of 100 × |error| ÷ |actual|, in percent; absent where an actual value is 0. */
  mape?: number;
}

/** A form of exponential smoothing that was tried. */
export interface ForecastCandidate {
  /** Its name, like `ETS(M,Ad,M)`. */
  name: string;
  /** Log-likelihood without constants, on the scale of R's forecast. */
  log_likelihood: number;
  /** Akaike's criterion, corrected for small samples: less is better. */
  aicc?: number;
}

/** How the chosen model fits the past. */
export interface ForecastFit {
  /** Name of the model, like `ETS(M,Ad,M)`. */
  name: string;
  /** Kind of error, for exponential smoothing. */
  error?: EtsError;
  /** Kind of trend, likewise. */
  trend?: EtsTrend;
  /** Kind of season, likewise. */
  season?: EtsSeason;
  /** Its parameters. */
  parameters?: EtsParameters;
  /** States after the last value: level, trend and the seasons to come. */
  states?: EtsParameters;
  /** Log-likelihood without constants, on the scale of R's forecast. */
  log_likelihood?: number;
  /** Akaike's criterion. */
  aic?: number;
  /** Akaike's criterion, corrected for small samples. */
  aicc?: number;
  /** Schwarz's criterion. */
  bic?: number;
  /** Variance of the errors: of shares where errors are shares. */
  variance?: number;
  /** Mean squared error of one step, in the past. */
  mse: number;
  /** Mean absolute error of one step, in the past. */
  mae: number;
  /**
   * That as a multiple of the mean change from season to season (MASE); below 1: better than the last season
   * again.
   */
  mase?: number;
}

/**
 * How the rest is assumed to go.
 *
 * - `cpi`: As dear as so far: ETC = (BAC − EV) ÷ CPI, so EAC = BAC ÷ CPI.
 * - `budget`: As budgeted, the past being an accident: ETC = BAC − EV.
 * - `cpi_spi`: As dear and as late as so far: ETC = (BAC − EV) ÷ (CPI × SPI).
 * - `bottom_up`: As estimated anew: ETC = Σ of the items' estimates to complete.
 */
export type ForecastMethod = "cpi" | "budget" | "cpi_spi" | "bottom_up";

/**
 * How a forecast is made.
 *
 * - `auto`: Exponential smoothing with one season of up to 24 steps; `stl_ets` with longer or several
 *   seasons.
 * - `ets`: Exponential smoothing in state space form; `model` says which forms are tried.
 * - `stl_ets`: Seasons taken off by STL, exponential smoothing of the rest, seasons put on again.
 * - `theta`: The theta method: simple smoothing with half the slope of a straight line.
 * - `holt_winters`: The classical recursion of Holt and Winters with least squares, as R's `HoltWinters`.
 * - `seasonal_naive`: The last season again.
 * - `naive`: The last value again.
 * - `drift`: The last value, and the mean change from step to step.
 * - `mean`: The mean of all values.
 */
export type ForecastModel =
  | "auto"
  | "ets"
  | "stl_ets"
  | "theta"
  | "holt_winters"
  | "seasonal_naive"
  | "naive"
  | "drift"
  | "mean";

/** Options of `forecast`). */
export interface ForecastOptions {
  /**
   * Column of the values.
   * @default "value"
   */
  value?: string;
  /**
   * Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their
   * order,
   * evenly spaced.
   */
  time?: string | null;
  /**
   * Steps to forecast, 1 to 10,000.
   * @default 12
   */
  horizon?: number;
  /**
   * Steps of each season, for example 12 for months of a year. Empty: what the step of the dates usually has
   * (7
   * for days, 24 and 168 for hours, 52 for weeks, 12 for months, 4 for quarters), none without dates. `[1]`:
   * none.
   */
  periods?: number[];
  /**
   * How the forecast is made.
   * @default "auto"
   */
  method?: ForecastModel;
  /**
   * Forms of exponential smoothing that are tried, by error, trend and season: `A` added, `M` multiplied, `N`
   * none,
   * `Z` any, a `d` after the trend where it is damped: `ZZZ`, `MAM`, `AAdN`.
   * @default "ZZZ"
   */
  model?: string;
  /**
   * Whether the automatic choice may grow by a rate; R's default is not to, because such forecasts run away.
   * @default false
   */
  multiplicative_trend?: boolean;
  /**
   * Where the smoothing parameters may lie.
   * @default "both"
   */
  bounds?: EtsBounds;
  /** Parameters held instead of estimated, for `ets` (all states or none) and `holt_winters` (α, β, γ). */
  parameters?: EtsParameters | null;
  /**
   * Kind of season of `holt_winters`.
   * @default "additive"
   */
  season?: SeasonKind;
  /**
   * Levels of the intervals, each above 0 and below 1, at most 10.
   * @default [0.8,0.95]
   */
  levels?: number[];
  /**
   * Cuts forecasts, intervals and paths at 0, for what cannot be negative.
   * @default false
   */
  non_negative?: boolean;
  /**
   * How missing values are treated.
   * @default "refuse"
   */
  missing?: MissingValues;
  /** Total to reach over the horizon, together with `so_far`. */
  target?: number | null;
  /**
   * What has been reached of the total before the first step of the forecast.
   * @default 0.0
   */
  so_far?: number;
  /**
   * The total is to stay below the target instead of reaching it.
   * @default false
   */
  at_most?: boolean;
  /**
   * Simulated paths, 100 to 100,000: for the total, and for intervals without a formula.
   * @default 2000
   */
  paths?: number;
  /**
   * Intervals by simulation even where there is a formula.
   * @default false
   */
  simulate?: boolean;
  /**
   * Seed of the simulation.
   * @default 1
   */
  seed?: number;
  /**
   * Whether the report lists what the model says of each past value.
   * @default false
   */
  fitted?: boolean;
  /**
   * Past values that the report repeats, the last ones, for pictures: 0 to 10,000.
   * @default 120
   */
  history?: number;
}

/** A past value that the forecast rests on. */
export interface ForecastPast {
  /** Its time, where the table has times. */
  time?: string;
  /** The value, filled where it was missing. */
  value: number;
}

/** Forecast of one step. */
export interface ForecastPoint {
  /** Steps after the last value, from 1. */
  step: number;
  /** Its time, where the table has times. */
  time?: string;
  /** The forecast. */
  value: number;
  /**
   * Its intervals, in the order of the levels asked for.
   * @default []
   */
  intervals?: PredictionInterval[];
}

/** What `forecast`) finds. */
export interface ForecastReport {
  /** Method used. */
  method: ForecastModel;
  /** Values used. */
  rows: number;
  /** Missing values that were filled. */
  filled: number;
  /**
   * Seasons used.
   * @default []
   */
  periods?: number[];
  /**
   * The last of the past values, in the order of time.
   * @default []
   */
  history?: ForecastPast[];
  /** The forecasts, step by step. */
  points: ForecastPoint[];
  /** The total over the horizon. */
  total: ForecastTotal;
  /** The model. */
  fit: ForecastFit;
  /**
   * The forms tried, best first, where there was a choice.
   * @default []
   */
  candidates?: ForecastCandidate[];
  /**
   * What the model says of each past value; `null` for the values that it starts from.
   * @default []
   */
  fitted?: (number | null)[];
  /** How much it proves. */
  evidence: Evidence;
}

/** Total over the horizon, with what was reached before. */
export interface ForecastTotal {
  /** What was reached before + the sum of the forecasts. */
  value: number;
  /**
   * Its intervals, from simulated paths: errors of neighbouring steps go together, so these are not the sums
   * of the
   * intervals of the steps.
   * @default []
   */
  intervals?: PredictionInterval[];
  /** What was reached before the first step. */
  so_far: number;
  /**
   * The way to the total: at every step, of more than 60 steps at 60 of them, the last among them. Only where
   * a
   * target was given.
   * @default []
   */
  path?: RunningTotal[];
  /** The target. */
  target?: number;
  /** Share of simulated paths whose total keeps the target. */
  probability?: number;
  /** Target − total: what is missing at the end if it goes on like this, negative if more than enough. */
  gap?: number;
}

/** The estimate at completion by every method of `ForecastMethod`; absent above 9 × 10¹³ units. */
export interface Forecasts {
  /** AC + (BAC − EV) ÷ CPI; absent while nothing is earned or spent, unless nothing remains. */
  cpi?: Money;
  /** AC + BAC − EV. */
  budget: Money;
  /**
   * AC + (BAC − EV) ÷ (CPI × SPI); absent while nothing is earned, spent or planned, unless nothing
   * remains.
   */
  cpi_spi?: Money;
  /** AC + the estimates to complete; absent unless every unfinished item has one. */
  bottom_up?: Money;
}

/**
 * How often a KPI is measured.
 *
 * - `daily`: Every day.
 * - `weekly`: Every 7 days.
 * - `monthly`: Every month.
 * - `quarterly`: Every 3 months.
 * - `yearly`: Every 12 months.
 */
export type Frequency = "daily" | "weekly" | "monthly" | "quarterly" | "yearly";

/**
 * What leveling can make small.
 *
 * - `tardiness`: Sum over tasks with a deadline of weight times days late (each started day of 24 hours
 *   counts).
 * - `finish`: Finish of the program, in days from its start.
 * - `cost`: Labor of the leveled plan, in the plan's currency: the work of people, departments and vendors at
 *   the rates of the days it lies on, and the cost of each use. Each assignment is rounded once; otherwise as
 *   `cost` counts it. Overtime is not told apart.
 * - `change`: Change against the `reference`: 1 for each task that does not start where it did, and a
 *   thousandth for each working day (of the program's calendar) between the two starts. So fewer moved tasks
 *   come first as long as all moves together are below a thousand days. Tasks that have started, but for a
 *   rest that may be delayed, and tasks that the reference does not have, do not count; of a rest it is when
 *   it goes on, which a baseline does not have.
 * - `even_load`: Even load (resource leveling in the narrow sense): sum over resources of the square of what
 *   is in use, over time, in days of a whole resource (Burgess and Killebrew 1962; *classical resource
 *   leveling* in Rieck, Zimmermann and Gather 2012). A resource that is never asked for more than one task at
 *   a time counts the same wherever its work lies.
 */
export type Goal = "tardiness" | "finish" | "cost" | "change" | "even_load";

/** The lower bound of one goal of a weighted sum. */
export interface GoalBound {
  /** The goal. */
  goal: Goal;
  /** No leveled plan is below this, in the unit of the goal. */
  bound: number;
}

/**
 * Business goals with KPIs that speak for them.
 *
 * - `sales_efficiency`: Winning more of what is tried, sooner and cheaper.
 * - `innovation`: From ideas to trials.
 * - `responsiveness`: Answering soon.
 * - `brand_health`: Being known and liked.
 * - `marketing_optimization`: More for the same media money.
 * - `revenue`: Money that comes in.
 * - `operational_efficiency`: Doing the work with less.
 * - `customer_experience`: Customers who are helped and stay.
 */
export type GoalPack =
  | "sales_efficiency"
  | "innovation"
  | "responsiveness"
  | "brand_health"
  | "marketing_optimization"
  | "revenue"
  | "operational_efficiency"
  | "customer_experience";

/** The KPIs of a goal pack. */
export interface GoalPackKpis {
  /** The pack. */
  pack: GoalPack;
  /** Its name. */
  name: string;
  /** The goal in a sentence. */
  goal: string;
  /** Ids of its KPIs, the most telling first. */
  kpis: string[];
}

/**
 * What one unit of each goal weighs in a sum; goals that are left out do not count.
 *
 * The units are those of the goals' values: a weighted day late, a day of the program, a unit of the
 * currency, a
 * moved task, a squared day of load.
 */
export interface GoalWeights {
  /** Weight of a weighted day late. */
  tardiness?: number;
  /** Weight of a day until the finish of the program. */
  finish?: number;
  /** Weight of a unit of the plan's currency. */
  cost?: number;
  /** Weight of a moved task. */
  change?: number;
  /** Weight of a squared day of load. */
  even_load?: number;
}

/** Two values of an indicator between which its score grows. */
export interface Goalposts {
  /** The smaller value. */
  low: number;
  /** The larger value. */
  high: number;
}

/** The rate of a group. */
export interface GroupRate {
  /** Its name. */
  group: string;
  /** Opportunities won or lost. */
  closed: number;
  /** Opportunities won. */
  won: number;
  /** Opportunities still open. */
  open: number;
  /** Won ÷ closed, with Wilson's interval. */
  rate: IntervalEstimate;
  /** Units, where there are units. */
  units?: number;
  /** Value of what was won. */
  value_won?: number;
}

/** The effect on one cohort in one period. */
export interface GroupTimeEffect {
  /** First treated period of the cohort. */
  cohort: string;
  /** The period. */
  period: string;
  /** Periods since the start. */
  event_time: number;
  /** Units of the cohort. */
  treated_units: number;
  /** Units it is compared with. */
  control_units: number;
  /** The effect. */
  effect: IntervalEstimate;
}

/**
 * Unit of the times of a history.
 *
 * - `day`: Days.
 * - `week`: Weeks: days ÷ 7, not rounded.
 */
export type HistoryUnit = "day" | "week";

/**
 * What a calendar file says about when nobody works.
 *
 * Take `exceptions` for a calendar or `absences` for a resource, not both: whole days stand in each.
 */
export interface IcalBusy {
  /** What the calendar is called. */
  name?: string;
  /**
   * Whole days, as exceptions of a calendar: holidays. Those that calendars show as free are among them,
   * since
   * calendars of holidays show all their days so.
   * @default []
   */
  exceptions?: CalendarException[];
  /**
   * Every time that is shown as busy, as absences of a resource: leave, meetings.
   * @default []
   */
  absences?: Absence[];
  /**
   * What was not understood or left out, sorted.
   * @default []
   */
  issues?: Issue[];
}

/**
 * What feeds there are.
 *
 * - `program`: One feed with every task.
 * - `resource`: One for each person, department and vendor that has work: when it works on what.
 * - `campaign`: One for each campaign.
 * - `channel`: One for each channel: the tasks of the campaigns that use it.
 * - `market`: One for each market: its tasks, and those of campaigns that run in it and name no other market.
 */
export type IcalBy = "program" | "resource" | "campaign" | "channel" | "market";

/**
 * How a task is shown.
 *
 * - `spans`: One event from its start to its finish; one for each part if its work pauses. Shown as free:
 *   nobody works through the night.
 * - `days`: The same in whole days.
 * - `shifts`: One event for each stretch of work, shown as busy.
 */
export type IcalDetail = "spans" | "days" | "shifts";

/** One feed. */
export interface IcalFeed {
  /** What it is of: `program`, `resource/ana`, `campaign/spring`, `channel/instagram`, `market/US`. */
  feed: string;
  /** Its name for people. */
  name: string;
  /** The text of the file (`text/calendar`, UTF-8). */
  text: string;
  /** How many events it holds, those cancelled not counted. */
  events: number;
  /** How many of them are new or differ from the feed before. */
  changed: number;
  /** How many events are cancelled. */
  cancelled: number;
}

/** The feeds of a plan. */
export interface IcalFeeds {
  /** The feeds, in the order of what they are of. */
  feeds: IcalFeed[];
  /**
   * What a person should know about them.
   * @default []
   */
  issues?: Issue[];
}

/** What feeds are written, and how. */
export interface IcalOptions {
  /** The moment of the export in UTC, which the library cannot know: `2026-03-02T09:30`. Always needed. */
  stamp?: When | null;
  /** What feeds there are. */
  by?: IcalBy;
  /** Only the feeds of these ids (or names of channels or markets); all if empty. */
  only?: string[];
  /** How a task is shown. */
  detail?: IcalDetail;
  /**
   * The zone that times are shown in (an IANA name, `UTC` or an offset). If absent, a plan on one wall clock
   * has
   * floating times, which every calendar shows in its own zone, and a zoned plan those of its calendars.
   */
  zone?: string | null;
  /**
   * What tells this plan from others for good: the `UID`s are made with it. The program's name if absent;
   * then a
   * new name makes all events new ones.
   */
  namespace?: string | null;
  /** Address of a task, `{task}` standing for its id: `https://plan.example/tasks/{task}`. */
  url?: string | null;
  /**
   * The feeds as they were written before: what has changed is then raised, what is no longer there
   * cancelled.
   */
  previous?: string[];
}

/** How a calendar file is read. */
export interface IcalReadOptions {
  /** Nothing that ends before this day; from 1970 if absent. */
  since?: CivilDate | null;
  /** Nothing that begins after this day; to 2100 if absent. */
  until?: CivilDate | null;
  /**
   * The zone that times are told in: that of the calendar they are for (an IANA name, `UTC` or an offset). If
   * absent, each time is told as it is written.
   */
  zone?: string | null;
}

/** What one control does in the model. */
export interface ImpactCoefficient {
  /** Column of the control. */
  control: string;
  /** Probability that it is in the model. */
  inclusion_probability: number;
  /** Coefficient in the units of the columns, 0 counted where it is not in the model. */
  coefficient: IntervalEstimate;
  /**
   * Probability that the coefficient is above 0, given that the control is in the model; absent if it never
   * is.
   */
  positive_probability?: number;
}

/**
 * Where the effect goes, as far as its interval shows.
 *
 * - `increase`: The whole interval lies above 0.
 * - `decrease`: The whole interval lies below 0.
 * - `unclear`: The interval holds 0.
 */
export type ImpactDirection = "increase" | "decrease" | "unclear";

/** Actual, predicted and the difference. */
export interface ImpactEffect {
  /** What happened. */
  actual: number;
  /** What would have happened without the intervention, as the model says. */
  predicted: IntervalEstimate;
  /** Actual − predicted. */
  effect: IntervalEstimate;
}

/** The model that was fitted. */
export interface ImpactModel {
  /** Rows of the period before with an outcome. */
  pre_rows: number;
  /** Rows of the period after with an outcome. */
  post_rows: number;
  /** Rounds of the sampler that count. */
  draws: number;
  /** Rounds left out at the beginning. */
  burn_in: number;
  /** Standard deviation of the noise, in the unit of the outcome. */
  noise_sd: IntervalEstimate;
  /** Standard deviation of the steps of the level. */
  level_sd: IntervalEstimate;
  /** Standard deviation of the steps of the slope, where there is one. */
  slope_sd?: IntervalEstimate;
  /** Standard deviation of the steps of the season, where there is one. */
  season_sd?: IntervalEstimate;
  /** Mean number of columns in the regression, its constant counted; where there are controls. */
  model_size?: number;
  /**
   * Standard deviation of the average effect from one seed to another, from the means of batches of draws:
   * ask for more
   * draws where it is too large.
   */
  monte_carlo_error: number;
  /**
   * 1 − the variance of what the prediction misses ÷ the variance of the outcome, before the intervention. A
   * level that
   * follows the outcome closely makes it high without proving that the prediction is good.
   */
  r_squared: number;
  /** Mean of |actual − predicted| ÷ |actual| before the intervention; absent where an actual value is 0. */
  mape?: number;
}

/**
 * Part of the time that a row belongs to.
 *
 * - `pre`: Before the intervention: what the model learns from.
 * - `gap`: Between the two periods: predicted only.
 * - `post`: From the intervention on: what is judged.
 */
export type ImpactPeriod = "pre" | "gap" | "post";

/** An effect found where there was none. */
export interface ImpactPlacebo {
  /** The moment treated as the intervention, or the control treated as the outcome. */
  name: string;
  /** Mean effect per row. */
  average_effect: IntervalEstimate;
  /** One-sided tail probability, as in the report. */
  tail_probability: number;
  /** Whether the interval holds 0, as it should. */
  quiet: boolean;
}

/** One row of the picture. */
export interface ImpactPoint {
  /** Time, as written. */
  time: string;
  /** Part of the time. */
  period: ImpactPeriod;
  /** What happened, where it is known. */
  actual?: number;
  /** What the model says, with the interval of a single observation. */
  predicted: IntervalEstimate;
  /** Actual − predicted. */
  effect?: IntervalEstimate;
  /** Sum of the effects from the intervention to this row. */
  cumulative_effect?: IntervalEstimate;
}

/**
 * How the level of a series moves when nothing intervenes.
 *
 * - `local_level`: It wanders: a random walk. The default of R's `CausalImpact`.
 * - `local_linear`: It wanders along a slope that wanders too. Intervals grow fast; for series with a clear
 *   trend and no controls.
 */
export type ImpactTrend = "local_level" | "local_linear";

/** One indicator: what is measured, or which entry of the catalogue it is. */
export interface Indicator {
  /**
   * Id, unique among the indicators; the id in the catalogue serves when there is none.
   * @default ""
   */
  id?: string;
  /** Short name for reports. */
  name?: string | null;
  /** Unit shown after every value, such as `%`, `EUR` or `hours`. */
  unit?: string | null;
  /** Id of an entry of the [catalogue](super::kpi_catalogue()); absent: `measure` says what is measured. */
  catalogue?: string | null;
  /**
   * Column for each role of the catalogue entry that is called otherwise in the table. `*` instead of a
   * column counts
   * rows.
   */
  columns?: Record<string, string>;
  /**
   * Table for each role of the catalogue entry that is not in `table`: cost per lead from a table of spend
   * and one of
   * leads.
   */
  tables?: Record<string, string>;
  /** Word in the data for each word of the catalogue entry, such as `won` or `self_service`. */
  values?: Record<string, string>;
  /** The table measured; absent where there is only one. */
  table?: string | null;
  /** What is measured; absent with `catalogue`. */
  measure?: IndicatorMeasure | null;
  /** Only rows that pass all of these count, in every table used. */
  filters?: RowFilter[];
  /**
   * What a ratio or share is stated per: 1 if absent, 100 for a percentage, 1000 for a cost per thousand.
   * Above 0, at
   * most 10⁹. Every value is multiplied by it.
   */
  per?: number | null;
  /** Limit of a share within a limit, in place of that of the catalogue entry. */
  limit?: number | null;
  /** Whether more or less of it is better. */
  better?: KpiDirection | null;
  /**
   * Whether each unit of the denominator of a ratio counts at most once in the numerator (won of closed
   * deals, not
   * clicks of people reached), so that a Wilson interval can be given. False if absent.
   */
  proportion?: boolean;
}

/**
 * How an indicator adds up.
 *
 * - `additive`: Over groups and time.
 * - `ratio`: By its numerators and denominators.
 * - `semi_additive`: Over groups, not over time.
 * - `none`: Not at all: ask for it at the grain needed.
 */
export type IndicatorAdditivity = "additive" | "ratio" | "semi_additive" | "none";

/** One group in one period. */
export interface IndicatorCell {
  /**
   * Name of the group in each dimension, nothing where the row does not say.
   * @default []
   */
  group?: (string | null)[];
  /** The period, such as `2026-03-02`, `2026-W10`, `2026-03`, `2026-Q1`, `FY2026`. */
  period?: string;
  /** First day of the period. */
  from?: When;
  /** Last day of the period. */
  to?: When;
  /**
   * Whether only a part of the period is known, by the review or by the span asked for.
   * @default false
   */
  partial?: boolean;
  /** The value. */
  figure: IndicatorFigure;
  /** Share of all groups of the period, 0 to 1. */
  share?: number;
  /** Against the period before; absent where one of the two is partial or has no value. */
  previous?: IndicatorChange;
  /** Against the same period of the year before; absent where one of the two is partial or has no value. */
  last_year?: IndicatorChange;
}

/** How a value differs from an earlier one. */
export interface IndicatorChange {
  /** First day of the earlier span. */
  from: When;
  /** Last day of the earlier span. */
  to: When;
  /** The earlier value. */
  value: number;
  /** The value less the earlier one. */
  change: number;
  /** That as a share of the size of the earlier one; absent where it is 0. */
  relative?: number;
}

/** The value of an indicator over some rows. */
export interface IndicatorFigure {
  /** The value, times what it is stated per; absent where it is not defined or not known. */
  value?: number;
  /** Sum above the line of a ratio. */
  numerator?: number;
  /** Sum below the line of a ratio. */
  denominator?: number;
  /**
   * Mean of the ratios of the rows, times what it is stated per: not the ratio, shown for contrast, for
   * ratios of two
   * columns.
   */
  mean_of_ratios?: number;
  /** Lower end of the interval, for proportions and times that may be open. */
  low?: number;
  /** Upper end of the interval; absent also where too many items are open to know it. */
  high?: number;
  /** Rows behind it. */
  n: number;
  /**
   * Rows left out because a cell is missing.
   * @default 0
   */
  missing?: number;
  /**
   * Items that have not ended.
   * @default 0
   */
  open?: number;
}

/** Additive: the sum of the terms. A term without a column counts rows. */
export interface IndicatorMeasureSum {
  kind: "sum";
  /** The terms, added: 1 to 32. */
  terms: IndicatorTerm[];
}

/** Σ numerator ÷ Σ denominator, at every grain; absent where the denominator is 0. */
export interface IndicatorMeasureRatio {
  kind: "ratio";
  /** The terms above the line: 1 to 32. */
  numerator: IndicatorTerm[];
  /** The terms below the line: 1 to 32. */
  denominator: IndicatorTerm[];
}

/**
 * The mean of a column over rows; with `over` the mean of the ratios of the rows, which gives a post seen by
 * ten
 * people the weight of one seen by a million.
 */
export interface IndicatorMeasureMean {
  kind: "mean";
  /** Column of numbers. */
  column: string;
  /** Column by which each row is divided; rows where it is 0 are left out. */
  over?: string | null;
}

/** A percentile of a column over rows. */
export interface IndicatorMeasurePercentile {
  kind: "percentile";
  /** Column of numbers. */
  column: string;
  /** Which one: 0 to 1, 0.5 for the median. */
  p: number;
  /**
   * How it is read between two rows.
   * @default "linear"
   */
  method?: PercentileMethod;
  /** Column by which each row is divided; rows where it is 0 are left out. */
  over?: string | null;
}

/** Semi-additive: a level such as followers, that adds over channels but not over time. */
export interface IndicatorMeasureLevel {
  kind: "level";
  /** Column of numbers. */
  column: string;
  /** What stands for the whole time. */
  summary: LevelSummary;
  /**
   * Column of what has a level of its own, such as the channel: the levels of each are summarized, then
   * added.
   * Absent: there is one level.
   */
  of?: string | null;
  /**
   * Column of times or numbers that says what comes first and last; absent: the column of times of the table.
   */
  order?: string | null;
}

/** The number of different values of a column. */
export interface IndicatorMeasureDistinct {
  kind: "distinct";
  /** Column of texts, numbers or times. */
  column: string;
}

/** Time between two columns of times, with items that have not ended yet. */
export interface IndicatorMeasureDuration {
  kind: "duration";
  /** Column of the begin. The row belongs to the period of its begin. */
  start: string;
  /** Column of the end; missing, or after `as_of`: still open. */
  end: string;
  /** What is said of the times. */
  summary: DurationSummary;
  /**
   * Unit of the result: hours if absent.
   * @default "hours"
   */
  unit?: SpanUnit;
}

/** What is measured. */
export type IndicatorMeasure =
  | IndicatorMeasureSum
  | IndicatorMeasureRatio
  | IndicatorMeasureMean
  | IndicatorMeasurePercentile
  | IndicatorMeasureLevel
  | IndicatorMeasureDistinct
  | IndicatorMeasureDuration;

/** Which indicators to compute, and how to divide the rows. */
export interface IndicatorOptions {
  /**
   * The indicators: 1 to 200.
   * @default []
   */
  indicators?: Indicator[];
  /**
   * Dimensions to group by, such as `channel`: columns of every table used. At most 8; none if absent.
   * @default []
   */
  by?: string[];
  /** Length of the periods to group by; no periods if absent. */
  grain?: PeriodGrain | null;
  /**
   * First month of the fiscal year for quarters and years: 1 (January, if absent) to 12.
   * @default 1
   */
  fiscal_year_start?: number;
  /**
   * Column of times in tables that name no other: `date` if absent. The row belongs to the period of this
   * time. It is
   * needed for periods, spans to date, comparisons and `period`; without them a table may do without it.
   * @default "date"
   */
  time?: string;
  /** What is different in some tables, by the name of the table. */
  tables?: Record<string, IndicatorTableOptions>;
  /**
   * The date of the review: rows after it are not known yet, and what has not ended by it is open. A bare
   * date means
   * its end.
   */
  as_of?: When | null;
  /** Rows outside of this span are left out; absent: every row counts. */
  period?: Period | null;
  /**
   * Spans to date (week, month, quarter, year), each with the same span before and a year before. They need
   * `as_of`.
   */
  to_date?: ToDateSpan[];
  /**
   * Compares each whole period with the one before and with the same one of the year before. It needs
   * `grain`.
   * @default false
   */
  compare?: boolean;
  /**
   * Gives the share that each group has of all groups in its period, for sums: share of voice. It needs `by`.
   * @default false
   */
  share_of_total?: boolean;
  /**
   * Confidence of the intervals, 0.5 to 0.9999: 0.95 if absent.
   * @default 0.95
   */
  confidence?: number;
  /**
   * Age in days at the review above which the newest row of an indicator is called stale: 0 to 100,000;
   * absent: none
   * is.
   */
  max_age_days?: number | null;
}

/** Indicators with their groups and periods. */
export interface IndicatorReport {
  /** The date of the review, as asked. */
  as_of?: When;
  /**
   * The dimensions, in the order of the names in every `group`.
   * @default []
   */
  by?: string[];
  /** The indicators, in the order asked. */
  indicators: IndicatorSeries[];
  /** How far the figures can be believed. */
  evidence: Evidence;
}

/** One indicator. */
export interface IndicatorSeries {
  /** Its id. */
  id: string;
  /** Its name. */
  name?: string;
  /** Its unit. */
  unit?: string;
  /** How it adds up. */
  additivity: IndicatorAdditivity;
  /** The formula, with its denominator. */
  formula: string;
  /** What a ratio or share is stated per. */
  per: number;
  /** Whether more or less of it is better. */
  better?: KpiDirection;
  /** What it shows, in the stages of AMEC's framework. */
  stage?: AmecStage;
  /** All rows together. */
  total: IndicatorFigure;
  /**
   * Each group in each period that has rows, by group, then by period.
   * @default []
   */
  cells?: IndicatorCell[];
  /**
   * Each group in each span to date.
   * @default []
   */
  to_date?: IndicatorToDate[];
  /** Share of the cells looked at that hold a value, 0 to 1; absent without rows. */
  coverage?: number;
  /** Time of the newest row up to the review; absent without times. */
  latest?: When;
  /** Days from that time to the review. */
  age_days?: number;
  /** Whether it is older than the options allow; absent when that is not known. */
  stale?: boolean;
  /**
   * What a reader of these numbers should know.
   * @default []
   */
  cautions?: Issue[];
}

/** What is different in one table. */
export interface IndicatorTableOptions {
  /** Column of times of this table. */
  time?: string | null;
  /** Column of this table for each dimension that is called otherwise here. */
  dimensions?: Record<string, string>;
}

/** Tables by name, such as `posts`, `leads` or `tickets`: the input of indicators. */
export type IndicatorTables = Record<string, TableColumns>;

/** One term of a sum: `factor × Σ column` over the rows that pass the filters. */
export interface IndicatorTerm {
  /** Table; absent: that of the indicator. */
  table?: string | null;
  /** Column of numbers; absent: rows are counted. */
  column?: string | null;
  /** Whether the different values of the column are counted, not its numbers added. False if absent. */
  distinct?: boolean;
  /** Multiplies the term: 1 if absent, −1 to subtract. Within ±10⁹. */
  factor?: number;
  /**
   * What a missing cell counts as, and a group without rows (which then counts as 0); absent: such a row is
   * left out
   * of every term over its table, and such a group has no value.
   */
  missing_as?: number | null;
  /** Only rows that pass all of these count. */
  filters?: RowFilter[];
}

/** One group in a span to date. */
export interface IndicatorToDate {
  /** The span. */
  span: ToDateSpan;
  /**
   * Name of the group in each dimension, nothing where the row does not say.
   * @default []
   */
  group?: (string | null)[];
  /** First day. */
  from: When;
  /** Last day: that of the review. */
  to: When;
  /** The value. */
  figure: IndicatorFigure;
  /** Against the same part of the span before. */
  previous?: IndicatorChange;
  /** Against the same part of the span a year before. */
  last_year?: IndicatorChange;
}

/** The plan with the tasks of a playbook. */
export interface InstantiateReport {
  /** The plan with the campaign of the event and its tasks. */
  plan: PlanDocument;
  /** That campaign: `playbook@event`. */
  campaign: CampaignId;
  /**
   * Tasks that were inserted, in the order of the playbook: `playbook@event/task`. Empty if the playbook has
   * started
   * on the event before.
   */
  inserted: TaskId[];
  /**
   * Warnings of the new plan: of tasks that nobody else can do, and the like.
   * @default []
   */
  issues?: Issue[];
}

/** What `instantiate` is asked. */
export interface InstantiateRequest {
  /** Known playbooks, at most 1,000. */
  playbooks: Playbook[];
  /** The one that starts. */
  playbook: string;
  /** Id of the alert or other event that it starts on: the same event starts a playbook once. */
  event: string;
  /** When it starts; no task of it begins before. */
  at: When;
}

/** What `interrupted_series` is told. */
export interface InterruptedOptions {
  /**
   * Column of times, evenly spaced, in any order: numbers or dates. Default `time`.
   * @default "time"
   */
  time?: string;
  /**
   * Column of the outcome. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * First time with the intervention, written as in the column: `2026-03-01` or `170`. Must be given.
   * @default ""
   */
  start?: string;
  /** Columns of other series that the intervention does not touch, taken into the regression (at most 20). */
  controls?: string[];
  /**
   * Whether the slope may change too (default), or the level alone.
   * @default true
   */
  slope_change?: boolean;
  /**
   * The season.
   * @default {"kind":"none"}
   */
  season?: SeasonTerms;
  /**
   * How errors are estimated. Default Newey and West.
   * @default "newey_west"
   */
  errors?: SeriesErrors;
  /**
   * Lags of Newey and West's errors, below the number of rows. Absent: ⌊4 (n ÷ 100)^(2/9)⌋, and at least the
   * season's
   * length if there is one and the rows allow (at most a quarter of them).
   */
  lags?: number | null;
  /**
   * Whether Newey and West's errors are corrected for few rows, × n ÷ (n − k). Default yes.
   * @default true
   */
  small_sample?: boolean;
  /**
   * Whether Student's distribution with n − k degrees of freedom is used (default), or the normal one.
   * @default true
   */
  student?: boolean;
  /**
   * Level of tests and intervals: they hold at 1 − alpha. Default 0.05.
   * @default 0.05
   */
  alpha?: number;
  /**
   * Pretended starts in the time before, 0 to 100: their level changes should be none. Default 8.
   * @default 8
   */
  placebos?: number;
  /**
   * Whether the outcome is a logarithm: effects are then also given in percent. Default no.
   * @default false
   */
  log_outcome?: boolean;
}

/** One time of the series. */
export interface InterruptedPoint {
  /** The time as it is written. */
  time: string;
  /** What was observed. */
  observed: number;
  /** What the regression says. */
  fitted: number;
  /** What it says would have been without the intervention. */
  counterfactual: number;
  /** Lower end of the interval of the counterfactual line. */
  counterfactual_low: number;
  /** Upper end of it. */
  counterfactual_high: number;
}

/** What `interrupted_series` answers. */
export interface InterruptedReport {
  /** Rows of the series. */
  rows: number;
  /** Rows before the start. */
  rows_before: number;
  /** Lags of the errors; absent with other errors than Newey and West's. */
  lags?: number;
  /**
   * Change of level at the start, without that of the slope: the effect in the first row with the
   * intervention is the
   * sum of both.
   */
  level: RegressionTerm;
  /** Change of slope per row, counted as 1 in the first row with the intervention, if asked for. */
  slope?: RegressionTerm;
  /** Mean effect over the rows with the intervention. */
  average_effect: IntervalEstimate;
  /** Its p-value. */
  average_effect_p_value?: number;
  /** Effect at the last row. */
  final_effect: IntervalEstimate;
  /** Sum of the effects over the rows with the intervention. */
  cumulative_effect: IntervalEstimate;
  /** The mean effect in percent, if the outcome is a logarithm: 100 (e^effect − 1). */
  average_effect_percent?: IntervalEstimate;
  /** Every coefficient: constant, time, level, slope, season, controls. */
  terms: RegressionTerm[];
  /** Share of the variance explained; absent where the outcome does not vary. */
  r_squared?: number;
  /** Durbin and Watson's statistic: 2 without autocorrelation, near 0 with much. */
  durbin_watson: number;
  /** The series with its counterfactual, for a picture. */
  points: InterruptedPoint[];
  /**
   * Pretended starts before the real one.
   * @default []
   */
  placebos?: PlaceboStart[];
  /** How much this proves. */
  evidence: Evidence;
}

/** How often intervals held what came. */
export interface IntervalCoverage {
  /** Level promised. */
  level: number;
  /** Share of actual values inside. */
  share: number;
  /** Mean width. */
  width: number;
}

/** An estimate with its interval. */
export interface IntervalEstimate {
  /** The best single value. */
  value: number;
  /** Standard error, where there is one. */
  standard_error?: number;
  /** Lower end of the interval. */
  low?: number;
  /** Upper end of the interval. */
  high?: number;
}

/**
 * One fault or finding.
 *
 * `code` is stable and made of words (`dependency-cycle`), `at` is the place in the document by
 * id, never by index (`tasks/C1-US-1brief/deadline`), `message` is one lower-case sentence without
 * a full stop and with user input in backticks, `help` says what to do about it.
 */
export interface Issue {
  /** How much it matters. */
  severity: Severity;
  /** Stable code in words. */
  code: string;
  /** Place in the document, by id. */
  at: string;
  /** One sentence for a person. */
  message: string;
  /** What to do about it. */
  help?: string;
}

/** How well two tables join. */
export interface JoinQuality {
  /** Rows of the records. */
  rows: number;
  /** Rows that find a partner. */
  joined: number;
  /** Rows with a value that has no partner. */
  unjoined: number;
  /** Rows without a value. */
  missing: number;
  /**
   * Values without a partner, those with most rows first, at most 1,000.
   * @default []
   */
  unjoined_values?: UnjoinedValue[];
  /** Different values without a partner. */
  unjoined_distinct: number;
  /**
   * Values that stand more than once where they should stand once: a join would repeat rows.
   * @default []
   */
  repeated_keys?: string[];
  /** Values of the other table that no record has. */
  unused_keys: number;
  /**
   * What somebody should look at.
   * @default []
   */
  findings?: Issue[];
}

/** Two tables to be joined. */
export interface JoinQualityRequest {
  /** The records, such as opportunities. */
  left: TableColumns;
  /** What they refer to, such as a price list. */
  right: TableColumns;
  /** Column of the records. */
  left_key: string;
  /** Column that it refers to, where each value should stand once. Default: the same name. */
  right_key?: string | null;
  /** Columns of the records whose gaps are counted, such as the account. Default none. */
  complete?: string[];
}

/**
 * How the table holds the journeys.
 *
 * - `paths`: One row a path, its channels in one text, with how often it converted and how often it did not.
 * - `touches`: One row a touch: journey, channel, time, and whether the journey converted.
 */
export type JourneyLayout = "paths" | "touches";

/**
 * A key performance indicator: where it started, where it should be, and what was measured.
 *
 * Less is better where the target is below the baseline; nothing else says so.
 */
export interface Kpi {
  /** Id, unique among the KPIs of all objectives. */
  id: KpiId;
  /** Short name for reports; the id serves when there is none. */
  name?: string | null;
  /** Unit shown after every value, such as `%`, `EUR` or `minutes`. */
  unit?: string | null;
  /**
   * Share of the objective's score, on any scale: weights are divided by their sum. 1 if absent; 0
   * shows the KPI without counting it.
   */
  weight?: number;
  /** Value at the start, in `unit`: attainment 0. */
  baseline: number;
  /** Value to reach, in `unit`: attainment 1. Below the baseline where less is better. */
  target: number;
  /** How measurements become one value. */
  aggregation?: Aggregation;
  /**
   * What a measurement given as a ratio is stated per: 1 if absent, 100 for a percentage, 1000 for a
   * cost per thousand.
   */
  per?: number;
  /** How a value becomes a score. */
  curve?: ScoreCurve;
  /** Lowest and highest score of this KPI; absent: those of the options. */
  clamp?: Clamp | null;
  /** When it is measured; absent: the objective's period. */
  period?: Period | null;
  /**
   * Expected shares of the period, one for each equal part of it, on any scale (12 numbers: months of
   * a year; 28: days of four weeks). Empty: evenly.
   */
  seasonality?: number[];
  /** What the ratio is over, in words: "engagement rate" says nothing without "by reach". */
  denominator?: string | null;
  /** Where the numbers come from. */
  source?: string | null;
  /** How often it is measured; an older value is reported as stale. */
  frequency?: Frequency | null;
  /** What was measured, in any order. */
  measurements?: Measurement[];
}

/** Something measured that somebody should act on. */
export interface KpiAlert {
  /**
   * Made of kind, series and beginning: the same in every later report of it, also when it lasts longer or
   * gets worse.
   */
  id: string;
  /** What it is about. */
  kind: AlertKind;
  /** KPI, or name of the series. */
  series: string;
  /** How much it matters. */
  severity: AlertSeverity;
  /**
   * When it began: a time of the series, or the place of a value (`#12`) where it has no times; of pacing,
   * `as_of`.
   */
  start: string;
  /** When it was worst. */
  peak: string;
  /** When it was last seen. */
  end: string;
  /** Values flagged in that time. */
  flagged: number;
  /**
   * The value at its worst: the measured value, the statistic of the chart, the new level, or the total so
   * far.
   */
  figure: number;
  /**
   * What it is compared with: the value due, the mean of the process, the old level, or the total due by now.
   */
  reference: number;
  /** Lower limit at that time, where the report has limits. */
  low?: number;
  /** Upper limit. */
  high?: number;
  /**
   * What the severity was decided by: share of what is due (pacing), −log₁₀ of the probability (counts),
   * standard
   * deviations (else). Absent where a series has no spread.
   */
  score?: number;
  /** How strong the evidence is, where the report grades it: what goes together, never why. */
  evidence?: EvidenceGrade;
  /** The same as a sentence. */
  message: string;
}

/** The catalogue, or a part of it. */
export interface KpiCatalogue {
  /** The KPIs, by id. */
  kpis: CatalogueKpi[];
  /** The goal packs that name one of them. */
  packs: GoalPackKpis[];
}

/** What is asked of the catalogue: everything, or what fits all that is given. */
export interface KpiCatalogueRequest {
  /** Only these ids; empty: all. */
  ids?: string[];
  /** Only those of a goal pack. */
  pack?: GoalPack | null;
  /** Only those of a stage. */
  stage?: AmecStage | null;
}

/**
 * Whether more or less of a KPI is better.
 *
 * - `higher`: More is better.
 * - `lower`: Less is better.
 * - `neutral`: Neither by itself.
 */
export type KpiDirection = "higher" | "lower" | "neutral";

/**
 * What closing the gap of a KPI is worth: the part of a value weight that measurement knows.
 *
 * The value weight of a task is the sum over the KPIs it serves of
 * `objective weight × KPI weight × contribution of the task × open share`.
 */
export interface KpiGap {
  /** The KPI. */
  kpi: KpiId;
  /** Its objective. */
  objective: ObjectiveId;
  /** Weight of the objective ÷ the sum of the objectives' weights. */
  objective_weight: number;
  /** Weight of the KPI ÷ the sum of the weights of the objective's KPIs, with data or without. */
  kpi_weight: number;
  /**
   * Share of the way from baseline to target still to go: 0 at the target or beyond, 1 at the
   * baseline or worse, 1 without data.
   */
  open_share: number;
}

/** Id of a KPI. */
export type KpiId = string;

/** How much a campaign or task moves a KPI. */
export interface KpiLink {
  /** The KPI. */
  kpi: KpiId;
  /** Share of the KPI's gap that this work is expected to close, 0 to 1. */
  contribution: number;
}

/** Measurements of KPIs from tables. */
export interface KpiMeasurementReport {
  /** The KPIs with their measurements, in the order asked, then by group. */
  kpis: KpiMeasurements[];
  /** How far the figures can be believed. */
  evidence: Evidence;
}

/** Measurements of one KPI, ready to be put into a `Kpi` with its baseline and target. */
export interface KpiMeasurements {
  /**
   * The KPI: the id of the indicator, and of grouped ones the names of the group after it, with slashes
   * between.
   */
  kpi: KpiId;
  /**
   * Name of the group in each dimension, nothing where the row does not say.
   * @default []
   */
  group?: (string | null)[];
  /** Unit of the values. */
  unit?: string;
  /** How the measurements become one value. */
  aggregation: Aggregation;
  /** What a measurement given as a ratio is stated per. */
  per: number;
  /** One measurement for each period, oldest first; without periods one at the date of the review. */
  measurements: Measurement[];
}

/** Score of a KPI. */
export interface KpiScore {
  /** The KPI. */
  id: KpiId;
  /** Its name. */
  name?: string;
  /** Its unit. */
  unit?: string;
  /** Value at the start. */
  baseline: number;
  /** Value to reach. */
  target: number;
  /** Value measured; absent without data. */
  actual?: number;
  /** (actual − baseline) ÷ (target − baseline): negative when it went the wrong way. */
  attainment?: number;
  /** What the curve makes of the value, within the clamp; absent without data. */
  score?: number;
  /** Its weight as written. */
  weight: number;
  /** Its weight ÷ the sum of the weights of the objective's KPIs. */
  normalized_weight: number;
  /**
   * How much the program score rises when this score rises by 1, as things are; absent without
   * score.
   */
  program_share?: number;
  /**
   * Part of the program score that comes from it: program share × score. They add up to the
   * program score.
   */
  contribution?: number;
  /** 1 with data, 0 without. */
  coverage: number;
  /** Rating of the score. */
  rag?: Rag;
  /** Date of the latest measurement behind the value. */
  measured_at?: When;
  /** Days from that date to the review. */
  age_days?: number;
  /** Whether it is older than the frequency allows; absent when that is not known. */
  stale?: boolean;
  /** Where a total stands in its period on the date it was measured; absent for other KPIs. */
  pacing?: Pacing;
  /**
   * What a reader of this number should know.
   * @default []
   */
  cautions?: Issue[];
}

/** duration, or percentage of the predecessor's duration; below zero for a lead */
export type Lag = string;

/**
 * Whose working time a lag counts in.
 *
 * - `successor`: The successor's (Microsoft Project).
 * - `predecessor`: The predecessor's (P6's default).
 * - `program`: The program's.
 * - `always`: Every hour counts.
 */
export type LagCalendar = "successor" | "predecessor" | "program" | "always";

/**
 * Why a task is late.
 *
 * - `precedence`: Links, calendars and constraints alone make it late: no leveling can help.
 * - `resources`: It is late because resources are short.
 */
export type LateReason = "precedence" | "resources";

/** A task that misses its deadline. */
export interface LateTask {
  /** The task. */
  task: TaskId;
  /** Its deadline (the end of the day when it is a bare date). */
  deadline: Stamp;
  /** Its finish. */
  finish: Stamp;
  /** Whole days late, each started day of 24 hours counted. */
  days: number;
  /** What one day costs. */
  weight: number;
  /** Days times weight. */
  weighted: number;
  /** Days that no leveling can avoid: links, calendars and constraints alone make it that late. */
  unavoidable_days: number;
  /**
   * Driving chain that makes those days, first task first, the late task last; empty if there are none.
   * @default []
   */
  unavoidable_chain?: TaskId[];
  /** Why. */
  reason: LateReason;
  /** Driving chain that makes it late, first task first, the late task last. */
  chain: TaskId[];
}

/** Options of leveling; the default minimizes value-weighted tardiness, then the finish of the program. */
export interface LevelOptions {
  /**
   * What to minimize: up to 6 goals or weighted sums of goals in the order of their importance, a later one
   * only while the earlier ones stay.
   * @default ["tardiness","finish"]
   */
  objective?: Criterion[];
  /**
   * A given plan: the search starts from it, and `change` is counted against it. If absent, it is the plan as
   * it
   * stands when `change` is among the goals, else there is none.
   */
  reference?: Reference | null;
  /**
   * Tasks that have not started start at or after this, mostly the status date (Microsoft Project:
   * *reschedule
   * uncompleted work to start after*); with `split_remaining` the rest of started
   * tasks goes on at or after it, too. It holds for the plan before leveling, too.
   */
  not_before?: When | null;
  /**
   * Move tasks within their total float only: neither the finish of the program nor a deadline that is kept
   * now gets worse; overloads that would need more remain.
   */
  within_float?: boolean;
  /** Move tasks of these campaigns only. */
  campaigns?: CampaignId[] | null;
  /** Level these resources only. */
  resources?: ResourceId[] | null;
  /** Move only tasks that start at or after this. */
  from?: When | null;
  /** Move only tasks that start at or before this. */
  to?: When | null;
  /**
   * The rest of a started task may be delayed (Microsoft Project: *leveling can create splits in remaining
   * work*):
   * what is done stays, with its load and its cost, and the rest goes on later, in one piece. It counts as a
   * task
   * that starts when the rest goes on, for the scope and for `change`.
   *
   * Off by default, unlike in Microsoft Project: to call people away from work that they have begun is a
   * decision
   * of its own, and started tasks then stay where the people who do them think they are. Tasks that have not
   * started are never split. A task of which only some of its people have something left stays, and so does
   * work
   * left before the start of the program.
   *
   * Half of the steps (as many again if `steps` is absent) go to plans without splits, unless `not_before`
   * delays a
   * rest anyway: so the result is never worse than without the option in half of the steps.
   */
  split_remaining?: boolean;
  /** What a day of lateness costs, by task; others keep the plan's weights. */
  weights?: Record<string, number> | null;
  /**
   * How many assignments may be given to one of their alternatives; if absent, as many as help, none if 0.
   * Those
   * that name no alternatives never change, and neither does any while tasks move within their float only.
   */
  reassign?: number | null;
  /**
   * Schedules that may be generated; if absent, enough for some seconds at most. Where only a part of the
   * plan is
   * placed anew, its tasks count for their share of one: a step is always about the work of placing every
   * task
   * once.
   */
  steps?: number | null;
  /** Stop when value less bound of the first part is at most this, in the unit of the part. */
  gap?: number | null;
  /** Stop when value less bound of the first part is at most this share of the value. */
  relative_gap?: number | null;
  /** Seed of the search. */
  seed?: number;
}

/** The result of leveling. */
export interface LevelReport {
  /** What is known about the plan. */
  status: Status;
  /** The leveled schedule. */
  schedule: Schedule;
  /** The schedule before leveling. */
  before: Schedule;
  /** The parts of the objective with their bounds. */
  objective: ObjectivePart[];
  /** Tasks that moved, in the order of their new start, then id. */
  moves: Move[];
  /**
   * Assignments given to somebody else, by task, then former resource.
   * @default []
   */
  reassignments?: Reassignment[];
  /** Tasks that miss their deadline, in the order of their ids. */
  late: LateTask[];
  /** Overloads that remain, each with its reason. */
  remaining: RemainingOverload[];
  /** Steps used: schedules generated. */
  steps: number;
  /** The priority rule or method that found the plan. */
  found_by: string;
  /**
   * The improvements of the search in the order of their steps, at most 200: of more, the first, the last and
   * some between.
   * @default []
   */
  trace?: TracePoint[];
}

/**
 * What stands for a level over time. Rows at the same moment count as one, with their mean.
 *
 * - `first`: The earliest.
 * - `last`: The latest.
 * - `average`: The mean over the moments at which it is known.
 * - `lowest`: The lowest.
 * - `highest`: The highest.
 * - `change`: The latest less the earliest.
 * - `range`: The highest less the lowest.
 */
export type LevelSummary = "first" | "last" | "average" | "lowest" | "highest" | "change" | "range";

/** What one KPI would do for the program if it stood at its target. */
export interface Lift {
  /** The KPI. */
  kpi: KpiId;
  /** Its objective. */
  objective: ObjectiveId;
  /** Program score with this KPI at its target (or where it is, if further) and all else as it is. */
  program_score?: number;
  /**
   * That score less the present one; absent where one of them is missing. It can be negative only
   * where a KPI without data would enter below the score of its objective.
   */
  lift?: number;
}

/** Options of `load_svg`: the load of everybody as a picture. */
export interface LoadChartOptions {
  /** How the plan is leveled, if no leveled plan is given. */
  level?: LevelOptions;
  /** How its objectives are scored. */
  score?: ScoreOptions;
  /** Whether the load before leveling is shown instead of the load after it. */
  before?: boolean;
}

/** How load is judged. */
export interface LoadOptions {
  /** In what pieces of time overload is judged. */
  bucket?: Bucket;
}

/** Load of every resource that works, in the order of their ids. */
export interface LoadReport {
  /** Load of each resource. */
  resources: ResourceLoad[];
  /** How many resources are overloaded at some time. */
  overloaded: number;
  /** Sum of all excess, in seconds of work of one whole resource. */
  excess: Work;
}

/** A coefficient of a local level with regression. */
export interface LocalLevelCoefficient {
  /** Column. */
  control: string;
  /** Coefficient. */
  coefficient: number;
}

/** The forecast of one row. */
export interface LocalLevelForecast {
  /** Time, as written. */
  time: string;
  /** The forecast with the interval of a single observation; coefficients and variances taken as known. */
  predicted: IntervalEstimate;
  /** What happened, where it is known. */
  actual?: number;
}

/** Options of `fit_local_level`. */
export interface LocalLevelOptions {
  /**
   * Column of the time: dates, or numbers such as years. Default `time`.
   * @default "time"
   */
  time?: string;
  /**
   * Column of the outcome. May miss values. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * Columns of the regression, without missing values. Default none.
   * @default []
   */
  controls?: string[];
  /**
   * Last moment learned from; later rows are forecast. Default: the last row with an outcome.
   * @default null
   */
  fit_end?: TimePoint | null;
  /**
   * Variance of the level before the first row, its mean being 0; 10⁶ is the default of statsmodels. Default:
   * unbounded
   * (exact diffuse). From 10⁻⁶ to 10³⁰.
   * @default null
   */
  initial_variance?: number | null;
  /**
   * Probability that intervals hold. From 0.5 to 0.999, default 0.95.
   * @default 0.95
   */
  interval?: number;
}

/** The level in one row. */
export interface LocalLevelPoint {
  /** Time, as written. */
  time: string;
  /** The level given the rows so far; absent before the first outcome. */
  filtered?: number;
  /** Its variance. */
  filtered_variance?: number;
  /** The level given all rows. */
  smoothed: number;
  /** Its variance. */
  smoothed_variance: number;
}

/** A local level with regression, fitted by maximum likelihood. */
export interface LocalLevelReport {
  /** Variance of the noise. */
  noise_variance: number;
  /** Variance of the steps of the level. */
  level_variance: number;
  /**
   * Coefficients, in the order of the options.
   * @default []
   */
  coefficients?: LocalLevelCoefficient[];
  /** Logarithm of the likelihood; the first observation, which sets the level, is not counted. */
  log_likelihood: number;
  /** Rows learned from. */
  rows: number;
  /** Each row learned from. */
  levels: LocalLevelPoint[];
  /**
   * Each later row.
   * @default []
   */
  forecast?: LocalLevelForecast[];
  /** Sum of actual − forecast over the later rows with an outcome. */
  cumulative_effect?: number;
  /** How much this proves. */
  evidence: Evidence;
}

/**
 * Dates that somebody set by hand (Microsoft Project's manually scheduled task).
 *
 * Links and constraints do not move it; links out of it start from here, and it has late dates and float like
 * the
 * others. What is under a summary with such dates starts no earlier than it.
 */
export interface ManualDates {
  /** Start. */
  start: When;
  /** Finish. */
  finish: When;
}

/** One arm by its moments. */
export interface MeanArm {
  /** Number of units. */
  units: number;
  /** Mean outcome. */
  mean: number;
  /** Standard deviation of the outcome of a unit. */
  standard_deviation: number;
  /** Student's interval of the mean. */
  interval: IntervalEstimate;
}

/** A difference of two means with everything that follows from it. */
export interface MeanEffect {
  /** Treatment − control with Welch's interval. */
  difference: IntervalEstimate;
  /** Welch's test (1947): variances may differ. */
  welch_test: SignificanceTest;
  /** Treatment ÷ control − 1, with the delta method; absent where the control's mean is 0. */
  relative_lift?: RelativeLift;
  /** The difference with an interval that may be looked at any time. */
  always_valid?: AlwaysValidEffect;
  /** The lift with such an interval. */
  always_valid_lift?: AlwaysValidEffect;
  /** What is believed after the data, if a prior was given. */
  posterior?: EffectPosterior;
}

/** What `compare_means` answers. */
export interface MeanReport {
  /** The arm without the change. */
  control: MeanArm;
  /** The arm with the change. */
  treatment: MeanArm;
  /** The effect as it stands. */
  effect: MeanEffect;
  /** Student's test with pooled variances. */
  pooled_test: SignificanceTest;
  /** The effect with the covariate taken out; the verdict follows it. */
  cuped?: CupedEffect;
  /** Mann and Whitney's test of ranks, where values are given. */
  rank_test?: RankTest;
  /** What is shown at the level asked for. */
  verdict: ExperimentVerdict;
  /** What to do next. */
  advice: StoppingAdvice;
  /** How much this proves. */
  evidence: Evidence;
}

/** One value per unit. */
export interface MeanSampleValues {
  kind: "values";
  /** The outcome of each unit. */
  outcome: number[];
  /** The covariate of each unit, measured before the experiment. */
  covariate?: number[];
}

/** Means and variances (with n − 1). */
export interface MeanSampleMoments {
  kind: "moments";
  /** Number of units. */
  units: number;
  /** Mean outcome. */
  mean: number;
  /** Variance of the outcome of a unit. */
  variance: number;
  /** The covariate, if there is one. */
  covariate?: CovariateMoments | null;
}

/** Sums, as a database gives them. Where values are large and vary little, moments keep more digits. */
export interface MeanSampleSums {
  kind: "sums";
  /** Number of units. */
  units: number;
  /** Σ outcome. */
  sum: number;
  /** Σ outcome². */
  sum_squares: number;
  /** The covariate, if there is one. */
  covariate?: CovariateSums | null;
}

/** One arm of a comparison of means, in the form that is at hand. */
export type MeanSample = MeanSampleValues | MeanSampleMoments | MeanSampleSums;

/**
 * One measurement of a KPI: a value, or a ratio as its numerator and denominator.
 *
 * Neither means "due but not known": it is never read as zero.
 */
export interface Measurement {
  /** The day (or moment) it speaks for, not the day it was typed in. */
  at: When;
  /** The value, in the KPI's unit. */
  value?: number | null;
  /** Upper part of a ratio. */
  numerator?: number | null;
  /** Lower part of a ratio; 0 where nothing happened. */
  denominator?: number | null;
  /** Number of observations behind a value. */
  n?: number | null;
  /** How far it can be trusted. */
  quality?: Quality;
  /** Anything a reader should know. */
  note?: string | null;
}

/**
 * At which side of the working day a milestone sits.
 *
 * - `finish`: At the end of the work before it (17:00): Microsoft Project's milestone, P6's finish milestone.
 * - `start`: At the beginning of the next work (09:00): P6's start milestone; a publication.
 */
export type MilestoneKind = "finish" | "start";

/**
 * What a KPI without data does to the score above it.
 *
 * - `renormalize`: It is left out: the weights of the others are divided by their sum.
 * - `zero`: It counts as 0, for those who must report or lose.
 * - `propagate`: There is no score until every KPI has data.
 */
export type MissingPolicy = "renormalize" | "zero" | "propagate";

/**
 * How missing values are treated.
 *
 * - `refuse`: The operation refuses them, and says how many there are.
 * - `interpolate`: They are filled along straight lines, of the series without its season where it has one;
 *   the report says how many were filled. Those before the first and after the last value are left out.
 */
export type MissingValues = "refuse" | "interpolate";

/** Credits by one model. */
export interface ModelCredit {
  /** Short name, such as `markov_2`. */
  name: string;
  /** The model. */
  model: AttributionModel;
  /** Credit of each channel, by name. */
  channels: ChannelCredit[];
  /** The chain behind a Markov model. */
  chain?: ChainSummary;
}

/** amount in the program's currency */
export type Money = number;

/** A task that leveling moved. */
export interface Move {
  /** The task. */
  task: TaskId;
  /**
   * What of it moved.
   * @default "whole"
   */
  kind?: MoveKind;
  /** Start before leveling; of a split, when the rest was to go on. */
  from: Stamp;
  /** Start after leveling; of a split, when the rest goes on. */
  to: Stamp;
  /** Difference in elapsed seconds. */
  delay: Elapsed;
  /** From the task back along driving links to the task whose cause is given; at least the task itself. */
  chain: TaskId[];
  /** What holds the last task of the chain. */
  cause: Cause;
}

/**
 * What of a task leveling moved.
 *
 * - `whole`: The whole task.
 * - `split`: The rest of a started task: what is done stays, and work goes on later.
 */
export type MoveKind = "whole" | "split";

/** A file of Microsoft Project, read. */
export interface MspdiFile {
  /** The plan: everything that was entered. */
  plan: PlanDocument;
  /** The dates that the file stores for each task of the plan, in the order of the file. */
  stored: StoredTask[];
  /**
   * What the plan does not hold, or holds otherwise than the file, sorted.
   * @default []
   */
  issues?: Issue[];
}

/** A plan as a file of Microsoft Project. */
export interface MspdiText {
  /** The file: XML in UTF-8. */
  text: string;
  /**
   * What the file does not say, or says otherwise than the plan, sorted.
   * @default []
   */
  issues?: Issue[];
}

/**
 * How p-values are adjusted for their number.
 *
 * - `none`: Not at all.
 * - `bonferroni`: Bonferroni: p × number. Keeps the chance of any false alarm.
 * - `holm`: Holm (1979): never weaker than Bonferroni, with the same promise.
 * - `benjamini_hochberg`: Benjamini and Hochberg (1995): keeps the expected share of false alarms, for
 *   independent or positively dependent tests.
 * - `benjamini_yekutieli`: Benjamini and Yekutieli (2001): the same under any dependence.
 */
export type MultipleTesting = "none" | "bonferroni" | "holm" | "benjamini_hochberg" | "benjamini_yekutieli";

/** A business objective and the KPIs that say whether it was reached. */
export interface Objective {
  /** Id, unique among the objectives. */
  id: ObjectiveId;
  /** Short name for reports; the id serves when there is none. */
  name?: string | null;
  /** The objective in a sentence. */
  statement?: string | null;
  /** Who answers for it. */
  owner?: string | null;
  /**
   * Share of the program score, on any scale: weights are divided by their sum. 1 if absent; 0 shows
   * the objective without counting it.
   */
  weight?: number;
  /** What score counts as meeting it; absent: no such verdict. */
  commitment?: Commitment | null;
  /** When it is measured; KPIs without a period of their own use this one. */
  period?: Period | null;
  /** What is measured, in any order. */
  kpis?: Kpi[];
}

/** Id of an objective. */
export type ObjectiveId = string;

/**
 * One part of the objective: parts are compared in order, a later part only when the earlier ones are equal.
 */
export interface ObjectivePart {
  /**
   * The goal: `tardiness`, `finish`, `cost`, `change` or `even_load`; those of a weighted sum joined by ` +
   * `.
   */
  name: string;
  /**
   * Unit of the numbers: `weighted days`, `days from the program's start`, the plan's currency (else
   * `money`),
   * `moved tasks`, `squared days` (of a whole resource) or `weighted sum`.
   */
  unit: string;
  /** Value of the plan before leveling (which may be overloaded). */
  before: number;
  /** Value of the leveled plan. */
  value: number;
  /** No leveled plan is below this; of a later part, none that is as good in the parts before it. */
  bound: number;
  /** Value less bound. */
  gap: number;
  /** What the bound rests on. */
  reason: Bound;
}

/** Score of an objective. */
export interface ObjectiveScore {
  /** The objective. */
  id: ObjectiveId;
  /** Its name. */
  name?: string;
  /** Its weight as written. */
  weight: number;
  /** Its weight ÷ the sum of the objectives' weights. */
  normalized_weight: number;
  /** Weighted mean of its KPIs' scores; absent without data. */
  score?: number;
  /** Share of its weight that has data, 0 to 1. */
  coverage: number;
  /** Rating of the score. */
  rag?: Rag;
  /** Whether the score reaches what its commitment asks; absent without commitment or score. */
  met?: boolean;
  /** Part of the program score that comes from it; absent if either has no score. */
  contribution?: number;
  /** Its KPIs, by id. */
  kpis: KpiScore[];
}

/** A span in which a resource is asked for more than there is of it. */
export interface Overload {
  /** The resource. */
  resource: ResourceId;
  /** From. */
  from: Stamp;
  /** To. */
  to: Stamp;
  /** Most asked at once in the span. */
  peak: Units;
  /** Work asked above capacity in the span, in seconds of work of one whole resource. */
  excess: Work;
  /** The tasks that ask, by id. */
  tasks: TaskId[];
}

/**
 * A part of a plan whose change moves a task without any other task.
 *
 * - `duration`: Its duration or estimate.
 * - `constraints`: Its constraints, or those of a summary above it.
 * - `leveling_delay`: Its leveling delay.
 * - `dependencies`: Links into it, or into a summary above it.
 * - `assignments`: Who works on it, and with what share.
 * - `resources`: Working time of somebody who works on it: calendar, absences, contract.
 * - `calendar`: The calendar it is on, or that of the program.
 * - `progress`: Its progress.
 * - `structure`: The summary it belongs to, or whether it is a milestone.
 * - `program`: Start, clock or scheduling options of the program.
 */
export type OwnChange =
  | "duration"
  | "constraints"
  | "leveling_delay"
  | "dependencies"
  | "assignments"
  | "resources"
  | "calendar"
  | "progress"
  | "structure"
  | "program";

/** A file of Primavera P6, read. */
export interface P6File {
  /** Its projects, in the order of the file. */
  projects: P6Project[];
  /**
   * What the plans do not hold, or hold otherwise than the file, sorted.
   * @default []
   */
  issues?: Issue[];
}

/** A project of a file. */
export interface P6Project {
  /** Its short name, which P6 calls the project's id. */
  id: string;
  /** The plan: everything that was entered. */
  plan: PlanDocument;
  /** The dates that the file stores for each activity, in the order of the file. */
  stored: StoredTask[];
}

/** What `pace` asks. */
export interface PaceRequest {
  /** Total to reach at the end of the period. */
  target: number;
  /** Total so far. */
  actual: number;
  /** Part of the period that has passed, in the unit of `period`. */
  elapsed: number;
  /** Length of the period: days, weeks, months. */
  period: number;
  /** Expected shares, one for each equal part of the period, on any scale. Empty: evenly. */
  seasonality?: number[];
}

/** Where a total stands on its way to the target. */
export interface Pacing {
  /** Share of the time that has passed, 0 to 1. */
  elapsed_share: number;
  /** Share of the target expected by now: Σ seasonality so far ÷ Σ seasonality. */
  expected_share: number;
  /** Total expected by now: target × expected share. */
  expected_to_date: number;
  /** Actual − expected: negative when behind. */
  gap_to_pace: number;
  /**
   * Actual ÷ expected: below 1 when behind (of a total to be kept low: when better). Absent while
   * nothing is expected.
   */
  pace_ratio?: number;
  /** Total at the end if it goes on evenly: actual ÷ elapsed share; absent at the very beginning. */
  linear_forecast?: number;
  /**
   * Total at the end if it goes on with the seasons: actual ÷ expected share; the linear forecast
   * when there are none. Absent while nothing is expected.
   */
  seasonal_forecast?: number;
  /**
   * What each remaining unit of time must bring to reach the target, 0 when it is reached; absent
   * when no time remains.
   */
  required_run_rate?: number;
  /**
   * What each remaining unit of seasonality must bring to reach the target, 0 when it is reached;
   * absent when none remains. Without seasonality the units are those of the period.
   */
  required_per_weight?: number;
  /** The same as a multiple of the plan: 1.1 means that the rest must go 10 % better than planned. */
  required_uplift?: number;
}

/** Where a total stands, of which KPI and period. */
export interface PacingSource {
  /** KPI, or name of the series. */
  series: string;
  /** The period in which the total grows. */
  period: Period;
  /** When this was known. */
  as_of: When;
  /**
   * Whether the total is to be kept low: a cost. It is then off pace when above.
   * @default false
   */
  keep_low?: boolean;
  /** The answer of `pace`. */
  report: Pacing;
}

/** Options of `page`: the self-contained HTML page. */
export interface PageOptions {
  /** How the plan is leveled, if no leveled plan is given. */
  level?: LevelOptions;
  /** How its objectives are scored. */
  score?: ScoreOptions;
  /** Title of the page; the program's name if absent. */
  title?: string | null;
  /** A line at the foot: who made it, from which file, when. */
  footer?: string | null;
}

/**
 * What an amount is paid for.
 *
 * - `hour`: An hour of work.
 * - `day`: A day of work (the program's hours per day).
 * - `unit`: A unit of material.
 */
export type Per = "hour" | "day" | "unit";

/**
 * How a percentile is read between two rows: the nine types of Hyndman and Fan (1996), by the names of NumPy.
 *
 * - `inverted_cdf`: Type 1: the smallest value that at least the share `p` of the rows does not exceed
 *   (nearest rank).
 * - `averaged_inverted_cdf`: Type 2: as type 1, the mean of both values where the share is met exactly.
 * - `closest_observation`: Type 3: the nearest row, the even one of two (SAS).
 * - `interpolated_inverted_cdf`: Type 4: a line through the shares.
 * - `hazen`: Type 5: a line through the middles of the steps.
 * - `weibull`: Type 6: a line through the expected shares (Excel's `PERCENTILE.EXC`, Minitab).
 * - `linear`: Type 7: a line from the first row to the last (R, NumPy, Excel's `PERCENTILE.INC`).
 * - `median_unbiased`: Type 8: median unbiased whatever the distribution.
 * - `normal_unbiased`: Type 9: unbiased for a normal distribution.
 */
export type PercentileMethod =
  | "inverted_cdf"
  | "averaged_inverted_cdf"
  | "closest_observation"
  | "interpolated_inverted_cdf"
  | "hazen"
  | "weibull"
  | "linear"
  | "median_unbiased"
  | "normal_unbiased";

/** A span of civil dates, both ends included. */
export interface Period {
  /** First day, or the moment it begins. */
  from: When;
  /** Last day, or the moment it ends. */
  to: When;
}

/**
 * Length of the periods in which rows are collected.
 *
 * - `day`: Civil days.
 * - `week`: Weeks of ISO 8601, from Monday to Sunday.
 * - `month`: Civil months.
 * - `quarter`: Quarters of the fiscal year.
 * - `year`: Fiscal years.
 */
export type PeriodGrain = "day" | "week" | "month" | "quarter" | "year";

/** A pretended start before the real one. */
export interface PlaceboStart {
  /** The pretended start. */
  start: string;
  /** The change of level found there. */
  level: RegressionTerm;
}

/**
 * A whole program as one document.
 *
 * The lists are sets: their order carries no meaning.
 */
export interface PlanDocument {
  /** Version of the format, `paceline/1`. */
  format: string;
  /** The program itself. */
  program: Program;
  /** Working time of people, markets and the program. */
  calendars?: Calendar[];
  /** Campaigns of the program. */
  campaigns?: Campaign[];
  /** People, departments, vendors, material and cost. */
  resources?: Resource[];
  /** Tasks, milestones and summaries; the work breakdown tree is made by their `parent`. */
  tasks?: Task[];
  /** Links between tasks. */
  dependencies?: Dependency[];
  /** Who works on what. */
  assignments?: Assignment[];
  /** Business objectives with their KPIs and measurements. */
  objectives?: Objective[];
  /** Agreed dates and cost to compare with. */
  baselines?: Baseline[];
}

/** One thing that changed between two plans. */
export interface PlanChange {
  /** The place, as issues name it: `tasks/copy/duration`, `dependencies/brief->copy`, `program/start`. */
  at: string;
  /** What happened. */
  kind: ChangeKind;
  /** What it was: a text as it is, anything else as JSON; absent if it was not there. */
  before?: string;
  /** What it is now, likewise. */
  after?: string;
  /** The same as a sentence for a person. */
  message: string;
}

/** What `plan_experiment` asks: of effect, units and power two are given, the third is found. */
export interface PlanExperimentRequest {
  /**
   * How power is computed.
   * @default "normal"
   */
  method?: PowerMethod;
  /**
   * Share of the control, above 0 and below 1; for means: the control's mean, used only for the relative
   * effect.
   * @default 0.1
   */
  baseline?: number;
  /**
   * Standard deviation of the outcome of a unit, for means. Default 1: effects in standard deviations.
   * @default 1.0
   */
  standard_deviation?: number;
  /** Difference to be seen, treatment − control. Absent: find the smallest (above 0). */
  effect?: number | null;
  /** Units of the control, up to 10⁹. Absent: find them. */
  units?: number | null;
  /** Power, above alpha and below 1. Absent with effect and units: find it; else 0.8. */
  power?: number | null;
  /**
   * Accepted rate of false alarms. Default 0.05.
   * @default 0.05
   */
  alpha?: number;
  /**
   * Whether both directions count. Default yes.
   * @default true
   */
  two_sided?: boolean;
  /**
   * Units of the treatment ÷ units of the control, 0.01 to 100. Default 1.
   * @default 1.0
   */
  allocation?: number;
  /**
   * Comparisons that share alpha (Bonferroni), 1 to 1,000: variants × metrics. Default 1.
   * @default 1
   */
  comparisons?: number;
  /** Units over both arms that come each day: then the report says how many days it takes. */
  units_per_day?: number | null;
}

/** A response to a kind of event, written down beforehand. */
export interface Playbook {
  /** Id. */
  id: string;
  /** Name for people. */
  name?: string | null;
  /** What one day of lateness of its tasks costs, as the weight of a campaign. */
  weight?: number | null;
  /** Its tasks, from 1 to 1,000. */
  tasks: PlaybookTask[];
}

/** A task of a playbook: when it comes after what, and what somebody must be to do it. */
export interface PlaybookTask {
  /** Id within the playbook. */
  id: TaskId;
  /** Name for people. */
  name?: string | null;
  /** Working or elapsed duration; a milestone has none. */
  duration?: Duration | null;
  /** Set for a milestone. */
  milestone?: MilestoneKind | null;
  /** Tasks of the playbook that must be finished first. */
  after?: TaskId[];
  /** What somebody must be to do it. Absent: nobody is assigned. */
  role?: Criteria | null;
  /** By when it should be finished, as elapsed time (`4eh`, `2ed`) from the event. Absent: no deadline. */
  due?: Duration | null;
  /**
   * 0 to 1000, as the priority of a task; 900 unless said: before ordinary work.
   * @default 900
   */
  priority?: number;
}

/**
 * A sum of ratios: Σ numerators ÷ Σ denominators, with the mean of the ratios for contrast.
 *
 * The mean of ratios gives a post seen by ten people the weight of one seen by a million; it is
 * reported only so that its difference can be shown.
 */
export interface PooledRatio {
  /** Sum of the numerators of complete rows. */
  numerator: number;
  /** Sum of the denominators of complete rows. */
  denominator: number;
  /** `numerator ÷ denominator`; absent when the denominator is 0. */
  ratio?: number;
  /** Mean of the ratios of the rows whose denominator is not 0: not the ratio, shown for contrast. */
  mean_of_ratios?: number;
  /** Rows with both parts. */
  rows: number;
  /** Rows with a part missing: left out of both sums. */
  incomplete: number;
}

/**
 * How power is computed.
 *
 * - `normal`: Two shares, normal approximation, the control's variance under "no difference". The default for
 *   shares.
 * - `pooled`: Two shares, normal approximation, the pooled variance under "no difference".
 * - `arcsine`: Two shares on Cohen's arcsine scale.
 * - `student`: Two means by Student's test.
 * - `exact`: Two shares, exactly.
 */
export type PowerMethod = "normal" | "pooled" | "arcsine" | "student" | "exact";

/** An interval that the future value lies in with a given probability, if the model holds. */
export interface PredictionInterval {
  /** Its probability. */
  level: number;
  /** Lower end. */
  low: number;
  /** Upper end. */
  high: number;
}

/** A program: start, working day and the options its plan is scheduled with. */
export interface Program {
  /** Name for people. */
  name: string;
  /** Who answers for it. */
  owner?: string | null;
  /** No task starts before this. */
  start: When;
  /** The finish to schedule back from, when `scheduling.from` is `finish`. */
  finish?: When | null;
  /**
   * The date by which all must be finished: late dates and float count from it instead of from the last
   * finish
   * (P6: *must finish by*). Not for a plan scheduled from its finish.
   */
  must_finish_by?: When | null;
  /**
   * The date up to which progress and measurements are known (P6: *data date*; a bare date there is its first
   * moment, as in `scheduling.progress_rule`).
   */
  status_date?: When | null;
  /** Calendar of tasks that have no other; if absent, Monday to Friday 08:00–12:00 and 13:00–17:00. */
  calendar?: CalendarId | null;
  /** Currency of every amount (ISO 4217). */
  currency?: string | null;
  /** Budget of the whole program. */
  budget?: Money | null;
  /** Working hours that `1d` stands for. */
  hours_per_day?: number;
  /** Working hours that `1w` stands for. */
  hours_per_week?: number;
  /** Working days that `1mo` stands for. */
  days_per_month?: number;
  /** How dates are computed. */
  scheduling?: Scheduling;
  /**
   * What other tools say of it that this library does not use: texts by the name that the tool has for them,
   * with the
   * tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
   */
  extras?: Record<string, string>;
}

/** Score of a program. */
export interface ProgramScore {
  /** Weighted mean of the objectives' scores; absent without data. */
  score?: number;
  /** Share of the weight that has data, 0 to 1. */
  coverage: number;
  /** Rating of the score. */
  rag?: Rag;
}

/** How far a long operation has come. */
export interface Progress {
  /** Steps done (one step is the work of one schedule generated). */
  steps: number;
  /** Steps allowed. */
  budget: number;
  /** Objective of the best plan so far, most important part first. */
  objective: number[];
  /** Lower bound of each part of the objective. */
  bound: number[];
}

/**
 * What the status date and progress out of sequence mean for what is left to do.
 *
 * | rule | not begun | rest of what has begun | what is before it |
 * |---|---|---|---|
 * | `as_recorded` | may lie before the status date | goes on at once, or where `progress.resume` says | its
 * late dates let the rest be |
 * | `retained_logic` | from the status date on | from then on, and waits for its links all the same | its
 * late dates as if nothing had begun |
 * | `progress_override` | from the status date on | from then on, whatever its links ask | nothing waits for
 * it any more |
 * | `actual_dates` | from the status date on | from then on, whatever its links ask | should have been done
 * when the successor began |
 *
 * - `as_recorded`: As progress says it, the status date moves nothing (Microsoft Project).
 * - `retained_logic`: Nothing that is left lies before the status date, and links hold even what has begun
 *   (P6's default).
 * - `progress_override`: Nothing that is left lies before the status date; links do not hold what has begun
 *   (P6).
 * - `actual_dates`: As progress override, and actual dates are what predecessors are measured by: one that is
 *   late has negative float (P6).
 */
export type ProgressRule = "as_recorded" | "retained_logic" | "progress_override" | "actual_dates";

/** One arm with the intervals of its share. */
export interface ProportionArm {
  /** Units with the outcome. */
  successes: number;
  /** All units. */
  trials: number;
  /** Their share. */
  rate: number;
  /** Wilson's interval (1927): the one to show. */
  wilson: EffectInterval;
  /** Wald's interval, cut at 0 and 1: too short for small or extreme shares. */
  wald?: EffectInterval;
  /** Agresti and Coull's interval (1998). */
  agresti_coull?: EffectInterval;
  /** Jeffreys' interval: equal tails of the posterior with the prior Beta(½, ½). */
  jeffreys?: EffectInterval;
  /** Clopper and Pearson's interval (1934): never too short. */
  clopper_pearson?: EffectInterval;
}

/**
 * How much `compare_proportions` computes.
 *
 * - `headline`: The pooled test, Newcombe's interval and the lift: about a microsecond.
 * - `full`: Every test and interval.
 */
export type ProportionDetail = "headline" | "full";

/** Every test and interval of two shares. */
export interface ProportionMethods {
  /** Wald's test, variances not pooled. */
  wald_test: SignificanceTest;
  /** Miettinen and Nurminen's score test. */
  score_test: SignificanceTest;
  /** Agresti and Caffo's test (2000): one success and one failure added to each arm. */
  agresti_caffo_test: SignificanceTest;
  /** χ² test; absent where a row or column is empty. */
  chi_squared?: SignificanceTest;
  /** χ² test with Yates' correction. */
  chi_squared_yates?: SignificanceTest;
  /** Two-sided p-value of Fisher's exact test; absent above 50 million units. */
  fisher_p_value?: number;
  /** Wald's interval of the difference. */
  wald: EffectInterval;
  /** Newcombe's hybrid interval of the difference (1998, method 10). */
  newcombe: EffectInterval;
  /** Agresti and Caffo's interval of the difference. */
  agresti_caffo: EffectInterval;
  /** Miettinen and Nurminen's score interval of the difference. */
  score: EffectInterval;
  /** Ratio of the shares with the interval on the log scale; absent with an empty cell. */
  ratio?: IntervalEstimate;
  /** Miettinen and Nurminen's score interval of the ratio; without end where the control has no success. */
  ratio_score?: EffectInterval;
  /** Odds ratio with Woolf's logit interval; absent with an empty cell. */
  odds_ratio?: IntervalEstimate;
}

/** What is believed about two shares after the data. */
export interface ProportionPosterior {
  /** Probability that the treatment's share is larger. */
  probability_treatment_higher: number;
  /** Probability that the control's share is larger. */
  probability_control_higher: number;
  /** Expected loss of share by choosing the treatment: E max(control − treatment, 0). */
  loss_of_treatment: number;
  /** Expected loss of share by choosing the control: E max(treatment − control, 0). */
  loss_of_control: number;
  /** Credible interval of the control's share, equal tails. */
  control: EffectInterval;
  /** Credible interval of the treatment's share, equal tails. */
  treatment: EffectInterval;
  /** Posterior mean of the difference treatment − control. */
  difference: number;
  /** Credible interval of the difference, equal tails. */
  difference_interval: EffectInterval;
}

/** What `compare_proportions` answers. */
export interface ProportionReport {
  /** The arm without the change. */
  control: ProportionArm;
  /** The arm with the change. */
  treatment: ProportionArm;
  /** Treatment − control, with Wald's standard error and Newcombe's interval. */
  difference: IntervalEstimate;
  /** Treatment ÷ control − 1 with its delta-method interval; absent where the control has no success. */
  relative_lift?: RelativeLift;
  /**
   * The z test with the pooled share: the test the verdict follows, unless an always-valid one is asked for.
   */
  pooled_test: SignificanceTest;
  /** Every other test and interval, with full detail. */
  methods?: ProportionMethods;
  /** The difference with an interval that may be looked at any time. */
  always_valid?: AlwaysValidEffect;
  /** What is believed after the data, if a prior was given. */
  posterior?: ProportionPosterior;
  /** What is shown at the level asked for. */
  verdict: ExperimentVerdict;
  /** What to do next. */
  advice: StoppingAdvice;
  /** How much this proves. */
  evidence: Evidence;
}

/** Successes among trials. */
export interface ProportionSample {
  /** Units with the outcome, such as converted visitors. */
  successes: number;
  /** All units, 1 to 10¹². */
  trials: number;
}

/**
 * How far a measurement can be trusted.
 *
 * - `confirmed`: Final.
 * - `provisional`: May still change.
 * - `estimated`: Not measured but judged.
 */
export type Quality = "confirmed" | "provisional" | "estimated";

/**
 * Red, amber or green.
 *
 * - `red`: Far from the target.
 * - `amber`: Between.
 * - `green`: At the target or near it.
 */
export type Rag = "red" | "amber" | "green";

/** Where amber and green begin; a score within 10⁻⁹ of a threshold has reached it. */
export interface RagThresholds {
  /**
   * Lowest amber score: 0.4 if absent.
   * @default 0.4
   */
  amber?: number;
  /**
   * Lowest green score: 0.7 if absent.
   * @default 0.7
   */
  green?: number;
}

/** Mann and Whitney's test, by the normal approximation with the corrections for ties and continuity. */
export interface RankTest {
  /** U of the treatment: pairs in which its unit has more, ties as half. */
  u: number;
  /** U ÷ all pairs: the probability that a unit of the treatment has more (0.5: no difference). */
  probability_treatment_higher: number;
  /** Two-sided p-value; 1 where all values are the same. */
  p_value: number;
}

/** A price, from a date on. */
export interface Rate {
  /** First day it holds; from the beginning if absent. */
  from?: CivilDate | null;
  /** Standard rate. */
  standard: Money;
  /** What it is paid for. */
  per?: Per;
  /** Rate for overtime. */
  overtime?: Money | null;
  /** Cost of each use. */
  per_use?: Money;
}

/** What `rate_change` looks at. */
export interface RateChangeOptions {
  /**
   * Column of segments: `segment` if absent.
   * @default "segment"
   */
  segment?: string;
  /**
   * Column that says whether a row is of before or after: `period` if absent.
   * @default "period"
   */
  period?: string;
  /**
   * What that column says before: `before` if absent.
   * @default "before"
   */
  before?: string;
  /**
   * What that column says after: `after` if absent.
   * @default "after"
   */
  after?: string;
  /**
   * Column above the line: `numerator` if absent.
   * @default "numerator"
   */
  numerator?: string;
  /**
   * Column below the line, 0 or more: `denominator` if absent.
   * @default "denominator"
   */
  denominator?: string;
  /**
   * What the rate is stated per: 1 if absent, 100 for a percentage. Above 0, at most 10⁹.
   * @default 1.0
   */
  per?: number;
  /**
   * Whether each unit of the denominator counts at most once in the numerator, so that the change has an
   * interval.
   * False if absent.
   * @default false
   */
  proportion?: boolean;
  /**
   * Confidence of the interval, 0.5 to 0.9999: 0.95 if absent.
   * @default 0.95
   */
  confidence?: number;
}

/** Why a rate changed. */
export interface RateChangeReport {
  /** Pooled rate before: Σ numerator ÷ Σ denominator. */
  rate_before: number;
  /** Pooled rate after. */
  rate_after: number;
  /** After less before; with an interval for proportions. */
  change: IntervalEstimate;
  /** Part of the change that comes from the rates of the segments. */
  rate_effect: number;
  /** Part of the change that comes from their shares. */
  mix_effect: number;
  /**
   * Part of the change that comes from more or less above the line; absent where the logarithm is not
   * defined.
   */
  numerator_effect?: number;
  /** Part of the change that comes from more or less below the line. */
  denominator_effect?: number;
  /** The segments, by name. */
  segments: RateChangeSegment[];
  /** Rows used. */
  n: number;
  /** Rows of both periods left out because a number is missing. */
  missing: number;
  /** Rows of other periods, left out. */
  other_periods: number;
  /** How far the figures can be believed. */
  evidence: Evidence;
}

/** What one segment did to the rate. */
export interface RateChangeSegment {
  /** Its name; absent for rows that do not say. */
  segment?: string;
  /** Sum above the line before. */
  numerator_before: number;
  /** Sum below the line before. */
  denominator_before: number;
  /** Sum above the line after. */
  numerator_after: number;
  /** Sum below the line after. */
  denominator_after: number;
  /** Rate before; absent without a denominator. */
  rate_before?: number;
  /** Rate after; absent without a denominator. */
  rate_after?: number;
  /** Share of the denominator before, 0 to 1. */
  share_before: number;
  /** Share of the denominator after, 0 to 1. */
  share_after: number;
  /** ½ (shares) × change of its rate. */
  rate_effect: number;
  /** ½ (rates) × change of its share. */
  mix_effect: number;
  /**
   * The same against the pooled rates: what its growth or decline did to the whole. These add up to the same
   * total.
   */
  mix_effect_against_whole: number;
}

/** A straight line. */
export interface RateLine {
  /** Rate without use. */
  intercept: IntervalEstimate;
  /** Change of the rate with one unit more of use. */
  slope: IntervalEstimate;
  /** p-value of the slope. */
  slope_p_value: number;
  /** Share of the variance of the rate that goes with use. */
  r_squared: number;
}

/** A binomial logit: ln(rate ÷ (1 − rate)) = intercept + slope × use. */
export interface RateLogit {
  /** Logarithm of the odds without use. */
  intercept: IntervalEstimate;
  /** Change of the logarithm of the odds with one unit more of use. */
  slope: IntervalEstimate;
  /** p-value of the slope. */
  slope_p_value: number;
  /** Pearson's chi-squared ÷ degrees of freedom: above 1 the rates vary more than lots would. */
  dispersion: number;
}

/** One arm with its ratio. */
export interface RatioArm {
  /** Number of units. */
  units: number;
  /** Σ numerator ÷ Σ denominator, with its delta-method interval. */
  ratio: IntervalEstimate;
  /** Variance of a unit's share in the ratio: the squared standard error times the units. */
  unit_variance: number;
}

/** What `compare_ratios` answers. */
export interface RatioReport {
  /** The arm without the change. */
  control: RatioArm;
  /** The arm with the change. */
  treatment: RatioArm;
  /** Difference and lift of the ratios. */
  effect: MeanEffect;
  /** What is shown at the level asked for. */
  verdict: ExperimentVerdict;
  /** What to do next. */
  advice: StoppingAdvice;
  /** How much this proves. */
  evidence: Evidence;
}

/** Sums over the units of one arm. */
export interface RatioSample {
  /** Number of units (users), 2 to 10¹². */
  units: number;
  /** Σ numerator. */
  numerator: number;
  /** Σ denominator, not 0. */
  denominator: number;
  /** Σ numerator². */
  numerator_squares: number;
  /** Σ denominator². */
  denominator_squares: number;
  /** Σ numerator × denominator. */
  products: number;
}

/** An activity of fixed duration that cannot be interrupted. */
export interface RcpspActivity {
  /** What it is called. */
  name?: string | null;
  /** Units of time from its start to its finish; 0 for a milestone. */
  duration: number;
  /** Units of each resource in use while it runs, one number for each resource; none if it uses none. */
  demands?: number[];
  /** Units of each nonrenewable resource that it takes, one number for each; none if it takes none. */
  consumption?: number[];
  /** Other ways to carry it out: mode 0 is the activity as it stands, mode 1 the first of these. */
  modes?: RcpspMode[];
}

/**
 * Each activity waits for the one before: the bound is the sum of the lags from start to start and the last
 * duration.
 */
export interface RcpspCertificatePath {
  kind: "path";
  /** Activities along links. */
  activities: number[];
}

/**
 * The activities need more of a resource than there is between their heads and tails: the bound is the least
 * head, the work divided by the capacity and rounded up, and the least tail.
 */
export interface RcpspCertificateEnergy {
  kind: "energy";
  /** The resource. */
  resource: number;
  /** Activities that use it. */
  activities: number[];
}

/**
 * No two of the activities can overlap, because of a path between them or because together they ask a
 * resource
 * for more than its capacity: the bound is the least head, the sum of the durations and the least tail.
 */
export interface RcpspCertificateClique {
  kind: "clique";
  /** Activities that go one after the other. */
  activities: number[];
}

/**
 * There is no schedule of `makespan` or less, so the bound is one more.
 *
 * Each nogood is a set of literals that cannot all hold in such a schedule, by propagation: suppose they all
 * hold; propagating the links, the resources and the nogoods before it ends in a contradiction. After the
 * last
 * nogood, propagation ends in a contradiction without supposing anything.
 */
export interface RcpspCertificateRefutation {
  kind: "refutation";
  /** The makespan that is refuted. */
  makespan: number;
  /** The log of the proof; empty if it was not kept. */
  nogoods: RcpspLiteral[][];
}

/**
 * Why no schedule is shorter than a bound. The head of an activity is the longest path of links to its start,
 * its
 * tail the longest behind its finish. Time is counted in the largest unit of which all durations and lags are
 * multiples, and each resource in that of its demands: a bound in these is rounded up in them.
 */
export type RcpspCertificate =
  | RcpspCertificatePath
  | RcpspCertificateEnergy
  | RcpspCertificateClique
  | RcpspCertificateRefutation;

/** What the judge found. */
export interface RcpspCheck {
  /** Whether the starts keep every link and every capacity. */
  feasible: boolean;
  /** Latest finish by the starts; 0 if they cannot be read. */
  makespan: number;
  /** The bound that the certificate proves; 0 if it proves none. */
  proven_bound: number;
  /**
   * Everything that is wrong, and as warnings what could not be judged.
   * @default []
   */
  findings?: Issue[];
}

/** Options of the judge. */
export interface RcpspCheckOptions {
  /**
   * Work that judging the certificate may take, in looks at activities and literals; if absent, some seconds.
   */
  work?: number | null;
}

/** A step of the search at which makespan or bound became better. */
export interface RcpspImprovement {
  /** Steps done. */
  steps: number;
  /** Best makespan from here on. */
  makespan: number;
  /** Bound from here on. */
  bound: number;
  /** The method that found it. */
  found_by: string;
}

/** An activity that waits for another: `start(to) >= finish(from) + lag`. */
export interface RcpspLink {
  /** Number of the activity that goes first. */
  from: number;
  /** Number of the activity that waits. */
  to: number;
  /**
   * Least time from the finish of `from` to the start of `to`; if negative they may overlap, but `to` never
   * starts before `from` does.
   */
  lag?: number;
}

/** A statement about the start of an activity: at least, at most, or between two times. */
export interface RcpspLiteral {
  /** The activity. */
  activity: number;
  /** It starts at this time or later. */
  at_least?: number;
  /** It starts at this time or earlier. */
  at_most?: number;
}

/**
 * An activity that must follow another in time: `start(to) <= start(from) + lag` (a maximum lag, which the
 * literature also writes as a link back with a negative lag).
 */
export interface RcpspMaxLag {
  /** Number of the activity whose start counts. */
  from: number;
  /** Number of the activity that must have started by then. */
  to: number;
  /** Most time from start to start; 0 or more. */
  lag: number;
}

/** Another way to carry out an activity. */
export interface RcpspMode {
  /** Units of time from start to finish in this mode. */
  duration: number;
  /** Units of each resource in use while it runs, one number for each resource; none if it uses none. */
  demands?: number[];
  /** Units of each nonrenewable resource that it takes, one number for each; none if it takes none. */
  consumption?: number[];
}

/** Options of the search. */
export interface RcpspOptions {
  /** Schedules that may be generated; if absent, enough for some seconds at most. */
  steps?: number | null;
  /** Seed of the search. */
  seed?: number;
  /** Ends the search when the makespan is at most this much above the bound. */
  gap?: number;
  /**
   * Threads to search with. Builds without the feature `parallel` (browsers among them) search with one and
   * say
   * so in the warnings of the solution.
   */
  threads?: number;
  /** Whether the log of a proof by refutation is kept, so that the certificate can be checked. */
  proof?: boolean;
  /**
   * Starts of a schedule to begin with, one for each activity. One that breaks a link or a capacity is not
   * used,
   * which the warnings of the solution say.
   */
  warm_start?: number[] | null;
}

/**
 * A project scheduling problem: activities that share resources and wait for each other.
 *
 * Activities and resources are known by their place in the list, counted from 0.
 */
export interface RcpspProblem {
  /**
   * Format of the document: `paceline-rcpsp/1`.
   * @default "paceline-rcpsp/1"
   */
  format?: string;
  /** What it is called. */
  name?: string | null;
  /** Renewable resources: what an activity uses is there again when it ends. */
  resources?: RcpspResource[];
  /** Activities. */
  activities: RcpspActivity[];
  /** Which activities wait for which. */
  links?: RcpspLink[];
  /** Nonrenewable resources: what an activity takes is gone for all that follow. */
  nonrenewable?: RcpspResource[];
  /** Which activities must follow others in time. */
  max_lags?: RcpspMaxLag[];
  /** The projects that its activities belong to, if there are several. */
  projects?: RcpspProject[];
}

/** One of several projects that share resources: a run of activities. */
export interface RcpspProject {
  /** What it is called. */
  name?: string | null;
  /** Number of its first activity. */
  first: number;
  /** How many activities it has. */
  count: number;
  /** None of its activities starts before this. The search keeps it by a link; the judge looks here. */
  release?: number;
  /** When it is due; nothing holds it to that. */
  due?: number | null;
}

/** A resource with a constant capacity. */
export interface RcpspResource {
  /** What it is called. */
  name?: string | null;
  /** Units of it that can be in use at once. */
  capacity: number;
}

/** A schedule of a problem, with a lower bound on the makespan and why it holds. */
export interface RcpspSolution {
  /** Format of the document: `paceline-rcpsp-solution/1`. */
  format: string;
  /** What is known about the schedule. */
  status: Status;
  /** Latest finish of an activity. */
  makespan: number;
  /** No schedule has a smaller makespan than this. */
  bound: number;
  /** Makespan less bound: 0 if the schedule is optimal. */
  gap: number;
  /** Start of each activity, in their order. */
  starts: number[];
  /**
   * Mode of each activity, in their order; none if all are carried out as they stand.
   * @default []
   */
  modes?: number[];
  /** Why no schedule is shorter than the bound. */
  certificate: RcpspCertificate;
  /** Steps used: schedules generated. */
  steps: number;
  /**
   * How makespan and bound became better, in the order of the steps.
   * @default []
   */
  trace?: RcpspImprovement[];
  /**
   * What was asked for and could not be done.
   * @default []
   */
  warnings?: Issue[];
}

/** An assignment that one of its alternatives takes over. */
export interface Reassigned {
  /** The task. */
  task: TaskId;
  /** The resource that the plan assigns. */
  from: ResourceId;
  /** The resource that does it. */
  to: ResourceId;
}

/** An assignment that leveling gave to somebody else. */
export interface Reassignment {
  /** The task. */
  task: TaskId;
  /** Who was to do it. */
  from: ResourceId;
  /** Who does it. */
  to: ResourceId;
  /** Home market of who does it, if it has one. */
  market?: string;
  /** Work that it does, in seconds of work of one whole resource. */
  work: Work;
  /** What the work would have cost with the former resource where the task lay before leveling. */
  cost_before: Money;
  /** What it costs now. */
  cost_after: Money;
  /**
   * For each part of the objective how much more it would be if this alone were taken back and the tasks kept
   * their order. All 0 for one that serves only together with others; empty in a plan with very many.
   */
  saving: number[];
  /** Why not the former resource: it is away or busy then; `choice` if it could have done it, too. */
  cause: Cause;
  /** The same as a sentence for a person. */
  message: string;
}

/**
 * How an exception comes back.
 *
 * - `year`: On the same day and month of every later year; 29 February only in leap years.
 */
export type Recurrence = "year";

/**
 * The plan as it stands, with the leveling delays that it has: what `schedule`)
 * answers for it.
 */
export interface ReferencePlan {
  kind: "plan";
}

/** A baseline of the plan. On a bare date any start on that day is the same start. */
export interface ReferenceBaseline {
  kind: "baseline";
  /** Its id. */
  baseline: BaselineId;
}

/** A schedule of this plan or of an earlier version of it: tasks that it lacks have no reference. */
export interface ReferenceSchedule {
  kind: "schedule";
  /** The schedule. */
  schedule: Schedule;
}

/** A given plan: where each task lay. */
export type Reference = ReferencePlan | ReferenceBaseline | ReferenceSchedule;

/** One coefficient of a regression. */
export interface RegressionTerm {
  /** What it stands for. */
  name: string;
  /** Its value. */
  estimate: number;
  /** Its standard error. */
  standard_error: number;
  /** Value ÷ standard error; absent where the error is 0. */
  statistic?: number;
  /** Two-sided p-value. */
  p_value?: number;
  /** Lower end of the interval. */
  low: number;
  /** Upper end of the interval. */
  high: number;
}

/** Where `relate` finds what. */
export interface RelateOptions {
  /**
   * Column with the degree of use. Default `exposure`.
   * @default "exposure"
   */
  exposure?: string;
  /**
   * Column with the number won. Default `won`.
   * @default "won"
   */
  won?: string;
  /**
   * Column with the number closed. Default `closed`.
   * @default "closed"
   */
  closed?: string;
  /**
   * Column with a rate or any other number, instead of won and closed; then there is no logit. Default none.
   */
  rate?: string | null;
  /** Column with weights for the weighted line, 0 or more. Default: the number closed. */
  weight?: string | null;
  /**
   * Correlation, 0 to 1, below which a relation is too weak to speak of. Default 0.2 (very weak in the words
   * of
   * Evans 1996).
   * @default 0.2
   */
  weak?: number;
  /**
   * Whether use was given out by lot. Default false.
   * @default false
   */
  randomized?: boolean;
  /**
   * Level of the intervals, 0.5 to 0.999. Default 0.95.
   * @default 0.95
   */
  level?: number;
}

/** How the rate goes with use. */
export interface RelateReport {
  /** What the data say. */
  verdict: RelateVerdict;
  /** The same as a sentence. */
  statement: string;
  /** How much it proves. */
  evidence: Evidence;
  /** Rows with a degree of use and a rate. */
  rows: number;
  /** Rows without one of them. */
  left_out: number;
  /** Pearson's correlation. */
  pearson: CorrelationEstimate;
  /** Spearman's rank correlation. */
  spearman: CorrelationEstimate;
  /** The line by least squares, each row counting the same. */
  line: RateLine;
  /** The line by weighted least squares. */
  weighted_line?: RateLine;
  /** The binomial logit of won of closed. */
  logit?: RateLogit;
  /**
   * Slope × distance between the quartiles of use × 1,000: won deals more per 1,000 closed at three quarters
   * than at
   * one quarter of use. Nothing for a rate of another kind.
   */
  won_per_thousand?: IntervalEstimate;
}

/**
 * What the data say about use and rates.
 *
 * - `demonstrated`: The rate is higher where there is more use.
 * - `demonstrated_decline`: The rate is lower where there is more use.
 * - `no_demonstrable_relation`: An interval holds zero, or the correlation is too weak to speak of.
 */
export type RelateVerdict = "demonstrated" | "demonstrated_decline" | "no_demonstrable_relation";

/** An effect relative to the control. */
export interface RelativeLift {
  /** Treatment ÷ control − 1, with its delta-method error, in which the control varies too. */
  lift: IntervalEstimate;
  /** Two-sided p-value on this scale. */
  p_value: number;
}

/** An overload that leveling could not remove. */
export interface RemainingOverload {
  /** The overload. */
  overload: Overload;
  /**
   * Why it remains, as a stable code: `fixed-tasks`, `hard-constraint`, `exceeds-capacity`, `out-of-scope`,
   * `within-float`.
   */
  reason: string;
  /** The same for a person. */
  message: string;
}

/**
 * What is made of touches of the same channel right after each other.
 *
 * - `keep`: Each counts.
 * - `merge`: They count as one, at the time of the last.
 */
export type RepeatedTouches = "keep" | "merge";

/** Options of `report`: the terminal report. */
export interface ReportOptions {
  /** How the plan is leveled, if no leveled plan is given. */
  level?: LevelOptions;
  /** How its objectives are scored. */
  score?: ScoreOptions;
  /** Whether headings and findings are colored with terminal codes. */
  color?: boolean;
  /** Columns of the terminal, 60 to 400; 100 if absent. */
  width?: number | null;
}

/** Somebody or something that tasks need. */
export interface Resource {
  /** Id. */
  id: ResourceId;
  /** Name for people. */
  name?: string | null;
  /** What kind it is. */
  kind?: ResourceKind;
  /** Role: copywriter, designer. */
  role?: string | null;
  /** The department (a resource of that kind) it belongs to. */
  department?: ResourceId | null;
  /** Home market. */
  market?: string | null;
  /** Its working time; if absent, the program's. */
  calendar?: CalendarId | null;
  /** How much of it there is at any time; 1 if absent. */
  capacity?: Units;
  /** Other capacities for some time. */
  availability?: Availability[];
  /** When it is away. */
  absences?: Absence[];
  /** A vendor's contract: it works in this window only. */
  contract?: Window | null;
  /** What it can do. */
  skills?: SkillLevel[];
  /** Languages it works in (BCP 47). */
  languages?: string[];
  /** Its prices; the one with the latest `from` on or before the day of work holds. */
  rates?: Rate[];
  /**
   * What other tools say of it that this library does not use: texts by the name that the tool has for them,
   * with the
   * tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
   */
  extras?: Record<string, string>;
}

/** Cost of one resource. */
export interface ResourceCost {
  /** The resource. */
  resource: ResourceId;
  /**
   * Work it does, in seconds of work of one whole resource; none for material and cost.
   * @default 0
   */
  work?: Work;
  /** What it costs. */
  amount: Money;
}

/** Id of a resource. */
export type ResourceId = string;

/**
 * What kind of resource it is. People, departments and vendors work and can be overloaded.
 *
 * - `person`: One person.
 * - `department`: A pool of people of a department.
 * - `vendor`: Somebody outside, with a contract window.
 * - `material`: Something used up; never overloaded.
 * - `cost`: An amount of money; never overloaded.
 */
export type ResourceKind = "person" | "department" | "vendor" | "material" | "cost";

/** Load of one resource. */
export interface ResourceLoad {
  /** The resource. */
  resource: ResourceId;
  /** Days with demand, in order. */
  days: DayLoad[];
  /** Spans of overload, in order. */
  overloads: Overload[];
  /** Sum of the work asked, in seconds. */
  demand: Work;
  /** Sum of the excess, in seconds. */
  excess: Work;
}

/** A channel whose spend may act on the outcome. */
export interface ResponseChannel {
  /** Column of its spend in each period, none below 0; it is the name of the channel. */
  spend: string;
  /** Carry-overs to choose from: one fixes it, none means that spend acts at once and no longer. */
  adstock?: Adstock[];
  /** Saturations to choose from: one fixes it, none means that effects grow in proportion. */
  saturation?: Saturation[];
}

/** What a channel brought. */
export interface ResponseChannelFit {
  /** Column of its spend. */
  channel: string;
  /** The carry-over, given or chosen. */
  adstock: Adstock;
  /** The saturation, given or chosen, with numbers of its own. */
  saturation: Saturation;
  /** Effect of a saturation of 1. */
  coefficient: IntervalEstimate;
  /** Its spend in all periods. */
  spend: number;
  /** What it brought in these periods. */
  contribution: IntervalEstimate;
  /** Share of the outcome; left out where outcomes do not add up to more than 0. */
  share?: IntervalEstimate;
  /** Contribution ÷ spend. */
  roas: IntervalEstimate;
  /** Effect of one more unit of spend in each period, at its mean spend; left out where it is infinite. */
  marginal?: number;
  /** Effect of a steady spend, from 0 to 1.5 times its largest. */
  curve: ResponseCurvePoint[];
  /** What it brought in each period, in the order of `points`. */
  contributions: number[];
}

/** A point of a response curve. */
export interface ResponseCurvePoint {
  /** Spend in each period, long enough for the carry-over to settle. */
  spend: number;
  /** Effect of each period. */
  response: IntervalEstimate;
  /** Whether so much was spent in no period: here the curve is the formula's alone. */
  beyond_data: boolean;
}

/** A period. */
export interface ResponseFitPoint {
  /** Its date, where a column of dates was named. */
  time?: string;
  /** What came. */
  outcome: number;
  /** What the model says. */
  fitted: number;
  /** What it says without any spend. */
  baseline: number;
}

/** How well a response fit fits. */
export interface ResponseFitQuality {
  /** Share of the variance of the outcome that is explained. */
  r_squared: number;
  /** Mean of |error| ÷ |outcome|; left out where an outcome is 0. */
  mape?: number;
  /**
   * 1 − squared errors of the predictions ÷ those of the mean so far, over the last third of the rows; below
   * 0 where
   * the mean predicts better.
   */
  out_of_sample_r_squared?: number;
  /** Mean of |error| ÷ |outcome| of the predictions; left out where an outcome is 0. */
  out_of_sample_mape?: number;
  /** Rows that were predicted from those before them. */
  predicted_rows: number;
  /** Standard deviation of the residuals, by the effective parameters. */
  residual_deviation: number;
}

/** A coefficient. */
export interface ResponseTerm {
  /** Its column, or `constant`, `trend`, `sine 1`, `cosine 1` and so on. */
  name: string;
  /** What it is. */
  kind: ResponseTermKind;
  /** The coefficient. */
  coefficient: IntervalEstimate;
  /**
   * Variance inflation: 1 ÷ (1 − R²) of the column by the others; left out for the constant and where it is
   * made of
   * them.
   */
  variance_inflation?: number;
}

/**
 * What a term of a response fit is.
 *
 * - `constant`: The constant.
 * - `channel`: A channel.
 * - `control`: A control column.
 * - `trend`: The linear trend.
 * - `season`: A sine or cosine of the season.
 */
export type ResponseTermKind = "constant" | "channel" | "control" | "trend" | "season";

/** Rows with this value. */
export interface RowFilterEquals {
  kind: "equals";
  /** The column. */
  column: string;
  /** The value. */
  value: FilterValue;
}

/** Rows with one of these values. */
export interface RowFilterOneOf {
  kind: "one_of";
  /** The column. */
  column: string;
  /** The values: 1 to 1,000. */
  values: FilterValue[];
}

/** Rows with this value or a higher one. Dates written alike compare as dates. */
export interface RowFilterAtLeast {
  kind: "at_least";
  /** The column. */
  column: string;
  /** The value. */
  value: FilterValue;
}

/** Rows with a lower value. */
export interface RowFilterBelow {
  kind: "below";
  /** The column. */
  column: string;
  /** The value. */
  value: FilterValue;
}

/** Rows that have a value. */
export interface RowFilterPresent {
  kind: "present";
  /** The column. */
  column: string;
}

/** Rows where the value is missing. */
export interface RowFilterAbsent {
  kind: "absent";
  /** The column. */
  column: string;
}

/** Which rows count. */
export type RowFilter =
  | RowFilterEquals
  | RowFilterOneOf
  | RowFilterAtLeast
  | RowFilterBelow
  | RowFilterPresent
  | RowFilterAbsent;

/** A run chart. */
export interface RunChart {
  /** Whether a shift or a trend was found. */
  changed: boolean;
  /** The same as a sentence. */
  statement: string;
  /** How much it proves. */
  evidence: Evidence;
  /** The median of the baseline. */
  median: number;
  /** The points in the order of time. */
  points: RunChartPoint[];
  /**
   * Shifts and trends, in the order of time.
   * @default []
   */
  signals?: RunSignal[];
  /** Points that are not on the median. */
  useful: number;
  /** Runs on one side of the median. */
  runs: number;
  /** Points of the longest run. */
  longest_run: number;
  /** Median of the points after the baseline less that of the baseline. */
  change?: number;
}

/** Where `run_chart` finds what, and its rules. */
export interface RunChartOptions {
  /**
   * Column with the date of each point, each once. Default `date`.
   * @default "date"
   */
  time?: string;
  /**
   * Column with its value. Default `value`.
   * @default "value"
   */
  value?: string;
  /** Last date of the baseline that the median is taken from. Default: the median of all points. */
  baseline_until?: When | null;
  /**
   * Points in a row on one side of the median that are a shift, 4 to 50; points on the median do not count.
   * Default 8.
   * @default 8
   */
  shift?: number;
  /**
   * Points in a row each above (or each below) the one before that are a trend, 4 to 50; equal points do not
   * count.
   * Default 6.
   * @default 6
   */
  trend?: number;
}

/** A point of a run chart. */
export interface RunChartPoint {
  /** Its date. */
  at: string;
  /** Its value. */
  value: number;
  /** 1 above the median, −1 below, 0 on it. */
  side: number;
}

/** How long the current run may be, after each value. */
export interface RunLengths {
  /** Likeliest length. */
  likeliest: number[];
  /** Mean length. */
  mean: number[];
  /** Probability that the next value starts a new run. */
  new_run: number[];
  /** Logarithm of the probability of the series, in its standard deviations. */
  log_evidence: number;
}

/** A shift or a trend. */
export interface RunSignal {
  /** Which of them. */
  kind: RunSignalKind;
  /** 1 upwards, −1 downwards. */
  direction: number;
  /** Date of its first point. */
  from: string;
  /** Date of its last point. */
  to: string;
  /** How many points count. */
  points: number;
}

/**
 * What a run chart shows.
 *
 * - `shift`: Many points in a row on one side of the median.
 * - `trend`: Many points in a row that rise, or fall.
 */
export type RunSignalKind = "shift" | "trend";

/** What has been reached after a step of the forecast. */
export interface RunningTotal {
  /** Steps after the last value, from 1. */
  step: number;
  /** What was reached before + the sum of the forecasts so far. */
  value: number;
  /**
   * Its intervals, from simulated paths.
   * @default []
   */
  intervals?: PredictionInterval[];
}

/** One arm of `check_sample_ratio`. */
export interface SampleRatioArm {
  /** Name of the arm. */
  name: string;
  /** Units that were counted. */
  units: number;
  /**
   * Share that was planned, on any scale, above 0. Default 1: all the same.
   * @default 1.0
   */
  share?: number;
}

/** What `check_sample_ratio` answers. */
export interface SampleRatioReport {
  /** The arms in the order given. */
  arms: SampleRatioRow[];
  /** χ² = Σ (counted − expected)² ÷ expected. */
  chi_squared: number;
  /** Degrees of freedom: arms − 1. */
  degrees_of_freedom: number;
  /** Probability of a split at least this uneven by chance. */
  p_value: number;
  /** Whether the split is wrong: then nothing else of the experiment is to be believed. */
  mismatch: boolean;
  /** How much this proves. */
  evidence: Evidence;
}

/** What `check_sample_ratio` asks. */
export interface SampleRatioRequest {
  /** The arms, 2 to 1,000. */
  arms: SampleRatioArm[];
  /**
   * p-value below which the split is called wrong. Default 0.001, as the check is made on every experiment.
   * @default 0.001
   */
  alpha?: number;
}

/** One arm as it should be. */
export interface SampleRatioRow {
  /** Name of the arm. */
  name: string;
  /** Units that were counted. */
  units: number;
  /** Units expected by the planned shares. */
  expected_units: number;
  /** (counted − expected) ÷ its standard deviation: which arm is off. */
  residual: number;
}

/** x. */
export interface SaturationNone {
  kind: "none";
}

/** xˢ ÷ (κˢ + xˢ): S-shaped where the slope is above 1. */
export interface SaturationHill {
  kind: "hill";
  /** Slope s, above 0. */
  slope: number;
  /** Input κ of half the effect, above 0. */
  half: number;
}

/** Hill with κ = (1 − γ) · smallest + γ · largest input of the series (Robyn). */
export interface SaturationHillRelative {
  kind: "hill_relative";
  /** Slope s, above 0. */
  slope: number;
  /** Place γ of the half effect between the smallest and the largest input, above 0 and up to 1. */
  gamma: number;
}

/** (1 − e^(−λx)) ÷ (1 + e^(−λx)). */
export interface SaturationLogistic {
  kind: "logistic";
  /** Rate λ, above 0. */
  rate: number;
}

/** maximum · x ÷ (half + x). */
export interface SaturationMichaelisMenten {
  kind: "michaelis_menten";
  /** Effect that is never reached, above 0. */
  maximum: number;
  /** Input of half of it, above 0. */
  half: number;
}

/** b · tanh(x ÷ (b c)). */
export interface SaturationTanh {
  kind: "tanh";
  /** Effect b that is never reached, above 0. */
  maximum: number;
  /** Input c that the first unit of effect costs, above 0. */
  cost: number;
}

/** x^α. */
export interface SaturationRoot {
  kind: "root";
  /** Exponent α, above 0 and up to 1. */
  exponent: number;
}

/** Saturation: how an input of one period becomes an effect, more of it adding less at last. */
export type Saturation =
  | SaturationNone
  | SaturationHill
  | SaturationHillRelative
  | SaturationLogistic
  | SaturationMichaelisMenten
  | SaturationTanh
  | SaturationRoot;

/** When everything happens. */
export interface Schedule {
  /** Version of the format, `paceline-schedule/1`. */
  format: string;
  /** First start. */
  start: Stamp;
  /** Last finish. */
  finish: Stamp;
  /** Every task of the plan, in the order of their ids. A document may have them in any order. */
  tasks: TaskSchedule[];
  /**
   * The longest driving path to the finish of the program, first task first; with multiple critical
   * paths one for each open end that is critical.
   */
  critical_paths: TaskId[][];
  /**
   * Assignments that are done by somebody else than the plan says, by task, then resource. Whoever reads the
   * schedule reads the plan with them: load, cost, checks and `apply_leveling` do.
   * @default []
   */
  reassigned?: Reassigned[];
  /**
   * What a person should know: missed deadlines, broken constraints, negative float, and the plan's warnings.
   * @default []
   */
  issues?: Issue[];
}

/**
 * From which end dates are computed.
 *
 * - `start`: From the start of the program: tasks as soon as possible.
 * - `finish`: From its finish: tasks as late as possible.
 */
export type ScheduleFrom = "start" | "finish";

/**
 * How dates are computed. The defaults are Microsoft Project's.
 *
 * Primavera P6 as it comes is `honor_constraints: false`, `lag_calendar: predecessor`, `progress_rule:
 * retained_logic`, `total_float: finish`.
 */
export interface Scheduling {
  /**
   * Which clock the dates are on: `wall` (one civil clock for everybody: nine o'clock is nine o'clock in
   * every market, zones only translate) or `zoned` (true instants: each calendar works in its own zone).
   */
  clock?: Clock;
  /** From which end dates are computed. */
  from?: ScheduleFrom;
  /** Whose working time lags count in. */
  lag_calendar?: LagCalendar;
  /** How late dates and float are told. */
  float_rule?: FloatRule;
  /**
   * Whether constraint dates beat links (Microsoft Project) or links beat constraint dates, which
   * then show as negative float (Primavera P6).
   */
  honor_constraints?: boolean;
  /** What the status date and progress out of sequence mean. */
  progress_rule?: ProgressRule;
  /**
   * Whether lags after the start of a started task count from when its rest goes on instead of from its
   * actual start
   * (P6: *compute start-to-start lag from early start*).
   */
  lag_from_early_start?: boolean;
  /** Whether `progress.expected_finish` decides how long the rest of a task takes (P6). */
  use_expected_finish?: boolean;
  /** Which dates total float is the difference of. */
  total_float?: TotalFloat;
  /** What makes a task critical. */
  critical?: CriticalRule;
  /**
   * Whether every chain of tasks has its own critical path instead of one for the program (P6: *make
   * open-ended
   * activities critical*).
   */
  multiple_critical_paths?: boolean;
  /** Tasks with at most this much total float are critical. */
  critical_float?: Duration;
}

/** What one KPI did to the program score. */
export interface ScoreChangeDriver {
  /** The KPI. */
  kpi: KpiId;
  /** Its objective. */
  objective: ObjectiveId;
  /** Its value before; absent without data. */
  actual_before?: number;
  /** Its value after; absent without data. */
  actual_after?: number;
  /** Its score before; absent without data. */
  score_before?: number;
  /** Its score after; absent without data. */
  score_after?: number;
  /** What the change of its score did to the program score. */
  score_effect?: number;
  /** What the change of its share did, because it or another KPI has data on one date only. */
  coverage_effect?: number;
  /** Both together: what it did to the program score. These add up to the change. */
  effect?: number;
}

/** What an objective did to the program score. */
export interface ScoreChangeObjective {
  /** The objective. */
  objective: ObjectiveId;
  /** Its score before; absent without data. */
  before?: number;
  /** Its score after; absent without data. */
  after?: number;
  /** What its KPIs did to the program score; absent where that has no change. */
  effect?: number;
}

/** What moved a program score. */
export interface ScoreChangeReport {
  /** Program score before; absent without data. */
  before?: number;
  /** Program score after; absent without data. */
  after?: number;
  /** After less before; absent if one of them is. */
  change?: number;
  /** Share of the weight with data before, 0 to 1. */
  coverage_before: number;
  /** Share of the weight with data after, 0 to 1. */
  coverage_after: number;
  /** The objectives, by id. */
  objectives: ScoreChangeObjective[];
  /** The KPIs, those that moved the program most first. */
  drivers: ScoreChangeDriver[];
  /** How far the figures can be believed. */
  evidence: Evidence;
}

/** What `score_change` asks. */
export interface ScoreChangeRequest {
  /** Objectives with their KPIs and measurements. */
  objectives: Objective[];
  /** The earlier date. */
  before: When;
  /** The later date. */
  after: When;
  /**
   * How scores are made; `as_of` is not looked at.
   * @default
   * {"clamp":{"max":1.2,"min":0.0},"min_coverage":0.0,"missing":"renormalize","thresholds":{"amber":0.4,"green":0.7}}
   */
  options?: ScoreOptions;
}

/** The attainment itself. */
export interface ScoreCurveLinear {
  kind: "linear";
}

/** 1 from `low` to `high`, falling linearly to 0 at the distance `tolerance` from them. */
export interface ScoreCurveBand {
  kind: "band";
  /** Lowest value of the band, in the KPI's unit. */
  low: number;
  /** Highest value of the band, in the KPI's unit. */
  high: number;
  /** Distance from the band at which the score is 0, in the KPI's unit; 0: at once. */
  tolerance: number;
}

/**
 * The highest score among the steps reached: those at or below the value, or at or above it where
 * less is better; 0 before the first.
 */
export interface ScoreCurveStep {
  kind: "step";
  /** The steps, in any order. */
  steps: CurvePoint[];
}

/** Straight lines between points, flat outside them. */
export interface ScoreCurvePiecewise {
  kind: "piecewise";
  /** The points, in any order. */
  points: CurvePoint[];
}

/**
 * An S from 0 at the baseline to 1 at the target: `(g(u) − g(0)) ÷ (g(1) − g(0))` with
 * `g(u) = 1 ÷ (1 + exp(−steepness × (u − ½)))` and `u` the attainment within 0 and 1.
 */
export interface ScoreCurveLogistic {
  kind: "logistic";
  /** How sharp the S is, from 0.1 (nearly a line) to 100 (nearly a step); 8 is usual. */
  steepness: number;
}

/** How the value of a KPI becomes its score; the clamp applies afterwards. */
export type ScoreCurve =
  | ScoreCurveLinear
  | ScoreCurveBand
  | ScoreCurveStep
  | ScoreCurvePiecewise
  | ScoreCurveLogistic;

/** How `score` reads and rolls up measurements. */
export interface ScoreOptions {
  /**
   * The date of the review: later measurements are not known yet. A bare date means its end, and a
   * measurement with a bare date is known all that day. Absent: every measurement counts and nothing
   * is stale.
   */
  as_of?: When | null;
  /**
   * Lowest and highest score of a KPI that has no clamp of its own: 0 to 1.2.
   * @default {"max":1.2,"min":0.0}
   */
  clamp?: Clamp;
  /**
   * What a KPI without data does to its objective.
   * @default "renormalize"
   */
  missing?: MissingPolicy;
  /**
   * Share of weight with data below which `renormalize` gives no score: 0 to 1,
   * 0 if absent.
   * @default 0.0
   */
  min_coverage?: number;
  /**
   * Where amber and green begin.
   * @default {"amber":0.4,"green":0.7}
   */
  thresholds?: RagThresholds;
}

/** Scores of a program, its objectives and their KPIs. */
export interface Scorecard {
  /** The date of the review, as asked. */
  as_of?: When;
  /** The program. */
  program: ProgramScore;
  /** The objectives, by id. */
  objectives: ObjectiveScore[];
  /** What each KPI would do for the program at its target, largest lift first. */
  sensitivity: Lift[];
  /**
   * What a reader of the scores of the program and its objectives should know; those of a KPI are
   * beside it.
   * @default []
   */
  cautions?: Issue[];
}

/**
 * Whether seasons are added or multiply.
 *
 * - `additive`: Seasons are added.
 * - `multiplicative`: Seasons are shares; the values must be positive.
 */
export type SeasonKind = "additive" | "multiplicative";

/** No season. */
export interface SeasonTermsNone {
  kind: "none";
}

/** A level for each place in the season but the first. */
export interface SeasonTermsDummies {
  kind: "dummies";
  /** Length of the season in rows: 12 for months, 7 for days, 4 for quarters; 2 to 366. */
  period: number;
}

/** Pairs of sine and cosine: a smooth season with few terms. */
export interface SeasonTermsFourier {
  kind: "fourier";
  /** Length of the season in rows, 2 to 366. */
  period: number;
  /** Pairs, 1 to half the period. */
  pairs: number;
}

/** How a season is modelled. */
export type SeasonTerms = SeasonTermsNone | SeasonTermsDummies | SeasonTermsFourier;

/** One season of a series. */
export interface SeasonalPart {
  /** Its steps. */
  period: number;
  /** What it adds to each value, or multiplies it by. */
  values: number[];
  /** Its strength: 1 − variance of the remainder ÷ variance of season and remainder, from 0 to 1. */
  strength?: number;
}

/**
 * What to do after the looks so far.
 *
 * - `not_started`: No look has been taken.
 * - `continue`: No boundary is crossed: go on to the next look.
 * - `stop`: A boundary is crossed: the effect is shown, stop.
 * - `not_shown`: The last look has passed without a crossing: no effect is shown.
 */
export type SequentialAdvice = "not_started" | "continue" | "stop" | "not_shown";

/** One planned look. */
export interface SequentialLook {
  /** Share of the planned information. */
  information: number;
  /** z statistic to reach; absent where nothing can be spent yet. */
  boundary?: number;
  /** The same as a p-value of a look on its own. */
  nominal_p_value: number;
  /** Chance of a false alarm up to and with this look. */
  alpha_spent: number;
  /** Chance to have stopped by this look if the planned effect is there. */
  power: number;
  /** z statistic that was observed. */
  observed?: number;
  /** Whether it crossed the boundary. */
  crossed?: boolean;
}

/** What `sequential_boundaries` answers. */
export interface SequentialReport {
  /** The looks in order. */
  looks: SequentialLook[];
  /** Units that this plan needs at most, relative to a single look with the same power: 1.03 is 3 % more. */
  inflation: number;
  /** Units on average if the planned effect is there, relative to a single look. */
  expected_units: number;
  /** What to do now. */
  advice: SequentialAdvice;
}

/** What `sequential_boundaries` asks. */
export interface SequentialRequest {
  /**
   * Number of planned looks, evenly spaced, 1 to 50, if `information` is empty. Default 5.
   * @default 5
   */
  looks?: number;
  /** Shares of the planned information (units) at the looks, rising, up to 1; at least 0.005 apart. */
  information?: number[];
  /**
   * Accepted rate of false alarms over all looks. Default 0.05.
   * @default 0.05
   */
  alpha?: number;
  /**
   * Whether both directions count (default), or only that of benefit.
   * @default true
   */
  two_sided?: boolean;
  /**
   * How alpha is spent. Default like O'Brien and Fleming.
   * @default {"kind":"obrien_fleming"}
   */
  spending?: AlphaSpending;
  /**
   * Power at the last look for the effect that was planned for; the report then says how many more units the
   * looks cost. Default 0.8.
   * @default 0.8
   */
  power?: number;
  /** z statistics of the looks so far: the report then says whether to stop. */
  observed?: number[];
}

/**
 * How the errors of the coefficients are estimated.
 *
 * - `newey_west`: Newey and West: neighbours may be alike, variances may change.
 * - `classic`: Classic: no row tells anything about another.
 * - `hc1`: HC1: variances may change.
 * - `hc3`: HC3: variances may change, few rows.
 */
export type SeriesErrors = "newey_west" | "classic" | "hc1" | "hc3";

/**
 * How much an `Issue` matters.
 *
 * - `error`: The operation cannot be carried out, or its result would be wrong.
 * - `warning`: The result stands, but somebody should look at this.
 * - `info`: Worth knowing.
 */
export type Severity = "error" | "warning" | "info";

/** stretch of work of a day, such as 09:00-17:00; 22:00-06:00 runs across midnight */
export type Shift = string;

/** A task that drives it by a link moved. */
export interface ShiftCauseDriven {
  kind: "driven";
  /** The task. */
  by: TaskId;
}

/** A task that drove it by a link does so no longer. */
export interface ShiftCauseReleased {
  kind: "released";
  /** The task. */
  by: TaskId;
}

/** It is a summary, and a child moved that begins or ends its span. */
export interface ShiftCauseChild {
  kind: "child";
  /** The child. */
  task: TaskId;
}

/** Its duration changed. */
export interface ShiftCauseDuration {
  kind: "duration";
  /** Before, in seconds of working time of its calendar. */
  before: Work;
  /** After, likewise. */
  after: Work;
}

/** It moved by itself: something of its own changed, or leveling placed it there. */
export interface ShiftCauseOwn {
  kind: "own";
  /** What changed, if the plan of the earlier schedule is known. */
  changed?: OwnChange[];
}

/** Why a task moved: the step of its chain next to it. */
export type ShiftCause =
  | ShiftCauseDriven
  | ShiftCauseReleased
  | ShiftCauseChild
  | ShiftCauseDuration
  | ShiftCauseOwn;

/** A test of "no difference". */
export interface SignificanceTest {
  /** The test statistic; absent where nothing varies. */
  statistic?: number;
  /** Degrees of freedom, where the reference distribution has them. */
  degrees_of_freedom?: number;
  /**
   * Probability of a difference at least this large if there were none, two-sided; 1 where nothing varies.
   */
  p_value: number;
}

/** Name of a skill. */
export type SkillId = string;

/** A skill at a level. */
export interface SkillLevel {
  /** Name of the skill. */
  skill: SkillId;
  /** Level, 1 (knows it) to 5 (teaches it). */
  level?: number;
}

/**
 * Unit of times between two columns.
 *
 * - `minutes`: Minutes.
 * - `hours`: Hours.
 * - `days`: Days of 24 hours.
 */
export type SpanUnit = "minutes" | "hours" | "days";

/**
 * Which bound holds a spend.
 *
 * - `free`: None: it lies between them.
 * - `least`: It is at its least.
 * - `most`: It is at its most.
 */
export type SpendBound = "free" | "least" | "most";

/** A point of a response curve. */
export interface SpendResponse {
  /** Spend of one period. */
  spend: number;
  /** Effect of one period. */
  response: number;
}

/** A time in which work on a task pauses. */
export interface Split {
  /** How much of the duration lies before the pause. */
  after: Duration;
  /** How long work pauses, in working time. */
  pause: Duration;
}

/** Effects by cohort and period (Callaway and Sant'Anna), each against units not treated then. */
export interface StaggeredEffects {
  /** Mean over cohorts and periods since their start, by size of cohort. */
  overall: IntervalEstimate;
  /** Two-sided p-value of the mean; absent where its error is 0. */
  overall_p_value?: number;
  /** By periods since the start. */
  by_event_time: AggregateEffect[];
  /** By cohort, mean over its periods. */
  by_cohort: AggregateEffect[];
  /** By period, mean over the cohorts that have started. */
  by_period: AggregateEffect[];
  /** p-value of "no effect at any time before the start". */
  pre_trend_p_value?: number;
  /** Every cohort in every period. */
  group_time: GroupTimeEffect[];
  /**
   * Critical value of bands that hold for all periods since the start together, if a bootstrap was asked for.
   */
  simultaneous_critical_value?: number;
}

/** computed local date-time; with an offset from UTC in a zoned plan */
export type Stamp = string;

/**
 * What is known about the plan that an operation returns.
 *
 * - `optimal`: No better plan exists: the objective equals its lower bound, or every alternative was ruled
 *   out.
 * - `feasible`: A plan that keeps every rule; a better one may exist.
 * - `infeasible`: No plan can keep every rule: what could not be kept is listed.
 * - `stopped`: The host stopped the search; the best plan so far is returned.
 */
export type Status = "optimal" | "feasible" | "infeasible" | "stopped";

/**
 * What to do next.
 *
 * - `stop_for_benefit`: Stop and use the treatment.
 * - `stop_for_harm`: Stop and keep the control.
 * - `keep_running`: Go on: the plan is not complete, and stopping now would break the promise of the test.
 * - `stop_without_difference`: The plan is complete and no difference is shown: decide by cost, or plan a
 *   larger experiment.
 * - `plan_first`: Plan an experiment: without a plan or an always-valid interval nothing says when to stop.
 */
export type StoppingAdvice =
  | "stop_for_benefit"
  | "stop_for_harm"
  | "keep_running"
  | "stop_without_difference"
  | "plan_first";

/** What Microsoft Project stored about a task: dates as it computed them. */
export interface StoredTask {
  /** The task. */
  task: TaskId;
  /** Scheduled start. */
  start?: Stamp;
  /** Scheduled finish. */
  finish?: Stamp;
  /** Earliest start. */
  early_start?: Stamp;
  /** Earliest finish. */
  early_finish?: Stamp;
  /** Latest start. */
  late_start?: Stamp;
  /** Latest finish. */
  late_finish?: Stamp;
  /** Total slack in seconds of working time. */
  total_float?: Work;
  /** Free slack in seconds of working time. */
  free_float?: Work;
  /** Whether it was critical. */
  critical?: boolean;
}

/** The difference within strata. */
export interface StratifiedUplift {
  /** The column. */
  by: string;
  /** Strata with closed opportunities in both groups. */
  strata: number;
  /**
   * Strata with closed opportunities in one group alone: they tell nothing and are left out.
   * @default []
   */
  strata_left_out?: string[];
  /** Closed opportunities in the strata left out. */
  closed_left_out: number;
  /** Mantel–Haenszel difference of the rates. */
  difference: IntervalEstimate;
  /** Mantel–Haenszel ratio of the rates. */
  risk_ratio?: IntervalEstimate;
  /** Mantel–Haenszel ratio of the odds. */
  odds_ratio?: IntervalEstimate;
  /** Cochran–Mantel–Haenszel chi-squared, without correction for continuity. */
  cmh_chi_squared?: number;
  /** Its p-value. */
  cmh_p_value?: number;
  /** p-value of Breslow and Day with Tarone's correction: small if the odds ratios of the strata differ. */
  breslow_day_p_value?: number;
  /** p-value of Cochran's Q: small if the differences of the strata differ. */
  heterogeneity_p_value?: number;
}

/** A predictor in the treated unit and in the mix. */
export interface SyntheticBalance {
  /** Column. */
  predictor: string;
  /** Its weight, 0 to 1. */
  weight: number;
  /** Mean in the treated unit. */
  treated: number;
  /** Mean in the mix. */
  synthetic: number;
  /** Mean over the donors, all alike. */
  donors: number;
}

/** Options of `synthetic_control`. */
export interface SyntheticControlOptions {
  /**
   * Column of the units. Default `unit`.
   * @default "unit"
   */
  unit?: string;
  /**
   * Column of the time: dates, or numbers such as years. Default `time`.
   * @default "time"
   */
  time?: string;
  /**
   * Column of the outcome. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * The unit that was treated. Must be given.
   * @default ""
   */
  treated?: string;
  /**
   * First moment of the treatment, as the time column writes it. Must be given.
   * @default null
   */
  intervention?: TimePoint | null;
  /**
   * Units to mix. Default: all others.
   * @default []
   */
  donors?: string[];
  /**
   * What the mix should have in common with the treated unit. Default none: the outcome itself, row by row.
   * @default []
   */
  predictors?: SyntheticPredictor[];
  /**
   * Weights of the predictors, not below 0, in their order. Default: those with which the mix follows the
   * outcome best
   * before the treatment.
   * @default []
   */
  predictor_weights?: number[];
  /**
   * First moment at which the outcome should be followed. Default: the first row.
   * @default null
   */
  fit_start?: TimePoint | null;
  /**
   * Last moment at which the outcome should be followed. Default: the last before the treatment.
   * @default null
   */
  fit_end?: TimePoint | null;
  /**
   * Tries of predictor weights for each fit. From 100 to 200,000, default 6,000.
   * @default 6000
   */
  evaluations?: number;
  /**
   * Placebo test in space: each donor in turn is treated as if it had been the one. Default yes.
   * @default true
   */
  placebos_in_space?: boolean;
  /**
   * Placebo test in time: an earlier moment is treated as if it had been the one. Default none.
   * @default null
   */
  placebo_time?: TimePoint | null;
  /**
   * Repeats the fit without each donor that has a share. Default yes.
   * @default true
   */
  leave_one_out?: boolean;
}

/** What would have happened to the treated unit, as a mix of others says. */
export interface SyntheticControlReport {
  /** Mean of actual − synthetic from the treatment on. */
  average_effect: number;
  /** Sum of actual − synthetic from the treatment on. */
  cumulative_effect: number;
  /** Cumulative effect ÷ the sum of the synthetic outcome; absent where that is 0. */
  relative_effect?: number;
  /** Share of each donor, by name. */
  weights: SyntheticWeight[];
  /**
   * How alike the mix is.
   * @default []
   */
  balance?: SyntheticBalance[];
  /**
   * What the shares make smallest: the weighted sum of squares over the scaled predictors, or the sum of
   * squares of the
   * outcome over the times to be followed.
   */
  loss: number;
  /** How much smaller it could be at most: the proof that the shares are the best. */
  loss_gap: number;
  /** Mean square of actual − synthetic over the times to be followed. */
  fit_mspe: number;
  /** Root of the mean square of actual − synthetic at all times before the treatment. */
  pre_rmspe: number;
  /** The same from the treatment on. */
  post_rmspe: number;
  /** The second ÷ the first; absent where the first is 0. */
  rmspe_ratio?: number;
  /** Actual and synthetic outcome: the picture. */
  series: SyntheticPoint[];
  /**
   * Each donor treated as if it had been the one, by name.
   * @default []
   */
  placebos_in_space?: SyntheticPlacebo[];
  /**
   * Share of the treated unit and the placebos whose ratio is at least that of the treated unit (a
   * permutation test).
   */
  p_value?: number;
  /** The fit at an earlier moment, judged from there to the treatment. */
  placebo_in_time?: SyntheticPlacebo;
  /**
   * The fit without each donor that has a share.
   * @default []
   */
  leave_one_out?: SyntheticLeaveOneOut[];
  /** How much this proves. */
  evidence: Evidence;
}

/** A fit without one donor. */
export interface SyntheticLeaveOneOut {
  /** The donor left out. */
  donor: string;
  /** Mean gap from the treatment on. */
  average_effect: number;
  /** Root of the mean square of the gap before. */
  pre_rmspe: number;
}

/** A fit where nothing happened. */
export interface SyntheticPlacebo {
  /** The donor treated as the unit, or the moment treated as the intervention. */
  name: string;
  /** Mean gap from the treatment on. */
  average_effect: number;
  /** Root of the mean square of the gap before. */
  pre_rmspe: number;
  /** The same from the treatment on. */
  post_rmspe: number;
  /** The second ÷ the first; absent where the first is 0. */
  rmspe_ratio?: number;
}

/** One time of the picture. */
export interface SyntheticPoint {
  /** Time, as written. */
  time: string;
  /** Part of the time. */
  period: ImpactPeriod;
  /** Outcome of the treated unit. */
  actual: number;
  /** Outcome of the mix. */
  synthetic: number;
  /** Actual − synthetic. */
  gap: number;
}

/**
 * A number that the synthetic unit should have in common with the treated one: the mean of a column over some
 * times.
 */
export interface SyntheticPredictor {
  /**
   * Column. Missing values are left out of the mean.
   * @default ""
   */
  column?: string;
  /** Times to average over. Default: all before the intervention. */
  times?: TimePoint[];
}

/** The share of a donor. */
export interface SyntheticWeight {
  /** Donor. */
  unit: string;
  /** Its share, 0 to 1. */
  weight: number;
}

/**
 * Columns of the same length, by name: each a list of numbers, texts or truth values, with null where a value
 * is missing.
 */
export type TableColumns = Record<string, (number | string | boolean | null)[]>;

/** A task, a milestone or, if others name it as their parent, a summary. */
export interface Task {
  /** Id. */
  id: TaskId;
  /** Name for people. */
  name?: string | null;
  /** The summary it belongs to in the work breakdown tree. */
  parent?: TaskId | null;
  /** The campaign it belongs to; if absent, its parent's. */
  campaign?: CampaignId | null;
  /** The market it is for. */
  market?: string | null;
  /**
   * Working or elapsed duration. A milestone has none; a summary's is computed. If absent, the
   * likely estimate, or the longest of its assignments' work divided by units.
   */
  duration?: Duration | null;
  /** Three-point estimate. */
  estimate?: Estimate | null;
  /** What decides its dates; `fixed_units` if absent. */
  task_type?: TaskType;
  /** Dates set by hand, which links do not move. */
  manual?: ManualDates | null;
  /** When work on it pauses. Load and cost spread the work evenly from start to finish all the same. */
  splits?: Split[];
  /** Set for a milestone: a moment, not work. */
  milestone?: MilestoneKind | null;
  /**
   * Set for a level of effort (P6; a hammock): work such as supervision that lasts as long as what it
   * accompanies. Its
   * links say from when to when: it starts with the first of the ends that they join its start to and
   * finishes with
   * the last of those that they join its finish to, whether as predecessors or as successors. Without
   * links it is as long as the others under its summary (P6: a WBS summary activity). It drives nothing, is
   * never critical, works on the calendar of the task, and leveling goes around it.
   */
  level_of_effort?: boolean;
  /** Calendar of the task; it works when both this and its resources do. */
  calendar?: CalendarId | null;
  /** Whether the task's calendar alone decides. */
  ignore_resource_calendars?: boolean;
  /** Dates it is held to. */
  constraints?: Constraint[];
  /** Should be finished by then; later is lateness, not a fault. */
  deadline?: When | null;
  /** 0 to 1000, higher goes first in leveling; 1000 never moves. */
  priority?: number;
  /** What one day of lateness costs; if absent, its campaign's weight, else 1. */
  weight?: number | null;
  /** KPIs it serves; if empty, its campaign's. */
  kpis?: KpiLink[];
  /** Skills that the people assigned to it must have between them, each at its least level. */
  skills?: SkillLevel[];
  /** A cost that does not depend on who does it: a vendor's fee. */
  fixed_cost?: Money;
  /** Elapsed delay from an earlier leveling, on top of what links and constraints ask. */
  leveling_delay?: Duration | null;
  /** What has happened so far. */
  progress?: TaskProgress;
  /** Words to find it by. */
  tags?: string[];
  /** Anything worth saying. */
  notes?: string | null;
  /**
   * What other tools say of it that this library does not use: texts by the name that the tool has for them,
   * with the
   * tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
   */
  extras?: Record<string, string>;
}

/** Cost of one task. */
export interface TaskCost {
  /** The task; a summary has the cost of all that is under it and its own fixed cost. */
  task: TaskId;
  /** Its cost. */
  cost: Cost;
}

/** The float of a task, taken apart. */
export interface TaskFloat {
  /** The task. */
  id: TaskId;
  /** The path that it lies on; absent if it lies on none. */
  path?: number;
  /** Seconds of working time that it can slip without delaying the program. */
  total_float: Work;
  /** Of these, what moves no other task. */
  free_float: Work;
  /** The rest: what it takes away from others. */
  interfering_float: Work;
  /** Whether it is critical. */
  critical: boolean;
  /**
   * Whether it is near critical by the limit of the options.
   * @default false
   */
  near_critical?: boolean;
  /**
   * By how many seconds of the program's working time the program would finish earlier if the task took no
   * time
   * (S. A. Devaux, *Total Project Control*, 1999): what shortening it is worth at most. Only of unfinished
   * tasks of the
   * first path to the last finish of a program that is scheduled from its start, and where that path is not
   * so long
   * that counting them would take seconds (tasks of the path × tasks of the plan above four million).
   */
  drag?: Work;
}

/** Id of a task, milestone or summary. */
export type TaskId = string;

/**
 * What a row of a schedule is.
 *
 * - `task`: Work.
 * - `milestone`: A moment.
 * - `summary`: The span of its children.
 */
export type TaskKind = "task" | "milestone" | "summary";

/** What has happened so far. */
export interface TaskProgress {
  /** When work began. A started task is not moved; leveling delays its rest if it is asked to. */
  actual_start?: When | null;
  /** When work ended. A finished task keeps both dates. */
  actual_finish?: When | null;
  /** Share of the duration done, 0 to 1. */
  complete?: number | null;
  /** Duration still to do, if it is not what `complete` leaves. */
  remaining?: Duration | null;
  /** When the rest goes on, if work was interrupted. */
  resume?: When | null;
  /**
   * When it is expected to finish: how long the rest takes follows from it if
   * `scheduling.use_expected_finish`.
   */
  expected_finish?: When | null;
}

/** Dates and float of one task. */
export interface TaskSchedule {
  /** The task. */
  id: TaskId;
  /** What it is. */
  kind: TaskKind;
  /** Scheduled start: what to do. */
  start: Stamp;
  /**
   * End of what is done of a started task, if the rest does not go on at once (Microsoft Project: *Stop*).
   * Where
   * people end at different moments it is the last, but not after the rest goes on.
   */
  stop?: Stamp;
  /**
   * When the rest then goes on (Microsoft Project: *Resume*): nobody works on the task between the two. Both
   * are
   * absent if work goes on without interruption, and of tasks that have not started or are done.
   */
  resume?: Stamp;
  /** Scheduled finish. */
  finish: Stamp;
  /** Earliest start that links, constraints and leveling allow. */
  early_start: Stamp;
  /** Earliest finish. */
  early_finish: Stamp;
  /** Latest start that delays neither the program nor breaks a constraint or deadline. */
  late_start: Stamp;
  /** Latest finish. */
  late_finish: Stamp;
  /** Duration in seconds of working time of the task's calendar (elapsed seconds for an elapsed duration). */
  duration: Work;
  /**
   * Total float: seconds of working time it can slip without delaying the program, breaking a
   * constraint or missing a deadline. Below zero: it is that much too late already.
   */
  total_float: Work;
  /** Free float: seconds of working time it can slip without moving any successor. */
  free_float: Work;
  /** Whether it is critical: total float at most the program's limit, and not finished. */
  critical: boolean;
  /**
   * Predecessors whose links decide its dates, by id. Empty: the program's start, a constraint, progress or
   * leveling decides.
   * @default []
   */
  drivers?: TaskId[];
  /**
   * Whole days after the deadline, each started day of 24 hours counted; 0 when on time or without deadline.
   * @default 0
   */
  late_days?: number;
}

/** A task whose dates differ between two schedules. */
export interface TaskShift {
  /** The task. */
  task: TaskId;
  /** Start before. */
  start_before: Stamp;
  /** Start after. */
  start_after: Stamp;
  /** Finish before. */
  finish_before: Stamp;
  /** Finish after. */
  finish_after: Stamp;
  /** Start after less start before, in elapsed seconds. */
  start_delay: Elapsed;
  /** Finish after less finish before, in elapsed seconds. */
  finish_delay: Elapsed;
  /** Whole days after its deadline before. */
  late_days_before: number;
  /** Whole days after its deadline after. */
  late_days_after: number;
  /** Why it moved. */
  cause: ShiftCause;
  /** The task at the beginning of the chain of causes: the task itself if it moved by itself. */
  origin: TaskId;
  /** The same as a sentence for a person. */
  message: string;
}

/**
 * What stays as it is when work, duration or share of a task changes, and what decides its dates.
 *
 * - `fixed_units`: The shares of its resources; each works at its own times.
 * - `fixed_duration`: The duration, counted in the calendar of the task or the program, whoever works on it.
 * - `fixed_work`: The work; each resource works at its own times.
 */
export type TaskType = "fixed_units" | "fixed_duration" | "fixed_work";

/** What a task is worth and why. */
export interface TaskValue {
  /** The task. */
  task: TaskId;
  /** Share of all that the program wants to move: the sum of the parts. */
  value: number;
  /** By KPI, in the order of their ids. */
  parts: ValuePart[];
}

/** How far a task is from its baseline. */
export interface TaskVariance {
  /** The task. */
  task: TaskId;
  /** How far. */
  variance: Variance;
}

/** A moment on the axis of a table, as its column of times writes it. */
export type TimePoint = number | string;

/**
 * A span that has begun and ends at the date of the review.
 *
 * - `week`: Since Monday (WTD).
 * - `month`: Since the first of the month (MTD).
 * - `quarter`: Since the first day of the fiscal quarter (QTD).
 * - `year`: Since the first day of the fiscal year (YTD).
 */
export type ToDateSpan = "week" | "month" | "quarter" | "year";

/**
 * Which dates total float is the difference of.
 *
 * - `smallest`: The lesser of start and finish float (Microsoft Project).
 * - `start`: Late start less early start; finish float once started.
 * - `finish`: Late finish less early finish (P6's default).
 */
export type TotalFloat = "smallest" | "start" | "finish";

/** Options of `trace_svg`: how the search went, as a picture. */
export interface TraceChartOptions {
  /** How the plan is leveled, if no leveled plan is given. */
  level?: LevelOptions;
}

/** An improvement of the search: the best plan from this step on. */
export interface TracePoint {
  /** Steps used until then. */
  step: number;
  /**
   * Work above capacity that the plan still asks for, in seconds of work of one whole resource.
   * @default 0
   */
  excess?: Work;
  /** The parts of the objective. */
  objective: number[];
  /** The lower bound of each part as it was known then. */
  bound: number[];
  /** The priority rule or method that found the plan. */
  found_by: string;
}

/** A transformed series. */
export interface TransformSeriesReport {
  /** The series after both steps. */
  values: number[];
  /** The series after the carry-over alone. */
  adstocked: number[];
  /** Weights of the lags, as many as act on the series. */
  weights: number[];
  /** Sum of the carried-over series ÷ sum of the inputs; left out where these are all 0. */
  inflation?: number;
  /** Periods after which half of the whole effect has come, from the period of the input on. */
  half_effect_lag: number;
  /** The saturation with numbers of its own. */
  saturation: Saturation;
  /** What one more unit in the period adds at each value; left out where it is infinite. */
  marginal: (number | null)[];
}

/** What `transform_series` is asked. */
export interface TransformSeriesRequest {
  /** Inputs of equal periods in the order of time, none below 0. */
  values: number[];
  /** Carry-over, applied first; none if left out. */
  adstock?: Adstock | null;
  /** Saturation, applied to what was carried over; none if left out. */
  saturation?: Saturation | null;
}

/** A step between touches. */
export interface Transition {
  /** Where it begins; nothing at the start of a journey. */
  from?: string;
  /** The channel it leads to; nothing at the end of a journey. */
  to?: string;
  /** Whether the end is a conversion; only at the end. */
  converted?: boolean;
  /** How often. */
  count: number;
  /** Share of all steps from there. */
  probability: number;
}

/** Options of `trend`. */
export interface TrendOptions {
  /**
   * Column of the values.
   * @default "value"
   */
  value?: string;
  /**
   * Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their
   * order,
   * evenly spaced.
   */
  time?: string | null;
  /**
   * Level of the intervals, above 0 and below 1.
   * @default 0.95
   */
  level?: number;
  /**
   * Weight of the newest value in the smoothed series (an exponentially weighted mean), above 0 to 1.
   * @default 0.3
   */
  smoothing?: number;
  /**
   * Values in the trailing mean, 1 to 10,000.
   * @default 4
   */
  window?: number;
  /**
   * Standard deviations from the mean beyond which a value is named, 1 to 100.
   * @default 3.0
   */
  outlier?: number;
  /**
   * Unit of the calendar to add up by, for tables with times; each value belongs to the date it begins at.
   */
  bucket?: CalendarBucket | null;
}

/** A value far from the mean. */
export interface TrendOutlier {
  /** Place in the order of time, from 0. */
  index: number;
  /** Its time, where the table has times. */
  time?: string;
  /** The value. */
  value: number;
  /** Its distance from the mean in standard deviations. */
  z: number;
}

/** What `trend` finds. */
export interface TrendReport {
  /** Values used; those missing are left out, their places are kept. */
  rows: number;
  /** Mean. */
  mean: number;
  /** Standard deviation, with n − 1. */
  standard_deviation: number;
  /** Median. */
  median: number;
  /** Median of the distances from the median, as they are (× 1.4826 estimates a standard deviation). */
  median_deviation: number;
  /**
   * Change for each step by least squares. Its interval allows for errors that follow one another (Newey and
   * West
   * 1987, lags 4(n ÷ 100)^(2⁄9)).
   */
  slope: IntervalEstimate;
  /** The line at the first value. */
  intercept: number;
  /**
   * Median of the slopes of all pairs (Theil 1950, Sen 1968): outliers hardly move it. Absent above 5,000
   * values.
   */
  robust_slope?: IntervalEstimate;
  /** p-value of the test of Mann and Kendall for a trend in one direction; takes values as independent. */
  trend_p?: number;
  /** Last value of the smoothed series. */
  smoothed: number;
  /** Mean of the last values. */
  trailing_mean: number;
  /**
   * Values far from the mean.
   * @default []
   */
  outliers?: TrendOutlier[];
  /**
   * Sums by calendar.
   * @default []
   */
  buckets?: CalendarSum[];
  /** How much it proves. */
  evidence: Evidence;
}

/** The two groups before and after, where all treated units start together. */
export interface TwoByTwo {
  /** Mean of the untreated before. */
  control_before: number;
  /** Mean of the untreated after. */
  control_after: number;
  /** Mean of the treated before. */
  treated_before: number;
  /** Mean of the treated after. */
  treated_after: number;
  /** (treated after − before) − (control after − before). */
  effect: number;
  /** Regression on group, time and both, with classic errors. */
  classic: RegressionTerm[];
  /** The same with HC1 errors (unequal variances). */
  hc1: RegressionTerm[];
  /** The same with HC3 errors (unequal variances, few rows). */
  hc3: RegressionTerm[];
}

/** share of a resource, 1 = 100 % */
export type Units = number;

/** A value without a partner. */
export interface UnjoinedValue {
  /** The value. */
  value: string;
  /** Rows that have it. */
  rows: number;
  /** The most similar value of the other table. */
  nearest?: string;
  /** Whether the two differ in spaces, punctuation and case alone. */
  same_letters: boolean;
}

/** The difference with an interval from the units. */
export interface UpliftClusters {
  /** Units of both groups. */
  units: number;
  /**
   * The difference, its standard error from the rates of the units, its interval from Student's distribution
   * with
   * units − 2 degrees of freedom.
   */
  difference: IntervalEstimate;
  /** How many times the variance is that of independent rows. */
  design_effect?: number;
}

/** What a difference of rates is worth. */
export interface UpliftMoney {
  /** Mean value of a won deal, of both groups. */
  mean_won_value: number;
  /**
   * Won deals more per 1,000 closed × mean value of a won deal: deals of the same size, only more of them.
   */
  per_thousand: IntervalEstimate;
  /**
   * Value won per 1,000 closed, with use less without: also the deals may differ. Interval from the spread of
   * the
   * values (Welch).
   */
  observed_per_thousand?: IntervalEstimate;
  /** Won deals without a value: in no sum. */
  won_without_value: number;
}

/** Where `uplift` finds what. */
export interface UpliftOptions {
  /**
   * Column with the state of each opportunity. Default `outcome`.
   * @default "outcome"
   */
  outcome?: string;
  /**
   * States that are won. Default `won`, `yes`, `1`.
   * @default ["won","yes","1"]
   */
  won?: string[];
  /**
   * States that are lost. Default `lost`, `no`, `0`.
   * @default ["lost","no","0"]
   */
  lost?: string[];
  /**
   * States that are open: neither won nor lost. Default `open`. A state in none of the lists is refused.
   * @default ["open"]
   */
  open?: string[];
  /** Column with the group of each row; either this or `exposure`. Default none. */
  group?: string | null;
  /** Name of the group that uses the tool. Needed with `group`. */
  exposed?: string | null;
  /** Name of the group to compare with. Default: everybody else. */
  control?: string | null;
  /** Column with the degree of use of each row; those above the split use it. Default none. */
  exposure?: string | null;
  /**
   * Degree of use above which a row belongs to the users. Default: the median (of units, if there are units).
   */
  split?: number | null;
  /**
   * Column with the person or team that each row belongs to: their rows are not independent of each other, so
   * the
   * difference gets a second interval from the units. Default none.
   */
  unit?: string | null;
  /**
   * Columns that each divide the rows into strata; each gives its own stratified estimate. Default none.
   * @default []
   */
  strata?: string[];
  /** Column with the value of each opportunity, in any currency. Default none. */
  value?: string | null;
  /** Column with how many opportunities a row stands for, 0 or more. Default: one. */
  count?: string | null;
  /**
   * Columns whose gaps are reported, such as the account. Default none.
   * @default []
   */
  complete?: string[];
  /**
   * Whether use was given out by lot. Default false: what is found is association.
   * @default false
   */
  randomized?: boolean;
  /**
   * Level of the intervals, 0.5 to 0.999. Default 0.95.
   * @default 0.95
   */
  level?: number;
}

/** The rates of two groups compared. */
export interface UpliftReport {
  /** What the data say. */
  verdict: UpliftVerdict;
  /** The same as a sentence. */
  statement: string;
  /** How much it proves. */
  evidence: Evidence;
  /** All closed opportunities of both groups. */
  overall: GroupRate;
  /** Those with use. */
  exposed: GroupRate;
  /** Those without. */
  control: GroupRate;
  /** Degree of use at which the groups were split. */
  split?: number;
  /** Difference of the rates, with Newcombe's interval. */
  difference: IntervalEstimate;
  /** Difference of the rates, with Wald's interval, for comparison. */
  difference_wald: IntervalEstimate;
  /** Difference of the rates ÷ rate without use. */
  relative_uplift?: number;
  /** Rate with use ÷ rate without. */
  risk_ratio?: IntervalEstimate;
  /** Odds with use ÷ odds without. */
  odds_ratio?: IntervalEstimate;
  /** Difference in standard errors of the pooled rate. */
  z?: number;
  /** Probability of a difference at least as large by chance, on both sides. */
  p_value?: number;
  /** Difference with an interval from the units. */
  clustered?: UpliftClusters;
  /**
   * Difference within strata, for each column asked for.
   * @default []
   */
  stratified?: StratifiedUplift[];
  /** Won deals more per 1,000 closed opportunities. */
  won_per_thousand: IntervalEstimate;
  /** The same in money. */
  money?: UpliftMoney;
  /** Opportunities still open: in no rate. */
  open: number;
  /** Rows without a state, group or degree of use: in no rate. */
  left_out: number;
}

/**
 * What the data say about use and success.
 *
 * - `demonstrated`: The rate is higher with use: every interval lies above zero.
 * - `demonstrated_decline`: The rate is lower with use: every interval lies below zero.
 * - `no_demonstrable_relation`: At least one interval holds zero.
 */
export type UpliftVerdict = "demonstrated" | "demonstrated_decline" | "no_demonstrable_relation";

/** One KPI's part of the value of a task. */
export interface ValuePart {
  /** The objective. */
  objective: ObjectiveId;
  /** Its KPI. */
  kpi: KpiId;
  /** Share of the objective among all, times that of the KPI in it. */
  weight: number;
  /** Share of the KPI's gap that the task is expected to close. */
  contribution: number;
  /** Share of the gap still open. */
  open_share: number;
  /** The product of the three. */
  value: number;
}

/**
 * How far something is from what was agreed: now less then, so above zero is later, longer, more or dearer.
 */
export interface Variance {
  /** Agreed start. */
  baseline_start: Stamp;
  /** Start by the schedule. */
  start: Stamp;
  /** Working time of the program from the one to the other, in seconds. */
  start_variance: Work;
  /** Agreed finish. */
  baseline_finish: Stamp;
  /** Finish by the schedule. */
  finish: Stamp;
  /** Working time of the program from the one to the other, in seconds. */
  finish_variance: Work;
  /** Agreed duration in seconds, if it is known. */
  baseline_duration?: Work;
  /** Duration by the schedule, in seconds of working time (elapsed seconds for an elapsed duration). */
  duration: Work;
  /** The difference, if both are known. */
  duration_variance?: Work;
  /** Agreed work of everybody in seconds, if it is known. */
  baseline_work?: Work;
  /** Work of everybody, in seconds. */
  work: Work;
  /** The difference, if both are known. */
  work_variance?: Work;
  /** Agreed cost. */
  baseline_cost: Money;
  /** Cost by the schedule. */
  cost: Money;
  /** The difference. */
  cost_variance: Money;
}

/** Which baseline `variance` holds a schedule against. */
export interface VarianceOptions {
  /** Id of the baseline; `baseline-0` if absent. */
  baseline?: BaselineId | null;
}

/** How far a schedule is from a baseline. */
export interface VarianceReport {
  /** The baseline. */
  baseline: BaselineId;
  /** When it was taken. */
  at: When;
  /** The program: all its tasks that the baseline has. */
  program?: Variance;
  /** Campaigns with tasks that the baseline has, in the order of their ids. */
  campaigns: CampaignVariance[];
  /** Tasks that the baseline has, in the order of their ids. */
  tasks: TaskVariance[];
  /** Tasks that the baseline does not have, by id. */
  added: TaskId[];
}

/** Share of the units that an arm should have. */
export interface VariantShare {
  /** Name of the arm. */
  variant: string;
  /** Its share, on any scale. */
  share: number;
}

/** A value beside what was expected. */
export interface WatchedPoint {
  /** Its time, where the table has times. */
  time?: string;
  /** The value; absent where it is missing. */
  value?: number;
  /** What was expected. */
  expected_value: number;
}

/** The shifts of each weekday; absent means inherited, empty means nobody works. */
export interface Week {
  /** Shifts that start on a Monday. */
  mon?: Shift[] | null;
  /** Shifts that start on a Tuesday. */
  tue?: Shift[] | null;
  /** Shifts that start on a Wednesday. */
  wed?: Shift[] | null;
  /** Shifts that start on a Thursday. */
  thu?: Shift[] | null;
  /** Shifts that start on a Friday. */
  fri?: Shift[] | null;
  /** Shifts that start on a Saturday. */
  sat?: Shift[] | null;
  /** Shifts that start on a Sunday. */
  sun?: Shift[] | null;
}

/** civil date, with or without a time of day */
export type When = string;

/** A span of civil time, both ends belonging to it. */
export interface Window {
  /** First day or moment. */
  from: When;
  /** Last day or moment. */
  to: When;
}

/** Working time, in seconds: what a calendar counts. */
export type Work = number;

/**
 * A week that holds instead of the usual one from a first to a last day, both included.
 *
 * Weekdays it does not state stay as they are.
 */
export interface WorkWeek {
  /** First day. */
  from: CivilDate;
  /** Last day. */
  to: CivilDate;
  /** Name for people. */
  name?: string | null;
  /** The shifts. */
  week: Week;
}

/** A plan as a file of Primavera P6. */
export interface XerText {
  /** The file. P6 reads it in the code page of its computer, mostly Windows-1252. */
  text: string;
  /**
   * What the file does not say, or says otherwise than the plan, sorted.
   * @default []
   */
  issues?: Issue[];
}

/**
 * Changes of a value, as a JSON Merge Patch: what is given replaces what is there, null takes it out. A list of
 * records may be given as an object by their places, as issues name them: `copy`, `brief->copy`, `copy/ana`.
 */
export type Changes<Value> = Value extends readonly (infer Item)[]
  ? Value | (Item extends object ? Record<string, Changes<Item> | null> : never)
  : Value extends object
    ? { [Field in keyof Value]?: Changes<Exclude<Value[Field], undefined>> | null }
    : Value;

/** Changes of a plan: `{ tasks: { brief: { duration: "3d" }, old: null } }`. */
export type PlanChanges = Changes<PlanDocument>;

/** The parts, the options and the answer of each operation, by its name. */
export interface Operations {
  /** What is wrong with this document, and what does it say? */
  read: {
    input: { plan: PlanDocument };
    options: null;
    output: PlanDocument;
  };
  /** What does this document say, valid or not? */
  from_json: {
    input: { plan: PlanDocument };
    options: null;
    output: PlanDocument;
  };
  /** What is wrong with this document? */
  validate: {
    input: { plan: PlanDocument };
    options: null;
    output: Issue[];
  };
  /** What if? */
  change: {
    input: { plan: PlanDocument; changes: PlanChanges };
    options: null;
    output: PlanDocument;
  };
  /** What changed between two plans? */
  diff: {
    input: { plan: PlanDocument; was: PlanDocument };
    options: null;
    output: PlanChange[];
  };
  /** When will it be done, and why then? */
  schedule: {
    input: { plan: PlanDocument };
    options: null;
    output: Schedule;
  };
  /** What is the best plan in which nobody is overloaded, and how good is it? */
  level: {
    input: { plan: PlanDocument };
    options: LevelOptions;
    output: LevelReport;
  };
  /** How does the leveled plan become the plan? */
  apply_leveling: {
    input: { plan: PlanDocument; schedule: Schedule };
    options: null;
    output: PlanDocument;
  };
  /** Does this schedule keep every rule? */
  check: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: null;
    output: CheckReport;
  };
  /** Did leveling break a rule or move what never moves? */
  check_leveled: {
    input: { plan: PlanDocument; before: Schedule; after: Schedule };
    options: LevelOptions;
    output: CheckReport;
  };
  /** What moved between two schedules, and why? */
  compare: {
    input: { plan: PlanDocument; before: Schedule; after: Schedule; was?: PlanDocument };
    options: null;
    output: Comparison;
  };
  /** What comes next after the critical path? */
  float_paths: {
    input: { plan: PlanDocument };
    options: FloatPathOptions;
    output: FloatPaths;
  };
  /** Who is overloaded, and when? */
  load: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: LoadOptions;
    output: LoadReport;
  };
  /** What does it cost? */
  cost: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: null;
    output: CostReport;
  };
  /** How does a schedule become what was agreed? */
  set_baseline: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: BaselineOptions;
    output: PlanDocument;
  };
  /** How far is it from what was agreed? */
  variance: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: VarianceOptions;
    output: VarianceReport;
  };
  /** What has the work earned, and what will the whole cost? */
  earned_value: {
    input: { items: EarnedValueItem[] };
    options: ForecastMethod;
    output: EarnedValueReport;
  };
  /** How late is the work, in time rather than money? */
  earned_schedule: {
    input: { request: EarnedScheduleRequest };
    options: null;
    output: EarnedSchedule;
  };
  /** Did it move the objectives? */
  score: {
    input: { objectives: Objective[] };
    options: ScoreOptions;
    output: Scorecard;
  };
  /** How much of each KPI's gap is still open? */
  kpi_gaps: {
    input: { objectives: Objective[] };
    options: ScoreOptions;
    output: KpiGap[];
  };
  /** Is a total on its way to its target? */
  pace: {
    input: { request: PaceRequest };
    options: null;
    output: Pacing;
  };
  /** What is the rate of many ratios together? */
  pool: {
    input: { rows: [number | null, number | null][] };
    options: null;
    output: PooledRatio;
  };
  /** What is each task worth, and why? */
  values: {
    input: { plan: PlanDocument };
    options: ScoreOptions;
    output: TaskValue[];
  };
  /** What does a day of lateness cost, as weights for leveling? */
  weights: {
    input: { plan: PlanDocument };
    options: ScoreOptions;
    output: Record<TaskId, number>;
  };
  /** What is at risk because tasks are late? */
  at_risk: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: ScoreOptions;
    output: AtRisk[];
  };
  /** What budget does each campaign get by the best split? */
  budgets: {
    input: { plan: PlanDocument; request: CampaignBudgetRequest; schedule?: Schedule };
    options: null;
    output: CampaignBudgetReport;
  };
  /** What measured should somebody act on? */
  alerts: {
    input: { request: AlertRequest };
    options: null;
    output: AlertReport;
  };
  /** What does a playbook bring into the plan when an alert starts it? */
  instantiate: {
    input: { plan: PlanDocument; request: InstantiateRequest };
    options: null;
    output: InstantiateReport;
  };
  /** Who, when, why, how good and at what cost, in words? */
  report: {
    input: { plan: PlanDocument; leveled?: LevelReport };
    options: ReportOptions;
    output: string;
  };
  /** How do I show it, as one page? */
  page: {
    input: { plan: PlanDocument; leveled?: LevelReport };
    options: PageOptions;
    output: string;
  };
  /** How do I show the schedule? */
  gantt_svg: {
    input: { plan: PlanDocument; leveled?: LevelReport };
    options: ChartOptions;
    output: string;
  };
  /** How do I show the load? */
  load_svg: {
    input: { plan: PlanDocument; leveled?: LevelReport };
    options: LoadChartOptions;
    output: string;
  };
  /** How do I show the scorecard? */
  scorecard_svg: {
    input: { objectives: Objective[] };
    options: ScoreOptions;
    output: string;
  };
  /** How did the search for the leveled plan go? */
  trace_svg: {
    input: { plan: PlanDocument; leveled?: LevelReport };
    options: TraceChartOptions;
    output: string;
  };
  /** What plan does this file of Microsoft Project hold, and which dates does it store? */
  read_mspdi: {
    input: { text: string };
    options: null;
    output: MspdiFile;
  };
  /** What is the plan as a file that Microsoft Project opens? */
  write_mspdi: {
    input: { plan: PlanDocument; schedule?: Schedule; stored?: StoredTask[] };
    options: null;
    output: MspdiText;
  };
  /** What does the plan look like in people's calendars? */
  write_ical: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: IcalOptions;
    output: IcalFeeds;
  };
  /** When does nobody work, by this calendar file? */
  read_ical: {
    input: { text: string };
    options: IcalReadOptions;
    output: IcalBusy;
  };
  /** What plan do these tables make? */
  read_csv: {
    input: { tasks?: string; links?: string; resources?: string; assignments?: string; progress?: string; base?: PlanDocument };
    options: CsvReadOptions;
    output: CsvFile;
  };
  /** What does the plan look like as a table? */
  write_csv: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: CsvWriteOptions;
    output: CsvText;
  };
  /** What plans does this XER file of Primavera P6 hold, and which dates does it store? */
  read_xer: {
    input: { text: string };
    options: null;
    output: P6File;
  };
  /** What plans does this XML file of Primavera P6 hold, and which dates does it store? */
  read_pmxml: {
    input: { text: string };
    options: null;
    output: P6File;
  };
  /** What is this plan as a file that Primavera P6 opens? */
  write_xer: {
    input: { plan: PlanDocument; schedule?: Schedule };
    options: null;
    output: XerText;
  };
  /** What problem does this file of a benchmark library hold? */
  read_rcpsp: {
    input: { text: string };
    options: null;
    output: RcpspProblem;
  };
  /** What is the shortest schedule of this problem without a plan, and how good is it? */
  solve_rcpsp: {
    input: { problem: RcpspProblem };
    options: RcpspOptions;
    output: RcpspSolution;
  };
  /** Does this solution keep every rule, and is its bound proven? */
  check_rcpsp: {
    input: { problem: RcpspProblem; solution: RcpspSolution };
    options: RcpspCheckOptions;
    output: RcpspCheck;
  };
  /** How do the units rank, and what makes it so? */
  composite: {
    input: { table: TableColumns };
    options: CompositeOptions;
    output: CompositeReport;
  };
  /** How much do the ranks depend on weights and choices? */
  composite_sensitivity: {
    input: { table: TableColumns };
    options: CompositeSensitivityOptions;
    output: CompositeSensitivity;
  };
  /** Which channel did it? */
  attribute: {
    input: { table: TableColumns };
    options: AttributeOptions;
    output: AttributionReport;
  };
  /** What did it change, against what would have been? */
  causal_impact: {
    input: { table: TableColumns };
    options: CausalImpactOptions;
    output: CausalImpactReport;
  };
  /** How much of a series is noise, and how much moves? */
  fit_local_level: {
    input: { table: TableColumns };
    options: LocalLevelOptions;
    output: LocalLevelReport;
  };
  /** What do the records say: each KPI, by group and period? */
  indicators: {
    input: { tables: IndicatorTables };
    options: IndicatorOptions;
    output: IndicatorReport;
  };
  /** What do the records give a scorecard to score? */
  measurements: {
    input: { tables: IndicatorTables };
    options: IndicatorOptions;
    output: KpiMeasurementReport;
  };
  /** Which KPIs are there, and by which formula? */
  kpi_catalogue: {
    input: { request: KpiCatalogueRequest };
    options: null;
    output: KpiCatalogue;
  };
  /** Why did the rate change: the rates or the mix? */
  rate_change: {
    input: { table: TableColumns };
    options: RateChangeOptions;
    output: RateChangeReport;
  };
  /** Which KPI moved the score, and by how much? */
  score_change: {
    input: { request: ScoreChangeRequest };
    options: null;
    output: ScoreChangeReport;
  };
  /** In which week, quarter and fiscal year is a day? */
  calendar_period: {
    input: { request: CalendarPeriodRequest };
    options: null;
    output: CalendarPeriod;
  };
  /** What comes next, and how surely? */
  forecast: {
    input: { table: TableColumns };
    options: ForecastOptions;
    output: ForecastReport;
  };
  /** How good would these forecasts have been? */
  backtest: {
    input: { table: TableColumns };
    options: BacktestOptions;
    output: BacktestReport;
  };
  /** What is trend, what is season, what is left? */
  decompose: {
    input: { table: TableColumns };
    options: DecomposeOptions;
    output: DecomposeReport;
  };
  /** Does it go up or down, and how surely? */
  trend: {
    input: { table: TableColumns };
    options: TrendOptions;
    output: TrendReport;
  };
  /** What does spend become by carry-over and saturation? */
  transform_series: {
    input: { request: TransformSeriesRequest };
    options: null;
    output: TransformSeriesReport;
  };
  /** How is the budget split best? */
  allocate_budget: {
    input: { request: AllocateBudgetRequest };
    options: null;
    output: BudgetAllocation;
  };
  /** What does each channel bring, and where does it saturate? */
  fit_response: {
    input: { table: TableColumns };
    options: FitResponseOptions;
    output: FitResponseReport;
  };
  /** What would have happened, by a mix of the others? */
  synthetic_control: {
    input: { table: TableColumns };
    options: SyntheticControlOptions;
    output: SyntheticControlReport;
  };
  /** Is one rate better than the other? */
  compare_proportions: {
    input: { request: CompareProportionsRequest };
    options: null;
    output: ProportionReport;
  };
  /** Is one mean better than the other? */
  compare_means: {
    input: { request: CompareMeansRequest };
    options: null;
    output: MeanReport;
  };
  /** Is one ratio of sums better than the other? */
  compare_ratios: {
    input: { request: CompareRatiosRequest };
    options: null;
    output: RatioReport;
  };
  /** What did the experiment show, metric by metric? */
  analyze_experiment: {
    input: { table: TableColumns };
    options: AnalyzeExperimentOptions;
    output: ExperimentReport;
  };
  /** How many people does the test need? */
  plan_experiment: {
    input: { request: PlanExperimentRequest };
    options: null;
    output: ExperimentPlan;
  };
  /** Which of many tests stand together? */
  adjust_p_values: {
    input: { request: AdjustPValuesRequest };
    options: null;
    output: AdjustedPValues;
  };
  /** Were people split as they should have been? */
  check_sample_ratio: {
    input: { request: SampleRatioRequest };
    options: null;
    output: SampleRatioReport;
  };
  /** When may a test be stopped? */
  sequential_boundaries: {
    input: { request: SequentialRequest };
    options: null;
    output: SequentialReport;
  };
  /** Did the treated change more than the others? */
  difference_in_differences: {
    input: { table: TableColumns };
    options: DidOptions;
    output: DidReport;
  };
  /** Did level or slope change at that moment? */
  interrupted_series: {
    input: { table: TableColumns };
    options: InterruptedOptions;
    output: InterruptedReport;
  };
  /** Did those who use it do better? */
  uplift: {
    input: { table: TableColumns };
    options: UpliftOptions;
    output: UpliftReport;
  };
  /** Do use and result go together? */
  relate: {
    input: { table: TableColumns };
    options: RelateOptions;
    output: RelateReport;
  };
  /** Did the rate change more than that of the others? */
  before_after: {
    input: { table: TableColumns };
    options: BeforeAfterOptions;
    output: BeforeAfterReport;
  };
  /** Has the process shifted? */
  run_chart: {
    input: { table: TableColumns };
    options: RunChartOptions;
    output: RunChart;
  };
  /** Which records find no partner? */
  join_quality: {
    input: { request: JoinQualityRequest };
    options: null;
    output: JoinQuality;
  };
  /** How often and how recently has each customer bought? */
  customer_histories: {
    input: { table: TableColumns };
    options: CustomerHistoriesOptions;
    output: CustomerHistories;
  };
  /** What are customers worth, and who is still there? */
  customer_value: {
    input: { table: TableColumns };
    options: CustomerValueOptions;
    output: CustomerValueReport;
  };
  /** When was something out of the ordinary? */
  anomalies: {
    input: { table: TableColumns };
    options: AnomalyOptions;
    output: AnomalyReport;
  };
  /** When did the level or the spread change? */
  change_points: {
    input: { table: TableColumns };
    options: ChangePointOptions;
    output: ChangePointReport;
  };
  /** Is the process under control? */
  control_chart: {
    input: { table: TableColumns };
    options: ControlChartOptions;
    output: ControlChartReport;
  };
  /** Which channel is given how much, by which model? */
  attribution_svg: {
    input: { report: AttributionReport };
    options: null;
    output: string;
  };
  /** What was, and what would have been? */
  causal_impact_svg: {
    input: { report: CausalImpactReport };
    options: null;
    output: string;
  };
  /** What was, and what may come? */
  forecast_svg: {
    input: { report: ForecastReport };
    options: null;
    output: string;
  };
  /** Is the total on its way to the target? */
  pacing_svg: {
    input: { report: ForecastReport };
    options: null;
    output: string;
  };
  /** What does spend bring, channel by channel? */
  response_svg: {
    input: { report: FitResponseReport };
    options: null;
    output: string;
  };
  /** Where does the budget belong? */
  budget_svg: {
    input: { report: BudgetAllocation };
    options: null;
    output: string;
  };
  /** When was the series not what it used to be? */
  anomalies_svg: {
    input: { report: AnomalyReport };
    options: null;
    output: string;
  };
  /** Is the process under control? */
  control_chart_svg: {
    input: { report: ControlChartReport };
    options: null;
    output: string;
  };
  /** Did the series shift or drift? */
  run_chart_svg: {
    input: { report: RunChart };
    options: null;
    output: string;
  };
}

/** The name of an operation. */
export type OperationName = keyof Operations;

/** The parts that an operation is given. */
export type InputOf<Name extends OperationName> = Operations[Name]["input"];

/** The options of an operation; null if it has none. */
export type OptionsOf<Name extends OperationName> = Operations[Name]["options"];

/** What an operation answers. */
export type OutputOf<Name extends OperationName> = Operations[Name]["output"];

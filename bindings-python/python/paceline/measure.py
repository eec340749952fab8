# Made from core/schema by core/tests/types.rs; changes here are lost.
"""Measurement: indicators, forecasts, attribution, experiments, impact, response.

A data frame goes in (polars, pandas, pyarrow, anything with `__arrow_c_stream__`, a dict of columns or a list of dicts),
a report comes out: estimates with their intervals, and how much they prove. `nan` and `None` are missing values, and
missing is never zero. The columns that are read have usual names, and options name others.

"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._paceline import measure as _measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Unpack

    from ._tables import TableLike
    from ._types import (
        AdjustPValuesRequest,
        AdjustedPValues,
        AllocateBudgetRequest,
        AnalyzeExperimentOptions,
        AnomalyOptions,
        AnomalyReport,
        AttributeOptions,
        AttributionReport,
        BacktestOptions,
        BacktestReport,
        BeforeAfterOptions,
        BeforeAfterReport,
        BudgetAllocation,
        CalendarPeriod,
        CalendarPeriodRequest,
        CausalImpactOptions,
        CausalImpactReport,
        ChangePointOptions,
        ChangePointReport,
        CompareMeansRequest,
        CompareProportionsRequest,
        CompareRatiosRequest,
        CompositeOptions,
        CompositeReport,
        CompositeSensitivity,
        CompositeSensitivityOptions,
        ControlChartOptions,
        ControlChartReport,
        CustomerHistories,
        CustomerHistoriesOptions,
        CustomerValueOptions,
        CustomerValueReport,
        DecomposeOptions,
        DecomposeReport,
        DidOptions,
        DidReport,
        ExperimentPlan,
        ExperimentReport,
        FitResponseOptions,
        FitResponseReport,
        ForecastOptions,
        ForecastReport,
        IndicatorOptions,
        IndicatorReport,
        InterruptedOptions,
        InterruptedReport,
        JoinQuality,
        JoinQualityRequest,
        KpiCatalogue,
        KpiCatalogueRequest,
        KpiMeasurementReport,
        LocalLevelOptions,
        LocalLevelReport,
        MeanReport,
        PlanExperimentRequest,
        ProportionReport,
        RateChangeOptions,
        RateChangeReport,
        RatioReport,
        RelateOptions,
        RelateReport,
        RunChart,
        RunChartOptions,
        SampleRatioReport,
        SampleRatioRequest,
        ScoreChangeReport,
        ScoreChangeRequest,
        SequentialReport,
        SequentialRequest,
        SyntheticControlOptions,
        SyntheticControlReport,
        TransformSeriesReport,
        TransformSeriesRequest,
        TrendOptions,
        TrendReport,
        UpliftOptions,
        UpliftReport,
    )

__all__ = [
    "adjust_p_values",
    "allocate_budget",
    "analyze_experiment",
    "anomalies",
    "anomalies_svg",
    "attribute",
    "attribution_svg",
    "backtest",
    "before_after",
    "budget_svg",
    "calendar_period",
    "causal_impact",
    "causal_impact_svg",
    "change_points",
    "check_sample_ratio",
    "compare_means",
    "compare_proportions",
    "compare_ratios",
    "composite",
    "composite_sensitivity",
    "control_chart",
    "control_chart_svg",
    "customer_histories",
    "customer_value",
    "decompose",
    "difference_in_differences",
    "fit_local_level",
    "fit_response",
    "forecast",
    "forecast_svg",
    "indicators",
    "interrupted_series",
    "join_quality",
    "kpi_catalogue",
    "measurements",
    "pacing_svg",
    "plan_experiment",
    "rate_change",
    "relate",
    "response_svg",
    "run_chart",
    "run_chart_svg",
    "score_change",
    "sequential_boundaries",
    "synthetic_control",
    "transform_series",
    "trend",
    "uplift",
]


def composite(table: TableLike, **options: Unpack[CompositeOptions]) -> CompositeReport:
    """How do the units rank, and what makes it so?

    The options are (of `types.CompositeOptions`):

    - `unit`: Column with the name of the unit (market, team, channel), each once.
    - `index`: Name of the index, the top of the tree.
    - `indicators`: The indicators, at least one.
    - `groups`: Groups between indicators and index, in any order.
    - `screening`: Which units have enough data.
    - `imputation`: How gaps are filled.
    - `treatment`: How outliers are treated.
    - `normalisation`: How indicators get a common scale.
    - `aggregation`: How scores are put together.
    - `missing`: What a gap does to the score above it.
    - `least_share`: Smallest share of weights with data, 0 to 1, below which a group or the index
      has no score.
    - `include`: Steps whose data the report shall hold.
    """
    found: CompositeReport = _measure("composite", "table", table, dict(options))
    return found


def composite_sensitivity(
    table: TableLike,
    **options: Unpack[CompositeSensitivityOptions],
) -> CompositeSensitivity:
    """How much do the ranks depend on weights and choices?

    The options are (of `types.CompositeSensitivityOptions`):

    - `composite`: The index as it is.
    - `weights`: Which weights vary, each independently of the others.
    - `weight_spread`: Weights lie evenly within 1 ± this times themselves, 0 to 1.
    - `normalisations`: Other normalisations, as likely as that of the index.
    - `aggregations`: Other means, as likely as that of the index; groups with a mean of their own
      keep it.
    - `imputations`: Other ways to fill gaps, as likely as that of the index; all groups from one
      column.
    - `treatments`: Other ways to treat outliers, as likely as that of the index.
    - `samples`: Size of each of the two samples, 16 to 100,000.
    - `bootstrap`: Draws of the bootstrap for the intervals of the sensitivities, 0 to 10,000.
    - `level`: Level of the intervals, 0.5 to 0.999.
    - `seed`: Seed of the samples.
    """
    found: CompositeSensitivity = _measure("composite_sensitivity", "table", table, dict(options))
    return found


def attribute(table: TableLike, **options: Unpack[AttributeOptions]) -> AttributionReport:
    """Which channel did it?

    The options are (of `types.AttributeOptions`):

    - `layout`: How the table holds the journeys.
    - `path`: Column of the paths (layout `paths`): channels in the order of their touches.
    - `separator`: What stands between the channels of a path, blanks around it left out.
    - `conversions`: Column with the number of conversions: of the path, or of the journey of the
      touch (a truth value counts 1 or 0; it may stand on each row of the journey or on one of
      them).
    - `value`: Column with the value of these conversions in total; left out if the table has no
      such column.
    - `nulls`: Column with how often the path did not convert (layout `paths`); left out if the
      table has no such column.
    - `journey`: Column of the journey of a touch (layout `touches`).
    - `channel`: Column of the channel of a touch (layout `touches`).
    - `time`: Column of the time of a touch (layout `touches`): dates, or numbers of hours from any
      moment.
    - `conversion_time`: Column of the time of the conversion, of the kind of `time`: touches after
      it are left out (layout `touches`).
    - `lookback_hours`: Touches that lie more hours than this before the conversion, or before the
      last touch where its time is not given, are left out (layout `touches`).
    - `repeats`: What is made of touches of the same channel right after each other.
    - `direct`: Name of the direct channel, for `last_non_direct`.
    - `models`: Models to compare, up to 20; all that the data allow if empty.
    - `costs`: What was spent on channels, for the cost per conversion and the return on it.
    - `confidence`: Confidence of the intervals, above 0 and below 1.
    - `resamples`: Resamples of the bootstrap, up to 10,000.
    - `seed`: Seed of the bootstrap.
    - `transitions`: Whether the report lists the transitions between channels.
    """
    found: AttributionReport = _measure("attribute", "table", table, dict(options))
    return found


def causal_impact(table: TableLike, **options: Unpack[CausalImpactOptions]) -> CausalImpactReport:
    """What did it change, against what would have been?

    The options are (of `types.CausalImpactOptions`):

    - `time`: Column of the time: dates, or numbers such as years.
    - `outcome`: Column of what may have been moved.
    - `controls`: Columns of series that the intervention did not touch and that go along with the
      outcome; none of them may miss a value.
    - `intervention`: First moment of the period after the intervention, as the time column writes
      it.
    - `pre_start`: First moment of the period before.
    - `pre_end`: Last moment of the period before.
    - `post_end`: Last moment of the period after.
    - `trend`: How the level moves.
    - `seasons`: Number of seasons in a cycle, such as 7 for days of the week; 1 for none.
    - `season_duration`: Rows that a season lasts, such as 7 where rows are days and seasons are
      weeks.
    - `prior_level_sd`: Guess of the deviation of the steps of the level, in deviations of the
      outcome.
    - `expected_model_size`: Number of controls expected to matter, the constant counted.
    - `expected_r2`: Share of the variance that the controls are expected to explain.
    - `prior_df`: Weight of that expectation, in observations.
    - `prior_information_weight`: Weight of the prior of the coefficients (that they are 0), in
      observations: Zellner's g.
    - `diagonal_shrinkage`: How much that prior forgets that controls go together, from 0 (Zellner's
      prior; not with controls made of each other) to 1 (independent).
    - `draws`: Rounds of the sampler, those left out counted.
    - `burn_in`: Rounds left out at the beginning, at most nine tenths.
    - `seed`: Seed of the random numbers: the same seed gives the same digits everywhere.
    - `interval`: Probability that intervals hold.
    - `placebos_in_time`: Placebo tests in time: so many earlier moments, at which nothing happened,
      are treated as the intervention.
    - `placebos_in_space`: Placebo test in space: each control in turn is treated as the outcome.
    """
    found: CausalImpactReport = _measure("causal_impact", "table", table, dict(options))
    return found


def fit_local_level(table: TableLike, **options: Unpack[LocalLevelOptions]) -> LocalLevelReport:
    """How much of a series is noise, and how much moves?

    The options are (of `types.LocalLevelOptions`):

    - `time`: Column of the time: dates, or numbers such as years.
    - `outcome`: Column of the outcome.
    - `controls`: Columns of the regression, without missing values.
    - `fit_end`: Last moment learned from; later rows are forecast.
    - `initial_variance`: Variance of the level before the first row, its mean being 0; 10⁶ is the
      default of statsmodels.
    - `interval`: Probability that intervals hold.
    """
    found: LocalLevelReport = _measure("fit_local_level", "table", table, dict(options))
    return found


def indicators(
    tables: Mapping[str, TableLike], /,
    **options: Unpack[IndicatorOptions],
) -> IndicatorReport:
    """What do the records say: each KPI, by group and period?

    The options are (of `types.IndicatorOptions`):

    - `indicators`: The indicators: 1 to 200.
    - `by`: Dimensions to group by, such as `channel`: columns of every table used.
    - `grain`: Length of the periods to group by; no periods if absent.
    - `fiscal_year_start`: First month of the fiscal year for quarters and years: 1 (January, if
      absent) to 12.
    - `time`: Column of times in tables that name no other: `date` if absent.
    - `tables`: What is different in some tables, by the name of the table.
    - `as_of`: The date of the review: rows after it are not known yet, and what has not ended by it
      is open.
    - `period`: Rows outside of this span are left out; absent: every row counts.
    - `to_date`: Spans to date (week, month, quarter, year), each with the same span before and a
      year before.
    - `compare`: Compares each whole period with the one before and with the same one of the year
      before.
    - `share_of_total`: Gives the share that each group has of all groups in its period, for sums:
      share of voice.
    - `confidence`: Confidence of the intervals, 0.5 to 0.9999: 0.95 if absent.
    - `max_age_days`: Age in days at the review above which the newest row of an indicator is called
      stale: 0 to 100,000; absent: none is.
    """
    found: IndicatorReport = _measure("indicators", "tables", tables, dict(options))
    return found


def measurements(
    tables: Mapping[str, TableLike], /,
    **options: Unpack[IndicatorOptions],
) -> KpiMeasurementReport:
    """What do the records give a scorecard to score?

    The options are (of `types.IndicatorOptions`):

    - `indicators`: The indicators: 1 to 200.
    - `by`: Dimensions to group by, such as `channel`: columns of every table used.
    - `grain`: Length of the periods to group by; no periods if absent.
    - `fiscal_year_start`: First month of the fiscal year for quarters and years: 1 (January, if
      absent) to 12.
    - `time`: Column of times in tables that name no other: `date` if absent.
    - `tables`: What is different in some tables, by the name of the table.
    - `as_of`: The date of the review: rows after it are not known yet, and what has not ended by it
      is open.
    - `period`: Rows outside of this span are left out; absent: every row counts.
    - `to_date`: Spans to date (week, month, quarter, year), each with the same span before and a
      year before.
    - `compare`: Compares each whole period with the one before and with the same one of the year
      before.
    - `share_of_total`: Gives the share that each group has of all groups in its period, for sums:
      share of voice.
    - `confidence`: Confidence of the intervals, 0.5 to 0.9999: 0.95 if absent.
    - `max_age_days`: Age in days at the review above which the newest row of an indicator is called
      stale: 0 to 100,000; absent: none is.
    """
    found: KpiMeasurementReport = _measure("measurements", "tables", tables, dict(options))
    return found


def kpi_catalogue(**options: Unpack[KpiCatalogueRequest]) -> KpiCatalogue:
    """Which KPIs are there, and by which formula?

    The request has (of `types.KpiCatalogueRequest`):

    - `ids`: Only these ids; empty: all.
    - `pack`: Only those of a goal pack.
    - `stage`: Only those of a stage.
    """
    found: KpiCatalogue = _measure("kpi_catalogue", "request", None, dict(options))
    return found


def rate_change(table: TableLike, **options: Unpack[RateChangeOptions]) -> RateChangeReport:
    """Why did the rate change: the rates or the mix?

    The options are (of `types.RateChangeOptions`):

    - `segment`: Column of segments: `segment` if absent.
    - `period`: Column that says whether a row is of before or after: `period` if absent.
    - `before`: What that column says before: `before` if absent.
    - `after`: What that column says after: `after` if absent.
    - `numerator`: Column above the line: `numerator` if absent.
    - `denominator`: Column below the line, 0 or more: `denominator` if absent.
    - `per`: What the rate is stated per: 1 if absent, 100 for a percentage.
    - `proportion`: Whether each unit of the denominator counts at most once in the numerator, so
      that the change has an interval.
    - `confidence`: Confidence of the interval, 0.5 to 0.9999: 0.95 if absent.
    """
    found: RateChangeReport = _measure("rate_change", "table", table, dict(options))
    return found


def score_change(**options: Unpack[ScoreChangeRequest]) -> ScoreChangeReport:
    """Which KPI moved the score, and by how much?

    The request has (of `types.ScoreChangeRequest`):

    - `objectives`: Objectives with their KPIs and measurements.
    - `before`: The earlier date.
    - `after`: The later date.
    - `options`: How scores are made; `as_of` is not looked at.
    """
    found: ScoreChangeReport = _measure("score_change", "request", None, dict(options))
    return found


def calendar_period(**options: Unpack[CalendarPeriodRequest]) -> CalendarPeriod:
    """In which week, quarter and fiscal year is a day?

    The request has (of `types.CalendarPeriodRequest`):

    - `date`: The day; a time of day is not looked at.
    - `fiscal_year_start`: First month of the fiscal year: 1 (January, if absent) to 12.
    """
    found: CalendarPeriod = _measure("calendar_period", "request", None, dict(options))
    return found


def forecast(table: TableLike, **options: Unpack[ForecastOptions]) -> ForecastReport:
    """What comes next, and how surely?

    The options are (of `types.ForecastOptions`):

    - `value`: Column of the values.
    - `time`: Column of dates or times, in any order.
    - `horizon`: Steps to forecast, 1 to 10,000.
    - `periods`: Steps of each season, for example 12 for months of a year.
    - `method`: How the forecast is made.
    - `model`: Forms of exponential smoothing that are tried, by error, trend and season: `A` added,
      `M` multiplied, `N` none, `Z` any, a `d` after the trend where it is damped: `ZZZ`, `MAM`,
      `AAdN`.
    - `multiplicative_trend`: Whether the automatic choice may grow by a rate; R's default is not
      to, because such forecasts run away.
    - `bounds`: Where the smoothing parameters may lie.
    - `parameters`: Parameters held instead of estimated, for `ets` (all states or none) and
      `holt_winters` (α, β, γ).
    - `season`: Kind of season of `holt_winters`.
    - `levels`: Levels of the intervals, each above 0 and below 1, at most 10.
    - `non_negative`: Cuts forecasts, intervals and paths at 0, for what cannot be negative.
    - `missing`: How missing values are treated.
    - `target`: Total to reach over the horizon, together with `so_far`.
    - `so_far`: What has been reached of the total before the first step of the forecast.
    - `at_most`: The total is to stay below the target instead of reaching it.
    - `paths`: Simulated paths, 100 to 100,000: for the total, and for intervals without a formula.
    - `simulate`: Intervals by simulation even where there is a formula.
    - `seed`: Seed of the simulation.
    - `fitted`: Whether the report lists what the model says of each past value.
    - `history`: Past values that the report repeats, the last ones, for pictures: 0 to 10,000.
    """
    found: ForecastReport = _measure("forecast", "table", table, dict(options))
    return found


def backtest(table: TableLike, **options: Unpack[BacktestOptions]) -> BacktestReport:
    """How good would these forecasts have been?

    The options are (of `types.BacktestOptions`):

    - `forecast`: How each forecast is made; `horizon` is how far each looks ahead.
    - `folds`: Forecasts made, from different origins, 1 to 200.
    - `stride`: Steps from one origin to the next, 1 to 10,000.
    - `window`: Only that many values before an origin are used, 4 or more; absent: all.
    """
    found: BacktestReport = _measure("backtest", "table", table, dict(options))
    return found


def decompose(table: TableLike, **options: Unpack[DecomposeOptions]) -> DecomposeReport:
    """What is trend, what is season, what is left?

    The options are (of `types.DecomposeOptions`):

    - `value`: Column of the values.
    - `time`: Column of dates or times, in any order.
    - `periods`: Steps of each season; empty: what the step of the dates usually has.
    - `season`: Whether seasons are added or multiply.
    - `periodic`: The season is the same in each period.
    - `seasonal_window`: Periods over which a season is smoothed, odd, 7 to 10,001.
    - `trend_window`: Steps over which the trend is smoothed, odd, 3 to 1,000,001.
    - `robust`: Outliers count less.
    - `missing`: How missing values are treated.
    """
    found: DecomposeReport = _measure("decompose", "table", table, dict(options))
    return found


def trend(table: TableLike, **options: Unpack[TrendOptions]) -> TrendReport:
    """Does it go up or down, and how surely?

    The options are (of `types.TrendOptions`):

    - `value`: Column of the values.
    - `time`: Column of dates or times, in any order.
    - `level`: Level of the intervals, above 0 and below 1.
    - `smoothing`: Weight of the newest value in the smoothed series (an exponentially weighted
      mean), above 0 to 1.
    - `window`: Values in the trailing mean, 1 to 10,000.
    - `outlier`: Standard deviations from the mean beyond which a value is named, 1 to 100.
    - `bucket`: Unit of the calendar to add up by, for tables with times; each value belongs to the
      date it begins at.
    """
    found: TrendReport = _measure("trend", "table", table, dict(options))
    return found


def transform_series(**options: Unpack[TransformSeriesRequest]) -> TransformSeriesReport:
    """What does spend become by carry-over and saturation?

    The request has (of `types.TransformSeriesRequest`):

    - `values`: Inputs of equal periods in the order of time, none below 0.
    - `adstock`: Carry-over, applied first; none if left out.
    - `saturation`: Saturation, applied to what was carried over; none if left out.
    """
    found: TransformSeriesReport = _measure("transform_series", "request", None, dict(options))
    return found


def allocate_budget(**options: Unpack[AllocateBudgetRequest]) -> BudgetAllocation:
    """How is the budget split best?

    The request has (of `types.AllocateBudgetRequest`):

    - `channels`: Channels, from 1 to 200.
    - `total`: Spend of one period to split, not below 0.
    """
    found: BudgetAllocation = _measure("allocate_budget", "request", None, dict(options))
    return found


def fit_response(table: TableLike, **options: Unpack[FitResponseOptions]) -> FitResponseReport:
    """What does each channel bring, and where does it saturate?

    The options are (of `types.FitResponseOptions`):

    - `outcome`: Column of the outcome of each period; `outcome` unless said.
    - `time`: Column of dates that orders the rows; rows are in the order of time if left out.
    - `channels`: Channels, from 1 to 50.
    - `controls`: Columns of what else moves the outcome (prices, holidays, rivals), at most 50.
    - `trend`: Whether there is a linear trend (row from 0, divided by the season's period); yes
      unless said.
    - `season_period`: Rows of one season, from 2 to 10,000; 52 (weeks of a year) unless said.
    - `season_terms`: Pairs of sine and cosine of the season, from 0 (no season) to 25; 1 unless
      said.
    - `penalty`: Penalty λ on the squares of the coefficients of standardised columns, from 0 to
      10¹²; chosen by prediction if left out.
    - `non_negative`: Whether more spend cannot harm: coefficients of channels are not below 0; yes
      unless said.
    - `folds`: Blocks of the last third of the rows, each predicted from the rows before it, from 1
      to 20; 4 unless said.
    - `level`: Share of the intervals, from 0.5 to 0.999; 0.95 unless said.
    - `draws`: Draws of the bootstrap, from 100 to 10,000; 1000 unless said.
    - `block`: Rows of a block of residuals, from 1 to a third of the rows; the cube root of the
      rows, taken up, and at least 4 where the rows allow it, if left out.
    - `seed`: Seed of the draws; 1 unless said.
    """
    found: FitResponseReport = _measure("fit_response", "table", table, dict(options))
    return found


def synthetic_control(
    table: TableLike,
    **options: Unpack[SyntheticControlOptions],
) -> SyntheticControlReport:
    """What would have happened, by a mix of the others?

    The options are (of `types.SyntheticControlOptions`):

    - `unit`: Column of the units.
    - `time`: Column of the time: dates, or numbers such as years.
    - `outcome`: Column of the outcome.
    - `treated`: The unit that was treated.
    - `intervention`: First moment of the treatment, as the time column writes it.
    - `donors`: Units to mix.
    - `predictors`: What the mix should have in common with the treated unit.
    - `predictor_weights`: Weights of the predictors, not below 0, in their order.
    - `fit_start`: First moment at which the outcome should be followed.
    - `fit_end`: Last moment at which the outcome should be followed.
    - `evaluations`: Tries of predictor weights for each fit.
    - `placebos_in_space`: Placebo test in space: each donor in turn is treated as if it had been
      the one.
    - `placebo_time`: Placebo test in time: an earlier moment is treated as if it had been the one.
    - `leave_one_out`: Repeats the fit without each donor that has a share.
    """
    found: SyntheticControlReport = _measure("synthetic_control", "table", table, dict(options))
    return found


def compare_proportions(**options: Unpack[CompareProportionsRequest]) -> ProportionReport:
    """Is one rate better than the other?

    The request has (of `types.CompareProportionsRequest`):

    - `control`: The arm without the change.
    - `treatment`: The arm with the change.
    - `settings`: How results are judged.
    - `detail`: How much is computed.
    - `prior`: Prior of both shares; absent: no Bayesian answer.
    """
    found: ProportionReport = _measure("compare_proportions", "request", None, dict(options))
    return found


def compare_means(**options: Unpack[CompareMeansRequest]) -> MeanReport:
    """Is one mean better than the other?

    The request has (of `types.CompareMeansRequest`):

    - `control`: The arm without the change.
    - `treatment`: The arm with the change.
    - `settings`: How results are judged.
    - `slope`: Where the slope of CUPED comes from, if both arms have a covariate.
    - `prior`: Belief about the effect before the data; absent: no Bayesian answer.
    """
    found: MeanReport = _measure("compare_means", "request", None, dict(options))
    return found


def compare_ratios(**options: Unpack[CompareRatiosRequest]) -> RatioReport:
    """Is one ratio of sums better than the other?

    The request has (of `types.CompareRatiosRequest`):

    - `control`: The arm without the change.
    - `treatment`: The arm with the change.
    - `settings`: How results are judged.
    - `prior`: Belief about the effect before the data; absent: no Bayesian answer.
    """
    found: RatioReport = _measure("compare_ratios", "request", None, dict(options))
    return found


def analyze_experiment(
    table: TableLike,
    **options: Unpack[AnalyzeExperimentOptions],
) -> ExperimentReport:
    """What did the experiment show, metric by metric?

    The options are (of `types.AnalyzeExperimentOptions`):

    - `variant`: Column with the arm of each unit.
    - `control`: The arm the others are compared with.
    - `unit`: Column that names the unit: no unit may be there twice.
    - `metrics`: What is measured, at least one.
    - `shares`: Planned shares of the arms; empty: all the same.
    - `settings`: How results are judged.
    - `correction`: How p-values are adjusted over all metrics and arms.
    - `slope`: Where the slope of CUPED comes from.
    - `mismatch_alpha`: p-value below which the split of the units is called wrong.
    """
    found: ExperimentReport = _measure("analyze_experiment", "table", table, dict(options))
    return found


def plan_experiment(**options: Unpack[PlanExperimentRequest]) -> ExperimentPlan:
    """How many people does the test need?

    The request has (of `types.PlanExperimentRequest`):

    - `method`: How power is computed.
    - `baseline`: Share of the control, above 0 and below 1; for means: the control's mean, used
      only for the relative effect.
    - `standard_deviation`: Standard deviation of the outcome of a unit, for means.
    - `effect`: Difference to be seen, treatment − control.
    - `units`: Units of the control, up to 10⁹.
    - `power`: Power, above alpha and below 1.
    - `alpha`: Accepted rate of false alarms.
    - `two_sided`: Whether both directions count.
    - `allocation`: Units of the treatment ÷ units of the control, 0.01 to 100.
    - `comparisons`: Comparisons that share alpha (Bonferroni), 1 to 1,000: variants × metrics.
    - `units_per_day`: Units over both arms that come each day: then the report says how many days
      it takes.
    """
    found: ExperimentPlan = _measure("plan_experiment", "request", None, dict(options))
    return found


def adjust_p_values(**options: Unpack[AdjustPValuesRequest]) -> AdjustedPValues:
    """Which of many tests stand together?

    The request has (of `types.AdjustPValuesRequest`):

    - `p_values`: The p-values, 0 to 1, at most a million.
    - `method`: How they are adjusted.
    - `alpha`: Threshold of the adjusted values.
    """
    found: AdjustedPValues = _measure("adjust_p_values", "request", None, dict(options))
    return found


def check_sample_ratio(**options: Unpack[SampleRatioRequest]) -> SampleRatioReport:
    """Were people split as they should have been?

    The request has (of `types.SampleRatioRequest`):

    - `arms`: The arms, 2 to 1,000.
    - `alpha`: p-value below which the split is called wrong.
    """
    found: SampleRatioReport = _measure("check_sample_ratio", "request", None, dict(options))
    return found


def sequential_boundaries(**options: Unpack[SequentialRequest]) -> SequentialReport:
    """When may a test be stopped?

    The request has (of `types.SequentialRequest`):

    - `looks`: Number of planned looks, evenly spaced, 1 to 50, if `information` is empty.
    - `information`: Shares of the planned information (units) at the looks, rising, up to 1; at
      least 0.005 apart.
    - `alpha`: Accepted rate of false alarms over all looks.
    - `two_sided`: Whether both directions count (default), or only that of benefit.
    - `spending`: How alpha is spent.
    - `power`: Power at the last look for the effect that was planned for; the report then says how
      many more units the looks cost.
    - `observed`: z statistics of the looks so far: the report then says whether to stop.
    """
    found: SequentialReport = _measure("sequential_boundaries", "request", None, dict(options))
    return found


def difference_in_differences(table: TableLike, **options: Unpack[DidOptions]) -> DidReport:
    """Did the treated change more than the others?

    The options are (of `types.DidOptions`):

    - `unit`: Column that names the unit: market, account, agent.
    - `time`: Column of the period: numbers, dates, or texts in the order of their bytes.
    - `outcome`: Column of the outcome; rows without it are left out.
    - `treated`: Column of 0 and 1: is the unit treated in this period? Default `treated`.
    - `cluster`: Column of clusters of units.
    - `alpha`: Level of tests and intervals: they hold at 1 − alpha.
    - `small_sample`: Whether clustered errors are corrected for few clusters.
    - `student`: Whether Student's distribution with clusters − 1 degrees of freedom is used
      (default), or the normal one.
    - `comparison`: Which units a cohort is compared with where units start at different times.
    - `permutations`: Reassignments of the treatment among units for the permutation test, 0 (none)
      to 10,000.
    - `bootstrap`: Draws of the multiplier bootstrap for simultaneous bands, 0 (none, default) to
      10,000.
    - `seed`: Seed of permutations and bootstrap.
    """
    found: DidReport = _measure("difference_in_differences", "table", table, dict(options))
    return found


def interrupted_series(
    table: TableLike,
    **options: Unpack[InterruptedOptions],
) -> InterruptedReport:
    """Did level or slope change at that moment?

    The options are (of `types.InterruptedOptions`):

    - `time`: Column of times, evenly spaced, in any order: numbers or dates.
    - `outcome`: Column of the outcome.
    - `start`: First time with the intervention, written as in the column: `2026-03-01` or `170`.
    - `controls`: Columns of other series that the intervention does not touch, taken into the
      regression (at most 20).
    - `slope_change`: Whether the slope may change too (default), or the level alone.
    - `season`: The season.
    - `errors`: How errors are estimated.
    - `lags`: Lags of Newey and West's errors, below the number of rows.
    - `small_sample`: Whether Newey and West's errors are corrected for few rows, × n ÷ (n − k).
    - `student`: Whether Student's distribution with n − k degrees of freedom is used (default), or
      the normal one.
    - `alpha`: Level of tests and intervals: they hold at 1 − alpha.
    - `placebos`: Pretended starts in the time before, 0 to 100: their level changes should be none.
    - `log_outcome`: Whether the outcome is a logarithm: effects are then also given in percent.
    """
    found: InterruptedReport = _measure("interrupted_series", "table", table, dict(options))
    return found


def uplift(table: TableLike, **options: Unpack[UpliftOptions]) -> UpliftReport:
    """Did those who use it do better?

    The options are (of `types.UpliftOptions`):

    - `outcome`: Column with the state of each opportunity.
    - `won`: States that are won.
    - `lost`: States that are lost.
    - `open`: States that are open: neither won nor lost.
    - `group`: Column with the group of each row; either this or `exposure`.
    - `exposed`: Name of the group that uses the tool.
    - `control`: Name of the group to compare with.
    - `exposure`: Column with the degree of use of each row; those above the split use it.
    - `split`: Degree of use above which a row belongs to the users.
    - `unit`: Column with the person or team that each row belongs to: their rows are not
      independent of each other, so the difference gets a second interval from the units.
    - `strata`: Columns that each divide the rows into strata; each gives its own stratified
      estimate.
    - `value`: Column with the value of each opportunity, in any currency.
    - `count`: Column with how many opportunities a row stands for, 0 or more.
    - `complete`: Columns whose gaps are reported, such as the account.
    - `randomized`: Whether use was given out by lot.
    - `level`: Level of the intervals, 0.5 to 0.999.
    """
    found: UpliftReport = _measure("uplift", "table", table, dict(options))
    return found


def relate(table: TableLike, **options: Unpack[RelateOptions]) -> RelateReport:
    """Do use and result go together?

    The options are (of `types.RelateOptions`):

    - `exposure`: Column with the degree of use.
    - `won`: Column with the number won.
    - `closed`: Column with the number closed.
    - `rate`: Column with a rate or any other number, instead of won and closed; then there is no
      logit.
    - `weight`: Column with weights for the weighted line, 0 or more.
    - `weak`: Correlation, 0 to 1, below which a relation is too weak to speak of.
    - `randomized`: Whether use was given out by lot.
    - `level`: Level of the intervals, 0.5 to 0.999.
    """
    found: RelateReport = _measure("relate", "table", table, dict(options))
    return found


def before_after(table: TableLike, **options: Unpack[BeforeAfterOptions]) -> BeforeAfterReport:
    """Did the rate change more than that of the others?

    The options are (of `types.BeforeAfterOptions`):

    - `outcome`: Column with the state of each opportunity.
    - `won`: States that are won.
    - `lost`: States that are lost.
    - `open`: States that are open: neither won nor lost.
    - `group`: Column with the group of each row.
    - `exposed`: Name of the group that took the tool up.
    - `time`: Column with the date of each row (when it was closed).
    - `adopted`: First day, or moment, of use.
    - `unit`: Column with the person or team that each row belongs to.
    - `count`: Column with how many opportunities a row stands for.
    - `level`: Level of the intervals, 0.5 to 0.999.
    """
    found: BeforeAfterReport = _measure("before_after", "table", table, dict(options))
    return found


def run_chart(table: TableLike, **options: Unpack[RunChartOptions]) -> RunChart:
    """Has the process shifted?

    The options are (of `types.RunChartOptions`):

    - `time`: Column with the date of each point, each once.
    - `value`: Column with its value.
    - `baseline_until`: Last date of the baseline that the median is taken from.
    - `shift`: Points in a row on one side of the median that are a shift, 4 to 50; points on the
      median do not count.
    - `trend`: Points in a row each above (or each below) the one before that are a trend, 4 to 50;
      equal points do not count.
    """
    found: RunChart = _measure("run_chart", "table", table, dict(options))
    return found


def join_quality(**options: Unpack[JoinQualityRequest]) -> JoinQuality:
    """Which records find no partner?

    The request has (of `types.JoinQualityRequest`):

    - `left`: The records, such as opportunities.
    - `right`: What they refer to, such as a price list.
    - `left_key`: Column of the records.
    - `right_key`: Column that it refers to, where each value should stand once.
    - `complete`: Columns of the records whose gaps are counted, such as the account.
    """
    found: JoinQuality = _measure("join_quality", "request", None, dict(options))
    return found


def customer_histories(
    table: TableLike,
    **options: Unpack[CustomerHistoriesOptions],
) -> CustomerHistories:
    """How often and how recently has each customer bought?

    The options are (of `types.CustomerHistoriesOptions`):

    - `customer`: Column with the name of the customer.
    - `time`: Column with the date of the order.
    - `value`: Column with the value of the order.
    - `end`: Last day of the records; what comes after it is left out.
    - `unit`: Unit of the times.
    """
    found: CustomerHistories = _measure("customer_histories", "table", table, dict(options))
    return found


def customer_value(
    table: TableLike,
    **options: Unpack[CustomerValueOptions],
) -> CustomerValueReport:
    """What are customers worth, and who is still there?

    The options are (of `types.CustomerValueOptions`):

    - `customer`: Column with the name of the customer.
    - `frequency`: Column with the number of purchases after the first: whole, 0 or more.
    - `recency`: Column with the time from the first to the last purchase, 0 for those who bought
      once.
    - `age`: Column with the time from the first purchase to the end of the records, in the same
      unit.
    - `value`: Column with the mean value of the repeat purchases, for the Gamma-Gamma model.
    - `model`: Model of purchases.
    - `horizon`: Time ahead, in the unit of the ages, above 0 and up to 100 times the largest age.
    - `periods`: Equal periods that the horizon is discounted by, 1 to 1,000.
    - `discount`: Discount of a period, 0 to 10: 0.01 is 1%.
    - `margin`: Share of a value that is profit, 0 to 1.
    - `level`: Level of the intervals, 0.5 to 0.999.
    """
    found: CustomerValueReport = _measure("customer_value", "table", table, dict(options))
    return found


def anomalies(table: TableLike, **options: Unpack[AnomalyOptions]) -> AnomalyReport:
    """When was something out of the ordinary?

    The options are (of `types.AnomalyOptions`):

    - `value`: Column of the values.
    - `time`: Column of dates or times, in any order.
    - `periods`: Steps of the season; the first is used.
    - `method`: How anomalies are found.
    - `direction`: Which side is looked at.
    - `false_alarms_per_year`: False alarms expected in a year of values without anomalies
      (`count`), above 0 to 100,000.
    - `window`: Steps around a value that its level is taken from (`count`), 8 to 100,000; absent: 7
      seasons, at least 29 steps.
    - `max_share`: Highest share of values that may be anomalies (`s_h_esd`), above 0 to 0.49; 0.02
      as in the original.
    - `significance`: Level of the tests (`s_h_esd`), above 0 to 0.5; 0.05 as in the original.
    - `join`: Anomalies at most this many steps apart are one event, 1 to 10,000.
    - `series`: Whether the report lists every value with what was expected, for pictures.
    """
    found: AnomalyReport = _measure("anomalies", "table", table, dict(options))
    return found


def change_points(table: TableLike, **options: Unpack[ChangePointOptions]) -> ChangePointReport:
    """When did the level or the spread change?

    The options are (of `types.ChangePointOptions`):

    - `value`: Column of the values.
    - `time`: Column of dates or times, in any order.
    - `method`: How changes are found.
    - `cost`: What a segment costs.
    - `penalty`: Penalty for each change, in the unit of the cost.
    - `changes`: Number of changes, for `dynamic_programming` (1 to 100) and instead of the penalty
      of `binary_segmentation`.
    - `min_size`: Fewest values of a segment, 1 to 1,000,000; 2 or more where the spread is
      estimated.
    - `expected_run`: Expected length of a run, for `online`, above 1.
    - `prior_mean`: Prior mean of a run, in standard deviations of the series from its mean, for
      `online`.
    - `prior_kappa`: Values that the prior mean counts for, for `online`.
    - `prior_alpha`: Shape of the prior of the precision, for `online`.
    - `prior_beta`: Rate of the prior of the precision, in variances of the series, for `online`.
    """
    found: ChangePointReport = _measure("change_points", "table", table, dict(options))
    return found


def control_chart(table: TableLike, **options: Unpack[ControlChartOptions]) -> ControlChartReport:
    """Is the process under control?

    The options are (of `types.ControlChartOptions`):

    - `value`: Column of the values.
    - `time`: Column of dates or times, in any order.
    - `kind`: Kind of chart.
    - `mean`: Mean of the process; absent: of the baseline.
    - `standard_deviation`: Standard deviation of the process, above 0; absent: mean change from
      value to value of the baseline ÷ 1.128.
    - `baseline`: First values that mean and standard deviation are taken from, 2 or more; absent:
      all.
    - `limit`: Limits in standard deviations: 3 for `shewhart`, 2.7 for `ewma`, the decision
      interval 5 for `cusum` unless given, above 0 to 100.
    - `weight`: Weight of the newest value (`ewma`), above 0 to 1.
    - `allowance`: Allowance in standard deviations, half the change to find (`cusum`), 0 to 100.
    """
    found: ControlChartReport = _measure("control_chart", "table", table, dict(options))
    return found


def attribution_svg(report: AttributionReport | Mapping[str, Any] | str) -> str:
    """Which channel is given how much, by which model?

    A picture in SVG, of the report.
    """
    found: str = _measure("attribution_svg", "report", report)
    return found


def causal_impact_svg(report: CausalImpactReport | Mapping[str, Any] | str) -> str:
    """What was, and what would have been?

    A picture in SVG, of the report.
    """
    found: str = _measure("causal_impact_svg", "report", report)
    return found


def forecast_svg(report: ForecastReport | Mapping[str, Any] | str) -> str:
    """What was, and what may come?

    A picture in SVG, of the report.
    """
    found: str = _measure("forecast_svg", "report", report)
    return found


def pacing_svg(report: ForecastReport | Mapping[str, Any] | str) -> str:
    """Is the total on its way to the target?

    A picture in SVG, of the report.
    """
    found: str = _measure("pacing_svg", "report", report)
    return found


def response_svg(report: FitResponseReport | Mapping[str, Any] | str) -> str:
    """What does spend bring, channel by channel?

    A picture in SVG, of the report.
    """
    found: str = _measure("response_svg", "report", report)
    return found


def budget_svg(report: BudgetAllocation | Mapping[str, Any] | str) -> str:
    """Where does the budget belong?

    A picture in SVG, of the report.
    """
    found: str = _measure("budget_svg", "report", report)
    return found


def anomalies_svg(report: AnomalyReport | Mapping[str, Any] | str) -> str:
    """When was the series not what it used to be?

    A picture in SVG, of the report.
    """
    found: str = _measure("anomalies_svg", "report", report)
    return found


def control_chart_svg(report: ControlChartReport | Mapping[str, Any] | str) -> str:
    """Is the process under control?

    A picture in SVG, of the report.
    """
    found: str = _measure("control_chart_svg", "report", report)
    return found


def run_chart_svg(report: RunChart | Mapping[str, Any] | str) -> str:
    """Did the series shift or drift?

    A picture in SVG, of the report.
    """
    found: str = _measure("run_chart_svg", "report", report)
    return found


# The picture that a notebook shows of a report: the first of those that there are.
_PICTURES = {
    "AttributionReport": attribution_svg,
    "CausalImpactReport": causal_impact_svg,
    "ForecastReport": forecast_svg,
    "FitResponseReport": response_svg,
    "BudgetAllocation": budget_svg,
    "AnomalyReport": anomalies_svg,
    "ControlChartReport": control_chart_svg,
    "RunChart": run_chart_svg,
}

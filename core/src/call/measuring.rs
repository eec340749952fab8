//! Operations on records and measurements: all of the module [`measure`](crate::measure) that is not about a plan.
//!
//! Each has one part and options, or one request that says everything; one line of the list below makes an operation
//! of a function, and its types part of the schema.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::answer::Answer;
use super::input::Input;
use super::operation::needed;
use crate::Issues;
use crate::measure::Table;
use crate::measure::anomaly::{
    AnomalyOptions, AnomalyReport, ChangePointOptions, ChangePointReport, ControlChartOptions,
    ControlChartReport, anomalies, change_points, control_chart,
};
use crate::measure::attribution::{AttributeOptions, AttributionReport, attribute};
use crate::measure::composite::{
    CompositeOptions, CompositeReport, CompositeSensitivity, CompositeSensitivityOptions, composite,
    composite_sensitivity,
};
use crate::measure::customer::{
    CustomerHistories, CustomerHistoriesOptions, CustomerValueOptions, CustomerValueReport,
    customer_histories, customer_value,
};
use crate::measure::experiment::{
    AdjustPValuesRequest, AdjustedPValues, AnalyzeExperimentOptions, CompareMeansRequest,
    CompareProportionsRequest, CompareRatiosRequest, ExperimentPlan, ExperimentReport, MeanReport,
    PlanExperimentRequest, ProportionReport, RatioReport, SampleRatioReport, SampleRatioRequest,
    SequentialReport, SequentialRequest, adjust_p_values, analyze_experiment, check_sample_ratio,
    compare_means, compare_proportions, compare_ratios, plan_experiment, sequential_boundaries,
};
use crate::measure::forecast::{
    BacktestOptions, BacktestReport, DecomposeOptions, DecomposeReport, ForecastOptions, ForecastReport,
    TrendOptions, TrendReport, backtest, decompose, forecast, trend,
};
use crate::measure::impact::{
    CausalImpactOptions, CausalImpactReport, LocalLevelOptions, LocalLevelReport, SyntheticControlOptions,
    SyntheticControlReport, causal_impact, fit_local_level, synthetic_control,
};
use crate::measure::indicator::{
    CalendarPeriod, CalendarPeriodRequest, IndicatorOptions, IndicatorReport, IndicatorTables, KpiCatalogue,
    KpiCatalogueRequest, KpiMeasurementReport, RateChangeOptions, RateChangeReport, ScoreChangeReport,
    ScoreChangeRequest, calendar_period, indicators, kpi_catalogue, measurements, rate_change, score_change,
};
use crate::measure::quasi::{
    DidOptions, DidReport, InterruptedOptions, InterruptedReport, difference_in_differences,
    interrupted_series,
};
use crate::measure::response::{
    AllocateBudgetRequest, BudgetAllocation, FitResponseOptions, FitResponseReport, TransformSeriesReport,
    TransformSeriesRequest, allocate_budget, fit_response, transform_series,
};
use crate::measure::uplift::{
    BeforeAfterOptions, BeforeAfterReport, JoinQuality, JoinQualityRequest, RelateOptions, RelateReport,
    RunChart, RunChartOptions, UpliftOptions, UpliftReport, before_after, join_quality, relate, run_chart,
    uplift,
};
use crate::render::{
    anomalies_svg, attribution_svg, budget_svg, causal_impact_svg, control_chart_svg, forecast_svg,
    pacing_svg, response_svg, run_chart_svg,
};

/// An operation on a table.
fn table<O: DeserializeOwned + Default, R: Serialize>(
    kind: &'static str,
    mut input: Input<'_>,
    run: impl FnOnce(&Table, &O) -> Result<R, Issues>,
) -> Result<Answer, Issues> {
    let (table, options) = (input.table("table"), input.options::<O>());
    input.done()?;
    measured(kind, &run(&*needed(table)?, &needed(options)?)?)
}

/// An operation on several tables.
fn tables<O: DeserializeOwned + Default, R: Serialize>(
    kind: &'static str,
    mut input: Input<'_>,
    run: impl FnOnce(&IndicatorTables, &O) -> Result<R, Issues>,
) -> Result<Answer, Issues> {
    let (tables, options) = (input.tables(), input.options::<O>());
    input.done()?;
    measured(kind, &run(&needed(tables)?, &needed(options)?)?)
}

/// A picture of a report.
fn picture<O: DeserializeOwned>(
    mut input: Input<'_>,
    run: impl FnOnce(&O) -> String,
) -> Result<Answer, Issues> {
    let report = input.part::<O>("report");
    input.done()?;
    Ok(Answer::Text(run(&needed(report)?)))
}

/// An operation whose request says everything.
fn request<O: DeserializeOwned, R: Serialize>(
    kind: &'static str,
    mut input: Input<'_>,
    run: impl FnOnce(&O) -> Result<R, Issues>,
) -> Result<Answer, Issues> {
    let request = input.part::<O>("request");
    input.done()?;
    measured(kind, &run(&needed(request)?)?)
}

fn measured<R: Serialize>(kind: &'static str, report: &R) -> Result<Answer, Issues> {
    Ok(Answer::Measured { kind, text: super::answer::write(report) })
}

/// Makes the operations: `"name" shape function, type of the options or request => type of the report;`, and behind
/// them the pictures: `"name" function, type of the report;`.
macro_rules! operations {
    ($($name:literal $shape:ident $function:path, $options:ident => $report:ident;)* pictures
     $($picture:literal $draw:path, $drawn:ident;)*) => {
        /// Names of the operations, in the order of `api.json`.
        pub(super) const NAMES: &[&str] = &[$($name,)* $($picture),*];

        /// Runs an operation of this list.
        pub(super) fn run(name: &str, input: Input<'_>) -> Option<Result<Answer, Issues>> {
            match name {
                $($name => Some($shape::<$options, $report>(stringify!($report), input, $function)),)*
                $($picture => Some(picture::<$drawn>(input, $draw)),)*
                _ => None,
            }
        }

        /// Types that are read.
        #[cfg(feature = "schema")]
        pub(crate) fn read_types(generator: &mut schemars::SchemaGenerator) {
            drop(generator.subschema_for::<Table>());
            drop(generator.subschema_for::<IndicatorTables>());
            $(drop(generator.subschema_for::<$options>());)*
        }

        /// Types that are answered.
        #[cfg(feature = "schema")]
        pub(crate) fn written_types(generator: &mut schemars::SchemaGenerator) {
            $(drop(generator.subschema_for::<$report>());)*
        }
    };
}

operations! {
    "composite" table composite, CompositeOptions => CompositeReport;
    "composite_sensitivity" table composite_sensitivity, CompositeSensitivityOptions => CompositeSensitivity;
    "attribute" table attribute, AttributeOptions => AttributionReport;
    "causal_impact" table causal_impact, CausalImpactOptions => CausalImpactReport;
    "fit_local_level" table fit_local_level, LocalLevelOptions => LocalLevelReport;
    "indicators" tables indicators, IndicatorOptions => IndicatorReport;
    "measurements" tables measurements, IndicatorOptions => KpiMeasurementReport;
    "kpi_catalogue" request kpi_catalogue, KpiCatalogueRequest => KpiCatalogue;
    "rate_change" table rate_change, RateChangeOptions => RateChangeReport;
    "score_change" request score_change, ScoreChangeRequest => ScoreChangeReport;
    "calendar_period" request calendar_period, CalendarPeriodRequest => CalendarPeriod;
    "forecast" table forecast, ForecastOptions => ForecastReport;
    "backtest" table backtest, BacktestOptions => BacktestReport;
    "decompose" table decompose, DecomposeOptions => DecomposeReport;
    "trend" table trend, TrendOptions => TrendReport;
    "transform_series" request transform_series, TransformSeriesRequest => TransformSeriesReport;
    "allocate_budget" request allocate_budget, AllocateBudgetRequest => BudgetAllocation;
    "fit_response" table fit_response, FitResponseOptions => FitResponseReport;
    "synthetic_control" table synthetic_control, SyntheticControlOptions => SyntheticControlReport;
    "compare_proportions" request compare_proportions, CompareProportionsRequest => ProportionReport;
    "compare_means" request compare_means, CompareMeansRequest => MeanReport;
    "compare_ratios" request compare_ratios, CompareRatiosRequest => RatioReport;
    "analyze_experiment" table analyze_experiment, AnalyzeExperimentOptions => ExperimentReport;
    "plan_experiment" request plan_experiment, PlanExperimentRequest => ExperimentPlan;
    "adjust_p_values" request adjust_p_values, AdjustPValuesRequest => AdjustedPValues;
    "check_sample_ratio" request check_sample_ratio, SampleRatioRequest => SampleRatioReport;
    "sequential_boundaries" request sequential_boundaries, SequentialRequest => SequentialReport;
    "difference_in_differences" table difference_in_differences, DidOptions => DidReport;
    "interrupted_series" table interrupted_series, InterruptedOptions => InterruptedReport;
    "uplift" table uplift, UpliftOptions => UpliftReport;
    "relate" table relate, RelateOptions => RelateReport;
    "before_after" table before_after, BeforeAfterOptions => BeforeAfterReport;
    "run_chart" table run_chart, RunChartOptions => RunChart;
    "join_quality" request join_quality, JoinQualityRequest => JoinQuality;
    "customer_histories" table customer_histories, CustomerHistoriesOptions => CustomerHistories;
    "customer_value" table customer_value, CustomerValueOptions => CustomerValueReport;
    "anomalies" table anomalies, AnomalyOptions => AnomalyReport;
    "change_points" table change_points, ChangePointOptions => ChangePointReport;
    "control_chart" table control_chart, ControlChartOptions => ControlChartReport;
    pictures
    "attribution_svg" attribution_svg, AttributionReport;
    "causal_impact_svg" causal_impact_svg, CausalImpactReport;
    "forecast_svg" forecast_svg, ForecastReport;
    "pacing_svg" pacing_svg, ForecastReport;
    "response_svg" response_svg, FitResponseReport;
    "budget_svg" budget_svg, BudgetAllocation;
    "anomalies_svg" anomalies_svg, AnomalyReport;
    "control_chart_svg" control_chart_svg, ControlChartReport;
    "run_chart_svg" run_chart_svg, RunChart;
}

//! Indicators: KPIs from records, from the table of posts or tickets to the scorecard.
//!
//! An indicator says how rows become a number and how that number adds up:
//!
//! | kind | formula | over groups | over time |
//! |---|---|---|---|
//! | `sum` | Σ factor × column, or rows, over rows that pass filters | adds | adds |
//! | `ratio` | Σ numerator ÷ Σ denominator, absent where that is 0 | by its parts | by its parts |
//! | `level` | first, last, average … of a level over time, added over what has a level | adds | does not add |
//! | `mean`, `percentile` | of a column over rows | no | no |
//! | `distinct` | different values of a column | no | no |
//! | `duration` | from one time to another, open items by Kaplan and Meier | no | no |
//!
//! # Conventions
//! - **Missing is not zero.** A row that misses a cell that one of the terms over its table needs is left out of all of
//!   them, and counted in `missing`; of nothing there is no sum. `missing_as` of a term says otherwise.
//! - **Ratios are never averaged.** At every grain they are Σ numerator ÷ Σ denominator; the mean of the ratios of the
//!   rows stands beside, for contrast.
//! - Rows whose group is not known are a group of their own, so groups add up to the total.
//! - Weeks are those of ISO 8601; a fiscal year is called by the year in which it ends.
//! - A period that is not over is marked, and not compared; spans to date compare like with like.
//! - An interval is given where the theory gives one: of proportions by Wilson (1927), of durations by Greenwood on the
//!   log-log scale. Sums are not estimates: they are what the tables hold.
//! - The order of the rows changes no bit: numbers are added on fixed grids on which addition does not round.
//!
//! # From records to the scorecard
//! [`indicators()`] gives the report; [`measurements()`] gives the same figures as
//! [`Measurement`](super::Measurement)s with numerator, denominator and number of rows, which go into a
//! [`Kpi`](super::Kpi) with its baseline and target, and [`score`](super::score) does the rest. [`rate_change()`] says
//! why a rate changed, [`score_change()`] which KPI moved a score.
//!
//! # References
//! - AMEC, *Integrated Evaluation Framework* (2016): the stages of the catalogue.
//! - Kimball and Ross, *The Data Warehouse Toolkit* (2013): additive, semi-additive and non-additive facts.
//! - Hyndman and Fan, *Sample Quantiles in Statistical Packages* (1996).
//! - Kaplan and Meier (1958); Wilson (1927); Kitagawa (1955); Ang (2005).

mod calendar;
mod catalogue;
mod catalogue_data;
mod compile;
mod evaluate;
mod groups;
mod measurements;
mod options;
mod rate_change;
mod report;
mod resolve;
mod run;
mod score_change;
mod survival;
mod tables;
mod tally;
mod workspace;

pub use calendar::{CalendarPeriod, CalendarPeriodRequest, PeriodGrain, ToDateSpan, calendar_period};
pub use catalogue::{
    AmecStage, CatalogueKpi, CatalogueRole, GoalPack, GoalPackKpis, KpiCatalogue, KpiCatalogueRequest,
    kpi_catalogue,
};
pub use measurements::{KpiMeasurementReport, KpiMeasurements, measurements};
pub use options::{
    DurationSummary, FilterValue, Indicator, IndicatorMeasure, IndicatorOptions, IndicatorTableOptions,
    IndicatorTerm, KpiDirection, LevelSummary, PercentileMethod, RowFilter, SpanUnit,
};
pub use rate_change::{RateChangeOptions, RateChangeReport, RateChangeSegment, rate_change};
pub use report::{
    IndicatorAdditivity, IndicatorCell, IndicatorChange, IndicatorFigure, IndicatorReport, IndicatorSeries,
    IndicatorToDate,
};
pub use run::indicators;
pub use score_change::{
    ScoreChangeDriver, ScoreChangeObjective, ScoreChangeReport, ScoreChangeRequest, score_change,
};
pub use tables::IndicatorTables;

/// Most sums of one report: groups and periods, times terms.
const MAX_CELLS: usize = 2_000_000;
/// Most cells of tables that one report goes through: terms times rows.
const MAX_WORK: usize = 2_000_000_000;

//! Quasi-experiments: what did the change do, where no lot decided who got it?
//!
//! | operation | compares | needs |
//! |---|---|---|
//! | [`difference_in_differences`] | the change of treated units with that of others over the same time | units over periods |
//! | [`interrupted_series`] | a series with the line it was on | one series, evenly spaced |
//!
//! # Differences in differences
//! The effect is (treated after − before) − (others after − before). With more units and periods it is the coefficient of
//! "treated now" in a regression with effects of units and periods, its errors clustered by unit (Liang and Zeger 1986;
//! Bertrand, Duflo and Mullainathan 2004). Beside it: the effect in each period before and after the start with the joint
//! test of those before (the base is the period before the start), an effect pretended before the start, and the share of
//! reassignments among the units with an effect as large, which holds with few treated units.
//!
//! Where units start at different times that regression also compares with units already treated and can have the wrong
//! sign (Goodman-Bacon 2021: the report shows the weights). Then the effect reported is the mean over cohorts and periods of
//! Callaway and Sant'Anna (2021): each cohort from the period before its start against units not treated yet, errors from
//! influence functions. Effects before the start are against the same base period (`base_period = "universal"` in their R
//! package), so they can be read as an event study.
//!
//! Clustered errors have statsmodels' correction G ÷ (G − 1) × (n − 1) ÷ (n − k), the effects of units and periods counted in k,
//! and Student's distribution with G − 1 degrees of freedom; both can be switched off.
//!
//! # Interrupted time series
//! y = constant + slope × time + level × (1 after it, else 0) + change of slope × time since the start + season + controls (Wagner,
//! Soumerai, Zhang and Ross-Degnan 2002; Bernal, Cummins and Gasparrini 2017). Time since the start is 1 in the first row with
//! the intervention, so the effect there is level + change of slope. Errors are Newey and West's with Bartlett's weights.
//!
//! # Examples
//! ```
//! use paceline::measure::{EvidenceGrade, Table};
//! use paceline::measure::quasi::{DidOptions, difference_in_differences};
//! let table: Table = serde_json::from_str(r#"{
//!     "unit":    ["a", "a", "a", "b", "b", "b", "c", "c", "c", "d", "d", "d"],
//!     "time":    [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3],
//!     "outcome": [5, 6, 10, 4, 6, 9, 7, 8, 9, 3, 4, 5],
//!     "treated": [0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0] }"#)?;
//! let report = difference_in_differences(&table, &DidOptions::default())?;
//! assert_eq!(report.evidence.grade, EvidenceGrade::QuasiExperiment);
//! assert_eq!(format!("{:.2}", report.two_by_two.unwrap().effect), "2.75");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # References
//! - Goodman-Bacon, *Difference-in-differences with variation in treatment timing* (2021).
//! - Callaway and Sant'Anna, *Difference-in-differences with multiple time periods* (2021).
//! - Newey and West, *A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent covariance
//!   matrix* (1987) and *Automatic lag selection in covariance matrix estimation* (1994).

mod bacon;
mod did;
mod panel;
mod report;
mod series;
mod series_report;
mod staggered;
mod twfe;

pub use did::{ComparisonUnits, DidOptions, difference_in_differences};
pub use report::{
    AggregateEffect, BaconComparison, BaconDecomposition, DidReport, EventEffect, EventStudy,
    GroupTimeEffect, RegressionTerm, StaggeredEffects, TwoByTwo,
};
pub use series::interrupted_series;
pub use series_report::{
    InterruptedOptions, InterruptedPoint, InterruptedReport, PlaceboStart, SeasonTerms, SeriesErrors,
};

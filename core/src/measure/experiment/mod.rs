//! Experiments: what did the change do, where a lot decided who got it?
//!
//! | operation | question | input |
//! |---|---|---|
//! | [`compare_proportions`] | is this share higher? | successes and trials |
//! | [`compare_means`] | is this mean higher? | values, moments or sums, with a covariate for CUPED |
//! | [`compare_ratios`] | is this ratio of sums higher? | sums over units |
//! | [`analyze_experiment`] | all of it, from records | a table with a row for each unit |
//! | [`plan_experiment`] | how many units, what power, which effect? | a few numbers |
//! | [`sequential_boundaries`] | when may one stop at planned looks? | looks, spending |
//! | [`check_sample_ratio`] | do the arms have the units they should? | counts |
//! | [`adjust_p_values`] | which of many results hold? | p-values |
//!
//! # Conventions
//! - Differences are treatment − control, lifts treatment ÷ control − 1. The error of a lift has the control's error in it:
//!   Var(b̄/ā) ≈ Var(b̄)/ā² + b̄² Var(ā)/ā⁴. Dividing the error of the difference by the control's mean, as many tools do, is wrong
//!   by much where lifts are large.
//! - Tests are two-sided. Means are held against Student's distribution with Welch's degrees of freedom, shares against the
//!   normal one.
//! - The score interval has the factor N ÷ (N − 1) of Miettinen and Nurminen and is found to the last digit with empty cells too.
//! - A result is of the grade `experiment` only if [`ExperimentSettings::randomized`] says so; looking more than once
//!   without always-valid intervals or planned boundaries brings a caution with the false-alarm rate one really has.
//!
//! # Examples
//! ```
//! use paceline::measure::experiment::*;
//! let report = compare_proportions(&CompareProportionsRequest {
//!     settings: ExperimentSettings { randomized: true, planned_units: Some(2000), ..Default::default() },
//!     ..CompareProportionsRequest::new(
//!         ProportionSample { successes: 35, trials: 1000 },
//!         ProportionSample { successes: 71, trials: 1000 },
//!     )
//! })?;
//! assert_eq!((report.verdict, report.advice), (ExperimentVerdict::Better, StoppingAdvice::StopForBenefit));
//! # Ok::<(), paceline::Issues>(())
//! ```
//!
//! # References
//! - Newcombe, *Interval estimation for the difference between independent proportions* (1998); Miettinen and Nurminen,
//!   *Comparative analysis of two rates* (1985); Agresti and Caffo (2000).
//! - Deng, Xu, Kohavi and Walker, *Improving the sensitivity of online controlled experiments* (2013): CUPED.
//! - Waudby-Smith and others, *Time-uniform central limit theory and asymptotic confidence sequences* (2021); Johari,
//!   Koomen, Pekelis and Walsh, *Always valid inference* (2022).
//! - Lan and DeMets, *Discrete sequential boundaries for clinical trials* (1983).
//! - Fabijan and others, *Diagnosing sample ratio mismatch in online controlled experiments* (2019).

mod analyze;
mod analyze_report;
mod bayes;
pub(in crate::measure) mod check;
mod common;
mod exact;
mod mean;
mod multiple;
mod power;
mod proportion;
mod ranks;
mod ratio;
mod score;
mod sequential;
mod srm;
#[cfg(test)]
mod tests;

pub use analyze::{AnalyzeExperimentOptions, VariantShare, analyze_experiment};
pub use analyze_report::{
    ExperimentArm, ExperimentComparison, ExperimentMetric, ExperimentMetricKind, ExperimentReport,
};
pub use bayes::{BetaPrior, ProportionPosterior};
pub use common::{
    EffectInterval, EffectPosterior, EffectPrior, ExperimentSettings, ExperimentVerdict, RelativeLift,
    SignificanceTest, StoppingAdvice,
};
pub use mean::{
    CompareMeansRequest, CovariateMoments, CovariateSums, CupedEffect, CupedSlope, MeanArm, MeanEffect,
    MeanReport, MeanSample, compare_means,
};
pub use multiple::{AdjustPValuesRequest, AdjustedPValue, AdjustedPValues, MultipleTesting, adjust_p_values};
pub use power::{ExperimentPlan, PlanExperimentRequest, PowerMethod, plan_experiment};
pub use proportion::{
    CompareProportionsRequest, ProportionArm, ProportionDetail, ProportionMethods, ProportionReport,
    ProportionSample, compare_proportions,
};
pub use ranks::RankTest;
pub use ratio::{CompareRatiosRequest, RatioArm, RatioReport, RatioSample, compare_ratios};
pub use sequential::{
    AlphaSpending, AlwaysValid, AlwaysValidEffect, SequentialAdvice, SequentialLook, SequentialReport,
    SequentialRequest, sequential_boundaries,
};
pub use srm::{SampleRatioArm, SampleRatioReport, SampleRatioRequest, SampleRatioRow, check_sample_ratio};

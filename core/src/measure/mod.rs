//! Measurement: did the program move what it was meant to move?
//!
//! Objectives have KPIs, KPIs have a baseline, a target and measurements. A measurement becomes a value
//! as of a date, a value becomes an attainment, an attainment becomes a score, and scores become those
//! of the objective and of the program by weighted means. Beside every score stand its coverage (what
//! is missing is never zero), its rating in words, what it contributes and what would lift it most.
//!
//! ```text
//! attainment = (actual − baseline) ÷ (target − baseline)      also where less is better
//! score      = curve(attainment), within 0 and 1.2
//! objective  = Σ weight × score ÷ Σ weight                    over its KPIs with data
//! program    = Σ weight × score ÷ Σ weight                    over its objectives with a score
//! coverage   = Σ weight × coverage ÷ Σ weight                 over all
//! ```
//!
//! Ratios are kept as numerator and denominator and pooled, Σ numerators ÷ Σ denominators: a mean of
//! ratios is another number ([`pool`] shows both). Everything is computed in the order of the ids with
//! additions, multiplications and divisions alone, so the same input gives the same bits on every
//! platform, in whatever order it was written.
//!
//! # Examples
//! ```
//! use paceline::measure::{Objective, ScoreOptions, score};
//! let objectives: Vec<Objective> = serde_json::from_str(
//!     r#"[{ "id": "demand", "kpis": [
//!         { "id": "leads", "weight": 0.4, "baseline": 900, "target": 1500,
//!           "measurements": [{ "at": "2026-09-30", "value": 1140 }] },
//!         { "id": "opportunity-rate", "weight": 0.35, "baseline": 12, "target": 15, "per": 100,
//!           "denominator": "leads",
//!           "measurements": [{ "at": "2026-09-30", "numerator": 195, "denominator": 1250 }] },
//!         { "id": "cost-per-lead", "weight": 0.25, "baseline": 48, "target": 36,
//!           "measurements": [{ "at": "2026-09-30", "value": 50 }] } ] }]"#,
//! )?;
//! let card = score(&objectives, &ScoreOptions::default())?;
//! assert_eq!(card.program.score.map(|s| format!("{s:.2}")).as_deref(), Some("0.58"));
//! // The smallest weight is the best lever: it stands worse than where it began.
//! assert_eq!(card.sensitivity[0].kpi, "cost-per-lead");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # References
//! - AMEC, *Integrated Evaluation Framework* (2016): objectives, then measures of what changed.
//! - OECD and JRC, *Handbook on Constructing Composite Indicators* (2008): weights, missing data,
//!   sensitivity.
//! - Doerr, *Measure What Matters* (2018), and Google re:Work, *Set goals with OKRs*: committed and
//!   aspirational objectives, 0.4 and 0.7 as the limits of red, amber and green.

#![allow(
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    reason = "`!(x > 0.0)` is meant to hold of what is no number too; formulas are written with their indices"
)]

mod actual;
pub mod anomaly;
pub mod attribution;
mod caution;
pub mod composite;
mod curve;
pub mod customer;
mod document;
mod evidence;
pub mod experiment;
pub mod forecast;
mod gap;
pub mod impact;
pub mod indicator;
mod pacing;
pub mod quasi;
pub mod response;
mod rollup;
mod score;
mod scorecard;
mod table;
#[cfg(test)]
mod tests;
pub mod uplift;
mod validate;

pub use actual::{PooledRatio, pool};
pub use curve::attainment;
pub use document::{
    Aggregation, Clamp, Commitment, CurvePoint, Frequency, Kpi, Measurement, Objective, Quality, ScoreCurve,
};
pub use evidence::{Assumption, Evidence, EvidenceCheck, EvidenceGrade, IntervalEstimate};
pub use gap::KpiGap;
pub use pacing::{PaceRequest, Pacing, Period, pace};
pub use score::{kpi_gaps, score};
pub use scorecard::{
    KpiScore, Lift, MissingPolicy, ObjectiveScore, ProgramScore, Rag, RagThresholds, ScoreOptions, Scorecard,
};
pub use table::Table;
pub use validate::validate;

/// Scores and coverages closer than this are the same: a weighted mean of 0.7 is 0.7 in the seventeenth
/// digit only by luck.
const TOLERANCE: f64 = 1e-9;

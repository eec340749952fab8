//! Composite indicators: many indicators of many units become one score and a ranking, step by step.
//!
//! ```text
//! values ─ denominate ─ screen ─ impute ─ treat ─ normalise ─ aggregate up the tree ─ rank
//! ```
//!
//! | step | what it does |
//! |---|---|
//! | denominate | value ÷ value of another column, so that large and small units compare |
//! | screen | leaves out units with too little data, or too many zeros |
//! | impute | fills gaps with the mean or median of all units or of the unit's group |
//! | treat | outliers: an indicator with abs(skewness) > 2 and kurtosis > 3.5 is winsorised, at most five points; if that does not help, the original is put on a logarithm |
//! | normalise | min-max, z-score, Borda, rank, percent rank, distance to the largest, fraction of the largest, goalposts |
//! | aggregate | arithmetic, geometric, harmonic or power mean with weights, level by level |
//! | rank | 1 is the best; equal scores share the better rank |
//!
//! Formulas, with w the weights of what is there and W their sum:
//!
//! ```text
//! min-max     low + (high − low)(x − min) ÷ (max − min)          less is better: of −x
//! z-score     mean + sd (x − x̄) ÷ s                              s with n − 1
//! Borda       number of values below; rank: one more; percent rank: ÷ (n − 1)
//! log         ln(x − min + 0.01 (max − min))
//! skewness    √(n(n−1)) ÷ (n−2) × m₃ ÷ m₂^1.5                    kurtosis: excess, corrected for n
//! means       Σwx ÷ W    exp(Σw ln x ÷ W)    W ÷ Σ(w ÷ x)    (Σw xᵖ ÷ W)^(1/p)
//! ```
//!
//! The contribution of a part to the index is x ∂index ÷ ∂x. Every mean here grows in proportion with its parts, so
//! by Euler's theorem the contributions of the children of any level add up to the score, whatever the mean.
//!
//! [`composite_sensitivity`] asks how much of a ranking is data and how much is choice: what happens if a part is left
//! out, if weights are a little different, if another mean or another scale is taken.
//!
//! # Complexity
//! O(units × indicators), and a sort for each indicator. Sensitivity: O(samples × (factors + 2) × units × parts).
//!
//! # Examples
//! ```
//! use paceline::measure::Table;
//! use paceline::measure::composite::{CompositeOptions, composite};
//! let markets: Table = serde_json::from_str(
//!     r#"{ "unit": ["DE", "JP", "US"], "reach": [40, 70, 100], "reply_hours": [2, 8, 6] }"#,
//! )?;
//! let options: CompositeOptions = serde_json::from_str(
//!     r#"{ "indicators": [ { "column": "reach" }, { "column": "reply_hours", "direction": "lower_is_better" } ] }"#,
//! )?;
//! let report = composite(&markets, &options)?;
//! assert_eq!(report.units[0].unit, "US");
//! assert_eq!(report.units[0].score.map(|score| format!("{score:.2}")).as_deref(), Some("66.67"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # References
//! - OECD and JRC, *Handbook on Constructing Composite Indicators* (2008).
//! - Becker, Caperna, Del Sorbo, Norlén, Papadimitriou and Saisana, *COINr: An R package for developing composite
//!   indicators*, JOSS 7 (2022); steps and defaults follow its version 1.1.14.
//! - Saisana, Saltelli and Tarantola, *Uncertainty and sensitivity analysis techniques as tools for the quality
//!   assessment of composite indicators*, JRSS A 168 (2005).
//! - Jansen, *Analysis of variance designs for model output*, Computer Physics Communications 117 (1999); Saltelli et
//!   al., *Variance based sensitivity analysis of model output*, same journal 181 (2010).
//!
//! # Where tools differ
//! - Less is better with `fraction_of_max` is refused: the sign change of other tools turns the order around.
//! - A geometric or harmonic mean of zero or less is refused, not made zero.
//! - Shares of available data count weights, not children.

mod data;
mod normalise;
mod options;
mod prepare;
mod report;
mod run;
mod sensitivity;
mod sensitivity_report;
#[cfg(test)]
mod tests;
mod tree;

pub use options::{
    CompositeDirection, CompositeGroup, CompositeImputation, CompositeIndicator, CompositeMean,
    CompositeMissing, CompositeNormalisation, CompositeOptions, CompositeScreening, CompositeStep,
    CompositeTreatment, Goalposts,
};
pub use report::{
    CompositeIndicatorSummary, CompositePart, CompositeReport, CompositeScreened, CompositeStage,
    CompositeTreated, CompositeUnit,
};
pub use run::composite;
pub use sensitivity::composite_sensitivity;
pub use sensitivity_report::{
    CompositeFactor, CompositeRankRange, CompositeRemoval, CompositeSensitivity, CompositeSensitivityOptions,
    CompositeWeightFactors,
};

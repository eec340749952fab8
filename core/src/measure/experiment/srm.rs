//! Sample-ratio mismatch: do the arms have the units they should have?

use serde::{Deserialize, Serialize};

use super::check::{Faults, MOST_COUNT, number};
use super::common::check_alpha;
use crate::measure::{Evidence, EvidenceGrade};
use crate::stats::distribution::chi2_sf;
use crate::{Issue, Issues};

/// One arm of [`check_sample_ratio`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SampleRatioArm {
    /// Name of the arm.
    pub name: String,
    /// Units that were counted.
    pub units: u64,
    /// Share that was planned, on any scale, above 0. Default 1: all the same.
    #[serde(default = "one")]
    pub share: f64,
}

fn one() -> f64 {
    1.0
}

/// What [`check_sample_ratio`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SampleRatioRequest {
    /// The arms, 2 to 1,000.
    pub arms: Vec<SampleRatioArm>,
    /// p-value below which the split is called wrong. Default 0.001, as the check is made on every experiment.
    #[serde(default = "one_in_a_thousand")]
    pub alpha: f64,
}

fn one_in_a_thousand() -> f64 {
    0.001
}

/// One arm as it should be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SampleRatioRow {
    /// Name of the arm.
    pub name: String,
    /// Units that were counted.
    pub units: u64,
    /// Units expected by the planned shares.
    pub expected_units: f64,
    /// (counted − expected) ÷ its standard deviation: which arm is off.
    pub residual: f64,
}

/// What [`check_sample_ratio`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SampleRatioReport {
    /// The arms in the order given.
    pub arms: Vec<SampleRatioRow>,
    /// χ² = Σ (counted − expected)² ÷ expected.
    pub chi_squared: f64,
    /// Degrees of freedom: arms − 1.
    pub degrees_of_freedom: f64,
    /// Probability of a split at least this uneven by chance.
    pub p_value: f64,
    /// Whether the split is wrong: then nothing else of the experiment is to be believed.
    pub mismatch: bool,
    /// How much this proves.
    pub evidence: Evidence,
}

/// Checks whether the arms have the units they were planned to have (Pearson's χ² test; Fabijan and others 2019).
///
/// # Errors
/// `too-few-arms`, `too-many-arms`, `duplicate-id`, `no-trials` or `number-out-of-range`: every fault of the request.
///
/// # Complexity
/// O(arms log arms).
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{SampleRatioArm, SampleRatioRequest, check_sample_ratio};
/// let arm = |name: &str, units| SampleRatioArm { name: name.into(), units, share: 1.0 };
/// let found = check_sample_ratio(&SampleRatioRequest { arms: vec![arm("a", 5000), arm("b", 5410)], alpha: 0.001 })?;
/// assert!(found.mismatch);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn check_sample_ratio(request: &SampleRatioRequest) -> Result<SampleRatioReport, Issues> {
    let mut faults = Faults::default();
    check_alpha("request/alpha", request.alpha, &mut faults);
    if request.arms.len() < 2 {
        faults.note(Issue::error("too-few-arms", "request/arms", "a split needs at least two arms"));
    }
    if request.arms.len() > 1000 {
        faults.note(Issue::error("too-many-arms", "request/arms", "a split has at most 1000 arms"));
        faults.done()?;
        return Err(Issue::error("too-many-arms", "request/arms", "a split has at most 1000 arms").into());
    }
    let mut names: Vec<&str> = request.arms.iter().map(|arm| arm.name.as_str()).collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        if pair[0] == pair[1] {
            let message = format!("arm `{}` is there twice", pair[0]);
            faults.note(Issue::error("duplicate-id", format!("request/arms/{}", pair[0]), message));
        }
    }
    for arm in &request.arms {
        faults.range(&format!("request/arms/{}/share", arm.name), arm.share, 1e-9, 1e9);
        faults.whole(&format!("request/arms/{}/units", arm.name), arm.units, 0, MOST_COUNT);
    }
    if request.arms.iter().all(|arm| arm.units == 0) {
        faults.note(Issue::error("no-trials", "request/arms", "no arm has units"));
    }
    faults.done()?;
    let counts: Vec<u64> = request.arms.iter().map(|arm| arm.units).collect();
    let shares: Vec<f64> = request.arms.iter().map(|arm| arm.share).collect();
    let (expected, statistic, p_value) = mismatch(&counts, &shares);
    let total: f64 = counts.iter().map(|units| number(*units)).sum();
    let mismatch = p_value < request.alpha;
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("planned-shares", "the planned shares are those that assignment used while these units came");
    let least = expected.iter().copied().fold(f64::INFINITY, f64::min);
    evidence.check(
        "expected-large-enough",
        least >= 5.0,
        Some(least),
        "the χ² test wants at least 5 expected units in each arm",
    );
    if mismatch {
        evidence.cautions.push(
            Issue::warning(
                "sample-ratio-mismatch",
                "request/arms",
                "the arms do not have the units they should have: units were lost or counted unevenly",
            )
            .with_help("find the cause before reading any metric: redirects, bots, logging, late exclusions"),
        );
    }
    Ok(SampleRatioReport {
        arms: request
            .arms
            .iter()
            .zip(&expected)
            .map(|(arm, expected)| SampleRatioRow {
                name: arm.name.clone(),
                units: arm.units,
                expected_units: *expected,
                residual: (number(arm.units) - expected) / (expected * (1.0 - expected / total)).sqrt(),
            })
            .collect(),
        chi_squared: statistic,
        degrees_of_freedom: number(request.arms.len() as u64 - 1),
        p_value,
        mismatch,
        evidence,
    })
}

/// Expected counts, χ² and its p-value.
pub(super) fn mismatch(counts: &[u64], shares: &[f64]) -> (Vec<f64>, f64, f64) {
    let total: f64 = counts.iter().map(|count| number(*count)).sum();
    let all: f64 = crate::stats::summary::sum(shares.iter().copied());
    let expected: Vec<f64> = shares.iter().map(|share| total * (share / all)).collect();
    let statistic: f64 = counts
        .iter()
        .zip(&expected)
        .map(|(count, expected)| (number(*count) - expected) * (number(*count) - expected) / expected)
        .sum();
    let df = number(counts.len() as u64) - 1.0;
    (expected, statistic, if statistic > 0.0 { chi2_sf(statistic, df) } else { 1.0 })
}

//! Two ratios of sums compared: leads per session, where the unit of assignment is the user.
//!
//! The ratio r = Σm ÷ Σd has the variance (s²ₘ − 2 r sₘd + r² s²d) ÷ (n d̄²) by the delta method (Deng, Knoblich and Lu 2018):
//! sessions of one user are not independent, users are. A mean of the ratios of the users is another number.

use serde::{Deserialize, Serialize};

use super::check::{Faults, MOST_COUNT, number};
use super::common::{
    Arm, EffectPrior, ExperimentSettings, ExperimentVerdict, StoppingAdvice, advice, evidence,
    relative_variance, verdict,
};
use super::mean::{MeanEffect, effect};
use crate::measure::{Evidence, IntervalEstimate};
use crate::stats::distribution::t_quantile;
use crate::stats::summary::{count, mean, sum, variance};
use crate::{Issue, Issues};

/// Sums over the units of one arm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatioSample {
    /// Number of units (users), 2 to 10¹².
    pub units: u64,
    /// Σ numerator.
    pub numerator: f64,
    /// Σ denominator, not 0.
    pub denominator: f64,
    /// Σ numerator².
    pub numerator_squares: f64,
    /// Σ denominator².
    pub denominator_squares: f64,
    /// Σ numerator × denominator.
    pub products: f64,
}

/// What [`compare_ratios`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompareRatiosRequest {
    /// The arm without the change.
    pub control: RatioSample,
    /// The arm with the change.
    pub treatment: RatioSample,
    /// How results are judged.
    #[serde(default)]
    pub settings: ExperimentSettings,
    /// Belief about the effect before the data; absent: no Bayesian answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<EffectPrior>,
}

/// One arm with its ratio.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatioArm {
    /// Number of units.
    pub units: u64,
    /// Σ numerator ÷ Σ denominator, with its delta-method interval.
    pub ratio: IntervalEstimate,
    /// Variance of a unit's share in the ratio: the squared standard error times the units.
    pub unit_variance: f64,
}

/// What [`compare_ratios`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatioReport {
    /// The arm without the change.
    pub control: RatioArm,
    /// The arm with the change.
    pub treatment: RatioArm,
    /// Difference and lift of the ratios.
    pub effect: MeanEffect,
    /// What is shown at the level asked for.
    pub verdict: ExperimentVerdict,
    /// What to do next.
    pub advice: StoppingAdvice,
    /// How much this proves.
    pub evidence: Evidence,
}

/// Means, variances and covariance of numerator and denominator over the units.
#[derive(Debug, Clone, Copy)]
pub(super) struct RatioMoments {
    pub(super) units: u64,
    mean_m: f64,
    mean_d: f64,
    variance_m: f64,
    variance_d: f64,
    covariance: f64,
}

impl RatioMoments {
    pub(super) fn of_values(m: &[f64], d: &[f64]) -> Self {
        let (mean_m, mean_d) = (mean(m), mean(d));
        let products = sum(m.iter().zip(d).map(|(m, d)| (m - mean_m) * (d - mean_d)));
        Self {
            units: m.len() as u64,
            mean_m,
            mean_d,
            variance_m: variance(m),
            variance_d: variance(d),
            covariance: products / (count(m.len()) - 1.0),
        }
    }

    fn of_sums(sample: &RatioSample) -> Self {
        let n = number(sample.units);
        let (mean_m, mean_d) = (sample.numerator / n, sample.denominator / n);
        let spread = |squares: f64, sum: f64, mean: f64| (squares - sum * mean) / (n - 1.0);
        Self {
            units: sample.units,
            mean_m,
            mean_d,
            variance_m: spread(sample.numerator_squares, sample.numerator, mean_m).max(0.0),
            variance_d: spread(sample.denominator_squares, sample.denominator, mean_d).max(0.0),
            covariance: spread(sample.products, sample.numerator, mean_d),
        }
    }

    /// The arm as if its ratio were a mean.
    pub(super) fn arm(&self) -> Arm {
        let ratio = self.mean_m / self.mean_d;
        let variance = self.variance_m - 2.0 * ratio * self.covariance + ratio * ratio * self.variance_d;
        Arm {
            n: number(self.units),
            mean: ratio,
            variance: (variance / (self.mean_d * self.mean_d)).max(0.0),
        }
    }

    pub(super) fn has_denominator(&self) -> bool {
        self.mean_d != 0.0
    }

    /// How many standard errors the mean of the denominator is away from 0: below 3 the delta method is not to be trusted.
    fn denominator_distance(&self) -> f64 {
        self.mean_d.abs() / (self.variance_d / number(self.units)).sqrt()
    }
}

/// Compares two ratios of sums, by unit of assignment.
///
/// # Errors
/// `too-few-rows`, `number-out-of-range`, `sums-impossible`, `denominator-zero`, `nothing-varies`: every fault.
///
/// # Complexity
/// O(1).
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{CompareRatiosRequest, ExperimentSettings, RatioSample, compare_ratios};
/// let report = compare_ratios(&CompareRatiosRequest {
///     control: RatioSample { units: 900, numerator: 721.0, denominator: 6301.0, numerator_squares: 1291.0,
///         denominator_squares: 49111.0, products: 5614.0 },
///     treatment: RatioSample { units: 1100, numerator: 832.0, denominator: 7747.0, numerator_squares: 1446.0,
///         denominator_squares: 61237.0, products: 6535.0 },
///     settings: ExperimentSettings { randomized: true, ..Default::default() },
///     prior: None,
/// })?;
/// assert_eq!(format!("{:.4}", report.effect.difference.value), "-0.0070");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn compare_ratios(request: &CompareRatiosRequest) -> Result<RatioReport, Issues> {
    let mut faults = Faults::default();
    let mut arms = Vec::with_capacity(2);
    for (name, sample) in [("control", &request.control), ("treatment", &request.treatment)] {
        let at = format!("request/{name}");
        let mut good = true;
        if sample.units < 2 {
            faults.note(
                Issue::error("too-few-rows", at.as_str(), format!("{} units have no variance", sample.units))
                    .with_help("give at least two units for each arm"),
            );
            good = false;
        } else {
            good &= faults.whole(&format!("{at}/units"), sample.units, 2, MOST_COUNT);
        }
        for value in [
            sample.numerator,
            sample.denominator,
            sample.numerator_squares,
            sample.denominator_squares,
            sample.products,
        ] {
            good &= faults.range(&at, value, -1e30, 1e30);
        }
        if !good {
            continue;
        }
        if sample.denominator == 0.0 {
            faults.note(Issue::error(
                "denominator-zero",
                at.as_str(),
                "the denominators add to 0: there is no ratio",
            ));
            continue;
        }
        let n = number(sample.units);
        let short = |sum: f64, squares: f64| squares < sum * (sum / n) * (1.0 - 1e-9);
        if short(sample.numerator, sample.numerator_squares)
            || short(sample.denominator, sample.denominator_squares)
        {
            faults.note(Issue::error(
                "sums-impossible",
                at.as_str(),
                "the sum of squares is below the square of the sum divided by the units",
            ));
        }
        arms.push(RatioMoments::of_sums(sample));
    }
    request.settings.check("request/settings", &mut faults);
    if let Some(prior) = &request.prior {
        prior.check("request/prior", &mut faults);
    }
    if let [a, b] = arms.as_slice()
        && !(a.arm().error2() + b.arm().error2() > 0.0)
    {
        faults.note(Issue::error("nothing-varies", "request", "every unit has the same ratio as its arm"));
    }
    faults.done()?;
    let [control, treatment] = arms.as_slice() else {
        return Err(Issue::error("too-few-rows", "request", "an arm has no ratio").into());
    };
    Ok(compared(*control, *treatment, request.prior, &request.settings))
}

/// [`compare_ratios`] on moments known to be good.
pub(super) fn compared(
    control: RatioMoments,
    treatment: RatioMoments,
    prior: Option<EffectPrior>,
    settings: &ExperimentSettings,
) -> RatioReport {
    let (a, b) = (control.arm(), treatment.arm());
    let effect = effect(a, b, b.mean - a.mean, a.mean, relative_variance(a, b), settings, prior);
    let p_value = match settings.always_valid {
        Some(_) => effect.always_valid.map_or(1.0, |effect| effect.p_value),
        None => effect.welch_test.p_value,
    };
    let verdict = verdict(effect.difference.value, p_value <= settings.alpha, settings.lower_is_better);
    let all = control.units + treatment.units;
    let mut evidence = evidence(settings, all);
    let distance = control.denominator_distance().min(treatment.denominator_distance());
    evidence.check(
        "denominator-away-from-zero",
        !(distance < 3.0),
        Some(distance),
        "the delta method wants the mean denominator several standard errors away from 0",
    );
    let arm = |moments: &RatioMoments, arm: Arm| RatioArm {
        units: moments.units,
        ratio: super::common::estimate(
            arm.mean,
            arm.error2().sqrt(),
            t_quantile(1.0 - 0.5 * settings.alpha, arm.n - 1.0),
        ),
        unit_variance: arm.variance,
    };
    RatioReport {
        control: arm(&control, a),
        treatment: arm(&treatment, b),
        effect,
        verdict,
        advice: advice(settings, all, verdict),
        evidence,
    }
}

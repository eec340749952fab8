//! Two shares compared.

use serde::{Deserialize, Serialize};

use super::bayes::{Beta, BetaPrior, ProportionPosterior, posterior};
use super::check::{Faults, MOST_COUNT, number};
use super::common::{
    EffectInterval, ExperimentSettings, ExperimentVerdict, RelativeLift, SignificanceTest, StoppingAdvice,
    advice, estimate, evidence, relative_lift, units, verdict,
};
use super::exact::{MOST_EXACT, chi_squared, fisher};
use super::score::Counts;
use super::sequential::AlwaysValidEffect;
use crate::measure::{Evidence, IntervalEstimate};
use crate::stats::distribution::beta_quantile;
use crate::stats::math::{exp, ln};
use crate::stats::proportion;
use crate::{Issue, Issues};

/// Successes among trials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProportionSample {
    /// Units with the outcome, such as converted visitors.
    pub successes: u64,
    /// All units, 1 to 10¹².
    pub trials: u64,
}

/// How much [`compare_proportions`] computes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProportionDetail {
    /// The pooled test, Newcombe's interval and the lift: about a microsecond.
    Headline,
    /// Every test and interval.
    #[default]
    Full,
}

/// What [`compare_proportions`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompareProportionsRequest {
    /// The arm without the change.
    pub control: ProportionSample,
    /// The arm with the change.
    pub treatment: ProportionSample,
    /// How results are judged.
    #[serde(default)]
    pub settings: ExperimentSettings,
    /// How much is computed.
    #[serde(default)]
    pub detail: ProportionDetail,
    /// Prior of both shares; absent: no Bayesian answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<BetaPrior>,
}

impl CompareProportionsRequest {
    /// Two arms with the default settings.
    pub fn new(control: ProportionSample, treatment: ProportionSample) -> Self {
        Self {
            control,
            treatment,
            settings: ExperimentSettings::default(),
            detail: ProportionDetail::Full,
            prior: None,
        }
    }
}

/// One arm with the intervals of its share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProportionArm {
    /// Units with the outcome.
    pub successes: u64,
    /// All units.
    pub trials: u64,
    /// Their share.
    pub rate: f64,
    /// Wilson's interval (1927): the one to show.
    pub wilson: EffectInterval,
    /// Wald's interval, cut at 0 and 1: too short for small or extreme shares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wald: Option<EffectInterval>,
    /// Agresti and Coull's interval (1998).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agresti_coull: Option<EffectInterval>,
    /// Jeffreys' interval: equal tails of the posterior with the prior Beta(½, ½).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jeffreys: Option<EffectInterval>,
    /// Clopper and Pearson's interval (1934): never too short.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clopper_pearson: Option<EffectInterval>,
}

/// Every test and interval of two shares.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProportionMethods {
    /// Wald's test, variances not pooled.
    pub wald_test: SignificanceTest,
    /// Miettinen and Nurminen's score test.
    pub score_test: SignificanceTest,
    /// Agresti and Caffo's test (2000): one success and one failure added to each arm.
    pub agresti_caffo_test: SignificanceTest,
    /// χ² test; absent where a row or column is empty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chi_squared: Option<SignificanceTest>,
    /// χ² test with Yates' correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chi_squared_yates: Option<SignificanceTest>,
    /// Two-sided p-value of Fisher's exact test; absent above 50 million units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fisher_p_value: Option<f64>,
    /// Wald's interval of the difference.
    pub wald: EffectInterval,
    /// Newcombe's hybrid interval of the difference (1998, method 10).
    pub newcombe: EffectInterval,
    /// Agresti and Caffo's interval of the difference.
    pub agresti_caffo: EffectInterval,
    /// Miettinen and Nurminen's score interval of the difference.
    pub score: EffectInterval,
    /// Ratio of the shares with the interval on the log scale; absent with an empty cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<IntervalEstimate>,
    /// Miettinen and Nurminen's score interval of the ratio; without end where the control has no success.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio_score: Option<EffectInterval>,
    /// Odds ratio with Woolf's logit interval; absent with an empty cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odds_ratio: Option<IntervalEstimate>,
}

/// What [`compare_proportions`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProportionReport {
    /// The arm without the change.
    pub control: ProportionArm,
    /// The arm with the change.
    pub treatment: ProportionArm,
    /// Treatment − control, with Wald's standard error and Newcombe's interval.
    pub difference: IntervalEstimate,
    /// Treatment ÷ control − 1 with its delta-method interval; absent where the control has no success.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_lift: Option<RelativeLift>,
    /// The z test with the pooled share: the test the verdict follows, unless an always-valid one is asked for.
    pub pooled_test: SignificanceTest,
    /// Every other test and interval, with full detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub methods: Option<ProportionMethods>,
    /// The difference with an interval that may be looked at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub always_valid: Option<AlwaysValidEffect>,
    /// What is believed after the data, if a prior was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posterior: Option<ProportionPosterior>,
    /// What is shown at the level asked for.
    pub verdict: ExperimentVerdict,
    /// What to do next.
    pub advice: StoppingAdvice,
    /// How much this proves.
    pub evidence: Evidence,
}

/// Compares two shares: conversion, click and reply rates.
///
/// # Errors
/// `no-trials`, `successes-above-trials` or `number-out-of-range`: every fault of the request.
///
/// # Complexity
/// O(1) for the headline; Fisher's test is O(√units) terms in practice, the Bayesian answer O(successes) terms and some
/// thousand beta functions.
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{CompareProportionsRequest, ProportionSample, compare_proportions};
/// let report = compare_proportions(&CompareProportionsRequest::new(
///     ProportionSample { successes: 35, trials: 1000 },
///     ProportionSample { successes: 71, trials: 1000 },
/// ))?;
/// assert_eq!(format!("{:.3}", report.difference.value), "0.036");
/// assert_eq!(format!("{:.5}", report.pooled_test.p_value), "0.00033");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn compare_proportions(request: &CompareProportionsRequest) -> Result<ProportionReport, Issues> {
    check(request)?;
    Ok(compared(request))
}

fn check(request: &CompareProportionsRequest) -> Result<(), Issues> {
    let mut faults = Faults::default();
    for (name, sample) in [("control", request.control), ("treatment", request.treatment)] {
        if sample.trials == 0 {
            let message = format!("the {name} has no units");
            faults.note(
                Issue::error("no-trials", format!("request/{name}"), message)
                    .with_help("wait until each arm has units"),
            );
        } else if sample.trials > MOST_COUNT {
            faults.whole(&format!("request/{name}/trials"), sample.trials, 1, MOST_COUNT);
        }
        if sample.successes > sample.trials {
            let message = format!("{} successes of {} trials", sample.successes, sample.trials);
            faults.note(
                Issue::error("successes-above-trials", format!("request/{name}/successes"), message)
                    .with_help("count each unit once: a unit has the outcome or not"),
            );
        }
    }
    request.settings.check("request/settings", &mut faults);
    if let Some(prior) = &request.prior {
        prior.check("request/prior", &mut faults);
    }
    faults.done()
}

/// [`compare_proportions`] on a request known to be good.
pub(super) fn compared(request: &CompareProportionsRequest) -> ProportionReport {
    let settings = &request.settings;
    let z = settings.z();
    let counts = Counts {
        x_a: number(request.control.successes),
        n_a: number(request.control.trials),
        x_b: number(request.treatment.successes),
        n_b: number(request.treatment.trials),
    };
    let (a, b) = counts.rates();
    let difference = b - a;
    let full = request.detail == ProportionDetail::Full;
    let control = arm(request.control, z, settings.alpha, full);
    let treatment = arm(request.treatment, z, settings.alpha, full);
    let (va, vb) = (a * (1.0 - a) / counts.n_a, b * (1.0 - b) / counts.n_b);
    let error = (va + vb).sqrt();
    let (low, high) = proportion::newcombe((counts.x_a, counts.n_a), (counts.x_b, counts.n_b), z);
    let newcombe = EffectInterval::new(low, high);
    let pooled = (counts.x_a + counts.x_b) / (counts.n_a + counts.n_b);
    let pooled_error = (pooled * (1.0 - pooled) * (1.0 / counts.n_a + 1.0 / counts.n_b)).sqrt();
    let pooled_test = SignificanceTest::normal(difference, pooled_error);
    let total = units(request.control.trials, request.treatment.trials);
    let always_valid =
        settings.always_valid.and_then(|always| always.effect(difference, error, total, settings.alpha));
    let p_value = match settings.always_valid {
        Some(_) => always_valid.map_or(1.0, |effect| effect.p_value),
        None => pooled_test.p_value,
    };
    let verdict = verdict(difference, p_value <= settings.alpha, settings.lower_is_better);
    let all = request.control.trials + request.treatment.trials;
    let mut evidence = evidence(settings, all);
    caution(&counts, &mut evidence);
    let relative = (counts.x_a > 0.0)
        .then(|| vb / (a * a) + va * (b / a) * (b / a) / (a * a))
        .and_then(|variance| relative_lift(b / a - 1.0, variance, None, settings));
    let prior = |x: f64, n: f64, prior: BetaPrior| Beta { a: prior.alpha + x, b: prior.beta + n - x };
    ProportionReport {
        control,
        treatment,
        difference: IntervalEstimate {
            value: difference,
            standard_error: Some(error),
            low: newcombe.low,
            high: newcombe.high,
        },
        relative_lift: relative,
        pooled_test,
        methods: full.then(|| methods(&counts, newcombe, z, all)),
        always_valid,
        posterior: request.prior.map(|given| {
            posterior(
                prior(counts.x_a, counts.n_a, given),
                prior(counts.x_b, counts.n_b, given),
                settings.alpha,
            )
        }),
        verdict,
        advice: advice(settings, all, verdict),
        evidence,
    }
}

fn caution(counts: &Counts, evidence: &mut Evidence) {
    let Counts { x_a, n_a, x_b, n_b } = *counts;
    let cells = [x_a, n_a - x_a, x_b, n_b - x_b];
    let least = cells.iter().copied().fold(f64::INFINITY, f64::min);
    evidence.check(
        "cells-large-enough",
        least >= 5.0,
        Some(least),
        "the normal approximation wants at least 5 units with and without the outcome in each arm",
    );
    if least < 5.0 {
        evidence.cautions.push(
            Issue::warning(
                "few-outcomes",
                "request",
                format!("an arm has only {least} units with or without the outcome"),
            )
            .with_help("believe Fisher's test and the score interval rather than the z test"),
        );
    }
}

/// One arm with its intervals.
fn arm(sample: ProportionSample, z: f64, alpha: f64, full: bool) -> ProportionArm {
    let (x, n) = (number(sample.successes), number(sample.trials));
    let rate = x / n;
    let wilson = wilson(x, n, z);
    let mut made = ProportionArm {
        successes: sample.successes,
        trials: sample.trials,
        rate,
        wilson,
        wald: None,
        agresti_coull: None,
        jeffreys: None,
        clopper_pearson: None,
    };
    if full {
        let cut =
            |middle: f64, half: f64| EffectInterval::new((middle - half).max(0.0), (middle + half).min(1.0));
        made.wald = Some(cut(rate, z * (rate * (1.0 - rate) / n).sqrt()));
        let wide = n + z * z;
        let centre = (x + 0.5 * z * z) / wide;
        made.agresti_coull = Some(cut(centre, z * (centre * (1.0 - centre) / wide).sqrt()));
        let tail = 0.5 * alpha;
        made.jeffreys = Some(EffectInterval::new(
            beta_quantile(tail, x + 0.5, n - x + 0.5),
            beta_quantile(1.0 - tail, x + 0.5, n - x + 0.5),
        ));
        made.clopper_pearson = Some(EffectInterval::new(
            if x == 0.0 { 0.0 } else { beta_quantile(tail, x, n - x + 1.0) },
            if x == n { 1.0 } else { beta_quantile(1.0 - tail, x + 1.0, n - x) },
        ));
    }
    made
}

/// Wilson's interval of a share.
pub(super) fn wilson(x: f64, n: f64, z: f64) -> EffectInterval {
    let (low, high) = proportion::wilson(x, n, z);
    EffectInterval::new(low, high)
}

fn methods(counts: &Counts, newcombe: EffectInterval, z: f64, all: u64) -> ProportionMethods {
    let Counts { x_a, n_a, x_b, n_b } = *counts;
    let (a, b) = counts.rates();
    let difference = b - a;
    let wald = (a * (1.0 - a) / n_a + b * (1.0 - b) / n_b).sqrt();
    let (more_a, more_b) = ((x_a + 1.0) / (n_a + 2.0), (x_b + 1.0) / (n_b + 2.0));
    let caffo = (more_a * (1.0 - more_a) / (n_a + 2.0) + more_b * (1.0 - more_b) / (n_b + 2.0)).sqrt();
    let whole = x_a > 0.0 && x_b > 0.0;
    let inside = whole && x_a < n_a && x_b < n_b;
    let on_log = |value: f64, error: f64| IntervalEstimate {
        value,
        standard_error: Some(value * error),
        low: Some(exp(ln(value) - z * error)),
        high: Some(exp(ln(value) + z * error)),
    };
    ProportionMethods {
        wald_test: SignificanceTest::normal(difference, wald),
        score_test: SignificanceTest::normal(difference, counts.null_error()),
        agresti_caffo_test: SignificanceTest::normal(more_b - more_a, caffo),
        chi_squared: chi_squared(*counts, false),
        chi_squared_yates: chi_squared(*counts, true),
        fisher_p_value: (all <= MOST_EXACT).then(|| fisher(*counts)),
        wald: EffectInterval::around(difference, z * wald),
        newcombe,
        agresti_caffo: {
            let made = estimate(more_b - more_a, caffo, z);
            EffectInterval { low: made.low, high: made.high }
        },
        score: counts.difference_interval(z),
        ratio: whole.then(|| {
            let error = ((1.0 - a) / x_a + (1.0 - b) / x_b).sqrt();
            on_log(b / a, error)
        }),
        ratio_score: counts.ratio_interval(z),
        odds_ratio: inside.then(|| {
            let error = (1.0 / x_a + 1.0 / (n_a - x_a) + 1.0 / x_b + 1.0 / (n_b - x_b)).sqrt();
            on_log((x_b / (n_b - x_b)) / (x_a / (n_a - x_a)), error)
        }),
    }
}

//! What all comparisons share: settings, tests, intervals, verdicts, evidence.

use serde::{Deserialize, Serialize};

use super::check::{Faults, MOST_COUNT, number};
use super::sequential::{AlwaysValid, peeking_error};
use crate::Issue;
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate};
use crate::stats::distribution::{normal_cdf, normal_quantile, t_quantile, t_two_sided};

/// How results are judged: the same for every comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ExperimentSettings {
    /// Accepted rate of false alarms, above 0 and at most 0.5; intervals hold at 1 − alpha. Default 0.05.
    pub alpha: f64,
    /// Whether units came to their variants by lot. Only then is the result an experiment; default no.
    pub randomized: bool,
    /// How many times the results have been looked at so far, this look included (1 to 100). Default 1.
    pub looks: u64,
    /// Units that were planned over all arms, if there was a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_units: Option<u64>,
    /// Ask for intervals that stay valid however often one looks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub always_valid: Option<AlwaysValid>,
    /// Whether less is better, as for costs or waiting times. Default no.
    pub lower_is_better: bool,
}

impl Default for ExperimentSettings {
    fn default() -> Self {
        Self {
            alpha: 0.05,
            randomized: false,
            looks: 1,
            planned_units: None,
            always_valid: None,
            lower_is_better: false,
        }
    }
}

impl ExperimentSettings {
    pub(super) fn check(&self, at: &str, faults: &mut Faults) {
        check_alpha(&format!("{at}/alpha"), self.alpha, faults);
        faults.whole(&format!("{at}/looks"), self.looks, 1, 100);
        if let Some(planned) = self.planned_units {
            faults.whole(&format!("{at}/planned_units"), planned, 1, MOST_COUNT);
        }
        if let Some(always) = &self.always_valid {
            always.check(&format!("{at}/always_valid"), faults);
        }
    }

    /// The normal quantile of the intervals.
    pub(super) fn z(&self) -> f64 {
        normal_quantile(1.0 - 0.5 * self.alpha)
    }
}

/// Accepted false alarms are above 0 and at most one half, and not so rare that no tail can be computed.
pub(super) fn check_alpha(at: &str, alpha: f64, faults: &mut Faults) {
    faults.range(at, alpha, 1e-12, 0.5);
}

/// A test of "no difference".
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignificanceTest {
    /// The test statistic; absent where nothing varies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistic: Option<f64>,
    /// Degrees of freedom, where the reference distribution has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub degrees_of_freedom: Option<f64>,
    /// Probability of a difference at least this large if there were none, two-sided; 1 where nothing varies.
    pub p_value: f64,
}

impl SignificanceTest {
    /// A statistic held against the standard normal distribution.
    pub(super) fn normal(difference: f64, error: f64) -> Self {
        let statistic = Some(difference / error).filter(|z| z.is_finite());
        Self {
            statistic,
            degrees_of_freedom: None,
            p_value: statistic.map_or(1.0, |z| (2.0 * normal_cdf(-z.abs())).min(1.0)),
        }
    }

    /// A statistic held against Student's distribution.
    pub(super) fn student(difference: f64, error: f64, df: f64) -> Self {
        let statistic = Some(difference / error).filter(|t| t.is_finite());
        Self {
            statistic,
            degrees_of_freedom: Some(df),
            p_value: statistic.map_or(1.0, |t| t_two_sided(t, df).min(1.0)),
        }
    }
}

/// An interval whose ends may be open.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EffectInterval {
    /// Lower end; absent: without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper end; absent: without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

impl EffectInterval {
    pub(super) fn new(low: f64, high: f64) -> Self {
        Self { low: Some(low).filter(|end| end.is_finite()), high: Some(high).filter(|end| end.is_finite()) }
    }

    pub(super) fn around(value: f64, half: f64) -> Self {
        Self::new(value - half, value + half)
    }
}

/// What a comparison shows at the level asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExperimentVerdict {
    /// The treatment does better than the control.
    Better,
    /// The treatment does worse than the control.
    Worse,
    /// No difference is shown; it is not shown that there is none.
    NotShown,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StoppingAdvice {
    /// Stop and use the treatment.
    StopForBenefit,
    /// Stop and keep the control.
    StopForHarm,
    /// Go on: the plan is not complete, and stopping now would break the promise of the test.
    KeepRunning,
    /// The plan is complete and no difference is shown: decide by cost, or plan a larger experiment.
    StopWithoutDifference,
    /// Plan an experiment: without a plan or an always-valid interval nothing says when to stop.
    PlanFirst,
}

/// The verdict of a two-sided test.
pub(super) fn verdict(difference: f64, significant: bool, lower_is_better: bool) -> ExperimentVerdict {
    if !significant || difference == 0.0 {
        ExperimentVerdict::NotShown
    } else if (difference > 0.0) == lower_is_better {
        ExperimentVerdict::Worse
    } else {
        ExperimentVerdict::Better
    }
}

/// What to do after a look: a fixed-horizon result stops an experiment only when its plan is complete, an always-valid
/// one at any time.
pub(super) fn advice(
    settings: &ExperimentSettings,
    units: u64,
    verdict: ExperimentVerdict,
) -> StoppingAdvice {
    let complete = settings.planned_units.map(|planned| units >= planned);
    let anytime = settings.always_valid.is_some();
    let stop = match verdict {
        ExperimentVerdict::Better => StoppingAdvice::StopForBenefit,
        ExperimentVerdict::Worse => StoppingAdvice::StopForHarm,
        ExperimentVerdict::NotShown => StoppingAdvice::StopWithoutDifference,
    };
    match (complete, anytime) {
        (Some(true), _) => stop,
        (_, true) if verdict != ExperimentVerdict::NotShown => stop,
        (_, true) | (Some(false), false) => StoppingAdvice::KeepRunning,
        (None, false) => StoppingAdvice::PlanFirst,
    }
}

/// Evidence of a comparison, with the cautions that the settings call for.
pub(super) fn evidence(settings: &ExperimentSettings, units: u64) -> Evidence {
    let grade = if settings.randomized { EvidenceGrade::Experiment } else { EvidenceGrade::Association };
    let mut evidence = Evidence::new(grade).assume(
        "independent-units",
        "units answer independently: no unit is counted twice, none sees or influences the other variant",
    );
    if settings.randomized {
        evidence =
            evidence.assume("random-assignment", "units came to their variants by lot, as the settings say");
    } else {
        evidence.cautions.push(
            Issue::warning(
                "not-randomized",
                "settings/randomized",
                "the arms are compared, but nothing says that units came to them by lot: the difference may have other causes",
            )
            .with_help("set `randomized` if assignment was random, else use a quasi-experiment"),
        );
    }
    if settings.always_valid.is_none() {
        if settings.looks > 1 {
            let real = peeking_error(settings.looks, settings.alpha);
            evidence.cautions.push(
                Issue::warning(
                    "peeking",
                    "settings/looks",
                    format!(
                        "after {} looks the chance of a false alarm is up to {:.1} %, not {:.1} %",
                        settings.looks,
                        100.0 * real,
                        100.0 * settings.alpha
                    ),
                )
                .with_help("ask for `always_valid` intervals or plan the looks with `sequential_boundaries`"),
            );
        }
        if let Some(planned) = settings.planned_units.filter(|planned| units < *planned) {
            evidence.cautions.push(
                Issue::warning(
                    "plan-not-complete",
                    "settings/planned_units",
                    format!("{units} of {planned} planned units are in: p-values and intervals hold at the planned end"),
                )
                .with_help("wait, or ask for `always_valid` intervals"),
            );
        }
    }
    evidence
}

/// An effect relative to the control.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RelativeLift {
    /// Treatment ÷ control − 1, with its delta-method error, in which the control varies too.
    pub lift: IntervalEstimate,
    /// Two-sided p-value on this scale.
    pub p_value: f64,
}

/// A belief about the effect before the data: normal, with a mean and a standard deviation.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct EffectPrior {
    /// Whether it is about the relative lift (default) or the difference.
    pub relative: bool,
    /// Its mean. Default 0.
    pub mean: f64,
    /// Its standard deviation, above 0. Absent: flat, the data alone speak.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_deviation: Option<f64>,
}

impl Default for EffectPrior {
    fn default() -> Self {
        Self { relative: true, mean: 0.0, standard_deviation: None }
    }
}

impl EffectPrior {
    pub(super) fn check(&self, at: &str, faults: &mut Faults) {
        faults.number(&format!("{at}/mean"), self.mean);
        if let Some(deviation) = self.standard_deviation {
            faults.range(&format!("{at}/standard_deviation"), deviation, 1e-12, 1e12);
        }
    }

    /// The belief after an estimate.
    pub(super) fn posterior(
        &self,
        value: f64,
        error: f64,
        settings: &ExperimentSettings,
    ) -> Option<EffectPosterior> {
        if !(error > 0.0) {
            return None;
        }
        let precision = 1.0 / (error * error);
        let before = self.standard_deviation.map_or(0.0, |deviation| 1.0 / (deviation * deviation));
        let variance = 1.0 / (precision + before);
        let mean = variance * (value * precision + self.mean * before);
        let deviation = variance.sqrt();
        let interval = EffectInterval::around(mean, settings.z() * deviation);
        let u = mean / deviation;
        let density = crate::stats::math::exp(-0.5 * u * u) / (2.0 * std::f64::consts::PI).sqrt();
        let gain = |u: f64| (deviation * (density + u * normal_cdf(u))).max(0.0);
        let (up, down) = (gain(u), gain(-u));
        let better = if settings.lower_is_better { -u } else { u };
        let (control, treatment) = if settings.lower_is_better { (down, up) } else { (up, down) };
        Some(EffectPosterior {
            mean,
            standard_deviation: deviation,
            interval,
            chance_to_win: normal_cdf(better),
            loss_of_control: control,
            loss_of_treatment: treatment,
        })
    }
}

/// The belief about an effect after the data.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EffectPosterior {
    /// Posterior mean of the effect.
    pub mean: f64,
    /// Posterior standard deviation.
    pub standard_deviation: f64,
    /// Credible interval with 1 − alpha.
    pub interval: EffectInterval,
    /// Probability that the treatment is better.
    pub chance_to_win: f64,
    /// What one loses on average by staying with the control.
    pub loss_of_control: f64,
    /// What one loses on average by taking the treatment.
    pub loss_of_treatment: f64,
}

/// An arm as a mean of units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arm {
    pub(super) n: f64,
    pub(super) mean: f64,
    /// Variance of a unit.
    pub(super) variance: f64,
}

impl Arm {
    /// Variance of the mean.
    pub(super) fn error2(&self) -> f64 {
        self.variance / self.n
    }
}

/// Welch and Satterthwaite's degrees of freedom; at least 1.
pub(super) fn welch_df(a: Arm, b: Arm) -> f64 {
    let (va, vb) = (a.error2(), b.error2());
    let df = (va + vb) * (va + vb) / (va * va / (a.n - 1.0) + vb * vb / (b.n - 1.0));
    if df.is_finite() { df.max(1.0) } else { (a.n + b.n - 2.0).max(1.0) }
}

/// Variance of treatment ÷ control − 1 by the delta method, where the means are independent.
pub(super) fn relative_variance(control: Arm, treatment: Arm) -> f64 {
    let square = control.mean * control.mean;
    treatment.error2() / square
        + control.error2() * (treatment.mean / control.mean) * (treatment.mean / control.mean) / square
}

/// A relative lift with Student's interval; nothing where the control's mean is 0.
pub(super) fn relative_lift(
    lift: f64,
    variance: f64,
    df: Option<f64>,
    settings: &ExperimentSettings,
) -> Option<RelativeLift> {
    let error = variance.max(0.0).sqrt();
    if !(lift.is_finite() && error.is_finite()) {
        return None;
    }
    let quantile = df.map_or_else(|| settings.z(), |df| t_quantile(1.0 - 0.5 * settings.alpha, df));
    let test = match df {
        Some(df) => SignificanceTest::student(lift, error, df),
        None => SignificanceTest::normal(lift, error),
    };
    Some(RelativeLift { lift: estimate(lift, error, quantile), p_value: test.p_value })
}

/// An estimate with a symmetric interval.
pub(super) fn estimate(value: f64, error: f64, quantile: f64) -> IntervalEstimate {
    IntervalEstimate {
        value,
        standard_error: Some(error),
        low: Some(value - quantile * error),
        high: Some(value + quantile * error),
    }
}

/// Units of both arms.
pub(super) fn units(a: u64, b: u64) -> f64 {
    number(a) + number(b)
}

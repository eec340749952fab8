//! Two means compared, with the noise known before taken out (CUPED).
//!
//! With a covariate x measured before the experiment the outcome y becomes y − θ (x − x̄), which has the same
//! difference in expectation and less variance (Deng, Xu, Kohavi and Walker 2013). θ is the slope of y on x, pooled within
//! the arms (as analysis of covariance does), or from both arms as one sample (as some platforms do).

use serde::{Deserialize, Serialize};

use super::check::{Faults, MOST_COUNT, MOST_NUMBER, number};
use super::common::{
    Arm, EffectPosterior, EffectPrior, ExperimentSettings, ExperimentVerdict, RelativeLift, SignificanceTest,
    StoppingAdvice, advice, estimate, evidence, relative_lift, relative_variance, verdict, welch_df,
};
use super::ranks::{RankTest, rank_test};
use super::sequential::AlwaysValidEffect;
use crate::measure::{Evidence, IntervalEstimate};
use crate::stats::distribution::t_quantile;
use crate::stats::summary::{count, mean, sum, variance};
use crate::{Issue, Issues};

/// One arm of a comparison of means, in the form that is at hand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum MeanSample {
    /// One value per unit.
    Values {
        /// The outcome of each unit.
        outcome: Vec<f64>,
        /// The covariate of each unit, measured before the experiment.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        covariate: Vec<f64>,
    },
    /// Means and variances (with n − 1).
    Moments {
        /// Number of units.
        units: u64,
        /// Mean outcome.
        mean: f64,
        /// Variance of the outcome of a unit.
        variance: f64,
        /// The covariate, if there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        covariate: Option<CovariateMoments>,
    },
    /// Sums, as a database gives them. Where values are large and vary little, moments keep more digits.
    Sums {
        /// Number of units.
        units: u64,
        /// Σ outcome.
        sum: f64,
        /// Σ outcome².
        sum_squares: f64,
        /// The covariate, if there is one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        covariate: Option<CovariateSums>,
    },
}

/// A covariate by its moments.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CovariateMoments {
    /// Mean of the covariate.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// Its covariance with the outcome.
    pub covariance: f64,
}

/// A covariate by its sums.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CovariateSums {
    /// Σ covariate.
    pub sum: f64,
    /// Σ covariate².
    pub sum_squares: f64,
    /// Σ outcome × covariate.
    pub sum_products: f64,
}

/// Where the slope of CUPED comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CupedSlope {
    /// Pooled within the arms: a difference between them does not bend it.
    #[default]
    WithinArms,
    /// From both arms as one sample.
    Joint,
}

/// What [`compare_means`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompareMeansRequest {
    /// The arm without the change.
    pub control: MeanSample,
    /// The arm with the change.
    pub treatment: MeanSample,
    /// How results are judged.
    #[serde(default)]
    pub settings: ExperimentSettings,
    /// Where the slope of CUPED comes from, if both arms have a covariate.
    #[serde(default)]
    pub slope: CupedSlope,
    /// Belief about the effect before the data; absent: no Bayesian answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior: Option<EffectPrior>,
}

impl CompareMeansRequest {
    /// Two arms with the default settings.
    pub fn new(control: MeanSample, treatment: MeanSample) -> Self {
        Self {
            control,
            treatment,
            settings: ExperimentSettings::default(),
            slope: CupedSlope::WithinArms,
            prior: None,
        }
    }
}

/// One arm by its moments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeanArm {
    /// Number of units.
    pub units: u64,
    /// Mean outcome.
    pub mean: f64,
    /// Standard deviation of the outcome of a unit.
    pub standard_deviation: f64,
    /// Student's interval of the mean.
    pub interval: IntervalEstimate,
}

/// A difference of two means with everything that follows from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeanEffect {
    /// Treatment − control with Welch's interval.
    pub difference: IntervalEstimate,
    /// Welch's test (1947): variances may differ.
    pub welch_test: SignificanceTest,
    /// Treatment ÷ control − 1, with the delta method; absent where the control's mean is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_lift: Option<RelativeLift>,
    /// The difference with an interval that may be looked at any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub always_valid: Option<AlwaysValidEffect>,
    /// The lift with such an interval.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub always_valid_lift: Option<AlwaysValidEffect>,
    /// What is believed after the data, if a prior was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posterior: Option<EffectPosterior>,
}

/// What the covariate brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CupedEffect {
    /// Slope of the outcome on the covariate.
    pub theta: f64,
    /// Squared correlation within the arms: the share of the variance that a covariate can take away.
    pub variance_reduction: f64,
    /// Units that the raw comparison would need for the same precision, relative to these.
    pub worth_of_units: f64,
    /// Difference of the covariate between the arms, in its standard errors: large values speak against random assignment.
    pub covariate_imbalance: SignificanceTest,
    /// The adjusted effect.
    pub effect: MeanEffect,
}

/// What [`compare_means`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeanReport {
    /// The arm without the change.
    pub control: MeanArm,
    /// The arm with the change.
    pub treatment: MeanArm,
    /// The effect as it stands.
    pub effect: MeanEffect,
    /// Student's test with pooled variances.
    pub pooled_test: SignificanceTest,
    /// The effect with the covariate taken out; the verdict follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuped: Option<CupedEffect>,
    /// Mann and Whitney's test of ranks, where values are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rank_test: Option<RankTest>,
    /// What is shown at the level asked for.
    pub verdict: ExperimentVerdict,
    /// What to do next.
    pub advice: StoppingAdvice,
    /// How much this proves.
    pub evidence: Evidence,
}

/// Moments of an arm.
#[derive(Debug, Clone, Copy)]
pub(super) struct ArmMoments {
    pub(super) units: u64,
    pub(super) y: Arm,
    pub(super) covariate: Option<CovariateMoments>,
}

impl ArmMoments {
    /// The moments of complete columns.
    pub(super) fn of_values(outcome: &[f64], covariate: Option<&[f64]>) -> Self {
        let n = count(outcome.len());
        let (mean_y, variance_y) = (mean(outcome), variance(outcome));
        Self {
            units: outcome.len() as u64,
            y: Arm { n, mean: mean_y, variance: variance_y },
            covariate: covariate.map(|x| {
                let mean_x = mean(x);
                let products = sum(outcome.iter().zip(x).map(|(y, x)| (y - mean_y) * (x - mean_x)));
                CovariateMoments { mean: mean_x, variance: variance(x), covariance: products / (n - 1.0) }
            }),
        }
    }

    fn of_sums(units: u64, total: f64, squares: f64, covariate: Option<CovariateSums>) -> Self {
        let n = number(units);
        let spread = |sum: f64, squares: f64| ((squares - sum * (sum / n)) / (n - 1.0)).max(0.0);
        Self {
            units,
            y: Arm { n, mean: total / n, variance: spread(total, squares) },
            covariate: covariate.map(|x| CovariateMoments {
                mean: x.sum / n,
                variance: spread(x.sum, x.sum_squares),
                covariance: (x.sum_products - x.sum * (total / n)) / (n - 1.0),
            }),
        }
    }
}

impl MeanSample {
    /// The moments, with every fault noted.
    fn moments(&self, at: &str, faults: &mut Faults) -> Option<ArmMoments> {
        let (units, numbers): (u64, Vec<f64>) = match self {
            Self::Values { outcome, covariate } => {
                if !covariate.is_empty() && covariate.len() != outcome.len() {
                    let message = format!("{} outcomes have {} covariates", outcome.len(), covariate.len());
                    faults.note(Issue::error("column-length", format!("{at}/covariate"), message));
                    return None;
                }
                let bad = outcome.iter().chain(covariate).position(|v| !(v.abs() <= MOST_NUMBER));
                if bad.is_some() {
                    let message = "the values hold a number that is missing, infinite or beyond 1e15";
                    faults.note(Issue::error("number-out-of-range", at, message));
                    return None;
                }
                (outcome.len() as u64, Vec::new())
            }
            Self::Moments { units, mean, variance, covariate } => (
                *units,
                [*mean, *variance]
                    .into_iter()
                    .chain(covariate.iter().flat_map(|x| [x.mean, x.variance, x.covariance]))
                    .collect(),
            ),
            Self::Sums { units, sum, sum_squares, covariate } => (
                *units,
                [*sum, *sum_squares]
                    .into_iter()
                    .chain(covariate.iter().flat_map(|x| [x.sum, x.sum_squares, x.sum_products]))
                    .collect(),
            ),
        };
        if units < 2 {
            faults.note(
                Issue::error("too-few-rows", at, format!("{units} units have no variance"))
                    .with_help("give at least two units for each arm"),
            );
            return None;
        }
        let mut good = faults.whole(&format!("{at}/units"), units, 2, MOST_COUNT);
        for value in numbers {
            good &= faults.range(at, value, -1e30, 1e30);
        }
        if !good {
            return None;
        }
        let made = match self {
            Self::Values { outcome, covariate } => {
                ArmMoments::of_values(outcome, Some(covariate.as_slice()).filter(|x| !x.is_empty()))
            }
            Self::Moments { units, mean, variance, covariate } => ArmMoments {
                units: *units,
                y: Arm { n: number(*units), mean: *mean, variance: *variance },
                covariate: *covariate,
            },
            Self::Sums { units, sum, sum_squares, covariate } => {
                let n = number(*units);
                // Σx² is at least (Σx)² ÷ n, up to rounding.
                let short = |sum: f64, squares: f64| squares < sum * (sum / n) * (1.0 - 1e-9);
                if short(*sum, *sum_squares) || covariate.is_some_and(|x| short(x.sum, x.sum_squares)) {
                    faults.note(Issue::error(
                        "sums-impossible",
                        at,
                        "the sum of squares is below the square of the sum divided by the units",
                    ));
                    return None;
                }
                ArmMoments::of_sums(*units, *sum, *sum_squares, *covariate)
            }
        };
        let bad = made.y.variance < 0.0
            || made.covariate.is_some_and(|x| {
                x.variance < 0.0
                    || x.covariance * x.covariance > x.variance * made.y.variance * (1.0 + 1e-6) + 1e-12
            });
        if bad {
            faults.note(Issue::error(
                "variance-impossible",
                at,
                "a variance is negative, or the covariance is larger than the variances allow",
            ));
            return None;
        }
        Some(made)
    }
}

/// Compares two means: revenue, time or posts per unit, with CUPED where a covariate is given.
///
/// # Errors
/// `too-few-rows`, `number-out-of-range`, `column-length`, `sums-impossible`, `variance-impossible`, `nothing-varies`:
/// every fault of the request.
///
/// # Complexity
/// O(values), with the rank test O(values log values).
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{CompareMeansRequest, MeanSample, compare_means};
/// let arm = |units, mean, variance| MeanSample::Moments { units, mean, variance, covariate: None };
/// let report = compare_means(&CompareMeansRequest::new(arm(800, 7.742, 15.4), arm(820, 8.077, 16.1)))?;
/// assert_eq!(format!("{:.3}", report.effect.difference.value), "0.335");
/// assert_eq!(format!("{:.3}", report.effect.welch_test.p_value), "0.090");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn compare_means(request: &CompareMeansRequest) -> Result<MeanReport, Issues> {
    let mut faults = Faults::default();
    let control = request.control.moments("request/control", &mut faults);
    let treatment = request.treatment.moments("request/treatment", &mut faults);
    request.settings.check("request/settings", &mut faults);
    if let Some(prior) = &request.prior {
        prior.check("request/prior", &mut faults);
    }
    if let (Some(a), Some(b)) = (control, treatment) {
        if a.y.error2() + b.y.error2() <= 0.0 {
            faults.note(
                Issue::error("nothing-varies", "request", "no unit differs from the others of its arm")
                    .with_help("without variance within the arms no difference can be judged"),
            );
        }
        if a.covariate.is_some() != b.covariate.is_some() {
            faults.note(Issue::error("covariate-missing", "request", "only one of the arms has a covariate"));
        }
    }
    faults.done()?;
    let (Some(control), Some(treatment)) = (control, treatment) else {
        return Err(Issue::error("too-few-rows", "request", "an arm has no moments").into());
    };
    let ranks = match (&request.control, &request.treatment) {
        (MeanSample::Values { outcome: a, .. }, MeanSample::Values { outcome: b, .. }) => {
            Some(rank_test(a, b))
        }
        _ => None,
    };
    Ok(compared(control, treatment, request.slope, request.prior, &request.settings, ranks))
}

/// [`compare_means`] on moments known to be good.
pub(super) fn compared(
    control: ArmMoments,
    treatment: ArmMoments,
    slope: CupedSlope,
    prior: Option<EffectPrior>,
    settings: &ExperimentSettings,
    rank_test: Option<RankTest>,
) -> MeanReport {
    let (a, b) = (control.y, treatment.y);
    let plain = relative_variance(a, b);
    let effect = effect(a, b, b.mean - a.mean, a.mean, plain, settings, prior);
    let df = a.n + b.n - 2.0;
    let pooled = ((a.n - 1.0) * a.variance + (b.n - 1.0) * b.variance) / df;
    let pooled_test =
        SignificanceTest::student(b.mean - a.mean, (pooled * (1.0 / a.n + 1.0 / b.n)).sqrt(), df);
    let cuped = adjusted(control, treatment, slope, prior, settings, &effect);
    let judged = cuped.as_ref().map_or(&effect, |cuped| &cuped.effect);
    let p_value = match settings.always_valid {
        Some(_) => judged.always_valid.map_or(1.0, |effect| effect.p_value),
        None => judged.welch_test.p_value,
    };
    let verdict = verdict(judged.difference.value, p_value <= settings.alpha, settings.lower_is_better);
    let all = control.units + treatment.units;
    let mut evidence = evidence(settings, all);
    let least = a.n.min(b.n);
    evidence.check(
        "enough-units",
        least >= 30.0,
        Some(least),
        "means of fewer than 30 units are near normal only if the outcome is",
    );
    if let Some(cuped) = &cuped {
        evidence.check(
            "covariate-balanced",
            cuped.covariate_imbalance.p_value >= 0.001,
            Some(cuped.covariate_imbalance.p_value),
            "the covariate was measured before the experiment, so the arms should have the same",
        );
        evidence =
            evidence.assume("covariate-before", "the covariate was fixed before a unit met its variant");
    }
    let arm = |moments: &ArmMoments| MeanArm {
        units: moments.units,
        mean: moments.y.mean,
        standard_deviation: moments.y.variance.sqrt(),
        interval: estimate(
            moments.y.mean,
            moments.y.error2().sqrt(),
            t_quantile(1.0 - 0.5 * settings.alpha, moments.y.n - 1.0),
        ),
    };
    MeanReport {
        control: arm(&control),
        treatment: arm(&treatment),
        effect,
        pooled_test,
        cuped,
        rank_test,
        verdict,
        advice: advice(settings, all, verdict),
        evidence,
    }
}

/// A difference of means and what follows from it. `base` is what the lift is relative to.
pub(super) fn effect(
    a: Arm,
    b: Arm,
    difference: f64,
    base: f64,
    relative_variance: f64,
    settings: &ExperimentSettings,
    prior: Option<EffectPrior>,
) -> MeanEffect {
    let error = (a.error2() + b.error2()).sqrt();
    let df = welch_df(a, b);
    let lift = relative_lift(difference / base, relative_variance, Some(df), settings);
    let always = |value: f64, error: f64| {
        settings.always_valid.and_then(|always| always.effect(value, error, a.n + b.n, settings.alpha))
    };
    // A mixture's deviation is on the scale of the difference: on that of the lift it is relative to the base.
    let always_lift = lift.and_then(|lift| {
        let mut always = settings.always_valid?;
        always.mixture_deviation = always.mixture_deviation.map(|deviation| deviation / base.abs());
        always.effect(lift.lift.value, lift.lift.standard_error?, a.n + b.n, settings.alpha)
    });
    let posterior = prior.and_then(|prior| {
        if prior.relative {
            let lift = lift?;
            let turned = if base < 0.0 {
                ExperimentSettings { lower_is_better: !settings.lower_is_better, ..settings.clone() }
            } else {
                settings.clone()
            };
            prior.posterior(lift.lift.value, lift.lift.standard_error?, &turned)
        } else {
            prior.posterior(difference, error, settings)
        }
    });
    MeanEffect {
        difference: estimate(difference, error, t_quantile(1.0 - 0.5 * settings.alpha, df)),
        welch_test: SignificanceTest::student(difference, error, df),
        relative_lift: lift,
        always_valid: always(difference, error),
        always_valid_lift: always_lift,
        posterior,
    }
}

/// The effect with the covariate taken out; nothing without one, or where it does not vary.
fn adjusted(
    control: ArmMoments,
    treatment: ArmMoments,
    slope: CupedSlope,
    prior: Option<EffectPrior>,
    settings: &ExperimentSettings,
    raw: &MeanEffect,
) -> Option<CupedEffect> {
    let (a, b) = (control.y, treatment.y);
    let (xa, xb) = (control.covariate?, treatment.covariate?);
    let within = |of_a: f64, of_b: f64| (a.n - 1.0) * of_a + (b.n - 1.0) * of_b;
    let (square_x, square_y) = (within(xa.variance, xb.variance), within(a.variance, b.variance));
    let product = within(xa.covariance, xb.covariance);
    let theta = match slope {
        CupedSlope::WithinArms => product / square_x,
        CupedSlope::Joint => {
            // Between the arms the sums of squares grow by n_a n_b ÷ n times the product of the differences.
            let between = a.n * b.n / (a.n + b.n);
            let gap = xb.mean - xa.mean;
            (product + between * gap * (b.mean - a.mean)) / (square_x + between * gap * gap)
        }
    };
    if !(theta.is_finite() && square_x > 0.0 && square_y > 0.0) {
        return None;
    }
    let rest = |y: Arm, x: CovariateMoments| Arm {
        variance: (y.variance + theta * theta * x.variance - 2.0 * theta * x.covariance).max(0.0),
        ..y
    };
    let (ra, rb) = (rest(a, xa), rest(b, xb));
    let difference = b.mean - a.mean - theta * (xb.mean - xa.mean);
    // The lift is relative to the mean of the control as it stands, so the control's error enters twice: in the
    // difference with the covariate out, in the base with it in.
    let ratio = b.mean / a.mean;
    let base = a.mean * a.mean;
    let relative = rb.error2() / base
        + (a.variance * ratio * ratio - 2.0 * theta * xa.covariance * ratio + theta * theta * xa.variance)
            / (a.n * base);
    let (x_a, x_b) = (
        Arm { n: a.n, mean: xa.mean, variance: xa.variance },
        Arm { n: b.n, mean: xb.mean, variance: xb.variance },
    );
    let effect = effect(ra, rb, difference, a.mean, relative, settings, prior);
    let (before, after) = (raw.difference.standard_error?, effect.difference.standard_error?);
    if !(after > 0.0) {
        return None;
    }
    Some(CupedEffect {
        theta,
        variance_reduction: product / square_x * (product / square_y),
        worth_of_units: (before / after) * (before / after),
        covariate_imbalance: SignificanceTest::student(
            xb.mean - xa.mean,
            (x_a.error2() + x_b.error2()).sqrt(),
            welch_df(x_a, x_b),
        ),
        effect,
    })
}

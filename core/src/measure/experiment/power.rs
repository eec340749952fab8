//! Planning: how many units, what power, which effect can be seen?
//!
//! | method | formula |
//! |---|---|
//! | `normal` | n = (z(α/2) √(2p(1 − p)) + z(power) √(p(1 − p) + (p + d)(1 − p − d)))² ÷ d², E. Miller's calculator; for unequal arms the variances are divided by the shares |
//! | `arcsine` | n = ((z(α/2) + z(power)) ÷ h)², h = 2 asin √p₂ − 2 asin √p₁ (Cohen 1988), both tails counted |
//! | `student` | power of the pooled t test by the noncentral t distribution, d = effect ÷ standard deviation |
//! | `exact` | power of the pooled z test by the binomial distributions themselves, with the false-alarm rate it really has |
//!
//! `normal` takes the variance of the control twice under the null hypothesis; statsmodels pools the shares instead:
//! `pooled` does so.

use serde::{Deserialize, Serialize};

use super::check::{Faults, MOST_COUNT, number};
use super::common::check_alpha;
use crate::stats::distribution::{binomial_cdf, normal_cdf, normal_quantile, t_quantile};
use crate::stats::math::{asin, exp, ln, ln_1p};
use crate::stats::noncentral::noncentral_t_sf;
use crate::stats::special::ln_beta;
use crate::{Issue, Issues};

/// How power is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PowerMethod {
    /// Two shares, normal approximation, the control's variance under "no difference". The default for shares.
    #[default]
    Normal,
    /// Two shares, normal approximation, the pooled variance under "no difference".
    Pooled,
    /// Two shares on Cohen's arcsine scale.
    Arcsine,
    /// Two means by Student's test.
    Student,
    /// Two shares, exactly.
    Exact,
}

/// What [`plan_experiment`] asks: of effect, units and power two are given, the third is found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct PlanExperimentRequest {
    /// How power is computed.
    pub method: PowerMethod,
    /// Share of the control, above 0 and below 1; for means: the control's mean, used only for the relative effect.
    pub baseline: f64,
    /// Standard deviation of the outcome of a unit, for means. Default 1: effects in standard deviations.
    pub standard_deviation: f64,
    /// Difference to be seen, treatment − control. Absent: find the smallest (above 0).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<f64>,
    /// Units of the control, up to 10⁹. Absent: find them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<u64>,
    /// Power, above alpha and below 1. Absent with effect and units: find it; else 0.8.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub power: Option<f64>,
    /// Accepted rate of false alarms. Default 0.05.
    pub alpha: f64,
    /// Whether both directions count. Default yes.
    pub two_sided: bool,
    /// Units of the treatment ÷ units of the control, 0.01 to 100. Default 1.
    pub allocation: f64,
    /// Comparisons that share alpha (Bonferroni), 1 to 1,000: variants × metrics. Default 1.
    pub comparisons: u64,
    /// Units over both arms that come each day: then the report says how many days it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units_per_day: Option<f64>,
}

impl Default for PlanExperimentRequest {
    fn default() -> Self {
        Self {
            method: PowerMethod::Normal,
            baseline: 0.1,
            standard_deviation: 1.0,
            effect: None,
            units: None,
            power: None,
            alpha: 0.05,
            two_sided: true,
            allocation: 1.0,
            comparisons: 1,
            units_per_day: None,
        }
    }
}

/// What [`plan_experiment`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExperimentPlan {
    /// Difference to be seen: given, or the smallest that is.
    pub effect: f64,
    /// The same ÷ baseline; absent where the baseline is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_effect: Option<f64>,
    /// Units of the control before rounding up.
    pub exact_units: f64,
    /// Units of the control.
    pub units_control: u64,
    /// Units of the treatment.
    pub units_treatment: u64,
    /// Units of both arms.
    pub units_total: u64,
    /// Power: given, or found.
    pub power: f64,
    /// Rate of false alarms of one comparison, after sharing alpha.
    pub alpha_per_comparison: f64,
    /// Rate of false alarms that the test really has at the baseline, with the exact method.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exact_alpha: Option<f64>,
    /// Days until the units have come, rounded up; plan whole weeks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u64>,
}

/// Most units of the control of a plan.
const MOST_UNITS: f64 = 1e9;
/// Most units of the control of an exact plan.
const MOST_EXACT_UNITS: f64 = 1e6;
/// Steps of a search by halving.
const HALVINGS: u32 = 200;

/// The problem in numbers.
struct Design {
    method: PowerMethod,
    baseline: f64,
    deviation: f64,
    alpha: f64,
    two_sided: bool,
    allocation: f64,
}

/// Plans an experiment: its units, its power or the smallest effect it can see.
///
/// # Errors
/// `nothing-to-find`, `effect-zero`, `effect-out-of-range`, `plan-impossible` or `number-out-of-range`: every fault.
///
/// # Complexity
/// O(1) steps of halving, each a few microseconds; the exact method sums over likely outcomes of the control, O(√units).
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{PlanExperimentRequest, plan_experiment};
/// let plan = plan_experiment(&PlanExperimentRequest {
///     baseline: 0.2, effect: Some(0.05), units_per_day: Some(150.0), ..Default::default() })?;
/// assert_eq!((plan.units_control, plan.days), (1031, Some(14)));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn plan_experiment(request: &PlanExperimentRequest) -> Result<ExperimentPlan, Issues> {
    check(request)?;
    let design = Design {
        method: request.method,
        baseline: request.baseline,
        deviation: request.standard_deviation,
        alpha: request.alpha / number(request.comparisons),
        two_sided: request.two_sided,
        allocation: request.allocation,
    };
    let wanted = request.power.unwrap_or(0.8);
    let (effect, units, power) = match (request.effect, request.units) {
        (Some(effect), Some(units)) => {
            let units = number(units);
            (effect, units, design.power(effect, units))
        }
        (Some(effect), None) => (effect, design.units(effect, wanted)?, wanted),
        (None, units) => {
            let units = units.map_or(1.0, number);
            (design.effect(units, wanted)?, units, wanted)
        }
    };
    let control = whole(units);
    let treatment = whole(units * design.allocation);
    let total = control + treatment;
    let relative = effect / request.baseline;
    Ok(ExperimentPlan {
        effect,
        relative_effect: Some(relative).filter(|relative| relative.is_finite()),
        exact_units: units,
        units_control: control,
        units_treatment: treatment,
        units_total: total,
        power,
        alpha_per_comparison: design.alpha,
        exact_alpha: (request.method == PowerMethod::Exact).then(|| design.power(0.0, number(control))),
        days: request.units_per_day.map(|per_day| whole(number(total) / per_day)),
    })
}

/// Rounded up, but not by what only rounding put there.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be below 10¹⁵")]
fn whole(value: f64) -> u64 {
    (value - 1e-9 * value.abs()).ceil().clamp(0.0, 1e15) as u64
}

fn check(request: &PlanExperimentRequest) -> Result<(), Issues> {
    let mut faults = Faults::default();
    let shares = request.method != PowerMethod::Student;
    if shares {
        if faults.between("request/baseline", request.baseline, 0.0, 1.0)
            && let Some(effect) = request.effect
            && !(request.baseline + effect > 0.0 && request.baseline + effect < 1.0)
        {
            let message = format!("`{effect}` leads from {} out of the shares", request.baseline);
            faults.note(
                Issue::error("effect-out-of-range", "request/effect", message)
                    .with_help("the effect is a difference of shares: 0.02 is two percentage points"),
            );
        }
    } else {
        faults.number("request/baseline", request.baseline);
        faults.range("request/standard_deviation", request.standard_deviation, 1e-12, 1e12);
    }
    check_alpha("request/alpha", request.alpha, &mut faults);
    faults.range("request/allocation", request.allocation, 0.01, 100.0);
    faults.whole("request/comparisons", request.comparisons, 1, 1000);
    if let Some(effect) = request.effect
        && faults.number("request/effect", effect)
        && effect.abs() < 1e-12
    {
        faults.note(Issue::error("effect-zero", "request/effect", "no experiment shows an effect of 0"));
    }
    if let Some(effect) = request.effect
        && effect < 0.0
        && !request.two_sided
    {
        faults.note(Issue::error(
            "effect-out-of-range",
            "request/effect",
            "a one-sided test looks for an effect above 0",
        ));
    }
    if let Some(units) = request.units {
        let most = if request.method == PowerMethod::Exact { 1_000_000 } else { 1_000_000_000 };
        faults.whole("request/units", units, 2, most);
    }
    if let Some(power) = request.power {
        faults.range("request/power", power, (request.alpha + 0.01).min(0.9), 0.999_999);
    }
    if let Some(per_day) = request.units_per_day {
        faults.range("request/units_per_day", per_day, 1e-3, number(MOST_COUNT));
    }
    match (request.effect, request.units, request.power) {
        (Some(_), Some(_), Some(_)) => faults.note(
            Issue::error("nothing-to-find", "request", "effect, units and power are all given")
                .with_help("leave out the one to find"),
        ),
        (None, None, _) => faults.note(
            Issue::error("nothing-to-find", "request", "neither effect nor units are given")
                .with_help("give the effect to find the units, or the units to find the effect"),
        ),
        _ => {}
    }
    faults.done()
}

impl Design {
    /// The normal quantile of the test.
    fn z(&self) -> f64 {
        normal_quantile(1.0 - if self.two_sided { 0.5 * self.alpha } else { self.alpha })
    }

    /// Errors of the difference of two shares under "no difference" and under the effect, times √units of the control.
    fn deviations(&self, effect: f64) -> (f64, f64) {
        let (a, b, k) = (self.baseline, self.baseline + effect, self.allocation);
        let spread = |p: f64| p * (1.0 - p);
        let null = match self.method {
            PowerMethod::Pooled => spread((a + k * b) / (1.0 + k)),
            _ => spread(a),
        };
        ((null * (1.0 + 1.0 / k)).sqrt(), (spread(a) + spread(b) / k).sqrt())
    }

    /// Power with so many units of the control.
    fn power(&self, effect: f64, units: f64) -> f64 {
        let z = self.z();
        let both = |near: f64, far: f64| {
            (normal_cdf(near) + if self.two_sided { normal_cdf(far) } else { 0.0 }).clamp(0.0, 1.0)
        };
        match self.method {
            PowerMethod::Normal | PowerMethod::Pooled => {
                let (null, real) = self.deviations(effect);
                let shift = effect.abs() * units.sqrt();
                both((shift - z * null) / real, (-shift - z * null) / real)
            }
            PowerMethod::Arcsine => {
                let angle = |p: f64| 2.0 * asin(p.sqrt());
                let h = (angle(self.baseline + effect) - angle(self.baseline)).abs();
                let shift = h * (units * self.allocation / (1.0 + self.allocation)).sqrt();
                both(shift - z, -shift - z)
            }
            PowerMethod::Student => {
                let df = (units * (1.0 + self.allocation) - 2.0).max(1.0);
                let delta = effect.abs() / self.deviation
                    * (units * self.allocation / (1.0 + self.allocation)).sqrt();
                let tail = if self.two_sided { 0.5 * self.alpha } else { self.alpha };
                let t = t_quantile(1.0 - tail, df);
                let far = if self.two_sided { noncentral_t_sf(t, df, -delta) } else { 0.0 };
                (noncentral_t_sf(t, df, delta) + far).min(1.0)
            }
            PowerMethod::Exact => self.exact_power(effect, units),
        }
    }

    /// The chance that the pooled z test calls a difference: over the likely outcomes of the control, that of the
    /// treatment lying beyond the ends between which the test says nothing.
    fn exact_power(&self, effect: f64, units: f64) -> f64 {
        let (n_a, n_b) = (units.ceil().max(1.0), (units * self.allocation).ceil().max(1.0));
        let (p_a, p_b) = (self.baseline, (self.baseline + effect).clamp(0.0, 1.0));
        let z = self.z();
        let score = |x_a: f64, x_b: f64| {
            let pooled = (x_a + x_b) / (n_a + n_b);
            let error = (pooled * (1.0 - pooled) * (1.0 / n_a + 1.0 / n_b)).sqrt();
            let gap = x_b / n_b - x_a / n_a;
            if error > 0.0 { gap / error } else { 0.0 }
        };
        let spread = 9.0 * (n_a * p_a * (1.0 - p_a)).sqrt() + 10.0;
        let (first, last) = ((n_a * p_a - spread).floor().max(0.0), (n_a * p_a + spread).ceil().min(n_a));
        let mut total = 0.0;
        let mut x = first;
        while x <= last {
            let ln_choose = -ln_1p(n_a) - ln_beta(x + 1.0, n_a - x + 1.0);
            let mass = exp(ln_choose + x * ln(p_a) + (n_a - x) * ln_1p(-p_a));
            // The score rises with the successes of the treatment.
            let high = least(n_b, |y| score(x, y) >= z);
            let mut called = if high > n_b { 0.0 } else { binomial_cdf(n_b - high, n_b, 1.0 - p_b) };
            if self.two_sided {
                let low = least(n_b, |y| score(x, y) > -z) - 1.0;
                called += if low < 0.0 { 0.0 } else { binomial_cdf(low, n_b, p_b) };
            }
            total += mass * called;
            x += 1.0;
        }
        total.clamp(0.0, 1.0)
    }

    /// Units of the control with this power.
    fn units(&self, effect: f64, power: f64) -> Result<f64, Issues> {
        if matches!(self.method, PowerMethod::Normal | PowerMethod::Pooled) {
            // In closed form; the far tail, at most a billionth at usual powers, is not counted, as in the calculators.
            let (null, real) = self.deviations(effect);
            let root = (self.z() * null + normal_quantile(power) * real) / effect;
            return self.within(root * root);
        }
        let most = if self.method == PowerMethod::Exact { MOST_EXACT_UNITS } else { MOST_UNITS };
        let least = 2.0;
        let (mut low, mut high) = (least, least);
        while self.power(effect, high) < power {
            if high >= most {
                return self.within(f64::INFINITY);
            }
            low = high;
            high = (high * 2.0).min(most);
        }
        let exact = self.method == PowerMethod::Exact;
        for _ in 0..HALVINGS {
            let middle = if exact { (0.5 * (low + high)).floor() } else { 0.5 * (low + high) };
            if middle <= low || high - low <= 1e-13 * high {
                break;
            }
            if self.power(effect, middle) >= power { high = middle } else { low = middle }
        }
        Ok(high)
    }

    fn within(&self, units: f64) -> Result<f64, Issues> {
        if units <= MOST_UNITS {
            return Ok(units.max(2.0));
        }
        Err(Issue::error("plan-impossible", "request", "it takes more than a billion units")
            .with_help("ask for a larger effect, less power or a metric with less noise")
            .into())
    }

    /// The smallest effect above 0 with this power.
    fn effect(&self, units: f64, power: f64) -> Result<f64, Issues> {
        let most =
            if self.method == PowerMethod::Student { self.deviation * 1e4 } else { 1.0 - self.baseline };
        let (mut low, mut high) = (0.0, most);
        let edge = if self.method == PowerMethod::Student { most } else { most * (1.0 - 1e-9) };
        if !(self.power(edge, units) >= power) {
            return Err(Issue::error(
                "plan-impossible",
                "request/units",
                "so few units show no effect with this power",
            )
            .with_help("plan more units")
            .into());
        }
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if middle <= low || middle >= high || high - low <= 1e-14 * high {
                break;
            }
            if self.power(middle, units) >= power { high = middle } else { low = middle }
        }
        Ok(high)
    }
}

/// The least whole number from 0 to `most` from which on a condition holds; `most` + 1 if it never does.
fn least(most: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let (mut low, mut high) = (-1.0, most + 1.0);
    while high - low > 1.0 {
        let middle = (0.5 * (low + high)).floor();
        if holds(middle) { high = middle } else { low = middle }
    }
    high
}

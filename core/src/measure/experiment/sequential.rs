//! Looking at any time, or at planned times.
//!
//! **Always valid.** For an estimate d with variance V after n units the half width of the asymptotic confidence sequence
//! is √(V · 2(nρ² + 1) ÷ (nρ²) · ln(√(nρ² + 1) ÷ α)), its p-value is 1 ÷ e with e = exp(z² nρ² ÷ 2(nρ² + 1)) ÷ √(nρ² + 1),
//! and ρ = √((−2 ln α + ln(−2 ln α + 1)) ÷ tuning) makes it tightest near `tuning` units (Waudby-Smith, Arbour, Sinha,
//! Kennedy and Ramdas 2021). With the standard deviation τ of likely effects instead (nρ² = τ² ÷ V) it is the mixture
//! sequential probability ratio test (Robbins 1970; Johari, Koomen, Pekelis and Walsh 2022).
//!
//! **Planned looks.** The boundary of look k solves P(first crossing at k) = what the spending function gives to it
//! (Lan and DeMets 1983), by the recursion of Armitage, McPherson and Rowe (1969) on the density of the score between
//! the earlier boundaries, integrated by Gauss and Legendre. Two-sided: each side spends half of alpha.

use serde::{Deserialize, Serialize};

use super::check::Faults;
use super::common::check_alpha;
use crate::Issues;
use crate::stats::distribution::{normal_cdf, normal_quantile, normal_sf};
use crate::stats::math::{exp, ln, ln_1p, pow};
use crate::stats::quadrature::GaussLegendre;
use crate::stats::summary::count;

/// How intervals are made that stay valid at every look.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AlwaysValid {
    /// Units over both arms at which the interval should be tightest, 1 to 10¹². Default 5,000.
    pub tuning: f64,
    /// Standard deviation of the effects one expects, on the scale of the difference: with it the test is the mixture
    /// sequential probability ratio test, and `tuning` is not used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mixture_deviation: Option<f64>,
}

impl Default for AlwaysValid {
    fn default() -> Self {
        Self { tuning: 5000.0, mixture_deviation: None }
    }
}

/// An estimate that may be looked at any time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AlwaysValidEffect {
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// The p-value that may be watched; of several looks the smallest counts.
    pub p_value: f64,
}

impl AlwaysValid {
    pub(super) fn check(&self, at: &str, faults: &mut Faults) {
        faults.range(&format!("{at}/tuning"), self.tuning, 1.0, 1e12);
        if let Some(deviation) = self.mixture_deviation {
            faults.range(&format!("{at}/mixture_deviation"), deviation, 1e-12, 1e12);
        }
    }

    /// The interval and p-value of an estimate with this standard error after `units`; nothing without an error.
    pub(super) fn effect(&self, value: f64, error: f64, units: f64, alpha: f64) -> Option<AlwaysValidEffect> {
        let variance = error * error;
        if !(variance > 0.0) {
            return None;
        }
        let information = match self.mixture_deviation {
            Some(deviation) => deviation * deviation / variance,
            None => units * (-2.0 * ln(alpha) + ln_1p(-2.0 * ln(alpha))) / self.tuning,
        };
        let more = information + 1.0;
        let half = error * (2.0 * more / information * (0.5 * ln(more) - ln(alpha))).sqrt();
        let z = value / error;
        let ln_evidence = z * z * information / (2.0 * more) - 0.5 * ln(more);
        half.is_finite().then(|| AlwaysValidEffect {
            low: value - half,
            high: value + half,
            p_value: exp(-ln_evidence).min(1.0),
        })
    }
}

/// How false alarms are shared out among the looks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "kind", deny_unknown_fields)]
pub enum AlphaSpending {
    /// Lan and DeMets' function like O'Brien and Fleming's boundary: hardly anything early.
    ObrienFleming,
    /// Lan and DeMets' function like Pocock's boundary: about the same at each look.
    Pocock,
    /// Kim and DeMets' power family: α tʳ.
    Power {
        /// The exponent r, 0.1 to 20.
        exponent: f64,
    },
    /// Hwang, Shih and DeCani's family: α (1 − e^(−γt)) ÷ (1 − e^(−γ)).
    HwangShihDecani {
        /// γ, −40 to 40; −4 is near O'Brien and Fleming, 1 near Pocock.
        gamma: f64,
    },
    /// O'Brien and Fleming's boundary of 1979 itself: c ÷ √t with c found for the looks.
    ClassicObrienFleming,
    /// Pocock's boundary of 1977 itself: the same at each look.
    ClassicPocock,
}

impl AlphaSpending {
    /// What has been spent at the share `t` of the information, of `alpha`.
    fn spent(self, t: f64, alpha: f64) -> f64 {
        let spent = match self {
            Self::ObrienFleming | Self::ClassicObrienFleming => {
                2.0 * normal_sf(-normal_quantile(0.5 * alpha) / t.sqrt())
            }
            Self::Pocock | Self::ClassicPocock => alpha * ln_1p((std::f64::consts::E - 1.0) * t),
            Self::Power { exponent } => alpha * pow(t, exponent),
            Self::HwangShihDecani { gamma } if gamma.abs() < 1e-9 => alpha * t,
            Self::HwangShihDecani { gamma } => {
                alpha * crate::stats::math::exp_m1(-gamma * t) / crate::stats::math::exp_m1(-gamma)
            }
        };
        if t >= 1.0 { alpha } else { spent.min(alpha) }
    }
}

/// What [`sequential_boundaries`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SequentialRequest {
    /// Number of planned looks, evenly spaced, 1 to 50, if `information` is empty. Default 5.
    pub looks: u64,
    /// Shares of the planned information (units) at the looks, rising, up to 1; at least 0.005 apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub information: Vec<f64>,
    /// Accepted rate of false alarms over all looks. Default 0.05.
    pub alpha: f64,
    /// Whether both directions count (default), or only that of benefit.
    pub two_sided: bool,
    /// How alpha is spent. Default like O'Brien and Fleming.
    pub spending: AlphaSpending,
    /// Power at the last look for the effect that was planned for; the report then says how many more units the
    /// looks cost. Default 0.8.
    pub power: f64,
    /// z statistics of the looks so far: the report then says whether to stop.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub observed: Vec<f64>,
}

impl Default for SequentialRequest {
    fn default() -> Self {
        Self {
            looks: 5,
            information: Vec::new(),
            alpha: 0.05,
            two_sided: true,
            spending: AlphaSpending::ObrienFleming,
            power: 0.8,
            observed: Vec::new(),
        }
    }
}

/// One planned look.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SequentialLook {
    /// Share of the planned information.
    pub information: f64,
    /// z statistic to reach; absent where nothing can be spent yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boundary: Option<f64>,
    /// The same as a p-value of a look on its own.
    pub nominal_p_value: f64,
    /// Chance of a false alarm up to and with this look.
    pub alpha_spent: f64,
    /// Chance to have stopped by this look if the planned effect is there.
    pub power: f64,
    /// z statistic that was observed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<f64>,
    /// Whether it crossed the boundary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crossed: Option<bool>,
}

/// What to do after the looks so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SequentialAdvice {
    /// No look has been taken.
    NotStarted,
    /// No boundary is crossed: go on to the next look.
    Continue,
    /// A boundary is crossed: the effect is shown, stop.
    Stop,
    /// The last look has passed without a crossing: no effect is shown.
    NotShown,
}

/// What [`sequential_boundaries`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SequentialReport {
    /// The looks in order.
    pub looks: Vec<SequentialLook>,
    /// Units that this plan needs at most, relative to a single look with the same power: 1.03 is 3 % more.
    pub inflation: f64,
    /// Units on average if the planned effect is there, relative to a single look.
    pub expected_units: f64,
    /// What to do now.
    pub advice: SequentialAdvice,
}

/// Smallest step of information between looks.
const MIN_STEP: f64 = 0.005;
/// Most looks of a plan.
const MOST_LOOKS: u64 = 50;
/// A boundary beyond this is none: its tail is below 10⁻¹⁵.
const FAR: f64 = 8.0;

/// Boundaries of planned looks at an experiment: when may one stop?
///
/// # Errors
/// `number-out-of-range` or `information-not-rising`: every fault of the request.
///
/// # Complexity
/// O(looks × nodes²), nodes at most a few thousand; typical plans take a few milliseconds.
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{SequentialRequest, sequential_boundaries};
/// let plan = sequential_boundaries(&SequentialRequest::default())?;
/// // Five looks with Lan and DeMets' spending like O'Brien and Fleming.
/// let bounds: Vec<String> = plan.looks.iter().filter_map(|l| l.boundary).map(|b| format!("{b:.4}")).collect();
/// assert_eq!(bounds, ["4.8769", "3.3570", "2.6803", "2.2898", "2.0310"]);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn sequential_boundaries(request: &SequentialRequest) -> Result<SequentialReport, Issues> {
    let times = checked_times(request)?;
    let tail = if request.two_sided { 0.5 * request.alpha } else { request.alpha };
    let bounds = match request.spending {
        AlphaSpending::ClassicObrienFleming => {
            scaled_bounds(&times, tail, request.two_sided, |c, t| c / t.sqrt())
        }
        AlphaSpending::ClassicPocock => scaled_bounds(&times, tail, request.two_sided, |c, _| c),
        spending => spent_bounds(&times, tail, request.two_sided, spending),
    };
    let null = crossing(&times, &bounds, request.two_sided, 0.0);
    let reached = |drift: f64| crossing(&times, &bounds, request.two_sided, drift);
    // The drift with the power asked for; that of a single look is z(α) + z(power).
    let single = normal_quantile(1.0 - tail) + normal_quantile(request.power);
    let (mut low, mut high) = (0.0, 2.0 * single + 2.0);
    for _ in 0..45 {
        let middle = 0.5 * (low + high);
        if reached(middle).iter().sum::<f64>() >= request.power {
            high = middle;
        } else {
            low = middle;
        }
        if high - low < 1e-10 {
            break;
        }
    }
    let steps = reached(high);
    let inflation = (high / single) * (high / single);
    let (mut expected, mut gone) = (0.0, 0.0);
    for (i, t) in times.iter().enumerate() {
        let here = if i + 1 == times.len() { 1.0 - gone } else { steps[i] };
        expected += here * t;
        gone += steps[i];
    }
    let (mut spent, mut power) = (0.0, 0.0);
    let mut advice =
        if request.observed.is_empty() { SequentialAdvice::NotStarted } else { SequentialAdvice::Continue };
    let sides = if request.two_sided { 2.0 } else { 1.0 };
    let mut looks = Vec::with_capacity(times.len());
    for (i, t) in times.iter().enumerate() {
        spent += sides * null[i];
        power += steps[i];
        let observed = request.observed.get(i).copied();
        let crossed = observed.map(|z| if request.two_sided { z.abs() >= bounds[i] } else { z >= bounds[i] });
        if crossed == Some(true) {
            advice = SequentialAdvice::Stop;
        } else if crossed == Some(false) && i + 1 == times.len() && advice != SequentialAdvice::Stop {
            advice = SequentialAdvice::NotShown;
        }
        looks.push(SequentialLook {
            information: *t,
            boundary: Some(bounds[i]).filter(|bound| bound.is_finite()),
            nominal_p_value: if bounds[i].is_finite() { sides * normal_sf(bounds[i]) } else { 0.0 },
            alpha_spent: spent,
            power,
            observed,
            crossed,
        });
    }
    Ok(SequentialReport { looks, inflation, expected_units: expected * inflation, advice })
}

fn checked_times(request: &SequentialRequest) -> Result<Vec<f64>, Issues> {
    let mut faults = Faults::default();
    check_alpha("request/alpha", request.alpha, &mut faults);
    faults.range("request/power", request.power, 0.5, 0.999_999);
    if request.power <= request.alpha {
        faults.note(crate::Issue::error(
            "number-out-of-range",
            "request/power",
            "the power is not above `alpha`: nothing is planned for",
        ));
    }
    match request.spending {
        AlphaSpending::Power { exponent } => {
            faults.range("request/spending/exponent", exponent, 0.1, 20.0);
        }
        AlphaSpending::HwangShihDecani { gamma } => {
            faults.range("request/spending/gamma", gamma, -40.0, 40.0);
        }
        _ => {}
    }
    let times: Vec<f64> = if request.information.is_empty() {
        if !faults.whole("request/looks", request.looks, 1, MOST_LOOKS) {
            return faults.done().map(|()| Vec::new());
        }
        (1..=request.looks)
            .map(|look| super::check::number(look) / super::check::number(request.looks))
            .collect()
    } else {
        faults.whole("request/information", request.information.len() as u64, 1, MOST_LOOKS);
        request.information.clone()
    };
    let mut before = 0.0;
    for (i, t) in times.iter().enumerate() {
        let at = format!("request/information/{}", i + 1);
        if faults.range(&at, *t, MIN_STEP, 1.0) && *t - before < MIN_STEP - 1e-12 {
            let message = format!("`{t}` is not at least {MIN_STEP} above the look before it");
            faults.note(crate::Issue::error("information-not-rising", at, message));
        }
        before = *t;
        if i >= MOST_LOOKS as usize {
            break;
        }
    }
    if request.observed.len() > times.len() {
        faults.note(crate::Issue::error(
            "too-many-looks",
            "request/observed",
            format!("{} looks are observed, {} are planned", request.observed.len(), times.len()),
        ));
    }
    for (i, z) in request.observed.iter().enumerate().take(MOST_LOOKS as usize) {
        faults.range(&format!("request/observed/{}", i + 1), *z, -1e6, 1e6);
    }
    faults.done()?;
    Ok(times)
}

/// The density of the score at a look, on nodes between the boundaries.
struct Density {
    nodes: Vec<(f64, f64)>,
    time: f64,
}

/// Walks from look to look; the score S = z √t has independent steps with mean drift × step and variance step.
struct Walk {
    rule: GaussLegendre,
    two_sided: bool,
    drift: f64,
    density: Density,
}

impl Walk {
    fn new(two_sided: bool, drift: f64) -> Self {
        let density = Density { nodes: vec![(0.0, 1.0)], time: 0.0 };
        Self { rule: GaussLegendre::new(8), two_sided, drift, density }
    }

    /// P(going on so far, and then z ≥ bound at `time`); for the side below by symmetry of the signs.
    fn upper(&self, time: f64, bound: f64, sign: f64) -> f64 {
        let step = time - self.density.time;
        let (deviation, edge) = (step.sqrt(), bound * time.sqrt());
        let mut total = 0.0;
        for (s, mass) in &self.density.nodes {
            total += mass * normal_cdf((sign * (s + self.drift * step) - edge) / deviation);
        }
        total
    }

    /// Goes on past a look with this boundary.
    fn pass(&mut self, time: f64, bound: f64) {
        let step = time - self.density.time;
        let deviation = step.sqrt();
        let centre = self.drift * time;
        let root = time.sqrt();
        let high = (bound.min(FAR + centre.abs() / root) * root).min(centre + FAR * root);
        let low = if self.two_sided {
            (-bound.min(1e3) * root).max(centre - FAR * root)
        } else {
            centre - FAR * root
        };
        if high <= low {
            self.density = Density { nodes: Vec::new(), time };
            return;
        }
        // Panels about as wide as one step's deviation.
        let panels = ((high - low) / (1.5 * deviation)).ceil().clamp(2.0, 400.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "2 to 400")]
        let panels = panels as usize;
        let width = (high - low) / count(panels);
        let breaks: Vec<f64> = (0..=panels).map(|i| low + width * count(i)).collect();
        let scale = 1.0 / (deviation * (2.0 * std::f64::consts::PI).sqrt());
        let mut nodes = Vec::with_capacity(panels * 8);
        let (density, drift) = (&self.density, self.drift);
        self.rule.each(&breaks, |s, weight| {
            let mut value = 0.0;
            for (from, mass) in &density.nodes {
                let u = (s - from - drift * step) / deviation;
                if u.abs() < 9.0 {
                    value += mass * exp(-0.5 * u * u);
                }
            }
            nodes.push((s, weight * value * scale));
        });
        self.density = Density { nodes, time };
    }
}

/// Chance of the first crossing at each look: of the upper boundary without drift, of either with it.
fn crossing(times: &[f64], bounds: &[f64], two_sided: bool, drift: f64) -> Vec<f64> {
    let mut walk = Walk::new(two_sided, drift);
    times
        .iter()
        .zip(bounds)
        .map(|(time, bound)| {
            let mut out = if bound.is_finite() { walk.upper(*time, *bound, 1.0) } else { 0.0 };
            if two_sided && drift != 0.0 && bound.is_finite() {
                out += walk.upper(*time, *bound, -1.0);
            }
            walk.pass(*time, *bound);
            out
        })
        .collect()
}

/// Boundaries that spend `alpha` on the upper side by a function.
fn spent_bounds(times: &[f64], alpha: f64, two_sided: bool, spending: AlphaSpending) -> Vec<f64> {
    let mut walk = Walk::new(two_sided, 0.0);
    let mut before = 0.0;
    let mut bounds = Vec::with_capacity(times.len());
    for time in times {
        let spent = spending.spent(*time, alpha);
        let share = spent - before;
        let bound = if share < 1e-15 {
            f64::INFINITY
        } else {
            before = spent;
            // The chance to cross falls with the boundary.
            let (mut low, mut high) = (-FAR, FAR + 1.0);
            for _ in 0..60 {
                let middle = 0.5 * (low + high);
                if walk.upper(*time, middle, 1.0) > share {
                    low = middle;
                } else {
                    high = middle;
                }
                if high - low < 1e-13 {
                    break;
                }
            }
            0.5 * (low + high)
        };
        walk.pass(*time, bound);
        bounds.push(bound);
    }
    bounds
}

/// Boundaries of one shape whose constant makes the crossings add to `alpha`.
fn scaled_bounds(times: &[f64], alpha: f64, two_sided: bool, shape: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let made = |c: f64| -> Vec<f64> { times.iter().map(|t| shape(c, *t)).collect() };
    let (mut low, mut high) = (0.0, FAR);
    for _ in 0..50 {
        let middle = 0.5 * (low + high);
        if crossing(times, &made(middle), two_sided, 0.0).iter().sum::<f64>() > alpha {
            low = middle;
        } else {
            high = middle;
        }
        if high - low < 1e-11 {
            break;
        }
    }
    made(high)
}

/// The chance that at least one of evenly spaced looks calls a difference where there is none.
pub(super) fn peeking_error(looks: u64, alpha: f64) -> f64 {
    let looks = looks.clamp(1, MOST_LOOKS);
    let times: Vec<f64> =
        (1..=looks).map(|look| super::check::number(look) / super::check::number(looks)).collect();
    let bound = normal_quantile(1.0 - 0.5 * alpha);
    let bounds = vec![bound; times.len()];
    (2.0 * crossing(&times, &bounds, true, 0.0).iter().sum::<f64>()).clamp(alpha, 1.0)
}

//! Two shares with beta priors: exact.
//!
//! P(B > A) = Σ over i below α_B of B(α_A + i, β_A + β_B) ÷ ((β_B + i) B(1 + i, β_B) B(α_A, β_A)) where α_B is whole
//! (E. Miller, *Formulas for Bayesian A/B Testing*, 2014): every term is positive, summed outward from the largest, and
//! P(A > B) is summed on its own, so that neither tail is lost in the other. Where a parameter is not whole, and for
//! losses and the interval of the difference, integrals over the arcsine scale, on which a beta density is smooth and
//! about equally wide everywhere.

use serde::{Deserialize, Serialize};

use super::check::Faults;
use super::common::EffectInterval;
use crate::stats::distribution::{beta_quantile, normal_quantile, solved};
use crate::stats::math::{asin, cos, exp, ln, sin};
use crate::stats::quadrature::GaussLegendre;
use crate::stats::special::{beta_pq, ln_beta};

/// Longest exact sum; larger counts are integrated.
const MOST_TERMS: f64 = 2_000_000.0;

/// A beta prior of a share: as if so many successes and failures had been seen before.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct BetaPrior {
    /// First parameter, 0.5 (Jeffreys) to 10⁹. Default 1: every share is as likely.
    pub alpha: f64,
    /// Second parameter, 0.5 to 10⁹. Default 1.
    pub beta: f64,
}

impl Default for BetaPrior {
    fn default() -> Self {
        Self { alpha: 1.0, beta: 1.0 }
    }
}

impl BetaPrior {
    pub(super) fn check(&self, at: &str, faults: &mut Faults) {
        faults.range(&format!("{at}/alpha"), self.alpha, 0.5, 1e9);
        faults.range(&format!("{at}/beta"), self.beta, 0.5, 1e9);
    }
}

/// What is believed about two shares after the data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProportionPosterior {
    /// Probability that the treatment's share is larger.
    pub probability_treatment_higher: f64,
    /// Probability that the control's share is larger.
    pub probability_control_higher: f64,
    /// Expected loss of share by choosing the treatment: E max(control − treatment, 0).
    pub loss_of_treatment: f64,
    /// Expected loss of share by choosing the control: E max(treatment − control, 0).
    pub loss_of_control: f64,
    /// Credible interval of the control's share, equal tails.
    pub control: EffectInterval,
    /// Credible interval of the treatment's share, equal tails.
    pub treatment: EffectInterval,
    /// Posterior mean of the difference treatment − control.
    pub difference: f64,
    /// Credible interval of the difference, equal tails.
    pub difference_interval: EffectInterval,
}

/// A beta distribution.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beta {
    pub(super) a: f64,
    pub(super) b: f64,
}

impl Beta {
    fn mean(self) -> f64 {
        self.a / (self.a + self.b)
    }

    fn variance(self) -> f64 {
        self.mean() * (1.0 - self.mean()) / (self.a + self.b + 1.0)
    }

    /// About the standard deviation on the arcsine scale θ = 2 asin √p.
    fn width(self) -> f64 {
        1.0 / (self.a + self.b).sqrt()
    }

    fn centre(self) -> f64 {
        2.0 * asin(self.mean().sqrt())
    }

    /// Breaks of panels on the arcsine scale that see this distribution.
    fn breaks(self, into: &mut Vec<f64>) {
        let (centre, width) = (self.centre(), self.width());
        for place in [0.0, 1.0, 2.0, 3.5, 5.0, 7.0, 10.0, 14.0] {
            into.push(centre + place * width);
            into.push(centre - place * width);
        }
    }

    /// Density on the arcsine scale, given the logarithms of the share and the rest.
    fn density(self, scale: f64, ln_p: f64, ln_q: f64) -> f64 {
        exp((self.a - 0.5) * ln_p + (self.b - 0.5) * ln_q - scale)
    }

    fn interval(self, tail: f64) -> EffectInterval {
        EffectInterval::new(beta_quantile(tail, self.a, self.b), beta_quantile(1.0 - tail, self.a, self.b))
    }
}

/// P(X > Y) for whole `x.a`, by the exact sum.
fn exact_above(x: Beta, y: Beta) -> f64 {
    let sum = x.b + y.b;
    let terms = x.a;
    // Term i + 1 ÷ term i.
    let up = |i: f64| (y.a + i) * (x.b + i) / ((y.a + i + sum) * (i + 1.0));
    // Terms rise as long as the ratio is above 1: (y.a + i)(x.b + i) > (y.a + i + sum)(i + 1).
    let slope = y.b + 1.0;
    let turn = (y.a * x.b - y.a - sum) / slope;
    let start = turn.floor().clamp(0.0, terms - 1.0);
    // ln of the term: B(y.a + i, sum) ÷ B(y.a, y.b) × Γ(x.b + i) ÷ (i! Γ(x.b)).
    let ln_choose = if start == 0.0 { 0.0 } else { -ln_beta(x.b, start + 1.0) - ln(x.b + start) };
    let ln_start = ln_beta(y.a + start, sum) - ln_beta(y.a, y.b) + ln_choose;
    let mut total = 1.0;
    let (mut term, mut i) = (1.0, start);
    while i + 1.0 < terms {
        term *= up(i);
        i += 1.0;
        total += term;
        if term < 1e-18 * total && i > turn {
            break;
        }
    }
    let (mut term, mut i) = (1.0, start);
    while i > 0.0 {
        i -= 1.0;
        term /= up(i);
        total += term;
        if term < 1e-18 * total {
            break;
        }
    }
    (exp(ln_start) * total).min(1.0)
}

/// P(A > B) and P(B > A), both to their own accuracy.
fn above(a: Beta, b: Beta) -> (f64, f64) {
    let whole = |x: f64| x.fract() == 0.0 && x <= MOST_TERMS;
    if whole(a.a) && whole(b.a) {
        let (first, second) = (exact_above(a, b), exact_above(b, a));
        // The smaller is the better known.
        return if first < second { (first, 1.0 - first) } else { (1.0 - second, second) };
    }
    let rule = GaussLegendre::new(16);
    let breaks = panels(a, b);
    let scale = ln_beta(a.a, a.b);
    let (mut first, mut second, mut mass) = (0.0, 0.0, 0.0);
    rule.each(&breaks, |theta, weight| {
        let (p, q) = shares(theta);
        let density = weight * a.density(scale, ln(p), ln(q));
        let (below, over) = beta_pq(b.a, b.b, p, q);
        first += density * below;
        second += density * over;
        mass += density;
    });
    (first / mass, second / mass)
}

/// The share and the rest at a place of the arcsine scale.
fn shares(theta: f64) -> (f64, f64) {
    let (s, c) = (sin(0.5 * theta), cos(0.5 * theta));
    ((s * s).max(1e-300), (c * c).max(1e-300))
}

/// Panels on the arcsine scale that see both distributions.
fn panels(a: Beta, b: Beta) -> Vec<f64> {
    let mut breaks = Vec::with_capacity(34);
    a.breaks(&mut breaks);
    b.breaks(&mut breaks);
    sorted(breaks)
}

/// Breaks in order, within the scale.
fn sorted(mut breaks: Vec<f64>) -> Vec<f64> {
    breaks.iter_mut().for_each(|place| *place = place.clamp(0.0, std::f64::consts::PI));
    breaks.sort_unstable_by(f64::total_cmp);
    breaks.dedup();
    breaks
}

/// E max(A − B, 0) and E max(B − A, 0): integrals of F_B (1 − F_A) and of F_A (1 − F_B).
fn losses(a: Beta, b: Beta) -> (f64, f64) {
    let rule = GaussLegendre::new(16);
    let (mut first, mut second) = (0.0, 0.0);
    rule.each(&panels(a, b), |theta, weight| {
        let (p, q) = shares(theta);
        let step = weight * 0.5 * sin(theta);
        let (below_a, above_a) = beta_pq(a.a, a.b, p, q);
        let (below_b, above_b) = beta_pq(b.a, b.b, p, q);
        first += step * below_b * above_a;
        second += step * below_a * above_b;
    });
    // Far outside both densities one of the factors is 0; the panels end before that where the shares lie far apart.
    let gap = a.mean() - b.mean();
    if first >= second { (gap + second, second) } else { (first, first - gap) }
}

/// The distribution of B − A, integrated over the narrower of the two.
struct Difference {
    a: Beta,
    b: Beta,
    over_a: bool,
    rule: GaussLegendre,
}

impl Difference {
    fn new(a: Beta, b: Beta) -> Self {
        Self { a, b, over_a: a.variance() <= b.variance(), rule: GaussLegendre::new(16) }
    }

    /// P(B − A ≤ d), P(B − A > d) and the density at `d`.
    ///
    /// The panels see the narrower distribution and the other moved by `d`, whose ends are corners of the integrand.
    fn at(&self, d: f64) -> (f64, f64, f64) {
        // B ≤ p + d where p is a share of A, and A ≥ p − d where it is one of B.
        let (inner, outer, shift) = if self.over_a { (self.a, self.b, d) } else { (self.b, self.a, -d) };
        let mut breaks = vec![0.0, std::f64::consts::PI];
        inner.breaks(&mut breaks);
        let reach = breaks.len();
        outer.breaks(&mut breaks);
        for place in &mut breaks[reach..] {
            let share = shares(place.clamp(0.0, std::f64::consts::PI)).0 - shift;
            *place = 2.0 * asin(share.clamp(0.0, 1.0).sqrt());
        }
        let (scale, outer_scale) = (ln_beta(inner.a, inner.b), ln_beta(outer.a, outer.b));
        let (mut low, mut high, mut density, mut mass) = (0.0, 0.0, 0.0, 0.0);
        self.rule.each(&sorted(breaks), |theta, weight| {
            let (p, q) = shares(theta);
            let weight = weight * inner.density(scale, ln(p), ln(q));
            mass += weight;
            let (x, y) = (p + shift, q - shift);
            if x <= 0.0 {
                high += weight;
            } else if y <= 0.0 {
                low += weight;
            } else if weight > 0.0 {
                let (below, above) = beta_pq(outer.a, outer.b, x, y);
                low += weight * below;
                high += weight * above;
                density += weight * exp((outer.a - 1.0) * ln(x) + (outer.b - 1.0) * ln(y) - outer_scale);
            }
        });
        let (below, above) = if self.over_a { (low, high) } else { (high, low) };
        (below / mass, above / mass, density / mass)
    }

    fn interval(&self, tail: f64) -> EffectInterval {
        let (middle, deviation) =
            (self.b.mean() - self.a.mean(), (self.a.variance() + self.b.variance()).sqrt());
        let quantile = |p: f64, q: f64| {
            let start = middle + normal_quantile(p) * deviation;
            solved(p, q, (-1.0, 1.0), start, deviation, |d| self.at(d)).clamp(-1.0, 1.0)
        };
        EffectInterval::new(quantile(tail, 1.0 - tail), quantile(1.0 - tail, tail))
    }
}

/// Everything about two shares: control and treatment.
pub(super) fn posterior(control: Beta, treatment: Beta, alpha: f64) -> ProportionPosterior {
    let (control_higher, treatment_higher) = above(control, treatment);
    let (loss_of_treatment, loss_of_control) = losses(control, treatment);
    let tail = 0.5 * alpha;
    ProportionPosterior {
        probability_treatment_higher: treatment_higher,
        probability_control_higher: control_higher,
        loss_of_treatment: loss_of_treatment.max(0.0),
        loss_of_control: loss_of_control.max(0.0),
        control: control.interval(tail),
        treatment: treatment.interval(tail),
        difference: treatment.mean() - control.mean(),
        difference_interval: Difference::new(control, treatment).interval(tail),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn sums_and_integrals_agree(
            a in 1_u32..60, b in 1_u32..60, c in 1_u32..60, d in 1_u32..60,
        ) {
            let (x, y) = (
                Beta { a: f64::from(a), b: f64::from(b) },
                Beta { a: f64::from(c), b: f64::from(d) },
            );
            let (first, second) = (exact_above(x, y), exact_above(y, x));
            prop_assert!((first + second - 1.0).abs() < 1e-12, "{first} + {second}");
            // The integral, forced by a parameter that is hardly not whole.
            let near = Beta { a: x.a + 1e-12, b: x.b };
            prop_assert!((above(near, y).0 - first).abs() < 1e-9);
            let (loss_x, loss_y) = losses(x, y);
            prop_assert!(loss_x >= 0.0 && loss_y >= 0.0);
            prop_assert!((loss_x - loss_y - (x.mean() - y.mean())).abs() < 1e-10);
        }
    }

    /// P(B − A ≤ d) by the rule of midpoints on very many places.
    fn slowly_below(d: f64, a: Beta, b: Beta) -> f64 {
        let n = 40_000;
        let scale = ln_beta(a.a, a.b);
        let step = std::f64::consts::PI / f64::from(n);
        let mut total = 0.0;
        for i in 0..n {
            let (p, q) = shares((f64::from(i) + 0.5) * step);
            let density = a.density(scale, ln(p), ln(q));
            let (x, y) = ((p + d).clamp(0.0, 1.0), (q - d).clamp(0.0, 1.0));
            total += step * density * beta_pq(b.a, b.b, x, y).0;
        }
        total
    }

    #[test]
    fn limits_of_the_difference_leave_the_tails() {
        let beta = |a: f64, b: f64| Beta { a, b };
        for (a, b) in [
            // Shares near both ends: found by the law that arms may swap.
            (beta(22.0, 242.0), beta(215.0, 18.0)),
            (beta(1.0, 40.0), beta(30.0, 1.0)),
            (beta(1.0, 1.0), beta(1.0, 1.0)),
            (beta(2.0, 1.0), beta(1.0, 400.0)),
            (beta(51.0, 51.0), beta(5100.0, 4901.0)),
        ] {
            for (a, b) in [(a, b), (b, a)] {
                for tail in [0.025, 0.005] {
                    let found = Difference::new(a, b).interval(tail);
                    let (low, high) = (found.low.unwrap(), found.high.unwrap());
                    let near = |d: f64, p: f64| (slowly_below(d, a, b) - p).abs() < 1e-7;
                    assert!(
                        near(low, tail) && near(high, 1.0 - tail),
                        "{a:?} {b:?} {found:?} {} {}",
                        slowly_below(low, a, b) - tail,
                        slowly_below(high, a, b) - 1.0 + tail
                    );
                    let turned = Difference::new(b, a).interval(tail);
                    assert!((low + turned.high.unwrap()).abs() < 1e-12, "{a:?} {b:?} {found:?} {turned:?}");
                }
            }
        }
        // Two uniform shares: the difference has a triangle's density, P(B − A ≤ d) = (1 + d)² ÷ 2 below 0.
        let found = Difference::new(beta(1.0, 1.0), beta(1.0, 1.0)).interval(0.025);
        assert!((found.low.unwrap() - (0.05_f64.sqrt() - 1.0)).abs() < 1e-12, "{found:?}");
    }

    #[test]
    fn far_counts_do_not_overflow() {
        let (a, b) = (Beta { a: 1.0, b: 1e9 }, Beta { a: 1e6, b: 1.0 });
        let (low, high) = above(a, b);
        assert!((0.0..1e-100).contains(&low) && high == 1.0, "{low} {high}");
    }
}

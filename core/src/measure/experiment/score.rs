//! Score tests and intervals of Miettinen and Nurminen (1985): the variance is that of the most likely shares under the
//! difference (or ratio) in question, with the factor N ÷ (N − 1). They hold with empty cells, where others fail.

use super::common::EffectInterval;
use crate::stats::math::{asin, cos, exp, ln};

/// Counts as numbers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counts {
    pub(super) x_a: f64,
    pub(super) n_a: f64,
    pub(super) x_b: f64,
    pub(super) n_b: f64,
}

impl Counts {
    pub(super) fn rates(&self) -> (f64, f64) {
        (self.x_a / self.n_a, self.x_b / self.n_b)
    }

    /// Variance of the difference under the null hypothesis that it is `delta`.
    fn variance_at(&self, delta: f64) -> f64 {
        let a = self.likely_share(delta).clamp((-delta).max(0.0), (1.0 - delta).min(1.0));
        let b = (a + delta).clamp(0.0, 1.0);
        let total = self.n_a + self.n_b;
        (a * (1.0 - a) / self.n_a + b * (1.0 - b) / self.n_b) * total / (total - 1.0)
    }

    /// The most likely share of the control if that of the treatment is larger by `delta`: the root of a cubic equation,
    /// by Viète's cosine.
    fn likely_share(&self, delta: f64) -> f64 {
        let Self { x_a, n_a, x_b, n_b } = *self;
        let total = n_a + n_b;
        let l3 = total;
        let l2 = (n_b + 2.0 * n_a) * delta - total - (x_a + x_b);
        let l1 = (n_a * delta - total - 2.0 * x_a) * delta + x_a + x_b;
        let l0 = x_a * delta * (1.0 - delta);
        let third = l2 / (3.0 * l3);
        let q = third * third * third - l1 * l2 / (6.0 * l3 * l3) + l0 / (2.0 * l3);
        let square = third * third - l1 / (3.0 * l3);
        let p = if q < 0.0 { -square.max(0.0).sqrt() } else { square.max(0.0).sqrt() };
        let ratio = if p == 0.0 { 0.0 } else { (q / (p * p * p)).clamp(-1.0, 1.0) };
        let arc_cosine = std::f64::consts::FRAC_PI_2 - asin(ratio);
        2.0 * p * cos((std::f64::consts::PI + arc_cosine) / 3.0) - third
    }

    /// z statistic against the difference `delta`.
    fn difference_score(&self, delta: f64) -> f64 {
        let (a, b) = self.rates();
        let gap = b - a - delta;
        let variance = self.variance_at(delta);
        if variance > 0.0 { gap / variance.sqrt() } else { gap.signum() * f64::INFINITY }
    }

    /// Standard error of the difference under "no difference".
    pub(super) fn null_error(&self) -> f64 {
        let pooled = (self.x_a + self.x_b) / (self.n_a + self.n_b);
        let total = self.n_a + self.n_b;
        (pooled * (1.0 - pooled) * (1.0 / self.n_a + 1.0 / self.n_b) * total / (total - 1.0)).sqrt()
    }

    /// All differences that the score test does not refuse.
    pub(super) fn difference_interval(&self, z: f64) -> EffectInterval {
        let (a, b) = self.rates();
        let middle = b - a;
        // The statistic falls with the difference asked about.
        let low =
            if middle <= -1.0 { -1.0 } else { root(-1.0, middle, |delta| self.difference_score(delta) > z) };
        let high =
            if middle >= 1.0 { 1.0 } else { root(middle, 1.0, |delta| self.difference_score(delta) >= -z) };
        EffectInterval::new(low, high)
    }

    /// z statistic against the ratio treatment ÷ control.
    fn ratio_score(&self, ratio: f64) -> f64 {
        let Self { x_a, n_a, x_b, n_b } = *self;
        let (rate_a, rate_b) = self.rates();
        let total = n_a + n_b;
        let a = total * ratio;
        let b = n_b * ratio + x_b + n_a + x_a * ratio;
        let c = x_a + x_b;
        // The smaller root, in the form that does not cancel.
        let share = 2.0 * c / (b + (b * b - 4.0 * a * c).max(0.0).sqrt());
        let (p_a, p_b) = (share.min(1.0), (share * ratio).min(1.0));
        let variance =
            (p_b * (1.0 - p_b) / n_b + ratio * ratio * p_a * (1.0 - p_a) / n_a) * total / (total - 1.0);
        let gap = rate_b - ratio * rate_a;
        if variance > 0.0 {
            gap / variance.sqrt()
        } else if gap == 0.0 {
            0.0
        } else {
            gap.signum() * f64::INFINITY
        }
    }

    /// All ratios treatment ÷ control that the score test does not refuse; without end where a count is 0, nothing where
    /// both are.
    pub(super) fn ratio_interval(&self, z: f64) -> Option<EffectInterval> {
        if self.x_a == 0.0 && self.x_b == 0.0 {
            return None;
        }
        let (rate_a, rate_b) = self.rates();
        let middle = if self.x_a > 0.0 && self.x_b > 0.0 { ln(rate_b / rate_a) } else { 0.0 };
        let reach = 60.0;
        let low = if self.x_b == 0.0 {
            0.0
        } else {
            let top = if self.x_a > 0.0 { middle } else { reach };
            exp(root(-reach, top, |log| self.ratio_score(exp(log)) > z))
        };
        let high = if self.x_a == 0.0 {
            f64::INFINITY
        } else {
            let bottom = if self.x_b > 0.0 { middle } else { -reach };
            exp(root(bottom, reach, |log| self.ratio_score(exp(log)) >= -z))
        };
        Some(EffectInterval::new(low, high))
    }
}

/// Where a condition that holds at `low` stops to hold.
fn root(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..70 {
        let middle = 0.5 * (low + high);
        if holds(middle) {
            low = middle;
        } else {
            high = middle;
        }
        if high - low <= 1e-15 * (1.0_f64).max(high.abs()) {
            break;
        }
    }
    0.5 * (low + high)
}

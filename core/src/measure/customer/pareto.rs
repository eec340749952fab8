//! Pareto/NBD.

use super::bg::{History, softplus};
use crate::stats::math::{exp, exp_m1, ln, ln_gamma};
use crate::stats::summary::sum;

/// Most terms of the hypergeometric series.
const MOST_TERMS: u32 = 20_000;

/// A model with its parameters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pareto {
    pub(super) r: f64,
    pub(super) alpha: f64,
    pub(super) s: f64,
    pub(super) beta: f64,
}

impl Pareto {
    /// The model at logarithms of its parameters.
    pub(super) fn at(at: &[f64]) -> Self {
        Self { r: exp(at[0]), alpha: exp(at[1]), s: exp(at[2]), beta: exp(at[3]) }
    }

    /// ln of ∫ (α+t)^−(r+x) (β+t)^−(s+1) dt × (r+s+x), from `y` on.
    fn ln_part(&self, x: f64, y: f64) -> f64 {
        let Self { r, alpha, s, beta } = *self;
        let whole = r + s + x;
        let (large, small, other) = if alpha >= beta { (alpha, beta, s + 1.0) } else { (beta, alpha, r + x) };
        // Logarithms: powers of busy customers would vanish.
        ln(hypergeometric_sum(whole, other, (large - small) / (large + y))) + (1.0 - other) * ln(small + y)
            - (whole + 1.0 - other) * ln(large + y)
    }

    /// ln of the integral from recency to age × s, over what it would be at the age for those still there; `near` is the
    /// part from the recency on.
    fn ln_gone(&self, x: f64, recency: f64, age: f64, near: f64) -> f64 {
        let Self { r, alpha, s, beta } = *self;
        if age <= recency {
            return f64::NEG_INFINITY;
        }
        let difference = near + ln(-exp_m1((self.ln_part(x, age) - near).min(0.0)));
        ln(s / (r + s + x)) + difference + (r + x) * ln(alpha + age) + s * ln(beta + age)
    }

    /// The logarithm of the likelihood.
    pub(super) fn likelihood(&self, histories: &[History]) -> f64 {
        let Self { r, alpha, s, beta } = *self;
        let constant = r * ln(alpha) + s * ln(beta) - ln_gamma(r);
        // Neighbours mostly have the same number of purchases, and all without a repeat the same recency.
        let (mut known, mut bought) = (f64::NAN, 0.0);
        let (mut last, mut near) = ((f64::NAN, f64::NAN), 0.0);
        sum(histories.iter().map(|h| {
            if h.x != known {
                (known, bought) = (h.x, constant + ln_gamma(r + h.x));
            }
            if (h.x, h.recency) != last {
                (last, near) = ((h.x, h.recency), self.ln_part(h.x, h.recency));
            }
            let there = -(r + h.x) * ln(alpha + h.age) - s * ln(beta + h.age);
            h.n * (bought + there + softplus(self.ln_gone(h.x, h.recency, h.age, near)))
        }))
    }

    /// Probability that a customer is still there.
    pub(super) fn alive(&self, x: f64, recency: f64, age: f64) -> f64 {
        exp(-softplus(self.ln_gone(x, recency, age, self.ln_part(x, recency))))
    }

    /// Purchases expected of a customer within `t`.
    pub(super) fn expected(&self, x: f64, recency: f64, age: f64, t: f64) -> f64 {
        let rate = (self.r + x) / (self.alpha + age);
        rate * self.time(self.beta + age, t) * self.alive(x, recency, age)
    }

    /// Purchases expected of a new customer within `t`.
    pub(super) fn new_customer(&self, t: f64) -> f64 {
        self.r / self.alpha * self.time(self.beta, t)
    }

    /// Time that a customer still there is expected to stay of the next `t`.
    fn time(&self, beta: f64, t: f64) -> f64 {
        let (e, l) = (self.s - 1.0, ln(beta / (beta + t)));
        beta * if e == 0.0 { -l } else { -exp_m1(e * l) / e }
    }
}

/// ₂F₁(1, a+1−b; a+1; z) for 0 ≤ z < 1, whose terms fall from the start. By Euler, ₂F₁(a, b; a+1; z) is this times
/// (1−z)^(1−b).
fn hypergeometric_sum(a: f64, b: f64, z: f64) -> f64 {
    let (mut term, mut total, mut n) = (1.0, 0.0, 0.0);
    for _ in 0..MOST_TERMS {
        total += term;
        if term <= 1e-17 * total {
            break;
        }
        term *= (a + 1.0 - b + n) / (a + 1.0 + n) * z;
        n += 1.0;
    }
    total
}

//! BG/NBD and MBG/NBD: two forms of one likelihood.

use crate::stats::ascent::digamma;
use crate::stats::math::{exp, exp_m1, ln, ln_1p, ln_gamma};
use crate::stats::special::ln_beta;
use crate::stats::summary::sum;

/// Most terms of the hypergeometric series.
const MOST_TERMS: u32 = 200_000;

/// Customers with the same history: repeat purchases, recency, age, how many.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct History {
    pub(super) x: f64,
    pub(super) recency: f64,
    pub(super) age: f64,
    pub(super) n: f64,
}

/// What depends on the number of purchases alone.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    value: f64,
    r: f64,
    a: f64,
    b: f64,
}

/// The logarithm of the likelihood at logarithms of r, α, a, b, and its slopes.
pub(super) fn likelihood(histories: &[History], modified: bool, at: &[f64], slopes: &mut [f64]) -> f64 {
    let [r, alpha, a, b] = [exp(at[0]), exp(at[1]), exp(at[2]), exp(at[3])];
    let (base, base_beta) = (ln_gamma(r), ln_beta(a, b));
    let (psi_r, psi_b, psi_ab) = (digamma(r), digamma(b), digamma(a + b));
    let (ln_alpha, extra) = (ln(alpha), f64::from(u8::from(modified)));
    let mut values = Vec::with_capacity(histories.len());
    let mut each = [(); 4].map(|()| Vec::with_capacity(histories.len()));
    let (mut known, mut count) = (f64::NAN, Count::default());
    let (mut last_age, mut ln_age) = (f64::NAN, 0.0);
    for history in histories {
        let History { x, recency, age, n } = *history;
        let m = x + extra;
        if x != known {
            let psi_abm = digamma(a + b + m);
            count = Count {
                value: ln_gamma(r + x) - base + r * ln_alpha + ln_beta(a, b + m) - base_beta,
                r: digamma(r + x) - psi_r + ln_alpha,
                a: psi_ab - psi_abm,
                b: digamma(b + m) - psi_abm - psi_b + psi_ab,
            };
            known = x;
        }
        if age != last_age {
            (last_age, ln_age) = (age, ln(alpha + age));
        }
        let (gone, ln_one, distance) = if m > 0.0 {
            let distance = ln_age - ln(alpha + recency);
            let ln_delta = ln(a / (b + m - 1.0)) + (r + x) * distance;
            (1.0 / (1.0 + exp(-ln_delta)), softplus(ln_delta), distance)
        } else {
            (0.0, 0.0, 0.0)
        };
        values.push(n * (count.value - (r + x) * ln_age + ln_one));
        each[0].push(n * r * (count.r - ln_age + gone * distance));
        let by_age = 1.0 / (alpha + age);
        let by_alpha = r / alpha - (r + x) * by_age + gone * (r + x) * (by_age - 1.0 / (alpha + recency));
        each[1].push(n * alpha * by_alpha);
        each[2].push(n * a * (count.a + gone / a));
        each[3].push(n * b * (count.b - if gone > 0.0 { gone / (b + m - 1.0) } else { 0.0 }));
    }
    for (slope, each) in slopes.iter_mut().zip(each) {
        *slope = sum(each);
    }
    sum(values)
}

/// ln(1 + eˣ).
pub(super) fn softplus(x: f64) -> f64 {
    if x > 0.0 { x + ln_1p(exp(-x)) } else { ln_1p(exp(x)) }
}

/// A fitted model.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bg {
    pub(super) r: f64,
    pub(super) alpha: f64,
    pub(super) a: f64,
    pub(super) b: f64,
    pub(super) modified: bool,
}

impl Bg {
    /// Probability that a customer is still there.
    pub(super) fn alive(&self, x: f64, recency: f64, age: f64) -> f64 {
        let m = x + f64::from(u8::from(self.modified));
        if m <= 0.0 {
            return 1.0;
        }
        let distance = ln((self.alpha + age) / (self.alpha + recency));
        let ln_delta = ln(self.a / (self.b + m - 1.0)) + (self.r + x) * distance;
        exp(-softplus(ln_delta))
    }

    /// Purchases expected of a customer within `t`.
    pub(super) fn expected(&self, x: f64, recency: f64, age: f64, t: f64) -> f64 {
        let c = self.a + self.b + x - if self.modified { 0.0 } else { 1.0 };
        let z = t / (self.alpha + age + t);
        (self.bracket(c - self.r - x, c, z) * self.alive(x, recency, age)).max(0.0)
    }

    /// Purchases expected of a new customer within `t`.
    pub(super) fn new_customer(&self, t: f64) -> f64 {
        let c = self.a + self.b - if self.modified { 0.0 } else { 1.0 };
        let whole = self.bracket(c - self.r, c, t / (self.alpha + t));
        // In the modified model the first purchase may be the last: b in place of a + b.
        (if self.modified { whole * self.b / (self.a + self.b) } else { whole }).max(0.0)
    }

    /// c ÷ (a−1) × (1 − (1−z)^(a−1) ₂F₁(d, a−1; c; z)), in a form that neither needs a ≠ 1 nor c ≠ 0.
    fn bracket(&self, d: f64, c: f64, z: f64) -> f64 {
        let e = self.a - 1.0;
        let l = ln_1p(-z);
        let decay = exp(e * l);
        let first = if e == 0.0 { -l } else { -exp_m1(e * l) / e };
        // c ÷ (a−1) × (F − 1): the first factor of each term cancels.
        let (mut term, mut total, mut n) = (d * z, 0.0, 1.0);
        for _ in 0..MOST_TERMS {
            total += term;
            if term.abs() <= 1e-17 * total.abs() || term == 0.0 {
                break;
            }
            term *= (d + n) * (e + n) / ((c + n) * (n + 1.0)) * z;
            n += 1.0;
        }
        c * first - decay * total
    }
}

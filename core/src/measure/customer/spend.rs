//! Gamma-Gamma: the value of purchases.

use crate::stats::ascent::digamma;
use crate::stats::math::{exp, ln, ln_gamma};
use crate::stats::summary::sum;

/// The logarithm of the likelihood of customers (purchases, mean value) at logarithms of p, q, γ, and its slopes.
pub(super) fn likelihood(customers: &[(f64, f64)], at: &[f64], slopes: &mut [f64]) -> f64 {
    let [p, q, gamma] = [exp(at[0]), exp(at[1]), exp(at[2])];
    let (base, psi_q, ln_gamma_value) = (ln_gamma(q), digamma(q), ln(gamma));
    let mut values = Vec::with_capacity(customers.len());
    let mut each = [(); 3].map(|()| Vec::with_capacity(customers.len()));
    let (mut known, mut of_x) = (f64::NAN, [0.0; 4]);
    for (x, m) in customers {
        let px = p * x;
        if *x != known {
            of_x = [ln_gamma(px + q) - ln_gamma(px), digamma(px + q), digamma(px), ln(*x)];
            known = *x;
        }
        let (ln_m, ln_sum) = (ln(*m), ln(gamma + x * m));
        let [gammas, psi_sum, psi_px, ln_x] = of_x;
        values.push(gammas - base + q * ln_gamma_value + (px - 1.0) * ln_m + px * ln_x - (px + q) * ln_sum);
        each[0].push(p * x * (psi_sum - psi_px + ln_m + ln_x - ln_sum));
        each[1].push(q * (psi_sum - psi_q + ln_gamma_value - ln_sum));
        each[2].push(gamma * (q / gamma - (px + q) / (gamma + x * m)));
    }
    for (slope, each) in slopes.iter_mut().zip(each) {
        *slope = sum(each);
    }
    sum(values)
}

/// The value expected of a purchase of a customer; nothing if the mean of the model does not exist for them.
pub(super) fn expected(parameters: &[f64], x: f64, m: f64) -> Option<f64> {
    let [p, q, gamma] = [parameters[0], parameters[1], parameters[2]];
    let below = p * x + q - 1.0;
    let spent = if x > 0.0 { x * m } else { 0.0 };
    (below > 0.0).then(|| p * (gamma + spent) / below)
}

//! Incomplete gamma and beta functions, both tails to full relative accuracy where the tail can be represented.
//!
//! Source: NIST *Digital Library of Mathematical Functions* (DLMF), sections 8.7 (series), 8.9 (continued fraction of
//! the gamma function) and 8.17 (beta function).

use super::math::{exp, ln, ln_1p, ln_gamma};

/// Steps after which a series or fraction is taken as it is; those of arguments up to 10⁹ need fewer.
const MOST_STEPS: u32 = 1_000_000;
const TINY: f64 = 1e-300;
const PRECISE: f64 = 1e-16;

/// Logarithm of the beta function of two positive numbers.
///
/// For large arguments by Stirling's remainder, so that the difference of large logarithms loses nothing.
pub(crate) fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if large < 10.0 {
        return ln_gamma(small) + ln_gamma(large) - ln_gamma(small + large);
    }
    let sum = small + large;
    if small < 10.0 {
        // ln Γ(large) − ln Γ(large + small)
        let difference =
            stirling(large) - stirling(sum) - small * ln(sum) + small + (large - 0.5) * ln_1p(-small / sum);
        return ln_gamma(small) + difference;
    }
    let half_ln_two_pi = 0.918_938_533_204_672_8;
    stirling(small) + stirling(large) - stirling(sum) + half_ln_two_pi - 0.5 * ln(large)
        + (small - 0.5) * ln(small / sum)
        + large * ln_1p(-small / sum)
}

/// ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π) for x ≥ 10: DLMF 5.11.1.
fn stirling(x: f64) -> f64 {
    let y = 1.0 / (x * x);
    let terms = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| sum * y + term) / x
}

/// exp(−x) xᵃ ÷ Γ(a + 1), without cancellation for large `a`.
fn gamma_density(a: f64, x: f64) -> f64 {
    if a < 10.0 {
        return exp(a * ln(x) - x - ln_gamma(a + 1.0));
    }
    // a ln(x/a) − (x − a), exact where x is near a.
    let t = (x - a) / a;
    let phi = if t.abs() < 0.4 { ln_1p_minus(t) } else { ln(x / a) - t };
    exp(a * phi - stirling(a)) / (2.0 * std::f64::consts::PI * a).sqrt()
}

/// ln(1 + t) − t, exact near 0.
fn ln_1p_minus(t: f64) -> f64 {
    if t.abs() > 0.1 {
        return ln_1p(t) - t;
    }
    // ln(1+t) = 2 artanh(r), r = t/(2+t): the first term is t − t r.
    let r = t / (2.0 + t);
    let square = r * r;
    let (mut power, mut sum, mut n) = (square * r, 0.0, 3.0);
    while power.abs() > 1e-20 && n < 60.0 {
        sum += 2.0 * power / n;
        power *= square;
        n += 2.0;
    }
    sum - t * r
}

/// Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x).
pub(crate) fn gamma_pq(a: f64, x: f64) -> (f64, f64) {
    if !(a > 0.0) || x.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    if x < a + 1.0 {
        let (mut term, mut sum, mut n) = (1.0, 1.0, a);
        for _ in 0..MOST_STEPS {
            n += 1.0;
            term *= x / n;
            sum += term;
            if term < sum * PRECISE {
                break;
            }
        }
        let p = (sum * gamma_density(a, x)).min(1.0);
        (p, 1.0 - p)
    } else {
        // Lentz's method for the continued fraction.
        let mut b = x + 1.0 - a;
        let mut c = 1.0 / TINY;
        let mut d = 1.0 / b;
        let mut h = d;
        for n in 1..MOST_STEPS {
            let n = f64::from(n);
            let an = -n * (n - a);
            b += 2.0;
            d = an * d + b;
            d = 1.0 / if d.abs() < TINY { TINY } else { d };
            c = b + an / c;
            c = if c.abs() < TINY { TINY } else { c };
            let factor = d * c;
            h *= factor;
            if (factor - 1.0).abs() < PRECISE * 4.0 {
                break;
            }
        }
        let q = (h * a * gamma_density(a, x)).min(1.0);
        (1.0 - q, q)
    }
}

/// Regularised incomplete beta functions I(x; a, b) and 1 − I(x; a, b). `y` is 1 − x, given where it is known better.
pub(crate) fn beta_pq(a: f64, b: f64, x: f64, y: f64) -> (f64, f64) {
    if !(a > 0.0 && b > 0.0) || x.is_nan() {
        return (f64::NAN, f64::NAN);
    }
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if y <= 0.0 {
        return (1.0, 0.0);
    }
    if x <= (a + 1.0) / (a + b + 2.0) {
        let p = beta_fraction(a, b, x, y).min(1.0);
        (p, 1.0 - p)
    } else {
        let q = beta_fraction(b, a, y, x).min(1.0);
        (1.0 - q, q)
    }
}

fn beta_fraction(a: f64, b: f64, x: f64, y: f64) -> f64 {
    let front = beta_front(a, b, x, y);
    let (mut c, mut d) = (1.0, 1.0 - (a + b) * x / (a + 1.0));
    d = 1.0 / if d.abs() < TINY { TINY } else { d };
    let mut h = d;
    for m in 1..MOST_STEPS {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut factor = 1.0;
        for step in [even, odd] {
            d = 1.0 + step * d;
            d = 1.0 / if d.abs() < TINY { TINY } else { d };
            c = 1.0 + step / c;
            c = if c.abs() < TINY { TINY } else { c };
            factor = d * c;
            h *= factor;
        }
        if (factor - 1.0).abs() < PRECISE * 4.0 {
            break;
        }
    }
    front * h / a
}

/// xᵃ yᵇ ÷ B(a, b).
pub(crate) fn beta_front(a: f64, b: f64, x: f64, y: f64) -> f64 {
    if a < 10.0 || b < 10.0 {
        let ln_x = if x < 0.5 { ln(x) } else { ln_1p(-y) };
        let ln_y = if y < 0.5 { ln(y) } else { ln_1p(-x) };
        return exp(a * ln_x + b * ln_y - ln_beta(a, b));
    }
    // Around the mode: a ln(x/x₀) + b ln(y/y₀) with x₀ = a/(a+b), so that nothing large cancels.
    let sum = a + b;
    let lambda = if x < 0.5 { sum * x - a } else { b - sum * y };
    let part = |n: f64, shift: f64, ratio: f64| {
        let t = shift / n;
        if t.abs() < 0.4 { n * ln_1p_minus(t) } else { n * (ln(ratio) - t) }
    };
    let exponent = part(a, lambda, x * sum / a) + part(b, -lambda, y * sum / b);
    let remainder = stirling(sum) - stirling(a) - stirling(b);
    exp(exponent + remainder) * (a * (b / sum) / (2.0 * std::f64::consts::PI)).sqrt()
}

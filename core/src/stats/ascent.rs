//! Maxima of smooth functions: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, for few parameters.

use super::linear::{Cholesky, Matrix, dot};

/// A maximum found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Maximum {
    pub(crate) at: Vec<f64>,
    pub(crate) value: f64,
    pub(crate) evaluations: u32,
    pub(crate) converged: bool,
}

/// Climbs from `start`; `function` writes the gradient into its second argument. It stops when the gain that the next
/// step promises is below `tolerance` × (1 + |value|), or after `budget` evaluations.
pub(crate) fn maximize(
    start: &[f64],
    tolerance: f64,
    budget: u32,
    mut function: impl FnMut(&[f64], &mut [f64]) -> f64,
) -> Maximum {
    let n = start.len();
    let (mut at, mut slope) = (start.to_vec(), vec![0.0; n]);
    let mut value = function(&at, &mut slope);
    let (mut evaluations, mut converged, mut fresh) = (1, false, true);
    let mut inverse = unit(n);
    while evaluations < budget && value.is_finite() && slope.iter().all(|g| g.is_finite()) {
        let mut step = inverse.times(&slope);
        let mut promise = dot(&step, &slope);
        if !(promise > 0.0) {
            (inverse, fresh) = (unit(n), true);
            step.clone_from(&slope);
            promise = dot(&step, &slope);
        }
        if promise <= tolerance * (1.0 + value.abs()) {
            converged = true;
            break;
        }
        // No parameter moves by more than 1 at once: they are logarithms here.
        let longest = step.iter().map(|s| s.abs()).fold(0.0, f64::max);
        let mut length = if longest > 1.0 { 1.0 / longest } else { 1.0 };
        let (mut next, mut next_slope, mut next_value) = (at.clone(), vec![0.0; n], f64::NEG_INFINITY);
        let mut better = false;
        for _ in 0..40 {
            for ((next, at), step) in next.iter_mut().zip(&at).zip(&step) {
                *next = at + length * step;
            }
            next_value = function(&next, &mut next_slope);
            evaluations += 1;
            if next_value >= value + 1e-4 * length * promise && next_slope.iter().all(|g| g.is_finite()) {
                better = true;
                break;
            }
            length *= 0.4;
        }
        if !better {
            if fresh {
                // Nothing above rounding is left to gain.
                converged = promise <= 1e-6 * (1.0 + value.abs());
                break;
            }
            (inverse, fresh) = (unit(n), true);
            continue;
        }
        update(&mut inverse, &at, &next, &slope, &next_slope, fresh);
        fresh = false;
        (at, slope, value) = (next, next_slope, next_value);
    }
    Maximum { at, value, evaluations, converged }
}

fn unit(n: usize) -> Matrix {
    let mut made = Matrix::zeros(n, n);
    (0..n).for_each(|i| made.set(i, i, 1.0));
    made
}

/// The inverse of the curvature after a step.
fn update(inverse: &mut Matrix, at: &[f64], next: &[f64], slope: &[f64], next_slope: &[f64], fresh: bool) {
    let n = at.len();
    let s: Vec<f64> = next.iter().zip(at).map(|(a, b)| a - b).collect();
    let y: Vec<f64> = slope.iter().zip(next_slope).map(|(a, b)| a - b).collect();
    let along = dot(&s, &y);
    if !(along > 1e-14 * (dot(&s, &s) * dot(&y, &y)).sqrt()) {
        return;
    }
    if fresh {
        let scale = along / dot(&y, &y);
        (0..n).for_each(|i| inverse.set(i, i, scale));
    }
    let hy = inverse.times(&y);
    let factor = (1.0 + dot(&y, &hy) / along) / along;
    for i in 0..n {
        for j in 0..n {
            let value = inverse.at(i, j) + factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / along;
            inverse.set(i, j, value);
        }
    }
}

/// The covariance at a maximum: the inverse of minus the matrix of second derivatives, from central differences of the
/// gradient; nothing if it is not positive.
pub(crate) fn covariance(
    at: &[f64],
    step: f64,
    mut gradient: impl FnMut(&[f64], &mut [f64]),
) -> Option<Matrix> {
    let n = at.len();
    let (mut point, mut up, mut down) = (at.to_vec(), vec![0.0; n], vec![0.0; n]);
    let mut information = Matrix::zeros(n, n);
    for i in 0..n {
        point[i] = at[i] + step;
        gradient(&point, &mut up);
        point[i] = at[i] - step;
        gradient(&point, &mut down);
        point[i] = at[i];
        for j in 0..n {
            let second = -(up[j] - down[j]) / (2.0 * step);
            information.data[i * n + j] += 0.5 * second;
            information.data[j * n + i] += 0.5 * second;
        }
    }
    Cholesky::of(&information).map(|factor| factor.inverse())
}

/// The derivative of the logarithm of the gamma function of a positive number (DLMF 5.11.2 after shifting above 10).
pub(crate) fn digamma(x: f64) -> f64 {
    let (mut x, mut less) = (x, 0.0);
    while x < 10.0 {
        less += 1.0 / x;
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let terms =
        [1.0 / 12.0, -1.0 / 120.0, 1.0 / 252.0, -1.0 / 240.0, 1.0 / 132.0, -691.0 / 32_760.0, 1.0 / 12.0];
    let series = terms.iter().rev().fold(0.0, |sum, term| (sum + term) * y);
    super::math::ln(x) - 0.5 / x - series - less
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digamma_at_known_points() {
        // DLMF 5.4.12 to 5.4.13: −γ, −γ − 2 ln 2; and ψ(x + 1) = ψ(x) + 1/x.
        assert!((digamma(1.0) + 0.577_215_664_901_532_9).abs() < 1e-14);
        assert!((digamma(0.5) + 1.963_510_026_021_423_5).abs() < 1e-14);
        assert!((digamma(30.7) - digamma(29.7) - 1.0 / 29.7).abs() < 1e-14);
    }

    #[test]
    fn a_hill_is_climbed() {
        let hill = |x: &[f64], g: &mut [f64]| {
            let (a, b) = (1.0 - x[0], x[1] - x[0] * x[0]);
            g[0] = 2.0 * a + 400.0 * b * x[0];
            g[1] = -200.0 * b;
            -(a * a + 100.0 * b * b)
        };
        let found = maximize(&[-1.2, 1.0], 1e-16, 500, hill);
        assert!(found.converged && (found.at[0] - 1.0).abs() < 1e-6, "{found:?}");
        let covariance = covariance(&[1.0, 1.0], 1e-5, |x, g| {
            hill(x, g);
        });
        // Second derivatives of Rosenbrock's function at its optimum: 802, −400, 200.
        assert!((covariance.unwrap().at(1, 1) - 2.005).abs() < 1e-3);
    }
}

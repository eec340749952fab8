//! Minima of smooth functions with a gradient: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno.
//!
//! Source: Nocedal and Wright, *Numerical Optimization* (2006), algorithm 6.1, with a line search that halves by
//! interpolation until the decrease suffices (section 3.5). Steps at which the curvature is not positive leave the
//! approximation of the Hessian as it is. O(n²) for each step beside the function.

use super::optimum::Minimum;

/// How far a step may fall short of the decrease that the slope promises.
const SUFFICIENT: f64 = 1e-4;
/// Trials of one line search.
const MOST_TRIALS: u32 = 30;

/// Minimises `function`, which writes its gradient and returns its value; infinity or not a number where it is not
/// defined. Stops when `patience` steps in a row gain less than `tolerance`, or after `budget` evaluations.
pub(crate) fn bfgs(
    start: &[f64],
    tolerance: f64,
    budget: u32,
    mut function: impl FnMut(&[f64], &mut [f64]) -> f64,
) -> Minimum {
    let n = start.len();
    let mut at = start.to_vec();
    let mut gradient = vec![0.0; n];
    let mut value = function(&at, &mut gradient);
    let mut evaluations = 1;
    let failed = !value.is_finite() || gradient.iter().any(|g| !g.is_finite());
    if n == 0 || failed {
        let value = if value.is_finite() { value } else { f64::INFINITY };
        return Minimum { at, value, evaluations, converged: n == 0 };
    }
    // The inverse of the Hessian, row by row.
    let mut inverse = identity(n);
    let (mut fresh, mut quiet, mut converged) = (true, 0, false);
    let (mut direction, mut trial, mut slope_there) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    let (mut moved, mut turned, mut pushed) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    while evaluations < budget {
        times(&inverse, &gradient, &mut direction);
        direction.iter_mut().for_each(|d| *d = -*d);
        let mut slope = dot(&direction, &gradient);
        if !(slope < 0.0) {
            inverse = identity(n);
            fresh = true;
            for (d, g) in direction.iter_mut().zip(&gradient) {
                *d = -g;
            }
            slope = dot(&direction, &gradient);
            if !(slope < 0.0) {
                converged = true;
                break;
            }
        }
        let mut step = if fresh { (0.1 / dot(&gradient, &gradient).sqrt()).min(1.0) } else { 1.0 };
        let mut reached = f64::INFINITY;
        for _ in 0..MOST_TRIALS {
            for ((t, x), d) in trial.iter_mut().zip(&at).zip(&direction) {
                *t = x + step * d;
            }
            reached = function(&trial, &mut slope_there);
            evaluations += 1;
            let defined = reached.is_finite() && slope_there.iter().all(|g| g.is_finite());
            if defined && reached <= value + SUFFICIENT * step * slope {
                break;
            }
            let shorter = if defined {
                // The minimum of the parabola through both values and the slope.
                let bend = reached - value - step * slope;
                (-0.5 * slope * step / bend).clamp(0.1, 0.5)
            } else {
                0.2
            };
            step *= shorter;
            reached = f64::INFINITY;
            if evaluations >= budget {
                break;
            }
        }
        if !reached.is_finite() {
            if fresh {
                converged = true;
                break;
            }
            inverse = identity(n);
            fresh = true;
            continue;
        }
        for i in 0..n {
            moved[i] = trial[i] - at[i];
            turned[i] = slope_there[i] - gradient[i];
        }
        let gained = value - reached;
        at.copy_from_slice(&trial);
        gradient.copy_from_slice(&slope_there);
        value = reached;
        let curvature = dot(&moved, &turned);
        if curvature > 1e-12 * (dot(&moved, &moved) * dot(&turned, &turned)).sqrt() {
            if fresh {
                let size = curvature / dot(&turned, &turned);
                for i in 0..n {
                    inverse[i * n + i] = size;
                }
                fresh = false;
            }
            times(&inverse, &turned, &mut pushed);
            let factor = (1.0 + dot(&turned, &pushed) / curvature) / curvature;
            for i in 0..n {
                let (mi, pi) = (moved[i] * factor - pushed[i] / curvature, moved[i] / curvature);
                for ((cell, m), p) in inverse[i * n..(i + 1) * n].iter_mut().zip(&moved).zip(&pushed) {
                    *cell += mi * m - pi * p;
                }
            }
        }
        quiet = if gained < tolerance { quiet + 1 } else { 0 };
        if quiet >= 3 {
            converged = true;
            break;
        }
    }
    Minimum { at, value, evaluations, converged }
}

fn identity(n: usize) -> Vec<f64> {
    let mut made = vec![0.0; n * n];
    for i in 0..n {
        made[i * n + i] = 1.0;
    }
    made
}

/// A sum in four lanes, in a fixed order.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 4];
    let (mut x, mut y) = (a.chunks_exact(4), b.chunks_exact(4));
    for (x, y) in (&mut x).zip(&mut y) {
        for i in 0..4 {
            lanes[i] += x[i] * y[i];
        }
    }
    let rest: f64 = x.remainder().iter().zip(y.remainder()).map(|(x, y)| x * y).sum();
    (lanes[0] + lanes[1]) + (lanes[2] + lanes[3]) + rest
}

fn times(matrix: &[f64], vector: &[f64], out: &mut [f64]) {
    let n = vector.len();
    for (i, cell) in out.iter_mut().enumerate() {
        *cell = dot(&matrix[i * n..(i + 1) * n], vector);
    }
}

#[cfg(test)]
mod tests {
    use super::bfgs;

    #[test]
    fn it_walks_down_the_banana() {
        let found = bfgs(&[-1.2, 1.0], 1e-14, 500, |x, g| {
            let (a, b) = (x[1] - x[0] * x[0], 1.0 - x[0]);
            g[0] = -400.0 * a * x[0] - 2.0 * b;
            g[1] = 200.0 * a;
            100.0 * a * a + b * b
        });
        assert!(found.at.iter().all(|x| (x - 1.0).abs() < 1e-5) && found.evaluations < 120, "{found:?}");
    }

    #[test]
    fn walls_are_walked_along() {
        // Undefined below 0.5: the minimum lies at the wall.
        let found = bfgs(&[3.0], 1e-12, 500, |x, g| {
            g[0] = 2.0 * x[0];
            if x[0] < 0.5 { f64::NAN } else { x[0] * x[0] }
        });
        assert!((found.at[0] - 0.5).abs() < 0.05 && found.at[0] >= 0.5, "{found:?}");
        assert!(
            bfgs(&[f64::NAN], 1e-9, 50, |x, g| {
                g[0] = x[0];
                x[0]
            })
            .value
            .is_infinite()
        );
    }
}

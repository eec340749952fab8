//! Minima of functions without derivatives.

/// A minimum found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Minimum {
    pub(crate) at: Vec<f64>,
    pub(crate) value: f64,
    pub(crate) evaluations: u32,
    pub(crate) converged: bool,
}

/// Nelder and Mead's simplex method with the adaptive coefficients of Gao and Han (2012). A value that is not a
/// number counts as the worst. It stops when the values of the simplex differ by at most `tolerance` relative to the
/// best, or after `budget` evaluations.
pub(crate) fn nelder_mead(
    start: &[f64],
    steps: &[f64],
    tolerance: f64,
    budget: u32,
    mut function: impl FnMut(&[f64]) -> f64,
) -> Minimum {
    let n = start.len();
    let dimension = super::summary::count(n.max(2));
    let (expand, contract, shrink) = (1.0 + 2.0 / dimension, 0.75 - 0.5 / dimension, 1.0 - 1.0 / dimension);
    let mut evaluations = 0;
    let mut evaluate = |at: &[f64]| {
        evaluations += 1;
        let value = function(at);
        (if value.is_nan() { f64::INFINITY } else { value }, evaluations)
    };
    let mut simplex: Vec<(f64, Vec<f64>)> = Vec::with_capacity(n + 1);
    let mut used = 0;
    for vertex in 0..=n {
        let mut at = start.to_vec();
        if vertex > 0 {
            at[vertex - 1] += steps[vertex - 1];
        }
        let (value, count) = evaluate(&at);
        used = count;
        simplex.push((value, at));
    }
    let along = |centre: &[f64], from: &[f64], factor: f64| -> Vec<f64> {
        centre.iter().zip(from).map(|(c, f)| c + factor * (c - f)).collect()
    };
    let mut converged = n == 0;
    while !converged && used < budget {
        simplex.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (best, worst, second) = (simplex[0].0, simplex[n].0, simplex[n.saturating_sub(1)].0);
        if worst - best <= tolerance * (best.abs() + tolerance) {
            converged = true;
            break;
        }
        let mut centre = vec![0.0; n];
        for (_, at) in &simplex[..n] {
            for (c, x) in centre.iter_mut().zip(at) {
                *c += x / super::summary::count(n);
            }
        }
        let reflected = along(&centre, &simplex[n].1, 1.0);
        let (value, _) = evaluate(&reflected);
        if value < best {
            let far = along(&centre, &simplex[n].1, expand);
            let (further, count) = evaluate(&far);
            used = count;
            simplex[n] = if further < value { (further, far) } else { (value, reflected) };
        } else if value < second {
            simplex[n] = (value, reflected);
            used += 1;
        } else {
            let factor = if value < worst { contract } else { -contract };
            let near = along(&centre, &simplex[n].1, factor);
            let (inside, count) = evaluate(&near);
            used = count;
            if inside < worst.min(value) {
                simplex[n] = (inside, near);
            } else {
                let first = simplex[0].1.clone();
                for (value, at) in &mut simplex[1..] {
                    for (x, b) in at.iter_mut().zip(&first) {
                        *x = b + shrink * (*x - b);
                    }
                    let (found, count) = evaluate(at);
                    *value = found;
                    used = count;
                }
            }
        }
    }
    simplex.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (value, at) = simplex.swap_remove(0);
    Minimum { at, value, evaluations: used, converged }
}

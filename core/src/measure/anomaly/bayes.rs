//! Bayesian online detection of changes: the distribution of the length of the current run after each value.

use crate::stats::math::{exp, ln, ln_gamma};
use crate::stats::summary::count;

/// Run lengths less likely than this are forgotten, in long series.
const FORGET: f64 = 1e-14;
const LONG: usize = 2_000;

pub(crate) struct Online {
    pub(crate) ln_evidence: f64,
    pub(crate) likeliest: Vec<u64>,
    pub(crate) mean: Vec<f64>,
    pub(crate) new_run: Vec<f64>,
}

/// Prior of the mean and precision of a run: a normal-gamma distribution.
#[derive(Clone, Copy)]
pub(crate) struct Prior {
    pub(crate) mean: f64,
    pub(crate) kappa: f64,
    pub(crate) alpha: f64,
    pub(crate) beta: f64,
}

/// Adams and MacKay (2007) with a constant hazard.
pub(crate) fn online(y: &[f64], expected_run: f64, prior: Prior) -> Online {
    let hazard = 1.0 / expected_run;
    // (run length, probability, mean, beta), longest last; kappa and alpha follow from the length.
    let mut runs: Vec<(usize, f64, f64, f64)> = vec![(0, 1.0, prior.mean, prior.beta)];
    let mut gammas: Vec<f64> = Vec::new();
    let mut found = Online { ln_evidence: 0.0, likeliest: Vec::new(), mean: Vec::new(), new_run: Vec::new() };
    for x in y {
        let mut next = Vec::with_capacity(runs.len() + 1);
        next.push((0, 0.0, prior.mean, prior.beta));
        let (mut total, mut changed) = (0.0, 0.0);
        for (length, p, mean, beta) in &runs {
            let size = count(*length);
            let (kappa, alpha) = (prior.kappa + size, prior.alpha + 0.5 * size);
            while gammas.len() <= *length {
                let a = prior.alpha + 0.5 * count(gammas.len());
                gammas.push(ln_gamma(a + 0.5) - ln_gamma(a) - 0.5 * ln(2.0 * a * std::f64::consts::PI));
            }
            let scale = beta * (kappa + 1.0) / (alpha * kappa);
            let distance = (x - mean) * (x - mean);
            let density = gammas[*length]
                - 0.5 * ln(scale)
                - (alpha + 0.5) * ln(1.0 + distance / (2.0 * alpha * scale));
            let weight = p * exp(density);
            total += weight;
            changed += weight * hazard;
            let moved = (kappa * mean + x) / (kappa + 1.0);
            next.push((
                length + 1,
                weight * (1.0 - hazard),
                moved,
                beta + kappa * distance / (2.0 * (kappa + 1.0)),
            ));
        }
        // A value beyond all that any run can explain starts a new one.
        if !(total > 0.0) {
            found.ln_evidence += -700.0;
            next.truncate(1);
            next[0].1 = 1.0;
            total = 1.0;
        } else {
            next[0].1 = changed;
            found.ln_evidence += ln(total);
        }
        let (mut best, mut mean, mut at) = (-1.0, 0.0, 0);
        for run in &mut next {
            run.1 /= total;
            mean += run.1 * count(run.0);
            if run.1 > best {
                best = run.1;
                at = run.0;
            }
        }
        found.likeliest.push(at as u64);
        found.mean.push(mean);
        found.new_run.push(next[0].1);
        if y.len() > LONG {
            next.retain(|run| run.0 == 0 || run.1 > FORGET);
        }
        runs = next;
    }
    found
}

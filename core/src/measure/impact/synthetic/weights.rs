//! The weights of the predictors, the shares of the donors.

use super::panel::Panel;
use crate::measure::table::place;
use crate::stats::linear::{Matrix, dot, least_squares};
use crate::stats::optimum::nelder_mead;
use crate::stats::simplex::{Shares, nearest_shares, polished};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Steps of the simplex of the search, from equal weights.
const STEP: f64 = 0.1;
/// The search stops when the losses of its simplex agree to this share.
const AGREE: f64 = 1e-10;

/// What one fit needs: who is treated, who is mixed, what is compared and what is followed.
pub(super) struct Design {
    pub(super) unit: usize,
    pub(super) donors: Vec<usize>,
    /// Scaled predictors of the donors minus those of the unit; the outcome itself if there are no predictors.
    rows: Matrix,
    /// Outcome of the donors minus that of the unit, over the times to be followed.
    follow: Matrix,
    follow_gram: Matrix,
    by_outcome: bool,
}

/// A fit.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    pub(super) shares: Shares,
    /// Weights of the predictors, together 1; none if there are no predictors.
    pub(super) weights: Vec<f64>,
    pub(super) mspe: f64,
}

impl Design {
    /// The design of a unit among donors, treated at `until`. For a placebo in time,
    /// predictors without a value before it compare nothing.
    pub(super) fn new(panel: &Panel, unit: usize, donors: Vec<usize>, until: f64) -> Result<Self, Issues> {
        let times: Vec<usize> = (0..panel.keys.len())
            .filter(|t| {
                panel.keys[*t] < until && panel.keys[*t] >= panel.fit.0 && panel.keys[*t] <= panel.fit.1
            })
            .collect();
        let mut follow = Matrix::zeros(times.len(), donors.len());
        for (row, t) in times.iter().enumerate() {
            for (j, donor) in donors.iter().enumerate() {
                follow.set(row, j, panel.outcome[*donor][*t] - panel.outcome[unit][*t]);
            }
        }
        let by_outcome = panel.predictors.is_empty();
        let (mut issues, mut unknown) = (Vec::new(), 0);
        let mut rows = Matrix::zeros(panel.predictors.len(), donors.len());
        for (k, (name, _, _)) in panel.predictors.iter().enumerate() {
            let of = |unit: usize| panel.predictor(k, unit, until);
            let own = of(unit);
            let others: Vec<Option<f64>> = donors.iter().map(|donor| of(*donor)).collect();
            let all: Vec<f64> = others.iter().copied().chain([own]).flatten().collect();
            if all.is_empty() && until < panel.intervention {
                // Nothing is known yet at an earlier moment: a row of zeros compares nothing.
                unknown += 1;
                continue;
            }
            let (Some(own), true) = (own, all.len() == donors.len() + 1) else {
                let missing =
                    others.iter().filter(|value| value.is_none()).count() + usize::from(own.is_none());
                issues.push(
                    Issue::error(
                        "missing-values",
                        place(name),
                        format!("predictor `{name}` has no value before the treatment in {missing} units"),
                    )
                    .with_help("give other times for it, or leave these units out of the donors"),
                );
                continue;
            };
            // Sorted, so that the scale does not depend on who is treated.
            let sorted = crate::stats::summary::sorted(&all);
            let mean = sum(sorted.iter().copied()) / count(sorted.len());
            let squares = sum(sorted.iter().map(|value| (value - mean) * (value - mean)));
            let scale = (squares / count(sorted.len() - 1)).sqrt();
            if !(scale > 1e-13 * mean.abs()) {
                issues.push(
                    Issue::error(
                        "constant-column",
                        place(name),
                        format!("predictor `{name}` is the same in all units"),
                    )
                    .with_help("leave it out"),
                );
                continue;
            }
            for (j, value) in others.into_iter().flatten().enumerate() {
                rows.set(k, j, (value - own) / scale);
            }
        }
        if unknown > 0 && unknown == panel.predictors.len() {
            issues.push(
                Issue::error(
                    "placebo-not-before",
                    "options/placebo_time",
                    "no predictor has a value before the placebo",
                )
                .with_help("choose a later moment, or predictors with earlier times"),
            );
        }
        Issues::check(issues)?;
        let follow_gram = follow.gram();
        let rows = if by_outcome { follow.clone() } else { rows };
        Ok(Self { unit, donors, rows, follow, follow_gram, by_outcome })
    }

    /// Mean square of what the shares miss of the outcome.
    fn mspe(&self, shares: &Shares) -> f64 {
        let mut square = 0.0;
        for (i, a) in &shares.support {
            for (j, b) in &shares.support {
                square += a * b * self.follow_gram.at(*i, *j);
            }
        }
        square.max(0.0) / count(self.follow.rows)
    }

    /// The rows times the roots of their weights.
    fn weighted(&self, weights: &[f64]) -> Matrix {
        let mut made = self.rows.clone();
        let width = made.columns;
        for (row, weight) in made.data.chunks_exact_mut(width).zip(weights) {
            let root = weight.sqrt();
            row.iter_mut().for_each(|value| *value *= root);
        }
        made
    }

    /// The best shares at given weights, or of the outcome alone.
    pub(super) fn at(&self, weights: &[f64]) -> Fit {
        if self.by_outcome {
            let shares = polished(&self.rows, &nearest_shares(&self.rows.gram(), &[]));
            return Fit { mspe: self.mspe(&shares), shares, weights: Vec::new() };
        }
        let total: f64 = sum(weights.iter().copied());
        let weights: Vec<f64> = weights.iter().map(|weight| weight / total).collect();
        let rows = self.weighted(&weights);
        let shares = polished(&rows, &nearest_shares(&rows.gram(), &[]));
        Fit { mspe: self.mspe(&shares), shares, weights }
    }

    /// The weights with which the shares follow the outcome best, searched from equal weights and from those of a
    /// regression of the outcome on the predictors.
    pub(super) fn best(&self, evaluations: u32) -> Fit {
        if self.by_outcome {
            return self.at(&[]);
        }
        let n = self.donors.len();
        let k = self.rows.rows;
        // The inner products of each predictor once; a try adds them up.
        let mut products = Vec::with_capacity(k * n * n);
        for row in 0..k {
            let values = self.rows.row(row);
            for a in values {
                products.extend(values.iter().map(|b| a * b));
            }
        }
        let mut gram = Matrix::zeros(n, n);
        let mut last: Vec<(usize, f64)> = Vec::new();
        let mut loss = |at: &[f64]| {
            let total: f64 = at.iter().map(|value| value.abs()).sum();
            if !(total > 0.0) {
                return f64::INFINITY;
            }
            gram.data.fill(0.0);
            for (value, products) in at.iter().zip(products.chunks_exact(n * n)) {
                let weight = value.abs() / total;
                for (sum, product) in gram.data.iter_mut().zip(products) {
                    *sum += weight * product;
                }
            }
            let shares = nearest_shares(&gram, &last);
            let found = self.mspe(&shares);
            last = shares.support;
            found
        };
        let mut starts = vec![vec![1.0 / count(k); k]];
        starts.extend(self.regression());
        let budget = (evaluations / 4).max(50);
        let mut found: Vec<(f64, Vec<f64>)> = Vec::new();
        for start in starts {
            let minimum = nelder_mead(&start, &vec![STEP; k], AGREE, budget, &mut loss);
            found.push((minimum.value, minimum.at));
        }
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (_, mut at) = found.swap_remove(0);
        // Once more from where the better one stopped: a simplex may have folded.
        for step in [0.05, -0.02] {
            let steps: Vec<f64> = at.iter().map(|value| step * (value.abs() + 0.2)).collect();
            at = nelder_mead(&at, &steps, AGREE, budget, &mut loss).at;
        }
        let weights: Vec<f64> = at.iter().map(|value| value.abs()).collect();
        self.at(&weights)
    }

    /// Weights by the squares of the coefficients of a regression of the followed outcomes on the predictors, over the
    /// donors; nothing if there are too few donors for it.
    fn regression(&self) -> Option<Vec<f64>> {
        let (n, k) = (self.donors.len(), self.rows.rows);
        let mut x = Matrix::zeros(n, k + 1);
        for j in 0..n {
            x.set(j, 0, 1.0);
            for row in 0..k {
                x.set(j, row + 1, self.rows.at(row, j));
            }
        }
        let mut weights = vec![0.0; k];
        for t in 0..self.follow.rows {
            let fit = least_squares(&x, self.follow.row(t))?;
            for (weight, coefficient) in weights.iter_mut().zip(&fit.coefficients[1..]) {
                *weight += coefficient * coefficient;
            }
        }
        let total: f64 = weights.iter().sum();
        (total > 0.0 && total.is_finite()).then(|| weights.iter().map(|weight| weight / total).collect())
    }

    /// The outcome of the mix at a time.
    pub(super) fn mixed(&self, panel: &Panel, fit: &Fit, t: usize) -> f64 {
        let values: Vec<f64> =
            fit.shares.support.iter().map(|(j, _)| panel.outcome[self.donors[*j]][t]).collect();
        let shares: Vec<f64> = fit.shares.support.iter().map(|(_, share)| *share).collect();
        dot(&values, &shares)
    }

    /// Actual − synthetic at all times.
    pub(super) fn gaps(&self, panel: &Panel, fit: &Fit) -> Vec<f64> {
        (0..panel.keys.len()).map(|t| panel.outcome[self.unit][t] - self.mixed(panel, fit, t)).collect()
    }
}

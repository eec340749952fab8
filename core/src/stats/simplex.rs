//! Least squares with weights that are shares: not below 0, together 1.
//!
//! The best weights of the columns a(j) for a target b give the point of the polytope of the columns a(j) − b that is
//! nearest to 0. Wolfe's method (1976) finds it exactly in finitely many steps: it keeps a set of columns none of which
//! is made of the others (so no system is singular, however many columns there are), moves to the nearest point of the
//! plane through them, and lets columns in and out.

use super::linear::{Cholesky, Matrix, dot, least_squares};

/// Steps for each column after which the method stops where it is; it needs about one.
const STEPS: usize = 40;
/// The smallest step forward that is more than rounding, relative to the longest column.
const ROUNDING: f64 = 1e-14;

/// The best shares.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shares {
    /// The columns with a share above 0, and their shares.
    pub(crate) support: Vec<(usize, f64)>,
    /// Half the square of the distance to 0.
    pub(crate) value: f64,
    /// How much smaller the value can be at most: a proof that it is the smallest.
    pub(crate) gap: f64,
}

impl Shares {
    /// The shares of all columns.
    pub(crate) fn dense(&self, columns: usize) -> Vec<f64> {
        let mut weights = vec![0.0; columns];
        for (j, weight) in &self.support {
            weights[*j] = *weight;
        }
        weights
    }
}

/// The shares w that make wᵀ G w smallest, G being the inner products of the columns. `start`: columns to begin with,
/// such as those of a like problem.
///
/// # Complexity
/// O(columns × size + size³) for each step, `size` being the number of columns with a share above 0.
pub(crate) fn nearest_shares(gram: &Matrix, start: &[(usize, f64)]) -> Shares {
    let n = gram.rows;
    let longest = (0..n).map(|j| gram.at(j, j)).fold(0.0, f64::max);
    let tolerance = ROUNDING * longest;
    let mut support: Vec<(usize, f64)> = start.to_vec();
    if support.is_empty() {
        let shortest = (0..n).min_by(|a, b| gram.at(*a, *a).total_cmp(&gram.at(*b, *b)));
        support.extend(shortest.map(|j| (j, 1.0)));
    } else {
        settle(gram, longest, &mut support);
    }
    let mut products = vec![0.0; n];
    let (mut square, mut least) = (0.0, 0.0);
    for _ in 0..STEPS * (n + 10) {
        products.fill(0.0);
        for (j, weight) in &support {
            for (product, value) in products.iter_mut().zip(gram.row(*j)) {
                *product += weight * value;
            }
        }
        square = support.iter().map(|(j, weight)| weight * products[*j]).sum();
        let Some(next) = (0..n).min_by(|a, b| products[*a].total_cmp(&products[*b])) else { break };
        least = products[next];
        if least >= square - tolerance || support.iter().any(|(j, _)| *j == next) {
            break;
        }
        let before = support.clone();
        support.push((next, 0.0));
        settle(gram, longest, &mut support);
        if support == before {
            break;
        }
    }
    support.sort_unstable_by_key(|(j, _)| *j);
    Shares { support, value: 0.5 * square, gap: (square - least).max(0.0) }
}

/// Moves to the nearest point of the plane through the columns, dropping columns whose share would fall below 0.
fn settle(gram: &Matrix, longest: f64, support: &mut Vec<(usize, f64)>) {
    while support.len() > 1 {
        let Some(target) = nearest_in_plane(gram, longest, support) else {
            // The newest column is made of the others.
            support.pop();
            return;
        };
        if target.iter().all(|weight| *weight > 0.0) {
            for ((_, weight), target) in support.iter_mut().zip(target) {
                *weight = target;
            }
            return;
        }
        // As far as the shares allow; a column that had no share and gets none is dropped first.
        let step = |weight: f64, target: f64| if weight > target { weight / (weight - target) } else { 0.0 };
        let (mut least, mut dropped) = (f64::INFINITY, 0);
        for (place, ((_, weight), target)) in support.iter().zip(&target).enumerate() {
            if *target <= 0.0 && step(*weight, *target) < least {
                (least, dropped) = (step(*weight, *target), place);
            }
        }
        let least = least.min(1.0);
        for ((_, weight), target) in support.iter_mut().zip(&target) {
            *weight = (*weight + least * (target - *weight)).max(0.0);
        }
        support.remove(dropped);
    }
    if let [(_, weight)] = support.as_mut_slice() {
        *weight = 1.0;
    }
}

/// The weights (together 1, of any sign) of the point nearest to 0 in the plane through the columns.
fn nearest_in_plane(gram: &Matrix, longest: f64, support: &[(usize, f64)]) -> Option<Vec<f64>> {
    let size = support.len();
    // (G + s 1 1ᵀ) u = 1, scaled to a sum of 1: the same for every s above 0.
    let mut system = Matrix::zeros(size, size);
    for (a, (i, _)) in support.iter().enumerate() {
        for (b, (j, _)) in support.iter().enumerate() {
            system.set(a, b, gram.at(*i, *j) + longest);
        }
    }
    let factor = Cholesky::of(&system)?;
    // A column made of the others leaves a pivot of rounding alone.
    let pivots = (0..size).map(|i| factor.lower().at(i, i));
    if pivots.fold(f64::INFINITY, f64::min) < 1e-7 * longest.sqrt() {
        return None;
    }
    let found = factor.solve(&vec![1.0; size]);
    let total: f64 = found.iter().sum();
    (total > 0.0).then(|| found.iter().map(|value| value / total).collect())
}

/// The same shares with the digits that inner products lose: solved again on the columns themselves. `columns`: for each
/// row the columns minus the target.
pub(crate) fn polished(rows: &Matrix, shares: &Shares) -> Shares {
    let Some(((base, _), others)) = shares.support.split_first() else { return shares.clone() };
    if others.is_empty() || rows.rows < others.len() {
        return shares.clone();
    }
    let mut x = Matrix::zeros(rows.rows, others.len());
    let mut y = vec![0.0; rows.rows];
    for (t, target) in y.iter_mut().enumerate() {
        *target = -rows.at(t, *base);
        for (place, (j, _)) in others.iter().enumerate() {
            x.set(t, place, rows.at(t, *j) - rows.at(t, *base));
        }
    }
    let Some(fit) = least_squares(&x, &y) else { return shares.clone() };
    let first = 1.0 - fit.coefficients.iter().sum::<f64>();
    if !(first > 0.0 && fit.coefficients.iter().all(|weight| *weight > 0.0)) {
        return shares.clone();
    }
    let support: Vec<(usize, f64)> = std::iter::once((*base, first))
        .chain(others.iter().zip(fit.coefficients).map(|((j, _), weight)| (*j, weight)))
        .collect();
    // The residuals have the other sign: point = −residual.
    let square = dot(&fit.residuals, &fit.residuals);
    let least = (0..rows.columns)
        .map(|j| -(0..rows.rows).map(|t| rows.at(t, j) * fit.residuals[t]).sum::<f64>())
        .fold(f64::INFINITY, f64::min);
    Shares { support, value: 0.5 * square, gap: (square - least).max(0.0) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Rng;

    fn square(rows: &Matrix, weights: &[f64]) -> f64 {
        let point = rows.times(weights);
        dot(&point, &point)
    }

    #[test]
    fn corners_edges_and_the_inside() {
        // The target inside a triangle, on an edge, beyond a corner.
        let shares = |columns: [[f64; 2]; 3]| {
            let rows = Matrix { rows: 2, columns: 3, data: (0..6).map(|i| columns[i % 3][i / 3]).collect() };
            nearest_shares(&rows.gram(), &[]).dense(3)
        };
        let close = |found: Vec<f64>, expected: [f64; 3]| {
            assert!(found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
        };
        close(shares([[-1.0, -1.0], [1.0, -1.0], [0.0, 1.0]]), [0.25, 0.25, 0.5]);
        close(shares([[-1.0, 1.0], [1.0, 1.0], [0.0, 3.0]]), [0.5, 0.5, 0.0]);
        close(shares([[1.0, 1.0], [2.0, 1.0], [1.0, 2.0]]), [1.0, 0.0, 0.0]);
        // Three times the same column.
        assert!((shares([[1.0, 1.0]; 3]).iter().sum::<f64>() - 1.0).abs() < 1e-15);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        /// By the conditions of Karush, Kuhn and Tucker and against random shares, also with more columns than rows.
        #[test]
        fn the_shares_are_the_best(seed: u64, rows in 1..12_usize, columns in 1..25_usize, near in 0..2) {
            let mut rng = Rng::new(seed);
            let mut made = Matrix::zeros(rows, columns);
            for value in &mut made.data {
                *value = rng.normal() + if near == 1 { 3.0 } else { 0.0 };
            }
            let found = nearest_shares(&made.gram(), &[]);
            let weights = found.dense(columns);
            prop_assert!(weights.iter().all(|w| *w >= 0.0));
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let best = square(&made, &weights);
            let longest = (0..columns).map(|j| made.gram().at(j, j)).fold(0.0, f64::max);
            // No column is nearer in the direction of the point, so nothing is.
            let point = made.times(&weights);
            for j in 0..columns {
                let product: f64 = (0..rows).map(|t| made.at(t, j) * point[t]).sum();
                prop_assert!(product >= best - 1e-9 * longest, "column {} of {}", j, columns);
            }
            for _ in 0..200 {
                let mut other: Vec<f64> = (0..columns).map(|_| rng.gamma(0.3)).collect();
                let total: f64 = other.iter().sum();
                other.iter_mut().for_each(|w| *w /= total);
                prop_assert!(square(&made, &other) >= best - 1e-9 * longest);
            }
            let polished = polished(&made, &found);
            prop_assert!((polished.value - found.value).abs() <= 1e-9 * longest);
            // From another start the same distance.
            let again = nearest_shares(&made.gram(), &[(columns - 1, 1.0)]);
            prop_assert!((again.value - found.value).abs() <= 1e-9 * longest);
        }
    }
}

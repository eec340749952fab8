//! Ridge regression on standardised columns, with coefficients that may be kept from falling below 0.

use std::ops::Range;

use crate::stats::linear::{Cholesky, Matrix, dot};
use crate::stats::summary::{count, mean, sum};

/// A pivot this small against its column: the column is made of those before it.
const DEPENDENT: f64 = 1e-10;

/// Standardised columns of some rows, and what the normal equations need of them.
pub(super) struct Standardised {
    pub(super) means: Vec<f64>,
    /// Deviations with n; 0 where a column does not vary in these rows.
    pub(super) deviations: Vec<f64>,
    pub(super) columns: Vec<Vec<f64>>,
    pub(super) gram: Matrix,
}

impl Standardised {
    pub(super) fn of(columns: &[&[f64]], rows: Range<usize>) -> Self {
        let k = columns.len();
        let (mut means, mut deviations, mut made) = (Vec::new(), Vec::new(), Vec::new());
        for column in columns {
            let part = &column[rows.clone()];
            let centre = mean(part);
            let square = sum(part.iter().map(|x| (x - centre) * (x - centre))) / count(part.len());
            let (deviation, most) = (square.sqrt(), part.iter().fold(0.0_f64, |most, x| most.max(x.abs())));
            let deviation = if deviation > 1e-12 * most { deviation } else { 0.0 };
            let scaled = |x: &f64| if deviation > 0.0 { (x - centre) / deviation } else { 0.0 };
            made.push(part.iter().map(scaled).collect::<Vec<f64>>());
            means.push(centre);
            deviations.push(deviation);
        }
        let mut gram = Matrix::zeros(k, k);
        for i in 0..k {
            for j in 0..=i {
                let value = dot(&made[i], &made[j]);
                gram.set(i, j, value);
                gram.set(j, i, value);
            }
        }
        Self { means, deviations, columns: made, gram }
    }

    /// Zᵀ (y − mean of y).
    pub(super) fn target(&self, y: &[f64]) -> Vec<f64> {
        let centre = mean(y);
        let centred: Vec<f64> = y.iter().map(|y| y - centre).collect();
        self.columns.iter().map(|column| dot(column, &centred)).collect()
    }
}

/// The normal equations with a penalty: ZᵀZ + λ I, factored.
pub(super) struct Ridge<'a> {
    matrix: Matrix,
    factor: Cholesky,
    bounded: &'a [bool],
}

impl<'a> Ridge<'a> {
    /// Nothing if columns depend on each other and no penalty tells them apart.
    pub(super) fn of(standardised: &Standardised, penalty: f64, bounded: &'a [bool]) -> Option<Self> {
        let mut matrix = standardised.gram.clone();
        for (i, deviation) in standardised.deviations.iter().enumerate() {
            // A column that does not vary gets the coefficient 0.
            let more = if *deviation > 0.0 { penalty } else { 1.0 };
            matrix.set(i, i, matrix.at(i, i) + more);
        }
        let factor = Cholesky::of(&matrix)?;
        let dependent = |i: usize| {
            let pivot = factor.lower().at(i, i);
            pivot * pivot <= DEPENDENT * matrix.at(i, i)
        };
        if (0..matrix.rows).any(dependent) {
            return None;
        }
        Some(Self { matrix, factor, bounded })
    }

    /// Coefficients of the standardised columns: the free solution where it keeps the bounds, else the active set of
    /// Lawson and Hanson.
    pub(super) fn solve(&self, target: &[f64]) -> Vec<f64> {
        let free = self.factor.solve(target);
        if free.iter().zip(self.bounded).all(|(value, bounded)| !bounded || *value >= 0.0) {
            return free;
        }
        let k = target.len();
        let mut passive: Vec<bool> = self.bounded.iter().map(|bounded| !bounded).collect();
        let mut found = self.part(&passive, target);
        let least = 1e-12 * target.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
        // Each round takes one more column in; cycles by rounding end at the limit, with a solution that keeps the bounds.
        for _ in 0..10 * k + 10 {
            let gradient: Vec<f64> =
                self.matrix.times(&found).iter().zip(target).map(|(a, c)| c - a).collect();
            let next = (0..k)
                .filter(|j| !passive[*j] && gradient[*j] > least)
                .max_by(|a, b| gradient[*a].total_cmp(&gradient[*b]).then_with(|| b.cmp(a)));
            let Some(next) = next else { break };
            passive[next] = true;
            loop {
                let trial = self.part(&passive, target);
                let (mut step, mut at) = (f64::INFINITY, None);
                for j in (0..k).filter(|j| passive[*j] && self.bounded[*j] && trial[*j] <= 0.0) {
                    let way = found[j] - trial[j];
                    let share = if way > 0.0 { found[j] / way } else { 0.0 };
                    if share < step {
                        (step, at) = (share, Some(j));
                    }
                }
                let Some(at) = at else {
                    found = trial;
                    break;
                };
                for j in 0..k {
                    found[j] += step * (trial[j] - found[j]);
                    if j == at || (passive[j] && self.bounded[j] && found[j] <= 0.0) {
                        (found[j], passive[j]) = (0.0, false);
                    }
                }
            }
        }
        found
    }

    /// The solution with the columns that are not passive held at 0.
    fn part(&self, passive: &[bool], target: &[f64]) -> Vec<f64> {
        let places: Vec<usize> = (0..target.len()).filter(|j| passive[*j]).collect();
        let mut made = vec![0.0; target.len()];
        let matrix = submatrix(&self.matrix, &places);
        let wanted: Vec<f64> = places.iter().map(|j| target[*j]).collect();
        if let Some(factor) = Cholesky::of(&matrix) {
            places.iter().zip(factor.solve(&wanted)).for_each(|(j, value)| made[*j] = value);
        }
        made
    }

    /// Effective number of parameters of the columns with a coefficient: the trace of the matrix that makes fitted of
    /// observed outcomes.
    pub(super) fn degrees(&self, gram: &Matrix, found: &[f64]) -> f64 {
        let places: Vec<usize> = (0..found.len()).filter(|j| !self.bounded[*j] || found[*j] > 0.0).collect();
        let Some(factor) = Cholesky::of(&submatrix(&self.matrix, &places)) else {
            return count(places.len());
        };
        let (inverse, gram) = (factor.inverse(), submatrix(gram, &places));
        (0..places.len()).map(|i| dot(inverse.row(i), gram.row(i))).sum()
    }
}

fn submatrix(matrix: &Matrix, places: &[usize]) -> Matrix {
    let mut made = Matrix::zeros(places.len(), places.len());
    for (i, a) in places.iter().enumerate() {
        for (j, b) in places.iter().enumerate() {
            made.set(i, j, matrix.at(*a, *b));
        }
    }
    made
}

/// Coefficients in the units of the columns, and the constant.
pub(super) fn unscaled(standardised: &Standardised, solution: &[f64], y_mean: f64) -> (Vec<f64>, f64) {
    let coefficients: Vec<f64> = solution
        .iter()
        .zip(&standardised.deviations)
        .map(|(b, deviation)| if *deviation > 0.0 { b / deviation } else { 0.0 })
        .collect();
    let constant = y_mean - dot(&coefficients, &standardised.means);
    (coefficients, constant)
}

/// Blocks of later rows, each predicted from all rows before it.
#[derive(Debug, Clone)]
pub(super) struct Folds(pub(super) Vec<Range<usize>>);

impl Folds {
    /// The last third of the rows in blocks.
    pub(super) fn of(rows: usize, folds: usize) -> Self {
        let tested = rows / 3;
        let start = rows - tested;
        let edge = |fold: usize| start + fold * tested / folds;
        Self((0..folds).map(|fold| edge(fold)..edge(fold + 1)).filter(|block| !block.is_empty()).collect())
    }

    /// Squared errors of the predictions for each penalty; infinite where a fit does not exist.
    pub(super) fn errors(
        &self,
        columns: &[&[f64]],
        y: &[f64],
        penalties: &[f64],
        bounded: &[bool],
    ) -> Vec<f64> {
        let mut errors = vec![0.0; penalties.len()];
        for block in &self.0 {
            let before = Standardised::of(columns, 0..block.start);
            let target = before.target(&y[..block.start]);
            for (error, penalty) in errors.iter_mut().zip(penalties) {
                *error += match predicted(&before, &target, columns, y, block, *penalty, bounded) {
                    Some(found) => found.iter().zip(&y[block.clone()]).map(|(f, y)| (y - f) * (y - f)).sum(),
                    None => f64::INFINITY,
                };
            }
        }
        errors
    }

    /// Predictions of all blocks at one penalty, and of the means of the rows before them.
    pub(super) fn predictions(
        &self,
        columns: &[&[f64]],
        y: &[f64],
        penalty: f64,
        bounded: &[bool],
    ) -> Option<(Vec<f64>, Vec<f64>)> {
        let (mut made, mut means) = (Vec::new(), Vec::new());
        for block in &self.0 {
            let before = Standardised::of(columns, 0..block.start);
            let target = before.target(&y[..block.start]);
            made.extend(predicted(&before, &target, columns, y, block, penalty, bounded)?);
            means.extend(std::iter::repeat_n(mean(&y[..block.start]), block.len()));
        }
        Some((made, means))
    }
}

/// Predictions of a block; the penalty is that of all rows, taken in proportion to those before the block.
fn predicted(
    before: &Standardised,
    target: &[f64],
    columns: &[&[f64]],
    y: &[f64],
    block: &Range<usize>,
    penalty: f64,
    bounded: &[bool],
) -> Option<Vec<f64>> {
    let share = count(block.start) / count(y.len());
    let solution = Ridge::of(before, penalty * share, bounded)?.solve(target);
    let (coefficients, constant) = unscaled(before, &solution, mean(&y[..block.start]));
    let at = |row: usize| constant + columns.iter().zip(&coefficients).map(|(x, b)| x[row] * b).sum::<f64>();
    Some(block.clone().map(at).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_active_set_meets_the_conditions_of_an_optimum() {
        let mut rng = crate::Rng::new(5);
        for _ in 0..200 {
            let columns: Vec<Vec<f64>> = (0..6).map(|_| (0..20).map(|_| rng.normal()).collect()).collect();
            let views: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
            let y: Vec<f64> = (0..20).map(|_| rng.normal()).collect();
            let bounded = [true, true, true, true, true, false];
            let standardised = Standardised::of(&views, 0..20);
            let target = standardised.target(&y);
            let ridge = Ridge::of(&standardised, 0.5, &bounded).unwrap();
            let found = ridge.solve(&target);
            for (j, gradient) in
                ridge.matrix.times(&found).iter().zip(&target).map(|(a, c)| c - a).enumerate()
            {
                assert!(!bounded[j] || found[j] >= 0.0);
                if bounded[j] && found[j] == 0.0 {
                    assert!(gradient < 1e-9, "{gradient}");
                } else {
                    assert!(gradient.abs() < 1e-9, "{gradient}");
                }
            }
        }
    }

    #[test]
    fn blocks_are_predicted_from_rows_before_them() {
        assert_eq!(Folds::of(30, 3).0, [20..23, 23..26, 26..30]);
    }
}

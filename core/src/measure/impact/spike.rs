//! Regression with a spike and a slab: which columns matter, by how much, and how large the noise is.
//!
//! ```text
//! column j is in the model with probability π(j)
//! β | σ ~ N(0, σ² Ω)         Ω⁻¹ = κ ((1 − α) XᵀX + α diag(XᵀX)) ÷ n      over the columns in the model
//! 1 ÷ σ² ~ Gamma(ν ÷ 2, ν (1 − R²) var(y) ÷ 2)
//! p(model | y) ∝ p(model) √(|Ω⁻¹| ÷ |Ω⁻¹ + XᵀX|) S^(−(ν + n) ÷ 2)
//! ```
//!
//! S is the prior sum of squares plus what the best coefficients leave of y. A column is tried in or out by the ratio of
//! two such terms, which needs one step of Cholesky's method, O(size²), and not a new factor.

use super::draw::{DeviationPrior, Draws};
use crate::stats::linear::{Cholesky, Matrix, dot};
use crate::stats::math::{exp, ln};
use crate::stats::summary::count;

/// The regression part of the model and where its sampler stands.
#[derive(Debug)]
pub(super) struct SpikeSlab {
    /// Ω⁻¹ and Ω⁻¹ + XᵀX, over all columns.
    prior: Matrix,
    posterior: Matrix,
    /// Logarithm of π ÷ (1 − π) of each column; infinite where it is always in.
    odds: Vec<f64>,
    noise: DeviationPrior,
    /// Columns in the model, in the order they came.
    inside: Vec<usize>,
    /// Coefficients of all columns, 0 outside the model.
    pub(super) coefficients: Vec<f64>,
    /// Variance of the noise.
    pub(super) variance: f64,
    order: Vec<usize>,
}

/// Least share of itself that a column must add to the matrix to be taken in.
const LEAST_PIVOT: f64 = 1e-12;

/// The model's two factors and what they leave.
struct Fit {
    prior: Cholesky,
    posterior: Cholesky,
    /// L⁻¹ Xᵀy.
    reduced: Vec<f64>,
}

impl SpikeSlab {
    /// A regression with these matrices over all columns, columns being in the model with probability `inclusion`.
    pub(super) fn new(prior: Matrix, gram: &Matrix, inclusion: f64, noise: DeviationPrior) -> Self {
        let columns = prior.rows;
        let mut posterior = gram.clone();
        for (sum, own) in posterior.data.iter_mut().zip(&prior.data) {
            *sum += own;
        }
        let odds = if inclusion >= 1.0 { f64::INFINITY } else { ln(inclusion / (1.0 - inclusion)) };
        Self {
            prior,
            posterior,
            odds: vec![odds; columns],
            noise,
            inside: if inclusion >= 1.0 { (0..columns).collect() } else { Vec::new() },
            coefficients: vec![0.0; columns],
            variance: noise.guess * noise.guess,
            order: (0..columns).collect(),
        }
    }

    fn part(matrix: &Matrix, inside: &[usize]) -> Matrix {
        let mut made = Matrix::zeros(inside.len(), inside.len());
        for (i, a) in inside.iter().enumerate() {
            for (j, b) in inside.iter().enumerate() {
                made.set(i, j, matrix.at(*a, *b));
            }
        }
        made
    }

    fn fit(&self, products: &[f64]) -> Option<Fit> {
        let prior = Cholesky::of(&Self::part(&self.prior, &self.inside))?;
        let posterior = Cholesky::of(&Self::part(&self.posterior, &self.inside))?;
        let chosen: Vec<f64> = self.inside.iter().map(|j| products[*j]).collect();
        let reduced = posterior.forward(&chosen);
        Some(Fit { prior, posterior, reduced })
    }

    /// Draws the columns of the model, the variance of the noise and the coefficients, given Xᵀy, yᵀy and the number of
    /// points.
    pub(super) fn draw(&mut self, products: &[f64], square: f64, points: f64, draws: &mut Draws) {
        let prior_squares = self.noise.weight * self.noise.guess * self.noise.guess;
        let freedom = self.noise.weight + points;
        let Some(mut fit) = self.fit(products) else { return };
        let mut squares = prior_squares + square - dot(&fit.reduced, &fit.reduced);
        if self.odds.iter().any(|odds| odds.is_finite()) {
            let mut order = std::mem::take(&mut self.order);
            for i in (1..order.len()).rev() {
                let other = draws.rng.below(u32::try_from(i + 1).unwrap_or(u32::MAX)) as usize;
                order.swap(i, other);
            }
            for j in &order {
                let place = self.inside.iter().position(|inside| inside == j);
                let tried = match place {
                    None => self.with(*j, &fit, products),
                    Some(place) => Some(Self::without(place, &fit)),
                };
                let Some((determinants, change)) = tried else { continue };
                let next = (squares + change).max(f64::MIN_POSITIVE);
                let sign = if place.is_none() { 1.0 } else { -1.0 };
                let ratio =
                    sign * self.odds[*j] + 0.5 * determinants - 0.5 * freedom * (ln(next) - ln(squares));
                // Gibbs: the other model with its share of the probability of the two.
                if draws.rng.uniform() * (1.0 + exp(-ratio)) < 1.0 {
                    let before = self.inside.clone();
                    match place {
                        None => self.inside.push(*j),
                        Some(place) => {
                            self.inside.remove(place);
                        }
                    }
                    match self.fit(products) {
                        Some(found) => {
                            fit = found;
                            squares = prior_squares + square - dot(&fit.reduced, &fit.reduced);
                        }
                        None => self.inside = before,
                    }
                }
            }
            self.order = order;
        }
        self.variance = draws.variance(freedom, squares, self.noise.limit * self.noise.limit);
        let deviation = self.variance.sqrt();
        let shaken: Vec<f64> = fit.reduced.iter().map(|value| value + deviation * draws.normal()).collect();
        self.coefficients.fill(0.0);
        for (j, value) in self.inside.iter().zip(fit.posterior.backward(&shaken)) {
            self.coefficients[*j] = value;
        }
    }

    /// What taking a column in changes: the logarithm of the ratio of the determinants, and the sum of squares.
    fn with(&self, j: usize, fit: &Fit, products: &[f64]) -> Option<(f64, f64)> {
        let pivot = |matrix: &Matrix, factor: &Cholesky| {
            let column: Vec<f64> = self.inside.iter().map(|i| matrix.at(*i, j)).collect();
            let reduced = factor.forward(&column);
            let left = matrix.at(j, j) - dot(&reduced, &reduced);
            (left > LEAST_PIVOT * matrix.at(j, j)).then_some((left, reduced))
        };
        let (prior, _) = pivot(&self.prior, &fit.prior)?;
        let (posterior, reduced) = pivot(&self.posterior, &fit.posterior)?;
        let gained = products[j] - dot(&reduced, &fit.reduced);
        Some((ln(prior) - ln(posterior), -gained * gained / posterior))
    }

    /// The same for taking out the column at a place.
    fn without(place: usize, fit: &Fit) -> (f64, f64) {
        let size = fit.reduced.len();
        let mut unit = vec![0.0; size];
        unit[place] = 1.0;
        let diagonal = |factor: &Cholesky| {
            let column = factor.forward(&unit);
            (dot(&column, &column), column)
        };
        let (prior, _) = diagonal(&fit.prior);
        let (posterior, column) = diagonal(&fit.posterior);
        let coefficient = dot(&column, &fit.reduced);
        (ln(prior) - ln(posterior), coefficient * coefficient / posterior)
    }

    /// Number of columns in the model.
    pub(super) fn size(&self) -> f64 {
        count(self.inside.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rng;

    /// The share of draws with each model is its probability, summed over all models of three columns.
    #[test]
    fn models_are_drawn_as_often_as_they_should_be() {
        let mut rng = Rng::new(4);
        let n = 30;
        let columns: Vec<Vec<f64>> = (0..3).map(|_| (0..n).map(|_| rng.normal()).collect()).collect();
        let y: Vec<f64> =
            (0..n).map(|i| 0.35 * columns[0][i] + 0.2 * columns[1][i] + 0.9 * rng.normal()).collect();
        let x = Matrix::from_columns(&columns.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let gram = x.gram();
        let mut prior = gram.clone();
        for i in 0..3 {
            for j in 0..3 {
                let share = if i == j { 1.0 } else { 0.5 };
                prior.set(i, j, share * gram.at(i, j) / 3.0);
            }
        }
        let products: Vec<f64> = columns.iter().map(|column| dot(column, &y)).collect();
        let square = dot(&y, &y);
        let noise = DeviationPrior { guess: 1.0, weight: 5.0, limit: 1e6 };
        let mut spike = SpikeSlab::new(prior.clone(), &gram, 0.4, noise);
        // By the formula, for each of the eight models.
        let weight = |bits: usize| {
            let inside: Vec<usize> = (0..3).filter(|j| bits & (1 << j) != 0).collect();
            let own = SpikeSlab::part(&prior, &inside);
            let all = SpikeSlab::part(&spike.posterior, &inside);
            let (own, all) = (Cholesky::of(&own).unwrap(), Cholesky::of(&all).unwrap());
            let chosen: Vec<f64> = inside.iter().map(|j| products[*j]).collect();
            let left = 5.0 + square - dot(&chosen, &all.solve(&chosen));
            let odds: f64 = (0..3).map(|j| if bits & (1 << j) != 0 { ln(0.4) } else { ln(0.6) }).sum();
            exp(odds + 0.5 * (own.ln_determinant() - all.ln_determinant()) - 0.5 * 35.0 * ln(left / 25.0))
        };
        let weights: Vec<f64> = (0..8).map(weight).collect();
        let total: f64 = weights.iter().sum();
        let mut draws = Draws::new(1);
        let mut counts = [0.0; 8];
        let rounds = 60_000;
        for _ in 0..rounds {
            spike.draw(&products, square, 30.0, &mut draws);
            counts[spike.inside.iter().map(|j| 1 << j).sum::<usize>()] += 1.0;
        }
        for (bits, counted) in counts.iter().enumerate() {
            let (found, expected) = (counted / f64::from(rounds), weights[bits] / total);
            assert!((found - expected).abs() < 0.015, "{bits:03b}: {found} {expected}");
        }
    }
}

//! The local level, drawn from its posterior: one number of state, so that everything is scalar.

use super::draw::{DeviationPrior, Draws};
use crate::stats::math::ln;
use crate::stats::summary::count;

/// Logarithm of a product of many positive numbers, with one logarithm for each eight of them.
#[derive(Debug)]
pub(super) struct LogProduct {
    sum: f64,
    product: f64,
    factors: u32,
}

impl LogProduct {
    pub(super) fn new() -> Self {
        Self { sum: 0.0, product: 1.0, factors: 0 }
    }

    #[inline]
    pub(super) fn times(&mut self, factor: f64) {
        self.product *= factor;
        self.factors += 1;
        if self.factors == 8 {
            self.sum += ln(self.product);
            (self.product, self.factors) = (1.0, 0);
        }
    }

    pub(super) fn ln(&self) -> f64 {
        self.sum + ln(self.product)
    }
}

/// Points after which the recurrences of the filter are scaled back to 1.
const RESCALE: usize = 8;

/// The level μ of y(t) = μ(t) + ε(t), μ(t+1) = μ(t) + η(t).
///
/// Forward the Kalman filter, backward a draw of each level given the one after it (Carter and Kohn 1994): exact, with
/// one normal draw for each point. For one number of state this is the simulation smoother with the least work.
#[derive(Debug)]
pub(super) struct LevelState {
    /// Mean and variance of the first level.
    start: (f64, f64),
    prior: DeviationPrior,
    /// Variance of the steps of the level.
    pub(super) variance: f64,
    /// The level as drawn.
    pub(super) level: Vec<f64>,
    /// Filtered means, then for each point the factor and the deviation of the draw backward.
    means: Vec<f64>,
    factors: Vec<f64>,
    deviations: Vec<f64>,
}

impl LevelState {
    pub(super) fn new(n: usize, start: (f64, f64), prior: DeviationPrior) -> Self {
        Self {
            start,
            prior,
            variance: prior.guess * prior.guess,
            level: vec![0.0; n],
            means: vec![0.0; n],
            factors: vec![0.0; n],
            deviations: vec![0.0; n],
        }
    }

    /// Draws the level given `y` (not a number where missing) and the variance of the noise; gives the logarithm of the
    /// likelihood with the level integrated out.
    pub(super) fn draw(&mut self, y: &[f64], noise: f64, draws: &mut Draws) -> f64 {
        let n = y.len();
        let ratio = self.variance / noise;
        let (mut mean, first) = self.start;
        // The variance ahead is noise × upper ÷ lower: two linear recurrences, whose divisions wait for nothing.
        let (mut upper, mut lower) = (first / noise, 1.0);
        let (mut squares, mut growth, mut observed, mut last) = (0.0, 0.0, 0.0, 0.0);
        let slots = self.means.iter_mut().zip(&mut self.factors).zip(&mut self.deviations);
        for (t, (value, ((kept, factor), deviation))) in y.iter().zip(slots).enumerate() {
            let known = !value.is_nan();
            let next = if known { upper + lower } else { lower };
            let inverse = 1.0 / next;
            let filtered = upper * inverse;
            if known {
                let error = value - mean;
                mean += filtered * error;
                squares += error * error * (lower * inverse);
                observed += 1.0;
            }
            let ahead = upper + ratio * next;
            *kept = mean;
            *factor = upper / ahead;
            *deviation = (self.variance * *factor).sqrt();
            last = noise * filtered;
            (upper, lower) = (ahead, next);
            if t % RESCALE == RESCALE - 1 {
                // The product of the variances of the errors is noiseⁿ times the growth of the lower one.
                growth += ln(lower);
                (upper, lower) = (upper / lower, 1.0);
            }
        }
        let determinant = growth + ln(lower) + observed * ln(noise);
        squares /= noise;
        let mut level = mean + last.sqrt() * draws.normal();
        self.level[n - 1] = level;
        for t in (0..n - 1).rev() {
            let kept = self.means[t];
            level = kept + self.factors[t] * (level - kept) + self.deviations[t] * draws.normal();
            self.level[t] = level;
        }
        -0.5 * (determinant + squares)
    }

    /// Draws the variance of the steps given the level.
    pub(super) fn update(&mut self, draws: &mut Draws) {
        let mut squares = 0.0;
        for pair in self.level.windows(2) {
            squares += (pair[1] - pair[0]) * (pair[1] - pair[0]);
        }
        self.variance = self.prior.draw(count(self.level.len() - 1), squares, draws);
    }

    /// Draws the level after the last point.
    pub(super) fn forecast(&self, ahead: &mut [f64], draws: &mut Draws) {
        let deviation = self.variance.sqrt();
        let mut level = self.level.last().copied().unwrap_or(0.0);
        for place in ahead {
            level += deviation * draws.normal();
            *place = level;
        }
    }
}

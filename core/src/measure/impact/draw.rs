//! Draws that the sampler needs: normal ones, and variances from a scaled inverse chi-squared distribution below a limit.

use crate::Rng;
use crate::stats::distribution::gamma_quantile;
use crate::stats::special::gamma_pq;
use crate::stats::ziggurat::Ziggurat;

/// Draws refused before the limit is met by inverting the distribution function.
const REFUSALS: u32 = 20;

/// A source of draws.
#[derive(Debug)]
pub(super) struct Draws {
    pub(super) rng: Rng,
    normal: Ziggurat,
}

impl Draws {
    pub(super) fn new(seed: u64) -> Self {
        Self { rng: Rng::new(seed), normal: Ziggurat::new() }
    }

    /// A draw of the standard normal distribution.
    #[inline]
    pub(super) fn normal(&mut self) -> f64 {
        self.normal.draw(&mut self.rng)
    }

    /// A variance whose inverse has a gamma distribution with shape `freedom` ÷ 2 and rate `squares` ÷ 2, below a limit.
    pub(super) fn variance(&mut self, freedom: f64, squares: f64, limit: f64) -> f64 {
        let (shape, rate) = (0.5 * freedom, 0.5 * squares.max(SMALLEST));
        let least = rate / limit;
        for _ in 0..REFUSALS {
            let draw = self.rng.gamma(shape);
            if draw > least {
                return rate / draw;
            }
        }
        // Where nearly everything is above the limit: the part of the distribution that is left.
        let (below, above) = gamma_pq(shape, least);
        let draw = gamma_quantile(below + above * self.rng.uniform(), shape);
        if draw.is_finite() && draw > least { rate / draw } else { limit }
    }
}

/// Sums of squares below this count as this, so that no variance is 0.
const SMALLEST: f64 = 1e-14;

/// What is believed of a standard deviation before seeing data: its inverse square has a gamma distribution with shape
/// `weight` ÷ 2 and rate `weight` × `guess`² ÷ 2, cut off below `limit`⁻².
#[derive(Debug, Clone, Copy)]
pub(super) struct DeviationPrior {
    pub(super) guess: f64,
    pub(super) weight: f64,
    pub(super) limit: f64,
}

impl DeviationPrior {
    /// A draw of the variance after `n` numbers with a mean of 0 and this sum of squares.
    pub(super) fn draw(&self, n: f64, squares: f64, draws: &mut Draws) -> f64 {
        let prior = self.weight * self.guess * self.guess;
        draws.variance(self.weight + n, prior + squares, self.limit * self.limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variances_stay_below_the_limit_and_follow_the_distribution() {
        let mut draws = Draws::new(3);
        // Mean of 1 ÷ variance is freedom ÷ squares where the limit is far away.
        let n = 40_000;
        let mean = (0..n).map(|_| 1.0 / draws.variance(10.0, 5.0, 1e9)).sum::<f64>() / f64::from(n);
        assert!((mean - 2.0).abs() < 4.0 * (2.0_f64 * 2.0 / 5.0).sqrt() / f64::from(n).sqrt(), "{mean}");
        for (freedom, squares, limit) in
            [(30.0, 30.0, 0.3), (0.01, 1.0, 1e-3), (500.0, 500.0, 0.01), (32.0, 0.0, 1.0)]
        {
            for _ in 0..200 {
                let variance = draws.variance(freedom, squares, limit);
                assert!(variance > 0.0 && variance <= limit, "{variance} of {limit}");
            }
        }
    }

    #[test]
    fn the_cut_distribution_is_the_same_by_refusal_and_by_inversion() {
        // Two thirds of the draws are refused, so both ways happen; compare with a long run of refusals alone.
        let (mut draws, mut plain) = (Draws::new(9), Draws::new(10));
        let n = 20_000;
        let mean = (0..n).map(|_| draws.variance(8.0, 8.0, 0.35)).sum::<f64>() / f64::from(n);
        let mut kept = Vec::new();
        while kept.len() < n as usize {
            let variance = 4.0 / plain.rng.gamma(4.0);
            if variance < 0.35 {
                kept.push(variance);
            }
        }
        let other = kept.iter().sum::<f64>() / f64::from(n);
        assert!((mean - other).abs() < 0.002, "{mean} {other}");
    }
}

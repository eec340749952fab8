//! Draws of the binomial distribution.

use crate::Rng;

use super::math::{exp, ln_1p};
use super::summary::count;

/// Mean below which the distribution function is walked up from 0.
const SMALL_MEAN: f64 = 10.0;

impl Rng {
    /// How many of `trials` succeed, each with probability `p`.
    ///
    /// While the mean is large, the middle one of the ordered uniform numbers is drawn (a beta variable) and one half
    /// is left, as in Devroye, *Non-Uniform Random Variate Generation* (1986), chapter X.4; then by inversion. Exact,
    /// O(log trials).
    pub(crate) fn binomial(&mut self, trials: u64, p: f64) -> u64 {
        let (mut left, mut p, mut found) = (trials, p, 0);
        if p >= 1.0 {
            return trials;
        }
        while left > 0 && p > 0.0 {
            if p > 0.5 && p < 1.0 && left as f64 * (1.0 - p) < SMALL_MEAN {
                return found + left - self.few(left, 1.0 - p);
            }
            if p >= 1.0 {
                return found + left;
            }
            if left as f64 * p < SMALL_MEAN {
                return found + self.few(left, p);
            }
            let middle = left / 2 + 1;
            let at = self.beta(count(middle as usize), count((left + 1 - middle) as usize));
            if at <= p {
                found += middle;
                left -= middle;
                p = if at < 1.0 { (p - at) / (1.0 - at) } else { 0.0 };
            } else {
                left = middle - 1;
                p /= at;
            }
        }
        found
    }

    /// By inversion, for small means.
    fn few(&mut self, trials: u64, p: f64) -> u64 {
        let odds = p / (1.0 - p);
        let mut probability = exp(count(trials as usize) * ln_1p(-p));
        let (mut below, mut found) = (probability, 0_u64);
        let u = self.uniform();
        while u >= below && found < trials {
            found += 1;
            probability *= odds * count((trials - found + 1) as usize) / count(found as usize);
            if probability < 1e-300 && below > 0.5 {
                break;
            }
            below += probability;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::Rng;
    use crate::stats::distribution::binomial_cdf;

    #[test]
    fn draws_follow_the_distribution_function() {
        let mut rng = Rng::new(4);
        for (trials, p) in [(1, 0.5), (7, 0.2), (40, 0.97), (1000, 0.3), (1_000_000, 0.6), (1 << 40, 1e-11)] {
            let draws = 40_000;
            let mean = trials as f64 * p;
            let deviation = (mean * (1.0 - p)).sqrt();
            for cut in [mean - deviation, mean, mean + deviation] {
                let below = (0..draws).filter(|_| rng.binomial(trials, p) as f64 <= cut).count();
                let (found, expected) =
                    (below as f64 / f64::from(draws), binomial_cdf(cut, trials as f64, p));
                assert!((found - expected).abs() < 0.012, "{trials} {p}: {found} against {expected}");
            }
        }
        assert_eq!((rng.binomial(9, 0.0), rng.binomial(9, 1.0), rng.binomial(0, 0.3)), (0, 9, 0));
    }
}

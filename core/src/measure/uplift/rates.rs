//! Two rates and their difference.

use crate::measure::IntervalEstimate;
use crate::stats::distribution::{normal_quantile, normal_sf};
use crate::stats::math::{exp, ln};
use crate::stats::proportion;

/// Won of closed. Counts as numbers; they may be weights.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Count {
    pub(super) won: f64,
    pub(super) closed: f64,
}

impl Count {
    pub(super) fn rate(self) -> f64 {
        self.won / self.closed
    }

    pub(super) fn lost(self) -> f64 {
        self.closed - self.won
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { won: self.won + other.won, closed: self.closed + other.closed }
    }
}

/// The number of standard errors of an interval of this level.
pub(super) fn standard(level: f64) -> f64 {
    normal_quantile(0.5 + 0.5 * level)
}

/// Wilson's interval of a rate.
pub(super) fn wilson(count: Count, z: f64) -> (f64, f64) {
    proportion::wilson(count.won, count.closed, z)
}

/// A rate with Wilson's interval.
pub(super) fn rate(count: Count, z: f64) -> IntervalEstimate {
    let (low, high) = wilson(count, z);
    let p = count.rate();
    IntervalEstimate {
        value: p,
        standard_error: Some((p * (1.0 - p) / count.closed).sqrt()),
        low: Some(low),
        high: Some(high),
    }
}

/// The difference of two rates with Newcombe's interval.
pub(super) fn newcombe(a: Count, b: Count, z: f64) -> IntervalEstimate {
    let (p, q) = (a.rate(), b.rate());
    let (low, high) = proportion::newcombe((b.won, b.closed), (a.won, a.closed), z);
    IntervalEstimate {
        value: p - q,
        standard_error: Some((p * (1.0 - p) / a.closed + q * (1.0 - q) / b.closed).sqrt()),
        low: Some(low),
        high: Some(high),
    }
}

/// The difference with Wald's interval: value ± z standard errors.
pub(super) fn wald(value: f64, standard_error: f64, z: f64) -> IntervalEstimate {
    IntervalEstimate {
        value,
        standard_error: Some(standard_error),
        low: Some(value - z * standard_error),
        high: Some(value + z * standard_error),
    }
}

/// An estimate whose logarithm has this standard error; without it the value alone.
pub(super) fn on_logarithm(value: f64, standard_error: f64, z: f64) -> Option<IntervalEstimate> {
    if !value.is_finite() {
        return None;
    }
    if !(standard_error.is_finite() && value > 0.0) {
        return Some(IntervalEstimate { value, standard_error: None, low: None, high: None });
    }
    let end = |sign: f64| Some(exp(ln(value) + sign * z * standard_error)).filter(|x| x.is_finite());
    Some(IntervalEstimate { value, standard_error: None, low: end(-1.0), high: end(1.0) })
}

/// The ratio of two rates (Katz and others 1978); nothing if nobody won in the second group.
pub(super) fn risk_ratio(a: Count, b: Count, z: f64) -> Option<IntervalEstimate> {
    let variance = 1.0 / a.won - 1.0 / a.closed + 1.0 / b.won - 1.0 / b.closed;
    on_logarithm(a.rate() / b.rate(), variance.max(0.0).sqrt(), z)
}

/// The ratio of the odds (Woolf 1955); nothing if it is not finite.
pub(super) fn odds_ratio(a: Count, b: Count, z: f64) -> Option<IntervalEstimate> {
    let variance = 1.0 / a.won + 1.0 / a.lost() + 1.0 / b.won + 1.0 / b.lost();
    on_logarithm(a.won * b.lost() / (a.lost() * b.won), variance.sqrt(), z)
}

/// The pooled z of two proportions and its two-sided p; nothing if all won or all lost.
pub(super) fn pooled_z(a: Count, b: Count) -> Option<(f64, f64)> {
    let p = a.plus(b).rate();
    let z = (a.rate() - b.rate()) / (p * (1.0 - p) * (1.0 / a.closed + 1.0 / b.closed)).sqrt();
    Some((z, 2.0 * normal_sf(z.abs()))).filter(|(z, _)| z.is_finite())
}

//! Times of which some have not ended: the estimator of Kaplan and Meier.
//!
//! ```text
//! S(t) = Π (1 − d_i ÷ n_i)                   over the times t_i ≤ t at which d_i of n_i waiting items end
//! Var ln S(t) = Σ d_i ÷ (n_i (n_i − d_i))    Greenwood
//! interval of S(t): S^exp(± z √Var ÷ ln S)   on the scale of ln(−ln S), which stays within 0 and 1
//! ```
//!
//! The quantile is the first time at which S falls to 1 − p or below; where S equals 1 − p over an interval, its middle
//! (R's `survfit`), so that without open items the median is the ordinary one. The interval of a quantile is where the
//! interval of S crosses 1 − p (Brookmeyer and Crowley 1982).
//!
//! # References
//! - Kaplan and Meier, *Nonparametric estimation from incomplete observations* (1958).
//! - Kalbfleisch and Prentice, *The Statistical Analysis of Failure Time Data* (2002): the log-log interval.

use crate::stats::distribution::normal_quantile;
use crate::stats::math;

/// Shares of items closer than this are the same.
const SAME: f64 = 1e-9;

/// One step of the curve.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    time: f64,
    /// Share still open after it.
    open: f64,
    low: f64,
    high: f64,
}

/// The curve of items still open.
pub(super) struct Curve {
    steps: Vec<Step>,
    /// The longest time looked at, and whether an item was still open then.
    last: f64,
    all_ended: bool,
}

impl Curve {
    /// The curve of items by time, at equal times those that end first.
    pub(super) fn new(items: &mut [(f64, bool)], confidence: f64) -> Self {
        items.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        let z = normal_quantile(0.5 + confidence / 2.0);
        let mut waiting = crate::stats::summary::count(items.len());
        let (mut open, mut variance) = (1.0_f64, 0.0_f64);
        let mut steps = Vec::new();
        let mut first = 0;
        while first < items.len() {
            let time = items[first].0;
            let (mut ended, mut gone) = (0.0, 0.0);
            while let Some(item) = items.get(first).filter(|item| item.0 == time) {
                ended += if item.1 { 1.0 } else { 0.0 };
                gone += 1.0;
                first += 1;
            }
            if ended > 0.0 {
                open *= (waiting - ended) / waiting;
                if waiting > ended {
                    variance += ended / (waiting * (waiting - ended));
                }
                let (low, high) = bounds(open, variance, z);
                steps.push(Step { time, open, low, high });
            }
            waiting -= gone;
        }
        let all_ended = items.last().is_some_and(|item| item.1);
        Self { steps, last: items.last().map_or(0.0, |item| item.0), all_ended }
    }

    /// The time at which the share still open falls to a level.
    fn falls(&self, level: f64, share: impl Fn(&Step) -> f64) -> Option<f64> {
        let place = self.steps.iter().position(|step| share(step) <= level + SAME)?;
        let step = &self.steps[place];
        let flat = (share(step) - level).abs() <= SAME;
        Some(match self.steps.get(place + 1) {
            Some(next) if flat => f64::midpoint(step.time, next.time),
            _ => step.time,
        })
    }

    /// The time within which a share of the items ends, with its interval.
    pub(super) fn quantile(&self, p: f64) -> (Option<f64>, Option<f64>, Option<f64>) {
        let value = self.falls(1.0 - p, |step| step.open);
        (value, self.falls(1.0 - p, |step| step.low), self.falls(1.0 - p, |step| step.high))
    }

    /// The share of items that ends within a limit, with its interval; nothing where that is not known.
    pub(super) fn share_within(&self, limit: f64) -> (Option<f64>, Option<f64>, Option<f64>) {
        if limit > self.last && !self.all_ended {
            return (None, None, None);
        }
        match self.steps.iter().rev().find(|step| step.time <= limit) {
            None => (Some(0.0), None, None),
            Some(step) => (Some(1.0 - step.open), Some(1.0 - step.high), Some(1.0 - step.low)),
        }
    }

    /// The mean of the times, none counted as more than a limit; nothing where the curve is not known so far.
    pub(super) fn restricted_mean(&self, limit: f64) -> Option<f64> {
        if limit > self.last && !self.all_ended {
            return None;
        }
        let (mut area, mut from, mut open) = (0.0, 0.0, 1.0);
        for step in self.steps.iter().filter(|step| step.time < limit) {
            area += open * (step.time - from);
            (from, open) = (step.time, step.open);
        }
        Some(area + open * (limit - from))
    }
}

/// The interval of a share by ln(−ln S).
fn bounds(open: f64, variance: f64, z: f64) -> (f64, f64) {
    if open <= 0.0 || open >= 1.0 {
        return (open, open);
    }
    let spread = z * variance.sqrt() / math::ln(open);
    // The logarithm of a share is negative: the larger power is the lower end.
    let (a, b) = (math::pow(open, math::exp(spread)), math::pow(open, math::exp(-spread)));
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Remission times of leukemia patients with 6-MP (Freireich et al. 1963), the textbook example: S(6) = 0.857,
    /// S(10) = 0.753, S(22) = 0.538, S(23) = 0.448; median 23.
    #[test]
    fn the_textbook_example() {
        let ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
        let open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
        let mut items: Vec<(f64, bool)> = ended
            .iter()
            .map(|t| (f64::from(*t), true))
            .chain(open.iter().map(|t| (f64::from(*t), false)))
            .collect();
        let curve = Curve::new(&mut items, 0.95);
        let shares: Vec<String> = curve.steps.iter().map(|step| format!("{:.4}", step.open)).collect();
        assert_eq!(shares, ["0.8571", "0.8067", "0.7529", "0.6902", "0.6275", "0.5378", "0.4482"]);
        // R: survfit(conf.type = "log-log"): median 23, interval 13 to NA; S(10) 0.753 [0.503, 0.889].
        assert_eq!(curve.quantile(0.5), (Some(23.0), Some(13.0), None));
        let (share, low, high) = curve.share_within(10.0);
        let rounded = [share, low, high].map(|x| format!("{:.3}", 1.0 - x.unwrap()));
        assert_eq!(rounded, ["0.753", "0.889", "0.503"]);
        assert_eq!(curve.share_within(36.0).0, None);
        assert_eq!(curve.quantile(0.9).0, None);
    }

    #[test]
    fn without_open_items_it_is_the_sample() {
        let mut items: Vec<(f64, bool)> = [5.0, 1.0, 3.0, 2.0].map(|t| (t, true)).to_vec();
        let curve = Curve::new(&mut items, 0.95);
        assert_eq!(curve.quantile(0.5).0, Some(2.5));
        assert_eq!(curve.share_within(3.0).0, Some(0.75));
        assert_eq!(curve.share_within(99.0).0, Some(1.0));
        assert_eq!(curve.restricted_mean(99.0), Some(2.75));
        assert_eq!(curve.restricted_mean(2.0), Some(1.75));
        assert_eq!(Curve::new(&mut [], 0.95).quantile(0.5).0, None);
    }
}

//! Faults of requests and options, gathered so that all are named at once.

use crate::{Issue, Issues};

/// Largest count of a request: counts up to here are exact as numbers.
pub(in crate::measure) const MOST_COUNT: u64 = 1_000_000_000_000;
/// Largest magnitude of a value of a request.
pub(in crate::measure) const MOST_NUMBER: f64 = 1e15;

/// Gathers faults.
#[derive(Debug, Default)]
pub(in crate::measure) struct Faults(Vec<Issue>);

impl Faults {
    /// Notes a fault.
    pub(in crate::measure) fn note(&mut self, issue: Issue) {
        self.0.push(issue);
    }

    /// Notes a number that is not from `low` to `high`, both included.
    pub(in crate::measure) fn range(&mut self, at: &str, value: f64, low: f64, high: f64) -> bool {
        let good = (low..=high).contains(&value);
        if !good {
            let message = format!("`{value}` is not a number from {low} to {high}");
            self.note(Issue::error("number-out-of-range", at, message));
        }
        good
    }

    /// Notes a number that is not strictly between `low` and `high`.
    pub(in crate::measure) fn between(&mut self, at: &str, value: f64, low: f64, high: f64) -> bool {
        let good = value > low && value < high;
        if !good {
            let message = format!("`{value}` is not a number above {low} and below {high}");
            self.note(Issue::error("number-out-of-range", at, message));
        }
        good
    }

    /// Notes a count that is not from `low` to `high`.
    pub(in crate::measure) fn whole(&mut self, at: &str, value: u64, low: u64, high: u64) -> bool {
        let good = (low..=high).contains(&value);
        if !good {
            let message = format!("`{value}` is not a whole number from {low} to {high}");
            self.note(Issue::error("number-out-of-range", at, message));
        }
        good
    }

    /// Notes a number that is not finite or is too large.
    pub(in crate::measure) fn number(&mut self, at: &str, value: f64) -> bool {
        self.range(at, value, -MOST_NUMBER, MOST_NUMBER)
    }

    /// Every fault at once.
    pub(in crate::measure) fn done(self) -> Result<(), Issues> {
        Issues::check(self.0).map(|_| ())
    }
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts are checked to be below 10¹², or come from memory")]
pub(in crate::measure) fn number(count: u64) -> f64 {
    count as f64
}

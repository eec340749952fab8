//! How the search went: its improvements, step by step.

use super::problem::goal::Score;

/// Improvements kept at most; of more, every second is let go.
pub(super) const MOST_POINTS: usize = 200;

/// The best plan from some step on.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub(super) step: u64,
    pub(super) score: Score,
    pub(super) bound: Vec<i64>,
    pub(super) found_by: String,
}

/// Improvements in the order of their steps.
#[derive(Debug, Clone, Default)]
pub(super) struct Trace(pub(super) Vec<Point>);

impl Trace {
    /// Adds a point; one of the same step as the last replaces it, and nothing new is not added.
    pub(super) fn add(&mut self, point: Point) {
        if let Some(last) = self.0.last_mut() {
            if last.step == point.step {
                *last = point;
                return;
            }
            if last.score == point.score && last.bound == point.bound {
                return;
            }
        }
        if self.0.len() >= MOST_POINTS {
            let mut index = 0;
            // The first and the last stay.
            let last = self.0.len() - 1;
            self.0.retain(|_| {
                index += 1;
                index % 2 == 1 || index - 1 == last
            });
        }
        self.0.push(point);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_improvements_stay() {
        let mut trace = Trace::default();
        for step in 1..=1_000u64 {
            let mut score = Score::default();
            score[1] = 1_000 - step as i64;
            trace.add(Point { step, score, bound: vec![0], found_by: String::new() });
        }
        assert!(trace.0.len() <= MOST_POINTS);
        assert_eq!(trace.0.first().map(|point| point.step), Some(1));
        assert_eq!(trace.0.last().map(|point| point.step), Some(1_000));
        assert!(trace.0.is_sorted_by_key(|point| point.step));
    }
}

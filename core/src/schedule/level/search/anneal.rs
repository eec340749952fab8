//! When a worse plan is gone on from: simulated annealing in cycles, each longer than the one before.
//!
//! Only the first goal that is above its bound may get worse, and never the overload. A cycle begins warm and ends
//! cold; then the best plan is taken up again.

use super::super::options::Goal;
use super::super::place::part::{Limit, Worth, mixed};
use super::super::problem::goal::Part;
use crate::run::Rng;

/// Steps of work of the first and of the longest cycle.
const FIRST: u64 = 32;
const LONGEST: u64 = 4_096;
/// Steps of work without a better plan after which a narrow search ends.
const STALE: u64 = 256;

/// The state of the annealing.
pub(crate) struct Anneal {
    /// Work of one step.
    step: u64,
    /// Work at which the cycle began, and its length; no cycle has begun if the length is 0.
    begun: u64,
    length: u64,
    /// Work at which the best plan got better last.
    better: u64,
    /// Warmth at the beginning of a cycle, in what the goal is counted in.
    warm: i128,
    /// The goal that may get worse.
    goal: usize,
    /// How far the first of several changes may go.
    far: i128,
    is_tardiness: bool,
}

impl Anneal {
    pub(crate) fn new(step: u64) -> Self {
        Self { step, begun: 0, length: 0, better: 0, warm: 0, goal: 1, far: 0, is_tardiness: false }
    }

    /// The plan got better when so much was done.
    pub(crate) fn found(&mut self, work: u64) {
        self.better = work;
    }

    /// Whether a cycle is to begin: none has begun, or the last one is over.
    pub(crate) fn is_due(&self, work: u64) -> bool {
        match self.length {
            0 => true,
            length => work >= self.begun + length,
        }
    }

    /// Whether a search in a `narrow` place, where tasks have little room, has found nothing for so long that it
    /// will find nothing more.
    pub(crate) fn is_stale(&self, work: u64, narrow: bool) -> bool {
        narrow && work > 2 * self.better + STALE * self.step
    }

    /// Begins a cycle from the best plan. `above` is by how much each part of its score is above its bound, `late`
    /// how many deadlines are missed that need not be.
    pub(crate) fn turn(&mut self, work: u64, until: u64, parts: &[Part], above: &[i64], late: usize) {
        // While cycles find something they stay as long as they are.
        let found = self.better > self.begun;
        self.length = match self.length {
            0 => FIRST * self.step,
            length if found => length,
            length => (2 * length).min(LONGEST * self.step),
        };
        let rest = until.saturating_sub(work);
        if rest < 2 * self.length {
            self.length = rest.max(1);
        }
        self.begun = work;
        self.goal = above.iter().position(|above| *above > 0).unwrap_or(0) + 1;
        self.is_tardiness = matches!(parts.get(self.goal - 1), Some(Part::One(Goal::Tardiness)));
        let gap = i128::from(above.get(self.goal - 1).copied().unwrap_or(0));
        let mean = gap / late.max(4) as i128;
        self.warm = mean / 4;
        self.far = mean * 16;
    }

    /// By how much the next change may make the goal worse.
    pub(crate) fn draw(&self, work: u64, rng: &mut Rng) -> i128 {
        if self.length == 0 {
            return 0;
        }
        let left = i128::from((self.begun + self.length).saturating_sub(work));
        let warmth = self.warm * left / i128::from(self.length) * left / i128::from(self.length);
        warmth * i128::from(exponential(rng)) / 1_024
    }

    /// Whether the lateness is what may get worse.
    pub(crate) fn mixes(&self) -> bool {
        self.is_tardiness && self.goal == 1
    }

    /// By how much the first of several changes may make the plan worse.
    pub(crate) fn far(&self, rng: &mut Rng) -> i128 {
        self.far * i128::from(exponential(rng)) / 1_024
    }

    /// What a change may make of the lateness, if that is known to matter first.
    pub(crate) fn limit(&self, most: i128) -> Limit {
        if self.is_tardiness { Limit { most, mixed: true } } else { Limit { most: 0, mixed: false } }
    }

    /// Whether to go on from a plan that is worse.
    pub(crate) fn accepts(&self, now: &Worth, was: &Worth, most: i128) -> bool {
        let goal = self.goal;
        let (before, worse): (&[i64], i64) = (&was.score[..goal], now.score[goal] - was.score[goal]);
        if self.length == 0 || now.score[..goal] != *before {
            return false;
        }
        let mut worse = i128::from(worse);
        if self.is_tardiness {
            worse = mixed(worse, now.lateness - was.lateness);
        }
        worse <= most
    }

    /// By how much the lateness of a plan is worse than that of another, where it is the first goal.
    pub(crate) fn worse(now: &Worth, was: &Worth) -> i128 {
        mixed(i128::from(now.score[1]) - i128::from(was.score[1]), now.lateness - was.lateness)
    }
}

/// A number with an exponential distribution of mean 1, in 1,024ths: the logarithm by its straight lines between
/// powers of two.
fn exponential(rng: &mut Rng) -> i64 {
    let bits = rng.next() | 1;
    let zeros = bits.leading_zeros();
    let rest = ((bits << zeros) >> 53) as i64 - 1_024;
    (i64::from(zeros) * 1_024 + (1_024 - rest)) * 710 / 1_024
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_distributed_exponentially() {
        let mut rng = Rng::new(1);
        let draws: Vec<i64> = (0..20_000).map(|_| exponential(&mut rng)).collect();
        let mean = draws.iter().sum::<i64>() / 20_000;
        assert!((950..1_100).contains(&mean), "{mean}");
        let above = draws.iter().filter(|draw| **draw > 2_048).count();
        assert!((2_300..3_200).contains(&above), "{above}");
    }
}

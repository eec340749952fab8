//! The host's word while a long operation runs: progress out, "go on" or "stop" in.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

/// How far a long operation has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Progress {
    /// Steps done (one step is the work of one schedule generated).
    pub steps: u64,
    /// Steps allowed.
    pub budget: u64,
    /// Objective of the best plan so far, most important part first.
    pub objective: Vec<f64>,
    /// Lower bound of each part of the objective.
    pub bound: Vec<f64>,
}

/// The host's side of a long operation: it is shown the progress and says whether to go on.
///
/// Implemented for `()` (never stops) and for closures.
///
/// # Examples
/// ```
/// use std::ops::ControlFlow;
/// use paceline::{Control, Progress};
/// let mut calls = 0;
/// let mut stop_soon = |progress: &Progress| {
///     calls += 1;
///     if progress.steps > 100 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
/// };
/// let go_on = stop_soon.poll(&Progress { steps: 1, budget: 9, objective: vec![], bound: vec![] });
/// assert!(go_on.is_continue());
/// ```
pub trait Control {
    /// Called at steady intervals of work and whenever the best plan improves.
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()>;
}

impl Control for () {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

impl<F: FnMut(&Progress) -> ControlFlow<()>> Control for F {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        self(progress)
    }
}

/// What is known about the plan that an operation returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No better plan exists: the objective equals its lower bound, or every alternative was ruled out.
    Optimal,
    /// A plan that keeps every rule; a better one may exist.
    Feasible,
    /// No plan can keep every rule: what could not be kept is listed.
    Infeasible,
    /// The host stopped the search; the best plan so far is returned.
    Stopped,
}

/// A seeded generator, the same on every machine: xoshiro256++ seeded by splitmix64 (Blackman and Vigna,
/// *Scrambled linear pseudorandom number generators*, 2021).
#[derive(Debug, Clone)]
pub(crate) struct Rng([u64; 4]);

impl Rng {
    pub(crate) fn new(seed: u64) -> Self {
        let mut state = seed;
        Self(std::array::from_fn(|_| {
            state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut z = state;
            z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            z ^ (z >> 31)
        }))
    }

    pub(crate) fn next(&mut self) -> u64 {
        let [a, b, c, d] = self.0;
        let result = a.wrapping_add(d).rotate_left(23).wrapping_add(a);
        let mut s = [a, b, c ^ a, d ^ b];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= b << 17;
        s[3] = s[3].rotate_left(45);
        self.0 = s;
        result
    }

    /// A number below `limit`, or 0 if there is none.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u32
    }

    /// A number below `limit`, or 0 if there is none.
    pub(crate) fn below64(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }
}

#[cfg(test)]
mod tests {
    use super::Rng;

    #[test]
    fn numbers_spread_evenly() {
        let mut rng = Rng::new(7);
        let mut counts = [0u32; 10];
        for _ in 0..10_000 {
            counts[rng.below(10) as usize] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
        assert_eq!(rng.below(0), 0);
    }
}

//! The host's word while a long operation runs: progress out, "go on" or "stop" in.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

/// How far a long operation has come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Progress {
    /// Steps done (one step is one schedule generated).
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

//! The host's side of a search: progress out, the best schedule so far, "go on" or "stop" in.

use std::ops::ControlFlow;

use super::engine::State;
use crate::{Control, Progress};

/// What a search tells and asks its host.
///
/// A host that only wants to stop it passes a [`Control`] to [`solve`](super::solve); one that shows schedules while
/// the search goes on implements `RcpspHost` and calls [`solve_with`](super::solve_with).
pub trait RcpspHost {
    /// Called at steady intervals of work and whenever schedule or bound improve.
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()>;

    /// Called before [`RcpspHost::poll`] when schedule or bound have improved.
    fn best(&mut self, _best: &RcpspBest<'_>) {}
}

impl RcpspHost for () {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// The best schedule so far.
#[derive(Debug, Clone, Copy)]
pub struct RcpspBest<'a> {
    /// Start of each activity.
    pub starts: &'a [i64],
    /// Latest finish.
    pub makespan: i64,
    /// Lower bound on the makespan.
    pub bound: i64,
    /// Steps done.
    pub steps: u64,
}

/// A control as a host that takes no schedules on the way.
pub(super) struct Controlled<'a, C>(pub(super) &'a mut C);

impl<C: Control> RcpspHost for Controlled<'_, C> {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        self.0.poll(progress)
    }
}

/// Tells the host of a state of the engine.
pub(super) fn tell(host: &mut impl RcpspHost, state: &State<'_>) -> ControlFlow<()> {
    let State { start, makespan, bound, steps, budget, improved } = *state;
    if improved {
        host.best(&RcpspBest { starts: start, makespan, bound, steps });
    }
    host.poll(&Progress { steps, budget, objective: vec![makespan as f64], bound: vec![bound as f64] })
}

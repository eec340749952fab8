//! The problem as the judge reads it.

use crate::rcpsp::RcpspProblem;

/// A problem with its links by activity, its heads and tails.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) problem: &'a RcpspProblem,
    /// `(to, lag)` of each activity: `to` starts at least `lag` after its start.
    pub(super) after: Vec<Vec<(usize, i64)>>,
    /// `(from, lag)` of each activity.
    pub(super) before: Vec<Vec<(usize, i64)>>,
    /// Activities in an order in which nobody comes before those it waits for.
    pub(super) order: Vec<usize>,
    /// Longest path to the start.
    pub(super) head: Vec<i64>,
    /// Longest path behind the finish.
    pub(super) tail: Vec<i64>,
}

impl<'a> Facts<'a> {
    /// Reads a problem without faults.
    pub(super) fn gather(problem: &'a RcpspProblem) -> Self {
        let count = problem.activities.len();
        let (mut after, mut before) = (vec![Vec::new(); count], vec![Vec::new(); count]);
        for link in &problem.links {
            let (from, to) = (link.from as usize, link.to as usize);
            let lag = problem.activities[from].duration + link.lag;
            after[from].push((to, lag));
            before[to].push((from, lag));
        }
        let mut waits: Vec<usize> = before.iter().map(Vec::len).collect();
        let mut order: Vec<usize> = (0..count).filter(|&at| waits[at] == 0).collect();
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            next += 1;
            for &(to, _) in &after[at] {
                waits[to] -= 1;
                if waits[to] == 0 {
                    order.push(to);
                }
            }
        }
        let mut facts = Self { problem, after, before, order, head: vec![0; count], tail: vec![0; count] };
        facts.paths();
        facts
    }

    fn paths(&mut self) {
        for &at in &self.order {
            for &(to, lag) in &self.after[at] {
                self.head[to] = self.head[to].max(self.head[at] + lag);
            }
        }
        for &at in self.order.iter().rev() {
            let duration = self.duration(at);
            for &(to, lag) in &self.after[at] {
                let rest = lag + self.duration(to) + self.tail[to];
                self.tail[at] = self.tail[at].max(rest - duration);
            }
        }
    }

    pub(super) fn count(&self) -> usize {
        self.problem.activities.len()
    }

    pub(super) fn duration(&self, at: usize) -> i64 {
        self.problem.activities[at].duration
    }

    pub(super) fn demand(&self, at: usize, resource: usize) -> i64 {
        self.problem.activities[at].demands.get(resource).copied().unwrap_or(0)
    }

    pub(super) fn capacity(&self, resource: usize) -> i64 {
        self.problem.resources[resource].capacity
    }

    pub(super) fn resources(&self) -> usize {
        self.problem.resources.len()
    }

    /// Whether together they ask some resource for more than there is of it.
    pub(super) fn exclude(&self, a: usize, b: usize) -> bool {
        (0..self.resources())
            .any(|resource| self.demand(a, resource) + self.demand(b, resource) > self.capacity(resource))
    }
}

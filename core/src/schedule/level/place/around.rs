//! Generation around a given plan: what can stay where it was stays there, and only what cannot is placed anew.
//!
//! Serial generation pulls every task to its earliest place; a plan that somebody works by must not change like
//! that. Here the tasks that stay take their capacity first. Then all are visited, predecessors first: a task whose
//! links hold stays; one that cannot gives its capacity back and takes the earliest free place, at its old start or
//! later, or as soon as it can, as the search asks for it. (Repair by fixing what is unbroken; compare the
//! match-up and minimal-perturbation schedules in R. O'Donovan, R. Uzsoy, K. N. McKay, *Predictable scheduling of a
//! single machine*, IJPR 37, 1999, and H. El Sakkout, M. Wallace, *Probe backtrack search for minimal perturbation
//! in dynamic scheduling*, Constraints 5, 2000.)

use super::super::problem::Problem;
use super::super::problem::goal::Given;
use super::generate::{MOST_REPAIRS, Workspace};
use crate::quantity::Time;
use crate::schedule::critical_path::{Ask, Dates};
use crate::schedule::network::Kind;

/// How a task is treated when it is placed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Its old place is kept free for it.
    Stay,
    /// At its old start or later, when its turn comes.
    After,
    /// As soon as it can when its turn comes.
    Soon,
}

impl Workspace {
    /// Generates a plan around a given one. `list` holds every node, predecessors first.
    pub(crate) fn around(&mut self, problem: &Problem<'_>, given: &Given, list: &[u32], ways: &[Way]) {
        self.back.clear();
        for _ in 0..=MOST_REPAIRS {
            self.around_once(problem, given, list, ways);
            if !self.hold_back(problem) {
                return;
            }
        }
    }

    fn around_once(&mut self, problem: &Problem<'_>, given: &Given, list: &[u32], ways: &[Way]) {
        self.reset(problem);
        let network = problem.network;
        let mut stays = vec![false; network.nodes.len()];
        for &node in list {
            let at = node as usize;
            if ways[at] != Way::Stay || problem.fixed[at] || !network.is_leaf(node) || !given.has(node) {
                continue;
            }
            let start = self.floor(problem, node).max(given.start[at]);
            let (start, finish) = network.settle(node, Ask { start, finish: Time::DISTANT_PAST });
            let old = given.start[at] <= start && start <= given.until[at] && start <= problem.hard[at];
            if old && finish.is_finite() && self.conflict(problem, node, start, finish).is_none() {
                self.put(problem, node, start, finish);
                stays[at] = true;
            }
        }
        for &node in list {
            let at = node as usize;
            let now = (self.dates.start[at], self.dates.finish[at]);
            if stays[at] {
                if network.early(node, &self.dates, self.floor(problem, node).max(now.0)) == now {
                    continue;
                }
                self.lift(problem, node);
            }
            let (start, finish) = match ways[at] {
                _ if problem.fixed[at] || !network.is_leaf(node) || !given.has(node) => {
                    self.earliest(problem, node)
                }
                Way::Soon => self.earliest(problem, node),
                Way::Stay | Way::After => self.earliest_from(problem, node, given.start[at]),
            };
            self.put(problem, node, start, finish);
        }
    }

    /// The earliest feasible place of a node from some time on; before it if there is none behind.
    fn earliest_from(&mut self, problem: &Problem<'_>, node: u32, from: Time) -> (Time, Time) {
        let network = problem.network;
        let at = node as usize;
        let mut placed = network.early(node, &self.dates, self.floor(problem, node).max(from));
        let finish = network.asked(node, &self.dates).finish;
        loop {
            if placed.0 > problem.hard[at] || !placed.1.is_finite() {
                return self.earliest(problem, node);
            }
            let Some(retry) = self.conflict(problem, node, placed.0, placed.1) else { return placed };
            let next = network.settle(node, Ask { start: retry, finish });
            if next.0 <= placed.0 {
                return self.earliest(problem, node);
            }
            placed = next;
        }
    }

    /// Gives back what a node takes.
    pub(crate) fn lift(&mut self, problem: &Problem<'_>, node: u32) {
        let at = node as usize;
        let (start, finish) = (self.dates.start[at], self.dates.finish[at]);
        if problem.fixed[at] || !finish.is_finite() {
            return;
        }
        let mut spans = Vec::new();
        for one in problem.limits(node) {
            problem.spans(one, start, finish, &mut spans);
            for &(from, to) in &spans {
                self.profiles[one.resource as usize].take(from, to, -i64::from(one.parts));
            }
        }
    }

    /// Takes over the dates of a plan.
    pub(crate) fn load(&mut self, problem: &Problem<'_>, dates: &Dates) {
        self.reset(problem);
        self.forced = true;
        for &node in &problem.network.order {
            self.put(problem, node, dates.start[node as usize], dates.finish[node as usize]);
        }
    }

    /// The moments of summaries by where their tasks are now.
    pub(crate) fn refresh(&mut self, problem: &Problem<'_>) {
        let network = problem.network;
        let gates = network.order.iter().filter(|node| {
            matches!(network.node(**node).kind, Kind::Gate | Kind::Earliest)
                && !problem.fixed[**node as usize]
        });
        for &node in gates {
            let at = node as usize;
            (self.dates.start[at], self.dates.finish[at]) =
                network.early(node, &self.dates, problem.floor[at]);
        }
    }
}

//! Complete enumeration of small problems: a proof that no better plan exists.
//!
//! Depth first over the orders of starts. In a problem with a regular objective whose links never let a
//! successor start before its predecessor, some optimal plan is active, and serial generation in the order of
//! its starts reproduces it; so orders in which a start comes before the last one, or after the finish of a
//! task that could still go in front, need not be tried (Giffler and Thompson 1960; Sprecher, Kolisch and Drexl
//! 1995). A branch is cut when its lower bound is no better than the best plan.

use super::super::place::generate::Workspace;
use super::super::problem::{Problem, Score};
use crate::quantity::Time;
use crate::schedule::critical_path::Dates;

/// Tasks with limited resources up to which enumeration is tried.
const MOST_TASKS: usize = 16;
/// Nodes of the search tree after which it is given up.
const MOST_NODES: u64 = 300_000;

/// Nodes between two words with the host.
const BETWEEN: u64 = 512;

/// What enumeration found.
pub(crate) struct Found {
    pub(crate) better: Option<(Score, Dates)>,
    pub(crate) complete: bool,
    pub(crate) nodes: u64,
}

struct Tree<'a, 'p> {
    problem: &'a Problem<'p>,
    best: Score,
    better: Option<Dates>,
    nodes: u64,
    most: u64,
    /// Told how many nodes there were; whether to stop.
    poll: &'a mut dyn FnMut(u64) -> bool,
}

/// Enumerates a problem that is small and regular, within a budget of nodes; `None` if it is not. `poll` hears
/// every so often how many nodes there were, and can stop it.
pub(crate) fn search(
    problem: &Problem<'_>,
    best: Score,
    dates: &Dates,
    budget: u64,
    poll: &mut dyn FnMut(u64) -> bool,
) -> Option<Found> {
    if problem.movable > MOST_TASKS || problem.network.nodes.len() > 400 || !problem.is_regular() {
        return None;
    }
    let mut tree = Tree { problem, best, better: None, nodes: 0, most: MOST_NODES.min(budget), poll };
    let mut work = Workspace::new(problem);
    work.dates = dates.clone();
    work.reset(problem);
    let waiting = super::super::place::generate::waiting(problem.network);
    let eligible: Vec<u32> =
        problem.network.order.iter().copied().filter(|node| waiting[*node as usize] == 0).collect();
    let complete = tree.descend(work, waiting, eligible, Time::DISTANT_PAST);
    let better = tree.better.map(|dates| (tree.best, dates));
    Some(Found { better, complete, nodes: tree.nodes })
}

impl Tree<'_, '_> {
    /// Explores everything below a partial plan; false if it had to give up.
    fn descend(
        &mut self,
        mut work: Workspace,
        mut waiting: Vec<u32>,
        mut eligible: Vec<u32>,
        last: Time,
    ) -> bool {
        if self.nodes >= self.most {
            return false;
        }
        self.nodes += 1;
        if self.nodes.is_multiple_of(BETWEEN) && (self.poll)(self.nodes) {
            self.most = 0;
            return false;
        }
        self.put_free(&mut work, &mut waiting, &mut eligible);
        if eligible.is_empty() {
            let score = self.problem.score(&work.dates, work.overload(self.problem));
            if score < self.best {
                self.best = score;
                self.better = Some(work.dates);
            }
            return true;
        }
        if self.bound(&work, &waiting) >= self.best {
            return true;
        }
        let mut places: Vec<(Time, Time, u32)> = eligible
            .iter()
            .map(|&node| {
                let (start, finish) = work.earliest(self.problem, node);
                (start, finish, node)
            })
            .collect();
        let first_finish = places.iter().map(|place| place.1).min().unwrap_or(Time::NEVER);
        places.retain(|(start, ..)| *start >= last && *start < first_finish);
        places.sort_unstable();
        for (start, finish, node) in places {
            let mut work = work.clone();
            let (mut waiting, mut eligible) = (waiting.clone(), eligible.clone());
            work.put(self.problem, node, start, finish);
            self.release(node, &mut waiting, &mut eligible);
            if !self.descend(work, waiting, eligible, start) {
                return false;
            }
        }
        true
    }

    /// Places every eligible node that competes with nobody.
    fn put_free(&self, work: &mut Workspace, waiting: &mut [u32], eligible: &mut Vec<u32>) {
        while let Some(slot) = eligible.iter().position(|node| self.is_free(*node)) {
            let node = eligible[slot];
            let (start, finish) = work.earliest(self.problem, node);
            work.put(self.problem, node, start, finish);
            self.release(node, waiting, eligible);
        }
    }

    fn is_free(&self, node: u32) -> bool {
        self.problem.fixed[node as usize] || self.problem.limits(node).next().is_none()
    }

    fn release(&self, node: u32, waiting: &mut [u32], eligible: &mut Vec<u32>) {
        eligible.retain(|other| *other != node);
        for edge in self.problem.network.edges_out(node) {
            waiting[edge.to as usize] -= 1;
            if waiting[edge.to as usize] == 0 {
                eligible.push(edge.to);
            }
        }
        // `u32::MAX` marks what is placed.
        waiting[node as usize] = u32::MAX;
    }

    /// No plan below is better than this: the rest placed by links alone.
    fn bound(&self, work: &Workspace, waiting: &[u32]) -> Score {
        let problem = self.problem;
        let mut dates = work.dates.clone();
        for &node in &problem.network.order {
            let at = node as usize;
            if waiting[at] != u32::MAX {
                let (start, finish) = if problem.fixed[at] {
                    (problem.early.start[at], problem.early.finish[at])
                } else {
                    problem.network.early(node, &dates, problem.floor[at])
                };
                dates.start[at] = start;
                dates.finish[at] = finish;
            }
        }
        problem.score(&dates, 0)
    }
}

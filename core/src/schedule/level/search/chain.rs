//! What holds things up: the chains that make tasks late or last, and a change of order along them.

use super::super::problem::{Due, Problem};
use super::lists::before;
use crate::run::Rng;
use crate::schedule::critical_path::Dates;
use crate::schedule::schedule_op::late_days;

/// Tasks late, or if none is, those that finish last.
fn ends(problem: &Problem<'_>, dates: &Dates) -> Vec<u32> {
    let late = |due: &&Due| late_days(dates.finish[due.node as usize], due.deadline) > 0;
    let late: Vec<u32> = problem.due.iter().filter(late).map(|due| due.node).collect();
    if !late.is_empty() {
        return late;
    }
    let end = problem.network.last_finish(dates);
    let leaves = (0..problem.network.tasks as u32).filter(|node| problem.network.is_leaf(*node));
    leaves.filter(|node| dates.finish[*node as usize] == end).collect()
}

/// What holds a node where it is: predecessors that drive it, and tasks on its people that it waits for.
fn holders(problem: &Problem<'_>, dates: &Dates, node: u32, users: &[Vec<u32>]) -> Vec<u32> {
    let at = node as usize;
    let network = problem.network;
    let driving = network.edges_in(node).iter().filter(|edge| network.drives(edge, dates));
    let mut found: Vec<u32> = driving.map(|edge| edge.from).collect();
    if problem.fixed[at] || problem.limits(node).next().is_none() {
        return found;
    }
    let (free, _) = network.early(node, dates, problem.floor[at]);
    let start = dates.start[at];
    if free < start {
        for one in problem.limits(node) {
            found.extend(users[one.resource as usize].iter().copied().filter(|other| {
                let other = *other as usize;
                other != at && dates.start[other] < start && dates.finish[other] > free
            }));
        }
    }
    found
}

/// The movable nodes that use each resource.
fn users(problem: &Problem<'_>) -> Vec<Vec<u32>> {
    let mut users = vec![Vec::new(); problem.uses.pools.len()];
    for node in (0..problem.network.tasks as u32).filter(|node| !problem.fixed[*node as usize]) {
        for one in problem.limits(node) {
            users[one.resource as usize].push(node);
        }
    }
    users
}

/// Everything that holds what is late or last, nearest first.
pub(crate) fn chain(problem: &Problem<'_>, dates: &Dates) -> Vec<u32> {
    let users = users(problem);
    let mut seen = vec![false; problem.network.nodes.len()];
    let mut found = Vec::new();
    let mut next: std::collections::VecDeque<u32> = ends(problem, dates).into();
    while let Some(node) = next.pop_front() {
        if std::mem::replace(&mut seen[node as usize], true) {
            continue;
        }
        found.push(node);
        next.extend(holders(problem, dates, node, &users));
    }
    found
}

/// One way back from something late or last along what holds it.
pub(crate) fn walk(problem: &Problem<'_>, dates: &Dates, rng: &mut Rng) -> Vec<u32> {
    let users = users(problem);
    let ends = ends(problem, dates);
    let mut way: Vec<u32> = ends.get(rng.below(ends.len() as u32) as usize).copied().into_iter().collect();
    while let Some(&node) = way.last() {
        let holders = holders(problem, dates, node, &users);
        if holders.is_empty() || way.len() > problem.network.nodes.len() {
            break;
        }
        way.push(holders[rng.below(holders.len() as u32) as usize]);
    }
    way
}

/// Puts a task of a chain before one that comes earlier in it and holds it by its people.
pub(crate) fn reorder(problem: &Problem<'_>, chain: &[u32], list: &mut [u32], rng: &mut Rng) {
    let pairs: Vec<(u32, u32)> = chain
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|(node, holder)| {
            problem.limits(*node).any(|a| problem.limits(*holder).any(|b| a.resource == b.resource))
        })
        .collect();
    if let Some((node, holder)) = pairs.get(rng.below(pairs.len() as u32) as usize) {
        before(problem, list, *node, *holder);
    }
}

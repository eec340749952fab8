//! Changes of a list along the causes of lateness, for goals that whole generations serve.

use super::super::options::Goal;
use super::super::problem::Problem;
use crate::run::Rng;
use crate::schedule::critical_path::Dates;
use crate::schedule::schedule_op::late_days;
use crate::schedule::topology::ranks;

/// The movable nodes that use each resource.
pub(crate) fn users(problem: &Problem<'_>) -> Vec<Vec<u32>> {
    let mut users = vec![Vec::new(); problem.uses.pools.len()];
    for node in 0..problem.network.tasks as u32 {
        if !problem.fixed[node as usize] {
            for one in problem.limits(node) {
                users[one.resource as usize].push(node);
            }
        }
    }
    users
}

/// One change of a list: walk from something late (or the last task) back along what holds it, and put a
/// task before one that holds it up.
pub(crate) fn change(
    problem: &Problem<'_>,
    dates: &Dates,
    users: &[Vec<u32>],
    list: &mut [u32],
    rng: &mut Rng,
) {
    let mut node = target(problem, dates, rng);
    for _ in 0..list.len() {
        let holders = holders(problem, dates, users, node);
        if !holders.is_empty() {
            let holder = holders[rng.below(holders.len() as u32) as usize];
            if rng.below(3) > 0 && before(problem, list, node, holder) {
                return;
            }
            if rng.below(4) == 0 {
                node = holder;
                continue;
            }
        }
        let edges = problem.network.edges_in(node);
        let driving: Vec<u32> =
            edges.iter().filter(|edge| problem.network.drives(edge, dates)).map(|edge| edge.from).collect();
        match (driving.is_empty(), holders.is_empty()) {
            (true, true) => break,
            (true, false) => node = holders[rng.below(holders.len() as u32) as usize],
            (false, _) => node = driving[rng.below(driving.len() as u32) as usize],
        }
    }
    // Nothing on the chain to change: two tasks of one resource change places.
    let busy: Vec<&Vec<u32>> = users.iter().filter(|users| users.len() > 1).collect();
    if busy.is_empty() {
        return;
    }
    let users = busy[rng.below(busy.len() as u32) as usize];
    let a = users[rng.below(users.len() as u32) as usize];
    let b = users[rng.below(users.len() as u32) as usize];
    let (first, second) = if dates.start[a as usize] <= dates.start[b as usize] { (a, b) } else { (b, a) };
    if first != second {
        before(problem, list, second, first);
    }
}

/// Something late, by its weighted lateness; if nothing is late or tardiness is not the first goal, a task that
/// finishes last.
pub(crate) fn target(problem: &Problem<'_>, dates: &Dates, rng: &mut Rng) -> u32 {
    if problem.goals.contains(&Goal::Tardiness) && (problem.goals[0] == Goal::Tardiness || rng.below(2) == 0)
    {
        let lateness = |due: &super::super::problem::Due| {
            u64::from(late_days(dates.finish[due.node as usize], due.deadline))
                .saturating_mul((due.weight / 1000 + 1) as u64)
        };
        let total: u64 = problem.due.iter().map(lateness).sum();
        if total > 0 {
            let mut draw = rng.below64(total);
            for due in &problem.due {
                let share = lateness(due);
                if draw < share {
                    return due.node;
                }
                draw -= share;
            }
        }
    }
    let end = problem.network.last_finish(dates);
    let last = (0..problem.network.tasks as u32)
        .find(|node| dates.finish[*node as usize] == end && problem.network.is_leaf(*node));
    last.unwrap_or(0)
}

/// The movable tasks that lie on a resource of the node in the time in which the node waits for it.
pub(crate) fn holders(problem: &Problem<'_>, dates: &Dates, users: &[Vec<u32>], node: u32) -> Vec<u32> {
    let at = node as usize;
    if problem.fixed[at] || problem.limits(node).next().is_none() {
        return Vec::new();
    }
    let (free, _) = problem.network.early(node, dates, problem.floor[at]);
    if free >= dates.start[at] {
        return Vec::new();
    }
    let mut holders = Vec::new();
    for one in problem.limits(node) {
        for &other in &users[one.resource as usize] {
            if other != node
                && dates.start[other as usize] < dates.finish[at]
                && dates.finish[other as usize] > free
                && dates.start[other as usize] < dates.start[at]
            {
                holders.push(other);
            }
        }
    }
    holders
}

/// Moves a node, with those of its predecessors that come between, before another. Not possible if the other
/// is one of them.
pub(crate) fn before(problem: &Problem<'_>, list: &mut [u32], node: u32, other: u32) -> bool {
    let network = problem.network;
    let rank = ranks(list, network.nodes.len());
    let (from, to) = (rank[other as usize] as usize, rank[node as usize] as usize);
    if from >= to {
        return false;
    }
    let mut moved = vec![false; to - from + 1];
    moved[to - from] = true;
    for position in (from..to).rev() {
        let ahead = network.edges_out(list[position]).any(|edge| {
            let successor = rank[edge.to as usize] as usize;
            successor <= to && moved[successor - from]
        });
        moved[position - from] = ahead;
    }
    if moved[0] {
        return false;
    }
    let window: Vec<u32> = list[from..=to].to_vec();
    let ahead = window.iter().zip(&moved).filter(|(_, moved)| **moved);
    let behind = window.iter().zip(&moved).filter(|(_, moved)| !**moved);
    for (slot, (node, _)) in list[from..=to].iter_mut().zip(ahead.chain(behind)) {
        *slot = *node;
    }
    true
}

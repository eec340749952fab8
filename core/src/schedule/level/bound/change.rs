//! The fewest moves: tasks that cannot start where they did, and the fewest of those that collide.

use super::super::options::Goal;
use super::super::problem::Problem;
use super::super::problem::goal::{Given, MILLION};
use super::{Bounds, DEADLINE_WORK, Reason, refute};
use crate::plan::DependencyKind::{FinishStart, StartStart};
use crate::quantity::Time;
use crate::schedule::critical_path::Ask;
use crate::sort::Arrange;

/// Tasks that links, calendars and constraints alone keep from starting where they did, and how much they count.
pub(crate) fn of_precedence(problem: &Problem<'_>) -> (i64, Vec<u32>) {
    let (mut sum, mut moved) = (0i64, Vec::new());
    if !problem.goals.contains(&Goal::Change) {
        return (sum, moved);
    }
    for &node in &problem.objective.counted {
        let least = at_least(problem, node);
        if least > 0 {
            sum += least;
            moved.push(node);
        }
    }
    (sum, moved)
}

/// How much the move of a node counts at least.
fn at_least(problem: &Problem<'_>, node: u32) -> i64 {
    let at = node as usize;
    let early = problem.early.start[at];
    let Some(given) = &problem.given else { return 0 };
    if problem.fixed[at] || early > given.until[at] {
        return problem.moved(node, early);
    }
    let (start, _) = wished(problem, node);
    if start > given.until[at] { MILLION } else { 0 }
}

/// Where a node comes to lie if it starts from where it did on, by its links before leveling.
fn wished(problem: &Problem<'_>, node: u32) -> (Time, Time) {
    let at = node as usize;
    let wish = problem.given.as_ref().map_or(Time::DISTANT_PAST, |given| given.start[at]);
    problem.network.early(node, &problem.early, problem.floor[at].max(wish))
}

/// Adds the fewest moves of tasks that could stay each by itself but not together.
///
/// `limits` hold, by node, the finishes that the parts before allow; empty if they are not known.
pub(crate) fn of_capacity(problem: &Problem<'_>, bounds: &mut Bounds, limits: &[Time]) {
    let Some(given) = &problem.given else { return };
    if !problem.goals.contains(&Goal::Change) {
        return;
    }
    let network = problem.network;
    let (least, nodes) = of_precedence(problem);
    bounds.change = least;
    // Tasks that can stay.
    let mut stays = vec![false; network.nodes.len()];
    for &node in &problem.objective.counted {
        let at = node as usize;
        stays[at] = at_least(problem, node) == 0;
    }
    let mut moved = nodes;
    if problem.objective.counted.len().saturating_mul(network.order.len()) <= DEADLINE_WORK / 8 {
        for &node in &problem.objective.counted {
            if stays[node as usize]
                && !problem.fixed[node as usize]
                && is_refuted(problem, given, node, limits)
            {
                stays[node as usize] = false;
                moved.push(node);
                bounds.change += MILLION;
            }
        }
    }
    // From here on for places that are known to the second.
    for (stays, (start, until)) in stays.iter_mut().zip(given.start.iter().zip(&given.until)) {
        *stays &= start == until;
    }
    for edge in network.edges.iter().filter(|edge| matches!(edge.kind, FinishStart | StartStart)) {
        let (from, to) = (edge.from as usize, edge.to as usize);
        if !stays[from] || !stays[to] || problem.fixed[to] {
            continue;
        }
        let (start, finish) =
            network.settle(edge.from, Ask { start: given.start[from], finish: Time::DISTANT_PAST });
        // A date that beats links holds it there all the same.
        let asked = network.bound(edge, start, finish).max(given.start[to]);
        let pushed = network.settle(edge.to, Ask { start: asked, finish: Time::DISTANT_PAST }).0;
        if pushed > network.place(edge.to, given.start[to], Time::DISTANT_PAST).0 {
            // One of them moves; neither is counted again.
            (stays[from], stays[to]) = (false, false);
            moved.push(edge.to);
            bounds.change += MILLION;
        }
    }
    collisions(problem, &mut stays, &mut moved, bounds);
    if !moved.is_empty() {
        moved.arrange();
        bounds.change_reason = Reason::Moved(moved);
    }
}

/// Whether no plan has a node finished by when it would be if it started where it did.
fn is_refuted(problem: &Problem<'_>, given: &Given, node: u32, limits: &[Time]) -> bool {
    let start = given.until[node as usize];
    let (_, finish) = problem.network.settle(node, Ask { start, finish: Time::DISTANT_PAST });
    let finish = finish.max(problem.early.finish[node as usize]);
    let limit = |other: u32| limits.get(other as usize).copied().unwrap_or(Time::NEVER);
    refute(problem, |other| if other == node { finish.min(limit(node)) } else { limit(other) }).is_some()
}

/// Of tasks that lie on one another where they were, the fewest that must give way.
fn collisions(problem: &Problem<'_>, stays: &mut [bool], moved: &mut Vec<u32>, bounds: &mut Bounds) {
    let mut uses: Vec<Vec<(i64, i64, i64, u32)>> = vec![Vec::new(); problem.uses.pools.len()];
    let mut spans = Vec::new();
    for &node in problem.objective.counted.iter().filter(|node| stays[**node as usize]) {
        if problem.fixed[node as usize] {
            continue;
        }
        let (start, finish) = wished(problem, node);
        for one in problem.limits(node) {
            problem.spans(one, start, finish, &mut spans);
            let parts = i64::from(one.parts);
            uses[one.resource as usize].extend(spans.iter().map(|(from, to)| (*from, *to, parts, node)));
        }
    }
    for (uses, base) in uses.iter_mut().zip(&problem.base) {
        uses.arrange();
        let mut begins: Vec<i64> = uses.iter().map(|one| one.0).collect();
        begins.extend(base.steps.iter().map(|step| step.at));
        begins.arrange();
        begins.dedup();
        let (mut next, mut open): (usize, Vec<(i64, i64, u32)>) = (0, Vec::new());
        for at in begins {
            while let Some(&(_, to, parts, node)) = uses.get(next).filter(|one| one.0 <= at) {
                open.push((to, parts, node));
                next += 1;
            }
            open.retain(|one| one.0 > at && stays[one.2 as usize]);
            let free = base.steps[base.steps.partition_point(|step| step.at <= at) - 1].free.max(0);
            let mut over = open.iter().map(|one| one.1).sum::<i64>() - free;
            if over <= 0 {
                continue;
            }
            open.arrange_by_key(|one| (std::cmp::Reverse(one.1), one.2));
            for one in &open {
                stays[one.2 as usize] = false;
                if over > 0 {
                    over -= one.1;
                    moved.push(one.2);
                    bounds.change += MILLION;
                }
            }
        }
    }
}

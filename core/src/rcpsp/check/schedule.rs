//! The starts: links, capacities, and the numbers that follow.

use super::Findings;
use super::facts::Facts;
use crate::rcpsp::limits::MAX_HORIZON;
use crate::rcpsp::{RcpspSolution, SOLUTION_FORMAT};
use crate::sort::Arrange;
use crate::{Issue, Status};

/// Judges the starts; the makespan, if they can be read.
pub(super) fn judge(facts: &Facts<'_>, solution: &RcpspSolution, findings: &mut Findings) -> Option<i64> {
    let (starts, count) = (&solution.starts, facts.count());
    if starts.len() != count {
        let message = format!("{} starts are given for {count} activities", starts.len());
        findings.add(|| Issue::error("wrong-number-of-starts", "starts", message));
        return None;
    }
    let mut is_sound = true;
    for (at, &start) in starts.iter().enumerate() {
        if !(0..=MAX_HORIZON).contains(&start) {
            is_sound = false;
            let message =
                format!("activity {at} starts at {start}, which is not between 0 and {MAX_HORIZON}");
            findings.add(|| Issue::error("start-out-of-range", format!("starts/{at}"), message));
        }
    }
    if !is_sound {
        return None;
    }
    for (from, after) in facts.after.iter().enumerate() {
        for &(to, lag) in after {
            if starts[to] < starts[from] + lag {
                let least = starts[from] + lag;
                let message =
                    format!("activity {to} starts at {}, but {from} lets it from {least} on", starts[to]);
                findings.add(|| Issue::error("link-broken", format!("links/{from}->{to}"), message));
            }
        }
    }
    for resource in 0..facts.resources() {
        capacity(facts, starts, resource, findings);
    }
    Some((0..count).map(|at| starts[at] + facts.duration(at)).max().unwrap_or(0))
}

/// The first time at which a resource is asked for too much.
fn capacity(facts: &Facts<'_>, starts: &[i64], resource: usize, findings: &mut Findings) {
    let mut changes: Vec<(i64, i64)> = Vec::new();
    for (at, &start) in starts.iter().enumerate() {
        let (demand, duration) = (facts.demand(at, resource), facts.duration(at));
        if demand > 0 && duration > 0 {
            changes.push((start, demand));
            changes.push((start + duration, -demand));
        }
    }
    // At the same time those that end go before those that begin.
    changes.arrange();
    let mut used = 0;
    for (time, change) in changes {
        used += change;
        if used > facts.capacity(resource) {
            let running: Vec<usize> = (0..starts.len())
                .filter(|&at| facts.demand(at, resource) > 0)
                .filter(|&at| (starts[at]..starts[at] + facts.duration(at)).contains(&time))
                .take(20)
                .collect();
            let message = format!(
                "at {time} activities {running:?} ask for more than the {} of resource {resource}",
                facts.capacity(resource)
            );
            findings.add(|| Issue::error("over-capacity", format!("resources/{resource}"), message));
            return;
        }
    }
}

/// Judges makespan, gap, status and trace.
pub(super) fn judge_numbers(solution: &RcpspSolution, makespan: Option<i64>, findings: &mut Findings) {
    if solution.format != SOLUTION_FORMAT {
        let shown: String = solution.format.chars().take(40).collect();
        let message = format!("the format `{shown}` is not `{SOLUTION_FORMAT}`");
        findings.add(|| Issue::error("unsupported-format", "format", message));
    }
    if let Some(makespan) = makespan
        && makespan != solution.makespan
    {
        let message = format!("the makespan is {makespan} and not {}", solution.makespan);
        findings.add(|| Issue::error("wrong-makespan", "makespan", message));
    }
    if solution.bound > solution.makespan {
        let message = format!("the bound {} is above the makespan {}", solution.bound, solution.makespan);
        findings.add(|| Issue::error("bound-above-makespan", "bound", message));
    }
    if solution.makespan.checked_sub(solution.bound) != Some(solution.gap) {
        let message = format!("the gap {} is not makespan less bound", solution.gap);
        findings.add(|| Issue::error("wrong-gap", "gap", message));
    }
    let is_closed = solution.makespan == solution.bound;
    if (solution.status == Status::Optimal) != is_closed || solution.status == Status::Infeasible {
        let message = format!(
            "makespan {} and bound {} do not make the status {:?}",
            solution.makespan, solution.bound, solution.status
        );
        findings.add(|| Issue::error("wrong-status", "status", message));
    }
    trace(solution, findings);
}

/// The trace goes forward and ends at the solution.
fn trace(solution: &RcpspSolution, findings: &mut Findings) {
    let is_worse = |pair: &[crate::rcpsp::RcpspImprovement]| {
        pair[1].steps < pair[0].steps || pair[1].makespan > pair[0].makespan || pair[1].bound < pair[0].bound
    };
    if let Some(at) = solution.trace.windows(2).position(is_worse) {
        let message = "steps or bound fall, or the makespan grows".to_owned();
        findings.add(|| Issue::error("wrong-trace", format!("trace/{}", at + 1), message));
    }
    if let Some(last) = solution.trace.last()
        && (last.makespan, last.bound) != (solution.makespan, solution.bound)
    {
        let message = format!("the trace ends at {} with bound {}", last.makespan, last.bound);
        findings.add(|| Issue::error("wrong-trace", "trace", message));
    }
}

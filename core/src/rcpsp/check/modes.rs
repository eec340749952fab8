//! Modes, nonrenewable resources, maximum lags, releases of projects.

use std::borrow::Cow;

use super::Findings;
use crate::Issue;
use crate::rcpsp::{RcpspProblem, RcpspSolution};

/// Whether there is anything to choose.
pub(super) fn has_modes(problem: &RcpspProblem) -> bool {
    problem.activities.iter().any(|activity| !activity.modes.is_empty())
}

/// The problem with each activity in the mode that the solution gives it.
pub(super) fn chosen<'a>(
    problem: &'a RcpspProblem,
    solution: &RcpspSolution,
    findings: &mut Findings,
) -> Cow<'a, RcpspProblem> {
    let (modes, count) = (&solution.modes, problem.activities.len());
    if modes.is_empty() {
        return Cow::Borrowed(problem);
    }
    if modes.len() != count {
        let message = format!("{} modes are given for {count} activities", modes.len());
        findings.add(|| Issue::error("wrong-number-of-modes", "modes", message));
        return Cow::Borrowed(problem);
    }
    let mut chosen = problem.clone();
    for (at, (&mode, activity)) in modes.iter().zip(&mut chosen.activities).enumerate() {
        if mode == 0 {
            continue;
        }
        let Some(other) = activity.modes.get(mode as usize - 1).cloned() else {
            let message = format!("activity {at} has no mode {mode}: it has {}", activity.modes.len() + 1);
            findings.add(|| Issue::error("unknown-mode", format!("modes/{at}"), message));
            return Cow::Borrowed(problem);
        };
        (activity.duration, activity.demands, activity.consumption) =
            (other.duration, other.demands, other.consumption);
    }
    Cow::Owned(chosen)
}

/// Judges what starts alone do not say; the starts are those of the activities.
pub(super) fn judge(chosen: &RcpspProblem, solution: &RcpspSolution, findings: &mut Findings) {
    let starts = &solution.starts;
    for (resource, one) in chosen.nonrenewable.iter().enumerate() {
        let taken =
            |activity: &crate::rcpsp::RcpspActivity| activity.consumption.get(resource).copied().unwrap_or(0);
        let used: i64 = chosen.activities.iter().map(taken).sum();
        if used > one.capacity {
            let message = format!(
                "the activities take {used} of nonrenewable resource {resource}, which has {}",
                one.capacity
            );
            findings.add(|| Issue::error("used-up", format!("nonrenewable/{resource}"), message));
        }
    }
    for lag in &chosen.max_lags {
        let (from, to) = (starts[lag.from as usize], starts[lag.to as usize]);
        if to > from + lag.lag {
            let message = format!(
                "activity {} starts at {to}, but {} lets it until {} only",
                lag.to,
                lag.from,
                from + lag.lag
            );
            let place = format!("max_lags/{}->{}", lag.from, lag.to);
            findings.add(|| Issue::error("maximum-lag-broken", place, message));
        }
    }
    for (number, project) in chosen.projects.iter().enumerate() {
        let own = project.first as usize..(project.first + project.count) as usize;
        for at in own.filter(|&at| starts[at] < project.release) {
            let message = format!(
                "activity {at} starts at {}, before its project is released at {}",
                starts[at], project.release
            );
            findings.add(|| Issue::error("before-release", format!("projects/{number}"), message));
        }
    }
}

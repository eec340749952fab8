//! Leveling that may split started tasks: once with their rests free to be delayed, and once as if they were not, so
//! that what comes out is never worse than without the option in half of the steps. The bounds of the first search
//! hold for both, because every plan of the second is one of the first.

use std::ops::ControlFlow;

use super::host::{Host, Snapshot};
use super::level_once;
use super::options::LevelOptions;
use super::problem::given;
use super::trace::MOST_POINTS;
use crate::plan::Plan;
use crate::schedule::compile::{Compiled, compile_with_choices};
use crate::schedule::schedule_report::{LevelReport, ObjectivePart, TracePoint};
use crate::{Issues, Progress, Status};

/// Levels a plan whose started tasks have rests that may be delayed.
pub(super) fn level<'p>(
    plan: &'p Plan,
    compiled: Compiled<'p>,
    options: &LevelOptions,
    host: &mut dyn Host,
) -> Result<LevelReport, Issues> {
    let floors = given::floors(&compiled, options);
    let is_held = |node: u32, resume| floors.get(node as usize).is_some_and(|floor| *floor > resume);
    // A rest that cannot lie where it does without the option has no plan without it to be held against.
    let comparable = !compiled.rests.iter().any(|rest| is_held(rest.node, rest.resume));
    if !comparable {
        return level_once(plan, compiled, options, host);
    }
    let first = LevelOptions { steps: options.steps.map(|steps| steps.div_ceil(2)), ..options.clone() };
    let mut stage = Stage { host, after: None, budget: options.steps, stopped: false };
    let split = level_once(plan, compiled, &first, &mut stage)?;
    let left = options.steps.map(|steps| steps.saturating_sub(split.steps));
    if stage.stopped || split.status == Status::Optimal || left == Some(0) || is_enough(&split, options) {
        return Ok(split);
    }
    let second = LevelOptions {
        steps: options.steps.map(|steps| steps / 2),
        split_remaining: false,
        gap: None,
        relative_gap: None,
        ..options.clone()
    };
    stage.after = Some(After::of(&split));
    let whole = level_once(plan, compile_with_choices(plan)?, &second, &mut stage)?;
    Ok(better(split, whole, stage.stopped))
}

/// Whether the gap that was asked for is reached.
fn is_enough(report: &LevelReport, options: &LevelOptions) -> bool {
    let Some(part) = report.objective.first().filter(|_| report.remaining.is_empty()) else { return false };
    options.gap.is_some_and(|gap| part.gap <= gap)
        || options.relative_gap.is_some_and(|share| part.gap <= share * part.value.abs())
}

/// The better of two plans, with the bounds of the first.
fn better(split: LevelReport, whole: LevelReport, stopped: bool) -> LevelReport {
    let excess = |report: &LevelReport| -> i64 {
        report.remaining.iter().map(|one| one.overload.excess.as_seconds()).sum()
    };
    let values =
        |report: &LevelReport| -> Vec<f64> { report.objective.iter().map(|part| part.value).collect() };
    let steps = split.steps + whole.steps;
    let (was, is) = ((excess(&split), values(&split)), (excess(&whole), values(&whole)));
    let settled = |status: Status| match status {
        Status::Feasible | Status::Infeasible if stopped => Status::Stopped,
        other => other,
    };
    if was <= is {
        return LevelReport { steps, status: settled(split.status), ..split };
    }
    let objective: Vec<ObjectivePart> = (split.objective.into_iter().zip(whole.objective))
        .map(|(known, found)| {
            let gap = found.value - known.bound;
            ObjectivePart { bound: known.bound, reason: known.reason, gap, ..found }
        })
        .collect();
    let status = match whole.status {
        Status::Optimal if objective.iter().any(|part| part.gap > 0.0) => Status::Feasible,
        other => other,
    };
    // Of many improvements the last but this one gives way, as in the trace of one search.
    let mut trace = split.trace;
    trace.truncate(MOST_POINTS - 1);
    trace.push(TracePoint {
        step: steps,
        excess: crate::quantity::Work(is.0),
        objective: is.1,
        bound: objective.iter().map(|part| part.bound).collect(),
        found_by: whole.found_by.clone(),
    });
    LevelReport { objective, status: settled(status), steps, trace, ..whole }
}

/// What the host has been told when the second search begins.
struct After {
    steps: u64,
    objective: Vec<f64>,
    bound: Vec<f64>,
}

impl After {
    fn of(report: &LevelReport) -> Self {
        Self {
            steps: report.steps,
            objective: report.objective.iter().map(|part| part.value).collect(),
            bound: report.objective.iter().map(|part| part.bound).collect(),
        }
    }
}

/// The host as two searches, one after the other, hear it.
struct Stage<'h> {
    host: &'h mut dyn Host,
    after: Option<After>,
    budget: Option<u64>,
    stopped: bool,
}

impl Host for Stage<'_> {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        let budget = self.budget.unwrap_or(progress.budget.saturating_mul(2));
        let progress = match &self.after {
            None => Progress { budget, ..progress.clone() },
            Some(after) => {
                let is_better = progress.objective < after.objective;
                let objective = if is_better { &progress.objective } else { &after.objective };
                let steps = after.steps + progress.steps;
                Progress { steps, budget, objective: objective.clone(), bound: after.bound.clone() }
            }
        };
        let word = self.host.poll(&progress);
        self.stopped |= word.is_break();
        word
    }

    fn best(&mut self, snapshot: &Snapshot<'_>) {
        // The plans of the second search are seldom the better ones: the best of them comes with the answer.
        if self.after.is_none() {
            self.host.best(snapshot);
        }
    }
}

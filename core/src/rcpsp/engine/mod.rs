//! The engine: from an instance to a schedule, a bound and its certificate.
//!
//! | file | holds |
//! |---|---|
//! | `model` | the instance in its largest common units, demands packed into words |
//! | `decode` | serial schedule generation |
//! | `rules` | priority rules and draws that follow them loosely |
//! | `evolve` | the genetic algorithm: most good schedules come from it |
//! | `lcg/` | lazy clause generation: proofs, and schedules where they are rare |
//! | `neighbor` | large neighborhoods of the best schedule, searched by `lcg` |
//! | `bound` | bounds by paths, energy and cliques |
//! | `worker` | who has the next turn; one worker for each thread |
//!
//! A worker deals out its steps in turns: evolution has most of them while it goes on to find better schedules, then
//! the proof that there is none; a second proof asks upward from the bound. Workers meet after a fixed number of
//! steps and tell each other the best schedule and bound, so that the same limits give the same outcome on every
//! machine, whatever the threads do.

mod bound;
mod decode;
mod evolve;
mod lcg;
mod model;
mod neighbor;
mod rules;
#[cfg(test)]
mod tests;
mod worker;

use std::ops::ControlFlow;

use model::Model;
pub(in crate::rcpsp) use model::gcd;
use worker::{Board, Worker};

/// A problem in dense integers; checked before it comes here: no cycle, no demand above its capacity, no overflow.
#[derive(Debug, Clone)]
pub(crate) struct Instance {
    pub(crate) duration: Vec<i64>,
    /// `demand[activity * resources + resource]`.
    pub(crate) demand: Vec<i64>,
    pub(crate) capacity: Vec<i64>,
    pub(crate) links: Vec<Link>,
}

/// `start(to) >= start(from) + lag`; finish to start: the lag is the duration of `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) from: u32,
    pub(crate) to: u32,
    pub(crate) lag: i64,
}

/// How long to search, and how.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// Work allowed, in schedules generated.
    pub(crate) steps: u64,
    pub(crate) seed: u64,
    pub(crate) threads: usize,
    /// Stop when the makespan is within this of the bound.
    pub(crate) gap: i64,
    /// Keep the log of refutations.
    pub(crate) proof: bool,
    /// Starts of a schedule to begin with; used if feasible.
    pub(crate) warm: Option<Vec<i64>>,
}

/// How far the search has come.
#[derive(Debug)]
pub(crate) struct State<'a> {
    pub(crate) start: &'a [i64],
    pub(crate) makespan: i64,
    pub(crate) bound: i64,
    pub(crate) steps: u64,
    pub(crate) budget: u64,
    /// Whether makespan or bound are better than at the last call.
    pub(crate) improved: bool,
}

/// What the search ends with.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) start: Vec<i64>,
    pub(crate) makespan: i64,
    pub(crate) bound: i64,
    pub(crate) certificate: Certificate,
    pub(crate) steps: u64,
    pub(crate) stopped: bool,
    pub(crate) trace: Vec<Improvement>,
}

/// A step of the search at which makespan or bound became better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Improvement {
    pub(crate) steps: u64,
    pub(crate) makespan: i64,
    pub(crate) bound: i64,
    pub(crate) found_by: &'static str,
}

/// Why no schedule is shorter than the bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Certificate {
    /// Activities along links.
    Path { activities: Vec<u32> },
    /// More work on a resource than fits between the heads and tails of these.
    Energy { resource: u32, activities: Vec<u32> },
    /// Activities of which no two can overlap.
    Clique { activities: Vec<u32> },
    /// Nogoods that end in a contradiction, each derivable from those before by propagation alone; without them
    /// if no log was kept.
    Refutation { makespan: i64, nogoods: Vec<Vec<Literal>> },
}

/// `start >= value` or `start <= value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Literal {
    pub(crate) activity: u32,
    pub(crate) at_least: bool,
    pub(crate) value: i64,
}

/// Searches for the shortest schedule.
pub(crate) fn run(
    instance: &Instance,
    limits: &Limits,
    watch: &mut dyn FnMut(&State<'_>) -> ControlFlow<()>,
) -> Outcome {
    let model = Model::new(instance);
    let (bound, certificate) = bound::lower(&model);
    let mut board = Board { start: Vec::new(), makespan: i32::MAX / 4, bound, found_by: "", refuted: None };
    warm(instance, &model, limits, &mut board);
    let threads = if cfg!(feature = "parallel") { limits.threads.clamp(1, THREADS_MOST) } else { 1 };
    let mut workers: Vec<Worker<'_>> = (0..threads as u64)
        .map(|number| Worker::new(&model, &board, limits.seed, number, limits.proof))
        .collect();
    let mut search =
        Search { model: &model, limits, watch, board, steps: 0, trace: Vec::new(), stopped: false };
    // The first look is at the rules' best, the following ones at growing distances up to the usual one.
    let usual = (ROUND / model.count.max(1) as u64).max(1);
    let mut round = 1;
    search.gather(&mut workers);
    while !search.done() {
        let left = limits.steps.saturating_sub(search.steps).div_ceil(threads as u64).max(1);
        together(&mut workers, round.min(left));
        search.gather(&mut workers);
        round = (round * 2).min(usual);
    }
    let Search { board, steps, trace, stopped, .. } = search;
    let certificate = match board.refuted {
        Some(log) => {
            let nogoods = log.iter().map(|lits| lits.iter().map(|lit| literal(*lit, model.unit)).collect());
            let makespan = i64::from(board.bound) * model.unit - 1;
            Certificate::Refutation { makespan, nogoods: nogoods.collect() }
        }
        None => certificate,
    };
    Outcome {
        start: board.start.iter().map(|start| i64::from(*start) * model.unit).collect(),
        makespan: i64::from(board.makespan) * model.unit,
        bound: i64::from(board.bound) * model.unit,
        certificate,
        steps,
        stopped,
        trace,
    }
}

/// Threads of a portfolio at most.
pub(crate) const THREADS_MOST: usize = 64;
/// Activities scheduled between two meetings of the workers.
const ROUND: u64 = 240_000;

/// The meetings.
struct Search<'a> {
    model: &'a Model,
    limits: &'a Limits,
    watch: &'a mut dyn FnMut(&State<'_>) -> ControlFlow<()>,
    board: Board,
    steps: u64,
    trace: Vec<Improvement>,
    stopped: bool,
}

impl Search<'_> {
    fn done(&self) -> bool {
        let gap = i64::from(self.board.makespan - self.board.bound) * self.model.unit;
        self.stopped || gap <= self.limits.gap.max(0) || self.steps >= self.limits.steps
    }

    /// Takes the best of what the workers found, tells all of them and asks the host.
    fn gather(&mut self, workers: &mut [Worker<'_>]) {
        let (makespan, bound) = (self.board.makespan, self.board.bound);
        for worker in &mut *workers {
            let own = &mut worker.board;
            self.board.offer(&own.start, own.makespan, own.found_by);
            if own.bound > self.board.bound {
                self.board.bound = own.bound;
                self.board.refuted.clone_from(&own.refuted);
            }
        }
        for worker in &mut *workers {
            worker.meet(&self.board);
        }
        self.steps = workers.iter().map(|worker| worker.steps).sum::<u64>().max(1);
        let improved = self.trace.is_empty() || self.board.makespan < makespan || self.board.bound > bound;
        let unit = self.model.unit;
        let (makespan, bound) = (i64::from(self.board.makespan) * unit, i64::from(self.board.bound) * unit);
        if improved {
            let found_by = self.board.found_by;
            self.trace.push(Improvement { steps: self.steps, makespan, bound, found_by });
        }
        let start: Vec<i64> = if improved {
            self.board.start.iter().map(|start| i64::from(*start) * unit).collect()
        } else {
            Vec::new()
        };
        let state =
            State { start: &start, makespan, bound, steps: self.steps, budget: self.limits.steps, improved };
        if (self.watch)(&state).is_break() {
            self.stopped = true;
        }
    }
}

/// Lets every worker work for so many steps.
#[cfg(feature = "parallel")]
fn together(workers: &mut [Worker<'_>], steps: u64) {
    let Some((first, others)) = workers.split_first_mut() else { return };
    std::thread::scope(|scope| {
        for worker in others {
            scope.spawn(move || worker.run(steps));
        }
        first.run(steps);
    });
}

/// Lets every worker work for so many steps.
#[cfg(not(feature = "parallel"))]
fn together(workers: &mut [Worker<'_>], steps: u64) {
    for worker in workers {
        worker.run(steps);
    }
}

/// A schedule to begin with, pushed to the left.
fn warm(instance: &Instance, model: &Model, limits: &Limits, board: &mut Board) {
    let Some(start) = &limits.warm else { return };
    if start.len() != instance.duration.len() || start.iter().any(|start| *start < 0) {
        return;
    }
    let mut keys = start.clone();
    let (mut counts, mut list) = (Vec::new(), Vec::new());
    decode::list_by_keys(model, &mut keys, &mut counts, &mut list);
    let mut decoder = decode::Decoder::new(model);
    let makespan = decoder.serial(model, &list);
    board.offer(&decoder.start, makespan, "given");
}

/// A literal in the units of the instance.
fn literal(lit: lcg::Lit, unit: i64) -> Literal {
    let (activity, at_least) = (lit.bound / 2, lit.bound.is_multiple_of(2));
    let value = i64::from(lit.value) * unit;
    Literal { activity, at_least, value: if at_least { value } else { -value } }
}

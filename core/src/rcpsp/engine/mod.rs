//! The engine: from an instance to a schedule, a bound and its certificate.

mod decode;
mod evolve;
mod lcg;
mod model;
mod rules;
#[cfg(feature = "lab")]
#[path = "/work/scratch/eng/src/lab.rs"]
pub mod lab;

use std::ops::ControlFlow;

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
    let count = instance.duration.len();
    let resources = instance.capacity.len();
    // Stub: activities one after another in an order of the links.
    let mut waiting = vec![0usize; count];
    for link in &instance.links {
        waiting[link.to as usize] += 1;
    }
    let mut ready: Vec<usize> = (0..count).rev().filter(|at| waiting[*at] == 0).collect();
    let (mut start, mut end) = (vec![0i64; count], 0i64);
    while let Some(at) = ready.pop() {
        let uses = (0..resources).any(|resource| instance.demand[at * resources + resource] > 0);
        let links = instance.links.iter().filter(|link| link.to as usize == at);
        let first = links.map(|link| start[link.from as usize] + link.lag).max().unwrap_or(0);
        start[at] = if uses { first.max(end) } else { first };
        end = end.max(start[at] + instance.duration[at]);
        for link in instance.links.iter().filter(|link| link.from as usize == at) {
            waiting[link.to as usize] -= 1;
            if waiting[link.to as usize] == 0 {
                ready.push(link.to as usize);
            }
        }
    }
    let _ = (limits.seed, limits.threads, limits.gap, limits.proof, &limits.warm);
    let state =
        State { start: &start, makespan: end, bound: 0, steps: 1, budget: limits.steps, improved: true };
    let stopped = watch(&state).is_break();
    let trace = vec![Improvement { steps: 1, makespan: end, bound: 0, found_by: "serial" }];
    let certificate = Certificate::Path { activities: Vec::new() };
    Outcome { start, makespan: end, bound: 0, certificate, steps: 1, stopped, trace }
}

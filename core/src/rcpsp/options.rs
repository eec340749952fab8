//! What the search is given.

use crate::sort::Arrange;
use serde::{Deserialize, Serialize};

use super::engine::{Instance, Limits};
use super::limits::MAX_THREADS;
use super::problem::RcpspProblem;
use crate::Issue;

/// Options of the search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RcpspOptions {
    /// Schedules that may be generated; if absent, enough for some seconds at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub steps: Option<u64>,
    /// Seed of the search.
    #[serde(skip_serializing_if = "is_zero")]
    pub seed: u64,
    /// Ends the search when the makespan is at most this much above the bound.
    #[serde(skip_serializing_if = "is_zero")]
    pub gap: u64,
    /// Threads to search with. Builds without the feature `parallel` (browsers among them) search with one and say
    /// so in the warnings of the solution.
    #[serde(skip_serializing_if = "is_one")]
    pub threads: u32,
    /// Whether the log of a proof by refutation is kept, so that the certificate can be checked.
    #[serde(skip_serializing_if = "is_false")]
    pub proof: bool,
    /// Starts of a schedule to begin with, one for each activity. One that breaks a link or a capacity is not used,
    /// which the warnings of the solution say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warm_start: Option<Vec<i64>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_zero(number: &u64) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_one(number: &u32) -> bool {
    *number == 1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde asks")]
fn is_false(word: &bool) -> bool {
    !word
}

impl Default for RcpspOptions {
    fn default() -> Self {
        Self { steps: None, seed: 0, gap: 0, threads: 1, proof: false, warm_start: None }
    }
}

impl RcpspOptions {
    /// Faults of the options for a problem.
    pub(super) fn faults(&self, problem: &RcpspProblem) -> Vec<Issue> {
        let mut issues = Vec::new();
        if self.threads == 0 || self.threads > MAX_THREADS {
            let message = format!("{} threads are not between 1 and {MAX_THREADS}", self.threads);
            let issue = Issue::error("invalid-threads", "options/threads", message);
            issues.push(issue.with_help("give the number of processors"));
        }
        if let Some(starts) = &self.warm_start
            && starts.len() != problem.activities.len()
        {
            let (given, needed) = (starts.len(), problem.activities.len());
            let message = format!("{given} starts are given for {needed} activities");
            let issue = Issue::error("wrong-number-of-starts", "options/warm_start", message);
            issues.push(issue.with_help("give one start for each activity, in their order"));
        }
        issues
    }

    /// What the engine is given, and what of the wishes it is not.
    pub(super) fn limits(&self, instance: &Instance) -> (Limits, Vec<Issue>) {
        let mut warnings = Vec::new();
        if !cfg!(feature = "parallel") && self.threads > 1 {
            let message = format!("{} threads are asked for, and one was used", self.threads);
            let issue = Issue::warning("one-thread-only", "options/threads", message);
            warnings.push(issue.with_help("build with the feature `parallel`, or ask for one thread"));
        }
        let warm = self.warm_start.as_ref().filter(|starts| {
            let fault = first_fault(instance, starts);
            if let Some(message) = &fault {
                let issue = Issue::warning("warm-start-not-used", "options/warm_start", message.as_str());
                warnings.push(issue.with_help("give the starts of a schedule that keeps every rule"));
            }
            fault.is_none()
        });
        let limits = Limits {
            steps: self.steps.unwrap_or_else(|| default_steps(instance)).max(1),
            seed: self.seed,
            threads: if cfg!(feature = "parallel") { self.threads.max(1) as usize } else { 1 },
            gap: i64::try_from(self.gap).unwrap_or(i64::MAX),
            proof: self.proof,
            warm: warm.cloned(),
        };
        (limits, warnings)
    }
}

/// Steps for some seconds at most: fewer for larger problems.
fn default_steps(instance: &Instance) -> u64 {
    let size = instance.duration.len() * (instance.capacity.len() + 1);
    (400_000_000 / (size as u64 + 1)).clamp(50, 1_000_000)
}

/// The first rule that a schedule breaks.
fn first_fault(instance: &Instance, starts: &[i64]) -> Option<String> {
    let horizon = super::limits::MAX_HORIZON;
    if let Some(at) = starts.iter().position(|start| !(0..=horizon).contains(start)) {
        return Some(format!("activity {at} starts at {}, outside 0 to {horizon}", starts[at]));
    }
    let broken = |link: &&super::engine::Link| {
        starts[link.to as usize] < starts[link.from as usize].saturating_add(link.lag)
    };
    if let Some(link) = instance.links.iter().find(broken) {
        return Some(format!("activity {} does not wait for {}", link.to, link.from));
    }
    let count = instance.capacity.len();
    for (resource, &capacity) in instance.capacity.iter().enumerate() {
        let demand = |at: usize| instance.demand[at * count + resource];
        let users = (0..starts.len()).filter(|&at| demand(at) > 0 && instance.duration[at] > 0);
        let mut events: Vec<(i64, i64)> = users
            .flat_map(|at| [(starts[at], demand(at)), (starts[at] + instance.duration[at], -demand(at))])
            .collect();
        events.arrange();
        let mut used = 0;
        for (time, change) in events {
            used += change;
            if used > capacity {
                return Some(format!("resource {resource} is asked for {used} of {capacity} at {time}"));
            }
        }
    }
    None
}

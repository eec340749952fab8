//! What the search found: schedule, bound, certificate, trace.

use serde::{Deserialize, Serialize};

use super::engine::{Certificate, Limits, Literal, Outcome};
use super::limits::MAX_PROOF_LITERALS;
use crate::{Issue, Issues, Status};

/// The format of solutions that this version reads and writes.
pub const SOLUTION_FORMAT: &str = "paceline-rcpsp-solution/1";

/// A schedule of a problem, with a lower bound on the makespan and why it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspSolution {
    /// Format of the document: `paceline-rcpsp-solution/1`.
    #[serde(default = "solution_format")]
    pub format: String,
    /// What is known about the schedule.
    pub status: Status,
    /// Latest finish of an activity.
    pub makespan: i64,
    /// No schedule has a smaller makespan than this.
    pub bound: i64,
    /// Makespan less bound: 0 if the schedule is optimal.
    pub gap: i64,
    /// Start of each activity, in their order.
    pub starts: Vec<i64>,
    /// Mode of each activity, in their order; none if all are carried out as they stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub modes: Vec<u32>,
    /// Why no schedule is shorter than the bound.
    pub certificate: RcpspCertificate,
    /// Steps used: schedules generated.
    pub steps: u64,
    /// How makespan and bound became better, in the order of the steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trace: Vec<RcpspImprovement>,
    /// What was asked for and could not be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub warnings: Vec<Issue>,
}

fn solution_format() -> String {
    SOLUTION_FORMAT.to_owned()
}

/// A step of the search at which makespan or bound became better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspImprovement {
    /// Steps done.
    pub steps: u64,
    /// Best makespan from here on.
    pub makespan: i64,
    /// Bound from here on.
    pub bound: i64,
    /// The method that found it.
    pub found_by: String,
}

/// Why no schedule is shorter than a bound. The head of an activity is the longest path of links to its start, its
/// tail the longest behind its finish. Time is counted in the largest unit of which all durations and lags are
/// multiples, and each resource in that of its demands: a bound in these is rounded up in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RcpspCertificate {
    /// Each activity waits for the one before: the bound is the sum of the lags from start to start and the last
    /// duration.
    Path {
        /// Activities along links.
        activities: Vec<u32>,
    },
    /// The activities need more of a resource than there is between their heads and tails: the bound is the least
    /// head, the work divided by the capacity and rounded up, and the least tail.
    Energy {
        /// The resource.
        resource: u32,
        /// Activities that use it.
        activities: Vec<u32>,
    },
    /// No two of the activities can overlap, because of a path between them or because together they ask a resource
    /// for more than its capacity: the bound is the least head, the sum of the durations and the least tail.
    Clique {
        /// Activities that go one after the other.
        activities: Vec<u32>,
    },
    /// There is no schedule of `makespan` or less, so the bound is one more.
    ///
    /// Each nogood is a set of literals that cannot all hold in such a schedule, by propagation: suppose they all
    /// hold; propagating the links, the resources and the nogoods before it ends in a contradiction. After the last
    /// nogood, propagation ends in a contradiction without supposing anything.
    Refutation {
        /// The makespan that is refuted.
        makespan: i64,
        /// The log of the proof; empty if it was not kept.
        #[serde(default)]
        nogoods: Vec<Vec<RcpspLiteral>>,
    },
}

/// A statement about the start of an activity: at least, at most, or between two times.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspLiteral {
    /// The activity.
    pub activity: u32,
    /// It starts at this time or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<i64>,
    /// It starts at this time or earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<i64>,
}

impl From<&Literal> for RcpspLiteral {
    fn from(literal: &Literal) -> Self {
        let Literal { activity, at_least, value } = *literal;
        Self { activity, at_least: at_least.then_some(value), at_most: (!at_least).then_some(value) }
    }
}

/// What the engine found, as a document.
#[expect(clippy::unnecessary_wraps, reason = "an engine that finds no schedule will say so")]
pub(super) fn report(
    outcome: Outcome,
    limits: &Limits,
    warnings: &mut Vec<Issue>,
) -> Result<RcpspSolution, Issues> {
    let status = if outcome.makespan <= outcome.bound {
        Status::Optimal
    } else if outcome.stopped {
        Status::Stopped
    } else {
        Status::Feasible
    };
    let certificate = certificate(outcome.certificate, limits.proof, warnings);
    let trace = outcome.trace.into_iter().map(|one| RcpspImprovement {
        steps: one.steps,
        makespan: one.makespan,
        bound: one.bound,
        found_by: one.found_by.to_owned(),
    });
    Ok(RcpspSolution {
        format: solution_format(),
        status,
        makespan: outcome.makespan,
        bound: outcome.bound,
        gap: outcome.makespan - outcome.bound,
        starts: outcome.start,
        modes: Vec::new(),
        certificate,
        steps: outcome.steps,
        trace: trace.collect(),
        warnings: std::mem::take(warnings),
    })
}

fn certificate(found: Certificate, proof: bool, warnings: &mut Vec<Issue>) -> RcpspCertificate {
    match found {
        Certificate::Path { activities } => RcpspCertificate::Path { activities },
        Certificate::Energy { resource, activities } => RcpspCertificate::Energy { resource, activities },
        Certificate::Clique { activities } => RcpspCertificate::Clique { activities },
        Certificate::Refutation { makespan, nogoods } => {
            let literals: usize = nogoods.iter().map(Vec::len).sum();
            let fits = literals <= MAX_PROOF_LITERALS;
            if proof && !fits {
                let message =
                    format!("the proof has {literals} literals, more than the {MAX_PROOF_LITERALS} kept");
                let issue = Issue::warning("proof-too-large", "certificate/nogoods", message);
                warnings.push(issue.with_help("the bound holds, but cannot be checked"));
            }
            let kept = if proof && fits { nogoods } else { Vec::new() };
            let nogoods = kept.iter().map(|nogood| nogood.iter().map(RcpspLiteral::from).collect());
            RcpspCertificate::Refutation { makespan, nogoods: nogoods.collect() }
        }
    }
}

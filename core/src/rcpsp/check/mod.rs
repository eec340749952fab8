//! The judge: does a solution keep every rule of its problem, and does its certificate prove its bound? It reads the
//! two documents and nothing else, and shares no code with the engine.
//!
//! | file | judges |
//! |---|---|
//! | `facts` | the problem as the judge reads it: links, heads, tails |
//! | `schedule` | starts: links, capacities, makespan |
//! | `modes` | modes, nonrenewable resources, maximum lags, releases |
//! | `coarse` | the problem in its largest units, for certificates |
//! | `bound` | paths, energy, cliques |
//! | `replay` | the log of a refutation, nogood by nogood |
//! | `domain` | earliest and latest starts, and what follows from them: links, nogoods |
//! | `resource` | what follows from a resource: time-table, pairs, energy of intervals |
//!
//! | code | what is wrong |
//! |---|---|
//! | `unsupported-format` | the solution is of another format |
//! | `wrong-number-of-starts`, `start-out-of-range` | the starts are not those of the activities |
//! | `link-broken` | an activity does not wait |
//! | `wrong-number-of-modes`, `unknown-mode` | the modes are not those of the activities |
//! | `used-up` | activities take more of a nonrenewable resource than there is |
//! | `maximum-lag-broken` | an activity follows too late |
//! | `before-release` | an activity of a project starts before its release |
//! | `over-capacity` | a resource is asked for more than its capacity |
//! | `wrong-makespan`, `wrong-gap`, `wrong-status`, `wrong-trace` | derived numbers contradict the starts |
//! | `bound-above-makespan` | the bound is refuted by the schedule itself |
//! | `unknown-activity`, `unknown-resource`, `repeated-activity`, `invalid-literal` | the certificate speaks of what is not there |
//! | `not-linked` | a step of the path is no link |
//! | `can-overlap` | two activities of the clique can run at once |
//! | `not-derivable` | a nogood does not follow by propagation |
//! | `not-refuted` | the log ends without a contradiction |
//! | `bound-not-proven` | the certificate proves less than the bound |
//! | `proof-not-kept` (warning) | the log was not kept, and propagation alone does not refute |
//! | `bound-not-judged` (warning) | no certificate proves a bound over several modes |
//! | `proof-too-long` (warning) | the replay would take more work than allowed |

mod bound;
mod coarse;
mod domain;
mod facts;
mod modes;
mod replay;
mod resource;
mod schedule;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::limits::DEFAULT_CHECK_WORK;
use super::{RcpspProblem, RcpspSolution};
use crate::{Issue, Issues, Severity};
use facts::Facts;

/// What the judge found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RcpspCheck {
    /// Whether the starts keep every link and every capacity.
    pub feasible: bool,
    /// Latest finish by the starts; 0 if they cannot be read.
    pub makespan: i64,
    /// The bound that the certificate proves; 0 if it proves none.
    pub proven_bound: i64,
    /// Everything that is wrong, and as warnings what could not be judged.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Issue>,
}

impl RcpspCheck {
    /// Whether nothing is wrong.
    pub fn accepts(&self) -> bool {
        self.findings.iter().all(|issue| issue.severity != Severity::Error)
    }
}

/// Options of the judge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RcpspCheckOptions {
    /// Work that judging the certificate may take, in looks at activities and literals; if absent, some seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<u64>,
}

/// Judges a solution: the starts by the links and capacities, the numbers by the starts, the bound by its
/// certificate. A log of a proof is replayed.
///
/// # Errors
/// Every fault of the problem itself.
///
/// # Complexity
/// O(n log n) for each resource, and of the certificate: path, energy O(n); clique of k activities O(k × links);
/// refutation at most the work allowed, usually a few propagations for each nogood.
///
/// # Examples
/// ```
/// use paceline::rcpsp::{RcpspOptions, RcpspProblem, check, solve};
/// let mut problem = RcpspProblem::new(vec![1]);
/// let first = problem.add(2, vec![1]);
/// let second = problem.add(3, vec![1]);
/// problem.link(first, second);
/// let mut solution = solve(&problem, &RcpspOptions::default(), &mut ())?;
/// assert!(check(&problem, &solution)?.accepts());
/// solution.starts[1] = 1;
/// assert_eq!(check(&problem, &solution)?.findings[0].code, "link-broken");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn check(problem: &RcpspProblem, solution: &RcpspSolution) -> Result<RcpspCheck, Issues> {
    check_with(problem, solution, &RcpspCheckOptions::default())
}

/// [`check`] with options.
///
/// # Errors
/// As [`check`].
pub fn check_with(
    problem: &RcpspProblem,
    solution: &RcpspSolution,
    options: &RcpspCheckOptions,
) -> Result<RcpspCheck, Issues> {
    Issues::check(problem.validate())?;
    let mut findings = Findings::default();
    let chosen = modes::chosen(problem, solution, &mut findings);
    let facts = Facts::gather(chosen.as_ref());
    let mut makespan = schedule::judge(&facts, solution, &mut findings);
    if makespan.is_some() {
        modes::judge(chosen.as_ref(), solution, &mut findings);
    }
    let feasible = findings.0.is_empty();
    if !feasible && matches!(chosen, std::borrow::Cow::Borrowed(_)) && modes::has_modes(problem) {
        // Without modes that can be read nobody knows how long anything takes.
        makespan = None;
    }
    schedule::judge_numbers(solution, makespan, &mut findings);
    let work = options.work.unwrap_or(DEFAULT_CHECK_WORK);
    let proven_bound = if modes::has_modes(problem) {
        // A certificate speaks of the modes chosen; others might be faster.
        if solution.bound > 0 {
            let message = "the bound is not judged: certificates know nothing of other modes";
            findings.add(|| Issue::warning("bound-not-judged", "bound", message));
        }
        0
    } else {
        let (coarse, unit) = coarse::coarse(problem);
        bound::judge(&Facts::gather(coarse.as_ref()), unit, solution, work, &mut findings)
    };
    let findings = Issues::new(findings.0).into_vec();
    Ok(RcpspCheck { feasible, makespan: makespan.unwrap_or(0), proven_bound, findings })
}

/// Most findings of one solution.
const MAX_FINDINGS: usize = 1000;

/// What was found so far.
#[derive(Debug, Default)]
struct Findings(Vec<Issue>);

impl Findings {
    fn add(&mut self, issue: impl FnOnce() -> Issue) {
        if self.0.len() < MAX_FINDINGS {
            self.0.push(issue());
        }
    }
}

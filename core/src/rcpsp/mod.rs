//! Resource-constrained project scheduling on an integer axis: for those who have a problem and no plan.
//!
//! Activities with durations share resources of constant capacity and wait for each other; the makespan, the
//! latest finish when the earliest start may be 0, is to be as small as possible. This is the problem of the
//! literature (RCPSP, `PS | prec | Cmax`), and the heart of leveling without calendars. It is NP-hard in the strong
//! sense, so [`solve`] searches within a budget of steps and returns its best schedule with a lower bound and a
//! [certificate](RcpspCertificate) of that bound; when both meet, the schedule is optimal. [`check`] judges schedule
//! and certificate on its own. [`read`] reads the files of the benchmark libraries.
//!
//! | file | holds |
//! |---|---|
//! | `problem` | the document: resources, activities, links |
//! | `validate` | every fault of it, and the problem in dense integers |
//! | `cycle` | activities that wait for each other |
//! | `read` | texts of PSPLIB (`.sm`, `.mm`) and Patterson (`.rcp`) |
//! | `read_lags`, `read_projects` | texts of ProGen/max (`.sch`) and of several projects (`.rcmp`) |
//! | `options` | what the search is given |
//! | `solution` | schedule, bound, certificate, trace |
//! | `host` | what the host is told and asked |
//! | `engine` | the search |
//! | `check` | the judge, which shares no code with the engine |
//!
//! # Conventions
//! Activities and resources are known by their place in their list, counted from 0, as in the literature (which
//! counts from 1): their order is the numbering, and the only order here that means anything. Time has no unit;
//! durations, lags and starts are in the same one. An activity that starts at `s` with duration `d` holds its
//! demand over `s..s + d`. Activities cannot be interrupted.
//!
//! # What is read and judged, and not yet solved
//! Activities with several modes and nonrenewable resources (MRCPSP) and maximum lags (RCPSP/max) are part of the
//! document; [`read`] and [`check`] know them, [`solve`] refuses them with `unsolved-modes` and
//! `unsolved-maximum-lags`. Several projects with release dates are solved as one problem for its whole makespan.
//!
//! # Determinism
//! The same problem and options give the same bytes on every host: work is counted in steps, never in seconds, and
//! every choice comes from the seed. A result with several threads is that of the seed and the number of threads.
//! Only a host that stops the search makes a difference, by when it does so.
//!
//! # Complexity
//! Validation is O(activities × resources + links · log links). One step generates one schedule, usually
//! O(activities × resources) and a little more for the profiles. Memory is linear in the document, besides the log
//! of a proof, which is kept only when asked for and has a largest size ([`limits`]).
//!
//! # References
//! R. Kolisch, A. Sprecher, *PSPLIB: a project scheduling problem library*, EJOR 96 (1996), the problem, its files
//! and benchmark sets; J. Blazewicz, J. K. Lenstra, A. H. G. Rinnooy Kan, *Scheduling subject to resource
//! constraints*, Discrete Applied Mathematics 5 (1983), its complexity; R. Kolisch, S. Hartmann, *Experimental
//! investigation of heuristics for resource-constrained project scheduling*, EJOR 174 (2006), schedule generation
//! and populations; A. Mingozzi, V. Maniezzo, S. Ricciardelli, L. Bianco, *An exact algorithm for the
//! resource-constrained project scheduling problem*, Management Science 44 (1998), bounds from incompatible
//! sets; A. Schutt, T. Feydy, P. J. Stuckey, M. G. Wallace, *Explaining the cumulative propagator*, Constraints 16
//! (2011) and *Solving RCPSP/max by lazy clause generation*, Journal of Scheduling 16 (2013), nogoods; E. Goldberg,
//! Y. Novikov, *Verification of proofs of unsatisfiability for CNF formulas*, DATE (2003), their replay.
//!
//! # Examples
//! Three activities on two pairs of hands:
//! ```
//! use paceline::Status;
//! use paceline::rcpsp::{RcpspOptions, RcpspProblem, check, solve};
//!
//! let mut problem = RcpspProblem::new(vec![2]);
//! let dig = problem.add(3, vec![1]);
//! let plant = problem.add(2, vec![2]);
//! let paint = problem.add(4, vec![1]);
//! problem.link(dig, plant);
//! let solution = solve(&problem, &RcpspOptions::default(), &mut ())?;
//! assert!(solution.makespan >= solution.bound);
//! let verdict = check(&problem, &solution)?;
//! assert!(verdict.accepts());
//! assert_eq!(verdict.makespan, solution.makespan);
//! # let _ = (paint, Status::Optimal);
//! # Ok::<(), paceline::Issues>(())
//! ```

mod check;
mod cycle;
pub(crate) mod engine;
mod host;
pub mod limits;
mod options;
mod problem;
mod read;
mod read_lags;
mod read_projects;
mod solution;
mod validate;

pub use check::{RcpspCheck, RcpspCheckOptions, check, check_with};
pub use host::{RcpspBest, RcpspHost};
pub use options::RcpspOptions;
pub use problem::{
    PROBLEM_FORMAT, RcpspActivity, RcpspLink, RcpspMaxLag, RcpspMode, RcpspProblem, RcpspProject,
    RcpspResource,
};
pub use read::read;
pub use solution::{RcpspCertificate, RcpspImprovement, RcpspLiteral, RcpspSolution, SOLUTION_FORMAT};

use crate::{Control, Issues};
use host::Controlled;

/// Searches for the shortest schedule of a problem.
///
/// Every link and every capacity holds. The result is the best schedule found within the budget of steps, with a
/// lower bound on the makespan and the certificate of the bound. The search ends early when the makespan is within
/// [`RcpspOptions::gap`] of the bound. `control` hears of the progress and can stop the search; the best schedule so
/// far is then returned, with the status [`Stopped`](crate::Status::Stopped) unless it is optimal.
///
/// # Errors
/// Every fault of the problem and of the options.
///
/// # Complexity
/// That of the validation, and of [`RcpspOptions::steps`] schedules.
///
/// # Examples
/// ```
/// use paceline::rcpsp::{RcpspOptions, RcpspProblem, solve};
/// let mut problem = RcpspProblem::new(vec![1]);
/// problem.add(2, vec![1]);
/// problem.add(3, vec![1]);
/// let solution = solve(&problem, &RcpspOptions::default(), &mut ())?;
/// assert_eq!(solution.makespan, 5);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn solve(
    problem: &RcpspProblem,
    options: &RcpspOptions,
    control: &mut impl Control,
) -> Result<RcpspSolution, Issues> {
    solve_with(problem, options, &mut Controlled(control))
}

/// [`solve`] for a host that also takes the best schedule so far while the search goes on.
///
/// # Errors
/// As [`solve`].
///
/// # Examples
/// ```
/// use std::ops::ControlFlow;
/// use paceline::Progress;
/// use paceline::rcpsp::{RcpspBest, RcpspHost, RcpspOptions, RcpspProblem, solve_with};
///
/// /// Stops at the first schedule and keeps it.
/// struct First(Vec<i64>);
///
/// impl RcpspHost for First {
///     fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
///         ControlFlow::Break(())
///     }
///     fn best(&mut self, best: &RcpspBest<'_>) {
///         self.0 = best.starts.to_vec();
///     }
/// }
///
/// let mut problem = RcpspProblem::new(vec![1]);
/// problem.add(2, vec![1]);
/// problem.add(3, vec![1]);
/// let mut first = First(Vec::new());
/// let solution = solve_with(&problem, &RcpspOptions::default(), &mut first)?;
/// assert_eq!(solution.starts, first.0);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn solve_with(
    problem: &RcpspProblem,
    options: &RcpspOptions,
    host: &mut impl RcpspHost,
) -> Result<RcpspSolution, Issues> {
    let instance = validate::compile(problem, options)?;
    let (limits, mut warnings) = options.limits(&instance);
    let outcome = engine::run(&instance, &limits, &mut |state| host::tell(host, state));
    solution::report(outcome, &limits, &mut warnings)
}

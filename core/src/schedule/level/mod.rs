//! Leveling: the best plan in which nobody is overloaded, with a bound that says how good it is.
//!
//! A list of tasks is decoded by serial schedule generation: each task takes the earliest place that its
//! links, its calendars and the free capacity of its people allow. Lists come from priority rules, from
//! justifying a plan to the right and back to the left, and from a local search that follows the causes of
//! lateness; small problems are searched to the end. Lower bounds come from precedence alone and from the
//! work that each resource must do in the time it has.
//!
//! | file | holds |
//! |---|---|
//! | `options` | what to optimize, in which scope, for how long |
//! | `problem` | the network with what leveling needs besides |
//! | `profile` | free capacity of one resource |
//! | `generate` | serial and parallel schedule generation, justification |
//! | `priority` | priority rules |
//! | `search` | the anytime search |
//! | `exact` | complete enumeration of small problems |
//! | `bound` | lower bounds |
//! | `explain` | moves with their causes, late tasks, what remains |
//!
//! # References
//! R. Kolisch, *Serial and parallel resource-constrained project scheduling methods revisited*, EJOR 90
//! (1996); V. Valls, F. Ballestín, S. Quintanilla, *Justification and RCPSP*, EJOR 165 (2005); A. Sprecher,
//! R. Kolisch, A. Drexl, *Semi-active, active, and non-delay schedules*, EJOR 80 (1995).

mod bound;
mod exact;
mod explain;
mod generate;
mod options;
mod priority;
mod problem;
mod profile;
mod search;

pub use options::{Goal, LevelOptions};

use super::compile::compile;
use super::schedule_report::LevelReport;
use crate::plan::Plan;
use crate::{Control, Issues};
use problem::Problem;

/// Levels a plan: nobody is asked for more than there is of them, as far as that is possible.
///
/// Links, calendars and constraints hold before and after; started tasks, tasks of priority 1000 and tasks out
/// of scope stay where they are. The result is the best plan found within the step budget, with a lower bound
/// for each part of the objective, every move with its cause, and what could not be avoided with the reason.
/// The same plan, options and seed give the same bytes.
///
/// `control` is told of the progress and can stop the search; the best plan so far is then returned with the
/// status [`Stopped`](crate::Status::Stopped).
///
/// # Errors
/// Every fault of the plan or of the options.
///
/// # Complexity
/// One step (one schedule) is O(n log n) for n tasks and uses; memory is linear.
///
/// # Examples
/// ```
/// use paceline::plan::{Assignment, Plan, Program, Resource, ResourceKind, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{LevelOptions, level};
///
/// let mut plan = Plan::new(Program::new("Two at once", When::parse("2026-03-02")?));
/// plan.resources = vec![Resource::new("ana", ResourceKind::Person)];
/// plan.tasks = vec![Task::new("copy", Duration::days(2)), Task::new("brief", Duration::days(1))];
/// plan.assignments = vec![Assignment::new("copy", "ana"), Assignment::new("brief", "ana")];
/// let report = level(&plan, &LevelOptions::default(), &mut ())?;
/// assert_eq!(report.schedule.finish.to_string(), "2026-03-04T17:00:00");
/// assert_eq!(report.status, paceline::Status::Optimal);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn level(plan: &Plan, options: &LevelOptions, control: &mut impl Control) -> Result<LevelReport, Issues> {
    options.check(plan)?;
    let mut compiled = compile(plan)?;
    for held in &mut compiled.network.held {
        held.delay = 0;
    }
    let analysis = compiled.network.analyze(&[]);
    let before = compiled.report(&analysis)?;
    for held in &mut compiled.network.held {
        held.alap = false;
    }
    let problem = Problem::new(&compiled, &analysis, options);
    let outcome = search::run(&problem, options, control);
    explain::report(&compiled, &problem, &analysis, before, outcome)
}

//! Leveling: the best plan in which nobody is overloaded, with a bound that says how good it is.
//!
//! A list of tasks is decoded by serial schedule generation: each task takes the earliest place that its
//! links, its calendars and the free capacity of its people allow. Lists come from priority rules, from
//! justifying a plan to the right and back to the left, and from asking for earlier what came out late; small
//! problems are searched to the end. Then parts of the best plan are placed anew against the rest, which is left
//! where it is: what makes something late and those who hold it, or tasks near each other. That work is of the size
//! of the part, so that large plans get better as quickly as small ones. Lower bounds come from precedence alone and from the
//! work that each resource must do in the time it has.
//!
//! | module | holds |
//! |---|---|
//! | `options` | what to optimize, in which scope, for how long |
//! | `problem` | the network with what leveling needs besides: what is fixed and due, free capacity (`profile`), what dates are worth (`goal`, `labor`), what is given |
//! | `place` | from an order of tasks to dates: `generate` (serial, parallel, justification), `priority` (rules), `around` (a given plan), `part` (some tasks anew), `shift` (one task) |
//! | `search` | the anytime search, phase by phase: `exact` (complete enumeration), `chase` (whole plans for supposed deadlines), `improve` (parts placed anew: `neighborhood`, `eject`, `anneal`), `shape` (goals that early starts do not serve), `lists` and `chain` (changes of order along what holds things up) |
//! | `bound` | lower bounds; `pool` when people can be exchanged |
//! | `people` | who does what: `board` (people switched in place), `reassign` (the search), `staffing` (what exchanges cost and save), `teller` (the host's side) |
//! | `explain`, `trace` | moves with their causes, late tasks, what remains; the improvements of the search |
//! | `split` | started tasks whose rest may be delayed: with and without |
//! | `host` | what the host is told and asked |
//!
//! # References
//! R. Kolisch, *Serial and parallel resource-constrained project scheduling methods revisited*, EJOR 90
//! (1996); V. Valls, F. Ballestín, S. Quintanilla, *Justification and RCPSP*, EJOR 165 (2005); A. Sprecher,
//! R. Kolisch, A. Drexl, *Semi-active, active, and non-delay schedules*, EJOR 80 (1995); D. E. Joslin,
//! D. P. Clements, *Squeaky wheel optimization*, JAIR 10 (1999); P. Shaw, *Using constraint programming and local
//! search methods to solve vehicle routing problems* (1998), for large neighborhoods; F. Glover, *Ejection chains,
//! reference structures and alternating path methods for traveling salesman problems*, Discrete Applied Mathematics 65
//! (1996).

mod bound;
mod explain;
mod host;
mod options;
mod people;
mod place;
mod problem;
mod search;
mod split;
mod trace;

use std::ops::ControlFlow;

pub use host::{Host, Snapshot};
pub use options::{Criterion, Goal, GoalWeights, LevelOptions, Reference};

use super::compile::{Compiled, compile_with_choices, lowered};
use super::schedule_report::LevelReport;
use crate::plan::Plan;
use crate::{Control, Issues, Progress};
use explain::Basis;
use host::Controlled;
use people::board::Board;
use people::reassign;
use people::staffing::{self, Staff};
use people::teller::Staffed;
use problem::{Problem, given};
use search::{Listener, Outcome};

/// Levels a plan: nobody is asked for more than there is of them, as far as that is possible.
///
/// Links, calendars and constraints hold before and after; started tasks, tasks of priority 1000 and tasks out
/// of scope stay where they are. With [`LevelOptions::split_remaining`] the rest of a started task may be delayed. The result is the best plan found within the step budget, with a lower bound
/// for each part of the objective, every move with its cause, and what could not be avoided with the reason.
/// The same plan, options and seed give the same bytes.
///
/// Assignments that name [alternatives](crate::plan::Alternative) may be given to one of them: where that serves the
/// objective, to as few as reach it, then to those who cost least. [`LevelOptions::reassign`] limits how many. Each
/// exchange is reported with its reason, its cost and what it saves. Half of the steps go to the people given, so that
/// the result is never worse than theirs in half the steps (in all of them if `steps` is absent).
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
///
/// Somebody else who could do it:
/// ```
/// use paceline::plan::{Alternative, Assignment, Criteria, Plan, Resource, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{LevelOptions, apply_leveling, level};
///
/// let designers = Criteria { role: Some("designer".into()), ..Criteria::default() };
/// let plan = Plan::builder("Two at once", When::parse("2026-03-02")?)
///     .resource(Resource::person("ana").with_role("designer"))
///     .resource(Resource::person("ben").with_role("designer"))
///     .task(Task::new("banner", Duration::days(2)))
///     .task(Task::new("poster", Duration::days(3)).assigned("ana"))
///     .assignment(Assignment::new("banner", "ana").or(designers))
///     .build()?;
/// let report = level(&plan, &LevelOptions::default(), &mut ())?;
/// assert_eq!(report.schedule.finish.to_string(), "2026-03-04T17:00:00");
/// assert_eq!(report.reassignments[0].to, "ben");
/// let kept = apply_leveling(&plan, &report.schedule)?;
/// assert!(kept.assignments.iter().any(|one| one.task == "banner" && one.resource == "ben"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Work that has begun and may wait:
/// ```
/// use paceline::plan::{Assignment, Plan, Program, Resource, Task, TaskProgress};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{LevelOptions, MoveKind, apply_leveling, level, schedule};
///
/// let monday = When::parse("2026-03-02")?;
/// let mut film = Task::new("film", Duration::days(4)); // half of it is done on Tuesday evening
/// film.progress =
///     TaskProgress { actual_start: Some(monday), complete: Some(0.5), ..TaskProgress::default() };
/// let mut press = Task::new("press", Duration::days(1));
/// press.deadline = Some(When::parse("2026-03-04")?);
/// let mut plan = Plan::new(Program::new("One at a time", monday));
/// plan.resources = vec![Resource::person("ana")];
/// plan.tasks = vec![film, press];
/// plan.assignments = vec![Assignment::new("film", "ana"), Assignment::new("press", "ana")];
///
/// let options = LevelOptions { split_remaining: true, ..LevelOptions::default() };
/// let report = level(&plan, &options, &mut ())?;
/// let film = report.schedule.task("film").unwrap();
/// assert_eq!(film.stop.unwrap().to_string(), "2026-03-03T17:00:00");
/// assert_eq!(film.resume.unwrap().to_string(), "2026-03-05T08:00:00"); // Wednesday is for the press
/// assert_eq!(report.moves[1].kind, MoveKind::Split); // after that of the press
/// assert_eq!(schedule(&apply_leveling(&plan, &report.schedule)?)?.finish, report.schedule.finish);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn level(plan: &Plan, options: &LevelOptions, control: &mut impl Control) -> Result<LevelReport, Issues> {
    level_with(plan, options, &mut Controlled(control))
}

/// [`level`] for a host that also takes the best plan so far while the search goes on.
///
/// # Errors
/// As [`level`].
///
/// # Examples
/// ```
/// use std::ops::ControlFlow;
/// use paceline::plan::{Plan, Resource, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{Host, LevelOptions, LevelReport, Snapshot, level_with};
/// use paceline::{Progress, Status};
///
/// /// Stops at the first plan and keeps it.
/// struct First(Option<LevelReport>);
///
/// impl Host for First {
///     fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
///         ControlFlow::Break(())
///     }
///     fn best(&mut self, snapshot: &Snapshot<'_>) {
///         self.0 = snapshot.report().ok();
///     }
/// }
///
/// let plan = Plan::builder("Two at once", When::parse("2026-03-02")?)
///     .resource(Resource::person("ana"))
///     .task(Task::new("copy", Duration::days(2)).assigned("ana"))
///     .task(Task::new("brief", Duration::days(1)).assigned("ana"))
///     .build()?;
/// let mut host = First(None);
/// let report = level_with(&plan, &LevelOptions::default(), &mut host)?;
/// assert_eq!(report.steps, 1);
/// assert_eq!(host.0.map(|first| first.schedule), Some(report.schedule));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn level_with(plan: &Plan, options: &LevelOptions, host: &mut impl Host) -> Result<LevelReport, Issues> {
    level_for(plan, options, host)
}

/// [`level_with`] for every kind of host: one search in the module for browsers, not one for each.
fn level_for(plan: &Plan, options: &LevelOptions, host: &mut dyn Host) -> Result<LevelReport, Issues> {
    options.check(plan)?;
    let plan = &*lowered(plan)?;
    let mut compiled = compile_with_choices(plan)?;
    if options.split_remaining {
        compiled.split();
        if compiled.is_split {
            return split::level(plan, compiled, options, host);
        }
    }
    level_once(plan, compiled, options, host)
}

/// One search for the best plan.
fn level_once<'p>(
    plan: &'p Plan,
    mut compiled: Compiled<'p>,
    options: &LevelOptions,
    host: &mut dyn Host,
) -> Result<LevelReport, Issues> {
    let given = given::read(&compiled, options)?;
    for held in &mut compiled.network.held {
        held.delay = 0;
    }
    let floors = given::floors(&compiled, options);
    let analysis = compiled.network.analyze(&floors);
    let before = explain::told(&compiled, &analysis, &floors, false)?;
    for held in &mut compiled.network.held {
        held.alap = false;
    }
    let Compiled { network, choices, .. } = &mut compiled;
    if !network.windows.is_empty() {
        // What cannot be kept without leveling is told, and nothing is done for it.
        let lost: Vec<_> =
            network.windows.out.iter().map(|edge| network.exceeds(edge, &analysis.early) > 0).collect();
        network.windows.give_up(&lost);
        choices.locate(network);
    }
    let problem = Problem::new(&compiled, &analysis, options, &floors, given);
    let choices = staffing::allowed(&compiled, &problem, options);
    let was = problem.full_score(&analysis.early, 0);
    if choices.is_empty() {
        let report = |outcome: &Outcome| {
            let basis = Basis { before: &analysis, was, least: &analysis.early };
            explain::report(&compiled, &problem, &basis, before.clone(), outcome)
        };
        let outcome = search::run(&problem, options, &mut Bridge { host, report: &report });
        return report(&outcome);
    }
    let mut board = Board::new(problem, &choices);
    staffing::price(&mut board, &compiled);
    let facts = board.facts();
    let staff =
        Staff { plan, compiled: &compiled, choices: &choices, facts, analysis: &analysis, was, before };
    let report = |staffed: &Staffed| staff.report(staffed);
    let staffed = reassign::run(&mut board, options, host, &report);
    report(&staffed)
}

/// The host as the search hears it.
struct Bridge<'a> {
    host: &'a mut dyn Host,
    report: &'a dyn Fn(&Outcome) -> Result<LevelReport, Issues>,
}

impl Listener for Bridge<'_> {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        self.host.poll(progress)
    }

    fn best(&mut self, outcome: &dyn Fn() -> Outcome) -> bool {
        let build = || (self.report)(&outcome());
        let snapshot = Snapshot::new(&build);
        self.host.best(&snapshot);
        snapshot.is_taken()
    }
}

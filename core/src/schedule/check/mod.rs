//! The checker: does a schedule keep every rule of its plan? It reads the two documents and nothing else.
//!
//! It is the judge of everything that computes dates, so it shares no code with it: working time is read
//! day by day from the calendar documents ([`work_time`]) instead of the compiled timelines, names are
//! looked up in ordered maps, and every rule is written as a statement about finished dates, never as a
//! way to find them. Only the zone conversion and the document types are common ground.
//!
//! | file | rules |
//! |---|---|
//! | `rows` | every task once, in order, of the right kind; summaries, derived numbers |
//! | `dates` | start at work, duration between start and finish, progress kept, milestones |
//! | `effort` | levels of effort lie where their links say |
//! | `links` | program start, links with their lags |
//! | `constraints` | dates that tasks are held to |
//! | `reassigned` | who does what instead of whom |
//! | `frozen` | what leveling must not move |
//! | `staff` | skills |
//! | `capacity` | who is asked for more than there is of them |
//!
//! | code | what is wrong |
//! |---|---|
//! | `unsupported-format` | the schedule is of another format |
//! | `wrong-clock` | a date has an offset in a plan on one wall clock, or none in a zoned plan |
//! | `missing-task`, `unknown-task`, `duplicate-task`, `wrong-order`, `wrong-kind` | the rows are not the plan's tasks |
//! | `outside-axis`, `finish-before-start` | the dates are not dates of work |
//! | `starts-outside-work`, `works-while-absent`, `outside-contract` | it starts when nobody can work on it |
//! | `wrong-finish`, `wrong-duration`, `milestone-has-length` | start and finish are not its duration apart |
//! | `actual-moved` | the dates of work begun or done were changed |
//! | `wrong-resume` | the rest of started work goes on when it cannot, or there is none |
//! | `rest-before-status-date`, `expected-finish-missed` | what is left of started work is not where the rule of progress has it |
//! | `wrong-effort` | a level of effort does not stretch as far as what it accompanies |
//! | `wrong-summary`, `wrong-program-dates` | a span is not the span of what is in it |
//! | `before-program-start`, `after-program-finish` | it leaves the program |
//! | `link-broken` | a successor does not wait |
//! | `constraint-broken`, `constraint-unreported` | a date is not kept, or not kept and nobody is told |
//! | `skill-not-covered` | the people assigned lack a skill |
//! | `unknown-assignment`, `duplicate-reassignment`, `not-an-alternative`, `reassigned-frozen`, `duplicate-assignment` | somebody does what the plan does not let them |
//! | `wrong-late-days`, `wrong-critical`, `wrong-float`, `wrong-early-dates`, `unknown-driver` | derived numbers contradict the dates |
//! | `moved-frozen` | leveling moved what never moves (`check_leveled`) |
//! | `more-violations` | the list ends here |
//!
//! Faults of the plan itself that keep a rule from being judged are listed under their own codes
//! (`unknown-calendar`, `no-duration`, …).

mod capacity;
mod constraints;
mod dates;
mod effort;
mod facts;
mod frozen;
mod links;
mod reassigned;
mod rows;
mod staff;
#[cfg(test)]
mod tests;
mod work_time;

use crate::sort::Arrange;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use self::facts::{Facts, Findings};
use super::{LevelOptions, Overload, Schedule};
use crate::Issue;
use crate::plan::Plan;

/// What the checker found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckReport {
    /// Every rule that is not kept, sorted by place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub violations: Vec<Issue>,
    /// Spans in which a resource is asked for more than there is of it, by resource, then time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overloads: Vec<Overload>,
}

impl CheckReport {
    /// Whether every rule is kept; overloads are not a broken rule, a plan may not be leveled yet.
    pub fn accepts(&self) -> bool {
        self.violations.is_empty()
    }

    /// Whether nobody is overloaded.
    pub fn is_level(&self) -> bool {
        self.overloads.is_empty()
    }
}

/// Judges a schedule by its plan: calendars, durations, links, constraints, progress, skills, capacity and
/// the numbers derived from them.
///
/// Any schedule is judged, whoever made it; nonsense is answered with violations. Float and drivers are
/// not computed again, only held against the dates.
///
/// # Complexity
/// O(n log n) for n tasks, links and assignments, and for each calendar the days that the schedule touches.
pub fn check(plan: &Plan, schedule: &Schedule) -> CheckReport {
    let mut findings = Findings::default();
    let facts = Facts::gather(plan, schedule, &mut findings);
    rows::judge(&facts, &mut findings);
    dates::judge(&facts, &mut findings);
    effort::judge(&facts, &mut findings);
    links::judge(&facts, &mut findings);
    constraints::judge(&facts, &mut findings);
    staff::judge(&facts, &mut findings);
    let mut violations = findings.0;
    violations.arrange_by(|a, b| (&a.at, &a.code, &a.message).cmp(&(&b.at, &b.code, &b.message)));
    violations.dedup();
    CheckReport { violations, overloads: capacity::overloads(&facts) }
}

/// Judges what leveling made of a schedule: started tasks and tasks of priority 1000 are where they were,
/// and no rule is broken that was kept before.
///
/// The violations are those of `after` that `before` did not have, and the moves that are not allowed; the
/// overloads are those that remain in `after`.
///
/// # Complexity
/// That of two calls of [`check`].
pub fn check_leveled(plan: &Plan, before: &Schedule, after: &Schedule) -> CheckReport {
    check_leveled_with(plan, before, after, &LevelOptions::default())
}

/// [`check_leveled`] of a leveling with options: where it could
/// [split remaining work](LevelOptions::split_remaining), the rest of a started task may go on later, but not before
/// `not_before`. Of the options nothing else is read.
pub fn check_leveled_with(
    plan: &Plan,
    before: &Schedule,
    after: &Schedule,
    options: &LevelOptions,
) -> CheckReport {
    let known: BTreeSet<(String, String)> =
        check(plan, before).violations.into_iter().map(|issue| (issue.at, issue.code.into_owned())).collect();
    let mut report = check(plan, after);
    report.violations.retain(|issue| !known.contains(&(issue.at.clone(), issue.code.to_string())));
    report.violations.extend(frozen::moved(plan, before, after, options));
    report.violations.arrange_by(|a, b| (&a.at, &a.code, &a.message).cmp(&(&b.at, &b.code, &b.message)));
    report
}

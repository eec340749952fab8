//! Dates that tasks are held to.

use super::dates::{is_by_then, is_then, no_work};
use super::facts::{Fact, Facts, Findings};
use crate::Issue;
use crate::plan::{Constraint, ConstraintKind};

pub(super) fn judge(facts: &Facts<'_>, findings: &mut Findings) {
    for fact in facts.tasks.values() {
        // What has begun cannot be held to a date any more.
        if fact.is_started() || fact.task.constraints.is_empty() {
            continue;
        }
        let found: Vec<(&Constraint, Verdict)> = fact
            .task
            .constraints
            .iter()
            .filter_map(|constraint| Some((constraint, verdict(facts, fact, constraint)?)))
            .collect();
        for (constraint, verdict) in &found {
            if verdict.kept {
                continue;
            }
            // Another date of the same task may make this one impossible.
            let contradicted =
                found.iter().any(|(other, theirs)| theirs.kept && contradict(constraint, other));
            // What is under a summary is not held by its latest dates, people are told instead.
            let honored = facts.plan.program.scheduling.honor_constraints;
            let beats_links = (honored || is_mandatory(constraint.kind)) && !fact.is_summary();
            let soft = !beats_links && (verdict.late || fact.is_summary());
            // Or there is not enough working time before it.
            let impossible = verdict.late
                && date_of(facts, fact, constraint).is_some_and(|date| {
                    let too_short =
                        |hours, work: i64| facts.time.work_between(hours, facts.start, date) < work.max(1);
                    facts.start < date && fact.tracks.iter().any(|(hours, work)| too_short(*hours, *work))
                });
            if !soft && !contradicted && !impossible {
                findings.add(|| issue(facts, fact, constraint, "constraint-broken", ""));
            } else if !is_reported(facts, fact) {
                findings
                    .add(|| issue(facts, fact, constraint, "constraint-unreported", " and nobody is told"));
            }
        }
    }
}

/// How the dates of a task stand to a constraint.
struct Verdict {
    kept: bool,
    /// Kept as tightly as it can be.
    tight: bool,
    /// Not kept because the task is later than it allows.
    late: bool,
}

/// `None` for a constraint without a date.
fn verdict(facts: &Facts<'_>, fact: &Fact<'_>, constraint: &Constraint) -> Option<Verdict> {
    let (start, finish) = fact.dates()?;
    let date = date_of(facts, fact, constraint)?;
    let (kept, tight) = match constraint.kind {
        ConstraintKind::AsSoonAsPossible | ConstraintKind::AsLateAsPossible => return None,
        ConstraintKind::MustStartOn | ConstraintKind::MandatoryStart => {
            let kept = is_then(facts, fact, date, start);
            (kept, kept)
        }
        ConstraintKind::MustFinishOn | ConstraintKind::MandatoryFinish => {
            let kept = is_by_then(facts, fact, date, finish);
            (kept, kept)
        }
        ConstraintKind::StartNoEarlierThan => {
            // What has begun under a summary does not count.
            let first = if fact.is_summary() { facts.first_open_start(fact) } else { Some(start) };
            (first.is_none_or(|first| first >= date), is_then(facts, fact, date, start))
        }
        ConstraintKind::FinishNoEarlierThan => {
            let tight = is_by_then(facts, fact, date, finish);
            (finish >= date || tight, tight)
        }
        ConstraintKind::StartNoLaterThan => {
            // On the last working day that the date allows.
            let midnight = facts.time.next_midnight(fact.home, start.clamp(super::work_time::FIRST, date));
            (start <= date, start <= date && no_work(facts, fact, midnight.min(date), date))
        }
        ConstraintKind::FinishNoLaterThan => (finish <= date, is_by_then(facts, fact, date, finish)),
    };
    let moment = if is_about_start(constraint.kind) { start } else { finish };
    Some(Verdict { kept, tight, late: moment > date })
}

fn is_about_start(kind: ConstraintKind) -> bool {
    matches!(
        kind,
        ConstraintKind::MustStartOn
            | ConstraintKind::MandatoryStart
            | ConstraintKind::StartNoEarlierThan
            | ConstraintKind::StartNoLaterThan
    )
}

/// A bare date is the beginning of the day for the first two kinds, its end for the others.
fn date_of(facts: &Facts<'_>, fact: &Fact<'_>, constraint: &Constraint) -> Option<i64> {
    let date = constraint.date?;
    Some(match constraint.kind {
        ConstraintKind::MustStartOn | ConstraintKind::MandatoryStart | ConstraintKind::StartNoEarlierThan => {
            facts.time.opening(fact.home, date)
        }
        _ => facts.time.ending(fact.home, date),
    })
}

fn is_hard(kind: ConstraintKind) -> bool {
    matches!(
        kind,
        ConstraintKind::MustStartOn
            | ConstraintKind::MustFinishOn
            | ConstraintKind::MandatoryStart
            | ConstraintKind::MandatoryFinish
            | ConstraintKind::StartNoLaterThan
            | ConstraintKind::FinishNoLaterThan
    )
}

/// Whether a date goes before links in every plan.
fn is_mandatory(kind: ConstraintKind) -> bool {
    matches!(kind, ConstraintKind::MandatoryStart | ConstraintKind::MandatoryFinish)
}

/// Whether a hard constraint puts a task exactly where it is, in a plan whose constraints beat links.
pub(super) fn holds_it_there(facts: &Facts<'_>, fact: &Fact<'_>) -> bool {
    let honored = facts.plan.program.scheduling.honor_constraints;
    fact.task
        .constraints
        .iter()
        .filter(|constraint| is_mandatory(constraint.kind) || honored && is_hard(constraint.kind))
        .filter_map(|constraint| verdict(facts, fact, constraint))
        .any(|verdict| verdict.tight)
}

/// Whether two constraints of a task pull in different directions.
fn contradict(a: &Constraint, b: &Constraint) -> bool {
    let pulls = |kind: ConstraintKind| match kind {
        ConstraintKind::MustStartOn
        | ConstraintKind::MustFinishOn
        | ConstraintKind::MandatoryStart
        | ConstraintKind::MandatoryFinish => (true, true),
        ConstraintKind::StartNoEarlierThan | ConstraintKind::FinishNoEarlierThan => (false, true),
        ConstraintKind::StartNoLaterThan | ConstraintKind::FinishNoLaterThan => (true, false),
        ConstraintKind::AsSoonAsPossible | ConstraintKind::AsLateAsPossible => (false, false),
    };
    let ((earlier, later), (other_earlier, other_later)) = (pulls(a.kind), pulls(b.kind));
    (earlier && other_later) || (later && other_earlier)
}

/// Whether the schedule tells people that something is the matter with a task.
pub(super) fn is_reported(facts: &Facts<'_>, fact: &Fact<'_>) -> bool {
    let place = format!("tasks/{}", fact.task.id);
    let below = format!("{place}/");
    facts.reported.contains(place.as_str())
        || facts.reported.range(below.as_str()..).next().is_some_and(|at| at.starts_with(&below))
}

fn issue(
    facts: &Facts<'_>,
    fact: &Fact<'_>,
    constraint: &Constraint,
    code: &'static str,
    more: &str,
) -> Issue {
    let (id, kind) = (&fact.task.id, constraint.kind);
    let moment = fact.row.map(|row| if is_about_start(kind) { row.start } else { row.finish });
    let date = date_of(facts, fact, constraint).map(|date| facts.time.stamp(date));
    let verb = if is_about_start(kind) { "starts" } else { "finishes" };
    let word = match kind {
        ConstraintKind::MustStartOn => "must_start_on",
        ConstraintKind::MustFinishOn => "must_finish_on",
        ConstraintKind::StartNoEarlierThan => "start_no_earlier_than",
        ConstraintKind::StartNoLaterThan => "start_no_later_than",
        ConstraintKind::FinishNoEarlierThan => "finish_no_earlier_than",
        ConstraintKind::FinishNoLaterThan => "finish_no_later_than",
        ConstraintKind::MandatoryStart => "mandatory_start",
        ConstraintKind::MandatoryFinish => "mandatory_finish",
        ConstraintKind::AsSoonAsPossible => "as_soon_as_possible",
        ConstraintKind::AsLateAsPossible => "as_late_as_possible",
    };
    let text =
        |stamp: Option<crate::quantity::Stamp>| stamp.map(|stamp| stamp.to_string()).unwrap_or_default();
    let message = format!("task `{id}` {verb} at {}, its {word} is {}{more}", text(moment), text(date));
    Issue::error(code, format!("tasks/{id}/constraints/{word}"), message)
}

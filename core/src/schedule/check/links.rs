//! Nothing starts before the program, and successors wait for their predecessors.

use crate::sort::Arrange;
use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Fact, Facts, Findings};
use super::work_time::Hours;
use super::{constraints, dates};
use crate::Issue;
use crate::plan::{ConstraintKind, Dependency, DependencyKind, LagCalendar, ProgressRule, ScheduleFrom};
use crate::quantity::Span;

pub(super) fn judge(facts: &Facts<'_>, findings: &mut Findings) {
    judge_program(facts, findings);
    let ends = leaf_ends(facts);
    for link in &facts.plan.dependencies {
        if findings.is_full() {
            return;
        }
        judge_link(facts, link, &ends, findings);
        judge_max_lag(facts, link, findings);
    }
}

fn judge_program(facts: &Facts<'_>, findings: &mut Findings) {
    let program = &facts.plan.program;
    let backwards = program.scheduling.from == ScheduleFrom::Finish;
    let last = program.finish.filter(|_| backwards).map(|last| facts.time.ending(facts.time.program(), last));
    for fact in facts.leaves().filter(|fact| !fact.is_started()) {
        let (Some(row), Some((start, finish))) = (fact.row, fact.dates()) else { continue };
        let at = || format!("tasks/{}", fact.task.id);
        if start < facts.start && !constraints::holds_it_there(facts, fact) {
            findings.add(|| {
                let first = facts.time.stamp(facts.start);
                let message =
                    format!("task `{}` starts at {}, before the program at {first}", fact.task.id, row.start);
                Issue::error("before-program-start", at(), message)
            });
        }
        // Float below zero tells people, too.
        let told = row.total_float.0 < 0 || constraints::is_reported(facts, fact);
        // A milestone at a beginning of work may be on the other side of a break: no work lies between.
        let over = last.is_some_and(|last| finish > last && !dates::no_work(facts, fact, last, finish));
        if over && !told {
            findings.add(|| {
                let message = format!(
                    "task `{}` finishes at {}, after the program and unreported",
                    fact.task.id, row.finish
                );
                Issue::error("after-program-finish", at(), message)
            });
        }
    }
}

/// Whether links hold the rest of work that has begun.
fn waits(facts: &Facts<'_>, fact: &Fact<'_>) -> bool {
    let progress = &fact.task.progress;
    facts.plan.program.scheduling.progress_rule == ProgressRule::RetainedLogic
        && progress.actual_start.is_some()
        && progress.actual_finish.is_none()
        && dates::rest_from(facts, fact).is_some()
}

/// Start and finish of what is not begun, and of a rest that links hold.
fn open_dates(facts: &Facts<'_>, fact: &Fact<'_>) -> Option<(i64, i64)> {
    let (start, finish) = fact.dates()?;
    if !waits(facts, fact) {
        return Some((start, finish));
    }
    // A rest is laid out from when it goes on, so its finish stands for the whole break behind it.
    Some((dates::rest_from(facts, fact)?, dates::next_work(facts, fact, finish)))
}

/// For each task the earliest start and the earliest finish of the leaves under it (or its own) that have
/// not started.
fn leaf_ends<'a>(facts: &Facts<'a>) -> BTreeMap<&'a str, (i64, i64)> {
    let starts = least_upwards(facts, |dates| dates.0);
    let finishes = least_upwards(facts, |dates| dates.1);
    starts.into_iter().filter_map(|(id, start)| Some((id, (start, *finishes.get(id)?)))).collect()
}

/// The least of a date over the leaves under each task.
fn least_upwards<'a>(facts: &Facts<'a>, of: impl Fn((i64, i64)) -> i64) -> BTreeMap<&'a str, i64> {
    let open = facts.leaves().filter(|fact| !fact.is_effort() && (!fact.is_started() || waits(facts, fact)));
    let mut dates: Vec<(i64, &str)> =
        open.filter_map(|fact| Some((of(open_dates(facts, fact)?), fact.task.id.as_str()))).collect();
    dates.arrange();
    let mut least = BTreeMap::new();
    for (date, id) in dates {
        // The least come first, so whoever has a date already keeps it, and so does everybody above.
        let mut at = facts.tasks.get_key_value(id);
        while let Some((&id, fact)) = at.filter(|(id, _)| !least.contains_key(**id)) {
            least.insert(id, date);
            at = fact.task.parent.as_ref().and_then(|parent| facts.tasks.get_key_value(parent.as_str()));
        }
    }
    least
}

/// Whether a link or a date asks something of the finish of a task.
pub(super) fn has_finish_asked(facts: &Facts<'_>, fact: &Fact<'_>) -> bool {
    let by_date = fact.task.constraints.iter().any(|constraint| {
        matches!(constraint.kind, ConstraintKind::FinishNoEarlierThan | ConstraintKind::MustFinishOn)
    });
    let mut seen = BTreeSet::new();
    let mut at = Some(fact);
    while let Some(here) = at.filter(|here| !by_date && seen.insert(here.task.id.as_str())) {
        if facts.finish_asked.contains(here.task.id.as_str()) {
            return true;
        }
        at = here.task.parent.as_ref().and_then(|parent| facts.tasks.get(parent.as_str()));
    }
    by_date
}

fn judge_link(
    facts: &Facts<'_>,
    link: &Dependency,
    ends: &BTreeMap<&str, (i64, i64)>,
    findings: &mut Findings,
) {
    let at = || format!("dependencies/{}->{}", link.from, link.to);
    let (Some(from), Some(to)) = (facts.tasks.get(link.from.as_str()), facts.tasks.get(link.to.as_str()))
    else {
        let missing = if facts.tasks.contains_key(link.from.as_str()) { &link.to } else { &link.from };
        findings.add(|| Issue::error("unknown-task", at(), format!("task `{missing}` does not exist")));
        return;
    };
    if from.is_effort() || to.is_effort() {
        return;
    }
    let (Some((start, finish)), Some(&(first_start, first_finish))) =
        (from.dates(), ends.get(to.task.id.as_str()))
    else {
        return;
    };
    let waits = Wait::new(facts, link, from, to);
    let early = facts.plan.program.scheduling.lag_from_early_start && from.has_begun();
    let start = if early { dates::rest_from(facts, from).unwrap_or(start) } else { start };
    let anchor = if waits.from_finish { finish } else { start };
    let earliest = if waits.to_finish { first_finish } else { first_start };
    if waits.is_kept(facts, anchor, earliest) {
        return;
    }
    for leaf in leaves_under(facts, to) {
        let is_open = !leaf.is_effort() && (!leaf.is_started() || self::waits(facts, leaf));
        let Some((start, finish)) = open_dates(facts, leaf).filter(|_| is_open) else { continue };
        let moment = if waits.to_finish { finish } else { start };
        if waits.is_kept(facts, anchor, moment) || constraints::holds_it_there(facts, leaf) {
            continue;
        }
        findings.add(|| {
            let lag = if link.lag.is_zero() { String::new() } else { format!(" and a lag of {}", link.lag) };
            let message = format!(
                "task `{}` {} at {}, but `{}` {} at {}{lag}",
                leaf.task.id,
                if waits.to_finish { "finishes" } else { "starts" },
                facts.time.stamp(moment),
                link.from,
                if waits.from_finish { "finishes" } else { "starts" },
                facts.time.stamp(anchor),
            );
            Issue::error("link-broken", at(), message)
        });
        return;
    }
}

/// The successor comes within the maximum lag, or people are told that it does not.
fn judge_max_lag(facts: &Facts<'_>, link: &Dependency, findings: &mut Findings) {
    let Some(most) = link.max_lag else { return };
    let at = || format!("dependencies/{}->{}/max_lag", link.from, link.to);
    let (Some(from), Some(to)) = (facts.tasks.get(link.from.as_str()), facts.tasks.get(link.to.as_str()))
    else {
        return;
    };
    if from.is_summary() || to.is_summary() {
        findings.add(|| {
            let message = "a maximum lag joins tasks or milestones, and one of these is a summary";
            Issue::error("max-lag-of-summary", at(), message)
        });
        return;
    }
    if from.task.level_of_effort || to.task.level_of_effort {
        findings.add(|| {
            let message =
                "a maximum lag joins tasks with work of their own, and one of these is a level of effort";
            Issue::error("max-lag-of-effort", at(), message)
        });
        return;
    }
    let (Some((start, finish)), Some((begin, end))) = (from.dates(), to.dates()) else { return };
    let within = Wait { lag: facts.lag(most, from), ..Wait::new(facts, link, from, to) };
    let anchor = if within.from_finish { finish } else { start };
    let moment = if within.to_finish { end } else { begin };
    if within.is_within(facts, anchor, moment) || facts.reported.contains(at().as_str()) {
        return;
    }
    findings.add(|| {
        let message = format!(
            "task `{}` {} at {}, but `{}` {} at {}, which is further apart than the maximum lag of {most}",
            link.to,
            if within.to_finish { "finishes" } else { "starts" },
            facts.time.stamp(moment),
            link.from,
            if within.from_finish { "finishes" } else { "starts" },
            facts.time.stamp(anchor),
        );
        Issue::error("max-lag-exceeded", at(), message)
    });
}

/// What a link asks of two moments.
struct Wait {
    from_finish: bool,
    to_finish: bool,
    lag: Span,
    /// Working times that the lag may count in; none: every hour counts.
    hours: Vec<Hours>,
}

impl Wait {
    fn new(facts: &Facts<'_>, link: &Dependency, from: &Fact<'_>, to: &Fact<'_>) -> Self {
        // An elapsed duration runs at any time, but a working lag after it does not.
        let of = |fact: &Fact<'_>| {
            let mut hours = fact.hours.clone();
            if matches!(fact.length, Span::Elapsed(_)) {
                hours.push(Hours::of(fact.home));
            }
            hours
        };
        let hours = match link.lag_calendar.unwrap_or(facts.plan.program.scheduling.lag_calendar) {
            LagCalendar::Successor => of(to),
            LagCalendar::Predecessor => of(from),
            LagCalendar::Program => vec![Hours::of(facts.time.program())],
            LagCalendar::Always => Vec::new(),
        };
        Self {
            from_finish: matches!(link.kind, DependencyKind::FinishStart | DependencyKind::FinishFinish),
            to_finish: matches!(link.kind, DependencyKind::FinishFinish | DependencyKind::StartFinish),
            lag: facts.lag(link.lag, from),
            hours,
        }
    }

    /// Whether at most the lag lies between the end of the predecessor and that of the successor.
    fn is_within(&self, facts: &Facts<'_>, from: i64, to: i64) -> bool {
        match self.lag {
            Span::Working(work) if !self.hours.is_empty() => {
                self.hours.iter().any(|hours| facts.time.work_between(*hours, from, to) <= work.0)
            }
            Span::Working(work) => to <= from.saturating_add(work.0),
            Span::Elapsed(elapsed) => to <= from.saturating_add(elapsed.0),
        }
    }

    /// Whether at least the lag lies between the end of the predecessor and that of the successor.
    fn is_kept(&self, facts: &Facts<'_>, from: i64, to: i64) -> bool {
        match self.lag {
            Span::Working(work) if work.0 != 0 && !self.hours.is_empty() => {
                self.hours.iter().any(|hours| facts.time.work_between(*hours, from, to) >= work.0)
            }
            Span::Working(work) => to >= from.saturating_add(work.0),
            Span::Elapsed(elapsed) => to >= from.saturating_add(elapsed.0),
        }
    }
}

/// The task itself, or the tasks under a summary at any depth.
pub(super) fn leaves_under<'f, 'a>(facts: &'f Facts<'a>, fact: &'f Fact<'a>) -> Vec<&'f Fact<'a>> {
    let mut seen = BTreeSet::new();
    let mut open = vec![fact];
    let mut leaves = Vec::new();
    while let Some(next) = open.pop() {
        if !seen.insert(next.task.id.as_str()) {
            continue;
        }
        if next.children.is_empty() {
            leaves.push(next);
        }
        open.extend(next.children.iter().rev().filter_map(|child| facts.tasks.get(child)));
    }
    leaves
}

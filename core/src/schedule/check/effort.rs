//! Levels of effort: from the first of the ends that their links join their start to, to the last of those that they
//! join their finish to.
//!
//! Where a link has a lag, or there is none at all, only the length is judged.

use std::collections::BTreeMap;

use super::dates::no_work;
use super::facts::{Fact, Facts, Findings};
use super::work_time::{FIRST, Hours, LAST};
use crate::Issue;
use crate::plan::{Dependency, DependencyKind};
use crate::schedule::TaskSchedule;

/// The ends that the links of a level of effort join.
#[derive(Default)]
struct Ends {
    starts: Vec<i64>,
    finishes: Vec<i64>,
    lags: bool,
}

pub(super) fn judge(facts: &Facts<'_>, findings: &mut Findings) {
    let efforts = facts.leaves().filter(|fact| fact.is_effort());
    let mut ends: BTreeMap<&str, Ends> =
        efforts.map(|fact| (fact.task.id.as_str(), Ends::default())).collect();
    if ends.is_empty() {
        return;
    }
    for link in &facts.plan.dependencies {
        for (id, into) in [(link.to.as_str(), true), (link.from.as_str(), false)] {
            let Some(own) = ends.get_mut(id) else { continue };
            let Some((of_start, moment)) = joined(facts, into, link) else { continue };
            own.lags |= !link.lag.is_zero();
            if of_start { own.starts.push(moment) } else { own.finishes.push(moment) }
        }
    }
    for (id, ends) in ends {
        if let Some((fact, row)) = facts.tasks.get(id).and_then(|fact| Some((fact, fact.row?))) {
            judge_one(facts, fact, row, ends, findings);
        }
    }
}

fn judge_one(
    facts: &Facts<'_>,
    fact: &Fact<'_>,
    row: &TaskSchedule,
    Ends { starts, finishes, lags }: Ends,
    findings: &mut Findings,
) {
    let id = fact.task.id.as_str();
    let (start, finish) = (row.start.time().0, row.finish.time().0);
    let mut wrong = |message: String| {
        findings.add(|| Issue::error("wrong-effort", format!("tasks/{id}"), message));
    };
    if finish < start || !(FIRST..=LAST).contains(&start) || !(FIRST..=LAST).contains(&finish) {
        wrong(format!("`{id}` is from {} to {}, which is no time", row.start, row.finish));
        return;
    }
    let length = facts.time.work_between(Hours::of(fact.home), start, finish);
    if length != row.duration.0 {
        wrong(format!("`{id}` is {length} seconds long, not {}", row.duration.0));
    }
    // Without links it is as long as what is beside it.
    if lags || fact.has_begun() || (starts.is_empty() && finishes.is_empty()) {
        return;
    }
    let first = starts.into_iter().min().unwrap_or(facts.start).max(facts.start);
    if start < first || !no_work(facts, fact, first, start) {
        wrong(format!("`{id}` starts at {}, what it accompanies at {}", row.start, facts.time.stamp(first)));
    }
    let last = finishes.into_iter().max().unwrap_or(start).max(start);
    if finish > last || !no_work(facts, fact, finish, last) {
        wrong(format!(
            "`{id}` finishes at {}, what it accompanies at {}",
            row.finish,
            facts.time.stamp(last)
        ));
    }
}

/// Which end of a level of effort a link joins, and the other end of the link; nothing if that is a summary or another
/// level of effort.
fn joined(facts: &Facts<'_>, into: bool, link: &Dependency) -> Option<(bool, i64)> {
    let other = facts.tasks.get(if into { link.from.as_str() } else { link.to.as_str() })?;
    let (start, finish) = other.dates().filter(|_| !other.is_summary() && !other.is_effort())?;
    let (from_finish, to_finish) = match link.kind {
        DependencyKind::FinishStart => (true, false),
        DependencyKind::StartStart => (false, false),
        DependencyKind::FinishFinish => (true, true),
        DependencyKind::StartFinish => (false, true),
    };
    let (mine, theirs) = if into { (to_finish, from_finish) } else { (from_finish, to_finish) };
    Some((!mine, if theirs { finish } else { start }))
}

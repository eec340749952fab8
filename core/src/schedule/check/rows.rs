//! The rows are the plan's tasks, each once and in order; spans and derived numbers agree with the dates.

use super::facts::{Fact, Facts, Findings, seconds};
use super::work_time::{FIRST, Hours, LAST};
use crate::Issue;
use crate::calendar::Clock;
use crate::plan::{Constraint, ConstraintKind, CriticalRule, FloatRule, TotalFloat};
use crate::schedule::{SCHEDULE_FORMAT, TaskKind, TaskSchedule};

pub(super) fn judge(facts: &Facts<'_>, findings: &mut Findings) {
    let schedule = facts.schedule;
    if schedule.format != SCHEDULE_FORMAT {
        let message = format!("the schedule's format is `{}`, not `{SCHEDULE_FORMAT}`", schedule.format);
        findings.add(|| Issue::error("unsupported-format", "format", message));
    }
    judge_rows(facts, findings);
    for fact in facts.tasks.values() {
        let id = &fact.task.id;
        let Some(row) = fact.row else {
            findings.add(|| {
                Issue::error(
                    "missing-task",
                    format!("tasks/{id}"),
                    format!("task `{id}` is not in the schedule"),
                )
            });
            continue;
        };
        judge_kind(facts, fact, row, findings);
        judge_summary(facts, fact, row, findings);
        judge_numbers(facts, fact, row, findings);
    }
    judge_span(facts, findings);
}

fn judge_rows(facts: &Facts<'_>, findings: &mut Findings) {
    let mut last: Option<&str> = None;
    let zoned = facts.plan.program.scheduling.clock == Clock::Zoned;
    for row in &facts.schedule.tasks {
        let id = row.id.as_str();
        let at = || format!("tasks/{id}");
        if !facts.tasks.contains_key(id) {
            let message = || format!("the schedule has a task `{id}` that is not in the plan");
            findings.add(|| Issue::error("unknown-task", at(), message()));
        }
        match last.map(|last| last.cmp(id)) {
            Some(std::cmp::Ordering::Equal) => findings.add(|| {
                Issue::error("duplicate-task", at(), format!("task `{id}` is in the schedule more than once"))
            }),
            Some(std::cmp::Ordering::Greater) => findings.add(|| {
                let message = format!("task `{id}` comes after `{}`", last.unwrap_or_default());
                Issue::error("wrong-order", at(), message).with_help("rows are in the order of their ids")
            }),
            _ => {}
        }
        last = Some(id);
        let stamps =
            [row.start, row.finish, row.early_start, row.early_finish, row.late_start, row.late_finish];
        if stamps.iter().any(|stamp| stamp.zoned_civil().is_some() != zoned) {
            let what =
                if zoned { "has dates without an offset from UTC" } else { "has dates with an offset" };
            findings.add(|| Issue::error("wrong-clock", at(), format!("task `{id}` {what}")));
        }
    }
}

fn judge_kind(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let id = &fact.task.id;
    let kind = match (fact.is_summary(), fact.task.milestone) {
        (true, _) => TaskKind::Summary,
        (false, Some(_)) => TaskKind::Milestone,
        (false, None) => TaskKind::Task,
    };
    if row.kind != kind {
        findings.add(|| {
            let name = |kind| match kind {
                TaskKind::Task => "task",
                TaskKind::Milestone => "milestone",
                TaskKind::Summary => "summary",
            };
            let message = format!("`{id}` is a {} but the schedule has a {}", name(kind), name(row.kind));
            Issue::error("wrong-kind", format!("tasks/{id}"), message)
        });
    }
    for driver in &row.drivers {
        if !facts.tasks.contains_key(driver.as_str()) {
            findings.add(|| {
                let message = format!("driver `{driver}` of task `{id}` is not in the plan");
                Issue::error("unknown-driver", format!("tasks/{id}/drivers"), message)
            });
        }
    }
}

fn judge_summary(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let children = fact.children.iter().filter_map(|child| facts.tasks.get(child)?.row);
    let Some((start, finish)) = span(children) else { return };
    if (row.start.time().0, row.finish.time().0) != (start, finish) {
        findings.add(|| {
            let (from, to) = (facts.time.stamp(start), facts.time.stamp(finish));
            let message = format!(
                "summary `{}` is from {} to {}, its tasks are from {from} to {to}",
                fact.task.id, row.start, row.finish
            );
            Issue::error("wrong-summary", format!("tasks/{}", fact.task.id), message)
        });
    }
}

/// The schedule as a whole begins with its first task and ends with its last.
fn judge_span(facts: &Facts<'_>, findings: &mut Findings) {
    let Some((start, finish)) = span(facts.leaves().filter_map(|fact| fact.row)) else { return };
    let schedule = facts.schedule;
    if (schedule.start.time().0, schedule.finish.time().0) != (start, finish) {
        findings.add(|| {
            let (from, to) = (facts.time.stamp(start), facts.time.stamp(finish));
            let message = format!(
                "the schedule is from {} to {}, its tasks are from {from} to {to}",
                schedule.start, schedule.finish
            );
            Issue::error("wrong-program-dates", "program", message)
        });
    }
}

fn span<'a>(rows: impl Iterator<Item = &'a TaskSchedule>) -> Option<(i64, i64)> {
    rows.map(|row| (row.start.time().0, row.finish.time().0)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Late days, criticality and float agree with the dates of the row.
fn judge_numbers(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let id = &fact.task.id;
    let at = |field: &str| format!("tasks/{id}/{field}");
    let late = match fact.task.deadline {
        None => 0,
        Some(deadline) => {
            let deadline = facts.time.ending(fact.home, deadline);
            let over = row.finish.time().0.clamp(FIRST, LAST) - deadline;
            (over.max(0) + 86_399) / 86_400
        }
    };
    if i64::from(row.late_days) != late {
        let message = || format!("task `{id}` is said to be {} days late, it is {late}", row.late_days);
        findings.add(|| Issue::error("wrong-late-days", at("late_days"), message()));
    }
    if fact.is_summary() {
        return;
    }
    judge_critical(facts, fact, row, findings);
    let early = row.early_start.time() > row.start.time() || row.early_finish.time() > row.finish.time();
    if early && !fact.is_started() {
        findings.add(|| {
            let message = format!(
                "task `{id}` is from {} to {}, before its early dates {} and {}",
                row.start, row.finish, row.early_start, row.early_finish
            );
            Issue::error("wrong-early-dates", at("early_start"), message)
        });
    }
    let theirs = facts.plan.program.scheduling.float_rule == FloatRule::MicrosoftProject;
    let must =
        |kind: &Constraint| matches!(kind.kind, ConstraintKind::MustStartOn | ConstraintKind::MustFinishOn);
    if theirs && fact.task.constraints.iter().any(must) {
        // Its float is that of where its links would have it, which is no date of the row.
        return;
    }
    let (starts, finishes) =
        (row.late_start.time() < row.early_start.time(), row.late_finish.time() < row.early_finish.time());
    let ahead = match facts.plan.program.scheduling.total_float {
        TotalFloat::Smallest => starts || finishes,
        TotalFloat::Start => starts,
        TotalFloat::Finish => finishes,
    };
    if ahead != (row.total_float.0 < 0) && !fact.is_started() && (ahead || row.total_float.0 < 0) {
        // Late dates before the early ones by no working time leave no float, but none is missing either.
        let home = theirs.then(|| Hours::of(fact.home));
        let behind = fact.hours.iter().copied().chain(home).any(|hours| {
            facts.time.work_between(hours, row.late_start.time().0, row.early_start.time().0) <= 0
                && facts.time.work_between(hours, row.late_finish.time().0, row.early_finish.time().0) <= 0
        });
        if !(ahead && behind) {
            findings.add(|| {
                let message = format!(
                    "task `{id}` has a total float of {} seconds, but its late dates {} and {} are {} its early dates {} and {}",
                    row.total_float.0,
                    row.late_start,
                    row.late_finish,
                    if ahead { "before" } else { "not before" },
                    row.early_start,
                    row.early_finish
                );
                Issue::error("wrong-float", at("total_float"), message)
            });
        }
    }
}

fn judge_critical(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let id = &fact.task.id;
    let progress = &fact.task.progress;
    let finished = progress.actual_finish.is_some();
    // Nothing is left of a task that is complete but has no actual finish: either answer will do.
    if !finished && progress.complete.is_some_and(|share| share >= 1.0) {
        return;
    }
    let scheduling = facts.plan.program.scheduling;
    let limit = seconds(facts.span(scheduling.critical_float));
    let critical = match scheduling.critical {
        _ if fact.is_effort() => false,
        CriticalRule::Float => row.total_float.0 <= limit && !finished,
        CriticalRule::LongestPath => facts.longest_path.contains(id.as_str()) && !finished,
    };
    if row.critical != critical {
        findings.add(|| {
            let said = if row.critical { "critical" } else { "not critical" };
            let message = format!(
                "task `{id}` is said to be {said} with a total float of {} seconds and a limit of {limit}",
                row.total_float.0
            );
            Issue::error("wrong-critical", format!("tasks/{id}/critical"), message)
        });
    }
}

//! Causes, bounds and lateness in one sentence each.

use super::words;
use crate::schedule::{Bound, Cause, LateReason, LateTask, Move, MoveKind, ObjectivePart};
use crate::{Status, TaskId};

/// Names listed before "and 4 more".
const MOST_NAMES: usize = 3;
/// Names of a chain before its middle is left out.
const MOST_CHAIN: usize = 8;

/// `+3 d`, `−1 d`, `+4 h`.
pub(crate) fn delay(seconds: i64) -> String {
    let sign = if seconds < 0 { '−' } else { '+' };
    let length = seconds.unsigned_abs();
    #[expect(clippy::cast_precision_loss, reason = "shown, not computed with")]
    let in_unit = |unit: u64| words::brief(length as f64 / unit as f64, 1);
    match length {
        0 => "0 d".to_owned(),
        1..86_400 if length >= 3600 => format!("{sign}{} h", in_unit(3600)),
        1..86_400 => format!("{sign}{} min", in_unit(60)),
        _ => format!("{sign}{} d", in_unit(86_400)),
    }
}

/// What of a task moved: `it`, or `its rest`.
pub(crate) fn moved_part(moved: &Move) -> &'static str {
    match moved.kind {
        MoveKind::Whole => "it",
        MoveKind::Split => "its rest",
    }
}

/// Why a task moved: `strat-1 is busy with C1-US-1brief until 21 Aug`.
pub(crate) fn cause(moved: &Move) -> String {
    let why = match &moved.cause {
        Cause::Resource { resource, until, held_by } => {
            let name = words::clean(resource, 60);
            let day = words::short_day(until.finish_date());
            if held_by.is_empty() {
                format!("{name} is not free until {day}")
            } else {
                format!("{name} is busy with {} until {day}", words::list(held_by, MOST_NAMES))
            }
        }
        Cause::Link { from } => format!("waits for {}", words::clean(from, 60)),
        Cause::MaxLag { to } => {
            format!("waits so that {} comes within its maximum lag", words::clean(to, 60))
        }
        Cause::Choice => "placed there because it serves the objective better".to_owned(),
    };
    let why = match moved.kind {
        MoveKind::Whole => why,
        MoveKind::Split => format!("split, what is done stays and the rest goes on later: {why}"),
    };
    let name = |task: &TaskId| words::clean(task, 60);
    match moved.chain.as_slice() {
        [] | [_] => why,
        [_, last] => format!("waits for {}; there {why}", name(last)),
        [_, first, last] => {
            format!("waits for {}, which waits for {}; there {why}", name(first), name(last))
        }
        [_, first, between @ .., last] => {
            let between = words::count(between.len(), "more task", "more tasks");
            format!(
                "waits for {}, which waits, through {between}, for {}; there {why}",
                name(first),
                name(last)
            )
        }
    }
}

/// `a → b → c`, the middle of a long chain left out.
pub(crate) fn chain<T: std::ops::Deref<Target = str>>(tasks: &[T]) -> String {
    let name = |task: &T| words::clean(task, 60);
    if tasks.len() <= MOST_CHAIN {
        return tasks.iter().map(name).collect::<Vec<_>>().join(" → ");
    }
    let (head, rest) = tasks.split_at(MOST_CHAIN / 2);
    let tail = rest.split_at(rest.len() - MOST_CHAIN / 2).1;
    let part = |tasks: &[T]| tasks.iter().map(name).collect::<Vec<_>>().join(" → ");
    let left_out = tasks.len() - head.len() - tail.len();
    format!("{} → … {left_out} more … → {}", part(head), part(tail))
}

/// Name of a part of the objective for people.
pub(crate) fn part_name(part: &ObjectivePart) -> &str {
    match part.name.as_str() {
        "tardiness" => "weighted lateness",
        "finish" => "finish",
        "cost" => "labor",
        "change" => "change against the reference",
        "even_load" => "unevenness of load",
        other => other,
    }
}

/// The value of a part: `0 weighted days`.
pub(crate) fn part_value(part: &ObjectivePart) -> String {
    format!("{} {}", words::brief(part.value, 2), part.unit)
}

/// How good a part is: `proven best: nothing can be below 0`.
pub(crate) fn bound(part: &ObjectivePart) -> String {
    if part.gap.abs() < 1e-9 {
        return format!("proven best: {}", reason(&part.reason));
    }
    let share = if part.value > 0.0 {
        format!(" ({} %)", words::brief(100.0 * part.gap / part.value, 1))
    } else {
        String::new()
    };
    let bound = words::brief(part.bound, 2);
    let because = match part.reason {
        Bound::Trivial => String::new(),
        _ => format!(": {}", reason(&part.reason)),
    };
    format!(
        "at most {}{share} could still be gained, no plan is below {bound}{because}",
        words::brief(part.gap, 2)
    )
}

fn reason(bound: &Bound) -> String {
    match bound {
        Bound::Trivial => "nothing can be below 0".to_owned(),
        Bound::Precedence { tasks } if tasks.is_empty() => {
            "links, calendars and constraints alone ask for that".to_owned()
        }
        Bound::Precedence { tasks } => format!(
            "links, calendars and constraints alone ask for that, even with endless people ({})",
            chain(tasks)
        ),
        Bound::Energy { resource, tasks } => format!(
            "the work of {} on {} cannot be done sooner",
            words::clean(resource, 60),
            words::count(tasks.len(), "task", "tasks")
        ),
        Bound::Pool { resources, tasks } => format!(
            "the work of {} on {} cannot be done sooner, whoever of them does what",
            words::count(resources.len(), "person", "people"),
            words::count(tasks.len(), "task", "tasks")
        ),
        Bound::Exhausted { nodes } => {
            format!("every other order was tried or ruled out ({} nodes)", words::whole(*nodes))
        }
        Bound::Cheapest => "all work at the lowest rates that it can meet costs that much".to_owned(),
        Bound::Moved { tasks } => format!(
            "{} cannot start where they did, or collide there",
            words::count(tasks.len(), "task", "tasks")
        ),
        Bound::Spread => "the work spread as evenly as its time allows comes to that".to_owned(),
        Bound::Sum { .. } => "the bounds of its goals come to that".to_owned(),
    }
}

/// What is known about the plan, in words.
pub(crate) fn status(status: Status) -> &'static str {
    match status {
        Status::Optimal => "optimal: no better plan exists",
        Status::Feasible => "feasible: every rule is kept, a better plan may exist",
        Status::Infeasible => "infeasible: no plan can keep every rule",
        Status::Stopped => "stopped: the best plan found so far",
    }
}

/// `4 d late (3 of them unavoidable)`.
pub(crate) fn lateness(late: &LateTask) -> String {
    let days = words::whole(u64::from(late.days));
    match late.unavoidable_days {
        0 => format!("{days} d late"),
        n if n >= late.days => format!("{days} d late, unavoidable"),
        n => format!("{days} d late, {n} of them unavoidable"),
    }
}

/// Why a task is late.
pub(crate) fn late_reason(late: &LateTask) -> String {
    match (late.reason, late.unavoidable_days) {
        (LateReason::Precedence, _) => {
            "links, calendars and constraints alone make it late: no leveling can help".to_owned()
        }
        (LateReason::Resources, 0) => "people are short: with endless people it would be on time".to_owned(),
        (LateReason::Resources, days) => format!(
            "on time is impossible by precedence alone ({}), which costs {days} d; the rest is because people are short",
            late.unavoidable_chain.iter().map(crate::TaskId::as_str).collect::<Vec<_>>().join(" → ")
        ),
    }
}

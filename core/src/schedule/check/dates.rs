//! Dates of tasks and milestones: they begin at work, and lie as far apart as their duration says on the
//! working time of everybody assigned; what has happened stays.

use super::facts::{Booking, Fact, Facts, Findings, pauses, seconds};
use super::links;
use super::work_time::{FIRST, Hours, LAST};
use crate::Issue;
use crate::plan::{MilestoneKind, ProgressRule};
use crate::quantity::{Span, Work};
use crate::schedule::TaskSchedule;

pub(super) fn judge(facts: &Facts<'_>, findings: &mut Findings) {
    for fact in facts.tasks.values().filter(|fact| fact.is_summary()) {
        let Some(manual) = fact.task.manual else { continue };
        let wanted = facts.time.opening(fact.home, manual.start);
        if facts.first_open_start(fact).is_some_and(|first| first < wanted) {
            let id = &fact.task.id;
            let message = format!("what is under `{id}` starts before `{}`, its start by hand", manual.start);
            findings.add(|| Issue::error("manual-moved", format!("tasks/{id}/start"), message));
        }
    }
    for fact in facts.tasks.values() {
        if let Some(row) = fact.row.filter(|row| row.resume.is_some() || row.stop.is_some()) {
            judge_resume(facts, fact, row, findings);
        }
    }
    for fact in facts.leaves() {
        let Some(row) = fact.row else { continue };
        let (start, finish) = (row.start.time().0, row.finish.time().0);
        let (at, id) = (format!("tasks/{}", fact.task.id), &fact.task.id);
        if !(FIRST..=LAST).contains(&start) || !(FIRST..=LAST).contains(&finish) {
            let message =
                format!("task `{id}` is from {} to {}, not within 1970 to 2100", row.start, row.finish);
            findings.add(|| Issue::error("outside-axis", at, message));
        } else if finish < start {
            let message =
                format!("task `{id}` finishes at {}, before it starts at {}", row.finish, row.start);
            findings.add(|| Issue::error("finish-before-start", at, message));
        } else if let Some(manual) = fact.task.manual.filter(|_| !fact.has_begun()) {
            let home = fact.home;
            let wanted = [facts.time.opening(home, manual.start), facts.time.ending(home, manual.finish)];
            if [start, finish] != wanted {
                let message = format!(
                    "task `{id}` is set by hand from {} to {}, not from {} to {}",
                    manual.start, manual.finish, row.start, row.finish
                );
                findings.add(|| Issue::error("manual-moved", at, message));
            }
        } else if fact.is_effort() {
            // Judged by its links.
        } else if fact.is_started() {
            judge_actual(facts, fact, row, findings);
        } else {
            judge_planned(facts, fact, row, findings);
        }
    }
}

fn judge_planned(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let (start, finish) = (row.start.time().0, row.finish.time().0);
    let length = seconds(fact.length);
    if row.duration.0 != length {
        findings.add(|| {
            let message = format!(
                "task `{}` takes {length} seconds by the plan, {} by the schedule",
                fact.task.id, row.duration.0
            );
            Issue::error("wrong-duration", format!("tasks/{}/duration", fact.task.id), message)
        });
    }
    if length == 0 {
        judge_moment(facts, fact, row, findings);
        return;
    }
    let expected = match fact.length {
        // The wall clock runs at any time.
        Span::Elapsed(elapsed) => Some(start.saturating_add(elapsed.0)),
        Span::Working(_) => {
            if !fact.hours.iter().any(|hours| facts.time.is_working(*hours, start)) {
                findings.add(|| nobody_works(facts, fact, row));
                return;
            }
            latest(fact, |hours, work| facts.time.lay_out(hours, start, work))
        }
    };
    // A link or a date may ask for a finish on the other side of a break: no work lies between.
    let across = expected.is_some_and(|expected| {
        expected < finish && no_work(facts, fact, expected, finish) && links::has_finish_asked(facts, fact)
    });
    if expected != Some(finish) && !across {
        findings.add(|| wrong_finish(facts, fact, row, expected));
    }
}

/// A milestone, or a task without length.
fn judge_moment(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let (start, id) = (row.start.time().0, &fact.task.id);
    if row.start.time() != row.finish.time() {
        let message = format!("`{id}` has no length but is from {} to {}", row.start, row.finish);
        findings.add(|| Issue::error("milestone-has-length", format!("tasks/{id}"), message));
        return;
    }
    let at_work = |hours: &Hours| match fact.task.milestone {
        Some(MilestoneKind::Start) => facts.time.is_working(*hours, start),
        _ => facts.time.touches_work(*hours, start),
    };
    if !fact.hours.iter().any(at_work) {
        findings.add(|| nobody_works(facts, fact, row));
    }
}

/// The latest of what the assignments of a task give; nothing if one of them gives nothing.
fn latest(fact: &Fact<'_>, of: impl Fn(Hours, i64) -> Option<i64>) -> Option<i64> {
    fact.tracks
        .iter()
        .map(|(hours, work)| of(*hours, *work))
        .try_fold(i64::MIN, |last, next| Some(last.max(next?)))
}

fn wrong_finish(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, expected: Option<i64>) -> Issue {
    let (id, at) = (&fact.task.id, format!("tasks/{}/finish", fact.task.id));
    match expected {
        Some(expected) => {
            let message = format!(
                "task `{id}` starts at {} and finishes at {}, its work ends at {}",
                row.start,
                row.finish,
                facts.time.stamp(expected)
            );
            Issue::error("wrong-finish", at, message)
        }
        None => {
            let message = format!("task `{id}` starts at {} and its work never ends", row.start);
            Issue::error("wrong-finish", at, message)
                .with_help("look at the contract window and the calendar: working time runs out")
        }
    }
}

/// Why nobody works at the start of a task: outside a contract, away, or no shift.
fn nobody_works(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule) -> Issue {
    let start = row.start.time().0;
    let mut code = "starts-outside-work";
    let mut why = "nobody assigned works then".to_owned();
    if fact.bookings.is_empty() {
        "its calendar has no work then".clone_into(&mut why);
    }
    for booking in &fact.bookings {
        let anyway = Hours { resource: None, ..booking.hours };
        if booking.hours.resource.is_none() || !facts.time.is_working(anyway, start) {
            continue;
        }
        let resource = &facts.plan.resources[booking.resource];
        let home = facts.time.number_or_program(resource.calendar.as_deref());
        let outside = resource.contract.is_some_and(|window| {
            start < facts.time.opening(home, window.from) || facts.time.ending(home, window.to) <= start
        });
        code = if outside { "outside-contract" } else { "works-while-absent" };
        let what = if outside { "outside the contract of" } else { "during an absence of" };
        why = format!("{what} `{}`", resource.id);
        break;
    }
    let message = format!("task `{}` starts at {}: {why}", fact.task.id, row.start);
    Issue::error(code, format!("tasks/{}/start", fact.task.id), message)
}

/// Actual dates are kept; what is left is laid out after what is done, from the day it goes on.
fn judge_actual(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let (start, finish) = (row.start.time().0, row.finish.time().0);
    let progress = &fact.task.progress;
    let id = &fact.task.id;
    let moved = |field: &str, wanted: i64, is: &dyn std::fmt::Display| {
        let message = format!("`{id}` has an actual {field} of {} but is at {is}", facts.time.stamp(wanted));
        Issue::error("actual-moved", format!("tasks/{id}/{field}"), message)
            .with_help("what has happened does not move")
    };
    if let Some(actual) = progress.actual_start {
        let wanted = facts.time.opening(fact.home, actual);
        if !is_then(facts, fact, wanted, start) {
            findings.add(|| moved("start", wanted, &row.start));
        }
    }
    if let Some(actual) = progress.actual_finish {
        let wanted = facts.time.ending(fact.home, actual);
        if !is_by_then(facts, fact, wanted, finish) {
            findings.add(|| moved("finish", wanted, &row.finish));
        } else if progress.actual_start.is_none() && !fits_back(facts, fact, start, finish) {
            findings.add(|| {
                let message = format!(
                    "task `{id}` finished at {} and starts at {}, which is not its duration before",
                    row.finish, row.start
                );
                Issue::error("wrong-duration", format!("tasks/{id}/start"), message)
            });
        }
        return;
    }
    judge_rest(facts, fact, row, findings);
    let end = |hours: Hours, whole: i64| Some(done_and_rest(facts, fact, hours, whole, start)?[1].1);
    let expected = latest(fact, end);
    // Of a task without duration something may be left all the same; then any of its calendars will do.
    let any = seconds(fact.length) == 0 && fact.hours.iter().any(|hours| end(*hours, 0) == Some(finish));
    if expected != Some(finish) && !any {
        findings.add(|| wrong_finish(facts, fact, row, expected));
    }
}

/// By the rules of P6 nothing that is left lies before the status date, and an expected finish is kept if it can be.
fn judge_rest(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let id = &fact.task.id;
    let finish = row.finish.time().0;
    if let Some(goes_on) = rest_from(facts, fact).filter(|_| has_rule(facts))
        && goes_on < facts.start
        && !no_work(facts, fact, goes_on, facts.start)
    {
        findings.add(|| {
            let message = format!(
                "the rest of `{id}` goes on at {}, before the status date",
                facts.time.stamp(goes_on)
            );
            Issue::error("rest-before-status-date", format!("tasks/{id}/resume"), message)
        });
    }
    if let Some(expected) = expected_finish(facts, fact) {
        let from = rest_from(facts, fact).unwrap_or(finish);
        let late = finish > expected && finish > from && !no_work(facts, fact, expected, finish);
        let early = finish < expected && !no_work(facts, fact, finish, expected);
        // Links may ask for a later finish.
        if early || late && !links::has_finish_asked(facts, fact) {
            findings.add(|| {
                let message = format!(
                    "`{id}` is expected to finish at {} but does at {}",
                    facts.time.stamp(expected),
                    row.finish
                );
                Issue::error("expected-finish-missed", format!("tasks/{id}/finish"), message)
            });
        }
    }
}

/// When a task is expected to finish, if that decides how long it takes.
fn expected_finish(facts: &Facts<'_>, fact: &Fact<'_>) -> Option<i64> {
    let expected = fact.task.progress.expected_finish?;
    facts.plan.program.scheduling.use_expected_finish.then(|| facts.time.ending(fact.home, expected))
}

/// When the rest of started work goes on; `None` if nothing is left that a rule or a link could hold.
pub(super) fn rest_from(facts: &Facts<'_>, fact: &Fact<'_>) -> Option<i64> {
    let row = fact.row?;
    let start = row.start.time().0;
    let starts = fact.tracks.iter().filter_map(|(hours, whole)| {
        let (done, rest) = done_by(facts, fact, *hours, *whole, start)?;
        let next = match row.resume {
            Some(resume) => resume.time().0.max(if has_rule(facts) { start } else { done }),
            // At once: from the next moment of work.
            None if has_rule(facts) => run(facts, *hours, done, like(fact.length, 1))? - 1,
            None => planned_rest(facts, fact, done),
        };
        (rest > 0).then_some(next)
    });
    // Where the expected finish has passed nothing is left but the moment of the finish, and links hold that.
    starts.min().or_else(|| expected_finish(facts, fact).map(|_| row.finish.time().0))
}

/// Only what is left of started work goes on, when somebody is at work, and neither before what is done ends nor before
/// the plan lets it.
fn judge_resume(facts: &Facts<'_>, fact: &Fact<'_>, row: &TaskSchedule, findings: &mut Findings) {
    let id = &fact.task.id;
    let mut wrong = |why: String| {
        findings.add(|| {
            let said = row.resume.map_or(String::new(), |stamp| format!(" at {stamp}"));
            let message = format!("the rest of `{id}` is said to go on{said}, but {why}");
            Issue::error("wrong-resume", format!("tasks/{id}/resume"), message)
        });
    };
    let (Some(stop), Some(resume)) = (row.stop, row.resume) else {
        return wrong("what stops goes on, and the other way round".to_owned());
    };
    let (stop, resume) = (stop.time().0, resume.time().0);
    let progress = &fact.task.progress;
    let is_open = progress.actual_start.is_some() && progress.actual_finish.is_none();
    if fact.is_summary() || fact.task.milestone.is_some() || !is_open {
        return wrong("only work that has begun and is not done can be interrupted".to_owned());
    }
    if !(FIRST..=LAST).contains(&resume) {
        return wrong("that is not within 1970 to 2100".to_owned());
    }
    let elapsed = matches!(fact.length, Span::Elapsed(_));
    if !elapsed && !fact.hours.iter().any(|hours| facts.time.is_working(*hours, resume)) {
        return wrong("nobody assigned works then".to_owned());
    }
    let start = row.start.time().0;
    let done = fact.tracks.iter().map(|(hours, whole)| done_by(facts, fact, *hours, *whole, start));
    let open = done.flatten().filter(|(_, rest)| *rest > 0).map(|(done, _)| done);
    let ends: Vec<i64> = open.collect();
    let after = |done: &i64| if has_rule(facts) { start } else { *done };
    let first = ends.iter().map(|done| planned_rest(facts, fact, after(done))).min();
    if let Some(first) = first.filter(|first| resume < *first) {
        wrong(format!("it cannot before {}", facts.time.stamp(first)));
    }
    let last = ends.into_iter().max().map(|last| last.min(resume));
    if last != Some(stop) {
        let last = last.map_or("nothing is left".to_owned(), |last| {
            format!("what is done ends at {} and not at {}", facts.time.stamp(last), facts.time.stamp(stop))
        });
        wrong(last);
    }
}

/// Whether a moment is a date, or the first work after it.
pub(super) fn is_then(facts: &Facts<'_>, fact: &Fact<'_>, date: i64, moment: i64) -> bool {
    moment == date || (moment > date && no_work(facts, fact, date, moment))
}

/// Whether a moment is a date, or the last end of work before it.
pub(super) fn is_by_then(facts: &Facts<'_>, fact: &Fact<'_>, date: i64, moment: i64) -> bool {
    moment == date || (moment < date && no_work(facts, fact, moment, date))
}

/// Whether no working time of a task lies between two moments.
pub(super) fn no_work(facts: &Facts<'_>, fact: &Fact<'_>, from: i64, to: i64) -> bool {
    fact.hours.iter().any(|hours| facts.time.work_between(*hours, from, to) == 0)
}

/// The first moment from then on at which somebody works on a task.
pub(super) fn next_work(facts: &Facts<'_>, fact: &Fact<'_>, from: i64) -> i64 {
    let starts = fact.hours.iter().filter_map(|hours| run(facts, *hours, from, like(fact.length, 1)));
    starts.min().map_or(from, |second| second - 1)
}

fn fits_back(facts: &Facts<'_>, fact: &Fact<'_>, start: i64, finish: i64) -> bool {
    match fact.length {
        Span::Elapsed(elapsed) => start == finish.saturating_sub(elapsed.0),
        Span::Working(Work(0)) => start == finish,
        Span::Working(_) => fact.tracks.iter().any(|(hours, work)| {
            facts
                .time
                .lay_back(*hours, finish, *work)
                .is_some_and(|from| from == start || (facts.time.work_between(*hours, from, start) == 0))
        }),
    }
}

/// When an assignment of a task that starts then is at work: from, to; breaks and days off included.
pub(super) fn parts_of_work(
    facts: &Facts<'_>,
    fact: &Fact<'_>,
    booking: &Booking<'_>,
    (start, finish): (i64, i64),
) -> Vec<(i64, i64)> {
    let progress = &fact.task.progress;
    if progress.actual_finish.is_some() {
        vec![(start, finish)]
    } else if progress.actual_start.is_some() {
        let parts = done_and_rest(facts, fact, booking.hours, booking.length, start);
        parts.map_or(vec![(start, finish)], |parts| parts.to_vec())
    } else {
        let end = run(facts, booking.hours, start, like(fact.length, booking.length));
        vec![(start, end.unwrap_or(finish))]
    }
}

/// When what is done of a started task was worked, and when the rest is.
fn done_and_rest(
    facts: &Facts<'_>,
    fact: &Fact<'_>,
    hours: Hours,
    whole: i64,
    start: i64,
) -> Option<[(i64, i64); 2]> {
    let (done, rest) = done_by(facts, fact, hours, whole, start)?;
    let next = match fact.row.and_then(|row| row.resume) {
        None if rest == 0 && expected_finish(facts, fact).is_some() => {
            // The moment of the finish.
            let finish = fact.row?.finish.time().0;
            let is_moment = finish >= done && facts.time.touches_work(hours, finish);
            is_moment.then_some(finish)?
        }
        Some(resume) => resume.time().0.max(if has_rule(facts) { start } else { done }),
        // Nothing is left that could lie anywhere.
        None if rest == 0 && has_rule(facts) => planned_rest(facts, fact, start),
        // The schedule says when the rest goes on unless that is at once.
        None if has_rule(facts) => done,
        None => planned_rest(facts, fact, done),
    };
    Some([(start, done.min(next)), (next, run(facts, hours, next, like(fact.length, rest))?)])
}

/// Whether a rule says where what is left lies, however much was done before.
fn has_rule(facts: &Facts<'_>) -> bool {
    facts.plan.program.scheduling.progress_rule != ProgressRule::AsRecorded
}

/// When the rest goes on at the earliest by the plan, after what is done.
fn planned_rest(facts: &Facts<'_>, fact: &Fact<'_>, done: i64) -> i64 {
    let resume = fact.task.progress.resume;
    resume.map_or(done, |resume| done.max(facts.time.opening(fact.home, resume)))
}

/// When what is done of a started task was done, and the seconds that are left.
fn done_by(facts: &Facts<'_>, fact: &Fact<'_>, hours: Hours, whole: i64, start: i64) -> Option<(i64, i64)> {
    let progress = &fact.task.progress;
    // What is left is told without the pauses; of those, the ones behind what is done are to come.
    let paused = match fact.length {
        Span::Working(_) => pauses(fact.task, facts.units),
        Span::Elapsed(_) => 0,
    };
    let worked = whole - paused;
    let left = match progress.remaining {
        Some(remaining) => seconds(facts.span(remaining)).max(0),
        None => {
            let share = progress.complete.filter(|share| share.is_finite()).unwrap_or(0.0).clamp(0.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_precision_loss,
                reason = "a share of seconds"
            )]
            let done = (share * worked as f64).round() as i64;
            worked - done
        }
    };
    let behind = fact.task.splits.iter().filter(|split| seconds(facts.span(split.after)) > worked - left);
    let to_come =
        if paused > 0 { behind.map(|split| seconds(facts.span(split.pause)).max(0)).sum() } else { 0 };
    let planned = left + to_come;
    let done = (whole - planned).max(0);
    // An expected finish says how much is left, so much less or more is the whole.
    let more = match (fact.row, expected_finish(facts, fact)) {
        (Some(row), Some(_)) => row.duration.0.saturating_sub(seconds(fact.length)),
        _ => 0,
    };
    let rest = planned.saturating_add(more).max(0);
    Some((run(facts, hours, start, like(fact.length, done))?, rest))
}

fn run(facts: &Facts<'_>, hours: Hours, from: i64, length: Span) -> Option<i64> {
    match length {
        Span::Elapsed(elapsed) => Some(from.saturating_add(elapsed.0)),
        Span::Working(work) => facts.time.lay_out(hours, from, work.0),
    }
}

/// So many seconds of the same kind of time.
fn like(kind: Span, seconds: i64) -> Span {
    match kind {
        Span::Working(_) => Span::Working(Work(seconds)),
        Span::Elapsed(_) => Span::Elapsed(crate::quantity::Elapsed(seconds)),
    }
}

//! From a schedule to the differences from what a case expects.

use std::collections::BTreeSet;

use chrono::{NaiveTime, TimeDelta};
use paceline::Issues;
use paceline::calendar::{Calendars, Clock};
use paceline::quantity::{Duration, Stamp, Time, When, Work};
use paceline::schedule::{FloatPathOptions, FloatPathOrder, Schedule, TaskKind, TaskSchedule, float_paths};
use serde_json::Value;

use super::read::{PROJECT, Problem, list};

/// Every difference, in words; none if the case passes. Where `exact` is false the two sides of a break in a
/// task's calendar are the same moment.
pub(crate) fn differences(
    case: &Value,
    problem: &Problem,
    result: &Result<Schedule, Issues>,
    exact: bool,
) -> Vec<String> {
    let expect = &case["expect"];
    let mut found = Vec::new();
    let calendars = Calendars::compile(&problem.plan.calendars, Clock::Wall, &mut Vec::new());
    let same = |name: &str, is: Stamp, wanted: &str| {
        let timeline = calendars.get(problem.calendar_of[name].as_str()).map(|calendar| &calendar.timeline);
        let wanted = When::parse(wanted).map(|wanted| Time::from_civil(wanted.start()));
        match (timeline, wanted) {
            (Some(timeline), Ok(wanted)) => !exact && timeline.work_between(is.time(), wanted) == Work::ZERO,
            _ => false,
        }
    };
    let schedule = match result {
        Err(issues) => {
            if expect["error"] != true {
                found.push(format!("refused: {issues}"));
            }
            return found;
        }
        Ok(schedule) => schedule,
    };
    if expect["error"] == true {
        found.push("accepted, but an error was expected".to_owned());
    }
    let empty = serde_json::Map::new();
    for (name, wanted) in expect["tasks"].as_object().unwrap_or(&empty) {
        match schedule.task(name) {
            Some(row) => task(name, wanted, row, problem, &same, &mut found),
            None => found.push(format!("{name} is missing")),
        }
    }
    sets(expect, schedule, &mut found);
    paths(case, schedule, problem, &mut found);
    project(expect, schedule, problem, &mut found);
    found
}

fn task(
    name: &str,
    wanted: &Value,
    row: &TaskSchedule,
    problem: &Problem,
    same: &impl Fn(&str, Stamp, &str) -> bool,
    found: &mut Vec<String>,
) {
    let dates = [
        ("es", row.early_start, false),
        ("ef", row.early_finish, true),
        ("ls", row.late_start, false),
        ("lf", row.late_finish, true),
    ];
    for (key, stamp, finish) in dates {
        let Some(wanted) = wanted[key].as_str() else { continue };
        let is = shown(stamp, finish && !problem.elapsed.contains(name), wanted);
        if is != wanted && !(wanted.len() > 10 && same(name, stamp, wanted)) {
            found.push(format!("{name}.{key} is {is}, not {wanted}"));
        }
    }
    let day = if problem.elapsed.contains(name) {
        1440
    } else {
        problem.calendars[&problem.calendar_of[name]].minutes
    };
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let days = |work: Work| work.0 as f64 / (day * 60) as f64;
    let floats =
        [("tf", row.total_float), ("ff", row.free_float), ("intf", row.total_float - row.free_float)];
    for (key, float) in floats {
        let Some(wanted) = wanted[key].as_f64() else { continue };
        if (days(float) - wanted).abs() > 1e-9 {
            found.push(format!("{name}.{key} is {}, not {wanted}", days(float)));
        }
    }
    if wanted["crit"].as_bool().is_some_and(|wanted| wanted != row.critical) {
        found.push(format!("{name}.crit is {}", row.critical));
    }
}

/// A moment as the expectation writes it: with or without the time of day.
fn shown(stamp: Stamp, finish: bool, like: &str) -> String {
    if like.len() > 10 {
        return stamp.civil().format("%Y-%m-%dT%H:%M").to_string();
    }
    let midnight = stamp.civil().time() == NaiveTime::MIN;
    let date = if finish && midnight { stamp.finish_date() } else { stamp.date() };
    date.to_string()
}

fn sets(expect: &Value, schedule: &Schedule, found: &mut Vec<String>) {
    let leaves = || schedule.tasks.iter().filter(|row| row.kind != TaskKind::Summary);
    let mut compare = |key: &str, is: BTreeSet<String>| {
        if !expect[key].is_array() {
            return;
        }
        let wanted: BTreeSet<String> = list(expect, key).iter().map(named).collect();
        if is != wanted {
            found.push(format!("{key} is {is:?}, not {wanted:?}"));
        }
    };
    compare("criticalPathSet", leaves().filter(|row| row.critical).map(|row| row.id.to_string()).collect());
    compare(
        "missedDeadlinesSet",
        leaves().filter(|row| row.late_days > 0).map(|row| row.id.to_string()).collect(),
    );
    let missed = schedule.issues.iter().filter(|issue| issue.code == "constraint-missed");
    compare(
        "violatedConstraintsSet",
        missed.filter_map(|issue| issue.at.split('/').nth(1)).map(str::to_owned).collect(),
    );
    let order = schedule.issues.iter().filter(|issue| issue.code == "out-of-sequence");
    compare(
        "outOfSequenceSet",
        order
            .filter_map(|issue| issue.at.strip_prefix("dependencies/")?.split_once("->"))
            .map(|(from, to)| format!("{from} -> {to}"))
            .collect(),
    );
    let driving = |row: &TaskSchedule| -> Vec<String> {
        row.drivers.iter().map(|driver| format!("{driver} -> {}", row.id)).collect()
    };
    compare("drivingSet", leaves().flat_map(driving).collect());
}

/// A task, or a link by its two tasks (our drivers are tasks).
fn named(value: &Value) -> String {
    match value.as_array() {
        Some(link) => format!("{} -> {}", link[0].as_str().unwrap(), link[1].as_str().unwrap()),
        None => value.as_str().unwrap().to_owned(),
    }
}

fn project(expect: &Value, schedule: &Schedule, problem: &Problem, found: &mut Vec<String>) {
    let (start, finish) = (schedule.start, schedule.finish);
    if let Some(wanted) = expect["projectEnd"].as_str().filter(|_| !schedule.tasks.is_empty()) {
        let leaves = schedule.tasks.iter().filter(|row| row.kind != TaskKind::Summary);
        let finishes =
            leaves.map(|row| shown(row.finish, !problem.elapsed.contains(row.id.as_str()), wanted));
        let is = finishes.max().unwrap_or_default();
        if is != wanted {
            found.push(format!("projectEnd is {is}, not {wanted}"));
        }
    }
    if let Some(wanted) = expect["projectDuration"].as_i64() {
        let days = &problem.calendars[PROJECT];
        // The morning after a night shift belongs to the day on which it began.
        let last = (finish.civil() - TimeDelta::seconds(60 * days.after_midnight + 1)).date();
        let is = if finish <= start { 0 } else { days.count(start.date(), last) };
        if is != wanted {
            found.push(format!("projectDuration is {is}, not {wanted}"));
        }
    }
}

/// Float paths, near-critical tasks, the critical path task by task.
fn paths(case: &Value, schedule: &Schedule, problem: &Problem, found: &mut Vec<String>) {
    let (asked, expect) = (&case["schedulingOptions"], &case["expect"]);
    if let Some(wanted) = expect["criticalPaths"].as_array() {
        let is = serde_json::json!(schedule.critical_paths);
        if is.as_array() != Some(wanted) {
            found.push(format!("criticalPaths are {is}, not {}", expect["criticalPaths"]));
        }
    }
    let ranked = &asked["floatPaths"];
    let limit = asked["nearCriticalThreshold"].as_i64();
    if ranked["enabled"] != true && limit.is_none() {
        return;
    }
    let options = FloatPathOptions {
        order: match ranked["method"].as_str() {
            Some("TOTAL_FLOAT") => FloatPathOrder::TotalFloat,
            _ => FloatPathOrder::FreeFloat,
        },
        paths: ranked["maxPaths"].as_u64().and_then(|most| u32::try_from(most).ok()).unwrap_or(10),
        near_critical: limit.and_then(|days| i32::try_from(days).ok()).map(Duration::days),
        to: None,
    };
    let paths = match float_paths(&problem.plan, &options) {
        Ok(paths) => paths,
        Err(issues) => return found.push(format!("no float paths: {issues}")),
    };
    if let Some(wanted) = expect["floatPaths"].as_object() {
        let is: serde_json::Map<String, Value> = paths
            .tasks
            .iter()
            .filter_map(|task| Some((task.id.to_string(), Value::from(task.path?))))
            .collect();
        if is != *wanted {
            found.push(format!("floatPaths are {is:?}, not {wanted:?}"));
        }
    }
    for task in &paths.tasks {
        let wanted = &expect["tasks"][task.id.as_str()];
        if wanted["nearCrit"].as_bool().is_some_and(|wanted| wanted != task.near_critical) {
            found.push(format!("{}.nearCrit is {}", task.id, task.near_critical));
        }
        if wanted["floatPath"].as_u64().is_some_and(|wanted| task.path.map(u64::from) != Some(wanted)) {
            found.push(format!("{}.floatPath is {:?}", task.id, task.path));
        }
    }
    if expect["nearCriticalSet"].is_array() {
        let near = paths.tasks.iter().filter(|task| task.near_critical).map(|task| task.id.to_string());
        let (is, wanted): (BTreeSet<String>, BTreeSet<String>) =
            (near.collect(), list(expect, "nearCriticalSet").iter().map(named).collect());
        if is != wanted {
            found.push(format!("nearCriticalSet is {is:?}, not {wanted:?}"));
        }
    }
}

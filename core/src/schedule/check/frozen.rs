//! What leveling must not move: started work, tasks of priority 1000. The rest of a started task only if it was asked
//! to, and only to later.

use std::collections::{BTreeMap, BTreeSet};

use super::work_time::WorkTime;
use crate::Issue;
use crate::plan::{Plan, Task};
use crate::quantity::Stamp;
use crate::schedule::{LevelOptions, Schedule, TaskSchedule};

/// What a leveling with some options moved although it must not.
pub(super) fn moved(plan: &Plan, before: &Schedule, after: &Schedule, options: &LevelOptions) -> Vec<Issue> {
    let rows = |schedule| -> BTreeMap<&str, &TaskSchedule> {
        let schedule: &Schedule = schedule;
        schedule.tasks.iter().map(|row| (row.id.as_str(), row)).collect()
    };
    let (old, new) = (rows(before), rows(after));
    let parents: BTreeSet<&str> = plan.tasks.iter().filter_map(|task| task.parent.as_deref()).collect();
    let time = WorkTime::new(plan, &mut Vec::new());
    let floor = options.not_before.map(|when| time.opening(time.program(), when));
    let leaves = plan.tasks.iter().filter(|task| !parents.contains(task.id.as_str()));
    leaves
        .filter_map(|task| {
            let why = why(task, old.get(task.id.as_str())?, new.get(task.id.as_str())?, floor, options)?;
            let message = format!("task `{}` {why}", task.id);
            Some(Issue::error("moved-frozen", format!("tasks/{}", task.id), message))
        })
        .collect()
}

/// What is wrong about how a task lies after leveling.
fn why(
    task: &Task,
    old: &TaskSchedule,
    new: &TaskSchedule,
    floor: Option<i64>,
    options: &LevelOptions,
) -> Option<&'static str> {
    let progress = &task.progress;
    let started = progress.actual_start.is_some() || progress.actual_finish.is_some();
    let lies = |row: &TaskSchedule| (row.start.time(), row.finish.time(), row.resume.map(Stamp::time));
    if lies(old) == lies(new) {
        return None;
    }
    if task.priority >= 1000 {
        return Some("has priority 1000 but leveling moved it");
    }
    if !started {
        return None;
    }
    if !options.split_remaining || progress.actual_finish.is_some() || old.start != new.start {
        return Some("has started but leveling moved it");
    }
    let Some(resume) = new.resume else { return Some("has started but leveling brought its rest forward") };
    if old.resume.is_some_and(|old| resume.time() < old.time()) || new.finish.time() < old.finish.time() {
        return Some("has started but leveling brought its rest forward");
    }
    (floor.is_some_and(|floor| resume.time().0 < floor))
        .then_some("goes on before the moment before which nothing new may start")
}

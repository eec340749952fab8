//! Float paths: laws on random plans, each against dates that are computed again.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use paceline::TaskId;
use paceline::plan::{Constraint, ConstraintKind, Dependency, DependencyKind, Plan, Program, Task};
use paceline::quantity::{Duration, When, Work};
use paceline::schedule::{FloatPathOptions, FloatPathOrder, FloatPaths, TaskKind, float_paths, schedule};
use proptest::prelude::*;
use support::plans::{Features, random_plan_with, shuffled};

fn options(order: FloatPathOrder, paths: u32) -> FloatPathOptions {
    FloatPathOptions { order, paths, ..FloatPathOptions::default() }
}

fn paths(plan: &Plan, order: FloatPathOrder) -> FloatPaths {
    float_paths(plan, &options(order, 1_000)).unwrap_or_else(|issues| panic!("{issues}"))
}

/// Tasks of whole hours, links from earlier to later ones.
fn networks() -> impl Strategy<Value = Plan> {
    let links = prop::collection::vec((0usize..12, 0usize..12, 0usize..2), 0..24);
    (prop::collection::vec(1i32..40, 1..12), links).prop_map(|(hours, links)| {
        let mut plan = Plan::new(Program::new("p", When::parse("2026-03-02").unwrap()));
        let name = |number: usize| format!("t{number:02}");
        plan.tasks = hours
            .iter()
            .enumerate()
            .map(|(at, hours)| Task::new(name(at), Duration::hours(*hours)))
            .collect();
        let mut seen = BTreeSet::new();
        for (a, b, kind) in links {
            let (from, to) = (a.min(b), a.max(b));
            if from < to && to < plan.tasks.len() && seen.insert((from, to)) {
                let mut link = Dependency::new(name(from), name(to));
                link.kind = [DependencyKind::FinishStart, DependencyKind::FinishFinish][kind];
                plan.dependencies.push(link);
            }
        }
        plan
    })
}

fn lengthened(plan: &Plan, task: &str, by: i64) -> Plan {
    let mut plan = plan.clone();
    let at = plan.tasks.iter().position(|one| one.id == *task).unwrap();
    let Work(was) = schedule(&plan).unwrap().task(task).unwrap().duration;
    plan.tasks[at].duration = Some(Duration::minutes(i32::try_from((was + by) / 60).unwrap()));
    plan
}

#[test]
fn the_next_path_is_the_one_with_the_least_float() {
    let plan = Plan::from_json(
        r#"{ "format": "paceline/1", "program": { "name": "p", "start": "2026-03-02" },
             "tasks": [ { "id": "a", "duration": "5d" }, { "id": "b", "duration": "4d" }, { "id": "c", "duration": "2d" },
                        { "id": "before-c", "duration": "1d" }, { "id": "end", "duration": "1d" },
                        { "id": "alone", "duration": "1d" } ],
             "dependencies": [ { "from": "a", "to": "end" }, { "from": "b", "to": "end" }, { "from": "c", "to": "end" },
                               { "from": "before-c", "to": "c" } ] }"#,
    )
    .unwrap();
    let found = paths(&plan, FloatPathOrder::FreeFloat);
    let chains: Vec<Vec<&str>> =
        found.paths.iter().map(|path| path.tasks.iter().map(TaskId::as_str).collect()).collect();
    assert_eq!(chains, [vec!["a", "end"], vec!["b"], vec!["before-c", "c"], vec!["alone"]]);
    let day = 8 * 3600;
    let floats: Vec<i64> = found.paths.iter().map(|path| path.relationship_float.0 / day).collect();
    assert_eq!(floats, [0, 1, 2, 0]);
    let joins: Vec<Option<&str>> =
        found.paths.iter().map(|path| path.joins.as_ref().map(TaskId::as_str)).collect();
    assert_eq!(joins, [None, Some("end"), Some("end"), None]);
    let drags: BTreeMap<&str, i64> =
        found.tasks.iter().filter_map(|task| Some((task.id.as_str(), task.drag?.0 / day))).collect();
    // Without a, b would be the longest: a day less. Without the end, all would be done a day earlier.
    assert_eq!(drags, BTreeMap::from([("a", 1), ("end", 1)]));
    // To a task: only what leads to it.
    let to = FloatPathOptions { to: Some("c".into()), ..FloatPathOptions::default() };
    let found = float_paths(&plan, &to).unwrap();
    assert_eq!(found.paths.len(), 1);
    assert_eq!(found.paths[0].tasks, ["before-c", "c"]);
    assert!(found.tasks.iter().all(|task| task.drag.is_none()), "the drag is that on the program's finish");
    // Near critical is a limit of float.
    let near = FloatPathOptions { near_critical: Some(Duration::days(1)), ..FloatPathOptions::default() };
    let near: Vec<String> = float_paths(&plan, &near)
        .unwrap()
        .tasks
        .iter()
        .filter(|task| task.near_critical)
        .map(|task| task.id.to_string())
        .collect();
    assert_eq!(near, ["b"]);
}

#[test]
fn every_fault_is_told() {
    let plan = Plan::from_json(
        r#"{ "format": "paceline/1", "program": { "name": "p", "start": "2026-03-02" },
             "tasks": [ { "id": "sum" }, { "id": "a", "duration": "5d", "parent": "sum" } ] }"#,
    )
    .unwrap();
    let ask = |to: &str, paths| FloatPathOptions { to: Some(to.into()), paths, ..Default::default() };
    let codes = |options: &FloatPathOptions| -> Vec<String> {
        float_paths(&plan, options)
            .unwrap_err()
            .as_slice()
            .iter()
            .map(|issue| issue.code.to_string())
            .collect()
    };
    assert_eq!(codes(&ask("sum", 0)), ["not-a-leaf", "number-out-of-range"]);
    assert_eq!(codes(&ask("aa", 1_001)), ["number-out-of-range", "unknown-task"]);
    let empty = Plan::new(Program::new("p", When::parse("2026-03-02").unwrap()));
    let found = float_paths(&empty, &FloatPathOptions::default()).unwrap();
    assert_eq!((found.to, found.paths, found.tasks), (None, Vec::new(), Vec::new()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn paths_are_chains_of_drivers_and_hold_every_task_once(seed in any::<u64>(), size in 1usize..40) {
        let features = Features { zones: false, ..Features::ALL };
        let plan = random_plan_with(seed, size, features);
        let Ok(dates) = schedule(&plan) else { return Ok(()) };
        for order in [FloatPathOrder::FreeFloat, FloatPathOrder::TotalFloat] {
            let found = paths(&plan, order);
            let mut seen = BTreeSet::new();
            for (number, path) in (1..).zip(&found.paths) {
                prop_assert_eq!(path.number, number);
                for pair in path.tasks.windows(2) {
                    prop_assert!(dates.task(&pair[1]).unwrap().drivers.contains(&pair[0]));
                }
                if let Some(joins) = &path.joins {
                    prop_assert!(seen.contains(joins), "a path joins an earlier one");
                }
                for task in &path.tasks {
                    prop_assert!(seen.insert(task.clone()), "no task lies on two paths");
                }
            }
            let leaves = dates.tasks.iter().filter(|row| row.kind != TaskKind::Summary);
            for row in leaves {
                let task = found.tasks.iter().find(|task| task.id == row.id).unwrap();
                prop_assert_eq!(task.path.is_some(), seen.contains(&row.id));
                prop_assert_eq!(task.interfering_float.0, row.total_float.0 - row.free_float.0);
            }
            prop_assert_eq!(&found, &paths(&shuffled(&plan, seed), order), "the order of the lists says nothing");
        }
    }

    #[test]
    fn the_float_of_a_path_is_what_its_end_can_slip(plan in networks()) {
        let dates = schedule(&plan).unwrap();
        for path in paths(&plan, FloatPathOrder::FreeFloat).paths {
            let (Some(end), Some(joins)) = (path.tasks.last(), &path.joins) else { continue };
            // Only this link is to move it, and its end starts where it does.
            let mut alone = plan.clone();
            alone.dependencies.retain(|link| link.to != *end && (link.from != *end || link.to == *joins));
            let begins = When::parse(&dates.task(end).unwrap().early_start.to_string()).unwrap();
            let at = alone.tasks.iter().position(|task| task.id == *end).unwrap();
            alone.tasks[at].constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, begins));
            let start = |plan: &Plan| schedule(plan).unwrap().task(joins).unwrap().early_finish;
            prop_assert_eq!(start(&alone), dates.task(joins).unwrap().early_finish);
            let slack = path.relationship_float.0;
            prop_assert_eq!(start(&lengthened(&alone, end, slack)), start(&alone));
            prop_assert!(start(&lengthened(&alone, end, slack + 3600)) > start(&alone));
        }
    }

    #[test]
    fn the_drag_is_what_the_program_saves_without_the_task(plan in networks()) {
        let dates = schedule(&plan).unwrap();
        for task in paths(&plan, FloatPathOrder::FreeFloat).tasks {
            let row = dates.task(&task.id).unwrap();
            prop_assert_eq!(task.drag.is_some(), task.path == Some(1));
            let Some(drag) = task.drag else { continue };
            prop_assert!(drag.0 <= row.duration.0 && drag.0 >= 0);
            let without = schedule(&lengthened(&plan, &task.id, -row.duration.0)).unwrap();
            let last = |at: &paceline::schedule::Schedule| at.tasks.iter().map(|row| row.early_finish).max().unwrap();
            let later = lengthened(&plan, &task.id, -drag.0);
            prop_assert_eq!(last(&schedule(&later).unwrap()), last(&without), "shortening it by its drag saves all there is to save");
            if drag.0 > 0 {
                prop_assert!(last(&without) < last(&dates));
            }
        }
    }
}

//! A crisis in the launch "Aurora": five people are pulled for three days, and the plan is mended with few moves.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests")]

#[path = "support/oracle.rs"]
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use paceline::plan::{Absence, Baseline, BaselineTask, Plan};
use paceline::quantity::{Duration, Money, When};
use paceline::schedule::{
    Goal, LevelOptions, LevelReport, Reference, Schedule, apply_leveling, check, check_leveled, level, load,
    schedule,
};
use serde_json::Value;

const PULLED: [&str; 5] = ["comm-1", "legal-1", "design-2", "copy-2", "local-br"];

type Days = BTreeMap<String, (NaiveDate, NaiveDate)>;

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn aurora() -> Plan {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/aurora.json");
    Plan::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// First and last day of each task.
fn days(reference: &Value, key: &str) -> Days {
    let rows = reference[key].as_object().unwrap().iter();
    rows.map(|(id, row)| (id.clone(), (date(row[0].as_str().unwrap()), date(row[1].as_str().unwrap()))))
        .collect()
}

fn days_of(schedule: &Schedule) -> Days {
    let rows = schedule.tasks.iter();
    rows.map(|row| (row.id.to_string(), (row.start.date(), row.finish.finish_date()))).collect()
}

/// The plan on the morning of 16 September: what has happened, and the days that were agreed.
fn on_the_day(baseline: &Days) -> Plan {
    let status = date("2026-09-16");
    let mut plan = aurora();
    plan.program.status_date = Some(When::parse("2026-09-15").unwrap());
    let tasks = baseline.iter().map(|(id, (first, last))| BaselineTask {
        task: id.as_str().into(),
        start: (*first).into(),
        finish: (*last).into(),
        cost: Money::ZERO,
    });
    plan.baselines =
        vec![Baseline { id: "agreed".into(), at: date("2026-08-14").into(), tasks: tasks.collect() }];
    for task in &mut plan.tasks {
        let (first, last) = baseline[task.id.as_str()];
        if first < status {
            task.progress.actual_start = Some(first.into());
        }
        if last < status {
            task.progress.actual_finish = Some(last.into());
        }
    }
    // Started, and not finished: so much is left.
    for (id, rest) in [("C2-DE-4localise", 1), ("C2-IN-3design", 2)] {
        let task = plan.tasks.iter_mut().find(|task| task.id == *id).unwrap();
        assert!(task.progress.actual_start.is_some() && task.progress.actual_finish.is_none());
        task.progress.remaining = Some(Duration::days(rest));
    }
    plan
}

fn crisis(plan: &mut Plan) {
    for resource in plan.resources.iter_mut().filter(|one| PULLED.contains(&one.id.as_str())) {
        let (from, to) = (date("2026-09-16").into(), date("2026-09-18").into());
        resource.absences.push(Absence { from, to, reason: Some("severity-1 incident".into()) });
    }
}

fn options(objective: &[Goal]) -> LevelOptions {
    LevelOptions {
        objective: objective.iter().map(|goal| (*goal).into()).collect(),
        reference: Some(Reference::Baseline { baseline: "agreed".into() }),
        not_before: Some(date("2026-09-16").into()),
        ..LevelOptions::default()
    }
}

fn replanned(plan: &Plan, options: &LevelOptions) -> LevelReport {
    let report = level(plan, options, &mut ()).unwrap();
    assert_eq!(check(plan, &report.schedule).violations, []);
    assert_eq!(check_leveled(plan, &report.before, &report.schedule).violations, []);
    assert_eq!(report.remaining, []);
    assert_eq!(load(plan, &report.schedule).unwrap().overloaded, 0);
    report
}

#[test]
fn few_tasks_move_after_the_incident() {
    let Some(reference) = shared::json("oracles/social/launch_programme.reference.json") else { return };
    let (baseline, crude) = (days(&reference, "baseline"), days(&reference, "after_crisis"));
    let open = |id: &str| baseline[id].1 >= date("2026-09-16");
    let moved = |after: &Days| -> BTreeSet<String> {
        after
            .iter()
            .filter(|(id, row)| open(id) && row.0 != baseline[*id].0)
            .map(|(id, _)| id.clone())
            .collect()
    };
    println!(
        "open {}, the crude list moves {}",
        baseline.keys().filter(|id| open(id)).count(),
        moved(&crude).len()
    );
    let mut plan = on_the_day(&baseline);
    let calm = replanned(&plan, &options(&[Goal::Tardiness, Goal::Change]));
    assert_eq!(moved(&days_of(&calm.schedule)), BTreeSet::new());
    println!("calm: {:?}, {} steps", calm.status, calm.steps);
    crisis(&mut plan);
    for objective in [&[Goal::Tardiness, Goal::Change][..], &[Goal::Change, Goal::Tardiness]] {
        let report = replanned(&plan, &options(objective));
        let after = days_of(&report.schedule);
        println!(
            "{:?}\n{} moved, {} steps, {}",
            report.objective,
            moved(&after).len(),
            report.steps,
            report.found_by
        );
        for point in &report.trace {
            println!("  {} {:?} {:?} {}", point.step, point.objective, point.bound, point.found_by);
        }
        let late: Vec<_> = report.late.iter().map(|l| (l.task.as_str(), l.days, l.weighted)).collect();
        println!("{late:?}");
    }
}

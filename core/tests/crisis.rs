//! A crisis takes five people for three days (the launch "Aurora"): what leveling makes of it with the people given,
//! with one exchange and with two.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "in tests they say what must hold"
)]

#[path = "support/oracle.rs"]
mod shared;

use std::path::PathBuf;

use chrono::NaiveDate;
use paceline::plan::{Absence, Constraint, ConstraintKind, Criteria, Plan};
use paceline::quantity::{Money, When, Work};
use paceline::schedule::{
    Cause, Goal, LevelOptions, LevelReport, Reference, apply_leveling, check, check_leveled, compare, level,
    load, schedule,
};
use serde_json::Value;

const PULLED: [&str; 5] = ["comm-1", "legal-1", "design-2", "copy-2", "local-br"];

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

/// The launch on 16 September: what is done by the reference plan is done, the rest is to be planned again.
fn launch(reference: &Value, crisis: bool) -> Plan {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/aurora.json");
    let mut plan = Plan::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    let today = date("2026-09-16");
    plan.program.status_date = Some(today.into());
    let (mut done, mut begun) = (0, 0);
    for task in &mut plan.tasks {
        let days = reference["baseline"].get(task.id.as_str());
        let Some(days) = days else { continue };
        let day = |at: usize| date(days[at].as_str().unwrap());
        let (first, last) = (day(0), day(1));
        if last < today {
            task.progress.actual_start = Some(first.into());
            task.progress.actual_finish = Some(last.into());
            done += 1;
        } else if first < today && task.milestone.is_none() {
            task.progress.actual_start = Some(first.into());
            if task.id.as_str() == "C2-IN-3design" && crisis {
                task.progress.remaining = Some(paceline::quantity::Duration::days(2));
                task.progress.resume = Some(date("2026-09-21").into());
            }
            begun += 1;
        } else {
            let kind = ConstraintKind::StartNoEarlierThan;
            match task.constraints.iter_mut().find(|constraint| constraint.kind == kind) {
                Some(constraint) => constraint.date = constraint.date.max(Some(today.into())),
                None => task.constraints.push(Constraint::on(kind, When::from(today))),
            }
        }
    }
    println!("{done} done, {begun} begun");
    assert_eq!((done, begun), (90, 2));
    for resource in plan.resources.iter_mut().filter(|one| crisis && PULLED.contains(&one.id.as_str())) {
        let (from, to) = (date("2026-09-16").into(), date("2026-09-18").into());
        resource.absences.push(Absence { from, to, reason: Some("crisis".into()) });
    }
    plan
}

/// Everybody may do the work of people of the same role.
fn exchangeable(mut plan: Plan) -> Plan {
    for assignment in &mut plan.assignments {
        let resource = plan.resources.iter().find(|one| one.id == assignment.resource).unwrap();
        // Only people share a role.
        if let Some(role) = resource.role.clone().filter(|_| resource.kind.works()) {
            assignment.alternatives = vec![Criteria { role: Some(role), ..Criteria::default() }.into()];
        }
    }
    plan
}

fn leveled(plan: &Plan, options: &LevelOptions) -> LevelReport {
    let report = level(plan, options, &mut ()).unwrap();
    assert_eq!(check(plan, &report.schedule).violations, []);
    let verdict = check_leveled(plan, &report.before, &report.schedule);
    assert_eq!((verdict.violations, verdict.overloads), (vec![], vec![]));
    assert_eq!(report.remaining, []);
    println!(
        "{:?} {:?} {:?} late {:?}",
        report.status,
        report.objective.iter().map(|part| (part.value, part.bound)).collect::<Vec<_>>(),
        report.steps,
        report.late.iter().map(|late| (late.task.as_str(), late.days)).collect::<Vec<_>>()
    );
    for one in &report.reassignments {
        println!("{} {:?} {}", one.task, one.saving, one.message);
    }
    report
}

/// One exchange at most, and only of certain tasks.
fn repaired(reference: &Value, tasks: &[&str], most: u32) -> LevelReport {
    let mut plan = exchangeable(launch(reference, true));
    for assignment in &mut plan.assignments {
        if !tasks.contains(&assignment.task.as_str()) {
            assignment.alternatives.clear();
        }
    }
    leveled(&plan, &LevelOptions { reassign: Some(most), steps: Some(2_000), ..LevelOptions::default() })
}

#[test]
fn with_the_people_given_the_launch_is_three_days_late() {
    let Some(reference) = shared::json("oracles/social/launch_programme.reference.json") else { return };
    let without = leveled(&launch(&reference, false), &LevelOptions::default());
    assert_eq!(without.late, []);
    let kept = leveled(&launch(&reference, true), &LevelOptions::default());
    let late: Vec<(&str, u32)> = kept.late.iter().map(|late| (late.task.as_str(), late.days)).collect();
    let publishes = [
        "C2-BR-7publish",
        "C2-DE-7publish",
        "C2-GB-7publish",
        "C2-IN-7publish",
        "C2-JP-7publish",
        "C2-US-7publish",
    ];
    assert_eq!(late, publishes.map(|task| (task, 3)));
    assert!((kept.objective[0].value - 7.2).abs() < 1e-9);
    // No order is better: proven.
    assert_eq!(kept.objective[0].gap, 0.0);
}

#[test]
fn one_exchange_brings_the_launch_back() {
    let Some(reference) = shared::json("oracles/social/launch_programme.reference.json") else { return };
    let crisis = exchangeable(launch(&reference, true));
    let one = leveled(&crisis, &LevelOptions { reassign: Some(1), ..LevelOptions::default() });
    assert_eq!((one.late.len(), one.reassignments.len()), (0, 1));
    assert_eq!(one.objective[0].value, 0.0);
    let exchange = &one.reassignments[0];
    assert_eq!(exchange.from, "design-2");
    // 7.2 weighted days for three days at 520.
    assert!((exchange.saving[0] - 7.2).abs() < 1e-9, "{exchange:?}");
    assert_eq!((exchange.work, exchange.cost_after), (Work::hours(24), Money::cents(156_000)));
    assert!(matches!(&exchange.cause, Cause::Resource { resource, .. } if resource == "design-2"));
    // Everybody may be exchanged: it is no more than this one, for nothing is better.
    let any = leveled(&crisis, &LevelOptions::default());
    assert_eq!((any.late.len(), any.reassignments.len()), (0, 1));

    let kept = apply_leveling(&crisis, &one.schedule).unwrap();
    let again = schedule(&kept).unwrap();
    assert!(again.tasks.iter().all(|row| row.late_days == 0));
    assert_eq!(load(&kept, &again).unwrap().overloaded, 0);
    let none = leveled(&crisis, &LevelOptions { reassign: Some(0), ..LevelOptions::default() });
    let changed = compare(&crisis, &none.schedule, &one.schedule).unwrap();
    assert_eq!((changed.late_before, changed.late_after), (6, 0));
    assert_eq!(changed.reassigned, one.schedule.reassigned);
}

#[test]
fn the_task_of_the_reference_is_a_repair_and_says_what_it_costs() {
    let Some(reference) = shared::json("oracles/social/launch_programme.reference.json") else { return };
    let report = repaired(&reference, &["C2-JP-3design"], 1);
    assert_eq!(report.late, []);
    let [one] = &report.reassignments[..] else { panic!("{:?}", report.reassignments) };
    assert_eq!((one.task.as_str(), one.from.as_str()), ("C2-JP-3design", "design-2"));
    let markets = [("design-1", "US"), ("design-4", "BR")];
    assert!(markets.contains(&(one.to.as_str(), one.market.as_deref().unwrap())), "{one:?}");
    assert_eq!((one.cost_before, one.cost_after), (Money::cents(156_000), Money::cents(156_000)));
    // With a second exchange allowed nothing is worse.
    let two = repaired(&reference, &["C2-JP-3design", "C1-JP-5legal"], 2);
    assert_eq!(two.late, []);
    assert!(two.reassignments.len() <= 2);
}

#[test]
fn least_change_counts_beside_the_people() {
    let Some(reference) = shared::json("oracles/social/launch_programme.reference.json") else { return };
    let calm = leveled(&launch(&reference, false), &LevelOptions::default());
    let crisis = exchangeable(launch(&reference, true));
    let objective = vec![Goal::Tardiness.into(), Goal::Change.into()];
    let reference = Some(Reference::Schedule { schedule: calm.schedule.into() });
    let options = LevelOptions { objective, reference, steps: Some(1_500), ..LevelOptions::default() };
    let moved = |most| {
        let report = leveled(&crisis, &LevelOptions { reassign: Some(most), ..options.clone() });
        (report.objective[0].value, report.objective[1].value)
    };
    let (none, one) = (moved(0), moved(1));
    assert!((none.0 - 7.2).abs() < 1e-9, "{none:?}");
    assert_eq!(one.0, 0.0);
    assert!(one.1 < none.1, "{one:?} {none:?}");
}

#[test]
fn work_of_pulled_people_stays_out_of_the_crisis() {
    let Some(reference) = shared::json("oracles/social/launch_programme.reference.json") else { return };
    let crisis = exchangeable(launch(&reference, true));
    let report = leveled(&crisis, &LevelOptions { steps: Some(500), ..LevelOptions::default() });
    let days = |day: NaiveDate| (date("2026-09-16")..=date("2026-09-18")).contains(&day);
    for of in load(&crisis, &report.schedule).unwrap().resources {
        if PULLED.contains(&of.resource.as_str()) {
            assert!(of.days.iter().all(|day| !days(day.date) || day.demand == Work(0)), "{of:?}");
        }
    }
    // What is done stays where it is.
    for task in crisis.tasks.iter().filter(|task| task.progress.actual_finish.is_some()) {
        let (was, is) = (report.before.task(&task.id).unwrap(), report.schedule.task(&task.id).unwrap());
        assert_eq!((was.start, was.finish), (is.start, is.finish));
    }
}

#[test]
fn the_example_is_brought_back_by_one_exchange() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/crisis.json");
    let plan = Plan::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!(plan.validate(), []);
    // Ana has two days before the crisis and both launches need five: one of them waits for Monday.
    let kept = leveled(&plan, &LevelOptions { reassign: Some(0), ..LevelOptions::default() });
    assert!(kept.late.iter().any(|late| late.task == "publish"));
    let report = leveled(&plan, &LevelOptions::default());
    assert_eq!(report.late, []);
    let [one] = &report.reassignments[..] else { panic!("{:?}", report.reassignments) };
    // Three days at 480 instead of 520: Cleo has done her two days by Tuesday.
    assert_eq!(
        (one.task.as_str(), one.to.as_str(), one.market.as_deref()),
        ("launch-jp", "cleo", Some("BR"))
    );
    assert_eq!((one.cost_before, one.cost_after), (Money::cents(156_000), Money::cents(144_000)));
    assert!(one.saving[0] > 0.0);
}

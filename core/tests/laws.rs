//! Laws of scheduling and leveling over thousands of random plans: the checker accepts every schedule, leveling
//! breaks nothing that scheduling kept, nothing depends on the order of the document.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

use paceline::plan::ScheduleFrom;
use paceline::schedule::{LevelOptions, apply_leveling, check, check_leveled, compare, level, schedule};
use paceline::{Issue, Severity, Status};
use serde_json::{Map, Value};
use support::plans::{Random, random_plan, shuffled};

/// Plans for the laws: 10,000 in all, each with every feature at random, split over the tests' threads.
const PLANS: u64 = 10_000;
const PARTS: u64 = 4;

fn quick() -> LevelOptions {
    LevelOptions { steps: Some(16), ..LevelOptions::default() }
}

/// Enough steps for parts of the plan to be placed anew, within float for some.
fn longer(seed: u64) -> LevelOptions {
    LevelOptions { steps: Some(200), within_float: seed.is_multiple_of(3), seed, ..LevelOptions::default() }
}

/// A generated plan is valid, but its calendars may be too short for it.
fn is_short(issue: &Issue) -> bool {
    issue.severity != Severity::Error || issue.code == "beyond-calendar"
}

fn part(number: u64) {
    for seed in (0..PLANS).filter(|seed| seed % PARTS == number) {
        let mut plan = random_plan(seed, 1 + (seed % 24) as usize);
        let before = match schedule(&plan) {
            Ok(schedule) => schedule,
            Err(issues) => {
                assert!(issues.as_slice().iter().all(is_short), "seed {seed}: {issues}");
                continue;
            }
        };
        let verdict = check(&plan, &before);
        assert!(verdict.accepts(), "seed {seed}: {:#?}", verdict.violations);
        for task in &before.tasks {
            assert!(task.start <= task.finish, "seed {seed}: {task:?}");
        }
        plan.program.scheduling.from = ScheduleFrom::Start;
        let options = if seed % 7 == 0 { longer(seed) } else { quick() };
        let leveled = match level(&plan, &options, &mut ()) {
            Ok(leveled) => leveled,
            Err(issues) => {
                assert!(issues.as_slice().iter().all(is_short), "seed {seed}: {issues}");
                continue;
            }
        };
        let verdict = check_leveled(&plan, &leveled.before, &leveled.schedule);
        assert!(verdict.accepts(), "seed {seed}: {:#?}", verdict.violations);
        assert_eq!(
            verdict.is_level(),
            leveled.remaining.is_empty(),
            "seed {seed}: checker {:?}, leveling {:?}",
            verdict.overloads,
            leveled.remaining
        );
        if leveled.remaining.is_empty() {
            assert_ne!(leveled.status, Status::Infeasible, "seed {seed}");
        }
        for part in &leveled.objective {
            assert!(part.bound <= part.value + 1e-9, "seed {seed}: {part:?}");
            assert!(
                part.before <= part.value + 1e-9 || !leveled.remaining.is_empty(),
                "seed {seed}: {part:?}"
            );
        }
    }
}

#[test]
fn every_schedule_is_accepted_1() {
    part(0);
}

#[test]
fn every_schedule_is_accepted_2() {
    part(1);
}

#[test]
fn every_schedule_is_accepted_3() {
    part(2);
}

#[test]
fn every_schedule_is_accepted_4() {
    part(3);
}

#[test]
fn the_order_of_the_document_changes_no_byte() {
    for seed in 0..400 {
        let plan = random_plan(seed, 1 + (seed % 60) as usize);
        let other = shuffled(&plan, Random(seed).bits());
        let text = |plan| match schedule(plan) {
            Ok(schedule) => serde_json::to_string(&schedule).unwrap(),
            Err(issues) => issues.to_string(),
        };
        assert_eq!(text(&plan), text(&other), "seed {seed}");
        let options = if seed % 5 == 0 { longer(seed) } else { quick() };
        let text = |plan| match level(plan, &options, &mut ()) {
            Ok(report) => serde_json::to_string(&report).unwrap(),
            Err(issues) => issues.to_string(),
        };
        assert_eq!(text(&plan), text(&other), "seed {seed}");
    }
}

#[test]
fn an_applied_leveling_gives_the_leveled_dates() {
    let mut applied = 0;
    for seed in 0..1_000 {
        let plan = random_plan(seed, 1 + (seed % 24) as usize);
        let Ok(leveled) = level(&plan, &quick(), &mut ()) else { continue };
        let kept = apply_leveling(&plan, &leveled.schedule).unwrap();
        let again = schedule(&kept).unwrap_or_else(|issues| panic!("seed {seed}: {issues}"));
        for (asked, found) in leveled.schedule.tasks.iter().zip(&again.tasks) {
            assert_eq!((&asked.id, asked.start), (&found.id, found.start), "seed {seed}");
            assert_eq!(asked.finish, found.finish, "seed {seed}: {}", asked.id);
        }
        applied += u32::from(!leveled.moves.is_empty());
    }
    assert!(applied > 200, "only {applied} plans had something to apply");
}

#[test]
fn a_comparison_accounts_for_every_difference() {
    let mut shifts = 0;
    for seed in 0..600 {
        let plan = random_plan(seed, 2 + (seed % 30) as usize);
        let Ok(before) = schedule(&plan) else { continue };
        let longest = plan.tasks.iter().find(|task| task.duration.is_some_and(|one| !one.is_zero()));
        let Some(task) = longest else { continue };
        let changes = format!(r#"{{"tasks": {{"{}": {{"duration": "9d"}}}}}}"#, task.id);
        let changed = plan.changed(&changes).unwrap();
        let Ok(after) = schedule(&changed) else { continue };
        let found = compare(&changed, &before, &after).unwrap();
        let differ = before.tasks.iter().zip(&after.tasks);
        let differ = differ.filter(|(was, is)| (was.start, was.finish) != (is.start, is.finish)).count();
        assert_eq!(found.shifts.len(), differ, "seed {seed}");
        for shift in &found.shifts {
            let origin = found.shifts.iter().find(|other| other.task == shift.origin);
            assert!(origin.is_some(), "seed {seed}: the origin of {shift:?} did not move");
        }
        let back = compare(&plan, &after, &before).unwrap();
        assert_eq!(back.finish_delay, -found.finish_delay, "seed {seed}");
        assert_eq!((back.late_before, back.late_after), (found.late_after, found.late_before), "seed {seed}");
        shifts += found.shifts.len();
    }
    assert!(shifts > 500, "only {shifts} tasks moved");
}

/// The merge patch that leads from one value to another.
fn patch(from: &Value, to: &Value) -> Value {
    let (Value::Object(from), Value::Object(to)) = (from, to) else { return to.clone() };
    let mut patch = Map::new();
    for (name, value) in to.iter().filter(|(name, value)| from.get(*name) != Some(value)) {
        patch.insert(
            name.clone(),
            from.get(name).map_or_else(|| value.clone(), |was| self::patch(was, value)),
        );
    }
    for name in from.keys().filter(|name| !to.contains_key(*name)) {
        patch.insert(name.clone(), Value::Null);
    }
    Value::Object(patch)
}

#[test]
fn a_plan_changed_record_by_record_is_the_other_plan() {
    let by_id = |plan: &Value, list: &str| -> Value {
        let records = plan.get(list).and_then(Value::as_array).into_iter().flatten();
        records.map(|record| (record["id"].as_str().unwrap().to_owned(), record.clone())).collect()
    };
    for seed in 0..300 {
        let (one, other) = (random_plan(seed, 12), random_plan(seed + 1_000, 15));
        assert_eq!(one.changed("{}").unwrap(), one);
        let [from, to] = [&one, &other].map(|plan| serde_json::to_value(plan).unwrap());
        let mut changes = patch(&from, &to);
        for list in ["tasks", "resources", "calendars", "campaigns"] {
            changes[list] = patch(&by_id(&from, list), &by_id(&to, list));
        }
        let changed =
            one.changed(&changes.to_string()).unwrap_or_else(|issues| panic!("seed {seed}: {issues}"));
        assert!(changed.to_json() == other.to_json(), "seed {seed}: {changes}");
    }
}

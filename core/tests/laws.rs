//! Laws of scheduling and leveling over thousands of random plans: the checker accepts every schedule, leveling
//! breaks nothing that scheduling kept, nothing depends on the order of the document.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

use paceline::plan::ScheduleFrom;
use paceline::schedule::{LevelOptions, check, check_leveled, level, schedule};
use paceline::{Issue, Severity, Status};
use support::plans::{Random, random_plan, shuffled};

/// Plans for the laws: 10,000 in all, each with every feature at random, split over the tests' threads.
const PLANS: u64 = 10_000;
const PARTS: u64 = 4;

fn quick() -> LevelOptions {
    LevelOptions { steps: Some(16), ..LevelOptions::default() }
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
        let leveled = match level(&plan, &quick(), &mut ()) {
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
        let text = |plan| match level(plan, &quick(), &mut ()) {
            Ok(report) => serde_json::to_string(&report).unwrap(),
            Err(issues) => issues.to_string(),
        };
        assert_eq!(text(&plan), text(&other), "seed {seed}");
    }
}

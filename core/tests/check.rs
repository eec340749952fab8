//! The checker against the solver: it accepts what `schedule` makes, finds what `load` finds, and catches
//! what is moved.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod support;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDateTime, TimeDelta, Timelike, Weekday};
use paceline::plan::{Dependency, Plan, Program, Task};
use paceline::quantity::{Duration, Stamp, Time, When};
use paceline::schedule::{Overload, Schedule, TaskSchedule, check, check_leveled, load, schedule};
use proptest::prelude::*;
use support::plans::{Features, random_plan_with};

/// Everything but what lets links and dates ask for things that cannot both be.
const PEACEFUL: Features = Features { hard_constraints: false, durations: false, ..Features::ALL };

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_is_scheduled_is_accepted(seed: u64, size in 1usize..40, lags: bool, bits: u16) {
        // Lags after summaries or a tree of them, not both.
        let some = Features::from_bits(bits);
        let features = Features {
            tree: PEACEFUL.tree && !lags,
            lags,
            zones: some.zones,
            progress: some.progress,
            from_finish: false,
            ..PEACEFUL
        };
        let plan = random_plan_with(seed, size, features);
        let found = schedule(&plan).unwrap();
        prop_assert_eq!(check(&plan, &found).violations, []);
        prop_assert!(check_leveled(&plan, &found, &found).accepts());
    }

    #[test]
    fn load_and_checker_find_the_same_overloads(seed: u64, size in 1usize..40, bits: u16) {
        let plan = random_plan_with(seed, size, Features::from_bits(bits));
        let found = schedule(&plan).unwrap();
        let report = load(&plan, &found).unwrap();
        let overloads: Vec<Overload> =
            report.resources.iter().flat_map(|resource| resource.overloads.clone()).collect();
        prop_assert_eq!(check(&plan, &found).overloads, overloads);
        for resource in &report.resources {
            let excess: Vec<_> = resource.overloads.iter().map(|overload| overload.excess).collect();
            prop_assert_eq!(resource.excess, excess.into_iter().sum());
        }
    }

    #[test]
    fn a_moved_task_is_caught_unless_it_may_be_there(
        seed: u64,
        size in 2usize..12,
        which: prop::sample::Index,
        days in prop::sample::select(vec![-7i64, -3, -1, 1, 3, 7]),
    ) {
        let plan = chain_like(seed, size);
        let mut found = schedule(&plan).unwrap();
        prop_assert_eq!(check(&plan, &found).violations, []);
        let row = which.get(&found.tasks).clone();
        shift(&mut found, &row, days * 86_400);
        let accepted = check(&plan, &found).accepts();
        prop_assert_eq!(accepted, may_be(&plan, &found), "{} moved by {} days", row.id, days);
    }
}

/// A plan of tasks in whole half hours with finish-to-start links on the standard calendar.
fn chain_like(seed: u64, size: usize) -> Plan {
    let mut random = support::plans::Random(seed);
    let mut plan = Plan::new(Program::new("chain", When::parse("2026-03-02").unwrap()));
    for number in 0..size {
        let length = random.pick(&["1d", "2d", "4h", "90m", "3.5d", "7d"]);
        plan.tasks.push(Task::new(format!("t{number:02}"), Duration::parse(length).unwrap()));
        for before in 0..number {
            if random.chance(30) {
                plan.dependencies.push(Dependency::new(format!("t{before:02}"), format!("t{number:02}")));
            }
        }
    }
    plan
}

/// Moves a row, and the span of the schedule with it.
fn shift(schedule: &mut Schedule, moved: &TaskSchedule, seconds: i64) {
    let by = |stamp: Stamp| Stamp::wall(Time(stamp.time().0 + seconds));
    let row = schedule.tasks.iter_mut().find(|row| row.id == moved.id).unwrap();
    (row.start, row.finish) = (by(row.start), by(row.finish));
    (row.early_start, row.early_finish) = (by(row.early_start), by(row.early_finish));
    (row.late_start, row.late_finish) = (by(row.late_start), by(row.late_finish));
    schedule.start = schedule.tasks.iter().map(|row| row.start).min().unwrap();
    schedule.finish = schedule.tasks.iter().map(|row| row.finish).max().unwrap();
}

/// Brute force, half hour by half hour: every task works exactly its duration from a working moment on, ends
/// with work, and waits for its predecessors and the program.
fn may_be(plan: &Plan, schedule: &Schedule) -> bool {
    let rows: BTreeMap<&str, (NaiveDateTime, NaiveDateTime)> =
        schedule.tasks.iter().map(|row| (row.id.as_str(), (row.start.civil(), row.finish.civil()))).collect();
    let half = TimeDelta::minutes(30);
    let works = |at: NaiveDateTime| {
        !matches!(at.weekday(), Weekday::Sat | Weekday::Sun) && matches!(at.hour(), 8..=11 | 13..=16)
    };
    let fits = schedule.tasks.iter().all(|row| {
        let (start, finish) = rows[row.id.as_str()];
        let mut at = start;
        let mut worked = 0;
        while at < finish {
            worked += i64::from(works(at)) * 1_800;
            at += half;
        }
        works(start) && works(finish - half) && worked == row.duration.0
    });
    let waits = plan.dependencies.iter().all(|link| rows[&*link.from].1 <= rows[&*link.to].0);
    fits && waits && rows.values().all(|row| row.0 >= plan.program.start.start())
}

#[test]
fn shuffled_plans_are_judged_the_same() {
    for seed in 0..20 {
        let plan = random_plan_with(seed, 30, Features::ALL);
        let found = schedule(&plan).unwrap();
        let report = check(&plan, &found);
        let shuffled = support::plans::shuffled(&plan, seed);
        assert_eq!(check(&shuffled, &found), report);
        assert_eq!(load(&shuffled, &found).unwrap(), load(&plan, &found).unwrap());
    }
}

//! Maximum lags: early and late dates against a plain longest-path computation, and the laws of scheduling and leveling
//! over random plans with maximum lags on their links.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

use paceline::Status;
use paceline::plan::{
    Assignment, ConstraintKind, Dependency, DependencyKind, LagCalendar, Plan, Program, Resource,
    ScheduleFrom, Task, TaskProgress,
};
use paceline::quantity::{Duration, Lag, When};
use paceline::schedule::{
    Cause, Goal, LevelOptions, Schedule, apply_leveling, check, check_leveled, level, schedule,
};
use proptest::prelude::*;
use support::plans::{Random, random_plan, shuffled};

fn when(text: &str) -> When {
    When::parse(text).unwrap()
}

fn hours(count: i64) -> Duration {
    Duration::parse(&format!("{count}eh")).unwrap()
}

/// The same plan with maximum lags on some links between tasks, most of them tight.
fn windowed(mut plan: Plan, seed: u64) -> Plan {
    let mut random = Random(seed ^ 0x77_696e);
    let summaries: Vec<_> = plan.tasks.iter().filter_map(|task| task.parent.clone()).collect();
    for link in &mut plan.dependencies {
        let joins_summary = summaries.contains(&link.from) || summaries.contains(&link.to);
        let share = matches!(link.lag, Lag::Percent { .. });
        if joins_summary || share || !random.chance(40) {
            continue;
        }
        let text = random.pick(&["0d", "4h", "1d", "2d", "3d", "1w", "0ed", "3ed", "9ed", "30%"]);
        let negative = link.lag.to_string().starts_with('-');
        if link.lag.is_zero() || negative || text == "1w" || text == "9ed" {
            link.max_lag = Some(Lag::parse(text).unwrap());
        }
    }
    plan
}

fn missed(schedule: &Schedule) -> Vec<&str> {
    let told = schedule.issues.iter().filter(|issue| issue.code == "max-lag-missed");
    told.map(|issue| issue.at.as_str()).collect()
}

/// A network with time windows on elapsed hours: durations, and links by ends with least and most hours.
#[derive(Debug, Clone)]
struct Windows {
    durations: Vec<i64>,
    links: Vec<(usize, usize, DependencyKind, i64, Option<i64>)>,
}

impl Windows {
    fn plan(&self) -> Plan {
        let mut plan = Plan::new(Program::new("windows", when("2026-03-02T00:00")));
        plan.program.scheduling.lag_calendar = LagCalendar::Always;
        for (number, duration) in self.durations.iter().enumerate() {
            plan.tasks.push(Task::new(format!("t{number}"), hours(*duration)));
        }
        for &(from, to, kind, least, most) in &self.links {
            let mut link =
                Dependency::new(format!("t{from}"), format!("t{to}")).with_kind(kind).with_lag(hours(least));
            link.max_lag = most.map(|most| hours(most).into());
            plan.dependencies.push(link);
        }
        plan
    }

    /// Every pair of starts with the least difference, from the links and back from the maximum lags.
    fn arcs(&self) -> Vec<(usize, usize, i64)> {
        let mut arcs = Vec::new();
        for &(from, to, kind, least, most) in &self.links {
            let (out, into) = match kind {
                DependencyKind::FinishStart => (self.durations[from], 0),
                DependencyKind::StartStart => (0, 0),
                DependencyKind::FinishFinish => (self.durations[from], self.durations[to]),
                DependencyKind::StartFinish => (0, self.durations[to]),
            };
            arcs.push((from, to, out + least - into));
            arcs.extend(most.map(|most| (to, from, into - out - most)));
        }
        arcs
    }

    /// Longest paths from the start and to the finish (Bellman and Ford); nothing if a cycle is longer than 0.
    fn dates(&self) -> Option<(Vec<i64>, Vec<i64>)> {
        let count = self.durations.len();
        let arcs = self.arcs();
        let mut early = vec![0; count];
        let mut rounds = 0;
        while arcs.iter().fold(false, |any, &(from, to, least)| {
            let better = early[from] + least > early[to];
            early[to] = early[to].max(early[from] + least);
            any | better
        }) {
            rounds += 1;
            if rounds > count {
                return None;
            }
        }
        let end = (0..count).map(|task| early[task] + self.durations[task]).max()?;
        let mut late: Vec<i64> = self.durations.iter().map(|duration| end - duration).collect();
        while arcs.iter().fold(false, |any, &(from, to, least)| {
            let better = late[to] - least < late[from];
            late[from] = late[from].min(late[to] - least);
            any | better
        }) {}
        Some((early, late))
    }
}

fn networks() -> impl Strategy<Value = Windows> {
    let kind = prop_oneof![
        3 => Just(DependencyKind::FinishStart),
        1 => Just(DependencyKind::StartStart),
        1 => Just(DependencyKind::FinishFinish),
        1 => Just(DependencyKind::StartFinish),
    ];
    let link = (0..100usize, 0..100usize, kind, -6..12i64, proptest::option::weighted(0.5, 0..20i64));
    (proptest::collection::vec(1..20i64, 2..14), proptest::collection::vec(link, 1..30)).prop_map(
        |(durations, links)| {
            let count = durations.len();
            let mut seen = std::collections::BTreeSet::new();
            let ends = links.into_iter().filter_map(|(a, b, kind, least, more)| {
                let (from, to) = ((a % count).min(b % count), (a % count).max(b % count));
                (from != to && seen.insert((from, to, kind))).then_some((
                    from,
                    to,
                    kind,
                    least,
                    more.map(|more| least + more),
                ))
            });
            let links = ends.collect();
            Windows { durations, links }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn dates_are_the_longest_paths(network in networks()) {
        let found = schedule(&network.plan()).unwrap();
        match network.dates() {
            // Contradictory: told, and the links are kept.
            None => prop_assert!(!missed(&found).is_empty()),
            Some((early, late)) => {
                prop_assert!(missed(&found).is_empty(), "{:?}", found.issues);
                let origin = when("2026-03-02T00:00").start();
                for (number, (early, late)) in early.iter().zip(&late).enumerate() {
                    let row = found.task(&format!("t{number}")).unwrap();
                    let hour = |stamp: paceline::quantity::Stamp| (stamp.civil() - origin).num_hours();
                    prop_assert_eq!((hour(row.early_start), hour(row.late_start)), (*early, *late), "t{}", number);
                    prop_assert_eq!(row.total_float.0, (late - early) * 3600);
                    prop_assert!(row.free_float.0 <= row.total_float.0, "t{}: {} {}", number, row.free_float.0, row.total_float.0);
                }
            }
        }
        let verdict = check(&network.plan(), &found);
        prop_assert!(verdict.accepts(), "{:?}", verdict.violations);
    }
}

#[test]
fn schedules_and_leveled_plans_of_all_kinds_are_accepted() {
    let (mut kept, mut leveled_well, mut moved_for_it) = (0, 0, 0);
    for seed in 0..3_000 {
        let plan = windowed(random_plan(seed, 2 + (seed % 24) as usize), seed);
        let Ok(before) = schedule(&plan) else { continue };
        let verdict = check(&plan, &before);
        assert!(verdict.accepts(), "seed {seed}: {:#?}", verdict.violations);
        let windows = plan.dependencies.iter().filter(|link| link.max_lag.is_some()).count();
        kept += windows - missed(&before).len();
        let mut plain = plan.clone();
        plain.dependencies.iter_mut().for_each(|link| link.max_lag = None);
        let late =
            |task: &Task| task.constraints.iter().any(|one| one.kind == ConstraintKind::AsLateAsPossible);
        if plan.program.scheduling.from == ScheduleFrom::Start && !plan.tasks.iter().any(late) {
            // The dates are never before those without maximum lags.
            for (one, other) in before.tasks.iter().zip(&schedule(&plain).unwrap().tasks) {
                assert!(one.early_start >= other.early_start, "seed {seed}: {}", one.id);
            }
        }
        let steps = if seed % 7 == 0 { 200 } else { 24 };
        let options = LevelOptions { steps: Some(steps), seed, ..LevelOptions::default() };
        let Ok(leveled) = level(&plan, &options, &mut ()) else { continue };
        let verdict = check_leveled(&plan, &leveled.before, &leveled.schedule);
        assert!(verdict.accepts(), "seed {seed}: {:#?}", verdict.violations);
        assert_eq!(verdict.is_level(), leveled.remaining.is_empty(), "seed {seed}");
        let told = missed(&leveled.schedule);
        let more = told.iter().any(|at| !missed(&leveled.before).contains(at));
        if leveled.status != Status::Infeasible {
            assert!(!more, "seed {seed}: {told:?} {:?}", leveled.status);
            leveled_well += usize::from(windows > told.len());
        }
        moved_for_it += leveled.moves.iter().filter(|one| matches!(one.cause, Cause::MaxLag { .. })).count();
        if seed % 10 == 0 {
            let other = level(&shuffled(&plan, seed), &options, &mut ()).unwrap();
            assert_eq!(other.schedule, leveled.schedule, "seed {seed}");
        }
    }
    println!(
        "{kept} maximum lags kept, {leveled_well} plans leveled with some, {moved_for_it} tasks moved for them"
    );
    assert!(kept > 5_000 && leveled_well > 1_000 && moved_for_it > 50);
}

#[test]
fn an_applied_leveling_gives_the_leveled_dates() {
    let mut applied = 0;
    for seed in 0..800 {
        let plan = windowed(random_plan(seed, 2 + (seed % 24) as usize), seed);
        let options = LevelOptions { steps: Some(24), ..LevelOptions::default() };
        let Ok(leveled) = level(&plan, &options, &mut ()) else { continue };
        if leveled.status == Status::Infeasible || !missed(&leveled.schedule).is_empty() {
            continue;
        }
        let again = schedule(&apply_leveling(&plan, &leveled.schedule).unwrap()).unwrap();
        for (asked, found) in leveled.schedule.tasks.iter().zip(&again.tasks) {
            assert_eq!(
                (&asked.id, asked.start, asked.finish),
                (&found.id, found.start, found.finish),
                "seed {seed}"
            );
        }
        applied += usize::from(!leveled.moves.is_empty());
    }
    assert!(applied > 60, "only {applied}");
}

/// The interview is asked for while Ben is there; the clip has to go out within a day of it, and Ana cuts it, who is
/// busy with the film.
fn interview() -> Plan {
    Plan::builder("Interview", when("2026-03-02"))
        .resource(Resource::person("ana"))
        .resource(Resource::person("ben"))
        .task(Task::new("film", Duration::days(4)).assigned("ana").with_deadline(when("2026-03-05")))
        .task(Task::new("interview", Duration::days(1)).assigned("ben"))
        .task(Task::new("clip", Duration::days(1)).assigned("ana"))
        .dependency(Dependency::new("interview", "clip").with_max_lag(Duration::days(1)))
        .build()
        .unwrap()
}

#[test]
fn leveling_holds_a_predecessor_back_and_says_why() {
    let plan = interview();
    let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    let at = |task: &str| report.schedule.task(task).unwrap().start.to_string();
    assert_eq!(at("film"), "2026-03-02T08:00:00");
    assert_eq!(at("clip"), "2026-03-06T08:00:00");
    assert_eq!(at("interview"), "2026-03-04T08:00:00");
    assert_eq!(report.status, Status::Optimal);
    let moved = report.moves.iter().find(|one| one.task == "interview").unwrap();
    assert_eq!(moved.cause, Cause::MaxLag { to: "clip".into() });
}

#[test]
fn goals_of_every_kind_keep_maximum_lags() {
    for goal in [Goal::Finish, Goal::Cost, Goal::Change, Goal::EvenLoad] {
        let options = LevelOptions { objective: vec![goal.into()], ..LevelOptions::default() };
        let report = level(&interview(), &options, &mut ()).unwrap();
        assert!(missed(&report.schedule).is_empty(), "{goal:?}");
        assert!(check_leveled(&interview(), &report.before, &report.schedule).accepts());
    }
}

#[test]
fn what_has_started_cannot_wait() {
    let mut plan = interview();
    let interview = plan.tasks.iter_mut().find(|task| task.id == "interview").unwrap();
    interview.progress = TaskProgress {
        actual_start: Some(when("2026-03-02")),
        actual_finish: Some(when("2026-03-02")),
        ..TaskProgress::default()
    };
    let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    // The clip goes first, though the film is late by it: a maximum lag is a rule, lateness a goal.
    assert_eq!(report.schedule.task("clip").unwrap().start.to_string(), "2026-03-03T08:00:00");
    assert!(missed(&report.schedule).is_empty());
    // A clip that cannot begin so soon is told.
    let clip = plan.tasks.iter_mut().find(|task| task.id == "clip").unwrap();
    *clip = clip.clone().with_constraint(ConstraintKind::StartNoEarlierThan, when("2026-03-12"));
    let told = schedule(&plan).unwrap();
    assert_eq!(missed(&told), ["dependencies/interview->clip/max_lag"]);
    assert!(check(&plan, &told).accepts());
    let mut hushed = told.clone();
    hushed.issues.clear();
    let found = check(&plan, &hushed);
    assert_eq!(found.violations.iter().map(|one| &*one.code).collect::<Vec<_>>(), ["max-lag-exceeded"]);
}

#[test]
fn faults_of_maximum_lags_are_named() {
    let mut plan = interview();
    plan.tasks.push(Task::summary("all"));
    plan.tasks.iter_mut().find(|task| task.id == "film").unwrap().parent = Some("all".into());
    let two = Duration::days(2);
    plan.dependencies[0] = Dependency::new("interview", "clip").with_lag(two).with_max_lag(Duration::days(1));
    plan.dependencies.push(Dependency::new("all", "clip").with_max_lag(two));
    plan.assignments.push(Assignment::new("interview", "nobody"));
    let issues = plan.validate();
    let codes: Vec<(&str, &str)> = issues.iter().map(|issue| (&*issue.code, &*issue.at)).collect();
    assert!(codes.contains(&("max-lag-below-lag", "dependencies/interview->clip/max_lag")), "{codes:?}");
    assert!(codes.contains(&("max-lag-of-summary", "dependencies/all->clip/max_lag")), "{codes:?}");
    assert!(codes.iter().any(|(code, _)| *code == "unknown-resource"), "{codes:?}");
}

#[test]
fn contradictions_in_large_networks_end() {
    // Ten thousand tasks in a ring of maximum lags that cannot all be kept.
    let mut plan = Plan::new(Program::new("ring", when("2026-03-02")));
    let name = |number: usize| format!("t{number:05}");
    plan.tasks = (0..10_000).map(|number| Task::new(name(number), Duration::days(1))).collect();
    for number in 1..10_000 {
        plan.dependencies.push(Dependency::new(name(number - 1), name(number)).with_max_lag(Duration::ZERO));
        if number % 3 == 0 {
            plan.dependencies.push(
                Dependency::new(name(number - 3), name(number))
                    .with_kind(DependencyKind::StartStart)
                    .with_max_lag(Duration::days(2)),
            );
        }
    }
    let found = schedule(&plan).unwrap();
    assert!(!missed(&found).is_empty());
    assert!(check(&plan, &found).accepts());
}

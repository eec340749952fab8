//! Started tasks whose rest is delayed: by hand on small plans, and as laws over random plans with progress.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "in tests they say what must hold"
)]

mod support;

use chrono::{Days, NaiveTime};
use paceline::cost::cost;
use paceline::plan::{Constraint, ConstraintKind, Plan, Resource, ScheduleFrom, Task, TaskProgress};
use paceline::quantity::{Duration, Stamp, When};
use paceline::render::{PageOptions, gantt_svg, page};
use paceline::report::{Brief, TextOptions, text};
use paceline::schedule::{
    Cause, Goal, LevelOptions, LevelReport, MoveKind, Reference, Schedule, apply_leveling, check,
    check_leveled, check_leveled_with, level, load, schedule,
};
use paceline::{Issue, Severity, Status};
use support::features::Features;
use support::plans::{Random, random_plan_with};

fn split() -> LevelOptions {
    LevelOptions { split_remaining: true, ..LevelOptions::default() }
}

/// Ana has begun a film of five days on Monday and done two of them; an embargoed answer to the press, due the same
/// day, needs her on Thursday.
fn interrupted() -> Plan {
    Plan::from_json(
        r#"{
          "format": "paceline/1",
          "program": {"name": "p", "start": "2026-03-02", "status_date": "2026-03-03", "currency": "EUR"},
          "resources": [{"id": "ana", "rates": [{"standard": 50}]}],
          "tasks": [
            {"id": "cut", "duration": "1d"},
            {"id": "film", "duration": "5d", "progress": {"actual_start": "2026-03-02", "complete": 0.4}},
            {"id": "poster", "duration": "1d"},
            {"id": "press", "duration": "1d", "deadline": "2026-03-05", "weight": 10,
             "constraints": [{"kind": "start_no_earlier_than", "date": "2026-03-05"}]}
          ],
          "dependencies": [
            {"from": "film", "to": "cut"},
            {"from": "film", "to": "poster", "kind": "SS", "lag": "1d"}
          ],
          "assignments": [{"task": "film", "resource": "ana"}, {"task": "press", "resource": "ana"}]
        }"#,
    )
    .unwrap()
}

fn told(stamp: Option<Stamp>) -> String {
    stamp.map(|stamp| stamp.to_string()).unwrap_or_default()
}

#[test]
fn without_the_option_a_started_task_stays() {
    let plan = interrupted();
    let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    assert_eq!(report.schedule.task("film").unwrap().finish.to_string(), "2026-03-06T17:00:00");
    assert_eq!(report.schedule.task("film").unwrap().resume, None);
    assert_eq!(report.late[0].task, "press");
}

#[test]
fn the_rest_of_a_started_task_lets_urgent_work_pass() {
    let plan = interrupted();
    let report = level(&plan, &split(), &mut ()).unwrap();
    // Three days are left on Wednesday morning and cannot be parted: after the press day, Friday to Tuesday.
    let film = report.schedule.task("film").unwrap();
    assert_eq!(film.start.to_string(), "2026-03-02T08:00:00");
    assert_eq!(told(film.stop), "2026-03-03T17:00:00");
    assert_eq!(told(film.resume), "2026-03-06T08:00:00");
    assert_eq!(film.finish.to_string(), "2026-03-10T17:00:00");
    // What waits for its finish follows, what waits for its start does not.
    assert_eq!(report.schedule.task("cut").unwrap().start.to_string(), "2026-03-11T08:00:00");
    assert_eq!(report.schedule.task("poster").unwrap().start.to_string(), "2026-03-03T08:00:00");
    assert_eq!(report.schedule.task("press").unwrap().start.to_string(), "2026-03-05T08:00:00");
    assert_eq!(report.status, Status::Optimal);
    assert!(report.late.is_empty() && report.remaining.is_empty());

    let moved = report.moves.iter().find(|one| one.task == "film").unwrap();
    assert_eq!(moved.kind, MoveKind::Split);
    assert_eq!(
        (told(Some(moved.from)), told(Some(moved.to))),
        ("2026-03-04T08:00:00".into(), told(film.resume))
    );
    let Cause::Resource { resource, held_by, .. } = &moved.cause else { panic!("{:?}", moved.cause) };
    assert_eq!((resource.as_str(), held_by.as_slice()), ("ana", &["press".into()][..]));
    let cut = report.moves.iter().find(|one| one.task == "cut").unwrap();
    assert_eq!((cut.kind, &cut.chain[..]), (MoveKind::Whole, &["cut".into(), "film".into()][..]));
    // The cost of five days and one, wherever they lie.
    assert_eq!(
        cost(&plan, &report.schedule).unwrap().cost.total,
        cost(&plan, &report.before).unwrap().cost.total
    );
    let judged = check_leveled_with(&plan, &report.before, &report.schedule, &split());
    assert!(judged.accepts() && judged.is_level(), "{judged:?}");
    assert_eq!(check_leveled(&plan, &report.before, &report.schedule).violations[0].code, "moved-frozen");
}

#[test]
fn load_and_cost_skip_the_gap() {
    let mut plan = interrupted();
    plan.resources[0].rates[0].standard = paceline::quantity::Money::cents(10_000);
    let mut later = plan.resources[0].rates[0].clone();
    later.from = Some(When::parse("2026-03-09").unwrap().date);
    later.standard = paceline::quantity::Money::cents(20_000);
    plan.resources[0].rates.push(later);
    let report = level(&plan, &split(), &mut ()).unwrap();
    let days = |schedule| -> Vec<String> {
        let found = load(&plan, schedule).unwrap();
        found.resources[0].days.iter().map(|day| day.date.to_string()).collect()
    };
    assert_eq!(
        days(&report.schedule),
        ["02", "03", "05", "06", "09", "10"].map(|day| format!("2026-03-{day}"))
    );
    // Six days at 800, of which the last two are at 1600 now.
    assert_eq!(cost(&plan, &report.before).unwrap().cost.total.as_cents(), 480_000);
    assert_eq!(cost(&plan, &report.schedule).unwrap().cost.total.as_cents(), 640_000);
    // The goal counts the same.
    let by_cost = LevelOptions { objective: vec![Goal::Tardiness.into(), Goal::Cost.into()], ..split() };
    let report = level(&plan, &by_cost, &mut ()).unwrap();
    assert_eq!(report.objective[1].value.to_string(), "6400");
    assert_eq!(report.objective[1].before.to_string(), "4800");
}

#[test]
fn the_picture_and_the_report_tell_of_the_gap() {
    let plan = interrupted();
    let report = level(&plan, &split(), &mut ()).unwrap();
    let (before, after) = (load(&plan, &report.before).unwrap(), load(&plan, &report.schedule).unwrap());
    let brief = Brief {
        plan: &plan,
        level: &report,
        load_before: &before,
        load_after: &after,
        cost: None,
        scorecard: None,
    };
    let picture = gantt_svg(&brief);
    // Two pieces with a gap between: one bar more than there are tasks.
    assert_eq!(picture.matches(r#"class="gap""#).count(), 1);
    assert_eq!(picture.matches(r#"class="shape""#).count(), plan.tasks.len() + 1);
    assert!(picture.contains("interrupted: done until"), "{picture}");
    assert!(page(&brief, &PageOptions::default()).contains("interrupted: what is done, and the rest"));
    let words = text(&brief, &TextOptions::default());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains(
            "film +2 d: split, what is done stays and the rest goes on later: ana is busy with press"
        ),
        "{words}"
    );
}

/// The rows of two schedules say the same about dates.
fn assert_same(asked: &Schedule, found: &Schedule, seed: u64) {
    for (asked, found) in asked.tasks.iter().zip(&found.tasks) {
        let dates = |row: &paceline::schedule::TaskSchedule| (row.start, row.stop, row.resume, row.finish);
        assert_eq!((&asked.id, dates(asked)), (&found.id, dates(found)), "seed {seed}");
    }
}

#[test]
fn an_applied_split_stays() {
    let plan = interrupted();
    let report = level(&plan, &split(), &mut ()).unwrap();
    let kept = apply_leveling(&plan, &report.schedule).unwrap();
    assert_eq!(kept.tasks[1].progress.resume, Some(When::parse("2026-03-06T08:00").unwrap()));
    assert_same(&report.schedule, &schedule(&kept).unwrap(), 0);
    // Leveled again, nothing moves: whether the rest may be delayed or not.
    for options in [split(), LevelOptions::default()] {
        let again = level(&kept, &options, &mut ()).unwrap();
        assert_same(&report.schedule, &again.schedule, 0);
    }
    // A day more is done by Friday evening: the rest goes on on Monday.
    let mut friday = kept.clone();
    friday.tasks[1].progress.complete = Some(0.6);
    friday.program.status_date = Some(When::parse("2026-03-06").unwrap());
    let on_monday = LevelOptions { not_before: Some(When::parse("2026-03-09").unwrap()), ..split() };
    friday.tasks[3].progress.actual_start = Some(When::parse("2026-03-05").unwrap());
    friday.tasks[3].progress.actual_finish = Some(When::parse("2026-03-05").unwrap());
    let again = level(&friday, &on_monday, &mut ()).unwrap();
    let film = again.schedule.task("film").unwrap();
    assert_eq!(told(film.resume), "2026-03-09T08:00:00");
    assert_eq!(film.finish.to_string(), "2026-03-10T17:00:00");
}

#[test]
fn a_rest_is_held_by_dates_and_priority() {
    // Finish no later than Friday: the rest cannot wait for the press.
    let mut plan = interrupted();
    plan.tasks[1].constraints =
        vec![Constraint::on(ConstraintKind::FinishNoLaterThan, When::parse("2026-03-06").unwrap())];
    let held = level(&plan, &split(), &mut ()).unwrap();
    assert_eq!(held.schedule.task("film").unwrap().resume, None);
    let mut plan = interrupted();
    plan.tasks[1].priority = 1000;
    let held = level(&plan, &split(), &mut ()).unwrap();
    assert_eq!(held.schedule.task("film").unwrap().resume, None);
    // Within float: the film and what follows it is the whole program.
    let plan = interrupted();
    let held = level(&plan, &LevelOptions { within_float: true, ..split() }, &mut ()).unwrap();
    assert_eq!(held.schedule.task("film").unwrap().resume, None);
}

#[test]
fn tasks_that_have_not_started_are_not_split() {
    let friday = When::parse("2026-03-02").unwrap();
    let plan = Plan::builder("p", friday)
        .resource(Resource::person("ana"))
        .task(Task::new("long", Duration::days(5)).assigned("ana"))
        .task(Task::new("short", Duration::days(1)).assigned("ana"))
        .build()
        .unwrap();
    let (with, without) = (level(&plan, &split(), &mut ()), level(&plan, &LevelOptions::default(), &mut ()));
    assert_eq!(
        serde_json::to_string(&with.unwrap()).unwrap(),
        serde_json::to_string(&without.unwrap()).unwrap()
    );
}

#[test]
fn people_at_different_points_go_on_from_there() {
    // Ben works on Tuesdays only: half of two days is done on Monday by Ana, on the second Tuesday by Ben.
    let mut plan = Plan::from_json(
        r#"{
          "format": "paceline/1",
          "program": {"name": "p", "start": "2026-03-02"},
          "calendars": [{"id": "tue", "week": {"tue": ["08:00-12:00", "13:00-17:00"]}}],
          "resources": [{"id": "ana"}, {"id": "ben", "calendar": "tue"}],
          "tasks": [{"id": "ad", "duration": "2d", "progress": {"actual_start": "2026-03-02", "complete": 0.5}},
                    {"id": "now", "duration": "1d", "deadline": "2026-03-03"}],
          "assignments": [{"task": "ad", "resource": "ana"}, {"task": "ad", "resource": "ben"},
                          {"task": "now", "resource": "ana"}]
        }"#,
    )
    .unwrap();
    let before = schedule(&plan).unwrap();
    assert_eq!(before.task("ad").unwrap().finish.to_string(), "2026-03-10T17:00:00");
    assert_eq!(before.task("ad").unwrap().resume, None);
    plan.tasks[1].constraints =
        vec![Constraint::on(ConstraintKind::StartNoEarlierThan, When::parse("2026-03-03").unwrap())];
    let report = level(&plan, &split(), &mut ()).unwrap();
    let ad = report.schedule.task("ad").unwrap();
    // Ana waits until Wednesday; Ben, who has Tuesday only, does not notice.
    assert_eq!(told(ad.resume), "2026-03-04T08:00:00");
    assert_eq!(ad.finish.to_string(), "2026-03-10T17:00:00");
    assert!(report.remaining.is_empty());
    let judged = check_leveled_with(&plan, &report.before, &report.schedule, &split());
    assert!(judged.accepts() && judged.is_level(), "{judged:?}");
    assert_same(&report.schedule, &schedule(&apply_leveling(&plan, &report.schedule).unwrap()).unwrap(), 0);
}

/// A random plan, many of whose tasks have begun.
fn begun(seed: u64) -> Plan {
    let mut random = Random(seed ^ 0x7265_7374);
    let features = Features { from_finish: false, ..Features::from_bits(random.bits() as u16 | 0x60) };
    let mut plan = random_plan_with(seed, 2 + (seed % 18) as usize, features);
    plan.program.scheduling.from = ScheduleFrom::Start;
    let start = plan.program.start.date;
    let parents: Vec<String> =
        plan.tasks.iter().filter_map(|task| task.parent.as_ref()).map(ToString::to_string).collect();
    let at = |day: u64, hour| When {
        date: start + Days::new(day),
        time: (hour < 24).then(|| NaiveTime::from_hms_opt(hour, 0, 0).unwrap()),
    };
    for task in &mut plan.tasks {
        let leaf = task.milestone.is_none() && !parents.contains(&task.id.to_string());
        if !leaf || !random.chance(45) {
            continue;
        }
        task.progress = TaskProgress::default();
        let day = random.below(8) as u64;
        let hour = [24, 8, 10, 13, 17][random.below(5)];
        task.progress.actual_start = Some(at(day, hour));
        match random.below(4) {
            0 => {
                task.progress.remaining = Some(Duration::hours(1 + i32::try_from(random.below(20)).unwrap()));
            }
            1 => {}
            part => {
                task.progress.complete =
                    Some([0.0, 0.1, 0.25, 0.5, 0.9][random.below(5)] * part as f64 / 3.0);
            }
        }
        if random.chance(30) {
            task.progress.resume = Some(at(day + 1 + random.below(9) as u64, hour));
        }
    }
    if seed % 5 == 2 {
        let people: Vec<_> = plan.resources.iter().map(|one| one.id.clone()).collect();
        for assignment in &mut plan.assignments {
            if random.chance(40) {
                assignment.alternatives.push(people[random.below(people.len())].clone().into());
            }
        }
        if plan.validate().iter().any(|issue| issue.severity == Severity::Error) {
            plan.assignments.iter_mut().for_each(|assignment| assignment.alternatives.clear());
        }
    }
    plan
}

fn is_short(issue: &Issue) -> bool {
    issue.severity != Severity::Error || issue.code == "beyond-calendar"
}

/// What is missing from capacity, then the parts of the objective.
fn worth(report: &LevelReport) -> (i64, Vec<f64>) {
    let excess = report.remaining.iter().map(|one| one.overload.excess.as_seconds()).sum();
    (excess, report.objective.iter().map(|part| part.value).collect())
}

const PLANS: u64 = 3_200;

fn law(part: u64) {
    let (mut splits, mut better) = (0, 0);
    for seed in (0..PLANS).filter(|seed| seed % 4 == part) {
        let plan = begun(seed);
        match schedule(&plan) {
            Ok(before) => {
                let verdict = check(&plan, &before);
                assert!(verdict.accepts(), "seed {seed}: {:#?}", verdict.violations);
            }
            Err(issues) => {
                assert!(issues.as_slice().iter().all(is_short), "seed {seed}: {issues}");
                continue;
            }
        }
        let floor =
            (seed % 5 == 0).then(|| When { date: plan.program.start.date + Days::new(5), time: None });
        let objective = match seed % 3 {
            0 => LevelOptions::default().objective,
            1 => vec![Goal::Tardiness.into(), Goal::Change.into()],
            _ => vec![Goal::Tardiness.into(), Goal::Cost.into(), Goal::EvenLoad.into()],
        };
        let options = LevelOptions {
            steps: Some(40),
            not_before: floor,
            within_float: seed % 11 == 0,
            objective,
            ..split()
        };
        let Ok(report) = level(&plan, &options, &mut ()) else { continue };
        let verdict = check_leveled_with(&plan, &report.before, &report.schedule, &options);
        assert!(verdict.accepts(), "seed {seed}: {:#?}", verdict.violations);
        assert_eq!(
            verdict.is_level(),
            report.remaining.is_empty(),
            "seed {seed}: {:?} {:?}",
            verdict.overloads,
            report.remaining
        );
        for part in &report.objective {
            let holds = part.bound <= part.value + 1e-9 || !report.remaining.is_empty();
            assert!(holds, "seed {seed}: {part:?}");
        }
        for moved in report.moves.iter().filter(|one| one.kind == MoveKind::Split) {
            let row = report.schedule.task(&moved.task).unwrap();
            assert_eq!(row.resume, Some(moved.to), "seed {seed}: {moved:?}");
            splits += 1;
        }
        // Applied, it gives the same dates; and leveled again for fewest changes, it does not move.
        let kept = apply_leveling(&plan, &report.schedule).unwrap();
        let again = schedule(&kept).unwrap();
        assert_same(&report.schedule, &again, seed);
        let stay = LevelOptions {
            objective: vec![Goal::Change.into()],
            reference: Some(Reference::Plan),
            reassign: Some(0),
            ..options.clone()
        };
        let again = level(&kept, &stay, &mut ()).unwrap();
        // Tasks as late as possible have given that up when they are applied.
        let late = ConstraintKind::AsLateAsPossible;
        let late = plan.tasks.iter().flat_map(|task| &task.constraints).any(|one| one.kind == late);
        if report.remaining.is_empty() && floor.is_none() && !late {
            assert_same(&report.schedule, &again.schedule, seed);
        }
        if floor.is_none() {
            let without = LevelOptions { steps: Some(20), split_remaining: false, ..options };
            let without = level(&plan, &without, &mut ()).unwrap();
            assert!(worth(&report) <= worth(&without), "seed {seed}");
            better += u32::from(worth(&report) < worth(&without));
        }
    }
    assert!(splits > 20 && better > 10, "only {splits} splits, {better} better");
}

#[test]
fn splits_keep_the_laws_1() {
    law(0);
}

#[test]
fn splits_keep_the_laws_2() {
    law(1);
}

#[test]
fn splits_keep_the_laws_3() {
    law(2);
}

#[test]
fn splits_keep_the_laws_4() {
    law(3);
}

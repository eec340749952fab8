//! Laws of the critical path, on random plans; and the corners that broke once or could.

#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

mod support;

use chrono::NaiveDate;
use paceline::TaskId;
use paceline::calendar::{Calendar, Calendars, Shift, Timeline, Week};
use paceline::plan::{
    Constraint, ConstraintKind, Dependency, DependencyKind, MilestoneKind, Plan, Program, ScheduleFrom, Task,
};
use paceline::quantity::{Duration, Lag, When, Work};
use paceline::schedule::{Schedule, TaskKind, TaskSchedule, check, schedule};
use proptest::prelude::*;
use support::plans::{Features, random_plan_with, shuffled};

/// No constraint, no deadline, no progress: nothing but links and calendars decides.
const LOGIC: Features = Features {
    tree: true,
    link_kinds: true,
    lags: true,
    calendars: true,
    zones: false,
    resources: false,
    absences: false,
    soft_constraints: false,
    hard_constraints: false,
    progress: false,
    durations: true,
    value: false,
    options: false,
    from_finish: false,
};

/// The dates of a plan, which the checker accepts.
fn dates(plan: &Plan) -> Schedule {
    let found = schedule(plan).unwrap_or_else(|issues| panic!("{issues}"));
    assert_eq!(check(plan, &found).violations, []);
    found
}

fn leaves(schedule: &Schedule) -> impl Iterator<Item = &TaskSchedule> {
    schedule.tasks.iter().filter(|row| row.kind != TaskKind::Summary)
}

/// The leaf that a number stands for.
fn pick(schedule: &Schedule, number: usize) -> &TaskSchedule {
    let count = leaves(schedule).count();
    leaves(schedule).nth(number % count).unwrap()
}

/// Working time of the tasks of a plan without resources.
struct Working {
    calendars: Calendars,
    standard: Calendars,
    always: Timeline,
}

impl Working {
    fn new(plan: &Plan) -> Self {
        let clock = plan.program.scheduling.clock;
        let week = Week::weekdays(&["08:00-12:00".parse().unwrap(), "13:00-17:00".parse().unwrap()]);
        Self {
            calendars: Calendars::compile(&plan.calendars, clock, &mut Vec::new()),
            standard: Calendars::compile(
                &[Calendar::new("standard").with_week(week)],
                clock,
                &mut Vec::new(),
            ),
            always: Timeline::always(),
        }
    }

    fn of(&self, plan: &Plan, task: &TaskId) -> &Timeline {
        let task = plan.tasks.iter().find(|found| found.id == *task).unwrap();
        let length = task.duration.or(task.estimate.map(|estimate| estimate.likely));
        if length.is_some_and(|length| length.is_elapsed() && !length.is_zero()) {
            return &self.always;
        }
        let id = task.calendar.as_ref().or(plan.program.calendar.as_ref());
        match id {
            Some(id) => &self.calendars.get(id).unwrap().timeline,
            None => &self.standard.get("standard").unwrap().timeline,
        }
    }
}

/// The same plan with a task held back by so many seconds of the clock.
fn delayed(plan: &Plan, task: &TaskId, seconds: i64) -> Option<Plan> {
    let (number, unit) = if seconds % 60 == 0 { (seconds / 60, "em") } else { (seconds, "es") };
    let delay = Duration::parse(&format!("{number}{unit}")).ok()?;
    let mut plan = plan.clone();
    plan.tasks.iter_mut().find(|found| found.id == *task)?.leveling_delay = Some(delay);
    Some(plan)
}

fn is_milestone(plan: &Plan, id: &TaskId, kind: MilestoneKind) -> bool {
    plan.tasks.iter().any(|task| task.id == *id && task.milestone == Some(kind))
}

/// The drivers of a task are the links without which it would lie earlier.
fn drivers_drive(seed: u64, size: usize, zones: bool, number: usize) -> Result<(), TestCaseError> {
    let plan = random_plan_with(seed, size, Features { zones, tree: false, ..LOGIC });
    let found = dates(&plan);
    let row = pick(&found, number);
    let mut alone = plan.clone();
    alone.dependencies.retain(|link| link.to != row.id);
    let alone = dates(&alone).task(&row.id).unwrap().clone();
    let mut free = plan.clone();
    free.dependencies.retain(|link| link.to != row.id || !row.drivers.contains(&link.from));
    let free = dates(&free).task(&row.id).unwrap().clone();
    let was = (row.start, row.finish);
    if row.drivers.is_empty() {
        prop_assert_eq!(was.0, alone.start, "{}", row.id);
    } else {
        let earlier = free.start < was.0 || free.finish < was.1;
        prop_assert!(earlier || (alone.start, alone.finish) == was, "{}: {:?}", row.id, row.drivers);
    }
    Ok(())
}

/// A start-to-finish link that moves the finish alone, across a night, is a driver.
#[test]
fn what_moves_the_finish_alone_drives() {
    drivers_drive(2_119_901_640_934_071_833, 4, false, 10_105_568_488_062_875_054).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_float_is_negative_when_nothing_binds(seed: u64, size in 1usize..30, zones: bool, people: bool) {
        let features = Features { zones, resources: people, absences: people, ..LOGIC };
        let found = dates(&random_plan_with(seed, size, features));
        for row in &found.tasks {
            prop_assert!(row.total_float >= Work::ZERO, "{row:?}");
            prop_assert!(row.free_float >= Work::ZERO, "{row:?}");
            prop_assert!(row.early_start <= row.late_start, "{row:?}");
            prop_assert!(row.early_finish <= row.late_finish, "{row:?}");
            prop_assert!(row.finish <= found.finish && row.late_finish.time() <= found.finish.time(), "{row:?}");
        }
        prop_assert!(leaves(&found).any(|row| row.critical));
    }

    /// Late dates that are limits of starts (behind links from a start, or of start milestones) may lie just
    /// outside work, where nothing can start: they are left out here.
    #[test]
    fn a_task_slips_by_its_float_for_free(seed: u64, size in 2usize..25, zones: bool, number: usize) {
        let mut plan = random_plan_with(seed, size, Features { zones, link_kinds: false, ..LOGIC });
        for (position, link) in plan.dependencies.iter_mut().enumerate() {
            if position % 4 == 0 {
                link.kind = DependencyKind::FinishFinish;
            }
        }
        plan.tasks.iter_mut().filter(|task| task.milestone.is_some()).for_each(|task| {
            task.milestone = Some(MilestoneKind::Finish);
        });
        let found = dates(&plan);
        let row = pick(&found, number);
        let seconds = row.late_start.time().0 - row.early_start.time().0;
        let Some(later) = delayed(&plan, &row.id, seconds) else { return Ok(()) };
        let after = dates(&later);
        prop_assert_eq!(after.finish, found.finish, "{} by {} s", row.id, seconds);
    }

    #[test]
    fn one_second_more_than_its_float_moves_the_program(seed: u64, size in 2usize..25, zones: bool, number: usize) {
        // From finish to start and from start to start, where late dates are exact limits.
        let features = Features { zones, tree: false, link_kinds: false, ..LOGIC };
        let mut plan = random_plan_with(seed, size, features);
        for (position, link) in plan.dependencies.iter_mut().enumerate() {
            if position % 3 == 0 {
                link.kind = DependencyKind::StartStart;
            }
        }
        let found = dates(&plan);
        let row = pick(&found, number);
        // A moment may pass to the other side of a break.
        if row.duration == Work::ZERO {
            return Ok(());
        }
        let seconds = row.late_start.time().0 - row.early_start.time().0 + 1;
        let Some(later) = delayed(&plan, &row.id, seconds) else { return Ok(()) };
        let after = dates(&later);
        prop_assert!(after.finish > found.finish, "{} by {} s", row.id, seconds);
    }

    #[test]
    fn a_task_slips_by_its_free_float_unnoticed(seed: u64, size in 2usize..25, zones: bool, number: usize) {
        let plan = random_plan_with(seed, size, Features { zones, ..LOGIC });
        let found = dates(&plan);
        let row = pick(&found, number);
        if is_milestone(&plan, &row.id, MilestoneKind::Start) {
            return Ok(());
        }
        if row.free_float == Work::ZERO {
            return Ok(());
        }
        let working = Working::new(&plan);
        let timeline = working.of(&plan, &row.id);
        // A second less than the float, as the limit itself may lie outside work.
        let work = Work(timeline.worked(row.early_start.time()).0 + row.free_float.0 - 1);
        let at = if row.duration == Work::ZERO { timeline.finish_at(work) } else { timeline.start_at(work) };
        let seconds = at.0 - row.early_start.time().0;
        let Some(later) = delayed(&plan, &row.id, seconds.max(0)) else { return Ok(()) };
        let after = dates(&later);
        for (before, after) in leaves(&found).zip(leaves(&after)).filter(|(before, _)| before.id != row.id) {
            prop_assert_eq!(before.start, after.start, "{} by {}", row.id, before.id);
            prop_assert_eq!(before.finish, after.finish, "{} by {}", row.id, before.id);
        }
    }

    #[test]
    fn drivers_drive_and_nothing_else_does(seed: u64, size in 2usize..25, zones: bool, number: usize) {
        drivers_drive(seed, size, zones, number)?;
    }

    #[test]
    fn a_link_makes_nothing_earlier(seed: u64, size in 2usize..30, zones: bool, people: bool, number: usize) {
        let features = Features { zones, resources: people, absences: people, progress: true, ..LOGIC };
        let plan = random_plan_with(seed, size, features);
        if plan.dependencies.is_empty() {
            return Ok(());
        }
        let mut fewer = plan.clone();
        fewer.dependencies.remove(number % plan.dependencies.len());
        let (with, without) = (dates(&plan), dates(&fewer));
        for (with, without) in with.tasks.iter().zip(&without.tasks) {
            prop_assert!(without.start <= with.start && without.finish <= with.finish, "{}", with.id);
        }
    }

    #[test]
    fn order_of_the_lists_changes_no_byte(seed: u64, size in 1usize..40, order: u64) {
        let plan = random_plan_with(seed, size, Features::ALL);
        let json = |plan: &Plan| match schedule(plan) {
            Ok(found) => serde_json::to_string(&found).unwrap(),
            Err(issues) => issues.to_string(),
        };
        prop_assert_eq!(json(&plan), json(&shuffled(&plan, order)));
    }

    #[test]
    fn every_valid_plan_has_dates(seed: u64, size in 1usize..40, features: u16) {
        let plan = random_plan_with(seed, size, Features::from_bits(features));
        let found = dates(&plan);
        prop_assert_eq!(found.tasks.len(), plan.tasks.len());
        for row in leaves(&found) {
            prop_assert!(row.start <= row.finish, "{row:?}");
            prop_assert!(found.start <= row.start && row.finish <= found.finish, "{row:?}");
        }
    }
}

// ---------------------------------------------------------------------------------------------- corners

/// Monday to Friday 08:00–16:00 from Monday 2026-06-01.
fn office() -> Plan {
    let mut plan = Plan::new(Program::new("office", day(1)));
    let week = Week::weekdays(&[Shift::parse("08:00-16:00").unwrap()]);
    plan.calendars.push(Calendar::new("office").with_week(week));
    plan.program.calendar = Some("office".into());
    plan
}

/// A day of June 2026.
fn day(day: u32) -> When {
    NaiveDate::from_ymd_opt(2026, 6, day).unwrap().into()
}

fn task(id: &str, days: i32) -> Task {
    Task::new(id, Duration::days(days))
}

fn under(parent: &str, mut task: Task) -> Task {
    task.parent = Some(parent.into());
    task
}

fn held(mut task: Task, kind: ConstraintKind, date: When) -> Task {
    task.constraints.push(Constraint::on(kind, date));
    task
}

/// Start, finish, late start, late finish, total and free float in hours.
fn row(found: &Schedule, id: &str) -> [String; 6] {
    let row = found.task(id).unwrap();
    let moment = |stamp: paceline::quantity::Stamp| stamp.civil().format("%d %H:%M").to_string();
    let hours = |work: Work| format!("{}", work.0 / 3600);
    [
        moment(row.start),
        moment(row.finish),
        moment(row.late_start),
        moment(row.late_finish),
        hours(row.total_float),
        hours(row.free_float),
    ]
}

#[test]
fn a_latest_start_brings_a_task_to_its_day() {
    let mut plan = office();
    let late = held(task("b", 1), ConstraintKind::StartNoLaterThan, day(3));
    plan.tasks = vec![task("a", 5), late];
    plan.dependencies = vec![Dependency::new("a", "b")];
    let found = dates(&plan);
    assert_eq!(row(&found, "b")[..4], ["03 08:00", "03 16:00", "03 08:00", "03 16:00"]);
    assert_eq!(row(&found, "a")[4], "-24");
    // Links first: it stays, and its float counts from the beginning of the last day that was allowed.
    plan.program.scheduling.honor_constraints = false;
    let found = dates(&plan);
    assert_eq!(row(&found, "b"), ["08 08:00", "08 16:00", "03 08:00", "03 16:00", "-24", "0"]);
    // Any time on the last day will do.
    plan.tasks[0].duration = Some(Duration::hours(20));
    let found = dates(&plan);
    assert_eq!(row(&found, "b"), ["03 12:00", "04 12:00", "03 12:00", "04 12:00", "0", "0"]);
    assert_eq!(found.issues, []);
}

#[test]
fn a_day_to_start_on_is_met_where_its_work_begins() {
    let mut plan = office();
    plan.tasks = vec![held(task("a", 1), ConstraintKind::MustStartOn, day(3)), task("b", 9)];
    assert_eq!(row(&dates(&plan), "a"), ["03 08:00", "03 16:00", "03 08:00", "03 16:00", "0", "0"]);
}

#[test]
fn a_summary_that_must_be_done_does_not_pretend_to_be() {
    let mut plan = office();
    let phase = held(Task::summary("phase"), ConstraintKind::FinishNoLaterThan, day(2));
    plan.tasks = vec![phase, under("phase", task("a", 5)), task("after", 1)];
    plan.dependencies = vec![Dependency::new("phase", "after")];
    let found = dates(&plan);
    assert_eq!(row(&found, "after")[0], "08 08:00");
    assert_eq!(row(&found, "a")[3..5], ["02 16:00", "-24"]);
}

#[test]
fn float_ends_with_the_program() {
    let mut plan = office();
    let mut phase = Task::summary("phase");
    phase.deadline = Some(day(30));
    plan.tasks = vec![phase, under("phase", task("a", 1)), task("lead", 2), task("b", 3), task("long", 5)];
    let ends = Dependency::new("lead", "b").with_kind(DependencyKind::FinishFinish);
    plan.dependencies = vec![ends.with_lag(Duration::days(-4))];
    let found = dates(&plan);
    for id in ["a", "lead", "b", "long"] {
        assert_eq!(row(&found, id)[3], "05 16:00", "{id}");
    }
}

#[test]
fn from_the_finish_what_is_soon_stays_soon() {
    let mut plan = office();
    plan.program.scheduling.from = ScheduleFrom::Finish;
    plan.program.finish = Some(day(12));
    let mut soon = task("soon", 1);
    soon.constraints.push(Constraint { kind: ConstraintKind::AsSoonAsPossible, date: None });
    plan.tasks = vec![task("a", 2), soon, task("b", 3)];
    plan.dependencies = vec![Dependency::new("a", "b")];
    let found = dates(&plan);
    assert_eq!(row(&found, "a")[..2], ["08 08:00", "09 16:00"]);
    assert_eq!(row(&found, "b")[..2], ["10 08:00", "12 16:00"]);
    assert_eq!(row(&found, "soon")[..2], ["01 08:00", "01 16:00"]);
}

#[test]
fn free_float_is_seen_through_nested_summaries() {
    let mut plan = office();
    plan.tasks = vec![
        Task::summary("outer"),
        under("outer", Task::summary("inner")),
        under("inner", held(task("leaf", 1), ConstraintKind::StartNoEarlierThan, day(8))),
        task("before", 1),
        task("after", 1),
        task("beside", 1),
    ];
    plan.tasks.push(under("inner", held(task("late", 1), ConstraintKind::StartNoEarlierThan, day(10))));
    plan.dependencies = vec![
        Dependency::new("before", "outer"),
        Dependency::new("outer", "after").with_kind(DependencyKind::StartStart),
    ];
    let found = dates(&plan);
    assert_eq!(row(&found, "before")[5], "32");
    // It starts when the first task of the summary does, which is not the second.
    assert_eq!(row(&found, "after")[0], "08 08:00");
    assert_eq!(row(&found, "leaf")[5], "0");
    assert_eq!(row(&found, "late")[4..], ["0", "0"]);
    assert_eq!(found.task("after").unwrap().drivers, [TaskId::from("leaf")]);
}

#[test]
fn a_milestone_may_lie_in_a_night_shift() {
    let mut plan = office();
    let night = Week::weekdays(&[Shift::parse("22:00-06:00").unwrap()]);
    plan.calendars.push(Calendar::new("night").with_week(night));
    let mut go = Task::milestone("go", MilestoneKind::Start);
    let mut run = Task::new("run", Duration::hours(4));
    let mut done = Task::milestone("done", MilestoneKind::Finish);
    for task in [&mut go, &mut run, &mut done] {
        task.calendar = Some("night".into());
    }
    plan.tasks = vec![task("day", 1), go, run, done, task("next", 1)];
    plan.dependencies = vec![
        Dependency::new("day", "go").with_lag(Lag::parse("8eh").unwrap()),
        Dependency::new("go", "run"),
        Dependency::new("run", "done"),
        Dependency::new("done", "next"),
    ];
    let found = dates(&plan);
    assert_eq!(row(&found, "go")[0], "02 00:00");
    assert_eq!(row(&found, "run")[..2], ["02 00:00", "02 04:00"]);
    assert_eq!(row(&found, "done")[0], "02 04:00");
    assert_eq!(row(&found, "next")[0], "02 08:00");
    assert_eq!(found.critical_paths[0].len(), 5);
}

#[test]
fn zero_duration_is_a_moment_at_the_end_of_work() {
    let mut plan = office();
    plan.tasks = vec![task("a", 2), task("zero", 0), task("b", 1)];
    plan.dependencies = vec![Dependency::new("a", "zero"), Dependency::new("zero", "b")];
    let found = dates(&plan);
    assert_eq!(row(&found, "zero"), ["02 16:00", "02 16:00", "02 16:00", "02 16:00", "0", "0"]);
    assert_eq!(row(&found, "b")[0], "03 08:00");
}

#[test]
fn as_late_as_possible_takes_a_chain_along() {
    let mut plan = office();
    let mut a = task("a", 1);
    a.constraints.push(Constraint::ALAP);
    let mut b = task("b", 1);
    b.constraints.push(Constraint::ALAP);
    plan.tasks = vec![a, b, task("long", 5)];
    plan.dependencies = vec![Dependency::new("a", "b")];
    let found = dates(&plan);
    assert_eq!(row(&found, "a")[..2], ["04 08:00", "04 16:00"]);
    assert_eq!(row(&found, "b")[..2], ["05 08:00", "05 16:00"]);
    assert_eq!(found.finish.to_string(), "2026-06-05T16:00:00");
}

#[test]
fn what_happened_on_a_free_day_stays_there() {
    let mut plan = office();
    let mut a = task("a", 1);
    a.progress.actual_start = Some(day(6));
    plan.tasks = vec![a, task("b", 1)];
    plan.dependencies = vec![Dependency::new("a", "b")];
    let found = dates(&plan);
    assert_eq!(row(&found, "a")[..2], ["06 00:00", "08 16:00"]);
    assert_eq!(row(&found, "b")[0], "09 08:00");
}

#[test]
fn a_date_that_cannot_be_kept_does_not_break_links_for_nothing() {
    let mut plan = office();
    let mut late = paceline::plan::Resource::new("late", paceline::plan::ResourceKind::Vendor);
    late.contract = Some(paceline::plan::Window { from: day(8), to: day(30) });
    plan.resources.push(late);
    plan.tasks = vec![task("a", 7), held(task("b", 1), ConstraintKind::MustFinishOn, day(3))];
    plan.dependencies = vec![Dependency::new("a", "b")];
    plan.assignments.push(paceline::plan::Assignment::new("b", "late"));
    let found = dates(&plan);
    assert_eq!(row(&found, "b")[..2], ["10 08:00", "10 16:00"]);
    assert_eq!(row(&found, "b")[2..4], ["08 08:00", "08 16:00"]);
    assert!(found.issues.iter().any(|issue| issue.code == "constraint-missed"), "{:?}", found.issues);
}

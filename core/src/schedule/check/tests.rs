//! A schedule that keeps every rule, then one thing broken at a time: exactly that must be found.

mod leveled;

use super::*;
use crate::calendar::Clock;
use crate::plan::{Constraint, ConstraintKind, DependencyKind, LagCalendar, MilestoneKind, ScheduleFrom};
use crate::quantity::{Duration, Lag, Stamp, Time, Units, When, Work};
use crate::schedule::{TaskKind, TaskSchedule};

/// Every kind of task, link and progress; standard calendar, starts on Monday 2 March 2026.
const PLAN: &str = r#"{
  "format": "paceline/1",
  "program": {"name": "test", "start": "2026-03-02", "scheduling": {"clock": "wall"}},
  "calendars": [
    {"id": "night", "week": {"mon": ["22:00-06:00"], "tue": ["22:00-06:00"], "wed": ["22:00-06:00"]}},
    {"id": "late", "week": {"mon": ["10:00-14:00"], "tue": ["10:00-14:00"], "wed": ["10:00-14:00"]}}
  ],
  "resources": [
    {"id": "ana", "skills": [{"skill": "copy", "level": 3}],
     "absences": [{"from": "2026-03-12", "to": "2026-03-13"}]},
    {"id": "bo", "calendar": "late"},
    {"id": "film", "kind": "vendor", "contract": {"from": "2026-03-02", "to": "2026-03-20"}},
    {"id": "pool", "kind": "department", "capacity": 2,
     "availability": [{"from": "2026-03-09", "to": "2026-03-10", "units": 1}]}
  ],
  "tasks": [
    {"id": "brief", "duration": "1d", "parent": "words"},
    {"id": "copy", "duration": "2d", "parent": "words", "skills": [{"skill": "copy", "level": 2}]},
    {"id": "film", "duration": "3d"},
    {"id": "fixed", "duration": "1d", "priority": 1000,
     "constraints": [{"kind": "must_start_on", "date": "2026-03-09"}]},
    {"id": "go", "milestone": "finish"},
    {"id": "half", "duration": "2d",
     "progress": {"actual_start": "2026-03-02", "complete": 0.5, "resume": "2026-03-05"}},
    {"id": "over", "duration": "4h",
     "progress": {"actual_start": "2026-03-02T08:00", "actual_finish": "2026-03-02T12:00"}},
    {"id": "percent", "duration": "1d"},
    {"id": "publish", "milestone": "start", "deadline": "2026-03-05"},
    {"id": "review", "duration": "4h"},
    {"id": "shift", "duration": "1d", "calendar": "night"},
    {"id": "two", "duration": "4h"},
    {"id": "wait", "duration": "2ed"},
    {"id": "words"},
    {"id": "work"}
  ],
  "dependencies": [
    {"from": "brief", "to": "copy"},
    {"from": "brief", "to": "film", "kind": "SS", "lag": "1d"},
    {"from": "film", "to": "review", "kind": "FF"},
    {"from": "review", "to": "go"},
    {"from": "go", "to": "publish"},
    {"from": "copy", "to": "wait"},
    {"from": "film", "to": "percent", "lag": "50%"},
    {"from": "words", "to": "work", "lag": "4h"}
  ],
  "assignments": [
    {"task": "brief", "resource": "ana"},
    {"task": "copy", "resource": "ana"},
    {"task": "film", "resource": "film"},
    {"task": "two", "resource": "ana", "units": 0},
    {"task": "two", "resource": "bo"},
    {"task": "work", "resource": "pool", "units": 2, "work": "16h"}
  ]
}"#;

fn at(text: &str) -> Stamp {
    Stamp::wall(Time::from_civil(When::parse(text).unwrap().start()))
}

fn row(id: &str, kind: TaskKind, start: &str, finish: &str, hours: i64) -> TaskSchedule {
    let (start, finish) = (at(start), at(finish));
    TaskSchedule {
        id: id.into(),
        kind,
        start,
        stop: None,
        resume: None,
        finish,
        early_start: start,
        early_finish: finish,
        late_start: start,
        late_finish: finish,
        duration: Work::hours(hours),
        total_float: Work::ZERO,
        free_float: Work::ZERO,
        critical: id != "over",
        drivers: Vec::new(),
        late_days: u32::from(id == "publish"),
    }
}

fn valid() -> (Plan, Schedule) {
    use TaskKind::{Milestone, Summary, Task};
    let tasks = vec![
        row("brief", Task, "2026-03-02T08:00", "2026-03-02T17:00", 8),
        row("copy", Task, "2026-03-03T08:00", "2026-03-04T17:00", 16),
        row("film", Task, "2026-03-03T08:00", "2026-03-05T17:00", 24),
        row("fixed", Task, "2026-03-09T08:00", "2026-03-09T17:00", 8),
        row("go", Milestone, "2026-03-05T17:00", "2026-03-05T17:00", 0),
        row("half", Task, "2026-03-02T08:00", "2026-03-05T17:00", 16),
        row("over", Task, "2026-03-02T08:00", "2026-03-02T12:00", 4),
        row("percent", Task, "2026-03-09T13:00", "2026-03-10T12:00", 8),
        row("publish", Milestone, "2026-03-06T08:00", "2026-03-06T08:00", 0),
        row("review", Task, "2026-03-05T13:00", "2026-03-05T17:00", 4),
        row("shift", Task, "2026-03-02T23:00", "2026-03-03T23:00", 8),
        row("two", Task, "2026-03-02T13:00", "2026-03-03T13:00", 4),
        row("wait", Task, "2026-03-04T17:00", "2026-03-06T17:00", 48),
        row("words", Summary, "2026-03-02T08:00", "2026-03-04T17:00", 24),
        row("work", Task, "2026-03-05T13:00", "2026-03-06T12:00", 8),
    ];
    let schedule = Schedule {
        format: crate::schedule::SCHEDULE_FORMAT.to_owned(),
        start: at("2026-03-02T08:00"),
        finish: at("2026-03-10T12:00"),
        tasks,
        critical_paths: Vec::new(),
        reassigned: Vec::new(),
        issues: Vec::new(),
    };
    (serde_json::from_str(PLAN).unwrap(), schedule)
}

/// Codes without repetition.
fn codes(report: &CheckReport) -> Vec<&str> {
    report.violations.iter().map(|issue| &*issue.code).collect::<BTreeSet<&str>>().into_iter().collect()
}

fn of<'a>(schedule: &'a mut Schedule, id: &str) -> &'a mut TaskSchedule {
    schedule.tasks.iter_mut().find(|row| row.id == id).unwrap()
}

/// Moves a row and its early and late dates.
fn put(schedule: &mut Schedule, id: &str, start: &str, finish: &str) {
    let old = of(schedule, id).clone();
    *of(schedule, id) = TaskSchedule {
        critical: old.critical,
        late_days: old.late_days,
        ..row(id, old.kind, start, finish, old.duration.0 / 3600)
    };
}

fn task<'a>(plan: &'a mut Plan, id: &str) -> &'a mut crate::plan::Task {
    plan.tasks.iter_mut().find(|task| task.id == id).unwrap()
}

fn hold(plan: &mut Plan, id: &str, kind: ConstraintKind, date: &str) {
    task(plan, id).constraints.push(Constraint::on(kind, When::parse(date).unwrap()));
}

#[test]
fn a_schedule_that_keeps_every_rule_is_accepted() {
    let (plan, schedule) = valid();
    let report = check(&plan, &schedule);
    assert_eq!(report.violations, []);
    assert!(report.accepts() && report.is_level(), "{:?}", report.overloads);
}

type Change = fn(&mut Plan, &mut Schedule);

fn expect(changes: &[(&str, Change, &[&str])]) {
    let mut wrong = Vec::new();
    for (name, change, expected) in changes {
        let (mut plan, mut schedule) = valid();
        change(&mut plan, &mut schedule);
        let report = check(&plan, &schedule);
        if codes(&report) != *expected {
            let found: Vec<String> = report.violations.iter().map(ToString::to_string).collect();
            wrong.push(format!("{name}: expected {expected:?}, found {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn rows_that_are_not_the_plan_are_found() {
    expect(&[
        ("format", |_, s| s.format = "paceline-schedule/9".into(), &["unsupported-format"]),
        ("missing", |_, s| s.tasks.retain(|row| row.id != "fixed"), &["missing-task"]),
        ("unknown", |p, _| p.tasks.retain(|task| task.id != "fixed"), &["unknown-task"]),
        ("twice", |_, s| s.tasks.insert(0, s.tasks[0].clone()), &["duplicate-task"]),
        ("order", |_, s| s.tasks.swap(3, 4), &["wrong-order"]),
        ("kind", |_, s| of(s, "go").kind = TaskKind::Task, &["wrong-kind"]),
        ("kind of a summary", |_, s| of(s, "words").kind = TaskKind::Task, &["wrong-kind"]),
        ("driver", |_, s| of(s, "copy").drivers = vec!["ghost".into()], &["unknown-driver"]),
        ("clock", |p, _| p.program.scheduling.clock = Clock::Zoned, &["wrong-clock"]),
        (
            "offset",
            |_, s| of(s, "copy").late_start = Stamp::zoned(of(s, "copy").late_start.time(), 0),
            &["wrong-clock"],
        ),
        ("start of all", |_, s| s.start = at("2026-03-01"), &["wrong-program-dates"]),
        ("finish of all", |_, s| s.finish = at("2026-03-11"), &["wrong-program-dates"]),
        ("summary", |_, s| of(s, "words").finish = at("2026-03-04T16:00"), &["wrong-summary"]),
        ("late days", |_, s| of(s, "publish").late_days = 0, &["wrong-late-days"]),
        ("late without deadline", |_, s| of(s, "copy").late_days = 1, &["wrong-late-days"]),
        ("critical", |_, s| of(s, "copy").critical = false, &["wrong-critical"]),
        ("critical and finished", |_, s| of(s, "over").critical = true, &["wrong-critical"]),
        ("float", |_, s| of(s, "copy").late_finish = at("2026-03-04T16:00"), &["wrong-float"]),
        ("less float", |_, s| of(s, "copy").total_float = Work(-60), &["wrong-float"]),
        (
            "early dates",
            |_, s| of(s, "fixed").early_start = at("2026-03-09T09:00"),
            &["wrong-early-dates", "wrong-float"],
        ),
    ]);
}

#[test]
fn dates_that_are_not_the_work_are_found() {
    expect(&[
        (
            "at lunch",
            |_, s| put(s, "percent", "2026-03-09T12:30", "2026-03-10T12:00"),
            &["starts-outside-work"],
        ),
        (
            "before work",
            |_, s| put(s, "fixed", "2026-03-09T07:00", "2026-03-09T17:00"),
            &["starts-outside-work"],
        ),
        (
            "at the weekend",
            |_, s| put(s, "percent", "2026-03-14T08:00", "2026-03-14T17:00"),
            &["starts-outside-work", "wrong-program-dates"],
        ),
        (
            "too short",
            |_, s| put(s, "copy", "2026-03-03T08:00", "2026-03-04T16:59"),
            &["wrong-finish", "wrong-summary"],
        ),
        ("too long", |_, s| put(s, "work", "2026-03-05T13:00", "2026-03-06T13:30"), &["wrong-finish"]),
        (
            "next morning without a reason",
            |_, s| put(s, "fixed", "2026-03-09T08:00", "2026-03-10T08:00"),
            &["wrong-finish"],
        ),
        (
            "one of two calendars",
            |_, s| put(s, "two", "2026-03-02T13:00", "2026-03-02T17:00"),
            &["wrong-finish"],
        ),
        (
            "night shift by day",
            |_, s| put(s, "shift", "2026-03-02T08:00", "2026-03-02T16:00"),
            &["starts-outside-work"],
        ),
        ("elapsed", |_, s| put(s, "wait", "2026-03-04T17:00", "2026-03-06T16:00"), &["wrong-finish"]),
        ("duration", |_, s| of(s, "copy").duration = Work::hours(15), &["wrong-duration"]),
        (
            "milestone with length",
            |_, s| put(s, "go", "2026-03-05T17:00", "2026-03-06T08:00"),
            &["milestone-has-length"],
        ),
        (
            "milestone at night",
            |_, s| put(s, "go", "2026-03-05T20:00", "2026-03-05T20:00"),
            &["starts-outside-work"],
        ),
        (
            "published at the end of work",
            |_, s| put(s, "publish", "2026-03-05T17:00", "2026-03-05T17:00"),
            &["starts-outside-work", "wrong-late-days"],
        ),
        (
            "backwards",
            |_, s| put(s, "fixed", "2026-03-09T17:00", "2026-03-09T08:00"),
            &["constraint-broken", "finish-before-start"],
        ),
        (
            "away",
            |p, s| {
                p.assignments.push(crate::plan::Assignment::new("percent", "ana"));
                put(s, "percent", "2026-03-12T08:00", "2026-03-12T17:00");
                s.finish = at("2026-03-12T17:00");
            },
            &["works-while-absent"],
        ),
        (
            "over an absence",
            |p, s| {
                p.assignments.push(crate::plan::Assignment::new("percent", "ana"));
                put(s, "percent", "2026-03-11T13:00", "2026-03-12T12:00");
                s.finish = at("2026-03-12T12:00");
            },
            &["wrong-finish"],
        ),
        (
            "after the contract",
            |_, s| {
                put(s, "film", "2026-03-23T08:00", "2026-03-25T17:00");
                s.finish = at("2026-03-25T17:00");
            },
            &["link-broken", "outside-contract"],
        ),
        (
            "never done within the contract",
            |_, s| {
                put(s, "film", "2026-03-19T08:00", "2026-03-23T17:00");
                s.finish = at("2026-03-23T17:00");
            },
            &["link-broken", "wrong-finish"],
        ),
        ("actual start", |_, s| put(s, "half", "2026-03-03T08:00", "2026-03-05T17:00"), &["actual-moved"]),
        ("rest", |_, s| put(s, "half", "2026-03-02T08:00", "2026-03-03T17:00"), &["wrong-finish"]),
        ("actual finish", |_, s| put(s, "over", "2026-03-02T08:00", "2026-03-02T11:00"), &["actual-moved"]),
        (
            "finished without a start",
            |p, s| {
                task(p, "over").progress.actual_start = None;
                put(s, "over", "2026-03-02T09:00", "2026-03-02T12:00");
            },
            &["wrong-duration"],
        ),
        ("skill", |p, _| task(p, "copy").skills[0].level = 4, &["skill-not-covered"]),
        ("skill of nobody", |p, _| task(p, "copy").skills[0].skill = "law".into(), &["skill-not-covered"]),
    ]);
}

#[test]
fn links_that_are_broken_are_found() {
    expect(&[
        (
            "program start",
            |p, _| p.program.start = When::parse("2026-03-02T09:00").unwrap(),
            &["before-program-start"],
        ),
        (
            "program finish",
            |p, _| {
                p.program.scheduling.from = ScheduleFrom::Finish;
                p.program.finish = Some(When::parse("2026-03-09").unwrap());
            },
            &["after-program-finish"],
        ),
        ("finish to start", |p, _| p.dependencies[0].from = "film".into(), &["link-broken"]),
        (
            "start to start with lag",
            |p, _| p.dependencies[1].lag = Lag::parse("9h").unwrap(),
            &["link-broken"],
        ),
        (
            "finish to finish",
            |_, s| put(s, "review", "2026-03-05T10:00", "2026-03-05T15:00"),
            &["link-broken"],
        ),
        (
            "start to finish",
            |p, _| {
                p.dependencies.push(
                    crate::plan::Dependency::new("percent", "review").with_kind(DependencyKind::StartFinish),
                );
            },
            &["link-broken"],
        ),
        ("milestone", |p, _| p.dependencies[4].lag = Lag::parse("1m").unwrap(), &["link-broken"]),
        ("percent lag", |p, _| p.dependencies[6].lag = Lag::parse("51%").unwrap(), &["link-broken"]),
        ("elapsed lag", |p, _| p.dependencies[6].lag = Lag::parse("93eh").unwrap(), &["link-broken"]),
        ("from a summary", |p, _| p.dependencies[7].lag = Lag::parse("5h").unwrap(), &["link-broken"]),
        (
            "into a summary",
            |p, _| p.dependencies.push(crate::plan::Dependency::new("brief", "words")),
            &["link-broken"],
        ),
        ("ends unknown", |p, _| p.dependencies[0].to = "ghost".into(), &["unknown-task"]),
        // 8 hours after 08:00 count until 17:00 by the program's calendar, until 16:00 by every hour's.
        (
            "lag in another calendar",
            |p, _| {
                p.dependencies[7].lag = Lag::parse("15h").unwrap();
                p.dependencies[7].lag_calendar = Some(LagCalendar::Program);
            },
            &["link-broken"],
        ),
        (
            "lag by every hour",
            |p, _| {
                p.dependencies[7].lag = Lag::parse("15h").unwrap();
                p.dependencies[7].lag_calendar = Some(LagCalendar::Always);
            },
            &[],
        ),
        ("a started successor is excused", |p, _| p.dependencies[0].to = "half".into(), &[]),
        ("a lead", |p, _| p.dependencies[6].lag = Lag::parse("-3d").unwrap(), &[]),
        ("a lead too long is no matter", |p, _| p.dependencies[0].lag = Lag::parse("-9w").unwrap(), &[]),
    ]);
}

#[test]
fn constraints_that_are_broken_are_found() {
    use ConstraintKind as K;
    expect(&[
        (
            "must start",
            |_, s| put(s, "fixed", "2026-03-10T08:00", "2026-03-10T17:00"),
            &["constraint-broken", "wrong-program-dates"],
        ),
        ("must finish", |p, _| hold(p, "percent", K::MustFinishOn, "2026-03-11"), &["constraint-broken"]),
        ("must finish, kept", |p, _| hold(p, "review", K::MustFinishOn, "2026-03-05"), &[]),
        (
            "start later",
            |p, _| hold(p, "percent", K::StartNoEarlierThan, "2026-03-10"),
            &["constraint-broken"],
        ),
        ("start, kept", |p, _| hold(p, "percent", K::StartNoEarlierThan, "2026-03-09"), &[]),
        (
            "finish later",
            |p, _| hold(p, "copy", K::FinishNoEarlierThan, "2026-03-05"),
            &["constraint-broken"],
        ),
        ("finish, kept", |p, _| hold(p, "copy", K::FinishNoEarlierThan, "2026-03-04"), &[]),
        (
            "start earlier",
            |p, _| hold(p, "percent", K::StartNoLaterThan, "2026-03-08"),
            &["constraint-broken"],
        ),
        ("start by then", |p, _| hold(p, "percent", K::StartNoLaterThan, "2026-03-09"), &[]),
        (
            "finish earlier",
            |p, _| hold(p, "copy", K::FinishNoLaterThan, "2026-03-03"),
            &["constraint-broken"],
        ),
        ("finish by then", |p, _| hold(p, "copy", K::FinishNoLaterThan, "2026-03-04"), &[]),
        ("summary", |p, _| hold(p, "words", K::StartNoEarlierThan, "2026-03-03"), &["constraint-unreported"]),
        (
            "links first, nobody told",
            |p, _| {
                p.program.scheduling.honor_constraints = false;
                hold(p, "copy", K::FinishNoLaterThan, "2026-03-03");
            },
            &["constraint-unreported"],
        ),
        (
            "links first, told",
            |p, s| {
                p.program.scheduling.honor_constraints = false;
                hold(p, "copy", K::FinishNoLaterThan, "2026-03-03");
                s.issues.push(Issue::warning("constraint-missed", "tasks/copy/constraints", "late"));
            },
            &[],
        ),
        (
            "told about another task",
            |p, s| {
                p.program.scheduling.honor_constraints = false;
                hold(p, "copy", K::FinishNoLaterThan, "2026-03-03");
                s.issues.push(Issue::warning("constraint-missed", "tasks/copy-2/constraints", "late"));
            },
            &["constraint-unreported"],
        ),
        (
            "links first, too early all the same",
            |p, s| {
                p.program.scheduling.honor_constraints = false;
                hold(p, "percent", K::StartNoEarlierThan, "2026-03-10");
                s.issues.push(Issue::warning("constraint-missed", "tasks/percent", "early"));
            },
            &["constraint-broken"],
        ),
        // `fixed` sits on its date, so a link that asks for later is excused; not when links go first.
        ("held", |p, _| p.dependencies.push(crate::plan::Dependency::new("percent", "fixed")), &[]),
        (
            "not held",
            |p, _| {
                p.program.scheduling.honor_constraints = false;
                p.dependencies.push(crate::plan::Dependency::new("percent", "fixed"));
            },
            &["link-broken"],
        ),
        (
            "earlier than its latest date asks",
            |p, _| {
                hold(p, "percent", K::StartNoLaterThan, "2026-03-11");
                p.dependencies.push(crate::plan::Dependency::new("fixed", "percent"));
            },
            &["link-broken"],
        ),
        (
            "on its latest date",
            |p, _| {
                hold(p, "percent", K::StartNoLaterThan, "2026-03-09");
                p.dependencies.push(crate::plan::Dependency::new("fixed", "percent"));
            },
            &[],
        ),
        (
            "on its latest finish",
            |p, _| {
                hold(p, "copy", K::FinishNoLaterThan, "2026-03-04");
                p.dependencies.push(crate::plan::Dependency::new("film", "copy"));
            },
            &[],
        ),
        (
            "before the program by its date",
            |p, s| {
                p.program.start = When::parse("2026-03-10").unwrap();
                p.tasks.retain(|task| task.id == "fixed");
                p.dependencies.clear();
                p.assignments.clear();
                s.tasks.retain(|row| row.id == "fixed");
                (s.start, s.finish) = (s.tasks[0].start, s.tasks[0].finish);
            },
            &[],
        ),
    ]);
}

#[test]
fn overload_is_found_moment_by_moment() {
    let overloads = |change: Change| {
        let (mut plan, mut schedule) = valid();
        change(&mut plan, &mut schedule);
        let report = check(&plan, &schedule);
        assert!(report.accepts(), "{:#?}", report.violations);
        report.overloads
    };
    // Ana does two things at once on Monday and on Thursday afternoon; a milestone takes nobody.
    let found = overloads(|plan, _| {
        plan.assignments.push(crate::plan::Assignment::new("review", "ana"));
        plan.assignments.push(crate::plan::Assignment::new("half", "ana"));
        plan.assignments.push(crate::plan::Assignment::new("publish", "ana"));
    });
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!((found[0].from, found[0].to), (at("2026-03-02T08:00"), at("2026-03-02T17:00")));
    assert_eq!(found[0].excess, Work::hours(8));
    assert_eq!((found[1].from, found[1].to), (at("2026-03-05T13:00"), at("2026-03-05T17:00")));
    assert_eq!(found[1].tasks, ["half", "review"]);
    assert_eq!(found[1].peak, Units::from_parts(20_000));
    // The pool has two, but one on 9 and 10 March.
    let found = overloads(|plan, _| {
        plan.assignments.push(crate::plan::Assignment::new("percent", "pool"));
        plan.assignments.push(crate::plan::Assignment::new("fixed", "pool"));
    });
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].from, found[0].to), (at("2026-03-09T13:00"), at("2026-03-09T17:00")));
    // Three thirds are not more than one.
    let found = overloads(|plan, _| {
        plan.assignments.retain(|assignment| assignment.resource != "ana");
        task(plan, "copy").skills.clear();
        for (name, work) in [("film", "8h"), ("review", "80m"), ("half", "320m")] {
            let mut third = crate::plan::Assignment::new(name, "ana");
            third.work = Some(Duration::parse(work).unwrap());
            plan.assignments.push(third);
        }
    });
    assert_eq!(found, []);
}

#[test]
fn nonsense_is_answered_with_violations() {
    for year in [i64::MIN / 8, -62_135_596_800, 0, 253_370_764_800, i64::MAX / 8] {
        let (plan, mut schedule) = valid();
        for (position, row) in schedule.tasks.iter_mut().enumerate() {
            let stamp = Stamp::wall(Time(year));
            match position % 3 {
                0 => row.start = stamp,
                1 => row.finish = stamp,
                _ => (row.start, row.finish, row.early_start, row.late_finish) = (stamp, stamp, stamp, stamp),
            }
            row.total_float = Work(i64::MIN);
            row.duration = Work(i64::MAX);
        }
        assert!(!check(&plan, &schedule).accepts());
        assert!(!check_leveled(&plan, &valid().1, &schedule).accepts());
    }
    let (mut plan, schedule) = valid();
    plan.tasks.iter_mut().for_each(|task| task.parent = Some("words".into()));
    plan.calendars[0].base = Some("late".into());
    plan.calendars[1].base = Some("night".into());
    plan.calendars[1].week = crate::calendar::Week::default();
    plan.calendars[1].zone = Some("Nowhere/Land".into());
    plan.resources[1].calendar = Some("ghost".into());
    let report = check(&plan, &schedule);
    for code in ["calendar-cycle", "unknown-zone"] {
        assert!(codes(&report).contains(&code), "{code}: {:?}", codes(&report));
    }
    let empty = Schedule { tasks: Vec::new(), ..schedule };
    assert_eq!(codes(&check(&Plan::new(plan.program.clone()), &empty)), Vec::<&str>::new());
    task(&mut plan, "copy").duration = Some(Duration::days(-2));
    plan.dependencies.iter_mut().for_each(|link| link.lag = Lag::parse("-999999mo").unwrap());
    check(&plan, &valid().1);
    assert_eq!(task(&mut plan, "go").milestone, Some(MilestoneKind::Finish));
}

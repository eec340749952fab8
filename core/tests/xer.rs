//! Laws of Primavera P6's rules and files over random plans, and files that nobody meant well.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "in tests they say what must hold"
)]

#[path = "support/random.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared by several test programs")]
mod random;

use paceline::calendar::{Calendar, CalendarException, Shift, Week};
use paceline::interop::{read_pmxml, read_xer, write_xer};
use paceline::plan::{
    Assignment, Constraint, ConstraintKind, CriticalRule, Dependency, DependencyKind, LagCalendar,
    MilestoneKind, Plan, Program, ProgressRule, Resource, Task, TotalFloat,
};
use paceline::quantity::{Duration, Money, When};
use paceline::schedule::{check, schedule};
use random::Random;

fn at(day: usize, hour: usize) -> When {
    When::parse(&format!("2026-03-{:02}T{hour:02}:00", 2 + day)).unwrap()
}

/// A plan of everything that a file of P6 says, in an order of its own.
fn plan(seed: u64) -> Plan {
    let mut random = Random(seed);
    let mut below = |most: usize| random.below(most);
    let mut program = Program::new("FAIR", at(0, 8));
    program.calendar = Some("1".into());
    program.currency = Some("EUR".to_owned());
    program.status_date = Some(at(below(8), 8));
    program.must_finish_by = (below(3) == 0).then(|| at(20, 17));
    let scheduling = &mut program.scheduling;
    scheduling.honor_constraints = false;
    scheduling.lag_calendar =
        [LagCalendar::Predecessor, LagCalendar::Successor, LagCalendar::Program, LagCalendar::Always]
            [below(4)];
    scheduling.progress_rule =
        [ProgressRule::RetainedLogic, ProgressRule::ProgressOverride, ProgressRule::ActualDates][below(3)];
    scheduling.total_float = [TotalFloat::Finish, TotalFloat::Start, TotalFloat::Smallest][below(3)];
    scheduling.critical = [CriticalRule::Float, CriticalRule::LongestPath][below(2)];
    scheduling.lag_from_early_start = below(2) == 0;
    scheduling.use_expected_finish = below(2) == 0;
    scheduling.multiple_critical_paths = below(4) == 0;
    let mut plan = Plan::new(program);
    let day: [Shift; 2] = ["08:00-12:00".parse().unwrap(), "13:00-17:00".parse().unwrap()];
    let long: [Shift; 1] = ["06:00-18:00".parse().unwrap()];
    plan.calendars = vec![
        Calendar::new("1").with_name("Days").with_week(Week::weekdays(&day)),
        Calendar::new("2")
            .with_name("All week")
            .with_week(Week::every_day(&long))
            .with_exception(CalendarException::day(at(3, 8).date)),
        Calendar::new("3").with_base("1"),
    ];
    for name in ["ANA", "BEN"] {
        let mut one = Resource::person(name);
        one.rates.push(paceline::plan::Rate {
            from: None,
            standard: Money::cents(5_000),
            per: paceline::plan::Per::Hour,
            overtime: None,
            per_use: Money::ZERO,
        });
        plan.resources.push(one);
    }
    let count = 2 + below(10);
    for number in 0..count {
        let id = format!("A{number:02}");
        let mut task = match below(10) {
            0 => Task::milestone(&id, MilestoneKind::Start),
            1 => Task::milestone(&id, MilestoneKind::Finish),
            2 => {
                let mut task = Task::new(&id, Duration::days(0));
                task.level_of_effort = true;
                task
            }
            _ => {
                let mut task = Task::new(&id, Duration::days(1 + below(6) as i32));
                task.ignore_resource_calendars = true;
                task
            }
        };
        if below(4) == 0 {
            task.calendar = Some(["2", "3"][below(2)].into());
        }
        let is_work = task.milestone.is_none() && !task.level_of_effort;
        if is_work && below(3) == 0 {
            let status = plan.program.status_date.unwrap();
            let start = at(below(3), 8).min(status);
            task.progress.actual_start = Some(start);
            task.progress.complete = Some(0.5);
            task.progress.remaining = task.duration.map(|whole| {
                let days: i32 = whole.to_string().trim_end_matches('d').parse().unwrap();
                Duration::hours(days * 4)
            });
            if below(3) == 0 {
                task.progress.expected_finish = Some(at(8 + below(8), 17));
            }
            if task.progress.expected_finish.is_none() && below(4) == 0 {
                task.progress.resume = Some(at(9 + below(3), 8));
            }
        } else if is_work && below(2) == 0 {
            let kinds = [
                ConstraintKind::MustStartOn,
                ConstraintKind::MustFinishOn,
                ConstraintKind::StartNoEarlierThan,
                ConstraintKind::StartNoLaterThan,
                ConstraintKind::FinishNoEarlierThan,
                ConstraintKind::FinishNoLaterThan,
                ConstraintKind::MandatoryStart,
                ConstraintKind::MandatoryFinish,
            ];
            let kind = kinds[below(kinds.len())];
            task.constraints.push(Constraint::on(kind, at(below(20), [8, 17][below(2)])));
        }
        if is_work && below(2) == 0 {
            let mut one = Assignment::new(&id, ["ANA", "BEN"][below(2)]);
            one.work = Some(Duration::hours(4));
            plan.assignments.push(one);
        }
        plan.tasks.push(task);
        for _ in 0..below(3).min(number) {
            let kinds = [
                DependencyKind::FinishStart,
                DependencyKind::StartStart,
                DependencyKind::FinishFinish,
                DependencyKind::StartFinish,
            ];
            let link = Dependency::new(format!("A{:02}", below(number)), &id)
                .with_kind(kinds[below(4)])
                .with_lag(Duration::hours(below(9) as i32 - 2));
            let same = |other: &Dependency| (&other.from, &other.to) == (&link.from, &link.to);
            if !plan.dependencies.iter().any(same) {
                plan.dependencies.push(link);
            }
        }
    }
    plan.sort();
    plan
}

#[test]
fn the_checker_accepts_plans_by_the_rules_of_p6() {
    let (mut effort, mut begun) = (0, 0);
    for seed in 0..3_000 {
        let plan = plan(seed);
        let Ok(result) = schedule(&plan) else { panic!("seed {seed}: {}", schedule(&plan).unwrap_err()) };
        let judged = check(&plan, &result);
        assert_eq!(judged.violations, [], "seed {seed}: {}", plan.to_json());
        effort += plan.tasks.iter().filter(|task| task.level_of_effort).count();
        begun += plan.tasks.iter().filter(|task| task.progress.actual_start.is_some()).count();
    }
    assert!(effort > 500 && begun > 500, "{effort} {begun}");
}

#[test]
fn what_is_written_is_read_again() {
    let again = |plan: &Plan| {
        let written = write_xer(plan, &schedule(plan).unwrap()).unwrap();
        let mut again = read_xer(written.text.as_bytes()).unwrap().projects.remove(0).plan;
        again.sort();
        again
    };
    for seed in 0..1_000 {
        let plan = plan(seed);
        // The first time durations get P6's unit, and levels of effort the length that they have.
        let first = again(&plan);
        assert_eq!(again(&first).to_json(), first.to_json(), "seed {seed}");
        assert_eq!(first.tasks.len(), plan.tasks.len(), "seed {seed}");
        assert_eq!(first.dependencies.len(), plan.dependencies.len(), "seed {seed}");
        assert_eq!(schedule(&first).unwrap().tasks, schedule(&plan).unwrap().tasks, "seed {seed}");
    }
}

/// Whatever stands in a file: it is read or refused, and what is read is scheduled or refused.
fn swallow(bytes: &[u8], xml: bool) -> bool {
    let read = if xml { read_pmxml(bytes) } else { read_xer(bytes) };
    let Ok(file) = read else { return false };
    let mut any = false;
    for project in &file.projects {
        let text = project.plan.to_json();
        assert_eq!(Plan::from_json(&text).map(|plan| plan.to_json()), Ok(text));
        if let Ok(result) = schedule(&project.plan) {
            any = true;
            let written = write_xer(&project.plan, &result).unwrap();
            assert!(read_xer(written.text.as_bytes()).is_ok());
        }
    }
    any
}

const PMXML: &str = "<APIBusinessObjects><Calendar><ObjectId>5</ObjectId><StandardWorkWeek><StandardWorkHours>\
<DayOfWeek>Monday</DayOfWeek><WorkTime><Start>08:00:00</Start><Finish>11:59:00</Finish></WorkTime></StandardWorkHours>\
</StandardWorkWeek><HolidayOrExceptions><HolidayOrException><Date>2026-03-09T00:00:00</Date></HolidayOrException>\
</HolidayOrExceptions></Calendar><Project><ObjectId>1</ObjectId><Id>FAIR</Id>\
<PlannedStartDate>2026-03-02T08:00:00</PlannedStartDate><DataDate>2026-03-02T08:00:00</DataDate>\
<ActivityDefaultCalendarObjectId>5</ActivityDefaultCalendarObjectId><Activity><ObjectId>7</ObjectId><Id>A</Id>\
<Type>Task Dependent</Type><Status>In Progress</Status><ActualStartDate>2026-03-02T08:00:00</ActualStartDate>\
<PlannedDuration>8</PlannedDuration><RemainingDuration>4</RemainingDuration></Activity><Activity>\
<ObjectId>8</ObjectId><Id>B</Id><Type>Finish Milestone</Type><Status>Not Started</Status></Activity><Relationship>\
<PredecessorActivityObjectId>7</PredecessorActivityObjectId><SuccessorActivityObjectId>8</SuccessorActivityObjectId>\
<Type>Finish to Start</Type><Lag>8</Lag></Relationship></Project></APIBusinessObjects>";

#[test]
fn hostile_files_are_read_or_refused() {
    let mut random = Random(11);
    let mut scheduled = [0usize; 2];
    let values: [&[u8]; 10] = [
        b"-1",
        b"99999999999999999999",
        b"1e300",
        b"NaN",
        b"2100-12-31 23:59",
        b"1970-01-01 00:00",
        b"(0||(((((((((((((((((((((((((((((((((((((((((",
        b"(0||CalendarData()((0||Exceptions()((0||0(d|46087)((0||0(s|25:00|f|08:00)",
        b"\xFF",
        b"%T",
    ];
    for number in 0..2_000 {
        let xml = number % 2 == 1;
        let sample = if xml {
            PMXML.as_bytes().to_vec()
        } else {
            let plan = plan(number / 2);
            write_xer(&plan, &schedule(&plan).unwrap()).unwrap().text.into_bytes()
        };
        let mut bytes = sample;
        for _ in 0..=random.below(3) {
            let place = random.below(bytes.len());
            match random.below(5) {
                0 => bytes.truncate(place.max(1)),
                1 => bytes[place] = random.below(256) as u8,
                2 => drop(bytes.drain(place..(place + random.below(40)).min(bytes.len()))),
                // A cell or a text becomes something else.
                _ => {
                    let (open, close) = if xml { (b'>', b'<') } else { (b'\t', b'\t') };
                    let Some(from) = bytes[place..].iter().position(|byte| *byte == open) else { continue };
                    let from = place + from + 1;
                    let to =
                        bytes[from..].iter().position(|byte| *byte == close).map_or(from, |end| from + end);
                    bytes.splice(from..to, values[random.below(values.len())].iter().copied());
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        scheduled[usize::from(xml)] += usize::from(swallow(&bytes, xml));
    }
    assert!(scheduled.iter().all(|count| *count > 50), "{scheduled:?}");
}

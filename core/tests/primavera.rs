//! Primavera P6: dates and floats as P6 23.12 showed them for seven small networks, read back by hand; files of P6
//! and of others that write such files.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "in tests they say what must hold"
)]

#[path = "support/oracle.rs"]
mod oracle;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, Weekday};
use paceline::calendar::{Calendar, Shift, Week};
use paceline::interop::{P6File, read_pmxml, read_xer, write_xer};
use paceline::plan::{
    Constraint, ConstraintKind, Dependency, DependencyKind, LagCalendar, Plan, Program, ProgressRule, Task,
    TotalFloat,
};
use paceline::quantity::{Duration, When};
use paceline::schedule::{check, schedule};
use serde_json::Value;

const CASES: [&str; 7] = [
    "01-fs-chain",
    "03-ff-with-lag",
    "05-negative-float",
    "06-multiple-calendars",
    "08-in-progress-retained-logic",
    "11-mandatory-start-finish",
    "13-alap",
];

fn at_eight(date: &str) -> When {
    When::parse(&format!("{date}T08:00")).unwrap()
}

/// The evening before: a constraint date of P6 is eight o'clock, so what must finish by it has the day before.
fn evening_before(date: &str) -> When {
    let day: NaiveDate = date.parse().unwrap();
    When::parse(&format!("{}T17:00", day.checked_sub_days(Days::new(1)).unwrap())).unwrap()
}

fn constraint(value: &Value) -> Constraint {
    let date = || value["date"].as_str().unwrap();
    match value["type"].as_str().unwrap() {
        "CS_ALAP" => Constraint::ALAP,
        "CS_MSO" => Constraint::on(ConstraintKind::MustStartOn, at_eight(date())),
        "CS_MEO" => Constraint::on(ConstraintKind::MustFinishOn, evening_before(date())),
        "CS_MEOB" => Constraint::on(ConstraintKind::FinishNoLaterThan, evening_before(date())),
        other => panic!("unknown constraint {other}"),
    }
}

fn plan(input: &Value) -> Plan {
    let options = &input["opts"];
    let mut program = Program::new("captured", at_eight(options["projectStart"].as_str().unwrap()));
    program.status_date = Some(at_eight(options["dataDate"].as_str().unwrap()));
    program.scheduling.honor_constraints = false;
    program.scheduling.lag_calendar = LagCalendar::Predecessor;
    program.scheduling.progress_rule = ProgressRule::RetainedLogic;
    program.scheduling.total_float = TotalFloat::Finish;
    let mut plan = Plan::new(program);
    let shifts: [Shift; 2] = ["08:00-12:00".parse().unwrap(), "13:00-17:00".parse().unwrap()];
    for (name, calendar) in options["cal_map"].as_object().unwrap() {
        let mut week = Week::default();
        for day in 0..7u64 {
            // Their week begins with Sunday.
            let weekday = Weekday::try_from(((day + 6) % 7) as u8).unwrap();
            let works = calendar["work_days"].as_array().unwrap().iter().any(|at| at.as_u64() == Some(day));
            week = week.with_day(weekday, if works { &shifts } else { &[] });
        }
        plan.calendars.push(Calendar::new(name.as_str()).with_week(week));
    }
    for value in input["activities"].as_array().unwrap() {
        let days = |key: &str| value[key].as_i64().map(|days| Duration::days(days as i32));
        let mut task = Task::new(value["code"].as_str().unwrap(), days("duration_days").unwrap());
        task.calendar = value["clndr_id"].as_str().map(Into::into);
        task.progress.actual_start = value["actual_start"].as_str().map(at_eight);
        task.progress.remaining = days("remaining_duration");
        for key in ["constraint", "constraint2"] {
            if value[key].is_object() {
                task.constraints.push(constraint(&value[key]));
            }
        }
        plan.tasks.push(task);
    }
    for value in input["relationships"].as_array().unwrap() {
        let kind = match value["type"].as_str().unwrap() {
            "FS" => DependencyKind::FinishStart,
            "SS" => DependencyKind::StartStart,
            "FF" => DependencyKind::FinishFinish,
            "SF" => DependencyKind::StartFinish,
            other => panic!("unknown relationship {other}"),
        };
        let link = Dependency::new(value["from_code"].as_str().unwrap(), value["to_code"].as_str().unwrap());
        let lag = Duration::days(value["lag_days"].as_i64().unwrap() as i32);
        plan.dependencies.push(link.with_kind(kind).with_lag(lag));
    }
    plan
}

#[test]
fn dates_and_floats_are_those_that_p6_showed() {
    let mut seen = 0;
    for case in CASES {
        let folder = format!("oracles/p6/captured/{case}");
        let Some(input) = oracle::text(&format!("{folder}/input.json")) else { return };
        let plan = plan(&serde_json::from_str(&input).unwrap());
        let result = schedule(&plan).unwrap();
        assert_eq!(check(&plan, &result).violations, [], "{case}");
        let values = oracle::text(&format!("{folder}/p6-values.csv")).unwrap();
        for line in values.lines().skip(1) {
            let wanted: Vec<&str> = line.split(',').collect();
            let row = result.task(wanted[0]).unwrap();
            let dates = [row.early_start, row.early_finish, row.late_start, row.late_finish];
            for (is, wanted) in dates.iter().zip(&wanted[1..5]) {
                assert_eq!(is.to_string().replace('T', " "), wanted.trim_end_matches(" A"), "{case} {line}");
            }
            let days = |work: paceline::quantity::Work| work.0 as f64 / 28_800.0;
            let floats = [days(row.total_float), days(row.free_float)];
            assert_eq!(floats.map(|days| days.to_string()).as_slice(), &wanted[5..7], "{case} {line}");
            seen += 1;
        }
        println!("{case}: as P6 23.12 showed it");
    }
    assert_eq!(seen, 16);
}

/// What a file holds, and whether every plan of it is scheduled and judged well.
fn read(name: &str) -> Option<P6File> {
    let bytes = std::fs::read(oracle::path("oracles/p6").join(name)).ok()?;
    let read = if name.ends_with(".xer") { read_xer(&bytes) } else { read_pmxml(&bytes) };
    Some(read.unwrap_or_else(|issues| panic!("{name}: {issues}")))
}

const FILES: [&str; 8] = [
    "baseline-projects.pmxml",
    "events-example.xer",
    "lag-calendar-predecessor.xer",
    "lag-calendar-successor.xer",
    "primavera-project.pmxml",
    "resource-rates.pmxml",
    "resource-rates.xer",
    "schedule-options.xer",
];

#[test]
fn files_of_p6_are_read() {
    println!("{:<30} {:>8} {:>6} {:>6} {:>6} {:>8}", "file", "projects", "tasks", "links", "work", "issues");
    let mut seen = 0;
    for name in FILES {
        let Some(file) = read(name) else { continue };
        let count = |of: fn(&Plan) -> usize| -> usize { file.projects.iter().map(|one| of(&one.plan)).sum() };
        println!(
            "{name:<30} {:>8} {:>6} {:>6} {:>6} {:>8}",
            file.projects.len(),
            count(|plan| plan.tasks.len()),
            count(|plan| plan.dependencies.len()),
            count(|plan| plan.assignments.len()),
            file.issues.len()
        );
        for issue in &file.issues {
            println!("    {issue}");
        }
        for project in &file.projects {
            let errors: Vec<_> = (project.plan.validate().into_iter())
                .filter(|issue| issue.severity == paceline::Severity::Error)
                .collect();
            assert_eq!(errors, [], "{name} {}", project.id);
            let result = schedule(&project.plan).unwrap();
            assert_eq!(check(&project.plan, &result).violations, [], "{name} {}", project.id);
            // P6 had computed the dates of this file before its calendar had holidays: by the calendar as it is the
            // durations at completion, which the file has, too, are shorter by them.
            let mut plan = project.plan.clone();
            if name == "primavera-project.pmxml" {
                plan.calendars.iter_mut().for_each(|calendar| calendar.exceptions.clear());
            }
            let result = schedule(&plan).unwrap();
            let mut right = [0usize; 4];
            let mut wrong = 0;
            for stored in &project.stored {
                let row = result.task(&stored.task).unwrap();
                let pairs = [
                    (stored.early_start, row.early_start),
                    (stored.early_finish, row.early_finish),
                    (stored.late_start, row.late_start),
                    (stored.late_finish, row.late_finish),
                ];
                for (at, (theirs, ours)) in pairs.into_iter().enumerate() {
                    right[at] += usize::from(theirs.is_none_or(|theirs| theirs == ours));
                }
                if pairs.iter().any(|(theirs, ours)| theirs.is_some_and(|theirs| theirs != *ours))
                    && wrong < 6
                {
                    wrong += 1;
                    println!("    {} {}: {pairs:?}", project.id, stored.task);
                }
            }
            println!("    {}: dates as stored {right:?} of {}", project.id, project.stored.len());
            // The dates of the other file are not P6's.
            assert!(
                name == "events-example.xer" || right == [project.stored.len(); 4],
                "{name} {}",
                project.id
            );
        }
        seen += 1;
    }
    assert!(seen == 0 || seen == FILES.len());
}

#[test]
fn options_of_scheduling_are_read() {
    let Some(file) = read("schedule-options.xer") else { return };
    let lags: Vec<LagCalendar> =
        file.projects.iter().map(|one| one.plan.program.scheduling.lag_calendar).collect();
    assert_eq!(
        lags,
        [LagCalendar::Always, LagCalendar::Program, LagCalendar::Successor, LagCalendar::Predecessor]
    );
    let all = |of: fn(&Plan) -> bool| file.projects.iter().map(|one| of(&one.plan)).collect::<Vec<bool>>();
    assert_eq!(all(|plan| plan.program.scheduling.multiple_critical_paths), [true, false, false, true]);
    assert_eq!(all(|plan| plan.program.scheduling.use_expected_finish), [false, true, false, true]);
    assert!(file.projects.iter().all(|one| {
        let scheduling = one.plan.program.scheduling;
        scheduling.progress_rule == ProgressRule::RetainedLogic
            && scheduling.total_float == TotalFloat::Finish
    }));
    let of = |name| read(name).unwrap().projects[0].plan.program.scheduling.lag_calendar;
    assert_eq!(of("lag-calendar-predecessor.xer"), LagCalendar::Predecessor);
    assert_eq!(of("lag-calendar-successor.xer"), LagCalendar::Successor);
}

#[test]
fn both_kinds_of_file_say_the_same() {
    let (Some(xer), Some(pmxml)) = (read("resource-rates.xer"), read("resource-rates.pmxml")) else { return };
    let (xer, pmxml) = (&xer.projects[0].plan, &pmxml.projects[0].plan);
    assert_eq!(xer.tasks, pmxml.tasks);
    assert_eq!(xer.resources, pmxml.resources);
    assert_eq!(xer.assignments, pmxml.assignments);
    assert_eq!(xer.calendars, pmxml.calendars);
    assert_eq!(xer.resources[0].rates.len(), 2);
    assert_eq!(xer.tasks[0].duration.unwrap().to_string(), "30d");
}

/// A plan in an order that its lists do not have.
fn sorted(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.tasks.sort_by(|a, b| a.id.cmp(&b.id));
    plan.calendars.sort();
    plan.resources.sort_by(|a, b| a.id.cmp(&b.id));
    plan.dependencies.sort_by(|a, b| (&a.from, &a.to, a.kind).cmp(&(&b.from, &b.to, b.kind)));
    plan.assignments.sort_by(|a, b| (&a.task, &a.resource).cmp(&(&b.task, &b.resource)));
    plan
}

/// Where two documents differ, and how, in order.
fn differences(at: &str, wanted: &Value, found: &Value, list: &mut Vec<String>) {
    match (wanted, found) {
        (Value::Object(one), Value::Object(other)) => {
            let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            for key in keys {
                differences(&format!("{at}/{key}"), &wanted[key], &found[key], list);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for (number, (one, other)) in one.iter().zip(other).enumerate() {
                differences(&format!("{at}/{number}"), one, other, list);
            }
        }
        _ if wanted == found => {}
        _ => list.push(format!("{at}: {wanted} -> {found}")),
    }
}

#[test]
fn what_is_written_is_read_again_as_it_was() {
    println!("{:<30} {:<12} {:>6} {:>9}", "file", "project", "tasks", "different");
    for name in FILES {
        let Some(file) = read(name) else { continue };
        for project in &file.projects {
            // Of a project that others only refer to the file says neither start nor calendar.
            if project.plan.program.start.time.is_none() {
                continue;
            }
            let result = schedule(&project.plan).unwrap();
            let written = write_xer(&project.plan, &result).unwrap();
            let again = read_xer(written.text.as_bytes()).unwrap();
            let mut wanted = sorted(&project.plan);
            // A project of P6 has a data date, if only its start.
            wanted.program.status_date = wanted.program.status_date.or(Some(wanted.program.start));
            wanted.program.currency = wanted.program.currency.or(Some(String::from("USD")));
            let json = |plan: &Plan| serde_json::from_str(&plan.to_json()).unwrap();
            let mut list = Vec::new();
            differences("", &json(&wanted), &json(&sorted(&again.projects[0].plan)), &mut list);
            println!("{name:<30} {:<12} {:>6} {:>9}", project.id, wanted.tasks.len(), list.len());
            assert!(list.is_empty(), "{list:?} {name} {}", project.id);
            assert_eq!(schedule(&again.projects[0].plan).unwrap().tasks, result.tasks, "{name}");
        }
    }
}

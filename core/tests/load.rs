//! Load and cost against worked cases: a spread of effort over days, and the launch program in a model of
//! whole days. The cases are read from the shared oracles; where these are absent the tests say so and pass.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "helpers of tests")]

#[path = "support/oracle.rs"]
mod shared;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use paceline::calendar::{Calendar, CalendarException, Clock, Week};
use paceline::cost::cost;
use paceline::plan::{
    Assignment, Constraint, ConstraintKind, Dependency, MilestoneKind, Per, Plan, Program, Rate, Resource,
    ResourceKind, Task,
};
use paceline::quantity::{Duration, Lag, Money, Stamp, Time, When, Work};
use paceline::schedule::{
    Bucket, LoadOptions, Schedule, TaskKind, TaskSchedule, check, load, load_with, schedule,
};
use serde_json::Value;

fn oracle(name: &str) -> Option<Value> {
    shared::json(&format!("oracles/social/{name}"))
}

fn date(value: &Value) -> NaiveDate {
    value.as_str().unwrap().parse().unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn hours(value: &Value) -> Work {
    #[expect(clippy::cast_possible_truncation, reason = "hours of a case")]
    let seconds = (value.as_f64().unwrap() * 3600.0).round() as i64;
    Work(seconds)
}

fn office(id: &str) -> Calendar {
    Calendar::new(id).with_week(Week::weekdays(&["09:00-17:00".parse().unwrap()]))
}

#[test]
fn effort_spread_over_days_loads_them_evenly() {
    let Some(case) = oracle("workload_spread_case.json") else { return };
    let mut plan = Plan::new(Program::new("spread", date(&case["first_day"])));
    plan.program.scheduling.clock = Clock::Wall;
    plan.program.calendar = Some("office".into());
    plan.calendars = vec![office("office")];
    plan.resources = vec![Resource::new("somebody", ResourceKind::Person)];
    for task in case["tasks"].as_array().unwrap() {
        let (id, start, due) = (text(&task["task"]), date(&task["start"]), date(&task["due"]));
        let days = start.iter_days().take_while(|day| *day <= due).filter(|day| !is_weekend(*day)).count();
        let mut made = Task::new(id, Duration::days(i32::try_from(days).unwrap()));
        made.constraints = vec![Constraint::on(ConstraintKind::MustStartOn, start)];
        plan.tasks.push(made);
        let mut assignment = Assignment::new(id, "somebody");
        assignment.work = Some(Duration::parse(&format!("{}h", task["effort_hours"])).unwrap());
        plan.assignments.push(assignment);
    }
    let schedule = schedule(&plan).unwrap();
    assert_eq!(check(&plan, &schedule).violations, []);
    let report = load(&plan, &schedule).unwrap();
    let somebody = &report.resources[0];
    let found: BTreeMap<NaiveDate, Work> = somebody.days.iter().map(|day| (day.date, day.demand)).collect();
    let capacity = case["capacity_hours_per_day"].as_f64().unwrap();
    let mut expected = BTreeMap::new();
    for stretch in case["expected_load"].as_array().unwrap() {
        let (from, to) = (date(&stretch["from"]), date(&stretch["to"]));
        let share = stretch["load"].as_f64().unwrap() * capacity;
        for day in from.iter_days().take_while(|day| *day <= to).filter(|day| !is_weekend(*day)) {
            expected.insert(day, hours(&Value::from(share)));
        }
    }
    assert_eq!(found, expected);
    let over: Vec<&paceline::schedule::DayLoad> =
        somebody.days.iter().filter(|day| day.excess > Work::ZERO).collect();
    let days: Vec<NaiveDate> = over.iter().map(|day| day.date).collect();
    let wanted = &case["expected_overload"];
    assert_eq!(days, wanted["days"].as_array().unwrap().iter().map(date).collect::<Vec<_>>());
    assert!(over.iter().all(|day| day.excess == hours(&wanted["excess_hours_per_day"])));
    assert_eq!(somebody.excess, hours(&wanted["excess_hours_total"]));
    // One span, across the weekend; judged by the day it is the same here.
    assert_eq!(somebody.overloads.len(), 1);
    assert_eq!(somebody.overloads[0].tasks, ["A", "B"]);
    assert_eq!(check(&plan, &schedule).overloads, somebody.overloads);
    let by_day = load_with(&plan, &schedule, &LoadOptions { bucket: Bucket::Day }).unwrap();
    assert_eq!(by_day.excess, report.excess);
    assert_eq!(by_day.resources[0].overloads.len(), 1);
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The launch program in whole days: 9 to 17 on the working days of each market, one wall clock.
struct Launch {
    plan: Plan,
    holidays: BTreeMap<String, BTreeSet<NaiveDate>>,
    /// Market whose working days each task counts.
    market: BTreeMap<String, String>,
    facts: Value,
}

fn launch() -> Option<Launch> {
    let (facts, markets) = (oracle("launch_programme.json")?, oracle("market_calendars.json")?);
    let mut plan = Plan::new(Program::new("launch", date(&facts["plan_start"])));
    plan.program.scheduling.clock = Clock::Wall;
    plan.program.calendar = Some("US".into());
    let mut holidays = BTreeMap::new();
    for market in markets["markets"].as_array().unwrap() {
        let days: BTreeSet<NaiveDate> =
            market["public_holidays"].as_array().unwrap().iter().map(|day| date(&day["date"])).collect();
        let calendar = office(text(&market["market"]));
        plan.calendars
            .push(days.iter().fold(calendar, |made, day| made.with_exception(CalendarException::day(*day))));
        holidays.insert(text(&market["market"]).to_owned(), days);
    }
    let mut home = BTreeMap::new();
    for (list, kind) in [("people", ResourceKind::Person), ("vendors", ResourceKind::Vendor)] {
        for person in facts[list].as_array().unwrap() {
            let (id, market) = (text(&person["id"]), text(&person["market"]));
            let mut resource = Resource::new(id, kind);
            resource.calendar = Some(market.into());
            if let Some(rate) = person["day_rate"].as_i64() {
                let (standard, per_use) = (Money::cents(rate * 100), Money::ZERO);
                resource.rates = vec![Rate { from: None, standard, per: Per::Day, overtime: None, per_use }];
            }
            plan.resources.push(resource);
            home.insert(id.to_owned(), (market.to_owned(), person["fixed_fee"].as_i64().unwrap_or(0)));
        }
    }
    let mut market = BTreeMap::new();
    for task in facts["tasks"].as_array().unwrap() {
        let id = text(&task["id"]);
        let days = i32::try_from(task["days"].as_i64().unwrap()).unwrap();
        let mut made = match days {
            0 => Task::milestone(id, MilestoneKind::Start),
            days => Task::new(id, Duration::days(days)),
        };
        let own = task["market"].as_str().unwrap_or("US").to_owned();
        let mut counts = own.clone();
        if let Some(assignee) = task["assignee"].as_str() {
            let (market, fee) = &home[assignee];
            counts.clone_from(market);
            made.fixed_cost = Money::cents(fee * 100);
            plan.assignments.push(Assignment::new(id, assignee));
        } else {
            made.calendar = Some(own.as_str().into());
        }
        if !task["not_before"].is_null() {
            let day = date(&task["not_before"]);
            made.constraints = vec![Constraint::on(ConstraintKind::StartNoEarlierThan, day)];
        }
        if !task["due"].is_null() {
            made.deadline = Some(date(&task["due"]).into());
        }
        for dep in task["deps"].as_array().unwrap() {
            let lag = Lag::from(Duration::days(i32::try_from(dep["lag_days"].as_i64().unwrap()).unwrap()));
            plan.dependencies.push(Dependency::new(text(&dep["on"]), id).with_lag(lag));
        }
        market.insert(id.to_owned(), counts);
        plan.tasks.push(made);
    }
    Some(Launch { plan, holidays, market, facts })
}

impl Launch {
    fn works(&self, market: &str, day: NaiveDate) -> bool {
        !is_weekend(day) && !self.holidays[market].contains(&day)
    }

    /// The working day of a market that is so many working days after a day.
    fn after(&self, market: &str, day: NaiveDate, count: i64) -> NaiveDate {
        let mut at = day;
        for _ in 0..count {
            at = at + Days::new(1);
            while !self.works(market, at) {
                at = at + Days::new(1);
            }
        }
        at
    }

    /// First and last day of each task by the rule of the case, without regard to who is busy.
    fn days(&self) -> BTreeMap<String, (NaiveDate, NaiveDate)> {
        let tasks: BTreeMap<&str, &Value> =
            self.facts["tasks"].as_array().unwrap().iter().map(|task| (text(&task["id"]), task)).collect();
        let mut found: BTreeMap<String, (NaiveDate, NaiveDate)> = BTreeMap::new();
        while found.len() < tasks.len() {
            for (id, task) in &tasks {
                let deps = task["deps"].as_array().unwrap();
                if found.contains_key(*id) || deps.iter().any(|dep| !found.contains_key(text(&dep["on"]))) {
                    continue;
                }
                let market = &self.market[*id];
                let mut start = date(&self.facts["plan_start"]);
                if !task["not_before"].is_null() {
                    start = start.max(date(&task["not_before"]));
                }
                for dep in deps {
                    let last = found[text(&dep["on"])].1;
                    // Later than the last day of work, on the day of a milestone, and so many working days on.
                    let wait = i64::from(tasks[text(&dep["on"])]["days"] != 0);
                    let lag = dep["lag_days"].as_i64().unwrap();
                    start = start.max(self.after(market, last, wait + lag));
                }
                while !self.works(market, start) {
                    start = start + Days::new(1);
                }
                let days = task["days"].as_i64().unwrap();
                found.insert((*id).to_owned(), (start, self.after(market, start, (days - 1).max(0))));
            }
        }
        found
    }

    /// The schedule that has these days.
    fn schedule(&self, days: &BTreeMap<String, (NaiveDate, NaiveDate)>) -> Schedule {
        let at = |day: NaiveDate, hour| Stamp::wall(Time::from_civil(day.and_hms_opt(hour, 0, 0).unwrap()));
        let rows = days.iter().map(|(id, (first, last))| {
            let task = self.plan.tasks.iter().find(|task| *task.id == **id).unwrap();
            let moment = task.milestone.is_some();
            let (start, finish) = (at(*first, 9), if moment { at(*first, 9) } else { at(*last, 17) });
            let deadline = task.deadline.map_or(i64::MAX, |day| Time::from_civil(day.end()).0);
            TaskSchedule {
                id: task.id.clone(),
                kind: if moment { TaskKind::Milestone } else { TaskKind::Task },
                start,
                stop: None,
                resume: None,
                finish,
                early_start: start,
                early_finish: finish,
                late_start: start,
                late_finish: finish,
                duration: match task.duration {
                    Some(duration) => {
                        hours(&Value::from(8 * duration.to_string().replace('d', "").parse::<i64>().unwrap()))
                    }
                    None => Work::ZERO,
                },
                total_float: Work::ZERO,
                free_float: Work::ZERO,
                critical: true,
                drivers: Vec::new(),
                late_days: u32::try_from((finish.time().0 - deadline).max(0).div_euclid(86_400)).unwrap(),
            }
        });
        let tasks: Vec<TaskSchedule> = rows.collect();
        Schedule {
            format: paceline::schedule::SCHEDULE_FORMAT.to_owned(),
            start: tasks.iter().map(|row| row.start).min().unwrap(),
            finish: tasks.iter().map(|row| row.finish).max().unwrap(),
            tasks,
            critical_paths: Vec::new(),
            reassigned: Vec::new(),
            issues: Vec::new(),
        }
    }
}

/// The figures of the worked case: without leveling it ends on 30 October, nothing is late, 18 people are
/// asked for too much, 130 person-days in all, and a strategist has twelve briefs on one day.
#[test]
fn the_launch_without_leveling_overloads_eighteen_people() {
    let Some(launch) = launch() else { return };
    let by_days = launch.schedule(&launch.days());
    let computed = schedule(&launch.plan).unwrap();
    for found in [&by_days, &computed] {
        let judged = check(&launch.plan, found);
        assert_eq!(judged.violations, []);
        assert_eq!(found.finish.date().to_string(), "2026-10-30");
        assert!(found.tasks.iter().all(|row| row.late_days == 0));
        let report = load(&launch.plan, found).unwrap();
        assert_eq!(report.overloaded, 18);
        assert_eq!(report.excess, Work::hours(130 * 8));
        let strategist = report.resources.iter().find(|load| load.resource == "strat-1").unwrap();
        let busiest = strategist.days.iter().map(|day| day.demand).max().unwrap();
        assert_eq!(busiest, Work::hours(12 * 8));
        let spans: Vec<_> = report.resources.iter().flat_map(|load| load.overloads.clone()).collect();
        assert_eq!(judged.overloads, spans);
    }
    let starts = |schedule: &Schedule| -> Vec<Stamp> { schedule.tasks.iter().map(|row| row.start).collect() };
    assert_eq!(starts(&by_days), starts(&computed));
}

#[test]
fn the_leveled_launch_of_the_case_is_accepted_and_level() {
    let (Some(launch), Some(reference)) = (launch(), oracle("launch_programme.reference.json")) else {
        return;
    };
    let days = reference["baseline"].as_object().unwrap().iter();
    let days = days.map(|(id, pair)| (id.clone(), (date(&pair[0]), date(&pair[1])))).collect();
    let found = launch.schedule(&days);
    let judged = check(&launch.plan, &found);
    assert_eq!(judged.violations, []);
    assert!(judged.is_level());
    assert_eq!(load(&launch.plan, &found).unwrap().excess, Work::ZERO);
}

/// 209 person-days at day rates and fixed fees of 90,000.
#[test]
fn the_launch_costs_what_the_case_says() {
    let Some(launch) = launch() else { return };
    let report = cost(&launch.plan, &schedule(&launch.plan).unwrap()).unwrap();
    assert_eq!(report.cost.total, Money::cents(20_585_000));
    assert_eq!(report.cost.fixed, Money::cents(9_000_000));
    let work: Work =
        report.resources.iter().filter(|line| !line.resource.starts_with("v-")).map(|line| line.work).sum();
    assert_eq!(work, Work::hours(209 * 8));
}

#[test]
fn a_day_can_be_overloaded_for_a_moment_and_not_as_a_whole() {
    let mut plan = Plan::new(Program::new("day", When::parse("2026-03-02").unwrap()));
    plan.resources = vec![Resource::new("ana", ResourceKind::Person)];
    plan.tasks = vec![Task::new("call", Duration::hours(2)), Task::new("memo", Duration::hours(1))];
    plan.assignments = vec![Assignment::new("call", "ana"), Assignment::new("memo", "ana")];
    let found = schedule(&plan).unwrap();
    let by_moment = load(&plan, &found).unwrap();
    assert_eq!((by_moment.overloaded, by_moment.excess), (1, Work::hours(1)));
    assert_eq!(by_moment.resources[0].days[0].demand, Work::hours(3));
    assert_eq!(by_moment.resources[0].days[0].capacity, Work::hours(8));
    let by_day = load_with(&plan, &found, &LoadOptions { bucket: Bucket::Day }).unwrap();
    assert_eq!((by_day.overloaded, by_day.excess), (0, Work::ZERO));
}

#[test]
fn a_schedule_without_a_task_is_refused() {
    let mut plan = Plan::new(Program::new("day", When::parse("2026-03-02").unwrap()));
    plan.tasks = vec![Task::new("call", Duration::hours(2))];
    let found = schedule(&plan).unwrap();
    plan.tasks.push(Task::new("memo", Duration::hours(1)));
    for issues in [load(&plan, &found).unwrap_err(), cost(&plan, &found).unwrap_err()] {
        assert_eq!(issues.as_slice()[0].code, "missing-task");
        assert_eq!(issues.as_slice()[0].at, "tasks/memo");
    }
}

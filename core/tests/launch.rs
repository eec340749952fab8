//! The launch "Aurora" against a day model of its own, and small plans whose best order is known.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests")]

#[path = "support/oracle.rs"]
mod shared;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use paceline::Status;
use paceline::calendar::{Calendar, Shift, Week};
use paceline::plan::{
    Assignment, Constraint, ConstraintKind, Dependency, Plan, Program, Resource, ResourceKind, Task,
};
use paceline::quantity::{Duration, When, Work};
use paceline::schedule::{
    Bound, LateReason, LevelOptions, LevelReport, TaskKind, check, check_leveled, level, load, schedule,
};
use serde_json::Value;

/// A file of reference values, if this machine has them.
fn oracle(name: &str) -> Option<Value> {
    shared::json(&format!("oracles/social/{name}"))
}

/// The example document, from another start.
fn aurora(start: NaiveDate) -> Plan {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/aurora.json");
    let mut plan = Plan::from_json(&std::fs::read_to_string(path).unwrap()).unwrap();
    plan.program.start = start.into();
    plan
}

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("`{key}` missing in {value}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

// ------------------------------------------------------------------------------------------ the day model

/// Whole days only: which days each market works, and the first and last day of each task.
struct DayModel<'a> {
    free: BTreeMap<&'a str, BTreeSet<NaiveDate>>,
    home: BTreeMap<&'a str, &'a str>,
    tasks: BTreeMap<&'a str, &'a Value>,
    days: BTreeMap<&'a str, (NaiveDate, NaiveDate)>,
}

impl<'a> DayModel<'a> {
    fn new(launch: &'a Value, markets: &'a Value, start: NaiveDate) -> Self {
        let holidays = |market: &'a Value| {
            let days = list(market, "public_holidays").iter().map(|day| date(text(day, "date")));
            (text(market, "market"), days.collect())
        };
        let staff = list(launch, "people").iter().chain(list(launch, "vendors"));
        let mut model = Self {
            free: list(markets, "markets").iter().map(holidays).collect(),
            home: staff.map(|one| (text(one, "id"), text(one, "market"))).collect(),
            tasks: list(launch, "tasks").iter().map(|task| (text(task, "id"), task)).collect(),
            days: BTreeMap::new(),
        };
        for id in model.tasks.keys().copied().collect::<Vec<_>>() {
            model.place(id, start);
        }
        model
    }

    fn works(&self, market: &str, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !self.free[market].contains(&day)
    }

    /// The day itself or the next one that a market works, and so many working days on.
    fn on(&self, market: &str, day: NaiveDate, more: i64) -> NaiveDate {
        let mut working = day.iter_days().filter(|day| self.works(market, *day));
        working.nth(usize::try_from(more).unwrap()).unwrap()
    }

    fn place(&mut self, id: &'a str, start: NaiveDate) -> (NaiveDate, NaiveDate) {
        if let Some(days) = self.days.get(id) {
            return *days;
        }
        let task = self.tasks[id];
        let market = match task["assignee"].as_str() {
            Some(who) => self.home[who],
            None => task["market"].as_str().unwrap_or("US"),
        };
        let mut first = self.on(market, start, 0);
        if let Some(release) = task["not_before"].as_str() {
            first = first.max(self.on(market, date(release), 0));
        }
        for link in list(task, "deps") {
            let before = text(link, "on");
            let (_, last) = self.place(before, start);
            let takes_time = self.tasks[before]["days"].as_i64().unwrap() > 0;
            let from = if takes_time { last.succ_opt().unwrap() } else { last };
            first = first.max(self.on(market, from, link["lag_days"].as_i64().unwrap()));
        }
        let days = task["days"].as_i64().unwrap();
        let last = self.on(market, first, (days - 1).max(0));
        self.days.insert(id, (first, last));
        (first, last)
    }

    /// Weighted days of lateness.
    fn late(&self) -> Vec<(&'a str, i64, f64)> {
        let late = |(id, (_, last)): (&&'a str, &(NaiveDate, NaiveDate))| {
            let task = self.tasks[*id];
            let days = (*last - date(task["due"].as_str()?)).num_days();
            (days > 0).then(|| (*id, days, task["weight"].as_f64().unwrap()))
        };
        self.days.iter().filter_map(late).collect()
    }
}

fn starts() -> [NaiveDate; 4] {
    ["2026-08-17", "2026-08-24", "2026-09-02", "2026-09-21"].map(date)
}

#[test]
fn every_day_of_the_launch_is_that_of_the_day_model() {
    let (Some(launch), Some(markets)) = (oracle("launch_programme.json"), oracle("market_calendars.json"))
    else {
        return;
    };
    for start in starts() {
        let model = DayModel::new(&launch, &markets, start);
        let plan = aurora(start);
        let found = schedule(&plan).unwrap();
        assert_eq!(check(&plan, &found).violations, []);
        assert_eq!(found.tasks.len(), model.days.len());
        for row in &found.tasks {
            let days = (row.start.date(), row.finish.finish_date());
            assert_eq!(days, model.days[row.id.as_str()], "{} from {start}", row.id);
        }
        let late: Vec<_> = found
            .tasks
            .iter()
            .filter(|row| row.late_days > 0)
            .map(|row| (row.id.as_str(), i64::from(row.late_days)))
            .collect();
        let expected: Vec<_> = model.late().into_iter().map(|(id, days, _)| (id, days)).collect();
        assert_eq!(late, expected, "from {start}");
        println!("from {start}: ends {}, late {late:?}", found.finish);
    }
}

#[test]
fn the_launch_without_leveling() {
    let plan = aurora(date("2026-08-17"));
    let found = schedule(&plan).unwrap();
    assert_eq!(found.finish.to_string(), "2026-10-30T17:00:00");
    assert!(found.tasks.iter().all(|row| row.late_days == 0));
    assert_eq!(found.tasks.iter().filter(|row| row.kind == TaskKind::Task).count(), 155);
    let load = load(&plan, &found).unwrap();
    assert_eq!(load.overloaded, 18);
    assert_eq!(load.excess, Work::hours(130 * 8));
}

fn leveled(plan: &Plan, steps: u64) -> LevelReport {
    let options = LevelOptions { steps: Some(steps), ..LevelOptions::default() };
    let report = level(plan, &options, &mut ()).unwrap();
    assert_eq!(check(plan, &report.schedule).violations, []);
    assert_eq!(check_leveled(plan, &report.before, &report.schedule).violations, []);
    assert_eq!(report.remaining, []);
    assert_eq!(load(plan, &report.schedule).unwrap().overloaded, 0);
    for part in &report.objective {
        assert!(
            part.bound <= part.value + 1e-9 && (part.gap - (part.value - part.bound)).abs() < 1e-9,
            "{part:?}"
        );
    }
    report
}

#[test]
fn the_launch_leveled_is_on_time() {
    let report = leveled(&aurora(date("2026-08-17")), 300);
    assert_eq!(report.late, []);
    assert_eq!(report.objective[0].value, 0.0);
    assert!(matches!(report.status, Status::Feasible | Status::Optimal));
    println!("{:?}", report.objective);
}

#[test]
fn a_week_later_it_is_a_little_late() {
    let report = leveled(&aurora(date("2026-08-24")), 3_000);
    println!("{:?}", report.objective);
    // The best of five simple rules.
    assert!(report.objective[0].value <= 21.8, "{:?}", report.objective);
    assert!(
        report.late.iter().all(|late| late.reason == LateReason::Resources && late.unavoidable_days == 0)
    );
}

#[test]
fn what_no_leveling_can_avoid_is_said() {
    let Some(launch) = oracle("launch_programme.json") else { return };
    let Some(markets) = oracle("market_calendars.json") else { return };
    let start = date("2026-09-02");
    let model = DayModel::new(&launch, &markets, start).late();
    let [(id, 1, weight)] = model[..] else { panic!("{model:?}") };
    assert!((weight - 0.2).abs() < 1e-9);
    let plan = aurora(start);
    let report = leveled(&plan, 300);
    let late = report.late.iter().find(|late| late.task == *id).unwrap();
    assert_eq!(late.unavoidable_days, 1);
    if late.days == 1 {
        assert_eq!(late.reason, LateReason::Precedence);
    }
    assert!(report.late.iter().all(|late| late.task == *id || late.unavoidable_days == 0));
    // The bound is at least that day, and the chain leads from the beginning to the late task along links.
    assert!(report.objective[0].bound >= 0.2 - 1e-9);
    let chain: Vec<&str> = late.chain.iter().map(paceline::TaskId::as_str).collect();
    assert_eq!(chain.last(), Some(&id));
    assert!(chain.len() > 3, "{chain:?}");
    for pair in chain.windows(2) {
        let linked = plan.dependencies.iter().any(|link| link.from == *pair[0] && link.to == *pair[1]);
        assert!(linked || late.reason == LateReason::Resources, "{pair:?}");
    }
    println!("{id}: {} days late, {:?}: {}", late.days, late.reason, chain.join(" -> "));
}

// ---------------------------------------------------------------------------------- value decides the order

/// Days of eight hours on every day of the week, from 2 March 2026.
fn pieces(case: &Value) -> Plan {
    let start = date("2026-03-02");
    let day = |days: i64| -> When { (start + TimeDelta::days(days)).into() };
    let mut plan = Plan::new(Program::new(text(case, "name"), start));
    let week = Week::every_day(&[Shift::parse("09:00-17:00").unwrap()]);
    plan.calendars.push(Calendar::new("daily").with_week(week));
    plan.program.calendar = Some("daily".into());
    let mut people = BTreeSet::new();
    for (id, piece) in case["tasks"].as_object().unwrap() {
        let days = i32::try_from(piece["days"].as_i64().unwrap()).unwrap();
        let mut task = Task::new(id.as_str(), Duration::days(days));
        if let Some(release) = piece["release"].as_i64() {
            task.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, day(release)));
        }
        // Due on day d: finished by the end of the day before.
        task.deadline = Some(day(piece["due"].as_i64().unwrap() - 1));
        task.weight = piece["weight"].as_f64();
        plan.tasks.push(task);
        people.insert(text(piece, "person"));
        plan.assignments.push(Assignment::new(id.as_str(), text(piece, "person")));
        for before in list(piece, "after") {
            plan.dependencies.push(Dependency::new(before.as_str().unwrap(), id.as_str()));
        }
    }
    plan.resources = people.into_iter().map(|id| Resource::new(id, ResourceKind::Person)).collect();
    plan
}

#[test]
fn small_plans_reach_the_known_optimum_and_prove_it() {
    let Some(data) = oracle("value_levelling_cases.json") else { return };
    assert_eq!(list(&data, "cases").len(), 17);
    for case in list(&data, "cases") {
        let plan = pieces(case);
        let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
        assert_eq!(check(&plan, &report.schedule).violations, []);
        assert_eq!(report.remaining, []);
        let part = &report.objective[0];
        let name = text(case, "name");
        assert_eq!(part.value, case["optimal_weighted_tardiness"].as_f64().unwrap(), "{name}");
        assert_eq!(part.gap, 0.0, "{name}: {part:?}");
        assert_eq!(report.status, Status::Optimal, "{name}");
        let total: f64 = report.late.iter().map(|late| late.weighted).sum();
        assert_eq!(total, part.value, "{name}");
        assert!(!matches!(part.reason, Bound::Trivial) || part.value == 0.0, "{name}: {part:?}");
    }
}

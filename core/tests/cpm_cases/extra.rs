//! Cases about more than one schedule: leveling, load, baselines, edits.
//!
//! | theirs | ours |
//! |---|---|
//! | leveling by priority, then by the order of the list | tardiness against a deadline at the start, weighed so that no lower task counts against a higher one |
//! | leveling within float | `within_float`, for the finish |
//! | a leveled plan | `apply_leveling`, scheduled again |
//! | a leveling that is only shown | nothing is applied |
//! | a material with a rate of delivery | a pool |
//! | an assignment of a summary, which theirs drops | none |
//! | edits before the next calculation | edits of the case |

use std::collections::{BTreeMap, BTreeSet};

use paceline::Issues;
use paceline::cost::{BaselineOptions, VarianceOptions, set_baseline, variance};
use paceline::plan::{Assignment, Availability, Plan, Resource, ResourceKind};
use paceline::quantity::{Duration, Units, When, Work};
use paceline::schedule::{Goal, LevelOptions, Schedule, apply_leveling, check, level, load, schedule};
use serde_json::Value;

use super::read::{PROJECT, Problem, calendar, list, text};

const DAY: i64 = 28_800;

/// The case with its edits made.
pub(crate) fn edited(case: &Value) -> Value {
    let mut case = case.clone();
    for edit in list(&case.clone(), "afterCPM").iter().chain(list(&case.clone(), "varianceMutations")) {
        let tasks = case["tasks"].as_array_mut().unwrap();
        for (what, value) in edit.as_object().unwrap() {
            let Some(name) = value["task"].as_str() else { continue };
            let Some(at) = tasks.iter().position(|task| text(task, "name") == name) else { continue };
            match what.as_str() {
                "setDuration" => tasks[at]["dur"] = value["dur"].clone(),
                "deleteTask" => drop(tasks.remove(at)),
                "setLevelingDelay" => tasks[at]["levelingDelay"] = value["days"].clone(),
                "assign" => {
                    let one = serde_json::json!({"res": value["res"], "units": value["units"]});
                    tasks[at]["assign"] = Value::Array(vec![one]);
                }
                other => panic!("unknown edit {other}"),
            }
        }
    }
    case
}

/// Resources and who is assigned to what.
pub(crate) fn staff(case: &Value, plan: &mut Plan) {
    for value in list(case, "resources") {
        let name = text(value, "name");
        let units = |value: &Value| Units::from_decimal(value.as_f64().unwrap_or(1.0)).unwrap();
        let mut one = Resource::new(name, ResourceKind::Department);
        one.capacity = units(&value["maxUnits"]);
        let steps = list(value, "steps");
        for (at, step) in steps.iter().enumerate() {
            let from = When::parse(text(step, "from")).unwrap();
            let until =
                steps.get(at + 1).map(|next| When::parse(text(next, "from")).unwrap().date.pred_opt());
            let to = until.flatten().unwrap_or(chrono::NaiveDate::from_ymd_opt(2099, 12, 31).unwrap());
            let to = When { date: to, time: None };
            one.availability.push(Availability { from, to, units: units(&step["maxUnits"]) });
        }
        if value["calendar"].is_object() {
            let id = format!("({name})");
            plan.calendars.push(calendar(&id, &value["calendar"]).0);
            one.calendar = Some(id.as_str().into());
        }
        plan.resources.push(one);
    }
    let parents: BTreeSet<&str> =
        list(case, "tasks").iter().filter_map(|task| task["parent"].as_str()).collect();
    for task in list(case, "tasks").iter().filter(|task| !parents.contains(text(task, "name"))) {
        for value in list(task, "assign") {
            let mut one = Assignment::new(text(task, "name"), text(value, "res"));
            one.units = value["units"].as_f64().map(|units| Units::from_decimal(units).unwrap());
            plan.assignments.push(one);
        }
    }
    for value in list(case, "tasks") {
        if let Some(priority) = value["priority"].as_u64() {
            let task = plan.tasks.iter_mut().find(|task| task.id == *text(value, "name")).unwrap();
            task.priority = u16::try_from(priority).unwrap();
        }
    }
}

/// The schedule that a case asks for, with what of it was found to be wrong on the way.
pub(crate) fn solve(case: &Value, problem: &mut Problem) -> (Result<Schedule, Issues>, Vec<String>) {
    let mut found = Vec::new();
    for key in ["level", "levelPreview", "previewExpect"] {
        if !case[key].is_object() {
            continue;
        }
        let before = problem.plan.clone();
        match leveled(&case[key], &problem.plan) {
            Err(issues) => return (Err(issues), found),
            Ok((_, plan)) if key == "level" => problem.plan = plan,
            Ok((leveled, _)) => {
                preview(&case[key], &problem.plan, &leveled, &mut found);
                assert_eq!(problem.plan, before, "leveling changes no plan");
            }
        }
    }
    let result = schedule(&problem.plan);
    if let Ok(result) = &result {
        let report = check(&problem.plan, result);
        found.extend(report.violations.iter().map(|issue| format!("checker: {issue}")));
        demand(case, problem, result, &mut found);
    }
    (result, found)
}

/// The leveled schedule, and the plan that says it.
fn leveled(how: &Value, plan: &Plan) -> Result<(Schedule, Plan), Issues> {
    let within = how["constrainToFloat"] == true;
    let mut asked = plan.clone();
    let mut options = LevelOptions { within_float: within, ..LevelOptions::default() };
    if within {
        options.objective = vec![Goal::Finish.into()];
    } else {
        let mut order: Vec<(u16, usize)> =
            (plan.tasks.iter().enumerate()).map(|(at, task)| (1000 - task.priority.min(1000), at)).collect();
        order.sort_unstable();
        let mut weight = 1_000_000.0;
        let mut weights = BTreeMap::new();
        for (_, at) in order {
            asked.tasks[at].deadline = Some(plan.program.start);
            weights.insert(plan.tasks[at].id.clone(), weight);
            weight /= 16.0;
        }
        options.weights = Some(weights);
        options.objective = vec![Goal::Tardiness.into()];
    }
    let report = level(&asked, &options, &mut ())?;
    let plan = apply_leveling(plan, &report.schedule)?;
    Ok((report.schedule, plan))
}

/// What a leveling that is only shown says.
fn preview(expect: &Value, plan: &Plan, leveled: &Schedule, found: &mut Vec<String>) {
    if let Some(end) = expect["projectEndAfter"].as_str() {
        let is = leveled.finish.finish_date().to_string();
        if is != end {
            found.push(format!("the leveled plan ends on {is}, not on {end}"));
        }
    }
    if expect["shiftedTasks"].is_array() {
        let before = schedule(plan).unwrap();
        let moved =
            leveled.tasks.iter().filter(|row| before.task(&row.id).is_some_and(|was| was.start != row.start));
        let moved: BTreeSet<&str> = moved.map(|row| row.id.as_str()).collect();
        let wanted: BTreeSet<&str> = list(expect, "shiftedTasks").iter().filter_map(Value::as_str).collect();
        if moved != wanted {
            found.push(format!("{moved:?} are moved, not {wanted:?}"));
        }
    }
}

/// Load by day, and days of overload.
fn demand(case: &Value, problem: &Problem, result: &Schedule, found: &mut Vec<String>) {
    let expect = &case["expect"];
    if !expect["load"].is_object() && !expect["overallocatedDays"].is_object() {
        return;
    }
    let report = match load(&problem.plan, result) {
        Ok(report) => report,
        Err(issues) => return found.push(format!("no load: {issues}")),
    };
    let empty = serde_json::Map::new();
    let of = |name: &str| report.resources.iter().find(|one| one.resource == *name);
    for (name, days) in expect["load"].as_object().unwrap_or(&empty) {
        for (date, wanted) in days.as_object().unwrap() {
            let day = of(name).and_then(|one| one.days.iter().find(|day| day.date.to_string() == *date));
            #[expect(clippy::cast_precision_loss, reason = "seconds of a day")]
            let is = day.map_or(0.0, |day| day.demand.0 as f64 / DAY as f64);
            if (is - wanted.as_f64().unwrap()).abs() > 0.005 {
                found.push(format!("{name} is asked for {is} on {date}, not {wanted}"));
            }
        }
    }
    for (name, days) in expect["overallocatedDays"].as_object().unwrap_or(&empty) {
        let over = of(name).into_iter().flat_map(|one| &one.days).filter(|day| day.excess > Work::ZERO);
        let is: Vec<String> = over.map(|day| day.date.to_string()).collect();
        let wanted: Vec<&str> = days.as_array().unwrap().iter().filter_map(Value::as_str).collect();
        if is != wanted {
            found.push(format!("{name} is overloaded on {is:?}, not on {wanted:?}"));
        }
    }
}

/// How far the edited plan is from the one before.
pub(crate) fn against_baseline(before: &Plan, problem: &Problem, expect: &Value, found: &mut Vec<String>) {
    let agreed = set_baseline(before, &schedule(before).unwrap(), &BaselineOptions::default()).unwrap();
    let mut plan = problem.plan.clone();
    plan.baselines = agreed.baselines;
    let now = schedule(&plan).unwrap();
    let report = variance(&plan, &now, &VarianceOptions::default()).unwrap();
    for (name, wanted) in expect["rows"].as_object().unwrap() {
        let Some(row) = report.tasks.iter().find(|row| row.task == **name) else {
            found.push(format!("{name} has no variance"));
            continue;
        };
        for (key, is) in
            [("deltaStart", row.variance.start_variance), ("deltaFinish", row.variance.finish_variance)]
        {
            if wanted[key].as_i64().is_some_and(|days| days * DAY != is.0) {
                found.push(format!("{name}.{key} is {is:?}"));
            }
        }
    }
    let program = report.program.unwrap();
    let days = expect["projectEndDelta"].as_i64().unwrap();
    if program.finish_variance.0 != days * DAY {
        found.push(format!("the end is {:?} later, not {days} days", program.finish_variance));
    }
}

/// How late leveling has made a task, in whole days of work, or of the clock where its duration is elapsed.
pub(crate) fn delay(value: &Value) -> Option<Duration> {
    let minutes = |minutes: i64| Duration::minutes(i32::try_from(minutes).unwrap());
    let elapsed = value["durationType"] == "ELAPSEDTIME";
    let days = value["levelingDelay"].as_i64().map(|days| minutes(days * if elapsed { 1440 } else { 480 }));
    let delay = days.or_else(|| value["levelingDelayMinutes"].as_i64().map(minutes))?;
    Some(if elapsed || value["levelingDelayElapsed"] == true { delay.elapsed() } else { delay })
}

/// The calendar of the program, for tasks set by hand.
pub(crate) fn by_hand(value: &Value, problem: &Problem) -> paceline::plan::ManualDates {
    let start = When::parse(text(value, "start")).unwrap();
    let days = value["dur"].as_i64().unwrap();
    let last = problem.calendars[PROJECT].shift(start, days - 1);
    let finish = When::parse(&format!("{}T16:00", last.date)).unwrap();
    paceline::plan::ManualDates { start, finish }
}

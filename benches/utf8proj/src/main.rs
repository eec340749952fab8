//! The leveling of utf8proj on Paceline's generated plans, as far as it can express them. From the root of the
//! repository:
//!
//! ```sh
//! cargo run --release --manifest-path benches/utf8proj/Cargo.toml -- portfolio:1000:40 portfolio:10000:200
//! ```
//!
//! What it cannot express is left out or made coarser: a day is the smallest unit, so durations and lags are rounded
//! up to whole days of eight hours; one working week for all, without holidays and absences; no zones; no parts of
//! lags. Deadlines and weights mean nothing to it. What is printed of its result: the processor's time for the
//! schedule and for leveling, how many resource conflicts and broken links remain, and what the finishes cost in
//! weighted days late by the plan's own deadlines. The same plan without holidays, absences and hours is easier, so
//! the figures flatter it.

#![allow(clippy::print_stdout, reason = "a program for the terminal")]

use std::collections::BTreeMap;
use std::error::Error;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use paceline::plan::{DependencyKind, Plan};
use utf8proj_core::{
    Calendar, Dependency, DependencyType, Duration, Project, Resource, ResourceRef, Schedule, Scheduler,
    Task, TaskConstraint,
};
use utf8proj_solver::{CpmSolver, detect_overallocations, level_resources};

fn main() -> Result<(), Box<dyn Error>> {
    for name in std::env::args().skip(1) {
        let plan = benches::named(&name)?;
        let project = convert(&plan);
        let begin = Instant::now();
        let schedule = CpmSolver::new().schedule(&project)?;
        let scheduled = begin.elapsed().as_secs_f64();
        let calendar = Calendar::default();
        let begin = Instant::now();
        let leveled = level_resources(&project, &schedule, &calendar);
        let seconds = begin.elapsed().as_secs_f64();
        let after = &leveled.leveled_schedule;
        println!(
            "{name}: {} tasks; schedule {scheduled:.3} s to {}, level {seconds:.3} s to {}; {} tasks shifted, \
             conflicts {} -> {}, broken links {} -> {}, weighted days late {:.2} -> {:.2}",
            project.tasks.len(),
            schedule.project_end,
            leveled.new_project_end,
            leveled.shifted_tasks.len(),
            detect_overallocations(&project, &schedule).len(),
            detect_overallocations(&project, after).len(),
            broken(&project, &schedule),
            broken(&project, after),
            late(&plan, &schedule),
            late(&plan, after),
        );
    }
    Ok(())
}

/// Whole days of eight hours, rounded up, of a length such as `12h` or `2d`.
fn days(text: &str) -> i64 {
    let number: f64 = text.trim_end_matches(char::is_alphabetic).parse().unwrap_or(0.0);
    let hours = if text.contains('d') { 8.0 } else { 1.0 };
    (number * hours / 8.0).ceil() as i64
}

/// The leaves of the plan.
fn convert(plan: &Plan) -> Project {
    let mut project = Project::new(plan.program.name.clone());
    project.start = day(&plan.program.start.to_string());
    project.resources = plan
        .resources
        .iter()
        .map(|one| Resource::new(one.id.as_str()).capacity(one.capacity.to_decimal() as f32))
        .collect();
    let parents: std::collections::BTreeSet<_> =
        plan.tasks.iter().filter_map(|task| task.parent.as_ref()).collect();
    let mut tasks: BTreeMap<&str, Task> = BTreeMap::new();
    for task in plan.tasks.iter().filter(|task| !parents.contains(&task.id)) {
        let length = task.duration.as_ref().map_or(0, |duration| days(&duration.to_string()));
        let mut made = Task::new(task.id.as_str());
        made.duration = Some(Duration::days(length));
        made.milestone = length == 0;
        for constraint in &task.constraints {
            let date = constraint.date.as_ref().map(|date| day(&date.to_string()));
            made.constraints.extend(date.map(TaskConstraint::StartNoEarlierThan));
        }
        tasks.insert(task.id.as_str(), made);
    }
    for link in &plan.dependencies {
        let lag = days(&link.lag.to_string());
        let dependency = Dependency {
            predecessor: link.from.as_str().to_owned(),
            dep_type: match link.kind {
                DependencyKind::FinishStart => DependencyType::FinishToStart,
                DependencyKind::StartStart => DependencyType::StartToStart,
                DependencyKind::FinishFinish => DependencyType::FinishToFinish,
                DependencyKind::StartFinish => DependencyType::StartToFinish,
            },
            lag: (lag > 0 && !link.lag.to_string().contains('%')).then(|| Duration::days(lag)),
        };
        if let Some(task) = tasks.get_mut(link.to.as_str()) {
            task.depends.push(dependency);
        }
    }
    for one in &plan.assignments {
        if let Some(task) = tasks.get_mut(one.task.as_str()) {
            let units = one.units.map_or(1.0, |units| units.to_decimal()) as f32;
            task.assigned.push(ResourceRef { resource_id: one.resource.as_str().to_owned(), units });
        }
    }
    project.tasks = tasks.into_values().collect();
    project
}

/// Links from an end to a beginning that a schedule breaks.
fn broken(project: &Project, schedule: &Schedule) -> usize {
    let mut count = 0;
    for task in &project.tasks {
        for link in task.depends.iter().filter(|link| link.dep_type == DependencyType::FinishToStart) {
            let pair = schedule.tasks.get(&link.predecessor).zip(schedule.tasks.get(&task.id));
            count +=
                usize::from(pair.is_some_and(|(before, after)| {
                    before.duration.minutes > 0 && after.start <= before.start
                }));
        }
    }
    count
}

/// Weighted days late by the plan's deadlines.
fn late(plan: &Plan, schedule: &Schedule) -> f64 {
    let weights: BTreeMap<&str, f64> =
        plan.campaigns.iter().map(|one| (one.id.as_str(), one.weight.unwrap_or(1.0))).collect();
    let mut sum = 0.0;
    for task in &plan.tasks {
        let (Some(deadline), Some(found)) = (&task.deadline, schedule.tasks.get(task.id.as_str())) else {
            continue;
        };
        let weight =
            task.parent.as_ref().and_then(|parent| weights.get(parent.as_str())).copied().unwrap_or(1.0);
        // Links are not kept, so a milestone stays where it is when what it waits for is delayed.
        let waits = plan.dependencies.iter().filter(|link| link.to == task.id);
        let before = waits.filter_map(|link| schedule.tasks.get(link.from.as_str())).map(|one| one.finish);
        let finish = before.max().map_or(found.finish, |before| before.max(found.finish));
        let days = (finish - day(&deadline.to_string())).num_days().max(0);
        sum += weight * days as f64;
    }
    sum
}

fn day(text: &str) -> NaiveDate {
    let date = NaiveDate::parse_from_str(text.get(..10).unwrap_or_default(), "%Y-%m-%d");
    date.unwrap_or_else(|_| NaiveDate::MIN.checked_add_days(Days::new(0)).unwrap_or_default())
}

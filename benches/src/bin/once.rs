//! Runs one operation on one generated plan, for profilers and for measuring memory:
//! `once OPERATION PLAN [REPEATS]`, where OPERATION is `generate`, `load`, `validate`, `schedule`, `level`, `first`
//! (leveling stopped at its first plan) or `trace:10` (leveling for ten seconds; prints the objective as time goes
//! on) and PLAN
//! is a name as [`benches::named`] reads it.

#![allow(clippy::print_stdout, reason = "a program for the terminal")]

use std::error::Error;
use std::ops::ControlFlow;
use std::time::Instant;

use paceline::Progress;
use paceline::plan::Plan;
use paceline::schedule::{LevelOptions, level, schedule};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [operation, name, rest @ ..] = arguments.as_slice() else {
        return Err("usage: once OPERATION PLAN [REPEATS]".into());
    };
    let plan = benches::named(name)?;
    let text = if operation == "load" { plan.to_json() } else { String::new() };
    println!(
        "{name}: {} tasks, {} links, {} assignments, {} resources",
        plan.tasks.len(),
        plan.dependencies.len(),
        plan.assignments.len(),
        plan.resources.len()
    );
    for _ in 0..rest.first().map_or(Ok(1), |text| text.parse())? {
        let begin = Instant::now();
        let found = run(operation, &plan, &text, begin)?;
        println!("{operation}: {:.3} ms; {found}", begin.elapsed().as_secs_f64() * 1e3);
    }
    Ok(())
}

/// Seconds of processor time of this program, where the system tells: others on the machine do not count.
fn busy() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split_whitespace().next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e9)
}

/// Levels for some seconds of processor time; prints the objective whenever the time since the last print has grown by a tenth.
fn trace(plan: &Plan, seconds: f64) -> Result<String, Box<dyn Error>> {
    let begin = Instant::now();
    let spent = busy();
    let mut next = 0.0;
    let mut control = |progress: &Progress| {
        let now = match (busy(), spent) {
            (Some(now), Some(before)) => now - before,
            _ => begin.elapsed().as_secs_f64(),
        };
        if now >= next {
            println!(
                "{now:9.3} s  {:9} steps  {:?}  bound {:?}",
                progress.steps, progress.objective, progress.bound
            );
            next = now * 1.1 + 0.005;
        }
        if now >= seconds { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let options = LevelOptions { steps: Some(u64::MAX), ..LevelOptions::default() };
    let report = level(plan, &options, &mut control)?;
    Ok(format!(
        "{:?} by {} after {} steps: {:?}, {} overloads remain",
        report.status,
        report.found_by,
        report.steps,
        report.objective.iter().map(|part| (part.value, part.bound)).collect::<Vec<_>>(),
        report.remaining.len()
    ))
}

fn run(operation: &str, plan: &Plan, text: &str, begin: Instant) -> Result<String, Box<dyn Error>> {
    if let Some(seconds) = operation.strip_prefix("trace:") {
        return trace(plan, seconds.parse()?);
    }
    Ok(match operation {
        "generate" => format!("{:.1} % overload", 100.0 * benches::overload(plan)),
        "load" => schedule(&Plan::from_json(text)?)?.finish.to_string(),
        "validate" => format!("{} issues", plan.validate().len()),
        "schedule" => schedule(plan)?.finish.to_string(),
        "level" | "first" => {
            let mut first = None;
            let mut control = |progress: &Progress| {
                first
                    .get_or_insert_with(|| (begin.elapsed().as_secs_f64() * 1e3, progress.objective.clone()));
                if operation == "first" { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let report = level(plan, &LevelOptions::default(), &mut control)?;
            let parts: Vec<String> = report
                .objective
                .iter()
                .map(|part| format!("{} {} (bound {})", part.name, part.value, part.bound))
                .collect();
            let (at, objective) = first.unwrap_or_default();
            format!(
                "first plan after {at:.3} ms with {objective:?}; {:?} after {} steps: {}; {} moves, {} late, {} overloads remain",
                report.status,
                report.steps,
                parts.join(", "),
                report.moves.len(),
                report.late.len(),
                report.remaining.len()
            )
        }
        _ => return Err(format!("operation `{operation}` is not known").into()),
    })
}

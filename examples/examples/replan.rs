//! Replan after an incident: five people are pulled for three days, and as few tasks as possible move.
//!
//! `cargo run --release -p examples --example replan`

#![allow(clippy::print_stdout, reason = "a program for a terminal")]

use std::collections::BTreeMap;
use std::error::Error;

use paceline::plan::{Absence, Plan};
use paceline::quantity::{Stamp, When};
use paceline::render::trace_svg;
use paceline::schedule::{Goal, LevelOptions, Reference, Schedule, check_leveled, level};

fn main() -> Result<(), Box<dyn Error>> {
    let mut plan = Plan::from_json(include_str!("../data/aurora.json"))?;

    // The plan that everybody works by, leveled before the start.
    let agreed =
        level(&plan, &LevelOptions { steps: Some(300), ..LevelOptions::default() }, &mut ())?.schedule;

    // Wednesday, 16 September: what has happened so far, and who is away.
    let today = When::parse("2026-09-16")?;
    report_progress(&mut plan, &agreed, today);
    for id in ["comm-1", "legal-1", "design-2", "copy-2", "local-br"] {
        let person = plan.resources.iter_mut().find(|one| one.id == id).ok_or("nobody is called so")?;
        let (from, to) = (today, When::parse("2026-09-18")?);
        person.absences.push(Absence { from, to, reason: Some("incident".to_owned()) });
    }

    // As little lateness as possible, then as few moves; nothing new starts in the past.
    let options = LevelOptions {
        objective: vec![Goal::Tardiness.into(), Goal::Change.into()],
        reference: Some(Reference::Schedule { schedule: Box::new(agreed.clone()) }),
        not_before: Some(today),
        steps: Some(3_000),
        ..LevelOptions::default()
    };
    let mended = level(&plan, &options, &mut ())?;
    assert!(check_leveled(&plan, &mended.before, &mended.schedule).violations.is_empty());

    for part in &mended.objective {
        println!("{}: {} {}, at least {}", part.name, part.value, part.unit, part.bound);
    }
    let was: BTreeMap<&str, Stamp> = agreed.tasks.iter().map(|row| (row.id.as_str(), row.start)).collect();
    for row in &mended.schedule.tasks {
        let before = was[row.id.as_str()];
        if row.start != before {
            println!("{:<18} {} → {}", row.id.as_str(), before.date(), row.start.date());
        }
    }
    for late in &mended.late {
        println!("{} is {} days late: {:?}", late.task, late.days, late.chain);
    }
    // How the search went, as a picture for a report.
    println!("picture of the search: {} bytes", trace_svg(&plan.program.name, &mended).len());
    Ok(())
}

/// Tasks before today went as agreed; those under way have their rest to do.
fn report_progress(plan: &mut Plan, agreed: &Schedule, today: When) {
    for task in &mut plan.tasks {
        let Some(row) = agreed.task(&task.id) else { continue };
        if row.start.date() < today.date {
            task.progress.actual_start = Some(row.start.civil().into());
        }
        if row.finish.date() < today.date {
            task.progress.actual_finish = Some(row.finish.civil().into());
        }
    }
}

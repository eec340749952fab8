//! Dates as Microsoft Project stores them: 42 of its plans are read, scheduled, and compared task by task, exactly.
//!
//! What the plans store is not read into the plan, so nothing of it decides what is compared. Two things are taken from
//! the stored spans where the file says nothing else: how long an assignment with an edited contour is, and how long
//! the pauses of a split task are.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]

#[path = "support/oracle.rs"]
mod oracle;

use std::collections::BTreeMap;

use paceline::interop::{StoredTask, read_mspdi};
use paceline::quantity::{Stamp, Work};
use paceline::schedule::{TaskSchedule, schedule};

const COLUMNS: [&str; 9] = ["ES", "EF", "LS", "LF", "S", "F", "total", "free", "critical"];

/// Of a file: tasks, and how many of them are right in each column.
type Score = (usize, [usize; 9]);

fn shown<T: ToString>(value: Option<T>) -> String {
    value.map_or_else(|| String::from("-"), |value| value.to_string())
}

/// What is right, and what is not in words.
fn compare(stored: &StoredTask, row: &TaskSchedule) -> ([bool; 9], Vec<String>) {
    let dates = [
        (stored.early_start, row.early_start),
        (stored.early_finish, row.early_finish),
        (stored.late_start, row.late_start),
        (stored.late_finish, row.late_finish),
        (stored.start, row.start),
        (stored.finish, row.finish),
    ];
    // A slack of zero is left out by one of the writers of these files.
    let floats = [
        (stored.total_float.unwrap_or_default(), row.total_float),
        (stored.free_float.unwrap_or_default(), row.free_float),
    ];
    let minute = |stamp: Stamp| stamp.time().0.div_euclid(60);
    let tenth = |work: Work| work.0.div_euclid(6);
    let (mut right, mut wrong) = ([true; 9], Vec::new());
    for (at, (theirs, ours)) in dates.into_iter().enumerate() {
        right[at] = theirs.is_none_or(|theirs| minute(theirs) == minute(ours));
        if !right[at] {
            wrong.push(format!("{} {} not {ours}", COLUMNS[at], shown(theirs)));
        }
    }
    for (at, (theirs, ours)) in floats.into_iter().enumerate() {
        right[6 + at] = tenth(theirs) == tenth(ours);
        if !right[6 + at] {
            wrong.push(format!("{} {} not {}", COLUMNS[6 + at], theirs.0, ours.0));
        }
    }
    right[8] = stored.critical.is_none_or(|theirs| theirs == row.critical);
    if !right[8] {
        wrong.push(format!("critical {} not {}", shown(stored.critical), row.critical));
    }
    (right, wrong)
}

fn run(name: &str) -> Option<Score> {
    let bytes = std::fs::read(oracle::path("oracles/mspdi").join(name)).ok()?;
    let file = match read_mspdi(&bytes) {
        Ok(file) => file,
        Err(issues) => panic!("{name}: {issues}"),
    };
    for issue in file.issues.iter().filter(|issue| issue.severity == paceline::Severity::Warning) {
        println!("    {name}: {issue}");
    }
    let schedule = match schedule(&file.plan) {
        Ok(schedule) => schedule,
        Err(issues) => panic!("{name}: {issues}"),
    };
    let summaries: std::collections::BTreeSet<_> =
        file.plan.tasks.iter().filter_map(|task| task.parent.clone()).collect();
    let mut score = (0, [0; 9]);
    for stored in file.stored.iter().filter(|stored| !summaries.contains(&stored.task)) {
        let row = schedule.task(&stored.task).unwrap();
        let (right, wrong) = compare(stored, row);
        score.0 += 1;
        for (sum, right) in score.1.iter_mut().zip(right) {
            *sum += usize::from(right);
        }
        if !wrong.is_empty() {
            println!("    {name} task {}: {}", stored.task, wrong.join("; "));
        }
    }
    Some(score)
}

fn line(name: &str, (tasks, right): Score) {
    print!("{name:<42} {tasks:>4}");
    for right in right {
        if tasks == 0 {
            print!("{:>7}", "-");
        } else {
            print!("{:>7.1}", 100.0 * right as f64 / tasks as f64);
        }
    }
    println!();
}

#[test]
fn dates_are_those_that_microsoft_project_stores() {
    let Some(manifest) = oracle::text("oracles/mspdi/MANIFEST.tsv") else { return };
    let names = manifest.lines().skip(1).filter_map(|line| line.split('\t').next());
    let scores: BTreeMap<&str, Score> = names.filter_map(|name| Some((name, run(name)?))).collect();
    println!("{:<42} {:>4}{}", "file", "", COLUMNS.map(|column| format!("{column:>9}")).concat().replace("  ", ""));
    let mut all: Score = (0, [0; 9]);
    for (name, score) in &scores {
        line(name, *score);
        all.0 += score.0;
        for (sum, right) in all.1.iter_mut().zip(score.1) {
            *sum += right;
        }
    }
    line("all", all);
    println!("{:<42} {:>4} {:?}", "tasks", all.0, all.1);
}

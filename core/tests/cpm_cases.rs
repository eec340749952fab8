//! The critical path against 262 small networks that others computed by hand.
//!
//! The cases are read from `oracles/cpm-cases` beside the repository; where they are absent the test says so
//! and passes. Each is expressed through our own options (see `read`), scheduled and compared in every date,
//! float, set and flag it states. A case about something that plans cannot say yet is counted apart with the
//! reason; a case in which our answer is another one on purpose is listed in `known` with the rule that we
//! follow instead, and must go on differing.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "helpers of tests")]

#[path = "cpm_cases/compare.rs"]
mod compare;
#[path = "cpm_cases/extra.rs"]
mod extra;
#[path = "cpm_cases/known.rs"]
mod known;
#[path = "cpm_cases/read.rs"]
mod read;

#[path = "support/oracle.rs"]
mod shared;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

/// Where the cases are, if this machine has them.
fn files() -> Option<Vec<PathBuf>> {
    let folder = shared::path("oracles/cpm-cases");
    match std::fs::read_dir(&folder) {
        Ok(entries) => {
            let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
            files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
            files.sort();
            Some(files)
        }
        Err(error) => {
            println!("skipped: {}: {error}", folder.display());
            None
        }
    }
}

/// How our answer compares.
#[derive(Debug, PartialEq)]
enum Outcome {
    /// Every value is the same.
    Exact,
    /// The same but for the side of a break on which a moment is shown.
    EqualInWork,
    /// Another answer.
    Different(String),
}

fn outcome(case: &Value) -> Outcome {
    let before = case;
    let case = &extra::edited(case);
    let mut problem = match read::problem(case) {
        Err(_) if case["expect"]["error"] == true => return Outcome::Exact,
        Err(error) => return Outcome::Different(error),
        Ok(problem) => problem,
    };
    let (result, mut apart) = extra::solve(case, &mut problem);
    if case["baseline"] == true {
        match read::problem(before) {
            Ok(agreed) => {
                extra::against_baseline(&agreed.plan, &problem, &case["expect"]["variance"], &mut apart);
            }
            Err(error) => apart.push(error),
        }
    }
    if apart.is_empty() && compare::differences(case, &problem, &result, true).is_empty() {
        return Outcome::Exact;
    }
    let mut found = compare::differences(case, &problem, &result, false);
    found.append(&mut apart);
    if found.is_empty() { Outcome::EqualInWork } else { Outcome::Different(found.join("; ")) }
}

#[test]
fn networks_computed_by_hand() {
    let Some(files) = files() else { return };
    let mut faults = Vec::new();
    let mut seen = BTreeSet::new();
    let mut total = [0u32; 4];
    println!(
        "{:<20} {:>8} {:>14} {:>8} {:>12}",
        "file", "exact", "equal in work", "in scope", "out of scope"
    );
    for file in &files {
        let value: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let mut row = [0u32; 4];
        for case in read::list(&value, "cases") {
            let id = read::text(case, "id");
            if let Some(reason) = known::out_of_scope(case) {
                row[3] += 1;
                println!("    apart: {id}: {reason}");
                continue;
            }
            row[2] += 1;
            let known = known::DIFFERENCES.iter().find(|(known, _)| *known == id);
            seen.extend(known.map(|(id, _)| *id));
            match (outcome(case), known) {
                (Outcome::Exact, None) => row[0] += 1,
                (Outcome::EqualInWork, None) => row[1] += 1,
                (Outcome::Different(_), Some((_, rule))) => println!("    ours: {id}: {rule}"),
                (Outcome::Different(found), None) => faults.push(format!("{name} {id}: {found}")),
                (_, Some(_)) => faults.push(format!("{name} {id} passes now: remove it from the list")),
            }
        }
        println!("{name:<20} {:>8} {:>14} {:>8} {:>12}", row[0], row[1], row[2], row[3]);
        (0..4).for_each(|column| total[column] += row[column]);
    }
    let [exact, equal, scope, apart] = total;
    println!("{:<20} {exact:>8} {equal:>14} {scope:>8} {apart:>12}", "all");
    let unseen: Vec<_> = known::DIFFERENCES.iter().filter(|(id, _)| !seen.contains(id)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(unseen.is_empty(), "listed but not among the cases in scope: {unseen:?}");
    assert_eq!([exact + equal, scope, apart], known::COUNTS);
}

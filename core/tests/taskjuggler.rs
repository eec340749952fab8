//! Dates as TaskJuggler computes them, and how far ours agree where our documents can say the plan.
//!
//! TaskJuggler books slots of an hour one after the other to whoever is free, the most urgent task first; here a plan is
//! searched in which people work on a task as long as it lasts. So equal dates are the goal only where nobody is asked
//! for twice; elsewhere the table tells how far apart the plans are. What our documents cannot say is named with the
//! reason and not compared, nor is what waits for it. The files are only read here, not by the library.
//!
//! A start that TaskJuggler tells before the work begins (at midnight, on a Saturday) and the beginning of that work
//! are the same moment of work: counted apart, and as the same where distances are counted.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "in tests they say what must hold"
)]

#[path = "taskjuggler/build.rs"]
mod build;
#[path = "taskjuggler/model.rs"]
mod model;
#[path = "support/oracle.rs"]
mod oracle;
#[path = "taskjuggler/read.rs"]
mod read;
#[path = "taskjuggler/read_task.rs"]
mod read_task;
#[path = "taskjuggler/text.rs"]
mod text;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use build::Built;
use model::{DAY, HOUR, Project};
use paceline::calendar::{Calendars, Clock};
use paceline::quantity::{Time, Work};
use paceline::schedule::{LevelOptions, Schedule, check, level, schedule};

/// Steps of a search: these plans are small.
const STEPS: u64 = 2_000;

/// What is counted; the reached counts of a folder are floors.
const COLUMNS: [&str; 14] = [
    "leaves", "compared", "starts", "same", "work", "ends", "same", "work", "slot", "day", "later",
    "earlier", "alone", "agree",
];

/// Of tasks: those in the file; those compared; their starts, how many of them are the same, and the same moment of
/// work; their ends likewise; tasks of which no date is more than a slot apart, and a day; tasks that end later here,
/// and earlier; those that the plan says exactly and nobody else's work decides, and how many of them
/// are the same moments of work.
type Score = [usize; 14];

/// The dates that a file says must come out, by task.
type Wanted = BTreeMap<String, [Option<i64>; 2]>;

fn files(folder: &str) -> Option<Vec<PathBuf>> {
    let folder = oracle::path(folder);
    match std::fs::read_dir(&folder) {
        Ok(entries) => {
            let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
            files.retain(|file| file.extension().is_some_and(|extension| extension == "tjp"));
            files.sort();
            Some(files)
        }
        Err(error) => {
            println!("skipped: {}: {error}", folder.display());
            None
        }
    }
}

/// Schedules a plan, so that nobody is asked for twice where somebody could be.
fn dates(name: &str, built: &Built) -> Schedule {
    let made = if built.needs_leveling {
        let options = LevelOptions { steps: Some(STEPS), ..LevelOptions::default() };
        level(&built.plan, &options, &mut ()).map(|report| report.schedule)
    } else {
        schedule(&built.plan)
    };
    let made = match made {
        Ok(made) => made,
        Err(issues) => panic!("{name}: {issues}"),
    };
    let judged = check(&built.plan, &made);
    assert!(judged.violations.is_empty(), "{name}: {:?}", judged.violations);
    assert!(!built.needs_leveling || judged.is_level(), "{name}: {:?}", judged.overloads);
    made
}

/// Whether no work lies between two moments in any calendar of a task.
fn same_work(calendars: &Calendars, names: &[String], ours: i64, theirs: i64) -> bool {
    let between = |name: &String| {
        calendars.get(name.as_str()).map(|one| one.timeline.work_between(Time(ours), Time(theirs)))
    };
    ours == theirs || (!names.is_empty() && names.iter().all(|name| between(name) == Some(Work::ZERO)))
}

fn shown(project: &Project, at: i64) -> String {
    project.home.civil(at).format("%Y-%m-%d %H:%M").to_string()
}

/// Compares a scenario of a file; the counts, the rows of what differs, and the finishes.
fn compare(name: &str, project: &Project, built: &Built, wanted: &Wanted) -> (Score, [Option<i64>; 2]) {
    let mut score = Score::default();
    score[0] = project.tasks.iter().filter(|task| !task.is_container).count();
    for (id, reason) in &built.left_out {
        println!("    {name}: {id} is left out: {reason}");
    }
    if built.leaves.is_empty() {
        return (score, [None; 2]);
    }
    let made = dates(name, built);
    let calendars = Calendars::compile(&built.plan.calendars, Clock::Zoned, &mut Vec::new());
    let mut finishes = [None; 2];
    for (id, wanted) in wanted {
        let Some(row) = made.task(id.as_str()) else {
            assert!(built.left_out.contains_key(id), "{name}: {id} is not in the plan");
            continue;
        };
        if wanted.iter().all(Option::is_none) {
            continue;
        }
        let every: Vec<String> = built.leaves.values().flatten().cloned().collect();
        let names = built.leaves.get(id).unwrap_or(&every);
        let ours = [row.start.time().0, row.finish.time().0];
        let mut worst = 0;
        for (end, (ours, theirs)) in ours.into_iter().zip(wanted).enumerate() {
            let Some(theirs) = *theirs else { continue };
            let same = same_work(&calendars, names, ours, theirs);
            score[2 + 3 * end] += 1;
            score[3 + 3 * end] += usize::from(ours == theirs);
            score[4 + 3 * end] += usize::from(same);
            if end == 1 || wanted[1].is_none() {
                score[10] += usize::from(!same && ours > theirs);
                score[11] += usize::from(!same && ours < theirs);
            }
            if end == 1 {
                finishes[0] = finishes[0].max(Some(ours));
                finishes[1] = finishes[1].max(Some(theirs));
            }
            if !same {
                worst = worst.max((ours - theirs).abs());
                let why = built.near.get(id).map_or(String::new(), |why| format!(" ({why})"));
                let end = ["starts", "ends"][end];
                println!(
                    "    {name}: {id} {end} {}, theirs {}{why}",
                    shown(project, ours),
                    shown(project, theirs)
                );
            }
        }
        let close = worst <= project.slot.max(HOUR);
        score[1] += 1;
        score[8] += usize::from(close);
        score[9] += usize::from(worst <= DAY);
        if built.alone.contains(id) {
            score[12] += 1;
            score[13] += usize::from(worst == 0);
        }
    }
    (score, finishes)
}

fn heading() {
    print!("{:<34}", "file");
    println!("{}  finish here, theirs", COLUMNS.map(|column| format!("{column:>9}")).concat());
}

fn line(name: &str, score: Score, finishes: &str) {
    println!("{name:<34}{}  {finishes}", score.map(|count| format!("{count:>9}")).concat());
}

/// Compares every scenario of every file of a folder.
fn run(folder: &str, zone: &str, wanted: impl Fn(&Path, &Project, &[String]) -> Wanted) -> Option<Score> {
    let files = files(folder)?;
    let mut rows = Vec::new();
    let mut all = Score::default();
    for path in &files {
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let first = match read::read(path, zone, &[]) {
            Ok(first) => first,
            Err(reason) => {
                println!("    {file} is not compared: {reason}");
                rows.push((file, Score::default(), reason));
                continue;
            }
        };
        for scenario in &first.scenarios {
            let name =
                if first.scenarios.len() > 1 { format!("{file} {}", scenario[0]) } else { file.clone() };
            let project = read::read(path, zone, scenario).unwrap();
            let built = build::build(&project);
            let wanted = wanted(path, &project, scenario);
            let (score, finishes) = compare(&name, &project, &built, &wanted);
            let told = score[1] > 0 || !built.left_out.is_empty();
            assert!(told, "{name} is neither compared nor told why not");
            all.iter_mut().zip(score).for_each(|(sum, count)| *sum += count);
            let finish = |at: Option<i64>| at.map_or(String::from("-"), |at| shown(&project, at));
            rows.push((name, score, finishes.map(finish).join(", ")));
        }
    }
    heading();
    rows.iter().for_each(|(name, score, finishes)| line(name, *score, finishes));
    line("all", all, "");
    Some(all)
}

fn reached(all: Score, floors: Score) {
    for (at, column) in COLUMNS.iter().enumerate() {
        if column != &"later" && column != &"earlier" {
            assert!(all[at] >= floors[at], "column {at}, {column}: {} of {}", all[at], floors[at]);
        }
    }
    assert_eq!(all[12], all[13], "a task that nobody else's work decides differs");
}

#[test]
fn exported_dates() {
    let theirs = |path: &Path, _: &Project, scenario: &[String]| {
        let expected = path.with_file_name("").with_file_name("expected").join(path.file_name().unwrap());
        let project = match read::read(&expected, "UTC", scenario) {
            Ok(project) => project,
            Err(reason) => panic!("{}: {reason}", expected.display()),
        };
        let leaves = project.tasks.iter().filter(|task| !task.is_container);
        // A moment has a start only.
        leaves.map(|task| (task.id.clone(), [task.start, task.end.or(task.start)])).collect()
    };
    let Some(all) = run("oracles/taskjuggler/export/source", "UTC", theirs) else { return };
    reached(all, [83, 76, 76, 49, 56, 76, 52, 54, 62, 62, 0, 0, 44, 44]);
}

#[test]
fn fixed_dates() {
    let theirs = |_: &Path, project: &Project, _: &[String]| {
        project.tasks.iter().map(|task| (task.id.clone(), task.fixed())).collect()
    };
    let Some(all) = run("oracles/taskjuggler/correct", "Europe/Berlin", theirs) else { return };
    reached(all, [86, 58, 26, 24, 26, 57, 51, 53, 55, 57, 0, 0, 39, 39]);
}

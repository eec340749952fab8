//! The other kinds of the benchmark libraries: several modes, maximum lags, several projects. Every file that is there
//! is read; what is solved and judged is held against the bounds that are known.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "in tests they say what must hold"
)]

#[path = "support/oracle.rs"]
mod oracle;

use std::path::{Path, PathBuf};

use paceline::rcpsp::{RcpspOptions, RcpspProblem, RcpspSolution, check, read, solve};

/// Every file of a kind below a folder of the data, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    fn gather(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, ending, found);
            } else if path.extension().is_some_and(|one| one.eq_ignore_ascii_case(ending)) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    gather(&oracle::path(&format!("benchdata/{folder}")), ending, &mut found);
    found.sort();
    if found.is_empty() {
        println!("skipped: no files of {folder}");
    }
    found
}

/// Lower and upper bound that `best_known.csv` beside a file gives; empty fields are none.
fn known(file: &Path) -> (Option<i64>, Option<i64>, bool) {
    let table = std::fs::read_to_string(file.with_file_name("best_known.csv")).unwrap();
    let name = file.file_name().unwrap().to_str().unwrap();
    let row = table.lines().find(|line| line.split(',').next() == Some(name));
    let mut fields = row.unwrap_or_default().split(',').skip(1);
    let (low, high) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
    (low.parse().ok(), high.parse().ok(), low == "infeasible")
}

fn text(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap()
}

fn steps(steps: u64) -> RcpspOptions {
    RcpspOptions { steps: Some(steps), ..RcpspOptions::default() }
}

/// The problem with each activity in one mode and nothing that is used up.
fn in_modes(problem: &RcpspProblem, modes: &[u32]) -> RcpspProblem {
    let mut single = problem.clone();
    single.nonrenewable.clear();
    for (activity, &mode) in single.activities.iter_mut().zip(modes) {
        if let Some(other) = (mode as usize).checked_sub(1).map(|at| activity.modes[at].clone()) {
            (activity.duration, activity.demands) = (other.duration, other.demands);
        }
        activity.modes.clear();
        activity.consumption.clear();
    }
    single
}

/// For each activity the mode that takes least of what is used up, in shares of the capacities.
fn frugal(problem: &RcpspProblem) -> Vec<u32> {
    let share = |consumption: &[i64]| -> f64 {
        let each = consumption.iter().zip(&problem.nonrenewable);
        each.map(|(taken, one)| *taken as f64 / one.capacity.max(1) as f64).sum()
    };
    let mode = |activity: &paceline::rcpsp::RcpspActivity| {
        let mut best = (share(&activity.consumption), 0);
        for (at, mode) in (1..).zip(&activity.modes) {
            if share(&mode.consumption) < best.0 {
                best = (share(&mode.consumption), at);
            }
        }
        best.1
    };
    problem.activities.iter().map(mode).collect()
}

#[test]
fn files_with_several_modes_are_read_and_schedules_of_them_judged() {
    let (mut count, mut judged, mut feasible) = (0, 0, 0);
    for file in files("mrcpsp", "mm").into_iter().chain(files("mmlib", "mm")) {
        let text = text(&file);
        let problem = read(&text).unwrap_or_else(|issues| panic!("{}: {issues}", file.display()));
        count += 1;
        // Every line of the block of requests is a mode of an activity.
        let requests = text.split("REQUESTS/DURATIONS").nth(1).unwrap();
        let lines = requests.lines().skip(1).take_while(|line| !line.starts_with("***"));
        let lines = lines.filter(|line| line.trim().starts_with(|c: char| c.is_ascii_digit())).count();
        let modes: usize = problem.activities.iter().map(|activity| 1 + activity.modes.len()).sum();
        assert_eq!(modes, lines, "{}", file.display());
        assert_eq!(solve(&problem, &steps(1), &mut ()).unwrap_err().as_slice()[0].code, "unsolved-modes");
        if count % 40 != 1 {
            continue;
        }
        let chosen = frugal(&problem);
        let Ok(found) = solve(&in_modes(&problem, &chosen), &steps(20), &mut ()) else { continue };
        let (low, _, is_infeasible) = known(&file);
        let taken = |resource: usize| -> i64 {
            let of = |(activity, &mode): (&paceline::rcpsp::RcpspActivity, &u32)| match mode {
                0 => activity.consumption.get(resource).copied().unwrap_or(0),
                mode => activity.modes[mode as usize - 1].consumption[resource],
            };
            problem.activities.iter().zip(&chosen).map(of).sum()
        };
        let fits = (0..problem.nonrenewable.len()).all(|at| taken(at) <= problem.nonrenewable[at].capacity);
        let verdict = check(&problem, &RcpspSolution { modes: chosen, ..found.clone() }).unwrap();
        assert_eq!(verdict.feasible, fits, "{}: {:?}", file.display(), verdict.findings);
        judged += 1;
        if fits {
            feasible += 1;
            assert!(!is_infeasible, "{}: a schedule of what has none", file.display());
            assert!(low.is_none_or(|low| found.makespan >= low), "{}: {}", file.display(), found.makespan);
        }
    }
    println!("{count} files, {judged} judged, {feasible} of them keep what is used up");
    assert!(count == 0 || (count > 2000 && feasible > 20));
}

#[test]
fn files_with_maximum_lags_are_read() {
    let (mut count, mut refused, mut kept) = (0, 0, 0);
    for file in files("rcpsp_max", "sch") {
        count += 1;
        let (low, _, is_infeasible) = known(&file);
        let mut problem = match read(&text(&file)) {
            Ok(problem) => problem,
            Err(issues) => {
                // What asks for more than there is, or waits for itself, has no schedule and is known to have none.
                let codes: Vec<_> = issues.as_slice().iter().map(|issue| issue.code.as_ref()).collect();
                assert!(
                    codes.iter().all(|code| ["demand-above-capacity", "link-cycle"].contains(code)),
                    "{}: {codes:?}",
                    file.display()
                );
                assert!(is_infeasible, "{}", file.display());
                refused += 1;
                continue;
            }
        };
        assert!(!problem.max_lags.is_empty(), "{}", file.display());
        if count % 30 != 1 || problem.activities.len() > 300 {
            continue;
        }
        // Without its maximum lags the problem is a relaxation: its bound is a bound, and its schedule is one of the
        // problem if it happens to keep them.
        let lags = std::mem::take(&mut problem.max_lags);
        let found = solve(&problem, &steps(30), &mut ()).unwrap();
        problem.max_lags = lags;
        let keeps = |found: &RcpspSolution| {
            let start = |at: u32| found.starts[at as usize];
            problem.max_lags.iter().all(|lag| start(lag.to) <= start(lag.from) + lag.lag)
        };
        let verdict = check(&problem, &found).unwrap();
        assert_eq!(verdict.feasible, keeps(&found), "{}: {:?}", file.display(), verdict.findings);
        if verdict.feasible {
            kept += 1;
            assert!(!is_infeasible && low.is_none_or(|low| found.makespan >= low), "{}", file.display());
        }
    }
    println!("{count} files, {refused} refused, {kept} relaxed schedules keep every lag");
    assert!(count == 0 || (count > 1000 && refused < 40));
}

#[test]
fn several_projects_are_one_problem_for_the_search() {
    let mut count = 0;
    let all = files("rcmpsp/mpsplib", "rcmp").into_iter().chain(files("rcmpsp/mplib1_set3", "txt"));
    for (number, file) in all.enumerate() {
        let problem = read(&text(&file)).unwrap_or_else(|issues| panic!("{}: {issues}", file.display()));
        assert!(problem.projects.len() > 1, "{}", file.display());
        count += 1;
        if number % 16 != 0 {
            continue;
        }
        let found = solve(&problem, &steps(10), &mut ()).unwrap();
        let verdict = check(&problem, &found).unwrap();
        assert!(verdict.accepts(), "{}: {:?}", file.display(), verdict.findings);
        let (low, high, _) = known(&file);
        assert!(low.is_none_or(|low| found.makespan >= low), "{}: {}", file.display(), found.makespan);
        assert!(high.is_none_or(|high| found.bound <= high), "{}: {}", file.display(), found.bound);
        println!("{}: {} ({low:?} to {high:?})", file.display(), found.makespan);
    }
    assert!(count == 0 || count > 100);
}

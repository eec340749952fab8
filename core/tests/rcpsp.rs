//! Scheduling problems without a plan: the benchmark libraries are read as their authors mean them, solutions hold
//! against what is known about them, and the same seed gives the same bytes.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "in tests they say what must hold"
)]

#[path = "support/oracle.rs"]
mod oracle;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use paceline::rcpsp::{RcpspBest, RcpspHost, RcpspOptions, RcpspProblem, check, read, solve, solve_with};
use paceline::{Progress, Status};

/// Sets with how many of their files are solved: one in so many.
const SETS: [(&str, usize); 8] = [
    ("psplib/j30", 8),
    ("psplib/j60", 10),
    ("psplib/j90", 16),
    ("psplib/j120", 25),
    ("rg300", 60),
    ("rg30/set3", 20),
    ("rcplib/patterson", 6),
    ("rcplib/cv", 12),
];

/// Files of a set with the bounds that are known: lower, upper.
fn files(set: &str) -> Option<Vec<(PathBuf, i64, Option<i64>)>> {
    let folder = oracle::path(&format!("benchdata/{set}"));
    let Ok(text) = std::fs::read_to_string(folder.join("best_known.csv")) else {
        println!("skipped: {} is not there", folder.display());
        return None;
    };
    let file = |line: &str| {
        let mut fields = line.split(',');
        let mut next = || fields.next().unwrap_or_default();
        (folder.join(next()), next().parse().unwrap_or(0), next().parse().ok())
    };
    Some(text.lines().skip(1).map(file).collect())
}

fn problem(file: &Path) -> RcpspProblem {
    let text = std::fs::read_to_string(file).unwrap();
    read(&text).unwrap_or_else(|issues| panic!("{}: {issues}", file.display()))
}

/// The number of the head of a PSPLIB file under `MPM-Time`: its critical path.
fn critical_path_told(text: &str) -> i64 {
    let mut lines = text.lines().skip_while(|line| !line.starts_with("pronr."));
    lines.nth(1).unwrap().split_whitespace().nth(5).unwrap().parse().unwrap()
}

/// The makespan when there is enough of everything.
fn without_limits(problem: &RcpspProblem) -> i64 {
    let mut free = problem.clone();
    free.resources.clear();
    free.activities.iter_mut().for_each(|activity| activity.demands.clear());
    let options = RcpspOptions { steps: Some(1), ..RcpspOptions::default() };
    solve(&free, &options, &mut ()).unwrap().makespan
}

#[test]
fn every_file_of_the_libraries_is_read() {
    let mut count = 0;
    for (set, _) in SETS {
        for (file, ..) in files(set).unwrap_or_default() {
            let problem = problem(&file);
            let text = std::fs::read_to_string(&file).unwrap();
            if set.starts_with("psplib") {
                assert_eq!(without_limits(&problem), critical_path_told(&text), "{}", file.display());
            } else {
                let first: usize = text.split_whitespace().next().unwrap().parse().unwrap();
                assert_eq!(problem.activities.len(), first, "{}", file.display());
            }
            count += 1;
        }
    }
    println!("{count} files");
}

#[test]
fn solutions_hold_against_what_is_known() {
    for (set, every) in SETS {
        for (file, lower, upper) in files(set).unwrap_or_default().into_iter().step_by(every) {
            let problem = problem(&file);
            let options = RcpspOptions { steps: Some(50), proof: true, ..RcpspOptions::default() };
            let solution = solve(&problem, &options, &mut ()).unwrap();
            let verdict = check(&problem, &solution).unwrap();
            assert!(verdict.accepts(), "{}: {:?}", file.display(), verdict.findings);
            assert!(solution.makespan >= lower, "{}: below the known bound", file.display());
            if let Some(upper) = upper {
                assert!(solution.bound <= upper, "{}: bound {}", file.display(), solution.bound);
                if solution.status == Status::Optimal {
                    assert_eq!(solution.makespan, upper, "{}: no optimum", file.display());
                }
            }
        }
    }
}

/// A problem made from a seed: layers of activities on three resources.
fn made(activities: u32, seed: u64) -> RcpspProblem {
    let mut state = seed;
    let mut below = |limit: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % limit
    };
    let mut problem = RcpspProblem::new(vec![4, 6, 8]);
    for at in 0..activities {
        let demands = (0..3).map(|_| below(5) as i64).collect();
        problem.add(below(10) as i64, demands);
        for _ in 0..below(3).min(u64::from(at)) {
            let from = at - 1 - below(u64::from(at).min(12)) as u32;
            problem.link(from, at);
        }
    }
    problem
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_lists_of_links_mean_nothing() {
    for seed in 0..4 {
        let problem = made(60, seed);
        let options = RcpspOptions { steps: Some(400), seed, ..RcpspOptions::default() };
        let first = solve(&problem, &options, &mut ()).unwrap();
        assert!(check(&problem, &first).unwrap().accepts());
        let mut turned = problem.clone();
        turned.links.reverse();
        turned.links.push(problem.links[0]);
        let second = solve(&turned, &options, &mut ()).unwrap();
        assert_eq!(serde_json::to_string(&first).unwrap(), serde_json::to_string(&second).unwrap());
    }
}

#[test]
fn large_problems_pass() {
    let problem = made(20_000, 5);
    let options = RcpspOptions { steps: Some(1), ..RcpspOptions::default() };
    let solution = solve(&problem, &options, &mut ()).unwrap();
    assert_eq!(solution.starts.len(), 20_000);
    assert!(check(&problem, &solution).unwrap().accepts());
}

#[test]
fn a_schedule_to_begin_with_is_never_lost() {
    let problem = made(60, 9);
    let long = RcpspOptions { steps: Some(2_000), ..RcpspOptions::default() };
    let best = solve(&problem, &long, &mut ()).unwrap();
    let warm =
        RcpspOptions { steps: Some(1), warm_start: Some(best.starts.clone()), ..RcpspOptions::default() };
    let again = solve(&problem, &warm, &mut ()).unwrap();
    assert!(again.makespan <= best.makespan, "{} after {}", again.makespan, best.makespan);
    assert!(again.warnings.is_empty());
}

#[test]
fn more_threads_are_used_or_told() {
    let problem = made(40, 2);
    let options = RcpspOptions { steps: Some(300), threads: 2, ..RcpspOptions::default() };
    let solution = solve(&problem, &options, &mut ()).unwrap();
    let codes: Vec<&str> = solution.warnings.iter().map(|issue| issue.code.as_ref()).collect();
    let expected: &[&str] = if cfg!(feature = "parallel") { &[] } else { &["one-thread-only"] };
    assert_eq!(codes, expected);
    assert!(check(&problem, &solution).unwrap().accepts());
    assert_eq!(solve(&problem, &options, &mut ()).unwrap(), solution);
}

/// Stops after so many improvements.
struct Impatient {
    left: u32,
    best: Vec<(i64, i64, Vec<i64>)>,
}

impl RcpspHost for Impatient {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        if self.left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn best(&mut self, best: &RcpspBest<'_>) {
        self.left = self.left.saturating_sub(1);
        self.best.push((best.makespan, best.bound, best.starts.to_vec()));
    }
}

#[test]
fn a_host_hears_of_every_improvement_and_stops_the_search() {
    let problem = made(80, 4);
    let options = RcpspOptions { steps: Some(2_000), ..RcpspOptions::default() };
    let mut host = Impatient { left: 1, best: Vec::new() };
    let stopped = solve_with(&problem, &options, &mut host).unwrap();
    assert_eq!(host.best.last().unwrap().2, stopped.starts);
    assert!(stopped.status != Status::Feasible, "{:?}", stopped.status);
    assert!(check(&problem, &stopped).unwrap().accepts());
    let mut patient = Impatient { left: u32::MAX, best: Vec::new() };
    let solution = solve_with(&problem, &options, &mut patient).unwrap();
    let told: Vec<(i64, i64)> = patient.best.iter().map(|(makespan, bound, _)| (*makespan, *bound)).collect();
    assert!(told.is_sorted_by(|a, b| b.0 <= a.0 && b.1 >= a.1), "{told:?}");
    assert_eq!(told.last(), Some(&(solution.makespan, solution.bound)));
    let last = solution.trace.last().unwrap();
    assert_eq!((last.makespan, last.bound), (solution.makespan, solution.bound));
}

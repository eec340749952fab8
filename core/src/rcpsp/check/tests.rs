//! Hand-made certificates, right and wrong, and the law that no accepted bound is above the optimum.

use proptest::prelude::*;

use super::*;
use crate::Status;
use crate::rcpsp::{
    RcpspCertificate, RcpspImprovement, RcpspLink, RcpspLiteral, RcpspOptions, SOLUTION_FORMAT, solve,
};

/// Activities 0 and 1 one after the other, 2 and 3 beside them; 1 and 2 exclude each other on the first resource.
fn problem() -> RcpspProblem {
    let mut problem = RcpspProblem::new(vec![3, 2]);
    problem.add(2, vec![1, 0]);
    problem.add(3, vec![2, 1]);
    problem.add(4, vec![2, 0]);
    problem.add(1, vec![0, 2]);
    problem.link(0, 1);
    problem
}

/// An optimal schedule of it: 2 first, then 1, which ends at 7.
fn solution(certificate: RcpspCertificate) -> RcpspSolution {
    RcpspSolution {
        format: SOLUTION_FORMAT.into(),
        status: Status::Optimal,
        makespan: 7,
        bound: 7,
        gap: 0,
        starts: vec![0, 4, 0, 0],
        modes: Vec::new(),
        certificate,
        steps: 1,
        trace: vec![RcpspImprovement { steps: 1, makespan: 7, bound: 7, found_by: "hand".into() }],
        warnings: Vec::new(),
    }
}

/// The same schedule with a weaker bound.
fn with_bound(bound: i64, certificate: RcpspCertificate) -> RcpspSolution {
    let mut solution = solution(certificate);
    solution.bound = bound;
    solution.gap = solution.makespan - bound;
    solution.status = if bound == solution.makespan { Status::Optimal } else { Status::Feasible };
    solution.trace.clear();
    solution
}

fn clique() -> RcpspCertificate {
    RcpspCertificate::Clique { activities: vec![1, 2] }
}

fn codes(problem: &RcpspProblem, solution: &RcpspSolution) -> Vec<String> {
    let verdict = check(problem, solution).unwrap();
    let mut codes: Vec<String> = verdict.findings.into_iter().map(|issue| issue.code.into_owned()).collect();
    codes.dedup();
    codes
}

#[test]
fn a_right_solution_is_accepted() {
    let verdict = check(&problem(), &solution(clique())).unwrap();
    assert_eq!(verdict, RcpspCheck { feasible: true, makespan: 7, proven_bound: 7, findings: vec![] });
}

#[test]
fn every_wrong_number_is_found() {
    type Change = fn(&mut RcpspSolution);
    let cases: [(&str, Change); 13] = [
        ("unsupported-format", |s| s.format = "paceline-rcpsp-solution/9".into()),
        ("wrong-number-of-starts", |s| s.starts.truncate(3)),
        ("start-out-of-range", |s| s.starts[3] = -1),
        ("link-broken", |s| s.starts[0] = 3),
        ("over-capacity", |s| s.starts[2] = 1),
        ("over-capacity", |s| s.starts[3] = 5),
        ("wrong-makespan", |s| s.starts[1] = 5),
        ("wrong-gap", |s| s.gap = 1),
        ("wrong-status", |s| s.status = Status::Feasible),
        ("wrong-status", |s| (s.bound, s.gap, s.trace) = (6, 1, Vec::new())),
        ("bound-above-makespan", |s| (s.bound, s.gap) = (8, -1)),
        ("wrong-trace", |s| s.trace[0].bound = 6),
        ("wrong-trace", |s| {
            let first = RcpspImprovement { makespan: 6, ..s.trace[0].clone() };
            s.trace.insert(0, first);
        }),
    ];
    for (code, change) in cases {
        let mut wrong = solution(clique());
        change(&mut wrong);
        assert!(codes(&problem(), &wrong).iter().any(|found| found == code), "{code} was not found");
        let verdict = check(&problem(), &wrong).unwrap();
        assert!(!verdict.accepts(), "{code}");
        let of_starts = ["wrong-number-of-starts", "start-out-of-range", "link-broken", "over-capacity"];
        assert_eq!(verdict.feasible, !of_starts.contains(&code), "{code}");
    }
}

#[test]
fn activities_may_touch_and_milestones_use_nothing() {
    let mut problem = problem();
    problem.add(0, vec![3, 2]);
    let mut touching = solution(clique());
    touching.starts.push(4);
    assert!(codes(&problem, &touching).is_empty());
}

#[test]
fn paths_are_judged_by_their_links() {
    let path = |activities: Vec<u32>| RcpspCertificate::Path { activities };
    let problem = problem();
    assert!(codes(&problem, &with_bound(5, path(vec![0, 1]))).is_empty());
    assert!(codes(&problem, &with_bound(4, path(vec![2]))).is_empty());
    assert!(codes(&problem, &with_bound(0, path(vec![]))).is_empty());
    assert_eq!(codes(&problem, &with_bound(6, path(vec![0, 1]))), ["bound-not-proven"]);
    assert_eq!(codes(&problem, &with_bound(5, path(vec![1, 0]))), ["not-linked"]);
    assert_eq!(codes(&problem, &with_bound(5, path(vec![0, 2]))), ["not-linked"]);
    assert_eq!(codes(&problem, &with_bound(5, path(vec![0, 9]))), ["unknown-activity"]);
    assert_eq!(codes(&problem, &with_bound(5, path(vec![0, 1, 1]))), ["repeated-activity"]);
}

#[test]
fn lags_count_in_paths() {
    let mut problem = problem();
    problem.links[0].lag = -1;
    let path = RcpspCertificate::Path { activities: vec![0, 1] };
    assert_eq!(codes(&problem, &with_bound(5, path.clone())), ["bound-not-proven"]);
    assert!(codes(&problem, &with_bound(4, path)).is_empty());
}

#[test]
fn energy_is_added_up() {
    let energy = |resource, activities| RcpspCertificate::Energy { resource, activities };
    let problem = problem();
    // Demands 2 × 1 + 3 × 2 + 4 × 2 = 16 on a capacity of 3: 5 1/3.
    assert!(codes(&problem, &with_bound(6, energy(0, vec![0, 1, 2]))).is_empty());
    assert_eq!(codes(&problem, &with_bound(7, energy(0, vec![0, 1, 2]))), ["bound-not-proven"]);
    // 3 × 2 = 6 on 3, behind a head of 2.
    assert!(codes(&problem, &with_bound(4, energy(0, vec![1]))).is_empty());
    assert_eq!(codes(&problem, &with_bound(5, energy(0, vec![1]))), ["bound-not-proven"]);
    assert_eq!(codes(&problem, &with_bound(6, energy(0, vec![0, 1, 2, 2]))), ["repeated-activity"]);
    assert_eq!(codes(&problem, &with_bound(6, energy(2, vec![0, 1, 2]))), ["unknown-resource"]);
}

#[test]
fn cliques_need_a_reason_for_each_pair() {
    let clique = |activities| RcpspCertificate::Clique { activities };
    let problem = problem();
    // 0 before 1 by a link, 1 and 3 on the second resource; 0 and 3 can run at once.
    assert_eq!(codes(&problem, &with_bound(6, clique(vec![0, 1, 3]))), ["can-overlap"]);
    assert!(codes(&problem, &with_bound(5, clique(vec![0, 1]))).is_empty());
    // 1 and 3 exclude each other: 3 + 1, with the head of 3, which is 0.
    assert!(codes(&problem, &with_bound(4, clique(vec![3, 1]))).is_empty());
    assert_eq!(codes(&problem, &with_bound(5, clique(vec![3, 1]))), ["bound-not-proven"]);
    let mut short = problem;
    short.links[0].lag = -1;
    assert_eq!(codes(&short, &with_bound(4, clique(vec![0, 1]))), ["can-overlap"]);
}

fn literal(activity: u32, at_least: Option<i64>, at_most: Option<i64>) -> RcpspLiteral {
    RcpspLiteral { activity, at_least, at_most }
}

fn refutation(makespan: i64, nogoods: Vec<Vec<RcpspLiteral>>) -> RcpspCertificate {
    RcpspCertificate::Refutation { makespan, nogoods }
}

/// Five equal activities of which two can run at once: they need three rounds, which neither a time-table nor energy
/// tells.
fn rounds() -> RcpspProblem {
    let mut problem = RcpspProblem::new(vec![2]);
    for _ in 0..5 {
        problem.add(2, vec![1]);
    }
    // Without it everything would be counted in twos, which proves all.
    problem.add(1, vec![0]);
    problem
}

#[test]
fn a_refutation_is_replayed() {
    // 1 and 2 exclude each other and 1 starts at 2 at the earliest: in 6, 1 must be first, and then 2 ends at 9.
    let accepted = solution(refutation(6, Vec::new()));
    assert!(codes(&problem(), &accepted).is_empty(), "propagation alone suffices");
    assert_eq!(check(&problem(), &accepted).unwrap().proven_bound, 7);
    // A makespan that exists cannot be refuted, whatever the log says.
    let mut wrong = with_bound(7, refutation(7, vec![vec![]]));
    wrong.bound = 8;
    assert!(codes(&problem(), &wrong).contains(&"not-derivable".into()));
    let missing = with_bound(7, refutation(7, Vec::new()));
    assert_eq!(codes(&problem(), &missing), ["proof-not-kept"]);
    assert!(check(&problem(), &missing).unwrap().accepts(), "it is no fault, but proves nothing");
    assert_eq!(check(&problem(), &missing).unwrap().proven_bound, 0);
    // A refutation of less than the bound needs.
    assert_eq!(codes(&problem(), &solution(refutation(5, Vec::new()))), ["bound-not-proven"]);
    assert_eq!(codes(&problem(), &with_bound(0, refutation(-1, Vec::new()))), Vec::<String>::new());
    assert_eq!(codes(&problem(), &with_bound(0, refutation(i64::MAX, Vec::new()))), ["not-refuted"]);
}

#[test]
fn literals_must_say_something() {
    let unknown = solution(refutation(7, vec![vec![literal(9, Some(1), None)]]));
    assert_eq!(codes(&problem(), &unknown), ["invalid-literal"]);
    let nothing = solution(refutation(7, vec![vec![literal(1, None, None)]]));
    assert_eq!(codes(&problem(), &nothing), ["invalid-literal"]);
    // Values beyond all times: one that nothing can keep follows, one that all keep does not.
    let beyond = solution(refutation(7, vec![vec![literal(1, Some(i64::MAX), None)]]));
    assert_eq!(codes(&problem(), &beyond), ["not-refuted"]);
    let below = solution(refutation(7, vec![vec![literal(1, None, Some(i64::MAX))]]));
    assert_eq!(codes(&problem(), &below), ["not-derivable"]);
}

#[test]
fn work_is_limited() {
    let solution = solution(refutation(6, log(&problem(), 6)));
    let verdict = check_with(&problem(), &solution, &RcpspCheckOptions { work: Some(20) }).unwrap();
    assert_eq!(verdict.findings[0].code, "proof-too-long");
    assert_eq!(verdict.proven_bound, 0);
}

#[test]
fn a_log_proves_what_propagation_alone_does_not() {
    let problem = rounds();
    assert_eq!(optimum(&problem), 6);
    let whole = log(&problem, 5);
    let verdict = |nogoods| judged(&problem, refutation(5, nogoods));
    assert_eq!(verdict(whole.clone()).proven_bound, 6);
    assert_eq!(verdict(Vec::new()).findings[0].code, "proof-not-kept");
    let half = whole[..whole.len() / 2].to_vec();
    assert!(verdict(half).findings.iter().any(|issue| issue.code == "not-refuted"));
    let reversed = whole.iter().rev().cloned().collect();
    assert!(verdict(reversed).findings.iter().any(|issue| issue.at == "certificate/nogoods/0"));
    // Ten units of work in four times two places: the energy of the whole.
    assert_eq!(judged(&problem, refutation(4, Vec::new())).proven_bound, 5);
}

/// A schedule of least makespan by trying all of them.
fn best(problem: &RcpspProblem) -> Option<(i64, Vec<i64>)> {
    let horizon: i64 = problem.activities.iter().map(|activity| activity.duration).sum::<i64>()
        + problem.links.iter().map(|link| link.lag.max(0)).sum::<i64>();
    (0..=horizon)
        .find_map(|makespan| schedule(problem, makespan, &mut Vec::new()).map(|starts| (makespan, starts)))
}

fn optimum(problem: &RcpspProblem) -> i64 {
    best(problem).unwrap().0
}

fn schedule(problem: &RcpspProblem, makespan: i64, starts: &mut Vec<i64>) -> Option<Vec<i64>> {
    if !is_possible(problem, starts) {
        return None;
    }
    let Some(next) = problem.activities.get(starts.len()) else { return Some(starts.clone()) };
    for start in 0..=makespan - next.duration {
        starts.push(start);
        let found = schedule(problem, makespan, starts);
        starts.pop();
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether the first activities can start so.
fn is_possible(problem: &RcpspProblem, starts: &[i64]) -> bool {
    let known = |at: u32| starts.get(at as usize);
    let end = |at: usize| starts[at] + problem.activities[at].duration;
    let links = problem.links.iter().all(|link| match (known(link.from), known(link.to)) {
        (Some(_), Some(to)) => *to >= end(link.from as usize) + link.lag,
        _ => true,
    });
    let times = starts.iter().all(|&time| {
        problem.resources.iter().enumerate().all(|(resource, one)| {
            let running = (0..starts.len()).filter(|&at| starts[at] <= time && time < end(at));
            running.map(|at| problem.activities[at].demands[resource]).sum::<i64>() <= one.capacity
        })
    });
    links && times
}

/// A log that refutes a makespan by trying all starts: the nogood of each impossible choice, then those of what led
/// to it.
fn log(problem: &RcpspProblem, makespan: i64) -> Vec<Vec<RcpspLiteral>> {
    let mut log = Vec::new();
    refute(problem, makespan, &mut Vec::new(), &mut log);
    log
}

fn refute(problem: &RcpspProblem, makespan: i64, starts: &mut Vec<i64>, log: &mut Vec<Vec<RcpspLiteral>>) {
    if is_possible(problem, starts)
        && let Some(next) = problem.activities.get(starts.len())
    {
        for start in 0..=makespan - next.duration {
            starts.push(start);
            refute(problem, makespan, starts, log);
            starts.pop();
        }
    }
    let literals = (0u32..).zip(starts.iter()).map(|(at, &start)| literal(at, Some(start), Some(start)));
    log.push(literals.collect());
}

fn problems() -> impl Strategy<Value = RcpspProblem> {
    let activity = (0i64..4, prop::collection::vec(0i64..4, 2));
    let links = prop::collection::vec((0u32..4, 0u32..4, -2i64..3), 0..4);
    let capacities = prop::collection::vec(1i64..4, 2);
    (prop::collection::vec(activity, 1..5), links, capacities).prop_map(|(activities, links, capacities)| {
        let mut problem = RcpspProblem::new(capacities.clone());
        for (duration, demands) in activities {
            let within = demands.iter().zip(&capacities).map(|(&demand, &capacity)| demand.min(capacity));
            problem.add(duration, within.collect());
        }
        for (a, b, lag) in links {
            let (from, to) = (a.min(b), a.max(b));
            if from < to && (to as usize) < problem.activities.len() {
                let lag = lag.max(-problem.activities[from as usize].duration);
                problem.links.push(RcpspLink { from, to, lag });
            }
        }
        problem
    })
}

/// Certificates that may be right or wrong.
fn certificates() -> impl Strategy<Value = RcpspCertificate> {
    let set = || prop::collection::vec(0u32..4, 0..5);
    let value = || prop::option::of(0i64..8);
    let nogood = prop::collection::vec((0u32..4, value(), value()), 0..4);
    let nogoods = prop::collection::vec(nogood, 0..5).prop_map(|all| {
        let literals = |nogood: Vec<(u32, Option<i64>, Option<i64>)>| {
            nogood.into_iter().map(|(activity, low, high)| literal(activity, low, high)).collect()
        };
        all.into_iter().map(literals).collect::<Vec<Vec<RcpspLiteral>>>()
    });
    prop_oneof![
        set().prop_map(|activities| RcpspCertificate::Path { activities }),
        (0u32..2, set()).prop_map(|(resource, activities)| RcpspCertificate::Energy { resource, activities }),
        set().prop_map(|activities| RcpspCertificate::Clique { activities }),
        (0i64..14, nogoods).prop_map(|(makespan, nogoods)| refutation(makespan, nogoods)),
    ]
}

/// The same problem in smaller units of time and of work, with capacity left over that nothing can use.
fn refined(problem: &RcpspProblem, time: i64, portion: i64) -> RcpspProblem {
    let mut fine = problem.clone();
    for activity in &mut fine.activities {
        activity.duration *= time;
        activity.demands.iter_mut().for_each(|demand| *demand *= portion);
    }
    fine.links.iter_mut().for_each(|link| link.lag *= time);
    fine.resources.iter_mut().for_each(|one| one.capacity = one.capacity * portion + portion - 1);
    fine
}

fn judged(problem: &RcpspProblem, certificate: RcpspCertificate) -> RcpspCheck {
    let (makespan, starts) = best(problem).unwrap();
    let bound = makespan;
    let solution = RcpspSolution { makespan, bound, starts, trace: Vec::new(), ..solution(certificate) };
    check(problem, &solution).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_proven_bound_is_above_the_optimum(problem in problems(), certificate in certificates()) {
        let verdict = judged(&problem, certificate);
        prop_assert!(verdict.feasible);
        prop_assert!(verdict.proven_bound <= optimum(&problem));
    }

    #[test]
    fn what_is_proven_in_large_units_holds_in_small_ones(
        problem in problems(),
        certificate in certificates(),
        time in 1i64..4,
        portion in 1i64..4,
    ) {
        let (fine, (least, starts)) = (refined(&problem, time, portion), best(&problem).unwrap());
        let starts: Vec<i64> = starts.iter().map(|start| start * time).collect();
        let claimed = RcpspSolution { makespan: least * time, bound: least * time, starts, trace: Vec::new(), ..solution(certificate) };
        let verdict = check(&fine, &claimed).unwrap();
        prop_assert!(verdict.feasible && verdict.proven_bound <= least * time);
        let found = solve(&fine, &RcpspOptions { proof: true, ..RcpspOptions::default() }, &mut ()).unwrap();
        prop_assert_eq!((found.makespan, found.bound), (least * time, least * time));
        let verdict = check(&fine, &found).unwrap();
        prop_assert!(verdict.accepts(), "{:?}", verdict.findings);
        prop_assert_eq!(verdict.proven_bound, least * time);
    }

    #[test]
    fn a_whole_log_proves_the_optimum_and_no_log_more(problem in problems(), left_out in any::<prop::sample::Index>()) {
        let optimum = optimum(&problem);
        if optimum > 0 && optimum <= 7 {
            let whole = log(&problem, optimum - 1);
            prop_assert_eq!(judged(&problem, refutation(optimum - 1, whole.clone())).proven_bound, optimum);
            let mut part = whole;
            part.remove(left_out.index(part.len()));
            prop_assert!(judged(&problem, refutation(optimum - 1, part)).proven_bound <= optimum);
            let too_much = log(&problem, optimum);
            let verdict = judged(&problem, refutation(optimum, too_much));
            prop_assert_eq!(verdict.proven_bound, 0);
            prop_assert!(!verdict.accepts());
        }
    }
}

use std::ops::ControlFlow;

use proptest::prelude::*;

use super::*;

/// The shortest makespan by every order of the activities, each as early as it can be.
fn optimum(instance: &Instance) -> i64 {
    let count = instance.duration.len();
    let mut best = i64::MAX;
    let mut order: Vec<usize> = Vec::new();
    extend(instance, &mut order, &mut vec![None; count], &mut best);
    best
}

fn extend(instance: &Instance, order: &mut Vec<usize>, start: &mut Vec<Option<i64>>, best: &mut i64) {
    let count = instance.duration.len();
    let end = |start: &[Option<i64>]| {
        (0..count).filter_map(|at| start[at].map(|start| start + instance.duration[at])).max().unwrap_or(0)
    };
    if order.len() == count {
        *best = (*best).min(end(start));
        return;
    }
    for at in 0..count {
        if start[at].is_some() {
            continue;
        }
        let links = || instance.links.iter().filter(|link| link.to as usize == at);
        if links().any(|link| start[link.from as usize].is_none()) {
            continue;
        }
        let mut place =
            links().filter_map(|link| start[link.from as usize].map(|s| s + link.lag)).max().unwrap_or(0);
        while !fits(instance, start, at, place) {
            place += 1;
        }
        start[at] = Some(place);
        order.push(at);
        extend(instance, order, start, best);
        order.pop();
        start[at] = None;
    }
}

fn fits(instance: &Instance, start: &[Option<i64>], at: usize, place: i64) -> bool {
    let resources = instance.capacity.len();
    (place..place + instance.duration[at]).all(|moment| {
        (0..resources).all(|resource| {
            let runs = |other: usize| {
                start[other].is_some_and(|s| s <= moment && moment < s + instance.duration[other])
            };
            let used: i64 = (0..instance.duration.len())
                .filter(|other| runs(*other))
                .map(|other| instance.demand[other * resources + resource])
                .sum();
            used + instance.demand[at * resources + resource] <= instance.capacity[resource]
        })
    })
}

fn limits(steps: u64) -> Limits {
    Limits { steps, seed: 3, threads: 1, gap: 0, proof: true, warm: None }
}

fn solve(instance: &Instance, limits: &Limits) -> Outcome {
    run(instance, limits, &mut |_| ControlFlow::Continue(()))
}

/// Small problems; `scale` makes demands wide enough for lanes of 32 bits, `unit` stretches time.
fn instances() -> impl Strategy<Value = Instance> {
    let activity = || (0i64..5, proptest::collection::vec(0i64..4, 6));
    let links = proptest::collection::vec((0u32..6, 0u32..6, 0i64..3, any::<bool>()), 0..6);
    let shape =
        (1usize..7, 1usize..7, prop_oneof![Just(1i64), Just(20_011)], prop_oneof![Just(1i64), Just(7)]);
    (proptest::collection::vec(activity(), 1..7), links, shape, proptest::collection::vec(3i64..6, 6))
        .prop_map(|(activities, links, (_, resources, scale, unit), capacity)| {
            let count = activities.len() as u32;
            // A demand of one keeps the wide ones from being reduced.
            let demand = |(_, needs): &(i64, Vec<i64>)| {
                needs[..resources]
                    .iter()
                    .map(|need| if *need > 0 { need * scale - need % 2 } else { 0 })
                    .collect()
            };
            let links = links.into_iter().filter(|(from, to, ..)| from < to && *to < count).map(
                |(from, to, lag, after)| Link {
                    from,
                    to,
                    lag: unit * (lag + if after { activities[from as usize].0 } else { 0 }),
                },
            );
            Instance {
                links: links.collect(),
                duration: activities.iter().map(|(duration, _)| duration * unit).collect(),
                demand: activities.iter().map(demand).collect::<Vec<Vec<i64>>>().concat(),
                capacity: capacity[..resources].iter().map(|capacity| capacity * scale).collect(),
            }
        })
}

fn is_feasible(instance: &Instance, outcome: &Outcome) -> bool {
    let linked = instance
        .links
        .iter()
        .all(|link| outcome.start[link.to as usize] >= outcome.start[link.from as usize] + link.lag);
    let mut start = vec![None; instance.duration.len()];
    linked
        && (0..start.len()).all(|at| {
            let fits = outcome.start[at] >= 0 && fits(instance, &start, at, outcome.start[at]);
            start[at] = Some(outcome.start[at]);
            fits
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// What the search ends with is the optimum, proven.
    #[test]
    fn small_problems_are_solved(instance in instances()) {
        let outcome = solve(&instance, &limits(1_000_000));
        prop_assert!(is_feasible(&instance, &outcome));
        let best = optimum(&instance);
        prop_assert_eq!((outcome.makespan, outcome.bound), (best, best));
    }

    /// The same limits, the same outcome, with one thread and with three.
    #[test]
    fn equal_limits_give_equal_outcomes(instance in instances(), threads in 1usize..4) {
        let limits = Limits { threads, ..limits(300) };
        let (a, b) = (solve(&instance, &limits), solve(&instance, &limits));
        prop_assert_eq!(a.start, b.start);
        prop_assert_eq!((a.bound, a.steps, a.trace), (b.bound, b.steps, b.trace));
    }
}

/// A chain of wide activities beside many small ones.
fn medium(count: u32) -> Instance {
    let mut rng = crate::run::Rng::new(5);
    let duration: Vec<i64> = (0..count).map(|_| 1 + i64::from(rng.below(9))).collect();
    let demand = (0..count * 4).map(|_| i64::from(rng.below(7))).collect();
    let links = (0..count * 3 / 2).filter_map(|_| {
        let (a, b) = (rng.below(count), rng.below(count));
        (a / 8 < b / 8).then(|| Link { from: a, to: b, lag: duration[a as usize] })
    });
    let links = links.collect();
    Instance { duration, demand, capacity: vec![11, 12, 13, 14], links }
}

#[test]
fn more_steps_are_never_worse_and_bounds_hold() {
    let instance = medium(60);
    let mut last = (i64::MAX, 0);
    for steps in [1, 100, 1_000, 20_000, 60_000] {
        let outcome = solve(&instance, &limits(steps));
        assert!(is_feasible(&instance, &outcome));
        assert!(outcome.bound <= outcome.makespan);
        assert!(outcome.makespan <= last.0 && outcome.bound >= last.1, "{steps}: {last:?}");
        last = (outcome.makespan, outcome.bound);
    }
    let first = solve(&instance, &limits(1));
    assert!(last.0 < first.makespan, "the search finds more than the rules");
}

#[test]
fn a_host_that_says_stop_has_the_rules_best() {
    let outcome = run(&medium(90), &limits(u64::MAX), &mut |_| ControlFlow::Break(()));
    assert!(outcome.stopped && outcome.steps < 100);
    assert!(is_feasible(&medium(90), &outcome));
}

#[test]
fn a_schedule_to_begin_with_is_kept_or_bettered() {
    let instance = medium(60);
    let given = solve(&instance, &limits(5_000));
    let again = solve(&instance, &Limits { warm: Some(given.start.clone()), ..limits(1) });
    assert!(again.makespan <= given.makespan);
}

#[test]
fn nothing_to_do_takes_no_time() {
    let instance = Instance { duration: vec![], demand: vec![], capacity: vec![1], links: vec![] };
    let outcome = solve(&instance, &limits(10));
    assert_eq!((outcome.makespan, outcome.bound), (0, 0));
}

#[test]
fn many_activities_and_many_resources_end_soon() {
    let wide = Instance { links: vec![], ..medium(8_000) };
    assert!(is_started(&solve(&wide, &limits(10)), 8_000));
    let count = 1_000;
    let resources = 600;
    let demand = (0..count * resources).map(|at| i64::from(at % 3 == 0)).collect();
    let long = Instance {
        duration: vec![50; count],
        demand,
        capacity: vec![400; resources],
        links: (1..count as u32)
            .map(|to| Link { from: to / 2, to, lag: if to > 1 { 50 } else { 0 } })
            .collect(),
    };
    assert!(is_started(&solve(&long, &limits(10)), count));
}

fn is_started(outcome: &Outcome, count: usize) -> bool {
    outcome.start.len() == count && outcome.bound <= outcome.makespan
}

//! Lower bounds that need no search, each with its certificate.

use super::Certificate;
use super::lcg::closure;
use super::model::Model;
use crate::sort::Arrange;

/// Activities tried as the seed of a clique.
const SEEDS_MOST: usize = 400;

/// The best of path, energy and clique, in units of the model.
pub(super) fn lower(model: &Model) -> (i32, Certificate) {
    let mut best = path(model);
    for other in [energy(model), clique(model, &best.1)].into_iter().flatten() {
        if other.0 > best.0 {
            best = other;
        }
    }
    best
}

/// The longest path.
fn path(model: &Model) -> (i32, Certificate) {
    let length = model.path();
    let mut activities = Vec::new();
    let mut next = model
        .order
        .iter()
        .copied()
        .find(|at| model.head[*at as usize] == 0 && model.tail[*at as usize] == length);
    while let Some(at) = next {
        activities.push(at);
        let left = model.tail[at as usize];
        next = model
            .out
            .of(at)
            .iter()
            .find(|(to, lag)| model.tail[*to as usize] + lag == left)
            .map(|(to, _)| *to);
    }
    (length, Certificate::Path { activities })
}

/// The work on a resource of all activities that start late and are followed by much.
fn energy(model: &Model) -> Option<(i32, Certificate)> {
    if !model.compares_pairs() {
        return None;
    }
    let mut best: Option<(i64, usize, i32, i32)> = None;
    for resource in 0..model.resources {
        let need = |at: u32| model.demands(at)[resource];
        let mut users: Vec<u32> =
            (0..model.count as u32).filter(|at| need(*at) > 0 && model.length(*at) > 0).collect();
        users.arrange_by_key(|at| std::cmp::Reverse(behind(model, *at)));
        let mut heads: Vec<i32> = users.iter().map(|at| model.head[*at as usize]).collect();
        heads.arrange();
        heads.dedup();
        let capacity = i64::from(model.capacity[resource]).max(1);
        for &head in &heads {
            let mut energy = 0i64;
            for &at in &users {
                if model.head[at as usize] < head {
                    continue;
                }
                energy += i64::from(need(at)) * i64::from(model.length(at));
                let tail = behind(model, at);
                let bound = i64::from(head) + (energy + capacity - 1) / capacity + i64::from(tail);
                if best.is_none_or(|(least, ..)| bound > least) {
                    best = Some((bound, resource, head, tail));
                }
            }
        }
    }
    let (bound, resource, head, tail) = best?;
    let activities = (0..model.count as u32)
        .filter(|at| {
            model.demands(*at)[resource] > 0
                && model.length(*at) > 0
                && model.head[*at as usize] >= head
                && behind(model, *at) >= tail
        })
        .collect();
    Some((i32::try_from(bound).ok()?, Certificate::Energy { resource: model.original[resource], activities }))
}

/// What must follow after the end of an activity.
fn behind(model: &Model, at: u32) -> i32 {
    model.tail[at as usize] - model.length(at)
}

/// Activities of which no two can overlap, grown from seeds by duration (A. Mingozzi, V. Maniezzo, S. Ricciardelli,
/// L. Bianco, Management Science 44, 1998: their bound LB3, here for one set with its head and tail).
fn clique(model: &Model, path: &Certificate) -> Option<(i32, Certificate)> {
    if !model.compares_pairs() {
        return None;
    }
    let after = closure(model);
    let words = model.count.div_ceil(64);
    let is_after = |a: u32, b: u32| after[a as usize * words + b as usize / 64] >> (b % 64) & 1 == 1;
    let apart = |a: u32, b: u32| is_after(a, b) || is_after(b, a) || model.compete(a, b);
    let mut by_length: Vec<u32> = (0..model.count as u32).filter(|at| model.length(*at) > 0).collect();
    by_length.arrange_by_key(|at| (std::cmp::Reverse(model.length(*at)), *at));
    let grow = |set: &mut Vec<u32>| {
        for &at in &by_length {
            if !set.contains(&at) && set.iter().all(|other| apart(at, *other)) {
                set.push(at);
            }
        }
    };
    let mut best: Option<(i32, Vec<u32>)> = None;
    let mut offer = |set: &[u32]| {
        let (bound, set) = trimmed(model, set);
        if best.as_ref().is_none_or(|(least, _)| bound > *least) {
            best = Some((bound, set));
        }
    };
    if let Certificate::Path { activities } = path {
        let apart_on_path = |set: &Vec<u32>, at: u32| set.iter().all(|other| apart(at, *other));
        let mut set = Vec::new();
        for &at in activities.iter().filter(|at| model.length(**at) > 0) {
            if apart_on_path(&set, at) {
                set.push(at);
            }
        }
        grow(&mut set);
        offer(&set);
    }
    for &seed in by_length.iter().take(SEEDS_MOST) {
        let mut set = vec![seed];
        grow(&mut set);
        offer(&set);
    }
    let (bound, mut activities) = best?;
    activities.arrange();
    Some((bound, Certificate::Clique { activities }))
}

/// The part of a clique with the best head, work and tail.
fn trimmed(model: &Model, set: &[u32]) -> (i32, Vec<u32>) {
    let mut best = (0, 0, 0);
    for head in set.iter().map(|at| model.head[*at as usize]) {
        for tail in set.iter().map(|at| behind(model, *at)) {
            let inside = |at: &&u32| model.head[**at as usize] >= head && behind(model, **at) >= tail;
            let work: i32 = set.iter().filter(inside).map(|at| model.length(*at)).sum();
            if work > 0 && head + work + tail > best.0 {
                best = (head + work + tail, head, tail);
            }
        }
    }
    let inside = |at: &u32| model.head[*at as usize] >= best.1 && behind(model, *at) >= best.2;
    (best.0, set.iter().copied().filter(inside).collect())
}

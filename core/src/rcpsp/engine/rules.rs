//! First lists: priority rules, and samples that follow a rule loosely.

use super::decode::{Decoder, list_by_keys};
use super::model::Model;
use crate::run::Rng;

/// The rules; all in the sense "the least first" (R. Kolisch, EJOR 90, 1996).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    LatestFinish,
    LatestStart,
    LeastFloat,
    MostTotalSuccessors,
    GreatestRank,
    EarliestStart,
    MostWork,
}

pub(super) const RULES: [Rule; 7] = [
    Rule::LatestFinish,
    Rule::LatestStart,
    Rule::LeastFloat,
    Rule::MostTotalSuccessors,
    Rule::GreatestRank,
    Rule::EarliestStart,
    Rule::MostWork,
];

/// Keys of a rule, one for each activity.
pub(super) fn keys(model: &Model, rule: Rule) -> Vec<i64> {
    let path = model.path();
    let late = |at: usize| i64::from(path - model.tail[at]);
    (0..model.count)
        .map(|at| match rule {
            Rule::LatestStart => late(at),
            Rule::LatestFinish => late(at) + i64::from(model.duration[at]),
            Rule::LeastFloat => late(at) - i64::from(model.head[at]),
            Rule::MostTotalSuccessors => -behind(model, at as u32),
            Rule::GreatestRank => {
                let next = model.out.of(at as u32).iter().map(|(to, _)| i64::from(model.length(*to)));
                -(i64::from(model.duration[at]) + next.sum::<i64>())
            }
            Rule::EarliestStart => i64::from(model.head[at]),
            Rule::MostWork => {
                let parts = model.demands(at as u32).iter().zip(&model.capacity);
                let share: i64 =
                    parts.map(|(need, all)| i64::from(*need) * 1000 / i64::from((*all).max(1))).sum();
                -share * i64::from(model.duration[at])
            }
        })
        .collect()
}

/// Activities on the longest chain of successors: a stand-in for their number that costs one pass.
fn behind(model: &Model, at: u32) -> i64 {
    model.out.of(at).len() as i64 * 1000 + i64::from(model.tail[at as usize])
}

/// Activities above which draws among all that can go next take too long.
const SAMPLED_MOST: usize = 2_000;

/// Keys of a rule, loosened: of the activities that can go next one is drawn, the better the likelier.
///
/// The draw is that of the regret-based biased random sampling of A. Drexl (Management Science 37, 1991).
///
/// Many activities only have their keys shaken, which takes one pass.
pub(super) fn sampled(model: &Model, keys: &[i64], rng: &mut Rng, out: &mut [i64]) {
    if model.count > SAMPLED_MOST {
        let reach = (model.path() / 8).max(1) as u32;
        for (slot, key) in out.iter_mut().zip(keys) {
            *slot = key + i64::from(rng.below(reach));
        }
        return;
    }
    let mut waiting: Vec<u32> = (0..model.count as u32).map(|at| model.into.of(at).len() as u32).collect();
    let mut ready: Vec<u32> = (0..model.count as u32).filter(|at| waiting[*at as usize] == 0).collect();
    let mut rank = 0;
    while !ready.is_empty() {
        let worst = ready.iter().map(|at| keys[*at as usize]).max().unwrap_or(0);
        let regret = |at: u32| (worst - keys[at as usize] + 1) as u64;
        let sum: u64 = ready.iter().map(|at| regret(*at)).sum();
        let mut draw = rng.below64(sum.max(1));
        let mut slot = 0;
        for (index, at) in ready.iter().enumerate() {
            let one = regret(*at);
            slot = index;
            if draw < one {
                break;
            }
            draw -= one;
        }
        let at = ready.swap_remove(slot);
        out[at as usize] = rank;
        rank += 1;
        for (to, _) in model.out.of(at) {
            waiting[*to as usize] -= 1;
            if waiting[*to as usize] == 0 {
                ready.push(*to);
            }
        }
    }
}

/// The best of the rules' schedules: starts and makespan.
pub(super) fn best(model: &Model, decoder: &mut Decoder) -> (Vec<i32>, i32) {
    let (mut counts, mut list) = (Vec::new(), Vec::new());
    let mut best: Option<(Vec<i32>, i32)> = None;
    for rule in RULES {
        let mut keys = keys(model, rule);
        list_by_keys(model, &mut keys, &mut counts, &mut list);
        let end = decoder.serial(model, &list);
        if best.as_ref().is_none_or(|(_, least)| end < *least) {
            best = Some((decoder.start.clone(), end));
        }
    }
    best.unwrap_or_default()
}

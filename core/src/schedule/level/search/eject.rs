//! Several changes in a row: one that makes something late, then others that make up for it.
//!
//! At a good plan hardly any single change gains: who is brought forward makes another late. Here that other is
//! brought forward next, and whom that makes late after it, some times over; all is kept if the plan is no worse in
//! the end, else all is taken back (ejection chains: F. Glover, *Ejection chains, reference structures and
//! alternating path methods for traveling salesman problems*, Discrete Applied Mathematics 65, 1996).

use super::super::place::part::{Limit, Standing};
use super::super::problem::Problem;
use super::anneal::Anneal;
use super::neighborhood::Neighborhood;
use crate::run::Rng;

/// Changes at most that make up for the first.
const TRIES: usize = 20;

/// Makes a chain of changes in a plan without overload whose first goal is little lateness. It may be worse by
/// `most` in the end and by `far` more after the first change. Whether it was kept, and its work.
pub(crate) fn eject(
    problem: &Problem<'_>,
    standing: &mut Standing,
    parts: &mut Neighborhood,
    arm: usize,
    (most, far): (i128, i128),
    rng: &mut Rng,
) -> (bool, u64) {
    let base = standing.worth;
    let part = parts.part(problem, standing, arm, rng);
    let limit = Limit { most: most + far, mixed: true };
    let first = standing.change_up_to(problem, part, 4 * part.len() + 32, &limit);
    let mut effort = standing.effort() as u64 + 4;
    let aim = parts.aim();
    let finish = standing.work.dates.finish[aim as usize];
    let worse = first.map_or(i128::MAX, |now| Anneal::worse(&now, &base));
    if worse <= most || first.is_some_and(|now| now <= base) {
        standing.keep(problem);
        return (true, effort);
    }
    if worse > limit.most || standing.was(aim).is_none_or(|was| was.1 <= finish) {
        standing.undo(problem);
        return (false, effort);
    }
    standing.open_chain();
    standing.keep(problem);
    for _ in 0..TRIES {
        let Some(target) = worst(problem, standing, rng) else { break };
        let part = parts.toward(problem, standing, target, arm, rng);
        let before = standing.worth;
        let limit = Limit { most: 0, mixed: true };
        let now = standing.change_up_to(problem, part, 4 * part.len() + 32, &limit);
        effort += standing.effort() as u64 + 4;
        // What came first stays, or the chain would end where it began.
        let holds = standing.work.dates.finish[aim as usize] <= finish;
        match now {
            Some(now) if holds && Anneal::worse(&now, &before) <= 0 => {
                standing.keep(problem);
                if Anneal::worse(&now, &base) <= most {
                    standing.close_chain();
                    return (true, effort);
                }
            }
            _ => standing.undo(problem),
        }
    }
    (false, effort + standing.break_chain(problem) as u64)
}

/// One of the tasks that the chain makes late, by its weight and lateness.
fn worst(problem: &Problem<'_>, standing: &Standing, rng: &mut Rng) -> Option<u32> {
    let late = || standing.chained(problem).filter(|(_, more)| *more > 0);
    let sum: i128 = late().map(|(_, more)| more).sum();
    let mut draw = i128::from(rng.below64(u64::try_from(sum).unwrap_or(u64::MAX)));
    late()
        .find(|(_, more)| {
            draw -= more;
            draw < 0
        })
        .map(|(node, _)| node)
}

//! The part of the search that never ends by itself: parts of the best plan are placed anew.

use super::super::place::generate::Workspace;
use super::super::place::part::{Limit, Standing, Worth};
use super::super::options::Goal;
use super::super::place::priority::Rules;
use super::super::problem::goal::Part;
use super::anneal::Anneal;
use super::neighborhood::{Bandit, Neighborhood};
use super::{Listener, Search, by_start};
use crate::run::Rng;

/// Placements between two words with the host.
const BETWEEN: u64 = 20_000;
/// Nodes up to which every better plan is copied at once.
const COPIED: u64 = 1_000;
/// Steps of work after which the whole plan is generated anew in the order of its starts.
const WHOLE: u64 = 24;

impl<L: Listener> Search<'_, '_, L> {
    /// Places parts of the plan anew until the budget is used up.
    pub(crate) fn improve(&mut self, rules: Rules, seed: u64) {
        let problem = self.problem;
        let Some((_, dates, _)) = &self.found.best else { return };
        let size = problem.network.order.len().max(1) as u64;
        let mut rng = Rng::new(seed);
        let mut standing = Standing::new(problem, dates);
        let mut parts = Neighborhood::new(problem, &standing, rules.due_start);
        let mut bandit = Bandit::new();
        let begun = self.found.steps;
        let until = (self.budget - begun).saturating_mul(size);
        let (mut work, mut next_word, mut next_whole) = (0u64, BETWEEN, WHOLE * size);
        let mut moved = false;
        let mut best = standing.worth.score;
        let mut anneal = Anneal::new(size);
        let clear = matches!(problem.active_parts().first(), Some(Part::One(Goal::Tardiness)));
        let mut estats = [0u64; 4];
        let mut stats = [[0u64; 6]; super::neighborhood::ARMS];
        while !self.done() && !anneal.is_stale(work, problem.within_float || best[0] > 0) {
            let arm = bandit.draw(&mut rng);
            if clear && standing.worth.score[0] == 0 && anneal.mixes() && Neighborhood::ejects(arm) {
                let was = standing.worth;
                let worse = anneal.draw(work, &mut rng);
                let far = anneal.far(&mut rng);
                let before_best = best;
                let _ = before_best;
                let (effort, kept) = eject(problem, &mut standing, &mut parts, arm, worse, far, &mut rng, &mut estats);
                work += effort;
                stats[arm][0] += 1;
                stats[arm][1] += effort;
                stats[arm][3] += u64::from(standing.worth < was);
                stats[arm][4] += u64::from(standing.worth == was);
                moved |= kept;
                bandit.learn(arm, u64::from(standing.worth < was), effort);
            } else {
            let part = parts.part(problem, &standing, arm, &mut rng);
            let most = 4 * part.len() + 32;
            let was = standing.worth;
            let worse = anneal.draw(work, &mut rng);
            let limit = if clear && was.score[0] == 0 { anneal.limit(worse) } else { Limit::NONE };
            let now = standing.change_up_to(problem, part, most, &limit);
            let effort = standing.effort() as u64 + 4;
            work += effort;
            {
                let s = &mut stats[arm];
                s[0] += 1;
                s[1] += effort;
                s[5] += u64::from(part.is_empty());
                match now {
                    None => s[2] += 1,
                    Some(now) if now < was => s[3] += 1,
                    Some(now) if now == was => s[4] += 1,
                    _ => {}
                }
            }
            match now {
                Some(now) if now <= was => {
                    standing.keep(problem);
                    moved = true;
                    bandit.learn(arm, u64::from(now < was), effort);
                }
                Some(now) if anneal.accepts(&now, &was, worse) => {
                    if self.is_better(&standing) {
                        standing.undo(problem);
                        self.hold(&standing);
                        standing.change(problem, part, most);
                    }
                    standing.keep(problem);
                    moved = true;
                    bandit.learn(arm, 0, effort);
                }
                _ => {
                    standing.undo(problem);
                    bandit.learn(arm, 0, effort);
                }
            }
            }
            if standing.worth.score < best {
                best = standing.worth.score;
                anneal.found(work);
                if size <= COPIED || self.found.ends(problem, &best) {
                    self.hold(&standing);
                }
            }
            self.found.steps = begun + work / size;
            if work >= next_word {
                next_word = work + BETWEEN;
                self.hold(&standing);
                self.poll();
            }
            if anneal.is_due(work) {
                self.hold(&standing);
                if let Some((score, dates, _)) = &self.found.best {
                    anneal.turn(
                        work,
                        until,
                        problem.active_parts(),
                        &self.found.above(problem, score),
                        parts.late(),
                    );
                    standing.stand(problem, dates);
                    work += size;
                }
            }
            if moved && work >= next_whole {
                work += size;
                next_whole = work + WHOLE * size;
                moved = false;
                whole(problem, &mut standing, &mut self.work);
            }
        }
        self.hold(&standing);
        if crate::run::tune("STATS", 0) > 0 {
            if let Some((_, dates, _)) = &self.found.best {
                let mut all: Vec<(i64, i64, i64, i64, u32)> = problem.due.iter().map(|due| {
                    let late = i64::from(crate::schedule::schedule_op::late_days(dates.finish[due.node as usize], due.deadline));
                    let must = i64::from(crate::schedule::schedule_op::late_days(problem.early.finish[due.node as usize], due.deadline));
                    (-(late - must) * due.weight, late, must, due.weight / 10_000, due.node)
                }).filter(|one| one.0 < 0).collect();
                all.sort();
                let sum: i64 = all.iter().map(|one| one.0).sum();
                println!("## {} late of {}, {}", all.len(), problem.due.len(), sum / 10_000);
                for one in all.iter().take(60) { println!("## days {} must {} weight {} node {}", one.1, one.2, one.3, one.4); }
            }
            println!("## eject {estats:?}");
            for (arm, s) in stats.iter().enumerate() {
                println!("arm {arm}: {} trials, {:.1} effort each, gave up {:.3}, better {:.4}, equal {:.3}, empty {:.3}", s[0], s[1] as f64 / s[0] as f64,
                    s[2] as f64 / s[0] as f64, s[3] as f64 / s[0] as f64, s[4] as f64 / s[0] as f64, s[5] as f64 / s[0] as f64);
            }
        }
    }

    fn is_better(&self, standing: &Standing) -> bool {
        self.found.best.as_ref().is_none_or(|(best, ..)| standing.worth.score < *best)
    }

    /// Keeps the plan if it is the best.
    fn hold(&mut self, standing: &Standing) {
        if self.is_better(standing) {
            self.keep(standing.worth.score, standing.work.dates.clone(), "parts");
        }
    }
}

/// Generates the whole plan in the order of its starts, so that everything moves up to what was freed.
fn whole(problem: &super::super::problem::Problem<'_>, standing: &mut Standing, work: &mut Workspace) {
    let list = by_start(problem, &standing.work.dates);
    work.serial(problem, &list);
    let was: Worth = standing.worth;
    let before = standing.work.dates.clone();
    standing.stand(problem, &work.dates);
    if standing.worth > was {
        standing.stand(problem, &before);
    }
}

/// A change that makes something late, and changes that make up for that; whether they were kept, and their work.
fn eject(
    problem: &super::super::problem::Problem<'_>,
    standing: &mut Standing,
    parts: &mut Neighborhood,
    arm: usize,
    worse: i128,
    far: i128,
    rng: &mut Rng,
    estats: &mut [u64; 4],
) -> (u64, bool) {
    let base = standing.worth;
    let tries = crate::run::tune("TRIES", 8);
    let part = parts.part(problem, standing, arm, rng);
    let most = 4 * part.len() + 32;
    let part = part.to_vec();
    let part = &part[..];
    let Some(aim) = parts.aim() else { return (4, false) };
    let was_at = standing.work.dates.finish[aim as usize];
    let limit = Limit { most: worse + far, mixed: true };
    let first = standing.change_up_to(problem, part, most, &limit);
    let mut effort = standing.effort() as u64 + 4;
    let Some(now) = first.filter(|now| mixed(now, &base) <= worse + far) else {
        standing.undo(problem);
        return (effort, false);
    };
    if mixed(&now, &base) <= worse || now <= base {
        standing.keep(problem);
        return (effort, true);
    }
    let is_at = standing.work.dates.finish[aim as usize];
    if is_at >= was_at {
        standing.undo(problem);
        return (effort, false);
    }
    estats[0] += 1;
    standing.open_chain();
    standing.keep(problem);
    for _ in 0..tries {
        let sum: i128 = standing.worsened(problem).map(|(_, more)| more.max(0)).sum();
        let mut draw = i128::from(rng.below64(u64::try_from(sum).unwrap_or(u64::MAX)));
        let target = standing.worsened(problem).find(|(_, more)| {
            draw -= (*more).max(0);
            draw < 0
        });
        let Some((target, _)) = target else { break };
        let part = parts.toward(problem, standing, target, arm, rng);
        let was = standing.worth;
        let limit = Limit { most: 0, mixed: true };
        let next = standing.change_up_to(problem, part, 4 * part.len() + 32, &limit);
        effort += standing.effort() as u64 + 4;
        match next {
            Some(next) if mixed(&next, &was) <= 0
                && next.score[0] == 0
                && standing.work.dates.finish[aim as usize] <= is_at => {
                standing.keep(problem);
                estats[1] += 1;
                if mixed(&next, &base) <= worse {
                    estats[2] += 1;
                    standing.close_chain();
                    return (effort, true);
                }
            }
            _ => standing.undo(problem),
        }
    }
    effort += standing.break_chain(problem) as u64;
    (effort, false)
}

/// By how much a plan is worse than another, between days and seconds.
fn mixed(now: &Worth, was: &Worth) -> i128 {
    let days = i128::from(now.score[1]) - i128::from(was.score[1]);
    (days + (now.lateness - was.lateness) / i128::from(crate::quantity::DAY)) / 2
}

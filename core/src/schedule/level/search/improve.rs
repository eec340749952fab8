//! The part of the search that never ends by itself: parts of the best plan are placed anew.

use super::super::place::generate::Workspace;
use super::super::place::part::{Standing, Worth};
use super::super::place::priority::Rules;
use super::anneal::Anneal;
use super::neighborhood::{Bandit, Neighborhood};
use super::{Search, by_start};
use crate::run::Rng;

/// Placements between two words with the host.
const BETWEEN: u64 = 20_000;
/// Nodes up to which every better plan is copied at once.
const COPIED: u64 = 1_000;
/// Steps of work after which the whole plan is generated anew in the order of its starts.
const WHOLE: u64 = 24;

impl Search<'_, '_> {
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
        let (mut work, mut next_word, mut next_whole) = (0u64, BETWEEN, WHOLE * size);
        let mut moved = false;
        let mut best = standing.worth.score;
        let mut anneal = Anneal::new(size);
        while !self.done() && !anneal.is_stale(work, problem.within_float || best[0] > 0) {
            let arm = bandit.draw(&mut rng);
            let part = parts.part(problem, &standing, arm, &mut rng);
            let most = 4 * part.len() + 32;
            let was = standing.worth;
            let now = standing.change(problem, part, most);
            let effort = standing.effort() as u64 + 4;
            work += effort;
            match now {
                Some(now) if now <= was => {
                    standing.keep(problem);
                    moved = true;
                    bandit.learn(arm, u64::from(now < was), effort);
                }
                Some(now) if anneal.accepts(&now, &was, work, &mut rng) => {
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

//! The part of the search that never ends by itself: parts of the best plan are placed anew.

use super::super::options::Goal;
use super::super::place::generate::Workspace;
use super::super::place::part::{Limit, Standing, Worth};
use super::super::place::priority::Rules;
use super::super::problem::goal::Part;
use super::anneal::Anneal;
use super::eject::eject;
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
        let until = (self.budget - begun).saturating_mul(size);
        let by_days = matches!(problem.active_parts().first(), Some(Part::One(Goal::Tardiness)));
        while !self.done() && !anneal.is_stale(work, problem.within_float || best[0] > 0) {
            let arm = bandit.draw(&mut rng);
            let was = standing.worth;
            let most = anneal.draw(work, &mut rng);
            let plain = by_days && was.score[0] == 0;
            let effort = if plain && anneal.mixes() && Neighborhood::ejects(arm) {
                if self.is_better(&standing) {
                    self.hold(&standing);
                }
                let limits = (most, anneal.far(&mut rng));
                let (kept, effort) = eject(problem, &mut standing, &mut parts, arm, limits, &mut rng);
                moved |= kept;
                effort
            } else {
                let part = parts.part(problem, &standing, arm, &mut rng);
                let tasks = 4 * part.len() + 32;
                let limit = if plain { anneal.limit(most) } else { Limit::NONE };
                let now = standing.change_up_to(problem, part, tasks, &limit);
                let effort = standing.effort() as u64 + 4;
                if now.is_some_and(|now| now <= was || anneal.accepts(&now, &was, most)) {
                    if now > Some(was) && self.is_better(&standing) {
                        standing.undo(problem);
                        self.hold(&standing);
                        standing.change(problem, part, tasks);
                    }
                    standing.keep(problem);
                    moved = true;
                } else {
                    standing.undo(problem);
                }
                effort
            };
            work += effort;
            bandit.learn(arm, u64::from(standing.worth < was), effort);
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

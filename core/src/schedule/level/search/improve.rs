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
        let mut stats = [[0u64; 6]; super::neighborhood::ARMS];
        while !self.done() && !anneal.is_stale(work, problem.within_float || best[0] > 0) {
            let arm = bandit.draw(&mut rng);
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

//! Search for goals that early starts do not serve: little change against a given plan, even load, cheap days.

use super::super::place::around::Way;
use super::super::place::generate::list_by;
use super::super::problem::goal::Given;
use super::lists::{change, holders, target, users};
use super::{Search, by_start};
use crate::quantity::Time;
use crate::run::Rng;
use crate::schedule::critical_path::Dates;

/// Passes over the tasks after a schedule at most.
const MOST_PASSES: usize = 6;

/// A plan in the making around a given one.
#[derive(Clone)]
struct State {
    /// The order in which tasks take their turn.
    key: Vec<Time>,
    ways: Vec<Way>,
    dates: Dates,
}

impl Search<'_, '_> {
    /// The given plan as far as it holds.
    pub(crate) fn start_from_given(&mut self) {
        let problem = self.problem;
        let Some(given) = &problem.given else { return };
        let state = self.state(given);
        let list = list_by(problem.network, |node| state.key[node as usize]);
        self.work.around(problem, given, &list, &state.ways);
        self.step("given-plan");
        self.polish("given-plan");
    }

    fn state(&self, given: &Given) -> State {
        let starts = given.start.iter().zip(&self.problem.early.start);
        let key = starts.map(|(given, early)| if *given < Time::NEVER { *given } else { *early }).collect();
        let ways = vec![Way::Stay; given.start.len()];
        State { key, ways, dates: self.work.dates.clone() }
    }

    /// Single moves until none helps; works on the schedule in the workspace.
    fn polish(&mut self, name: &str) {
        for pass in 0..MOST_PASSES {
            if self.done() || !self.work.shift(self.problem, pass % 2 == 0) {
                return;
            }
            self.step(name);
        }
    }

    /// Local search over lists and, with a given plan, over what stays where it was.
    pub(crate) fn shape(&mut self, seed: u64) {
        if let Some((_, dates, _)) = self.found.best.clone() {
            self.work.load(self.problem, &dates);
            self.polish("single-moves");
        }
        let mut rng = Rng::new(seed);
        let users = users(self.problem);
        match &self.problem.given {
            Some(given) if self.problem.goals.contains(&super::super::options::Goal::Change) => {
                self.repair(given, &users, &mut rng);
            }
            _ => self.orders(&users, &mut rng),
        }
    }

    /// Lists of tasks, each decoded and then shifted task by task.
    fn orders(&mut self, users: &[Vec<u32>], rng: &mut Rng) {
        let problem = self.problem;
        let Some((mut here, mut dates, _)) = self.found.best.clone() else { return };
        while !self.done() {
            let mut next = by_start(problem, &dates);
            for _ in 0..=rng.below(3) {
                change(problem, &dates, users, &mut next, rng);
            }
            self.list(&next, "local-search");
            self.polish("local-search");
            let score = problem.score(&self.work.dates, self.work.overload(problem));
            if score <= here {
                here = score;
                dates.clone_from(&self.work.dates);
            } else if rng.below(200) == 0
                && let Some((best, known, _)) = &self.found.best
            {
                here = *best;
                dates.clone_from(known);
            }
        }
    }

    /// What stays and what gives way, one task at a time.
    fn repair(&mut self, given: &Given, users: &[Vec<u32>], rng: &mut Rng) {
        let problem = self.problem;
        let mut state = self.state(given);
        let Some((mut here, ..)) = self.found.best.clone() else { return };
        here = here.map(|_| i64::MAX);
        let (mut best, mut known) = (here, state.clone());
        let mut stale = 0u32;
        while !self.done() {
            let mut next = state.clone();
            if stale > 0 || here[0] < i64::MAX {
                for _ in 0..=rng.below(3) {
                    self.disturb(given, &mut next, users, rng);
                }
            }
            let list = list_by(problem.network, |node| next.key[node as usize]);
            self.work.around(problem, given, &list, &next.ways);
            self.step("repair");
            self.polish("repair");
            let score = problem.score(&self.work.dates, self.work.overload(problem));
            next.dates.clone_from(&self.work.dates);
            if score <= here {
                stale = if score < here { 0 } else { stale + 1 };
                (here, state) = (score, next);
            } else {
                stale += 1;
            }
            if here < best {
                (best, known) = (here, state.clone());
            } else if stale > 300 {
                stale = 1;
                if rng.below(2) == 0 {
                    (here, state) = (best, known.clone());
                } else {
                    here = here.map(|_| i64::MAX);
                }
            }
        }
    }

    /// Changes how one task is treated, or lets those give way that hold it up.
    fn disturb(&self, given: &Given, state: &mut State, users: &[Vec<u32>], rng: &mut Rng) {
        let problem = self.problem;
        let dates = &state.dates;
        let moved: Vec<u32> = problem
            .objective
            .counted
            .iter()
            .copied()
            .filter(|node| {
                !problem.fixed[*node as usize] && problem.moved(*node, dates.start[*node as usize]) > 0
            })
            .collect();
        let mut node = match moved.len() as u32 {
            0 => target(problem, dates, rng),
            count if rng.below(2) == 0 => moved[rng.below(count) as usize],
            _ => target(problem, dates, rng),
        };
        // Back along what holds it, some way.
        for _ in 0..rng.below(12) {
            let holders = holders(problem, dates, users, node);
            let driving =
                problem.network.edges_in(node).iter().filter(|edge| problem.network.drives(edge, dates));
            let back: Vec<u32> = driving.map(|edge| edge.from).chain(holders).collect();
            if back.is_empty() {
                break;
            }
            node = back[rng.below(back.len() as u32) as usize];
        }
        let at = node as usize;
        match rng.below(4) {
            0 => state.ways[at] = Way::Stay,
            1 => state.ways[at] = Way::After,
            2 => state.ways[at] = Way::Soon,
            _ => {}
        }
        if rng.below(3) == 0 && given.has(node) {
            state.key[at] = given.start[at];
        }
        // Who holds it up, or lies where it lay, goes behind it.
        let mut others = holders(problem, dates, users, node);
        if others.is_empty() && given.has(node) && !problem.fixed[at] {
            let wish = given.start[at];
            let length = dates.finish[at].0 - dates.start[at].0;
            let lies = |other: &u32| {
                let other = *other as usize;
                other != at && dates.start[other].0 < wish.0 + length && dates.finish[other] > wish
            };
            others = problem
                .limits(node)
                .flat_map(|one| users[one.resource as usize].iter().copied().filter(lies))
                .collect();
        }
        if !others.is_empty() {
            let other = others[rng.below(others.len() as u32) as usize] as usize;
            state.ways[other] = if rng.below(4) == 0 { Way::Soon } else { Way::After };
            if rng.below(2) == 0 {
                state.key[other] = state.key[at].max(state.key[other]);
            } else {
                state.key[at] = state.key[at].min(state.key[other]);
            }
        }
    }
}

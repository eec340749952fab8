//! The search for who works on what, around the search for when.
//!
//! First the plan is leveled with the people given. Then every single exchange is tried with the order found, the
//! most promising ones are leveled by themselves, and the best becomes the base of the next exchange. What follows
//! is a generation that gives each task to those with whom it is finished first, a local search over people and
//! order together, and a pass that takes back every exchange that serves nothing. A problem that is small is
//! searched to the end: every choice of people, every order.
//!
//! Of two plans with the same objective, the one with fewer exchanges is better, then the one that costs less.
//!
//! # References
//! A. Sprecher, R. Kolisch, A. Drexl, EJOR 80 (1995) and S. Hartmann, *Project scheduling with multiple modes: a
//! genetic algorithm*, Annals of OR 102 (2001): modes beside lists; F. Glover, *Ejection chains* (1996): exchanges
//! that lead to the next.

use super::super::bound::pool;
use super::super::host::Host;
use super::super::options::LevelOptions;
use super::super::place::generate::Workspace;
use super::super::place::priority::{self, RULES, Rules};
use super::super::problem::{Problem, Score};
use super::super::search::chain::{chain, reorder, walk};
use super::super::search::exact;
use super::super::search::{self, Listener, Outcome, by_start};
use super::super::trace::{Point, Trace};
use super::board::{Board, Rank};
use super::teller::{Report, Staffed, Teller};
use crate::Status;
use crate::run::Rng;
use crate::schedule::critical_path::Dates;
use crate::sort::Arrange;

/// Choices of people up to which all of them are enumerated.
const MOST_TEAMS: u64 = 5_000;
/// Exchanges that are leveled by themselves in a round.
const DEEPER: usize = 6;
/// Rounds of single exchanges.
const ROUNDS: usize = 12;
/// Exchanges times tasks up to which it is worked out what each exchange saves.
const SAVINGS_MOST: usize = 5_000_000;
/// Changes without success after which the local search is shaken.
const PATIENCE: u32 = 400;

struct Best {
    rank: Rank,
    modes: Vec<u16>,
    dates: Dates,
    found_by: String,
}

struct Search<'b, 'c, 'r> {
    board: &'b mut Board<'c>,
    options: &'b LevelOptions,
    teller: Teller<'b, 'r>,
    work: Workspace,
    best: Best,
    /// Most assignments that may be exchanged.
    most: u32,
    /// A list of the first priority rule.
    rule: Vec<u32>,
}

/// Searches for the best plan and the best people for it.
pub(crate) fn run(
    board: &mut Board<'_>,
    options: &LevelOptions,
    host: &mut dyn Host,
    report: Report<'_>,
) -> Staffed {
    let size = board.with(|problem| problem.network.order.len().max(1)) as u64;
    // As many steps for the people given as without alternatives, and as many for others.
    let budget = options.steps.unwrap_or((4_000_000 / size).clamp(20, 20_000) * 2).max(1);
    let least = board.least();
    let bounds = pool::bounds(board, least.as_ref());
    let work = board.with(Workspace::new);
    let bound = board.with(|problem| problem.shown_parts(&bounds.parts(problem)));
    let teller = Teller {
        host,
        report,
        budget,
        steps: 0,
        bound,
        bounds,
        objective: None,
        score: None,
        modes: board.modes().to_vec(),
        least,
        is_overloaded: board.with(|problem| problem.base_overload > 0),
        stopped: false,
        trace: Trace::default(),
    };
    let (dates, score, rule) = board.with(|problem| {
        let keys = Rules::new(problem).keys(problem, RULES[0]);
        let dates = problem.early.clone();
        (dates.clone(), problem.full_score(&dates, i64::MAX / 4), priority::list(problem, &keys))
    });
    let rank = Rank { breaks: true, score, exchanged: u32::MAX, extra: i64::MAX };
    let best = Best { rank, modes: board.modes().to_vec(), dates, found_by: "precedence".to_owned() };
    let most = options.reassign.unwrap_or(u32::MAX);
    let mut search = Search { board, options, teller, work, best, most, rule };
    search.all();
    search.finish()
}

impl Search<'_, '_, '_> {
    fn all(&mut self) {
        self.stage((self.teller.budget / 2).max(1), None);
        if self.done() || self.most == 0 {
            return;
        }
        self.raise();
        if self.done() {
            return;
        }
        for _ in 0..ROUNDS {
            let rest = self.teller.budget - self.teller.steps;
            if self.done() || !self.round(rest / 4) {
                break;
            }
        }
        // The objective cannot be better, and it takes one exchange: every other one was tried.
        let is_settled = self.best.rank.exchanged <= 1 && self.is_bounded();
        // Lists make plans in which everything is early; other goals are served by the stages alone.
        let regular = |problem: &Problem<'_>| problem.has_regular_goals();
        if !is_settled && self.board.with(regular) {
            self.greedy();
            if !self.done() && !self.exhaust() {
                self.improve();
            }
        }
        self.give_back();
    }

    /// Raises the bounds by what pools of people must do.
    fn raise(&mut self) {
        if self.best.rank.score[0] > 0 {
            return;
        }
        let teller = &mut self.teller;
        pool::energy(self.board, teller.least.as_ref(), &self.best.dates, &mut teller.bounds);
        let bounds = &teller.bounds;
        teller.bound = self.board.with(|problem| problem.shown_parts(&bounds.parts(problem)));
    }

    fn done(&mut self) -> bool {
        self.teller.stopped
            || self.teller.steps >= self.teller.budget
            || self.is_optimal()
            || self.is_enough()
    }

    /// Whether the gap that the host asked for is reached.
    fn is_enough(&mut self) -> bool {
        let (rank, bounds) = (self.best.rank, &self.teller.bounds);
        !rank.breaks && self.board.with(|problem| bounds.enough(problem, &rank.score))
    }

    /// Whether no plan is better and nobody is exchanged for it.
    fn is_optimal(&mut self) -> bool {
        self.best.rank.exchanged == 0 && self.is_bounded()
    }

    /// Whether no plan has a better objective.
    fn is_bounded(&mut self) -> bool {
        let rank = self.best.rank;
        let bounds = &self.teller.bounds;
        !rank.breaks && self.board.with(|problem| bounds.reached(problem, &rank.score))
    }

    /// Counts and ranks the schedule in the workspace, and keeps it if it is the best.
    fn step(&mut self, name: &str) -> Rank {
        self.teller.steps += 1;
        let rank = self.board.rank(&self.work);
        if rank < self.best.rank && rank.exchanged <= self.most {
            self.keep(rank, self.work.dates.clone(), name);
        }
        let interval = (20_000 / self.work.dates.start.len().max(1) as u64).max(1);
        if self.teller.steps.is_multiple_of(interval) {
            let objective = self.teller.objective.clone().unwrap_or_default();
            let _ = self.teller.tell(self.teller.steps, &objective);
        }
        rank
    }

    fn keep(&mut self, rank: Rank, dates: Dates, name: &str) {
        self.best = Best { rank, modes: self.board.modes().to_vec(), dates, found_by: name.to_owned() };
        self.teller.modes.clone_from(&self.best.modes);
        let bounds = &self.teller.bounds;
        let (objective, bound) =
            self.board.with(|problem| (problem.shown_parts(&rank.score[1..]), bounds.parts(problem)));
        let found_by = name.to_owned();
        self.teller.trace.add(Point { step: self.teller.steps, score: rank.score, bound, found_by });
        let (best, bounds, trace) = (&self.best, self.teller.bounds.clone(), self.teller.trace.clone());
        self.teller.best(&|| Outcome {
            dates: best.dates.clone(),
            score: rank.score,
            bounds: bounds.clone(),
            status: Status::Stopped,
            steps: 0,
            found_by: best.found_by.clone(),
            trace: trace.clone(),
        });
        self.teller.score = Some(rank.score);
        self.teller.objective = Some(objective);
    }

    /// Decodes a list with the people as they are.
    fn list(&mut self, list: &[u32], name: &str) -> Rank {
        let work = &mut self.work;
        self.board.with(|problem| work.serial(problem, list));
        self.step(name)
    }

    /// The list that makes some dates.
    fn list_of(&mut self, dates: &Dates) -> Vec<u32> {
        self.board.with(|problem| by_start(problem, dates))
    }

    /// Levels with the people as they are, in so many steps; whether that gave a better plan.
    fn stage(&mut self, steps: u64, name: Option<&str>) -> bool {
        let steps = steps.min(self.teller.budget - self.teller.steps);
        if steps == 0 {
            return false;
        }
        self.board.refresh();
        self.teller.modes = self.board.modes().to_vec();
        let options = LevelOptions { steps: Some(steps), ..self.options.clone() };
        let teller = &mut self.teller;
        let outcome = self.board.with(|problem| search::run(problem, &options, teller));
        let (best, bounds) = (self.best.rank.score, &self.teller.bounds);
        let bound = self.board.with(|problem| bounds.parts(problem));
        for point in outcome.trace.0.into_iter().filter(|point| point.score < best) {
            let step = self.teller.steps + point.step;
            self.teller.trace.add(Point { step, bound: bound.clone(), ..point });
        }
        self.teller.steps += outcome.steps;
        let rank = self.board.rank_of(outcome.score, &outcome.dates);
        let better = rank < self.best.rank;
        if better {
            self.keep(rank, outcome.dates, name.unwrap_or(&outcome.found_by));
        }
        better
    }

    /// Tries every single exchange from the best plan on, then levels with the most promising ones; whether that
    /// gave a better plan.
    fn round(&mut self, steps: u64) -> bool {
        let modes = self.best.modes.clone();
        self.board.take(&modes);
        let dates = self.best.dates.clone();
        let list = self.list_of(&dates);
        let before = self.best.rank;
        let mut found: Vec<(Rank, usize, u16)> = Vec::new();
        for (choice, mode) in self.exchanges(&dates, steps / 4) {
            let was = self.board.modes()[choice];
            self.board.switch(choice, mode);
            let rank = self.list(&list, "exchange");
            let rule = std::mem::take(&mut self.rule);
            let rank = rank.min(self.list(&rule, "exchange"));
            self.rule = rule;
            self.board.switch(choice, was);
            found.push((rank, choice, mode));
            if self.done() {
                return false;
            }
        }
        found.arrange();
        for &(_, choice, mode) in found.iter().take(DEEPER) {
            if self.done() {
                break;
            }
            self.board.take(&modes);
            self.board.switch(choice, mode);
            self.stage(steps / 2 / DEEPER as u64, Some("exchange"));
        }
        self.best.rank < before
    }

    /// At most so many exchanges from the people as they are, those on the chain that makes something late first.
    fn exchanges(&mut self, dates: &Dates, most: u64) -> Vec<(usize, u16)> {
        let chain = self.board.with(|problem| chain(problem, dates));
        let all = self.board.choices.list.len();
        let mut seen = vec![false; all];
        let on_chain: Vec<usize> = chain.iter().filter_map(|node| self.board.choice_of(*node)).collect();
        let mut found = Vec::new();
        for choice in on_chain.into_iter().chain(0..all) {
            if std::mem::replace(&mut seen[choice], true) {
                continue;
            }
            let now = self.board.modes()[choice];
            for mode in 0..self.board.choices.list[choice].modes.len() as u16 {
                if found.len() as u64 >= most.max(1) {
                    return found;
                }
                if mode != now && self.board.exchanged_with(choice, mode) <= self.most {
                    found.push((choice, mode));
                }
            }
        }
        found
    }

    /// Generations that give each task to those with whom it is finished first.
    fn greedy(&mut self) {
        let dates = self.best.dates.clone();
        for list in [self.list_of(&dates), self.rule.clone()] {
            if self.done() {
                return;
            }
            self.board.generate(&mut self.work, &list, self.most);
            self.step("first-finish");
        }
    }

    /// Every choice of people, every order, if there are few; whether all of it was looked through.
    fn exhaust(&mut self) -> bool {
        let sizes: Vec<u64> =
            self.board.choices.list.iter().map(|choice| choice.modes.len() as u64).collect();
        let teams =
            sizes.iter().try_fold(1u64, |all, size| all.checked_mul(*size).filter(|all| *all <= MOST_TEAMS));
        let Some(teams) = teams else { return false };
        let mut nodes = 0;
        // Few exchanges first: a plan that is no better with more is not taken.
        let mut all: Vec<(u32, u64)> = (0..teams).map(|team| (self.take_team(team, &sizes), team)).collect();
        all.retain(|(exchanged, _)| *exchanged <= self.most);
        all.arrange();
        for (_, team) in all {
            self.take_team(team, &sizes);
            if self.done() && self.best.rank.exchanged == 0 {
                return true;
            }
            self.board.refresh();
            let (score, dates) = (self.best.rank.score, self.best.dates.clone());
            let budget = self.teller.budget.saturating_sub(self.teller.steps).max(1);
            let skip = self.board.with(|problem| problem.score(&problem.early, 0) >= score);
            if skip && !self.best.rank.breaks {
                continue;
            }
            let objective = self.teller.objective.clone().unwrap_or_default();
            let begun = self.teller.steps;
            let teller = &mut self.teller;
            let mut poll = |nodes: u64| teller.tell(begun + nodes, &objective).is_break();
            let found = self.board.with(|problem| exact::search(problem, score, &dates, budget, &mut poll));
            let Some(found) = found else { return false };
            nodes += found.nodes;
            self.teller.steps += found.nodes;
            if let Some((score, dates)) = found.better {
                let rank = self.board.rank_of(score, &dates);
                if rank < self.best.rank {
                    self.keep(rank, dates, "complete-enumeration");
                }
            }
            if !found.complete || self.teller.stopped {
                return false;
            }
        }
        let (score, nodes) = (self.best.rank.score, nodes.max(1));
        let bounds = &mut self.teller.bounds;
        self.board.with(|problem| bounds.exhaust(problem, &score, nodes));
        true
    }

    /// Takes the people of a number; how many assignments that exchanges.
    fn take_team(&mut self, mut team: u64, sizes: &[u64]) -> u32 {
        let mut modes = Vec::with_capacity(sizes.len());
        for size in sizes {
            modes.push((team % size) as u16);
            team /= size;
        }
        self.board.take(&modes);
        (0..modes.len()).map(|choice| self.board.exchanges(choice, modes[choice])).sum()
    }

    /// Local search over people and order together.
    fn improve(&mut self) {
        let mut rng = Rng::new(self.options.seed);
        let mut here = self.best.rank;
        let mut modes = self.best.modes.clone();
        let mut dates = self.best.dates.clone();
        self.board.take(&modes);
        let mut list = self.list_of(&dates);
        // Changes since the last better plan from here, and in all.
        let (mut stale, mut calm) = (0, 0);
        let mut best = self.best.rank;
        while !self.done() {
            let mut next = list.clone();
            let kicks = if stale > PATIENCE { 4 } else { 1 };
            for _ in 0..kicks {
                self.change(&dates, &mut next, &mut rng);
            }
            let rank = self.list(&next, "exchange-search");
            if (rank <= here || kicks > 1) && rank.exchanged <= self.most {
                stale = if rank < here || kicks > 1 { 0 } else { stale + 1 };
                here = rank;
                list = next;
                modes.copy_from_slice(self.board.modes());
                dates.clone_from(&self.work.dates);
            } else {
                stale += 1;
                self.board.take(&modes);
            }
            calm = if self.best.rank < best { 0 } else { calm + 1 };
            best = self.best.rank;
            if calm > 4 * PATIENCE && self.is_bounded() {
                break;
            }
            if stale == PATIENCE && rng.below(2) == 0 {
                here = self.best.rank;
                modes.copy_from_slice(&self.best.modes);
                dates.clone_from(&self.best.dates);
                self.board.take(&modes);
                list = self.list_of(&dates);
            }
        }
    }

    /// One change: other people for a task on the chain that makes something late, two tasks that exchange their
    /// people, or a task that goes before one that holds it up.
    fn change(&mut self, dates: &Dates, list: &mut [u32], rng: &mut Rng) {
        let chain = self.board.with(|problem| walk(problem, dates, rng));
        let choices: Vec<usize> = chain.iter().filter_map(|node| self.board.choice_of(*node)).collect();
        let draw = rng.below(4);
        if draw == 0 || choices.is_empty() {
            self.board.with(|problem| reorder(problem, &chain, list, rng));
            return;
        }
        let all = self.board.choices.list.len() as u32;
        let one = if rng.below(8) == 0 {
            rng.below(all) as usize
        } else {
            choices[rng.below(choices.len() as u32) as usize]
        };
        let modes = self.board.choices.list[one].modes.len() as u32;
        let mode = rng.below(modes) as u16;
        if draw == 1 {
            self.cross(one, rng);
            return;
        }
        // Another exchange is taken back where there are as many as there may be.
        if self.board.exchanged_with(one, mode) > self.most {
            let taken: Vec<usize> = (0..all as usize)
                .filter(|choice| *choice != one && self.board.modes()[*choice] > 0)
                .collect();
            if let Some(back) = taken.get(rng.below(taken.len() as u32) as usize) {
                self.board.switch(*back, 0);
            }
        }
        if self.board.exchanged_with(one, mode) <= self.most {
            self.board.switch(one, mode);
        }
    }

    /// Two tasks exchange their people, if there are two that can.
    fn cross(&mut self, one: usize, rng: &mut Rng) {
        let choices = self.board.choices;
        let who = |choice: usize, mode: u16| {
            choices.list[choice].modes[mode as usize].uses.first().map(|one| one.resource)
        };
        let now = self.board.modes().to_vec();
        let mine = who(one, now[one]);
        let all = choices.list.len();
        let from = rng.below(all as u32) as usize;
        for other in (0..all).map(|step| (from + step) % all).filter(|other| *other != one).take(64) {
            let theirs = who(other, now[other]);
            if mine == theirs {
                continue;
            }
            let find = |choice: usize, wanted| {
                (0..choices.list[choice].modes.len() as u16).find(|mode| who(choice, *mode) == wanted)
            };
            if let (Some(a), Some(b)) = (find(one, theirs), find(other, mine)) {
                self.board.switch(one, a);
                self.board.switch(other, b);
                if self.board.modes().len() > 1 && self.board.exchanged_with(one, a) > self.most {
                    self.board.switch(one, now[one]);
                    self.board.switch(other, now[other]);
                    continue;
                }
                return;
            }
        }
    }

    /// Takes back exchanges that serve nothing, then looks for people who cost less.
    fn give_back(&mut self) {
        for choice in 0..self.best.modes.len() {
            for mode in 0..self.board.choices.list[choice].modes.len() as u16 {
                let now = self.best.modes[choice];
                let spent = self.teller.steps >= self.teller.budget + self.teller.budget / 8;
                if now == 0 || now == mode || self.teller.stopped || spent {
                    continue;
                }
                let (modes, dates) = (self.best.modes.clone(), self.best.dates.clone());
                self.board.take(&modes);
                self.board.switch(choice, mode);
                let rank = Rank {
                    score: Score::default(),
                    breaks: false,
                    ..self.board.rank_of(Score::default(), &dates)
                };
                let known = Rank { score: Score::default(), breaks: false, ..self.best.rank };
                if rank < known {
                    let list = self.list_of(&dates);
                    self.list(&list, "exchange");
                }
            }
        }
    }

    /// What is known of the best plan.
    fn finish(mut self) -> Staffed {
        let modes = self.best.modes.clone();
        self.board.take(&modes);
        let rank = self.best.rank;
        let teller = &self.teller;
        let optimal = self.board.with(|problem| teller.bounds.reached(problem, &rank.score));
        let status = match () {
            () if rank.score[0] > 0 || teller.is_overloaded => Status::Infeasible,
            () if optimal => Status::Optimal,
            () if teller.stopped => Status::Stopped,
            () => Status::Feasible,
        };
        let savings = self.savings();
        let outcome = Outcome {
            dates: self.best.dates,
            score: rank.score,
            bounds: self.teller.bounds,
            status,
            steps: self.teller.steps,
            found_by: self.best.found_by,
            trace: self.teller.trace,
        };
        Staffed { modes, outcome, savings, least: self.teller.least }
    }

    /// What each exchange saves: the plan with it taken back and the same order, less the plan.
    fn savings(&mut self) -> Vec<Vec<f64>> {
        let (modes, dates) = (self.best.modes.clone(), self.best.dates.clone());
        let list = self.list_of(&dates);
        let mut savings = vec![Vec::new(); modes.len()];
        let exchanged = modes.iter().filter(|mode| **mode > 0).count();
        if exchanged.saturating_mul(list.len()) > SAVINGS_MOST {
            return savings;
        }
        let with = self.best.rank.score;
        for choice in (0..modes.len()).filter(|choice| modes[*choice] > 0) {
            self.board.switch(choice, 0);
            let work = &mut self.work;
            savings[choice] = self.board.with(|problem| {
                work.serial(problem, &list);
                let without = problem.full_score(&work.dates, 0);
                problem.shown_differences(&without[1..], &with[1..])
            });
            self.board.switch(choice, modes[choice]);
        }
        savings
    }
}

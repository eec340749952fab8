//! The anytime search: rules, justification, complete enumeration where it is small, then parts placed anew. What
//! goals ask for that early starts do not serve is the matter of `shape`.

pub(crate) mod anneal;
pub(crate) mod chain;
pub(crate) mod chase;
pub(crate) mod eject;
pub(crate) mod exact;
pub(crate) mod improve;
pub(crate) mod lists;
pub(crate) mod neighborhood;
pub(crate) mod shape;

use std::ops::ControlFlow;

use super::bound::{self, Bounds};
use super::options::LevelOptions;
use super::place::generate::{Workspace, list_by};
use super::place::priority::{self, RULES, Rules};
use super::problem::Problem;
use super::problem::goal::Score;
use super::trace::{Point, Trace};
use crate::schedule::critical_path::Dates;
use crate::{Progress, Status};

/// Tasks up to which parallel generation, quadratic in the width of the plan, is tried.
const PARALLEL_MOST: usize = 2_000;

/// The best plan found.
pub(crate) struct Outcome {
    pub(crate) dates: Dates,
    pub(crate) score: Score,
    pub(crate) bounds: Bounds,
    pub(crate) status: Status,
    pub(crate) steps: u64,
    pub(crate) found_by: String,
    pub(crate) trace: Trace,
}

/// Who listens to the search.
pub(crate) trait Listener {
    /// Called at steady intervals of work and whenever the best plan improves.
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()>;

    /// Offers the best plan so far; whether it was taken.
    fn best(&mut self, outcome: &dyn Fn() -> Outcome) -> bool;
}

pub(crate) struct Search<'a, 'p> {
    pub(crate) problem: &'a Problem<'p>,
    listener: &'a mut dyn Listener,
    pub(crate) work: Workspace,
    pub(crate) found: Found,
    pub(crate) budget: u64,
    /// Whether lower bounds are computed.
    bounded: bool,
    /// Whether the listener has taken the best plan.
    taken: bool,
}

/// What the search knows so far.
pub(crate) struct Found {
    pub(crate) best: Option<(Score, Dates, String)>,
    bounds: Bounds,
    /// No plan has less overload beyond what the fixed nodes make.
    least_overload: i64,
    pub(crate) steps: u64,
    stopped: bool,
    trace: Trace,
}

/// Searches for the best plan.
pub(crate) fn run(problem: &Problem<'_>, options: &LevelOptions, listener: &mut dyn Listener) -> Outcome {
    let size = problem.network.order.len().max(1) as u64;
    let budget = options.steps.unwrap_or((4_000_000 / size).clamp(20, 20_000)).max(1);
    let mut search = Search {
        problem,
        listener,
        work: Workspace::new(problem),
        found: Found {
            best: None,
            bounds: Bounds::of_precedence(problem),
            least_overload: 0,
            steps: 0,
            stopped: false,
            trace: Trace::default(),
        },
        budget,
        bounded: false,
        taken: false,
    };
    search.stages(options.seed);
    search.found.outcome(problem)
}

impl Search<'_, '_> {
    /// Goals that early starts serve first, by themselves; then all.
    fn stages(&mut self, seed: u64) {
        let (first, all) = (self.problem.regular_parts(), self.problem.objective.parts.len());
        if first == 0 || first == all {
            self.all(seed);
        } else {
            let budget = self.budget;
            self.budget = budget.div_ceil(2);
            self.problem.objective.active.set(first);
            self.all(seed);
            self.problem.objective.active.set(all);
            self.budget = budget;
            if let Some((score, dates, _)) = &mut self.found.best {
                *score = self.problem.full_score(dates, score[0]);
            }
        }
        if !self.done() && !self.problem.has_regular_goals() {
            self.bound();
            if let Some((score, ..)) = &self.found.best {
                bound::tighten(self.problem, &mut self.found.bounds, score);
                self.note();
            }
            self.shape(seed);
        }
    }

    /// Lower bounds, once.
    fn bound(&mut self) {
        if let (false, Some((score, dates, _))) = (self.bounded, &self.found.best) {
            self.bounded = true;
            let exhausted = self.found.bounds.exhausted;
            self.found.bounds = Bounds { exhausted, ..bound::lower(self.problem, dates) };
            if score[0] > 0 {
                self.found.least_overload = bound::overload(self.problem);
            }
            self.note();
        }
    }

    fn all(&mut self, seed: u64) {
        let rules = Rules::new(self.problem);
        if self.problem.given.is_some() {
            self.start_from_given();
        } else {
            let keys = rules.keys(self.problem, RULES[0]);
            self.list(&priority::list(self.problem, &keys), RULES[0]);
        }
        if self.problem.movable == 0 || self.done() {
            return;
        }
        self.bound();
        if self.done() {
            return;
        }
        if self.problem.network.order.len() > PARALLEL_MOST {
            self.rules_of_many(&rules);
        } else {
            self.rules_of_few(&rules);
        }
        if !self.done() {
            self.exhaust();
        }
        if !self.done() && self.problem.has_regular_goals() {
            self.improve(rules, seed);
        }
    }

    /// A few rules, then the best plan justified: a large plan has more to gain from its parts.
    fn rules_of_many(&mut self, rules: &Rules) {
        for rule in ["value-urgency", "late-start", "least-float"] {
            if self.done() {
                return;
            }
            let keys = rules.keys(self.problem, rule);
            self.list(&priority::list(self.problem, &keys), rule);
        }
        self.chase();
        self.squeeze();
        if let Some((_, dates, name)) = self.found.best.clone() {
            self.work.dates = dates;
            self.justify(&name);
        }
    }

    /// Every rule, in serial and in parallel, each plan justified.
    fn rules_of_few(&mut self, rules: &Rules) {
        for rule in RULES {
            if self.done() {
                return;
            }
            let keys = rules.keys(self.problem, rule);
            self.list(&priority::list(self.problem, &keys), rule);
            self.justify(rule);
            if !self.done() {
                self.work.parallel(self.problem, &keys);
                self.step(rule);
                self.justify(rule);
            }
        }
    }

    /// Whether there is nothing more to do.
    pub(crate) fn done(&mut self) -> bool {
        let ends = |(score, ..): &(Score, Dates, String)| {
            self.found.ends(self.problem, score) || self.found.is_enough(self.problem)
        };
        self.found.stopped || self.found.steps >= self.budget || self.found.best.as_ref().is_some_and(ends)
    }

    /// Notes the best plan and its bounds.
    fn note(&mut self) {
        if let Some((score, dates, name)) = &self.found.best {
            let bound = self.found.bounds.parts(self.problem);
            let score = self.problem.full_score(dates, score[0]);
            self.found.trace.add(Point { step: self.found.steps, score, bound, found_by: name.clone() });
        }
    }

    /// Decodes a list; returns its score.
    pub(crate) fn list(&mut self, list: &[u32], name: &str) -> Score {
        self.work.serial(self.problem, list);
        self.step(name)
    }

    /// Counts and scores the schedule in the workspace and keeps it if it is the best.
    pub(crate) fn step(&mut self, name: &str) -> Score {
        self.found.steps += 1;
        let score = self.problem.score(&self.work.dates, self.work.overload(self.problem));
        let better = self.found.best.as_ref().is_none_or(|(best, ..)| score < *best);
        if better {
            self.keep(score, self.work.dates.clone(), name);
        }
        let interval = (20_000 / self.problem.network.order.len().max(1) as u64).max(1);
        if better || self.found.steps.is_multiple_of(interval) {
            self.poll();
        }
        score
    }

    pub(crate) fn keep(&mut self, score: Score, dates: Dates, name: &str) {
        self.found.best = Some((score, dates, name.to_owned()));
        self.taken = false;
        self.note();
    }

    pub(crate) fn poll(&mut self) {
        if !self.taken {
            let so_far = || Outcome {
                status: self.found.status(self.problem, true),
                ..self.found.outcome(self.problem)
            };
            self.taken = self.listener.best(&so_far);
        }
        let Some((score, dates, _)) = &self.found.best else { return };
        let score = self.problem.full_score(dates, score[0]);
        let progress = Progress {
            steps: self.found.steps,
            budget: self.budget,
            objective: self.problem.shown_parts(&score[1..]),
            bound: self.problem.shown_parts(&self.found.bounds.parts(self.problem)),
        };
        if self.listener.poll(&progress) == ControlFlow::Break(()) {
            self.found.stopped = true;
        }
    }

    /// To the right and back to the left until nothing improves; works on the schedule in the workspace.
    fn justify(&mut self, name: &str) {
        let mut last = self.problem.score(&self.work.dates, self.work.overload(self.problem));
        for _ in 0..8 {
            if self.done() {
                return;
            }
            self.work.justify_right(self.problem);
            let list = by_start(self.problem, &self.work.dates);
            let score = self.list(&list, name);
            if score >= last {
                return;
            }
            last = score;
        }
    }

    /// Complete enumeration of a small problem.
    fn exhaust(&mut self) {
        let Some((score, dates, _)) = self.found.best.clone() else { return };
        let (problem, begun, budget) = (self.problem, self.found.steps, self.budget - self.found.steps);
        let mut poll = |nodes: u64| {
            self.found.steps = begun + nodes;
            self.poll();
            self.found.stopped
        };
        let Some(found) = exact::search(problem, score, &dates, budget, &mut poll) else { return };
        self.found.steps = begun + found.nodes;
        if let Some((score, dates)) = found.better {
            self.keep(score, dates, "complete-enumeration");
        }
        if let (true, Some((score, ..))) = (found.complete, &self.found.best) {
            self.found.bounds.exhaust(self.problem, score, found.nodes);
            self.note();
        }
        self.poll();
    }
}

impl Found {
    /// Whether no plan is better than one with this score.
    pub(crate) fn ends(&self, problem: &Problem<'_>, score: &Score) -> bool {
        if score[0] == 0 {
            return self.bounds.reached(problem, score);
        }
        // What remains of overload must remain, and links alone make the rest no better.
        let early = problem.score(&problem.early, self.least_overload);
        *score == early
    }

    /// By how much each part of a score is above its bound.
    pub(crate) fn above(&self, problem: &Problem<'_>, score: &Score) -> Vec<i64> {
        let count = problem.active_parts().len();
        let bounds = self.bounds.parts(problem);
        score[1..].iter().zip(&bounds).take(count).map(|(value, bound)| (value - bound).max(0)).collect()
    }

    fn is_optimal(&self, problem: &Problem<'_>) -> bool {
        self.best.as_ref().is_some_and(|(score, ..)| self.bounds.reached(problem, score))
    }

    /// Whether the gap that the host asked for is reached.
    fn is_enough(&self, problem: &Problem<'_>) -> bool {
        self.best.as_ref().is_some_and(|(score, ..)| self.bounds.enough(problem, score))
    }

    fn status(&self, problem: &Problem<'_>, stopped: bool) -> Status {
        let overload = self.best.as_ref().map_or(0, |(score, ..)| score[0]);
        if overload > 0 || problem.base_overload > 0 {
            Status::Infeasible
        } else if self.is_optimal(problem) && problem.active_parts().len() == problem.objective.parts.len() {
            Status::Optimal
        } else if stopped {
            Status::Stopped
        } else {
            Status::Feasible
        }
    }

    fn outcome(&self, problem: &Problem<'_>) -> Outcome {
        let (mut score, dates, found_by) = self.best.clone().unwrap_or_else(|| {
            let early = problem.early.clone();
            (problem.score(&early, 0), early, "precedence".to_owned())
        });
        score = problem.full_score(&dates, score[0]);
        // A plan that overloads somebody can be better than every plan that does not.
        let bounds = if score[0] > 0 { Bounds::of_precedence(problem) } else { self.bounds.clone() };
        let status = self.status(problem, self.stopped);
        Outcome { dates, score, bounds, status, steps: self.steps, found_by, trace: self.trace.clone() }
    }
}

/// All nodes, predecessors first, otherwise in the order of their starts.
pub(crate) fn by_start(problem: &Problem<'_>, dates: &Dates) -> Vec<u32> {
    list_by(problem.network, |node| (dates.start[node as usize], dates.finish[node as usize]))
}

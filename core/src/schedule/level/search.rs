//! The anytime search: rules, justification, complete enumeration where it is small, local search. What goals ask
//! for that early starts do not serve is the matter of `shape`.

use std::ops::ControlFlow;

use super::bound::{self, Bounds};
use super::exact;
use super::generate::{Workspace, list_by, ranks};
use super::options::{Goal, LevelOptions};
use super::priority::{self, RULES, Rules};
use super::problem::{Problem, Score};
use super::trace::{Point, Trace};
use crate::run::Rng;
use crate::schedule::critical_path::Dates;
use crate::schedule::schedule_op::late_days;
use crate::{Progress, Status};

/// Tasks up to which parallel generation, quadratic in the width of the plan, is tried.
const PARALLEL_MOST: usize = 2_000;

/// The best plan found.
pub(super) struct Outcome {
    pub(super) dates: Dates,
    pub(super) score: Score,
    pub(super) bounds: Bounds,
    pub(super) status: Status,
    pub(super) steps: u64,
    pub(super) found_by: String,
    pub(super) trace: Trace,
}

/// Who listens to the search.
pub(super) trait Listener {
    /// Called at steady intervals of work and whenever the best plan improves.
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()>;

    /// Offers the best plan so far; whether it was taken.
    fn best(&mut self, outcome: &dyn Fn() -> Outcome) -> bool;
}

pub(super) struct Search<'a, 'p, L: Listener> {
    pub(super) problem: &'a Problem<'p>,
    listener: &'a mut L,
    pub(super) work: Workspace,
    pub(super) found: Found,
    budget: u64,
    /// Whether lower bounds are computed.
    bounded: bool,
    /// Whether the listener has taken the best plan.
    taken: bool,
}

/// What the search knows so far.
pub(super) struct Found {
    pub(super) best: Option<(Score, Dates, String)>,
    bounds: Bounds,
    steps: u64,
    stopped: bool,
    trace: Trace,
}

/// Searches for the best plan.
pub(super) fn run<L: Listener>(problem: &Problem<'_>, options: &LevelOptions, listener: &mut L) -> Outcome {
    let size = problem.network.order.len().max(1) as u64;
    let budget = options.steps.unwrap_or((4_000_000 / size).clamp(20, 20_000)).max(1);
    let mut search = Search {
        problem,
        listener,
        work: Workspace::new(problem),
        found: Found {
            best: None,
            bounds: Bounds::of_precedence(problem),
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

impl<L: Listener> Search<'_, '_, L> {
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
        if let (false, Some((_, dates, _))) = (self.bounded, &self.found.best) {
            self.bounded = true;
            let exhausted = self.found.bounds.exhausted;
            self.found.bounds = Bounds { exhausted, ..bound::lower(self.problem, dates) };
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
        for rule in RULES {
            if self.done() {
                return;
            }
            let keys = rules.keys(self.problem, rule);
            self.list(&priority::list(self.problem, &keys), rule);
            self.justify(rule);
            if self.problem.network.order.len() <= PARALLEL_MOST && !self.done() {
                self.work.parallel(self.problem, &keys);
                self.step(rule);
                self.justify(rule);
            }
        }
        if !self.done() {
            self.exhaust();
        }
        if !self.done() && self.problem.has_regular_goals() {
            self.improve(seed);
        }
    }

    /// Whether there is nothing more to do.
    pub(super) fn done(&mut self) -> bool {
        self.found.stopped
            || self.found.steps >= self.budget
            || self.is_optimal()
            || self.found.is_enough(self.problem)
    }

    fn is_optimal(&self) -> bool {
        self.found.is_optimal(self.problem)
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
    pub(super) fn list(&mut self, list: &[u32], name: &str) -> Score {
        self.work.serial(self.problem, list);
        self.step(name)
    }

    /// Counts and scores the schedule in the workspace and keeps it if it is the best.
    pub(super) fn step(&mut self, name: &str) -> Score {
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

    fn keep(&mut self, score: Score, dates: Dates, name: &str) {
        self.found.best = Some((score, dates, name.to_owned()));
        self.taken = false;
        self.note();
    }

    fn poll(&mut self) {
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
        let Some((score, dates, _)) = &self.found.best else { return };
        let Some(found) = exact::search(self.problem, *score, dates, self.budget - self.found.steps) else {
            return;
        };
        self.found.steps += found.nodes;
        if let Some((score, dates)) = found.better {
            self.keep(score, dates, "complete-enumeration");
        }
        if let (true, Some((score, ..))) = (found.complete, &self.found.best) {
            self.found.bounds.exhaust(self.problem, score, found.nodes);
            self.note();
        }
        self.poll();
    }

    /// Local search over lists: tasks on the chain that makes something late go before those that hold them up.
    fn improve(&mut self, seed: u64) {
        let problem = self.problem;
        let users = users(problem);
        let mut rng = Rng::new(seed);
        let Some((score, dates, _)) = self.found.best.clone() else { return };
        let (mut best, mut here) = (score, score);
        let mut list = by_start(problem, &dates);
        let mut dates = dates;
        let mut stale = 0u32;
        let (mut best_list, mut best_dates) = (list.clone(), dates.clone());
        while !self.done() {
            let mut next = list.clone();
            let kicks = if stale > 400 { 4 } else { 1 };
            for _ in 0..kicks {
                change(problem, &dates, &users, &mut next, &mut rng);
            }
            if stale > 400 {
                stale = 0;
            }
            let score = self.list(&next, "local-search");
            if score <= here || kicks > 1 {
                stale = if score < here { 0 } else { stale + 1 };
                here = score;
                list = next;
                dates.clone_from(&self.work.dates);
            } else {
                stale += 1;
            }
            if here < best {
                best = here;
                best_list.clone_from(&list);
                best_dates.clone_from(&dates);
            } else if stale == 400 && rng.below(2) == 0 {
                here = best;
                list.clone_from(&best_list);
                dates.clone_from(&best_dates);
            }
        }
    }
}

impl Found {
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
pub(super) fn by_start(problem: &Problem<'_>, dates: &Dates) -> Vec<u32> {
    list_by(problem.network, |node| (dates.start[node as usize], dates.finish[node as usize]))
}

/// The movable nodes that use each resource.
pub(super) fn users(problem: &Problem<'_>) -> Vec<Vec<u32>> {
    let mut users = vec![Vec::new(); problem.uses.pools.len()];
    for node in 0..problem.network.tasks as u32 {
        if !problem.fixed[node as usize] {
            for one in problem.limits(node) {
                users[one.resource as usize].push(node);
            }
        }
    }
    users
}

/// One change of a list: walk from something late (or the last task) back along what holds it, and put a
/// task before one that holds it up.
pub(super) fn change(
    problem: &Problem<'_>,
    dates: &Dates,
    users: &[Vec<u32>],
    list: &mut [u32],
    rng: &mut Rng,
) {
    let mut node = target(problem, dates, rng);
    for _ in 0..list.len() {
        let holders = holders(problem, dates, users, node);
        if !holders.is_empty() {
            let holder = holders[rng.below(holders.len() as u32) as usize];
            if rng.below(3) > 0 && before(problem, list, node, holder) {
                return;
            }
            if rng.below(4) == 0 {
                node = holder;
                continue;
            }
        }
        let edges = problem.network.edges_in(node);
        let driving: Vec<u32> =
            edges.iter().filter(|edge| problem.network.drives(edge, dates)).map(|edge| edge.from).collect();
        match (driving.is_empty(), holders.is_empty()) {
            (true, true) => break,
            (true, false) => node = holders[rng.below(holders.len() as u32) as usize],
            (false, _) => node = driving[rng.below(driving.len() as u32) as usize],
        }
    }
    // Nothing on the chain to change: two tasks of one resource change places.
    let busy: Vec<&Vec<u32>> = users.iter().filter(|users| users.len() > 1).collect();
    if busy.is_empty() {
        return;
    }
    let users = busy[rng.below(busy.len() as u32) as usize];
    let a = users[rng.below(users.len() as u32) as usize];
    let b = users[rng.below(users.len() as u32) as usize];
    let (first, second) = if dates.start[a as usize] <= dates.start[b as usize] { (a, b) } else { (b, a) };
    if first != second {
        before(problem, list, second, first);
    }
}

/// Something late, by its weighted lateness; if nothing is late or tardiness is not the first goal, a task that
/// finishes last.
pub(super) fn target(problem: &Problem<'_>, dates: &Dates, rng: &mut Rng) -> u32 {
    if problem.goals.contains(&Goal::Tardiness) && (problem.goals[0] == Goal::Tardiness || rng.below(2) == 0)
    {
        let lateness = |due: &super::problem::Due| {
            u64::from(late_days(dates.finish[due.node as usize], due.deadline))
                .saturating_mul((due.weight / 1000 + 1) as u64)
        };
        let total: u64 = problem.due.iter().map(lateness).sum();
        if total > 0 {
            let mut draw = rng.below64(total);
            for due in &problem.due {
                let share = lateness(due);
                if draw < share {
                    return due.node;
                }
                draw -= share;
            }
        }
    }
    let end = problem.network.last_finish(dates);
    let last = (0..problem.network.tasks as u32)
        .find(|node| dates.finish[*node as usize] == end && problem.network.is_leaf(*node));
    last.unwrap_or(0)
}

/// The movable tasks that lie on a resource of the node in the time in which the node waits for it.
pub(super) fn holders(problem: &Problem<'_>, dates: &Dates, users: &[Vec<u32>], node: u32) -> Vec<u32> {
    let at = node as usize;
    if problem.fixed[at] || problem.limits(node).next().is_none() {
        return Vec::new();
    }
    let (free, _) = problem.network.early(node, dates, problem.floor[at]);
    if free >= dates.start[at] {
        return Vec::new();
    }
    let mut holders = Vec::new();
    for one in problem.limits(node) {
        for &other in &users[one.resource as usize] {
            if other != node
                && dates.start[other as usize] < dates.finish[at]
                && dates.finish[other as usize] > free
                && dates.start[other as usize] < dates.start[at]
            {
                holders.push(other);
            }
        }
    }
    holders
}

/// Moves a node, with those of its predecessors that come between, before another. Not possible if the other
/// is one of them.
pub(super) fn before(problem: &Problem<'_>, list: &mut [u32], node: u32, other: u32) -> bool {
    let network = problem.network;
    let rank = ranks(list, network.nodes.len());
    let (from, to) = (rank[other as usize] as usize, rank[node as usize] as usize);
    if from >= to {
        return false;
    }
    let mut moved = vec![false; to - from + 1];
    moved[to - from] = true;
    for position in (from..to).rev() {
        let ahead = network.edges_out(list[position]).any(|edge| {
            let successor = rank[edge.to as usize] as usize;
            successor <= to && moved[successor - from]
        });
        moved[position - from] = ahead;
    }
    if moved[0] {
        return false;
    }
    let window: Vec<u32> = list[from..=to].to_vec();
    let ahead = window.iter().zip(&moved).filter(|(_, moved)| **moved);
    let behind = window.iter().zip(&moved).filter(|(_, moved)| !**moved);
    for (slot, (node, _)) in list[from..=to].iter_mut().zip(ahead.chain(behind)) {
        *slot = *node;
    }
    true
}

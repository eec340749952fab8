//! The anytime search: rules, justification, complete enumeration where it is small, local search.

use std::ops::ControlFlow;

use super::bound::{self, Bounds, Reason};
use super::exact;
use super::generate::{Workspace, list_by, ranks};
use super::options::{Goal, LevelOptions};
use super::priority::{self, RULES, Rules};
use super::problem::{Problem, Score};
use crate::run::Rng;
use crate::schedule::critical_path::Dates;
use crate::schedule::schedule_op::late_days;
use crate::{Control, Progress, Status};

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
}

struct Search<'a, 'p, C: Control> {
    problem: &'a Problem<'p>,
    control: &'a mut C,
    work: Workspace,
    best: Option<(Score, Dates, String)>,
    bounds: Bounds,
    steps: u64,
    budget: u64,
    stopped: bool,
}

/// Searches for the best plan.
pub(super) fn run<C: Control>(problem: &Problem<'_>, options: &LevelOptions, control: &mut C) -> Outcome {
    let size = problem.network.order.len().max(1) as u64;
    let budget = options.steps.unwrap_or((4_000_000 / size).clamp(20, 20_000)).max(1);
    let mut search = Search {
        problem,
        control,
        work: Workspace::new(problem),
        best: None,
        bounds: Bounds::of_precedence(problem),
        steps: 0,
        budget,
        stopped: false,
    };
    search.all(options.seed);
    search.outcome()
}

impl<C: Control> Search<'_, '_, C> {
    fn all(&mut self, seed: u64) {
        let rules = Rules::new(self.problem);
        let keys = rules.keys(self.problem, RULES[0]);
        self.list(&priority::list(self.problem, &keys), RULES[0]);
        if self.problem.movable == 0 || self.done() {
            return;
        }
        if let Some((_, dates, _)) = &self.best {
            self.bounds = bound::lower(self.problem, dates);
        }
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
        if !self.done() {
            self.improve(seed);
        }
    }

    /// Whether there is nothing more to do.
    fn done(&mut self) -> bool {
        self.stopped || self.steps >= self.budget || self.is_optimal()
    }

    fn is_optimal(&self) -> bool {
        self.best.as_ref().is_some_and(|(score, ..)| self.bounds.reached(self.problem, score))
    }

    /// Decodes a list; returns its score.
    fn list(&mut self, list: &[u32], name: &str) -> Score {
        self.work.serial(self.problem, list);
        self.step(name)
    }

    /// Counts and scores the schedule in the workspace and keeps it if it is the best.
    fn step(&mut self, name: &str) -> Score {
        self.steps += 1;
        let score = self.problem.score(&self.work.dates, self.work.overload(self.problem));
        let better = self.best.as_ref().is_none_or(|(best, ..)| score < *best);
        if better {
            self.best = Some((score, self.work.dates.clone(), name.to_owned()));
        }
        let interval = (20_000 / self.problem.network.order.len().max(1) as u64).max(1);
        if better || self.steps.is_multiple_of(interval) {
            self.poll();
        }
        score
    }

    fn poll(&mut self) {
        let Some((score, ..)) = &self.best else { return };
        let goals = || self.problem.goals.iter();
        let progress = Progress {
            steps: self.steps,
            budget: self.budget,
            objective: goals()
                .zip(&score[1..])
                .map(|(goal, value)| self.problem.shown(*goal, *value))
                .collect(),
            bound: goals().map(|goal| self.problem.shown(*goal, self.bounds.of(*goal))).collect(),
        };
        if self.control.poll(&progress) == ControlFlow::Break(()) {
            self.stopped = true;
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
        let Some((score, dates, _)) = &self.best else { return };
        let Some(found) = exact::search(self.problem, *score, dates, self.budget - self.steps) else {
            return;
        };
        self.steps += found.nodes;
        if let Some((score, dates)) = found.better {
            self.best = Some((score, dates, "complete-enumeration".to_owned()));
        }
        if let (true, Some((score, ..))) = (found.complete, &self.best) {
            self.bounds = Bounds::exhausted(self.problem, score, found.nodes);
        }
        self.poll();
    }

    /// Local search over lists: tasks on the chain that makes something late go before those that hold them up.
    fn improve(&mut self, seed: u64) {
        let problem = self.problem;
        let users = users(problem);
        let mut rng = Rng::new(seed);
        let Some((score, dates, _)) = self.best.clone() else { return };
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

    fn outcome(self) -> Outcome {
        let optimal = self.is_optimal();
        let (score, dates, found_by) = self.best.unwrap_or_else(|| {
            let early = self.problem.early.clone();
            (self.problem.score(&early, 0), early, "precedence".to_owned())
        });
        let status = if score[0] > 0 || self.problem.base_overload > 0 {
            Status::Infeasible
        } else if optimal {
            Status::Optimal
        } else if self.stopped {
            Status::Stopped
        } else {
            Status::Feasible
        };
        // A plan that overloads somebody can be better than every plan that does not.
        let bounds = if score[0] > 0 { Bounds::of_precedence(self.problem) } else { self.bounds };
        Outcome { dates, score, bounds, status, steps: self.steps, found_by }
    }
}

impl Bounds {
    /// Whether a score cannot be improved.
    fn reached(&self, problem: &Problem<'_>, score: &Score) -> bool {
        score[0] == 0 && problem.goals.iter().zip(&score[1..]).all(|(goal, value)| *value <= self.of(*goal))
    }

    /// The bound of a goal.
    pub(super) fn of(&self, goal: Goal) -> i64 {
        match goal {
            Goal::Tardiness => self.tardiness,
            Goal::Finish => self.finish,
        }
    }

    /// What the bound of a goal rests on.
    pub(super) fn reason(&self, goal: Goal) -> &Reason {
        match goal {
            Goal::Tardiness => &self.tardiness_reason,
            Goal::Finish => &self.finish_reason,
        }
    }
}

/// All nodes, predecessors first, otherwise in the order of their starts.
pub(super) fn by_start(problem: &Problem<'_>, dates: &Dates) -> Vec<u32> {
    list_by(problem.network, |node| (dates.start[node as usize], dates.finish[node as usize]))
}

/// The movable nodes that use each resource.
fn users(problem: &Problem<'_>) -> Vec<Vec<u32>> {
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
fn change(problem: &Problem<'_>, dates: &Dates, users: &[Vec<u32>], list: &mut [u32], rng: &mut Rng) {
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
fn target(problem: &Problem<'_>, dates: &Dates, rng: &mut Rng) -> u32 {
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
fn holders(problem: &Problem<'_>, dates: &Dates, users: &[Vec<u32>], node: u32) -> Vec<u32> {
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
fn before(problem: &Problem<'_>, list: &mut [u32], node: u32, other: u32) -> bool {
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

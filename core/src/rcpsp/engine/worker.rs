//! One thread's share of the search: evolution, proof from above and from below, in turns counted in steps.

use super::evolve::Evolution;
use super::lcg::{Lit, Solver, Verdict};
use super::model::Model;
use super::neighbor::Neighbors;

/// Schedules before the first proof is tried.
const FIRST_SCHEDULES: u64 = 400;
/// Activities scheduled after which a proof that is not near is given less.
const LONG_ACTIVITIES: u64 = 20_000_000;
/// One bound raised by a proof costs about as much as the schedule of so many activities.
const WORK_ACTIVITIES: u64 = 8;

/// What all workers know.
#[derive(Debug, Clone)]
pub(super) struct Board {
    pub(super) start: Vec<i32>,
    pub(super) makespan: i32,
    pub(super) bound: i32,
    pub(super) found_by: &'static str,
    /// Nogoods of the refutation that gave the bound, if it came from one.
    pub(super) refuted: Option<Vec<Vec<Lit>>>,
}

impl Board {
    pub(super) fn offer(&mut self, start: &[i32], makespan: i32, found_by: &'static str) {
        if makespan < self.makespan {
            self.start = start.to_vec();
            self.makespan = makespan;
            self.found_by = found_by;
        }
    }

    pub(super) fn raise(&mut self, bound: i32, log: Option<Vec<Vec<Lit>>>) {
        if bound > self.bound {
            self.bound = bound;
            self.refuted = Some(log.unwrap_or_default());
        }
    }

    pub(super) fn closed(&self) -> bool {
        self.bound >= self.makespan
    }
}

/// A worker.
#[derive(Debug)]
pub(super) struct Worker<'m> {
    model: &'m Model,
    pub(super) board: Board,
    evolution: Evolution,
    neighbors: Neighbors,
    /// The proof that nothing ends before the best schedule does, with its target.
    above: Option<(Solver<'m>, i32)>,
    /// The proof that nothing ends by the bound, with its target.
    below: Option<(Solver<'m>, i32)>,
    number: u64,
    proof: bool,
    pub(super) steps: u64,
    /// Steps given to each: evolution, above, below, neighbors.
    spent: [u64; 4],
    /// Schedules at the last improvement of the evolution.
    fresh: u64,
}

impl<'m> Worker<'m> {
    pub(super) fn new(model: &'m Model, board: &Board, seed: u64, number: u64, proof: bool) -> Self {
        let own = seed.wrapping_add(number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut worker = Self {
            model,
            board: board.clone(),
            evolution: Evolution::new(model, own),
            neighbors: Neighbors::new(model, own),
            above: None,
            below: None,
            number,
            proof,
            steps: 0,
            spent: [0; 4],
            fresh: 0,
        };
        worker.take_evolved();
        worker
    }

    /// Takes what the others know.
    pub(super) fn meet(&mut self, board: &Board) {
        if board.makespan < self.board.makespan {
            self.evolution.add(&board.start);
            self.board.offer(&board.start, board.makespan, board.found_by);
        }
        if board.bound > self.board.bound {
            self.board.bound = board.bound;
            self.board.refuted.clone_from(&board.refuted);
        }
    }

    /// Works for about so many steps.
    pub(super) fn run(&mut self, steps: u64) {
        let until = self.steps + steps;
        while self.steps < until && !self.board.closed() {
            let before = self.steps;
            let slice = (until - self.steps).min(self.slice());
            match self.turn() {
                0 => self.evolve(slice),
                1 => self.prove_above(slice),
                2 => self.prove_below(slice),
                _ => self.repair(slice),
            }
            self.steps = self.steps.max(before + 1);
        }
    }

    /// Steps of one turn.
    fn slice(&self) -> u64 {
        (60_000 / self.model.count.max(1) as u64).max(1)
    }

    /// Whose turn it is: the one furthest behind its share.
    fn turn(&self) -> usize {
        if self.evolution.schedules < FIRST_SCHEDULES || !self.model.can_prove(self.board.makespan) {
            return 0;
        }
        // Evolution has most of the time while it goes on to find better schedules, and where the bound is so far away
        // that a proof is out of reach.
        let stale = self.evolution.schedules > 2 * self.fresh + 20_000;
        let gap = self.board.makespan - self.board.bound;
        let tried = self.steps > LONG_ACTIVITIES / self.model.count.max(1) as u64;
        let far = gap > self.board.bound / if tried { 25 } else { 13 };
        let shares: [u64; 4] = match (far, stale, self.number % 2) {
            (true, false, _) => [88, 4, 4, 4],
            (true, true, _) => [76, 8, 6, 10],
            (false, false, 0) => [60, 20, 15, 5],
            (false, false, _) => [70, 20, 5, 5],
            (false, true, 0) => [20, 50, 20, 10],
            (false, true, _) => [40, 40, 10, 10],
        };
        (0..4).min_by_key(|turn| self.spent[*turn] * 1000 / shares[*turn]).unwrap_or(0)
    }

    fn charge(&mut self, turn: usize, steps: u64) {
        self.steps += steps;
        self.spent[turn] += steps;
    }

    fn take_evolved(&mut self) {
        if self.evolution.best.1 < self.board.makespan {
            let (start, makespan) = self.evolution.best.clone();
            self.fresh = self.evolution.schedules;
            self.board.offer(&start, makespan, "evolution");
        }
    }

    fn evolve(&mut self, slice: u64) {
        let before = self.evolution.schedules;
        while self.evolution.schedules - before < slice && self.evolution.best.1 > self.board.bound {
            self.evolution.step();
        }
        self.charge(0, self.evolution.schedules - before);
        self.take_evolved();
    }

    fn work_of(&self, steps: u64) -> u64 {
        (steps * self.model.count as u64 / WORK_ACTIVITIES).max(100)
    }

    fn steps_of(&self, work: u64) -> u64 {
        (work * WORK_ACTIVITIES / self.model.count.max(1) as u64).max(1)
    }

    fn prove_above(&mut self, slice: u64) {
        let target = self.board.makespan - 1;
        let (mut solver, had) = self.above.take().unwrap_or_else(|| {
            // Half of the workers look for schedules like the best one, the others for early starts.
            let guide = (self.number % 2 == 1).then_some(&self.board.start[..]);
            let mut solver = Solver::new(self.model, target, guide);
            solver.log = self.proof.then(Vec::new);
            (solver, target)
        });
        if target < had {
            solver.tighten(target);
            if self.number % 2 == 1 {
                solver.guide(&self.board.start);
            }
        }
        let before = solver.work;
        let verdict = solver.solve(self.work_of(slice));
        self.charge(1, self.steps_of(solver.work - before));
        match verdict {
            Verdict::Refuted => self.board.raise(target + 1, solver.log.take()),
            Verdict::Found => {
                let start = std::mem::take(&mut solver.solution);
                let makespan = self.model.makespan(&start);
                self.found(&start, makespan, "proof");
                self.above = Some((solver, target));
            }
            Verdict::Open => self.above = Some((solver, target)),
        }
    }

    fn prove_below(&mut self, slice: u64) {
        let target = self.board.bound;
        let kept = self.below.take().filter(|(_, had)| *had == target);
        let (mut solver, _) = kept.unwrap_or_else(|| {
            let mut solver = Solver::new(self.model, target, None);
            solver.log = self.proof.then(Vec::new);
            (solver, target)
        });
        let before = solver.work;
        let verdict = solver.solve(self.work_of(slice));
        self.charge(2, self.steps_of(solver.work - before));
        match verdict {
            Verdict::Refuted => self.board.raise(target + 1, solver.log.take()),
            Verdict::Found => {
                let start = std::mem::take(&mut solver.solution);
                let makespan = self.model.makespan(&start);
                self.found(&start, makespan, "bound");
            }
            Verdict::Open => self.below = Some((solver, target)),
        }
    }

    fn repair(&mut self, slice: u64) {
        let before = self.neighbors.work;
        let effort = self.work_of(slice);
        while self.neighbors.work - before < effort {
            let found =
                self.neighbors.step(self.model, &self.board.start, self.board.makespan, effort.max(3_000));
            if let Some(start) = found {
                let makespan = self.model.makespan(&start);
                self.found(&start, makespan, "neighborhood");
                break;
            }
        }
        self.charge(3, self.steps_of(self.neighbors.work - before));
    }

    fn found(&mut self, start: &[i32], makespan: i32, by: &'static str) {
        if makespan < self.board.makespan {
            self.board.offer(start, makespan, by);
            self.evolution.add(start);
            self.take_evolved();
        }
    }
}

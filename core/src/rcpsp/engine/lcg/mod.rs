//! Proof and repair: lazy clause generation for the question "is there a schedule that ends by then?"
//!
//! Starts have bounds; a literal is a bound of one start. Propagation raises bounds and remembers why; a conflict is
//! traced back through the reasons to a nogood, literals that cannot all hold, which prunes from then on
//! (A. Schutt, T. Feydy, P. Stuckey, M. Wallace, *Explaining the cumulative propagator*, Constraints 16, 2011).
//!
//! | file | holds |
//! |---|---|
//! | `trail` | bounds, their history, literals |
//! | `propagate` | links and pairs that cannot overlap |
//! | `energy` | resources: intervals with more to do than time |
//! | `timetable` | resources: what certainly runs at each moment |
//! | `nogood` | learned nogoods and their watches |
//! | `analyze` | from a conflict to a nogood |
//! | `decide` | what to try next, restarts |

mod analyze;
mod decide;
mod energy;
mod nogood;
mod propagate;
mod timetable;
mod trail;

pub(super) use propagate::closure;
pub(super) use trail::Lit;

use super::model::Model;
use decide::Decider;
use energy::Energy;
use nogood::Nogoods;
use timetable::TimeTable;
use trail::{Reason, Trail};

/// What a search ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// There is no schedule that ends by the target.
    Refuted,
    /// There is one; its starts are in [`Solver::solution`].
    Found,
    /// The work ran out.
    Open,
}

/// A contradiction: its literals are in `Solver::conflict`.
#[derive(Debug, Clone, Copy)]
struct Conflict;

type Propagated = Result<(), Conflict>;

/// The search for a schedule that ends by a target.
#[derive(Debug)]
pub(super) struct Solver<'m> {
    model: &'m Model,
    trail: Trail,
    table: TimeTable,
    energy: Energy,
    nogoods: Nogoods,
    decider: Decider,
    /// Pairs that cannot overlap and that no path orders: `partners[first_partner[i]..first_partner[i + 1]]`.
    partners: Vec<u32>,
    first_partner: Vec<u32>,
    conflict: Vec<Lit>,
    analysis: analyze::Analysis,
    /// Entries of the trail that links, pairs and nogoods have seen.
    seen: usize,
    pub(super) solution: Vec<i32>,
    /// Work done: bounds raised and activities looked at.
    pub(super) work: u64,
    pub(super) conflicts: u64,
    /// Learned nogoods in order, if they are kept, up to more literals than a proof may hold.
    pub(super) log: Option<Vec<Vec<Lit>>>,
    logged: usize,
    refuted: bool,
}

impl<'m> Solver<'m> {
    /// A search for a schedule of at most `target`. `guide`: starts to try first.
    pub(super) fn new(model: &'m Model, target: i32, guide: Option<&[i32]>) -> Self {
        let (first_partner, partners) = propagate::partners(model);
        let mut solver = Self {
            model,
            trail: Trail::new(model.count),
            table: TimeTable::new(model, target),
            energy: Energy::new(model, target),
            nogoods: Nogoods::new(model.count),
            decider: Decider::new(model, guide),
            partners,
            first_partner,
            conflict: Vec::new(),
            analysis: analyze::Analysis::default(),
            seen: 0,
            solution: Vec::new(),
            work: 0,
            conflicts: 0,
            log: None,
            logged: 0,
            refuted: false,
        };
        solver.refuted = solver.open(target).is_err();
        solver
    }

    /// First bounds: heads, and the target less the tails.
    fn open(&mut self, target: i32) -> Propagated {
        for at in 0..self.model.count {
            self.trail.first(2 * at, self.model.head[at]);
            self.trail.first(2 * at + 1, self.model.tail[at] - target);
        }
        if (0..self.model.count).any(|at| self.model.head[at] + self.model.tail[at] > target) {
            return Err(Conflict);
        }
        self.table.all_dirty();
        self.seen = 0;
        self.propagate()
    }

    /// Asks for a shorter schedule: to be called after a solution.
    pub(super) fn tighten(&mut self, target: i32) {
        self.backtrack(0);
        for at in 0..self.model.count {
            if self.set(2 * at + 1, self.model.tail[at] - target, Reason::Root).is_err() {
                self.refuted = true;
                return;
            }
        }
        self.refuted |= self.propagate().is_err();
    }

    pub(super) fn guide(&mut self, starts: &[i32]) {
        self.decider.guide(starts);
    }

    /// Searches on until the answer is known or so much more work is done.
    pub(super) fn solve(&mut self, work: u64) -> Verdict {
        let until = self.work.saturating_add(work);
        loop {
            if self.refuted {
                return Verdict::Refuted;
            }
            match self.propagate() {
                Err(Conflict) => {
                    self.conflicts += 1;
                    if self.trail.level() == 0 {
                        self.refuted = true;
                        return Verdict::Refuted;
                    }
                    self.learn();
                }
                Ok(()) => {
                    if self.work >= until {
                        self.backtrack(0);
                        return Verdict::Open;
                    }
                    if self.decider.restart_due(self.conflicts) {
                        self.backtrack(0);
                        self.nogoods.reduce(&self.trail);
                        continue;
                    }
                    if !self.decide() {
                        self.solution = (0..self.model.count).map(|at| self.trail.low(at)).collect();
                        return Verdict::Found;
                    }
                }
            }
        }
    }

    /// Raises a bound, or notes the conflict.
    #[inline]
    fn set(&mut self, bound: usize, value: i32, reason: Reason) -> Propagated {
        if value <= self.trail.value(bound) {
            return Ok(());
        }
        self.work += 1;
        if value.saturating_add(self.trail.value(bound ^ 1)) > 0 {
            let mut lits = std::mem::take(&mut self.conflict);
            lits.clear();
            let at = self.trail.len();
            self.explain(Lit { bound: bound as u32, value }, reason, at, &mut lits);
            lits.push(Lit { bound: bound as u32 ^ 1, value: 1 - value });
            self.conflict = lits;
            return Err(Conflict);
        }
        self.trail.push(bound, value, reason);
        Ok(())
    }

    fn backtrack(&mut self, level: usize) {
        if level >= self.trail.level() {
            return;
        }
        self.table.backtrack(self.model, level);
        self.trail.backtrack(level);
        self.decider.backtrack(level);
        self.seen = self.trail.len();
    }

    /// All propagation until nothing changes.
    fn propagate(&mut self) -> Propagated {
        loop {
            while self.seen < self.trail.len() {
                let entry = self.trail.entry(self.seen);
                self.seen += 1;
                self.table.dirty(entry.bound / 2);
                self.follow_nogoods(entry.bound, entry.before, entry.value)?;
                self.follow_links(entry.bound)?;
                self.follow_pairs(entry.bound / 2)?;
            }
            self.follow_table()?;
            if self.seen == self.trail.len() {
                self.follow_energy()?;
                return Ok(());
            }
        }
    }
}

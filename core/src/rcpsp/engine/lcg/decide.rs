//! What to try next: the literal that conflicts have met most, else the activity that can start first.

use rustc_hash::FxHashMap;

use super::super::model::Model;
use super::Solver;
use super::trail::{Lit, Reason};

/// A bound of a start, in the sense `start >= value`.
#[derive(Debug, Clone, Copy)]
struct Atom {
    activity: u32,
    value: i32,
    score: f64,
    /// Place in the heap, or `OUT`.
    place: u32,
}

const OUT: u32 = u32::MAX;
/// Conflicts before the first restart; further ones follow Luby's sequence.
const RESTART: u64 = 80;

#[derive(Debug)]
pub(super) struct Decider {
    atoms: Vec<Atom>,
    numbers: FxHashMap<(u32, i32), u32>,
    heap: Vec<u32>,
    /// Atoms taken from the heap, with the level.
    taken: Vec<(u32, u32)>,
    step: f64,
    guide: Vec<i32>,
    guided: bool,
    restarts: u64,
    next_restart: u64,
}

impl Decider {
    pub(super) fn new(model: &Model, guide: Option<&[i32]>) -> Self {
        Self {
            atoms: Vec::new(),
            numbers: FxHashMap::default(),
            heap: Vec::new(),
            taken: Vec::new(),
            step: 1.0,
            guide: guide.map_or_else(|| vec![0; model.count], <[i32]>::to_vec),
            guided: guide.is_some(),
            restarts: 0,
            next_restart: RESTART,
        }
    }

    pub(super) fn guide(&mut self, starts: &[i32]) {
        self.guide.copy_from_slice(starts);
        self.guided = true;
    }

    pub(super) fn restart_due(&mut self, conflicts: u64) -> bool {
        if conflicts < self.next_restart {
            return false;
        }
        self.restarts += 1;
        self.next_restart = conflicts + RESTART * luby(self.restarts + 1);
        true
    }

    pub(super) fn bump(&mut self, lit: Lit) {
        let (activity, value) =
            if lit.bound & 1 == 0 { (lit.bound / 2, lit.value) } else { (lit.bound / 2, 1 - lit.value) };
        let next = self.atoms.len() as u32;
        let number = *self.numbers.entry((activity, value)).or_insert(next);
        if number == next {
            self.atoms.push(Atom { activity, value, score: 0.0, place: OUT });
            self.insert(number);
        }
        let atom = &mut self.atoms[number as usize];
        atom.score += self.step;
        if atom.score > 1e100 {
            self.step *= 1e-100;
            for atom in &mut self.atoms {
                atom.score *= 1e-100;
            }
        }
        let place = self.atoms[number as usize].place;
        if place != OUT {
            self.up(place as usize);
        }
    }

    pub(super) fn decay(&mut self) {
        self.step /= 0.95;
    }

    pub(super) fn backtrack(&mut self, level: usize) {
        while let Some(&(deep, number)) = self.taken.last() {
            if deep as usize <= level {
                break;
            }
            self.taken.pop();
            if self.atoms[number as usize].place == OUT {
                self.insert(number);
            }
        }
    }

    fn score(&self, place: usize) -> f64 {
        self.atoms[self.heap[place] as usize].score
    }

    fn insert(&mut self, number: u32) {
        self.atoms[number as usize].place = self.heap.len() as u32;
        self.heap.push(number);
        self.up(self.heap.len() - 1);
    }

    fn up(&mut self, mut place: usize) {
        while place > 0 {
            let parent = (place - 1) / 2;
            if self.score(parent) >= self.score(place) {
                break;
            }
            self.swap(parent, place);
            place = parent;
        }
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.heap.swap(a, b);
        self.atoms[self.heap[a] as usize].place = a as u32;
        self.atoms[self.heap[b] as usize].place = b as u32;
    }

    fn pop(&mut self) -> Option<u32> {
        let top = *self.heap.first()?;
        let last = self.heap.len() - 1;
        self.swap(0, last);
        self.heap.pop();
        self.atoms[top as usize].place = OUT;
        let mut place = 0;
        loop {
            let (left, right) = (2 * place + 1, 2 * place + 2);
            let mut best = place;
            if left < self.heap.len() && self.score(left) > self.score(best) {
                best = left;
            }
            if right < self.heap.len() && self.score(right) > self.score(best) {
                best = right;
            }
            if best == place {
                break;
            }
            self.swap(place, best);
            place = best;
        }
        Some(top)
    }
}

impl Solver<'_> {
    /// Decides something; false if every start is fixed.
    pub(super) fn decide(&mut self) -> bool {
        let Some(lit) = self.next_literal() else { return false };
        self.trail.new_level();
        // The literal neither holds nor fails.
        self.trail.push(lit.bound as usize, lit.value, Reason::Decision);
        true
    }

    fn next_literal(&mut self) -> Option<Lit> {
        let level = self.trail.level() as u32;
        while let Some(number) = self.decider.pop() {
            let Atom { activity, value, .. } = self.decider.atoms[number as usize];
            self.decider.taken.push((level + 1, number));
            let at_least = Lit { bound: 2 * activity, value };
            if self.trail.holds(at_least) || self.trail.fails(at_least) {
                continue;
            }
            let wanted = self.decider.guided && self.decider.guide[activity as usize] >= value;
            return Some(if wanted { at_least } else { at_least.not() });
        }
        let free = (0..self.model.count).filter(|at| !self.trail.is_fixed(*at));
        let at = free.min_by_key(|at| (self.trail.low(*at), self.trail.high(*at), *at))?;
        Some(Lit { bound: 2 * at as u32 + 1, value: -self.trail.low(at) })
    }
}

/// Luby's sequence: 1, 1, 2, 1, 1, 2, 4, ...
fn luby(index: u64) -> u64 {
    let mut index = index;
    loop {
        let bits = 64 - index.leading_zeros();
        if index == (1 << bits) - 1 {
            return 1 << (bits - 1);
        }
        index -= (1 << (bits - 1)) - 1;
    }
}

//! A genetic algorithm on two populations: schedules pushed to the left and to the right.
//!
//! A child of two schedules of one side is decoded in the other direction, so that every schedule generated is
//! also half of a forward-backward improvement. Genes are start times; a child takes a window of time from one
//! parent as a block and the order of everything else from the other (D. Debels, M. Vanhoucke, Operations Research
//! 55, 2007; V. Valls, F. Ballestín, S. Quintanilla, EJOR 185, 2008).

use super::decode::{Decoder, list_by_keys};
use super::model::Model;
use super::rules;
use crate::run::Rng;

/// A schedule of one side.
#[derive(Debug, Clone)]
pub(super) struct Individual {
    pub(super) start: Vec<i32>,
    pub(super) makespan: i32,
    hash: u64,
}

/// What the algorithm is tuned with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tuning {
    pub(super) size: usize,
    pub(super) mutation: u32,
    pub(super) tournament: u32,
    pub(super) kind: u32,
    pub(super) variant: u32,
    pub(super) children: u32,
    pub(super) forget: u64,
}

/// The two populations and what is needed to breed.
#[derive(Debug)]
pub(super) struct Evolution {
    sides: [Vec<Individual>; 2],
    models: [Model; 2],
    pub(super) decoder: Decoder,
    rng: Rng,
    tuning: Tuning,
    keys: Vec<i64>,
    sorter: Vec<(i64, u32, u32)>,
    list: Vec<u32>,
    side: usize,
    /// The best schedule, pushed to the left.
    pub(super) best: (Vec<i32>, i32),
    pub(super) schedules: u64,
    kept: u64,
}

fn hash(start: &[i32]) -> u64 {
    start.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, start| {
        (hash ^ *start as u64).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(5)
    })
}

impl Evolution {
    pub(super) fn new(model: &Model, seed: u64, tuning: Tuning) -> Self {
        let mut decoder = Decoder::new(model);
        let best = rules::best(model, &mut decoder);
        let mut evolution = Self {
            sides: [Vec::new(), Vec::new()],
            models: [model.clone(), model.reversed()],
            decoder,
            rng: Rng::new(seed),
            tuning,
            keys: vec![0; model.count],
            sorter: Vec::new(),
            list: Vec::new(),
            side: 0,
            best,
            schedules: rules::RULES.len() as u64,
            kept: 0,
        };
        evolution.seed();
        evolution
    }

    /// A first population: samples of the rules, then the same in the other direction.
    fn seed(&mut self) {
        let size = self.tuning.size;
        self.sides = [Vec::with_capacity(size), Vec::with_capacity(size)];
        for number in 0..size {
            let side = number % 2;
            let model = &self.models[side];
            let rule = rules::keys(model, [rules::Rule::LatestFinish, rules::Rule::LatestStart][number / 2 % 2]);
            rules::sampled(model, &rule, &mut self.rng, &mut self.keys);
            let one = self.decode(side);
            self.flip(&one);
            let other = self.decode(1 - side);
            self.sides[side].push(one);
            self.sides[1 - side].push(other);
        }
    }

    /// Starts of a schedule as keys for the other direction.
    fn flip(&mut self, one: &Individual) {
        for (at, key) in self.keys.iter_mut().enumerate() {
            *key = i64::from(one.makespan - one.start[at] - self.models[0].duration[at]);
        }
    }

    /// Decodes the keys.
    fn decode(&mut self, side: usize) -> Individual {
        let model = &self.models[side];
        list_by_keys(model, &mut self.keys, &mut self.sorter, &mut self.list);
        let makespan = self.decoder.serial(model, &self.list);
        self.schedules += 1;
        let start = self.decoder.start.clone();
        if makespan < self.best.1 {
            let left = if side == 0 {
                start.clone()
            } else {
                (0..model.count).map(|at| makespan - start[at] - model.duration[at]).collect()
            };
            self.best = (left, makespan);
        }
        let hash = hash(&start);
        Individual { start, makespan, hash }
    }

    /// Adds a schedule found elsewhere.
    pub(super) fn add(&mut self, left: &[i32], makespan: i32) {
        for (at, key) in self.keys.iter_mut().enumerate() {
            *key = i64::from(left[at]);
        }
        let one = self.decode(0);
        self.flip(&one);
        let other = self.decode(1);
        let _ = makespan;
        self.insert(0, one);
        self.insert(1, other);
    }

    fn insert(&mut self, side: usize, child: Individual) {
        let pool = &mut self.sides[side];
        if pool.iter().any(|one| one.makespan == child.makespan && one.hash == child.hash) {
            return;
        }
        // The worst of some.
        let mut worst = self.rng.below(pool.len() as u32) as usize;
        for _ in 0..self.tuning.tournament {
            let other = self.rng.below(pool.len() as u32) as usize;
            if pool[other].makespan > pool[worst].makespan {
                worst = other;
            }
        }
        if child.makespan <= pool[worst].makespan {
            pool[worst] = child;
        }
    }

    fn parent(&mut self, side: usize) -> usize {
        let size = self.sides[side].len() as u32;
        let mut best = self.rng.below(size) as usize;
        for _ in 1..self.tuning.tournament {
            let other = self.rng.below(size) as usize;
            if self.sides[side][other].makespan < self.sides[side][best].makespan {
                best = other;
            }
        }
        best
    }

    pub(super) fn generation(&mut self) {
        let side = self.side;
        self.side = 1 - side;
        let size = self.sides[0].len();
        let variant = self.tuning.variant;
        for mother in 0..size {
            let mut best: Option<Individual> = None;
            for _ in 0..self.tuning.children {
                let mut father = self.parent(1 - side);
                if father == mother { father = self.rng.below(size as u32) as usize; }
                let (a, b) = if self.rng.below(2) == 0 { (mother, father) } else { (father, mother) };
                self.cross(1 - side, a, b);
                let child = self.decode(side);
                if best.as_ref().is_none_or(|best| child.makespan < best.makespan) { best = Some(child); }
            }
            let child = best.unwrap();
            let own = &self.sides[side][mother];
            let dup = self.sides[side].iter().any(|one| one.hash == child.hash);
            let take = match variant {
                0 => true,
                1 => child.makespan <= own.makespan,
                2 => child.makespan <= own.makespan || self.rng.below(10) == 0,
                3 => !dup,
                _ => !dup && (child.makespan <= own.makespan + 1),
            };
            if take { self.sides[side][mother] = child; }
        }
        // The best comes back in place of the worst.
        let worst = (0..size).max_by_key(|at| self.sides[side][*at].makespan).unwrap();
        if self.sides[side].iter().all(|one| one.makespan > self.best.1) && self.schedules - self.kept > self.tuning.forget {
            for at in 0..self.keys.len() { self.keys[at] = if side == 0 { i64::from(self.best.0[at]) } else { i64::from(self.best.1 - self.best.0[at] - self.models[0].duration[at]) }; }
            let one = self.decode(side);
            self.sides[side][worst] = one;
            self.kept = self.schedules;
        }
    }

    /// One child.
    pub(super) fn step(&mut self) {
        if self.tuning.variant < 9 { return self.generation(); }
        let side = self.side;
        self.side = 1 - side;
        let (a, b) = (self.parent(1 - side), self.parent(1 - side));
        self.cross(1 - side, a, b);
        let child = self.decode(side);
        self.insert(side, child);
    }

    /// Keys of a child: a window of time from one parent, the rest from the other.
    fn cross(&mut self, side: usize, a: usize, b: usize) {
        let (a, b) = (&self.sides[side][a], &self.sides[side][b]);
        let duration = &self.models[0].duration;
        let end = a.makespan.max(1);
        let length = end / 4 + self.rng.below((end / 2).max(1) as u32) as i32;
        let from = self.rng.below((end - length + 1).max(1) as u32) as i32;
        let to = from + length;
        for (at, key) in self.keys.iter_mut().enumerate() {
            let of_a = a.makespan - a.start[at] - duration[at];
            let of_b = b.makespan - b.start[at] - duration[at];
            let inside = of_a >= from && of_a < to;
            *key = i64::from(match self.tuning.kind {
                0 => if inside { of_a } else if of_b < from { of_b - end } else { of_b + end },
                1 => if inside { of_a } else { of_b },
                _ => if inside { of_a } else if of_b < (from + to) / 2 { of_b - end } else { of_b + end },
            });
        }
        let count = self.keys.len() as u32;
        if self.rng.below(1000) < self.tuning.mutation {
            for _ in 0..1 + self.rng.below(4) {
                let at = self.rng.below(count) as usize;
                let shift = self.rng.below(21) as i64 - 10;
                self.keys[at] += shift;
            }
        }
    }
}

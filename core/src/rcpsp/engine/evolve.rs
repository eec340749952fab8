//! A genetic algorithm on two populations: schedules pushed to the left and to the right.
//!
//! A child of two schedules of one side is decoded in the other direction, so that every schedule generated is
//! also half of a forward-backward improvement. Genes are start times; a child takes a window of time from one
//! parent and the order of everything else from the other (D. Debels, M. Vanhoucke, Operations Research 55, 2007;
//! V. Valls, F. Ballestín, S. Quintanilla, EJOR 185, 2008). A child takes the place of one parent's counterpart if it
//! is no worse, now and then if it is: variety matters more than haste. A population that finds nothing new for long
//! makes way for a larger one.

use super::decode::{Decoder, list_by_keys};
use super::model::Model;
use super::rules::{self, Rule};
use crate::run::Rng;

/// A schedule of one side.
#[derive(Debug, Clone)]
struct Individual {
    start: Vec<i32>,
    makespan: i32,
}

/// Numbers in all schedules of the populations together, at most.
const MEMORY: usize = 8_000_000;
/// Schedules in the first population of one side.
const FIRST: usize = 80;
const LARGEST: usize = 800;
/// Children for each place in a population, without a better schedule, after which a larger population begins.
const PATIENCE: u64 = 150;

/// The two populations and what is needed to breed.
#[derive(Debug)]
pub(super) struct Evolution {
    sides: [Vec<Individual>; 2],
    models: [Model; 2],
    decoder: Decoder,
    rng: Rng,
    keys: Vec<i64>,
    counts: Vec<u32>,
    list: Vec<u32>,
    /// The side of the next child, and its place.
    side: usize,
    place: usize,
    size: usize,
    /// The shortest makespan of this population, and when it was found.
    peak: (i32, u64),
    /// The best schedule of all populations, pushed to the left.
    pub(super) best: (Vec<i32>, i32),
    pub(super) schedules: u64,
}

impl Evolution {
    pub(super) fn new(model: &Model, seed: u64) -> Self {
        let mut decoder = Decoder::new(model);
        let best = rules::best(model, &mut decoder);
        Self {
            sides: [Vec::new(), Vec::new()],
            models: [model.clone(), model.reversed()],
            decoder,
            rng: Rng::new(seed),
            keys: vec![0; model.count],
            counts: Vec::new(),
            list: Vec::new(),
            side: 0,
            place: 0,
            size: FIRST.min(MEMORY / 2 / model.count.max(1)).max(4),
            peak: (i32::MAX, 0),
            best,
            schedules: rules::RULES.len() as u64,
        }
    }

    /// Generates one schedule, or two while the first population is drawn.
    pub(super) fn step(&mut self) {
        if self.sides[1].len() < self.size {
            self.draw();
            return;
        }
        self.breed();
        let since = self.schedules - self.peak.1;
        if self.place == 0 && since > PATIENCE * self.size as u64 {
            self.renew();
        }
    }

    /// A population from nothing, larger than the last.
    fn renew(&mut self) {
        let most = (MEMORY / 2 / self.models[0].count.max(1)).clamp(4, LARGEST);
        self.size = (self.size * 3 / 2).min(most);
        self.sides = [Vec::with_capacity(self.size), Vec::with_capacity(self.size)];
        self.peak = (i32::MAX, self.schedules);
    }

    /// A schedule from a loosened rule, and the same pushed to the other side.
    fn draw(&mut self) {
        let number = self.sides[1].len();
        let side = number % 2;
        let rule = [Rule::LatestFinish, Rule::LatestStart][number / 2 % 2];
        let keys = rules::keys(&self.models[side], rule);
        rules::sampled(&self.models[side], &keys, &mut self.rng, &mut self.keys);
        let one = self.decode(side);
        self.turn(&one);
        let other = self.decode(1 - side);
        self.sides[side].push(one);
        self.sides[1 - side].push(other);
    }

    /// Starts of a schedule as keys for the other direction.
    fn turn(&mut self, one: &Individual) {
        for (at, key) in self.keys.iter_mut().enumerate() {
            *key = i64::from(one.makespan - one.start[at] - self.models[0].duration[at]);
        }
    }

    /// Decodes the keys.
    fn decode(&mut self, side: usize) -> Individual {
        let model = &self.models[side];
        list_by_keys(model, &mut self.keys, &mut self.counts, &mut self.list);
        let makespan = self.decoder.serial(model, &self.list);
        self.schedules += 1;
        let start = self.decoder.start.clone();
        if makespan < self.peak.0 {
            self.peak = (makespan, self.schedules);
        }
        if makespan < self.best.1 {
            let left = if side == 0 {
                start.clone()
            } else {
                (0..model.count).map(|at| makespan - start[at] - model.duration[at]).collect()
            };
            self.best = (left, makespan);
        }
        Individual { start, makespan }
    }

    /// Adds a schedule found elsewhere in place of a random one.
    pub(super) fn add(&mut self, left: &[i32]) {
        for (key, start) in self.keys.iter_mut().zip(left) {
            *key = i64::from(*start);
        }
        let one = self.decode(0);
        self.turn(&one);
        let other = self.decode(1);
        if self.sides[1].len() == self.size {
            let place = self.rng.below(self.size as u32) as usize;
            self.sides[0][place] = one;
            self.sides[1][place] = other;
        }
    }

    /// One child.
    fn breed(&mut self) {
        let (side, mother) = (self.side, self.place);
        self.place += 1;
        if self.place == self.size {
            self.place = 0;
            self.side = 1 - side;
        }
        let father = self.rng.below(self.size as u32) as usize;
        let (a, b) = if self.rng.below(2) == 0 { (mother, father) } else { (father, mother) };
        self.cross(1 - side, a, b);
        self.mutate();
        let child = self.decode(side);
        if child.makespan <= self.sides[side][mother].makespan || self.rng.below(10) == 0 {
            self.sides[side][mother] = child;
        }
    }

    /// Keys of a child: a window of time from one parent, the rest from the other.
    fn cross(&mut self, side: usize, a: usize, b: usize) {
        let (a, b) = (&self.sides[side][a], &self.sides[side][b]);
        let end = a.makespan.max(1);
        let length = end / 10 + self.rng.below((end * 2 / 5).max(1) as u32) as i32;
        let from = self.rng.below((end - length + 1).max(1) as u32) as i32;
        let window = from..from + length;
        for (at, length) in self.models[0].duration.iter().enumerate() {
            let of_a = a.makespan - a.start[at] - length;
            let of_b = b.makespan - b.start[at] - length;
            self.keys[at] = i64::from(if window.contains(&of_a) { of_a } else { of_b });
        }
    }

    /// Shifts some keys by up to a twentieth of the makespan.
    fn mutate(&mut self) {
        let reach = (self.best.1 / 20).clamp(1, 1 << 20);
        for _ in 0..1 + self.rng.below(4) {
            let at = self.rng.below(self.keys.len() as u32) as usize;
            self.keys[at] += i64::from(self.rng.below(2 * reach as u32 + 1)) - i64::from(reach);
        }
    }
}

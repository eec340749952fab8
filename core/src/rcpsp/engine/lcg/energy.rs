//! Energy: in some interval the activities that must run there need more of a resource than there is.
//!
//! What an activity needs at least in `[a, b)` is the least of what it needs when it starts as early and as late as
//! it may (P. Baptiste, C. Le Pape, W. Nuijten, *Constraint-Based Scheduling*, 2001, for the relevant intervals). For
//! each beginning `a`, an earliest start, one sweep over the ends `b` adds up slopes. It is asked at the root, and
//! deeper the more often the more it has found.

use super::super::model::Model;
use super::trail::Lit;
use super::{Propagated, Solver};

#[derive(Debug)]
pub(super) struct Energy {
    /// Activities that use each resource.
    users: Vec<Vec<u32>>,
    slope: Vec<i32>,
    /// Questions to skip before the next, and how many will be after one without an answer.
    skip: u32,
    wait: u32,
}

/// Most questions skipped in a row.
const WAIT_MOST: u32 = 128;
/// One look at an activity or moment costs about this part of raising a bound.
const WORK: u64 = 400;

impl Energy {
    pub(super) fn new(model: &Model, target: i32) -> Self {
        let users = |resource: usize| {
            let uses = |at: &u32| model.length(*at) > 0 && model.demands(*at)[resource] > 0;
            (0..model.count as u32).filter(uses).collect()
        };
        Self {
            users: (0..model.resources).map(users).collect(),
            slope: vec![0; target.max(0) as usize + 2],
            skip: 0,
            wait: 1,
        }
    }
}

impl Solver<'_> {
    /// Asks whether some interval is overfull, if it is time to.
    pub(super) fn follow_energy(&mut self) -> Propagated {
        if self.trail.level() > 0 && self.energy.skip > 0 {
            self.energy.skip -= 1;
            return Ok(());
        }
        for resource in 0..self.model.resources {
            if let Some((from, to)) = self.overfull(resource) {
                self.energy.wait = (self.energy.wait / 2).max(1);
                self.energy.skip = 0;
                return self.explain_energy(resource, from, to);
            }
        }
        self.energy.wait = (self.energy.wait + 1).min(WAIT_MOST);
        self.energy.skip = self.energy.wait;
        Ok(())
    }

    /// An interval in which a resource is asked for more than there is.
    fn overfull(&mut self, resource: usize) -> Option<(i32, i32)> {
        let model = self.model;
        let capacity = i64::from(model.capacity[resource]);
        let users = &self.energy.users[resource];
        let slope = &mut self.energy.slope;
        let mut begins: smallvec::SmallVec<[i32; 128]> =
            users.iter().map(|at| self.trail.low(*at as usize)).collect();
        begins.sort_unstable();
        begins.dedup();
        let mut looks = 0;
        let mut found = None;
        for &from in &begins {
            let mut last = from;
            for &at in users {
                let i = at as usize;
                let (low, high) = (self.trail.low(i), self.trail.high(i));
                let most = model.duration[i].min(low + model.duration[i] - from);
                if most <= 0 {
                    continue;
                }
                let need = model.demand[i * model.resources + resource];
                let begin = high.max(from);
                slope[begin as usize] += need;
                slope[(begin + most) as usize] -= need;
                last = last.max(begin + most);
            }
            looks += users.len() + (last - from) as usize;
            let (mut rate, mut left) = (0i64, 0i64);
            for to in from..=last {
                if found.is_none() && left < 0 {
                    found = Some((from, to));
                }
                rate += i64::from(std::mem::take(&mut slope[to as usize]));
                left += capacity - rate;
            }
            if found.is_some() {
                break;
            }
        }
        self.work += looks as u64 / WORK + 1;
        found
    }

    /// The literals behind an overfull interval, loosened as far as the excess allows.
    fn explain_energy(&mut self, resource: usize, from: i32, to: i32) -> Propagated {
        let model = self.model;
        let mut parts: Vec<(i64, u32, i32)> = Vec::new();
        for &at in &self.energy.users[resource] {
            let i = at as usize;
            let length = model.duration[i];
            let inside =
                (to - from).min(length).min(self.trail.low(i) + length - from).min(to - self.trail.high(i));
            if inside > 0 {
                let need = i64::from(model.demand[i * model.resources + resource]);
                parts.push((need * i64::from(inside), at, inside));
            }
        }
        let asked: i64 = parts.iter().map(|(energy, ..)| energy).sum();
        let mut spare = asked - i64::from(model.capacity[resource]) * i64::from(to - from) - 1;
        debug_assert!(spare >= 0);
        parts.sort_unstable();
        let mut lits = Vec::new();
        for (energy, at, inside) in parts {
            let i = at as usize;
            let of = |inside: i32| {
                [
                    Lit { bound: 2 * at, value: from + inside - model.duration[i] },
                    Lit { bound: 2 * at + 1, value: inside - to },
                ]
            };
            if of(inside).iter().all(|lit| self.trail.is_root(*lit)) {
                continue;
            }
            if energy <= spare {
                spare -= energy;
                continue;
            }
            let need = energy / i64::from(inside);
            let less = (spare / need) as i32;
            spare -= need * i64::from(less);
            lits.extend(of(inside - less));
        }
        self.contradict(lits)
    }
}

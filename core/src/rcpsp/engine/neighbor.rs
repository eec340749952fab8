//! Large-neighborhood search: some activities are freed, the others keep an order that their resources allow, and
//! the exact search looks for a shorter schedule.
//!
//! What stays keeps no start times: it becomes a partial order in which every resource hands its units on from
//! activity to activity (N. Policella, A. Cesta, A. Oddi, S. Smith, *From precedence constraint posting to partial
//! order schedules*, AI Communications 20, 2007), so that a gain in one place moves everything behind it.

use super::lcg::{Solver, Verdict};
use super::model::Model;
use crate::run::Rng;
use crate::sort::Arrange;

/// Which activities are freed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Those that run in a window of time.
    Window,
    /// Those that run in two windows.
    Windows,
    /// Random ones.
    Random,
}

const KINDS: [Kind; 3] = [Kind::Window, Kind::Windows, Kind::Random];

/// What the search has learned about its neighborhoods.
#[derive(Debug)]
pub(super) struct Neighbors {
    rng: Rng,
    /// Activities to free, by kind.
    size: [f64; KINDS.len()],
    pub(super) work: u64,
    free: Vec<bool>,
}

impl Neighbors {
    pub(super) fn new(model: &Model, seed: u64) -> Self {
        let size = (model.count as f64).min(30.0);
        Self {
            rng: Rng::new(seed ^ 0x6e65_6967),
            size: [size, size, size / 2.0],
            work: 0,
            free: vec![false; model.count],
        }
    }

    /// One try to find a schedule shorter than the given one by the given effort.
    pub(super) fn step(
        &mut self,
        model: &Model,
        start: &[i32],
        makespan: i32,
        effort: u64,
    ) -> Option<Vec<i32>> {
        let kind = self.rng.below(KINDS.len() as u32) as usize;
        self.pick(model, start, makespan, KINDS[kind], self.size[kind] as usize);
        let chains = self.chains(model, start);
        let sub = model.with_links(chains.into_iter());
        self.work += model.count as u64;
        if sub.path() >= makespan {
            self.size[kind] = (self.size[kind] * 1.02).min(model.count as f64);
            return None;
        }
        let mut solver = Solver::new(&sub, makespan - 1, Some(start));
        let verdict = solver.solve(effort);
        self.work += solver.work;
        match verdict {
            Verdict::Refuted => {
                self.size[kind] = (self.size[kind] * 1.02).min(model.count as f64);
                None
            }
            Verdict::Open => {
                self.size[kind] = (self.size[kind] * 0.97).max(8.0);
                None
            }
            Verdict::Found => Some(solver.solution),
        }
    }

    /// Marks the activities to free.
    fn pick(&mut self, model: &Model, start: &[i32], makespan: i32, kind: Kind, size: usize) {
        self.free.fill(false);
        match kind {
            Kind::Window => self.window(model, start, makespan, size),
            Kind::Windows => {
                self.window(model, start, makespan, size / 2);
                self.window(model, start, makespan, size - size / 2);
            }
            Kind::Random => {
                for _ in 0..size {
                    let at = self.rng.below(model.count as u32) as usize;
                    self.free[at] = true;
                }
            }
        }
    }

    /// The activities nearest to a moment.
    fn window(&mut self, model: &Model, start: &[i32], makespan: i32, size: usize) {
        let moment = self.rng.below(makespan.max(1) as u32) as i32;
        let distance = |at: usize| {
            let end = start[at] + model.duration[at];
            if end <= moment { moment - end + 1 } else { (start[at] - moment).max(0) }
        };
        let mut near: Vec<(i32, u32)> = (0..model.count).map(|at| (distance(at), at as u32)).collect();
        near.sort_unstable();
        for (_, at) in near.into_iter().take(size) {
            self.free[at as usize] = true;
        }
    }

    /// Links by which the activities that are not freed hand on the units of each resource.
    fn chains(&mut self, model: &Model, start: &[i32]) -> Vec<(u32, u32, i32)> {
        let mut order: Vec<u32> =
            (0..model.count as u32).filter(|at| !self.free[*at as usize] && model.length(*at) > 0).collect();
        order.arrange_by_key(|at| (start[*at as usize], *at));
        let mut links = Vec::new();
        // Holders of units: activity and how many.
        let mut chains: Vec<(u32, i32)> = Vec::new();
        for resource in 0..model.resources {
            chains.clear();
            chains.push((u32::MAX, model.capacity[resource]));
            for &at in &order {
                let mut need = model.demand[at as usize * model.resources + resource];
                if need == 0 {
                    continue;
                }
                let own = need;
                let begin = start[at as usize];
                // Predecessors first, then any who are done, from a random one on.
                for pass in 0..2 {
                    let count = chains.len();
                    let first = self.rng.below(count as u32) as usize;
                    for step in 0..count {
                        if need == 0 {
                            break;
                        }
                        let slot = (first + step) % count;
                        let (holder, units) = chains[slot];
                        if units == 0
                            || (holder != u32::MAX && start[holder as usize] + model.length(holder) > begin)
                        {
                            continue;
                        }
                        let known = holder == u32::MAX
                            || model.out.of(holder).iter().any(|(to, _)| *to == at)
                            || links
                                .last()
                                .is_some_and(|last: &(u32, u32, i32)| last.0 == holder && last.1 == at);
                        if pass == 0 && !known {
                            continue;
                        }
                        let taken = units.min(need);
                        need -= taken;
                        chains[slot].1 -= taken;
                        if holder != u32::MAX {
                            links.push((holder, at, model.length(holder)));
                        }
                    }
                }
                chains.retain(|(_, units)| *units > 0);
                chains.push((at, own));
            }
        }
        links.arrange();
        links.dedup();
        links
    }
}

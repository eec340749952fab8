//! The instance as the engine computes with it: time in its largest common unit, demands packed into words.

use super::{Instance, Link};
use crate::sort::Arrange;

/// Neighbors of each activity with the lag of the link.
#[derive(Debug, Clone, Default)]
pub(super) struct Adjacency {
    first: Vec<u32>,
    list: Vec<(u32, i32)>,
}

impl Adjacency {
    fn new(count: usize, mut pairs: Vec<(u32, u32, i32)>) -> Self {
        pairs.arrange();
        let mut first = vec![0u32; count + 1];
        for (at, _, _) in &pairs {
            first[*at as usize + 1] += 1;
        }
        for at in 0..count {
            first[at + 1] += first[at];
        }
        Self { first, list: pairs.into_iter().map(|(_, other, lag)| (other, lag)).collect() }
    }

    #[inline]
    pub(super) fn of(&self, at: u32) -> &[(u32, i32)] {
        &self.list[self.first[at as usize] as usize..self.first[at as usize + 1] as usize]
    }
}

/// A model; times are in `unit`s of the instance.
#[derive(Debug, Clone)]
pub(super) struct Model {
    pub(super) count: usize,
    pub(super) unit: i64,
    pub(super) duration: Vec<i32>,
    pub(super) resources: usize,
    /// `demand[activity * resources + resource]`; resources that can never be short are left out.
    pub(super) demand: Vec<i32>,
    pub(super) capacity: Vec<i32>,
    /// Number of each resource in the instance.
    pub(super) original: Vec<u32>,
    /// Words of packed demand for each activity.
    pub(super) words: usize,
    /// `packed[activity * words + word]`.
    pub(super) packed: Vec<u64>,
    /// Capacity with the guard bit of each lane set.
    pub(super) full: Vec<u64>,
    /// The guard bits.
    pub(super) guard: u64,
    pub(super) into: Adjacency,
    pub(super) out: Adjacency,
    /// Predecessors first.
    pub(super) order: Vec<u32>,
    /// Longest path to the start of each activity.
    pub(super) head: Vec<i32>,
    /// Longest path from the start of each activity to the end of everything.
    pub(super) tail: Vec<i32>,
}

impl Model {
    pub(super) fn new(instance: &Instance) -> Self {
        let unit = unit(instance);
        let count = instance.duration.len();
        let scale = |time: i64| i32::try_from(time / unit).unwrap_or(i32::MAX / 4);
        let duration: Vec<i32> = instance.duration.iter().map(|time| scale(*time)).collect();
        let short = scarce(instance);
        let per = instance.capacity.len();
        let demand: Vec<i64> = (0..count)
            .flat_map(|at| short.iter().map(move |resource| (at, *resource)))
            .map(|(at, resource)| instance.demand[at * per + resource as usize])
            .collect();
        let capacity: Vec<i64> = short.iter().map(|resource| instance.capacity[*resource as usize]).collect();
        let (demand, capacity) = reduced(demand, capacity);
        let links = strongest(&instance.links);
        let links: Vec<(u32, u32, i32)> =
            links.iter().map(|link| (link.from, link.to, scale(link.lag))).collect();
        let mut model = Self {
            count,
            unit,
            duration,
            resources: capacity.len(),
            demand,
            capacity,
            original: short,
            words: 0,
            packed: Vec::new(),
            full: Vec::new(),
            guard: 0,
            into: Adjacency::default(),
            out: Adjacency::default(),
            order: Vec::new(),
            head: Vec::new(),
            tail: Vec::new(),
        };
        model.pack();
        model.link(links);
        model
    }

    /// The same activities with more links.
    pub(super) fn with_links(&self, more: impl Iterator<Item = (u32, u32, i32)>) -> Self {
        let own = (0..self.count as u32)
            .flat_map(|from| self.out.of(from).iter().map(move |(to, lag)| (from, *to, *lag)));
        let links = own.chain(more).collect();
        let mut model = self.clone();
        model.link(links);
        model
    }

    /// The problem with the time reversed.
    pub(super) fn reversed(&self) -> Self {
        let links = (0..self.count as u32).flat_map(|from| {
            self.out.of(from).iter().map(move |(to, lag)| {
                let turned = lag + self.duration[*to as usize] - self.duration[from as usize];
                (*to, from, turned)
            })
        });
        let links = links.collect();
        let mut model = self.clone();
        model.link(links);
        model
    }

    fn link(&mut self, links: Vec<(u32, u32, i32)>) {
        self.out = Adjacency::new(self.count, links.clone());
        self.into =
            Adjacency::new(self.count, links.into_iter().map(|(from, to, lag)| (to, from, lag)).collect());
        self.order = self.topological();
        self.head = vec![0; self.count];
        self.tail = self.duration.clone();
        for &at in &self.order {
            for (to, lag) in self.out.of(at) {
                self.head[*to as usize] = self.head[*to as usize].max(self.head[at as usize] + lag);
            }
        }
        for &at in self.order.iter().rev() {
            let behind = self.out.of(at).iter().map(|(to, lag)| self.tail[*to as usize] + lag);
            self.tail[at as usize] = behind.max().unwrap_or(0).max(self.duration[at as usize]);
        }
    }

    fn topological(&self) -> Vec<u32> {
        let mut waiting: Vec<u32> = (0..self.count as u32).map(|at| self.into.of(at).len() as u32).collect();
        let mut order: Vec<u32> = (0..self.count as u32).filter(|at| waiting[*at as usize] == 0).collect();
        let mut next = 0;
        while let Some(&at) = order.get(next) {
            next += 1;
            for (to, _) in self.out.of(at) {
                waiting[*to as usize] -= 1;
                if waiting[*to as usize] == 0 {
                    order.push(*to);
                }
            }
        }
        order
    }

    /// Packs the demands: four lanes of 16 bits, or two of 32 where a capacity is large.
    fn pack(&mut self) {
        let bits = if self.capacity.iter().all(|capacity| *capacity < 1 << 15) { 16 } else { 32 };
        let lanes = 64 / bits;
        self.words = self.resources.div_ceil(lanes).max(1);
        self.guard = (0..lanes).map(|lane| 1u64 << (lane * bits + bits - 1)).sum();
        let resources = self.resources;
        let pack = |values: &[i32]| -> Vec<u64> {
            let mut words = vec![0u64; resources.div_ceil(lanes).max(1)];
            for (resource, value) in values.iter().enumerate() {
                words[resource / lanes] |= (*value as u64) << (resource % lanes * bits);
            }
            words
        };
        self.full = pack(&self.capacity).into_iter().map(|word| word | self.guard).collect();
        self.packed = (0..self.count).flat_map(|at| pack(self.demands(at as u32))).collect();
    }

    #[inline]
    pub(super) fn demands(&self, at: u32) -> &[i32] {
        let first = at as usize * self.resources;
        &self.demand[first..first + self.resources]
    }

    #[inline]
    pub(super) fn length(&self, at: u32) -> i32 {
        self.duration[at as usize]
    }

    /// Longest path through all activities.
    pub(super) fn path(&self) -> i32 {
        self.head.iter().zip(&self.tail).map(|(head, tail)| head + tail).max().unwrap_or(0)
    }

    /// End of the last activity.
    pub(super) fn makespan(&self, start: &[i32]) -> i32 {
        start.iter().zip(&self.duration).map(|(start, length)| start + length).max().unwrap_or(0)
    }

    /// Whether two activities ask together for more than there is of some resource.
    #[inline]
    pub(super) fn compete(&self, a: u32, b: u32) -> bool {
        let of = |at: u32| &self.packed[at as usize * self.words..(at as usize + 1) * self.words];
        let short =
            |((full, a), b): ((&u64, &u64), &u64)| (full - a).wrapping_sub(*b) & self.guard != self.guard;
        self.length(a) > 0 && self.length(b) > 0 && self.full.iter().zip(of(a)).zip(of(b)).any(short)
    }

    /// Whether it costs little to compare all pairs of activities.
    pub(super) fn compares_pairs(&self) -> bool {
        self.count.saturating_mul(self.count).saturating_mul(self.words) <= PAIR_WORK
    }

    /// Whether a proof by search can be tried for schedules up to a makespan.
    pub(super) fn can_prove(&self, makespan: i32) -> bool {
        self.compares_pairs()
            && self.count * self.resources <= PROOF_DEMANDS
            && i64::from(makespan) * self.words as i64 <= PROOF_CELLS
    }
}

/// Words of demand looked at when all pairs are compared, at most.
const PAIR_WORK: usize = 4_000_000;
/// Activities times resources, and moments times words, above which nothing is proven by search.
const PROOF_DEMANDS: usize = 50_000;
const PROOF_CELLS: i64 = 1 << 18;

/// The largest unit of time that all durations and lags are whole numbers of.
fn unit(instance: &Instance) -> i64 {
    let lags = instance.links.iter().map(|link| link.lag);
    instance.duration.iter().copied().chain(lags).fold(0, gcd).max(1)
}

/// The largest common divisor.
pub(in crate::rcpsp) fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.saturating_abs(), b.saturating_abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// Resources of which more can be asked at once than there is.
fn scarce(instance: &Instance) -> Vec<u32> {
    let per = instance.capacity.len();
    (0..per as u32)
        .filter(|resource| {
            let users = (0..instance.duration.len()).filter(|at| instance.duration[*at] > 0);
            let sum = users
                .map(|at| instance.demand[at * per + *resource as usize])
                .fold(0i64, i64::saturating_add);
            sum > instance.capacity[*resource as usize]
        })
        .collect()
}

/// Demands and capacities of each resource in the largest unit common to its demands.
fn reduced(mut demand: Vec<i64>, mut capacity: Vec<i64>) -> (Vec<i32>, Vec<i32>) {
    let per = capacity.len();
    for (resource, capacity) in capacity.iter_mut().enumerate() {
        let unit = demand.iter().skip(resource).step_by(per).copied().fold(0, gcd).max(1);
        for slot in demand.iter_mut().skip(resource).step_by(per) {
            *slot /= unit;
        }
        *capacity /= unit;
    }
    let narrow = |value: i64| i32::try_from(value).unwrap_or(i32::MAX);
    (demand.into_iter().map(narrow).collect(), capacity.into_iter().map(narrow).collect())
}

/// One link for each pair: the one with the longest lag.
fn strongest(links: &[Link]) -> Vec<Link> {
    let mut links: Vec<Link> = links.to_vec();
    links.arrange_by_key(|link| (link.from, link.to, std::cmp::Reverse(link.lag)));
    links.dedup_by_key(|link| (link.from, link.to));
    links
}

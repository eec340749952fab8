//! Learned nogoods: literals that cannot all hold, each watched at two of them.

use super::trail::{Lit, Reason, Trail};
use super::{Propagated, Solver};
use crate::sort::Arrange;

#[derive(Debug, Clone, Copy)]
struct Header {
    first: u32,
    count: u32,
    /// Number of levels among its literals when it was learned.
    levels: u32,
    used: f32,
}

/// The nogoods that watch one bound: the values from which on, beside their numbers.
#[derive(Debug, Clone, Default)]
struct Watches {
    values: Vec<i32>,
    nogoods: Vec<u32>,
}

impl Watches {
    fn push(&mut self, value: i32, nogood: u32) {
        self.values.push(value);
        self.nogoods.push(nogood);
    }

    fn clear(&mut self) {
        self.values.clear();
        self.nogoods.clear();
    }

    /// The first from an index on whose value is above `before` and at most `value`.
    #[inline]
    fn next(&self, mut index: usize, before: i32, value: i32) -> Option<usize> {
        let (base, width) = (before + 1, (value - before) as u32);
        let hit = |one: &i32| (one.wrapping_sub(base) as u32) < width;
        let rest = self.values.get(index..)?;
        let chunks = rest.chunks_exact(CHUNK);
        let tail = chunks.remainder();
        for chunk in chunks {
            if chunk.iter().fold(false, |any, one| any | hit(one)) {
                return chunk.iter().position(hit).map(|offset| index + offset);
            }
            index += CHUNK;
        }
        tail.iter().position(hit).map(|offset| index + offset)
    }
}

/// Nogoods kept before the first are forgotten.
const FIRST_LIMIT: usize = 3_000;
/// Values compared at a time.
const CHUNK: usize = 16;

#[derive(Debug)]
pub(super) struct Nogoods {
    headers: Vec<Header>,
    lits: Vec<Lit>,
    watches: Vec<Watches>,
    limit: usize,
    step: f32,
}

impl Nogoods {
    pub(super) fn new(activities: usize) -> Self {
        Self {
            headers: Vec::new(),
            lits: Vec::new(),
            watches: vec![Watches::default(); 2 * activities],
            limit: FIRST_LIMIT,
            step: 1.0,
        }
    }

    #[inline]
    pub(super) fn lits(&self, number: u32) -> &[Lit] {
        let header = self.headers[number as usize];
        &self.lits[header.first as usize..(header.first + header.count) as usize]
    }

    pub(super) fn bump(&mut self, number: u32) {
        self.headers[number as usize].used += self.step;
        if self.headers[number as usize].used > 1e20 {
            self.step *= 1e-20;
            for header in &mut self.headers {
                header.used *= 1e-20;
            }
        }
    }

    /// Adds a nogood of at least two literals, the first two to be watched; its number.
    pub(super) fn add(&mut self, lits: &[Lit], levels: u32) -> u32 {
        let number = self.headers.len() as u32;
        self.step *= 1.001;
        let first = self.lits.len() as u32;
        self.headers.push(Header { first, count: lits.len() as u32, levels, used: self.step });
        self.lits.extend_from_slice(lits);
        for lit in &lits[..2] {
            self.watches[lit.bound as usize].push(lit.value, number);
        }
        number
    }

    /// Forgets the less useful half when there are many. Only at level 0.
    pub(super) fn reduce(&mut self, trail: &Trail) {
        if self.headers.len() < self.limit {
            return;
        }
        self.limit += self.limit / 10;
        let mut order: Vec<u32> = (0..self.headers.len() as u32).collect();
        order.arrange_by(|a, b| {
            let (a, b) = (&self.headers[*a as usize], &self.headers[*b as usize]);
            (a.levels > 2).cmp(&(b.levels > 2)).then(b.used.total_cmp(&a.used))
        });
        let mut keep: Vec<u32> = order[..order.len() / 2].to_vec();
        keep.sort_unstable();
        let (mut headers, mut lits) = (Vec::with_capacity(keep.len()), Vec::new());
        for watches in &mut self.watches {
            watches.clear();
        }
        for number in keep {
            let header = self.headers[number as usize];
            let own = self.lits(number);
            if own.iter().any(|lit| trail.fails(*lit)) {
                continue;
            }
            // At level 0 at most one literal of what is neither violated nor a unit holds no longer; literals that
            // hold stay where they are unless they are watched.
            let first = lits.len() as u32;
            lits.extend_from_slice(own);
            let own = &mut lits[first as usize..];
            let mut free = 0;
            for index in 0..own.len() {
                if !trail.holds(own[index]) {
                    own.swap(free, index);
                    free += 1;
                    if free == 2 {
                        break;
                    }
                }
            }
            let number = headers.len() as u32;
            for lit in &own[..2] {
                self.watches[lit.bound as usize].push(lit.value, number);
            }
            headers.push(Header { first, ..header });
        }
        self.headers = headers;
        self.lits = lits;
    }
}

impl Solver<'_> {
    /// Nogoods with a literal that has begun to hold.
    #[inline]
    pub(super) fn follow_nogoods(&mut self, bound: u32, before: i32, value: i32) -> Propagated {
        // What is watched anew meanwhile is on other bounds: a nogood has one literal on each.
        let mut watches = std::mem::take(&mut self.nogoods.watches[bound as usize]);
        let (mut index, mut result) = (0, Ok(()));
        while let Some(at) = watches.next(index, before, value) {
            match self.visit(watches.nogoods[at], bound) {
                Ok(true) => index = at + 1,
                Ok(false) => {
                    watches.values.swap_remove(at);
                    watches.nogoods.swap_remove(at);
                    index = at;
                }
                Err(conflict) => {
                    result = Err(conflict);
                    break;
                }
            }
        }
        self.nogoods.watches[bound as usize] = watches;
        result
    }

    /// One nogood whose watched literal on `bound` holds now; whether it stays watched there.
    #[inline]
    fn visit(&mut self, number: u32, bound: u32) -> Result<bool, super::Conflict> {
        let header = self.nogoods.headers[number as usize];
        let lits = &mut self.nogoods.lits[header.first as usize..(header.first + header.count) as usize];
        if lits[0].bound == bound {
            lits.swap(0, 1);
        }
        let first = lits[0];
        if self.trail.fails(first) {
            return Ok(true);
        }
        if let Some(free) = (2..lits.len()).find(|index| !self.trail.holds(lits[*index])) {
            lits.swap(1, free);
            let lit = lits[1];
            self.nogoods.watches[lit.bound as usize].push(lit.value, number);
            return Ok(false);
        }
        let not = first.not();
        if self.trail.holds(first) {
            let lits = self.nogoods.lits(number).to_vec();
            self.nogoods.bump(number);
            self.contradict(lits)?;
        }
        self.set(not.bound as usize, not.value, Reason::Nogood(number))?;
        Ok(true)
    }
}

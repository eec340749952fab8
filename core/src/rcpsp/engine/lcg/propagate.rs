//! Links, and pairs that cannot overlap.

use super::super::model::Model;
use super::trail::{Lit, Reason};
use super::{Conflict, Propagated, Solver};

/// Pairs that cannot overlap and that no path orders.
pub(super) fn partners(model: &Model) -> (Vec<u32>, Vec<u32>) {
    let count = model.count;
    let (mut first, mut list) = (vec![0u32], Vec::new());
    if !model.compares_pairs() {
        first.resize(count + 1, 0);
        return (first, list);
    }
    let behind = closure(model);
    let words = count.div_ceil(64);
    let is_behind = |a: usize, b: usize| behind[a * words + b / 64] >> (b % 64) & 1 == 1;
    for a in 0..count {
        for b in 0..count {
            if a != b && !is_behind(a, b) && !is_behind(b, a) && model.compete(a as u32, b as u32) {
                list.push(b as u32);
            }
        }
        first.push(list.len() as u32);
    }
    (first, list)
}

/// Bits of the activities that a path makes start after each has ended.
pub(in super::super) fn closure(model: &Model) -> Vec<u64> {
    let words = model.count.div_ceil(64);
    let mut behind = vec![0u64; model.count * words];
    for &at in model.order.iter().rev() {
        for (to, lag) in model.out.of(at) {
            if *lag < model.length(at) {
                continue;
            }
            let (own, other) = (at as usize * words, *to as usize * words);
            for word in 0..words {
                behind[own + word] |= behind[other + word];
            }
            behind[own + *to as usize / 64] |= 1 << (*to % 64);
        }
    }
    behind
}

impl Solver<'_> {
    /// What a raised bound raises along links.
    #[inline]
    pub(super) fn follow_links(&mut self, bound: u32) -> Propagated {
        let model = self.model;
        let (at, side) = (bound / 2, bound & 1);
        let value = self.trail.value(bound as usize);
        let others = if side == 0 { model.out.of(at) } else { model.into.of(at) };
        for &(other, lag) in others {
            let to = (2 * other + side) as usize;
            if value + lag > self.trail.value(to) {
                self.set(to, value + lag, Reason::Link { from: bound, lag })?;
            }
        }
        Ok(())
    }

    /// Of pairs that cannot overlap: if one cannot go before, it goes after.
    #[inline]
    pub(super) fn follow_pairs(&mut self, at: u32) -> Propagated {
        let at = at as usize;
        let (first, last) = (self.first_partner[at] as usize, self.first_partner[at + 1] as usize);
        let length = self.model.duration[at];
        for index in first..last {
            let other = self.partners[index] as usize;
            let (low, high) = (self.trail.low(at), self.trail.high(at));
            let (other_low, other_high) = (self.trail.low(other), self.trail.high(other));
            let other_length = self.model.duration[other];
            if low + length > other_high {
                self.order(other, at)?;
            } else if other_low + other_length > high {
                self.order(at, other)?;
            }
        }
        Ok(())
    }

    /// One goes before the other, which cannot go before it.
    fn order(&mut self, before: usize, after: usize) -> Propagated {
        let length = self.model.duration[before];
        let low = self.trail.low(before) + length;
        self.set(2 * after, low, Reason::Pair { other: before as u32 })?;
        let high = self.trail.high(after) - length;
        self.set(2 * before + 1, -high, Reason::Pair { other: after as u32 })
    }

    /// Literals that together imply a literal by a reason, as they were when the trail was so long.
    pub(super) fn explain(&self, lit: Lit, reason: Reason, length: usize, out: &mut Vec<Lit>) {
        let own = lit.bound / 2;
        match reason {
            Reason::Root | Reason::Decision => {}
            Reason::Link { from, lag } => out.push(Lit { bound: from, value: lit.value - lag }),
            Reason::Pair { other } => {
                // `first` cannot go before `second`: its end is after the latest start of `second`.
                let (first, second, before) =
                    if lit.bound & 1 == 0 { (own, other, other) } else { (other, own, own) };
                out.push(Lit {
                    bound: 2 * other + (lit.bound & 1),
                    value: lit.value - self.model.length(before),
                });
                let high = -self.trail.value_at(2 * second as usize + 1, length);
                let low = high + 1 - self.model.length(first);
                let loose = self.trail.value_at(2 * first as usize, length) + self.model.length(first) - 1;
                if self.trail.is_root(Lit { bound: 2 * second + 1, value: -loose }) {
                    out.push(Lit { bound: 2 * first, value: loose + 1 - self.model.length(first) });
                } else {
                    out.push(Lit { bound: 2 * first, value: low });
                    out.push(Lit { bound: 2 * second + 1, value: -high });
                }
            }
            Reason::Short { at, resource } => self.explain_short(lit, at, resource, length, out),
            Reason::Nogood(number) => {
                out.extend(self.nogoods.lits(number).iter().filter(|other| other.bound != lit.bound ^ 1));
            }
        }
    }

    /// Notes a conflict.
    pub(super) fn contradict(&mut self, lits: Vec<Lit>) -> Propagated {
        self.conflict = lits;
        Err(Conflict)
    }
}

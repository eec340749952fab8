//! Resources: an activity whose latest start is before its earliest end certainly runs in between.
//!
//! What is free of all resources stands in one packed cell for each moment, taken and given back as the certain
//! parts grow and shrink.

use super::super::model::Model;
use super::trail::{Lit, Reason};
use super::{Propagated, Solver};

#[derive(Debug)]
pub(super) struct TimeTable {
    cells: Vec<u64>,
    /// The certain part of each activity that is in the cells.
    part: Vec<(i32, i32)>,
    /// Parts before they grew, with the level.
    undo: Vec<(u32, u32, i32, i32)>,
    dirty: Vec<u32>,
    is_dirty: Vec<bool>,
    every: bool,
    users: Vec<u32>,
}

impl TimeTable {
    pub(super) fn new(model: &Model, target: i32) -> Self {
        let cells = target.max(0) as usize + 1;
        Self {
            cells: model.full.iter().copied().cycle().take(cells * model.words).collect(),
            part: vec![(0, 0); model.count],
            undo: Vec::new(),
            dirty: Vec::new(),
            is_dirty: vec![false; model.count],
            every: false,
            users: (0..model.count as u32)
                .filter(|at| model.length(*at) > 0 && model.demands(*at).iter().any(|need| *need > 0))
                .collect(),
        }
    }

    pub(super) fn all_dirty(&mut self) {
        for at in 0..self.part.len() as u32 {
            self.dirty(at);
        }
        self.every = true;
    }

    #[inline]
    pub(super) fn dirty(&mut self, at: u32) {
        if !self.is_dirty[at as usize] {
            self.is_dirty[at as usize] = true;
            self.dirty.push(at);
        }
    }

    pub(super) fn backtrack(&mut self, model: &Model, level: usize) {
        while let Some(&(deep, at, from, to)) = self.undo.last() {
            if (deep as usize) <= level {
                break;
            }
            self.undo.pop();
            let (was_from, was_to) = self.part[at as usize];
            if from >= to {
                self.add(model, at, was_from, was_to, true);
            } else {
                self.add(model, at, was_from, from, true);
                self.add(model, at, to, was_to, true);
            }
            self.part[at as usize] = (from, to);
        }
        for at in self.dirty.drain(..) {
            self.is_dirty[at as usize] = false;
        }
    }

    /// Takes the need of an activity, or gives it back.
    fn add(&mut self, model: &Model, at: u32, from: i32, to: i32, back: bool) {
        let words = model.words;
        let need = &model.packed[at as usize * words..(at as usize + 1) * words];
        for cells in self.cells[from as usize * words..to.max(from) as usize * words].chunks_exact_mut(words)
        {
            for (cell, need) in cells.iter_mut().zip(need) {
                *cell = if back { cell.wrapping_add(*need) } else { cell.wrapping_sub(*need) };
            }
        }
    }

    /// Lanes of an activity's need that are short at a moment, by word; `None` if it fits.
    #[inline]
    fn short(&self, model: &Model, at: u32, moment: i32) -> Option<(usize, u64)> {
        let words = model.words;
        let cells = &self.cells[moment as usize * words..(moment as usize + 1) * words];
        let need = &model.packed[at as usize * words..(at as usize + 1) * words];
        for (word, (cell, need)) in cells.iter().zip(need).enumerate() {
            let short = !cell.wrapping_sub(*need) & model.guard;
            if short != 0 {
                return Some((word, short));
            }
        }
        None
    }

    /// The last moment of `[from, to)` at which an activity does not fit.
    #[inline]
    fn last_short(&self, model: &Model, at: u32, from: i32, to: i32) -> Option<i32> {
        if from >= to {
            return None;
        }
        if model.words == 1 {
            let (need, guard) = (model.packed[at as usize], model.guard);
            let cells = &self.cells[from as usize..to as usize];
            let found = cells.iter().rposition(|cell| cell.wrapping_sub(need) & guard != guard)?;
            return Some(from + found as i32);
        }
        (from..to).rev().find(|moment| self.short(model, at, *moment).is_some())
    }

    /// The first moment of `[from, to)` at which an activity does not fit.
    #[inline]
    fn first_short(&self, model: &Model, at: u32, from: i32, to: i32) -> Option<i32> {
        if from >= to {
            return None;
        }
        if model.words == 1 {
            let (need, guard) = (model.packed[at as usize], model.guard);
            let cells = &self.cells[from as usize..to as usize];
            let found = cells.iter().position(|cell| cell.wrapping_sub(need) & guard != guard)?;
            return Some(from + found as i32);
        }
        (from..to).find(|moment| self.short(model, at, *moment).is_some())
    }
}

impl Solver<'_> {
    /// Lets the certain parts grow and pushes what does not fit beside them.
    pub(super) fn follow_table(&mut self) -> Propagated {
        if self.table.dirty.is_empty() {
            return Ok(());
        }
        let model = self.model;
        let (mut from, mut to) = (i32::MAX, i32::MIN);
        let mut lanes = 0u64;
        let dirty = std::mem::take(&mut self.table.dirty);
        for &at in &dirty {
            if let Err(conflict) = self.grow(at, &mut from, &mut to, &mut lanes) {
                for &at in &dirty {
                    self.table.is_dirty[at as usize] = false;
                }
                return Err(conflict);
            }
        }
        let every = std::mem::take(&mut self.table.every);
        let mut result = Ok(());
        for index in 0..self.table.users.len() {
            let at = self.table.users[index];
            let i = at as usize;
            if self.trail.is_fixed(i) {
                continue;
            }
            let (low, end) = (self.trail.low(i), self.trail.high(i) + model.duration[i]);
            let touched =
                low < to && end > from && (model.words > 1 || spread(model.packed[i], model) & lanes != 0);
            if every || self.table.is_dirty[i] || touched {
                self.work += 1;
                result = self.filter(at);
                if result.is_err() {
                    break;
                }
            }
        }
        for at in dirty {
            self.table.is_dirty[at as usize] = false;
        }
        result
    }

    /// Lets the certain part of an activity grow; the moments that changed widen `from..to`.
    fn grow(&mut self, at: u32, from: &mut i32, to: &mut i32, lanes: &mut u64) -> Propagated {
        let model = self.model;
        let i = at as usize;
        if model.duration[i] == 0 {
            return Ok(());
        }
        let part = (self.trail.high(i), self.trail.low(i) + model.duration[i]);
        let was = self.table.part[i];
        if part.0 >= part.1 || part == was {
            return Ok(());
        }
        let empty = was.0 >= was.1;
        let pieces = if empty { [part, (0, 0)] } else { [(part.0, was.0), (was.1, part.1)] };
        for (first, last) in pieces {
            if first >= last {
                continue;
            }
            if let Some(moment) = self.table.first_short(model, at, first, last) {
                return self.overload(at, moment);
            }
        }
        self.table.undo.push((self.trail.level() as u32, at, was.0, was.1));
        self.table.part[i] = part;
        for (first, last) in pieces {
            if first < last {
                self.table.add(model, at, first, last, false);
                *from = (*from).min(first);
                *to = (*to).max(last);
            }
        }
        *lanes |= spread(model.packed[i * model.words], model);
        Ok(())
    }

    /// An activity certainly runs at a moment at which there is not enough for it.
    fn overload(&mut self, at: u32, moment: i32) -> Propagated {
        let resource = self.short_resource(at, moment);
        let mut lits = Vec::new();
        let length = self.trail.len();
        lits.push(Lit { bound: 2 * at, value: moment + 1 - self.model.length(at) });
        lits.push(Lit { bound: 2 * at + 1, value: -moment });
        self.explain_users(at, moment, resource, length, &mut lits);
        self.contradict(lits)
    }

    fn short_resource(&self, at: u32, moment: i32) -> u32 {
        let model = self.model;
        let (word, short) = self.table.short(model, at, moment).unwrap_or((0, 1));
        let bits = if model.guard.count_ones() == 4 { 16 } else { 32 };
        let lanes = 64 / bits;
        (word * lanes + short.trailing_zeros() as usize / bits) as u32
    }

    /// Pushes an activity out of moments at which it does not fit.
    fn filter(&mut self, at: u32) -> Propagated {
        let model = self.model;
        let i = at as usize;
        let length = model.duration[i];
        loop {
            let (low, high) = (self.trail.low(i), self.trail.high(i));
            let Some(moment) = self.table.last_short(model, at, low, high.min(low + length)) else { break };
            let resource = self.short_resource(at, moment);
            self.set(2 * i, moment + 1, Reason::Short { at: moment, resource })?;
        }
        loop {
            let (low, high) = (self.trail.low(i), self.trail.high(i));
            let Some(moment) = self.table.first_short(model, at, high.max(low + length), high + length)
            else {
                break;
            };
            let resource = self.short_resource(at, moment);
            self.set(2 * i + 1, length - moment, Reason::Short { at: moment, resource })?;
        }
        Ok(())
    }

    /// Why an activity cannot run at a moment.
    pub(super) fn explain_short(
        &self,
        lit: Lit,
        moment: i32,
        resource: u32,
        length: usize,
        out: &mut Vec<Lit>,
    ) {
        let at = lit.bound / 2;
        if lit.bound & 1 == 0 {
            out.push(Lit { bound: lit.bound, value: moment + 1 - self.model.length(at) });
        } else {
            out.push(Lit { bound: lit.bound, value: -moment });
        }
        self.explain_users(at, moment, resource, length, out);
    }

    /// Activities that certainly run at a moment and leave too little for another, as few as needed.
    fn explain_users(&self, own: u32, moment: i32, resource: u32, length: usize, out: &mut Vec<Lit>) {
        let model = self.model;
        let mut short = model.capacity[resource as usize] - model.demands(own)[resource as usize];
        let mut users: smallvec::SmallVec<[(u32, i32); 16]> = smallvec::SmallVec::new();
        for &at in &self.table.users {
            let need = model.demand[at as usize * model.resources + resource as usize];
            let i = at as usize;
            if at == own || need == 0 {
                continue;
            }
            // The bounds of now are at least as tight as those of then.
            if self.trail.high(i) > moment || self.trail.low(i) + model.duration[i] <= moment {
                continue;
            }
            let low = self.trail.value_at(2 * i, length);
            let high = -self.trail.value_at(2 * i + 1, length);
            if high > moment || low + model.duration[i] <= moment {
                continue;
            }
            let lits = [
                Lit { bound: 2 * at, value: moment + 1 - model.duration[i] },
                Lit { bound: 2 * at + 1, value: -moment },
            ];
            if lits.iter().all(|lit| self.trail.is_root(*lit)) {
                short -= need;
            } else {
                users.push((at, need));
            }
        }
        if short < 0 {
            return;
        }
        users.sort_unstable_by_key(|(at, need)| (std::cmp::Reverse(*need), *at));
        let mut taken = 0;
        let mut last = 0;
        for (index, (_, need)) in users.iter().enumerate() {
            taken += need;
            last = index;
            if taken > short {
                break;
            }
        }
        for (index, (at, need)) in users.iter().enumerate().take(last + 1) {
            // What is more than needed is left out.
            if index < last && taken - need > short {
                taken -= need;
                continue;
            }
            out.push(Lit { bound: 2 * at, value: moment + 1 - model.duration[*at as usize] });
            out.push(Lit { bound: 2 * at + 1, value: -moment });
        }
    }
}

/// The guard bits of the lanes in which a word of need is above zero.
#[inline]
fn spread(need: u64, model: &Model) -> u64 {
    // A lane of need n leaves its guard bit clear in guard - n exactly if n > 0.
    !(model.guard.wrapping_sub(need)) & model.guard
}

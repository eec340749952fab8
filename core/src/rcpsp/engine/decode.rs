//! Serial schedule generation on a packed profile of free capacity.
//!
//! One cell for each moment holds what is free of up to four resources in one word; a guard bit above each lane
//! tells in one subtraction whether all of them suffice. A window is scanned from its end: behind a moment that
//! does not suffice nothing earlier can start (R. Kolisch, EJOR 90, 1996, for the scheme).

use super::model::Model;
use crate::sort::Arrange;

/// Free capacity in the making of a schedule; reused from one to the next.
#[derive(Debug, Clone)]
pub(super) struct Decoder {
    cells: Vec<u64>,
    /// Cells from here on are untouched.
    touched: usize,
    pub(super) start: Vec<i32>,
}

impl Decoder {
    pub(super) fn new(model: &Model) -> Self {
        Self { cells: Vec::new(), touched: 0, start: vec![0; model.count] }
    }

    /// Everything free again.
    pub(super) fn clear(&mut self, model: &Model) {
        for slot in self.cells[..self.touched].chunks_exact_mut(model.words) {
            slot.copy_from_slice(&model.full);
        }
        self.touched = 0;
    }

    /// Room up to a moment.
    #[inline]
    fn reach(&mut self, model: &Model, end: i32) {
        let needed = end as usize * model.words;
        if needed > self.cells.len() {
            let more = needed.max(self.cells.len() * 2).max(256 * model.words);
            let more = more.next_multiple_of(model.words);
            while self.cells.len() < more {
                self.cells.extend_from_slice(&model.full);
            }
        }
        self.touched = self.touched.max(needed);
    }

    /// Every activity of a list, predecessors first, at its earliest feasible place; the makespan.
    pub(super) fn serial(&mut self, model: &Model, list: &[u32]) -> i32 {
        self.clear(model);
        let mut end = 0;
        for &at in list {
            let earliest = model.into.of(at).iter().map(|(from, lag)| self.start[*from as usize] + lag);
            let earliest = earliest.max().unwrap_or(0).max(0);
            end = end.max(self.put(model, at, earliest));
        }
        end
    }

    /// Places an activity from a moment on; its end.
    #[inline]
    pub(super) fn put(&mut self, model: &Model, at: u32, earliest: i32) -> i32 {
        let length = model.length(at);
        let from = if model.words == 1 {
            self.put_one(model, at, earliest, length)
        } else {
            self.put_many(model, at, earliest, length)
        };
        self.start[at as usize] = from;
        from + length
    }

    #[inline]
    fn put_one(&mut self, model: &Model, at: u32, earliest: i32, length: i32) -> i32 {
        let need = model.packed[at as usize];
        if need == 0 {
            return earliest;
        }
        let guard = model.guard;
        let mut from = earliest as usize;
        // Cells below `known` and from `from` on suffice.
        let mut known = from;
        let length = length as usize;
        loop {
            self.reach(model, (from + length) as i32);
            let window = &self.cells[known..from + length];
            match window.iter().rposition(|cell| cell.wrapping_sub(need) & guard != guard) {
                None => break,
                Some(conflict) => {
                    let end = from + length;
                    from = known + conflict + 1;
                    known = end.max(from);
                }
            }
        }
        for cell in &mut self.cells[from..from + length] {
            *cell -= need;
        }
        from as i32
    }

    fn put_many(&mut self, model: &Model, at: u32, earliest: i32, length: i32) -> i32 {
        let words = model.words;
        let need = &model.packed[at as usize * words..(at as usize + 1) * words];
        if need.iter().all(|word| *word == 0) {
            return earliest;
        }
        let guard = model.guard;
        let (mut from, length) = (earliest as usize, length as usize);
        let mut known = from;
        loop {
            self.reach(model, (from + length) as i32);
            let window = self.cells[known * words..(from + length) * words].chunks_exact(words);
            let short = |cells: &[u64]| {
                cells.iter().zip(need).any(|(cell, need)| cell.wrapping_sub(*need) & guard != guard)
            };
            match window.into_iter().rposition(short) {
                None => break,
                Some(conflict) => {
                    let end = from + length;
                    from = known + conflict + 1;
                    known = end.max(from);
                }
            }
        }
        for cells in self.cells[from * words..(from + length) * words].chunks_exact_mut(words) {
            for (cell, need) in cells.iter_mut().zip(need) {
                *cell -= need;
            }
        }
        from as i32
    }
}

/// A list in the order of keys, made to respect the links: nobody comes before a predecessor.
///
/// `keys` is changed: a key below that of a predecessor is raised to it. Keys near each other, as times are, are
/// counted out; `counts` is room for that.
pub(super) fn list_by_keys(model: &Model, keys: &mut [i64], counts: &mut Vec<u32>, list: &mut Vec<u32>) {
    let (mut least, mut most) = (i64::MAX, i64::MIN);
    for &at in &model.order {
        let mut key = keys[at as usize];
        for (from, _) in model.into.of(at) {
            key = key.max(keys[*from as usize]);
        }
        keys[at as usize] = key;
        (least, most) = (least.min(key), most.max(key));
    }
    list.clear();
    list.extend_from_slice(&model.order);
    let range = i128::from(most) - i128::from(least);
    if range > 8 * model.count as i128 + 1_000 {
        list.arrange_by_key(|at| keys[*at as usize]);
        return;
    }
    counts.clear();
    counts.resize((range + 2).max(1) as usize, 0);
    for &at in &model.order {
        counts[(keys[at as usize] - least) as usize + 1] += 1;
    }
    let mut sum = 0;
    for count in counts.iter_mut() {
        sum += *count;
        *count = sum;
    }
    for &at in &model.order {
        let place = &mut counts[(keys[at as usize] - least) as usize];
        list[*place as usize] = at;
        *place += 1;
    }
}

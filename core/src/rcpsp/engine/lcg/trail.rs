//! Bounds and their history.
//!
//! Bound `2i` is the least start of activity `i`, bound `2i + 1` the negative of its greatest start, so that every
//! bound only ever rises and the negation of "bound `b` is at least `v`" is "bound `b ^ 1` is at least `1 - v`".

/// "This bound is at least this value."
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in super::super) struct Lit {
    pub(in super::super) bound: u32,
    pub(in super::super) value: i32,
}

impl Lit {
    pub(super) fn not(self) -> Lit {
        Lit { bound: self.bound ^ 1, value: 1 - self.value }
    }
}

/// Why a bound was raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    Root,
    Decision,
    /// Another bound plus a lag.
    Link {
        from: u32,
        lag: i32,
    },
    /// The other activity goes before (a lower bound) or after (an upper one), for it cannot be the other way.
    Pair {
        other: u32,
    },
    /// The resource is short at a moment.
    Short {
        at: i32,
        resource: u32,
    },
    Nogood(u32),
}

/// A raised bound.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) bound: u32,
    pub(super) value: i32,
    /// Value before.
    pub(super) before: i32,
    /// The entry that raised the same bound before.
    pub(super) previous: u32,
    pub(super) level: u32,
    pub(super) reason: Reason,
}

#[derive(Debug)]
pub(super) struct Trail {
    value: Vec<i32>,
    /// Last entry of each bound.
    last: Vec<u32>,
    entries: Vec<Entry>,
    /// Length of the trail at the beginning of each level but the first.
    levels: Vec<u32>,
}

impl Trail {
    pub(super) fn new(activities: usize) -> Self {
        let count = 2 * activities;
        let entry = |bound: usize| Entry {
            bound: bound as u32,
            value: i32::MIN / 4,
            before: i32::MIN / 4,
            previous: u32::MAX,
            level: 0,
            reason: Reason::Root,
        };
        Self {
            value: vec![i32::MIN / 4; count],
            last: (0..count as u32).collect(),
            entries: (0..count).map(entry).collect(),
            levels: Vec::new(),
        }
    }

    /// Sets a first bound.
    pub(super) fn first(&mut self, bound: usize, value: i32) {
        self.value[bound] = value;
        self.entries[bound].value = value;
    }

    #[inline]
    pub(super) fn value(&self, bound: usize) -> i32 {
        self.value[bound]
    }

    /// Least start.
    #[inline]
    pub(super) fn low(&self, at: usize) -> i32 {
        self.value[2 * at]
    }

    /// Greatest start.
    #[inline]
    pub(super) fn high(&self, at: usize) -> i32 {
        -self.value[2 * at + 1]
    }

    #[inline]
    pub(super) fn is_fixed(&self, at: usize) -> bool {
        self.value[2 * at] + self.value[2 * at + 1] == 0
    }

    #[inline]
    pub(super) fn holds(&self, lit: Lit) -> bool {
        self.value[lit.bound as usize] >= lit.value
    }

    #[inline]
    pub(super) fn fails(&self, lit: Lit) -> bool {
        self.value[lit.bound as usize ^ 1] >= 1 - lit.value
    }

    #[inline]
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    #[inline]
    pub(super) fn entry(&self, at: usize) -> Entry {
        self.entries[at]
    }

    pub(super) fn level(&self) -> usize {
        self.levels.len()
    }

    pub(super) fn new_level(&mut self) {
        self.levels.push(self.entries.len() as u32);
    }

    #[inline]
    pub(super) fn push(&mut self, bound: usize, value: i32, reason: Reason) {
        let before = std::mem::replace(&mut self.value[bound], value);
        let previous = std::mem::replace(&mut self.last[bound], self.entries.len() as u32);
        let level = self.levels.len() as u32;
        self.entries.push(Entry { bound: bound as u32, value, before, previous, level, reason });
    }

    pub(super) fn backtrack(&mut self, level: usize) {
        let keep = self.levels[level] as usize;
        for entry in self.entries.drain(keep..).rev() {
            self.value[entry.bound as usize] = entry.before;
            self.last[entry.bound as usize] = entry.previous;
        }
        self.levels.truncate(level);
    }

    /// The entry that made a literal hold.
    #[inline]
    pub(super) fn cause(&self, lit: Lit) -> usize {
        let mut at = self.last[lit.bound as usize];
        loop {
            let entry = &self.entries[at as usize];
            if entry.before < lit.value || entry.previous == u32::MAX {
                return at as usize;
            }
            at = entry.previous;
        }
    }

    /// The value of a bound when the trail was so long.
    #[inline]
    pub(super) fn value_at(&self, bound: usize, length: usize) -> i32 {
        let mut at = self.last[bound] as usize;
        while at >= length {
            at = self.entries[at].previous as usize;
        }
        self.entries[at].value
    }

    /// Whether a literal holds from the beginning.
    #[inline]
    pub(super) fn is_root(&self, lit: Lit) -> bool {
        self.entries[self.cause(lit)].level == 0
    }
}

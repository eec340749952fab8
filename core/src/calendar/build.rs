//! Making timelines: distinct weeks and pages are stored once.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::axis::{END, ORIGIN, PAGE_STRIDE, PAGE_WEEKS, PAGES, WEEK};
use super::timeline::{Inner, PageRef, Stretch, Timeline, WeekRef};
use crate::sort::Arrange;

/// The stretches of a week: sorted, apart from each other, within the week.
pub(super) type Pattern = SmallVec<[(u32, u32); 8]>;

/// Collects the pages of a timeline in order.
pub(super) struct Builder {
    pages: Vec<PageRef>,
    total: u32,
    weeks: Vec<WeekRef>,
    page_work: Vec<u32>,
    first: Vec<u32>,
    stretches: Vec<Stretch>,
    pattern_work: Vec<u32>,
    /// Looked up, never iterated.
    patterns: FxHashMap<Pattern, u32>,
    distinct: FxHashMap<[u32; PAGE_WEEKS], u32>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            pages: Vec::with_capacity(PAGES + 1),
            total: 0,
            weeks: Vec::new(),
            page_work: Vec::new(),
            first: vec![0],
            stretches: Vec::new(),
            pattern_work: Vec::new(),
            patterns: FxHashMap::default(),
            distinct: FxHashMap::default(),
        }
    }

    /// The index of a week's pattern: its stretches sorted and apart from each other.
    pub(super) fn pattern(&mut self, stretches: &[(u32, u32)]) -> u32 {
        if let Some(index) = self.patterns.get(stretches) {
            return *index;
        }
        let index = self.pattern_work.len() as u32;
        let mut before = 0;
        for &(start, end) in stretches {
            self.stretches.push(Stretch { start, end, before });
            before += end - start;
        }
        self.first.push(self.stretches.len() as u32);
        self.pattern_work.push(before);
        self.patterns.insert(Pattern::from_slice(stretches), index);
        index
    }

    /// The index of a page of these patterns.
    pub(super) fn page(&mut self, patterns: &[u32; PAGE_WEEKS]) -> u32 {
        if let Some(index) = self.distinct.get(patterns) {
            return *index;
        }
        let index = self.page_work.len() as u32;
        let mut work = 0;
        for &pattern in patterns {
            self.weeks.push(WeekRef { work, pattern });
            work += self.pattern_work[pattern as usize];
        }
        self.weeks.push(WeekRef { work, pattern: 0 });
        debug_assert_eq!(self.weeks.len() % PAGE_STRIDE, 0);
        self.page_work.push(work);
        self.distinct.insert(*patterns, index);
        index
    }

    /// The next page of the axis.
    pub(super) fn push(&mut self, page: u32) {
        self.pages.push(PageRef { work: self.total, page });
        self.total += self.page_work[page as usize];
    }

    /// The timeline of the pages pushed: all pages of the axis.
    pub(super) fn finish(mut self) -> Timeline {
        debug_assert_eq!(self.pages.len(), PAGES);
        self.pages.push(PageRef { work: self.total, page: 0 });
        Timeline(Arc::new(Inner {
            pages: self.pages.into_boxed_slice(),
            weeks: self.weeks.into_boxed_slice(),
            first: self.first.into_boxed_slice(),
            stretches: self.stretches.into_boxed_slice(),
        }))
    }
}

/// The timeline whose weeks are all alike.
pub(super) fn uniform(stretches: &[(u32, u32)]) -> Timeline {
    let mut builder = Builder::new();
    let pattern = builder.pattern(stretches);
    let page = builder.page(&[pattern; PAGE_WEEKS]);
    for _ in 0..PAGES {
        builder.push(page);
    }
    builder.finish()
}

/// Stretches cut to the axis, sorted, those that overlap or touch made one.
pub(super) fn normalize(stretches: impl Iterator<Item = (i64, i64)>) -> Vec<(i64, i64)> {
    let mut all: Vec<(i64, i64)> =
        stretches.map(|(from, to)| (from.max(ORIGIN), to.min(END))).filter(|(from, to)| from < to).collect();
    all.arrange();
    all.dedup_by(|next, kept| {
        let joined = next.0 <= kept.1;
        if joined {
            kept.1 = kept.1.max(next.1);
        }
        joined
    });
    all
}

/// The part of sorted stretches of the axis that lies in the week beginning at an instant, made into
/// a pattern: stretches that overlap or touch are one.
pub(super) fn week_pattern(stretches: &mut [(i64, i64)], week_start: i64) -> Pattern {
    stretches.arrange();
    let mut pattern = Pattern::new();
    for &mut (from, to) in stretches {
        let start = (from - week_start).clamp(0, WEEK) as u32;
        let end = (to - week_start).clamp(0, WEEK) as u32;
        match pattern.last_mut() {
            _ if start >= end => {}
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => pattern.push((start, end)),
        }
    }
    pattern
}

//! New timelines from old ones: what two have in common, and changed weeks.

use rustc_hash::FxHashMap;

use super::Timeline;
use super::axis::{END, ORIGIN, PAGE, PAGE_STRIDE, PAGE_WEEKS, PAGES, WEEK, page_start};
use super::build::{Builder, Pattern};
use super::timeline::{Inner, Stretch};

/// The working time that both have.
pub(super) fn intersect(a: &Inner, b: &Inner) -> Timeline {
    let mut builder = Builder::new();
    let mut pages: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut patterns: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    for page in 0..PAGES {
        let pair = (a.pages[page].page, b.pages[page].page);
        let index = match pages.get(&pair) {
            Some(index) => *index,
            None => {
                let mut ids = [0; PAGE_WEEKS];
                for (id, (a_week, b_week)) in
                    ids.iter_mut().zip(a.page_weeks(page).iter().zip(b.page_weeks(page)))
                {
                    *id = *patterns.entry((a_week.pattern, b_week.pattern)).or_insert_with(|| {
                        builder.pattern(&common(a.pattern(a_week.pattern), b.pattern(b_week.pattern)))
                    });
                }
                let index = builder.page(&ids);
                pages.insert(pair, index);
                index
            }
        };
        builder.push(index);
    }
    builder.finish()
}

fn common(a: &[Stretch], b: &[Stretch]) -> Pattern {
    let mut pattern = Pattern::new();
    let (mut a, mut b) = (a.iter().peekable(), b.iter().peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let (start, end) = (x.start.max(y.start), x.end.min(y.end));
        if start < end {
            pattern.push((start, end));
        }
        if x.end <= y.end {
            a.next();
        } else {
            b.next();
        }
    }
    pattern
}

/// Some weeks of the axis: a bit for each week of each page.
pub(super) struct Weeks([u64; PAGES]);

impl Weeks {
    pub(super) fn none() -> Self {
        Self([0; PAGES])
    }

    /// Adds the weeks that hold part of a stretch.
    pub(super) fn mark(&mut self, from: i64, to: i64) {
        let (from, to) = (from.max(ORIGIN), to.min(END));
        if from >= to {
            return;
        }
        let mut week = ((from - ORIGIN) / WEEK) as usize;
        let last = ((to - 1 - ORIGIN) / WEEK) as usize;
        while week <= last {
            let bit = week % PAGE_WEEKS;
            let count = (PAGE_WEEKS - bit).min(last - week + 1);
            self.0[week / PAGE_WEEKS] |= (u64::MAX >> (PAGE_WEEKS - count)) << bit;
            week += count;
        }
    }

    /// The bits of a page.
    pub(super) fn page(&self, page: usize) -> u64 {
        self.0[page]
    }

    /// The bits of each page in order.
    pub(super) fn pages(&self) -> impl Iterator<Item = u64> {
        self.0.iter().copied()
    }
}

/// What becomes of a page.
pub(super) enum Change {
    /// Nothing: it stays.
    Keep,
    /// Nobody works.
    Empty,
    /// The weeks with a bit are made anew.
    Weeks(u64),
}

/// A timeline of which some weeks are made anew: from the index of the page, the instant at which the
/// week begins and the stretches it had.
pub(super) fn rework(
    timeline: &Inner,
    mut change: impl FnMut(usize) -> Change,
    mut week: impl FnMut(i64, &[Stretch]) -> Pattern,
) -> Timeline {
    let mut builder = Builder::new();
    // Old patterns and pages by their index in the new timeline.
    let mut patterns: Vec<Option<u32>> = vec![None; timeline.first.len()];
    let mut pages: Vec<Option<u32>> = vec![None; timeline.weeks.len() / PAGE_STRIDE];
    for page in 0..PAGES {
        let old_page = timeline.pages[page].page as usize;
        let mask = match change(page) {
            Change::Empty => {
                let pattern = builder.pattern(&[]);
                let index = builder.page(&[pattern; PAGE_WEEKS]);
                builder.push(index);
                continue;
            }
            Change::Keep | Change::Weeks(0) => 0,
            Change::Weeks(mask) => mask,
        };
        if let Some(index) = pages[old_page].filter(|_| mask == 0) {
            builder.push(index);
            continue;
        }
        let mut ids = [0; PAGE_WEEKS];
        for (index, (id, old)) in ids.iter_mut().zip(timeline.page_weeks(page)).enumerate() {
            let stretches = timeline.pattern(old.pattern);
            *id = if mask & (1 << index) == 0 {
                *patterns[old.pattern as usize].get_or_insert_with(|| {
                    builder.pattern(&stretches.iter().map(|s| (s.start, s.end)).collect::<Pattern>())
                })
            } else {
                builder.pattern(&week(page_start(page) + index as i64 * WEEK, stretches))
            };
        }
        let index = builder.page(&ids);
        if mask == 0 {
            pages[old_page] = Some(index);
        }
        builder.push(index);
    }
    builder.finish()
}

/// The working time outside normalized stretches.
pub(super) fn without(timeline: &Inner, absences: &[(i64, i64)]) -> Timeline {
    let mut weeks = Weeks::none();
    for &(from, to) in absences {
        weeks.mark(from, to);
    }
    let covered = |from: i64, to: i64| {
        let absence = absences.get(absences.partition_point(|absence| absence.1 <= from));
        absence.is_some_and(|absence| absence.0 <= from && to <= absence.1)
    };
    let change = |page: usize| match weeks.0[page] {
        0 => Change::Keep,
        u64::MAX if covered(page_start(page), page_start(page) + PAGE) => Change::Empty,
        mask => Change::Weeks(mask),
    };
    rework(timeline, change, |week_start, stretches| {
        let first = absences.partition_point(|absence| absence.1 <= week_start);
        cut(stretches, &absences[first..], week_start)
    })
}

/// The part of a week's stretches outside absences; the first absence ends in the week or later.
fn cut(stretches: &[Stretch], absences: &[(i64, i64)], week_start: i64) -> Pattern {
    let within = |at: i64| (at - week_start).clamp(0, WEEK) as u32;
    let mut absences = absences.iter().map(|(from, to)| (within(*from), within(*to))).peekable();
    let mut left = Pattern::new();
    for stretch in stretches {
        let mut start = stretch.start;
        while let Some(&(from, to)) = absences.peek().filter(|absence| absence.0 < stretch.end) {
            if start < from {
                left.push((start, from));
            }
            start = start.max(to);
            if to > stretch.end {
                break;
            }
            absences.next();
        }
        if start < stretch.end {
            left.push((start, stretch.end));
        }
    }
    left
}

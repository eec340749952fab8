//! From a conflict to a nogood: the first unique implication point, shortened.

use super::Solver;
use super::trail::{Lit, Reason};

/// Memory of the analysis, reused.
#[derive(Debug, Default)]
pub(super) struct Analysis {
    /// The value needed of each marked entry of the trail.
    need: Vec<i32>,
    mark: Vec<Mark>,
    marked: Vec<u32>,
    /// Entries below the level of the conflict.
    lower: Vec<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Mark {
    #[default]
    None,
    Needed,
    /// Follows from needed ones, up to the value in `need`.
    Implied,
    /// Does not, at that value.
    Free,
}

/// Literals in a log above which nothing is added.
const LOG_MOST: usize = crate::rcpsp::limits::MAX_PROOF_LITERALS;
/// Most entries looked at to see whether one literal follows from the others.
const SHORTEN_MOST: usize = 64;

impl Solver<'_> {
    /// Learns from the conflict, goes back and asserts what follows.
    pub(super) fn learn(&mut self) {
        let mut analysis = std::mem::take(&mut self.analysis);
        analysis.need.resize(self.trail.len(), 0);
        analysis.mark.resize(self.trail.len(), Mark::None);
        let mut lits = std::mem::take(&mut self.conflict);
        // A conflict may lie wholly below the level at which it was seen.
        let level = lits.iter().map(|lit| self.trail.entry(self.trail.cause(*lit)).level).max().unwrap_or(0);
        if level == 0 {
            self.refuted = true;
            self.conflict = lits;
            self.analysis = analysis;
            return;
        }
        self.backtrack(level as usize);
        analysis.lower.clear();
        let mut open = 0usize;
        let mut top = 0usize;
        self.need(&mut analysis, &lits, level, &mut open, &mut top);
        let mut at = top;
        let first = loop {
            while analysis.mark[at] != Mark::Needed {
                at -= 1;
            }
            let entry = self.trail.entry(at);
            let lit = Lit { bound: entry.bound, value: analysis.need[at] };
            self.decider.bump(lit);
            if open == 1 {
                break lit;
            }
            open -= 1;
            analysis.mark[at] = Mark::None;
            if let Reason::Nogood(number) = entry.reason {
                self.nogoods.bump(number);
            }
            lits.clear();
            self.explain(lit, entry.reason, at, &mut lits);
            self.need(&mut analysis, &lits, level, &mut open, &mut top);
            at -= 1;
        };
        let learned = self.shorten(&mut analysis, first);
        for index in 0..analysis.marked.len() {
            let at = analysis.marked[index] as usize;
            analysis.mark[at] = Mark::None;
        }
        analysis.marked.clear();
        self.conflict = lits;
        self.analysis = analysis;
        self.assert(learned);
    }

    /// Marks the entries that made literals hold.
    fn need(&self, analysis: &mut Analysis, lits: &[Lit], level: u32, open: &mut usize, top: &mut usize) {
        for lit in lits {
            let at = self.trail.cause(*lit);
            let entry = self.trail.entry(at);
            if entry.level == 0 {
                continue;
            }
            if analysis.mark[at] == Mark::Needed {
                analysis.need[at] = analysis.need[at].max(lit.value);
                continue;
            }
            analysis.mark[at] = Mark::Needed;
            analysis.need[at] = lit.value;
            analysis.marked.push(at as u32);
            if entry.level == level {
                *open += 1;
                *top = (*top).max(at);
            } else {
                analysis.lower.push(at as u32);
            }
        }
    }

    /// The literals of the nogood without those that follow from the others.
    fn shorten(&mut self, analysis: &mut Analysis, first: Lit) -> Vec<Lit> {
        let lower = std::mem::take(&mut analysis.lower);
        let mut learned = vec![first];
        for &at in &lower {
            let at = at as usize;
            let entry = self.trail.entry(at);
            let lit = Lit { bound: entry.bound, value: analysis.need[at] };
            let mut left = SHORTEN_MOST;
            let follows = entry.reason != Reason::Decision && self.follows(analysis, lit, at, &mut left, 0);
            if !follows {
                learned.push(lit);
            }
        }
        analysis.lower = lower;
        learned[1..].sort_unstable_by(|a, b| a.bound.cmp(&b.bound).then(b.value.cmp(&a.value)));
        // Of two literals on one bound the stronger says both.
        let mut kept: Vec<Lit> = vec![first];
        for lit in &learned[1..] {
            let implied = (lit.bound == first.bound && lit.value <= first.value)
                || kept[1..].last().is_some_and(|last| last.bound == lit.bound);
            if !implied {
                kept.push(*lit);
            }
        }
        kept
    }

    /// Whether the reasons of a literal all follow from needed ones.
    fn follows(&self, analysis: &mut Analysis, lit: Lit, at: usize, left: &mut usize, depth: usize) -> bool {
        let entry = self.trail.entry(at);
        if *left == 0 || depth > 12 || matches!(entry.reason, Reason::Decision) {
            return false;
        }
        *left -= 1;
        let mut lits = Vec::new();
        self.explain(lit, entry.reason, at, &mut lits);
        lits.iter().all(|lit| {
            let cause = self.trail.cause(*lit);
            if self.trail.entry(cause).level == 0 {
                return true;
            }
            match analysis.mark[cause] {
                Mark::Needed if lit.value <= analysis.need[cause] => return true,
                Mark::Needed => return false,
                Mark::Implied if lit.value <= analysis.need[cause] => return true,
                Mark::Free if lit.value >= analysis.need[cause] => return false,
                _ => {}
            }
            let follows = self.follows(analysis, *lit, cause, left, depth + 1);
            if analysis.mark[cause] == Mark::None {
                analysis.marked.push(cause as u32);
                analysis.mark[cause] = if follows { Mark::Implied } else { Mark::Free };
                analysis.need[cause] = lit.value;
            }
            follows
        })
    }

    /// Goes back to where the nogood first says something, and lets it say it.
    fn assert(&mut self, mut lits: Vec<Lit>) {
        for lit in &lits[1..] {
            self.decider.bump(*lit);
        }
        self.decider.decay();
        if let Some(log) = self.log.as_mut().filter(|_| self.logged <= LOG_MOST) {
            log.push(lits.clone());
            self.logged += lits.len();
        }
        let level_of = |lit: &Lit| self.trail.entry(self.trail.cause(*lit)).level;
        let mut levels: smallvec::SmallVec<[u32; 32]> = lits[1..].iter().map(level_of).collect();
        let not = lits[0].not();
        let Some((second, back)) = levels
            .iter()
            .copied()
            .enumerate()
            .max_by_key(|(index, level)| (*level, std::cmp::Reverse(*index)))
        else {
            self.backtrack(0);
            if self.set(not.bound as usize, not.value, Reason::Root).is_err() {
                self.refuted = true;
            }
            return;
        };
        lits.swap(1, second + 1);
        levels.sort_unstable();
        levels.dedup();
        let number = self.nogoods.add(&lits, levels.len() as u32 + 1);
        self.backtrack(back as usize);
        if self.set(not.bound as usize, not.value, Reason::Nogood(number)).is_err() {
            // The conflict is analyzed as the next one.
            self.pending();
        }
    }

    fn pending(&mut self) {
        self.learn();
    }
}

//! Maximum lags: a successor that must follow within some time, so that a predecessor waits for it.
//!
//! A link with a maximum lag asks something in both directions: the successor comes after its predecessor, and the
//! predecessor not too long before its successor. The second half is kept apart from the edges, which stay without
//! cycles. Early dates are the least that satisfy both halves, late dates the greatest: from the dates of the links
//! alone, whatever breaks a maximum lag is moved as far as it asks, with what follows from that, until nothing does
//! (the label correcting of a network with cycles, on calendars).
//!
//! A maximum lag that cannot be kept (its predecessor has started, a date holds it, others contradict it) is given up
//! and told.
//!
//! # References
//! M. Bartusch, R. H. Möhring, F. J. Radermacher, *Scheduling project networks with resource constraints and time
//! windows*, Annals of Operations Research 16 (1988); K. Neumann, C. Schwindt, J. Zimmermann, *Project Scheduling with
//! Time Windows and Scarce Resources* (2003), chapter 1.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::critical_path::{Asks, Dates};
use super::network::{ALWAYS, Edge, Network};
use super::topology::ranks;
use crate::plan::DependencyKind::{FinishFinish, FinishStart, StartFinish, StartStart};
use crate::quantity::{Time, Work};
use crate::sort::Arrange;

/// How often a maximum lag moves its end before it is given up: each move is a stretch of work on some calendar, so
/// this many only come from maximum lags that contradict each other.
const MOST_MOVES: u32 = 400;
/// Nodes placed, for each node and maximum lag of the network, before what still moves is given up.
const MOST_PLACED: usize = 64;

/// The maximum lags of a network: edges whose lag is the most.
#[derive(Debug, Clone, Default)]
pub(crate) struct Windows {
    /// Sorted by `from`, then `to`.
    pub(crate) out: Vec<Edge>,
    /// Sorted by `to`, then `from`.
    pub(crate) into: Vec<Edge>,
    /// Those that nobody tries to keep any more.
    pub(crate) lost: Vec<Edge>,
}

impl Windows {
    pub(crate) fn new(mut edges: Vec<Edge>) -> Self {
        edges.arrange_by_key(|edge| (edge.from, edge.to, edge.kind));
        let mut into = edges.clone();
        into.arrange_by_key(|edge| (edge.to, edge.from, edge.kind));
        Self { out: edges, into, lost: Vec::new() }
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Gives up some of them, by their places in `out`.
    pub(crate) fn give_up(&mut self, is_lost: &[bool]) {
        let (mut kept, mut lost) = (Vec::new(), std::mem::take(&mut self.lost));
        for (edge, is_lost) in self.out.iter().zip(is_lost) {
            if *is_lost { &mut lost } else { &mut kept }.push(*edge);
        }
        *self = Self { lost, ..Self::new(kept) };
    }

    /// Those that hold a node back, by their places in `out`.
    #[inline]
    pub(crate) fn out_of(&self, node: u32) -> Range<usize> {
        range(&self.out, node, |edge| edge.from)
    }

    /// Those that a node must follow within, by their places in `into`.
    #[inline]
    pub(crate) fn in_of(&self, node: u32) -> Range<usize> {
        range(&self.into, node, |edge| edge.to)
    }
}

/// The entries of a node in a list sorted by it.
#[inline]
fn range(edges: &[Edge], node: u32, end: impl Fn(&Edge) -> u32) -> Range<usize> {
    if edges.is_empty() {
        return 0..0;
    }
    let first = edges.partition_point(|edge| end(edge) < node);
    let count = edges[first..].iter().take_while(|edge| end(edge) == node).count();
    first..first + count
}

/// The end of the predecessor that an edge starts from.
#[inline]
pub(crate) fn end_of(edge: &Edge, start: Time, finish: Time) -> Time {
    if matches!(edge.kind, FinishStart | FinishFinish) { finish } else { start }
}

/// The end of the successor that an edge leads to.
#[inline]
pub(crate) fn tip_of(edge: &Edge, start: Time, finish: Time) -> Time {
    if matches!(edge.kind, FinishStart | StartStart) { start } else { finish }
}

impl Network {
    /// Seconds by which the ends of an edge are further apart than its maximum lag; 0 if it is kept.
    pub(crate) fn exceeds(&self, edge: &Edge, dates: &Dates) -> i64 {
        let (from, to) = (edge.from as usize, edge.to as usize);
        let end = end_of(edge, dates.start[from], dates.finish[from]);
        let tip = tip_of(edge, dates.start[to], dates.finish[to]);
        if !end.is_finite() || !tip.is_finite() {
            return 0;
        }
        let apart = if edge.calendar == ALWAYS {
            tip.0 - end.0
        } else {
            let timeline = self.timeline(edge.calendar);
            timeline.worked(tip).0 - timeline.worked(end).0
        };
        (apart - edge.lag).max(0)
    }

    /// Seconds by which all maximum lags are exceeded.
    pub(crate) fn exceeded(&self, dates: &Dates) -> i64 {
        self.windows.out.iter().map(|edge| self.exceeds(edge, dates)).sum()
    }

    /// Whether a node at a place keeps its maximum lags while all others are where they are.
    pub(crate) fn keeps_windows(&self, node: u32, start: Time, finish: Time, dates: &Dates) -> bool {
        let others = |other: u32| (dates.start[other as usize], dates.finish[other as usize]);
        let within = |edge: &Edge, (begin, end): (Time, Time), (start, finish): (Time, Time)| {
            tip_of(edge, start, finish) <= self.most_tip(edge, end_of(edge, begin, end))
        };
        let windows = &self.windows;
        windows.out[windows.out_of(node)].iter().all(|edge| within(edge, (start, finish), others(edge.to)))
            && windows.into[windows.in_of(node)]
                .iter()
                .all(|edge| within(edge, others(edge.from), (start, finish)))
    }

    /// The earliest that the predecessor's end of a maximum lag may be while the successor's is at `tip`.
    pub(crate) fn least_end(&self, edge: &Edge, tip: Time) -> Time {
        if edge.calendar == ALWAYS || !tip.is_finite() {
            return if tip.is_finite() { Time(tip.0 - edge.lag) } else { tip };
        }
        let timeline = self.timeline(edge.calendar);
        timeline.finish_at(Work((timeline.worked(tip).0 - edge.lag).max(0)))
    }

    /// The latest that the successor's end of a maximum lag may be while the predecessor's is at `end`.
    pub(crate) fn most_tip(&self, edge: &Edge, end: Time) -> Time {
        if edge.calendar == ALWAYS || !end.is_finite() {
            return if end.is_finite() { Time(end.0.saturating_add(edge.lag)) } else { end };
        }
        let timeline = self.timeline(edge.calendar);
        timeline.start_at(Work((timeline.worked(end).0 + edge.lag).max(0)))
    }

    /// The start from which a node keeps a maximum lag out of it, while its successor's end is at `tip`.
    pub(crate) fn start_for_tip(&self, edge: &Edge, tip: Time) -> Time {
        let end = self.least_end(edge, tip);
        match edge.kind {
            FinishStart | FinishFinish => self.place(edge.from, Time::DISTANT_PAST, end).0,
            StartStart | StartFinish => end,
        }
    }

    /// The finish by which a node keeps a maximum lag into it, while its predecessor's end is at `end`.
    pub(crate) fn finish_for_end(&self, edge: &Edge, end: Time) -> Time {
        let tip = self.most_tip(edge, end);
        match edge.kind {
            FinishStart | StartStart => self.place_late(edge.to, tip, Time::NEVER).1,
            FinishFinish | StartFinish => tip,
        }
    }

    /// The floors with what maximum lags add to them; nothing if there are none.
    ///
    /// # Complexity
    /// O(k log n) for k nodes moved, which are at most a constant number for each node and maximum lag.
    pub(crate) fn floors_with_windows(&self, floors: &[Time]) -> Option<Vec<Time>> {
        let many = self.windows.into.len();
        if many == 0 {
            return None;
        }
        let given = |node: usize| floors.get(node).copied().unwrap_or(Time::DISTANT_PAST);
        let mut lost = vec![false; many];
        let mut left = MOST_PLACED * (self.nodes.len() + many) + 10_000;
        loop {
            let mut raised: Vec<Time> = (0..self.nodes.len()).map(given).collect();
            if self.raise(&mut raised, &mut lost, &mut left) {
                return Some(raised);
            }
        }
    }

    /// Raises floors until every maximum lag that is not lost is kept; false if some were lost on the way, and it has
    /// to be done again without them. Once nothing is `left`, all are lost that may move something.
    fn raise(&self, floors: &mut [Time], lost: &mut [bool], left: &mut usize) -> bool {
        let count = self.nodes.len();
        let rank = ranks(&self.order, count);
        let (mut dates, ..) = self.sweep_forward(floors);
        let mut moves = vec![0u32; lost.len()];
        let mut queue: BinaryHeap<Reverse<(u32, u32)>> = BinaryHeap::new();
        let mut queued = vec![false; count];
        let mut open: Vec<usize> = (0..lost.len()).rev().collect();
        while let Some(index) = open.pop() {
            let edge = &self.windows.into[index];
            if lost[index] || self.exceeds(edge, &dates) == 0 {
                continue;
            }
            let (from, to) = (edge.from as usize, edge.to as usize);
            let floor = self.start_for_tip(edge, tip_of(edge, dates.start[to], dates.finish[to]));
            let moved = self.early(edge.from, &dates, floor.max(floors[from]));
            let stays = moved == (dates.start[from], dates.finish[from]);
            moves[index] += 1;
            if stays || !moved.1.is_finite() || moves[index] > MOST_MOVES || *left == 0 {
                lost[index] = true;
                if *left == 0 {
                    lost.fill(true);
                }
                if stays && moves[index] == 1 {
                    // Nothing has followed from it.
                    continue;
                }
                return false;
            }
            floors[from] = floors[from].max(floor);
            queue.push(Reverse((rank[from], edge.from)));
            while let Some(Reverse((_, node))) = queue.pop() {
                let at = node as usize;
                queued[at] = false;
                *left = left.saturating_sub(1);
                let placed = self.early(node, &dates, floors[at]);
                if placed == (dates.start[at], dates.finish[at]) {
                    continue;
                }
                (dates.start[at], dates.finish[at]) = placed;
                open.extend(self.windows.in_of(node));
                for edge in self.edges_out(node) {
                    if !std::mem::replace(&mut queued[edge.to as usize], true) {
                        queue.push(Reverse((rank[edge.to as usize], edge.to)));
                    }
                }
            }
            // It may have moved further than it had to, or not far enough.
            open.push(index);
        }
        true
    }

    /// Latest finishes that maximum lags ask for, by node. `late` has the late dates by links alone, `early` dates in
    /// which maximum lags are kept as far as they can be.
    pub(super) fn ceilings(
        &self,
        early: &Dates,
        mut late: Dates,
        limit: &impl Fn(u32, bool) -> Time,
        asks: Asks,
    ) -> Vec<Time> {
        let count = self.nodes.len();
        let mut ceilings = vec![Time::NEVER; count];
        let rank = ranks(&self.order, count);
        let mut left = MOST_PLACED * (count + self.windows.out.len()) + 10_000;
        let mut queue: BinaryHeap<(u32, u32)> = BinaryHeap::new();
        let mut queued = vec![false; count];
        let mut open: Vec<usize> = (0..self.windows.out.len()).rev().collect();
        while let Some(index) = open.pop() {
            let edge = &self.windows.out[index];
            let (from, to) = (edge.from as usize, edge.to as usize);
            // What is broken already limits nothing.
            if left == 0 || self.exceeds(edge, early) > 0 || self.exceeds(edge, &late) == 0 {
                continue;
            }
            let end = end_of(edge, late.start[from], late.finish[from]);
            let ceiling = self.finish_for_end(edge, end).max(early.finish[to]);
            if ceiling >= ceilings[to] {
                continue;
            }
            ceilings[to] = ceiling;
            queue.push((rank[to], edge.to));
            while let Some((_, node)) = queue.pop() {
                let at = node as usize;
                queued[at] = false;
                left = left.saturating_sub(1);
                let with = |node: u32, open: bool| limit(node, open).min(ceilings[node as usize]);
                let placed = self.late(node, early, &late, &with, asks);
                if placed == (late.start[at], late.finish[at]) {
                    continue;
                }
                (late.start[at], late.finish[at]) = placed;
                open.extend(self.windows.out_of(node));
                for edge in self.edges_in(node) {
                    if !std::mem::replace(&mut queued[edge.from as usize], true) {
                        queue.push((rank[edge.from as usize], edge.from));
                    }
                }
            }
        }
        ceilings
    }
}

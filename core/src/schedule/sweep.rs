//! The two passes of the critical path method over a whole network, with the work counted on the way.
//!
//! A place on a calendar is found by counting the work before it, and float is a difference of such counts; so
//! each pass keeps what it counts, and nothing is counted again for float, for driving links or for the rows
//! of the schedule. Work on one timeline that no date holds, which is nearly every node, takes a short way
//! that answers as [`Network::early`] and [`Network::late`] do.

use super::critical_path::{Ask, Dates};
use super::network::{ALWAYS, Kind, NONE, Network, Node};
use crate::calendar::Timeline;
use crate::quantity::Time;

/// Seconds worked up to the start and the finish of a node, on its own timeline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) start: u32,
    pub(crate) finish: u32,
}

/// A place with its counts.
#[derive(Clone, Copy)]
struct Placed {
    start: Time,
    finish: Time,
    counted: Counted,
}

impl Network {
    /// Early dates with their counts.
    pub(super) fn sweep_forward(&self, floors: &[Time]) -> (Dates, Vec<Counted>) {
        let count = self.nodes.len();
        let mut dates = Dates { start: vec![self.origin; count], finish: vec![self.origin; count] };
        let mut counts = vec![Counted::default(); count];
        for &node in &self.order {
            let at = node as usize;
            let floor = floors.get(at).copied().unwrap_or(Time::DISTANT_PAST);
            let is = self.nodes[at];
            let placed = if is.kind == Kind::Work && is.held == NONE {
                let mut ask = self.asked(node, &dates);
                ask.start = ask.start.max(floor);
                place(self.timeline(is.calendar), is.duration, ask)
            } else {
                let (start, finish) = self.early(node, &dates, floor);
                self.counted(is, start, finish)
            };
            dates.start[at] = placed.start;
            dates.finish[at] = placed.finish;
            counts[at] = placed.counted;
        }
        (dates, counts)
    }

    /// Late dates with their counts, for the latest finishes that are asked from outside (see
    /// [`Network::backward_with`]).
    pub(super) fn sweep_backward(
        &self,
        early: &Dates,
        counts: &[Counted],
        limit: impl Fn(u32, bool) -> Time,
    ) -> (Dates, Vec<Counted>) {
        let count = self.nodes.len();
        let mut late = Dates { start: vec![Time::NEVER; count], finish: vec![Time::NEVER; count] };
        let mut late_counts = vec![Counted::default(); count];
        let plain = self.is_plain();
        for &node in self.order.iter().rev() {
            let at = node as usize;
            let is = self.nodes[at];
            let short = is.kind == Kind::Work && is.held == NONE && is.calendar != ALWAYS;
            let placed = if short {
                let (start, finish) = self.late_limits(node, early, &late, &limit, plain);
                place_late(self.timeline(is.calendar), is.duration, start, finish)
            } else {
                None
            };
            let placed = match placed {
                Some(mut placed) => {
                    if placed.start < early.start[at] && placed.counted.start == counts[at].start {
                        placed.start = early.start[at];
                    }
                    if placed.finish < early.finish[at] && placed.counted.finish == counts[at].finish {
                        placed.finish = early.finish[at];
                    }
                    placed
                }
                None => {
                    let (start, finish) = self.late(node, early, &late, &limit, true);
                    self.counted(is, start, finish)
                }
            };
            late.start[at] = placed.start;
            late.finish[at] = placed.finish;
            late_counts[at] = placed.counted;
        }
        (late, late_counts)
    }

    /// Whether nothing has started and no summary's earliest start is asked for: then every link asks something
    /// of its predecessor.
    fn is_plain(&self) -> bool {
        let gates = self.nodes.get(self.tasks..).unwrap_or_default();
        self.held.iter().all(|held| held.actual.is_none())
            && gates.iter().all(|node| node.kind != Kind::Earliest)
    }

    fn counted(&self, node: Node, start: Time, finish: Time) -> Placed {
        let timeline = self.timeline(node.calendar);
        let first = timeline.worked(start).0 as u32;
        let last = if finish == start { first } else { timeline.worked(finish).0 as u32 };
        Placed { start, finish, counted: Counted { start: first, finish: last } }
    }

    /// Seconds of work from one moment to another on a node's own timeline, below zero if reversed:
    /// [`Network::float`] of moments whose work is counted.
    #[inline]
    pub(crate) fn between(&self, node: u32, from: (Time, u32), to: (Time, u32)) -> i64 {
        if from.0 == to.0 {
            0
        } else if self.nodes[node as usize].calendar == ALWAYS {
            to.0.0 - from.0.0
        } else {
            i64::from(to.1) - i64::from(from.1)
        }
    }
}

/// Earliest place of some work on one timeline, like [`Network::place`].
#[inline]
fn place(timeline: &Timeline, duration: i64, ask: Ask) -> Placed {
    let (mut worked, near) = timeline.count(ask.start);
    if ask.finish > Time::DISTANT_PAST {
        worked = worked.max(timeline.worked(ask.finish).0 - duration);
    }
    let start = timeline.start_near(worked, near);
    let until = worked.saturating_add(duration);
    let mut finish = timeline.finish_near(until, near);
    let mut last = until.min(timeline.total().0);
    if finish < ask.finish {
        let (counted, near) = timeline.count(ask.finish);
        (last, finish) = (counted, timeline.start_near(counted, near));
    }
    Placed { start, finish, counted: Counted { start: worked as u32, finish: last as u32 } }
}

/// Latest place of some work on one timeline that starts and finishes by these, like
/// [`Network::place_late`]; `None` if there is no limit, or nothing fits before it.
#[inline]
fn place_late(timeline: &Timeline, duration: i64, start: Time, finish: Time) -> Option<Placed> {
    if start <= Time::DISTANT_PAST || finish <= Time::DISTANT_PAST {
        return None;
    }
    let mut asked = None;
    if finish < Time::NEVER {
        let (until, near) = timeline.count(finish);
        if until < duration {
            return None;
        }
        asked = Some((until, near));
    }
    if start < Time::NEVER {
        let (worked, near) = timeline.count(start);
        if asked.is_none_or(|(until, _)| worked <= until - duration) {
            return Some(place_late_start(timeline, duration, start, worked, near));
        }
    }
    let (until, near) = asked?;
    let counted = Counted { start: (until - duration) as u32, finish: until as u32 };
    let start = timeline.start_near(until - duration, near);
    Some(Placed { start, finish: timeline.finish_near(until, near), counted })
}

/// The latest place that starts by `limit`, up to which so much is worked.
fn place_late_start(
    timeline: &Timeline,
    duration: i64,
    limit: Time,
    worked: i64,
    near: crate::calendar::Place,
) -> Placed {
    let mut start = timeline.start_near(worked, near);
    if start > limit {
        // Outside work: shown as the end of the work before, as in [`Network::place_late`].
        start = timeline.finish_near(worked, near);
    }
    let until = worked.saturating_add(duration);
    let finish = timeline.finish_near(until, near);
    let last = until.min(timeline.total().0);
    Placed { start, finish, counted: Counted { start: worked as u32, finish: last as u32 } }
}

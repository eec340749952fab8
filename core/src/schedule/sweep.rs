//! The two passes of the critical path method over a whole network, with the work counted on the way.
//!
//! A place on a calendar is found by counting the work before it, and float is a difference of such counts; so
//! each pass keeps what it counts, and nothing is counted again for float, for driving links or for the rows
//! of the schedule. Work on one timeline that no date holds, which is nearly every node, takes a short way
//! that answers as [`Network::early`] and [`Network::late`] do.

use super::critical_path::{Ask, Asks, Dates};
use super::network::{ALWAYS, Edge, Kind, NONE, Network, Node};
use crate::calendar::{Place, Timeline};
use crate::plan::DependencyKind;
use crate::quantity::Time;

/// Seconds worked up to the start and the finish of a node, on its own timeline.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) start: u32,
    pub(crate) finish: u32,
}

/// A place with its counts.
#[derive(Clone, Copy)]
pub(super) struct Placed {
    pub(super) start: Time,
    pub(super) finish: Time,
    pub(super) counted: Counted,
}

impl Network {
    /// Whether a node takes the short way.
    #[inline]
    pub(super) fn is_short(&self, node: u32) -> bool {
        let node = &self.nodes[node as usize];
        node.kind == Kind::Work && node.held == NONE
    }

    /// Early dates with their counts, and which edges drive: of those into nodes that take the short way.
    pub(super) fn sweep_forward(&self, floors: &[Time]) -> (Dates, Vec<Counted>, Vec<bool>) {
        let count = self.nodes.len();
        let mut dates = Dates { start: vec![self.origin; count], finish: vec![self.origin; count] };
        let mut counts = vec![Counted::default(); count];
        let mut drives = vec![false; self.edges.len()];
        let mut origins = vec![None; self.timelines.len()];
        let mut bounds: Vec<Time> = Vec::new();
        for &node in &self.order {
            let at = node as usize;
            let floor = floors.get(at).copied().unwrap_or(Time::DISTANT_PAST);
            let is = self.nodes[at];
            let placed = if self.is_short(node) {
                let mut ask = self.asked_each(node, &dates, &mut bounds);
                ask.start = ask.start.max(floor);
                let timeline = self.timeline(is.calendar);
                let known = self.known_before(node, ask.start, &dates, &counts);
                let (placed, by_finish, near) = place(timeline, is.duration, ask, known);
                let after = Placement { timeline, placed, by_finish, until: ask.finish, near };
                let origin = &mut origins[is.calendar as usize];
                let edges = self.first_in[at] as usize..self.first_in[at + 1] as usize;
                let each = drives[edges.clone()].iter_mut().zip(&self.edges[edges]);
                self.mark_drivers(each, &bounds, after, origin);
                placed
            } else {
                let (start, finish) = self.early(node, &dates, floor);
                self.counted(is, start, finish)
            };
            dates.start[at] = placed.start;
            dates.finish[at] = placed.finish;
            counts[at] = placed.counted;
        }
        (dates, counts, drives)
    }

    /// The work up to a moment on a node's timeline, if it is that of a predecessor on the same timeline.
    #[inline]
    fn known_before(&self, node: u32, at: Time, dates: &Dates, counts: &[Counted]) -> Option<u32> {
        let calendar = self.nodes[node as usize].calendar;
        self.edges_in(node).iter().find_map(|edge| {
            let from = edge.from as usize;
            if edge.kind == DependencyKind::FinishStart && dates.finish[from] == at {
                (self.nodes[from].calendar == calendar).then_some(counts[from].finish)
            } else {
                None
            }
        })
    }

    /// The same of a successor.
    #[inline]
    fn known_behind(&self, node: u32, at: Time, dates: &Dates, counts: &[Counted]) -> Option<u32> {
        let calendar = self.nodes[node as usize].calendar;
        self.edges_out(node).find_map(|edge| {
            let to = edge.to as usize;
            if edge.kind == DependencyKind::FinishStart && dates.start[to] == at {
                (self.nodes[to].calendar == calendar).then_some(counts[to].start)
            } else {
                None
            }
        })
    }

    /// [`Network::asked`] with what each edge asks.
    #[inline]
    fn asked_each(&self, node: u32, dates: &Dates, bounds: &mut Vec<Time>) -> Ask {
        let mut ask = Ask { start: self.origin, finish: Time::DISTANT_PAST };
        bounds.clear();
        for edge in self.edges_in(node) {
            let bound = self.bound(edge, dates.start[edge.from as usize], dates.finish[edge.from as usize]);
            bounds.push(bound);
            if is_of_start(edge.kind) {
                ask.start = ask.start.max(bound);
            } else {
                ask.finish = ask.finish.max(bound);
            }
        }
        ask
    }

    /// Marks the edges that decide where a node lies, as [`Network::drives`] tells.
    #[inline]
    fn mark_drivers<'e>(
        &self,
        edges: impl Iterator<Item = (&'e mut bool, &'e Edge)>,
        bounds: &[Time],
        after: Placement<'_>,
        origin: &mut Option<i64>,
    ) {
        let Placement { timeline, placed: Placed { start, finish, counted }, by_finish, until, near } = after;
        let worked = i64::from(counted.start);
        let mut prior = None;
        for ((drives, edge), &bound) in edges.zip(bounds) {
            *drives = if is_of_start(edge.kind) {
                // The same moment of work lies after the end of the work before.
                bound == start
                    || (bound >= self.origin
                        && bound < start
                        && bound >= *prior.get_or_insert_with(|| timeline.finish_near(worked, near)))
            } else {
                // It may move the finish alone, to the other side of a break: a beginning of work.
                let moved = bound <= finish && timeline.next_work(bound) == finish;
                let begins = || timeline.previous_work(finish) != finish;
                moved && counted.finish > counted.start && begins()
                    || by_finish == worked
                        && *origin.get_or_insert_with(|| timeline.worked(self.origin).0) < worked
                        && (bound == until || timeline.worked(bound) == timeline.worked(until))
            };
        }
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
            let short = self.is_short(node) && is.calendar != ALWAYS;
            let (placed, latest) = if short {
                let (start, finish) = self.late_limits(node, early, &late, &limit, (plain, true));
                let known = self.known_behind(node, finish, &late, &late_counts);
                (place_late(self.timeline(is.calendar), is.duration, start, finish, known), finish)
            } else {
                (None, Time::NEVER)
            };
            let placed = match placed {
                Some(placed) => {
                    let early =
                        Placed { start: early.start[at], finish: early.finish[at], counted: counts[at] };
                    settle_late(placed, early, latest)
                }
                None => {
                    let (start, finish) =
                        self.late(node, early, &late, &limit, Asks { deadlines: true, rests: true });
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

impl Network {
    /// Seconds of float from one moment to another: like [`Network::between`], on the timeline that float counts in.
    #[inline]
    pub(crate) fn slack(&self, node: u32, from: (Time, u32), to: (Time, u32)) -> i64 {
        let Node { calendar, slack, .. } = self.nodes[node as usize];
        if slack == calendar {
            return self.between(node, from, to);
        }
        self.timeline(slack).work_between(from.0, to.0).0
    }
}

/// Where a node came to lie, and why.
struct Placement<'a> {
    timeline: &'a Timeline,
    placed: Placed,
    /// Work up to the latest start that its edges into the finish leave, below zero without such an edge.
    by_finish: i64,
    /// When it has to finish at the earliest.
    until: Time,
    near: Place,
}

fn is_of_start(kind: DependencyKind) -> bool {
    matches!(kind, DependencyKind::FinishStart | DependencyKind::StartStart)
}

/// The work up to a moment, which may be known, and near which instant it is.
#[inline]
fn count(timeline: &Timeline, at: Time, known: Option<u32>) -> (i64, Place) {
    match known {
        Some(counted) => (i64::from(counted), Place::near(at)),
        None => timeline.count(at),
    }
}

/// Earliest place of some work on one timeline, like [`Network::place`]; the work up to the start that the asked
/// finish needs, below zero if none is; near which instant it is.
#[inline]
fn place(timeline: &Timeline, duration: i64, ask: Ask, known: Option<u32>) -> (Placed, i64, Place) {
    let (mut worked, near) = count(timeline, ask.start, known);
    let mut by_finish = -1;
    if ask.finish > Time::DISTANT_PAST {
        by_finish = timeline.worked(ask.finish).0 - duration;
        worked = worked.max(by_finish);
    }
    let start = timeline.start_near(worked, near);
    let until = worked.saturating_add(duration);
    let mut finish = timeline.finish_near(until, near);
    let mut last = until.min(timeline.total().0);
    if finish < ask.finish {
        let (counted, near) = timeline.count(ask.finish);
        (last, finish) = (counted, timeline.start_near(counted, near));
    }
    let counted = Counted { start: worked as u32, finish: last as u32 };
    (Placed { start, finish, counted }, by_finish, near)
}

/// Latest place of some work on one timeline that starts and finishes by these, like
/// [`Network::place_late`]; `None` if there is no limit, or nothing fits before it. `known` is the work up to the
/// finish, if that is known.
#[inline]
pub(super) fn place_late(
    timeline: &Timeline,
    duration: i64,
    start: Time,
    finish: Time,
    known: Option<u32>,
) -> Option<Placed> {
    if start <= Time::DISTANT_PAST || finish <= Time::DISTANT_PAST {
        return None;
    }
    let mut asked = None;
    if finish < Time::NEVER {
        let (until, near) = count(timeline, finish, known);
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

/// A late place on the other side of a break is the early one, and a finish that links ask for behind the end of
/// the work is not too late, as in [`Network::late`].
#[inline]
fn settle_late(mut late: Placed, early: Placed, latest: Time) -> Placed {
    let waits = early.start <= late.start && late.finish < early.finish && early.finish <= latest;
    let same = late.finish < early.finish && late.counted.finish == early.counted.finish;
    if waits || same {
        (late.finish, late.counted.finish) = (early.finish, early.counted.finish);
    }
    if late.start < early.start && late.counted.start == early.counted.start {
        late.start = early.start;
    }
    late
}

/// The latest place that starts by `limit`, up to which so much is worked.
fn place_late_start(timeline: &Timeline, duration: i64, limit: Time, worked: i64, near: Place) -> Placed {
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

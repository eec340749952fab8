//! The compiled plan: integers only, in an order that does not depend on the document's.
//!
//! Nodes `0..tasks` are the tasks in the order of their ids (a summary's own node is unused); behind them
//! come the gates of summaries, moments through which links into and out of a summary pass so that the
//! network stays linear in the document:
//!
//! | gate | is | joined by |
//! |---|---|---|
//! | [`Kind::Gate`] into a start | not before this may a leaf start | `SS` to each child |
//! | [`Kind::Gate`] into a finish | not before this may a leaf finish | `FF` to each child |
//! | [`Kind::Gate`] out of the finish | latest finish of a leaf | `FF` from each child |
//! | [`Kind::Earliest`] | earliest start of a leaf | `SS` from each child |
//!
//! Solver files see this and never the plan.

use super::window::Windows;
use crate::calendar::{Timeline, Zone};
use crate::plan::DependencyKind;
use crate::plan::ProgressRule;
use crate::plan::TotalFloat;
use crate::quantity::{Time, Work};

/// Index of the timeline on which every second is work.
pub(crate) const ALWAYS: u32 = 0;
/// Index of the program's timeline.
pub(crate) const PROGRAM: u32 = 1;
/// No entry.
pub(crate) const NONE: u32 = u32::MAX;

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Work on one timeline.
    Work,
    /// Work on several timelines at once: one for each assignment.
    Tracks,
    /// A moment that may stay at an end of work.
    Finish,
    /// A moment at the beginning of work.
    Start,
    /// A moment of a summary, at any time.
    Gate,
    /// Work that lasts as long as its links say, which are none of the network's: see [`Stretch`].
    Effort,
    /// The earliest of its predecessors' starts.
    Earliest,
    /// Not in the network: the own node of a summary.
    Unused,
}

/// A node.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// Timeline that work and float are counted in.
    pub(crate) calendar: u32,
    /// Timeline that float is counted in.
    pub(crate) slack: u32,
    /// Seconds of work (of the longest track).
    pub(crate) duration: i64,
    /// Entry in `held`, or [`NONE`].
    pub(crate) held: u32,
    /// Whether the task is a milestone.
    pub(crate) milestone: bool,
}

/// One assignment's layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Track {
    pub(crate) calendar: u32,
    pub(crate) duration: i64,
    /// Nothing is done on it before this; of the rest of a started task.
    pub(crate) from: Time,
}

impl Track {
    /// Work that may lie anywhere.
    pub(crate) const fn new(calendar: u32, duration: i64) -> Self {
        Self { calendar, duration, from: Time::DISTANT_PAST }
    }
}

/// Dates that a node is held to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Held {
    pub(crate) start_min: Time,
    /// Must start by then.
    pub(crate) start_max: Time,
    /// Where a latest start counts from: the beginning of work on the last day that `start_max` allows. A
    /// task that has to be brought forward starts here, and float is measured to here unless the task
    /// starts later on that day already.
    pub(crate) start_by: Time,
    pub(crate) finish_min: Time,
    pub(crate) finish_max: Time,
    /// Must start then.
    pub(crate) start_on: Option<Time>,
    /// Must finish then.
    pub(crate) finish_on: Option<Time>,
    /// Should be finished by then.
    pub(crate) deadline: Time,
    /// Where progress has put it, or somebody by hand.
    pub(crate) actual: Option<(Time, Time)>,
    /// Whether somebody put it there by hand: nothing has happened yet.
    pub(crate) manual: bool,
    /// Whether the exact dates go before links in every plan.
    pub(crate) mandatory: bool,
    /// When what is left of a started task begins.
    pub(crate) goes_on: Time,
    /// Seconds of it that are left.
    pub(crate) left: i64,
    /// Whether it is finished.
    pub(crate) finished: bool,
    /// As late as possible.
    pub(crate) alap: bool,
    /// As soon as possible by a constraint of its own, which matters in a plan scheduled from its finish.
    pub(crate) asap: bool,
    /// Elapsed seconds of leveling delay.
    pub(crate) delay: i64,
    /// Whether the node is the rest of a started task: no date brings it forward.
    pub(crate) rest: bool,
}

impl Held {
    /// Whether it has begun.
    pub(crate) fn started(&self) -> bool {
        self.actual.is_some() && !self.manual
    }

    pub(crate) const FREE: Held = Held {
        start_min: Time::DISTANT_PAST,
        start_max: Time::NEVER,
        start_by: Time::NEVER,
        finish_min: Time::DISTANT_PAST,
        finish_max: Time::NEVER,
        start_on: None,
        finish_on: None,
        deadline: Time::NEVER,
        actual: None,
        manual: false,
        mandatory: false,
        left: 0,
        goes_on: Time::DISTANT_PAST,
        finished: false,
        alap: false,
        asap: false,
        delay: 0,
        rest: false,
    };
}

/// A link between nodes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Edge {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// Seconds, counted on timeline `calendar`.
    pub(crate) lag: i64,
    pub(crate) calendar: u32,
    pub(crate) kind: DependencyKind,
}

/// The gates of a summary; [`NONE`] where nothing needs them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Gates {
    pub(crate) into_start: u32,
    pub(crate) into_finish: u32,
    pub(crate) out_finish: u32,
    pub(crate) out_start: u32,
}

/// A level of effort and what it stretches between.
#[derive(Debug, Clone)]
pub(crate) struct Stretch {
    pub(crate) node: u32,
    /// Links from and to leaves of the network.
    pub(crate) edges: Vec<Edge>,
}

/// The compiled plan.
#[derive(Debug, Clone)]
pub(crate) struct Network {
    /// Number of tasks; nodes behind are gates.
    pub(crate) tasks: usize,
    pub(crate) nodes: Vec<Node>,
    pub(crate) held: Vec<Held>,
    /// Tracks of node `n` of kind [`Kind::Tracks`]: `tracks[first_track[n]..first_track[n + 1]]`.
    pub(crate) tracks: Vec<Track>,
    pub(crate) first_track: Vec<u32>,
    /// Sorted by `to`.
    pub(crate) edges: Vec<Edge>,
    /// `edges[first_in[n]..first_in[n + 1]]` come in at `n`.
    pub(crate) first_in: Vec<u32>,
    /// The same edges, sorted by `from`, then `to`.
    pub(crate) out: Vec<Edge>,
    /// `out[first_out[n]..first_out[n + 1]]` leave `n`.
    pub(crate) first_out: Vec<u32>,
    /// Maximum lags.
    pub(crate) windows: Windows,
    /// Used nodes, predecessors first.
    pub(crate) order: Vec<u32>,
    pub(crate) timelines: Vec<Timeline>,
    /// No task starts before this.
    pub(crate) origin: Time,
    /// The finish to schedule back from.
    pub(crate) back_from: Option<Time>,
    /// Constraint dates beat links.
    pub(crate) honor_constraints: bool,
    pub(crate) multiple_critical_paths: bool,
    /// Seconds of float up to which a task is critical.
    pub(crate) critical_float: i64,
    /// Levels of effort, in the order of their nodes.
    pub(crate) stretches: Vec<Stretch>,
    /// Summary of each task, if a level of effort has no links.
    pub(crate) parents: Vec<u32>,
    /// What the status date means for what has begun.
    pub(crate) progress_rule: ProgressRule,
    /// Lags after the start of started work count from when it goes on.
    pub(crate) lag_from_early_start: bool,
    pub(crate) total_float: TotalFloat,
    pub(crate) longest_path: bool,
    /// When all must be finished.
    pub(crate) must_finish_by: Option<Time>,
    /// Late dates and float as Microsoft Project tells them.
    pub(crate) own_links: bool,
    /// Of each node, if `own_links`, whether it is a gate out of a summary.
    pub(crate) ends: Vec<bool>,
    /// Zone that dates are shown in; `None` on a wall clock.
    pub(crate) zone: Option<Zone>,
}

impl Network {
    pub(crate) fn timeline(&self, index: u32) -> &Timeline {
        &self.timelines[index as usize]
    }

    pub(crate) fn node(&self, node: u32) -> Node {
        self.nodes[node as usize]
    }

    pub(crate) fn held(&self, node: u32) -> Option<&Held> {
        self.held.get(self.nodes[node as usize].held as usize)
    }

    pub(crate) fn edges_in(&self, node: u32) -> &[Edge] {
        let node = node as usize;
        &self.edges[self.first_in[node] as usize..self.first_in[node + 1] as usize]
    }

    pub(crate) fn edges_out(&self, node: u32) -> std::slice::Iter<'_, Edge> {
        let node = node as usize;
        self.out[self.first_out[node] as usize..self.first_out[node + 1] as usize].iter()
    }

    pub(crate) fn tracks_of(&self, node: u32) -> &[Track] {
        let node = node as usize;
        &self.tracks[self.first_track[node] as usize..self.first_track[node + 1] as usize]
    }

    /// Whether a task is a leaf: work or a milestone.
    pub(crate) fn is_leaf(&self, node: u32) -> bool {
        (node as usize) < self.tasks && self.nodes[node as usize].kind != Kind::Unused
    }

    /// The earliest time at which an edge lets its end of the successor be.
    #[inline]
    pub(crate) fn bound(&self, edge: &Edge, start: Time, finish: Time) -> Time {
        let from = match edge.kind {
            DependencyKind::FinishStart | DependencyKind::FinishFinish => finish,
            DependencyKind::StartStart | DependencyKind::StartFinish => {
                if self.lag_from_early_start {
                    self.start_of_rest(edge.from, start)
                } else {
                    start
                }
            }
        };
        self.shift(edge, from)
    }

    /// When work that has begun goes on; the start of all other.
    fn start_of_rest(&self, node: u32, start: Time) -> Time {
        let held = self.held(node).filter(|held| held.started() && !held.finished);
        held.map_or(start, |held| held.goes_on.max(start))
    }

    /// A moment plus the lag of an edge.
    #[inline]
    fn shift(&self, edge: &Edge, from: Time) -> Time {
        if edge.lag == 0 || !from.is_finite() {
            from
        } else if edge.calendar == ALWAYS {
            Time(from.0 + edge.lag)
        } else {
            self.timeline(edge.calendar).finish_after(from, Work(edge.lag))
        }
    }

    /// The latest moment of the predecessor's end that keeps the successor's end at or before `limit`:
    /// the adjoint of [`Network::bound`].
    #[inline]
    pub(crate) fn latest(&self, edge: &Edge, limit: Time) -> Time {
        if edge.lag == 0 || !limit.is_finite() {
            limit
        } else if edge.calendar == ALWAYS {
            Time(limit.0 - edge.lag)
        } else {
            self.timeline(edge.calendar).start_after(limit, Work(-edge.lag))
        }
    }

    /// Where a node comes to lie that may start from `start` and may finish from `finish` on: the earliest
    /// place on its own timelines.
    #[inline]
    pub(crate) fn place(&self, node: u32, start: Time, finish: Time) -> (Time, Time) {
        let Node { kind, calendar, duration, .. } = self.nodes[node as usize];
        match kind {
            Kind::Work => place_work(self.timeline(calendar), duration, start, finish),
            Kind::Tracks => self.place_tracks(node, start, finish),
            Kind::Finish => {
                let at = start.max(finish);
                let timeline = self.timeline(calendar);
                let at = if timeline.previous_work(at) == at { at } else { timeline.next_work(at) };
                (at, at)
            }
            Kind::Start => {
                let at = self.timeline(calendar).next_work(start.max(finish));
                (at, at)
            }
            Kind::Gate | Kind::Effort | Kind::Earliest | Kind::Unused => {
                let at = start.max(finish);
                (at, at)
            }
        }
    }

    fn place_tracks(&self, node: u32, start: Time, finish: Time) -> (Time, Time) {
        let tracks = self.tracks_of(node);
        let mut from = start;
        if finish > Time::DISTANT_PAST {
            // The start from which at least one track ends late enough.
            let needed =
                tracks.iter().map(|track| start_for(self.timeline(track.calendar), track.duration, finish));
            from = from.max(needed.min().unwrap_or(Time::DISTANT_PAST));
        }
        let (mut first, mut last) = (Time::NEVER, Time::DISTANT_PAST);
        for track in tracks {
            let timeline = self.timeline(track.calendar);
            let (begin, end) = place_work(timeline, track.duration, from.max(track.from), Time::DISTANT_PAST);
            first = first.min(begin);
            last = last.max(end);
        }
        if last < finish {
            last = tracks
                .iter()
                .map(|track| self.timeline(track.calendar).next_work(finish))
                .min()
                .unwrap_or(last);
        }
        (first, last)
    }

    /// The latest place of a node that starts by `start` and finishes by `finish`: the mirror image of
    /// [`Network::place`]. Work on several timelines at once is placed where the last of them must be let go.
    #[inline]
    pub(crate) fn place_late(&self, node: u32, start: Time, finish: Time) -> (Time, Time) {
        let Node { kind, calendar, duration, .. } = self.nodes[node as usize];
        match kind {
            Kind::Work => {
                let timeline = self.timeline(calendar);
                let limit = latest_start(timeline, duration, finish).min(start);
                settle(timeline, duration, no_earlier_than_work(timeline, limit))
            }
            Kind::Tracks => {
                let tracks = self.tracks_of(node);
                let mut limit = start;
                for track in tracks {
                    let timeline = self.timeline(track.calendar);
                    let latest = latest_start(timeline, track.duration, finish).min(start);
                    limit = limit.min(no_earlier_than_work(timeline, latest));
                }
                if !limit.is_finite() {
                    return (limit, limit);
                }
                let timelines = || tracks.iter().map(|track| self.timeline(track.calendar));
                if !timelines().any(|timeline| timeline.is_working(limit)) {
                    limit = timelines().map(|timeline| timeline.previous_work(limit)).max().unwrap_or(limit);
                }
                let end = |track: &Track| {
                    settle(self.timeline(track.calendar), track.duration, limit.max(track.from)).1
                };
                let ends = tracks.iter().map(end);
                (limit, ends.max().unwrap_or(limit))
            }
            Kind::Finish | Kind::Start => {
                let limit = start.min(finish);
                let timeline = self.timeline(calendar);
                let at = if limit.is_finite() && !timeline.is_working(limit) {
                    timeline.finish_at(timeline.worked(limit))
                } else {
                    limit
                };
                (at, at)
            }
            Kind::Gate | Kind::Effort | Kind::Earliest | Kind::Unused => {
                let limit = start.min(finish);
                (limit, limit)
            }
        }
    }

    /// Working seconds from one moment to another on a node's own timeline, below zero if reversed.
    #[inline]
    pub(crate) fn float(&self, node: u32, from: Time, to: Time) -> i64 {
        let calendar = self.nodes[node as usize].calendar;
        if from == to {
            return 0;
        }
        if calendar == ALWAYS {
            return to.0 - from.0;
        }
        let timeline = self.timeline(calendar);
        timeline.worked(to).0 - timeline.worked(from).0
    }
}

/// Earliest place of some work on one timeline.
#[inline]
fn place_work(timeline: &Timeline, duration: i64, start: Time, finish: Time) -> (Time, Time) {
    if finish <= Time::DISTANT_PAST {
        return timeline.span_after(start, Work(duration));
    }
    let worked = timeline.worked(start).0.max(timeline.worked(finish).0 - duration);
    let end = timeline.finish_at(Work(worked + duration));
    if end < finish {
        return (timeline.start_at(Work(worked)), timeline.next_work(finish));
    }
    (timeline.start_at(Work(worked)), end)
}

/// The earliest start from which `duration` ends at or after `finish`.
#[inline]
fn start_for(timeline: &Timeline, duration: i64, finish: Time) -> Time {
    timeline.finish_at(Work(timeline.worked(finish).0 - duration))
}

/// The latest start with which `duration` ends at or before `finish`.
#[inline]
pub(crate) fn latest_start(timeline: &Timeline, duration: i64, finish: Time) -> Time {
    if finish >= Time::NEVER {
        return Time::NEVER;
    }
    timeline.start_after(finish, Work(-duration))
}

/// A limit before all work of a timeline is its first work: nothing can be earlier.
#[inline]
fn no_earlier_than_work(timeline: &Timeline, limit: Time) -> Time {
    if limit > Time::DISTANT_PAST { limit } else { timeline.start_at(Work::ZERO) }
}

/// The latest place whose work starts at or before `limit`.
#[inline]
fn settle(timeline: &Timeline, duration: i64, limit: Time) -> (Time, Time) {
    if !limit.is_finite() {
        return (limit, limit);
    }
    let (mut begin, end) = timeline.span_after(limit, Work(duration));
    if begin > limit {
        // `limit` lies outside work: the last moment at which work can begin is just before the end of
        // work, which for a plan in whole seconds is shown as that end.
        begin = timeline.finish_after(limit, Work::ZERO);
    }
    (begin, end)
}

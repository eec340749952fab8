//! The critical path method on working calendars: early and late dates, float, driving links.
//!
//! Forward, each node takes the earliest place on its own calendars that its links, constraints and floor
//! allow; backward, the latest that its successors, constraints, deadline and the program's finish allow. A
//! lag is counted on a calendar of its own; the backward step is the exact adjoint of the forward one
//! (`worked(finish) + lag <= worked(limit)`), so that a task with no float has equal early and late dates
//! whatever the calendars are.
//!
//! # Complexity
//! O(nodes + edges) look-ups in calendars, each O(log n) in the length of the calendar.
//!
//! # References
//! J. E. Kelley, M. R. Walker: *Critical-path planning and scheduling* (1959); K. Neumann, C. Schwindt,
//! J. Zimmermann: *Project Scheduling with Time Windows and Scarce Resources*, chapter 2.11 (calendars).

mod rules;

use super::network::{Edge, Held, Kind, Network};
use super::sweep::Counted;
use super::window::end_of;
use crate::plan::DependencyKind;
use crate::plan::TotalFloat;
use crate::quantity::Time;

/// Dates of every node.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dates {
    pub(crate) start: Vec<Time>,
    pub(crate) finish: Vec<Time>,
}

/// Early and late dates of every node.
#[derive(Debug)]
pub(crate) struct Analysis {
    pub(crate) early: Dates,
    pub(crate) late: Dates,
    /// Last finish of a task.
    pub(crate) finish: Time,
    /// Work up to the early dates.
    pub(crate) early_counts: Vec<Counted>,
    /// Work up to the late dates.
    pub(crate) late_counts: Vec<Counted>,
    /// Whether each edge, in the order of `edges`, drives; known of those into work that no date holds.
    pub(crate) drives: Vec<bool>,
    /// Whether any task has started.
    pub(crate) started: bool,
}

/// What asks a node to start or finish no earlier than something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask {
    pub(crate) start: Time,
    pub(crate) finish: Time,
}

/// What counts in late dates beside links.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asks {
    /// Deadlines.
    pub(super) deadlines: bool,
    /// What has begun, and delays of an earlier leveling.
    pub(super) rests: bool,
}

impl Network {
    /// Early and late dates of a leveled plan, whose floors say where everything lies that maximum lags hold back.
    pub(crate) fn analyze_leveled(&self, floors: &[Time]) -> Analysis {
        if self.windows.is_empty() || self.back_from.is_some() {
            return self.analyze(floors);
        }
        self.both_ways_from(floors, self.must_finish_by)
    }

    /// Early and late dates. `floors` holds each node back (leveling); an empty slice holds none.
    pub(crate) fn analyze(&self, floors: &[Time]) -> Analysis {
        if let Some(end) = self.back_from {
            return self.analyze_from_finish(end);
        }
        let found = self.both_ways(floors, self.must_finish_by);
        if !self.held.iter().any(|held| held.alap) {
            return found;
        }
        if !self.honor_constraints {
            return self.use_free_float(found, floors);
        }
        // Where they sit does not depend on how what has begun is told, which may be split from its beginning.
        let late = self.late_for_leveling(&found);
        // As late as possible: such a task sits on its late dates, and its successors follow.
        let mut floors =
            if floors.is_empty() { vec![Time::DISTANT_PAST; self.nodes.len()] } else { floors.to_vec() };
        for &node in &self.order {
            if self.held(node).is_some_and(|held| held.alap && held.actual.is_none()) {
                let floor = &mut floors[node as usize];
                *floor = (*floor).max(late.start[node as usize]);
            }
        }
        self.both_ways(&floors, self.must_finish_by)
    }

    /// Forward and back, from the last finish unless from another.
    fn both_ways(&self, floors: &[Time], end: Option<Time>) -> Analysis {
        match self.floors_with_windows(floors) {
            None => self.both_ways_from(floors, end),
            Some(raised) => self.both_ways_from(&raised, end),
        }
    }

    /// The same where the floors say what maximum lags hold back.
    fn both_ways_from(&self, floors: &[Time], end: Option<Time>) -> Analysis {
        let (early, early_counts, drives) = self.sweep_forward(floors);
        let finish = self.last_finish(&early);
        let end = end.unwrap_or(finish);
        let limit = |node, open| self.latest_finish(node, open, &early, end);
        let (mut late, mut late_counts) = self.sweep_backward(&early, &early_counts, limit);
        if !self.windows.is_empty() {
            let asks = Asks { deadlines: true, rests: true };
            let ceilings = self.ceilings(&early, late, &limit, asks);
            let limit = |node, open| limit(node, open).min(ceilings[node as usize]);
            (late, late_counts) = self.sweep_backward(&early, &early_counts, limit);
        }
        let (mut early, mut early_counts) = (early, early_counts);
        self.stretch(&mut early, &mut early_counts);
        self.stretch(&mut late, &mut late_counts);
        let started = self.held.iter().any(|held| held.actual.is_some());
        Analysis { early, late, finish, early_counts, late_counts, drives, started }
    }

    /// Every task as late as the finish of the program allows, but those that are as soon as possible by a
    /// constraint of their own.
    fn analyze_from_finish(&self, end: Time) -> Analysis {
        let late = self.late_for_leveling(&self.both_ways(&[], Some(end)));
        let mut floors = vec![Time::DISTANT_PAST; self.nodes.len()];
        for node in (0..self.tasks as u32).filter(|node| self.is_leaf(*node)) {
            if !self.held(node).is_some_and(|held| held.asap || held.actual.is_some()) {
                floors[node as usize] = late.start[node as usize];
            }
        }
        self.both_ways(&floors, Some(end))
    }

    /// The earliest place of a node, given the dates of its predecessors.
    #[inline]
    pub(crate) fn early(&self, node: u32, dates: &Dates, floor: Time) -> (Time, Time) {
        if self.nodes[node as usize].kind == Kind::Earliest {
            let starts = self.edges_in(node).iter().map(|edge| dates.start[edge.from as usize]);
            let at = starts.min().unwrap_or(self.origin);
            return (at, at);
        }
        let mut ask = self.asked(node, dates);
        ask.start = ask.start.max(floor);
        self.settle(node, ask)
    }

    /// What links and the program's start ask of a node.
    #[inline]
    pub(crate) fn asked(&self, node: u32, dates: &Dates) -> Ask {
        let mut ask = Ask { start: self.origin, finish: Time::DISTANT_PAST };
        for edge in self.edges_in(node) {
            let bound = self.bound(edge, dates.start[edge.from as usize], dates.finish[edge.from as usize]);
            match edge.kind {
                DependencyKind::FinishStart | DependencyKind::StartStart => ask.start = ask.start.max(bound),
                DependencyKind::FinishFinish | DependencyKind::StartFinish => {
                    ask.finish = ask.finish.max(bound);
                }
            }
        }
        ask
    }

    /// Where a node comes to lie when this is asked of it and its own dates are kept.
    #[inline]
    pub(crate) fn settle(&self, node: u32, ask: Ask) -> (Time, Time) {
        match self.held(node) {
            None => self.place(node, ask.start, ask.finish),
            Some(held) => self.settle_held(node, ask, held),
        }
    }

    /// In a plan whose constraints beat links the dates of hard constraints win, on tasks but not on summaries:
    /// a summary's latest finish takes float from its children, it does not pretend that they are done. A date
    /// that no place of the task keeps (before a contract begins) is lost either way: then links decide.
    fn settle_held(&self, node: u32, ask: Ask, held: &Held) -> (Time, Time) {
        if let Some(actual) = held.actual {
            return actual;
        }
        if self.honor_constraints || held.mandatory {
            if let Some(on) = held.start_on {
                return self.place(node, on, Time::DISTANT_PAST);
            }
            if let Some(on) = held.finish_on {
                let placed = self.place_by(node, Time::NEVER, on);
                if placed.1 <= on {
                    return placed;
                }
            }
        }
        let on = held.start_on.unwrap_or(Time::DISTANT_PAST);
        let until = held.finish_on.unwrap_or(Time::DISTANT_PAST);
        let start = ask.start.max(held.start_min).max(on);
        let finish = ask.finish.max(held.finish_min).max(until);
        let mut placed = self.place(node, start, finish);
        if held.delay > 0 && placed.0.is_finite() {
            placed = self.place(node, Time(placed.0.0 + held.delay), finish);
        }
        let late = placed.0 > held.start_max;
        if self.honor_constraints
            && !held.rest
            && (late || placed.1 > held.finish_max)
            && (node as usize) < self.tasks
        {
            let by = if late { held.start_by } else { Time::NEVER };
            let kept = self.place_by(node, by, held.finish_max);
            if kept.0 <= held.start_max && kept.1 <= held.finish_max {
                placed = kept;
            }
        }
        placed
    }

    /// The latest place of a node that keeps both dates.
    fn place_by(&self, node: u32, start: Time, finish: Time) -> (Time, Time) {
        let (at, _) = self.place_late(node, start, finish);
        self.place(node, at, Time::DISTANT_PAST)
    }

    /// Last finish of a task (gates of summaries do not count).
    pub(crate) fn last_finish(&self, dates: &Dates) -> Time {
        let leaves =
            (0..self.tasks).filter(|node| !matches!(self.nodes[*node].kind, Kind::Unused | Kind::Effort));
        leaves.map(|node| dates.finish[node]).max().unwrap_or(self.origin)
    }

    /// The latest finish of a node for a finish of the program. No task may finish after the program does,
    /// whether links leave it or not: a lead or a summary's deadline behind it could let it.
    fn latest_finish(&self, node: u32, open: bool, early: &Dates, end: Time) -> Time {
        if open || !self.multiple_critical_paths || self.back_from.is_some() {
            self.open_end(node, early, end)
        } else {
            Time::NEVER
        }
    }

    fn open_end(&self, node: u32, early: &Dates, end: Time) -> Time {
        if self.multiple_critical_paths && self.back_from.is_none() {
            early.finish[node as usize]
        } else {
            end
        }
    }

    /// Late dates as leveling takes them: what has begun asks nothing of what is before it, and delays of an earlier
    /// leveling are room.
    pub(crate) fn late_for_leveling(&self, analysis: &Analysis) -> Dates {
        let end = self.back_from.or(self.must_finish_by).unwrap_or(analysis.finish);
        let limit = |node, open| self.latest_finish(node, open, &analysis.early, end);
        self.backward_with(&analysis.early, limit, true)
    }

    /// Late dates where `limit(node, open)` is the latest finish asked from outside; `open` tells that no link
    /// leaves the node. Deadlines count if `deadlines`.
    pub(crate) fn backward_with(
        &self,
        early: &Dates,
        limit: impl Fn(u32, bool) -> Time,
        deadlines: bool,
    ) -> Dates {
        let asks = Asks { deadlines, rests: false };
        let late = self.backward(early, &limit, asks);
        if self.windows.is_empty() {
            return late;
        }
        let ceilings = self.ceilings(early, late, &limit, asks);
        self.backward(early, &|node, open| limit(node, open).min(ceilings[node as usize]), asks)
    }

    fn backward(&self, early: &Dates, limit: &impl Fn(u32, bool) -> Time, asks: Asks) -> Dates {
        let count = self.nodes.len();
        let mut late = Dates { start: vec![Time::NEVER; count], finish: vec![Time::NEVER; count] };
        for &node in self.order.iter().rev() {
            let at = node as usize;
            (late.start[at], late.finish[at]) = self.late(node, early, &late, limit, asks);
        }
        late
    }

    /// The latest start and finish that a node's successors and the world outside allow. `plain` tells that
    /// every link asks something, `rests` that what has begun does.
    #[inline]
    pub(super) fn late_limits(
        &self,
        node: u32,
        early: &Dates,
        late: &Dates,
        limit: &impl Fn(u32, bool) -> Time,
        (plain, rests): (bool, bool),
    ) -> (Time, Time) {
        let at = node as usize;
        let (mut start, mut finish) = (Time::NEVER, Time::NEVER);
        let mut open = true;
        for edge in self.edges_out(node) {
            let successor = edge.to as usize;
            let into_start = matches!(edge.kind, DependencyKind::FinishStart | DependencyKind::StartStart);
            let mut bound = if into_start { late.start[successor] } else { late.finish[successor] };
            if into_start
                && rests
                && let Some(held) = self.delayed(edge.to)
                && bound.is_finite()
            {
                bound = Time(bound.0 - held.delay);
            }
            if !plain {
                // A finished successor asks nothing, and a started one no more than that its rest goes on when it
                // does. A gate of an earliest start asks only the earliest.
                if let Some(held) = self.held(edge.to).filter(|held| held.actual.is_some()) {
                    if held.finished || !rests && !held.manual {
                        open &= held.finished;
                        continue;
                    }
                    if held.started() {
                        match self.begun(edge, held, late) {
                            Some(asked) => bound = asked,
                            None => continue,
                        }
                    }
                }
                // Dates set by hand keep the start where it is: only what waits for the finish limits it.
                let leaves_start =
                    matches!(edge.kind, DependencyKind::StartStart | DependencyKind::StartFinish);
                if leaves_start && self.held(node).is_some_and(|held| held.manual) {
                    continue;
                }
                if self.nodes[successor].kind == Kind::Earliest && early.start[at] > early.start[successor] {
                    continue;
                }
            }
            open = false;
            let latest = self.latest(edge, bound);
            match edge.kind {
                DependencyKind::FinishStart | DependencyKind::FinishFinish => finish = finish.min(latest),
                DependencyKind::StartStart | DependencyKind::StartFinish => start = start.min(latest),
            }
        }
        let is_gate = at >= self.tasks;
        if !is_gate {
            finish = finish.min(limit(node, open || finish == Time::NEVER));
        }
        (start, finish)
    }

    /// The latest place of a node, given the late dates of its successors.
    #[inline]
    pub(super) fn late(
        &self,
        node: u32,
        early: &Dates,
        late: &Dates,
        limit: &impl Fn(u32, bool) -> Time,
        asks: Asks,
    ) -> (Time, Time) {
        let Asks { deadlines, rests } = asks;
        let at = node as usize;
        let (mut start, mut finish) = self.late_limits(node, early, late, limit, (false, rests));
        if let Some(held) = self.held(node) {
            if let Some((begin, end)) = held.actual.filter(|_| held.finished) {
                return (begin, end);
            }
            if let Some((begin, end)) = held.actual.filter(|_| held.manual) {
                let latest = finish.min(if deadlines { held.deadline } else { Time::NEVER });
                let timeline = self.timeline(self.nodes[at].calendar);
                let length = timeline.work_between(begin, end);
                return (timeline.start_after(latest, -length), latest);
            }
            let by = if early.start[at] <= held.start_max { early.start[at] } else { Time::DISTANT_PAST };
            start = start.min(held.start_by.max(by)).min(held.start_on.unwrap_or(Time::NEVER));
            finish = finish.min(held.finish_max).min(held.finish_on.unwrap_or(Time::NEVER));
            if held.mandatory {
                // Early and late alike, whatever follows.
                let early =
                    self.settle_held(node, Ask { start: self.origin, finish: Time::DISTANT_PAST }, held);
                return early;
            }
            if deadlines {
                finish = finish.min(held.deadline);
            }
        }
        let (begin, end) = self.place_late(node, start, finish);
        // The same moment of work is shown once: a late date that is only on the other side of a break is the
        // early one. Nor is a finish too late that links ask for behind the end of the task's own work.
        let keep = |early: Time, late: Time| {
            if late < early && self.float(node, early, late) == 0 { early } else { late }
        };
        let waits = early.start[at] <= begin && end < early.finish[at] && early.finish[at] <= finish;
        let end = if waits { early.finish[at] } else { keep(early.finish[at], end) };
        let begun = self.held(node).and_then(|held| held.actual).map(|actual| actual.0);
        (begun.unwrap_or_else(|| keep(early.start[at], begin)), end)
    }

    /// Total float: the lesser of start and finish float, in seconds of work; finish float once started.
    pub(crate) fn total_float(&self, node: u32, analysis: &Analysis) -> i64 {
        let at = node as usize;
        let Analysis { early, late, .. } = analysis;
        let (begun, ended) = (analysis.early_counts[at], analysis.late_counts[at]);
        let finish = (early.finish[at], begun.finish);
        let finish = self.slack(node, finish, (late.finish[at], ended.finish));
        if self.total_float == TotalFloat::Finish || self.held(node).is_some_and(Held::started) {
            return finish;
        }
        let mut from = (early.start[at], begun.start);
        if let Some(wanted) = self.wanted(node, early).filter(|wanted| *wanted > from.0) {
            from = (wanted, self.timeline(self.nodes[at].calendar).worked(wanted).0 as u32);
        }
        let start = self.slack(node, from, (late.start[at], ended.start));
        if self.total_float == TotalFloat::Start { start } else { finish.min(start) }
    }

    /// Where the links of a node that a date holds would let it start, if that counts.
    fn wanted(&self, node: u32, early: &Dates) -> Option<Time> {
        let held = self.held(node).filter(|_| self.own_links && self.honor_constraints)?;
        if held.actual.is_some() || (held.start_on.is_none() && held.finish_on.is_none()) {
            return None;
        }
        let ask = self.asked(node, early);
        Some(self.place(node, ask.start, ask.finish).0)
    }

    /// Free float: seconds of work that a node can slip without moving a successor or the finish. `gates` are the
    /// [`Network::gate_limits`].
    pub(crate) fn free_float(&self, node: u32, analysis: &Analysis, gates: &[Time]) -> i64 {
        let at = node as usize;
        let early = &analysis.early;
        if self.held(node).is_some_and(|held| held.finished) {
            return 0;
        }
        if self.nodes[at].kind == Kind::Effort {
            return self.total_float(node, analysis).max(0);
        }
        // Work is counted once: the more is worked by a moment the later it is.
        let (mut start, mut finish) = (Time::NEVER, Time::NEVER);
        for edge in self.edges_out(node).filter(|edge| !self.is_end(edge.to)) {
            let latest = self.latest(edge, self.unmoved(edge, early, gates, analysis.started));
            if latest >= Time::NEVER {
                continue;
            }
            match edge.kind {
                DependencyKind::FinishStart | DependencyKind::FinishFinish => finish = finish.min(latest),
                DependencyKind::StartStart | DependencyKind::StartFinish => start = start.min(latest),
            }
        }
        for edge in &self.windows.into[self.windows.in_of(node)] {
            let from = edge.from as usize;
            let most = self.most_tip(edge, end_of(edge, early.start[from], early.finish[from]));
            match edge.kind {
                DependencyKind::FinishStart | DependencyKind::StartStart => start = start.min(most),
                DependencyKind::FinishFinish | DependencyKind::StartFinish => finish = finish.min(most),
            }
        }
        let open = start >= Time::NEVER && finish >= Time::NEVER;
        if open && self.own_links {
            return self.total_float(node, analysis).max(0);
        }
        if finish >= Time::NEVER {
            // Nothing waits for its finish but the program's.
            finish = self.open_end(node, early, analysis.finish);
        }
        if !open && (start <= early.start[at] || finish <= early.finish[at]) {
            return 0;
        }
        let counted = analysis.early_counts[at];
        let slack = |from: Time, counted: u32, to: Time| {
            if to == from {
                return 0;
            }
            self.slack(
                node,
                (from, counted),
                (to, self.timeline(self.node(node).calendar).worked(to).0 as u32),
            )
        };
        let by_start =
            if start < Time::NEVER { slack(early.start[at], counted.start, start) } else { i64::MAX };
        let free = by_start.min(slack(early.finish[at], counted.finish, finish));
        // P6 tells it whatever the own dates of a task leave of it.
        let most =
            if self.total_float == TotalFloat::Smallest { self.total_float(node, analysis) } else { free };
        free.min(most).max(0)
    }

    /// What holds a node that leveling has delayed and that has not begun.
    #[inline]
    fn delayed(&self, node: u32) -> Option<&Held> {
        if self.held.is_empty() {
            return None;
        }
        self.held(node).filter(|held| held.delay > 0 && held.actual.is_none())
    }

    /// Whether a node is a gate out of a summary, which free float does not look through.
    fn is_end(&self, node: u32) -> bool {
        self.ends.get(node as usize).copied().unwrap_or(false)
    }

    /// How late each gate can be without moving a task behind it; empty if there are no gates.
    ///
    /// # Complexity
    /// O(gates and their edges).
    pub(crate) fn gate_limits(&self, early: &Dates) -> Vec<Time> {
        let mut gates = vec![Time::NEVER; self.nodes.len() - self.tasks];
        if gates.is_empty() {
            return gates;
        }
        for &node in self.order.iter().rev().filter(|node| **node as usize >= self.tasks) {
            let limits =
                self.edges_out(node).map(|edge| self.latest(edge, self.unmoved(edge, early, &gates, true)));
            let limit = limits.min().unwrap_or(Time::NEVER);
            gates[node as usize - self.tasks] = limit;
        }
        gates
    }

    /// How late an edge may put its end of the successor without moving a task. `started` tells that some task has
    /// started.
    #[inline]
    pub(super) fn unmoved(&self, edge: &Edge, early: &Dates, gates: &[Time], started: bool) -> Time {
        let to = edge.to as usize;
        match to.checked_sub(self.tasks).and_then(|gate| gates.get(gate)) {
            // Only the first of several starts decides the earliest.
            Some(_)
                if self.nodes[to].kind == Kind::Earliest
                    && early.start[edge.from as usize] > early.start[to] =>
            {
                Time::NEVER
            }
            Some(limit) => *limit,
            None if started && self.held(edge.to).is_some_and(|held| held.finished) => Time::NEVER,
            None => match edge.kind {
                DependencyKind::FinishStart | DependencyKind::StartStart => {
                    Time(early.start[to].0 - self.delayed(edge.to).map_or(0, |held| held.delay))
                }
                DependencyKind::FinishFinish | DependencyKind::StartFinish => early.finish[to],
            },
        }
    }

    /// Whether an edge decides where its successor lies: alone it would put it at the same place, and it asks
    /// more than the program's start and the successor's own constraints do.
    pub(crate) fn drives(&self, edge: &Edge, dates: &Dates) -> bool {
        let to = edge.to as usize;
        let bound = self.bound(edge, dates.start[edge.from as usize], dates.finish[edge.from as usize]);
        if let Some(held) = self.held(edge.to).filter(|held| held.actual.is_some()) {
            return self.drives_rest(edge, held, bound, dates.finish[to]);
        }
        if self.nodes[to].kind == Kind::Earliest {
            return dates.start[edge.from as usize] == dates.start[to];
        }
        let delay = self.held(edge.to).map_or(0, |held| held.delay);
        if delay == 0 && matches!(edge.kind, DependencyKind::FinishStart | DependencyKind::StartStart) {
            // A place never begins before it is asked to, and one that begins when asked is itself.
            let start = dates.start[to];
            if bound < self.origin || bound > start {
                return false;
            }
            if bound == start {
                return true;
            }
            if self.nodes[to].kind == Kind::Work {
                return self.float(edge.to, bound, start) == 0;
            }
        }
        let mut ask = Ask { start: Time::DISTANT_PAST, finish: Time::DISTANT_PAST };
        match edge.kind {
            DependencyKind::FinishStart | DependencyKind::StartStart => {
                if bound < self.origin {
                    return false;
                }
                ask.start = bound;
            }
            DependencyKind::FinishFinish | DependencyKind::StartFinish => {
                // It may move the finish alone, to the other side of a break.
                let finish = |by: Time| self.place(edge.to, dates.start[to], by).1;
                if finish(Time::DISTANT_PAST) < dates.finish[to] && finish(bound) == dates.finish[to] {
                    return true;
                }
                ask.finish = bound;
            }
        }
        let alone = self.place(edge.to, ask.start.max(self.origin), ask.finish);
        if delay > 0 {
            return alone.0.0 + delay >= dates.start[to].0;
        }
        if alone.0 != dates.start[to] {
            return false;
        }
        // Without the link, would it be earlier?
        ask.start == bound || self.place(edge.to, self.origin, Time::DISTANT_PAST).0 < alone.0
    }
}

//! The network with what leveling needs besides: what is fixed, what is due, how capacity is counted.

pub(crate) mod given;
pub(crate) mod goal;
pub(crate) mod labor;
pub(crate) mod profile;

use std::ops::{Deref, DerefMut};

use super::options::{Goal, LevelOptions};
use crate::plan::DependencyKind::{FinishFinish, FinishStart, StartFinish, StartStart};
use crate::plan::PRIORITY_NEVER_MOVES;
use crate::plan::index::NONE;
use crate::quantity::{Time, Work};
use crate::schedule::compile::{Compiled, to_axis};
use crate::schedule::critical_path::{Analysis, Dates};
use crate::schedule::network::{ALWAYS, Edge, Kind, Network, Track};
use crate::schedule::uses::{Use, Uses};
use crate::schedule::window::end_of;
use goal::{Given, Goals, Part};
use labor::Labor;
use profile::Profile;

/// No count: the places of a node do not all lie on one timeline, or its own dates hold it.
pub(crate) const NOT_COUNTED: i64 = i64::MIN;

pub(crate) use goal::Score;

/// How often latest starts are followed through maximum lags: plans with longer chains of them find out later.
const MOST_ROUNDS: usize = 32;

/// A task that should be finished by some time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due {
    pub(crate) node: u32,
    pub(crate) deadline: Time,
    /// Millionths of the cost of a day.
    pub(crate) weight: i64,
}

/// What a started task took of a resource until now, in seconds of the resource's time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Done {
    pub(crate) node: u32,
    pub(crate) resource: u32,
    pub(crate) parts: u32,
    pub(crate) span: (i64, i64),
}

/// The leveling problem.
pub(crate) struct Problem<'a> {
    pub(crate) network: &'a Network,
    pub(crate) uses: &'a Uses,
    pub(crate) facts: Facts,
}

/// What leveling needs besides the network; can be taken to another version of it.
#[derive(Clone, Default)]
pub(crate) struct Facts {
    /// Dates before leveling.
    pub(crate) early: Dates,
    /// Late dates before leveling.
    pub(crate) late: Dates,
    /// Nodes that stay where they are.
    pub(crate) fixed: Vec<bool>,
    /// No node starts before this; as late as possible is kept by it.
    pub(crate) floor: Vec<Time>,
    /// No node may be moved to start after this.
    pub(crate) hard: Vec<Time>,
    /// Nodes that start after their latest start before leveling.
    pub(crate) broken: Vec<bool>,
    pub(crate) due: Vec<Due>,
    /// The goals of all parts, each once, the most important first.
    pub(crate) goals: Vec<Goal>,
    /// The entries of the objective and what they look at.
    pub(crate) objective: Goals,
    /// A given plan.
    pub(crate) given: Option<Given>,
    /// Stop when value less bound of the first part is at most this, or at most this share of the value.
    pub(crate) enough: (Option<f64>, Option<f64>),
    /// 0 to 1000, by node.
    pub(crate) priority: Vec<u16>,
    /// Timeline in whose seconds each resource's capacity is counted.
    pub(crate) counted_on: Vec<u32>,
    /// Resources that are leveled.
    pub(crate) leveled: Vec<bool>,
    /// Capacity less what the fixed nodes take, and what is done of those that may move.
    pub(crate) base: Vec<Profile>,
    /// What is done of started tasks whose rest may move.
    pub(crate) done: Vec<Done>,
    /// Capacity.
    pub(crate) whole: Vec<Profile>,
    /// Overload that the fixed nodes make among themselves.
    pub(crate) base_overload: i64,
    /// Nodes that leveling may move and that use a leveled resource.
    pub(crate) movable: usize,
    /// Of nodes whose places can be counted: the most that may be worked up to their start; [`NOT_COUNTED`] of
    /// others.
    pub(crate) counted: Vec<i64>,
    /// Whether tasks may only move within their float.
    pub(crate) within_float: bool,
}

impl Deref for Problem<'_> {
    type Target = Facts;

    fn deref(&self) -> &Facts {
        &self.facts
    }
}

impl DerefMut for Problem<'_> {
    fn deref_mut(&mut self) -> &mut Facts {
        &mut self.facts
    }
}

impl<'a> Problem<'a> {
    /// The problem of a plan whose dates before leveling are known; `floors` hold its tasks back.
    pub(crate) fn new(
        compiled: &'a Compiled<'_>,
        analysis: &Analysis,
        options: &LevelOptions,
        floors: &[Time],
        given: Option<Given>,
    ) -> Self {
        let (network, uses) = (&compiled.network, &compiled.uses);
        let count = network.nodes.len();
        let mut floor = floors.to_vec();
        floor.resize(count, Time::DISTANT_PAST);
        if compiled.choices.is_empty() {
            // Nobody is done sooner, so what waits for a successor does at least that long.
            for edge in &network.windows.out {
                let from = edge.from as usize;
                floor[from] = floor[from].max(analysis.early.start[from]);
            }
        }
        let facts = Facts {
            early: analysis.early.clone(),
            late: network.late_for_leveling(analysis),
            fixed: vec![false; count],
            floor,
            hard: Vec::new(),
            broken: Vec::new(),
            due: Vec::new(),
            goals: Vec::new(),
            objective: Goals::default(),
            given,
            enough: (options.gap, options.relative_gap),
            priority: vec![1000; count],
            counted_on: uses.pools.iter().map(|pool| pool.timeline).collect(),
            leveled: Vec::new(),
            base: Vec::new(),
            done: Vec::new(),
            whole: Vec::new(),
            base_overload: 0,
            movable: 0,
            counted: Vec::new(),
            within_float: options.within_float,
        };
        let mut problem = Self { network, uses, facts };
        problem.scope(compiled, options);
        problem.dues(compiled, options);
        problem.capacity();
        problem.hard_limits(options.within_float);
        let leaves = 0..network.tasks as u32;
        problem.movable = leaves
            .filter(|node| !problem.fixed[*node as usize] && problem.limits(*node).next().is_some())
            .count();
        problem.counted = (0..count as u32).map(|node| problem.latest_count(node)).collect();
        problem.set_goals(compiled, options);
        problem
    }

    fn set_goals(&mut self, compiled: &Compiled<'_>, options: &LevelOptions) {
        self.objective.parts = options.objective.iter().map(Part::new).collect();
        self.objective.active.set(self.objective.parts.len());
        let facts = &mut self.facts;
        for goal in facts.objective.parts.iter().flat_map(Part::goals) {
            if !facts.goals.contains(&goal) {
                facts.goals.push(goal);
            }
        }
        self.objective.day = compiled.index.plan.program.work_units().day.0;
        let leaves = 0..self.network.tasks as u32;
        self.objective.counted = leaves.filter(|node| self.counts_moves(*node)).collect();
        if self.goals.contains(&Goal::Cost) {
            self.objective.labor = Labor::new(compiled, &self.early, &self.fixed);
        }
    }

    /// The uses of a node that are leveled.
    #[inline]
    pub(crate) fn limits(&self, node: u32) -> impl Iterator<Item = &Use> {
        self.uses.of(node).iter().filter(|one| self.leveled[one.resource as usize])
    }

    /// The entry of a node in `counted`.
    pub(crate) fn latest_count(&self, node: u32) -> i64 {
        let network = self.network;
        let (at, is) = (node as usize, network.node(node));
        let free = network.held(node).is_none_or(|held| {
            held.actual.is_none()
                && held.delay == 0
                && held.start_max >= Time::NEVER
                && held.finish_max >= Time::NEVER
                && held.start_on.is_none()
                && held.finish_on.is_none()
        });
        let one_timeline = |one: &Use| {
            one.actual == NONE
                && one.calendar == is.calendar
                && self.counted_on[one.resource as usize] == is.calendar
        };
        if is.kind != Kind::Work || self.fixed[at] || !free || !self.limits(node).all(one_timeline) {
            return NOT_COUNTED;
        }
        let hard = self.hard[at];
        if hard >= Time::NEVER {
            return i64::MAX;
        }
        let timeline = network.timeline(is.calendar);
        timeline.worked(hard).0 - i64::from(!timeline.is_working(hard))
    }

    fn scope(&mut self, compiled: &Compiled<'_>, options: &LevelOptions) {
        let plan = compiled.index.plan;
        let clock = plan.program.scheduling.clock;
        let utc = crate::calendar::Zone::utc();
        let zone = self.network.zone.as_ref().unwrap_or(&utc);
        let from = options.from.map_or(Time::DISTANT_PAST, |when| to_axis(when.start(), zone, clock));
        let to = options.to.map_or(Time::NEVER, |when| to_axis(when.end(), zone, clock));
        self.leveled = (0..self.uses.pools.len() as u32)
            .map(|number| {
                let resource = compiled.index.resource(number);
                resource.kind.works()
                    && options.resources.as_ref().is_none_or(|ids| ids.contains(&resource.id))
            })
            .collect();
        for number in 0..self.network.tasks as u32 {
            let at = number as usize;
            let task = compiled.index.task(number);
            self.priority[at] = task.priority;
            let held = self.network.held(number);
            let pinned = held.is_some_and(|held| {
                held.actual.is_some()
                    || (self.network.honor_constraints
                        && (held.start_on.is_some() || held.finish_on.is_some()))
            });
            let outside = self.early.start[at] < from
                || self.early.start[at] > to
                || options.campaigns.as_ref().is_some_and(|ids| {
                    compiled.campaign_of(number).is_none_or(|campaign| !ids.contains(campaign))
                });
            self.fixed[at] = pinned || outside || task.priority >= PRIORITY_NEVER_MOVES;
            if task.constraints.iter().any(|c| c.kind == crate::plan::ConstraintKind::AsLateAsPossible) {
                self.floor[at] = self.floor[at].max(self.early.start[at]);
            }
        }
        // Moments at which started work began.
        for node in self.network.tasks..self.network.nodes.len() {
            self.fixed[node] = self.network.held(node as u32).is_some_and(|held| held.actual.is_some());
        }
    }

    fn dues(&mut self, compiled: &Compiled<'_>, options: &LevelOptions) {
        for number in 0..self.network.tasks as u32 {
            let node = match compiled.gates.get(&number) {
                Some(gates) if gates.out_finish != NONE => gates.out_finish,
                _ => number,
            };
            let Some(held) = self.network.held(node) else { continue };
            if held.deadline >= Time::NEVER || held.finished {
                continue;
            }
            let task = compiled.index.task(number);
            let given = options.weights.as_ref().and_then(|weights| weights.get(&task.id)).copied();
            let weight = given.unwrap_or_else(|| compiled.weight_of(number));
            #[expect(clippy::cast_possible_truncation, reason = "validated to be at most a million")]
            let weight = (weight.clamp(0.0, 1e6) * 1e6).round() as i64;
            self.due.push(Due { node, deadline: held.deadline, weight });
        }
    }

    fn capacity(&mut self) {
        let outside = (0..).zip(&self.uses.pools).filter(|(_, pool)| pool.outside);
        for number in outside.map(|(number, _)| number).collect::<Vec<usize>>() {
            self.counted_on[number] = ALWAYS;
        }
        for node in 0..self.network.tasks as u32 {
            for one in self.uses.of(node) {
                if !one.inside {
                    self.counted_on[one.resource as usize] = ALWAYS;
                }
            }
        }
        for (number, pool) in self.uses.pools.iter().enumerate() {
            let timeline = self.network.timeline(self.counted_on[number]);
            let mut profile = Profile::new(i64::from(pool.capacity));
            for &(from, to, capacity) in &pool.steps {
                let (from, to) = (timeline.worked(from).0, timeline.worked(to).0);
                if from < to {
                    profile.take(from, to, i64::from(pool.capacity) - i64::from(capacity));
                }
            }
            self.base.push(profile);
        }
        self.facts.whole.clone_from(&self.facts.base);
        let mut spans = Vec::new();
        for node in 0..self.network.tasks as u32 {
            let at = node as usize;
            if !self.fixed[at] {
                continue;
            }
            for one in self.uses.of(node) {
                if !self.leveled[one.resource as usize] {
                    continue;
                }
                self.spans(one, self.early.start[at], self.early.finish[at], &mut spans);
                for &(from, to) in &spans {
                    self.base[one.resource as usize].take(from, to, i64::from(one.parts));
                }
            }
        }
        self.done = self.done();
        for done in &self.facts.done {
            if self.facts.leveled[done.resource as usize] {
                let (from, to) = done.span;
                self.facts.base[done.resource as usize].take(from, to, i64::from(done.parts));
            }
        }
        self.base_overload = self.base.iter().map(Profile::overload).sum();
    }

    /// What is done of started tasks whose rest may move.
    fn done(&self) -> Vec<Done> {
        let mut found = Vec::new();
        let mut spans = Vec::new();
        for node in (0..self.network.tasks as u32).filter(|node| self.is_rest(*node)) {
            for one in self.uses.of(node) {
                let Some(worked) = self.uses.actual.get(one.done as usize) else { continue };
                spans.clear();
                let (from, to) = worked.parts[0];
                if from < to {
                    self.map_spans(one, from, to, &mut spans);
                }
                let Use { resource, parts, .. } = *one;
                found.extend(spans.iter().map(|&span| Done { node, resource, parts, span }));
            }
        }
        found
    }

    /// Whether a node is what is left of a started task.
    pub(crate) fn is_rest(&self, node: u32) -> bool {
        self.network.held(node).is_some_and(|held| held.rest)
    }

    /// The seconds of a resource's time that a use takes when its task lies from `start` to `finish`.
    #[inline]
    pub(crate) fn spans(&self, one: &Use, start: Time, finish: Time, spans: &mut Vec<(i64, i64)>) {
        spans.clear();
        let counted = self.counted_on[one.resource as usize];
        let timeline = self.network.timeline(one.calendar);
        if one.actual != NONE {
            self.actual_spans(one, spans);
            return;
        }
        let start = start.max(one.from);
        if counted == one.calendar {
            let from = timeline.worked(start).0;
            spans.push((from, from + one.duration));
            return;
        }
        let finish = finish.min(timeline.add_work(start, Work(one.duration)));
        self.map_spans(one, start, finish, spans);
    }

    /// The working stretches of a use from one moment to another in the seconds of its resource.
    fn map_spans(&self, one: &Use, start: Time, finish: Time, spans: &mut Vec<(i64, i64)>) {
        let counting = self.network.timeline(self.counted_on[one.resource as usize]);
        for (from, to) in self.network.timeline(one.calendar).intervals(start, finish) {
            let (from, to) = (counting.worked(from).0, counting.worked(to).0);
            match spans.last_mut() {
                Some(last) if last.1 == from => last.1 = to,
                _ if from < to => spans.push((from, to)),
                _ => {}
            }
        }
    }

    /// The same for a started task: what is done and what is left.
    fn actual_spans(&self, one: &Use, spans: &mut Vec<(i64, i64)>) {
        for (from, to) in
            self.uses.actual.get(one.actual as usize).into_iter().flat_map(|worked| worked.parts)
        {
            if from < to {
                self.map_spans(one, from, to, spans);
            }
        }
    }

    /// The latest starts that keep every constraint, link and fixed node that the plan keeps now.
    pub(crate) fn hard_limits(&mut self, within_float: bool) {
        let mut hard = self.latest_with_windows();
        for (node, limit) in hard.iter_mut().enumerate() {
            if self.fixed[node] {
                *limit = self.early.start[node];
            }
            if within_float {
                *limit = (*limit).min(self.late.start[node]);
            }
        }
        let early = &self.facts.early.start;
        if self.facts.broken.is_empty() {
            self.facts.broken = hard.iter().zip(early).map(|(limit, start)| limit < start).collect();
        }
        // What is broken already gets no worse.
        for (limit, (start, broken)) in hard.iter_mut().zip(early.iter().zip(&self.facts.broken)) {
            *limit = if *broken { *start } else { *limit };
        }
        self.hard = hard;
    }

    /// The latest starts of plans that keep what is kept now, maximum lags behind what cannot move included.
    fn latest_with_windows(&self) -> Vec<Time> {
        let network = self.network;
        let mut late = self.latest(|_| Time::NEVER, true);
        let mut ceilings = vec![Time::NEVER; if network.windows.is_empty() { 0 } else { late.start.len() }];
        for _ in 0..MOST_ROUNDS {
            let mut any = false;
            for edge in &network.windows.out {
                let from = edge.from as usize;
                let end = end_of(edge, late.start[from], late.finish[from]);
                let ceiling = if end.is_finite() { network.finish_for_end(edge, end) } else { Time::NEVER };
                any |= ceiling < ceilings[edge.to as usize];
                ceilings[edge.to as usize] = ceilings[edge.to as usize].min(ceiling);
            }
            if !any {
                break;
            }
            late = self.latest(|node| ceilings[node as usize], true);
        }
        late.start
    }

    /// The latest dates that limits on finishes imply.
    ///
    /// With `keep`, in plans that break no link, constraint or fixed place that is kept now. Without, in every
    /// plan: a node that stays where it is, or whose constraint date may beat its links, asks nothing of its
    /// predecessors.
    pub(crate) fn latest(&self, limit: impl Fn(u32) -> Time, keep: bool) -> Dates {
        let network = self.network;
        let count = network.nodes.len();
        let mut late = Dates { start: vec![Time::NEVER; count], finish: vec![Time::NEVER; count] };
        for &node in network.order.iter().rev() {
            let at = node as usize;
            (late.start[at], late.finish[at]) = self.latest_of(node, limit(node), &late, keep);
        }
        late
    }

    /// The latest dates of one node, given those of its successors.
    pub(crate) fn latest_of(&self, node: u32, limit: Time, late: &Dates, keep: bool) -> (Time, Time) {
        let network = self.network;
        let at = node as usize;
        if self.fixed[at] {
            return (self.early.start[at], self.early.finish[at]);
        }
        let (mut start, mut finish) = (Time::NEVER, limit);
        for edge in network.edges_out(node) {
            if !self.asks(edge, keep) {
                continue;
            }
            let to = edge.to as usize;
            match edge.kind {
                FinishStart => finish = finish.min(network.latest(edge, late.start[to])),
                FinishFinish => finish = finish.min(network.latest(edge, late.finish[to])),
                StartStart => start = start.min(network.latest(edge, late.start[to])),
                StartFinish => start = start.min(network.latest(edge, late.finish[to])),
            }
        }
        if let (true, Some(held)) = (keep, network.held(node)) {
            start = start.min(held.start_max).min(held.start_on.unwrap_or(Time::NEVER));
            finish = finish.min(held.finish_max).min(held.finish_on.unwrap_or(Time::NEVER));
        }
        let until = finish;
        let (start, finish) = network.place_late(node, start, finish);
        let start = self.last_opening(node, start);
        match network.node(node).kind {
            Kind::Start => (start, start),
            _ if self.waits(node) => (start, finish.max(until.min(self.waiting(node, start, finish)))),
            _ => (start, finish),
        }
    }

    /// The latest finish that can be asked of a node at a place without moving its work: up to where work goes on.
    fn waiting(&self, node: u32, start: Time, finish: Time) -> Time {
        let network = self.network;
        if !start.is_finite() || !finish.is_finite() {
            return finish;
        }
        let next = |track: &Track| {
            let timeline = network.timeline(track.calendar);
            timeline.next_work(timeline.span_after(start.max(track.from), Work(track.duration)).1)
        };
        match network.node(node).kind {
            Kind::Work => network.timeline(network.node(node).calendar).next_work(finish),
            Kind::Tracks => network.tracks_of(node).iter().map(next).max().unwrap_or(finish),
            _ => finish,
        }
    }

    /// Whether a link or a date asks something of the finish of a node.
    fn waits(&self, node: u32) -> bool {
        let mut edges = self.network.edges_in(node).iter();
        edges.any(|edge| matches!(edge.kind, FinishFinish | StartFinish))
            || self.network.held(node).is_some_and(|held| held.finish_min > Time::DISTANT_PAST)
    }

    /// A late start that is an end of work is a moment too late to start before: the last second of work.
    fn last_opening(&self, node: u32, start: Time) -> Time {
        let network = self.network;
        let own = [Track::new(network.node(node).calendar, 0)];
        let tracks = match network.node(node).kind {
            Kind::Tracks => network.tracks_of(node),
            Kind::Work | Kind::Start => &own[..],
            _ => return start,
        };
        let timelines = || tracks.iter().map(|track| network.timeline(track.calendar));
        if !start.is_finite() || timelines().any(|timeline| timeline.is_working(start)) {
            return start;
        }
        timelines()
            .map(|timeline| timeline.start_at(Work(timeline.worked(start).0 - 1)))
            .max()
            .unwrap_or(start)
    }

    /// Whether an edge limits its predecessor.
    fn asks(&self, edge: &Edge, keep: bool) -> bool {
        let network = self.network;
        let (from, to) = (edge.from as usize, edge.to as usize);
        let held = network.held(edge.to);
        if held.is_some_and(|held| held.actual.is_some()) {
            return false;
        }
        let earliest = network.nodes[to].kind == Kind::Earliest;
        if keep {
            return !earliest || self.early.start[from] <= self.early.start[to];
        }
        let caps = held.is_some_and(|held| {
            network.honor_constraints && (held.start_max < Time::NEVER || held.finish_max < Time::NEVER)
        });
        !(self.fixed[to] || caps || earliest)
    }

    /// Whether serial generation in the order of starts reaches an optimal plan: no link lets a successor start
    /// before its predecessor, nothing is held back, no summary waits for its earliest leaf.
    pub(crate) fn is_regular(&self) -> bool {
        use crate::plan::DependencyKind::{FinishStart, StartStart};
        let network = self.network;
        self.has_regular_goals()
            && network.windows.is_empty()
            && network.edges.iter().all(|edge| matches!(edge.kind, FinishStart | StartStart) && edge.lag >= 0)
            && network.nodes.iter().all(|node| node.kind != Kind::Earliest)
            && self.hard.iter().zip(&self.fixed).all(|(hard, fixed)| *fixed || *hard >= Time::NEVER)
    }
}

//! Schedule generation: from a list of tasks to dates that nobody is overloaded in.

use super::super::problem::profile::Profile;
use super::super::problem::{NOT_COUNTED, Problem};
use crate::quantity::{Time, Work};
use crate::schedule::critical_path::{Ask, Dates};
use crate::schedule::network::{Network, Node};
use crate::schedule::sweep::place_late;
use crate::schedule::topology::ranks;
use crate::schedule::window::{end_of, tip_of};

/// How often a generation is done again because it exceeds maximum lags.
pub(crate) const MOST_REPAIRS: usize = 24;

/// A place and the work up to its start.
#[derive(Clone, Copy)]
struct Counted {
    start: Time,
    finish: Time,
    worked: i64,
}

/// A schedule in the making; reused from one to the next.
#[derive(Clone)]
pub(crate) struct Workspace {
    pub(crate) dates: Dates,
    pub(crate) profiles: Vec<Profile>,
    /// Whether a task had to be placed although somebody is overloaded by it.
    pub(crate) forced: bool,
    /// Of counted nodes that are placed: the work up to their start.
    pub(crate) worked: Vec<i64>,
    /// Starts that maximum lags ask for, by node; empty if they ask for none.
    pub(crate) back: Vec<Time>,
    spans: Vec<(i64, i64)>,
}

impl Workspace {
    pub(crate) fn new(problem: &Problem<'_>) -> Self {
        Self {
            dates: problem.early.clone(),
            profiles: problem.base.clone(),
            forced: false,
            worked: vec![0; problem.network.nodes.len()],
            back: Vec::new(),
            spans: Vec::new(),
        }
    }

    /// No node starts before this.
    #[inline]
    pub(crate) fn floor(&self, problem: &Problem<'_>, node: u32) -> Time {
        let at = node as usize;
        match self.back.get(at) {
            None => problem.floor[at],
            Some(back) => problem.floor[at].max(*back),
        }
    }

    /// Asks the predecessors of maximum lags that are exceeded to start later; whether any can.
    pub(crate) fn hold_back(&mut self, problem: &Problem<'_>) -> bool {
        let network = problem.network;
        let mut any = false;
        for edge in &network.windows.out {
            let (from, to) = (edge.from as usize, edge.to as usize);
            if problem.fixed[from] || network.exceeds(edge, &self.dates) == 0 {
                continue;
            }
            let tip = tip_of(edge, self.dates.start[to], self.dates.finish[to]);
            let asked = network.start_for_tip(edge, tip);
            if asked > self.dates.start[from] && asked <= problem.hard[from] {
                self.back.resize(network.nodes.len(), Time::DISTANT_PAST);
                self.back[from] = self.back[from].max(asked);
                any = true;
            }
        }
        any
    }

    pub(crate) fn reset(&mut self, problem: &Problem<'_>) {
        self.profiles.clone_from(&problem.base);
        self.forced = false;
    }

    /// Overload beyond what the fixed nodes make, and seconds beyond maximum lags.
    pub(crate) fn overload(&self, problem: &Problem<'_>) -> i64 {
        let exceeded = problem.network.exceeded(&self.dates);
        if !self.forced {
            return exceeded;
        }
        self.profiles.iter().map(Profile::overload).sum::<i64>() - problem.base_overload + exceeded
    }

    /// Serial generation: every node of the list, predecessors first, at its earliest feasible place. Where that
    /// exceeds maximum lags it is done again, with their predecessors held back.
    pub(crate) fn serial(&mut self, problem: &Problem<'_>, list: &[u32]) {
        self.back.clear();
        for _ in 0..=MOST_REPAIRS {
            self.reset(problem);
            for &node in list {
                self.place(problem, node);
            }
            if !self.hold_back(problem) {
                return;
            }
        }
    }

    /// [`earliest`](Self::earliest) of a node that works on one timeline with all its people: the profiles are
    /// asked in seconds of work, and only the place found is turned into moments. `None` if the node is not of
    /// that kind, or comes near the end of its calendar.
    #[inline]
    fn earliest_counted(&mut self, problem: &Problem<'_>, node: u32) -> Option<Counted> {
        let network = problem.network;
        let at = node as usize;
        let latest = problem.counted[at];
        if latest == NOT_COUNTED {
            return None;
        }
        let Node { calendar, duration, .. } = network.node(node);
        let timeline = network.timeline(calendar);
        let mut ask = network.asked(node, &self.dates);
        ask.start = ask.start.max(self.floor(problem, node));
        if let Some(held) = network.held(node) {
            ask.start = ask.start.max(held.start_min);
            ask.finish = ask.finish.max(held.finish_min);
        }
        let (mut first, near) = timeline.count(ask.start);
        let total = timeline.total().0;
        if ask.finish > Time::DISTANT_PAST {
            let until = timeline.worked(ask.finish).0;
            if until >= total {
                return None;
            }
            first = first.max(until - duration);
        }
        let last = total - duration;
        if first > last {
            return None;
        }
        let mut worked = first;
        loop {
            let mut next = worked;
            for one in problem.limits(node) {
                let profile = &self.profiles[one.resource as usize];
                if let Some(end) = profile.last_conflict(worked, worked + one.duration, i64::from(one.parts))
                {
                    next = next.max(end);
                }
            }
            if next == worked {
                break;
            }
            if next > latest || next > last {
                self.forced = true;
                worked = first;
                break;
            }
            worked = next;
        }
        let start = timeline.start_near(worked, near);
        let mut finish = timeline.finish_near(worked + duration, near);
        if finish < ask.finish {
            finish = timeline.next_work(ask.finish);
        }
        Some(Counted { start, finish, worked })
    }

    /// Places a counted node and takes its capacity.
    #[inline]
    fn put_counted(&mut self, problem: &Problem<'_>, node: u32, place: Counted) {
        self.dates.start[node as usize] = place.start;
        self.dates.finish[node as usize] = place.finish;
        self.worked[node as usize] = place.worked;
        self.take_counted(problem, node, 1);
    }

    #[inline]
    fn take_counted(&mut self, problem: &Problem<'_>, node: u32, times: i64) {
        let worked = self.worked[node as usize];
        for one in problem.limits(node) {
            let profile = &mut self.profiles[one.resource as usize];
            profile.take(worked, worked + one.duration, times * i64::from(one.parts));
        }
    }

    /// The earliest feasible place of a node whose predecessors are placed. If there is none before its hard
    /// limit, its earliest place regardless of capacity.
    pub(crate) fn earliest(&mut self, problem: &Problem<'_>, node: u32) -> (Time, Time) {
        match self.earliest_counted(problem, node) {
            Some(place) => (place.start, place.finish),
            None => self.earliest_in_time(problem, node),
        }
    }

    /// The same for nodes of every kind.
    fn earliest_in_time(&mut self, problem: &Problem<'_>, node: u32) -> (Time, Time) {
        let network = problem.network;
        let at = node as usize;
        if problem.fixed[at] {
            return (problem.early.start[at], problem.early.finish[at]);
        }
        let first = network.early(node, &self.dates, self.floor(problem, node));
        if problem.limits(node).next().is_none() {
            return first;
        }
        let finish = network.asked(node, &self.dates).finish;
        let mut placed = first;
        while let Some(retry) = self.conflict(problem, node, placed.0, placed.1) {
            let next = network.settle(node, Ask { start: retry, finish });
            if next.0 > problem.hard[at] || next.0 <= placed.0 || !next.1.is_finite() {
                self.forced = true;
                return first;
            }
            placed = next;
        }
        placed
    }

    /// If a node does not fit at some place: the time before which it need not be tried again.
    pub(crate) fn conflict(
        &mut self,
        problem: &Problem<'_>,
        node: u32,
        start: Time,
        finish: Time,
    ) -> Option<Time> {
        let mut retry: Option<Time> = None;
        let mut spans = std::mem::take(&mut self.spans);
        for one in problem.limits(node) {
            problem.spans(one, start, finish, &mut spans);
            let profile = &self.profiles[one.resource as usize];
            let conflict = spans
                .iter()
                .rev()
                .find_map(|&(from, to)| profile.last_conflict(from, to, i64::from(one.parts)));
            if let Some(end) = conflict {
                let counted = problem.network.timeline(problem.counted_on[one.resource as usize]);
                let free = if end == i64::MAX { Time::NEVER } else { counted.start_at(Work(end)) };
                retry = Some(retry.map_or(free, |retry| retry.max(free)));
            }
        }
        self.spans = spans;
        retry
    }

    /// Places a node and takes its capacity.
    pub(crate) fn put(&mut self, problem: &Problem<'_>, node: u32, start: Time, finish: Time) {
        self.dates.start[node as usize] = start;
        self.dates.finish[node as usize] = finish;
        self.count(problem, node);
        self.take(problem, node, 1);
    }

    /// Counts the work up to the start of a counted node.
    pub(crate) fn count(&mut self, problem: &Problem<'_>, node: u32) {
        let at = node as usize;
        if problem.counted[at] != NOT_COUNTED {
            let timeline = problem.network.timeline(problem.network.node(node).calendar);
            self.worked[at] = timeline.worked(self.dates.start[at]).0;
        }
    }

    /// Places a node whose predecessors are placed at its earliest feasible place and takes its capacity.
    #[inline]
    pub(crate) fn place(&mut self, problem: &Problem<'_>, node: u32) {
        match self.earliest_counted(problem, node) {
            Some(place) => self.put_counted(problem, node, place),
            None => {
                let (start, finish) = self.earliest_in_time(problem, node);
                self.put(problem, node, start, finish);
            }
        }
    }

    /// Takes the capacity of a node where its dates are (and its count, if it is counted); gives it back if `times`
    /// is below zero.
    pub(crate) fn take(&mut self, problem: &Problem<'_>, node: u32, times: i64) {
        let (start, finish) = (self.dates.start[node as usize], self.dates.finish[node as usize]);
        if problem.fixed[node as usize] || !finish.is_finite() {
            return;
        }
        if problem.counted[node as usize] != NOT_COUNTED {
            return self.take_counted(problem, node, times);
        }
        let mut spans = std::mem::take(&mut self.spans);
        for one in problem.limits(node) {
            problem.spans(one, start, finish, &mut spans);
            for &(from, to) in &spans {
                self.profiles[one.resource as usize].take(from, to, times * i64::from(one.parts));
            }
        }
        self.spans = spans;
    }

    /// Parallel generation: of all tasks whose predecessors are placed, the one that can start first, the one
    /// with the least key among equals.
    pub(crate) fn parallel(&mut self, problem: &Problem<'_>, keys: &[(u16, i64)]) {
        self.reset(problem);
        self.back.clear();
        let network = problem.network;
        let mut waiting = waiting(network);
        let mut eligible: Vec<u32> =
            network.order.iter().copied().filter(|node| waiting[*node as usize] == 0).collect();
        let mut places: Vec<Option<(Time, Time)>> = vec![None; network.nodes.len()];
        while !eligible.is_empty() {
            let forced = self.forced;
            let mut best: Option<(Time, u16, i64, u32, usize)> = None;
            for (slot, &node) in eligible.iter().enumerate() {
                let place = match places[node as usize] {
                    Some(place) => place,
                    None => {
                        let place = self.earliest(problem, node);
                        places[node as usize] = Some(place);
                        place
                    }
                };
                let (priority, key) = keys[node as usize];
                let rank = (place.0, 1000 - priority.min(1000), key, node, slot);
                if best.is_none_or(|best| rank < best) {
                    best = Some(rank);
                }
            }
            self.forced = forced;
            let Some((_, _, _, node, slot)) = best else { return };
            eligible.swap_remove(slot);
            let (start, finish) = self.earliest(problem, node);
            self.put(problem, node, start, finish);
            for &other in &eligible {
                if problem.limits(other).any(|a| problem.limits(node).any(|b| a.resource == b.resource)) {
                    places[other as usize] = None;
                }
            }
            for edge in network.edges_out(node) {
                waiting[edge.to as usize] -= 1;
                if waiting[edge.to as usize] == 0 {
                    eligible.push(edge.to);
                }
            }
        }
    }

    /// Every node as late as possible without delaying the finish: the order of the resulting starts is a good
    /// list for the next serial generation. Dates are replaced by the justified ones.
    pub(crate) fn justify_right(&mut self, problem: &Problem<'_>) {
        let network = problem.network;
        let end = network.last_finish(&self.dates);
        self.justify_within(problem, |_| end);
    }

    /// The same, each node finished by a limit of its own.
    pub(crate) fn justify_within(&mut self, problem: &Problem<'_>, limit: impl Fn(u32) -> Time) {
        let network = problem.network;
        self.reset(problem);
        let mut nodes = network.order.clone();
        let rank = ranks(&network.order, network.nodes.len());
        nodes.sort_unstable_by_key(|node| {
            (std::cmp::Reverse(self.dates.finish[*node as usize]), std::cmp::Reverse(rank[*node as usize]))
        });
        // Successors before predecessors whatever the finishes are.
        let nodes = successors_first(network, &nodes);
        let mut late = Dates {
            start: vec![Time::NEVER; network.nodes.len()],
            finish: vec![Time::NEVER; network.nodes.len()],
        };
        for node in nodes {
            let at = node as usize;
            let limits = self.latest_limits(problem, node, &late, limit(node));
            match self.latest_counted(problem, node, limits) {
                Some(Some(place)) => self.put_counted(problem, node, place),
                Some(None) => self.put(problem, node, self.dates.start[at], self.dates.finish[at]),
                None => {
                    let (start, finish) = self.latest(problem, node, limits);
                    self.put(problem, node, start, finish);
                }
            }
            late.start[at] = self.dates.start[at];
            late.finish[at] = self.dates.finish[at];
        }
    }

    /// The latest start and finish that what lies behind a node allows, and what lies before it within maximum lags.
    pub(crate) fn latest_limits(
        &self,
        problem: &Problem<'_>,
        node: u32,
        late: &Dates,
        end: Time,
    ) -> (Time, Time) {
        use crate::plan::DependencyKind::{FinishFinish, FinishStart, StartFinish, StartStart};
        let network = problem.network;
        let (mut start, mut finish) = (problem.hard[node as usize], end);
        for edge in network.edges_out(node) {
            let bound = match edge.kind {
                FinishStart | StartStart => late.start[edge.to as usize],
                FinishFinish | StartFinish => late.finish[edge.to as usize],
            };
            let latest = network.latest(edge, bound);
            match edge.kind {
                FinishStart | FinishFinish => finish = finish.min(latest),
                StartStart | StartFinish => start = start.min(latest),
            }
        }
        let windows = &network.windows;
        for edge in &windows.into[windows.in_of(node)] {
            let from = edge.from as usize;
            let most = network.most_tip(edge, end_of(edge, self.dates.start[from], self.dates.finish[from]));
            match edge.kind {
                FinishStart | StartStart => start = start.min(most),
                FinishFinish | StartFinish => finish = finish.min(most),
            }
        }
        (start, finish)
    }

    /// The latest place of a node within limits that does not lie before its place now; that if there is none.
    fn latest(&mut self, problem: &Problem<'_>, node: u32, (start, finish): (Time, Time)) -> (Time, Time) {
        let network = problem.network;
        let at = node as usize;
        let now = (self.dates.start[at], self.dates.finish[at]);
        if problem.fixed[at] {
            return now;
        }
        let mut place = network.place_late(node, start, finish);
        while place.0 > now.0 {
            match self.conflict_before(problem, node, place.0, place.1) {
                None => return place,
                Some(limit) => {
                    let next = network.place_late(node, start, limit);
                    if next.0 >= place.0 {
                        break;
                    }
                    place = next;
                }
            }
        }
        now
    }

    /// [`latest`](Self::latest) of a node that works on one timeline with all its people; `None` if it is not of
    /// that kind, no place in it if the node stays where it is.
    fn latest_counted(
        &self,
        problem: &Problem<'_>,
        node: u32,
        limits: (Time, Time),
    ) -> Option<Option<Counted>> {
        let at = node as usize;
        if problem.counted[at] == NOT_COUNTED {
            return None;
        }
        let Node { calendar, duration, .. } = problem.network.node(node);
        let timeline = problem.network.timeline(calendar);
        let now = self.dates.start[at];
        let latest = place_late(timeline, duration, limits.0, limits.1, None)?;
        if latest.start <= now {
            return Some(None);
        }
        let mut worked = i64::from(latest.counted.start);
        let Some(mut until) = self.count_before(problem, node, worked) else {
            return Some(Some(Counted { start: latest.start, finish: latest.finish, worked }));
        };
        let (least, near) = timeline.count(now);
        loop {
            let next = until - duration;
            if next < 0 || next >= worked || next < least {
                return Some(None);
            }
            worked = next;
            if worked == least && timeline.start_near(worked, near) <= now {
                return Some(None);
            }
            match self.count_before(problem, node, worked) {
                Some(limit) => until = limit,
                None => {
                    let start = timeline.start_near(worked, near);
                    let finish = timeline.finish_near(worked + duration, near);
                    return Some(Some(Counted { start, finish, worked }));
                }
            }
        }
    }

    /// If a counted node does not fit at some place: the count by which it has to finish to fit before.
    #[inline]
    fn count_before(&self, problem: &Problem<'_>, node: u32, worked: i64) -> Option<i64> {
        let conflicts = problem.limits(node).filter_map(|one| {
            let profile = &self.profiles[one.resource as usize];
            profile.first_conflict(worked, worked + one.duration, i64::from(one.parts))
        });
        conflicts.min().map(|at| at.max(worked))
    }

    /// If a node does not fit at some place: the time by which it has to finish to fit before the conflict.
    fn conflict_before(
        &mut self,
        problem: &Problem<'_>,
        node: u32,
        start: Time,
        finish: Time,
    ) -> Option<Time> {
        let mut limit: Option<Time> = None;
        let mut spans = std::mem::take(&mut self.spans);
        for one in problem.limits(node) {
            problem.spans(one, start, finish, &mut spans);
            let profile = &self.profiles[one.resource as usize];
            let conflict = spans.iter().find_map(|&(from, to)| {
                profile.first_conflict(from, to, i64::from(one.parts)).map(|at| at.max(from))
            });
            if let Some(at) = conflict {
                let counted = problem.network.timeline(problem.counted_on[one.resource as usize]);
                let free = counted.finish_at(Work(at));
                limit = Some(limit.map_or(free, |limit| limit.min(free)));
            }
        }
        self.spans = spans;
        limit
    }
}

/// Number of edges that come in at each node.
pub(crate) fn waiting(network: &Network) -> Vec<u32> {
    network.first_in.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The nodes in the given order as far as every node comes after all its successors.
fn successors_first(network: &Network, wanted: &[u32]) -> Vec<u32> {
    let rank = ranks(wanted, network.nodes.len());
    let mut waiting: Vec<u32> = network.first_out.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let mut ready: std::collections::BinaryHeap<std::cmp::Reverse<(u32, u32)>> = wanted
        .iter()
        .filter(|node| waiting[**node as usize] == 0)
        .map(|node| std::cmp::Reverse((rank[*node as usize], *node)))
        .collect();
    let mut order = Vec::with_capacity(wanted.len());
    while let Some(std::cmp::Reverse((_, node))) = ready.pop() {
        order.push(node);
        for edge in network.edges_in(node) {
            waiting[edge.from as usize] -= 1;
            if waiting[edge.from as usize] == 0 {
                ready.push(std::cmp::Reverse((rank[edge.from as usize], edge.from)));
            }
        }
    }
    order
}

/// All nodes, predecessors first, otherwise by increasing key, then number. Gates come as soon as they can.
pub(crate) fn list_by<K: Ord + Copy>(network: &Network, key: impl Fn(u32) -> K) -> Vec<u32> {
    let mut waiting = waiting(network);
    let mut ready: std::collections::BinaryHeap<std::cmp::Reverse<(bool, K, u32)>> = network
        .order
        .iter()
        .filter(|node| waiting[**node as usize] == 0)
        .map(|node| std::cmp::Reverse((network.is_leaf(*node), key(*node), *node)))
        .collect();
    let mut list = Vec::with_capacity(network.order.len());
    while let Some(std::cmp::Reverse((_, _, node))) = ready.pop() {
        list.push(node);
        for edge in network.edges_out(node) {
            waiting[edge.to as usize] -= 1;
            if waiting[edge.to as usize] == 0 {
                ready.push(std::cmp::Reverse((network.is_leaf(edge.to), key(edge.to), edge.to)));
            }
        }
    }
    list
}

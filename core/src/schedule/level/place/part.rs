//! A schedule of which a part is placed anew against the rest.
//!
//! The tasks of the part give back their capacity and are placed again, one after the other in the order of
//! their keys, each at the earliest place that the rest leaves. A task outside the part moves only if a link
//! makes it: then it joins the part. Moments that compete for nothing (gates, milestones) always follow. So the
//! work is that of the tasks which change and not that of the plan, and what comes out is a schedule like any
//! other: nobody is overloaded who was not before, and every link is kept.
//!
//! Several changes can be chained, to be kept or taken back together.
//!
//! The score is carried along: what is late by the deadlines of the tasks that moved, the finish by how many
//! tasks finish last, the overload by the resources touched.

mod chain;

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use self::chain::Chain;
use super::super::options::Goal;
use super::super::problem::goal::{Part, Score, narrow};
use super::super::problem::{Due, Problem};
use super::generate::Workspace;
use crate::plan::DependencyKind::{FinishFinish, FinishStart, StartFinish, StartStart};
use crate::quantity::{DAY, Time};
use crate::schedule::critical_path::Dates;
use crate::schedule::network::{Edge, NONE};
use crate::schedule::schedule_op::late_days;
use crate::schedule::topology::ranks;
use crate::schedule::window::tip_of;

/// How good a schedule is, and how near to better: the score, then lateness weighted by the second, which tells
/// two plans apart that are late by the same days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Worth {
    pub(crate) score: Score,
    pub(crate) lateness: i128,
}

/// How much worse a change may make a plan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    /// Weighted days late, or the mean of them and the same by the second if `mixed`.
    pub(crate) most: i128,
    pub(crate) mixed: bool,
}

impl Limit {
    /// No limit.
    pub(crate) const NONE: Limit = Limit { most: i128::MAX, mixed: false };

    /// Whether a change of the lateness is beyond it.
    #[inline]
    fn is_passed(&self, days: i128, seconds: i128) -> bool {
        days > 0 && self.most < if self.mixed { mixed(days, seconds) } else { days }
    }
}

/// Between days and seconds: a little later counts, a day more counts more.
#[inline]
pub(crate) fn mixed(days: i128, seconds: i128) -> i128 {
    (days + seconds / i128::from(DAY)) / 2
}

/// A task of a part and the key by which it is placed: seconds on the axis, the least first.
pub(crate) type Keyed = (u32, i64);

/// A whole schedule, ready to be changed.
pub(crate) struct Standing {
    pub(crate) work: Workspace,
    pub(crate) worth: Worth,
    /// The movable tasks of each resource by their starts.
    pub(crate) users: Vec<Vec<(Time, u32)>>,
    /// Longest time from the start to the finish of a task of each resource, at any time so far.
    pub(crate) longest: Vec<i64>,
    /// Nodes that compete for something and may move.
    pub(crate) competes: Vec<bool>,
    /// Position in the order of the network.
    rank: Vec<u32>,
    /// Entry in the problem's `due`, or [`NONE`].
    due: Vec<u32>,
    /// The last finish and how many tasks have it.
    end: (Time, usize),
    /// Overload of each resource.
    pub(crate) overloads: Vec<i64>,
    /// Whether the score can be carried along.
    carried: bool,
    trial: Trial,
    chain: Chain,
}

/// What the change in hand has touched.
struct Trial {
    number: u32,
    /// Every node that the change touched, as it was before.
    before: Vec<Before>,
    /// The number of the last change that touched a node.
    touched: Vec<u32>,
    /// Whether a node's capacity is given back at present.
    lifted: Vec<bool>,
    /// Whether a node waits in the queue.
    queued: Vec<bool>,
    queue: BinaryHeap<Reverse<(i64, u32, u32)>>,
    /// Nodes placed.
    placed: usize,
    /// Tasks to be placed before the change is judged: as many as the part has.
    left: usize,
    /// Change so far of the weighted days late, and of the weighted seconds.
    days: i128,
    seconds: i128,
    /// What comes out: worth, last finish, overload of the resources touched.
    worth: Worth,
    end: (Time, usize),
    overloads: Vec<(u32, i64)>,
}

/// A node before a change.
#[derive(Clone, Copy)]
struct Before {
    node: u32,
    start: Time,
    finish: Time,
    /// Work up to the start, of a counted node.
    worked: i64,
}

impl Trial {
    fn new(count: usize) -> Self {
        Self {
            number: 0,
            before: Vec::new(),
            touched: vec![0; count],
            lifted: vec![false; count],
            queued: vec![false; count],
            queue: BinaryHeap::new(),
            placed: 0,
            left: 0,
            days: 0,
            seconds: 0,
            worth: Worth { score: Score::default(), lateness: 0 },
            end: (Time::DISTANT_PAST, 0),
            overloads: Vec::new(),
        }
    }
}

impl Standing {
    /// From dates that a generation made.
    pub(crate) fn new(problem: &Problem<'_>, dates: &Dates) -> Self {
        let network = problem.network;
        let count = network.nodes.len();
        let competes: Vec<bool> = (0..count as u32)
            .map(|node| !problem.fixed[node as usize] && problem.limits(node).next().is_some())
            .collect();
        let mut due = vec![NONE; count];
        for (number, one) in (0u32..).zip(&problem.due) {
            due[one.node as usize] = number;
        }
        let mut standing = Self {
            work: Workspace::new(problem),
            worth: Worth { score: Score::default(), lateness: 0 },
            users: vec![Vec::new(); problem.uses.pools.len()],
            longest: vec![0; problem.uses.pools.len()],
            competes,
            rank: ranks(&network.order, count),
            due,
            end: (Time::DISTANT_PAST, 0),
            overloads: Vec::new(),
            carried: problem
                .active_parts()
                .iter()
                .all(|part| matches!(part, Part::One(Goal::Tardiness | Goal::Finish))),
            trial: Trial::new(count),
            chain: Chain::default(),
        };
        standing.stand(problem, dates);
        standing
    }

    /// Takes other dates, as a generation made them.
    pub(crate) fn stand(&mut self, problem: &Problem<'_>, dates: &Dates) {
        self.work.reset(problem);
        self.work.back.clear();
        self.work.dates.clone_from(dates);
        self.users.iter_mut().for_each(Vec::clear);
        for &node in &problem.network.order {
            self.work.count(problem, node);
            self.work.take(problem, node, 1);
            if self.competes[node as usize] {
                let (start, finish) = (dates.start[node as usize], dates.finish[node as usize]);
                for one in problem.limits(node) {
                    let resource = one.resource as usize;
                    self.users[resource].push((start, node));
                    self.longest[resource] = self.longest[resource].max(finish.0 - start.0);
                }
            }
        }
        self.users.iter_mut().for_each(|users| users.sort_unstable());
        self.users.iter_mut().for_each(Vec::dedup);
        self.overloads =
            self.work.profiles.iter().map(super::super::problem::profile::Profile::overload).collect();
        self.worth = self.evaluate(problem);
        self.end = last(problem, dates);
    }

    /// The worth from scratch.
    pub(crate) fn evaluate(&self, problem: &Problem<'_>) -> Worth {
        let dates = &self.work.dates;
        let overload = self.overload(problem) + problem.network.exceeded(dates);
        let late = problem.due.iter().map(|due| lateness(due, dates.finish[due.node as usize]));
        Worth { score: problem.score(dates, overload), lateness: late.sum() }
    }

    /// Overload beyond what the fixed nodes make.
    fn overload(&self, problem: &Problem<'_>) -> i64 {
        self.overloads.iter().sum::<i64>() - problem.base_overload
    }

    /// Places a part anew; `most` tasks may be placed before it is given up. The new worth, or `None` if it was
    /// given up; then, and if the caller does not want it, [`undo`](Self::undo) has to follow, else
    /// [`keep`](Self::keep).
    pub(crate) fn change(&mut self, problem: &Problem<'_>, part: &[Keyed], most: usize) -> Option<Worth> {
        self.change_up_to(problem, part, most, &Limit::NONE)
    }

    /// The same; also given up once it is clear that the plan gets worse than the limit allows.
    pub(crate) fn change_up_to(
        &mut self,
        problem: &Problem<'_>,
        part: &[Keyed],
        most: usize,
        limit: &Limit,
    ) -> Option<Worth> {
        self.begin();
        for &(node, key) in part {
            if self.competes[node as usize] && !self.trial.queued[node as usize] {
                self.lift(problem, node);
                self.queue(node, key);
                self.trial.left += 1;
            }
        }
        self.work.forced = false;
        let may_force = self.worth.score[0] > 0;
        while let Some(Reverse((key, _, node))) = self.trial.queue.pop() {
            self.trial.queued[node as usize] = false;
            self.trial.placed += 1;
            let before = self.dates_of(node);
            let mut fits = true;
            if self.competes[node as usize] {
                // Those that join after the part hardly gain: what is lost by now stays lost.
                fits = self.trial.left > 0 || !limit.is_passed(self.trial.days, self.trial.seconds);
                self.trial.left = self.trial.left.saturating_sub(1);
            }
            if fits {
                self.place(problem, node);
                self.weigh(problem, node, before.1);
                fits = self.work.dates.finish[node as usize].is_finite() && (may_force || !self.work.forced);
            }
            if !fits || self.trial.placed > most {
                // The next change finds the queue empty.
                while let Some(Reverse((_, _, node))) = self.trial.queue.pop() {
                    self.trial.queued[node as usize] = false;
                }
                return None;
            }
            if self.dates_of(node) != before {
                self.follow(problem, node, key);
            }
        }
        if !may_force && !self.keeps_windows(problem) {
            return None;
        }
        Some(self.changed_worth(problem))
    }

    /// Whether the nodes touched keep their maximum lags.
    fn keeps_windows(&self, problem: &Problem<'_>) -> bool {
        let network = problem.network;
        network.windows.is_empty()
            || self.trial.before.iter().all(|before| {
                let (start, finish) = self.dates_of(before.node);
                network.keeps_windows(before.node, start, finish, &self.work.dates)
            })
    }

    fn begin(&mut self) {
        let trial = &mut self.trial;
        trial.number = trial.number.wrapping_add(1);
        if trial.number == 0 {
            trial.touched.fill(0);
            trial.number = 1;
        }
        trial.before.clear();
        trial.overloads.clear();
        trial.placed = 0;
        trial.left = 0;
        trial.days = 0;
        trial.seconds = 0;
    }

    /// Counts what the change in hand makes of the deadline of a node that finished at `was` so far.
    #[inline]
    fn weigh(&mut self, problem: &Problem<'_>, node: u32, was: Time) {
        let is = self.work.dates.finish[node as usize];
        if self.due[node as usize] == NONE || is == was {
            return;
        }
        let due = &problem.due[self.due[node as usize] as usize];
        let more = i64::from(late_days(is, due.deadline)) - i64::from(late_days(was, due.deadline));
        self.trial.days += i128::from(due.weight) * i128::from(more);
        self.trial.seconds += lateness(due, is) - lateness(due, was);
    }

    fn dates_of(&self, node: u32) -> (Time, Time) {
        (self.work.dates.start[node as usize], self.work.dates.finish[node as usize])
    }

    /// Remembers the dates of a node before the first change to it.
    fn touch(&mut self, node: u32) {
        let touched = &mut self.trial.touched[node as usize];
        if *touched != self.trial.number {
            *touched = self.trial.number;
            let (start, finish) = self.dates_of(node);
            let worked = self.work.worked[node as usize];
            self.trial.before.push(Before { node, start, finish, worked });
        }
    }

    fn lift(&mut self, problem: &Problem<'_>, node: u32) {
        self.touch(node);
        if !self.trial.lifted[node as usize] {
            self.work.take(problem, node, -1);
            self.trial.lifted[node as usize] = true;
        }
    }

    fn queue(&mut self, node: u32, key: i64) {
        self.trial.queued[node as usize] = true;
        self.trial.queue.push(Reverse((key, self.rank[node as usize], node)));
    }

    /// Places a node that is lifted or competes for nothing. Successors within maximum lags hold it back, but those
    /// that are to be placed anew themselves.
    fn place(&mut self, problem: &Problem<'_>, node: u32) {
        let at = node as usize;
        let windows = &problem.network.windows;
        let mut back = Time::DISTANT_PAST;
        for edge in &windows.out[windows.out_of(node)] {
            let (start, finish) = self.dates_of(edge.to);
            if !self.trial.queued[edge.to as usize] {
                back = back.max(problem.network.start_for_tip(edge, tip_of(edge, start, finish)));
            }
        }
        if back > Time::DISTANT_PAST && back <= problem.hard[at] {
            self.work.back.resize(problem.network.nodes.len(), Time::DISTANT_PAST);
            self.work.back[at] = back;
        } else {
            self.work.back.clear();
        }
        if self.competes[at] {
            self.work.place(problem, node);
            self.trial.lifted[at] = false;
        } else {
            self.touch(node);
            let (start, finish) = self.work.earliest(problem, node);
            self.work.dates.start[at] = start;
            self.work.dates.finish[at] = finish;
        }
    }

    /// Queues what has to move because a node did.
    fn follow(&mut self, problem: &Problem<'_>, node: u32, key: i64) {
        let network = problem.network;
        let (start, finish) = self.dates_of(node);
        for edge in network.edges_out(node) {
            let to = edge.to as usize;
            if problem.fixed[to] || self.trial.queued[to] {
                continue;
            }
            if !self.competes[to] {
                self.queue(edge.to, key);
            } else if self.is_asked(edge, network.bound(edge, start, finish)) {
                self.lift(problem, edge.to);
                self.queue(edge.to, key.max(self.work.dates.start[to].0));
            }
        }
        let windows = &network.windows;
        for edge in &windows.into[windows.in_of(node)] {
            let from = edge.from as usize;
            if problem.fixed[from] || self.trial.queued[from] || network.exceeds(edge, &self.work.dates) == 0
            {
                continue;
            }
            if self.competes[from] {
                self.lift(problem, edge.from);
            }
            self.queue(edge.from, key);
        }
    }

    /// Whether a link asks its successor to be placed anew. A link into a finish may let it come nearer, at the
    /// same place of work.
    fn is_asked(&self, edge: &Edge, bound: Time) -> bool {
        match edge.kind {
            FinishStart | StartStart => bound > self.work.dates.start[edge.to as usize],
            FinishFinish | StartFinish => true,
        }
    }

    /// The worth after the nodes touched have moved.
    fn changed_worth(&mut self, problem: &Problem<'_>) -> Worth {
        let mut worth = self.worth;
        if self.work.forced || worth.score[0] > 0 {
            worth.score[0] += self.changed_overload(problem);
        }
        let days = self.trial.days;
        worth.lateness += self.trial.seconds;
        if self.worth.score[0] > 0 && !problem.network.windows.is_empty() {
            let was = self.worth.score[0] - self.overload(problem);
            worth.score[0] += problem.network.exceeded(&self.work.dates) - was;
        }
        self.changed_end(problem);
        if self.carried {
            for (value, part) in worth.score[1..].iter_mut().zip(problem.active_parts()) {
                match part {
                    Part::One(Goal::Tardiness) => *value = narrow(i128::from(*value) + days),
                    _ => *value = self.trial.end.0.0,
                }
            }
        } else {
            worth.score = problem.score(&self.work.dates, worth.score[0]);
        }
        self.trial.worth = worth;
        worth
    }

    /// By how much the overload has changed on the resources of the nodes touched.
    fn changed_overload(&mut self, problem: &Problem<'_>) -> i64 {
        let nodes = self.trial.before.iter().map(|before| before.node);
        let competing = nodes.filter(|node| self.competes[*node as usize]);
        let mut touched: Vec<u32> =
            competing.flat_map(|node| problem.limits(node).map(|one| one.resource)).collect();
        touched.sort_unstable();
        touched.dedup();
        let is = touched.iter().map(|one| (*one, self.work.profiles[*one as usize].overload()));
        self.trial.overloads.extend(is);
        self.trial.overloads.iter().map(|(one, is)| is - self.overloads[*one as usize]).sum()
    }

    /// The last finish and how many tasks have it.
    fn changed_end(&mut self, problem: &Problem<'_>) {
        let (was, mut count) = self.end;
        let dates = &self.work.dates;
        let (mut end, mut here) = (Time::DISTANT_PAST, 0);
        for &Before { node, finish: before, .. } in &self.trial.before {
            if !problem.network.is_leaf(node) {
                continue;
            }
            count -= usize::from(before == was);
            let after = dates.finish[node as usize];
            match after.cmp(&end) {
                Ordering::Greater => (end, here) = (after, 1),
                Ordering::Equal => here += 1,
                Ordering::Less => {}
            }
        }
        self.trial.end = match end.cmp(&was) {
            Ordering::Greater => (end, here),
            Ordering::Equal => (was, count + here),
            Ordering::Less if count > 0 => (was, count),
            Ordering::Less => last(problem, dates),
        };
    }

    /// The dates of a node before the change in hand, if that has touched it.
    pub(crate) fn was(&self, node: u32) -> Option<(Time, Time)> {
        let before = self.trial.before.iter().find(|before| before.node == node)?;
        Some((before.start, before.finish))
    }

    /// Makes the change in hand the schedule.
    pub(crate) fn keep(&mut self, problem: &Problem<'_>) {
        if self.chain.open {
            for &before in &self.trial.before {
                self.chain.before.push(before);
                let node = before.node;
                if self.due[node as usize] != NONE && self.chain.dues.iter().all(|due| due.0 != node) {
                    self.chain.dues.push((node, before.finish));
                }
            }
        }
        self.worth = self.trial.worth;
        self.end = self.trial.end;
        for &(resource, overload) in &self.trial.overloads {
            self.overloads[resource as usize] = overload;
        }
        for index in 0..self.trial.before.len() {
            let Before { node, start: was, .. } = self.trial.before[index];
            if self.competes[node as usize] && self.work.dates.start[node as usize] != was {
                self.reseat(problem, node, was);
            }
        }
    }

    /// Puts a node that started at `was` in its new place among the users of its resources.
    fn reseat(&mut self, problem: &Problem<'_>, node: u32, was: Time) {
        let (start, finish) = self.dates_of(node);
        for one in problem.limits(node) {
            let users = &mut self.users[one.resource as usize];
            if let Ok(at) = users.binary_search(&(was, node)) {
                users.remove(at);
            }
            if let Err(at) = users.binary_search(&(start, node)) {
                users.insert(at, (start, node));
            }
            let longest = &mut self.longest[one.resource as usize];
            *longest = (*longest).max(finish.0 - start.0);
        }
    }

    /// Takes the change in hand back.
    pub(crate) fn undo(&mut self, problem: &Problem<'_>) {
        for &Before { node, start, finish, worked } in &self.trial.before {
            if self.competes[node as usize] && !self.trial.lifted[node as usize] {
                self.work.take(problem, node, -1);
            }
            self.work.dates.start[node as usize] = start;
            self.work.dates.finish[node as usize] = finish;
            self.work.worked[node as usize] = worked;
        }
        for &Before { node, .. } in &self.trial.before {
            if self.competes[node as usize] {
                self.work.take(problem, node, 1);
                self.trial.lifted[node as usize] = false;
            }
        }
    }

    /// Nodes placed and taken back by the change in hand: its work.
    pub(crate) fn effort(&self) -> usize {
        self.trial.placed + self.trial.before.len()
    }
}

/// Weight times seconds late.
fn lateness(due: &Due, finish: Time) -> i128 {
    i128::from(due.weight) * i128::from((finish.0 - due.deadline.0).max(0))
}

/// The last finish of a task and how many tasks have it.
fn last(problem: &Problem<'_>, dates: &Dates) -> (Time, usize) {
    let end = problem.network.last_finish(dates);
    let leaves = (0..problem.network.tasks as u32).filter(|node| problem.network.is_leaf(*node));
    (end, leaves.filter(|node| dates.finish[*node as usize] == end).count())
}

#[cfg(test)]
mod tests;

//! One task at a time to its best place while all others stay: what goals ask for that an early start does not
//! serve.
//!
//! Within the time that its predecessors and successors leave it, a task is tried at its old start, at its earliest
//! and latest, where prices change, and where the use of its resources changes: the square of the use over time is
//! a piecewise linear function of the start whose corners are those (the idea of Burgess and Killebrew, *Variation in
//! activity level on a cyclical arrow diagram*, Journal of Industrial Engineering 13, 1962, on calendars).

use super::super::options::{Goal, PARTS_MOST};
use super::super::problem::Problem;
use super::super::problem::goal::Part;
use super::super::problem::profile::Profile;
use super::generate::Workspace;
use crate::quantity::{Time, Work};
use crate::schedule::network::{Kind, NONE};
use crate::schedule::schedule_op::late_days;

/// Places at which a task is tried at most.
const MOST_PLACES: usize = 64;

type Place = (Time, Time);

/// What a pass over the tasks needs to know besides.
struct Pass {
    /// Entry of each node in the list of deadlines.
    due: Vec<u32>,
    /// Last finish.
    end: Time,
    starts: Vec<Time>,
}

impl Workspace {
    /// Moves every task once to its best place, the last first or the first first; whether any moved.
    ///
    /// # Complexity
    /// O(n log n) and for each task a look at up to 64 places.
    pub(crate) fn shift(&mut self, problem: &Problem<'_>, last_first: bool) -> bool {
        let network = problem.network;
        let mut due = vec![NONE; network.nodes.len()];
        for (index, one) in (0u32..).zip(&problem.due) {
            due[one.node as usize] = index;
        }
        let mut pass = Pass { due, end: network.last_finish(&self.dates), starts: Vec::new() };
        let mut nodes: Vec<u32> = (0..network.tasks as u32)
            .filter(|node| network.is_leaf(*node) && !problem.fixed[*node as usize])
            .collect();
        nodes.sort_by_key(|node| self.dates.start[*node as usize]);
        if last_first {
            nodes.reverse();
        }
        let mut any = false;
        for node in nodes {
            any |= self.shift_one(problem, node, &mut pass);
        }
        if any {
            self.refresh(problem);
        }
        any
    }

    fn shift_one(&mut self, problem: &Problem<'_>, node: u32, pass: &mut Pass) -> bool {
        let at = node as usize;
        let now = (self.dates.start[at], self.dates.finish[at]);
        if !now.1.is_finite() {
            return false;
        }
        self.lift(problem, node);
        self.candidates(problem, node, pass);
        let blocked = self.conflict(problem, node, now.0, now.1).is_some();
        let old = self.worth(problem, node, now, pass);
        let (mut best, mut place) = (old, now);
        for index in 0..pass.starts.len() {
            let Some(other) = self.possible(problem, node, pass.starts[index]).filter(|other| *other != now)
            else {
                continue;
            };
            let worth = self.worth(problem, node, other, pass);
            let better = worth < best || (blocked && place == now);
            if better && self.conflict(problem, node, other.0, other.1).is_none() {
                (best, place) = (worth, other);
            }
        }
        self.put(problem, node, place.0, place.1);
        pass.end = pass.end.max(place.1);
        place != now
    }

    /// Starts worth trying.
    fn candidates(&mut self, problem: &Problem<'_>, node: u32, pass: &mut Pass) {
        let network = problem.network;
        let at = node as usize;
        let starts = &mut pass.starts;
        starts.clear();
        if let Some(given) = problem.given.as_ref().filter(|given| given.has(node)) {
            starts.push(given.start[at]);
        }
        if problem.has_regular_goals() {
            return;
        }
        let early = network.early(node, &self.dates, problem.floor[at]).0;
        let (start, finish) = self.latest_limits(problem, node, &self.dates, pass.end);
        let late = network.place_late(node, start, finish).0;
        starts.push(early);
        if late.is_finite() && late > early {
            starts.push(late);
        }
        if problem.goals.contains(&Goal::Cost) {
            for change in problem.objective.labor.changes(node).filter(|change| change.is_finite()) {
                starts.push(change);
                starts.push(network.place_late(node, Time::NEVER, change).0);
            }
        }
        if problem.goals.contains(&Goal::EvenLoad) {
            for one in problem.limits(node) {
                let timeline = network.timeline(problem.counted_on[one.resource as usize]);
                let (from, to) =
                    (timeline.worked(early).0, timeline.worked(late.min(pass.end)).0 + one.duration);
                let steps = &self.profiles[one.resource as usize].steps;
                let first = steps.partition_point(|step| step.at < from);
                for step in steps[first..].iter().take_while(|step| step.at <= to) {
                    starts.push(timeline.start_at(Work(step.at)));
                    starts.push(timeline.start_at(Work(step.at - one.duration)));
                    if starts.len() >= MOST_PLACES {
                        break;
                    }
                }
            }
        }
        starts.retain(|start| start.is_finite());
        starts.sort_unstable();
        starts.dedup();
    }

    /// The place of a node from some start on if its neighbors can stay where they are.
    fn possible(&self, problem: &Problem<'_>, node: u32, start: Time) -> Option<Place> {
        let network = problem.network;
        let at = node as usize;
        let (start, finish) = network.early(node, &self.dates, problem.floor[at].max(start));
        if !finish.is_finite() || start > problem.hard[at] {
            return None;
        }
        let kept = network.edges_out(node).all(|edge| {
            use crate::plan::DependencyKind::{FinishFinish, FinishStart, StartFinish, StartStart};
            let to = edge.to as usize;
            if network.node(edge.to).kind == Kind::Earliest {
                return start <= self.dates.start[at];
            }
            let bound = network.bound(edge, start, finish);
            match edge.kind {
                FinishStart | StartStart => bound <= self.dates.start[to],
                FinishFinish | StartFinish => bound <= self.dates.finish[to],
            }
        });
        let kept = kept && network.keeps_windows(node, start, finish, &self.dates);
        kept.then_some((start, finish))
    }

    /// What each part of the objective makes of a place, but for what is the same at every place.
    fn worth(&self, problem: &Problem<'_>, node: u32, place: Place, pass: &Pass) -> [i64; PARTS_MOST] {
        let mut worth = [0; PARTS_MOST];
        let value = |goal| match goal {
            Goal::Tardiness => problem
                .due
                .get(pass.due[node as usize] as usize)
                .map_or(0, |due| due.weight * i64::from(late_days(place.1, due.deadline))),
            Goal::Finish => pass.end.max(place.1).0,
            Goal::Cost => problem.objective.labor.of_node(problem, node, place.0),
            Goal::Change if problem.counts_moves(node) => problem.moved(node, place.0),
            Goal::Change => 0,
            Goal::EvenLoad => self.beside(problem, node, place),
        };
        for (worth, part) in worth.iter_mut().zip(&problem.objective.parts) {
            *worth = match part {
                Part::One(goal) => value(*goal),
                Part::Sum(_) => problem.part(part, value),
            };
        }
        worth
    }

    /// Twice the use by others over the time of a node, times its own: what its place adds to the squares.
    fn beside(&self, problem: &Problem<'_>, node: u32, place: Place) -> i64 {
        let mut spans = Vec::new();
        let mut sum = 0i128;
        for one in problem.limits(node) {
            let resource = one.resource as usize;
            problem.spans(one, place.0, place.1, &mut spans);
            for &(from, to) in &spans {
                let used =
                    area(&problem.whole[resource], from, to) - area(&self.profiles[resource], from, to);
                sum += 2 * i128::from(one.parts) * used;
            }
        }
        super::super::problem::goal::narrow(sum / 10_000)
    }
}

/// What is free in `[from, to)`, summed over its seconds.
fn area(profile: &Profile, from: i64, to: i64) -> i128 {
    let first = profile.steps.partition_point(|step| step.at <= from) - 1;
    let mut sum = 0i128;
    for (index, step) in profile.steps.iter().enumerate().skip(first) {
        if step.at >= to {
            break;
        }
        let end = profile.steps.get(index + 1).map_or(to, |next| next.at.min(to));
        sum += i128::from(step.free) * i128::from(end - step.at.max(from));
    }
    sum
}

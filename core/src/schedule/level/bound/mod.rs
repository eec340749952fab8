//! Lower bounds: no leveled plan is better than this.
//!
//! *Precedence*: the plan before leveling is the best that endless resources allow. *Energy* (destructive): for a
//! supposed finish, heads and tails leave each task of a resource a window; if some of them must do more work
//! in the union of their windows than the resource has time, no plan finishes by then (Baptiste, Le Pape and
//! Nuijten 2001; Klein and Scholl 1999 for destructive improvement). *Change*: tasks that cannot start where they
//! did, and the fewest of those that collide. *Cost*: each piece of work at the lowest rate that it can meet. *Even
//! load*: each task alone, or all work spread evenly over the time that it has.

pub(crate) mod pool;

use super::options::Goal;
use super::problem::goal::{Part, Score};
use super::problem::profile::Profile;
use super::problem::{NOT_COUNTED, Problem};
use crate::quantity::{DAY, Time};
use crate::schedule::critical_path::Dates;
use crate::schedule::network::NONE;
use crate::schedule::schedule_op::late_days;
use crate::sort::Arrange;

mod change;
mod spread;

/// What a bound rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reason {
    Trivial,
    Precedence(Vec<u32>),
    Energy {
        resource: u32,
        nodes: Vec<u32>,
    },
    Pool {
        resources: Vec<u32>,
        nodes: Vec<u32>,
    },
    Exhausted {
        nodes: u64,
    },
    /// Every piece of work at its cheapest.
    Cheapest,
    /// Tasks that cannot all stay where they were.
    Moved(Vec<u32>),
    /// Work spread evenly over the time that it has.
    Spread,
    /// A weighted sum of bounds.
    Sum(Vec<(Goal, i64)>),
}

/// Lower bounds of the goals.
#[derive(Debug, Clone)]
pub(crate) struct Bounds {
    pub(crate) tardiness: i64,
    pub(crate) tardiness_reason: Reason,
    /// Seconds on the axis.
    pub(crate) finish: i64,
    /// Fewest days late of each deadline by itself; empty while they are not known.
    pub(crate) days: Vec<i64>,
    pub(crate) finish_reason: Reason,
    pub(crate) cost: i64,
    pub(crate) change: i64,
    pub(crate) change_reason: Reason,
    pub(crate) even_load: i64,
    /// From complete enumeration: the best of the first parts, how many, and the nodes of the search tree.
    pub(crate) exhausted: Option<(Score, usize, u64)>,
}

/// A set of tasks that cannot all be done in time by one resource.
struct Conflict {
    resource: u32,
    nodes: Vec<u32>,
}

/// A use in the seconds of its resource: head, tail end, energy, node.
struct Job {
    head: i64,
    energy: i64,
    node: u32,
}

/// Most tasks of a resource whose windows are compared pair by pair.
const PAIRS_MOST: usize = 400;
/// Most look-ups of nodes for the bounds of single deadlines.
const DEADLINE_WORK: usize = 20_000_000;
/// Nodes above which the finish is not bisected.
const BISECT_MOST: usize = 20_000;

impl Bounds {
    /// From precedence alone.
    pub(crate) fn of_precedence(problem: &Problem<'_>) -> Self {
        let early = &problem.early;
        let late: Vec<u32> = problem
            .due
            .iter()
            .filter(|due| late_days(early.finish[due.node as usize], due.deadline) > 0)
            .map(|due| due.node)
            .collect();
        let finish = problem.network.last_finish(early);
        let (change, moved) = change::of_precedence(problem);
        let asked = |goal| problem.goals.contains(&goal);
        Self {
            tardiness: problem.tardiness(early),
            tardiness_reason: if late.is_empty() { Reason::Trivial } else { Reason::Precedence(late) },
            finish: finish.0,
            days: Vec::new(),
            finish_reason: Reason::Precedence(path(problem, finish)),
            cost: if asked(Goal::Cost) { problem.objective.labor.least(problem) } else { 0 },
            change,
            change_reason: if moved.is_empty() { Reason::Trivial } else { Reason::Moved(moved) },
            even_load: if asked(Goal::EvenLoad) { spread::least(problem) } else { 0 },
            exhausted: None,
        }
    }

    /// After complete enumeration: the best plan is the bound of the parts that count now. A later one of them can be
    /// lower in a plan whose earlier part is worse.
    pub(crate) fn exhaust(&mut self, problem: &Problem<'_>, score: &Score, nodes: u64) {
        self.exhausted = Some((*score, problem.active_parts().len(), nodes));
    }

    /// The bound of a goal.
    fn of(&self, goal: Goal) -> i64 {
        match goal {
            Goal::Tardiness => self.tardiness,
            Goal::Finish => self.finish,
            Goal::Cost => self.cost,
            Goal::Change => self.change,
            Goal::EvenLoad => self.even_load,
        }
    }

    /// The bound of each part of the objective.
    pub(crate) fn parts(&self, problem: &Problem<'_>) -> Vec<i64> {
        let parts = problem.objective.parts.iter().enumerate();
        parts
            .map(|(index, part)| match &self.exhausted {
                Some((score, count, _)) if index < *count => score[index + 1],
                _ => problem.part(part, |goal| self.of(goal)),
            })
            .collect()
    }

    /// What the bound of a part rests on.
    pub(crate) fn reason(&self, problem: &Problem<'_>, index: usize) -> Reason {
        match self.exhausted {
            Some((_, count, nodes)) if index < count => Reason::Exhausted { nodes },
            _ => self.reason_of(&problem.objective.parts[index]),
        }
    }

    fn reason_of(&self, part: &Part) -> Reason {
        match part {
            Part::One(goal) => match goal {
                Goal::Tardiness => self.tardiness_reason.clone(),
                Goal::Finish => self.finish_reason.clone(),
                Goal::Cost => Reason::Cheapest,
                Goal::Change => self.change_reason.clone(),
                Goal::EvenLoad => Reason::Spread,
            },
            Part::Sum(goals) => Reason::Sum(goals.iter().map(|(goal, _)| (*goal, self.of(*goal))).collect()),
        }
    }

    /// Whether a score cannot be improved.
    pub(crate) fn reached(&self, problem: &Problem<'_>, score: &Score) -> bool {
        let count = problem.active_parts().len();
        let parts = self.parts(problem);
        score[0] == 0 && parts.iter().zip(&score[1..]).take(count).all(|(bound, value)| value <= bound)
    }

    /// Whether a score is as good as the host asks for.
    pub(crate) fn enough(&self, problem: &Problem<'_>, score: &Score) -> bool {
        let (Some(part), Some(bound)) =
            (problem.objective.parts.first(), self.parts(problem).first().copied())
        else {
            return false;
        };
        if score[0] > 0 || problem.enough == (None, None) {
            return false;
        }
        let value = problem.shown_part(part, score[1]);
        let gap = value - problem.shown_part(part, bound);
        problem.enough.0.is_some_and(|most| gap <= most + 1e-9)
            || problem.enough.1.is_some_and(|most| gap <= most * value.abs() + 1e-9)
    }
}

/// The best bounds known, given the dates of some plan.
pub(crate) fn lower(problem: &Problem<'_>, best: &Dates) -> Bounds {
    let mut bounds = Bounds::of_precedence(problem);
    if problem.goals.contains(&Goal::Finish) {
        finish(problem, best, &mut bounds);
    }
    if problem.goals.contains(&Goal::Tardiness) {
        tardiness(problem, &mut bounds);
    }
    change::of_capacity(problem, &mut bounds, &[]);
    bounds
}

/// The bound of change once parts before it are proven best: only plans as good in those count.
pub(crate) fn tighten(problem: &Problem<'_>, bounds: &mut Bounds, score: &Score) {
    let mut limits = vec![Time::NEVER; problem.network.nodes.len()];
    let proven = bounds.parts(problem);
    for (index, part) in problem.objective.parts.iter().enumerate() {
        if score[0] > 0 || score[index + 1] > proven[index] || part.goals().any(|goal| goal == Goal::Change) {
            break;
        }
        match part {
            Part::One(Goal::Tardiness) => {
                let each = || problem.due.iter().zip(&bounds.days);
                let sum = each()
                    .fold(0i64, |sum, (due, days)| sum.saturating_add(due.weight.saturating_mul(*days)));
                // The sum of the least is reached, so each is at its least.
                if bounds.days.len() == problem.due.len() && sum == score[index + 1] {
                    for (due, days) in each().filter(|(due, _)| due.weight > 0) {
                        let limit = &mut limits[due.node as usize];
                        *limit = (*limit).min(Time(due.deadline.0 + days * DAY));
                    }
                }
            }
            Part::One(Goal::Finish) => {
                for node in (0..problem.network.tasks).filter(|node| problem.network.is_leaf(*node as u32)) {
                    limits[node] = limits[node].min(Time(score[index + 1]));
                }
            }
            _ => {}
        }
    }
    change::of_capacity(problem, bounds, &limits);
}

/// The least overload beyond what the fixed nodes make: a task that has to start before its earliest finish takes
/// the time between wherever it lies.
pub(crate) fn overload(problem: &Problem<'_>) -> i64 {
    let mut profiles = problem.base.clone();
    for node in 0..problem.network.tasks as u32 {
        let latest = problem.counted[node as usize];
        if latest == NOT_COUNTED {
            continue;
        }
        let timeline = problem.network.timeline(problem.network.node(node).calendar);
        let earliest = timeline.worked(problem.early.start[node as usize]).0;
        for one in problem.limits(node) {
            let until = earliest + one.duration;
            profiles[one.resource as usize].take(latest.max(earliest), until, i64::from(one.parts));
        }
    }
    profiles.iter().map(Profile::overload).sum::<i64>() - problem.base_overload
}

/// The finish, by bisection on the supposed finish.
fn finish(problem: &Problem<'_>, best: &Dates, bounds: &mut Bounds) {
    if problem.network.order.len() > BISECT_MOST {
        return;
    }
    // The finish cannot be `low - 1`; nothing is known against `high`.
    let (mut low, mut high) = (bounds.finish, problem.network.last_finish(best).0);
    let every = |end: i64| refute(problem, |_| Time(end));
    if low >= high {
        return;
    }
    let mut reason = None;
    while low < high {
        let middle = low + (high - low) / 2;
        match every(middle) {
            Some(conflict) => {
                low = middle + 1;
                reason = Some(conflict);
            }
            None => high = middle,
        }
    }
    if let Some(conflict) = reason {
        bounds.finish = low;
        bounds.finish_reason = Reason::Energy { resource: conflict.resource, nodes: conflict.nodes };
    }
}

/// Each deadline by itself: the fewest days late that cannot be refuted.
fn tardiness(problem: &Problem<'_>, bounds: &mut Bounds) {
    if problem.due.len().saturating_mul(problem.network.order.len()) > DEADLINE_WORK / 8 {
        return;
    }
    let mut sum = 0i64;
    let mut strongest: Option<(i64, Conflict)> = None;
    for due in &problem.due {
        let by_precedence = i64::from(late_days(problem.early.finish[due.node as usize], due.deadline));
        let holds = |days: i64| {
            let end = Time(due.deadline.0 + days * DAY);
            refute(problem, |node| if node == due.node { end } else { Time::NEVER })
        };
        let (mut days, mut step, mut reason) = (by_precedence, 1, None);
        // Gallop up, then bisect: `days` is the fewest that is not refuted.
        let mut known_bad = by_precedence - 1;
        while let Some(conflict) = holds(days) {
            reason = Some(conflict);
            known_bad = days;
            days += step;
            step *= 2;
            if step > 4096 {
                break;
            }
        }
        while days - known_bad > 1 {
            let middle = known_bad + (days - known_bad) / 2;
            match holds(middle) {
                Some(conflict) => {
                    reason = Some(conflict);
                    known_bad = middle;
                }
                None => days = middle,
            }
        }
        bounds.days.push(days);
        let weighted = due.weight.saturating_mul(days);
        sum = sum.saturating_add(weighted);
        if let Some(conflict) = reason {
            let gain = due.weight.saturating_mul(days - by_precedence);
            if strongest.as_ref().is_none_or(|(best, _)| gain > *best) {
                strongest = Some((gain, conflict));
            }
        }
    }
    if let Some((_, conflict)) = strongest {
        bounds.tardiness = sum;
        bounds.tardiness_reason = Reason::Energy { resource: conflict.resource, nodes: conflict.nodes };
    }
}

/// Why no plan keeps these limits on finishes: tasks of one resource with more work than time. `None` if
/// nothing is found against it.
fn refute(problem: &Problem<'_>, limit: impl Fn(u32) -> Time) -> Option<Conflict> {
    let late = problem.latest(limit, false);
    let mut jobs: Vec<Vec<(i64, Job)>> = Vec::new();
    jobs.resize_with(problem.uses.pools.len(), Vec::new);
    let mut spans = Vec::new();
    for node in 0..problem.network.tasks as u32 {
        let at = node as usize;
        if late.finish[at] >= Time::NEVER {
            continue;
        }
        for one in problem.limits(node) {
            let parts = i64::from(one.parts);
            let (head, tail, seconds) = if problem.fixed[at] {
                // What stays where it is takes just the seconds that it takes.
                problem.spans(one, problem.early.start[at], problem.early.finish[at], &mut spans);
                let ends = spans.first().zip(spans.last());
                let Some((head, tail)) = ends.map(|(first, last)| (first.0, last.1)) else { continue };
                (head, tail, spans.iter().map(|(from, to)| to - from).sum())
            } else if problem.counted_on[one.resource as usize] == one.calendar {
                let timeline = problem.network.timeline(one.calendar);
                let head = timeline.worked(problem.early.start[at]).0;
                (head, timeline.worked(late.finish[at]).0, one.duration)
            } else {
                continue;
            };
            let energy = parts.saturating_mul(seconds);
            jobs[one.resource as usize].push((tail, Job { head, energy, node }));
        }
    }
    for (resource, mut jobs) in (0u32..).zip(jobs) {
        // Fixed tasks that overload a resource among themselves prove nothing about the others.
        let overloaded = problem.base[resource as usize].overload() > 0;
        if jobs.len() < 2 || jobs.len() > PAIRS_MOST || overloaded {
            continue;
        }
        let steps = problem.uses.pools[resource as usize].steps.iter().map(|step| i64::from(step.2));
        let capacity =
            steps.max().unwrap_or(0).max(i64::from(problem.uses.pools[resource as usize].capacity));
        jobs.arrange_by_key(|(tail, job)| (job.head, *tail, job.node));
        if let Some(nodes) = overfull(&jobs, capacity) {
            return Some(Conflict { resource, nodes });
        }
    }
    None
}

/// Tasks whose windows lie within some `[head, tail]` and whose work does not fit in it; jobs sorted by head.
fn overfull(jobs: &[(i64, Job)], capacity: i64) -> Option<Vec<u32>> {
    for (end, _) in jobs {
        let mut energy = 0i64;
        for (first, (tail, job)) in jobs.iter().enumerate().rev() {
            if tail > end {
                continue;
            }
            energy = energy.saturating_add(job.energy);
            if energy > capacity.saturating_mul((end - job.head).max(0)) {
                let mut nodes: Vec<u32> =
                    jobs[first..].iter().filter(|(tail, _)| tail <= end).map(|(_, job)| job.node).collect();
                nodes.arrange();
                nodes.dedup();
                return Some(nodes);
            }
        }
    }
    None
}

/// A driving path to the last task, first task first.
fn path(problem: &Problem<'_>, finish: Time) -> Vec<u32> {
    let network = problem.network;
    let mut at = (0..network.tasks as u32)
        .find(|node| network.is_leaf(*node) && problem.early.finish[*node as usize] == finish)
        .unwrap_or(NONE);
    let mut path = Vec::new();
    while at != NONE {
        if network.is_leaf(at) {
            path.push(at);
        }
        let driving = network.edges_in(at).iter().find(|edge| network.drives(edge, &problem.early));
        at = driving.map_or(NONE, |edge| edge.from);
    }
    path.reverse();
    path
}

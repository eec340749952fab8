//! Lower bounds of a plan whose people can be exchanged.
//!
//! *Precedence*: every task starts and finishes as early as in any of its modes, whoever works in it. *Energy*: people
//! who can be exchanged for each other, in several steps too, are one pool. For a supposed finish each task has a
//! window, the widest of its modes; if some tasks must do more work in the union of their windows, each in the mode
//! with the least, than all people of the pool have working time in it, no plan finishes by then. The time of a pool
//! is the sum of its people's own working time, so calendars may differ.
//!
//! # References
//! Ph. Baptiste, C. Le Pape, W. Nuijten, *Constraint-based scheduling* (2001), for energy; R. Klein, A. Scholl,
//! *Computing lower bounds by destructive improvement*, EJOR 112 (1999).

use super::super::people::board::Board;
use super::super::problem::Problem;
use super::{Bounds, Reason};
use crate::quantity::{DAY, Time};
use crate::schedule::critical_path::Dates;
use crate::schedule::network::NONE;
use crate::schedule::schedule_op::late_days;
use crate::sort::Arrange;

/// Tasks above which nothing but precedence is looked at.
const MOST_TASKS: usize = 2_000;
/// Most tasks of a pool whose windows are compared pair by pair.
const MOST_JOBS: usize = 400;

/// Lower bounds whoever works, from dates that no plan is earlier than. Nothing is known of change and even load.
pub(crate) fn bounds(board: &mut Board<'_>, least: Option<&Dates>) -> Bounds {
    let cost = board.least_pay();
    let mut bounds = match least {
        Some(least) => board.with_early(least, Bounds::of_precedence),
        None => board.with(|problem| Bounds {
            tardiness: 0,
            tardiness_reason: Reason::Trivial,
            finish: problem.network.origin.0,
            finish_reason: Reason::Trivial,
            ..Bounds::of_precedence(problem)
        }),
    };
    (bounds.cost, bounds.change, bounds.change_reason, bounds.even_load) = (cost, 0, Reason::Trivial, 0);
    bounds
}

/// Raises lower bounds by the work that pools of people must do, given the dates of some plan.
pub(crate) fn energy(board: &mut Board<'_>, least: Option<&Dates>, best: &Dates, bounds: &mut Bounds) {
    let Some(least) = least else { return };
    // A lag that follows the people of a successor could widen its predecessors' windows.
    if !board.choices.lagged.is_empty() || board.with(|problem| problem.network.tasks) > MOST_TASKS {
        return;
    }
    let pools = Pools::new(board);
    let mut tested = Tested { board, least, pools };
    tested.finish(best, bounds);
    tested.tardiness(bounds);
}

/// A task's least work in a pool.
struct Job {
    node: u32,
    /// Ten-thousandths of a second of one whole resource.
    energy: i64,
}

/// Resources that can be exchanged for each other, and what must be done by them.
struct Pools {
    resources: Vec<Vec<u32>>,
    jobs: Vec<Vec<Job>>,
}

impl Pools {
    fn new(board: &mut Board<'_>) -> Self {
        let count = board.with(|problem| problem.uses.pools.len());
        let mut owner: Vec<u32> = (0..count as u32).collect();
        let exchanged =
            board.choices.list.iter().flat_map(|choice| &choice.modes).flat_map(|mode| &mode.exchanged);
        for &(from, to) in exchanged {
            let (from, to) = (root(&owner, from), root(&owner, to));
            owner[from.max(to) as usize] = from.min(to);
        }
        let mut resources = vec![Vec::new(); count];
        for resource in 0..count as u32 {
            resources[root(&owner, resource) as usize].push(resource);
        }
        let choices = board.choices;
        let mut jobs: Vec<Vec<Job>> = (0..count).map(|_| Vec::new()).collect();
        for node in 0..board.with(|problem| problem.network.tasks) as u32 {
            let choice = board.choice_of(node);
            board.with(|problem| {
                let own = [problem.uses.of(node)];
                let modes: Vec<&[_]> = match choice {
                    Some(choice) => choices.list[choice].modes.iter().map(|mode| &mode.uses[..]).collect(),
                    None => own.to_vec(),
                };
                let mut pools: Vec<u32> =
                    modes.iter().flat_map(|uses| uses.iter()).map(|one| root(&owner, one.resource)).collect();
                pools.arrange();
                pools.dedup();
                for pool in pools {
                    let counts = |one: &&crate::schedule::uses::Use| {
                        root(&owner, one.resource) == pool
                            && one.inside
                            && one.actual == NONE
                            && problem.leveled[one.resource as usize]
                    };
                    let of = |uses: &&[crate::schedule::uses::Use]| -> i64 {
                        let energies = uses
                            .iter()
                            .filter(counts)
                            .map(|one| i64::from(one.parts).saturating_mul(one.duration));
                        energies.fold(0, i64::saturating_add)
                    };
                    let energy = modes.iter().map(of).min().unwrap_or(0);
                    if energy > 0 {
                        jobs[pool as usize].push(Job { node, energy });
                    }
                }
            });
        }
        // Fixed tasks that overload somebody among themselves prove nothing about the others.
        let overloaded: Vec<bool> =
            board.with(|problem| problem.base.iter().map(|profile| profile.overload() > 0).collect());
        for (resources, jobs) in resources.iter().zip(&mut jobs) {
            if jobs.len() < 2
                || jobs.len() > MOST_JOBS
                || resources.iter().any(|one| overloaded[*one as usize])
            {
                jobs.clear();
            }
        }
        Self { resources, jobs }
    }
}

fn root(owner: &[u32], mut at: u32) -> u32 {
    while owner[at as usize] != at {
        at = owner[at as usize];
    }
    at
}

/// Working time of all people of a pool up to a moment, each as much as there ever is of it.
fn time_of(problem: &Problem<'_>, resources: &[u32], at: Time) -> i64 {
    let all = resources.iter().map(|resource| {
        let pool = &problem.uses.pools[*resource as usize];
        let most = pool.steps.iter().map(|step| step.2).max().unwrap_or(0).max(pool.capacity);
        problem.network.timeline(pool.timeline).worked(at).0.saturating_mul(i64::from(most))
    });
    all.fold(0, i64::saturating_add)
}

struct Tested<'a, 'c> {
    board: &'a mut Board<'c>,
    least: &'a Dates,
    pools: Pools,
}

impl Tested<'_, '_> {
    /// Why no plan keeps these limits on finishes.
    fn refute(&mut self, limit: impl Fn(u32) -> Time) -> Option<Reason> {
        let late = self.board.latest(limit);
        let (least, pools) = (self.least, &self.pools);
        self.board.with(|problem| {
            for (resources, jobs) in pools.resources.iter().zip(&pools.jobs) {
                let mut windows: Vec<(i64, i64, &Job)> = jobs
                    .iter()
                    .filter(|job| late.finish[job.node as usize] < Time::NEVER)
                    .map(|job| {
                        let at = job.node as usize;
                        let time = |moment| time_of(problem, resources, moment);
                        (time(least.start[at]), time(late.finish[at]), job)
                    })
                    .collect();
                windows.arrange_by_key(|(head, tail, job)| (*head, *tail, job.node));
                if let Some(nodes) = overfull(&windows) {
                    return Some(match resources[..] {
                        [resource] => Reason::Energy { resource, nodes },
                        _ => Reason::Pool { resources: resources.clone(), nodes },
                    });
                }
            }
            None
        })
    }

    fn finish(&mut self, best: &Dates, bounds: &mut Bounds) {
        let mut high = self.board.with(|problem| problem.network.last_finish(best).0);
        let mut low = bounds.finish;
        while low < high {
            let middle = low + (high - low) / 2;
            match self.refute(|_| Time(middle)) {
                Some(reason) => {
                    low = middle + 1;
                    bounds.finish_reason = reason;
                }
                None => high = middle,
            }
        }
        bounds.finish = low;
    }

    /// Each deadline by itself: the fewest days late that are not refuted.
    fn tardiness(&mut self, bounds: &mut Bounds) {
        let dues = self.board.with(|problem| problem.due.clone());
        let (mut sum, mut strongest) = (0i64, None::<(i64, Reason)>);
        for due in dues {
            let by_precedence = i64::from(late_days(self.least.finish[due.node as usize], due.deadline));
            let mut days = by_precedence;
            let mut found = None;
            while days - by_precedence < 4_096 {
                let end = Time(due.deadline.0 + days * DAY);
                match self.refute(|node| if node == due.node { end } else { Time::NEVER }) {
                    Some(reason) => {
                        found = Some(reason);
                        days += 1;
                    }
                    None => break,
                }
            }
            sum = sum.saturating_add(due.weight.saturating_mul(days));
            let gain = due.weight.saturating_mul(days - by_precedence);
            if let Some(reason) = found
                && strongest.as_ref().is_none_or(|(best, _)| gain > *best)
            {
                strongest = Some((gain, reason));
            }
        }
        if let Some((_, reason)) = strongest {
            bounds.tardiness = sum;
            bounds.tardiness_reason = reason;
        }
    }
}

/// Tasks whose windows lie within some head and tail and whose work does not fit in it; sorted by head.
fn overfull(windows: &[(i64, i64, &Job)]) -> Option<Vec<u32>> {
    for (_, end, _) in windows {
        let mut energy = 0i64;
        for (first, (head, tail, job)) in windows.iter().enumerate().rev() {
            if tail > end {
                continue;
            }
            energy = energy.saturating_add(job.energy);
            if energy > (end - head).max(0) {
                let inside = windows[first..].iter().filter(|(_, tail, _)| tail <= end);
                let mut nodes: Vec<u32> = inside.map(|(_, _, job)| job.node).collect();
                nodes.arrange();
                return Some(nodes);
            }
        }
    }
    None
}

//! From dates back to words: moves with their causes, late tasks with their chains, what remains.

use super::bound::Reason;
use super::options::Goal;
use super::problem::Problem;
use super::problem::goal::{Part, Score};
use super::search::Outcome;
use crate::quantity::{Elapsed, Time, Units, Work};
use crate::schedule::compile::{Compiled, compile};
use crate::schedule::critical_path::{Analysis, Dates};
use crate::schedule::schedule_op::late_days;
use crate::schedule::schedule_report::{
    Bound, Cause, GoalBound, LateReason, LateTask, LevelReport, Move, MoveKind, ObjectivePart, Overload,
    RemainingOverload, Schedule, TracePoint,
};
use crate::schedule::window::tip_of;
use crate::sort::Arrange;
use crate::{Issues, TaskId};

/// What a leveled plan is held against.
pub(super) struct Basis<'a> {
    /// The plan before leveling.
    pub(super) before: &'a Analysis,
    /// What its objective is.
    pub(super) was: Score,
    /// Dates that no plan is earlier than.
    pub(super) least: &'a Dates,
}

/// What a task takes of a resource, in seconds of the resource's time.
#[derive(Debug, Clone, Copy)]
struct Taken {
    from: i64,
    to: i64,
    parts: u32,
    node: u32,
    /// Whether it lies where it is.
    stays: bool,
}

/// The report of a leveling.
pub(super) fn report(
    compiled: &Compiled<'_>,
    problem: &Problem<'_>,
    basis: &Basis<'_>,
    schedule_before: Schedule,
    outcome: &Outcome,
) -> Result<LevelReport, Issues> {
    let network = &compiled.network;
    let mut floors = problem.floor.clone();
    // What stays where it is does so even if other people let its predecessors be earlier.
    for (node, floor) in floors.iter_mut().enumerate().take(network.tasks) {
        let start = outcome.dates.start[node];
        if start > problem.early.start[node] || problem.fixed[node] {
            *floor = start;
        }
    }
    for edge in &network.windows.out {
        floors[edge.from as usize] = floors[edge.from as usize].max(outcome.dates.start[edge.from as usize]);
    }
    let analysis = network.analyze_leveled(&floors);
    let schedule = told(compiled, &analysis, &floors, true)?;
    let explain = Explain { compiled, problem, dates: &analysis.early };
    Ok(LevelReport {
        status: outcome.status,
        objective: explain.objective(outcome, &basis.was),
        moves: explain.moves(basis.before),
        reassignments: Vec::new(),
        late: explain.late(basis.before, basis.least, &analysis),
        remaining: explain.remaining(),
        schedule,
        before: schedule_before,
        steps: outcome.steps,
        found_by: outcome.found_by.clone(),
        trace: explain.trace(outcome),
    })
}

/// The schedule of some dates, which lie at these floors. Where the rests of started tasks are nodes of their own it is
/// that of the plan which says when they go on, so that what is reported is what the plan would give.
pub(super) fn told(
    compiled: &Compiled<'_>,
    analysis: &Analysis,
    floors: &[Time],
    is_leveled: bool,
) -> Result<Schedule, Issues> {
    if !compiled.is_split {
        return compiled.report(analysis);
    }
    let resumed = compiled.resumed(&analysis.early.start);
    let mut whole = compile(resumed.as_ref().unwrap_or(compiled.index.plan))?;
    for held in &mut whole.network.held {
        held.delay = 0;
        held.alap &= !is_leveled;
    }
    let known = floors.len().min(whole.network.nodes.len());
    let floors = &floors[..known];
    let analysis =
        if is_leveled { whole.network.analyze_leveled(floors) } else { whole.network.analyze(floors) };
    whole.report(&analysis)
}

struct Explain<'a, 'p> {
    compiled: &'a Compiled<'p>,
    problem: &'a Problem<'a>,
    dates: &'a Dates,
}

impl Explain<'_, '_> {
    fn objective(&self, outcome: &Outcome, was: &Score) -> Vec<ObjectivePart> {
        let problem = self.problem;
        let bounds = outcome.bounds.parts(problem);
        let parts = problem.objective.parts.iter().enumerate();
        parts
            .map(|(index, part)| {
                let value = problem.shown_part(part, outcome.score[index + 1]);
                let bound = problem.shown_part(part, bounds[index]);
                ObjectivePart {
                    name: match part {
                        Part::One(goal) => goal.name().to_owned(),
                        Part::Sum(goals) => {
                            goals.iter().map(|(goal, _)| goal.name()).collect::<Vec<_>>().join(" + ")
                        }
                    },
                    unit: self.unit(part),
                    before: problem.shown_part(part, was[index + 1]),
                    value,
                    bound,
                    gap: value - bound,
                    reason: self.bound(&outcome.bounds.reason(problem, index)),
                }
            })
            .collect()
    }

    fn unit(&self, part: &Part) -> String {
        match part {
            Part::One(Goal::Tardiness) => "weighted days".to_owned(),
            Part::One(Goal::Finish) => "days from the program's start".to_owned(),
            Part::One(Goal::Cost) => {
                let currency = self.compiled.index.plan.program.currency.clone();
                currency.unwrap_or_else(|| "money".to_owned())
            }
            Part::One(Goal::Change) => "moved tasks".to_owned(),
            Part::One(Goal::EvenLoad) => "squared days".to_owned(),
            Part::Sum(_) => "weighted sum".to_owned(),
        }
    }

    /// The improvements of the search.
    fn trace(&self, outcome: &Outcome) -> Vec<TracePoint> {
        let point = |point: &super::trace::Point| TracePoint {
            step: point.step,
            excess: Work(point.score[0] / 10_000),
            objective: self.problem.shown_parts(&point.score[1..]),
            bound: self.problem.shown_parts(&point.bound),
            found_by: point.found_by.clone(),
        };
        outcome.trace.0.iter().map(point).collect()
    }

    fn bound(&self, reason: &Reason) -> Bound {
        match reason {
            Reason::Trivial => Bound::Trivial,
            Reason::Precedence(nodes) => Bound::Precedence { tasks: self.ids(nodes) },
            Reason::Energy { resource, nodes } => Bound::Energy {
                resource: self.compiled.index.resource(*resource).id.clone(),
                tasks: self.ids(nodes),
            },
            Reason::Pool { resources, nodes } => {
                let id = |resource: &u32| self.compiled.index.resource(*resource).id.clone();
                Bound::Pool { resources: resources.iter().map(id).collect(), tasks: self.ids(nodes) }
            }
            Reason::Exhausted { nodes } => Bound::Exhausted { nodes: *nodes },
            Reason::Cheapest => Bound::Cheapest,
            Reason::Moved(nodes) => Bound::Moved { tasks: self.ids(nodes) },
            Reason::Spread => Bound::Spread,
            Reason::Sum(goals) => Bound::Sum {
                goals: goals
                    .iter()
                    .map(|(goal, value)| GoalBound { goal: *goal, bound: self.problem.shown(*goal, *value) })
                    .collect(),
            },
        }
    }

    /// Ids of tasks; a gate is named by its summary.
    fn ids(&self, nodes: &[u32]) -> Vec<TaskId> {
        nodes
            .iter()
            .filter_map(|node| self.task_of(*node))
            .map(|number| self.compiled.index.task(number).id.clone())
            .collect()
    }

    fn task_of(&self, node: u32) -> Option<u32> {
        if (node as usize) < self.compiled.network.tasks {
            return Some(node);
        }
        let mut owners: Vec<u32> = self
            .compiled
            .gates
            .iter()
            .filter(|(_, gates)| {
                [gates.into_start, gates.into_finish, gates.out_finish, gates.out_start].contains(&node)
            })
            .map(|(number, _)| *number)
            .collect();
        owners.arrange();
        owners.first().copied()
    }

    fn moves(&self, before: &Analysis) -> Vec<Move> {
        let network = &self.compiled.network;
        let drivers = self.compiled.drivers(self.dates);
        let users = self.users();
        let mut moved: Vec<u32> = (0..network.tasks as u32)
            .filter(|node| network.is_leaf(*node))
            .filter(|node| self.dates.start[*node as usize] != before.early.start[*node as usize])
            .collect();
        moved.arrange_by_key(|node| (self.dates.start[*node as usize], *node));
        let is_moved = |node: u32| self.dates.start[node as usize] != before.early.start[node as usize];
        moved
            .iter()
            .map(|&node| {
                let mut chain = vec![node];
                let mut at = node;
                let cause = loop {
                    if let Some(cause) = self.resource_cause(at, &users) {
                        break cause;
                    }
                    match drivers[at as usize].iter().copied().find(|driver| is_moved(*driver)) {
                        Some(driver) => {
                            chain.push(driver);
                            at = driver;
                        }
                        None => {
                            break drivers[at as usize].first().map_or(Cause::Choice, |driver| Cause::Link {
                                from: self.compiled.index.task(*driver).id.clone(),
                            });
                        }
                    }
                };
                let (from, to) = (before.early.start[node as usize], self.dates.start[node as usize]);
                Move {
                    task: self.compiled.index.task(node).id.clone(),
                    kind: if self.problem.is_rest(node) { MoveKind::Split } else { MoveKind::Whole },
                    from: network.stamp(from),
                    to: network.stamp(to),
                    delay: Elapsed(to.0 - from.0),
                    chain: self.compiled.ids(&chain),
                    cause,
                }
            })
            .collect()
    }

    /// The tasks that use each resource.
    fn users(&self) -> Vec<Vec<u32>> {
        let mut users = vec![Vec::new(); self.problem.uses.pools.len()];
        for node in 0..self.compiled.network.tasks as u32 {
            for one in self.problem.limits(node) {
                users[one.resource as usize].push(node);
            }
        }
        users
    }

    /// The resource that a task waits for beyond its links, and who holds it last.
    fn resource_cause(&self, node: u32, users: &[Vec<u32>]) -> Option<Cause> {
        let at = node as usize;
        let network = &self.compiled.network;
        if self.problem.fixed[at] {
            return None;
        }
        let (free, _) = network.early(node, self.dates, self.problem.floor[at]);
        let start = self.dates.start[at];
        if free >= start {
            return None;
        }
        let windows = &network.windows;
        for edge in &windows.out[windows.out_of(node)] {
            let to = edge.to as usize;
            let tip = tip_of(edge, self.dates.start[to], self.dates.finish[to]);
            let back = network.start_for_tip(edge, tip).max(self.problem.floor[at]);
            if network.early(node, self.dates, back).0 >= start {
                return Some(Cause::MaxLag { to: self.compiled.index.task(edge.to).id.clone() });
            }
        }
        let mut best: Option<(Time, u32, Vec<u32>)> = None;
        for one in self.problem.limits(node) {
            let holders: Vec<u32> = users[one.resource as usize]
                .iter()
                .copied()
                .filter(|other| {
                    let other = *other as usize;
                    other != at && self.dates.finish[other] > free && self.dates.start[other] < start
                })
                .collect();
            let until = holders.iter().map(|other| self.dates.finish[*other as usize]).max();
            if let Some(until) = until
                && best.as_ref().is_none_or(|(known, ..)| until > *known)
            {
                best = Some((until, one.resource, holders));
            }
        }
        let (_, resource, holders) =
            best.or_else(|| self.problem.limits(node).next().map(|one| (start, one.resource, Vec::new())))?;
        Some(Cause::Resource {
            resource: self.compiled.index.resource(resource).id.clone(),
            until: network.stamp(start),
            held_by: self.compiled.ids(&holders),
        })
    }

    fn late(&self, before: &Analysis, least: &Dates, after: &Analysis) -> Vec<LateTask> {
        let network = &self.compiled.network;
        let drivers_before = self.compiled.drivers(&before.early);
        let drivers_after = self.compiled.drivers(&after.early);
        let mut late = Vec::new();
        for due in &self.problem.due {
            let at = due.node as usize;
            let days = late_days(after.early.finish[at], due.deadline);
            let Some(number) = self.task_of(due.node) else { continue };
            if days == 0 {
                continue;
            }
            let unavoidable = late_days(least.finish[at], due.deadline);
            let reason = if unavoidable >= days { LateReason::Precedence } else { LateReason::Resources };
            let chain = |drivers, analysis| {
                if network.is_leaf(due.node) {
                    self.compiled.ids(&self.compiled.chain(due.node, drivers, analysis))
                } else {
                    vec![self.compiled.index.task(number).id.clone()]
                }
            };
            late.push(LateTask {
                task: self.compiled.index.task(number).id.clone(),
                deadline: network.stamp(due.deadline),
                finish: network.stamp(after.early.finish[at]),
                days,
                weight: self.problem.shown(Goal::Tardiness, due.weight),
                weighted: self.problem.shown(Goal::Tardiness, due.weight.saturating_mul(i64::from(days))),
                unavoidable_days: unavoidable,
                unavoidable_chain: if unavoidable > 0 { chain(&drivers_before, before) } else { Vec::new() },
                chain: match reason {
                    LateReason::Precedence => chain(&drivers_before, before),
                    LateReason::Resources => chain(&drivers_after, after),
                },
                reason,
            });
        }
        late.arrange_by(|a, b| a.task.cmp(&b.task));
        late
    }

    /// Overloads of the final dates, with the reason why they remain.
    fn remaining(&self) -> Vec<RemainingOverload> {
        let network = &self.compiled.network;
        let mut profiles = self.problem.base.clone();
        let mut spans = Vec::new();
        let mut taken: Vec<Vec<Taken>> = vec![Vec::new(); profiles.len()];
        for node in 0..network.tasks as u32 {
            let at = node as usize;
            for one in self.problem.uses.of(node) {
                self.problem.spans(one, self.dates.start[at], self.dates.finish[at], &mut spans);
                // What fixed tasks take of a leveled resource is in its profile already.
                let counted = self.problem.fixed[at] && self.problem.leveled[one.resource as usize];
                for &(from, to) in &spans {
                    let stays = self.problem.fixed[at];
                    taken[one.resource as usize].push(Taken { from, to, parts: one.parts, node, stays });
                    if !counted {
                        profiles[one.resource as usize].take(from, to, i64::from(one.parts));
                    }
                }
            }
        }
        for done in &self.problem.done {
            let (resource, (from, to)) = (done.resource as usize, done.span);
            taken[resource].push(Taken { from, to, parts: done.parts, node: done.node, stays: true });
            if !self.problem.leveled[resource] {
                profiles[resource].take(from, to, i64::from(done.parts));
            }
        }
        let mut remaining = Vec::new();
        for (resource, profile) in (0u32..).zip(&profiles) {
            let mut index = 0;
            while index + 1 < profile.steps.len() {
                if profile.steps[index].free >= 0 {
                    index += 1;
                    continue;
                }
                let first = index;
                while index + 1 < profile.steps.len() && profile.steps[index].free < 0 {
                    index += 1;
                }
                let span = (profile.steps[first].at, profile.steps[index].at);
                let excess: i64 = profile.steps[first..=index]
                    .windows(2)
                    .map(|pair| (pair[1].at - pair[0].at) * -pair[0].free)
                    .sum();
                remaining.push(self.one_remaining(resource, span, excess, &taken[resource as usize]));
            }
        }
        remaining
    }

    fn one_remaining(
        &self,
        resource: u32,
        span: (i64, i64),
        excess: i64,
        taken: &[Taken],
    ) -> RemainingOverload {
        let network = &self.compiled.network;
        let timeline = network.timeline(self.problem.counted_on[resource as usize]);
        let inside: Vec<&Taken> = taken.iter().filter(|one| one.from < span.1 && one.to > span.0).collect();
        let mut nodes: Vec<u32> = inside.iter().map(|one| one.node).collect();
        nodes.arrange();
        nodes.dedup();
        let peak = inside
            .iter()
            .map(|at| {
                let then = inside.iter().filter(|one| one.from <= at.from && at.from < one.to);
                then.map(|one| one.parts).sum::<u32>()
            })
            .max()
            .unwrap_or(0);
        let capacity = self.problem.uses.pools[resource as usize].capacity;
        let id = &self.compiled.index.resource(resource).id;
        let alone = inside.iter().any(|one| one.parts > capacity);
        let all_fixed = inside.iter().all(|one| one.stays);
        let (reason, message) = if !self.problem.leveled[resource as usize] {
            ("out-of-scope", format!("`{id}` is not among the resources to level"))
        } else if alone {
            ("exceeds-capacity", format!("one task alone asks for more of `{id}` than there is"))
        } else if all_fixed {
            (
                "fixed-tasks",
                format!(
                    "the tasks that overload `{id}` are started, held to a date, of priority 1000 or out of scope"
                ),
            )
        } else if self.problem.within_float {
            ("within-float", format!("`{id}` cannot be relieved within the float of its tasks"))
        } else {
            (
                "hard-constraint",
                format!(
                    "`{id}` cannot be relieved without breaking a constraint, a fixed task or the allowed float"
                ),
            )
        };
        RemainingOverload {
            overload: Overload {
                resource: id.clone(),
                from: network.stamp(timeline.start_at(Work(span.0))),
                to: network.stamp(timeline.finish_at(Work(span.1))),
                peak: Units::from_parts(peak),
                excess: Work(excess / 10_000),
                tasks: self.compiled.ids(&nodes),
            },
            reason: reason.to_owned(),
            message,
        }
    }
}

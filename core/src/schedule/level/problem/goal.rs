//! What each goal is worth by some dates.

use std::cell::Cell;

use super::super::options::{Criterion, Goal, PARTS_MOST};
use super::Problem;
use super::labor::Labor;
use crate::quantity::{DAY, Time};
use crate::schedule::critical_path::Dates;
use crate::schedule::network::PROGRAM;
use crate::schedule::schedule_op::late_days;

/// Parts of a score: what is missing from capacity, then the entries of the objective.
pub(crate) type Score = [i64; PARTS_MOST + 1];

/// Millionths: the unit of weights, of weighted days and of moved tasks.
pub(crate) const MILLION: i64 = 1_000_000;

/// An entry of the objective in numbers.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    One(Goal),
    /// Goals with their weights in millionths.
    Sum(Vec<(Goal, i64)>),
}

impl Part {
    pub(crate) fn new(criterion: &Criterion) -> Self {
        match criterion {
            Criterion::Goal(goal) => Self::One(*goal),
            Criterion::Sum(_) => {
                #[expect(clippy::cast_possible_truncation, reason = "validated to be at most a million")]
                let millionths = |weight: f64| (weight.clamp(0.0, 1e6) * 1e6).round() as i64;
                Self::Sum(
                    criterion.goals().into_iter().map(|(goal, weight)| (goal, millionths(weight))).collect(),
                )
            }
        }
    }

    pub(crate) fn goals(&self) -> impl Iterator<Item = Goal> {
        let (one, several) = match self {
            Self::One(goal) => (Some(*goal), &[][..]),
            Self::Sum(goals) => (None, &goals[..]),
        };
        one.into_iter().chain(several.iter().map(|one| one.0))
    }
}

/// Where a given plan has each node.
#[derive(Debug, Clone)]
pub(crate) struct Given {
    /// The start; [`Time::NEVER`] if it is not known.
    pub(crate) start: Vec<Time>,
    /// A start up to this is the same start.
    pub(crate) until: Vec<Time>,
}

impl Given {
    pub(crate) fn has(&self, node: u32) -> bool {
        self.start[node as usize] < Time::NEVER
    }
}

/// What the goals look at.
#[derive(Debug, Clone, Default)]
pub(crate) struct Goals {
    pub(crate) parts: Vec<Part>,
    pub(crate) labor: Labor,
    /// Nodes whose moves count, with a reference.
    pub(crate) counted: Vec<u32>,
    /// Seconds of a working day.
    pub(crate) day: i64,
    /// How many parts count now: the search may look at the first ones alone before the others.
    pub(crate) active: Cell<usize>,
}

impl Problem<'_> {
    /// How good some dates are: overload beyond what the fixed nodes make, then the parts of the objective that
    /// count now.
    pub(crate) fn score(&self, dates: &Dates, overload: i64) -> Score {
        self.score_of(self.active_parts(), dates, overload)
    }

    /// The same with all parts.
    pub(crate) fn full_score(&self, dates: &Dates, overload: i64) -> Score {
        self.score_of(&self.objective.parts, dates, overload)
    }

    /// The parts that count now.
    pub(crate) fn active_parts(&self) -> &[Part] {
        let count = self.objective.active.get().min(self.objective.parts.len());
        &self.objective.parts[..count]
    }

    fn score_of(&self, parts: &[Part], dates: &Dates, overload: i64) -> Score {
        let mut score = [0; PARTS_MOST + 1];
        score[0] = overload;
        for (value, part) in score[1..].iter_mut().zip(parts) {
            *value = self.part(part, |goal| self.value(goal, dates));
        }
        score
    }

    /// An entry of the objective from the values of its goals.
    pub(crate) fn part(&self, part: &Part, value: impl Fn(Goal) -> i64) -> i64 {
        match part {
            Part::One(goal) => value(*goal),
            Part::Sum(goals) => {
                let sum =
                    goals.iter().map(|(goal, weight)| self.weighted(*goal, *weight, value(*goal))).sum();
                narrow(sum)
            }
        }
    }

    /// Millionths of a goal's value times its weight.
    fn weighted(&self, goal: Goal, weight: i64, value: i64) -> i128 {
        let from = if goal == Goal::Finish { self.network.origin.0 } else { 0 };
        (i128::from(weight) * (i128::from(value) - i128::from(from))).div_euclid(i128::from(self.unit(goal)))
    }

    /// How much of a goal's number is one of its units.
    fn unit(&self, goal: Goal) -> i64 {
        match goal {
            Goal::Tardiness | Goal::Change => MILLION,
            Goal::Finish => DAY,
            Goal::Cost => 100,
            Goal::EvenLoad => self.objective.day.max(1).saturating_mul(10_000),
        }
    }

    /// The value of a goal by some dates.
    pub(crate) fn value(&self, goal: Goal, dates: &Dates) -> i64 {
        match goal {
            Goal::Tardiness => self.tardiness(dates),
            Goal::Finish => self.network.last_finish(dates).0,
            Goal::Cost => self.objective.labor.total(self, dates),
            Goal::Change => self.change(dates),
            Goal::EvenLoad => self.even_load(dates),
        }
    }

    /// Millionths of weight times days late.
    pub(crate) fn tardiness(&self, dates: &Dates) -> i64 {
        let late = |due: &super::Due| {
            i128::from(due.weight) * i128::from(late_days(dates.finish[due.node as usize], due.deadline))
        };
        narrow(self.due.iter().map(late).sum())
    }

    /// Millionths of moved tasks.
    fn change(&self, dates: &Dates) -> i64 {
        self.objective.counted.iter().map(|node| self.moved(*node, dates.start[*node as usize])).sum()
    }

    /// How much a start counts as a move: a million and a thousand for each working day; 0 if it is where it was.
    pub(crate) fn moved(&self, node: u32, start: Time) -> i64 {
        let Some(given) = &self.given else { return 0 };
        let (from, until) = (given.start[node as usize], given.until[node as usize]);
        if from >= Time::NEVER || (from <= start && start <= until) {
            return 0;
        }
        let program = self.network.timeline(PROGRAM);
        let seconds = (program.worked(start).0 - program.worked(from).0).abs();
        MILLION + (i128::from(seconds) * 1_000 / i128::from(self.objective.day.max(1))) as i64
    }

    /// Whether moves of a node count.
    pub(crate) fn counts_moves(&self, node: u32) -> bool {
        let started = self.network.held(node).is_some_and(|held| held.actual.is_some());
        self.network.is_leaf(node) && !started && self.given.as_ref().is_some_and(|given| given.has(node))
    }

    /// Squares of use over time, in ten-thousandths of a squared resource times seconds.
    fn even_load(&self, dates: &Dates) -> i64 {
        let mut events: Vec<Vec<(i64, i64)>> = vec![Vec::new(); self.uses.pools.len()];
        let mut spans = Vec::new();
        for node in 0..self.network.tasks as u32 {
            let at = node as usize;
            for one in self.limits(node) {
                self.spans(one, dates.start[at], dates.finish[at], &mut spans);
                for &(from, to) in spans.iter().filter(|span| span.0 < span.1) {
                    events[one.resource as usize].push((from, i64::from(one.parts)));
                    events[one.resource as usize].push((to, -i64::from(one.parts)));
                }
            }
        }
        for done in self.done.iter().filter(|done| self.leveled[done.resource as usize]) {
            let parts = i64::from(done.parts);
            events[done.resource as usize].extend([(done.span.0, parts), (done.span.1, -parts)]);
        }
        let mut sum = 0i128;
        for mut events in events {
            events.sort_unstable();
            let (mut now, mut last) = (0i128, 0);
            for (at, parts) in events {
                sum += now * now * i128::from(at - last);
                now += i128::from(parts);
                last = at;
            }
        }
        narrow(sum / 10_000)
    }

    /// A goal's number as it is shown, in its unit.
    #[expect(clippy::cast_precision_loss, reason = "shown, not computed with")]
    pub(crate) fn shown(&self, goal: Goal, value: i64) -> f64 {
        let from = if goal == Goal::Finish { self.network.origin.0 } else { 0 };
        (value - from) as f64 / self.unit(goal) as f64
    }

    /// The entries of a score as they are shown.
    pub(crate) fn shown_parts(&self, values: &[i64]) -> Vec<f64> {
        self.objective.parts.iter().zip(values).map(|(part, value)| self.shown_part(part, *value)).collect()
    }

    /// How much more the entries of one score are than those of another, as they are shown.
    pub(crate) fn shown_differences(&self, more: &[i64], less: &[i64]) -> Vec<f64> {
        let parts = self.objective.parts.iter().zip(more.iter().zip(less));
        parts
            .map(|(part, (more, less))| {
                // A finish is shown from the program's start.
                let from = if matches!(part, Part::One(Goal::Finish)) { self.network.origin.0 } else { 0 };
                self.shown_part(part, more.saturating_sub(*less).saturating_add(from))
            })
            .collect()
    }

    /// An entry of the objective as it is shown.
    #[expect(clippy::cast_precision_loss, reason = "shown, not computed with")]
    pub(crate) fn shown_part(&self, part: &Part, value: i64) -> f64 {
        match part {
            Part::One(goal) => self.shown(*goal, value),
            Part::Sum(_) => value as f64 / 1e6,
        }
    }

    /// Whether no goal is ever served by a task that starts later than it can: then the left-shifted plans hold
    /// an optimal one.
    pub(crate) fn has_regular_goals(&self) -> bool {
        self.active_parts().iter().all(|part| self.is_regular_part(part))
    }

    /// How many of the first parts are such.
    pub(crate) fn regular_parts(&self) -> usize {
        self.objective.parts.iter().take_while(|part| self.is_regular_part(part)).count()
    }

    fn is_regular_part(&self, part: &Part) -> bool {
        part.goals().all(|goal| match goal {
            Goal::Tardiness | Goal::Finish => true,
            Goal::Cost => self.objective.labor.is_constant(),
            Goal::Change | Goal::EvenLoad => false,
        })
    }
}

/// A sum kept in range.
pub(crate) fn narrow(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN / 4 } else { i64::MAX / 4 })
}

//! Who may be exchanged, and the report of who was: why, what it costs, what it saves.

use super::super::explain::{self, Basis};
use super::super::options::{Goal, LevelOptions};
use super::super::problem::labor::Labor;
use super::super::problem::{Facts, Problem, Score};
use super::board::{Board, renewed};
use super::teller::Staffed;
use crate::calendar::Calendars;
use crate::plan::{Per, Plan, Rate};
use crate::quantity::{Money, Span, Time, When, Work};
use crate::schedule::choice::Choices;
use crate::schedule::compile::{Compiled, compile, to_axis};
use crate::schedule::critical_path::{Analysis, Dates};
use crate::schedule::schedule_report::{Cause, LevelReport, Reassigned, Reassignment, Schedule};
use crate::schedule::uses::Use;
use crate::sort::Arrange;
use crate::{Issues, ResourceId};

/// The choices of a plan that leveling may take: of tasks that may move, among resources that are leveled.
pub(crate) fn allowed(compiled: &Compiled<'_>, problem: &Problem<'_>, options: &LevelOptions) -> Choices {
    let mut choices = compiled.choices.clone();
    if options.within_float || options.reassign == Some(0) {
        return Choices::default();
    }
    choices.let_go();
    let leveled = |one: &Use| problem.leveled[one.resource as usize];
    choices.retain(
        |node| !problem.fixed[node as usize],
        |mode| {
            let to = |resource| mode.exchanged.iter().any(|(_, to)| *to == resource);
            mode.uses.iter().all(|one| leveled(one) || !to(one.resource))
        },
    );
    choices
}

/// Ten-thousandths of one whole resource.
const WHOLE: i128 = crate::schedule::booking::WHOLE;

/// Lets what people are paid count, if the objective asks for it.
pub(crate) fn price(board: &mut Board<'_>, compiled: &Compiled<'_>) {
    let (asked, fixed) = board.with(|problem| (problem.goals.contains(&Goal::Cost), problem.fixed.clone()));
    if asked {
        let least = board.least().unwrap_or_else(|| board.with(soonest));
        board.pay(Labor::new(compiled, &least, &fixed), &least);
    }
}

/// What stays where it is, and everything else from the start of the program on.
fn soonest(problem: &Problem<'_>) -> Dates {
    let mut dates = problem.early.clone();
    let origin = problem.network.origin;
    for (node, _) in problem.fixed.iter().enumerate().filter(|(_, fixed)| !**fixed) {
        (dates.start[node], dates.finish[node]) = (origin, origin);
    }
    dates
}

/// What the report of a plan with other people is made from.
pub(crate) struct Staff<'a, 'p> {
    pub(crate) plan: &'p Plan,
    pub(crate) compiled: &'a Compiled<'p>,
    pub(crate) choices: &'a Choices,
    pub(crate) facts: Facts,
    pub(crate) analysis: &'a Analysis,
    /// The objective of the plan before leveling.
    pub(crate) was: Score,
    pub(crate) before: Schedule,
}

/// An exchange on a task: the resources by number, and the choice.
struct Exchange {
    node: u32,
    from: u32,
    to: u32,
    choice: usize,
}

impl Staff<'_, '_> {
    /// The report of a plan with the people found for it.
    pub(crate) fn report(&self, staffed: &Staffed) -> Result<LevelReport, Issues> {
        let exchanges = self.exchanges(staffed);
        let id = |number: u32| &self.compiled.index.resource(number).id;
        let reassigned: Vec<Reassigned> = exchanges
            .iter()
            .map(|one| Reassigned {
                task: self.compiled.index.task(one.node).id.clone(),
                from: id(one.from).clone(),
                to: id(one.to).clone(),
            })
            .collect();
        let plan = self.plan.reassigned(reassigned.iter().map(|one| (&one.task, &one.from, &one.to)))?;
        let mut compiled = compile(&plan)?;
        if self.compiled.is_split {
            compiled.split();
        }
        for held in &mut compiled.network.held {
            held.delay = 0;
            held.alap = false;
        }
        let mut problem = renewed(self.facts.clone(), &compiled.network, &compiled.uses);
        if problem.goals.contains(&Goal::Cost) {
            problem.facts.objective.labor = Labor::new(&compiled, &problem.early, &problem.fixed);
        }
        let past = vec![Time::DISTANT_PAST; compiled.network.nodes.len()];
        let unknown = Dates { start: past.clone(), finish: past };
        let least = staffed.least.as_ref().unwrap_or(&unknown);
        let before = self.before.clone();
        let basis = Basis { before: self.analysis, was: self.was, least };
        let mut report = explain::report(&compiled, &problem, &basis, before, &staffed.outcome)?;
        let clock = plan.program.scheduling.clock;
        let calendars = Calendars::compile(&plan.calendars, clock, &mut Vec::new());
        let lies = Lies { staff: self, compiled: &compiled, report: &report, calendars };
        report.reassignments = exchanges.iter().map(|one| lies.reassignment(one, staffed)).collect();
        report.schedule.reassigned = reassigned;
        Ok(report)
    }

    /// By task, then former resource, as their numbers are.
    fn exchanges(&self, staffed: &Staffed) -> Vec<Exchange> {
        let mut found = Vec::new();
        for (choice, (one, mode)) in self.choices.list.iter().zip(&staffed.modes).enumerate() {
            for &(from, to) in &one.modes[*mode as usize].exchanged {
                found.push(Exchange { node: one.node, from, to, choice });
            }
        }
        found.arrange_by_key(|one| (one.node, one.from));
        found
    }
}

/// The leveled plan with its people.
struct Lies<'a, 'b, 'p> {
    staff: &'a Staff<'b, 'p>,
    compiled: &'a Compiled<'a>,
    report: &'a LevelReport,
    calendars: Calendars,
}

impl Lies<'_, '_, '_> {
    fn reassignment(&self, one: &Exchange, staffed: &Staffed) -> Reassignment {
        let index = &self.compiled.index;
        let (from, to) = (index.resource(one.from), index.resource(one.to));
        let row = &self.report.schedule.tasks[one.node as usize];
        let start = row.start.time();
        let used = |uses: &[Use], resource: u32| uses.iter().find(|one| one.resource == resource).copied();
        let is = used(self.compiled.uses.of(one.node), one.to);
        let was = used(self.staff.compiled.uses.of(one.node), one.from);
        let began = self.staff.analysis.early.start[one.node as usize];
        let cost_after = is.map_or(Money::ZERO, |is| self.price(self.compiled, one.node, &is, start));
        let cost_before =
            was.map_or(Money::ZERO, |was| self.price(self.staff.compiled, one.node, &was, began));
        let saving = staffed.savings.get(one.choice).cloned().unwrap_or_default();
        let work = is.map_or(0, |is| share(asked(self.compiled, one.node, &is), &is, is.duration) / WHOLE);
        let work = i64::try_from(work).unwrap_or(i64::MAX / 8);
        let cause = self.cause(one, was.as_ref(), is.as_ref(), start);
        let message = message(&from.id, &to.id, to.market.as_deref(), &cause, cost_before, cost_after);
        Reassignment {
            task: row.id.clone(),
            from: from.id.clone(),
            to: to.id.clone(),
            market: to.market.clone(),
            work: Work(work),
            cost_before,
            cost_after,
            saving,
            cause,
            message,
        }
    }

    /// Who has the former resource while the task is done by another, or until when it is away.
    fn cause(&self, one: &Exchange, was: Option<&Use>, is: Option<&Use>, start: Time) -> Cause {
        let Some(was) = was else { return Cause::Choice };
        let network = &self.staff.compiled.network;
        let timeline = network.timeline(was.calendar);
        let (begin, end) = timeline.span_after(start, Work(was.duration));
        let rows = &self.report.schedule.tasks;
        let mut holders: Vec<u32> = (0..network.tasks as u32)
            .filter(|node| *node != one.node)
            .filter(|node| self.compiled.uses.of(*node).iter().any(|other| other.resource == one.from))
            .filter(|node| {
                // Between what is done and the rest of interrupted work nobody is busy with it.
                let row = &rows[*node as usize];
                let stop = row.stop.unwrap_or(row.finish);
                let resume = row.resume.unwrap_or(row.start);
                let lies = [(row.start, stop), (resume, row.finish)];
                lies.iter().any(|(from, to)| from.time() < end && to.time() > start)
            })
            .collect();
        holders.arrange_by_key(|node| (rows[*node as usize].start, *node));
        let resource = self.compiled.index.resource(one.from).id.clone();
        let busy = holders.iter().map(|node| rows[*node as usize].finish.time()).max();
        let is_full = |node: &u32| {
            let parts = |of: &[Use]| {
                of.iter().filter(|other| other.resource == one.from).map(|other| other.parts).max()
            };
            let capacity = self.compiled.uses.pools[one.from as usize].capacity;
            parts(self.compiled.uses.of(*node)).unwrap_or(0).saturating_add(was.parts) > capacity
        };
        if let Some(until) = busy.filter(|_| holders.iter().any(is_full)) {
            return Cause::Resource {
                resource,
                until: network.stamp(timeline.next_work(until)),
                held_by: self.compiled.ids(&holders),
            };
        }
        let finish = rows[one.node as usize].finish.time();
        let is_as_fast = is.is_none_or(|is| was.duration <= is.duration);
        if begin > start || (end > finish && is_as_fast) {
            let until = timeline.next_work(if begin > start { begin } else { finish });
            return Cause::Resource { resource, until: network.stamp(until), held_by: Vec::new() };
        }
        Cause::Choice
    }

    /// What a use costs from some start on: work at the rates of its days, and the use itself.
    fn price(&self, compiled: &Compiled<'_>, node: u32, one: &Use, start: Time) -> Money {
        let asked = asked(compiled, node, one);
        let resource = compiled.index.resource(one.resource);
        let plan = compiled.index.plan;
        // Days of rates begin in the zone of the resource's calendar.
        let utc = crate::calendar::Zone::utc();
        let calendar = resource.calendar.as_ref().or(plan.program.calendar.as_ref());
        let zone = calendar.and_then(|id| self.calendars.get(id)).map_or(&utc, |found| &found.zone);
        let clock = plan.program.scheduling.clock;
        let mut rates: Vec<(Time, &Rate)> = (resource.rates.iter())
            .map(|rate| {
                let begins = rate.from.map(|day| to_axis(When::from(day).start(), zone, clock));
                (begins.unwrap_or(Time::DISTANT_PAST), rate)
            })
            .collect();
        rates.arrange_by_key(|(begins, _)| *begins);
        let timeline = compiled.network.timeline(one.calendar);
        let mut sum = Money::ZERO;
        for (position, (begins, rate)) in rates.iter().enumerate() {
            let ends = rates.get(position + 1).map_or(Time::NEVER, |next| next.0);
            let from = timeline.worked(start).0;
            let to = from + one.duration;
            let first = if *begins > start { timeline.worked(*begins).0.max(from) } else { from };
            let last = if ends < Time::NEVER { timeline.worked(ends).0.min(to) } else { to };
            let seconds = match rate.per {
                Per::Hour => 3_600,
                Per::Day => plan.program.work_units().day.0,
                Per::Unit => continue,
            };
            if first < last {
                let done = share(asked, one, last - from) - share(asked, one, first - from);
                sum += priced(rate.standard, done, i128::from(seconds.max(1)) * WHOLE);
            }
            if *begins <= start && start < ends {
                sum += rate.per_use;
            }
        }
        sum
    }
}

/// Seconds of work that an assignment asks for in all, if it does.
fn asked(compiled: &Compiled<'_>, node: u32, one: &Use) -> Option<i64> {
    let index = &compiled.index;
    let at = index.assignments_of(node).iter().find(|at| at.resource == one.resource)?;
    match index.assignment(*at).work?.span(index.plan.program.work_units()) {
        Span::Working(work) => Some(work.0.max(0)),
        Span::Elapsed(wall) => Some(wall.0.max(0)),
    }
}

/// Work in the first so many seconds of a use, in ten-thousandths of a second of one whole resource.
fn share(asked: Option<i64>, one: &Use, seconds: i64) -> i128 {
    match asked {
        Some(work) if one.duration > 0 => {
            i128::from(work) * WHOLE * i128::from(seconds) / i128::from(one.duration)
        }
        _ => i128::from(one.parts) * i128::from(seconds),
    }
}

/// A rate for so much of what it is paid for, rounded half away from zero.
fn priced(rate: Money, amount: i128, of: i128) -> Money {
    let exact = i128::from(rate.as_cents()).saturating_mul(amount);
    let half = if exact < 0 { -(of / 2) } else { of / 2 };
    Money::cents(i64::try_from(exact.saturating_add(half) / of).unwrap_or(i64::MAX))
}

fn message(
    from: &ResourceId,
    to: &ResourceId,
    market: Option<&str>,
    cause: &Cause,
    before: Money,
    after: Money,
) -> String {
    let home = market.map_or(String::new(), |market| format!(" ({market})"));
    let why = match cause {
        Cause::Resource { held_by, until, .. } if held_by.is_empty() => {
            format!("`{from}` is away until {until}")
        }
        Cause::Resource { held_by, .. } => {
            let first = held_by.first().map(ToString::to_string).unwrap_or_default();
            match held_by.len() {
                1 => format!("`{from}` is busy with `{first}`"),
                more => format!("`{from}` is busy with `{first}` and {} more", more - 1),
            }
        }
        _ => format!("it serves the objective better than `{from}`"),
    };
    let cost = if before == after {
        format!("costs {after} as before")
    } else {
        format!("costs {after} instead of {before}")
    };
    format!("`{to}`{home} does it instead of `{from}`: {why}; {cost}")
}

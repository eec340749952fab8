//! Who is asked for more than there is of them, moment by moment.

use crate::sort::Arrange;
use std::collections::BTreeSet;

use super::facts::{Booking, Fact, Facts};
use super::work_time::{FIRST, Hours, LAST};
use crate::TaskId;
use crate::plan::Resource;
use crate::quantity::{Span, Units, Work};
use crate::schedule::Overload;

/// A stretch of time in which a task asks for some of a resource.
struct Demand<'a> {
    from: i64,
    to: i64,
    parts: i64,
    task: &'a TaskId,
}

/// A stretch of time in which the demand on a resource does not change and is above its capacity.
#[derive(Clone, Copy)]
struct Over {
    from: i64,
    to: i64,
    demand: i64,
    /// Ten-thousandths of a second of work above capacity.
    excess: i128,
}

/// Spans of overload of every resource that works, by resource, then time. Stretches of overload are one
/// span when nothing but time off work lies between them.
pub(super) fn overloads(facts: &Facts<'_>) -> Vec<Overload> {
    let mut demands: Vec<Vec<Demand<'_>>> = facts.plan.resources.iter().map(|_| Vec::new()).collect();
    for fact in facts.leaves() {
        for booking in &fact.bookings {
            let stretches = stretches(facts, fact, booking);
            demands[booking.resource].extend(stretches.into_iter().map(|(from, to)| Demand {
                from,
                to,
                parts: booking.parts,
                task: &fact.task.id,
            }));
        }
    }
    let mut order: Vec<usize> = (0..demands.len()).collect();
    order.arrange_by_key(|position| &facts.plan.resources[*position].id);
    order.into_iter().flat_map(|position| overloads_of(facts, position, &demands[position])).collect()
}

/// When an assignment works: its share of the task laid out from the task's start, what is left of a
/// started task after what is done.
fn stretches(facts: &Facts<'_>, fact: &Fact<'_>, booking: &Booking<'_>) -> Vec<(i64, i64)> {
    let Some(dates) = fact.dates().filter(|(start, finish)| start < finish) else { return Vec::new() };
    if booking.parts <= 0 {
        return Vec::new();
    }
    let whole_time = matches!(fact.length, Span::Elapsed(_));
    let parts = super::dates::parts_of_work(facts, fact, booking, dates);
    parts
        .into_iter()
        .flat_map(|(from, to)| {
            if whole_time {
                vec![(from.max(FIRST), to.min(LAST))]
            } else {
                facts.time.stretches(booking.hours, from, to)
            }
        })
        .filter(|(from, to)| from < to)
        .collect()
}

fn overloads_of(facts: &Facts<'_>, position: usize, demands: &[Demand<'_>]) -> Vec<Overload> {
    let resource = &facts.plan.resources[position];
    let home = facts.time.number_or_program(resource.calendar.as_deref());
    let mut spans: Vec<Vec<Over>> = Vec::new();
    let mut last_demand = i64::MIN;
    for (over, is_over) in segments(facts, resource, home, demands) {
        if is_over {
            let joins = spans.last().and_then(|span| span.last()).is_some_and(|last| {
                last.to == last_demand && facts.time.work_between(Hours::of(home), last.to, over.from) == 0
            });
            match spans.last_mut() {
                Some(span) if joins => span.push(over),
                _ => spans.push(vec![over]),
            }
        }
        last_demand = over.to;
    }
    with_tasks(facts, resource, &spans, demands)
}

/// The stretches of time with a demand that does not change, in order, and whether it is above capacity.
fn segments(
    facts: &Facts<'_>,
    resource: &Resource,
    home: usize,
    demands: &[Demand<'_>],
) -> Vec<(Over, bool)> {
    let mut steps: Vec<(i64, i64, i64)> = resource
        .availability
        .iter()
        .map(|step| {
            let (from, to) = (facts.time.opening(home, step.from), facts.time.ending(home, step.to));
            (from, to, i64::from(step.units.as_parts()))
        })
        .collect();
    steps.arrange();
    let capacity_at = |at: i64| {
        let before = steps.partition_point(|step| step.0 <= at);
        let step = before.checked_sub(1).map(|index| steps[index]).filter(|step| at < step.1);
        step.map_or(i64::from(resource.capacity.as_parts()), |step| step.2)
    };
    // At each moment: how much the demand changes. Steps change nothing but cut.
    let mut changes: Vec<(i64, i64)> = Vec::new();
    changes
        .extend(demands.iter().flat_map(|demand| [(demand.from, demand.parts), (demand.to, -demand.parts)]));
    changes.extend(steps.iter().flat_map(|step| [(step.0, 0), (step.1, 0)]));
    changes.arrange();
    let mut found = Vec::new();
    let mut demand = 0;
    for (index, (from, change)) in changes.iter().enumerate() {
        demand += change;
        let Some((to, _)) = changes.get(index + 1) else { break };
        if demand > 0 && from < to {
            let above = demand - capacity_at(*from);
            let excess = i128::from(above.max(0)) * i128::from(to - from);
            found.push((Over { from: *from, to: *to, demand, excess }, above > 0));
        }
    }
    found
}

/// The spans with the tasks that ask for something in them.
fn with_tasks(
    facts: &Facts<'_>,
    resource: &Resource,
    spans: &[Vec<Over>],
    demands: &[Demand<'_>],
) -> Vec<Overload> {
    let mut waiting: Vec<&Demand<'_>> = demands.iter().collect();
    waiting.arrange_by_key(|demand| std::cmp::Reverse(demand.from));
    let mut open: Vec<&Demand<'_>> = Vec::new();
    let mut found = Vec::with_capacity(spans.len());
    // Whole seconds of the running sum, so that the spans add up to the whole.
    let (mut sum, mut rounded) = (0i128, 0i128);
    for span in spans {
        let (Some(first), Some(last)) = (span.first(), span.last()) else { continue };
        open.retain(|demand| demand.to > first.from);
        while let Some(next) = waiting.pop_if(|demand| demand.from < last.to) {
            open.push(next);
        }
        let asking = open.iter().filter(|demand| demand.to > first.from);
        let tasks: BTreeSet<&TaskId> = asking.map(|demand| demand.task).collect();
        let peak = span.iter().map(|over| over.demand).max().unwrap_or(0);
        sum += span.iter().map(|over| over.excess).sum::<i128>();
        let excess = (sum + 5_000) / 10_000 - rounded;
        rounded += excess;
        found.push(Overload {
            resource: resource.id.clone(),
            from: facts.time.stamp(first.from),
            to: facts.time.stamp(last.to),
            peak: Units::from_parts(u32::try_from(peak).unwrap_or(u32::MAX)),
            excess: Work(i64::try_from(excess).unwrap_or(i64::MAX / 8)),
            tasks: tasks.into_iter().cloned().collect(),
        });
    }
    found
}

//! The evenest load: each task alone, or all work of a resource spread evenly over the time that it has.

use super::super::problem::Problem;
use super::super::problem::goal::narrow;
use crate::quantity::Time;
use crate::schedule::critical_path::Ask;
use crate::sort::Arrange;

/// No leveled plan has less use squared over time, in ten-thousandths of a squared resource times seconds.
///
/// Use is at least that of each task alone, so its square over time is at least the sum of the tasks' squares;
/// and by convexity at least the square of all work divided by the time from the first head to the last tail.
pub(crate) fn least(problem: &Problem<'_>) -> i64 {
    let count = problem.uses.pools.len();
    // Squares of fixed and of movable uses, all work, and the time for it.
    let mut alone = vec![0i128; count];
    let mut work = vec![0i128; count];
    let mut window = vec![(i64::MAX, i64::MIN); count];
    let mut fixed: Vec<Vec<(i64, i64)>> = vec![Vec::new(); count];
    let mut spans = Vec::new();
    for node in 0..problem.network.tasks as u32 {
        let at = node as usize;
        let (start, finish) = (problem.early.start[at], problem.early.finish[at]);
        for one in problem.limits(node) {
            let (resource, parts) = (one.resource as usize, i64::from(one.parts));
            problem.spans(one, start, finish, &mut spans);
            let seconds: i64 = spans.iter().map(|(from, to)| to - from).sum();
            let Some((head, mut tail)) = spans.first().zip(spans.last()).map(|(a, b)| (a.0, b.1)) else {
                continue;
            };
            if problem.fixed[at] {
                let ends = spans.iter().flat_map(|(from, to)| [(*from, parts), (*to, -parts)]);
                fixed[resource].extend(ends);
            } else {
                // Laid out elsewhere it may take other seconds of its resource.
                let counted = problem.counted_on[resource] == one.calendar;
                alone[resource] += i128::from(parts * parts) * i128::from(if counted { seconds } else { 0 });
                tail = if counted { last_second(problem, node, one.resource) } else { i64::MAX };
            }
            work[resource] += i128::from(parts) * i128::from(seconds);
            window[resource] = (window[resource].0.min(head), window[resource].1.max(tail));
        }
    }
    for done in problem.done.iter().filter(|done| problem.leveled[done.resource as usize]) {
        let (resource, parts, (from, to)) = (done.resource as usize, i64::from(done.parts), done.span);
        fixed[resource].extend([(from, parts), (to, -parts)]);
        work[resource] += i128::from(parts) * i128::from(to - from);
        window[resource] = (window[resource].0.min(from), window[resource].1.max(to));
    }
    let mut sum = 0i128;
    for (resource, mut events) in fixed.into_iter().enumerate() {
        events.arrange();
        let (mut now, mut last) = (0i128, 0);
        for (at, parts) in events {
            alone[resource] += now * now * i128::from(at - last);
            (now, last) = (now + i128::from(parts), at);
        }
        let (head, tail) = window[resource];
        let even = match tail {
            i64::MAX | i64::MIN => 0,
            _ => work[resource].saturating_mul(work[resource]) / i128::from((tail - head).max(1)),
        };
        sum += alone[resource].max(even);
    }
    narrow(sum / 10_000)
}

/// The last second of its resource that a node can take.
fn last_second(problem: &Problem<'_>, node: u32, resource: u32) -> i64 {
    let hard = problem.hard[node as usize];
    if hard >= Time::NEVER {
        return i64::MAX;
    }
    let (start, finish) = problem.network.settle(node, Ask { start: hard, finish: Time::DISTANT_PAST });
    let mut spans = Vec::new();
    let uses = problem.limits(node).filter(|one| one.resource == resource);
    let mut last = i64::MIN;
    for one in uses {
        problem.spans(one, start, finish, &mut spans);
        last = last.max(spans.last().map_or(i64::MIN, |span| span.1));
    }
    last
}

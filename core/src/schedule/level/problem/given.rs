//! What the options say about dates: a given plan, and the moment before which nothing new starts.

use super::super::options::{Goal, LevelOptions, Reference};
use super::goal::Given;
use crate::Issues;
use crate::quantity::Time;
use crate::schedule::compile::{Compiled, to_axis};

/// Where the given plan has each node, if there is one; leveling delays are still in the network.
pub(crate) fn read(compiled: &Compiled<'_>, options: &LevelOptions) -> Result<Option<Given>, Issues> {
    let count = compiled.network.nodes.len();
    let asked = options.objective.iter().any(|part| part.has(Goal::Change));
    let plan = compiled.index.plan;
    let mut given = Given { start: vec![Time::NEVER; count], until: vec![Time::NEVER; count] };
    let by_plan = Reference::Plan;
    match options.reference.as_ref().or(asked.then_some(&by_plan)) {
        None => return Ok(None),
        Some(Reference::Plan) => {
            let starts = compiled.network.analyze(&[]).early.start;
            let leaves = (0..compiled.network.tasks).filter(|node| compiled.network.is_leaf(*node as u32));
            for node in leaves.filter(|node| starts[*node].is_finite()) {
                (given.start[node], given.until[node]) = (starts[node], starts[node]);
            }
        }
        Some(Reference::Schedule { schedule }) => {
            for row in &schedule.tasks {
                if let Ok(node) = compiled.ids.binary_search(&row.id) {
                    let held = compiled.network.held(node as u32);
                    let start = match row.resume {
                        _ if !held.is_some_and(|held| held.rest) => row.start.time(),
                        Some(resume) => resume.time(),
                        None => compiled.rest(node as u32).map_or(row.start.time(), |rest| rest.resume),
                    };
                    (given.start[node], given.until[node]) = (start, start);
                }
            }
        }
        Some(Reference::Baseline { baseline }) => {
            let clock = plan.program.scheduling.clock;
            let utc = crate::calendar::Zone::utc();
            let zone = compiled.network.zone.as_ref().unwrap_or(&utc);
            let tasks = plan.baselines.iter().filter(|one| one.id == *baseline).flat_map(|one| &one.tasks);
            for task in tasks {
                let node = compiled.ids.binary_search(&task.task);
                let is_rest =
                    |node: &usize| compiled.network.held(*node as u32).is_some_and(|held| held.rest);
                if let Some(node) = node.ok().filter(|node| !is_rest(node)) {
                    given.start[node] = to_axis(task.start.start(), zone, clock);
                    let until = if task.start.time.is_some() { task.start.start() } else { task.start.end() };
                    given.until[node] = to_axis(until, zone, clock);
                }
            }
        }
    }
    Ok(Some(given))
}

/// The moment before which no task that has not started may start, by node; empty if there is none.
pub(crate) fn floors(compiled: &Compiled<'_>, options: &LevelOptions) -> Vec<Time> {
    let Some(when) = options.not_before else { return Vec::new() };
    let utc = crate::calendar::Zone::utc();
    let zone = compiled.network.zone.as_ref().unwrap_or(&utc);
    let floor = to_axis(when.start(), zone, compiled.index.plan.program.scheduling.clock);
    let network = &compiled.network;
    (0..network.nodes.len() as u32)
        .map(|node| if network.is_leaf(node) { floor } else { Time::DISTANT_PAST })
        .collect()
}

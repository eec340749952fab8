//! Where the delay of one campaign reaches another.
//!
//! A gate is a task outside every campaign that waits, directly or through other such tasks, for a
//! task of one campaign while a task of another campaign waits for it. Links that join two campaigns
//! without a task between them are counted for each pair.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::facts::{Facts, TaskFact};
use super::words;
use crate::plan::index::PlanIndex;

/// Campaigns kept on each side of a gate.
const MOST_CAMPAIGNS: usize = 64;

/// A task through which campaigns delay each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gate {
    /// Number of the task.
    pub(crate) task: u32,
    /// Lanes it waits for.
    pub(crate) from: Vec<usize>,
    /// Lanes that wait for it.
    pub(crate) to: Vec<usize>,
    /// Links into it from tasks of campaigns.
    pub(crate) links_in: usize,
    /// Links out of it to tasks of campaigns.
    pub(crate) links_out: usize,
}

/// Links that join two campaigns directly.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Crossing {
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Pairs of task numbers, in order.
    pub(crate) links: Vec<(u32, u32)>,
}

/// Every way from one campaign to another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Gates {
    pub(crate) gates: Vec<Gate>,
    pub(crate) crossings: Vec<Crossing>,
}

/// Finds the gates of a plan; lane 0 is the program's own.
///
/// # Complexity
/// O(links × campaigns on a side), at most 64 on each side.
pub(crate) fn find(index: &PlanIndex<'_>, tasks: &[TaskFact<'_>], lanes: usize) -> Gates {
    if lanes < 3 {
        return Gates::default();
    }
    let lane = |number: u32| tasks.get(number as usize).map_or(0, |fact| fact.lane);
    let mut crossings: BTreeMap<(usize, usize), Vec<(u32, u32)>> = BTreeMap::new();
    let mut counts: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    let mut inner: Vec<(u32, u32)> = Vec::new();
    let (mut before, mut after) = (Reach::default(), Reach::default());
    for link in &index.links {
        match (lane(link.from), lane(link.to)) {
            (0, 0) => inner.push((link.from, link.to)),
            (0, to) => {
                counts.entry(link.from).or_default().1 += 1;
                after.add(link.from, to);
            }
            (from, 0) => {
                counts.entry(link.to).or_default().0 += 1;
                before.add(link.to, from);
            }
            (from, to) if from != to => crossings.entry((from, to)).or_default().push((link.from, link.to)),
            _ => {}
        }
    }
    let backwards: Vec<(u32, u32)> = inner.iter().map(|&(from, to)| (to, from)).collect();
    before.spread(&inner);
    after.spread(&backwards);
    let gates = before
        .0
        .iter()
        .filter_map(|(&task, from)| {
            let to = after.0.get(&task)?;
            let crosses = from.len() > 1 || to.len() > 1 || from != to;
            let (links_in, links_out) = counts.get(&task).copied().unwrap_or_default();
            crosses.then(|| Gate {
                task,
                from: from.iter().copied().collect(),
                to: to.iter().copied().collect(),
                links_in,
                links_out,
            })
        })
        .collect();
    let crossings = crossings.into_iter().map(|((from, to), links)| Crossing { from, to, links }).collect();
    Gates { gates, crossings }
}

/// Lanes that reach a task of the program.
#[derive(Default)]
struct Reach(BTreeMap<u32, BTreeSet<usize>>);

impl Reach {
    fn add(&mut self, task: u32, lane: usize) -> bool {
        let lanes = self.0.entry(task).or_default();
        lanes.len() < MOST_CAMPAIGNS && lanes.insert(lane)
    }

    /// Carries the lanes along links between tasks of the program until nothing changes.
    fn spread(&mut self, links: &[(u32, u32)]) {
        let mut next: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for &(from, to) in links {
            next.entry(from).or_default().push(to);
        }
        let mut queue: VecDeque<u32> = self.0.keys().copied().collect();
        while let Some(task) = queue.pop_front() {
            let lanes: Vec<usize> = self.0.get(&task).into_iter().flatten().copied().collect();
            for &to in next.get(&task).into_iter().flatten() {
                let mut grew = false;
                for &lane in &lanes {
                    grew |= self.add(to, lane);
                }
                if grew {
                    queue.push_back(to);
                }
            }
        }
    }
}

/// One sentence for each gate, then one for each pair of campaigns joined directly.
pub(crate) fn sentences(facts: &Facts<'_>) -> Vec<String> {
    let lane = |index: &usize| facts.lanes.get(*index).map_or("", |lane| lane.id()).to_owned();
    let id =
        |number: u32| facts.tasks.get(number as usize).map_or("", |fact| fact.task.id.as_str()).to_owned();
    let mut out = Vec::new();
    for gate in &facts.gates.gates {
        let name = words::clean(&id(gate.task), 60);
        let held: Vec<String> = facts
            .tasks
            .get(gate.task as usize)
            .and_then(|fact| fact.after)
            .map_or(Vec::new(), |row| row.drivers.iter().map(ToString::to_string).collect());
        let held =
            if held.is_empty() { String::new() } else { format!("; now held by {}", words::list(&held, 3)) };
        let into = |to: &usize| {
            let from: Vec<String> = gate.from.iter().filter(|from| *from != to).map(lane).collect();
            (!from.is_empty()).then(|| format!("delays of {} reach {}", words::list(&from, 6), lane(to)))
        };
        let ways: Vec<String> = gate.to.iter().filter_map(into).collect();
        out.push(format!(
            "{name} is the gate where {} ({} in, {} out{held})",
            ways.join(", "),
            words::count(gate.links_in, "link", "links"),
            words::count(gate.links_out, "link", "links"),
        ));
    }
    for crossing in &facts.gates.crossings {
        let links: Vec<String> =
            crossing.links.iter().take(4).map(|(from, to)| format!("{} → {}", id(*from), id(*to))).collect();
        let rest = crossing.links.len() - links.len();
        let rest = if rest > 0 { format!(" and {} more", words::whole(rest as u64)) } else { String::new() };
        out.push(format!(
            "{} delays {} directly by {}: {}{rest}",
            lane(&crossing.from),
            lane(&crossing.to),
            words::count(crossing.links.len(), "link", "links"),
            links.iter().map(|link| words::clean(link, 80)).collect::<Vec<_>>().join(", ")
        ));
    }
    out
}

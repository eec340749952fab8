//! Levels of effort: work that stretches between what it accompanies.
//!
//! Their links are none of the network's, so they move nothing; their dates are found from those of the others, early
//! from early and late from late.

use super::super::critical_path::Dates;
use super::super::network::{Edge, Kind, Network, Stretch};
use super::super::sweep::Counted;
use super::super::topology::parents_first;
use super::{Compiler, into_start, out_of_finish};
use rustc_hash::FxHashMap;

use crate::Issue;
use crate::plan::{Plan, Task, TaskType};
use crate::quantity::Time;
use crate::sort::Arrange;

/// Levels of effort as they are gathered.
#[derive(Default)]
pub(super) struct Efforts {
    pub(super) any: bool,
    pub(super) stretches: Vec<Stretch>,
    /// Summary of each task, if one has no links.
    pub(super) parents: Vec<u32>,
    /// Where the stretch of each is.
    at: FxHashMap<u32, usize>,
}

impl Efforts {
    pub(super) fn new(plan: &Plan) -> Self {
        Self { any: plan.tasks.iter().any(|task| task.level_of_effort), ..Self::default() }
    }
}

impl Compiler<'_, '_> {
    /// Whether the calendar of a task alone decides when it is worked on.
    pub(super) fn goes_by_home(&self, task: &Task) -> bool {
        task.ignore_resource_calendars || task.task_type == TaskType::FixedDuration || task.level_of_effort
    }

    /// Puts levels of effort in the order of their nodes.
    pub(super) fn close_stretches(&mut self) {
        self.efforts.stretches.arrange_by(|a, b| a.node.cmp(&b.node));
        let efforts = self.nodes.iter().filter(|node| node.kind == Kind::Effort).count();
        if efforts > self.efforts.stretches.len() {
            self.efforts.parents.clone_from(&self.index.parent);
        }
    }

    /// Takes a link of a level of effort, and whether it is one. One between two of them says nothing, nor does one with
    /// a summary.
    pub(super) fn link_effort(&mut self, edge: Edge) -> bool {
        let count = self.index.tasks.len() as u32;
        let is_effort = |node: u32| node < count && self.nodes[node as usize].kind == Kind::Effort;
        let node = match (is_effort(edge.from), is_effort(edge.to)) {
            (false, false) => return false,
            (true, false) if edge.to < count => edge.from,
            (false, true) if edge.from < count => edge.to,
            _ => {
                let id = &self.index.task(if is_effort(edge.from) { edge.from } else { edge.to }).id;
                let message = format!(
                    "`{id}` is a level of effort: its links to summaries and to others of its kind count for nothing"
                );
                self.issues.push(
                    Issue::warning("effort-link", format!("tasks/{id}/level_of_effort"), message)
                        .with_help("link it to the tasks that it accompanies"),
                );
                return true;
            }
        };
        let Efforts { stretches, at, .. } = &mut self.efforts;
        let known = *at.entry(node).or_insert_with(|| {
            stretches.push(Stretch { node, edges: Vec::new() });
            stretches.len() - 1
        });
        stretches[known].edges.push(edge);
        true
    }
}

impl Network {
    /// Lays levels of effort between what they accompany. Without an end to start with it starts with the program,
    /// without one to finish with it has no length, and without any links it is as long as the others under its summary.
    pub(crate) fn stretch(&self, dates: &mut Dates, counts: &mut [Counted]) {
        let under = self.under(dates);
        for node in (0..self.tasks as u32).filter(|node| self.has_effort(*node)) {
            let at = node as usize;
            let links = self.stretches.binary_search_by_key(&node, |stretch| stretch.node);
            let edges =
                links.ok().and_then(|at| self.stretches.get(at)).map_or(&[][..], |found| &found.edges);
            let (mut start, mut finish) = match self.parents.get(at) {
                Some(parent) if edges.is_empty() => under[(*parent).min(self.tasks as u32) as usize],
                _ => (Time::NEVER, Time::DISTANT_PAST),
            };
            for edge in edges {
                let (of_start, moment) = if edge.to == node {
                    let from = edge.from as usize;
                    (into_start(edge.kind), self.bound(edge, dates.start[from], dates.finish[from]))
                } else {
                    let to = edge.to as usize;
                    let end = if into_start(edge.kind) { dates.start[to] } else { dates.finish[to] };
                    (!out_of_finish(edge.kind), self.latest(edge, end))
                };
                if of_start {
                    start = start.min(moment);
                } else {
                    finish = finish.max(moment);
                }
            }
            if let Some(begun) = self.held(node).filter(|held| held.started()).and_then(|held| held.actual) {
                start = begun.0;
                if self.held(node).is_some_and(|held| held.finished) {
                    finish = begun.1;
                }
            } else {
                let first = if start >= Time::NEVER { self.origin } else { start.max(self.origin) };
                start = self.timeline(self.nodes[at].calendar).next_work(first);
            }
            let timeline = self.timeline(self.nodes[at].calendar);
            let finish = if finish.is_finite() { timeline.previous_work(finish).max(start) } else { start };
            dates.start[at] = start;
            dates.finish[at] = finish;
            counts[at] =
                Counted { start: timeline.worked(start).0 as u32, finish: timeline.worked(finish).0 as u32 };
        }
    }

    /// First start and last finish of the work under each summary, and of all at the end; empty if nobody asks.
    fn under(&self, dates: &Dates) -> Vec<(Time, Time)> {
        if self.parents.is_empty() {
            return Vec::new();
        }
        let mut under = vec![(Time::NEVER, Time::DISTANT_PAST); self.tasks + 1];
        for node in parents_first(&self.parents).into_iter().rev() {
            let at = node as usize;
            let own = match self.nodes[at].kind {
                Kind::Effort => continue,
                Kind::Unused => under[at],
                _ => (dates.start[at], dates.finish[at]),
            };
            let above = (self.parents[at] as usize).min(self.tasks);
            under[above] = (under[above].0.min(own.0), under[above].1.max(own.1));
        }
        under
    }

    fn has_effort(&self, node: u32) -> bool {
        self.nodes[node as usize].kind == Kind::Effort
    }
}

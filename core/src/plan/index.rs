//! Names resolved once: ids to dense numbers in an order that does not depend on the document's.

use rustc_hash::FxHashMap;

use super::{Assignment, Dependency, Plan, Resource, Task};
use crate::Issue;
use crate::error::nearest;

/// No parent.
pub(crate) const NONE: u32 = u32::MAX;

/// A dependency between tasks by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LinkIndex {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// Position in `plan.dependencies`.
    pub(crate) source: u32,
}

/// An assignment by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct AssignmentIndex {
    pub(crate) task: u32,
    pub(crate) resource: u32,
    /// Position in `plan.assignments`.
    pub(crate) source: u32,
}

/// The plan with every name resolved. Tasks and resources are numbered in the order of their ids; links and
/// assignments are sorted by those numbers. What cannot be resolved is an issue and left out.
///
/// # Complexity
/// O(n log n) for n tasks, resources, links and assignments.
#[derive(Debug)]
pub(crate) struct PlanIndex<'a> {
    pub(crate) plan: &'a Plan,
    /// Number → position in `plan.tasks`.
    pub(crate) tasks: Vec<u32>,
    /// Number → number of the parent, or [`NONE`].
    pub(crate) parent: Vec<u32>,
    /// Number → whether others name it as their parent.
    pub(crate) is_summary: Vec<bool>,
    /// Number → position in `plan.resources`.
    pub(crate) resources: Vec<u32>,
    /// Sorted by from, to, kind.
    pub(crate) links: Vec<LinkIndex>,
    /// Sorted by task, resource.
    pub(crate) assignments: Vec<AssignmentIndex>,
    /// `assignments[first_assignment[t]..first_assignment[t + 1]]` belong to task `t`.
    pub(crate) first_assignment: Vec<u32>,
}

impl<'a> PlanIndex<'a> {
    /// Resolves every name; duplicate and dangling ids become issues.
    pub(crate) fn build(plan: &'a Plan, issues: &mut Vec<Issue>) -> Self {
        let task_ids: Vec<&str> = plan.tasks.iter().map(|task| task.id.as_str()).collect();
        let (tasks, task_numbers) = number(&task_ids, "tasks", issues);
        let resource_ids: Vec<&str> = plan.resources.iter().map(|resource| resource.id.as_str()).collect();
        let (resources, resource_numbers) = number(&resource_ids, "resources", issues);

        let mut parent = vec![NONE; tasks.len()];
        let mut is_summary = vec![false; tasks.len()];
        for (number, &position) in tasks.iter().enumerate() {
            let task = &plan.tasks[position as usize];
            let Some(name) = &task.parent else { continue };
            match task_numbers.get(name.as_str()) {
                Some(&found) => {
                    parent[number] = found;
                    is_summary[found as usize] = true;
                }
                None => issues.push(unknown("task", name, &format!("tasks/{}/parent", task.id), &task_ids)),
            }
        }

        let mut links = Vec::with_capacity(plan.dependencies.len());
        for (source, link) in (0u32..).zip(&plan.dependencies) {
            match (task_numbers.get(link.from.as_str()), task_numbers.get(link.to.as_str())) {
                (Some(&from), Some(&to)) => links.push(LinkIndex { from, to, source }),
                (from, to) => {
                    let at = format!("dependencies/{}->{}", link.from, link.to);
                    if from.is_none() {
                        issues.push(unknown("task", &link.from, &format!("{at}/from"), &task_ids));
                    }
                    if to.is_none() {
                        issues.push(unknown("task", &link.to, &format!("{at}/to"), &task_ids));
                    }
                }
            }
        }
        links.sort_unstable_by(|a, b| {
            (a.from, a.to).cmp(&(b.from, b.to)).then_with(|| {
                let key = |link: &LinkIndex| {
                    let dependency = &plan.dependencies[link.source as usize];
                    (dependency.kind, dependency.lag.to_string())
                };
                key(a).cmp(&key(b))
            })
        });

        let mut assignments = Vec::with_capacity(plan.assignments.len());
        for (source, assignment) in (0u32..).zip(&plan.assignments) {
            let found = (
                task_numbers.get(assignment.task.as_str()),
                resource_numbers.get(assignment.resource.as_str()),
            );
            match found {
                (Some(&task), Some(&resource)) => {
                    assignments.push(AssignmentIndex { task, resource, source });
                }
                (task, resource) => {
                    let at = format!("assignments/{}/{}", assignment.task, assignment.resource);
                    if task.is_none() {
                        issues.push(unknown("task", &assignment.task, &at, &task_ids));
                    }
                    if resource.is_none() {
                        issues.push(unknown("resource", &assignment.resource, &at, &resource_ids));
                    }
                }
            }
        }
        assignments.sort_unstable_by_key(|a| (a.task, a.resource, a.source));
        let mut first_assignment = vec![0u32; tasks.len() + 1];
        for assignment in &assignments {
            first_assignment[assignment.task as usize + 1] += 1;
        }
        for task in 0..tasks.len() {
            first_assignment[task + 1] += first_assignment[task];
        }

        Self { plan, tasks, parent, is_summary, resources, links, assignments, first_assignment }
    }

    /// The task of a number.
    pub(crate) fn task(&self, number: u32) -> &'a Task {
        &self.plan.tasks[self.tasks[number as usize] as usize]
    }

    /// The resource of a number.
    pub(crate) fn resource(&self, number: u32) -> &'a Resource {
        &self.plan.resources[self.resources[number as usize] as usize]
    }

    /// The dependency of a link.
    pub(crate) fn dependency(&self, link: LinkIndex) -> &'a Dependency {
        &self.plan.dependencies[link.source as usize]
    }

    /// The assignment of an index.
    pub(crate) fn assignment(&self, assignment: AssignmentIndex) -> &'a Assignment {
        &self.plan.assignments[assignment.source as usize]
    }

    /// The assignments of a task, in the order of their resources.
    pub(crate) fn assignments_of(&self, task: u32) -> &[AssignmentIndex] {
        let from = self.first_assignment[task as usize] as usize;
        let to = self.first_assignment[task as usize + 1] as usize;
        &self.assignments[from..to]
    }
}

/// Numbers ids in their sorted order; a repeated id is an issue and keeps the first of its places.
fn number<'a>(ids: &[&'a str], list: &str, issues: &mut Vec<Issue>) -> (Vec<u32>, FxHashMap<&'a str, u32>) {
    let mut order: Vec<(u64, u32)> = (0u32..).zip(ids).map(|(position, id)| (prefix(id), position)).collect();
    order.sort_unstable_by(|a, b| {
        a.0.cmp(&b.0).then_with(|| ids[a.1 as usize].cmp(ids[b.1 as usize])).then(a.1.cmp(&b.1))
    });
    let mut positions = Vec::with_capacity(ids.len());
    let mut numbers = FxHashMap::with_capacity_and_hasher(ids.len(), rustc_hash::FxBuildHasher);
    for (_, position) in order {
        let id = ids[position as usize];
        let next = u32::try_from(positions.len()).unwrap_or(NONE);
        match numbers.entry(id) {
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(next);
                positions.push(position);
            }
            std::collections::hash_map::Entry::Occupied(_) => issues.push(
                Issue::error(
                    "duplicate-id",
                    format!("{list}/{id}"),
                    format!("`{id}` is used more than once"),
                )
                .with_help("give each one an id of its own"),
            ),
        }
    }
    (positions, numbers)
}

/// The first eight bytes as a number that sorts as they do.
fn prefix(id: &str) -> u64 {
    let mut bytes = [0u8; 8];
    let length = id.len().min(8);
    bytes[..length].copy_from_slice(&id.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

fn unknown(kind: &'static str, id: &str, at: &str, known: &[&str]) -> Issue {
    let code = if kind == "task" { "unknown-task" } else { "unknown-resource" };
    let issue = Issue::error(code, at, format!("{kind} `{id}` does not exist"));
    match nearest(id, known.iter().copied()) {
        Some(help) => issue.with_help(help),
        None => issue,
    }
}

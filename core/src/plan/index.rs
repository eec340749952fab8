//! Names resolved once: ids to dense numbers in an order that does not depend on the document's.

mod names;

use super::{Assignment, Dependency, DependencyKind, LagCalendar, Plan, Resource, Task};
use crate::quantity::{Lag, Span, Work, WorkUnits};
use crate::{CalendarId, Issue};
pub(crate) use names::{Names, Probe};

/// Links that are resolved together.
const BLOCK: usize = 32;
/// No parent, no calendar, no lag.
pub(crate) const NONE: u32 = u32::MAX;
/// A name that nothing has.
pub(crate) const UNKNOWN: u32 = u32::MAX - 1;

/// A dependency between tasks by number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LinkIndex {
    pub(crate) from: u32,
    pub(crate) to: u32,
    /// Position in `plan.dependencies`.
    pub(crate) source: u32,
    pub(crate) kind: DependencyKind,
    /// Entry in `lags`, or [`NONE`].
    pub(crate) lag: u32,
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
/// O(n log n) for n tasks, resources, links and assignments; O(n) when they are in order.
#[derive(Debug)]
pub(crate) struct PlanIndex<'a> {
    pub(crate) plan: &'a Plan,
    /// Number → position in `plan.tasks`.
    pub(crate) tasks: Vec<u32>,
    /// Number → number of the parent, or [`NONE`].
    pub(crate) parent: Vec<u32>,
    /// Number → whether others name it as their parent.
    pub(crate) is_summary: Vec<bool>,
    /// Whether every id of a task is of visible ASCII characters only, and not too long.
    pub(crate) plain_ids: bool,
    /// Number of a calendar, in the order of their ids → position in `plan.calendars`.
    pub(crate) calendars: Vec<u32>,
    /// Position in `plan.tasks` → number of its calendar, [`NONE`] if it has none, [`UNKNOWN`] if there is no such.
    pub(crate) task_calendars: Vec<u32>,
    /// Position in `plan.tasks` → how long the task is, if that, its calendar and its assignments are all there is to
    /// know for its dates. Filled by validation, which has read the task anyway.
    pub(crate) plain_work: Vec<Option<Span>>,
    /// Number → position in `plan.resources`.
    pub(crate) resources: Vec<u32>,
    /// Sorted by from, to, kind.
    pub(crate) links: Vec<LinkIndex>,
    /// Lags of the links that have one, and whose time they count in.
    pub(crate) lags: Vec<(Lag, Option<LagCalendar>)>,
    /// Whether any link has a maximum lag.
    pub(crate) has_max_lags: bool,
    /// Sorted by task, resource.
    pub(crate) assignments: Vec<AssignmentIndex>,
    /// `assignments[first_assignment[t]..first_assignment[t + 1]]` belong to task `t`.
    pub(crate) first_assignment: Vec<u32>,
}

impl<'a> PlanIndex<'a> {
    /// Resolves every name; duplicate and dangling ids become issues.
    pub(crate) fn build(plan: &'a Plan, issues: &mut Vec<Issue>) -> Self {
        // Parents are looked for on the way: a plan without any is not read for them again.
        let mut tree = false;
        let mut calendar_ids = Vec::with_capacity(plan.tasks.len());
        let (task_names, tasks, repeated) = Names::number(plan.tasks.iter().map(|task| {
            tree |= task.parent.is_some();
            calendar_ids.push(task.calendar.as_ref().map(CalendarId::as_str));
            task.id.as_str()
        }));
        let (calendar_names, calendars, _) =
            Names::number(plan.calendars.iter().map(|calendar| calendar.id.as_str()));
        let task_calendars = task_calendars(&calendar_ids, &calendar_names);
        drop(calendar_ids);
        issues.extend(repeated.iter().map(|position| duplicate("tasks", &plan.tasks[*position as usize].id)));
        let (resource_names, resources, repeated) =
            Names::number(plan.resources.iter().map(|resource| resource.id.as_str()));
        let again =
            repeated.iter().map(|position| duplicate("resources", &plan.resources[*position as usize].id));
        issues.extend(again);
        let (parent, is_summary) = if tree {
            parents(plan, &tasks, &task_names, issues)
        } else {
            (vec![NONE; tasks.len()], vec![false; tasks.len()])
        };
        let (mut lags, mut has_max_lags) = (Vec::new(), false);
        let links = links(plan, &task_names, &mut lags, &mut has_max_lags, issues);
        let assignments = assignments(plan, &task_names, &resource_names, issues);
        let mut first_assignment = vec![0u32; tasks.len() + 1];
        for assignment in &assignments {
            first_assignment[assignment.task as usize + 1] += 1;
        }
        for task in 0..tasks.len() {
            first_assignment[task + 1] += first_assignment[task];
        }
        Self {
            plan,
            tasks,
            parent,
            is_summary,
            plain_ids: task_names.is_plain(),
            calendars,
            task_calendars,
            plain_work: Vec::new(),
            resources,
            links,
            lags,
            has_max_lags,
            assignments,
            first_assignment,
        }
    }

    /// The task of a number.
    pub(crate) fn task(&self, number: u32) -> &'a Task {
        &self.plan.tasks[self.tasks[number as usize] as usize]
    }

    /// The resource of a number.
    pub(crate) fn resource(&self, number: u32) -> &'a Resource {
        &self.plan.resources[self.resources[number as usize] as usize]
    }

    /// The number of a resource.
    pub(crate) fn find_resource(&self, id: &str) -> Option<u32> {
        let position = |at: &u32| self.plan.resources[*at as usize].id.as_str().cmp(id);
        self.resources.binary_search_by(position).ok().map(|number| number as u32)
    }

    /// The assignment of a resource to a task.
    pub(crate) fn find_assignment(&self, task: &str, resource: &str) -> Option<AssignmentIndex> {
        let position = |at: &u32| self.plan.tasks[*at as usize].id.as_str().cmp(task);
        let task = self.tasks.binary_search_by(position).ok()?;
        let resource = self.find_resource(resource)?;
        self.assignments_of(task as u32).iter().copied().find(|at| at.resource == resource)
    }

    /// How long a task is, if that, its calendar and its assignments are all there is to know for its dates.
    #[inline]
    pub(crate) fn plain_work_of(&self, task: u32) -> Option<Span> {
        self.plain_work.get(self.tasks[task as usize] as usize).copied().flatten()
    }

    /// The number of a task's calendar, [`NONE`] or [`UNKNOWN`].
    pub(crate) fn calendar_of(&self, task: u32) -> u32 {
        self.task_calendars[self.tasks[task as usize] as usize]
    }

    /// The lag of a link, and whose time it counts in.
    #[inline]
    pub(crate) fn lag(&self, link: LinkIndex) -> Option<&(Lag, Option<LagCalendar>)> {
        self.lags.get(link.lag as usize)
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

fn duplicate(list: &str, id: &str) -> Issue {
    Issue::error("duplicate-id", format!("{list}/{id}"), format!("`{id}` is used more than once"))
        .with_help("give each one an id of its own")
}

/// The parent of each task, and whether each is one.
fn parents(plan: &Plan, tasks: &[u32], names: &Names<'_>, issues: &mut Vec<Issue>) -> (Vec<u32>, Vec<bool>) {
    let mut parent = vec![NONE; tasks.len()];
    let mut is_summary = vec![false; tasks.len()];
    let mut near = 0;
    for (number, &position) in tasks.iter().enumerate() {
        let task = &plan.tasks[position as usize];
        let Some(name) = &task.parent else { continue };
        match names.find(name, near) {
            Some(found) => {
                near = found;
                parent[number] = found;
                is_summary[found as usize] = true;
            }
            None => issues.push(unknown("task", name, &format!("tasks/{}/parent", task.id))),
        }
    }
    (parent, is_summary)
}

/// The number of the calendar that each task names.
fn task_calendars(ids: &[Option<&str>], names: &Names<'_>) -> Vec<u32> {
    let number = |id: &Option<&str>| match id {
        Some(id) => names.find(id, NONE).unwrap_or(UNKNOWN),
        None => NONE,
    };
    ids.iter().map(number).collect()
}

fn links(
    plan: &Plan,
    names: &Names<'_>,
    lags: &mut Vec<(Lag, Option<LagCalendar>)>,
    has_max_lags: &mut bool,
    issues: &mut Vec<Issue>,
) -> Vec<LinkIndex> {
    let mut links = Vec::with_capacity(plan.dependencies.len());
    let mut near = 0;
    let mut source = 0;
    // Whether the table of names is needed: not where links lead from one task to the next.
    let mut scattered = false;
    for block in plan.dependencies.chunks(BLOCK) {
        // The texts lie far apart in memory: read for a whole block first, they are waited for together.
        let mut keys = [(None, None); BLOCK];
        for (keys, link) in keys.iter_mut().zip(block) {
            let to = if scattered { names.probe(&link.to) } else { names.key(&link.to).map(Probe::of) };
            *keys = (names.key(&link.from), to);
        }
        if scattered {
            keys.iter_mut().filter_map(|(_, to)| to.as_mut()).for_each(|probe| names.look(probe));
        }
        let mut far = 0;
        for ((from, to), link) in keys.into_iter().zip(block) {
            let from = from.and_then(|key| names.find_key(key, &link.from, near));
            near = from.unwrap_or(near);
            let to = to.and_then(|probe| match scattered {
                true => names.find_probe(probe, &link.to, near),
                false => names.find_key(probe.key(), &link.to, near),
            });
            far += usize::from(to.is_some_and(|to| to.wrapping_sub(near) > 1));
            *has_max_lags |= link.max_lag.is_some();
            if let (Some(from), Some(to)) = (from, to) {
                let mut lag = NONE;
                if !link.lag.is_zero() {
                    lag = lags.len() as u32;
                    lags.push((link.lag, link.lag_calendar));
                }
                links.push(LinkIndex { from, to, source, kind: link.kind, lag });
            } else {
                let at = format!("dependencies/{}->{}", link.from, link.to);
                if from.is_none() {
                    issues.push(unknown("task", &link.from, &format!("{at}/from")));
                }
                if to.is_none() {
                    issues.push(unknown("task", &link.to, &format!("{at}/to")));
                }
            }
            source += 1;
        }
        scattered = far > BLOCK / 4;
    }
    links.sort_unstable_by(|a, b| {
        let key = |link: &LinkIndex| (u64::from(link.from) << 32) | u64::from(link.to);
        key(a).cmp(&key(b)).then_with(|| {
            // Links of one kind between the same tasks are a fault, but even they have an order of their own.
            let key = |link: &LinkIndex| {
                let dependency = &plan.dependencies[link.source as usize];
                (dependency.kind, length(dependency.lag))
            };
            key(a).cmp(&key(b))
        })
    });
    links
}

/// What tells lags apart: share or length, working or elapsed, how much.
fn length(lag: Lag) -> (bool, bool, i64) {
    let of = Span::Working(Work(100_000_000));
    match lag.span(WorkUnits::default(), of) {
        Span::Working(work) => (matches!(lag, Lag::Percent { .. }), false, work.0),
        Span::Elapsed(wall) => (matches!(lag, Lag::Percent { .. }), true, wall.0),
    }
}

fn assignments(
    plan: &Plan,
    task_names: &Names<'_>,
    resource_names: &Names<'_>,
    issues: &mut Vec<Issue>,
) -> Vec<AssignmentIndex> {
    let mut assignments = Vec::with_capacity(plan.assignments.len());
    let mut near = 0;
    for (source, assignment) in (0u32..).zip(&plan.assignments) {
        let task = task_names.find(&assignment.task, near);
        near = task.unwrap_or(near);
        match (task, resource_names.find(&assignment.resource, NONE)) {
            (Some(task), Some(resource)) => assignments.push(AssignmentIndex { task, resource, source }),
            (task, resource) => {
                let at = format!("assignments/{}/{}", assignment.task, assignment.resource);
                if task.is_none() {
                    issues.push(unknown("task", &assignment.task, &at));
                }
                if resource.is_none() {
                    issues.push(unknown("resource", &assignment.resource, &at));
                }
            }
        }
    }
    assignments.sort_unstable_by_key(|a| (a.task, a.resource, a.source));
    assignments
}

/// A name that nothing has; validation adds the nearest names there are, so many and no more.
fn unknown(kind: &'static str, id: &str, at: &str) -> Issue {
    let code = if kind == "task" { "unknown-task" } else { "unknown-resource" };
    Issue::error(code, at, format!("{kind} `{id}` does not exist"))
}

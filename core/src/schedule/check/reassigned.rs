//! Assignments that somebody else does than the plan says: whether that one may, and what then holds.
//!
//! An alternative is read from the document: the one that names the resource, else the first in canonical order
//! whose criteria it meets, condition by condition.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::Issue;
use crate::plan::{Alternative, Assignment, Criteria, Plan, Resource, Task};
use crate::quantity::{Duration, Units};
use crate::schedule::{Reassigned, Schedule};

/// Departments above a department that are followed.
const MOST_LEVELS: usize = 256;

/// Who does what instead of whom, by task and former resource.
#[derive(Debug)]
pub(super) struct Exchanges<'a> {
    by_place: BTreeMap<(&'a str, &'a str), &'a Reassigned>,
    resources: BTreeMap<&'a str, &'a Resource>,
}

/// An assignment as it is done.
pub(super) struct Done<'a> {
    pub(super) assignment: Cow<'a, Assignment>,
    /// The task's duration, if it is another.
    pub(super) lasts: Option<Duration>,
}

fn place(one: &Reassigned) -> String {
    format!("reassigned/{}/{}", one.task, one.from)
}

impl<'a> Exchanges<'a> {
    pub(super) fn read(plan: &'a Plan, schedule: &'a Schedule, issues: &mut Vec<Issue>) -> Self {
        let mut exchanges = Self { by_place: BTreeMap::new(), resources: BTreeMap::new() };
        if schedule.reassigned.is_empty() {
            return exchanges;
        }
        exchanges.resources = plan.resources.iter().map(|one| (one.id.as_str(), one)).collect();
        let assigned: std::collections::BTreeSet<(&str, &str)> =
            plan.assignments.iter().map(|one| (one.task.as_str(), one.resource.as_str())).collect();
        for one in &schedule.reassigned {
            let key = (one.task.as_str(), one.from.as_str());
            if exchanges.by_place.insert(key, one).is_some() {
                let message = format!("`{}` is exchanged twice on task `{}`", one.from, one.task);
                issues.push(Issue::error("duplicate-reassignment", place(one), message));
            }
            if !assigned.contains(&key) {
                let message = format!("`{}` is not assigned to task `{}`", one.from, one.task);
                issues.push(Issue::error("unknown-assignment", place(one), message));
            }
        }
        exchanges
    }

    /// An assignment as it is done, with whatever speaks against it.
    pub(super) fn done(&self, task: &Task, assignment: &'a Assignment, issues: &mut Vec<Issue>) -> Done<'a> {
        let as_given = Done { assignment: Cow::Borrowed(assignment), lasts: None };
        let Some(one) = self.by_place.get(&(assignment.task.as_str(), assignment.resource.as_str())) else {
            return as_given;
        };
        if task.progress.actual_start.is_some()
            || task.progress.actual_finish.is_some()
            || task.priority >= 1000
        {
            let message = format!("task `{}` does not move, and neither do its people", task.id);
            issues.push(Issue::error("reassigned-frozen", place(one), message));
        }
        let Some(alternative) = self.alternative(assignment, one) else {
            let message = format!("`{}` is no alternative for `{}` on task `{}`", one.to, one.from, one.task);
            issues.push(Issue::error("not-an-alternative", place(one), message));
            return as_given;
        };
        let mut done = assignment.clone();
        done.resource = one.to.clone();
        done.units = alternative.units.or(assignment.units);
        done.work = alternative.work.or(assignment.work);
        if done.units == Some(Units::ZERO) {
            issues.push(Issue::error("zero-units", place(one), format!("`{}` does nothing", one.to)));
        }
        Done { assignment: Cow::Owned(done), lasts: alternative.duration }
    }

    /// The alternative by which somebody may do an assignment.
    fn alternative<'b>(&self, assignment: &'b Assignment, one: &Reassigned) -> Option<&'b Alternative> {
        let resource = self.resources.get(one.to.as_str())?;
        if !resource.kind.works() {
            return None;
        }
        if let Some(named) =
            assignment.alternatives.iter().find(|other| other.resource.as_ref() == Some(&one.to))
        {
            return Some(named);
        }
        let text = |alternative: &Alternative| {
            let mut sorted = alternative.clone();
            sorted.sort();
            serde_json::to_string(&sorted).unwrap_or_default()
        };
        let meets = |other: &&Alternative| other.any.as_ref().is_some_and(|any| self.meets(any, resource));
        assignment.alternatives.iter().filter(meets).min_by_key(|other| text(other))
    }

    /// Whether somebody is all that is asked.
    fn meets(&self, any: &Criteria, resource: &Resource) -> bool {
        let skilled = any.skills.iter().all(|needed| {
            resource.skills.iter().any(|has| has.skill == needed.skill && has.level >= needed.level)
        });
        let role = any.role.is_none() || any.role == resource.role;
        let market = any.market.is_none() || any.market == resource.market;
        let speaks = any.languages.iter().all(|one| resource.languages.iter().any(|has| has == one));
        let kind = any.kind.is_none_or(|kind| kind == resource.kind);
        let allowed = !any.excluding.contains(&resource.id);
        let mut above = resource.department.as_deref();
        let mut inside = any.department.is_none();
        for _ in 0..MOST_LEVELS {
            let Some(id) = above else { break };
            inside |= any.department.as_deref() == Some(id);
            above = self.resources.get(id).and_then(|one| one.department.as_deref());
        }
        skilled && role && market && speaks && kind && allowed && inside
    }
}

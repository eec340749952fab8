//! Faults of resources, their skills and their assignments.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use super::faults::{Faults, show};
use super::graph::{arrows, owner_cycles};
use super::limits::MAX_PERIODS;
use super::program::check_amount;
use super::{Context, check_id, check_range, check_size, check_skills, is_reversed};
use crate::plan::index::{NONE, PlanIndex};
use crate::plan::{Assignment, Per, Resource, ResourceKind, SkillLevel, Task};
use crate::quantity::{Duration, Units};
use crate::sort::Arrange;

/// How many people who could do it are looked for.
const MAX_NAMED: usize = 3;

pub(super) fn check(context: &Context<'_>, faults: &mut Faults) {
    for resource in &context.plan.resources {
        check_id("resources", &resource.id, faults);
        check_fields(context, resource, faults);
        check_periods(resource, faults);
        check_rates(resource, faults);
    }
    check_departments(context.index, faults);
    check_assignments(context, faults);
    check_cover(context, faults);
}

fn place(resource: &Resource, field: &str) -> String {
    format!("resources/{}{field}", show(&resource.id))
}

fn check_fields(context: &Context<'_>, resource: &Resource, faults: &mut Faults) {
    context.check_calendar(resource.calendar.as_deref(), || place(resource, "/calendar"), faults);
    check_skills(&resource.skills, || place(resource, ""), faults);
    if resource.kind == ResourceKind::Person && resource.capacity > Units::ONE {
        faults.warning(
            "person-above-one",
            place(resource, "/capacity"),
            format!("person `{}` counts as {} people", show(&resource.id), resource.capacity),
            "use kind `department` for a pool of people",
        );
    }
    let capacities = resource.availability.iter().map(|availability| availability.units);
    if resource.kind.works()
        && resource.capacity == Units::ZERO
        && capacities.max().unwrap_or(Units::ZERO) == Units::ZERO
    {
        faults.warning(
            "no-capacity",
            place(resource, "/capacity"),
            format!("`{}` can never work", show(&resource.id)),
            "write a `capacity` above 0, or `availability`",
        );
    }
}

/// Absences, availability and contract.
fn check_periods(resource: &Resource, faults: &mut Faults) {
    let sizes = [("absences", resource.absences.len()), ("availability", resource.availability.len())];
    for (list, size) in sizes {
        if !check_size(list, size, MAX_PERIODS, || place(resource, &format!("/{list}")), faults) {
            return;
        }
    }
    for absence in &resource.absences {
        let at = || place(resource, &format!("/absences/{}", absence.from));
        check_range(absence.from, absence.to, at, faults);
    }
    for availability in &resource.availability {
        let at = || place(resource, &format!("/availability/{}", availability.from));
        check_range(availability.from, availability.to, at, faults);
    }
    if resource.availability.len() > 1 {
        let mut spans: Vec<_> = (resource.availability.iter())
            .filter(|span| !is_reversed(span.from, span.to))
            .map(|span| (span.from.start(), span.to.end(), span.from))
            .collect();
        spans.arrange();
        let mut latest = None;
        for (start, end, from) in spans {
            if latest.is_some_and(|latest| start < latest) {
                faults.error(
                    "overlapping-availability",
                    place(resource, &format!("/availability/{from}")),
                    format!("availability from `{from}` overlaps another one"),
                    "at each moment one capacity holds; split the spans",
                );
            }
            latest = latest.max(Some(end));
        }
    }
    if let Some(contract) = resource.contract {
        check_range(contract.from, contract.to, || place(resource, "/contract"), faults);
        if resource.kind != ResourceKind::Vendor {
            faults.warning(
                "contract-without-vendor",
                place(resource, "/contract"),
                format!("`{}` has a contract but is no vendor", show(&resource.id)),
                "use kind `vendor`, or `availability`",
            );
        }
    }
}

fn check_rates(resource: &Resource, faults: &mut Faults) {
    let at = || place(resource, "/rates");
    if !check_size("rates", resource.rates.len(), MAX_PERIODS, at, faults) {
        return;
    }
    for rate in &resource.rates {
        let since = || rate.from.map_or_else(|| String::from("start"), |from| from.to_string());
        let at = || place(resource, &format!("/rates/{}", since()));
        check_amount(Some(rate.standard), || at() + "/standard", faults);
        check_amount(rate.overtime, || at() + "/overtime", faults);
        check_amount(Some(rate.per_use), || at() + "/per_use", faults);
        let per_unit = rate.per == Per::Unit;
        if per_unit != (resource.kind == ResourceKind::Material) && resource.kind != ResourceKind::Cost {
            faults.warning(
                "rate-unit",
                at() + "/per",
                if per_unit {
                    "only material is paid by the unit"
                } else {
                    "material is paid by the unit, not by time"
                },
                "change `per`",
            );
        }
    }
    let mut days: Vec<_> = resource.rates.iter().map(|rate| rate.from).collect();
    days.arrange();
    for pair in days.windows(2).filter(|pair| pair[0] == pair[1]) {
        let since = pair[0].map_or_else(|| String::from("start"), |from| from.to_string());
        faults.error(
            "duplicate-rate",
            place(resource, &format!("/rates/{since}")),
            "two rates hold from the same day",
            "keep one",
        );
    }
}

fn check_departments(index: &PlanIndex<'_>, faults: &mut Faults) {
    let find = |id: &str| {
        let position = index
            .resources
            .binary_search_by(|&position| index.plan.resources[position as usize].id.as_str().cmp(id));
        position.ok().and_then(|number| u32::try_from(number).ok())
    };
    let mut owner = vec![NONE; index.resources.len()];
    for (number, &position) in index.resources.iter().enumerate() {
        let resource = &index.plan.resources[position as usize];
        let Some(name) = resource.department.as_deref() else { continue };
        let at = || place(resource, "/department");
        match find(name) {
            None => {
                let message = format!("department `{}` does not exist", show(name));
                faults.error("unknown-department", at(), message, "");
            }
            Some(found) => {
                if index.resource(found).kind == ResourceKind::Department {
                    owner[number] = found;
                } else {
                    let message = format!("`{}` is not a department", show(name));
                    faults.error("not-a-department", at(), message, "name a resource of kind `department`");
                }
            }
        }
    }
    for cycle in owner_cycles(&owner) {
        let name = |number| index.resource(number).id.as_str();
        let first = cycle.first().map_or("", |&first| name(first));
        faults.error(
            "department-cycle",
            format!("resources/{}/department", show(first)),
            format!("departments belong to each other: `{}`", arrows(&cycle, name)),
            "remove one of these departments",
        );
    }
}

fn check_assignments(context: &Context<'_>, faults: &mut Faults) {
    let index = context.index;
    for &at in &index.assignments {
        let (task, resource) = (index.task(at.task), index.resource(at.resource));
        let check =
            AssignmentCheck { context, assignment: index.assignment(at), task, resource, number: at.task };
        check.work(faults);
        check.length(faults);
        check.kind(faults);
    }
    for pair in index.assignments.windows(2) {
        if (pair[0].task, pair[0].resource) == (pair[1].task, pair[1].resource) {
            let assignment = index.assignment(pair[1]);
            faults.error(
                "duplicate-assignment",
                assignment_place(assignment, ""),
                format!("`{}` is assigned more than once", show(&assignment.resource)),
                "add their units or work up",
            );
        }
    }
}

fn assignment_place(assignment: &Assignment, field: &str) -> String {
    format!("assignments/{}/{}{field}", show(&assignment.task), show(&assignment.resource))
}

struct AssignmentCheck<'c, 'a> {
    context: &'c Context<'a>,
    assignment: &'a Assignment,
    task: &'a Task,
    resource: &'a Resource,
    number: u32,
}

impl AssignmentCheck<'_, '_> {
    fn place(&self, field: &str) -> String {
        assignment_place(self.assignment, field)
    }

    fn work(&self, faults: &mut Faults) {
        let (assignment, task) = (self.assignment, self.task);
        if self.context.index.is_summary[self.number as usize] {
            faults.error(
                "summary-with-work",
                self.place(""),
                format!("`{}` is a summary; its subtasks have the work", show(&task.id)),
                "assign the subtasks",
            );
        }
        if let Some(work) = assignment.work {
            if work.is_negative() {
                let message = format!("`{work}` is below zero");
                faults.error("negative-duration", self.place("/work"), message, "time to do is zero or more");
            }
            if work.is_elapsed() {
                faults.error("elapsed-work", self.place("/work"), "work is working time", "remove the `e`");
            }
            if task.milestone.is_some() && !work.is_zero() {
                faults.error(
                    "milestone-with-work",
                    self.place("/work"),
                    "a milestone is a moment and has no work",
                    "remove the work, or the `milestone`",
                );
            }
            if assignment.duration.is_none()
                && assignment.units.is_some()
                && (task.duration.is_some() || task.estimate.is_some())
            {
                faults.error(
                    "units-and-work",
                    self.place("/units"),
                    "units, work and duration are all given, and two of them decide the third",
                    "remove one of them",
                );
            }
        }
    }

    /// Its own duration and delay.
    fn length(&self, faults: &mut Faults) {
        let (assignment, task) = (self.assignment, self.task);
        for (length, field) in [(assignment.duration, "/duration"), (assignment.delay, "/delay")] {
            let Some(length) = length else { continue };
            let at = || self.place(field);
            if length.is_negative() {
                let message = format!("`{length}` is below zero");
                faults.error("negative-duration", at(), message, "time to do is zero or more");
            } else if length.is_elapsed() {
                faults.error("elapsed-work", at(), "work is working time", "remove the `e`");
            } else if super::task::is_too_long(length, self.context.units) {
                let message = format!("`{length}` is longer than the years from 1970 to 2100");
                faults.error("duration-too-long", at(), message, "");
            }
            let moment = task.milestone.is_some() || task.duration.is_some_and(Duration::is_elapsed);
            if moment || !self.resource.kind.works() {
                let message = "only who works on a task of working time has a time of its own there";
                faults.error("length-without-work", at(), message, "remove it");
            }
        }
        if assignment.duration.is_some() && assignment.units.is_some() && assignment.work.is_some() {
            faults.error(
                "units-and-work",
                self.place("/units"),
                "units, work and duration are all given, and two of them decide the third",
                "remove one of them",
            );
        }
    }

    /// What the kind of the resource does not have.
    fn kind(&self, faults: &mut Faults) {
        let (assignment, resource) = (self.assignment, self.resource);
        let works = resource.kind.works();
        if works && assignment.units == Some(Units::ZERO) {
            let help = "write a share above 0, or remove the assignment";
            faults.error("zero-units", self.place("/units"), "nobody is at work with 0 units", help);
        }
        if !works && (assignment.units.is_some() || assignment.work.is_some()) {
            let message = format!("`{}` does not work in time", show(&resource.id));
            faults.error(
                "work-on-material",
                self.place(""),
                message,
                "write a `quantity` of material or a `cost`",
            );
        }
        if let Some(quantity) = assignment.quantity {
            if resource.kind != ResourceKind::Material {
                let message = format!("`{}` is not material", show(&resource.id));
                faults.error("quantity-on-work", self.place("/quantity"), message, "remove the quantity");
            }
            if !(0.0..=1e12).contains(&quantity) {
                let message = format!("quantity {quantity} is not from 0 to {}", 1e12);
                faults.error("number-out-of-range", self.place("/quantity"), message, "");
            }
        }
        if assignment.cost != crate::quantity::Money::ZERO && resource.kind != ResourceKind::Cost {
            let message = format!("`{}` is not a cost resource", show(&resource.id));
            faults.error(
                "cost-on-work",
                self.place("/cost"),
                message,
                "write the task's `fixed_cost`, or the resource's `rates`",
            );
        }
        let most = resource.availability.iter().map(|span| span.units).fold(resource.capacity, Units::max);
        if works && assignment.units.is_some_and(|units| units > most) && most > Units::ZERO {
            faults.warning(
                "more-than-capacity",
                self.place("/units"),
                format!(
                    "{} of `{}` are asked for, but there are never more than {most}",
                    assignment.units.unwrap_or_default(),
                    show(&resource.id)
                ),
                "this overload cannot be leveled",
            );
        }
    }
}

/// Every skill that a task asks for must be covered by somebody assigned to it.
fn check_cover(context: &Context<'_>, faults: &mut Faults) {
    let index = context.index;
    if context.plan.tasks.iter().all(|task| task.skills.is_empty()) {
        return;
    }
    let mut levels: FxHashMap<(u32, &str), u8> = FxHashMap::default();
    let mut who: FxHashMap<&str, Vec<(u32, u8)>> = FxHashMap::default();
    for (number, &position) in (0u32..).zip(&index.resources) {
        for skill in &index.plan.resources[position as usize].skills {
            let level = levels.entry((number, skill.skill.as_str())).or_default();
            *level = skill.level.max(*level);
            who.entry(skill.skill.as_str()).or_default().push((number, skill.level));
        }
    }
    for (number, &position) in (0u32..).zip(&index.tasks) {
        let task = &index.plan.tasks[position as usize];
        if task.skills.is_empty() || task.skills.len() > super::limits::MAX_DETAILS {
            continue;
        }
        let assigned = index.assignments_of(number);
        let covered = |skill: &SkillLevel| {
            let has = |resource| levels.get(&(resource, skill.skill.as_str())).copied().unwrap_or(0);
            assigned.iter().any(|at| has(at.resource) >= skill.level)
        };
        for skill in task.skills.iter().filter(|skill| !covered(skill)) {
            report_uncovered(index, task, skill, who.get(skill.skill.as_str()), assigned.is_empty(), faults);
        }
    }
}

fn report_uncovered(
    index: &PlanIndex<'_>,
    task: &Task,
    skill: &SkillLevel,
    who: Option<&Vec<(u32, u8)>>,
    nobody: bool,
    faults: &mut Faults,
) {
    let able =
        who.into_iter().flatten().filter(|(_, level)| *level >= skill.level).map(|(number, _)| *number);
    let names: Vec<String> =
        able.take(MAX_NAMED).map(|number| format!("`{}`", show(&index.resource(number).id))).collect();
    let at = format!("tasks/{}/skills/{}", show(&task.id), show(&skill.skill));
    let mut message = format!("skill `{}`", show(&skill.skill));
    if skill.level > 1 {
        let _ = write!(message, " at level {}", skill.level);
    }
    let help = if names.is_empty() {
        String::from("nobody in the plan has it")
    } else {
        format!("{} could do it", names.join(" or "))
    };
    if nobody {
        message.push_str(" is asked for, but nobody is assigned");
        faults.warning("skill-not-assigned", at, message, &help);
    } else {
        message.push_str(" is not covered by the people assigned");
        faults.error("skill-not-covered", at, message, &help);
    }
}

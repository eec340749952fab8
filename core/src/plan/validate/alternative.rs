//! Faults of alternatives: who else could do the work of an assignment.

use super::faults::{Faults, show};
use super::limits::MAX_DETAILS;
use super::{Context, check_size, check_skills};
use crate::plan::alternative::{Candidates, Lack, covers, level_of};
use crate::plan::index::AssignmentIndex;
use crate::plan::{Alternative, Assignment, Criteria, ResourceKind, Task};
use crate::quantity::{Duration, Units};

/// Assignments without anybody who qualifies whose nearest people are looked for.
const MOST_NEAREST: usize = 50;

pub(super) fn check(context: &Context<'_>, faults: &mut Faults) {
    if context.plan.assignments.iter().all(|assignment| assignment.alternatives.is_empty()) {
        return;
    }
    let mut check = Check { context, candidates: Candidates::default(), nearest: MOST_NEAREST };
    for &at in &context.index.assignments {
        if !context.index.assignment(at).alternatives.is_empty() {
            check.assignment(at, faults);
        }
    }
    if check.candidates.is_exhausted() {
        let most = crate::plan::alternative::MAX_COMPARISONS;
        faults.error(
            "too-large",
            "assignments",
            format!("criteria and resources make more than {most} pairs to compare"),
            "name the people, or use the same criteria for many assignments",
        );
    }
}

struct Check<'c, 'a> {
    context: &'c Context<'a>,
    candidates: Candidates,
    nearest: usize,
}

fn place(assignment: &Assignment, field: &str) -> String {
    format!("assignments/{}/{}/alternatives{field}", show(&assignment.task), show(&assignment.resource))
}

fn place_of(assignment: &Assignment, alternative: &Alternative) -> String {
    let name = alternative.resource.as_deref().map_or("any".into(), show);
    place(assignment, &format!("/{name}"))
}

impl Check<'_, '_> {
    fn assignment(&mut self, at: AssignmentIndex, faults: &mut Faults) {
        let index = self.context.index;
        let (assignment, task) = (index.assignment(at), index.task(at.task));
        let list = || place(assignment, "");
        if !check_size("alternatives", assignment.alternatives.len(), MAX_DETAILS, list, faults) {
            return;
        }
        if !index.resource(at.resource).kind.works() {
            let message = format!("`{}` does not work in time", show(&assignment.resource));
            faults.error(
                "alternative-of-material",
                place(assignment, ""),
                message,
                "remove the alternatives",
            );
            return;
        }
        for (position, alternative) in assignment.alternatives.iter().enumerate() {
            self.numbers(at, alternative, faults);
            match (&alternative.resource, &alternative.any) {
                (Some(_), None) => self.named(at, position, faults),
                (None, Some(any)) => self.described(at, alternative, any, faults),
                _ => faults.error(
                    "alternative-without-resource",
                    place_of(assignment, alternative),
                    format!(
                        "an alternative for task `{}` names both a resource and `any`, or neither",
                        show(&task.id)
                    ),
                    "write the id of a `resource`, or in `any` what somebody must be",
                ),
            }
        }
    }

    /// Units, work and duration.
    fn numbers(&self, at: AssignmentIndex, alternative: &Alternative, faults: &mut Faults) {
        let index = self.context.index;
        let (assignment, task) = (index.assignment(at), index.task(at.task));
        let at_field = |field: &str| place_of(assignment, alternative) + field;
        if alternative.units == Some(Units::ZERO) {
            let help = "write a share above 0, or remove the alternative";
            faults.error("zero-units", at_field("/units"), "nobody is at work with 0 units", help);
        }
        let lasts = task.duration.is_some() || task.estimate.is_some();
        let works = alternative.work.or(assignment.work).is_some();
        if lasts && works && alternative.units.or(assignment.units).is_some() {
            faults.error(
                "units-and-work",
                at_field("/units"),
                "units, work and duration are all given, and two of them decide the third",
                "remove one of them",
            );
        }
        for (field, length) in [("/work", alternative.work), ("/duration", alternative.duration)] {
            let Some(length) = length else { continue };
            self.length(field, length, &at_field, faults);
        }
        if alternative.work.is_some() && assignment.work.is_none() {
            faults.error(
                "alternative-work",
                at_field("/work"),
                "the assignment gives no work that could be another",
                "write its `work`, or the alternative's `duration`",
            );
        }
        if alternative.duration.is_some() && !(lasts && self.is_alone(at)) {
            let message = if lasts {
                "others work on the task, too, and it takes as long as they need"
            } else {
                "the task has no duration that could be another"
            };
            faults.error("alternative-duration", at_field("/duration"), message, "write `work` or `units`");
        }
    }

    fn length(&self, field: &str, length: Duration, at: &impl Fn(&str) -> String, faults: &mut Faults) {
        if length.is_negative() {
            let message = format!("`{length}` is below zero");
            faults.error("negative-duration", at(field), message, "time to do is zero or more");
        }
        if field == "/work" && length.is_elapsed() {
            faults.error("elapsed-work", at(field), "work is working time", "remove the `e`");
        }
        if super::task::is_too_long(length, self.context.units) {
            let message = format!("`{length}` is longer than the years from 1970 to 2100");
            faults.error("duration-too-long", at(field), message, "");
        }
    }

    fn is_alone(&self, at: AssignmentIndex) -> bool {
        let index = self.context.index;
        let working = index.assignments_of(at.task).iter();
        working.filter(|other| index.resource(other.resource).kind.works()).count() == 1
    }

    /// An alternative named by its id.
    fn named(&self, at: AssignmentIndex, position: usize, faults: &mut Faults) {
        let index = self.context.index;
        let (assignment, task) = (index.assignment(at), index.task(at.task));
        let alternative = &assignment.alternatives[position];
        let Some(id) = &alternative.resource else { return };
        let at_name = || place_of(assignment, alternative);
        let Some(number) = index.find_resource(id) else {
            faults.error(
                "unknown-resource",
                at_name(),
                format!("resource `{}` does not exist", show(id)),
                "",
            );
            return;
        };
        let before = &assignment.alternatives[..position];
        if number == at.resource || before.iter().any(|other| other.resource.as_ref() == Some(id)) {
            let message = format!("`{}` is named more than once for task `{}`", show(id), show(&task.id));
            faults.error("duplicate-alternative", at_name(), message, "name everybody once");
        }
        if !index.resource(number).kind.works() {
            let message = format!("`{}` does not work in time", show(id));
            faults.error(
                "alternative-does-not-work",
                at_name(),
                message,
                "name a person, department or vendor",
            );
            return;
        }
        for skill in self.uncovered(at, number, task) {
            let level = level_of(index.resource(number), skill);
            let has = if level == 0 { "lacks it".to_owned() } else { format!("has level {level}") };
            faults.error(
                "skill-not-covered",
                at_name(),
                format!(
                    "task `{}` needs `{}` at level {}; `{}` {has}",
                    show(&task.id),
                    show(&skill.skill),
                    skill.level,
                    show(id)
                ),
                "remove the alternative, or write the skill of the resource",
            );
        }
    }

    /// The skills of a task that somebody in the place of an assignment's resource and the others do not cover.
    fn uncovered<'t>(
        &self,
        at: AssignmentIndex,
        number: u32,
        task: &'t Task,
    ) -> Vec<&'t crate::plan::SkillLevel> {
        let index = self.context.index;
        let others = index.assignments_of(at.task).iter().filter(|other| other.resource != at.resource);
        let team: Vec<u32> = others.map(|other| other.resource).chain([number]).collect();
        let covered = |skill: &&crate::plan::SkillLevel| {
            team.iter().any(|number| level_of(index.resource(*number), skill) >= skill.level)
        };
        task.skills.iter().filter(|skill| !covered(skill)).collect()
    }

    /// An alternative that says what somebody must be.
    fn described(
        &mut self,
        at: AssignmentIndex,
        alternative: &Alternative,
        any: &Criteria,
        faults: &mut Faults,
    ) {
        let index = self.context.index;
        let (assignment, task) = (index.assignment(at), index.task(at.task));
        let at_any = || place_of(assignment, alternative);
        if any.is_empty() {
            faults.error("criteria-empty", at_any(), "`any` asks for nothing", "say what somebody must be");
            return;
        }
        check_skills(&any.skills, || place(assignment, "/any"), faults);
        let sizes = [("languages", any.languages.len()), ("exclusions", any.excluding.len())];
        for (list, size) in sizes {
            if !check_size(list, size, MAX_DETAILS, at_any, faults) {
                return;
            }
        }
        if any.kind.is_some_and(|kind| !kind.works()) {
            let message = "material and cost do not work in time";
            faults.error(
                "alternative-does-not-work",
                at_any() + "/kind",
                message,
                "ask for a person, department or vendor",
            );
        }
        if let Some(id) = &any.department {
            let found = index.find_resource(id).map(|number| index.resource(number).kind);
            match found {
                None => {
                    let message = format!("department `{}` does not exist", show(id));
                    faults.error("unknown-department", at_any() + "/department", message, "");
                }
                Some(ResourceKind::Department) => {}
                Some(_) => {
                    let message = format!("`{}` is not a department", show(id));
                    let help = "name a resource of kind `department`";
                    faults.error("not-a-department", at_any() + "/department", message, help);
                }
            }
        }
        for id in any.excluding.iter().filter(|id| index.find_resource(id).is_none()) {
            let message = format!("resource `{}` does not exist", show(id));
            faults.error("unknown-resource", at_any() + "/excluding", message, "");
        }
        self.anybody(at, alternative, any, task, faults);
    }

    /// Warns if nobody is what is asked, with those who are nearest to it.
    fn anybody(
        &mut self,
        at: AssignmentIndex,
        alternative: &Alternative,
        any: &Criteria,
        task: &Task,
        faults: &mut Faults,
    ) {
        let index = self.context.index;
        let assignment = index.assignment(at);
        let others = index.assignments_of(at.task).iter().map(|other| other.resource);
        let others: Vec<u32> = others.filter(|other| *other != at.resource).collect();
        let team = |number| others.iter().copied().chain([number]);
        let qualified = self.candidates.qualified(index, any);
        if qualified.iter().any(|number| *number != at.resource && covers(index, task, team(*number))) {
            return;
        }
        let mut help = String::from("nobody else works");
        if self.nearest > 0 {
            self.nearest -= 1;
            let near = (0..index.resources.len() as u32)
                .filter(|number| *number != at.resource && index.resource(*number).kind.works())
                .map(|number| (self.lacks(at, any, task, number), number))
                .min_by_key(|(lacks, number)| (lacks.len(), *number));
            if let Some((lacks, number)) = near {
                help = format!("nearest is `{}`, {}", show(&index.resource(number).id), lacks.join(", "));
            }
        }
        let message = format!("nobody else in the plan qualifies for task `{}`", show(&task.id));
        faults.warning("nobody-qualifies", place_of(assignment, alternative), message, &help);
    }

    /// In words, what somebody lacks to be an alternative.
    fn lacks(&self, at: AssignmentIndex, any: &Criteria, task: &Task, number: u32) -> Vec<String> {
        let index = self.context.index;
        let resource = index.resource(number);
        let mut words: Vec<String> = any.lacks(index, number).iter().map(words).collect();
        if any.excluding.contains(&resource.id) {
            words.push("who is excluded".to_owned());
        }
        for skill in self.uncovered(at, number, task) {
            if !any.skills.contains(skill) {
                words.push(words_of_skill(&skill.skill, skill.level, level_of(resource, skill)));
            }
        }
        words
    }
}

fn words(lack: &Lack<'_>) -> String {
    match lack {
        Lack::Kind(kind) => {
            let name = match kind {
                ResourceKind::Person => "person",
                ResourceKind::Department => "department",
                ResourceKind::Vendor => "vendor",
                ResourceKind::Material => "material",
                ResourceKind::Cost => "cost",
            };
            format!("who is no {name}")
        }
        Lack::Role(role) => format!("whose role is not `{}`", show(role)),
        Lack::Skill(skill, level) => words_of_skill(&skill.skill, skill.level, *level),
        Lack::Language(language) => format!("who does not work in `{}`", show(language)),
        Lack::Department(id) => format!("who is not of `{}`", show(id)),
        Lack::Market(market) => format!("whose market is not `{}`", show(market)),
    }
}

fn words_of_skill(skill: &str, needed: u8, level: u8) -> String {
    match level {
        0 => format!("who lacks `{}`", show(skill)),
        level => format!("whose `{}` is at {level} of {needed}", show(skill)),
    }
}

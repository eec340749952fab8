//! Who else could do the work of an assignment.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::index::{AssignmentIndex, PlanIndex};
use super::{Assignment, Plan, Resource, ResourceKind, SkillLevel, Task};
use crate::quantity::{Duration, Units};
use crate::sort::Arrange;
use crate::{Issue, Issues, ResourceId, TaskId};

/// Levels of departments that are followed upwards.
const MAX_DEPTH: usize = 256;
/// Pairs of criteria and resources that are compared in all.
pub(crate) const MAX_COMPARISONS: usize = 50_000_000;

/// Somebody else who could do the work of an assignment: one resource by its id, or everybody who is what is asked.
///
/// What is not given here is as the assignment and its task say.
///
/// # Examples
/// ```
/// use paceline::plan::{Alternative, Assignment, Criteria};
/// use paceline::quantity::Duration;
///
/// let designers = Criteria { role: Some("designer".into()), ..Criteria::default() };
/// let assignment = Assignment::new("key-visual", "ana")
///     .or(Alternative { duration: Some(Duration::days(2)), ..Alternative::from("senior") })
///     .or(designers);
/// assert_eq!(assignment.alternatives.len(), 2);
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Alternative {
    /// The resource; this or `any`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceId>,
    /// What somebody must be; everybody in the plan who is may do it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any: Option<Criteria>,
    /// Share of the resource while the task runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Units>,
    /// Work to do, where the assignment gives work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Duration>,
    /// How long the task takes with it, where the task gives a duration or estimate and nobody else works on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
}

/// What somebody must be to do some work; all of it at once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// Role.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Skills, each at its least level.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub skills: Vec<SkillLevel>,
    /// Languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// Department that it belongs to, directly or by way of others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<ResourceId>,
    /// Home market.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<String>,
    /// Person, department or vendor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ResourceKind>,
    /// Who may not, although it is all that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluding: Vec<ResourceId>,
}

impl From<Criteria> for Alternative {
    fn from(any: Criteria) -> Self {
        Self { any: Some(any), ..Self::default() }
    }
}

impl<T: Into<ResourceId>> From<T> for Alternative {
    fn from(resource: T) -> Self {
        Self { resource: Some(resource.into()), ..Self::default() }
    }
}

impl Alternative {
    /// Puts the lists in canonical order.
    pub(crate) fn sort(&mut self) {
        if let Some(any) = &mut self.any {
            any.skills.arrange_by(|a, b| (&a.skill, a.level).cmp(&(&b.skill, b.level)));
            any.languages.arrange();
            any.excluding.arrange();
        }
    }
}

/// A condition of [`Criteria`] that somebody does not meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Lack<'a> {
    Kind(ResourceKind),
    Role(&'a str),
    Skill(&'a SkillLevel, u8),
    Language(&'a str),
    Department(&'a ResourceId),
    Market(&'a str),
}

impl Criteria {
    /// Whether nothing is asked.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self { excluding: self.excluding.clone(), ..Self::default() }
    }

    /// What a resource lacks; nothing if it qualifies and is not excluded.
    pub(crate) fn lacks<'a>(&'a self, index: &PlanIndex<'_>, number: u32) -> Vec<Lack<'a>> {
        let resource = index.resource(number);
        let mut lacks = Vec::new();
        lacks.extend(self.kind.filter(|kind| *kind != resource.kind).map(Lack::Kind));
        let role = self.role.as_deref().filter(|role| resource.role.as_deref() != Some(*role));
        lacks.extend(role.map(Lack::Role));
        lacks.extend(self.skills.iter().filter_map(|skill| {
            let level = level_of(resource, skill);
            (level < skill.level).then_some(Lack::Skill(skill, level))
        }));
        let languages = self.languages.iter().filter(|language| !resource.languages.contains(language));
        lacks.extend(languages.map(|language| Lack::Language(language)));
        let department = self.department.as_ref().filter(|id| !belongs(index, resource, id));
        lacks.extend(department.map(Lack::Department));
        let market = self.market.as_deref().filter(|market| resource.market.as_deref() != Some(*market));
        lacks.extend(market.map(Lack::Market));
        lacks
    }
}

/// The level of a resource in a skill, 0 if it has it not.
pub(crate) fn level_of(resource: &Resource, skill: &SkillLevel) -> u8 {
    let levels = resource.skills.iter().filter(|has| has.skill == skill.skill).map(|has| has.level);
    levels.max().unwrap_or(0)
}

/// Whether a resource belongs to a department, directly or by way of others.
fn belongs(index: &PlanIndex<'_>, resource: &Resource, department: &ResourceId) -> bool {
    let mut at = resource.department.as_ref();
    for _ in 0..MAX_DEPTH {
        match at {
            Some(id) if id == department => return true,
            Some(id) => {
                let above = index.find_resource(id).map(|number| index.resource(number));
                at = above.and_then(|above| above.department.as_ref());
            }
            None => return false,
        }
    }
    false
}

/// Whether people cover every skill that a task asks for.
pub(crate) fn covers(index: &PlanIndex<'_>, task: &Task, team: impl Iterator<Item = u32> + Clone) -> bool {
    task.skills
        .iter()
        .all(|skill| team.clone().any(|number| level_of(index.resource(number), skill) >= skill.level))
}

/// Somebody who could do the work of an assignment, with what the assignment and its task would then say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    /// Number of the resource.
    pub(crate) resource: u32,
    pub(crate) units: Option<Units>,
    pub(crate) work: Option<Duration>,
    /// The task's duration, if it is another.
    pub(crate) duration: Option<Duration>,
    /// Position in the assignment's alternatives.
    pub(crate) entry: usize,
}

/// Finds who could do the work of assignments; criteria that occur again are looked up only once.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    known: FxHashMap<String, Vec<u32>>,
    compared: usize,
}

impl Candidates {
    /// Whether so much was compared that the rest was left out.
    pub(crate) fn is_exhausted(&self) -> bool {
        self.compared > MAX_COMPARISONS
    }

    /// Everybody else who could do the work of an assignment, in the order of their ids, each once: one that is
    /// named by its id as it says there, others as the first of the criteria in canonical order say. Whether the
    /// people of the task then have its skills between them is not looked at here.
    pub(crate) fn of(&mut self, index: &PlanIndex<'_>, at: AssignmentIndex) -> Vec<Candidate> {
        let assignment = index.assignment(at);
        let candidate = |resource, entry: usize, alternative: &Alternative| Candidate {
            resource,
            units: alternative.units.or(assignment.units),
            work: alternative.work.or(assignment.work),
            duration: alternative.duration,
            entry,
        };
        let mut found: Vec<Candidate> = Vec::new();
        let mut described: Vec<(String, usize)> = Vec::new();
        for (entry, alternative) in assignment.alternatives.iter().enumerate() {
            if let Some(resource) = alternative.resource.as_ref().and_then(|id| index.find_resource(id)) {
                found.push(candidate(resource, entry, alternative));
            } else if alternative.any.is_some() {
                let mut sorted = alternative.clone();
                sorted.sort();
                described.push((serde_json::to_string(&sorted).unwrap_or_default(), entry));
            }
        }
        described.arrange();
        for (_, entry) in described {
            let alternative = &assignment.alternatives[entry];
            let Some(any) = &alternative.any else { continue };
            let qualified = self.qualified(index, any).iter();
            found.extend(qualified.map(|resource| candidate(*resource, entry, alternative)));
        }
        found.retain(|one| one.resource != at.resource && index.resource(one.resource).kind.works());
        // Stable, so that the first of the same resource stays the first.
        found.arrange_by_key(|one| one.resource);
        found.dedup_by_key(|one| one.resource);
        found
    }

    /// The numbers of everybody who meets criteria.
    pub(crate) fn qualified(&mut self, index: &PlanIndex<'_>, any: &Criteria) -> &[u32] {
        let key = serde_json::to_string(any).unwrap_or_default();
        if !self.known.contains_key(&key) {
            let all = index.resources.len();
            self.compared = self.compared.saturating_add(all);
            let mut found = Vec::new();
            if !self.is_exhausted() {
                found.extend((0..all as u32).filter(|number| {
                    let resource = index.resource(*number);
                    resource.kind.works()
                        && !any.excluding.contains(&resource.id)
                        && any.lacks(index, *number).is_empty()
                }));
            }
            self.known.insert(key.clone(), found);
        }
        self.known.get(&key).map_or(&[], Vec::as_slice)
    }
}

impl Plan {
    /// The plan with the people of some assignments exchanged: task, from whom, to whom.
    ///
    /// The assignment then names the new resource, the task's duration is the one it takes with it, and the
    /// former resource is among the alternatives, so that it can be exchanged back.
    ///
    /// # Errors
    /// `unknown-assignment` and `not-an-alternative`, all at once.
    pub(crate) fn reassigned<'a>(
        &self,
        exchanges: impl Iterator<Item = (&'a TaskId, &'a ResourceId, &'a ResourceId)>,
    ) -> Result<Plan, Issues> {
        let (index, _) = super::checked(self)?;
        let mut issues = Vec::new();
        let mut changed = self.clone();
        let mut candidates = Candidates::default();
        for (task, from, to) in exchanges {
            let place = format!("reassignments/{task}/{from}");
            let Some(at) = index.find_assignment(task, from) else {
                let message = format!("`{from}` is not assigned to task `{task}`");
                let help = "schedule the plan again: its assignments have changed";
                issues.push(Issue::error("unknown-assignment", place, message).with_help(help));
                continue;
            };
            let found = candidates.of(&index, at);
            let number = index.find_resource(to);
            let Some(chosen) = found.iter().find(|one| Some(one.resource) == number) else {
                let message = format!("`{to}` is no alternative for `{from}` on task `{task}`");
                let help = "name it among the assignment's `alternatives`, or level the plan again";
                issues.push(Issue::error("not-an-alternative", place, message).with_help(help));
                continue;
            };
            let position = index.tasks[at.task as usize] as usize;
            let assignment = &mut changed.assignments[at.source as usize];
            exchange(assignment, &mut changed.tasks[position], chosen, to);
            let again =
                |any: &Criteria| any.lacks(&index, at.resource).is_empty() && !any.excluding.contains(from);
            keep_former(assignment, from, chosen.entry, again);
        }
        Issues::check(issues)?;
        Ok(changed)
    }
}

/// Gives an assignment to somebody else; what the other alternatives leave to it stays as it was for them.
fn exchange(assignment: &mut Assignment, task: &mut Task, chosen: &Candidate, to: &ResourceId) {
    let Some(entry) = assignment.alternatives.get(chosen.entry).cloned() else { return };
    let lasted = task.duration.or(task.estimate.map(|estimate| estimate.likely));
    for other in &mut assignment.alternatives {
        if entry.units.is_some() {
            other.units.get_or_insert(assignment.units.unwrap_or_default());
        }
        if entry.work.is_some() {
            other.work = other.work.or(assignment.work);
        }
        if entry.duration.is_some() {
            other.duration = other.duration.or(lasted);
        }
    }
    // What the former resource leaves in the place of the new one.
    if let Some(own) = assignment.alternatives.get_mut(chosen.entry).filter(|own| own.resource.is_some()) {
        *own = Alternative {
            resource: Some(assignment.resource.clone()),
            any: None,
            units: entry.units.map(|_| assignment.units.unwrap_or_default()),
            work: entry.work.and(assignment.work),
            duration: entry.duration.and(lasted),
        };
    } else if entry.units.is_some() || entry.work.is_some() || entry.duration.is_some() {
        assignment.alternatives.push(Alternative {
            resource: Some(assignment.resource.clone()),
            any: None,
            units: entry.units.map(|_| assignment.units.unwrap_or_default()),
            work: entry.work.and(assignment.work),
            duration: entry.duration.and(lasted),
        });
    }
    assignment.resource = to.clone();
    assignment.units = entry.units.or(assignment.units);
    assignment.work = entry.work.or(assignment.work);
    task.duration = entry.duration.or(task.duration);
}

/// Names the former resource among the alternatives unless it is there, or is what some criteria ask.
fn keep_former(
    assignment: &mut Assignment,
    from: &ResourceId,
    entry: usize,
    again: impl Fn(&Criteria) -> bool,
) {
    let named = assignment.alternatives.iter().any(|other| other.resource.as_ref() == Some(from));
    let described = || {
        let entry = assignment.alternatives.get(entry);
        entry.and_then(|own| own.any.as_ref()).is_some_and(&again)
    };
    if !named && !described() {
        assignment.alternatives.push(Alternative::from(from));
    }
    let to = assignment.resource.clone();
    assignment.alternatives.retain(|other| other.resource.as_ref() != Some(&to));
}

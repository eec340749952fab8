//! Playbooks: tasks that are known beforehand, brought into a plan when something happens.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::plan::alternative::Candidates;
use crate::plan::{
    Assignment, Campaign, Constraint, ConstraintKind, Criteria, Dependency, MilestoneKind, Plan, Task,
    checked,
};
use crate::quantity::{Duration, Span, When};
use crate::{CampaignId, Issue, Issues, TaskId};

/// Most playbooks of a request, and most tasks of one.
const MOST: usize = 1_000;
/// Longest time until a task is due, in seconds: ten years.
const MOST_DUE: i64 = 3_660 * 86_400;

/// A task of a playbook: when it comes after what, and what somebody must be to do it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaybookTask {
    /// Id within the playbook.
    pub id: TaskId,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Working or elapsed duration; a milestone has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// Set for a milestone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub milestone: Option<MilestoneKind>,
    /// Tasks of the playbook that must be finished first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<TaskId>,
    /// What somebody must be to do it. Absent: nobody is assigned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Criteria>,
    /// By when it should be finished, as elapsed time (`4eh`, `2ed`) from the event. Absent: no deadline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Duration>,
    /// 0 to 1000, as the priority of a task; 900 unless said: before ordinary work.
    #[serde(default = "high")]
    pub priority: u16,
}

fn high() -> u16 {
    900
}

/// A response to a kind of event, written down beforehand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Playbook {
    /// Id.
    pub id: String,
    /// Name for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What one day of lateness of its tasks costs, as the weight of a campaign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// Its tasks, from 1 to 1,000.
    pub tasks: Vec<PlaybookTask>,
}

/// What [`instantiate`] is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstantiateRequest {
    /// Known playbooks, at most 1,000.
    pub playbooks: Vec<Playbook>,
    /// The one that starts.
    pub playbook: String,
    /// Id of the alert or other event that it starts on: the same event starts a playbook once.
    pub event: String,
    /// When it starts; no task of it begins before.
    pub at: When,
}

/// The plan with the tasks of a playbook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstantiateReport {
    /// The plan with the campaign of the event and its tasks.
    pub plan: Plan,
    /// That campaign: `playbook@event`.
    pub campaign: CampaignId,
    /// Tasks that were inserted, in the order of the playbook: `playbook@event/task`. Empty if the playbook has started
    /// on the event before.
    pub inserted: Vec<TaskId>,
    /// Warnings of the new plan: of tasks that nobody else can do, and the like.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// Starts a playbook on an event: its tasks become a campaign of the plan.
///
/// A task with a role is given to the first by id of all who qualify, with the role as alternative, so that leveling with
/// [`LevelOptions::reassign`](crate::schedule::LevelOptions) chooses who is free. When, who and what is pushed back is
/// what [`level`](crate::schedule::level()) and [`Plan::diff`] say. Tasks that have nothing before them start no earlier
/// than the event. A plan that has the campaign already is answered as it is.
///
/// # Errors
/// Every fault of the plan and of the plan that results (`dependency-cycle`, `invalid-id`); `unknown-playbook`,
/// `repeated-playbook`, `too-large`, `no-tasks`, `empty-name`, `duplicate-id`, `unknown-task`, `nobody-qualifies`,
/// `number-out-of-range`, `before-program-start`, and `id-clash` where the plan has a task of the name.
///
/// # Complexity
/// O(n log n) for n records of the plan, and O(t · r) for t tasks of the playbook and r resources.
///
/// # Examples
/// ```
/// use paceline::plan::Plan;
/// use paceline::value::instantiate;
/// let plan = Plan::read(r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02" },
///     "resources": [{ "id": "ana", "role": "community manager" }]
/// }"#)?;
/// let request = serde_json::from_str(r#"{
///     "playbook": "crisis", "event": "spike:mentions:2026-03-04", "at": "2026-03-04T13:00",
///     "playbooks": [{ "id": "crisis", "tasks": [
///         { "id": "assess", "duration": "2h", "role": { "role": "community manager" }, "due": "4eh" },
///         { "id": "answer", "duration": "1h", "after": ["assess"] }] }]
/// }"#).unwrap();
/// let started = instantiate(&plan, &request)?;
/// assert_eq!(started.inserted[0], "crisis@spike:mentions:2026-03-04/assess");
/// assert!(instantiate(&started.plan, &request)?.inserted.is_empty()); // the same event again
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn instantiate(plan: &Plan, request: &InstantiateRequest) -> Result<InstantiateReport, Issues> {
    let (index, _) = checked(plan)?;
    let mut issues = Vec::new();
    let playbook = chosen(request, &mut issues);
    if request.at.end() < plan.program.start.start() {
        let message = format!("the event is at {}, the program starts on {}", request.at, plan.program.start);
        issues.push(
            Issue::error("before-program-start", "at", message)
                .with_help("no task can lie before the start of its program"),
        );
    }
    Issues::check(issues)?;
    let Some(playbook) = playbook else {
        return Err(Issue::error("unknown-playbook", "playbook", "there is no such playbook").into());
    };
    let campaign: CampaignId = format!("{}@{}", playbook.id, request.event).into();
    if plan.campaigns.iter().any(|one| one.id == campaign) {
        let mut plan = plan.clone();
        plan.sort();
        return Ok(InstantiateReport { plan, campaign, inserted: Vec::new(), issues: Vec::new() });
    }
    let mut issues = Vec::new();
    let name = |id: &TaskId| -> TaskId { format!("{campaign}/{id}").into() };
    let known: BTreeSet<&TaskId> = playbook.tasks.iter().map(|task| &task.id).collect();
    let taken: BTreeSet<&TaskId> = plan.tasks.iter().map(|task| &task.id).collect();
    let (mut candidates, mut seen) = (Candidates::default(), BTreeSet::new());
    let mut grown = plan.clone();
    let mut inserted = Vec::new();
    for one in &playbook.tasks {
        let at = format!("playbooks/{}/tasks/{}", playbook.id, one.id);
        let id = name(&one.id);
        if !seen.insert(&one.id) {
            issues.push(Issue::error("duplicate-id", &*at, format!("two tasks are called `{}`", one.id)));
            continue;
        }
        if taken.contains(&id) {
            let message = format!("the plan has a task `{id}` already, but no such campaign");
            issues.push(
                Issue::error("id-clash", &*at, message)
                    .with_help("rename the task of the plan, or the event"),
            );
        }
        let deadline = due(one, request.at, plan, &at, &mut issues);
        let mut constraints = Vec::new();
        if one.after.is_empty() {
            constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, request.at));
        }
        let blank = Task::summary(id.clone());
        grown.tasks.push(Task {
            name: one.name.clone(),
            campaign: Some(campaign.clone()),
            duration: one.duration,
            milestone: one.milestone,
            constraints,
            deadline,
            priority: one.priority,
            ..blank
        });
        let before: BTreeSet<&TaskId> = one.after.iter().collect();
        for before in before {
            if known.contains(before) {
                grown.dependencies.push(Dependency::new(name(before), id.clone()));
            } else {
                let message = format!("the playbook has no task `{before}`");
                issues.push(Issue::error("unknown-task", format!("{at}/after"), message));
            }
        }
        if let Some(role) = &one.role {
            let works = |number: &&u32| index.resource(**number).kind.works();
            match candidates.qualified(&index, role).iter().find(works) {
                Some(number) => {
                    let first = index.resource(*number).id.clone();
                    grown.assignments.push(Assignment::new(id.clone(), first).or(role.clone()));
                }
                None => issues.push(
                    Issue::error("nobody-qualifies", format!("{at}/role"), "nobody in the plan is all that")
                        .with_help("ask for less, or add somebody"),
                ),
            }
        }
        inserted.push(id);
    }
    Issues::check(issues)?;
    let name = playbook.name.clone();
    grown.campaigns.push(Campaign { name, weight: playbook.weight, ..Campaign::new(campaign.clone()) });
    let (_, issues) = checked(&grown)?;
    grown.sort();
    Ok(InstantiateReport { campaign, inserted, issues, plan: grown })
}

/// The playbook that is asked for, or what is wrong with the request.
fn chosen<'a>(request: &'a InstantiateRequest, issues: &mut Vec<Issue>) -> Option<&'a Playbook> {
    if request.playbooks.len() > MOST {
        issues.push(Issue::error("too-large", "playbooks", format!("more than {MOST} playbooks")));
        return None;
    }
    for (name, text) in [("playbook", &request.playbook), ("event", &request.event)] {
        if text.trim().is_empty() {
            issues.push(Issue::error("empty-name", name, format!("`{name}` is empty")));
        }
    }
    let mut named = request.playbooks.iter().filter(|one| one.id == request.playbook);
    let playbook = named.next();
    if named.next().is_some() {
        let at = format!("playbooks/{}", request.playbook);
        issues.push(Issue::error("repeated-playbook", at, "two playbooks have the id"));
    }
    let Some(playbook) = playbook else {
        let ids = request.playbooks.iter().map(|one| one.id.as_str());
        let help = crate::error::nearest(&request.playbook, ids);
        let message =
            format!("no playbook is called `{}`", request.playbook.chars().take(80).collect::<String>());
        let issue = Issue::error("unknown-playbook", "playbook", message);
        issues.push(match help {
            Some(help) => issue.with_help(help),
            None => issue,
        });
        return None;
    };
    let at = format!("playbooks/{}/tasks", playbook.id);
    if playbook.tasks.is_empty() {
        issues.push(Issue::error("no-tasks", at, "the playbook has no tasks"));
    } else if playbook.tasks.len() > MOST {
        issues.push(Issue::error("too-large", at, format!("more than {MOST} tasks")));
        return None;
    }
    Some(playbook)
}

/// The deadline of a task of a playbook.
fn due(task: &PlaybookTask, at: When, plan: &Plan, place: &str, issues: &mut Vec<Issue>) -> Option<When> {
    let due = task.due?;
    match due.span(plan.program.work_units()) {
        Span::Elapsed(elapsed) if (0..=MOST_DUE).contains(&elapsed.0) => {
            Some(When::from(at.start() + chrono::Duration::seconds(elapsed.0)))
        }
        _ => {
            let message = format!("`{due}` is not an elapsed time from 0 to 10 years");
            issues.push(
                Issue::error("number-out-of-range", format!("{place}/due"), message)
                    .with_help("write elapsed hours or days: `4eh`, `2ed`"),
            );
            None
        }
    }
}

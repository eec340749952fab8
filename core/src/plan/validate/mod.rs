//! Every fault of a document at once.
//!
//! Names are resolved once ([`PlanIndex`]); then each part of the document is looked at on its own (fields
//! that make no sense), against the names (what refers to nothing) and against the whole (cycles, skills that
//! nobody has). Nothing stops at the first fault, and no text is built unless there is one.
//!
//! | file | looks at |
//! |---|---|
//! | `program` | format, program, campaigns, KPIs, baselines |
//! | `task` | tasks, milestones, summaries, their constraints and progress |
//! | `resource` | people, departments, vendors, skills, assignments |
//! | `alternative` | who else could do it |
//! | `extras` | what other tools said of a record |
//! | `graph` | cycles, links of summaries, repeated links |
//! | `faults` | the list of issues, bounded |
//! | `limits` | how much is accepted |
//!
//! Codes are stable. Places are made of ids: `tasks/copy/deadline`, `dependencies/brief->copy/lag`,
//! `assignments/copy/ana`, `resources/ana/absences/2026-09-16`, `program/start`.

mod alternative;
mod extras;
mod faults;
mod graph;
pub mod limits;
mod program;
mod resource;
mod task;

use limits::{
    MAX_ASSIGNMENTS, MAX_BASELINES, MAX_CALENDARS, MAX_CAMPAIGNS, MAX_DEPENDENCIES, MAX_DETAILS,
    MAX_ID_BYTES, MAX_RESOURCES, MAX_TASKS,
};
use rustc_hash::FxHashSet;

use super::index::{NONE, Names, PlanIndex};
use super::{KpiLink, Plan, SkillLevel};
use crate::calendar::Calendars;
use crate::quantity::{When, WorkUnits};
use crate::{Issue, Issues};

pub(crate) use faults::{Faults, show};

/// Largest weight.
const MAX_WEIGHT: f64 = 1e9;

impl Plan {
    /// Every fault and finding of the document at once: errors first, then warnings, then what is worth
    /// knowing, each in the order of its place. Empty if there is nothing to say.
    ///
    /// A plan without an error can be scheduled. Issues of one code are cut off after
    /// [`limits::MAX_ISSUES_OF_ONE_CODE`], and a document above the [`limits`] gets a single `too-large`.
    ///
    /// # Complexity
    /// O(n log n) for a document of n entries; linear after its names are sorted.
    ///
    /// # Examples
    /// ```
    /// use paceline::plan::Plan;
    /// let plan = Plan::from_json(r#"{
    ///     "format": "paceline/1",
    ///     "program": { "name": "Spring fair", "start": "2026-03-02" },
    ///     "tasks": [{ "id": "brief", "duration": "1d" }, { "id": "copy", "duration": "2d" }],
    ///     "dependencies": [{ "from": "brief", "to": "copy" }, { "from": "copi", "to": "brief" }]
    /// }"#)?;
    /// let issues = plan.validate();
    /// assert_eq!(issues[0].code, "unknown-task");
    /// assert_eq!(issues[0].at, "dependencies/copi->brief/from");
    /// assert_eq!(issues[0].help.as_deref(), Some("did you mean `copy`?"));
    /// # Ok::<(), paceline::Issues>(())
    /// ```
    pub fn validate(&self) -> Vec<Issue> {
        let (index, mut faults) = run(self);
        if index.is_some() {
            let mut issues = Vec::new();
            Calendars::compile(&self.calendars, self.program.scheduling.clock, &mut issues);
            faults.extend(issues);
        }
        faults.finish(Some(self))
    }
}

/// Checks a plan before it is compiled: its names resolved and its warnings, or everything that is wrong with
/// it. Faults of calendars are found where calendars are compiled.
pub(crate) fn checked(plan: &Plan) -> Result<(PlanIndex<'_>, Vec<Issue>), Issues> {
    let (index, faults) = run(plan);
    let warnings = if faults.is_empty() { Vec::new() } else { Issues::check(faults.finish(Some(plan)))? };
    match index {
        Some(index) => Ok((index, warnings)),
        None => Err(Issues::new(warnings)),
    }
}

fn run(plan: &Plan) -> (Option<PlanIndex<'_>>, Faults) {
    let mut faults = Faults::default();
    check_sizes(plan, &mut faults);
    if !faults.is_empty() {
        return (None, faults);
    }
    let mut unresolved = Vec::new();
    let mut index = PlanIndex::build(plan, &mut unresolved);
    crate::measure::validate(&plan.objectives, &mut unresolved);
    faults.extend(unresolved);
    let context = Context::new(plan, &index, &mut faults);
    program::check(&context, &mut faults);
    let plain_work = task::check(&context, &mut faults);
    resource::check(&context, &mut faults);
    alternative::check(&context, &mut faults);
    extras::check(&context, &mut faults);
    graph::check(&index, &mut faults);
    index.plain_work = plain_work;
    (Some(index), faults)
}

fn check_sizes(plan: &Plan, faults: &mut Faults) {
    let sizes = [
        ("tasks", plan.tasks.len(), MAX_TASKS),
        ("dependencies", plan.dependencies.len(), MAX_DEPENDENCIES),
        ("assignments", plan.assignments.len(), MAX_ASSIGNMENTS),
        ("resources", plan.resources.len(), MAX_RESOURCES),
        ("calendars", plan.calendars.len(), MAX_CALENDARS),
        ("campaigns", plan.campaigns.len(), MAX_CAMPAIGNS),
        ("objectives", plan.objectives.len(), MAX_CAMPAIGNS),
        ("baselines", plan.baselines.len(), MAX_BASELINES),
    ];
    for (list, size, most) in sizes {
        check_size(list, size, most, || list.to_string(), faults);
    }
}

/// Whether a list is not above its limit; reports it if it is.
fn check_size(what: &str, size: usize, most: usize, place: impl Fn() -> String, faults: &mut Faults) -> bool {
    if size > most {
        faults.error(
            "too-large",
            place(),
            format!("{size} {what} are more than the {most} that are accepted"),
            "split the document",
        );
    }
    size <= most
}

/// The ids of all KPIs.
pub(crate) fn kpi_ids(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.objectives.iter().flat_map(|objective| &objective.kpis).map(|kpi| kpi.id.as_str())
}

/// What the parts of the document are checked against.
struct Context<'a> {
    plan: &'a Plan,
    index: &'a PlanIndex<'a>,
    calendars: Names<'a>,
    campaigns: FxHashSet<&'a str>,
    kpis: FxHashSet<&'a str>,
    /// Position in the document → number of the task, or [`NONE`] for a repeated id.
    task_numbers: Vec<u32>,
    units: WorkUnits,
}

impl<'a> Context<'a> {
    fn new(plan: &'a Plan, index: &'a PlanIndex<'a>, faults: &mut Faults) -> Self {
        let mut task_numbers = vec![NONE; plan.tasks.len()];
        for (number, &position) in (0u32..).zip(&index.tasks) {
            task_numbers[position as usize] = number;
        }
        let mut campaigns = FxHashSet::default();
        for campaign in &plan.campaigns {
            if !campaigns.insert(campaign.id.as_str()) {
                let id = show(&campaign.id);
                duplicate_id(format!("campaigns/{id}"), &id, faults);
            }
        }
        Self {
            plan,
            index,
            calendars: Names::number(plan.calendars.iter().map(|calendar| calendar.id.as_str())).0,
            campaigns,
            kpis: kpi_ids(plan).collect(),
            task_numbers,
            units: plan.program.work_units(),
        }
    }

    fn check_calendar(&self, id: Option<&str>, place: impl Fn() -> String, faults: &mut Faults) {
        if let Some(id) = id.filter(|id| self.calendars.find(id, NONE).is_none()) {
            faults.error("unknown-calendar", place(), format!("calendar `{}` does not exist", show(id)), "");
        }
    }

    /// Contributions to KPIs of a campaign or task.
    fn check_kpis(&self, links: &[KpiLink], owner: impl Fn() -> String, faults: &mut Faults) {
        if links.is_empty() || !check_size("KPIs", links.len(), MAX_DETAILS, || owner() + "/kpis", faults) {
            return;
        }
        for (position, link) in links.iter().enumerate() {
            let place = || format!("{}/kpis/{}", owner(), show(&link.kpi));
            if !self.kpis.contains(link.kpi.as_str()) {
                faults.error("unknown-kpi", place(), format!("KPI `{}` does not exist", show(&link.kpi)), "");
            }
            if !(0.0..=1.0).contains(&link.contribution) {
                let message = format!("contribution {} is not from 0 to 1", link.contribution);
                faults.error("contribution-out-of-range", place(), message, "write 0.25 for a quarter");
            }
            if links[..position].iter().any(|other| other.kpi == link.kpi) {
                faults.error(
                    "duplicate-kpi-link",
                    place(),
                    "this KPI is named more than once",
                    "add the contributions up",
                );
            }
        }
    }
}

fn duplicate_id(place: String, id: &str, faults: &mut Faults) {
    faults.error(
        "duplicate-id",
        place,
        format!("`{id}` is used more than once"),
        "give each one an id of its own",
    );
}

/// An id must be there, not be too long and hold no control characters.
fn check_id(list: &str, id: &str, faults: &mut Faults) {
    // Letters, digits and signs only: nearly every id.
    if (1..=MAX_ID_BYTES).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic()) {
        return;
    }
    let strange = |id: &str| {
        id.bytes().any(|byte| !(0x20..0x7f).contains(&byte))
            && id.chars().any(|c| c.is_control() || c == '\u{feff}')
    };
    let message = if id.trim().is_empty() {
        String::from("an id is empty")
    } else if id.len() > MAX_ID_BYTES {
        format!("id `{}` has {} bytes; the most is {MAX_ID_BYTES}", show(id), id.len())
    } else if strange(id) {
        format!("id `{}` holds a control character", show(id))
    } else {
        return;
    };
    faults.error(
        "invalid-id",
        format!("{list}/{}", show(id)),
        message,
        "write a short id in plain characters",
    );
}

fn check_weight(weight: Option<f64>, place: impl Fn() -> String, faults: &mut Faults) {
    if let Some(weight) = weight.filter(|weight| !(0.0..=MAX_WEIGHT).contains(weight)) {
        faults.error(
            "weight-out-of-range",
            place(),
            format!("weight {weight} is not from 0 to {MAX_WEIGHT}"),
            "",
        );
    }
}

fn check_skills(skills: &[SkillLevel], owner: impl Fn() -> String, faults: &mut Faults) {
    if skills.is_empty() || !check_size("skills", skills.len(), MAX_DETAILS, || owner() + "/skills", faults) {
        return;
    }
    for (position, skill) in skills.iter().enumerate() {
        let place = || format!("{}/skills/{}", owner(), show(&skill.skill));
        if skill.skill.trim().is_empty() {
            faults.error("invalid-id", place(), "a skill has no name", "name the skill or remove it");
        }
        if !(1..=5).contains(&skill.level) {
            let message = format!("level {} is not from 1 to 5", skill.level);
            faults.error(
                "skill-level-out-of-range",
                place(),
                message,
                "1 knows it, 3 works alone, 5 teaches it",
            );
        }
        if skills[..position].iter().any(|other| other.skill == skill.skill) {
            faults.error("duplicate-skill", place(), "this skill is named more than once", "keep one level");
        }
    }
}

/// A span whose end is not after its beginning.
fn is_reversed(from: When, to: When) -> bool {
    to.end() <= from.start()
}

/// Whether a finish lies before its start; a moment may be both.
fn ends_before(finish: When, start: When) -> bool {
    finish.end() < start.start() || (finish.time.is_none() && finish.date < start.date)
}

fn check_range(from: When, to: When, place: impl Fn() -> String, faults: &mut Faults) {
    if is_reversed(from, to) {
        faults.error(
            "reversed-range",
            place(),
            format!("`{to}` is not after `{from}`"),
            "write the earlier date first",
        );
    }
}

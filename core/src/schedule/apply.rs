//! `apply_leveling`: the leveled plan becomes the plan.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::compile::{compile, lowered};
use super::critical_path::Dates;
use super::network::Kind;
use super::schedule_report::{Schedule, missing_task};
use crate::Issues;
use crate::plan::{ConstraintKind, Plan};
use crate::quantity::{Duration, Stamp, Time, When};

/// The plan with leveling delays that make [`schedule`](super::schedule()) give the dates of a leveled schedule.
///
/// Each task gets as [`leveling_delay`](crate::plan::Task::leveling_delay) the elapsed time that it starts later
/// than its links and constraints would have it; delays that it had before are replaced. Delays are relative, as in
/// Microsoft Project: when a predecessor is moved afterwards, the task follows. A task that was to be as late as
/// possible gives that wish up, because leveling has decided where it lies.
///
/// Of a started task whose rest the schedule delays, the progress says when the rest goes on
/// ([`resume`](crate::plan::TaskProgress::resume)). That is an instant, not a delay: when the plan is leveled again the
/// rest does not go on before it, unless it is taken away. When more of the task is done, write where the rest goes on
/// then, or level with [`not_before`](super::LevelOptions::not_before).
///
/// Assignments that the schedule gives to somebody else name that resource, with the units, work and duration of its
/// alternative; the former resource is an alternative from then on.
///
/// # Errors
/// Every fault of the plan, `missing-task` for each task that the schedule lacks, and `unknown-assignment` or
/// `not-an-alternative` for people that the plan does not allow.
///
/// # Complexity
/// O(n log n) for n tasks, links and assignments.
///
/// # Examples
/// ```
/// use paceline::plan::{Plan, Resource, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::{LevelOptions, apply_leveling, level, schedule};
///
/// let plan = Plan::builder("Two at once", When::parse("2026-03-02")?)
///     .resource(Resource::person("ana"))
///     .task(Task::new("brief", Duration::days(1)).assigned("ana"))
///     .task(Task::new("copy", Duration::days(2)).assigned("ana"))
///     .build()?;
/// let leveled = level(&plan, &LevelOptions::default(), &mut ())?;
/// let kept = apply_leveling(&plan, &leveled.schedule)?;
/// assert_eq!(schedule(&kept)?.finish, leveled.schedule.finish);
/// assert_eq!(kept.tasks.iter().filter(|task| task.leveling_delay.is_some()).count(), 1);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn apply_leveling(plan: &Plan, leveled: &Schedule) -> Result<Plan, Issues> {
    let plan = &*leveled.staffed(plan)?;
    let rules = lowered(plan)?;
    let mut compiled = compile(&rules)?;
    for held in &mut compiled.network.held {
        held.delay = 0;
    }
    let network = &compiled.network;
    let rows = compiled.rows(leveled)?;
    let mut dates = Dates {
        start: vec![Time::NEVER; network.nodes.len()],
        finish: vec![Time::NEVER; network.nodes.len()],
    };
    let mut delays = vec![0; network.tasks];
    for &node in &network.order {
        let at = node as usize;
        let (start, finish) = network.early(node, &dates, Time::DISTANT_PAST);
        (dates.start[at], dates.finish[at]) = match rows.get(at) {
            Some(row) if network.node(node).kind == Kind::Effort => *row,
            Some(row) if network.is_leaf(node) => {
                delays[at] = (row.0.0 - start.0).max(0);
                *row
            }
            _ => (start, finish),
        };
    }
    let delay_of: FxHashMap<&str, i64> =
        compiled.ids.iter().zip(&delays).map(|(id, delay)| (id.as_str(), *delay)).collect();
    let resumes = compiled.resumes(leveled);
    let mut kept = plan.clone();
    for task in &mut kept.tasks {
        let delay = delay_of.get(task.id.as_str()).copied().unwrap_or(0);
        task.leveling_delay = (delay > 0).then(|| Duration::elapsed_seconds(delay));
        task.constraints.retain(|constraint| constraint.kind != ConstraintKind::AsLateAsPossible);
        if let Some(resume) = resumes.get(task.id.as_str()) {
            task.progress.resume = Some(*resume);
        }
    }
    Ok(kept)
}

impl Schedule {
    /// A plan with the people of this schedule.
    pub(crate) fn staffed<'a>(&self, plan: &'a Plan) -> Result<Cow<'a, Plan>, Issues> {
        if self.reassigned.is_empty() {
            return Ok(Cow::Borrowed(plan));
        }
        let exchanges = self.reassigned.iter().map(|one| (&one.task, &one.from, &one.to));
        plan.reassigned(exchanges).map(Cow::Owned)
    }
}

impl super::compile::Compiled<'_> {
    /// When the rests of started tasks go on by a schedule, where that is not what the plan says.
    fn resumes(&self, schedule: &Schedule) -> FxHashMap<&str, When> {
        let zoned = self.network.zone.is_some();
        let mut resumes = FxHashMap::default();
        for rest in &self.rests {
            let id = self.ids[rest.node as usize].as_str();
            let asked = schedule.task(id).and_then(|row| row.resume).map(Stamp::time);
            if let Some(when) = asked.filter(|at| *at != rest.resume).and_then(|at| rest.when(at, zoned)) {
                resumes.insert(id, when);
            }
        }
        resumes
    }

    /// Start and finish of each task by number, from a schedule in any order.
    fn rows(&self, schedule: &Schedule) -> Result<Vec<(Time, Time)>, Issues> {
        let mut rows = vec![None; self.ids.len()];
        for row in &schedule.tasks {
            if let Ok(number) = self.ids.binary_search(&row.id) {
                rows[number] = Some((row.start.time(), row.finish.time()));
            }
        }
        let missing =
            self.ids.iter().zip(&rows).filter(|(_, row)| row.is_none()).map(|(id, _)| missing_task(id));
        Issues::check(missing.take(100).collect())?;
        Ok(rows.into_iter().flatten().collect())
    }
}

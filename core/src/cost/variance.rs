//! Baselines: taken of a schedule, and how far a schedule is from them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::budget::{campaigns, children_first};
use super::cost;
use crate::calendar::{Calendars, Clock, Timeline, Zone};
use crate::plan::index::NONE;
use crate::plan::{Baseline, BaselineTask, Plan};
use crate::quantity::{Duration, DurationUnit, Money, Span, Stamp, Time, When, Work, WorkUnits};
use crate::schedule::booking::{Bookings, WHOLE};
use crate::schedule::{Schedule, standard, to_axis};
use crate::{BaselineId, CampaignId, Issue, Issues, TaskId};

/// The baseline that is meant when none is named: Microsoft Project's first.
const USUAL: &str = "baseline-0";

/// How [`set_baseline`] stores a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct BaselineOptions {
    /// Id of the baseline; `baseline-0` if absent. One that the plan has of this id is replaced. Files of Microsoft
    /// Project have `baseline-0` to `baseline-10`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<BaselineId>,
    /// When it is taken; the program's status date if absent, else its start.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<When>,
}

/// Which baseline [`variance`] holds a schedule against.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct VarianceOptions {
    /// Id of the baseline; `baseline-0` if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineId>,
}

/// How far something is from what was agreed: now less then, so above zero is later, longer, more or dearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variance {
    /// Agreed start.
    pub baseline_start: Stamp,
    /// Start by the schedule.
    pub start: Stamp,
    /// Working time of the program from the one to the other, in seconds.
    pub start_variance: Work,
    /// Agreed finish.
    pub baseline_finish: Stamp,
    /// Finish by the schedule.
    pub finish: Stamp,
    /// Working time of the program from the one to the other, in seconds.
    pub finish_variance: Work,
    /// Agreed duration in seconds, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_duration: Option<Work>,
    /// Duration by the schedule, in seconds of working time (elapsed seconds for an elapsed duration).
    pub duration: Work,
    /// The difference, if both are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_variance: Option<Work>,
    /// Agreed work of everybody in seconds, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline_work: Option<Work>,
    /// Work of everybody, in seconds.
    pub work: Work,
    /// The difference, if both are known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_variance: Option<Work>,
    /// Agreed cost.
    pub baseline_cost: Money,
    /// Cost by the schedule.
    pub cost: Money,
    /// The difference.
    pub cost_variance: Money,
}

/// How far a task is from its baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskVariance {
    /// The task.
    pub task: TaskId,
    /// How far.
    pub variance: Variance,
}

/// How far the tasks of a campaign are from the baseline: from the first start to the last finish of those that it
/// has, their work and cost added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CampaignVariance {
    /// The campaign.
    pub campaign: CampaignId,
    /// How far.
    pub variance: Variance,
}

/// How far a schedule is from a baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VarianceReport {
    /// The baseline.
    pub baseline: BaselineId,
    /// When it was taken.
    pub at: When,
    /// The program: all its tasks that the baseline has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<Variance>,
    /// Campaigns with tasks that the baseline has, in the order of their ids.
    pub campaigns: Vec<CampaignVariance>,
    /// Tasks that the baseline has, in the order of their ids.
    pub tasks: Vec<TaskVariance>,
    /// Tasks that the baseline does not have, by id.
    pub added: Vec<TaskId>,
}

/// The plan with a schedule stored as a baseline: start, finish, duration, work and cost of every task.
///
/// # Errors
/// Every fault of the plan, and tasks that the schedule lacks.
///
/// # Complexity
/// That of [`cost`].
///
/// # Examples
/// ```
/// use paceline::cost::{BaselineOptions, VarianceOptions, set_baseline, variance};
/// use paceline::plan::{Plan, Task};
/// use paceline::quantity::{Duration, When, Work};
/// use paceline::schedule::schedule;
///
/// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
///     .task(Task::new("brief", Duration::days(1)))
///     .build()?;
/// let agreed = set_baseline(&plan, &schedule(&plan)?, &BaselineOptions::default())?;
/// let later = agreed.changed(r#"{"tasks": {"brief": {"duration": "3d"}}}"#)?;
/// let report = variance(&later, &schedule(&later)?, &VarianceOptions::default())?;
/// assert_eq!(report.tasks[0].variance.finish_variance, Work::hours(16));
/// assert_eq!(report.tasks[0].variance.start_variance, Work(0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn set_baseline(plan: &Plan, schedule: &Schedule, options: &BaselineOptions) -> Result<Plan, Issues> {
    let facts = Facts::of(plan, schedule)?;
    let id = options.id.clone().unwrap_or_else(|| USUAL.into());
    let program = &plan.program;
    let at = options.at.or(program.status_date).unwrap_or(program.start);
    let units = program.work_units();
    let when = |stamp: Stamp| When::from(stamp.civil());
    let mut tasks = Vec::with_capacity(facts.tasks.len());
    for (task, fact) in &facts.tasks {
        let elapsed = fact.given.is_some_and(Duration::is_elapsed);
        let length = |seconds: Work| Duration::of_seconds(seconds.0, DurationUnit::Day, false, units);
        tasks.push(BaselineTask {
            task: task.clone(),
            start: when(fact.start),
            finish: when(fact.finish),
            duration: Some(if elapsed {
                Duration::elapsed_seconds(fact.duration.0)
            } else {
                length(fact.duration)
            }),
            work: Some(length(fact.work)),
            cost: fact.cost,
        });
    }
    let mut plan = plan.clone();
    plan.baselines.retain(|baseline| baseline.id != id);
    plan.baselines.push(Baseline { id, at, tasks });
    Ok(plan)
}

/// How far a schedule is from a baseline of its plan, by task, campaign and in all.
///
/// Starts and finishes are held against each other in the working time of the program. A task that the baseline does
/// not have is told in `added`; campaigns and program count only those that it has, so that like is held against
/// like.
///
/// # Errors
/// `unknown-baseline`; every fault of the plan, and tasks that the schedule lacks.
///
/// # Complexity
/// That of [`cost`].
///
/// # Examples
/// See [`set_baseline`].
pub fn variance(
    plan: &Plan,
    schedule: &Schedule,
    options: &VarianceOptions,
) -> Result<VarianceReport, Issues> {
    let id = options.baseline.as_deref().unwrap_or(USUAL);
    let Some(baseline) = plan.baselines.iter().find(|baseline| baseline.id.as_str() == id) else {
        let shown: String = id.chars().take(80).collect();
        let known: Vec<String> = plan.baselines.iter().take(20).map(|one| format!("`{}`", one.id)).collect();
        let help = match known.len() {
            0 => String::from("the plan has none: store one with `set_baseline`"),
            _ => format!("the plan has {}", known.join(", ")),
        };
        let issue = Issue::error(
            "unknown-baseline",
            "options/baseline",
            format!("baseline `{shown}` does not exist"),
        );
        return Err(issue.with_help(help).into());
    };
    let facts = Facts::of(plan, schedule)?;
    let agreed: BTreeMap<&TaskId, &BaselineTask> =
        baseline.tasks.iter().map(|row| (&row.task, row)).collect();
    let (mut tasks, mut added) = (Vec::new(), Vec::new());
    // What is under each summary, which its cost has once more.
    let mut under: BTreeMap<&TaskId, [Money; 2]> = BTreeMap::new();
    for (task, fact) in &facts.tasks {
        if let Some(parent) = &fact.parent {
            let sums = under.entry(parent).or_default();
            sums[0] += agreed.get(task).map_or(Money::ZERO, |row| row.cost);
            sums[1] += fact.cost;
        }
    }
    let mut sums: BTreeMap<Option<&CampaignId>, Sum> = BTreeMap::new();
    for (task, fact) in &facts.tasks {
        let Some(row) = agreed.get(task) else {
            added.push(task.clone());
            continue;
        };
        let then = facts.agreed(row);
        tasks.push(TaskVariance { task: task.clone(), variance: facts.variance(&then, fact) });
        let below = under.get(task).copied().unwrap_or_default();
        for key in [Some(None), fact.campaign.as_ref().map(Some)].into_iter().flatten() {
            let sum = sums.entry(key).or_default();
            sum.then = Some(facts.joined(sum.then.take(), &then, fact.summary, below[0]));
            sum.now = Some(facts.joined(sum.now.take(), fact, fact.summary, below[1]));
        }
    }
    let sum = |sum: &Sum| Some(facts.variance(sum.then.as_ref()?, sum.now.as_ref()?));
    let program = sums.get(&None).and_then(sum);
    let campaigns = (sums.iter())
        .filter_map(|(campaign, of)| {
            Some(CampaignVariance { campaign: (*campaign)?.clone(), variance: sum(of)? })
        })
        .collect();
    Ok(VarianceReport { baseline: baseline.id.clone(), at: baseline.at, program, campaigns, tasks, added })
}

/// Many tasks as one: as agreed, and by the schedule.
#[derive(Default)]
struct Sum {
    then: Option<Fact>,
    now: Option<Fact>,
}

/// What a schedule says of a task.
#[derive(Debug, Clone)]
struct Fact {
    start: Stamp,
    finish: Stamp,
    duration: Work,
    given: Option<Duration>,
    work: Work,
    cost: Money,
    campaign: Option<CampaignId>,
    parent: Option<TaskId>,
    summary: bool,
    /// Whether duration and work are known.
    known: [bool; 2],
}

/// All tasks in the order of their ids, and how times are held against each other.
struct Facts {
    tasks: Vec<(TaskId, Fact)>,
    units: WorkUnits,
    usual: Timeline,
    zone: Zone,
    clock: Clock,
}

impl Facts {
    fn of(plan: &Plan, schedule: &Schedule) -> Result<Self, Issues> {
        let costs = cost(plan, schedule)?;
        let plan = &*schedule.staffed(plan)?;
        let bookings = Bookings::of(plan, schedule)?;
        let index = &bookings.index;
        let mut work = vec![0i128; index.tasks.len()];
        for booking in &bookings.bookings {
            work[booking.task as usize] += booking.work_in(booking.length);
        }
        let upwards = children_first(index);
        let known: BTreeSet<&str> = plan.campaigns.iter().map(|one| one.id.as_str()).collect();
        let campaigns = campaigns(index, &upwards, |id| known.contains(id));
        // What is under a summary is its work, too.
        for number in upwards {
            let parent = index.parent[number as usize];
            if parent != NONE {
                work[parent as usize] += work[number as usize];
            }
        }
        let mut tasks = Vec::with_capacity(index.tasks.len());
        for (number, cost) in (0u32..).zip(&costs.tasks) {
            let (task, row) = (index.task(number), bookings.rows[number as usize]);
            let seconds = (work[number as usize] + WHOLE / 2) / WHOLE;
            let fact = Fact {
                start: row.start,
                finish: row.finish,
                duration: row.duration,
                given: task.duration,
                work: Work(i64::try_from(seconds).unwrap_or(i64::MAX / 8)),
                cost: cost.cost.total,
                campaign: campaigns[number as usize].map(CampaignId::from),
                parent: task.parent.clone(),
                summary: index.is_summary[number as usize],
                known: [true; 2],
            };
            tasks.push((task.id.clone(), fact));
        }
        let clock = plan.program.scheduling.clock;
        let compiled = Calendars::compile(&plan.calendars, clock, &mut Vec::new());
        let found = plan.program.calendar.as_ref().and_then(|id| compiled.get(id));
        Ok(Self {
            tasks,
            units: plan.program.work_units(),
            usual: found.map_or_else(|| standard(clock), |calendar| calendar.timeline.clone()),
            zone: found.map_or_else(Zone::utc, |calendar| calendar.zone.clone()),
            clock,
        })
    }

    /// What was agreed of a task.
    fn agreed(&self, row: &BaselineTask) -> Fact {
        let seconds = |length: Option<Duration>| match length.map(|length| length.span(self.units)) {
            Some(Span::Working(work)) => work,
            Some(Span::Elapsed(wall)) => Work(wall.0),
            None => Work(0),
        };
        Fact {
            start: self.stamp(row.start.start()),
            finish: self.stamp(row.finish.end()),
            duration: seconds(row.duration),
            given: row.duration,
            work: seconds(row.work),
            cost: row.cost,
            campaign: None,
            parent: None,
            summary: false,
            known: [row.duration.is_some(), row.work.is_some()],
        }
    }

    /// A sum with one task more: a summary gives only the cost that is its own, beside what is `below` it.
    fn joined(&self, sum: Option<Fact>, one: &Fact, summary: bool, below: Money) -> Fact {
        let (work, cost) = if summary { (Work(0), one.cost - below) } else { (one.work, one.cost) };
        let mut sum =
            sum.unwrap_or_else(|| Fact { work: Work(0), cost: Money::ZERO, known: [true; 2], ..one.clone() });
        sum.start = sum.start.min(one.start);
        sum.finish = sum.finish.max(one.finish);
        sum.duration = self.usual.work_between(sum.start.time(), sum.finish.time());
        sum.work = Work(sum.work.0.saturating_add(work.0));
        sum.cost += cost;
        sum.known = [true, sum.known[1] && (one.known[1] || summary)];
        sum
    }

    fn stamp(&self, civil: chrono::NaiveDateTime) -> Stamp {
        let time = to_axis(civil, &self.zone, self.clock);
        match self.clock {
            Clock::Wall => Stamp::wall(time),
            Clock::Zoned => Stamp::zoned(time, self.zone.offset_at(time)),
        }
    }

    fn variance(&self, then: &Fact, now: &Fact) -> Variance {
        let between = |from: Time, to: Time| self.usual.work_between(from, to);
        let less = |is: Work, was: Work| Work(is.0.saturating_sub(was.0));
        let [duration, work] = then.known;
        Variance {
            baseline_start: then.start,
            start: now.start,
            start_variance: between(then.start.time(), now.start.time()),
            baseline_finish: then.finish,
            finish: now.finish,
            finish_variance: between(then.finish.time(), now.finish.time()),
            baseline_duration: duration.then_some(then.duration),
            duration: now.duration,
            duration_variance: duration.then(|| less(now.duration, then.duration)),
            baseline_work: work.then_some(then.work),
            work: now.work,
            work_variance: work.then(|| less(now.work, then.work)),
            baseline_cost: then.cost,
            cost: now.cost,
            cost_variance: now.cost - then.cost,
        }
    }
}

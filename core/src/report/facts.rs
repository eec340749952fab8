//! Everything a report says, worked out once.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::Brief;
use super::gates::{self, Gates};
use crate::Issue;
use crate::plan::index::{NONE, PlanIndex};
use crate::plan::{Campaign, Resource, Task};
use crate::quantity::{Stamp, Work};
use crate::schedule::{LateTask, Move, Overload, ResourceLoad, TaskKind, TaskSchedule};
use crate::sort::Arrange;

/// Levels of the work breakdown tree that are followed upwards.
const MAX_DEPTH: usize = 256;

/// A task of the plan with its rows in both schedules.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TaskFact<'a> {
    pub(crate) task: &'a Task,
    pub(crate) after: Option<&'a TaskSchedule>,
    pub(crate) before: Option<&'a TaskSchedule>,
    /// Index into [`Facts::lanes`].
    pub(crate) lane: usize,
}

impl TaskFact<'_> {
    /// Whether leveling moved it.
    pub(crate) fn moved(&self) -> bool {
        matches!((self.before, self.after), (Some(b), Some(a)) if (b.start, b.finish) != (a.start, a.finish))
    }

    pub(crate) fn is_milestone(&self) -> bool {
        self.after.is_some_and(|row| row.kind == TaskKind::Milestone)
    }
}

/// A campaign with its tasks, or the tasks of the program itself.
#[derive(Debug)]
pub(crate) struct Lane<'a> {
    /// Absent for the program's own tasks.
    pub(crate) campaign: Option<&'a Campaign>,
    /// Numbers of its tasks, in the order of their ids.
    pub(crate) tasks: Vec<u32>,
    pub(crate) start: Option<Stamp>,
    pub(crate) finish: Option<Stamp>,
    pub(crate) finish_before: Option<Stamp>,
    /// The latest deadline of its tasks.
    pub(crate) deadline: Option<NaiveDate>,
    /// Tasks that have a deadline.
    pub(crate) due: usize,
    /// Tasks that miss it.
    pub(crate) late: usize,
}

impl Lane<'_> {
    /// Name for people.
    pub(crate) fn label(&self) -> &str {
        match self.campaign {
            None => "Program",
            Some(campaign) => campaign.name.as_deref().unwrap_or(campaign.id.as_str()),
        }
    }

    /// Id, `program` for the program's own tasks.
    pub(crate) fn id(&self) -> &str {
        self.campaign.map_or("program", |campaign| campaign.id.as_str())
    }
}

/// A resource with its load in both schedules.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Person<'a> {
    /// Absent if the plan does not know it.
    pub(crate) resource: Option<&'a Resource>,
    pub(crate) id: &'a str,
    pub(crate) before: Option<&'a ResourceLoad>,
    pub(crate) after: Option<&'a ResourceLoad>,
}

impl<'a> Person<'a> {
    /// Name for people.
    pub(crate) fn label(&self) -> &'a str {
        self.resource.and_then(|resource| resource.name.as_deref()).unwrap_or(self.id)
    }

    /// The day with the most work, the first of equals, and the work asked of it.
    pub(crate) fn busiest(load: &ResourceLoad) -> Option<(NaiveDate, Work)> {
        let mut best: Option<(NaiveDate, Work)> = None;
        for day in load.days.iter().filter(|day| day.demand > Work::ZERO) {
            if best.is_none_or(|(_, demand)| day.demand > demand) {
                best = Some((day.date, day.demand));
            }
        }
        best
    }
}

/// Everything a report says.
#[derive(Debug)]
pub(crate) struct Facts<'a> {
    pub(crate) brief: Brief<'a>,
    pub(crate) index: PlanIndex<'a>,
    /// By number, in the order of the ids.
    pub(crate) tasks: Vec<TaskFact<'a>>,
    /// The program's own tasks first, then the campaigns by id; none without tasks but campaigns.
    pub(crate) lanes: Vec<Lane<'a>>,
    /// By id.
    pub(crate) people: Vec<Person<'a>>,
    pub(crate) gates: Gates,
    /// Working time of one day of the program.
    pub(crate) per_day: Work,
    moves_by_task: BTreeMap<&'a str, &'a Move>,
}

impl<'a> Facts<'a> {
    /// Works out the facts of a brief.
    ///
    /// # Complexity
    /// O(n log n) for n tasks, links, assignments and days of load.
    pub(crate) fn new(brief: Brief<'a>) -> Self {
        let mut ignored = Vec::new();
        let index = PlanIndex::build(brief.plan, &mut ignored);
        let campaigns: BTreeMap<&str, &Campaign> =
            brief.plan.campaigns.iter().rev().map(|campaign| (campaign.id.as_str(), campaign)).collect();
        let mut lanes: Vec<Lane<'a>> = Vec::with_capacity(campaigns.len() + 1);
        lanes.push(Lane::new(None));
        lanes.extend(campaigns.values().map(|campaign| Lane::new(Some(campaign))));
        let numbers: BTreeMap<&str, usize> =
            campaigns.keys().enumerate().map(|(n, id)| (*id, n + 1)).collect();
        let count = u32::try_from(index.tasks.len()).unwrap_or(NONE);
        let tasks: Vec<TaskFact<'a>> = (0..count)
            .map(|number| {
                let task = index.task(number);
                TaskFact {
                    task,
                    after: brief.level.schedule.task(&task.id),
                    before: brief.level.before.task(&task.id),
                    lane: campaign_of(&index, number).and_then(|id| numbers.get(id)).copied().unwrap_or(0),
                }
            })
            .collect();
        for (number, fact) in (0u32..).zip(&tasks) {
            if let Some(lane) = lanes.get_mut(fact.lane) {
                lane.add(number, fact);
            }
        }
        let gates = gates::find(&index, &tasks, lanes.len());
        let people = people(&brief, &index);
        let per_day = brief.plan.program.work_units().day;
        let moves_by_task = brief.level.moves.iter().map(|moved| (moved.task.as_str(), moved)).collect();
        Self { brief, index, tasks, lanes, people, gates, per_day, moves_by_task }
    }

    /// The number of a task.
    pub(crate) fn number(&self, id: &str) -> Option<u32> {
        let found = self.tasks.binary_search_by(|fact| fact.task.id.as_str().cmp(id)).ok()?;
        u32::try_from(found).ok()
    }

    /// The resource of an id.
    pub(crate) fn resource(&self, id: &str) -> Option<&'a Resource> {
        let found = self.index.resources.binary_search_by(|position| {
            self.brief.plan.resources.get(*position as usize).map_or("", |r| r.id.as_str()).cmp(id)
        });
        let position = *self.index.resources.get(found.ok()?)?;
        self.brief.plan.resources.get(position as usize)
    }

    /// The lateness of a task, if it is late.
    pub(crate) fn late(&self, id: &str) -> Option<&'a LateTask> {
        let late: &'a [LateTask] = &self.brief.level.late;
        late.binary_search_by(|late| late.task.as_str().cmp(id)).ok().and_then(|found| late.get(found))
    }

    /// The move of a task, if leveling moved it.
    pub(crate) fn moved(&self, id: &str) -> Option<&'a Move> {
        self.moves_by_task.get(id).copied()
    }

    /// Ids of the resources of a task.
    pub(crate) fn assigned(&self, number: u32) -> Vec<&'a str> {
        let mut ids: Vec<&str> = self
            .index
            .assignments_of(number)
            .iter()
            .map(|assignment| self.done_by(number, self.index.resource(assignment.resource).id.as_str()))
            .collect();
        ids.dedup();
        ids
    }

    /// Who does what the plan assigns to a resource.
    fn done_by(&self, number: u32, resource: &'a str) -> &'a str {
        let reassigned = &self.brief.level.schedule.reassigned;
        if reassigned.is_empty() {
            return resource;
        }
        let task = &self.index.task(number).id;
        let found = reassigned.iter().find(|one| one.task == *task && one.from == *resource);
        found.map_or(resource, |one| one.to.as_str())
    }

    /// What a person should know: issues of the schedule, the cost and the scores.
    pub(crate) fn findings(&self) -> Vec<&'a Issue> {
        let cost = self.brief.cost.map_or(&[][..], |cost| &cost.issues);
        let scores = self.brief.scorecard.map_or(&[][..], |card| &card.cautions);
        let mut seen = BTreeSet::new();
        let all = self.brief.level.schedule.issues.iter().chain(cost).chain(scores);
        all.filter(|issue| seen.insert(*issue)).collect()
    }

    /// The largest moves first, then by id.
    pub(crate) fn moves(&self) -> Vec<&'a Move> {
        let mut moves: Vec<&Move> = self.brief.level.moves.iter().collect();
        moves.arrange_by(|a, b| {
            b.delay.0.unsigned_abs().cmp(&a.delay.0.unsigned_abs()).then_with(|| a.task.cmp(&b.task))
        });
        moves
    }

    /// The largest overloads before leveling first, then by resource and time.
    pub(crate) fn overloads_before(&self) -> Vec<&'a Overload> {
        let mut spans: Vec<&Overload> =
            self.brief.load_before.resources.iter().flat_map(|load| &load.overloads).collect();
        spans.arrange_by(|a, b| {
            b.excess.cmp(&a.excess).then_with(|| (&a.resource, a.from).cmp(&(&b.resource, b.from)))
        });
        spans
    }
}

impl<'a> Lane<'a> {
    fn new(campaign: Option<&'a Campaign>) -> Self {
        Self {
            campaign,
            tasks: Vec::new(),
            start: None,
            finish: None,
            finish_before: None,
            deadline: None,
            due: 0,
            late: 0,
        }
    }

    fn add(&mut self, number: u32, fact: &TaskFact<'_>) {
        self.tasks.push(number);
        if let Some(row) = fact.after {
            self.start = Some(self.start.map_or(row.start, |start| start.min(row.start)));
            self.finish = Some(self.finish.map_or(row.finish, |finish| finish.max(row.finish)));
            self.late += usize::from(row.late_days > 0);
        }
        if let Some(row) = fact.before {
            self.finish_before = Some(self.finish_before.map_or(row.finish, |finish| finish.max(row.finish)));
        }
        if let Some(deadline) = fact.task.deadline {
            self.due += 1;
            self.deadline = self.deadline.max(Some(deadline.date));
        }
    }
}

/// The campaign of a task: its own, or that of the nearest task above it.
fn campaign_of<'a>(index: &PlanIndex<'a>, number: u32) -> Option<&'a str> {
    let mut at = number;
    for _ in 0..MAX_DEPTH {
        if let Some(campaign) = &index.task(at).campaign {
            return Some(campaign.as_str());
        }
        at = *index.parent.get(at as usize)?;
        if at == NONE {
            return None;
        }
    }
    None
}

/// Every resource with load before or after, by id.
fn people<'a>(brief: &Brief<'a>, index: &PlanIndex<'a>) -> Vec<Person<'a>> {
    let mut found: BTreeMap<&str, Person<'a>> = BTreeMap::new();
    let blank = |id| Person { resource: None, id, before: None, after: None };
    for load in &brief.load_before.resources {
        found.entry(&load.resource).or_insert_with(|| blank(load.resource.as_str())).before = Some(load);
    }
    for load in &brief.load_after.resources {
        found.entry(&load.resource).or_insert_with(|| blank(load.resource.as_str())).after = Some(load);
    }
    for position in &index.resources {
        let Some(resource) = brief.plan.resources.get(*position as usize) else { continue };
        if let Some(person) = found.get_mut(resource.id.as_str()) {
            person.resource = Some(resource);
        }
    }
    found.into_values().collect()
}

/// The first and last day of work in a load.
pub(crate) fn span(load: &ResourceLoad) -> Option<(NaiveDate, NaiveDate)> {
    let mut days = load.days.iter().filter(|day| day.demand > Work::ZERO);
    let first = days.next()?.date;
    Some((first, days.next_back().map_or(first, |day| day.date)))
}

/// Days from one date to another.
pub(crate) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    i64::from(to.num_days_from_ce()) - i64::from(from.num_days_from_ce())
}

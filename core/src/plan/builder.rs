//! Writing a plan in Rust: what is said about a task is said in one place, and checked all at once.
//!
//! Tasks, resources and the others are plain data with public fields; what is here only makes them shorter to
//! write. Nothing is checked until [`PlanBuilder::build`], which reports every fault like any other document's.

use crate::calendar::{Calendar, Clock};
use crate::measure::Objective;
use crate::plan::{
    Absence, Alternative, Assignment, Availability, Baseline, Campaign, Constraint, ConstraintKind,
    Dependency, DependencyKind, Estimate, KpiLink, LagCalendar, Per, Plan, Program, Rate, Resource,
    ResourceKind, SkillLevel, Task, TaskProgress, Window,
};
use crate::quantity::{Duration, Lag, Money, Units, When};
use crate::{CalendarId, CampaignId, Issues, KpiId, ResourceId, SkillId, TaskId};

impl Plan {
    /// Begins a plan: a program with a name and a start.
    ///
    /// # Examples
    /// A first program:
    /// ```
    /// use chrono::NaiveDate;
    /// use paceline::plan::{MilestoneKind, Plan, Resource, Task};
    /// use paceline::quantity::{Duration, Money};
    ///
    /// let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    /// let plan = Plan::builder("Spring fair", day(2))
    ///     .resource(Resource::person("ana").with_rate_per_day(Money::cents(40_000)))
    ///     .resource(Resource::person("ben"))
    ///     .task(Task::new("brief", Duration::days(1)).assigned("ana"))
    ///     .task(Task::new("copy", Duration::days(2)).after("brief").assigned("ana"))
    ///     .task(Task::new("film", Duration::days(4)).after("brief").assigned("ben"))
    ///     .task(Task::milestone("publish", MilestoneKind::Start).after("copy").after("film").with_deadline(day(10)))
    ///     .build()?;
    /// assert_eq!((plan.tasks.len(), plan.dependencies.len(), plan.assignments.len()), (4, 4, 3));
    /// # Ok::<(), paceline::Issues>(())
    /// ```
    pub fn builder(name: impl Into<String>, start: impl Into<When>) -> PlanBuilder {
        PlanBuilder { plan: Plan::new(Program::new(name, start)) }
    }
}

/// A plan being written; see [`Plan::builder`].
#[derive(Debug, Clone)]
#[must_use = "a builder does nothing until `build`"]
pub struct PlanBuilder {
    plan: Plan,
}

impl PlanBuilder {
    /// Changes the program: owner, currency, working day, how dates are computed.
    ///
    /// ```
    /// # use paceline::{plan::Plan, quantity::When};
    /// let plan = Plan::builder("Fair", When::parse("2026-03-02")?)
    ///     .program(|program| program.currency = Some("EUR".into()))
    ///     .build()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn program(mut self, change: impl FnOnce(&mut Program)) -> Self {
        change(&mut self.plan.program);
        self
    }

    /// The calendar of tasks that have no other; add it with [`PlanBuilder::calendar`].
    pub fn program_calendar(mut self, calendar: impl Into<CalendarId>) -> Self {
        self.plan.program.calendar = Some(calendar.into());
        self
    }

    /// Which clock the dates are on.
    pub fn clock(mut self, clock: Clock) -> Self {
        self.plan.program.scheduling.clock = clock;
        self
    }

    /// The date up to which progress and measurements are known.
    pub fn status_date(mut self, date: impl Into<When>) -> Self {
        self.plan.program.status_date = Some(date.into());
        self
    }

    /// Adds a calendar.
    pub fn calendar(mut self, calendar: Calendar) -> Self {
        self.plan.calendars.push(calendar);
        self
    }

    /// Adds a campaign.
    pub fn campaign(mut self, campaign: Campaign) -> Self {
        self.plan.campaigns.push(campaign);
        self
    }

    /// Adds a person, department, vendor, material or cost.
    pub fn resource(mut self, resource: Resource) -> Self {
        self.plan.resources.push(resource);
        self
    }

    /// Adds a task, milestone or summary with what was said about it.
    pub fn task(mut self, task: impl Into<TaskEntry>) -> Self {
        let TaskEntry { task, dependencies, assignments } = task.into();
        self.plan.tasks.push(task);
        self.plan.dependencies.extend(dependencies);
        self.plan.assignments.extend(assignments);
        self
    }

    /// Adds many tasks.
    pub fn tasks<T: Into<TaskEntry>>(self, tasks: impl IntoIterator<Item = T>) -> Self {
        tasks.into_iter().fold(self, Self::task)
    }

    /// Lets one task start after another has finished.
    pub fn after(self, task: impl Into<TaskId>, predecessor: impl Into<TaskId>) -> Self {
        self.dependency(Dependency::new(predecessor, task))
    }

    /// Adds a dependency of any kind.
    pub fn dependency(mut self, dependency: Dependency) -> Self {
        self.plan.dependencies.push(dependency);
        self
    }

    /// Puts a whole resource to work on a task.
    pub fn assign(self, task: impl Into<TaskId>, resource: impl Into<ResourceId>) -> Self {
        self.assignment(Assignment::new(task, resource))
    }

    /// Adds an assignment with units, work, quantity or cost.
    pub fn assignment(mut self, assignment: Assignment) -> Self {
        self.plan.assignments.push(assignment);
        self
    }

    /// Adds an objective with its KPIs.
    pub fn objective(mut self, objective: Objective) -> Self {
        self.plan.objectives.push(objective);
        self
    }

    /// Adds a baseline.
    pub fn baseline(mut self, baseline: Baseline) -> Self {
        self.plan.baselines.push(baseline);
        self
    }

    /// The plan, if nothing is wrong with it. Warnings are not: [`Plan::validate`] tells them.
    ///
    /// # Errors
    /// Every fault at once.
    pub fn build(self) -> Result<Plan, Issues> {
        Issues::check(self.plan.validate())?;
        Ok(self.plan)
    }

    /// The plan as it stands, whatever is wrong with it.
    pub fn build_unchecked(self) -> Plan {
        self.plan
    }
}

/// A task together with what it waits for and who works on it: what [`PlanBuilder::task`] takes. Begin with
/// [`Task::new`], [`Task::milestone`] or [`Task::summary`]; every `with_…` of a task works here too.
#[derive(Debug, Clone, PartialEq)]
pub struct TaskEntry {
    /// The task.
    pub task: Task,
    /// Dependencies of the task.
    pub dependencies: Vec<Dependency>,
    /// Assignments of the task.
    pub assignments: Vec<Assignment>,
}

impl From<Task> for TaskEntry {
    fn from(task: Task) -> Self {
        Self { task, dependencies: Vec::new(), assignments: Vec::new() }
    }
}

/// Methods that change a task, for tasks and entries alike.
macro_rules! task_setters {
    ($($(#[$doc:meta])* fn $name:ident($task:ident $(, $argument:ident: $type:ty)*) $body:block)+) => {
        impl Task {$(
            $(#[$doc])*
            #[must_use]
            pub fn $name(mut self $(, $argument: $type)*) -> Self {
                let $task = &mut self;
                $body
                self
            }
        )+}

        impl TaskEntry {$(
            $(#[$doc])*
            #[must_use]
            pub fn $name(mut self $(, $argument: $type)*) -> Self {
                let $task = &mut self.task;
                $body
                self
            }
        )+}
    };
}

task_setters! {
    /// The same with a name for people.
    fn with_name(task, name: impl Into<String>) { task.name = Some(name.into()); }
    /// The same as a subtask of a summary.
    fn with_parent(task, parent: impl Into<TaskId>) { task.parent = Some(parent.into()); }
    /// The same as part of a campaign.
    fn with_campaign(task, campaign: impl Into<CampaignId>) { task.campaign = Some(campaign.into()); }
    /// The same for a market.
    fn with_market(task, market: impl Into<String>) { task.market = Some(market.into()); }
    /// The same with a three-point estimate.
    fn with_estimate(task, optimistic: Duration, likely: Duration, pessimistic: Duration) {
        task.estimate = Some(Estimate { optimistic, likely, pessimistic });
    }
    /// The same on a calendar of its own.
    fn with_calendar(task, calendar: impl Into<CalendarId>) { task.calendar = Some(calendar.into()); }
    /// The same with a deadline.
    fn with_deadline(task, deadline: impl Into<When>) { task.deadline = Some(deadline.into()); }
    /// The same held to a date.
    fn with_constraint(task, kind: ConstraintKind, date: impl Into<When>) {
        task.constraints.push(Constraint::on(kind, date));
    }
    /// The same not starting before a date: an embargo, a release date.
    fn not_before(task, date: impl Into<When>) {
        task.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, date));
    }
    /// The same as late as possible without delaying the program.
    fn as_late_as_possible(task) { task.constraints.push(Constraint::ALAP); }
    /// The same with a priority from 0 to 1000.
    fn with_priority(task, priority: u16) { task.priority = priority; }
    /// The same with what a day of lateness costs.
    fn with_weight(task, weight: f64) { task.weight = Some(weight); }
    /// The same serving a KPI: the share of the KPI's gap it is expected to close, 0 to 1.
    fn with_kpi(task, kpi: impl Into<KpiId>, contribution: f64) {
        task.kpis.push(KpiLink { kpi: kpi.into(), contribution });
    }
    /// The same needing a skill at a level from 1 to 5.
    fn with_skill(task, skill: impl Into<SkillId>, level: u8) {
        task.skills.push(SkillLevel { skill: skill.into(), level });
    }
    /// The same with a cost that does not depend on who does it.
    fn with_fixed_cost(task, cost: impl Into<Money>) { task.fixed_cost = cost.into(); }
    /// The same with what has happened so far.
    fn with_progress(task, progress: TaskProgress) { task.progress = progress; }
    /// The same with a word to find it by.
    fn with_tag(task, tag: impl Into<String>) { task.tags.push(tag.into()); }
    /// The same with notes.
    fn with_notes(task, notes: impl Into<String>) { task.notes = Some(notes.into()); }
}

impl Task {
    /// The task as a step after another has finished.
    #[must_use]
    pub fn after(self, predecessor: impl Into<TaskId>) -> TaskEntry {
        TaskEntry::from(self).after(predecessor)
    }

    /// The task waiting for another in any way.
    #[must_use]
    pub fn waiting(
        self,
        predecessor: impl Into<TaskId>,
        kind: DependencyKind,
        lag: impl Into<Lag>,
    ) -> TaskEntry {
        TaskEntry::from(self).waiting(predecessor, kind, lag)
    }

    /// The task with a whole resource at work on it.
    #[must_use]
    pub fn assigned(self, resource: impl Into<ResourceId>) -> TaskEntry {
        TaskEntry::from(self).assigned(resource)
    }

    /// The task with a share of a resource at work on it.
    #[must_use]
    pub fn assigned_units(self, resource: impl Into<ResourceId>, units: Units) -> TaskEntry {
        TaskEntry::from(self).assigned_units(resource, units)
    }
}

impl TaskEntry {
    /// The same after another task has finished.
    #[must_use]
    pub fn after(mut self, predecessor: impl Into<TaskId>) -> Self {
        self.dependencies.push(Dependency::new(predecessor, &self.task.id));
        self
    }

    /// The same waiting for another task in any way.
    #[must_use]
    pub fn waiting(
        mut self,
        predecessor: impl Into<TaskId>,
        kind: DependencyKind,
        lag: impl Into<Lag>,
    ) -> Self {
        self.dependencies.push(Dependency::new(predecessor, &self.task.id).with_kind(kind).with_lag(lag));
        self
    }

    /// The same with a whole resource at work on it.
    #[must_use]
    pub fn assigned(mut self, resource: impl Into<ResourceId>) -> Self {
        self.assignments.push(Assignment::new(&self.task.id, resource));
        self
    }

    /// The same with a share of a resource at work on it.
    #[must_use]
    pub fn assigned_units(mut self, resource: impl Into<ResourceId>, units: Units) -> Self {
        self.assignments.push(Assignment::new(&self.task.id, resource).with_units(units));
        self
    }
}

impl Dependency {
    /// The same dependency with its lag counted in another calendar.
    #[must_use]
    pub fn with_lag_calendar(mut self, calendar: LagCalendar) -> Self {
        self.lag_calendar = Some(calendar);
        self
    }
}

impl Assignment {
    /// The same with a share of the resource.
    #[must_use]
    pub fn with_units(mut self, units: Units) -> Self {
        self.units = Some(units);
        self
    }

    /// The same with work to do.
    #[must_use]
    pub fn with_work(mut self, work: Duration) -> Self {
        self.work = Some(work);
        self
    }

    /// The same with a quantity of material.
    #[must_use]
    pub fn with_quantity(mut self, quantity: f64) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// The same with an amount of a cost resource.
    #[must_use]
    pub fn with_cost(mut self, cost: impl Into<Money>) -> Self {
        self.cost = cost.into();
        self
    }

    /// The same with somebody else who could do it.
    #[must_use]
    pub fn or(mut self, alternative: impl Into<Alternative>) -> Self {
        self.alternatives.push(alternative.into());
        self
    }
}

impl Resource {
    /// One person.
    pub fn person(id: impl Into<ResourceId>) -> Self {
        Self::new(id, ResourceKind::Person)
    }

    /// A department of so many people.
    pub fn department(id: impl Into<ResourceId>, people: u16) -> Self {
        let capacity = Units::from_parts(u32::from(people) * Units::ONE.as_parts());
        Self { capacity, ..Self::new(id, ResourceKind::Department) }
    }

    /// Somebody outside.
    pub fn vendor(id: impl Into<ResourceId>) -> Self {
        Self::new(id, ResourceKind::Vendor)
    }

    /// Something used up.
    pub fn material(id: impl Into<ResourceId>) -> Self {
        Self::new(id, ResourceKind::Material)
    }

    /// An amount of money.
    pub fn cost(id: impl Into<ResourceId>) -> Self {
        Self::new(id, ResourceKind::Cost)
    }

    /// The same with a name for people.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with a role: copywriter, designer.
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// The same as part of a department.
    #[must_use]
    pub fn with_department(mut self, department: impl Into<ResourceId>) -> Self {
        self.department = Some(department.into());
        self
    }

    /// The same in a home market.
    #[must_use]
    pub fn with_market(mut self, market: impl Into<String>) -> Self {
        self.market = Some(market.into());
        self
    }

    /// The same with working time of its own.
    #[must_use]
    pub fn with_calendar(mut self, calendar: impl Into<CalendarId>) -> Self {
        self.calendar = Some(calendar.into());
        self
    }

    /// The same with another capacity.
    #[must_use]
    pub fn with_capacity(mut self, capacity: Units) -> Self {
        self.capacity = capacity;
        self
    }

    /// The same with another capacity for some time, first and last day included.
    #[must_use]
    pub fn with_availability(mut self, from: impl Into<When>, to: impl Into<When>, units: Units) -> Self {
        self.availability.push(Availability { from: from.into(), to: to.into(), units });
        self
    }

    /// The same away for some time, first and last day included.
    #[must_use]
    pub fn with_absence(mut self, from: impl Into<When>, to: impl Into<When>) -> Self {
        self.absences.push(Absence { from: from.into(), to: to.into(), reason: None });
        self
    }

    /// The same working in a contract window only, first and last day included.
    #[must_use]
    pub fn with_contract(mut self, from: impl Into<When>, to: impl Into<When>) -> Self {
        self.contract = Some(Window { from: from.into(), to: to.into() });
        self
    }

    /// The same with a skill at a level from 1 to 5.
    #[must_use]
    pub fn with_skill(mut self, skill: impl Into<SkillId>, level: u8) -> Self {
        self.skills.push(SkillLevel { skill: skill.into(), level });
        self
    }

    /// The same paid by the hour.
    #[must_use]
    pub fn with_rate_per_hour(self, rate: impl Into<Money>) -> Self {
        self.with_rate(rate.into(), Per::Hour)
    }

    /// The same paid by the day.
    #[must_use]
    pub fn with_rate_per_day(self, rate: impl Into<Money>) -> Self {
        self.with_rate(rate.into(), Per::Day)
    }

    /// The same paid by the unit of material.
    #[must_use]
    pub fn with_rate_per_unit(self, rate: impl Into<Money>) -> Self {
        self.with_rate(rate.into(), Per::Unit)
    }

    fn with_rate(mut self, standard: Money, per: Per) -> Self {
        self.rates.push(Rate { from: None, standard, per, overtime: None, per_use: Money::ZERO });
        self
    }
}

impl Campaign {
    /// The same with a name for people.
    #[must_use]
    pub fn with_name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The same with what a day of lateness costs.
    #[must_use]
    pub fn with_weight(mut self, weight: f64) -> Self {
        self.weight = Some(weight);
        self
    }

    /// The same running in a window, first and last day included.
    #[must_use]
    pub fn with_window(mut self, from: impl Into<When>, to: impl Into<When>) -> Self {
        self.window = Some(Window { from: from.into(), to: to.into() });
        self
    }

    /// The same with a budget.
    #[must_use]
    pub fn with_budget(mut self, budget: impl Into<Money>) -> Self {
        self.budget = Some(budget.into());
        self
    }

    /// The same serving a KPI: the share of the KPI's gap it is expected to close, 0 to 1.
    #[must_use]
    pub fn with_kpi(mut self, kpi: impl Into<KpiId>, contribution: f64) -> Self {
        self.kpis.push(KpiLink { kpi: kpi.into(), contribution });
        self
    }

    /// The same in a market.
    #[must_use]
    pub fn with_market(mut self, market: impl Into<String>) -> Self {
        self.markets.push(market.into());
        self
    }

    /// The same on a channel.
    #[must_use]
    pub fn with_channel(mut self, channel: impl Into<String>) -> Self {
        self.channels.push(channel.into());
        self
    }
}

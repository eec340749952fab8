//! What the plan costs by its schedule, and how that stands to the budgets.
//!
//! Four kinds of cost are added: labor (the work of people, departments and vendors times the rate of the
//! day it is done on, and the cost of each use), fixed costs of tasks, material, and amounts of cost
//! resources. All are whole hundredths: each assignment is rounded once for each of its rates, half away
//! from zero, and everything else is a sum.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::plan::index::{AssignmentIndex, NONE, PlanIndex};
use crate::plan::{Per, Plan, Rate, Resource, ResourceKind, is_default};
use crate::quantity::{Money, When, Work};
use crate::schedule::Schedule;
use crate::schedule::booking::{Booking, Bookings, WHOLE};
use crate::sort::Arrange;
use crate::{CampaignId, Issue, Issues, ResourceId, TaskId};

/// Cost by kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cost {
    /// Work at its rates, and what each use of a person, department or vendor costs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub labor: Money,
    /// Fixed costs of tasks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fixed: Money,
    /// Quantities of material at their rates.
    #[serde(default, skip_serializing_if = "is_default")]
    pub material: Money,
    /// Amounts of cost resources.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expense: Money,
    /// The sum of the four.
    pub total: Money,
}

impl Cost {
    fn add(&mut self, other: &Cost) {
        self.labor += other.labor;
        self.fixed += other.fixed;
        self.material += other.material;
        self.expense += other.expense;
        self.total += other.total;
    }

    fn add_kind(&mut self, kind: ResourceKind, amount: Money) {
        match kind {
            ResourceKind::Person | ResourceKind::Department | ResourceKind::Vendor => self.labor += amount,
            ResourceKind::Material => self.material += amount,
            ResourceKind::Cost => self.expense += amount,
        }
        self.total += amount;
    }
}

/// How a cost stands to a budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetStatus {
    /// The budget.
    pub budget: Money,
    /// Budget less cost: below zero when there is not enough.
    pub variance: Money,
    /// Whether the cost is above the budget.
    pub overspent: bool,
}

impl BudgetStatus {
    fn of(budget: Money, cost: &Cost) -> Self {
        Self { budget, variance: budget - cost.total, overspent: cost.total > budget }
    }
}

/// Cost of one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskCost {
    /// The task; a summary has the cost of all that is under it and its own fixed cost.
    pub task: TaskId,
    /// Its cost.
    pub cost: Cost,
}

/// Cost of one campaign: its tasks and those below them that name no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CampaignCost {
    /// The campaign.
    pub campaign: CampaignId,
    /// Its cost.
    pub cost: Cost,
    /// Its budget, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetStatus>,
}

/// Cost of one resource.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResourceCost {
    /// The resource.
    pub resource: ResourceId,
    /// Work it does, in seconds of work of one whole resource; none for material and cost.
    #[serde(default, skip_serializing_if = "is_default")]
    pub work: Work,
    /// What it costs.
    pub amount: Money,
}

/// What the plan costs by a schedule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CostReport {
    /// Currency of every amount, if the program states one (ISO 4217).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Cost of the program.
    pub cost: Cost,
    /// The program's budget, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<BudgetStatus>,
    /// Cost of each campaign, in the order of their ids.
    pub campaigns: Vec<CampaignCost>,
    /// Cost of the tasks that belong to no campaign.
    pub no_campaign: Cost,
    /// Cost of each task, in the order of their ids.
    pub tasks: Vec<TaskCost>,
    /// Cost of each resource, in the order of their ids.
    pub resources: Vec<ResourceCost>,
    /// What a person should know: budgets overspent, rates that do not fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// What a plan costs by a schedule: by task, campaign and resource, held against the budgets.
///
/// The rate of a day of work is the one with the latest `from` on or before that day, in the zone of the
/// resource's calendar; before the first there is none, and the work costs nothing. A rate per day is for
/// the program's hours per day. What each use costs is paid once for each assignment, at the rate of the
/// day it starts on, as is material. Overtime is not told apart yet.
///
/// # Errors
/// Every fault of the plan, and tasks that the schedule lacks.
///
/// # Complexity
/// O(n log n) for n stretches of work.
///
/// # Examples
/// ```
/// use paceline::cost::cost;
/// use paceline::plan::{Assignment, Per, Plan, Program, Rate, Resource, ResourceKind, Task};
/// use paceline::quantity::{Duration, Money, When};
/// use paceline::schedule::schedule;
///
/// let mut plan = Plan::new(Program::new("Spring fair", When::parse("2026-03-02")?));
/// let mut ana = Resource::new("ana", ResourceKind::Person);
/// let standard = Money::cents(48_000);
/// ana.rates = vec![Rate { from: None, standard, per: Per::Day, overtime: None, per_use: Money::ZERO }];
/// plan.resources = vec![ana];
/// plan.tasks = vec![Task::new("copy", Duration::parse("2.5d")?)];
/// plan.assignments = vec![Assignment::new("copy", "ana")];
/// let report = cost(&plan, &schedule(&plan)?)?;
/// assert_eq!(report.cost.total, Money::cents(120_000));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn cost(plan: &Plan, schedule: &Schedule) -> Result<CostReport, Issues> {
    let plan = &*schedule.staffed(plan)?;
    let bookings = Bookings::of(plan, schedule)?;
    let mut tally = Tally::new(&bookings);
    for booking in &bookings.bookings {
        tally.labor(booking);
    }
    for assignment in &bookings.index.assignments {
        tally.other(*assignment);
    }
    for number in 0..bookings.index.tasks.len() {
        let fixed = bookings.index.task(number as u32).fixed_cost;
        tally.tasks[number].fixed += fixed;
        tally.tasks[number].total += fixed;
    }
    Ok(tally.report(plan))
}

/// What is counted.
struct Tally<'a, 'b> {
    bookings: &'a Bookings<'b>,
    /// By the number of the task: its own cost.
    tasks: Vec<Cost>,
    /// By the number of the resource.
    amounts: Vec<Money>,
    /// Likewise, in ten-thousandths of a second.
    work: Vec<i128>,
    issues: Vec<Issue>,
}

impl<'a, 'b> Tally<'a, 'b> {
    fn new(bookings: &'a Bookings<'b>) -> Self {
        let index = &bookings.index;
        let mut tally = Self {
            bookings,
            tasks: vec![Cost::default(); index.tasks.len()],
            amounts: vec![Money::ZERO; index.resources.len()],
            work: vec![0; index.resources.len()],
            issues: Vec::new(),
        };
        for number in 0..index.resources.len() as u32 {
            let resource = index.resource(number);
            if resource.kind.works() && resource.rates.iter().any(|rate| rate.per == Per::Unit) {
                let at = format!("resources/{}/rates", resource.id);
                let message = format!("`{}` works, a rate per unit of material costs nothing", resource.id);
                let issue = Issue::warning("rate-per-unit", at, message);
                tally.issues.push(issue.with_help("give a rate per hour or per day"));
            }
        }
        tally
    }

    fn pay(&mut self, task: u32, resource: u32, amount: Money) {
        let kind = self.bookings.index.resource(resource).kind;
        self.tasks[task as usize].add_kind(kind, amount);
        self.amounts[resource as usize] += amount;
    }

    /// The work of an assignment at the rates of its days, and its use.
    fn labor(&mut self, booking: &Booking) {
        let bookings = self.bookings;
        let resource = bookings.index.resource(booking.resource);
        let rates = sorted(resource);
        let zone = &bookings.workers[booking.resource as usize].zone;
        let begins = |rate: &Rate| -> i64 {
            let civil = rate.from.map(|day| When::from(day).start());
            civil.map_or(i64::MIN, |civil| crate::schedule::to_axis(civil, zone, bookings.clock).0)
        };
        let begins: Vec<i64> = rates.iter().map(|rate| begins(rate)).collect();
        // Work under each rate: index 0 is before the first.
        let mut under: BTreeMap<usize, i128> = BTreeMap::new();
        let mut worked = 0;
        for &(from, to) in bookings.stretches(booking) {
            let mut at = from;
            while at < to {
                let rate = begins.partition_point(|begin| *begin <= at);
                let until = begins.get(rate).map_or(to, |begin| (*begin).min(to));
                let before = booking.work_in(worked);
                worked += until - at;
                *under.entry(rate).or_insert(0) += booking.work_in(worked) - before;
                at = until;
            }
        }
        self.work[booking.resource as usize] += booking.work_in(worked);
        for (rate, work) in under {
            let Some(rate) = rate.checked_sub(1).and_then(|index| rates.get(index)) else { continue };
            let of = match rate.per {
                Per::Hour => 3_600,
                Per::Day => bookings.units.day.0,
                Per::Unit => continue,
            };
            self.pay(booking.task, booking.resource, priced(rate.standard, work, i128::from(of) * WHOLE));
        }
        let start = bookings.rows[booking.task as usize].start.time().0;
        let first = begins.partition_point(|begin| *begin <= start);
        if let Some(rate) = first.checked_sub(1).and_then(|index| rates.get(index)) {
            self.pay(booking.task, booking.resource, rate.per_use);
        }
    }

    /// Material and cost.
    fn other(&mut self, assignment: AssignmentIndex) {
        let index = &self.bookings.index;
        let resource = index.resource(assignment.resource);
        let assigned = index.assignment(assignment);
        match resource.kind {
            ResourceKind::Cost => self.pay(assignment.task, assignment.resource, assigned.cost),
            ResourceKind::Material => {
                let row = self.bookings.rows[assignment.task as usize];
                let Some(rate) = rate_on(resource, row.start.date()) else { return };
                let amount = priced(rate.standard, millionths(assigned.quantity), 1_000_000);
                self.pay(assignment.task, assignment.resource, amount + rate.per_use);
            }
            ResourceKind::Person | ResourceKind::Department | ResourceKind::Vendor => {}
        }
    }

    fn report(mut self, plan: &Plan) -> CostReport {
        let index = &self.bookings.index;
        let upwards = children_first(index);
        let mut ids: BTreeMap<&str, Option<Money>> = BTreeMap::new();
        for campaign in &plan.campaigns {
            ids.entry(campaign.id.as_str()).or_insert(campaign.budget);
        }
        let (campaigns, no_campaign) = by_campaign(index, &upwards, &self.tasks, &ids);
        let mut cost = Cost::default();
        for own in &self.tasks {
            cost.add(own);
        }
        for &number in &upwards {
            let parent = index.parent[number as usize];
            if parent != NONE {
                let own = self.tasks[number as usize];
                self.tasks[parent as usize].add(&own);
            }
        }
        let budget = plan.program.budget.map(|budget| BudgetStatus::of(budget, &cost));
        let mut issues = self.issues;
        if let Some(status) = budget.filter(|status| status.overspent) {
            issues.push(overspent("the program", "program/budget", &status, &cost));
        }
        for campaign in &campaigns {
            if let Some(status) = campaign.budget.filter(|status| status.overspent) {
                let id = &campaign.campaign;
                let at = format!("campaigns/{id}/budget");
                issues.push(overspent(&format!("campaign `{id}`"), &at, &status, &campaign.cost));
            }
        }
        issues.arrange();
        let task =
            |(number, cost): (u32, &Cost)| TaskCost { task: index.task(number).id.clone(), cost: *cost };
        let resource = |number: u32| ResourceCost {
            resource: index.resource(number).id.clone(),
            work: Work(
                i64::try_from((self.work[number as usize] + WHOLE / 2) / WHOLE).unwrap_or(i64::MAX / 8),
            ),
            amount: self.amounts[number as usize],
        };
        CostReport {
            currency: plan.program.currency.clone(),
            cost,
            budget,
            campaigns,
            no_campaign,
            tasks: (0u32..).zip(&self.tasks).map(task).collect(),
            resources: (0..index.resources.len() as u32).map(resource).collect(),
            issues,
        }
    }
}

fn overspent(what: &str, at: &str, status: &BudgetStatus, cost: &Cost) -> Issue {
    let message = format!(
        "{what} costs {}, {} above its budget of {}",
        cost.total,
        Money::ZERO - status.variance,
        status.budget
    );
    Issue::warning("budget-overspent", at, message)
}

/// Every task after all those under it. Tasks in a cycle of parents are left out.
pub(super) fn children_first(index: &PlanIndex<'_>) -> Vec<u32> {
    let mut open = vec![0u32; index.parent.len()];
    for parent in index.parent.iter().filter(|parent| **parent != NONE) {
        open[*parent as usize] += 1;
    }
    let mut order: Vec<u32> =
        (0..index.parent.len() as u32).filter(|task| open[*task as usize] == 0).collect();
    let mut next = 0;
    while let Some(&task) = order.get(next) {
        next += 1;
        let parent = index.parent[task as usize];
        if parent != NONE {
            open[parent as usize] -= 1;
            if open[parent as usize] == 0 {
                order.push(parent);
            }
        }
    }
    order
}

/// The campaign of each task: its own, else that of what it is under.
pub(super) fn campaigns<'a>(
    index: &PlanIndex<'a>,
    upwards: &[u32],
    is_known: impl Fn(&str) -> bool,
) -> Vec<Option<&'a str>> {
    let mut campaign: Vec<Option<&str>> = vec![None; index.tasks.len()];
    for &number in upwards.iter().rev() {
        let above = campaign.get(index.parent[number as usize] as usize).copied().flatten();
        let own = index.task(number).campaign.as_ref().map(CampaignId::as_str).filter(|id| is_known(id));
        campaign[number as usize] = own.or(above);
    }
    campaign
}

/// Cost of each campaign, and of what belongs to none.
fn by_campaign(
    index: &PlanIndex<'_>,
    upwards: &[u32],
    tasks: &[Cost],
    ids: &BTreeMap<&str, Option<Money>>,
) -> (Vec<CampaignCost>, Cost) {
    let campaign = campaigns(index, upwards, |id| ids.contains_key(id));
    let mut costs: BTreeMap<&str, Cost> = ids.keys().map(|id| (*id, Cost::default())).collect();
    let mut none = Cost::default();
    for (own, campaign) in tasks.iter().zip(campaign) {
        campaign.and_then(|id| costs.get_mut(id)).unwrap_or(&mut none).add(own);
    }
    let status = |id: &str, cost: &Cost| Some(BudgetStatus::of((*ids.get(id)?)?, cost));
    let campaigns = costs
        .iter()
        .map(|(id, cost)| CampaignCost { campaign: (*id).into(), cost: *cost, budget: status(id, cost) })
        .collect();
    (campaigns, none)
}

/// Rates by the day from which they hold.
fn sorted(resource: &Resource) -> Vec<&Rate> {
    let mut rates: Vec<&Rate> = resource.rates.iter().collect();
    rates.arrange_by_key(|rate| (rate.from, rate.standard, rate.per_use));
    rates
}

/// The rate of a day.
fn rate_on(resource: &Resource, day: NaiveDate) -> Option<&Rate> {
    sorted(resource).into_iter().rfind(|rate| rate.from.is_none_or(|from| from <= day))
}

/// A rate times an amount, rounded half away from zero; saturating.
fn priced(rate: Money, amount: i128, of: i128) -> Money {
    let Some(exact) = i128::from(rate.as_cents()).checked_mul(amount).filter(|_| of > 0) else {
        return if of > 0 { Money::cents(i64::MAX) } else { Money::ZERO };
    };
    let half = if exact < 0 { -(of / 2) } else { of / 2 };
    // An odd divisor has no exact half, and half of it rounded down never reaches one.
    let rounded = exact.saturating_add(half) / of;
    Money::cents(i64::try_from(rounded).unwrap_or(if exact < 0 { i64::MIN } else { i64::MAX }))
}

/// A quantity in millionths; 1 if absent, nothing if it is no quantity.
fn millionths(quantity: Option<f64>) -> i128 {
    let quantity = quantity.unwrap_or(1.0);
    if !(0.0..=1e12).contains(&quantity) {
        return 0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "checked above")]
    let millionths = (quantity * 1_000_000.0).round() as i128;
    millionths
}

#[cfg(test)]
mod tests;

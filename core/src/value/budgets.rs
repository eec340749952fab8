//! The best split of a budget, written into the campaigns of a plan.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::cost::cost;
use crate::measure::response::BudgetAllocation;
use crate::plan::Plan;
use crate::quantity::Money;
use crate::schedule::Schedule;
use crate::{CampaignId, Issue, Issues, TaskId};

/// Highest budget in hundredths: 9 × 10¹³ units, the most that [`Money`] is read from.
const MOST: f64 = 9e15;

/// What [`budgets`] is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CampaignBudgetRequest {
    /// The split, as `allocate_budget` answers it.
    pub allocation: BudgetAllocation,
    /// Periods that the budgets cover: a split says the spend of one. From 1 to 1,000; 1 unless said.
    #[serde(default = "one")]
    pub periods: u32,
    /// Currency of the spend (ISO 4217), which must be that of the program. Absent: it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Campaign of each channel. Empty: the campaigns that the split names, else those of the channels' names.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub campaigns: BTreeMap<String, CampaignId>,
    /// Amounts that a campaign keeps in any case: signed contracts. What finished and started tasks cost is kept anyway.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fixed: BTreeMap<CampaignId, Money>,
}

fn one() -> u32 {
    1
}

/// Why a campaign gets its budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BudgetReason {
    /// It is the share of the best split.
    Optimum,
    /// More than that is committed or fixed: it keeps what is.
    Committed,
    /// Less than that, because others keep what they have committed.
    MadeRoom,
}

/// The budget of a campaign before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetChange {
    /// The campaign.
    pub campaign: CampaignId,
    /// Its budget so far, if it had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Money>,
    /// Its budget now.
    pub after: Money,
    /// What the best split gives it.
    pub optimum: Money,
    /// What it keeps in any case: the cost of its finished and started tasks, or the fixed amount if that is more.
    pub committed: Money,
    /// Why it gets what it gets.
    pub reason: BudgetReason,
    /// The same as a sentence.
    pub message: String,
}

/// The plan with its budgets, and every campaign of the split.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CampaignBudgetReport {
    /// The plan with the budgets set.
    pub plan: Plan,
    /// Sum of the budgets that were set: the spend of the split times the periods.
    pub total: Money,
    /// The campaigns of the split, by id.
    pub changes: Vec<BudgetChange>,
}

/// Sets the budgets of campaigns to the best split of a budget.
///
/// The budgets sum exactly to the spend of the split times the periods, rounded to hundredths; hundredths that remain go
/// to the largest remainders, then by id. A campaign never gets less than the cost of its finished and started tasks by
/// the schedule, nor than its fixed amount; the others then share what is left in the ratio of the split. Campaigns that
/// the split does not name keep their budgets. With such a floor the result is no longer the optimum: give it as `min` to
/// [`allocate_budget`](crate::measure::response::allocate_budget) to have the best split above it.
///
/// # Errors
/// Every fault of the plan; `unknown-campaign`, `unknown-channel`, `channel-without-campaign`, `other-currency`,
/// `number-out-of-range`, `budget-below-committed`.
///
/// # Complexity
/// That of [`cost`], and O(c²) for c campaigns of the split (at most 200).
///
/// # Examples
/// ```
/// use paceline::measure::response::allocate_budget;
/// use paceline::plan::Plan;
/// use paceline::quantity::Money;
/// use paceline::schedule::schedule;
/// use paceline::value::{CampaignBudgetRequest, budgets};
/// let plan = Plan::read(r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02", "currency": "EUR" },
///     "campaigns": [{ "id": "search", "budget": 50 }, { "id": "social" }]
/// }"#)?;
/// let allocation = allocate_budget(&serde_json::from_str(r#"{ "total": 100, "channels": [
///     { "channel": "ads", "campaign": "search", "saturation": { "kind": "root", "exponent": 0.5 }, "scale": 1 },
///     { "channel": "posts", "campaign": "social", "saturation": { "kind": "root", "exponent": 0.5 }, "scale": 2 }
/// ] }"#).unwrap())?;
/// let request = CampaignBudgetRequest {
///     allocation, periods: 12, currency: None, campaigns: Default::default(), fixed: Default::default(),
/// };
/// let report = budgets(&plan, &schedule(&plan)?, &request)?;
/// // The marginal effects are equal where spends are as 1² to 2².
/// assert_eq!(report.changes[0].after, Money::cents(24_000));
/// assert_eq!(report.changes[1].after, Money::cents(96_000));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn budgets(
    plan: &Plan,
    schedule: &Schedule,
    request: &CampaignBudgetRequest,
) -> Result<CampaignBudgetReport, Issues> {
    let mut issues = Vec::new();
    let spend = spends(plan, request, &mut issues);
    if !(1..=1000).contains(&request.periods) {
        issues.push(Issue::error("number-out-of-range", "periods", "the periods are not from 1 to 1,000"));
    }
    if let (Some(asked), Some(own)) = (&request.currency, &plan.program.currency)
        && asked != own
    {
        let message = format!("the spend is in `{asked}`, the program in `{own}`");
        issues.push(
            Issue::error("other-currency", "currency", message)
                .with_help("convert the spend before it is split"),
        );
    }
    for (id, fixed) in &request.fixed {
        let at = format!("fixed/{id}");
        if !spend.contains_key(id) {
            issues.push(Issue::error("unknown-campaign", at, "the split has nothing for the campaign"));
        } else if *fixed < Money::ZERO {
            issues.push(Issue::error("number-out-of-range", at, "the amount is below 0"));
        }
    }
    let hundredths = |spend: f64| spend * f64::from(request.periods) * 100.0;
    let sum: f64 = spend.values().sum();
    if spend.values().any(|spend| spend.is_nan() || *spend < 0.0) || hundredths(sum) > MOST {
        let message = "a spend is below 0, or all of it above 9e13";
        issues.push(Issue::error("number-out-of-range", "allocation", message));
    }
    Issues::check(issues)?;
    #[expect(clippy::cast_possible_truncation, reason = "at most 9e15")]
    let total = hundredths(sum).round() as i64;
    let mut kept = committed(plan, schedule)?;
    kept.retain(|id, _| spend.contains_key(id));
    for (id, fixed) in &request.fixed {
        let kept = kept.entry(id.clone()).or_default();
        *kept = (*kept).max(*fixed);
    }
    let floors: Vec<i64> =
        spend.keys().map(|id| kept.get(id).map_or(0, |kept| kept.as_cents().max(0))).collect();
    let least: i128 = floors.iter().map(|floor| i128::from(*floor)).sum();
    if least > i128::from(total) {
        let least = Money::cents(i64::try_from(least).unwrap_or(i64::MAX));
        let message = format!("{least} is committed or fixed, the split has {}", Money::cents(total));
        return Err(Issue::error("budget-below-committed", "allocation", message)
            .with_help("split a larger budget, or more periods of it")
            .into());
    }
    let weights: Vec<f64> = spend.values().copied().collect();
    let optimum = shares(total, &weights);
    let after = above(total, &weights, &floors);
    let mut plan = plan.clone();
    let mut changes = Vec::new();
    for (((id, optimum), after), floor) in spend.keys().zip(optimum).zip(after).zip(floors) {
        let Some(campaign) = plan.campaigns.iter_mut().find(|one| one.id == *id) else { continue };
        let before = campaign.budget.replace(Money::cents(after));
        let reason = match after.cmp(&optimum) {
            std::cmp::Ordering::Equal => BudgetReason::Optimum,
            std::cmp::Ordering::Greater if after == floor => BudgetReason::Committed,
            _ => BudgetReason::MadeRoom,
        };
        let [after, optimum, committed] = [after, optimum, floor].map(Money::cents);
        let why = match reason {
            BudgetReason::Optimum => "as the best split has it".to_owned(),
            BudgetReason::Committed => format!("which is committed; the best split has {optimum}"),
            BudgetReason::MadeRoom => format!("not {optimum}: other campaigns keep what is committed"),
        };
        let message = format!("`{id}` gets {after}, {why}");
        changes.push(BudgetChange {
            campaign: id.clone(),
            before,
            after,
            optimum,
            committed,
            reason,
            message,
        });
    }
    plan.sort();
    Ok(CampaignBudgetReport { plan, total: Money::cents(total), changes })
}

/// Spend of one period by campaign; channels without one are issues.
fn spends(
    plan: &Plan,
    request: &CampaignBudgetRequest,
    issues: &mut Vec<Issue>,
) -> BTreeMap<CampaignId, f64> {
    let allocation = &request.allocation;
    let known: BTreeSet<&CampaignId> = plan.campaigns.iter().map(|one| &one.id).collect();
    let mut spend: BTreeMap<CampaignId, f64> = BTreeMap::new();
    let mut add = |id: CampaignId, amount: f64, at: String, issues: &mut Vec<Issue>| {
        if known.contains(&id) {
            *spend.entry(id).or_default() += amount;
        } else {
            issues.push(
                Issue::error("unknown-campaign", at, format!("campaign `{id}` does not exist"))
                    .with_help("say in `campaigns` which campaign of the plan each channel belongs to"),
            );
        }
    };
    if request.campaigns.is_empty() && !allocation.campaigns.is_empty() {
        let named: f64 = allocation.campaigns.iter().map(|one| one.spend).sum();
        let all: f64 = allocation.channels.iter().map(|one| one.spend).sum();
        if (named - all).abs() > 1e-9 * all.abs() {
            let message = format!("{named} of {all} is spent in campaigns, the rest in none");
            issues.push(
                Issue::error("channel-without-campaign", "allocation/campaigns", message)
                    .with_help("say in `campaigns` which campaign each channel belongs to"),
            );
        }
        for one in &allocation.campaigns {
            add(one.campaign.clone(), one.spend, format!("allocation/campaigns/{}", one.campaign), issues);
        }
        return spend;
    }
    for one in &allocation.channels {
        let at = format!("allocation/channels/{}", one.channel);
        match request.campaigns.get(&one.channel) {
            Some(id) => add(id.clone(), one.spend, at, issues),
            None if request.campaigns.is_empty() => add(one.channel.as_str().into(), one.spend, at, issues),
            None => issues.push(
                Issue::error("channel-without-campaign", at, "`campaigns` does not name the channel")
                    .with_help("name the campaign of each channel, or of none"),
            ),
        }
    }
    for channel in request.campaigns.keys() {
        if !allocation.channels.iter().any(|one| one.channel == *channel) {
            let at = format!("campaigns/{channel}");
            issues.push(Issue::error("unknown-channel", at, "the split has no such channel"));
        }
    }
    spend
}

/// Cost of the finished and started tasks of each campaign.
fn committed(plan: &Plan, schedule: &Schedule) -> Result<BTreeMap<CampaignId, Money>, Issues> {
    let costs = cost(plan, schedule)?;
    let costs: BTreeMap<&TaskId, Money> = costs.tasks.iter().map(|one| (&one.task, one.cost.total)).collect();
    let tree = super::Tree::new(plan);
    let parents: BTreeSet<&TaskId> = plan.tasks.iter().filter_map(|task| task.parent.as_ref()).collect();
    let mut committed: BTreeMap<CampaignId, Money> = BTreeMap::new();
    for task in plan.tasks.iter().filter(|task| !parents.contains(&task.id)) {
        let progress = &task.progress;
        let begun = progress.actual_start.is_some()
            || progress.actual_finish.is_some()
            || progress.complete.is_some_and(|complete| complete > 0.0);
        if begun && let (Some(campaign), Some(cost)) = (tree.campaign(task), costs.get(&task.id)) {
            *committed.entry(campaign.clone()).or_default() += *cost;
        }
    }
    Ok(committed)
}

/// The total by weights, each at least its floor: what lies below is set to it and the rest shared anew, until nothing is.
fn above(total: i64, weights: &[f64], floors: &[i64]) -> Vec<i64> {
    let mut held = vec![false; weights.len()];
    loop {
        let rest =
            total - floors.iter().zip(&held).map(|(floor, held)| if *held { *floor } else { 0 }).sum::<i64>();
        let free: Vec<f64> =
            weights.iter().zip(&held).map(|(weight, held)| if *held { 0.0 } else { *weight }).collect();
        let shared = shares(rest, &free);
        let below = (0..weights.len()).filter(|at| !held[*at] && shared[*at] < floors[*at]);
        let below: Vec<usize> = below.collect();
        if below.is_empty() {
            let all = shared.into_iter().zip(floors).zip(&held);
            return all.map(|((share, floor), held)| if *held { *floor + share } else { share }).collect();
        }
        below.into_iter().for_each(|at| held[at] = true);
    }
}

/// A total in whole parts by weights, summing exactly to it: largest remainders first, then by place (Hamilton's method).
/// Without any weight all of it goes to the first.
fn shares(total: i64, weights: &[f64]) -> Vec<i64> {
    let sum: f64 = weights.iter().sum();
    #[expect(clippy::cast_precision_loss, reason = "below 9e15")]
    let ideal = |weight: f64| if sum > 0.0 { (total as f64 * (weight / sum)).max(0.0) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, reason = "below 9e15")]
    let mut parts: Vec<i64> = weights.iter().map(|weight| ideal(*weight).floor() as i64).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    let remainder = |at: usize| ideal(weights[at]).fract();
    order.sort_by(|a, b| remainder(*b).total_cmp(&remainder(*a)).then(a.cmp(b)));
    if sum > 0.0 {
        order.retain(|at| weights[*at] > 0.0);
    } else {
        order.truncate(1);
    }
    let mut left = total - parts.iter().sum::<i64>();
    // Rounding of the ideals can pass the total by a few parts of large sums.
    let step = left.signum();
    while left != 0 && !order.is_empty() {
        for at in &order {
            if left == 0 {
                break;
            }
            if order.len() == 1 {
                parts[*at] += left;
                left = 0;
            } else {
                parts[*at] += step;
                left -= step;
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{above, shares};
    use proptest::prelude::*;

    #[test]
    fn seats_by_largest_remainder() {
        // Votes and seats of the textbook example of Hamilton's method.
        let votes = [47_000.0, 16_000.0, 15_900.0, 12_000.0, 6_000.0, 3_100.0];
        assert_eq!(shares(10, &votes), [5, 2, 1, 1, 1, 0]);
    }

    proptest! {
        #[test]
        fn sums_are_exact_and_floors_kept(
            rows in prop::collection::vec((0.0..1e6f64, 0..1_000_000i64), 1..20),
            more in 0..1_000_000_000i64,
        ) {
            let (weights, floors): (Vec<f64>, Vec<i64>) = rows.into_iter().unzip();
            let total = floors.iter().sum::<i64>() + more;
            let parts = above(total, &weights, &floors);
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
            prop_assert!(parts.iter().zip(&floors).all(|(part, floor)| part >= floor));
        }
    }
}

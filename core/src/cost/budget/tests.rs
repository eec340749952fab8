//! Every kind of cost in one small plan, to the hundredth.

use super::*;
use crate::schedule::schedule;

const PLAN: &str = r#"{
  "format": "paceline/1",
  "program": {"name": "test", "start": "2026-03-02", "currency": "EUR", "budget": 3000, "hours_per_day": 8,
              "scheduling": {"clock": "wall"}},
  "campaigns": [{"id": "spring", "budget": 1000}, {"id": "summer", "budget": 5000}],
  "resources": [
    {"id": "ana", "rates": [
      {"standard": 400, "per": "day", "per_use": 10},
      {"from": "2026-03-04", "standard": 60, "per": "hour", "per_use": 99}]},
    {"id": "bo", "rates": [{"from": "2026-03-03", "standard": 0.01}]},
    {"id": "paper", "kind": "material", "rates": [{"standard": 2.5, "per": "unit", "per_use": 1}]},
    {"id": "travel", "kind": "cost"}
  ],
  "tasks": [
    {"id": "copy", "duration": "3d", "parent": "words", "fixed_cost": 5},
    {"id": "print", "duration": "1d", "campaign": "summer", "parent": "words"},
    {"id": "share", "duration": "3h"},
    {"id": "words", "campaign": "spring", "fixed_cost": 100}
  ],
  "assignments": [
    {"task": "copy", "resource": "ana"},
    {"task": "print", "resource": "paper", "quantity": 100.5},
    {"task": "print", "resource": "travel", "cost": 80.25},
    {"task": "share", "resource": "bo", "units": 0.5}
  ]
}"#;

fn report(change: impl Fn(&mut Plan)) -> CostReport {
    let mut plan: Plan = serde_json::from_str(PLAN).unwrap();
    change(&mut plan);
    cost(&plan, &schedule(&plan).unwrap()).unwrap()
}

fn cents(of: &CostReport, task: &str) -> i64 {
    of.tasks.iter().find(|line| line.task == task).unwrap().cost.total.as_cents()
}

#[test]
fn work_is_paid_at_the_rate_of_its_day() {
    let report = report(|_| {});
    // Two days at 400 a day, one at 60 an hour, one use at the first day's price, and 5 fixed.
    assert_eq!(cents(&report, "copy"), 80_000 + 48_000 + 1_000 + 500);
    // Bo has no rate on Monday.
    assert_eq!(cents(&report, "share"), 0);
    assert_eq!(report.resources[1].work, Work::minutes(90));
    // 100.5 sheets at 2.50 and one use, and a journey.
    assert_eq!(cents(&report, "print"), 25_125 + 100 + 8_025);
}

#[test]
fn summaries_and_campaigns_add_up() {
    let report = report(|_| {});
    assert_eq!(cents(&report, "words"), 10_000 + cents(&report, "copy") + cents(&report, "print"));
    let [spring, summer] = &report.campaigns[..] else { panic!() };
    assert_eq!(spring.cost.total.as_cents(), 10_000 + cents(&report, "copy"));
    assert_eq!(summer.cost.total.as_cents(), cents(&report, "print"));
    assert_eq!(report.no_campaign, Cost::default());
    let parts = report.campaigns.iter().map(|campaign| campaign.cost.total).sum::<Money>();
    assert_eq!(report.cost.total, parts + report.no_campaign.total);
    let by_resource: Money = report.resources.iter().map(|line| line.amount).sum();
    assert_eq!(report.cost.total, by_resource + report.cost.fixed);
    assert_eq!(report.cost.expense.as_cents(), 8_025);
}

#[test]
fn budgets_are_compared() {
    let report = report(|_| {});
    assert!(report.campaigns[0].budget.unwrap().overspent);
    assert_eq!(report.campaigns[0].budget.unwrap().variance.as_cents(), 100_000 - 139_500);
    assert!(!report.campaigns[1].budget.unwrap().overspent);
    assert!(!report.budget.unwrap().overspent);
    let places: Vec<&str> = report.issues.iter().map(|issue| issue.at.as_str()).collect();
    assert_eq!(places, ["campaigns/spring/budget"]);
}

#[test]
fn each_assignment_is_rounded_once() {
    // A hundredth an hour for one and a half hours is one and a half hundredths: two.
    let report = report(|plan| plan.resources[1].rates[0].from = None);
    assert_eq!(cents(&report, "share"), 2);
    assert_eq!(priced(Money::cents(1), 1, 2), Money::cents(1));
    assert_eq!(priced(Money::cents(1), 1, 3), Money::ZERO);
    assert_eq!(priced(Money::cents(2), 1, 3), Money::cents(1));
    assert_eq!(priced(Money::cents(-1), 1, 2), Money::cents(-1));
    assert_eq!(priced(Money::cents(i64::MAX), i128::MAX, 1), Money::cents(i64::MAX));
    assert_eq!(priced(Money::cents(5), 5, 0), Money::ZERO);
}

#[test]
fn stated_work_is_paid_exactly() {
    // Seven hours within a task of 24: 7/24 of her time, not 0.2916 of it.
    let report = report(|plan| {
        plan.assignments[0].work = Some(crate::quantity::Duration::hours(7));
        plan.resources[0].rates.truncate(1);
        plan.resources[0].rates[0].per_use = Money::ZERO;
    });
    assert_eq!(cents(&report, "copy"), 35_000 + 500);
    assert_eq!(report.resources[0].work, Work::hours(7));
}

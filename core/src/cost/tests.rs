use proptest::prelude::*;

use super::*;
use crate::quantity::Money;

fn item(name: &str, budget: i64, planned: f64, earned: f64, actual: i64) -> EarnedValueItem {
    EarnedValueItem {
        item: name.into(),
        budget: Money::cents(budget),
        planned,
        earned,
        actual_cost: Money::cents(actual),
        estimate_to_complete: None,
    }
}

#[test]
fn every_fault_of_the_items_is_found_at_once() {
    let mut bad = item("a", -1, 1.5, f64::NAN, i64::MAX);
    bad.estimate_to_complete = Some(Money::cents(-5));
    let found =
        earned_value(&[bad, item("a", 1, 0.0, 0.0, 0), item("", 1, 0.0, 0.0, 0)], ForecastMethod::Cpi)
            .unwrap_err()
            .into_vec();
    for (code, at) in [
        ("negative-amount", "items/a/budget"),
        ("negative-amount", "items/a/estimate_to_complete"),
        ("amount-out-of-range", "items/a/actual_cost"),
        ("share-out-of-range", "items/a/planned"),
        ("share-out-of-range", "items/a/earned"),
        ("duplicate-id", "items/a"),
        ("invalid-id", "items/"),
    ] {
        assert!(found.iter().any(|i| i.code == code && i.at == at), "{code} at {at} not in {found:#?}");
    }
}

#[test]
fn forecasts_that_cannot_be_told_are_absent() {
    let report = earned_value(&[item("a", 10_000, 0.5, 0.0, 12_000)], ForecastMethod::Cpi).unwrap();
    let total = &report.total;
    assert_eq!((total.eac, total.etc, total.forecasts.cpi), (None, None, None));
    assert_eq!(total.forecasts.budget, Money::cents(22_000));
    assert_eq!(report.items[0].forecast, None);
    let mut codes: Vec<_> = report.cautions.iter().map(|caution| caution.code.as_ref()).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        ["budget-exhausted", "budget-exhausted", "spent-without-earning", "spent-without-earning"]
    );
    // Work that is finished needs no index.
    let done = earned_value(&[item("a", 10_000, 0.0, 1.0, 0)], ForecastMethod::CpiSpi).unwrap();
    assert_eq!((done.total.eac, done.total.tcpi_eac), (Some(Money::ZERO), None));
    assert_eq!(earned_value(&[], ForecastMethod::Cpi).unwrap().total.eac, Some(Money::ZERO));
}

/// What would cost more than an amount can say is not said.
#[test]
fn forecasts_beyond_every_amount_are_absent() {
    let most = 4_000_000_000_000_000;
    let total = earned_value(&[item("a", most, 0.5, 1e-6, most)], ForecastMethod::Cpi).unwrap().total;
    assert_eq!((total.eac, total.forecasts.cpi_spi), (None, None));
    assert!(serde_json::from_str::<EarnedValue>(&serde_json::to_string(&total).unwrap()).is_ok());
}

#[test]
fn new_estimates_make_a_forecast_when_all_are_there() {
    let mut items = [item("a", 10_000, 0.5, 0.5, 6_000), item("b", 20_000, 1.0, 1.0, 21_000)];
    let before = earned_value(&items, ForecastMethod::BottomUp).unwrap();
    assert_eq!((before.total.eac, before.items[1].forecast), (None, None));
    items[0].estimate_to_complete = Some(Money::cents(7_000));
    let after = earned_value(&items, ForecastMethod::BottomUp).unwrap();
    assert_eq!(after.total.eac, Some(Money::cents(34_000)));
    assert_eq!(after.items.iter().filter_map(|line| line.forecast).sum::<Money>(), Money::cents(34_000));
}

#[test]
fn earned_schedule_stays_within_the_plan() {
    let request = |planned: &[i64], earned: i64, actual_time: f64| EarnedScheduleRequest {
        planned: planned.iter().map(|cents| Money::cents(*cents)).collect(),
        earned: Money::cents(earned),
        actual_time,
    };
    // Periods after the last work do not lengthen the plan; a pause inside counts as done.
    let done = earned_schedule(&request(&[50, 100, 100, 100], 100, 3.0)).unwrap();
    assert_eq!((done.planned_duration, done.earned_schedule, done.sv_t), (2.0, 2.0, -1.0));
    let pause = earned_schedule(&request(&[50, 50, 100], 50, 2.0)).unwrap();
    assert_eq!((pause.earned_schedule, pause.spi_t), (2.0, Some(1.0)));
    let more = earned_schedule(&request(&[50, 100], 700, 1.0)).unwrap();
    assert_eq!(more.earned_schedule, 2.0);
    let start = earned_schedule(&request(&[50, 100], 0, 0.0)).unwrap();
    assert_eq!((start.spi_t, start.ieac_t, start.tspi), (None, None, Some(1.0)));
    let bad = earned_schedule(&request(&[50, 40, 0], -1, f64::NAN)).unwrap_err();
    let mut codes: Vec<_> = bad.as_slice().iter().map(|issue| issue.code.as_ref()).collect();
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "negative-amount",
            "number-out-of-range",
            "planned-value-empty",
            "planned-value-falls",
            "planned-value-falls"
        ]
    );
}

fn any_items() -> impl Strategy<Value = Vec<EarnedValueItem>> {
    let share = || prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0];
    let money = || prop_oneof![3 => 0_i64..10_000_000, 1 => 0_i64..500_000_000_000_000];
    prop::collection::vec((money(), share(), share(), money(), prop::option::of(money())), 0..8).prop_map(
        |drawn| {
            let named = |(index, (budget, planned, earned, actual, estimate))| EarnedValueItem {
                estimate_to_complete: Option::map(estimate, Money::cents),
                ..item(&format!("item-{index}"), budget, planned, earned, actual)
            };
            drawn.into_iter().enumerate().map(named).collect()
        },
    )
}

fn any_method() -> impl Strategy<Value = ForecastMethod> {
    use ForecastMethod::{BottomUp, Budget, Cpi, CpiSpi};
    prop_oneof![Just(Cpi), Just(Budget), Just(CpiSpi), Just(BottomUp)]
}

proptest! {
    #[test]
    fn items_add_up_to_the_total(items in any_items(), method in any_method(), turn in 0_usize..8) {
        let report = earned_value(&items, method).unwrap();
        let sum = |get: fn(&EarnedValue) -> Money| report.items.iter().map(|line| get(&line.value)).sum::<Money>();
        let total = &report.total;
        prop_assert_eq!(sum(|v| v.bac), total.bac);
        prop_assert_eq!(sum(|v| v.pv), total.pv);
        prop_assert_eq!(sum(|v| v.ev), total.ev);
        prop_assert_eq!(sum(|v| v.ac), total.ac);
        prop_assert_eq!(sum(|v| v.sv), total.sv);
        prop_assert_eq!(sum(|v| v.cv), total.cv);
        prop_assert_eq!(sum(|v| v.forecasts.budget), total.forecasts.budget);
        let forecasts: Option<Vec<Money>> = report.items.iter().map(|line| line.forecast).collect();
        if let Some(eac) = total.eac {
            prop_assert_eq!(forecasts.map(|f| f.into_iter().sum::<Money>()), Some(eac));
            prop_assert_eq!((total.etc.map(|etc| total.ac + etc), total.vac), (Some(eac), Some(total.bac - eac)));
        }
        let text = serde_json::to_string(&report).unwrap();
        prop_assert!(!text.contains("null"));
        let mut other = items.clone();
        other.rotate_left(turn % items.len().max(1));
        prop_assert_eq!(text, serde_json::to_string(&earned_value(&other, method).unwrap()).unwrap());
    }

    /// EAC by CPI and SPI in whole hundredths against the same in exact fractions.
    #[test]
    fn the_combined_forecast_is_rounded_once(
        bac in 1_i128..1_000_000_000,
        (planned, earned) in (1_u32..=1000, 1_u32..=1000),
        ac in 1_i128..1_000_000_000,
    ) {
        let cents = |n: i128| i64::try_from(n).unwrap();
        let share = |n: u32| f64::from(n) / 1000.0;
        let items = [item("a", cents(bac), share(planned), share(earned), cents(ac))];
        let total = earned_value(&items, ForecastMethod::CpiSpi).unwrap().total;
        let (pv, ev) = (i128::from(total.pv.as_cents()), i128::from(total.ev.as_cents()));
        if ev > 0 && pv > 0 && bac > ev {
            let (upper, lower) = ((bac - ev) * ac * pv, ev * ev);
            let expected = ac + (2 * upper + lower) / (2 * lower);
            prop_assert_eq!(total.eac, (expected <= 9_000_000_000_000_000).then(|| Money::cents(cents(expected))));
        }
    }
}

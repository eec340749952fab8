//! Customer models against lifetimes 0.11.3 and published fits, and laws.
#![allow(
    clippy::disallowed_methods,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]

use paceline::measure::Table;
use paceline::measure::customer::{CustomerModel, CustomerValueOptions, CustomerValueReport, customer_value};
use serde_json::Value;

#[path = "support/oracle.rs"]
mod oracle;

type Row = (f64, f64, f64);

fn cdnow() -> Option<Vec<Row>> {
    let text = oracle::text("oracles/measurement/clv/cdnow_rfm.csv")?;
    let row = |line: &str| {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        (cells[1], cells[2], cells[3])
    };
    Some(text.lines().skip(1).map(row).collect())
}

fn table(rows: &[Row]) -> Table {
    Table::new()
        .with_numbers("frequency", rows.iter().map(|row| row.0))
        .unwrap()
        .with_numbers("recency", rows.iter().map(|row| row.1))
        .unwrap()
        .with_numbers("age", rows.iter().map(|row| row.2))
        .unwrap()
}

fn parameter(report: &CustomerValueReport, name: &str) -> f64 {
    report.parameters.iter().find(|one| one.name == name).unwrap().estimate.value
}

#[test]
fn bg_nbd_of_cdnow() {
    let Some(expected) = oracle::json("oracles/measurement/clv/bgnbd_expected.json") else { return };
    let mut rows = cdnow().unwrap();
    let near = |found: f64, wanted: &Value, tolerance: f64| {
        let wanted = wanted.as_f64().unwrap();
        let error = (found - wanted).abs() / wanted.abs();
        assert!(error < tolerance, "{found} instead of {wanted}");
        error
    };
    let options = CustomerValueOptions { horizon: 39.0, ..CustomerValueOptions::default() };
    let report = customer_value(&table(&rows), &options).unwrap();
    let mut worst = 0.0_f64;
    for name in ["r", "alpha", "a", "b"] {
        worst = worst.max(near(parameter(&report, name), &expected["params"][name], 1e-3));
    }
    assert!(
        (report.log_likelihood - expected["loglik"].as_f64().unwrap()).abs() < 1e-5,
        "{}",
        report.log_likelihood
    );
    assert!(report.parameters.iter().all(|one| one.estimate.standard_error.is_some_and(|error| error > 0.0)));
    println!(
        "bgnbd_expected.json: log-likelihood {}, worst error of parameters {worst:.1e}",
        report.log_likelihood
    );
    println!("{:?}", report.parameters);
    // Customers of the reference beside those of the records: they hardly move the parameters.
    let queries = expected["p_alive"].as_array().unwrap();
    let cases = expected["conditional_expected_purchases_39w"].as_array().unwrap();
    let places: Vec<Option<usize>> = queries
        .iter()
        .map(|case| {
            let wanted = ["x", "t_x", "T"].map(|name| case[name].as_f64().unwrap());
            rows.iter().position(|row| [row.0, row.1, row.2] == wanted)
        })
        .collect();
    let added = places.iter().filter(|place| place.is_none()).count();
    for (case, place) in queries.iter().zip(&places) {
        if place.is_none() {
            rows.push(("x", "t_x", "T").into_row(case));
        }
    }
    let with = customer_value(&table(&rows), &options).unwrap();
    let (mut at, mut worst) = (rows.len() - added, 0.0_f64);
    for ((alive, purchases), place) in queries.iter().zip(cases).zip(&places) {
        // Where the customer is in the records the fit is the same; else 3 of 2,360 customers are new.
        let (found, tolerance) = match place {
            Some(place) => (&report.customers[*place], 1e-4),
            None => {
                at += 1;
                (&with.customers[at - 1], 1e-2)
            }
        };
        worst = worst.max(near(found.probability_alive, &alive["value"], tolerance));
        worst = worst.max(near(found.expected_purchases, &purchases["value"], tolerance));
    }
    println!(
        "probability alive and purchases in 39 weeks: 8 numbers, {added} customers added, worst error {worst:.1e}"
    );
    let mut worst = 0.0_f64;
    for case in expected["expected_purchases_t"].as_array().unwrap() {
        let horizon = case["t"].as_f64().unwrap();
        let found =
            customer_value(&table(&rows[..2357]), &CustomerValueOptions { horizon, ..options.clone() })
                .unwrap();
        worst = worst.max(near(found.new_customer_purchases, &case["value"], 1e-4));
    }
    println!("purchases of a new customer: 3 numbers, worst error {worst:.1e}");
    let modified = CustomerValueOptions { model: CustomerModel::MbgNbd, ..options };
    let found = customer_value(&table(&rows[..2357]), &modified).unwrap();
    let mut worst = 0.0_f64;
    for name in ["r", "alpha", "a", "b"] {
        worst = worst.max(near(parameter(&found, name), &expected["mbg_nbd_params"][name], 1e-3));
    }
    println!("mbg_nbd_params: worst error {worst:.1e}");
}

/// Reads a customer of the reference.
trait IntoRow {
    fn into_row(self, case: &Value) -> Row;
}

impl IntoRow for (&str, &str, &str) {
    fn into_row(self, case: &Value) -> Row {
        (case[self.0].as_f64().unwrap(), case[self.1].as_f64().unwrap(), case[self.2].as_f64().unwrap())
    }
}

#[test]
fn pareto_nbd_of_cdnow_as_published() {
    let Some(rows) = cdnow() else { return };
    // Fader, Hardie and Lee (2005), table 2: r .553, alpha 10.578, s .606, beta 11.669, log-likelihood −9595.0.
    let options = CustomerValueOptions {
        model: CustomerModel::ParetoNbd,
        horizon: 39.0,
        ..CustomerValueOptions::default()
    };
    let report = customer_value(&table(&rows), &options).unwrap();
    println!("Pareto/NBD: {} {:?}", report.log_likelihood, report.parameters);
    assert!((report.log_likelihood + 9595.0).abs() < 0.05, "{}", report.log_likelihood);
    for (name, wanted) in [("r", 0.553), ("alpha", 10.578), ("s", 0.606), ("beta", 11.669)] {
        assert!((parameter(&report, name) - wanted).abs() < 0.003 * wanted, "{name}");
    }
    assert!(report.customers.iter().all(|one| (0.0..=1.0).contains(&one.probability_alive)));
}

#[test]
fn rows_in_any_order_and_any_unit_of_time() {
    let Some(mut rows) = cdnow() else { return };
    rows.truncate(400);
    for model in [CustomerModel::BgNbd, CustomerModel::MbgNbd] {
        let options = CustomerValueOptions { model, ..CustomerValueOptions::default() };
        let found = customer_value(&table(&rows), &options).unwrap();
        let mut turned = rows.clone();
        turned.reverse();
        let other = customer_value(&table(&turned), &options).unwrap();
        assert_eq!((found.log_likelihood, &found.parameters), (other.log_likelihood, &other.parameters));
        assert_eq!(found.total_purchases, other.total_purchases);
        let days: Vec<Row> = rows.iter().map(|row| (row.0, row.1 * 8.0, row.2 * 8.0)).collect();
        let other =
            customer_value(&table(&days), &CustomerValueOptions { horizon: 416.0, ..options }).unwrap();
        assert!((parameter(&found, "alpha") * 8.0 / parameter(&other, "alpha") - 1.0).abs() < 1e-9);
        assert!((found.total_purchases / other.total_purchases - 1.0).abs() < 1e-9);
    }
}

/// A small generator, so that a simulated world is the same on every machine.
struct Lots(u64);

impl Lots {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (f64::from(u32::try_from(self.0 >> 32).unwrap()) + 0.5) / 4_294_967_296.0
    }

    /// A gamma draw of a whole shape.
    #[allow(clippy::disallowed_methods, reason = "a last digit does not matter here")]
    fn gamma(&mut self, shape: u32) -> f64 {
        (0..shape).map(|_| -self.next().ln()).sum()
    }
}

#[test]
fn values_come_back_from_a_simulated_world() {
    let mut lots = Lots(3);
    let (mut rows, mut values) = (Vec::new(), Vec::new());
    for at in 0..4_000_u32 {
        // p = 6, q = 4, gamma = 15: mean value 6 × 15 ÷ 3 = 30.
        // Buys at a rate with a gamma distribution until it leaves after one purchase in four.
        let (buys, age, mut recency, mut x) = (lots.gamma(1) / 12.0, 30.0 + f64::from(at % 9), 0.0, 0_u32);
        loop {
            let next = recency + lots.gamma(1) / buys;
            if next > age || x >= 60 {
                break;
            }
            (recency, x) = (next, x + 1);
            if lots.next() < 0.25 {
                break;
            }
        }
        let rate = lots.gamma(4) / 15.0;
        values.push((x > 0).then(|| lots.gamma(6 * x) / rate / f64::from(x)));
        rows.push((f64::from(x), recency, age));
    }
    let data = table(&rows).with_numbers("value", values).unwrap();
    let options = CustomerValueOptions {
        value: Some("value".into()),
        horizon: 12.0,
        discount: 0.01,
        ..CustomerValueOptions::default()
    };
    let report = customer_value(&data, &options).unwrap();
    assert!(report.customers.iter().all(|one| one.lifetime_value.is_some_and(|value| value >= 0.0)));
    let spend = report.spend.as_ref().unwrap();
    for (one, wanted) in spend.parameters.iter().zip([6.0, 4.0, 15.0]) {
        let (low, high) = (one.estimate.low.unwrap(), one.estimate.high.unwrap());
        // Four standard errors.
        let (low, high) =
            (one.estimate.value / (one.estimate.value / low).powi(2), high * high / one.estimate.value);
        assert!(low < wanted && wanted < high, "{one:?}");
    }
    assert!((spend.mean_value.unwrap() - 30.0).abs() < 1.5, "{spend:?}");
    let plain = customer_value(&data, &CustomerValueOptions { discount: 0.0, ..options }).unwrap();
    assert!(report.total_value.unwrap() < plain.total_value.unwrap());
    assert!(report.total_value.unwrap() > plain.total_value.unwrap() / 1.01_f64.powi(12));
}

#[test]
fn hostile_customers_are_refused() {
    let codes = |rows: &[Row], options: &CustomerValueOptions| -> Vec<String> {
        let issues = customer_value(&table(rows), options).unwrap_err();
        issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
    };
    let options = CustomerValueOptions::default();
    assert!(codes(&[], &options).contains(&"empty-table".into()));
    assert_eq!(codes(&[(1.0, 2.0, 3.0)], &options), ["too-few-rows"]);
    assert_eq!(codes(&[(0.0, 0.0, 30.0); 40], &options), ["no-repeat-purchases"]);
    let mut rows = vec![(1.0, 10.0, 30.0); 40];
    rows[0] = (1.5, 40.0, 30.0);
    rows[1] = (0.0, 4.0, -30.0);
    assert_eq!(
        codes(&rows, &options),
        ["negative-time", "not-a-count", "recency-beyond-age", "recency-without-purchase"]
    );
    let absurd = CustomerValueOptions {
        horizon: f64::NAN,
        discount: -1.0,
        margin: f64::INFINITY,
        level: 1.0,
        periods: u64::MAX,
        ..options.clone()
    };
    assert_eq!(codes(&[(1.0, 10.0, 30.0); 40], &absurd).len(), 5);
    // All alike: no spread to fit, refused or said, never a number that is none.
    for model in [CustomerModel::BgNbd, CustomerModel::MbgNbd, CustomerModel::ParetoNbd] {
        for row in [(1.0, 10.0, 30.0), (5.0, 30.0, 30.0), (1000.0, 29.0, 30.0), (3.0, 1e-9, 30.0)] {
            let asked = CustomerValueOptions { model, ..options.clone() };
            match customer_value(&table(&[row; 40]), &asked) {
                Ok(report) => {
                    assert!(report.total_purchases.is_finite() && report.log_likelihood.is_finite());
                }
                Err(issues) => assert_eq!(issues.as_slice()[0].code, "no-optimum"),
            }
        }
    }
}

#[test]
fn histories_say_the_same_in_whatever_order_the_orders_come() {
    use paceline::measure::customer::{CustomerHistoriesOptions, customer_histories};
    let names: Vec<String> = (0..200u32).map(|row| format!("c{}", row * 7919 % 23)).collect();
    let times: Vec<i64> = (0..200i64).map(|row| 86_400 * (20_000 + row * row * 31 % 157)).collect();
    let values: Vec<f64> = (0..200).map(|row| 0.1 * f64::from(row * 37 % 101)).collect();
    let orders = |rows: &[usize]| {
        Table::new()
            .with_texts("customer", rows.iter().map(|row| names[*row].as_str()))
            .unwrap()
            .with_times("time", rows.iter().map(|row| times[*row]).collect())
            .unwrap()
            .with_numbers("value", rows.iter().map(|row| values[*row]))
            .unwrap()
    };
    let options =
        CustomerHistoriesOptions { value: Some("value".to_owned()), ..CustomerHistoriesOptions::default() };
    let forward: Vec<usize> = (0..200).collect();
    let backward: Vec<usize> = (0..200).rev().collect();
    let found = customer_histories(&orders(&forward), &options).unwrap();
    assert_eq!(found, customer_histories(&orders(&backward), &options).unwrap());
    assert_eq!((found.orders, found.later, found.incomplete), (200, 0, 0));
    // It is what the models take.
    let valued = CustomerValueOptions {
        customer: Some("customer".to_owned()),
        horizon: 10.0,
        ..CustomerValueOptions::default()
    };
    match customer_value(&found.table, &valued) {
        Ok(report) => assert_eq!(report.customers.len(), 23),
        Err(issues) => assert!(issues.as_slice().iter().all(|issue| issue.code == "no-optimum"), "{issues}"),
    }
}

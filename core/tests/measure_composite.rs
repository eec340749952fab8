//! Composite indicators against COINr 1.1.14, and laws that hold for any data.
#![allow(
    clippy::disallowed_methods,
    clippy::panic,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]

use paceline::measure::Table;
use paceline::measure::composite::{
    CompositeDirection, CompositeGroup, CompositeImputation, CompositeIndicator, CompositeMean,
    CompositeNormalisation, CompositeOptions, CompositeReport, CompositeSensitivityOptions, CompositeStep,
    CompositeTreatment, composite, composite_sensitivity,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

#[path = "support/oracle.rs"]
mod oracle;

const FOLDER: &str = "oracles/measurement/composite";

/// Rows of a file of comma-separated values with quoted texts.
fn csv(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(|line| {
            let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
            for letter in line.chars() {
                match letter {
                    '"' => quoted = !quoted,
                    ',' if !quoted => cells.push(std::mem::take(&mut cell)),
                    _ => cell.push(letter),
                }
            }
            cells.push(cell);
            cells
        })
        .collect()
}

/// The rows as a table; a column of anything but numbers holds texts.
fn table(rows: &[Vec<String>]) -> Table {
    let mut columns = Map::new();
    for (at, name) in rows[0].iter().enumerate() {
        let cells: Vec<&str> = rows[1..].iter().map(|row| row[at].as_str()).collect();
        let missing = |cell: &str| cell.is_empty() || cell == "NA";
        let numbers = cells.iter().all(|cell| missing(cell) || cell.parse::<f64>().is_ok());
        let values = cells
            .iter()
            .map(|cell| match cell.parse::<f64>() {
                _ if missing(cell) => Value::Null,
                Ok(number) if numbers => json!(number),
                _ => json!(cell),
            })
            .collect();
        columns.insert(name.clone(), Value::Array(values));
    }
    serde_json::from_value(Value::Object(columns)).unwrap()
}

/// The relative error; below 10⁻⁶ of the scale the reference, which computes 1 − a share near 1, has lost digits itself.
fn near(found: f64, wanted: f64) -> f64 {
    (found - wanted).abs() / wanted.abs().max(1e-6)
}

/// The largest error of a stage against a table of COINr, and how many cells were compared.
fn compare(report: &CompositeReport, step: CompositeStep, wanted: &[Vec<String>]) -> (usize, f64) {
    let stage = &report.stages.iter().find(|stage| stage.step == step).unwrap().data;
    let found: Value = serde_json::to_value(stage).unwrap();
    let units: Vec<&str> =
        found["unit"].as_array().unwrap().iter().map(|unit| unit.as_str().unwrap()).collect();
    assert_eq!(units.len(), wanted.len() - 1, "{step:?}");
    let key = wanted[0].iter().position(|name| name == "uCode").unwrap();
    let (mut cells, mut worst) = (0, 0.0_f64);
    for row in &wanted[1..] {
        let at = units.iter().position(|unit| *unit == row[key]).unwrap();
        for (column, name) in wanted[0].iter().enumerate() {
            if column == key {
                continue;
            }
            let cell = &found[name][at];
            match row[column].parse::<f64>() {
                Ok(number) => {
                    let error = near(
                        cell.as_f64().unwrap_or_else(|| panic!("{step:?} {name} {at} is missing")),
                        number,
                    );
                    assert!(error < 1e-9, "{step:?} {name} {}: {cell} instead of {number}", row[key]);
                    worst = worst.max(error);
                }
                Err(_) => assert!(cell.is_null(), "{step:?} {name} {}: {cell} instead of a gap", row[key]),
            }
            cells += 1;
        }
    }
    (cells, worst)
}

fn asem_options() -> Option<(Table, CompositeOptions)> {
    let data = oracle::text(&format!("{FOLDER}/asem_data.csv"))?;
    let meta = oracle::text(&format!("{FOLDER}/asem_meta.csv"))?;
    let meta = csv(&meta);
    let column = |name: &str| meta[0].iter().position(|other| other == name).unwrap();
    let (code, kind, direction) = (column("iCode"), column("Type"), column("Direction"));
    let (weight, below, parent) = (column("Weight"), column("Denominator"), column("Parent"));
    let some = |cell: &String| (cell != "NA").then(|| cell.clone());
    let mut options = CompositeOptions {
        unit: "uCode".to_owned(),
        index: "Index".to_owned(),
        treatment: CompositeTreatment::usual(),
        imputation: CompositeImputation::GroupMean { group: "EurAsia_group".to_owned() },
        ..CompositeOptions::default()
    };
    options.screening.least_coverage = 0.9;
    options.screening.after_imputation = true;
    for row in &meta[1..] {
        if row[kind] == "Indicator" {
            let mut indicator = CompositeIndicator::new(&row[code]);
            indicator.weight = row[weight].parse().unwrap();
            indicator.parent = some(&row[parent]);
            indicator.denominator = some(&row[below]);
            if row[direction] == "-1" {
                indicator.direction = CompositeDirection::LowerIsBetter;
            }
            options.indicators.push(indicator);
        } else if row[kind] == "Aggregate" && row[code] != "Index" {
            options.groups.push(CompositeGroup {
                id: row[code].clone(),
                weight: row[weight].parse().unwrap(),
                parent: some(&row[parent]),
                aggregation: None,
            });
        }
    }
    Some((table(&csv(&data)), options))
}

#[test]
fn the_steps_of_coinr_to_the_digit() {
    let Some((data, mut options)) = asem_options() else { return };
    use CompositeStep::{Aggregated, Denominated, Imputed, Normalised, Screened, Treated};
    options.include = vec![Denominated, Imputed, Screened, Treated, Normalised, Aggregated];
    let report = composite(&data, &options).unwrap();
    let files = [
        ("denominated", Denominated),
        ("imputed", Imputed),
        ("screened", Screened),
        ("treated", Treated),
        ("normalised", Normalised),
        ("aggregated", Aggregated),
    ];
    for (file, step) in files {
        let wanted = csv(&oracle::text(&format!("{FOLDER}/asem_{file}.csv")).unwrap());
        let (cells, worst) = compare(&report, step, &wanted);
        println!("asem_{file}.csv: {cells} cells, worst relative error {worst:.1e}");
    }
    let expected = oracle::json(&format!("{FOLDER}/composite_expected.json")).unwrap();
    let mut worst = 0.0_f64;
    let shapes = expected["skew_kurt_imputed_first10"].as_object().unwrap();
    for (name, shape) in shapes {
        let found = report.indicators.iter().find(|indicator| &indicator.column == name).unwrap();
        worst = worst.max(near(found.skewness.unwrap(), shape["skew"].as_f64().unwrap()));
        worst = worst.max(near(found.kurtosis.unwrap(), shape["kurt"].as_f64().unwrap()));
    }
    assert!(worst < 1e-9, "{worst}");
    println!("skewness and kurtosis: {} indicators, worst relative error {worst:.1e}", shapes.len());
    let top = &expected["index_top5"];
    for (place, unit) in report.units[..5].iter().enumerate() {
        assert_eq!(unit.unit, top["uCode"][place].as_str().unwrap());
        assert!(near(unit.score.unwrap(), top["Index"][place].as_f64().unwrap()) < 1e-9);
        assert_eq!(unit.rank, Some(place as u64 + 1));
    }
}

/// Five columns of the oracle as a table, units by number.
fn five(columns: &Value, names: &[&str]) -> Table {
    let rows = columns[names[0]].as_array().unwrap().len();
    let units = (0..u32::try_from(rows).unwrap()).map(f64::from);
    let mut made = Table::new().with_numbers("unit", units).unwrap();
    for name in names {
        made = made.with_numbers(name, columns[*name].as_array().unwrap().iter().map(Value::as_f64)).unwrap();
    }
    made
}

/// The values of a stage in the order of the numbers of the units.
fn stage(report: &CompositeReport, step: CompositeStep, name: &str) -> Vec<f64> {
    let data = &report.stages.iter().find(|stage| stage.step == step).unwrap().data;
    let found: Value = serde_json::to_value(data).unwrap();
    let mut pairs: Vec<(u32, f64)> = found["unit"]
        .as_array()
        .unwrap()
        .iter()
        .zip(found[name].as_array().unwrap())
        .map(|(unit, value)| (unit.as_str().unwrap().parse().unwrap(), value.as_f64().unwrap()))
        .collect();
    pairs.sort_by_key(|pair| pair.0);
    pairs.into_iter().map(|pair| pair.1).collect()
}

#[test]
fn every_normalisation_and_mean_of_coinr() {
    let Some(expected) = oracle::json(&format!("{FOLDER}/composite_expected.json")) else { return };
    let names = ["LPI", "Flights", "Ship", "Bord", "Elec"];
    let data = five(&expected["normalise"]["X"], &names);
    let weights = &expected["aggregate"]["weights"];
    let mut options = CompositeOptions {
        indicators: names
            .iter()
            .enumerate()
            .map(|(at, name)| CompositeIndicator {
                weight: weights[at].as_f64().unwrap(),
                ..CompositeIndicator::new(name)
            })
            .collect(),
        include: vec![CompositeStep::Normalised, CompositeStep::Aggregated],
        ..CompositeOptions::default()
    };
    let kinds = [
        ("minmax_0_100", CompositeNormalisation::MinMax { low: 0.0, high: 100.0 }),
        ("minmax_1_100", CompositeNormalisation::MinMax { low: 1.0, high: 100.0 }),
        ("zscore_0_1", CompositeNormalisation::ZScore { mean: 0.0, deviation: 1.0 }),
        ("borda", CompositeNormalisation::Borda),
        ("prank", CompositeNormalisation::PercentRank),
        ("dist2max", CompositeNormalisation::DistanceToMax),
        ("fracmax", CompositeNormalisation::FractionOfMax),
        ("rank", CompositeNormalisation::Rank),
    ];
    let out = expected["normalise"]["out"].as_object().unwrap();
    assert_eq!(out.len(), kinds.len());
    for (name, kind) in kinds {
        options.normalisation = kind;
        let report = composite(&data, &options).unwrap();
        let (mut cells, mut worst) = (0, 0.0_f64);
        for column in names {
            let found = stage(&report, CompositeStep::Normalised, column);
            for (found, wanted) in found.iter().zip(out[name][column].as_array().unwrap()) {
                let error = near(*found, wanted.as_f64().unwrap());
                assert!(error < 1e-9, "{name} {column}: {found} instead of {wanted}");
                worst = worst.max(error);
                cells += 1;
            }
        }
        println!("n_{name}: {cells} cells, worst relative error {worst:.1e}");
    }
    options.normalisation = CompositeNormalisation::MinMax { low: 1.0, high: 100.0 };
    let means = [
        ("amean", CompositeMean::Arithmetic),
        ("gmean", CompositeMean::Geometric),
        ("hmean", CompositeMean::Harmonic),
        ("genmean_m1_5", CompositeMean::Power { exponent: -1.5 }),
        ("genmean_p2", CompositeMean::Power { exponent: 2.0 }),
    ];
    let out = expected["aggregate"]["out"].as_object().unwrap();
    assert_eq!(out.len(), means.len());
    for (name, mean) in means {
        options.aggregation = mean;
        let found = stage(&composite(&data, &options).unwrap(), CompositeStep::Aggregated, "index");
        let mut worst = 0.0_f64;
        for (found, wanted) in found.iter().zip(out[name].as_array().unwrap()) {
            let error = near(*found, wanted.as_f64().unwrap());
            assert!(error < 1e-9, "{name}: {found} instead of {wanted}");
            worst = worst.max(error);
        }
        println!("a_{name}: {} cells, worst relative error {worst:.1e}", found.len());
    }
}

#[test]
fn sensitivity_of_the_asem_index_is_reproducible_and_shares_add_up() {
    let Some((data, composite)) = asem_options() else { return };
    let mut options = CompositeSensitivityOptions {
        composite,
        weights: paceline::measure::composite::CompositeWeightFactors::Groups,
        normalisations: vec![CompositeNormalisation::Borda],
        samples: 200,
        ..CompositeSensitivityOptions::default()
    };
    let report = composite_sensitivity(&data, &options).unwrap();
    assert_eq!(report, composite_sensitivity(&data, &options).unwrap());
    assert_eq!(report.evaluations, 200 * (11 + 2));
    assert_eq!((report.units.len(), report.factors.len(), report.removals.len()), (51, 11, 59));
    // The other scale moves ranks more than any weight.
    assert_eq!(report.factors[0].factor, "normalisation");
    let total: f64 = report.factors.iter().filter_map(|factor| factor.total).map(|total| total.value).sum();
    assert!(total > 0.8, "{total}");
    for unit in &report.units {
        assert!(unit.low <= unit.median && unit.median <= unit.high, "{unit:?}");
    }
    options.seed = 2;
    assert_ne!(report.mean_shift, composite_sensitivity(&data, &options).unwrap().mean_shift);
}

#[test]
fn hostile_tables_and_options_are_refused() {
    let empty = Table::new();
    let one: Table = serde_json::from_str(r#"{ "unit": ["a"], "x": [1] }"#).unwrap();
    let infinite =
        Table::new().with_texts("unit", ["a", "b"]).unwrap().with_numbers("x", [f64::INFINITY, 1.0]).unwrap();
    let huge: Table = serde_json::from_str(r#"{ "unit": ["a", "b"], "x": [-1.7e308, 1.7e308] }"#).unwrap();
    let missing: Table =
        serde_json::from_str(r#"{ "unit": ["a", "b"], "x": [null, null], "y": [1, 2] }"#).unwrap();
    let options = CompositeOptions { indicators: vec![CompositeIndicator::new("x")], ..Default::default() };
    let code = |table: &Table| composite(table, &options).unwrap_err().as_slice()[0].code.to_string();
    assert_eq!(code(&empty), "empty-table");
    assert_eq!(code(&one), "too-few-rows");
    assert_eq!(code(&infinite), "infinite-number");
    assert_eq!(code(&huge), "out-of-range");
    assert_eq!(code(&missing), "column-empty");
    let absurd = CompositeSensitivityOptions {
        composite: options,
        samples: u64::MAX,
        bootstrap: u64::MAX,
        level: f64::NAN,
        weight_spread: f64::INFINITY,
        ..CompositeSensitivityOptions::default()
    };
    assert_eq!(composite_sensitivity(&missing, &absurd).unwrap_err().as_slice().len(), 4);
}

fn random_table() -> impl Strategy<Value = (Vec<Vec<Option<f64>>>, Vec<usize>)> {
    (3..9_usize).prop_flat_map(|rows| {
        let cell = prop_oneof![4 => (-50.0..50.0).prop_map(Some), 1 => Just(None)];
        let column = prop::collection::vec(cell, rows);
        (prop::collection::vec(column, 3), Just((0..rows).collect::<Vec<_>>()).prop_shuffle())
    })
}

fn made(columns: &[Vec<Option<f64>>], order: &[usize], factor: f64, offset: f64) -> Table {
    let names: Vec<String> = order.iter().map(|row| format!("u{row}")).collect();
    let mut table = Table::new().with_texts("unit", names.iter().map(String::as_str)).unwrap();
    for (at, column) in columns.iter().enumerate() {
        let values = order.iter().map(|row| column[*row].map(|x| x * factor + offset));
        table = table.with_numbers(&format!("x{at}"), values).unwrap();
    }
    table
}

fn three() -> CompositeOptions {
    CompositeOptions {
        indicators: ["x0", "x1", "x2"].iter().map(|name| CompositeIndicator::new(name)).collect(),
        ..CompositeOptions::default()
    }
}

proptest! {
    #[test]
    fn rows_in_any_order_give_the_same_bits((columns, order) in random_table()) {
        let straight: Vec<usize> = (0..order.len()).collect();
        let mut options = three();
        options.treatment = CompositeTreatment::usual();
        options.imputation = CompositeImputation::Median;
        let found = composite(&made(&columns, &order, 1.0, 0.0), &options);
        prop_assert_eq!(&found, &composite(&made(&columns, &straight, 1.0, 0.0), &options));
        if let Ok(report) = found {
            let total: f64 = report.indicators.iter().map(|indicator| indicator.weight).sum();
            prop_assert!((total - 1.0).abs() < 1e-12);
            for unit in report.units {
                let score = unit.score.unwrap();
                prop_assert!((-1e-9..=100.0 + 1e-9).contains(&score));
                let parts: f64 = unit.parts.iter().filter_map(|part| part.contribution).sum();
                prop_assert!((parts - score).abs() < 1e-9);
            }
        }
    }

    #[test]
    fn the_unit_of_measurement_does_not_matter((columns, order) in random_table(), power in -6_i32..6) {
        let factor = 2.0_f64.powi(power);
        let options = three();
        let (a, b) = (
            composite(&made(&columns, &order, 1.0, 0.0), &options),
            composite(&made(&columns, &order, factor, 0.0), &options),
        );
        match (a, b) {
            // A power of two changes no digit.
            (Ok(a), Ok(b)) => prop_assert_eq!(a.units, b.units),
            (Err(a), Err(b)) => prop_assert_eq!(a, b),
            _ => prop_assert!(false),
        }
    }
}

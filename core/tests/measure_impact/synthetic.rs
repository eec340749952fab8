//! Synthetic control: against pysyncon, laws, placebo tests.

use super::*;

pub(super) fn basque() -> Option<(Table, Value)> {
    let text = oracle::text("oracles/measurement/causal/synth_basque.csv")?;
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    let mut table = Table::new();
    for (i, name) in names.iter().enumerate() {
        table = if *name == "regionname" {
            table.with_texts(name, rows.iter().map(|row| row[i])).unwrap()
        } else {
            table.with_numbers(name, rows.iter().map(|row| row[i].parse::<f64>().ok())).unwrap()
        };
    }
    Some((table, oracle::json("oracles/measurement/causal/synth_basque_expected.json").unwrap()))
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

fn points(value: &Value) -> Vec<TimePoint> {
    numbers(value).into_iter().map(TimePoint::Number).collect()
}

pub(super) fn basque_options(file: &Value) -> SyntheticControlOptions {
    SyntheticControlOptions {
        unit: "regionname".into(),
        time: "year".into(),
        outcome: "gdpcap".into(),
        treated: file["treated"].as_str().unwrap().into(),
        intervention: Some(1970.0.into()),
        donors: texts(&file["controls"]),
        placebos_in_space: false,
        leave_one_out: false,
        ..Default::default()
    }
}

pub(super) fn with_predictors(file: &Value) -> SyntheticControlOptions {
    let prep = &file["pysyncon_1_7_0"]["dataprep"];
    let mut predictors: Vec<SyntheticPredictor> = texts(&prep["predictors"])
        .into_iter()
        .map(|column| SyntheticPredictor { column, times: points(&prep["time_predictors_prior"]) })
        .collect();
    for special in prep["special_predictors"].as_array().unwrap() {
        predictors.push(SyntheticPredictor {
            column: special[0].as_str().unwrap().into(),
            times: points(&special[1]),
        });
    }
    SyntheticControlOptions {
        predictors,
        fit_start: Some(1960.0.into()),
        fit_end: Some(1969.0.into()),
        ..basque_options(file)
    }
}

fn worst_weight(report: &SyntheticControlReport, expected: &Value) -> f64 {
    report
        .weights
        .iter()
        .map(|found| (found.weight - expected[&found.unit].as_f64().unwrap()).abs())
        .fold(0.0, f64::max)
}

fn worst_gap(report: &SyntheticControlReport, expected: &Value) -> f64 {
    report
        .series
        .iter()
        .map(|point| (point.gap - expected[format!("{}.0", point.time)].as_f64().unwrap()).abs())
        .fold(0.0, f64::max)
}

#[test]
fn the_outcome_is_followed_exactly() {
    let Some((table, file)) = basque() else { return };
    let expected = &file["outcome_only_exact_QP"];
    let report = synthetic_control(&table, &basque_options(&file)).unwrap();
    let (weight, gap) = (worst_weight(&report, &expected["weights"]), worst_gap(&report, &expected["gaps"]));
    let loss = close("loss", report.loss, expected["sse_pre"].as_f64().unwrap(), 1e-9);
    let mean = close("mean", report.average_effect, expected["mean_post_gap"].as_f64().unwrap(), 1e-9);
    println!(
        "synth_basque outcome only: 62 figures, worst share {weight:.1e}, gap {gap:.1e}, loss {loss:.1e}, mean {mean:.1e}"
    );
    assert!(weight < 1e-9 && gap < 1e-9 && report.loss_gap < 1e-9);
}

#[test]
fn given_weights_are_solved_exactly() {
    let Some((table, file)) = basque() else { return };
    let expected = &file["given_V_exact_QP"];
    let options = with_predictors(&file);
    let v = &file["pysyncon_1_7_0"]["V"];
    let mut special = 0;
    let weights = options.predictors.iter().enumerate().map(|(i, predictor)| {
        let key = if i < 6 {
            predictor.column.clone()
        } else {
            special += 1;
            format!("special.{special}.{}", predictor.column)
        };
        v[key].as_f64().unwrap()
    });
    let predictor_weights = weights.collect();
    let report =
        synthetic_control(&table, &SyntheticControlOptions { predictor_weights, ..options }).unwrap();
    let weight = worst_weight(&report, &expected["weights"]);
    let loss = close("loss", report.loss, expected["objective"].as_f64().unwrap(), 1e-9);
    println!(
        "synth_basque given V: 18 figures, worst share {weight:.1e}, loss {loss:.1e}, proof {:.1e}",
        report.loss_gap
    );
    assert!(weight < 1e-8 && report.loss_gap < 1e-9);
}

#[test]
fn searched_weights_follow_at_least_as_well_as_pysyncon() {
    let Some((table, file)) = basque() else { return };
    let expected = &file["pysyncon_1_7_0"];
    let report = synthetic_control(&table, &with_predictors(&file)).unwrap();
    let mspe = expected["mspe_train"].as_f64().unwrap();
    let weight = worst_weight(&report, &expected["weights"]);
    let gap = worst_gap(&report, &expected["gaps"]);
    println!(
        "synth_basque searched V: mspe {} against {mspe} ({:.1e} less), worst share {weight:.1e}, gap {gap:.1e}",
        report.fit_mspe,
        mspe - report.fit_mspe
    );
    assert!(report.fit_mspe <= mspe * (1.0 + 1e-7));
}

/// Eight units over twelve times, the first treated from time 8 on: it is a mix of the second and the third, plus 5.
pub(super) fn panel(seed: u64) -> (Table, SyntheticControlOptions) {
    let mut state = seed;
    let mut random = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as f64 / f64::from(1_u32 << 31)
    };
    let outcomes: Vec<Vec<f64>> =
        (0..8).map(|_| (0..12).map(|t| 10.0 * random() + f64::from(t)).collect()).collect();
    let (mut units, mut times, mut values, mut sizes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for unit in 0..8 {
        for t in 0..12 {
            units.push(["a", "b", "c", "d", "e", "f", "g", "h"][unit]);
            times.push(t as f64);
            let mix = 0.3 * outcomes[1][t] + 0.7 * outcomes[2][t] + if t >= 8 { 5.0 } else { 0.0 };
            values.push(if unit == 0 { mix } else { outcomes[unit][t] });
            sizes.push(random());
        }
    }
    let table = Table::new()
        .with_texts("unit", units)
        .unwrap()
        .with_numbers("time", times)
        .unwrap()
        .with_numbers("outcome", values)
        .unwrap()
        .with_numbers("size", sizes)
        .unwrap();
    let options = SyntheticControlOptions {
        treated: "a".into(),
        intervention: Some(8.0.into()),
        evaluations: 200,
        ..Default::default()
    };
    (table, options)
}

#[test]
fn a_mix_is_found_again() {
    let (table, options) = panel(3);
    let report = synthetic_control(&table, &options).unwrap();
    let weights: Vec<f64> = report.weights.iter().map(|w| w.weight).collect();
    assert!((weights[0] - 0.3).abs() < 1e-9 && (weights[1] - 0.7).abs() < 1e-9, "{weights:?}");
    assert!((report.average_effect - 5.0).abs() < 1e-9);
    assert_eq!(report.placebos_in_space.len(), 7);
    // It is followed to the last digit, so there is no ratio to compare.
    assert_eq!((report.rmspe_ratio, report.p_value), (None, None));
    // The placebo in time finds nothing.
    let early = SyntheticControlOptions { placebo_time: Some(5.0.into()), ..options };
    let placebo = synthetic_control(&table, &early).unwrap().placebo_in_time.unwrap();
    assert!(placebo.average_effect.abs() < 1e-9);
}

#[test]
fn placebo_tests_and_leave_one_out_of_the_basque_country() {
    let Some((table, file)) = basque() else { return };
    let options = SyntheticControlOptions {
        placebos_in_space: true,
        leave_one_out: true,
        evaluations: 1_000,
        placebo_time: Some(1965.0.into()),
        ..with_predictors(&file)
    };
    let report = synthetic_control(&table, &options).unwrap();
    assert_eq!(report.placebos_in_space.len(), 17);
    let p = report.p_value.unwrap();
    println!("Basque: average {:.3}, p {p:.3}, {:?}", report.average_effect, report.leave_one_out);
    let as_large = report
        .placebos_in_space
        .iter()
        .filter(|placebo| placebo.rmspe_ratio.unwrap() >= report.rmspe_ratio.unwrap())
        .count();
    assert_eq!(p, (as_large + 1) as f64 / 18.0);
    assert_eq!(report.leave_one_out.len(), report.weights.iter().filter(|w| w.weight > 0.0).count());
    assert!(report.placebo_in_time.unwrap().average_effect.abs() < 0.5 * report.average_effect.abs());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Synthetic control: scaled outcomes scale the gaps, the names and the order of the units mean nothing.
    #[test]
    fn synthetic_gaps_scale(seed in 1..1_000_u64, power in -8..8_i32) {
        let (table, options) = panel(seed);
        let by = 2.0_f64.powi(power);
        let scaled = rebuilt(&table, |name, values| {
            let changed: Vec<Value> = if name == "outcome" {
                values.into_iter().map(|v| (v.as_f64().unwrap() * by).into()).collect()
            } else {
                values
            };
            changed.into_iter().rev().collect()
        });
        let (own, other) = (synthetic_control(&table, &options).unwrap(), synthetic_control(&scaled, &options).unwrap());
        prop_assert!((own.average_effect * by - other.average_effect).abs() <= 1e-9 * by * (1.0 + own.average_effect.abs()));
        prop_assert_eq!(own.p_value, other.p_value);
        let total: f64 = own.weights.iter().map(|w| w.weight).sum();
        prop_assert!((total - 1.0).abs() < 1e-12);
        prop_assert!(own.loss_gap <= 1e-9 * (1.0 + own.loss));
    }
}

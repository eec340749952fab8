//! Causal impact and synthetic control, held against R, statsmodels and pysyncon; laws; hostile tables.
#![allow(
    clippy::disallowed_methods,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]

#[path = "support/oracle.rs"]
mod oracle;
#[path = "measure_impact/speed.rs"]
mod speed;
#[path = "measure_impact/synthetic.rs"]
mod synthetic;

use paceline::measure::Table;
use paceline::measure::impact::{
    CausalImpactOptions, CausalImpactReport, ImpactDirection, ImpactPeriod, ImpactTrend, LocalLevelOptions,
    SyntheticControlOptions, SyntheticControlReport, SyntheticPredictor, TimePoint, causal_impact,
    fit_local_level, synthetic_control,
};
use proptest::prelude::*;
use serde_json::Value;

use synthetic::panel;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

/// Rows of a file of numbers behind a first column of dates.
fn csv(name: &str) -> Option<(Vec<String>, Vec<String>, Vec<Vec<f64>>)> {
    let text = oracle::text(&format!("oracles/measurement/causal/{name}"))?;
    let mut lines = text.lines();
    let names: Vec<String> = lines.next().unwrap().split(',').map(str::to_owned).collect();
    let mut dates = Vec::new();
    let mut columns = vec![Vec::new(); names.len() - 1];
    for line in lines {
        let mut cells = line.split(',');
        dates.push(cells.next().unwrap().to_owned());
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.push(cell.parse().unwrap());
        }
    }
    Some((names, dates, columns))
}

fn close(name: &str, found: f64, expected: f64, tolerance: f64) -> f64 {
    let error = (found - expected).abs() / expected.abs().max(1e-300);
    assert!(error <= tolerance, "{name}: {found} is not {expected} ({error:.1e})");
    error
}

/// Mean and deviation of a figure over seeds.
fn over_seeds(reports: &[CausalImpactReport], figure: impl Fn(&CausalImpactReport) -> f64) -> (f64, f64) {
    let n = reports.len() as f64;
    let mean = reports.iter().map(&figure).sum::<f64>() / n;
    let squares = reports.iter().map(|report| (figure(report) - mean) * (figure(report) - mean)).sum::<f64>();
    (mean, (squares / (n - 1.0)).sqrt())
}

/// Seeds and draws of each: together enough that our own error is small and the deviation over the seeds is known well.
const SEEDS: u64 = 24;
const DRAWS: u64 = 3_000;

/// Runs with several seeds. The deviation over seeds, scaled to the draws that R took, is the Monte Carlo
/// error of R's figure; ours, of the mean, is added.
fn runs(table: &Table, options: &CausalImpactOptions) -> Vec<CausalImpactReport> {
    (1..=SEEDS)
        .map(|seed| {
            let options = CausalImpactOptions { draws: DRAWS, seed, placebos_in_time: 0, ..options.clone() };
            causal_impact(table, &options).unwrap()
        })
        .collect()
}

/// The distance to R's figure in Monte Carlo errors of both, rounding of what R printed added.
fn distance((mean, deviation): (f64, f64), expected: f64, draws_of_r: f64, rounding: f64) -> f64 {
    let ours = deviation / (SEEDS as f64).sqrt();
    let theirs = deviation * (DRAWS as f64 / draws_of_r).sqrt();
    let gap = ((mean - expected).abs() - rounding).max(0.0);
    gap / (ours * ours + theirs * theirs).sqrt()
}

fn low(report: &CausalImpactReport) -> f64 {
    report.average.effect.low.unwrap()
}

fn high(report: &CausalImpactReport) -> f64 {
    report.average.effect.high.unwrap()
}

/// Fixtures computed by R with 5,000 draws.
#[test]
fn results_are_those_of_r_within_monte_carlo_error() {
    for scenario in ["basic", "covariates", "seasonal"] {
        let name = format!("causalimpact_r_{scenario}.json");
        let Some(file) = oracle::json(&format!("oracles/measurement/causal/{name}")) else { return };
        let y = numbers(&file["data"]["y"]);
        let rows = u32::try_from(y.len()).unwrap();
        let mut table = Table::new()
            .with_numbers("time", (1..=rows).map(f64::from))
            .unwrap()
            .with_numbers("outcome", y)
            .unwrap();
        let mut controls = Vec::new();
        for (name, values) in file["data"]["x"].as_object().unwrap() {
            table = table.with_numbers(name, numbers(values)).unwrap();
            controls.push(name.clone());
        }
        let options = CausalImpactOptions {
            controls,
            intervention: Some((file["n_pre"].as_f64().unwrap() + 1.0).into()),
            seasons: file["model_args"]["nseasons"].as_u64().unwrap_or(1),
            season_duration: file["model_args"]["season.duration"].as_u64().unwrap_or(1),
            ..Default::default()
        };
        let reports = runs(&table, &options);
        let of = |key: &str| file["r_output"][key].as_f64().unwrap();
        let figures = [
            ("effect", over_seeds(&reports, |r| r.average.effect.value), of("point_effect_mean")),
            ("low", over_seeds(&reports, low), of("ci_lower")),
            ("high", over_seeds(&reports, high), of("ci_upper")),
            ("sum", over_seeds(&reports, |r| r.cumulative.effect.value), of("cumulative_effect_total")),
            ("relative", over_seeds(&reports, |r| r.relative.unwrap().value), of("relative_effect_mean")),
        ];
        let mut worst: f64 = 0.0;
        for (figure, found, expected) in figures {
            let far = distance(found, expected, 5_000.0, 0.0);
            assert!(
                far < 3.5,
                "{scenario} {figure}: {found:?} is {far:.1} Monte Carlo errors from {expected}"
            );
            worst = worst.max(far);
        }
        // No draw is beyond the data, in R and here: the smallest p there is.
        for report in &reports {
            assert_eq!(report.tail_probability, 1.0 / (report.model.draws as f64 + 1.0));
        }
        println!("{name}: 6 figures, worst {worst:.2} Monte Carlo errors");
    }
}

fn with_controls(name: &str) -> Option<(Table, CausalImpactOptions)> {
    let (names, dates, columns) = csv(name)?;
    let mut table = Table::new().with_texts("time", dates.iter().map(String::as_str)).unwrap();
    for (name, column) in names[1..].iter().zip(columns) {
        table = table.with_numbers(name, column).unwrap();
    }
    let options = CausalImpactOptions {
        outcome: names[1].clone(),
        controls: names[2..].to_vec(),
        ..Default::default()
    };
    Some((table, options))
}

/// Summaries as R printed them, of 1,000 draws.
#[test]
fn results_are_those_that_r_printed() {
    for name in ["comparison", "basque"] {
        let Some((table, options)) = with_controls(&format!("{name}.csv")) else { return };
        let file = oracle::json(&format!("oracles/measurement/causal/causalimpact_{name}.json")).unwrap();
        let intervention = file["post_period"][0].as_str().unwrap().into();
        let reports = runs(&table, &CausalImpactOptions { intervention: Some(intervention), ..options });
        let r = &file["r_summary_as_printed"];
        // Half a unit of the last digit printed.
        let rounding = |value: f64| {
            let text = format!("{value}");
            0.5 * text.split_once('.').map_or(1.0, |(_, digits)| 0.1_f64.powi(digits.len() as i32))
        };
        let mut worst: f64 = 0.0;
        let mut hold = |figure: &str, found: (f64, f64), expected: &Value, half: Option<f64>| {
            let expected = expected.as_f64().unwrap();
            let far = distance(found, expected, 900.0, half.unwrap_or_else(|| rounding(expected)));
            assert!(far < 3.5, "{name} {figure}: {found:?} is {far:.1} Monte Carlo errors from {expected}");
            worst = worst.max(far);
        };
        for (i, of) in
            [|r: &CausalImpactReport| r.average.clone(), |r: &CausalImpactReport| r.cumulative.clone()]
                .into_iter()
                .enumerate()
        {
            // `-30.0` is written `-30` in JSON's numbers, and `-1.4`, `-0.2` stand for two digits: by hand.
            let tenth = (name == "basque").then_some(0.05);
            let cent = (name == "basque").then_some([0.005, 0.005][i]);
            hold("actual", (of(&reports[0]).actual, 1e-9), &r["actual"][i], None);
            hold("predicted", over_seeds(&reports, |r| of(r).predicted.value), &r["prediction"][i], tenth);
            let error = |r: &CausalImpactReport| of(r).predicted.standard_error.unwrap();
            hold("deviation", over_seeds(&reports, error), &r["prediction_sd"][i], cent);
            hold("effect", over_seeds(&reports, |r| of(r).effect.value), &r["abs_effect"][i], cent);
            hold("low", over_seeds(&reports, |r| of(r).effect.low.unwrap()), &r["abs_ci"][i][0], tenth);
            hold("high", over_seeds(&reports, |r| of(r).effect.high.unwrap()), &r["abs_ci"][i][1], tenth);
        }
        hold("relative", over_seeds(&reports, |r| r.relative.unwrap().value), &r["rel_effect"], Some(0.0005));
        let (low, high) = (0.005, if name == "basque" { 0.0005 } else { 0.005 });
        hold(
            "relative low",
            over_seeds(&reports, |r| r.relative.unwrap().low.unwrap()),
            &r["rel_ci"][0],
            Some(low),
        );
        hold(
            "relative high",
            over_seeds(&reports, |r| r.relative.unwrap().high.unwrap()),
            &r["rel_ci"][1],
            Some(high),
        );
        hold("tail", over_seeds(&reports, |r| r.tail_probability), &r["p"], None);
        println!("causalimpact_{name}.json: 16 figures, worst {worst:.2} Monte Carlo errors");
    }
}

#[test]
fn the_local_level_is_that_of_statsmodels() {
    let Some((table, options)) = with_controls("comparison.csv") else { return };
    let file = oracle::json("oracles/measurement/causal/kalman_local_level_comparison.json").unwrap();
    for case in ["with_exog", "no_exog"] {
        let expected = &file[case];
        let controls = if case == "with_exog" { options.controls.clone() } else { Vec::new() };
        let report = fit_local_level(
            &table,
            &LocalLevelOptions {
                outcome: options.outcome.clone(),
                controls,
                fit_end: Some("2019-07-14".into()),
                initial_variance: Some(1e6),
                ..Default::default()
            },
        )
        .unwrap();
        let of = |key: &str| expected["params"][key].as_f64().unwrap();
        let mut worst: f64 = 0.0;
        // The likelihood is flat at the bottom: statsmodels stops where the noise is as good as 0.
        if case == "with_exog" {
            worst = worst.max(close("noise", report.noise_variance, of("sigma2.irregular"), 1e-3));
        } else {
            assert!(report.noise_variance < 1e-3, "{}", report.noise_variance);
        }
        worst = worst.max(close("level", report.level_variance, of("sigma2.level"), 1e-3));
        for (i, found) in report.coefficients.iter().enumerate() {
            let key = format!("beta.x{}", i + 1);
            worst = worst.max(close(&key, found.coefficient, of(&key), 1e-3));
        }
        let likelihood = expected["loglike"].as_f64().unwrap();
        let short = likelihood - report.log_likelihood;
        assert!(short.abs() < 1e-4, "{case}: {} is not {likelihood}", report.log_likelihood);
        let n = report.levels.len();
        for (i, expected) in numbers(&expected["filtered_level_last5"]).into_iter().enumerate() {
            worst = worst.max(close("filtered", report.levels[n - 5 + i].filtered.unwrap(), expected, 1e-3));
        }
        for (i, expected) in numbers(&expected["smoothed_level_first5"]).into_iter().enumerate() {
            worst = worst.max(close("smoothed", report.levels[i].smoothed, expected, 1e-3));
        }
        if case == "with_exog" {
            for (i, expected) in numbers(&expected["smoothed_level_var_first5"]).into_iter().enumerate() {
                worst = worst.max(close("variance", report.levels[i].smoothed_variance, expected, 1e-3));
            }
        }
        for (point, (mean, error)) in report
            .forecast
            .iter()
            .zip(numbers(&expected["forecast_mean"]).into_iter().zip(numbers(&expected["forecast_se"])))
        {
            worst = worst.max(close("forecast", point.predicted.value, mean, 1e-3));
            worst = worst.max(close("error", point.predicted.standard_error.unwrap(), error, 1e-3));
        }
        let effect = expected["cum_point_effect"].as_f64().unwrap();
        worst = worst.max(close("effect", report.cumulative_effect.unwrap(), effect, 1e-3));
        println!(
            "kalman_local_level_comparison.json {case}: 50 figures, worst {worst:.1e} relative; \
             likelihood {short:.1e} below statsmodels"
        );
    }
}

/// A series with a control: noise and a slowly wandering level, drawn from the model; an effect after two thirds.
fn simulated(seed: u64, rows: usize, effect: f64) -> (Table, CausalImpactOptions) {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d;
    let mut uniform = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / 9_007_199_254_740_992.0
    };
    for _ in 0..20 {
        uniform();
    }
    // Twelve uniform numbers are nearly normal.
    let mut normal = move || (0..12).map(|_| uniform()).sum::<f64>() - 6.0;
    let x: Vec<f64> = (0..rows).map(|_| 5.0 + normal()).collect();
    let from = rows * 2 / 3;
    let mut level = 10.0;
    let y: Vec<f64> = (0..rows)
        .map(|t| {
            level += 0.02 * normal();
            level + 1.5 * x[t] + normal() + if t >= from { effect } else { 0.0 }
        })
        .collect();
    let table = Table::new()
        .with_numbers("time", (0..rows).map(|t| t as f64))
        .unwrap()
        .with_numbers("outcome", y)
        .unwrap()
        .with_numbers("control", x)
        .unwrap();
    let options = CausalImpactOptions {
        controls: vec!["control".into()],
        intervention: Some((from as f64).into()),
        draws: 400,
        placebos_in_time: 0,
        ..Default::default()
    };
    (table, options)
}

/// Under the model an interval of 95 % holds the truth in about 95 of 100 series, with and without an effect.
#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    for (first, effect) in [(1, 0.0), (10_001, 2.0)] {
        let trials = 400;
        let mut missed = 0;
        for seed in 0..trials {
            let (table, options) = simulated(seed + first, 75, effect);
            let report = causal_impact(&table, &options).unwrap();
            missed += u32::from(low(&report) > effect || high(&report) < effect);
            // With no effect, missing 0 is a false alarm.
            if effect == 0.0 {
                let alarm = report.direction != ImpactDirection::Unclear;
                assert_eq!(alarm, low(&report) > 0.0 || high(&report) < 0.0);
            }
        }
        println!("effect {effect}: {missed} of {trials} intervals of 95 % miss the truth");
        // Binomial: 20 expected, more than 35 or fewer than 7 happen once in a thousand.
        assert!((7..=35).contains(&missed), "{missed} of {trials}");
    }
}

fn column(table: &Table, name: &str) -> Vec<Value> {
    serde_json::to_value(table).unwrap()[name].as_array().unwrap().clone()
}

fn rebuilt(table: &Table, change: impl Fn(&str, Vec<Value>) -> Vec<Value>) -> Table {
    let names: Vec<String> = table.names().map(str::to_owned).collect();
    let columns: serde_json::Map<String, Value> = names
        .into_iter()
        .map(|name| (name.clone(), Value::Array(change(&name, column(table, &name)))))
        .collect();
    serde_json::from_value(Value::Object(columns)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Twice the outcome, twice the effect, to the last bit for powers of two; with and without slope and seasons.
    #[test]
    fn effects_scale_with_the_outcome(seed in 1..1_000_u64, power in -20..20_i32, many: bool) {
        let (table, mut options) = simulated(seed, 60, 1.0);
        if many {
            (options.trend, options.seasons) = (ImpactTrend::LocalLinear, 3);
        }
        let by = 2.0_f64.powi(power);
        let scaled = rebuilt(&table, |name, values| {
            if name == "outcome" {
                values.into_iter().map(|v| (v.as_f64().unwrap() * by).into()).collect()
            } else {
                values
            }
        });
        let (own, other) = (causal_impact(&table, &options).unwrap(), causal_impact(&scaled, &options).unwrap());
        prop_assert_eq!(own.average.effect.value * by, other.average.effect.value);
        prop_assert_eq!(low(&own) * by, low(&other));
        prop_assert_eq!(own.tail_probability, other.tail_probability);
        prop_assert_eq!(own.relative, other.relative);
    }

    /// What is added to the outcome after the intervention is added to the effect; the prediction stays.
    #[test]
    fn what_is_added_after_is_effect(seed in 1..1_000_u64, added in -50.0..50.0_f64) {
        let (table, options) = simulated(seed, 60, 0.0);
        let moved = rebuilt(&table, |name, values| {
            let add = |(t, v): (usize, Value)| -> Value {
                (v.as_f64().unwrap() + if t >= 40 { added } else { 0.0 }).into()
            };
            if name == "outcome" { values.into_iter().enumerate().map(add).collect() } else { values }
        });
        let (own, other) = (causal_impact(&table, &options).unwrap(), causal_impact(&moved, &options).unwrap());
        prop_assert!((own.average.effect.value + added - other.average.effect.value).abs() < 1e-9);
        prop_assert!((low(&own) + added - low(&other)).abs() < 1e-9);
        prop_assert_eq!(&own.average.predicted, &other.average.predicted);
    }

    /// The order of the rows means nothing.
    #[test]
    fn shuffled_rows_change_no_digit(seed in 1..1_000_u64, step in 1..59_usize) {
        let (table, options) = simulated(seed, 60, 1.0);
        let step = if 60 % step == 0 { 7 } else { step };
        let step = if [2, 3, 5].iter().any(|p| step % p == 0) { 7 } else { step };
        let shuffled = rebuilt(&table, |_, values| (0..60).map(|i| values[i * step % 60].clone()).collect());
        prop_assert_eq!(causal_impact(&table, &options).unwrap(), causal_impact(&shuffled, &options).unwrap());
    }

}

#[test]
fn periods_gaps_and_missing_values() {
    let (table, options) = simulated(5, 60, 2.0);
    let holes = rebuilt(&table, |name, values| {
        let hole = |(t, v): (usize, Value)| if [0, 1, 7, 20, 50].contains(&t) { Value::Null } else { v };
        if name == "outcome" { values.into_iter().enumerate().map(hole).collect() } else { values }
    });
    let options = CausalImpactOptions {
        pre_end: Some(35.0.into()),
        post_end: Some(55.0.into()),
        placebos_in_time: 2,
        placebos_in_space: true,
        ..options
    };
    let report = causal_impact(&holes, &options).unwrap();
    let of = |period: ImpactPeriod| report.series.iter().filter(|point| point.period == period).count();
    assert_eq!((of(ImpactPeriod::Pre), of(ImpactPeriod::Gap), of(ImpactPeriod::Post)), (34, 4, 16));
    assert_eq!((report.model.pre_rows, report.model.post_rows), (32, 15));
    assert_eq!((report.placebos_in_time.len(), report.placebos_in_space.len()), (2, 1));
    let sum: f64 = report
        .series
        .iter()
        .filter(|point| point.period == ImpactPeriod::Post)
        .filter_map(|point| point.effect.map(|effect| effect.value))
        .sum();
    assert!((sum - report.cumulative.effect.value).abs() < 1e-9);
    let last = report.series.last().unwrap().cumulative_effect.unwrap();
    assert!((last.value - sum).abs() < 1e-9);
    assert!((last.low.unwrap() - report.cumulative.effect.low.unwrap()).abs() < 1e-9);
    assert!(report.evidence.cautions.iter().any(|issue| issue.code == "missing-outcomes"));
}

#[test]
fn a_control_that_was_touched_is_named() {
    let (table, mut options) = simulated(8, 90, 0.0);
    let touched = rebuilt(&table, |name, values| {
        let add = |(t, v): (usize, Value)| -> Value {
            (v.as_f64().unwrap() + if t >= 60 { 4.0 } else { 0.0 }).into()
        };
        if name == "control" { values.into_iter().enumerate().map(add).collect() } else { values }
    });
    options.controls = vec!["control".into()];
    let has = |table: &Table| {
        let report = causal_impact(table, &options).unwrap();
        report.evidence.cautions.iter().any(|issue| issue.code == "control-shifted")
    };
    assert!(has(&touched) && !has(&table));
}

fn codes<R>(result: Result<R, paceline::Issues>) -> Vec<String> {
    result.err().unwrap().as_slice().iter().map(|issue| issue.code.to_string()).collect()
}

#[test]
fn faults_are_named_all_at_once() {
    let (table, options) = simulated(1, 60, 0.0);
    let bad = CausalImpactOptions {
        outcome: "outcme".into(),
        draws: 3,
        interval: 1.5,
        prior_level_sd: f64::NAN,
        intervention: None,
        ..options.clone()
    };
    let found = codes(causal_impact(&table, &bad));
    assert_eq!(found.iter().filter(|code| *code == "number-out-of-range").count(), 3, "{found:?}");
    assert!(found.contains(&"unknown-column".into()) && found.contains(&"missing-intervention".into()));
    let at = |point: TimePoint| CausalImpactOptions { intervention: Some(point), ..options.clone() };
    assert_eq!(codes(causal_impact(&table, &at(2.0.into()))), ["too-few-rows"]);
    assert_eq!(codes(causal_impact(&table, &at(900.0.into()))), ["no-rows-after"]);
    assert_eq!(codes(causal_impact(&table, &at("2026-01-01".into()))), ["moment-not-on-axis"]);
    assert_eq!(
        codes(causal_impact(&table, &CausalImpactOptions { draws: 1_000_000, ..options.clone() })),
        ["too-much-work"]
    );
    let constant = rebuilt(&table, |name, values| if name == "time" { values } else { vec![3.0.into(); 60] });
    assert_eq!(codes(causal_impact(&constant, &options)), ["constant-column", "constant-column"]);
    let twice = rebuilt(&table, |name, values| if name == "time" { vec![3.0.into(); 60] } else { values });
    assert_eq!(codes(causal_impact(&twice, &options)), ["repeated-time"]);
    assert!(codes(causal_impact(&Table::new(), &options)).contains(&"empty-table".into()));
    let (table, options) = panel(1);
    let bad = SyntheticControlOptions {
        treated: "z".into(),
        intervention: None,
        predictor_weights: vec![0.0],
        ..options.clone()
    };
    assert_eq!(
        codes(synthetic_control(&table, &bad)),
        ["missing-intervention", "unknown-unit", "weights-length", "weights-zero"]
    );
    let donors = SyntheticControlOptions { donors: vec!["b".into()], ..options.clone() };
    assert_eq!(codes(synthetic_control(&table, &donors)), ["too-few-donors"]);
    let early = SyntheticControlOptions { placebo_time: Some(0.0.into()), ..options };
    assert_eq!(codes(synthetic_control(&table, &early)), ["placebo-not-before"]);
}

fn hostile() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        4 => (-5.0..5.0_f64).prop_map(Some),
        1 => Just(None),
        1 => Just(Some(0.0)),
        1 => prop_oneof![Just(1e300), Just(-1e100), Just(1e-300), Just(f64::INFINITY), Just(f64::NAN)].prop_map(Some),
    ]
}

fn mild() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![6 => (-2.0..2.0_f64).prop_map(Some), 1 => Just(None), 1 => Just(Some(0.0)), 1 => Just(Some(1e30))]
}

/// A report without a number that is none: JSON would write `null`.
fn whole<R: serde::Serialize>(report: Result<R, paceline::Issues>) -> bool {
    report.map_or(true, |report| !serde_json::to_string(&report).unwrap().contains("null"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_table_breaks_anything(
        rows in prop::collection::vec((hostile(), hostile(), 0..4_u8), 0..25),
        tame in prop::collection::vec((mild(), -3.0..3.0_f64), 8..40),
        at in 0..25_u32, seasons in 1..4_u64, duration in 1..4_u64, linear: bool,
    ) {
        let trend = if linear { ImpactTrend::LocalLinear } else { ImpactTrend::LocalLevel };
        let options = CausalImpactOptions {
            intervention: Some(f64::from(at).into()), draws: 100, seasons, season_duration: duration, trend,
            controls: vec!["control".into()], placebos_in_space: true, ..Default::default()
        };
        let names = ["north", "south", "east", "west"];
        for wild in [true, false] {
            let (y, x): (Vec<_>, Vec<_>) = if wild {
                rows.iter().map(|row| (row.0, row.1)).unzip()
            } else {
                tame.iter().map(|row| (row.0, Some(row.1))).unzip()
            };
            let n = u32::try_from(y.len()).unwrap();
            let units = (0..y.len()).map(|i| names[if wild { usize::from(rows[i].2) } else { i % 4 }]);
            let table = Table::new()
                .with_numbers("time", (0..n).map(f64::from)).unwrap()
                .with_numbers("week", (0..n).map(|t| f64::from(t / 4))).unwrap()
                .with_texts("unit", units).unwrap()
                .with_numbers("outcome", y).unwrap()
                .with_numbers("control", x).unwrap();
            prop_assert!(whole(causal_impact(&table, &options)));
            let level = LocalLevelOptions { controls: options.controls.clone(), ..Default::default() };
            prop_assert!(whole(fit_local_level(&table, &level)));
            let bounded = LocalLevelOptions { initial_variance: Some(1e6), ..Default::default() };
            prop_assert!(whole(fit_local_level(&table, &bounded)));
            for predicted in [true, false] {
                let predictor = SyntheticPredictor { column: "control".into(), times: Vec::new() };
                let synthetic = SyntheticControlOptions {
                    time: "week".into(), treated: "north".into(), intervention: Some(f64::from(at / 4).into()),
                    predictors: if predicted { vec![predictor] } else { Vec::new() }, evaluations: 100,
                    ..Default::default()
                };
                prop_assert!(whole(synthetic_control(&table, &synthetic)));
            }
        }
    }
}

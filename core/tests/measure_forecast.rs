//! Forecasts held against R's forecast and stats, against the best likelihoods known, and against laws.
#![allow(
    clippy::disallowed_methods,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::panic,
    reason = "in tests it says what must hold"
)]

#[path = "support/oracle.rs"]
mod oracle;

use paceline::Issues;
use paceline::measure::Table;
use paceline::measure::forecast::*;
use proptest::prelude::*;
use serde_json::Value;

fn series(name: &str) -> Option<Vec<f64>> {
    let text = oracle::text(&format!("oracles/measurement/forecast/{name}.csv"))?;
    Some(text.lines().skip(1).map(|line| line.split(',').nth(1).unwrap().parse().unwrap()).collect())
}

fn table(values: &[f64]) -> Table {
    Table::new().with_numbers("value", values.iter().copied()).unwrap()
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap_or(f64::NAN)).collect()
}

fn worst(found: &[f64], expected: &[f64]) -> f64 {
    assert_eq!(found.len(), expected.len());
    found.iter().zip(expected).map(|(a, b)| (a - b).abs() / b.abs().max(1e-3)).fold(0.0, f64::max)
}

fn codes(issues: &Issues) -> Vec<String> {
    issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
}

/// `ETS(M,Ad,M)` as options.
fn model(name: &str) -> String {
    name.trim_start_matches("ETS(").trim_end_matches(')').replace(',', "")
}

/// The parameters of R's fit.
fn parameters(case: &Value, multiplicative: bool) -> EtsParameters {
    let get = |name: &str| case["par"][name].as_f64();
    let period = case["frequency"].as_u64().unwrap();
    let mut season: Vec<f64> = (0..period - 1).rev().filter_map(|i| get(&format!("s{i}"))).collect();
    if !season.is_empty() {
        // R leaves out the one that the others give: that of the first value.
        let total = if multiplicative { period as f64 } else { 0.0 };
        season.insert(0, total - season.iter().sum::<f64>());
    }
    EtsParameters {
        alpha: get("alpha"),
        beta: get("beta"),
        gamma: get("gamma"),
        phi: get("phi"),
        level: get("l"),
        trend: get("b"),
        season,
    }
}

#[test]
fn likelihoods_reach_the_best_known() {
    let Some(oracle) = oracle::json("oracles/measurement/forecast/ets_best_known.json") else { return };
    let mut least = f64::INFINITY;
    let mut cases = 0;
    for case in oracle["cases"].as_array().unwrap() {
        let name = case["series"].as_str().unwrap();
        let best = case["best_known_loglik_r_scale"].as_f64().unwrap();
        let options = ForecastOptions {
            periods: vec![if name == "WWWusage" { 1 } else { 12 }],
            model: model(case["model"].as_str().unwrap()),
            ..ForecastOptions::default()
        };
        let report = forecast(&table(&series(name).unwrap()), &options).unwrap();
        let found = report.fit.log_likelihood.unwrap();
        assert_eq!(report.fit.name, case["model"].as_str().unwrap());
        assert!(found >= best - 0.5, "{name} {}: {found} < {best}", report.fit.name);
        least = least.min(found - best);
        cases += 1;
    }
    println!("ets_best_known.json: {cases} cases, worst log-likelihood {least:+.4} against the best known");
    assert_eq!(cases, 9);
}

#[test]
fn parameters_of_r_give_what_r_says() {
    let Some(oracle) = oracle::json("oracles/measurement/forecast/ets_expected.json") else { return };
    let mut cases = 0;
    let (mut worst_fit, mut worst_mean, mut worst_interval) = (0.0_f64, 0.0_f64, 0.0_f64);
    for case in oracle.as_array().unwrap().iter().filter(|case| case["par"].is_object()) {
        let name = case["method"].as_str().unwrap();
        let held = parameters(case, name.ends_with("M)"));
        let y = series(case["series"].as_str().unwrap()).unwrap();
        let options = ForecastOptions {
            periods: vec![case["frequency"].as_u64().unwrap()],
            model: model(name),
            horizon: case["h"].as_u64().unwrap(),
            parameters: Some(held.clone()),
            fitted: true,
            ..ForecastOptions::default()
        };
        let report = forecast(&table(&y), &options).unwrap();
        let fit = &report.fit;
        let one = |found: Option<f64>, name: &str| worst(&[found.unwrap()], &[case[name].as_f64().unwrap()]);
        for (found, name) in [
            (fit.log_likelihood, "loglik"),
            (fit.aic, "aic"),
            (fit.aicc, "aicc"),
            (fit.bic, "bic"),
            (fit.variance, "sigma2"),
            (Some(fit.mse), "mse"),
        ] {
            worst_fit = worst_fit.max(one(found, name));
        }
        let fitted: Vec<f64> = report.fitted.iter().take(6).map(|value| value.unwrap()).collect();
        worst_fit = worst_fit.max(worst(&fitted, &numbers(&case["fitted_head"])));
        let found: Vec<f64> = report.points.iter().map(|point| point.value).collect();
        let expected = numbers(&case["mean"]);
        cases += 1;
        if name == "ETS(M,Ad,M)" {
            // R's class 3 adds the whole trend to its first forecast where its own recursion adds the damped one.
            let states = fit.states.as_ref().unwrap();
            let (level, trend) = (states.level.unwrap(), states.trend.unwrap());
            let r = (level + trend) * states.season[0];
            let ours = (level + held.phi.unwrap() * trend) * states.season[0];
            assert!(worst(&[r], &expected[..1]) < 1e-9 && worst(&[ours], &found[..1]) < 1e-9);
            println!(
                "  {name}: means not compared, R adds the undamped trend ({:.1e} apart)",
                worst(&found, &expected)
            );
            continue;
        }
        worst_mean = worst_mean.max(worst(&found, &expected));
        for (place, low, high) in [(0, "lo80", "hi80"), (1, "lo95", "hi95")] {
            let lows: Vec<f64> = report.points.iter().map(|point| point.intervals[place].low).collect();
            let highs: Vec<f64> = report.points.iter().map(|point| point.intervals[place].high).collect();
            // Without a trend R counts γ one step early: in the variance of steps 12 and 24 already (5e-7 here), where
            // the season renewed now is first met one step later. All other steps agree.
            let agree = |h: usize| name != "ETS(A,N,A)" || !(h + 1).is_multiple_of(12);
            let pick = |values: &[f64]| -> Vec<f64> {
                values.iter().enumerate().filter(|(h, _)| agree(*h)).map(|(_, value)| *value).collect()
            };
            let (r_lows, r_highs) = (numbers(&case[low]), numbers(&case[high]));
            let all = worst(&lows, &r_lows).max(worst(&highs, &r_highs));
            let error = worst(&pick(&lows), &pick(&r_lows)).max(worst(&pick(&highs), &pick(&r_highs)));
            assert!(all <= 1e-6);
            println!("  {} {name} {low}: {error:.1e}", case["series"].as_str().unwrap());
            worst_interval = worst_interval.max(error);
        }
    }
    println!(
        "ets_expected.json (parameters of R): {cases} cases, worst error: fit {worst_fit:.1e}, means {worst_mean:.1e}, intervals {worst_interval:.1e}"
    );
    assert!(worst_fit <= 1e-9 && worst_mean <= 1e-9 && worst_interval <= 1e-9);
}

#[test]
fn holt_winters_mstl_and_hold_outs_agree_with_r() {
    let Some(oracle) = oracle::json("oracles/measurement/forecast/ets_expected.json") else { return };
    for case in oracle.as_array().unwrap() {
        let name = case["series"].as_str().unwrap();
        let y = series(name).unwrap();
        let call = case["call"].as_str().unwrap_or("");
        if call.starts_with("stats::HoltWinters") {
            let season = if call.contains("multiplicative") {
                SeasonKind::Multiplicative
            } else {
                SeasonKind::Additive
            };
            let get = |name: &str| case[name].as_f64();
            let held = EtsParameters {
                alpha: get("alpha"),
                beta: get("beta"),
                gamma: get("gamma"),
                ..Default::default()
            };
            let options = ForecastOptions {
                periods: vec![12],
                horizon: 24,
                method: ForecastModel::HoltWinters,
                season,
                parameters: Some(held),
                ..ForecastOptions::default()
            };
            let report = forecast(&table(&y), &options).unwrap();
            let states = report.fit.states.clone().unwrap();
            let mut found = vec![states.level.unwrap(), states.trend.unwrap()];
            found.extend(&states.season);
            let mut expected = vec![
                case["coefficients"]["a"].as_f64().unwrap(),
                case["coefficients"]["b"].as_f64().unwrap(),
            ];
            expected.extend((1..=12).map(|i| case["coefficients"][format!("s{i}")].as_f64().unwrap()));
            let points: Vec<f64> = report.points.iter().map(|point| point.value).collect();
            let error = worst(&found, &expected).max(worst(&points, &numbers(&case["mean"])));
            // R's optimiser ends within 1e-6 of a bound or so; ours must be at least as good.
            let free = forecast(&table(&y), &ForecastOptions { parameters: None, ..options }).unwrap();
            let squares = free.fit.mse * 132.0;
            let theirs = case["SSE"].as_f64().unwrap();
            println!(
                "HoltWinters {season:?}: weights of R: worst error {error:.1e}; own weights: SSE {squares:.4} against {theirs:.4}"
            );
            assert!(error <= 1e-9 && squares <= theirs * (1.0 + 1e-7));
        } else if call.starts_with("forecast::mstl") {
            let report =
                decompose(&table(&y), &DecomposeOptions { periods: vec![12], ..Default::default() }).unwrap();
            let parts = &case["components"];
            let error = worst(&report.trend, &numbers(&parts["Trend"]))
                .max(worst(&report.seasons[0].values, &numbers(&parts["Seasonal12"])))
                .max(worst(&report.remainder, &numbers(&parts["Remainder"])));
            println!("mstl {name}: worst error {error:.1e}");
            assert!(error <= 1e-9);
        } else if case["test"].is_array() {
            let train = &y[..y.len() - 24];
            let run = |method| {
                let options =
                    ForecastOptions { periods: vec![12], horizon: 24, method, ..ForecastOptions::default() };
                let report = forecast(&table(train), &options).unwrap();
                (report.points.iter().map(|point| point.value).collect::<Vec<f64>>(), report.fit)
            };
            let naive = worst(&run(ForecastModel::SeasonalNaive).0, &numbers(&case["snaive_mean"]));
            let (theta, fit) = run(ForecastModel::Theta);
            let theta = worst(&theta, &numbers(&case["theta_mean"]));
            println!(
                "{name} hold-out: snaive {naive:.1e}, theta {theta:.1e} (alpha {:?})",
                fit.parameters.unwrap().alpha
            );
            assert!(naive <= 1e-9);
            // Theta rests on an optimum that R's simplex finds to about 1e-3 in alpha.
            assert!(theta <= 1e-3, "{theta}");
            let backtest = backtest(
                &table(&y),
                &BacktestOptions {
                    forecast: ForecastOptions {
                        periods: vec![12],
                        horizon: 24,
                        method: ForecastModel::SeasonalNaive,
                        ..Default::default()
                    },
                    folds: 1,
                    stride: 1,
                    window: None,
                },
            )
            .unwrap();
            let accuracy = &case["snaive_acc"];
            let a = &backtest.accuracy;
            let found = [a.bias, a.mae, a.rmse, a.mape.unwrap(), a.mase.unwrap()];
            let expected = ["ME", "MAE", "RMSE", "MAPE", "MASE"].map(|name| accuracy[name].as_f64().unwrap());
            let error = worst(&found, &expected);
            println!("{name} hold-out accuracy of snaive: {error:.1e}");
            assert!(error <= 1e-9);
        }
    }
}

#[test]
fn the_choice_is_at_least_as_good_as_that_of_r() {
    let Some(oracle) = oracle::json("oracles/measurement/forecast/ets_expected.json") else { return };
    for case in oracle
        .as_array()
        .unwrap()
        .iter()
        .filter(|case| case["call"].as_str().is_some_and(|call| call.contains("ZZZ")))
    {
        let y = series(case["series"].as_str().unwrap()).unwrap();
        let report = forecast(
            &table(&y),
            &ForecastOptions { periods: vec![case["frequency"].as_u64().unwrap()], ..Default::default() },
        )
        .unwrap();
        let (found, theirs) = (report.fit.aicc.unwrap(), case["aicc"].as_f64().unwrap());
        println!(
            "{} ZZZ: {} AICc {found:.3}, R {} {theirs:.3}",
            case["series"], report.fit.name, case["method"]
        );
        assert!(found <= theirs + 1e-6);
    }
}

#[test]
fn weekly_outcome_has_its_trend() {
    let (Some(text), Some(oracle)) = (
        oracle::text("oracles/social/weekly_channel_outcome.csv"),
        oracle::json("oracles/social/weekly_channel_outcome.expected.json"),
    ) else {
        return;
    };
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let table = Table::new()
        .with_texts("date", rows.iter().map(|row| row[0]))
        .unwrap()
        .with_numbers("value", rows.iter().map(|row| row[1].parse::<f64>().unwrap()))
        .unwrap();
    let report =
        trend(&table, &TrendOptions { bucket: Some(CalendarBucket::Quarter), ..Default::default() }).unwrap();
    let expected = &oracle["y"];
    let pairs = [
        (report.slope.value, "ols_slope_per_week"),
        (report.intercept, "ols_intercept"),
        (report.robust_slope.unwrap().value, "theil_sen_slope_per_week"),
        (report.mean, "mean"),
        (report.standard_deviation, "sample_sd"),
        (report.median, "median"),
        (report.median_deviation, "mad_raw"),
        (report.smoothed, "ewma_alpha_0_3_last"),
        (report.trailing_mean, "trailing_4_week_mean_last"),
    ];
    let mut error = 0.0_f64;
    for (found, name) in pairs {
        let one = worst(&[found], &[expected[name].as_f64().unwrap()]);
        assert!(one < 1e-9, "{name} {found}");
        error = error.max(one);
    }
    assert_eq!(report.outliers.len(), expected["z_gt_3_weeks"].as_array().unwrap().len());
    let quarters = expected["by_quarter_of_week_start"].as_array().unwrap();
    assert_eq!(report.buckets.len(), quarters.len());
    for (found, quarter) in report.buckets.iter().zip(quarters) {
        assert_eq!(found.name, quarter["quarter"].as_str().unwrap());
        assert_eq!(found.values, quarter["weeks"].as_u64().unwrap());
        error = error.max(worst(
            &[found.sum, found.mean],
            &[quarter["sum"].as_f64().unwrap(), quarter["mean"].as_f64().unwrap()],
        ));
    }
    println!(
        "weekly_channel_outcome.expected.json: {} numbers, worst error {error:.1e}",
        9 + 3 * quarters.len()
    );
    assert!(error < 1e-9);
}

/// A small seeded generator of normal numbers, of the test alone.
struct Draws(u64);

impl Draws {
    fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        ((self.0 >> 33) as f64 + 0.5) / (1u64 << 31) as f64
    }
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }
}

#[test]
fn intervals_cover_at_their_rate() {
    // ETS(A,N,N) with alpha 0.4, forecast 4 steps; the model is found anew in each series.
    let mut draws = Draws(20);
    let runs = 300;
    let (mut inside, mut total_inside) = ([0.0; 4], 0.0);
    for _ in 0..runs {
        let mut level = 100.0;
        let mut y = Vec::new();
        for _ in 0..124 {
            let e = 5.0 * draws.normal();
            y.push(level + e);
            level += 0.4 * e;
        }
        let report = forecast(
            &table(&y[..120]),
            &ForecastOptions { horizon: 4, model: "ANN".into(), levels: vec![0.8], ..Default::default() },
        )
        .unwrap();
        for (h, point) in report.points.iter().enumerate() {
            let range = point.intervals[0];
            inside[h] += f64::from(u8::from((range.low..=range.high).contains(&y[120 + h])));
        }
        let total: f64 = y[120..].iter().sum();
        let range = report.total.intervals[0];
        total_inside += f64::from(u8::from((range.low..=range.high).contains(&total)));
    }
    // Three standard deviations of a share of 0.8, and a hundredth for parameters that are estimated.
    let slack = 3.0 * (0.8 * 0.2 / f64::from(runs)).sqrt() + 0.01;
    println!(
        "coverage of 80 % intervals: steps {:?}, total {}",
        inside.map(|held| held / f64::from(runs)),
        total_inside / f64::from(runs)
    );
    for held in inside.into_iter().chain([total_inside]) {
        assert!((held / f64::from(runs) - 0.8).abs() <= slack, "{inside:?} {total_inside}");
    }
}

#[test]
fn simulated_and_exact_intervals_agree() {
    let Some(y) = series("AirPassengers") else { return };
    for model in ["AAA", "MAM", "MAdM", "MNA", "ANN"] {
        let options = ForecastOptions {
            periods: vec![12],
            horizon: 18,
            model: model.into(),
            paths: 20_000,
            ..Default::default()
        };
        let exact = forecast(&table(&y), &options).unwrap();
        let drawn = forecast(&table(&y), &ForecastOptions { simulate: true, ..options }).unwrap();
        for (a, b) in exact.points.iter().zip(&drawn.points) {
            let (a, b) = (a.intervals[0], b.intervals[0]);
            let width = a.high - a.low;
            assert!(
                (a.low - b.low).abs() < 0.05 * width && (a.high - b.high).abs() < 0.05 * width,
                "{model} {a:?} {b:?}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn forecasts_scale_and_shift(seed in 1u64..1000, factor in 0.01..1e4_f64, shift in -1e3..1e3_f64) {
        let mut draws = Draws(seed);
        let y: Vec<f64> = (0..48).map(|t| 50.0 + [5.0, -3.0, 1.0, -3.0][t % 4] + 0.2 * t as f64 + draws.normal()).collect();
        for method in [ForecastModel::Ets, ForecastModel::Theta, ForecastModel::HoltWinters, ForecastModel::SeasonalNaive, ForecastModel::Drift, ForecastModel::Mean, ForecastModel::StlEts] {
            let options = ForecastOptions { periods: vec![4], horizon: 6, method, model: "AAA".into(), ..Default::default() };
            let options = if method == ForecastModel::StlEts { ForecastOptions { model: "AAN".into(), ..options } } else { options };
            let run = |y: &[f64]| forecast(&table(y), &options).unwrap();
            let base = run(&y);
            let scaled = run(&y.iter().map(|value| value * factor).collect::<Vec<_>>());
            for (a, b) in base.points.iter().zip(&scaled.points) {
                prop_assert!((a.value * factor - b.value).abs() < 2e-4 * factor * 50.0, "{method:?} {a:?} {b:?}");
                prop_assert!((a.intervals[0].low * factor - b.intervals[0].low).abs() < 1e-3 * factor * 50.0, "{method:?}");
            }
            if method != ForecastModel::Theta {
                let shifted = run(&y.iter().map(|value| value + shift).collect::<Vec<_>>());
                for (a, b) in base.points.iter().zip(&shifted.points) {
                    prop_assert!((a.value + shift - b.value).abs() < 1e-2, "{method:?} {a:?} {b:?}");
                }
            }
        }
    }

    #[test]
    fn rows_may_stand_in_any_order(seed in 1u64..1000) {
        let mut draws = Draws(seed);
        let rows: Vec<(String, f64)> = (0..30).map(|day| (format!("2026-03-{:02}", day + 1), 20.0 + draws.normal())).collect();
        let mut other = rows.clone();
        for i in (1..other.len()).rev() {
            other.swap(i, (draws.uniform() * (i + 1) as f64) as usize);
        }
        let made = |rows: &[(String, f64)]| Table::new().with_texts("date", rows.iter().map(|row| row.0.as_str())).unwrap().with_numbers("value", rows.iter().map(|row| row.1)).unwrap();
        let (a, b) = (forecast(&made(&rows), &ForecastOptions::default()).unwrap(), forecast(&made(&other), &ForecastOptions::default()).unwrap());
        prop_assert_eq!(&a, &b);
        prop_assert_eq!(a.points[0].time.as_deref(), Some("2026-03-31"));
        prop_assert_eq!(decompose(&made(&rows), &Default::default()).unwrap(), decompose(&made(&other), &Default::default()).unwrap());
        prop_assert_eq!(trend(&made(&rows), &Default::default()).unwrap(), trend(&made(&other), &Default::default()).unwrap());
    }

    #[test]
    fn nothing_panics(values in proptest::collection::vec(prop_oneof![Just(f64::NAN), Just(0.0), Just(1e99), Just(-1e99), -1e3..1e3_f64, Just(1e-300)], 0..40), period in 0u64..12, method in 0usize..9) {
        let methods = [ForecastModel::Auto, ForecastModel::Ets, ForecastModel::StlEts, ForecastModel::Theta, ForecastModel::HoltWinters, ForecastModel::SeasonalNaive, ForecastModel::Naive, ForecastModel::Drift, ForecastModel::Mean];
        for missing in [MissingValues::Refuse, MissingValues::Interpolate] {
            let options = ForecastOptions { periods: vec![period], method: methods[method], missing, multiplicative_trend: true, horizon: 5, paths: 100, target: Some(3.0), ..Default::default() };
            let table = table(&values);
            if let Ok(report) = forecast(&table, &options) {
                // No number that JSON cannot hold.
                let text = serde_json::to_string(&report).unwrap();
                let again: ForecastReport = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(again, report);
            }
            let plain = DecomposeOptions { periods: vec![period], missing, ..Default::default() };
            if let Ok(report) = decompose(&table, &plain) {
                prop_assert!(report.trend.iter().chain(&report.remainder).all(|value| value.is_finite()));
            }
            let _ = trend(&table, &TrendOptions::default());
            let _ = backtest(&table, &BacktestOptions { forecast: options, ..Default::default() });
        }
    }
}

#[test]
fn a_constant_goes_on_and_a_line_too() {
    for method in [
        ForecastModel::Auto,
        ForecastModel::Theta,
        ForecastModel::HoltWinters,
        ForecastModel::StlEts,
        ForecastModel::Drift,
    ] {
        let report = forecast(
            &table(&[7.0; 30]),
            &ForecastOptions { method, target: Some(84.0), ..Default::default() },
        )
        .unwrap();
        assert!(
            report.points.iter().all(|point| point.value == 7.0 && point.intervals[1].low == 7.0),
            "{method:?}"
        );
        assert_eq!((report.total.value, report.total.probability), (84.0, Some(1.0)));
    }
    let line: Vec<f64> = (0..40).map(|t| 3.0 + 2.0 * f64::from(t)).collect();
    let report = forecast(&table(&line), &ForecastOptions { horizon: 3, ..Default::default() }).unwrap();
    for (h, point) in report.points.iter().enumerate() {
        assert!((point.value - (83.0 + 2.0 * h as f64)).abs() < 1e-3, "{report:?}");
    }
}

#[test]
fn gaps_are_told_and_filled_when_asked() {
    let days: Vec<String> =
        (1..=28).filter(|day| *day != 10 && *day != 11).map(|day| format!("2026-02-{day:02}")).collect();
    let values: Vec<f64> =
        (1..=28).filter(|day| *day != 10 && *day != 11).map(|day| 10.0 + f64::from(day % 7)).collect();
    let table = Table::new()
        .with_texts("date", days.iter().map(String::as_str))
        .unwrap()
        .with_numbers("value", values)
        .unwrap();
    let refused = forecast(&table, &ForecastOptions::default()).unwrap_err();
    assert_eq!(codes(&refused), ["missing-values"]);
    let report = forecast(
        &table,
        &ForecastOptions { missing: MissingValues::Interpolate, horizon: 7, ..Default::default() },
    )
    .unwrap();
    assert_eq!((report.filled, report.rows, report.periods.as_slice()), (2, 28, &[7][..]));
    for (point, day) in report.points.iter().zip(29..) {
        assert!((point.value - (10.0 + f64::from(day % 7))).abs() < 0.5, "{point:?}");
    }
    // Missing ends are cut, and the times stay right.
    let cut = Table::new()
        .with_texts(
            "date",
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"],
        )
        .unwrap()
        .with_numbers("value", [None, Some(1.0), Some(2.0), Some(1.5), Some(2.0), Some(2.5)])
        .unwrap();
    let report = forecast(
        &cut,
        &ForecastOptions {
            missing: MissingValues::Interpolate,
            horizon: 2,
            method: ForecastModel::Drift,
            ..Default::default()
        },
    )
    .unwrap();
    assert_eq!(report.rows, 5);
    assert_eq!(
        report.points.iter().map(|point| point.time.clone().unwrap()).collect::<Vec<_>>(),
        ["2026-07-31", "2026-08-31"]
    );
}

#[test]
fn faults_are_named_together() {
    let options = ForecastOptions {
        value: "valeu".into(),
        horizon: 0,
        levels: vec![1.0],
        model: "XYZ".into(),
        paths: 1,
        ..Default::default()
    };
    let refused = forecast(&table(&[1.0, 2.0]), &options).unwrap_err();
    let found = codes(&refused);
    for code in ["unknown-column", "number-out-of-range", "unknown-model"] {
        assert!(found.iter().any(|found| found == code), "{found:?}");
    }
    assert_eq!(codes(&forecast(&table(&[1.0, 2.0]), &Default::default()).unwrap_err()), ["too-few-rows"]);
    assert_eq!(codes(&forecast(&table(&[]), &Default::default()).unwrap_err()), ["empty-table"]);
    let wave: Vec<f64> = (0..40).map(|t| f64::from(t % 4) - 1.0).collect();
    let refused = forecast(
        &table(&wave),
        &ForecastOptions { periods: vec![4], model: "MAM".into(), ..Default::default() },
    )
    .unwrap_err();
    assert_eq!(codes(&refused), ["no-model"]);
    let twice = Table::new()
        .with_texts("date", ["2026-01-01", "2026-01-01"])
        .unwrap()
        .with_numbers("value", [1.0, 2.0])
        .unwrap();
    assert_eq!(codes(&forecast(&twice, &Default::default()).unwrap_err()), ["repeated-time"]);
    let far = Table::new()
        .with_texts("date", ["2026-01-01", "2026-01-02T00:00:01", "2036-01-01"])
        .unwrap()
        .with_numbers("value", [1.0, 2.0, 3.0])
        .unwrap();
    assert_eq!(codes(&forecast(&far, &Default::default()).unwrap_err()), ["irregular-times"]);
    assert_eq!(codes(&trend(&table(&[2.0; 9]), &Default::default()).unwrap_err()), ["constant-column"]);
}

/// `cargo test --release -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn speed() {
    let Some(y) = series("AirPassengers") else { return };
    let table = table(&y);
    let options = ForecastOptions { periods: vec![12], ..Default::default() };
    let begin = std::time::Instant::now();
    for _ in 0..20 {
        forecast(&table, &options).unwrap();
    }
    println!("auto ETS of AirPassengers: {:.4} s", begin.elapsed().as_secs_f64() / 20.0);
    let begin = std::time::Instant::now();
    for _ in 0..100 {
        decompose(&table, &DecomposeOptions { periods: vec![12], ..Default::default() }).unwrap();
    }
    println!("MSTL of AirPassengers: {:.6} s", begin.elapsed().as_secs_f64() / 100.0);
}

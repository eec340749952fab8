//! Quasi-experiments against statsmodels, and laws.
#![allow(
    clippy::disallowed_methods,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "in tests they say what must hold"
)]
#![allow(clippy::print_stdout, reason = "the table of agreement")]

#[path = "support/oracle.rs"]
mod oracle;

use paceline::measure::Table;
use paceline::measure::quasi::*;
use proptest::prelude::*;
use serde_json::Value;

/// Worst relative error.
#[derive(Default)]
struct Agreement {
    cases: usize,
    worst: f64,
    at: String,
}

impl Agreement {
    fn see(&mut self, name: &str, expected: &Value, found: f64) {
        let expected = expected.as_f64().unwrap();
        let error = if expected == 0.0 { found.abs() } else { ((found - expected) / expected).abs() };
        self.cases += 1;
        if !(error <= self.worst) {
            (self.worst, self.at) = (error, name.to_owned());
        }
    }

    fn term(&mut self, name: &str, expected: &Value, found: &RegressionTerm) {
        self.see(&format!("{name} coefficient"), &expected["coef"], found.estimate);
        self.see(&format!("{name} error"), &expected["se"], found.standard_error);
        self.see(&format!("{name} statistic"), &expected["t"], found.statistic.unwrap());
        let p = found.p_value.unwrap();
        // SciPy's normal tail is 0 below 1e-308; ours too.
        self.see(&format!("{name} p"), &expected["p"], p);
        self.see(&format!("{name} low"), &expected["lo95"], found.low);
        self.see(&format!("{name} high"), &expected["hi95"], found.high);
    }

    fn within(self, file: &str, tolerance: f64) {
        println!("{file}: {} numbers, worst relative error {:.1e} ({})", self.cases, self.worst, self.at);
        assert!(self.cases > 0 && self.worst <= tolerance, "{file}: {} at {}", self.worst, self.at);
    }
}

fn donations() -> Option<Table> {
    let text = oracle::text("oracles/measurement/causal/did_organ_donations.csv")?;
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let column =
        |at: usize| rows.iter().map(move |row| row[at].parse::<f64>().unwrap()).collect::<Vec<f64>>();
    Some(
        Table::new()
            .with_texts("state", rows.iter().map(|row| row[0]))
            .unwrap()
            .with_numbers("quarter", column(3))
            .unwrap()
            .with_numbers("rate", column(2))
            .unwrap()
            .with_numbers("treated", column(4))
            .unwrap(),
    )
}

fn options() -> DidOptions {
    DidOptions {
        unit: "state".into(),
        time: "quarter".into(),
        outcome: "rate".into(),
        student: false,
        ..Default::default()
    }
}

#[test]
fn differences_agree_with_statsmodels() {
    let Some(oracle) = oracle::json("oracles/measurement/causal/did_organ_donations_expected.json") else {
        return;
    };
    let Some(table) = donations() else { return };
    let report = difference_in_differences(&table, &options()).unwrap();
    let by_t = difference_in_differences(&table, &DidOptions { student: true, ..options() }).unwrap();
    let mut seen = Agreement::default();
    let two = report.two_by_two.as_ref().unwrap();
    let means = &oracle["group_means_2x2"];
    seen.see("mean", &means["ca0_post0"], two.control_before);
    seen.see("mean", &means["ca0_post1"], two.control_after);
    seen.see("mean", &means["ca1_post0"], two.treated_before);
    seen.see("mean", &means["ca1_post1"], two.treated_after);
    seen.see("effect", &oracle["did_2x2"], two.effect);
    for (kind, terms) in [("nonrobust", &two.classic), ("HC1", &two.hc1), ("HC3", &two.hc3)] {
        for (name, term) in ["Intercept", "ca", "post", "ca:post"].iter().zip(terms) {
            seen.term(&format!("{kind} {name}"), &oracle["ols_2x2"][kind][name], term);
        }
    }
    let twfe = &oracle["twfe"];
    seen.term("twfe classic", &twfe["nonrobust"]["treated"], &report.two_way_classic);
    seen.term("twfe cluster", &twfe["cluster_state"]["treated"], &report.two_way);
    seen.term("twfe cluster t", &twfe["cluster_state_t"]["treated"], &by_t.two_way);
    let study = report.event_study.as_ref().unwrap();
    for effect in &study.effects {
        // The law began in the fourth quarter.
        let name = format!("e{}", effect.event_time + 4);
        seen.term(&name, &oracle["event_study_base_q3"][&name], &effect.effect);
    }
    assert_eq!(study.effects.len(), 5);
    seen.within("did_organ_donations", 1e-9);
    // One treated state of 27: only 1/27 steps are possible, and the report says so.
    let p = report.permutation_p_value.unwrap();
    assert!((p * 27.0 - (p * 27.0).round()).abs() < 1e-9);
    assert!(report.evidence.cautions.iter().any(|caution| caution.code == "few-clusters"));
    println!("permutation p {p}, pre-trend p {:?}", study.pre_trend_p_value);

    // Callaway and Sant'Anna's effects of one cohort against never treated are those of the event study.
    let staggered = report.staggered.as_ref().unwrap();
    for effect in &study.effects {
        let name = effect.event_time.to_string();
        let other = staggered.by_event_time.iter().find(|other| other.over == name).unwrap();
        assert!((other.effect.value - effect.effect.estimate).abs() < 1e-12);
    }
}

#[test]
fn interrupted_series_agree_with_statsmodels() {
    let folder = "oracles/measurement/causal/";
    let Some(oracle) = oracle::json(&format!("{folder}its_seatbelts_log_drivers_expected.json")) else {
        return;
    };
    let Some(text) = oracle::text(&format!("{folder}its_seatbelts_log_drivers.csv")) else { return };
    let rows: Vec<(f64, f64)> = text
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').map(|(t, y)| (t.parse().unwrap(), y.parse().unwrap())).unwrap())
        .collect();
    let table = Table::new()
        .with_numbers("t", rows.iter().map(|row| row.0))
        .unwrap()
        .with_numbers("y", rows.iter().map(|row| row.1))
        .unwrap();
    let base = InterruptedOptions {
        time: "t".into(),
        outcome: "y".into(),
        start: "170".into(),
        season: SeasonTerms::Dummies { period: 12 },
        log_outcome: true,
        ..Default::default()
    };
    let newey_west = |lags, small_sample| InterruptedOptions {
        lags: Some(lags),
        small_sample,
        student: false,
        ..base.clone()
    };
    let mut seen = Agreement::default();
    for (name, options) in [
        ("ols", InterruptedOptions { errors: SeriesErrors::Classic, ..base.clone() }),
        ("hac_newey_west_4_no_small", newey_west(4, false)),
        ("hac_newey_west_12_small", newey_west(12, true)),
    ] {
        let report = interrupted_series(&table, &options).unwrap();
        for (i, term) in ["const", "time", "level", "slope"].iter().enumerate() {
            seen.term(&format!("{name} {term}"), &oracle[name][term], &report.terms[i]);
        }
        seen.see("average effect", &oracle["avg_effect_fitted"], report.average_effect.value);
        seen.see("cumulative effect", &oracle["cum_effect_fitted"], report.cumulative_effect.value);
        seen.see("durbin-watson", &oracle["durbin_watson"], report.durbin_watson);
        seen.see("r2", &oracle["r2"], report.r_squared.unwrap());
        assert_eq!((report.rows_before, report.placebos.len()), (169, 8));
    }
    seen.within("its_seatbelts_log_drivers", 1e-9);
}

/// A panel with effects by cohort, its rows turned by `turn`.
fn panel(seed: u64, starts: &[Option<usize>], periods: usize, effect: f64, turn: usize) -> Table {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    let mut noise = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 11) as f64 / 9_007_199_254_740_992.0 - 0.5
    };
    let mut rows: Vec<(f64, f64, f64, f64)> = Vec::new();
    for (unit, start) in starts.iter().enumerate() {
        let level = 10.0 * noise();
        for time in 0..periods {
            let treated = start.is_some_and(|start| time >= start);
            let y = level + time as f64 * 0.7 + noise() + if treated { effect } else { 0.0 };
            rows.push((unit as f64, time as f64, y, f64::from(u8::from(treated))));
        }
    }
    let n = rows.len();
    rows.rotate_left(turn % n);
    Table::new()
        .with_numbers("unit", rows.iter().map(|row| row.0))
        .unwrap()
        .with_numbers("time", rows.iter().map(|row| row.1))
        .unwrap()
        .with_numbers("outcome", rows.iter().map(|row| row.2))
        .unwrap()
        .with_numbers("treated", rows.iter().map(|row| row.3))
        .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn laws_of_differences(seed: u64, turn in 0_usize..500, early in 1_usize..4, late in 4_usize..7) {
        let starts = [Some(early), Some(early), Some(late), Some(late), Some(late), None, None, None];
        let options = DidOptions { bootstrap: 50, permutations: 50, ..Default::default() };
        let report = difference_in_differences(&panel(seed, &starts, 8, 2.0, 0), &options).unwrap();
        // The order of the rows changes no digit.
        let turned = difference_in_differences(&panel(seed, &starts, 8, 2.0, turn), &options).unwrap();
        prop_assert_eq!(serde_json::to_string(&report).unwrap(), serde_json::to_string(&turned).unwrap());
        // The two-way coefficient is the mean of the comparisons by weight.
        let bacon = report.decomposition.as_ref().unwrap();
        let mean: f64 = bacon.comparisons.iter().map(|c| c.weight * c.effect).sum();
        prop_assert!((mean - report.two_way.estimate).abs() < 1e-9, "{mean} {}", report.two_way.estimate);
        // A constant effect is found but for the noise, and one more added adds one.
        let more = difference_in_differences(&panel(seed, &starts, 8, 3.0, 0), &options).unwrap();
        prop_assert!((more.effect.value - report.effect.value - 1.0).abs() < 1e-9);
        prop_assert!((report.effect.value - 2.0).abs() < 1.5);
        // With one cohort the two-way coefficient is the difference of the differences.
        let one = [Some(early), Some(early), None, None, None];
        let single = difference_in_differences(&panel(seed, &one, 8, 2.0, turn), &options).unwrap();
        prop_assert!((single.two_by_two.as_ref().unwrap().effect - single.two_way.estimate).abs() < 1e-9);
    }
}

/// Intervals of the mean over cohorts and periods cover the truth; the error by influence functions is neither much too
/// small nor too large.
#[test]
fn staggered_intervals_cover() {
    let starts: Vec<Option<usize>> = (0..60).map(|unit| [Some(2), Some(4), None, None][unit % 4]).collect();
    let options = DidOptions { permutations: 0, ..Default::default() };
    let rounds = 600;
    let mut hits = 0;
    for seed in 0..rounds {
        let report =
            difference_in_differences(&panel(seed * 7919 + 13, &starts, 6, 1.0, 0), &options).unwrap();
        let effect = report.staggered.unwrap().overall;
        hits += u64::from(effect.low.unwrap() <= 1.0 && effect.high.unwrap() >= 1.0);
    }
    let share = hits as f64 / rounds as f64;
    // Four standard deviations of a count of 600 at 95 %: 0.036.
    assert!((share - 0.95).abs() < 0.036, "{share}");
}

#[test]
fn hostile_tables_are_refused() {
    let default = DidOptions::default();
    let codes = |table: &Table, options: &DidOptions| -> Vec<String> {
        let issues = difference_in_differences(table, options).unwrap_err();
        issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
    };
    assert!(codes(&Table::new(), &default).contains(&"unknown-column".to_owned()));
    let table = |y: Vec<Option<f64>>, treated: Vec<f64>| {
        let n = y.len();
        Table::new()
            .with_numbers("unit", (0..n).map(|i| (i / 2) as f64))
            .unwrap()
            .with_numbers("time", (0..n).map(|i| (i % 2) as f64))
            .unwrap()
            .with_numbers("outcome", y)
            .unwrap()
            .with_numbers("treated", treated)
            .unwrap()
    };
    let some = |n: usize| (0..n).map(|i| Some((i * i % 7) as f64)).collect::<Vec<_>>();
    assert_eq!(codes(&table(some(8), vec![0.0; 8]), &default), ["no-treated-units"]);
    assert_eq!(codes(&table(some(8), vec![1.0; 8]), &default), ["no-comparison", "no-period-before"]);
    assert_eq!(codes(&table(some(8), vec![0.5; 8]), &default), ["treatment-not-binary"]);
    let late = |n: usize| (0..n).map(|i| f64::from(u8::from(i == 1))).collect::<Vec<_>>();
    assert_eq!(codes(&table(vec![Some(1.0); 8], late(8)), &default), ["constant-column"]);
    assert!(codes(&table(vec![None; 8], late(8)), &default).contains(&"no-treated-units".to_owned()));
    let absurd = DidOptions { alpha: f64::NAN, permutations: u64::MAX, ..Default::default() };
    assert_eq!(codes(&table(some(8), late(8)), &absurd).len(), 2);
    let report = difference_in_differences(&table(some(8), late(8)), &default).unwrap();
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(serde_json::from_value::<DidReport>(json).unwrap(), report, "a number was lost");

    let series = |y: Vec<f64>, start: &str, change: &dyn Fn(&mut InterruptedOptions)| {
        let table = Table::new()
            .with_numbers("time", (0..y.len()).map(|i| i as f64))
            .unwrap()
            .with_numbers("outcome", y)
            .unwrap();
        let mut options = InterruptedOptions { start: start.into(), ..Default::default() };
        change(&mut options);
        interrupted_series(&table, &options)
    };
    let wave = |n: usize| (0..n).map(|i| (i * i % 7) as f64).collect::<Vec<_>>();
    for (result, code) in [
        (series(wave(12), "", &|_| ()), "missing-start"),
        (series(wave(12), "99", &|_| ()), "unknown-start"),
        (series(wave(12), "soon", &|_| ()), "unknown-start"),
        (series(vec![2.0; 12], "6", &|_| ()), "constant-column"),
        (series(wave(6), "2", &|_| ()), "too-few-rows"),
        (series(wave(12), "6", &|o| o.season = SeasonTerms::Dummies { period: 1 }), "number-out-of-range"),
        (
            series(wave(12), "6", &|o| o.season = SeasonTerms::Fourier { period: 12, pairs: u64::MAX }),
            "number-out-of-range",
        ),
        (series(wave(12), "6", &|o| o.lags = Some(12)), "number-out-of-range"),
        (series(wave(12), "6", &|o| o.controls = vec!["outcome".into()]), "number-out-of-range"),
        (series(wave(12), "6", &|o| o.controls = vec!["time".into()]), "not-identified"),
    ] {
        match result {
            Err(issues) => {
                assert!(issues.as_slice().iter().any(|issue| issue.code == code), "{code}: {issues}");
            }
            // An outcome explained by itself fits without a rest: everything is a number all the same.
            Ok(report) => {
                let json = serde_json::to_value(&report).unwrap();
                assert_eq!(serde_json::from_value::<InterruptedReport>(json).unwrap(), report);
            }
        }
    }
}

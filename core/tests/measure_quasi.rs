//! Quasi-experiments against statsmodels, and laws.
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

use super::rates::{Count, newcombe, odds_ratio, pooled_z, wilson};
use super::strata::stratified;
use super::*;
use crate::Rng;
use crate::measure::Table;
use crate::stats::distribution::binomial_cdf;

fn count(won: f64, closed: f64) -> Count {
    Count { won, closed }
}

const Z: f64 = 1.959_963_984_540_054;

#[test]
fn newcombe_gives_the_intervals_of_his_paper() {
    // Newcombe (1998), table II, method 10: 56/70 − 48/80 and 9/10 − 3/10, 0/10 − 0/10, 10/10 − 0/10.
    let cases = [
        (count(56.0, 70.0), count(48.0, 80.0), 0.0524, 0.3339),
        (count(9.0, 10.0), count(3.0, 10.0), 0.1705, 0.8090),
        (count(0.0, 10.0), count(0.0, 10.0), -0.2775, 0.2775),
        (count(10.0, 10.0), count(0.0, 10.0), 0.6075, 1.0),
    ];
    for (a, b, low, high) in cases {
        let found = newcombe(a, b, Z);
        assert!((found.low.unwrap() - low).abs() < 5e-5, "{found:?}");
        assert!((found.high.unwrap() - high).abs() < 5e-5, "{found:?}");
    }
}

#[test]
fn one_stratum_is_the_crude_comparison() {
    let (a, b) = (count(30.0, 80.0), count(20.0, 90.0));
    let found = stratified(&[(a, b)], Z).unwrap();
    assert!((found.difference.value - (a.rate() - b.rate())).abs() < 1e-15);
    assert_eq!(found.difference.low, newcombe(a, b, Z).low);
    let (crude, mh) = (odds_ratio(a, b, Z).unwrap(), found.odds_ratio.unwrap());
    assert!((crude.value - mh.value).abs() < 1e-12);
    // In one stratum the variance of Robins, Breslow and Greenland is Woolf's.
    assert!((crude.low.unwrap() - mh.low.unwrap()).abs() < 1e-12);
    let n = 170.0;
    let z = pooled_z(a, b).unwrap().0;
    assert!((found.cmh.unwrap().0 - z * z * (n - 1.0) / n).abs() < 1e-10);
}

#[test]
fn berkeley_turns_around_within_departments() {
    // Admissions at Berkeley, 1973 (Bickel, Hammel, O'Connell 1975): women, men by department A to F. R's
    // mantelhaen.test(UCBAdmissions) gives the odds ratio 0.9047 of men against women with 0.7718 to 1.0603, and
    // chi-squared 1.5246 without correction.
    let data = [
        (count(512.0, 825.0), count(89.0, 108.0)),
        (count(353.0, 560.0), count(17.0, 25.0)),
        (count(120.0, 325.0), count(202.0, 593.0)),
        (count(138.0, 417.0), count(131.0, 375.0)),
        (count(53.0, 191.0), count(94.0, 393.0)),
        (count(22.0, 373.0), count(24.0, 341.0)),
    ];
    let found = stratified(&data, Z).unwrap();
    let odds = found.odds_ratio.unwrap();
    assert!((odds.value - 0.9047).abs() < 1e-4, "{odds:?}");
    assert!(
        (odds.low.unwrap() - 0.7719).abs() < 1e-3 && (odds.high.unwrap() - 1.0603).abs() < 1e-3,
        "{odds:?}"
    );
    assert!((found.cmh.unwrap().0 - 1.5246).abs() < 1e-3, "{:?}", found.cmh);
    // The departments do not agree: Breslow–Day 18.83, p = .002.
    let (chi2, p) = found.breslow_day.unwrap();
    assert!((chi2 - 18.826).abs() < 0.01 && (p - 0.00207).abs() < 1e-4, "{chi2} {p}");
}

#[test]
fn wilson_of_nothing_and_all_stays_inside() {
    let (low, high) = wilson(count(0.0, 10.0), Z);
    assert_eq!(low, 0.0);
    assert!((high - 0.277_532).abs() < 1e-5);
    assert_eq!(wilson(count(10.0, 10.0), Z).1, 1.0);
}

/// Intervals of 95% must hold the truth in about 95% of simulated worlds: the bound is one in a million.
#[test]
fn newcombe_covers_and_claims_no_more_than_said() {
    let mut rng = Rng::new(5);
    for (p, q, n, m) in [(0.5, 0.5, 60_u32, 40_u32), (0.3, 0.1, 80, 120), (0.62, 0.62, 200, 150)] {
        let worlds = 4_000;
        let mut outside = 0_u32;
        for _ in 0..worlds {
            let mut draw = |p: f64, n: u32| {
                count(f64::from((0..n).filter(|_| rng.uniform() < p).count() as u32), f64::from(n))
            };
            let found = newcombe(draw(p, n), draw(q, m), Z);
            assert!(found.low.unwrap() >= -1.0 && found.high.unwrap() <= 1.0);
            outside += u32::from(found.low.unwrap() > p - q || found.high.unwrap() < p - q);
        }
        // Newcombe's tables: the true level of method 10 is 0.95 on average, never far below 0.94 at these sizes.
        let tail = 1.0 - binomial_cdf(f64::from(outside) - 1.0, f64::from(worlds), 0.06);
        assert!(tail > 1e-6, "{outside} of {worlds} outside at {p} {q}");
    }
}

#[test]
fn open_is_never_lost() {
    let rows = |outcome: [&str; 6]| {
        Table::new()
            .with_texts("outcome", outcome)
            .unwrap()
            .with_texts("group", ["a", "a", "a", "b", "b", "b"])
            .unwrap()
    };
    let options =
        UpliftOptions { group: Some("group".into()), exposed: Some("a".into()), ..UpliftOptions::default() };
    let found = uplift(&rows(["won", "lost", "open", "lost", "won", "open"]), &options).unwrap();
    assert_eq!((found.overall.closed, found.open, found.exposed.open), (4, 2, 1));
    assert_eq!(found.overall.rate.value, 0.5);
    let refused = uplift(&rows(["won", "lost", "engaging", "lost", "won", "open"]), &options).unwrap_err();
    assert_eq!(refused.as_slice()[0].code, "unknown-state");
}

#[test]
fn a_logit_without_a_finite_slope_is_left_out() {
    let table: Table = serde_json::from_str(
        r#"{ "exposure": [1, 2, 3, 4, 5], "won": [0, 0, 5, 5, 5], "closed": [5, 5, 5, 5, 5] }"#,
    )
    .unwrap();
    let found = relate(&table, &RelateOptions::default()).unwrap();
    assert_eq!(found.logit, None);
    assert!(found.evidence.cautions.iter().any(|caution| caution.code == "no-logit"));
}

#[test]
fn runs_of_eight_and_six_are_signals() {
    let chart = |values: &[f64]| {
        let dates: Vec<String> = (0..values.len()).map(|day| format!("2026-05-{:02}", day + 1)).collect();
        let table = Table::new()
            .with_texts("date", dates.iter().map(String::as_str))
            .unwrap()
            .with_numbers("value", values.iter().copied())
            .unwrap();
        run_chart(&table, &RunChartOptions::default()).unwrap()
    };
    // Seven below, one on the median, one more below: eight count.
    let shift = chart(&[1.0, 1.5, 1.0, 2.0, 1.0, 1.8, 1.0, 5.0, 1.2, 9.0, 8.0, 9.0, 5.0, 9.0, 8.0, 9.0, 7.0]);
    assert_eq!(shift.median, 5.0);
    assert_eq!(shift.signals[0].kind, RunSignalKind::Shift);
    assert_eq!((shift.signals[0].points, shift.signals[0].to.as_str()), (8, "2026-05-09"));
    // Five rises are six points.
    let trend = chart(&[5.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 2.0, 5.0, 1.0, 6.0, 3.0]);
    assert_eq!(trend.signals.len(), 1);
    assert_eq!((trend.signals[0].kind, trend.signals[0].points), (RunSignalKind::Trend, 6));
    let calm = chart(&[5.0, 1.0, 6.0, 2.0, 5.5, 1.5, 6.5, 2.5, 5.0, 1.0, 6.0]);
    assert!(!calm.changed);
}

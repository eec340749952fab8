use proptest::prelude::*;

use super::*;
use crate::Issues;
use crate::quantity::When;

fn day(text: &str) -> When {
    When::parse(text).unwrap()
}

/// The `n`th day of 2026.
fn nth_day(n: u16) -> When {
    chrono::NaiveDate::from_yo_opt(2026, u32::from(n % 365) + 1).unwrap().into()
}

fn single(kpi: Kpi, options: &ScoreOptions) -> KpiScore {
    score(&[Objective::new("o").with_kpi(kpi)], options).unwrap().objectives.remove(0).kpis.remove(0)
}

fn codes(cautions: &[crate::Issue]) -> Vec<&str> {
    cautions.iter().map(|caution| caution.code.as_ref()).collect()
}

#[test]
fn every_fault_is_found_at_once() {
    let mut leads = Kpi::new("leads", 5.0, 5.0).with_weight(-1.0);
    leads.measurements = vec![
        Measurement::value(day("2026-09-01"), f64::NAN),
        Measurement::value(day("2026-09-01"), 2.0),
        Measurement { value: Some(1.0), ..Measurement::ratio(day("2026-09-02"), 1.0, -2.0) },
        Measurement::value(chrono::NaiveDate::from_ymd_opt(1969, 12, 31).unwrap(), 2.0),
    ];
    let mut share = Kpi::new("leads", 0.0, 1.0);
    share.curve = ScoreCurve::Band { low: 3.0, high: 1.0, tolerance: -1.0 };
    share.seasonality = vec![0.0, 0.0];
    share.clamp = Some(Clamp { min: 1.0, max: 1.0 });
    share.aggregation = Aggregation::Sum;
    share.measurements =
        vec![Measurement::value(day("2026-09-01"), 1.0), Measurement::ratio(day("2026-09-02"), 1.0, 2.0)];
    let mut level = Kpi::new("level", 0.0, 1.0);
    level.seasonality = vec![1.0];
    let mut care = Objective::new("care").with_weight(0.0);
    care.period = Some(Period { from: day("2026-02-01"), to: day("2026-01-31") });
    let objectives =
        [Objective::new("demand").with_weight(0.0).with_kpi(leads).with_kpi(share).with_kpi(level), care];
    let options = ScoreOptions { min_coverage: 7.0, ..ScoreOptions::default() };
    let found = score(&objectives, &options).unwrap_err().into_vec();
    for (code, at) in [
        ("target-equals-baseline", "objectives/demand/kpis/leads/target"),
        ("weight-out-of-range", "objectives/demand/kpis/leads/weight"),
        ("duplicate-id", "objectives/demand/kpis/leads"),
        ("duplicate-date", "objectives/demand/kpis/leads/measurements/2026-09-01"),
        ("number-out-of-range", "objectives/demand/kpis/leads/measurements/2026-09-01"),
        ("value-and-ratio", "objectives/demand/kpis/leads/measurements/2026-09-02"),
        ("negative-denominator", "objectives/demand/kpis/leads/measurements/2026-09-02"),
        ("date-out-of-range", "objectives/demand/kpis/leads/measurements/1969-12-31"),
        ("mixed-measurements", "objectives/demand/kpis/leads/measurements"),
        ("curve-invalid", "objectives/demand/kpis/leads/curve"),
        ("clamp-reversed", "objectives/demand/kpis/leads/clamp"),
        ("seasonality-empty", "objectives/demand/kpis/leads/seasonality"),
        ("period-missing", "objectives/demand/kpis/leads/period"),
        ("seasonality-unused", "objectives/demand/kpis/level/seasonality"),
        ("period-reversed", "objectives/care/period"),
        ("objective-without-kpis", "objectives/care"),
        ("weights-sum-to-zero", "objectives"),
        ("number-out-of-range", "options/min_coverage"),
    ] {
        assert!(found.iter().any(|i| i.code == code && i.at == at), "{code} at {at} not in {found:#?}");
    }
}

#[test]
fn documents_are_strict_and_short() {
    let minimal = concat!(
        r#"{"id":"leads","baseline":900.0,"target":1500.0,"#,
        r#""measurements":[{"at":"2026-09-30","value":1140.0}]}"#
    );
    let kpi: Kpi = serde_json::from_str(minimal).unwrap();
    assert_eq!(serde_json::to_string(&kpi).unwrap(), minimal);
    for bad in [
        r#"{"id":"k","baseline":0,"target":1,"wieght":2}"#,
        r#"{"id":"k","baseline":0,"target":1,"curve":{"kind":"linear","cap":1}}"#,
        r#"{"id":"k","baseline":0,"target":1,"curve":{"kind":"band","low":0,"high":1,"tolerance":1,"x":1}}"#,
        r#"{"id":"k","baseline":0,"target":1,"measurements":[{"at":"1969-12-31","value":1}]}"#,
        r#"{"id":"k","baseline":0,"target":1,"measurements":[{"at":"2026-01-01","valeu":1}]}"#,
    ] {
        assert!(serde_json::from_str::<Kpi>(bad).is_err(), "{bad}");
    }
}

#[test]
fn the_review_sees_what_was_known_on_its_date() {
    let kpi = Kpi::new("k", 0.0, 100.0)
        .with_measurement(Measurement::value(day("2026-03-31"), 30.0))
        .with_measurement(Measurement::value(day("2026-01-31"), 10.0))
        .with_measurement(Measurement::missing(day("2026-04-30")))
        .with_measurement(Measurement::value(day("2026-02-28"), 20.0));
    let on = |date: &str| {
        let mut kpi = kpi.clone();
        kpi.frequency = Some(Frequency::Monthly);
        single(kpi, &ScoreOptions { as_of: Some(day(date)), ..ScoreOptions::default() })
    };
    assert_eq!(on("2026-01-30").actual, None);
    assert_eq!(on("2026-01-31").actual, Some(10.0));
    assert_eq!(on("2026-01-31T09:00").actual, Some(10.0));
    assert_eq!(
        (on("2026-03-30").actual, on("2026-03-30").age_days, on("2026-03-30").stale),
        (Some(20.0), Some(30), Some(false))
    );
    let april = on("2026-05-02");
    assert_eq!(
        (april.actual, april.measured_at, april.age_days),
        (Some(30.0), Some(day("2026-03-31")), Some(32))
    );
    assert_eq!(codes(&april.cautions), ["value-missing", "measurement-stale"]);
    assert_eq!(codes(&on("2026-01-01").cautions), ["no-data"]);
}

#[test]
fn hours_of_a_day_come_before_the_day() {
    let kpi = Kpi::new("k", 0.0, 10.0)
        .with_measurement(Measurement::value(day("2026-01-31"), 3.0))
        .with_measurement(Measurement::value(day("2026-01-31T18:00"), 2.0))
        .with_measurement(Measurement::value(day("2026-01-31T09:00"), 1.0));
    let at = |when: &str| {
        single(kpi.clone(), &ScoreOptions { as_of: Some(day(when)), ..ScoreOptions::default() }).actual
    };
    assert_eq!(at("2026-01-31"), Some(3.0));
    let mut hours = kpi.clone();
    hours.measurements.remove(0);
    let noon = ScoreOptions { as_of: Some(day("2026-01-31T12:00")), ..ScoreOptions::default() };
    assert_eq!(single(hours, &noon).actual, Some(1.0));
}

/// A quarter of weekly lead counts, one week missing: paced on the day of the last count.
#[test]
fn amounts_are_added_up_and_paced_within_their_period() {
    let mut kpi = Kpi::new("leads", 900.0, 1500.0);
    kpi.aggregation = Aggregation::Sum;
    kpi.period = Some(Period { from: day("2026-07-01"), to: day("2026-09-30") });
    kpi.measurements = vec![
        Measurement::value(day("2026-06-30"), 9999.0), // the quarter before
        Measurement::value(day("2026-07-31"), 500.0),
        Measurement::missing(day("2026-08-07")),
        Measurement::value(day("2026-08-30"), 340.0),
    ];
    let found =
        single(kpi.clone(), &ScoreOptions { as_of: Some(day("2026-09-05")), ..ScoreOptions::default() });
    assert_eq!(found.actual, Some(840.0));
    assert_eq!(codes(&found.cautions), ["measurements-incomplete", "worse-than-baseline"]);
    let pacing = found.pacing.unwrap();
    assert_eq!(pacing.elapsed_share, 61.0 / 92.0);
    assert_eq!(format!("{:.2}", pacing.linear_forecast.unwrap()), "1266.89");
    // 660 leads in 31 days.
    assert_eq!(format!("{:.4}", pacing.required_run_rate.unwrap()), "21.2903");
    // The same as a running total, and no pacing for a level.
    kpi.aggregation = Aggregation::Cumulative;
    kpi.measurements =
        vec![Measurement::value(day("2026-06-30"), 9999.0), Measurement::value(day("2026-08-30"), 840.0)];
    assert_eq!(single(kpi.clone(), &ScoreOptions::default()).pacing.unwrap(), pacing);
    kpi.aggregation = Aggregation::Last;
    assert_eq!(single(kpi, &ScoreOptions::default()).pacing, None);
}

#[test]
fn averages_of_ratios_are_pooled_and_stated_per() {
    let mut kpi = Kpi::new("rate", 1.0, 5.0);
    kpi.per = 100.0;
    kpi.denominator = Some("reach".into());
    kpi.measurements = vec![
        Measurement::ratio(day("2026-01-01"), 10.0, 100.0),
        Measurement::ratio(day("2026-01-02"), 5.0, 200.0),
        Measurement::ratio(day("2026-01-03"), 0.0, 0.0),
    ];
    kpi.aggregation = Aggregation::Average;
    assert_eq!(single(kpi.clone(), &ScoreOptions::default()).actual, Some(5.0));
    // The last day had no reach: its ratio is not 0, the day before speaks.
    kpi.aggregation = Aggregation::Last;
    let last = single(kpi, &ScoreOptions::default());
    assert_eq!((last.actual, codes(&last.cautions)), (Some(2.5), vec!["value-missing"]));
}

#[test]
fn a_mean_of_threshold_scores_reaches_the_threshold() {
    // 0.7 × 3 ÷ 3 is 0.699…9 in binary.
    let kpi = |id: &str| Kpi::new(id, 0.0, 1.0).with_measurement(Measurement::value(day("2026-01-01"), 0.7));
    let mut objective = Objective::new("o");
    objective.commitment = Some(Commitment::Aspirational);
    objective.kpis = vec![kpi("a").with_weight(0.1), kpi("b").with_weight(0.2), kpi("c").with_weight(0.4)];
    let card = score(&[objective], &ScoreOptions::default()).unwrap();
    assert_eq!((card.program.rag, card.objectives[0].met), (Some(Rag::Green), Some(true)));
    assert_eq!(RagThresholds::default().rate(0.699_999), Rag::Amber);
    assert_eq!(RagThresholds::default().rate(0.399_999).words(), "off track");
}

#[test]
fn no_data_at_all_is_not_zero() {
    let objectives = [Objective::new("o").with_kpi(Kpi::new("k", 0.0, 1.0))];
    let card = score(&objectives, &ScoreOptions::default()).unwrap();
    assert_eq!((card.program.score, card.program.rag, card.program.coverage), (None, None, 0.0));
    assert_eq!(codes(&card.cautions), ["no-score", "no-score"]);
    let lift = &card.sensitivity[0];
    assert_eq!((lift.program_score, lift.lift), (Some(1.0), None));
    let zero = ScoreOptions { missing: MissingPolicy::Zero, ..ScoreOptions::default() };
    let card = score(&objectives, &zero).unwrap();
    assert_eq!((card.program.score, card.sensitivity[0].lift), (Some(0.0), Some(1.0)));
    assert_eq!(score(&[], &zero).unwrap().program.score, None);
}

#[test]
fn a_kpi_without_weight_is_only_shown() {
    let day = day("2026-01-01");
    let shown = Kpi::new("shown", 0.0, 1.0).with_weight(0.0);
    let counted = Kpi::new("counted", 0.0, 1.0).with_measurement(Measurement::value(day, 0.5));
    let objective = Objective::new("o").with_kpi(shown).with_kpi(counted);
    let options = ScoreOptions { missing: MissingPolicy::Propagate, ..ScoreOptions::default() };
    let card = score(&[objective], &options).unwrap();
    assert_eq!((card.program.score, card.program.coverage), (Some(0.5), 1.0));
    assert_eq!(card.sensitivity[1].lift, Some(0.0));
}

#[test]
fn open_share_of_a_curve_is_what_its_score_lacks() {
    let open = |curve: ScoreCurve, value: f64| {
        let mut kpi = Kpi::new("k", 0.0, 25.0).with_measurement(Measurement::value(day("2026-01-01"), value));
        kpi.curve = curve;
        kpi_gaps(&[Objective::new("o").with_kpi(kpi)], &ScoreOptions::default()).unwrap()[0].open_share
    };
    let band = || ScoreCurve::Band { low: 20.0, high: 30.0, tolerance: 10.0 };
    // Too much is as open as too little.
    assert_eq!((open(band(), 15.0), open(band(), 35.0), open(band(), 30.0)), (0.5, 0.5, 0.0));
    let half = |value| CurvePoint { value, score: value / 50.0 };
    assert_eq!(open(ScoreCurve::Step { steps: vec![half(10.0), half(25.0)] }, 12.0), 0.6);
    assert_eq!(open(ScoreCurve::Linear {}, 35.0), 0.0);
}

#[test]
fn odd_values_carry_a_caution() {
    let mut measurement = Measurement::value(day("2026-01-01"), 2.0);
    measurement.n = Some(12);
    measurement.quality = Quality::Estimated;
    let mut kpi = Kpi::new("k", 0.0, 1.0).with_measurement(measurement);
    let found = single(kpi.clone(), &ScoreOptions::default());
    assert_eq!((found.attainment, found.score), (Some(2.0), Some(1.2)));
    assert_eq!(codes(&found.cautions), ["score-limited", "measurement-estimated", "few-observations"]);
    assert!(found.cautions.iter().all(|caution| caution.at == "objectives/o/kpis/k"));
    kpi.clamp = Some(Clamp { min: -1.0, max: 3.0 });
    kpi.measurements[0] = Measurement { n: Some(30), ..Measurement::value(day("2026-01-01"), -0.5) };
    let found = single(kpi, &ScoreOptions::default());
    assert_eq!((found.score, codes(&found.cautions)), (Some(-0.5), vec!["worse-than-baseline"]));
}

#[test]
fn a_bad_pace_request_is_refused_with_every_fault() {
    let request = PaceRequest {
        target: f64::NAN,
        actual: 1e300,
        elapsed: -1.0,
        period: 0.0,
        seasonality: vec![-1.0, 0.0],
    };
    let found = pace(&request).unwrap_err();
    let mut places: Vec<&str> = found.as_slice().iter().map(|issue| issue.at.as_str()).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(
        places,
        ["pacing/actual", "pacing/elapsed", "pacing/period", "pacing/seasonality", "pacing/target"]
    );
}

prop_compose! {
    fn any_measurement()(
        at in 0_u16..365,
        value in prop_oneof![Just(None), (-50.0..150.0).prop_map(Some)],
    ) -> Measurement {
        Measurement { value, ..Measurement::missing(nth_day(at)) }
    }
}

fn any_curve() -> impl Strategy<Value = ScoreCurve> {
    let point = |value: f64, score: f64| CurvePoint { value, score };
    prop_oneof![
        4 => Just(ScoreCurve::Linear {}),
        1 => Just(ScoreCurve::Band { low: 90.0, high: 110.0, tolerance: 30.0 }),
        1 => Just(ScoreCurve::Step { steps: vec![point(20.0, 0.2), point(100.0, 1.0)] }),
        1 => Just(ScoreCurve::Piecewise { points: vec![point(0.0, 0.0), point(80.0, 0.9), point(100.0, 1.0)] }),
        1 => Just(ScoreCurve::Logistic { steepness: 8.0 }),
    ]
}

fn any_aggregation() -> impl Strategy<Value = Aggregation> {
    use Aggregation::{Average, Cumulative, Last, Sum};
    prop_oneof![Just(Last), Just(Cumulative), Just(Sum), Just(Average)]
}

prop_compose! {
    fn any_kpi()(
        weight in prop_oneof![1 => Just(0.0), 6 => 0.01..10.0],
        target in 50.0..120.0,
        curve in any_curve(),
        aggregation in any_aggregation(),
        mut measurements in prop::collection::vec(any_measurement(), 0..5),
    ) -> Kpi {
        measurements.sort_by_key(|m| m.at);
        measurements.dedup_by_key(|m| m.at);
        Kpi { weight, curve, aggregation, measurements, ..Kpi::new("k", 0.0, target) }
    }
}

/// Objectives with something to weigh in every one of them.
fn any_objectives() -> impl Strategy<Value = Vec<Objective>> {
    let kpis = prop::collection::vec(any_kpi(), 1..5);
    let period = prop_oneof![
        Just(None),
        (0_u16..100, 200_u16..365).prop_map(|(a, b)| Some(Period { from: nth_day(a), to: nth_day(b) })),
    ];
    prop::collection::vec((0.01..10.0, kpis, period), 1..5).prop_map(|drawn| {
        let mut objectives = Vec::new();
        for (o, (weight, kpis, period)) in drawn.into_iter().enumerate() {
            let mut objective = Objective::new(format!("o{o}")).with_weight(weight);
            objective.period = period;
            for (k, mut kpi) in kpis.into_iter().enumerate() {
                kpi.id = format!("o{o}-k{k}").into();
                if k == 0 {
                    kpi.weight = kpi.weight.max(0.5);
                }
                objective.kpis.push(kpi);
            }
            objectives.push(objective);
        }
        objectives
    })
}

fn any_options() -> impl Strategy<Value = ScoreOptions> {
    use MissingPolicy::{Propagate, Renormalize, Zero};
    let missing = prop_oneof![3 => Just(Renormalize), 1 => Just(Zero), 1 => Just(Propagate)];
    let as_of = prop_oneof![Just(None), (0_u16..365).prop_map(|n| Some(nth_day(n)))];
    (missing, as_of, 0.0..0.8).prop_map(|(missing, as_of, min_coverage)| ScoreOptions {
        missing,
        as_of,
        min_coverage,
        ..ScoreOptions::default()
    })
}

/// The same objectives in another order on every level.
fn shuffled(objectives: &[Objective], seed: u64) -> Vec<Objective> {
    let mut state = seed;
    let mut next = move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let mut objectives = objectives.to_vec();
    objectives.sort_by_cached_key(|_| next());
    for objective in &mut objectives {
        objective.kpis.sort_by_cached_key(|_| next());
        for kpi in &mut objective.kpis {
            kpi.measurements.sort_by_cached_key(|_| next());
        }
    }
    objectives
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap()
}

fn all_kpis(card: &Scorecard) -> impl Iterator<Item = &KpiScore> {
    card.objectives.iter().flat_map(|objective| &objective.kpis)
}

proptest! {
    #[test]
    fn the_order_of_the_input_changes_no_bit(
        objectives in any_objectives(),
        options in any_options(),
        seed in any::<u64>(),
    ) {
        let other = shuffled(&objectives, seed);
        prop_assert_eq!(json(&score(&objectives, &options).unwrap()), json(&score(&other, &options).unwrap()));
        prop_assert_eq!(json(&kpi_gaps(&objectives, &options).unwrap()), json(&kpi_gaps(&other, &options).unwrap()));
    }

    #[test]
    fn contributions_add_up_to_the_program_score(objectives in any_objectives(), options in any_options()) {
        let card = score(&objectives, &options).unwrap();
        let parts: Vec<f64> = all_kpis(&card).filter_map(|kpi| kpi.contribution).collect();
        match card.program.score {
            None => prop_assert!(parts.is_empty()),
            Some(program) => {
                prop_assert!((parts.iter().sum::<f64>() - program).abs() < 1e-12);
                let objectives: f64 = card.objectives.iter().filter_map(|o| o.contribution).sum();
                prop_assert!((objectives - program).abs() < 1e-12);
            }
        }
    }

    /// A KPI without data may be deleted: no other number changes, to the bit, but coverage.
    #[test]
    fn missing_is_never_zero(objectives in any_objectives()) {
        let options = ScoreOptions::default();
        let card = score(&objectives, &options).unwrap();
        let mut known = objectives.clone();
        for objective in &mut known {
            let has_data = |kpi: &Kpi| all_kpis(&card).any(|k| k.id == kpi.id && k.actual.is_some());
            objective.kpis.retain(has_data);
        }
        known.retain(|objective| objective.kpis.iter().any(|kpi| kpi.weight > 0.0));
        let alone = score(&known, &options).unwrap();
        if !known.is_empty() {
            prop_assert_eq!(card.program.score, alone.program.score);
            let contributions = |card: &Scorecard| -> Vec<(crate::KpiId, Option<f64>)> {
                all_kpis(card).filter(|k| k.weight > 0.0 && k.contribution.is_some())
                    .map(|k| (k.id.clone(), k.contribution)).collect()
            };
            prop_assert_eq!(contributions(&card), contributions(&alone));
        }
    }

    #[test]
    fn scores_stay_within_their_limits(objectives in any_objectives(), options in any_options()) {
        let card = score(&objectives, &options).unwrap();
        let scores = all_kpis(&card).map(|k| k.score).chain(card.objectives.iter().map(|o| o.score));
        for score in scores.chain([card.program.score]).flatten() {
            prop_assert!((0.0..=1.2 + 1e-12).contains(&score));
        }
        prop_assert!((0.0..=1.0 + 1e-12).contains(&card.program.coverage));
        for gap in kpi_gaps(&objectives, &options).unwrap() {
            prop_assert!((0.0..=1.0).contains(&gap.open_share));
        }
    }

    /// Euros or cents, Celsius or Fahrenheit: a change of units changes no attainment.
    #[test]
    fn attainment_has_no_unit(
        (baseline, gap, actual) in (-1e3..1e3, 1.0..1e3, -1e3..1e3),
        less in any::<bool>(),
        (factor, offset) in (0.1..100.0, -1e3..1e3),
    ) {
        let target = if less { baseline - gap } else { baseline + gap };
        let other = |x: f64| x * factor + offset;
        let one = attainment(baseline, target, actual).unwrap();
        let two = attainment(other(baseline), other(target), other(actual)).unwrap();
        prop_assert!((one - two).abs() <= 1e-9, "{} {}", one, two);
        // A power of two is exact.
        let four = attainment(baseline * 4.0, target * 4.0, actual * 4.0);
        prop_assert_eq!(Some(one), four);
    }

    /// The lift of every KPI is what a second scorecard with that KPI at its target shows.
    #[test]
    fn lifts_are_what_a_second_scorecard_shows(objectives in any_objectives(), options in any_options()) {
        let card = score(&objectives, &options).unwrap();
        for lift in &card.sensitivity {
            let mut moved = objectives.clone();
            let kpi = moved.iter_mut().flat_map(|o| &mut o.kpis).find(|kpi| kpi.id == lift.kpi).unwrap();
            let target = kpi.target;
            kpi.aggregation = Aggregation::Last;
            kpi.measurements = vec![Measurement::value(day("2026-01-01"), target)];
            let before = all_kpis(&card).find(|k| k.id == lift.kpi).unwrap().score;
            let after = score(&moved, &options).unwrap();
            let reached = all_kpis(&after).find(|k| k.id == lift.kpi).unwrap().score.unwrap();
            if before.is_some_and(|before| before >= reached) {
                prop_assert_eq!(lift.lift, card.program.score.map(|_| 0.0));
            } else {
                let expected = after.program.score.zip(card.program.score).map(|(a, b)| a - b);
                prop_assert_eq!(lift.lift.is_some(), expected.is_some());
                prop_assert!((lift.lift.unwrap_or(0.0) - expected.unwrap_or(0.0)).abs() < 1e-12);
            }
        }
        for pair in card.sensitivity.windows(2) {
            let rank = |lift: &Lift| lift.lift.unwrap_or(f64::NEG_INFINITY);
            prop_assert!(rank(&pair[0]) >= rank(&pair[1]));
        }
    }

    /// Whatever the numbers: an answer of finite numbers, or issues.
    #[test]
    fn hostile_numbers_give_issues_or_finite_scores(
        numbers in prop::array::uniform12(prop_oneof![
            1 => any::<f64>(), 1 => Just(1e15), 1 => Just(-1e15), 2 => Just(1e-9), 2 => Just(0.0), 3 => Just(1.0),
            12 => 0.0..100.0,
        ]),
        kind in 0..5,
        aggregation in any_aggregation(),
        as_ratio in any::<bool>(),
    ) {
        let [a, b, c, d, e, f, g, h, i, j, k, l] = numbers;
        let point = |value: f64, score: f64| CurvePoint { value, score };
        let mut kpi = Kpi::new("k", a, b).with_weight(c);
        kpi.per = if as_ratio { d } else { 1.0 };
        kpi.curve = match kind {
            0 => ScoreCurve::Linear {},
            1 => ScoreCurve::Band { low: e, high: f, tolerance: g },
            2 => ScoreCurve::Step { steps: vec![point(e, f), point(g, h)] },
            3 => ScoreCurve::Piecewise { points: vec![point(e, f), point(g, h)] },
            _ => ScoreCurve::Logistic { steepness: e },
        };
        kpi.aggregation = aggregation;
        kpi.period = Some(Period { from: nth_day(0), to: nth_day(300) });
        kpi.seasonality = vec![h, i];
        kpi.measurements = if as_ratio {
            vec![Measurement::ratio(nth_day(1), i, j), Measurement::ratio(nth_day(2), k, l)]
        } else {
            vec![Measurement::value(nth_day(1), i), Measurement::value(nth_day(2), j)]
        };
        let objectives = [Objective::new("o").with_weight(k).with_kpi(kpi).with_kpi(Kpi::new("z", 0.0, 1.0))];
        let result: Result<Scorecard, Issues> = score(&objectives, &ScoreOptions::default());
        if let Ok(card) = result {
            // JSON has no infinity and no NaN: they would become null.
            prop_assert!(!json(&card).contains("null"), "{}", json(&card));
            prop_assert!(kpi_gaps(&objectives, &ScoreOptions::default()).is_ok());
        }
    }

    #[test]
    fn pacing_ends_where_the_period_ends(
        target in 1.0..1e6_f64,
        share in 0.0..2.0_f64,
        seasonality in prop::collection::vec(0.1..10.0, 0..30),
        period in 1.0..400.0,
    ) {
        let request = PaceRequest { target, actual: target * share, elapsed: period, period, seasonality };
        let end = pace(&request).unwrap();
        prop_assert!((end.expected_share - 1.0).abs() < 1e-12 && end.elapsed_share == 1.0);
        prop_assert!((end.pace_ratio.unwrap() - share).abs() <= 1e-9_f64);
        prop_assert_eq!((end.required_run_rate, end.required_per_weight), (None, None));
    }
}

//! Attribution against exact chains, ChannelAttribution and laws.
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
    clippy::print_stdout,
    reason = "in tests they say what must hold"
)]

#[path = "measure_attribution/laws.rs"]
mod laws;
#[path = "support/oracle.rs"]
mod oracle;

use std::collections::BTreeMap;

use paceline::measure::Table;
use paceline::measure::attribution::{
    AttributeOptions, AttributionModel, AttributionReport, ChannelCost, JourneyLayout, RepeatedTouches,
    attribute,
};
use proptest::prelude::*;
use serde_json::Value;

fn options(models: Vec<AttributionModel>) -> AttributeOptions {
    AttributeOptions { models, transitions: false, ..AttributeOptions::default() }
}

fn heuristics() -> Vec<AttributionModel> {
    vec![
        AttributionModel::First,
        AttributionModel::Last,
        AttributionModel::LastNonDirect,
        AttributionModel::Linear,
        AttributionModel::Position { first: 0.4, last: 0.4 },
        AttributionModel::Shapley,
    ]
}

fn every_model() -> Vec<AttributionModel> {
    let mut models = heuristics();
    models.extend((1..=3).map(|order| AttributionModel::Markov { order }));
    models
}

fn relative(found: f64, expected: f64) -> f64 {
    (found - expected).abs() / expected.abs().max(1.0)
}

#[derive(Default)]
struct Worst {
    cases: usize,
    error: f64,
}

impl Worst {
    fn see(&mut self, error: f64) {
        self.cases += 1;
        self.error = if error.is_nan() { f64::INFINITY } else { self.error.max(error) };
    }

    fn held(&self, file: &str, tolerance: f64) {
        println!("{file:45} {:4} cases, worst error {:.1e}", self.cases, self.error);
        assert!(self.cases > 0 && self.error <= tolerance, "{file}: {}", self.error);
    }
}

fn channel<'a>(
    report: &'a AttributionReport,
    model: usize,
    name: &str,
) -> &'a paceline::measure::attribution::ChannelCredit {
    report.models[model].channels.iter().find(|row| row.channel == name).unwrap()
}

/// Every heuristic and chain of an oracle of paths.
fn against(report: &AttributionReport, oracle: &Value, worst: &mut Worst) {
    for (place, model) in report.models.iter().enumerate() {
        let key = match model.name.as_str() {
            "position_40_40" => "position_40_20_40",
            "shapley" => "shapley_set",
            other => other,
        };
        if let Some(expected) = oracle["heuristics"][key].as_object() {
            for (name, expected) in expected {
                worst.see(relative(
                    channel(report, place, name).conversions.value,
                    expected.as_f64().unwrap(),
                ));
            }
        }
        if key == "shapley_set" {
            for (name, expected) in oracle["heuristics"]["shapley_set_value"].as_object().unwrap() {
                let found = channel(report, place, name).value.unwrap().value;
                worst.see(relative(found, expected.as_f64().unwrap()));
            }
        }
        let Some(chain) = &model.chain else { continue };
        let Some(expected) =
            oracle["markov_exact"].as_array().unwrap().iter().find(|e| e["order"] == chain.order)
        else {
            continue;
        };
        assert_eq!(chain.states, expected["n_states"].as_u64().unwrap());
        worst.see(relative(
            chain.conversion_probability,
            expected["p_conversion_from_start"].as_f64().unwrap(),
        ));
        worst.see(relative(
            chain.expected_value.unwrap(),
            expected["expected_value_from_start"].as_f64().unwrap(),
        ));
        for (name, expected) in expected["channels"].as_object().unwrap() {
            let row = channel(report, place, name);
            for (found, key) in [
                (row.removal_effect.unwrap(), "removal_effect"),
                (row.removal_effect_value.unwrap(), "removal_effect_value"),
                (row.conversions.value, "conversions"),
                (row.value.unwrap().value, "value"),
            ] {
                worst.see(relative(found, expected[key].as_f64().unwrap()));
            }
        }
    }
}

fn social_paths() -> Option<Table> {
    let text = oracle::text("oracles/measurement/attribution/social_program_paths.csv")?;
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let number = |place: usize| rows.iter().map(move |row| row[place].parse::<f64>().unwrap());
    Some(
        Table::new()
            .with_texts("path", rows.iter().map(|row| row[0]))
            .unwrap()
            .with_numbers("total_conversions", number(1))
            .unwrap()
            .with_numbers("total_conversion_value", number(2))
            .unwrap()
            .with_numbers("total_null", number(3))
            .unwrap(),
    )
}

fn social_options(models: Vec<AttributionModel>) -> AttributeOptions {
    AttributeOptions {
        conversions: "total_conversions".into(),
        value: "total_conversion_value".into(),
        nulls: "total_null".into(),
        ..options(models)
    }
}

#[test]
fn the_social_program_is_credited_exactly() {
    let Some(table) = social_paths() else { return };
    let expected =
        oracle::json("oracles/measurement/attribution/social_program_paths_expected.json").unwrap();
    let report = attribute(&table, &social_options(every_model())).unwrap();
    let mut worst = Worst::default();
    against(&report, &expected, &mut worst);
    assert_eq!((report.conversions, report.nulls), (3427.0, 16573.0));
    worst.held("social_program_paths_expected.json (exact)", 1e-9);

    // The tool simulates: its removal effects scatter around the exact ones.
    let tool = &expected["channelattribution_2_2_5"];
    let mut scatter = Worst::default();
    let mut exact = Worst::default();
    for (name, effects) in tool["removal_effects"].as_object().unwrap() {
        let row = channel(&report, 6, name);
        scatter.see((row.removal_effect.unwrap() - effects["conversion"].as_f64().unwrap()).abs());
        scatter.see((row.removal_effect_value.unwrap() - effects["value"].as_f64().unwrap()).abs());
        let rules = &tool["heuristic"][name];
        for (model, key) in [(0, "first_touch"), (1, "last_touch"), (3, "linear_touch")] {
            let row = channel(&report, model, name);
            let of = |part: &str| rules[format!("{key}_{part}")].as_f64().unwrap();
            exact.see(relative(row.conversions.value, of("conversions")));
            exact.see(relative(row.value.unwrap().value, of("value")));
        }
    }
    exact.held("ChannelAttribution 2.2.5 heuristics", 1e-9);
    scatter.held("ChannelAttribution 2.2.5 (Monte Carlo)", 0.005);
}

#[test]
fn touches_with_times_decay_and_agree_with_the_paths() {
    let Some(text) = oracle::text("oracles/measurement/attribution/social_program_journeys.csv") else {
        return;
    };
    let expected =
        oracle::json("oracles/measurement/attribution/social_program_paths_expected.json").unwrap();
    let (mut journey, mut names, mut time) = (Vec::new(), Vec::new(), Vec::new());
    let (mut converted, mut value) = (Vec::new(), Vec::new());
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        for (channel, hours) in cells[1].split(" > ").zip(cells[2].split('|')) {
            journey.push(cells[0]);
            names.push(channel);
            time.push(-hours.parse::<f64>().unwrap());
            converted.push(cells[3].parse::<f64>().unwrap());
            value.push(cells[4].parse::<f64>().unwrap());
        }
    }
    let table = Table::new()
        .with_texts("journey", journey)
        .unwrap()
        .with_texts("channel", names)
        .unwrap()
        .with_numbers("time", time)
        .unwrap()
        .with_numbers("conversions", converted)
        .unwrap()
        .with_numbers("value", value)
        .unwrap();
    let mut models = every_model();
    models.push(AttributionModel::TimeDecay { half_life_hours: 168.0 });
    models.push(AttributionModel::TimeDecay { half_life_hours: 24.0 });
    let report =
        attribute(&table, &AttributeOptions { layout: JourneyLayout::Touches, ..options(models) }).unwrap();
    let mut worst = Worst::default();
    for (model, key) in [(9, "time_decay_half_life_168h"), (10, "time_decay_half_life_24h")] {
        for (name, expected) in expected[key].as_object().unwrap() {
            worst.see(relative(channel(&report, model, name).conversions.value, expected.as_f64().unwrap()));
        }
    }
    worst.held("social_program_journeys.csv (time decay)", 1e-9);
    let mut same = Worst::default();
    against(&report, &expected, &mut same);
    same.held("social_program_journeys.csv (as touches)", 1e-9);
}

#[test]
fn the_textbook_case_is_met() {
    let Some(expected) = oracle::json("oracles/measurement/attribution/tiny_expected.json") else { return };
    let rows = expected["paths"].as_array().unwrap();
    let number = |key: &str| rows.iter().map(|row| row[key].as_f64().unwrap()).collect::<Vec<f64>>();
    let table = Table::new()
        .with_texts("path", rows.iter().map(|row| row["path"].as_str().unwrap()))
        .unwrap()
        .with_numbers("total_conversions", number("total_conversions"))
        .unwrap()
        .with_numbers("total_conversion_value", number("total_conversion_value"))
        .unwrap()
        .with_numbers("total_null", number("total_null"))
        .unwrap();
    let mut worst = Worst::default();
    against(&attribute(&table, &social_options(every_model())).unwrap(), &expected, &mut worst);
    worst.held("tiny_expected.json", 1e-9);
}

#[test]
fn the_worked_journey_is_met() {
    let Some(expected) = oracle::json("oracles/measurement/attribution/worked_journey_expected.json") else {
        return;
    };
    let touches = expected["touches"].as_array().unwrap();
    let value = expected["value"].as_f64().unwrap();
    // Each touch its own channel, so that credits can be told apart; the direct one keeps its name.
    let names: Vec<String> = touches
        .iter()
        .enumerate()
        .map(|(place, touch)| match touch["channel"].as_str().unwrap() {
            "direct" => "direct".into(),
            other => format!("{other} {place}"),
        })
        .collect();
    let n = touches.len();
    let table = Table::new()
        .with_numbers("journey", vec![1.0; n])
        .unwrap()
        .with_texts("channel", names.iter().map(String::as_str))
        .unwrap()
        .with_numbers("time", touches.iter().map(|touch| touch["day"].as_f64().unwrap() * 24.0))
        .unwrap()
        .with_numbers("conversions", vec![1.0; n])
        .unwrap()
        .with_numbers("value", (0..n).map(|place| if place == 0 { Some(value) } else { None }))
        .unwrap();
    let mut models = heuristics();
    models.push(AttributionModel::TimeDecay { half_life_hours: 168.0 });
    let report =
        attribute(&table, &AttributeOptions { layout: JourneyLayout::Touches, ..options(models) }).unwrap();
    let mut worst = Worst::default();
    for (model, key) in [
        (0, "first"),
        (1, "last"),
        (2, "last_non_direct"),
        (3, "linear"),
        (4, "position_40_20_40"),
        (6, "time_decay_half_life_7d"),
    ] {
        for (name, expected) in
            names.iter().zip(expected["expected_credit_per_touch"][key].as_array().unwrap())
        {
            worst.see(relative(
                channel(&report, model, name).value.unwrap().value,
                expected.as_f64().unwrap(),
            ));
        }
    }
    worst.held("worked_journey_expected.json", 1e-9);
}

#[test]
fn two_ways_to_the_same_intervals() {
    let Some(table) = social_paths() else { return };
    let models = vec![
        AttributionModel::Linear,
        AttributionModel::Shapley,
        AttributionModel::Markov { order: 1 },
        AttributionModel::Markov { order: 2 },
    ];
    let delta = attribute(&table, &social_options(models.clone())).unwrap();
    let drawn = AttributeOptions { resamples: 400, ..social_options(models) };
    let bootstrap = attribute(&table, &drawn).unwrap();
    assert_eq!(bootstrap, attribute(&table, &drawn).unwrap(), "the same seed, the same digits");
    let mut worst: f64 = 0.0;
    for (a, b) in delta.models.iter().zip(&bootstrap.models) {
        for (a, b) in a.channels.iter().zip(&b.channels) {
            for (a, b) in
                [(a.conversions, b.conversions), (a.share, b.share), (a.value.unwrap(), b.value.unwrap())]
            {
                // 400 resamples know a standard error to some 4 %.
                worst = worst.max((a.standard_error.unwrap() / b.standard_error.unwrap() - 1.0).abs());
                assert!(b.low.unwrap() <= b.value && b.value <= b.high.unwrap());
            }
        }
    }
    println!("delta method against bootstrap: standard errors differ by at most {:.1} %", 100.0 * worst);
    assert!(worst < 0.16, "{worst}");
}

fn codes(table: &str, options: &AttributeOptions) -> Vec<String> {
    let table: Table = serde_json::from_str(table).unwrap();
    match attribute(&table, options) {
        Ok(_) => Vec::new(),
        Err(issues) => issues.as_slice().iter().map(|issue| issue.code.to_string()).collect(),
    }
}

#[test]
fn what_cannot_be_answered_is_refused() {
    let plain = AttributeOptions::default();
    assert!(codes(r#"{"path": [], "conversions": []}"#, &plain).contains(&"empty-table".to_owned()));
    assert_eq!(codes(r#"{"paths": ["a"]}"#, &plain), ["unknown-column", "unknown-column"]);
    assert_eq!(codes(r#"{"path": ["a"], "conversions": [0]}"#, &plain), ["no-conversions"]);
    assert_eq!(codes(r#"{"path": ["a"], "conversions": [-1]}"#, &plain), ["negative-number"]);
    assert_eq!(codes(r#"{"path": ["a", null], "conversions": [1, 1]}"#, &plain), ["missing-values"]);
    assert_eq!(codes(r#"{"path": ["a", "b"], "conversions": [1, null]}"#, &plain), ["missing-values"]);
    assert_eq!(codes(r#"{"path": ["a > > b"], "conversions": [1]}"#, &plain), ["empty-channel"]);
    assert_eq!(codes(r#"{"path": [""], "conversions": [1]}"#, &plain), ["empty-channel"]);
    assert_eq!(
        codes(r#"{"path": ["a"], "conversions": [0], "value": [3]}"#, &plain),
        ["value-without-conversion"]
    );
    let wrong = AttributeOptions {
        confidence: 1.0,
        resamples: 1_000_000,
        separator: String::new(),
        models: vec![
            AttributionModel::Markov { order: 0 },
            AttributionModel::Position { first: 0.9, last: 0.9 },
            AttributionModel::TimeDecay { half_life_hours: f64::NAN },
        ],
        costs: vec![ChannelCost { channel: "a".into(), cost: -1.0 }],
        ..AttributeOptions::default()
    };
    assert_eq!(codes(r#"{"path": ["a"], "conversions": [1]}"#, &wrong).len(), 7);
    let twice = options(vec![AttributionModel::First, AttributionModel::First]);
    assert_eq!(codes(r#"{"path": ["a"], "conversions": [1]}"#, &twice), ["repeated-model"]);
    let cost = AttributeOptions {
        costs: vec![ChannelCost { channel: "serach".into(), cost: 1.0 }],
        ..AttributeOptions::default()
    };
    assert_eq!(codes(r#"{"path": ["search"], "conversions": [1]}"#, &cost), ["unknown-channel"]);
    let fractions = AttributeOptions { resamples: 50, ..AttributeOptions::default() };
    assert_eq!(codes(r#"{"path": ["a"], "conversions": [1.5]}"#, &fractions), ["counts-not-whole"]);
    let touches = AttributeOptions { layout: JourneyLayout::Touches, ..AttributeOptions::default() };
    let conflict = r#"{"journey": [1, 1], "channel": ["a", "b"], "time": [0, 1], "conversions": [1, 2]}"#;
    assert_eq!(codes(conflict, &touches), ["conflicting-values"]);
    let untimed = r#"{"journey": [1, 1], "channel": ["a", "b"], "time": [0, null], "conversions": [1, 1]}"#;
    assert_eq!(codes(untimed, &touches), ["missing-values"]);
    let many: Vec<String> = (0..600).map(|place| format!("\"c{place}\"")).collect();
    let many = format!(r#"{{"path": [{}], "conversions": [{}]}}"#, many.join(","), vec!["1"; 600].join(","));
    assert_eq!(codes(&many, &plain), ["too-many-channels"]);
}

#[test]
fn windows_and_conversion_times_cut_touches() {
    let table: Table = serde_json::from_str(
        r#"{"journey": ["x", "x", "x", "y"], "channel": ["ad", "mail", "ad", "mail"],
            "time": ["2026-03-01", "2026-03-09", "2026-03-12", "2026-03-01"],
            "conversions": [true, null, null, false],
            "converted_at": ["2026-03-10", null, null, null]}"#,
    )
    .unwrap();
    let mut asked = AttributeOptions {
        layout: JourneyLayout::Touches,
        conversion_time: Some("converted_at".into()),
        lookback_hours: Some(72.0),
        repeats: RepeatedTouches::Merge,
        ..options(vec![AttributionModel::Linear])
    };
    let report = attribute(&table, &asked).unwrap();
    assert_eq!(channel(&report, 0, "mail").conversions.value, 1.0);
    assert!(report.evidence.cautions.iter().any(|issue| issue.code == "touches-left-out"));
    asked.lookback_hours = None;
    let report = attribute(&table, &asked).unwrap();
    assert_eq!(channel(&report, 0, "mail").conversions.value, 0.5);
}

#[test]
fn costs_become_ratios_and_reports_are_plain_json() {
    let table: Table =
        serde_json::from_str(r#"{"path": ["a > b", "b"], "conversions": [2, 2], "value": [10, 30]}"#)
            .unwrap();
    let asked = AttributeOptions {
        costs: vec![
            ChannelCost { channel: "a".into(), cost: 5.0 },
            ChannelCost { channel: "b".into(), cost: 0.0 },
        ],
        ..AttributeOptions::default()
    };
    let report = attribute(&table, &asked).unwrap();
    let row = channel(&report, 3, "a");
    assert_eq!((row.cost_per_conversion, row.return_on_spend), (Some(5.0), Some(1.0)));
    assert_eq!(channel(&report, 3, "b").return_on_spend, None);
    let probability: f64 =
        report.transitions.iter().filter(|t| t.from.is_none()).map(|t| t.probability).sum();
    assert!((probability - 1.0).abs() < 1e-12);
    let text = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<AttributionReport>(&text).unwrap(), report);
}

/// How long it takes: `cargo test --release --test measure_attribution speed -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a test"]
fn speed() {
    let mut state = 7_u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let names = [
        "search",
        "social",
        "email",
        "display",
        "video",
        "direct",
        "referral",
        "affiliate",
        "organic",
        "radio",
    ];
    let texts: Vec<String> = (0..100_000)
        .map(|_| {
            let n = 1 + next(8);
            (0..n).map(|_| names[next(10) as usize]).collect::<Vec<_>>().join(" > ")
        })
        .collect();
    let table = Table::new()
        .with_texts("path", texts.iter().map(String::as_str))
        .unwrap()
        .with_numbers("conversions", (0..100_000).map(|_| next(3) as f64))
        .unwrap()
        .with_numbers("nulls", (0..100_000).map(|_| next(9) as f64))
        .unwrap();
    for (name, models) in [
        ("markov 1", vec![AttributionModel::Markov { order: 1 }]),
        ("markov 2", vec![AttributionModel::Markov { order: 2 }]),
        ("markov 3", vec![AttributionModel::Markov { order: 3 }]),
        ("last", vec![AttributionModel::Last]),
        ("shapley", vec![AttributionModel::Shapley]),
        ("all", Vec::new()),
    ] {
        let best = (0..5)
            .map(|_| {
                let start = std::time::Instant::now();
                let report = attribute(&table, &options(models.clone())).unwrap();
                assert!(report.paths > 10_000);
                start.elapsed()
            })
            .min()
            .unwrap();
        println!("100,000 paths, 10 channels, {name}: {best:?}");
    }
}

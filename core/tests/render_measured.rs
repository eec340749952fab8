//! Pictures of measurements: well formed, bounded, every value at its place, nothing told by color alone.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what must hold")]

#[path = "render/markup.rs"]
#[allow(dead_code, reason = "shared with the tests of the other pictures")]
mod markup;

use markup::{Kind, check};
use paceline::measure::Table;
use paceline::measure::anomaly::{AnomalyOptions, ControlChartOptions, anomalies, control_chart};
use paceline::measure::attribution::{AttributeOptions, AttributionReport, attribute};
use paceline::measure::forecast::{ForecastModel, ForecastOptions, ForecastReport, forecast};
use paceline::measure::response::{AllocateBudgetRequest, BudgetAllocation, allocate_budget};
use paceline::measure::uplift::{RunChart, RunChartOptions, run_chart};
use paceline::render::{
    anomalies_svg, attribution_svg, budget_svg, control_chart_svg, forecast_svg, pacing_svg, run_chart_svg,
};
use proptest::prelude::*;

fn table(value: serde_json::Value) -> Table {
    serde_json::from_value(value).unwrap()
}

/// Points of the first path of a class.
fn points(svg: &str, class: &str) -> Vec<(f64, f64)> {
    let mark = format!(r#"class="{class}" d=""#);
    // The first is the key in the legend.
    let paths = svg.split(&mark).skip(1).map(|rest| rest.split('"').next().unwrap());
    let longest = paths.max_by_key(|path| path.matches('L').count()).unwrap_or_default();
    let pairs = longest.split(['M', 'L', 'z']).filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once(' ').unwrap())
        .map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap()))
        .collect()
}

/// Whether heights are values on one straight scale, within the tenth of a pixel that is written.
fn on_one_scale(heights: &[f64], values: &[f64]) {
    assert_eq!(heights.len(), values.len());
    let low = (0..values.len()).min_by(|a, b| values[*a].total_cmp(&values[*b])).unwrap();
    let high = (0..values.len()).max_by(|a, b| values[*a].total_cmp(&values[*b])).unwrap();
    let scale = (heights[high] - heights[low]) / (values[high] - values[low]);
    assert!(scale < 0.0, "more is higher");
    for (height, value) in heights.iter().zip(values) {
        let place = heights[low] + scale * (value - values[low]);
        assert!((place - height).abs() < 0.21, "{value} stands at {height}, not at {place}");
    }
}

fn outlook(values: &[f64], options: &ForecastOptions) -> ForecastReport {
    let options = ForecastOptions { method: ForecastModel::Drift, ..options.clone() };
    forecast(&table(serde_json::json!({ "value": values })), &options).unwrap()
}

fn split(names: [&str; 2], total: f64) -> BudgetAllocation {
    let curve = serde_json::json!({ "kind": "hill", "slope": 1, "half": 50 });
    let channel = |name, scale| serde_json::json!({ "channel": name, "scale": scale, "current": 20, "saturation": curve });
    let request =
        serde_json::json!({ "total": total, "channels": [channel(names[0], 10), channel(names[1], 40)] });
    allocate_budget(&serde_json::from_value::<AllocateBudgetRequest>(request).unwrap()).unwrap()
}

fn credits() -> AttributionReport {
    let path = ["a > b", "b", "c > b", "b > a", "b", "c"];
    let options: AttributeOptions = serde_json::from_value(
        serde_json::json!({ "path": "path", "models": [{ "kind": "last" }, { "kind": "linear" }] }),
    )
    .unwrap();
    attribute(&table(serde_json::json!({ "path": path, "conversions": [1, 3, 1, 2, 4, 1] })), &options)
        .unwrap()
}

fn runs(values: &[f64]) -> RunChart {
    let date: Vec<String> =
        (0..values.len()).map(|day| format!("2026-{:02}-{:02}", 1 + day / 28, 1 + day % 28)).collect();
    run_chart(&table(serde_json::json!({ "date": date, "value": values })), &RunChartOptions::default())
        .unwrap()
}

#[test]
fn every_past_value_and_every_forecast_stands_at_its_place_and_inside_its_bands() {
    let values: Vec<f64> = (0..40).map(|at| f64::from(30 + at * 11 % 17)).collect();
    let report = outlook(&values, &ForecastOptions { horizon: 8, ..Default::default() });
    let svg = forecast_svg(&report);
    let (past, ahead) = (points(&svg, "line-actual"), points(&svg, "curve"));
    let all: Vec<f64> = values.iter().copied().chain(report.points.iter().map(|point| point.value)).collect();
    let heights: Vec<f64> = past.iter().chain(&ahead[1..]).map(|point| point.1).collect();
    on_one_scale(&heights, &all);
    assert_eq!(past.last(), ahead.first(), "the fan begins at the last value");
    for class in ["band b0", "band b1"] {
        let band = points(&svg, class);
        let (upper, lower) = band.split_at(band.len() / 2);
        for ((above, middle), below) in upper.iter().zip(&ahead).zip(lower.iter().rev()) {
            assert!(above.1 <= middle.1 && middle.1 <= below.1 && above.0 == middle.0 && below.0 == middle.0);
        }
    }
    let wide = points(&svg, "band b0").iter().map(|point| point.1).fold(f64::MAX, f64::min);
    let narrow = points(&svg, "band b1").iter().map(|point| point.1).fold(f64::MAX, f64::min);
    assert!(wide < narrow, "the widest band is drawn first, under the others");
}

#[test]
fn pacing_sums_the_past_up_and_ends_at_the_projected_total() {
    let values: Vec<f64> = (0..12).map(|at| f64::from(20 + at * 7 % 9)).collect();
    let so_far: f64 = values[4..].iter().sum();
    let options = ForecastOptions { horizon: 5, target: Some(400.0), so_far, ..Default::default() };
    let report = outlook(&values, &options);
    assert_eq!(report.total.path.len(), 5);
    let last = report.total.path.last().unwrap();
    assert_eq!(last.intervals, report.total.intervals, "the last running total is the total");
    assert!((last.value - report.total.value).abs() < 1e-9);
    let svg = pacing_svg(&report);
    let actual = points(&svg, "line-actual");
    let mut sum = 0.0;
    let sums: Vec<f64> = std::iter::once(0.0)
        .chain(values[4..].iter().map(|value| {
            sum += value;
            sum
        }))
        .collect();
    let ahead = points(&svg, "curve");
    let heights: Vec<f64> = actual.iter().chain(&ahead[1..]).map(|point| point.1).collect();
    let all: Vec<f64> = sums.into_iter().chain(report.total.path.iter().map(|stop| stop.value)).collect();
    on_one_scale(&heights, &all);
    for word in ["target 400", "probability to keep it", "even pace", "actual", "projection"] {
        assert!(svg.contains(word), "{word}");
    }
    // A sum that the past does not add up to is one point, not a line.
    let odd = pacing_svg(&outlook(&values, &ForecastOptions { so_far: so_far + 0.5, ..options }));
    assert!(points(&odd, "line-actual").is_empty() && !odd.contains("even pace"));
    let without = outlook(&values, &ForecastOptions::default());
    assert!(without.total.path.is_empty() && pacing_svg(&without).contains("no target"));
}

#[test]
fn channels_stand_in_the_order_of_their_credit_with_a_shape_for_each_model() {
    let report = credits();
    let svg = attribution_svg(&report);
    let place = |name: &str| svg.find(&format!("<g><title>{name}</title>")).unwrap();
    assert!(place("b") < place("a") && place("a") < place("c"), "b has the most, a and c less");
    let shapes: std::collections::BTreeSet<&str> =
        svg.split(r#"<path class="pin p"#).skip(1).map(|rest| &rest[..1]).collect();
    assert_eq!(shapes.len(), report.models.len());
    for (model, name) in report.models.iter().zip(["last", "linear"]) {
        assert!(svg.contains(&format!(">{name}</text>")), "{} is in the legend", model.name);
    }
}

#[test]
fn the_marks_of_a_budget_lie_on_the_curves_and_say_what_they_are() {
    let report = split(["search", "video"], 90.0);
    for row in &report.channels {
        assert_eq!(row.curve.len(), 25);
        assert!(
            row.curve
                .windows(2)
                .all(|pair| pair[0].spend < pair[1].spend && pair[0].response <= pair[1].response)
        );
        assert!(row.curve.last().unwrap().spend >= row.spend);
    }
    let svg = budget_svg(&report);
    check(&svg, Kind::Svg).unwrap();
    assert_eq!(svg.matches("<title>best split: ").count(), 2);
    assert_eq!(svg.matches("<title>today: spend 20").count(), 2);
}

#[test]
fn every_anomaly_and_every_value_out_of_control_has_a_sign() {
    let values: Vec<f64> =
        (0..300).map(|at| if at == 77 || at == 190 { 60.0 } else { f64::from(9 + at * 7 % 5) }).collect();
    let data = table(serde_json::json!({ "value": values }));
    let report = anomalies(&data, &AnomalyOptions { series: true, ..Default::default() }).unwrap();
    assert_eq!(report.series.len(), 300);
    assert!(anomalies(&data, &AnomalyOptions::default()).unwrap().series.is_empty());
    for anomaly in &report.anomalies {
        let at = usize::try_from(anomaly.index).unwrap();
        assert_eq!(report.series[at].expected_value, anomaly.expected_value);
        assert_eq!(report.series[at].value, Some(anomaly.value));
    }
    let svg = anomalies_svg(&report);
    assert_eq!(svg.matches("was to be seen").count(), report.anomalies.len());
    let chart =
        control_chart(&data, &ControlChartOptions { baseline: Some(60), ..Default::default() }).unwrap();
    let svg = control_chart_svg(&chart);
    let signs = svg.matches(r#"<path class="pin bad""#).count() as u64;
    // One more is the key in the legend.
    assert_eq!(signs, chart.out + 1);
    let chart = runs(&(0..40).map(|at| f64::from(at % 3 + if at < 20 { 0 } else { 9 })).collect::<Vec<_>>());
    let svg = run_chart_svg(&chart);
    let signed: u64 = chart.signals.iter().map(|signal| signal.points).sum();
    assert!(svg.matches("<title>").count() as u64 > signed.min(20), "{signed}");
    on_one_scale(
        &points(&svg, "line-actual").iter().map(|point| point.1).collect::<Vec<_>>(),
        &chart.points.iter().map(|point| point.value).collect::<Vec<_>>(),
    );
}

#[test]
fn a_long_series_is_thinned_and_keeps_its_peak() {
    let mut values: Vec<f64> = (0..10_000).map(|at| f64::from(at * 37 % 101)).collect();
    values[6_543] = 1_000.0;
    let report = outlook(
        &values,
        &ForecastOptions { history: 10_000, horizon: 10_000, paths: 100, ..Default::default() },
    );
    let svg = forecast_svg(&report);
    assert!(svg.len() < 120_000, "{}", svg.len());
    let heights: Vec<f64> = points(&svg, "line-actual").iter().map(|point| point.1).collect();
    let top = heights.iter().copied().fold(f64::MAX, f64::min);
    assert_eq!(heights.iter().filter(|height| **height == top).count(), 1, "one value is the highest");
}

const HOSTILE: [&str; 6] =
    ["<script>alert(1)</script>", "\"' onload=x", "\u{202e}evil", "]]>&amp;", "\u{0}\u{7}\u{fffe}", "name"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_report_gives_a_well_formed_picture_of_bounded_size(
        name in prop::sample::select(HOSTILE.to_vec()),
        long in 1_usize..2_000,
        odd in prop::collection::vec(prop::sample::select(vec![0.0, -1.0, 1e308, -1e308, 1e-308, 1e15, 3.5, f64::MAX]), 12),
    ) {
        let name = name.repeat(long.div_ceil(name.len()));
        let mut report = outlook(&odd.iter().map(|value| value.clamp(-9.0, 9.0)).chain([1.0, 2.0]).collect::<Vec<_>>(),
            &ForecastOptions { horizon: 4, target: Some(3.0), ..Default::default() });
        report.fit.name.clone_from(&name);
        for (point, value) in report.history.iter_mut().zip(&odd) {
            (point.value, point.time) = (*value, Some(name.clone()));
        }
        report.points[0].intervals[0].high = odd[0];
        report.points[1].value = odd[1];
        report.total.so_far = odd[2];
        let mut budget = split(["x", "y"], 50.0);
        budget.channels[0].channel.clone_from(&name);
        budget.channels[0].curve[3].response = odd[3];
        budget.channels[1].spend = odd[4];
        let mut credit = credits();
        credit.models[0].name.clone_from(&name);
        credit.models[1].channels[0].conversions.value = odd[5];
        credit.models[1].channels[0].conversions.high = Some(odd[6]);
        let mut chart = runs(&(0..20).map(f64::from).collect::<Vec<_>>());
        chart.points[5].value = odd[7];
        chart.points[6].at.clone_from(&name);
        chart.statement.clone_from(&name);
        for svg in [forecast_svg(&report), pacing_svg(&report), budget_svg(&budget), attribution_svg(&credit), run_chart_svg(&chart)] {
            if let Err(fault) = check(&svg, Kind::Svg) {
                panic!("{fault}");
            }
            prop_assert!(svg.len() < 60_000, "{}", svg.len());
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf\"") && !svg.contains("<script"));
        }
    }
}

//! Pictures of series that are watched: anomalies, control charts, run charts.

use super::axis::{Along, figure, when};
use super::document::wrap;
use super::measured::{TITLE, grade};
use super::plot::{self, Drawn, Panel, Shape, WIDTH};
use crate::measure::anomaly::{Anomaly, AnomalyReport, ControlChartReport};
use crate::measure::uplift::{RunChart, RunSignalKind};
use crate::report::words;

fn single(title: &str, note: &str, along: &Along, (head, layers): (&str, Vec<Drawn>)) -> String {
    let size = (WIDTH, 300.0);
    let panel = Panel { title: head, size, zero: false, layers, marks: Vec::new(), unit: "", ends: true };
    let mut inner = String::new();
    let height = plot::stacked(&mut inner, TITLE, &[(along, panel)]);
    wrap(title, note, (WIDTH, height), &inner)
}

/// The time of a row, or its place.
fn named(time: Option<&String>, index: u64) -> String {
    time.cloned().unwrap_or_else(|| index.to_string())
}

/// Anomalies as an SVG document: the series with what was expected where the report lists it (option `series`), a sign
/// on each anomaly: a tip upwards where it is above, downwards where it is below.
///
/// # Complexity
/// O(n) for n values; of a curve with more than 1,000 the lowest and highest of each of 500 parts are drawn, and at
/// most 500 anomalies of each kind.
pub fn anomalies_svg(report: &AnomalyReport) -> String {
    let listed = !report.series.is_empty();
    let index = |anomaly: &Anomaly| usize::try_from(anomaly.index).unwrap_or(0);
    let times: Vec<String> = if listed {
        let rows = (0_u64..).zip(&report.series);
        rows.map(|(place, point)| named(point.time.as_ref(), place)).collect()
    } else {
        report.anomalies.iter().map(|anomaly| named(anomaly.time.as_ref(), anomaly.index)).collect()
    };
    let signs = |above: bool| -> Vec<(usize, f64, String)> {
        let found = report.anomalies.iter().enumerate();
        let found = found.filter(|(_, anomaly)| (anomaly.value >= anomaly.expected_value) == above);
        let sign = |(place, anomaly): (usize, &Anomaly)| {
            let text = format!(
                "{}: {}, {} was to be seen, severity {}",
                when(&named(anomaly.time.as_ref(), anomaly.index)),
                figure(anomaly.value),
                figure(anomaly.expected_value),
                figure(anomaly.severity)
            );
            (if listed { index(anomaly) } else { place }, anomaly.value, text)
        };
        found.map(sign).collect()
    };
    let usual = report.series.iter().map(|point| Some(point.expected_value)).collect();
    let values = report.series.iter().map(|point| point.value).collect();
    let mut layers = Vec::new();
    if listed {
        layers.push(Drawn::line("line-thin", "actual", values));
        layers.push(Drawn::line("line-other", "usual", usual));
    } else {
        let usual = report.anomalies.iter().map(|anomaly| Some(anomaly.expected_value)).collect();
        layers.push(Drawn::line("line-other", "usual", usual));
    }
    for (class, name, shape, above) in
        [("pin bad", "above", Shape::Triangle, true), ("pin low", "below", Shape::Tip, false)]
    {
        let signs = signs(above);
        if !signs.is_empty() {
            layers.push(Drawn::signs(class, name, shape, signs));
        }
    }
    let count = words::count(report.anomalies.len(), "anomaly", "anomalies");
    let events = words::count(report.events.len(), "event", "events");
    let head = format!("{count} in {events}, among {} values", words::whole(report.rows));
    let note =
        if listed { grade(report.evidence.grade) } else { "only the anomalies: the report lists no series" };
    single("Anomalies", note, &Along::times(&times), (&head, layers))
}

/// A control chart as an SVG document: what it compares, its limits as a band, the mean of the process, a sign on each
/// value out of control.
///
/// # Complexity
/// O(n) for n values; of a curve with more than 1,000 the lowest and highest of each of 500 parts are drawn.
///
/// # Examples
/// ```
/// use paceline::measure::{Table, anomaly::{ControlChartOptions, control_chart}};
/// use paceline::render::control_chart_svg;
/// let table = Table::new().with_numbers("value", [4.1, 3.8, 4.0, 4.3, 3.9, 4.2, 3.7, 4.0, 9.5])?;
/// let options = ControlChartOptions { baseline: Some(8), ..Default::default() };
/// assert!(control_chart_svg(&control_chart(&table, &options)?).contains("out of control"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn control_chart_svg(report: &ControlChartReport) -> String {
    let points = &report.points;
    let times: Vec<String> = points.iter().map(|point| named(point.time.as_ref(), point.index)).collect();
    let low = points.iter().map(|point| Some(point.low)).collect();
    let high = points.iter().map(|point| Some(point.high)).collect();
    let sums = points.iter().any(|point| point.lower_sum.is_some());
    let mut layers = vec![Drawn::band("band", "limits", (low, high))];
    if sums {
        let lower = points.iter().map(|point| point.lower_sum).collect();
        layers.push(Drawn::line("line-other", "lower sum", lower));
    } else {
        layers.push(Drawn::level("bound", "mean", report.mean));
    }
    let values = points.iter().map(|point| Some(point.statistic)).collect();
    layers.push(Drawn::line("line-actual", if sums { "upper sum" } else { "actual" }, values));
    let outside = points.iter().enumerate().filter(|(_, point)| point.out).map(|(place, point)| {
        let lower = point.lower_sum.filter(|lower| *lower > point.high || *lower < point.low);
        let value = lower.unwrap_or(point.statistic);
        let text = format!("{}: {}", when(&named(point.time.as_ref(), point.index)), figure(value));
        (place, value, text)
    });
    let outside: Vec<_> = outside.collect();
    let head = if outside.is_empty() {
        "in control".to_owned()
    } else {
        format!(
            "{} of {} out of control",
            words::whole(report.out),
            words::count(points.len(), "value", "values")
        )
    };
    if !outside.is_empty() {
        layers.push(Drawn::signs("pin bad", "out of control", Shape::Diamond, outside));
    }
    single("Control chart", grade(report.evidence.grade), &Along::times(&times), (&head, layers))
}

/// A run chart as an SVG document: the values, their median, and a sign on each value of a shift or a trend.
///
/// # Complexity
/// O(points × signals); at most 500 points of each kind of signal have a sign.
pub fn run_chart_svg(report: &RunChart) -> String {
    let times: Vec<String> = report.points.iter().map(|point| point.at.clone()).collect();
    let values = report.points.iter().map(|point| Some(point.value)).collect();
    let mut layers =
        vec![Drawn::level("bound", "median", report.median), Drawn::line("line-actual", "actual", values)];
    for (kind, name, class, shape) in [
        (RunSignalKind::Shift, "shift", "pin bad", Shape::Diamond),
        (RunSignalKind::Trend, "trend", "pin p0", Shape::Triangle),
    ] {
        let mut signs = Vec::new();
        for signal in report.signals.iter().filter(|signal| signal.kind == kind).take(100) {
            let from = report.points.iter().position(|point| point.at == signal.from);
            let to = report.points.iter().position(|point| point.at == signal.to);
            let (Some(from), Some(to)) = (from, to) else { continue };
            let inside = report.points.iter().enumerate().take(to + 1).skip(from);
            signs.extend(inside.map(|(place, point)| {
                let text = format!(
                    "{}: {}, {name} of {} points",
                    when(&point.at),
                    figure(point.value),
                    signal.points
                );
                (place, point.value, text)
            }));
        }
        if !signs.is_empty() {
            layers.push(Drawn::signs(class, name, shape, signs));
        }
    }
    let change =
        report.change.map_or(String::new(), |change| format!(", median changed by {}", figure(change)));
    let runs = words::count(usize::try_from(report.runs).unwrap_or(0), "run", "runs");
    let head = format!(
        "{runs}, the longest of {}{change}",
        words::count(usize::try_from(report.longest_run).unwrap_or(0), "point", "points")
    );
    single("Run chart", &report.statement, &Along::times(&times), (&head, layers))
}

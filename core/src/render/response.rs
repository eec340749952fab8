//! Response curves as small multiples: what spend brings, where it stands today and where it would be best.

use super::axis::{Along, figure};
use super::document::wrap;
use super::measured::{TITLE, grade};
use super::plot::{self, Drawn, Panel, Shape, WIDTH};
use super::svg;
use crate::measure::response::{BudgetAllocation, FitResponseReport, SpendResponse, allocate_budget};

/// Panels side by side.
const COLUMNS: usize = 3;
/// Height of a panel.
const HEIGHT: f64 = 200.0;
/// Channels drawn at most.
const MOST_CHANNELS: usize = 60;

/// A point of a response curve.
struct Point {
    spend: f64,
    response: f64,
    /// Interval of the response.
    ends: Option<(f64, f64)>,
    /// Whether so much was ever spent.
    tried: bool,
}

impl Point {
    fn of(point: &SpendResponse, tried: bool) -> Self {
        Self { spend: point.spend, response: point.response, ends: None, tried }
    }
}

/// What is drawn of a channel.
struct Channel<'a> {
    name: &'a str,
    curve: Vec<Point>,
    today: Option<f64>,
    best: Option<f64>,
}

impl Channel<'_> {
    /// The response at a spend, along straight lines between the points of the curve.
    fn response(&self, spend: f64) -> Option<f64> {
        let inside = |pair: &&[Point]| match pair {
            [from, to] => from.spend <= spend && spend <= to.spend && from.spend < to.spend,
            _ => false,
        };
        match self.curve.windows(2).find(inside)? {
            [from, to] => Some(
                from.response
                    + (to.response - from.response) * (spend - from.spend) / (to.spend - from.spend),
            ),
            _ => None,
        }
    }

    fn layers(&self) -> (Along, Vec<Drawn>) {
        let marked: Vec<f64> = [self.today, self.best].into_iter().flatten().collect();
        let spends: Vec<f64> = self.curve.iter().map(|point| point.spend).chain(marked).collect();
        let of = |pick: &dyn Fn(&Point) -> Option<f64>| -> Vec<Option<f64>> {
            self.curve.iter().map(pick).collect()
        };
        let tried = self.curve.iter().filter(|point| point.tried).count();
        let ends = (of(&|point| Some(point.ends?.0)), of(&|point| Some(point.ends?.1)));
        let inside = self.curve.iter().map(|point| point.tried.then_some(point.response)).collect();
        // The rest goes on from the last point inside.
        let outside = self.curve.iter().enumerate();
        let outside = outside.map(|(at, point)| (at + 1 >= tried).then_some(point.response)).collect();
        let mut layers = Vec::new();
        if ends.0.iter().any(Option::is_some) {
            layers.push(Drawn::band("band", "interval", ends));
        }
        if tried < self.curve.len() {
            layers.push(Drawn::line("bound", "beyond the data", outside));
        }
        layers.push(Drawn::line("curve", "response", inside));
        let mut place = self.curve.len();
        for (name, class, shape, spend) in [
            ("today", "pin p4", Shape::Square, self.today),
            ("best split", "pin p1", Shape::Diamond, self.best),
        ] {
            let Some(spend) = spend else { continue };
            if let Some(response) = self.response(spend) {
                let text = format!("{name}: spend {}, response {}", figure(spend), figure(response));
                layers.push(Drawn::signs(class, name, shape, vec![(place, response, text)]));
            }
            place += 1;
        }
        (Along::numbers(&spends), layers)
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 60 channels")]
fn multiples(title: &str, note: &str, channels: &[Channel<'_>]) -> String {
    let mut inner = String::new();
    let drawn: Vec<(Along, Vec<Drawn>)> = channels.iter().take(MOST_CHANNELS).map(Channel::layers).collect();
    // The legend is that of the channel with the most to show.
    if let Some((_, layers)) = drawn.iter().rev().max_by_key(|(_, layers)| layers.len()) {
        plot::legend(&mut inner, layers, (10.0, TITLE + 16.0));
    }
    let columns = channels.len().clamp(1, COLUMNS);
    let width = WIDTH / columns as f64;
    let top = TITLE + 28.0;
    let mut rows = 0;
    for (index, ((along, layers), channel)) in drawn.into_iter().zip(channels).enumerate() {
        let (row, column) = (index / columns, index % columns);
        let panel = Panel {
            title: channel.name,
            size: (width, HEIGHT),
            zero: true,
            layers,
            marks: Vec::new(),
            unit: "spend of a period",
            ends: false,
        };
        panel.draw(&mut inner, &along, (width * column as f64, top + HEIGHT * row as f64));
        rows = row + 1;
    }
    let mut height = top + HEIGHT * rows as f64 + 8.0;
    if channels.is_empty() {
        svg::label(&mut inner, "note", (10.0, height + 14.0), "no channel");
        height += 24.0;
    }
    if channels.len() > MOST_CHANNELS {
        let text = format!("{} more are not drawn", channels.len() - MOST_CHANNELS);
        svg::label(&mut inner, "note", (10.0, height + 10.0), &text);
        height += 24.0;
    }
    wrap(title, note, (WIDTH, height), &inner)
}

/// The response curves of a fit as an SVG document, one panel for each channel on a scale of its own: the response to a
/// steady spend with its interval, dashed beyond what was ever spent, the mean spend of today, and the best split of
/// the same total.
///
/// # Complexity
/// O(channels × points of a curve) and that of [`allocate_budget`]; at most 60 channels are drawn.
pub fn response_svg(report: &FitResponseReport) -> String {
    let best = report.budget.as_ref().and_then(|request| allocate_budget(request).ok());
    #[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
    let rows = report.rows.max(1) as f64;
    let channels: Vec<Channel<'_>> = report
        .channels
        .iter()
        .map(|fit| {
            let split =
                best.as_ref().and_then(|best| best.channels.iter().find(|row| row.channel == fit.channel));
            let point = |point: &crate::measure::response::ResponseCurvePoint| {
                let ends = point.response.low.zip(point.response.high);
                Point { spend: point.spend, response: point.response.value, ends, tried: !point.beyond_data }
            };
            let mut curve: Vec<_> = fit.curve.iter().map(point).collect();
            // A best split beyond the curve of the fit: the formula goes on.
            let reach = curve.last().map_or(0.0, |point| point.spend);
            let further = split.filter(|row| row.spend > reach).into_iter().flat_map(|row| &row.curve);
            let further = further.filter(|point| point.spend > reach);
            curve.extend(further.map(|point| Point::of(point, false)));
            Channel {
                name: &fit.channel,
                curve,
                today: Some(fit.spend / rows),
                best: split.map(|row| row.spend),
            }
        })
        .collect();
    let note = format!("{}; each panel has a scale of its own", grade(report.evidence.grade));
    multiples("Response to spend", &note, &channels)
}

/// A split of a budget as an SVG document: the response curve of each channel on a scale of its own, the spend of today
/// and that of the best split.
///
/// # Complexity
/// O(channels); at most 60 are drawn.
///
/// # Examples
/// ```
/// use paceline::measure::response::{AllocateBudgetRequest, allocate_budget};
/// use paceline::render::budget_svg;
/// let request: AllocateBudgetRequest = serde_json::from_str(
///     r#"{ "total": 100, "channels": [
///         { "channel": "search", "current": 80, "scale": 100, "saturation": { "kind": "hill", "slope": 1, "half": 50 } },
///         { "channel": "video", "current": 20, "scale": 90, "saturation": { "kind": "hill", "slope": 2, "half": 40 } } ] }"#,
/// )?;
/// assert!(budget_svg(&allocate_budget(&request)?).contains("best split"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn budget_svg(report: &BudgetAllocation) -> String {
    let channels: Vec<Channel<'_>> = report
        .channels
        .iter()
        .map(|row| Channel {
            name: &row.channel,
            curve: row.curve.iter().map(|point| Point::of(point, true)).collect(),
            today: row.change.map(|change| row.spend - change),
            best: Some(row.spend),
        })
        .collect();
    let today = report.current_response.map_or(String::new(), |now| format!(", today {}", figure(now)));
    let note = format!(
        "response {} for a spend of {}{today}; each panel has a scale of its own",
        figure(report.response),
        figure(report.spend)
    );
    multiples("Best split of the budget", &note, &channels)
}

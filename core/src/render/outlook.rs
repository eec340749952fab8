//! Pictures of forecasts: the past with a fan of what may come, and the way to a target.

use super::axis::{Along, figure};
use super::document::wrap;
use super::measured::TITLE;
use super::plot::{self, Drawn, Panel, Shape, WIDTH};
use crate::measure::forecast::{ForecastReport, PredictionInterval};
use crate::report::percent;

/// Classes of bands, the widest first.
const BANDS: [&str; 3] = ["band b0", "band b1", "band b2"];

/// Times of the past and of the forecast; without times the steps, the last value being 0.
#[expect(clippy::cast_possible_wrap, reason = "at most 10,000 values are kept")]
fn along(report: &ForecastReport, from: usize) -> Along {
    let count = report.history.len();
    let past = report.history.iter().enumerate().skip(from);
    let past = past.map(|(at, point)| {
        point.time.clone().unwrap_or_else(|| (at as i64 + 1 - count as i64).to_string().replace('-', "−"))
    });
    let ahead =
        report.points.iter().map(|point| point.time.clone().unwrap_or_else(|| point.step.to_string()));
    Along::times(&past.chain(ahead).collect::<Vec<_>>())
}

/// Bands for each level, the widest first. `start` is where all begin; `at` the place of each list of intervals.
fn bands<'a>(
    places: usize,
    start: Option<(usize, f64)>,
    steps: impl Iterator<Item = (usize, &'a [PredictionInterval])> + Clone,
) -> Vec<Drawn> {
    let first = steps.clone().next().map_or([].as_slice(), |step| step.1);
    let mut levels: Vec<(usize, f64)> = first.iter().map(|interval| interval.level).enumerate().collect();
    levels.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let band = |(index, (number, level)): (usize, (usize, f64))| {
        let (mut low, mut high) = (vec![None; places], vec![None; places]);
        let ends = steps.clone().filter_map(|(place, intervals)| {
            intervals.get(number).map(|interval| (place, interval.low, interval.high))
        });
        for (place, least, most) in start.map(|(place, value)| (place, value, value)).into_iter().chain(ends)
        {
            if let (Some(low), Some(high)) = (low.get_mut(place), high.get_mut(place)) {
                (*low, *high) = (Some(least), Some(most));
            }
        }
        let class = BANDS.get(index).copied().unwrap_or("band b2");
        Drawn::band(class, format!("{} interval", percent(level)), (low, high))
    };
    levels.into_iter().enumerate().map(band).collect()
}

/// A number with its narrowest interval: `1,020 (80 %: 900 to 1,150)`.
fn with_interval(value: f64, intervals: &[PredictionInterval]) -> String {
    let narrow = intervals.iter().min_by(|a, b| a.level.total_cmp(&b.level));
    let interval =
        narrow.map(|one| format!(" ({}: {} to {})", percent(one.level), figure(one.low), figure(one.high)));
    format!("{}{}", figure(value), interval.unwrap_or_default())
}

fn panel<'a>(title: &'a str, zero: bool, layers: Vec<Drawn>, marks: Vec<(f64, &'a str)>) -> Panel<'a> {
    Panel { title, size: (WIDTH, 340.0), zero, layers, marks, unit: "", ends: true }
}

/// A forecast as an SVG document: past values, what may come, and a band for each level of the intervals.
///
/// # Complexity
/// O(n) for n values; of a curve with more than 1,000 the lowest and highest of each of 500 parts are drawn.
///
/// # Examples
/// ```
/// use paceline::measure::{Table, forecast::{ForecastOptions, forecast}};
/// use paceline::render::forecast_svg;
/// let table = Table::new().with_numbers("value", (0..30).map(|week| f64::from(20 + week * 7 % 5)))?;
/// let picture = forecast_svg(&forecast(&table, &ForecastOptions::default())?);
/// assert!(picture.contains("80 % interval") && picture.contains("95 % interval"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn forecast_svg(report: &ForecastReport) -> String {
    let past = report.history.len();
    let places = past + report.points.len();
    let last = report.history.last().map(|point| (past - 1, point.value));
    let along = along(report, 0);
    let steps = report.points.iter().enumerate().map(|(at, point)| (past + at, point.intervals.as_slice()));
    let mut layers = bands(places, last, steps);
    let before = vec![None; past.saturating_sub(1)].into_iter().chain(last.map(|last| Some(last.1)));
    let ahead = before.chain(report.points.iter().map(|point| Some(point.value))).collect();
    layers.push(Drawn::line("curve", "forecast", ahead));
    if past > 0 {
        let values = report.history.iter().map(|point| Some(point.value)).collect();
        layers.push(Drawn::line("line-actual", "actual", values));
    }
    let now = last.and_then(|(place, _)| along.places.get(place).copied());
    let marks = now.map(|share| (share, "forecast")).into_iter().collect();
    let title = format!("{} of {} steps", report.fit.name, report.points.len());
    let mut inner = String::new();
    let height = plot::stacked(&mut inner, TITLE, &[(&along, panel(&title, false, layers, marks))]);
    let note = format!("total of all steps: {}", with_interval(report.total.value, &report.total.intervals));
    wrap("Forecast", &note, (WIDTH, height), &inner)
}

/// The way to a target as an SVG document: what was reached, the projection with its intervals, the target, an even
/// pace to it, and the probability to keep it. The forecast must have been given a target.
///
/// What was reached is drawn back to where the past values begin to add up to it, as far as the report holds them.
///
/// # Complexity
/// O(n) for n values.
///
/// # Examples
/// ```
/// use paceline::measure::{Table, forecast::{ForecastOptions, forecast}};
/// use paceline::render::pacing_svg;
/// let table = Table::new().with_numbers("value", (0..9).map(|week| f64::from(20 + week * 7 % 5)))?;
/// // Nine weeks of a quarter of thirteen, 198 so far, 300 to reach.
/// let options = ForecastOptions { horizon: 4, target: Some(300.0), so_far: 198.0, ..Default::default() };
/// let picture = pacing_svg(&forecast(&table, &options)?);
/// assert!(picture.contains("target") && picture.contains("probability"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn pacing_svg(report: &ForecastReport) -> String {
    let total = &report.total;
    let mut reached = vec![total.so_far];
    let mut left = total.so_far;
    let dust = 1e-9 * total.so_far.abs();
    for point in report.history.iter().rev() {
        if left.abs() <= dust {
            break;
        }
        left -= point.value;
        reached.push(if left.abs() <= dust { 0.0 } else { left });
    }
    // The values do not add up to what was reached: no more than it is known.
    let whole = left.abs() <= dust && !report.history.is_empty();
    if !whole {
        reached.truncate(1);
    }
    reached.reverse();
    let now = reached.len() - 1;
    let places = reached.len() + report.points.len();
    // The start of the period is one step before its first value.
    let from = report.history.len() - now;
    let mut along = along(report, from.min(report.history.len()));
    lead(&mut along, report.points.len() + now);
    let place = |step: u64| now + usize::try_from(step).unwrap_or(0);
    let steps = total.path.iter().map(|stop| (place(stop.step), stop.intervals.as_slice()));
    let mut layers = bands(places, Some((now, total.so_far)), steps);
    // Between the steps that are kept a band goes straight.
    for drawn in &mut layers {
        if let plot::Layer::Band(low, high) = &mut drawn.layer {
            bridge(low);
            bridge(high);
        }
    }
    if let Some(target) = total.target {
        if whole {
            let mut pace = vec![None; places];
            if let Some(first) = pace.first_mut() {
                *first = Some(0.0);
            }
            if let Some(last) = pace.last_mut() {
                *last = Some(target);
            }
            bridge(&mut pace);
            layers.push(Drawn::line("line-soft", "even pace", pace));
        }
        layers.push(Drawn::level("goal-line", "target", target));
    }
    let mut ahead = vec![None; now];
    ahead.push(Some(total.so_far));
    let mut sum = total.so_far;
    for point in &report.points {
        sum += point.value;
        ahead.push(Some(sum));
    }
    layers.push(Drawn::line("curve", "projection", ahead));
    if now > 0 {
        layers.push(Drawn::line("line-actual", "actual", reached.into_iter().map(Some).collect()));
    } else {
        let text = format!("so far: {}", figure(total.so_far));
        layers.push(Drawn::signs("pin p4", "so far", Shape::Disc, vec![(0, total.so_far, text)]));
    }
    let marks = along.places.get(now).map(|share| (*share, "now")).into_iter().collect();
    let title = format!("{} so far", figure(total.so_far));
    let mut inner = String::new();
    let height = plot::stacked(&mut inner, TITLE, &[(&along, panel(&title, true, layers, marks))]);
    let projected = with_interval(total.value, &total.intervals);
    let note = match (total.target, total.probability) {
        (Some(target), Some(probability)) => {
            format!(
                "projected {projected}; target {}, probability to keep it {}",
                figure(target),
                percent(probability)
            )
        }
        _ => format!("projected {projected}; the forecast was given no target"),
    };
    wrap("Pacing", &note, (WIDTH, height), &inner)
}

/// Puts one place before the others, as far before the first as the second is behind it.
#[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
fn lead(along: &mut Along, steps: usize) {
    let gap = match along.places.as_slice() {
        [first, second, ..] => second - first,
        _ => 1.0 / steps.max(1) as f64,
    };
    let wide = 1.0 + gap;
    let moved = |share: f64| (share + gap) / wide;
    along.places.iter_mut().for_each(|share| *share = moved(*share));
    along.ticks.iter_mut().for_each(|tick| tick.0 = moved(tick.0));
    along.places.insert(0, 0.0);
}

/// Fills what is missing between two values along a straight line.
#[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
fn bridge(values: &mut [Option<f64>]) {
    let known: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(place, value)| Some((place, (*value)?))).collect();
    for pair in known.windows(2) {
        if let [(from, low), (to, high)] = pair {
            for (step, value) in values.iter_mut().take(*to).skip(from + 1).enumerate() {
                *value = Some(low + (high - low) * (step + 1) as f64 / (to - from) as f64);
            }
        }
    }
}

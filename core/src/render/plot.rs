//! Plots of measurements: lines with bands over time, and bars by name with their intervals.

use std::fmt::Write as _;

use super::svg::{self, n};
use crate::report::words;

/// Width of a plot in pixels.
pub(super) const WIDTH: f64 = 920.0;
/// Where the curves are in a panel: left, right, top, and what stands below them.
const LEFT: f64 = 84.0;
const RIGHT: f64 = 780.0;
const TOP: f64 = 38.0;
const BELOW: f64 = 34.0;
/// Points of a curve drawn at most; of more, one in so many.
const MOST_POINTS: usize = 2_000;
/// Rows of bars drawn at most.
const MOST_ROWS: usize = 60;
/// Height of a bar with its gap.
const BAR: f64 = 15.0;

/// What is drawn in a panel, in this order.
pub(super) enum Layer<'a> {
    /// A curve; a value that is not there breaks it. Class of the line, what it is, its values.
    Line(&'a str, &'a str, Vec<Option<f64>>),
    /// The area between two curves, where both are.
    Band(Vec<Option<f64>>, Vec<Option<f64>>),
}

/// Curves over one axis.
pub(super) struct Panel<'a> {
    pub(super) title: &'a str,
    pub(super) height: f64,
    /// Whether 0 is shown in any case.
    pub(super) zero: bool,
    pub(super) layers: Vec<Layer<'a>>,
    /// Places of upright lines, with a word.
    pub(super) marks: Vec<(usize, &'a str)>,
}

/// Panels one below the other, over the same places: each has a name. Gives the height in all.
pub(super) fn panels(out: &mut String, top: f64, places: &[String], panels: &[Panel<'_>]) -> f64 {
    let mut y = top;
    for panel in panels {
        let _ = write!(out, r#"<g transform="translate(0 {})">"#, n(y));
        draw(out, places, panel);
        out.push_str("</g>");
        y += panel.height;
    }
    y
}

#[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
fn draw(out: &mut String, places: &[String], panel: &Panel<'_>) {
    let bottom = panel.height - BELOW;
    svg::label(out, "name strong", (10.0, 20.0), &words::clean(panel.title, 90));
    let values = panel.layers.iter().flat_map(|layer| match layer {
        Layer::Line(_, _, values) => values.iter().chain([].iter()),
        Layer::Band(low, high) => low.iter().chain(high.iter()),
    });
    let values = values.flatten().copied().filter(|value| value.is_finite());
    let start = if panel.zero { (0.0, 0.0) } else { (f64::MAX, f64::MIN) };
    let (low, high) = values.fold(start, |(low, high), value| (low.min(value), high.max(value)));
    if low > high {
        svg::label(out, "note", (LEFT, 40.0), "nothing to show");
        return;
    }
    let axis = Axis::of(low, high);
    let y = |value: f64| bottom - (bottom - TOP) * axis.share(value);
    let last = places.len().saturating_sub(1).max(1) as f64;
    let x = |place: usize| LEFT + (RIGHT - LEFT) * place as f64 / last;
    let mut lines = String::new();
    for (value, text) in axis.ticks() {
        let _ = write!(lines, "M{} {}H{}", n(LEFT), n(y(value)), n(RIGHT));
        svg::label(out, "end", (LEFT - 8.0, y(value) + 4.0), &text);
    }
    svg::path(out, "week-line", &lines);
    if axis.low < 0.0 && axis.high > 0.0 {
        svg::path(out, "tick", &format!("M{} {}H{}", n(LEFT), n(y(0.0)), n(RIGHT)));
    }
    svg::path(out, "base", &format!("M{} {}H{}", n(LEFT), n(bottom), n(RIGHT)));
    for place in spread(places.len()) {
        let text = places.get(place).map_or("", String::as_str);
        svg::label(out, "middle", (x(place), bottom + 17.0), &words::clean(text, 16));
    }
    for (place, word) in &panel.marks {
        svg::path(out, "today", &format!("M{} {}V{}", n(x(*place)), n(TOP - 8.0), n(bottom)));
        svg::label(out, "value", (x(*place) + 5.0, TOP - 4.0), word);
    }
    let mut ends: Vec<(f64, String)> = Vec::new();
    for layer in &panel.layers {
        match layer {
            Layer::Band(low, high) => svg::path(out, "band", &area(low, high, &x, &y)),
            Layer::Line(class, name, values) => {
                svg::path(out, class, &curve(values, &x, &y));
                if let Some(value) = values.iter().rev().flatten().find(|value| value.is_finite()) {
                    ends.push((y(*value), format!("{name} {}", words::brief(*value, axis.decimals))));
                }
            }
        }
    }
    // Words at the ends do not lie on one another.
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = TOP;
    for (wanted, text) in ends {
        let at = wanted.max(free);
        svg::label(out, "value", (RIGHT + 8.0, at + 4.0), &words::clean(&text, 24));
        free = at + 14.0;
    }
}

/// Places with a word below them: at most seven, evenly.
fn spread(count: usize) -> impl Iterator<Item = usize> {
    let step = count.saturating_sub(1).div_ceil(6).max(1);
    (0..count).step_by(step)
}

/// The values that are drawn, with their places.
fn thinned(values: &[Option<f64>]) -> impl Iterator<Item = (usize, f64)> {
    let step = values.len().div_ceil(MOST_POINTS).max(1);
    let each = values.iter().enumerate().step_by(step);
    each.filter_map(|(place, value)| Some((place, (*value)?))).filter(|(_, value)| value.is_finite())
}

fn curve(values: &[Option<f64>], x: &impl Fn(usize) -> f64, y: &impl Fn(f64) -> f64) -> String {
    let step = values.len().div_ceil(MOST_POINTS).max(1);
    let (mut line, mut drawn) = (String::new(), false);
    for (place, value) in values.iter().enumerate().step_by(step) {
        match value.filter(|value| value.is_finite()) {
            Some(value) => {
                let _ = write!(line, "{}{} {}", if drawn { 'L' } else { 'M' }, n(x(place)), n(y(value)));
                drawn = true;
            }
            None => drawn = false,
        }
    }
    line
}

fn area(
    low: &[Option<f64>],
    high: &[Option<f64>],
    x: &impl Fn(usize) -> f64,
    y: &impl Fn(f64) -> f64,
) -> String {
    let mut line = String::new();
    let (uppers, lowers): (Vec<_>, Vec<_>) = (thinned(high).collect(), thinned(low).collect());
    for (index, (place, value)) in uppers.iter().chain(lowers.iter().rev()).enumerate() {
        let _ = write!(line, "{}{} {}", if index == 0 { 'M' } else { 'L' }, n(x(*place)), n(y(*value)));
    }
    if !line.is_empty() {
        line.push('z');
    }
    line
}

/// A bar with its interval.
pub(super) struct Bar {
    pub(super) value: f64,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
}

/// Rows of bars: each row has a name and a bar for each of the series, where there is one. Gives the height in all.
#[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
pub(super) fn bars(
    out: &mut String,
    top: f64,
    series: &[String],
    rows: &[(String, Vec<Option<Bar>>)],
) -> f64 {
    let (left, right) = (220.0, RIGHT);
    let all = rows.iter().take(MOST_ROWS).flat_map(|(_, bars)| bars.iter().flatten());
    let (low, high) = all.fold((0.0_f64, 0.0_f64), |(low, high), bar| {
        let ends =
            [Some(bar.value), bar.low, bar.high].into_iter().flatten().filter(|value| value.is_finite());
        ends.fold((low, high), |(low, high), value| (low.min(value), high.max(value)))
    });
    let axis = Axis::of(low, high);
    let x = |value: f64| left + (right - left) * axis.share(value);
    let mut y = top + 16.0;
    for (index, name) in series.iter().enumerate() {
        let at = left + 150.0 * (index % 4) as f64;
        svg::rect(out, &format!("series s{}", index % 6), (at, y - 9.0), (10.0, 10.0), 2.0);
        svg::label(out, "value", (at + 15.0, y), &words::clean(name, 20));
        if index % 4 == 3 {
            y += 18.0;
        }
    }
    y += 14.0;
    let first = y;
    let height = BAR * series.len().max(1) as f64 + 10.0;
    let shown = rows.len().min(MOST_ROWS);
    let bottom = first + height * shown as f64;
    let mut lines = String::new();
    for (value, text) in axis.ticks() {
        let _ = write!(lines, "M{} {}V{}", n(x(value)), n(first), n(bottom));
        svg::label(out, "middle", (x(value), bottom + 16.0), &text);
    }
    svg::path(out, "week-line", &lines);
    for (name, bars) in rows.iter().take(MOST_ROWS) {
        let _ = write!(out, "<g><title>{}</title>", svg::escape(name));
        svg::label(out, "name end", (left - 10.0, y + height / 2.0), &words::clean(name, 32));
        for (index, bar) in bars.iter().enumerate() {
            let Some(bar) = bar.as_ref().filter(|bar| bar.value.is_finite()) else { continue };
            let at = y + 5.0 + BAR * index as f64;
            let (from, to) = (x(bar.value.min(0.0)), x(bar.value.max(0.0)));
            svg::rect(
                out,
                &format!("series s{}", index % 6),
                (from, at),
                ((to - from).max(1.0), BAR - 4.0),
                2.0,
            );
            let mut end = to;
            if let (Some(low), Some(high)) = (bar.low, bar.high) {
                let middle = at + (BAR - 4.0) / 2.0;
                let (from, to) = (x(low), x(high));
                let whisker = format!(
                    "M{} {}H{}M{} {}v6M{} {}v6",
                    n(from),
                    n(middle),
                    n(to),
                    n(from),
                    n(middle - 3.0),
                    n(to),
                    n(middle - 3.0)
                );
                svg::path(out, "whisker", &whisker);
                end = end.max(to);
            }
            svg::label(out, "value", (end + 6.0, at + BAR - 6.0), &words::brief(bar.value, axis.decimals));
        }
        out.push_str("</g>");
        y += height;
    }
    svg::path(out, "tick", &format!("M{} {}V{}", n(x(0.0)), n(first), n(bottom)));
    if rows.len() > shown {
        let text = format!("{} more are not drawn", rows.len() - shown);
        svg::label(out, "note", (left, bottom + 34.0), &text);
        return bottom + 44.0;
    }
    bottom + 28.0
}

/// Numbers along an edge, from one round number to another.
struct Axis {
    low: f64,
    high: f64,
    step: f64,
    decimals: usize,
}

impl Axis {
    fn of(low: f64, high: f64) -> Self {
        let wide = if high - low > 0.0 { high - low } else { high.abs().max(1.0) };
        // The smallest of 1, 2, 5 times a power of ten that makes at most six steps.
        let (mut step, mut decimals) = (1.0_f64, 0_usize);
        let mut factors = [2.0, 2.5, 2.0].into_iter().cycle();
        if wide / step > 6.0 {
            while wide / step > 6.0 && step < 1e300 {
                step *= factors.next().unwrap_or(2.0);
            }
        } else {
            let mut downs = [2.0, 2.5, 2.0].into_iter().cycle();
            let mut turn = 0;
            while step > 1e-300 {
                let smaller = step / downs.next().unwrap_or(2.0);
                if wide / smaller > 6.0 {
                    break;
                }
                step = smaller;
                decimals += usize::from(turn % 3 == 0);
                turn += 1;
            }
        }
        let mut axis =
            Self { low: (low / step).floor() * step, high: (high / step).ceil() * step, step, decimals };
        if axis.high - axis.low <= 0.0 {
            axis.high = axis.low + step;
        }
        axis
    }

    fn share(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    fn ticks(&self) -> impl Iterator<Item = (f64, String)> {
        (0..=8_u8)
            .map(|tick| self.low + f64::from(tick) * self.step)
            .take_while(|value| *value <= self.high + self.step * 0.5)
            .map(|value| {
                let value = if value.abs() < self.step * 1e-6 { 0.0 } else { value };
                (value, words::brief(value, self.decimals.min(6)))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::Axis;

    #[test]
    fn an_axis_has_round_numbers_and_holds_its_values() {
        for (low, high, first) in
            [(0.0, 100.0, "0, 20, 40, 60, 80, 100"), (0.031, 0.046, ""), (-3.0, 7.5, "")]
        {
            let axis = Axis::of(low, high);
            let ticks: Vec<String> = axis.ticks().map(|(_, text)| text).collect();
            assert!(axis.low <= low && axis.high >= high && (3..=9).contains(&ticks.len()), "{ticks:?}");
            assert!(first.is_empty() || ticks.join(", ") == first, "{ticks:?}");
        }
        assert!(Axis::of(5.0, 5.0).high > 5.0);
    }
}

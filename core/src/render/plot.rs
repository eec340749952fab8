//! Plots of measurements: lines, bands and signs over one axis, with a legend.

use std::fmt::Write as _;

use super::axis::{Along, Axis};
use super::scale::room;
use super::svg::{self, n};
use crate::report::words;

/// Width of a plot in pixels.
pub(super) const WIDTH: f64 = 920.0;
/// What stands beside, above and below the curves of a panel.
const LEFT: f64 = 72.0;
const ENDS: f64 = 78.0;
const TOP: f64 = 44.0;
const BELOW: f64 = 32.0;
/// Parts of a curve drawn at most: of each the lowest and the highest value.
const MOST_PARTS: usize = 500;
/// Signs drawn at most.
const MOST_SIGNS: usize = 500;

/// Something drawn in a panel.
pub(super) enum Layer {
    /// A curve; a value that is not there breaks it.
    Line(Vec<Option<f64>>),
    /// The area between two curves, where both are.
    Band(Vec<Option<f64>>, Vec<Option<f64>>),
    /// A level line at one value.
    Level(f64),
    /// Signs at points: place, value, text that is shown on it.
    Signs(Shape, Vec<(usize, f64, String)>),
}

/// A sign: none is told from another by its color alone.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shape {
    Disc,
    Square,
    Diamond,
    Triangle,
    Tip,
}

impl Shape {
    /// All of them, in turn.
    pub(super) const ALL: [Self; 5] = [Self::Disc, Self::Diamond, Self::Square, Self::Triangle, Self::Tip];

    /// Its outline around a point.
    pub(super) fn outline(self, (x, y): (f64, f64), size: f64) -> String {
        let (x, y, wide) = (n(x), n(y), n(2.0 * size));
        let s = n(size);
        match self {
            Self::Disc => {
                format!("M{x} {y}m-{s} 0a{s} {s} 0 1 1 {wide} 0a{s} {s} 0 1 1 -{wide} 0z")
            }
            Self::Square => format!("M{x} {y}m-{s} -{s}h{wide}v{wide}h-{wide}z"),
            Self::Diamond => format!("M{x} {y}m0 -{s}l{s} {s}l-{s} {s}l-{s} -{s}z"),
            Self::Triangle => format!("M{x} {y}m0 -{s}l{s} {wide}h-{wide}z"),
            Self::Tip => format!("M{x} {y}m-{s} -{s}h{wide}l-{s} {wide}z"),
        }
    }
}

/// A layer with its class and what it is; without a name it is not in the legend.
pub(super) struct Drawn {
    pub(super) class: &'static str,
    pub(super) name: String,
    pub(super) layer: Layer,
}

impl Drawn {
    pub(super) fn line(class: &'static str, name: impl Into<String>, values: Vec<Option<f64>>) -> Self {
        Self { class, name: name.into(), layer: Layer::Line(values) }
    }

    pub(super) fn band(
        class: &'static str,
        name: impl Into<String>,
        (low, high): (Vec<Option<f64>>, Vec<Option<f64>>),
    ) -> Self {
        Self { class, name: name.into(), layer: Layer::Band(low, high) }
    }

    pub(super) fn level(class: &'static str, name: impl Into<String>, value: f64) -> Self {
        Self { class, name: name.into(), layer: Layer::Level(value) }
    }

    pub(super) fn signs(
        class: &'static str,
        name: impl Into<String>,
        shape: Shape,
        points: Vec<(usize, f64, String)>,
    ) -> Self {
        Self { class, name: name.into(), layer: Layer::Signs(shape, points) }
    }

    fn values(&self) -> Box<dyn Iterator<Item = f64> + '_> {
        match &self.layer {
            Layer::Line(values) => Box::new(values.iter().flatten().copied()),
            Layer::Band(low, high) => Box::new(low.iter().chain(high).flatten().copied()),
            Layer::Level(value) => Box::new(std::iter::once(*value)),
            Layer::Signs(_, points) => Box::new(points.iter().map(|point| point.1)),
        }
    }
}

/// Curves over one axis.
pub(super) struct Panel<'a> {
    pub(super) title: &'a str,
    /// Width and height.
    pub(super) size: (f64, f64),
    /// Whether 0 is shown in any case.
    pub(super) zero: bool,
    pub(super) layers: Vec<Drawn>,
    /// Places of upright lines from 0 to 1, with a word.
    pub(super) marks: Vec<(f64, &'a str)>,
    /// What the numbers below are; empty for dates.
    pub(super) unit: &'a str,
    /// Whether the last value of each line is written at its end.
    pub(super) ends: bool,
}

/// Panels one below the other over the same places. Gives the height in all.
pub(super) fn stacked(out: &mut String, top: f64, panels: &[(&Along, Panel<'_>)]) -> f64 {
    let mut y = top;
    for (along, panel) in panels {
        panel.draw(out, along, (0.0, y));
        y += panel.size.1;
    }
    y + 6.0
}

impl Panel<'_> {
    /// Draws the panel with its upper left corner at a point.
    pub(super) fn draw(&self, out: &mut String, along: &Along, (left, top): (f64, f64)) {
        let _ = write!(out, r#"<g transform="translate({} {})">"#, n(left), n(top));
        self.frame(out, along);
        out.push_str("</g>");
    }

    fn frame(&self, out: &mut String, along: &Along) {
        let (width, height) = self.size;
        let (right, bottom) = (width - if self.ends { ENDS } else { 18.0 }, height - BELOW);
        let most = if width < 500.0 { 34 } else { 90 };
        let shown = words::clean(self.title, most);
        if shown.len() < self.title.len() {
            let _ = write!(out, "<title>{}</title>", svg::escape(self.title));
        }
        svg::label(out, "name strong", (10.0, 18.0), &shown);
        if self.ends {
            self.legend(out, 10.0 + 1.05 * room(&shown) + 18.0, width);
        }
        let zero = self.zero.then_some(0.0);
        let axis = Axis::around(self.layers.iter().flat_map(Drawn::values).chain(zero));
        let y = |value: f64| bottom - (bottom - TOP) * axis.share(value);
        let x = |share: f64| LEFT + (right - LEFT) * share;
        let at = |place: usize| x(along.places.get(place).copied().unwrap_or(0.0));
        let mut lines = String::new();
        for (value, text) in axis.ticks() {
            let _ = write!(lines, "M{} {}H{}", n(LEFT), n(y(value)), n(right));
            svg::label(out, "end", (LEFT - 8.0, y(value) + 4.0), &text);
        }
        svg::path(out, "week-line", &lines);
        let mut ticks = String::new();
        for (share, text) in &along.ticks {
            let _ = write!(ticks, "M{} {}v4", n(x(*share)), n(bottom));
            // A text that would leave the picture is moved in.
            let half = room(text) / 2.0;
            let middle = x(*share).clamp(half + 2.0, (width - half - 2.0).max(half + 2.0));
            svg::label(out, "middle", (middle, bottom + 16.0), text);
        }
        svg::path(out, "tick", &ticks);
        if !self.unit.is_empty() {
            svg::label(out, "end", (right, bottom + 29.0), self.unit);
        }
        for drawn in &self.layers {
            match &drawn.layer {
                Layer::Band(low, high) => svg::path(out, drawn.class, &area(low, high, &at, &y)),
                Layer::Line(values) => svg::path(out, drawn.class, &curve(values, &at, &y)),
                Layer::Level(value) => {
                    svg::path(out, drawn.class, &format!("M{} {}H{}", n(LEFT), n(y(*value)), n(right)));
                }
                Layer::Signs(..) => {}
            }
        }
        if axis.crosses() {
            svg::path(out, "tick", &format!("M{} {}H{}", n(LEFT), n(y(0.0)), n(right)));
        }
        svg::path(out, "tick", &format!("M{} {}H{}", n(LEFT), n(bottom), n(right)));
        for (share, word) in &self.marks {
            let place = x(*share);
            svg::path(out, "today", &format!("M{} {}V{}", n(place), n(TOP - 6.0), n(bottom)));
            let over = place + room(word) > right;
            let (class, place) = if over { ("value end", place - 5.0) } else { ("value", place + 5.0) };
            svg::label(out, class, (place, TOP + 3.0), word);
        }
        for drawn in &self.layers {
            if let Layer::Signs(shape, points) = &drawn.layer {
                for (place, value, text) in points.iter().take(MOST_SIGNS).filter(|point| point.1.is_finite())
                {
                    let outline = shape.outline((at(*place), y(*value)), 4.0);
                    let class = drawn.class;
                    let _ = write!(
                        out,
                        r#"<path class="{class}" d="{outline}"><title>{}</title></path>"#,
                        svg::escape(text)
                    );
                }
            }
        }
        if self.ends {
            self.ends(out, (&axis, along.places.len()), right + 8.0, (&y, bottom));
        }
    }

    /// What each layer is, right aligned beside the title; in a second row where there is no room.
    fn legend(&self, out: &mut String, free: f64, width: f64) {
        let all = legend_width(&self.layers);
        let at = if free + all <= width { (width - all, 18.0) } else { (LEFT, 34.0) };
        legend(out, &self.layers, at);
    }

    /// The value of each line that runs to the last of the places, none on another.
    fn ends(
        &self,
        out: &mut String,
        (axis, places): (&Axis, usize),
        x: f64,
        (y, bottom): (&dyn Fn(f64) -> f64, f64),
    ) {
        let last = |drawn: &Drawn| match &drawn.layer {
            Layer::Line(values) if !drawn.name.is_empty() && values.len() >= places => {
                values.last().copied().flatten().filter(|value| value.is_finite())
            }
            Layer::Level(value) => Some(*value).filter(|value| value.is_finite()),
            _ => None,
        };
        let mut ends: Vec<(f64, String)> =
            self.layers.iter().filter_map(last).map(|value| (y(value), axis.read(value))).collect();
        ends.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
        ends.dedup_by(|a, b| a.1 == b.1);
        let mut free = TOP - 8.0;
        for end in &mut ends {
            end.0 = end.0.max(free);
            free = end.0 + 14.0;
        }
        // From below, where they would leave the panel.
        let mut free = bottom;
        for end in ends.iter_mut().rev() {
            end.0 = end.0.min(free);
            free = end.0 - 14.0;
        }
        for (at, text) in ends {
            svg::label(out, "value", (x, at + 4.0), &text);
        }
    }
}

fn named(layers: &[Drawn]) -> impl Iterator<Item = (&Drawn, String)> {
    let named = layers.iter().filter(|drawn| !drawn.name.is_empty());
    named.map(|drawn| (drawn, words::clean(&drawn.name, 32)))
}

fn legend_width(layers: &[Drawn]) -> f64 {
    named(layers).map(|(_, text)| room(&text) + 40.0).sum()
}

/// The layers that have names, in a row.
pub(super) fn legend(out: &mut String, layers: &[Drawn], (mut x, y): (f64, f64)) {
    for (drawn, text) in named(layers) {
        key(out, drawn, (x, y));
        svg::label(out, "value", (x + 24.0, y), &text);
        x += room(&text) + 40.0;
    }
}

/// The sign of a layer in a legend.
fn key(out: &mut String, drawn: &Drawn, (x, y): (f64, f64)) {
    match &drawn.layer {
        Layer::Line(_) | Layer::Level(_) => {
            svg::path(out, drawn.class, &format!("M{} {}h18", n(x), n(y - 4.0)));
        }
        Layer::Band(..) => svg::rect(out, drawn.class, (x, y - 9.0), (18.0, 10.0), 1.0),
        Layer::Signs(shape, _) => svg::path(out, drawn.class, &shape.outline((x + 9.0, y - 4.0), 4.0)),
    }
}

/// The places that are drawn: all, or of each of many parts the lowest and the highest value.
fn thinned(values: &[Option<f64>]) -> Vec<(usize, Option<f64>)> {
    let value = |place: usize| values.get(place).copied().flatten().filter(|value| value.is_finite());
    if values.len() <= 2 * MOST_PARTS {
        return (0..values.len()).map(|place| (place, value(place))).collect();
    }
    let part = values.len().div_ceil(MOST_PARTS);
    let mut kept = Vec::with_capacity(2 * MOST_PARTS);
    for from in (0..values.len()).step_by(part) {
        let places = from..(from + part).min(values.len());
        let known = places.clone().filter_map(|place| Some((place, value(place)?)));
        let low = known.clone().min_by(|a, b| a.1.total_cmp(&b.1));
        let high = known.max_by(|a, b| a.1.total_cmp(&b.1));
        match (low, high) {
            (Some(low), Some(high)) => {
                let (first, second) = if low.0 <= high.0 { (low, high) } else { (high, low) };
                kept.push((first.0, Some(first.1)));
                if second.0 != first.0 {
                    kept.push((second.0, Some(second.1)));
                }
            }
            _ => kept.push((from, None)),
        }
    }
    kept
}

fn curve(values: &[Option<f64>], x: &impl Fn(usize) -> f64, y: &impl Fn(f64) -> f64) -> String {
    let (mut line, mut drawn) = (String::new(), false);
    let kept = thinned(values);
    for (index, (place, value)) in kept.iter().enumerate() {
        match value {
            Some(value) => {
                let _ = write!(line, "{}{} {}", if drawn { 'L' } else { 'M' }, n(x(*place)), n(y(*value)));
                // A point between two that are missing is a dot.
                let alone = !drawn && kept.get(index + 1).is_none_or(|next| next.1.is_none());
                if alone {
                    line.push_str("h1.5");
                }
                drawn = true;
            }
            None => drawn = false,
        }
    }
    line
}

/// The area between two curves, one piece for each stretch where both are.
fn area(
    low: &[Option<f64>],
    high: &[Option<f64>],
    x: &impl Fn(usize) -> f64,
    y: &impl Fn(f64) -> f64,
) -> String {
    let both = |place: usize| {
        let (low, high) = (low.get(place).copied().flatten()?, high.get(place).copied().flatten()?);
        (low.is_finite() && high.is_finite()).then_some((low, high))
    };
    let count = low.len().min(high.len());
    let part = count.div_ceil(2 * MOST_PARTS).max(1);
    let mut line = String::new();
    let mut piece: Vec<(usize, f64, f64)> = Vec::new();
    for from in (0..count).step_by(part) {
        let known = (from..(from + part).min(count)).filter_map(both);
        let ends = known.fold(None, |ends: Option<(f64, f64)>, (low, high)| {
            Some(ends.map_or((low, high), |(lowest, highest)| (lowest.min(low), highest.max(high))))
        });
        match ends {
            Some((low, high)) => {
                // The last part ends where the curve does.
                let place = if from + part < count { from } else { count - 1 };
                piece.push((place, low, high));
            }
            None => close(&mut line, &mut piece, x, y),
        }
    }
    close(&mut line, &mut piece, x, y);
    line
}

fn close(
    line: &mut String,
    piece: &mut Vec<(usize, f64, f64)>,
    x: &impl Fn(usize) -> f64,
    y: &impl Fn(f64) -> f64,
) {
    let upper = piece.iter().map(|(place, _, high)| (*place, *high));
    let lower = piece.iter().rev().map(|(place, low, _)| (*place, *low));
    for (index, (place, value)) in upper.chain(lower).enumerate() {
        let _ = write!(line, "{}{} {}", if index == 0 { 'M' } else { 'L' }, n(x(place)), n(y(value)));
    }
    if !piece.is_empty() {
        line.push('z');
    }
    piece.clear();
}

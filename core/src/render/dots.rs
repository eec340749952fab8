//! Rows of names with signs along an axis: one sign for each of several opinions, with its interval.

use std::fmt::Write as _;

use super::axis::{Axis, figure};
use super::plot::{Shape, WIDTH};
use super::scale::room;
use super::svg::{self, n};
use crate::report::words;

/// Rows drawn at most.
const MOST_ROWS: usize = 60;
/// Where the signs are: from the left, to the right.
const LEFT: f64 = 220.0;
const RIGHT: f64 = 790.0;
/// Height of a sign with its gap.
const EACH: f64 = 11.0;

/// A number with its interval.
pub(super) struct Dot {
    pub(super) value: f64,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
}

/// A row: its name, and what each of the series says of it.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) dots: Vec<Option<Dot>>,
}

impl Row {
    /// The numbers that are known.
    fn values(&self) -> impl Iterator<Item = f64> {
        self.dots.iter().flatten().map(|dot| dot.value).filter(|value| value.is_finite())
    }

    /// The mean of the numbers that are known.
    #[expect(clippy::cast_precision_loss, reason = "a few numbers")]
    pub(super) fn mean(&self) -> f64 {
        let count = self.values().count().max(1) as f64;
        self.values().map(|value| value / count).sum()
    }
}

/// Shape and color of a series: together they are used once.
fn look(index: usize) -> (Shape, String) {
    let shapes = Shape::ALL.len();
    let shape = Shape::ALL.get(index % shapes).copied().unwrap_or(Shape::Disc);
    (shape, format!("pin p{}", (index + index / shapes) % 6))
}

/// Draws the rows in their order. Gives the height in all.
#[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
pub(super) fn rows(out: &mut String, top: f64, series: &[String], rows: &[Row]) -> f64 {
    let shown = || rows.iter().take(MOST_ROWS);
    let dots = shown().flat_map(|row| row.dots.iter().flatten());
    let ends = dots.flat_map(|dot| [Some(dot.value), dot.low, dot.high]).flatten();
    let axis = Axis::around(ends.chain([0.0]));
    let x = |value: f64| LEFT + (RIGHT - LEFT) * axis.share(value);
    let (mut place, mut y) = (LEFT, top + 16.0);
    for (index, name) in series.iter().enumerate() {
        let text = words::clean(name, 28);
        if place + room(&text) + 22.0 > WIDTH && place > LEFT {
            (place, y) = (LEFT, y + 18.0);
        }
        let (shape, class) = look(index);
        svg::path(out, &class, &shape.outline((place + 5.0, y - 4.0), 4.5));
        svg::label(out, "value", (place + 15.0, y), &text);
        place += room(&text) + 36.0;
    }
    let first = y + 16.0;
    let height = EACH * series.len().max(1) as f64 + 13.0;
    let bottom = first + height * shown().count() as f64;
    if series.len() > 1 {
        svg::label(out, "end", (WIDTH - 10.0, first - 4.0), "lowest – highest");
    }
    let mut lines = String::new();
    for (value, text) in axis.ticks() {
        let _ = write!(lines, "M{} {}V{}", n(x(value)), n(first), n(bottom));
        svg::label(out, "middle", (x(value), bottom + 16.0), &text);
    }
    svg::path(out, "week-line", &lines);
    svg::path(out, "tick", &format!("M{} {}V{}", n(x(0.0)), n(first), n(bottom)));
    let mut y = first;
    for row in shown() {
        let _ = write!(out, "<g><title>{}</title>", svg::escape(&row.name));
        svg::path(out, "base", &format!("M10 {}H{}", n(y), n(WIDTH - 10.0)));
        let middle = y + height / 2.0;
        svg::label(out, "name end", (LEFT - 10.0, middle + 4.0), &words::clean(&row.name, 30));
        for (index, dot) in row.dots.iter().enumerate() {
            let Some(dot) = dot.as_ref().filter(|dot| dot.value.is_finite()) else { continue };
            let at = y + 6.5 + EACH * (index as f64 + 0.5);
            let mut text = format!("{}: {}", series.get(index).map_or("", String::as_str), figure(dot.value));
            if let (Some(low), Some(high)) = (dot.low, dot.high) {
                let (from, to) = (x(low), x(high));
                let line = format!(
                    "M{} {}H{}M{from} {}v6M{to} {}v6",
                    n(from),
                    n(at),
                    n(to),
                    n(at - 3.0),
                    n(at - 3.0),
                    from = n(from),
                    to = n(to)
                );
                svg::path(out, "whisker", &line);
                let _ = write!(text, " ({} to {})", figure(low), figure(high));
            }
            let (shape, class) = look(index);
            let outline = shape.outline((x(dot.value), at), 4.5);
            let _ = write!(
                out,
                r#"<path class="{class}" d="{outline}"><title>{}</title></path>"#,
                svg::escape(&text)
            );
        }
        let (low, high) =
            row.values().fold((f64::MAX, f64::MIN), |ends, value| (ends.0.min(value), ends.1.max(value)));
        let text = match low <= high {
            true if figure(low) == figure(high) => figure(low),
            true => format!("{} – {}", figure(low), figure(high)),
            false => "–".to_owned(),
        };
        svg::label(out, "value end", (WIDTH - 10.0, middle + 4.0), &text);
        out.push_str("</g>");
        y += height;
    }
    if rows.len() > MOST_ROWS {
        let text = format!("{} more are not drawn", rows.len() - MOST_ROWS);
        svg::label(out, "note", (LEFT, bottom + 34.0), &text);
        return bottom + 44.0;
    }
    bottom + 28.0
}

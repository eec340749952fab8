//! How the search went: each part of the objective and its lower bound over the steps.

use std::fmt::Write as _;

use super::svg::{self, n};
use crate::report::words;
use crate::schedule::{LevelReport, ObjectivePart, TracePoint};

/// Width of the picture in pixels.
pub(super) const WIDTH: f64 = 860.0;
/// Height of a panel with its title and axis.
const PANEL: f64 = 190.0;
/// Where the curves are in a panel: left, right, top, bottom.
const AREA: (f64, f64, f64, f64) = (84.0, 700.0, 38.0, 152.0);
/// Improvements drawn at most.
const MOST_POINTS: usize = 1_000;
/// Parts drawn at most.
const MOST_PARTS: usize = 8;

/// Draws the panels; their height in all.
#[expect(clippy::cast_precision_loss, reason = "at most eight parts")]
pub(super) fn picture(out: &mut String, report: &LevelReport, top: f64) -> f64 {
    let parts = report.objective.iter().take(MOST_PARTS).enumerate();
    let mut count = 0;
    for (index, part) in parts {
        let _ = write!(out, r#"<g transform="translate(0 {})">"#, n(top + index as f64 * PANEL));
        panel(out, report, index, part);
        out.push_str("</g>");
        count = index + 1;
    }
    if count == 0 {
        svg::label(out, "note", (10.0, top + 20.0), "nothing was asked for");
        return top + 40.0;
    }
    top + count as f64 * PANEL
}

/// One improvement as it is drawn.
struct Dot {
    step: f64,
    value: f64,
    bound: f64,
    level: bool,
}

#[expect(clippy::cast_precision_loss, reason = "drawn, not computed with")]
fn panel(out: &mut String, report: &LevelReport, index: usize, part: &ObjectivePart) {
    let dot = |point: &TracePoint| {
        Some(Dot {
            step: point.step.max(1) as f64,
            value: *point.objective.get(index)?,
            bound: *point.bound.get(index)?,
            level: point.excess.as_seconds() == 0,
        })
    };
    let mut dots: Vec<Dot> = report.trace.iter().take(MOST_POINTS).filter_map(dot).collect();
    if dots.is_empty() {
        dots.push(Dot {
            step: 1.0,
            value: part.value,
            bound: part.bound,
            level: report.remaining.is_empty(),
        });
    }
    let last = dots.last().map_or(1.0, |dot| dot.step).max(report.steps as f64).max(2.0);
    let values = || dots.iter().flat_map(|dot| [dot.value, dot.bound]).filter(|value| value.is_finite());
    let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
    let (low, high) = if low < high { (low, high) } else { (low - 1.0, high + 1.0) };
    let (left, right, top, bottom) = AREA;
    let x = |step: f64| left + (right - left) * (log2(step) / log2(last)).clamp(0.0, 1.0);
    let y = |value: f64| bottom - (bottom - top) * ((value - low) / (high - low)).clamp(0.0, 1.0);
    frame(out, part, (low, high), last, (&x, &y));
    let end = |dot: usize| dots.get(dot + 1).map_or(last, |next| next.step);
    let mut between = String::new();
    for (index, dot) in dots.iter().enumerate() {
        let (from, to) = (x(dot.step), x(end(index)));
        svg::add_rect(&mut between, (from, y(dot.value)), (to - from, y(dot.bound) - y(dot.value)));
    }
    svg::path(out, "gap", &between);
    for (class, of) in [("bound", (|dot| dot.bound) as fn(&Dot) -> f64), ("curve", |dot| dot.value)] {
        let mut line = String::new();
        for (index, dot) in dots.iter().enumerate() {
            let sign = if index == 0 { 'M' } else { 'V' };
            let start =
                if index == 0 { format!("{} {}", n(x(dot.step)), n(y(of(dot)))) } else { n(y(of(dot))) };
            let _ = write!(line, "{sign}{start}H{}", n(x(end(index))));
        }
        svg::path(out, class, &line);
    }
    for (dot, point) in dots.iter().zip(&report.trace) {
        let text = svg::escape(&format!(
            "step {}: {}, bound {}\n{}{}",
            words::whole(point.step),
            words::brief(dot.value, 3),
            words::brief(dot.bound, 3),
            words::clean(&point.found_by, 80),
            if dot.level { "" } else { "\nsomebody is still overloaded" }
        ));
        let class = if dot.level { "dot" } else { "dot over" };
        let _ = write!(
            out,
            r#"<circle class="{class}" cx="{}" cy="{}" r="3"><title>{text}</title></circle>"#,
            n(x(dot.step)),
            n(y(dot.value))
        );
    }
    ends(out, part, (y(part.value), y(part.bound)));
}

/// Title, lines and numbers of the axes.
fn frame(
    out: &mut String,
    part: &ObjectivePart,
    (low, high): (f64, f64),
    last: f64,
    (x, y): (&dyn Fn(f64) -> f64, &dyn Fn(f64) -> f64),
) {
    let (left, right, top, bottom) = AREA;
    let name = format!("{}, {}", words::clean(&part.name, 80), words::clean(&part.unit, 60));
    svg::label(out, "name strong", (10.0, 20.0), &name);
    let mut lines = String::new();
    for share in [0.0, 0.5, 1.0] {
        let value = low + share * (high - low);
        let _ = write!(lines, "M{} {}H{}", n(left), n(y(value)), n(right));
        svg::label(out, "end", (left - 8.0, y(value) + 4.0), &words::brief(value, 2));
    }
    svg::path(out, "week-line", &lines);
    let (mut ticks, mut step) = (String::new(), 1.0);
    while step <= last {
        let _ = write!(ticks, "M{} {}V{}", n(x(step)), n(top), n(bottom + 4.0));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a power of ten")]
        svg::label(out, "middle", (x(step), bottom + 17.0), &words::whole(step as u64));
        step *= 10.0;
    }
    svg::path(out, "week-line", &ticks);
    svg::path(out, "base", &format!("M{} {}H{}", n(left), n(bottom), n(right)));
    svg::label(out, "end", (left - 8.0, bottom + 17.0), "step");
}

/// What the curves come to.
fn ends(out: &mut String, part: &ObjectivePart, (value, bound): (f64, f64)) {
    let right = AREA.1 + 8.0;
    if part.gap.abs() < 1e-9 {
        let text = format!("{}, proven best", words::brief(part.value, 3));
        svg::label(out, "value", (right, value + 4.0), &text);
        return;
    }
    // The two words do not lie on one another.
    let apart = (bound - value).max(14.0);
    let middle = f64::midpoint(value, bound);
    svg::label(out, "value", (right, middle - apart / 2.0 + 4.0), &words::brief(part.value, 3));
    let text = format!("bound {}", words::brief(part.bound, 3));
    svg::label(out, "value", (right, middle + apart / 2.0 + 4.0), &text);
}

/// The logarithm to base 2, straight between powers of two: the same on every machine.
fn log2(step: f64) -> f64 {
    let (mut rest, mut whole) = (step.max(1.0), 0.0);
    while rest >= 2.0 {
        rest /= 2.0;
        whole += 1.0;
    }
    whole + rest - 1.0
}

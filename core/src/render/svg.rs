//! Writing markup: escaped text, short numbers, attributes.

use std::fmt::Write as _;

/// Characters of a name kept in markup.
const MOST: usize = 500;

/// A text as it may stand in an element or a quoted attribute of HTML and XML: markup characters escaped,
/// characters that XML forbids and direction overrides left out, cut after 500 characters.
pub(crate) fn escape(text: &str) -> String {
    escape_most(text, MOST)
}

/// [`escape`] with another limit.
pub(crate) fn escape_most(text: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len().min(most) + 8);
    for (index, c) in text.chars().filter(|c| !crate::report::words::is_direction(*c)).enumerate() {
        if index >= most {
            out.push('…');
            break;
        }
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("&#10;"),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

/// A coordinate: one decimal, none if it is a whole number.
pub(crate) fn n(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let text = format!("{value:.1}");
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A rectangle.
pub(crate) fn rect(
    out: &mut String,
    class: &str,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    round: f64,
) {
    let _ = write!(
        out,
        r#"<rect class="{class}" x="{}" y="{}" width="{}" height="{}""#,
        n(x),
        n(y),
        n(width.max(0.0)),
        n(height.max(0.0))
    );
    if round > 0.0 {
        let _ = write!(out, r#" rx="{}""#, n(round));
    }
    out.push_str("/>");
}

/// A text; `text` is escaped here.
pub(crate) fn label(out: &mut String, class: &str, (x, y): (f64, f64), text: &str) {
    let _ = write!(out, r#"<text class="{class}" x="{}" y="{}">{}</text>"#, n(x), n(y), escape(text));
}

/// A path.
pub(crate) fn path(out: &mut String, class: &str, d: &str) {
    if !d.is_empty() {
        let _ = write!(out, r#"<path class="{class}" d="{d}"/>"#);
    }
}

/// Adds a rectangle to the data of a path: many of them make one element.
pub(crate) fn add_rect(d: &mut String, (x, y): (f64, f64), (width, height): (f64, f64)) {
    if width > 0.0 && height > 0.0 {
        let _ = write!(d, "M{} {}h{}v{}h-{}z", n(x), n(y), n(width), n(height), n(width));
    }
}

/// A diamond around a point.
pub(crate) fn diamond(x: f64, y: f64, size: f64) -> String {
    format!("M{} {}l{s} {s}l-{s} {s}l-{s} -{s}z", n(x), n(y - size), s = n(size))
}

//! Colors: the palette of Okabe and Ito, which people with any color vision can tell apart, on a light and
//! on a dark ground. Color never carries a meaning alone: critical bars are outlined and hatched, late
//! ones carry a sign, ratings are words and shapes.
//!
//! # References
//! - Okabe, Ito, *Color Universal Design* (2008).

use std::fmt::Write as _;

/// A color of both themes.
struct Color {
    name: &'static str,
    light: &'static str,
    dark: &'static str,
}

const fn color(name: &'static str, light: &'static str, dark: &'static str) -> Color {
    Color { name, light, dark }
}

/// Every color of the page; names starting with `ink` are text, and so is `good`, `bad` and `warn`.
const COLORS: [Color; 27] = [
    color("ground", "#ffffff", "#14181d"),
    color("panel", "#f6f8fa", "#1c2229"),
    color("raised", "#ffffff", "#242b34"),
    color("ink", "#1b2026", "#e8ecf1"),
    color("ink-soft", "#505a66", "#aab4c0"),
    color("line", "#d5dbe2", "#343d48"),
    color("line-strong", "#8a95a3", "#6f7b89"),
    color("off", "#e9edf2", "#222a33"),
    color("off-more", "#d9c9b4", "#4a3a22"),
    color("lane", "#e4ebf3", "#28323e"),
    color("task", "#56b4e9", "#3b93c6"),
    color("task-edge", "#0072b2", "#7cc8f2"),
    color("done", "#004f7c", "#bfe4fa"),
    color("critical", "#f0a06a", "#c4560d"),
    color("critical-edge", "#a34400", "#ffb27d"),
    color("ghost", "#9aa3ad", "#7b8694"),
    color("milestone", "#3a4652", "#d3dae2"),
    color("summary", "#3a4652", "#c3ccd6"),
    color("good", "#00654a", "#4fd6ac"),
    color("bad", "#9c3d00", "#ffa06b"),
    color("warn", "#6b5200", "#f0c649"),
    color("over", "#d55e00", "#f0802e"),
    color("fill-good", "#009e73", "#35b98e"),
    color("fill-warn", "#b87d00", "#e69f00"),
    color("fill-bad", "#d55e00", "#f0802e"),
    color("today", "#8a3a6d", "#e29cc6"),
    color("focus", "#004b8d", "#8fd0ff"),
];

fn theme(out: &mut String, dark: bool) {
    for color in &COLORS {
        let value = if dark { color.dark } else { color.light };
        let _ = write!(out, "--{}:{value};", color.name);
    }
}

/// The custom properties of both themes: light, dark where the reader prefers it, and either where
/// `data-theme` of the root asks for it; always light on paper.
pub(super) fn css() -> String {
    let mut out = String::from(":root{color-scheme:light;");
    theme(&mut out, false);
    out.push_str(
        "}@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;",
    );
    theme(&mut out, true);
    out.push_str("}}@media screen{:root[data-theme=dark]{color-scheme:dark;");
    theme(&mut out, true);
    out.push_str("}}\n");
    out
}

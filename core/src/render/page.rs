//! The page of a plan: one file that needs nothing else.

use std::fmt::Write as _;

use super::document::{CHART_CSS, DEFINITIONS, HEAD, NAMES};
use super::gantt::{Gantt, ROW};
use super::load::{Loads, ROW as LOAD_ROW};
use super::scale::Scale;
use super::svg::{self, n};
use super::{palette, scorecard, section, sha256};
use crate::report::facts::{Facts, Lane};
use crate::report::{Brief, words};

/// Style of the page.
const PAGE_CSS: &str = include_str!("page.css");
/// Script of the page.
const SCRIPT: &str = include_str!("script.js");
/// Height of a sheet of paper divided by its width, less room for headings.
const SHEET: f64 = 0.66;
/// The same for the first sheet, which carries the key figures.
const FIRST_SHEET: f64 = 0.4;

/// What the page says beside the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageOptions {
    /// Title of the page; the program's name if absent.
    pub title: Option<String>,
    /// A line at the foot: who made it, from which file, when. The library reads no clock.
    pub footer: Option<String>,
}

/// Writes the page of a plan: one self-contained HTML document.
///
/// It opens no connection and runs no script but its own, shows everything without a script but what
/// folding and tooltips add, follows the reader's theme, and prints on landscape paper.
///
/// # Complexity
/// O(n log n) for n tasks, links, assignments and days of load; charts are cut at [`super::MAX_ROWS`] and
/// [`super::MAX_LOADS`], tables at 500 rows, and say so.
pub fn page(brief: &Brief<'_>, options: &PageOptions) -> String {
    let facts = Facts::new(*brief);
    let scale = Scale::of(&facts);
    let gantt = Gantt::new(&facts, scale);
    let loads = Loads::new(&facts, scale);
    let mut out = String::with_capacity(1 << 18);
    let name = &brief.plan.program.name;
    head(&mut out, options.title.as_ref().unwrap_or(name));
    out.push_str("<body>\n<a class=\"skip\" href=\"#work\">Skip to the schedule</a>\n");
    let _ = write!(
        out,
        "<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>{DEFINITIONS}</defs></svg>\n\
         <header><h1 dir=\"auto\">{}</h1><p>{}</p>\
         <button id=\"theme\" class=\"scripted\" type=\"button\" hidden>Theme: auto</button></header>\n<main>\n",
        svg::escape(options.title.as_ref().unwrap_or(name)),
        section::subtitle(&facts)
    );
    section::figures(&mut out, &facts);
    work(&mut out, &facts, &gantt);
    people(&mut out, &facts, &loads);
    section::all(&mut out, &facts);
    if let Some(card) = brief.scorecard {
        out.push_str(
            "<section id=\"scorecard\" aria-labelledby=\"h-score\"><h2 id=\"h-score\">Scorecard</h2>",
        );
        let lever = scorecard::lever(card);
        if !lever.is_empty() {
            let _ = write!(out, "<p>{}</p>", svg::escape(&lever));
        }
        scorecard::table(&mut out, card);
        out.push_str("</section>\n");
    }
    section::findings(&mut out, &facts);
    out.push_str("</main>\n<footer>");
    if let Some(footer) = &options.footer {
        let _ = write!(out, "<p>{}</p>", svg::escape(footer));
    }
    let _ = write!(
        out,
        "<p>Made by Paceline {}.</p></footer>\n<div id=\"tip\" role=\"tooltip\" hidden></div>\n\
         <script>{SCRIPT}</script>\n</body>\n</html>\n",
        env!("CARGO_PKG_VERSION")
    );
    out
}

fn head(out: &mut String, title: &str) {
    let style = format!("{}{CHART_CSS}{PAGE_CSS}", palette::css());
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{}</title>\n<style>{style}</style>\n</head>\n",
        sha256::base64(style.as_bytes()),
        sha256::base64(SCRIPT.as_bytes()),
        svg::escape(title)
    );
}

/// The schedule: tools, legend, chart, and the chart again for paper.
fn work(out: &mut String, facts: &Facts<'_>, gantt: &Gantt<'_>) {
    out.push_str(
        "<section id=\"work\" aria-labelledby=\"h-work\"><h2 id=\"h-work\">Schedule</h2>\n\
         <div class=\"bar-tools\"><fieldset><legend>Links</legend>\
         <label><input type=\"radio\" name=\"links\" id=\"links-all\" checked>all</label>\
         <label><input type=\"radio\" name=\"links\" id=\"links-critical\">critical</label>\
         <label><input type=\"radio\" name=\"links\" id=\"links-none\">none</label></fieldset>\
         <label><input type=\"checkbox\" id=\"ghosts\" checked>before leveling</label>\
         <label><input type=\"checkbox\" id=\"shades\" checked>days off</label>\
         <button id=\"fold\" class=\"scripted\" type=\"button\" hidden>Fold campaigns</button>\
         <span class=\"soft scripted\" hidden>Point at a bar or tab to it for the reasons; ↑ ↓ go from row to row, ← → along links.</span></div>\n",
    );
    legend(out, facts);
    if let Some(note) = &gantt.rows.note {
        let _ = write!(out, "<p><strong>{}</strong></p>", svg::escape(note));
    }
    chart_open(out, "Gantt chart", "Campaign / task", &gantt.scale);
    gantt_names(out, facts, gantt);
    let (w, h) = (n(gantt.scale.width()), n(gantt.height()));
    let _ = write!(
        out,
        r#"<svg class="body" role="group" aria-label="Bars of the schedule" width="{w}" height="{h}" viewBox="0 0 {w} {h}"><g id="chart">"#
    );
    gantt.body(out);
    out.push_str("</g></svg></div>\n");
    out.push_str(r#"<svg class="defs" aria-hidden="true" width="0" height="0"><defs><g id="names">"#);
    gantt.names(out);
    out.push_str(r#"</g><g id="axis">"#);
    gantt.scale.head(out);
    out.push_str("</g></defs></svg>\n");
    let size = (NAMES + gantt.scale.width(), gantt.height());
    sheets(out, "Gantt chart", size, (ROW, FIRST_SHEET), ("names", "chart"));
    out.push_str("</section>\n");
}

/// The scrolling frame of a chart with its corner and its axis; the names and the picture follow.
fn chart_open(out: &mut String, label: &str, corner: &str, scale: &Scale) {
    let w = n(scale.width());
    let _ = write!(
        out,
        "<div class=\"chart screen\" role=\"region\" aria-label=\"{label}, scrolls\" tabindex=\"0\">\
         <div class=\"corner\">{corner}</div>\
         <div class=\"axis\"><svg aria-hidden=\"true\" width=\"{w}\" height=\"40\" viewBox=\"0 0 {w} 40\">"
    );
    scale.head(out);
    out.push_str("</svg></div>");
}

fn gantt_names(out: &mut String, facts: &Facts<'_>, gantt: &Gantt<'_>) {
    out.push_str("<div class=\"names\">");
    let mut lanes = 0_usize;
    for (position, row) in gantt.rows.rows.iter().enumerate() {
        let Some(fact) = row.task.and_then(|number| facts.tasks.get(number as usize)) else {
            let label = facts.lanes.get(row.lane).map_or("", Lane::label);
            let count = facts.lanes.get(row.lane).map_or(0, |lane| lane.tasks.len());
            let _ = write!(
                out,
                "<button type=\"button\" data-r=\"{position}\" data-lane=\"{lanes}\" aria-expanded=\"true\">\
                 <span class=\"t\" dir=\"auto\">{}</span><span class=\"k\">{}</span></button>",
                svg::escape(label),
                words::count(count, "task", "tasks")
            );
            lanes += 1;
            continue;
        };
        let id = fact.task.id.as_str();
        let name = fact.task.name.as_deref().unwrap_or(id);
        let critical = if fact.after.is_some_and(|row| row.critical) { " crit" } else { "" };
        let _ = write!(
            out,
            "<div class=\"i{}{critical}\" data-r=\"{position}\" data-lane=\"{}\"><span class=\"t\" dir=\"auto\">{}</span>",
            row.indent,
            lanes.saturating_sub(1),
            svg::escape(name)
        );
        if fact.task.name.is_some() {
            let _ = write!(out, "<span class=\"k\" dir=\"auto\">{}</span>", svg::escape(id));
        }
        out.push_str("</div>");
    }
    out.push_str("</div>");
}

/// A chart cut into sheets of paper between rows: each shows a part of the one chart above.
fn sheets(
    out: &mut String,
    label: &str,
    (width, height): (f64, f64),
    (row, first): (f64, f64),
    (names, chart): (&str, &str),
) {
    let rows = |share: f64| ((width * share - HEAD) / row).floor().clamp(6.0, 400.0) * row;
    let (mut part, mut top) = (rows(first), 0.0);
    out.push_str("<div class=\"paper\" aria-hidden=\"true\">");
    while top < height {
        let shown = part.min(height - top);
        let _ = write!(
            out,
            r##"<svg viewBox="0 0 {w} {h}"><title>{label}</title><use href="#axis" x="{x}"/><svg y="{HEAD}" width="{w}" height="{s}" viewBox="0 {t} {w} {s}"><use href="#{names}"/><use href="#{chart}" x="{x}"/></svg></svg>"##,
            w = n(width),
            h = n(shown + HEAD),
            s = n(shown),
            t = n(top),
            x = n(NAMES),
        );
        top += part;
        part = rows(SHEET);
    }
    out.push_str("</div>");
}

fn legend(out: &mut String, facts: &Facts<'_>) {
    let key = |out: &mut String, picture: &str, text: &str| {
        let _ = write!(
            out,
            "<li><svg width=\"30\" height=\"22\" viewBox=\"0 0 30 22\" aria-hidden=\"true\">{picture}</svg>{text}</li>"
        );
    };
    out.push_str("<ul class=\"legend\">");
    key(out, r#"<rect class="shape" x="1" y="4" width="28" height="12" rx="2"/>"#, "task");
    key(
        out,
        r#"<g class="critical"><rect class="shape" x="1" y="4" width="28" height="12" rx="2"/><rect class="hatch" x="1" y="4" width="28" height="12"/></g>"#,
        "critical: outlined and hatched",
    );
    key(out, r#"<g class="milestone"><path class="shape" d="M15 3l7 7l-7 7l-7 -7z"/></g>"#, "milestone");
    key(out, r#"<rect class="ghost" x="1" y="9" width="28" height="4" rx="1"/>"#, "before leveling");
    if facts.tasks.iter().any(|fact| fact.after.is_some_and(|row| row.resume.is_some())) {
        key(
            out,
            r#"<rect class="shape" x="1" y="4" width="8" height="12" rx="2"/><path class="gap" d="M9 10H20"/><rect class="shape" x="20" y="4" width="9" height="12" rx="2"/>"#,
            "interrupted: what is done, and the rest",
        );
    }
    key(out, r#"<path class="deadline" d="M12 19.5v-16.5l7 3.5l-7 3.5"/>"#, "deadline");
    key(
        out,
        r#"<path class="sign" d="M15 4l6 11h-12z"/><text class="sign-mark" x="15" y="13.5">!</text>"#,
        "late",
    );
    key(out, r#"<rect class="off" x="1" y="1" width="28" height="20"/>"#, "days off of the row’s calendar");
    if facts.brief.plan.resources.iter().any(|resource| !resource.absences.is_empty()) {
        key(out, r#"<rect class="away" x="1" y="1" width="28" height="20"/>"#, "away");
    }
    if facts.brief.plan.program.status_date.is_some() {
        key(out, r#"<path class="today" d="M15 0v22"/>"#, "status date");
    }
    out.push_str("</ul>\n");
}

/// The load of every resource.
fn people(out: &mut String, facts: &Facts<'_>, loads: &Loads<'_>) {
    if loads.people.is_empty() {
        return;
    }
    out.push_str(
        "<section id=\"people\" aria-labelledby=\"h-people\"><h2 id=\"h-people\">Load</h2>\n\
         <div class=\"bar-tools\"><fieldset><legend>Schedule</legend>\
         <label><input type=\"radio\" name=\"load\" id=\"load-after\" checked>leveled</label>\
         <label><input type=\"radio\" name=\"load\" id=\"load-before\">before leveling</label></fieldset></div>\n\
         <ul class=\"legend\"><li><svg width=\"30\" height=\"22\" aria-hidden=\"true\"><path class=\"within\" d=\"M4 6h22v16h-22z\"/></svg>work asked for</li>\
         <li><svg width=\"30\" height=\"22\" aria-hidden=\"true\"><path class=\"over\" d=\"M4 4h22v18h-22z\"/><path class=\"over-hatch\" d=\"M4 4h22v18h-22z\"/></svg>too much</li>\
         <li><svg width=\"30\" height=\"22\" aria-hidden=\"true\"><path class=\"limit\" d=\"M2 11h26\"/></svg>what can be done</li></ul>\n",
    );
    if let Some(note) = &loads.note {
        let _ = write!(out, "<p><strong>{}</strong></p>", svg::escape(note));
    }
    let scale = Scale::of(facts);
    chart_open(out, "Load chart", "Resource", &scale);
    out.push_str("<div class=\"names\">");
    for person in &loads.people {
        section::person(out, facts, person);
    }
    out.push_str("</div>");
    let (w, h) = (n(scale.width()), n(loads.height()));
    let _ = write!(
        out,
        r#"<svg class="body" role="group" aria-label="Load of each resource" width="{w}" height="{h}" viewBox="0 0 {w} {h}"><g id="loads">"#
    );
    loads.body(out);
    out.push_str("</g></svg></div>\n");
    out.push_str(r#"<svg class="defs" aria-hidden="true" width="0" height="0"><defs><g id="load-names">"#);
    loads.names(out);
    out.push_str("</g></defs></svg>\n");
    sheets(
        out,
        "Load chart",
        (NAMES + scale.width(), loads.height()),
        (LOAD_ROW, SHEET - 0.08),
        ("load-names", "loads"),
    );
    out.push_str("</section>\n");
}

//! The scorecard: objectives and KPIs with bars, ratings as words and shapes.

use std::fmt::Write as _;

use super::svg::{self, n};
use crate::measure::{KpiScore, Lift, ObjectiveScore, Rag, Scorecard};
use crate::report::words;
use crate::report::{number, percent, rating};

/// Width of a score's bar in pixels, for scores from 0 to 1.2.
const BAR: f64 = 132.0;
/// Highest score drawn.
const MOST: f64 = 1.2;
/// Height of a row of the standalone picture.
const ROW: f64 = 26.0;
/// Most rows of the standalone picture.
const MAX_ROWS: usize = 500;

/// Class of a rating.
fn class(rag: Option<Rag>) -> &'static str {
    match rag {
        Some(Rag::Green) => "rag green",
        Some(Rag::Amber) => "rag amber",
        Some(Rag::Red) => "rag red",
        None => "rag none",
    }
}

/// The shape of a rating in a box of 12 pixels: a disc, a diamond, a triangle on its tip, a ring.
fn shape(rag: Option<Rag>) -> &'static str {
    match rag {
        Some(Rag::Green) => "M1 6a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z",
        Some(Rag::Amber) => "M6 0l6 6l-6 6l-6 -6z",
        Some(Rag::Red) => "M0 1h12l-6 11z",
        None => "M1 6a5 5 0 1 1 10 0a5 5 0 1 1 -10 0zM3.5 6a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z",
    }
}

/// A score's bar with a mark at the target, 12 pixels high.
fn bar(out: &mut String, score: Option<f64>, rag: Option<Rag>) {
    svg::rect(out, "rail", (0.0, 3.0), (BAR, 6.0), 3.0);
    let share = score.filter(|score| score.is_finite()).map_or(0.0, |score| score.clamp(0.0, MOST) / MOST);
    if share > 0.0 {
        svg::rect(out, class(rag), (0.0, 1.0), ((BAR * share).max(2.0), 10.0), 2.0);
    }
    svg::path(out, "goal", &format!("M{} 0v12", n(BAR / MOST)));
}

/// The scorecard as a table of HTML.
pub(super) fn table(out: &mut String, card: &Scorecard) {
    out.push_str(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Scorecard table\">\
         <table class=\"scorecard\"><thead><tr><th scope=\"col\">Objective / KPI</th>\
         <th scope=\"col\" class=\"r\">Weight</th><th scope=\"col\" class=\"r\">Baseline</th>\
         <th scope=\"col\" class=\"r\">Target</th><th scope=\"col\" class=\"r\">Actual</th>\
         <th scope=\"col\" class=\"r\">Attainment</th><th scope=\"col\" class=\"r\">Score</th>\
         <th scope=\"col\">0 – 1.2, mark at 1</th><th scope=\"col\">Rating</th>\
         <th scope=\"col\" class=\"r\">At target</th></tr></thead><tbody>",
    );
    let program = &card.program;
    row(
        out,
        "program",
        "Program",
        &[
            String::new(),
            String::new(),
            String::new(),
            String::new(),
            format!("{} data", percent(program.coverage)),
        ],
        (program.score, program.rag, String::new()),
    );
    for objective in &card.objectives {
        objective_rows(out, card, objective);
    }
    out.push_str("</tbody></table></div>");
}

fn objective_rows(out: &mut String, card: &Scorecard, objective: &ObjectiveScore) {
    let name = objective.name.as_deref().unwrap_or(objective.id.as_str());
    let data = format!("{} data", percent(objective.coverage));
    let cells = [percent(objective.normalized_weight), String::new(), String::new(), String::new(), data];
    row(out, "objective", name, &cells, (objective.score, objective.rag, String::new()));
    for kpi in &objective.kpis {
        let lift = card.sensitivity.iter().find(|lift| lift.kpi == kpi.id).and_then(|lift| lift.lift);
        let gain = lift.filter(|lift| lift.abs() >= 0.0005);
        let gain = gain.map_or(String::new(), |lift| {
            format!("{}{}", if lift > 0.0 { "+" } else { "" }, words::decimal(lift, 3))
        });
        let cells = [
            percent(kpi.normalized_weight),
            words::brief(kpi.baseline, 2),
            words::brief(kpi.target, 2),
            kpi.actual.map_or("no data".to_owned(), |actual| words::brief(actual, 2)),
            number(kpi.attainment, 4),
        ];
        row(out, "kpi", &kpi_name(kpi), &cells, (kpi.score, kpi.rag, gain));
    }
}

fn kpi_name(kpi: &KpiScore) -> String {
    let name = kpi.name.as_deref().unwrap_or(kpi.id.as_str());
    kpi.unit.as_deref().map_or(name.to_owned(), |unit| format!("{name}, {unit}"))
}

fn row(
    out: &mut String,
    kind: &str,
    name: &str,
    cells: &[String],
    (score, rag, gain): (Option<f64>, Option<Rag>, String),
) {
    let _ = write!(out, r#"<tr class="{kind}"><th scope="row" dir="auto">{}</th>"#, svg::escape(name));
    for cell in cells {
        let _ = write!(out, r#"<td class="r">{}</td>"#, svg::escape(cell));
    }
    let _ = write!(out, r#"<td class="r strong">{}</td><td>"#, number(score, 4));
    let _ = write!(
        out,
        r#"<svg class="mini" width="{w}" height="12" viewBox="0 0 {w} 12" aria-hidden="true">"#,
        w = n(BAR)
    );
    bar(out, score, rag);
    let _ = write!(
        out,
        r#"</svg></td><td class="rating"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><path class="{}" fill-rule="evenodd" d="{}"/></svg> {}</td><td class="r">{gain}</td></tr>"#,
        class(rag),
        shape(rag),
        rating(rag)
    );
}

/// What would lift the program most, in a sentence; empty if nothing would.
pub(super) fn lever(card: &Scorecard) -> String {
    let lifts: Vec<&Lift> =
        card.sensitivity.iter().filter(|lift| lift.lift.is_some_and(|by| by > 0.0)).collect();
    let name = |lift: &Lift| {
        let kpi = card.objectives.iter().flat_map(|objective| &objective.kpis).find(|kpi| kpi.id == lift.kpi);
        let name = kpi.and_then(|kpi| kpi.name.as_deref()).unwrap_or(lift.kpi.as_str());
        format!("{} (+{})", words::clean(name, 80), number(lift.lift, 3))
    };
    let Some((best, rest)) = lifts.split_first() else { return String::new() };
    let next: Vec<String> = rest.iter().take(2).map(|lift| name(lift)).collect();
    let then = if next.is_empty() { String::new() } else { format!(", then {}", next.join(" and ")) };
    format!("Best lever: brought to its target, {} would lift the program score most{then}.", name(best))
}

/// Width of the standalone picture.
pub(super) const WIDTH: f64 = 920.0;

/// A row of the standalone picture.
struct Line<'a> {
    depth: u8,
    name: &'a str,
    weight: Option<f64>,
    measured: String,
    coverage: f64,
    score: Option<f64>,
    rag: Option<Rag>,
}

/// The tree of the standalone picture: program, objectives, KPIs. Gives its height.
pub(super) fn picture(out: &mut String, card: &Scorecard) -> f64 {
    let mut y = 36.0;
    for (class, x, text) in [
        ("end", 390.0, "weight"),
        ("end", 570.0, "measured (from → to)"),
        ("end", 634.0, "data"),
        ("end", 694.0, "score"),
        ("middle", 710.0 + BAR / MOST, "target"),
    ] {
        svg::label(out, class, (x, y + 12.0), text);
    }
    y += 18.0;
    let program = Line {
        depth: 0,
        name: "Program",
        weight: None,
        measured: String::new(),
        coverage: card.program.coverage,
        score: card.program.score,
        rag: card.program.rag,
    };
    line(out, y, &program, 0.0);
    let top = y;
    let (mut left, mut hidden) = (MAX_ROWS, 0);
    y += ROW;
    for objective in &card.objectives {
        if left == 0 {
            hidden += 1 + objective.kpis.len();
            continue;
        }
        let row = Line {
            depth: 1,
            name: objective.name.as_deref().unwrap_or(objective.id.as_str()),
            weight: Some(objective.normalized_weight),
            measured: String::new(),
            coverage: objective.coverage,
            score: objective.score,
            rag: objective.rag,
        };
        line(out, y, &row, y - top);
        let above = y;
        y += ROW;
        for kpi in objective.kpis.iter().take(left) {
            let from = format!("{} → {}", words::brief(kpi.baseline, 2), words::brief(kpi.target, 2));
            let actual = kpi.actual.map_or("no data".to_owned(), |actual| words::brief(actual, 2));
            let row = Line {
                depth: 2,
                name: &kpi_name(kpi),
                weight: Some(kpi.normalized_weight),
                measured: words::clean(&format!("{actual} ({from})"), 30),
                coverage: kpi.coverage,
                score: kpi.score,
                rag: kpi.rag,
            };
            line(out, y, &row, y - above);
            y += ROW;
        }
        hidden += objective.kpis.len().saturating_sub(left);
        left = left.saturating_sub(objective.kpis.len() + 1);
    }
    if hidden > 0 {
        svg::label(out, "note", (12.0, y + 16.0), &format!("{hidden} more are not drawn"));
        y += ROW;
    }
    y + 10.0
}

/// One row at a height; `up` is how far above it the row stands that it belongs to.
fn line(out: &mut String, y: f64, line: &Line<'_>, up: f64) {
    let _ = write!(
        out,
        r#"<g transform="translate(0 {})"><title>{}</title>"#,
        n(y),
        svg::escape(&format!("{}: {}", line.name, rating(line.rag)))
    );
    let x = 12.0 + 20.0 * f64::from(line.depth);
    if line.depth > 0 {
        svg::path(out, "tick", &format!("M{} {}V12h8", n(x - 13.0), n(22.0 - up)));
    }
    let style = if line.depth < 2 { "name strong" } else { "name" };
    svg::label(out, style, (x, 16.0), &words::clean(line.name, 44 - 3 * usize::from(line.depth)));
    if let Some(weight) = line.weight {
        svg::label(out, "value end", (390.0, 16.0), &percent(weight));
    }
    svg::label(out, "value end", (570.0, 16.0), &line.measured);
    svg::label(out, "value end", (634.0, 16.0), &percent(line.coverage));
    svg::label(out, "value end strong", (694.0, 16.0), &number(line.score, 2));
    out.push_str(r#"<g transform="translate(710 6)">"#);
    bar(out, line.score, line.rag);
    let _ = write!(
        out,
        r#"</g><path class="{}" fill-rule="evenodd" transform="translate(852 6)" d="{}"/>"#,
        class(line.rag),
        shape(line.rag)
    );
    svg::label(out, "value", (870.0, 16.0), rating(line.rag));
    out.push_str("</g>");
}

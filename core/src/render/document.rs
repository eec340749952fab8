//! Charts as SVG documents of their own.

use std::fmt::Write as _;

use super::gantt::Gantt;
use super::load::{Loads, ROW as LOAD_ROW};
use super::scale::Scale;
use super::svg::{self, n};
use super::{palette, scorecard, trace};
use crate::measure::Scorecard;
use crate::report::facts::Facts;
use crate::report::{Brief, words};
use crate::schedule::LevelReport;

/// Style of the charts.
pub(super) const CHART_CSS: &str = include_str!("chart.css");
/// Width of the names beside a chart.
pub(super) const NAMES: f64 = 260.0;
/// Height of the title and the axis.
const TITLE: f64 = 30.0;
/// Height of the axis.
pub(super) const HEAD: f64 = 40.0;

/// Patterns and arrowheads that the charts refer to.
pub(super) const DEFINITIONS: &str = concat!(
    r#"<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#,
    r#"<path class="hatch-line" d="M0 0v6"/></pattern>"#,
    r#"<pattern id="over-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">"#,
    r#"<path class="over-line" d="M0 0v5"/></pattern>"#,
    r#"<marker id="arrow" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" markerUnits="userSpaceOnUse" orient="auto"><path class="arrow" d="M0 0l6 3l-6 3z"/></marker>"#,
    r#"<marker id="arrow-critical" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="arrow-critical" d="M0 0l6 3l-6 3z"/></marker>"#,
    r#"<marker id="arrow-hot" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="arrow-hot" d="M0 0l6 3l-6 3z"/></marker>"#,
);

/// The Gantt chart of the leveled schedule as an SVG document: campaigns, bars, milestones, links, days off,
/// deadlines, the unleveled schedule below each bar that moved.
///
/// # Complexity
/// O(n log n) for n tasks and links; at most [`super::MAX_ROWS`] rows are drawn.
pub fn gantt_svg(brief: &Brief<'_>) -> String {
    let facts = Facts::new(*brief);
    let scale = Scale::of(&facts);
    let gantt = Gantt::new(&facts, scale);
    let mut inner = String::new();
    head(&mut inner, &scale);
    let _ = write!(inner, r#"<g transform="translate(0 {})">"#, n(TITLE + HEAD));
    gantt.names(&mut inner);
    let _ = write!(inner, r#"<g transform="translate({} 0)">"#, n(NAMES));
    gantt.body(&mut inner);
    inner.push_str("</g></g>");
    let note = gantt.rows.note.as_deref().unwrap_or("leveled; thin gray bars: before leveling");
    let title = format!("{}: schedule", facts.brief.plan.program.name);
    wrap(&title, note, (NAMES + scale.width(), TITLE + HEAD + gantt.height()), &inner)
}

/// The load of every resource as an SVG document: work asked for against what can be done, day by day, after
/// leveling, or before it.
///
/// # Complexity
/// O(n) for n days of load; at most [`super::MAX_LOADS`] resources are drawn.
pub fn load_svg(brief: &Brief<'_>, before: bool) -> String {
    let facts = Facts::new(*brief);
    let scale = Scale::of(&facts);
    let loads = Loads::new(&facts, scale);
    let mut inner = String::new();
    head(&mut inner, &scale);
    let _ = write!(inner, r#"<g transform="translate(0 {})">"#, n(TITLE + HEAD));
    loads.names(&mut inner);
    let _ = write!(inner, r#"<g transform="translate({} 0)">"#, n(NAMES));
    loads.body(&mut inner);
    inner.push_str("</g></g>");
    let hidden = if before { "after" } else { "before" };
    let _ = write!(inner, "<style>.{hidden}{{display:none}}</style>");
    let when = if before { "before leveling" } else { "leveled" };
    let title = format!("{}: load, {when}", facts.brief.plan.program.name);
    let note = loads.note.as_deref().unwrap_or("line: what can be done in a day; hatched: too much");
    wrap(&title, note, (NAMES + scale.width(), TITLE + HEAD + loads.height()), &inner)
}

/// A scorecard as an SVG document.
///
/// # Complexity
/// O(KPIs); at most 500 are drawn.
pub fn scorecard_svg(card: &Scorecard) -> String {
    let mut inner = String::new();
    let height = scorecard::picture(&mut inner, card);
    wrap("Scorecard", "score from 0 to 1.2, mark at the target", (scorecard::WIDTH, height), &inner)
}

/// How the search for a leveled plan went, as an SVG document: each part of the objective and its lower bound over the
/// steps, on a logarithmic axis. `name` is the title, mostly the program's.
///
/// # Complexity
/// O(n) for n improvements; at most 1,000 are drawn.
///
/// # Examples
/// ```
/// use paceline::plan::{Plan, Resource, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::render::trace_svg;
/// use paceline::schedule::{LevelOptions, level};
///
/// let plan = Plan::builder("Two at once", When::parse("2026-03-02")?)
///     .resource(Resource::person("ana"))
///     .task(Task::new("copy", Duration::days(2)).assigned("ana"))
///     .task(Task::new("brief", Duration::days(1)).assigned("ana"))
///     .build()?;
/// let report = level(&plan, &LevelOptions::default(), &mut ())?;
/// assert!(trace_svg(&plan.program.name, &report).contains("proven best"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn trace_svg(name: &str, report: &LevelReport) -> String {
    let mut inner = String::new();
    let height = trace::picture(&mut inner, report, TITLE);
    let note = "line: the best plan; dashed: no plan is below this";
    wrap(&format!("{name}: search"), note, (trace::WIDTH, height), &inner)
}

fn head(out: &mut String, scale: &Scale) {
    let _ = write!(out, r#"<g transform="translate({} {})">"#, n(NAMES), n(TITLE));
    scale.head(out);
    out.push_str("</g>");
}

pub(super) fn wrap(title: &str, note: &str, (width, height): (f64, f64), inner: &str) -> String {
    let (w, h) = (n(width), n(height));
    let mut out = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="img" aria-label="{}">"#,
        svg::escape(title)
    );
    let _ = write!(out, "<title>{}</title><desc>{}</desc><style>", svg::escape(title), svg::escape(note));
    out.push_str(&palette::css());
    out.push_str(CHART_CSS);
    let _ = write!(out, "</style><defs>{DEFINITIONS}</defs>");
    svg::rect(&mut out, "stripe", (0.0, 0.0), (width, height), 0.0);
    let shown = words::clean(title, 80);
    svg::label(&mut out, "title", (10.0, 20.0), &shown);
    let x = 10.0 + 1.35 * super::scale::room(&shown) + 14.0;
    svg::label(&mut out, "value", (x, 20.0), &words::clean(note, 160));
    out.push_str(inner);
    out.push_str("</svg>\n");
    out
}

impl Gantt<'_> {
    /// Names of the rows as text of the picture.
    pub(super) fn names(&self, out: &mut String) {
        let mut y = 0.0;
        for row in &self.rows.rows {
            let task = row.task.and_then(|number| self.facts.tasks.get(number as usize));
            let (class, name) = match task {
                Some(fact) => {
                    let name = fact.task.name.as_deref().unwrap_or(fact.task.id.as_str());
                    let critical = fact.after.is_some_and(|row| row.critical);
                    (if critical { "name strong" } else { "name" }, name)
                }
                None => ("name strong", self.facts.lanes.get(row.lane).map_or("", |lane| lane.label())),
            };
            #[expect(clippy::cast_precision_loss, reason = "at most six steps")]
            let x = 8.0 + 14.0 * row.indent as f64;
            if row.task.is_none() {
                out.push_str(r#"<g class="ground lane">"#);
                svg::rect(out, "stripe", (0.0, y), (NAMES, super::gantt::ROW), 0.0);
                out.push_str("</g>");
            }
            svg::label(out, class, (x, y + 15.0), &words::clean(name, 36 - 2 * row.indent));
            y += super::gantt::ROW;
        }
    }
}

impl Loads<'_> {
    /// Names of the rows as text of the picture.
    pub(super) fn names(&self, out: &mut String) {
        let mut y = 0.0;
        for person in &self.people {
            svg::label(out, "name", (8.0, y + 19.0), &words::clean(person.label(), 38));
            let role = person.resource.and_then(|resource| resource.role.as_deref()).unwrap_or("");
            svg::label(out, "value", (8.0, y + 34.0), &words::clean(role, 38));
            svg::path(out, "base", &format!("M0 {}h{}", n(y + LOAD_ROW - 0.5), n(NAMES)));
            y += LOAD_ROW;
        }
    }
}

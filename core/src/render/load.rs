//! The load chart: for each resource what is asked of it and what it can do, day by day.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::scale::Scale;
use super::shade::{self, Shades};
use super::svg::{self, n};
use crate::quantity::Work;
use crate::report::facts::{Facts, Person};
use crate::report::words;
use crate::schedule::ResourceLoad;

/// Most resources drawn: the most overloaded ones, then the busiest.
pub const MAX_LOADS: usize = 400;
/// Height of a row in pixels.
pub(super) const ROW: f64 = 44.0;
/// Height of the highest column.
const COLUMN: f64 = 34.0;
/// Overload spans of a resource that can be pointed at.
const MAX_SPANS: usize = 200;

/// A load chart laid out and ready to be written.
#[derive(Debug)]
pub(crate) struct Loads<'f> {
    facts: &'f Facts<'f>,
    scale: Scale,
    shades: Shades,
    /// In the order of their ids.
    pub(super) people: Vec<Person<'f>>,
    /// What the reader should know about resources that are not shown.
    pub(super) note: Option<String>,
}

/// Which of the two schedules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

impl Side {
    fn load<'a>(self, person: &Person<'a>) -> Option<&'a ResourceLoad> {
        match self {
            Self::Before => person.before,
            Self::After => person.after,
        }
    }
}

impl<'f> Loads<'f> {
    pub(super) fn new(facts: &'f Facts<'f>, scale: Scale) -> Self {
        let mut people: Vec<Person<'f>> =
            facts.people.iter().filter(|person| works(person)).copied().collect();
        let mut note = None;
        if people.len() > MAX_LOADS {
            note = Some(format!(
                "Showing {} of {} resources: the most overloaded, then the busiest.",
                words::whole(MAX_LOADS as u64),
                words::whole(people.len() as u64)
            ));
            people.sort_by_key(|person| {
                let sum = |f: fn(&ResourceLoad) -> Work| -> i64 {
                    [person.before, person.after].into_iter().flatten().map(|load| f(load).as_seconds()).sum()
                };
                std::cmp::Reverse((sum(|load| load.excess), sum(|load| load.demand)))
            });
            people.truncate(MAX_LOADS);
            people.sort_by_key(|person| person.id);
        }
        Self { facts, scale, shades: Shades::of(facts.brief.plan), people, note }
    }

    /// Height of all rows.
    #[expect(clippy::cast_precision_loss, reason = "at most 400 rows")]
    pub(super) fn height(&self) -> f64 {
        self.people.len() as f64 * ROW
    }

    /// The chart without axis and names.
    pub(super) fn body(&self, out: &mut String) {
        let used: BTreeSet<usize> =
            self.people.iter().map(|person| self.shades.of_resource(person.resource)).collect();
        out.push_str("<defs>");
        self.shades.definitions(out, &self.scale, ROW, "free", &used);
        out.push_str("</defs>");
        let mut top = 0.0;
        for person in &self.people {
            let _ = write!(out, r#"<g class="ground" transform="translate(0 {})">"#, n(top));
            svg::rect(out, "stripe", (0.0, 0.0), (self.scale.width(), ROW), 0.0);
            let _ = write!(out, r##"<use href="#free{}"/>"##, self.shades.of_resource(person.resource));
            if let Some(resource) = person.resource {
                svg::path(out, "away", &shade::away(resource, &self.scale, (0.0, ROW)));
            }
            out.push_str("</g>");
            top += ROW;
        }
        self.scale.lines(out, self.height());
        let mut top = 0.0;
        for (index, person) in self.people.iter().enumerate() {
            let _ = write!(out, r#"<g class="row" transform="translate(0 {})">"#, n(top));
            let most = self.most(person);
            for side in [Side::After, Side::Before] {
                self.side(out, person, side, most, index == 0);
            }
            svg::path(out, "base", &format!("M0 {}h{}", n(ROW - 0.5), n(self.scale.width())));
            out.push_str("</g>");
            top += ROW;
        }
    }

    /// The highest demand or capacity of either schedule, in seconds; at least a working day.
    fn most(&self, person: &Person<'_>) -> Work {
        [person.before, person.after]
            .into_iter()
            .flatten()
            .flat_map(|load| &load.days)
            .map(|day| day.demand.max(day.capacity))
            .fold(self.facts.per_day, Work::max)
    }

    fn side(&self, out: &mut String, person: &Person<'_>, side: Side, most: Work, first: bool) {
        let Some(load) = side.load(person) else { return };
        let (class, tab) = match side {
            Side::Before => ("before", "-1"),
            Side::After => ("after", if first { "0" } else { "-1" }),
        };
        let text = svg::escape(&self.text(person, load, side));
        let _ = write!(
            out,
            r#"<g class="{class}"><g class="bar load" role="img" tabindex="{tab}" aria-label="{text}">"#
        );
        let height = |work: Work| COLUMN * words::in_days(work, Work(most.as_seconds().max(1)));
        let width = (self.scale.per_day - 1.0).max(1.0);
        let (mut within, mut over, mut limit) = (String::new(), String::new(), String::new());
        for day in &load.days {
            let x = self.scale.x_of_date(day.date);
            let excess = day.excess.min(day.demand).max(Work::ZERO);
            let (low, high) = (height(day.demand - excess), height(excess));
            svg::add_rect(&mut within, (x + 0.5, ROW - 1.0 - low), (width, low));
            svg::add_rect(&mut over, (x + 0.5, ROW - 1.0 - low - high), (width, high));
            let y = ROW - 1.0 - height(day.capacity);
            let _ = write!(limit, "M{} {}h{}", n(x), n(y), n(self.scale.per_day));
        }
        svg::rect(out, "hit", (0.0, 0.0), (self.scale.width(), ROW), 0.0);
        svg::path(out, "within", &within);
        svg::path(out, "limit", &limit);
        out.push_str("</g>");
        if !over.is_empty() {
            svg::path(out, "over", &over);
            svg::path(out, "over-hatch", &over);
        }
        self.spans(out, load);
        out.push_str("</g>");
    }

    /// Spans of overload that can be pointed at.
    fn spans(&self, out: &mut String, load: &ResourceLoad) {
        for span in load.overloads.iter().take(MAX_SPANS) {
            let x = self.scale.x_of_date(span.from.date());
            let end = self.scale.x_of_date(span.to.finish_date().succ_opt().unwrap_or(span.to.date()));
            let text = crate::report::overload(self.facts, span).replacen(": ", "\n", 1);
            let _ = write!(
                out,
                r#"<g class="bar" role="img" tabindex="-1" aria-label="{}">"#,
                svg::escape_most(&text, 1000)
            );
            svg::rect(out, "hit", (x, 0.0), ((end - x).max(3.0), ROW - 1.0), 0.0);
            out.push_str("</g>");
        }
    }

    /// A resource in words, one fact on each line.
    fn text(&self, person: &Person<'_>, load: &ResourceLoad, side: Side) -> String {
        let days = |work| words::days(work, self.facts.per_day);
        let when = if side == Side::Before { "before leveling" } else { "leveled" };
        let mut lines = vec![format!("{}, {when}", words::clean(person.label(), 100))];
        lines.push(format!("{} d of work", days(load.demand)));
        if let Some((day, work)) = Person::busiest(load) {
            lines.push(format!("busiest day {}: {} d", words::day(day), days(work)));
        }
        lines.push(match load.overloads.len() {
            0 => "never overloaded".to_owned(),
            count => format!(
                "{} d too much in {}",
                days(load.excess),
                words::count(count, "span of overload", "spans of overload")
            ),
        });
        lines.join("\n")
    }
}

fn works(person: &Person<'_>) -> bool {
    [person.before, person.after].into_iter().flatten().any(|load| !load.days.is_empty())
}

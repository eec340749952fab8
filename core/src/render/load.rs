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
use crate::sort::Arrange;

/// Most resources drawn: the most overloaded ones, then the busiest.
pub const MAX_LOADS: usize = 400;
/// Height of a row in pixels.
pub(super) const ROW: f64 = 44.0;
/// Height of the highest column.
const COLUMN: f64 = 34.0;
/// Columns end at so many whole days of a resource; higher ones are cut and carry their number.
const MOST_REACH: f64 = 3.0;
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
            people.arrange_by_key(|person| {
                let sum = |f: fn(&ResourceLoad) -> Work| -> i64 {
                    [person.before, person.after]
                        .into_iter()
                        .flatten()
                        .fold(0, |sum, load| sum.saturating_add(f(load).as_seconds()))
                };
                std::cmp::Reverse((sum(|load| load.excess), sum(|load| load.demand)))
            });
            people.truncate(MAX_LOADS);
            people.arrange_by_key(|person| person.id);
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
        let reach = self.reach();
        let mut top = 0.0;
        for (index, person) in self.people.iter().enumerate() {
            let _ = write!(out, r#"<g class="row" transform="translate(0 {})">"#, n(top));
            for side in [Side::After, Side::Before] {
                self.side(out, person, side, reach, index == 0);
            }
            svg::path(out, "base", &format!("M0 {}h{}", n(ROW - 0.5), n(self.scale.width())));
            out.push_str("</g>");
            top += ROW;
        }
    }

    /// What a whole day of a resource is: its largest capacity, or a working day if it has none.
    fn whole(&self, person: &Person<'_>) -> Work {
        let days = [person.before, person.after].into_iter().flatten().flat_map(|load| &load.days);
        let most = days.map(|day| day.capacity).max().unwrap_or(Work::ZERO);
        if most > Work::ZERO { most } else { self.facts.per_day }
    }

    /// How many whole days the highest column of the chart stands for: as many as asked for, 1 to 3.
    fn reach(&self) -> f64 {
        let mut most: f64 = 1.0;
        for person in &self.people {
            let whole = self.whole(person);
            for day in [person.before, person.after].into_iter().flatten().flat_map(|load| &load.days) {
                most = most.max(words::in_days(day.demand, whole));
            }
        }
        most.min(MOST_REACH)
    }

    fn side(&self, out: &mut String, person: &Person<'_>, side: Side, reach: f64, first: bool) {
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
        let whole = self.whole(person);
        let height = |work: Work| COLUMN * (words::in_days(work, whole) / reach).clamp(0.0, 1.0);
        let width = (self.scale.per_day - 1.0).max(1.0);
        let mut beyond: Vec<Cut> = Vec::new();
        let (mut within, mut over, mut limit) = (String::new(), String::new(), String::new());
        for day in &load.days {
            let x = self.scale.x_of_date(day.date);
            let excess = day.excess.min(day.demand).max(Work::ZERO);
            let low = height(day.demand - excess);
            let high = height(day.demand) - low;
            if words::in_days(day.demand, whole) > reach {
                cut(&mut beyond, x, width, day.demand);
            }
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
        for cut in beyond.iter().take(MAX_SPANS) {
            let (y, w) = (ROW - COLUMN + 6.0, n(cut.end - cut.x));
            svg::path(out, "cut", &format!("M{} {}l{w} -4v3l-{w} 4z", n(cut.x), n(y)));
            let days = words::brief(words::in_days(cut.most, self.facts.per_day), 1);
            svg::label(out, "note late", (cut.end + 3.0, y + 2.0), &days);
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

/// Columns side by side that are cut, and the most asked on one of their days.
struct Cut {
    x: f64,
    end: f64,
    most: Work,
}

/// Adds a cut column, to the last run if it touches it.
fn cut(runs: &mut Vec<Cut>, x: f64, width: f64, demand: Work) {
    match runs.last_mut().filter(|run| x - run.end < 2.0) {
        Some(run) => {
            run.end = x + width;
            run.most = run.most.max(demand);
        }
        None => runs.push(Cut { x, end: x + width, most: demand }),
    }
}

fn works(person: &Person<'_>) -> bool {
    [person.before, person.after].into_iter().flatten().any(|load| !load.days.is_empty())
}

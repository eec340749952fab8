//! The Gantt chart.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::link;
use super::rows::{Row, Rows};
use super::scale::{Scale, room};
use super::shade::{self, Shades};
use super::svg::{self, n};
use crate::quantity::Stamp;
use crate::report::facts::{Facts, Lane, TaskFact};
use crate::report::{sentence, words};
use crate::schedule::{TaskKind, TaskSchedule};

/// Height of a row in pixels.
pub(super) const ROW: f64 = 22.0;
/// Top of a bar in its row, and its height.
const BAR: (f64, f64) = (4.0, 12.0);
/// Base line of the words beside a bar: they stand on the link that leaves it.
const NOTE: f64 = 9.0;
/// Top of the bar of the unleveled schedule, and its height.
const GHOST: (f64, f64) = (17.5, 3.0);

/// A Gantt chart laid out and ready to be written.
#[derive(Debug)]
pub(crate) struct Gantt<'f> {
    pub(super) facts: &'f Facts<'f>,
    pub(super) scale: Scale,
    pub(super) rows: Rows,
    shades: Shades,
}

impl<'f> Gantt<'f> {
    pub(super) fn new(facts: &'f Facts<'f>, scale: Scale) -> Self {
        Self { facts, scale, rows: Rows::of(facts), shades: Shades::of(facts.brief.plan) }
    }

    /// Middle of a row's bar.
    #[expect(clippy::cast_precision_loss, reason = "at most 2,000 rows")]
    pub(super) fn middle(row: usize) -> f64 {
        row as f64 * ROW + BAR.0 + BAR.1 / 2.0
    }

    /// Height of all rows.
    #[expect(clippy::cast_precision_loss, reason = "at most 2,000 rows")]
    pub(super) fn height(&self) -> f64 {
        self.rows.rows.len() as f64 * ROW
    }

    fn fact(&self, row: &Row) -> Option<&'f TaskFact<'f>> {
        self.facts.tasks.get(row.task? as usize)
    }

    /// Whether a row is drawn as a diamond.
    pub(super) fn is_moment(&self, row: usize) -> bool {
        let fact = self.rows.rows.get(row).and_then(|row| self.fact(row));
        fact.and_then(|fact| fact.after).is_some_and(|row| row.start == row.finish)
    }

    /// The whole chart without axis and names: backgrounds, links, bars.
    pub(super) fn body(&self, out: &mut String) {
        self.backgrounds(out);
        self.scale.lines(out, self.height());
        let links = link::links(self);
        out.push_str(r#"<g class="links">"#);
        for link in &links {
            link.write(out, self);
        }
        out.push_str("</g>");
        self.status_date(out);
        let mut first = true;
        for (position, row) in self.rows.rows.iter().enumerate() {
            let _ = write!(
                out,
                r#"<g class="row" data-r="{position}" transform="translate(0 {})">"#,
                n(Self::top(position))
            );
            match self.fact(row).and_then(|fact| Some((fact, fact.after?))) {
                Some((fact, after)) => {
                    let number = row.task.unwrap_or_default();
                    self.task(out, number, fact, after, first);
                    first = false;
                }
                None => self.lane(out, row.lane),
            }
            out.push_str("</g>");
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "at most 2,000 rows")]
    fn top(position: usize) -> f64 {
        position as f64 * ROW
    }

    fn backgrounds(&self, out: &mut String) {
        let person = |row: &Row| {
            let number = row.task?;
            self.facts.assigned(number).first().and_then(|id| self.facts.resource(id))
        };
        let shade = |row: &Row| {
            self.fact(row).map_or(self.shades.program(), |fact| self.shades.of_task(fact.task, person(row)))
        };
        let used: BTreeSet<usize> = self.rows.rows.iter().map(shade).collect();
        out.push_str("<defs>");
        self.shades.definitions(out, &self.scale, ROW, "off", &used);
        out.push_str("</defs>");
        for (position, row) in self.rows.rows.iter().enumerate() {
            let lane = if row.task.is_none() { " lane" } else { "" };
            let _ = write!(
                out,
                r#"<g class="ground{lane}" data-r="{position}" transform="translate(0 {})">"#,
                n(Self::top(position))
            );
            svg::rect(out, "stripe", (0.0, 0.0), (self.scale.width(), ROW), 0.0);
            if row.task.is_some() {
                let _ = write!(out, r##"<use href="#off{}"/>"##, shade(row));
            }
            if let Some(person) = person(row) {
                svg::path(out, "away", &shade::away(person, &self.scale, (0.0, ROW)));
            }
            out.push_str("</g>");
        }
    }

    fn status_date(&self, out: &mut String) {
        if let Some(when) = self.facts.brief.plan.program.status_date {
            let x = self.scale.x_finish(Stamp::wall(crate::quantity::Time::from_civil(when.end())));
            svg::path(out, "today", &format!("M{} 0v{}", n(x), n(self.height())));
        }
    }

    /// The span of a campaign.
    fn lane(&self, out: &mut String, index: usize) {
        let Some(lane) = self.facts.lanes.get(index) else { return };
        let (Some(start), Some(finish)) = (lane.start, lane.finish) else { return };
        let (x, end) =
            (self.scale.x_start(start), self.scale.x_finish(finish).max(self.scale.x_start(start)));
        let _ = write!(
            out,
            r#"<g class="bar span" role="img" tabindex="-1" aria-label="{}">"#,
            svg::escape(&lane_text(lane))
        );
        let d = format!(
            "M{} 7h{}v9l-5 -5h-{}l-5 5z",
            n(x),
            n((end - x).max(12.0)),
            n((end - x).max(12.0) - 10.0)
        );
        svg::path(out, "bracket", &d);
        out.push_str("</g>");
        if let Some(deadline) = lane.deadline {
            self.deadline(out, deadline, lane.late > 0);
        }
        let text = format!("{} – {}", words::short_day(start.date()), words::short_day(finish.finish_date()));
        let late = (lane.late > 0).then(|| format!("{} late", lane.late));
        self.note(out, end, lane.deadline, &text, late);
    }

    /// A task: unleveled bar, bar or diamond, deadline, words beside it.
    fn task(&self, out: &mut String, number: u32, fact: &TaskFact<'_>, after: &TaskSchedule, first: bool) {
        let moment = after.start == after.finish;
        let x = self.scale.x_start(after.start);
        let end = if moment { x } else { self.scale.x_finish(after.finish).max(x) };
        self.ghost(out, fact);
        let mut class = String::from("bar");
        for (name, holds) in [
            (" critical", after.critical),
            (" late", after.late_days > 0),
            (" milestone", moment),
            (" summary", after.kind == TaskKind::Summary),
        ] {
            class.push_str(if holds { name } else { "" });
        }
        let tab = if first { "0" } else { "-1" };
        let text = svg::escape_most(&task_text(self.facts, number, fact, after), 2000);
        let _ = write!(out, r#"<g class="{class}" role="img" tabindex="{tab}" aria-label="{text}">"#);
        if moment {
            svg::path(out, "shape", &svg::diamond(x, BAR.0 + BAR.1 / 2.0, 7.0));
        } else if after.kind == TaskKind::Summary {
            let width = (end - x).max(12.0);
            svg::path(out, "bracket", &format!("M{} 6h{}v8l-4 -4h-{}l-4 4z", n(x), n(width), n(width - 8.0)));
        } else {
            self.bar(out, fact, after, (x, end));
        }
        out.push_str("</g>");
        if let Some(when) = fact.task.deadline {
            self.deadline(out, when.date, after.late_days > 0);
        }
        let beside = if moment {
            words::short_day(after.start.date())
        } else {
            words::list(&self.facts.assigned(number), 2)
        };
        let late = (after.late_days > 0).then(|| format!("{} d late", after.late_days));
        let deadline = fact.task.deadline.map(|when| when.date);
        self.note(out, if moment { x + 5.0 } else { end }, deadline, &beside, late);
    }

    /// The bar of work; in two pieces if it was interrupted, with what is done and the rest.
    fn bar(&self, out: &mut String, fact: &TaskFact<'_>, after: &TaskSchedule, (x, end): (f64, f64)) {
        let mut piece = |x: f64, end: f64, done: f64| {
            let width = (end - x).max(3.0);
            svg::rect(out, "shape", (x + 0.5, BAR.0), (width - 1.0, BAR.1), 2.0);
            if after.critical {
                svg::rect(out, "hatch", (x + 0.5, BAR.0), (width - 1.0, BAR.1), 2.0);
            }
            if done > 0.0 {
                svg::rect(out, "done", (x + 1.5, BAR.0 + 4.0), ((width - 3.0) * done, 4.0), 1.0);
            }
        };
        let gap = after.stop.zip(after.resume);
        let gap = gap.map(|(stop, resume)| (self.scale.x_finish(stop).max(x), self.scale.x_start(resume)));
        match gap.filter(|(stop, resume)| stop < resume) {
            None => piece(x, end, done(fact)),
            Some((stop, resume)) => {
                if stop > x {
                    piece(x, stop, 1.0);
                }
                piece(resume, end, 0.0);
                let middle = n(BAR.0 + BAR.1 / 2.0);
                svg::path(out, "gap", &format!("M{} {middle}H{}", n(stop), n(resume)));
            }
        }
    }

    /// Where the task was before leveling, if it moved.
    fn ghost(&self, out: &mut String, fact: &TaskFact<'_>) {
        let Some(before) = fact.before.filter(|_| fact.moved()) else { return };
        let x = self.scale.x_start(before.start);
        if before.start == before.finish {
            svg::path(out, "ghost", &svg::diamond(x, GHOST.0, 3.5));
        } else {
            let width = (self.scale.x_finish(before.finish) - x).max(3.0);
            svg::rect(out, "ghost", (x + 0.5, GHOST.0), (width - 1.0, GHOST.1), 1.0);
        }
    }

    fn x_of_deadline(&self, date: NaiveDate) -> f64 {
        self.scale.x_of_date(date.succ_opt().unwrap_or(date))
    }

    fn deadline(&self, out: &mut String, date: NaiveDate, late: bool) {
        let class = if late { "deadline late" } else { "deadline" };
        svg::path(out, class, &format!("M{} 19.5v-16.5l7 3.5l-7 3.5", n(self.x_of_deadline(date))));
    }

    /// Words to the right of a bar, beyond the flag of a deadline that would cover them; lateness stands
    /// out and carries a sign.
    fn note(
        &self,
        out: &mut String,
        end: f64,
        deadline: Option<NaiveDate>,
        text: &str,
        late: Option<String>,
    ) {
        let mut x = end + 6.0;
        let flag = deadline.map_or(f64::MIN, |date| self.x_of_deadline(date));
        let words = room(text) + late.as_ref().map_or(0.0, |late| room(late) + 20.0);
        if flag + 8.0 > x && flag < x + words {
            x = flag + 12.0;
        }
        if let Some(late) = late {
            let _ = write!(out, r#"<path class="sign" d="M{} 0.5l6 10.5h-12z"/>"#, n(x + 6.0));
            svg::label(out, "sign-mark", (x + 6.0, 9.5), "!");
            svg::label(out, "note late", (x + 16.0, NOTE), &late);
            x += 20.0 + room(&late);
        }
        if !text.is_empty() {
            svg::label(out, "note", (x, NOTE), text);
        }
    }
}

/// Share of a task that is done.
fn done(fact: &TaskFact<'_>) -> f64 {
    let progress = &fact.task.progress;
    let share = if progress.actual_finish.is_some() { 1.0 } else { progress.complete.unwrap_or(0.0) };
    if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 }
}

/// A campaign in words, one fact on each line.
fn lane_text(lane: &Lane<'_>) -> String {
    let mut lines = vec![words::clean(lane.label(), 200)];
    if let (Some(start), Some(finish)) = (lane.start, lane.finish) {
        lines.push(format!("{} – {}", words::long_day(start.date()), words::long_day(finish.finish_date())));
    }
    lines.push(words::count(lane.tasks.len(), "task", "tasks"));
    if let Some(deadline) = lane.deadline {
        lines.push(format!("last deadline {}, {} of {} late", words::day(deadline), lane.late, lane.due));
    }
    lines.join("\n")
}

/// A task in words, one fact on each line: what a reader sees on hover and focus, and hears.
pub(super) fn task_text(facts: &Facts<'_>, number: u32, fact: &TaskFact<'_>, row: &TaskSchedule) -> String {
    let id = words::clean(&row.id, 200);
    let mut lines = vec![match &fact.task.name {
        Some(name) => format!("{} ({id})", words::clean(name, 200)),
        None => id,
    }];
    let days = |work| words::days(work, facts.per_day);
    lines.push(if row.start == row.finish {
        format!("milestone on {}", words::start_moment(row.start))
    } else {
        let length = days(row.duration);
        format!("{} – {}, {length} d", words::start_moment(row.start), words::finish_moment(row.finish))
    });
    if let Some((stop, resume)) = row.stop.zip(row.resume) {
        let (stop, resume) = (words::finish_moment(stop), words::start_moment(resume));
        lines.push(format!("interrupted: done until {stop}, goes on {resume}"));
    }
    let people: Vec<&str> = facts
        .assigned(number)
        .into_iter()
        .map(|id| facts.resource(id).and_then(|resource| resource.name.as_deref()).unwrap_or(id))
        .collect();
    if !people.is_empty() {
        lines.push(format!("by {}", words::list(&people, 4)));
    }
    let lane = facts.lanes.get(fact.lane).map_or("", Lane::label);
    let market =
        fact.task.market.as_deref().map_or(String::new(), |market| format!(", {}", words::clean(market, 60)));
    lines.push(format!("{}{market}", words::clean(lane, 200)));
    lines.push(if row.critical {
        "critical: any delay delays the program or a deadline".to_owned()
    } else {
        format!("can slip {} d, {} d without moving others", days(row.total_float), days(row.free_float))
    });
    if let Some(deadline) = fact.task.deadline {
        let state = match facts.late(&row.id) {
            Some(late) => format!("{}; {}", sentence::lateness(late), sentence::late_reason(late)),
            None if row.late_days > 0 => format!("{} d late", row.late_days),
            None => "on time".to_owned(),
        };
        lines.push(format!("deadline {}: {state}", words::day(deadline.date)));
    }
    if let Some(moved) = facts.moved(&row.id) {
        lines.push(format!(
            "leveling moved {} {} from {}: {}",
            sentence::moved_part(moved),
            sentence::delay(moved.delay.as_seconds()),
            words::start_day(moved.from),
            sentence::cause(moved)
        ));
    }
    lines.join("\n")
}

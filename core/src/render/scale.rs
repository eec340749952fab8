//! Time to pixels: one axis shared by the Gantt chart and the load chart.

use chrono::{Datelike, Days, NaiveDate};

use super::svg;
use crate::quantity::Stamp;
use crate::report::facts::{Facts, days_between};
use crate::report::words;

/// Least width of the time axis in pixels.
const LEAST_WIDTH: f64 = 1120.0;
/// Greatest width of the time axis in pixels.
const MOST_WIDTH: f64 = 16_000.0;
/// Days drawn at most: a century and some.
const MOST_DAYS: i64 = 50_000;
/// Pixels kept free after the last day of the plan.
const TAIL: f64 = 96.0;
/// Seconds of a day.
const DAY: i64 = 86_400;

/// The time axis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    /// First day drawn.
    pub(crate) first: NaiveDate,
    /// Days drawn.
    pub(crate) days: i64,
    /// Pixels of a day.
    pub(crate) per_day: f64,
    /// Second of the day at which the drawn day begins and ends: nights are folded away.
    open: i64,
    close: i64,
}

impl Scale {
    /// The axis that shows both schedules, the deadlines and the status date.
    pub(crate) fn of(facts: &Facts<'_>) -> Self {
        let mut span = Span::default();
        let mut hours = (DAY, 0);
        for fact in &facts.tasks {
            for row in [fact.after, fact.before].into_iter().flatten() {
                span.add(row.start.date());
                span.add(row.finish.finish_date());
                if row.start != row.finish {
                    hours.0 = hours.0.min(second_of_day(row.start));
                    hours.1 = hours.1.max(match second_of_day(row.finish) {
                        0 => DAY,
                        second => second,
                    });
                }
            }
            if let (Some(deadline), Some(_)) = (fact.task.deadline, fact.after) {
                span.add_near(deadline.date);
            }
        }
        let start = facts.brief.plan.program.start.date;
        let (first, last) = span.0.unwrap_or((start, start));
        let first = first.checked_sub_days(Days::new(2)).unwrap_or(first);
        let shown = (days_between(first, last) + 2).clamp(7, MOST_DAYS);
        #[expect(clippy::cast_precision_loss, reason = "at most 50,000 days")]
        let count = shown as f64;
        let per_day = (LEAST_WIDTH / count).clamp(1.4, 120.0).min(MOST_WIDTH / count);
        // Room for the words beside the last bar.
        #[expect(clippy::cast_possible_truncation, reason = "at most 400 days")]
        let days = shown + (TAIL / per_day).ceil() as i64;
        let (open, close) = if hours.0 + 3600 <= hours.1 { hours } else { (0, DAY) };
        Self { first, days, per_day, open, close }
    }

    /// Pixels of the whole axis.
    pub(crate) fn width(&self) -> f64 {
        self.x_of_day(self.days)
    }

    #[expect(clippy::cast_precision_loss, reason = "at most 50,000 days and 86,400 seconds")]
    fn x_of_day(&self, day: i64) -> f64 {
        day as f64 * self.per_day
    }

    /// Where a day begins, kept on the axis.
    pub(crate) fn x_of_date(&self, date: NaiveDate) -> f64 {
        self.x_of_day(days_between(self.first, date).clamp(0, self.days))
    }

    /// Where a start is.
    pub(crate) fn x_start(&self, at: Stamp) -> f64 {
        self.x(at.date(), second_of_day(at))
    }

    /// Where a finish is: midnight is the end of the day before.
    pub(crate) fn x_finish(&self, at: Stamp) -> f64 {
        match second_of_day(at) {
            0 => self.x(at.finish_date(), DAY),
            second => self.x(at.date(), second),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "at most 86,400 seconds")]
    fn x(&self, date: NaiveDate, second: i64) -> f64 {
        let length = (self.close - self.open).max(1) as f64;
        let share = ((second - self.open) as f64 / length).clamp(0.0, 1.0);
        let day = days_between(self.first, date);
        if day < 0 {
            return 0.0;
        }
        (self.x_of_day(day.min(self.days)) + share * self.per_day).min(self.width())
    }

    /// Every day of the axis.
    pub(crate) fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        self.first.iter_days().take(usize::try_from(self.days).unwrap_or(0))
    }

    /// Head of the axis, 40 pixels high: months (or years) above weeks (or months, or days).
    pub(crate) fn head(&self, out: &mut String) {
        let width = self.width();
        svg::rect(out, "head", (0.0, 0.0), (width, 40.0), 0.0);
        let years = self.per_day < 3.0;
        let starts_above = |date: NaiveDate| date.day() == 1 && (!years || date.month() == 1);
        let mut marks: Vec<NaiveDate> = vec![self.first];
        marks.extend(self.dates().skip(1).filter(|date| starts_above(*date)));
        for (index, date) in marks.iter().enumerate() {
            let x = self.x_of_date(*date);
            let end = marks.get(index + 1).map_or(width, |next| self.x_of_date(*next));
            let month = words::MONTHS.get(date.month0() as usize).copied().unwrap_or("");
            let (long, short) = if years {
                (date.year().to_string(), String::new())
            } else {
                (format!("{month} {}", date.year()), words::month(*date).to_owned())
            };
            let text = [long, short].into_iter().find(|text| room(text) < end - x - 10.0);
            if index > 0 {
                svg::path(out, "tick", &format!("M{} 0v40", svg::n(x)));
            }
            svg::label(out, "month", (x + 6.0, 15.0), &text.unwrap_or_default());
        }
        svg::path(out, "tick", &format!("M0 20.5h{}", svg::n(width)));
        self.head_below(out, years);
        svg::path(out, "tick", &format!("M0 39.5h{}", svg::n(width)));
    }

    fn head_below(&self, out: &mut String, years: bool) {
        let daily = self.per_day >= 26.0;
        let mut ticks = String::new();
        for date in self.dates() {
            let shown = if years { date.day() == 1 } else { daily || date.weekday() == chrono::Weekday::Mon };
            if !shown {
                continue;
            }
            let x = self.x_of_date(date);
            if x > 0.0 {
                ticks.push_str(&format!("M{} 20v20", svg::n(x)));
            }
            let text = if years {
                words::month(date).to_owned()
            } else if daily {
                format!("{} {}", words::weekday(date), date.day())
            } else {
                date.day().to_string()
            };
            let space = if years { 30.0 } else { 7.0 } * self.per_day;
            if space >= room(&text) || (daily && self.per_day > room(&text)) {
                svg::label(out, "week", (x + 4.0, 34.0), &text);
            }
        }
        svg::path(out, "tick faint", &ticks);
    }

    /// Lines down a chart: weeks faint, months stronger.
    pub(crate) fn lines(&self, out: &mut String, height: f64) {
        let (mut weeks, mut months) = (String::new(), String::new());
        for date in self.dates().skip(1) {
            let line = if date.day() == 1 {
                &mut months
            } else if date.weekday() == chrono::Weekday::Mon && self.per_day >= 3.0 {
                &mut weeks
            } else {
                continue;
            };
            line.push_str(&format!("M{} 0v{}", svg::n(self.x_of_date(date)), svg::n(height)));
        }
        svg::path(out, "week-line", &weeks);
        svg::path(out, "month-line", &months);
    }
}

/// Second of the civil day.
fn second_of_day(at: Stamp) -> i64 {
    i64::from(chrono::Timelike::num_seconds_from_midnight(&at.civil()))
}

/// Pixels a small text takes, about.
pub(crate) fn room(text: &str) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a short text")]
    let width = words::width(text) as f64;
    6.6 * width
}

/// First and last day.
#[derive(Default)]
struct Span(Option<(NaiveDate, NaiveDate)>);

impl Span {
    fn add(&mut self, date: NaiveDate) {
        self.0 = Some(self.0.map_or((date, date), |(first, last)| (first.min(date), last.max(date))));
    }

    /// Only if it is not far away: a deadline in ten years does not flatten the chart.
    fn add_near(&mut self, date: NaiveDate) {
        let near = self.0.is_none_or(|(first, last)| {
            let length = days_between(first, last).max(30);
            days_between(last, date) <= length && days_between(date, first) <= length
        });
        if near {
            self.add(date);
        }
    }
}

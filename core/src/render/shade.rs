//! When a row does not work: days off of its calendar, and of the person on it.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};

use super::scale::Scale;
use super::svg;
use crate::CalendarId;
use crate::calendar::{Calendars, Clock};
use crate::plan::{Plan, Resource, Task};

/// Least pixels of a day for which days off are shaded.
const LEAST_DAY: f64 = 2.0;

/// Days on which each calendar of a plan does not work, drawn once and used by every row.
#[derive(Debug)]
pub(crate) struct Shades {
    calendars: Calendars,
    program: Option<usize>,
}

impl Shades {
    /// Reads the calendars of a plan. What cannot be read is drawn as Monday to Friday.
    pub(crate) fn of(plan: &Plan) -> Self {
        // Civil days are the same on both clocks, and the wall clock needs no zones.
        let calendars = Calendars::compile(&plan.calendars, Clock::Wall, &mut Vec::new());
        let program = plan.program.calendar.as_ref().and_then(|id| calendars.index_of(id));
        Self { calendars, program }
    }

    fn find(&self, id: Option<&CalendarId>) -> Option<usize> {
        id.and_then(|id| self.calendars.index_of(id)).or(self.program)
    }

    /// Number of the drawing for the program; 0 is Monday to Friday.
    pub(crate) fn program(&self) -> usize {
        self.program.map_or(0, |index| index + 1)
    }

    /// Number of the drawing for a task: the calendar of its resource, else its own, else the program's.
    pub(crate) fn of_task(&self, task: &Task, resource: Option<&Resource>) -> usize {
        let person = resource.filter(|_| !task.ignore_resource_calendars).and_then(|r| r.calendar.as_ref());
        self.find(person.or(task.calendar.as_ref())).map_or(0, |index| index + 1)
    }

    /// Number of the drawing for a resource.
    pub(crate) fn of_resource(&self, resource: Option<&Resource>) -> usize {
        self.find(resource.and_then(|resource| resource.calendar.as_ref())).map_or(0, |index| index + 1)
    }

    /// Definitions of the drawings that are used, each `height` pixels high; their ids begin with `prefix`.
    pub(crate) fn definitions(
        &self,
        out: &mut String,
        scale: &Scale,
        height: f64,
        prefix: &str,
        used: &BTreeSet<usize>,
    ) {
        for number in used {
            let calendar = number.checked_sub(1).and_then(|index| self.calendars.as_slice().get(index));
            let d = days_off(scale, height, |date| match calendar {
                _ if scale.per_day < LEAST_DAY => true,
                Some(calendar) => calendar.days.is_working(date),
                None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
            });
            out.push_str(&format!(r#"<path id="{prefix}{number}" class="off" d="{d}"/>"#));
        }
    }
}

/// Runs of days off as the data of a path.
fn days_off(scale: &Scale, height: f64, works: impl Fn(NaiveDate) -> bool) -> String {
    let mut d = String::new();
    let mut from: Option<NaiveDate> = None;
    let end = scale.dates().last().and_then(|date| date.succ_opt());
    for date in scale.dates().chain(end) {
        let off = Some(date) != end && !works(date);
        if off {
            from = from.or(Some(date));
        } else if let Some(start) = from.take() {
            let x = scale.x_of_date(start);
            svg::add_rect(&mut d, (x, 0.0), (scale.x_of_date(date) - x, height));
        }
    }
    d
}

/// Days on which a resource is away, as the data of a path in a row.
pub(crate) fn away(resource: &Resource, scale: &Scale, (y, height): (f64, f64)) -> String {
    let mut d = String::new();
    for absence in resource.absences.iter().take(200) {
        let after = absence.to.date.succ_opt().unwrap_or(absence.to.date);
        let (x, end) = (scale.x_of_date(absence.from.date), scale.x_of_date(after));
        svg::add_rect(&mut d, (x, y), (end - x, height));
    }
    d
}

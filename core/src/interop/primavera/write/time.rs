//! Calendars.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::super::calendar::{self, DAYS};
use super::super::limits::MAX_EXCEPTIONS;
use super::Writer;
use super::sheet::number;
use crate::CalendarId;
use crate::Issue;
use crate::calendar::{Calendar, Shift, Week};
use crate::plan::Plan;

/// Years in which exceptions that come back are written out, from a year before the start of the program.
const YEARS: i32 = 25;

/// The numbers of the calendars: ids that are numbers stay.
pub(super) fn numbers(plan: &Plan) -> Vec<String> {
    let own = |id: &CalendarId| id.parse::<u32>().ok().filter(|number| number.to_string() == id.as_str());
    let taken: BTreeSet<u32> = plan.calendars.iter().filter_map(|calendar| own(&calendar.id)).collect();
    let mut next = 1;
    let mut fresh = || {
        while taken.contains(&next) {
            next += 1;
        }
        next += 1;
        next - 1
    };
    let mut list: Vec<String> = plan
        .calendars
        .iter()
        .map(|calendar| own(&calendar.id).unwrap_or_else(&mut fresh).to_string())
        .collect();
    list.push(fresh().to_string());
    list
}

impl Writer<'_> {
    /// Number of a calendar; that of the program if there is none.
    pub(super) fn calendar_of(&self, id: Option<&str>) -> String {
        let list = &self.plan.calendars;
        let own = |id: &str| list.binary_search_by(|calendar| calendar.id.as_str().cmp(id)).ok();
        let at = id.or(self.plan.program.calendar.as_deref()).and_then(own);
        at.or(Some(self.plan.calendars.len()))
            .and_then(|at| self.calendars.get(at))
            .cloned()
            .unwrap_or_default()
    }

    pub(super) fn calendars(&mut self) {
        self.sheet.table(
            "CALENDAR",
            "clndr_id default_flag clndr_name proj_id base_clndr_id last_chng_date clndr_type day_hr_cnt week_hr_cnt month_hr_cnt year_hr_cnt rsrc_private clndr_data",
        );
        let program = &self.plan.program;
        let day = number(program.hours_per_day);
        let week = number(program.hours_per_week);
        let month = number(program.hours_per_day * program.days_per_month);
        let year = number(program.hours_per_week * 50.0);
        let standard = standard();
        let plan = self.plan;
        let by_id: BTreeMap<&str, &Calendar> =
            plan.calendars.iter().map(|calendar| (calendar.id.as_str(), calendar)).collect();
        let mut list: Vec<&Calendar> = plan.calendars.iter().collect();
        if program.calendar.is_none() {
            list.push(&standard);
        }
        for (at, one) in list.into_iter().enumerate() {
            let id = self.calendars.get(at).cloned().unwrap_or_default();
            let usual = program.calendar.as_ref().map_or(at == plan.calendars.len(), |id| *id == one.id);
            let base =
                one.base.as_ref().map(|base| self.calendar_of(Some(base.as_str()))).unwrap_or_default();
            let name = one.name.clone().unwrap_or_else(|| one.id.to_string());
            let data = self.working_time(one, &by_id);
            if one.zone.is_some() {
                let message = "a calendar of P6 has no zone";
                self.faults.push(Issue::info("not-kept", format!("calendars/{}/zone", one.id), message));
            }
            let flag = if usual { "Y" } else { "N" };
            self.sheet
                .row(&[&id, flag, &name, "", &base, "", "CA_Base", &day, &week, &month, &year, "N", &data]);
        }
    }

    fn working_time(&mut self, one: &Calendar, by_id: &BTreeMap<&str, &Calendar>) -> String {
        let exceptions = self.exceptions(one);
        if one.week.is_inherited() && one.base.is_some() {
            return calendar::write_exceptions(&exceptions);
        }
        let days = DAYS.map(|day| inherited(one, day, by_id));
        calendar::write(days, &exceptions)
    }

    /// Every day that differs, one by one.
    fn exceptions(&mut self, one: &Calendar) -> Vec<(NaiveDate, Vec<Shift>)> {
        let first = self.plan.program.start.date.year() - 1;
        let mut found: BTreeMap<NaiveDate, Vec<Shift>> = BTreeMap::new();
        let mut cut = false;
        // Weeks go behind exceptions.
        for week in &one.work_weeks {
            for day in week.from.iter_days().take_while(|day| *day <= week.to) {
                if found.len() >= MAX_EXCEPTIONS {
                    cut = true;
                    break;
                }
                if let Some(shifts) = week.week.day(day.weekday()) {
                    found.insert(day, shifts.to_vec());
                }
            }
        }
        let mut plain = BTreeSet::new();
        let mut recurring = 0usize;
        // A dated exception goes before a yearly one.
        for yearly in [false, true] {
            for entry in one.exceptions.iter().filter(|entry| entry.every.is_some() == yearly) {
                let Ok((from, to)) = entry.span() else { continue };
                recurring += usize::from(yearly);
                let years: Vec<i32> = if yearly {
                    (from.year().max(first)..=first + YEARS).collect()
                } else {
                    vec![from.year()]
                };
                for year in years {
                    let (Some(start), length) = (from.with_year(year), (to - from).num_days()) else {
                        continue;
                    };
                    if entry.until.is_some_and(|until| start > until) {
                        continue;
                    }
                    for day in start.iter_days().take(usize::try_from(length + 1).unwrap_or(0)) {
                        if found.len() >= MAX_EXCEPTIONS {
                            cut = true;
                            break;
                        }
                        if plain.insert(day) {
                            found.insert(day, entry.shifts.clone());
                        }
                    }
                }
            }
        }
        let at = format!("calendars/{}", one.id);
        if recurring > 0 {
            let message =
                format!("days that come back every year are written from {first} to {}", first + YEARS);
            self.faults.push(Issue::info("recurring-exceptions", at.as_str(), message));
        }
        if cut {
            let message = format!("the calendar has more than {MAX_EXCEPTIONS} days that differ");
            self.faults.warning("too-many-days", at, message, "the later ones are left out");
        }
        found.into_iter().collect()
    }
}

/// The shifts of a day of the week, own or of a base.
fn inherited<'a>(one: &'a Calendar, day: Weekday, by_id: &BTreeMap<&str, &'a Calendar>) -> &'a [Shift] {
    let mut at = Some(one);
    // Validation has refused circles.
    while let Some(here) = at {
        if let Some(shifts) = here.week.day(day) {
            return shifts;
        }
        at = here.base.as_ref().and_then(|base| by_id.get(base.as_str()).copied());
    }
    &[]
}

/// What a plan without a calendar works.
fn standard() -> Calendar {
    let shifts: Vec<Shift> =
        ["08:00-12:00", "13:00-17:00"].iter().filter_map(|text| text.parse().ok()).collect();
    Calendar::new("standard").with_name("Standard 5 Day Workweek").with_week(Week::weekdays(&shifts))
}

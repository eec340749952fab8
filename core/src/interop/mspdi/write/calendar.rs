//! Calendars of the plan, and those of resources with their absences.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use rustc_hash::FxHashMap;

use super::super::calendar::DAYS;
use super::super::fields;
use super::out::{Out, Own};
use super::{Writer, standard};
use crate::CalendarId;
use crate::calendar::{Calendar, CalendarException, Shift, Week};
use crate::plan::Resource;
use crate::quantity::Time;
use crate::schedule::to_axis;
use crate::sort::Arrange;

/// The last day that Microsoft Project knows.
const LAST: (i32, u32, u32) = (2049, 12, 31);

impl Writer<'_> {
    /// Writes all calendars; the numbers of those that resources get beside those of the plan.
    pub(super) fn write_calendars(&mut self, out: &mut Out) -> BTreeMap<String, i64> {
        out.open("Calendars");
        if let Some(number) = self.numbers.standard {
            let calendar = standard(&number.to_string());
            self.write_calendar(out, &calendar, number, -1);
        }
        let plan = self.plan;
        let mut order: Vec<&Calendar> = plan.calendars.iter().collect();
        order.arrange_by_cached_key(|one| (one.base.is_some(), self.numbers.calendar(Some(&one.id))));
        for calendar in order {
            let number = self.numbers.calendar(Some(&calendar.id));
            let base = calendar.base.as_ref().map_or(-1, |base| self.numbers.calendar(Some(base)));
            self.write_calendar(out, calendar, number, base);
        }
        let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
        for calendar in plan.resources.iter().filter_map(|resource| resource.calendar.as_ref()) {
            *uses.entry(calendar).or_default() += 1;
        }
        let bases: BTreeSet<&CalendarId> =
            (plan.calendars.iter().filter_map(|calendar| calendar.base.as_ref()))
                .chain(plan.tasks.iter().filter_map(|task| task.calendar.as_ref()))
                .chain(&plan.program.calendar)
                .collect();
        let own: BTreeSet<&str> = (plan.calendars.iter())
            .filter(|one| {
                one.base.is_some() && uses.get(one.id.as_str()) == Some(&1) && !bases.contains(&one.id)
            })
            .map(|one| one.id.as_str())
            .collect();
        let mut found = BTreeMap::new();
        for resource in plan.resources.iter().filter(|resource| resource.kind.works()) {
            let away = away(resource);
            // What came from a file has the calendar that it had there.
            let as_it_was = resource.extras.contains_key("mspdi:ID")
                || resource.calendar.as_ref().is_some_and(|id| own.contains(id.as_str()));
            if away.is_empty() && as_it_was {
                continue;
            }
            let mut calendar = Calendar::new(resource.id.as_str());
            calendar.name = Some(resource.name.clone().unwrap_or_else(|| resource.id.to_string()));
            calendar.exceptions = self.exceptions(resource, &away);
            let number = self.numbers.next_calendar;
            self.numbers.next_calendar += 1;
            let base = resource.calendar.as_ref().or(plan.program.calendar.as_ref());
            let base = self.numbers.calendar(base.map(CalendarId::as_str));
            self.write_calendar(out, &calendar, number, base);
            found.insert(resource.id.to_string(), number);
        }
        out.close("Calendars");
        found
    }

    fn write_calendar(&mut self, out: &mut Out, calendar: &Calendar, number: i64, base: i64) {
        let at = format!("calendars/{}", calendar.id);
        let mut own = Own::default();
        own.set("UID", number);
        // Calendars of resources may have no name.
        let named = calendar.name.as_deref();
        own.maybe("Name", named.or_else(|| (number.to_string() != *calendar.id).then_some(&*calendar.id)));
        match calendar.extras.get("mspdi:IsBaseCalendar") {
            Some(flag) => own.set("IsBaseCalendar", flag),
            None => own.flag("IsBaseCalendar", base < 0),
        }
        own.set("BaseCalendarUID", base);
        if calendar.zone.is_some() {
            let help = "its times of day are written as they are";
            self.lose("a calendar", "zone", || at.clone(), help);
        }
        let usual = self.usual_week(calendar);
        let nights = usual.iter().flatten().any(|shift| shift.crosses_midnight())
            || (calendar.work_weeks.iter().flat_map(|one| DAYS.iter().filter_map(|day| one.week.day(*day))))
                .chain(calendar.exceptions.iter().map(|one| one.shifts.as_slice()))
                .flatten()
                .any(|shift| shift.crosses_midnight());
        if nights {
            let help = "they are cut at midnight; around exceptions the part after midnight may be missing";
            self.lose("a calendar", "shifts across midnight", || at.clone(), help);
        }
        let mut days = Out::inside(3);
        let whole = usual.iter().flatten().any(|shift| shift.crosses_midnight());
        write_week(&mut days, &calendar.week, whole.then_some(&usual));
        own.elements("WeekDays", days);
        let mut list = Out::inside(3);
        for exception in &calendar.exceptions {
            write_exception(&mut list, exception);
        }
        own.elements("Exceptions", wrapped("Exceptions", list));
        let mut list = Out::inside(3);
        for one in &calendar.work_weeks {
            list.open("WorkWeek");
            span(&mut list, one.from, one.to);
            list.field("Name", one.name.as_deref().unwrap_or_default());
            write_week(&mut list, &one.week, None);
            list.close("WorkWeek");
        }
        own.elements("WorkWeeks", wrapped("WorkWeeks", list));
        out.open("Calendar");
        out.record(fields::CALENDAR, &own, &calendar.extras, &at, &mut self.faults);
        out.close("Calendar");
    }

    /// The shifts of each day of the week, Sunday first, as the calendar and its bases say.
    fn usual_week(&self, calendar: &Calendar) -> [Vec<Shift>; 7] {
        let by_id = |id: &CalendarId| self.plan.calendars.iter().find(|one| one.id == *id);
        DAYS.map(|day| {
            let mut at = Some(calendar);
            // A valid plan has no circle of bases; a bound all the same.
            for _ in 0..1_000 {
                let Some(one) = at else { break };
                if let Some(shifts) = one.week.day(day) {
                    return shifts.to_vec();
                }
                at = one.base.as_ref().and_then(by_id);
            }
            Vec::new()
        })
    }

    /// Days on which a resource is away, or partly.
    fn exceptions(
        &self,
        resource: &Resource,
        away: &[(NaiveDateTime, NaiveDateTime)],
    ) -> Vec<CalendarException> {
        let compiled = resource.calendar.as_ref().or(self.plan.program.calendar.as_ref());
        let zone = compiled.and_then(|id| self.calendars.get(id));
        let zone = zone.map_or_else(|| self.zone.clone(), |calendar| calendar.zone.clone());
        let clock = self.plan.program.scheduling.clock;
        let axis = |civil: NaiveDateTime| to_axis(civil, &zone, clock);
        let stretches: Vec<(Time, Time)> = away.iter().map(|(from, to)| (axis(*from), axis(*to))).collect();
        let times = self.timeline(resource.calendar.as_ref()).without(&stretches);
        let mut list = Vec::new();
        let mut parts = BTreeSet::new();
        for (from, to) in away {
            let midnight = |civil: &NaiveDateTime| civil.time() == NaiveTime::MIN;
            let first = if midnight(from) { Some(from.date()) } else { from.date().succ_opt() };
            let last = to.date().pred_opt();
            parts.extend([from, to].into_iter().filter(|end| !midnight(end)).map(NaiveDateTime::date));
            if let (Some(first), Some(last)) = (first, last)
                && first <= last
            {
                let one = first == last;
                list.push(CalendarException {
                    date: one.then_some(first),
                    from: (!one).then_some(first),
                    to: (!one).then_some(last),
                    ..CalendarException::default()
                });
            }
        }
        for date in parts {
            let (from, to) = (axis(date.and_time(NaiveTime::MIN)), axis(next(date).and_time(NaiveTime::MIN)));
            let civil = |time: Time| match clock {
                crate::calendar::Clock::Wall => time.to_civil(),
                crate::calendar::Clock::Zoned => zone.civil(time),
            };
            let shifts = times
                .intervals(from, to)
                .filter_map(|(from, to)| Shift::new(civil(from)?.time(), civil(to)?.time()).ok());
            let shifts = shifts.collect();
            list.push(CalendarException { date: Some(date), shifts, ..CalendarException::default() });
        }
        list
    }
}

fn next(date: NaiveDate) -> NaiveDate {
    date.succ_opt().unwrap_or(date)
}

/// When a resource does not work, beside its calendar: absences, and what is outside its contract; joined.
fn away(resource: &Resource) -> Vec<(NaiveDateTime, NaiveDateTime)> {
    let mut list: Vec<(NaiveDateTime, NaiveDateTime)> =
        resource.absences.iter().map(|absence| (absence.from.start(), absence.to.end())).collect();
    if let Some(contract) = resource.contract {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let (first, last) = (day(1984, 1, 1), day(LAST.0, LAST.1, LAST.2));
        list.push((first.and_time(NaiveTime::MIN), contract.from.start()));
        list.push((contract.to.end(), next(last).and_time(NaiveTime::MIN)));
    }
    list.retain(|(from, to)| from < to);
    list.arrange();
    let mut joined: Vec<(NaiveDateTime, NaiveDateTime)> = Vec::new();
    for (from, to) in list {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

fn wrapped(name: &str, list: Out) -> Out {
    let mut whole = Out::inside(3);
    if !list.text.is_empty() {
        whole.open(name);
        whole.text.push_str(&list.text);
        whole.close(name);
    }
    whole
}

/// The days that a week states; all of them, cut at midnight, if `usual` is given.
fn write_week(out: &mut Out, week: &Week, usual: Option<&[Vec<Shift>; 7]>) {
    let days: Vec<(usize, Vec<(NaiveTime, NaiveTime)>)> = (DAYS.iter().enumerate())
        .filter_map(|(at, day)| match usual {
            Some(usual) => Some((at, cut(&usual[at], Some(&usual[(at + 6) % 7])))),
            None => Some((at, cut(week.day(*day)?, None))),
        })
        .collect();
    if days.is_empty() {
        return;
    }
    out.open("WeekDays");
    for (at, shifts) in days {
        out.open("WeekDay");
        out.field("DayType", at + 1);
        out.field("DayWorking", u8::from(!shifts.is_empty()));
        write_times(out, &shifts);
        out.close("WeekDay");
    }
    out.close("WeekDays");
}

/// Shifts of a day that end at midnight at the latest, with what is left of those of the day before.
fn cut(shifts: &[Shift], before: Option<&Vec<Shift>>) -> Vec<(NaiveTime, NaiveTime)> {
    let nights = before.into_iter().flatten().filter(|shift| shift.crosses_midnight());
    let mut times: Vec<(NaiveTime, NaiveTime)> = nights.map(|shift| (NaiveTime::MIN, shift.end())).collect();
    times.extend(
        shifts.iter().map(|shift| {
            (shift.start(), if shift.crosses_midnight() { NaiveTime::MIN } else { shift.end() })
        }),
    );
    times.arrange();
    times
}

fn write_times(out: &mut Out, shifts: &[(NaiveTime, NaiveTime)]) {
    if shifts.is_empty() {
        return;
    }
    out.open("WorkingTimes");
    for (from, to) in shifts {
        out.open("WorkingTime");
        out.field("FromTime", from.format("%H:%M:%S"));
        out.field("ToTime", to.format("%H:%M:%S"));
        out.close("WorkingTime");
    }
    out.close("WorkingTimes");
}

fn span(out: &mut Out, from: NaiveDate, to: NaiveDate) {
    out.open("TimePeriod");
    out.field("FromDate", format!("{from}T00:00:00"));
    out.field("ToDate", format!("{to}T23:59:00"));
    out.close("TimePeriod");
}

/// An exception; one that comes back each year for each of its days.
fn write_exception(out: &mut Out, exception: &CalendarException) {
    let Ok((from, to)) = exception.span() else { return };
    let yearly = exception.every.is_some();
    let last = NaiveDate::from_ymd_opt(LAST.0, LAST.1, LAST.2).unwrap_or(to);
    let until = exception.until.unwrap_or(last).max(to);
    let days = if yearly { (to - from).num_days().clamp(0, 366) } else { 0 };
    for day in 0..=days {
        let first =
            if yearly { from.checked_add_days(Days::new(day.unsigned_abs())).unwrap_or(from) } else { from };
        out.open("Exception");
        out.field("EnteredByOccurrences", 0);
        span(out, first, if yearly { until } else { to });
        let count =
            if yearly { i64::from(until.year() - first.year()) + 1 } else { (to - from).num_days() + 1 };
        out.field("Occurrences", count);
        out.field("Name", exception.name.as_deref().unwrap_or_default());
        out.field("Type", if yearly { 2 } else { 1 });
        if yearly {
            out.field("Month", first.month0());
            out.field("MonthDay", first.day());
        }
        out.field("DayWorking", u8::from(!exception.shifts.is_empty()));
        write_times(out, &cut(&exception.shifts, None));
        out.close("Exception");
    }
}

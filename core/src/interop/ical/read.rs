//! Reading: events, busy times and recurrences as times when nobody works.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};

use super::busy::{Busy, Clock, IcalBusy, IcalReadOptions, Moment, duration, whole, yearly};
use super::limits::{MAX_OCCURRENCES, MAX_RULE_DAYS};
use super::rule::{Budget, Expanded, Rule, RuleFault, Until, date, date_time};
use super::text::{Component, Property, parse};
use super::zone::FileZone;
use crate::calendar::{CalendarException, Zone};
use crate::plan::Absence;
use crate::plan::limits::MAX_PERIODS;
use crate::plan::validate::Faults;
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Reads an iCalendar file (`.ics`): holidays as exceptions of a calendar, busy times as absences of a resource.
///
/// Events (`VEVENT`) with `DTSTART`, `DTEND` or `DURATION`, `RRULE`, `RDATE`, `EXDATE`, moved and cancelled
/// occurrences (`RECURRENCE-ID`), and busy times (`VFREEBUSY`) are read. Cancelled events do not count. A holiday of
/// every year stays one exception that comes back.
///
/// # Errors
/// `too-large`, `not-ical`, `invalid-ical` (with the line), `unknown-zone` and `reversed-range` of the options: what
/// keeps the file from being read at all. Everything else is in [`IcalBusy::issues`]: `invalid-line`, `invalid-value`,
/// `unsupported-rule`, `unknown-zone`, `utc-times`, `too-many-occurrences`, `not-kept`.
///
/// # Complexity
/// O(n log n) in the length of the text and the occurrences, plus at most [`MAX_RULE_DAYS`] days looked at.
///
/// # Examples
/// ```
/// use paceline::interop::{IcalReadOptions, read_ical};
/// let busy = read_ical(
///     "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
///      BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261225\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Christmas Day\r\nEND:VEVENT\r\n\
///      BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20260803\r\nDTEND;VALUE=DATE:20260815\r\nSUMMARY:Leave\r\nEND:VEVENT\r\n\
///      END:VCALENDAR\r\n",
///     &IcalReadOptions::default(),
/// )?;
/// assert_eq!(busy.exceptions[1].name.as_deref(), Some("Christmas Day"));
/// assert_eq!(busy.exceptions[0].to.unwrap().to_string(), "2026-08-14");
/// # Ok::<(), paceline::Issues>(())
/// ```
///
/// [`MAX_RULE_DAYS`]: super::limits::MAX_RULE_DAYS
pub fn read_ical(text: &str, options: &IcalReadOptions) -> Result<IcalBusy, Issues> {
    let mut wrong = Vec::new();
    let zone = options.zone.as_deref().and_then(|name| {
        let found = Zone::parse(name);
        if let Err(error) = &found {
            wrong.push(Issue::error("unknown-zone", "options/zone", error.to_string()));
        }
        found.ok()
    });
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    let from = options.since.unwrap_or_default().max(day(1970, 1, 1));
    let to = options.until.unwrap_or(day(2100, 12, 31)).min(day(2100, 12, 31));
    if from > to {
        wrong.push(Issue::error("reversed-range", "options/until", format!("`{to}` is before `{from}`")));
    }
    Issues::check(wrong)?;
    let mut faults = Faults::default();
    let calendars = parse(text, &mut faults)?;
    let mut reader = Reader {
        faults,
        zone,
        from,
        to,
        zones: BTreeMap::new(),
        budget: Budget(MAX_RULE_DAYS),
        spans: Vec::new(),
        yearly: Vec::new(),
        is_cut: false,
        shown_in_utc: 0,
        skipped: BTreeMap::new(),
    };
    for calendar in &calendars {
        reader.calendar(calendar);
    }
    let name = calendars.iter().find_map(|one| one.property("NAME").or(one.property("X-WR-CALNAME")));
    Ok(reader.finish(name.map(Property::text)))
}

struct Reader {
    faults: Faults,
    zone: Option<Zone>,
    from: NaiveDate,
    to: NaiveDate,
    zones: BTreeMap<String, FileZone>,
    budget: Budget,
    spans: Vec<Busy>,
    yearly: Vec<CalendarException>,
    is_cut: bool,
    /// Times of UTC told as they are.
    shown_in_utc: usize,
    /// Components that nothing is made of.
    skipped: BTreeMap<String, usize>,
}

/// What one event says.
struct Event<'a> {
    component: &'a Component,
    start: Moment,
    length: Length,
    name: Option<String>,
    free: bool,
}

#[derive(Debug, Clone, Copy)]
enum Length {
    Days(i64),
    /// Seconds on the clock of the event.
    Seconds(i64),
}

impl Reader {
    fn calendar(&mut self, calendar: &Component) {
        for described in calendar.parts.iter().filter(|part| part.name == "VTIMEZONE") {
            if let Some(id) = described.value("TZID") {
                let zone = FileZone::find(id, Some(described), &mut self.budget);
                self.zones.insert(id.trim().to_owned(), zone);
            }
        }
        // Occurrences that were changed, by the event that they belong to.
        let mut changed: BTreeMap<&str, Vec<&Component>> = BTreeMap::new();
        for part in calendar.parts.iter().filter(|part| part.name == "VEVENT") {
            if let (Some(uid), Some(_)) = (part.value("UID"), part.property("RECURRENCE-ID")) {
                changed.entry(uid).or_default().push(part);
            }
        }
        for part in &calendar.parts {
            match part.name.as_str() {
                "VEVENT" => {
                    let others = part.value("UID").and_then(|uid| changed.get(uid));
                    self.event(part, others.map_or(&[], Vec::as_slice));
                }
                "VFREEBUSY" => self.free_busy(part),
                "VTIMEZONE" => {}
                other => {
                    let name: String = other.chars().take(40).collect();
                    *self.skipped.entry(name).or_default() += 1;
                }
            }
        }
    }

    fn invalid(&mut self, property: &Property, what: &str) {
        let shown: String = property.value.chars().take(40).collect();
        let message = format!("`{shown}` is not {what}");
        self.faults.warning("invalid-value", property.place(), message, "it is left out");
    }

    fn moment(&mut self, property: &Property, value: &str) -> Option<Moment> {
        let value = value.trim();
        let found = match property.param("TZID").filter(|_| !value.ends_with('Z')) {
            _ if value.len() == 8 => date(value).map(Moment::Day),
            _ if value.ends_with('Z') => {
                date_time(&value[..value.len() - 1]).map(|at| Moment::Time(at, Clock::Utc))
            }
            Some(id) => date_time(value).map(|at| Moment::Time(at, Clock::Zone(id.trim().to_owned()))),
            None => date_time(value).map(|at| Moment::Time(at, Clock::Floating)),
        };
        if found.is_none() {
            self.invalid(property, "a date or time such as `20260302T090000`");
        }
        if let Some(Moment::Time(_, Clock::Zone(id))) = &found
            && !self.zones.contains_key(id)
        {
            let zone = FileZone::find(id, None, &mut self.budget);
            if matches!(zone, FileZone::Unknown) {
                let shown: String = id.chars().take(40).collect();
                let message = format!("the zone `{shown}` is not known, nor described in the file");
                let help = "its times are read as local ones";
                self.faults.warning("unknown-zone", property.place(), message, help);
            }
            self.zones.insert(id.clone(), zone);
        }
        found
    }

    /// The instant of a time, if its clock is one of a zone.
    fn instant(&self, at: NaiveDateTime, clock: &Clock) -> Option<i64> {
        match clock {
            Clock::Floating => None,
            Clock::Utc => Some(at.and_utc().timestamp()),
            Clock::Zone(id) => self.zones.get(id)?.instant(at),
        }
    }

    /// A time as it is told.
    fn told(&mut self, at: NaiveDateTime, clock: &Clock) -> NaiveDateTime {
        match (&self.zone, self.instant(at, clock)) {
            (Some(zone), Some(instant)) => zone.civil(crate::quantity::Time(instant)).unwrap_or(at),
            (None, _) if *clock == Clock::Utc => {
                self.shown_in_utc += 1;
                at
            }
            _ => at,
        }
    }

    /// A time on another clock, to be compared with times of it.
    fn on(&self, moment: &Moment, clock: &Clock) -> Option<NaiveDateTime> {
        match moment {
            Moment::Day(_) => None,
            Moment::Time(at, own) if own == clock => Some(*at),
            Moment::Time(at, own) => {
                let instant = self.instant(*at, own)?;
                match clock {
                    Clock::Floating => None,
                    Clock::Utc => crate::quantity::Time(instant).to_civil(),
                    Clock::Zone(id) => self.zones.get(id)?.local(instant),
                }
            }
        }
    }

    fn event(&mut self, component: &Component, changed: &[&Component]) {
        let is_occurrence = component.property("RECURRENCE-ID").is_some();
        if component.value("STATUS").is_some_and(|status| status.trim().eq_ignore_ascii_case("CANCELLED")) {
            return;
        }
        let Some(event) = self.read_event(component) else { return };
        if is_occurrence {
            let range = component.property("RECURRENCE-ID").and_then(|property| property.param("RANGE"));
            if range.is_some() {
                let place = format!("line {}/RECURRENCE-ID", component.line);
                let message = "a change of this occurrence and all later ones is not known";
                self.faults.warning("unsupported-rule", place, message, "only this occurrence is changed");
            }
            self.add(&event, &event.start);
            return;
        }
        let rules: Vec<&Property> = component.all("RRULE").collect();
        if let Some(property) = component.property("EXRULE") {
            let message = "exceptions by a rule are not known";
            self.faults.warning("unsupported-rule", property.place(), message, "they are left out");
        }
        let except = self.excepted(component, changed, &event.start);
        let [property] = rules.as_slice() else {
            if rules.len() > 1 {
                let message = "an event with several rules is not known";
                self.faults.warning("unsupported-rule", rules[1].place(), message, "it counts once");
            }
            self.add_unless(&event, &event.start, &except);
            self.more_dates(&event, &except);
            return;
        };
        let start = match &event.start {
            Moment::Day(day) => day.and_hms_opt(0, 0, 0).unwrap_or_default(),
            Moment::Time(at, _) => *at,
        };
        match Rule::parse(&property.value, start) {
            Ok(rule) => {
                let is_plain = except.is_empty() && component.property("RDATE").is_none();
                if !(is_plain && self.yearly(&event, &rule)) {
                    self.recur(&event, &rule, &except, property);
                }
            }
            Err(fault) => {
                let (what, part) = match fault {
                    RuleFault::Invalid(part) => ("nothing can be made of", part),
                    RuleFault::Unsupported(part) => ("this library does not know", part),
                };
                let shown: String = part.chars().take(40).collect();
                let message = format!("{what} `{shown}` in the rule");
                self.faults.warning("unsupported-rule", property.place(), message, "the event counts once");
                self.add_unless(&event, &event.start, &except);
            }
        }
        self.more_dates(&event, &except);
    }

    fn read_event<'a>(&mut self, component: &'a Component) -> Option<Event<'a>> {
        let Some(property) = component.property("DTSTART") else {
            let place = format!("line {}/{}", component.line, component.name);
            let message = "the event does not say when it begins (`DTSTART`)";
            self.faults.warning("invalid-value", place, message, "it is left out");
            return None;
        };
        let start = self.moment(property, &property.value)?;
        let free = component.value("TRANSP").is_some_and(|value| value.trim() == "TRANSPARENT")
            || component.value("X-MICROSOFT-CDO-BUSYSTATUS").is_some_and(|value| value.trim() == "FREE");
        let length = self.length(component, &start)?;
        let name = component.property("SUMMARY").map(Property::text).filter(|name| !name.trim().is_empty());
        Some(Event { component, start, length, name, free })
    }

    fn length(&mut self, component: &Component, start: &Moment) -> Option<Length> {
        if let Some(property) = component.property("DTEND") {
            let end = self.moment(property, &property.value)?;
            return match (start, &end) {
                // Some write the same day twice.
                (Moment::Day(from), Moment::Day(to)) => Some(Length::Days((*to - *from).num_days().max(1))),
                (Moment::Time(from, clock), Moment::Time(to, other)) => {
                    let exact = self.instant(*from, clock).zip(self.instant(*to, other));
                    let seconds = exact.map_or((*to - *from).num_seconds(), |(from, to)| to - from);
                    Some(Length::Seconds(seconds))
                }
                _ => {
                    self.invalid(property, "of the same kind as the start");
                    None
                }
            };
        }
        let given = component.property("DURATION");
        let duration = match given {
            Some(property) => {
                let found = duration(&property.value);
                if found.is_none() {
                    self.invalid(property, "a duration such as `PT1H30M`");
                }
                found?
            }
            None => 0,
        };
        Some(match start {
            Moment::Day(_) => Length::Days((duration / 86_400).max(1)),
            Moment::Time(..) => Length::Seconds(duration),
        })
    }

    /// Occurrences that do not take place as the rule says.
    fn excepted(
        &mut self,
        component: &Component,
        changed: &[&Component],
        start: &Moment,
    ) -> BTreeSet<NaiveDateTime> {
        let listed =
            component.all("EXDATE").flat_map(|one| one.value.split(',').map(move |value| (one, value)));
        let moved = changed.iter().filter_map(|one| one.property("RECURRENCE-ID"));
        let all: Vec<(&Property, &str)> = listed.chain(moved.map(|one| (one, one.value.as_str()))).collect();
        let mut except = BTreeSet::new();
        for (property, value) in all {
            let Some(moment) = self.moment(property, value) else { continue };
            match (start, &moment) {
                (Moment::Day(_), Moment::Day(day)) => {
                    except.insert(day.and_hms_opt(0, 0, 0).unwrap_or_default());
                }
                // Google and Outlook name a whole day of an event with a time, and the other way round.
                (Moment::Time(at, _), Moment::Day(day)) => {
                    except.insert(day.and_time(at.time()));
                }
                (Moment::Day(_), Moment::Time(at, _)) => {
                    except.insert(at.date().and_hms_opt(0, 0, 0).unwrap_or_default());
                }
                (Moment::Time(_, clock), Moment::Time(at, _)) => {
                    except.insert(self.on(&moment, clock).unwrap_or(*at));
                }
            }
        }
        except
    }

    /// A holiday of every year; whether it is one.
    fn yearly(&mut self, event: &Event<'_>, rule: &Rule) -> bool {
        let (Moment::Day(day), Length::Days(days)) = (&event.start, event.length) else { return false };
        let until = match rule.until {
            None => None,
            Some(Until::Day(last)) => Some(last),
            Some(Until::Local(last) | Until::Utc(last)) => Some(last.date()),
        };
        // A day that not every year has does not come back on the last of the month either.
        if !Rule::is_birthday(rule, *day) || day.year() < 1970 || *day > self.to || days > 366 {
            return false;
        }
        if event.free {
            self.yearly.push(yearly(event.name.clone(), *day, days, until));
            return true;
        }
        let before = self.spans.len();
        let mut spans = std::mem::take(&mut self.spans);
        self.recur_days(event, rule, &mut spans, *day, days);
        // As absences they stand day by day, as an exception once.
        spans[before..].iter_mut().for_each(|span| span.whole = false);
        self.spans = spans;
        self.yearly.push(yearly(event.name.clone(), *day, days, until));
        true
    }

    fn recur_days(
        &mut self,
        event: &Event<'_>,
        rule: &Rule,
        spans: &mut Vec<Busy>,
        day: NaiveDate,
        days: i64,
    ) {
        let is_over = |at: NaiveDate| rule.is_over(at.and_hms_opt(0, 0, 0).unwrap_or_default(), None);
        let from = self.from.checked_sub_signed(TimeDelta::days(days)).unwrap_or(self.from);
        let (name, free) = (event.name.clone(), event.free);
        let ended = rule.expand(day, from, self.to, is_over, &mut self.budget, |at| {
            spans.push(whole(at, days, free, name.clone()));
            spans.len() < MAX_OCCURRENCES
        });
        self.is_cut |= ended == Expanded::Cut;
    }

    fn recur(
        &mut self,
        event: &Event<'_>,
        rule: &Rule,
        except: &BTreeSet<NaiveDateTime>,
        property: &Property,
    ) {
        let (first, time, clock) = match &event.start {
            Moment::Day(day) => (*day, chrono::NaiveTime::MIN, None),
            Moment::Time(at, clock) => (at.date(), at.time(), Some(clock.clone())),
        };
        // A rule that ends at an instant ends on the clock of the event.
        let end = match (rule.until, &clock) {
            (Some(Until::Utc(at)), Some(clock)) => self.on(&Moment::Time(at, Clock::Utc), clock),
            _ => None,
        };
        let is_over = |day: NaiveDate| rule.is_over(day.and_time(time), end);
        let long = match event.length {
            Length::Days(days) => days,
            Length::Seconds(seconds) => seconds / 86_400 + 2,
        };
        let from = self.from.checked_sub_signed(TimeDelta::try_days(long).unwrap_or_default());
        let mut days = Vec::new();
        let room = MAX_OCCURRENCES.saturating_sub(self.spans.len());
        let ended =
            rule.expand(first, from.unwrap_or(self.from), self.to, is_over, &mut self.budget, |day| {
                if !except.contains(&day.and_time(time)) {
                    days.push(day);
                }
                days.len() < room
            });
        if ended == Expanded::Cut {
            self.is_cut = true;
            let message = "the rule stands for more times than are looked at";
            let help = "give the options `since` and `until`";
            self.faults.warning("too-many-occurrences", property.place(), message, help);
        }
        for day in days {
            let moment = match &clock {
                None => Moment::Day(day),
                Some(clock) => Moment::Time(day.and_time(time), clock.clone()),
            };
            self.add(event, &moment);
        }
    }

    /// `RDATE`: more dates, or times with an end of their own.
    fn more_dates(&mut self, event: &Event<'_>, except: &BTreeSet<NaiveDateTime>) {
        let component = event.component;
        for property in component.all("RDATE") {
            for value in property.value.split(',') {
                let (start, end) =
                    value.split_once('/').map_or((value, None), |(start, end)| (start, Some(end)));
                let Some(start) = self.moment(property, start) else { continue };
                match end {
                    None => self.add_unless(event, &start, except),
                    Some(end) => {
                        if let Some(length) = self.period(property, &start, end) {
                            let (name, free) = (event.name.clone(), event.free);
                            self.add(&Event { component, start: start.clone(), length, name, free }, &start);
                        }
                    }
                }
            }
        }
    }

    /// The length of a period from its end or duration.
    fn period(&mut self, property: &Property, start: &Moment, end: &str) -> Option<Length> {
        let Moment::Time(from, clock) = start else {
            self.invalid(property, "a period of time");
            return None;
        };
        if end.trim_start().starts_with(['P', '+', '-']) {
            let found = duration(end);
            if found.is_none() {
                self.invalid(property, "a period of time");
            }
            return found.map(Length::Seconds);
        }
        let Moment::Time(to, other) = self.moment(property, end)? else { return None };
        let exact = self.instant(*from, clock).zip(self.instant(to, &other));
        Some(Length::Seconds(exact.map_or((to - *from).num_seconds(), |(from, to)| to - from)))
    }

    fn free_busy(&mut self, component: &Component) {
        for property in component.all("FREEBUSY") {
            if property.param("FBTYPE").is_some_and(|kind| kind.eq_ignore_ascii_case("FREE")) {
                continue;
            }
            for value in property.value.split(',') {
                let Some((start, end)) = value.split_once('/') else {
                    self.invalid(property, "a period of time");
                    continue;
                };
                let Some(start) = self.moment(property, start) else { continue };
                let Some(length) = self.period(property, &start, end) else { continue };
                self.add(&Event { component, start: start.clone(), length, name: None, free: false }, &start);
            }
        }
    }

    fn add_unless(&mut self, event: &Event<'_>, start: &Moment, except: &BTreeSet<NaiveDateTime>) {
        let at = match start {
            Moment::Day(day) => day.and_hms_opt(0, 0, 0).unwrap_or_default(),
            Moment::Time(at, _) => *at,
        };
        if !except.contains(&at) {
            self.add(event, start);
        }
    }

    /// An occurrence.
    fn add(&mut self, event: &Event<'_>, start: &Moment) {
        if self.spans.len() >= MAX_OCCURRENCES {
            self.is_cut = true;
            return;
        }
        let busy = match (start, event.length) {
            (Moment::Day(day), Length::Days(days)) => whole(*day, days, event.free, event.name.clone()),
            (Moment::Day(day), Length::Seconds(seconds)) => {
                whole(*day, (seconds / 86_400).max(1), event.free, event.name.clone())
            }
            (Moment::Time(at, clock), length) => {
                let seconds = match length {
                    Length::Days(days) => days.saturating_mul(86_400),
                    Length::Seconds(seconds) => seconds,
                };
                if seconds <= 0 {
                    *self.skipped.entry("an event without length".into()).or_default() += 1;
                    return;
                }
                let Some(to) = TimeDelta::try_seconds(seconds).and_then(|long| at.checked_add_signed(long))
                else {
                    return;
                };
                // The end of an event of a zone is so many seconds later, whatever its clocks do meanwhile.
                let end = self.instant(*at, clock).and_then(|from| self.local_end(from + seconds, clock));
                let (from, to) = (self.told(*at, clock), self.told(end.unwrap_or(to), clock));
                Busy { from, to, whole: false, free: event.free, name: event.name.clone() }
            }
        };
        if busy.from.date() <= self.to && busy.to > self.from.and_hms_opt(0, 0, 0).unwrap_or_default() {
            self.spans.push(busy);
        }
    }

    fn local_end(&self, instant: i64, clock: &Clock) -> Option<NaiveDateTime> {
        match clock {
            Clock::Floating => None,
            Clock::Utc => crate::quantity::Time(instant).to_civil(),
            Clock::Zone(id) => self.zones.get(id)?.local(instant),
        }
    }

    fn finish(mut self, name: Option<String>) -> IcalBusy {
        if self.is_cut {
            let message = format!(
                "the file stands for more than {MAX_OCCURRENCES} times, or its rules for too much work"
            );
            let help = "some are missing: give the options `since` and `until`";
            self.faults.warning("too-many-occurrences", "file", message, help);
        }
        if self.shown_in_utc > 0 {
            let message = format!("{} times are told in UTC, as they are written", self.shown_in_utc);
            let help = "give the option `zone`: that of the calendar or resource they are for";
            self.faults.warning("utc-times", "options/zone", message, help);
        }
        for (name, count) in std::mem::take(&mut self.skipped) {
            let message = format!("`{name}` says nothing of busy times; left out: {count}");
            self.faults.push(Issue::info("not-kept", format!("file/{name}"), message));
        }
        let mut spans = self.spans;
        spans.arrange();
        spans.dedup();
        let mut exceptions = self.yearly;
        exceptions.extend(spans.iter().filter(|span| span.whole).filter_map(Busy::exception));
        exceptions.arrange();
        exceptions.dedup();
        let latest = NaiveDate::from_ymd_opt(2100, 12, 31).unwrap_or_default();
        let mut absences: Vec<Absence> = Vec::new();
        for span in spans.into_iter().filter(|span| !span.free) {
            let absence = span.absence(latest);
            if absences.last() != Some(&absence) {
                absences.push(absence);
            }
        }
        if absences.len() > MAX_PERIODS || exceptions.len() > MAX_PERIODS {
            let message = format!("more than {MAX_PERIODS} times are more than a resource or calendar holds");
            let help = "give the options `since` and `until`";
            self.faults.warning("too-many-occurrences", "file", message, help);
        }
        IcalBusy { name, exceptions, absences, issues: self.faults.finish(None) }
    }
}

//! Reading one calendar of a document: its faults, and the rota it states itself.

use std::rc::Rc;

use chrono::{Datelike, NaiveDate};

use super::date::{FIRST_DAY, LAST_DAY, day_number};
use super::rota::{Claim, DayShifts, Rota, Run, settle};
use super::{Calendar, CalendarException, Recurrence, Shift, Week, clip};
use crate::error::Issue;
use crate::sort::Arrange;

/// Shifts that one day may have.
const MAX_SHIFTS: usize = 96;
/// Exceptions and work weeks that one calendar may have; a yearly exception counts once a year.
pub(super) const MAX_EXCEPTIONS: usize = 20_000;
/// Years that a yearly exception can come back at most.
const MAX_YEARS: usize = 131;

/// What a calendar states itself, without its base.
pub(super) fn read<'a>(calendar: &'a Calendar, issues: &mut Vec<Issue>) -> Rota<'a> {
    let at = format!("calendars/{}", calendar.id);
    let yearly = calendar.exceptions.iter().filter(|exception| exception.every.is_some()).count();
    let size = calendar.exceptions.len() - yearly + yearly * MAX_YEARS + calendar.work_weeks.len();
    let week = read_week(&calendar.week, &format!("{at}/week"), issues);
    if size > MAX_EXCEPTIONS {
        let message = format!("`{}` has {size} exceptions and work weeks", clip(&calendar.id));
        let help =
            format!("at most {MAX_EXCEPTIONS} are allowed; a yearly exception counts {MAX_YEARS} times");
        issues.push(Issue::error("too-many-exceptions", at, message).with_help(help));
        return Rota { week, ..Rota::default() };
    }
    let mut reader = Reader { at, conflicts: Vec::new(), issues };
    let rota = Rota {
        week,
        work_weeks: Rc::new(reader.work_weeks(calendar)),
        exceptions: Rc::new(reader.exceptions(calendar)),
    };
    let mut conflicts = reader.conflicts;
    conflicts.arrange();
    conflicts.dedup();
    issues.append(&mut conflicts);
    rota
}

struct Reader<'i> {
    /// Place of the calendar.
    at: String,
    /// Found once for every pair of exceptions that meet, in any order.
    conflicts: Vec<Issue>,
    issues: &'i mut Vec<Issue>,
}

impl Reader<'_> {
    fn work_weeks<'a>(&mut self, calendar: &'a Calendar) -> Vec<Run<DayShifts<'a>>> {
        let mut claims = Vec::with_capacity(calendar.work_weeks.len());
        for work_week in &calendar.work_weeks {
            let at = format!("{}/work_weeks/{}", self.at, work_week.from);
            let value = read_week(&work_week.week, &at, self.issues);
            if let Some((from, to)) = read_span(work_week.from, work_week.to, &at, self.issues) {
                claims.push(Claim { run: Run { from, to, value }, dated: true });
            }
        }
        let (at, conflicts) = (&self.at, &mut self.conflicts);
        settle(claims, |winner, loser| {
            conflicts.push(overlap(
                at,
                "work_weeks",
                ["conflicting-work-weeks", "overlapping-work-weeks"],
                winner,
                loser,
            ));
        })
    }

    fn exceptions<'a>(&mut self, calendar: &'a Calendar) -> Vec<Run<&'a [Shift]>> {
        let mut claims = Vec::with_capacity(calendar.exceptions.len());
        for exception in &calendar.exceptions {
            self.exception(exception, &mut claims);
        }
        let (at, conflicts) = (&self.at, &mut self.conflicts);
        settle(claims, |winner, loser| {
            conflicts.push(overlap(
                at,
                "exceptions",
                ["conflicting-exceptions", "overlapping-exceptions"],
                winner,
                loser,
            ));
        })
    }

    fn exception<'a>(&mut self, exception: &'a CalendarException, claims: &mut Vec<Claim<&'a [Shift]>>) {
        let named = exception.date.or(exception.from).or(exception.to);
        let named = named.map_or_else(|| "?".to_owned(), |date| date.to_string());
        let at = format!("{}/exceptions/{named}", self.at);
        let value = read_shifts(&exception.shifts, &at, self.issues);
        let Ok((from, to)) = exception.span() else {
            let message = "an exception needs either `date` or both `from` and `to`";
            self.issues.push(Issue::error("exception-dates", at, message));
            return;
        };
        let Some((first, last)) = read_span(from, to, &at, self.issues) else { return };
        let Some(Recurrence::Year) = exception.every else {
            if exception.until.is_some() {
                let issue = Issue::error("exception-dates", at, "`until` is given without `every`");
                self.issues.push(issue.with_help("add `\"every\": \"year\"` or leave `until` out"));
            }
            claims.push(Claim { run: Run { from: first, to: last, value }, dated: true });
            return;
        };
        if exception.until.is_some_and(|until| until < from) {
            self.issues.push(reversed(&at, from, exception.until.unwrap_or(from)));
        } else if last - first >= 365 {
            let message = format!("`{from}` to `{to}` comes back before it is over");
            self.issues.push(Issue::error("recurrence-too-long", at, message));
        } else {
            let until = exception.until.map_or(LAST_DAY, day_number);
            claims.extend(
                yearly(from, to)
                    .filter(|(first, _)| *first <= until)
                    .map(|(from, to)| Claim { run: Run { from, to, value }, dated: false }),
            );
        }
    }
}

/// First and last day of each repetition up to 2100; 29 February begins one only in leap years and
/// ends one on 28 February in the others.
fn yearly(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (i32, i32)> {
    let years = to.year() - from.year();
    (from.year()..=2100).filter_map(move |year| {
        let last = to.with_year(year + years).or_else(|| to.pred_opt()?.with_year(year + years))?;
        Some((day_number(from.with_year(year)?), day_number(last).min(LAST_DAY)))
    })
}

fn read_week<'a>(week: &'a Week, at: &str, issues: &mut Vec<Issue>) -> DayShifts<'a> {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut days = week.days();
    for (day, name) in days.iter_mut().zip(names) {
        *day = day.map(|shifts| {
            if shifts.len() < 2 { shifts } else { read_shifts(shifts, &format!("{at}/{name}"), issues) }
        });
    }
    days
}

/// The shifts of a day, without those beyond the cap.
fn read_shifts<'a>(shifts: &'a [Shift], at: &str, issues: &mut Vec<Issue>) -> &'a [Shift] {
    if shifts.len() > MAX_SHIFTS {
        let message = format!("{} shifts in one day; at most {MAX_SHIFTS} are allowed", shifts.len());
        issues.push(Issue::error("too-many-shifts", at, message));
        return &shifts[..MAX_SHIFTS];
    }
    if shifts.len() > 1 {
        let mut sorted = shifts.to_vec();
        sorted.arrange();
        for pair in sorted.windows(2) {
            if pair[1].bounds().0 < pair[0].bounds().1 {
                let message = format!("shifts `{}` and `{}` of one day overlap", pair[0], pair[1]);
                issues.push(Issue::error("overlapping-shifts", at, message));
            }
        }
    }
    shifts
}

/// First and last day as day numbers, if they are in order and within the axis.
fn read_span(from: NaiveDate, to: NaiveDate, at: &str, issues: &mut Vec<Issue>) -> Option<(i32, i32)> {
    let (first, last) = (day_number(from), day_number(to));
    let mut good = true;
    for (day, date) in [(first, from), (last, to)].into_iter().take(if from == to { 1 } else { 2 }) {
        if !(FIRST_DAY..=LAST_DAY).contains(&day) {
            let issue = Issue::error("date-out-of-range", at, format!("date `{date}` is out of range"));
            issues.push(issue.with_help("dates from 1970-01-01 to 2100-12-31 are possible"));
            good = false;
        }
    }
    if last < first {
        issues.push(reversed(at, from, to));
        good = false;
    }
    good.then_some((first, last))
}

fn reversed(at: &str, from: NaiveDate, to: NaiveDate) -> Issue {
    Issue::error("reversed-range", at, format!("the last day `{to}` is before the first day `{from}`"))
}

/// Two runs that nothing but our rule tells apart: an error if they cover the same days, else a warning.
fn overlap<T>(at: &str, list: &str, codes: [&'static str; 2], winner: &Run<T>, loser: &Run<T>) -> Issue {
    let date = |day: i32| super::date::date_of(day).unwrap_or_default();
    let (from, to) = (date(winner.from), date(winner.to));
    let at = format!("{at}/{list}/{from}");
    let days = if from == to { format!("`{from}`") } else { format!("`{from}` to `{to}`") };
    if (winner.from, winner.to) == (loser.from, loser.to) {
        let message = format!("different shifts are stated twice for {days}");
        return Issue::error(codes[0], at, message).with_help("keep one of them");
    }
    let message = format!(
        "{days} overlaps `{}` to `{}` with different shifts; where both meet, {days} holds",
        date(loser.from),
        date(loser.to)
    );
    Issue::warning(codes[1], at, message).with_help("cut one of them short")
}

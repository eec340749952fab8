//! The rules about calendars in their plainest form: day by day, shift by shift, second by second.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use paceline::calendar::{Calendar, Clock, Recurrence, Shift};
use paceline::quantity::Time;

/// A calendar and those it inherits from, itself first.
pub(crate) fn line<'a>(all: &'a [Calendar], id: &str) -> Vec<&'a Calendar> {
    let mut line = Vec::new();
    let mut next = Some(id);
    while let Some(id) = next {
        let calendar = all.iter().find(|calendar| calendar.id == *id).unwrap();
        line.push(calendar);
        next = calendar.base.as_deref();
    }
    line
}

/// The shifts that start on a day.
pub(crate) fn shifts_on(line: &[&Calendar], day: NaiveDate) -> Vec<Shift> {
    for calendar in line {
        let mut best = None;
        for exception in &calendar.exceptions {
            let (from, to) = exception.span().unwrap();
            let claims = match exception.every {
                None => vec![(from, to)],
                Some(Recurrence::Year) => repetitions(from, to, exception.until),
            };
            for (from, to) in claims {
                if (from..=to).contains(&day) {
                    let dated = exception.every.is_none();
                    best = best.max(Some((dated, -(to - from).num_days(), from, exception.shifts.clone())));
                }
            }
        }
        if let Some((_, _, _, shifts)) = best {
            return shifts;
        }
    }
    for calendar in line {
        let best = calendar.work_weeks.iter().filter(|week| (week.from..=week.to).contains(&day)).max_by_key(
            |work_week| (-(work_week.to - work_week.from).num_days(), work_week.from, work_week.week.clone()),
        );
        if let Some(shifts) = best.and_then(|work_week| work_week.week.day(day.weekday())) {
            return shifts.to_vec();
        }
    }
    let stated = line.iter().find_map(|calendar| calendar.week.day(day.weekday()));
    stated.unwrap_or_default().to_vec()
}

fn repetitions(from: NaiveDate, to: NaiveDate, until: Option<NaiveDate>) -> Vec<(NaiveDate, NaiveDate)> {
    let mut all = Vec::new();
    for year in from.year()..=2100 {
        let Some(first) = NaiveDate::from_ymd_opt(year, from.month(), from.day()) else { continue };
        let last_year = year + to.year() - from.year();
        let last = NaiveDate::from_ymd_opt(last_year, to.month(), to.day())
            .unwrap_or_else(|| NaiveDate::from_ymd_opt(last_year, 2, 28).unwrap());
        if until.is_none_or(|until| first <= until) {
            all.push((first, last));
        }
    }
    all
}

/// The stretches of work of some days and of the night before them, sorted and made disjoint.
pub(crate) fn stretches(
    all: &[Calendar],
    id: &str,
    clock: Clock,
    first: NaiveDate,
    days: u64,
) -> Vec<(i64, i64)> {
    let line = line(all, id);
    let zone = line.iter().find_map(|calendar| calendar.zone.as_deref()).unwrap_or("UTC");
    let mut found = Vec::new();
    for day in first.iter_days().take(usize::try_from(days).unwrap()) {
        for shift in shifts_on(&line, day) {
            let start = day.and_time(shift.start());
            let tomorrow = shift.crosses_midnight() || shift.end() == NaiveTime::MIN;
            let end = (day + Days::new(u64::from(tomorrow))).and_time(shift.end());
            let (from, to) = match clock {
                Clock::Wall => (seconds(start), seconds(end)),
                Clock::Zoned => (instants(zone, start).0, instants(zone, end).1),
            };
            if from < to {
                found.push((from, to));
            }
        }
    }
    found.sort_unstable();
    let mut merged: Vec<(i64, i64)> = Vec::new();
    for (from, to) in found {
        match merged.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => merged.push((from, to)),
        }
    }
    merged
}

fn seconds(civil: NaiveDateTime) -> i64 {
    civil.and_utc().timestamp()
}

/// The instants at which a civil time opens and closes.
#[cfg(feature = "zones")]
pub(crate) fn instants(zone: &str, civil: NaiveDateTime) -> (i64, i64) {
    use chrono::offset::LocalResult;
    use chrono::{Offset, TimeZone};

    let Ok(zone) = zone.parse::<chrono_tz::Tz>() else {
        let at = seconds(civil) - fixed(zone);
        return (at, at);
    };
    match zone.offset_from_local_datetime(&civil) {
        LocalResult::Single(offset) => {
            let at = seconds(civil) - i64::from(offset.fix().local_minus_utc());
            (at, at)
        }
        LocalResult::Ambiguous(a, b) => {
            let a = seconds(civil) - i64::from(a.fix().local_minus_utc());
            let b = seconds(civil) - i64::from(b.fix().local_minus_utc());
            (a.min(b), a.max(b))
        }
        LocalResult::None => {
            // The instant at which the clock jumps over it, by halving.
            let (mut low, mut high) =
                (civil - TimeDelta::hours(40), civil.checked_add_signed(TimeDelta::hours(40)).unwrap());
            while high - low > TimeDelta::seconds(1) {
                let middle = low + TimeDelta::seconds((high - low).num_seconds() / 2);
                let shown = middle
                    + TimeDelta::seconds(i64::from(
                        zone.offset_from_utc_datetime(&middle).fix().local_minus_utc(),
                    ));
                if shown < civil {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            (seconds(high), seconds(high))
        }
    }
}

/// Without the zone data only fixed offsets.
#[cfg(not(feature = "zones"))]
pub(crate) fn instants(zone: &str, civil: NaiveDateTime) -> (i64, i64) {
    let at = seconds(civil) - fixed(zone);
    let _ = TimeDelta::zero();
    (at, at)
}

/// `UTC` or `+05:30` in seconds.
fn fixed(zone: &str) -> i64 {
    if zone == "UTC" {
        return 0;
    }
    let number = |text: &str| text.parse::<i64>().unwrap();
    let size = number(&zone[1..3]) * 3600 + number(&zone[4..6]) * 60;
    if zone.starts_with('-') { -size } else { size }
}

/// Stretches cut to a window.
pub(crate) fn cut(stretches: &[(i64, i64)], from: i64, to: i64) -> Vec<(Time, Time)> {
    let all = stretches.iter().map(|(a, b)| ((*a).max(from), (*b).min(to))).filter(|(a, b)| a < b);
    all.map(|(a, b)| (Time(a), Time(b))).collect()
}

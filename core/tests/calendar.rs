//! Calendars against dates that other programs computed, and against a naive model.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test says what must hold"
)]

#[path = "calendar/laws.rs"]
mod laws;
#[path = "calendar/model.rs"]
mod model;

#[path = "support/oracle.rs"]
mod shared;

use chrono::{Datelike, Days, NaiveDate};
use paceline::calendar::{Calendar, CalendarException, Calendars, Clock, Shift, Timeline, Week};
use paceline::quantity::{Time, Work};
use serde_json::Value;

/// A file of reference values, if the machine has them.
fn oracle(name: &str) -> Option<Value> {
    shared::json(&format!("oracles/social/{name}"))
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("{key} in {value}"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} in {value}"))
}

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

/// One market's calendar: Monday to Friday without its public holidays.
fn market(value: &Value) -> Calendar {
    let week = Week::weekdays(&[Shift::parse("09:00-17:00").unwrap()]);
    let mut calendar = Calendar::new(text(value, "market")).with_week(week);
    for holiday in list(value, "public_holidays") {
        let day = CalendarException::day(date(text(holiday, "date")));
        calendar = calendar.with_exception(day.with_name(text(holiday, "name")));
    }
    calendar
}

fn compile(calendars: &[Calendar], clock: Clock) -> Calendars {
    let mut issues = Vec::new();
    let compiled = Calendars::compile(calendars, clock, &mut issues);
    assert_eq!(issues, []);
    compiled
}

/// The days of each month of 2026, in order, on which some of a wall timeline is worked.
fn days_worked(timeline: &Timeline) -> [i64; 12] {
    let mut months = [0; 12];
    for day in date("2026-01-01").iter_days().take(365) {
        let midnight = |day: NaiveDate| Time::from_civil(day.and_time(chrono::NaiveTime::MIN));
        if timeline.work_between(midnight(day), midnight(day + Days::new(1))) > Work::ZERO {
            months[day.month0() as usize] += 1;
        }
    }
    months
}

fn by_month(value: &Value) -> [i64; 12] {
    std::array::from_fn(|month| value[format!("2026-{:02}", month + 1)].as_i64().unwrap())
}

#[test]
fn working_days_of_six_markets() {
    let Some(data) = oracle("market_calendars.json") else { return };
    let markets: Vec<Calendar> = list(&data, "markets").iter().map(market).collect();
    let calendars = compile(&markets, Clock::Wall);
    let mut cases = 0;
    for case in list(&data, "add_working_days") {
        let calendar = calendars.get(text(case, "market")).unwrap();
        let count = i32::try_from(case["working_days"].as_i64().unwrap()).unwrap();
        let found = calendar.add_working_days(date(text(case, "date")), count);
        assert_eq!(found, Some(date(text(case, "result"))), "{case}");
        cases += 1;
    }
    assert_eq!(cases, 126);
    for value in list(&data, "markets") {
        let calendar = calendars.get(text(value, "market")).unwrap();
        let expected = by_month(&value["working_days_by_month"]);
        assert_eq!(days_worked(&calendar.timeline), expected, "{}", calendar.id);
        assert_eq!(calendar.days.count(date("2026-01-01"), date("2026-12-31")), expected.iter().sum::<i64>());
    }
    let all = calendars.as_slice().iter().fold(Timeline::always(), |all, one| all.intersect(&one.timeline));
    assert_eq!(days_worked(&all), by_month(&data["days_on_which_every_market_works_by_month"]));
}

#[cfg(feature = "zones")]
mod zoned {
    use chrono::NaiveDateTime;
    use paceline::calendar::{LocalTime, Zone};

    use super::*;

    fn local(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn utc(text: &str) -> Time {
        Time::from_civil(local(text.strip_suffix('Z').unwrap()))
    }

    fn office(zone: &str, shift: &str) -> Calendar {
        Calendar::new(zone).with_zone(zone).with_week(Week::every_day(&[Shift::parse(shift).unwrap()]))
    }

    #[test]
    fn a_weekly_nine_oclock_stays_at_nine() {
        let Some(data) = oracle("wall_clock_cases.json") else { return };
        let mut cases = 0;
        for rule in list(&data, "weekly_0900") {
            let zone = text(rule, "time_zone");
            let calendars = compile(&[office(zone, "09:00-17:00")], Clock::Zoned);
            let calendar = calendars.get(zone).unwrap();
            for occurrence in list(rule, "occurrences") {
                let (local, utc) = (local(text(occurrence, "local")), utc(text(occurrence, "utc")));
                assert_eq!(calendar.to_axis(local), LocalTime::Exact(utc), "{zone} {occurrence}");
                assert_eq!(calendar.zone.civil(utc), Some(local), "{zone} {occurrence}");
                // The day's work starts there: nobody works the second before.
                assert_eq!(calendar.timeline.next_work(Time(utc.0 - 1)), utc, "{zone} {occurrence}");
                assert_eq!(calendar.timeline.add_work(utc, Work::hours(8)), Time(utc.0 + 8 * 3600));
                cases += 1;
            }
        }
        assert_eq!(cases, 128);
    }

    #[test]
    fn gaps_and_folds() {
        let Some(data) = oracle("wall_clock_cases.json") else { return };
        for case in list(&data, "gaps_and_folds") {
            let zone = Zone::parse(text(case, "time_zone")).unwrap();
            let found = zone.to_axis(local(text(case, "local_time")));
            let change = utc(text(case, "transition_utc"));
            if text(case, "kind") == "gap" {
                assert_eq!(
                    found,
                    LocalTime::Gap { end: utc(text(case, "utc_if_moved_forward_to_end_of_gap")) }
                );
                assert_eq!(found.opening(), change);
            } else {
                let (first, second) = (utc(text(case, "utc_first")), utc(text(case, "utc_second")));
                assert_eq!(found, LocalTime::Fold { first, second }, "{case}");
            }
            assert_ne!(zone.offset_at(change), zone.offset_at(Time(change.0 - 1)), "{case}");
        }
        assert_eq!(list(&data, "gaps_and_folds").len(), 10);
    }

    #[test]
    fn office_hours_that_overlap() {
        let Some(data) = oracle("wall_clock_cases.json") else { return };
        for case in list(&data, "office_hour_overlap") {
            let zones: Vec<&str> =
                list(case, "time_zones").iter().map(|zone| zone.as_str().unwrap()).collect();
            let offices: Vec<Calendar> = zones.iter().map(|zone| office(zone, "09:00-18:00")).collect();
            let calendars = compile(&offices, Clock::Zoned);
            let all =
                calendars.as_slice().iter().fold(Timeline::always(), |all, one| all.intersect(&one.timeline));
            let day = date(text(case, "local_date"));
            let first = calendars.get(zones[0]).unwrap();
            let from = first.opening(day.and_time(chrono::NaiveTime::MIN));
            let to = first.closing((day + Days::new(1)).and_time(chrono::NaiveTime::MIN));
            let found: Vec<(Time, Time)> = all.intervals(from, to).collect();
            let expected: Vec<(Time, Time)> = case["overlap_utc"]
                .as_array()
                .map(|pair| (utc(pair[0].as_str().unwrap()), utc(pair[1].as_str().unwrap())))
                .into_iter()
                .collect();
            assert_eq!(found, expected, "{case}");
            let minutes = Work::minutes(case["overlap_minutes"].as_i64().unwrap());
            assert_eq!(all.work_between(from, to), minutes, "{case}");
        }
        assert_eq!(list(&data, "office_hour_overlap").len(), 12);
    }
}

//! Markets: working weeks, zones and holidays.

use chrono::{Datelike, NaiveDate};
use paceline::calendar::{Calendar, CalendarException, Shift, Week};

use crate::{Random, first_day};

/// The markets there are, with their zones.
pub const MARKETS: [(&str, &str); 12] = [
    ("us", "America/New_York"),
    ("gb", "Europe/London"),
    ("de", "Europe/Berlin"),
    ("br", "America/Sao_Paulo"),
    ("jp", "Asia/Tokyo"),
    ("in", "Asia/Kolkata"),
    ("ae", "Asia/Dubai"),
    ("au", "Australia/Sydney"),
    ("fr", "Europe/Paris"),
    ("mx", "America/Mexico_City"),
    ("za", "Africa/Johannesburg"),
    ("kr", "Asia/Seoul"),
];

/// `office` and a calendar for each of the first `markets` markets, with three holidays that come back every
/// year and nine dated ones in each of ten years.
pub fn calendars(markets: usize) -> Vec<Calendar> {
    let shifts: Vec<Shift> =
        ["09:00-13:00", "14:00-18:00"].iter().filter_map(|text| text.parse().ok()).collect();
    let week = Week::weekdays(&shifts);
    let mut all = vec![Calendar::new("office").with_zone("Europe/London").with_week(week)];
    for (number, (market, zone)) in MARKETS.iter().take(markets).enumerate() {
        let mut random = Random::new(number as u64 + 1);
        let mut calendar = Calendar::new(*market).with_base("office").with_zone(*zone);
        for (month, day) in [(1, 1), (5, 1), (12, 25)] {
            let date = NaiveDate::from_ymd_opt(first_day().year(), month, day).unwrap_or_default();
            calendar = calendar.with_exception(CalendarException::day(date).yearly());
        }
        for year in 0..10 {
            for holiday in 0..9u32 {
                // One in each stretch of forty days, so that no two fall on one day.
                let ordinal = 2 + holiday * 39 + random.below(38) as u32;
                let date = NaiveDate::from_yo_opt(first_day().year() + year, ordinal).unwrap_or_default();
                let taken = [(1, 1), (5, 1), (12, 25)].contains(&(date.month(), date.day()));
                if !taken {
                    calendar = calendar.with_exception(CalendarException::day(date).with_name("Holiday"));
                }
            }
        }
        all.push(calendar);
    }
    all
}

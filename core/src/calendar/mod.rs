//! Calendars: when somebody works, and how to count with it.
//!
//! An author writes a [`Calendar`]: a week of shifts, dated work weeks, exceptions, a base to inherit
//! from, a time zone. [`Calendars::compile`] checks all of them at once and lays each out on the axis
//! as a [`Timeline`], on which adding and counting work takes logarithmic time in both directions.
//!
//! | type | what |
//! |---|---|
//! | [`Calendar`], [`Week`], [`WorkWeek`], [`CalendarException`], [`Shift`] | what an author writes |
//! | [`Calendars`], [`CompiledCalendar`] | all calendars of a document, ready to count with |
//! | [`Timeline`] | the working seconds of the axis |
//! | [`WorkingDays`] | the working days |
//! | [`Zone`], [`Clock`], [`LocalTime`] | between civil time and the axis |
//!
//! # Examples
//! An office, and somebody who works there and is away for a fortnight:
//!
//! ```
//! use chrono::NaiveDate;
//! use paceline::calendar::{Calendar, CalendarException, Calendars, Clock, Week};
//! use paceline::quantity::{When, Work};
//!
//! let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
//! let office = Calendar::new("de")
//!     .with_zone("+01:00")
//!     .with_week(Week::weekdays(&["09:00-13:00".parse()?, "14:00-18:00".parse()?]))
//!     .with_exception(CalendarException::day(day(12, 25)).with_name("Christmas Day").yearly());
//! let ana = Calendar::new("ana")
//!     .with_base("de")
//!     .with_exception(CalendarException::range(day(8, 3), day(8, 14)).with_name("leave"));
//!
//! let mut issues = Vec::new();
//! let calendars = Calendars::compile(&[office, ana], Clock::Zoned, &mut issues);
//! assert!(issues.is_empty());
//! let ana = calendars.get("ana").unwrap();
//! let start = ana.opening(When::parse("2026-07-31T16:00").unwrap().start());
//! let finish = ana.timeline.add_work(start, Work::hours(4));
//! assert_eq!(ana.stamp(finish).unwrap().to_string(), "2026-08-17T11:00:00+01:00");
//! # Ok::<(), paceline::calendar::CalendarError>(())
//! ```
//!
//! # Changes of clocks
//! On the wall clock ([`Clock::Wall`]) the axis is civil time and no clock ever changes: an eight-hour
//! shift is eight hours every day of the year, as in Microsoft Project.
//!
//! On the zoned clock ([`Clock::Zoned`]) the axis is UTC, and a shift is the time that passes between
//! its two civil ends. An end that the clock skips moves to the instant of the change; one that the
//! clock shows twice opens at the first and closes at the second showing. So office hours are the same
//! length on every day, and a night shift `22:00-06:00` is seven working hours in the night that loses
//! an hour and nine in the night that gains one: the hours that people are there, that payroll pays,
//! and that work can be done in. Eight hours of work stay eight hours: begun at 22:00 in the short
//! night, they end after eight hours of working time, the last of them in the next shift.

mod axis;
mod build;
mod combine;
mod compile;
mod date;
mod days;
mod document;
mod layout;
mod read;
mod rota;
mod shift;
mod timeline;
mod zone;

pub use compile::{Calendars, CompiledCalendar};
pub use days::WorkingDays;
pub use document::{Calendar, CalendarException, Recurrence, Week, WorkWeek};
pub use shift::Shift;
pub(crate) use timeline::Place;
pub use timeline::{Intervals, Timeline};
pub use zone::{Clock, LocalTime, Zone};

/// Why a text or a value is nothing a calendar can use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CalendarError {
    /// Not a shift.
    #[error("`{0}` is not a shift such as `09:00-17:00`")]
    Shift(String),
    /// Not a date.
    #[error("`{0}` is not a date such as `2026-10-06`")]
    Date(String),
    /// Not a time zone.
    #[error("`{0}` is not a time zone such as `Europe/Berlin`, `UTC` or `+05:30`")]
    Zone(String),
    /// An exception that does not say when.
    #[error("an exception needs either `date` or both `from` and `to`")]
    Dates,
}

/// At most 40 characters of a user's text, for a message.
fn clip(text: &str) -> String {
    match text.char_indices().nth(40) {
        None => text.to_owned(),
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

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

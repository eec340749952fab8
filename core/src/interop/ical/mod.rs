//! iCalendar (RFC 5545): a plan as feeds for people's calendars, and calendars as times when nobody works.
//!
//! # Out: [`write_ical`]
//! One feed for the program, or one for each resource, campaign, channel or market. Every task is an event, so that
//! a calendar shows what is to be done when; milestones are whole days.
//!
//! | in the plan | in the feed |
//! |---|---|
//! | task, its dates | `VEVENT`, `DTSTART`, `DTEND`; one event for each part if its work pauses |
//! | milestone | an event of a whole day |
//! | name, notes, people, deadline | `SUMMARY`, `DESCRIPTION` |
//! | campaign, market, channels, tags | `CATEGORIES` |
//! | one wall clock | floating times, or times of the zone that the options name |
//! | zoned clock | times of the plan's (a person's) zone with its `VTIMEZONE` |
//!
//! In the feed of a resource the event is its own part of the work. The `UID` of an event is made from the task (and
//! the resource), so it is the same in every export; given the feeds as they were, `SEQUENCE` is raised and
//! `DTSTAMP` is new where an event differs, and what is no longer there is cancelled. The library reads no clock: the
//! host says what time it is.
//!
//! # In: [`read_ical`]
//! Holidays and leave from any calendar program, as exceptions of a calendar or absences of a resource, with
//! recurring events day by day. Rules within a day (`FREQ=HOURLY`), `BYWEEKNO` and other calendars than the Gregorian
//! are not known: such an event counts once, and that is told. Zones come from their IANA names, else from the
//! `VTIMEZONE` of the file.
//!
//! # References
//! B. Desruisseaux (ed.), *Internet Calendaring and Scheduling Core Object Specification (iCalendar)*, RFC 5545
//! (2009); C. Daboo, *iTIP*, RFC 5546 (2009), what `SEQUENCE` and `STATUS` mean; *New Properties for iCalendar*, RFC
//! 7986 (2016).

mod busy;
mod event;
mod feed;
mod past;
mod read;
mod rule;
mod text;
mod zone;

pub use busy::{IcalBusy, IcalReadOptions};
pub use feed::{IcalBy, IcalDetail, IcalFeed, IcalFeeds, IcalOptions, write_ical};
pub use read::read_ical;

/// How much a file may hold.
pub mod limits {
    /// Longest text in bytes.
    pub const MAX_ICAL_BYTES: usize = 64 << 20;
    /// Deepest nesting of components.
    pub const MAX_ICAL_DEPTH: usize = 16;
    /// Most times that the events of one file stand for.
    pub const MAX_OCCURRENCES: usize = 100_000;
    /// Most days that the rules of one file may look at.
    pub const MAX_RULE_DAYS: usize = 20_000_000;
    /// Most events of one feed.
    pub const MAX_FEED_EVENTS: usize = 200_000;
    /// Most events of all feeds of one call.
    pub const MAX_EVENTS: usize = 1_000_000;
}

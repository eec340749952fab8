//! Exchange with other tools: their files as plans.
//!
//! | file | of | operation |
//! |---|---|---|
//! | MSPDI (XML) | Microsoft Project 2002 and later, and whatever writes its XML | [`read_mspdi`], [`write_mspdi`] |
//! | CSV | spreadsheets: tables of the plan, its schedule and load | [`read_csv`], [`write_csv`] |
//! | iCalendar (`.ics`) | calendar programs: feeds of a scheduled plan; holidays and leave | [`write_ical`], [`read_ical`] |
//! | XER, PMXML | Primavera P6 and whatever writes them | [`read_xer`], [`read_pmxml`], [`write_xer`] |
//!
//! A reader never drops anything in silence: what the plan document cannot say, or what the file says in a way that
//! nothing can be made of, is an issue with its place.

pub mod csv;
pub mod ical;
pub mod mspdi;
pub mod primavera;

pub use csv::{
    CsvDecimal, CsvFile, CsvReadOptions, CsvSeparator, CsvTable, CsvText, CsvTexts, CsvWriteOptions,
    read_csv, write_csv,
};
pub use ical::{
    IcalBusy, IcalBy, IcalDetail, IcalFeed, IcalFeeds, IcalOptions, IcalReadOptions, read_ical, write_ical,
};
pub use mspdi::{MspdiFile, MspdiText, StoredTask, read_mspdi, write_mspdi};
pub use primavera::{P6File, P6Project, XerText, read_pmxml, read_xer, write_xer};

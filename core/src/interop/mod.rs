//! Exchange with other tools: their files as plans.
//!
//! | file | of | operation |
//! |---|---|---|
//! | MSPDI (XML) | Microsoft Project 2002 and later, and whatever writes its XML | [`read_mspdi`] |
//! | XER, PMXML | Primavera P6 and whatever writes them | [`read_xer`], [`read_pmxml`], [`write_xer`] |
//!
//! A reader never drops anything in silence: what the plan document cannot say, or what the file says in a way that
//! nothing can be made of, is an issue with its place.

pub mod mspdi;
pub mod primavera;

pub use mspdi::{MspdiFile, StoredTask, read_mspdi};
pub use primavera::{P6File, P6Project, XerText, read_pmxml, read_xer, write_xer};

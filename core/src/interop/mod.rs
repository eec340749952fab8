//! Exchange with other tools: their files as plans.
//!
//! | file | of | operation |
//! |---|---|---|
//! | MSPDI (XML) | Microsoft Project 2002 and later, and whatever writes its XML | [`read_mspdi`], [`write_mspdi`] |
//!
//! A reader never drops anything in silence: what the plan document cannot say, or what the file says in a way that
//! nothing can be made of, is an issue with its place.

pub mod mspdi;

pub use mspdi::{MspdiFile, MspdiText, StoredTask, read_mspdi, write_mspdi};

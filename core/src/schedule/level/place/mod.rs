//! From an order of tasks to dates: every way to place tasks against links, calendars and capacity.
//!
//! `generate` makes whole schedules from a list, `priority` makes lists by rules, `around` keeps what a given plan
//! keeps, `part` places some tasks anew against the rest, `shift` one.

pub(crate) mod around;
pub(crate) mod generate;
pub(crate) mod part;
pub(crate) mod priority;
pub(crate) mod shift;

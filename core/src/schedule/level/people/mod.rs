//! Who does what: the search for exchanges of people, around the search for when.

pub(crate) mod board;
pub(crate) mod reassign;
pub(crate) mod staffing;
pub(crate) mod teller;

//! What people read: the outcome of planning and leveling in words.
//!
//! [`text`] writes the report of a terminal: who, when, the critical path, overloads before and after
//! leveling, moves with their cause, gates between campaigns, late tasks with why, cost, scorecard. What
//! it says is worked out once in `facts` and `gates` and put into sentences in `sentence` and `words`;
//! the HTML page ([`crate::render::page`]) draws from the same facts.
//!
//! | file | holds |
//! |---|---|
//! | `brief` | what a report is made from |
//! | `findings` | the same, worked out in one go |
//! | `facts` | lanes, people, overloads, gates: everything worked out once |
//! | `sentence` | causes, bounds and lateness in one sentence each |
//! | `words` | dates, days, amounts and names for people |
//! | `layout` | headings, wrapped lines and tables on a terminal |
//! | `text` | the sections of the terminal report |

mod brief;
pub(crate) mod facts;
mod findings;
pub(crate) mod gates;
mod layout;
pub(crate) mod sentence;
mod text;
pub(crate) mod words;

#[cfg(test)]
mod tests;

pub use brief::Brief;
pub use findings::Findings;
pub use text::{TextOptions, text};
pub(crate) use text::{budget, number, overload, percent, rating};

//! Units as types: instants, working and elapsed time, money, shares of a resource.
//!
//! | type | what | on the wire |
//! |---|---|---|
//! | [`Time`] | instant on the plan's integer axis (seconds) | never |
//! | [`Work`] | working time (seconds) | integer seconds |
//! | [`Elapsed`] | time on the wall (seconds) | integer seconds |
//! | [`Duration`] | what an author wrote: `3d`, `8h`, `2ed` | text |
//! | [`Lag`] | what an author wrote on a link: `2d`, `-1d`, `3ed`, `50%` | text |
//! | [`When`] | a civil date, with or without a time of day | text |
//! | [`Stamp`] | a computed civil date-time | text |
//! | [`Money`] | hundredths of the currency unit | decimal number |
//! | [`Units`] | share of a resource, 1 = 100 % | decimal number |
//!
//! `Work` and `Elapsed` do not add to each other: eight working hours are not eight hours on the wall.

mod duration;
mod money;
mod time;
mod units;

pub use duration::{Duration, DurationUnit, Lag, QuantityError, Span, WorkUnits};
pub use money::Money;
pub(crate) use time::DAY;
pub use time::{Elapsed, Stamp, Time, When, Work};
pub use units::Units;

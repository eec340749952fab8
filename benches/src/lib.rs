//! Plans to measure with: seeded, made through the public face of the library alone.
//!
//! | generator | makes |
//! |---|---|
//! | [`chain`] | tasks one after the other: what rivals publish figures for |
//! | [`mesh`] | a layered network with links of every kind, lags, several calendars and some people |
//! | [`shuffled`] | the same plan with its lists in another order |
//! | [`program`] | campaigns as social teams run them: brief, assets, markets, approval, publication |
//! | [`portfolio`] | campaigns from several templates, gates between them, and a given overload |
//! | [`objectives`] | a scorecard with measurements |
//! | [`calendars`] | markets with their zones and holidays |
//!
//! The program `psplib` (`src/bin/psplib.rs`) solves files of the benchmark libraries, and `compare/` sets it beside
//! other solvers.
//!
//! The same arguments give the same plan on every machine. Every plan is valid.
//!
//! ```
//! let plan = benches::program(500, 20, 4, 7);
//! assert!(plan.tasks.len() >= 500);
//! assert_eq!(plan, benches::program(500, 20, 4, 7));
//! let schedule = paceline::schedule::schedule(&plan)?;
//! assert_eq!(schedule, paceline::schedule::schedule(&benches::shuffled(plan))?);
//!
//! let options = benches::PortfolioOptions { tasks: 600, people: 20, ..Default::default() };
//! let plan = benches::portfolio(&options);
//! assert_eq!(plan, benches::portfolio(&options));
//! assert!((benches::overload(&plan) - 0.3).abs() < 0.03);
//! # Ok::<(), paceline::Issues>(())
//! ```

mod market;
mod named;
mod network;
mod portfolio;
mod program;
mod random;
mod scorecard;
mod template;

pub use market::{MARKETS, calendars};
pub use named::named;
pub use network::{chain, mesh, shuffled};
pub use portfolio::{PortfolioOptions, overload, portfolio};
pub use program::program;
pub use random::Random;
pub use scorecard::objectives;

use chrono::{Days, NaiveDate};

/// The Monday on which every generated program starts.
pub fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default()
}

/// A day so many days after the first.
pub(crate) fn day(after: u32) -> NaiveDate {
    first_day().checked_add_days(Days::new(u64::from(after))).unwrap_or_default()
}

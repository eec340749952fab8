//! Customers without contract: how often will they buy, are they still there, what are they worth?
//!
//! A row is a customer: purchases after the first (frequency x), time of the last of them (recency tₓ), time since the
//! first (age T), and, for money, the mean value of the repeat purchases. [`customer_histories`] counts them from orders.
//!
//! | model | while there, buys at rate λ | leaves |
//! |---|---|---|
//! | BG/NBD | λ ~ gamma(r, α) | after any repeat purchase with probability p ~ beta(a, b) |
//! | MBG/NBD | λ ~ gamma(r, α) | the same, also right after the first purchase |
//! | Pareto/NBD | λ ~ gamma(r, α) | at any time with rate μ ~ gamma(s, β) |
//! | Gamma-Gamma | value of a purchase ~ gamma(p, ν), ν ~ gamma(q, γ), independent of λ | |
//!
//! ```text
//! BG/NBD   ln L = ln B(a, b+x) − ln B(a, b) + ln Γ(r+x) − ln Γ(r) + r ln α − (r+x) ln(α+T) + ln(1 + δ)
//!          δ = a ÷ (b+x−1) × ((α+T) ÷ (α+tₓ))^(r+x) if x > 0, else 0;   P(there) = 1 ÷ (1 + δ)
//! value    Σ over periods (E(i) − E(i−1)) × margin × E(value) ÷ (1 + discount)^i
//! ```
//!
//! The parameters are those of largest likelihood, found on the scale of their logarithms with exact slopes (BG/NBD,
//! MBG/NBD, Gamma-Gamma) or slopes from differences (Pareto/NBD). Standard errors come from the second derivatives,
//! intervals are symmetric on the scale of the logarithms. The Gaussian hypergeometric function of the expected
//! purchases is turned by Euler's transformation, so that it neither overflows for busy customers nor breaks at a = 1.
//!
//! # Complexity
//! O(different customers) for each evaluation of the likelihood, about thirty of them; O(customers × periods) after.
//!
//! # Examples
//! ```
//! use paceline::measure::Table;
//! use paceline::measure::customer::{CustomerValueOptions, customer_value};
//! let table: Table = serde_json::from_str(
//!     r#"{ "frequency": [0, 0, 0, 0, 1, 1, 2, 3, 5, 0, 1, 9],
//!          "recency":   [0, 0, 0, 0, 4, 20, 15, 30, 33, 0, 2, 30],
//!          "age":       [30, 35, 38, 32, 36, 31, 33, 38, 35, 36, 39, 31] }"#,
//! )?;
//! let report = customer_value(&table, &CustomerValueOptions { horizon: 10.0, ..Default::default() })?;
//! assert_eq!(report.customers.len(), 12);
//! assert!(report.customers[11].probability_alive > report.customers[10].probability_alive);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # References
//! - Fader, Hardie and Lee, *"Counting your customers" the easy way*, Marketing Science 24 (2005).
//! - Batislam, Denizel and Filiztekin, International Journal of Research in Marketing 24 (2007).
//! - Schmittlein, Morrison and Colombo, Management Science 33 (1987).
//! - Fader and Hardie, *The Gamma-Gamma model of monetary value* (2013).

mod bg;
mod histories;
mod options;
mod pareto;
mod report;
mod run;
mod spend;

pub use histories::{CustomerHistories, CustomerHistoriesOptions, HistoryUnit, customer_histories};
pub use options::{CustomerModel, CustomerValueOptions};
pub use report::{CustomerParameter, CustomerSpend, CustomerValue, CustomerValueReport};
pub use run::customer_value;

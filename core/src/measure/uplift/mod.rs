//! Did the use of a tool help? Rates of two groups, with and without strata, and what speaks against believing it.
//!
//! | operation | asks |
//! |---|---|
//! | [`uplift`] | is the rate of those who use it higher? rows are opportunities or leads |
//! | [`relate`] | does the rate rise with use? rows are people or teams |
//! | [`before_after`] | did the rate rise more where it was taken up? rows are opportunities with dates |
//! | [`run_chart`] | did a series shift or drift? |
//! | [`join_quality`] | which rows of one table find no row of another? |
//!
//! An open opportunity is neither won nor lost: it is counted and left out of every rate.
//!
//! ```text
//! rate                    p = won ÷ closed                                     Wilson (1927)
//! difference              d = p₁ − p₀, from the Wilson limits l, u of both     Newcombe (1998), method 10
//!   interval              d − √((p₁−l₁)² + (u₀−p₀)²)  to  d + √((u₁−p₁)² + (p₀−l₀)²)
//! z                       d ÷ √(p(1−p)(1÷n₁ + 1÷n₀))                           pooled p
//! stratified difference   Σ(a n₀ − c n₁)÷N  ÷  Σ n₁n₀÷N                        Mantel–Haenszel; variance: Sato (1989)
//! stratified odds ratio   Σ a d ÷ N  ÷  Σ b c ÷ N                              variance: Robins, Breslow, Greenland (1986)
//! stratified risk ratio   Σ a n₀ ÷ N  ÷  Σ c n₁ ÷ N                            variance: Greenland, Robins (1985)
//! same odds ratio?        Breslow and Day (1980) with Tarone's correction (1985)
//! ```
//!
//! with a of n₁ won in the group that uses it, c of n₀ in the other, and N = n₁ + n₀ in each stratum.
//!
//! The verdict is `demonstrated` only if every interval asked for (crude, by clusters, each stratification) leaves out
//! zero on the same side. All of it is association unless use was given out by lot: who uses a tool may be who sells
//! well.
//!
//! # Complexity
//! O(rows) for each stratification, and a sort of the names of groups.
//!
//! # Examples
//! ```
//! use paceline::measure::Table;
//! use paceline::measure::uplift::{UpliftOptions, UpliftVerdict, uplift};
//! let deals: Table = serde_json::from_str(
//!     r#"{ "outcome": ["won", "lost", "open", "won", "lost", "lost"],
//!          "group":   ["user", "user", "user", "other", "other", "other"],
//!          "deals":   [60, 40, 25, 45, 30, 25] }"#,
//! )?;
//! let options = UpliftOptions {
//!     group: Some("group".into()),
//!     exposed: Some("user".into()),
//!     count: Some("deals".into()),
//!     ..UpliftOptions::default()
//! };
//! let report = uplift(&deals, &options)?;
//! assert_eq!(report.verdict, UpliftVerdict::Demonstrated);
//! assert_eq!(format!("{:.2}", report.difference.value), "0.15");
//! assert_eq!(report.open, 25);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # References
//! - Wilson, JASA 22 (1927); Newcombe, *Interval estimation for the difference between independent proportions*,
//!   Statistics in Medicine 17 (1998).
//! - Mantel and Haenszel, JNCI 22 (1959); Sato, Biometrics 45 (1989); Greenland and Robins, Biometrics 41 (1985);
//!   Robins, Breslow and Greenland, Biometrics 42 (1986).
//! - Breslow and Day, *Statistical Methods in Cancer Research* 1 (1980); Tarone, Biometrika 72 (1985).
//! - Fisher, *Statistical Methods for Research Workers* (1925); Bonett and Wright, Psychometrika 65 (2000), for the
//!   interval of Spearman's coefficient.
//! - Zou and Donner, Statistics in Medicine 27 (2008), for intervals of sums of estimates.
//! - Perla, Provost and Murray, *The run chart*, BMJ Quality & Safety 20 (2011); Anhøj and Olesen, PLoS ONE 9 (2014).

mod before_after;
mod before_after_report;
mod deals;
mod join;
mod line;
mod rates;
mod relate;
mod relate_report;
mod report;
mod run;
mod run_chart;
mod sides;
mod strata;
#[cfg(test)]
mod tests;

pub use before_after::before_after;
pub use before_after_report::{BeforeAfterOptions, BeforeAfterReport};
pub use join::{JoinQuality, JoinQualityRequest, UnjoinedValue, join_quality};
pub use relate::relate;
pub use relate_report::{
    CorrelationEstimate, RateLine, RateLogit, RelateOptions, RelateReport, RelateVerdict,
};
pub use report::{
    GroupRate, StratifiedUplift, UpliftClusters, UpliftMoney, UpliftOptions, UpliftReport, UpliftVerdict,
};
pub use run::uplift;
pub use run_chart::{RunChart, RunChartOptions, RunChartPoint, RunSignal, RunSignalKind, run_chart};

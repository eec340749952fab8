//! What is asked about use and rates of people, and what is found.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, IntervalEstimate};

/// Where [`relate`](super::relate) finds what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RelateOptions {
    /// Column with the degree of use. Default `exposure`.
    pub exposure: String,
    /// Column with the number won. Default `won`.
    pub won: String,
    /// Column with the number closed. Default `closed`.
    pub closed: String,
    /// Column with a rate or any other number, instead of won and closed; then there is no logit. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<String>,
    /// Column with weights for the weighted line, 0 or more. Default: the number closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<String>,
    /// Correlation, 0 to 1, below which a relation is too weak to speak of. Default 0.2 (very weak in the words of
    /// Evans 1996).
    pub weak: f64,
    /// Whether use was given out by lot. Default false.
    pub randomized: bool,
    /// Level of the intervals, 0.5 to 0.999. Default 0.95.
    pub level: f64,
}

impl Default for RelateOptions {
    fn default() -> Self {
        Self {
            exposure: "exposure".to_owned(),
            won: "won".to_owned(),
            closed: "closed".to_owned(),
            rate: None,
            weight: None,
            weak: 0.2,
            randomized: false,
            level: 0.95,
        }
    }
}

/// What the data say about use and rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RelateVerdict {
    /// The rate is higher where there is more use.
    Demonstrated,
    /// The rate is lower where there is more use.
    DemonstratedDecline,
    /// An interval holds zero, or the correlation is too weak to speak of.
    NoDemonstrableRelation,
}

/// How the rate goes with use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RelateReport {
    /// What the data say.
    pub verdict: RelateVerdict,
    /// The same as a sentence.
    pub statement: String,
    /// How much it proves.
    pub evidence: Evidence,
    /// Rows with a degree of use and a rate.
    pub rows: u64,
    /// Rows without one of them.
    pub left_out: u64,
    /// Pearson's correlation.
    pub pearson: CorrelationEstimate,
    /// Spearman's rank correlation.
    pub spearman: CorrelationEstimate,
    /// The line by least squares, each row counting the same.
    pub line: RateLine,
    /// The line by weighted least squares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighted_line: Option<RateLine>,
    /// The binomial logit of won of closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logit: Option<RateLogit>,
    /// Slope × distance between the quartiles of use × 1,000: won deals more per 1,000 closed at three quarters than at
    /// one quarter of use. Nothing for a rate of another kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub won_per_thousand: Option<IntervalEstimate>,
}

/// A correlation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrelationEstimate {
    /// The coefficient, −1 to 1, with Fisher's interval (for ranks with the variance of Bonett and Wright).
    pub coefficient: IntervalEstimate,
    /// Probability of a coefficient at least as far from zero by chance, from Student's distribution.
    pub p_value: f64,
}

/// A straight line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RateLine {
    /// Rate without use.
    pub intercept: IntervalEstimate,
    /// Change of the rate with one unit more of use.
    pub slope: IntervalEstimate,
    /// p-value of the slope.
    pub slope_p_value: f64,
    /// Share of the variance of the rate that goes with use.
    pub r_squared: f64,
}

/// A binomial logit: ln(rate ÷ (1 − rate)) = intercept + slope × use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RateLogit {
    /// Logarithm of the odds without use.
    pub intercept: IntervalEstimate,
    /// Change of the logarithm of the odds with one unit more of use.
    pub slope: IntervalEstimate,
    /// p-value of the slope.
    pub slope_p_value: f64,
    /// Pearson's chi-squared ÷ degrees of freedom: above 1 the rates vary more than lots would.
    pub dispersion: f64,
}

//! What is asked about use and success, and what is found.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, IntervalEstimate};

/// Where [`uplift`](super::uplift) finds what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct UpliftOptions {
    /// Column with the state of each opportunity. Default `outcome`.
    pub outcome: String,
    /// States that are won. Default `won`, `yes`, `1`.
    pub won: Vec<String>,
    /// States that are lost. Default `lost`, `no`, `0`.
    pub lost: Vec<String>,
    /// States that are open: neither won nor lost. Default `open`. A state in none of the lists is refused.
    pub open: Vec<String>,
    /// Column with the group of each row; either this or `exposure`. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// Name of the group that uses the tool. Needed with `group`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exposed: Option<String>,
    /// Name of the group to compare with. Default: everybody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub control: Option<String>,
    /// Column with the degree of use of each row; those above the split use it. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exposure: Option<String>,
    /// Degree of use above which a row belongs to the users. Default: the median (of units, if there are units).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<f64>,
    /// Column with the person or team that each row belongs to: their rows are not independent of each other, so the
    /// difference gets a second interval from the units. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Columns that each divide the rows into strata; each gives its own stratified estimate. Default none.
    pub strata: Vec<String>,
    /// Column with the value of each opportunity, in any currency. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Column with how many opportunities a row stands for, 0 or more. Default: one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
    /// Columns whose gaps are reported, such as the account. Default none.
    pub complete: Vec<String>,
    /// Whether use was given out by lot. Default false: what is found is association.
    pub randomized: bool,
    /// Level of the intervals, 0.5 to 0.999. Default 0.95.
    pub level: f64,
}

impl Default for UpliftOptions {
    fn default() -> Self {
        let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Self {
            outcome: "outcome".to_owned(),
            won: list(&["won", "yes", "1"]),
            lost: list(&["lost", "no", "0"]),
            open: list(&["open"]),
            group: None,
            exposed: None,
            control: None,
            exposure: None,
            split: None,
            unit: None,
            strata: Vec::new(),
            value: None,
            count: None,
            complete: Vec::new(),
            randomized: false,
            level: 0.95,
        }
    }
}

/// What the data say about use and success.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UpliftVerdict {
    /// The rate is higher with use: every interval lies above zero.
    Demonstrated,
    /// The rate is lower with use: every interval lies below zero.
    DemonstratedDecline,
    /// At least one interval holds zero.
    NoDemonstrableRelation,
}

/// The rates of two groups compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UpliftReport {
    /// What the data say.
    pub verdict: UpliftVerdict,
    /// The same as a sentence.
    pub statement: String,
    /// How much it proves.
    pub evidence: Evidence,
    /// All closed opportunities of both groups.
    pub overall: GroupRate,
    /// Those with use.
    pub exposed: GroupRate,
    /// Those without.
    pub control: GroupRate,
    /// Degree of use at which the groups were split.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub split: Option<f64>,
    /// Difference of the rates, with Newcombe's interval.
    pub difference: IntervalEstimate,
    /// Difference of the rates, with Wald's interval, for comparison.
    pub difference_wald: IntervalEstimate,
    /// Difference of the rates ÷ rate without use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative_uplift: Option<f64>,
    /// Rate with use ÷ rate without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk_ratio: Option<IntervalEstimate>,
    /// Odds with use ÷ odds without.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odds_ratio: Option<IntervalEstimate>,
    /// Difference in standard errors of the pooled rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub z: Option<f64>,
    /// Probability of a difference at least as large by chance, on both sides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_value: Option<f64>,
    /// Difference with an interval from the units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clustered: Option<UpliftClusters>,
    /// Difference within strata, for each column asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stratified: Vec<StratifiedUplift>,
    /// Won deals more per 1,000 closed opportunities.
    pub won_per_thousand: IntervalEstimate,
    /// The same in money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub money: Option<UpliftMoney>,
    /// Opportunities still open: in no rate.
    pub open: u64,
    /// Rows without a state, group or degree of use: in no rate.
    pub left_out: u64,
}

/// The rate of a group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupRate {
    /// Its name.
    pub group: String,
    /// Opportunities won or lost.
    pub closed: u64,
    /// Opportunities won.
    pub won: u64,
    /// Opportunities still open.
    pub open: u64,
    /// Won ÷ closed, with Wilson's interval.
    pub rate: IntervalEstimate,
    /// Units, where there are units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<u64>,
    /// Value of what was won.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_won: Option<f64>,
}

/// The difference with an interval from the units.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UpliftClusters {
    /// Units of both groups.
    pub units: u64,
    /// The difference, its standard error from the rates of the units, its interval from Student's distribution with
    /// units − 2 degrees of freedom.
    pub difference: IntervalEstimate,
    /// How many times the variance is that of independent rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub design_effect: Option<f64>,
}

/// The difference within strata.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StratifiedUplift {
    /// The column.
    pub by: String,
    /// Strata with closed opportunities in both groups.
    pub strata: u64,
    /// Strata with closed opportunities in one group alone: they tell nothing and are left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub strata_left_out: Vec<String>,
    /// Closed opportunities in the strata left out.
    pub closed_left_out: u64,
    /// Mantel–Haenszel difference of the rates.
    pub difference: IntervalEstimate,
    /// Mantel–Haenszel ratio of the rates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk_ratio: Option<IntervalEstimate>,
    /// Mantel–Haenszel ratio of the odds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub odds_ratio: Option<IntervalEstimate>,
    /// Cochran–Mantel–Haenszel chi-squared, without correction for continuity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cmh_chi_squared: Option<f64>,
    /// Its p-value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cmh_p_value: Option<f64>,
    /// p-value of Breslow and Day with Tarone's correction: small if the odds ratios of the strata differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breslow_day_p_value: Option<f64>,
    /// p-value of Cochran's Q: small if the differences of the strata differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heterogeneity_p_value: Option<f64>,
}

/// What a difference of rates is worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UpliftMoney {
    /// Mean value of a won deal, of both groups.
    pub mean_won_value: f64,
    /// Won deals more per 1,000 closed × mean value of a won deal: deals of the same size, only more of them.
    pub per_thousand: IntervalEstimate,
    /// Value won per 1,000 closed, with use less without: also the deals may differ. Interval from the spread of the
    /// values (Welch).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_per_thousand: Option<IntervalEstimate>,
    /// Won deals without a value: in no sum.
    pub won_without_value: u64,
}

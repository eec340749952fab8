//! What is asked about before and after, and what is found.

use serde::{Deserialize, Serialize};

use super::report::{GroupRate, UpliftClusters, UpliftVerdict};
use crate::measure::{Evidence, IntervalEstimate};
use crate::quantity::When;

/// Where [`before_after`](super::before_after) finds what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct BeforeAfterOptions {
    /// Column with the state of each opportunity. Default `outcome`.
    pub outcome: String,
    /// States that are won. Default `won`, `yes`, `1`.
    pub won: Vec<String>,
    /// States that are lost. Default `lost`, `no`, `0`.
    pub lost: Vec<String>,
    /// States that are open: neither won nor lost. Default `open`.
    pub open: Vec<String>,
    /// Column with the group of each row. Default `group`.
    pub group: String,
    /// Name of the group that took the tool up. Needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exposed: Option<String>,
    /// Column with the date of each row (when it was closed). Default `date`.
    pub time: String,
    /// First day, or moment, of use. Needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<When>,
    /// Column with the person or team that each row belongs to. Default none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Column with how many opportunities a row stands for. Default: one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
    /// Level of the intervals, 0.5 to 0.999. Default 0.95.
    pub level: f64,
}

impl Default for BeforeAfterOptions {
    fn default() -> Self {
        let list = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Self {
            outcome: "outcome".to_owned(),
            won: list(&["won", "yes", "1"]),
            lost: list(&["lost", "no", "0"]),
            open: list(&["open"]),
            group: "group".to_owned(),
            exposed: None,
            time: "date".to_owned(),
            adopted: None,
            unit: None,
            count: None,
            level: 0.95,
        }
    }
}

/// The change of a rate where a tool was taken up, less the change where it was not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BeforeAfterReport {
    /// What the data say.
    pub verdict: UpliftVerdict,
    /// The same as a sentence.
    pub statement: String,
    /// How much it proves.
    pub evidence: Evidence,
    /// Those who took it up, before.
    pub exposed_before: GroupRate,
    /// Those who took it up, after.
    pub exposed_after: GroupRate,
    /// The others, before.
    pub control_before: GroupRate,
    /// The others, after.
    pub control_after: GroupRate,
    /// Change of the rate of those who took it up, with Newcombe's interval.
    pub exposed_change: IntervalEstimate,
    /// Change of the rate of the others, with Newcombe's interval.
    pub control_change: IntervalEstimate,
    /// The one less the other, its interval from both intervals by the method of Zou and Donner.
    pub difference: IntervalEstimate,
    /// The same with Wald's interval, for comparison.
    pub difference_wald: IntervalEstimate,
    /// The same with an interval from the units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clustered: Option<UpliftClusters>,
    /// The same between the earlier and the later half of the time before: should be near zero.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placebo: Option<IntervalEstimate>,
    /// Won deals more per 1,000 closed opportunities.
    pub won_per_thousand: IntervalEstimate,
    /// Opportunities still open: in no rate.
    pub open: u64,
    /// Rows without a state, group or date: in no rate.
    pub left_out: u64,
}

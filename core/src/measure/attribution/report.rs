//! What [`attribute`](super::attribute) answers.

use serde::{Deserialize, Serialize};

use super::options::AttributionModel;
use crate::measure::{Evidence, IntervalEstimate};

/// Who gets the credit, by each model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttributionReport {
    /// Journeys: conversions and paths that did not convert.
    pub journeys: f64,
    /// Conversions shared out.
    pub conversions: f64,
    /// Value shared out, if the table has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Journeys that did not convert.
    pub nulls: f64,
    /// Different paths.
    pub paths: u64,
    /// Touches of a journey in the mean.
    pub touches_per_journey: f64,
    /// What is known of each channel before any model, by name.
    pub channels: Vec<ChannelPresence>,
    /// The models in the order asked for.
    pub models: Vec<ModelCredit>,
    /// How far the models agree on each channel, by name.
    pub agreement: Vec<ChannelAgreement>,
    /// Steps from touch to touch, from `start`, to `conversion` and `null`, if asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub transitions: Vec<Transition>,
    /// What to know before believing it.
    pub evidence: Evidence,
}

/// Where a channel stands in the journeys.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelPresence {
    /// The channel.
    pub channel: String,
    /// Touches of it.
    pub touches: f64,
    /// Journeys with at least one touch of it.
    pub journeys: f64,
    /// Those of them that converted.
    pub conversions: f64,
    /// Conversions without a touch of any other channel.
    pub alone: f64,
    /// Cost, if given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<f64>,
}

/// Credits by one model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ModelCredit {
    /// Short name, such as `markov_2`.
    pub name: String,
    /// The model.
    pub model: AttributionModel,
    /// Credit of each channel, by name.
    pub channels: Vec<ChannelCredit>,
    /// The chain behind a Markov model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<ChainSummary>,
}

/// A Markov chain in numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChainSummary {
    /// Touches it remembers.
    pub order: u64,
    /// States, the start included, conversion and null left out.
    pub states: u64,
    /// Probability that a journey converts.
    pub conversion_probability: f64,
    /// Expected value of a journey, if there are values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_value: Option<f64>,
}

/// What one model gives one channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelCredit {
    /// The channel.
    pub channel: String,
    /// Conversions credited to it.
    pub conversions: IntervalEstimate,
    /// Share of all conversions, from 0 to 1.
    pub share: IntervalEstimate,
    /// Value credited to it, if there are values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<IntervalEstimate>,
    /// Share of the conversions that would be lost without the channel (Markov).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removal_effect: Option<f64>,
    /// Share of the value that would be lost without the channel (Markov).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removal_effect_value: Option<f64>,
    /// Conversions credited by the place of the channel among the different channels of its paths, first touch first
    /// (Shapley, as the ordered variant of Zhao and others); places from the tenth on in one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_place: Vec<f64>,
    /// Cost per credited conversion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost_per_conversion: Option<f64>,
    /// Credited value per unit of cost.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_on_spend: Option<f64>,
}

/// How far models agree on a channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelAgreement {
    /// The channel.
    pub channel: String,
    /// Smallest share that a model gives it.
    pub low: f64,
    /// Model that gives the smallest.
    pub low_model: String,
    /// Largest share that a model gives it.
    pub high: f64,
    /// Model that gives the largest.
    pub high_model: String,
    /// Best rank among the channels, 1 for the most credit.
    pub best_rank: u64,
    /// Worst rank among the channels.
    pub worst_rank: u64,
}

/// A step between touches.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// Where it begins; nothing at the start of a journey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The channel it leads to; nothing at the end of a journey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Whether the end is a conversion; only at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub converted: Option<bool>,
    /// How often.
    pub count: f64,
    /// Share of all steps from there.
    pub probability: f64,
}

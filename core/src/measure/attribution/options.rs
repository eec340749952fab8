//! What [`attribute`](super::attribute) is asked.

use serde::{Deserialize, Serialize};

/// How the table holds the journeys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum JourneyLayout {
    /// One row a path, its channels in one text, with how often it converted and how often it did not.
    #[default]
    Paths,
    /// One row a touch: journey, channel, time, and whether the journey converted.
    Touches,
}

/// What is made of touches of the same channel right after each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RepeatedTouches {
    /// Each counts.
    #[default]
    Keep,
    /// They count as one, at the time of the last.
    Merge,
}

/// A rule or model that shares out the credit of a conversion.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum AttributionModel {
    /// All to the first touch.
    First,
    /// All to the last touch.
    Last,
    /// All to the last touch that is not of the direct channel, or to the direct channel if there is no other.
    LastNonDirect,
    /// The same to each touch.
    Linear,
    /// A share to the first touch, a share to the last, the rest evenly to those between. Of two touches, each gets
    /// its share of both shares; a single touch gets all.
    Position {
        /// Share of the first touch, from 0 to 1; 0.4 unless said.
        #[serde(default = "edge_share")]
        first: f64,
        /// Share of the last touch, from 0 to 1; 0.4 unless said.
        #[serde(default = "edge_share")]
        last: f64,
    },
    /// Half the credit for each half-life that a touch lies before the last one. Needs touches with times.
    TimeDecay {
        /// Half-life in hours, above 0; 168 (a week) unless said.
        #[serde(default = "week")]
        half_life_hours: f64,
    },
    /// Removal effects of a Markov chain over the last `order` touches, solved exactly.
    Markov {
        /// How many touches the chain remembers, from 1 to 8; 1 unless said.
        #[serde(default = "one")]
        order: u64,
    },
    /// Shapley values of the game whose coalitions are sets of channels.
    Shapley,
}

fn edge_share() -> f64 {
    0.4
}

fn week() -> f64 {
    168.0
}

fn one() -> u64 {
    1
}

impl AttributionModel {
    /// A short name, unlike that of any other model of a comparison.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::First => "first".into(),
            Self::Last => "last".into(),
            Self::LastNonDirect => "last_non_direct".into(),
            Self::Linear => "linear".into(),
            Self::Position { first, last } => {
                format!("position_{}_{}", percent(*first), percent(*last))
            }
            Self::TimeDecay { half_life_hours } => format!("time_decay_{half_life_hours}h"),
            Self::Markov { order } => format!("markov_{order}"),
            Self::Shapley => "shapley".into(),
        }
    }
}

/// A share in hundredths, without the dust of the multiplication.
fn percent(share: f64) -> f64 {
    (share * 1e8).round() / 1e6
}

/// What was spent on a channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelCost {
    /// Name of the channel.
    pub channel: String,
    /// Cost in the unit of the values, not below 0.
    pub cost: f64,
}

/// How [`attribute`](super::attribute) reads the table and what it computes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AttributeOptions {
    /// How the table holds the journeys.
    pub layout: JourneyLayout,
    /// Column of the paths (layout `paths`): channels in the order of their touches.
    pub path: String,
    /// What stands between the channels of a path, blanks around it left out.
    pub separator: String,
    /// Column with the number of conversions: of the path, or of the journey of the touch (a truth value counts 1 or
    /// 0; it may stand on each row of the journey or on one of them).
    pub conversions: String,
    /// Column with the value of these conversions in total; left out if the table has no such column.
    pub value: String,
    /// Column with how often the path did not convert (layout `paths`); left out if the table has no such column.
    pub nulls: String,
    /// Column of the journey of a touch (layout `touches`).
    pub journey: String,
    /// Column of the channel of a touch (layout `touches`).
    pub channel: String,
    /// Column of the time of a touch (layout `touches`): dates, or numbers of hours from any moment.
    /// Touches of the same moment count in the order of their rows.
    pub time: String,
    /// Column of the time of the conversion, of the kind of `time`: touches after it are left out (layout `touches`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversion_time: Option<String>,
    /// Touches that lie more hours than this before the conversion, or before the last touch where its time is not
    /// given, are left out (layout `touches`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lookback_hours: Option<f64>,
    /// What is made of touches of the same channel right after each other.
    pub repeats: RepeatedTouches,
    /// Name of the direct channel, for `last_non_direct`.
    pub direct: String,
    /// Models to compare, up to 20; all that the data allow if empty.
    pub models: Vec<AttributionModel>,
    /// What was spent on channels, for the cost per conversion and the return on it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<ChannelCost>,
    /// Confidence of the intervals, above 0 and below 1.
    pub confidence: f64,
    /// Resamples of the bootstrap, up to 10,000. At 0 the intervals come from the influence of each journey (the
    /// delta method): nearly the same, without drawing lots.
    pub resamples: u64,
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Whether the report lists the transitions between channels.
    pub transitions: bool,
}

impl Default for AttributeOptions {
    fn default() -> Self {
        Self {
            layout: JourneyLayout::Paths,
            path: "path".into(),
            separator: ">".into(),
            conversions: "conversions".into(),
            value: "value".into(),
            nulls: "nulls".into(),
            journey: "journey".into(),
            channel: "channel".into(),
            time: "time".into(),
            conversion_time: None,
            lookback_hours: None,
            repeats: RepeatedTouches::Keep,
            direct: "direct".into(),
            models: Vec::new(),
            costs: Vec::new(),
            confidence: 0.95,
            resamples: 0,
            seed: 1,
            transitions: true,
        }
    }
}

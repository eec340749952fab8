//! What a response fit says.

use serde::{Deserialize, Serialize};

use super::super::budget::AllocateBudgetRequest;
use super::super::transform::{Adstock, Saturation};
use crate::measure::{Evidence, IntervalEstimate};

/// An outcome explained by spend, season, trend and controls.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FitResponseReport {
    /// Periods.
    pub rows: u64,
    /// Coefficients, the constant among them.
    pub parameters: u64,
    /// Effective number of parameters: less than their number by what the penalty and the bounds take away.
    pub effective_parameters: f64,
    /// The penalty λ.
    pub penalty: f64,
    /// Whether the penalty was chosen by prediction.
    pub penalty_chosen: bool,
    /// Shapes of channels that were compared; 0 if all were given.
    pub shapes_compared: u64,
    /// Rows of a block of the bootstrap.
    pub block: u64,
    /// How well it fits.
    pub quality: ResponseFitQuality,
    /// Coefficients in the units of the columns, the constant first; channels are those of `saturation(adstock(spend))`.
    pub terms: Vec<ResponseTerm>,
    /// Channels in the order of the options.
    pub channels: Vec<ResponseChannelFit>,
    /// What all channels together brought.
    pub media: IntervalEstimate,
    /// What the model says would have come without any spend.
    pub baseline: f64,
    /// Periods in the order of time.
    pub points: Vec<ResponseFitPoint>,
    /// What [`allocate_budget`](super::super::allocate_budget) takes: the channels with an effect, their mean spend today
    /// and its total; left out where no channel has an effect above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<AllocateBudgetRequest>,
    /// What to know before believing it.
    pub evidence: Evidence,
}

/// How well a response fit fits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseFitQuality {
    /// Share of the variance of the outcome that is explained.
    pub r_squared: f64,
    /// Mean of |error| ÷ |outcome|; left out where an outcome is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mape: Option<f64>,
    /// 1 − squared errors of the predictions ÷ those of the mean so far, over the last third of the rows; below 0 where
    /// the mean predicts better.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of_sample_r_squared: Option<f64>,
    /// Mean of |error| ÷ |outcome| of the predictions; left out where an outcome is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of_sample_mape: Option<f64>,
    /// Rows that were predicted from those before them.
    pub predicted_rows: u64,
    /// Standard deviation of the residuals, by the effective parameters.
    pub residual_deviation: f64,
}

/// What a term of a response fit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ResponseTermKind {
    /// The constant.
    Constant,
    /// A channel.
    Channel,
    /// A control column.
    Control,
    /// The linear trend.
    Trend,
    /// A sine or cosine of the season.
    Season,
}

/// A coefficient.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseTerm {
    /// Its column, or `constant`, `trend`, `sine 1`, `cosine 1` and so on.
    pub name: String,
    /// What it is.
    pub kind: ResponseTermKind,
    /// The coefficient.
    pub coefficient: IntervalEstimate,
    /// Variance inflation: 1 ÷ (1 − R²) of the column by the others; left out for the constant and where it is made of
    /// them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variance_inflation: Option<f64>,
}

/// What a channel brought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseChannelFit {
    /// Column of its spend.
    pub channel: String,
    /// The carry-over, given or chosen.
    pub adstock: Adstock,
    /// The saturation, given or chosen, with numbers of its own.
    pub saturation: Saturation,
    /// Effect of a saturation of 1.
    pub coefficient: IntervalEstimate,
    /// Its spend in all periods.
    pub spend: f64,
    /// What it brought in these periods.
    pub contribution: IntervalEstimate,
    /// Share of the outcome; left out where outcomes do not add up to more than 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<IntervalEstimate>,
    /// Contribution ÷ spend.
    pub roas: IntervalEstimate,
    /// Effect of one more unit of spend in each period, at its mean spend; left out where it is infinite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marginal: Option<f64>,
    /// Effect of a steady spend, from 0 to 1.5 times its largest.
    pub curve: Vec<ResponseCurvePoint>,
    /// What it brought in each period, in the order of `points`.
    pub contributions: Vec<f64>,
}

/// A point of a response curve.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseCurvePoint {
    /// Spend in each period, long enough for the carry-over to settle.
    pub spend: f64,
    /// Effect of each period.
    pub response: IntervalEstimate,
    /// Whether so much was spent in no period: here the curve is the formula's alone.
    pub beyond_data: bool,
}

/// A period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResponseFitPoint {
    /// Its date, where a column of dates was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// What came.
    pub outcome: f64,
    /// What the model says.
    pub fitted: f64,
    /// What it says without any spend.
    pub baseline: f64,
}

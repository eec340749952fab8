//! What [`causal_impact`](super::causal_impact) answers.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, IntervalEstimate};

/// Where the effect goes, as far as its interval shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImpactDirection {
    /// The whole interval lies above 0.
    Increase,
    /// The whole interval lies below 0.
    Decrease,
    /// The interval holds 0.
    Unclear,
}

/// Part of the time that a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ImpactPeriod {
    /// Before the intervention: what the model learns from.
    Pre,
    /// Between the two periods: predicted only.
    Gap,
    /// From the intervention on: what is judged.
    Post,
}

/// What the intervention did.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CausalImpactReport {
    /// Mean per row of the period after.
    pub average: ImpactEffect,
    /// Sum over the period after.
    pub cumulative: ImpactEffect,
    /// (actual − predicted) ÷ predicted over the period after: the mean of this ratio over the draws, as R's
    /// `CausalImpact` 1.3 and later. Absent where the prediction may be 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<IntervalEstimate>,
    /// Where the effect goes.
    pub direction: ImpactDirection,
    /// Probability, without an effect, of a sum at least this far out on the side where it lies (one-sided).
    pub tail_probability: f64,
    /// The result in one sentence.
    pub finding: String,
    /// What was fitted.
    pub model: ImpactModel,
    /// What each control does, in the order of the options.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coefficients: Vec<ImpactCoefficient>,
    /// Actual and predicted values row by row: the picture.
    pub series: Vec<ImpactPoint>,
    /// Effects found where there was none: earlier moments treated as the intervention.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placebos_in_time: Vec<ImpactPlacebo>,
    /// Effects found where there was none: controls treated as the outcome.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub placebos_in_space: Vec<ImpactPlacebo>,
    /// Of the outcome and the controls, the share with an effect at least as far from 0 in its deviations as the outcome's;
    /// with the placebo test in space.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub placebo_probability: Option<f64>,
    /// How much this proves.
    pub evidence: Evidence,
}

/// Actual, predicted and the difference.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactEffect {
    /// What happened.
    pub actual: f64,
    /// What would have happened without the intervention, as the model says.
    pub predicted: IntervalEstimate,
    /// Actual − predicted.
    pub effect: IntervalEstimate,
}

/// The model that was fitted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactModel {
    /// Rows of the period before with an outcome.
    pub pre_rows: u64,
    /// Rows of the period after with an outcome.
    pub post_rows: u64,
    /// Rounds of the sampler that count.
    pub draws: u64,
    /// Rounds left out at the beginning.
    pub burn_in: u64,
    /// Standard deviation of the noise, in the unit of the outcome.
    pub noise_sd: IntervalEstimate,
    /// Standard deviation of the steps of the level.
    pub level_sd: IntervalEstimate,
    /// Standard deviation of the steps of the slope, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slope_sd: Option<IntervalEstimate>,
    /// Standard deviation of the steps of the season, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub season_sd: Option<IntervalEstimate>,
    /// Mean number of columns in the regression, its constant counted; where there are controls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model_size: Option<f64>,
    /// Standard deviation of the average effect from one seed to another, from the means of batches of draws: ask for more
    /// draws where it is too large.
    pub monte_carlo_error: f64,
    /// 1 − the variance of what the prediction misses ÷ the variance of the outcome, before the intervention. A level that
    /// follows the outcome closely makes it high without proving that the prediction is good.
    pub r_squared: f64,
    /// Mean of |actual − predicted| ÷ |actual| before the intervention; absent where an actual value is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mape: Option<f64>,
}

/// What one control does in the model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactCoefficient {
    /// Column of the control.
    pub control: String,
    /// Probability that it is in the model.
    pub inclusion_probability: f64,
    /// Coefficient in the units of the columns, 0 counted where it is not in the model.
    pub coefficient: IntervalEstimate,
    /// Probability that the coefficient is above 0, given that the control is in the model; absent if it never is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub positive_probability: Option<f64>,
}

/// One row of the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactPoint {
    /// Time, as written.
    pub time: String,
    /// Part of the time.
    pub period: ImpactPeriod,
    /// What happened, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<f64>,
    /// What the model says, with the interval of a single observation.
    pub predicted: IntervalEstimate,
    /// Actual − predicted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effect: Option<IntervalEstimate>,
    /// Sum of the effects from the intervention to this row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cumulative_effect: Option<IntervalEstimate>,
}

/// An effect found where there was none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImpactPlacebo {
    /// The moment treated as the intervention, or the control treated as the outcome.
    pub name: String,
    /// Mean effect per row.
    pub average_effect: IntervalEstimate,
    /// One-sided tail probability, as in the report.
    pub tail_probability: f64,
    /// Whether the interval holds 0, as it should.
    pub quiet: bool,
}

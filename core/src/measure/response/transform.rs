//! Carry-over and saturation: what a series of inputs becomes before it acts.

use serde::{Deserialize, Serialize};

use crate::stats::math::{exp, ln, pow, tanh};
use crate::stats::summary::{count, quantile_sorted, sum};
use crate::{Issue, Issues};

/// Longest series that is transformed.
const MOST_VALUES: usize = 1_000_000;
/// Longest carry-over in periods.
pub(super) const LONGEST_CARRY_OVER: u64 = 1000;
/// Most products of a series and its weights.
const MOST_PRODUCTS: usize = 200_000_000;

/// Carry-over (adstock): how an input acts in the periods after it, by weights of lags 0, 1, 2 and so on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Adstock {
    /// It acts at once and no longer.
    None,
    /// retention^lag. Without a length it goes on for ever, as in Robyn; with one it is cut, as in PyMC-Marketing.
    Geometric {
        /// Share that is left after one period, from 0 to below 1.
        retention: f64,
        /// Number of weights, from 1; all if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        length: Option<u64>,
        /// Whether the weights are divided by their sum.
        #[serde(default)]
        normalize: bool,
    },
    /// retention^((lag − delay)²): it acts most after a delay.
    Delayed {
        /// Share that is left one period beside the peak, from 0 to below 1.
        retention: f64,
        /// Periods from the input to the peak, not below 0.
        delay: f64,
        /// Number of weights, from 1.
        length: u64,
        /// Whether the weights are divided by their sum.
        #[serde(default)]
        normalize: bool,
    },
    /// The product of the survival functions of a Weibull distribution up to the lag: a decay that itself changes.
    WeibullCdf {
        /// Shape, above 0.
        shape: f64,
        /// Scale in periods, above 0; with `relative_scale` a share of the window.
        scale: f64,
        /// Number of weights (the window), from 1; as long as the series if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        length: Option<u64>,
        /// Whether the scale is a share of the window from 0 to 1, taken to the next whole period (Robyn).
        #[serde(default)]
        relative_scale: bool,
        /// Whether the weights are divided by their sum.
        #[serde(default)]
        normalize: bool,
    },
    /// The density of a Weibull distribution at 1, 2, 3 and so on, stretched to lie from 0 to 1.
    WeibullPdf {
        /// Shape, above 0.
        shape: f64,
        /// Scale in periods, above 0; with `relative_scale` a share of the window.
        scale: f64,
        /// Number of weights (the window), from 1; as long as the series if left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        length: Option<u64>,
        /// Whether the scale is a share of the window from 0 to 1, taken to the next whole period (Robyn).
        #[serde(default)]
        relative_scale: bool,
        /// Whether the weights are divided by their sum.
        #[serde(default)]
        normalize: bool,
    },
}

/// Saturation: how an input of one period becomes an effect, more of it adding less at last.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Saturation {
    /// x.
    None,
    /// xˢ ÷ (κˢ + xˢ): S-shaped where the slope is above 1.
    Hill {
        /// Slope s, above 0.
        slope: f64,
        /// Input κ of half the effect, above 0.
        half: f64,
    },
    /// Hill with κ = (1 − γ) · smallest + γ · largest input of the series (Robyn).
    HillRelative {
        /// Slope s, above 0.
        slope: f64,
        /// Place γ of the half effect between the smallest and the largest input, above 0 and up to 1.
        gamma: f64,
    },
    /// (1 − e^(−λx)) ÷ (1 + e^(−λx)).
    Logistic {
        /// Rate λ, above 0.
        rate: f64,
    },
    /// maximum · x ÷ (half + x).
    MichaelisMenten {
        /// Effect that is never reached, above 0.
        maximum: f64,
        /// Input of half of it, above 0.
        half: f64,
    },
    /// b · tanh(x ÷ (b c)).
    Tanh {
        /// Effect b that is never reached, above 0.
        maximum: f64,
        /// Input c that the first unit of effect costs, above 0.
        cost: f64,
    },
    /// x^α.
    Root {
        /// Exponent α, above 0 and up to 1.
        exponent: f64,
    },
}

fn outside(at: &str, message: &str) -> Issue {
    Issue::error("option-out-of-range", at, message)
}

fn positive(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

impl Adstock {
    /// What a steady input of 1 becomes in the end.
    pub(super) fn inflation(&self, window: usize) -> f64 {
        match *self {
            Self::Geometric { normalize: true, .. } => 1.0,
            Self::Geometric { retention, length: None, .. } => 1.0 / (1.0 - retention),
            _ => sum(self.weights(window).unwrap_or_default()),
        }
    }

    /// What is wrong with it.
    pub(super) fn check(&self, at: &str) -> Option<Issue> {
        let (retention, length, ok) = match *self {
            Self::None => (0.0, None, true),
            Self::Geometric { retention, length, .. } => (retention, length, true),
            Self::Delayed { retention, delay, length, .. } => {
                (retention, Some(length), (0.0..=1000.0).contains(&delay))
            }
            Self::WeibullCdf { shape, scale, length, relative_scale, .. }
            | Self::WeibullPdf { shape, scale, length, relative_scale, .. } => (
                0.0,
                length,
                positive(shape)
                    && shape <= 100.0
                    && positive(scale)
                    && scale <= if relative_scale { 1.0 } else { 1e6 },
            ),
        };
        if !(0.0..1.0).contains(&retention) {
            return Some(outside(at, "the retention must lie from 0 to below 1"));
        }
        if length.is_some_and(|length| !(1..=LONGEST_CARRY_OVER).contains(&length)) {
            return Some(outside(at, "the length must lie from 1 to 1000 periods"));
        }
        (!ok).then(|| outside(at, "the delay, the shape or the scale is outside what it can be"))
    }

    /// Weights of the lags, as many as matter for a series of `window` values; nothing where they never end.
    pub(super) fn weights(&self, window: usize) -> Option<Vec<f64>> {
        let length = |length: Option<u64>| length.map_or(window, |length| length as usize).max(1);
        let (mut weights, normalize) = match *self {
            Self::None => (vec![1.0], false),
            Self::Geometric { length: None, .. } => return None,
            Self::Geometric { retention, length: Some(length), normalize } => {
                let mut weights = Vec::with_capacity(length as usize);
                let mut weight = 1.0;
                for _ in 0..length {
                    weights.push(weight);
                    weight *= retention;
                }
                (weights, normalize)
            }
            Self::Delayed { retention, delay, length, normalize } => {
                let weight = |lag: usize| {
                    let away = count(lag) - delay;
                    pow(retention, away * away)
                };
                ((0..length as usize).map(weight).collect(), normalize)
            }
            Self::WeibullCdf { shape, scale, length: of, relative_scale, normalize } => {
                let n = length(of);
                let scale = if relative_scale { whole_scale(n, scale) } else { scale };
                let mut weights = Vec::with_capacity(n);
                let mut weight = 1.0;
                for lag in 0..n {
                    weights.push(weight);
                    weight *= exp(-pow(count(lag + 1) / scale, shape));
                }
                (weights, normalize)
            }
            Self::WeibullPdf { shape, scale, length: of, relative_scale, normalize } => {
                let n = length(of);
                let scale = if relative_scale { whole_scale(n, scale) } else { scale };
                let density = |lag: usize| {
                    let x = count(lag + 1) / scale;
                    shape / scale * pow(x, shape - 1.0) * exp(-pow(x, shape))
                };
                let mut weights: Vec<f64> = (0..n).map(density).collect();
                let low = weights.iter().copied().fold(f64::INFINITY, f64::min);
                let high = weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                if high - low > 0.0 && high.is_finite() {
                    weights.iter_mut().for_each(|weight| *weight = (*weight - low) / (high - low));
                } else {
                    weights.fill(0.0);
                    weights[0] = 1.0;
                }
                (weights, normalize)
            }
        };
        if normalize {
            let total = sum(weights.iter().copied());
            if total > 0.0 {
                weights.iter_mut().for_each(|weight| *weight /= total);
            } else {
                weights[0] = 1.0;
            }
        }
        Some(weights)
    }

    /// The series carried over.
    pub(super) fn apply(&self, values: &[f64]) -> Vec<f64> {
        let Some(weights) = self.weights(values.len()) else {
            let Self::Geometric { retention, normalize, .. } = *self else { return values.to_vec() };
            let scale = if normalize { 1.0 - retention } else { 1.0 };
            let mut carried = 0.0;
            return values
                .iter()
                .map(|value| {
                    carried = value * scale + retention * carried;
                    carried
                })
                .collect();
        };
        (0..values.len())
            .map(|at| {
                weights.iter().take(at + 1).enumerate().map(|(lag, weight)| weight * values[at - lag]).sum()
            })
            .collect()
    }

    /// The products that [`Adstock::apply`] takes.
    pub(super) fn work(&self, values: usize) -> usize {
        match *self {
            Self::None | Self::Geometric { length: None, .. } => values,
            Self::Geometric { length: Some(length), .. } | Self::Delayed { length, .. } => {
                values.saturating_mul(length as usize)
            }
            Self::WeibullCdf { length, .. } | Self::WeibullPdf { length, .. } => {
                values.saturating_mul(length.map_or(values, |length| length as usize))
            }
        }
    }
}

/// The quantile of 1, 2, …, n at a share (type 7), rounded to even where it lies between: Robyn's scale of a window.
fn whole_scale(n: usize, share: f64) -> f64 {
    let window: Vec<f64> = (1..=n).map(count).collect();
    let place = quantile_sorted(&window, share);
    let below = place.floor();
    let half = place - below == 0.5;
    let rounded = if half && below % 2.0 == 0.0 { below } else { (place + 0.5).floor() };
    rounded.max(1.0)
}

impl Saturation {
    /// What is wrong with it.
    pub(super) fn check(&self, at: &str) -> Option<Issue> {
        let fine = match *self {
            Self::None => true,
            Self::Hill { slope, half } => positive(slope) && slope <= 100.0 && positive(half),
            Self::HillRelative { slope, gamma } => {
                positive(slope) && slope <= 100.0 && gamma > 0.0 && gamma <= 1.0
            }
            Self::Logistic { rate } => positive(rate),
            Self::MichaelisMenten { maximum, half } => positive(maximum) && positive(half),
            Self::Tanh { maximum, cost } => positive(maximum) && positive(cost),
            Self::Root { exponent } => exponent > 0.0 && exponent <= 1.0,
        };
        (!fine).then(|| outside(at, "a parameter of the saturation is outside what it can be"))
    }

    /// The same curve with numbers of its own, where it depends on the series it is used on.
    pub(super) fn resolved(&self, series: &[f64]) -> Self {
        let Self::HillRelative { slope, gamma } = *self else { return *self };
        let low = series.iter().copied().fold(f64::INFINITY, f64::min);
        let high = series.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let half = low * (1.0 - gamma) + high * gamma;
        Self::Hill { slope, half: if positive(half) { half } else { 1.0 } }
    }

    /// The effect of an input that is not below 0.
    pub(super) fn value(&self, x: f64) -> f64 {
        match *self {
            Self::None => x,
            Self::Hill { slope, half } => {
                if x <= 0.0 {
                    0.0
                } else if slope == 1.0 {
                    x / (half + x)
                } else {
                    1.0 / (1.0 + pow(half / x, slope))
                }
            }
            Self::HillRelative { slope, gamma } => Self::Hill { slope, half: gamma }.value(x),
            Self::Logistic { rate } => tanh(0.5 * rate * x),
            Self::MichaelisMenten { maximum, half } => maximum * x / (half + x),
            Self::Tanh { maximum, cost } => maximum * tanh(x / (maximum * cost)),
            Self::Root { exponent } => {
                if x <= 0.0 {
                    0.0
                } else {
                    pow(x, exponent)
                }
            }
        }
    }

    /// What one more unit of input adds; may be infinite at 0.
    pub(super) fn slope(&self, x: f64) -> f64 {
        match *self {
            Self::None => 1.0,
            Self::Hill { slope, half } => {
                if x <= 0.0 {
                    return match slope.total_cmp(&1.0) {
                        std::cmp::Ordering::Less => f64::INFINITY,
                        std::cmp::Ordering::Equal => 1.0 / half,
                        std::cmp::Ordering::Greater => 0.0,
                    };
                }
                if slope == 1.0 {
                    return half / ((half + x) * (half + x));
                }
                let ratio = pow(half / x, slope);
                if ratio.is_infinite() {
                    return 0.0;
                }
                slope / x * ratio / ((1.0 + ratio) * (1.0 + ratio))
            }
            Self::HillRelative { slope, gamma } => Self::Hill { slope, half: gamma }.slope(x),
            Self::Logistic { rate } => {
                let t = tanh(0.5 * rate * x);
                0.5 * rate * (1.0 - t) * (1.0 + t)
            }
            Self::MichaelisMenten { maximum, half } => maximum * half / ((half + x) * (half + x)),
            Self::Tanh { maximum, cost } => {
                let t = tanh(x / (maximum * cost));
                (1.0 - t) * (1.0 + t) / cost
            }
            Self::Root { exponent } => {
                if exponent == 1.0 {
                    1.0
                } else if x <= 0.0 {
                    f64::INFINITY
                } else {
                    exponent * pow(x, exponent - 1.0)
                }
            }
        }
    }

    /// Input up to which the curve gets steeper: 0 but for S-shaped ones.
    pub(super) fn inflection(&self) -> f64 {
        match *self {
            Self::Hill { slope, half } if slope > 1.0 => {
                half * exp(ln((slope - 1.0) / (slope + 1.0)) / slope)
            }
            Self::HillRelative { slope, gamma } => Self::Hill { slope, half: gamma }.inflection(),
            _ => 0.0,
        }
    }
}

/// What [`transform_series`] is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransformSeriesRequest {
    /// Inputs of equal periods in the order of time, none below 0.
    pub values: Vec<f64>,
    /// Carry-over, applied first; none if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adstock: Option<Adstock>,
    /// Saturation, applied to what was carried over; none if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saturation: Option<Saturation>,
}

/// A transformed series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransformSeriesReport {
    /// The series after both steps.
    pub values: Vec<f64>,
    /// The series after the carry-over alone.
    pub adstocked: Vec<f64>,
    /// Weights of the lags, as many as act on the series.
    pub weights: Vec<f64>,
    /// Sum of the carried-over series ÷ sum of the inputs; left out where these are all 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inflation: Option<f64>,
    /// Periods after which half of the whole effect has come, from the period of the input on.
    pub half_effect_lag: u64,
    /// The saturation with numbers of its own.
    pub saturation: Saturation,
    /// What one more unit in the period adds at each value; left out where it is infinite.
    pub marginal: Vec<Option<f64>>,
}

/// A series after carry-over and saturation.
///
/// # Errors
/// `too-few-rows`, `too-many-rows`, `missing-values`, `negative-number`, `option-out-of-range`, `too-much-work`.
///
/// # Examples
/// ```
/// use paceline::measure::response::{Adstock, Saturation, TransformSeriesRequest, transform_series};
/// let request = TransformSeriesRequest {
///     values: vec![100.0, 0.0, 0.0],
///     adstock: Some(Adstock::Geometric { retention: 0.5, length: None, normalize: false }),
///     saturation: Some(Saturation::Hill { slope: 1.0, half: 50.0 }),
/// };
/// let report = transform_series(&request)?;
/// assert_eq!(report.adstocked, [100.0, 50.0, 25.0]);
/// assert_eq!(report.values, [100.0 / 150.0, 0.5, 25.0 / 75.0]);
/// # Ok::<(), paceline::Issues>(())
/// ```
///
/// # Complexity
/// O(values × weights); O(values) for a geometric carry-over without a length.
pub fn transform_series(request: &TransformSeriesRequest) -> Result<TransformSeriesReport, Issues> {
    let adstock = request.adstock.unwrap_or(Adstock::None);
    let saturation = request.saturation.unwrap_or(Saturation::None);
    let n = request.values.len();
    let mut faults: Vec<Issue> =
        adstock.check("request/adstock").into_iter().chain(saturation.check("request/saturation")).collect();
    if n == 0 {
        faults.push(Issue::error("too-few-rows", "request/values", "there are no values"));
    }
    if n > MOST_VALUES {
        let message = format!("there are {n} values, at most {MOST_VALUES} are transformed");
        faults.push(Issue::error("too-many-rows", "request/values", message));
    } else if adstock.work(n) > MOST_PRODUCTS {
        faults.push(
            Issue::error("too-much-work", "request/adstock", "the carry-over is too long for so many values")
                .with_help("give it a length"),
        );
    }
    if let Some(place) = request.values.iter().position(|value| !value.is_finite()) {
        let message = format!("value {} is not a number", place + 1);
        faults.push(Issue::error("missing-values", "request/values", message));
    } else if let Some(place) = request.values.iter().position(|value| *value < 0.0) {
        let message = format!("value {} is below 0", place + 1);
        faults.push(Issue::error("negative-number", "request/values", message));
    }
    Issues::check(faults)?;
    let adstocked = adstock.apply(&request.values);
    let saturation = saturation.resolved(&adstocked);
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    let values: Vec<f64> = adstocked.iter().map(|value| saturation.value(*value)).collect();
    let (before, after) = (sum(request.values.iter().copied()), sum(adstocked.iter().copied()));
    if !values.iter().chain(&adstocked).chain([&before, &after]).all(|value| value.is_finite()) {
        return Err(Issue::error(
            "number-too-large",
            "request/values",
            "the values are too large for numbers",
        )
        .into());
    }
    let weights = adstock.weights(n).unwrap_or_else(|| {
        let mut unit = vec![0.0; n.min(LONGEST_CARRY_OVER as usize)];
        unit[0] = 1.0;
        adstock.apply(&unit)
    });
    let weights: Vec<f64> = weights.into_iter().take(n).collect();
    let (whole, mut so_far, mut half_effect_lag) = (sum(weights.iter().copied()), 0.0, 0);
    for (lag, weight) in weights.iter().enumerate() {
        so_far += weight;
        if so_far >= 0.5 * whole {
            half_effect_lag = lag as u64;
            break;
        }
    }
    Ok(TransformSeriesReport {
        marginal: adstocked.iter().map(|value| finite(saturation.slope(*value))).collect(),
        inflation: finite(after / before),
        values,
        adstocked,
        weights,
        half_effect_lag,
        saturation,
    })
}

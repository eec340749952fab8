//! The local level by maximum likelihood, as a table asks for it.

use serde::{Deserialize, Serialize};

use super::axis::{Axis, TimePoint};
use super::frame::{finite_range, in_range};
use super::likelihood::{fit, path};
use crate::measure::table::place;
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::normal_quantile;
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Options of [`fit_local_level`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LocalLevelOptions {
    /// Column of the time: dates, or numbers such as years. Default `time`.
    pub time: String,
    /// Column of the outcome. May miss values. Default `outcome`.
    pub outcome: String,
    /// Columns of the regression, without missing values. Default none.
    pub controls: Vec<String>,
    /// Last moment learned from; later rows are forecast. Default: the last row with an outcome.
    pub fit_end: Option<TimePoint>,
    /// Variance of the level before the first row, its mean being 0; 10⁶ is the default of statsmodels. Default: unbounded
    /// (exact diffuse). From 10⁻⁶ to 10³⁰.
    pub initial_variance: Option<f64>,
    /// Probability that intervals hold. From 0.5 to 0.999, default 0.95.
    pub interval: f64,
}

impl Default for LocalLevelOptions {
    fn default() -> Self {
        Self {
            time: "time".to_owned(),
            outcome: "outcome".to_owned(),
            controls: Vec::new(),
            fit_end: None,
            initial_variance: None,
            interval: 0.95,
        }
    }
}

/// A local level with regression, fitted by maximum likelihood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalLevelReport {
    /// Variance of the noise.
    pub noise_variance: f64,
    /// Variance of the steps of the level.
    pub level_variance: f64,
    /// Coefficients, in the order of the options.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coefficients: Vec<LocalLevelCoefficient>,
    /// Logarithm of the likelihood; the first observation, which sets the level, is not counted.
    pub log_likelihood: f64,
    /// Rows learned from.
    pub rows: u64,
    /// Each row learned from.
    pub levels: Vec<LocalLevelPoint>,
    /// Each later row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forecast: Vec<LocalLevelForecast>,
    /// Sum of actual − forecast over the later rows with an outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cumulative_effect: Option<f64>,
    /// How much this proves.
    pub evidence: Evidence,
}

/// A coefficient of a local level with regression.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalLevelCoefficient {
    /// Column.
    pub control: String,
    /// Coefficient.
    pub coefficient: f64,
}

/// The level in one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalLevelPoint {
    /// Time, as written.
    pub time: String,
    /// The level given the rows so far; absent before the first outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filtered: Option<f64>,
    /// Its variance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filtered_variance: Option<f64>,
    /// The level given all rows.
    pub smoothed: f64,
    /// Its variance.
    pub smoothed_variance: f64,
}

/// The forecast of one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LocalLevelForecast {
    /// Time, as written.
    pub time: String,
    /// The forecast with the interval of a single observation; coefficients and variances taken as known.
    pub predicted: IntervalEstimate,
    /// What happened, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<f64>,
}

/// Fewest outcomes beyond the coefficients that a fit needs.
const LEAST_ROWS: usize = 5;

/// Fits a local level with regression by maximum likelihood and forecasts the rows after it.
///
/// `y(t) = level(t) + β x(t) + ε(t)`, `level(t+1) = level(t) + η(t)` (Harvey 1989, chapter 2; Durbin and Koopman 2012,
/// chapter 2). The coefficients follow from the variances by generalised least squares, so the likelihood is climbed in
/// one dimension, or in two with a bounded start. With `initial_variance` 10⁶ the result is that of
/// `UnobservedComponents(y, 'local level', exog=x)` of statsmodels.
///
/// # Complexity
/// O(rows × controls²) for each of about a hundred steps.
///
/// # Errors
/// Every fault of the table and the options: `unknown-column`, `missing-values`, `repeated-time`, `too-few-rows`,
/// `constant-column`, `collinear-controls`, `number-out-of-range` and those of reading columns.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::impact::{LocalLevelOptions, fit_local_level};
/// let table = Table::new()
///     .with_numbers("time", (1..=10).map(f64::from))?
///     .with_numbers("outcome", [5.0, 5.3, 4.9, 5.2, 5.0, 5.1, 4.8, 5.2].map(Some).into_iter().chain([None, None]))?;
/// let report = fit_local_level(&table, &LocalLevelOptions::default())?;
/// // No step of the level is seen: it is the mean.
/// assert!(report.level_variance < 1e-6);
/// assert_eq!(format!("{:.4}", report.forecast[1].predicted.value), "5.0625");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn fit_local_level(table: &Table, options: &LocalLevelOptions) -> Result<LocalLevelReport, Issues> {
    let mut reader = table.reader();
    let axis = Axis::read(table, &options.time, &mut reader);
    let outcome = reader.numbers(&options.outcome);
    let columns: Vec<_> = options.controls.iter().map(|name| reader.complete_numbers(name)).collect();
    in_range(&mut reader, "interval", options.interval, 0.5, 0.999);
    if let Some(variance) = options.initial_variance {
        in_range(&mut reader, "initial_variance", variance, 1e-6, 1e30);
    }
    for (name, values) in options.controls.iter().zip(&columns) {
        finite_range(&mut reader, name, *values);
    }
    finite_range(&mut reader, &options.outcome, outcome);
    let end = match (&axis, &options.fit_end) {
        (Some(axis), Some(point)) => axis.locate(point, "fit_end").map_err(|issue| reader.note(issue)).ok(),
        _ => None,
    };
    reader.done()?;
    let (Some(axis), Some(outcome)) = (axis, outcome) else { return Err(Issues::new(Vec::new())) };
    let columns: Vec<&[f64]> = columns.into_iter().flatten().collect();
    let order = axis.order(&options.time)?;
    let y: Vec<f64> = order.iter().map(|row| outcome[*row]).collect();
    let rows = match end {
        Some(end) => order.iter().filter(|row| axis.keys[**row] <= end).count(),
        None => y.iter().rposition(|value| !value.is_nan()).map_or(0, |last| last + 1),
    };
    let known: Vec<f64> = y[..rows].iter().copied().filter(|value| !value.is_nan()).collect();
    let mut issues = Vec::new();
    if known.len() < LEAST_ROWS + columns.len() {
        let (found, needed) = (known.len(), LEAST_ROWS + columns.len());
        issues.push(Issue::error(
            "too-few-rows",
            place(&options.outcome),
            format!("column `{}` has {found} values to learn from, {needed} are needed", options.outcome),
        ));
    } else if known.iter().all(|value| *value == known[0]) {
        issues.push(constant(&options.outcome));
    }
    // Columns of like size, so that none looks small beside another.
    let mut x: Vec<Vec<f64>> = Vec::with_capacity(columns.len());
    let mut scales = Vec::with_capacity(columns.len());
    for (name, column) in options.controls.iter().zip(&columns) {
        let sorted: Vec<f64> = order.iter().map(|row| column[*row]).collect();
        let learned = || (0..rows).filter(|t| !y[*t].is_nan()).map(|t| sorted[t]);
        let mean = sum(learned()) / count(known.len().max(1));
        let scale = learned().map(|value| (value - mean).abs()).fold(0.0, f64::max);
        if !(scale > 1e-12 * mean.abs()) {
            issues.push(constant(name));
        }
        x.push(sorted.iter().map(|value| value / scale).collect());
        scales.push(scale);
    }
    Issues::check(issues)?;
    let learned: Vec<&[f64]> = x.iter().map(|column| &column[..rows]).collect();
    let Some(fit) = fit(&y[..rows], &learned, options.initial_variance) else {
        return Err(Issue::error(
            "collinear-controls",
            "options/controls",
            "the controls are made of each other, or explain the outcome wholly",
        )
        .with_help("leave out a control")
        .into());
    };
    let added = |t: usize| sum(fit.coefficients.iter().zip(&x).map(|(beta, column)| beta * column[t]));
    let rest: Vec<f64> = (0..rows).map(|t| y[t] - added(t)).collect();
    let path = path(&rest, fit.noise, fit.step, options.initial_variance);
    let written = |t: usize| axis.write(axis.keys[order[t]]);
    let levels = (0..rows)
        .map(|t| {
            let (filtered, variance) = path.filtered[t];
            LocalLevelPoint {
                time: written(t),
                filtered: variance.is_finite().then_some(filtered),
                filtered_variance: variance.is_finite().then_some(variance),
                smoothed: path.smoothed[t].0,
                smoothed_variance: path.smoothed[t].1.max(0.0),
            }
        })
        .collect();
    let quantile = normal_quantile(0.5 + 0.5 * options.interval);
    let (level, mut variance) = path.filtered[rows - 1];
    let mut forecast = Vec::with_capacity(y.len() - rows);
    for (t, actual) in y.iter().enumerate().skip(rows) {
        variance += fit.step;
        let (value, error) = (level + added(t), (variance + fit.noise).sqrt());
        forecast.push(LocalLevelForecast {
            time: written(t),
            predicted: IntervalEstimate {
                value,
                standard_error: Some(error),
                low: Some(value - quantile * error),
                high: Some(value + quantile * error),
            },
            actual: (!actual.is_nan()).then_some(*actual),
        });
    }
    let effects: Vec<f64> =
        forecast.iter().filter_map(|point| Some(point.actual? - point.predicted.value)).collect();
    Ok(LocalLevelReport {
        noise_variance: fit.noise,
        level_variance: fit.step,
        coefficients: options
            .controls
            .iter()
            .zip(fit.coefficients.iter().zip(&scales))
            .map(|(name, (beta, scale))| LocalLevelCoefficient {
                control: name.clone(),
                coefficient: beta / scale,
            })
            .collect(),
        log_likelihood: fit.ln_likelihood,
        rows: known.len() as u64,
        levels,
        forecast,
        cumulative_effect: (!effects.is_empty()).then(|| sum(effects.iter().copied())),
        evidence: Evidence::new(EvidenceGrade::QuasiExperiment)
            .assume("model-holds", "what the series did before, it would have gone on doing")
            .assume(
                "controls-untouched",
                "nothing that happened after the last row learned from changed the controls",
            )
            .assume("parameters-known", "the intervals take variances and coefficients as known"),
    })
}

/// The fault of a column without variation.
pub(super) fn constant(name: &str) -> Issue {
    Issue::error(
        "constant-column",
        place(name),
        format!("column `{name}` does not change before the intervention"),
    )
    .with_help("leave it out, or give more rows before the intervention")
}

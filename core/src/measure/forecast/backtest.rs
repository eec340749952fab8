//! Forecasts of the past: how good would they have been?

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::summary::{count, mean, sum};
use crate::{Issue, Issues};

use super::decompose::complete;
use super::document::{ForecastModel, ForecastOptions};
use super::model::seasonal_naive;
use super::run::{check, fitted, intervals};
use super::series::{in_range, number, read, refuse, seasonal_scale, whole};

/// Options of [`backtest`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct BacktestOptions {
    /// How each forecast is made; `horizon` is how far each looks ahead.
    pub forecast: ForecastOptions,
    /// Forecasts made, from different origins, 1 to 200.
    pub folds: u64,
    /// Steps from one origin to the next, 1 to 10,000.
    pub stride: u64,
    /// Only that many values before an origin are used, 4 or more; absent: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<u64>,
}

impl Default for BacktestOptions {
    fn default() -> Self {
        Self { forecast: ForecastOptions::default(), folds: 5, stride: 1, window: None }
    }
}

/// Errors of forecasts, in the unit of the series unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastAccuracy {
    /// Forecasts compared.
    pub forecasts: u64,
    /// Mean error, actual − forecast: positive where forecasts were too low.
    pub bias: f64,
    /// Mean absolute error.
    pub mae: f64,
    /// Square root of the mean squared error.
    pub rmse: f64,
    /// Mean absolute error ÷ mean change from season to season before the origin (Hyndman and Koehler 2006).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mase: Option<f64>,
    /// Mean of 200 × |error| ÷ (|actual| + |forecast|), in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub smape: Option<f64>,
    /// Mean of 100 × |error| ÷ |actual|, in percent; absent where an actual value is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mape: Option<f64>,
}

/// How often intervals held what came.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IntervalCoverage {
    /// Level promised.
    pub level: f64,
    /// Share of actual values inside.
    pub share: f64,
    /// Mean width.
    pub width: f64,
}

/// Errors of one step ahead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestStep {
    /// Steps ahead, from 1.
    pub step: u64,
    /// Errors of this step.
    pub accuracy: ForecastAccuracy,
}

/// One forecast of the past.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestFold {
    /// Values known at its origin.
    pub known: u64,
    /// Time of the last of them, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Model used.
    pub model: String,
    /// Its errors.
    pub accuracy: ForecastAccuracy,
}

/// What [`backtest`] finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestReport {
    /// Method used.
    pub method: ForecastModel,
    /// Errors of all forecasts.
    pub accuracy: ForecastAccuracy,
    /// Errors of the last season again, over the same values.
    pub naive: ForecastAccuracy,
    /// 1 − mean absolute error ÷ that of the last season again: above 0 where the method helps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<f64>,
    /// How often intervals held what came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coverage: Vec<IntervalCoverage>,
    /// Errors by step.
    pub steps: Vec<BacktestStep>,
    /// The forecasts, oldest first.
    pub folds: Vec<BacktestFold>,
    /// How much it proves.
    pub evidence: Evidence,
}

/// One forecast beside what came.
#[derive(Clone, Copy)]
struct Pair {
    actual: f64,
    forecast: f64,
    scale: Option<f64>,
}

fn accuracy(pairs: &[Pair]) -> ForecastAccuracy {
    let n = count(pairs.len());
    let over = |part: &dyn Fn(&Pair) -> f64| sum(pairs.iter().map(part)) / n;
    let all = |part: &dyn Fn(&Pair) -> Option<f64>| {
        let parts: Option<Vec<f64>> = pairs.iter().map(part).collect();
        parts.map(|parts| mean(&parts)).filter(|value| value.is_finite())
    };
    ForecastAccuracy {
        forecasts: whole(pairs.len()),
        bias: over(&|pair| pair.actual - pair.forecast),
        mae: over(&|pair| (pair.actual - pair.forecast).abs()),
        rmse: over(&|pair| (pair.actual - pair.forecast) * (pair.actual - pair.forecast)).sqrt(),
        mase: all(&|pair| Some((pair.actual - pair.forecast).abs() / pair.scale?)),
        smape: all(&|pair| {
            let size = pair.actual.abs() + pair.forecast.abs();
            Some(if size > 0.0 { 200.0 * (pair.actual - pair.forecast).abs() / size } else { 0.0 })
        }),
        mape: all(&|pair| {
            (pair.actual != 0.0).then(|| 100.0 * ((pair.actual - pair.forecast) / pair.actual).abs())
        }),
    }
}

/// Makes forecasts from origins in the past and compares them with what came: a rolling origin (Tashman 2000).
///
/// Each forecast is fitted to what was known at its origin alone. Beside its errors stand those of the last season
/// again: a method that does not beat it is not worth its trouble.
///
/// # Errors
/// `too-few-rows` and every fault of [`forecast`](super::forecast()).
///
/// # Complexity
/// Folds × that of a forecast.
///
/// # Examples
/// ```
/// use paceline::measure::{Table, forecast::{BacktestOptions, ForecastOptions, backtest}};
/// let table = Table::new().with_numbers("value", (0..60).map(|t| f64::from(t) + f64::from(t % 3)))?;
/// let forecast = ForecastOptions { horizon: 4, ..Default::default() };
/// let report = backtest(&table, &BacktestOptions { forecast, ..Default::default() })?;
/// assert_eq!((report.folds.len(), report.accuracy.forecasts), (5, 20));
/// assert!(report.skill > Some(0.2));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn backtest(table: &Table, options: &BacktestOptions) -> Result<BacktestReport, Issues> {
    let inner = &options.forecast;
    let mut reader = table.reader();
    let series = read(&mut reader, &inner.value, inner.time.as_deref());
    let mut issues = check(inner);
    in_range("folds", number(options.folds), 1.0, 200.0, &mut issues);
    in_range("stride", number(options.stride), 1.0, 10_000.0, &mut issues);
    if let Some(window) = options.window {
        in_range("window", number(window), 4.0, 1e9, &mut issues);
    }
    for issue in issues {
        reader.note(issue);
    }
    reader.done()?;
    let Some(mut series) = series else { return Err(Issues::new(Vec::new())) };
    let mut issues = Vec::new();
    let periods = series.periods(&inner.periods, &mut issues);
    Issues::check(issues)?;
    complete(&mut series, periods.first().copied(), inner.missing, &inner.value)?;
    let y = &series.values;
    let size = |value: u64| usize::try_from(value).unwrap_or(usize::MAX);
    let (horizon, folds, stride) = (size(inner.horizon), size(options.folds), size(options.stride));
    let used = horizon + (folds - 1) * stride;
    let period = periods.iter().copied().max().unwrap_or(1);
    let least = (2 * period + 1).max(4);
    if y.len() < used + least {
        return refuse(
            "too-few-rows",
            "columns",
            format!("{} values do not hold {folds} forecasts of {horizon} steps", y.len()),
            &format!("at least {} are needed, {least} of them before the first origin", used + least),
        );
    }
    let short = periods.first().copied().unwrap_or(1);
    let (mut pairs, mut naive) = (Vec::new(), Vec::new());
    let mut by_step: Vec<Vec<Pair>> = vec![Vec::with_capacity(folds); horizon];
    let mut inside = vec![(0.0, 0.0); inner.levels.len()];
    let mut made = Vec::with_capacity(folds);
    let mut method = inner.method;
    for fold in 0..folds {
        let known = y.len() - used + fold * stride;
        let from = options.window.map_or(0, |window| known.saturating_sub(size(window)));
        let past = &y[from..known];
        let (chosen, model) = fitted(past, &periods, inner, horizon)?;
        method = chosen;
        let scale = seasonal_scale(past, short);
        let (intervals, ..) = intervals(&model, inner);
        let again = seasonal_naive(past, short.min(past.len() / 2).max(1), horizon);
        let mut own = Vec::with_capacity(horizon);
        for h in 0..horizon {
            let actual = y[known + h];
            let forecast = if inner.non_negative { model.points[h].max(0.0) } else { model.points[h] };
            let pair = Pair { actual, forecast, scale };
            own.push(pair);
            by_step[h].push(pair);
            naive.push(Pair { forecast: again.points[h], ..pair });
            for (entry, interval) in inside.iter_mut().zip(&intervals[h]) {
                entry.0 += if (interval.low..=interval.high).contains(&actual) { 1.0 } else { 0.0 };
                entry.1 += interval.high - interval.low;
            }
        }
        made.push(BacktestFold {
            known: whole(known - from),
            origin: series.time(known - 1),
            model: model.name,
            accuracy: accuracy(&own),
        });
        pairs.extend(own);
    }
    let (accuracy_all, accuracy_naive) = (accuracy(&pairs), accuracy(&naive));
    let n = count(pairs.len());
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("past-goes-on", "the method will do as well as it did over the values compared");
    let skill = (accuracy_naive.mae > 0.0).then(|| 1.0 - accuracy_all.mae / accuracy_naive.mae);
    if let Some(skill) = skill {
        evidence.check(
            "better-than-naive",
            skill > 0.0,
            Some(skill),
            "share of the error of the last season again that is saved",
        );
    }
    for (level, (held, _)) in inner.levels.iter().zip(&inside) {
        let share = held / n;
        // Neighbouring errors go together, so folds rather than values are counted.
        let slack = 2.0 * (level * (1.0 - level) / count(folds)).sqrt();
        evidence.check(
            "coverage",
            (share - level).abs() <= slack,
            Some(share),
            format!("share of values inside the intervals of {level}"),
        );
    }
    if pairs.len() < 20 {
        evidence.cautions.push(Issue::warning(
            "few-forecasts",
            "options/folds",
            format!("{} forecasts compared say little", pairs.len()),
        ));
    }
    Ok(BacktestReport {
        method,
        skill,
        accuracy: accuracy_all,
        naive: accuracy_naive,
        coverage: inner
            .levels
            .iter()
            .zip(inside)
            .map(|(level, (held, width))| IntervalCoverage {
                level: *level,
                share: held / n,
                width: width / n,
            })
            .collect(),
        steps: by_step
            .iter()
            .enumerate()
            .map(|(h, pairs)| BacktestStep { step: whole(h + 1), accuracy: accuracy(pairs) })
            .collect(),
        folds: made,
        evidence,
    })
}

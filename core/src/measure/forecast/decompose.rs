//! Series taken apart into trend, seasons and a remainder.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::math::{exp, ln};
use crate::stats::stl::{Smoother, StlPlan, loess, stl};
use crate::stats::summary::{count, mean, sum, variance};
use crate::{Issue, Issues};

use super::document::{MissingValues, SeasonKind};
use super::series::{in_range, number, read, refuse, whole};

/// Options of [`decompose`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DecomposeOptions {
    /// Column of the values.
    pub value: String,
    /// Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their order,
    /// evenly spaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Steps of each season; empty: what the step of the dates usually has.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<u64>,
    /// Whether seasons are added or multiply.
    pub season: SeasonKind,
    /// The season is the same in each period. Otherwise it changes as `seasonal_window` lets it.
    pub periodic: bool,
    /// Periods over which a season is smoothed, odd, 7 to 10,001. Absent: 11 for the shortest season, 4 more for each
    /// longer one, as R's `mstl`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seasonal_window: Option<u64>,
    /// Steps over which the trend is smoothed, odd, 3 to 1,000,001. Absent: the least odd number of at least
    /// 1.5 × period ÷ (1 − 1.5 ÷ seasonal window).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trend_window: Option<u64>,
    /// Outliers count less.
    pub robust: bool,
    /// How missing values are treated.
    pub missing: MissingValues,
}

impl Default for DecomposeOptions {
    fn default() -> Self {
        Self {
            value: "value".into(),
            time: None,
            periods: Vec::new(),
            season: SeasonKind::Additive,
            periodic: false,
            seasonal_window: None,
            trend_window: None,
            robust: false,
            missing: MissingValues::Refuse,
        }
    }
}

/// One season of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeasonalPart {
    /// Its steps.
    pub period: u64,
    /// What it adds to each value, or multiplies it by.
    pub values: Vec<f64>,
    /// Its strength: 1 − variance of the remainder ÷ variance of season and remainder, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<f64>,
}

/// What [`decompose`] finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecomposeReport {
    /// Values taken apart.
    pub rows: u64,
    /// Missing values that were filled.
    pub filled: u64,
    /// The times of the values, where the table has times.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<String>,
    /// Trend.
    pub trend: Vec<f64>,
    /// Strength of the trend: 1 − variance of the remainder ÷ variance of trend and remainder, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend_strength: Option<f64>,
    /// Seasons, shortest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seasons: Vec<SeasonalPart>,
    /// What neither explains: added, or multiplied where seasons multiply.
    pub remainder: Vec<f64>,
    /// The values without their seasons.
    pub adjusted: Vec<f64>,
    /// How much each value counted, where outliers count less.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<f64>,
    /// How much it proves.
    pub evidence: Evidence,
}

/// Parts of a series with any number of seasons.
pub(crate) struct Parts {
    pub(crate) seasons: Vec<Vec<f64>>,
    pub(crate) trend: Vec<f64>,
    pub(crate) weights: Vec<f64>,
}

/// The windows of R's `mstl`: 11, 15, 19, …
pub(crate) fn usual_windows(seasons: usize) -> Vec<Option<usize>> {
    (0..seasons).map(|i| Some(11 + 4 * i)).collect()
}

/// STL for each season in turn, twice where there are several (Bandara, Hyndman and Bergmeir 2021, as R's `mstl`).
pub(crate) fn mstl(
    y: &[f64],
    periods: &[usize],
    windows: &[Option<usize>],
    trend_window: Option<usize>,
    robust: bool,
) -> Parts {
    let n = y.len();
    if periods.is_empty() {
        // No season: a straight local regression over a third of the series.
        let mut trend = vec![0.0; n];
        let window = trend_window.unwrap_or((n / 3).max(7) | 1);
        loess(y, Smoother { window, degree: 1, jump: 1.max(window / 10) }, None, &mut trend, &mut Vec::new());
        return Parts { seasons: Vec::new(), trend, weights: vec![1.0; n] };
    }
    let mut seasons = vec![vec![0.0; n]; periods.len()];
    let mut rest = y.to_vec();
    let mut last = None;
    for _ in 0..if periods.len() > 1 { 2 } else { 1 } {
        for ((season, period), window) in seasons.iter_mut().zip(periods).zip(windows) {
            for (value, season) in rest.iter_mut().zip(season.iter()) {
                *value += season;
            }
            let parts = stl(&rest, &StlPlan::new(n, *period, *window, trend_window, robust));
            season.copy_from_slice(&parts.seasonal);
            for (value, season) in rest.iter_mut().zip(season.iter()) {
                *value -= season;
            }
            last = Some(parts);
        }
    }
    let (trend, weights) = last.map(|parts| (parts.trend, parts.weights)).unwrap_or_default();
    Parts { seasons, trend, weights }
}

/// Takes a series apart into trend, seasons and a remainder, by STL (Cleveland and others 1990), with several seasons
/// by MSTL.
///
/// value = trend + seasons + remainder; where seasons multiply, the logarithms are taken apart and the parts multiply.
///
/// # Errors
/// `too-few-rows`, `missing-values`, `not-positive`, `period-out-of-range`, `number-out-of-range` and faults of the
/// columns: all at once.
///
/// # Complexity
/// O(passes × rows × 10): local regressions are computed at every tenth of their window.
///
/// # Examples
/// ```
/// use paceline::measure::{Table, forecast::{DecomposeOptions, decompose}};
/// let visits = (0..28).map(|day| 100.0 + f64::from(day) + if day % 7 < 5 { 10.0 } else { -25.0 });
/// let table = Table::new().with_numbers("value", visits)?;
/// let report = decompose(&table, &DecomposeOptions { periods: vec![7], ..Default::default() })?;
/// assert!(report.seasons[0].strength > Some(0.99));
/// assert!((report.trend[14] - 114.0).abs() < 1.5);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn decompose(table: &Table, options: &DecomposeOptions) -> Result<DecomposeReport, Issues> {
    let mut reader = table.reader();
    let series = read(&mut reader, &options.value, options.time.as_deref());
    let mut issues = Vec::new();
    for (name, window, low, high) in [
        ("seasonal_window", options.seasonal_window, 7.0, 10_001.0),
        ("trend_window", options.trend_window, 3.0, 1_000_001.0),
    ] {
        let Some(window) = window else { continue };
        in_range(name, number(window), low, high, &mut issues);
        if window % 2 == 0 {
            issues.push(Issue::error(
                "number-out-of-range",
                format!("options/{name}"),
                format!("`{window}` is not odd: a window has a middle"),
            ));
        }
    }
    for issue in issues {
        reader.note(issue);
    }
    reader.done()?;
    let Some(mut series) = series else { return Err(Issues::new(Vec::new())) };
    let mut issues = Vec::new();
    let periods = series.periods(&options.periods, &mut issues);
    Issues::check(issues)?;
    let filled = complete(&mut series, periods.first().copied(), options.missing, &options.value)?;
    let y = &series.values;
    if y.len() < 5 {
        return refuse(
            "too-few-rows",
            "columns",
            format!("{} values are too few to take apart", y.len()),
            "at least 5 values are needed, two periods of each season",
        );
    }
    let times = options.season == SeasonKind::Multiplicative;
    if times && y.iter().any(|value| !(*value > 0.0)) {
        return refuse(
            "not-positive",
            &format!("columns/{}", options.value),
            "seasons that multiply need values above 0".into(),
            "use additive seasons",
        );
    }
    let inner: Vec<f64> = if times { y.iter().map(|value| ln(*value)).collect() } else { y.clone() };
    let mut windows = usual_windows(periods.len());
    if let Some(window) = options.seasonal_window {
        windows.fill(usize::try_from(window).ok());
    }
    if options.periodic {
        windows.fill(None);
    }
    let trend_window = options.trend_window.and_then(|window| usize::try_from(window).ok());
    let parts = mstl(&inner, &periods, &windows, trend_window, options.robust);
    let n = inner.len();
    let total = |t: usize| parts.seasons.iter().map(|season| season[t]).sum::<f64>();
    let remainder: Vec<f64> = (0..n).map(|t| inner[t] - total(t) - parts.trend[t]).collect();
    let strength = |part: &[f64]| {
        let both: Vec<f64> = part.iter().zip(&remainder).map(|(part, rest)| part + rest).collect();
        let (rest, all) = (variance(&remainder), variance(&both));
        // Of a constant nothing is explained.
        let size = mean(&inner.iter().map(|value| value.abs()).collect::<Vec<_>>());
        (all.sqrt() > 1e-12 * size).then(|| (1.0 - rest / all).clamp(0.0, 1.0))
    };
    let out = |value: f64| if times { exp(value) } else { value };
    let all = |values: &[f64]| values.iter().map(|value| out(*value)).collect::<Vec<_>>();
    let mut evidence = Evidence::new(EvidenceGrade::Association).assume(
        "parts-are-smooth",
        "trend and seasons change slowly; what changes faster is in the remainder",
    );
    if series.clock.is_none() {
        evidence = evidence.assume("rows-in-order", "the rows stand in the order of time, evenly spaced");
    }
    if periods.is_empty() {
        evidence.cautions.push(Issue::info(
            "no-season",
            "options/periods",
            "the series was taken apart without a season",
        ));
    }
    Ok(DecomposeReport {
        rows: whole(n),
        filled: whole(filled),
        times: (0..n).map_while(|t| series.time(t)).collect(),
        trend_strength: strength(&parts.trend),
        seasons: parts
            .seasons
            .iter()
            .zip(&periods)
            .map(|(season, period)| SeasonalPart {
                period: whole(*period),
                values: all(season),
                strength: strength(season),
            })
            .collect(),
        adjusted: (0..n).map(|t| out(inner[t] - total(t))).collect(),
        trend: all(&parts.trend),
        remainder: all(&remainder),
        weights: if options.robust { parts.weights } else { Vec::new() },
        evidence,
    })
}

/// Cuts missing ends, fills or refuses gaps; the number filled.
pub(crate) fn complete(
    series: &mut super::series::Series,
    period: Option<usize>,
    missing: MissingValues,
    column: &str,
) -> Result<usize, Issues> {
    if series.missing == 0 {
        return Ok(0);
    }
    if missing == MissingValues::Refuse {
        return refuse(
            "missing-values",
            &format!("columns/{column}"),
            format!("{} of {} values are missing", series.missing, series.values.len()),
            "set `missing` to `interpolate` to fill them along straight lines, or give what is known",
        );
    }
    if count(series.missing) > 0.5 * count(series.values.len()) {
        return refuse(
            "missing-values",
            &format!("columns/{column}"),
            format!("{} of {} values are missing: more than half", series.missing, series.values.len()),
            "add the values up over longer steps",
        );
    }
    let filled = series.fill(period);
    let first = series.values.iter().position(|value| !value.is_nan()).unwrap_or(0);
    let last = series.values.iter().rposition(|value| !value.is_nan()).map_or(0, |last| last + 1);
    series.values.truncate(last);
    series.values.drain(..first);
    series.skipped(first);
    debug_assert!(sum(series.values.iter().copied()).is_finite());
    Ok(filled)
}

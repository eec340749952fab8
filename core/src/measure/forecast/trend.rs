//! Direction of a series: slopes, their tests, smoothed values, sums by calendar.

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::{normal_quantile, normal_sf, t_quantile};
use crate::stats::summary::{count, mean, median, sorted, sum, variance};
use crate::{Issue, Issues};

use super::series::{in_range, number, read, refuse, whole};

/// Most values whose pairs are compared.
const MOST_PAIRED: usize = 5_000;

/// A unit of the calendar to add values up by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CalendarBucket {
    /// Months, `2026-03`.
    Month,
    /// Quarters, `2026Q1`.
    Quarter,
    /// Years, `2026`.
    Year,
}

/// Options of [`trend`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TrendOptions {
    /// Column of the values.
    pub value: String,
    /// Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their order,
    /// evenly spaced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Level of the intervals, above 0 and below 1.
    pub level: f64,
    /// Weight of the newest value in the smoothed series (an exponentially weighted mean), above 0 to 1.
    pub smoothing: f64,
    /// Values in the trailing mean, 1 to 10,000.
    pub window: u64,
    /// Standard deviations from the mean beyond which a value is named, 1 to 100.
    pub outlier: f64,
    /// Unit of the calendar to add up by, for tables with times; each value belongs to the date it begins at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bucket: Option<CalendarBucket>,
}

impl Default for TrendOptions {
    fn default() -> Self {
        Self {
            value: "value".into(),
            time: None,
            level: 0.95,
            smoothing: 0.3,
            window: 4,
            outlier: 3.0,
            bucket: None,
        }
    }
}

/// Values of one unit of the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarSum {
    /// Its name, like `2026Q1`.
    pub name: String,
    /// Values in it.
    pub values: u64,
    /// Their sum.
    pub sum: f64,
    /// Their mean.
    pub mean: f64,
}

/// A value far from the mean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrendOutlier {
    /// Place in the order of time, from 0.
    pub index: u64,
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The value.
    pub value: f64,
    /// Its distance from the mean in standard deviations.
    pub z: f64,
}

/// What [`trend`] finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrendReport {
    /// Values used; those missing are left out, their places are kept.
    pub rows: u64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation, with n − 1.
    pub standard_deviation: f64,
    /// Median.
    pub median: f64,
    /// Median of the distances from the median, as they are (× 1.4826 estimates a standard deviation).
    pub median_deviation: f64,
    /// Change for each step by least squares. Its interval allows for errors that follow one another (Newey and West
    /// 1987, lags 4(n ÷ 100)^(2⁄9)).
    pub slope: IntervalEstimate,
    /// The line at the first value.
    pub intercept: f64,
    /// Median of the slopes of all pairs (Theil 1950, Sen 1968): outliers hardly move it. Absent above 5,000 values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub robust_slope: Option<IntervalEstimate>,
    /// p-value of the test of Mann and Kendall for a trend in one direction; takes values as independent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trend_p: Option<f64>,
    /// Last value of the smoothed series.
    pub smoothed: f64,
    /// Mean of the last values.
    pub trailing_mean: f64,
    /// Values far from the mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outliers: Vec<TrendOutlier>,
    /// Sums by calendar.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buckets: Vec<CalendarSum>,
    /// How much it proves.
    pub evidence: Evidence,
}

/// Says whether a series rises or falls, by how much for each step, and how sure that is.
///
/// # Errors
/// `too-few-rows`, `constant-column` and faults of the columns and options.
///
/// # Complexity
/// O(rows²) up to 5,000 rows for the slopes of all pairs, O(rows) beyond.
///
/// # Examples
/// ```
/// use paceline::measure::{Table, forecast::{TrendOptions, trend}};
/// let table = Table::new().with_numbers("value", [3.0, 4.0, 6.0, 6.0, 8.0, 9.0, 10.0, 12.0, 40.0])?;
/// let report = trend(&table, &TrendOptions::default())?;
/// assert_eq!(report.robust_slope.map(|slope| (slope.value * 100.0).round()), Some(133.0));
/// assert!(report.slope.value > 3.0 && report.trend_p < Some(0.001));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn trend(table: &Table, options: &TrendOptions) -> Result<TrendReport, Issues> {
    let mut reader = table.reader();
    let series = read(&mut reader, &options.value, options.time.as_deref());
    let mut issues = Vec::new();
    in_range("level", options.level, 1e-6, 1.0 - 1e-12, &mut issues);
    in_range("smoothing", options.smoothing, 1e-9, 1.0, &mut issues);
    in_range("window", number(options.window), 1.0, 10_000.0, &mut issues);
    in_range("outlier", options.outlier, 1.0, 100.0, &mut issues);
    for issue in issues {
        reader.note(issue);
    }
    reader.done()?;
    let Some(series) = series else { return Err(Issues::new(Vec::new())) };
    let known: Vec<(usize, f64)> =
        series.values.iter().copied().enumerate().filter(|(_, value)| !value.is_nan()).collect();
    let y: Vec<f64> = known.iter().map(|(_, value)| *value).collect();
    if y.len() < 4 {
        return refuse(
            "too-few-rows",
            "columns",
            format!("{} values are too few for a trend", y.len()),
            "at least 4 are needed",
        );
    }
    if y.iter().all(|value| *value == y[0]) {
        return refuse(
            "constant-column",
            &format!("columns/{}", options.value),
            "all values are the same".into(),
            "there is no trend to measure",
        );
    }
    let x: Vec<f64> = known.iter().map(|(place, _)| count(*place)).collect();
    let (centre, middle) = (mean(&y), mean(&x));
    let deviation = variance(&y).sqrt();
    let (slope, intercept) = least_squares(&x, &y, centre, middle, options.level);
    let (robust_slope, trend_p) = pairs(&x, &y, options.level);
    let smoothed = y[1..].iter().fold(y[0], |last, value| last + options.smoothing * (value - last));
    let window = usize::try_from(options.window).unwrap_or(usize::MAX).min(y.len());
    let middle_value = median(&y);
    let outliers = known
        .iter()
        .map(|(place, value)| (*place, *value, (value - centre) / deviation))
        .filter(|(_, _, z)| z.abs() > options.outlier)
        .map(|(place, value, z)| TrendOutlier { index: whole(place), time: series.time(place), value, z })
        .collect();
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("straight-line", "the change for each step is about the same throughout");
    if series.clock.is_none() {
        evidence = evidence.assume("rows-in-order", "the rows stand in the order of time, evenly spaced");
    }
    if series.missing > 0 {
        evidence.cautions.push(Issue::info(
            "values-missing",
            format!("columns/{}", options.value),
            format!("{} values are missing; the others keep their places", series.missing),
        ));
    }
    if series.clock.is_some_and(|clock| (51.0..53.5).contains(&clock.per_year()) || clock.per_year() > 11.0)
        && let Some(clock) = series.clock
        && count(series.values.len()) < 2.0 * clock.per_year()
    {
        evidence.cautions.push(Issue::warning(
            "less-than-two-years",
            "columns",
            "less than two years: a season of the year looks like a trend",
        ));
    }
    Ok(TrendReport {
        rows: whole(y.len()),
        mean: centre,
        standard_deviation: deviation,
        median: middle_value,
        median_deviation: median(&y.iter().map(|value| (value - middle_value).abs()).collect::<Vec<_>>()),
        slope,
        intercept,
        robust_slope,
        trend_p,
        smoothed,
        trailing_mean: mean(&y[y.len() - window..]),
        outliers,
        buckets: options.bucket.map(|bucket| buckets(&series, &known, bucket)).unwrap_or_default(),
        evidence,
    })
}

/// Slope with its interval, and the line at 0.
fn least_squares(x: &[f64], y: &[f64], centre: f64, middle: f64, level: f64) -> (IntervalEstimate, f64) {
    let n = count(x.len());
    let square = sum(x.iter().map(|x| (x - middle) * (x - middle)));
    let slope = sum(x.iter().zip(y).map(|(x, y)| (x - middle) * (y - centre))) / square;
    let intercept = centre - slope * middle;
    let scores: Vec<f64> = x.iter().zip(y).map(|(x, y)| (x - middle) * (y - intercept - slope * x)).collect();
    let mut lags = 0;
    while count(lags + 1) <= 4.0 * crate::stats::math::pow(n / 100.0, 2.0 / 9.0) {
        lags += 1;
    }
    let mut spread = sum(scores.iter().map(|score| score * score));
    for lag in 1..=lags.min(scores.len() - 1) {
        let together = sum(scores.iter().zip(&scores[lag..]).map(|(a, b)| a * b));
        spread += 2.0 * (1.0 - count(lag) / count(lags + 1)) * together;
    }
    let error = (spread.max(0.0) * n / (n - 2.0)).sqrt() / square;
    let half = t_quantile(0.5 + 0.5 * level, n - 2.0) * error;
    let value = IntervalEstimate {
        value: slope,
        standard_error: Some(error),
        low: Some(slope - half),
        high: Some(slope + half),
    };
    (value, intercept)
}

/// Median slope of all pairs with Sen's interval, and the p-value of Mann and Kendall.
fn pairs(x: &[f64], y: &[f64], level: f64) -> (Option<IntervalEstimate>, Option<f64>) {
    let n = y.len();
    if n > MOST_PAIRED {
        return (None, None);
    }
    let mut slopes = Vec::with_capacity(n * (n - 1) / 2);
    let mut score = 0.0_f64;
    for i in 0..n {
        for j in i + 1..n {
            let rise = y[j] - y[i];
            slopes.push(rise / (x[j] - x[i]));
            score += if rise > 0.0 {
                1.0
            } else if rise < 0.0 {
                -1.0
            } else {
                0.0
            };
        }
    }
    let all = slopes.len();
    let mut at = |place: usize| *slopes.select_nth_unstable_by(place, f64::total_cmp).1;
    let value = if all.is_multiple_of(2) { 0.5 * (at(all / 2 - 1) + at(all / 2)) } else { at(all / 2) };
    let size = count(n);
    let mut spread = size * (size - 1.0) * (2.0 * size + 5.0);
    let ordered = sorted(y);
    let mut start = 0;
    for end in 1..=n {
        if end == n || ordered[end] != ordered[start] {
            let same = count(end - start);
            spread -= same * (same - 1.0) * (2.0 * same + 5.0);
            start = end;
        }
    }
    let deviation = (spread / 18.0).max(0.0).sqrt();
    let half = normal_quantile(0.5 + 0.5 * level) * deviation;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places among the pairs")]
    let place = |rank: f64| (rank.max(0.0) as usize).min(all - 1);
    let low = at(place((count(all) - half) / 2.0 - 1.0));
    let high = at(place((count(all) + half) / 2.0));
    let p = (deviation > 0.0).then(|| {
        let z = (score.abs() - 1.0).max(0.0) / deviation;
        (2.0 * normal_sf(z)).min(1.0)
    });
    (Some(IntervalEstimate { value, standard_error: None, low: Some(low), high: Some(high) }), p)
}

fn buckets(
    series: &super::series::Series,
    known: &[(usize, f64)],
    bucket: CalendarBucket,
) -> Vec<CalendarSum> {
    let mut found: Vec<(String, Vec<f64>)> = Vec::new();
    for (place, value) in known {
        let Some(time) = series.time(*place) else { continue };
        let (year, rest) = time.split_at(time.find('-').filter(|at| *at > 0).unwrap_or(time.len()));
        let month: u32 = rest.get(1..3).and_then(|text| text.parse().ok()).unwrap_or(1);
        let name = match bucket {
            CalendarBucket::Month => format!("{year}-{month:02}"),
            CalendarBucket::Quarter => format!("{year}Q{}", month.div_ceil(3)),
            CalendarBucket::Year => year.to_owned(),
        };
        match found.last_mut() {
            Some((last, values)) if *last == name => values.push(*value),
            _ => found.push((name, vec![*value])),
        }
    }
    found
        .into_iter()
        .map(|(name, values)| CalendarSum {
            name,
            values: whole(values.len()),
            sum: sum(values.iter().copied()),
            mean: mean(&values),
        })
        .collect()
}

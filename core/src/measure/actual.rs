//! Which value a KPI has on a date: its measurements, aggregated.

use serde::{Deserialize, Serialize};

use super::Period;
use super::document::{Aggregation, Kpi, Measurement, Quality};
use crate::quantity::When;
use crate::sort::Arrange;

/// A sum of ratios: Σ numerators ÷ Σ denominators, with the mean of the ratios for contrast.
///
/// The mean of ratios gives a post seen by ten people the weight of one seen by a million; it is
/// reported only so that its difference can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PooledRatio {
    /// Sum of the numerators of complete rows.
    pub numerator: f64,
    /// Sum of the denominators of complete rows.
    pub denominator: f64,
    /// `numerator ÷ denominator`; absent when the denominator is 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<f64>,
    /// Mean of the ratios of the rows whose denominator is not 0: not the ratio, shown for contrast.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mean_of_ratios: Option<f64>,
    /// Rows with both parts.
    pub rows: u64,
    /// Rows with a part missing: left out of both sums.
    pub incomplete: u64,
}

/// Adds ratios up: Σ numerators ÷ Σ denominators, rows with a missing part left out of both.
///
/// # Complexity
/// O(rows).
///
/// # Examples
/// ```
/// use paceline::measure::pool;
/// // Engagements by reach of two posts: 10 of 100 and 5 of 200.
/// let rate = pool([(Some(10.0), Some(100.0)), (Some(5.0), Some(200.0))]);
/// assert_eq!(rate.ratio, Some(0.05));
/// assert_eq!(rate.mean_of_ratios, Some(0.0625)); // the popular mistake
/// ```
pub fn pool(rows: impl IntoIterator<Item = (Option<f64>, Option<f64>)>) -> PooledRatio {
    let mut pooled = PooledRatio::default();
    let (mut ratios, mut count) = (0.0, 0.0);
    for row in rows {
        let (Some(numerator), Some(denominator)) = row else {
            pooled.incomplete += 1;
            continue;
        };
        pooled.rows += 1;
        pooled.numerator += numerator;
        pooled.denominator += denominator;
        if denominator != 0.0 {
            ratios += numerator / denominator;
            count += 1.0;
        }
    }
    pooled.ratio = (pooled.denominator != 0.0).then(|| pooled.numerator / pooled.denominator);
    pooled.mean_of_ratios = (count > 0.0).then(|| ratios / count);
    pooled
}

/// The value of a KPI on a date.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Actual {
    pub(super) value: f64,
    /// Date of the latest measurement used.
    pub(super) at: When,
    /// The worst quality among the measurements used.
    pub(super) quality: Quality,
    /// Observations behind the value, where every measurement used says so.
    pub(super) n: Option<u64>,
    /// Date of a later measurement without a value, if there is one.
    pub(super) missing_since: Option<When>,
    /// Measurements without a value among those aggregated.
    pub(super) gaps: usize,
}

/// The order of measurements in time: a bare date speaks for the whole day, so it comes after the
/// hours of that day.
pub(super) fn moment(when: When) -> (chrono::NaiveDate, bool, Option<chrono::NaiveTime>) {
    (when.date, when.time.is_none(), when.time)
}

/// Whether something that speaks for `when` is known at `as_of`.
fn known(when: When, as_of: Option<When>) -> bool {
    as_of.is_none_or(|as_of| match (when.time, as_of.time) {
        (Some(time), Some(limit)) => (when.date, time) <= (as_of.date, limit),
        _ => when.date <= as_of.date,
    })
}

/// The value of a KPI as of a date: `None` without a measurement that has one.
///
/// # Complexity
/// O(m log m) in its measurements.
pub(super) fn actual(kpi: &Kpi, period: Option<Period>, as_of: Option<When>) -> Option<Actual> {
    let bounded = kpi.aggregation != Aggregation::Last;
    let inside = |when: When| !bounded || period.is_none_or(|period| period.contains(when));
    let mut measurements: Vec<&Measurement> =
        kpi.measurements.iter().filter(|m| known(m.at, as_of) && inside(m.at)).collect();
    measurements.arrange_by_key(|m| moment(m.at));
    match kpi.aggregation {
        Aggregation::Last | Aggregation::Cumulative => latest(kpi, &measurements),
        Aggregation::Sum | Aggregation::Average => aggregate(kpi, &measurements),
    }
}

/// The value of one measurement; `None` if it is missing or its denominator is 0.
fn value(kpi: &Kpi, measurement: &Measurement) -> Option<f64> {
    measurement.value.or_else(|| {
        pool([(measurement.numerator, measurement.denominator)]).ratio.map(|ratio| ratio * kpi.per)
    })
}

fn latest(kpi: &Kpi, measurements: &[&Measurement]) -> Option<Actual> {
    let (index, measurement, found) = measurements
        .iter()
        .enumerate()
        .rev()
        .find_map(|(index, measurement)| Some((index, measurement, value(kpi, measurement)?)))?;
    let after = measurements.get(index + 1..).unwrap_or_default();
    Some(Actual {
        value: found,
        at: measurement.at,
        quality: measurement.quality,
        n: measurement.n,
        missing_since: after.first().map(|m| m.at),
        gaps: 0,
    })
}

fn aggregate(kpi: &Kpi, measurements: &[&Measurement]) -> Option<Actual> {
    let is_ratio = measurements.iter().any(|m| m.numerator.is_some() || m.denominator.is_some());
    let has_value = |m: &&&Measurement| {
        if is_ratio { m.numerator.is_some() && m.denominator.is_some() } else { m.value.is_some() }
    };
    let used: Vec<&Measurement> = measurements.iter().filter(has_value).copied().collect();
    let last = used.last()?;
    let found = if is_ratio {
        pool(used.iter().map(|m| (m.numerator, m.denominator))).ratio? * kpi.per
    } else {
        let sum: f64 = used.iter().filter_map(|m| m.value).sum();
        #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2⁵³")]
        let count = used.len() as f64;
        if kpi.aggregation == Aggregation::Average { sum / count } else { sum }
    };
    Some(Actual {
        value: found,
        at: last.at,
        quality: used.iter().map(|m| m.quality).max().unwrap_or_default(),
        n: used.iter().try_fold(0_u64, |sum, m| m.n.map(|n| sum.saturating_add(n))),
        missing_since: None,
        gaps: measurements.len() - used.len(),
    })
}

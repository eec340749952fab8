//! Pacing: is a total that grows through a period on its way to the target?

use serde::{Deserialize, Serialize};

use super::actual::moment;
use crate::quantity::When;
use crate::{Issue, Issues};

/// A span of civil dates, both ends included.
///
/// # Examples
/// ```
/// use paceline::measure::Period;
/// use paceline::quantity::When;
/// let quarter = Period { from: When::parse("2026-07-01")?, to: When::parse("2026-09-30")? };
/// assert_eq!(quarter.days(), 92.0);
/// assert_eq!(quarter.elapsed_days(When::parse("2026-08-30")?), 61.0);
/// # Ok::<(), paceline::quantity::QuantityError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day, or the moment it begins.
    pub from: When,
    /// Last day, or the moment it ends.
    pub to: When,
}

impl Period {
    /// Length in days of the civil calendar; not above 0 if it ends before it begins.
    pub fn days(self) -> f64 {
        days_between(self.from, self.to)
    }

    /// Days passed at the end of `as_of`, from 0 to [`Period::days`].
    pub fn elapsed_days(self, as_of: When) -> f64 {
        days_between(self.from, as_of).min(self.days()).max(0.0)
    }

    /// Whether a date lies inside.
    pub fn contains(self, when: When) -> bool {
        let begun = match when.time {
            Some(_) => when.start() >= self.from.start(),
            None => when.date >= self.from.date,
        };
        begun && moment(when) <= moment(self.to)
    }
}

/// Days from the start of one date to the end of another.
fn days_between(from: When, to: When) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of a few centuries")]
    let seconds = (to.end() - from.start()).num_seconds() as f64;
    seconds / 86_400.0
}

/// What [`pace`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PaceRequest {
    /// Total to reach at the end of the period.
    pub target: f64,
    /// Total so far.
    pub actual: f64,
    /// Part of the period that has passed, in the unit of `period`.
    pub elapsed: f64,
    /// Length of the period: days, weeks, months.
    pub period: f64,
    /// Expected shares, one for each equal part of the period, on any scale. Empty: evenly.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seasonality: Vec<f64>,
}

impl PaceRequest {
    /// A total at the end of the day (or at the moment) `as_of`, evenly expected, in days.
    ///
    /// # Examples
    /// ```
    /// use paceline::measure::{PaceRequest, Period, pace};
    /// use paceline::quantity::When;
    /// let quarter = Period { from: When::parse("2026-07-01")?, to: When::parse("2026-09-30")? };
    /// let leads = PaceRequest::on(quarter, When::parse("2026-08-30")?, 1500.0, 840.0);
    /// assert_eq!((leads.elapsed, leads.period), (61.0, 92.0));
    /// assert_eq!(pace(&leads)?.required_run_rate, Some(660.0 / 31.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn on(period: Period, as_of: When, target: f64, actual: f64) -> Self {
        Self {
            target,
            actual,
            elapsed: period.elapsed_days(as_of),
            period: period.days(),
            seasonality: Vec::new(),
        }
    }
}

/// Where a total stands on its way to the target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pacing {
    /// Share of the time that has passed, 0 to 1.
    pub elapsed_share: f64,
    /// Share of the target expected by now: Σ seasonality so far ÷ Σ seasonality.
    pub expected_share: f64,
    /// Total expected by now: target × expected share.
    pub expected_to_date: f64,
    /// Actual − expected: negative when behind.
    pub gap_to_pace: f64,
    /// Actual ÷ expected: below 1 when behind (of a total to be kept low: when better). Absent while
    /// nothing is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace_ratio: Option<f64>,
    /// Total at the end if it goes on evenly: actual ÷ elapsed share; absent at the very beginning.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub linear_forecast: Option<f64>,
    /// Total at the end if it goes on with the seasons: actual ÷ expected share; the linear forecast
    /// when there are none. Absent while nothing is expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seasonal_forecast: Option<f64>,
    /// What each remaining unit of time must bring to reach the target, 0 when it is reached; absent
    /// when no time remains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_run_rate: Option<f64>,
    /// What each remaining unit of seasonality must bring to reach the target, 0 when it is reached;
    /// absent when none remains. Without seasonality the units are those of the period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_per_weight: Option<f64>,
    /// The same as a multiple of the plan: 1.1 means that the rest must go 10 % better than planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_uplift: Option<f64>,
}

/// Most parts of a period that a seasonality may have.
pub(super) const MAX_PARTS: usize = 10_000;

/// Compares a total with where it should be by now, and projects it to the end of the period.
///
/// The expected share is Σ seasonality up to now ÷ Σ seasonality, a part that has begun counting by
/// the share of it that has passed; without seasonality it is the share of the time.
///
/// # Errors
/// `number-out-of-range`, `period-empty`, `seasonality-empty` or `seasonality-too-long`: every fault
/// of the request.
///
/// # Complexity
/// O(parts of the seasonality), at most 10,000.
///
/// # Examples
/// ```
/// use paceline::measure::{PaceRequest, pace};
/// // 840 of 1,500 leads on day 61 of 92.
/// let leads = PaceRequest { target: 1500.0, actual: 840.0, elapsed: 61.0, period: 92.0, seasonality: vec![] };
/// let pacing = pace(&leads)?;
/// assert_eq!(format!("{:.2}", pacing.expected_to_date), "994.57");
/// assert_eq!(pacing.linear_forecast.map(|f| format!("{f:.2}")).as_deref(), Some("1266.89"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn pace(request: &PaceRequest) -> Result<Pacing, Issues> {
    let mut issues = Vec::new();
    for (name, number) in [("target", request.target), ("actual", request.actual)] {
        super::validate::number(format_args!("pacing/{name}"), number, &mut issues);
    }
    for (name, number) in [("elapsed", request.elapsed), ("period", request.period)] {
        if !(0.0..=1e9).contains(&number) {
            issues.push(Issue::error(
                "number-out-of-range",
                format!("pacing/{name}"),
                format!("`{number}` is not a number from 0 to 1e9"),
            ));
        }
    }
    if (0.0..1e-9).contains(&request.period) {
        issues.push(Issue::error("period-empty", "pacing/period", "the period has no length"));
    }
    super::validate::seasonality(format_args!("pacing/seasonality"), &request.seasonality, &mut issues);
    Issues::check(issues)?;
    Ok(paced(request))
}

/// [`pace`] on a request known to be good.
pub(super) fn paced(request: &PaceRequest) -> Pacing {
    let PaceRequest { target, actual, elapsed, period, ref seasonality } = *request;
    let elapsed = elapsed.min(period);
    let even = [period];
    let weights: &[f64] = if seasonality.is_empty() { &even } else { seasonality };
    #[expect(clippy::cast_precision_loss, reason = "at most 10,000 parts")]
    let parts = whole_if_near(elapsed * weights.len() as f64 / period);
    let (mut done, mut remaining, mut index) = (0.0, 0.0, 0.0);
    for weight in weights {
        let share: f64 = (parts - index).clamp(0.0, 1.0);
        done += weight * share;
        remaining += weight * (1.0 - share);
        index += 1.0;
    }
    let total: f64 = weights.iter().sum();
    let expected_share = done / total;
    let expected = target * expected_share;
    let missing = (target - actual).max(0.0);
    let required_per_weight = (remaining > 0.0).then(|| missing / remaining);
    let ratio =
        |upper: f64, lower: f64| (lower > 0.0).then(|| upper / lower).filter(|ratio| ratio.is_finite());
    Pacing {
        elapsed_share: elapsed / period,
        expected_share,
        expected_to_date: expected,
        gap_to_pace: actual - expected,
        pace_ratio: ratio(actual, expected),
        linear_forecast: ratio(actual, elapsed / period),
        seasonal_forecast: ratio(actual, expected_share),
        required_run_rate: ratio(missing, period - elapsed),
        required_per_weight,
        required_uplift: required_per_weight.and_then(|rate| ratio(rate * total, target)),
    }
}

/// The nearest whole number where only rounding keeps a number from it: a part that ended has ended.
fn whole_if_near(parts: f64) -> f64 {
    let whole = parts.round();
    if (parts - whole).abs() < super::TOLERANCE { whole } else { parts }
}

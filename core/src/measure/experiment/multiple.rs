//! Several tests at once: p-values adjusted so that a threshold keeps its meaning.

use serde::{Deserialize, Serialize};

use super::check::{Faults, number};
use super::common::check_alpha;
use crate::{Issue, Issues};

/// How p-values are adjusted for their number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum MultipleTesting {
    /// Not at all.
    None,
    /// Bonferroni: p × number. Keeps the chance of any false alarm.
    Bonferroni,
    /// Holm (1979): never weaker than Bonferroni, with the same promise.
    #[default]
    Holm,
    /// Benjamini and Hochberg (1995): keeps the expected share of false alarms, for independent or positively dependent tests.
    BenjaminiHochberg,
    /// Benjamini and Yekutieli (2001): the same under any dependence.
    BenjaminiYekutieli,
}

/// What [`adjust_p_values`] asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustPValuesRequest {
    /// The p-values, 0 to 1, at most a million.
    pub p_values: Vec<f64>,
    /// How they are adjusted. Default Holm.
    #[serde(default)]
    pub method: MultipleTesting,
    /// Threshold of the adjusted values. Default 0.05.
    #[serde(default = "five_percent")]
    pub alpha: f64,
}

fn five_percent() -> f64 {
    0.05
}

/// A p-value adjusted.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustedPValue {
    /// As given.
    pub p_value: f64,
    /// Adjusted, at most 1.
    pub adjusted: f64,
    /// Whether it is at most alpha.
    pub rejected: bool,
}

/// What [`adjust_p_values`] answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustedPValues {
    /// In the order given.
    pub tests: Vec<AdjustedPValue>,
    /// How many are rejected.
    pub rejected: u64,
}

/// Most p-values of a request.
const MOST_TESTS: usize = 1_000_000;

/// Adjusts p-values for their number.
///
/// # Errors
/// `no-p-values`, `too-many-tests` or `number-out-of-range`: every fault of the request.
///
/// # Complexity
/// O(n log n).
///
/// # Examples
/// ```
/// use paceline::measure::experiment::{AdjustPValuesRequest, MultipleTesting, adjust_p_values};
/// let found = adjust_p_values(&AdjustPValuesRequest {
///     p_values: vec![0.01, 0.04, 0.03], method: MultipleTesting::Holm, alpha: 0.05 })?;
/// assert_eq!(found.tests.iter().map(|t| t.adjusted).collect::<Vec<_>>(), [0.03, 0.06, 0.06]);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn adjust_p_values(request: &AdjustPValuesRequest) -> Result<AdjustedPValues, Issues> {
    let mut faults = Faults::default();
    check_alpha("request/alpha", request.alpha, &mut faults);
    if request.p_values.is_empty() {
        faults.note(Issue::error("no-p-values", "request/p_values", "there is no p-value to adjust"));
    }
    if request.p_values.len() > MOST_TESTS {
        let message = format!("{} p-values are more than a million", request.p_values.len());
        faults.note(Issue::error("too-many-tests", "request/p_values", message));
    } else {
        let mut noted = 0;
        for (i, p) in request.p_values.iter().enumerate() {
            if !(0.0..=1.0).contains(p) && noted < 100 {
                noted += 1;
                faults.range(&format!("request/p_values/{}", i + 1), *p, 0.0, 1.0);
            }
        }
    }
    faults.done()?;
    let adjusted = adjusted(&request.p_values, request.method);
    let tests: Vec<AdjustedPValue> = request
        .p_values
        .iter()
        .zip(adjusted)
        .map(|(p, adjusted)| AdjustedPValue { p_value: *p, adjusted, rejected: adjusted <= request.alpha })
        .collect();
    let rejected = tests.iter().filter(|test| test.rejected).count() as u64;
    Ok(AdjustedPValues { tests, rejected })
}

/// Adjusted p-values in the order given.
pub(super) fn adjusted(p_values: &[f64], method: MultipleTesting) -> Vec<f64> {
    let n = number(p_values.len() as u64);
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_unstable_by(|a, b| p_values[*a].total_cmp(&p_values[*b]).then(a.cmp(b)));
    let mut made = p_values.to_vec();
    let rank = |place: usize| number(place as u64 + 1);
    match method {
        MultipleTesting::None => {}
        MultipleTesting::Bonferroni => made.iter_mut().for_each(|p| *p = (*p * n).min(1.0)),
        MultipleTesting::Holm => {
            let mut most = 0.0_f64;
            for (place, test) in order.iter().enumerate() {
                most = most.max((p_values[*test] * (n + 1.0 - rank(place))).min(1.0));
                made[*test] = most;
            }
        }
        MultipleTesting::BenjaminiHochberg | MultipleTesting::BenjaminiYekutieli => {
            let factor = if method == MultipleTesting::BenjaminiYekutieli {
                (1..=p_values.len()).map(|i| 1.0 / number(i as u64)).sum()
            } else {
                1.0
            };
            let mut least = 1.0_f64;
            for (place, test) in order.iter().enumerate().rev() {
                least = least.min(p_values[*test] * factor * n / rank(place));
                // Rounding alone could leave it below what was given.
                made[*test] = least.max(p_values[*test]);
            }
        }
    }
    made
}

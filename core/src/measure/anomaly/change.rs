//! The operation: where a series changed.

use serde::{Deserialize, Serialize};

use crate::measure::forecast::series::{in_range, number, read, refuse, whole};
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::math::ln;
use crate::stats::summary::{count, mean, median, variance};
use crate::{Issue, Issues};

use super::bayes::{Prior, online};
use super::segment::{Costs, binary, dynamic, pelt};

/// How changes are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeMethod {
    /// The cheapest segmentation with a penalty for each change, exactly.
    #[default]
    Pelt,
    /// The cheapest segmentation with a given number of changes, exactly; at most 5,000 values.
    DynamicProgramming,
    /// Splitting where it gains most; quick, not always the cheapest.
    BinarySegmentation,
    /// Bayesian online: after each value, how long the current run may be; at most 20,000 values.
    Online,
}

/// What a segment costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeCost {
    /// Squared distances from the mean: changes of the level.
    #[default]
    Mean,
    /// Distances from the median: changes of the level, outliers matter less.
    Median,
    /// −2 × log-likelihood of a normal distribution around the overall mean: changes of the spread.
    Variance,
    /// −2 × log-likelihood of a normal distribution: changes of level and spread.
    Normal,
}

/// Options of [`change_points`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ChangePointOptions {
    /// Column of the values.
    pub value: String,
    /// Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// How changes are found.
    pub method: ChangeMethod,
    /// What a segment costs.
    pub cost: ChangeCost,
    /// Penalty for each change, in the unit of the cost. Absent: that of Schwarz's criterion, 2 σ² ln n for the mean (σ
    /// from the median change from value to value), b ln n for the median, 2 ln n for the variance, 3 ln n for both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub penalty: Option<f64>,
    /// Number of changes, for `dynamic_programming` (1 to 100) and instead of the penalty of `binary_segmentation`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changes: Option<u64>,
    /// Fewest values of a segment, 1 to 1,000,000; 2 or more where the spread is estimated.
    pub min_size: u64,
    /// Expected length of a run, for `online`, above 1.
    pub expected_run: f64,
    /// Prior mean of a run, in standard deviations of the series from its mean, for `online`.
    pub prior_mean: f64,
    /// Values that the prior mean counts for, for `online`.
    pub prior_kappa: f64,
    /// Shape of the prior of the precision, for `online`.
    pub prior_alpha: f64,
    /// Rate of the prior of the precision, in variances of the series, for `online`.
    pub prior_beta: f64,
}

impl Default for ChangePointOptions {
    fn default() -> Self {
        Self {
            value: "value".into(),
            time: None,
            method: ChangeMethod::Pelt,
            cost: ChangeCost::Mean,
            penalty: None,
            changes: None,
            min_size: 2,
            expected_run: 100.0,
            prior_mean: 0.0,
            prior_kappa: 1.0,
            prior_alpha: 1.0,
            prior_beta: 1.0,
        }
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePoint {
    /// Place of the first value after the change, from 0.
    pub index: u64,
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Mean of the segment before.
    pub before: f64,
    /// Mean of the segment after.
    pub after: f64,
}

/// A stretch without a change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeSegment {
    /// Place of its first value.
    pub start: u64,
    /// Place after its last value.
    pub end: u64,
    /// Mean.
    pub mean: f64,
    /// Standard deviation, with n − 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub standard_deviation: Option<f64>,
    /// Its cost.
    pub cost: f64,
}

/// How long the current run may be, after each value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunLengths {
    /// Likeliest length.
    pub likeliest: Vec<u64>,
    /// Mean length.
    pub mean: Vec<f64>,
    /// Probability that the next value starts a new run.
    pub new_run: Vec<f64>,
    /// Logarithm of the probability of the series, in its standard deviations.
    pub log_evidence: f64,
}

/// What [`change_points`] finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePointReport {
    /// Values used; missing ones are left out.
    pub rows: u64,
    /// The changes.
    pub changes: Vec<ChangePoint>,
    /// The stretches between them.
    pub segments: Vec<ChangeSegment>,
    /// Sum of the costs of the segments.
    pub cost: f64,
    /// Penalty of each change, where one was used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalty: Option<f64>,
    /// Run lengths, for `online`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub runs: Option<RunLengths>,
    /// How much it proves.
    pub evidence: Evidence,
}

/// Finds where the level or the spread of a series changed.
///
/// # Errors
/// `too-few-rows`, `too-many-rows`, `changes-missing`, `number-out-of-range` and faults of the columns.
///
/// # Complexity
/// PELT: O(rows) when changes grow with the series, O(rows²) at worst; dynamic programming: O(changes × rows²); binary
/// segmentation: O(rows × changes); online: O(rows²).
///
/// # Examples
/// ```
/// use paceline::measure::{Table, anomaly::{ChangePointOptions, change_points}};
/// let table = Table::new().with_numbers("value", [5., 6., 5., 4., 5., 6., 12., 11., 12., 13., 12., 11.])?;
/// let report = change_points(&table, &ChangePointOptions::default())?;
/// assert_eq!(report.changes.iter().map(|change| change.index).collect::<Vec<_>>(), [6]);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn change_points(table: &Table, options: &ChangePointOptions) -> Result<ChangePointReport, Issues> {
    let mut reader = table.reader();
    let series = read(&mut reader, &options.value, options.time.as_deref());
    let mut issues = Vec::new();
    let spread = matches!(options.cost, ChangeCost::Variance | ChangeCost::Normal);
    in_range("min_size", number(options.min_size), if spread { 2.0 } else { 1.0 }, 1e6, &mut issues);
    in_range("expected_run", options.expected_run, 1.0 + 1e-9, 1e12, &mut issues);
    in_range("prior_mean", options.prior_mean, -1e6, 1e6, &mut issues);
    for (name, value) in [
        ("prior_kappa", options.prior_kappa),
        ("prior_alpha", options.prior_alpha),
        ("prior_beta", options.prior_beta),
    ] {
        in_range(name, value, 1e-9, 1e9, &mut issues);
    }
    if let Some(penalty) = options.penalty {
        in_range("penalty", penalty, 0.0, 1e200, &mut issues);
    }
    if let Some(changes) = options.changes {
        in_range("changes", number(changes), 1.0, 100.0, &mut issues);
    } else if options.method == ChangeMethod::DynamicProgramming {
        issues.push(Issue::error(
            "changes-missing",
            "options/changes",
            "this method needs the number of changes",
        ));
    }
    for issue in issues {
        reader.note(issue);
    }
    reader.done()?;
    let Some(series) = series else { return Err(Issues::new(Vec::new())) };
    let places: Vec<usize> = (0..series.values.len()).filter(|t| !series.values[*t].is_nan()).collect();
    let y: Vec<f64> = places.iter().map(|t| series.values[*t]).collect();
    let n = y.len();
    let most = match options.method {
        ChangeMethod::Pelt | ChangeMethod::BinarySegmentation => 200_000,
        ChangeMethod::DynamicProgramming => 5_000,
        ChangeMethod::Online => 20_000,
    };
    let least = usize::try_from(options.min_size).unwrap_or(usize::MAX);
    if n < 2 * least || n < 3 || n > most {
        let code = if n > most { "too-many-rows" } else { "too-few-rows" };
        return refuse(
            code,
            "columns",
            format!("{n} values cannot be searched for changes this way"),
            &format!("two segments of `min_size` are needed, at least 3 values, at most {most}"),
        );
    }
    let costs = Costs::new(&y, options.cost);
    let penalty = options.penalty.unwrap_or_else(|| usual_penalty(&y, options.cost));
    let changes = options.changes.and_then(|changes| usize::try_from(changes).ok());
    let mut runs = None;
    let ends = match options.method {
        ChangeMethod::Pelt => pelt(&costs, penalty, least),
        ChangeMethod::BinarySegmentation => binary(&costs, changes, penalty, least),
        ChangeMethod::DynamicProgramming => match dynamic(&costs, changes.unwrap_or(1), least) {
            Some(ends) => ends,
            None => {
                return refuse(
                    "too-few-rows",
                    "columns",
                    format!("{n} values do not hold so many segments"),
                    "ask for fewer changes or smaller segments",
                );
            }
        },
        ChangeMethod::Online => {
            // Standard deviation with n, as the literature's examples take it.
            let (centre, deviation) = (mean(&y), (variance(&y) * (count(n) - 1.0) / count(n)).sqrt());
            let unit = if deviation > 0.0 { deviation } else { 1.0 };
            let inner: Vec<f64> = y.iter().map(|value| (value - centre) / unit).collect();
            let prior = Prior {
                mean: options.prior_mean,
                kappa: options.prior_kappa,
                alpha: options.prior_alpha,
                beta: options.prior_beta,
            };
            let found = online(&inner, options.expected_run, prior);
            // Back from the end: the last run, the one before it, and so on.
            let mut ends = vec![n];
            let mut at = n;
            while at > 0 {
                let length = usize::try_from(found.likeliest[at - 1]).unwrap_or(at).max(1);
                at = at.saturating_sub(length);
                if at > 0 {
                    ends.push(at);
                }
            }
            ends.reverse();
            runs = Some(RunLengths {
                likeliest: found.likeliest,
                mean: found.mean,
                new_run: found.new_run,
                log_evidence: found.ln_evidence,
            });
            ends
        }
    };
    let segments: Vec<ChangeSegment> = std::iter::once(0)
        .chain(ends.iter().copied())
        .zip(&ends)
        .map(|(start, end)| ChangeSegment {
            start: whole(places[start]),
            end: whole(places[end - 1] + 1),
            mean: mean(&y[start..*end]),
            standard_deviation: Some(variance(&y[start..*end]).sqrt()).filter(|value| value.is_finite()),
            cost: costs.of(start, *end),
        })
        .collect();
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("why-is-open", "a change says that something happened, not what")
        .assume(
            "independent-values",
            "values within a segment do not follow one another; a season or a trend makes changes of its own",
        );
    if series.clock.is_none() {
        evidence = evidence.assume("rows-in-order", "the rows stand in the order of time");
    }
    let used = options.method == ChangeMethod::Pelt
        || (options.method == ChangeMethod::BinarySegmentation && changes.is_none());
    Ok(ChangePointReport {
        rows: whole(n),
        changes: segments
            .windows(2)
            .map(|pair| ChangePoint {
                index: pair[1].start,
                time: usize::try_from(pair[1].start).ok().and_then(|index| series.time(index)),
                before: pair[0].mean,
                after: pair[1].mean,
            })
            .collect(),
        cost: segments.iter().map(|segment| segment.cost).sum(),
        segments,
        penalty: used.then_some(penalty),
        runs,
        evidence,
    })
}

/// The penalty of Schwarz's criterion in the unit of a cost.
fn usual_penalty(y: &[f64], cost: ChangeCost) -> f64 {
    let steps: Vec<f64> = y.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    // The median step of normal noise is 0.6745 √2 σ; where most steps are 0, the mean step 2 σ ÷ √π stands in.
    let mut sigma = median(&steps) / (0.674_489_750_196_081_7 * std::f64::consts::SQRT_2);
    if !(sigma > 0.0) {
        sigma = mean(&steps) * std::f64::consts::PI.sqrt() / 2.0;
    }
    let log = ln(count(y.len()));
    match cost {
        ChangeCost::Mean => 2.0 * sigma * sigma * log,
        ChangeCost::Median => (2.0 / std::f64::consts::PI).sqrt() * sigma * log,
        ChangeCost::Variance => 2.0 * log,
        ChangeCost::Normal => 3.0 * log,
    }
    .max(f64::MIN_POSITIVE)
}

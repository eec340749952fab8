//! Why a rate changed: its segments, their mix, its numerator and its denominator.
//!
//! ```text
//! R = Σ s r             s: share of a segment in the denominator, r: its rate
//! rate effect = ½ (s₀ + s₁) (r₁ − r₀)       the segment itself became better or worse
//! mix effect  = ½ (r₀ + r₁) (s₁ − s₀)       the segment became more or less of the whole
//! numerator effect   =  L(R₁, R₀) ln(N₁ ÷ N₀)
//! denominator effect = −L(R₁, R₀) ln(D₁ ÷ D₀)      L(a, b) = (a − b) ÷ (ln a − ln b)
//! ```
//!
//! Both splits add up to the change without a remainder. The mix effect of one segment is read best against the whole,
//! ½ (r₀ + r₁ − R₀ − R₁) (s₁ − s₀): a segment that grows helps only if it is better than the rest. These add up to the
//! same total. A segment without a denominator in one of the periods has the rate of the other, so that it acts by the
//! mix alone. Where a numerator is 0 in one period, the logarithmic split is its limit: all is numerator.
//!
//! # References
//! - Kitagawa, *Components of a difference between two rates* (1955).
//! - Ang, *The LMDI approach to decomposition analysis: a practical guide* (2005); Ang and Liu (2007) for zeros.
//! - Newcombe, *Interval estimation for the difference between independent proportions* (1998), method 10.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::normal_quantile;
use crate::stats::{exact, math, proportion, summary};
use crate::{Issue, Issues};

/// What [`rate_change`] looks at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RateChangeOptions {
    /// Column of segments: `segment` if absent.
    pub segment: String,
    /// Column that says whether a row is of before or after: `period` if absent.
    pub period: String,
    /// What that column says before: `before` if absent.
    pub before: String,
    /// What that column says after: `after` if absent.
    pub after: String,
    /// Column above the line: `numerator` if absent.
    pub numerator: String,
    /// Column below the line, 0 or more: `denominator` if absent.
    pub denominator: String,
    /// What the rate is stated per: 1 if absent, 100 for a percentage. Above 0, at most 10⁹.
    pub per: f64,
    /// Whether each unit of the denominator counts at most once in the numerator, so that the change has an interval.
    /// False if absent.
    pub proportion: bool,
    /// Confidence of the interval, 0.5 to 0.9999: 0.95 if absent.
    pub confidence: f64,
}

impl Default for RateChangeOptions {
    fn default() -> Self {
        Self {
            segment: "segment".to_owned(),
            period: "period".to_owned(),
            before: "before".to_owned(),
            after: "after".to_owned(),
            numerator: "numerator".to_owned(),
            denominator: "denominator".to_owned(),
            per: 1.0,
            proportion: false,
            confidence: 0.95,
        }
    }
}

/// Why a rate changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RateChangeReport {
    /// Pooled rate before: Σ numerator ÷ Σ denominator.
    pub rate_before: f64,
    /// Pooled rate after.
    pub rate_after: f64,
    /// After less before; with an interval for proportions.
    pub change: IntervalEstimate,
    /// Part of the change that comes from the rates of the segments.
    pub rate_effect: f64,
    /// Part of the change that comes from their shares.
    pub mix_effect: f64,
    /// Part of the change that comes from more or less above the line; absent where the logarithm is not defined.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numerator_effect: Option<f64>,
    /// Part of the change that comes from more or less below the line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator_effect: Option<f64>,
    /// The segments, by name.
    pub segments: Vec<RateChangeSegment>,
    /// Rows used.
    pub n: u64,
    /// Rows of both periods left out because a number is missing.
    pub missing: u64,
    /// Rows of other periods, left out.
    pub other_periods: u64,
    /// How far the figures can be believed.
    pub evidence: Evidence,
}

/// What one segment did to the rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RateChangeSegment {
    /// Its name; absent for rows that do not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<String>,
    /// Sum above the line before.
    pub numerator_before: f64,
    /// Sum below the line before.
    pub denominator_before: f64,
    /// Sum above the line after.
    pub numerator_after: f64,
    /// Sum below the line after.
    pub denominator_after: f64,
    /// Rate before; absent without a denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_before: Option<f64>,
    /// Rate after; absent without a denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate_after: Option<f64>,
    /// Share of the denominator before, 0 to 1.
    pub share_before: f64,
    /// Share of the denominator after, 0 to 1.
    pub share_after: f64,
    /// ½ (shares) × change of its rate.
    pub rate_effect: f64,
    /// ½ (rates) × change of its share.
    pub mix_effect: f64,
    /// The same against the pooled rates: what its growth or decline did to the whole. These add up to the same total.
    pub mix_effect_against_whole: f64,
}

/// Sums of one segment: numerator and denominator, before and after.
type Parts = [[f64; 2]; 2];

/// Says why a rate changed between two periods: by the rates of its segments and by their mix (Kitagawa), by its
/// numerator and by its denominator (logarithmic mean).
///
/// # Errors
/// Faults of the columns and options, `same-period`, `unknown-period` if no row is of a period, `negative-denominator`,
/// `zero-denominator` if a period has none at all.
///
/// # Complexity
/// O(n log n) in the number of rows.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::indicator::{RateChangeOptions, rate_change};
/// // Both channels got better, the rate got worse: the weak one grew (Simpson's paradox).
/// let table: Table = serde_json::from_str(
///     r#"{ "segment": ["mail", "social", "mail", "social"], "period": ["before", "before", "after", "after"],
///          "numerator": [90, 10, 46, 30], "denominator": [900, 1000, 400, 2000] }"#,
/// )?;
/// let report = rate_change(&table, &RateChangeOptions { per: 100.0, ..Default::default() })?;
/// assert!(report.rate_effect > 0.0 && report.change.value < 0.0);
/// assert!((report.rate_effect + report.mix_effect - report.change.value).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn rate_change(table: &Table, options: &RateChangeOptions) -> Result<RateChangeReport, Issues> {
    let rows = read(table, options)?;
    let z = normal_quantile(0.5 + options.confidence / 2.0);
    let names: Vec<&Option<String>> = rows.segments.keys().collect();
    let parts: Vec<Parts> = rows.segments.values().map(sums).collect();
    let whole: Parts = std::array::from_fn(|period| {
        std::array::from_fn(|part| {
            let all: Vec<f64> = rows
                .segments
                .values()
                .flat_map(|segment| segment[period].iter().map(move |row| row[part]))
                .collect();
            exact::sum(&all)
        })
    });
    let issues: Vec<Issue> = [(0, &options.before), (1, &options.after)]
        .into_iter()
        .filter(|(period, _)| whole[*period][1] <= 0.0)
        .map(|(_, name)| {
            let message = format!("the denominators of period `{name}` add up to 0: it has no rate");
            Issue::error("zero-denominator", "denominator", message)
                .with_help("leave out rows in which nothing could happen, or take a longer period")
        })
        .collect();
    Issues::check(issues)?;
    let per = options.per;
    let rate = |sums: [f64; 2]| (sums[1] > 0.0).then(|| sums[0] / sums[1]);
    let rates: [f64; 2] = std::array::from_fn(|period| whole[period][0] / whole[period][1]);
    let segments: Vec<RateChangeSegment> = names
        .iter()
        .zip(&parts)
        .map(|(name, parts)| {
            let found = [rate(parts[0]), rate(parts[1])];
            let before = found[0].or(found[1]).unwrap_or(0.0);
            let after = found[1].or(found[0]).unwrap_or(0.0);
            let share: [f64; 2] = std::array::from_fn(|period| parts[period][1] / whole[period][1]);
            let growth = share[1] - share[0];
            RateChangeSegment {
                segment: (*name).clone(),
                numerator_before: parts[0][0],
                denominator_before: parts[0][1],
                numerator_after: parts[1][0],
                denominator_after: parts[1][1],
                rate_before: found[0].map(|rate| rate * per),
                rate_after: found[1].map(|rate| rate * per),
                share_before: share[0],
                share_after: share[1],
                rate_effect: per * 0.5 * (share[0] + share[1]) * (after - before),
                mix_effect: per * 0.5 * (before + after) * growth,
                mix_effect_against_whole: per * 0.5 * (before + after - rates[0] - rates[1]) * growth,
            }
        })
        .collect();
    let (upper, lower) = logarithmic(whole, rates);
    let change = (rates[1] - rates[0]) * per;
    let (low, high) = match options.proportion {
        true => {
            let [[before, of_before], [after, of_after]] = whole;
            let (low, high) = proportion::newcombe((before, of_before), (after, of_after), z);
            (Some(low * per), Some(high * per))
        }
        false => (None, None),
    };
    let total = |effect: fn(&RateChangeSegment) -> f64| summary::sum(segments.iter().map(effect));
    let report = RateChangeReport {
        rate_before: rates[0] * per,
        rate_after: rates[1] * per,
        change: IntervalEstimate { value: change, standard_error: None, low, high },
        rate_effect: total(|segment| segment.rate_effect),
        mix_effect: total(|segment| segment.mix_effect),
        numerator_effect: upper.map(|effect| effect * per),
        denominator_effect: lower.map(|effect| effect * per),
        evidence: evidence(&segments, rows.missing, options.proportion),
        segments,
        n: rows.used,
        missing: rows.missing,
        other_periods: rows.others,
    };
    let written = [report.change.value, report.rate_effect, report.mix_effect];
    if written.iter().all(|number| number.is_finite()) { Ok(report) } else { Err(out_of_range().into()) }
}

fn out_of_range() -> Issue {
    Issue::error("number-out-of-range", "numerator", "a rate is beyond the range of numbers")
        .with_help("give the numbers in larger units")
}

/// Rows by segment and period.
struct Found {
    segments: BTreeMap<Option<String>, [Vec<[f64; 2]>; 2]>,
    used: u64,
    missing: u64,
    others: u64,
}

fn read(table: &Table, options: &RateChangeOptions) -> Result<Found, Issues> {
    let mut reader = table.reader();
    let segment = reader.groups(&options.segment);
    let period = reader.groups(&options.period);
    let upper = reader.numbers(&options.numerator);
    let lower = reader.numbers(&options.denominator);
    if !(options.per > 0.0 && options.per <= 1e9) {
        reader.note(Issue::error(
            "number-out-of-range",
            "per",
            "`per` is not a number above 0 and at most 1e9",
        ));
    }
    if !(0.5..=0.9999).contains(&options.confidence) {
        let message = format!("`{}` is not a number from 0.5 to 0.9999", options.confidence);
        reader.note(Issue::error("number-out-of-range", "confidence", message));
    }
    if options.before == options.after {
        let message = format!("`{}` cannot be both before and after", options.before);
        reader
            .note(Issue::error("same-period", "after", message).with_help("name two periods of the column"));
    }
    for (at, name) in [("before", &options.before), ("after", &options.after)] {
        let known = period.as_ref().is_none_or(|period| period.values.iter().any(|value| value == name));
        if !known {
            let values = period.as_ref().map(|period| period.values.as_slice()).unwrap_or_default();
            let some: Vec<String> = values.iter().take(10).map(|value| format!("`{value}`")).collect();
            let message = format!("column `{}` has no period `{name}`", options.period);
            reader.note(
                Issue::error("unknown-period", at, message).with_help(format!("it has {}", some.join(", "))),
            );
        }
    }
    if lower.is_some_and(|values| values.iter().any(|value| *value < 0.0)) {
        let message = format!("column `{}` holds a number below 0", options.denominator);
        reader.note(Issue::error("negative-denominator", "denominator", message));
    }
    if [upper, lower].into_iter().flatten().flatten().any(|value| value.abs() > exact::LARGEST) {
        reader.note(out_of_range());
    }
    if options.proportion {
        let more = upper.zip(lower).is_some_and(|(upper, lower)| {
            upper.iter().zip(lower).any(|(upper, lower)| *upper < 0.0 || upper > lower)
        });
        if more {
            reader.note(
                Issue::error(
                    "not-a-proportion",
                    "proportion",
                    "a numerator is below 0 or above its denominator",
                )
                .with_help("leave `proportion` out where units can count more than once"),
            );
        }
    }
    reader.done()?;
    let (Some(segment), Some(period), Some(upper), Some(lower)) = (segment, period, upper, lower) else {
        return Err(Issues::new(Vec::new()));
    };
    let mut found = Found { segments: BTreeMap::new(), used: 0, missing: 0, others: 0 };
    for row in 0..table.rows() {
        let place = match period.get(row) {
            Some(name) if name == options.before => 0,
            Some(name) if name == options.after => 1,
            _ => {
                found.others += 1;
                continue;
            }
        };
        if upper[row].is_nan() || lower[row].is_nan() {
            found.missing += 1;
            continue;
        }
        found.used += 1;
        let name = segment.get(row).map(str::to_owned);
        found.segments.entry(name).or_default()[place].push([upper[row], lower[row]]);
    }
    Ok(found)
}

fn sums(rows: &[Vec<[f64; 2]>; 2]) -> Parts {
    std::array::from_fn(|period| {
        std::array::from_fn(|part| {
            let column: Vec<f64> = rows[period].iter().map(|row| row[part]).collect();
            exact::sum(&column)
        })
    })
}

/// Effects of numerator and denominator by the logarithmic mean.
fn logarithmic(whole: Parts, rates: [f64; 2]) -> (Option<f64>, Option<f64>) {
    let [[before, _], [after, _]] = whole;
    if before < 0.0 || after < 0.0 {
        return (None, None);
    }
    if before == 0.0 || after == 0.0 {
        return (Some(rates[1] - rates[0]), Some(0.0));
    }
    let (a, b) = (rates[1], rates[0]);
    let logs = math::ln(a) - math::ln(b);
    // Near equal rates the quotient loses digits; the mean of both is exact to the second order.
    let mean = if logs.abs() < 1e-6 { f64::midpoint(a, b) } else { (a - b) / logs };
    let upper = mean * math::ln(after / before);
    (Some(upper), Some((a - b) - upper))
}

fn evidence(segments: &[RateChangeSegment], missing: u64, proportion: bool) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("arithmetic", "the split says where the change sits, not what caused it")
        .assume("segments", "the segments are those that matter: others would split the change otherwise");
    if proportion {
        evidence = evidence.assume("independent-units", "each unit of the denominator counts once, alone");
    }
    let alone: Vec<&RateChangeSegment> = segments
        .iter()
        .filter(|segment| segment.rate_before.is_none() != segment.rate_after.is_none())
        .collect();
    evidence.check(
        "same-segments",
        alone.is_empty(),
        Some(summary::count(alone.len())),
        "segments in only one of the periods",
    );
    if !alone.is_empty() {
        let message = format!("{} segments are in one of the periods only and count as mix", alone.len());
        evidence.cautions.push(
            Issue::warning("segment-in-one-period", "segments", message)
                .with_help("compare periods with the same segments, or put small ones together"),
        );
    }
    if missing > 0 {
        let message = format!("{missing} rows miss a number and are left out");
        evidence.cautions.push(Issue::warning("missing-values", "columns", message));
    }
    evidence
}

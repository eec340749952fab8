//! An experiment from its records: one row for each unit.

use super::analyze_report::{
    ExperimentArm, ExperimentComparison, ExperimentMetric, ExperimentMetricKind, ExperimentReport,
};
use super::check::Faults;
use super::common::{ExperimentSettings, ExperimentVerdict, StoppingAdvice, check_alpha, evidence, verdict};
use super::mean::{ArmMoments, CupedSlope, MeanEffect, compared as compare_means};
use super::multiple::{MultipleTesting, adjusted};
use super::proportion::{CompareProportionsRequest, ProportionDetail, ProportionSample, compared};
use super::ratio::{RatioMoments, compared as compare_ratios};
use super::srm::mismatch;
use crate::measure::table::{Table, place};
use crate::stats::summary::sorted;
use crate::{Issue, Issues};
use serde::{Deserialize, Serialize};

/// Share of the units that an arm should have.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VariantShare {
    /// Name of the arm.
    pub variant: String,
    /// Its share, on any scale.
    pub share: f64,
}

/// What [`analyze_experiment`] is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AnalyzeExperimentOptions {
    /// Column with the arm of each unit. Default `variant`.
    pub variant: String,
    /// The arm the others are compared with. Default `control`.
    pub control: String,
    /// Column that names the unit: no unit may be there twice. Empty (default): rows are units.
    pub unit: String,
    /// What is measured, at least one.
    pub metrics: Vec<ExperimentMetric>,
    /// Planned shares of the arms; empty: all the same.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<VariantShare>,
    /// How results are judged. `lower_is_better` stands at each metric instead.
    pub settings: ExperimentSettings,
    /// How p-values are adjusted over all metrics and arms. Default Holm.
    pub correction: MultipleTesting,
    /// Where the slope of CUPED comes from.
    pub slope: CupedSlope,
    /// p-value below which the split of the units is called wrong. Default 0.001.
    pub mismatch_alpha: f64,
}

impl Default for AnalyzeExperimentOptions {
    fn default() -> Self {
        Self {
            variant: "variant".to_owned(),
            control: "control".to_owned(),
            unit: String::new(),
            metrics: Vec::new(),
            shares: Vec::new(),
            settings: ExperimentSettings::default(),
            correction: MultipleTesting::Holm,
            slope: CupedSlope::WithinArms,
            mismatch_alpha: 0.001,
        }
    }
}

/// Most arms of an experiment.
const MOST_ARMS: usize = 100;
/// Most metrics of an experiment.
const MOST_METRICS: usize = 200;

/// The columns of one metric.
struct Columns<'a> {
    outcome: &'a [f64],
    denominator: Option<&'a [f64]>,
    covariate: Option<&'a [f64]>,
}

/// Analyses an experiment from one row for each unit: the split of the units, every metric of every arm against the
/// control, the covariate taken out, p-values adjusted for their number.
///
/// A row without the outcome of a metric (or its denominator or covariate) is left out of that metric, and counted.
///
/// # Errors
/// `unknown-column`, `unknown-control`, `too-few-arms`, `too-many-arms`, `no-metrics`, `duplicate-id`, `duplicate-unit`,
/// `missing-values`, `too-few-rows`, `outcome-not-binary`, `nothing-varies`, `denominator-zero` and faults of the options: all at once.
///
/// # Complexity
/// O(rows log rows) for each metric; rows may come in any order.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::experiment::{AnalyzeExperimentOptions, ExperimentMetric, analyze_experiment};
/// let users: Table = serde_json::from_str(r#"{
///     "variant": ["control", "new", "control", "new", "control", "new"],
///     "spend": [10, 14, 12, 15, 11, 16] }"#)?;
/// let report = analyze_experiment(&users, &AnalyzeExperimentOptions {
///     metrics: vec![ExperimentMetric::mean("spend")], ..Default::default() })?;
/// assert_eq!(report.comparisons[0].effect.difference.value, 4.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn analyze_experiment(
    table: &Table,
    options: &AnalyzeExperimentOptions,
) -> Result<ExperimentReport, Issues> {
    let mut faults = Faults::default();
    check(options, &mut faults);
    let option_faults = faults.done();
    let mut reader = table.reader();
    if let Err(issues) = option_faults {
        issues.into_vec().into_iter().for_each(|issue| reader.note(issue));
    }
    let variants = reader.groups(&options.variant).map(|texts| texts.sorted());
    if !options.unit.is_empty()
        && let Some(units) = reader.groups(&options.unit)
    {
        let mut seen = vec![false; units.values.len()];
        let mut twice = 0_u64;
        for code in &units.codes {
            if let Some(seen) = seen.get_mut(*code as usize) {
                twice += u64::from(*seen);
                *seen = true;
            }
        }
        if twice > 0 {
            let message = format!("{twice} rows repeat a unit of column `{}`", options.unit);
            reader.note(
                Issue::error("duplicate-unit", place(&options.unit), message)
                    .with_help("give one row for each unit; a unit that saw two variants belongs to none"),
            );
        }
    }
    let mut columns = Vec::with_capacity(options.metrics.len());
    for metric in options.metrics.iter().take(MOST_METRICS) {
        let outcome = reader.numbers(&metric.outcome);
        let denominator = metric.denominator_column().map(|name| reader.numbers(name));
        let covariate = metric.covariate_column().map(|name| reader.numbers(name));
        if let Some(outcome) = outcome {
            if metric.kind == ExperimentMetricKind::Proportion
                && let Some(row) = outcome.iter().position(|y| !(*y == 0.0 || *y == 1.0 || y.is_nan()))
            {
                let message = format!(
                    "column `{}` of a proportion holds {} in row {}, which is neither 0 nor 1",
                    metric.outcome,
                    outcome[row],
                    row + 1
                );
                reader.note(
                    Issue::error("outcome-not-binary", place(&metric.outcome), message)
                        .with_help("compare means, or write 1 for units with the outcome"),
                );
            }
            columns.push(Columns {
                outcome,
                denominator: denominator.flatten(),
                covariate: covariate.flatten(),
            });
        }
    }
    if let Some(variants) = &variants {
        let missing =
            variants.codes.iter().filter(|code| variants.values.get(**code as usize).is_none()).count();
        if missing > 0 {
            let message = format!("{missing} rows have no arm");
            reader.note(
                Issue::error("missing-values", place(&options.variant), message)
                    .with_help("leave out units that were never assigned"),
            );
        }
        if !variants.values.contains(&options.control) {
            let names: Vec<String> =
                variants.values.iter().take(20).map(|name| format!("`{name}`")).collect();
            reader.note(
                Issue::error(
                    "unknown-control",
                    "options/control",
                    format!("no unit is in arm `{}`", options.control),
                )
                .with_help(format!("the arms are {}", names.join(", "))),
            );
        }
        if variants.values.len() < 2 {
            reader.note(Issue::error(
                "too-few-arms",
                place(&options.variant),
                "there is nothing to compare with",
            ));
        } else if variants.values.len() > MOST_ARMS {
            let message = format!("{} arms are more than {MOST_ARMS}", variants.values.len());
            reader.note(Issue::error("too-many-arms", place(&options.variant), message));
        }
        for share in &options.shares {
            if !variants.values.contains(&share.variant) {
                let message = format!("no unit is in arm `{}`", share.variant);
                reader.note(Issue::error("unknown-variant", "options/shares", message));
            }
        }
        if !options.shares.is_empty() {
            for name in variants.values.iter().take(MOST_ARMS) {
                if !options.shares.iter().any(|share| share.variant == *name) {
                    let message = format!("arm `{name}` has no planned share");
                    reader.note(Issue::error("missing-share", "options/shares", message));
                }
            }
        }
    }
    reader.done()?;
    let Some(variants) = variants else {
        return Err(Issue::error("unknown-column", place(&options.variant), "there are no arms").into());
    };
    let arms = variants.values.len();
    let mut rows: Vec<Vec<u32>> = vec![Vec::new(); arms];
    for (row, code) in variants.codes.iter().enumerate() {
        rows[*code as usize].push(row as u32);
    }
    let Some(control) = variants.values.iter().position(|name| *name == options.control) else {
        return Err(Issue::error("unknown-control", "options/control", "no unit is in the control").into());
    };
    let shares: Vec<f64> = variants
        .values
        .iter()
        .map(|name| {
            options.shares.iter().find(|share| share.variant == *name).map_or(1.0, |share| share.share)
        })
        .collect();
    let counts: Vec<u64> = rows.iter().map(|rows| rows.len() as u64).collect();
    let (expected, chi_squared, mismatch_p) = mismatch(&counts, &shares);

    let mut issues = Vec::new();
    let mut comparisons = Vec::new();
    for (metric, columns) in options.metrics.iter().zip(&columns) {
        let samples: Vec<Sample> = rows.iter().map(|rows| sample(columns, rows)).collect();
        for (arm, name) in variants.values.iter().enumerate() {
            if arm != control {
                match compare(metric, name, &samples[control], &samples[arm], options) {
                    Ok(made) => comparisons.push(made),
                    Err(issue) => issues.push(issue),
                }
            }
        }
    }
    Issues::check(issues)?;
    let p_values: Vec<f64> = comparisons.iter().map(|made| made.p_value).collect();
    let total: u64 = counts.iter().sum();
    for (made, p) in comparisons.iter_mut().zip(adjusted(&p_values, options.correction)) {
        let lower = options.metrics.iter().any(|m| m.name == made.metric && m.lower_is_better);
        made.adjusted_p_value = p;
        made.verdict = verdict(made.effect.difference.value, p <= options.settings.alpha, lower);
        made.advice = super::common::advice(&options.settings, total, made.verdict);
    }
    let mut evidence = evidence(&options.settings, total);
    let mismatched = mismatch_p < options.mismatch_alpha;
    evidence.check(
        "sample-ratio",
        !mismatched,
        Some(mismatch_p),
        "the arms have the units that the planned shares let expect",
    );
    if mismatched {
        evidence.cautions.push(
            Issue::warning(
                "sample-ratio-mismatch",
                place(&options.variant),
                "the arms do not have the units they should have: units were lost or counted unevenly",
            )
            .with_help("find the cause before reading any metric"),
        );
        // By lot no longer: what was lost was not lost by lot.
        evidence.grade = evidence.grade.min(crate::measure::EvidenceGrade::Association);
        for made in &mut comparisons {
            made.advice = StoppingAdvice::KeepRunning;
        }
    }
    let imbalanced = comparisons
        .iter()
        .filter(|made| made.cuped.as_ref().is_some_and(|cuped| cuped.covariate_imbalance.p_value < 0.001))
        .count();
    if comparisons.iter().any(|made| made.cuped.is_some()) {
        evidence.check(
            "covariates-balanced",
            imbalanced == 0,
            None,
            "what was measured before the experiment is the same in the arms, up to chance",
        );
    }
    if options.correction == MultipleTesting::None && comparisons.len() > 1 {
        evidence.cautions.push(
            Issue::warning(
                "many-tests",
                "options/correction",
                format!("{} comparisons are judged without adjusting for their number", comparisons.len()),
            )
            .with_help("use `holm` or `benjamini_hochberg`"),
        );
    }
    Ok(ExperimentReport {
        arms: variants
            .values
            .iter()
            .zip(&counts)
            .zip(&expected)
            .map(|((name, units), expected)| ExperimentArm {
                variant: name.clone(),
                units: *units,
                expected_units: *expected,
            })
            .collect(),
        mismatch_chi_squared: chi_squared,
        mismatch_p_value: mismatch_p,
        sample_ratio_mismatch: mismatched,
        comparisons,
        evidence,
    })
}

fn check(options: &AnalyzeExperimentOptions, faults: &mut Faults) {
    options.settings.check("options/settings", faults);
    check_alpha("options/mismatch_alpha", options.mismatch_alpha, faults);
    if options.metrics.is_empty() {
        faults.note(
            Issue::error("no-metrics", "options/metrics", "no metric is named")
                .with_help("name at least one column of outcomes"),
        );
    }
    if options.metrics.len() > MOST_METRICS {
        let message = format!("{} metrics are more than {MOST_METRICS}", options.metrics.len());
        faults.note(Issue::error("too-many-metrics", "options/metrics", message));
    }
    let mut names: Vec<&str> = options.metrics.iter().map(|metric| metric.name.as_str()).collect();
    names.sort_unstable();
    for pair in names.windows(2) {
        if pair[0] == pair[1] {
            let message = format!("metric `{}` is there twice", pair[0]);
            faults.note(Issue::error("duplicate-id", format!("options/metrics/{}", pair[0]), message));
        }
    }
    for metric in options.metrics.iter().take(MOST_METRICS) {
        let at = format!("options/metrics/{}", metric.name);
        if metric.kind == ExperimentMetricKind::Ratio && metric.denominator.is_empty() {
            faults.note(Issue::error(
                "missing-denominator",
                at.as_str(),
                "a ratio needs a column of denominators",
            ));
        }
        if metric.kind != ExperimentMetricKind::Ratio && !metric.denominator.is_empty() {
            faults.note(Issue::error("unused-denominator", at.as_str(), "only a ratio has a denominator"));
        }
        if metric.kind != ExperimentMetricKind::Mean && !metric.covariate.is_empty() {
            faults.note(
                Issue::error("unused-covariate", at.as_str(), "only a mean is adjusted by a covariate")
                    .with_help("a share is the mean of zeros and ones: use the kind `mean`"),
            );
        }
    }
    for share in options.shares.iter().take(1000) {
        faults.range(&format!("options/shares/{}", share.variant), share.share, 1e-9, 1e9);
    }
}

/// The values of one arm, in an order that does not depend on that of the rows.
struct Sample {
    outcome: Vec<f64>,
    other: Vec<f64>,
    left_out: u64,
}

fn sample(columns: &Columns<'_>, rows: &[u32]) -> Sample {
    let other = columns.denominator.or(columns.covariate);
    let mut left_out = 0;
    match other {
        None => {
            let kept: Vec<f64> =
                rows.iter().map(|row| columns.outcome[*row as usize]).filter(|y| !y.is_nan()).collect();
            left_out += (rows.len() - kept.len()) as u64;
            Sample { outcome: sorted(&kept), other: Vec::new(), left_out }
        }
        Some(other) => {
            let mut pairs: Vec<(f64, f64)> = rows
                .iter()
                .map(|row| (columns.outcome[*row as usize], other[*row as usize]))
                .filter(|(y, x)| !(y.is_nan() || x.is_nan()))
                .collect();
            left_out += (rows.len() - pairs.len()) as u64;
            pairs.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            let (outcome, other) = pairs.into_iter().unzip();
            Sample { outcome, other, left_out }
        }
    }
}

fn compare(
    metric: &ExperimentMetric,
    variant: &str,
    control: &Sample,
    treatment: &Sample,
    options: &AnalyzeExperimentOptions,
) -> Result<ExperimentComparison, Issue> {
    let at = format!("options/metrics/{}", metric.name);
    for (name, sample) in [(options.control.as_str(), control), (variant, treatment)] {
        if sample.outcome.len() < 2 {
            let message = format!("arm `{name}` has {} units with this metric", sample.outcome.len());
            return Err(Issue::error("too-few-rows", at, message).with_help("each arm needs at least two"));
        }
    }
    let settings = ExperimentSettings { lower_is_better: metric.lower_is_better, ..options.settings.clone() };
    let nothing = || {
        Issue::error("nothing-varies", at.as_str(), format!("no unit of `{variant}` or the control differs"))
    };
    let mut made = ExperimentComparison {
        metric: metric.name.clone(),
        variant: variant.to_owned(),
        units_control: control.outcome.len() as u64,
        units_treatment: treatment.outcome.len() as u64,
        left_out: control.left_out + treatment.left_out,
        control: 0.0,
        treatment: 0.0,
        effect: MeanEffect::empty(),
        cuped: None,
        proportions: None,
        rank_test: None,
        p_value: 1.0,
        adjusted_p_value: 1.0,
        verdict: ExperimentVerdict::NotShown,
        advice: StoppingAdvice::KeepRunning,
    };
    if metric.kind == ExperimentMetricKind::Ratio {
        let (a, b) = (
            RatioMoments::of_values(&control.outcome, &control.other),
            RatioMoments::of_values(&treatment.outcome, &treatment.other),
        );
        if !a.has_denominator() || !b.has_denominator() {
            return Err(Issue::error("denominator-zero", at, "the denominators of an arm add to 0"));
        }
        if !(a.arm().error2() + b.arm().error2() > 0.0) {
            return Err(nothing());
        }
        let report = compare_ratios(a, b, None, &settings);
        (made.control, made.treatment) = (report.control.ratio.value, report.treatment.ratio.value);
        made.effect = report.effect;
    } else {
        let covariate = |sample: &Sample| (!sample.other.is_empty()).then(|| sample.other.clone());
        let (xa, xb) = (covariate(control), covariate(treatment));
        let (a, b) = (
            ArmMoments::of_values(&control.outcome, xa.as_deref()),
            ArmMoments::of_values(&treatment.outcome, xb.as_deref()),
        );
        if !(a.y.error2() + b.y.error2() > 0.0) {
            return Err(nothing());
        }
        let proportion = metric.kind == ExperimentMetricKind::Proportion;
        let ranks = (!proportion).then(|| super::ranks::rank_test(&control.outcome, &treatment.outcome));
        let report = compare_means(a, b, options.slope, None, &settings, ranks);
        (made.control, made.treatment) = (report.control.mean, report.treatment.mean);
        made.effect = report.effect;
        made.cuped = report.cuped;
        made.rank_test = report.rank_test;
        if proportion {
            let sample = |sample: &Sample| ProportionSample {
                successes: sample.outcome.iter().filter(|y| **y == 1.0).count() as u64,
                trials: sample.outcome.len() as u64,
            };
            made.proportions = Some(compared(&CompareProportionsRequest {
                control: sample(control),
                treatment: sample(treatment),
                settings: settings.clone(),
                detail: ProportionDetail::Full,
                prior: None,
            }));
        }
    }
    let judged = made.cuped.as_ref().map_or(&made.effect, |cuped| &cuped.effect);
    made.p_value = match (settings.always_valid, &made.proportions) {
        (Some(_), _) => judged.always_valid.map_or(1.0, |effect| effect.p_value),
        (None, Some(report)) => report.pooled_test.p_value,
        (None, None) => judged.welch_test.p_value,
    };
    Ok(made)
}

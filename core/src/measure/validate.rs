//! Everything that is wrong with objectives and KPIs, at once.

use std::collections::BTreeMap;
use std::fmt::Arguments;

use super::actual::moment;
use super::document::{Aggregation, Clamp, CurvePoint, Kpi, Measurement, Objective, ScoreCurve};
use super::pacing::{MAX_PARTS, Period};
use super::scorecard::ScoreOptions;
use crate::sort::Arrange;
use crate::{Issue, quantity::When};

/// Largest magnitude of a value.
const MAX_NUMBER: f64 = 1e15;
/// Smallest distance of a target from its baseline, and smallest denominator.
const MIN_STEP: f64 = 1e-9;
/// Weights are 0 or between its inverse and this.
const MAX_WEIGHT: f64 = 1e9;

/// Finds every fault of the objectives, their KPIs and measurements.
///
/// Places are ids (`objectives/demand/kpis/leads/measurements/2026-09-01`). Errors: `invalid-id`,
/// `duplicate-id`, `number-out-of-range` (not finite, or beyond 10¹⁵), `weight-out-of-range`,
/// `weights-sum-to-zero`, `target-equals-baseline`, `value-and-ratio`, `mixed-measurements`,
/// `negative-denominator`, `date-out-of-range` (outside 1970 to 2100), `duplicate-date`,
/// `period-reversed`, `seasonality-empty`, `seasonality-too-long`, `clamp-reversed`, `curve-invalid`.
/// Warnings: `objective-without-kpis`, `target-outside-band`, `ratio-without-denominator`,
/// `period-missing`, `seasonality-unused`.
///
/// # Complexity
/// O(n log n) in the number of measurements.
///
/// # Examples
/// ```
/// use paceline::measure::{Kpi, Objective, validate};
/// let mut issues = Vec::new();
/// validate(&[Objective::new("demand").with_kpi(Kpi::new("leads", 900.0, 900.0))], &mut issues);
/// assert_eq!(issues[0].code, "target-equals-baseline");
/// assert_eq!(issues[0].at, "objectives/demand/kpis/leads/target");
/// ```
pub fn validate(objectives: &[Objective], issues: &mut Vec<Issue>) {
    let mut objective_ids = BTreeMap::new();
    let mut kpi_ids: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for objective in objectives {
        *objective_ids.entry(objective.id.as_str()).or_insert(0_usize) += 1;
        for kpi in &objective.kpis {
            kpi_ids.entry(kpi.id.as_str()).or_default().push(objective.id.as_str());
        }
        check_objective(format_args!("objectives/{}", objective.id), objective, issues);
    }
    for (id, count) in objective_ids {
        if count > 1 {
            let message = format!("{count} objectives have the id `{id}`");
            issues.push(Issue::error("duplicate-id", format!("objectives/{id}"), message));
        }
    }
    for (id, mut owners) in kpi_ids {
        if owners.len() > 1 {
            owners.arrange();
            for owner in owners {
                let at = format!("objectives/{owner}/kpis/{id}");
                let message = format!("more than one KPI has the id `{id}`");
                let help = "ids of KPIs are unique in the whole program, so that work can name them";
                issues.push(Issue::error("duplicate-id", at.to_string(), message).with_help(help));
            }
        }
    }
    weights(format_args!("objectives"), objectives.iter().map(|objective| objective.weight), issues);
}

/// Finds every fault of the options.
pub(super) fn check_options(options: &ScoreOptions, issues: &mut Vec<Issue>) {
    if let Some(as_of) = options.as_of {
        date(format_args!("options/as_of"), as_of, issues);
    }
    check_clamp(format_args!("options/clamp"), options.clamp, issues);
    if !(0.0..=1.0).contains(&options.min_coverage) {
        let message = format!("`{}` is not a share from 0 to 1", options.min_coverage);
        issues.push(Issue::error("number-out-of-range", "options/min_coverage", message));
    }
    let thresholds = options.thresholds;
    let finite = number(format_args!("options/thresholds/amber"), thresholds.amber, issues)
        & number(format_args!("options/thresholds/green"), thresholds.green, issues);
    if finite && thresholds.amber > thresholds.green {
        let message =
            format!("amber begins at `{}`, above green at `{}`", thresholds.amber, thresholds.green);
        issues.push(Issue::error("thresholds-reversed", "options/thresholds", message));
    }
}

fn check_objective(at: Arguments<'_>, objective: &Objective, issues: &mut Vec<Issue>) {
    id(at, &objective.id, issues);
    weight(format_args!("{at}/weight"), objective.weight, issues);
    if let Some(period) = objective.period {
        check_period(format_args!("{at}/period"), period, issues);
    }
    if objective.kpis.is_empty() {
        let message = format!("objective `{}` has no KPI, so it has no score", objective.id);
        issues.push(Issue::warning("objective-without-kpis", at.to_string(), message));
    }
    weights(format_args!("{at}/kpis"), objective.kpis.iter().map(|kpi| kpi.weight), issues);
    for kpi in &objective.kpis {
        let period = kpi.period.or(objective.period);
        check_kpi(format_args!("{at}/kpis/{}", kpi.id), kpi, period, issues);
    }
}

fn check_pacing(at: Arguments<'_>, kpi: &Kpi, period: Option<Period>, issues: &mut Vec<Issue>) {
    if kpi.aggregation.is_paced() && period.is_none() {
        let message = format!("KPI `{}` is a total without a period, so it cannot be paced", kpi.id);
        issues.push(
            Issue::warning("period-missing", format!("{at}/period"), message)
                .with_help("give the KPI or its objective a period"),
        );
    }
    if !kpi.aggregation.is_paced() && !kpi.seasonality.is_empty() {
        let message = format!("KPI `{}` is not a total, so its seasonality has no effect", kpi.id);
        issues.push(
            Issue::warning("seasonality-unused", format!("{at}/seasonality"), message)
                .with_help("set its aggregation to `cumulative` or `sum`, or leave the seasonality out"),
        );
    }
}

fn check_kpi(at: Arguments<'_>, kpi: &Kpi, period: Option<Period>, issues: &mut Vec<Issue>) {
    id(at, &kpi.id, issues);
    weight(format_args!("{at}/weight"), kpi.weight, issues);
    let finite = number(format_args!("{at}/baseline"), kpi.baseline, issues)
        & number(format_args!("{at}/target"), kpi.target, issues);
    if finite && (kpi.target - kpi.baseline).abs() < MIN_STEP {
        let message = format!("target and baseline are both `{}`: nothing can be attained", kpi.target);
        issues.push(
            Issue::error("target-equals-baseline", format!("{at}/target"), message)
                .with_help("set the baseline to where the KPI started, or another target"),
        );
    }
    if !(MIN_STEP..=MAX_WEIGHT).contains(&kpi.per) {
        let message = format!("`{}` is not a number from 1e-9 to 1e9", kpi.per);
        issues.push(Issue::error("number-out-of-range", format!("{at}/per"), message));
    }
    check_curve(format_args!("{at}/curve"), kpi, finite, issues);
    if let Some(clamp) = kpi.clamp {
        check_clamp(format_args!("{at}/clamp"), clamp, issues);
    }
    if let Some(period) = kpi.period {
        check_period(format_args!("{at}/period"), period, issues);
    }
    seasonality(format_args!("{at}/seasonality"), &kpi.seasonality, issues);
    check_pacing(at, kpi, period, issues);
    check_measurements(at, kpi, issues);
}

fn check_measurements(at: Arguments<'_>, kpi: &Kpi, issues: &mut Vec<Issue>) {
    let mut dates: Vec<When> = kpi.measurements.iter().map(|measurement| measurement.at).collect();
    dates.arrange_by_key(|when| moment(*when));
    let mut repeated: Vec<When> =
        dates.iter().zip(dates.iter().skip(1)).filter(|(a, b)| a == b).map(|(a, _)| *a).collect();
    repeated.dedup();
    for when in repeated {
        let message = format!("more than one measurement speaks for `{when}`");
        issues.push(
            Issue::error("duplicate-date", format!("{at}/measurements/{when}"), message)
                .with_help("keep one, or give each its time of day"),
        );
    }
    let (mut values, mut ratios) = (0_usize, 0_usize);
    for measurement in &kpi.measurements {
        check_measurement(format_args!("{at}/measurements/{}", measurement.at), measurement, issues);
        values += usize::from(measurement.value.is_some());
        ratios += usize::from(measurement.numerator.is_some() || measurement.denominator.is_some());
    }
    let added_up = matches!(kpi.aggregation, Aggregation::Sum | Aggregation::Average);
    if added_up && values > 0 && ratios > 0 {
        let message = format!("{values} values and {ratios} ratios cannot be added up together");
        let help = "give every measurement as numerator and denominator, or every one as a value";
        let place = format!("{at}/measurements");
        issues.push(Issue::error("mixed-measurements", place, message).with_help(help));
    }
    if ratios > 0 && kpi.denominator.is_none() {
        let message = format!("KPI `{}` is a ratio and does not say over what", kpi.id);
        let help = "name its denominator in words, such as `reach` or `closed opportunities`";
        let place = format!("{at}/denominator");
        issues.push(Issue::warning("ratio-without-denominator", place, message).with_help(help));
    }
}

fn check_measurement(at: Arguments<'_>, measurement: &Measurement, issues: &mut Vec<Issue>) {
    date(at, measurement.at, issues);
    let Measurement { value, numerator, denominator, .. } = *measurement;
    if value.is_some() && (numerator.is_some() || denominator.is_some()) {
        let message = "a measurement is a value or a ratio, not both";
        issues.push(Issue::error("value-and-ratio", at.to_string(), message));
    }
    for part in [value, numerator].into_iter().flatten() {
        number(at, part, issues);
    }
    if let Some(denominator) = denominator
        && number(at, denominator, issues)
        && denominator != 0.0
        && denominator < MIN_STEP
    {
        let message = format!("denominator `{denominator}` is neither 0 nor at least 1e-9");
        issues.push(Issue::error("negative-denominator", at.to_string(), message));
    }
}

fn check_curve(at: Arguments<'_>, kpi: &Kpi, finite_target: bool, issues: &mut Vec<Issue>) {
    let before = issues.len();
    let mut fault = |message: String| issues.push(Issue::error("curve-invalid", at.to_string(), message));
    match &kpi.curve {
        ScoreCurve::Linear {} => {}
        ScoreCurve::Band { low, high, tolerance } => {
            for part in [*low, *high, *tolerance] {
                if !in_range(part) {
                    fault(format!("`{part}` is not a number from -1e15 to 1e15"));
                }
            }
            if low > high {
                fault(format!("the band ends at `{high}`, before it begins at `{low}`"));
            }
            if *tolerance < 0.0 {
                fault(format!("tolerance `{tolerance}` is negative"));
            }
            if issues.len() == before && finite_target && !(*low..=*high).contains(&kpi.target) {
                let message = format!("target `{}` lies outside the band `{low}` to `{high}`", kpi.target);
                issues.push(Issue::warning("target-outside-band", at.to_string(), message));
            }
        }
        ScoreCurve::Step { steps } => check_points(steps, "steps", fault),
        ScoreCurve::Piecewise { points } => check_points(points, "points", fault),
        ScoreCurve::Logistic { steepness } => {
            if !(0.1..=100.0).contains(steepness) {
                fault(format!("steepness `{steepness}` is not a number from 0.1 to 100"));
            }
        }
    }
}

fn check_points(points: &[CurvePoint], what: &str, mut fault: impl FnMut(String)) {
    if points.is_empty() || points.len() > MAX_PARTS {
        fault(format!("{} {what}: 1 to {MAX_PARTS} are possible", points.len()));
    }
    for part in points.iter().flat_map(|point| [point.value, point.score]) {
        if !in_range(part) {
            fault(format!("`{part}` is not a number from -1e15 to 1e15"));
        }
    }
    let mut values: Vec<f64> = points.iter().map(|point| point.value).collect();
    values.arrange_by(f64::total_cmp);
    for (value, _) in values.iter().zip(values.iter().skip(1)).filter(|(a, b)| a == b) {
        fault(format!("more than one of the {what} is at `{value}`"));
    }
}

fn check_clamp(at: Arguments<'_>, clamp: Clamp, issues: &mut Vec<Issue>) {
    let finite = number(format_args!("{at}/min"), clamp.min, issues)
        & number(format_args!("{at}/max"), clamp.max, issues);
    if finite && clamp.min >= clamp.max {
        let message = format!("lowest score `{}` is not below the highest `{}`", clamp.min, clamp.max);
        issues.push(Issue::error("clamp-reversed", at.to_string(), message));
    }
}

fn check_period(at: Arguments<'_>, period: Period, issues: &mut Vec<Issue>) {
    date(format_args!("{at}/from"), period.from, issues);
    date(format_args!("{at}/to"), period.to, issues);
    if period.to.end() <= period.from.start() {
        let message = format!("the period ends on `{}`, before it begins on `{}`", period.to, period.from);
        issues.push(Issue::error("period-reversed", at.to_string(), message));
    }
}

/// Checks expected shares; none at all is good.
pub(super) fn seasonality(at: Arguments<'_>, shares: &[f64], issues: &mut Vec<Issue>) {
    if shares.len() > MAX_PARTS {
        let message = format!("{} shares: at most {MAX_PARTS} are possible", shares.len());
        issues.push(Issue::error("seasonality-too-long", at.to_string(), message));
        return;
    }
    for share in shares {
        weight(at, *share, issues);
    }
    if !shares.is_empty() && shares.iter().all(|share| *share == 0.0) {
        issues.push(Issue::error("seasonality-empty", at.to_string(), "every share is 0"));
    }
}

/// Checks a value; true if it is good.
pub(super) fn number(at: Arguments<'_>, number: f64, issues: &mut Vec<Issue>) -> bool {
    let good = in_range(number);
    if !good {
        let message = format!("`{number}` is not a number from -1e15 to 1e15");
        issues.push(Issue::error("number-out-of-range", at.to_string(), message));
    }
    good
}

fn in_range(number: f64) -> bool {
    number.is_finite() && number.abs() <= MAX_NUMBER
}

fn weight(at: Arguments<'_>, weight: f64, issues: &mut Vec<Issue>) {
    if weight != 0.0 && !(1.0 / MAX_WEIGHT..=MAX_WEIGHT).contains(&weight) {
        let message = format!("weight `{weight}` is neither 0 nor from 1e-9 to 1e9");
        issues.push(Issue::error("weight-out-of-range", at.to_string(), message));
    }
}

fn weights(at: Arguments<'_>, weights: impl ExactSizeIterator<Item = f64>, issues: &mut Vec<Issue>) {
    if weights.len() > 0 && weights.into_iter().all(|weight| weight == 0.0) {
        let help = "give at least one of them a weight above 0";
        issues.push(Issue::error("weights-sum-to-zero", at.to_string(), "every weight is 0").with_help(help));
    }
}

fn id(at: Arguments<'_>, id: &str, issues: &mut Vec<Issue>) {
    if id.is_empty() || id.chars().count() > 200 {
        issues.push(Issue::error("invalid-id", at.to_string(), "an id has 1 to 200 characters"));
    }
}

fn date(at: Arguments<'_>, when: When, issues: &mut Vec<Issue>) {
    let year = chrono::Datelike::year(&when.date);
    if !(1970..=2100).contains(&year) {
        let message = format!("`{when}` is not a date from 1970 to 2100");
        issues.push(Issue::error("date-out-of-range", at.to_string(), message));
    }
}

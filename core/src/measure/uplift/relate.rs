//! Does the rate rise with use?

use super::deals::{check_level, leaves_out_zero};
use super::line::{Point, line, logit, pearson, ranks};
use super::relate_report::{RateLogit, RelateOptions, RelateReport, RelateVerdict};
use crate::measure::evidence::p_value;
use crate::measure::table::{TableReader, place};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::chi2_sf;
use crate::stats::summary::{count, quantile_sorted, sorted};
use crate::{Issue, Issues};

/// Fewest rows of a relation.
const FEWEST: usize = 4;
/// Rows below which a caution says that they are few.
const FEW: usize = 30;

/// How a rate goes with the degree of use, over people or teams: correlations, lines and the binomial logit.
///
/// The verdict is `demonstrated` if Pearson's interval leaves out zero, the coefficient is not weak, and the interval of
/// the logit slope, widened where rates vary more than lots would, leaves out zero on the same side.
///
/// # Errors
/// `unknown-column`, `too-few-rows`, `constant-column`, `not-a-count`, `more-won-than-closed`, `option-out-of-range`,
/// `negative-weight`, `empty-table`.
///
/// # Complexity
/// O(rows × log rows).
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::uplift::{RelateOptions, RelateVerdict, relate};
/// let agents: Table = serde_json::from_str(
///     r#"{ "exposure": [0.1, 0.3, 0.4, 0.6, 0.9], "won": [52, 55, 50, 58, 54], "closed": [100, 100, 100, 100, 100] }"#,
/// )?;
/// let report = relate(&agents, &RelateOptions::default())?;
/// assert_eq!(report.verdict, RelateVerdict::NoDemonstrableRelation);
/// assert_eq!(format!("{:.2}", report.pearson.coefficient.value), "0.37");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn relate(table: &Table, options: &RelateOptions) -> Result<RelateReport, Issues> {
    let (points, left_out) = read(table, options)?;
    let (x, y): (Vec<f64>, Vec<f64>) = points.iter().map(|p| (p.x, p.y)).unzip();
    let plain = (
        pearson(&x, &y, options.level, false),
        pearson(&ranks(&x), &ranks(&y), options.level, true),
        line(&points, false, options.level),
    );
    let (Some(pearson), Some(spearman), Some(straight)) = plain else {
        return Err(Issue::error(
            "out-of-range",
            "columns",
            "the numbers are too large or too small to relate",
        )
        .into());
    };
    let counted = options.rate.is_none();
    let logit = if counted { logit(&points, options.level) } else { None };
    let weighted_line =
        if counted || options.weight.is_some() { line(&points, true, options.level) } else { None };
    let wide = logit.as_ref().map(widened);
    let mut intervals = vec![pearson.coefficient];
    intervals.extend(wide);
    let r = pearson.coefficient.value;
    let verdict = if r.abs() < options.weak {
        RelateVerdict::NoDemonstrableRelation
    } else if intervals.iter().all(|one| one.low.is_some_and(|low| low > 0.0)) {
        RelateVerdict::Demonstrated
    } else if intervals.iter().all(|one| one.high.is_some_and(|high| high < 0.0)) {
        RelateVerdict::DemonstratedDecline
    } else {
        RelateVerdict::NoDemonstrableRelation
    };
    let word = match verdict {
        RelateVerdict::NoDemonstrableRelation => "no demonstrable relation",
        _ if options.randomized => "effect",
        _ => "association",
    };
    let statement = format!(
        "{word}: over {} rows the rate and the degree of use have a correlation of {r:.2} ({:.0}% interval {:.2} to {:.2})",
        points.len(),
        100.0 * options.level,
        pearson.coefficient.low.unwrap_or(r),
        pearson.coefficient.high.unwrap_or(r),
    );
    let use_sorted = sorted(&x);
    let distance = quantile_sorted(&use_sorted, 0.75) - quantile_sorted(&use_sorted, 0.25);
    let scale = |x: f64| 1000.0 * distance * x;
    let won_per_thousand = counted.then_some(IntervalEstimate {
        value: scale(straight.slope.value),
        standard_error: straight.slope.standard_error.map(scale),
        low: straight.slope.low.map(scale),
        high: straight.slope.high.map(scale),
    });
    let evidence = evidence(options, &points, left_out, &intervals, r, logit.as_ref());
    Ok(RelateReport {
        verdict,
        statement,
        evidence,
        rows: points.len() as u64,
        left_out: left_out as u64,
        pearson,
        spearman,
        line: straight,
        weighted_line,
        logit,
        won_per_thousand,
    })
}

/// The slope of a logit, its interval widened by the dispersion above 1.
fn widened(logit: &RateLogit) -> IntervalEstimate {
    let factor = logit.dispersion.max(1.0).sqrt();
    let from = |end: Option<f64>| end.map(|end| logit.slope.value + factor * (end - logit.slope.value));
    IntervalEstimate { low: from(logit.slope.low), high: from(logit.slope.high), ..logit.slope }
}

/// The rows in the order of their numbers, and how many miss one.
fn read(table: &Table, options: &RelateOptions) -> Result<(Vec<Point>, usize), Issues> {
    let mut reader = table.reader();
    check_level(options.level, &mut reader);
    if !(0.0..=1.0).contains(&options.weak) {
        let message = format!("`weak` is {}, it must be from 0 to 1", options.weak);
        reader.note(Issue::error("option-out-of-range", "options/weak", message));
    }
    let x = reader.numbers(&options.exposure);
    let weight = options.weight.as_deref().and_then(|name| reader.numbers(name));
    if let Some(row) = weight.and_then(|weight| weight.iter().position(|w| *w < 0.0)) {
        let name = options.weight.as_deref().unwrap_or_default();
        let message = format!("column `{name}` holds a negative weight in row {}", row + 1);
        reader.note(Issue::error("negative-weight", place(name), message));
    }
    let rate = options.rate.as_deref().and_then(|name| reader.numbers(name));
    let counted = if options.rate.is_none() {
        let (won, closed) = (reader.numbers(&options.won), reader.numbers(&options.closed));
        won.zip(closed)
    } else {
        None
    };
    if let Some((won, closed)) = counted {
        check_counts(&mut reader, options, won, closed);
    }
    let mut points = Vec::with_capacity(table.rows());
    if let Some(x) = x {
        for (row, x) in x.iter().enumerate() {
            let (won, closed) = counted.map_or((f64::NAN, f64::NAN), |(won, closed)| (won[row], closed[row]));
            let y = rate.map_or(won / closed, |rate| rate[row]);
            let weight = weight.map_or(if rate.is_some() { 1.0 } else { closed }, |weight| weight[row]);
            if !x.is_nan() && !y.is_nan() && !weight.is_nan() {
                points.push(Point { x: *x, y, weight, won, closed });
            }
        }
        let name = options.rate.as_deref().unwrap_or(&options.won);
        check_spread(&mut reader, &options.exposure, name, &points);
    }
    reader.done()?;
    points.sort_unstable_by(|a, b| {
        a.x.total_cmp(&b.x)
            .then_with(|| a.y.total_cmp(&b.y))
            .then_with(|| a.weight.total_cmp(&b.weight))
            .then_with(|| a.closed.total_cmp(&b.closed))
    });
    let left_out = table.rows() - points.len();
    Ok((points, left_out))
}

fn check_counts(reader: &mut TableReader<'_>, options: &RelateOptions, won: &[f64], closed: &[f64]) {
    for (name, values) in [(&options.won, won), (&options.closed, closed)] {
        if let Some(row) =
            values.iter().position(|n| !n.is_nan() && (!(0.0..=1e12).contains(n) || n.fract() != 0.0))
        {
            let message = format!("column `{name}` holds {} in row {}, not a count", values[row], row + 1);
            reader.note(
                Issue::error("not-a-count", place(name), message)
                    .with_help("give whole numbers from 0 to 1e12"),
            );
        }
    }
    if let Some(row) = won.iter().zip(closed).position(|(won, closed)| won > closed) {
        let message = format!("row {} has more won than closed", row + 1);
        reader.note(Issue::error("more-won-than-closed", place(&options.won), message));
    }
}

fn check_spread(reader: &mut TableReader<'_>, exposure: &str, rate: &str, points: &[Point]) {
    if points.len() < FEWEST {
        let message =
            format!("{} rows have a degree of use and a rate, a relation needs {FEWEST}", points.len());
        reader.note(Issue::error("too-few-rows", "columns", message));
        return;
    }
    let same = |of: fn(&Point) -> f64| points.iter().all(|point| of(point) == of(&points[0]));
    if same(|point| point.x) {
        let message = format!("column `{exposure}` is the same in every row");
        reader.note(Issue::error("constant-column", place(exposure), message));
    }
    if same(|point| point.y) {
        reader.note(Issue::error("constant-column", place(rate), "the rate is the same in every row"));
    }
}

fn evidence(
    options: &RelateOptions,
    points: &[Point],
    left_out: usize,
    intervals: &[IntervalEstimate],
    r: f64,
    logit: Option<&RateLogit>,
) -> Evidence {
    let grade = if options.randomized { EvidenceGrade::Experiment } else { EvidenceGrade::Association };
    let mut made = Evidence::new(grade);
    made = if options.randomized {
        made.assume("given-by-lot", "the degree of use was decided by lot, and kept to")
    } else {
        made.assume("alike-otherwise", "those who use the tool more are otherwise like those who use it less")
    };
    made = made.assume("rows-independent", "the rows do not depend on each other");
    made.check("not-weak", r.abs() >= options.weak, Some(r), format!("the correlation is {r:.2}"));
    let names = ["correlation-interval", "logit-interval"];
    for (name, one) in names.into_iter().zip(intervals) {
        let out = leaves_out_zero(one);
        made.check(name, out, Some(one.value), "the interval leaves out zero");
    }
    match logit {
        Some(logit) => {
            let freedom = count(points.len()) - 2.0;
            let p = chi2_sf(logit.dispersion * freedom, freedom);
            let fine = p >= 0.05;
            made.check(
                "dispersion",
                fine,
                Some(logit.dispersion),
                format!("around the logit the rates vary no more than lots would ({})", p_value(p)),
            );
        }
        None if options.rate.is_none() => made.cautions.push(Issue::warning(
            "no-logit",
            place(&options.won),
            "use tells won from lost without exception, or all are won or lost: the logit has no finite slope",
        )),
        None => {}
    }
    if points.len() < FEW {
        let message = format!("{} rows are few: one of them can make or hide a relation", points.len());
        made.cautions.push(Issue::warning("few-rows", "columns", message));
    }
    if left_out > 0 {
        let message = format!("{left_out} rows without a degree of use or a rate are left out");
        made.cautions.push(Issue::warning("rows-left-out", "columns", message));
    }
    made.cautions.sort_unstable();
    made
}

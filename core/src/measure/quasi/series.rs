//! Interrupted time series: segmented regression.

use super::panel::{Axis, axis};
use super::report::RegressionTerm;
use super::series_report::{
    InterruptedOptions, InterruptedPoint, InterruptedReport, PlaceboStart, SeasonTerms, SeriesErrors,
};
use crate::measure::experiment::check::Faults;
use crate::measure::table::{Table, place};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate};
use crate::quantity::When;
use crate::stats::linear::Matrix;
use crate::stats::math::{cos, pow, sin};
use crate::stats::regression::{Regression, Sandwich, coefficient};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Most columns of the regression, most controls, most rows.
const MOST_TERMS: usize = 400;
const MOST_CONTROLS: usize = 20;
const MOST_ROWS: usize = 200_000;
/// Most multiplications of the fit.
const MOST_WORK: usize = 2_000_000_000;

/// The series in order of time.
struct Series {
    axis: Axis,
    y: Vec<f64>,
    controls: Vec<Vec<f64>>,
    before: usize,
    lags: usize,
}

/// Finds the change of level and slope of a series at an intervention, and what would have been without it.
///
/// # Errors
/// `unknown-column`, `missing-values`, `missing-start`, `unknown-start`, `duplicate-rows`, `too-few-rows`, `too-many-rows`,
/// `too-many-terms`, `constant-column`, `uneven-times`, `not-identified` and faults of the options: all at once.
///
/// # Complexity
/// O(rows × (terms² + lags × terms²)) for the regression and each placebo.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::quasi::{InterruptedOptions, interrupted_series};
/// let answers: Table = serde_json::from_str(r#"{
///     "week":  [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
///     "hours": [30, 31, 29, 31, 30, 32, 30, 24, 23, 25, 23, 24] }"#)?;
/// let report = interrupted_series(&answers, &InterruptedOptions {
///     time: "week".into(), outcome: "hours".into(), start: "8".into(), ..Default::default() })?;
/// assert_eq!(format!("{:.1}", report.average_effect.value), "-7.3");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn interrupted_series(table: &Table, options: &InterruptedOptions) -> Result<InterruptedReport, Issues> {
    let series = read(table, options)?;
    let columns = design(&series, series.before, series.y.len(), options);
    let fit = fitted(&columns, &series.y).ok_or_else(|| not_identified(options))?;
    let covariance = covariance(&fit, &series, options);
    let df = degrees(&fit, options);
    let names = names(options);
    let terms: Vec<RegressionTerm> = names
        .iter()
        .enumerate()
        .map(|(i, name)| term(name, &fit, &covariance, i, df, options.alpha))
        .collect();
    let (n, k) = (series.y.len(), columns.len());
    let after = n - series.before;
    let effect = |weights: &[f64]| {
        let (value, error) = fit.combination(weights, &covariance);
        let found = coefficient(value, error, df, options.alpha);
        (
            IntervalEstimate {
                value,
                standard_error: Some(error),
                low: Some(found.low),
                high: Some(found.high),
            },
            found.p,
        )
    };
    // Sums of the columns of level and slope over the rows with the intervention.
    let (mut total, mut last) = (vec![0.0; k], vec![0.0; k]);
    total[2] = count(after);
    last[2] = 1.0;
    if options.slope_change {
        total[3] = 0.5 * count(after) * (count(after) + 1.0);
        last[3] = count(after);
    }
    let mean: Vec<f64> = total.iter().map(|sum| sum / count(after)).collect();
    let (average_effect, average_effect_p_value) = effect(&mean);
    let percent = |x: f64| 100.0 * crate::stats::math::exp_m1(x);
    let average_effect_percent = options
        .log_outcome
        .then(|| IntervalEstimate {
            value: percent(average_effect.value),
            standard_error: None,
            low: average_effect.low.map(percent),
            high: average_effect.high.map(percent),
        })
        .filter(|found| found.value.is_finite() && found.high.is_none_or(f64::is_finite));
    let u = &fit.fit.residuals;
    let squares = sum(u.iter().map(|u| u * u));
    let durbin_watson = if squares > 0.0 {
        sum(u.windows(2).map(|pair| (pair[1] - pair[0]) * (pair[1] - pair[0]))) / squares
    } else {
        2.0
    };
    let points = points(&series, &columns, &fit, &covariance, df, options);
    let placebos = placebos(&series, options);
    let newey_west = options.errors == SeriesErrors::NeweyWest;
    let mut report = InterruptedReport {
        rows: n as u64,
        rows_before: series.before as u64,
        lags: newey_west.then_some(series.lags as u64),
        level: terms[2].clone(),
        slope: options.slope_change.then(|| terms[3].clone()),
        average_effect,
        average_effect_p_value,
        final_effect: effect(&last).0,
        cumulative_effect: effect(&total).0,
        average_effect_percent,
        r_squared: fit.r_squared(&series.y),
        terms,
        durbin_watson,
        points,
        placebos,
        evidence: Evidence::new(EvidenceGrade::QuasiExperiment),
    };
    report.evidence = evidence(&series, &report, options);
    Ok(report)
}

fn not_identified(options: &InterruptedOptions) -> Issues {
    Issue::error(
        "not-identified",
        place(&options.outcome),
        "the terms of the regression depend on each other",
    )
    .with_help("give more rows before and after, or leave out the slope, the season or a control")
    .into()
}

/// The place of the first row at or after the start, which must be written as the column is.
fn first_row(axis: &Axis, start: &str) -> Option<usize> {
    if let Some(place) = axis.labels.iter().position(|label| label == start) {
        return Some(place);
    }
    let value = match When::parse(start) {
        #[expect(clippy::cast_precision_loss, reason = "seconds of a few centuries")]
        Ok(when) if axis.labels.first().is_some_and(|label| label.contains('-') && label.len() >= 10) => {
            when.start().and_utc().timestamp() as f64 / 86_400.0
        }
        _ => start.trim().parse::<f64>().ok().filter(|value| value.is_finite())?,
    };
    Some(axis.values.partition_point(|at| *at < value))
}

fn season_terms(season: SeasonTerms) -> usize {
    match season {
        SeasonTerms::None => 0,
        SeasonTerms::Dummies { period } => (period as usize).saturating_sub(1),
        // At half the period the sine is 0 everywhere.
        SeasonTerms::Fourier { period, pairs } => {
            (2 * pairs as usize).saturating_sub(usize::from(pairs.saturating_mul(2) == period))
        }
    }
}

fn read(table: &Table, options: &InterruptedOptions) -> Result<Series, Issues> {
    let mut faults = Faults::default();
    faults.range("options/alpha", options.alpha, 1e-9, 0.5);
    faults.whole("options/placebos", options.placebos, 0, 100);
    match options.season {
        SeasonTerms::None => {}
        SeasonTerms::Dummies { period } => {
            faults.whole("options/season/period", period, 2, 366);
        }
        SeasonTerms::Fourier { period, pairs } => {
            if faults.whole("options/season/period", period, 2, 366) {
                faults.whole("options/season/pairs", pairs, 1, period / 2);
            }
        }
    }
    if options.start.is_empty() {
        faults.note(
            Issue::error("missing-start", "options/start", "the start of the intervention is not given")
                .with_help("write it as in the column of times, like `2026-03-01`"),
        );
    }
    if options.controls.len() > MOST_CONTROLS {
        let message = format!("{} controls are more than {MOST_CONTROLS}", options.controls.len());
        faults.note(Issue::error("too-many-terms", "options/controls", message));
    }
    let mut reader = table.reader();
    if let Err(issues) = faults.done() {
        issues.into_vec().into_iter().for_each(|issue| reader.note(issue));
    }
    let y = reader.complete_numbers(&options.outcome);
    let controls: Vec<Option<&[f64]>> =
        options.controls.iter().take(MOST_CONTROLS).map(|name| reader.complete_numbers(name)).collect();
    let times = axis(table, &options.time);
    if let Err(issues) = &times {
        issues
            .as_slice()
            .iter()
            .filter(|issue| issue.code != "empty-table")
            .cloned()
            .for_each(|i| reader.note(i));
    }
    if table.rows() > MOST_ROWS {
        let message = format!("{} rows are more than {MOST_ROWS}", table.rows());
        reader
            .note(Issue::error("too-many-rows", "columns", message).with_help("aggregate to longer periods"));
    }
    reader.done()?;
    let (Some(y), Ok(axis)) = (y, times) else {
        return Err(Issue::error("empty-table", "columns", "there is no series to read").into());
    };
    let mut issues = Vec::new();
    if axis.labels.len() < y.len() {
        let message = format!("{} rows have only {} different times", y.len(), axis.labels.len());
        issues.push(
            Issue::error("duplicate-rows", place(&options.time), message)
                .with_help("give one row for each time: add or average what belongs together"),
        );
    } else if uneven(&axis.values) {
        issues.push(
            Issue::error("uneven-times", place(&options.time), "the times are not evenly spaced")
                .with_help("fill the gaps: a season and a slope need every period"),
        );
    }
    let before = first_row(&axis, &options.start).unwrap_or(0);
    let n = y.len();
    let terms = 3 + usize::from(options.slope_change) + season_terms(options.season) + options.controls.len();
    if before == 0 || before >= n {
        issues.push(
            Issue::error(
                "unknown-start",
                "options/start",
                format!("`{}` does not lie after the first and up to the last time", options.start),
            )
            .with_help("give a time with rows before and after it, written as in the column"),
        );
    } else {
        let (least_before, least_after) = (3, 2 + usize::from(options.slope_change));
        if before < least_before || n - before < least_after || n < terms + 3 {
            let message =
                format!("{before} rows before and {} after the start do not carry {terms} terms", n - before);
            issues.push(
                Issue::error("too-few-rows", place(&options.outcome), message)
                    .with_help("give more rows, or leave out the slope, the season or a control"),
            );
        }
    }
    if terms > MOST_TERMS {
        issues.push(Issue::error(
            "too-many-terms",
            "options",
            format!("{terms} terms are more than {MOST_TERMS}"),
        ));
    }
    if y.windows(2).all(|pair| pair[0] == pair[1]) {
        issues.push(Issue::error("constant-column", place(&options.outcome), "the outcome never changes"));
    }
    let season = match options.season {
        SeasonTerms::None => 0,
        SeasonTerms::Dummies { period } | SeasonTerms::Fourier { period, .. } => period as usize,
    };
    let lags = match options.lags {
        Some(lags) if (lags as usize) < n => lags as usize,
        Some(lags) => {
            let message = format!("{lags} lags are not fewer than {n} rows");
            issues.push(Issue::error("number-out-of-range", "options/lags", message));
            0
        }
        None => automatic_lags(n, season),
    };
    if n.saturating_mul(terms).saturating_mul(terms).saturating_mul(lags + 1) > MOST_WORK {
        issues.push(
            Issue::error("too-many-terms", "options", "rows, terms and lags are too many together")
                .with_help("use fewer lags, a Fourier season, or longer periods"),
        );
    }
    Issues::check(issues)?;
    // Rows in order of time: each time is there once.
    let ordered = |values: &[f64]| {
        let mut made = vec![0.0; n];
        for (rank, value) in axis.ranks.iter().zip(values) {
            made[*rank as usize] = *value;
        }
        made
    };
    let (y, controls) = (ordered(y), controls.into_iter().flatten().map(ordered).collect());
    Ok(Series { axis, y, controls, before, lags })
}

/// ⌊4 (n ÷ 100)^(2/9)⌋ (Newey and West 1994), or the season where the rows allow.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number")]
fn automatic_lags(n: usize, season: usize) -> usize {
    let rule = (4.0 * pow(count(n) / 100.0, 2.0 / 9.0)).floor() as usize;
    rule.max(season.min(n / 4)).min(n.saturating_sub(1))
}

/// Whether steps differ by more than months and quarters do.
fn uneven(values: &[f64]) -> bool {
    let steps = || values.windows(2).map(|pair| pair[1] - pair[0]);
    let (least, most) = (steps().fold(f64::INFINITY, f64::min), steps().fold(0.0, f64::max));
    most > 1.25 * least
}

/// The columns of rows 0 to `rows`: constant, time, level, slope, season, controls.
fn design(series: &Series, before: usize, rows: usize, options: &InterruptedOptions) -> Vec<Vec<f64>> {
    let each = |make: &dyn Fn(usize) -> f64| (0..rows).map(make).collect::<Vec<f64>>();
    let mut columns =
        vec![vec![1.0; rows], each(&|row| count(row + 1)), each(&|row| f64::from(u8::from(row >= before)))];
    if options.slope_change {
        columns.push(each(&|row| count((row + 1).saturating_sub(before))));
    }
    match options.season {
        SeasonTerms::None => {}
        SeasonTerms::Dummies { period } => {
            for place in 1..period as usize {
                columns.push(each(&|row| f64::from(u8::from(row % period as usize == place))));
            }
        }
        SeasonTerms::Fourier { period, pairs } => {
            for pair in 1..=pairs {
                let angle = |row: usize| {
                    let turn = (row as u64 * pair) % period;
                    2.0 * std::f64::consts::PI * count(turn as usize) / count(period as usize)
                };
                if 2 * pair != period {
                    columns.push(each(&|row| sin(angle(row))));
                }
                columns.push(each(&|row| cos(angle(row))));
            }
        }
    }
    columns.extend(series.controls.iter().map(|control| control[..rows].to_vec()));
    columns
}

fn names(options: &InterruptedOptions) -> Vec<String> {
    let mut names: Vec<String> = ["constant", "time", "level"].map(str::to_owned).to_vec();
    if options.slope_change {
        names.push("slope".to_owned());
    }
    match options.season {
        SeasonTerms::None => {}
        SeasonTerms::Dummies { period } => names.extend((2..=period).map(|place| format!("season {place}"))),
        SeasonTerms::Fourier { period, pairs } => {
            for pair in 1..=pairs {
                if 2 * pair != period {
                    names.push(format!("sine {pair}"));
                }
                names.push(format!("cosine {pair}"));
            }
        }
    }
    names.extend(options.controls.iter().map(|name| format!("control {name}")));
    names
}

fn fitted(columns: &[Vec<f64>], y: &[f64]) -> Option<Regression> {
    let views: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    Regression::fit(&views, y, 0).filter(|fit| fit.residual_df() > 0.0)
}

fn covariance(fit: &Regression, series: &Series, options: &InterruptedOptions) -> Matrix {
    fit.covariance(match options.errors {
        SeriesErrors::NeweyWest => Sandwich::NeweyWest(series.lags, options.small_sample),
        SeriesErrors::Classic => Sandwich::Classic,
        SeriesErrors::Hc1 => Sandwich::Hc1,
        SeriesErrors::Hc3 => Sandwich::Hc3,
    })
}

fn degrees(fit: &Regression, options: &InterruptedOptions) -> Option<f64> {
    options.student.then(|| fit.residual_df())
}

fn term(
    name: &str,
    fit: &Regression,
    covariance: &Matrix,
    i: usize,
    df: Option<f64>,
    alpha: f64,
) -> RegressionTerm {
    let error = covariance.at(i, i).max(0.0).sqrt();
    RegressionTerm::new(name, coefficient(fit.fit.coefficients[i], error, df, alpha))
}

fn points(
    series: &Series,
    columns: &[Vec<f64>],
    fit: &Regression,
    covariance: &Matrix,
    df: Option<f64>,
    options: &InterruptedOptions,
) -> Vec<InterruptedPoint> {
    let mut weights = vec![0.0; columns.len()];
    (0..series.y.len())
        .map(|row| {
            for (weight, column) in weights.iter_mut().zip(columns) {
                *weight = column[row];
            }
            weights[2] = 0.0;
            if options.slope_change {
                weights[3] = 0.0;
            }
            let (value, error) = fit.combination(&weights, covariance);
            let line = coefficient(value, error, df.map(|df| df.min(1e6)), options.alpha);
            InterruptedPoint {
                time: series.axis.labels[row].clone(),
                observed: series.y[row],
                fitted: series.y[row] - fit.fit.residuals[row],
                counterfactual: value,
                counterfactual_low: line.low,
                counterfactual_high: line.high,
            }
        })
        .collect()
}

/// Starts pretended at even distances in the rows before the real one, from those rows alone.
fn placebos(series: &Series, options: &InterruptedOptions) -> Vec<PlaceboStart> {
    let rows = series.before;
    let wanted = options.placebos as usize;
    let terms = 3 + usize::from(options.slope_change) + season_terms(options.season) + options.controls.len();
    let margin = 4;
    if rows < terms + 6 || rows < 2 * margin + 1 {
        return Vec::new();
    }
    let mut starts: Vec<usize> =
        (1..=wanted).map(|i| margin + (rows - 2 * margin) * i / (wanted + 1)).collect();
    starts.dedup();
    let short = Series {
        axis: Axis { ranks: Vec::new(), labels: Vec::new(), values: Vec::new() },
        y: series.y[..rows].to_vec(),
        controls: series.controls.clone(),
        before: rows,
        lags: series.lags.min(rows / 4),
    };
    starts
        .into_iter()
        .filter_map(|start| {
            let fit = fitted(&design(&short, start, rows, options), &short.y)?;
            let covariance = covariance(&fit, &short, options);
            let level = term("level", &fit, &covariance, 2, degrees(&fit, options), options.alpha);
            Some(PlaceboStart { start: series.axis.labels[start].clone(), level })
        })
        .collect()
}

fn evidence(series: &Series, report: &InterruptedReport, options: &InterruptedOptions) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::QuasiExperiment)
        .assume(
            "trend-goes-on",
            "without the intervention the trend and season from before would have gone on",
        )
        .assume("nothing-else", "nothing else that moves the outcome began at the same time");
    if !options.controls.is_empty() {
        evidence = evidence.assume("controls-untouched", "the intervention does not move the control series");
    }
    let d = report.durbin_watson;
    let robust = options.errors == SeriesErrors::NeweyWest;
    evidence.check(
        "autocorrelation",
        robust || (1.5..=2.5).contains(&d),
        Some(d),
        if robust {
            "neighbouring rows may be alike: the errors allow for it"
        } else {
            "neighbouring rows are not alike (Durbin and Watson near 2), as these errors assume"
        },
    );
    let before = count(series.before);
    evidence.check(
        "enough-rows",
        before >= 12.0,
        Some(before),
        "a trend wants at least 12 rows before the start",
    );
    if !report.placebos.is_empty() {
        let tests = count(report.placebos.len());
        // The least p-value, adjusted for the number of starts by Bonferroni.
        let least =
            report.placebos.iter().filter_map(|found| found.level.p_value).fold(1.0, f64::min) * tests;
        evidence.check(
            "placebo-starts",
            least >= 0.05,
            Some(least.min(1.0)),
            "starts pretended before the real one show no change of level (least p-value × their number)",
        );
        let largest = report.placebos.iter().map(|found| found.level.estimate.abs()).fold(0.0, f64::max);
        evidence.check(
            "larger-than-placebos",
            report.level.estimate.abs() > largest,
            Some(largest),
            "the change of level is larger than that of any pretended start",
        );
    }
    if options.controls.is_empty() {
        evidence.cautions.push(
            Issue::warning(
                "no-control-series",
                "options/controls",
                "the series is compared with its own past alone: what else changed at the start is taken for the effect",
            )
            .with_help("name a series that the intervention does not touch, or use differences in differences"),
        );
    }
    if options.season == SeasonTerms::None && series.y.len() >= 24 {
        evidence.cautions.push(
            Issue::warning("no-season", "options/season", "no season is modelled")
                .with_help("if the outcome has one, name it: months 12, days 7, quarters 4"),
        );
    }
    if before < 12.0 {
        evidence.cautions.push(Issue::warning(
            "short-before",
            place(&options.outcome),
            format!("{} rows before the start are few to know a trend from", series.before),
        ));
    }
    evidence
}

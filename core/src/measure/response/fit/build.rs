//! Reads the table, chooses what is open, fits, draws, reports.

mod evidence;

use super::super::budget::{AllocateBudgetRequest, BudgetChannel};
use super::super::transform::{Adstock, Saturation};
use super::options::{FitResponseOptions, MOST_PRODUCTS, MOST_ROWS};
use super::report::{
    FitResponseReport, ResponseChannelFit, ResponseCurvePoint, ResponseFitPoint, ResponseFitQuality,
    ResponseTerm, ResponseTermKind,
};
use super::ridge::{Folds, Ridge, Standardised, unscaled};
use crate::measure::table::{place, written};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::chi2_sf;
use crate::stats::linear::{Cholesky, Matrix, dot};
use crate::stats::math::{cos, pow, sin};
use crate::stats::summary::{count, mean, quantile_sorted, sum, variance};
use crate::{Issue, Issues, Rng};

use evidence::evidence;

/// Points of a response curve.
const CURVE_POINTS: usize = 21;
/// Numbers beyond this overflow when they are squared and added.
const LARGEST: f64 = 1e100;
/// Rounds of the search through the shapes.
const ROUNDS: usize = 2;

/// A channel with its shape; `column` is what its spend becomes.
struct Channel<'a> {
    name: &'a str,
    spend: Vec<f64>,
    shapes: Vec<(Adstock, Saturation)>,
    chosen: usize,
    column: Vec<f64>,
}

impl Channel<'_> {
    fn shaped(&self, shape: usize) -> (Vec<f64>, Saturation) {
        let (adstock, saturation) = self.shapes[shape];
        let carried = adstock.apply(&self.spend);
        let saturation = saturation.resolved(&carried);
        (carried.iter().map(|x| saturation.value(*x)).collect(), saturation)
    }
}

struct Data<'a> {
    y: Vec<f64>,
    times: Option<Vec<i64>>,
    /// By name.
    channels: Vec<Channel<'a>>,
    /// Controls by name, trend, season.
    others: Vec<(String, ResponseTermKind, Vec<f64>)>,
    bounded: Vec<bool>,
}

impl Data<'_> {
    fn columns(&self) -> Vec<&[f64]> {
        let media = self.channels.iter().map(|channel| channel.column.as_slice());
        media.chain(self.others.iter().map(|other| other.2.as_slice())).collect()
    }
}

fn varies(column: &[f64]) -> bool {
    let low = column.iter().copied().fold(f64::INFINITY, f64::min);
    let high = column.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    high - low > 1e-10 * high.abs().max(low.abs())
}

fn constant(name: &str) -> Issue {
    Issue::error("constant-column", place(name), format!("column `{name}` is the same in every row"))
        .with_help("leave it out: what does not change explains no change")
}

#[expect(clippy::too_many_lines, reason = "every fault of the table at once")]
fn read<'a>(table: &Table, options: &'a FitResponseOptions) -> Result<Data<'a>, Issues> {
    let mut faults = options.faults();
    if table.rows() > MOST_ROWS {
        let message = format!("there are {} rows, at most {MOST_ROWS} are fitted", table.rows());
        faults.push(Issue::error("too-many-rows", "columns", message));
    }
    Issues::check(faults)?;
    let mut reader = table.reader();
    let n = table.rows();
    let y = reader.complete_numbers(&options.outcome);
    let spends: Vec<Option<&[f64]>> =
        options.channels.iter().map(|channel| reader.complete_numbers(&channel.spend)).collect();
    let controls: Vec<Option<&[f64]>> =
        options.controls.iter().map(|name| reader.complete_numbers(name)).collect();
    let times = options.time.as_deref().and_then(|name| reader.times(name).map(|times| (name, times)));
    if let Some((name, times)) = &times {
        let mut sorted = times.clone();
        sorted.sort_unstable();
        if sorted.first() == Some(&Table::NO_TIME) {
            let message = format!("column `{name}` misses dates");
            reader.note(Issue::error("missing-values", place(name), message));
        } else if let Some(pair) = sorted.windows(2).find(|pair| pair[0] == pair[1]) {
            let message = format!("`{}` is there twice", written(pair[0]).unwrap_or_default());
            reader.note(
                Issue::error("repeated-time", place(name), message)
                    .with_help("give one row per period: add up the rows of a period"),
            );
        }
    }
    let named = std::iter::once((&options.outcome, y))
        .chain(options.channels.iter().map(|channel| &channel.spend).zip(spends.iter().copied()))
        .chain(options.controls.iter().zip(controls.iter().copied()));
    for (name, column) in named {
        let Some(column) = column else { continue };
        if column.iter().any(|value| value.abs() > LARGEST) {
            let message = format!("column `{name}` holds a number beyond 10^100");
            reader.note(Issue::error("number-too-large", place(name), message));
        } else if n > 0 && !varies(column) {
            reader.note(constant(name));
        }
    }
    for (channel, spend) in options.channels.iter().zip(&spends) {
        if let Some(row) = spend.and_then(|spend| spend.iter().position(|value| *value < 0.0)) {
            let message = format!("column `{}` is below 0 in row {}", channel.spend, row + 1);
            reader.note(Issue::error("negative-number", place(&channel.spend), message));
        }
    }
    let terms = options.season_terms as usize;
    let columns = options.channels.len() + options.controls.len() + usize::from(options.trend) + 2 * terms;
    if n > 0 && n < 2 * (columns + 1) {
        let message = format!("there are {n} rows for {} parameters", columns + 1);
        reader.note(
            Issue::error("too-few-rows", "columns", message)
                .with_help("give at least two rows per parameter, better ten, or fewer columns"),
        );
    }
    if options.block.is_some_and(|block| block == 0 || block > n as u64 / 3) {
        let message = "the block must lie from 1 to a third of the rows";
        reader.note(Issue::error("option-out-of-range", "options/block", message));
    }
    let shapes: f64 = options
        .channels
        .iter()
        .map(|channel| count(channel.adstock.len().max(1)) * count(channel.saturation.len().max(1)))
        .sum();
    let (rows, k) = (count(n), count(columns + 1));
    let one = options.folds as f64 * (rows * k * k + 20.0 * k * k * k);
    let carried: f64 = options
        .channels
        .iter()
        .map(|channel| {
            let longest = channel.adstock.iter().map(|adstock| adstock.work(n)).max().unwrap_or(n);
            count(longest) * count(channel.adstock.len().max(1)) * count(channel.saturation.len().max(1))
        })
        .sum();
    let draws = options.draws as f64 * (rows * k + k * k * k);
    if shapes * one + carried + draws > MOST_PRODUCTS {
        reader.note(
            Issue::error("too-much-work", "options", "so many rows, columns, shapes and draws take too long")
                .with_help("give fewer draws, fewer shapes, or carry-overs with a length"),
        );
    }
    reader.done()?;
    let mut order: Vec<usize> = (0..n).collect();
    if let Some((_, times)) = &times {
        order.sort_by_key(|row| times[*row]);
    }
    let ordered = |column: &[f64]| -> Vec<f64> { order.iter().map(|row| column[*row]).collect() };
    let mut channels: Vec<Channel<'a>> = Vec::new();
    for (channel, spend) in options.channels.iter().zip(&spends) {
        let or = |none: bool| if none { 1 } else { 0 };
        let adstocks: Vec<Adstock> = channel
            .adstock
            .iter()
            .copied()
            .chain(std::iter::repeat_n(Adstock::None, or(channel.adstock.is_empty())))
            .collect();
        let saturations: Vec<Saturation> = channel
            .saturation
            .iter()
            .copied()
            .chain(std::iter::repeat_n(Saturation::None, or(channel.saturation.is_empty())))
            .collect();
        let mut made = Channel {
            name: &channel.spend,
            spend: ordered(spend.unwrap_or_default()),
            shapes: adstocks.iter().flat_map(|a| saturations.iter().map(|s| (*a, *s))).collect(),
            chosen: 0,
            column: Vec::new(),
        };
        made.column = made.shaped(0).0;
        channels.push(made);
    }
    channels.sort_by(|a, b| a.name.cmp(b.name));
    let mut others: Vec<(String, ResponseTermKind, Vec<f64>)> = options
        .controls
        .iter()
        .zip(&controls)
        .map(|(name, column)| (name.clone(), ResponseTermKind::Control, ordered(column.unwrap_or_default())))
        .collect();
    others.sort_by(|a, b| a.0.cmp(&b.0));
    let place_in_season: Vec<f64> = (0..n).map(|row| count(row) / options.season_period).collect();
    for term in 1..=terms {
        let angle = |t: &f64| std::f64::consts::TAU * (count(term) * t);
        let sines = place_in_season.iter().map(|t| sin(angle(t))).collect();
        let cosines: Vec<f64> = place_in_season.iter().map(|t| cos(angle(t))).collect();
        // At half the period the sine is 0 in every row.
        if 2.0 * count(term) < options.season_period {
            others.push((format!("sine {term}"), ResponseTermKind::Season, sines));
        }
        others.push((format!("cosine {term}"), ResponseTermKind::Season, cosines));
    }
    if options.trend {
        others.push(("trend".to_owned(), ResponseTermKind::Trend, place_in_season));
    }
    let mut bounded = vec![options.non_negative; channels.len()];
    bounded.resize(channels.len() + others.len(), false);
    let times = times.map(|(_, times)| order.iter().map(|row| times[*row]).collect());
    Ok(Data { y: ordered(y.unwrap_or_default()), times, channels, others, bounded })
}

/// Penalties to choose from, the largest first, so that of equals the largest is taken.
fn penalties(options: &FitResponseOptions, n: usize) -> Vec<f64> {
    match options.penalty {
        Some(penalty) => vec![penalty],
        None => {
            let steps = (0..=18).map(|step| count(n) * pow(10.0, 1.0 - count(step) / 3.0));
            steps.chain([0.0]).collect()
        }
    }
}

/// The place and the value of the least error.
fn least(errors: &[f64]) -> (usize, f64) {
    let mut best = (0, f64::INFINITY);
    for (place, error) in errors.iter().enumerate() {
        if *error < best.1 {
            best = (place, *error);
        }
    }
    best
}

/// Chooses shapes channel by channel; how many were compared.
fn choose(data: &mut Data<'_>, folds: &Folds, penalties: &[f64]) -> u64 {
    let open = data.channels.iter().filter(|channel| channel.shapes.len() > 1);
    let compared: u64 = open.map(|channel| channel.shapes.len() as u64).sum();
    if compared == 0 {
        return 0;
    }
    for _ in 0..ROUNDS {
        let mut changed = false;
        for at in 0..data.channels.len() {
            let before = data.channels[at].chosen;
            let mut best = (before, f64::INFINITY);
            if data.channels[at].shapes.len() == 1 {
                continue;
            }
            for shape in 0..data.channels[at].shapes.len() {
                let column = data.channels[at].shaped(shape).0;
                if !varies(&column) || column.iter().any(|x| !(x.abs() <= LARGEST)) {
                    continue;
                }
                data.channels[at].column = column;
                let error = least(&folds.errors(&data.columns(), &data.y, penalties, &data.bounded)).1;
                if error < best.1 {
                    best = (shape, error);
                }
            }
            data.channels[at].chosen = best.0;
            data.channels[at].column = data.channels[at].shaped(best.0).0;
            changed |= best.0 != before;
        }
        if !changed {
            break;
        }
    }
    compared
}

fn mape(y: &[f64], fitted: &[f64]) -> Option<f64> {
    let errors: Vec<f64> = y.iter().zip(fitted).map(|(y, f)| ((y - f) / y).abs()).collect();
    Some(mean(&errors)).filter(|value| value.is_finite())
}

/// Variance inflation of each column: the diagonal of the inverse of their correlations.
fn inflation(standardised: &Standardised) -> Option<Vec<f64>> {
    let n = count(standardised.columns.first()?.len());
    let mut correlations = standardised.gram.clone();
    correlations.data.iter_mut().for_each(|value| *value /= n);
    let inverse: Matrix = Cholesky::of(&correlations)?.inverse();
    let found: Vec<f64> = (0..inverse.rows).map(|i| inverse.at(i, i)).collect();
    found.iter().all(|value| value.is_finite() && *value < 1e12).then_some(found)
}

/// The p-value of the test of Ljung and Box that residuals have nothing in common with those before them.
fn autocorrelation(residuals: &[f64]) -> Option<f64> {
    let n = residuals.len();
    let lags = (n / 5).clamp(1, 10);
    let square = dot(residuals, residuals);
    let term = |lag: usize| {
        let r = dot(&residuals[lag..], &residuals[..n - lag]) / square;
        r * r / count(n - lag)
    };
    let statistic = count(n) * (count(n) + 2.0) * (1..=lags).map(term).sum::<f64>();
    statistic.is_finite().then(|| chi2_sf(statistic, count(lags)))
}

/// An estimate with the percentiles of its draws.
fn estimate(value: f64, draws: &[f64], level: f64) -> IntervalEstimate {
    let sorted = crate::stats::summary::sorted(draws);
    let tail = 0.5 * (1.0 - level);
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    IntervalEstimate {
        value,
        standard_error: finite(variance(draws).sqrt()),
        low: finite(quantile_sorted(&sorted, tail)),
        high: finite(quantile_sorted(&sorted, 1.0 - tail)),
    }
}

fn scaled(estimate: IntervalEstimate, factor: f64) -> IntervalEstimate {
    let by = |value: Option<f64>| value.map(|value| value * factor);
    IntervalEstimate {
        value: estimate.value * factor,
        standard_error: by(estimate.standard_error),
        low: by(estimate.low),
        high: by(estimate.high),
    }
}

/// An outcome explained by spend that carries over and saturates, beside season, trend and controls.
///
/// # Errors
/// Faults of the columns, `option-out-of-range`, `repeated-column`, `repeated-time`, `negative-number`,
/// `constant-column`, `too-few-rows`, `too-many-rows`, `number-too-large`, `collinear-columns`, `too-much-work`.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::response::{FitResponseOptions, allocate_budget, fit_response};
/// let table: Table = serde_json::from_str(r#"{
///     "outcome": [100, 160, 110, 190, 130, 170, 120, 204],
///     "search":  [  0,  30,   5,  45,  15,  35,  10,  52] }"#)?;
/// let options: FitResponseOptions = serde_json::from_str(
///     r#"{ "channels": [{ "spend": "search" }], "trend": false, "season_terms": 0, "penalty": 0 }"#)?;
/// let report = fit_response(&table, &options)?;
/// assert_eq!(format!("{:.2}", report.channels[0].roas.value), "2.00");
/// // What it found is what the best split of a budget takes.
/// assert!(allocate_budget(&report.budget.unwrap())?.optimal);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fit_response(table: &Table, options: &FitResponseOptions) -> Result<FitResponseReport, Issues> {
    let mut data = read(table, options)?;
    let n = data.y.len();
    let folds = Folds::of(n, options.folds as usize);
    let penalties = penalties(options, n);
    let shapes_compared = choose(&mut data, &folds, &penalties);
    let mut faults = Vec::new();
    for channel in &data.channels {
        if channel.column.iter().any(|x| !(x.abs() <= LARGEST)) {
            let message = format!("the transformed spend of `{}` is too large for numbers", channel.name);
            faults.push(Issue::error("number-too-large", place(channel.name), message));
        } else if !varies(&channel.column) {
            faults.push(constant(channel.name));
        }
    }
    Issues::check(faults)?;
    let columns = data.columns();
    let penalty = match penalties.as_slice() {
        [one] => *one,
        many => many[least(&folds.errors(&columns, &data.y, many, &data.bounded)).0],
    };
    let standardised = Standardised::of(&columns, 0..n);
    let Some(ridge) = Ridge::of(&standardised, penalty, &data.bounded) else {
        return Err(Issue::error(
            "collinear-columns",
            "columns",
            "a column is made of others to the last digits",
        )
        .with_help("leave one of them out, or give a `penalty` above 0")
        .into());
    };
    let target = standardised.target(&data.y);
    let solution = ridge.solve(&target);
    let y_mean = mean(&data.y);
    let (coefficients, intercept) = unscaled(&standardised, &solution, y_mean);
    let fitted: Vec<f64> = (0..n)
        .map(|row| intercept + columns.iter().zip(&coefficients).map(|(x, b)| x[row] * b).sum::<f64>())
        .collect();
    let residuals: Vec<f64> = data.y.iter().zip(&fitted).map(|(y, f)| y - f).collect();
    let effective = 1.0 + ridge.degrees(&standardised.gram, &solution);
    let total: f64 = data.y.iter().map(|y| (y - y_mean) * (y - y_mean)).sum();
    let left = dot(&residuals, &residuals);
    // Draws: for each term those of its coefficient, the constant last.
    let block = options.block.map_or_else(
        || {
            let root = (1..=n).find(|b| b * b * b >= n).unwrap_or(1).max(4);
            root.min((n / 3).max(1))
        },
        |block| block as usize,
    );
    let stretch = (count(n) / (count(n) - effective).max(1.0)).sqrt();
    let centre = mean(&residuals);
    let noise: Vec<f64> = residuals.iter().map(|r| (r - centre) * stretch).collect();
    let mut rng = Rng::new(options.seed);
    let mut drawn: Vec<Vec<f64>> = vec![Vec::new(); columns.len() + 1];
    let mut again = data.y.clone();
    for _ in 0..options.draws {
        let mut row = 0;
        while row < n {
            let from = rng.below(n as u32) as usize;
            for step in 0..block.min(n - row) {
                again[row] = data.y[row] + noise[(from + step) % n];
                row += 1;
            }
        }
        let found = ridge.solve(&standardised.target(&again));
        let (found, constant) = unscaled(&standardised, &found, mean(&again));
        found.iter().chain([&constant]).zip(&mut drawn).for_each(|(value, draws)| draws.push(*value));
    }
    let inflation = inflation(&standardised);
    let mut terms = vec![ResponseTerm {
        name: "constant".to_owned(),
        kind: ResponseTermKind::Constant,
        coefficient: estimate(intercept, &drawn[columns.len()], options.level),
        variance_inflation: None,
    }];
    let named = data
        .channels
        .iter()
        .map(|channel| (channel.name, ResponseTermKind::Channel))
        .chain(data.others.iter().map(|other| (other.0.as_str(), other.1)));
    for (place, (name, kind)) in named.enumerate() {
        terms.push(ResponseTerm {
            name: name.to_owned(),
            kind,
            coefficient: estimate(coefficients[place], &drawn[place], options.level),
            variance_inflation: inflation.as_ref().map(|values| values[place]),
        });
    }
    let outcome = sum(data.y.iter().copied());
    let sums: Vec<f64> = data.channels.iter().map(|c| sum(c.column.iter().copied())).collect();
    let mut made = Vec::new();
    let mut budget = Vec::new();
    for (place, channel) in data.channels.iter().enumerate() {
        let coefficient = terms[place + 1].coefficient;
        let adstock = channel.shapes[channel.chosen].0;
        let saturation = channel.shaped(channel.chosen).1;
        let spend = sum(channel.spend.iter().copied());
        let (today, most) = (spend / count(n), channel.spend.iter().copied().fold(0.0, f64::max));
        let input = adstock.inflation(n);
        let contribution = scaled(coefficient, sums[place]);
        let point = |step: usize| {
            let spend = 1.5 * most * count(step) / count(CURVE_POINTS - 1);
            let response = scaled(coefficient, saturation.value(spend * input));
            ResponseCurvePoint { spend, response, beyond_data: spend > most }
        };
        let marginal = coefficient.value * input * saturation.slope(today * input);
        let fine = |value: f64| value > 0.0 && value <= 1e15;
        if fine(coefficient.value) && fine(input) && today <= 1e15 {
            budget.push(BudgetChannel {
                channel: channel.name.to_owned(),
                campaign: None,
                saturation,
                scale: coefficient.value,
                input_per_spend: input,
                min: 0.0,
                max: None,
                current: Some(today),
            });
        }
        made.push(ResponseChannelFit {
            channel: channel.name.to_owned(),
            adstock,
            saturation,
            coefficient,
            spend,
            contribution,
            share: (outcome > 0.0).then(|| scaled(contribution, 1.0 / outcome)),
            roas: scaled(contribution, 1.0 / spend),
            marginal: Some(marginal).filter(|value| value.is_finite()),
            curve: (0..CURVE_POINTS).map(point).collect(),
            contributions: channel.column.iter().map(|x| x * coefficient.value).collect(),
        });
    }
    let all: Vec<f64> = (0..options.draws as usize)
        .map(|draw| sums.iter().zip(&drawn).map(|(sum, draws)| sum * draws[draw]).sum())
        .collect();
    let media = estimate(sum(made.iter().map(|c| c.contribution.value)), &all, options.level);
    let points: Vec<ResponseFitPoint> = (0..n)
        .map(|row| ResponseFitPoint {
            time: data.times.as_ref().and_then(|times| written(times[row])),
            outcome: data.y[row],
            fitted: fitted[row],
            baseline: fitted[row] - made.iter().map(|channel| channel.contributions[row]).sum::<f64>(),
        })
        .collect();
    let mut quality = ResponseFitQuality {
        r_squared: 1.0 - left / total,
        mape: mape(&data.y, &fitted),
        out_of_sample_r_squared: None,
        out_of_sample_mape: None,
        predicted_rows: 0,
        residual_deviation: (left / (count(n) - effective).max(1.0)).sqrt(),
    };
    if let Some((found, means)) = folds.predictions(&columns, &data.y, penalty, &data.bounded) {
        let later = &data.y[n - found.len()..];
        let squares = |by: &[f64]| later.iter().zip(by).map(|(y, f)| (y - f) * (y - f)).sum::<f64>();
        quality.predicted_rows = found.len() as u64;
        quality.out_of_sample_r_squared =
            Some(1.0 - squares(&found) / squares(&means)).filter(|value| value.is_finite());
        quality.out_of_sample_mape = mape(later, &found);
    }
    let order = |name: &str| options.channels.iter().position(|channel| channel.spend == name);
    made.sort_by_key(|channel| order(&channel.channel));
    budget.sort_by_key(|channel| order(&channel.channel));
    let parameters = columns.len() + 1;
    let searched = options.penalty.is_none() || shapes_compared > 0;
    let mut report = FitResponseReport {
        rows: n as u64,
        parameters: parameters as u64,
        effective_parameters: effective,
        penalty,
        penalty_chosen: options.penalty.is_none(),
        shapes_compared,
        block: block as u64,
        baseline: sum(points.iter().map(|point| point.baseline)),
        budget: (!budget.is_empty()).then(|| AllocateBudgetRequest {
            total: sum(budget.iter().filter_map(|channel| channel.current)),
            channels: budget,
        }),
        evidence: Evidence::new(EvidenceGrade::Association),
        quality,
        terms,
        channels: made,
        media,
        points,
    };
    report.evidence = evidence(&report, autocorrelation(&residuals), data.times.as_deref(), searched);
    let numbers = [report.media.value, report.baseline, report.quality.r_squared, effective];
    if numbers.iter().chain(&coefficients).any(|value| !value.is_finite()) {
        return Err(
            Issue::error("number-too-large", "columns", "the numbers are too large or too small").into()
        );
    }
    Ok(report)
}

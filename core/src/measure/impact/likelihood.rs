//! The local level with regression by maximum likelihood: the numbers, without tables.

use crate::stats::linear::{Matrix, least_squares};
use crate::stats::math::{exp, ln};
use crate::stats::optimum::nelder_mead;
use crate::stats::summary::{count, sum};

const LN_TWO_PI: f64 = 1.837_877_066_409_345_3;
/// Ends of the logarithm of the ratio of the variances: beyond them one of the two is as good as 0.
const RATIO_ENDS: (f64, f64) = (-28.0, 28.0);
/// Steps of the golden section, more than enough for all digits.
const GOLDEN_STEPS: u32 = 80;
/// Evaluations of the likelihood in two dimensions.
const BUDGET: u32 = 4_000;

/// A local level with regression, with the greatest likelihood.
#[derive(Debug, Clone)]
pub(super) struct LevelFit {
    pub(super) noise: f64,
    pub(super) step: f64,
    pub(super) coefficients: Vec<f64>,
    pub(super) ln_likelihood: f64,
}

/// Filtered and smoothed levels.
#[derive(Debug, Clone, Default)]
pub(super) struct LevelPath {
    pub(super) filtered: Vec<(f64, f64)>,
    pub(super) smoothed: Vec<(f64, f64)>,
}

/// One pass of the filter at given variances.
struct Pass {
    ln_likelihood: f64,
    coefficients: Vec<f64>,
    /// Σ error² ÷ variance.
    squares: f64,
    errors: usize,
}

/// Runs the filter over y and the columns with the same gains, and regresses the errors of the one on those of the
/// others, each divided by its deviation: the coefficients with the greatest likelihood at these variances. The first
/// observation only sets the level. `start`: variance of the level before it, of which the mean is 0; nothing: unbounded.
fn pass(y: &[f64], x: &[&[f64]], noise: f64, step: f64, start: Option<f64>) -> Option<Pass> {
    let width = 1 + x.len();
    let mut levels = vec![0.0; width];
    let mut ahead = start.unwrap_or(f64::INFINITY);
    let mut rows: Vec<f64> = Vec::with_capacity(y.len() * x.len());
    let mut left: Vec<f64> = Vec::with_capacity(y.len());
    let mut determinant = 0.0;
    let mut first = true;
    for t in 0..y.len() {
        if !y[t].is_nan() {
            let variance = ahead + noise;
            let deviation = variance.sqrt();
            let gain = if ahead.is_infinite() { 1.0 } else { ahead / variance };
            for (j, level) in levels.iter_mut().enumerate() {
                let value = if j == 0 { y[t] } else { x[j - 1][t] };
                let error = value - *level;
                *level += gain * error;
                if !first {
                    if j == 0 { left.push(error / deviation) } else { rows.push(error / deviation) }
                }
            }
            if !first {
                determinant += ln(variance);
            }
            first = false;
            ahead = if ahead.is_infinite() { noise } else { gain * noise };
        }
        ahead += step;
    }
    let errors = left.len();
    let (coefficients, squares) = if x.is_empty() {
        (Vec::new(), sum(left.iter().map(|error| error * error)))
    } else {
        let fit = least_squares(&Matrix { rows: errors, columns: x.len(), data: rows }, &left)?;
        (fit.coefficients, sum(fit.residuals.iter().map(|error| error * error)))
    };
    let ln_likelihood = -0.5 * (count(errors) * LN_TWO_PI + determinant + squares);
    ln_likelihood.is_finite().then_some(Pass { ln_likelihood, coefficients, squares, errors })
}

/// The fit with the greatest likelihood; nothing if the columns are made of each other, or y is explained wholly.
///
/// # Complexity
/// O(points × columns²) for each of about a hundred pairs of variances, some hundred more with a given start.
pub(super) fn fit(y: &[f64], x: &[&[f64]], start: Option<f64>) -> Option<LevelFit> {
    // With an unbounded start only the ratio matters: the scale follows.
    let at_ratio = |ratio: f64| {
        let found = pass(y, x, 1.0, exp(ratio), None)?;
        let n = count(found.errors);
        let scale = found.squares / n;
        let ln_likelihood = found.ln_likelihood + 0.5 * found.squares - 0.5 * n * (1.0 + ln(scale));
        (scale > 0.0 && ln_likelihood.is_finite()).then_some((ln_likelihood, scale, found.coefficients))
    };
    let height = |ratio: f64| at_ratio(ratio).map_or(f64::NEG_INFINITY, |found| found.0);
    let cells = 28;
    let width = (RATIO_ENDS.1 - RATIO_ENDS.0) / f64::from(cells);
    let mut best = (f64::NEG_INFINITY, 0.0);
    for cell in 0..=cells {
        let ratio = RATIO_ENDS.0 + width * f64::from(cell);
        let value = height(ratio);
        if value > best.0 {
            best = (value, ratio);
        }
    }
    let ratio = golden(best.1 - width, best.1 + width, height);
    let (ln_likelihood, scale, coefficients) = at_ratio(ratio)?;
    let unbounded = LevelFit { noise: scale, step: scale * exp(ratio), coefficients, ln_likelihood };
    let Some(start) = start else { return Some(unbounded) };
    let floor = ln(scale) + RATIO_ENDS.0;
    let bounded = |at: &[f64]| (exp(at[0].max(floor)), exp(at[1].max(floor)));
    let mut from = vec![ln(unbounded.noise), ln(unbounded.step)];
    let mut found = None;
    // Once more from where it stopped: a simplex may have folded.
    for _ in 0..3 {
        let minimum = nelder_mead(&from, &[0.5, 0.5], 1e-15, BUDGET, |at| {
            let (noise, step) = bounded(at);
            pass(y, x, noise, step, Some(start)).map_or(f64::INFINITY, |found| -found.ln_likelihood)
        });
        from = minimum.at.iter().map(|value| value.max(floor)).collect();
        let (noise, step) = bounded(&from);
        let at = pass(y, x, noise, step, Some(start))?;
        found =
            Some(LevelFit { noise, step, coefficients: at.coefficients, ln_likelihood: at.ln_likelihood });
    }
    found
}

/// The place of the maximum of a function with one peak.
fn golden(mut low: f64, mut high: f64, height: impl Fn(f64) -> f64) -> f64 {
    let share = 0.618_033_988_749_894_9;
    let (mut a, mut b) = (high - share * (high - low), low + share * (high - low));
    let (mut at_a, mut at_b) = (height(a), height(b));
    for _ in 0..GOLDEN_STEPS {
        if high - low < 1e-9 {
            break;
        }
        if at_a >= at_b {
            (high, b, at_b) = (b, a, at_a);
            a = high - share * (high - low);
            at_a = height(a);
        } else {
            (low, a, at_a) = (a, b, at_b);
            b = low + share * (high - low);
            at_b = height(b);
        }
    }
    0.5 * (low + high)
}

/// Filtered and smoothed levels of a series at given variances. Before the first observation, with an unbounded start,
/// the filtered variance is infinite.
pub(super) fn path(y: &[f64], noise: f64, step: f64, start: Option<f64>) -> LevelPath {
    let mut filtered = Vec::with_capacity(y.len());
    let (mut mean, mut ahead) = (0.0, start.unwrap_or(f64::INFINITY));
    for value in y {
        let mut variance = ahead;
        if !value.is_nan() {
            if ahead.is_infinite() {
                (mean, variance) = (*value, noise);
            } else {
                let gain = ahead / (ahead + noise);
                mean += gain * (value - mean);
                variance = gain * noise;
            }
        }
        filtered.push((mean, variance));
        ahead = variance + step;
    }
    let mut smoothed = filtered.clone();
    for t in (0..y.len().saturating_sub(1)).rev() {
        let (mean, variance) = filtered[t];
        let (next, spread) = smoothed[t + 1];
        if variance.is_infinite() {
            smoothed[t] = (next, spread + step);
            continue;
        }
        let ahead = variance + step;
        let factor = if ahead > 0.0 { variance / ahead } else { 1.0 };
        smoothed[t] = (mean + factor * (next - mean), variance + factor * factor * (spread - ahead));
    }
    LevelPath { filtered, smoothed }
}

/// The mean of the values after the last one that the level learns from, against what the level says: distance in
/// deviations. Nothing if the level cannot be fitted.
pub(super) fn shift(before: &[f64], after: &[f64]) -> Option<f64> {
    let known: Vec<(usize, f64)> =
        after.iter().copied().enumerate().filter(|(_, value)| !value.is_nan()).collect();
    if known.is_empty() {
        return None;
    }
    let fit = fit(before, &[], None)?;
    let (level, variance) = *path(before, fit.noise, fit.step, None).filtered.last()?;
    let n = count(known.len());
    let mean = sum(known.iter().map(|(_, value)| *value)) / n;
    // Step i (from 0) is in every value from it on.
    let mut later = n;
    let mut seen = known.iter().peekable();
    let mut steps = 0.0;
    for t in 0..=known.last()?.0 {
        steps += later * later;
        while seen.peek().is_some_and(|(at, _)| *at == t) {
            seen.next();
            later -= 1.0;
        }
    }
    let spread = variance + fit.step * steps / (n * n) + fit.noise / n;
    (spread > 0.0).then(|| (mean - level) / spread.sqrt()).filter(|distance| distance.is_finite())
}

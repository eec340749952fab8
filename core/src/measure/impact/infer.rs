//! From draws to answers: means, intervals and tails of what would have happened.

use super::frame::{Frame, Standard};
use super::gibbs::{Sample, suggested_burn};
use super::report::{ImpactCoefficient, ImpactEffect, ImpactPeriod, ImpactPoint};
use crate::measure::IntervalEstimate;
use crate::stats::summary::{count, sum};

/// Columns looked at together, so that a row of draws is read in whole lines of memory.
const BLOCK: usize = 8;
/// Share of draws with a prediction of the other sign from which on a ratio to it means nothing.
const MOST_CROSSING: f64 = 0.001;

/// The ends of an interval, by linear interpolation between ranks (type 7); the values are left in another order.
pub(super) fn ends(values: &mut [f64], interval: f64) -> (f64, f64) {
    let tail = 0.5 - 0.5 * interval;
    let n = values.len();
    if n < 2 {
        let value = values.first().copied().unwrap_or(0.0);
        return (value, value);
    }
    let last = count(n - 1);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the sample")]
    let split = |p: f64| {
        let place = last * p;
        let below = (place.floor() as usize).min(n - 2);
        (below, place - count(below))
    };
    let between = |low: f64, high: f64, share: f64| low + share * (high - low);
    let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
    let ((a, share_a), (b, share_b)) = (split(tail), split(1.0 - tail));
    let (_, low, above) = values.select_nth_unstable_by(a, f64::total_cmp);
    let low = between(*low, least(above), share_a);
    if b <= a {
        return (low, low);
    }
    let (_, high, above) = above.select_nth_unstable_by(b - a - 1, f64::total_cmp);
    let high = between(*high, least(above), share_b);
    (low, high)
}

/// Mean and deviation of draws.
fn spread(values: &[f64]) -> (f64, f64) {
    let n = count(values.len());
    let mean = sum(values.iter().copied()) / n;
    let squares = sum(values.iter().map(|value| (value - mean) * (value - mean)));
    (mean, (squares / (n - 1.0)).sqrt())
}

/// The error of the mean of draws that depend on those before, from the means of √n batches.
fn batch_error(draws: &[f64]) -> f64 {
    let mut batches = 1;
    while (batches + 1) * (batches + 1) <= draws.len() {
        batches += 1;
    }
    let means: Vec<f64> = draws
        .chunks_exact(draws.len() / batches)
        .map(|batch| sum(batch.iter().copied()) / count(batch.len()))
        .collect();
    spread(&means).1 / count(means.len()).sqrt()
}

/// An estimate from draws.
pub(super) fn estimate(values: &mut [f64], interval: f64) -> IntervalEstimate {
    let (value, error) = spread(values);
    let (low, high) = ends(values, interval);
    IntervalEstimate { value, standard_error: Some(error), low: Some(low), high: Some(high) }
}

/// What the draws say of the period after, as a whole.
#[derive(Debug)]
pub(super) struct Totals {
    pub(super) average: ImpactEffect,
    pub(super) cumulative: ImpactEffect,
    pub(super) relative: Option<IntervalEstimate>,
    pub(super) tail: f64,
    pub(super) burn: usize,
    /// Monte Carlo error of the average.
    pub(super) noise: f64,
}

/// Rows judged: from the intervention on, with an outcome.
pub(super) fn judged(frame: &Frame) -> Vec<usize> {
    (frame.post..frame.y.len()).filter(|t| !frame.y[*t].is_nan()).collect()
}

/// Sums over the period after.
pub(super) fn totals(
    frame: &Frame,
    standard: &Standard,
    sample: &Sample,
    burn_in: Option<usize>,
    interval: f64,
) -> Totals {
    let rows = judged(frame);
    let n = count(rows.len());
    let points = sample.points;
    let burn = burn_in.unwrap_or_else(|| suggested_burn(&sample.likelihood));
    let base = n * standard.centre;
    // Sum over the rows of each draw, in the unit of the outcome.
    let of = |draws: &[f64]| -> Vec<f64> {
        draws[burn * points..]
            .chunks_exact(points)
            .map(|draw| base + standard.scale * rows.iter().map(|t| draw[*t]).sum::<f64>())
            .collect()
    };
    let (signal, mut response) = (of(&sample.signal), of(&sample.response));
    let kept = count(response.len());
    let actual = sum(rows.iter().map(|t| frame.y[*t]));
    let predicted = sum(signal.iter().copied()) / kept;
    let above = response.iter().filter(|sum| **sum >= actual).count() + 1;
    let below = response.iter().filter(|sum| **sum <= actual).count() + 1;
    let tail = count(above.min(below)) / (kept + 1.0);
    let noise = batch_error(&signal) / n;
    let (_, error) = spread(&response);
    let crossing = response.iter().filter(|sum| **sum * predicted <= 0.0).count();
    let relative = (count(crossing) <= MOST_CROSSING * kept && predicted != 0.0).then(|| {
        let mut ratios: Vec<f64> =
            response.iter().filter(|sum| **sum != 0.0).map(|sum| actual / sum - 1.0).collect();
        estimate(&mut ratios, interval)
    });
    let relative =
        relative.filter(|found| found.value.is_finite() && found.standard_error.is_some_and(f64::is_finite));
    let (low, high) = ends(&mut response, interval);
    let scaled = |by: f64| ImpactEffect {
        actual: actual / by,
        predicted: IntervalEstimate {
            value: predicted / by,
            standard_error: Some(error / by),
            low: Some(low / by),
            high: Some(high / by),
        },
        effect: IntervalEstimate {
            value: (actual - predicted) / by,
            standard_error: Some(error / by),
            low: Some((actual - high) / by),
            high: Some((actual - low) / by),
        },
    };
    Totals { average: scaled(n), cumulative: scaled(1.0), relative, tail, burn, noise }
}

/// Actual and predicted, row by row.
pub(super) fn series(
    frame: &Frame,
    standard: &Standard,
    sample: &Sample,
    burn: usize,
    interval: f64,
) -> Vec<ImpactPoint> {
    let points = sample.points;
    let kept = sample.likelihood.len() - burn;
    let mut means = vec![0.0; points];
    for draw in sample.signal[burn * points..].chunks_exact(points) {
        for (mean, value) in means.iter_mut().zip(draw) {
            *mean += value;
        }
    }
    let mut made = Vec::with_capacity(points);
    let mut buffers = vec![vec![0.0; kept]; BLOCK];
    let mut running = vec![0.0; kept];
    let mut scratch = vec![0.0; kept];
    let (mut effects, mut seen) = (0.0, false);
    for block in (0..points).step_by(BLOCK) {
        let width = BLOCK.min(points - block);
        for (place, draw) in sample.response[burn * points..].chunks_exact(points).enumerate() {
            for (buffer, value) in buffers.iter_mut().zip(&draw[block..block + width]) {
                buffer[place] = *value;
            }
        }
        for (t, values) in (block..block + width).zip(&mut buffers) {
            let back = |value: f64| standard.centre + standard.scale * value;
            let value = back(means[t] / count(kept));
            let actual = Some(frame.y[t]).filter(|actual| !actual.is_nan());
            let judged = t >= frame.post;
            let cumulative = actual.filter(|_| judged).map(|actual| {
                for (sum, draw) in running.iter_mut().zip(&*values) {
                    *sum += actual - back(*draw);
                }
                seen = true;
                effects += actual - value;
            });
            let (low, high) = ends(values, interval);
            let (low, high) = (back(low), back(high));
            let cumulative_effect = cumulative.filter(|()| seen).map(|()| {
                scratch.copy_from_slice(&running);
                let (low, high) = ends(&mut scratch, interval);
                IntervalEstimate { value: effects, standard_error: None, low: Some(low), high: Some(high) }
            });
            made.push(ImpactPoint {
                time: frame.times[t].clone(),
                period: match t {
                    t if t < frame.pre => ImpactPeriod::Pre,
                    t if t < frame.post => ImpactPeriod::Gap,
                    _ => ImpactPeriod::Post,
                },
                actual,
                predicted: IntervalEstimate { value, standard_error: None, low: Some(low), high: Some(high) },
                effect: actual.map(|actual| IntervalEstimate {
                    value: actual - value,
                    standard_error: None,
                    low: Some(actual - high),
                    high: Some(actual - low),
                }),
                cumulative_effect,
            });
        }
    }
    made
}

/// What each control does.
pub(super) fn coefficients(
    names: &[String],
    standard: &Standard,
    sample: &Sample,
    burn: usize,
    interval: f64,
) -> Vec<ImpactCoefficient> {
    let width = names.len() + 1;
    names
        .iter()
        .enumerate()
        .map(|(j, name)| {
            let unit = standard.scale / standard.control_scales[j];
            let mut draws: Vec<f64> = sample.coefficients[burn * width..]
                .chunks_exact(width)
                .map(|draw| unit * draw[j + 1])
                .collect();
            let inside = draws.iter().filter(|value| **value != 0.0).count();
            let positive = draws.iter().filter(|value| **value > 0.0).count();
            ImpactCoefficient {
                control: name.clone(),
                inclusion_probability: count(inside) / count(draws.len()),
                coefficient: estimate(&mut draws, interval),
                positive_probability: (inside > 0).then(|| count(positive) / count(inside)),
            }
        })
        .collect()
}

/// A deviation from draws of its variance.
pub(super) fn deviation(variances: &[f64], scale: f64, interval: f64) -> IntervalEstimate {
    let mut draws: Vec<f64> = variances.iter().map(|variance| scale * variance.sqrt()).collect();
    estimate(&mut draws, interval)
}

/// The interval by sorting everything, for tests.
#[cfg(test)]
pub(super) fn ends_by_sorting(values: &[f64], interval: f64) -> (f64, f64) {
    let sorted = crate::stats::summary::sorted(values);
    let tail = 0.5 - 0.5 * interval;
    use crate::stats::summary::quantile_sorted;
    (quantile_sorted(&sorted, tail), quantile_sorted(&sorted, 1.0 - tail))
}

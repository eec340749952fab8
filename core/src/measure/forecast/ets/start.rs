//! Where the search begins: states from the first seasons (Hyndman and others 2008, section 2.6.1), and the smoothing
//! parameters tried.

use crate::stats::linear::{Matrix, least_squares};
use crate::stats::math::{cos, sin};
use crate::stats::summary::{count, mean};

use super::form::{EtsSeason, Form};

/// The states before the first value.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct States {
    pub(crate) level: f64,
    pub(crate) trend: f64,
    /// The season of the first value first; empty without season.
    pub(crate) season: Vec<f64>,
}

/// Starting states by R's heuristic.
pub(crate) fn states(form: Form, y: &[f64], period: usize) -> States {
    let n = y.len();
    let multiplicative = form.season == EtsSeason::Multiplicative;
    let mut season = Vec::new();
    let mut adjusted = y.to_vec();
    if form.has_season() {
        season = if n < 3 * period {
            few_seasons(y, period, multiplicative)
        } else {
            classical(&y[..3 * period], period, multiplicative)
        };
        let centre = mean(&season);
        for value in &mut season {
            *value = if multiplicative { (*value / centre).max(1e-2) } else { *value - centre };
        }
        if multiplicative {
            let again = mean(&season);
            season.iter_mut().for_each(|value| *value /= again);
        }
        for (t, value) in adjusted.iter_mut().enumerate() {
            let s = season[t % period];
            *value = if multiplicative { *value / s } else { *value - s };
        }
    }
    let head = &adjusted[..n.min((2 * period).max(10))];
    if !form.has_trend() {
        return States { level: mean(head), trend: 0.0, season };
    }
    let (intercept, slope) = line(head);
    // The line starts at t = 1.
    let first = intercept;
    if form.multiplicative_trend() {
        let begin = first + slope;
        let begin = if begin > 1e-8 { begin } else { 1e-7 };
        let rate = ((first + 2.0 * slope) / begin).clamp(0.5, 2.0);
        States { level: (begin / rate).max(1e-7), trend: rate, season }
    } else {
        States { level: first, trend: slope, season }
    }
}

/// Intercept (at 0) and slope of the least-squares line through places 1, 2, ….
pub(crate) fn line(y: &[f64]) -> (f64, f64) {
    let n = count(y.len());
    let (centre, middle) = (mean(y), 0.5 * (n + 1.0));
    let (mut xy, mut xx) = (0.0, 0.0);
    for (t, value) in y.iter().enumerate() {
        let x = count(t + 1) - middle;
        xy += x * (value - centre);
        xx += x * x;
    }
    let slope = if xx > 0.0 { xy / xx } else { 0.0 };
    (centre - slope * middle, slope)
}

/// Season of a short series: one wave fitted beside a line.
fn few_seasons(y: &[f64], period: usize, multiplicative: bool) -> Vec<f64> {
    let n = y.len();
    let angle = |t: usize| 2.0 * std::f64::consts::PI * count(t + 1) / count(period);
    let ones = vec![1.0; n];
    let time: Vec<f64> = (0..n).map(|t| count(t + 1)).collect();
    let wave: Vec<f64> = (0..n).map(|t| sin(angle(t))).collect();
    let other: Vec<f64> = (0..n).map(|t| cos(angle(t))).collect();
    let columns: Vec<&[f64]> =
        if period > 2 { vec![&ones, &time, &wave, &other] } else { vec![&ones, &time, &other] };
    let (a, b) = least_squares(&Matrix::from_columns(&columns), y)
        .map_or_else(|| line(y), |fit| (fit.coefficients[0], fit.coefficients[1]));
    (0..period)
        .map(|t| {
            let value = y.get(t).copied().unwrap_or(a);
            let base = a + b * count(t + 1);
            if multiplicative { if base > 0.0 { value / base } else { 1.0 } } else { value - base }
        })
        .collect()
}

/// Season by classical decomposition: centred moving averages taken off, the rest averaged by season; centred at 0
/// or 1.
pub(crate) fn classical(y: &[f64], period: usize, multiplicative: bool) -> Vec<f64> {
    let trend = centred(y, period);
    let mut sums = vec![(0.0, 0.0); period];
    for (t, (value, trend)) in y.iter().zip(&trend).enumerate() {
        let Some(trend) = trend else { continue };
        let rest = if multiplicative { value / trend } else { value - trend };
        if rest.is_finite() {
            let entry = &mut sums[t % period];
            *entry = (entry.0 + rest, entry.1 + 1.0);
        }
    }
    let neutral = if multiplicative { 1.0 } else { 0.0 };
    let mut season: Vec<f64> = sums.iter().map(|(sum, n)| if *n > 0.0 { sum / n } else { neutral }).collect();
    let centre = mean(&season);
    for value in &mut season {
        *value = if multiplicative { *value / centre } else { *value - centre };
    }
    season
}

/// The centred moving average over a period, nothing near the ends.
pub(crate) fn centred(y: &[f64], period: usize) -> Vec<Option<f64>> {
    let n = y.len();
    let half = period / 2;
    (0..n)
        .map(|t| {
            if t < half || t + half >= n {
                return None;
            }
            let part = &y[t - half..=t + half];
            let total = if period.is_multiple_of(2) {
                let inner: f64 = part[1..part.len() - 1].iter().sum();
                inner + 0.5 * (part[0] + part[part.len() - 1])
            } else {
                part.iter().sum()
            };
            Some(total / count(period))
        })
        .collect()
}

/// Smoothing parameters from which the search starts, as shares of their ranges: α, β, γ, φ.
pub(crate) const STARTS: [[f64; 4]; 6] = [
    [0.50, 0.10, 0.10, 0.90],
    [0.15, 0.10, 0.30, 0.70],
    [0.85, 0.05, 0.10, 0.90],
    [0.30, 0.03, 0.60, 0.95],
    [0.95, 0.90, 0.50, 0.30],
    [0.05, 0.50, 0.05, 0.50],
];

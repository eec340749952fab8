//! The recursion of Holt (1957) and Winters (1960) with starting values from the first two seasons, fitted by least
//! squares, as R's `stats::HoltWinters`.
//!
//! With p = l + b: l = αx ∘ s + (1 − α)p, b = β(l − l′) + (1 − β)b, s = γx ∘ l + (1 − γ)s, where ∘ takes off by
//! subtraction or division. Without a season it is Holt's method, from the second value on.

use crate::Rng;
use crate::stats::math::{asin, sin};
use crate::stats::optimum::nelder_mead;
use crate::stats::summary::count;

use super::ets::start::{centred, classical, line};

/// Weights held instead of estimated.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct HeldWeights {
    pub(crate) alpha: Option<f64>,
    pub(crate) beta: Option<f64>,
    pub(crate) gamma: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct HoltWinters {
    pub(crate) alpha: f64,
    pub(crate) beta: f64,
    /// Nothing without a season.
    pub(crate) gamma: Option<f64>,
    pub(crate) level: f64,
    pub(crate) trend: f64,
    /// Seasons of the steps to come.
    pub(crate) season: Vec<f64>,
    pub(crate) times: bool,
    pub(crate) squares: f64,
    pub(crate) deviation: f64,
    pub(crate) fitted: Vec<f64>,
}

struct Start {
    level: f64,
    trend: f64,
    season: Vec<f64>,
    /// First value that is forecast.
    from: usize,
}

/// Fits; nothing where shares are asked for and the values allow none.
pub(crate) fn fit(y: &[f64], period: usize, times: bool, held: HeldWeights) -> Option<HoltWinters> {
    let seasonal = period > 1;
    let start = if seasonal {
        let head = &y[..2 * period];
        let trend: Vec<f64> = centred(head, period).into_iter().flatten().collect();
        let (level, slope) = line(&trend);
        Start { level, trend: slope, season: classical(head, period, times), from: period }
    } else {
        Start { level: y[1], trend: y[1] - y[0], season: Vec::new(), from: 2 }
    };
    if times && start.season.iter().any(|value| !(*value > 0.0)) {
        return None;
    }
    let mut spare = Vec::new();
    let mut best: Option<(f64, [f64; 3])> = None;
    for begin in [[0.3, 0.1, 0.1], [0.7, 0.02, 0.6], [0.1, 0.05, 0.9], [0.9, 0.5, 0.2]] {
        let weights = |x: &[f64]| {
            let mut next = x.iter().map(|u| {
                let wave = sin(*u);
                wave * wave
            });
            let mut one = |held: Option<f64>, wanted: bool| match held {
                Some(value) => value,
                None if wanted => next.next().unwrap_or(0.0),
                None => 0.0,
            };
            [one(held.alpha, true), one(held.beta, true), one(held.gamma, seasonal)]
        };
        let free: Vec<f64> =
            [(held.alpha, begin[0], true), (held.beta, begin[1], true), (held.gamma, begin[2], seasonal)]
                .into_iter()
                .filter(|(held, _, wanted)| held.is_none() && *wanted)
                .map(|(_, value, _)| asin(f64::sqrt(value)))
                .collect();
        let mut at = free.clone();
        let mut value = f64::INFINITY;
        // A simplex that has become flat is set up again.
        for _ in 0..3 {
            let steps = vec![0.2; at.len()];
            let found = nelder_mead(&at, &steps, 1e-13, 600, |x| {
                pass(y, &start, weights(x), times, &mut spare, None).0
            });
            at = found.at;
            value = found.value;
            if at.is_empty() {
                value = pass(y, &start, weights(&at), times, &mut spare, None).0;
                break;
            }
        }
        if value.is_finite() && best.is_none_or(|(known, _)| value < known * (1.0 - 1e-12)) {
            best = Some((value, weights(&at)));
        }
        if free.is_empty() {
            break;
        }
    }
    let (squares, weights) = best?;
    let mut fitted = vec![f64::NAN; y.len()];
    let (_, level, trend) = pass(y, &start, weights, times, &mut spare, Some(&mut fitted));
    let values = y.len() - start.from;
    let used = if seasonal { 3.0 } else { 2.0 };
    let season = if seasonal { spare[spare.len() - period..].to_vec() } else { Vec::new() };
    Some(HoltWinters {
        alpha: weights[0],
        beta: weights[1],
        gamma: seasonal.then_some(weights[2]),
        level,
        trend,
        season,
        times,
        squares,
        deviation: (squares / (count(values) - used).max(1.0)).sqrt(),
        fitted,
    })
}

/// Sum of squared errors, last level and trend; `season` is left with all seasons.
fn pass(
    y: &[f64],
    start: &Start,
    [alpha, beta, gamma]: [f64; 3],
    times: bool,
    season: &mut Vec<f64>,
    mut fitted: Option<&mut [f64]>,
) -> (f64, f64, f64) {
    season.clear();
    season.extend(&start.season);
    let seasonal = !start.season.is_empty();
    let (mut level, mut trend, mut squares) = (start.level, start.trend, 0.0);
    for (t, x) in y.iter().enumerate().skip(start.from) {
        let s = if seasonal {
            season[t - start.from]
        } else if times {
            1.0
        } else {
            0.0
        };
        let next = level + trend;
        let forecast = if times { next * s } else { next + s };
        let error = x - forecast;
        squares += error * error;
        if let Some(fitted) = fitted.as_deref_mut() {
            fitted[t] = forecast;
        }
        let before = level;
        level = alpha * (if times { x / s } else { x - s }) + (1.0 - alpha) * next;
        trend = beta * (level - before) + (1.0 - beta) * trend;
        if seasonal {
            season.push(gamma * (if times { x / level } else { x - level }) + (1.0 - gamma) * s);
        }
    }
    (if squares.is_finite() { squares } else { f64::INFINITY }, level, trend)
}

impl HoltWinters {
    pub(crate) fn points(&self, horizon: usize) -> Vec<f64> {
        (0..horizon)
            .map(|h| {
                let line = self.level + count(h + 1) * self.trend;
                match self.season.get(h % self.season.len().max(1)) {
                    Some(season) if self.times => line * season,
                    Some(season) => line + season,
                    None => line,
                }
            })
            .collect()
    }

    pub(crate) fn draw(&self, rng: &mut Rng, path: &mut [f64], season: &mut Vec<f64>) {
        season.clear();
        season.extend(&self.season);
        let (mut level, mut trend) = (self.level, self.trend);
        for (h, cell) in path.iter_mut().enumerate() {
            let place = if season.is_empty() { 0 } else { h % season.len() };
            let s = season.get(place).copied().unwrap_or(if self.times { 1.0 } else { 0.0 });
            let next = level + trend;
            let forecast = if self.times { next * s } else { next + s };
            let error = self.deviation * rng.normal();
            *cell = forecast + error;
            let before = level;
            let far = |value: f64| if value.abs() < 1e-9 { 1e-9 } else { value };
            level = next + self.alpha * if self.times { error / far(s) } else { error };
            trend = self.beta * (level - before) + (1.0 - self.beta) * trend;
            if let (Some(gamma), Some(cell_season)) = (self.gamma, season.get_mut(place)) {
                let rest = if self.times { *cell / far(level) } else { *cell - level };
                *cell_season = gamma * rest + (1.0 - gamma) * s;
            }
        }
    }
}

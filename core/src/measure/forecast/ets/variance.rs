//! Forecasts from the last states, their exact variances where a formula is known, and simulated paths.
//!
//! Source: Hyndman, Koehler, Ord and Snyder (2008), chapter 6: class 1 (errors, trend and season added), class 2
//! (errors shares, trend and season added), class 3 (errors and season shares, trend added).

use crate::Rng;
use crate::stats::math::pow;
use crate::stats::summary::count;

use super::fit::Fit;
use super::form::{EtsError, EtsSeason, EtsTrend};

/// How the variance of a form is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Additive,
    Shares,
    SeasonalShares,
    Simulated,
}

pub(crate) fn class(fit: &Fit) -> Class {
    let form = fit.form;
    if form.multiplicative_trend() {
        Class::Simulated
    } else if form.linear() {
        if form.error == EtsError::Additive { Class::Additive } else { Class::Shares }
    } else if form.error == EtsError::Multiplicative {
        Class::SeasonalShares
    } else {
        Class::Simulated
    }
}

/// φ + φ² + … + φʰ.
fn damping(phi: f64, h: usize) -> f64 {
    let (mut power, mut total) = (1.0, 0.0);
    for _ in 0..h {
        power *= phi;
        total += power;
    }
    total
}

/// The forecasts: what the recursion gives without further errors.
pub(crate) fn points(fit: &Fit, horizon: usize) -> Vec<f64> {
    let last = &fit.last;
    let phi = fit.smooth.phi;
    let (mut level, mut trend) = (last.level, last.trend);
    (0..horizon)
        .map(|h| {
            match fit.form.trend {
                EtsTrend::None => {}
                EtsTrend::Additive | EtsTrend::AdditiveDamped => {
                    trend *= phi;
                    level += trend;
                }
                EtsTrend::Multiplicative | EtsTrend::MultiplicativeDamped => {
                    trend = if phi == 1.0 { trend } else { pow(trend, phi) };
                    level *= trend;
                }
            }
            match fit.form.season {
                EtsSeason::None => level,
                EtsSeason::Additive => level + last.season[h % fit.period],
                EtsSeason::Multiplicative => level * last.season[h % fit.period],
            }
        })
        .collect()
}

/// Mean and variance of each forecast by formula; nothing where there is none.
pub(crate) fn moments(fit: &Fit, horizon: usize) -> Option<(Vec<f64>, Vec<f64>)> {
    let sigma2 = fit.variance;
    let means = points(fit, horizon);
    match class(fit) {
        Class::Simulated => None,
        Class::Additive => {
            let weights = weights(fit, horizon);
            let mut total = 0.0;
            let variances = (0..horizon)
                .map(|h| {
                    if h > 0 {
                        total += weights[h - 1] * weights[h - 1];
                    }
                    sigma2 * (1.0 + total)
                })
                .collect();
            Some((means, variances))
        }
        Class::Shares => {
            let weights = weights(fit, horizon);
            let mut theta: Vec<f64> = Vec::with_capacity(horizon);
            for h in 0..horizon {
                let mut sum = 0.0;
                for j in 0..h {
                    sum += weights[j] * weights[j] * theta[h - 1 - j];
                }
                theta.push(means[h] * means[h] + sigma2 * sum);
            }
            let variances =
                theta.iter().zip(&means).map(|(theta, mean)| (1.0 + sigma2) * theta - mean * mean).collect();
            Some((means, variances))
        }
        Class::SeasonalShares => {
            // The season of a place is renewed once a period, so within the first period it is known and the
            // variance is that of the level; over longer horizons the seasons grow uncertain by γ.
            Some(seasonal_shares(fit, horizon))
        }
    }
}

/// c₁, c₂, …: what an error now adds to the forecasts of later values.
fn weights(fit: &Fit, horizon: usize) -> Vec<f64> {
    let smooth = fit.smooth;
    (1..horizon.max(1))
        .map(|j| {
            let mut weight = smooth.alpha;
            if fit.form.has_trend() {
                weight += smooth.beta * damping_from_one(smooth.phi, j);
            }
            if fit.form.has_season() && j % fit.period == 0 {
                weight += smooth.gamma;
            }
            weight
        })
        .collect()
}

/// Growth in j steps of a trend changed now: φ + … + φʲ, j without damping.
fn damping_from_one(phi: f64, j: usize) -> f64 {
    if phi == 1.0 { count(j) } else { damping(phi, j) }
}

/// Means and variances of class 3 by the recursion of the second moments of level, trend and season.
///
/// The value at h is (l + φb) s (1 + ε). Level and trend go on by errors that are shares of l + φb, a season by errors
/// that are shares of itself, both by the same error when the season has its turn. Seasons of different places meet
/// different errors; the errors they share with the level are what the recursion follows: for each season i the
/// vector v = (l, b) sᵢ and its second moments.
fn seasonal_shares(fit: &Fit, horizon: usize) -> (Vec<f64>, Vec<f64>) {
    let smooth = fit.smooth;
    let sigma2 = fit.variance;
    let has_trend = fit.form.has_trend();
    let phi = if has_trend { smooth.phi } else { 0.0 };
    let beta = if has_trend { smooth.beta } else { 0.0 };
    // x' = (A + ε B) x for x = (l, b); s' = (1 + ε γ) s in its turn.
    let a = [[1.0, phi], [0.0, phi]];
    let b = [[smooth.alpha, smooth.alpha * phi], [beta, beta * phi]];
    let start = [fit.last.level, if has_trend { fit.last.trend } else { 0.0 }];
    let (mut means, mut variances) = (Vec::with_capacity(horizon), Vec::with_capacity(horizon));
    let period = fit.period;
    for h in 0..horizon {
        let season = fit.last.season[h % period];
        // First and second moments of x s, through the steps before h.
        let mut first = [start[0] * season, start[1] * season];
        let mut second =
            [[first[0] * first[0], first[0] * first[1]], [first[1] * first[0], first[1] * first[1]]];
        for step in 0..h {
            let gamma = if step % period == h % period { smooth.gamma } else { 0.0 };
            // (A + εB)(1 + εγ) = A + ε(B + γA) + ε²γB.
            let mut c = [[0.0; 2]; 2];
            let mut d = [[0.0; 2]; 2];
            for i in 0..2 {
                for j in 0..2 {
                    c[i][j] = b[i][j] + gamma * a[i][j];
                    d[i][j] = gamma * b[i][j];
                }
            }
            let mean = |m: &[[f64; 2]; 2], v: &[f64; 2]| {
                [m[0][0] * v[0] + m[0][1] * v[1], m[1][0] * v[0] + m[1][1] * v[1]]
            };
            let both = |m: &[[f64; 2]; 2], v: &[[f64; 2]; 2], n: &[[f64; 2]; 2]| {
                let mut out = [[0.0; 2]; 2];
                for i in 0..2 {
                    for j in 0..2 {
                        for k in 0..2 {
                            for l in 0..2 {
                                out[i][j] += m[i][k] * v[k][l] * n[j][l];
                            }
                        }
                    }
                }
                out
            };
            let (along, extra) = (mean(&a, &first), mean(&d, &first));
            first = [along[0] + sigma2 * extra[0], along[1] + sigma2 * extra[1]];
            // E ε² = σ², E ε⁴ = 3σ⁴.
            let parts = [
                (1.0, both(&a, &second, &a)),
                (sigma2, both(&c, &second, &c)),
                (sigma2, both(&a, &second, &d)),
                (sigma2, both(&d, &second, &a)),
                (3.0 * sigma2 * sigma2, both(&d, &second, &d)),
            ];
            second = [[0.0; 2]; 2];
            for (factor, part) in parts {
                for i in 0..2 {
                    for j in 0..2 {
                        second[i][j] += factor * part[i][j];
                    }
                }
            }
        }
        let mean = first[0] + phi * first[1];
        let square = second[0][0] + phi * (second[0][1] + second[1][0]) + phi * phi * second[1][1];
        means.push(mean);
        variances.push(((1.0 + sigma2) * square - mean * mean).max(0.0));
    }
    (means, variances)
}

/// Adds one simulated path to `path`, drawing the errors from a normal distribution.
pub(crate) fn simulate(fit: &Fit, rng: &mut Rng, path: &mut [f64], season: &mut Vec<f64>) {
    let smooth = fit.smooth;
    let deviation = fit.variance.sqrt();
    let (mut level, mut trend) = (fit.last.level, fit.last.trend);
    season.clear();
    season.extend(&fit.last.season);
    let form = fit.form;
    for (h, cell) in path.iter_mut().enumerate() {
        let (phib, q) = match form.trend {
            EtsTrend::None => (0.0, level),
            EtsTrend::Additive | EtsTrend::AdditiveDamped => (smooth.phi * trend, level + smooth.phi * trend),
            _ => {
                let phib = if smooth.phi == 1.0 { trend } else { pow(trend.max(1e-9), smooth.phi) };
                (phib, level * phib)
            }
        };
        let place = if season.is_empty() { 0 } else { h % season.len() };
        let s = season.get(place).copied().unwrap_or(0.0);
        let f = match form.season {
            EtsSeason::None => q,
            EtsSeason::Additive => q + s,
            EtsSeason::Multiplicative => q * s,
        };
        let draw = deviation * rng.normal();
        // A share below −1 would turn the sign of everything that follows.
        let e = if form.error == EtsError::Multiplicative { f * draw.max(-0.999) } else { draw };
        *cell = f + e;
        let d = if form.season == EtsSeason::Multiplicative { e / nonzero(s) } else { e };
        match form.trend {
            EtsTrend::None => {}
            EtsTrend::Additive | EtsTrend::AdditiveDamped => trend = phib + smooth.beta * d,
            _ => trend = (phib + smooth.beta * d / nonzero(level)).clamp(1e-3, 1e3),
        }
        level = q + smooth.alpha * d;
        match form.season {
            EtsSeason::None => {}
            EtsSeason::Additive => season[place] = s + smooth.gamma * e,
            EtsSeason::Multiplicative => season[place] = s + smooth.gamma * e / nonzero(q),
        }
    }
}

fn nonzero(value: f64) -> f64 {
    if value.abs() < 1e-9 { 1e-9_f64.copysign(value) } else { value }
}

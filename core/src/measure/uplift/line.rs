//! Correlations, lines and the binomial logit of two columns.

use super::rates::{standard, wald};
use super::relate_report::{CorrelationEstimate, RateLine, RateLogit};
use crate::measure::IntervalEstimate;
use crate::stats::distribution::{normal_sf, t_quantile, t_two_sided};
use crate::stats::math::{atanh, logistic, tanh};
use crate::stats::summary::{count, sum};

/// Steps of Newton's method for the logit; it needs about six.
const MOST_STEPS: u32 = 60;

/// A row: use, rate, weight, won, closed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) weight: f64,
    pub(super) won: f64,
    pub(super) closed: f64,
}

/// Weighted sums about the means.
struct Moments {
    mean_x: f64,
    mean_y: f64,
    xx: f64,
    xy: f64,
    yy: f64,
    weight: f64,
}

fn moments(points: &[(f64, f64, f64)]) -> Moments {
    let over = |f: &dyn Fn(f64, f64) -> f64| sum(points.iter().map(|(x, y, w)| w * f(*x, *y)));
    let weight = over(&|_, _| 1.0);
    let (mean_x, mean_y) = (over(&|x, _| x) / weight, over(&|_, y| y) / weight);
    Moments {
        mean_x,
        mean_y,
        xx: over(&|x, _| (x - mean_x) * (x - mean_x)),
        xy: over(&|x, y| (x - mean_x) * (y - mean_y)),
        yy: over(&|_, y| (y - mean_y) * (y - mean_y)),
        weight,
    }
}

/// Pearson's correlation of at least four points.
pub(super) fn pearson(x: &[f64], y: &[f64], level: f64, of_ranks: bool) -> Option<CorrelationEstimate> {
    let points: Vec<(f64, f64, f64)> = x.iter().zip(y).map(|(x, y)| (*x, *y, 1.0)).collect();
    let m = moments(&points);
    let r = (m.xy / (m.xx.sqrt() * m.yy.sqrt())).clamp(-1.0, 1.0);
    let n = count(points.len());
    if !r.is_finite() || n < 4.0 {
        return None;
    }
    let t = r * ((n - 2.0) / ((1.0 - r) * (1.0 + r))).sqrt();
    let p_value = if t.is_finite() { t_two_sided(t, n - 2.0) } else { 0.0 };
    let spread = if of_ranks { 1.0 + 0.5 * r * r } else { 1.0 };
    let half = standard(level) * (spread / (n - 3.0)).sqrt();
    let end = |sign: f64| if r.abs() == 1.0 { r } else { tanh(atanh(r) + sign * half) };
    let coefficient =
        IntervalEstimate { value: r, standard_error: None, low: Some(end(-1.0)), high: Some(end(1.0)) };
    Some(CorrelationEstimate { coefficient, p_value })
}

/// Ranks from 1, those of equal values averaged.
pub(super) fn ranks(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    values
        .iter()
        .map(|x| {
            let (below, upto) = (sorted.partition_point(|y| y < x), sorted.partition_point(|y| y <= x));
            0.5 * (count(below) + count(upto) + 1.0)
        })
        .collect()
}

/// The line through points, each with its weight; nothing if use or weight leaves nothing to fit.
pub(super) fn line(points: &[Point], weighted: bool, level: f64) -> Option<RateLine> {
    let rows: Vec<(f64, f64, f64)> = points
        .iter()
        .map(|p| (p.x, p.y, if weighted { p.weight } else { 1.0 }))
        .filter(|(_, _, weight)| *weight > 0.0)
        .collect();
    let (m, freedom) = (moments(&rows), count(rows.len()) - 2.0);
    if freedom < 1.0 || !(m.xx > 0.0) {
        return None;
    }
    let slope = m.xy / m.xx;
    let intercept = m.mean_y - slope * m.mean_x;
    let rest = sum(rows.iter().map(|(x, y, w)| {
        let e = (y - m.mean_y) - slope * (x - m.mean_x);
        w * e * e
    }));
    let variance = rest / freedom;
    let (slope_error, quantile) = ((variance / m.xx).sqrt(), t_quantile(0.5 + 0.5 * level, freedom));
    let intercept_error = (variance * (1.0 / m.weight + m.mean_x * m.mean_x / m.xx)).sqrt();
    let t = slope / slope_error;
    let made = RateLine {
        intercept: wald(intercept, intercept_error, quantile),
        slope: wald(slope, slope_error, quantile),
        slope_p_value: if slope_error > 0.0 { t_two_sided(t, freedom) } else { 0.0 },
        r_squared: if m.yy > 0.0 { (1.0 - rest / m.yy).clamp(0.0, 1.0) } else { 0.0 },
    };
    (slope.is_finite() && intercept.is_finite() && slope_error.is_finite()).then_some(made)
}

/// The binomial logit by Newton's method (iterated weighted least squares); nothing if there is no finite optimum.
pub(super) fn logit(points: &[Point], level: f64) -> Option<RateLogit> {
    let rows: Vec<(f64, f64, f64)> =
        points.iter().filter(|p| p.closed > 0.0).map(|p| (p.x, p.won / p.closed, p.closed)).collect();
    let m = moments(&rows);
    // Use in units of its own spread, so that the step does not depend on the scale.
    let scale = (m.xx / m.weight).sqrt();
    if rows.len() < 3 || !(scale > 0.0) || !(m.mean_y > 0.0 && m.mean_y < 1.0) {
        return None;
    }
    let (mut a, mut b) = (crate::stats::math::ln(m.mean_y / (1.0 - m.mean_y)), 0.0);
    let mut last = f64::INFINITY;
    for _ in 0..MOST_STEPS {
        let (gradient, information) = slopes(&rows, m.mean_x, scale, a, b);
        let [va, vab, vb] = information;
        let determinant = va * vb - vab * vab;
        if !(determinant > 0.0) {
            return None;
        }
        let step = [
            (vb * gradient[0] - vab * gradient[1]) / determinant,
            (va * gradient[1] - vab * gradient[0]) / determinant,
        ];
        a += step[0];
        b += step[1];
        if a.abs() > 40.0 || b.abs() > 40.0 {
            return None;
        }
        let size = step[0].abs() + step[1].abs();
        if size < 1e-14 || (size < 1e-9 && size >= last) {
            break;
        }
        last = size;
    }
    if last > 1e-6 {
        return None;
    }
    let (_, [va, vab, vb]) = slopes(&rows, m.mean_x, scale, a, b);
    let determinant = va * vb - vab * vab;
    let (caa, cab, cbb) = (vb / determinant, -vab / determinant, va / determinant);
    let shift = m.mean_x / scale;
    let intercept_error = (caa - 2.0 * shift * cab + shift * shift * cbb).max(0.0).sqrt();
    let slope_error = cbb.sqrt() / scale;
    let chi2 = sum(rows.iter().map(|(x, y, n)| {
        let p = logistic(a + b * (x - m.mean_x) / scale);
        n * (y - p) * (y - p) / (p * (1.0 - p))
    }));
    let (slope, z) = (b / scale, standard(level));
    let made = RateLogit {
        intercept: wald(a - b * shift, intercept_error, z),
        slope: wald(slope, slope_error, z),
        slope_p_value: 2.0 * normal_sf((slope / slope_error).abs()),
        dispersion: chi2 / (count(rows.len()) - 2.0),
    };
    (slope_error.is_finite() && slope_error > 0.0 && made.dispersion.is_finite()).then_some(made)
}

/// Gradient and information of the logit.
fn slopes(rows: &[(f64, f64, f64)], centre: f64, scale: f64, a: f64, b: f64) -> ([f64; 2], [f64; 3]) {
    let each: Vec<(f64, f64, f64)> = rows
        .iter()
        .map(|(x, y, n)| {
            let x = (x - centre) / scale;
            let p = logistic(a + b * x);
            (x, n * (y - p), n * p * (1.0 - p))
        })
        .collect();
    let over = |f: &dyn Fn(f64, f64, f64) -> f64| sum(each.iter().map(|(x, g, w)| f(*x, *g, *w)));
    (
        [over(&|_, g, _| g), over(&|x, g, _| x * g)],
        [over(&|_, _, w| w), over(&|x, _, w| x * w), over(&|x, _, w| x * x * w)],
    )
}

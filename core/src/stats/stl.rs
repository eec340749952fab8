//! Local regression and the decomposition of seasonal series by it.
//!
//! Source: Cleveland, Cleveland, McRae and Terpenning, *STL: A Seasonal-Trend Decomposition Procedure Based on Loess*,
//! Journal of Official Statistics 6 (1990). The defaults are those of R's `stats::stl`: seasonal smoother of degree 0,
//! trend and low-pass of degree 1, every tenth of a window computed and joined by straight lines, two inner passes,
//! or one inner and 15 outer passes when robust.

use super::summary::count;

/// A local regression: width of its window, degree 0 or 1, distance of the points that are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Smoother {
    pub(crate) window: usize,
    pub(crate) degree: u8,
    pub(crate) jump: usize,
}

impl Smoother {
    pub(crate) fn new(window: usize, degree: u8) -> Self {
        Self { window, degree, jump: window.div_ceil(10) }
    }
}

/// What [`stl`] is to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct StlPlan {
    pub(crate) period: usize,
    pub(crate) seasonal: Smoother,
    pub(crate) trend: Smoother,
    pub(crate) low: Smoother,
    pub(crate) inner: u32,
    pub(crate) outer: u32,
    /// The season is made the same in each period at the end.
    pub(crate) periodic: bool,
}

impl StlPlan {
    /// The plan of R's `stl`; no seasonal window: the same season in each period.
    pub(crate) fn new(
        n: usize,
        period: usize,
        seasonal: Option<usize>,
        trend: Option<usize>,
        robust: bool,
    ) -> Self {
        let periodic = seasonal.is_none();
        let seasonal = Smoother::new(seasonal.unwrap_or(10 * n + 1), 0);
        let width = trend.unwrap_or_else(|| {
            let wide = 1.5 * count(period) / (1.0 - 1.5 / count(seasonal.window));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small width")]
            let wide = wide.ceil() as usize;
            next_odd(wide)
        });
        Self {
            period,
            seasonal,
            trend: Smoother::new(width, 1),
            low: Smoother::new(next_odd(period), 1),
            inner: if robust { 1 } else { 2 },
            outer: if robust { 15 } else { 0 },
            periodic,
        }
    }
}

fn next_odd(width: usize) -> usize {
    width + usize::from(width.is_multiple_of(2))
}

/// A series taken apart: series = seasonal + trend + remainder.
#[derive(Debug, Clone)]
pub(crate) struct StlParts {
    pub(crate) seasonal: Vec<f64>,
    pub(crate) trend: Vec<f64>,
    /// How much each value counts, 0 to 1; all 1 unless robust.
    pub(crate) weights: Vec<f64>,
}

/// Takes a series of at least two periods apart.
///
/// # Complexity
/// O(passes × n × window ÷ jump).
pub(crate) fn stl(y: &[f64], plan: &StlPlan) -> StlParts {
    let (n, period) = (y.len(), plan.period);
    let mut parts = StlParts { seasonal: vec![0.0; n], trend: vec![0.0; n], weights: vec![1.0; n] };
    let mut work = Work::new(n, period);
    let mut robust = false;
    for pass in 0..=plan.outer {
        for _ in 0..plan.inner {
            work.inner(y, plan, robust, &mut parts);
        }
        if pass < plan.outer {
            robustness(y, &parts.seasonal, &parts.trend, &mut parts.weights);
            robust = true;
        }
    }
    if plan.periodic {
        let mut totals = vec![(0.0, 0.0); period];
        for (t, value) in parts.seasonal.iter().enumerate() {
            let entry = &mut totals[t % period];
            *entry = (entry.0 + value, entry.1 + 1.0);
        }
        for (t, value) in parts.seasonal.iter_mut().enumerate() {
            let (total, values) = totals[t % period];
            *value = total / values;
        }
    }
    parts
}

struct Work {
    detrended: Vec<f64>,
    /// Smoothed sub-series with one value more at each end, interleaved.
    cycle: Vec<f64>,
    low: Vec<f64>,
    spare: Vec<f64>,
    sub: Vec<f64>,
    sub_weights: Vec<f64>,
    sub_smooth: Vec<f64>,
    kernel: Vec<f64>,
}

impl Work {
    fn new(n: usize, period: usize) -> Self {
        let most = n.div_ceil(period.max(1)) + 2;
        Self {
            detrended: vec![0.0; n],
            cycle: vec![0.0; n + 2 * period],
            low: vec![0.0; n + 2 * period],
            spare: vec![0.0; n + 2 * period],
            sub: Vec::with_capacity(most),
            sub_weights: Vec::with_capacity(most),
            sub_smooth: Vec::with_capacity(most),
            kernel: Vec::new(),
        }
    }

    fn inner(&mut self, y: &[f64], plan: &StlPlan, robust: bool, parts: &mut StlParts) {
        let (n, period) = (y.len(), plan.period);
        for ((d, y), t) in self.detrended.iter_mut().zip(y).zip(&parts.trend) {
            *d = y - t;
        }
        self.cycles(plan, robust, &parts.weights);
        // Low-pass: averages over a period twice, over three once, then a local regression.
        let long = n + 2 * period;
        moving_average(&self.cycle[..long], period, &mut self.spare);
        moving_average(&self.spare[..long - period + 1], period, &mut self.low);
        moving_average(&self.low[..n + 2], 3, &mut self.spare);
        loess(&self.spare[..n], plan.low, None, &mut self.low[..n], &mut self.kernel);
        for t in 0..n {
            parts.seasonal[t] = self.cycle[period + t] - self.low[t];
            self.spare[t] = y[t] - parts.seasonal[t];
        }
        let weights = robust.then_some(parts.weights.as_slice());
        loess(&self.spare[..n], plan.trend, weights, &mut parts.trend, &mut self.kernel);
    }

    /// Each season of the detrended series smoothed over the periods, and continued by one period at both ends.
    fn cycles(&mut self, plan: &StlPlan, robust: bool, weights: &[f64]) {
        let (n, period) = (self.detrended.len(), plan.period);
        for season in 0..period.min(n) {
            self.sub.clear();
            self.sub.extend(self.detrended.iter().skip(season).step_by(period));
            let k = self.sub.len();
            self.sub_weights.clear();
            if robust {
                self.sub_weights.extend(weights.iter().skip(season).step_by(period));
            }
            let counted = robust.then_some(self.sub_weights.as_slice());
            self.sub_smooth.clear();
            self.sub_smooth.resize(k + 2, 0.0);
            loess(&self.sub, plan.seasonal, counted, &mut self.sub_smooth[1..=k], &mut self.kernel);
            let window = plan.seasonal.window;
            let right = window.min(k);
            let before = at(&self.sub, plan.seasonal, 0.0, 1, right, counted, &mut self.kernel);
            let left = (k + 1).saturating_sub(window).max(1);
            let after = at(&self.sub, plan.seasonal, count(k + 1), left, k, counted, &mut self.kernel);
            self.sub_smooth[0] = before.unwrap_or(self.sub_smooth[1]);
            self.sub_smooth[k + 1] = after.unwrap_or(self.sub_smooth[k]);
            for (cycle, value) in self.sub_smooth.iter().enumerate() {
                self.cycle[cycle * period + season] = *value;
            }
        }
    }
}

/// The mean of each run of `width` values.
fn moving_average(x: &[f64], width: usize, out: &mut [f64]) {
    let mut total: f64 = x[..width].iter().sum();
    let length = count(width);
    out[0] = total / length;
    for i in width..x.len() {
        total = total - x[i - width] + x[i];
        out[i - width + 1] = total / length;
    }
}

/// Local regression of an evenly spaced series at each of its points.
pub(crate) fn loess(
    y: &[f64],
    smoother: Smoother,
    weights: Option<&[f64]>,
    out: &mut [f64],
    kernel: &mut Vec<f64>,
) {
    let n = y.len();
    if n < 2 {
        out[..n].copy_from_slice(y);
        return;
    }
    let window = smoother.window;
    let jump = smoother.jump.min(n - 1).max(1);
    // The first and the last point of the window of point i, counted from 1.
    let half = window.div_ceil(2);
    let bounds = |i: usize| {
        if window >= n {
            (1, n)
        } else if i < half {
            (1, window)
        } else if i > n - half {
            (n - window + 1, n)
        } else {
            (i - half + 1, window + i - half)
        }
    };
    // With jump 1 the window is not moved before the point has passed its half.
    let (mut left, mut right) = (1, window.min(n));
    let mut i = 1;
    let mut last = 1;
    loop {
        if jump == 1 && window < n {
            if i > half && right != n {
                left += 1;
                right += 1;
            }
        } else {
            (left, right) = bounds(i);
        }
        out[i - 1] = at(y, smoother, count(i), left, right, weights, kernel).unwrap_or(y[i - 1]);
        if i > 1 && jump > 1 {
            line(out, last, i);
        }
        last = i;
        i += jump;
        if i > n {
            break;
        }
    }
    if last != n {
        (left, right) = if jump == 1 { (left, right) } else { bounds(last) };
        out[n - 1] = at(y, smoother, count(n), left, right, weights, kernel).unwrap_or(y[n - 1]);
        line(out, last, n);
    }
}

/// Fills what lies between two points (counted from 1) by a straight line.
fn line(out: &mut [f64], from: usize, to: usize) {
    if to <= from + 1 {
        return;
    }
    let slope = (out[to - 1] - out[from - 1]) / count(to - from);
    for j in from + 1..to {
        out[j - 1] = out[from - 1] + slope * count(j - from);
    }
}

/// The local regression at one place, from the points `left` to `right` (counted from 1); nothing if none of them
/// counts.
fn at(
    y: &[f64],
    smoother: Smoother,
    place: f64,
    left: usize,
    right: usize,
    weights: Option<&[f64]>,
    kernel: &mut Vec<f64>,
) -> Option<f64> {
    let n = y.len();
    let range = count(n) - 1.0;
    let mut h = (place - count(left)).max(count(right) - place);
    if smoother.window > n {
        h += count((smoother.window - n) / 2);
    }
    let (far, near) = (0.999 * h, 0.001 * h);
    kernel.clear();
    let mut total = 0.0;
    for j in left..=right {
        let distance = (count(j) - place).abs();
        let weight = if distance <= far {
            let base = if distance <= near {
                1.0
            } else {
                let ratio = distance / h;
                let cube = 1.0 - ratio * ratio * ratio;
                cube * cube * cube
            };
            weights.map_or(base, |weights| weights[j - 1] * base)
        } else {
            0.0
        };
        total += weight;
        kernel.push(weight);
    }
    if !(total > 0.0) {
        return None;
    }
    kernel.iter_mut().for_each(|weight| *weight /= total);
    if h > 0.0 && smoother.degree > 0 {
        let mut centre = 0.0;
        for (weight, j) in kernel.iter().zip(left..) {
            centre += weight * count(j);
        }
        let offset = place - centre;
        let mut spread = 0.0;
        for (weight, j) in kernel.iter().zip(left..) {
            let distance = count(j) - centre;
            spread += weight * distance * distance;
        }
        if spread.sqrt() > 0.001 * range {
            let tilt = offset / spread;
            for (weight, j) in kernel.iter_mut().zip(left..) {
                *weight *= tilt * (count(j) - centre) + 1.0;
            }
        }
    }
    Some(kernel.iter().zip(&y[left - 1..right]).map(|(weight, y)| weight * y).sum())
}

/// Bisquare weights of the residuals, cut at six times their median.
fn robustness(y: &[f64], seasonal: &[f64], trend: &[f64], weights: &mut [f64]) {
    for (((w, y), s), t) in weights.iter_mut().zip(y).zip(seasonal).zip(trend) {
        *w = (y - (s + t)).abs();
    }
    let mut sizes = weights.to_vec();
    let n = sizes.len();
    let high = *sizes.select_nth_unstable_by(n / 2, f64::total_cmp).1;
    let low = *sizes.select_nth_unstable_by(n - n / 2 - 1, f64::total_cmp).1;
    let cut = 3.0 * (high + low);
    let (near, far) = (0.001 * cut, 0.999 * cut);
    for weight in weights.iter_mut() {
        *weight = if *weight <= near {
            1.0
        } else if *weight <= far {
            let ratio = *weight / cut;
            let rest = 1.0 - ratio * ratio;
            rest * rest
        } else {
            0.0
        };
    }
}

//! Level, slope and seasons together, drawn by the simulation smoother of Durbin and Koopman.

use super::draw::{DeviationPrior, Draws};
use super::level::LogProduct;
use crate::stats::summary::count;

/// A state of several numbers: level, slope if there is a trend, the last `seasons` − 1 effects of the season.
///
/// ```text
/// y(t)   = level(t) + season(t) + ε(t)
/// level  ← level + slope + η          slope ← slope + ζ
/// season ← −Σ last seasons − 1 effects + ω      only where a new season begins
/// ```
#[derive(Debug)]
pub(super) struct ManyStates {
    trend: bool,
    /// Number of seasons, 1 if there are none.
    seasons: usize,
    /// Points that a season lasts.
    duration: usize,
    start: Vec<f64>,
    start_variance: Vec<f64>,
    priors: Vec<DeviationPrior>,
    /// Variances of the steps: of the level, of the slope if there is one, of the season if there is one.
    pub(super) variances: Vec<f64>,
    /// The state as drawn, point by point.
    drawn: Vec<f64>,
    /// What the state adds to y, at each point.
    pub(super) signal: Vec<f64>,
    /// For each point: the gain times the variance ahead.
    gains: Vec<f64>,
    /// Errors of prediction and their variances.
    errors: Vec<(f64, f64)>,
}

impl ManyStates {
    pub(super) fn new(
        n: usize,
        trend: bool,
        (seasons, duration): (usize, usize),
        first: f64,
        level: DeviationPrior,
        season: DeviationPrior,
    ) -> Self {
        let size = 1 + usize::from(trend) + (seasons - 1);
        let mut start = vec![0.0; size];
        start[0] = first;
        let mut priors = vec![level];
        if trend {
            priors.push(level);
        }
        if seasons > 1 {
            priors.push(season);
        }
        Self {
            trend,
            seasons,
            duration,
            start,
            // y has a deviation of 1.
            start_variance: vec![1.0; size],
            variances: priors.iter().map(|prior| prior.guess * prior.guess).collect(),
            priors,
            drawn: vec![0.0; n * size],
            signal: vec![0.0; n],
            gains: vec![0.0; n * size],
            errors: vec![(0.0, 0.0); n],
        }
    }

    fn size(&self) -> usize {
        self.start.len()
    }

    /// Place of the newest season in the state.
    fn season(&self) -> usize {
        1 + usize::from(self.trend)
    }

    /// Whether a season begins at a point.
    fn begins(&self, t: usize) -> bool {
        self.seasons > 1 && t.is_multiple_of(self.duration)
    }

    /// What a state adds to y.
    fn observe(&self, state: &[f64]) -> f64 {
        if self.seasons > 1 { state[0] + state[self.season()] } else { state[0] }
    }

    /// The state moved to point `t` without noise.
    fn moved(&self, state: &mut [f64], t: usize) {
        if self.trend {
            state[0] += state[1];
        }
        if self.begins(t) {
            let s = self.season();
            let next = -state[s..].iter().sum::<f64>();
            state.copy_within(s..self.seasons - 2 + s, s + 1);
            state[s] = next;
        }
    }

    /// The transpose of [`ManyStates::moved`].
    fn moved_back(&self, weights: &mut [f64], t: usize) {
        if self.trend {
            weights[1] += weights[0];
        }
        if self.begins(t) {
            let s = self.season();
            let first = weights[s];
            let end = weights.len() - 1;
            for i in s..end {
                weights[i] = weights[i + 1] - first;
            }
            weights[end] = -first;
        }
    }

    /// Adds noise to the state at point `t`.
    fn shaken(&self, state: &mut [f64], t: usize, draws: &mut Draws) {
        state[0] += self.variances[0].sqrt() * draws.normal();
        if self.trend {
            state[1] += self.variances[1].sqrt() * draws.normal();
        }
        if self.begins(t) {
            let variance = self.variances[usize::from(self.trend) + 1];
            state[self.season()] += variance.sqrt() * draws.normal();
        }
    }

    /// Adds to `state` the steps that `weights` ask for: the variances of the steps times them.
    fn step(&self, state: &mut [f64], weights: &[f64], t: usize) {
        state[0] += self.variances[0] * weights[0];
        if self.trend {
            state[1] += self.variances[1] * weights[1];
        }
        if self.begins(t) {
            let s = self.season();
            state[s] += self.variances[usize::from(self.trend) + 1] * weights[s];
        }
    }

    /// The variance matrix moved to point `t`, with the variance of the steps added.
    fn spread(&self, matrix: &mut [f64], t: usize) {
        let m = self.size();
        let still = !self.trend && !self.begins(t);
        if !still {
            for row in matrix.chunks_exact_mut(m) {
                self.moved(row, t);
            }
            // The same on the other side.
            if self.trend {
                for j in 0..m {
                    matrix[j] += matrix[m + j];
                }
            }
            if self.begins(t) {
                let s = self.season();
                for j in 0..m {
                    let mut total = 0.0;
                    for i in s..m {
                        total += matrix[i * m + j];
                    }
                    for i in (s + 1..m).rev() {
                        matrix[i * m + j] = matrix[(i - 1) * m + j];
                    }
                    matrix[s * m + j] = -total;
                }
            }
        }
        matrix[0] += self.variances[0];
        if self.trend {
            matrix[m + 1] += self.variances[1];
        }
        if self.begins(t) {
            let s = self.season();
            matrix[s * m + s] += self.variances[usize::from(self.trend) + 1];
        }
    }

    /// Draws the states given `y` (not a number where missing) and the variance of the noise; gives the logarithm of the
    /// likelihood with the states integrated out.
    ///
    /// Durbin and Koopman (2002): draw a series from the model, smooth the difference to the data, add it to the states
    /// of the drawn series.
    pub(super) fn draw(&mut self, y: &[f64], noise: f64, draws: &mut Draws) -> f64 {
        let (n, m) = (y.len(), self.size());
        let deviation = noise.sqrt();
        let mut state: Vec<f64> = self.start_variance.iter().map(|v| v.sqrt() * draws.normal()).collect();
        let mut matrix = vec![0.0; m * m];
        for i in 0..m {
            matrix[i * m + i] = self.start_variance[i];
        }
        // The mean given the difference, and that given y itself, which gives the likelihood.
        let (mut mean, mut plain) = (self.start.clone(), self.start.clone());
        let mut column = vec![0.0; m];
        let (mut squares, mut determinant) = (0.0, LogProduct::new());
        for (t, value) in y.iter().enumerate() {
            if t > 0 {
                self.moved(&mut state, t);
                self.shaken(&mut state, t, draws);
                self.moved(&mut mean, t);
                self.moved(&mut plain, t);
                self.spread(&mut matrix, t);
            }
            self.drawn[t * m..(t + 1) * m].copy_from_slice(&state);
            if value.is_nan() {
                self.errors[t] = (f64::NAN, 0.0);
                continue;
            }
            for (i, entry) in column.iter_mut().enumerate() {
                *entry = self.observe(&matrix[i * m..(i + 1) * m]);
            }
            let variance = (self.observe(&column) + noise).max(noise);
            let precision = 1.0 / variance;
            let made = self.observe(&state) + deviation * draws.normal();
            let error = value - made - self.observe(&mean);
            let plain_error = value - self.observe(&plain);
            squares += plain_error * plain_error * precision;
            determinant.times(precision);
            for i in 0..m {
                let gain = column[i] * precision;
                mean[i] += gain * error;
                plain[i] += gain * plain_error;
                let row = &mut matrix[i * m..(i + 1) * m];
                for (entry, other) in row.iter_mut().zip(&column) {
                    *entry -= gain * other;
                }
            }
            self.gains[t * m..(t + 1) * m].copy_from_slice(&column);
            self.errors[t] = (error, precision);
        }
        self.smooth(n);
        0.5 * (determinant.ln() - squares)
    }

    /// Adds the smoothed difference to the states drawn.
    fn smooth(&mut self, n: usize) {
        let m = self.size();
        // weights(t): what the errors from t on ask of the state at t, backward.
        let mut all = vec![0.0; n * m];
        let mut weights = vec![0.0; m];
        for t in (0..n).rev() {
            if t + 1 < n {
                self.moved_back(&mut weights, t + 1);
            }
            let (error, precision) = self.errors[t];
            if !error.is_nan() {
                let gains = &self.gains[t * m..(t + 1) * m];
                let asked: f64 = gains.iter().zip(&weights).map(|(g, w)| g * w).sum();
                let change = precision * (error - asked);
                weights[0] += change;
                if self.seasons > 1 {
                    let s = self.season();
                    weights[s] += change;
                }
            }
            all[t * m..(t + 1) * m].copy_from_slice(&weights);
        }
        let mut smoothed = self.start.clone();
        for t in 0..n {
            let weights = &all[t * m..(t + 1) * m];
            if t == 0 {
                for ((value, variance), weight) in smoothed.iter_mut().zip(&self.start_variance).zip(weights)
                {
                    *value += variance * weight;
                }
            } else {
                self.moved(&mut smoothed, t);
                self.step(&mut smoothed, weights, t);
            }
            for (drawn, value) in self.drawn[t * m..(t + 1) * m].iter_mut().zip(&smoothed) {
                *drawn += value;
            }
            self.signal[t] = self.observe(&self.drawn[t * m..(t + 1) * m]);
        }
    }

    /// Draws the variances of the steps given the states.
    pub(super) fn update(&mut self, draws: &mut Draws) {
        let (m, n) = (self.size(), self.signal.len());
        let mut squares = vec![0.0; self.variances.len()];
        let mut seasons = 0;
        let mut moved = vec![0.0; m];
        for t in 1..n {
            moved.copy_from_slice(&self.drawn[(t - 1) * m..t * m]);
            self.moved(&mut moved, t);
            let now = &self.drawn[t * m..(t + 1) * m];
            squares[0] += (now[0] - moved[0]) * (now[0] - moved[0]);
            if self.trend {
                squares[1] += (now[1] - moved[1]) * (now[1] - moved[1]);
            }
            if self.begins(t) {
                let s = self.season();
                squares[usize::from(self.trend) + 1] += (now[s] - moved[s]) * (now[s] - moved[s]);
                seasons += 1;
            }
        }
        for (i, prior) in self.priors.iter().enumerate() {
            let season = self.seasons > 1 && i == self.priors.len() - 1;
            let steps = if season { seasons } else { n - 1 };
            self.variances[i] = prior.draw(count(steps), squares[i], draws);
        }
    }

    /// Draws what the states add to y after the last point.
    pub(super) fn forecast(&self, ahead: &mut [f64], draws: &mut Draws) {
        let (m, n) = (self.size(), self.signal.len());
        let mut state = self.drawn[(n - 1) * m..].to_vec();
        for (i, place) in ahead.iter_mut().enumerate() {
            self.moved(&mut state, n + i);
            self.shaken(&mut state, n + i, draws);
            *place = self.observe(&state);
        }
    }
}

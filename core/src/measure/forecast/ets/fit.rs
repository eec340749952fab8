//! The likeliest parameters of a form: smoothing and starting states together, from several starts, along the exact
//! derivative.

use crate::stats::descent::bfgs;
use crate::stats::math::{asin, ln, sin};
use crate::stats::summary::{count, mean};

use super::filter::{Slope, Smooth, Track, room, run, slope};
use super::form::{EtsSeason, EtsTrend, Form};
use super::start::{STARTS, States, states};

/// Lowest and highest smoothing parameters, and damping, of R's `ets`.
const LOW: f64 = 1e-4;
const HIGH: f64 = 1.0 - 1e-4;
const DAMPED: (f64, f64) = (0.8, 0.98);
/// Evaluations of one start.
const BUDGET: u32 = 400;
/// Work of all starts of a form, in values passed through.
const MOST_WORK: f64 = 4e8;

/// Where the smoothing parameters may lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Region {
    #[default]
    Both,
    Usual,
    Admissible,
}

/// What is held instead of estimated.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Held {
    pub(crate) alpha: Option<f64>,
    pub(crate) beta: Option<f64>,
    pub(crate) gamma: Option<f64>,
    pub(crate) phi: Option<f64>,
    pub(crate) states: Option<States>,
}

/// A fitted form.
#[derive(Debug, Clone)]
pub(crate) struct Fit {
    pub(crate) form: Form,
    pub(crate) period: usize,
    pub(crate) smooth: Smooth,
    /// Before the first value.
    pub(crate) first: States,
    /// After the last value; the season of the next value first.
    pub(crate) last: States,
    pub(crate) ln_likelihood: f64,
    /// Free parameters, with the variance.
    pub(crate) parameters: usize,
    /// Variance of the errors (of shares, where errors are shares), of its degrees of freedom.
    pub(crate) variance: f64,
    pub(crate) fitted: Vec<f64>,
    /// y − fitted.
    pub(crate) error: Vec<f64>,
}

impl Fit {
    pub(crate) fn aic(&self) -> f64 {
        2.0 * count(self.parameters) - 2.0 * self.ln_likelihood
    }

    /// Nothing where there are too few values for as many parameters.
    pub(crate) fn aicc(&self) -> Option<f64> {
        let (k, n) = (count(self.parameters), count(self.error.len()));
        (n - k - 1.0 > 0.0).then(|| self.aic() + 2.0 * k * (k + 1.0) / (n - k - 1.0))
    }

    pub(crate) fn bic(&self) -> f64 {
        ln(count(self.error.len())) * count(self.parameters) - 2.0 * self.ln_likelihood
    }
}

/// Where each number of the search belongs.
struct Layout<'a> {
    form: Form,
    period: usize,
    region: Region,
    held: &'a Held,
    free_states: bool,
    /// Held states in the unit of the search.
    states: States,
}

impl Layout<'_> {
    fn free(&self) -> [bool; 4] {
        let form = self.form;
        [
            self.held.alpha.is_none(),
            form.has_trend() && self.held.beta.is_none(),
            form.has_season() && self.held.gamma.is_none(),
            form.damped() && self.held.phi.is_none(),
        ]
    }

    /// The top of the range of β and γ at α, and its derivative.
    fn tops(&self, alpha: f64) -> ([f64; 2], f64) {
        match self.region {
            Region::Both | Region::Usual => ([alpha, 1.0 - alpha], 1.0),
            Region::Admissible => ([2.0 * (2.0 - alpha), 2.0 - alpha], 2.0),
        }
    }

    fn pack(&self, shares: [f64; 4], states: &States) -> Vec<f64> {
        let mut x = Vec::with_capacity(6 + self.period);
        for (free, share) in self.free().into_iter().zip(shares) {
            if free {
                x.push(asin(share.clamp(0.0, 1.0).sqrt()));
            }
        }
        if self.free_states {
            x.push(states.level);
            if self.form.has_trend() {
                x.push(states.trend / TREND_UNIT);
            }
            if self.form.has_season() {
                x.extend(&states.season[1..]);
            }
        }
        x
    }

    /// The smoothing parameters at a place, with the shares that make them.
    fn smooth(&self, x: &[f64]) -> (Smooth, [f64; 4]) {
        let mut shares = [0.0; 4];
        let mut used = 0;
        for (share, free) in shares.iter_mut().zip(self.free()) {
            if free {
                let wave = sin(x[used]);
                *share = wave * wave;
                used += 1;
            }
        }
        let top = if self.region == Region::Admissible { 2.0 - LOW } else { HIGH };
        let alpha = self.held.alpha.unwrap_or(LOW + (top - LOW) * shares[0]);
        let tops = self.tops(alpha).0;
        let inside = |share: f64, top: f64| LOW + (top - LOW).max(0.0) * share;
        let form = self.form;
        let smooth = Smooth {
            alpha,
            beta: if form.has_trend() { self.held.beta.unwrap_or(inside(shares[1], tops[0])) } else { 0.0 },
            gamma: if form.has_season() {
                self.held.gamma.unwrap_or(inside(shares[2], tops[1]))
            } else {
                0.0
            },
            phi: if form.damped() {
                self.held.phi.unwrap_or(DAMPED.0 + (DAMPED.1 - DAMPED.0) * shares[3])
            } else {
                1.0
            },
        };
        (smooth, shares)
    }

    fn write_states(&self, x: &[f64], track: &mut Track) {
        let states = &self.states;
        if !self.free_states {
            track.level[0] = states.level;
            track.trend[0] = states.trend;
            if self.form.has_season() {
                track.season[..self.period].copy_from_slice(&states.season);
            }
            return;
        }
        let mut rest = &x[self.free().iter().filter(|free| **free).count()..];
        track.level[0] = rest[0];
        rest = &rest[1..];
        if self.form.has_trend() {
            track.trend[0] = rest[0] * TREND_UNIT;
            rest = &rest[1..];
        }
        if self.form.has_season() {
            track.season[1..self.period].copy_from_slice(rest);
            let total = if self.form.season == EtsSeason::Multiplicative { count(self.period) } else { 0.0 };
            track.season[0] = total - rest.iter().sum::<f64>();
        }
    }

    /// The gradient in terms of the search.
    fn gradient(&self, x: &[f64], smooth: &Smooth, shares: &[f64; 4], slope: &Slope, out: &mut [f64]) {
        let free = self.free();
        let (tops, turn) = self.tops(smooth.alpha);
        let room = |top: f64| (top - LOW).max(0.0);
        let top = if self.region == Region::Admissible { 2.0 - LOW } else { HIGH };
        let mut alpha = slope.smooth.alpha;
        if free[1] {
            let sign = if self.region == Region::Admissible { -turn } else { 1.0 };
            alpha += slope.smooth.beta * shares[1] * sign;
        }
        if free[2] {
            alpha -= slope.smooth.gamma * shares[2];
        }
        let parts = [
            alpha * (top - LOW),
            slope.smooth.beta * room(tops[0]),
            slope.smooth.gamma * room(tops[1]),
            slope.smooth.phi * (DAMPED.1 - DAMPED.0),
        ];
        let mut used = 0;
        for (part, free) in parts.into_iter().zip(free) {
            if free {
                out[used] = part * sin(2.0 * x[used]);
                used += 1;
            }
        }
        if self.free_states {
            out[used] = slope.level;
            used += 1;
            if self.form.has_trend() {
                out[used] = slope.trend * TREND_UNIT;
                used += 1;
            }
            if self.form.has_season() {
                for (cell, part) in out[used..].iter_mut().zip(&slope.season[1..]) {
                    *cell = part - slope.season[0];
                }
            }
        }
    }
}

/// Unit of the trend in the search: it acts on every value, so a small one matters.
const TREND_UNIT: f64 = 0.1;

/// How far the search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effort {
    /// One start, to see whether a form is worth more.
    Glance,
    /// Every start.
    Full,
}

/// What became of a search, in its own unit.
#[derive(Debug, Clone)]
pub(crate) struct Search {
    x: Vec<f64>,
    pub(crate) value: f64,
    scale: Scale,
}

#[derive(Debug, Clone, Copy)]
struct Scale {
    offset: f64,
    size: f64,
}

/// Unit of the search: mean absolute value, around the mean where values of any sign may be.
fn scale(form: Form, y: &[f64]) -> Scale {
    let offset = if form.any_sign() { mean(y) } else { 0.0 };
    let size = mean(&y.iter().map(|value| (value - offset).abs()).collect::<Vec<_>>());
    Scale { offset, size: if size > 0.0 { size } else { 1.0 } }
}

fn scaled(form: Form, states: &States, scale: Scale) -> States {
    let seasonal = if form.season == EtsSeason::Additive { scale.size } else { 1.0 };
    States {
        level: (states.level - scale.offset) / scale.size,
        trend: if form.multiplicative_trend() { states.trend } else { states.trend / scale.size },
        season: states.season.iter().map(|value| value / seasonal).collect(),
    }
}

fn unscaled(form: Form, states: &States, scale: Scale) -> States {
    let seasonal = if form.season == EtsSeason::Additive { scale.size } else { 1.0 };
    States {
        level: states.level * scale.size + scale.offset,
        trend: if form.multiplicative_trend() { states.trend } else { states.trend * scale.size },
        season: states.season.iter().map(|value| value * seasonal).collect(),
    }
}

/// Searches for the likeliest parameters; nothing if no start is possible.
pub(crate) fn search(
    form: Form,
    y: &[f64],
    period: usize,
    region: Region,
    held: &Held,
    effort: Effort,
    known: Option<&Search>,
) -> Option<Search> {
    let scale = scale(form, y);
    let inner: Vec<f64> = y.iter().map(|value| (value - scale.offset) / scale.size).collect();
    let free_states = held.states.is_none();
    let begin = match &held.states {
        Some(states) => scaled(form, states, scale),
        None => states(form, &inner, period),
    };
    let layout = Layout { form, period, region, held, free_states, states: begin.clone() };
    let mut track = Track::default();
    room(&mut track, inner.len(), if form.has_season() { period } else { 0 });
    let mut slopes = Slope::default();
    let mut evaluate = |x: &[f64], out: &mut [f64]| {
        let (smooth, shares) = layout.smooth(x);
        if free_states && region != Region::Usual && !admissible(form, &smooth, period) {
            return f64::INFINITY;
        }
        layout.write_states(x, &mut track);
        let value = run(form, &inner, period, &smooth, &mut track);
        if value.is_finite() {
            slope(form, &inner, period, &smooth, &mut track, &mut slopes);
            layout.gradient(x, &smooth, &shares, &slopes, out);
        }
        value
    };
    let starts = if effort == Effort::Glance { 1 } else { STARTS.len() };
    let skip = usize::from(known.is_some());
    let per_start = MOST_WORK / (count(STARTS.len()) * count(y.len().max(1)));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the budget")]
    let budget = per_start.clamp(20.0, f64::from(BUDGET)) as u32;
    let mut best: Option<Search> = known.cloned();
    for shares in &STARTS[skip.min(starts)..starts] {
        let mut shares = *shares;
        let mut x = layout.pack(shares, &begin);
        // A start outside the region is pulled in.
        for _ in 0..20 {
            if evaluate(&x, &mut vec![0.0; x.len()]).is_finite() {
                break;
            }
            shares[1] *= 0.5;
            shares[2] *= 0.5;
            x = layout.pack(shares, &begin);
        }
        let found = bfgs(&x, 1e-7, budget, &mut evaluate);
        if found.value.is_finite() && best.as_ref().is_none_or(|best| found.value < best.value - 1e-9) {
            best = Some(Search { x: found.at, value: found.value, scale });
        }
    }
    best
}

/// −2 × the log-likelihood of a search on R's scale.
pub(crate) fn deviance(search: &Search, n: usize) -> f64 {
    search.value + 2.0 * count(n) * ln(search.scale.size)
}

/// The fit that a search found.
pub(crate) fn finish(
    form: Form,
    y: &[f64],
    period: usize,
    region: Region,
    held: &Held,
    search: &Search,
) -> Fit {
    let n = y.len();
    let scale = search.scale;
    let begin = held.states.as_ref().map(|states| scaled(form, states, scale)).unwrap_or_default();
    let layout = Layout { form, period, region, held, free_states: held.states.is_none(), states: begin };
    let mut track = Track::default();
    let seasons = if form.has_season() { period } else { 0 };
    room(&mut track, n, seasons);
    let (smooth, _) = layout.smooth(&search.x);
    layout.write_states(&search.x, &mut track);
    let first = States {
        level: track.level[0],
        trend: if form.trend == EtsTrend::None { 0.0 } else { track.trend[0] },
        season: track.season[..seasons].to_vec(),
    };
    let first = held.states.clone().unwrap_or_else(|| unscaled(form, &first, scale));
    // Once more in the unit of the series, so that what is reported is what its parameters give.
    track.level[0] = first.level;
    track.trend[0] = first.trend;
    track.season[..seasons].copy_from_slice(&first.season);
    let _ = run(form, y, period, &smooth, &mut track);
    let share = form.error == super::form::EtsError::Multiplicative;
    let squares: f64 = crate::stats::summary::sum(track.error.iter().zip(&track.fitted).map(|(e, f)| {
        let size = if share { e / f } else { *e };
        size * size
    }));
    let free = form.parameters(if form.has_season() { period } else { 0 });
    let last = States {
        level: track.level[n],
        trend: if form.has_trend() { track.trend[n] } else { 0.0 },
        season: track.season[n..n + seasons].to_vec(),
    };
    Fit {
        form,
        period,
        smooth,
        first,
        last,
        ln_likelihood: -0.5 * deviance(search, n),
        parameters: free + 1,
        variance: if n > free { squares / (count(n) - count(free)) } else { squares / count(n) },
        fitted: track.fitted,
        error: track.error,
    }
}

/// The fit of one form.
pub(crate) fn fit(form: Form, y: &[f64], period: usize, region: Region, held: &Held) -> Option<Fit> {
    let found = search(form, y, period, region, held, Effort::Full, None)?;
    Some(finish(form, y, period, region, held, &found))
}

/// Whether forecasts forget the distant past: every root of the discounting matrix lies within the unit circle.
pub(crate) fn admissible(form: Form, smooth: &Smooth, period: usize) -> bool {
    let Smooth { alpha, beta, gamma, phi } = *smooth;
    if !form.has_season() {
        if alpha < 1.0 - 1.0 / phi || alpha > 1.0 + 1.0 / phi {
            return false;
        }
        return !form.has_trend() || (beta >= alpha * (phi - 1.0) && beta <= (1.0 + phi) * (2.0 - alpha));
    }
    let m = count(period);
    if gamma < (1.0 - 1.0 / phi - alpha).max(0.0) || gamma > 1.0 + 1.0 / phi - alpha {
        return false;
    }
    if alpha < 1.0 - 1.0 / phi - gamma * (1.0 - m + phi + phi * m) / (2.0 * phi * m) {
        return false;
    }
    if beta < -(1.0 - phi) * (gamma / m + alpha) {
        return false;
    }
    // The characteristic polynomial, highest power first.
    let inner = alpha + beta - alpha * phi;
    let mut polynomial = vec![inner; period + 2];
    polynomial[0] = 1.0;
    polynomial[1] = alpha + beta - phi;
    polynomial[period] = inner + gamma - 1.0;
    polynomial[period + 1] = phi * (1.0 - alpha - gamma);
    if period == 2 {
        polynomial[2] = inner + gamma - 1.0;
    }
    within_circle(&mut polynomial)
}

/// Whether no root lies outside the unit circle, by the recursion of Schur and Cohn.
fn within_circle(polynomial: &mut [f64]) -> bool {
    let mut degree = polynomial.len() - 1;
    let mut spare = vec![0.0; polynomial.len()];
    while degree > 0 {
        let ratio = polynomial[degree] / polynomial[0];
        if ratio.abs() > 1.0 + 1e-10 {
            return false;
        }
        let rest = 1.0 - ratio * ratio;
        if rest <= 1e-12 {
            // On the circle: nothing more can be told apart from rounding.
            return true;
        }
        for i in 0..degree {
            spare[i] = polynomial[i] - ratio * polynomial[degree - i];
        }
        polynomial[..degree].copy_from_slice(&spare[..degree]);
        degree -= 1;
    }
    true
}

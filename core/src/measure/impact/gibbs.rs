//! The sampler: states given the rest, variances given the states, regression given both, again and again.

use super::draw::{DeviationPrior, Draws};
use super::level::LevelState;
use super::options::ImpactTrend;
use super::spike::SpikeSlab;
use super::states::ManyStates;
use crate::stats::linear::{Matrix, dot};
use crate::stats::summary::count;

/// Weight of the prior of the level, in observations: the constant of R's CausalImpact.
const LEVEL_WEIGHT: f64 = 32.0;
/// Weight of priors that should hardly matter: the default of R's bsts.
const WEAK: f64 = 0.01;
/// Guess of the deviation of the steps of the season, in deviations of y: the default of R's bsts.
const SEASON_GUESS: f64 = 0.01;
/// The noise may be this many deviations of y at most: the default of R's bsts.
const NOISE_LIMIT: f64 = 1.2;

/// What the sampler is given: everything in deviations of y before the intervention.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    /// Before the intervention, not a number where missing; the first is there.
    pub(super) y: Vec<f64>,
    /// Controls over all points, before and after; empty if there are none.
    pub(super) x: Vec<Vec<f64>>,
    /// Points after the last of `y`.
    pub(super) ahead: usize,
}

/// What the model says before seeing data, and how long to sample.
#[derive(Debug, Clone)]
pub(super) struct Settings {
    pub(super) trend: ImpactTrend,
    pub(super) seasons: usize,
    pub(super) duration: usize,
    pub(super) level_guess: f64,
    pub(super) model_size: f64,
    pub(super) r2: f64,
    pub(super) noise_weight: f64,
    pub(super) information: f64,
    pub(super) shrinkage: f64,
    pub(super) draws: usize,
    pub(super) seed: u64,
}

/// The draws kept for each round, one after the other.
#[derive(Debug, Default)]
pub(super) struct Sample {
    /// Number of points of each round.
    pub(super) points: usize,
    /// What the model says without noise, round by round.
    pub(super) signal: Vec<f64>,
    /// The same with noise.
    pub(super) response: Vec<f64>,
    /// Logarithm of the likelihood of each round.
    pub(super) likelihood: Vec<f64>,
    /// Variance of the noise.
    pub(super) noise: Vec<f64>,
    /// Variances of the steps: level, then slope, then season as they are there.
    pub(super) steps: Vec<Vec<f64>>,
    /// Coefficients, round by round; the first is the constant.
    pub(super) coefficients: Vec<f64>,
    /// Columns in the model.
    pub(super) sizes: Vec<f64>,
}

#[derive(Debug)]
enum State {
    Level(LevelState),
    Many(ManyStates),
}

impl State {
    fn draw(&mut self, y: &[f64], noise: f64, draws: &mut Draws) -> f64 {
        match self {
            Self::Level(state) => state.draw(y, noise, draws),
            Self::Many(state) => state.draw(y, noise, draws),
        }
    }

    fn signal(&self) -> &[f64] {
        match self {
            Self::Level(state) => &state.level,
            Self::Many(state) => &state.signal,
        }
    }

    fn update(&mut self, draws: &mut Draws) {
        match self {
            Self::Level(state) => state.update(draws),
            Self::Many(state) => state.update(draws),
        }
    }

    fn forecast(&self, ahead: &mut [f64], draws: &mut Draws) {
        match self {
            Self::Level(state) => state.forecast(ahead, draws),
            Self::Many(state) => state.forecast(ahead, draws),
        }
    }

    fn variances(&self) -> &[f64] {
        match self {
            Self::Level(state) => std::slice::from_ref(&state.variance),
            Self::Many(state) => &state.variances,
        }
    }
}

/// Samples from the posterior distribution.
///
/// # Complexity
/// O(rounds × points) for the level alone, O(rounds × points × states²) with slope or seasons; each control adds
/// O(points) to a round and O(size²) for trying it, `size` being the controls in the model.
pub(super) fn sample(problem: &Problem, settings: &Settings) -> Sample {
    let n = problem.y.len();
    let points = n + problem.ahead;
    let mut draws = Draws::new(settings.seed);
    let level = DeviationPrior { guess: settings.level_guess, weight: LEVEL_WEIGHT, limit: 1.0 };
    let season = DeviationPrior { guess: SEASON_GUESS, weight: WEAK, limit: 1.0 };
    let first = problem.y.iter().copied().find(|value| !value.is_nan()).unwrap_or(0.0);
    let mut state = if settings.trend == ImpactTrend::LocalLevel && settings.seasons == 1 {
        State::Level(LevelState::new(n, (first, 1.0), level))
    } else {
        let trend = settings.trend == ImpactTrend::LocalLinear;
        let seasons = (settings.seasons, settings.duration);
        State::Many(ManyStates::new(n, trend, seasons, first, level, season))
    };
    let mut regression = (!problem.x.is_empty()).then(|| Regression::new(problem, settings));
    let plain_noise = DeviationPrior { guess: 1.0, weight: WEAK, limit: NOISE_LIMIT };
    let mut noise = regression.as_ref().map_or(1.0, |r| r.spike.variance);
    let known: Vec<usize> = (0..n).filter(|t| !problem.y[*t].is_nan()).collect();
    let observed = count(known.len());
    let mut kept = Sample {
        points,
        signal: vec![0.0; points * settings.draws],
        response: vec![0.0; points * settings.draws],
        steps: vec![Vec::with_capacity(settings.draws); state.variances().len()],
        ..Sample::default()
    };
    // What the regression adds at each point, and y without it.
    let mut added = vec![0.0; points];
    let mut rest = problem.y.clone();
    let rounds = kept.signal.chunks_exact_mut(points).zip(kept.response.chunks_exact_mut(points));
    for (signal, response) in rounds {
        kept.likelihood.push(state.draw(&rest, noise, &mut draws));
        state.update(&mut draws);
        let drawn = state.signal();
        if let Some(regression) = &mut regression {
            regression.draw(problem, &known, drawn, &mut draws);
            noise = regression.spike.variance;
            regression.add(problem, &mut added);
            for (left, (y, part)) in rest.iter_mut().zip(problem.y.iter().zip(&added)) {
                *left = y - part;
            }
            kept.coefficients.extend_from_slice(&regression.spike.coefficients);
            kept.sizes.push(regression.spike.size());
        } else {
            let mut squares = 0.0;
            for (y, level) in problem.y.iter().zip(drawn) {
                if !y.is_nan() {
                    squares += (y - level) * (y - level);
                }
            }
            noise = plain_noise.draw(observed, squares, &mut draws);
        }
        kept.noise.push(noise);
        for (list, variance) in kept.steps.iter_mut().zip(state.variances()) {
            list.push(*variance);
        }
        signal[..n].copy_from_slice(state.signal());
        state.forecast(&mut signal[n..], &mut draws);
        let deviation = noise.sqrt();
        for ((place, noisy), part) in signal.iter_mut().zip(response).zip(&added) {
            *place += part;
            *noisy = *place + deviation * draws.normal();
        }
    }
    kept
}

/// The regression and its sums.
#[derive(Debug)]
struct Regression {
    spike: SpikeSlab,
    products: Vec<f64>,
    residuals: Vec<f64>,
}

impl Regression {
    fn new(problem: &Problem, settings: &Settings) -> Self {
        let points = problem.y.len() + problem.ahead;
        // R's formula has a constant of its own, beside the level.
        let ones = vec![1.0; points];
        let columns: Vec<&[f64]> =
            std::iter::once(ones.as_slice()).chain(problem.x.iter().map(Vec::as_slice)).collect();
        let p = columns.len();
        // The prior looks at all points, the data only at those observed.
        let (mut prior, mut gram) = (Matrix::zeros(p, p), Matrix::zeros(p, p));
        for i in 0..p {
            for j in 0..=i {
                let whole = dot(columns[i], columns[j]) * settings.information / count(points);
                let share = if i == j { 1.0 } else { 1.0 - settings.shrinkage };
                let mut seen = 0.0;
                for ((y, a), b) in problem.y.iter().zip(columns[i]).zip(columns[j]) {
                    if !y.is_nan() {
                        seen += a * b;
                    }
                }
                for (a, b) in [(i, j), (j, i)] {
                    prior.set(a, b, share * whole);
                    gram.set(a, b, seen);
                }
            }
        }
        let inclusion = (settings.model_size / count(p)).min(1.0);
        let noise = DeviationPrior {
            guess: (1.0 - settings.r2).sqrt(),
            weight: settings.noise_weight,
            limit: NOISE_LIMIT,
        };
        Self {
            spike: SpikeSlab::new(prior, &gram, inclusion, noise),
            products: vec![0.0; p],
            residuals: Vec::with_capacity(problem.y.len()),
        }
    }

    /// Draws the regression of what the states leave of y.
    fn draw(&mut self, problem: &Problem, known: &[usize], states: &[f64], draws: &mut Draws) {
        let whole = known.len() == problem.y.len();
        self.residuals.clear();
        self.residuals
            .extend(problem.y.iter().zip(states).map(|(y, s)| if y.is_nan() { 0.0 } else { y - s }));
        self.products[0] =
            if whole { self.residuals.iter().sum() } else { known.iter().map(|t| self.residuals[*t]).sum() };
        for (product, column) in self.products[1..].iter_mut().zip(&problem.x) {
            *product = dot(&self.residuals, column);
        }
        let square = dot(&self.residuals, &self.residuals);
        self.spike.draw(&self.products, square, count(known.len()), draws);
    }

    /// What the regression adds at each point.
    fn add(&self, problem: &Problem, added: &mut [f64]) {
        added.fill(self.spike.coefficients[0]);
        for (coefficient, column) in self.spike.coefficients[1..].iter().zip(&problem.x) {
            if *coefficient != 0.0 {
                for (place, value) in added.iter_mut().zip(column) {
                    *place += coefficient * value;
                }
            }
        }
    }
}

/// The rounds to leave out, as R's bsts suggests: up to the first whose likelihood is above the least of the last tenth.
pub(super) fn suggested_burn(likelihood: &[f64]) -> usize {
    let n = likelihood.len();
    let tail = n.div_ceil(10).max(1).min(n);
    let least = likelihood[n - tail..].iter().copied().fold(f64::INFINITY, f64::min);
    let first = likelihood.iter().position(|value| *value > least).map_or(0, |at| at + 1);
    first.min(n / 2)
}

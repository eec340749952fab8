//! Draws of a posterior by the no-U-turn sampler.
//!
//! Hoffman and Gelman (2014) with multinomial choice along the path and the criterion of Betancourt (2017), dual
//! averaging of the step and a dense metric learnt in windows, as in Stan. One generator decides everything.

use crate::Rng;

use super::linear::{Cholesky, Matrix, dot};
use super::math::{exp, ln, ln_1p, pow};
use super::summary::count;

/// Doublings of a path at most.
const DEEPEST: u32 = 9;
/// Energy lost beyond which a path has diverged.
const DIVERGED: f64 = 1000.0;

/// Draws of one chain.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chain {
    pub(crate) draws: Vec<Vec<f64>>,
    pub(crate) divergences: u64,
    pub(crate) deepest: u64,
    pub(crate) step: f64,
    pub(crate) steps: u64,
}

/// A function and its gradient, written into the second argument.
pub(crate) type Density<'a> = dyn FnMut(&[f64], &mut [f64]) -> f64 + 'a;

#[derive(Debug, Clone)]
struct Point {
    at: Vec<f64>,
    momentum: Vec<f64>,
    gradient: Vec<f64>,
    value: f64,
}

/// The covariance learnt so far, and its factor.
struct Metric {
    covariance: Matrix,
    factor: Cholesky,
}

impl Metric {
    fn of(covariance: Matrix) -> Option<Self> {
        let factor = Cholesky::of(&covariance)?;
        Some(Self { covariance, factor })
    }

    fn velocity(&self, momentum: &[f64]) -> Vec<f64> {
        self.covariance.times(momentum)
    }

    fn kinetic(&self, momentum: &[f64]) -> f64 {
        0.5 * dot(momentum, &self.velocity(momentum))
    }

    /// Momentum of covariance Σ⁻¹.
    fn momentum(&self, rng: &mut Rng) -> Vec<f64> {
        let normal: Vec<f64> = (0..self.covariance.rows).map(|_| rng.normal()).collect();
        self.factor.backward(&normal)
    }
}

fn leap(density: &mut Density<'_>, metric: &Metric, from: &Point, step: f64) -> Point {
    let mut to = from.clone();
    to.momentum.iter_mut().zip(&from.gradient).for_each(|(p, g)| *p += 0.5 * step * g);
    let velocity = metric.velocity(&to.momentum);
    to.at.iter_mut().zip(&velocity).for_each(|(x, v)| *x += step * v);
    to.value = density(&to.at, &mut to.gradient);
    to.momentum.iter_mut().zip(&to.gradient).for_each(|(p, g)| *p += 0.5 * step * g);
    to
}

fn ln_sum(a: f64, b: f64) -> f64 {
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if high == f64::NEG_INFINITY { high } else { high + ln_1p(exp(low - high)) }
}

struct Tree {
    left: Point,
    right: Point,
    chosen: Point,
    weight: f64,
    momentum: Vec<f64>,
    turned: bool,
    diverged: bool,
    accepted: f64,
    steps: f64,
}

struct Walk<'a, 'b> {
    density: &'a mut Density<'b>,
    metric: &'a Metric,
    step: f64,
    energy: f64,
}

impl Walk<'_, '_> {
    fn turned(&self, left: &Point, right: &Point, momentum: &[f64]) -> bool {
        let velocity = self.metric.velocity(momentum);
        dot(&velocity, &left.momentum) <= 0.0 || dot(&velocity, &right.momentum) <= 0.0
    }

    fn tree(&mut self, from: &Point, forward: bool, depth: u32, rng: &mut Rng) -> Tree {
        if depth == 0 {
            let step = if forward { self.step } else { -self.step };
            let to = leap(self.density, self.metric, from, step);
            let energy = -to.value + self.metric.kinetic(&to.momentum);
            let lost = if energy.is_nan() { f64::INFINITY } else { energy - self.energy };
            return Tree {
                left: to.clone(),
                right: to.clone(),
                momentum: to.momentum.clone(),
                chosen: to,
                weight: -lost,
                turned: false,
                diverged: lost > DIVERGED,
                accepted: exp(-lost).min(1.0),
                steps: 1.0,
            };
        }
        let mut first = self.tree(from, forward, depth - 1, rng);
        if first.turned || first.diverged {
            return first;
        }
        let edge = if forward { first.right.clone() } else { first.left.clone() };
        let second = self.tree(&edge, forward, depth - 1, rng);
        first.accepted += second.accepted;
        first.steps += second.steps;
        first.diverged = second.diverged;
        if second.turned || second.diverged {
            first.turned = true;
            return first;
        }
        let weight = ln_sum(first.weight, second.weight);
        if ln(rng.positive()) < second.weight - weight {
            first.chosen = second.chosen;
        }
        first.weight = weight;
        first.momentum.iter_mut().zip(&second.momentum).for_each(|(a, b)| *a += b);
        if forward {
            first.right = second.right;
        } else {
            first.left = second.left;
        }
        first.turned = self.turned(&first.left, &first.right, &first.momentum);
        first
    }
}

/// One chain from a start: `warmup` steps to adapt, then `draws`.
pub(crate) fn sample(
    density: &mut Density<'_>,
    start: &[f64],
    warmup: u32,
    draws: u32,
    target: f64,
    rng: &mut Rng,
) -> Option<Chain> {
    let n = start.len();
    let mut unit = Matrix::zeros(n, n);
    (0..n).for_each(|i| unit.set(i, i, 0.01));
    let mut metric = Metric::of(unit)?;
    let mut here = Point { at: start.to_vec(), momentum: vec![0.0; n], gradient: vec![0.0; n], value: 0.0 };
    here.value = density(&here.at, &mut here.gradient);
    if !here.value.is_finite() {
        return None;
    }
    let (first, last) = (warmup * 15 / 100, warmup - warmup / 10);
    let mut window_end = first + 25;
    let mut window = 25;
    let mut kept: Vec<Vec<f64>> = Vec::new();
    let mut made = Chain::default();
    // Dual averaging: mean of the errors, and of the logarithms of the step.
    let mut step = 0.1;
    let (mut centre, mut error, mut average, mut adapted) = (ln(10.0 * step), 0.0, 0.0, 0.0);
    for round in 0..warmup + draws {
        here.momentum = metric.momentum(rng);
        let energy = -here.value + metric.kinetic(&here.momentum);
        let mut walk = Walk { density, metric: &metric, step, energy };
        let (mut left, mut right) = (here.clone(), here.clone());
        let (mut momentum, mut weight) = (here.momentum.clone(), 0.0);
        let (mut accepted, mut steps) = (0.0, 0.0);
        let mut depth = 0;
        while depth < DEEPEST {
            let forward = rng.uniform() < 0.5;
            let edge = if forward { right.clone() } else { left.clone() };
            let tree = walk.tree(&edge, forward, depth, rng);
            accepted += tree.accepted;
            steps += tree.steps;
            if tree.diverged && round >= warmup {
                made.divergences += 1;
            }
            if tree.turned || tree.diverged {
                break;
            }
            if ln(rng.positive()) < tree.weight - weight {
                here = tree.chosen;
            }
            weight = ln_sum(weight, tree.weight);
            momentum.iter_mut().zip(&tree.momentum).for_each(|(a, b)| *a += b);
            if forward {
                right = tree.right;
            } else {
                left = tree.left;
            }
            depth += 1;
            if walk.turned(&left, &right, &momentum) {
                break;
            }
        }
        if round >= warmup {
            made.deepest += u64::from(depth >= DEEPEST);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
            let taken = steps as u64;
            made.steps += taken;
            made.draws.push(here.at.clone());
            continue;
        }
        adapted += 1.0;
        let rate = 1.0 / (adapted + 10.0);
        error = (1.0 - rate) * error + rate * (target - accepted / steps);
        let log = centre - adapted.sqrt() / 0.05 * error;
        let share = pow(adapted, -0.75);
        average = share * log + (1.0 - share) * average;
        step = exp(log.clamp(-25.0, 3.0));
        if round >= first && round < last {
            kept.push(here.at.clone());
        }
        if round + 1 == window_end && round < last {
            if let Some(learnt) = learnt(&kept).and_then(Metric::of) {
                metric = learnt;
            }
            kept.clear();
            window *= 2;
            // The last window takes what would be too short for another.
            window_end = if window_end + 3 * window > last { last } else { window_end + window };
            step = exp(average);
            (centre, error, average, adapted) = (ln(10.0 * step), 0.0, 0.0, 0.0);
        }
        if round + 1 == warmup {
            step = exp(average);
        }
    }
    made.step = step;
    Some(made)
}

/// The covariance of points, drawn a little towards a small sphere.
fn learnt(points: &[Vec<f64>]) -> Option<Matrix> {
    let n = points.first()?.len();
    let rows = count(points.len());
    if rows < 5.0 {
        return None;
    }
    let mean: Vec<f64> = (0..n).map(|i| points.iter().map(|p| p[i]).sum::<f64>() / rows).collect();
    let mut made = Matrix::zeros(n, n);
    for point in points {
        for i in 0..n {
            for j in 0..n {
                made.data[i * n + j] += (point[i] - mean[i]) * (point[j] - mean[j]);
            }
        }
    }
    let shrink = rows / (rows + 5.0);
    made.data.iter_mut().for_each(|value| *value *= shrink / (rows - 1.0));
    for i in 0..n {
        let value = made.at(i, i) + 1e-3 * 5.0 / (rows + 5.0);
        made.set(i, i, value);
        // Correlations learnt from few points are kept below 1.
        for j in 0..i {
            let keep = rows / (rows + count(n));
            let value = made.at(i, j) * keep;
            made.set(i, j, value);
            made.set(j, i, value);
        }
    }
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::convergence::{effective_size, split_r_hat};
    use crate::stats::summary::{mean, variance};

    #[test]
    fn a_correlated_normal_is_drawn() {
        // Deviations 1 and 10, correlation 0.9.
        let mut rng = Rng::new(3);
        let (r, scale) = (0.9, 10.0);
        let mut density = |x: &[f64], g: &mut [f64]| {
            let (a, b) = (x[0], x[1] / scale);
            let k = 1.0 / (1.0 - r * r);
            g[0] = -k * (a - r * b);
            g[1] = -k * (b - r * a) / scale;
            -0.5 * k * (a * a - 2.0 * r * a * b + b * b)
        };
        let chains: Vec<Chain> =
            (0..4).map(|_| sample(&mut density, &[2.0, -5.0], 400, 1000, 0.8, &mut rng).unwrap()).collect();
        for (place, deviation) in [(0, 1.0), (1, 10.0)] {
            let split: Vec<Vec<f64>> =
                chains.iter().map(|chain| chain.draws.iter().map(|x| x[place]).collect()).collect();
            let all: Vec<f64> = split.concat();
            assert!(mean(&all).abs() < 0.1 * deviation, "{}", mean(&all));
            assert!((variance(&all).sqrt() / deviation - 1.0).abs() < 0.08, "{}", variance(&all));
            assert!(split_r_hat(&split) < 1.01 && effective_size(&split) > 1000.0);
        }
        assert!(chains.iter().all(|chain| chain.divergences == 0));
    }
}

//! Parts of the sampler held against the theory and against each other.

use super::draw::{DeviationPrior, Draws};
use super::infer::{ends, ends_by_sorting};
use super::level::LevelState;
use super::likelihood::path;
use super::states::ManyStates;
use crate::stats::linear::{Cholesky, Matrix, dot};
use crate::stats::summary::count;

const PRIOR: DeviationPrior = DeviationPrior { guess: 0.4, weight: 32.0, limit: 1.0 };

/// Twelve points, two missing.
fn series() -> Vec<f64> {
    let mut y = vec![0.3, 0.9, -0.4, 1.2, 0.1, -0.8, 0.5, 0.7, -0.2, 1.9, 1.1, 0.4];
    (y[3], y[8]) = (f64::NAN, f64::NAN);
    y
}

#[test]
fn the_level_is_drawn_around_the_smoothed_one() {
    let (y, noise) = (series(), 0.5);
    let mut draws = Draws::new(2);
    let mut state = LevelState::new(y.len(), (0.0, 1.0), PRIOR);
    let smoothed = path(&y, noise, 0.16, Some(1.0)).smoothed;
    let rounds = 40_000;
    let (mut sums, mut squares) = (vec![0.0; y.len()], vec![0.0; y.len()]);
    for _ in 0..rounds {
        state.draw(&y, noise, &mut draws);
        for (t, level) in state.level.iter().enumerate() {
            sums[t] += level;
            squares[t] += (level - smoothed[t].0) * (level - smoothed[t].0);
        }
    }
    for (t, (mean, variance)) in smoothed.iter().enumerate() {
        let (found, spread) = (sums[t] / f64::from(rounds), squares[t] / f64::from(rounds));
        assert!((found - mean).abs() < 4.5 * (variance / f64::from(rounds)).sqrt(), "{t}: {found} {mean}");
        assert!(
            (spread / variance - 1.0).abs() < 4.5 * (2.0 / f64::from(rounds)).sqrt(),
            "{t}: {spread} {variance}"
        );
    }
}

#[test]
fn both_samplers_give_one_likelihood() {
    let y = series();
    let mut draws = Draws::new(2);
    let mut level = LevelState::new(y.len(), (0.3, 1.0), PRIOR);
    let mut many = ManyStates::new(y.len(), false, (1, 1), 0.3, PRIOR, PRIOR);
    let (a, b) = (level.draw(&y, 0.5, &mut draws), many.draw(&y, 0.5, &mut draws));
    assert!((a - b).abs() < 1e-12, "{a} {b}");
}

/// Covariance of the signal by sending each shock through the model on its own; means and likelihood of a normal vector.
#[test]
fn slope_and_seasons_follow_the_normal_distribution() {
    let (y, noise, n) = (series(), 0.5, 12_usize);
    for (trend, seasons, duration) in
        [(true, 1, 1), (false, 4, 1), (true, 3, 1), (true, 3, 2), (false, 2, 5), (true, 2, 1)]
    {
        let mut many = ManyStates::new(n, trend, (seasons, duration), 0.3, PRIOR, PRIOR);
        let mut covariance = Matrix::zeros(n, n);
        let size = 1 + usize::from(trend) + seasons - 1;
        // Shocks: each state at the start, then level, slope and season at each point, by hand.
        let mut shocks: Vec<(usize, usize, f64)> = (0..size).map(|i| (0, i, 1.0)).collect();
        for t in 1..n {
            shocks.push((t, 0, 0.16));
            if trend {
                shocks.push((t, 1, 0.16));
            }
            if seasons > 1 && t % duration == 0 {
                shocks.push((t, 1 + usize::from(trend), 0.16));
            }
        }
        let s = 1 + usize::from(trend);
        for (from, place, variance) in shocks {
            let mut state = vec![0.0; size];
            state[place] = 1.0;
            let mut signal = vec![0.0; n];
            for (t, value) in signal.iter_mut().enumerate().skip(from) {
                if t > from {
                    if trend {
                        state[0] += state[1];
                    }
                    if seasons > 1 && t % duration == 0 {
                        let next = -state[s..].iter().sum::<f64>();
                        state[s..].rotate_right(1);
                        state[s] = next;
                    }
                }
                *value = state[0] + if seasons > 1 { state[s] } else { 0.0 };
            }
            for i in 0..n {
                for j in 0..n {
                    covariance.data[i * n + j] += variance * signal[i] * signal[j];
                }
            }
        }
        let known: Vec<usize> = (0..n).filter(|t| !y[*t].is_nan()).collect();
        let mut seen = Matrix::zeros(known.len(), known.len());
        for (i, a) in known.iter().enumerate() {
            for (j, b) in known.iter().enumerate() {
                seen.set(i, j, covariance.at(*a, *b) + if i == j { noise } else { 0.0 });
            }
        }
        let factor = Cholesky::of(&seen).unwrap();
        let errors: Vec<f64> = known.iter().map(|t| y[*t] - 0.3).collect();
        let solved = factor.solve(&errors);
        let likelihood = -0.5 * (factor.ln_determinant() + dot(&errors, &solved));
        let mut draws = Draws::new(7);
        let rounds = 20_000;
        let (mut sums, mut squares) = (vec![0.0; n], vec![0.0; n]);
        for _ in 0..rounds {
            let found = many.draw(&y, noise, &mut draws);
            assert!((found - likelihood).abs() < 1e-9, "{trend} {seasons} {duration}: {found} {likelihood}");
            for (t, value) in many.signal.iter().enumerate() {
                sums[t] += value;
                squares[t] += value * value;
            }
        }
        for t in 0..n {
            let own: Vec<f64> = known.iter().map(|other| covariance.at(t, *other)).collect();
            let mean = 0.3 + dot(&own, &solved);
            let variance = covariance.at(t, t) - dot(&own, &factor.solve(&own));
            let found = sums[t] / f64::from(rounds);
            let spread = squares[t] / f64::from(rounds) - found * found;
            assert!(
                (found - mean).abs() < 5.0 * (variance / f64::from(rounds)).sqrt(),
                "{t}: {found} {mean}"
            );
            assert!(
                (spread / variance - 1.0).abs() < 0.06,
                "{trend} {seasons} {duration} {t}: {spread} {variance}"
            );
        }
    }
}

#[test]
fn ends_of_intervals_are_those_of_the_sorted_sample() {
    let mut draws = Draws::new(11);
    for n in [10, 11, 57, 100, 999, 1000] {
        for interval in [0.5, 0.8, 0.95, 0.99] {
            let values: Vec<f64> = (0..n).map(|_| draws.normal()).collect();
            let expected = ends_by_sorting(&values, interval);
            let found = ends(&mut values.clone(), interval);
            assert!(
                (found.0 - expected.0).abs() + (found.1 - expected.1).abs() < 1e-12 * count(n),
                "{n} {interval}"
            );
        }
    }
}

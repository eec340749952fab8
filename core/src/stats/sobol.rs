//! Variance-based sensitivity: how much of the variance of a result each input is answerable for.
//!
//! Two independent samples A and B of the inputs, uniform on 0 to 1, and for each input i the sample A with column i
//! of B. With V the variance of the results of A and B, and n the sample size (Jansen 1999; Saltelli et al. 2010):
//!
//! ```text
//! first order  1 − Σ (f(B) − f(ABᵢ))² ÷ 2nV      what fixing input i alone would take from the variance
//! total        Σ (f(A) − f(ABᵢ))² ÷ 2nV          what is left while only input i is free
//! ```

use super::summary::{count, mean, sum, variance};
use crate::Rng;

/// Results of the samples.
#[derive(Debug, Clone)]
pub(crate) struct Design {
    /// Results of A.
    pub(crate) a: Vec<f64>,
    /// Results of B.
    pub(crate) b: Vec<f64>,
    /// Results of A with one column of B, for each input.
    pub(crate) swapped: Vec<Vec<f64>>,
}

/// First-order and total index of an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Indices {
    pub(crate) first: f64,
    pub(crate) total: f64,
}

/// Runs `function` on `samples` × (`inputs` + 2) points; `seen` is shown the points of A and B alone.
pub(crate) fn run(
    samples: usize,
    inputs: usize,
    rng: &mut Rng,
    mut function: impl FnMut(&[f64], bool) -> f64,
) -> Design {
    let (mut a, mut b) = (Vec::with_capacity(samples), Vec::with_capacity(samples));
    let mut swapped = vec![Vec::with_capacity(samples); inputs];
    let (mut x, mut y) = (vec![0.0; inputs], vec![0.0; inputs]);
    for _ in 0..samples {
        x.iter_mut().for_each(|value| *value = rng.uniform());
        y.iter_mut().for_each(|value| *value = rng.uniform());
        a.push(function(&x, true));
        b.push(function(&y, true));
        for (input, results) in swapped.iter_mut().enumerate() {
            let kept = std::mem::replace(&mut x[input], y[input]);
            results.push(function(&x, false));
            x[input] = kept;
        }
    }
    Design { a, b, swapped }
}

impl Design {
    /// Variance of the results of A and B.
    pub(crate) fn variance(&self) -> f64 {
        let all: Vec<f64> = self.a.iter().chain(&self.b).copied().collect();
        variance(&all)
    }

    /// The indices of each input; nothing if the result does not vary.
    pub(crate) fn indices(&self) -> Option<Vec<Indices>> {
        let all: Vec<usize> = (0..self.a.len()).collect();
        self.of_rows(&all)
    }

    /// The indices from some of the samples, which may be repeated.
    fn of_rows(&self, rows: &[usize]) -> Option<Vec<Indices>> {
        let n = count(rows.len());
        let values: Vec<f64> = rows.iter().flat_map(|row| [self.a[*row], self.b[*row]]).collect();
        let centre = mean(&values);
        let spread = sum(values.iter().map(|x| (x - centre) * (x - centre))) / (2.0 * n - 1.0);
        if !(spread > 1e-24 * centre * centre) || !spread.is_finite() {
            return None;
        }
        let half = |base: &[f64], other: &[f64]| {
            sum(rows.iter().map(|row| (base[*row] - other[*row]) * (base[*row] - other[*row])))
                / (2.0 * n * spread)
        };
        Some(
            self.swapped
                .iter()
                .map(|other| Indices { first: 1.0 - half(&self.b, other), total: half(&self.a, other) })
                .collect(),
        )
    }

    /// The indices of `draws` samples drawn with replacement from the samples, by draw.
    pub(crate) fn bootstrap(&self, draws: usize, rng: &mut Rng) -> Vec<Vec<Indices>> {
        let n = self.a.len();
        let mut rows = vec![0; n];
        (0..draws)
            .filter_map(|_| {
                rows.iter_mut().for_each(|row| *row = rng.below64(n as u64) as usize);
                self.of_rows(&rows)
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::math::sin;

    /// Ishigami and Homma (1990): the indices are known in closed form.
    #[test]
    fn the_indices_of_ishigami_are_those_of_the_formula() {
        let pi = std::f64::consts::PI;
        let mut rng = Rng::new(11);
        let design = run(20_000, 3, &mut rng, |u, _| {
            let x: Vec<f64> = u.iter().map(|u| (2.0 * u - 1.0) * pi).collect();
            let (s1, s2) = (sin(x[0]), sin(x[1]));
            s1 + 7.0 * s2 * s2 + 0.1 * x[2] * x[2] * x[2] * x[2] * s1
        });
        let found = design.indices().unwrap();
        let wanted = [(0.3139, 0.5576), (0.4424, 0.4424), (0.0, 0.2437)];
        for (found, wanted) in found.iter().zip(wanted) {
            assert!((found.first - wanted.0).abs() < 0.03, "{found:?} {wanted:?}");
            assert!((found.total - wanted.1).abs() < 0.03, "{found:?} {wanted:?}");
        }
        assert!((design.variance() - 13.8446).abs() < 0.2);
        let draws = design.bootstrap(50, &mut rng);
        assert_eq!(draws.len(), 50);
    }

    #[test]
    fn a_constant_has_no_indices() {
        let design = run(50, 2, &mut Rng::new(1), |_, _| 3.0);
        assert_eq!(design.indices(), None);
    }
}

//! Least squares with the covariances of practice: classic, robust to unequal variances, clustered, autocorrelated.
//!
//! With residuals u, leverages h and A = (XᵀX)⁻¹ the covariance of the coefficients is A M A:
//!
//! | kind | M | source |
//! |---|---|---|
//! | classic | s² XᵀX, s² = Σu² ÷ (n − k) | Gauss |
//! | HC0 | Σ u² x xᵀ | White (1980) |
//! | HC1 | HC0 × n ÷ (n − k) | Hinkley (1977) |
//! | HC2, HC3 | u² ÷ (1 − h), u² ÷ (1 − h)² | MacKinnon and White (1985) |
//! | cluster | Σ over clusters of (Σ x u)(Σ x u)ᵀ; small samples: × G ÷ (G − 1) × (n − 1) ÷ (n − k) | Liang and Zeger (1986) |
//! | Newey–West | Σ over lags l of (1 − l ÷ (L + 1)) (Γ + Γᵀ); small samples: × n ÷ (n − k) | Newey and West (1987) |

use super::distribution::{f_sf, normal_cdf, normal_quantile, t_quantile, t_two_sided};
use super::linear::{Cholesky, LeastSquares, Matrix, dot, least_squares};
use super::summary::count;

/// How the covariance of the coefficients is estimated.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Sandwich<'a> {
    Classic,
    Hc1,
    Hc3,
    /// The cluster of each row, their number, whether to correct for few of them.
    Cluster(&'a [u32], usize, bool),
    /// The greatest lag, whether to correct for few rows.
    NeweyWest(usize, bool),
}

/// A least-squares fit that keeps its design.
#[derive(Debug, Clone)]
pub(crate) struct Regression {
    pub(crate) x: Matrix,
    pub(crate) fit: LeastSquares,
    /// Parameters beside the columns of `x` that were taken out before (fixed effects).
    pub(crate) absorbed: usize,
}

/// What a coefficient says: its error and its test.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Coefficient {
    pub(crate) value: f64,
    pub(crate) error: f64,
    pub(crate) statistic: Option<f64>,
    pub(crate) p: Option<f64>,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// A value with its error held against a normal distribution, or Student's if `df` is given.
pub(crate) fn coefficient(value: f64, error: f64, df: Option<f64>, alpha: f64) -> Coefficient {
    let quantile = match df {
        Some(df) => t_quantile(1.0 - 0.5 * alpha, df),
        None => normal_quantile(1.0 - 0.5 * alpha),
    };
    let statistic = Some(value / error).filter(|ratio| ratio.is_finite());
    let p = statistic.map(|z| match df {
        Some(df) => t_two_sided(z, df),
        None => 2.0 * normal_cdf(-z.abs()),
    });
    Coefficient { value, error, statistic, p, low: value - quantile * error, high: value + quantile * error }
}

impl Regression {
    /// The fit of `y` by the columns; nothing if they depend on each other or there are too few rows.
    pub(crate) fn fit(columns: &[&[f64]], y: &[f64], absorbed: usize) -> Option<Self> {
        let x = Matrix::from_columns(columns);
        let fit = least_squares(&x, y)?;
        Some(Self { x, fit, absorbed })
    }

    /// Rows less parameters.
    pub(crate) fn residual_df(&self) -> f64 {
        count(self.x.rows) - count(self.x.columns + self.absorbed)
    }

    /// The covariance of the coefficients.
    pub(crate) fn covariance(&self, kind: Sandwich<'_>) -> Matrix {
        let (n, k) = (self.x.rows, self.x.columns);
        let u = &self.fit.residuals;
        let inverse = &self.fit.inverse_gram;
        let df = self.residual_df();
        let mut meat = Matrix::zeros(k, k);
        let mut factor = 1.0;
        match kind {
            Sandwich::Classic => {
                let variance = dot(u, u) / df;
                let mut made = inverse.clone();
                made.data.iter_mut().for_each(|value| *value *= variance);
                return made;
            }
            Sandwich::Hc1 | Sandwich::Hc3 => {
                for (row, residual) in u.iter().enumerate() {
                    let x = self.x.row(row);
                    let mut square = residual * residual;
                    if matches!(kind, Sandwich::Hc3) {
                        // A row that alone decides a coefficient has no residual of its own.
                        let rest = (1.0 - dot(x, &inverse.times(x))).max(1e-12);
                        square /= rest * rest;
                    }
                    add_outer(&mut meat, x, x, square);
                }
                if matches!(kind, Sandwich::Hc1) {
                    factor = count(n) / df;
                }
            }
            Sandwich::Cluster(groups, number, small) => {
                let mut scores = Matrix::zeros(number, k);
                for (row, residual) in u.iter().enumerate() {
                    let at = groups[row] as usize * k;
                    for (score, x) in scores.data[at..at + k].iter_mut().zip(self.x.row(row)) {
                        *score += x * residual;
                    }
                }
                for group in 0..number {
                    add_outer(&mut meat, scores.row(group), scores.row(group), 1.0);
                }
                if small {
                    let groups = count(number);
                    factor = groups / (groups - 1.0) * (count(n) - 1.0) / df;
                }
            }
            Sandwich::NeweyWest(lags, small) => {
                for lag in 0..=lags.min(n.saturating_sub(1)) {
                    let weight = 1.0 - count(lag) / count(lags + 1);
                    for row in lag..n {
                        let (a, b) = (self.x.row(row), self.x.row(row - lag));
                        let product = weight * u[row] * u[row - lag];
                        add_outer(&mut meat, a, b, product);
                        if lag > 0 {
                            add_outer(&mut meat, b, a, product);
                        }
                    }
                }
                if small {
                    factor = count(n) / df;
                }
            }
        }
        // A M A, row by row.
        let mut made = Matrix::zeros(k, k);
        for i in 0..k {
            let left: Vec<f64> = (0..k).map(|j| dot(inverse.row(i), meat.row(j))).collect();
            for j in 0..k {
                made.set(i, j, factor * dot(&left, inverse.row(j)));
            }
        }
        made
    }

    /// A linear combination of the coefficients with its standard error.
    pub(crate) fn combination(&self, weights: &[f64], covariance: &Matrix) -> (f64, f64) {
        let value = dot(weights, &self.fit.coefficients);
        (value, dot(weights, &covariance.times(weights)).max(0.0).sqrt())
    }

    /// Share of the variance of `y` about its mean that is explained; nothing where `y` does not vary.
    pub(crate) fn r_squared(&self, y: &[f64]) -> Option<f64> {
        let mean = super::summary::mean(y);
        let total: f64 = y.iter().map(|y| (y - mean) * (y - mean)).sum();
        (total > 0.0).then(|| 1.0 - dot(&self.fit.residuals, &self.fit.residuals) / total)
    }
}

/// Adds `factor` × a bᵀ.
fn add_outer(matrix: &mut Matrix, a: &[f64], b: &[f64], factor: f64) {
    for (row, x) in matrix.data.chunks_exact_mut(b.len()).zip(a) {
        let scaled = factor * x;
        for (value, y) in row.iter_mut().zip(b) {
            *value += scaled * y;
        }
    }
}

/// Wald's test that all of `values` are 0, given their covariance: statistic and its F test with the degrees of freedom
/// of the number of values and `df`. Nothing where the covariance is not positive.
pub(crate) fn joint_test(values: &[f64], covariance: &Matrix, df: f64) -> Option<(f64, f64)> {
    if values.is_empty() || !(df > 0.0) {
        return None;
    }
    // Scaled to correlations, so that the scale of the values decides nothing.
    let n = values.len();
    let scale: Vec<f64> = (0..n).map(|i| covariance.at(i, i).sqrt()).collect();
    if scale.iter().any(|s| !(*s > 0.0 && s.is_finite())) {
        return None;
    }
    let mut scaled = Matrix::zeros(n, n);
    for i in 0..n {
        for j in 0..n {
            scaled.set(i, j, covariance.at(i, j) / (scale[i] * scale[j]));
        }
    }
    let z: Vec<f64> = values.iter().zip(&scale).map(|(value, s)| value / s).collect();
    let cholesky = Cholesky::of(&scaled)?;
    if (0..n).any(|i| cholesky.lower().at(i, i) < 1e-6) {
        return None;
    }
    let half = cholesky.forward(&z);
    let f = dot(&half, &half) / count(n);
    f.is_finite().then(|| (f, f_sf(f, count(n), df)))
}

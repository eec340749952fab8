//! Dense linear algebra of small problems: least squares by Householder reflections, symmetric positive systems by
//! Cholesky's method. Plain loops in a fixed order, so that every host gives the same bits.

/// A matrix, row by row.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Matrix {
    pub(crate) rows: usize,
    pub(crate) columns: usize,
    pub(crate) data: Vec<f64>,
}

impl Matrix {
    pub(crate) fn zeros(rows: usize, columns: usize) -> Self {
        Self { rows, columns, data: vec![0.0; rows * columns] }
    }

    /// A matrix of columns of the same length.
    pub(crate) fn from_columns(columns: &[&[f64]]) -> Self {
        let rows = columns.first().map_or(0, |column| column.len());
        let mut made = Self::zeros(rows, columns.len());
        for (j, column) in columns.iter().enumerate() {
            for (i, value) in column.iter().enumerate() {
                made.data[i * columns.len() + j] = *value;
            }
        }
        made
    }

    pub(crate) fn at(&self, row: usize, column: usize) -> f64 {
        self.data[row * self.columns + column]
    }

    pub(crate) fn set(&mut self, row: usize, column: usize, value: f64) {
        self.data[row * self.columns + column] = value;
    }

    pub(crate) fn row(&self, row: usize) -> &[f64] {
        &self.data[row * self.columns..(row + 1) * self.columns]
    }

    /// Itself times a vector.
    pub(crate) fn times(&self, vector: &[f64]) -> Vec<f64> {
        (0..self.rows).map(|row| dot(self.row(row), vector)).collect()
    }

    /// Its transpose times itself: the matrix of the normal equations.
    pub(crate) fn gram(&self) -> Self {
        let n = self.columns;
        let mut made = Self::zeros(n, n);
        for row in 0..self.rows {
            let values = self.row(row);
            for i in 0..n {
                for j in 0..=i {
                    made.data[i * n + j] += values[i] * values[j];
                }
            }
        }
        for i in 0..n {
            for j in 0..i {
                made.data[j * n + i] = made.data[i * n + j];
            }
        }
        made
    }
}

/// The inner product.
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

/// Cholesky's factor of a symmetric positive matrix.
#[derive(Debug, Clone)]
pub(crate) struct Cholesky(Matrix);

impl Cholesky {
    /// The lower factor L of L Lᵀ; nothing if the matrix is not positive.
    pub(crate) fn of(matrix: &Matrix) -> Option<Self> {
        let n = matrix.rows;
        let mut l = Matrix::zeros(n, n);
        for i in 0..n {
            for j in 0..=i {
                let sum = matrix.at(i, j) - dot(&l.row(i)[..j], &l.row(j)[..j]);
                if i == j {
                    if !(sum > 0.0) {
                        return None;
                    }
                    l.set(i, i, sum.sqrt());
                } else {
                    let value = sum / l.at(j, j);
                    l.set(i, j, value);
                }
            }
        }
        Some(Self(l))
    }

    /// L.
    pub(crate) fn lower(&self) -> &Matrix {
        &self.0
    }

    /// The solution x of L x = b.
    pub(crate) fn forward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in 0..x.len() {
            x[i] = (x[i] - dot(&self.0.row(i)[..i], &x[..i])) / self.0.at(i, i);
        }
        x
    }

    /// The solution x of Lᵀ x = b.
    pub(crate) fn backward(&self, b: &[f64]) -> Vec<f64> {
        let mut x = b.to_vec();
        for i in (0..x.len()).rev() {
            x[i] /= self.0.at(i, i);
            let value = x[i];
            for (j, other) in x[..i].iter_mut().enumerate() {
                *other -= self.0.at(i, j) * value;
            }
        }
        x
    }

    /// The solution of the system.
    pub(crate) fn solve(&self, b: &[f64]) -> Vec<f64> {
        self.backward(&self.forward(b))
    }

    /// The inverse.
    pub(crate) fn inverse(&self) -> Matrix {
        let n = self.0.rows;
        let mut made = Matrix::zeros(n, n);
        let mut unit = vec![0.0; n];
        for j in 0..n {
            unit[j] = 1.0;
            for (i, value) in self.solve(&unit).into_iter().enumerate() {
                made.set(i, j, value);
            }
            unit[j] = 0.0;
        }
        made
    }

    /// Logarithm of the determinant.
    #[cfg(test)]
    pub(crate) fn ln_determinant(&self) -> f64 {
        (0..self.0.rows).map(|i| 2.0 * super::math::ln(self.0.at(i, i))).sum()
    }
}

/// A least-squares fit.
#[derive(Debug, Clone)]
pub(crate) struct LeastSquares {
    pub(crate) coefficients: Vec<f64>,
    pub(crate) residuals: Vec<f64>,
    /// (XᵀX)⁻¹.
    pub(crate) inverse_gram: Matrix,
}

/// The least-squares fit of `y` by the columns of `x`, by Householder reflections; nothing if a column is, to 10⁻¹¹ of
/// its length, made of those before it, or if there are fewer rows than columns.
///
/// # Complexity
/// O(rows × columns²).
pub(crate) fn least_squares(x: &Matrix, y: &[f64]) -> Option<LeastSquares> {
    let (n, k) = (x.rows, x.columns);
    if n < k || y.len() != n {
        return None;
    }
    // Columns one behind the other, so that a reflection runs along them.
    let mut columns: Vec<Vec<f64>> = (0..k).map(|j| (0..n).map(|i| x.at(i, j)).collect()).collect();
    let mut rest = y.to_vec();
    let mut upper = Matrix::zeros(k, k);
    for j in 0..k {
        let whole = dot(&columns[j], &columns[j]).sqrt();
        let length = dot(&columns[j][j..], &columns[j][j..]).sqrt();
        if !(length > 1e-11 * whole) {
            return None;
        }
        let alpha = if columns[j][j] > 0.0 { -length } else { length };
        let mut v = columns[j][j..].to_vec();
        v[0] -= alpha;
        let square = dot(&v, &v);
        for column in columns[j + 1..].iter_mut().chain(std::iter::once(&mut rest)) {
            let factor = 2.0 * dot(&v, &column[j..]) / square;
            for (value, part) in column[j..].iter_mut().zip(&v) {
                *value -= factor * part;
            }
        }
        upper.set(j, j, alpha);
        for (later, column) in columns.iter().enumerate().skip(j + 1) {
            upper.set(j, later, column[j]);
        }
    }
    let solve = |b: &[f64]| {
        let mut found = b[..k].to_vec();
        for i in (0..k).rev() {
            found[i] = (found[i] - dot(&upper.row(i)[i + 1..], &found[i + 1..])) / upper.at(i, i);
        }
        found
    };
    let coefficients = solve(&rest);
    let fitted = x.times(&coefficients);
    let residuals = y.iter().zip(&fitted).map(|(y, f)| y - f).collect();
    // R⁻¹, then R⁻¹ R⁻ᵀ.
    let mut unit = vec![0.0; k];
    let mut inverse = Matrix::zeros(k, k);
    for j in 0..k {
        unit[j] = 1.0;
        for (i, value) in solve(&unit).into_iter().enumerate() {
            inverse.set(i, j, value);
        }
        unit[j] = 0.0;
    }
    let mut inverse_gram = Matrix::zeros(k, k);
    for i in 0..k {
        for j in 0..k {
            inverse_gram.set(i, j, dot(inverse.row(i), inverse.row(j)));
        }
    }
    Some(LeastSquares { coefficients, residuals, inverse_gram })
}

//! Integrals by the rule of Gauss and Legendre, panel by panel.

use super::math::cos;
use super::summary::count;

/// The rule of Gauss and Legendre on −1 to 1: exact for polynomials up to the degree 2n − 1.
#[derive(Debug, Clone)]
pub(crate) struct GaussLegendre {
    nodes: Vec<(f64, f64)>,
}

impl GaussLegendre {
    /// The rule of `n` nodes, by Newton's method on the Legendre polynomial (2 ≤ n ≤ 64).
    pub(crate) fn new(n: usize) -> Self {
        let n = n.clamp(2, 64);
        let order = count(n);
        let mut nodes = Vec::with_capacity(n);
        for i in 0..n {
            let mut x = cos(std::f64::consts::PI * (count(i) + 0.75) / (order + 0.5));
            let mut slope = 1.0;
            for _ in 0..30 {
                let (mut previous, mut value) = (1.0, x);
                for k in 2..=n {
                    let k = count(k);
                    (previous, value) = (value, ((2.0 * k - 1.0) * x * value - (k - 1.0) * previous) / k);
                }
                slope = order * (x * value - previous) / (x * x - 1.0);
                let step = value / slope;
                x -= step;
                if step.abs() < 1e-15 {
                    break;
                }
            }
            nodes.push((x, 2.0 / ((1.0 - x * x) * slope * slope)));
        }
        Self { nodes }
    }

    /// Calls `visit(x, weight)` for each node of each panel between neighbouring breaks.
    pub(crate) fn each(&self, breaks: &[f64], mut visit: impl FnMut(f64, f64)) {
        for panel in breaks.windows(2) {
            let (half, middle) = (0.5 * (panel[1] - panel[0]), 0.5 * (panel[1] + panel[0]));
            if half > 0.0 {
                for (x, weight) in &self.nodes {
                    visit(middle + half * x, half * weight);
                }
            }
        }
    }

    /// The integral of a function over panels.
    #[cfg(test)]
    pub(crate) fn integrate(&self, breaks: &[f64], mut function: impl FnMut(f64) -> f64) -> f64 {
        let mut total = 0.0;
        self.each(breaks, |x, weight| total += weight * function(x));
        total
    }
}

#[cfg(test)]
mod tests {
    use super::GaussLegendre;

    #[test]
    fn polynomials_and_panels() {
        let rule = GaussLegendre::new(8);
        let found = rule.integrate(&[0.0, 0.5, 2.0], |x| x * x * x);
        assert!((found - 4.0).abs() < 1e-14, "{found}");
        let bell = GaussLegendre::new(16)
            .integrate(&[-9.0, -4.0, 0.0, 4.0, 9.0], |x| crate::stats::math::exp(-0.5 * x * x));
        assert!((bell - (2.0 * std::f64::consts::PI).sqrt()).abs() < 1e-12, "{bell}");
    }
}

//! Fast draws of the standard normal distribution, for samplers that need millions of them.

use crate::Rng;

use super::math::{exp, ln};

const LAYERS: usize = 256;
/// Where the tail begins, for 256 layers.
const TAIL: f64 = 3.654_152_885_361_009;
/// Area of each layer, for 256 layers.
const AREA: f64 = 0.004_928_673_233_974_655;

/// Marsaglia and Tsang's ziggurat (2000) with 256 layers: in 99 of 100 draws one word, one product and one comparison.
///
/// The layer comes from the lowest 8 bits of the word and the place in it from the highest 53, so that the two are
/// independent (Doornik 2005).
#[derive(Debug, Clone)]
pub(crate) struct Ziggurat {
    /// Right edges of the layers, falling.
    edges: [f64; LAYERS + 1],
    /// The density (not normalised) at the edges.
    heights: [f64; LAYERS + 1],
}

impl Ziggurat {
    /// The tables.
    pub(crate) fn new() -> Self {
        let density = |x: f64| exp(-0.5 * x * x);
        let mut edges = [0.0; LAYERS + 1];
        edges[0] = AREA / density(TAIL);
        edges[1] = TAIL;
        for i in 2..LAYERS {
            edges[i] = (-2.0 * ln(AREA / edges[i - 1] + density(edges[i - 1]))).sqrt();
        }
        let mut heights = [1.0; LAYERS + 1];
        for (height, edge) in heights.iter_mut().zip(&edges) {
            *height = density(*edge);
        }
        Self { edges, heights }
    }

    /// One draw.
    #[inline]
    pub(crate) fn draw(&self, rng: &mut Rng) -> f64 {
        loop {
            let word = rng.next();
            let layer = (word & 0xff) as usize;
            // From −1 (included) to 1 (excluded).
            #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
            let share = (word >> 11) as f64 * (1.0 / 4_503_599_627_370_496.0) - 1.0;
            let x = share * self.edges[layer];
            if x.abs() < self.edges[layer + 1] {
                return x;
            }
            if let Some(x) = self.at_the_edge(rng, layer, x) {
                return x;
            }
        }
    }

    /// The rare cases: beyond the last edge, or between the box of a layer and the curve.
    #[cold]
    fn at_the_edge(&self, rng: &mut Rng, layer: usize, x: f64) -> Option<f64> {
        if layer == 0 {
            loop {
                let far = -ln(rng.positive()) / TAIL;
                if -2.0 * ln(rng.positive()) >= far * far {
                    return Some(if x < 0.0 { -(TAIL + far) } else { TAIL + far });
                }
            }
        }
        let (low, high) = (self.heights[layer], self.heights[layer + 1]);
        (low + rng.uniform() * (high - low) < exp(-0.5 * x * x)).then_some(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::distribution::normal_cdf;

    #[test]
    fn draws_are_normal() {
        let (ziggurat, mut rng) = (Ziggurat::new(), Rng::new(5));
        let n = 400_000;
        let mut draws: Vec<f64> = (0..n).map(|_| ziggurat.draw(&mut rng)).collect();
        draws.sort_unstable_by(f64::total_cmp);
        // Kolmogorov's distance: above 1.95 ÷ √n once in a thousand seeds.
        let distance = draws
            .iter()
            .enumerate()
            .map(|(i, x)| (normal_cdf(*x) - (i as f64 + 0.5) / f64::from(n)).abs())
            .fold(0.0, f64::max);
        assert!(distance < 1.95 / f64::from(n).sqrt(), "{distance}");
        // The tail beyond the last edge is there, as often as it should be: 2 × 0.000129.
        let beyond = draws.iter().filter(|x| x.abs() > TAIL).count() as f64;
        let expected = 2.0 * normal_cdf(-TAIL) * f64::from(n);
        assert!((beyond - expected).abs() < 4.0 * expected.sqrt(), "{beyond} of {expected}");
    }

    #[test]
    fn layers_have_one_area() {
        let ziggurat = Ziggurat::new();
        for i in 1..LAYERS - 1 {
            let area = ziggurat.edges[i] * (ziggurat.heights[i + 1] - ziggurat.heights[i]);
            assert!((area / AREA - 1.0).abs() < 1e-9, "layer {i}: {area}");
        }
    }
}

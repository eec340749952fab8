//! Power of Student's test: tails of the noncentral t distribution.

use super::distribution::normal_cdf;
use super::math::{exp, ln, ln_gamma};
use super::quadrature::GaussLegendre;
use super::summary::count;

/// P(T > t) of the noncentral t distribution with `df` degrees of freedom (at least 1) and noncentrality `delta`.
///
/// T = (Z + δ) ÷ S with S² a chi-squared variable over its degrees of freedom, so P(T > t) = E Φ(δ − t S): an integral
/// over the density of S, which is smooth and narrow.
pub(crate) fn noncentral_t_sf(t: f64, df: f64, delta: f64) -> f64 {
    let rule = GaussLegendre::new(16);
    let spread = 1.0 / (2.0 * df).sqrt();
    let ln_scale = std::f64::consts::LN_2 + 0.5 * df * ln(0.5 * df) - ln_gamma(0.5 * df);
    let density = |s: f64| exp(ln_scale + (df - 1.0) * ln(s) - 0.5 * df * s * s);
    let mut breaks = Vec::with_capacity(44);
    breaks.extend((0..25).map(|i| (1.0 + spread * (count(i) - 12.0)).max(0.0)));
    // The normal tail turns within a few steps of 1 ÷ t about δ ÷ t.
    let last = 1.0 + 12.0 * spread;
    breaks.extend(
        (0..17).map(|i| ((delta + count(i) - 8.0) / t).clamp(0.0, last)).filter(|place| !place.is_nan()),
    );
    // With few degrees of freedom the density is a power near 0 that is no polynomial.
    if df < 20.0 {
        let mut place = 0.5;
        for _ in 0..14 {
            breaks.push(place);
            place *= 0.5;
        }
    }
    breaks.sort_unstable_by(f64::total_cmp);
    let (mut above, mut mass) = (0.0, 0.0);
    rule.each(&breaks, |s, weight| {
        let share = weight * density(s);
        above += share * normal_cdf(delta - t * s);
        mass += share;
    });
    // The constant of the density loses digits where `df` is large; the mass does not.
    (above / mass).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::noncentral_t_sf;
    use crate::stats::distribution::{normal_cdf, t_cdf};
    use crate::stats::math::{exp, ln_gamma};

    /// The series of Lenth (1989, algorithm AS 243), for t above 0.
    fn series(t: f64, df: f64, delta: f64) -> f64 {
        let (x, y) = (t * t / (df + t * t), df / (df + t * t));
        let half = 0.5 * delta * delta;
        let mut p = exp(-half);
        let mut q = delta * exp(-half - ln_gamma(1.5)) / std::f64::consts::SQRT_2;
        let mut below = normal_cdf(-delta);
        for j in 0..400 {
            let j = f64::from(j);
            let part = |a: f64| crate::stats::special::beta_pq(a, 0.5 * df, x, y).0;
            below += 0.5 * (p * part(j + 0.5) + q * part(j + 1.0));
            p *= half / (j + 1.0);
            q *= half / (j + 1.5);
        }
        1.0 - below
    }

    #[test]
    fn integral_and_series_agree() {
        for df in [1.0, 2.5, 10.0, 391.7, 5000.0] {
            for delta in [0.1, 1.0, 2.8, 6.0, 12.0] {
                for t in [0.3, 1.97, 5.0, 14.0] {
                    let (found, expected) = (noncentral_t_sf(t, df, delta), series(t, df, delta));
                    assert!((found - expected).abs() < 1e-11, "{t} {df} {delta}: {found} {expected}");
                }
            }
        }
    }

    #[test]
    fn without_noncentrality_it_is_students() {
        for (t, df) in [(0.3, 1.0), (2.0, 3.0), (-1.0, 17.5), (3.0, 200.0), (1.5, 1e6)] {
            let (found, expected) = (noncentral_t_sf(t, df, 0.0), t_cdf(-t, df));
            assert!((found - expected).abs() < 1e-11, "{t} {df}: {found} {expected}");
        }
    }
}

//! The derivative of the logarithm of the gamma function.

use super::math::ln;

/// ψ(x) for x above 0: upwards by ψ(x) = ψ(x + 1) − 1 ÷ x, then the asymptotic series (DLMF 5.11.2).
pub(crate) fn digamma(x: f64) -> f64 {
    let (mut x, mut sum) = (x, 0.0);
    while x < 10.0 {
        sum -= 1.0 / x;
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let series = y * (1.0 / 12.0 - y * (1.0 / 120.0 - y * (1.0 / 252.0 - y * (1.0 / 240.0 - y / 132.0))));
    sum + ln(x) - 0.5 / x - series
}

#[cfg(test)]
mod tests {
    #[test]
    fn known_values() {
        for (x, expected) in
            [(1.0, -0.577_215_664_901_532_9), (0.5, -1.963_510_026_021_423_5), (20.0, 2.970_523_992_242_149)]
        {
            assert!((super::digamma(x) - expected).abs() < 1e-13, "{x} {}", super::digamma(x));
        }
    }
}

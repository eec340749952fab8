//! Intervals of proportions.

/// Wilson's interval (1927) of the share `count` ÷ `of`, `z` standard errors wide; it holds the share.
pub(crate) fn wilson(count: f64, of: f64, z: f64) -> (f64, f64) {
    let (share, square) = (count / of, z * z);
    let wide = of + square;
    let centre = (count + 0.5 * square) / wide;
    let half = z / wide * (count * (1.0 - share) + 0.25 * square).sqrt();
    // At the ends the formula is exact but for rounding.
    let low = if count == 0.0 { 0.0 } else { (centre - half).max(0.0).min(share) };
    let high = if count == of { 1.0 } else { (centre + half).min(1.0).max(share) };
    (low, high)
}

/// Newcombe's hybrid interval (1998, method 10) of the difference of two shares, second − first, each given as count and
/// of how many: the distances to the ends of Wilson's intervals, combined as errors are.
pub(crate) fn newcombe(first: (f64, f64), second: (f64, f64), z: f64) -> (f64, f64) {
    let ((low_a, high_a), (low_b, high_b)) = (wilson(first.0, first.1, z), wilson(second.0, second.1, z));
    let (a, b) = (first.0 / first.1, second.0 / second.1);
    let reach = |x: f64, y: f64| (x * x + y * y).sqrt();
    let low = b - a - reach(b - low_b, high_a - a);
    let high = b - a + reach(high_b - b, a - low_a);
    (low.max(-1.0), high.min(1.0))
}

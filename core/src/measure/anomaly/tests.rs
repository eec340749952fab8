//! Inner parts.

use crate::Rng;

#[test]
fn the_median_deviation_of_sorted_values_is_found_by_halving() {
    let mut rng = Rng::new(3);
    for n in 1..60 {
        let mut values: Vec<f64> = (0..n).map(|_| (4.0 * rng.normal()).round()).collect();
        values.sort_unstable_by(f64::total_cmp);
        let (quick, plain) = super::detect::deviation_for_test(&values);
        assert!((quick - plain).abs() < 1e-12, "{values:?} {quick} {plain}");
    }
}

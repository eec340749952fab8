//! Sums, means, variances and quantiles of samples.

/// The sum, compensated for rounding (Neumaier 1974), so that it hardly depends on the order.
pub(crate) fn sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let (mut total, mut lost) = (0.0_f64, 0.0);
    for value in values {
        let next = total + value;
        lost += if total.abs() >= value.abs() { (total - next) + value } else { (value - next) + total };
        total = next;
    }
    // Infinite sums have no remainder.
    if lost.is_nan() { total } else { total + lost }
}

/// The mean; not a number if there are no values.
pub(crate) fn mean(values: &[f64]) -> f64 {
    sum(values.iter().copied()) / count(values.len())
}

/// The variance with n − 1; not a number below two values.
pub(crate) fn variance(values: &[f64]) -> f64 {
    let centre = mean(values);
    sum(values.iter().map(|value| (value - centre) * (value - centre))) / (count(values.len()) - 1.0)
}

/// The quantile of a sorted sample by linear interpolation between ranks (type 7 of Hyndman and Fan 1996, the default
/// of R and NumPy).
pub(crate) fn quantile_sorted(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = count(last) * p.clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the sample")]
    let below = place.floor() as usize;
    let share = place - place.floor();
    let low = sorted[below.min(last)];
    if share == 0.0 { low } else { low + share * (sorted[(below + 1).min(last)] - low) }
}

/// The sample in ascending order.
pub(crate) fn sorted(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted
}

/// The median; not a number if there are no values.
pub(crate) fn median(values: &[f64]) -> f64 {
    quantile_sorted(&sorted(values), 0.5)
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of what memory holds are exact")]
pub(crate) fn count(n: usize) -> f64 {
    n as f64
}

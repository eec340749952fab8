//! From a value to its attainment and its score.

use super::document::{Clamp, CurvePoint, Kpi, ScoreCurve};

/// How far a value went from the baseline to the target: `(actual − baseline) ÷ (target − baseline)`.
///
/// 0 at the baseline, 1 at the target, negative when it went the wrong way, above 1 when it went
/// further; the same formula where less is better. `None` if target and baseline are the same or a
/// number is not finite.
///
/// # Examples
/// ```
/// use paceline::measure::attainment;
/// assert_eq!(attainment(8.0, 12.0, 11.0), Some(0.75));
/// assert_eq!(attainment(48.0, 36.0, 51.0), Some(-0.25)); // cost per lead: less is better
/// assert_eq!(attainment(5.0, 5.0, 7.0), None);
/// ```
pub fn attainment(baseline: f64, target: f64, actual: f64) -> Option<f64> {
    let share = (actual - baseline) / (target - baseline);
    // Adding 0 turns the -0 of a value at the baseline into 0.
    share.is_finite().then_some(share + 0.0)
}

/// The score of a value of this KPI, before the clamp.
///
/// # Complexity
/// O(points of the curve).
pub(super) fn unclamped(kpi: &Kpi, actual: f64) -> f64 {
    let u = attainment(kpi.baseline, kpi.target, actual).unwrap_or(0.0);
    match &kpi.curve {
        ScoreCurve::Linear {} => u,
        ScoreCurve::Band { low, high, tolerance } => band(*low, *high, *tolerance, actual),
        ScoreCurve::Step { steps } => step(steps, kpi.lower_is_better(), actual),
        ScoreCurve::Piecewise { points } => piecewise(points, actual),
        ScoreCurve::Logistic { steepness } => logistic(*steepness, u),
    }
}

/// The score of a value of this KPI within its clamp, or within `clamp` where it has none.
pub(super) fn score(kpi: &Kpi, clamp: Clamp, actual: f64) -> f64 {
    kpi.clamp.unwrap_or(clamp).apply(unclamped(kpi, actual))
}

fn band(low: f64, high: f64, tolerance: f64, actual: f64) -> f64 {
    let distance = (low - actual).max(actual - high).max(0.0);
    if distance == 0.0 {
        1.0
    } else if tolerance > distance {
        1.0 - distance / tolerance
    } else {
        0.0
    }
}

fn step(steps: &[CurvePoint], lower_is_better: bool, actual: f64) -> f64 {
    let reached =
        |step: &&CurvePoint| if lower_is_better { actual <= step.value } else { actual >= step.value };
    steps.iter().filter(reached).map(|step| step.score).reduce(f64::max).unwrap_or(0.0)
}

fn piecewise(points: &[CurvePoint], actual: f64) -> f64 {
    let below =
        points.iter().filter(|point| point.value <= actual).max_by(|a, b| a.value.total_cmp(&b.value));
    let above =
        points.iter().filter(|point| point.value >= actual).min_by(|a, b| a.value.total_cmp(&b.value));
    match (below, above) {
        (Some(a), Some(b)) if b.value > a.value => {
            a.score + (b.score - a.score) * ((actual - a.value) / (b.value - a.value))
        }
        (Some(point), _) | (None, Some(point)) => point.score,
        (None, None) => 0.0,
    }
}

fn logistic(steepness: f64, attainment: f64) -> f64 {
    let g = |u: f64| 1.0 / (1.0 + exp(-steepness * (u - 0.5)));
    (g(attainment.clamp(0.0, 1.0)) - g(0.0)) / (g(1.0) - g(0.0))
}

/// `eˣ` for |x| ≤ 700 by additions and multiplications alone, so that every platform gives the same
/// bits: x = k ln 2 + r with |r| ≤ ½ ln 2, the Taylor series of eʳ to the 15th power, times 2ᵏ.
fn exp(x: f64) -> f64 {
    const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
    const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
    let x = x.clamp(-700.0, 700.0);
    let k = (x * std::f64::consts::LOG2_E).round();
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let series = (1..=15).rev().fold(1.0, |sum, n| 1.0 + sum * r / f64::from(n));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "-1010 ≤ k ≤ 1010")]
    let power = f64::from_bits(((k as i64 + 1023) as u64) << 52);
    series * power
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Correctly rounded values of eˣ.
    #[test]
    fn exp_agrees_with_the_true_values() {
        for (x, expected) in [
            (0.0, 1.0),
            (1.0, std::f64::consts::E),
            (-1.0, 0.367_879_441_171_442_33),
            (10.0, 22_026.465_794_806_718),
            (-50.0, 1.928_749_847_963_917_8e-22),
            (0.5, 1.648_721_270_700_128_2),
            (700.0, 1.014_232_054_735_004_5e304),
        ] {
            assert!((exp(x) / expected - 1.0).abs() < 4e-16, "e^{x} = {}", exp(x));
        }
        assert_eq!(exp(f64::NEG_INFINITY), exp(-700.0));
    }

    #[test]
    fn a_band_without_tolerance_is_all_or_nothing() {
        assert_eq!(band(20.0, 30.0, 0.0, 30.0), 1.0);
        assert_eq!(band(20.0, 30.0, 0.0, 30.1), 0.0);
    }

    #[test]
    fn steps_count_downwards_where_less_is_better() {
        let steps = [CurvePoint { value: 60.0, score: 0.5 }, CurvePoint { value: 45.0, score: 1.0 }];
        assert_eq!(step(&steps, true, 61.0), 0.0);
        assert_eq!(step(&steps, true, 60.0), 0.5);
        assert_eq!(step(&steps, true, 40.0), 1.0);
    }
}

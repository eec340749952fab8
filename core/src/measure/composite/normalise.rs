//! Common scales, and the shape of a distribution.

use super::options::{CompositeDirection, CompositeIndicator, CompositeNormalisation};
use crate::Issue;
use crate::measure::table::place;
use crate::stats::math::ln;
use crate::stats::summary::{count, mean, sum, variance};

/// Puts the values of an indicator (gaps not a number) on a common scale.
pub(super) fn normalise(
    values: &[f64],
    indicator: &CompositeIndicator,
    kind: CompositeNormalisation,
) -> Result<Vec<f64>, Issue> {
    let name = &indicator.column;
    let lower = indicator.direction == CompositeDirection::LowerIsBetter;
    let signed: Vec<f64> = if lower { values.iter().map(|x| -x).collect() } else { values.to_vec() };
    let there: Vec<f64> = signed.iter().copied().filter(|x| !x.is_nan()).collect();
    let least = there.iter().copied().fold(f64::INFINITY, f64::min);
    let most = there.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let range = || {
        let range = most - least;
        if range > 0.0 && range.is_finite() { Ok(range) } else { Err(constant(name, range)) }
    };
    let scaled = |low: f64, high: f64, range: f64| -> Vec<f64> {
        signed.iter().map(|x| low + (high - low) * ((x - least) / range)).collect()
    };
    let below = || ranks(&signed, there.clone());
    let made: Vec<f64> = match kind {
        CompositeNormalisation::MinMax { low, high } => scaled(low, high, range()?),
        CompositeNormalisation::DistanceToMax => scaled(0.0, 1.0, range()?),
        CompositeNormalisation::ZScore { mean: centre, deviation } => {
            range()?;
            let (x, s) = (mean(&there), variance(&there).sqrt());
            if !(s > 0.0) || !s.is_finite() {
                return Err(constant(name, s));
            }
            signed.iter().map(|value| centre + deviation * ((value - x) / s)).collect()
        }
        CompositeNormalisation::Borda => below(),
        CompositeNormalisation::Rank => below().into_iter().map(|rank| rank + 1.0).collect(),
        CompositeNormalisation::PercentRank => {
            range()?;
            below().into_iter().map(|rank| rank / (count(there.len()) - 1.0)).collect()
        }
        CompositeNormalisation::FractionOfMax => {
            if lower {
                return Err(Issue::error(
                    "direction-not-supported",
                    place(name),
                    format!("less is better for `{name}`, a fraction of the largest value would turn its order around"),
                )
                .with_help("use `min_max`, `distance_to_max` or `goalposts`"));
            }
            if !(most > 0.0) {
                return Err(Issue::error(
                    "not-positive",
                    place(name),
                    format!("column `{name}` has no value above 0 to take fractions of"),
                ));
            }
            signed.iter().map(|x| x / most).collect()
        }
        CompositeNormalisation::Goalposts { low, high } => {
            let Some(posts) = indicator.goalposts else {
                return Err(Issue::error(
                    "goalposts-missing",
                    place(name),
                    format!("indicator `{name}` has no goalposts"),
                )
                .with_help("give `goalposts` with `low` and `high`"));
            };
            let width = posts.high - posts.low;
            let share = |x: f64| if lower { (posts.high - x) / width } else { (x - posts.low) / width };
            values
                .iter()
                .map(|x| if x.is_nan() { *x } else { low + (high - low) * share(*x).clamp(0.0, 1.0) })
                .collect()
        }
        CompositeNormalisation::AsIs => signed,
    };
    if made.iter().any(|x| x.is_infinite()) {
        return Err(Issue::error(
            "out-of-range",
            place(name),
            format!("the values of `{name}` are too large or too close together to put on a scale"),
        ));
    }
    Ok(made)
}

fn constant(name: &str, range: f64) -> Issue {
    if range.is_finite() || range == f64::NEG_INFINITY {
        Issue::error("constant-column", place(name), format!("all values of `{name}` are the same"))
            .with_help("leave this indicator out, it tells no unit from another, or use `goalposts`")
    } else {
        Issue::error("out-of-range", place(name), format!("the values of `{name}` are too large to compare"))
    }
}

/// How many values are below each value.
fn ranks(values: &[f64], mut there: Vec<f64>) -> Vec<f64> {
    there.sort_unstable_by(f64::total_cmp);
    values
        .iter()
        .map(|x| if x.is_nan() { *x } else { count(there.partition_point(|other| other < x)) })
        .collect()
}

/// Skewness and excess kurtosis, both corrected for the number of values (Joanes and Gill 1998, G₁ and G₂); nothing
/// for fewer than four values or if all are the same.
pub(super) fn shape(values: &[f64]) -> Option<(f64, f64)> {
    let there: Vec<f64> = values.iter().copied().filter(|x| !x.is_nan()).collect();
    let n = count(there.len());
    if n < 4.0 {
        return None;
    }
    let centre = mean(&there);
    // Scaled by the largest distance, so that no power overflows.
    let scale = there.iter().map(|x| (x - centre).abs()).fold(0.0, f64::max);
    if !(scale > 0.0) || !scale.is_finite() {
        return None;
    }
    let power = |k: u32| {
        sum(there.iter().map(|x| {
            let d = (x - centre) / scale;
            match k {
                2 => d * d,
                3 => d * d * d,
                _ => d * d * d * d,
            }
        })) / n
    };
    let (m2, m3, m4) = (power(2), power(3), power(4));
    let skewness = (n * (n - 1.0)).sqrt() / (n - 2.0) * m3 / (m2 * m2.sqrt());
    let kurtosis = (n - 1.0) / ((n - 2.0) * (n - 3.0)) * ((n + 1.0) * (m4 / (m2 * m2) - 3.0) + 6.0);
    Some((skewness, kurtosis)).filter(|(s, k)| s.is_finite() && k.is_finite())
}

/// The logarithm of the distance to just below the smallest value.
pub(super) fn logarithm(values: &[f64]) -> Vec<f64> {
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    values.iter().map(|x| ln(x - least + 0.01 * (most - least))).collect()
}

//! Mann and Whitney's test (1947): is a unit of one arm likely to have more than a unit of the other?

use serde::{Deserialize, Serialize};

use crate::stats::distribution::normal_sf;
use crate::stats::summary::count;

/// Mann and Whitney's test, by the normal approximation with the corrections for ties and continuity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RankTest {
    /// U of the treatment: pairs in which its unit has more, ties as half.
    pub u: f64,
    /// U ÷ all pairs: the probability that a unit of the treatment has more (0.5: no difference).
    pub probability_treatment_higher: f64,
    /// Two-sided p-value; 1 where all values are the same.
    pub p_value: f64,
}

/// The test of two lists of finite values, O(n log n).
pub(super) fn rank_test(control: &[f64], treatment: &[f64]) -> RankTest {
    let mut all: Vec<(f64, bool)> = Vec::with_capacity(control.len() + treatment.len());
    // −0 and 0 are the same value.
    all.extend(control.iter().map(|value| (value + 0.0, false)));
    all.extend(treatment.iter().map(|value| (value + 0.0, true)));
    all.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    let (na, nb) = (count(control.len()), count(treatment.len()));
    let (mut ranks, mut ties, mut start) = (0.0, 0.0, 0);
    while start < all.len() {
        let mut end = start + 1;
        while end < all.len() && all[end].0 == all[start].0 {
            end += 1;
        }
        let same = count(end - start);
        let treated = count(all[start..end].iter().filter(|(_, treated)| *treated).count());
        ranks += treated * (count(start) + 0.5 * (same + 1.0));
        ties += same * (same * same - 1.0);
        start = end;
    }
    let u = ranks - 0.5 * nb * (nb + 1.0);
    let (pairs, n) = (na * nb, na + nb);
    let variance = pairs / 12.0 * ((n + 1.0) - ties / (n * (n - 1.0)));
    let gap = (u - 0.5 * pairs).abs() - 0.5;
    let p_value = if variance > 0.0 { (2.0 * normal_sf(gap / variance.sqrt())).min(1.0) } else { 1.0 };
    RankTest { u, probability_treatment_higher: u / pairs, p_value }
}

#[cfg(test)]
mod tests {
    use super::rank_test;

    #[test]
    fn pairs_are_counted() {
        let (a, b) = ([1.0, 2.0, 2.0, 5.0], [2.0, 3.0, 4.0]);
        let by_hand: f64 = b
            .iter()
            .flat_map(|y| {
                a.iter().map(move |x| {
                    if y > x {
                        1.0
                    } else if y == x {
                        0.5
                    } else {
                        0.0
                    }
                })
            })
            .sum();
        assert_eq!(rank_test(&a, &b).u, by_hand);
        assert_eq!(rank_test(&[1.0, 1.0], &[1.0]).p_value, 1.0);
    }
}

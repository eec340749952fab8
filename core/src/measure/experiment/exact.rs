//! Fisher's exact test and the χ² test of a table of two rows and two columns.

use super::common::SignificanceTest;
use super::score::Counts;
use crate::stats::distribution::chi2_sf;

/// Largest number of units of Fisher's exact test.
pub(super) const MOST_EXACT: u64 = 50_000_000;
/// Tables whose probabilities differ by no more than this are as likely as each other.
const TIE: f64 = 1e-7;

/// Two-sided p-value of Fisher's exact test: the tables with the same margins that are no likelier than this one.
///
/// Probabilities are taken relative to the likeliest table and added outward from it, so nothing overflows and nothing
/// cancels. A p-value below 10⁻³⁰⁰ is 0.
pub(super) fn fisher(counts: Counts) -> f64 {
    let Counts { x_a, n_a, x_b, n_b } = counts;
    let successes = x_a + x_b;
    let (least, most) = ((successes - n_b).max(0.0), successes.min(n_a));
    let mode = ((successes + 1.0) * (n_a + 1.0) / (n_a + n_b + 2.0)).floor().clamp(least, most);
    // Probability of k + 1 ÷ probability of k.
    let up = |k: f64| (n_a - k) * (successes - k) / ((k + 1.0) * (n_b - successes + k + 1.0));
    let mut here = 1.0;
    let mut k = mode;
    while k < x_a && here > 0.0 {
        here *= up(k);
        k += 1.0;
    }
    while k > x_a && here > 0.0 {
        k -= 1.0;
        here /= up(k);
    }
    if here <= 0.0 {
        return 0.0;
    }
    let limit = here * (1.0 + TIE);
    let (mut total, mut unlikely) = (1.0, if 1.0 <= limit { 1.0 } else { 0.0 });
    let mut add = |term: f64| {
        total += term;
        if term <= limit {
            unlikely += term;
        }
        // The rest of this side adds nothing any more.
        term > 1e-18 * limit.min(1.0)
    };
    let (mut term, mut k) = (1.0, mode);
    while k < most {
        term *= up(k);
        k += 1.0;
        if !add(term) {
            break;
        }
    }
    let (mut term, mut k) = (1.0, mode);
    while k > least {
        k -= 1.0;
        term /= up(k);
        if !add(term) {
            break;
        }
    }
    (unlikely / total).min(1.0)
}

/// The χ² test, with Yates' correction if asked for; nothing where a row or column is empty.
pub(super) fn chi_squared(counts: Counts, yates: bool) -> Option<SignificanceTest> {
    let Counts { x_a, n_a, x_b, n_b } = counts;
    let total = n_a + n_b;
    let (successes, failures) = (x_a + x_b, total - x_a - x_b);
    if !(successes > 0.0 && failures > 0.0) {
        return None;
    }
    // All four cells differ from what is expected by the same number.
    let gap = (x_a - n_a * successes / total).abs();
    let gap = if yates { (gap - gap.min(0.5)).max(0.0) } else { gap };
    let statistic = gap * gap * (total / (n_a * n_b)) * (total / successes) * (total / failures);
    Some(SignificanceTest {
        statistic: Some(statistic),
        degrees_of_freedom: Some(1.0),
        p_value: chi2_sf(statistic, 1.0),
    })
}

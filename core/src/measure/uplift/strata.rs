//! Mantel and Haenszel: two groups compared within strata, then put together.

use super::rates::{Count, newcombe, on_logarithm, wald};
use crate::measure::IntervalEstimate;
use crate::stats::distribution::chi2_sf;
use crate::stats::summary::{count, sum};

/// Estimates over strata.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stratified {
    pub(super) difference: IntervalEstimate,
    pub(super) odds_ratio: Option<IntervalEstimate>,
    pub(super) risk_ratio: Option<IntervalEstimate>,
    /// Cochran–Mantel–Haenszel: chi-squared with one degree of freedom, and its p.
    pub(super) cmh: Option<(f64, f64)>,
    /// Breslow–Day with Tarone's correction: chi-squared, p.
    pub(super) breslow_day: Option<(f64, f64)>,
    /// Cochran's Q of the differences: chi-squared, p.
    pub(super) heterogeneity: Option<(f64, f64)>,
}

/// The estimates over strata (users, others), each with closed cases in both groups; nothing without strata.
pub(super) fn stratified(strata: &[(Count, Count)], z: f64) -> Option<Stratified> {
    if strata.is_empty() {
        return None;
    }
    let over = |f: &dyn Fn(Count, Count, f64) -> f64| {
        sum(strata.iter().map(|(a, b)| f(*a, *b, a.closed + b.closed)))
    };
    let weight = over(&|a, b, n| a.closed * b.closed / n);
    let value = over(&|a, b, n| (a.won * b.closed - b.won * a.closed) / n) / weight;
    let p = over(&|a, b, n| {
        let (n1, n0) = (a.closed, b.closed);
        (n1 * n1 * b.won - n0 * n0 * a.won + n1 * n0 * (n0 - n1) / 2.0) / (n * n)
    });
    let q = over(&|a, b, n| (a.won * b.lost() + b.won * a.lost()) / (2.0 * n));
    let variance = ((value * p + q) / (weight * weight)).max(0.0);
    let mut difference = wald(value, variance.sqrt(), z);
    // One stratum is the crude comparison, with its better interval.
    if let [(a, b)] = strata {
        difference = newcombe(*a, *b, z);
    }
    difference.low = difference.low.map(|low| low.max(-1.0));
    difference.high = difference.high.map(|high| high.min(1.0));
    let (r, s) = (over(&|a, b, n| a.won * b.lost() / n), over(&|a, b, n| b.won * a.lost() / n));
    let rbg = {
        let pr = over(&|a, b, n| (a.won + b.lost()) / n * (a.won * b.lost() / n));
        let qs = over(&|a, b, n| (a.lost() + b.won) / n * (b.won * a.lost() / n));
        let cross = over(&|a, b, n| {
            (a.won + b.lost()) / n * (b.won * a.lost() / n) + (a.lost() + b.won) / n * (a.won * b.lost() / n)
        });
        pr / (2.0 * r * r) + cross / (2.0 * r * s) + qs / (2.0 * s * s)
    };
    let (top, bottom) = (over(&|a, b, n| a.won * b.closed / n), over(&|a, b, n| b.won * a.closed / n));
    let spread = over(&|a, b, n| (a.closed * b.closed * (a.won + b.won) - a.won * b.won * n) / (n * n));
    let odds = r / s;
    Some(Stratified {
        difference,
        odds_ratio: on_logarithm(odds, rbg.sqrt(), z),
        risk_ratio: on_logarithm(top / bottom, (spread / (top * bottom)).sqrt(), z),
        cmh: cmh(strata),
        breslow_day: breslow_day(strata, odds),
        heterogeneity: heterogeneity(strata),
    })
}

fn finite(chi2: f64, freedom: f64) -> Option<(f64, f64)> {
    (chi2.is_finite() && freedom >= 1.0).then(|| (chi2, chi2_sf(chi2, freedom)))
}

/// Cochran–Mantel–Haenszel without correction for continuity.
fn cmh(strata: &[(Count, Count)]) -> Option<(f64, f64)> {
    let surplus = sum(strata.iter().map(|(a, b)| {
        let all = a.plus(*b);
        a.won - a.closed * all.rate()
    }));
    let variance = sum(strata.iter().filter(|(a, b)| a.closed + b.closed > 1.0).map(|(a, b)| {
        let all = a.plus(*b);
        let n = all.closed;
        a.closed * b.closed * all.won * all.lost() / (n * n * (n - 1.0))
    }));
    finite(surplus * surplus / variance, 1.0)
}

/// Whether the strata have the same odds ratio: Breslow and Day with Tarone's correction.
fn breslow_day(strata: &[(Count, Count)], odds: f64) -> Option<(f64, f64)> {
    if !(odds > 0.0 && odds.is_finite()) {
        return None;
    }
    let (mut chi2, mut surplus, mut variances, mut used) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (a, b) in strata {
        let (n1, n0, won) = (a.closed, b.closed, a.won + b.won);
        if won == 0.0 || won == n1 + n0 {
            continue;
        }
        let wanted = expected(n1, n0, won, odds);
        let variance =
            1.0 / (1.0 / wanted + 1.0 / (won - wanted) + 1.0 / (n1 - wanted) + 1.0 / (n0 - won + wanted));
        if !(variance > 0.0) {
            continue;
        }
        let excess = a.won - wanted;
        chi2.push(excess * excess / variance);
        surplus.push(excess);
        variances.push(variance);
        used += 1;
    }
    let total = sum(surplus);
    finite(sum(chi2) - total * total / sum(variances), count(used) - 1.0)
}

/// Wins of the first group in a stratum that has this odds ratio and these margins.
fn expected(n1: f64, n0: f64, won: f64, odds: f64) -> f64 {
    // (odds − 1) x² − (odds (n1 + won) + n0 − won) x + odds n1 won = 0
    let (a, b, c) = (odds - 1.0, -(odds * (n1 + won) + n0 - won), odds * n1 * won);
    let root = (b * b - 4.0 * a * c).max(0.0).sqrt();
    // b is negative, so this form of the root never cancels; the other lies beyond the margins.
    2.0 * c / (-b + root)
}

/// Cochran's Q of the differences, with weights from variances where a half is added to each cell.
fn heterogeneity(strata: &[(Count, Count)]) -> Option<(f64, f64)> {
    let rows: Vec<(f64, f64)> = strata
        .iter()
        .map(|(a, b)| {
            let smooth = |c: &Count| (c.won + 0.5) / (c.closed + 1.0);
            let (p, q) = (smooth(a), smooth(b));
            (a.rate() - b.rate(), 1.0 / (p * (1.0 - p) / a.closed + q * (1.0 - q) / b.closed))
        })
        .collect();
    let whole = sum(rows.iter().map(|(_, w)| *w));
    let centre = sum(rows.iter().map(|(d, w)| d * w)) / whole;
    finite(sum(rows.iter().map(|(d, w)| w * (d - centre) * (d - centre))), count(rows.len()) - 1.0)
}

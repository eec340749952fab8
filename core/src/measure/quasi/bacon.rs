//! What a two-way regression compares where units start at different times (Goodman-Bacon 2021).
//!
//! With sample shares n and shares of time treated D̄ the weight of a pair is its variance of the treatment, after units and
//! periods are taken out, times the squared share of its sample; the effect is the mean of the pairs by weight.

use super::panel::Panel;
use super::report::{BaconComparison, BaconDecomposition};
use crate::stats::summary::{count, sum};

/// Most cohorts that are decomposed.
const MOST_COHORTS: usize = 40;

/// The decomposition; nothing with gaps, with units that lose the treatment or have it from the first period on.
pub(super) fn decompose(panel: &Panel, cohorts: &[u32]) -> Option<BaconDecomposition> {
    let periods = panel.periods.len();
    if !panel.balanced || panel.reversed || cohorts.first() == Some(&0) || cohorts.len() > MOST_COHORTS {
        return None;
    }
    // Mean outcome of each group by period; the never treated last.
    let groups = cohorts.len() + 1;
    let mut lists: Vec<Vec<f64>> = vec![Vec::new(); groups * periods];
    let mut size = vec![0.0; groups];
    for cells in panel.cells.chunks_exact(periods) {
        let group = match panel.start[cells[0].unit as usize] {
            Some(start) => cohorts.binary_search(&start).ok()?,
            None => groups - 1,
        };
        size[group] += 1.0;
        for (time, cell) in cells.iter().enumerate() {
            lists[group * periods + time].push(cell.y);
        }
    }
    let means: Vec<f64> = lists.iter().map(|list| sum(list.iter().copied()) / count(list.len())).collect();
    let over = |group: usize, from: usize, to: usize| {
        sum(means[group * periods + from..group * periods + to].iter().copied()) / count(to - from)
    };
    let n = count(panel.units);
    let treated_share = |group: usize| count(periods - cohorts[group] as usize) / count(periods);
    let mut comparisons = Vec::new();
    let mut add = |treated: usize, control: Option<usize>, already: bool, weight: f64, effect: f64| {
        comparisons.push(BaconComparison {
            treated: panel.periods[cohorts[treated] as usize].clone(),
            control: control.map(|control| panel.periods[cohorts[control] as usize].clone()),
            already_treated: already,
            weight,
            effect,
        });
    };
    for early in 0..cohorts.len() {
        let (start, d) = (cohorts[early] as usize, treated_share(early));
        if size[groups - 1] > 0.0 {
            let both = (size[early] + size[groups - 1]) / n;
            let share = size[early] / (size[early] + size[groups - 1]);
            let effect = (over(early, start, periods) - over(early, 0, start))
                - (over(groups - 1, start, periods) - over(groups - 1, 0, start));
            add(early, None, false, both * both * share * (1.0 - share) * d * (1.0 - d), effect);
        }
        for late in early + 1..cohorts.len() {
            let (later, d_late) = (cohorts[late] as usize, treated_share(late));
            let both = (size[early] + size[late]) / n;
            let share = size[early] / (size[early] + size[late]);
            let spread = share * (1.0 - share);
            // Before the later start the later cohort is a control.
            let window = both * (1.0 - d_late);
            let effect = (over(early, start, later) - over(early, 0, start))
                - (over(late, start, later) - over(late, 0, start));
            let inside = (d - d_late) / (1.0 - d_late);
            add(early, Some(late), false, window * window * spread * inside * (1.0 - inside), effect);
            // After the earlier start the earlier cohort, already treated, is the control.
            let window = both * d;
            let effect = (over(late, later, periods) - over(late, start, later))
                - (over(early, later, periods) - over(early, start, later));
            let inside = d_late / d;
            add(late, Some(early), true, window * window * spread * inside * (1.0 - inside), effect);
        }
    }
    let total = sum(comparisons.iter().map(|found| found.weight));
    if !(total > 0.0) {
        return None;
    }
    comparisons.iter_mut().for_each(|found| found.weight /= total);
    let forbidden = sum(comparisons.iter().filter(|found| found.already_treated).map(|found| found.weight));
    Some(BaconDecomposition { forbidden_weight: forbidden, comparisons })
}

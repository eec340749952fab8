//! Two-way fixed effects: units and periods taken out of every column, then least squares.

use super::panel::Panel;
use crate::stats::linear::Matrix;
use crate::stats::regression::{Regression, Sandwich};
use crate::stats::summary::count;

/// Rounds of taking out means of a panel with gaps.
const MOST_ROUNDS: u32 = 5_000;

/// Takes the means of units and periods out of a column. In a panel without gaps one round is exact; with gaps rounds go
/// on until nothing moves (the method of alternating projections); nothing if they do not end.
pub(super) fn demean(panel: &Panel, column: &mut [f64]) -> Option<()> {
    let periods = panel.periods.len();
    let (mut unit_n, mut time_n) = (vec![0.0; panel.units], vec![0.0; periods]);
    for cell in &panel.cells {
        unit_n[cell.unit as usize] += 1.0;
        time_n[cell.time as usize] += 1.0;
    }
    let scale = column.iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    for round in 0..MOST_ROUNDS {
        let (mut by_unit, mut by_time) = (vec![0.0; panel.units], vec![0.0; periods]);
        for (cell, value) in panel.cells.iter().zip(&*column) {
            by_unit[cell.unit as usize] += value;
        }
        by_unit.iter_mut().zip(&unit_n).for_each(|(sum, n)| *sum /= f64::max(*n, 1.0));
        for (cell, value) in panel.cells.iter().zip(column.iter_mut()) {
            *value -= by_unit[cell.unit as usize];
            by_time[cell.time as usize] += *value;
        }
        by_time.iter_mut().zip(&time_n).for_each(|(sum, n)| *sum /= f64::max(*n, 1.0));
        for (cell, value) in panel.cells.iter().zip(column.iter_mut()) {
            *value -= by_time[cell.time as usize];
        }
        let moved = by_unit.iter().chain(&by_time).fold(0.0_f64, |most, value| most.max(value.abs()));
        // A second round of a complete panel takes out what rounding left.
        if (panel.balanced && round >= 1) || moved <= 1e-14 * scale {
            return Some(());
        }
    }
    None
}

/// Fixed effects that were estimated: those of the units and periods, less one for each part of the panel that has no
/// unit and period in common with the others.
fn effects(panel: &Panel) -> usize {
    let periods = panel.periods.len();
    let mut parent: Vec<usize> = (0..panel.units + periods).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    let mut seen = vec![false; panel.units + periods];
    for cell in &panel.cells {
        let (unit, time) = (cell.unit as usize, panel.units + cell.time as usize);
        (seen[unit], seen[time]) = (true, true);
        let (a, b) = (root(&mut parent, unit), root(&mut parent, time));
        parent[a] = b;
    }
    let used = seen.iter().filter(|seen| **seen).count();
    let parts = (0..parent.len()).filter(|at| seen[*at] && parent[*at] == *at).count();
    used - parts
}

/// A fit with fixed effects of units and periods.
pub(super) struct TwoWay {
    pub(super) regression: Regression,
    pub(super) covariance: Matrix,
    /// Degrees of freedom of Student's distribution: clusters − 1.
    pub(super) df: f64,
}

/// Fits `columns` with the fixed effects, clustered; nothing where they are not identified.
pub(super) fn fit(panel: &Panel, columns: &mut [Vec<f64>], small: bool) -> Option<TwoWay> {
    let mut y: Vec<f64> = panel.cells.iter().map(|cell| cell.y).collect();
    demean(panel, &mut y)?;
    let before: Vec<f64> = columns.iter().map(|column| column.iter().map(|v| v * v).sum::<f64>()).collect();
    for (column, before) in columns.iter_mut().zip(before) {
        demean(panel, column)?;
        let rest: f64 = column.iter().map(|v| v * v).sum();
        if !(rest > 1e-18 * before) {
            return None;
        }
    }
    let views: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let regression = Regression::fit(&views, &y, effects(panel))?;
    if !(regression.residual_df() > 0.0) {
        return None;
    }
    let clusters = panel.cell_clusters();
    let covariance = regression.covariance(Sandwich::Cluster(&clusters, panel.cluster_count, small));
    Some(TwoWay { regression, covariance, df: count(panel.cluster_count) - 1.0 })
}

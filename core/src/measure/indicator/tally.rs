//! Sums of terms by cell, on grids on which any order of the rows gives the same bits.

use super::compile::{Sums, What};
use super::evaluate::{Rows, Scope, Statement, finite};
use super::report::IndicatorFigure;
use super::workspace::{NONE, Numbers};
use crate::stats::distribution::normal_quantile;
use crate::stats::exact::{Bins, Extent, Grids, LARGEST, merge, total};
use crate::stats::proportion::wilson;
use crate::stats::summary;

/// The sums of every term in every cell.
pub(super) struct Tally {
    terms: Vec<Vec<Bins>>,
    ratios: Option<(Vec<Bins>, Vec<u32>)>,
    /// For each frame used and each cell: rows where nothing is missing, those of them that pass a filter, and rows that
    /// pass one but miss a cell.
    complete: Vec<Vec<u64>>,
    used: Vec<Vec<u64>>,
    missing: Vec<Vec<u64>>,
}

impl Tally {
    pub(super) fn new(sums: &Sums, scope: &Scope<'_>) -> Self {
        let mut tally = Self {
            terms: sums.terms.iter().map(|_| vec![Bins::default(); scope.cells]).collect(),
            ratios: None,
            complete: Vec::new(),
            used: Vec::new(),
            missing: Vec::new(),
        };
        for used in &sums.uses {
            let rows: Vec<u64> =
                scope.rows[used.frame][..scope.cells].iter().map(|n| u64::from(*n)).collect();
            if used.complete.is_none() && used.touched.is_none() {
                tally.missing.push(vec![0; scope.cells]);
                tally.used.push(rows.clone());
                tally.complete.push(rows);
                continue;
            }
            let (mut complete, mut touched) = (vec![0; scope.cells], vec![0; scope.cells]);
            let mut missing = vec![0; scope.cells];
            for (row, key) in scope.keys[used.frame].iter().enumerate().filter(|(_, key)| **key != NONE) {
                let key = *key as usize;
                let passes = used.touched.as_ref().is_none_or(|touched| touched[row]);
                if used.complete.as_ref().is_none_or(|complete| complete[row]) {
                    complete[key] += 1;
                    touched[key] += u64::from(passes);
                } else {
                    missing[key] += u64::from(passes);
                }
            }
            tally.complete.push(complete);
            tally.used.push(touched);
            tally.missing.push(missing);
        }
        tally
    }

    /// Counts rows.
    pub(super) fn count(&mut self, term: usize, scope: &Scope<'_>, frame: usize, counts: Rows<'_>) {
        let bins = &mut self.terms[term];
        if counts.all() {
            for (bins, rows) in bins.iter_mut().zip(&scope.rows[frame]) {
                bins[0] = f64::from(*rows);
            }
            return;
        }
        for (row, key) in scope.keys[frame].iter().enumerate() {
            if *key != NONE && counts.has(row) {
                bins[*key as usize][0] += 1.0;
            }
        }
    }

    /// Adds numbers.
    pub(super) fn add(
        &mut self,
        term: usize,
        scope: &Scope<'_>,
        frame: usize,
        counts: Rows<'_>,
        numbers: &Numbers<'_>,
    ) {
        add(&mut self.terms[term], &scope.keys[frame], counts, numbers);
    }

    /// Takes over numbers found otherwise.
    pub(super) fn set(&mut self, term: usize, counts: &[u32]) {
        for (bins, count) in self.terms[term].iter_mut().zip(counts) {
            bins[0] = f64::from(*count);
        }
    }

    /// Adds the ratios of the rows, for contrast.
    pub(super) fn contrast(
        &mut self,
        scope: &Scope<'_>,
        frame: usize,
        counts: Rows<'_>,
        [above, below]: [&Numbers<'_>; 2],
        factor: f64,
    ) {
        let ratios = || {
            let pairs = above.values.iter().zip(below.values.iter());
            pairs.map(|(above, below)| if *below == 0.0 { f64::NAN } else { above / below * factor })
        };
        let extent = Extent::over(ratios());
        if extent.largest > LARGEST {
            return;
        }
        let grids = Grids::new(extent, above.values.len());
        let none = scope.cells;
        let mut bins = vec![Bins::default(); none + 1];
        let mut rows = vec![0_u32; none + 1];
        for (row, (key, ratio)) in scope.keys[frame].iter().zip(ratios()).enumerate() {
            if !ratio.is_nan() && counts.has(row) {
                let cell = (*key as usize).min(none);
                grids.add(&mut bins[cell], ratio);
                rows[cell] += 1;
            }
        }
        bins.truncate(none);
        self.ratios = Some((bins, rows));
    }

    /// The same sums over cells put together.
    pub(super) fn merged(&self, cells: usize, place: impl Fn(usize) -> usize) -> Self {
        let join_bins = |bins: &[Bins]| {
            let mut joined = vec![Bins::default(); cells];
            bins.iter().enumerate().for_each(|(cell, bins)| merge(&mut joined[place(cell)], bins));
            joined
        };
        let join = |counts: &Vec<u64>| {
            let mut joined = vec![0; cells];
            counts.iter().enumerate().for_each(|(cell, count)| joined[place(cell)] += count);
            joined
        };
        Self {
            terms: self.terms.iter().map(|bins| join_bins(bins)).collect(),
            ratios: self.ratios.as_ref().map(|(bins, rows)| {
                let mut joined = vec![0; cells];
                rows.iter().take(bins.len()).enumerate().for_each(|(cell, n)| joined[place(cell)] += n);
                (join_bins(bins), joined)
            }),
            complete: self.complete.iter().map(join).collect(),
            used: self.used.iter().map(join).collect(),
            missing: self.missing.iter().map(join).collect(),
        }
    }

    /// The figures of the cells.
    pub(super) fn figures(&self, sums: &Sums, statement: Statement) -> Vec<IndicatorFigure> {
        let cells = self.terms.first().map_or(0, Vec::len);
        let z = normal_quantile(0.5 + statement.confidence / 2.0);
        (0..cells).map(|cell| self.figure(sums, statement, z, cell)).collect()
    }

    fn figure(&self, sums: &Sums, statement: Statement, z: f64, cell: usize) -> IndicatorFigure {
        let upper = self.part(sums, true, cell);
        let mut figure = IndicatorFigure {
            n: self.used.iter().map(|used| used[cell]).sum(),
            missing: self.missing.iter().map(|missing| missing[cell]).sum(),
            ..IndicatorFigure::default()
        };
        if !sums.ratio {
            figure.value = finite(upper.map(|value| value * statement.per));
            return figure;
        }
        (figure.numerator, figure.denominator) = (finite(upper), finite(self.part(sums, false, cell)));
        if let (Some(upper), Some(lower)) = (figure.numerator, figure.denominator) {
            if lower != 0.0 {
                figure.value = finite(Some(upper / lower * statement.per));
            }
            if statement.proportion && figure.value.is_some() && upper >= 0.0 && upper <= lower {
                let (low, high) = wilson(upper, lower, z);
                (figure.low, figure.high) = (Some(low * statement.per), Some(high * statement.per));
            }
        }
        figure.mean_of_ratios = self.ratios.as_ref().and_then(|(bins, rows)| {
            let mean = (rows[cell] > 0).then(|| total(&bins[cell]) / f64::from(rows[cell]));
            finite(mean.map(|mean| mean * statement.per))
        });
        figure
    }

    /// The sum of the terms above or below the line; nothing if the rows of one are not there.
    fn part(&self, sums: &Sums, upper: bool, cell: usize) -> Option<f64> {
        let own = || sums.terms.iter().enumerate().filter(move |(_, term)| term.upper == upper);
        let known = |place: usize, zero: bool| zero || self.complete[place][cell] > 0;
        own()
            .all(|(_, term)| known(term.place, term.zero))
            .then(|| summary::sum(own().map(|(place, term)| total(&self.terms[place][cell]) * term.factor)))
    }
}

/// Adds numbers to the cells of their rows.
fn add(bins: &mut [Bins], keys: &[u32], counts: Rows<'_>, numbers: &Numbers<'_>) {
    let grids = Grids::new(numbers.extent, keys.len());
    let values = &numbers.values;
    if grids.is_plain() && counts.all() && numbers.extent.missing == 0 {
        // Whole numbers add without rounding: one plain sum will do.
        let mut plain = vec![0.0_f64; bins.len() + 1];
        let none = bins.len();
        for (key, value) in keys.iter().zip(values.iter()) {
            plain[(*key as usize).min(none)] += value;
        }
        bins.iter_mut().zip(plain).for_each(|(bins, plain)| bins[0] = plain);
        return;
    }
    if counts.all() && numbers.extent.missing == 0 {
        let none = bins.len();
        let mut padded = vec![Bins::default(); none + 1];
        for (key, value) in keys.iter().zip(values.iter()) {
            grids.add(&mut padded[(*key as usize).min(none)], *value);
        }
        bins.copy_from_slice(&padded[..none]);
        return;
    }
    for (row, (key, value)) in keys.iter().zip(values.iter()).enumerate() {
        if *key == NONE || value.is_nan() || !counts.has(row) {
            continue;
        }
        let bins = &mut bins[*key as usize];
        if grids.is_plain() { bins[0] += value } else { grids.add(bins, *value) }
    }
}

impl Sums {
    /// Whether the sums of parts give those of the whole.
    pub(super) fn mergeable(&self) -> bool {
        !self.terms.iter().any(|term| matches!(term.what, What::Distinct { .. }))
    }
}

//! Figures of every cell of a scope.

use super::compile::{Compiled, Levels, SampleSummary, Spans, Sums, What};
use super::options::{DurationSummary, LevelSummary, PercentileMethod};
use super::report::IndicatorFigure;
use super::survival::Curve;
use super::tally::Tally;
use super::workspace::{NONE, Workspace};
use crate::stats::{exact, summary};

/// Which rows belong to which cell.
pub(super) struct Scope<'k> {
    /// Cell of each row, for each frame; [`NONE`]: in none.
    pub(super) keys: Vec<std::borrow::Cow<'k, [u32]>>,
    pub(super) cells: usize,
    /// Rows of each cell, for each frame.
    pub(super) rows: Vec<Vec<u32>>,
}

impl<'k> Scope<'k> {
    pub(super) fn new(keys: Vec<std::borrow::Cow<'k, [u32]>>, cells: usize) -> Self {
        let rows = keys
            .iter()
            .map(|keys| {
                // One more cell for the rows in none saves a branch.
                let mut rows = vec![0_u32; cells + 1];
                keys.iter().for_each(|key| rows[(*key as usize).min(cells)] += 1);
                rows
            })
            .collect();
        Self { keys, cells, rows }
    }
}

/// How figures are stated.
#[derive(Clone, Copy)]
pub(super) struct Statement {
    pub(super) per: f64,
    pub(super) proportion: bool,
    pub(super) confidence: f64,
}

/// The figure of each cell.
pub(super) fn figures(
    work: &Workspace<'_>,
    compiled: &Compiled,
    scope: &Scope<'_>,
    statement: Statement,
) -> Vec<IndicatorFigure> {
    match compiled {
        Compiled::Sums(sums) => tally(work, sums, scope).figures(sums, statement),
        Compiled::Sample { frame, values, mask, summary } => {
            let values = &work.numbers(*values).values;
            let known = |row: usize| !values[row].is_nan();
            let cells = Cells::new(scope, *frame, mask.as_deref(), known);
            let mut sample = Vec::new();
            cells.map(|rows| {
                sample.clear();
                sample.extend(rows.iter().map(|row| values[*row as usize]));
                let value = match summary {
                    SampleSummary::Mean => {
                        (!sample.is_empty()).then(|| exact::sum(&sample) / summary::count(sample.len()))
                    }
                    SampleSummary::Percentile { p, method } => {
                        sample.sort_unstable_by(f64::total_cmp);
                        percentile(&sample, *p, *method)
                    }
                };
                IndicatorFigure {
                    value: finite(value.map(|value| value * statement.per)),
                    ..IndicatorFigure::default()
                }
            })
        }
        Compiled::Levels(levels) => level_figures(work, levels, scope, statement),
        Compiled::Distinct { frame, codes, count, mask } => {
            let (different, used, missing) = distinct(scope, *frame, codes, *count, mask.as_deref(), None);
            (0..scope.cells)
                .map(|cell| IndicatorFigure {
                    value: (used[cell] > 0).then(|| summary::count(different[cell] as usize) * statement.per),
                    n: u64::from(used[cell]),
                    missing: u64::from(missing[cell]),
                    ..IndicatorFigure::default()
                })
                .collect()
        }
        Compiled::Spans(spans) => span_figures(spans, scope, statement),
    }
}

/// The sums of each cell.
pub(super) fn tally(work: &Workspace<'_>, sums: &Sums, scope: &Scope<'_>) -> Tally {
    let mut tally = Tally::new(sums, scope);
    for (place, term) in sums.terms.iter().enumerate() {
        let used = &sums.uses[term.place];
        let counts = Rows { complete: used.complete.as_deref(), mask: term.mask.as_deref() };
        match &term.what {
            What::Rows => tally.count(place, scope, used.frame, counts),
            What::Column(column) => tally.add(place, scope, used.frame, counts, work.numbers(*column)),
            What::Distinct { codes, count } => {
                let (different, _, _) = distinct(
                    scope,
                    used.frame,
                    codes,
                    *count,
                    term.mask.as_deref(),
                    used.complete.as_deref(),
                );
                tally.set(place, &different);
            }
        }
    }
    if let (Some(contrast), [used]) = (sums.contrast, sums.uses.as_slice()) {
        let mask = sums.terms.first().and_then(|term| term.mask.as_deref());
        let counts = Rows { complete: used.complete.as_deref(), mask };
        let columns = [work.numbers(contrast.above), work.numbers(contrast.below)];
        tally.contrast(scope, used.frame, counts, columns, contrast.factor);
    }
    tally
}

/// Which rows of a cell count.
#[derive(Clone, Copy)]
pub(super) struct Rows<'m> {
    pub(super) complete: Option<&'m [bool]>,
    pub(super) mask: Option<&'m [bool]>,
}

impl Rows<'_> {
    /// Whether every row counts.
    pub(super) fn all(self) -> bool {
        self.complete.is_none() && self.mask.is_none()
    }

    pub(super) fn has(self, row: usize) -> bool {
        self.complete.is_none_or(|complete| complete[row]) && self.mask.is_none_or(|mask| mask[row])
    }
}

/// The rows of each cell, side by side.
struct Cells {
    starts: Vec<usize>,
    rows: Vec<u32>,
    missing: Vec<u32>,
}

impl Cells {
    fn new(scope: &Scope<'_>, frame: usize, mask: Option<&[bool]>, known: impl Fn(usize) -> bool) -> Self {
        let keys = &scope.keys[frame];
        let mut starts = vec![0_usize; scope.cells + 1];
        let mut missing = vec![0_u32; scope.cells];
        let mut place: Vec<u32> = vec![NONE; keys.len()];
        for (row, key) in keys.iter().enumerate() {
            if *key == NONE || mask.is_some_and(|mask| !mask[row]) {
                continue;
            }
            if known(row) {
                place[row] = *key;
                starts[*key as usize + 1] += 1;
            } else {
                missing[*key as usize] += 1;
            }
        }
        for cell in 0..scope.cells {
            starts[cell + 1] += starts[cell];
        }
        let mut next = starts.clone();
        let mut rows = vec![0_u32; starts[scope.cells]];
        for (row, key) in place.iter().enumerate().filter(|(_, key)| **key != NONE) {
            rows[next[*key as usize]] = u32::try_from(row).unwrap_or(NONE);
            next[*key as usize] += 1;
        }
        Self { starts, rows, missing }
    }

    /// A figure for the rows of each cell; the counts are filled in.
    fn map(&self, mut figure: impl FnMut(&[u32]) -> IndicatorFigure) -> Vec<IndicatorFigure> {
        self.starts
            .windows(2)
            .zip(&self.missing)
            .map(|(span, missing)| {
                let rows = &self.rows[span[0]..span[1]];
                IndicatorFigure { n: rows.len() as u64, missing: u64::from(*missing), ..figure(rows) }
            })
            .collect()
    }
}

/// How many different values there are in each cell, the rows with a value, and those without.
fn distinct(
    scope: &Scope<'_>,
    frame: usize,
    codes: &[u32],
    count: u32,
    mask: Option<&[bool]>,
    complete: Option<&[bool]>,
) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let mut different = vec![0_u32; scope.cells];
    let mut used = vec![0_u32; scope.cells];
    let mut missing = vec![0_u32; scope.cells];
    let width = u64::from(count.max(1));
    let bits = width.saturating_mul(scope.cells as u64);
    let mut seen =
        if bits <= 1 << 27 { vec![0_u64; usize::try_from(bits / 64 + 1).unwrap_or(0)] } else { Vec::new() };
    let mut pairs: Vec<u64> = Vec::new();
    for (row, key) in scope.keys[frame].iter().enumerate() {
        if *key == NONE || !(Rows { complete, mask }).has(row) {
            continue;
        }
        if codes[row] == NONE {
            missing[*key as usize] += 1;
            continue;
        }
        used[*key as usize] += 1;
        let pair = u64::from(*key) * width + u64::from(codes[row]);
        if seen.is_empty() {
            pairs.push(pair);
            continue;
        }
        let (word, bit) = (usize::try_from(pair / 64).unwrap_or(0), 1_u64 << (pair % 64));
        if seen[word] & bit == 0 {
            seen[word] |= bit;
            different[*key as usize] += 1;
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    for pair in pairs {
        different[usize::try_from(pair / width).unwrap_or(0)] += 1;
    }
    (different, used, missing)
}

/// The percentile of a sorted sample.
fn percentile(sorted: &[f64], p: f64, method: PercentileMethod) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let n = summary::count(sorted.len());
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the sample")]
    let at = |rank: f64| sorted[((rank.max(1.0) - 1.0) as usize).min(last)];
    // Products that are whole but for rounding are whole.
    let near = |place: f64| if (place - place.round()).abs() < 1e-9 { place.round() } else { place };
    let between = |place: f64| {
        let place = near(place).clamp(1.0, n);
        let low = at(place.floor());
        let share = place - place.floor();
        if share == 0.0 { low } else { low + share * (at(place.floor() + 1.0) - low) }
    };
    Some(match method {
        PercentileMethod::InvertedCdf => at(near(n * p).ceil()),
        PercentileMethod::AveragedInvertedCdf => {
            let place = near(n * p);
            if place == place.floor() { f64::midpoint(at(place), at(place + 1.0)) } else { at(place.ceil()) }
        }
        PercentileMethod::ClosestObservation => {
            let place = near(n * p - 0.5);
            let even = place == place.floor() && (place / 2.0).floor() * 2.0 == place;
            at(if even { place } else { place.floor() + 1.0 })
        }
        PercentileMethod::InterpolatedInvertedCdf => between(n * p),
        PercentileMethod::Hazen => between(n * p + 0.5),
        PercentileMethod::Weibull => between((n + 1.0) * p),
        PercentileMethod::Linear => between((n - 1.0) * p + 1.0),
        PercentileMethod::MedianUnbiased => between((n + 1.0 / 3.0) * p + 1.0 / 3.0),
        PercentileMethod::NormalUnbiased => between((n + 0.25) * p + 0.375),
    })
}

fn level_figures(
    work: &Workspace<'_>,
    levels: &Levels,
    scope: &Scope<'_>,
    statement: Statement,
) -> Vec<IndicatorFigure> {
    let values = &work.numbers(levels.values).values;
    let known = |row: usize| !values[row].is_nan() && levels.order[row] != u64::MAX && levels.of[row] != NONE;
    let cells = Cells::new(scope, levels.frame, levels.mask.as_deref(), known);
    let mut sample: Vec<(u32, u64, f64)> = Vec::new();
    cells.map(|rows| {
        sample.clear();
        sample.extend(rows.iter().map(|row| {
            let row = *row as usize;
            (levels.of[row], levels.order[row], values[row])
        }));
        sample.sort_unstable_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
        let each: Vec<f64> =
            sample.chunk_by(|a, b| a.0 == b.0).map(|levels_of| level(levels_of, levels.summary)).collect();
        let value = (!each.is_empty()).then(|| exact::sum(&each) * statement.per);
        IndicatorFigure { value: finite(value), ..IndicatorFigure::default() }
    })
}

/// What stands for the levels of one thing, in the order of time.
fn level(rows: &[(u32, u64, f64)], summary: LevelSummary) -> f64 {
    let moments: Vec<f64> = rows
        .chunk_by(|a, b| a.1 == b.1)
        .map(|same| {
            exact::sum(&same.iter().map(|row| row.2).collect::<Vec<_>>()) / summary::count(same.len())
        })
        .collect();
    let first = moments.first().copied().unwrap_or(0.0);
    let last = moments.last().copied().unwrap_or(0.0);
    let lowest = moments.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = moments.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    match summary {
        LevelSummary::First => first,
        LevelSummary::Last => last,
        LevelSummary::Average => exact::sum(&moments) / summary::count(moments.len()),
        LevelSummary::Lowest => lowest,
        LevelSummary::Highest => highest,
        LevelSummary::Change => last - first,
        LevelSummary::Range => highest - lowest,
    }
}

fn span_figures(spans: &Spans, scope: &Scope<'_>, statement: Statement) -> Vec<IndicatorFigure> {
    let known = |row: usize| !spans.seconds[row].is_nan();
    let cells = Cells::new(scope, spans.frame, spans.mask.as_deref(), known);
    let mut items: Vec<(f64, bool)> = Vec::new();
    cells.map(|rows| {
        items.clear();
        items.extend(rows.iter().map(|row| (spans.seconds[*row as usize], spans.ended[*row as usize])));
        let open = items.iter().filter(|item| !item.1).count() as u64;
        if items.is_empty() {
            return IndicatorFigure::default();
        }
        let curve = Curve::new(&mut items, statement.confidence);
        let unit = |found: (Option<f64>, Option<f64>, Option<f64>), factor: f64| {
            [found.0, found.1, found.2].map(|value| finite(value.map(|value| value * factor)))
        };
        let [value, low, high] = match spans.summary {
            DurationSummary::Quantile { p } => unit(curve.quantile(p), statement.per / spans.unit),
            DurationSummary::ShareWithin { limit } => {
                unit(curve.share_within(limit * spans.unit), statement.per)
            }
            DurationSummary::RestrictedMean { limit } => {
                unit((curve.restricted_mean(limit * spans.unit), None, None), statement.per / spans.unit)
            }
        };
        // An interval without its value says nothing.
        let (low, high) = if value.is_some() { (low, high) } else { (None, None) };
        IndicatorFigure { value, low, high, open, ..IndicatorFigure::default() }
    })
}

/// A number that can be written.
pub(super) fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite()).map(|value| value + 0.0)
}

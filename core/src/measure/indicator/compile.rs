//! From an indicator as it is asked to columns, masks and terms.

use std::borrow::Cow;

use super::groups::number;
use super::options::{
    DurationSummary, IndicatorMeasure, IndicatorTerm, LevelSummary, PercentileMethod, RowFilter,
};
use super::resolve::Job;
use super::workspace::{AnyColumn, Moments, NONE, Workspace, known_before};
use crate::Issue;
use crate::measure::Table;

/// What is evaluated for an indicator.
pub(super) enum Compiled {
    /// Sums and ratios of sums.
    Sums(Sums),
    /// A figure made from the numbers of the rows of a cell.
    Sample { frame: usize, values: usize, mask: Option<Vec<bool>>, summary: SampleSummary },
    /// Levels over time.
    Levels(Levels),
    /// Different values.
    Distinct { frame: usize, codes: Vec<u32>, count: u32, mask: Option<Vec<bool>> },
    /// Times that may be open.
    Spans(Spans),
}

/// What is said of the numbers of a cell.
#[derive(Clone, Copy)]
pub(super) enum SampleSummary {
    Mean,
    Percentile { p: f64, method: PercentileMethod },
}

/// Sums of terms, above and below a line.
pub(super) struct Sums {
    pub(super) ratio: bool,
    pub(super) terms: Vec<Term>,
    pub(super) uses: Vec<FrameUse>,
    /// The two columns of a plain ratio, for the mean of its ratios.
    pub(super) contrast: Option<Contrast>,
}

/// Two columns of the same rows, and what their quotient is multiplied by.
#[derive(Clone, Copy)]
pub(super) struct Contrast {
    pub(super) above: usize,
    pub(super) below: usize,
    pub(super) factor: f64,
}

/// One term.
pub(super) struct Term {
    /// Place among the frames used.
    pub(super) place: usize,
    pub(super) what: What,
    pub(super) factor: f64,
    pub(super) upper: bool,
    pub(super) mask: Option<Vec<bool>>,
    /// Whether groups without rows count as 0.
    pub(super) zero: bool,
}

/// What a term adds.
pub(super) enum What {
    Rows,
    Column(usize),
    Distinct { codes: Vec<u32>, count: u32 },
}

/// A frame used by terms.
pub(super) struct FrameUse {
    pub(super) frame: usize,
    /// Rows where no term misses its cell; absent: all.
    pub(super) complete: Option<Vec<bool>>,
    /// Rows that pass the filters of at least one term; absent: all.
    pub(super) touched: Option<Vec<bool>>,
}

/// Levels over time.
pub(super) struct Levels {
    pub(super) frame: usize,
    pub(super) values: usize,
    pub(super) order: Vec<u64>,
    pub(super) of: Vec<u32>,
    pub(super) mask: Option<Vec<bool>>,
    pub(super) summary: LevelSummary,
}

/// Times that may be open.
pub(super) struct Spans {
    pub(super) frame: usize,
    /// Seconds from the begin to the end or the review; not a number where it is not known.
    pub(super) seconds: Vec<f64>,
    pub(super) ended: Vec<bool>,
    pub(super) mask: Option<Vec<bool>>,
    pub(super) summary: DurationSummary,
    pub(super) unit: f64,
    /// Rows that end before they begin.
    pub(super) reversed: u64,
}

impl Compiled {
    /// How many columns it goes through.
    pub(super) fn terms(&self) -> usize {
        match self {
            Self::Sums(sums) => sums.terms.len(),
            _ => 1,
        }
    }

    /// The frames whose rows it looks at.
    pub(super) fn frames(&self) -> Vec<usize> {
        match self {
            Self::Sums(sums) => sums.uses.iter().map(|used| used.frame).collect(),
            Self::Sample { frame, .. } | Self::Distinct { frame, .. } => vec![*frame],
            Self::Levels(levels) => vec![levels.frame],
            Self::Spans(spans) => vec![spans.frame],
        }
    }
}

/// Compiles one indicator; faults are left in the workspace.
pub(super) fn compile(work: &mut Workspace<'_>, job: &Job) -> Option<Compiled> {
    let at = format!("indicators/{}", job.id);
    match &job.measure {
        IndicatorMeasure::Sum { terms } => sums(work, job, terms, &[], false, &at),
        IndicatorMeasure::Ratio { numerator, denominator } => {
            sums(work, job, numerator, denominator, true, &at)
        }
        IndicatorMeasure::Mean { column, over } => {
            sample(work, job, column, over.as_deref(), SampleSummary::Mean, &at)
        }
        IndicatorMeasure::Percentile { column, over, p, method } => {
            let summary = SampleSummary::Percentile { p: *p, method: *method };
            sample(work, job, column, over.as_deref(), summary, &at)
        }
        IndicatorMeasure::Level { .. } => levels(work, job, &at),
        IndicatorMeasure::Distinct { column } => {
            let frame = frame(work, job, None, None, &at)?;
            let mask = mask(work, frame, &job.filters, &[], &at);
            let (codes, count) = codes(work, frame, column)?;
            Some(Compiled::Distinct { frame, codes, count, mask })
        }
        IndicatorMeasure::Duration { start, end, summary, unit } => {
            let frame = frame(work, job, None, Some(start), &at)?;
            let mask = mask(work, frame, &job.filters, &[], &at);
            let (name, table) = (work.frames[frame].name, work.frames[frame].table);
            let starts = work.times(name, table, start);
            let empty = table.reader().texts(end).is_some_and(|texts| texts.values.is_empty());
            let ends = if empty {
                Some(Moments::Each(vec![Table::NO_TIME; table.rows()]))
            } else {
                work.times(name, table, end)
            };
            spans(work, frame, &starts?, &ends?, mask, *summary, unit.seconds(), &at)
        }
    }
}

/// The frame of a term's table, else of the indicator's, else of the only one.
fn frame(
    work: &mut Workspace<'_>,
    job: &Job,
    table: Option<&str>,
    time: Option<&str>,
    at: &str,
) -> Option<usize> {
    let Some(name) = table.or(job.table.as_deref()).or(work.tables.only()) else {
        work.issues.push(
            Issue::error("table-needed", at, "there is more than one table and none is named")
                .with_help("say in `table` which one is measured"),
        );
        return None;
    };
    let name = name.to_owned();
    work.frame(&name, time, at)
}

fn mask(
    work: &mut Workspace<'_>,
    frame: usize,
    common: &[RowFilter],
    own: &[RowFilter],
    at: &str,
) -> Option<Vec<bool>> {
    let (name, table) = (work.frames[frame].name, work.frames[frame].table);
    let filters: Vec<&RowFilter> = common.iter().chain(own).collect();
    work.mask(name, table, &filters, at)
}

/// Numbers for the different values of a column.
fn codes(work: &mut Workspace<'_>, frame: usize, column: &str) -> Option<(Vec<u32>, u32)> {
    let (name, table) = (work.frames[frame].name, work.frames[frame].table);
    let (codes, count) = match work.any(name, table, column)? {
        AnyColumn::Texts(texts) => {
            // Tables made by hand may say the same text twice.
            let mut places = std::collections::BTreeMap::new();
            let ranks: Vec<u32> = texts
                .values
                .iter()
                .map(|text| {
                    let next = u32::try_from(places.len()).unwrap_or(NONE);
                    *places.entry(text.as_str()).or_insert(next)
                })
                .collect();
            let codes = texts.codes.iter().map(|code| ranks.get(*code as usize).copied().unwrap_or(NONE));
            (codes.collect(), places.len())
        }
        AnyColumn::Numbers(values) => {
            let (codes, different) =
                number(values.iter().map(|value| (!value.is_nan()).then(|| (value + 0.0).to_bits())));
            (codes, different.len())
        }
        AnyColumn::Times(values) => {
            let keys = values.iter().map(|time| (*time != Table::NO_TIME).then(|| time.cast_unsigned()));
            let (codes, different) = number(keys);
            (codes, different.len())
        }
    };
    Some((codes, u32::try_from(count).unwrap_or(NONE)))
}

fn sums(
    work: &mut Workspace<'_>,
    job: &Job,
    upper: &[IndicatorTerm],
    lower: &[IndicatorTerm],
    ratio: bool,
    at: &str,
) -> Option<Compiled> {
    let mut uses: Vec<FrameUse> = Vec::new();
    let mut terms: Vec<Term> = Vec::new();
    let mut sound = true;
    for (term, is_upper) in
        upper.iter().map(|term| (term, true)).chain(lower.iter().map(|term| (term, false)))
    {
        match one_term(work, job, term, is_upper, &mut uses, at) {
            Some(term) => terms.push(term),
            None => sound = false,
        }
    }
    if !sound {
        return None;
    }
    for (place, used) in uses.iter_mut().enumerate() {
        let rows = work.frames[used.frame].rows;
        let own: Vec<&Term> = terms.iter().filter(|term| term.place == place).collect();
        for term in &own {
            let missing = |row: usize| match &term.what {
                What::Rows => false,
                What::Column(column) => work.numbers(*column).values[row].is_nan(),
                What::Distinct { codes, .. } => codes[row] == NONE,
            };
            let any_missing = match &term.what {
                What::Rows => false,
                What::Column(column) => work.numbers(*column).extent.missing > 0,
                What::Distinct { codes, .. } => codes.contains(&NONE),
            };
            if !any_missing {
                continue;
            }
            let complete = used.complete.get_or_insert_with(|| vec![true; rows]);
            for (row, complete) in complete.iter_mut().enumerate() {
                let counts = term.mask.as_ref().is_none_or(|mask| mask[row]);
                *complete &= !(counts && missing(row));
            }
        }
        if own.iter().all(|term| term.mask.is_some()) {
            let mut touched = vec![false; rows];
            for mask in own.iter().filter_map(|term| term.mask.as_ref()) {
                touched.iter_mut().zip(mask).for_each(|(touched, pass)| *touched |= pass);
            }
            used.touched = Some(touched);
        }
    }
    let contrast = contrast(&terms, ratio);
    Some(Compiled::Sums(Sums { ratio, terms, uses, contrast }))
}

fn one_term(
    work: &mut Workspace<'_>,
    job: &Job,
    term: &IndicatorTerm,
    upper: bool,
    uses: &mut Vec<FrameUse>,
    at: &str,
) -> Option<Term> {
    let frame = frame(work, job, term.table.as_deref(), None, at)?;
    let mask = mask(work, frame, &job.filters, &term.filters, at);
    let (name, table) = (work.frames[frame].name, work.frames[frame].table);
    let what = match &term.column {
        None => What::Rows,
        Some(column) if term.distinct => {
            let (codes, count) = codes(work, frame, column)?;
            What::Distinct { codes, count }
        }
        Some(column) => {
            let place = work.number_column(name, table, column)?;
            match term.missing_as {
                Some(fill) if work.numbers(place).extent.missing > 0 => {
                    let filled = work.numbers(place).values.iter();
                    let filled: Vec<f64> =
                        filled.map(|value| if value.is_nan() { fill } else { *value }).collect();
                    What::Column(work.keep(Cow::Owned(filled), at)?)
                }
                _ => What::Column(place),
            }
        }
    };
    let place = uses.iter().position(|used| used.frame == frame).unwrap_or_else(|| {
        uses.push(FrameUse { frame, complete: None, touched: None });
        uses.len() - 1
    });
    Some(Term { place, what, factor: term.factor, upper, mask, zero: term.missing_as.is_some() })
}

/// The two columns of a ratio that is one column over another of the same rows.
fn contrast(terms: &[Term], ratio: bool) -> Option<Contrast> {
    let [upper, lower] = terms else { return None };
    let (What::Column(above), What::Column(below)) = (&upper.what, &lower.what) else { return None };
    let same = ratio && upper.place == lower.place && upper.mask == lower.mask;
    same.then(|| Contrast { above: *above, below: *below, factor: upper.factor / lower.factor })
}

fn sample(
    work: &mut Workspace<'_>,
    job: &Job,
    column: &str,
    over: Option<&str>,
    summary: SampleSummary,
    at: &str,
) -> Option<Compiled> {
    let frame = frame(work, job, None, None, at)?;
    let mask = mask(work, frame, &job.filters, &[], at);
    let (name, table) = (work.frames[frame].name, work.frames[frame].table);
    let values = work.quotients(name, table, column, over)?;
    Some(Compiled::Sample { frame, values, mask, summary })
}

fn levels(work: &mut Workspace<'_>, job: &Job, at: &str) -> Option<Compiled> {
    let IndicatorMeasure::Level { column, summary, of, order } = &job.measure else { return None };
    let frame = frame(work, job, None, None, at)?;
    let mask = mask(work, frame, &job.filters, &[], at);
    let (name, table) = (work.frames[frame].name, work.frames[frame].table);
    let values = work.number_column(name, table, column);
    let of = match of {
        Some(of) => codes(work, frame, of).map(|(codes, _)| codes),
        None => Some(vec![0; table.rows()]),
    };
    let order = match order.clone().or_else(|| work.frames[frame].time.clone()) {
        None => {
            work.issues.push(
                Issue::error(
                    "order-needed",
                    at,
                    format!("nothing says in which order the levels of `{name}` come"),
                )
                .with_help("name a column of times or numbers in `order`"),
            );
            None
        }
        Some(column) => match table.reader().numbers(&column) {
            Some(numbers) => Some(
                numbers
                    .iter()
                    .map(|number| if number.is_nan() { u64::MAX } else { super::groups::ordered(*number) })
                    .collect(),
            ),
            None => work.times(name, table, &column).map(|times| {
                let key = |row| match times.get(row) {
                    Table::NO_TIME => u64::MAX,
                    seconds => seconds.cast_unsigned() ^ (1 << 63),
                };
                (0..table.rows()).map(key).collect()
            }),
        },
    };
    Some(Compiled::Levels(Levels { frame, values: values?, order: order?, of: of?, mask, summary: *summary }))
}

#[expect(clippy::too_many_arguments, reason = "the parts of one measure")]
fn spans(
    work: &mut Workspace<'_>,
    frame: usize,
    starts: &Moments<'_>,
    ends: &Moments<'_>,
    mask: Option<Vec<bool>>,
    summary: DurationSummary,
    unit: f64,
    at: &str,
) -> Option<Compiled> {
    let limit = work.options.as_of.map(known_before);
    let rows = work.frames[frame].rows;
    let mut seconds = vec![f64::NAN; rows];
    let mut ended = vec![false; rows];
    let (mut reversed, mut open_without_review) = (0, false);
    for row in 0..rows {
        if mask.as_ref().is_some_and(|mask| !mask[row]) {
            continue;
        }
        let (start, end) = (starts.get(row), ends.get(row));
        if start == Table::NO_TIME || limit.is_some_and(|limit| start >= limit) {
            continue;
        }
        let closed = end != Table::NO_TIME && limit.is_none_or(|limit| end < limit);
        let until = match (closed, limit) {
            (true, _) => end,
            (false, Some(limit)) => limit,
            (false, None) => {
                open_without_review = true;
                continue;
            }
        };
        if until < start {
            reversed += 1;
            continue;
        }
        #[expect(clippy::cast_precision_loss, reason = "seconds of some centuries")]
        let span = (until - start) as f64;
        (seconds[row], ended[row]) = (span, closed);
    }
    if open_without_review {
        work.issues.push(
            Issue::error("missing-as-of", at, "some items have not ended, and nothing says by when")
                .with_help("give the date of the review in `as_of`"),
        );
        return None;
    }
    Some(Compiled::Spans(Spans { frame, seconds, ended, mask, summary, unit, reversed }))
}

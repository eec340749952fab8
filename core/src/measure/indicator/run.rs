//! Computes indicators: totals, groups, periods, comparisons and spans to date.

use std::borrow::Cow;

use super::calendar::{DAY, FiscalCalendar, PeriodGrain, when};
use super::compile::{Compiled, compile};
use super::evaluate::{Scope, Statement, figures, tally};
use super::groups::{Grouping, bucket_days, check_size};
use super::options::{IndicatorMeasure, IndicatorOptions};
use super::report::{
    IndicatorAdditivity, IndicatorCell, IndicatorChange, IndicatorFigure, IndicatorReport, IndicatorSeries,
    IndicatorToDate,
};
use super::resolve::{Job, jobs};
use super::tables::IndicatorTables;
use super::workspace::{NONE, Workspace, check, known_before};
use super::{MAX_WORK, ToDateSpan};
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::quantity::When;
use crate::{Issue, Issues};

/// Computes indicators from tables: in total, by group and period, against earlier periods, to date.
///
/// The order of the rows changes no bit of the result.
///
/// # Errors
/// Every fault of the options, the tables and the columns: `no-indicators`, `unknown-kpi`, `unknown-role`,
/// `unknown-table`, `unknown-column`, `column-not-numbers`, `column-not-dates`, `empty-table`, `filter-kind`,
/// `missing-as-of`, `number-out-of-range`, `too-many-groups` and others.
///
/// # Complexity
/// O(rows) for sums and ratios, for each indicator and each span to date; O(n log n) within groups for percentiles,
/// levels and durations. A report makes at most two million sums (groups and periods, times terms).
///
/// # Examples
/// ```
/// use paceline::measure::indicator::{IndicatorOptions, IndicatorTables, indicators};
/// let tables: IndicatorTables = serde_json::from_str(
///     r#"{ "posts": { "date": ["2026-03-02", "2026-03-03", "2026-04-01"], "channel": ["a", "b", "a"],
///                     "interactions": [10, 5, 9], "reach": [100, 200, null] } }"#,
/// )?;
/// let options: IndicatorOptions = serde_json::from_str(
///     r#"{ "indicators": [{ "catalogue": "engagement-rate-by-reach" }], "grain": "month" }"#,
/// )?;
/// let report = indicators(&tables, &options)?;
/// let rate = &report.indicators[0];
/// // (10 + 5) ÷ (100 + 200): the post without a reach counts in neither sum.
/// assert_eq!((rate.total.value, rate.total.n, rate.total.missing), (Some(5.0), 2, 1));
/// assert_eq!(rate.total.mean_of_ratios, Some(6.25)); // the popular mistake
/// assert_eq!(rate.cells[1].figure.value, None); // April is not known: it is no zero
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn indicators(tables: &IndicatorTables, options: &IndicatorOptions) -> Result<IndicatorReport, Issues> {
    let mut work = Workspace::new(tables, options);
    let jobs = jobs(options, &mut work.issues);
    check_work(&mut work, &jobs)?;
    let compiled: Vec<Option<Compiled>> = jobs.iter().map(|job| compile(&mut work, job)).collect();
    for name in options.tables.keys() {
        work.table(name, "tables");
    }
    check(&mut work.issues)?;
    let compiled: Vec<Compiled> = compiled.into_iter().flatten().collect();
    let grouping = Grouping::new(&mut work);
    check(&mut work.issues)?;
    let Some(grouping) = grouping else { return Err(Issues::new(Vec::new())) };
    let terms: usize = compiled.iter().map(Compiled::terms).sum();
    check_size(grouping.cells.len(), terms, &mut work.issues);
    check_size(grouping.names.len() * options.to_date.len(), terms, &mut work.issues);
    let share_faults = jobs.iter().filter(|job| job.additivity != IndicatorAdditivity::Additive);
    if options.share_of_total && share_faults.clone().count() == jobs.len() {
        work.issues.push(
            Issue::error("share-not-additive", "share_of_total", "only sums have a share of their total")
                .with_help("ask for the sum behind the ratio"),
        );
    }
    check(&mut work.issues)?;
    Ok(Run::new(&work, &grouping).report(&jobs, &compiled))
}

/// Refuses what would take minutes and all memory, before any of it is done.
fn check_work(work: &mut Workspace<'_>, jobs: &[Job]) -> Result<(), Issues> {
    let rows =
        work.tables.names().filter_map(|name| work.tables.get(name)).map(Table::rows).max().unwrap_or(0);
    let terms: usize = jobs
        .iter()
        .map(|job| match &job.measure {
            IndicatorMeasure::Sum { terms } => terms.len(),
            IndicatorMeasure::Ratio { numerator, denominator } => numerator.len() + denominator.len(),
            _ => 1,
        })
        .sum();
    let passes = terms.saturating_mul(1 + 3 * work.options.to_date.len());
    if passes.saturating_mul(rows) <= MAX_WORK {
        return Ok(());
    }
    work.issues.push(
        Issue::error("too-much-work", "indicators", format!("{passes} passes over {rows} rows are too many"))
            .with_help("ask for fewer indicators at once, or give fewer rows"),
    );
    check(&mut work.issues)
}

/// Everything that the indicators of one report share.
struct Run<'w, 'a> {
    work: &'w Workspace<'a>,
    options: &'a IndicatorOptions,
    grouping: &'w Grouping,
    calendar: FiscalCalendar,
    /// Day of the review.
    as_of: Option<i64>,
    cells: Scope<'w>,
    spans: Vec<SpanScopes<'w>>,
}

/// A span to date, the same before and a year before.
struct SpanScopes<'w> {
    span: ToDateSpan,
    days: [(i64, i64); 3],
    scopes: [Scope<'w>; 3],
}

impl<'w, 'a> Run<'w, 'a> {
    fn new(work: &'w Workspace<'a>, grouping: &'w Grouping) -> Self {
        let options = work.options;
        let calendar = FiscalCalendar { start: i64::from(options.fiscal_year_start) };
        let as_of = options
            .as_of
            .map(|as_of| as_of.date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp() / DAY);
        let keys = grouping.keys.iter().map(|keys| Cow::Borrowed(keys.as_slice())).collect();
        let spans = options
            .to_date
            .iter()
            .filter_map(|span| {
                let days = calendar.to_date(*span, as_of?);
                let scopes = days.map(|days| span_scope(work, grouping, days));
                Some(SpanScopes { span: *span, days, scopes })
            })
            .collect();
        Self {
            work,
            options,
            grouping,
            calendar,
            as_of,
            cells: Scope::new(keys, grouping.cells.len()),
            spans,
        }
    }

    fn report(&self, jobs: &[Job], compiled: &[Compiled]) -> IndicatorReport {
        let series: Vec<IndicatorSeries> =
            jobs.iter().zip(compiled).map(|(job, compiled)| self.series(job, compiled)).collect();
        let mut evidence = Evidence::new(EvidenceGrade::Association)
            .assume("complete-records", "the tables hold every record of the time looked at, each once")
            .assume("description", "the figures say what was recorded, not what caused it");
        let share = |known: u64, all: u64| {
            if all == 0 { None } else { Some(count(known) / count(all)) }
        };
        let known: u64 = series.iter().map(|series| series.total.n).sum();
        let missing: u64 = series.iter().map(|series| series.total.missing).sum();
        evidence.check(
            "complete-cells",
            missing == 0,
            share(known, known + missing),
            "share of rows whose cells are all there",
        );
        let undated: u64 = self.work.frames.iter().map(|frame| frame.undated).sum();
        let rows: u64 = self.work.frames.iter().map(|frame| frame.rows as u64).sum();
        if self.work.frames.iter().any(|frame| frame.days.is_some()) {
            evidence.check(
                "dated-rows",
                undated == 0,
                share(rows - undated, rows),
                "share of rows that have a time",
            );
        }
        IndicatorReport {
            as_of: self.options.as_of,
            by: self.options.by.clone(),
            indicators: series,
            evidence,
        }
    }

    fn series(&self, job: &Job, compiled: &Compiled) -> IndicatorSeries {
        let statement =
            Statement { per: job.per, proportion: job.proportion, confidence: self.options.confidence };
        let single = self.grouping.cells.len() == 1;
        let (figures_of_cells, total, shares) = match compiled {
            Compiled::Sums(sums) if sums.mergeable() => {
                let tally = tally(self.work, sums, &self.cells);
                let total = tally.merged(1, |_| 0).figures(sums, statement);
                let additive = job.additivity == IndicatorAdditivity::Additive;
                let shares = (self.options.share_of_total && additive).then(|| {
                    let bucket = |cell: usize| self.grouping.cells[cell].1 as usize;
                    tally.merged(self.grouping.buckets as usize, bucket).figures(sums, statement)
                });
                (tally.figures(sums, statement), total, shares)
            }
            _ => {
                let cells = figures(self.work, compiled, &self.cells, statement);
                let total = if single {
                    cells.clone()
                } else {
                    figures(self.work, compiled, &self.whole(), statement)
                };
                (cells, total, None)
            }
        };
        let grouped = !self.options.by.is_empty() || self.options.grain.is_some();
        let frames = compiled.frames();
        let total = total.first().copied().unwrap_or_default();
        let latest = frames.iter().filter_map(|frame| self.work.frames[*frame].latest).max();
        let age_days = latest.zip(self.options.as_of).map(|(latest, as_of)| age(latest, as_of));
        let stale = age_days.zip(self.options.max_age_days).map(|(age, limit)| age > limit);
        let all = total.n + total.missing;
        IndicatorSeries {
            id: job.id.clone(),
            name: job.name.clone(),
            unit: job.unit.clone(),
            additivity: job.additivity,
            formula: job.formula.clone(),
            per: job.per,
            better: job.better,
            stage: job.stage,
            total,
            cells: if grouped {
                self.cells(&frames, &figures_of_cells, shares.as_deref())
            } else {
                Vec::new()
            },
            to_date: self.to_date(compiled, &frames, statement),
            coverage: (all > 0).then(|| count(total.n) / count(all)),
            latest: latest.and_then(written),
            age_days,
            stale,
            cautions: self.cautions(job, compiled, &frames, &total, age_days.filter(|_| stale == Some(true))),
        }
    }

    /// One cell for all rows that count.
    fn whole(&self) -> Scope<'w> {
        let keys = self
            .grouping
            .keys
            .iter()
            .map(|keys| Cow::Owned(keys.iter().map(|key| if *key == NONE { NONE } else { 0 }).collect()));
        Scope::new(keys.collect(), 1)
    }

    fn cells(
        &self,
        frames: &[usize],
        figures: &[IndicatorFigure],
        shares: Option<&[IndicatorFigure]>,
    ) -> Vec<IndicatorCell> {
        let mut cells = Vec::new();
        for (place, (group, bucket)) in self.grouping.cells.iter().copied().enumerate() {
            if !frames.iter().any(|frame| self.cells.rows[*frame][place] > 0) {
                continue;
            }
            let figure = figures[place];
            let share = shares.and_then(|shares| {
                let all = shares.get(bucket as usize)?.value.filter(|all| *all != 0.0)?;
                figure.value.map(|value| value / all)
            });
            let mut cell = IndicatorCell {
                group: self.grouping.names[group as usize].clone(),
                period: None,
                from: None,
                to: None,
                partial: false,
                figure,
                share,
                previous: None,
                last_year: None,
            };
            if let Some(grain) = self.options.grain {
                let number = self.grouping.first_bucket + i64::from(bucket);
                let (first, last) = bucket_days(self.calendar, grain, number);
                cell.period = Some(self.calendar.label(grain, number));
                (cell.from, cell.to) = (when(first), when(last));
                cell.partial = self.partial(first, last);
                if self.options.compare && !cell.partial {
                    let against =
                        |other: Option<i64>| self.change(grain, group, other?, figure.value?, figures);
                    if grain != PeriodGrain::Year {
                        cell.last_year = against(self.calendar.year_before(grain, number));
                    }
                    cell.previous = against(Some(number - 1));
                }
            }
            cells.push(cell);
        }
        cells
    }

    /// Whether only a part of a period is known.
    fn partial(&self, first: i64, last: i64) -> bool {
        let day = |when: When| when.date.and_time(chrono::NaiveTime::MIN).and_utc().timestamp() / DAY;
        let timed = self.options.as_of.is_some_and(|as_of| as_of.time.is_some());
        self.as_of.is_some_and(|as_of| as_of < last || (as_of == last && timed))
            || self.options.period.is_some_and(|period| day(period.from) > first || day(period.to) < last)
    }

    /// A value against that of another period.
    fn change(
        &self,
        grain: PeriodGrain,
        group: u32,
        number: i64,
        value: f64,
        figures: &[IndicatorFigure],
    ) -> Option<IndicatorChange> {
        let bucket = u32::try_from(number - self.grouping.first_bucket).ok()?;
        let before = figures[self.grouping.cell(group, bucket)?].value?;
        let (first, last) = bucket_days(self.calendar, grain, number);
        if self.partial(first, last) {
            return None;
        }
        change(value, before, first, last)
    }

    fn to_date(&self, compiled: &Compiled, frames: &[usize], statement: Statement) -> Vec<IndicatorToDate> {
        let mut all = Vec::new();
        for span in &self.spans {
            let [now, before, year] =
                std::array::from_fn(|place| figures(self.work, compiled, &span.scopes[place], statement));
            for (group, name) in self.grouping.names.iter().enumerate() {
                let there = |scope: &Scope<'_>| frames.iter().any(|frame| scope.rows[*frame][group] > 0);
                if !span.scopes.iter().any(there) {
                    continue;
                }
                let Some((from, to)) = when(span.days[0].0).zip(when(span.days[0].1)) else { continue };
                let against = |figures: &[IndicatorFigure], days: (i64, i64)| {
                    change(now[group].value?, figures[group].value?, days.0, days.1)
                };
                all.push(IndicatorToDate {
                    span: span.span,
                    group: name.clone(),
                    from,
                    to,
                    figure: now[group],
                    previous: against(&before, span.days[1]),
                    last_year: against(&year, span.days[2]),
                });
            }
        }
        all
    }

    fn cautions(
        &self,
        job: &Job,
        compiled: &Compiled,
        frames: &[usize],
        total: &IndicatorFigure,
        stale: Option<f64>,
    ) -> Vec<Issue> {
        let at = format!("indicators/{}", job.id);
        let mut cautions = Vec::new();
        let mut warn = |code: &'static str, message: String, help: &str| {
            cautions.push(Issue::warning(code, &at, message).with_help(help));
        };
        if total.n == 0 {
            warn(
                "no-rows",
                "no row counts".into(),
                "look at the filters, the period and the date of the review",
            );
        }
        if total.missing > 0 {
            let message = format!("{} rows miss a cell and are left out", total.missing);
            warn("missing-values", message, "fill in what is known; missing is not zero");
        }
        for frame in frames {
            let frame = &self.work.frames[*frame];
            if frame.undated > 0 && (self.work.needs_time() || self.options.as_of.is_some()) {
                let message =
                    format!("{} rows of `{}` have no time and are left out", frame.undated, frame.name);
                warn("undated-rows", message, "fill in the times that are known");
            }
            if frame.days.is_none() && self.options.as_of.is_some() {
                let message =
                    format!("table `{}` has no column `{}`: every row counts", frame.name, self.options.time);
                warn("undated-table", message, "name the column of times");
            }
        }
        if let Compiled::Spans(spans) = compiled {
            if spans.reversed > 0 {
                let message = format!("{} rows end before they begin and are left out", spans.reversed);
                warn("end-before-start", message, "correct the times");
            }
            if total.open > 0 && total.value.is_none() {
                let message = format!("{} of {} items are open: too many for a value", total.open, total.n);
                warn("too-many-open", message, "look at the share within a limit, or wait");
            }
        }
        if let Some(age) = stale {
            warn("stale", format!("the newest row is {age:.1} days old"), "bring the table up to date");
        }
        if total.denominator == Some(0.0) {
            warn(
                "zero-denominator",
                "the denominator is 0: there is no ratio".into(),
                "a ratio of nothing is not zero",
            );
        }
        Issues::new(cautions).into_vec()
    }
}

/// The rows of each group from one day to another.
fn span_scope<'w>(work: &Workspace<'_>, grouping: &Grouping, (first, last): (i64, i64)) -> Scope<'w> {
    let keys = work.frames.iter().enumerate().map(|(frame, data)| {
        let group = |row: usize| grouping.groups[frame].get(row).copied().unwrap_or(0);
        let inside = |day: u32| day != NONE && (first..=last).contains(&i64::from(day));
        let days = data.days.as_deref().unwrap_or_default();
        Cow::Owned(
            days.iter().enumerate().map(|(row, day)| if inside(*day) { group(row) } else { NONE }).collect(),
        )
    });
    Scope::new(keys.collect(), grouping.names.len())
}

fn change(value: f64, before: f64, first: i64, last: i64) -> Option<IndicatorChange> {
    let change = value - before;
    let relative = (before != 0.0).then(|| change / before.abs()).filter(|share| share.is_finite());
    if !change.is_finite() {
        return None;
    }
    Some(IndicatorChange { from: when(first)?, to: when(last)?, value: before, change, relative })
}

/// Days from a moment to the review; a moment of the day of the review is not in the future.
fn age(latest: i64, as_of: When) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "seconds of some centuries")]
    let seconds = match as_of.time {
        Some(_) => (known_before(as_of) - 1 - latest) as f64,
        // Of bare dates whole days.
        None => (as_of.start().and_utc().timestamp() - latest.div_euclid(DAY) * DAY) as f64,
    };
    (seconds / 86_400.0).max(0.0)
}

/// A moment as it is written.
fn written(seconds: i64) -> Option<When> {
    let moment = chrono::DateTime::from_timestamp(seconds, 0)?.naive_utc();
    Some(if seconds.rem_euclid(DAY) == 0 { When::from(moment.date()) } else { When::from(moment) })
}

#[expect(clippy::cast_precision_loss, reason = "counts of what memory holds are exact")]
fn count(rows: u64) -> f64 {
    rows as f64
}

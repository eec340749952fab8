//! A series read from a table: values on an even grid of times.

use crate::measure::table::{TableReader, place, written};
use crate::stats::stl::{StlPlan, stl};
use crate::stats::summary::{count, mean};
use crate::{Issue, Issues};

/// Longest series that is read.
pub(crate) const MOST_ROWS: usize = 10_000_000;
/// Column of times where none is named.
const USUAL_TIME: &str = "date";
const DAY: i64 = 86_400;

/// Distance of the times of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Seconds(i64),
    Months(i64),
}

/// The times of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    first: i64,
    step: Step,
    /// Each time is the last day of its month.
    month_end: bool,
}

impl Clock {
    /// The time of a place of the series, as text.
    pub(crate) fn at(&self, index: usize) -> Option<String> {
        let index = i64::try_from(index).ok()?;
        let seconds = match self.step {
            Step::Seconds(step) => self.first.checked_add(step.checked_mul(index)?)?,
            Step::Months(step) => {
                let months = u32::try_from(step.checked_mul(index)?).ok()?;
                let first = chrono::DateTime::from_timestamp(self.first, 0)?.naive_utc();
                let moved = first.checked_add_months(chrono::Months::new(months))?;
                let moved = if self.month_end {
                    let next = moved.date().checked_add_months(chrono::Months::new(1))?;
                    let first = chrono::Datelike::with_day(&next, 1)?;
                    first.pred_opt()?.and_time(first_time(self.first)?)
                } else {
                    moved
                };
                moved.and_utc().timestamp()
            }
        };
        written(seconds)
    }

    /// Lengths of the seasons that such a step usually has, shortest first.
    fn usual_periods(&self) -> Vec<usize> {
        match self.step {
            Step::Months(1) => vec![12],
            Step::Months(3) => vec![4],
            Step::Seconds(DAY) => vec![7],
            Step::Seconds(step) if step == 7 * DAY => vec![52],
            Step::Seconds(step) if (60..DAY).contains(&step) && DAY % step == 0 => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 1440")]
                let day = (DAY / step) as usize;
                if day > 1 { vec![day, 7 * day] } else { vec![7] }
            }
            _ => Vec::new(),
        }
    }

    /// Observations of a year.
    pub(crate) fn per_year(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "seconds of a step")]
        match self.step {
            Step::Months(months) => 12.0 / months as f64,
            Step::Seconds(seconds) => 365.25 * DAY as f64 / seconds as f64,
        }
    }
}

fn first_time(seconds: i64) -> Option<chrono::NaiveTime> {
    Some(chrono::DateTime::from_timestamp(seconds, 0)?.naive_utc().time())
}

/// Values on an even grid; those missing are not a number.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Series {
    pub(crate) values: Vec<f64>,
    pub(crate) clock: Option<Clock>,
    /// Places without a value.
    pub(crate) missing: usize,
}

/// Reads the columns of a series; faults are noted by the reader.
pub(crate) fn read(reader: &mut TableReader<'_>, value: &str, time: Option<&str>) -> Option<Series> {
    let numbers = reader.numbers(value);
    let named = time.or_else(|| reader.has(USUAL_TIME).then_some(USUAL_TIME));
    let times = match named {
        Some(name) => Some((name, reader.times(name)?)),
        None => None,
    };
    let numbers = numbers?;
    if numbers.len() > MOST_ROWS {
        reader.note(Issue::error("too-many-rows", "columns", "a series has at most 10,000,000 rows"));
        return None;
    }
    if numbers.iter().any(|value| value.is_infinite()) {
        return None;
    }
    if numbers.iter().any(|value| value.abs() > 1e100) {
        reader.note(
            Issue::error(
                "number-out-of-range",
                place(value),
                format!("column `{value}` holds a number beyond 1e100"),
            )
            .with_help("give the numbers in a larger unit"),
        );
        return None;
    }
    let (values, clock) = match times {
        None => (numbers.to_vec(), None),
        Some((name, times)) => match on_grid(name, numbers, &times) {
            Ok((values, clock)) => (values, clock),
            Err(issue) => {
                reader.note(issue);
                return None;
            }
        },
    };
    let missing = values.iter().filter(|value| value.is_nan()).count();
    Some(Series { values, clock, missing })
}

/// Sorts rows by time and puts them on the widest even grid that holds all of them.
fn on_grid(name: &str, numbers: &[f64], times: &[i64]) -> Result<(Vec<f64>, Option<Clock>), Issue> {
    let at = place(name);
    if let Some(row) = times.iter().position(|time| *time == crate::measure::Table::NO_TIME) {
        let message = format!("column `{name}` misses the time of row {}", row + 1);
        return Err(Issue::error("missing-values", at, message).with_help("leave these rows out"));
    }
    let mut rows: Vec<(i64, f64)> = times.iter().copied().zip(numbers.iter().copied()).collect();
    rows.sort_by_key(|row| row.0);
    if let Some(pair) = rows.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        let message = format!("time `{}` is there twice", written(pair[0].0).unwrap_or_default());
        return Err(Issue::error("repeated-time", at, message)
            .with_help("give one row for each time: add up or average what belongs together"));
    }
    let (Some(first), Some(last)) = (rows.first().map(|row| row.0), rows.last().map(|row| row.0)) else {
        return Ok((Vec::new(), None));
    };
    if rows.len() == 1 {
        return Ok((vec![rows[0].1], Some(Clock { first, step: Step::Seconds(DAY), month_end: false })));
    }
    let (clock, places) = grid(&rows, first);
    let length = places.last().copied().unwrap_or(0).saturating_add(1);
    if length > 4 * rows.len() + 16 || length > MOST_ROWS {
        let message = format!("the times of column `{name}` lie on no even grid that is mostly filled");
        return Err(Issue::error("irregular-times", at, message).with_help(format!(
            "the rows run from {} to {}; add them up by hour, day, week or month first",
            written(first).unwrap_or_default(),
            written(last).unwrap_or_default()
        )));
    }
    let mut values = vec![f64::NAN; length];
    for (place, row) in places.iter().zip(&rows) {
        values[*place] = row.1;
    }
    Ok((values, Some(clock)))
}

/// The clock of sorted times and the place of each on it.
fn grid(rows: &[(i64, f64)], first: i64) -> (Clock, Vec<usize>) {
    use chrono::Datelike;
    let civil = |seconds: i64| chrono::DateTime::from_timestamp(seconds, 0).map(|at| at.naive_utc());
    let monthly = || -> Option<(Clock, Vec<usize>)> {
        let start = civil(first)?;
        let mut months = Vec::with_capacity(rows.len());
        let (mut same_day, mut all_last) = (true, true);
        for row in rows {
            let at = civil(row.0)?;
            if at.time() != start.time() {
                return None;
            }
            same_day &= at.day() == start.day();
            all_last &= at.date().succ_opt()?.day() == 1;
            if !same_day && !all_last {
                return None;
            }
            months.push(
                i64::from(at.year() - start.year()) * 12 + i64::from(at.month()) - i64::from(start.month()),
            );
        }
        let step = months.iter().fold(0, |all, month| gcd(all, *month));
        if step == 0 {
            return None;
        }
        let places = months.iter().map(|month| usize::try_from(month / step).unwrap_or(0)).collect();
        Some((Clock { first, step: Step::Months(step), month_end: !same_day }, places))
    };
    if let Some(found) = monthly() {
        return found;
    }
    let step = rows.iter().fold(0, |all, row| gcd(all, row.0 - first)).max(1);
    let places =
        rows.iter().map(|row| usize::try_from((row.0 - first) / step).unwrap_or(usize::MAX - 1)).collect();
    (Clock { first, step: Step::Seconds(step), month_end: false }, places)
}

fn gcd(a: i64, b: i64) -> i64 {
    let (mut a, mut b) = (a.abs(), b.abs());
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

impl Series {
    pub(crate) fn time(&self, index: usize) -> Option<String> {
        self.clock.as_ref().and_then(|clock| clock.at(index))
    }

    /// The seasons asked for, or those that the step of the times usually has, as far as there are two of them.
    pub(crate) fn periods(&self, asked: &[u64], issues: &mut Vec<Issue>) -> Vec<usize> {
        let n = self.values.len();
        if asked.is_empty() {
            let mut usual = self.clock.map(|clock| clock.usual_periods()).unwrap_or_default();
            usual.retain(|period| n > 2 * period);
            return usual;
        }
        let mut periods = Vec::new();
        for period in asked {
            let fits = usize::try_from(*period).ok().filter(|period| *period >= 1 && n >= 2 * period);
            match fits {
                Some(1) => {}
                Some(period) => periods.push(period),
                None => issues.push(
                    Issue::error(
                        "period-out-of-range",
                        "options/periods",
                        format!("`{period}` is no season of a series of {n} values"),
                    )
                    .with_help("a season has at least 1 step and the series at least two seasons; `[1]` means no season"),
                ),
            }
        }
        periods.sort_unstable();
        periods.dedup();
        periods
    }

    /// Cuts missing values off both ends and fills those within, along straight lines of the series without its
    /// season (as `na.interp` of R's forecast does); the number filled.
    pub(crate) fn fill(&mut self, period: Option<usize>) -> usize {
        let Some(last) = self.values.iter().rposition(|value| !value.is_nan()) else { return 0 };
        let first = self.values.iter().position(|value| !value.is_nan()).unwrap_or(0);
        let gaps: Vec<usize> = (first..last).filter(|t| self.values[*t].is_nan()).collect();
        if gaps.is_empty() {
            return 0;
        }
        let known = last - first + 1 - gaps.len();
        straight(&mut self.values[first..=last]);
        if let Some(period) = period.filter(|period| known >= 2 * period && last - first >= 2 * period) {
            let part = &mut self.values[first..=last];
            let parts = stl(part, &StlPlan::new(part.len(), period, None, None, true));
            for (value, season) in part.iter_mut().zip(&parts.seasonal) {
                *value -= season;
            }
            for gap in &gaps {
                part[gap - first] = f64::NAN;
            }
            straight(part);
            for (value, season) in part.iter_mut().zip(&parts.seasonal) {
                *value += season;
            }
        }
        gaps.len()
    }
}

/// Fills what is missing between two values by a straight line.
fn straight(values: &mut [f64]) {
    let mut before = 0;
    for t in 1..values.len() {
        if values[t].is_nan() {
            continue;
        }
        let (from, to) = (values[before], values[t]);
        for gap in before + 1..t {
            values[gap] = from + (to - from) * (count(gap - before) / count(t - before));
        }
        before = t;
    }
}

/// Mean absolute difference from one season to the next: what errors are measured in (Hyndman and Koehler 2006).
pub(crate) fn seasonal_scale(values: &[f64], period: usize) -> Option<f64> {
    let differences: Vec<f64> = values
        .iter()
        .zip(values.iter().skip(period.max(1)))
        .map(|(before, after)| (after - before).abs())
        .filter(|difference| !difference.is_nan())
        .collect();
    Some(mean(&differences)).filter(|scale| scale.is_finite() && *scale > 0.0)
}

/// An option outside its range.
pub(crate) fn range_issue(name: &str, value: f64, low: f64, high: f64) -> Option<Issue> {
    (!(low..=high).contains(&value)).then(|| {
        Issue::error(
            "number-out-of-range",
            format!("options/{name}"),
            format!("`{value}` is not a number from {low} to {high}"),
        )
    })
}

/// Notes an option outside its range.
pub(crate) fn in_range(name: &str, value: f64, low: f64, high: f64, issues: &mut Vec<Issue>) {
    issues.extend(range_issue(name, value, low, high));
}

/// A whole option as a number.
#[expect(clippy::cast_precision_loss, reason = "only compared with bounds")]
pub(crate) fn number(value: u64) -> f64 {
    value as f64
}

/// A count for a report.
pub(crate) fn whole(value: usize) -> u64 {
    value as u64
}

/// Refuses with one fault.
pub(crate) fn refuse<T>(code: &'static str, at: &str, message: String, help: &str) -> Result<T, Issues> {
    Err(Issues::from(Issue::error(code, at, message).with_help(help)))
}

impl Series {
    /// Says that values were cut off at the beginning.
    pub(crate) fn skipped(&mut self, values: usize) {
        if let Some(clock) = &mut self.clock
            && values > 0
        {
            let moved = clock.at(values).and_then(|text| crate::quantity::When::parse(&text).ok());
            if let Some(moved) = moved {
                clock.first = moved.start().and_utc().timestamp();
            }
        }
        self.missing = 0;
    }
}

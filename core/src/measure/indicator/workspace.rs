//! The tables as the evaluation sees them: columns read once, rows dated, rows that pass filters.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::calendar::DAY;
use super::options::{FilterValue, IndicatorOptions, RowFilter};
use super::tables::IndicatorTables;
use crate::error::nearest;
use crate::measure::Table;
use crate::measure::table::{TableReader, Texts};
use crate::quantity::When;
use crate::stats::exact::{Extent, LARGEST};
use crate::{Issue, Issues};

/// No group, no period, no day.
pub(super) const NONE: u32 = u32::MAX;

/// Latest day that may be asked about: the last of the year 2100, as of every date.
const LAST_DAY: i64 = 47_846;

/// A column whatever it holds.
pub(super) enum AnyColumn<'a> {
    Texts(&'a Texts),
    Numbers(&'a [f64]),
    Times(Vec<i64>),
}

/// A column of numbers with what is known of them.
pub(super) struct Numbers<'a> {
    pub(super) values: Cow<'a, [f64]>,
    pub(super) extent: Extent,
}

/// A table with its rows dated.
pub(super) struct Frame<'a> {
    pub(super) name: &'a str,
    pub(super) time: Option<String>,
    pub(super) table: &'a Table,
    pub(super) rows: usize,
    /// Days since 1970-01-01 of each row, [`NONE`] for rows that do not count; absent without times.
    pub(super) days: Option<Vec<u32>>,
    /// Rows without a time.
    pub(super) undated: u64,
    /// Newest time up to the review.
    pub(super) latest: Option<i64>,
}

/// What is read of the tables, and every fault found.
pub(super) struct Workspace<'a> {
    pub(super) tables: &'a IndicatorTables,
    pub(super) options: &'a IndicatorOptions,
    pub(super) issues: Vec<Issue>,
    pub(super) frames: Vec<Frame<'a>>,
    numbers: Vec<Numbers<'a>>,
    places: BTreeMap<(String, String), Option<usize>>,
}

impl<'a> Workspace<'a> {
    pub(super) fn new(tables: &'a IndicatorTables, options: &'a IndicatorOptions) -> Self {
        Self {
            tables,
            options,
            issues: Vec::new(),
            frames: Vec::new(),
            numbers: Vec::new(),
            places: BTreeMap::new(),
        }
    }

    /// Whether a column of times is needed by what is asked.
    pub(super) fn needs_time(&self) -> bool {
        self.options.grain.is_some() || self.options.period.is_some() || !self.options.to_date.is_empty()
    }

    /// The table of a name, or the fault.
    pub(super) fn table(&mut self, name: &str, at: &str) -> Option<(&'a str, &'a Table)> {
        let found = self.tables.entry(name);
        if found.is_none() {
            let issue = Issue::error("unknown-table", at, format!("there is no table `{name}`"));
            let names: Vec<String> = self.tables.names().take(20).map(|name| format!("`{name}`")).collect();
            let help = nearest(name, self.tables.names())
                .unwrap_or_else(|| format!("the tables are {}", names.join(", ")));
            self.issues.push(issue.with_help(help));
        }
        found
    }

    /// Reads from a table and keeps its faults with the name of the table.
    fn read<T>(
        &mut self,
        name: &str,
        table: &'a Table,
        read: impl FnOnce(&mut TableReader<'a>) -> Option<T>,
    ) -> Option<T> {
        let mut reader = table.reader();
        let found = read(&mut reader);
        if let Err(issues) = reader.done() {
            for mut issue in issues.into_vec() {
                issue.at = format!("tables/{name}/{}", issue.at);
                self.issues.push(issue);
            }
            return None;
        }
        found
    }

    /// A column whatever it holds.
    pub(super) fn any(&mut self, name: &str, table: &'a Table, column: &str) -> Option<AnyColumn<'a>> {
        // Probing notes faults in readers that are dropped; only the last one counts.
        if let Some(texts) = table.reader().texts(column) {
            return Some(AnyColumn::Texts(texts));
        }
        if let Some(numbers) = table.reader().numbers(column) {
            return Some(AnyColumn::Numbers(numbers));
        }
        self.read(name, table, |reader| reader.times(column)).map(AnyColumn::Times)
    }

    /// A column of numbers; one without any value holds missing numbers.
    pub(super) fn number_column(&mut self, name: &str, table: &'a Table, column: &str) -> Option<usize> {
        let key = (name.to_owned(), column.to_owned());
        if let Some(place) = self.places.get(&key) {
            return *place;
        }
        let empty = table.reader().texts(column).is_some_and(|texts| texts.values.is_empty());
        let values: Option<Cow<'a, [f64]>> = if empty {
            Some(Cow::Owned(vec![f64::NAN; table.rows()]))
        } else {
            self.read(name, table, |reader| reader.numbers(column)).map(Cow::Borrowed)
        };
        let place = values.and_then(|values| {
            let at = format!("tables/{name}/columns/{column}");
            self.keep(values, &at)
        });
        self.places.insert(key, place);
        place
    }

    /// Keeps numbers made from columns.
    pub(super) fn keep(&mut self, values: Cow<'a, [f64]>, at: &str) -> Option<usize> {
        let extent = Extent::of(&values);
        if extent.largest > LARGEST {
            self.issues.push(
                Issue::error("number-out-of-range", at, "a number is too large to be added")
                    .with_help("give the numbers in a larger unit"),
            );
            return None;
        }
        self.numbers.push(Numbers { values, extent });
        Some(self.numbers.len() - 1)
    }

    /// Numbers read before.
    pub(super) fn numbers(&self, place: usize) -> &Numbers<'a> {
        &self.numbers[place]
    }

    /// The rows of one column ÷ another, missing where the divisor is 0.
    pub(super) fn quotients(
        &mut self,
        name: &str,
        table: &'a Table,
        column: &str,
        over: Option<&str>,
    ) -> Option<usize> {
        let upper = self.number_column(name, table, column);
        let Some(over) = over else { return upper };
        let lower = self.number_column(name, table, over);
        let (upper, lower) = (upper?, lower?);
        let values: Vec<f64> = self.numbers[upper]
            .values
            .iter()
            .zip(self.numbers[lower].values.iter())
            .map(|(upper, lower)| if *lower == 0.0 { f64::NAN } else { upper / lower })
            .collect();
        self.keep(Cow::Owned(values), &format!("tables/{name}/columns/{column}"))
    }

    /// The frame of a table and its column of times.
    pub(super) fn frame(&mut self, name: &str, time: Option<&str>, at: &str) -> Option<usize> {
        let (name, table) = self.table(name, at)?;
        let own = self.options.tables.get(name).and_then(|own| own.time.as_deref());
        let named = own.or(time);
        let column = named.unwrap_or(&self.options.time);
        let there = table.names().any(|name| name == column);
        let time = (there || named.is_some() || self.needs_time()).then(|| column.to_owned());
        if let Some(place) = self.frames.iter().position(|frame| frame.name == name && frame.time == time) {
            return Some(place);
        }
        let mut frame = Frame {
            name,
            time: time.clone(),
            table,
            rows: table.rows(),
            days: None,
            undated: 0,
            latest: None,
        };
        match time {
            None => {
                self.read(name, table, |_| Some(()))?;
            }
            Some(column) => {
                let before = self.issues.len();
                match self.times(name, table, &column) {
                    Some(times) => self.date(&mut frame, &times),
                    // Texts that are no dates, and nobody asked for dates.
                    None if named.is_none() && !self.needs_time() => self.issues.truncate(before),
                    None => return None,
                }
            }
        }
        self.frames.push(frame);
        Some(self.frames.len() - 1)
    }

    /// The different times of a column, and where each row's is.
    pub(super) fn times(&mut self, name: &str, table: &'a Table, column: &str) -> Option<Moments<'a>> {
        let Some(texts) = table.reader().texts(column) else {
            return self.read(name, table, |reader| reader.times(column)).map(Moments::Each);
        };
        let mut seconds = Vec::with_capacity(texts.values.len());
        for text in &texts.values {
            let Ok(when) = When::parse(text) else {
                let message = format!("`{text}` in column `{column}` is no date");
                let at = format!("tables/{name}/columns/{column}");
                self.issues.push(
                    Issue::error("column-not-dates", at, message)
                        .with_help("write dates like `2026-03-02` or `2026-03-02T09:00`"),
                );
                return None;
            };
            seconds.push(when.start().and_utc().timestamp());
        }
        if texts.codes.is_empty() {
            // The fault of an empty table.
            self.read(name, table, |_| Some(()))?;
        }
        Some(Moments::Coded(&texts.codes, seconds))
    }

    /// Dates the rows of a frame: those after the review, outside of the period or without a time do not count.
    fn date(&mut self, frame: &mut Frame<'a>, moments: &Moments<'a>) {
        let as_of = self.options.as_of;
        let period = self.options.period;
        let keep_undated = !self.needs_time() && as_of.is_none();
        // Before this moment a row is known; after it, it is not.
        let before = as_of.map_or(i64::MAX, known_before);
        let (from, to) = period.map_or((i64::MIN + 1, i64::MAX), |period| {
            (period.from.start().and_utc().timestamp(), known_before(period.to))
        });
        let mut beyond = false;
        let mut latest = i64::MIN;
        let mut day_of = |seconds: i64| -> (u32, bool) {
            let day = seconds.div_euclid(DAY);
            if !(0..=LAST_DAY).contains(&day) {
                beyond = true;
                return (NONE, false);
            }
            (u32::try_from(day).unwrap_or(NONE), seconds < before)
        };
        let counted = |seconds: i64| seconds >= from && seconds < to;
        let days: Vec<u32> = match moments {
            Moments::Coded(codes, seconds) => {
                let of_code: Vec<u32> = seconds
                    .iter()
                    .map(|seconds| {
                        let (day, known) = day_of(*seconds);
                        if !known || !counted(*seconds) { NONE } else { day }
                    })
                    .collect();
                let mut seen = vec![false; seconds.len()];
                let mut undated = 0;
                let days = codes
                    .iter()
                    .map(|code| match of_code.get(*code as usize) {
                        Some(day) => {
                            seen[*code as usize] = true;
                            *day
                        }
                        None => {
                            undated += 1;
                            if keep_undated { 0 } else { NONE }
                        }
                    })
                    .collect();
                frame.undated = undated;
                for (seconds, seen) in seconds.iter().zip(seen) {
                    if seen && *seconds < before && *seconds > latest {
                        latest = *seconds;
                    }
                }
                days
            }
            Moments::Each(seconds) => seconds
                .iter()
                .map(|seconds| {
                    if *seconds == Table::NO_TIME {
                        frame.undated += 1;
                        return if keep_undated { 0 } else { NONE };
                    }
                    let (day, known) = day_of(*seconds);
                    if known && *seconds > latest {
                        latest = *seconds;
                    }
                    if !known || !counted(*seconds) { NONE } else { day }
                })
                .collect(),
        };
        if beyond {
            let column = frame.time.as_deref().unwrap_or_default();
            self.issues.push(
                Issue::error(
                    "date-out-of-range",
                    format!("tables/{}/columns/{column}", frame.name),
                    format!("column `{column}` holds a date outside of the years 1970 to 2100"),
                )
                .with_help("leave the date out where it is not known"),
            );
        }
        frame.latest = (latest > i64::MIN).then_some(latest);
        frame.days = Some(days);
    }

    /// Which rows of a table pass all filters; nothing if there are none.
    pub(super) fn mask(
        &mut self,
        name: &str,
        table: &'a Table,
        filters: &[&RowFilter],
        at: &str,
    ) -> Option<Vec<bool>> {
        let mut mask: Option<Vec<bool>> = None;
        for filter in filters {
            let Some(passed) = self.passed(name, table, filter, at) else { continue };
            mask = Some(match mask {
                None => passed,
                Some(before) => before.iter().zip(passed).map(|(a, b)| *a && b).collect(),
            });
        }
        mask
    }

    fn passed(&mut self, name: &str, table: &'a Table, filter: &RowFilter, at: &str) -> Option<Vec<bool>> {
        let column = filter.column();
        let found = self.any(name, table, column)?;
        // A column without any value has no kind of its own.
        let empty = matches!(&found, AnyColumn::Texts(texts) if texts.values.is_empty());
        let mut wrong = false;
        let passed = match found {
            _ if empty => vec![matches!(filter, RowFilter::Absent { .. }); table.rows()],
            AnyColumn::Texts(texts) => {
                let wanted = wanted(filter, text, &mut wrong);
                let pass: Vec<bool> =
                    texts.values.iter().map(|value| wanted.pass(Some(&value.as_str()))).collect();
                let missing = wanted.pass(None);
                texts.codes.iter().map(|code| pass.get(*code as usize).copied().unwrap_or(missing)).collect()
            }
            AnyColumn::Numbers(values) => {
                let wanted = wanted(filter, number, &mut wrong);
                values.iter().map(|value| wanted.pass((!value.is_nan()).then_some(value))).collect()
            }
            AnyColumn::Times(values) => {
                let wanted = wanted(filter, time, &mut wrong);
                values.iter().map(|value| wanted.pass((*value != Table::NO_TIME).then_some(value))).collect()
            }
        };
        if wrong {
            self.issues.push(
                Issue::error(
                    "filter-kind",
                    at,
                    format!(
                        "column `{column}` of table `{name}` cannot be compared with the value of the filter"
                    ),
                )
                .with_help("compare numbers with numbers, texts with texts and times with dates"),
            );
        }
        Some(passed)
    }
}

/// The first moment after what is known at a date: the end of a bare date, else just after the moment.
pub(super) fn known_before(when: When) -> i64 {
    let end = when.end().and_utc().timestamp();
    if when.time.is_some() { end + 1 } else { end }
}

/// Times of rows.
pub(super) enum Moments<'a> {
    /// The place of each row's time in a list of different times.
    Coded(&'a [u32], Vec<i64>),
    /// The time of each row.
    Each(Vec<i64>),
}

impl Moments<'_> {
    /// The time of a row, [`Table::NO_TIME`] where it is missing.
    pub(super) fn get(&self, row: usize) -> i64 {
        match self {
            Self::Coded(codes, seconds) => {
                seconds.get(codes[row] as usize).copied().unwrap_or(Table::NO_TIME)
            }
            Self::Each(seconds) => seconds[row],
        }
    }
}

/// What a filter asks of a value.
enum Wanted<T> {
    OneOf(Vec<T>),
    AtLeast(T),
    Below(T),
    Present,
    Absent,
    Nothing,
}

impl<T: PartialOrd> Wanted<T> {
    fn pass(&self, value: Option<&T>) -> bool {
        match (self, value) {
            (Self::OneOf(wanted), Some(value)) => wanted.iter().any(|wanted| wanted == value),
            (Self::AtLeast(wanted), Some(value)) => value >= wanted,
            (Self::Below(wanted), Some(value)) => value < wanted,
            (Self::Present, value) => value.is_some(),
            (Self::Absent, value) => value.is_none(),
            (Self::OneOf(_) | Self::AtLeast(_) | Self::Below(_) | Self::Nothing, _) => false,
        }
    }
}

fn wanted<'f, T>(
    filter: &'f RowFilter,
    read: impl Fn(&'f FilterValue) -> Option<T>,
    wrong: &mut bool,
) -> Wanted<T> {
    let mut one = |value: &'f FilterValue| {
        let found = read(value);
        *wrong |= found.is_none();
        found
    };
    match filter {
        RowFilter::Equals { value, .. } => Wanted::OneOf(one(value).into_iter().collect()),
        RowFilter::OneOf { values, .. } => Wanted::OneOf(values.iter().filter_map(one).collect()),
        RowFilter::AtLeast { value, .. } => one(value).map_or(Wanted::Nothing, Wanted::AtLeast),
        RowFilter::Below { value, .. } => one(value).map_or(Wanted::Nothing, Wanted::Below),
        RowFilter::Present { .. } => Wanted::Present,
        RowFilter::Absent { .. } => Wanted::Absent,
    }
}

fn text(value: &FilterValue) -> Option<&str> {
    match value {
        FilterValue::Text(text) => Some(text),
        FilterValue::Flag(_) | FilterValue::Number(_) => None,
    }
}

fn number(value: &FilterValue) -> Option<f64> {
    match value {
        FilterValue::Flag(flag) => Some(if *flag { 1.0 } else { 0.0 }),
        FilterValue::Number(number) => Some(*number),
        FilterValue::Text(_) => None,
    }
}

fn time(value: &FilterValue) -> Option<i64> {
    match value {
        FilterValue::Text(text) => When::parse(text).ok().map(|when| when.start().and_utc().timestamp()),
        FilterValue::Flag(_) | FilterValue::Number(_) => None,
    }
}

/// Every fault, or nothing.
pub(super) fn check(issues: &mut Vec<Issue>) -> Result<(), Issues> {
    Issues::check(std::mem::take(issues)).map(|_| ())
}

//! Rows to groups and periods: dense numbers in the order of the names, the same for all tables.

use std::collections::BTreeMap;

use super::calendar::{FiscalCalendar, PeriodGrain};
use super::workspace::{AnyColumn, NONE, Workspace};
use crate::Issue;
use crate::measure::table::written;

/// Products of groups up to this size are numbered directly, larger ones by sorting what there is.
const DIRECT: u64 = 1 << 22;

/// Groups and periods of the rows of every frame.
pub(super) struct Grouping {
    /// Group of each row, for each frame; empty where all rows are one group.
    pub(super) groups: Vec<Vec<u32>>,
    /// Names of each group.
    pub(super) names: Vec<Vec<Option<String>>>,
    /// Group and period of each row, for each frame: [`NONE`] for rows that do not count.
    pub(super) keys: Vec<Vec<u32>>,
    /// Group and period of each cell, in their order.
    pub(super) cells: Vec<(u32, u32)>,
    /// Number of the first period.
    pub(super) first_bucket: i64,
    /// Number of periods from the first to the last.
    pub(super) buckets: u32,
}

/// One column of a dimension.
struct Dimension {
    codes: Vec<u32>,
    values: Vec<String>,
    /// The numbers behind the values, where they are numbers.
    numbers: Option<Vec<f64>>,
}

impl Grouping {
    pub(super) fn new(work: &mut Workspace<'_>) -> Option<Self> {
        let (groups, names) = groups(work)?;
        let (days, first_bucket, buckets) = periods(work);
        let group_count = u32::try_from(names.len()).unwrap_or(NONE);
        // Every row that counts, in its group and period.
        let left: Vec<Vec<u32>> = work
            .frames
            .iter()
            .enumerate()
            .map(|(frame, data)| {
                let group = |row: usize| groups[frame].get(row).copied().unwrap_or(0);
                match &data.days {
                    None => (0..data.rows).map(group).collect(),
                    Some(days) => days
                        .iter()
                        .enumerate()
                        .map(|(row, day)| if *day == NONE { NONE } else { group(row) })
                        .collect(),
                }
            })
            .collect();
        let period = |frame: usize, row: usize| -> u32 {
            match (&days, &work.frames[frame].days) {
                (Some(bucket), Some(days)) => bucket.get(days[row] as usize).copied().unwrap_or(NONE),
                _ => 0,
            }
        };
        let (keys, cells) = combine(left, group_count, period, buckets);
        Some(Self { groups, names, keys, cells, first_bucket, buckets })
    }

    /// The cell of a group and a period.
    pub(super) fn cell(&self, group: u32, bucket: u32) -> Option<usize> {
        self.cells.binary_search(&(group, bucket)).ok()
    }
}

/// The groups of all frames, and their names.
#[expect(clippy::type_complexity, reason = "codes and names, unpacked at once")]
fn groups(work: &mut Workspace<'_>) -> Option<(Vec<Vec<u32>>, Vec<Vec<Option<String>>>)> {
    let mut codes: Vec<Vec<u32>> = work.frames.iter().map(|_| Vec::new()).collect();
    let mut names: Vec<Vec<Option<String>>> = vec![Vec::new()];
    for dimension in &work.options.by {
        let mut columns = Vec::new();
        for frame in 0..work.frames.len() {
            let (name, table) = (work.frames[frame].name, work.frames[frame].table);
            let own = work.options.tables.get(name).and_then(|own| own.dimensions.get(dimension));
            let column = own.unwrap_or(dimension);
            columns.push(work.any(name, table, column).map(Dimension::new));
        }
        let columns: Vec<Dimension> = columns.into_iter().collect::<Option<_>>()?;
        let (values, ranks) = unite(&columns);
        let missing = u32::try_from(values.len()).unwrap_or(NONE);
        let rank = |frame: usize, row: usize| -> u32 {
            let code = columns[frame].codes[row] as usize;
            ranks[frame].get(code).copied().unwrap_or(missing)
        };
        let count = u32::try_from(names.len()).unwrap_or(NONE);
        let left = codes
            .into_iter()
            .zip(&work.frames)
            .map(|(codes, frame)| if codes.is_empty() { vec![0; frame.rows] } else { codes })
            .collect();
        let (united, pairs) = combine(left, count, rank, missing.saturating_add(1));
        check_size(pairs.len(), 1, &mut work.issues);
        if pairs.len() > super::MAX_CELLS {
            return None;
        }
        codes = united;
        names = pairs
            .iter()
            .map(|(group, rank)| {
                let mut name = names[*group as usize].clone();
                name.push(values.get(*rank as usize).cloned());
                name
            })
            .collect();
    }
    Some((codes, names))
}

impl Dimension {
    fn new(column: AnyColumn<'_>) -> Self {
        match column {
            AnyColumn::Texts(texts) => {
                Self { codes: texts.codes.clone(), values: texts.values.clone(), numbers: None }
            }
            AnyColumn::Numbers(values) => {
                // Adding 0 makes −0 and 0 one group.
                let keys = values.iter().map(|value| (!value.is_nan()).then(|| (value + 0.0).to_bits()));
                let (codes, different) = number(keys);
                let numbers: Vec<f64> = different.into_iter().map(f64::from_bits).collect();
                let values = numbers.iter().map(ToString::to_string).collect();
                Self { codes, values, numbers: Some(numbers) }
            }
            AnyColumn::Times(values) => {
                let keys = values.iter().map(|seconds| {
                    (*seconds != crate::measure::Table::NO_TIME).then(|| seconds.cast_unsigned())
                });
                let (codes, different) = number(keys);
                let values = different
                    .into_iter()
                    .map(|bits| written(bits.cast_signed()).unwrap_or_default())
                    .collect();
                Self { codes, values, numbers: None }
            }
        }
    }
}

/// Numbers different keys in the order of their first row.
pub(super) fn number(keys: impl Iterator<Item = Option<u64>>) -> (Vec<u32>, Vec<u64>) {
    let mut places: rustc_hash::FxHashMap<u64, u32> = rustc_hash::FxHashMap::default();
    let mut different = Vec::new();
    let codes = keys
        .map(|key| {
            let Some(key) = key else { return NONE };
            *places.entry(key).or_insert_with(|| {
                different.push(key);
                u32::try_from(different.len() - 1).unwrap_or(NONE)
            })
        })
        .collect();
    (codes, different)
}

/// The different values of a dimension in all tables, in order, and the place among them of each value of each table.
fn unite(columns: &[Dimension]) -> (Vec<String>, Vec<Vec<u32>>) {
    let numeric = columns.iter().all(|column| column.numbers.is_some());
    let mut order: BTreeMap<(u64, &str), u32> = BTreeMap::new();
    let key = |column: &'_ Dimension, place: usize| -> u64 {
        match &column.numbers {
            Some(numbers) if numeric => ordered(numbers[place]),
            _ => 0,
        }
    };
    for column in columns {
        for (place, value) in column.values.iter().enumerate() {
            order.insert((key(column, place), value.as_str()), 0);
        }
    }
    for (rank, place) in order.values_mut().enumerate() {
        *place = u32::try_from(rank).unwrap_or(NONE);
    }
    let ranks = columns
        .iter()
        .map(|column| {
            let rank = |(place, value): (usize, &String)| {
                order.get(&(key(column, place), value.as_str())).copied().unwrap_or(NONE)
            };
            column.values.iter().enumerate().map(rank).collect()
        })
        .collect();
    let values = order.keys().map(|(_, value)| (*value).to_owned()).collect();
    (values, ranks)
}

/// A number as an integer of the same order.
pub(super) fn ordered(value: f64) -> u64 {
    let bits = value.to_bits();
    if bits >> 63 == 1 { !bits } else { bits | (1 << 63) }
}

/// The period of each day, the number of the first and how many there are; one period without a grain.
fn periods(work: &Workspace<'_>) -> (Option<Vec<u32>>, i64, u32) {
    let Some(grain) = work.options.grain else { return (None, 0, 1) };
    let calendar = FiscalCalendar { start: i64::from(work.options.fiscal_year_start) };
    let counted =
        || work.frames.iter().filter_map(|frame| frame.days.as_ref()).flatten().filter(|day| **day != NONE);
    let (mut low, mut high) = (u32::MAX, 0);
    for day in counted() {
        low = low.min(*day);
        high = high.max(*day);
    }
    if low > high {
        return (Some(Vec::new()), 0, 1);
    }
    let first = calendar.bucket(grain, i64::from(low));
    let bucket = |day: u32| -> u32 {
        if day < low {
            return NONE;
        }
        u32::try_from(calendar.bucket(grain, i64::from(day)) - first).unwrap_or(NONE)
    };
    let buckets: Vec<u32> = (0..=high).map(bucket).collect();
    let count = buckets.last().map_or(1, |last| last + 1);
    (Some(buckets), first, count)
}

/// Numbers the pairs that occur, in their order, the same for all frames.
fn combine(
    mut left: Vec<Vec<u32>>,
    left_count: u32,
    right: impl Fn(usize, usize) -> u32,
    right_count: u32,
) -> (Vec<Vec<u32>>, Vec<(u32, u32)>) {
    let width = u64::from(right_count);
    let split = |key: u64| -> (u32, u32) {
        (u32::try_from(key / width).unwrap_or(NONE), u32::try_from(key % width).unwrap_or(NONE))
    };
    if u64::from(left_count) * width <= DIRECT {
        let size = usize::try_from(u64::from(left_count) * width).unwrap_or(0);
        let mut place = vec![NONE; size];
        for (frame, codes) in left.iter_mut().enumerate() {
            for (row, code) in codes.iter_mut().enumerate() {
                if *code == NONE {
                    continue;
                }
                let other = right(frame, row);
                if other == NONE {
                    *code = NONE;
                    continue;
                }
                *code = *code * right_count + other;
                place[*code as usize] = 0;
            }
        }
        let mut pairs = Vec::new();
        for (key, place) in place.iter_mut().enumerate() {
            if *place != NONE {
                *place = u32::try_from(pairs.len()).unwrap_or(NONE);
                pairs.push(split(key as u64));
            }
        }
        if pairs.len() < size {
            for code in left.iter_mut().flatten().filter(|code| **code != NONE) {
                *code = place[*code as usize];
            }
        }
        return (left, pairs);
    }
    let key = |frame: usize, row: usize, code: u32| -> Option<u64> {
        let other = right(frame, row);
        (code != NONE && other != NONE).then(|| u64::from(code) * width + u64::from(other))
    };
    let mut keys: Vec<u64> = Vec::new();
    for (frame, codes) in left.iter().enumerate() {
        keys.extend(codes.iter().enumerate().filter_map(|(row, code)| key(frame, row, *code)));
    }
    keys.sort_unstable();
    keys.dedup();
    for (frame, codes) in left.iter_mut().enumerate() {
        for (row, code) in codes.iter_mut().enumerate() {
            *code = key(frame, row, *code)
                .and_then(|key| keys.binary_search(&key).ok())
                .and_then(|place| u32::try_from(place).ok())
                .unwrap_or(NONE);
        }
    }
    (left, keys.into_iter().map(split).collect())
}

/// Refuses a report that nobody can read.
pub(super) fn check_size(cells: usize, terms: usize, issues: &mut Vec<Issue>) {
    if cells.saturating_mul(terms) > super::MAX_CELLS {
        issues.push(
            Issue::error(
                "too-many-groups",
                "by",
                format!("{cells} groups and periods for {terms} terms are too many"),
            )
            .with_help("group by fewer columns or longer periods"),
        );
    }
}

/// What a period of a grain is called, and its days.
pub(super) fn bucket_days(calendar: FiscalCalendar, grain: PeriodGrain, bucket: i64) -> (i64, i64) {
    (calendar.first(grain, bucket), calendar.last(grain, bucket))
}

//! From a table to journeys: dense channels, each different journey once, in an order that the rows do not decide.

use rustc_hash::FxHashMap;

use super::options::{AttributeOptions, JourneyLayout, RepeatedTouches};
use super::split::{self, Recent};
use crate::measure::Table;
use crate::measure::table::{TableReader, Texts, place};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Most different channels: more are names of something finer, such as links.
pub(super) const MOST_CHANNELS: usize = 500;

/// Journeys that are alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Cell {
    /// Place of the first touch in [`Journeys::touches`].
    pub(super) from: u32,
    /// Number of touches, at least 1.
    pub(super) touches: u32,
    /// How many converted.
    pub(super) conversions: f64,
    /// Value of one of these conversions.
    pub(super) each: f64,
    /// How many did not convert.
    pub(super) nulls: f64,
}

impl Cell {
    pub(super) fn range(&self) -> std::ops::Range<usize> {
        self.from as usize..(self.from + self.touches) as usize
    }

    pub(super) fn journeys(&self) -> f64 {
        self.conversions + self.nulls
    }
}

/// Journeys ready to count.
#[derive(Debug, Clone, Default)]
pub(super) struct Journeys {
    /// Names of the channels in the order of their bytes.
    pub(super) channels: Vec<String>,
    pub(super) cells: Vec<Cell>,
    /// Channels of the touches, cell by cell.
    pub(super) touches: Vec<u32>,
    /// Hours that each touch lies before the last of its journey; empty without times.
    pub(super) ages: Vec<f64>,
    pub(super) has_value: bool,
    /// Different paths, whatever became of them.
    pub(super) paths: u64,
    /// Touches left out: after the conversion or before the window.
    pub(super) outside: u64,
    /// Journeys left out because no touch of them is left.
    pub(super) emptied: u64,
}

impl Journeys {
    pub(super) fn read(
        table: &Table,
        options: &AttributeOptions,
        faults: Vec<Issue>,
    ) -> Result<Self, Issues> {
        let mut reader = table.reader();
        faults.into_iter().for_each(|fault| reader.note(fault));
        let raw = match options.layout {
            JourneyLayout::Paths => Raw::paths(&mut reader, options),
            JourneyLayout::Touches => Raw::touches(table, &mut reader, options),
        };
        reader.done()?;
        // Without a fault there are columns.
        let raw = raw.unwrap_or_default();
        if raw.names.len() > MOST_CHANNELS {
            let found = raw.names.len();
            return Err(Issue::error(
                "too-many-channels",
                place(match options.layout {
                    JourneyLayout::Paths => &options.path,
                    JourneyLayout::Touches => &options.channel,
                }),
                format!("there are {found} channels, at most {MOST_CHANNELS} can be compared"),
            )
            .with_help("group links and campaigns into channels; check the separator")
            .into());
        }
        Ok(raw.gathered())
    }

    pub(super) fn ages(&self, cell: &Cell) -> Option<&[f64]> {
        self.ages.get(cell.range())
    }
}

/// Journeys as they were read: rows that point at runs of touches.
#[derive(Debug, Default)]
struct Raw {
    names: Vec<String>,
    rows: Vec<RawRow>,
    touches: Vec<u32>,
    ages: Vec<f64>,
    has_value: bool,
    outside: u64,
    emptied: u64,
}

#[derive(Debug, Clone, Copy)]
struct RawRow {
    from: u32,
    touches: u32,
    conversions: f64,
    each: f64,
    nulls: f64,
}

/// Codes of channels by name.
#[derive(Debug, Default)]
struct Names<'a> {
    codes: FxHashMap<&'a str, u32>,
    names: Vec<&'a str>,
}

impl<'a> Names<'a> {
    fn code(&mut self, name: &'a str) -> u32 {
        *self.codes.entry(name).or_insert_with(|| {
            self.names.push(name);
            self.names.len() as u32 - 1
        })
    }

    /// The names in the order of their bytes, and the new code of each old one.
    fn sorted(&self) -> (Vec<String>, Vec<u32>) {
        let mut order: Vec<u32> = (0..self.names.len() as u32).collect();
        order.sort_unstable_by_key(|code| self.names[*code as usize]);
        let mut new = vec![0; order.len()];
        for (place, code) in order.iter().enumerate() {
            new[*code as usize] = place as u32;
        }
        (order.iter().map(|code| self.names[*code as usize].to_owned()).collect(), new)
    }
}

/// A column of counts: none missing, none below 0.
fn counts<'a>(reader: &mut TableReader<'a>, name: &str) -> Option<&'a [f64]> {
    let values = reader.complete_numbers(name)?;
    not_below_zero(reader, name, values)
}

fn not_below_zero<'a>(reader: &mut TableReader<'a>, name: &str, values: &'a [f64]) -> Option<&'a [f64]> {
    if let Some(row) = values.iter().position(|value| *value < 0.0) {
        let message = format!("column `{name}` is below 0 in row {}", row + 1);
        reader.note(Issue::error("negative-number", place(name), message));
        return None;
    }
    Some(values)
}

/// Merges runs of the same channel, the last of each run stays.
fn merge(touches: &mut Vec<u32>, ages: &mut Vec<f64>, from: usize) {
    let mut end = from;
    for place in from..touches.len() {
        if place > from && touches[place] == touches[end - 1] {
            end -= 1;
        }
        touches[end] = touches[place];
        if !ages.is_empty() {
            ages[end] = ages[place];
        }
        end += 1;
    }
    touches.truncate(end);
    if !ages.is_empty() {
        ages.truncate(end);
    }
}

impl Raw {
    fn paths(reader: &mut TableReader<'_>, options: &AttributeOptions) -> Option<Self> {
        let path = reader.texts(&options.path);
        let conversions = counts(reader, &options.conversions);
        let has_value = reader.has(&options.value);
        let values = has_value.then(|| reader.numbers(&options.value)).flatten();
        let values = values.and_then(|values| not_below_zero(reader, &options.value, values));
        let has_nulls = reader.has(&options.nulls);
        let nulls = has_nulls.then(|| counts(reader, &options.nulls)).flatten();
        let (path, conversions) = (path?, conversions?);
        if has_value && values.is_none() || has_nulls && nulls.is_none() {
            return None;
        }
        if let Some(row) = path.codes.iter().position(|code| path.values.get(*code as usize).is_none()) {
            let message = format!("column `{}` has no path in row {}", options.path, row + 1);
            reader.note(
                Issue::error("missing-values", place(&options.path), message)
                    .with_help("leave these rows out"),
            );
            return None;
        }
        let (names, runs, touches) = parsed(reader, options, path)?;
        let mut rows = Vec::with_capacity(path.codes.len());
        for (row, code) in path.codes.iter().enumerate() {
            let (converted, null) = (conversions[row], nulls.map_or(0.0, |nulls| nulls[row]));
            let value = values.map_or(0.0, |values| values[row]);
            if !valued(reader, &options.value, row, converted, value) {
                return None;
            }
            if converted > 0.0 || null > 0.0 {
                let (from, touches) = runs[*code as usize];
                let each = if converted > 0.0 { value / converted } else { 0.0 };
                rows.push(RawRow { from, touches, conversions: converted, each, nulls: null });
            }
        }
        Some(Self { names, rows, touches, has_value, ..Self::default() })
    }

    fn touches(table: &Table, reader: &mut TableReader<'_>, options: &AttributeOptions) -> Option<Self> {
        let journey = reader.groups(&options.journey);
        let channel = reader.texts(&options.channel);
        let conversions = reader.numbers(&options.conversions);
        let conversions = conversions.and_then(|values| not_below_zero(reader, &options.conversions, values));
        let has_value = reader.has(&options.value);
        let values = has_value.then(|| reader.numbers(&options.value)).flatten();
        let values = values.and_then(|values| not_below_zero(reader, &options.value, values));
        let time = hours(table, reader, &options.time, true);
        let end_name = options.conversion_time.as_deref().unwrap_or_default();
        let end = options.conversion_time.as_ref().map(|name| hours(table, reader, name, false));
        let (journey, channel, conversions, time) = (journey?, channel?, conversions?, time?);
        if has_value && values.is_none() || matches!(end, Some(None)) {
            return None;
        }
        let end = end.flatten();
        for (name, texts) in [(&options.journey, &journey), (&options.channel, channel)] {
            let missing =
                |code: &u32| texts.values.get(*code as usize).is_none_or(|text| text.trim().is_empty());
            if let Some(row) = texts.codes.iter().position(missing) {
                let message = format!("column `{name}` is empty in row {}", row + 1);
                reader.note(
                    Issue::error("missing-values", place(name), message).with_help("leave these rows out"),
                );
                return None;
            }
        }
        let mut known = Names::default();
        let codes: Vec<u32> = channel.values.iter().map(|name| known.code(name.trim())).collect();
        let (names, new) = known.sorted();
        // Rows of a journey one after the other.
        let mut starts = vec![0_u32; journey.values.len() + 1];
        journey.codes.iter().for_each(|code| starts[*code as usize + 1] += 1);
        for place in 1..starts.len() {
            starts[place] += starts[place - 1];
        }
        let (mut next, mut order) = (starts.clone(), vec![0_u32; journey.codes.len()]);
        for (row, code) in journey.codes.iter().enumerate() {
            order[next[*code as usize] as usize] = row as u32;
            next[*code as usize] += 1;
        }
        let mut made = Self { names, has_value, ..Self::default() };
        for group in 0..journey.values.len() {
            let rows = &mut order[starts[group] as usize..starts[group + 1] as usize];
            let channel_of = |row: u32| new[codes[channel.codes[row as usize] as usize] as usize];
            // Touches of the same moment stay in the order of their rows.
            rows.sort_by(|a, b| time[*a as usize].total_cmp(&time[*b as usize]));
            let at = journey.values[group].as_str();
            let converted = once(reader, &options.conversions, at, rows, conversions, true)?.unwrap_or(0.0);
            let value = match values {
                Some(values) => once(reader, &options.value, at, rows, values, true)?.unwrap_or(0.0),
                None => 0.0,
            };
            let ended = match &end {
                Some(end) => once(reader, end_name, at, rows, end, false)?,
                None => None,
            };
            let Some(first) = rows.first() else { continue };
            if !valued(reader, &options.value, *first as usize, converted, value) {
                return None;
            }
            let last = ended.or_else(|| rows.last().map(|row| time[*row as usize])).unwrap_or(0.0);
            let from = made.touches.len();
            for row in rows.iter() {
                let age = last - time[*row as usize];
                if age < 0.0 || options.lookback_hours.is_some_and(|window| age > window) {
                    made.outside += 1;
                } else {
                    made.touches.push(channel_of(*row));
                    made.ages.push(age);
                }
            }
            if options.repeats == RepeatedTouches::Merge {
                merge(&mut made.touches, &mut made.ages, from);
            }
            let touches = made.touches.len() - from;
            if touches == 0 {
                made.emptied += 1;
                continue;
            }
            // Ages count from the last touch that is left, so that equal journeys are equal.
            let newest = made.ages[made.ages.len() - 1];
            made.ages[from..].iter_mut().for_each(|age| *age -= newest);
            made.rows.push(RawRow {
                from: from as u32,
                touches: touches as u32,
                conversions: converted,
                each: if converted > 0.0 { value / converted } else { 0.0 },
                nulls: if converted > 0.0 { 0.0 } else { 1.0 },
            });
        }
        Some(made)
    }

    /// Equal journeys together, in an order that depends on the journeys alone.
    fn gathered(self) -> Journeys {
        let slice = |row: &RawRow| &self.touches[row.from as usize..(row.from + row.touches) as usize];
        let ages = |row: &RawRow| {
            self.ages.get(row.from as usize..(row.from + row.touches) as usize).unwrap_or_default()
        };
        let mut order: Vec<(u64, u32)> = Vec::with_capacity(self.rows.len());
        for (place, row) in self.rows.iter().enumerate() {
            let mut hash = 0x9e37_79b9_7f4a_7c15_u64;
            for touch in slice(row) {
                hash = mix(hash ^ u64::from(*touch));
            }
            for age in ages(row) {
                hash = mix(hash ^ age.to_bits());
            }
            order.push((hash, place as u32));
        }
        let alike = |a: &RawRow, b: &RawRow| {
            if a.from == b.from {
                return std::cmp::Ordering::Equal;
            }
            slice(a).cmp(slice(b)).then_with(|| {
                let bits = |row| ages(row).iter().map(|age| age.to_bits());
                bits(a).cmp(bits(b))
            })
        };
        let order = split::by_hash(order, |a, b| {
            let (a, b) = (&self.rows[a as usize], &self.rows[b as usize]);
            alike(a, b)
                .then_with(|| a.each.total_cmp(&b.each))
                .then_with(|| a.conversions.total_cmp(&b.conversions))
                .then_with(|| a.nulls.total_cmp(&b.nulls))
        });
        let mut made = Journeys {
            channels: self.names.clone(),
            has_value: self.has_value,
            outside: self.outside,
            emptied: self.emptied,
            touches: Vec::with_capacity(self.touches.len()),
            ..Journeys::default()
        };
        let mut before: Option<(u64, &RawRow)> = None;
        for (hash, place) in &order {
            let row = &self.rows[*place as usize];
            let same = before.is_some_and(|(other, previous)| {
                other == *hash && alike(previous, row) == std::cmp::Ordering::Equal
            });
            match made.cells.last_mut() {
                Some(cell) if same && cell.each.to_bits() == row.each.to_bits() => {
                    cell.conversions += row.conversions;
                    cell.nulls += row.nulls;
                }
                last => {
                    let from = match last {
                        Some(cell) if same => cell.from,
                        _ => {
                            made.paths += 1;
                            let from = made.touches.len() as u32;
                            made.touches.extend_from_slice(slice(row));
                            made.ages.extend_from_slice(ages(row));
                            from
                        }
                    };
                    made.cells.push(Cell {
                        from,
                        touches: row.touches,
                        conversions: row.conversions,
                        each: row.each,
                        nulls: row.nulls,
                    });
                }
            }
            before = Some((*hash, row));
        }
        made
    }
}

/// A bijection of 64 bits that spreads them (the finalizer of SplitMix64).
fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

type Runs = Vec<(u32, u32)>;

/// The channels of each different path: names in order, place and length of each path, touches.
fn parsed<'a>(
    reader: &mut TableReader<'_>,
    options: &AttributeOptions,
    path: &'a Texts,
) -> Option<(Vec<String>, Runs, Vec<u32>)> {
    if options.separator.is_empty() {
        return None;
    }
    let trimmed = options.separator.trim();
    let separator = if trimmed.is_empty() { options.separator.as_str() } else { trimmed };
    let mut known = Names::default();
    let (mut runs, mut touches): (Runs, Vec<u32>) = (Vec::with_capacity(path.values.len()), Vec::new());
    let mut recent = Recent::default();
    for text in &path.values {
        let from = touches.len();
        let mut empty = false;
        let mut name = |part: &'a str| {
            let name = part.trim();
            empty |= name.is_empty();
            known.code(name)
        };
        match separator.as_bytes() {
            [byte] => recent.split(text, *byte, &mut touches, name),
            _ => touches.extend(text.split(separator).map(&mut name)),
        }
        if empty {
            let message = format!("path `{}` has a channel without a name", shortened(text));
            reader.note(
                Issue::error("empty-channel", place(&options.path), message)
                    .with_help("write paths like `search > email`; check the option `separator`"),
            );
            return None;
        }
        if options.repeats == RepeatedTouches::Merge {
            merge(&mut touches, &mut Vec::new(), from);
        }
        runs.push((from as u32, (touches.len() - from) as u32));
    }
    let (names, new) = known.sorted();
    touches.iter_mut().for_each(|touch| *touch = new[*touch as usize]);
    Some((names, runs, touches))
}

/// The first letters of a text that may be long.
fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(60).collect();
    if start.len() < text.len() {
        start.push('…');
    }
    start
}

/// Whether a value stands beside its conversions.
fn valued(reader: &mut TableReader<'_>, name: &str, row: usize, conversions: f64, value: f64) -> bool {
    let (code, message) = if conversions > 0.0 && value.is_nan() {
        ("missing-values", format!("column `{name}` has no value for the conversions of row {}", row + 1))
    } else if conversions <= 0.0 && value > 0.0 {
        ("value-without-conversion", format!("row {} has a value in `{name}` and no conversion", row + 1))
    } else {
        return true;
    };
    reader.note(Issue::error(code, place(name), message));
    false
}

/// What the rows of a journey say once, or each the same: nothing else but missing, and 0 where `zero` says nothing.
fn once(
    reader: &mut TableReader<'_>,
    name: &str,
    journey: &str,
    rows: &[u32],
    values: &[f64],
    zero: bool,
) -> Option<Option<f64>> {
    let mut found: Option<f64> = None;
    for row in rows {
        let value = values[*row as usize];
        if value.is_nan() || zero && value == 0.0 {
            continue;
        }
        if found.is_some_and(|other| other != value) {
            let message = format!("the rows of journey `{}` say different things", shortened(journey));
            reader.note(
                Issue::error("conflicting-values", place(name), message).with_help(
                    "give what holds for the whole journey on one of its rows, or the same on all",
                ),
            );
            return None;
        }
        found = Some(value);
    }
    Some(found)
}

/// A column of moments in hours: dates, or numbers of hours.
fn hours(table: &Table, reader: &mut TableReader<'_>, name: &str, complete: bool) -> Option<Vec<f64>> {
    let mut probe = table.reader();
    let hours: Vec<f64> = match probe.numbers(name) {
        Some(_) => reader.numbers(name)?.to_vec(),
        None => reader
            .times(name)?
            .into_iter()
            .map(|seconds| if seconds == Table::NO_TIME { f64::NAN } else { seconds as f64 / 3600.0 })
            .collect(),
    };
    if complete && let Some(row) = hours.iter().position(|hour| hour.is_nan()) {
        let message = format!("column `{name}` has no time in row {}", row + 1);
        reader.note(
            Issue::error("missing-values", place(name), message)
                .with_help("a touch without a time has no place in its journey: leave it out"),
        );
        return None;
    }
    Some(hours)
}

/// Totals of the journeys.
#[derive(Debug, Clone, Copy)]
pub(super) struct Totals {
    pub(super) conversions: f64,
    pub(super) value: f64,
    pub(super) nulls: f64,
    pub(super) touches: f64,
}

impl Journeys {
    pub(super) fn totals(&self) -> Totals {
        let over = |part: &dyn Fn(&Cell) -> f64| sum(self.cells.iter().map(part));
        Totals {
            conversions: over(&|cell| cell.conversions),
            value: over(&|cell| cell.conversions * cell.each),
            nulls: over(&|cell| cell.nulls),
            touches: over(&|cell| cell.journeys() * count(cell.touches as usize)),
        }
    }
}

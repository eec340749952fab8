//! The tables of a file: columns by name, rows as the file has them, and what nobody has asked for.

use std::borrow::Cow;
use std::cell::Cell;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::limits::MAX_COLUMNS;
use super::value;
use crate::plan::validate::{Faults, show};
use crate::quantity::{Stamp, Time, When};

/// A table.
#[derive(Default)]
pub(super) struct Table<'a> {
    pub(super) name: Cow<'a, str>,
    columns: Vec<Cow<'a, str>>,
    at: FxHashMap<String, usize>,
    /// Whether somebody has asked for a column.
    asked: Vec<Cell<bool>>,
    /// Cells with tabs between them.
    rows: Vec<Cow<'a, str>>,
}

impl<'a> Table<'a> {
    pub(super) fn new(name: impl Into<Cow<'a, str>>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// The names of the columns, with tabs between them.
    pub(super) fn set_columns(&mut self, names: &'a str) {
        for name in names.split('\t').take(MAX_COLUMNS) {
            self.at.entry(name.trim().to_owned()).or_insert(self.columns.len());
            self.columns.push(Cow::Borrowed(name.trim()));
            self.asked.push(Cell::new(false));
        }
    }

    /// The names of the columns.
    pub(super) fn set_names(&mut self, names: Vec<String>) {
        for name in names.into_iter().take(MAX_COLUMNS) {
            self.at.entry(name.clone()).or_insert(self.columns.len());
            self.columns.push(Cow::Owned(name));
            self.asked.push(Cell::new(false));
        }
    }

    pub(super) fn push(&mut self, row: impl Into<Cow<'a, str>>) {
        self.rows.push(row.into());
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|row| Row { table: self, cells: row.split('\t').collect() })
    }

    /// The columns that nobody has asked for and that hold something, each with how many cells do.
    pub(super) fn unread(&self, is_noise: impl Fn(&str) -> bool) -> Vec<(String, usize)> {
        let mut left: Vec<(usize, usize)> = (self.columns.iter().enumerate())
            .filter(|(at, name)| !self.asked[*at].get() && !name.is_empty() && !is_noise(name))
            .map(|(at, _)| (at, 0))
            .collect();
        if left.is_empty() {
            return Vec::new();
        }
        for row in &self.rows {
            let cells: SmallVec<[&str; 96]> = row.split('\t').collect();
            for (at, count) in &mut left {
                *count += usize::from(cells.get(*at).is_some_and(|cell| !says_nothing(cell.trim())));
            }
        }
        let held = left.into_iter().filter(|(_, count)| *count > 0);
        held.map(|(at, count)| (self.columns[at].to_string(), count)).collect()
    }
}

/// Whether a cell is what a column has that nobody filled in.
fn says_nothing(text: &str) -> bool {
    matches!(text, "" | "N" | "0") || text.parse::<f64>().is_ok_and(|number| number == 0.0)
}

/// A row.
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    cells: SmallVec<[&'t str; 96]>,
}

impl<'t> Row<'t> {
    /// The text of a cell, `None` if the table has no such column or nothing is in it.
    pub(super) fn text(&self, column: &str) -> Option<&'t str> {
        let at = *self.table.at.get(column)?;
        self.table.asked[at].set(true);
        self.cells.get(at).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }

    /// The same for people: doubled quotation marks are one, line breaks are kept.
    pub(super) fn words(&self, column: &str) -> Option<String> {
        let text = self.text(column)?;
        Some(if text.contains("\"\"") { text.replace("\"\"", "\"") } else { text.to_owned() })
    }

    pub(super) fn is(&self, column: &str) -> bool {
        matches!(self.text(column), Some("Y" | "y" | "1" | "true"))
    }

    fn value<T>(
        &self,
        column: &str,
        at: &str,
        faults: &mut Faults,
        what: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(column)?;
        let value = read(text);
        if value.is_none() {
            faults.warning(
                "invalid-value",
                format!("{at}/{column}"),
                format!("`{}` is not {what}", show(text)),
                "it is read as if it were not there",
            );
        }
        value
    }

    pub(super) fn number(&self, column: &str, at: &str, faults: &mut Faults) -> Option<f64> {
        self.value(column, at, faults, "a number", value::number)
    }

    /// Seconds of a number of hours.
    pub(super) fn hours(&self, column: &str, at: &str, faults: &mut Faults) -> Option<i64> {
        self.value(column, at, faults, "a number of hours", value::hours)
    }

    pub(super) fn when(&self, column: &str, at: &str, faults: &mut Faults) -> Option<When> {
        self.value(column, at, faults, "a date from 1970 to 2100", value::moment)
    }

    pub(super) fn stamp(&self, column: &str, at: &str, faults: &mut Faults) -> Option<Stamp> {
        self.when(column, at, faults).map(|when| Stamp::wall(Time::from_civil(when.start())))
    }
}

/// The tables of a file by name.
#[derive(Default)]
pub(super) struct Tables<'a> {
    pub(super) list: Vec<Table<'a>>,
    /// Currency of the file's header.
    pub(super) currency: Option<String>,
}

impl<'a> Tables<'a> {
    /// A table; an empty one if the file has none of the name.
    pub(super) fn get<'t>(&'t self, name: &str, none: &'t Table<'a>) -> &'t Table<'a> {
        self.list.iter().find(|table| table.name == name).unwrap_or(none)
    }
}

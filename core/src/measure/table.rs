//! Tables: columns of numbers, texts and times, the input of everything that is measured from records.

use std::collections::BTreeMap;
use std::fmt;

use rustc_hash::FxHashMap;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::error::nearest;
use crate::quantity::When;
use crate::{Issue, Issues};

/// Columns of the same length, by name.
///
/// In JSON a table is an object of lists: `{"day": ["2026-03-02", "2026-03-03"], "reach": [1200, null]}`. A list holds
/// numbers, texts or truth values (read as 1 and 0), and `null` where a value is missing; dates are texts like
/// `2026-03-02` or `2026-03-02T09:00`. In Python any data frame is a table, through the Arrow interface.
///
/// Missing is never zero: a missing number stays missing until an operation says what it makes of it.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// let posts: Table = serde_json::from_str(r#"{ "type": ["photo", "video"], "reach": [1200, null] }"#)?;
/// assert_eq!((posts.rows(), posts.names().collect::<Vec<_>>()), (2, vec!["reach", "type"]));
/// let made = Table::new().with_numbers("reach", vec![Some(1200.0), None])?.with_texts("type", ["photo", "video"])?;
/// assert_eq!(made, posts);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    columns: BTreeMap<String, Column>,
    rows: usize,
}

/// One column.
#[derive(Debug, Clone)]
enum Column {
    /// Numbers; those missing are not a number.
    Numbers(Vec<f64>),
    /// Texts.
    Texts(Texts),
    /// Civil seconds since 1970-01-01T00:00; [`Table::NO_TIME`] where missing.
    Times(Vec<i64>),
}

/// A column of texts: for each row the place of its text in a list of different texts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Texts {
    /// Place of the text of each row, [`Texts::MISSING`] where there is none.
    pub(crate) codes: Vec<u32>,
    /// The different texts, in the order of their first row.
    pub(crate) values: Vec<String>,
}

impl Texts {
    /// The code of a missing text.
    pub(crate) const MISSING: u32 = u32::MAX;

    /// The text of a row.
    pub(crate) fn get(&self, row: usize) -> Option<&str> {
        self.values.get(self.codes[row] as usize).map(String::as_str)
    }

    /// The same column with the texts in the order of their bytes, so that codes compare as texts do.
    pub(crate) fn sorted(&self) -> Self {
        let mut order: Vec<u32> = (0..self.values.len() as u32).collect();
        order.sort_unstable_by(|a, b| self.values[*a as usize].cmp(&self.values[*b as usize]));
        let mut place = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            place[*old as usize] = new as u32;
        }
        Self {
            codes: self
                .codes
                .iter()
                .map(|code| place.get(*code as usize).copied().unwrap_or(Self::MISSING))
                .collect(),
            values: order.iter().map(|old| self.values[*old as usize].clone()).collect(),
        }
    }
}

/// Makes a column of texts, each different text kept once.
#[derive(Debug, Default)]
struct TextsBuilder {
    texts: Texts,
    places: FxHashMap<String, u32>,
}

impl TextsBuilder {
    fn push(&mut self, text: Option<&str>) {
        let code = match text {
            None => Texts::MISSING,
            Some(text) => match self.places.get(text) {
                Some(code) => *code,
                None => {
                    let code = self.texts.values.len() as u32;
                    self.places.insert(text.to_owned(), code);
                    self.texts.values.push(text.to_owned());
                    code
                }
            },
        };
        self.texts.codes.push(code);
    }
}

impl Column {
    fn len(&self) -> usize {
        match self {
            Self::Numbers(values) => values.len(),
            Self::Texts(texts) => texts.codes.len(),
            Self::Times(values) => values.len(),
        }
    }
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Numbers(a), Self::Numbers(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a == b || (a.is_nan() && b.is_nan()))
            }
            (Self::Times(a), Self::Times(b)) => a == b,
            (Self::Texts(a), Self::Texts(b)) => {
                a.codes.len() == b.codes.len() && (0..a.codes.len()).all(|row| a.get(row) == b.get(row))
            }
            _ => false,
        }
    }
}

impl Table {
    /// A missing time among those of [`Table::with_times`].
    pub const NO_TIME: i64 = i64::MIN;

    /// A table without columns.
    pub fn new() -> Self {
        Self::default()
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Names of the columns, in the order of their bytes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.keys().map(String::as_str)
    }

    /// The table with one more column of numbers.
    ///
    /// # Errors
    /// `repeated-column` or `column-length`.
    pub fn with_numbers<N: Into<Option<f64>>>(
        self,
        name: &str,
        values: impl IntoIterator<Item = N>,
    ) -> Result<Self, Issues> {
        self.with(
            name,
            Column::Numbers(values.into_iter().map(|value| value.into().unwrap_or(f64::NAN)).collect()),
        )
        .map_err(Issues::from)
    }

    /// The table with one more column of texts.
    ///
    /// # Errors
    /// `repeated-column` or `column-length`.
    pub fn with_texts<'a, T: Into<Option<&'a str>>>(
        self,
        name: &str,
        values: impl IntoIterator<Item = T>,
    ) -> Result<Self, Issues> {
        let mut builder = TextsBuilder::default();
        values.into_iter().for_each(|value| builder.push(value.into()));
        self.with(name, Column::Texts(builder.texts)).map_err(Issues::from)
    }

    /// The table with one more column of texts, each row given by the place of its text in `values` (any place beyond
    /// them: missing).
    ///
    /// # Errors
    /// `repeated-column` or `column-length`.
    pub fn with_coded_texts(self, name: &str, codes: Vec<u32>, values: Vec<String>) -> Result<Self, Issues> {
        self.with(name, Column::Texts(Texts { codes, values })).map_err(Issues::from)
    }

    /// The table with one more column of times, in civil seconds since 1970-01-01T00:00, [`Table::NO_TIME`] where
    /// missing.
    ///
    /// # Errors
    /// `repeated-column` or `column-length`.
    pub fn with_times(self, name: &str, seconds: Vec<i64>) -> Result<Self, Issues> {
        self.with(name, Column::Times(seconds)).map_err(Issues::from)
    }

    fn with(mut self, name: &str, column: Column) -> Result<Self, Issue> {
        if !self.columns.is_empty() && column.len() != self.rows {
            let (found, rows) = (column.len(), self.rows);
            return Err(Issue::error(
                "column-length",
                place(name),
                format!("column `{name}` has {found} rows, the columns before have {rows}"),
            )
            .with_help("give every column a value for each row, `null` where it is missing"));
        }
        self.rows = column.len();
        if self.columns.insert(name.to_owned(), column).is_some() {
            return Err(Issue::error(
                "repeated-column",
                place(name),
                format!("column `{name}` is there twice"),
            ));
        }
        Ok(self)
    }

    /// A reader that notes every fault of the columns asked for.
    pub(crate) fn reader(&self) -> TableReader<'_> {
        TableReader { table: self, issues: Vec::new() }
    }
}

/// Where a column is.
pub(crate) fn place(column: &str) -> String {
    format!("columns/{column}")
}

/// Reads columns and notes every fault; [`TableReader::done`] gives all of them.
///
/// ```text
/// let mut reader = table.reader();
/// let spend = reader.numbers(&options.spend);
/// let channel = reader.texts(&options.channel);
/// reader.done()?;                 // every fault at once
/// let (Some(spend), Some(channel)) = (spend, channel) else { … };
/// ```
pub(crate) struct TableReader<'a> {
    table: &'a Table,
    issues: Vec<Issue>,
}

impl<'a> TableReader<'a> {
    fn column(&mut self, name: &str) -> Option<&'a Column> {
        let found = self.table.columns.get(name);
        if found.is_none() {
            let issue = Issue::error("unknown-column", place(name), format!("there is no column `{name}`"));
            let help = nearest(name, self.table.names()).unwrap_or_else(|| {
                let names: Vec<String> =
                    self.table.names().take(20).map(|name| format!("`{name}`")).collect();
                format!("the columns are {}", names.join(", "))
            });
            self.issues.push(issue.with_help(help));
        }
        found
    }

    fn wrong(&mut self, name: &str, code: &'static str, wanted: &str) {
        let message = format!("column `{name}` does not hold {wanted}");
        self.issues.push(Issue::error(code, place(name), message));
    }

    /// Numbers; those missing are not a number, none is infinite.
    pub(crate) fn numbers(&mut self, name: &str) -> Option<&'a [f64]> {
        match self.column(name)? {
            Column::Numbers(values) => {
                if let Some(row) = values.iter().position(|value| value.is_infinite()) {
                    let message = format!("column `{name}` holds an infinite number in row {}", row + 1);
                    self.issues.push(
                        Issue::error("infinite-number", place(name), message)
                            .with_help("give a number, or `null` where it is not known"),
                    );
                }
                Some(values)
            }
            // A column of nothing but missing values has no kind of its own.
            Column::Texts(texts) if texts.values.is_empty() => {
                self.wrong(name, "column-empty", "any value");
                None
            }
            Column::Texts(_) | Column::Times(_) => {
                self.wrong(name, "column-not-numbers", "numbers");
                None
            }
        }
    }

    /// Numbers, none of them missing.
    pub(crate) fn complete_numbers(&mut self, name: &str) -> Option<&'a [f64]> {
        let values = self.numbers(name)?;
        let missing = values.iter().filter(|value| value.is_nan()).count();
        if missing > 0 {
            self.issues.push(
                Issue::error(
                    "missing-values",
                    place(name),
                    format!("column `{name}` misses {missing} values"),
                )
                .with_help("leave these rows out, or fill in what is known"),
            );
            return None;
        }
        Some(values)
    }

    /// Texts.
    pub(crate) fn texts(&mut self, name: &str) -> Option<&'a Texts> {
        match self.column(name)? {
            Column::Texts(texts) => Some(texts),
            Column::Numbers(_) | Column::Times(_) => {
                self.wrong(name, "column-not-texts", "texts");
                None
            }
        }
    }

    /// Names of groups: texts as they are, numbers as they are written.
    pub(crate) fn groups(&mut self, name: &str) -> Option<Texts> {
        match self.column(name)? {
            Column::Texts(texts) => Some(texts.clone()),
            Column::Numbers(values) => {
                let mut builder = TextsBuilder::default();
                for value in values {
                    builder.push((!value.is_nan()).then(|| value.to_string()).as_deref());
                }
                Some(builder.texts)
            }
            Column::Times(values) => {
                let mut builder = TextsBuilder::default();
                values.iter().for_each(|seconds| builder.push(written(*seconds).as_deref()));
                Some(builder.texts)
            }
        }
    }

    /// Times in civil seconds since 1970-01-01T00:00, [`Table::NO_TIME`] where missing; a date is its first moment.
    ///
    /// # Complexity
    /// O(rows), and each different text is read once.
    pub(crate) fn times(&mut self, name: &str) -> Option<Vec<i64>> {
        match self.column(name)? {
            Column::Times(values) => Some(values.clone()),
            Column::Numbers(_) => {
                self.wrong(name, "column-not-dates", "dates");
                None
            }
            Column::Texts(texts) => {
                let mut moments = Vec::with_capacity(texts.values.len());
                for text in &texts.values {
                    let Ok(when) = When::parse(text) else {
                        let message = format!("`{text}` in column `{name}` is no date");
                        self.issues.push(
                            Issue::error("column-not-dates", place(name), message)
                                .with_help("write dates like `2026-03-02` or `2026-03-02T09:00`"),
                        );
                        return None;
                    };
                    moments.push(when.start().and_utc().timestamp());
                }
                Some(
                    texts
                        .codes
                        .iter()
                        .map(|code| moments.get(*code as usize).copied().unwrap_or(Table::NO_TIME))
                        .collect(),
                )
            }
        }
    }

    /// Notes a fault.
    pub(crate) fn note(&mut self, issue: Issue) {
        self.issues.push(issue);
    }

    /// Whether the table has a column.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.table.columns.contains_key(name)
    }

    /// Every fault noted; `empty-table` if there is no row.
    pub(crate) fn done(mut self) -> Result<(), Issues> {
        if self.table.rows == 0 {
            self.issues.push(Issue::error("empty-table", "columns", "the table has no rows"));
        }
        Issues::check(self.issues).map(|_| ())
    }
}

/// A time as it is written, nothing if it is missing.
pub(crate) fn written(seconds: i64) -> Option<String> {
    let moment = chrono::DateTime::from_timestamp(seconds, 0)?.naive_utc();
    Some(if seconds.rem_euclid(86_400) == 0 {
        moment.date().to_string()
    } else {
        moment.format("%Y-%m-%dT%H:%M:%S").to_string()
    })
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Written<'a>(&'a Column);
        impl Serialize for Written<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self.0 {
                    Column::Numbers(values) => {
                        serializer.collect_seq(values.iter().map(|value| value.is_finite().then_some(*value)))
                    }
                    Column::Texts(texts) => {
                        serializer.collect_seq((0..texts.codes.len()).map(|row| texts.get(row)))
                    }
                    Column::Times(values) => {
                        serializer.collect_seq(values.iter().map(|seconds| written(*seconds)))
                    }
                }
            }
        }
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (name, column) in &self.columns {
            map.serialize_entry(name, &Written(column))?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Table {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Columns;
        impl<'de> Visitor<'de> for Columns {
            type Value = Table;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of columns")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Table, A::Error> {
                let mut table = Table::new();
                while let Some(name) = map.next_key::<String>()? {
                    let column = map.next_value::<Column>()?;
                    table = table.with(&name, column).map_err(|issue| A::Error::custom(issue.message))?;
                }
                Ok(table)
            }
        }
        deserializer.deserialize_map(Columns)
    }
}

/// One value of a list.
enum Cell<'a> {
    Missing,
    Number(f64),
    Text(std::borrow::Cow<'a, str>),
}

impl<'de> Deserialize<'de> for Cell<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Cell<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, a text, a truth value or null")
            }

            fn visit_unit<E>(self) -> Result<Cell<'de>, E> {
                Ok(Cell::Missing)
            }

            fn visit_none<E>(self) -> Result<Cell<'de>, E> {
                Ok(Cell::Missing)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Cell<'de>, E> {
                Ok(Cell::Number(f64::from(u8::from(value))))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Cell<'de>, E> {
                Ok(Cell::Number(value))
            }

            #[expect(clippy::cast_precision_loss, reason = "numbers of tables are real")]
            fn visit_i64<E>(self, value: i64) -> Result<Cell<'de>, E> {
                Ok(Cell::Number(value as f64))
            }

            #[expect(clippy::cast_precision_loss, reason = "numbers of tables are real")]
            fn visit_u64<E>(self, value: u64) -> Result<Cell<'de>, E> {
                Ok(Cell::Number(value as f64))
            }

            fn visit_borrowed_str<E>(self, value: &'de str) -> Result<Cell<'de>, E> {
                Ok(Cell::Text(value.into()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Cell<'de>, E> {
                Ok(Cell::Text(value.to_owned().into()))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Values;
        impl<'de> Visitor<'de> for Values {
            type Value = Column;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of values")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Column, A::Error> {
                let mut missing = 0;
                loop {
                    match list.next_element::<Cell<'de>>()? {
                        None => {
                            // No kind of its own: texts, all missing.
                            let texts = Texts { codes: vec![Texts::MISSING; missing], values: Vec::new() };
                            return Ok(Column::Texts(texts));
                        }
                        Some(Cell::Missing) => missing += 1,
                        Some(Cell::Number(first)) => return numbers(list, missing, first),
                        Some(Cell::Text(first)) => return texts(list, missing, &first),
                    }
                }
            }
        }
        deserializer.deserialize_seq(Values)
    }
}

fn numbers<'de, A: SeqAccess<'de>>(mut list: A, missing: usize, first: f64) -> Result<Column, A::Error> {
    let mut values = vec![f64::NAN; missing];
    values.push(first);
    while let Some(cell) = list.next_element::<Cell<'de>>()? {
        match cell {
            Cell::Missing => values.push(f64::NAN),
            Cell::Number(value) => values.push(value),
            Cell::Text(text) => return Err(mixed(&text)),
        }
    }
    Ok(Column::Numbers(values))
}

fn texts<'de, A: SeqAccess<'de>>(mut list: A, missing: usize, first: &str) -> Result<Column, A::Error> {
    let mut builder = TextsBuilder::default();
    (0..missing).for_each(|_| builder.push(None));
    builder.push(Some(first));
    while let Some(cell) = list.next_element::<Cell<'de>>()? {
        match cell {
            Cell::Missing => builder.push(None),
            Cell::Text(text) => builder.push(Some(&text)),
            Cell::Number(value) => return Err(mixed(&value.to_string())),
        }
    }
    Ok(Column::Texts(builder.texts))
}

fn mixed<E: serde::de::Error>(value: &str) -> E {
    E::custom(format!(
        "numbers and texts in one column: `{value}` is of another kind than the values before it"
    ))
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Table {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Table".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Columns of the same length, by name: each a list of numbers, texts or truth values, with null where a value is missing.",
            "type": "object",
            "additionalProperties": {
                "type": "array",
                "items": { "anyOf": [
                    { "anyOf": [{ "type": "number" }, { "type": "string" }, { "type": "boolean" }] },
                    { "type": "null" }
                ] }
            }
        })
    }
}

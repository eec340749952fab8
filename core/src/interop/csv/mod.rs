//! Tables in CSV (RFC 4180): tasks, links, resources, assignments and actual progress in and out, the rows of a
//! schedule and of a load out.
//!
//! | table | columns |
//! |---|---|
//! | tasks | `id`, `name`, `parent`, `campaign`, `market`, `duration`, `optimistic`, `likely`, `pessimistic`, `task_type`, `manual_start`, `manual_finish`, `splits`, `milestone`, `calendar`, `ignore_resource_calendars`, `constraints`, `deadline`, `priority`, `weight`, `kpis`, `skills`, `fixed_cost`, `leveling_delay`, `tags`, `notes`; read only: `predecessors` |
//! | links | `from`, `to`, `kind`, `lag`, `max_lag`, `lag_calendar` |
//! | resources | `id`, `name`, `kind`, `role`, `department`, `market`, `calendar`, `capacity`, `absences`, `contract_from`, `contract_to`, `skills`, `languages`, `rate`, `rate_per`, `overtime_rate`, `cost_per_use` |
//! | assignments | `task`, `resource`, `units`, `work`, `duration`, `delay`, `quantity`, `cost` |
//! | progress | `task`, `actual_start`, `actual_finish`, `complete`, `remaining`, `resume` |
//! | schedule | `id`, `name`, `kind`, `start`, `finish`, `early_start`, `early_finish`, `late_start`, `late_finish`, `duration_hours`, `total_float_hours`, `free_float_hours`, `critical`, `drivers`, `late_days` |
//! | load | `resource`, `date`, `demand_hours`, `capacity_hours`, `excess_hours` |
//!
//! Headers are found whatever their case and whether words are set apart by blanks, hyphens or underscores. A column
//! that is not there leaves a field as it is, an empty cell takes it away.
//!
//! # Cells
//! Lists are set apart by `;` (a `;` within an item is `\;`): `constraints` as `start_no_earlier_than 2026-03-02`,
//! `splits` as `1d+2d` (work before the pause, pause), `skills` as `design:3`, `kpis` as `reach:0.25`, `absences` as
//! `2026-08-03..2026-08-14 leave`, `predecessors` as `brief; copy SS+1d`. Durations are those of the document and
//! those of Microsoft Project (`3 days`, `2 wks`, `3 edays`); a bare number is days. Dates are ISO 8601, or as the
//! option `date_format` says. A comma in a number is a decimal comma unless it stands before exactly three digits:
//! that is refused until the option `decimal` says what it is.
//!
//! # Formulas
//! A text that begins with `=`, `+`, `-` or `@` would be computed by spreadsheets. It is written with a quote before
//! it, as OWASP advises, and read without it, so that nothing changes on the way through this library; programs that
//! do not know the rule see the quote. The option `keep_formulas` writes texts as they are.

mod columns;
mod read;
mod text;
mod value;
mod write;

use serde::{Deserialize, Serialize};

use crate::Issue;
use crate::plan::{Plan, is_default};
use crate::quantity::When;

pub use read::{CsvTexts, read_csv};
pub use write::write_csv;

/// How much a table may hold.
pub mod limits {
    /// Longest text in bytes.
    pub const MAX_CSV_BYTES: usize = 256 << 20;
    /// Most columns.
    pub const MAX_COLUMNS: usize = 1_000;
    /// Most cells.
    pub const MAX_CELLS: usize = 50_000_000;
}

/// What sets cells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CsvSeparator {
    /// The one that the first line uses most; a comma when writing.
    #[default]
    Auto,
    /// `,`
    Comma,
    /// `;`, as spreadsheets write where a decimal comma is used.
    Semicolon,
    /// A tabulator.
    Tab,
}

/// What sets whole and fraction of a number apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CsvDecimal {
    /// `1.5`
    Point,
    /// `1,5`
    Comma,
}

/// How tables are read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CsvReadOptions {
    /// What sets cells apart.
    #[serde(skip_serializing_if = "is_default")]
    pub separator: CsvSeparator,
    /// What sets whole and fraction of numbers apart; if absent, found out where that is clear.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<CsvDecimal>,
    /// The order of dates that are not in ISO 8601: `YYYY`, `MM`, `DD`, `HH`, `mm` and `ss` with marks between them,
    /// such as `DD.MM.YYYY` or `MM/DD/YYYY HH:mm`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_format: Option<String>,
    /// Name of the program of a new plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Start of the program of a new plan; needed unless rows are added to a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<When>,
}

/// Tables read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CsvFile {
    /// The plan that they make.
    pub plan: Plan,
    /// What was left out, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// A table that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CsvTable {
    /// Tasks, milestones and summaries.
    #[default]
    Tasks,
    /// Links between tasks.
    Links,
    /// Resources.
    Resources,
    /// Assignments.
    Assignments,
    /// What has happened so far, of the tasks that have begun.
    Progress,
    /// The dates of a schedule.
    Schedule,
    /// The load of each resource on each day.
    Load,
}

/// What is written, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CsvWriteOptions {
    /// Which table.
    #[serde(skip_serializing_if = "is_default")]
    pub table: CsvTable,
    /// What sets cells apart.
    #[serde(skip_serializing_if = "is_default")]
    pub separator: CsvSeparator,
    /// What sets whole and fraction of numbers apart; a point if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal: Option<CsvDecimal>,
    /// Whether the text begins with a mark of its encoding, by which spreadsheets know UTF-8.
    #[serde(skip_serializing_if = "is_default")]
    pub mark: bool,
    /// Whether texts that look like formulas are written as they are.
    #[serde(skip_serializing_if = "is_default")]
    pub keep_formulas: bool,
}

/// A table written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CsvText {
    /// The text (`text/csv`, UTF-8).
    pub text: String,
    /// How many rows it has besides the header.
    pub rows: u32,
    /// What the table cannot say, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

impl CsvSeparator {
    fn mark(self) -> Option<char> {
        match self {
            Self::Auto => None,
            Self::Comma => Some(','),
            Self::Semicolon => Some(';'),
            Self::Tab => Some('\t'),
        }
    }
}

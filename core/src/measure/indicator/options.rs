//! What [`indicators`](super::indicators()) is asked.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::calendar::{PeriodGrain, ToDateSpan};
use crate::measure::Period;
use crate::quantity::When;

/// Which indicators to compute, and how to divide the rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct IndicatorOptions {
    /// The indicators: 1 to 200.
    pub indicators: Vec<Indicator>,
    /// Dimensions to group by, such as `channel`: columns of every table used. At most 8; none if absent.
    pub by: Vec<String>,
    /// Length of the periods to group by; no periods if absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grain: Option<PeriodGrain>,
    /// First month of the fiscal year for quarters and years: 1 (January, if absent) to 12.
    pub fiscal_year_start: u32,
    /// Column of times in tables that name no other: `date` if absent. The row belongs to the period of this time. It is
    /// needed for periods, spans to date, comparisons and `period`; without them a table may do without it.
    pub time: String,
    /// What is different in some tables, by the name of the table.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, IndicatorTableOptions>,
    /// The date of the review: rows after it are not known yet, and what has not ended by it is open. A bare date means
    /// its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<When>,
    /// Rows outside of this span are left out; absent: every row counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    /// Spans to date (week, month, quarter, year), each with the same span before and a year before. They need `as_of`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub to_date: Vec<ToDateSpan>,
    /// Compares each whole period with the one before and with the same one of the year before. It needs `grain`.
    pub compare: bool,
    /// Gives the share that each group has of all groups in its period, for sums: share of voice. It needs `by`.
    pub share_of_total: bool,
    /// Confidence of the intervals, 0.5 to 0.9999: 0.95 if absent.
    pub confidence: f64,
    /// Age in days at the review above which the newest row of an indicator is called stale: 0 to 100,000; absent: none
    /// is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_age_days: Option<f64>,
}

impl Default for IndicatorOptions {
    fn default() -> Self {
        Self {
            indicators: Vec::new(),
            by: Vec::new(),
            grain: None,
            fiscal_year_start: 1,
            time: "date".to_owned(),
            tables: BTreeMap::new(),
            as_of: None,
            period: None,
            to_date: Vec::new(),
            compare: false,
            share_of_total: false,
            confidence: 0.95,
            max_age_days: None,
        }
    }
}

/// What is different in one table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct IndicatorTableOptions {
    /// Column of times of this table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Column of this table for each dimension that is called otherwise here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub dimensions: BTreeMap<String, String>,
}

/// One indicator: what is measured, or which entry of the catalogue it is.
///
/// # Examples
/// ```
/// use paceline::measure::indicator::Indicator;
/// let rate: Indicator = serde_json::from_str(
///     r#"{ "id": "close-rate", "per": 100, "measure": { "kind": "ratio",
///         "numerator": [{ "filters": [{ "kind": "equals", "column": "stage", "value": "Won" }] }],
///         "denominator": [{ "filters": [{ "kind": "one_of", "column": "stage", "values": ["Won", "Lost"] }] }] } }"#,
/// )?;
/// assert_eq!(rate.per, Some(100.0));
/// let same: Indicator = serde_json::from_str(r#"{ "catalogue": "close-rate", "values": { "won": "Won", "lost": "Lost" } }"#)?;
/// assert_eq!(same.catalogue.as_deref(), Some("close-rate"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Indicator {
    /// Id, unique among the indicators; the id in the catalogue serves when there is none.
    pub id: String,
    /// Short name for reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Unit shown after every value, such as `%`, `EUR` or `hours`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Id of an entry of the [catalogue](super::kpi_catalogue()); absent: `measure` says what is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catalogue: Option<String>,
    /// Column for each role of the catalogue entry that is called otherwise in the table. `*` instead of a column counts
    /// rows.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, String>,
    /// Table for each role of the catalogue entry that is not in `table`: cost per lead from a table of spend and one of
    /// leads.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tables: BTreeMap<String, String>,
    /// Word in the data for each word of the catalogue entry, such as `won` or `self_service`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// The table measured; absent where there is only one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// What is measured; absent with `catalogue`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<IndicatorMeasure>,
    /// Only rows that pass all of these count, in every table used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<RowFilter>,
    /// What a ratio or share is stated per: 1 if absent, 100 for a percentage, 1000 for a cost per thousand. Above 0, at
    /// most 10⁹. Every value is multiplied by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per: Option<f64>,
    /// Limit of a share within a limit, in place of that of the catalogue entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<f64>,
    /// Whether more or less of it is better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub better: Option<KpiDirection>,
    /// Whether each unit of the denominator of a ratio counts at most once in the numerator (won of closed deals, not
    /// clicks of people reached), so that a Wilson interval can be given. False if absent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub proportion: bool,
}

/// Whether more or less of a KPI is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum KpiDirection {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither by itself.
    Neutral,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum IndicatorMeasure {
    /// Additive: the sum of the terms. A term without a column counts rows.
    Sum {
        /// The terms, added: 1 to 32.
        terms: Vec<IndicatorTerm>,
    },
    /// Σ numerator ÷ Σ denominator, at every grain; absent where the denominator is 0.
    Ratio {
        /// The terms above the line: 1 to 32.
        numerator: Vec<IndicatorTerm>,
        /// The terms below the line: 1 to 32.
        denominator: Vec<IndicatorTerm>,
    },
    /// The mean of a column over rows; with `over` the mean of the ratios of the rows, which gives a post seen by ten
    /// people the weight of one seen by a million.
    Mean {
        /// Column of numbers.
        column: String,
        /// Column by which each row is divided; rows where it is 0 are left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        over: Option<String>,
    },
    /// A percentile of a column over rows.
    Percentile {
        /// Column of numbers.
        column: String,
        /// Column by which each row is divided; rows where it is 0 are left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        over: Option<String>,
        /// Which one: 0 to 1, 0.5 for the median.
        p: f64,
        /// How it is read between two rows.
        #[serde(default)]
        method: PercentileMethod,
    },
    /// Semi-additive: a level such as followers, that adds over channels but not over time.
    Level {
        /// Column of numbers.
        column: String,
        /// What stands for the whole time.
        summary: LevelSummary,
        /// Column of what has a level of its own, such as the channel: the levels of each are summarized, then added.
        /// Absent: there is one level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<String>,
        /// Column of times or numbers that says what comes first and last; absent: the column of times of the table.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<String>,
    },
    /// The number of different values of a column.
    Distinct {
        /// Column of texts, numbers or times.
        column: String,
    },
    /// Time between two columns of times, with items that have not ended yet.
    Duration {
        /// Column of the begin. The row belongs to the period of its begin.
        start: String,
        /// Column of the end; missing, or after `as_of`: still open.
        end: String,
        /// What is said of the times.
        summary: DurationSummary,
        /// Unit of the result: hours if absent.
        #[serde(default)]
        unit: SpanUnit,
    },
}

/// One term of a sum: `factor × Σ column` over the rows that pass the filters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct IndicatorTerm {
    /// Table; absent: that of the indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Column of numbers; absent: rows are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Whether the different values of the column are counted, not its numbers added. False if absent.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub distinct: bool,
    /// Multiplies the term: 1 if absent, −1 to subtract. Within ±10⁹.
    #[serde(skip_serializing_if = "is_one")]
    pub factor: f64,
    /// What a missing cell counts as, and a group without rows (which then counts as 0); absent: such a row is left out
    /// of every term over its table, and such a group has no value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing_as: Option<f64>,
    /// Only rows that pass all of these count.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<RowFilter>,
}

impl Default for IndicatorTerm {
    fn default() -> Self {
        Self {
            table: None,
            column: None,
            distinct: false,
            factor: 1.0,
            missing_as: None,
            filters: Vec::new(),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
fn is_one(number: &f64) -> bool {
    *number == 1.0
}

impl IndicatorTerm {
    /// The number of rows.
    pub fn rows() -> Self {
        Self::default()
    }

    /// The sum of a column.
    pub fn sum(column: impl Into<String>) -> Self {
        Self { column: Some(column.into()), ..Self::default() }
    }

    /// The number of different values of a column.
    pub fn distinct(column: impl Into<String>) -> Self {
        Self { distinct: true, ..Self::sum(column) }
    }

    /// The same term over rows that pass a filter.
    #[must_use]
    pub fn with_filter(mut self, filter: RowFilter) -> Self {
        self.filters.push(filter);
        self
    }

    /// The same term times a factor.
    #[must_use]
    pub fn times(mut self, factor: f64) -> Self {
        self.factor = factor;
        self
    }
}

/// Which rows count.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum RowFilter {
    /// Rows with this value.
    Equals {
        /// The column.
        column: String,
        /// The value.
        value: FilterValue,
    },
    /// Rows with one of these values.
    OneOf {
        /// The column.
        column: String,
        /// The values: 1 to 1,000.
        values: Vec<FilterValue>,
    },
    /// Rows with this value or a higher one. Dates written alike compare as dates.
    AtLeast {
        /// The column.
        column: String,
        /// The value.
        value: FilterValue,
    },
    /// Rows with a lower value.
    Below {
        /// The column.
        column: String,
        /// The value.
        value: FilterValue,
    },
    /// Rows that have a value.
    Present {
        /// The column.
        column: String,
    },
    /// Rows where the value is missing.
    Absent {
        /// The column.
        column: String,
    },
}

impl RowFilter {
    /// Rows with a value in a column.
    pub fn equals(column: impl Into<String>, value: impl Into<FilterValue>) -> Self {
        Self::Equals { column: column.into(), value: value.into() }
    }

    /// The column looked at.
    pub fn column(&self) -> &str {
        match self {
            Self::Equals { column, .. }
            | Self::OneOf { column, .. }
            | Self::AtLeast { column, .. }
            | Self::Below { column, .. }
            | Self::Present { column }
            | Self::Absent { column } => column,
        }
    }
}

/// A value to compare with: a number, a text (a date in a column of times), or a truth value (1 or 0 in a column).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum FilterValue {
    /// True is 1, false is 0.
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text, or a date like `2026-03-02`.
    Text(String),
}

impl From<f64> for FilterValue {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&str> for FilterValue {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

/// What stands for a level over time. Rows at the same moment count as one, with their mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LevelSummary {
    /// The earliest.
    First,
    /// The latest.
    Last,
    /// The mean over the moments at which it is known.
    Average,
    /// The lowest.
    Lowest,
    /// The highest.
    Highest,
    /// The latest less the earliest.
    Change,
    /// The highest less the lowest.
    Range,
}

/// How a percentile is read between two rows: the nine types of Hyndman and Fan (1996), by the names of NumPy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PercentileMethod {
    /// Type 1: the smallest value that at least the share `p` of the rows does not exceed (nearest rank).
    InvertedCdf,
    /// Type 2: as type 1, the mean of both values where the share is met exactly.
    AveragedInvertedCdf,
    /// Type 3: the nearest row, the even one of two (SAS).
    ClosestObservation,
    /// Type 4: a line through the shares.
    InterpolatedInvertedCdf,
    /// Type 5: a line through the middles of the steps.
    Hazen,
    /// Type 6: a line through the expected shares (Excel's `PERCENTILE.EXC`, Minitab).
    Weibull,
    /// Type 7: a line from the first row to the last (R, NumPy, Excel's `PERCENTILE.INC`).
    #[default]
    Linear,
    /// Type 8: median unbiased whatever the distribution.
    MedianUnbiased,
    /// Type 9: unbiased for a normal distribution.
    NormalUnbiased,
}

/// What is said of times that may be open.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DurationSummary {
    /// The time within which the share `p` of the items ends (Kaplan–Meier); absent while too many are open.
    Quantile {
        /// The share: above 0, below 1; 0.5 for the median.
        p: f64,
    },
    /// The share of items that ends within a limit (Kaplan–Meier).
    ShareWithin {
        /// The limit, in the unit of the indicator: 0 or more.
        limit: f64,
    },
    /// The mean time, times above the limit counted as the limit (area under the Kaplan–Meier curve); absent where the
    /// curve is not known up to the limit.
    RestrictedMean {
        /// The limit, in the unit of the indicator: above 0.
        limit: f64,
    },
}

/// Unit of times between two columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpanUnit {
    /// Minutes.
    Minutes,
    /// Hours.
    #[default]
    Hours,
    /// Days of 24 hours.
    Days,
}

impl SpanUnit {
    /// Seconds of one unit.
    pub fn seconds(self) -> f64 {
        match self {
            Self::Minutes => 60.0,
            Self::Hours => 3600.0,
            Self::Days => 86_400.0,
        }
    }

    /// The unit as it is written.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
        }
    }
}

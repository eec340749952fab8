//! Several tables by name.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::measure::Table;

/// Tables by name, such as `posts`, `leads` or `tickets`: the input of indicators.
///
/// # Examples
/// ```
/// use paceline::measure::indicator::IndicatorTables;
/// let tables: IndicatorTables = serde_json::from_str(
///     r#"{ "posts": { "reach": [1200, null] }, "leads": { "date": ["2026-03-02"] } }"#,
/// )?;
/// assert_eq!(tables.get("posts").map(|table| table.rows()), Some(2));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct IndicatorTables(BTreeMap<String, Table>);

impl IndicatorTables {
    /// No table.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with one more table; one of the same name is replaced.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, table: Table) -> Self {
        self.0.insert(name.into(), table);
        self
    }

    /// The table of a name.
    pub fn get(&self, name: &str) -> Option<&Table> {
        self.0.get(name)
    }

    /// The names, in the order of their bytes.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The name and the table if there is only one.
    pub(super) fn only(&self) -> Option<&str> {
        if self.0.len() == 1 { self.0.keys().next().map(String::as_str) } else { None }
    }

    /// The table of a name with the name as it is kept.
    pub(super) fn entry(&self, name: &str) -> Option<(&str, &Table)> {
        self.0.get_key_value(name).map(|(name, table)| (name.as_str(), table))
    }
}

impl FromIterator<(String, Table)> for IndicatorTables {
    fn from_iter<I: IntoIterator<Item = (String, Table)>>(tables: I) -> Self {
        Self(tables.into_iter().collect())
    }
}

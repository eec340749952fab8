//! (provisional)
use serde::{Deserialize, Serialize};

/// Which clock the axis is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Clock {
    /// Wall.
    Wall,
    /// Zoned.
    #[default]
    Zoned,
}

/// Calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Id.
    pub id: crate::CalendarId,
}

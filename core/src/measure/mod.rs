//! (provisional)
use serde::{Deserialize, Serialize};

/// Objective.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Id.
    pub id: crate::ObjectiveId,
}

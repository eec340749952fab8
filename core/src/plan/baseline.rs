//! Baselines: dates and cost as they were once agreed.

use serde::{Deserialize, Serialize};

use super::is_default;
use crate::quantity::{Money, When};
use crate::{BaselineId, TaskId};

/// What was agreed about one task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BaselineTask {
    /// The task.
    pub task: TaskId,
    /// Agreed start.
    pub start: When,
    /// Agreed finish.
    pub finish: When,
    /// Agreed cost.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cost: Money,
}

/// A snapshot of the plan to compare with. It never changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Id.
    pub id: BaselineId,
    /// When it was taken.
    pub at: When,
    /// Agreed dates and cost of each task.
    pub tasks: Vec<BaselineTask>,
}

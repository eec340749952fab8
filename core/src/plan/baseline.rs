//! Baselines: dates and cost as they were once agreed.

use serde::{Deserialize, Serialize};

use super::is_default;
use crate::quantity::{Duration, Money, When};
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
    /// Agreed duration, if it is known: working time, or elapsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// Agreed work of everybody, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Duration>,
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

//! Who works on what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Alternative, is_default};
use crate::quantity::{Duration, Money, Units};
use crate::{ResourceId, TaskId};

/// A resource at work on a task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The task.
    pub task: TaskId,
    /// The resource.
    pub resource: ResourceId,
    /// Share of the resource while the task runs; 1 if absent. Not together with `work` on a task that has a
    /// duration, where the share is work divided by duration.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Units>,
    /// Work to do. On a task without a duration it gives the duration: work divided by units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Duration>,
    /// How long it takes if not as long as the task, in working time; the share is then work divided by this. The
    /// task begins with the first of its assignments and ends with the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Duration>,
    /// How long after the beginning of the task it begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delay: Option<Duration>,
    /// Quantity of material, or 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quantity: Option<f64>,
    /// Amount of a cost resource.
    #[serde(default, skip_serializing_if = "is_default")]
    pub cost: Money,
    /// Who else could do it. Leveling may exchange the resource for one of them; without alternatives it never does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternatives: Vec<Alternative>,
    /// What other tools say of it that this library does not use: texts by the name that the tool has for them, with the
    /// tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extras: BTreeMap<String, String>,
}

impl Assignment {
    /// The whole resource on the task.
    pub fn new(task: impl Into<TaskId>, resource: impl Into<ResourceId>) -> Self {
        Self {
            task: task.into(),
            resource: resource.into(),
            units: None,
            work: None,
            duration: None,
            delay: None,
            quantity: None,
            cost: Money::ZERO,
            alternatives: Vec::new(),
            extras: BTreeMap::new(),
        }
    }
}

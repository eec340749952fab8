//! Microsoft Project's XML (MSPDI): from the file to a plan, with the dates that the file stores beside it.
//!
//! The file holds a project together with what Microsoft Project computed for it. The plan takes over what was
//! entered; the computed dates go into [`MspdiFile::stored`], so that they can be compared with what this library
//! computes.
//!
//! | in the file | in the plan |
//! |---|---|
//! | header: start, calendar, hours per day, options | [`Program`](crate::plan::Program) |
//! | task, `OutlineLevel`, `UID` | [`Task`](crate::plan::Task), its `parent`, its `id` (the UID as text) |
//! | task without duration | milestone at the end of the work before it |
//! | `Type` 0, 1, 2 | `task_type`: fixed units, duration, work |
//! | `Manual`, `ManualStart`, `ManualFinish` | `manual` |
//! | `PredecessorLink`, `LinkLag`, `LagFormat` | [`Dependency`](crate::plan::Dependency): working, elapsed or percent lag |
//! | calendars, work weeks, exceptions | [`Calendar`](crate::calendar::Calendar); recurring exceptions day by day |
//! | resources, rate table A, availability | [`Resource`](crate::plan::Resource) |
//! | assignments | [`Assignment`](crate::plan::Assignment): work, its own `duration` where that differs, `delay` |
//! | splits, edited contours | `splits` of the task, or the assignment's own `duration` |
//! | baselines 0 to 10 | [`Baseline`](crate::plan::Baseline) `baseline-0` … `baseline-10` |
//!
//! The task 0 of a file, its project summary, is the program.
//!
//! # What is kept without deciding anything
//! What a plan cannot say is kept in the `extras` of its records, so that [`write_mspdi`] writes it back: fields as
//! `mspdi:Hyperlink`, custom fields as `mspdi:field/188743731` (the `FieldID`; their definitions are an extra of the
//! program), elements that hold others as they stand, as `mspdi.xml:OutlineCode`. Inactive tasks, tasks of other
//! projects and assignments of summaries stand as a whole in the extras of the program (`mspdi.xml:Task/12`), so they
//! drive nothing; a link from another project becomes a start no earlier than the stored one. Rate tables B to E,
//! overtime, the contour of work and whether a task is effort-driven are extras, too: cost is that of table A, work is
//! spread evenly.
//!
//! # What is not kept
//! Constraints of summaries but two, blank rows, and what Microsoft Project computes: costs, variances, slack of
//! resources, work by time where it is even. Links that lead nowhere. Each is an issue, but for what is computed.
//!
//! # Safety of hostile files
//! The text is read in one pass without recursion. Entities other than the five of XML and character references are
//! refused, as are document types, so nothing expands. Depth and size have limits with names ([`limits`]).

mod assignment;
mod calendar;
mod fields;
mod file;
mod finish;
mod ids;
mod link;
mod record;
mod recurrence;
mod resource;
mod task;
mod uid;
mod value;
mod write;
pub(super) mod xml;

use serde::{Deserialize, Serialize};

use crate::plan::Plan;
use crate::quantity::{Stamp, Work};
use crate::{Issue, Issues, TaskId};

pub use write::{MspdiText, write_mspdi};

/// How much of everything a file may hold.
pub mod limits {
    /// Longest file in bytes.
    pub const MAX_MSPDI_BYTES: usize = 512 << 20;
    /// Deepest nesting of elements.
    pub const MAX_XML_DEPTH: usize = 64;
    /// Most days that the recurring exceptions of one file stand for.
    pub const MAX_RECURRING_DAYS: usize = 200_000;
}

/// What Microsoft Project stored about a task: dates as it computed them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StoredTask {
    /// The task.
    pub task: TaskId,
    /// Scheduled start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Stamp>,
    /// Scheduled finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<Stamp>,
    /// Earliest start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_start: Option<Stamp>,
    /// Earliest finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_finish: Option<Stamp>,
    /// Latest start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_start: Option<Stamp>,
    /// Latest finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_finish: Option<Stamp>,
    /// Total slack in seconds of working time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_float: Option<Work>,
    /// Free slack in seconds of working time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free_float: Option<Work>,
    /// Whether it was critical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub critical: Option<bool>,
}

/// A file of Microsoft Project, read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MspdiFile {
    /// The plan: everything that was entered.
    pub plan: Plan,
    /// The dates that the file stores for each task of the plan, in the order of the file.
    pub stored: Vec<StoredTask>,
    /// What the plan does not hold, or holds otherwise than the file, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// Reads a file of Microsoft Project (MSPDI, the XML that it saves) as UTF-8 or UTF-16 bytes.
///
/// The plan is as the file says it, faults and all: [`Plan::validate`] tells them.
///
/// # Errors
/// `too-large`, `invalid-encoding`, `invalid-xml` (with the line), `xml-too-deep`, `document-type`,
/// `unknown-entity`, `not-mspdi`: what keeps the file from being read at all. Everything else is in
/// [`MspdiFile::issues`].
///
/// # Complexity
/// O(n log n) in the length of the file; memory for the plan, not for a tree of elements.
///
/// # Examples
/// ```
/// use paceline::interop::read_mspdi;
/// let file = read_mspdi(br#"<Project xmlns="http://schemas.microsoft.com/project">
///     <Name>Fair</Name><StartDate>2026-03-02T08:00:00</StartDate>
///     <Tasks>
///         <Task><UID>1</UID><Name>Brief</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration>
///             <DurationFormat>7</DurationFormat><Finish>2026-03-03T17:00:00</Finish></Task>
///         <Task><UID>2</UID><Name>Launch</Name><OutlineLevel>1</OutlineLevel><Duration>PT0H0M0S</Duration>
///             <PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type>
///                 <LinkLag>4800</LinkLag><LagFormat>7</LagFormat></PredecessorLink></Task>
///     </Tasks>
/// </Project>"#)?;
/// assert_eq!(file.plan.tasks[0].duration.unwrap().to_string(), "2d");
/// assert_eq!(file.plan.dependencies[0].lag.to_string(), "1d");
/// assert_eq!(file.stored[0].finish.unwrap().to_string(), "2026-03-03T17:00:00");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn read_mspdi(bytes: &[u8]) -> Result<MspdiFile, Issues> {
    let text = xml::decode(bytes)?;
    Ok(file::read(&text)?)
}

#[cfg(test)]
mod tests;

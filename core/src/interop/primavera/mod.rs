//! Primavera P6: its XER and PMXML files as plans, and plans as XER.
//!
//! A file holds one or more projects, each of which becomes a plan, together with the dates that P6 computed for its
//! activities ([`StoredTask`]), so that they can be compared with what this library
//! computes.
//!
//! | XER (PMXML alike) | in the plan |
//! |---|---|
//! | `PROJECT`: planned start, data date, must finish by, calendar | [`Program`](crate::plan::Program) |
//! | `SCHEDOPTIONS` | [`Scheduling`](crate::plan::Scheduling): rule of progress, lag calendar, float, critical |
//! | `PROJWBS` | summaries, ids from the short names (`FAIR.1.2`); the root is the program |
//! | `TASK`, `task_code` | [`Task`](crate::plan::Task), its id |
//! | task dependent, resource dependent | works on the calendar of the task alone, of its resources alone |
//! | start and finish milestones, level of effort | `milestone`, `level_of_effort` |
//! | WBS summary activity | `level_of_effort` without links: as long as what is beside it |
//! | status, actual dates, remaining duration, percent complete, resume | `progress` |
//! | constraints, primary and secondary; mandatory ones | `constraints`; `mandatory_start`, `mandatory_finish` |
//! | `TASKPRED` | [`Dependency`](crate::plan::Dependency) |
//! | `CALENDAR` with base and exceptions | [`Calendar`](crate::calendar::Calendar) |
//! | `RSRC`, `RSRCRATE`; `ROLES`, `ROLERATE` | [`Resource`](crate::plan::Resource) with the first of the five prices, capacity in time |
//! | `TASKRSRC`, `PROJCOST` | [`Assignment`](crate::plan::Assignment); `fixed_cost` |
//!
//! # What is not kept
//! Each is an issue, once for every kind of field or for every place: links to other projects, prices 2 to 5, curves,
//! activity codes, user-defined fields, notes, baselines, the tree of resources, the date on which work was suspended,
//! planned dates (which P6 keeps beside the scheduled ones), WBS without activities. Fields that P6 computes, or that
//! say how it shows a project, are not told.
//!
//! # Safety of hostile files
//! XER is read line by line, PMXML in one pass without recursion; nothing expands. Sizes have limits with names
//! ([`limits`]).

mod calendar;
mod finish;
mod pmxml;
mod resource;
mod table;
mod task;
mod value;
mod write;
mod xer;

use serde::{Deserialize, Serialize};

pub use write::{XerText, write_xer};

use super::StoredTask;
use crate::plan::Plan;
use crate::plan::validate::Faults;
use crate::{Issue, Issues};

/// How much of everything a file may hold.
pub mod limits {
    /// Longest file in bytes.
    pub const MAX_P6_BYTES: usize = 512 << 20;
    /// Most tables of an XER file.
    pub const MAX_TABLES: usize = 1_000;
    /// Most columns of a table.
    pub const MAX_COLUMNS: usize = 1_000;
    /// Most projects of a file.
    pub const MAX_PROJECTS: usize = 1_000;
    /// Deepest nesting of the working time of a calendar.
    pub const MAX_CALENDAR_DEPTH: usize = 32;
    /// Most exceptions of a calendar.
    pub const MAX_EXCEPTIONS: usize = 100_000;
}

/// A project of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct P6Project {
    /// Its short name, which P6 calls the project's id.
    pub id: String,
    /// The plan: everything that was entered.
    pub plan: Plan,
    /// The dates that the file stores for each activity, in the order of the file.
    pub stored: Vec<StoredTask>,
}

/// A file of Primavera P6, read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct P6File {
    /// Its projects, in the order of the file.
    pub projects: Vec<P6Project>,
    /// What the plans do not hold, or hold otherwise than the file, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// Reads an XER file of Primavera P6: UTF-8, UTF-16, or Windows-1252, in which P6 itself writes.
///
/// The plans are as the file says them, faults and all: [`Plan::validate`] tells them.
///
/// # Errors
/// `too-large`, `not-xer`, `no-project`: what keeps the file from being read at all. Everything else is in
/// [`P6File::issues`].
///
/// # Complexity
/// O(n log n) in the length of the file for each project in it.
///
/// # Examples
/// ```
/// use paceline::interop::read_xer;
/// let file = read_xer(b"ERMHDR\t20.12\t2026-03-02\tProject\tADMIN\tAnn\tdb\tProject Management\tEUR
/// %T\tPROJECT
/// %F\tproj_id\tproj_short_name\tplan_start_date\tlast_recalc_date
/// %R\t1\tFAIR\t2026-03-02 08:00\t2026-03-02 08:00
/// %T\tTASK
/// %F\ttask_id\tproj_id\ttask_code\ttask_name\ttask_type\tstatus_code\ttarget_drtn_hr_cnt
/// %R\t7\t1\tA1000\tBrief\tTT_Task\tTK_NotStart\t16
/// %R\t8\t1\tA1010\tLaunch\tTT_FinMile\tTK_NotStart\t0
/// %T\tTASKPRED
/// %F\ttask_pred_id\ttask_id\tpred_task_id\tproj_id\tpred_proj_id\tpred_type\tlag_hr_cnt
/// %R\t1\t8\t7\t1\t1\tPR_FS\t8
/// %E
/// ")?;
/// let plan = &file.projects[0].plan;
/// assert_eq!(plan.tasks[0].duration.unwrap().to_string(), "2d");
/// assert_eq!(plan.dependencies[0].lag.to_string(), "1d");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn read_xer(bytes: &[u8]) -> Result<P6File, Issues> {
    let text = xer::decode(bytes)?;
    let mut faults = Faults::default();
    let tables = xer::read(&text, &mut faults)?;
    Ok(finish::finish(&tables, faults)?)
}

/// Reads a PMXML file of Primavera P6 (its XML) as UTF-8 or UTF-16 bytes.
///
/// # Errors
/// `too-large`, `invalid-encoding`, `invalid-xml` (with the line), `xml-too-deep`, `document-type`, `unknown-entity`,
/// `not-pmxml`, `no-project`: what keeps the file from being read at all. Everything else is in [`P6File::issues`].
///
/// # Complexity
/// As [`read_xer`].
///
/// # Examples
/// ```
/// use paceline::interop::read_pmxml;
/// let file = read_pmxml(br#"<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V20.12/API/BusinessObjects">
///     <Project><ObjectId>1</ObjectId><Id>FAIR</Id><PlannedStartDate>2026-03-02T08:00:00</PlannedStartDate>
///         <Activity><ObjectId>7</ObjectId><Id>A1000</Id><Name>Brief</Name><Type>Task Dependent</Type>
///             <Status>Not Started</Status><PlannedDuration>16</PlannedDuration></Activity>
///     </Project>
/// </APIBusinessObjects>"#)?;
/// assert_eq!(file.projects[0].plan.tasks[0].duration.unwrap().to_string(), "2d");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn read_pmxml(bytes: &[u8]) -> Result<P6File, Issues> {
    let text = super::mspdi::xml::decode(bytes)?;
    let mut faults = Faults::default();
    let tables = pmxml::read(&text, &mut faults)?;
    Ok(finish::finish(&tables, faults)?)
}

#[cfg(test)]
mod tests;

//! Paceline: the embeddable planning and measurement engine for social programs.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod cost;
mod error;
mod id;
pub mod measure;
pub mod plan;
pub mod quantity;
pub mod render;
pub mod report;
mod run;
pub mod schedule;
#[cfg(feature = "schema")]
pub mod schema;
pub(crate) mod stats;

pub use error::{Issue, Issues, Severity};
pub use id::{BaselineId, CalendarId, CampaignId, KpiId, ObjectiveId, ResourceId, SkillId, TaskId};
pub use run::{Control, Progress, Status};

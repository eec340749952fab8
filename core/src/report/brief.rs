//! What a report is made from.

use crate::measure::Scorecard;
use crate::plan::Plan;
use crate::schedule::{LevelReport, LoadReport};

/// Everything a report or a page shows: a plan and what was computed from it. Nothing is computed
/// again, so a part that does not belong to the plan shows as missing, never as a failure.
#[derive(Debug, Clone, Copy)]
pub struct Brief<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The leveled schedule, and the one before.
    pub level: &'a LevelReport,
    /// Load of the schedule before leveling.
    pub load_before: &'a LoadReport,
    /// Load of the leveled schedule.
    pub load_after: &'a LoadReport,
    /// Scores of the objectives, if there are any.
    pub scorecard: Option<&'a Scorecard>,
}

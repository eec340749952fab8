//! What a report is made from.

use crate::cost::CostReport;
use crate::measure::Scorecard;
use crate::plan::Plan;
use crate::schedule::{LevelReport, LoadReport};

/// Everything a report or a page shows: a plan and what was computed from it. Nothing is computed
/// again, so a part that does not belong to the plan shows as missing, never as a failure.
///
/// # Examples
/// ```
/// use paceline::plan::{Plan, Program, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::render::{PageOptions, page};
/// use paceline::report::{Brief, TextOptions, text};
/// use paceline::schedule::{LevelOptions, level, load};
///
/// let mut plan = Plan::new(Program::new("Spring fair", When::parse("2026-03-02")?));
/// plan.tasks = vec![Task::new("copy", Duration::days(2))];
/// let report = level(&plan, &LevelOptions::default(), &mut ())?;
/// let (before, after) = (load(&plan, &report.before)?, load(&plan, &report.schedule)?);
/// let brief = Brief {
///     plan: &plan,
///     level: &report,
///     load_before: &before,
///     load_after: &after,
///     cost: None,
///     scorecard: None,
/// };
/// assert!(text(&brief, &TextOptions::default()).starts_with("Spring fair\n"));
/// assert!(page(&brief, &PageOptions::default()).starts_with("<!DOCTYPE html>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
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
    /// Cost of the leveled schedule, if it was worked out.
    pub cost: Option<&'a CostReport>,
    /// Scores of the objectives, if there are any.
    pub scorecard: Option<&'a Scorecard>,
}

//! Everything a report shows, worked out in one go.

use super::Brief;
use crate::Issues;
use crate::cost::{CostReport, cost};
use crate::measure::{ScoreOptions, Scorecard, score};
use crate::plan::Plan;
use crate::schedule::{LevelReport, LoadReport, load};

/// A leveled plan with its load before and after, its cost and, if it has objectives, its scorecard.
///
/// # Examples
/// ```
/// use paceline::measure::ScoreOptions;
/// use paceline::plan::{Plan, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::report::{Findings, TextOptions, text};
/// use paceline::schedule::{LevelOptions, level};
///
/// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
///     .task(Task::new("copy", Duration::days(2)))
///     .build()?;
/// let leveled = level(&plan, &LevelOptions::default(), &mut ())?;
/// let findings = Findings::new(&plan, leveled, &ScoreOptions::default())?;
/// assert!(text(&findings.brief(&plan), &TextOptions::default()).starts_with("Spring fair\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The leveled schedule, and the one before.
    pub level: LevelReport,
    /// Load of the schedule before leveling.
    pub load_before: LoadReport,
    /// Load of the leveled schedule.
    pub load_after: LoadReport,
    /// Cost of the leveled schedule.
    pub cost: CostReport,
    /// Scores of the objectives; absent if the plan has none.
    pub scorecard: Option<Scorecard>,
}

impl Findings {
    /// Works out load, cost and scores of a leveled plan.
    ///
    /// # Errors
    /// Every fault of the plan or of the options, and tasks that the schedules lack.
    ///
    /// # Complexity
    /// O(n log n) for n stretches of work and measurements.
    pub fn new(plan: &Plan, level: LevelReport, options: &ScoreOptions) -> Result<Self, Issues> {
        let scorecard = match plan.objectives.is_empty() {
            true => None,
            false => Some(score(&plan.objectives, options)?),
        };
        Ok(Self {
            load_before: load(plan, &level.before)?,
            load_after: load(plan, &level.schedule)?,
            cost: cost(plan, &level.schedule)?,
            scorecard,
            level,
        })
    }

    /// What a report of the plan is made from.
    pub fn brief<'a>(&'a self, plan: &'a Plan) -> Brief<'a> {
        Brief {
            plan,
            level: &self.level,
            load_before: &self.load_before,
            load_after: &self.load_after,
            cost: Some(&self.cost),
            scorecard: self.scorecard.as_ref(),
        }
    }
}

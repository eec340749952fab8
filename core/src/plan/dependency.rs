//! Links between tasks.

use serde::{Deserialize, Serialize};

use super::is_default;
use crate::TaskId;
use crate::quantity::Lag;

/// Which ends of two tasks a dependency joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DependencyKind {
    /// Finish to start: the successor starts when the predecessor has finished.
    #[default]
    #[serde(rename = "FS")]
    FinishStart,
    /// Start to start.
    #[serde(rename = "SS")]
    StartStart,
    /// Finish to finish.
    #[serde(rename = "FF")]
    FinishFinish,
    /// Start to finish: the successor finishes when the predecessor has started.
    #[serde(rename = "SF")]
    StartFinish,
}

/// Whose working time a lag counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum LagCalendar {
    /// The successor's (Microsoft Project).
    #[default]
    Successor,
    /// The predecessor's (P6's default).
    Predecessor,
    /// The program's.
    Program,
    /// Every hour counts.
    Always,
}

/// A dependency: `to` waits for `from`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dependency {
    /// Predecessor: a task, milestone or summary.
    pub from: TaskId,
    /// Successor: a task, milestone or summary.
    pub to: TaskId,
    /// Which ends it joins; `FS` if absent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub kind: DependencyKind,
    /// Lag, or lead when below zero.
    #[serde(default, skip_serializing_if = "Lag::is_zero")]
    pub lag: Lag,
    /// The most that may lie between the two ends (a maximum time lag): then `from` waits for `to`, so that it comes
    /// not too long before. It counts in the same time as `lag`, and both ends are tasks or milestones. Where it cannot
    /// be kept the schedule says so (`max-lag-missed`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_lag: Option<Lag>,
    /// Whose working time the lags count in; if absent, as the program says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lag_calendar: Option<LagCalendar>,
}

impl Dependency {
    /// Finish to start without lag.
    pub fn new(from: impl Into<TaskId>, to: impl Into<TaskId>) -> Self {
        Self {
            from: from.into(),
            to: to.into(),
            kind: DependencyKind::FinishStart,
            lag: Lag::ZERO,
            max_lag: None,
            lag_calendar: None,
        }
    }

    /// The same dependency of another kind.
    #[must_use]
    pub fn with_kind(mut self, kind: DependencyKind) -> Self {
        self.kind = kind;
        self
    }

    /// The same dependency with a lag.
    #[must_use]
    pub fn with_lag(mut self, lag: impl Into<Lag>) -> Self {
        self.lag = lag.into();
        self
    }

    /// The same dependency with a maximum lag.
    ///
    /// # Examples
    /// ```
    /// use paceline::plan::{Dependency, Plan, Task};
    /// use paceline::quantity::{Duration, When};
    /// use paceline::schedule::schedule;
    ///
    /// // What is filmed on the day goes out within a day, once the agency has cleared the music.
    /// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
    ///     .task(Task::new("film", Duration::days(1)))
    ///     .task(Task::new("music", Duration::days(5)))
    ///     .task(Task::new("post", Duration::days(1)).after("music"))
    ///     .dependency(Dependency::new("film", "post").with_max_lag(Duration::days(1)))
    ///     .build()?;
    /// let schedule = schedule(&plan)?;
    /// assert_eq!(schedule.task("post").unwrap().start.to_string(), "2026-03-09T08:00:00");
    /// assert_eq!(schedule.task("film").unwrap().start.to_string(), "2026-03-05T08:00:00");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_max_lag(mut self, most: impl Into<Lag>) -> Self {
        self.max_lag = Some(most.into());
        self
    }
}

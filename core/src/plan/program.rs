//! The program: what everything else belongs to.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{LagCalendar, is_default};
use crate::CalendarId;
use crate::calendar::Clock;
use crate::quantity::{Duration, Money, When, Work, WorkUnits};

/// A program: start, working day and the options its plan is scheduled with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// Name for people.
    pub name: String,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// No task starts before this.
    pub start: When,
    /// The finish to schedule back from, when `scheduling.from` is `finish`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish: Option<When>,
    /// The date by which all must be finished: late dates and float count from it instead of from the last finish
    /// (P6: *must finish by*). Not for a plan scheduled from its finish.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must_finish_by: Option<When>,
    /// The date up to which progress and measurements are known (P6: *data date*; a bare date there is its first
    /// moment, as in `scheduling.progress_rule`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_date: Option<When>,
    /// Calendar of tasks that have no other; if absent, Monday to Friday 08:00–12:00 and 13:00–17:00.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    /// Currency of every amount (ISO 4217).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Budget of the whole program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Money>,
    /// Working hours that `1d` stands for.
    #[serde(default = "eight", skip_serializing_if = "is_eight")]
    pub hours_per_day: f64,
    /// Working hours that `1w` stands for.
    #[serde(default = "forty", skip_serializing_if = "is_forty")]
    pub hours_per_week: f64,
    /// Working days that `1mo` stands for.
    #[serde(default = "twenty", skip_serializing_if = "is_twenty")]
    pub days_per_month: f64,
    /// How dates are computed.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scheduling: Scheduling,
    /// What other tools say of it that this library does not use: texts by the name that the tool has for them, with the
    /// tool before it (`mspdi:Hyperlink`). They decide nothing and are written back into the tool's files.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extras: BTreeMap<String, String>,
}

fn eight() -> f64 {
    8.0
}
fn forty() -> f64 {
    40.0
}
fn twenty() -> f64 {
    20.0
}
#[expect(clippy::float_cmp, clippy::trivially_copy_pass_by_ref, reason = "serde asks for it; exact default")]
fn is_eight(value: &f64) -> bool {
    *value == 8.0
}
#[expect(clippy::float_cmp, clippy::trivially_copy_pass_by_ref, reason = "serde asks for it; exact default")]
fn is_forty(value: &f64) -> bool {
    *value == 40.0
}
#[expect(clippy::float_cmp, clippy::trivially_copy_pass_by_ref, reason = "serde asks for it; exact default")]
fn is_twenty(value: &f64) -> bool {
    *value == 20.0
}

impl Program {
    /// A program with the default working day, options and calendar.
    pub fn new(name: impl Into<String>, start: impl Into<When>) -> Self {
        Self {
            name: name.into(),
            owner: None,
            start: start.into(),
            finish: None,
            must_finish_by: None,
            status_date: None,
            calendar: None,
            currency: None,
            budget: None,
            hours_per_day: 8.0,
            hours_per_week: 40.0,
            days_per_month: 20.0,
            scheduling: Scheduling::default(),
            extras: BTreeMap::new(),
        }
    }

    /// Working seconds of a day, a week and a month in this program.
    pub fn work_units(&self) -> WorkUnits {
        #[expect(clippy::cast_possible_truncation, reason = "validated to lie within a month")]
        let seconds = |hours: f64| Work((hours * 3600.0).round() as i64);
        let day = seconds(self.hours_per_day);
        WorkUnits {
            day,
            week: seconds(self.hours_per_week),
            month: seconds(self.hours_per_day * self.days_per_month),
        }
    }
}

/// From which end dates are computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ScheduleFrom {
    /// From the start of the program: tasks as soon as possible.
    #[default]
    Start,
    /// From its finish: tasks as late as possible.
    Finish,
}

/// How late dates and float are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FloatRule {
    /// Float is working time of whoever does the task; what has no float has equal early and late dates; free float
    /// looks through the links of a task's summaries, too.
    #[default]
    Work,
    /// As Microsoft Project tells them. Float is working time of the task's own calendar, else the program's, whoever
    /// does it. The late date of a moment is when what follows must start, although that is behind a break. Free
    /// float looks at a task's own links only, is its total float where it has none, and never more than that. A
    /// task that a date holds before its predecessors has negative float by the difference.
    MicrosoftProject,
}

/// What the status date and progress out of sequence mean for what is left to do.
///
/// | rule | not begun | rest of what has begun | what is before it |
/// |---|---|---|---|
/// | `as_recorded` | may lie before the status date | goes on at once, or where `progress.resume` says | its late dates let the rest be |
/// | `retained_logic` | from the status date on | from then on, and waits for its links all the same | its late dates as if nothing had begun |
/// | `progress_override` | from the status date on | from then on, whatever its links ask | nothing waits for it any more |
/// | `actual_dates` | from the status date on | from then on, whatever its links ask | should have been done when the successor began |
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProgressRule {
    /// As progress says it, the status date moves nothing (Microsoft Project).
    #[default]
    AsRecorded,
    /// Nothing that is left lies before the status date, and links hold even what has begun (P6's default).
    RetainedLogic,
    /// Nothing that is left lies before the status date; links do not hold what has begun (P6).
    ProgressOverride,
    /// As progress override, and actual dates are what predecessors are measured by: one that is late has negative
    /// float (P6).
    ActualDates,
}

/// Which dates total float is the difference of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TotalFloat {
    /// The lesser of start and finish float (Microsoft Project).
    #[default]
    Smallest,
    /// Late start less early start; finish float once started.
    Start,
    /// Late finish less early finish (P6's default).
    Finish,
}

/// What makes a task critical.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CriticalRule {
    /// Total float of at most `critical_float`.
    #[default]
    Float,
    /// Lying on a chain of driving links that ends with the last finish (P6: *longest path*), whatever its float.
    LongestPath,
}

/// How dates are computed. The defaults are Microsoft Project's.
///
/// Primavera P6 as it comes is `honor_constraints: false`, `lag_calendar: predecessor`, `progress_rule:
/// retained_logic`, `total_float: finish`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Scheduling {
    /// Which clock the dates are on: `wall` (one civil clock for everybody: nine o'clock is nine o'clock in
    /// every market, zones only translate) or `zoned` (true instants: each calendar works in its own zone).
    #[serde(skip_serializing_if = "is_default")]
    pub clock: Clock,
    /// From which end dates are computed.
    #[serde(skip_serializing_if = "is_default")]
    pub from: ScheduleFrom,
    /// Whose working time lags count in.
    #[serde(skip_serializing_if = "is_default")]
    pub lag_calendar: LagCalendar,
    /// How late dates and float are told.
    #[serde(skip_serializing_if = "is_default")]
    pub float_rule: FloatRule,
    /// Whether constraint dates beat links (Microsoft Project) or links beat constraint dates, which
    /// then show as negative float (Primavera P6).
    #[serde(skip_serializing_if = "is_true")]
    pub honor_constraints: bool,
    /// What the status date and progress out of sequence mean.
    #[serde(skip_serializing_if = "is_default")]
    pub progress_rule: ProgressRule,
    /// Whether lags after the start of a started task count from when its rest goes on instead of from its actual start
    /// (P6: *compute start-to-start lag from early start*).
    #[serde(skip_serializing_if = "is_default")]
    pub lag_from_early_start: bool,
    /// Whether `progress.expected_finish` decides how long the rest of a task takes (P6).
    #[serde(skip_serializing_if = "is_default")]
    pub use_expected_finish: bool,
    /// Which dates total float is the difference of.
    #[serde(skip_serializing_if = "is_default")]
    pub total_float: TotalFloat,
    /// What makes a task critical.
    #[serde(skip_serializing_if = "is_default")]
    pub critical: CriticalRule,
    /// Whether every chain of tasks has its own critical path instead of one for the program (P6: *make open-ended
    /// activities critical*).
    #[serde(skip_serializing_if = "is_default")]
    pub multiple_critical_paths: bool,
    /// Tasks with at most this much total float are critical.
    #[serde(skip_serializing_if = "is_zero")]
    pub critical_float: Duration,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_true(value: &bool) -> bool {
    *value
}

fn is_zero(value: &Duration) -> bool {
    value.is_zero()
}

impl Default for Scheduling {
    fn default() -> Self {
        Self {
            clock: Clock::default(),
            from: ScheduleFrom::Start,
            lag_calendar: LagCalendar::default(),
            float_rule: FloatRule::default(),
            honor_constraints: true,
            progress_rule: ProgressRule::AsRecorded,
            lag_from_early_start: false,
            use_expected_finish: false,
            total_float: TotalFloat::Smallest,
            critical: CriticalRule::Float,
            multiple_critical_paths: false,
            critical_float: Duration::ZERO,
        }
    }
}

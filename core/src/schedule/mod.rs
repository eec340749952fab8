//! When: dates, float, the critical path, leveling with a bound, and the checker.
//!
//! | operation | answers |
//! |---|---|
//! | `schedule` | when will it be done, and why then |
//! | `load` | who is overloaded, when, by what |
//! | `level` | what is the best plan in which nobody is overloaded, and how good is it |
//! | `check` | does a schedule keep every rule of its plan |
//! | `compare` | what moved between two schedules, and why |
//! | `float_paths` | what comes next after the critical path, and what shortening a task is worth |
//! | `apply_leveling` | how does the leveled plan become the plan |
//!
//! A plan is compiled to a network of integers, solved there, and mapped back (`network`,
//! `critical_path`, `level`); the checker (`check`) reads the plan and the schedule only and shares no
//! code with the solvers.

mod apply;
pub(crate) mod booking;
mod check;
mod choice;
mod compare;
mod compile;
mod critical_path;
mod float_path;
mod level;
mod load;
mod network;
mod schedule_op;
mod schedule_report;
mod sweep;
mod topology;
mod uses;
mod window;

pub use apply::apply_leveling;
pub use check::{CheckReport, check, check_leveled, check_leveled_with};
pub use compare::{Comparison, OwnChange, ShiftCause, TaskShift, compare, compare_versions};
pub(crate) use compile::{standard, to_axis};
pub use float_path::{FloatPath, FloatPathOptions, FloatPathOrder, FloatPaths, TaskFloat, float_paths};
pub use level::{Criterion, Goal, GoalWeights, Host, LevelOptions, Reference, Snapshot, level, level_with};
pub use load::{Bucket, LoadOptions, load, load_with};
pub use schedule_op::schedule;
pub use schedule_report::SCHEDULE_FORMAT;
pub(crate) use schedule_report::missing_task;
pub use schedule_report::{
    Bound, Cause, DayLoad, GoalBound, LateReason, LateTask, LevelReport, LoadReport, Move, MoveKind,
    ObjectivePart, Overload, Reassigned, Reassignment, RemainingOverload, ResourceLoad, Schedule, TaskKind,
    TaskSchedule, TracePoint,
};

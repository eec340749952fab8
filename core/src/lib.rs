//! Paceline: the embeddable planning and measurement engine for social programs.
//!
//! One [`Plan`](plan::Plan) document holds a program: campaigns, tasks and milestones, dependencies, calendars,
//! people and vendors, objectives with their KPIs. From it come
//!
//! | question | operation |
//! |---|---|
//! | What is wrong with this document? | [`Plan::read`](plan::Plan::read), [`Plan::validate`](plan::Plan::validate) |
//! | When will it be done, and why then? | [`schedule::schedule`] |
//! | Who is overloaded? | [`schedule::load`] |
//! | What is the best plan in which nobody is, and how good is it? | [`schedule::level`] |
//! | Does this schedule keep every rule? | [`schedule::check`] |
//! | What if? | [`Plan::changed`](plan::Plan::changed) |
//! | What moved, and why? | [`schedule::compare`] |
//! | How does the leveled plan become the plan? | [`schedule::apply_leveling`] |
//! | What does it cost? | [`cost::cost`], [`cost::earned_value`] |
//! | Did it move the objectives? | [`measure::score`], [`measure::pace`] |
//! | What is the work worth, what is at risk? | [`value::values`], [`value::at_risk`] |
//! | What budget does each campaign get? | [`value::budgets`] |
//! | What should somebody act on, and with which tasks? | [`value::alerts`], [`value::instantiate`] |
//! | How do I show it? | [`report`], [`render`] |
//! | What does a file of another tool say? | [`interop`] |
//! | How does another language ask all this? | [`call`] |
//!
//! # Examples
//! ```
//! use paceline::plan::{Plan, Task};
//! use paceline::quantity::{Duration, When};
//! use paceline::schedule::{LevelOptions, level};
//!
//! let plan = Plan::read(r#"{
//!     "format": "paceline/1",
//!     "program": { "name": "Spring fair", "start": "2026-03-02" },
//!     "resources": [{ "id": "ana" }],
//!     "tasks": [{ "id": "brief", "duration": "1d" },
//!               { "id": "copy", "duration": "2d", "deadline": "2026-03-04" },
//!               { "id": "film", "duration": "3d" }],
//!     "dependencies": [{ "from": "brief", "to": "copy" }],
//!     "assignments": [{ "task": "copy", "resource": "ana" }, { "task": "film", "resource": "ana" }]
//! }"#)?;
//! let report = level(&plan, &LevelOptions::default(), &mut ())?;
//! assert_eq!(report.schedule.task("copy").unwrap().finish.to_string(), "2026-03-04T17:00:00");
//! assert_eq!(report.schedule.task("film").unwrap().start.to_string(), "2026-03-05T08:00:00");
//! assert_eq!(report.moves[0].task, "film");
//! # Ok::<(), paceline::Issues>(())
//! ```
//!
//! # Words
//!
//! | Microsoft Project | PMI | Primavera P6 | here |
//! |---|---|---|---|
//! | project | program, project | project | [`Program`](plan::Program) |
//! | task | activity | activity | [`Task`](plan::Task) |
//! | summary task | work package | WBS element | summary: a task that others name as their `parent` |
//! | milestone | milestone | finish milestone, start milestone | [`Task::milestone`](plan::Task) |
//! | predecessor link | dependency | relationship | [`Dependency`](plan::Dependency) |
//! | lag, lead | lag, lead | lag | [`Lag`](quantity::Lag) |
//! | base calendar, exception | calendar | global calendar, exception | [`Calendar`](calendar::Calendar) |
//! | resource, max. units | resource, availability | resource, limit | [`Resource`](plan::Resource), `capacity` |
//! | assignment, units | assignment | resource assignment | [`Assignment`](plan::Assignment), `units` |
//! | constraint, deadline | constraint, deadline | constraint | [`Constraint`](plan::Constraint), `deadline` |
//! | total slack, free slack | total float, free float | total float, free float | `total_float`, `free_float` |
//! | overallocation | overallocation | overallocation | [`Overload`](schedule::Overload) |
//! | resource leveling | resource optimization | resource leveling | [`level`](schedule::level()) |
//! | leveling delay | – | – | [`Task::leveling_delay`](plan::Task) |
//! | baseline | baseline | baseline | [`Baseline`](plan::Baseline) |
//! | budgeted cost of work scheduled, performed | planned value, earned value | planned, earned value cost | [`earned_value`](cost::earned_value) |
//!
//! # What it does not do
//! It opens no file, reads no clock, starts no thread (but with the feature `parallel`) and prints nothing: text
//! goes in, text and values come out, and the host owns the world. The same input gives the same bytes on every
//! platform.
//!
//! # Features
//! `zones` (default): IANA time zones. `schema`: JSON Schema of the documents and reports. `parallel`: searches of
//! [`rcpsp`] on several threads.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod call;
pub mod cost;
mod error;
mod id;
pub mod interop;
pub mod measure;
pub mod plan;
pub mod quantity;
pub mod rcpsp;
pub mod render;
pub mod report;
mod run;
pub mod schedule;
#[cfg(feature = "schema")]
pub mod schema;
mod sort;
mod stats;
pub mod value;

pub use error::{Issue, Issues, Severity};
pub use id::{BaselineId, CalendarId, CampaignId, KpiId, ObjectiveId, ResourceId, SkillId, TaskId};
pub(crate) use run::Rng;
pub use run::{Control, Progress, Status};

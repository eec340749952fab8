//! Float paths: the chains of tasks that lead to a task, nearest to driving it first.
//!
//! The first path is the chain of driving links back from the end. Every other path leads to a task of an earlier one:
//! of all predecessors that lie on no path yet, the next path ends with the one whose link leaves the least float
//! (Primavera P6: *multiple float paths*, by free float), or with the one that has the least total float, and runs back
//! along links that drive. A path ends where no link drives: at the program's start, at a date, where work has begun,
//! or where it meets an earlier path. The driver with the least total float goes first, then the smallest id.
//!
//! What lies behind levels of effort leads nowhere: they follow other tasks and delay none.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use serde::{Deserialize, Serialize};

use super::compile::{Compiled, compile_in_any_order, lowered};
use super::critical_path::Analysis;
use super::network::{Edge, Kind, PROGRAM};
use super::schedule_op::Drivers;
use crate::error::nearest;
use crate::plan::index::NONE;
use crate::plan::{DependencyKind, Plan};
use crate::quantity::{Duration, Span, Time, Work};
use crate::{Issue, Issues, TaskId};

/// Paths at most.
const MOST_PATHS: u32 = 1_000;
/// Links looked at through summaries, at most.
const MOST_LOOKS: usize = 20_000_000;
/// Nodes counted anew for the drags, at most; each takes a part of a microsecond.
const MOST_COUNTED: usize = 4_000_000;

/// Which predecessor the next float path ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FloatPathOrder {
    /// The one whose link to an earlier path leaves the least float, then the one with the least total float (P6:
    /// *free float*).
    #[default]
    FreeFloat,
    /// The one with the least total float, then the one whose link leaves the least (P6: *total float*).
    TotalFloat,
}

/// Options of [`float_paths`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FloatPathOptions {
    /// The task that all paths lead to. If absent, the task that finishes last; when nothing is left that leads to it,
    /// the paths of what is left follow, by total float.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<TaskId>,
    /// Which path is next.
    pub order: FloatPathOrder,
    /// Paths, 1 to 1,000; 10 by default, as in P6.
    pub paths: u32,
    /// A task that is not critical is near critical with at most this much total float; if absent, no task is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near_critical: Option<Duration>,
}

impl Default for FloatPathOptions {
    fn default() -> Self {
        Self { to: None, order: FloatPathOrder::default(), paths: 10, near_critical: None }
    }
}

/// A chain of tasks, each of which drives the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FloatPath {
    /// Its rank; 1 is nearest to driving the end.
    pub number: u32,
    /// The tasks, first task first.
    pub tasks: Vec<TaskId>,
    /// The task of an earlier path that it leads to; absent of a path that leads to none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joins: Option<TaskId>,
    /// How far its last task can slip without moving the task that it joins, in seconds of its own working time; 0
    /// where it joins none.
    pub relationship_float: Work,
    /// Least total float of its tasks, in seconds.
    pub total_float: Work,
}

/// The float of a task, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TaskFloat {
    /// The task.
    pub id: TaskId,
    /// The path that it lies on; absent if it lies on none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<u32>,
    /// Seconds of working time that it can slip without delaying the program.
    pub total_float: Work,
    /// Of these, what moves no other task.
    pub free_float: Work,
    /// The rest: what it takes away from others.
    pub interfering_float: Work,
    /// Whether it is critical.
    pub critical: bool,
    /// Whether it is near critical by the limit of the options.
    #[serde(default, skip_serializing_if = "crate::plan::is_default")]
    pub near_critical: bool,
    /// By how many seconds of the program's working time the program would finish earlier if the task took no time
    /// (S. A. Devaux, *Total Project Control*, 1999): what shortening it is worth at most. Only of unfinished tasks of the
    /// first path to the last finish of a program that is scheduled from its start, and where that path is not so long
    /// that counting them would take seconds (tasks of the path × tasks of the plan above four million).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drag: Option<Work>,
}

/// Float paths of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FloatPaths {
    /// The task that the first path ends with; absent if the plan has no tasks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TaskId>,
    /// The paths, by rank. No task lies on two.
    pub paths: Vec<FloatPath>,
    /// Every task but summaries, by id.
    pub tasks: Vec<TaskFloat>,
}

/// The chains of tasks that lead to a task, nearest to driving it first, and the float of each task taken apart.
///
/// The dates are those of [`schedule`](super::schedule); for a leveled plan, give the plan that
/// [`apply_leveling`](super::apply_leveling) answers.
///
/// # Errors
/// Every fault of the plan; `unknown-task` for the end, `not-a-leaf` if it is a summary or a level of effort,
/// `number-out-of-range` for the number of paths, `too-many-links` if summaries link so many tasks with so many others
/// that their links are not worth following.
///
/// # Complexity
/// O(n log n) for n tasks and links, those of summaries once for each task behind them; O(n) more for each task of the
/// first path.
///
/// # Examples
/// ```
/// use paceline::plan::Plan;
/// use paceline::schedule::{FloatPathOptions, float_paths};
/// let plan = Plan::from_json(r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02" },
///     "tasks": [{ "id": "film", "duration": "5d" }, { "id": "copy", "duration": "3d" }, { "id": "post", "duration": "1d" }],
///     "dependencies": [{ "from": "film", "to": "post" }, { "from": "copy", "to": "post" }]
/// }"#)?;
/// let found = float_paths(&plan, &FloatPathOptions::default())?;
/// assert_eq!(found.paths[0].tasks, ["film", "post"]);
/// assert_eq!(found.paths[1].tasks, ["copy"]);
/// assert_eq!(found.paths[1].relationship_float.0, 2 * 8 * 3600);
/// // Without the film everything would be done two days earlier: the copy takes three.
/// let film = found.tasks.iter().find(|task| task.id == "film").unwrap();
/// assert_eq!(film.drag.unwrap().0, 2 * 8 * 3600);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn float_paths(plan: &Plan, options: &FloatPathOptions) -> Result<FloatPaths, Issues> {
    let mut faults = Vec::new();
    if options.paths == 0 || options.paths > MOST_PATHS {
        let message = format!("there are 1 to {MOST_PATHS} paths, not {}", options.paths);
        faults.push(Issue::error("number-out-of-range", "paths", message));
    }
    let plan = match lowered(plan) {
        Ok(plan) => plan,
        Err(issues) => return Err(Issues::new(issues.into_vec().into_iter().chain(faults).collect())),
    };
    let compiled = compile_in_any_order(&plan)?;
    let analysis = compiled.network.analyze(&[]);
    let rows = compiled.report(&analysis)?.tasks;
    let to = match &options.to {
        None => compiled.last(&analysis),
        Some(id) => match rows.binary_search_by(|row| row.id.cmp(id)) {
            Ok(at) if compiled.leads(at as u32) => Some(at as u32),
            Ok(_) => {
                let message = format!("`{id}` is a summary or a level of effort: no path ends with it");
                faults.push(Issue::error("not-a-leaf", "to", message));
                None
            }
            Err(_) => {
                let issue = Issue::error("unknown-task", "to", format!("there is no task `{id}`"));
                let near = nearest(id.as_str(), rows.iter().map(|row| row.id.as_str()));
                faults.push(match near {
                    Some(near) => issue.with_help(near),
                    None => issue,
                });
                None
            }
        },
    };
    Issues::check(faults)?;
    let near = match options.near_critical.unwrap_or(Duration::ZERO).span(plan.program.work_units()) {
        Span::Working(work) => work.0,
        Span::Elapsed(wall) => wall.0,
    };
    let total: Vec<i64> = rows.iter().map(|row| row.total_float.0).collect();
    let mut search = Search {
        compiled: &compiled,
        analysis: &analysis,
        drivers: compiled.drivers(&analysis.early),
        total: &total,
        order: options.order,
        path: vec![0; compiled.network.tasks],
        gates: vec![Time::NEVER; compiled.network.nodes.len() - compiled.network.tasks],
        open: BinaryHeap::new(),
        looks: 0,
    };
    let paths = search.run(to, options)?;
    let path = search.path;
    let mut drags = vec![None; rows.len()];
    if options.to.is_none() && !paths.is_empty() {
        compiled.drags(&analysis, &path, &mut drags);
    }
    let tasks = (0..rows.len())
        .filter(|at| compiled.network.is_leaf(*at as u32))
        .map(|at| {
            let row = &rows[at];
            let finished = compiled.network.held(at as u32).is_some_and(|held| held.finished);
            TaskFloat {
                id: row.id.clone(),
                path: Some(path[at]).filter(|number| *number > 0),
                total_float: row.total_float,
                free_float: row.free_float,
                interfering_float: Work(row.total_float.0 - row.free_float.0),
                critical: row.critical,
                near_critical: options.near_critical.is_some()
                    && !row.critical
                    && !finished
                    && compiled.leads(at as u32)
                    && row.total_float.0 <= near,
                drag: drags[at],
            }
        })
        .collect();
    Ok(FloatPaths { to: to.map(|to| rows[to as usize].id.clone()), paths, tasks })
}

/// A predecessor that lies on no path yet, smallest first.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    keys: [i64; 2],
    task: u32,
    joins: u32,
    float: i64,
}

struct Search<'a> {
    compiled: &'a Compiled<'a>,
    analysis: &'a Analysis,
    drivers: Drivers,
    /// Total float of each task.
    total: &'a [i64],
    order: FloatPathOrder,
    /// Path of each task; 0 if it lies on none.
    path: Vec<u32>,
    /// The earliest limit that each gate was asked with so far.
    gates: Vec<Time>,
    open: BinaryHeap<Reverse<Candidate>>,
    looks: usize,
}

impl Search<'_> {
    fn run(&mut self, to: Option<u32>, options: &FloatPathOptions) -> Result<Vec<FloatPath>, Issues> {
        let mut paths = Vec::new();
        // What leads to nothing, by total float; of equal float the last first.
        let mut rest: Vec<u32> = match options.to {
            None => (0..self.path.len() as u32).filter(|task| self.compiled.leads(*task)).collect(),
            Some(_) => Vec::new(),
        };
        let finish = &self.analysis.early.finish;
        rest.sort_by_key(|task| (self.total[*task as usize], Reverse(finish[*task as usize]), *task));
        let mut rest = rest.into_iter();
        let mut next = to.map(|to| Candidate { keys: [0; 2], task: to, joins: NONE, float: 0 });
        while let Some(Candidate { task: end, joins, float, .. }) = next {
            let number = paths.len() as u32 + 1;
            let mut chain = vec![end];
            let mut at = end;
            self.path[end as usize] = number;
            let free = |search: &Self, task: &u32| search.path[*task as usize] == 0;
            while let Some(&before) = self.drivers[at as usize]
                .iter()
                .filter(|task| free(self, task) && self.compiled.leads(**task))
                .min_by_key(|task| (self.total[**task as usize], **task))
            {
                self.path[before as usize] = number;
                chain.push(before);
                at = before;
            }
            let least = chain.iter().map(|task| self.total[*task as usize]).min().unwrap_or(0);
            for &task in &chain {
                self.candidates(task)?;
            }
            chain.reverse();
            let id = |task: u32| self.compiled.index.task(task).id.clone();
            paths.push(FloatPath {
                number,
                tasks: chain.into_iter().map(id).collect(),
                joins: (joins != NONE).then(|| id(joins)),
                relationship_float: Work(float),
                total_float: Work(least),
            });
            next = None;
            if paths.len() < options.paths as usize {
                while next.is_none()
                    && let Some(Reverse(candidate)) = self.open.pop()
                {
                    next = Some(candidate).filter(|one| free(self, &one.task));
                }
                if next.is_none() {
                    let end = rest.find(|task| free(self, task));
                    next = end.map(|task| Candidate { keys: [0; 2], task, joins: NONE, float: 0 });
                }
            }
        }
        Ok(paths)
    }

    /// The predecessors of a task, through gates, with the float that their links leave.
    fn candidates(&mut self, to: u32) -> Result<(), Issues> {
        let network = &self.compiled.network;
        let (early, started) = (&self.analysis.early, self.analysis.started);
        // Behind each of these, how late the end of an edge may come.
        let mut behind: Vec<(&Edge, Time)> = network
            .edges_in(to)
            .iter()
            .map(|edge| (edge, network.unmoved(edge, early, &[], started)))
            .collect();
        while let Some((edge, limit)) = behind.pop() {
            self.looks += 1;
            if self.looks > MOST_LOOKS {
                let message = "links of summaries connect too many tasks with too many others";
                let issue = Issue::error("too-many-links", "dependencies", message);
                return Err(issue.with_help("link milestones of the summaries instead").into());
            }
            let latest = network.latest(edge, limit);
            if latest >= Time::NEVER {
                continue;
            }
            let from = edge.from;
            if let Some(gate) = (from as usize).checked_sub(network.tasks) {
                let of_first = network.node(from).kind == Kind::Earliest;
                if latest < self.gates[gate] {
                    self.gates[gate] = latest;
                    let first = early.start[from as usize];
                    let edges = network.edges_in(from).iter();
                    behind.extend(
                        edges
                            .filter(|edge| !of_first || early.start[edge.from as usize] <= first)
                            .map(|edge| (edge, latest)),
                    );
                }
                continue;
            }
            if self.path[from as usize] > 0 || !self.compiled.leads(from) {
                continue;
            }
            let is_finish = matches!(edge.kind, DependencyKind::FinishStart | DependencyKind::FinishFinish);
            let end = if is_finish { early.finish[from as usize] } else { early.start[from as usize] };
            let float = network.float(from, end, latest);
            let total = self.total[from as usize];
            let keys = match self.order {
                FloatPathOrder::FreeFloat => [float, total],
                FloatPathOrder::TotalFloat => [total, float],
            };
            self.open.push(Reverse(Candidate { keys, task: from, joins: to, float }));
        }
        Ok(())
    }
}

impl Compiled<'_> {
    /// Whether a task can lie on a path.
    fn leads(&self, task: u32) -> bool {
        self.network.is_leaf(task) && self.network.node(task).kind != Kind::Effort
    }

    /// The task that finishes last; of several the one with the least total float, then the first.
    fn last(&self, analysis: &Analysis) -> Option<u32> {
        (0..self.network.tasks as u32).filter(|task| self.leads(*task)).min_by_key(|task| {
            let finish = analysis.early.finish[*task as usize];
            (Reverse(finish), self.network.total_float(*task, analysis), *task)
        })
    }

    /// By how much the program would end earlier without each task of the first path.
    fn drags(&self, analysis: &Analysis, path: &[u32], drags: &mut [Option<Work>]) {
        let done = |task: usize| self.network.held(task as u32).is_some_and(|held| held.actual.is_some());
        let tasks: Vec<usize> = (0..path.len()).filter(|task| path[*task] == 1 && !done(*task)).collect();
        let cost = tasks.len().saturating_mul(self.network.nodes.len());
        if self.network.back_from.is_some() || cost > MOST_COUNTED {
            return;
        }
        let mut network = self.network.clone();
        for task in tasks {
            let whole = network.nodes[task];
            // A moment: it stays at the end of the work before it.
            network.nodes[task].kind = Kind::Finish;
            network.nodes[task].duration = 0;
            let finish = network.analyze(&[]).finish;
            network.nodes[task] = whole;
            let saved = network.timeline(PROGRAM).work_between(finish, analysis.finish);
            drags[task] = Some(Work(saved.0.max(0)));
        }
    }
}

//! `schedule`: from the plan to its dates.

use super::compile::{Compiled, compile_in_any_order, lowered};
use super::critical_path::{Analysis, Dates};
use super::network::{Edge, Gates, Kind, Network};
use super::schedule_report::{SCHEDULE_FORMAT, Schedule, TaskKind, TaskSchedule};
use super::topology::parents_first;
use crate::plan::index::NONE;
use crate::plan::limits::MAX_TASKS;
use crate::plan::{DependencyKind, Plan, ProgressRule};
use crate::quantity::{DAY, Stamp, Time, Work};
use crate::sort::Arrange;
use crate::{Issue, Issues, TaskId};

/// Early, late and scheduled dates, float and the critical path of a plan.
///
/// Resources limit nothing here but the calendars that tasks work on: see [`load`](super::load()) for who is
/// overloaded and [`level`](super::level()) for a plan in which nobody is.
///
/// # Errors
/// Every fault of the plan, and every task whose work does not fit before the end of the year 2100.
///
/// # Complexity
/// O(n log n) for n tasks, links and assignments.
///
/// # Examples
/// ```
/// use paceline::plan::{Dependency, Plan, Program, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::schedule;
///
/// let mut plan = Plan::new(Program::new("Spring fair", When::parse("2026-03-02")?));
/// plan.tasks = vec![Task::new("brief", Duration::days(1)), Task::new("copy", Duration::days(2))];
/// plan.dependencies = vec![Dependency::new("brief", "copy")];
/// let schedule = schedule(&plan)?;
/// assert_eq!(schedule.task("copy").unwrap().start.to_string(), "2026-03-03T08:00:00");
/// assert_eq!(schedule.critical_paths[0], ["brief", "copy"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn schedule(plan: &Plan) -> Result<Schedule, Issues> {
    // The rows, which stay, before what is needed on the way: so an allocator keeps the room for the next plan
    // rather than to return and fetch it again page by page.
    let rows = Vec::with_capacity(plan.tasks.len().min(MAX_TASKS));
    let plan = lowered(plan)?;
    let mut compiled = compile_in_any_order(&plan)?;
    // Not read any more: room for what follows.
    compiled.index.links = Vec::new();
    compiled.index.lags = Vec::new();
    let analysis = compiled.network.analyze(&[]);
    let ids = std::mem::take(&mut compiled.ids);
    compiled.report_with(&analysis, ids, rows)
}

/// Driving predecessors of each task, in the order of their numbers.
pub(crate) struct Drivers {
    of: Vec<u32>,
    /// `of[first[t]..first[t + 1]]` drive task `t`.
    first: Vec<u32>,
}

impl Drivers {
    /// Ends the list of a task that began at `first`.
    fn close(&mut self, first: usize) {
        let found = &mut self.of[first..];
        if found.len() > 1 {
            found.arrange();
            let mut kept = first;
            for index in first + 1..self.of.len() {
                if self.of[index] != self.of[kept] {
                    kept += 1;
                    self.of[kept] = self.of[index];
                }
            }
            self.of.truncate(kept + 1);
        }
        self.first.push(self.of.len() as u32);
    }
}

impl std::ops::Index<usize> for Drivers {
    type Output = [u32];

    fn index(&self, task: usize) -> &[u32] {
        &self.of[self.first[task] as usize..self.first[task + 1] as usize]
    }
}

impl Compiled<'_> {
    /// The dates as a schedule of the plan's tasks.
    ///
    /// # Errors
    /// Every task that does not fit on the axis.
    pub(crate) fn report(&self, analysis: &Analysis) -> Result<Schedule, Issues> {
        self.report_with(analysis, self.ids.clone(), Vec::with_capacity(self.network.tasks))
    }

    /// The same with the list of ids, which become the schedule's, and room for the rows.
    fn report_with(
        &self,
        analysis: &Analysis,
        ids: Vec<TaskId>,
        mut rows: Vec<TaskSchedule>,
    ) -> Result<Schedule, Issues> {
        let network = &self.network;
        let mut issues = self.warnings.clone();
        self.unplaced(&analysis.early, &mut issues);
        let mut issues = Issues::check(issues)?;
        let drivers = self.drivers_by(|edge, index| {
            if network.is_short(edge.to) {
                analysis.drives[index]
            } else {
                network.drives(edge, &analysis.early)
            }
        });
        let gates = network.gate_limits(&analysis.early);
        // Counting references waits for what was written before, so it comes before the rows.
        let driver_ids: Vec<TaskId> = drivers.of.iter().map(|task| ids[*task as usize].clone()).collect();
        let mut driver_ids = driver_ids.into_iter();
        for (number, id) in (0u32..).zip(ids) {
            let count = drivers[number as usize].len();
            let drivers = driver_ids.by_ref().take(count).collect();
            rows.push(self.row(number, id, analysis, &gates, drivers));
        }
        if network.longest_path {
            self.mark_longest_path(analysis, &drivers, &mut rows);
        }
        if network.progress_rule != ProgressRule::AsRecorded {
            self.out_of_sequence(&rows, &mut issues);
        }
        self.summarize(&mut rows);
        self.remarks(&rows, analysis, &mut issues);
        let leaves = || (0..network.tasks).filter(|node| network.nodes[*node].kind != Kind::Unused);
        let start = leaves().map(|node| analysis.early.start[node]).min().unwrap_or(network.origin);
        let finish = leaves().map(|node| analysis.early.finish[node]).max().unwrap_or(analysis.finish);
        issues.arrange();
        Ok(Schedule {
            format: SCHEDULE_FORMAT.to_owned(),
            start: network.stamp(start),
            finish: network.stamp(finish),
            critical_paths: self.critical_paths(analysis, &drivers),
            tasks: rows,
            reassigned: Vec::new(),
            issues,
        })
    }

    fn unplaced(&self, early: &Dates, issues: &mut Vec<Issue>) {
        let network = &self.network;
        let lost =
            |node: u32| !early.start[node as usize].is_finite() || !early.finish[node as usize].is_finite();
        for node in 0..network.tasks as u32 {
            if !lost(node)
                || !network.is_leaf(node)
                || network.edges_in(node).iter().any(|edge| lost(edge.from))
            {
                continue;
            }
            let id = &self.index.task(node).id;
            issues.push(
                Issue::error(
                    "beyond-calendar",
                    format!("tasks/{id}"),
                    format!("task `{id}` does not fit: its calendar has too little working time between 1970 and 2100"),
                )
                .with_help("check its duration, lags and dates, and the contract and absences of its resources"),
            );
        }
    }

    fn row(
        &self,
        number: u32,
        id: TaskId,
        analysis: &Analysis,
        gates: &[Time],
        drivers: Vec<TaskId>,
    ) -> TaskSchedule {
        let network = &self.network;
        let (early, late, at) = (&analysis.early, &analysis.late, number as usize);
        let (begun, ended) = (analysis.early_counts[at], analysis.late_counts[at]);
        let node = network.node(number);
        let held = network.held(number);
        let total = network.total_float(number, analysis);
        // The two sides of a break are one moment of work, shown once.
        let apart = network.own_links && (node.duration == 0 || held.is_some_and(|held| held.manual));
        let shown = |early: (Time, u32), late: (Time, u32)| {
            let same = !apart && node.kind != Kind::Unused && network.between(number, early, late) == 0;
            network.stamp(if same { early.0 } else { late.0 })
        };
        let start = network.stamp(early.start[at]);
        let finish = network.stamp(early.finish[at]);
        let gap = self.gap_of(number);
        TaskSchedule {
            id,
            kind: match node.kind {
                Kind::Unused => TaskKind::Summary,
                _ if node.milestone => TaskKind::Milestone,
                _ => TaskKind::Task,
            },
            start,
            stop: gap.map(|(stop, _)| network.stamp(stop)),
            resume: gap.map(|(_, resume)| network.stamp(resume)),
            finish,
            early_start: start,
            early_finish: finish,
            late_start: shown((early.start[at], begun.start), (late.start[at], ended.start)),
            late_finish: shown((early.finish[at], begun.finish), (late.finish[at], ended.finish)),
            duration: Work(if node.kind == Kind::Effort {
                i64::from(begun.finish) - i64::from(begun.start)
            } else {
                node.duration
            }),
            total_float: Work(total),
            free_float: Work(network.free_float(number, analysis, gates)),
            critical: self.is_critical(number, total),
            drivers,
            late_days: held.map_or(0, |held| late_days(early.finish[at], held.deadline)),
        }
    }

    /// When work on a started task stops and goes on, if it is interrupted.
    fn gap_of(&self, number: u32) -> Option<(Time, Time)> {
        if self.rests.is_empty() {
            return None;
        }
        self.rest(number).filter(|rest| rest.interrupted).map(|rest| (rest.stop, rest.resume))
    }

    /// Summary rows: earliest start, latest finish, least float of their leaves.
    fn summarize(&self, rows: &mut [TaskSchedule]) {
        if !self.index.is_summary.iter().any(|summary| *summary) {
            return;
        }
        let mut seen = vec![false; rows.len()];
        for number in parents_first(&self.index.parent).into_iter().rev() {
            let parent = self.index.parent[number as usize];
            if self.index.is_summary[number as usize] {
                self.finish_summary(number, &mut rows[number as usize]);
            }
            if parent == NONE {
                continue;
            }
            let Ok([child, row]) = rows.get_disjoint_mut([number as usize, parent as usize]) else {
                continue;
            };
            if std::mem::replace(&mut seen[parent as usize], true) {
                row.start = row.start.min(child.start);
                row.finish = row.finish.max(child.finish);
                row.early_start = row.early_start.min(child.early_start);
                row.early_finish = row.early_finish.max(child.early_finish);
                row.late_start = row.late_start.min(child.late_start);
                row.late_finish = row.late_finish.max(child.late_finish);
                row.total_float = row.total_float.min(child.total_float);
                row.free_float = row.free_float.min(child.free_float);
                row.critical |= child.critical;
            } else {
                row.start = child.start;
                row.finish = child.finish;
                row.early_start = child.early_start;
                row.early_finish = child.early_finish;
                row.late_start = child.late_start;
                row.late_finish = child.late_finish;
                row.duration = child.duration;
                row.total_float = child.total_float;
                row.free_float = child.free_float;
                row.critical = child.critical;
                row.kind = TaskKind::Summary;
                row.drivers = Vec::new();
                row.late_days = 0;
            }
        }
    }

    fn finish_summary(&self, number: u32, row: &mut TaskSchedule) {
        let network = &self.network;
        row.duration = Work(network.float(number, row.start.time(), row.finish.time()));
        let gate = self.gates.get(&number).and_then(|gates| network.nodes.get(gates.out_finish as usize));
        if let Some(held) = gate.and_then(|gate| network.held.get(gate.held as usize)) {
            row.late_days = late_days(row.finish.time(), held.deadline);
        }
    }

    /// Driving predecessors of each task, through gates to the tasks behind them.
    pub(crate) fn drivers(&self, dates: &Dates) -> Drivers {
        self.drivers_by(|edge, _| self.network.drives(edge, dates))
    }

    /// The same when it is known of each edge, by its index, whether it drives.
    fn drivers_by(&self, drives: impl Fn(&Edge, usize) -> bool) -> Drivers {
        let network = &self.network;
        let mut drivers =
            Drivers { of: Vec::with_capacity(network.tasks), first: Vec::with_capacity(network.tasks + 1) };
        drivers.first.push(0);
        let mut gates: Vec<u32> = Vec::new();
        for node in 0..network.tasks as u32 {
            let first = drivers.of.len();
            if network.is_leaf(node) {
                gates.push(node);
            }
            while let Some(at) = gates.pop() {
                let edges = network.edges_in(at);
                for (index, edge) in (network.first_in[at as usize] as usize..).zip(edges) {
                    if drives(edge, index) {
                        let is_gate = edge.from as usize >= network.tasks;
                        let list = if is_gate { &mut gates } else { &mut drivers.of };
                        list.push(edge.from);
                    }
                }
                if gates.len() + drivers.of.len() - first > 10_000 {
                    gates.clear();
                }
            }
            drivers.close(first);
        }
        drivers
    }

    /// Whether a task is critical by its float.
    fn is_critical(&self, node: u32, total_float: i64) -> bool {
        let network = &self.network;
        network.node(node).kind != Kind::Effort
            && !network.held(node).is_some_and(|held| held.finished)
            && total_float <= network.critical_float
    }

    /// Critical is what drives the last finish, and what drives that.
    fn mark_longest_path(&self, analysis: &Analysis, drivers: &Drivers, rows: &mut [TaskSchedule]) {
        let network = &self.network;
        let ends = |node: &u32| {
            network.is_leaf(*node)
                && network.node(*node).kind != Kind::Effort
                && analysis.early.finish[*node as usize] == analysis.finish
        };
        let mut open: Vec<u32> = (0..network.tasks as u32).filter(ends).collect();
        rows.iter_mut().for_each(|row| row.critical = false);
        let mut seen = vec![false; network.tasks];
        while let Some(node) = open.pop() {
            if std::mem::replace(&mut seen[node as usize], true) {
                continue;
            }
            rows[node as usize].critical = !network.held(node).is_some_and(|held| held.finished);
            open.extend_from_slice(&drivers[node as usize]);
        }
    }

    /// Work that began or ended before its links let it.
    fn out_of_sequence(&self, rows: &[TaskSchedule], issues: &mut Vec<Issue>) {
        let find = |id: &TaskId| {
            let row = rows.binary_search_by(|row| row.id.cmp(id)).ok()?;
            let held = self.network.held(row as u32).filter(|held| held.started());
            Some((&rows[row], held))
        };
        for link in &self.index.plan.dependencies {
            let (Some((from, before)), Some((to, Some(after)))) = (find(&link.from), find(&link.to)) else {
                continue;
            };
            if from.kind == TaskKind::Summary || to.kind == TaskKind::Summary {
                continue;
            }
            let of_finish = matches!(link.kind, DependencyKind::FinishStart | DependencyKind::FinishFinish);
            let into_finish = matches!(link.kind, DependencyKind::FinishFinish | DependencyKind::StartFinish);
            if into_finish && !after.finished {
                continue;
            }
            // What is not done yet ends after the status date.
            let is_fact = before.is_some_and(|held| held.finished || !of_finish);
            let moment = if of_finish { from.finish } else { from.start };
            let reached = if into_finish { to.finish } else { to.start };
            if is_fact && moment <= reached {
                continue;
            }
            let verb = if into_finish { "finished" } else { "started" };
            let until = if of_finish { "finished" } else { "started" };
            issues.push(
                Issue::warning(
                    "out-of-sequence",
                    format!("dependencies/{}->{}", link.from, link.to),
                    format!("`{}` {verb} before `{}` {until}", link.to, link.from),
                )
                .with_help("`scheduling.progress_rule` says what that means for the rest"),
            );
        }
    }

    /// The longest driving path to the finish, or to each critical open end.
    fn critical_paths(&self, analysis: &Analysis, drivers: &Drivers) -> Vec<Vec<TaskId>> {
        let network = &self.network;
        let leaves = (0..network.tasks as u32)
            .filter(|node| network.is_leaf(*node) && network.node(*node).kind != Kind::Effort);
        let critical = |node: u32| self.is_critical(node, network.total_float(node, analysis));
        let ends: Vec<u32> = if network.multiple_critical_paths {
            leaves.filter(|node| network.edges_out(*node).next().is_none() && critical(*node)).collect()
        } else {
            leaves.filter(|node| analysis.early.finish[*node as usize] == analysis.finish).take(1).collect()
        };
        ends.into_iter().map(|end| self.ids(&self.chain(end, drivers, analysis))).collect()
    }

    /// From a task back along driving links, the one with the least float first; returned first task first.
    pub(crate) fn chain(&self, end: u32, drivers: &Drivers, analysis: &Analysis) -> Vec<u32> {
        let mut chain = vec![end];
        let mut at = end;
        let float = |node: u32| self.network.total_float(node, analysis);
        while let Some(&next) = drivers[at as usize].iter().min_by_key(|node| (float(**node), **node)) {
            chain.push(next);
            at = next;
        }
        chain.reverse();
        chain
    }

    pub(crate) fn ids(&self, nodes: &[u32]) -> Vec<TaskId> {
        nodes.iter().map(|node| self.index.task(*node).id.clone()).collect()
    }

    /// What a person should know about the dates.
    fn remarks(&self, rows: &[TaskSchedule], analysis: &Analysis, issues: &mut Vec<Issue>) {
        self.max_lag_remarks(analysis, issues);
        let network = &self.network;
        let remarkable = |number: u32| {
            !self.gates.is_empty() || network.nodes.get(number as usize).is_some_and(|node| node.held != NONE)
        };
        for (number, row) in (0u32..).zip(rows).filter(|(number, _)| remarkable(*number)) {
            if row.late_days > 0 {
                issues.push(
                    Issue::warning(
                        "deadline-missed",
                        format!("tasks/{}/deadline", row.id),
                        format!("`{}` finishes {} after its deadline", row.id, days(row.late_days)),
                    )
                    .with_help(
                        "shorten what drives it, move the deadline, or level with tardiness as the objective",
                    ),
                );
            }
            if network.held(number).is_some() {
                self.constraint_remarks(number, row, analysis, issues);
            }
            if let Some(gates) = self.gates.get(&number) {
                self.summary_remarks(*gates, row, analysis, issues);
            }
        }
    }

    /// Maximum lags that are not kept.
    fn max_lag_remarks(&self, analysis: &Analysis, issues: &mut Vec<Issue>) {
        for edge in self.network.windows.out.iter().chain(&self.network.windows.lost) {
            if self.network.exceeds(edge, &analysis.early) > 0 {
                let (from, to) = (&self.index.task(edge.from).id, &self.index.task(edge.to).id);
                issues.push(
                    Issue::warning(
                        "max-lag-missed",
                        format!("dependencies/{from}->{to}/max_lag"),
                        format!("`{to}` comes later after `{from}` than its maximum lag allows"),
                    )
                    .with_help(format!(
                        "`{from}` cannot wait for it: it has started, a date holds it, or other links and maximum lags contradict"
                    )),
                );
            }
        }
    }

    /// A summary's own dates hold for what is under it only as far as that is not held by dates of its own.
    fn summary_remarks(
        &self,
        gates: Gates,
        row: &TaskSchedule,
        analysis: &Analysis,
        issues: &mut Vec<Issue>,
    ) {
        let network = &self.network;
        let held = |gate: u32| {
            network.nodes.get(gate as usize).and_then(|node| network.held.get(node.held as usize))
        };
        let early = |gate: u32| held(gate).is_some_and(|held| row.start.time() < held.start_min);
        let late =
            |gate: u32| held(gate).is_some_and(|held| analysis.early.finish[gate as usize] > held.finish_max);
        if early(gates.into_start) || late(gates.out_finish) {
            issues.push(
                Issue::warning(
                    "constraint-missed",
                    format!("tasks/{}/constraints", row.id),
                    format!("what is under `{}` does not keep its constraint", row.id),
                )
                .with_help("tasks under it are started, held to dates of their own, or later by their links"),
            );
        }
    }

    fn constraint_remarks(
        &self,
        number: u32,
        row: &TaskSchedule,
        analysis: &Analysis,
        issues: &mut Vec<Issue>,
    ) {
        let network = &self.network;
        let Some(held) = network.held(number) else { return };
        if held.actual.is_some() {
            return;
        }
        let at = number as usize;
        let (start, finish) = (analysis.early.start[at], analysis.early.finish[at]);
        let missed = start > held.start_max
            || finish > held.finish_max
            || held.start_on.is_some_and(|on| start > network.place(number, on, Time::DISTANT_PAST).0)
            || held.finish_on.is_some_and(|on| finish > on || network.float(number, finish, on) > 0);
        if missed {
            let at = format!("tasks/{}/constraints", row.id);
            issues.push(if network.honor_constraints {
                let message = format!("`{}` has no working time that keeps all its constraints", row.id);
                Issue::warning("constraint-missed", at, message).with_help(
                    "move the date, or look at the calendars, contracts and absences of its resources",
                )
            } else {
                let message = format!("the links of `{}` do not let it keep its constraint", row.id);
                Issue::warning("constraint-missed", at, message).with_help(
                    "links go first in this plan (`honor_constraints` is false); look at its drivers",
                )
            });
        }
        if network.honor_constraints {
            let ask = network.asked(number, &analysis.early);
            let wanted = network.place(number, ask.start, ask.finish);
            if wanted.0 > start {
                issues.push(
                    Issue::warning(
                        "constraint-beats-link",
                        format!("tasks/{}/constraints", row.id),
                        format!("`{}` is held to its constraint date although its predecessors are later", row.id),
                    )
                    .with_help("free the task or speed up its predecessors; their float is negative by the difference"),
                );
            }
        }
    }
}

impl Network {
    /// A moment of the axis as it is shown.
    #[inline]
    pub(crate) fn stamp(&self, time: Time) -> Stamp {
        match &self.zone {
            None => Stamp::wall(time),
            Some(zone) => Stamp::zoned(time, zone.offset_at(time)),
        }
    }
}

/// Whole started days of 24 hours after a deadline.
pub(crate) fn late_days(finish: Time, deadline: Time) -> u32 {
    if finish <= deadline || !finish.is_finite() {
        return 0;
    }
    u32::try_from((finish.0 - deadline.0 + DAY - 1) / DAY).unwrap_or(u32::MAX)
}

fn days(count: u32) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}

//! WBS, activities and relationships.

use std::collections::{BTreeMap, BTreeSet};

use super::finish::{Project, TaskIds, count, working};
use super::table::{Row, Table, Tables};
use crate::interop::StoredTask;
use crate::plan::validate::show;
use crate::plan::{Constraint, ConstraintKind, Dependency, DependencyKind, MilestoneKind, Task, TaskType};
use crate::quantity::{Lag, Money, Work};
use crate::{CalendarId, TaskId};

/// Deepest WBS that is followed to find its root.
const DEEPEST: usize = 1_000;

/// An activity of the file in the plan.
pub(super) struct Placed {
    pub(super) id: TaskId,
    /// Position among the plan's tasks.
    pub(super) at: usize,
    /// Whether its resources' calendars alone say when it is worked on.
    pub(super) by_resources: bool,
    /// Whether work has begun.
    pub(super) started: bool,
}

struct Node {
    parent: Option<String>,
    id: TaskId,
    name: Option<String>,
    is_root: bool,
}

/// The WBS of a project by its numbers.
fn read_wbs(tables: &Tables<'_>, project_id: &str, project: &Project<'_>) -> BTreeMap<String, Node> {
    let none = Table::default();
    let of_project = |row: &Row<'_>| row.text("proj_id").unwrap_or_default() == project.number;
    let mut short: BTreeMap<String, (Option<String>, String)> = BTreeMap::new();
    let mut nodes = BTreeMap::new();
    for row in tables.get("PROJWBS", &none).rows().filter(of_project) {
        let Some(number) = row.text("wbs_id") else { continue };
        let parent = row.text("parent_wbs_id").map(str::to_owned);
        let name = row.words("wbs_short_name").unwrap_or_else(|| number.to_owned());
        short.insert(number.to_owned(), (parent.clone(), name));
        let node = Node {
            parent,
            id: TaskId::from(""),
            name: row.words("wbs_name"),
            is_root: row.is("proj_node_flag"),
        };
        nodes.entry(number.to_owned()).or_insert(node);
    }
    // The root of a project is the project.
    let numbers: BTreeSet<String> = nodes.keys().cloned().collect();
    let roots: Vec<String> = (nodes.iter())
        .filter(|(_, node)| node.parent.as_ref().is_none_or(|parent| !numbers.contains(parent)))
        .map(|(number, _)| number.clone())
        .collect();
    if let ([only], false) = (&roots[..], nodes.values().any(|node| node.is_root))
        && let Some(node) = nodes.get_mut(only)
    {
        node.is_root = true;
    }
    let mut used = BTreeSet::new();
    for number in &numbers {
        let (mut path, mut at, mut steps) = (Vec::new(), Some(number.clone()), 0);
        while let Some((parent, name)) = at.as_ref().and_then(|at| short.get(at)) {
            if at.as_ref().and_then(|at| nodes.get(at)).is_some_and(|node| node.is_root) || steps > DEEPEST {
                break;
            }
            path.push(name.as_str());
            at = parent.clone();
            steps += 1;
        }
        path.push(project_id);
        path.reverse();
        let mut id = path.join(".").chars().take(180).collect::<String>();
        if !used.insert(id.clone()) {
            id = format!("{id}#{number}");
            used.insert(id.clone());
        }
        if let Some(node) = nodes.get_mut(number) {
            node.id = TaskId::from(id);
        }
    }
    nodes
}

/// Reads WBS and activities.
pub(super) fn tasks(tables: &Tables<'_>, id: &str, project: &mut Project<'_>) -> (Vec<StoredTask>, TaskIds) {
    let none = Table::default();
    let table = tables.get("TASK", &none);
    let number = project.number.clone();
    let of_project = |row: &Row<'_>| row.text("proj_id").unwrap_or_default() == number;
    let mut wbs = read_wbs(tables, id, project);
    let codes: Vec<String> = table
        .rows()
        .filter(of_project)
        .map(|row| {
            row.words("task_code").or_else(|| row.text("task_id").map(str::to_owned)).unwrap_or_default()
        })
        .collect();
    let times = count(codes.iter().map(String::as_str));
    // A code of a WBS that an activity has, too, is the activity's.
    for (number, node) in &mut wbs {
        if times.contains_key(node.id.as_str()) {
            node.id = TaskId::from(format!("{}#{number}", node.id));
        }
    }
    let mut used = BTreeSet::new();
    let (mut placed, mut stored) = (TaskIds::new(), Vec::new());
    let mut list = Vec::with_capacity(codes.len());
    for (row, code) in table.rows().filter(of_project).zip(&codes) {
        let number = row.text("task_id").unwrap_or(code).to_owned();
        let at = format!("TASK/{}", show(code));
        let twice = times.get(code.as_str()).is_some_and(|times| *times > 1) || code.is_empty();
        let id = TaskId::from(if twice { number.clone() } else { code.clone() });
        if twice {
            let message = format!("two activities have the id `{}`", show(code));
            project.faults.warning(
                "duplicate-task",
                at.as_str(),
                message,
                "they are told apart by their numbers",
            );
        }
        if placed.contains_key(&number) {
            let message = format!("two activities have the number `{number}`");
            project.faults.warning("duplicate-task", at, message, "the first is kept");
            continue;
        }
        let (mut task, by_resources) = activity(&row, &id, &at, project);
        if let Some(number) = row.text("wbs_id") {
            match wbs.get(number) {
                Some(node) if node.is_root => {}
                Some(node) => {
                    task.parent = Some(node.id.clone());
                    let mut up = Some(number.to_owned());
                    while let Some(number) = up.take().filter(|number| used.insert(number.clone())) {
                        up = wbs.get(&number).and_then(|node| node.parent.clone());
                    }
                }
                None => {
                    let message = format!("WBS `{}` is not in the file", show(number));
                    let help = "the activity stands on its own";
                    project.faults.warning("unknown-wbs", format!("{at}/wbs_id"), message, help);
                }
            }
        }
        stored.push(stored_of(&row, &id, &at, project));
        let started = task.progress.actual_start.is_some();
        placed.insert(number, Placed { id, at: list.len(), by_resources, started });
        list.push(task);
    }
    let mut empty = 0usize;
    for (number, node) in wbs.iter().filter(|(_, node)| !node.is_root) {
        if !used.contains(number) {
            empty += 1;
            continue;
        }
        let mut summary = Task::summary(&node.id);
        summary.name = node.name.clone();
        let parent = node.parent.as_ref().and_then(|parent| wbs.get(parent)).filter(|parent| !parent.is_root);
        summary.parent = parent.map(|parent| parent.id.clone());
        list.push(summary);
    }
    if empty > 0 {
        let message = format!("{empty} WBS elements without activities are left out");
        project.faults.push(crate::Issue::info("empty-wbs", "PROJWBS", message));
    }
    project.plan.tasks = list;
    (stored, placed)
}

/// An activity; whether its resources' calendars alone say when it is worked on.
fn activity(row: &Row<'_>, id: &TaskId, at: &str, project: &mut Project<'_>) -> (Task, bool) {
    let planned = row.hours("target_drtn_hr_cnt", at, project.faults).map(|seconds| seconds.max(0));
    let left = row.hours("remain_drtn_hr_cnt", at, project.faults).map(|seconds| seconds.max(0));
    let kind = row.text("task_type").unwrap_or("TT_Task");
    let mut task = match kind {
        "TT_Mile" => Task::milestone(id, MilestoneKind::Start),
        "TT_FinMile" => Task::milestone(id, MilestoneKind::Finish),
        _ => Task::new(id, working(planned.or(left).unwrap_or(0), project)),
    };
    let by_resources = match kind {
        "TT_Task" | "TT_Mile" | "TT_FinMile" => false,
        "TT_Rsrc" => true,
        "TT_LOE" | "TT_WBS" => {
            task.level_of_effort = true;
            false
        }
        other => {
            let message = format!("`{}` is no type of activity that is known", show(other));
            let help = "it is read as task dependent";
            project.faults.warning("unknown-task-type", format!("{at}/task_type"), message, help);
            false
        }
    };
    task.name = row.words("task_name").filter(|name| *name != id.as_str());
    let calendar = row.text("clndr_id");
    let usual = project.plan.program.calendar.as_ref().map(CalendarId::as_str);
    if let Some(calendar) = calendar.filter(|calendar| Some(*calendar) != usual) {
        if project.plan.calendars.iter().any(|known| known.id.as_str() == calendar) {
            task.calendar = Some(CalendarId::from(calendar));
        } else {
            let message = format!("calendar `{}` is not in the file", show(calendar));
            let help = "the calendar of the project is used";
            project.faults.warning("unknown-calendar", format!("{at}/clndr_id"), message, help);
        }
    }
    if !task.level_of_effort && task.milestone.is_none() {
        task.task_type = match row.text("duration_type") {
            Some("DT_FixedDrtn" | "DT_FixedDUR2") if !by_resources => TaskType::FixedDuration,
            Some("DT_FixedQty") => TaskType::FixedWork,
            _ => TaskType::FixedUnits,
        };
        task.ignore_resource_calendars = !by_resources && task.task_type != TaskType::FixedDuration;
    }
    task.priority = match row.text("priority_type") {
        Some("PT_Top") => 900,
        Some("PT_High") => 700,
        Some("PT_Low") => 300,
        Some("PT_Lowest") => 100,
        _ => 500,
    };
    if !task.level_of_effort {
        for (kind, date) in [("cstr_type", "cstr_date"), ("cstr_type2", "cstr_date2")] {
            if let Some(constraint) = constraint(row, (kind, date), task.milestone, at, project)
                && task.constraints.iter().all(|other| other.kind != constraint.kind)
            {
                task.constraints.push(constraint);
            }
        }
    }
    progress(row, &mut task, (planned, left), at, project);
    (task, by_resources)
}

fn progress(
    row: &Row<'_>,
    task: &mut Task,
    (planned, left): (Option<i64>, Option<i64>),
    at: &str,
    project: &mut Project<'_>,
) {
    let status = row.text("status_code");
    let start = row.when("act_start_date", at, project.faults);
    let finish = row.when("act_end_date", at, project.faults);
    let resume = row.when("resume_date", at, project.faults);
    task.progress.expected_finish = row.when("expect_end_date", at, project.faults);
    if status.is_none() && start.is_none() {
        return;
    }
    let begun = matches!(status, Some("TK_Active" | "TK_Complete")) || (status.is_none() && start.is_some());
    if !begun {
        // What is not begun takes what is left of it.
        if let (Some(planned), Some(left)) = (planned, left)
            && planned != left
            && task.milestone.is_none()
            && !task.level_of_effort
        {
            task.duration = Some(working(left, project));
            let message = "the remaining duration of work that has not begun is not its planned one";
            let help = "the remaining one is kept, by which P6 schedules";
            project.faults.warning("duration-differs", format!("{at}/remain_drtn_hr_cnt"), message, help);
        }
        return;
    }
    let Some(start) = start.or(finish) else {
        let message = "the activity is in progress but nothing says since when";
        project.faults.warning("progress-without-start", at, message, "it is read as not begun");
        return;
    };
    let progress = &mut task.progress;
    progress.actual_start = Some(start);
    if status == Some("TK_Complete") || (status.is_none() && finish.is_some()) {
        progress.actual_finish = finish.or(Some(start));
        progress.complete = Some(1.0);
        progress.expected_finish = None;
        if finish.is_none() {
            let message = "the activity is complete but nothing says since when";
            project.faults.warning("complete-without-finish", at, message, "it is finished when it began");
        }
        return;
    }
    if task.milestone.is_some() {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "seconds of a century")]
    let share =
        |done: i64, whole: i64| if whole > 0 { (done as f64 / whole as f64).clamp(0.0, 1.0) } else { 0.0 };
    let physical = row.number("phys_complete_pct", at, project.faults);
    let share = match (row.text("complete_pct_type"), planned, left) {
        (Some("CP_Phys"), _, _) => physical.map(|percent| (percent / 100.0).clamp(0.0, 1.0)),
        (Some("CP_Units"), _, _) => {
            let done = row.number("act_work_qty", at, project.faults).unwrap_or(0.0);
            let rest = row.number("remain_work_qty", at, project.faults).unwrap_or(0.0);
            (done + rest > 0.0).then(|| (done / (done + rest)).clamp(0.0, 1.0))
        }
        (_, Some(planned), Some(left)) => Some(share(planned - left, planned)),
        _ => None,
    };
    progress.complete = share.map(|share| (share * 1e6).round() / 1e6).filter(|share| *share < 1.0);
    if !task.level_of_effort {
        task.progress.remaining = left.map(|left| working(left, project));
        task.progress.resume = resume;
    }
}

fn constraint(
    row: &Row<'_>,
    (kind, date): (&str, &str),
    milestone: Option<MilestoneKind>,
    at: &str,
    project: &mut Project<'_>,
) -> Option<Constraint> {
    let word = row.text(kind)?;
    let when = row.when(date, at, project.faults);
    let found = match word {
        "CS_ALAP" => return Some(Constraint::ALAP),
        "CS_MSO" => ConstraintKind::MustStartOn,
        "CS_MSOA" => ConstraintKind::StartNoEarlierThan,
        "CS_MSOB" => ConstraintKind::StartNoLaterThan,
        "CS_MEO" => ConstraintKind::MustFinishOn,
        "CS_MEOA" => ConstraintKind::FinishNoEarlierThan,
        "CS_MEOB" => ConstraintKind::FinishNoLaterThan,
        "CS_MANDSTART" => ConstraintKind::MandatoryStart,
        "CS_MANDFIN" => ConstraintKind::MandatoryFinish,
        other => {
            let message = format!("`{}` is no constraint that is known", show(other));
            project.faults.warning("unknown-constraint", format!("{at}/{kind}"), message, "it is not kept");
            return None;
        }
    };
    // A start milestone is held by its start.
    let found = match (milestone, found) {
        (Some(MilestoneKind::Start), ConstraintKind::MustFinishOn) => ConstraintKind::MustStartOn,
        (Some(MilestoneKind::Start), ConstraintKind::FinishNoEarlierThan) => {
            ConstraintKind::StartNoEarlierThan
        }
        (Some(MilestoneKind::Start), ConstraintKind::FinishNoLaterThan) => ConstraintKind::StartNoLaterThan,
        (Some(MilestoneKind::Start), ConstraintKind::MandatoryFinish) => ConstraintKind::MandatoryStart,
        (_, found) => found,
    };
    if when.is_none() {
        let message = format!("constraint `{word}` has no date");
        project.faults.warning("constraint-without-date", format!("{at}/{date}"), message, "it is not kept");
    }
    Some(Constraint { kind: found, date: Some(when?) })
}

fn stored_of(row: &Row<'_>, id: &TaskId, at: &str, project: &mut Project<'_>) -> StoredTask {
    let faults = &mut *project.faults;
    let early = [row.stamp("early_start_date", at, faults), row.stamp("early_end_date", at, faults)];
    let actual = [row.stamp("act_start_date", at, faults), row.stamp("act_end_date", at, faults)];
    let planned = [row.stamp("target_start_date", at, faults), row.stamp("target_end_date", at, faults)];
    // P6 shows what has happened in place of early and late dates; in its place the file has dates of what is left.
    let begun = |own: Option<crate::quantity::Stamp>| {
        if row.text("status_code") == Some("TK_NotStart") { own } else { actual[0].or(own) }
    };
    let done = actual[1].is_some();
    StoredTask {
        task: id.clone(),
        start: actual[0].or(early[0]).or(planned[0]),
        finish: actual[1].or(early[1]).or(planned[1]),
        early_start: begun(early[0]),
        early_finish: actual[1].or(early[1]),
        late_start: begun(row.stamp("late_start_date", at, faults)),
        late_finish: row.stamp("late_end_date", at, faults).filter(|_| !done),
        total_float: row.hours("total_float_hr_cnt", at, faults).map(Work).filter(|_| !done),
        free_float: row.hours("free_float_hr_cnt", at, faults).map(Work),
        critical: None,
    }
}

/// Reads relationships.
pub(super) fn links(tables: &Tables<'_>, tasks: &TaskIds, project: &mut Project<'_>) {
    let none = Table::default();
    let mut seen = BTreeSet::new();
    for row in tables.get("TASKPRED", &none).rows() {
        let (Some(to), Some(from)) = (row.text("task_id"), row.text("pred_task_id")) else { continue };
        let (to, from) = match (tasks.get(to), tasks.get(from)) {
            (None, None) => continue,
            (Some(to), Some(from)) => (to, from),
            (known, other) => {
                let known = known.or(other).map(|known| known.id.to_string()).unwrap_or_default();
                let message =
                    format!("a relationship of `{known}` leads to an activity that is not of its project");
                let help = "it is not kept; give the activity a date of its own where it matters";
                project.faults.warning("link-of-another-project", format!("TASKPRED/{known}"), message, help);
                continue;
            }
        };
        let at = format!("TASKPRED/{}->{}", from.id, to.id);
        let kind = match row.text("pred_type") {
            Some("PR_SS") => DependencyKind::StartStart,
            Some("PR_FF") => DependencyKind::FinishFinish,
            Some("PR_SF") => DependencyKind::StartFinish,
            None | Some("PR_FS") => DependencyKind::FinishStart,
            Some(other) => {
                let message = format!("`{}` is no type of relationship that is known", show(other));
                project.faults.warning(
                    "unknown-link-type",
                    at.as_str(),
                    message,
                    "it is read as finish to start",
                );
                DependencyKind::FinishStart
            }
        };
        let lag = row.hours("lag_hr_cnt", &at, project.faults).unwrap_or(0);
        if !seen.insert((from.at, to.at, kind)) {
            let message = "the same two activities are linked in the same way before";
            project.faults.warning("repeated-link", at, message, "the first is kept");
            continue;
        }
        let link = Dependency::new(&from.id, &to.id).with_kind(kind);
        project.plan.dependencies.push(link.with_lag(Lag::Duration(working(lag, project))));
    }
}

/// Expenses are cost that does not depend on who does the work.
pub(super) fn expenses(tables: &Tables<'_>, tasks: &TaskIds, project: &mut Project<'_>) {
    let none = Table::default();
    for row in tables.get("PROJCOST", &none).rows() {
        let Some(task) = row.text("task_id").and_then(|number| tasks.get(number)) else { continue };
        let at = format!("PROJCOST/{}", task.id);
        let cost = row.number("target_cost", &at, project.faults).and_then(money);
        if let Some(cost) = cost.filter(|cost| *cost >= Money::ZERO) {
            project.plan.tasks[task.at].fixed_cost += cost;
        }
    }
}

/// An amount, to the cent.
pub(super) fn money(amount: f64) -> Option<Money> {
    Money::from_decimal((amount * 100.0).round() / 100.0).ok()
}

/// Resource dependent work goes by the calendars of its resources alone.
pub(super) fn resource_dependent(tasks: &TaskIds, project: &mut Project<'_>) {
    let at_work: BTreeSet<&str> = (project.plan.resources.iter())
        .filter(|resource| resource.kind.works())
        .map(|resource| resource.id.as_str())
        .collect();
    let assigned: BTreeSet<TaskId> = (project.plan.assignments.iter())
        .filter(|one| at_work.contains(one.resource.as_str()))
        .map(|one| one.task.clone())
        .collect();
    for placed in tasks.values().filter(|placed| placed.by_resources) {
        let task = &mut project.plan.tasks[placed.at];
        if assigned.contains(&placed.id) {
            task.calendar = None;
        } else {
            // Nobody's calendar is left but its own.
            task.ignore_resource_calendars = true;
        }
    }
}

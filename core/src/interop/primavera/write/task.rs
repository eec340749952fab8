//! WBS, activities, relationships and expenses.

use std::collections::BTreeMap;

use super::super::value::shown;
use super::sheet::{hours, number};
use super::{PROJECT, Writer, row_dates};
use crate::Issue;
use crate::plan::{
    Constraint, ConstraintKind, DependencyKind, LagCalendar, MilestoneKind, Plan, Task, TaskType,
};
use crate::quantity::{Duration, Lag, Money, Span, Work};

/// Number of the root of the WBS.
const ROOT: usize = 1;

/// Numbers of tasks and summaries in the file.
pub(super) fn numbers(plan: &Plan) -> BTreeMap<&str, usize> {
    plan.tasks.iter().enumerate().map(|(at, task)| (task.id.as_str(), 1000 + at)).collect()
}

impl Writer<'_> {
    fn number(&self, id: &str) -> String {
        self.tasks.get(id).map(ToString::to_string).unwrap_or_default()
    }

    pub(super) fn wbs(&mut self) {
        self.sheet.table(
            "PROJWBS",
            "wbs_id proj_id obs_id seq_num est_wt proj_node_flag sum_data_flag status_code wbs_short_name wbs_name parent_wbs_id ev_user_pct ev_etc_user_value orig_cost indep_remain_total_cost ev_compute_type ev_etc_compute_type",
        );
        let (plan, short) = (self.plan, self.short_name());
        let root = ROOT.to_string();
        let name = plan.program.name.clone();
        let money = ["6", "0.88", "0", "0", "EC_Cmp_pct", "EE_Rem_hr"];
        let mut row = |number: &str, root: bool, short: &str, name: &str, parent: &str| {
            let flag = if root { "Y" } else { "N" };
            let [a, b, c, d, e, f] = money;
            self.sheet.row(&[
                number, PROJECT, "1", "0", "1", flag, "N", "WS_Open", short, name, parent, a, b, c, d, e, f,
            ]);
        };
        row(&root, true, &short, &name, "");
        let mut names = BTreeMap::new();
        for (task, _) in plan.tasks.iter().zip(&self.is_summary).filter(|(_, is)| **is) {
            // The id of a summary is the path to it.
            let above = task.parent.as_ref().map_or(short.as_str(), |parent| parent.as_str());
            let own = task.id.strip_prefix(above).and_then(|rest| rest.strip_prefix('.')).unwrap_or(&task.id);
            let number = self.tasks.get(task.id.as_str()).map(ToString::to_string).unwrap_or_default();
            let parent = task.parent.as_ref().and_then(|parent| self.tasks.get(parent.as_str()));
            let parent = parent.map_or_else(|| root.clone(), ToString::to_string);
            let title = task.name.clone().unwrap_or_else(|| own.to_owned());
            row(&number, false, own, &title, &parent);
            names.insert(task.id.as_str(), ());
        }
        self.tell_summaries();
    }

    /// What a WBS element does not have.
    fn tell_summaries(&mut self) {
        let plan = self.plan;
        let summaries: Vec<&Task> =
            plan.tasks.iter().zip(&self.is_summary).filter(|(_, is)| **is).map(|(task, _)| task).collect();
        let held: Vec<&str> = (summaries.iter())
            .filter(|task| !task.constraints.is_empty() || task.deadline.is_some() || task.manual.is_some())
            .map(|task| task.id.as_str())
            .collect();
        if let Some(first) = held.first() {
            let message = format!(
                "a WBS element has no dates of its own; those of {} summaries are not kept",
                held.len()
            );
            self.faults.warning(
                "summary-dates",
                format!("tasks/{first}"),
                message,
                "put them on the tasks below",
            );
        }
    }

    pub(super) fn activities(&mut self) {
        self.sheet.table(
            "TASK",
            "task_id proj_id wbs_id clndr_id phys_complete_pct rev_fdbk_flag est_wt lock_plan_flag auto_compute_act_flag complete_pct_type task_type duration_type status_code task_code task_name total_float_hr_cnt free_float_hr_cnt remain_drtn_hr_cnt act_work_qty remain_work_qty target_work_qty target_drtn_hr_cnt target_equip_qty act_equip_qty remain_equip_qty cstr_date act_start_date act_end_date late_start_date late_end_date expect_end_date early_start_date early_end_date restart_date reend_date target_start_date target_end_date rem_late_start_date rem_late_end_date cstr_type priority_type suspend_date resume_date cstr_date2 cstr_type2 driving_path_flag",
        );
        let plan = self.plan;
        for (at, task) in plan.tasks.iter().enumerate() {
            if !self.is_summary.get(at).copied().unwrap_or(false) {
                self.activity(task);
            }
        }
        self.tell_tasks();
    }

    fn activity(&mut self, task: &Task) {
        let id = task.id.as_str();
        let wbs = task.parent.as_ref().map_or_else(|| ROOT.to_string(), |parent| self.number(parent));
        let assignments = &self.plan.assignments;
        let first = assignments.partition_point(|one| one.task < task.id);
        let mut own = assignments[first..].iter().take_while(|one| one.task == task.id);
        let resources = own.any(|one| self.works(&one.resource));
        let row = self.schedule.task(id);
        let length = match (task.duration.or(task.estimate.map(|estimate| estimate.likely)), row) {
            (Some(duration), _) if !task.level_of_effort => self.seconds(duration),
            (_, Some(row)) => row.duration.0,
            _ => 0,
        };
        if task.duration.is_some_and(Duration::is_elapsed) {
            let message = format!("`{id}` has an elapsed duration; it is written as as many working hours");
            let help = "give it a calendar that always works";
            self.faults.warning("elapsed-duration", format!("tasks/{id}/duration"), message, help);
        }
        let by_calendar = task.ignore_resource_calendars || task.task_type == TaskType::FixedDuration;
        let kind = match task.milestone {
            Some(MilestoneKind::Start) => "TT_Mile",
            Some(MilestoneKind::Finish) => "TT_FinMile",
            None if task.level_of_effort => {
                if self.linked.contains(id) {
                    "TT_LOE"
                } else {
                    "TT_WBS"
                }
            }
            None if resources && !by_calendar => {
                if task.calendar.is_some() {
                    let message =
                        format!("`{id}` works on its calendar and its resources'; in P6 on theirs alone");
                    let at = format!("tasks/{id}/calendar");
                    self.faults.warning("calendars-of-both", at, message, "make one calendar of both");
                }
                "TT_Rsrc"
            }
            None => "TT_Task",
        };
        let calendar = self.calendar_of(task.calendar.as_deref());
        let duration_type = match task.task_type {
            TaskType::FixedDuration => "DT_FixedDUR2",
            TaskType::FixedUnits => "DT_FixedRate",
            TaskType::FixedWork => "DT_FixedQty",
        };
        let progress = &task.progress;
        let moment =
            |when: Option<crate::quantity::When>| when.map(|when| shown(when.start())).unwrap_or_default();
        let ending =
            |when: Option<crate::quantity::When>| when.map(|when| shown(when.end())).unwrap_or_default();
        let status = match (progress.actual_start, progress.actual_finish) {
            (_, Some(_)) => "TK_Complete",
            (Some(_), None) => "TK_Active",
            _ => "TK_NotStart",
        };
        let left = match (status, progress.remaining, progress.complete) {
            ("TK_Complete", ..) => 0,
            ("TK_Active", Some(left), _) => self.seconds(left),
            ("TK_Active", None, Some(share)) => rest(length, share),
            _ => length,
        };
        // Its share of the duration, if that is what the duration says, else as it is.
        #[expect(clippy::cast_precision_loss, reason = "seconds of a century")]
        let usual = if length > 0 { ((length - left) as f64 / length as f64).clamp(0.0, 1.0) } else { 0.0 };
        let said = progress.complete.unwrap_or(usual);
        let physical = status == "TK_Active" && (said - usual).abs() > 1e-6;
        let percent = if physical { number(said * 100.0) } else { String::from("0") };
        let percent_type = if physical { "CP_Phys" } else { "CP_Drtn" };
        let dates = row_dates(self.schedule, id).unwrap_or_default();
        let float = |work: Option<Work>| work.map(|work| hours(work.0)).unwrap_or_default();
        let [early_start, early_finish, late_start, late_finish] = &dates;
        let constraints = self.constraints(task);
        let [(first, first_date), (second, second_date)] = &constraints;
        let priority = match task.priority {
            801..=u16::MAX => "PT_Top",
            601..=800 => "PT_High",
            400..=600 => "PT_Normal",
            200..=399 => "PT_Low",
            0..=199 => "PT_Lowest",
        };
        let (number, left, length) = (self.number(id), hours(left), hours(length));
        let name = task.name.clone().unwrap_or_else(|| id.to_owned());
        let total = float(row.map(|row| row.total_float));
        let free = float(row.map(|row| row.free_float));
        let (start, finish) = (moment(progress.actual_start), ending(progress.actual_finish));
        let (expected, resume) = (ending(progress.expected_finish), moment(progress.resume));
        let critical = if row.is_some_and(|row| row.critical) { "Y" } else { "N" };
        self.sheet.row(&[
            &number,
            PROJECT,
            &wbs,
            &calendar,
            &percent,
            "N",
            "1",
            "N",
            "N",
            percent_type,
            kind,
            duration_type,
            status,
            id,
            &name,
            &total,
            &free,
            &left,
            "0",
            "0",
            "0",
            &length,
            "0",
            "0",
            "0",
            first_date,
            &start,
            &finish,
            late_start,
            late_finish,
            &expected,
            early_start,
            early_finish,
            "",
            "",
            early_start,
            early_finish,
            late_start,
            late_finish,
            first,
            priority,
            "",
            &resume,
            second_date,
            second,
            critical,
        ]);
    }

    /// At most two dates, each with P6's word for it.
    fn constraints(&mut self, task: &Task) -> [(String, String); 2] {
        let honored = self.plan.program.scheduling.honor_constraints;
        let mut found: Vec<(String, String)> = Vec::new();
        for constraint in &task.constraints {
            let Some(word) = word(constraint, honored) else { continue };
            let starts = matches!(
                constraint.kind,
                ConstraintKind::MustStartOn
                    | ConstraintKind::MandatoryStart
                    | ConstraintKind::StartNoEarlierThan
            );
            let date = constraint.date.map(|date| shown(if starts { date.start() } else { date.end() }));
            found.push((word.to_owned(), date.unwrap_or_default()));
        }
        // What is as late as possible is so in the second place beside a date.
        found.sort_by_key(|(word, _)| word == "CS_ALAP");
        if found.len() > 2 {
            let message = format!("`{}` has {} constraints, P6 has two", task.id, found.len());
            let at = format!("tasks/{}/constraints", task.id);
            self.faults.warning("too-many-constraints", at, message, "the later ones are not kept");
        }
        let mut found = found.into_iter();
        [found.next().unwrap_or_default(), found.next().unwrap_or_default()]
    }

    /// What activities do not have.
    fn tell_tasks(&mut self) {
        let plan = self.plan;
        type Has = fn(&Task) -> bool;
        let fields: [(&str, Has); 14] = [
            ("manual", |task| task.manual.is_some()),
            ("splits", |task| !task.splits.is_empty()),
            ("deadline", |task| task.deadline.is_some()),
            ("estimate", |task| task.estimate.is_some()),
            ("campaign", |task| task.campaign.is_some()),
            ("market", |task| task.market.is_some()),
            ("weight", |task| task.weight.is_some()),
            ("kpis", |task| !task.kpis.is_empty()),
            ("skills", |task| !task.skills.is_empty()),
            ("leveling_delay", |task| task.leveling_delay.is_some()),
            ("tags", |task| !task.tags.is_empty()),
            ("notes", |task| task.notes.is_some()),
            ("priority", |task| ![100, 300, 500, 700, 900].contains(&task.priority)),
            ("progress", |task| {
                task.progress.complete.is_some_and(|share| share > 0.0)
                    && task.progress.actual_start.is_none()
            }),
        ];
        for (field, has) in fields {
            let ids: Vec<&str> =
                plan.tasks.iter().filter(|task| has(task)).map(|task| task.id.as_str()).collect();
            self.not_kept("tasks", field, &ids);
        }
    }

    pub(super) fn links(&mut self) {
        let longest: Vec<String> = self
            .plan
            .dependencies
            .iter()
            .filter(|link| link.max_lag.is_some())
            .map(|link| format!("{}->{}", link.from, link.to))
            .collect();
        self.not_kept("dependencies", "max_lag", &longest.iter().map(String::as_str).collect::<Vec<_>>());
        self.sheet
            .table("TASKPRED", "task_pred_id task_id pred_task_id proj_id pred_proj_id pred_type lag_hr_cnt");
        let plan = self.plan;
        let usual = plan.program.scheduling.lag_calendar;
        let summaries: std::collections::BTreeSet<&str> = plan
            .tasks
            .iter()
            .zip(&self.is_summary)
            .filter(|(_, is)| **is)
            .map(|(task, _)| task.id.as_str())
            .collect();
        for (at, link) in plan.dependencies.iter().enumerate() {
            let place = format!("dependencies/{}->{}", link.from, link.to);
            if summaries.contains(link.from.as_str()) || summaries.contains(link.to.as_str()) {
                let message =
                    format!("`{}` or `{}` is a summary, and a WBS element has no links", link.from, link.to);
                self.faults.warning("summary-link", place, message, "link the tasks below");
                continue;
            }
            let from = plan.tasks.binary_search_by(|task| task.id.cmp(&link.from)).ok();
            let length = from
                .and_then(|at| plan.tasks.get(at))
                .and_then(|task| task.duration)
                .map_or(Span::Working(Work::ZERO), |one| one.span(self.units));
            let span = link.lag.span(self.units, length);
            let own = link.lag_calendar.is_some_and(|own| own != usual) && !link.lag.is_zero();
            let elapsed = matches!(span, Span::Elapsed(wall) if wall.0 != 0) && usual != LagCalendar::Always;
            if matches!(link.lag, Lag::Percent { .. }) || elapsed || own {
                let message =
                    format!("lag `{}` is written as as many hours of the lag calendar of all", link.lag);
                self.faults.warning("lag-changed", place.as_str(), message, "");
            }
            if link.max_lag.is_some() {
                let at = format!("{place}/max_lag");
                self.faults.warning("not-kept", at, "P6 has no maximum lag", "");
            }
            let seconds = match span {
                Span::Working(work) => work.0,
                Span::Elapsed(wall) => wall.0,
            };
            let kind = match link.kind {
                DependencyKind::FinishStart => "PR_FS",
                DependencyKind::StartStart => "PR_SS",
                DependencyKind::FinishFinish => "PR_FF",
                DependencyKind::StartFinish => "PR_SF",
            };
            let (number, to, from) = ((at + 1).to_string(), self.number(&link.to), self.number(&link.from));
            self.sheet.row(&[&number, &to, &from, PROJECT, PROJECT, kind, &hours(seconds)]);
        }
    }

    /// Cost that does not depend on who does the work, and amounts of cost resources.
    pub(super) fn expenses(&mut self) {
        self.sheet.table(
            "PROJCOST",
            "cost_item_id proj_id task_id cost_name auto_compute_act_flag target_qty cost_per_qty target_cost act_cost remain_cost",
        );
        let plan = self.plan;
        let mut costs: Vec<(&str, String, Money)> = Vec::new();
        for task in plan.tasks.iter().filter(|task| task.fixed_cost != Money::ZERO) {
            costs.push((&task.id, String::from("Fixed cost"), task.fixed_cost));
        }
        for one in plan.assignments.iter().filter(|one| one.cost != Money::ZERO) {
            costs.push((&one.task, one.resource.to_string(), one.cost));
        }
        for (at, (task, name, cost)) in costs.into_iter().enumerate() {
            let amount = number(cost.to_decimal());
            let (id, task) = ((at + 1).to_string(), self.number(task));
            self.sheet.row(&[&id, PROJECT, &task, &name, "N", "1", &amount, &amount, "0", &amount]);
        }
        let cost = plan.assignments.iter().filter(|one| one.cost != Money::ZERO).count();
        if cost > 0 {
            let message = format!("amounts of cost resources are written as expenses, {cost} of them");
            self.faults.push(Issue::info("cost-as-expense", "assignments", message));
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a share of a duration")]
fn rest(length: i64, share: f64) -> i64 {
    (length as f64 * (1.0 - share.clamp(0.0, 1.0))).round() as i64
}

fn word(constraint: &Constraint, honored: bool) -> Option<&'static str> {
    Some(match constraint.kind {
        ConstraintKind::AsSoonAsPossible => return None,
        ConstraintKind::AsLateAsPossible => "CS_ALAP",
        ConstraintKind::MandatoryStart => "CS_MANDSTART",
        ConstraintKind::MandatoryFinish => "CS_MANDFIN",
        ConstraintKind::MustStartOn if honored => "CS_MANDSTART",
        ConstraintKind::MustFinishOn if honored => "CS_MANDFIN",
        ConstraintKind::MustStartOn => "CS_MSO",
        ConstraintKind::MustFinishOn => "CS_MEO",
        ConstraintKind::StartNoEarlierThan => "CS_MSOA",
        ConstraintKind::StartNoLaterThan => "CS_MSOB",
        ConstraintKind::FinishNoEarlierThan => "CS_MEOA",
        ConstraintKind::FinishNoLaterThan => "CS_MEOB",
    })
}

//! A plan as an XER file.

mod people;
mod sheet;
mod task;
mod time;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::sheet::{Sheet, dates, hours};
use super::value::shown;
use crate::calendar::Clock;
use crate::plan::validate::Faults;
use crate::plan::{
    CriticalRule, FloatRule, LagCalendar, Plan, ProgressRule, ScheduleFrom, TotalFloat, checked,
};
use crate::quantity::{Span, WorkUnits};
use crate::schedule::Schedule;
use crate::{Issue, Issues};

/// Number of the project in the file.
const PROJECT: &str = "1";

/// A plan as a file of Primavera P6.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct XerText {
    /// The file. P6 reads it in the code page of its computer, mostly Windows-1252.
    pub text: String,
    /// What the file does not say, or says otherwise than the plan, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<Issue>,
}

/// Writes a plan with its dates as an XER file that Primavera P6 opens.
///
/// Early and late dates and floats are those of `schedule`. A plan as [`read_xer`](super::read_xer) gives it is read
/// again as it was; what only other plans hold is told. Ids of calendars that are whole numbers stay; ids of summaries
/// become a path of short names.
///
/// # Errors
/// Every fault of the plan.
///
/// # Complexity
/// O(n log n) for n tasks, links and assignments, and for the days of exceptions that come back.
///
/// # Examples
/// ```
/// use paceline::interop::{read_xer, write_xer};
/// use paceline::plan::{Plan, Task};
/// use paceline::quantity::{Duration, When};
/// use paceline::schedule::schedule;
///
/// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
///     .task(Task::new("brief", Duration::days(1)))
///     .task(Task::new("copy", Duration::days(2)).after("brief"))
///     .build()?;
/// let file = write_xer(&plan, &schedule(&plan)?)?;
/// let again = &read_xer(file.text.as_bytes())?.projects[0];
/// assert_eq!(schedule(&again.plan)?.finish, schedule(&plan)?.finish);
/// assert_eq!(again.stored[1].finish.unwrap().to_string(), "2026-03-04T17:00:00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_xer(plan: &Plan, schedule: &Schedule) -> Result<XerText, Issues> {
    // In canonical order, so that the order of the lists makes no difference.
    let mut plan = plan.clone();
    plan.sort();
    let plan = &plan;
    let (index, _) = checked(plan)?;
    let is_summary: Vec<bool> = {
        let mut list = vec![false; plan.tasks.len()];
        for (number, position) in index.tasks.iter().enumerate() {
            list[*position as usize] = index.is_summary[number];
        }
        list
    };
    let mut writer = Writer {
        plan,
        schedule,
        is_summary,
        units: plan.program.work_units(),
        calendars: time::numbers(plan),
        tasks: task::numbers(plan),
        linked: plan.dependencies.iter().flat_map(|link| [link.from.as_str(), link.to.as_str()]).collect(),
        roles: people::roles(plan),
        sheet: Sheet::default(),
        faults: Faults::default(),
    };
    writer.header();
    writer.project();
    writer.calendars();
    writer.options();
    writer.wbs();
    writer.people();
    writer.activities();
    writer.links();
    writer.assignments();
    writer.expenses();
    writer.rest();
    let Writer { mut sheet, mut faults, .. } = writer;
    sheet.end(&mut faults);
    Ok(XerText { text: sheet.text, issues: faults.finish(None) })
}

/// What all parts of the writer share. The lists of the plan are in the order of their ids, and so is what belongs to a
/// task.
struct Writer<'a> {
    plan: &'a Plan,
    schedule: &'a Schedule,
    is_summary: Vec<bool>,
    units: WorkUnits,
    /// Number of each calendar of the plan; the last is that of the program if it has none.
    calendars: Vec<String>,
    /// Number of each task in the file.
    tasks: BTreeMap<&'a str, usize>,
    /// Tasks that a link joins.
    linked: BTreeSet<&'a str>,
    /// Resources that are roles in the file.
    roles: BTreeSet<&'a str>,
    sheet: Sheet,
    faults: Faults,
}

impl Writer<'_> {
    /// Seconds of a duration; elapsed ones as they are.
    fn seconds(&self, duration: crate::quantity::Duration) -> i64 {
        match duration.span(self.units) {
            Span::Working(work) => work.0,
            Span::Elapsed(wall) => wall.0,
        }
    }

    fn header(&mut self) {
        let program = &self.plan.program;
        let day = program.status_date.unwrap_or(program.start).date.to_string();
        if program.currency.is_none() {
            let message = "the plan has no currency; the file says `USD`, because P6 asks for one";
            self.faults.push(Issue::info("currency-assumed", "program/currency", message));
        }
        let currency = program.currency.clone().unwrap_or_else(|| String::from("USD"));
        let fields = [
            "20.12",
            &day,
            "Project",
            "ADMIN",
            "ADMIN",
            "dbxDatabaseNoName",
            "Project Management",
            &currency,
        ];
        self.sheet.header(&fields);
        self.sheet.table(
            "CURRTYPE",
            "curr_id decimal_digit_cnt curr_symbol decimal_symbol digit_group_symbol pos_curr_fmt_type neg_curr_fmt_type curr_type curr_short_name group_digit_cnt base_exch_rate",
        );
        self.sheet.row(&["1", "2", &currency, ".", ",", "#1.1", "(#1.1)", &currency, &currency, "3", "1"]);
        self.sheet.table("OBS", "obs_id parent_obs_id guid seq_num obs_name obs_descr");
        self.sheet.row(&["1", "", "", "0", "Enterprise", ""]);
    }

    /// The short name of the project: what the ids of its summaries begin with, else its name in capitals.
    fn short_name(&self) -> String {
        let tops =
            self.plan.tasks.iter().zip(&self.is_summary).filter(|(task, is)| **is && task.parent.is_none());
        let mut prefixes = tops.map(|(task, _)| task.id.split_once('.').map(|(first, _)| first));
        if let Some(Some(first)) = prefixes.next()
            && !first.is_empty()
            && prefixes.all(|other| other == Some(first))
        {
            return first.to_owned();
        }
        let name = self.plan.program.name.to_uppercase();
        let short: String = name.chars().filter(|c| c.is_alphanumeric()).take(20).collect();
        if short.is_empty() { String::from("PROJECT") } else { short }
    }

    fn project(&mut self) {
        let program = &self.plan.program;
        let start = shown(program.start.start());
        let data_date = program.status_date.map_or_else(|| start.clone(), |date| shown(date.start()));
        if program.status_date.is_none() {
            self.faults.push(Issue::info(
                "status-date-from-start",
                "program/status_date",
                "the plan has no status date; the data date of the file is the start",
            ));
        }
        let by = program.must_finish_by.map(|by| shown(by.end())).unwrap_or_default();
        let scheduling = program.scheduling;
        let path = match scheduling.critical {
            CriticalRule::Float => "CT_TotFloat",
            CriticalRule::LongestPath => "CT_DrivPath",
        };
        let limit = hours(self.seconds(scheduling.critical_float));
        let finish = shown(self.schedule.finish.civil());
        let calendar = self.calendar_of(program.calendar.as_deref());
        let short = self.short_name();
        self.sheet.table(
            "PROJECT",
            "proj_id fy_start_month_num rsrc_self_add_flag allow_complete_flag rsrc_multi_assign_flag checkout_flag project_flag step_complete_flag cost_qty_recalc_flag batch_sum_flag name_sep_char def_complete_pct_type proj_short_name clndr_id task_code_base task_code_step priority_num wbs_max_sum_level strgy_priority_num critical_drtn_hr_cnt def_cost_per_qty last_recalc_date plan_start_date plan_end_date scd_end_date add_date def_duration_type task_code_prefix def_qty_type add_by_name def_rate_type add_act_remain_flag act_this_per_link_flag def_task_type act_pct_link_flag critical_path_type task_code_prefix_flag def_rollup_dates_flag use_project_baseline_flag rem_target_link_flag reset_planned_flag allow_neg_act_flag sum_assign_level export_flag",
        );
        self.sheet.row(&[
            PROJECT,
            "1",
            "Y",
            "Y",
            "Y",
            "N",
            "Y",
            "N",
            "N",
            "Y",
            ".",
            "CP_Drtn",
            &short,
            &calendar,
            "1000",
            "10",
            "10",
            "2",
            "500",
            &limit,
            "0",
            &data_date,
            &start,
            &by,
            &finish,
            &start,
            "DT_FixedDUR2",
            "A",
            "QT_Hour",
            "ADMIN",
            "COST_PER_QTY",
            "N",
            "Y",
            "TT_Task",
            "Y",
            path,
            "Y",
            "Y",
            "Y",
            "Y",
            "N",
            "N",
            "SL_Taskrsrc",
            "Y",
        ]);
        self.tell_program();
    }

    /// What a project of P6 does not say.
    fn tell_program(&mut self) {
        let program = &self.plan.program;
        let scheduling = program.scheduling;
        let mut told: Vec<(&str, &str, &str)> = Vec::new();
        if scheduling.honor_constraints {
            let help =
                "dates that must be kept exactly become mandatory ones, the others show as negative float";
            told.push(("honor_constraints", "in P6 links go before dates", help));
        }
        if scheduling.from == ScheduleFrom::Finish {
            told.push((
                "from",
                "P6 schedules from the start only",
                "the dates of the schedule are in the file",
            ));
        }
        if scheduling.float_rule == FloatRule::MicrosoftProject {
            told.push(("float_rule", "P6 has a way of its own to tell float", ""));
        }
        if scheduling.progress_rule == ProgressRule::AsRecorded {
            told.push((
                "progress_rule",
                "P6 lays what is left behind the data date",
                "retained logic is written",
            ));
        }
        if scheduling.clock == Clock::Zoned {
            told.push(("clock", "a file of P6 has no zones", "dates are those of the clock of the program"));
        }
        for (field, message, help) in told {
            self.faults.warning("not-kept", format!("program/scheduling/{field}"), message, help);
        }
        for (field, has) in [("owner", program.owner.is_some()), ("budget", program.budget.is_some())] {
            if has {
                let message = format!("`{field}` of the program is not kept");
                self.faults.push(Issue::info("not-kept", format!("program/{field}"), message));
            }
        }
    }

    fn options(&mut self) {
        let scheduling = self.plan.program.scheduling;
        let flag = |yes: bool| if yes { "Y" } else { "N" };
        let retained =
            matches!(scheduling.progress_rule, ProgressRule::RetainedLogic | ProgressRule::AsRecorded);
        let float = match scheduling.total_float {
            TotalFloat::Finish => "FT_FF",
            TotalFloat::Start => "FT_SS",
            TotalFloat::Smallest => "FT_Min",
        };
        let lag = match scheduling.lag_calendar {
            LagCalendar::Successor => "rcal_Successor",
            LagCalendar::Predecessor => "rcal_Predecessor",
            LagCalendar::Program => "rcal_ProjDefault",
            LagCalendar::Always => "rcal_24Hour",
        };
        self.sheet.table(
            "SCHEDOPTIONS",
            "schedoptions_id proj_id sched_outer_depend_type sched_open_critical_flag sched_lag_early_start_flag sched_retained_logic sched_setplantoforecast sched_float_type sched_calendar_on_relationship_lag sched_use_expect_end_flag sched_progress_override level_float_thrs_cnt level_outer_assign_flag level_outer_assign_priority level_over_alloc_pct level_within_float_flag level_keep_sched_date_flag level_all_rsrc_flag sched_use_project_end_date_for_float enable_multiple_longest_path_calc limit_multiple_longest_path_calc max_multiple_longest_path use_total_float_multiple_longest_paths key_activity_for_multiple_longest_paths LevelPriorityList",
        );
        self.sheet.row(&[
            "1",
            PROJECT,
            "SD_Both",
            flag(scheduling.multiple_critical_paths),
            flag(scheduling.lag_from_early_start),
            flag(retained),
            "N",
            float,
            lag,
            flag(scheduling.use_expected_finish),
            flag(scheduling.progress_rule == ProgressRule::ProgressOverride),
            "0",
            "N",
            "5",
            "25",
            "N",
            "Y",
            "Y",
            "Y",
            "N",
            "Y",
            "10",
            "Y",
            "",
            "priority_type,ASC",
        ]);
    }

    /// Lists of the plan that no file of P6 has.
    fn rest(&mut self) {
        let plan = self.plan;
        let lists = [
            ("campaigns", plan.campaigns.len()),
            ("objectives", plan.objectives.len()),
            ("baselines", plan.baselines.len()),
        ];
        for (name, count) in lists.into_iter().filter(|(_, count)| *count > 0) {
            let message = format!("`{name}` are not kept, {count} of them");
            self.faults.push(Issue::info("not-kept", name, message));
        }
    }

    /// Tells a field of some tasks or resources that is not kept.
    fn not_kept(&mut self, list: &str, field: &str, ids: &[&str]) {
        let Some(first) = ids.first() else { return };
        let times = if ids.len() == 1 { String::new() } else { format!(", {} times", ids.len()) };
        let message = format!("`{field}` is not kept{times}");
        self.faults.push(Issue::info("not-kept", format!("{list}/{first}/{field}"), message));
    }
}

/// The dates of a row as the file has them: early start and finish, late start and finish.
fn row_dates(schedule: &Schedule, id: &str) -> Option<[String; 4]> {
    let row = schedule.task(id)?;
    Some(dates([row.early_start, row.early_finish, row.late_start, row.late_finish]))
}

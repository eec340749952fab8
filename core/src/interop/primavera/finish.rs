//! From the tables of a file to its plans.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::limits::MAX_PROJECTS;
use super::table::{Row, Table, Tables};
use super::{P6File, P6Project, calendar, resource, task};
use crate::calendar::Calendar;
use crate::plan::validate::Faults;
use crate::plan::{CriticalRule, LagCalendar, Plan, Program, ProgressRule, TotalFloat};
use crate::quantity::{Duration, WorkUnits};
use crate::{CalendarId, Issue, Severity};

/// What all parts of a project share.
pub(super) struct Project<'f> {
    /// Its number in the file.
    pub(super) number: String,
    pub(super) plan: Plan,
    pub(super) units: WorkUnits,
    pub(super) faults: &'f mut Faults,
}

/// Makes the plans.
pub(super) fn finish(tables: &Tables<'_>, mut faults: Faults) -> Result<P6File, Issue> {
    let none = Table::default();
    let projects = tables.get("PROJECT", &none);
    if projects.len() == 0 {
        return Err(Issue::error("no-project", "PROJECT", "the file holds no project"));
    }
    if projects.len() > MAX_PROJECTS {
        let message = format!("the file has {} projects, more than {MAX_PROJECTS}", projects.len());
        return Err(Issue::error("too-large", "PROJECT", message));
    }
    let calendars = calendars(tables, &mut faults);
    let mut kept = Vec::with_capacity(projects.len());
    for row in projects.rows() {
        let number = row.text("proj_id").unwrap_or_default().to_owned();
        let id = row.words("proj_short_name").unwrap_or_else(|| number.clone());
        let plan = Plan::new(program(&row, &id, tables, &calendars, &mut faults));
        let units = plan.program.work_units();
        let mut project = Project { number, plan, units, faults: &mut faults };
        project.plan.calendars = calendars.iter().map(|known| known.calendar.clone()).collect();
        let resources = resource::resources(tables, &mut project);
        let (stored, tasks) = task::tasks(tables, &id, &mut project);
        task::links(tables, &tasks, &mut project);
        resource::assignments(tables, &tasks, &resources, &mut project);
        task::expenses(tables, &tasks, &mut project);
        task::resource_dependent(&tasks, &mut project);
        kept.push(P6Project { id, plan: project.plan, stored });
    }
    tell_unread(tables, &mut faults);
    Ok(P6File { projects: kept, issues: faults.finish(None) })
}

/// A calendar with what only P6 says about it.
pub(super) struct Known {
    pub(super) calendar: Calendar,
    hours: [Option<f64>; 3],
    is_default: bool,
}

fn calendars(tables: &Tables<'_>, faults: &mut Faults) -> Vec<Known> {
    let none = Table::default();
    let mut list: Vec<Known> = Vec::new();
    let table = tables.get("CALENDAR", &none);
    let ids: BTreeSet<String> =
        table.rows().filter_map(|row| Some(row.text("clndr_id")?.to_owned())).collect();
    let mut seen = BTreeSet::new();
    for row in table.rows() {
        let Some(id) = row.text("clndr_id") else { continue };
        let at = format!("CALENDAR/{id}");
        if !seen.insert(id) {
            faults.warning(
                "duplicate-calendar",
                at,
                format!("two calendars have the id `{id}`"),
                "the first is kept",
            );
            continue;
        }
        let mut calendar = Calendar::new(id);
        // Without a name of its own it is written with its id.
        calendar.name = row.words("clndr_name").filter(|name| name != id);
        match row.text("base_clndr_id").filter(|base| *base != id) {
            Some(base) if ids.contains(base) => calendar.base = Some(CalendarId::from(base)),
            Some(base) => {
                let message = format!("base calendar `{base}` is not in the file");
                faults.warning("unknown-calendar", at.as_str(), message, "it inherits nothing");
            }
            None => {}
        }
        calendar::read(row.text("clndr_data").unwrap_or_default(), &at, &mut calendar, faults);
        let hours =
            ["day_hr_cnt", "week_hr_cnt", "month_hr_cnt"].map(|column| row.number(column, &at, faults));
        list.push(Known { calendar, hours, is_default: row.is("default_flag") });
    }
    list
}

fn program(
    row: &Row<'_>,
    id: &str,
    tables: &Tables<'_>,
    calendars: &[Known],
    faults: &mut Faults,
) -> Program {
    let at = format!("PROJECT/{id}");
    let number = row.text("proj_id").unwrap_or_default();
    let none = Table::default();
    let wbs = tables.get("PROJWBS", &none);
    // The name of a project is that of the root of its WBS.
    let is_root =
        |row: &Row<'_>| row.text("proj_id").unwrap_or_default() == number && row.is("proj_node_flag");
    let name = row.words("project_name").or_else(|| wbs.rows().find(is_root)?.words("wbs_name"));
    let planned = row.when("plan_start_date", &at, faults);
    let data_date = row.when("last_recalc_date", &at, faults);
    let start = planned.or_else(|| row.when("scd_start_date", &at, faults)).or(data_date);
    let Some(start) = start else {
        let help = "it is taken to start on 1970-01-01";
        faults.warning("no-start", at, format!("project `{id}` has no start"), help);
        return Program::new(name.unwrap_or_else(|| id.to_owned()), chrono::NaiveDate::default());
    };
    let mut program = Program::new(name.unwrap_or_else(|| id.to_owned()), start);
    program.status_date = data_date;
    program.must_finish_by = row.when("plan_end_date", &at, faults);
    if let Some(by) = program.must_finish_by.filter(|by| by.start() <= start.start()) {
        let message = format!("the project must finish by `{by}`, before it starts on `{start}`");
        faults.warning("finish-before-start", format!("{at}/plan_end_date"), message, "it is not kept");
        program.must_finish_by = None;
    }
    let chosen = row.text("clndr_id");
    let found = chosen.and_then(|id| calendars.iter().find(|known| known.calendar.id.as_str() == id));
    if let (Some(id), None) = (chosen, found) {
        let message = format!("calendar `{id}` is not in the file");
        faults.warning("unknown-calendar", format!("{at}/clndr_id"), message, "the default calendar is used");
    }
    let found = found.or_else(|| calendars.iter().find(|known| known.is_default));
    program.calendar = found.map(|known| known.calendar.id.clone());
    if let Some([day, week, month]) = found.map(|known| known.hours) {
        let within =
            |hours: Option<f64>, most: f64| hours.filter(|hours| (1.0 / 3600.0..=most).contains(hours));
        program.hours_per_day = within(day, 24.0).unwrap_or(8.0);
        program.hours_per_week = within(week, 168.0).unwrap_or(40.0);
        let days = month.map(|month| month / program.hours_per_day);
        program.days_per_month = within(days, 31.0).unwrap_or(20.0);
    }
    let is_code = |code: &String| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    program.currency = tables.currency.clone().filter(is_code);
    options(row, &at, tables, &mut program, faults);
    program
}

/// Scheduling options; where the file has none, as P6 comes.
fn options(row: &Row<'_>, at: &str, tables: &Tables<'_>, program: &mut Program, faults: &mut Faults) {
    let number = row.text("proj_id").unwrap_or_default();
    let units = program.work_units();
    let scheduling = &mut program.scheduling;
    scheduling.honor_constraints = false;
    scheduling.lag_calendar = LagCalendar::Predecessor;
    scheduling.progress_rule = ProgressRule::RetainedLogic;
    scheduling.total_float = TotalFloat::Finish;
    if row.text("critical_path_type") == Some("CT_DrivPath") {
        scheduling.critical = CriticalRule::LongestPath;
    }
    let limit = row.hours("critical_drtn_hr_cnt", at, faults).unwrap_or(0);
    scheduling.critical_float = super::value::working(limit, units);
    let none = Table::default();
    let table = tables.get("SCHEDOPTIONS", &none);
    let Some(chosen) = table.rows().find(|options| options.text("proj_id").unwrap_or_default() == number)
    else {
        return;
    };
    let at = format!("SCHEDOPTIONS/{number}");
    let given = |column: &str| chosen.text(column).map(|_| chosen.is(column));
    scheduling.progress_rule = match (given("sched_retained_logic"), given("sched_progress_override")) {
        (_, Some(true)) => ProgressRule::ProgressOverride,
        (Some(false), Some(false)) => ProgressRule::ActualDates,
        _ => ProgressRule::RetainedLogic,
    };
    scheduling.lag_from_early_start = chosen.is("sched_lag_early_start_flag");
    scheduling.multiple_critical_paths = chosen.is("sched_open_critical_flag");
    scheduling.use_expected_finish = chosen.is("sched_use_expect_end_flag");
    let mut unknown = |column: &str, value: &str| {
        let message = format!("`{}` is no choice of it that is known", crate::plan::validate::show(value));
        faults.warning("unknown-option", format!("{at}/{column}"), message, "P6's default is taken");
    };
    match chosen.text("sched_float_type") {
        None | Some("FT_FF") => {}
        Some("FT_SS" | "FT_SF") => scheduling.total_float = TotalFloat::Start,
        Some("FT_Min" | "FT_MIN") => scheduling.total_float = TotalFloat::Smallest,
        Some(other) => unknown("sched_float_type", other),
    }
    match chosen.text("sched_calendar_on_relationship_lag") {
        None | Some("rcal_Predecessor") => {}
        Some("rcal_Successor") => scheduling.lag_calendar = LagCalendar::Successor,
        Some("rcal_24Hour") => scheduling.lag_calendar = LagCalendar::Always,
        Some("rcal_ProjDefault") => scheduling.lag_calendar = LagCalendar::Program,
        Some(other) => unknown("sched_calendar_on_relationship_lag", other),
    }
}

/// Tells the columns and tables that no plan holds.
fn tell_unread(tables: &Tables<'_>, faults: &mut Faults) {
    for table in &tables.list {
        let name: &str = &table.name;
        if is_read(name) {
            for (column, count) in table.unread(is_noise) {
                let times = if count == 1 { String::new() } else { format!(", {count} times") };
                let message = format!("`{column}` of {name} is not kept{times}");
                let mut issue = Issue::info("not-kept", format!("{name}/{column}"), message);
                if matters(&column) {
                    issue.severity = Severity::Warning;
                }
                faults.push(issue);
            }
        } else if table.len() > 0 && !is_of_p6(name) {
            let rows = if table.len() == 1 { "1 row".to_owned() } else { format!("{} rows", table.len()) };
            let shown = crate::plan::validate::show(name).into_owned();
            faults.push(Issue::info(
                "not-kept",
                shown.as_str(),
                format!("table `{shown}` is not kept, {rows}"),
            ));
        }
    }
}

fn is_read(table: &str) -> bool {
    const READ: [&str; 12] = [
        "PROJECT",
        "CALENDAR",
        "SCHEDOPTIONS",
        "PROJWBS",
        "TASK",
        "TASKPRED",
        "TASKRSRC",
        "RSRC",
        "RSRCRATE",
        "ROLES",
        "ROLERATE",
        "PROJCOST",
    ];
    READ.contains(&table)
}

/// Tables of P6 that are about P6 itself.
fn is_of_p6(table: &str) -> bool {
    matches!(
        table,
        "CURRTYPE" | "OBS" | "FINTMPL" | "UMEASURE" | "COSTTYPE" | "SHIFT" | "SHIFTPER" | "RSRCLEVELLIST"
    )
}

/// Columns that change dates or cost.
fn matters(column: &str) -> bool {
    matches!(
        column,
        "external_early_start_date"
            | "external_late_end_date"
            | "suspend_date"
            | "curv_id"
            | "ot_factor"
            | "act_ot_qty"
    )
}

/// Columns that P6 computes, or that say how it shows or keeps a project.
fn is_noise(column: &str) -> bool {
    const NAMES: &[&str] = &[
        "guid",
        "tmpl_guid",
        "obs_id",
        "seq_num",
        "est_wt",
        "location_id",
        "last_checksum",
        "float_path",
        "float_path_order",
        "driving_path_flag",
        "aref",
        "arls",
        "strgy_priority_num",
        "priority_num",
        "name_sep_char",
        "acct_id",
        "orig_proj_id",
        "source_proj_id",
        "base_type_id",
        "sum_base_proj_id",
        "task_code_base",
        "task_code_step",
        "wbs_max_sum_level",
        "fy_start_month_num",
        "fintmpl_id",
        "checkout_flag",
        "project_flag",
        "add_date",
        "scd_end_date",
        "fcst_start_date",
        "task_code_prefix",
        "sum_assign_level",
        "loaded_scope_level",
        "def_cost_per_qty",
        "def_complete_pct_type",
        "def_duration_type",
        "def_qty_type",
        "def_rate_type",
        "def_task_type",
        "critical_path_type",
        "status_code",
        "sum_data_flag",
        "proj_node_flag",
        "plan_open_state",
        "ev_compute_type",
        "ev_etc_compute_type",
        "ev_user_pct",
        "ev_etc_user_value",
        "orig_cost",
        "indep_remain_total_cost",
        "indep_remain_work_qty",
        "anticip_start_date",
        "anticip_end_date",
        "clndr_type",
        "year_hr_cnt",
        "last_chng_date",
        "rsrc_private",
        "rsrc_seq_num",
        "cost_qty_type",
        "def_qty_per_hr",
        "curr_id",
        "unit_id",
        "user_id",
        "pobs_id",
        "shift_id",
        "shift_period_id",
        "active_flag",
        "load_tasks_flag",
        "level_flag",
        "rsrc_rate_id",
        "role_rate_id",
        "task_pred_id",
        "taskrsrc_id",
        "schedoptions_id",
        "cost_item_id",
        "cost_per_qty_source_type",
        "rate_type",
        "rollup_dates_flag",
        "has_rsrchours",
        "taskrsrc_sum_id",
        "target_cost",
        "remain_cost",
        "act_reg_cost",
        "act_cost",
        "cost_per_qty",
        "remain_qty_per_hr",
        "rsrc_type",
        "act_work_qty",
        "remain_work_qty",
        "target_work_qty",
        "target_equip_qty",
        "act_equip_qty",
        "remain_equip_qty",
        "relag_drtn_hr_cnt",
        "skill_level",
        "LevelPriorityList",
        "max_multiple_longest_path",
        "cost_qty_link_flag",
        "proj_url",
        "web_local_root_path",
        "checkout_user_id",
        "checkout_date",
        "task_id",
        "rsrc_id",
        "role_id",
        "pred_proj_id",
        "proj_id",
        "wbs_id",
        "role_short_name",
        "auto_compute_act_flag",
        "export_flag",
        "complete_pct_type",
        "target_qty_per_hr",
        "role_name",
    ];
    const BEGINNINGS: &[&str] = &[
        "early_",
        "late_",
        "rem_late_",
        "target_start_",
        "target_end_",
        "restart_",
        "reend_",
        "act_this_",
        "create_",
        "update_",
        "add_by_",
        "last_",
        "level_",
        "def_",
        "sched_outer_",
        "sched_setplan",
        "sched_use_project_",
        "key_activity_",
        "use_total_float_",
        "limit_multiple_",
        "new_fin_",
        "baseline",
        "next_data",
        "sum_refresh",
        "trsrcsum",
        "sumtask",
        "apply_actuals",
        "cr_external",
        "close_period",
        "dscnt_",
        "ann_dscnt",
        "act_start_date",
        "act_end_date",
    ];
    let flags = column.ends_with("_flag") || column.ends_with("_loaded");
    flags || NAMES.contains(&column) || BEGINNINGS.iter().any(|start| column.starts_with(start))
}

/// Whether ids are all different, as a map from the text of each to how often it is there.
pub(super) fn count<'t>(names: impl Iterator<Item = &'t str>) -> FxHashMap<&'t str, usize> {
    let mut found = FxHashMap::default();
    names.for_each(|name| *found.entry(name).or_insert(0) += 1);
    found
}

/// Keeps durations of a plan in what it calls days.
pub(super) fn working(seconds: i64, project: &Project<'_>) -> Duration {
    super::value::working(seconds, project.units)
}

/// A plan's numbers of tasks in the file, and their ids.
pub(super) type TaskIds = BTreeMap<String, task::Placed>;

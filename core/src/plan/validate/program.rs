//! Faults of the program, its campaigns, KPIs and baselines.

use rustc_hash::FxHashSet;

use super::faults::{Faults, show};
use super::{Context, check_id, check_range, check_weight, ends_before, is_reversed};
use crate::plan::index::PlanIndex;
use crate::plan::{Baseline, Campaign, FORMAT, Program, ProgressRule, ScheduleFrom};
use crate::quantity::Money;

pub(super) fn check(context: &Context<'_>, faults: &mut Faults) {
    let plan = context.plan;
    if plan.format != FORMAT {
        faults.error(
            "unsupported-format",
            "format",
            format!("format `{}` is not known", show(&plan.format)),
            &format!("this version reads `{FORMAT}`"),
        );
    }
    check_program(context, &plan.program, faults);
    check_campaigns(context, faults);
    check_unused_kpis(context, faults);
    let mut seen = FxHashSet::default();
    for baseline in &plan.baselines {
        check_id("baselines", &baseline.id, faults);
        if !seen.insert(baseline.id.as_str()) {
            let id = show(&baseline.id);
            super::duplicate_id(format!("baselines/{id}"), &id, faults);
        }
        check_baseline(context.index, baseline, faults);
    }
}

fn check_program(context: &Context<'_>, program: &Program, faults: &mut Faults) {
    context.check_calendar(program.calendar.as_deref(), || "program/calendar".into(), faults);
    if let Some(finish) = program.finish.filter(|&finish| is_reversed(program.start, finish)) {
        faults.error(
            "finish-before-start",
            "program/finish",
            format!("the program finishes on `{finish}`, not after its start on `{}`", program.start),
            "write a later finish or an earlier start",
        );
    }
    if program.scheduling.from == ScheduleFrom::Finish && program.finish.is_none() {
        faults.error(
            "no-finish",
            "program/finish",
            "the plan is scheduled from its finish, but has none",
            "write `finish`, or schedule from the start",
        );
    }
    if let Some(by) = program.must_finish_by {
        if is_reversed(program.start, by) {
            faults.error(
                "finish-before-start",
                "program/must_finish_by",
                format!("all must be finished by `{by}`, not after the start on `{}`", program.start),
                "write a later date",
            );
        }
        if program.scheduling.from == ScheduleFrom::Finish {
            let message = "a plan scheduled from its finish has its late dates from there";
            faults.warning("unused-finish", "program/must_finish_by", message, "remove it");
        }
    }
    if program.scheduling.progress_rule != ProgressRule::AsRecorded && program.status_date.is_none() {
        let message = "the rule of progress asks for a status date";
        let help = "write `status_date`; without it nothing has to lie after anything";
        faults.warning("no-status-date", "program/status_date", message, help);
    }
    let lengths = [
        ("hours_per_day", program.hours_per_day, 24.0),
        ("hours_per_week", program.hours_per_week, 168.0),
        ("days_per_month", program.days_per_month, 31.0),
    ];
    for (field, value, most) in lengths {
        // Below a second a day would have no length at all.
        if !(1.0 / 3600.0..=most).contains(&value) {
            faults.error(
                "number-out-of-range",
                format!("program/{field}"),
                format!("{value} is not above 0 and at most {most}"),
                "",
            );
        }
    }
    let is_code = |code: &str| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if let Some(currency) = program.currency.as_deref().filter(|code| !is_code(code)) {
        faults.error(
            "invalid-currency",
            "program/currency",
            format!("`{}` is not a currency code", show(currency)),
            "write three capital letters such as `EUR`",
        );
    }
    check_amount(program.budget, || "program/budget".into(), faults);
    if program.scheduling.critical_float.is_elapsed() {
        faults.error(
            "elapsed-float",
            "program/scheduling/critical_float",
            "float is working time",
            "write it without the `e`",
        );
    }
}

/// An amount that cannot be below zero.
pub(super) fn check_amount(amount: Option<Money>, place: impl Fn() -> String, faults: &mut Faults) {
    if let Some(amount) = amount.filter(|&amount| amount < Money::ZERO) {
        faults.error("negative-amount", place(), format!("amount {amount} is below 0"), "");
    }
}

fn check_campaigns(context: &Context<'_>, faults: &mut Faults) {
    let plan = context.plan;
    let used: FxHashSet<&str> = if plan.campaigns.is_empty() {
        FxHashSet::default()
    } else {
        plan.tasks.iter().filter_map(|task| task.campaign.as_deref()).collect()
    };
    for campaign in &plan.campaigns {
        check_campaign(context, campaign, faults);
        if !used.contains(campaign.id.as_str()) {
            faults.warning(
                "campaign-without-tasks",
                format!("campaigns/{}", show(&campaign.id)),
                format!("no task belongs to campaign `{}`", show(&campaign.id)),
                "give a task or its summary this campaign",
            );
        }
    }
}

fn check_campaign(context: &Context<'_>, campaign: &Campaign, faults: &mut Faults) {
    let place = |field: &str| format!("campaigns/{}{field}", show(&campaign.id));
    check_id("campaigns", &campaign.id, faults);
    check_weight(campaign.weight, || place("/weight"), faults);
    if let Some(window) = campaign.window {
        check_range(window.from, window.to, || place("/window"), faults);
    }
    check_amount(campaign.budget, || place("/budget"), faults);
    context.check_kpis(&campaign.kpis, || place(""), faults);
}

/// KPIs that no work serves.
fn check_unused_kpis(context: &Context<'_>, faults: &mut Faults) {
    let plan = context.plan;
    if context.kpis.is_empty() || (plan.campaigns.is_empty() && plan.tasks.is_empty()) {
        return;
    }
    let links = plan.campaigns.iter().flat_map(|campaign| &campaign.kpis);
    let used: FxHashSet<&str> =
        links.chain(plan.tasks.iter().flat_map(|task| &task.kpis)).map(|link| link.kpi.as_str()).collect();
    for objective in &plan.objectives {
        for kpi in objective.kpis.iter().filter(|kpi| !used.contains(kpi.id.as_str())) {
            faults.warning(
                "kpi-without-campaign",
                format!("objectives/{}/kpis/{}", show(&objective.id), show(&kpi.id)),
                format!("no campaign or task serves KPI `{}`", show(&kpi.id)),
                "link it from a campaign's `kpis`",
            );
        }
    }
}

fn check_baseline(index: &PlanIndex<'_>, baseline: &Baseline, faults: &mut Faults) {
    let mut seen = FxHashSet::default();
    for row in &baseline.tasks {
        let place = || format!("baselines/{}/tasks/{}", show(&baseline.id), show(&row.task));
        let found = index.tasks.binary_search_by(|&position| {
            index.plan.tasks[position as usize].id.as_str().cmp(row.task.as_str())
        });
        if found.is_err() {
            let message = format!("task `{}` does not exist", show(&row.task));
            faults.error("unknown-task", place(), message, "");
        }
        if !seen.insert(row.task.as_str()) {
            faults.error(
                "duplicate-baseline-task",
                place(),
                "this task is in the baseline more than once",
                "keep one",
            );
        }
        for (field, length) in [("duration", row.duration), ("work", row.work)] {
            if length.is_some_and(crate::quantity::Duration::is_negative) {
                let message = format!("the {field} of a baseline is below zero");
                faults.error("negative-duration", place() + "/" + field, message, "write it without a sign");
            }
        }
        if ends_before(row.finish, row.start) {
            faults.error(
                "finish-before-start",
                place(),
                format!("finish `{}` is before start `{}`", row.finish, row.start),
                "",
            );
        }
    }
}

//! Which tables there are: their records, and their columns by the names of the records' fields.

use std::sync::Arc;

use paceline::cost::{BudgetStatus, Cost, CostReport};
use paceline::measure::{KpiScore, Scorecard};
use paceline::quantity::{Money, Stamp};
use paceline::schedule::{Cause, DayLoad, LevelReport, LoadReport, Overload, ResourceLoad, Schedule};
use pyo3::prelude::*;
use serde::Serialize;

use super::columns::Columns;
use crate::convert::write;
use crate::report;

/// The list that a table shows, with the report it belongs to.
pub(crate) enum Rows {
    Tasks(Arc<Schedule>),
    Moves(Arc<LevelReport>),
    Late(Arc<LevelReport>),
    Remaining(Arc<LevelReport>),
    LoadResources(Arc<LoadReport>),
    LoadDays(Arc<LoadReport>),
    LoadOverloads(Arc<LoadReport>),
    CostCampaigns(Arc<CostReport>),
    CostTasks(Arc<CostReport>),
    CostResources(Arc<CostReport>),
    Objectives(Arc<Scorecard>),
    Kpis(Arc<Scorecard>),
    Sensitivity(Arc<Scorecard>),
}

/// A day of a resource: a day of its load, with its id.
#[derive(Serialize)]
struct ResourceDay<'a> {
    resource: &'a str,
    #[serde(flatten)]
    day: &'a DayLoad,
}

/// A KPI with the id of its objective.
#[derive(Serialize)]
struct ObjectiveKpi<'a> {
    objective: &'a str,
    #[serde(flatten)]
    kpi: &'a KpiScore,
}

impl Rows {
    /// Name of the class of its records.
    pub(super) fn record(&self) -> &'static str {
        match self {
            Self::Tasks(_) => "TaskSchedule",
            Self::Moves(_) => "Move",
            Self::Late(_) => "LateTask",
            Self::Remaining(_) => "RemainingOverload",
            Self::LoadResources(_) => "ResourceLoad",
            Self::LoadDays(_) => "ResourceDay",
            Self::LoadOverloads(_) => "Overload",
            Self::CostCampaigns(_) => "CampaignCost",
            Self::CostTasks(_) => "TaskCost",
            Self::CostResources(_) => "ResourceCost",
            Self::Objectives(_) => "ObjectiveScore",
            Self::Kpis(_) => "ObjectiveKpi",
            Self::Sensitivity(_) => "Lift",
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Tasks(owner) => owner.tasks.len(),
            Self::Moves(owner) => owner.moves.len(),
            Self::Late(owner) => owner.late.len(),
            Self::Remaining(owner) => owner.remaining.len(),
            Self::LoadResources(owner) => owner.resources.len(),
            Self::LoadDays(owner) => owner.resources.iter().map(|load| load.days.len()).sum(),
            Self::LoadOverloads(owner) => owner.resources.iter().map(|load| load.overloads.len()).sum(),
            Self::CostCampaigns(owner) => owner.campaigns.len(),
            Self::CostTasks(owner) => owner.tasks.len(),
            Self::CostResources(owner) => owner.resources.len(),
            Self::Objectives(owner) => owner.objectives.len(),
            Self::Kpis(owner) => owner.objectives.iter().map(|objective| objective.kpis.len()).sum(),
            Self::Sensitivity(owner) => owner.sensitivity.len(),
        }
    }

    /// The report it belongs to, and the name of its attribute there.
    pub(super) fn owner<'py>(&self, py: Python<'py>) -> PyResult<(Bound<'py, PyAny>, &'static str)> {
        let schedule = |owner: &Arc<Schedule>| Ok(Bound::new(py, report::Schedule::from(owner))?.into_any());
        let level =
            |owner: &Arc<LevelReport>| Ok(Bound::new(py, report::LevelReport::from(owner))?.into_any());
        let load = |owner: &Arc<LoadReport>| Ok(Bound::new(py, report::LoadReport::from(owner))?.into_any());
        let cost = |owner: &Arc<CostReport>| Ok(Bound::new(py, report::CostReport::from(owner))?.into_any());
        let card = |owner: &Arc<Scorecard>| Ok(Bound::new(py, report::Scorecard::from(owner))?.into_any());
        let (owner, name): (PyResult<_>, _) = match self {
            Self::Tasks(owner) => (schedule(owner), "tasks"),
            Self::Moves(owner) => (level(owner), "moves"),
            Self::Late(owner) => (level(owner), "late"),
            Self::Remaining(owner) => (level(owner), "remaining"),
            Self::LoadResources(owner) => (load(owner), "resources"),
            Self::LoadDays(owner) => (load(owner), "days"),
            Self::LoadOverloads(owner) => (load(owner), "overloads"),
            Self::CostCampaigns(owner) => (cost(owner), "campaigns"),
            Self::CostTasks(owner) => (cost(owner), "tasks"),
            Self::CostResources(owner) => (cost(owner), "resources"),
            Self::Objectives(owner) => (card(owner), "objectives"),
            Self::Kpis(owner) => (card(owner), "kpis"),
            Self::Sensitivity(owner) => (card(owner), "sensitivity"),
        };
        Ok((owner?, name))
    }

    /// The records from one position to another, as a JSON list.
    pub(super) fn json(&self, from: usize, to: usize) -> PyResult<String> {
        match self {
            Self::Tasks(owner) => write(&owner.tasks[from..to]),
            Self::Moves(owner) => write(&owner.moves[from..to]),
            Self::Late(owner) => write(&owner.late[from..to]),
            Self::Remaining(owner) => write(&owner.remaining[from..to]),
            Self::LoadResources(owner) => write(&owner.resources[from..to]),
            Self::LoadDays(owner) => {
                let days = days(owner).skip(from).take(to - from);
                write(&days.map(|(resource, day)| ResourceDay { resource, day }).collect::<Vec<_>>())
            }
            Self::LoadOverloads(owner) => {
                write(&overloads(owner).skip(from).take(to - from).collect::<Vec<_>>())
            }
            Self::CostCampaigns(owner) => write(&owner.campaigns[from..to]),
            Self::CostTasks(owner) => write(&owner.tasks[from..to]),
            Self::CostResources(owner) => write(&owner.resources[from..to]),
            Self::Objectives(owner) => write(&owner.objectives[from..to]),
            Self::Kpis(owner) => {
                let kpis = kpis(owner).skip(from).take(to - from);
                write(&kpis.map(|(objective, kpi)| ObjectiveKpi { objective, kpi }).collect::<Vec<_>>())
            }
            Self::Sensitivity(owner) => write(&owner.sensitivity[from..to]),
        }
    }

    /// The columns.
    pub(super) fn columns(&self) -> Columns {
        match self {
            Self::Tasks(owner) => tasks(owner),
            Self::Moves(owner) => moves(owner),
            Self::Late(owner) => late(owner),
            Self::Remaining(owner) => remaining(owner),
            Self::LoadResources(owner) => load_resources(&owner.resources),
            Self::LoadDays(owner) => load_days(owner),
            Self::LoadOverloads(owner) => {
                let rows: Vec<&Overload> = overloads(owner).collect();
                load_overloads(Columns::of(rows.len()), "", &rows)
            }
            Self::CostCampaigns(owner) => cost_campaigns(owner),
            Self::CostTasks(owner) => cost_tasks(owner),
            Self::CostResources(owner) => cost_resources(owner),
            Self::Objectives(owner) => objectives(owner),
            Self::Kpis(owner) => kpi_columns(owner),
            Self::Sensitivity(owner) => sensitivity(owner),
        }
    }
}

fn days(report: &LoadReport) -> impl Iterator<Item = (&str, &DayLoad)> + Clone {
    report.resources.iter().flat_map(|load| load.days.iter().map(|day| (load.resource.as_str(), day)))
}

fn overloads(report: &LoadReport) -> impl Iterator<Item = &Overload> {
    report.resources.iter().flat_map(|load| &load.overloads)
}

fn kpis(card: &Scorecard) -> impl Iterator<Item = (&str, &KpiScore)> + Clone {
    card.objectives.iter().flat_map(|objective| objective.kpis.iter().map(|kpi| (objective.id.as_str(), kpi)))
}

/// The word that a value of an enumeration is in a document.
fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Whether dates have an offset: those of a schedule all do or none does.
fn zoned(stamp: Option<Stamp>) -> bool {
    stamp.is_some_and(|stamp| stamp.zoned_civil().is_some())
}

fn tasks(schedule: &Schedule) -> Columns {
    let (rows, zoned) = (&schedule.tasks, zoned(Some(schedule.start)));
    Columns::of(rows.len())
        .text("id", rows.iter().map(|row| row.id.as_str()))
        .text("kind", rows.iter().map(|row| word(&row.kind)))
        .stamp("start", zoned, rows.iter().map(|row| row.start))
        .stamp("finish", zoned, rows.iter().map(|row| row.finish))
        .stamp("early_start", zoned, rows.iter().map(|row| row.early_start))
        .stamp("early_finish", zoned, rows.iter().map(|row| row.early_finish))
        .stamp("late_start", zoned, rows.iter().map(|row| row.late_start))
        .stamp("late_finish", zoned, rows.iter().map(|row| row.late_finish))
        .whole("duration", rows.iter().map(|row| row.duration.as_seconds()))
        .whole("total_float", rows.iter().map(|row| row.total_float.as_seconds()))
        .whole("free_float", rows.iter().map(|row| row.free_float.as_seconds()))
        .flag("critical", rows.iter().map(|row| row.critical))
        .texts("drivers", rows.iter().map(|row| row.drivers.as_slice()))
        .whole("late_days", rows.iter().map(|row| row.late_days.into()))
        .some_stamp("stop", zoned, rows.iter().map(|row| row.stop))
        .some_stamp("resume", zoned, rows.iter().map(|row| row.resume))
}

fn moves(report: &LevelReport) -> Columns {
    let (rows, zoned) = (&report.moves, zoned(Some(report.schedule.start)));
    let kind = |cause: &Cause| match cause {
        Cause::Resource { .. } => "resource",
        Cause::Link { .. } => "link",
        Cause::MaxLag { .. } => "max_lag",
        Cause::Choice => "choice",
    };
    let resource = |cause: &Cause| match cause {
        Cause::Resource { resource, until, .. } => Some((resource.to_string(), *until)),
        _ => None,
    };
    let from = |cause: &Cause| match cause {
        Cause::Link { from } => Some(from.to_string()),
        _ => None,
    };
    Columns::of(rows.len())
        .text("task", rows.iter().map(|row| row.task.as_str()))
        .text("kind", rows.iter().map(|row| word(&row.kind)))
        .stamp("from", zoned, rows.iter().map(|row| row.from))
        .stamp("to", zoned, rows.iter().map(|row| row.to))
        .whole("delay", rows.iter().map(|row| row.delay.as_seconds()))
        .texts("chain", rows.iter().map(|row| row.chain.as_slice()))
        .text("cause_kind", rows.iter().map(|row| kind(&row.cause)))
        .some_text(
            "cause_resource",
            rows.iter().map(|row| resource(&row.cause).map(|(resource, _)| resource)),
        )
        .some_stamp("cause_until", zoned, rows.iter().map(|row| resource(&row.cause).map(|(_, until)| until)))
        .texts(
            "cause_held_by",
            rows.iter().map(|row| match &row.cause {
                Cause::Resource { held_by, .. } => held_by.as_slice(),
                _ => &[],
            }),
        )
        .some_text("cause_from", rows.iter().map(|row| from(&row.cause)))
        .some_text(
            "cause_to",
            rows.iter().map(|row| match &row.cause {
                Cause::MaxLag { to } => Some(to.to_string()),
                _ => None,
            }),
        )
}

fn late(report: &LevelReport) -> Columns {
    let (rows, zoned) = (&report.late, zoned(Some(report.schedule.start)));
    Columns::of(rows.len())
        .text("task", rows.iter().map(|row| row.task.as_str()))
        .stamp("deadline", zoned, rows.iter().map(|row| row.deadline))
        .stamp("finish", zoned, rows.iter().map(|row| row.finish))
        .whole("days", rows.iter().map(|row| row.days.into()))
        .number("weight", rows.iter().map(|row| row.weight))
        .number("weighted", rows.iter().map(|row| row.weighted))
        .whole("unavoidable_days", rows.iter().map(|row| row.unavoidable_days.into()))
        .texts("unavoidable_chain", rows.iter().map(|row| row.unavoidable_chain.as_slice()))
        .text("reason", rows.iter().map(|row| word(&row.reason)))
        .texts("chain", rows.iter().map(|row| row.chain.as_slice()))
}

fn remaining(report: &LevelReport) -> Columns {
    let rows = &report.remaining;
    let spans: Vec<&Overload> = rows.iter().map(|row| &row.overload).collect();
    load_overloads(Columns::of(rows.len()), "overload_", &spans)
        .text("reason", rows.iter().map(|row| row.reason.as_str()))
        .text("message", rows.iter().map(|row| row.message.as_str()))
}

fn load_resources(rows: &[ResourceLoad]) -> Columns {
    Columns::of(rows.len())
        .text("resource", rows.iter().map(|row| row.resource.as_str()))
        .whole("days", rows.iter().map(|row| row.days.len() as i64))
        .whole("overloads", rows.iter().map(|row| row.overloads.len() as i64))
        .whole("demand", rows.iter().map(|row| row.demand.as_seconds()))
        .whole("excess", rows.iter().map(|row| row.excess.as_seconds()))
}

fn load_days(report: &LoadReport) -> Columns {
    let rows = days(report);
    Columns::of(rows.clone().count())
        .text("resource", rows.clone().map(|(resource, _)| resource))
        .day("date", rows.clone().map(|(_, day)| day.date))
        .whole("demand", rows.clone().map(|(_, day)| day.demand.as_seconds()))
        .whole("capacity", rows.clone().map(|(_, day)| day.capacity.as_seconds()))
        .whole("excess", rows.map(|(_, day)| day.excess.as_seconds()))
}

fn load_overloads(columns: Columns, prefix: &str, rows: &[&Overload]) -> Columns {
    let zoned = zoned(rows.first().map(|row| row.from));
    let name = |field: &str| format!("{prefix}{field}");
    columns
        .text(&name("resource"), rows.iter().map(|row| row.resource.as_str()))
        .stamp(&name("from"), zoned, rows.iter().map(|row| row.from))
        .stamp(&name("to"), zoned, rows.iter().map(|row| row.to))
        .number(&name("peak"), rows.iter().map(|row| row.peak.to_decimal()))
        .whole(&name("excess"), rows.iter().map(|row| row.excess.as_seconds()))
        .texts(&name("tasks"), rows.iter().map(|row| row.tasks.as_slice()))
}

/// The columns of a cost by kind.
fn cost_columns<'a>(columns: Columns, rows: impl Iterator<Item = &'a Cost> + Clone) -> Columns {
    let amount = |of: fn(&Cost) -> Money| rows.clone().map(move |cost| of(cost).to_decimal());
    columns
        .number("cost_labor", amount(|cost| cost.labor))
        .number("cost_fixed", amount(|cost| cost.fixed))
        .number("cost_material", amount(|cost| cost.material))
        .number("cost_expense", amount(|cost| cost.expense))
        .number("cost_total", amount(|cost| cost.total))
}

fn cost_campaigns(report: &CostReport) -> Columns {
    let rows = &report.campaigns;
    let columns = Columns::of(rows.len()).text("campaign", rows.iter().map(|row| row.campaign.as_str()));
    let amount = |of: fn(&BudgetStatus) -> Money| {
        rows.iter().map(move |row| row.budget.as_ref().map(|budget| of(budget).to_decimal()))
    };
    cost_columns(columns, rows.iter().map(|row| &row.cost))
        .some_number("budget_budget", amount(|budget| budget.budget))
        .some_number("budget_variance", amount(|budget| budget.variance))
        .some_flag(
            "budget_overspent",
            rows.iter().map(|row| row.budget.as_ref().map(|budget| budget.overspent)),
        )
}

fn cost_tasks(report: &CostReport) -> Columns {
    let rows = &report.tasks;
    let columns = Columns::of(rows.len()).text("task", rows.iter().map(|row| row.task.as_str()));
    cost_columns(columns, rows.iter().map(|row| &row.cost))
}

fn cost_resources(report: &CostReport) -> Columns {
    let rows = &report.resources;
    Columns::of(rows.len())
        .text("resource", rows.iter().map(|row| row.resource.as_str()))
        .whole("work", rows.iter().map(|row| row.work.as_seconds()))
        .number("amount", rows.iter().map(|row| row.amount.to_decimal()))
}

fn objectives(card: &Scorecard) -> Columns {
    let rows = &card.objectives;
    Columns::of(rows.len())
        .text("id", rows.iter().map(|row| row.id.as_str()))
        .some_text("name", rows.iter().map(|row| row.name.as_deref()))
        .number("weight", rows.iter().map(|row| row.weight))
        .number("normalized_weight", rows.iter().map(|row| row.normalized_weight))
        .some_number("score", rows.iter().map(|row| row.score))
        .number("coverage", rows.iter().map(|row| row.coverage))
        .some_text("rag", rows.iter().map(|row| row.rag.map(|rag| word(&rag))))
        .some_flag("met", rows.iter().map(|row| row.met))
        .some_number("contribution", rows.iter().map(|row| row.contribution))
        .whole("kpis", rows.iter().map(|row| row.kpis.len() as i64))
}

fn kpi_columns(card: &Scorecard) -> Columns {
    let rows: Vec<(&str, &KpiScore)> = kpis(card).collect();
    let all = || rows.iter().map(|(_, kpi)| *kpi);
    let columns = Columns::of(rows.len())
        .text("objective", rows.iter().map(|(objective, _)| *objective))
        .text("id", all().map(|kpi| kpi.id.as_str()))
        .some_text("name", all().map(|kpi| kpi.name.as_deref()))
        .some_text("unit", all().map(|kpi| kpi.unit.as_deref()))
        .number("baseline", all().map(|kpi| kpi.baseline))
        .number("target", all().map(|kpi| kpi.target))
        .some_number("actual", all().map(|kpi| kpi.actual))
        .some_number("attainment", all().map(|kpi| kpi.attainment))
        .some_number("score", all().map(|kpi| kpi.score))
        .number("weight", all().map(|kpi| kpi.weight))
        .number("normalized_weight", all().map(|kpi| kpi.normalized_weight))
        .some_number("program_share", all().map(|kpi| kpi.program_share))
        .some_number("contribution", all().map(|kpi| kpi.contribution))
        .number("coverage", all().map(|kpi| kpi.coverage))
        .some_text("rag", all().map(|kpi| kpi.rag.map(|rag| word(&rag))))
        .some_day("measured_at", all().map(|kpi| kpi.measured_at.map(|when| when.date)))
        .some_whole("age_days", all().map(|kpi| kpi.age_days))
        .some_flag("stale", all().map(|kpi| kpi.stale));
    let cautions: Vec<Vec<&str>> =
        all().map(|kpi| kpi.cautions.iter().map(|issue| &*issue.code).collect()).collect();
    pacing(columns, &rows).texts("cautions", cautions.iter().map(Vec::as_slice))
}

fn pacing(columns: Columns, rows: &[(&str, &KpiScore)]) -> Columns {
    use paceline::measure::Pacing;
    let some =
        |of: fn(&Pacing) -> Option<f64>| rows.iter().map(move |(_, kpi)| kpi.pacing.as_ref().and_then(of));
    columns
        .some_number("pacing_elapsed_share", some(|pacing| Some(pacing.elapsed_share)))
        .some_number("pacing_expected_share", some(|pacing| Some(pacing.expected_share)))
        .some_number("pacing_expected_to_date", some(|pacing| Some(pacing.expected_to_date)))
        .some_number("pacing_gap_to_pace", some(|pacing| Some(pacing.gap_to_pace)))
        .some_number("pacing_pace_ratio", some(|pacing| pacing.pace_ratio))
        .some_number("pacing_linear_forecast", some(|pacing| pacing.linear_forecast))
        .some_number("pacing_seasonal_forecast", some(|pacing| pacing.seasonal_forecast))
        .some_number("pacing_required_run_rate", some(|pacing| pacing.required_run_rate))
        .some_number("pacing_required_per_weight", some(|pacing| pacing.required_per_weight))
        .some_number("pacing_required_uplift", some(|pacing| pacing.required_uplift))
}

fn sensitivity(card: &Scorecard) -> Columns {
    let rows = &card.sensitivity;
    Columns::of(rows.len())
        .text("kpi", rows.iter().map(|row| row.kpi.as_str()))
        .text("objective", rows.iter().map(|row| row.objective.as_str()))
        .some_number("program_score", rows.iter().map(|row| row.program_score))
        .some_number("lift", rows.iter().map(|row| row.lift))
}

//! Schedules, checks and scorecards as text.

use std::fmt::Write;

use paceline::measure::{KpiScore, Rag, Scorecard};
use paceline::plan::Plan;
use paceline::quantity::{Stamp, Work};
use paceline::schedule::{CheckReport, LoadReport, Schedule, TaskKind, TaskSchedule};

use crate::message::visible;

/// Columns that a name may take.
const NAME: usize = 40;

/// `180 tasks, 335 links, 28 resources, 7 calendars, 4 campaigns, 9 KPIs`.
pub(crate) fn sizes(plan: &Plan) -> String {
    let kpis = plan.objectives.iter().map(|objective| objective.kpis.len()).sum();
    let parts: Vec<String> = [
        (plan.tasks.len(), "task", "tasks"),
        (plan.dependencies.len(), "link", "links"),
        (plan.resources.len(), "resource", "resources"),
        (plan.calendars.len(), "calendar", "calendars"),
        (plan.campaigns.len(), "campaign", "campaigns"),
        (kpis, "KPI", "KPIs"),
    ]
    .into_iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| counted(number, one, many))
    .collect();
    parts.join(", ")
}

/// Dates of every task in the order of their start, the critical path, and who is overloaded.
pub(crate) fn schedule(plan: &Plan, schedule: &Schedule, load: &LoadReport) -> String {
    let mut text = format!(
        "{}: {} to {}, before leveling\n\n",
        visible(&plan.program.name),
        schedule.start.civil().format("%a %d %b %Y"),
        schedule.finish.civil().format("%a %d %b %Y")
    );
    let mut rows: Vec<&TaskSchedule> = schedule.tasks.iter().collect();
    rows.sort_by(|a, b| (a.start, a.finish, &a.id).cmp(&(b.start, b.finish, &b.id)));
    let widest = rows.iter().map(|row| row.id.chars().count()).max().unwrap_or(4).clamp(4, NAME);
    let _ = writeln!(text, "{:widest$}  {:16}  {:16}  {:>8}  remarks", "task", "start", "finish", "float d");
    for row in rows {
        let float = days(plan, row.total_float);
        let line = format!(
            "{:widest$}  {:16}  {:16}  {float:>8}  {}",
            short(&row.id, widest),
            moment(row.start),
            moment(row.finish),
            remarks(row)
        );
        let _ = writeln!(text, "{}", line.trim_end());
    }
    for path in &schedule.critical_paths {
        let names: Vec<String> = path.iter().map(|id| visible(id)).collect();
        let _ = writeln!(text, "\ncritical path: {}", names.join(" → "));
    }
    if load.overloaded == 0 {
        text.push_str("\nnobody is overloaded\n");
    } else {
        let who = if load.overloaded == 1 { "resource is" } else { "resources are" };
        let _ = writeln!(
            text,
            "\n{} {who} overloaded, {} excess person-days; `paceline level` resolves that",
            load.overloaded,
            days(plan, load.excess)
        );
    }
    text
}

fn remarks(row: &TaskSchedule) -> String {
    let mut remarks = Vec::new();
    match row.kind {
        TaskKind::Task => {}
        TaskKind::Milestone => remarks.push("milestone".to_owned()),
        TaskKind::Summary => remarks.push("summary".to_owned()),
    }
    if row.critical {
        remarks.push("critical".to_owned());
    }
    if row.late_days > 0 {
        remarks.push(format!("late by {}", counted(row.late_days as usize, "day", "days")));
    }
    remarks.join(", ")
}

/// What the checker found, in a line for each overload and one for the whole.
pub(crate) fn verdict(plan: &Plan, report: &CheckReport, name: &str) -> String {
    let mut text = String::new();
    for overload in &report.overloads {
        let tasks: Vec<String> = overload.tasks.iter().map(|id| visible(id)).collect();
        let _ = writeln!(
            text,
            "overload: {} {} – {}, {} excess person-days: {}",
            visible(&overload.resource),
            moment(overload.from),
            moment(overload.to),
            days(plan, overload.excess),
            tasks.join(", ")
        );
    }
    let rules = match report.violations.len() {
        0 => "keeps every rule of its plan".to_owned(),
        number => format!("breaks its plan in {}", counted(number, "place", "places")),
    };
    let load = match report.overloads.len() {
        0 => "nobody is overloaded".to_owned(),
        number => counted(number, "overload", "overloads"),
    };
    let _ = writeln!(text, "{name}: the schedule {rules}; {load}");
    text
}

/// The scorecard: program, objectives and KPIs, pacing, the best lever, cautions.
pub(crate) fn scorecard(program: &str, card: &Scorecard) -> String {
    let mut text = format!("{}: scorecard", visible(program));
    if let Some(as_of) = card.as_of {
        let _ = write!(text, " as of {as_of}");
    }
    let _ = writeln!(
        text,
        "\n\n{:NAME$}{:>10}{:>10}{:>10}{:>11}{:>8}{:>8}  rating",
        "", "baseline", "target", "actual", "attained", "score", "weight"
    );
    let all = &card.program;
    let _ = writeln!(text, "{}", total("Program", all.score, None, all.rag, all.coverage));
    for objective in &card.objectives {
        let name = objective.name.as_deref().unwrap_or(&objective.id);
        let weight = Some(objective.normalized_weight);
        let _ =
            writeln!(text, "\n{}", total(name, objective.score, weight, objective.rag, objective.coverage));
        for kpi in &objective.kpis {
            let _ = writeln!(text, "{}", kpi_row(kpi));
        }
    }
    let kpis = || card.objectives.iter().flat_map(|objective| &objective.kpis);
    notes(&mut text, "pacing", kpis().filter_map(pacing));
    notes(&mut text, "the best lever", lever(card).into_iter());
    let cautions = card.cautions.iter().chain(kpis().flat_map(|kpi| &kpi.cautions));
    notes(
        &mut text,
        "cautions",
        cautions.map(|issue| format!("{}: {}", visible(&issue.at), visible(&issue.message))),
    );
    text
}

fn notes(text: &mut String, heading: &str, lines: impl Iterator<Item = String>) {
    for (index, line) in lines.enumerate() {
        if index == 0 {
            let _ = writeln!(text, "\n{heading}");
        }
        let _ = writeln!(text, "  {line}");
    }
}

fn total(name: &str, score: Option<f64>, weight: Option<f64>, rag: Option<Rag>, coverage: f64) -> String {
    let covered =
        if coverage < 0.999_999_9 { format!(", {:.0} % covered", coverage * 100.0) } else { String::new() };
    format!(
        "{:NAME$}{:31}{:>10}{:>8}{:>8}  {}{covered}",
        short(name, NAME),
        "",
        "",
        fixed(score, 3),
        fixed(weight, 2),
        rating(rag)
    )
}

fn kpi_row(kpi: &KpiScore) -> String {
    let name = kpi.name.as_deref().unwrap_or(&kpi.id);
    let label = match &kpi.unit {
        Some(unit) => format!("  {name} ({unit})"),
        None => format!("  {name}"),
    };
    let attained = match kpi.attainment {
        Some(share) => format!("{:.1} %", share * 100.0),
        None => "–".into(),
    };
    let actual = kpi.actual.map_or_else(|| "no data".into(), plain);
    format!(
        "{:NAME$}{:>10}{:>10}{actual:>10}{attained:>11}{:>8}{:>8}  {}",
        short(&label, NAME),
        plain(kpi.baseline),
        plain(kpi.target),
        fixed(kpi.score, 3),
        fixed(Some(kpi.normalized_weight), 2),
        rating(kpi.rag)
    )
}

fn pacing(kpi: &KpiScore) -> Option<String> {
    let (pacing, actual) = (kpi.pacing.as_ref()?, kpi.actual?);
    let name = visible(kpi.name.as_deref().unwrap_or(&kpi.id));
    let mut line = format!(
        "{name}: {} with {:.1} % of the time gone, {} expected by then",
        plain(actual),
        pacing.elapsed_share * 100.0,
        plain(pacing.expected_to_date)
    );
    if let Some(ratio) = pacing.pace_ratio {
        let _ = write!(line, ", pace {ratio:.3}");
    }
    if let Some(forecast) = pacing.seasonal_forecast.or(pacing.linear_forecast) {
        let _ = write!(line, ", at this rate {} of {}", plain(forecast), plain(kpi.target));
    }
    Some(line)
}

fn lever(card: &Scorecard) -> Option<String> {
    let best = card.sensitivity.first()?;
    let lift = best.lift.filter(|lift| *lift > 0.0)?;
    let after = best.program_score?;
    let kpis = || card.objectives.iter().flat_map(|objective| &objective.kpis);
    let kpi = kpis().find(|kpi| kpi.id == best.kpi)?;
    let name = visible(kpi.name.as_deref().unwrap_or(&kpi.id));
    Some(format!("{name} at its target would lift the program by {lift:.3} to {after:.3}"))
}

fn rating(rag: Option<Rag>) -> String {
    match rag {
        None => "no data".into(),
        Some(rag) => {
            let color = match rag {
                Rag::Red => "red",
                Rag::Amber => "amber",
                Rag::Green => "green",
            };
            format!("{} ({color})", rag.words())
        }
    }
}

fn fixed(value: Option<f64>, decimals: usize) -> String {
    value.map_or_else(|| "–".into(), |value| format!("{value:.decimals$}"))
}

/// At most two decimals, no zeros at the end.
fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// Working days of the program, one decimal.
fn days(plan: &Plan, work: Work) -> String {
    let day = plan.program.work_units().day.as_seconds().max(1);
    let tenths = (i128::from(work.as_seconds()) * 10 + i128::from(day) / 2).div_euclid(i128::from(day));
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.abs() / 10, tenths.abs() % 10)
}

/// `Mon 17 Aug 09:00`, the year left to the heading.
fn moment(stamp: Stamp) -> String {
    stamp.civil().format("%a %d %b %H:%M").to_string()
}

/// At most so many letters, the last an ellipsis if there were more.
fn short(text: &str, most: usize) -> String {
    let text = visible(text);
    if text.chars().count() <= most {
        return text;
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}

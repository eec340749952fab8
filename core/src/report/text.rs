//! The terminal report.

use super::Brief;
use super::facts::{Facts, Lane, Person, span};
use super::layout::{Cell, Column, Layout, Tone};
use super::{sentence, words};
use crate::cost::{BudgetStatus, Cost, CostReport};
use crate::measure::{KpiScore, Rag, Scorecard};
use crate::quantity::{Money, Work};
use crate::schedule::Overload;
use crate::sort::Arrange;

/// Rows shown of a long list.
const TOP: usize = 10;
/// People shown.
const MOST_PEOPLE: usize = 200;
/// Milestones shown of each campaign.
const MOST_MILESTONES: usize = 24;
/// Tasks shown of each critical path.
const MOST_CRITICAL: usize = 60;
/// Critical paths shown.
const MOST_PATHS: usize = 5;
/// Warnings shown.
const MOST_WARNINGS: usize = 20;

/// How the terminal report looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextOptions {
    /// Whether headings and findings are colored with terminal codes; the words say the same without.
    pub color: bool,
    /// Columns of the terminal, 60 to 400.
    pub width: usize,
}

impl Default for TextOptions {
    fn default() -> Self {
        Self { color: false, width: 100 }
    }
}

/// Writes the report of a terminal: who, when, why, how good and at what cost.
///
/// Names come out without control characters and direction overrides and are cut to fit; long lists end
/// with how much was left out.
///
/// # Complexity
/// O(n log n) for n tasks, links, assignments and days of load.
pub fn text(brief: &Brief<'_>, options: &TextOptions) -> String {
    let facts = Facts::new(*brief);
    let mut page = Layout::new(options.width, options.color);
    header(&mut page, &facts);
    campaigns(&mut page, &facts);
    milestones(&mut page, &facts);
    people(&mut page, &facts);
    overloads(&mut page, &facts);
    critical(&mut page, &facts);
    moves(&mut page, &facts);
    gates(&mut page, &facts);
    late(&mut page, &facts);
    if let Some(report) = brief.cost {
        cost(&mut page, &facts, report);
    }
    if let Some(card) = brief.scorecard {
        scorecard(&mut page, card);
    }
    warnings(&mut page, &facts);
    page.finish()
}

fn header(page: &mut Layout, facts: &Facts<'_>) {
    let level = facts.brief.level;
    page.heading(&facts.brief.plan.program.name);
    page.entry("start", &words::long_day(level.schedule.start.date()), Tone::Plain);
    let (before, after) = (level.before.finish, level.schedule.finish);
    let finish = if before == after {
        format!("{}, the same before and after leveling", words::long_day(after.finish_date()))
    } else {
        format!(
            "{} leveled ({} before leveling, {} elapsed)",
            words::long_day(after.finish_date()),
            words::day(before.finish_date()),
            sentence::delay((after.time() - before.time()).as_seconds())
        )
    };
    page.entry("finish", &finish, Tone::Strong);
    page.entry("status", sentence::status(level.status), Tone::Plain);
    for part in &level.objective {
        let text = format!("{} ({})", sentence::part_value(part), sentence::bound(part));
        page.entry(sentence::part_name(part), &text, Tone::Plain);
    }
    let (text, tone) = overload_line(facts);
    page.entry("overload", &text, tone);
    let size = format!(
        "{}, {}, {}, {}",
        words::count(facts.tasks.len(), "task", "tasks"),
        words::count(facts.index.links.len(), "link", "links"),
        words::count(facts.brief.plan.campaigns.len(), "campaign", "campaigns"),
        words::count(facts.people.len(), "resource at work", "resources at work"),
    );
    page.entry("size", &size, Tone::Plain);
    let found = format!(
        "{}, {}",
        level.found_by,
        words::count(usize::try_from(level.steps).unwrap_or(0), "schedule tried", "schedules tried")
    );
    page.entry("found by", &words::clean(&found, 80), Tone::Faint);
}

/// `18 people double-booked, 130.0 excess person-days → nobody double-booked`.
fn overload_line(facts: &Facts<'_>) -> (String, Tone) {
    let say = |count: u32, excess: Work| match count {
        0 => "nobody overloaded".to_owned(),
        n => format!(
            "{} overloaded, {} excess person-days",
            words::count(n as usize, "resource", "resources"),
            words::days(excess, facts.per_day)
        ),
    };
    let (before, after) = (facts.brief.load_before, facts.brief.load_after);
    let text = format!(
        "{} before leveling → {} after",
        say(before.overloaded, before.excess),
        say(after.overloaded, after.excess)
    );
    (text, if after.overloaded == 0 { Tone::Good } else { Tone::Bad })
}

fn campaigns(page: &mut Layout, facts: &Facts<'_>) {
    page.heading("When: campaigns");
    let columns = [
        Column::left("campaign", 36),
        Column::right("tasks"),
        Column::left("start", 12),
        Column::left("finish", 12),
        Column::left("unleveled", 12),
        Column::left("last deadline", 14),
        Column::left("lateness", 24),
    ];
    let rows: Vec<Vec<Cell>> =
        facts.lanes.iter().filter(|lane| !lane.tasks.is_empty()).map(lane_row).collect();
    page.table(&columns, &rows);
}

fn lane_row(lane: &Lane<'_>) -> Vec<Cell> {
    let day = |stamp: Option<crate::quantity::Stamp>| stamp.map_or("–".to_owned(), words::finish_day);
    let name = match lane.campaign {
        Some(campaign) if campaign.name.is_some() => format!("{} {}", lane.id(), lane.label()),
        _ => lane.label().to_owned(),
    };
    let (late, tone) = match (lane.due, lane.late) {
        (0, 0) => ("no deadline".to_owned(), Tone::Faint),
        (due, 0) => (format!("{due} of {due} on time"), Tone::Good),
        (due, late) => (format!("LATE: {late} of {due}"), Tone::Bad),
    };
    vec![
        Cell::new(name),
        Cell::new(words::whole(lane.tasks.len() as u64)),
        Cell::new(lane.start.map_or("–".to_owned(), words::start_day)),
        Cell::new(day(lane.finish)),
        Cell::new(day(lane.finish_before)).tone(Tone::Faint),
        Cell::new(lane.deadline.map_or("–".to_owned(), words::day)),
        Cell::new(late).tone(tone),
    ]
}

fn milestones(page: &mut Layout, facts: &Facts<'_>) {
    let columns = [
        Column::left("milestone", 34),
        Column::left("market", 8),
        Column::left("date", 12),
        Column::left("unleveled", 12),
        Column::left("deadline", 12),
        Column::left("state", 24),
    ];
    let mut rows = Vec::new();
    let mut left_out = 0;
    for lane in &facts.lanes {
        let mut of_lane: Vec<_> = lane
            .tasks
            .iter()
            .filter_map(|number| facts.tasks.get(*number as usize))
            .filter(|fact| fact.is_milestone())
            .filter_map(|fact| Some((fact.after?, fact)))
            .collect();
        of_lane.arrange_by(|a, b| (a.0.start, &a.0.id).cmp(&(b.0.start, &b.0.id)));
        left_out += of_lane.len().saturating_sub(MOST_MILESTONES);
        for (row, fact) in of_lane.into_iter().take(MOST_MILESTONES) {
            let (state, tone) = match (fact.task.deadline, row.late_days) {
                (_, 1..) => (format!("LATE {} d", words::whole(u64::from(row.late_days))), Tone::Bad),
                (Some(_), 0) => ("on time".to_owned(), Tone::Good),
                (None, 0) => (String::new(), Tone::Plain),
            };
            let state = if row.critical { format!("{state} critical").trim().to_owned() } else { state };
            rows.push(vec![
                Cell::new(row.id.as_str()),
                Cell::new(fact.task.market.as_deref().unwrap_or("")),
                Cell::new(words::finish_day(row.finish.max(row.start))),
                Cell::new(fact.before.map_or("–".to_owned(), |row| words::finish_day(row.finish)))
                    .tone(Tone::Faint),
                Cell::new(fact.task.deadline.map_or("–".to_owned(), |when| words::day(when.date))),
                Cell::new(state).tone(tone),
            ]);
        }
    }
    if rows.is_empty() {
        return;
    }
    page.heading("When: milestones by market");
    page.table(&columns, &rows);
    more(page, left_out, "milestones");
}

fn people(page: &mut Layout, facts: &Facts<'_>) {
    page.heading("Who");
    let columns = [
        Column::left("resource", 24),
        Column::left("role", 18),
        Column::right("days"),
        Column::left("from", 10),
        Column::left("to", 10),
        Column::left("busiest day", 20),
        Column::left("overload before → after", 30),
    ];
    let rows: Vec<Vec<Cell>> =
        facts.people.iter().take(MOST_PEOPLE).map(|person| person_row(facts, person)).collect();
    page.table(&columns, &rows);
    more(page, facts.people.len().saturating_sub(MOST_PEOPLE), "resources");
}

fn person_row(facts: &Facts<'_>, person: &Person<'_>) -> Vec<Cell> {
    let days = |work| words::days(work, facts.per_day);
    let dash = || "–".to_owned();
    let span = person.after.and_then(span);
    let busiest = person.after.and_then(Person::busiest);
    let excess = |load: Option<&crate::schedule::ResourceLoad>| load.map_or(Work::ZERO, |load| load.excess);
    let (before, after) = (excess(person.before), excess(person.after));
    let (text, tone) = match (before, after) {
        (Work::ZERO, Work::ZERO) => ("none".to_owned(), Tone::Faint),
        (before, Work::ZERO) => (format!("{} d → none", days(before)), Tone::Good),
        (before, after) => (format!("{} d → {} d OVERLOADED", days(before), days(after)), Tone::Bad),
    };
    vec![
        Cell::new(person.id),
        Cell::new(person.resource.and_then(|resource| resource.role.as_deref()).unwrap_or("")),
        Cell::new(person.after.map_or(dash(), |load| days(load.demand))),
        Cell::new(span.map_or(dash(), |(first, _)| words::day(first))),
        Cell::new(span.map_or(dash(), |(_, last)| words::day(last))),
        Cell::new(busiest.map_or(dash(), |(day, work)| format!("{}: {} d", words::day(day), days(work)))),
        Cell::new(text).tone(tone),
    ]
}

fn overloads(page: &mut Layout, facts: &Facts<'_>) {
    page.heading("Overloads");
    let (text, tone) = overload_line(facts);
    page.entry("total", &text, tone);
    let spans = facts.overloads_before();
    if !spans.is_empty() {
        page.line("Before leveling, the largest first:");
        for span in spans.iter().take(TOP) {
            page.item(&overload(facts, span));
        }
        more(page, spans.len().saturating_sub(TOP), "spans");
    }
    let remaining = &facts.brief.level.remaining;
    if !remaining.is_empty() {
        page.line("Still there after leveling:");
        for left in remaining.iter().take(TOP) {
            page.item(&format!("{}; {}", overload(facts, &left.overload), words::clean(&left.message, 300)));
        }
        more(page, remaining.len().saturating_sub(TOP), "spans");
    }
}

/// `strat-1, Thu 20 Aug – Fri 21 Aug: 12 at once, 11.0 d too much: a, b, c and 9 more`.
pub(crate) fn overload(facts: &Facts<'_>, span: &Overload) -> String {
    let (from, to) = (words::day(span.from.date()), words::finish_day(span.to));
    let when = if from == to { from } else { format!("{from} – {to}") };
    format!(
        "{}, {when}: {} asked at once, {} d too much: {}",
        words::clean(&span.resource, 60),
        words::brief(span.peak.to_decimal(), 2),
        words::days(span.excess, facts.per_day),
        words::list(&span.tasks, 4)
    )
}

fn critical(page: &mut Layout, facts: &Facts<'_>) {
    let paths = &facts.brief.level.schedule.critical_paths;
    let title = if paths.len() > 1 { "Critical paths" } else { "Critical path" };
    page.heading(title);
    if paths.is_empty() {
        page.line("No task is critical.");
    }
    let columns = [
        Column::left("task", 40),
        Column::left("start", 12),
        Column::left("finish", 12),
        Column::right("days"),
        Column::left("who", 24),
    ];
    for (index, path) in paths.iter().take(MOST_PATHS).enumerate() {
        if index > 0 {
            page.line("");
        }
        let rows: Vec<Vec<Cell>> =
            path.iter().take(MOST_CRITICAL).filter_map(|id| critical_row(facts, id)).collect();
        page.table(&columns, &rows);
        more(page, path.len().saturating_sub(MOST_CRITICAL), "tasks");
    }
    more(page, paths.len().saturating_sub(MOST_PATHS), "critical paths");
}

fn critical_row(facts: &Facts<'_>, id: &str) -> Option<Vec<Cell>> {
    let row = facts.brief.level.schedule.task(id)?;
    let number = facts.number(id)?;
    Some(vec![
        Cell::new(id),
        Cell::new(words::start_day(row.start)),
        Cell::new(words::finish_day(row.finish.max(row.start))),
        Cell::new(if row.start == row.finish {
            "–".to_owned()
        } else {
            words::days(row.duration, facts.per_day)
        }),
        Cell::new(words::list(&facts.assigned(number), 2)),
    ])
}

fn moves(page: &mut Layout, facts: &Facts<'_>) {
    page.heading("What leveling moved, and why");
    let moves = facts.moves();
    let exchanged = &facts.brief.level.reassignments;
    if !exchanged.is_empty() {
        let total = words::count(exchanged.len(), "assignment", "assignments");
        page.line(&format!("{total} given to somebody else:"));
        for one in exchanged.iter().take(TOP) {
            page.item(&format!("{}: {}", words::clean(&one.task, 60), words::clean(&one.message, 300)));
        }
        more(page, exchanged.len().saturating_sub(TOP), "exchanges");
    }
    if moves.is_empty() {
        page.line(match exchanged.len() {
            0 => "Nothing: the schedule had no overload to remove.",
            _ => "No task moved.",
        });
        return;
    }
    let total = words::count(moves.len(), "task", "tasks");
    page.line(&format!("{total} moved; the largest moves first:"));
    for moved in moves.iter().take(TOP) {
        page.item(&format!(
            "{} {}: {}",
            words::clean(&moved.task, 60),
            sentence::delay(moved.delay.as_seconds()),
            sentence::cause(moved)
        ));
    }
    more(page, moves.len().saturating_sub(TOP), "moves");
}

fn gates(page: &mut Layout, facts: &Facts<'_>) {
    let lines = super::gates::sentences(facts);
    if lines.is_empty() {
        return;
    }
    page.heading("Gates between campaigns");
    let shown = lines.len().min(2 * TOP);
    for line in lines.iter().take(shown) {
        page.item(line);
    }
    more(page, lines.len() - shown, "gates");
}

fn late(page: &mut Layout, facts: &Facts<'_>) {
    page.heading("Late");
    let late = &facts.brief.level.late;
    if late.is_empty() {
        page.line("Nothing misses its deadline.");
        return;
    }
    for task in late.iter().take(2 * TOP) {
        page.item(&format!(
            "{}: due {}, done {}, {}: {}. {}",
            words::clean(&task.task, 60),
            words::day(task.deadline.finish_date()),
            words::finish_moment(task.finish),
            sentence::lateness(task),
            sentence::late_reason(task),
            sentence::chain(&task.chain)
        ));
    }
    more(page, late.len().saturating_sub(2 * TOP), "late tasks");
}

fn cost(page: &mut Layout, facts: &Facts<'_>, report: &CostReport) {
    page.heading("Cost");
    let currency = report.currency.as_deref().unwrap_or("");
    page.entry(
        "total",
        &format!("{currency} {}{}", report.cost.total, budget(report.budget.as_ref())),
        Tone::Strong,
    );
    let columns = [
        Column::left("campaign", 30),
        Column::right("labor"),
        Column::right("fixed"),
        Column::right("other"),
        Column::right("total"),
        Column::right("budget"),
        Column::left("state", 24),
    ];
    let row = |name: &str, cost: &Cost, status: Option<&BudgetStatus>| {
        let (state, tone) = match status {
            None => (String::new(), Tone::Plain),
            Some(status) if status.overspent => ("OVERSPENT".to_owned(), Tone::Bad),
            Some(status) => (format!("{} left", status.variance), Tone::Good),
        };
        vec![
            Cell::new(name),
            Cell::new(cost.labor.to_string()),
            Cell::new(cost.fixed.to_string()),
            Cell::new((cost.material + cost.expense).to_string()),
            Cell::new(cost.total.to_string()).tone(Tone::Strong),
            Cell::new(status.map_or(String::new(), |status| status.budget.to_string())),
            Cell::new(state).tone(tone),
        ]
    };
    let mut rows = vec![row("Program", &report.no_campaign, None)];
    rows.extend(report.campaigns.iter().map(|line| {
        let lane =
            facts.lanes.iter().find(|lane| lane.campaign.is_some() && lane.id() == line.campaign.as_str());
        row(lane.map_or(line.campaign.as_str(), Lane::label), &line.cost, line.budget.as_ref())
    }));
    rows.push(row("all", &report.cost, report.budget.as_ref()));
    page.table(&columns, &rows);
}

/// ` of a budget of 210,000.00: 4,150.00 left`.
pub(crate) fn budget(status: Option<&BudgetStatus>) -> String {
    status.map_or(String::new(), |status| {
        let state = if status.overspent { "OVERSPENT by" } else { "left:" };
        let amount = if status.overspent { Money::ZERO - status.variance } else { status.variance };
        format!(" of a budget of {}, {state} {amount}", status.budget)
    })
}

fn scorecard(page: &mut Layout, card: &Scorecard) {
    page.heading("Scorecard");
    let program = &card.program;
    page.entry(
        "program",
        &format!(
            "{}, {} of the weight has data",
            scored(program.score, program.rag),
            percent(program.coverage)
        ),
        tone(program.rag),
    );
    let columns = [
        Column::left("objective / KPI", 34),
        Column::right("weight"),
        Column::right("baseline"),
        Column::right("target"),
        Column::right("actual"),
        Column::right("attained"),
        Column::right("score"),
        Column::left("rating", 12),
    ];
    let mut rows = Vec::new();
    for objective in &card.objectives {
        let name = objective.name.as_deref().unwrap_or(objective.id.as_str());
        let data = format!("{} data", percent(objective.coverage));
        rows.push(vec![
            Cell::new(name).tone(Tone::Strong),
            Cell::new(percent(objective.normalized_weight)),
            Cell::new(""),
            Cell::new(""),
            Cell::new(""),
            Cell::new(data).tone(Tone::Faint),
            Cell::new(number(objective.score, 4)).tone(Tone::Strong),
            Cell::new(rating(objective.rag)).tone(tone(objective.rag)),
        ]);
        rows.extend(objective.kpis.iter().map(kpi_row));
    }
    page.table(&columns, &rows);
    if let Some(best) = card.sensitivity.first().filter(|best| best.lift.is_some_and(|lift| lift > 0.0)) {
        let next: Vec<String> = card.sensitivity.iter().skip(1).take(2).map(lift).collect();
        let rest = if next.is_empty() { String::new() } else { format!("; then {}", next.join(", ")) };
        page.entry(
            "best lever",
            &format!("at its target {} lifts the program most{rest}", lift(best)),
            Tone::Plain,
        );
    }
}

fn lift(lift: &crate::measure::Lift) -> String {
    format!("{} (+{})", words::clean(&lift.kpi, 40), number(lift.lift, 3))
}

fn kpi_row(kpi: &KpiScore) -> Vec<Cell> {
    let name = kpi.name.as_deref().unwrap_or(kpi.id.as_str());
    let unit = kpi.unit.as_deref().map_or(String::new(), |unit| format!(", {unit}"));
    vec![
        Cell::new(format!("  {name}{unit}")),
        Cell::new(percent(kpi.normalized_weight)),
        Cell::new(words::brief(kpi.baseline, 2)),
        Cell::new(words::brief(kpi.target, 2)),
        Cell::new(kpi.actual.map_or("no data".to_owned(), |actual| words::brief(actual, 2))),
        Cell::new(number(kpi.attainment, 4)),
        Cell::new(number(kpi.score, 4)),
        Cell::new(rating(kpi.rag)).tone(tone(kpi.rag)),
    ]
}

/// A share as a percentage: `85 %`.
pub(crate) fn percent(share: f64) -> String {
    format!("{} %", words::brief(100.0 * share, 1))
}

/// A number that may be missing.
pub(crate) fn number(value: Option<f64>, decimals: usize) -> String {
    value.map_or("–".to_owned(), |value| words::decimal(value, decimals))
}

/// The rating in words.
pub(crate) fn rating(rag: Option<Rag>) -> &'static str {
    rag.map_or("no data", Rag::words)
}

fn scored(score: Option<f64>, rag: Option<Rag>) -> String {
    format!("{} {}", number(score, 4), rating(rag))
}

fn tone(rag: Option<Rag>) -> Tone {
    match rag {
        Some(Rag::Green) => Tone::Good,
        Some(Rag::Red) => Tone::Bad,
        Some(Rag::Amber) => Tone::Strong,
        None => Tone::Faint,
    }
}

fn warnings(page: &mut Layout, facts: &Facts<'_>) {
    let all: Vec<String> =
        facts.findings().iter().map(|issue| words::clean(&issue.to_string(), 400)).collect();
    if all.is_empty() {
        return;
    }
    page.heading("Worth knowing");
    for text in all.iter().take(MOST_WARNINGS) {
        page.item(text);
    }
    more(page, all.len().saturating_sub(MOST_WARNINGS), "findings");
}

fn more(page: &mut Layout, left_out: usize, what: &str) {
    if left_out > 0 {
        page.item(&format!("… and {} more {what}", words::whole(left_out as u64)));
    }
}

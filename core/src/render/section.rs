//! Figures and tables of the page.

use std::fmt::Write as _;

use super::svg;
use crate::cost::{BudgetStatus, Cost};
use crate::measure::Rag;
use crate::quantity::Work;
use crate::report::facts::{Facts, Lane, Person};
use crate::report::{budget, gates, number, overload, percent, rating, sentence, words};
use crate::schedule::TaskKind;
use crate::sort::Arrange;

/// Most rows of a table.
const MAX_TABLE: usize = 500;
/// Rows shown before the rest is folded away.
const OPEN: usize = 12;

/// What the page is about, in a line.
pub(super) fn subtitle(facts: &Facts<'_>) -> String {
    let level = facts.brief.level;
    format!(
        "{} – {}: {}, {}, {}",
        words::long_day(level.schedule.start.date()),
        words::long_day(level.schedule.finish.finish_date()),
        words::count(facts.tasks.len(), "task", "tasks"),
        words::count(facts.index.links.len(), "link", "links"),
        words::count(facts.people.len(), "resource at work", "resources at work"),
    )
}

/// The strip of key figures.
pub(super) fn figures(out: &mut String, facts: &Facts<'_>) {
    let level = facts.brief.level;
    out.push_str("<dl class=\"figures\" aria-label=\"Key figures\">");
    let (before, after) = (level.before.finish, level.schedule.finish);
    let change = if before == after {
        "the same before leveling".to_owned()
    } else {
        let delay = sentence::delay((after.time() - before.time()).as_seconds());
        format!("{delay} against {} before leveling", words::day(before.finish_date()))
    };
    figure(out, "", "Finish", &words::long_day(after.finish_date()), &change);
    for part in level.objective.iter().filter(|part| part.name == "tardiness") {
        let tone = if part.value > 0.0 { "bad" } else { "good" };
        figure(out, tone, "Weighted lateness", &sentence::part_value(part), &sentence::bound(part));
    }
    let (before, after) = (facts.brief.load_before, facts.brief.load_after);
    let excess = |work| words::days(work, facts.per_day);
    figure(
        out,
        if after.overloaded == 0 { "good" } else { "bad" },
        "Overloaded people",
        &format!("{} → {}", before.overloaded, after.overloaded),
        &format!(
            "{} → {} excess person-days, before → after leveling",
            excess(before.excess),
            excess(after.excess)
        ),
    );
    figure(
        out,
        "",
        "Moved by leveling",
        &words::count(level.moves.len(), "task", "tasks"),
        sentence::status(level.status),
    );
    if let Some(report) = facts.brief.cost {
        let tone = report.budget.map_or("", |status| if status.overspent { "bad" } else { "good" });
        let value = format!("{} {}", report.currency.as_deref().unwrap_or(""), report.cost.total);
        let more = budget(report.budget.as_ref());
        figure(out, tone, "Cost", value.trim(), more.trim());
    }
    if let Some(card) = facts.brief.scorecard {
        let tone = match card.program.rag {
            Some(Rag::Green) => "good",
            Some(Rag::Amber) => "warn",
            Some(Rag::Red) => "bad",
            None => "",
        };
        let value = format!("{} {}", number(card.program.score, 4), rating(card.program.rag));
        let more = format!("{} of the weight has data", percent(card.program.coverage));
        figure(out, tone, "Program score", &value, &more);
    }
    out.push_str("</dl>\n");
}

fn figure(out: &mut String, tone: &str, name: &str, value: &str, more: &str) {
    let _ = write!(
        out,
        "<div class=\"{tone}\"><dt>{name}</dt><dd class=\"big\">{}</dd><dd class=\"more\">{}</dd></div>",
        svg::escape(value),
        svg::escape(more)
    );
}

/// A resource beside its load.
pub(super) fn person(out: &mut String, facts: &Facts<'_>, person: &Person<'_>) {
    let days = |work| words::days(work, facts.per_day);
    let role = person.resource.and_then(|resource| resource.role.as_deref()).unwrap_or("");
    let demand = person.after.or(person.before).map_or(Work::ZERO, |load| load.demand);
    let over =
        |load: Option<&crate::schedule::ResourceLoad>| match load.map_or(Work::ZERO, |load| load.excess) {
            Work::ZERO => String::new(),
            excess => format!(", <span class=\"bad\">{} d too much</span>", days(excess)),
        };
    let _ = write!(
        out,
        "<div class=\"who\"><span class=\"t\" dir=\"auto\">{}</span><span class=\"k\">{}{}{} d\
         <span class=\"after\">{}</span><span class=\"before\">{}</span></span></div>",
        svg::escape(person.label()),
        svg::escape(role),
        if role.is_empty() { "" } else { ": " },
        days(demand),
        over(person.after),
        over(person.before),
    );
}

/// Every table between the charts and the scorecard.
pub(super) fn all(out: &mut String, facts: &Facts<'_>) {
    out.push_str("<div class=\"cards\">\n");
    campaigns(out, facts);
    late(out, facts);
    critical(out, facts);
    gate_list(out, facts);
    moves(out, facts);
    milestones(out, facts);
    overloads(out, facts);
    cost(out, facts);
    out.push_str("</div>\n");
}

fn open(out: &mut String, id: &str, title: &str) {
    let _ = write!(out, "<section aria-labelledby=\"h-{id}\"><h2 id=\"h-{id}\">{title}</h2>");
}

/// A table whose first rows are shown and whose rest is folded away.
fn table(out: &mut String, label: &str, columns: &[(&str, &str)], rows: &[String]) {
    let write = |out: &mut String, rows: &[String]| {
        let _ = write!(
            out,
            "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}, table\"><table><thead><tr>"
        );
        for (title, class) in columns {
            let _ = write!(out, "<th scope=\"col\" class=\"{class}\">{title}</th>");
        }
        out.push_str("</tr></thead><tbody>");
        for row in rows {
            let _ = write!(out, "<tr>{row}</tr>");
        }
        out.push_str("</tbody></table></div>");
    };
    let shown = rows.len().min(if rows.len() > OPEN + 3 { OPEN } else { rows.len() });
    let (first, rest) = rows.split_at(shown);
    write(out, first);
    if !rest.is_empty() {
        let kept = rest.len().min(MAX_TABLE - OPEN);
        let _ = write!(out, "<details><summary>{} more</summary>", words::whole(rest.len() as u64));
        write(out, rest.split_at(kept).0);
        if kept < rest.len() {
            let _ = write!(out, "<p>… and {} more, not shown.</p>", words::whole((rest.len() - kept) as u64));
        }
        out.push_str("</details>");
    }
}

fn head_cell(text: &str) -> String {
    let class = if words::width(text) <= 28 { " class=\"n\"" } else { "" };
    format!("<th scope=\"row\"{class} dir=\"auto\">{}</th>", svg::escape(text))
}

fn cell(class: &str, text: &str) -> String {
    format!("<td class=\"{class}\" dir=\"auto\">{}</td>", svg::escape(text))
}

fn campaigns(out: &mut String, facts: &Facts<'_>) {
    open(out, "campaigns", "Campaigns");
    let columns = [
        ("Campaign", ""),
        ("Tasks", "r"),
        ("Start", ""),
        ("Finish", ""),
        ("Unleveled", ""),
        ("Last deadline", ""),
        ("Lateness", ""),
    ];
    let rows: Vec<String> =
        facts.lanes.iter().filter(|lane| !lane.tasks.is_empty()).map(campaign_row).collect();
    table(out, "Campaigns", &columns, &rows);
    out.push_str("</section>\n");
}

fn campaign_row(lane: &Lane<'_>) -> String {
    let finish = |stamp: Option<crate::quantity::Stamp>| stamp.map_or("–".to_owned(), words::finish_day);
    let (class, late) = match (lane.due, lane.late) {
        (0, 0) => ("soft", "no deadline".to_owned()),
        (due, 0) => ("good", format!("{due} of {due} on time")),
        (due, late) => ("bad", format!("{late} of {due} late")),
    };
    [
        head_cell(lane.label()),
        cell("r", &words::whole(lane.tasks.len() as u64)),
        cell("n", &lane.start.map_or("–".to_owned(), words::start_day)),
        cell("n", &finish(lane.finish)),
        cell("n soft", &finish(lane.finish_before)),
        cell("n", &lane.deadline.map_or("–".to_owned(), words::day)),
        cell(class, &late),
    ]
    .concat()
}

fn late(out: &mut String, facts: &Facts<'_>) {
    open(out, "late", "Late");
    let late = &facts.brief.level.late;
    if late.is_empty() {
        out.push_str("<p class=\"good\">Nothing misses its deadline.</p></section>\n");
        return;
    }
    let columns = [("Task", ""), ("Deadline", ""), ("Done", ""), ("Late", ""), ("Why", "")];
    let rows: Vec<String> = late
        .iter()
        .map(|task| {
            let why = format!("{}. {}", sentence::late_reason(task), sentence::chain(&task.chain));
            [
                head_cell(&task.task),
                cell("n", &words::day(task.deadline.finish_date())),
                cell("n", &words::finish_moment(task.finish)),
                cell("bad", &sentence::lateness(task)),
                cell("", &why),
            ]
            .concat()
        })
        .collect();
    table(out, "Late tasks", &columns, &rows);
    out.push_str("</section>\n");
}

fn critical(out: &mut String, facts: &Facts<'_>) {
    let paths = &facts.brief.level.schedule.critical_paths;
    open(out, "critical", if paths.len() > 1 { "Critical paths" } else { "Critical path" });
    if paths.is_empty() {
        out.push_str("<p>No task is critical.</p>");
    }
    for path in paths.iter().take(OPEN) {
        out.push_str("<ol class=\"path\">");
        for id in path.iter().take(MAX_TABLE) {
            let dates = facts.brief.level.schedule.task(id).map_or(String::new(), |row| {
                let (start, finish) = (
                    words::short_day(row.start.date()),
                    words::short_day(row.finish.max(row.start).finish_date()),
                );
                if start == finish || row.kind == TaskKind::Milestone {
                    start
                } else {
                    format!("{start} – {finish}")
                }
            });
            let _ =
                write!(out, "<li><span dir=\"auto\">{} <small>{dates}</small></span></li>", svg::escape(id));
        }
        out.push_str("</ol>");
    }
    if paths.len() > OPEN {
        let _ = write!(out, "<p>… and {} more.</p>", words::whole((paths.len() - OPEN) as u64));
    }
    out.push_str("</section>\n");
}

fn gate_list(out: &mut String, facts: &Facts<'_>) {
    let lines = gates::sentences(facts);
    if lines.is_empty() {
        return;
    }
    open(out, "gates", "Gates between campaigns");
    list(out, &lines);
    out.push_str("</section>\n");
}

fn list(out: &mut String, lines: &[String]) {
    let write = |out: &mut String, lines: &[String]| {
        out.push_str("<ul class=\"plain\">");
        for line in lines {
            let _ = write!(out, "<li dir=\"auto\">{}</li>", svg::escape(line));
        }
        out.push_str("</ul>");
    };
    let (first, rest) = lines.split_at(lines.len().min(OPEN));
    write(out, first);
    if !rest.is_empty() {
        let _ = write!(out, "<details><summary>{} more</summary>", words::whole(rest.len() as u64));
        let kept = rest.len().min(MAX_TABLE);
        write(out, rest.split_at(kept).0);
        if kept < rest.len() {
            let _ = write!(out, "<p>… and {} more, not shown.</p>", words::whole((rest.len() - kept) as u64));
        }
        out.push_str("</details>");
    }
}

fn moves(out: &mut String, facts: &Facts<'_>) {
    open(out, "moves", "What leveling moved, and why");
    let moves = facts.moves();
    let exchanged = &facts.brief.level.reassignments;
    if !exchanged.is_empty() {
        let total = words::count(exchanged.len(), "assignment", "assignments");
        out.push_str(&format!("<p>{total} given to somebody else:</p>"));
        let lines: Vec<String> = exchanged
            .iter()
            .take(MAX_TABLE + OPEN)
            .map(|one| format!("{}: {}", words::clean(&one.task, 60), words::clean(&one.message, 300)))
            .collect();
        list(out, &lines);
    }
    if moves.is_empty() {
        let nothing = if exchanged.is_empty() { "Nothing." } else { "No task moved." };
        out.push_str(&format!("<p>{nothing}</p></section>\n"));
        return;
    }
    let columns = [("Task", ""), ("From", ""), ("To", ""), ("Delay", "r"), ("Why", "")];
    let rows: Vec<String> = moves
        .iter()
        .take(MAX_TABLE + OPEN)
        .map(|moved| {
            [
                head_cell(&moved.task),
                cell("n", &words::start_day(moved.from)),
                cell("n", &words::start_day(moved.to)),
                cell("r", &sentence::delay(moved.delay.as_seconds())),
                cell("", &sentence::cause(moved)),
            ]
            .concat()
        })
        .collect();
    table(out, "Moves", &columns, &rows);
    out.push_str("</section>\n");
}

fn overloads(out: &mut String, facts: &Facts<'_>) {
    let spans = facts.overloads_before();
    let remaining = &facts.brief.level.remaining;
    if spans.is_empty() && remaining.is_empty() {
        return;
    }
    open(out, "overloads", "Overloads");
    if !remaining.is_empty() {
        out.push_str("<p class=\"bad\">Still there after leveling:</p>");
        let lines: Vec<String> = remaining
            .iter()
            .map(|left| format!("{}; {}", overload(facts, &left.overload), words::clean(&left.message, 300)))
            .collect();
        list(out, &lines);
    }
    if !spans.is_empty() {
        out.push_str("<p>Before leveling, the largest first:</p>");
        let lines: Vec<String> =
            spans.iter().take(MAX_TABLE + OPEN).map(|span| overload(facts, span)).collect();
        list(out, &lines);
    }
    out.push_str("</section>\n");
}

fn milestones(out: &mut String, facts: &Facts<'_>) {
    let mut rows = Vec::new();
    for lane in &facts.lanes {
        let tasks = lane.tasks.iter().filter_map(|number| facts.tasks.get(*number as usize));
        let mut of_lane: Vec<_> =
            tasks.filter(|fact| fact.is_milestone()).filter_map(|fact| Some((fact.after?, fact))).collect();
        of_lane.arrange_by(|a, b| (a.0.start, &a.0.id).cmp(&(b.0.start, &b.0.id)));
        for (row, fact) in of_lane {
            let (class, state) = match (fact.task.deadline, row.late_days) {
                (_, 1..) => ("bad", format!("{} d late", row.late_days)),
                (Some(_), 0) => ("good", "on time".to_owned()),
                (None, 0) => ("", String::new()),
            };
            rows.push(
                [
                    head_cell(fact.task.name.as_deref().unwrap_or(&row.id)),
                    cell("", fact.task.market.as_deref().unwrap_or("")),
                    cell("n", &words::start_day(row.start)),
                    cell("n soft", &fact.before.map_or("–".to_owned(), |row| words::start_day(row.start))),
                    cell("n", &fact.task.deadline.map_or("–".to_owned(), |when| words::day(when.date))),
                    cell(class, &state),
                ]
                .concat(),
            );
        }
    }
    if rows.is_empty() {
        return;
    }
    open(out, "milestones", "Milestones");
    let columns =
        [("Milestone", ""), ("Market", ""), ("Date", ""), ("Unleveled", ""), ("Deadline", ""), ("State", "")];
    table(out, "Milestones", &columns, &rows);
    out.push_str("</section>\n");
}

fn cost(out: &mut String, facts: &Facts<'_>) {
    let Some(report) = facts.brief.cost else { return };
    open(out, "cost", "Cost");
    let columns = [
        ("Campaign", ""),
        ("Labor", "r"),
        ("Fixed", "r"),
        ("Other", "r"),
        ("Total", "r"),
        ("Budget", "r"),
        ("Left", "r"),
    ];
    let row = |name: &str, cost: &Cost, status: Option<&BudgetStatus>| {
        let other = cost.material + cost.expense;
        let left = status.map_or(String::new(), |status| {
            format!("{}{}", if status.overspent { "overspent: " } else { "" }, status.variance)
        });
        [
            head_cell(name),
            cell("r", &cost.labor.to_string()),
            cell("r", &cost.fixed.to_string()),
            cell("r", &other.to_string()),
            cell("r strong", &cost.total.to_string()),
            cell("r", &status.map_or(String::new(), |status| status.budget.to_string())),
            cell(if status.is_some_and(|status| status.overspent) { "r bad" } else { "r" }, &left),
        ]
        .concat()
    };
    let mut rows = vec![row("Program", &report.no_campaign, None)];
    rows.extend(report.campaigns.iter().map(|line| {
        let lane =
            facts.lanes.iter().find(|lane| lane.campaign.is_some() && lane.id() == line.campaign.as_str());
        row(lane.map_or(line.campaign.as_str(), Lane::label), &line.cost, line.budget.as_ref())
    }));
    rows.push(row("All", &report.cost, report.budget.as_ref()));
    table(out, "Cost", &columns, &rows);
    out.push_str("</section>\n");
}

/// Issues of the schedule and the scorecard.
pub(super) fn findings(out: &mut String, facts: &Facts<'_>) {
    let lines: Vec<String> = facts.findings().iter().map(ToString::to_string).collect();
    if !lines.is_empty() {
        open(out, "findings", "Worth knowing");
        list(out, &lines);
        out.push_str("</section>\n");
    }
}

//! Writing tables.

use std::collections::BTreeMap;

use serde_json::Value;

use super::columns::{ASSIGNMENTS, Column, LINKS, PROGRESS, RESOURCES, TASKS, Table};
use super::text::{harmless, put};
use super::value::{Kind, Style};
use super::{CsvTable, CsvText, CsvWriteOptions};
use crate::plan::Plan;
use crate::quantity::Work;
use crate::schedule::{Schedule, load};
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Writes a table of a plan, or of its schedule or load, as CSV.
///
/// Every field that the table has no column for is told. [`read_csv`](super::read_csv) reads what is written.
///
/// # Errors
/// For the load, every fault of the plan and tasks that the schedule lacks.
///
/// # Complexity
/// O(n) in the length of the plan; for the load, that of [`load`].
///
/// # Examples
/// ```
/// use paceline::interop::{CsvTable, CsvWriteOptions, write_csv};
/// use paceline::plan::Plan;
/// use paceline::schedule::schedule;
/// let plan = Plan::read(r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02" },
///     "tasks": [{ "id": "copy", "name": "Copy, long", "duration": "2d" }]
/// }"#)?;
/// let options = CsvWriteOptions { table: CsvTable::Schedule, ..CsvWriteOptions::default() };
/// let table = write_csv(&plan, &schedule(&plan)?, &options)?;
/// assert!(table.text.contains("\r\ncopy,\"Copy, long\",task,2026-03-02T08:00:00,2026-03-03T17:00:00,"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn write_csv(plan: &Plan, schedule: &Schedule, options: &CsvWriteOptions) -> Result<CsvText, Issues> {
    let style = Style { decimal: options.decimal, date_format: None, keep_formulas: options.keep_formulas };
    let mut sheet =
        Sheet { separator: options.separator.mark().unwrap_or(','), text: String::new(), rows: 0 };
    if options.mark {
        sheet.text.push('\u{feff}');
    }
    let mut issues = Vec::new();
    match options.table {
        CsvTable::Tasks => sheet.of_plan(&TASKS, plan, style, &mut issues),
        CsvTable::Links => sheet.of_plan(&LINKS, plan, style, &mut issues),
        CsvTable::Resources => sheet.of_plan(&RESOURCES, plan, style, &mut issues),
        CsvTable::Assignments => sheet.of_plan(&ASSIGNMENTS, plan, style, &mut issues),
        CsvTable::Progress => sheet.of_plan(&PROGRESS, plan, style, &mut issues),
        CsvTable::Schedule => sheet.of_schedule(plan, schedule, style),
        CsvTable::Load => sheet.of_load(plan, schedule, style)?,
    }
    issues.arrange();
    Ok(CsvText { text: sheet.text, rows: sheet.rows, issues })
}

struct Sheet {
    separator: char,
    text: String,
    rows: u32,
}

impl Sheet {
    fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (position, cell) in cells.iter().enumerate() {
            if position > 0 {
                self.text.push(self.separator);
            }
            put(&mut self.text, cell.as_ref(), self.separator);
        }
        self.text.push_str("\r\n");
    }

    fn of_plan(&mut self, table: &Table, plan: &Plan, style: Style<'_>, issues: &mut Vec<Issue>) {
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        self.row(&names);
        let document: Value = serde_json::from_str(&plan.to_json()).unwrap_or_default();
        let mut left: BTreeMap<String, usize> = BTreeMap::new();
        for item in document[table.list].as_array().into_iter().flatten() {
            if table.name == "progress" && item.get("progress").is_none() {
                continue;
            }
            let cells: Vec<String> = table.columns.iter().map(|column| cell(item, column, style)).collect();
            self.row(&cells);
            self.rows += 1;
            rest(table, item, &mut left);
        }
        for (name, count) in left {
            let message = format!("`{name}` has no column in the table of {}; left out: {count}", table.name);
            issues.push(Issue::warning("not-kept", format!("{}/{name}", table.name), message));
        }
    }

    fn of_schedule(&mut self, plan: &Plan, schedule: &Schedule, style: Style<'_>) {
        self.row(&[
            "id",
            "name",
            "kind",
            "start",
            "finish",
            "early_start",
            "early_finish",
            "late_start",
            "late_finish",
            "duration_hours",
            "total_float_hours",
            "free_float_hours",
            "critical",
            "drivers",
            "late_days",
        ]);
        let names: BTreeMap<&str, &str> =
            plan.tasks.iter().filter_map(|task| Some((task.id.as_str(), task.name.as_deref()?))).collect();
        for row in &schedule.tasks {
            let text = |text: &str| Kind::Text.write(&Value::String(text.to_owned()), style);
            let kind = match row.kind {
                crate::schedule::TaskKind::Task => "task",
                crate::schedule::TaskKind::Milestone => "milestone",
                crate::schedule::TaskKind::Summary => "summary",
            };
            let drivers = Value::Array(row.drivers.iter().map(|id| id.as_str().into()).collect());
            self.row(&[
                text(&row.id),
                names.get(row.id.as_str()).map(|name| text(name)).unwrap_or_default(),
                kind.to_owned(),
                row.start.to_string(),
                row.finish.to_string(),
                row.early_start.to_string(),
                row.early_finish.to_string(),
                row.late_start.to_string(),
                row.late_finish.to_string(),
                hours(row.duration, style),
                hours(row.total_float, style),
                hours(row.free_float, style),
                if row.critical { "yes" } else { "no" }.to_owned(),
                Kind::Texts.write(&drivers, style),
                row.late_days.to_string(),
            ]);
            self.rows += 1;
        }
    }

    fn of_load(&mut self, plan: &Plan, schedule: &Schedule, style: Style<'_>) -> Result<(), Issues> {
        self.row(&["resource", "date", "demand_hours", "capacity_hours", "excess_hours"]);
        for one in &load(plan, schedule)?.resources {
            let id = if style.keep_formulas { one.resource.to_string() } else { harmless(&one.resource) };
            for day in &one.days {
                self.row(&[
                    id.clone(),
                    day.date.to_string(),
                    hours(day.demand, style),
                    hours(day.capacity, style),
                    hours(day.excess, style),
                ]);
                self.rows += 1;
            }
        }
        Ok(())
    }
}

/// Seconds as hours with at most four decimals, cut off.
fn hours(work: Work, style: Style<'_>) -> String {
    let parts = i128::from(work.0) * 10_000 / 3600;
    let sign = if parts < 0 { "-" } else { "" };
    let (whole, part) = (parts.abs() / 10_000, parts.abs() % 10_000);
    let text = format!("{sign}{whole}.{part:04}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let comma = style.decimal == Some(super::CsvDecimal::Comma);
    if comma { text.replace('.', ",") } else { text.to_owned() }
}

/// The only item of a list, if it has one; else the value.
fn inside<'a>(value: &'a Value, field: &str) -> Option<&'a Value> {
    match value {
        // Prices that hold from a day on are more than the columns say.
        Value::Array(items) if field == "0" => {
            items.first().filter(|one| items.len() == 1 && one.get("from").is_none())
        }
        value => value.get(field),
    }
}

fn cell(item: &Value, column: &Column, style: Style<'_>) -> String {
    let found = column.path.iter().try_fold(item, |value, field| inside(value, field));
    found.map(|value| column.kind.write(value, style)).unwrap_or_default()
}

/// Counts the fields of an item that have no column.
fn rest(table: &Table, item: &Value, left: &mut BTreeMap<String, usize>) {
    let Value::Object(fields) = item else { return };
    // What has happened has a table of its own, and the table of progress is about nothing else.
    if table.name == "progress" {
        return;
    }
    for (name, value) in fields.iter().filter(|(name, _)| *name != "progress") {
        let mut columns = table.columns.iter().filter(|column| column.path[0] == name);
        let Some(column) = columns.next() else {
            *left.entry(name.clone()).or_default() += 1;
            continue;
        };
        if column.path.get(1) == Some(&"0") && inside(value, "0").is_none() {
            *left.entry(name.clone()).or_default() += 1;
        }
    }
}

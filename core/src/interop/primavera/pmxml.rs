//! A PMXML file as the tables of an XER file: one reading of P6's words for both.

mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use self::words::{KINDS, Kind, OF_WORDS, is_noise, word};
use super::calendar::{self, DAYS};
use super::table::{Table, Tables};
use super::value;
use crate::Issue;
use crate::calendar::Shift;
use crate::interop::mspdi::xml::Xml;
use crate::plan::validate::{Faults, show};
use crate::quantity::When;

/// Rows of a table, by the names of their columns.
#[derive(Default)]
struct Rows {
    columns: Vec<String>,
    at: BTreeMap<String, usize>,
    rows: Vec<String>,
}

impl Rows {
    fn push(&mut self, cells: Vec<(String, String)>) {
        let mut row: Vec<String> = Vec::with_capacity(self.columns.len());
        for (column, text) in cells {
            let at = *self.at.entry(column).or_insert_with_key(|column| {
                self.columns.push(column.clone());
                self.columns.len() - 1
            });
            if row.len() <= at {
                row.resize(at + 1, String::new());
            }
            row[at] = text;
        }
        self.rows.push(row.join("\t"));
    }
}

/// Reads the tables.
pub(super) fn read(text: &str, faults: &mut Faults) -> Result<Tables<'static>, Issue> {
    let mut xml = Xml::new(text);
    match xml.child()? {
        Some("APIBusinessObjects") => {}
        other => {
            let root = show(other.unwrap_or("nothing"));
            let message = format!("the file begins with `{root}`, not with `APIBusinessObjects`");
            return Err(Issue::error("not-pmxml", "file", message)
                .with_help("in P6 choose `File`, `Export` and the format `Primavera PM - XML`"));
        }
    }
    let mut reader =
        Reader { xml, tables: BTreeMap::new(), left_out: BTreeMap::new(), currency: None, faults };
    while let Some(name) = reader.xml.child()? {
        reader.element(name, "")?;
    }
    if reader.xml.child()?.is_some() {
        return Err(Issue::error(
            "invalid-xml",
            "file",
            "there is something behind the end of `APIBusinessObjects`",
        ));
    }
    let Reader { tables, left_out, currency, faults, .. } = reader;
    for (name, count) in left_out {
        let times = if count == 1 { String::new() } else { format!(", {count} times") };
        let shown = show(&name).into_owned();
        faults.push(Issue::info("not-kept", shown.as_str(), format!("`{shown}` is not kept{times}")));
    }
    let mut found = Tables { currency, ..Tables::default() };
    for (name, rows) in tables {
        let mut table = Table::new(name);
        table.set_names(rows.columns);
        rows.rows.into_iter().for_each(|row| table.push(row));
        found.list.push(table);
    }
    Ok(found)
}

struct Reader<'a, 'f> {
    xml: Xml<'a>,
    tables: BTreeMap<&'static str, Rows>,
    left_out: BTreeMap<String, usize>,
    currency: Option<String>,
    faults: &'f mut Faults,
}

impl<'a> Reader<'a, '_> {
    /// Reads an element that was entered, of a project or of none.
    fn element(&mut self, name: &'a str, project: &str) -> Result<(), Issue> {
        let Some(kind) = KINDS.iter().find(|kind| kind.0 == name) else {
            match name {
                "Currency" => return self.currency(),
                // What P6 keeps for itself.
                "DisplayCurrency"
                | "OBS"
                | "FinancialPeriodTemplate"
                | "UnitOfMeasure"
                | "ExpenseCategory"
                | "CostAccount"
                | "DocumentCategory"
                | "NotebookTopic"
                | "RoleRateNew"
                | "Shift"
                | "EPS" => {}
                _ => *self.left_out.entry(name.chars().take(80).collect()).or_default() += 1,
            }
            return self.xml.text().map(drop);
        };
        match name {
            "Project" => self.project(kind),
            "Calendar" => self.calendar(kind),
            _ => self.record(kind, project),
        }
    }

    fn project(&mut self, kind: &'static Kind) -> Result<(), Issue> {
        let (mut cells, mut number) = (Vec::new(), String::new());
        while let Some(name) = self.xml.child()? {
            let holds = KINDS.iter().any(|kind| kind.0 == name)
                || matches!(
                    name,
                    "ProjectNote" | "ActivityNote" | "UDF" | "Code" | "ActivityCode" | "ActivityCodeType"
                );
            if holds {
                let project = number.clone();
                self.element(name, &project)?;
                continue;
            }
            let (text, nested) = self.xml.text()?;
            if nested {
                *self.left_out.entry(name.chars().take(80).collect()).or_default() += 1;
            } else if let Some(cell) = cell(kind, name, &text) {
                if name == "ObjectId" {
                    number.clone_from(&cell.1);
                }
                cells.push(cell);
            }
        }
        self.tables.entry(kind.1).or_default().push(cells);
        Ok(())
    }

    fn record(&mut self, kind: &'static Kind, project: &str) -> Result<(), Issue> {
        let mut cells = Vec::new();
        while let Some(name) = self.xml.child()? {
            let (text, nested) = self.xml.text()?;
            if nested {
                let what = format!("{}/{}", kind.0, name.chars().take(80).collect::<String>());
                *self.left_out.entry(what).or_default() += 1;
            } else {
                cells.extend(cell(kind, name, &text));
            }
        }
        let has = |cells: &[(String, String)], column: &str| cells.iter().any(|cell| cell.0 == column);
        if !project.is_empty() && !has(&cells, "proj_id") && kind.1 != "CALENDAR" {
            cells.push(("proj_id".to_owned(), project.to_owned()));
        }
        if kind.1 == "SCHEDOPTIONS" {
            let rule = cells.iter().find(|cell| cell.0 == "sched_progress").map(|cell| cell.1.clone());
            let of = |yes: bool| String::from(if yes { "Y" } else { "N" });
            let (retained, override_) = match rule.as_deref() {
                Some("Progress Override") => (false, true),
                Some("Actual Dates") => (false, false),
                _ => (true, false),
            };
            cells.retain(|cell| cell.0 != "sched_progress");
            cells.push(("sched_retained_logic".to_owned(), of(retained)));
            cells.push(("sched_progress_override".to_owned(), of(override_)));
        }
        self.tables.entry(kind.1).or_default().push(cells);
        Ok(())
    }

    fn currency(&mut self) -> Result<(), Issue> {
        let (mut id, mut is_base) = (None, false);
        while let Some(name) = self.xml.child()? {
            let (text, _) = self.xml.text()?;
            match name {
                "Id" => id = Some(text.trim().to_ascii_uppercase()),
                "ExchangeRate" => is_base = value::number(text.trim()) == Some(1.0),
                _ => {}
            }
        }
        if is_base && self.currency.is_none() {
            self.currency = id;
        }
        Ok(())
    }

    fn calendar(&mut self, kind: &'static Kind) -> Result<(), Issue> {
        let mut cells = Vec::new();
        let mut days: [Option<Vec<Shift>>; 7] = Default::default();
        let mut exceptions: Vec<(NaiveDate, Vec<Shift>)> = Vec::new();
        while let Some(name) = self.xml.child()? {
            match name {
                "StandardWorkWeek" => {
                    while self.xml.child()?.is_some() {
                        let (day, shifts) = self.day()?;
                        let number = DAYS.iter().position(|weekday| full_name(*weekday) == day.trim());
                        if let Some(number) = number {
                            days[number] = Some(shifts);
                        }
                    }
                }
                "HolidayOrExceptions" => {
                    while self.xml.child()?.is_some() {
                        let (day, shifts) = self.day()?;
                        match value::moment(day.trim()) {
                            Some(When { date, .. }) => exceptions.push((date, shifts)),
                            None => {
                                let message = format!("`{}` is no day", show(&day));
                                self.faults.warning(
                                    "invalid-exception",
                                    "CALENDAR",
                                    message,
                                    "it is left out",
                                );
                            }
                        }
                    }
                }
                _ => {
                    let (text, _) = self.xml.text()?;
                    cells.extend(cell(kind, name, &text));
                }
            }
        }
        let any = days.iter().any(Option::is_some);
        let week = days.each_ref().map(|day| day.as_deref().unwrap_or_default());
        let data =
            if any { calendar::write(week, &exceptions) } else { calendar::write_exceptions(&exceptions) };
        cells.push(("clndr_data".to_owned(), data));
        self.tables.entry(kind.1).or_default().push(cells);
        Ok(())
    }

    /// A day of the week or a date, with its times of work.
    fn day(&mut self) -> Result<(String, Vec<Shift>), Issue> {
        let (mut day, mut shifts) = (String::new(), Vec::new());
        while let Some(name) = self.xml.child()? {
            match name {
                "DayOfWeek" | "Date" => day = self.xml.text()?.0.into_owned(),
                "WorkTime" => {
                    let (mut start, mut finish) = (None, None);
                    while let Some(name) = self.xml.child()? {
                        let (text, _) = self.xml.text()?;
                        let time = value::time_of_day(&text);
                        match name {
                            "Start" => start = time,
                            // The last minute is inclusive.
                            "Finish" => finish = time.map(until),
                            _ => {}
                        }
                    }
                    if let (Some(start), Some(finish)) = (start, finish) {
                        match Shift::new(start, finish) {
                            Ok(shift) => shifts.push(shift),
                            Err(error) => {
                                let help = "it is left out";
                                self.faults.warning("invalid-shift", "CALENDAR", error.to_string(), help);
                            }
                        }
                    }
                }
                _ => drop(self.xml.text()?),
            }
        }
        Ok((day, shifts))
    }
}

/// A cell of a table from a field; none of what says nothing to it.
fn cell(kind: &Kind, name: &str, text: &str) -> Option<(String, String)> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let Some((_, column)) = kind.2.iter().find(|(field, _)| *field == name) else {
        return (!is_noise(kind.0, name)).then(|| (name.chars().take(80).collect(), text.replace('\t', " ")));
    };
    let text = match *column {
        "phys_complete_pct" => {
            value::number(text).map_or_else(|| text.to_owned(), |share| (share * 100.0).to_string())
        }
        "default_flag"
        | "sched_lag_early_start_flag"
        | "sched_open_critical_flag"
        | "sched_use_expect_end_flag" => String::from(if matches!(text, "1" | "true") { "Y" } else { "N" }),
        column if OF_WORDS.contains(&column) => word(text).to_owned(),
        _ => text.replace('\t', " "),
    };
    Some(((*column).to_owned(), text))
}

fn full_name(day: chrono::Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        [day.num_days_from_monday() as usize]
}

/// `11:59` is the last minute before noon; a whole hour is meant as it is.
fn until(time: chrono::NaiveTime) -> chrono::NaiveTime {
    use chrono::Timelike;
    if time.minute() % 10 == 9 { time + chrono::TimeDelta::minutes(1) } else { time }
}

//! Reading tables into a plan.

use std::collections::BTreeMap;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;
use serde_json::{Map, Value, json};

use super::columns::{ASSIGNMENTS, Column, LINKS, PREDECESSORS, PROGRESS, RESOURCES, TASKS, Table, WHOLE};
use super::limits::MAX_CSV_BYTES;
use super::text::{Cell, rows};
use super::value::{Kind, Style, is_format, split};
use super::{CsvFile, CsvReadOptions};
use crate::Issues;
use crate::error::nearest;
use crate::plan::validate::Faults;
use crate::plan::{FORMAT, Plan};

/// The texts of the tables that there are.
#[derive(Debug, Clone, Copy, Default)]
pub struct CsvTexts<'a> {
    /// Tasks.
    pub tasks: Option<&'a str>,
    /// Links.
    pub links: Option<&'a str>,
    /// Resources.
    pub resources: Option<&'a str>,
    /// Assignments.
    pub assignments: Option<&'a str>,
    /// What has happened so far.
    pub progress: Option<&'a str>,
}

/// Reads tables in CSV as a plan, or into a plan: rows with a known id change what their columns say, others are
/// added.
///
/// # Errors
/// Every fault with its line and column, such as `tasks/line 3/column 2/duration`: `missing-input`, `missing-start`,
/// `invalid-option`; `missing-column`, `repeated-column`, `missing-value`, `invalid-value`, `incomplete-values`,
/// `duplicate-row`, `unknown-task` (of progress), `too-many-values`, `invalid-quote`, `unterminated-quote`,
/// `too-large`. A column that is not known is told in [`CsvFile::issues`]. What the plan means is the matter of
/// [`Plan::validate`].
///
/// # Complexity
/// O(n log n) in the length of the texts.
///
/// # Examples
/// ```
/// use paceline::interop::{CsvReadOptions, CsvTexts, read_csv};
/// use paceline::quantity::When;
/// let texts = CsvTexts {
///     tasks: Some("ID;Name;Duration;Predecessors\nbrief;Brief;1,5d;\ncopy;Copy;2 days;brief FS+1d\n"),
///     ..CsvTexts::default()
/// };
/// let options = CsvReadOptions { start: Some(When::parse("2026-03-02")?), ..CsvReadOptions::default() };
/// let plan = read_csv(&texts, None, &options)?.plan;
/// assert_eq!(plan.tasks[0].duration.unwrap().to_string(), "1.5d");
/// assert_eq!(plan.dependencies[0].lag.to_string(), "1d");
///
/// let wrong = CsvTexts { tasks: Some("id,duration\nbrief,soon\n"), ..CsvTexts::default() };
/// assert_eq!(read_csv(&wrong, None, &options).unwrap_err().as_slice()[0].at, "tasks/line 2/column 2/duration");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn read_csv(
    texts: &CsvTexts<'_>,
    base: Option<&Plan>,
    options: &CsvReadOptions,
) -> Result<CsvFile, Issues> {
    let mut faults = Faults::default();
    if let Some(format) = options.date_format.as_deref().filter(|format| !is_format(format)) {
        let shown: String = format.chars().take(40).collect();
        let message = format!("`{shown}` is no order of dates with `YYYY`, `MM` and `DD`");
        faults.error("invalid-option", "options/date_format", message, "write it such as `DD.MM.YYYY`");
    }
    let tables = [
        (texts.tasks, &TASKS),
        (texts.resources, &RESOURCES),
        (texts.links, &LINKS),
        (texts.assignments, &ASSIGNMENTS),
        (texts.progress, &PROGRESS),
    ];
    if tables.iter().all(|(text, _)| text.is_none()) {
        faults.error("missing-input", "tables", "no table is given", "give the text of at least one");
    }
    let mut document = match base {
        Some(plan) => serde_json::from_str(&plan.to_json()).unwrap_or_default(),
        None => {
            if options.start.is_none() {
                let help = "give it as `2026-03-02`, or a plan that rows are added to";
                faults.error("missing-start", "options/start", "the start of the program is missing", help);
            }
            let start = options.start.map(|start| start.to_string()).unwrap_or_default();
            let name = options.name.as_deref().unwrap_or("Program");
            json!({ "format": FORMAT, "program": { "name": name, "start": start } })
        }
    };
    for (text, table) in tables {
        if let Some(text) = text {
            read_table(table, text, options, &mut document, &mut faults);
        }
    }
    let issues = Issues::check(faults.finish(None))?;
    let plan = Plan::from_json(&document.to_string())?;
    Ok(CsvFile { plan, issues })
}

/// A column of the text: where its cells go.
enum Target {
    Field(&'static Column),
    Predecessors,
    /// Nothing is made of it.
    Unknown,
}

/// A header as it is compared.
fn plain(header: &str) -> String {
    let mut plain = String::with_capacity(header.len());
    for letter in header.trim().chars().flat_map(char::to_lowercase) {
        plain.push(if letter == ' ' || letter == '-' { '_' } else { letter });
    }
    plain
}

fn targets(table: &'static Table, header: &[Cell], faults: &mut Faults) -> Vec<Target> {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::with_capacity(header.len());
    for cell in header {
        let name = plain(&cell.text);
        let exact = table.columns.iter().find(|column| column.name == name);
        let column =
            exact.or_else(|| table.columns.iter().find(|column| column.also.contains(&name.as_str())));
        let target = match column {
            Some(column) => Target::Field(column),
            None if table.name == TASKS.name && name == PREDECESSORS => Target::Predecessors,
            None => Target::Unknown,
        };
        let place = format!("{}/line {}/column {}", table.name, cell.line, cell.column);
        let known = match target {
            Target::Field(column) => column.name,
            Target::Predecessors => PREDECESSORS,
            Target::Unknown => {
                if !name.is_empty() {
                    let shown: String = cell.text.trim().chars().take(40).collect();
                    let names = table.columns.iter().map(|column| column.name);
                    let help = nearest(&name, names).unwrap_or_else(|| "it is left out".into());
                    let message = format!("`{shown}` is no column of the table of {}", table.name);
                    faults.warning("unknown-column", place, message, &help);
                }
                found.push(target);
                continue;
            }
        };
        if let Some(first) = seen.insert(known, cell.column) {
            let message = format!("the column `{known}` is there twice, first as column {first}");
            faults.error("repeated-column", place, message, "keep one of them");
        }
        found.push(target);
    }
    for column in &table.columns[..table.needed] {
        if !seen.contains_key(column.name) {
            let message = format!("the column `{}` is missing", column.name);
            let line = header.first().map_or(1, |cell| cell.line);
            faults.error(
                "missing-column",
                format!("{}/line {line}", table.name),
                message,
                "name it in the first line",
            );
        }
    }
    found
}

fn read_table(
    table: &'static Table,
    text: &str,
    options: &CsvReadOptions,
    document: &mut Value,
    faults: &mut Faults,
) {
    if text.len() > MAX_CSV_BYTES {
        let message = format!("{} bytes are more than the {MAX_CSV_BYTES} that are accepted", text.len());
        faults.error("too-large", table.name, message, "split the table");
        return;
    }
    let rows = rows(table.name, text, options.separator.mark(), faults);
    let Some((header, rows)) = rows.split_first() else {
        faults.error(
            "missing-column",
            table.name,
            "the table has no header",
            "name the columns in the first line",
        );
        return;
    };
    let targets = targets(table, header, faults);
    let style =
        Style { decimal: options.decimal, date_format: options.date_format.as_deref(), keep_formulas: false };
    let Some(fields) = document.as_object_mut() else { return };
    let mut links = fields.remove(LINKS.list).and_then(own_list).unwrap_or_default();
    let is_links = table.name == LINKS.name;
    let mut items = if is_links {
        std::mem::take(&mut links)
    } else {
        fields.remove(table.list).and_then(own_list).unwrap_or_default()
    };
    let mut reader = Reader { table, style, faults, known: FxHashMap::default(), seen: FxHashMap::default() };
    for (position, item) in items.iter().enumerate() {
        reader.known.insert(key(table, item), position);
    }
    let mut waiting = Vec::new();
    for row in rows {
        reader.row(&targets, row, &mut items, &mut waiting);
    }
    let mut places: FxHashMap<String, usize> = FxHashMap::default();
    if !waiting.is_empty() {
        places.extend(links.iter().enumerate().map(|(position, link)| (key(&LINKS, link), position)));
    }
    for (to, cell) in waiting {
        reader.predecessors(&to, cell, &mut links, &mut places);
    }
    if is_links {
        links = items;
    } else if !items.is_empty() {
        fields.insert(table.list.into(), Value::Array(items));
    }
    if !links.is_empty() {
        fields.insert(LINKS.list.into(), Value::Array(links));
    }
}

fn own_list(value: Value) -> Option<Vec<Value>> {
    match value {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// What tells an item from the others: the texts of its first columns.
fn key(table: &Table, item: &Value) -> String {
    let mut key = String::new();
    for column in &table.columns[..table.keys] {
        let part = item.get(column.path[0]).and_then(Value::as_str);
        // A link that does not say its kind is from finish to start.
        key.push_str(part.unwrap_or(if column.name == "kind" { "FS" } else { "" }));
        key.push('\u{1f}');
    }
    key
}

struct Reader<'a> {
    table: &'static Table,
    style: Style<'a>,
    faults: &'a mut Faults,
    /// Where the items are.
    known: FxHashMap<String, usize>,
    /// Rows read so far, with their lines.
    seen: FxHashMap<String, usize>,
}

impl Reader<'_> {
    fn place(&self, cell: &Cell, name: &str) -> String {
        format!("{}/line {}/column {}/{name}", self.table.name, cell.line, cell.column)
    }

    fn row<'c>(
        &mut self,
        targets: &[Target],
        row: &'c [Cell],
        items: &mut Vec<Value>,
        waiting: &mut Vec<(String, &'c Cell)>,
    ) {
        let line = row[0].line;
        if let Some(cell) =
            row.get(targets.len()..).and_then(|more| more.iter().find(|cell| !cell.text.is_empty()))
        {
            let place = format!("{}/line {}/column {}", self.table.name, cell.line, cell.column);
            let message = format!("the line has more cells than the header, which has {}", targets.len());
            self.faults.error(
                "too-many-values",
                place,
                message,
                "put cells that hold a separator into quotes",
            );
        }
        let mut read: Vec<(&'static Column, Option<Value>, &Cell)> = Vec::with_capacity(targets.len());
        let mut links = None;
        for (target, cell) in targets.iter().zip(row) {
            match target {
                Target::Unknown => {}
                Target::Predecessors => links = Some(cell),
                Target::Field(column) => {
                    let value = if cell.text.trim().is_empty() { None } else { self.value(column, cell) };
                    read.push((column, value, cell));
                }
            }
        }
        let mut keys = Map::new();
        for column in &self.table.columns[..self.table.keys] {
            let given = read.iter().find(|(one, ..)| one.name == column.name);
            match given {
                Some((_, Some(value), _)) => drop(keys.insert(column.path[0].to_owned(), value.clone())),
                _ if column.name == "kind" => {}
                Some((_, None, cell)) => {
                    let place = self.place(cell, column.name);
                    let message = format!("`{}` is empty", column.name);
                    self.faults.error("missing-value", place, message, "every row needs it");
                    return;
                }
                // The column or the cell is missing; the column has been told.
                None => {
                    if targets
                        .iter()
                        .any(|one| matches!(one, Target::Field(known) if known.name == column.name))
                    {
                        let place = format!("{}/line {line}", self.table.name);
                        let message = format!("the line ends before `{}`", column.name);
                        self.faults.error("missing-value", place, message, "every row needs it");
                    }
                    return;
                }
            }
        }
        let keys = Value::Object(keys);
        let known = key(self.table, &keys);
        if let Some(first) = self.seen.insert(known.clone(), line) {
            let place = format!("{}/line {line}", self.table.name);
            let message = format!("the row is there twice, first in line {first}");
            self.faults.error("duplicate-row", place, message, "keep one of them");
            return;
        }
        let position = match self.known.get(&known) {
            Some(&position) => position,
            None if self.table.name == PROGRESS.name => {
                let id = keys["id"].as_str().unwrap_or_default().chars().take(80).collect::<String>();
                let place = format!("{}/line {line}", self.table.name);
                let help = "give the tasks, too, or the plan that they are in";
                self.faults.error("unknown-task", place, format!("task `{id}` does not exist"), help);
                return;
            }
            None => {
                items.push(keys.clone());
                self.known.insert(known, items.len() - 1);
                items.len() - 1
            }
        };
        if let (Some(cell), Some(id)) = (links, keys["id"].as_str()) {
            waiting.push((id.to_owned(), cell));
        }
        let cells: Vec<(&Column, &Cell)> = read.iter().map(|(column, _, cell)| (*column, *cell)).collect();
        for (column, value, cell) in read {
            // A cell that is no value has been told.
            if value.is_some() || cell.text.trim().is_empty() {
                set(&mut items[position], column.path, value);
            }
        }
        self.check_groups(&mut items[position], &cells);
    }

    fn value(&mut self, column: &Column, cell: &Cell) -> Option<Value> {
        match column.kind.read(&cell.text, self.style) {
            Ok(value) => Some(value),
            Err(wrong) => {
                let shown: String = cell.text.trim().chars().take(40).collect();
                let message = format!("`{shown}` is not {wrong}");
                let help = match column.kind {
                    Kind::Word(words) => format!("write {}", words.join(", ")),
                    _ => String::new(),
                };
                self.faults.error("invalid-value", self.place(cell, column.name), message, &help);
                None
            }
        }
    }

    /// Fields that stand together or not at all.
    fn check_groups(&mut self, item: &mut Value, cells: &[(&Column, &Cell)]) {
        for (group, needed) in WHOLE {
            let Some(found) = item.get(group) else { continue };
            let one = found.as_array().and_then(|items| items.first()).unwrap_or(found);
            let is_whole = needed.iter().all(|field| one.get(*field).is_some());
            let given = cells.iter().find(|(column, _)| column.path[0] == group);
            if let (false, Some((column, cell))) = (is_whole, given) {
                let names: Vec<&str> = (self.table.columns.iter())
                    .filter(|column| {
                        column.path[0] == group
                            && column.path.last().is_some_and(|last| needed.contains(last))
                    })
                    .map(|column| column.name)
                    .collect();
                let message = format!("not all of `{}` are given", names.join("`, `"));
                let place = self.place(cell, column.name);
                self.faults.error("incomplete-values", place, message, "give all of them, or none");
            }
        }
    }

    /// `brief; copy SS+1d`: links to a task from its row.
    fn predecessors(
        &mut self,
        to: &str,
        cell: &Cell,
        links: &mut Vec<Value>,
        places: &mut FxHashMap<String, usize>,
    ) {
        for item in split(&cell.text) {
            let item = item.trim();
            let Some(link) = self.predecessor(item) else {
                let shown: String = item.chars().take(40).collect();
                let message = format!("`{shown}` is not a task with a kind and lag, such as `copy SS+1d`");
                let place = self.place(cell, PREDECESSORS);
                self.faults.error("invalid-value", place, message, "set several apart by `;`");
                continue;
            };
            let mut link = link;
            link["to"] = to.into();
            match places.entry(key(&LINKS, &link)) {
                Entry::Occupied(known) => links[*known.get()] = link,
                Entry::Vacant(place) => {
                    place.insert(links.len());
                    links.push(link);
                }
            }
        }
    }

    fn predecessor(&self, text: &str) -> Option<Value> {
        let is_task = |id: &str| self.known.contains_key(&format!("{id}\u{1f}"));
        if is_task(text) {
            return Some(json!({ "from": text }));
        }
        // The lag begins at the last sign behind which a lag can be read.
        let mut cuts: Vec<usize> = text.match_indices(['+', '-']).map(|(at, _)| at).collect();
        cuts.push(text.len());
        for cut in cuts {
            let (head, lag) = text.split_at(cut);
            let head = head.trim();
            let lag = match lag.trim() {
                "" => None,
                lag => match Kind::Lag.read(lag.strip_prefix('+').unwrap_or(lag), self.style) {
                    Ok(lag) => Some(lag),
                    Err(_) => continue,
                },
            };
            let kinds = [None, Some("FS"), Some("SS"), Some("FF"), Some("SF")];
            for kind in kinds {
                let at = head.len().saturating_sub(2);
                let id = match kind {
                    None => head,
                    Some(kind) if head.is_char_boundary(at) && head[at..].eq_ignore_ascii_case(kind) => {
                        head[..at].trim()
                    }
                    Some(_) => continue,
                };
                if is_task(id) {
                    let mut link = json!({ "from": id });
                    if let Some(kind) = kind {
                        link["kind"] = kind.into();
                    }
                    if let Some(lag) = lag {
                        link["lag"] = lag;
                    }
                    return Some(link);
                }
            }
        }
        None
    }
}

/// Puts a value at its place, or takes it away.
fn set(item: &mut Value, path: &[&str], value: Option<Value>) {
    let Some((first, rest)) = path.split_first() else { return };
    if *first == "0" {
        let Value::Array(items) = item else { return };
        // Prices that hold from a day on are more than the columns say: they stay.
        if items.len() > 1 || items.first().is_some_and(|one| one.get("from").is_some()) {
            return;
        }
        if items.is_empty() && value.is_some() {
            items.push(json!({}));
        }
        if let Some(one) = items.first_mut() {
            set(one, rest, value);
            if one.as_object().is_some_and(Map::is_empty) {
                items.clear();
            }
        }
        return;
    }
    let Value::Object(fields) = item else { return };
    if rest.is_empty() {
        match value {
            Some(value) => drop(fields.insert((*first).to_owned(), value)),
            None => drop(fields.remove(*first)),
        }
        return;
    }
    if value.is_none() && !fields.contains_key(*first) {
        return;
    }
    let empty = if rest[0] == "0" { json!([]) } else { json!({}) };
    let inner = fields.entry((*first).to_owned()).or_insert(empty);
    set(inner, rest, value);
    let is_empty = match inner {
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if is_empty {
        fields.remove(*first);
    }
}

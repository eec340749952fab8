//! Ids as the numbers of a file, and the tree of tasks as its rows.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::super::fields::{CUSTOM, ELEMENT, TEXT};
use super::Dates;
use crate::plan::Plan;
use crate::sort::Arrange;

/// Alias of the custom field that holds ids.
pub(in super::super) const ALIAS: &str = "Paceline id";
/// Custom text fields 30 down to 21 of tasks and of resources; the first that nobody uses holds the ids.
const TASK_FIELDS: [u32; 10] = fields(188_744_016);
const RESOURCE_FIELDS: [u32; 10] = fields(205_521_140);

const fn fields(last: u32) -> [u32; 10] {
    let (mut list, mut at) = ([0; 10], 0);
    while at < 10 {
        list[at as usize] = last - at;
        at += 1;
    }
    list
}

/// A row of the list of tasks.
pub(super) struct Row {
    /// Its position in the plan; of a row that was kept as it stood, its key and text.
    pub(super) task: Result<usize, (String, String)>,
    pub(super) level: usize,
    /// `1.2.3`.
    pub(super) outline: String,
    /// Number of the row.
    pub(super) row: i64,
}

pub(super) struct Numbers {
    tasks: BTreeMap<String, i64>,
    resources: BTreeMap<String, i64>,
    calendars: BTreeMap<String, i64>,
    /// The calendar of a program that names none.
    pub(super) standard: Option<i64>,
    /// First number of a calendar that the plan does not have.
    pub(super) next_calendar: i64,
    pub(super) rows: Vec<Row>,
    /// Rows that were kept as they stood, but have no place any more.
    pub(super) homeless: Vec<String>,
    /// Custom fields that hold ids.
    pub(super) id_fields: [Option<u32>; 2],
}

/// A number as an author's id, if it is one.
fn number(id: &str, least: i64) -> Option<i64> {
    let number: i64 = id.parse().ok()?;
    ((least..=i64::from(i32::MAX)).contains(&number) && number.to_string() == id).then_some(number)
}

/// Numbers of ids, in the order in which those without one are given theirs; never one that is `taken`.
fn numbers<'a>(
    ids: impl Iterator<Item = &'a str> + Clone,
    least: i64,
    taken: impl Iterator<Item = i64>,
) -> (BTreeMap<String, i64>, i64) {
    let mut known: BTreeMap<String, i64> =
        ids.clone().filter_map(|id| Some((id.to_owned(), number(id, least)?))).collect();
    let taken: BTreeSet<i64> = known.values().copied().chain(taken).collect();
    let mut next = 1;
    for id in ids {
        if !known.contains_key(id) {
            while taken.contains(&next) {
                next += 1;
            }
            known.insert(id.to_owned(), next);
            next += 1;
        }
    }
    let last = known.values().copied().chain(taken).max().unwrap_or(0);
    (known, last + 1)
}

impl Numbers {
    pub(super) fn of(plan: &Plan, is_summary: &[bool], dates: &FxHashMap<&str, Dates>) -> Self {
        let order = order(plan, dates);
        let extras = &plan.program.extras;
        let kept = |key: &str| number(key.strip_prefix(ELEMENT)?.strip_prefix("Task/")?, 0);
        let ids = order.iter().map(|(position, _)| plan.tasks[*position].id.as_str());
        let (tasks, _) = numbers(ids, 1, extras.keys().filter_map(|key| kept(key)));
        let resources = plan.resources.iter().map(|resource| resource.id.as_str());
        let (resources, _) = numbers(resources, 0, [0].into_iter());
        let (calendars, mut next) =
            numbers(plan.calendars.iter().map(|calendar| calendar.id.as_str()), 1, std::iter::empty());
        let standard = plan.program.calendar.is_none().then_some(next);
        next += i64::from(standard.is_some());
        let named = |strange: bool, list: &[u32; 10], used: &dyn Fn(&str) -> bool| {
            let free = |field: &&u32| !used(&format!("{CUSTOM}{field}"));
            if strange { list.iter().find(free).copied() } else { None }
        };
        let definitions = extras.get(&format!("{ELEMENT}ExtendedAttributes")).map_or("", String::as_str);
        let defined = |key: &str| {
            let field = key.strip_prefix(CUSTOM).unwrap_or_default();
            definitions.contains(&format!(">{field}</FieldID>"))
        };
        let id_fields = [
            named(plan.tasks.iter().any(|task| number(&task.id, 1).is_none()), &TASK_FIELDS, &|key| {
                defined(key) || plan.tasks.iter().any(|task| task.extras.contains_key(key))
            }),
            named(plan.resources.iter().any(|one| number(&one.id, 0).is_none()), &RESOURCE_FIELDS, &|key| {
                defined(key) || plan.resources.iter().any(|one| one.extras.contains_key(key))
            }),
        ];
        let mut numbers = Self {
            tasks,
            resources,
            calendars,
            standard,
            next_calendar: next,
            rows: Vec::new(),
            homeless: Vec::new(),
            id_fields,
        };
        numbers.lay_out(plan, &order, is_summary);
        numbers
    }

    pub(super) fn task(&self, id: &str) -> i64 {
        self.tasks.get(id).copied().unwrap_or(-1)
    }

    pub(super) fn resource(&self, id: &str) -> i64 {
        self.resources.get(id).copied().unwrap_or(-1)
    }

    /// The number of a calendar; that of the program if none is named.
    pub(super) fn calendar(&self, id: Option<&str>) -> i64 {
        match id {
            Some(id) => self.calendars.get(id).copied().unwrap_or(-1),
            None => self.standard.unwrap_or(-1),
        }
    }

    /// Rows with their numbers: as they were, if they still ascend, with the rows that were kept as they stood
    /// between them; else from 1 on.
    fn lay_out(&mut self, plan: &Plan, order: &[(usize, usize)], _is_summary: &[bool]) {
        let row_of = |position: usize| row(&plan.tasks[position].extras);
        let ascend =
            order.windows(2).all(|pair| match (row_of(pair[0].0), row_of(pair[1].0)) {
                (Some(before), Some(after)) => before < after,
                _ => false,
            }) && order.first().is_none_or(|(position, _)| row_of(*position).is_some_and(|row| row > 0));
        let mut kept: Vec<(i64, String, String)> = Vec::new();
        for (key, text) in &plan.program.extras {
            if key.strip_prefix(ELEMENT).is_some_and(|key| key.starts_with("Task/")) {
                let inner = text.split_once("<ID>").and_then(|(_, rest)| rest.split_once("</ID>"));
                match inner.and_then(|(row, _)| row.trim().parse().ok()).filter(|_| ascend) {
                    Some(row) => kept.push((row, key.clone(), text.clone())),
                    None => self.homeless.push(key.clone()),
                }
            }
        }
        kept.arrange();
        let mut kept = kept.into_iter().peekable();
        let mut counts: Vec<usize> = Vec::new();
        for (count, (position, level)) in order.iter().enumerate() {
            let row = if ascend { row_of(*position).unwrap_or(0) } else { count as i64 + 1 };
            while let Some((own, key, text)) = kept.next_if(|one| one.0 < row) {
                let task = Err((key, text));
                self.rows.push(Row { task, level: 0, outline: String::new(), row: own });
            }
            counts.truncate(level + 1);
            counts.resize(level + 1, 0);
            counts[*level] += 1;
            // A tree of any depth has codes of bounded length.
            let outline: Vec<String> = counts.iter().take(100).map(usize::to_string).collect();
            self.rows.push(Row { task: Ok(*position), level: level + 1, outline: outline.join("."), row });
        }
        for (own, key, text) in kept {
            self.rows.push(Row { task: Err((key, text)), level: 0, outline: String::new(), row: own });
        }
    }

    /// Puts the custom fields for ids beside the others.
    pub(super) fn define(&self, extras: &mut BTreeMap<String, String>) {
        let mut added = String::new();
        for (field, name) in self.id_fields.iter().zip(["Text", "Text"]) {
            let Some(field) = field else { continue };
            let last = if *field < 200_000_000 { TASK_FIELDS[0] } else { RESOURCE_FIELDS[0] };
            added.push_str(&format!(
                "<ExtendedAttribute><FieldID>{field}</FieldID><FieldName>{name}{}</FieldName>\
                 <Alias>{ALIAS}</Alias></ExtendedAttribute>",
                30 - (last - field)
            ));
        }
        if added.is_empty() {
            return;
        }
        let list = extras.entry(format!("{ELEMENT}ExtendedAttributes")).or_default();
        *list = match list.rfind("</ExtendedAttributes>") {
            Some(end) => format!("{}{added}{}", &list[..end], &list[end..]),
            None => format!("<ExtendedAttributes>{added}</ExtendedAttributes>"),
        };
    }
}

fn row(extras: &BTreeMap<String, String>) -> Option<i64> {
    extras.get(&format!("{TEXT}ID"))?.parse().ok()
}

/// Tasks from the top down, what is under each behind it, with their levels: siblings by the rows that they had, then
/// by start.
fn order(plan: &Plan, dates: &FxHashMap<&str, Dates>) -> Vec<(usize, usize)> {
    let positions: FxHashMap<&str, usize> =
        plan.tasks.iter().enumerate().map(|(position, task)| (task.id.as_str(), position)).collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); plan.tasks.len()];
    let mut top = Vec::new();
    for (position, task) in plan.tasks.iter().enumerate() {
        match task.parent.as_ref().and_then(|parent| positions.get(parent.as_str())) {
            Some(parent) => children[*parent].push(position),
            None => top.push(position),
        }
    }
    let key = |position: &usize| {
        let task = &plan.tasks[*position];
        let start = dates.get(task.id.as_str()).and_then(|dates| dates.start);
        (row(&task.extras).unwrap_or(i64::MAX), start, number(&task.id, 0), *position)
    };
    let mut order = Vec::with_capacity(plan.tasks.len());
    top.arrange_by_cached_key(key);
    let mut open: Vec<(usize, usize)> = top.into_iter().rev().map(|position| (position, 0)).collect();
    while let Some((position, level)) = open.pop() {
        order.push((position, level));
        let mut below = std::mem::take(&mut children[position]);
        below.arrange_by_cached_key(key);
        open.extend(below.into_iter().rev().map(|position| (position, level + 1)));
    }
    order
}

//! Changing a plan: a merge patch whose lists of records are addressed by their places.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::json::{label, read_json, read_value};
use super::validate::{Faults, show};
use super::{Assignment, Baseline, Campaign, Dependency, Plan, Resource, Task};
use crate::calendar::Calendar;
use crate::error::nearest;
use crate::measure::Objective;
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Lists of a plan, and how the records of each are called in places and changes.
const LISTS: [&str; 8] = [
    "calendars",
    "campaigns",
    "resources",
    "tasks",
    "dependencies",
    "assignments",
    "objectives",
    "baselines",
];

/// The field by which the records of a nested list are called.
const NAMED_BY: [(&str, &str); 11] = [
    ("absences", "from"),
    ("alternatives", "resource"),
    ("availability", "from"),
    ("constraints", "kind"),
    ("exceptions", "date"),
    ("kpis", "kpi"),
    ("measurements", "at"),
    ("rates", "from"),
    ("skills", "skill"),
    ("tasks", "task"),
    ("work_weeks", "from"),
];

impl Plan {
    /// The plan with changes: a JSON Merge Patch in which a list of records may be given as an object whose names
    /// are the records' places, as issues name them: `tasks/copy`, `dependencies/brief->copy`,
    /// `assignments/copy/ana`.
    ///
    /// A record that the plan has is merged, one that it has not is added, `null` takes it out; other values,
    /// lists written as lists among them, replace what was there. What refers to a record taken out stays, and is
    /// a fault ([`Plan::validate`]) until it is changed too.
    ///
    /// # Errors
    /// Faults of the changes' shape, all at once, at the places that the records have in the plan, and
    /// `unknown-record` where `null` finds nothing. The result is not validated: like [`Plan::from_json`], so that
    /// a host can show a broken plan.
    ///
    /// # Complexity
    /// O(n + c log n) for a plan of n records and changes of c; records that are not named are only copied.
    ///
    /// # References
    /// RFC 7396, *JSON Merge Patch*.
    ///
    /// # Examples
    /// ```
    /// use paceline::plan::{Plan, Task};
    /// use paceline::quantity::{Duration, When};
    ///
    /// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
    ///     .task(Task::new("brief", Duration::days(1)))
    ///     .task(Task::new("copy", Duration::days(2)).after("brief"))
    ///     .build()?;
    /// let later = plan.changed(r#"{
    ///     "program": { "start": "2026-03-09" },
    ///     "tasks": { "brief": { "duration": "3d", "deadline": "2026-03-20" }, "film": { "duration": "4d" } },
    ///     "dependencies": { "brief->copy": null, "brief->film": { "lag": "1d" } }
    /// }"#)?;
    /// assert_eq!(later.tasks.len(), 3);
    /// assert_eq!(later.tasks[0].duration, Some(Duration::days(3)));
    /// assert_eq!(later.dependencies[0].to, "film");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn changed(&self, changes: &str) -> Result<Plan, Issues> {
        let changes: Map<String, Value> = read_json(changes, "changes")?;
        let mut plan = self.clone();
        let mut faults = Faults::default();
        for (name, change) in changes {
            let faults = &mut faults;
            match name.as_str() {
                "format" => replace(&mut plan.format, change, "format", faults),
                "program" => merge_one(&mut plan.program, change, &["program".into()], faults),
                "calendars" => merge_list(&mut plan.calendars, &name, change, faults),
                "campaigns" => merge_list(&mut plan.campaigns, &name, change, faults),
                "resources" => merge_list(&mut plan.resources, &name, change, faults),
                "tasks" => merge_list(&mut plan.tasks, &name, change, faults),
                "dependencies" => merge_list(&mut plan.dependencies, &name, change, faults),
                "assignments" => merge_list(&mut plan.assignments, &name, change, faults),
                "objectives" => merge_list(&mut plan.objectives, &name, change, faults),
                "baselines" => merge_list(&mut plan.baselines, &name, change, faults),
                unknown => faults.push(unknown_field(unknown)),
            }
        }
        Issues::check(faults.finish(None))?;
        Ok(plan)
    }
}

/// A record of a list of the plan.
trait Record: Serialize + DeserializeOwned {
    /// What it is called in places and changes.
    fn place(&self) -> Cow<'_, str>;
}

macro_rules! called_by_id {
    ($($record:ty),+) => {$(
        impl Record for $record {
            fn place(&self) -> Cow<'_, str> {
                Cow::Borrowed(&self.id)
            }
        }
    )+};
}

called_by_id!(Calendar, Campaign, Resource, Task, Objective, Baseline);

impl Record for Dependency {
    fn place(&self) -> Cow<'_, str> {
        Cow::Owned(format!("{}->{}", self.from, self.to))
    }
}

impl Record for Assignment {
    fn place(&self) -> Cow<'_, str> {
        Cow::Owned(format!("{}/{}", self.task, self.resource))
    }
}

fn unknown_field(name: &str) -> Issue {
    let known = || LISTS.into_iter().chain(["format", "program"]);
    let help = nearest(name, known()).unwrap_or_else(|| {
        let names: Vec<String> = known().map(|name| format!("`{name}`")).collect();
        format!("known here are {}", names.join(", "))
    });
    Issue::error("unknown-field", show(name), format!("field `{}` is not known", show(name))).with_help(help)
}

/// Reads a changed part and puts it in its place, if it has the right shape.
fn replace<T: DeserializeOwned>(target: &mut T, value: Value, at: &str, faults: &mut Faults) {
    if let Some(read) = read_value(value, &[at.to_owned()], faults) {
        *target = read;
    }
}

/// Merges changes into one record.
fn merge_one<T: Serialize + DeserializeOwned>(
    record: &mut T,
    change: Value,
    at: &[String],
    faults: &mut Faults,
) {
    // By way of the text, which is written anyway: a writer of trees would be compiled for each type.
    let text = serde_json::to_string(&*record).unwrap_or_default();
    let Ok(mut value) = serde_json::from_str(&text) else { return };
    merge(&mut value, change, at, faults);
    if let Some(read) = read_value(value, at, faults) {
        *record = read;
    }
}

/// Merges changes into a list of records of the plan.
fn merge_list<T: Record>(list: &mut Vec<T>, name: &str, change: Value, faults: &mut Faults) {
    let records = match change {
        Value::Object(records) => records,
        Value::Null => return list.clear(),
        whole => return replace(list, whole, name, faults),
    };
    let mut positions: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (position, record) in list.iter().enumerate() {
        if let Some((place, _)) = records.get_key_value(&*record.place()) {
            positions.entry(place).or_default().push(position);
        }
    }
    let positions: Vec<Vec<usize>> =
        records.keys().map(|place| positions.remove(place.as_str()).unwrap_or_default()).collect();
    let mut gone = Vec::new();
    for ((label, change), positions) in records.into_iter().zip(&positions) {
        let at = [name.to_owned(), show(&label).into_owned()];
        match (positions.as_slice(), change) {
            ([], Value::Null) => faults.push(unknown_record(&at, &label)),
            ([], change) => list.extend(added::<T>(name, &label, change, &at, faults)),
            (found, Value::Null) => gone.extend_from_slice(found),
            ([position], change) => merge_one(&mut list[*position], change, &at, faults),
            (_, _) => faults.push(
                Issue::error(
                    "ambiguous-record",
                    at.join("/"),
                    format!("there are several records `{}`", show(&label)),
                )
                .with_help("take them out with null, or give the whole list"),
            ),
        }
    }
    if !gone.is_empty() {
        gone.arrange();
        let mut position = 0;
        list.retain(|_| {
            position += 1;
            gone.binary_search(&(position - 1)).is_err()
        });
    }
}

fn unknown_record(at: &[String], label: &str) -> Issue {
    Issue::error("unknown-record", at.join("/"), format!("there is no `{}` to take out", show(label)))
        .with_help("look at its spelling, or leave it out of the changes")
}

/// A record that the plan did not have. What its name says need not be repeated.
fn added<T: DeserializeOwned>(
    list: &str,
    label: &str,
    change: Value,
    at: &[String],
    faults: &mut Faults,
) -> Option<T> {
    let mut value = Value::Object(Map::new());
    merge(&mut value, change, at, faults);
    if let Value::Object(fields) = &mut value {
        let pair = match list {
            "dependencies" => label.split_once("->").map(|pair| (["from", "to"], pair)),
            "assignments" => label.split_once('/').map(|pair| (["task", "resource"], pair)),
            _ => {
                fields.entry("id").or_insert_with(|| label.into());
                None
            }
        };
        if let Some((names, (one, other))) = pair {
            fields.entry(names[0]).or_insert_with(|| one.into());
            fields.entry(names[1]).or_insert_with(|| other.into());
        }
    }
    read_value(value, at, faults)
}

/// RFC 7396, and objects merged into lists by the names of the records.
fn merge(target: &mut Value, change: Value, at: &[String], faults: &mut Faults) {
    let Value::Object(changes) = change else {
        *target = change;
        return;
    };
    match target {
        Value::Array(list) => merge_records(list, changes, at, faults),
        Value::Object(_) => merge_fields(target, changes, at, faults),
        _ => {
            *target = Value::Object(Map::new());
            merge_fields(target, changes, at, faults);
        }
    }
}

fn merge_fields(target: &mut Value, changes: Map<String, Value>, at: &[String], faults: &mut Faults) {
    let Value::Object(fields) = target else { return };
    for (name, change) in changes {
        if change.is_null() {
            fields.remove(&name);
            continue;
        }
        let mut below = at.to_vec();
        below.push(name.clone());
        // A list that is empty is not written, and is still a list.
        let is_list = named_by(&name, at).is_some() && change.is_object();
        let empty = if is_list { Value::Array(Vec::new()) } else { Value::Null };
        merge(fields.entry(name).or_insert(empty), change, &below, faults);
    }
}

pub(super) fn named_by(list: &str, at: &[String]) -> Option<&'static str> {
    let is_objective = list == "kpis" && at.first().is_some_and(|first| first == "objectives");
    if is_objective {
        return Some("id");
    }
    NAMED_BY.iter().find(|(name, _)| *name == list).map(|(_, field)| *field)
}

fn merge_records(list: &mut Vec<Value>, changes: Map<String, Value>, at: &[String], faults: &mut Faults) {
    let mut records: Vec<Option<Value>> = std::mem::take(list).into_iter().map(Some).collect();
    let mut positions: FxHashMap<String, usize> = FxHashMap::default();
    for (position, record) in records.iter().enumerate() {
        positions.entry(label(record.as_ref().unwrap_or(&Value::Null), position)).or_insert(position);
    }
    let field = at.split_last().and_then(|(last, before)| named_by(last, before));
    for (name, change) in changes {
        let mut below = at.to_vec();
        below.push(show(&name).into_owned());
        let found = positions.get(&name).and_then(|position| records.get_mut(*position));
        match (found, change) {
            (None, Value::Null) => faults.push(unknown_record(&below, &name)),
            (Some(record), Value::Null) => *record = None,
            (Some(record), change) => merge(record.get_or_insert(Value::Null), change, &below, faults),
            (None, change) => {
                let mut record = Value::Object(Map::new());
                merge(&mut record, change, &below, faults);
                if let (Value::Object(fields), Some(field)) = (&mut record, field) {
                    fields.entry(field).or_insert_with(|| name.into());
                }
                records.push(Some(record));
            }
        }
    }
    list.extend(records.into_iter().flatten());
}

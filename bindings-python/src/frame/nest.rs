//! KPIs into their objectives, measurements into their KPIs: what a document nests and tables keep apart.

use std::collections::BTreeMap;

use paceline::Issue;
use serde_json::Value;

/// Puts `measurements` into `kpis` (or the KPIs that objectives have already) and `kpis` into `objectives`, and
/// leaves only lists of the document.
pub(super) fn nest(texts: &mut Vec<(&'static str, String)>, issues: &mut Vec<Issue>) {
    let kpis = take(texts, "kpis", issues);
    let measurements = take(texts, "measurements", issues);
    if kpis.is_none() && measurements.is_none() {
        return;
    }
    let mut objectives = take(texts, "objectives", issues).unwrap_or_default();
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for (position, objective) in objectives.iter().enumerate() {
        if let Some(id) = objective.get("id").and_then(Value::as_str) {
            places.insert(id.to_owned(), position);
        }
    }
    for (row, kpi) in kpis.unwrap_or_default().into_iter().enumerate() {
        put(kpi, ("kpis", row), "objective", issues, |id| {
            objectives.get_mut(*places.get(id)?).and_then(|objective| list(objective, "kpis"))
        });
    }
    let mut places: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (outer, objective) in objectives.iter().enumerate() {
        let kpis = objective.get("kpis").and_then(Value::as_array);
        for (inner, kpi) in kpis.into_iter().flatten().enumerate() {
            if let Some(id) = kpi.get("id").and_then(Value::as_str) {
                places.insert(id.to_owned(), (outer, inner));
            }
        }
    }
    for (row, measurement) in measurements.unwrap_or_default().into_iter().enumerate() {
        put(measurement, ("measurements", row), "kpi", issues, |id| {
            let (outer, inner) = *places.get(id)?;
            let kpi = objectives.get_mut(outer)?.get_mut("kpis")?.get_mut(inner)?;
            list(kpi, "measurements")
        });
    }
    texts.push(("objectives", Value::Array(objectives).to_string()));
}

/// Takes a list out of the texts; that it cannot be read is told.
fn take(texts: &mut Vec<(&'static str, String)>, name: &str, issues: &mut Vec<Issue>) -> Option<Vec<Value>> {
    let position = texts.iter().position(|(known, _)| *known == name)?;
    match serde_json::from_str(&texts.swap_remove(position).1) {
        Ok(list) => Some(list),
        Err(fault) => {
            let message = format!("this is not a list of records that can be read: {fault}");
            issues.push(Issue::error("invalid-value", name, message));
            None
        }
    }
}

/// The list of a record, made if it is absent.
fn list<'a>(record: &'a mut Value, name: &str) -> Option<&'a mut Vec<Value>> {
    record.as_object_mut()?.entry(name).or_insert_with(|| Value::Array(Vec::new())).as_array_mut()
}

/// Puts a record into the list of the one that its field `parent` names.
fn put<'a>(
    mut record: Value,
    (table, row): (&str, usize),
    parent: &str,
    issues: &mut Vec<Issue>,
    find: impl FnOnce(&str) -> Option<&'a mut Vec<Value>>,
) {
    let number = format!("#{}", row + 1);
    let Some(fields) = record.as_object_mut() else {
        let at = format!("{table}/{number}");
        issues.push(Issue::error("invalid-value", at, "the row is not a record, or null"));
        return;
    };
    let id = fields.remove(parent).filter(|id| !id.is_null());
    let label = ["id", "at"].iter().find_map(|field| fields.get(*field)).and_then(Value::as_str);
    let label = label.unwrap_or(&number);
    let Some(id) = id.as_ref().and_then(Value::as_str) else {
        let at = format!("{table}/{label}/{parent}");
        issues.push(match id {
            None => Issue::error("missing-field", at, format!("field `{parent}` is missing")),
            Some(_) => Issue::error("invalid-value", at, format!("field `{parent}` is not the id of one")),
        });
        return;
    };
    match find(id) {
        Some(list) => list.push(record),
        None => {
            let kind =
                if parent == "kpi" { ("unknown-kpi", "KPI") } else { ("unknown-objective", "objective") };
            let at = format!("{table}/{id}/{label}");
            let issue = Issue::error(kind.0, at, format!("{} `{id}` does not exist", kind.1));
            issues.push(issue.with_help(format!("give it among the {parent}s, or correct the id")));
        }
    }
}

//! What changed between two plans: every record and field by its place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::Plan;
use super::change::named_by;
use crate::sort::Arrange;

/// What happened at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A field is another.
    Changed,
    /// A record is new.
    Added,
    /// A record is gone.
    Removed,
    /// A task is under another summary.
    Moved,
}

/// One thing that changed between two plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanChange {
    /// The place, as issues name it: `tasks/copy/duration`, `dependencies/brief->copy`, `program/start`.
    pub at: String,
    /// What happened.
    pub kind: ChangeKind,
    /// What it was: a text as it is, anything else as JSON; absent if it was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What it is now, likewise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// The same as a sentence for a person.
    pub message: String,
}

impl Plan {
    /// What changed from an earlier plan to this one.
    ///
    /// Records are told apart by their ids (links by their ends, assignments by task and resource), so another id is
    /// one record less and one more. The order of lists means nothing. Where a plan has several records of one name,
    /// equal ones are left out first and the others compared in their canonical order.
    ///
    /// # Complexity
    /// O(n log n) for n records.
    ///
    /// # Examples
    /// ```
    /// use paceline::plan::{Plan, Task};
    /// use paceline::quantity::{Duration, When};
    ///
    /// let plan = Plan::builder("Spring fair", When::parse("2026-03-02")?)
    ///     .task(Task::new("brief", Duration::days(1)))
    ///     .build()?;
    /// let later = plan.changed(r#"{"tasks": {"brief": {"duration": "3d"}}}"#)?;
    /// let changes = later.diff(&plan);
    /// assert_eq!(changes[0].at, "tasks/brief/duration");
    /// assert_eq!(changes[0].message, "`duration` of task `brief` is `3d` instead of `1d`");
    /// assert!(later.diff(&later).is_empty());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn diff(&self, was: &Plan) -> Vec<PlanChange> {
        let tree = |plan: &Plan| match serde_json::from_str(&plan.to_json()) {
            Ok(Value::Object(fields)) => fields,
            _ => Map::new(),
        };
        let mut found = Diff { changes: Vec::new() };
        found.fields(&tree(was), &tree(self), &mut Vec::new());
        found.changes
    }
}

struct Diff {
    changes: Vec<PlanChange>,
}

impl Diff {
    fn fields(&mut self, was: &Map<String, Value>, is: &Map<String, Value>, at: &mut Vec<String>) {
        let mut names: Vec<&String> = was.keys().chain(is.keys()).collect();
        names.arrange();
        names.dedup();
        for name in names {
            let (before, after) = (was.get(name), is.get(name));
            if before == after {
                continue;
            }
            at.push(name.clone());
            self.values(before, after, at);
            at.pop();
        }
    }

    fn values(&mut self, before: Option<&Value>, after: Option<&Value>, at: &mut Vec<String>) {
        let (none, empty) = (Vec::new(), Map::new());
        // An empty list or record is not written, and is one all the same.
        let lists = match (before, after) {
            (Some(Value::Array(before)), Some(Value::Array(after))) => Some((before, after)),
            (Some(Value::Array(list)), None) => Some((list, &none)),
            (None, Some(Value::Array(list))) => Some((&none, list)),
            _ => None,
        };
        if let Some((before, after)) = lists
            && before.iter().chain(after).all(Value::is_object)
            && (at.len() == 1 || name_of(at).is_some())
        {
            return self.records(before, after, at);
        }
        match (before, after) {
            (Some(Value::Object(before)), Some(Value::Object(after))) => self.fields(before, after, at),
            // The fields of a part that is there once: options, progress, extras.
            (Some(Value::Object(before)), None) if is_part(at) => self.fields(before, &empty, at),
            (None, Some(Value::Object(after))) if is_part(at) => self.fields(&empty, after, at),
            _ => {
                if let (Some(Value::Array(before)), Some(Value::Array(after))) = (before, after)
                    && sorted(before) == sorted(after)
                {
                    return;
                }
                let moved = at.len() == 3 && at[0] == "tasks" && at[2] == "parent";
                let kind = if moved { ChangeKind::Moved } else { ChangeKind::Changed };
                self.push(kind, before, after, at);
            }
        }
    }

    fn records(&mut self, before: &[Value], after: &[Value], at: &mut Vec<String>) {
        let field = name_of(at);
        let mut groups: BTreeMap<String, (Vec<&Value>, Vec<&Value>)> = BTreeMap::new();
        for value in before {
            groups.entry(label(value, at, field)).or_default().0.push(value);
        }
        for value in after {
            groups.entry(label(value, at, field)).or_default().1.push(value);
        }
        for (name, (mut before, mut after)) in groups {
            // Equal ones first: nearly always there is one of each.
            if before.len() + after.len() > 2 {
                let mut texts: BTreeMap<String, usize> = BTreeMap::new();
                for value in &after {
                    *texts.entry(value.to_string()).or_default() += 1;
                }
                let mut both: BTreeMap<String, usize> = BTreeMap::new();
                before.retain(|value| match texts.get_mut(&value.to_string()) {
                    Some(left) if *left > 0 => {
                        *left -= 1;
                        *both.entry(value.to_string()).or_default() += 1;
                        false
                    }
                    _ => true,
                });
                after.retain(|value| match both.get_mut(&value.to_string()) {
                    Some(left) if *left > 0 => {
                        *left -= 1;
                        false
                    }
                    _ => true,
                });
            }
            at.push(name);
            for count in 0..before.len().max(after.len()) {
                match (before.get(count), after.get(count)) {
                    (Some(Value::Object(was)), Some(Value::Object(is))) => self.fields(was, is, at),
                    (Some(was), None) => self.push(ChangeKind::Removed, Some(was), None, at),
                    (None, Some(is)) => self.push(ChangeKind::Added, None, Some(is), at),
                    _ => {}
                }
            }
            at.pop();
        }
    }

    fn push(&mut self, kind: ChangeKind, before: Option<&Value>, after: Option<&Value>, at: &[String]) {
        let (before, after) = (before.map(text), after.map(text));
        let message = sentence(kind, before.as_deref(), after.as_deref(), at);
        self.changes.push(PlanChange { at: at.join("/"), kind, before, after, message });
    }
}

/// Whether a place holds a part that a record has once.
fn is_part(at: &[String]) -> bool {
    at.last().is_some_and(|last| {
        matches!(
            last.as_str(),
            "scheduling" | "progress" | "extras" | "week" | "manual" | "window" | "contract"
        )
    })
}

/// The field by which the records of a nested list are told apart.
fn name_of(at: &[String]) -> Option<&'static str> {
    let (last, before) = at.split_last()?;
    if before.is_empty() { None } else { named_by(last, before) }
}

/// What a record is called.
fn label(value: &Value, at: &[String], field: Option<&str>) -> String {
    let text_of = |name: &str| value.get(name).map_or_else(String::new, text);
    match (at.first().map(String::as_str), field) {
        (_, Some("date")) if value.get("date").is_none() => text_of("from"),
        (_, Some(field)) => text_of(field),
        (Some("dependencies"), _) => format!("{}->{}", text_of("from"), text_of("to")),
        (Some("assignments"), _) => format!("{}/{}", text_of("task"), text_of("resource")),
        _ => text_of("id"),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn sorted(list: &[Value]) -> Vec<String> {
    let mut texts: Vec<String> = list.iter().map(Value::to_string).collect();
    texts.arrange();
    texts
}

/// Longest value that a sentence quotes.
const MOST_QUOTED: usize = 60;

fn quoted(text: &str) -> String {
    let short: String = text.chars().take(MOST_QUOTED).collect();
    if short.len() < text.len() { format!("`{short}…`") } else { format!("`{short}`") }
}

/// A sentence about a change: what, of which record, what it is and was.
fn sentence(kind: ChangeKind, before: Option<&str>, after: Option<&str>, at: &[String]) -> String {
    let (list, rest) = at.split_first().map_or(("plan", at), |(list, rest)| (list.as_str(), rest));
    let one = match list {
        "calendars" => "calendar",
        "campaigns" => "campaign",
        "resources" => "resource",
        "tasks" => "task",
        "dependencies" => "link",
        "assignments" => "assignment",
        "objectives" => "objective",
        "baselines" => "baseline",
        other => other,
    };
    let (record, field) = match rest.split_first() {
        _ if matches!(list, "program" | "format") => (format!("the {one}"), rest.join("/")),
        Some((id, field)) => (format!("{one} {}", quoted(id)), field.join("/")),
        None => (format!("the {one}"), String::new()),
    };
    let what = if field.is_empty() { record.clone() } else { format!("{} of {record}", quoted(&field)) };
    match (kind, before, after) {
        (ChangeKind::Added, ..) => format!("{what} is new"),
        (ChangeKind::Removed, ..) => format!("{what} is gone"),
        (ChangeKind::Moved, Some(before), Some(after)) => {
            format!("{record} is under {} instead of {}", quoted(after), quoted(before))
        }
        (ChangeKind::Moved, None, Some(after)) => {
            format!("{record} is under {}, and was under none", quoted(after))
        }
        (ChangeKind::Moved, Some(before), None) => {
            format!("{record} is under none, and was under {}", quoted(before))
        }
        (_, Some(before), Some(after)) => {
            format!("{what} is {} instead of {}", quoted(after), quoted(before))
        }
        (_, None, Some(after)) => format!("{what} is {}, and was not given", quoted(after)),
        (_, Some(before), None) => format!("{what} is not given, and was {}", quoted(before)),
        (_, None, None) => format!("{what} is another"),
    }
}

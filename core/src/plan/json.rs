//! Reading and writing plan documents as JSON.
//!
//! Reading takes the straight way from text to types. Only when that fails is the text read again as a tree,
//! each entry tried on its own, and every fault reported with its place by id: what is missing, misspelt or of
//! the wrong type. Writing sorts the lists, so that the same plan always gives the same bytes.

mod place;
mod reader;

use serde::de::DeserializeOwned;
use serde_json::Value;

use self::place::{Fault, Step, What};
use self::reader::read_text;
use super::Plan;
use super::validate::limits::{MAX_JSON_BYTES, MAX_JSON_BYTES_IN_DETAIL};
use super::validate::{Faults, show};
use crate::error::nearest;
use crate::quantity::{Span, WorkUnits};
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Most faults that are looked for in one entry of a list.
const MAX_FAULTS_OF_AN_ENTRY: usize = 50;

impl Plan {
    /// Reads a document and refuses it unless it is a valid plan: [`Plan::from_json`] and then
    /// [`Plan::validate`]. Warnings do not stop it.
    ///
    /// # Errors
    /// Every fault at once. If the text has not the shape of a plan, only the faults of its shape are
    /// reported, because the others cannot be seen.
    ///
    /// # Examples
    /// ```
    /// use paceline::plan::Plan;
    /// let wrong = Plan::read(r#"{
    ///     "format": "paceline/1",
    ///     "program": { "name": "Spring fair", "start": "2026-03-02" },
    ///     "tasks": [{ "id": "brief", "duration": "3 days" }, { "id": "copy", "durration": "2d" }]
    /// }"#).unwrap_err();
    /// let codes: Vec<&str> = wrong.as_slice().iter().map(|issue| &*issue.code).collect();
    /// assert_eq!(codes, ["invalid-value", "unknown-field"]);
    /// assert_eq!(wrong.as_slice()[0].at, "tasks/brief/duration");
    /// assert_eq!(wrong.as_slice()[1].help.as_deref(), Some("did you mean `duration`?"));
    /// ```
    pub fn read(text: &str) -> Result<Self, Issues> {
        let plan = Self::from_json(text)?;
        Issues::check(plan.validate())?;
        Ok(plan)
    }

    /// Reads the shape of a document only, so that a host can open a broken plan and show what
    /// [`Plan::validate`] says about it. The inverse of [`Plan::to_json`].
    ///
    /// # Errors
    /// `invalid-json` with line and column; `unknown-field`, `missing-field`, `duplicate-field` and
    /// `invalid-value`, all at once, each with its place; `too-large` above [`limits::MAX_JSON_BYTES`].
    ///
    /// [`limits::MAX_JSON_BYTES`]: super::limits::MAX_JSON_BYTES
    ///
    /// # Complexity
    /// O(n) in the length of the text.
    pub fn from_json(text: &str) -> Result<Self, Issues> {
        read(text, "", |value, faults| {
            let Value::Object(root) = value else {
                return read_entry::<Self>(value, &[], faults);
            };
            entries::<crate::calendar::Calendar>(root, "calendars", faults);
            entries::<super::Campaign>(root, "campaigns", faults);
            entries::<super::Resource>(root, "resources", faults);
            entries::<super::Task>(root, "tasks", faults);
            entries::<super::Dependency>(root, "dependencies", faults);
            entries::<super::Assignment>(root, "assignments", faults);
            entries::<crate::measure::Objective>(root, "objectives", faults);
            entries::<super::Baseline>(root, "baselines", faults);
            read_entry::<Self>(value, &[], faults);
        })
    }

    /// The document as JSON text on one line. Its lists are sorted by id, so that plans that differ only in
    /// the order of their lists give the same bytes.
    ///
    /// # Complexity
    /// O(n log n).
    ///
    /// # Examples
    /// ```
    /// use paceline::plan::Plan;
    /// let text = r#"{"format":"paceline/1","program":{"name":"Fair","start":"2026-03-02"}}"#;
    /// assert_eq!(Plan::from_json(text)?.to_json(), text);
    /// # Ok::<(), paceline::Issues>(())
    /// ```
    pub fn to_json(&self) -> String {
        write(serde_json::to_string, self)
    }

    /// The same as [`Plan::to_json`], indented for people.
    pub fn to_json_pretty(&self) -> String {
        write(serde_json::to_string_pretty, self)
    }

    /// Sorts every list of records into its canonical order: by id, or by date, or by what it refers to. Words
    /// such as tags and markets stay in the order of their author. It changes no result.
    pub fn sort(&mut self) {
        for calendar in &mut self.calendars {
            calendar.work_weeks.arrange();
            calendar.exceptions.arrange();
        }
        sort(&mut self.calendars, |a, b| a.id.cmp(&b.id));
        for campaign in &mut self.campaigns {
            sort(&mut campaign.kpis, |a, b| a.kpi.cmp(&b.kpi));
        }
        sort(&mut self.campaigns, |a, b| a.id.cmp(&b.id));
        for resource in &mut self.resources {
            sort(&mut resource.availability, |a, b| (a.from, a.to).cmp(&(b.from, b.to)));
            sort(&mut resource.absences, |a, b| (a.from, a.to).cmp(&(b.from, b.to)));
            sort(&mut resource.skills, |a, b| a.skill.cmp(&b.skill));
            sort(&mut resource.rates, |a, b| a.from.cmp(&b.from));
        }
        sort(&mut self.resources, |a, b| a.id.cmp(&b.id));
        for task in &mut self.tasks {
            sort(&mut task.constraints, |a, b| (a.kind as u8, a.date).cmp(&(b.kind as u8, b.date)));
            let length = |length: crate::quantity::Duration| match length.span(WorkUnits::default()) {
                Span::Working(work) => work.0,
                Span::Elapsed(wall) => wall.0,
            };
            sort(&mut task.splits, |a, b| {
                (length(a.after), length(a.pause)).cmp(&(length(b.after), length(b.pause)))
            });
            sort(&mut task.kpis, |a, b| a.kpi.cmp(&b.kpi));
            sort(&mut task.skills, |a, b| a.skill.cmp(&b.skill));
        }
        sort(&mut self.tasks, |a, b| a.id.cmp(&b.id));
        sort(&mut self.dependencies, |a, b| (&a.from, &a.to, a.kind).cmp(&(&b.from, &b.to, b.kind)));
        for assignment in &mut self.assignments {
            assignment.alternatives.iter_mut().for_each(super::Alternative::sort);
            sort(&mut assignment.alternatives, |a, b| a.resource.cmp(&b.resource));
        }
        sort(&mut self.assignments, |a, b| (&a.task, &a.resource).cmp(&(&b.task, &b.resource)));
        for objective in &mut self.objectives {
            for kpi in &mut objective.kpis {
                sort(&mut kpi.measurements, |a, b| a.at.cmp(&b.at));
            }
            sort(&mut objective.kpis, |a, b| a.id.cmp(&b.id));
        }
        sort(&mut self.objectives, |a, b| a.id.cmp(&b.id));
        for baseline in &mut self.baselines {
            sort(&mut baseline.tasks, |a, b| a.task.cmp(&b.task));
        }
        sort(&mut self.baselines, |a, b| a.id.cmp(&b.id));
    }
}

/// Sorts records; those that a valid plan would not have twice are told apart by their text.
fn sort<T: serde::Serialize>(list: &mut [T], compare: impl Fn(&T, &T) -> std::cmp::Ordering) {
    list.arrange_by(&compare);
    for equal in list.chunk_by_mut(|a, b| compare(a, b).is_eq()).filter(|equal| equal.len() > 1) {
        equal.arrange_by_cached_key(|record| serde_json::to_string(record).unwrap_or_default());
    }
}

#[expect(
    clippy::expect_used,
    reason = "names of fields are text and no part of a plan refuses to be written"
)]
fn write(to_text: impl Fn(&Plan) -> serde_json::Result<String>, plan: &Plan) -> String {
    let mut sorted = plan.clone();
    sorted.sort();
    to_text(&sorted).expect("a plan can always be written")
}

/// Reads a document: straight from the text, or with `explain` finding every fault of its tree.
/// Its faults stand at places below `at`, which is empty for a document that stands alone.
fn read<T: DeserializeOwned>(
    text: &str,
    at: &str,
    explain: impl FnOnce(&mut Value, &mut Faults),
) -> Result<T, Issues> {
    if text.len() > MAX_JSON_BYTES {
        let message = format!("{} bytes are more than the {MAX_JSON_BYTES} that are accepted", text.len());
        let at = if at.is_empty() { "document" } else { at };
        return Err(Issue::error("too-large", at, message).into());
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (fault, read) = match read_text(text) {
        Ok(found) => return Ok(found),
        Err(fault) => fault,
    };
    if let Err(fault) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        return Err(syntax(&fault, at).into());
    }
    let mut faults = Faults::default();
    if text.len() <= MAX_JSON_BYTES_IN_DETAIL {
        match serde_json::from_str::<Value>(text) {
            Ok(mut value) => explain(&mut value, &mut faults),
            Err(fault) => return Err(syntax(&fault, at).into()),
        }
    }
    if faults.is_empty() {
        // Only the text shows it: a field given twice, or a document too long to be looked at in detail.
        return Err(first_fault(&fault, &text[..read], at).into());
    }
    Err(Issues::new(faults.finish(None)))
}

/// Reads any document, options or report of this crate other than the plan, with every fault of its shape.
/// `at` names it in the places of the faults: `options`, `schedule`.
///
/// # Errors
/// `invalid-json`, `unknown-field`, `missing-field`, `duplicate-field`, `invalid-value` and `too-large`, all at
/// once, as [`Plan::from_json`] has them.
///
/// # Complexity
/// O(n) in the length of the text.
///
/// # Examples
/// ```
/// use paceline::plan::read_json;
/// use paceline::schedule::LevelOptions;
///
/// let options: LevelOptions = read_json(r#"{"within_float": true}"#, "options")?;
/// assert!(options.within_float);
/// let wrong = read_json::<LevelOptions>(r#"{"stepps": 5, "seed": "x"}"#, "options").unwrap_err();
/// assert_eq!(wrong.as_slice()[1].at, "options/stepps");
/// assert_eq!(wrong.as_slice()[1].help.as_deref(), Some("did you mean `steps`?"));
/// assert_eq!(wrong.as_slice()[0].at, "options/seed");
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn read_json<T: DeserializeOwned>(text: &str, at: &str) -> Result<T, Issues> {
    read(text, at, |value, faults| read_entry::<T>(value, &[at.to_owned()], faults))
}

/// A line and column of a text, within the document that `at` names.
fn position(fault: &serde_json::Error, at: &str) -> String {
    let position = format!("line {}, column {}", fault.line(), fault.column());
    if at.is_empty() { position } else { format!("{at}, {position}") }
}

/// The text is not JSON.
fn syntax(fault: &serde_json::Error, at: &str) -> Issue {
    Issue::error(
        "invalid-json",
        position(fault, at),
        format!("the text is not JSON: {}", without_position(fault)),
    )
    .with_help("look for a missing comma, quote or bracket just before this place")
}

/// The first fault of a document, where so much of it was read.
fn first_fault(fault: &Fault, read: &str, at: &str) -> Issue {
    let message = issue(fault, "").message;
    let code = if message.starts_with("duplicate field") { "duplicate-field" } else { "invalid-value" };
    let line = read.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let column = read.len() - read.rfind('\n').map_or(0, |end| end + 1);
    let position = format!("line {line}, column {column}");
    let place = if at.is_empty() { position } else { format!("{at}, {position}") };
    Issue::error(code, place, message)
}

/// Reads a tree, as if it stood in a document of its own.
fn read_tree<T: DeserializeOwned>(value: &Value) -> Result<T, Fault> {
    read_text(&value.to_string()).map_err(|(fault, _)| fault)
}

fn without_position(fault: &serde_json::Error) -> String {
    let message = fault.to_string();
    message.rfind(" at line ").map_or(message.clone(), |end| message[..end].to_string())
}

/// Reads each entry of a list on its own, reports its faults, and empties the list.
fn entries<T: DeserializeOwned>(root: &mut serde_json::Map<String, Value>, list: &str, faults: &mut Faults) {
    let Some(Value::Array(items)) = root.get_mut(list) else { return };
    for (position, mut item) in std::mem::take(items).into_iter().enumerate() {
        if read_tree::<T>(&item).is_err() {
            let label = label(&item, position);
            read_entry::<T>(&mut item, &[list.to_string(), label], faults);
        }
    }
}

/// Reads a value, or says all that is wrong with it.
pub(super) fn read_value<T: DeserializeOwned>(
    mut value: Value,
    at: &[String],
    faults: &mut Faults,
) -> Option<T> {
    let read = read_tree(&value).ok();
    if read.is_none() {
        read_entry::<T>(&mut value, at, faults);
    }
    read
}

/// Reads a value again and again, each time without the fault that was found before.
fn read_entry<T: DeserializeOwned>(value: &mut Value, at: &[String], faults: &mut Faults) {
    // What was taken out because it was wrong is not missing.
    let mut taken: Vec<Vec<Step>> = Vec::new();
    let mut original = None;
    for _ in 0..MAX_FAULTS_OF_AN_ENTRY {
        let Err(fault) = read_tree::<T>(value) else { return };
        let original = original.get_or_insert_with(|| value.clone());
        let mut steps = fault.steps.clone();
        steps.reverse();
        let was_taken = match fault.what {
            What::MissingField(field) => {
                let mut whole = steps.clone();
                whole.push(Step::Field(field.to_string()));
                taken.contains(&whole)
            }
            _ => false,
        };
        if !was_taken {
            faults.push(issue(&fault, &place(original, &steps, at, &taken)));
        }
        if steps.is_empty() || !take(value, &steps) {
            return;
        }
        if matches!(steps.last(), Some(Step::Item(_))) {
            // The next entry moves to its place, and nothing has been taken out of that one.
            taken.retain(|way| way.len() <= steps.len() || !way.starts_with(&steps));
        }
        taken.push(steps);
    }
}

/// Takes a part out of a value.
fn take(value: &mut Value, steps: &[Step]) -> bool {
    let Some((last, way)) = steps.split_last() else { return false };
    let mut at = value;
    for step in way {
        let next = match (step, at) {
            (Step::Field(name), Value::Object(fields)) => fields.get_mut(name),
            (Step::Item(position), Value::Array(items)) => items.get_mut(*position),
            _ => None,
        };
        let Some(next) = next else { return false };
        at = next;
    }
    match (last, at) {
        (Step::Field(name), Value::Object(fields)) => fields.remove(name).is_some(),
        (Step::Item(position), Value::Array(items)) if *position < items.len() => {
            items.remove(*position);
            true
        }
        _ => false,
    }
}

/// The place by ids, in the original value, of a part of what is left of it.
fn place(original: &Value, steps: &[Step], at: &[String], taken: &[Vec<Step>]) -> String {
    let mut parts = at.to_vec();
    let mut value = Some(original);
    for (depth, step) in steps.iter().enumerate() {
        match step {
            Step::Field(name) => {
                parts.push(show(name).into_owned());
                value = value.and_then(|value| value.get(name));
            }
            Step::Item(position) => {
                // Faults come in order, so whatever was taken out of this list stood before.
                let is_before = |way: &&Vec<Step>| {
                    way.len() == depth + 1
                        && matches!(way[depth], Step::Item(_))
                        && way[..depth] == steps[..depth]
                };
                let position = position + taken.iter().filter(is_before).count();
                value = value.and_then(|value| value.get(position));
                parts.push(value.map_or_else(|| ordinal(position), |item| label(item, position)));
            }
        }
    }
    if parts.is_empty() { String::from("document") } else { parts.join("/") }
}

/// What an entry of a list is called: its id, what it refers to, its date, or else its position from one on.
pub(super) fn label(item: &Value, position: usize) -> String {
    let text = |field: &str| item.get(field).and_then(Value::as_str).map(|text| show(text).into_owned());
    if let (Some(from), Some(to), None) = (text("from"), text("to"), text("id"))
        && (item.get("kind").is_some() || crate::quantity::When::parse(&from).is_err())
    {
        return format!("{from}->{to}");
    }
    if let (Some(task), Some(resource)) = (text("task"), text("resource")) {
        return format!("{task}/{resource}");
    }
    ["id", "task", "kpi", "skill", "kind", "date", "at", "from", "resource"]
        .iter()
        .find_map(|field| text(field))
        .unwrap_or_else(|| ordinal(position))
}

fn ordinal(position: usize) -> String {
    format!("#{}", position + 1)
}

fn issue(fault: &Fault, at: &str) -> Issue {
    match &fault.what {
        What::UnknownField { known } => {
            let field = match fault.steps.first() {
                Some(Step::Field(name)) => show(name).into_owned(),
                _ => String::new(),
            };
            let help =
                nearest(&field, known.iter().copied()).unwrap_or_else(|| words("known here are", known));
            Issue::error("unknown-field", at, format!("field `{field}` is not known")).with_help(help)
        }
        What::MissingField(field) => {
            let at = if at == "document" { (*field).to_string() } else { format!("{at}/{field}") };
            Issue::error("missing-field", at, format!("field `{field}` is missing"))
        }
        What::UnknownWord { word, known } => {
            let help = nearest(word, known.iter().copied()).unwrap_or_else(|| words("write", known));
            Issue::error("invalid-value", at, format!("`{}` is not known here", show(word))).with_help(help)
        }
        What::Invalid { found, expected } => {
            let message = format!("{} was found where {} belongs", plain_found(found), plain(expected));
            Issue::error("invalid-value", at, message)
        }
        What::Other(message) => Issue::error("invalid-value", at, message.clone()),
    }
}

fn words(lead: &str, known: &[&str]) -> String {
    if known.is_empty() {
        return String::from("remove it");
    }
    let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    format!("{lead} {}", names.join(", "))
}

/// What was expected, without the names of types.
fn plain(expected: &str) -> String {
    match expected {
        "u8" => "a whole number from 0 to 255".into(),
        "u16" => "a whole number from 0 to 65535".into(),
        "u32" | "u64" | "usize" => "a whole number of 0 or more".into(),
        "i8" | "i16" | "i32" | "i64" => "a whole number".into(),
        "f32" | "f64" => "a number".into(),
        "a string" | "a borrowed string" | "str" => "text in quotes".into(),
        "a boolean" => "true or false".into(),
        "a sequence" => "a list in square brackets".into(),
        _ if expected.starts_with("struct ") => "an object in braces".into(),
        _ if expected.contains("enum ") => "a word".into(),
        _ => expected.to_string(),
    }
}

/// What was found, in the words of JSON.
fn plain_found(found: &str) -> String {
    let shortened: String = found.chars().take(80).collect();
    match found {
        "unit value" => "null".into(),
        "sequence" => "a list".into(),
        "map" => "an object".into(),
        _ => match found.split_once(' ') {
            Some(("string", text)) => {
                let text: String = text.trim_matches('"').chars().take(60).collect();
                format!("text `{}`", show(&text))
            }
            Some(("integer" | "floating", _)) => {
                format!(
                    "number {}",
                    shortened.trim_start_matches("integer ").trim_start_matches("floating point ")
                )
            }
            Some(("boolean", value)) => value.to_string(),
            _ => shortened,
        },
    }
}

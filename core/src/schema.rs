//! JSON Schema (2020-12) of the documents this library reads and writes, made from its own types.
//!
//! The files in `core/schema/` are what these functions return; a test fails when they differ. Editors complete
//! and check documents with them, and bindings take their types from them. A schema knows the shape of a
//! document only: what the parts mean to each other is the matter of [`Plan::validate`].
//!
//! [`Plan::validate`]: crate::plan::Plan::validate
//!
//! # Examples
//! ```
//! let schema = paceline::schema::plan_schema();
//! assert_eq!(schema["title"], "Paceline plan");
//! assert_eq!(schema["additionalProperties"], false);
//! ```

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::measure::Scorecard;
use crate::plan::{FORMAT, Plan};
use crate::schedule::{LevelReport, Schedule};

/// Schema of [`Plan`], the document that a host writes.
pub fn plan_schema() -> Value {
    let mut schema = of::<Plan>("plan", "Paceline plan");
    if let Some(format) = schema.pointer_mut("/properties/format").and_then(Value::as_object_mut) {
        format.insert("const".into(), json!(FORMAT));
    }
    schema
}

/// Schema of [`Schedule`], when everything happens.
pub fn schedule_schema() -> Value {
    of::<Schedule>("schedule", "Paceline schedule")
}

/// Schema of [`LevelReport`], the result of leveling.
pub fn level_report_schema() -> Value {
    of::<LevelReport>("level-report", "Paceline leveling report")
}

/// Schema of [`Scorecard`], the result of scoring.
pub fn scorecard_schema() -> Value {
    of::<Scorecard>("scorecard", "Paceline scorecard")
}

/// Every schema by the name of its file: `plan`, `schedule`, `level-report`, `scorecard`.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("plan", plan_schema()),
        ("schedule", schedule_schema()),
        ("level-report", level_report_schema()),
        ("scorecard", scorecard_schema()),
    ]
}

fn of<T: JsonSchema>(name: &str, title: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    schema.insert("$id".into(), json!(format!("urn:paceline:{name}:1")));
    schema.insert("title".into(), json!(title));
    let mut schema = schema.to_value();
    clean(&mut schema);
    schema
}

/// Takes out what is Rust's and not JSON's: the sizes of numbers (their limits stay), links between items and
/// examples in the descriptions.
fn clean(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            let sized = fields.get("format").and_then(Value::as_str).is_some_and(|format| {
                format.starts_with("uint")
                    || format.starts_with("int")
                    || matches!(format, "double" | "float")
            });
            if sized {
                fields.remove("format");
            }
            if let Some(Value::String(text)) = fields.get_mut("description") {
                *text = plain(text);
            }
            fields.values_mut().for_each(clean);
        }
        Value::Array(items) => items.iter_mut().for_each(clean),
        _ => {}
    }
}

/// A description without its examples and with ``[`Name`](path)`` as `Name` in backticks.
fn plain(text: &str) -> String {
    let mut rest = text.split("\n\n# ").next().unwrap_or(text);
    let mut plain = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once("[`") {
        let Some((name, after)) = after.split_once("`]") else { break };
        plain.push_str(before);
        plain.push('`');
        plain.push_str(name);
        plain.push('`');
        rest = match after.strip_prefix('(').and_then(|after| after.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain + rest
}

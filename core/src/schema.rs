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
    drop_number_formats(&mut schema);
    schema
}

/// Sizes of Rust's numbers are no part of JSON: drops `format` of numbers, keeps their limits.
fn drop_number_formats(schema: &mut Value) {
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
            fields.values_mut().for_each(drop_number_formats);
        }
        Value::Array(items) => items.iter_mut().for_each(drop_number_formats),
        _ => {}
    }
}

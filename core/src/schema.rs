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

use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};

use crate::call::{ChartOptions, LoadChartOptions, PageOptions, ReportOptions, TraceChartOptions};
use crate::call::{read_types, written_types};
use crate::cost::{
    BaselineOptions, CostReport, EarnedSchedule, EarnedScheduleRequest, EarnedValueItem, EarnedValueReport,
    ForecastMethod, VarianceOptions, VarianceReport,
};
use crate::interop::{
    CsvFile, CsvReadOptions, CsvText, CsvWriteOptions, IcalBusy, IcalFeeds, IcalOptions, IcalReadOptions,
    MspdiFile, MspdiText, P6File, XerText,
};
use crate::measure::{KpiGap, Objective, PaceRequest, Pacing, PooledRatio, ScoreOptions, Scorecard};
use crate::plan::{FORMAT, Plan, PlanChange};
use crate::rcpsp::{RcpspCheck, RcpspCheckOptions, RcpspOptions, RcpspProblem, RcpspSolution};
use crate::schedule::{
    CheckReport, Comparison, FloatPathOptions, FloatPaths, LevelOptions, LevelReport, LoadOptions,
    LoadReport, Schedule,
};
use crate::value::{
    AlertReport, AlertRequest, AtRisk, CampaignBudgetReport, CampaignBudgetRequest, InstantiateReport,
    InstantiateRequest, TaskValue,
};
use crate::{Issue, Progress};

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

/// Every type of the public face in one schema, in its `$defs`: what an author writes (documents, options,
/// requests) as it is read, and what the library answers as it is written.
///
/// Answers are `readOnly`. A field of an answer that is not required may be absent and is then what its
/// description says; it is never null. Bindings make their types from this schema.
///
/// # Examples
/// ```
/// let types = paceline::schema::types();
/// assert_eq!(types["$defs"]["LateTask"]["readOnly"], true);
/// assert!(types["$defs"]["Task"].get("readOnly").is_none());
/// ```
pub fn types() -> Value {
    let (read, written) = (as_read(), as_written());
    let mut types: Map<String, Value> = without_answers(read);
    let words = first_words(&written);
    for (mut name, mut schema) in written {
        if let Some(known) = types.get(&name) {
            if known["description"] == schema["description"] {
                continue;
            }
            // Two types of one name: told apart as schemars does, and refused by a test.
            name.push('2');
        }
        as_answer(&mut schema, &words);
        types.insert(name, schema);
    }
    types.sort_keys();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:paceline:types:1",
        "title": "Paceline types",
        "$defs": types,
    });
    clean(&mut schema);
    schema
}

/// Definitions of what the library reads.
fn as_read() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
    let make: &[fn(&mut SchemaGenerator) -> Schema] = &[
        SchemaGenerator::subschema_for::<Plan>,
        SchemaGenerator::subschema_for::<LevelOptions>,
        SchemaGenerator::subschema_for::<(LoadOptions, FloatPathOptions)>,
        SchemaGenerator::subschema_for::<EarnedValueItem>,
        SchemaGenerator::subschema_for::<ForecastMethod>,
        SchemaGenerator::subschema_for::<EarnedScheduleRequest>,
        SchemaGenerator::subschema_for::<(Objective, ScoreOptions)>,
        SchemaGenerator::subschema_for::<PaceRequest>,
        SchemaGenerator::subschema_for::<(ReportOptions, PageOptions)>,
        SchemaGenerator::subschema_for::<(ChartOptions, LoadChartOptions, TraceChartOptions)>,
        SchemaGenerator::subschema_for::<(IcalOptions, IcalReadOptions, CsvReadOptions, CsvWriteOptions)>,
        SchemaGenerator::subschema_for::<(RcpspProblem, RcpspOptions, RcpspCheckOptions)>,
        SchemaGenerator::subschema_for::<(BaselineOptions, VarianceOptions)>,
        SchemaGenerator::subschema_for::<(AlertRequest, CampaignBudgetRequest, InstantiateRequest)>,
    ];
    make.iter().for_each(|make| drop(make(&mut generator)));
    read_types(&mut generator);
    generator.take_definitions(true)
}

/// Definitions of what the library writes.
fn as_written() -> Map<String, Value> {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let make: &[fn(&mut SchemaGenerator) -> Schema] = &[
        SchemaGenerator::subschema_for::<(Issue, Progress)>,
        SchemaGenerator::subschema_for::<Schedule>,
        SchemaGenerator::subschema_for::<LevelReport>,
        SchemaGenerator::subschema_for::<(CheckReport, Comparison)>,
        SchemaGenerator::subschema_for::<(LoadReport, FloatPaths)>,
        SchemaGenerator::subschema_for::<CostReport>,
        SchemaGenerator::subschema_for::<EarnedValueReport>,
        SchemaGenerator::subschema_for::<EarnedSchedule>,
        SchemaGenerator::subschema_for::<(Scorecard, Pacing)>,
        SchemaGenerator::subschema_for::<KpiGap>,
        SchemaGenerator::subschema_for::<PooledRatio>,
        SchemaGenerator::subschema_for::<(TaskValue, AtRisk)>,
        SchemaGenerator::subschema_for::<(AlertReport, CampaignBudgetReport, InstantiateReport)>,
        SchemaGenerator::subschema_for::<(RcpspSolution, RcpspCheck)>,
        SchemaGenerator::subschema_for::<(MspdiFile, MspdiText)>,
        SchemaGenerator::subschema_for::<(PlanChange, VarianceReport)>,
        SchemaGenerator::subschema_for::<(IcalFeeds, IcalBusy, CsvFile, CsvText)>,
        SchemaGenerator::subschema_for::<(P6File, XerText)>,
    ];
    make.iter().for_each(|make| drop(make(&mut generator)));
    written_types(&mut generator);
    generator.take_definitions(true)
}

/// Answers that options and requests hold: they are given back as they came.
const GIVEN_BACK: &[&str] =
    &["Schedule", "Pacing", "AnomalyReport", "ChangePointReport", "ControlChartReport", "BudgetAllocation"];

/// What an author writes, without the answers that are given back.
fn without_answers(read: Map<String, Value>) -> Map<String, Value> {
    let given = GIVEN_BACK.iter().map(|name| (*name).to_owned()).collect();
    let answers = reached(&read, given, &[]);
    let own = read.keys().filter(|name| !answers.contains(name)).cloned().collect();
    let kept = reached(&read, own, GIVEN_BACK);
    read.into_iter().filter(|(name, _)| kept.contains(name)).collect()
}

/// The definitions that some refer to, and these; nothing behind those of `stop`, nor they.
fn reached(types: &Map<String, Value>, mut names: Vec<String>, stop: &[&str]) -> Vec<String> {
    let mut next = 0;
    while let Some(name) = names.get(next) {
        let mut found = Vec::new();
        types.get(name).into_iter().for_each(|schema| references(schema, &mut found));
        for name in found {
            if !stop.contains(&name.as_str()) && !names.contains(&name) {
                names.push(name);
            }
        }
        next += 1;
    }
    names
}

fn references(schema: &Value, found: &mut Vec<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                found.extend(reference.rsplit('/').next().map(str::to_owned));
            }
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// The first word of each enumeration: what it is when an answer leaves it out.
fn first_words(types: &Map<String, Value>) -> Map<String, Value> {
    let first = |schema: &Value| schema.pointer("/oneOf/0/const").or(schema.pointer("/enum/0")).cloned();
    let named = types.iter().filter_map(|(name, schema)| Some((name.clone(), first(schema)?)));
    named.collect()
}

/// Marks a type of answers, takes null out of its fields that are absent instead, and says what the others are
/// when absent.
fn as_answer(schema: &mut Value, words: &Map<String, Value>) {
    if schema.get("properties").or(schema.get("oneOf")).is_some() {
        schema["readOnly"] = json!(true);
    }
    let required = schema["required"].clone();
    let required: Vec<&str> = required.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    for (name, field) in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        if !required.contains(&name.as_str()) && !take_null(field) {
            let word = field["$ref"].as_str().and_then(|of| words.get(of.rsplit('/').next()?));
            field["default"] = match word {
                Some(word) => word.clone(),
                None if field["type"] == "array" => json!([]),
                None if field["type"] == "boolean" => json!(false),
                None => json!(0),
            };
        }
    }
}

/// Takes null out of what a field may be; whether it was there.
fn take_null(field: &mut Value) -> bool {
    if let Some(Value::Array(kinds)) = field.get_mut("type") {
        kinds.retain(|kind| kind != "null");
        if let [one] = kinds.as_slice() {
            field["type"] = one.clone();
        }
        return true;
    }
    let Some(reference) = field.pointer("/anyOf/0/$ref").cloned() else { return false };
    if let Value::Object(field) = field {
        field.remove("anyOf");
        field.insert("$ref".into(), reference);
    }
    true
}

/// Every schema by the name of its file: `types`, `plan`, `schedule`, `level-report`, `scorecard`.
pub fn all() -> Vec<(&'static str, Value)> {
    vec![
        ("types", types()),
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
        plain.push_str(&wire_name(name));
        plain.push('`');
        rest = match after.strip_prefix('(').and_then(|after| after.split_once(')')) {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain + rest
}

/// A name as it stands in the JSON: that of a variant, `Policy::TwoWords`, is `two_words`.
fn wire_name(name: &str) -> String {
    let Some((_, variant)) = name.rsplit_once("::") else { return name.to_owned() };
    let mut wire = String::with_capacity(variant.len() + 1);
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() && !wire.is_empty() {
            wire.push('_');
        }
        wire.push(letter.to_ascii_lowercase());
    }
    wire
}

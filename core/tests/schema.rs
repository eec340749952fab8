//! The committed schemas are those of the types. `UPDATE=1 cargo test --features schema --test schema` rewrites
//! them.
#![cfg(feature = "schema")]
#![allow(clippy::unwrap_used, reason = "in tests it says what must hold")]

mod support;

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Value, json};

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schema").join(format!("{name}.schema.json"))
}

#[test]
fn committed_schemas_are_current() {
    let update = std::env::var_os("UPDATE").is_some();
    for (name, schema) in paceline::schema::all() {
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        if update {
            std::fs::create_dir_all(path(name).parent().unwrap()).unwrap();
            std::fs::write(path(name), &text).unwrap();
        }
        let committed = std::fs::read_to_string(path(name)).unwrap_or_default();
        assert!(
            committed == text,
            "core/schema/{name}.schema.json is stale: run UPDATE=1 cargo test -p paceline --features schema --test schema"
        );
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_property_is_described() {
    for (name, schema) in paceline::schema::all() {
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        assert!(schema["$id"].as_str().unwrap().starts_with("urn:paceline:"), "{name}");
        let mut objects = Vec::new();
        collect(&schema, &mut objects);
        for object in objects {
            if let Some(reference) = object.get("$ref").and_then(Value::as_str) {
                let pointer = reference.strip_prefix('#').unwrap();
                assert!(schema.pointer(pointer).is_some(), "{name}: {reference} leads nowhere");
            }
            if let Some(Value::Object(properties)) = object.get("properties") {
                for (property, value) in properties {
                    let described = value.get("description").is_some() || value.get("const").is_some();
                    assert!(described, "{name}: `{property}` of {object} has no description");
                }
            }
        }
    }
}

/// A small validator for the keywords that our schemas use, so that the schema itself is put to the test: what
/// the library writes must be what its schema accepts.
fn accepts(root: &Value, schema: &Value, value: &Value, at: &str) -> Result<(), String> {
    let fail = |why: &str| Err(format!("{at}: {why}: {value} against {schema}"));
    let Value::Object(rules) = schema else { return Ok(()) };
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => {
                let target = root.pointer(rule.as_str().unwrap().strip_prefix('#').unwrap()).unwrap();
                accepts(root, target, value, at)?;
            }
            "type" => {
                let types: Vec<&str> = match rule {
                    Value::Array(types) => types.iter().filter_map(Value::as_str).collect(),
                    one => one.as_str().into_iter().collect(),
                };
                if !types.iter().any(|name| is_of_type(value, name)) {
                    return fail("type");
                }
            }
            "const" if value != rule => return fail("const"),
            "enum" if !rule.as_array().unwrap().contains(value) => return fail("enum"),
            "anyOf" | "oneOf" => {
                let fitting = rule.as_array().unwrap().iter();
                let fitting = fitting.filter(|one| accepts(root, one, value, at).is_ok()).count();
                if fitting == 0 || (keyword == "oneOf" && fitting > 1) {
                    return fail(keyword);
                }
            }
            "required" => {
                for name in rule.as_array().unwrap().iter().filter_map(Value::as_str) {
                    if value.is_object() && value.get(name).is_none() {
                        return fail(name);
                    }
                }
            }
            "additionalProperties" if *rule == Value::Bool(false) => {
                let known: BTreeSet<&String> = match rules.get("properties") {
                    Some(Value::Object(properties)) => properties.keys().collect(),
                    _ => BTreeSet::new(),
                };
                if let Value::Object(fields) = value
                    && fields.keys().any(|name| !known.contains(name))
                {
                    return fail("additional property");
                }
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(part) = value.get(name) {
                        accepts(root, rule, part, &format!("{at}/{name}"))?;
                    }
                }
            }
            "items" => {
                for (position, part) in value.as_array().into_iter().flatten().enumerate() {
                    accepts(root, rule, part, &format!("{at}/{position}"))?;
                }
            }
            "minimum" if value.as_f64().is_some_and(|number| number < rule.as_f64().unwrap()) => {
                return fail("minimum");
            }
            "maximum" if value.as_f64().is_some_and(|number| number > rule.as_f64().unwrap()) => {
                return fail("maximum");
            }
            _ => {}
        }
    }
    Ok(())
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "number" => value.is_number(),
        _ => false,
    }
}

#[test]
fn what_the_library_writes_is_what_the_schema_accepts() {
    let schema = paceline::schema::plan_schema();
    for seed in 0..60 {
        let plan = support::plans::random_plan(seed, 30);
        let value: Value = serde_json::from_str(&plan.to_json()).unwrap();
        accepts(&schema, &schema, &value, "").unwrap();
        let mut wrong = value;
        wrong["tasks"][0]["durration"] = "3d".into();
        assert!(accepts(&schema, &schema, &wrong, "").is_err());
    }
}

#[test]
fn schedules_and_scorecards_fit_their_schemas() {
    let (schedule, scorecard) = (paceline::schema::schedule_schema(), paceline::schema::scorecard_schema());
    for seed in 0..20 {
        let plan = support::plans::random_plan(seed, 20);
        let found = serde_json::to_value(paceline::schedule::schedule(&plan).unwrap()).unwrap();
        accepts(&schedule, &schedule, &found, "").unwrap();
        let card = paceline::measure::score(&plan.objectives, &Default::default()).unwrap();
        accepts(&scorecard, &scorecard, &serde_json::to_value(card).unwrap(), "").unwrap();
    }
}

/// What a type of `api.json` is in the schema of types; none for a text.
fn spelled(spelling: &str) -> Option<Value> {
    if let Some(of) = spelling.strip_suffix("[]") {
        return Some(json!({ "type": "array", "items": spelled(of)? }));
    }
    Some(match spelling {
        "[number | null, number | null]" => {
            json!({ "type": "array", "items": { "type": ["number", "null"] } })
        }
        "{ TaskId: number }" => json!({ "type": "object" }),
        "PlanChanges" => json!({ "type": "object" }),
        text if text.contains('/') => json!({ "type": "string" }),
        name => json!({ "$ref": format!("#/$defs/{name}") }),
    })
}

/// An expected answer that is a list of issues because the operation fails.
fn is_fault(answer: &Value) -> bool {
    answer.as_object().is_some_and(|fields| fields.len() == 1) && answer["issues"][0]["severity"].is_string()
}

#[test]
fn the_whole_corpus_fits_the_schema_of_types() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let read =
        |path: PathBuf| -> Value { serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap() };
    let (schema, api) = (paceline::schema::types(), read(root.join("schema/api.json")));
    let mut fitting = 0;
    for operation in api["operations"].as_array().unwrap() {
        let name = operation["name"].as_str().unwrap();
        let corpus = read(root.join(format!("tests/vectors/{name}.json")));
        for case in corpus["cases"].as_array().unwrap() {
            let answer = &case["expected"];
            let at = format!("{name}: {}", case["name"]);
            let mut fits = |spelling: &Value, value: &Value| {
                let of = spelled(spelling.as_str().unwrap()).unwrap();
                accepts(&schema, &of, value, &at).unwrap();
                fitting += 1;
            };
            if is_fault(answer) {
                fits(&json!("Issue[]"), &answer["issues"]);
                continue;
            }
            fits(&operation["output"], answer);
            for part in operation["input"].as_array().unwrap() {
                match &case["input"][part["name"].as_str().unwrap()] {
                    Value::Null | Value::String(_) => {}
                    _ if name == "validate" => {}
                    value => fits(&part["type"], value),
                }
            }
            if !case["options"].is_null() {
                fits(&operation["options"]["type"], &case["options"]);
            }
        }
    }
    assert!(fitting > 400, "{fitting} values");
}

#[test]
fn a_type_is_the_same_wherever_it_is_written() {
    let types = paceline::schema::types();
    for (name, schema) in paceline::schema::all() {
        for (of, definition) in schema["$defs"].as_object().unwrap() {
            let known = &types["$defs"][of];
            assert_eq!(known["description"], definition["description"], "{name}: {of}");
            let keys = |schema: &Value| -> Option<BTreeSet<String>> {
                Some(schema["properties"].as_object()?.keys().cloned().collect())
            };
            assert_eq!(keys(known), keys(definition), "{name}: {of}");
        }
    }
    let ends_in_a_number = |name: &&String| name.ends_with(|last: char| last.is_ascii_digit());
    let doubled = types["$defs"].as_object().unwrap().keys().find(ends_in_a_number);
    assert_eq!(doubled, None, "two types of one name");
}

fn collect<'a>(value: &'a Value, objects: &mut Vec<&'a Value>) {
    match value {
        Value::Object(fields) => {
            objects.push(value);
            fields.values().for_each(|field| collect(field, objects));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, objects)),
        _ => {}
    }
}

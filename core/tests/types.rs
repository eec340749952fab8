//! The types of TypeScript and Python are those of the schema. `UPDATE=1 cargo test -p paceline --test types`
//! rewrites them after a change of `core/schema/types.schema.json` or `core/schema/api.json`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

#[path = "types/measure.rs"]
mod measure;
#[path = "types/model.rs"]
mod model;
#[path = "types/python.rs"]
mod python;
#[path = "types/samples.rs"]
mod samples;
#[path = "types/typescript.rs"]
mod typescript;

use std::path::PathBuf;

use model::Model;
use serde_json::Value;

fn in_repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// A file of the repository that is made here.
fn holds(path: &str, text: &str) {
    let file = in_repository(path);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(committed == text, "{path} is stale: run UPDATE=1 cargo test -p paceline --test types");
}

#[test]
fn typescript_is_current() {
    let model = Model::read();
    holds("bindings-wasm/js/types.ts", &typescript::types(&model));
    holds("bindings-wasm/js/measure.ts", &measure::typescript(&model));
    holds("bindings-wasm/tests/types.check.ts", &samples::typescript(&model));
}

#[test]
fn python_is_current() {
    let model = Model::read();
    holds("bindings-python/python/paceline/_types.py", &python::types(&model));
    holds("bindings-python/python/paceline/measure.py", &measure::python(&model));
    holds("bindings-python/tests/types_check.py", &samples::python(&model));
}

/// Each object of the schema: the name of its type in the languages, its properties, those required.
fn objects() -> Vec<(String, Vec<String>, Vec<String>)> {
    let schema = std::fs::read_to_string(in_repository("core/schema/types.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let mut objects = Vec::new();
    let mut add = |name: String, object: &Value| {
        let Some(properties) = object["properties"].as_object() else { return };
        let required = object["required"].as_array().into_iter().flatten();
        let required = required.map(|name| name.as_str().unwrap().to_owned()).collect();
        objects.push((name, properties.keys().cloned().collect(), required));
    };
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        let name = if name == "Plan" { "PlanDocument" } else { name };
        add(name.to_owned(), definition);
        for variant in definition["oneOf"].as_array().into_iter().flatten() {
            if let Some(kind) = variant["properties"]["kind"]["const"].as_str() {
                add(format!("{name}{}", model::pascal(kind)), variant);
            }
        }
    }
    objects
}

/// The lines from one that begins with `head` to the next that stands as far left.
fn block<'a>(file: &'a str, head: &str) -> Vec<&'a str> {
    let mut lines = file.lines().skip_while(|line| !line.starts_with(head));
    let first = lines.next().unwrap_or_else(|| panic!("nothing begins with `{head}`"));
    let inside = |line: &&str| line.is_empty() || line.starts_with(' ');
    std::iter::once(first).chain(lines.take_while(inside)).collect()
}

#[test]
fn every_property_is_in_both_languages() {
    let typescript = std::fs::read_to_string(in_repository("bindings-wasm/js/types.ts")).unwrap();
    let python = std::fs::read_to_string(in_repository("bindings-python/python/paceline/_types.py")).unwrap();
    let objects = objects();
    let answers = objects.iter().filter(|(name, ..)| python.contains(&format!("\nclass {name}(Record):")));
    assert!(objects.len() > 70 && answers.count() > 35, "{} objects", objects.len());
    for (name, properties, required) in objects {
        let interface = block(&typescript, &format!("export interface {name} {{"));
        let class = block(&python, &format!("class {name}("));
        let is_record = class[0].ends_with("(Record):");
        let keywords = python.lines().skip_while(|line| !line.starts_with(&format!("_{name}Keywords = ")));
        let keywords: String = keywords.take(2).collect();
        for property in properties {
            let needed = required.contains(&property);
            let mark = if needed { ":" } else { "?:" };
            let line = format!("  {property}{mark} ");
            assert!(
                interface.iter().any(|one| one.starts_with(&line)),
                "{name} has no `{line}` in TypeScript"
            );
            let fits = |of: &str| is_record || of.starts_with("NotRequired[") != needed;
            let found = match property.as_str() {
                "from" if is_record => class.iter().any(|one| one.starts_with("    from_: ")),
                "from" => keywords.split_once("{\"from\": ").is_some_and(|(_, of)| fits(of)),
                name => {
                    let line = format!("    {name}: ");
                    class.iter().filter_map(|one| one.strip_prefix(&line)).any(fits)
                }
            };
            assert!(found, "{name} has no `{property}` in Python");
        }
    }
}

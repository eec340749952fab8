//! `schema/api.json` lists what the library can do: every operation of the core is in it, every type it names
//! exists, and every operation has cases in `vectors/`. Bindings hold their own exports against the same list.
#![allow(clippy::unwrap_used, reason = "in tests it says what must hold")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Public functions that are no operation of their own in other languages, each with the reason.
const NOT_MIRRORED: &[(&str, &str)] = &[
    ("attainment", "one division; `score` reports it"),
    ("rcpsp::check", "`check_with` with the default options"),
    ("check_leveled", "`check_leveled_with` with the default options"),
    ("compare_versions", "`compare` with the part `was`"),
    ("level_with", "`level` for hosts that take the best plan so far on the way"),
    ("load", "`load_with` with the default options"),
    ("solve_with", "`solve` for hosts that take the best schedule so far on the way"),
    ("measure::validate", "part of `validate` of a plan"),
];

/// What a type may be made of beside the types of the core.
const PLAIN: &[&str] = &["number", "null", "boolean", "integer", "string", "PlanChanges", "text", "plain"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn operations() -> Vec<Value> {
    let text = std::fs::read_to_string(root().join("schema/api.json")).unwrap();
    let api: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(api["format"], "paceline-api/1");
    api["operations"].as_array().unwrap().clone()
}

fn sources(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
}

fn core() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    sources(&root().join("src"), &mut found);
    found
}

/// The name after a word such as `pub fn ` at the beginning of a line.
fn declared<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter_map(move |line| line.strip_prefix(word)).filter_map(|rest| {
        rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
    })
}

#[test]
fn every_public_function_of_the_core_is_an_operation() {
    let folders = ["schedule", "cost", "measure", "value", "report", "render", "rcpsp", "interop"];
    let operations = operations();
    let listed: BTreeSet<&str> = operations.iter().map(|one| one["rust"].as_str().unwrap()).collect();
    let mut public = BTreeSet::new();
    for (path, text) in core() {
        let inside = path.strip_prefix(root().join("src")).unwrap().with_extension("");
        let parts: Vec<&str> = inside.iter().map(|part| part.to_str().unwrap()).collect();
        if !folders.contains(&parts[0]) {
            continue;
        }
        // The areas of measurement are public modules of their own.
        let is_area = parts[0] == "measure" && root().join("src/measure").join(parts[1]).is_dir();
        let module = if is_area { format!("measure::{}", parts[1]) } else { parts[0].to_owned() };
        let index = root().join("src").join(module.replace("::", "/")).join("mod.rs");
        let face = if path.ends_with(format!("{module}.rs")) {
            text.clone()
        } else {
            std::fs::read_to_string(index).unwrap()
        };
        let exported = |name: &str| {
            let is_part =
                |part: &str| part.split(|c: char| !c.is_alphanumeric() && c != '_').any(|one| one == name);
            let is_used = face.split(';').any(|item| item.contains("pub use") && is_part(item));
            is_used || face == text
        };
        public.extend(
            declared(&text, "pub fn ").filter(|name| exported(name)).map(|name| format!("{module}::{name}")),
        );
    }
    assert!(public.len() > 15, "only {public:?} were found");
    for path in &public {
        let name = path.rsplit("::").next().unwrap();
        let is_known = NOT_MIRRORED.iter().any(|(known, _)| *known == path || *known == name);
        assert!(
            listed.contains(path.as_str()) != is_known,
            "`{path}` is public: list it in core/schema/api.json, or here with a reason, and not in both"
        );
    }
    for path in &listed {
        let is_method = path.starts_with("plan::Plan::");
        assert!(is_method || public.contains(*path), "api.json names `{path}`, which is not public");
    }
}

#[test]
fn every_type_that_the_list_names_exists() {
    let core = core();
    let known: BTreeSet<&str> = core
        .iter()
        .flat_map(|(_, text)| ["pub struct ", "pub enum "].into_iter().flat_map(|word| declared(text, word)))
        .collect();
    let is_id =
        |name: &str| core.iter().any(|(path, text)| path.ends_with("src/id.rs") && text.contains(name));
    for operation in operations() {
        let mut types: Vec<&str> = Vec::new();
        let parts = operation["input"].as_array().unwrap().iter();
        let fields = operation["options"]["fields"].as_array().map_or(&[][..], Vec::as_slice);
        types.extend(parts.chain(fields).map(|part| part["type"].as_str().unwrap()));
        types.extend(operation["options"]["type"].as_str());
        let output = operation["output"].as_str().unwrap();
        if !output.starts_with("text/") && !output.starts_with("image/") {
            types.push(output);
        }
        for name in types.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
            assert!(
                name.is_empty() || PLAIN.contains(&name) || known.contains(name) || is_id(name),
                "{}: there is no type `{name}`",
                operation["name"]
            );
        }
    }
}

#[test]
fn every_operation_has_cases_and_every_case_an_operation() {
    let listed: BTreeSet<String> =
        operations().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(listed.len(), operations().len(), "an operation is listed twice");
    let mut tried = BTreeSet::new();
    for entry in std::fs::read_dir(root().join("tests/vectors")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let file: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let operation = file["operation"].as_str().unwrap().to_owned();
        let input: BTreeSet<String> = operations()
            .iter()
            .filter(|one| one["name"] == operation.as_str())
            .flat_map(|one| one["input"].as_array().unwrap().clone())
            .map(|part| part["name"].as_str().unwrap().to_owned())
            .collect();
        let cases = file["cases"].as_array().unwrap();
        assert!(!cases.is_empty(), "{operation} has no case");
        for case in cases {
            for part in case["input"].as_object().unwrap().keys() {
                let is_known = input.contains(part) || case["name"] == "a part that is not known";
                assert!(is_known, "{operation} `{}`: no input is called `{part}`", case["name"]);
            }
        }
        tried.insert(operation);
    }
    assert_eq!(tried, listed);
}

#[test]
fn the_door_knows_every_operation_of_the_list() {
    let listed: Vec<String> =
        operations().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    assert_eq!(paceline::call::operations().collect::<Vec<_>>(), listed);
}

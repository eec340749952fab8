//! Real documents, options and answers out of the corpus, written down as values of their types: a compiler that
//! takes the file has checked the types against what goes in and comes out.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use serde_json::Value;

use super::model::{Model, Operation, Type};

/// Most bytes of a case.
const MOST_BYTES: usize = 5_000;
/// Longest line.
const WIDTH: usize = 100;

const TYPESCRIPT: &str = "\
// Made from core/tests/vectors by core/tests/types.rs; changes here are lost.
//
// It compiles where the types are those of what goes in and comes out of the operations.
import type { InputOf, OperationName, OptionsOf, OutputOf } from \"../js/types.js\";

interface Case<Name extends OperationName> {
  input: InputOf<Name>;
  options?: OptionsOf<Name>;
  output?: OutputOf<Name>;
}

// What is not a document is refused.
type Plan = InputOf<\"read\">[\"plan\"];
const program = { name: \"p\", start: \"2026-03-02\" };
// @ts-expect-error a misspelt list
export const misspelt: Plan = { format: \"paceline/1\", program, taskz: [] };
// @ts-expect-error a number of days
export const unread: Plan = { format: \"paceline/1\", program, tasks: [{ id: \"a\", duration: 3 }] };
// @ts-expect-error an unknown kind of link
export const unlinked: Plan = { format: \"paceline/1\", program, dependencies: [{ from: \"a\", to: \"b\", kind: \"FX\" }] };
// @ts-expect-error no program
export const homeless: Plan = { format: \"paceline/1\" };
";

const PYTHON: &str = "\
# Made from core/tests/vectors by core/tests/types.rs; changes here are lost.
\"\"\"It passes `mypy --strict` where the types are those of what goes into the operations.\"\"\"

from paceline import _types as types

# fmt: off

# What is not a document is refused.
program: types.Program = {\"name\": \"p\", \"start\": \"2026-03-02\"}
misspelt: types.Task = {\"id\": \"a\", \"durration\": \"3d\"}  # type: ignore[typeddict-unknown-key]
unread: types.Task = {\"id\": \"a\", \"duration\": 3}  # type: ignore[typeddict-item]
homeless: types.PlanDocument = {\"format\": \"paceline/1\"}  # type: ignore[typeddict-item]
";

/// A case of the corpus that succeeds.
struct Case {
    name: String,
    input: Value,
    options: Value,
    output: Value,
}

/// The file for TypeScript.
pub(crate) fn typescript(model: &Model) -> String {
    let (mut file, mut seen) = (TYPESCRIPT.to_owned(), BTreeSet::new());
    for operation in &model.operations {
        for (number, case) in (1..).zip(cases(operation, &mut seen)) {
            writeln!(file, "\n// {}: {}", operation.name, case.name).unwrap();
            writeln!(file, "export const {}_{number} = {{", operation.name).unwrap();
            let mut fields = vec![("input", &case.input)];
            fields.extend((!case.options.is_null()).then_some(("options", &case.options)));
            fields.extend((operation.output != Type::Text).then_some(("output", &case.output)));
            for (name, value) in fields {
                writeln!(file, "  {name}: {},", laid_out(value, &JSON, 1, name.len() + 3)).unwrap();
            }
            writeln!(file, "}} satisfies Case<\"{}\">;", operation.name).unwrap();
        }
    }
    file
}

/// The file for Python: what an author writes. Answers are decoded in a test there.
pub(crate) fn python(model: &Model) -> String {
    let (mut file, mut seen) = (PYTHON.to_owned(), BTreeSet::new());
    for operation in &model.operations {
        let mut parts: Vec<(String, Value)> = Vec::new();
        for case in cases(operation, &mut seen) {
            for part in &operation.input {
                if let (Some(of), Some(value)) = (written(&part.of, model), case.input.get(&part.name)) {
                    parts.push((of, value.clone()));
                }
            }
            if let (Some(of), false) = (operation.options.as_ref(), case.options.is_null()) {
                parts.extend(written(of, model).map(|of| (of, case.options)));
            }
        }
        for (number, (of, value)) in (1..).zip(parts) {
            let name = format!("{}_{number}: {of} = ", operation.name);
            writeln!(file, "{name}{}", laid_out(&value, &PYTHON_WORDS, 0, name.len())).unwrap();
        }
    }
    file
}

/// How Python calls a type that an author writes.
fn written(of: &Type, model: &Model) -> Option<String> {
    match of {
        Type::Changes => Some("types.PlanChanges".to_owned()),
        // A data frame, or whatever else holds columns: no type of a document.
        Type::Named(name) if name == "Table" || name == "IndicatorTables" => None,
        Type::Named(name) if name == "Plan" => Some("types.PlanDocument".to_owned()),
        Type::Named(name) if !model.find(name).answer => Some(format!("types.{name}")),
        Type::List(of) => Some(format!("list[{}]", written(of, model)?)),
        _ => None,
    }
}

/// The cases of an operation that show what has not been seen yet, in few bytes.
fn cases(operation: &Operation, seen: &mut BTreeSet<String>) -> Vec<Case> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    let Ok(text) = std::fs::read_to_string(path.join(format!("{}.json", operation.name))) else {
        return Vec::new();
    };
    let corpus: Value = serde_json::from_str(&text).unwrap();
    let cases = corpus["cases"].as_array().unwrap().iter().map(|case| Case {
        name: case["name"].as_str().unwrap().to_owned(),
        input: case["input"].clone(),
        options: case["options"].clone(),
        output: case["expected"].clone(),
    });
    let mut cases: Vec<Case> = cases.filter(|case| is_answered(operation, case)).collect();
    cases.retain(|case| size(operation, case) <= MOST_BYTES);
    cases.sort_by_key(|case| case.name.clone());
    let mut chosen = Vec::new();
    while let Some((news, best)) = (0..cases.len()).map(|at| (news_of(operation, &cases[at], seen), at)).max()
        && news > 0
    {
        seen.append(&mut fields(operation, &cases[best]));
        chosen.push(cases.remove(best));
    }
    chosen
}

/// How much a case shows that has not been seen yet, for its size.
fn news_of(operation: &Operation, case: &Case, seen: &BTreeSet<String>) -> usize {
    fields(operation, case).difference(seen).count() * 1_000_000 / size(operation, case)
}

/// Every field that a case shows.
fn fields(operation: &Operation, case: &Case) -> BTreeSet<String> {
    let mut fields = BTreeSet::from([operation.name.clone()]);
    for value in [&case.input, &case.options, &case.output] {
        collect("", "", value, &mut fields);
    }
    fields
}

/// Whether it has an answer, and every part of its input is a document rather than a text.
fn is_answered(operation: &Operation, case: &Case) -> bool {
    let is_fault = operation.output != Type::Text && case.output.get("issues").is_some() && {
        let fields = case.output.as_object().unwrap();
        fields.len() == 1
    };
    let is_read = case.input.as_object().unwrap().values().all(|part| !part.is_string());
    is_read && !is_fault && (operation.name != "validate" || is_shaped(&case.output))
}

/// Whether `validate` found faults of meaning only: a document of another shape is no value of the type.
fn is_shaped(issues: &Value) -> bool {
    let shape = ["unknown-field", "missing-field", "invalid-value", "invalid-type"];
    let mut codes = issues.as_array().into_iter().flatten().filter_map(|issue| issue["code"].as_str());
    codes.all(|code| !shape.contains(&code))
}

fn size(operation: &Operation, case: &Case) -> usize {
    let output = if operation.output == Type::Text { 0 } else { case.output.to_string().len() };
    case.input.to_string().len() + case.options.to_string().len() + output
}

/// Every field that a value has, by the field that it stands in; kinds count with their word, null by itself.
fn collect(within: &str, name: &str, value: &Value, paths: &mut BTreeSet<String>) {
    let mark = match value {
        Value::Object(fields) => {
            return fields.iter().for_each(|(field, value)| collect(name, field, value, paths));
        }
        Value::Array(items) => return items.iter().for_each(|item| collect(within, name, item, paths)),
        Value::String(word) if name.is_empty() || name == "kind" => format!("={word}"),
        Value::Null => "=null".to_owned(),
        _ => String::new(),
    };
    paths.insert(format!("{within}/{name}{mark}"));
}

/// True, false and null.
type Words = [&'static str; 3];
const JSON: Words = ["true", "false", "null"];
const PYTHON_WORDS: Words = ["True", "False", "None"];

/// What fits on a line stays on it; `before` columns of the first line are taken.
fn laid_out(value: &Value, words: &Words, depth: usize, before: usize) -> String {
    let (open, parts, close) = match value {
        Value::Bool(truth) => return words[usize::from(!truth)].to_owned(),
        Value::Null => return words[2].to_owned(),
        Value::Number(_) | Value::String(_) => return value.to_string(),
        Value::Array(items) => {
            let items = items.iter().map(|item| laid_out(item, words, depth + 1, 1));
            ('[', items.collect::<Vec<_>>(), ']')
        }
        Value::Object(fields) => {
            let fields = fields.iter().map(|(name, value)| {
                let name = format!("\"{name}\": ");
                let value = laid_out(value, words, depth + 1, name.len() + 1);
                name + &value
            });
            ('{', fields.collect(), '}')
        }
    };
    let length: usize = parts.iter().map(|part| part.chars().count() + 2).sum();
    if parts.iter().all(|part| !part.contains('\n')) && 2 * depth + before + length + 2 <= WIDTH {
        return format!("{open}{}{close}", parts.join(", "));
    }
    let indent = "  ".repeat(depth + 1);
    let parts: String = parts.iter().map(|part| format!("{indent}{part},\n")).collect();
    format!("{open}\n{parts}{}{close}", "  ".repeat(depth))
}

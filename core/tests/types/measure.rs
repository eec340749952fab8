//! The functions on records and measurements, one for each operation of the module `measure`.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::model::{Field, Model, Operation, Shape, Type};
use super::{python, typescript};

const PYTHON: &str = "\
# Made from core/schema by core/tests/types.rs; changes here are lost.
\"\"\"Measurement: indicators, forecasts, attribution, experiments, impact, response.

A data frame goes in (polars, pandas, pyarrow, anything with `__arrow_c_stream__`, a dict of columns or a list of dicts),
a report comes out: estimates with their intervals, and how much they prove. `nan` and `None` are missing values, and
missing is never zero. The columns that are read have usual names, and options name others.

\"\"\"

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._paceline import measure as _measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from typing_extensions import Unpack

    from ._tables import TableLike
    from ._types import (
";

const TYPESCRIPT: &str = "\
// Made from core/schema by core/tests/types.rs; changes here are lost.

/**
 * Measurement: indicators, forecasts, attribution, experiments, impact, response.
 * @module
 */

import { tableText, tablesText, type TableLike } from \"./columns.js\";
import { ask } from \"./measure-engine.js\";
import { partsOf } from \"./text.js\";
";

/// The operations of the module.
fn operations(model: &Model) -> impl Iterator<Item = &Operation> {
    model.operations.iter().filter(|operation| operation.module == "measure")
}

fn name_of(of: &Type) -> String {
    match of {
        Type::Named(name) => python::named(name).to_owned(),
        other => panic!("{other:?} has no name"),
    }
}

/// What a function is given beside its options, and the type of those.
fn shape(operation: &Operation) -> (&str, Option<String>) {
    let [part] = operation.input.as_slice() else { panic!("`{}` takes one part", operation.name) };
    let options = operation.options.as_ref().map(name_of);
    match part.name.as_str() {
        "request" => ("request", Some(name_of(&part.of))),
        name => (name, options),
    }
}

fn fields<'a>(model: &'a Model, name: &str) -> &'a [Field] {
    match &model.find(name).shape {
        Shape::Record(fields) => fields,
        _ => panic!("`{name}` is no record"),
    }
}

/// The first sentence of a text.
fn sentence(doc: &str) -> String {
    let line = doc.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    match line.split_once(". ") {
        Some((first, _)) => format!("{first}."),
        None => line,
    }
}

fn doc(model: &Model, operation: &Operation, of_python: bool) -> String {
    let (part, options) = shape(operation);
    let mut doc = operation.answers.clone();
    if part == "report" {
        doc.push_str("\n\nA picture in SVG, of the report.");
    }
    if let Some(options) = options {
        let whose = if part == "request" { "The request has" } else { "The options are" };
        let mark = if of_python { "" } else { "those of" };
        let lead = if of_python {
            format!("{whose} (of `types.{options}`):")
        } else {
            format!("{whose} {mark} {options}:")
        };
        write!(doc, "\n\n{lead}\n").unwrap();
        for field in fields(model, &options) {
            let name = if of_python && python::KEYWORDS.contains(&field.name.as_str()) {
                format!("{}_", field.name)
            } else {
                field.name.clone()
            };
            write!(doc, "\n- `{name}`: {}", sentence(&field.doc)).unwrap();
        }
    }
    doc
}

/// `bindings-python/python/paceline/measure.py`.
pub(crate) fn python(model: &Model) -> String {
    let mut file = PYTHON.to_owned();
    let mut names = BTreeSet::new();
    for operation in operations(model) {
        names.extend(shape(operation).1);
        if let Type::Named(_) = operation.output {
            names.insert(name_of(&operation.output));
        }
        if shape(operation).0 == "report" {
            names.insert(name_of(&operation.input[0].of));
        }
    }
    for name in &names {
        writeln!(file, "        {name},").unwrap();
    }
    file.push_str("    )\n\n__all__ = [\n");
    let mut functions: Vec<&str> = operations(model).map(|operation| operation.name.as_str()).collect();
    functions.sort_unstable();
    for name in functions {
        writeln!(file, "    \"{name}\",").unwrap();
    }
    file.push_str("]\n");
    for operation in operations(model) {
        let (part, options) = shape(operation);
        let name = &operation.name;
        let output =
            if let Type::Named(_) = operation.output { name_of(&operation.output) } else { "str".into() };
        let keywords = options.as_ref().map(|options| format!("**options: Unpack[{options}]"));
        let (given, value) = match part {
            "request" => (None, "None"),
            "table" => (Some("table: TableLike".to_owned()), "table"),
            // Its options have an entry of that name, too.
            "tables" => (Some("tables: Mapping[str, TableLike], /".to_owned()), "tables"),
            _ => {
                let of = name_of(&operation.input[0].of);
                (Some(format!("report: {of} | Mapping[str, Any] | str")), "report")
            }
        };
        let arguments: Vec<String> = given.into_iter().chain(keywords).collect();
        let tail = if options.is_some() { ", dict(options)" } else { "" };
        let line = format!("def {name}({}) -> {output}:", arguments.join(", "));
        if line.len() <= 100 {
            writeln!(file, "\n\n{line}").unwrap();
        } else {
            writeln!(file, "\n\ndef {name}(\n    {},\n) -> {output}:", arguments.join(",\n    ")).unwrap();
        }
        python::docstring(&mut file, "    ", &doc(model, operation, true));
        writeln!(file, "    found: {output} = _measure(\"{name}\", \"{part}\", {value}{tail})").unwrap();
        file.push_str("    return found\n");
    }
    file.push_str(
        "\n\n# The picture that a notebook shows of a report: the first of those that there are.\n",
    );
    file.push_str("_PICTURES = {\n");
    let mut drawn = BTreeSet::new();
    for operation in operations(model).filter(|operation| shape(operation).0 == "report") {
        let report = name_of(&operation.input[0].of);
        if drawn.insert(report.clone()) {
            writeln!(file, "    \"{report}\": {},", operation.name).unwrap();
        }
    }
    file.push_str("}\n");
    file
}

/// `bindings-wasm/js/measure.ts`.
pub(crate) fn typescript(model: &Model) -> String {
    let mut file = TYPESCRIPT.to_owned();
    let mut names = BTreeSet::new();
    for operation in operations(model) {
        names.extend(shape(operation).1);
        if let Type::Named(_) = operation.output {
            names.insert(name_of(&operation.output));
        }
        if shape(operation).0 == "report" {
            names.insert(name_of(&operation.input[0].of));
        }
    }
    file.push_str("import type {\n");
    for name in &names {
        writeln!(file, "  {name},").unwrap();
    }
    file.push_str("} from \"./types.js\";\n\n");
    for operation in operations(model) {
        let (part, options) = shape(operation);
        let output = typescript::spelled(&operation.output);
        let mut doc = doc(model, operation, false);
        if part != "report" {
            doc.push_str("\n\n@throws {PacelineError} with every fault.");
        }
        typescript::comment(&mut file, "", &doc);
        let name = camel(&operation.name);
        let (given, parts) = match part {
            "request" => (format!("request: {}", options.as_ref().unwrap()), "partsOf({ request })"),
            "table" => ("table: TableLike".to_owned(), "{ table: tableText(table) }"),
            "tables" => {
                ("tables: Readonly<Record<string, TableLike>>".to_owned(), "{ tables: tablesText(tables) }")
            }
            _ => (format!("report: {}", name_of(&operation.input[0].of)), "partsOf({ report })"),
        };
        let has_options = part != "request" && options.is_some();
        let keywords = options.filter(|_| has_options).map(|options| format!(", options?: {options}"));
        let tail = if has_options { ", options" } else { "" };
        writeln!(file, "export function {name}({given}{}): {output} {{", keywords.unwrap_or_default())
            .unwrap();
        writeln!(file, "  return ask(\"{}\", {parts}{tail});", operation.name).unwrap();
        file.push_str("}\n\n");
    }
    file.truncate(file.trim_end().len());
    file.push('\n');
    file
}

/// `earned_value` as `earnedValue`.
fn camel(name: &str) -> String {
    let pascal = super::model::pascal(name);
    pascal[..1].to_lowercase() + &pascal[1..]
}

//! The types of TypeScript.

use std::fmt::Write;

use super::model::{Definition, Field, Model, Operation, Shape, Type, pascal, wrapped};

const HEAD: &str = "\
// Made from core/schema by core/tests/types.rs; changes here are lost.

/**
 * Documents, options and reports of Paceline, and the operations that join them.
 *
 * Keys are those of the JSON. An optional field of a report is absent where its description says so, never null.
 * @module
 */
";

const CHANGES: &str = "
/**
 * Changes of a value, as a JSON Merge Patch: what is given replaces what is there, null takes it out. A list of
 * records may be given as an object by their places, as issues name them: `copy`, `brief->copy`, `copy/ana`.
 */
export type Changes<Value> = Value extends readonly (infer Item)[]
  ? Value | (Item extends object ? Record<string, Changes<Item> | null> : never)
  : Value extends object
    ? { [Field in keyof Value]?: Changes<Exclude<Value[Field], undefined>> | null }
    : Value;

/** Changes of a plan: `{ tasks: { brief: { duration: \"3d\" }, old: null } }`. */
export type PlanChanges = Changes<PlanDocument>;
";

/// Longest line.
const WIDTH: usize = 110;

/// The whole file.
pub(crate) fn types(model: &Model) -> String {
    let mut file = HEAD.to_owned();
    for definition in &model.types {
        file.push('\n');
        write_definition(&mut file, definition);
    }
    file.push_str(CHANGES);
    write_operations(&mut file, &model.operations);
    file
}

/// A type by its name here.
pub(crate) fn named(name: &str) -> &str {
    match name {
        "Plan" => "PlanDocument",
        "Table" => "TableColumns",
        "Date" => "CivilDate",
        name => name,
    }
}

pub(crate) fn spelled(of: &Type) -> String {
    match of {
        Type::Text => "string".to_owned(),
        Type::Integer | Type::Number => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Word(word) => format!("\"{word}\""),
        Type::Named(name) => named(name).to_owned(),
        Type::List(of) if matches!(**of, Type::OrNull(_)) => format!("({})[]", spelled(of)),
        Type::List(of) => format!("{}[]", spelled(of)),
        Type::Map(key, value) => format!("Record<{}, {}>", spelled(key), spelled(value)),
        Type::Tuple(items) => format!("[{}]", items.iter().map(spelled).collect::<Vec<_>>().join(", ")),
        Type::OrNull(of) => format!("{} | null", spelled(of)),
        Type::Either(of) => of.iter().map(spelled).collect::<Vec<_>>().join(" | "),
        Type::Changes => "PlanChanges".to_owned(),
    }
}

fn write_definition(file: &mut String, definition: &Definition) {
    let name = named(&definition.name);
    match &definition.shape {
        Shape::Alias(of) => {
            comment(file, "", &definition.doc);
            writeln!(file, "export type {name} = {};", spelled(of)).unwrap();
        }
        Shape::Words(words) => {
            comment(file, "", &definition.doc_with_words(words));
            let words: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.word)).collect();
            write_union(file, name, &words);
        }
        Shape::Record(fields) => {
            comment(file, "", &definition.doc);
            writeln!(file, "export interface {name} {{").unwrap();
            write_fields(file, fields);
            file.push_str("}\n");
        }
        Shape::Union { tag, variants } => {
            for variant in variants {
                comment(file, "", &variant.doc);
                writeln!(file, "export interface {name}{} {{", pascal(&variant.word)).unwrap();
                writeln!(file, "  {tag}: \"{}\";", variant.word).unwrap();
                write_fields(file, &variant.fields);
                file.push_str("}\n\n");
            }
            comment(file, "", &definition.doc);
            let names = variants.iter().map(|variant| format!("{name}{}", pascal(&variant.word)));
            write_union(file, name, &names.collect::<Vec<_>>());
        }
    }
}

fn write_union(file: &mut String, name: &str, members: &[String]) {
    let line = format!("export type {name} = {};", members.join(" | "));
    if line.len() <= WIDTH {
        writeln!(file, "{line}").unwrap();
    } else {
        writeln!(file, "export type {name} =\n  | {};", members.join("\n  | ")).unwrap();
    }
}

fn write_fields(file: &mut String, fields: &[Field]) {
    for field in fields {
        let doc = match &field.default {
            Some(default) if !field.required => format!("{}\n@default {default}", field.doc),
            _ => field.doc.clone(),
        };
        comment(file, "  ", &doc);
        let (mark, null) =
            (if field.required { "" } else { "?" }, if field.nullable { " | null" } else { "" });
        writeln!(file, "  {}{mark}: {}{null};", field.name, spelled(&field.of)).unwrap();
    }
}

fn write_operations(file: &mut String, operations: &[Operation]) {
    file.push('\n');
    comment(file, "", "The parts, the options and the answer of each operation, by its name.");
    file.push_str("export interface Operations {\n");
    for operation in operations {
        comment(file, "  ", &operation.answers);
        let parts = operation.input.iter().map(|part| {
            format!("{}{}: {}", part.name, if part.default.is_some() { "?" } else { "" }, spelled(&part.of))
        });
        let parts: Vec<String> = parts.collect();
        let options = operation.options.as_ref().map_or("null".to_owned(), spelled);
        writeln!(file, "  {}: {{", operation.name).unwrap();
        writeln!(file, "    input: {{ {} }};", parts.join("; ")).unwrap();
        writeln!(file, "    options: {options};").unwrap();
        writeln!(file, "    output: {};", spelled(&operation.output)).unwrap();
        file.push_str("  };\n");
    }
    file.push_str("}\n\n");
    comment(file, "", "The name of an operation.");
    file.push_str("export type OperationName = keyof Operations;\n\n");
    comment(file, "", "The parts that an operation is given.");
    file.push_str("export type InputOf<Name extends OperationName> = Operations[Name][\"input\"];\n\n");
    comment(file, "", "The options of an operation; null if it has none.");
    file.push_str("export type OptionsOf<Name extends OperationName> = Operations[Name][\"options\"];\n\n");
    comment(file, "", "What an operation answers.");
    file.push_str("export type OutputOf<Name extends OperationName> = Operations[Name][\"output\"];\n");
}

pub(crate) fn comment(file: &mut String, indent: &str, doc: &str) {
    let doc = doc.trim().replace("*/", "*\u{200b}/");
    let lines = wrapped(&doc, WIDTH - indent.len() - 3);
    match lines.as_slice() {
        [] => {}
        [line] if indent.len() + line.chars().count() + 7 <= WIDTH => {
            writeln!(file, "{indent}/** {line} */").unwrap();
        }
        lines => {
            writeln!(file, "{indent}/**").unwrap();
            for line in lines {
                writeln!(file, "{}", format!("{indent} * {line}").trim_end()).unwrap();
            }
            writeln!(file, "{indent} */").unwrap();
        }
    }
}

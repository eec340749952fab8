//! The types of Python: what an author writes as typed dictionaries, what the library answers as records.

use std::fmt::Write;

use serde_json::Value;

use super::model::{Definition, Field, Model, Shape, Type, Word, pascal, wrapped};

const HEAD: &str = "\
# Made from core/schema by core/tests/types.rs; changes here are lost.
\"\"\"Documents, options and reports of Paceline.

What you write is a dictionary: `PlanDocument`, its parts and the options are typed dictionaries.
What Paceline answers are records: objects whose values never change. Lists of a record are tuples,
stamps are `datetime.datetime` (with their offset where the plan is zoned), working and elapsed time
are whole seconds, amounts and shares are floats.
\"\"\"

import datetime
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict

from ._decode import (
    DATE,
    NUMBER,
    PLAIN,
    STAMP,
    WHEN,
    Codec,
    Record,
    many,
    mapping,
    one_of,
    record,
    shape,
)

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired
else:

    class NotRequired:
        def __class_getitem__(cls, of):
            return of

";

const CHANGES: &str = "\
Changes of a plan, as a JSON Merge Patch.

What is given replaces what is there, None takes it out. A list of records may be given as a dictionary by their \
places, as issues name them: `{\"tasks\": {\"brief\": {\"duration\": \"3d\"}, \"old\": None}}`, \
`{\"dependencies\": {\"brief->copy\": None}}`, `{\"assignments\": {\"copy/ana\": {\"units\": 0.5}}}`.";

/// Longest line.
const WIDTH: usize = 100;

/// Words that Python keeps for itself.
pub(crate) const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// The whole file.
pub(crate) fn types(model: &Model) -> String {
    let writer = Writer { model };
    let mut file = HEAD.to_owned();
    writer.write_exports(&mut file);
    for definition in &model.types {
        writer.write_simple(&mut file, definition);
    }
    writer.write_operation_names(&mut file);
    for definition in in_order_of_use(model) {
        writer.write_class(&mut file, definition);
    }
    writer.write_changes(&mut file);
    file.push_str("\n\n");
    for definition in &model.types {
        writer.write_choice(&mut file, definition);
    }
    for definition in &model.types {
        writer.write_shape(&mut file, definition);
    }
    writer.write_answers(&mut file);
    file
}

/// The types, each after those that it names.
fn in_order_of_use(model: &Model) -> Vec<&Definition> {
    fn visit<'a>(model: &'a Model, definition: &'a Definition, order: &mut Vec<&'a Definition>) {
        if order.iter().any(|known| known.name == definition.name) {
            return;
        }
        for name in definition.names() {
            visit(model, model.find(name), order);
        }
        order.push(definition);
    }
    let mut order = Vec::new();
    model.types.iter().for_each(|definition| visit(model, definition, &mut order));
    order
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

fn attribute(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

struct Writer<'a> {
    model: &'a Model,
}

impl Writer<'_> {
    fn write_exports(&self, file: &mut String) {
        let mut names: Vec<String> = ["ANSWERS", "OperationName", "PlanChanges"].map(str::to_owned).to_vec();
        for definition in &self.model.types {
            names.push(named(&definition.name).to_owned());
            if let Shape::Union { variants, .. } = &definition.shape {
                let variants = variants.iter().map(|variant| variant_name(definition, &variant.word));
                names.extend(variants);
            }
        }
        names.sort();
        file.push_str("\n__all__ = [\n");
        for name in names {
            writeln!(file, "    \"{name}\",").unwrap();
        }
        file.push_str("]\n\n");
    }

    /// Names of simple types: nothing that refers to a class.
    fn write_simple(&self, file: &mut String, definition: &Definition) {
        let name = named(&definition.name);
        match &definition.shape {
            Shape::Alias(of) => {
                let of = match name {
                    "Stamp" => "datetime.datetime".to_owned(),
                    "CivilDate" => "str | datetime.date".to_owned(),
                    "When" => "str | datetime.date | datetime.datetime".to_owned(),
                    _ => self.spelled(of, definition.answer),
                };
                // Of types that may come further down.
                let mut words = of.split(|c: char| !c.is_alphanumeric() && c != '_');
                let later = words.any(|word| self.model.types.iter().any(|one| word == named(&one.name)));
                let of = if later { format!("\"{of}\"") } else { of };
                writeln!(file, "{name}: TypeAlias = {of}").unwrap();
                docstring(file, "", &definition.doc);
            }
            Shape::Words(words) => {
                write_words(file, name, words);
                docstring(file, "", &definition.doc_with_words(words));
            }
            Shape::Record(_) | Shape::Union { .. } => return,
        }
        file.push('\n');
    }

    fn write_operation_names(&self, file: &mut String) {
        let word = |name: &String| Word { word: name.clone(), doc: String::new() };
        let words: Vec<Word> = self.model.operations.iter().map(|operation| word(&operation.name)).collect();
        write_words(file, "OperationName", &words);
        docstring(file, "", "The name of an operation.");
    }

    fn write_class(&self, file: &mut String, definition: &Definition) {
        match &definition.shape {
            Shape::Record(fields) => {
                self.write_fields(file, named(&definition.name), &definition.doc, fields, definition.answer);
            }
            Shape::Union { tag, variants } => {
                for variant in variants {
                    let name = variant_name(definition, &variant.word);
                    let mut fields = vec![tag_field(tag, &variant.word)];
                    fields.extend(variant.fields.iter().cloned());
                    self.write_fields(file, &name, &variant.doc, &fields, definition.answer);
                }
                self.write_union(file, definition);
            }
            Shape::Alias(_) | Shape::Words(_) => {}
        }
    }

    fn write_fields(&self, file: &mut String, name: &str, doc: &str, fields: &[Field], answer: bool) {
        file.push_str("\n\n");
        if answer {
            self.write_record(file, name, doc, fields);
        } else {
            self.write_dictionary(file, name, doc, fields);
        }
    }

    fn write_record(&self, file: &mut String, name: &str, doc: &str, fields: &[Field]) {
        writeln!(file, "class {name}(Record):").unwrap();
        docstring(file, "    ", doc);
        let slots: Vec<String> =
            fields.iter().map(|field| format!("\"{}\"", attribute(&field.name))).collect();
        let comma = if slots.len() == 1 { "," } else { "" };
        let line = format!("    __slots__ = ({}{comma})", slots.join(", "));
        if line.len() <= WIDTH {
            writeln!(file, "\n{line}\n").unwrap();
        } else {
            writeln!(file, "\n    __slots__ = (\n        {},\n    )\n", slots.join(",\n        ")).unwrap();
        }
        for field in fields {
            let none = if self.absent(field) == "None" { " | None" } else { "" };
            let of = self.spelled(&field.of, true);
            writeln!(file, "    {}: {of}{none}", attribute(&field.name)).unwrap();
            docstring(file, "    ", &field.doc);
        }
    }

    fn write_dictionary(&self, file: &mut String, name: &str, doc: &str, fields: &[Field]) {
        let mut base = "TypedDict".to_owned();
        let mut doc = doc.to_owned();
        let (kept, fields): (Vec<&Field>, Vec<&Field>) =
            fields.iter().partition(|field| KEYWORDS.contains(&field.name.as_str()));
        if !kept.is_empty() {
            base = format!("_{name}Keywords");
            let entries = kept.iter().map(|field| format!("\"{}\": {}", field.name, self.written(field)));
            let entries: Vec<String> = entries.collect();
            let arguments = format!("\"{base}\", {{{}}}", entries.join(", "));
            let line = format!("{base} = TypedDict({arguments})");
            if line.len() <= WIDTH {
                writeln!(file, "{line}\n\n").unwrap();
            } else {
                writeln!(file, "{base} = TypedDict(\n    {arguments}\n)\n\n").unwrap();
            }
            for field in kept {
                write!(doc, "\n\n`{}`: {}", field.name, field.doc).unwrap();
            }
        }
        writeln!(file, "class {name}({base}):").unwrap();
        docstring(file, "    ", &doc);
        if !fields.is_empty() {
            file.push('\n');
        }
        for field in fields {
            writeln!(file, "    {}: {}", field.name, self.written(field)).unwrap();
            docstring(file, "    ", &field.doc);
        }
    }

    /// Changes of a plan: its lists by the places of their records.
    fn write_changes(&self, file: &mut String) {
        let Shape::Record(fields) = &self.model.find("Plan").shape else { panic!("a plan is a record") };
        file.push_str("\n\nclass PlanChanges(TypedDict, total=False):\n");
        docstring(file, "    ", CHANGES);
        file.push('\n');
        for field in fields {
            let of = self.spelled(&field.of, false);
            match &field.of {
                Type::List(_) => {
                    writeln!(
                        file,
                        "    {}: {of} | Mapping[str, Mapping[str, object] | None] | None",
                        field.name
                    )
                }
                Type::Named(_) => writeln!(file, "    {}: {of} | Mapping[str, object]", field.name),
                _ => writeln!(file, "    {}: {of}", field.name),
            }
            .unwrap();
            docstring(file, "    ", &field.doc);
        }
    }

    /// What an author may write into a field.
    fn written(&self, field: &Field) -> String {
        let null = if field.nullable { " | None" } else { "" };
        let of = format!("{}{null}", self.spelled(&field.of, false));
        if field.required { of } else { format!("NotRequired[{of}]") }
    }

    fn write_union(&self, file: &mut String, definition: &Definition) {
        if let Shape::Union { variants, .. } = &definition.shape {
            let name = named(&definition.name);
            let members: Vec<String> =
                variants.iter().map(|variant| variant_name(definition, &variant.word)).collect();
            let line = members.join(" | ");
            if name.len() + line.len() + 14 <= WIDTH {
                writeln!(file, "\n\n{name}: TypeAlias = {line}").unwrap();
            } else if line.len() + 4 <= WIDTH {
                writeln!(file, "\n\n{name}: TypeAlias = (\n    {line}\n)").unwrap();
            } else {
                writeln!(file, "\n\n{name}: TypeAlias = (\n    {}\n)", members.join("\n    | ")).unwrap();
            }
            docstring(file, "", &definition.doc);
        }
    }

    fn write_shape(&self, file: &mut String, definition: &Definition) {
        if !definition.answer {
            return;
        }
        match &definition.shape {
            Shape::Record(fields) => self.write_entries(file, named(&definition.name), fields),
            Shape::Union { tag, variants } => {
                for variant in variants {
                    let mut fields = vec![tag_field(tag, &variant.word)];
                    fields.extend(variant.fields.iter().cloned());
                    self.write_entries(file, &variant_name(definition, &variant.word), &fields);
                }
            }
            Shape::Alias(_) | Shape::Words(_) => {}
        }
    }

    /// The codecs of unions, which records refer to.
    fn write_choice(&self, file: &mut String, definition: &Definition) {
        let Shape::Union { tag, variants } = &definition.shape else { return };
        if definition.answer {
            writeln!(file, "_{} = one_of(\n    \"{tag}\",\n    {{", definition.name.to_uppercase()).unwrap();
            for variant in variants {
                let class = variant_name(definition, &variant.word);
                writeln!(file, "        \"{}\": {class},", variant.word).unwrap();
            }
            file.push_str("    },\n)\n");
        }
    }

    fn write_entries(&self, file: &mut String, name: &str, fields: &[Field]) {
        let entries = fields.iter().map(|field| {
            let absent = if field.required { String::new() } else { format!(", {}", self.absent(field)) };
            format!("(\"{}\", {}{absent})", field.name, self.codec(&field.of))
        });
        let entries: Vec<String> = entries.collect();
        let line = format!("shape({name}, {})", entries.join(", "));
        if line.len() <= WIDTH {
            writeln!(file, "{line}").unwrap();
        } else {
            writeln!(file, "shape(\n    {name},\n    {},\n)", entries.join(",\n    ")).unwrap();
        }
    }

    fn write_answers(&self, file: &mut String) {
        file.push_str("\nANSWERS: dict[OperationName, Codec] = {\n");
        for operation in &self.model.operations {
            writeln!(file, "    \"{}\": {},", operation.name, self.codec(&operation.output)).unwrap();
        }
        file.push_str("}\n");
        docstring(file, "", "What each operation answers; a plan is answered as a `PlanDocument`.");
    }

    /// What a field of a record is when the JSON does not have it.
    fn absent(&self, field: &Field) -> String {
        let value = match (&field.default, &field.of) {
            _ if field.required => "",
            (Some(Value::String(word)), _) => return format!("\"{word}\""),
            (Some(Value::Array(_)), _) => "()",
            (Some(Value::Bool(_)), _) => "False",
            (Some(_), Type::Named(name)) if self.is(name, &Type::Number) => "0.0",
            (Some(_), Type::Number) => "0.0",
            (Some(_), _) => "0",
            (None, _) => "None",
        };
        value.to_owned()
    }

    fn is(&self, name: &str, of: &Type) -> bool {
        matches!(&self.model.find(name).shape, Shape::Alias(alias) if alias == of)
    }

    /// Whether a type is a record that only the library makes.
    fn given_back(&self, name: &str) -> bool {
        let found = self.model.find(name);
        found.answer && matches!(found.shape, Shape::Record(_))
    }

    fn spelled(&self, of: &Type, answer: bool) -> String {
        match of {
            Type::Text => "str".to_owned(),
            Type::Integer => "int".to_owned(),
            Type::Number => "float".to_owned(),
            Type::Boolean => "bool".to_owned(),
            Type::Word(word) => format!("Literal[\"{word}\"]"),
            Type::Named(name) if answer && name == "Date" => "datetime.date".to_owned(),
            // An answer given back: as it came, or as `to_dict` makes it.
            Type::Named(name) if !answer && name == "Schedule" => "Mapping[str, Any]".to_owned(),
            Type::Named(name) if !answer && self.given_back(name) => {
                format!("{} | Mapping[str, Any]", named(name))
            }
            Type::Named(name) if answer && name == "When" => "datetime.date | datetime.datetime".to_owned(),
            Type::Named(name) => named(name).to_owned(),
            Type::List(of) if answer => format!("tuple[{}, ...]", self.spelled(of, answer)),
            Type::List(of) => format!("list[{}]", self.spelled(of, answer)),
            Type::Map(key, value) => {
                format!("dict[{}, {}]", self.spelled(key, answer), self.spelled(value, answer))
            }
            Type::Tuple(items) => {
                let items = items.iter().map(|item| self.spelled(item, answer));
                format!("tuple[{}]", items.collect::<Vec<_>>().join(", "))
            }
            Type::OrNull(of) => format!("{} | None", self.spelled(of, answer)),
            Type::Either(of) => of.iter().map(|of| self.spelled(of, answer)).collect::<Vec<_>>().join(" | "),
            Type::Changes => "PlanChanges".to_owned(),
        }
    }

    fn codec(&self, of: &Type) -> String {
        match of {
            Type::Number => "NUMBER".to_owned(),
            Type::List(of) => format!("many({})", self.codec(of)),
            Type::Map(_, value) => format!("mapping({})", self.codec(value)),
            Type::Text | Type::Integer | Type::Boolean | Type::Word(_) | Type::Changes => "PLAIN".to_owned(),
            // Values of a table: as they are.
            Type::OrNull(of) if matches!(**of, Type::Either(_) | Type::Number | Type::Text) => {
                "PLAIN".to_owned()
            }
            Type::Tuple(_) | Type::OrNull(_) | Type::Either(_) => panic!("no answer holds {of:?}"),
            Type::Named(name) => match (name.as_str(), &self.model.find(name).shape) {
                ("Stamp", _) => "STAMP".to_owned(),
                ("Date", _) => "DATE".to_owned(),
                ("When", _) => "WHEN".to_owned(),
                ("Plan" | "Table", _) | (_, Shape::Words(_)) => "PLAIN".to_owned(),
                (_, Shape::Alias(of)) => self.codec(of),
                // What an author writes is a dict, also as an answer.
                (_, Shape::Record(_) | Shape::Union { .. }) if !self.model.find(name).answer => {
                    "PLAIN".to_owned()
                }
                (_, Shape::Record(_)) => format!("record({name})"),
                (_, Shape::Union { .. }) => format!("_{}", name.to_uppercase()),
            },
        }
    }
}

fn variant_name(definition: &Definition, word: &str) -> String {
    format!("{}{}", named(&definition.name), pascal(word))
}

fn tag_field(tag: &str, word: &str) -> Field {
    Field {
        name: tag.to_owned(),
        doc: String::new(),
        of: Type::Word(word.to_owned()),
        required: true,
        nullable: false,
        default: None,
    }
}

fn write_words(file: &mut String, name: &str, words: &[Word]) {
    let words: Vec<String> = words.iter().map(|word| format!("\"{}\"", word.word)).collect();
    let line = format!("{name}: TypeAlias = Literal[{}]", words.join(", "));
    if line.len() <= WIDTH {
        writeln!(file, "{line}").unwrap();
    } else {
        writeln!(file, "{name}: TypeAlias = Literal[\n    {},\n]", words.join(",\n    ")).unwrap();
    }
}

pub(crate) fn docstring(file: &mut String, indent: &str, doc: &str) {
    let doc = doc.trim().replace('\\', "\\\\").replace("\"\"\"", "'''");
    if doc.is_empty() {
        return;
    }
    let width = WIDTH - indent.len();
    let lines = wrapped(&doc, width);
    if let [line] = lines.as_slice()
        && line.chars().count() + 6 <= width
    {
        writeln!(file, "{indent}\"\"\"{line}\"\"\"").unwrap();
        return;
    }
    let width = if lines.len() == 1 { width - 10 } else { width };
    let lines = wrapped(&format!("\"\"\"{doc}"), width);
    for line in lines {
        writeln!(file, "{}", format!("{indent}{line}").trim_end()).unwrap();
    }
    writeln!(file, "{indent}\"\"\"").unwrap();
}

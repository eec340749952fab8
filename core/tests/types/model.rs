//! The schema and the operations as something that a language's types are written from.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

/// Everything that a language needs a type for.
pub(crate) struct Model {
    pub(crate) types: Vec<Definition>,
    pub(crate) operations: Vec<Operation>,
}

/// A type with a name.
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) doc: String,
    /// Whether the library writes it and nobody else.
    pub(crate) answer: bool,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    /// Another name for a simple type.
    Alias(Type),
    /// One of some words.
    Words(Vec<Word>),
    /// An object.
    Record(Vec<Field>),
    /// One of some objects, told apart by one field.
    Union { tag: String, variants: Vec<Variant> },
}

pub(crate) struct Word {
    pub(crate) word: String,
    pub(crate) doc: String,
}

pub(crate) struct Variant {
    /// What its tag says.
    pub(crate) word: String,
    pub(crate) doc: String,
    /// Its fields without the tag.
    pub(crate) fields: Vec<Field>,
}

#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) of: Type,
    pub(crate) required: bool,
    /// Whether null may stand for its absence.
    pub(crate) nullable: bool,
    /// What it is when absent, if the schema says so.
    pub(crate) default: Option<Value>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Type {
    Text,
    Integer,
    Number,
    Boolean,
    /// This word and no other.
    Word(String),
    Named(String),
    List(Box<Type>),
    /// An object with keys of any kind.
    Map(Box<Type>, Box<Type>),
    Tuple(Vec<Type>),
    OrNull(Box<Type>),
    /// One of several.
    Either(Vec<Type>),
    /// A merge patch of a plan document.
    Changes,
}

impl Type {
    /// The types that it names.
    pub(crate) fn names(&self) -> Vec<&str> {
        match self {
            Self::Named(name) => vec![name],
            Self::List(of) | Self::OrNull(of) => of.names(),
            Self::Map(key, value) => [key.names(), value.names()].concat(),
            Self::Tuple(items) | Self::Either(items) => items.iter().flat_map(Self::names).collect(),
            Self::Text | Self::Integer | Self::Number | Self::Boolean | Self::Word(_) | Self::Changes => {
                vec![]
            }
        }
    }
}

/// An operation of `api.json`.
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) answers: String,
    pub(crate) input: Vec<Part>,
    pub(crate) options: Option<Type>,
    pub(crate) output: Type,
    /// The module of records and measurements, `measure`, or none.
    pub(crate) module: String,
}

pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) of: Type,
    /// What it is when absent.
    pub(crate) default: Option<String>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> Value {
    let text = std::fs::read_to_string(root().join("schema").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn text(value: &Value, name: &str) -> String {
    value[name].as_str().unwrap_or_default().to_owned()
}

impl Model {
    /// Reads `types.schema.json` and `api.json`.
    pub(crate) fn read() -> Self {
        let (schema, api) = (read("types.schema.json"), read("api.json"));
        let orders = Orders::read();
        let mut types: Vec<Definition> = Vec::new();
        for (name, schema) in schema["$defs"].as_object().unwrap() {
            types.push(definition(name, schema, &orders));
        }
        let operations = api["operations"].as_array().unwrap().iter().map(operation).collect();
        Self { types, operations }
    }

    /// The definition of a name.
    pub(crate) fn find(&self, name: &str) -> &Definition {
        let found = self.types.iter().find(|definition| definition.name == name);
        found.unwrap_or_else(|| panic!("no type is called `{name}`"))
    }
}

impl Definition {
    /// The types that it names.
    pub(crate) fn names(&self) -> Vec<&str> {
        let fields: Vec<&Field> = match &self.shape {
            Shape::Alias(of) => return of.names(),
            Shape::Words(_) => Vec::new(),
            Shape::Record(fields) => fields.iter().collect(),
            Shape::Union { variants, .. } => variants.iter().flat_map(|variant| &variant.fields).collect(),
        };
        fields.into_iter().flat_map(|field| field.of.names()).collect()
    }

    /// What it means, and what each of its words means.
    pub(crate) fn doc_with_words(&self, words: &[Word]) -> String {
        let meanings = words.iter().map(|word| format!("- `{}`: {}", word.word, word.doc.replace('\n', " ")));
        format!("{}\n\n{}", self.doc, meanings.collect::<Vec<_>>().join("\n"))
    }
}

/// The order in which the fields of each struct are written down, found in the source: a JSON schema keeps none.
struct Orders(BTreeMap<String, Vec<Vec<String>>>);

impl Orders {
    fn read() -> Self {
        let mut orders = Self(BTreeMap::new());
        orders.read_folder(&root().join("src"));
        orders
    }

    fn read_folder(&mut self, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.read_folder(&path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                self.read_source(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    fn read_source(&mut self, source: &str) {
        let mut lines = source.lines();
        while let Some(line) = lines.next() {
            let Some(name) = line.strip_prefix("pub struct ").and_then(|rest| rest.strip_suffix(" {")) else {
                continue;
            };
            let body = lines.by_ref().take_while(|line| *line != "}");
            let fields = body.filter_map(|line| line.strip_prefix("    pub ")?.split_once(':'));
            let fields = fields.map(|(field, _)| field.to_owned()).collect();
            self.0.entry(name.to_owned()).or_default().push(fields);
        }
    }

    /// Sorts the fields of a type as they are written down; else those that are required first.
    fn sort(&self, name: &str, fields: &mut [Field], required: &[&str]) {
        let names: BTreeSet<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let mut orders = self.0.get(name).into_iter().flatten();
        let fits = |order: &&Vec<String>| order.iter().map(String::as_str).collect::<BTreeSet<_>>() == names;
        let written: Option<Vec<&str>> =
            orders.find(fits).map(|order| order.iter().map(String::as_str).collect());
        let order = written.as_deref().unwrap_or(required);
        fields.sort_by_key(|field| {
            (order.iter().position(|name| *name == field.name).unwrap_or(usize::MAX), field.name.clone())
        });
    }
}

fn definition(name: &str, schema: &Value, orders: &Orders) -> Definition {
    let shape = if let Some(choices) = schema["oneOf"].as_array() {
        choices_of(choices, orders)
    } else if schema.get("properties").is_some() {
        Shape::Record(fields_of(name, schema, orders))
    } else {
        Shape::Alias(type_of(schema))
    };
    let answer = schema["readOnly"] == true;
    Definition { name: name.to_owned(), doc: text(schema, "description"), answer, shape }
}

fn choices_of(choices: &[Value], orders: &Orders) -> Shape {
    let words = choices.iter().map(|choice| {
        let word = choice["const"].as_str()?.to_owned();
        Some(Word { word, doc: text(choice, "description") })
    });
    if let Some(words) = words.collect() {
        return Shape::Words(words);
    }
    let first = choices[0]["properties"].as_object().unwrap();
    let tag = first.iter().find(|(_, field)| field.get("const").is_some()).unwrap().0.clone();
    let variants = choices.iter().map(|choice| {
        let mut fields = fields_of("", choice, orders);
        fields.retain(|field| field.name != tag);
        let word = choice["properties"][&tag]["const"].as_str().unwrap().to_owned();
        Variant { word, doc: text(choice, "description"), fields }
    });
    Shape::Union { variants: variants.collect(), tag }
}

fn fields_of(name: &str, schema: &Value, orders: &Orders) -> Vec<Field> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let properties: &Map<String, Value> = schema["properties"].as_object().unwrap();
    let mut fields: Vec<Field> = Vec::new();
    for (name, schema) in properties {
        let (of, nullable) = match type_of(schema) {
            Type::OrNull(of) => (*of, true),
            of => (of, false),
        };
        fields.push(Field {
            name: name.clone(),
            doc: text(schema, "description"),
            of,
            required: required.contains(&name.as_str()),
            nullable,
            default: schema.get("default").cloned(),
        });
    }
    orders.sort(name, &mut fields, &required);
    fields
}

/// The type that a schema describes.
fn type_of(schema: &Value) -> Type {
    if let Some(reference) = schema["$ref"].as_str() {
        return Type::Named(reference.rsplit('/').next().unwrap().to_owned());
    }
    if let Some(either) = schema["anyOf"].as_array() {
        if either.len() == 2 && either[1]["type"] == "null" {
            return Type::OrNull(Box::new(type_of(&either[0])));
        }
        return Type::Either(either.iter().map(type_of).collect());
    }
    let (kind, nullable) = match &schema["type"] {
        Value::Array(kinds) => {
            assert!(kinds.len() == 2 && kinds[1] == "null", "{schema}");
            (kinds[0].as_str().unwrap(), true)
        }
        kind => (kind.as_str().unwrap_or_else(|| panic!("no type in {schema}")), false),
    };
    let of = match kind {
        "string" if schema["format"] == "date" => Type::Named("Date".to_owned()),
        "string" => Type::Text,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "boolean" => Type::Boolean,
        "array" => Type::List(Box::new(type_of(&schema["items"]))),
        "object" => Type::Map(Box::new(Type::Text), Box::new(type_of(&schema["additionalProperties"]))),
        other => panic!("no type for `{other}` in {schema}"),
    };
    if nullable { Type::OrNull(Box::new(of)) } else { of }
}

fn operation(operation: &Value) -> Operation {
    let input = operation["input"].as_array().unwrap().iter().map(|part| Part {
        name: text(part, "name"),
        of: spelled(&text(part, "type")),
        default: part["default"].as_str().map(str::to_owned),
    });
    Operation {
        name: text(operation, "name"),
        answers: text(operation, "answers"),
        input: input.collect(),
        options: operation["options"]["type"].as_str().map(spelled),
        output: spelled(&text(operation, "output")),
        module: text(operation, "module"),
    }
}

/// The type that `api.json` spells.
fn spelled(spelling: &str) -> Type {
    let spelling = spelling.trim();
    if let Some(of) = spelling.strip_suffix("[]") {
        return Type::List(Box::new(spelled(of)));
    }
    if let Some(of) = spelling.strip_suffix("| null") {
        return Type::OrNull(Box::new(spelled(of)));
    }
    if let Some(items) = spelling.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return Type::Tuple(items.split(',').map(spelled).collect());
    }
    if let Some(entry) = spelling.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        let (key, value) = entry.split_once(':').unwrap();
        return Type::Map(Box::new(spelled(key)), Box::new(spelled(value)));
    }
    match spelling {
        "string" => Type::Text,
        "integer" => Type::Integer,
        "number" => Type::Number,
        "boolean" => Type::Boolean,
        "PlanChanges" => Type::Changes,
        kind if kind.contains('/') => Type::Text,
        name => Type::Named(name.to_owned()),
    }
}

/// `earned_value` as `EarnedValue`.
pub(crate) fn pascal(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('_').map(capital).collect()
}

/// The lines of a text, the long ones broken; an item of a list goes on under its beginning.
pub(crate) fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.lines() {
        let indent = if line.starts_with("- ") { "  " } else { "" };
        let mut rest = String::new();
        for word in line.split(' ') {
            if !rest.trim().is_empty() && rest.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::replace(&mut rest, format!("{indent}{word}")));
            } else {
                let space = if rest.is_empty() { "" } else { " " };
                rest = rest + space + word;
            }
        }
        lines.push(rest);
    }
    lines
}

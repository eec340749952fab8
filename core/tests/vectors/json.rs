//! JSON that keeps the order of its fields and tells `8` from `8.0`: what the corpus is written in.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

/// Columns that a value may take before it is broken over lines.
const WIDTH: usize = 104;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

impl Json {
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        serde_json::from_str(text).map_err(|fault| fault.to_string())
    }

    /// A field of an object.
    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        match self {
            Json::Object(fields) => fields.iter().find(|(field, _)| field == name).map(|(_, value)| value),
            _ => None,
        }
    }

    pub(crate) fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(crate) fn list(&self) -> &[Json] {
        match self {
            Json::List(items) => items,
            _ => &[],
        }
    }

    /// Sets a field; a new one becomes the last.
    pub(crate) fn set(&mut self, name: &str, value: Json) {
        let Json::Object(fields) = self else { return };
        fields.retain(|(field, _)| field != name);
        fields.push((name.to_owned(), value));
    }

    /// Follows a path of names and positions; an entry of a list is found by what it is called as well.
    pub(crate) fn at(&self, path: &str) -> Option<&Json> {
        path.split('/').filter(|step| !step.is_empty()).try_fold(self, |value, step| match value {
            Json::List(items) => {
                let named = |item: &&Json| {
                    let names = ["id", "task", "resource", "kpi", "item", "campaign", "date", "code", "name"];
                    names.iter().any(|name| item.get(name).and_then(Json::text) == Some(step))
                };
                items.iter().find(named).or_else(|| items.get(step.parse::<usize>().ok()?))
            }
            _ => value.get(step),
        })
    }

    /// Without a space or line break: the form that is compared byte by byte.
    pub(crate) fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Json::Null => out.push_str("null"),
            Json::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Json::Number(number) => out.push_str(&number.to_string()),
            Json::Text(text) => out.push_str(&quoted(text)),
            Json::List(items) => {
                for (position, item) in items.iter().enumerate() {
                    out.push(if position == 0 { '[' } else { ',' });
                    item.write(out);
                }
                out.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Json::Object(fields) => {
                for (position, (name, value)) in fields.iter().enumerate() {
                    out.push(if position == 0 { '{' } else { ',' });
                    out.push_str(&quoted(name));
                    out.push(':');
                    value.write(out);
                }
                out.push_str(if fields.is_empty() { "{}" } else { "}" });
            }
        }
    }

    /// For people: what fits on a line stays on it, so that a difference shows the line that changed.
    pub(crate) fn pretty(&self) -> String {
        let mut out = String::new();
        self.lay_out(&mut out, 0, 0);
        out.push('\n');
        out
    }

    fn lay_out(&self, out: &mut String, depth: usize, before: usize) {
        let compact = self.compact();
        let is_leaf = !matches!(self, Json::List(_) | Json::Object(_));
        if is_leaf || 2 * depth + before + compact.len() <= WIDTH {
            return out.push_str(&compact);
        }
        let line = |out: &mut String, position: usize| {
            out.push_str(if position == 0 { "\n" } else { ",\n" });
            out.push_str(&"  ".repeat(depth + 1));
        };
        let close = match self {
            Json::List(items) => {
                out.push('[');
                for (position, item) in items.iter().enumerate() {
                    line(out, position);
                    item.lay_out(out, depth + 1, 0);
                }
                ']'
            }
            Json::Object(fields) => {
                out.push('{');
                for (position, (name, value)) in fields.iter().enumerate() {
                    line(out, position);
                    let name = quoted(name);
                    out.push_str(&name);
                    out.push_str(": ");
                    value.lay_out(out, depth + 1, name.len() + 2);
                }
                '}'
            }
            _ => return,
        };
        out.push('\n');
        out.push_str(&"  ".repeat(depth));
        out.push(close);
    }

    /// The first place where two values differ, with what stands there.
    pub(crate) fn difference(&self, other: &Json) -> Option<String> {
        if self == other {
            return None;
        }
        let below = |step: &str, rest: String| Some(format!("/{step}{rest}"));
        match (self, other) {
            (Json::List(ours), Json::List(theirs)) => {
                for (position, (one, two)) in ours.iter().zip(theirs).enumerate() {
                    if let Some(rest) = one.difference(two) {
                        return below(&position.to_string(), rest);
                    }
                }
                Some(format!(": {} entries expected, {} found", ours.len(), theirs.len()))
            }
            (Json::Object(ours), Json::Object(theirs)) => {
                for (name, one) in ours {
                    match other.get(name) {
                        None => return below(name, format!(": expected {}, missing", clip(one))),
                        Some(two) => {
                            if let Some(rest) = one.difference(two) {
                                return below(name, rest);
                            }
                        }
                    }
                }
                let more = theirs.iter().find(|(name, _)| self.get(name).is_none());
                match more {
                    Some((name, two)) => below(name, format!(": not expected, found {}", clip(two))),
                    None => Some(String::from(": the fields stand in another order")),
                }
            }
            (Json::Text(one), Json::Text(two)) => {
                let same = one.chars().zip(two.chars()).take_while(|(a, b)| a == b).count();
                let from = same.saturating_sub(40);
                let part = |text: &str| text.chars().skip(from).take(120).collect::<String>();
                let place = if same > 40 { format!(" from character {from} on") } else { String::new() };
                Some(format!(":{place} expected {:?}, found {:?}", part(one), part(two)))
            }
            _ => Some(format!(": expected {}, found {}", clip(self), clip(other))),
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn clip(value: &Json) -> String {
    let text = value.compact();
    match text.char_indices().nth(160) {
        None => text,
        Some((end, _)) => format!("{}…", &text[..end]),
    }
}

/// A JSON text without the spaces and line breaks between its values.
pub(crate) fn minified(text: &str) -> String {
    let (mut out, mut inside, mut escaped) = (String::with_capacity(text.len()), false, false);
    for c in text.chars() {
        if inside || !c.is_ascii_whitespace() {
            out.push(c);
        }
        if c == '"' && !escaped {
            inside = !inside;
        }
        escaped = inside && c == '\\' && !escaped;
    }
    out
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(Json::Object(fields))
    }
}

//! Text of elements, one after the other.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDateTime;

use super::super::fields::{CUSTOM, CUSTOM_PARTS, ELEMENT, Role, TEXT, fields};
use super::super::xml::Xml;
use crate::plan::validate::{Faults, show};
use crate::quantity::{Stamp, When};

/// What a record says of a field.
pub(super) enum Value {
    /// Its text.
    Text(String),
    /// Whole elements.
    Elements(String),
}

/// What the plan says of a record, by the names of the fields.
#[derive(Default)]
pub(super) struct Own {
    values: BTreeMap<&'static str, Value>,
}

impl Own {
    /// Says a field.
    pub(super) fn set(&mut self, name: &'static str, text: impl ToString) {
        self.values.insert(name, Value::Text(text.to_string()));
    }

    /// Says a field, if there is something to say.
    pub(super) fn maybe(&mut self, name: &'static str, text: Option<impl ToString>) {
        if let Some(text) = text {
            self.set(name, text);
        }
    }

    /// Says a flag.
    pub(super) fn flag(&mut self, name: &'static str, is: bool) {
        self.set(name, u8::from(is));
    }

    /// Says a field that holds others, written with `out`.
    pub(super) fn elements(&mut self, name: &'static str, out: Out) {
        if !out.text.is_empty() {
            self.values.insert(name, Value::Elements(out.text));
        }
    }
}

/// The text so far.
#[derive(Default)]
pub(super) struct Out {
    pub(super) text: String,
    depth: usize,
}

impl Out {
    /// A text that begins inside so many elements.
    pub(super) fn inside(depth: usize) -> Self {
        Self { text: String::new(), depth }
    }

    fn indent(&mut self) {
        self.text.extend(std::iter::repeat_n('\t', self.depth));
    }

    pub(super) fn open(&mut self, name: &str) {
        self.indent();
        let _ = writeln!(self.text, "<{name}>");
        self.depth += 1;
    }

    pub(super) fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        let _ = writeln!(self.text, "</{name}>");
    }

    /// An element that holds text.
    pub(super) fn field(&mut self, name: &str, text: impl ToString) {
        self.indent();
        let _ = write!(self.text, "<{name}>");
        escape(&text.to_string(), &mut self.text);
        let _ = writeln!(self.text, "</{name}>");
    }

    /// Elements as they stand.
    fn raw(&mut self, elements: &str) {
        self.text.push_str(elements);
        if !elements.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The fields of a record in the order of the schema: what the plan says, else what was kept, else what it is
    /// when nobody has filled it in.
    pub(super) fn record(
        &mut self,
        part: &'static str,
        own: &Own,
        extras: &BTreeMap<String, String>,
        at: &str,
        faults: &mut Faults,
    ) {
        let mut known = Vec::new();
        for (name, role) in fields(part) {
            known.push(name);
            match own.values.get(name) {
                Some(Value::Text(text)) => self.field(name, text),
                Some(Value::Elements(text)) => self.raw(text),
                None => match (extras.get(&format!("{TEXT}{name}")), role) {
                    (Some(text), Role::Kept(_)) => self.field(name, text),
                    (None, Role::Kept(Some(usual))) => self.field(name, usual),
                    _ => {}
                },
            }
            if name == "ExtendedAttribute" {
                self.custom(extras);
            }
            let more = matches!(role, Role::Kept(_)) || name == "PredecessorLink";
            if more && let Some(text) = extras.get(&format!("{ELEMENT}{name}")) {
                self.kept(name, text, at, faults);
            }
        }
        // What the schema does not know stands behind what it knows.
        for (key, text) in extras {
            let (name, elements) = match (key.strip_prefix(ELEMENT), key.strip_prefix(TEXT)) {
                (Some(name), _) => (name, true),
                (_, Some(name)) => (name, false),
                _ => continue,
            };
            if name.contains('/') || known.contains(&name) {
                continue;
            }
            if elements {
                self.kept(name, text, at, faults);
            } else if is_name(name) {
                self.field(name, text);
            } else {
                refuse(key, at, faults);
            }
        }
    }

    /// Elements that were kept as they stood, if that is what they are.
    fn kept(&mut self, name: &str, text: &str, at: &str, faults: &mut Faults) {
        if is_name(name) && are_elements(text, name) {
            self.raw(text);
        } else {
            refuse(&format!("{ELEMENT}{name}"), at, faults);
        }
    }

    /// Custom fields.
    fn custom(&mut self, extras: &BTreeMap<String, String>) {
        let from = CUSTOM.to_owned();
        let range = extras.range(from..).take_while(|(key, _)| key.starts_with(CUSTOM));
        for (key, value) in range {
            let id = key.get(CUSTOM.len()..).unwrap_or_default();
            if id.is_empty() || !id.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            self.open("ExtendedAttribute");
            let part = |name: &str| extras.get(&format!("{key}/{name}"));
            if let Some(uid) = part("UID") {
                self.field("UID", uid);
            }
            self.field("FieldID", id);
            self.field("Value", value);
            for name in &CUSTOM_PARTS[1..] {
                if let Some(text) = part(name) {
                    self.field(name, text);
                }
            }
            self.close("ExtendedAttribute");
        }
    }

    /// A record that was kept as it stood.
    pub(super) fn whole(&mut self, name: &str, inner: &str, key: &str, faults: &mut Faults) {
        let text = format!("<{name}>{inner}</{name}>");
        if are_elements(&text, name) {
            self.raw(&text);
        } else {
            refuse(key, "program", faults);
        }
    }
}

fn refuse(key: &str, at: &str, faults: &mut Faults) {
    faults.warning(
        "invalid-extra",
        format!("{at}/extras/{}", show(key)),
        format!("extra `{}` is no element of XML, or has a name that no element can have", show(key)),
        "it is not written",
    );
}

/// Whether a name can be one of an element.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.len() <= 100
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte))
}

/// Whether a text is whole elements of a name and nothing else.
pub(super) fn are_elements(text: &str, name: &str) -> bool {
    let mut xml = Xml::new(text);
    let mut read = || {
        let mut end = 0;
        loop {
            let found = xml.child().ok()?;
            // Nothing but blanks between them.
            let (from, to) = xml.place();
            let here = if found.is_some() { from } else { to };
            if !text.get(end..here)?.trim().is_empty() {
                return None;
            }
            match found {
                None => return Some(end),
                Some(own) if own == name && !xml.prefixed => drop(xml.text().ok()?),
                Some(_) => return None,
            }
            end = xml.place().1;
        }
    };
    read().is_some_and(|end| end > 0)
}

/// Text without what XML reads as something else; characters that XML cannot have are left out.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\r' => out.push_str("&#13;"),
            '\t' | '\n' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// A date and time of day.
pub(super) fn moment(civil: NaiveDateTime) -> String {
    civil.format("%Y-%m-%dT%H:%M:%S").to_string()
}

pub(super) fn stamp(stamp: Stamp) -> String {
    moment(stamp.civil())
}

/// A date that something begins on; a bare one is its first minute.
pub(super) fn opening(when: When) -> String {
    moment(when.start())
}

/// A date that something ends on; a bare one is its last minute.
pub(super) fn closing(when: When) -> String {
    match when.time {
        Some(_) => moment(when.start()),
        None => format!("{}T23:59:00", when.date.format("%Y-%m-%d")),
    }
}

/// A length of time.
pub(super) fn period(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let seconds = seconds.unsigned_abs();
    format!("{sign}PT{}H{}M{}S", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Tenths of minutes, rounded.
pub(super) fn tenths(seconds: i64) -> i64 {
    (seconds + 3 * seconds.signum()) / 6
}

//! One element of simple elements, as the file has it: what is asked for is marked, so that the rest can be told.

use std::borrow::Cow;
use std::cell::Cell;

use super::value;
use super::xml::{Xml, same};
use crate::Issue;
use crate::plan::validate::{Faults, show};
use crate::quantity::{Stamp, Time, When, Work};

#[derive(Clone)]
struct Field<'a> {
    name: &'a str,
    text: Cow<'a, str>,
    /// The element as it stands, if it holds others.
    outer: Option<&'a str>,
    read: Cell<bool>,
}

/// The simple elements of one element.
#[derive(Clone, Default)]
pub(super) struct Record<'a> {
    fields: Vec<Field<'a>>,
    /// What each name is looked up by, and which of 64 sorts of them there are: most fields that are asked for are
    /// absent.
    keys: Vec<u32>,
    sorts: u64,
    /// Where it is, for issues.
    pub(super) at: String,
}

/// Length and three bytes of a name: little to compare, and few names have the same.
#[inline]
fn key(name: &str) -> u32 {
    let bytes = name.as_bytes();
    let byte = |at: usize| u32::from(bytes.get(at).copied().unwrap_or(0));
    (bytes.len() as u32) << 24
        | byte(0) << 16
        | byte(bytes.len() / 2) << 8
        | byte(bytes.len().wrapping_sub(1))
}

/// One of 64 bits: Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4).
#[inline]
fn sort(key: u32) -> u64 {
    1 << (key.wrapping_mul(0x9e37_79b1) >> 26)
}

impl<'a> Record<'a> {
    /// Reads a field that was entered.
    pub(super) fn take(&mut self, name: &'a str, xml: &mut Xml<'a>) -> Result<(), Issue> {
        // Most hold a text that stands as it is; nothing of it goes through memory but the field itself.
        if let Some(text) = xml.plain() {
            self.push(name, Cow::Borrowed(text), None);
            return Ok(());
        }
        let (from, _) = xml.place();
        let (text, nested) = xml.text()?;
        self.push(name, text, nested.then(|| xml.between(from, xml.place().1)));
        Ok(())
    }

    #[inline(always)]
    fn push(&mut self, name: &'a str, text: Cow<'a, str>, outer: Option<&'a str>) {
        let key = key(name);
        self.sorts |= sort(key);
        self.keys.push(key);
        self.fields.push(Field { name, text, outer, read: Cell::new(false) });
    }

    /// Reads the element that was entered, whose children are all simple.
    pub(super) fn read(xml: &mut Xml<'a>) -> Result<Self, Issue> {
        let mut record = Record::default();
        record.fill(xml)?;
        Ok(record)
    }

    /// The same in the room of another record.
    pub(super) fn read_again(&mut self, xml: &mut Xml<'a>) -> Result<(), Issue> {
        self.clear();
        self.fill(xml)
    }

    fn fill(&mut self, xml: &mut Xml<'a>) -> Result<(), Issue> {
        while let Some(name) = xml.child()? {
            self.take(name, xml)?;
        }
        Ok(())
    }

    /// Forgets everything but the room for it.
    pub(super) fn clear(&mut self) {
        self.fields.clear();
        self.keys.clear();
        self.sorts = 0;
        self.at.clear();
    }

    /// The text of a field, `None` if it is absent or empty.
    #[inline(always)]
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let key = key(name);
        if self.sorts & sort(key) == 0 { None } else { self.find(key, name) }
    }

    fn find(&self, key: u32, name: &str) -> Option<&str> {
        let mut found = None;
        for (at, _) in self.keys.iter().enumerate().filter(|one| *one.1 == key) {
            let field = &self.fields[at];
            if same(field.name.as_bytes(), name.as_bytes()) {
                field.read.set(true);
                found = found
                    .or_else(|| Some(trim(&field.text)).filter(|text| !text.is_empty() && *text != "NA"));
            }
        }
        found
    }

    /// The text of a field without asking for it: it stays among the rest.
    pub(super) fn peek(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name).map(|field| trim(&field.text))
    }

    /// Most fields that are asked for are absent: that is found out in place.
    #[inline(always)]
    fn value<T>(
        &self,
        name: &str,
        faults: &mut Faults,
        what: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let key = key(name);
        if self.sorts & sort(key) == 0 { None } else { self.present(key, name, faults, what, read) }
    }

    #[inline(never)]
    fn present<T>(
        &self,
        key: u32,
        name: &str,
        faults: &mut Faults,
        what: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.find(key, name)?;
        let value = read(text);
        if value.is_none() {
            faults.warning(
                "invalid-value",
                format!("{}/{name}", self.at),
                format!("`{}` is not {what}", show(text)),
                "it is read as if it were not there",
            );
        }
        value
    }

    #[inline]
    pub(super) fn number(&self, name: &str, faults: &mut Faults) -> Option<i64> {
        // Some writers give whole numbers a fraction.
        self.value(name, faults, "a whole number", |text| {
            text.parse().ok().or_else(|| text.strip_suffix(".0")?.parse().ok())
        })
    }

    #[inline]
    pub(super) fn decimal(&self, name: &str, faults: &mut Faults) -> Option<f64> {
        self.value(name, faults, "a number", |text| {
            text.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e15)
        })
    }

    #[inline]
    pub(super) fn flag(&self, name: &str, faults: &mut Faults) -> Option<bool> {
        self.value(name, faults, "0 or 1", |text| match text {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => None,
        })
    }

    #[inline]
    pub(super) fn is(&self, name: &str, faults: &mut Faults) -> bool {
        self.flag(name, faults).unwrap_or(false)
    }

    /// A date and time of day.
    #[inline]
    pub(super) fn when(&self, name: &str, faults: &mut Faults) -> Option<When> {
        self.value(name, faults, "a date from 1970 to 2100", value::moment)
    }

    #[inline]
    pub(super) fn stamp(&self, name: &str, faults: &mut Faults) -> Option<Stamp> {
        self.when(name, faults).map(|when| Stamp::wall(Time::from_civil(when.start())))
    }

    /// Seconds of a period of time.
    #[inline]
    pub(super) fn seconds(&self, name: &str, faults: &mut Faults) -> Option<i64> {
        self.value(name, faults, "a period of time such as `PT8H0M0S`", value::period)
    }

    /// Seconds of a number of tenths of minutes.
    #[inline]
    pub(super) fn tenths(&self, name: &str, faults: &mut Faults) -> Option<i64> {
        let read = |text: &str| text.parse().ok().and_then(|tenths: i64| tenths.checked_mul(6));
        let seconds = |text: &str| read(text).filter(|seconds| seconds.abs() <= value::LONGEST);
        self.value(name, faults, "a number of tenths of minutes", seconds)
    }

    #[inline]
    pub(super) fn slack(&self, name: &str, faults: &mut Faults) -> Option<Work> {
        self.tenths(name, faults).map(Work)
    }

    /// The fields that nobody asked for: name, text, and the element as it stands if it holds others.
    pub(super) fn rest(&self) -> impl Iterator<Item = (&'a str, &str, Option<&'a str>)> + '_ {
        let open = self.fields.iter().filter(|field| !field.read.get());
        open.map(|field| (field.name, &*field.text, field.outer))
    }

    /// All fields: name, text, and whether it holds elements.
    pub(super) fn all(&self) -> impl Iterator<Item = (&'a str, &str, bool)> + '_ {
        self.fields.iter().map(|field| (field.name, &*field.text, field.outer.is_some()))
    }
}

/// Whether a text is what a field has that nobody filled in.
pub(super) fn says_nothing(text: &str) -> bool {
    matches!(text, "" | "0" | "false" | "PT0H0M0S" | "-1" | "NA")
        || (text.starts_with(['+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            && text.parse::<f64>().is_ok_and(|number| number == 0.0))
}

/// A text without blanks around it; most have none.
pub(super) fn trim(text: &str) -> &str {
    let plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if plain(bytes.first()) && plain(bytes.last()) { text } else { text.trim() }
}

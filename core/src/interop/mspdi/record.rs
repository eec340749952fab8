//! One element of simple elements, as the file has it: what is asked for is marked, so that the rest can be told.

use std::borrow::Cow;
use std::cell::Cell;

use super::value;
use super::xml::Xml;
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
    /// Where it is, for issues.
    pub(super) at: String,
}

impl<'a> Record<'a> {
    /// Reads a field that was entered.
    pub(super) fn take(&mut self, name: &'a str, xml: &mut Xml<'a>) -> Result<(), Issue> {
        let (from, _) = xml.place();
        let (text, nested) = xml.text()?;
        let outer = nested.then(|| xml.between(from, xml.place().1));
        self.fields.push(Field { name, text, outer, read: Cell::new(false) });
        Ok(())
    }

    /// Reads the element that was entered, whose children are all simple.
    pub(super) fn read(xml: &mut Xml<'a>) -> Result<Self, Issue> {
        let mut record = Record::default();
        while let Some(name) = xml.child()? {
            record.take(name, xml)?;
        }
        Ok(record)
    }

    /// The text of a field, `None` if it is absent or empty.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        let mut found = None;
        for field in self.fields.iter().filter(|field| field.name == name) {
            field.read.set(true);
            found =
                found.or_else(|| Some(field.text.trim()).filter(|text| !text.is_empty() && *text != "NA"));
        }
        found
    }

    /// The text of a field without asking for it: it stays among the rest.
    pub(super) fn peek(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name).map(|field| field.text.trim())
    }

    fn value<T>(
        &self,
        name: &str,
        faults: &mut Faults,
        what: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(name)?;
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

    pub(super) fn number(&self, name: &str, faults: &mut Faults) -> Option<i64> {
        // Some writers give whole numbers a fraction.
        self.value(name, faults, "a whole number", |text| {
            text.parse().ok().or_else(|| text.strip_suffix(".0")?.parse().ok())
        })
    }

    pub(super) fn decimal(&self, name: &str, faults: &mut Faults) -> Option<f64> {
        self.value(name, faults, "a number", |text| {
            text.parse::<f64>().ok().filter(|number| number.is_finite() && number.abs() < 1e15)
        })
    }

    pub(super) fn flag(&self, name: &str, faults: &mut Faults) -> Option<bool> {
        self.value(name, faults, "0 or 1", |text| match text {
            "1" | "true" => Some(true),
            "0" | "false" => Some(false),
            _ => None,
        })
    }

    pub(super) fn is(&self, name: &str, faults: &mut Faults) -> bool {
        self.flag(name, faults).unwrap_or(false)
    }

    /// A date and time of day.
    pub(super) fn when(&self, name: &str, faults: &mut Faults) -> Option<When> {
        self.value(name, faults, "a date from 1970 to 2100", value::moment)
    }

    pub(super) fn stamp(&self, name: &str, faults: &mut Faults) -> Option<Stamp> {
        self.when(name, faults).map(|when| Stamp::wall(Time::from_civil(when.start())))
    }

    /// Seconds of a period of time.
    pub(super) fn seconds(&self, name: &str, faults: &mut Faults) -> Option<i64> {
        self.value(name, faults, "a period of time such as `PT8H0M0S`", value::period)
    }

    /// Seconds of a number of tenths of minutes.
    pub(super) fn tenths(&self, name: &str, faults: &mut Faults) -> Option<i64> {
        let read = |text: &str| text.parse().ok().and_then(|tenths: i64| tenths.checked_mul(6));
        let seconds = |text: &str| read(text).filter(|seconds| seconds.abs() <= value::LONGEST);
        self.value(name, faults, "a number of tenths of minutes", seconds)
    }

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
        || text.parse::<f64>().is_ok_and(|number| number == 0.0)
}

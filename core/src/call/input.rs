//! Parts and options of a call, read with every fault at once.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use crate::error::nearest;
use crate::measure::indicator::IndicatorTables;
use crate::measure::{Objective, Table};
use crate::plan::{Plan, read_json};
use crate::schedule::{LevelReport, Schedule};
use crate::{Issue, Issues};

/// A part of the input: JSON text, or a document that the host has read before.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// JSON text.
    Text(&'a str),
    /// A plan.
    Plan(&'a Plan),
    /// A schedule.
    Schedule(&'a Schedule),
    /// A leveled plan.
    LevelReport(&'a LevelReport),
    /// Records in columns.
    Table(&'a Table),
}

impl<'a> From<&'a str> for Part<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a Plan> for Part<'a> {
    fn from(plan: &'a Plan) -> Self {
        Self::Plan(plan)
    }
}

impl<'a> From<&'a Schedule> for Part<'a> {
    fn from(schedule: &'a Schedule) -> Self {
        Self::Schedule(schedule)
    }
}

impl<'a> From<&'a LevelReport> for Part<'a> {
    fn from(report: &'a LevelReport) -> Self {
        Self::LevelReport(report)
    }
}

impl<'a> From<&'a Table> for Part<'a> {
    fn from(table: &'a Table) -> Self {
        Self::Table(table)
    }
}

/// The parts and options of one call. Reading a part notes its faults; [`Input::done`] gives all of them.
pub(super) struct Input<'a> {
    parts: &'a [(&'a str, Part<'a>)],
    options: Option<&'a str>,
    /// Names of the parts that were asked for.
    known: Vec<&'static str>,
    /// Names of the tables that were taken.
    known_tables: Vec<&'a str>,
    asked_options: bool,
    issues: Vec<Issue>,
}

impl<'a> Input<'a> {
    pub(super) fn new(parts: &'a [(&'a str, Part<'a>)], options: Option<&'a str>) -> Self {
        Self {
            parts,
            options,
            known: Vec::new(),
            known_tables: Vec::new(),
            asked_options: false,
            issues: Vec::new(),
        }
    }

    fn find(&mut self, name: &'static str) -> Option<Part<'a>> {
        self.known.push(name);
        self.parts.iter().find(|(known, _)| *known == name).map(|(_, part)| *part)
    }

    fn note<T>(&mut self, read: Result<T, Issues>) -> Option<T> {
        read.map_err(|issues| self.issues.extend(issues.into_vec())).ok()
    }

    fn missing(&mut self, name: &str) {
        self.issues.push(
            Issue::error("missing-input", name, format!("`{name}` is missing"))
                .with_help(format!("give `{name}` as JSON text")),
        );
    }

    fn wrong_kind(&mut self, name: &str) {
        self.issues.push(
            Issue::error("invalid-input", name, format!("`{name}` is another kind of document"))
                .with_help("give the document that the operation asks for, or its JSON text"),
        );
    }

    /// The plan.
    pub(super) fn plan(&mut self) -> Option<Cow<'a, Plan>> {
        let before = self.issues.len();
        let found = self.other_plan("plan");
        if found.is_none() && self.issues.len() == before {
            self.missing("plan");
        }
        found
    }

    /// Another plan, if there is one.
    pub(super) fn other_plan(&mut self, name: &'static str) -> Option<Cow<'a, Plan>> {
        match self.find(name)? {
            Part::Text(text) if name == "plan" => self.note(Plan::from_json(text)).map(Cow::Owned),
            Part::Text(text) => self.note(read_json(text, name)).map(Cow::Owned),
            Part::Plan(plan) => Some(Cow::Borrowed(plan)),
            Part::Schedule(_) | Part::LevelReport(_) | Part::Table(_) => {
                self.wrong_kind(name);
                None
            }
        }
    }

    /// Another plan that there must be.
    pub(super) fn needed_plan(&mut self, name: &'static str) -> Option<Cow<'a, Plan>> {
        let before = self.issues.len();
        let found = self.other_plan(name);
        if found.is_none() && self.issues.len() == before {
            self.missing(name);
        }
        found
    }

    /// A schedule, if there is one.
    pub(super) fn schedule(&mut self, name: &'static str) -> Option<Cow<'a, Schedule>> {
        match self.find(name)? {
            Part::Text(text) => self.note(read_json(text, name)).map(Cow::Owned),
            Part::Schedule(schedule) => Some(Cow::Borrowed(schedule)),
            Part::LevelReport(report) => Some(Cow::Borrowed(&report.schedule)),
            Part::Plan(_) | Part::Table(_) => {
                self.wrong_kind(name);
                None
            }
        }
    }

    /// A schedule that there must be.
    pub(super) fn needed_schedule(&mut self, name: &'static str) -> Option<Cow<'a, Schedule>> {
        let before = self.issues.len();
        let found = self.schedule(name);
        if found.is_none() && self.issues.len() == before {
            self.missing(name);
        }
        found
    }

    /// A leveled plan, if there is one.
    pub(super) fn leveled(&mut self) -> Option<Cow<'a, LevelReport>> {
        match self.find("leveled")? {
            Part::Text(text) => self.note(read_json(text, "leveled")).map(Cow::Owned),
            Part::LevelReport(report) => Some(Cow::Borrowed(report)),
            Part::Plan(_) | Part::Schedule(_) | Part::Table(_) => {
                self.wrong_kind("leveled");
                None
            }
        }
    }

    /// A table.
    pub(super) fn table(&mut self, name: &'static str) -> Option<Cow<'a, Table>> {
        match self.find(name) {
            Some(Part::Table(table)) => Some(Cow::Borrowed(table)),
            Some(Part::Text(text)) => self.note(read_json(text, name)).map(Cow::Owned),
            Some(_) => {
                self.wrong_kind(name);
                None
            }
            None => {
                self.missing(name);
                None
            }
        }
    }

    /// Tables by their names: one text with all of them, or a part `tables/NAME` for each.
    pub(super) fn tables(&mut self) -> Option<IndicatorTables> {
        const HEAD: &str = "tables/";
        if !self.parts.iter().any(|(name, _)| name.starts_with(HEAD)) {
            return self.part("tables");
        }
        let mut tables = IndicatorTables::new();
        for (name, part) in self.parts {
            if let (Some(short), Part::Table(table)) = (name.strip_prefix(HEAD), part) {
                self.known_tables.push(name);
                tables = tables.with(short, (*table).clone());
            }
        }
        Some(tables)
    }

    /// The text of a part.
    pub(super) fn text(&mut self, name: &'static str) -> Option<&'a str> {
        match self.find(name) {
            Some(Part::Text(text)) => Some(text),
            Some(_) => {
                self.wrong_kind(name);
                None
            }
            None => {
                self.missing(name);
                None
            }
        }
    }

    /// The text of a part, if there is one.
    pub(super) fn optional_text(&mut self, name: &'static str) -> Option<&'a str> {
        match self.find(name)? {
            Part::Text(text) => Some(text),
            _ => {
                self.wrong_kind(name);
                None
            }
        }
    }

    /// Any part that is not a document of its own.
    pub(super) fn part<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        let text = self.text(name)?;
        self.note(read_json(text, name))
    }

    /// A part that is not a document of its own, if there is one.
    pub(super) fn maybe<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        if self.parts.iter().any(|(known, _)| *known == name) {
            return self.part(name);
        }
        self.known.push(name);
        None
    }

    /// The objectives: a list of them.
    pub(super) fn objectives(&mut self) -> Option<Vec<Objective>> {
        self.part("objectives")
    }

    /// The options; those of the type if there are none.
    pub(super) fn options<T: DeserializeOwned + Default>(&mut self) -> Option<T> {
        self.asked_options = true;
        match self.options {
            Some(text) => self.note(read_json(text, "options")),
            None => Some(T::default()),
        }
    }

    /// Every fault of the call: what was noted, parts given twice or not known here, options that nobody asked for.
    pub(super) fn done(mut self) -> Result<(), Issues> {
        for (position, (name, _)) in self.parts.iter().enumerate() {
            if !self.known.contains(name) && !self.known_tables.contains(name) {
                let known = self.known.iter().copied();
                let help = nearest(name, known.clone()).unwrap_or_else(|| {
                    format!(
                        "the operation takes {}",
                        known.map(|one| format!("`{one}`")).collect::<Vec<_>>().join(", ")
                    )
                });
                let shown: String = name.chars().take(80).collect();
                let message = format!("the operation takes no `{shown}`");
                self.issues.push(Issue::error("unknown-input", shown, message).with_help(help));
            } else if self.parts[..position].iter().any(|(before, _)| before == name) {
                let message = format!("`{name}` is given twice");
                self.issues.push(Issue::error("repeated-input", *name, message).with_help("give it once"));
            }
        }
        if let (Some(text), false) = (self.options, self.asked_options)
            && !matches!(text.trim(), "null" | "{}")
        {
            let issue = Issue::error("unknown-input", "options", "the operation takes no options");
            self.issues.push(issue.with_help("leave them out"));
        }
        Issues::check(self.issues).map(|_| ())
    }
}

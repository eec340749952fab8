//! The file from its beginning to its end.

use std::collections::BTreeMap;

use super::assignment::RawAssignment;
use super::calendar::RawCalendar;
use super::fields::Roles;
use super::record::Record;
use super::resource::RawResource;
use super::task::RawTasks;
use super::xml::Xml;
use super::{MspdiFile, finish};
use crate::Issue;
use crate::plan::validate::Faults;
use crate::quantity::{Work, WorkUnits};

/// What is read of a file so far.
#[derive(Default)]
pub(super) struct Parts<'a> {
    pub(super) header: Record<'a>,
    pub(super) calendars: Vec<RawCalendar>,
    pub(super) tasks: RawTasks<'a>,
    pub(super) resources: Vec<RawResource>,
    pub(super) assignments: Vec<RawAssignment<'a>>,
    room: Room<'a>,
}

/// Room for what is read of one record, used again for the next.
#[derive(Default)]
pub(super) struct Room<'a> {
    pub(super) record: Record<'a>,
    /// What it holds more than once, each also as it stands.
    pub(super) parts: Vec<(Record<'a>, &'a str)>,
}

/// What all parts of the reader share.
#[derive(Default)]
pub(super) struct Context {
    pub(super) faults: Faults,
    pub(super) units: WorkUnits,
    /// Days that recurring exceptions have stood for so far.
    pub(super) recurring_days: usize,
    /// What becomes of the fields of each part that was met.
    pub(super) roles: Vec<(&'static str, Roles)>,
    /// What a part of the file holds that nobody asked for: how often, and where first.
    unread: BTreeMap<(&'static str, String), (usize, String)>,
    /// The same of what is kept and decides nothing.
    unused: BTreeMap<(&'static str, String), (usize, String)>,
}

impl Context {
    /// Notes the fields of a record that nobody has asked for and that have no place in the plan.
    pub(super) fn rest(&mut self, part: &'static str, record: &Record<'_>) {
        for (name, text, outer) in record.rest() {
            if outer.is_some() || !super::record::says_nothing(text.trim()) {
                self.note(part, name, &record.at);
            }
        }
    }

    /// Notes a field that is not kept.
    pub(super) fn note(&mut self, part: &'static str, name: &str, at: &str) {
        let key = (part, name.chars().take(80).collect());
        self.unread.entry(key).or_insert_with(|| (0, at.to_owned())).0 += 1;
    }

    /// Notes a field that is kept, although it decides something for Microsoft Project and nothing here.
    pub(super) fn unused(&mut self, part: &'static str, name: &str, at: &str) {
        let key = (part, name.chars().take(80).collect());
        self.unused.entry(key).or_insert_with(|| (0, at.to_owned())).0 += 1;
    }

    fn tell_rest(&mut self) {
        let unread = std::mem::take(&mut self.unread).into_iter().map(|one| (one, false));
        let unused = std::mem::take(&mut self.unused).into_iter().map(|one| (one, true));
        for (((part, name), (count, first)), kept) in unread.chain(unused) {
            let at = if first.is_empty() { name.clone() } else { format!("{first}/{name}") };
            let times = if count == 1 { String::new() } else { format!(", {count} times") };
            if kept {
                let message = format!("`{name}` of {part} decides nothing here{times}");
                self.faults.warning("not-used", at, message, "it is kept as an extra and written back");
            } else {
                self.faults.push(Issue::info(
                    "not-kept",
                    at,
                    format!("`{name}` of {part} is not kept{times}"),
                ));
            }
        }
    }
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<MspdiFile, Issue> {
    let mut xml = Xml::new(text);
    match xml.child()? {
        Some("Project") => {}
        other => {
            let root: String = other.unwrap_or("nothing").chars().take(40).collect();
            let message = format!("the file begins with `{root}`, not with `Project`");
            return Err(Issue::error("not-mspdi", "file", message)
                .with_help("in Microsoft Project choose `Save as` and the type `XML format`"));
        }
    }
    let (mut parts, mut context) = (Parts::default(), Context::default());
    while let Some(name) = xml.child()? {
        let part = match name {
            "Calendars" => Part::Calendars,
            "Tasks" => Part::Tasks,
            "Resources" => Part::Resources,
            "Assignments" => Part::Assignments,
            _ => {
                parts.header.take(name, &mut xml)?;
                continue;
            }
        };
        // What a day is stands before all lists.
        context.units = units(&parts.header, &mut context.faults);
        while let Some(name) = xml.child()? {
            parts.entry(part, name, &mut xml, &mut context)?;
        }
    }
    if xml.child()?.is_some() {
        return Err(xml.invalid("there is something behind the end of `Project`"));
    }
    let mut file = finish::finish(parts, &mut context);
    context.tell_rest();
    file.issues = std::mem::take(&mut context.faults).finish(None);
    Ok(file)
}

#[derive(Clone, Copy)]
enum Part {
    Calendars,
    Tasks,
    Resources,
    Assignments,
}

impl<'a> Parts<'a> {
    fn entry(
        &mut self,
        part: Part,
        name: &'a str,
        xml: &mut Xml<'a>,
        context: &mut Context,
    ) -> Result<(), Issue> {
        match (part, name) {
            (Part::Calendars, "Calendar") => self.calendars.push(RawCalendar::read(xml, context)?),
            (Part::Tasks, "Task") => self.tasks.read(xml, &mut self.room, context)?,
            (Part::Resources, "Resource") => self.resources.push(RawResource::read(xml, context)?),
            (Part::Assignments, "Assignment") => {
                self.assignments.push(RawAssignment::read(xml, &mut self.room, context)?);
            }
            _ => drop(xml.text()?),
        }
        Ok(())
    }
}

fn units(header: &Record<'_>, faults: &mut Faults) -> WorkUnits {
    let mut minutes = |name, usual: i64, most: i64| {
        header.number(name, faults).filter(|minutes| (1..=most).contains(minutes)).unwrap_or(usual)
    };
    let day = minutes("MinutesPerDay", 480, 1440);
    let week = minutes("MinutesPerWeek", 2400, 10_080);
    let days = minutes("DaysPerMonth", 20, 31);
    WorkUnits { day: Work::minutes(day), week: Work::minutes(week), month: Work::minutes(day * days) }
}

//! Assignments as the file has them.

use std::collections::BTreeMap;

use super::fields::{self, Extras, keep};
use super::file::{Context, Room};
use super::record::{Record, says_nothing};
use super::resource::share;
use super::task::cents;
use super::xml::Xml;
use crate::Issue;
use crate::calendar::Timeline;
use crate::plan::{Assignment, ResourceKind};
use crate::quantity::{Money, Stamp, Time, Units};
use crate::sort::Arrange;

/// Half of the last decimal of a share that is written with two or more of them.
const ROUNDED: [f64; 5] = [5e-3, 5e-4, 5e-5, 5e-6, 5e-7];

/// An edited contour: the work by time says it.
pub(super) const EDITED: i64 = 8;

/// An assignment of the file.
pub(super) struct RawAssignment<'a> {
    /// What stands between its tags, and the work by time in it.
    pub(super) inner: &'a str,
    pub(super) by_time: Vec<&'a str>,
    pub(super) uid: String,
    pub(super) extras: Extras,
    units_text: String,
    work_text: String,
    pub(super) task: i64,
    pub(super) resource: i64,
    pub(super) units: Option<Units>,
    /// As the file writes them, with more decimals than units have.
    pub(super) share: f64,
    /// How far off the share may be, for the file has rounded it.
    pub(super) rounded: f64,
    /// Seconds without overtime.
    pub(super) work: i64,
    pub(super) overtime: i64,
    pub(super) contour: i64,
    /// Seconds of working time behind the task's start.
    pub(super) delay: i64,
    /// The same from leveling.
    pub(super) leveling: i64,
    pub(super) cost: Money,
    pub(super) start: Option<Time>,
    pub(super) finish: Option<Time>,
    /// Stretches in which something is done, in order, with what; joined where one ends as the next begins and both
    /// are full.
    pub(super) stretches: Vec<(Time, Time, i64)>,
}

impl<'a> RawAssignment<'a> {
    pub(super) fn read(xml: &mut Xml<'a>, room: &mut Room<'a>, context: &mut Context) -> Result<Self, Issue> {
        let (_, from) = xml.place();
        let (mut stretches, mut by_time) = (Vec::new(), Vec::new());
        if room.parts.is_empty() {
            room.parts.push((Record::default(), ""));
        }
        let Room { record, parts } = room;
        let entry = &mut parts[0].0;
        record.clear();
        while let Some(name) = xml.child()? {
            match name {
                "TimephasedData" => {
                    let (from, _) = xml.place();
                    entry.read_again(xml)?;
                    stretches.extend(stretch(entry, context));
                    by_time.push(xml.between(from, xml.place().1));
                }
                _ => record.take(name, xml)?,
            }
        }
        stretches.arrange();
        let uid = record.text("UID").unwrap_or_default().chars().take(40).collect::<String>();
        record.at.push_str("assignments/");
        record.at.push_str(&uid);
        let record = &*record;
        let units = share(record, "Units", context);
        let cost = cents(record, "Cost", context);
        let faults = &mut context.faults;
        let time = |stamp: Option<Stamp>| stamp.map(Stamp::time);
        let overtime = record.seconds("OvertimeWork", faults).unwrap_or(0).max(0);
        let work = record.seconds("Work", faults).unwrap_or(0).max(0);
        let mut extras = Extras::default();
        extras.field(record, "UID");
        for name in ["OvertimeWork", "LevelingDelay", "LevelingDelayFormat"] {
            if let Some(text) = record.text(name).filter(|text| !says_nothing(text)) {
                extras.text(name, text);
            }
        }
        let contour = record.number("WorkContour", faults).unwrap_or(0);
        if contour != EDITED {
            by_time = Vec::new();
        }
        let decimals =
            record.text("Units").and_then(|units| Some(units.split_once('.')?.1.len())).unwrap_or(0);
        let mut raw = Self {
            inner: "",
            units_text: record.text("Units").unwrap_or_default().to_owned(),
            work_text: record.text("Work").unwrap_or_default().to_owned(),
            by_time,
            uid,
            rounded: ROUNDED.get(decimals.max(2) - 2).copied().unwrap_or(5e-7),
            task: record.number("TaskUID", faults).unwrap_or(-1),
            resource: record.number("ResourceUID", faults).unwrap_or(-1),
            units,
            share: record.decimal("Units", faults).unwrap_or(1.0),
            work: (work - overtime).max(0),
            overtime,
            contour,
            delay: record.tenths("Delay", faults).unwrap_or(0).max(0),
            leveling: record.tenths("LevelingDelay", faults).unwrap_or(0).max(0),
            cost,
            start: time(record.stamp("Start", faults)),
            finish: time(record.stamp("Finish", faults)),
            stretches,
            extras,
        };
        keep(("an assignment", fields::ASSIGNMENT), record, &mut raw.extras, context);
        raw.inner = xml.between(from, xml.place().0);
        Ok(raw)
    }
}

impl RawAssignment<'_> {
    /// What the assignment of the plan does not say.
    pub(super) fn into_extras(
        mut self,
        assignment: &Assignment,
        kind: ResourceKind,
        of_milestone: bool,
    ) -> BTreeMap<String, String> {
        let extras = &mut self.extras;
        // The file rounds the share, and may say one of an assignment without work.
        if kind != ResourceKind::Material && !self.units_text.is_empty() {
            extras.text("Units", &self.units_text);
        }
        if kind.works() {
            if self.contour != 0 {
                extras.text("WorkContour", &self.contour.to_string());
            }
            if self.contour == EDITED
                && let (Some(start), Some(finish)) = (self.start, self.finish)
                && extras.element("TimephasedData", &self.by_time.concat())
            {
                extras.text("Start", &Stamp::wall(start).to_string());
                extras.text("Finish", &Stamp::wall(finish).to_string());
            }
            if self.work == 0 && !of_milestone {
                extras.text("Work", "PT0H0M0S");
            }
        } else if kind == ResourceKind::Material && !self.work_text.is_empty() {
            // Microsoft Project calls the quantity of material its work.
            extras.text("Work", &self.work_text);
        }
        if assignment.delay.is_none() && self.delay > 0 {
            extras.text("Delay", &(self.delay / 6).to_string());
        }
        self.extras.into_map()
    }
}

/// Work still to do (1) or done (2) in a stretch of time.
fn stretch(record: &Record<'_>, context: &mut Context) -> Option<(Time, Time, i64)> {
    let faults = &mut context.faults;
    if !matches!(record.number("Type", faults), Some(1 | 2)) {
        return None;
    }
    let work = record.seconds("Value", faults).filter(|work| *work > 0)?;
    let start = record.stamp("Start", faults)?.time();
    let finish = record.stamp("Finish", faults)?.time();
    (start < finish).then_some((start, finish, work))
}

/// What a predefined contour does on average of the full rate.
pub(super) fn average(contour: i64) -> f64 {
    match contour {
        1 | 2 => 0.6,
        3..=5 | 7 => 0.5,
        6 => 0.7,
        _ => 1.0,
    }
}

/// How long an assignment takes, in seconds of its own working time.
///
/// Without a contour it is work divided by units, which the file rounds; where the duration of the task is within that
/// rounding the duration is it, else its own span if that is. A predefined contour does so much of the full rate on average. An edited one is only to be seen in
/// the span.
pub(super) fn length(raw: &RawAssignment<'_>, task: i64, times: &Timeline) -> i64 {
    let span = match (raw.start, raw.finish) {
        (Some(start), Some(finish)) if start < finish => Some(times.work_between(start, finish).0),
        _ => None,
    };
    let average = average(raw.contour);
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "seconds of a plan")]
    let at_share = |share: f64| (raw.work as f64 / (share.max(0.0001) * average)).round() as i64;
    if let Some(span) = span.filter(|span| raw.contour == EDITED && *span > 0) {
        return span;
    }
    let (least, most) = (at_share(raw.share + raw.rounded), at_share((raw.share - raw.rounded).max(0.0001)));
    let rounded = |length: &i64| (least..=most).contains(length);
    Some(task).filter(rounded).or(span.filter(rounded)).unwrap_or_else(|| at_share(raw.share))
}

//! Assignments as the file has them.

use super::file::Context;
use super::record::Record;
use super::resource::share;
use super::task::cents;
use super::xml::Xml;
use crate::Issue;
use crate::quantity::{Money, Stamp, Time, Units};
use crate::sort::Arrange;

/// An assignment of the file.
pub(super) struct RawAssignment {
    pub(super) task: i64,
    pub(super) resource: i64,
    pub(super) units: Option<Units>,
    /// As the file writes them, with more decimals than units have.
    pub(super) share: f64,
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

impl RawAssignment {
    pub(super) fn read<'a>(xml: &mut Xml<'a>, context: &mut Context) -> Result<Self, Issue> {
        let (mut record, mut stretches) = (Record::default(), Vec::new());
        while let Some(name) = xml.child()? {
            match name {
                "TimephasedData" => {
                    let entry = Record::read(xml)?;
                    stretches.extend(stretch(&entry, context));
                }
                // Dates and work as they were: the baselines of tasks say it.
                "Baseline" => drop(xml.text()?),
                _ => record.take(name, xml)?,
            }
        }
        stretches.arrange();
        let uid = record.text("UID").unwrap_or_default().chars().take(40).collect::<String>();
        record.at = format!("assignments/{uid}");
        let units = share(&record, "Units", context);
        let cost = cents(&record, "Cost", context);
        let faults = &mut context.faults;
        let time = |stamp: Option<Stamp>| stamp.map(Stamp::time);
        let overtime = record.seconds("OvertimeWork", faults).unwrap_or(0).max(0);
        let work = record.seconds("Work", faults).unwrap_or(0).max(0);
        let raw = Self {
            task: record.number("TaskUID", faults).unwrap_or(-1),
            resource: record.number("ResourceUID", faults).unwrap_or(-1),
            units,
            share: record.decimal("Units", faults).unwrap_or(1.0),
            work: (work - overtime).max(0),
            overtime,
            contour: record.number("WorkContour", faults).unwrap_or(0),
            delay: record.tenths("Delay", faults).unwrap_or(0).max(0),
            leveling: record.tenths("LevelingDelay", faults).unwrap_or(0).max(0),
            cost,
            start: time(record.stamp("Start", faults)),
            finish: time(record.stamp("Finish", faults)),
            stretches,
        };
        context.rest("an assignment", &record);
        Ok(raw)
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

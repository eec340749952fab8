//! Tasks as the file has them.

use std::ops::Range;

use super::StoredTask;
use super::fields::{self, Extras, keep};
use super::file::{Context, Room};
use super::link::RawLink;
use super::record::Record;
use super::value;
use super::xml::Xml;
use crate::plan::{Constraint, ConstraintKind, ManualDates, Task, TaskProgress, TaskType};
use crate::quantity::{Duration, Money, When};
use crate::{CalendarId, Issue, TaskId};

/// A snapshot of a task.
pub(super) struct RawBaseline {
    pub(super) number: i64,
    pub(super) start: When,
    pub(super) finish: When,
    pub(super) duration: Option<Duration>,
    pub(super) work: Option<Duration>,
    pub(super) cost: Money,
}

/// Why a task of the file is none of the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// It is one.
    In,
    /// A blank row, or the project summary.
    Blank,
    /// Switched off.
    Inactive,
    /// Of another project.
    External,
}

/// The tasks of the file: each beside what the plan and the stored dates say of it.
#[derive(Default)]
pub(super) struct RawTasks<'a> {
    pub(super) raw: Vec<RawTask<'a>>,
    pub(super) tasks: Vec<Task>,
    pub(super) stored: Vec<StoredTask>,
    /// The links of all.
    pub(super) links: Vec<RawLink>,
}

/// A task of the file.
pub(super) struct RawTask<'a> {
    /// What stands between its tags.
    pub(super) inner: &'a str,
    pub(super) uid: i64,
    pub(super) level: i64,
    pub(super) left: Left,
    /// Seconds, as the file says it even of a milestone or a summary.
    pub(super) seconds: i64,
    pub(super) elapsed: bool,
    /// `DurationFormat`, and what a writer would put there.
    pub(super) format: Option<i64>,
    pub(super) estimated: bool,
    pub(super) milestone: Option<bool>,
    /// Which of the links lead to it.
    pub(super) links: Range<usize>,
    pub(super) baselines: Vec<RawBaseline>,
    /// Whether other tasks are under it; known once all are read.
    pub(super) summary: bool,
}

impl<'a> RawTasks<'a> {
    pub(super) fn read(
        &mut self,
        xml: &mut Xml<'a>,
        room: &mut Room<'a>,
        context: &mut Context,
    ) -> Result<(), Issue> {
        let (_, from) = xml.place();
        let Room { record, parts } = room;
        let (mut links, mut baselines) = (0, Vec::new());
        record.clear();
        while let Some(name) = xml.child()? {
            match name {
                "PredecessorLink" => {
                    let (from, _) = xml.place();
                    if links == parts.len() {
                        parts.push((Record::default(), ""));
                    }
                    let (link, outer) = &mut parts[links];
                    link.read_again(xml)?;
                    *outer = xml.between(from, xml.place().1);
                    links += 1;
                }
                "Baseline" => baselines.push(Record::read(xml)?),
                _ => record.take(name, xml)?,
            }
        }
        let faults = &mut context.faults;
        let uid = record.number("UID", faults).unwrap_or(-1);
        let id = uid.to_string();
        record.at.push_str("tasks/");
        record.at.push_str(&id);
        let record = &*record;
        let (mut raw, mut task) = RawTask::of(record, uid, &id, context);
        self.stored.push(stored(record, &task.id, context));
        raw.inner = xml.between(from, xml.place().0);
        let mut extras = Extras::default();
        raw.links = self.links.len()..self.links.len() + links;
        for (link, outer) in &mut parts[..links] {
            link.at.push_str(&record.at);
            link.at.push_str("/PredecessorLink");
            let read = RawLink::of(link, &mut context.faults);
            if read.other {
                extras.element("PredecessorLink", outer);
            }
            self.links.push(read);
            context.rest("a link", link);
        }
        for mut baseline in baselines {
            baseline.at = format!("tasks/{uid}/Baseline");
            raw.baselines.extend(read_baseline(&baseline, context));
        }
        extras.field(record, "ID");
        // Codes of the work breakdown that somebody has written; the others follow from the outline.
        let outline = record.text("OutlineNumber");
        if let Some(code) = record.text("WBS").filter(|code| Some(*code) != outline) {
            extras.text("WBS", code);
        }
        if task.constraints.is_empty() {
            extras.field(record, "ConstraintDate");
        }
        keep(("a task", fields::TASK), record, &mut extras, context);
        task.extras = extras.into_map();
        self.raw.push(raw);
        self.tasks.push(task);
        Ok(())
    }

    /// Keeps the tasks for which this holds, by their positions.
    pub(super) fn retain(&mut self, keep: &[bool]) {
        if keep.iter().all(|keep| *keep) {
            return;
        }
        let keeps = || {
            let mut keep = keep.iter();
            move || keep.next().copied().unwrap_or(false)
        };
        let (mut first, mut second, mut third) = (keeps(), keeps(), keeps());
        self.raw.retain(|_| first());
        self.tasks.retain(|_| second());
        self.stored.retain(|_| third());
    }
}

impl RawTask<'_> {
    fn of(record: &Record<'_>, uid: i64, id: &str, context: &mut Context) -> (Self, Task) {
        let units = context.units;
        let faults = &mut context.faults;
        let level = record.number("OutlineLevel", faults).unwrap_or(1);
        let null = record.is("IsNull", faults);
        let left = if null || (uid <= 0 && level <= 0) || uid < 0 {
            Left::Blank
        } else if record.is("ExternalTask", faults) {
            Left::External
        } else if record.flag("Active", faults) == Some(false) {
            Left::Inactive
        } else {
            Left::In
        };
        let seconds = record.seconds("Duration", faults).unwrap_or(0).max(0);
        let written = record.number("DurationFormat", faults);
        let format = written.unwrap_or(7);
        let elapsed = value::unit(format).is_some_and(|(_, elapsed)| elapsed);
        let mut task = Task::new(id, value::duration(seconds, format, units));
        task.name = record.text("Name").map(str::to_owned);
        task.notes = record.text("Notes").map(str::to_owned);
        task.task_type = match record.number("Type", faults) {
            Some(1) => TaskType::FixedDuration,
            Some(2) => TaskType::FixedWork,
            _ => TaskType::FixedUnits,
        };
        let calendar = record.number("CalendarUID", faults).filter(|uid| *uid > 0);
        task.calendar = calendar.map(|uid| CalendarId::from(uid.to_string()));
        task.ignore_resource_calendars =
            task.calendar.is_some() && record.is("IgnoreResourceCalendar", faults);
        task.constraints.extend(constraint(record, context));
        let faults = &mut context.faults;
        task.deadline = record.when("Deadline", faults);
        let priority = record.number("Priority", faults).unwrap_or(500);
        task.priority = u16::try_from(priority.clamp(0, 1000)).unwrap_or(500);
        task.fixed_cost = cents(record, "FixedCost", context);
        let faults = &mut context.faults;
        let delay = record.tenths("LevelingDelay", faults).filter(|delay| *delay > 0);
        let working = record.number("LevelingDelayFormat", faults).and_then(value::unit);
        task.leveling_delay = delay.map(|delay| match working {
            Some((unit, false)) => Duration::of_seconds(delay, unit, false, units),
            _ => Duration::elapsed_seconds(delay),
        });
        let manual = record.is("Manual", faults);
        let raw = Self {
            uid,
            level,
            left,
            seconds,
            elapsed,
            format: written,
            // Left for the extras to find, too.
            estimated: record.peek("Estimated") == Some("1"),
            milestone: record.flag("Milestone", faults),
            inner: "",
            links: 0..0,
            baselines: Vec::new(),
            summary: false,
        };
        progress(&mut task.progress, record, context);
        if manual {
            task.manual = raw.manual(record, context);
        }
        (raw, task)
    }

    /// A manual task keeps the dates that were entered; where only one was, the duration gives the other.
    fn manual(&self, record: &Record<'_>, context: &mut Context) -> Option<ManualDates> {
        let faults = &mut context.faults;
        let start = record.when("ManualStart", faults).or_else(|| record.when("Start", faults));
        let finish = record.when("ManualFinish", faults).or_else(|| record.when("Finish", faults));
        match (start, finish) {
            (Some(start), Some(finish)) if start.start() <= finish.start() => {
                Some(ManualDates { start, finish })
            }
            _ => {
                faults.warning(
                    "manual-without-dates",
                    self.at(),
                    format!("task `{}` is scheduled by hand but has no start and finish", self.uid),
                    "it is scheduled like the others",
                );
                None
            }
        }
    }

    pub(super) fn at(&self) -> String {
        format!("tasks/{}", self.uid)
    }
}

fn progress(progress: &mut TaskProgress, record: &Record<'_>, context: &mut Context) {
    let (units, faults) = (context.units, &mut context.faults);
    progress.actual_start = record.when("ActualStart", faults);
    progress.actual_finish = record.when("ActualFinish", faults);
    let percent = record.number("PercentComplete", faults).unwrap_or(0);
    let rest = record.seconds("RemainingDuration", faults);
    let _ = record.text("Stop");
    let resume = record.when("Resume", faults);
    if progress.actual_finish.is_some() {
        progress.actual_start = progress.actual_start.or(progress.actual_finish);
        progress.complete = Some(1.0);
    } else if progress.actual_start.is_some() {
        #[expect(clippy::cast_precision_loss, reason = "a percentage")]
        let share = percent.clamp(0, 100) as f64 / 100.0;
        progress.complete = Some(share);
        let format = record.number("DurationFormat", faults).unwrap_or(7);
        progress.remaining = rest.map(|rest| value::duration(rest.max(0), format, units));
        progress.resume = resume;
    }
}

fn constraint(record: &Record<'_>, context: &mut Context) -> Option<Constraint> {
    use ConstraintKind::{
        AsLateAsPossible, FinishNoEarlierThan, FinishNoLaterThan, MustFinishOn, MustStartOn,
        StartNoEarlierThan, StartNoLaterThan,
    };
    let faults = &mut context.faults;
    let date = record.when("ConstraintDate", faults);
    let kind = match record.number("ConstraintType", faults)? {
        0 => return None,
        1 => return Some(Constraint { kind: AsLateAsPossible, date: None }),
        2 => MustStartOn,
        3 => MustFinishOn,
        4 => StartNoEarlierThan,
        5 => StartNoLaterThan,
        6 => FinishNoEarlierThan,
        7 => FinishNoLaterThan,
        other => {
            faults.warning(
                "unknown-constraint",
                format!("{}/ConstraintType", record.at),
                format!("constraint {other} is none from 0 to 7"),
                "the task is scheduled as soon as possible",
            );
            return None;
        }
    };
    let Some(date) = date else {
        faults.warning(
            "constraint-without-date",
            format!("{}/ConstraintDate", record.at),
            "the constraint has no date",
            "the task is scheduled as soon as possible",
        );
        return None;
    };
    Some(Constraint { kind, date: Some(date) })
}

/// An amount that the file gives in hundredths.
pub(super) fn cents(record: &Record<'_>, name: &str, context: &mut Context) -> Money {
    let amount = record.decimal(name, &mut context.faults).unwrap_or(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "records read no number of this size")]
    Money::cents(amount.round() as i64)
}

fn stored(record: &Record<'_>, task: &TaskId, context: &mut Context) -> StoredTask {
    let faults = &mut context.faults;
    StoredTask {
        task: task.clone(),
        start: record.stamp("Start", faults),
        finish: record.stamp("Finish", faults),
        early_start: record.stamp("EarlyStart", faults),
        early_finish: record.stamp("EarlyFinish", faults),
        late_start: record.stamp("LateStart", faults),
        late_finish: record.stamp("LateFinish", faults),
        total_float: record.slack("TotalSlack", faults),
        free_float: record.slack("FreeSlack", faults),
        critical: record.flag("Critical", faults),
    }
}

fn read_baseline(record: &Record<'_>, context: &mut Context) -> Option<RawBaseline> {
    let number = record.number("Number", &mut context.faults).unwrap_or(0);
    let start = record.when("Start", &mut context.faults)?;
    let finish = record.when("Finish", &mut context.faults)?;
    let cost = cents(record, "Cost", context);
    let (units, faults) = (context.units, &mut context.faults);
    let format = record.number("DurationFormat", faults).unwrap_or(7);
    let duration =
        record.seconds("Duration", faults).map(|length| value::duration(length.max(0), format, units));
    let work = record.seconds("Work", faults).map(|work| value::working(work.max(0), units));
    if (0..=10).contains(&number) && start.start() <= finish.start() {
        return Some(RawBaseline { number, start, finish, duration, work, cost });
    }
    context.faults.warning(
        "invalid-baseline",
        record.at.clone(),
        format!("baseline {number} from `{start}` to `{finish}` is none"),
        "baselines 0 to 10 finish when they start or later; this one is not kept",
    );
    None
}

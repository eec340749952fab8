//! Who works on what and when; pauses and contours as work by time.

use rustc_hash::FxHashMap;

use super::super::assignment::{EDITED, average};
use super::super::fields::{self, ELEMENT, TEXT};
use super::out::{Out, Own, closing, opening, period, stamp, tenths};
use super::resource::units;
use super::{Dates, Writer};
use crate::CalendarId;
use crate::calendar::Timeline;
use crate::plan::{Assignment, Resource, ResourceKind, Task, TaskType};
use crate::quantity::{Stamp, Time, Units, Work};
use crate::sort::Arrange;

/// The resource of an assignment to nobody, which holds the pauses of a task without people.
const NOBODY: i64 = -65_535;

/// What is written of an assignment.
struct Times {
    start: Time,
    finish: Time,
    timeline: Timeline,
    /// Stretches of work between pauses, and the work in each.
    pieces: Vec<(Time, Time, i64)>,
}

impl Writer<'_> {
    pub(super) fn write_assignments(&mut self, out: &mut Out) {
        let plan = self.plan;
        let sound = |uid: &i64| (0..=i64::from(i32::MAX)).contains(uid);
        let uid =
            |one: &Assignment| -> Option<i64> { one.extras.get("mspdi:UID")?.parse().ok().filter(sound) };
        let mut order: Vec<&Assignment> = plan.assignments.iter().collect();
        order.arrange_by_cached_key(|one| {
            (uid(one).unwrap_or(i64::MAX), self.numbers.task(&one.task), self.numbers.resource(&one.resource))
        });
        let whole: Vec<(&String, &String)> = (plan.program.extras.iter())
            .filter(|(key, _)| key.strip_prefix(ELEMENT).is_some_and(|key| key.starts_with("Assignment/")))
            .collect();
        let kept = |key: &String| -> Option<i64> { key.rsplit('/').next()?.parse().ok().filter(sound) };
        let mut taken: Vec<i64> = order.iter().filter_map(|one| uid(one)).collect();
        taken.extend(whole.iter().filter_map(|(key, _)| kept(key)));
        taken.arrange();
        let unique = taken.windows(2).all(|pair| pair[0] < pair[1]);
        let mut next = if unique { taken.last().copied().unwrap_or(0).max(0) + 1 } else { 1 };
        let tasks: FxHashMap<&str, usize> =
            plan.tasks.iter().enumerate().map(|(position, task)| (task.id.as_str(), position)).collect();
        out.open("Assignments");
        for one in order {
            let number = uid(one).filter(|_| unique).unwrap_or_else(|| {
                next += 1;
                next - 1
            });
            let Some(position) = tasks.get(one.task.as_str()) else { continue };
            self.write_assignment(out, one, *position, number);
        }
        for (position, task) in plan.tasks.iter().enumerate() {
            if !task.splits.is_empty() && !self.is_summary[position] && !self.has_people(task) {
                self.write_pauses(out, task, next);
                next += 1;
            }
        }
        for (key, text) in whole {
            out.whole("Assignment", text, key, &mut self.faults);
        }
        out.close("Assignments");
    }

    fn has_people(&self, task: &Task) -> bool {
        let list = &self.plan.assignments;
        let from = list.partition_point(|one| one.task < task.id);
        list[from..].iter().take_while(|one| one.task == task.id).any(|one| self.works(&one.resource))
    }

    fn resource(&self, one: &Assignment) -> Option<&Resource> {
        let found = self.plan.resources.binary_search_by(|resource| resource.id.cmp(&one.resource));
        found.ok().map(|position| &self.plan.resources[position])
    }

    fn write_assignment(&mut self, out: &mut Out, one: &Assignment, position: usize, number: i64) {
        let plan = self.plan;
        let task = &plan.tasks[position];
        let at = format!("assignments/{}/{}", one.task, one.resource);
        let Some(dates) = self.rows.get(task.id.as_str()).copied() else { return };
        let Some(kind) = self.resource(one).map(|resource| resource.kind) else { return };
        let kept = |name: &str| one.extras.get(&format!("{TEXT}{name}"));
        let mut own = Own::default();
        own.set("UID", number);
        own.set("TaskUID", self.numbers.task(&one.task));
        own.set("ResourceUID", self.numbers.resource(&one.resource));
        let summary = self.is_summary[position];
        let length = self.length(task, &dates, summary);
        let mut by_time = Out::inside(3);
        if kind.works() && task.milestone.is_none() {
            self.of_worker(&mut own, one, task, &dates, length, number, &mut by_time);
        } else {
            own.maybe("Start", dates.start.map(stamp));
            own.maybe("Finish", dates.finish.map(stamp));
            match kind {
                ResourceKind::Material => {
                    own.set("Units", one.quantity.unwrap_or(1.0));
                    own.maybe("Work", kept("Work"));
                }
                ResourceKind::Cost => {
                    own.set("Units", kept("Units").map_or("1", String::as_str));
                    own.set("Cost", one.cost.as_cents());
                }
                _ => {
                    own.set("Units", kept("Units").cloned().unwrap_or_else(|| units(Units::ONE)));
                    own.set("Work", period(0));
                }
            }
            for name in ["WorkContour", "Delay", "LevelingDelay"] {
                own.maybe(name, kept(name));
            }
        }
        for name in ["OvertimeWork", "LevelingDelayFormat"] {
            own.maybe(name, kept(name));
        }
        own.elements("TimephasedData", by_time);
        out.open("Assignment");
        let mut extras = one.extras.clone();
        extras.remove("mspdi.xml:TimephasedData");
        out.record(fields::ASSIGNMENT, &own, &extras, &at, &mut self.faults);
        out.close("Assignment");
        if !one.alternatives.is_empty() {
            self.lose("an assignment", "alternatives", || format!("{at}/alternatives"), "");
        }
    }

    #[expect(clippy::too_many_arguments, reason = "all of one assignment")]
    fn of_worker(
        &mut self,
        own: &mut Own,
        one: &Assignment,
        task: &Task,
        dates: &Dates,
        length: i64,
        number: i64,
        by_time: &mut Out,
    ) {
        let kept = |name: &str| one.extras.get(&format!("{TEXT}{name}"));
        let work = self.work_of(task, one, length);
        let elapsed = task.duration.is_some_and(crate::quantity::Duration::is_elapsed);
        let whole = task.task_type == TaskType::FixedDuration || elapsed;
        let mut contour: i64 = kept("WorkContour").and_then(|text| text.parse().ok()).unwrap_or(0);
        let asked = one.duration.filter(|_| !whole).map(|own| self.seconds(own).max(0));
        let share = one.units.unwrap_or(Units::ONE).as_parts().max(1);
        let own_length = asked.unwrap_or_else(|| match (task.duration, task.estimate) {
            // Work divided by the share.
            (None, None) => work * i64::from(Units::ONE.as_parts()) / i64::from(share),
            _ => length,
        });
        let times = self.times(one, task, dates, own_length, elapsed);
        if !times.pieces.is_empty() {
            contour = EDITED;
        }
        own.set("Units", self.share(one, work, own_length, if whole { 0 } else { contour }, length));
        let overtime = kept("OvertimeWork").and_then(|text| super::super::value::period(text)).unwrap_or(0);
        own.set("Work", kept("Work").cloned().unwrap_or_else(|| period(work + overtime)));
        let delay = one.delay.map(|delay| tenths(self.seconds(delay)));
        let leveling: i64 = kept("LevelingDelay").and_then(|text| text.parse().ok()).unwrap_or(0);
        match delay {
            Some(delay) if (0..=delay).contains(&leveling) => {
                own.set("Delay", delay - leveling);
                own.maybe("LevelingDelay", kept("LevelingDelay"));
            }
            Some(delay) => own.set("Delay", delay),
            None => {
                own.set("Delay", kept("Delay").map_or("0", String::as_str));
                own.maybe("LevelingDelay", kept("LevelingDelay"));
            }
        }
        let (start, finish) = (self.show(times.start), self.show(times.finish));
        let raw = one.extras.get("mspdi.xml:TimephasedData");
        let as_it_was = kept("Start") == Some(&start) && kept("Finish") == Some(&finish);
        match raw {
            Some(raw) if as_it_was && super::out::are_elements(raw, "TimephasedData") => {
                by_time.text.push_str(raw);
                by_time.text.push('\n');
            }
            Some(_) => self.faults.warning(
                "contour-flattened",
                format!("assignments/{}/{}", one.task, one.resource),
                "its dates have changed: the work by time of before is not written",
                "the work is spread evenly over its time",
            ),
            None => {}
        }
        if raw.is_none() || !as_it_was {
            for piece in &times.pieces {
                self.by_time(by_time, number, *piece, work, own_length, &times.timeline);
            }
        }
        own.set("WorkContour", contour);
        let done = self.done(task, length);
        let finished = task.progress.actual_finish.is_some();
        let part = |work: i64| match length {
            0 => {
                if finished {
                    work
                } else {
                    0
                }
            }
            length => i64::try_from(i128::from(work) * i128::from(done) / i128::from(length)).unwrap_or(0),
        };
        let actual = part(work + overtime);
        own.set("ActualWork", period(actual));
        own.set("RemainingWork", period(work + overtime - actual));
        own.set("PercentWorkComplete", part(100));
        own.maybe("ActualStart", task.progress.actual_start.map(opening));
        own.maybe("ActualFinish", task.progress.actual_finish.map(closing));
        own.set("Start", start);
        own.set("Finish", finish);
    }

    /// The share as the file had it, if it still says the same; else work divided by time.
    fn share(&self, one: &Assignment, work: i64, length: i64, contour: i64, task: i64) -> String {
        let kept = one.extras.get("mspdi:Units");
        let read: Option<f64> = kept.and_then(|text| text.trim().parse().ok());
        #[expect(clippy::cast_precision_loss, reason = "seconds of a plan")]
        let exact = if work > 0 && length > 0 {
            work as f64 / (length as f64 * average(contour))
        } else {
            one.units.unwrap_or(Units::ONE).to_decimal()
        };
        if let (Some(kept), Some(read)) = (kept, read) {
            let decimals = kept.trim().split_once('.').map_or(0, |(_, decimals)| decimals.len()).clamp(2, 6);
            let rounded = [5e-3, 5e-4, 5e-5, 5e-6, 5e-7][decimals - 2];
            // A share of nothing says nothing; an edited contour may have any.
            let says = work == 0 && (read == exact || (one.units.is_none() && read == 0.0))
                || work > 0 && contour == EDITED
                || work > 0 && (read - exact).abs() <= rounded + 1e-9 && (length - task).abs() <= 60
                || work > 0 && (read - exact).abs() <= 1e-9;
            if says {
                return kept.clone();
            }
        }
        let text = format!("{exact:.6}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        if text.is_empty() { String::from("0") } else { text.to_owned() }
    }

    /// The times of a worker on a task, and from when to when it works.
    fn times(&self, one: &Assignment, task: &Task, dates: &Dates, length: i64, elapsed: bool) -> Times {
        let theirs = self.resource(one).and_then(|resource| resource.calendar.as_ref());
        let timeline = self.hours(task, theirs);
        let start = dates.start.map_or(Time(0), Stamp::time);
        let finish = dates.finish.map_or(start, Stamp::time);
        let progress = &task.progress;
        let own = one.duration.is_some() || one.delay.is_some();
        let edited = one.extras.contains_key("mspdi.xml:TimephasedData");
        if elapsed || length <= 0 || (progress.actual_start.is_some() && !own && !edited) {
            return Times { start, finish, timeline, pieces: Vec::new() };
        }
        let delay = one.delay.map_or(0, |delay| self.seconds(delay).max(0));
        let from = if delay > 0 { timeline.add_work(start, Work(delay)) } else { start };
        let mut pieces = Vec::new();
        if !task.splits.is_empty() {
            pieces = self.pieces(task, &timeline, from, length);
        }
        let (first, last) = match (pieces.first(), pieces.last()) {
            (Some(first), Some(last)) => (first.0, last.1),
            _ => timeline.forward(from, Work(length)),
        };
        let first = if first.is_finite() { first } else { start };
        let last = if last.is_finite() { last } else { finish };
        Times { start: first, finish: last, timeline, pieces }
    }

    /// The times that a resource with a calendar works on a task.
    fn hours(&self, task: &Task, theirs: Option<&CalendarId>) -> Timeline {
        if task.ignore_resource_calendars || task.task_type == TaskType::FixedDuration {
            return self.timeline(task.calendar.as_ref());
        }
        let theirs = self.timeline(theirs);
        match &task.calendar {
            Some(id) => theirs.intersect(&self.timeline(Some(id))),
            None => theirs,
        }
    }

    /// The stretches of work between the pauses of a task.
    fn pieces(&self, task: &Task, timeline: &Timeline, from: Time, length: i64) -> Vec<(Time, Time, i64)> {
        let (mut at, mut done, mut pieces) = (from, 0, Vec::new());
        let ends = task.splits.iter().map(|split| (self.seconds(split.after), self.seconds(split.pause)));
        for (after, pause) in ends.chain([(length, 0)]) {
            let work = after.min(length) - done;
            if work > 0 {
                let (start, end) = timeline.forward(at, Work(work));
                pieces.push((start, end, work));
                done += work;
                at = end;
            }
            at = timeline.add_work(at, Work(pause.max(0)));
            if !at.is_finite() {
                break;
            }
        }
        pieces.retain(|piece| piece.0.is_finite() && piece.1.is_finite());
        pieces
    }

    /// Work still to do in a stretch, in proportion to the whole.
    fn by_time(
        &self,
        out: &mut Out,
        number: i64,
        (start, end, seconds): (Time, Time, i64),
        work: i64,
        length: i64,
        timeline: &Timeline,
    ) {
        // Hour by hour nothing is gained: the work is even over each stretch of working time.
        for (from, to) in timeline.intervals(start, end).take(MOST_PIECES) {
            let own = timeline.work_between(from, to).0.min(seconds);
            let value =
                i64::try_from(i128::from(work) * i128::from(own) / i128::from(length.max(1))).unwrap_or(0);
            self.entry(out, number, from, to, value);
        }
    }

    fn entry(&self, out: &mut Out, number: i64, from: Time, to: Time, work: i64) {
        out.open("TimephasedData");
        out.field("Type", 1);
        out.field("UID", number);
        out.field("Start", self.show(from));
        out.field("Finish", self.show(to));
        out.field("Unit", 2);
        out.field("Value", period(work));
        out.close("TimephasedData");
    }

    /// The pauses of a task without people, as work of nobody by time.
    fn write_pauses(&mut self, out: &mut Out, task: &Task, number: i64) {
        let Some(dates) = self.rows.get(task.id.as_str()).copied() else { return };
        let Some(start) = dates.start else { return };
        let timeline = self.timeline(task.calendar.as_ref());
        let length = self.length(task, &dates, false);
        let mut own = Own::default();
        own.set("UID", number);
        own.set("TaskUID", self.numbers.task(&task.id));
        own.set("ResourceUID", NOBODY);
        own.set("Start", stamp(start));
        own.maybe("Finish", dates.finish.map(stamp));
        own.set("Units", 1);
        own.set("Work", period(0));
        own.set("WorkContour", EDITED);
        let mut by_time = Out::inside(3);
        for (from, to, work) in self.pieces(task, &timeline, start.time(), length) {
            self.entry(&mut by_time, number, from, to, work);
        }
        own.elements("TimephasedData", by_time);
        out.open("Assignment");
        let at = format!("tasks/{}", task.id);
        out.record(fields::ASSIGNMENT, &own, &std::collections::BTreeMap::new(), &at, &mut self.faults);
        out.close("Assignment");
    }
}

/// Most entries of one stretch of work by time: two for each day of fifty years.
const MOST_PIECES: usize = 36_600;

//! Tasks in the order of their rows, with their links and baselines.

use super::super::fields::{self, TEXT};
use super::super::value;
use super::number::Row;
use super::out::{Out, Own, closing, opening, period, stamp, tenths};
use super::{Dates, Writer, whens};
use crate::plan::{
    Assignment, ConstraintKind, Dependency, DependencyKind, MilestoneKind, Plan, ScheduleFrom, Task,
};
use crate::quantity::{Lag, Units};

/// What is looked up for each task.
pub(super) struct Lists<'a> {
    links: Vec<&'a Dependency>,
    assignments: Vec<&'a Assignment>,
}

impl<'a> Lists<'a> {
    /// The plan's lists are in canonical order: assignments by task; links are put in that of their ends.
    pub(super) fn of(plan: &'a Plan) -> Self {
        use crate::sort::Arrange;
        let mut links: Vec<&Dependency> = plan.dependencies.iter().collect();
        links.arrange_by(|a, b| (&a.to, &a.from, a.kind).cmp(&(&b.to, &b.from, b.kind)));
        Self { links, assignments: plan.assignments.iter().collect() }
    }

    fn links_to(&self, id: &str) -> &[&'a Dependency] {
        let from = self.links.partition_point(|link| *link.to < *id);
        let count = self.links[from..].partition_point(|link| *link.to == *id);
        &self.links[from..from + count]
    }

    pub(super) fn of_task(&self, id: &str) -> &[&'a Assignment] {
        let from = self.assignments.partition_point(|one| *one.task < *id);
        let count = self.assignments[from..].partition_point(|one| *one.task == *id);
        &self.assignments[from..from + count]
    }
}

impl Writer<'_> {
    pub(super) fn write_tasks(&mut self, out: &mut Out) {
        let lists = Lists::of(self.plan);
        let baselines = self.baseline_numbers();
        out.open("Tasks");
        self.write_whole(out);
        for row in std::mem::take(&mut self.numbers.rows) {
            match &row.task {
                Ok(position) => self.write_task(out, *position, &row, &lists, &baselines),
                Err((key, text)) => out.whole("Task", text, key, &mut self.faults),
            }
        }
        for key in std::mem::take(&mut self.numbers.homeless) {
            self.faults.warning(
                "not-written",
                format!("program/extras/{key}"),
                "a task that was kept as it stood has no place among the rows any more",
                "it is not written; its row was counted among the rows of the file that it came from",
            );
        }
        out.close("Tasks");
    }

    /// The summary of the whole project, which Microsoft Project shows as row 0.
    fn write_whole(&mut self, out: &mut Out) {
        let program = &self.plan.program;
        let prefix = format!("{TEXT}Task/0/");
        let extras = (program.extras.iter())
            .filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?.to_owned(), text.clone())))
            .collect();
        let mut own = Own::default();
        for (name, text) in
            [("UID", "0"), ("ID", "0"), ("IsNull", "0"), ("OutlineNumber", "0"), ("Type", "1")]
        {
            own.set(name, text);
        }
        own.set("Name", &program.name);
        own.set("WBS", "0");
        own.set("OutlineLevel", 0);
        own.set("Summary", 1);
        own.set("Start", stamp(self.begin));
        own.set("Finish", stamp(self.end));
        out.open("Task");
        out.record(fields::TASK, &own, &extras, "program", &mut self.faults);
        out.close("Task");
    }

    fn write_task(
        &mut self,
        out: &mut Out,
        position: usize,
        row: &Row,
        lists: &Lists<'_>,
        baselines: &[(usize, i64)],
    ) {
        let plan = self.plan;
        let task = &plan.tasks[position];
        let at = format!("tasks/{}", task.id);
        let Some(dates) = self.rows.get(task.id.as_str()).copied() else { return };
        let summary = self.is_summary[position];
        let kept = |name: &str| task.extras.get(&format!("{TEXT}{name}"));
        let mut own = Own::default();
        own.set("UID", self.numbers.task(&task.id));
        own.set("ID", row.row);
        // People know a task without a name by its id, unless that is a number of the file.
        let numbered = self.numbers.task(&task.id).to_string() == *task.id;
        own.maybe("Name", task.name.as_deref().or((!numbered).then_some(&*task.id)));
        own.set("Active", 1);
        own.flag("Manual", task.manual.is_some());
        let usual = if summary { "1" } else { value::task_type(task.task_type) };
        own.set(
            "Type",
            kept("Type").filter(|_| summary || task.milestone.is_some()).map_or(usual, |own| own),
        );
        own.set("IsNull", 0);
        own.set("WBS", kept("WBS").unwrap_or(&row.outline));
        own.set("OutlineNumber", &row.outline);
        own.set("OutlineLevel", row.level);
        own.set("Priority", task.priority);
        let length = self.length(task, &dates, summary);
        own.set("Duration", period(length));
        own.set("DurationFormat", self.format(task, length));
        let work: i64 = lists.of_task(&task.id).iter().map(|one| self.work_of(task, one, length)).sum();
        own.set("Work", period(work));
        own.flag("Summary", summary);
        let is_moment = !summary && length == 0;
        own.set("Milestone", kept("Milestone").cloned().unwrap_or_else(|| u8::from(is_moment).to_string()));
        own.maybe("Start", dates.start.map(stamp));
        own.maybe("Finish", dates.finish.map(stamp));
        for (name, date) in [("EarlyStart", dates.early[0]), ("EarlyFinish", dates.early[1])] {
            own.maybe(name, date.map(stamp));
        }
        for (name, date) in [("LateStart", dates.late[0]), ("LateFinish", dates.late[1])] {
            own.maybe(name, date.map(stamp));
        }
        own.maybe("TotalSlack", dates.float[0].map(|float| tenths(float.0)));
        own.maybe("FreeSlack", dates.float[1].map(|float| tenths(float.0)));
        own.maybe("Critical", dates.critical.map(u8::from));
        own.set("FixedCost", task.fixed_cost.as_cents());
        self.progress(&mut own, task, &dates, length, summary);
        self.constraint(&mut own, task, summary, &at);
        let calendar = task.calendar.as_ref().map(|id| self.numbers.calendar(Some(id)));
        own.set("CalendarUID", calendar.unwrap_or(-1));
        own.maybe("Deadline", task.deadline.map(closing));
        let delay = task.leveling_delay;
        own.set("LevelingDelay", delay.map_or(0, |delay| tenths(self.seconds(delay))));
        own.set("LevelingDelayFormat", delay.map_or(8, value::format_of));
        own.flag("IgnoreResourceCalendar", task.ignore_resource_calendars);
        own.maybe("Notes", task.notes.as_ref());
        let mut links = Out::inside(3);
        for link in lists.links_to(&task.id) {
            self.link(&mut links, link);
        }
        own.elements("PredecessorLink", links);
        let mut list = Out::inside(3);
        for (baseline, number) in baselines {
            let rows = &plan.baselines[*baseline].tasks;
            if let Ok(found) = rows.binary_search_by(|one| one.task.cmp(&task.id)) {
                let agreed = &rows[found];
                let (start, finish) = whens(agreed.start, agreed.finish);
                list.open("Baseline");
                list.field("Number", number);
                list.field("Start", start);
                list.field("Finish", finish);
                if let Some(duration) = agreed.duration {
                    list.field("Duration", period(self.seconds(duration)));
                    list.field("DurationFormat", value::format_of(duration));
                }
                if let Some(work) = agreed.work {
                    list.field("Work", period(self.seconds(work)));
                }
                list.field("Cost", agreed.cost.as_cents());
                list.close("Baseline");
            }
        }
        own.elements("Baseline", list);
        if let Some(manual) = task.manual {
            own.set("ManualStart", opening(manual.start));
            own.set("ManualFinish", closing(manual.finish));
            own.set("ManualDuration", period(length));
        }
        let mut extras = None;
        if let (Some(field), false) =
            (self.numbers.id_fields[0], self.numbers.task(&task.id).to_string() == *task.id)
        {
            let extras = extras.insert(task.extras.clone());
            extras.insert(format!("{}{field}", fields::CUSTOM), task.id.to_string());
        }
        out.open("Task");
        out.record(fields::TASK, &own, extras.as_ref().unwrap_or(&task.extras), &at, &mut self.faults);
        out.close("Task");
        self.lost_of_task(task, &at, summary, lists);
    }

    /// Seconds of a task.
    pub(super) fn length(&self, task: &Task, dates: &Dates, summary: bool) -> i64 {
        if task.milestone.is_some() {
            return 0;
        }
        let given = task.duration.or(task.estimate.map(|estimate| estimate.likely)).filter(|_| !summary);
        given.map_or(dates.duration, |given| self.seconds(given)).max(0)
    }

    fn format(&self, task: &Task, length: i64) -> i64 {
        let estimated = task.extras.get("mspdi:Estimated").is_some_and(|text| text.trim() == "1");
        let usual = task.duration.map_or(7, value::format_of) + if estimated { 32 } else { 0 };
        let kept = task.extras.get("mspdi:DurationFormat").and_then(|text| text.parse().ok());
        // A format of before holds as long as it says the same.
        let says = |format: &i64| match task.duration {
            Some(duration) => value::duration(length, *format, self.units) == duration,
            None => true,
        };
        kept.filter(says).unwrap_or(usual)
    }

    fn progress(&mut self, own: &mut Own, task: &Task, dates: &Dates, length: i64, summary: bool) {
        let progress = &task.progress;
        if summary {
            return;
        }
        own.maybe("ActualStart", progress.actual_start.map(opening));
        own.maybe("ActualFinish", progress.actual_finish.map(closing));
        let done = self.done(task, length);
        let percent = match (progress.actual_finish, progress.complete) {
            (Some(_), _) => 100.0,
            (None, Some(complete)) if progress.actual_start.is_some() => (complete * 100.0).round(),
            #[expect(clippy::cast_precision_loss, reason = "seconds of a task")]
            _ if length > 0 => (done as f64 / length as f64 * 100.0).round(),
            _ => 0.0,
        };
        own.set("PercentComplete", percent);
        own.set("ActualDuration", period(done));
        if progress.actual_start.is_none() || progress.actual_finish.is_some() {
            own.set("RemainingDuration", period(length - done));
        } else if let Some(remaining) = progress.remaining {
            own.set("RemainingDuration", period(self.seconds(remaining)));
        }
        own.maybe("Resume", progress.resume.map(opening));
        own.maybe("Stop", dates.stop.filter(|_| progress.resume.is_some()).map(stamp));
    }

    /// Seconds of the duration that are done.
    pub(super) fn done(&self, task: &Task, length: i64) -> i64 {
        let progress = &task.progress;
        if progress.actual_finish.is_some() {
            return length;
        }
        if progress.actual_start.is_none() {
            return 0;
        }
        match (progress.remaining, progress.complete) {
            (Some(rest), _) => (length - self.seconds(rest)).clamp(0, length),
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a share")]
            (None, Some(share)) => ((share * length as f64).round() as i64).clamp(0, length),
            (None, None) => 0,
        }
    }

    fn constraint(&mut self, own: &mut Own, task: &Task, summary: bool, at: &str) {
        use ConstraintKind as Kind;
        let from_finish = self.plan.program.scheduling.from == ScheduleFrom::Finish;
        let (first, more) = match task.constraints.split_first() {
            Some((first, more)) => (Some(first), more),
            None => (None, &[][..]),
        };
        if !more.is_empty() {
            let help = "only the first constraint of a task is written";
            self.lose("a task", "constraints", || format!("{at}/constraints"), help);
        }
        let kind = match first.map(|first| first.kind) {
            None if from_finish && !summary => 1,
            None | Some(Kind::AsSoonAsPossible) => 0,
            Some(Kind::AsLateAsPossible) => 1,
            Some(Kind::MustStartOn | Kind::MandatoryStart) => 2,
            Some(Kind::MustFinishOn | Kind::MandatoryFinish) => 3,
            Some(Kind::StartNoEarlierThan) => 4,
            Some(Kind::StartNoLaterThan) => 5,
            Some(Kind::FinishNoEarlierThan) => 6,
            Some(Kind::FinishNoLaterThan) => 7,
        };
        if let Some(Kind::MandatoryStart | Kind::MandatoryFinish) = first.map(|first| first.kind) {
            let help = "it is written as a date that constraints are honored for";
            self.lose("a task", "mandatory constraint", || format!("{at}/constraints"), help);
        }
        own.set("ConstraintType", kind);
        // The kinds that mean the beginning of a bare date are those of earliest and fixed starts.
        let date = first.and_then(|first| first.date);
        let date = date.map(if matches!(kind, 2 | 4) { opening } else { closing });
        let kept =
            || task.extras.get("mspdi:ConstraintDate").filter(|_| task.constraints.is_empty()).cloned();
        own.maybe("ConstraintDate", date.or_else(kept));
    }

    fn link(&mut self, out: &mut Out, link: &Dependency) {
        let at = || format!("dependencies/{}->{}", link.from, link.to);
        if link.lag_calendar.is_some() {
            let help = "Microsoft Project counts lags in the calendar of the successor";
            self.lose("a link", "lag_calendar", at, help);
        }
        if link.max_lag.is_some() {
            let help = "Microsoft Project has no longest lags: the predecessor does not wait";
            self.lose("a link", "max_lag", at, help);
        }
        let (lag, format, exact) = match link.lag {
            Lag::Duration(lag) => {
                let seconds = self.seconds(lag);
                (tenths(seconds), value::format_of(lag), seconds % 6 == 0)
            }
            Lag::Percent { micros, elapsed } => {
                (micros / 1_000_000, if elapsed { 20 } else { 19 }, micros % 1_000_000 == 0)
            }
        };
        if !exact {
            let message = format!("a lag of `{}` is written in whole percent or tenths of minutes", link.lag);
            self.faults.warning("rounded", at() + "/lag", message, "");
        }
        out.open("PredecessorLink");
        out.field("PredecessorUID", self.numbers.task(&link.from));
        let kind = match link.kind {
            DependencyKind::FinishFinish => 0,
            DependencyKind::FinishStart => 1,
            DependencyKind::StartFinish => 2,
            DependencyKind::StartStart => 3,
        };
        out.field("Type", kind);
        out.field("CrossProject", 0);
        out.field("LinkLag", lag);
        out.field("LagFormat", format);
        out.close("PredecessorLink");
    }

    /// Positions of the baselines and their numbers: those called `baseline-3` have theirs, the others the first that
    /// are free.
    fn baseline_numbers(&mut self) -> Vec<(usize, i64)> {
        let plan = self.plan;
        let number = |id: &str| {
            let number: i64 = id.strip_prefix("baseline-")?.parse().ok()?;
            ((0..=10).contains(&number) && format!("baseline-{number}") == id).then_some(number)
        };
        let taken: Vec<i64> = plan.baselines.iter().filter_map(|one| number(&one.id)).collect();
        let mut free = (0..=10).filter(|number| !taken.contains(number));
        let mut found = Vec::new();
        for (position, baseline) in plan.baselines.iter().enumerate() {
            let at = format!("baselines/{}", baseline.id);
            if let Some(number) = number(&baseline.id) {
                found.push((position, number));
            } else if let Some(number) = free.next() {
                let message = format!("baseline `{}` is written as baseline {number}", baseline.id);
                self.faults.push(crate::Issue::info("baseline-numbered", at, message));
                found.push((position, number));
            } else {
                let help = "Microsoft Project has eleven; take some out";
                let message = format!("baseline `{}` is not written", baseline.id);
                self.faults.warning("too-many-baselines", at, message, help);
            }
        }
        found.sort_unstable_by_key(|(_, number)| *number);
        found
    }

    fn lost_of_task(&mut self, task: &Task, at: &str, summary: bool, lists: &Lists<'_>) {
        let place = |field: &'static str| move || format!("{at}/{field}");
        let data = [
            ("campaign", task.campaign.is_some()),
            ("market", task.market.is_some()),
            ("weight", task.weight.is_some()),
            ("kpis", !task.kpis.is_empty()),
            ("skills", !task.skills.is_empty()),
            ("estimate", task.estimate.is_some()),
            ("tags", !task.tags.is_empty()),
            ("level_of_effort", task.level_of_effort),
            ("progress/expected_finish", task.progress.expected_finish.is_some()),
        ];
        for (field, _) in data.into_iter().filter(|(_, is)| *is) {
            self.lose("a task", field, place(field), "");
        }
        if task.milestone == Some(MilestoneKind::Start) {
            let help = "Microsoft Project puts milestones at the end of the work before them";
            self.lose("a task", "milestone: start", place("milestone"), help);
        }
        let assigned = lists.of_task(&task.id).iter().any(|one| self.works(&one.resource));
        if !task.splits.is_empty() && assigned && !summary {
            let help = "the pauses are written into the work of its people";
            self.lose("a task with people", "splits", place("splits"), help);
        }
    }

    /// Seconds of work of an assignment.
    pub(super) fn work_of(&self, task: &Task, one: &Assignment, length: i64) -> i64 {
        let works = self.works(&one.resource);
        if !works
            || task.milestone.is_some()
            || one.extras.get("mspdi:Work").is_some_and(|work| work == "PT0H0M0S")
        {
            return 0;
        }
        let units = i128::from(one.units.unwrap_or(Units::ONE).as_parts());
        match one.work {
            Some(work) => self.seconds(work).max(0),
            None => {
                let length = one.duration.map_or(length, |own| self.seconds(own).max(0));
                i64::try_from(i128::from(length) * units / i128::from(Units::ONE.as_parts())).unwrap_or(0)
            }
        }
    }

    /// Whether a resource works in time.
    pub(super) fn works(&self, id: &crate::ResourceId) -> bool {
        let found = self.plan.resources.binary_search_by(|one| one.id.cmp(id));
        found.is_ok_and(|position| self.plan.resources[position].kind.works())
    }
}

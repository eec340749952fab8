//! Faults of tasks, milestones, summaries and the lags of their links.

use super::faults::{Faults, show};
use super::limits::MAX_DETAILS;
use super::{Context, check_id, check_size, check_skills, check_weight, ends_before};
use crate::plan::index::{NONE, UNKNOWN};
use crate::plan::{Constraint, ConstraintKind, Dependency, MilestoneKind, Task, TaskType};
use crate::quantity::{Duration, Lag, Span, When, WorkUnits};

/// Longest duration or lag in seconds: the years from 1970 to 2100.
const LONGEST: u64 = 131 * 366 * 86_400;

/// Returns what [`PlanIndex::plain_work`](crate::plan::index::PlanIndex::plain_work) is.
pub(super) fn check(context: &Context<'_>, faults: &mut Faults) -> Vec<Option<Span>> {
    let mut unassigned = 0usize;
    let mut plain_work = Vec::with_capacity(context.plan.tasks.len());
    for (position, task) in context.plan.tasks.iter().enumerate() {
        let calendar = context.index.task_calendars[position];
        let check = TaskCheck { context, task, number: context.task_numbers[position], calendar };
        check.fields(faults);
        check.work(faults);
        check.constraints(faults);
        check.progress(faults);
        check.by_hand(faults);
        check.effort(faults);
        let summary = check.is_summary();
        if !summary && task.milestone.is_none() && check.number != NONE {
            unassigned += usize::from(context.index.assignments_of(check.number).is_empty());
        }
        plain_work.push(plain_work_of(task, context.units).filter(|_| !summary));
    }
    if unassigned > 0 && !context.plan.assignments.is_empty() {
        let message = match unassigned {
            1 => "1 task with work has nobody assigned".to_owned(),
            more => format!("{more} tasks with work have nobody assigned"),
        };
        faults.push(crate::Issue::info("unassigned-work", "assignments", message));
    }
    check_lags(context, faults);
    plain_work
}

/// How long a task is that is neither a milestone nor held to dates, started or on a calendar against its people's.
fn plain_work_of(task: &Task, units: WorkUnits) -> Option<Span> {
    let progress = &task.progress;
    let plain = task.milestone.is_none()
        && !task.ignore_resource_calendars
        && task.task_type != TaskType::FixedDuration
        && task.manual.is_none()
        && task.splits.is_empty()
        && task.constraints.is_empty()
        && task.deadline.is_none()
        && task.leveling_delay.is_none()
        && progress.actual_start.is_none()
        && progress.actual_finish.is_none()
        && progress.complete.is_none()
        && progress.expected_finish.is_none()
        && !task.level_of_effort;
    task.duration.filter(|_| plain).map(|duration| duration.span(units))
}

fn check_lags(context: &Context<'_>, faults: &mut Faults) {
    let index = context.index;
    if index.has_max_lags {
        check_max_lags(context, faults);
    }
    let summaries = index.is_summary.contains(&true);
    let too_long = |lag| matches!(lag, Lag::Duration(lag) if is_too_long(lag, context.units));
    let mut check = |link: &Dependency| {
        if too_long(link.lag) {
            faults.error(
                "duration-too-long",
                format!("dependencies/{}->{}/lag", show(&link.from), show(&link.to)),
                format!("lag `{}` is longer than the years from 1970 to 2100", link.lag),
                "",
            );
        }
    };
    if index.links.len() < context.plan.dependencies.len() || index.lags.iter().any(|(lag, _)| too_long(*lag))
    {
        context.plan.dependencies.iter().for_each(&mut check);
    }
    for &link in index.links.iter().filter(|_| summaries) {
        if let Some((lag @ Lag::Percent { .. }, _)) = index.lag(link)
            && index.is_summary[link.from as usize]
        {
            let dependency = index.dependency(link);
            faults.error(
                "percent-lag-of-summary",
                format!("dependencies/{}->{}/lag", show(&dependency.from), show(&dependency.to)),
                format!("lag `{lag}` is a share of the duration of a summary, which is not known before it is scheduled"),
                "write the lag as a duration",
            );
        }
    }
}

/// Maximum lags join tasks, and leave room for the lags.
fn check_max_lags(context: &Context<'_>, faults: &mut Faults) {
    let index = context.index;
    context.plan.dependencies.iter().for_each(|link| check_max_lag(link, context, faults));
    for &link in &index.links {
        let dependency = index.dependency(link);
        let joins_summary = index.is_summary[link.from as usize] || index.is_summary[link.to as usize];
        if dependency.max_lag.is_some() && joins_summary {
            faults.error(
                "max-lag-of-summary",
                format!("dependencies/{}->{}/max_lag", show(&dependency.from), show(&dependency.to)),
                "a maximum lag joins tasks or milestones, and one of these is a summary",
                "join the tasks under it that it is about",
            );
        }
    }
}

/// A maximum lag must leave room for the lag.
fn check_max_lag(link: &Dependency, context: &Context<'_>, faults: &mut Faults) {
    let Some(most) = link.max_lag else { return };
    let at = || format!("dependencies/{}->{}/max_lag", show(&link.from), show(&link.to));
    if matches!(most, Lag::Duration(most) if is_too_long(most, context.units)) {
        let message = format!("maximum lag `{most}` is longer than the years from 1970 to 2100");
        faults.error("duration-too-long", at(), message, "");
    }
    // Whatever the predecessor's duration is: shares of it are compared with each other only.
    let of = Span::Working(crate::quantity::Work(1_000_000_000));
    let like = matches!(most, Lag::Percent { .. }) == matches!(link.lag, Lag::Percent { .. });
    let (least, span) = (link.lag.span(context.units, of), most.span(context.units, of));
    let less = match (least, span) {
        (Span::Working(least), Span::Working(most)) => most < least,
        (Span::Elapsed(least), Span::Elapsed(most)) => most < least,
        _ => false,
    };
    if less && (like || link.lag.is_zero()) {
        let message = format!("maximum lag `{most}` is less than the lag `{}`", link.lag);
        faults.error("max-lag-below-lag", at(), message, "give a maximum lag of at least the lag");
    }
}

pub(super) fn is_too_long(duration: Duration, units: WorkUnits) -> bool {
    seconds(duration, units).unsigned_abs() > LONGEST
}

fn seconds(duration: Duration, units: WorkUnits) -> i64 {
    match duration.span(units) {
        Span::Working(work) => work.0,
        Span::Elapsed(elapsed) => elapsed.0,
    }
}

struct TaskCheck<'c, 'a> {
    context: &'c Context<'a>,
    task: &'a Task,
    /// [`NONE`] if its id is used before.
    number: u32,
    /// Number of its calendar, [`NONE`] or [`UNKNOWN`].
    calendar: u32,
}

impl TaskCheck<'_, '_> {
    fn place(&self, field: &str) -> String {
        format!("tasks/{}{field}", show(&self.task.id))
    }

    fn is_summary(&self) -> bool {
        self.context.index.is_summary.get(self.number as usize).copied().unwrap_or(false)
    }

    fn fields(&self, faults: &mut Faults) {
        let (task, context) = (self.task, self.context);
        if !context.index.plain_ids {
            check_id("tasks", &task.id, faults);
        }
        if self.calendar == UNKNOWN {
            context.check_calendar(task.calendar.as_deref(), || self.place("/calendar"), faults);
        }
        if let Some(campaign) = task.campaign.as_deref().filter(|id| !context.campaigns.contains(id)) {
            let message = format!("campaign `{}` does not exist", show(campaign));
            faults.error("unknown-campaign", self.place("/campaign"), message, "");
        }
        if task.priority > crate::plan::task::PRIORITY_NEVER_MOVES {
            faults.error(
                "priority-out-of-range",
                self.place("/priority"),
                format!("priority {} is not from 0 to 1000", task.priority),
                "500 is usual; 1000 is never moved",
            );
        }
        check_weight(task.weight, || self.place("/weight"), faults);
        context.check_kpis(&task.kpis, || self.place(""), faults);
        check_skills(&task.skills, || self.place(""), faults);
        if let Some(deadline) = task.deadline
            && deadline.end() <= context.plan.program.start.start()
        {
            faults.warning(
                "deadline-before-start",
                self.place("/deadline"),
                format!(
                    "deadline `{deadline}` is before the program starts on `{}`",
                    context.plan.program.start
                ),
                "the task will be late whatever is done",
            );
        }
        if task.weight.is_some() && task.deadline.is_none() {
            faults.warning(
                "weight-without-deadline",
                self.place("/weight"),
                "a weight says what a day of lateness costs, but there is no deadline",
                "write a `deadline` or remove the weight",
            );
        }
    }

    /// Durations, estimates, and what milestones and summaries must not have.
    fn work(&self, faults: &mut Faults) {
        let task = self.task;
        let mut check = |duration: Option<Duration>, field| {
            if let Some(duration) = duration {
                self.check_duration(duration, field, faults);
            }
        };
        check(task.duration, "/duration");
        check(task.leveling_delay, "/leveling_delay");
        check(task.progress.remaining, "/progress/remaining");
        if let Some(estimate) = task.estimate {
            check(Some(estimate.optimistic), "/estimate/optimistic");
            check(Some(estimate.likely), "/estimate/likely");
            check(Some(estimate.pessimistic), "/estimate/pessimistic");
        }
        self.check_estimate(faults);
        let has_work = task.duration.is_some_and(|duration| !duration.is_zero()) || task.estimate.is_some();
        if self.is_summary() {
            if task.milestone.is_some() {
                faults.error(
                    "milestone-with-children",
                    self.place("/milestone"),
                    "a milestone has subtasks",
                    "make it a summary by removing `milestone`, or give the subtasks another parent",
                );
            }
            if task.duration.is_some() || task.estimate.is_some() {
                faults.error(
                    "summary-with-work",
                    self.place("/duration"),
                    "the duration of a summary is computed from its subtasks",
                    "remove its duration and estimate",
                );
            }
        } else if task.milestone.is_some() {
            if has_work {
                faults.error(
                    "milestone-with-duration",
                    self.place("/duration"),
                    "a milestone is a moment and has no duration",
                    "remove the duration, or the `milestone`",
                );
            }
        } else if !task.level_of_effort
            && task.duration.is_none()
            && task.estimate.is_none()
            && !self.work_is_assigned()
        {
            faults.error(
                "no-duration",
                self.place("/duration"),
                "nothing says how long this task takes",
                "write a `duration`, an `estimate`, or an assignment with `work`; or make it a `milestone`",
            );
        }
    }

    /// What lasts as long as other work has no dates and no length of its own.
    fn effort(&self, faults: &mut Faults) {
        let task = self.task;
        if !task.level_of_effort {
            return;
        }
        if self.is_summary() || task.milestone.is_some() {
            let message = "neither a milestone nor a summary is a level of effort";
            faults.error(
                "effort-without-work",
                self.place("/level_of_effort"),
                message,
                "remove one of them",
            );
        }
        if task.manual.is_some() || !task.splits.is_empty() || !task.constraints.is_empty() {
            let message =
                "a level of effort lies where its links say; its own dates and pauses count for nothing";
            faults.warning("effort-with-dates", self.place("/level_of_effort"), message, "remove them");
        }
    }

    /// Dates set by hand, and pauses.
    fn by_hand(&self, faults: &mut Faults) {
        if let Some(manual) = self.task.manual
            && ends_before(manual.finish, manual.start)
        {
            faults.error(
                "finish-before-start",
                self.place("/manual/finish"),
                format!("finish `{}` is before start `{}`", manual.finish, manual.start),
                "",
            );
        }
        let splits = self.task.splits.as_slice();
        if splits.is_empty()
            || !check_size("splits", splits.len(), MAX_DETAILS, || self.place("/splits"), faults)
        {
            return;
        }
        for split in splits {
            self.check_duration(split.after, "/splits/after", faults);
            self.check_duration(split.pause, "/splits/pause", faults);
            if split.after.is_elapsed() || split.pause.is_elapsed() {
                let message = "a pause and what lies before it are working time";
                faults.error("elapsed-work", self.place("/splits"), message, "remove the `e`");
            }
        }
        let elapsed = self.task.duration.is_some_and(Duration::is_elapsed);
        if self.is_summary() || self.task.milestone.is_some() || elapsed {
            let message = "only a task of working time can pause";
            faults.error("split-without-work", self.place("/splits"), message, "remove the pauses");
        }
    }

    fn work_is_assigned(&self) -> bool {
        let index = self.context.index;
        self.number == NONE
            || index.assignments_of(self.number).iter().any(|&at| index.assignment(at).work.is_some())
    }

    fn check_duration(&self, duration: Duration, field: &str, faults: &mut Faults) {
        if duration.is_negative() {
            let message = format!("`{duration}` is below zero");
            faults.error("negative-duration", self.place(field), message, "time to do is zero or more");
        } else if is_too_long(duration, self.context.units) {
            let message = format!("`{duration}` is longer than the years from 1970 to 2100");
            faults.error("duration-too-long", self.place(field), message, "");
        }
    }

    fn check_estimate(&self, faults: &mut Faults) {
        let Some(estimate) = self.task.estimate else { return };
        let parts = [estimate.optimistic, estimate.likely, estimate.pessimistic];
        if parts.iter().any(|part| part.is_elapsed() != estimate.likely.is_elapsed()) {
            faults.error(
                "estimate-mixed",
                self.place("/estimate"),
                "an estimate mixes working and elapsed time",
                "write all three with `e` or all three without",
            );
        } else if !parts.is_sorted_by_key(|&part| seconds(part, self.context.units)) {
            let [low, likely, high] = parts;
            faults.error(
                "estimate-order",
                self.place("/estimate"),
                format!("`{low}`, `{likely}` and `{high}` are not in rising order"),
                "optimistic is the shortest, pessimistic the longest",
            );
        }
    }

    fn constraints(&self, faults: &mut Faults) {
        let constraints = self.task.constraints.as_slice();
        let place = || self.place("/constraints");
        if constraints.is_empty() || !check_size("constraints", constraints.len(), MAX_DETAILS, place, faults)
        {
            return;
        }
        for (position, constraint) in constraints.iter().enumerate() {
            self.check_constraint(*constraint, faults);
            self.check_on_summary(constraint.kind, faults);
            if constraints[..position].iter().any(|other| other.kind == constraint.kind) {
                let message = format!("constraint `{}` is given more than once", word(constraint.kind));
                faults.error("conflicting-constraints", place(), message, "keep one of each kind");
            }
        }
        self.check_conflicts(constraints, faults);
    }

    fn check_constraint(&self, constraint: Constraint, faults: &mut Faults) {
        use ConstraintKind::{AsLateAsPossible, AsSoonAsPossible};
        let name = word(constraint.kind);
        let place = || self.place(&format!("/constraints/{name}"));
        let free = matches!(constraint.kind, AsSoonAsPossible | AsLateAsPossible);
        match constraint.date {
            None if !free => faults.error(
                "constraint-without-date",
                place(),
                format!("constraint `{name}` needs a date"),
                "write its `date`",
            ),
            Some(_) if free => faults.error(
                "constraint-with-date",
                place(),
                format!("constraint `{name}` has no date"),
                "remove its `date`, or choose a constraint that has one",
            ),
            _ => {}
        }
    }

    fn check_on_summary(&self, kind: ConstraintKind, faults: &mut Faults) {
        use ConstraintKind::{AsSoonAsPossible, FinishNoLaterThan, StartNoEarlierThan};
        let possible = matches!(kind, AsSoonAsPossible | FinishNoLaterThan | StartNoEarlierThan);
        if self.is_summary() && !possible {
            faults.error(
                "constraint-on-summary",
                self.place("/constraints"),
                "a summary can only start no earlier or finish no later than a date",
                "put the constraint on its subtasks",
            );
        }
        let finish = matches!(
            kind,
            ConstraintKind::MustFinishOn
                | ConstraintKind::MandatoryFinish
                | ConstraintKind::FinishNoEarlierThan
                | FinishNoLaterThan
        );
        if self.task.milestone == Some(MilestoneKind::Start) && finish {
            faults.error(
                "finish-constraint-on-start-milestone",
                self.place("/constraints"),
                "a start milestone is held by its start only",
                "use a constraint on its start, or make it a `finish` milestone",
            );
        }
    }

    /// Constraints that no date can keep together.
    fn check_conflicts(&self, constraints: &[Constraint], faults: &mut Faults) {
        use ConstraintKind as K;
        let find = |kind| constraints.iter().find(|constraint| constraint.kind == kind);
        let date = |kind| find(kind).and_then(|constraint| constraint.date);
        let mut clash = |a: K, b: K| {
            let message = format!("constraints `{}` and `{}` cannot both be kept", word(a), word(b));
            let place = self.place("/constraints");
            // Where links beat dates a date that cannot be kept only shows as negative float.
            if self.context.plan.program.scheduling.honor_constraints {
                faults.error("conflicting-constraints", place, message, "remove one of them");
            } else {
                faults.warning(
                    "conflicting-constraints",
                    place,
                    message,
                    "one of them shows as negative float",
                );
            }
        };
        for start in [K::MustStartOn, K::MandatoryStart] {
            for finish in [K::MustFinishOn, K::MandatoryFinish] {
                if find(start).is_some() && find(finish).is_some() {
                    clash(start, finish);
                }
            }
        }
        if find(K::AsSoonAsPossible).is_some() && find(K::AsLateAsPossible).is_some() {
            clash(K::AsSoonAsPossible, K::AsLateAsPossible);
        }
        let bounds = [
            (K::StartNoEarlierThan, K::StartNoLaterThan),
            (K::StartNoEarlierThan, K::MustStartOn),
            (K::MustStartOn, K::StartNoLaterThan),
            (K::FinishNoEarlierThan, K::FinishNoLaterThan),
            (K::FinishNoEarlierThan, K::MustFinishOn),
            (K::MustFinishOn, K::FinishNoLaterThan),
            (K::StartNoEarlierThan, K::FinishNoLaterThan),
            (K::StartNoEarlierThan, K::MustFinishOn),
            (K::MustStartOn, K::FinishNoLaterThan),
        ];
        for (earliest, latest) in bounds {
            if let (Some(from), Some(to)) = (date(earliest), date(latest))
                && moment(earliest, from) > moment(latest, to)
            {
                clash(earliest, latest);
            }
        }
    }

    fn progress(&self, faults: &mut Faults) {
        let progress = &self.task.progress;
        let place = |field: &str| self.place(&format!("/progress{field}"));
        if let Some(complete) = progress.complete.filter(|complete| !(0.0..=1.0).contains(complete)) {
            let message = format!("{complete} is not a share from 0 to 1");
            faults.error("complete-out-of-range", place("/complete"), message, "write 0.5 for half");
        }
        match (progress.actual_start, progress.actual_finish) {
            (None, Some(_)) => faults.error(
                "finish-without-start",
                place("/actual_finish"),
                "the task has finished but not started",
                "write its `actual_start`",
            ),
            (Some(start), Some(finish)) if ends_before(finish, start) => faults.error(
                "finish-before-start",
                place("/actual_finish"),
                format!("actual finish `{finish}` is before actual start `{start}`"),
                "",
            ),
            (None, None) if progress.complete.is_some_and(|complete| complete > 0.0) => faults.warning(
                "progress-without-start",
                place("/complete"),
                "work is done but nothing says when it began",
                "write `actual_start`",
            ),
            _ => {}
        }
        self.check_rest(faults);
        if let Some(status) = self.context.plan.program.status_date {
            let dates =
                [("/actual_start", progress.actual_start), ("/actual_finish", progress.actual_finish)];
            for (field, date) in dates {
                if let Some(date) = date.filter(|date| date.start() >= status.end() && *date != status) {
                    faults.warning(
                        "actual-after-status-date",
                        place(field),
                        format!("`{date}` is after the status date `{status}`"),
                        "what has happened lies before the status date",
                    );
                }
            }
        }
    }

    /// What is left of a started or finished task.
    fn check_rest(&self, faults: &mut Faults) {
        let progress = &self.task.progress;
        if progress.actual_finish.is_some() {
            let rest = progress.complete.is_some_and(|complete| complete < 1.0)
                || progress.remaining.is_some_and(|remaining| !remaining.is_zero());
            if rest {
                faults.warning(
                    "finished-with-rest",
                    self.place("/progress/actual_finish"),
                    "the task has finished, yet something is left to do",
                    "remove `actual_finish`, or `remaining` and `complete`",
                );
            }
        }
        if let (Some(start), Some(resume)) = (progress.actual_start, progress.resume)
            && (resume.end() < start.start() || (resume.time.is_none() && resume.end() == start.start()))
        {
            faults.error(
                "resume-before-start",
                self.place("/progress/resume"),
                format!("work resumes on `{resume}`, before it began on `{start}`"),
                "",
            );
        }
    }
}

/// The moment a constraint's date means.
fn moment(kind: ConstraintKind, date: When) -> chrono::NaiveDateTime {
    match kind {
        ConstraintKind::MustStartOn | ConstraintKind::MandatoryStart | ConstraintKind::StartNoEarlierThan => {
            date.start()
        }
        _ => date.end(),
    }
}

/// A constraint's kind as it is written in the document.
fn word(kind: ConstraintKind) -> &'static str {
    match kind {
        ConstraintKind::AsSoonAsPossible => "as_soon_as_possible",
        ConstraintKind::AsLateAsPossible => "as_late_as_possible",
        ConstraintKind::MustStartOn => "must_start_on",
        ConstraintKind::MustFinishOn => "must_finish_on",
        ConstraintKind::StartNoEarlierThan => "start_no_earlier_than",
        ConstraintKind::StartNoLaterThan => "start_no_later_than",
        ConstraintKind::FinishNoEarlierThan => "finish_no_earlier_than",
        ConstraintKind::FinishNoLaterThan => "finish_no_later_than",
        ConstraintKind::MandatoryStart => "mandatory_start",
        ConstraintKind::MandatoryFinish => "mandatory_finish",
    }
}

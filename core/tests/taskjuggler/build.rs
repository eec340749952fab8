//! From TaskJuggler's words to a plan of ours, as far as ours has words for it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveTime;
use paceline::calendar::{Calendar, CalendarException, Clock, Shift, Week, WorkWeek};
use paceline::plan::{
    Assignment, Constraint, ConstraintKind, Dependency, DependencyKind, LagCalendar, MilestoneKind, Plan,
    ProgressRule, Resource, Task, TaskType,
};
use paceline::quantity::{Duration, DurationUnit, Lag, Units, When, WorkUnits};

use super::model::{Allocation, Direction, Hours, Item, Link, Project, Rota};

/// Highest priority that leveling may still move.
const HIGHEST: u16 = 999;

/// A plan, and what of the file is in it.
pub(crate) struct Built {
    pub(crate) plan: Plan,
    /// Leaves of the file that are in the plan, each with the calendars that it works by; none for a moment and for
    /// time that passes.
    pub(crate) leaves: BTreeMap<String, Vec<String>>,
    /// What was left out, with the reason.
    pub(crate) left_out: BTreeMap<String, String>,
    /// Where the plan says nearly the same, with what differs.
    pub(crate) near: BTreeMap<String, String>,
    /// Tasks that the plan says exactly, for which nobody is asked who works on something else, too, and that wait for
    /// none but such.
    pub(crate) alone: BTreeSet<String>,
    /// Whether somebody could be asked for twice, or exchanged.
    pub(crate) needs_leveling: bool,
}

/// How long a leaf is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    Effort(i64),
    Length(i64),
    Elapsed(i64),
    Moment,
}

/// Builds the plan.
pub(crate) fn build(project: &Project) -> Built {
    let home = &project.home;
    let mut plan = Plan::builder("plan", home.civil(project.start))
        .clock(Clock::Zoned)
        .program_calendar("project")
        .build_unchecked();
    #[expect(clippy::cast_precision_loss, reason = "the hours of a day")]
    let hours = project.day as f64 / 3600.0;
    plan.program.hours_per_day = hours;
    plan.program.hours_per_week = 5.0 * hours;
    if project.tracking.is_some() && project.now.is_some() {
        plan.program.status_date = project.now.map(|now| home.civil(now).into());
        plan.program.scheduling.progress_rule = ProgressRule::RetainedLogic;
    }
    plan.calendars.push(calendar("project", &project.rota, &home.name));
    plan.calendars.push(Calendar::new("always").with_zone(&home.name).with_week(Week::always()));
    for person in project.people.iter().filter(|person| !person.is_group) {
        let name = format!("of {}", person.id);
        plan.calendars.push(calendar(&name, &person.rota, &home.name));
        plan.resources.push(Resource::person(&person.id).with_calendar(name));
    }
    let mut builder = Builder { project, plan, used: used(project), near: BTreeMap::new() };
    let left_out = builder.left_out();
    let mut leaves = BTreeMap::new();
    for number in 0..project.tasks.len() {
        let item = &project.tasks[number];
        if left_out.contains_key(&item.id) {
            continue;
        }
        if item.is_container {
            builder.container(number);
        } else {
            leaves.insert(item.id.clone(), builder.leaf(number));
        }
        builder.links(number);
    }
    let alone = builder.alone(&left_out);
    let asked = |id: &str| builder.plan.assignments.iter().filter(|one| one.resource.as_str() == id).count();
    let needs_leveling = builder.plan.resources.iter().any(|resource| asked(resource.id.as_str()) > 1)
        || builder.plan.assignments.iter().any(|one| !one.alternatives.is_empty());
    Built { plan: builder.plan, leaves, left_out, near: builder.near, alone, needs_leveling }
}

struct Builder<'a> {
    project: &'a Project,
    plan: Plan,
    /// How many tasks with effort ask for each resource.
    used: Vec<usize>,
    near: BTreeMap<String, String>,
}

impl Builder<'_> {
    fn size(&self, number: usize) -> Size {
        let item = &self.project.tasks[number];
        match (item.effort, item.length, item.duration) {
            (Some(effort), _, _) => Size::Effort(effort),
            (_, Some(length), _) => Size::Length(length),
            (_, _, Some(duration)) => Size::Elapsed(duration),
            _ => match (item.start, item.end) {
                (Some(start), Some(end)) if end > start => Size::Elapsed(end - start),
                _ => Size::Moment,
            },
        }
    }

    /// The direction in which a leaf is scheduled: as it says itself, or the next task above that says it outright.
    fn is_late(&self, number: usize) -> bool {
        let item = &self.project.tasks[number];
        let fixed = item.start.is_some() && item.end.is_some();
        !fixed && self.project.line(number).find_map(|item| item.direction) == Some(Direction::AsLate)
    }

    /// Everything that our plans cannot say, by task, and what cannot be computed without it.
    fn left_out(&self) -> BTreeMap<String, String> {
        let project = self.project;
        let mut out = BTreeMap::new();
        for number in 0..project.tasks.len() {
            let item = &project.tasks[number];
            let reason = project.line(number).find_map(|item| item.odd.first().cloned());
            if let Some(reason) = reason.or_else(|| self.unsaid(number)) {
                out.insert(item.id.clone(), reason);
            }
        }
        loop {
            let before = out.len();
            for number in 0..project.tasks.len() {
                let item = &project.tasks[number];
                if out.contains_key(&item.id) {
                    continue;
                }
                let all_below = item.is_container
                    && project
                        .tasks
                        .iter()
                        .all(|one| one.parent != Some(number) || out.contains_key(&one.id));
                if all_below {
                    out.insert(item.id.clone(), "all tasks below it are left out".into());
                } else if let Some(missing) = self.missing(number, &out) {
                    out.insert(item.id.clone(), missing);
                }
            }
            if out.len() == before {
                return out;
            }
        }
    }

    /// A task that this one waits for and that is not there.
    fn missing(&self, number: usize, out: &BTreeMap<String, String>) -> Option<String> {
        let project = self.project;
        for (at, item) in project.line(number).enumerate() {
            let holder = project.task(&item.id)?;
            let late = at == 0 && self.is_late(number);
            let after = item.precedes.iter().filter(|_| late);
            for link in item.depends.iter().chain(after) {
                let Some(other) = project.meant(holder, &link.other) else {
                    return Some(format!("it waits for {:?}, which is not in the file", link.other));
                };
                if link.gap_elapsed != 0 && link.gap_working != 0 {
                    return Some("two gaps at once".into());
                }
                let id = &project.tasks[other].id;
                let below = |id: &String| id.starts_with(&format!("{}.", project.tasks[other].id));
                if out.contains_key(id) || out.keys().any(below) {
                    return Some(format!("it waits for `{id}`, which is left out"));
                }
            }
            if at == 0 && !item.is_container && late && item.end.is_none() && item.precedes.is_empty() {
                return Some("as late as possible before nothing".into());
            }
        }
        None
    }

    /// What our plans cannot say of a task.
    fn unsaid(&self, number: usize) -> Option<String> {
        let project = self.project;
        let item = &project.tasks[number];
        let Size::Effort(_) = self.size(number) else {
            let shifts = !item.is_container && project.line(number).any(|item| !item.shifts.is_empty());
            return shifts.then(|| "a shift of a task without effort".into());
        };
        if item.is_container {
            return None;
        }
        let allocations: Vec<_> = project.line(number).flat_map(|item| &item.allocations).collect();
        if allocations.is_empty() {
            return Some("effort without anybody".into());
        }
        for allocation in &allocations {
            if allocation.shifts {
                return Some("working time of one allocation alone".into());
            }
            for name in &allocation.candidates {
                let members = project.members(name);
                if members.is_empty() {
                    return Some(format!("no resource {name:?}"));
                }
                if members.len() > 1 && (allocation.mandatory || allocation.candidates.len() > 1) {
                    return Some("a group of which anybody may come".into());
                }
                if let Some(odd) = members.iter().find_map(|at| project.people[*at].odd.first()) {
                    return Some(odd.clone());
                }
            }
            if allocation.mandatory && allocations.len() > 1 && allocation.candidates.len() > 1 {
                return Some("one of several who must be there".into());
            }
        }
        let limits = project.line(number).flat_map(|item| &item.limits);
        let people =
            allocations.iter().flat_map(|one| &one.candidates).flat_map(|name| project.members(name));
        let all = limits.chain(people.clone().flat_map(|at| &project.people[at].limits));
        for limit in all {
            if limit.is_for_a_time {
                return Some("a limit for some time only".into());
            }
            if matches!(limit.kind.as_str(), "weeklymax" | "monthlymax" | "maximum") {
                return Some(format!("`{}`: so much work in a week or month and no more", limit.kind));
            }
        }
        let several = people.count() > 1;
        let shared = |item: &Item| {
            item.limits
                .iter()
                .any(|limit| limit.kind == "dailymax" && (several && limit.resources.is_empty()))
        };
        if project.line(number).any(shared) {
            return Some("`dailymax` over several resources together".into());
        }
        if project.line(number).skip(1).any(|item| item.limits.iter().any(|limit| limit.kind == "dailymax")) {
            return Some("`dailymax` over several tasks together".into());
        }
        if self.is_late(number) && item.end.is_none() {
            return Some("effort as late as possible".into());
        }
        let shifts = item.shifts.iter();
        if shifts.clone().count() > 1 || shifts.clone().any(|(_, from, _)| *from == i64::MIN) {
            return Some("several shifts of a task".into());
        }
        (!item.shifts.is_empty() && allocations.iter().any(|one| one.mandatory))
            .then(|| "a shift and somebody who must be there".into())
    }

    fn container(&mut self, number: usize) {
        let item = &self.project.tasks[number];
        let parent = item.parent.map(|parent| self.project.tasks[parent].id.as_str());
        let task = Task::summary(&item.id);
        self.plan.tasks.push(match parent {
            Some(parent) => task.with_parent(parent),
            None => task,
        });
    }

    /// Adds a leaf; answers the calendars that it works by.
    fn leaf(&mut self, number: usize) -> Vec<String> {
        let project = self.project;
        let item = &project.tasks[number];
        let size = self.size(number);
        let mut task = match size {
            Size::Moment => Task::milestone(&item.id, MilestoneKind::Start).with_calendar("always"),
            Size::Elapsed(seconds) => Task::new(&item.id, Duration::elapsed_seconds(seconds)),
            Size::Length(seconds) => Task::new(&item.id, self.working(seconds)),
            Size::Effort(_) => Task::summary(&item.id),
        };
        if size != Size::Moment {
            task.task_type = match size {
                Size::Effort(_) => TaskType::FixedUnits,
                _ => TaskType::FixedDuration,
            };
        }
        task.parent = item.parent.map(|parent| project.tasks[parent].id.as_str().into());
        let priority = project.line(number).find_map(|item| item.priority).unwrap_or(500);
        task.priority = priority.min(HIGHEST);
        self.hold(number, size, &mut task);
        let calendars = match size {
            Size::Effort(effort) => self.effort(number, effort, &mut task),
            Size::Length(_) => vec!["project".to_owned()],
            _ => Vec::new(),
        };
        if !matches!(size, Size::Effort(_)) {
            self.accompany(number, &mut task);
        }
        self.plan.tasks.push(task);
        calendars
    }

    fn working(&self, seconds: i64) -> Duration {
        Duration::of_seconds(seconds, DurationUnit::Hour, false, WorkUnits::default())
    }

    fn when(&self, at: i64) -> When {
        self.project.home.civil(at).into()
    }

    /// The dates that a leaf is held to.
    fn hold(&self, number: usize, size: Size, task: &mut Task) {
        let item = &self.project.tasks[number];
        let mut hold = |kind, at| task.constraints.push(Constraint::on(kind, self.when(at)));
        if self.is_late(number) {
            match (item.end, size) {
                (Some(end), Size::Moment) => hold(ConstraintKind::MustStartOn, end),
                (Some(end), _) => hold(ConstraintKind::MustFinishOn, end),
                (None, _) => task.constraints.push(Constraint::ALAP),
            }
            return;
        }
        let works = matches!(size, Size::Effort(_));
        match item.start {
            Some(start) if works || !item.depends.is_empty() => {
                hold(ConstraintKind::StartNoEarlierThan, start);
            }
            Some(start) => hold(ConstraintKind::MustStartOn, start),
            None => {
                let above = self.project.line(number).skip(1).filter_map(|item| item.start).max();
                if let Some(start) = above {
                    hold(ConstraintKind::StartNoEarlierThan, start);
                }
            }
        }
        if let (Some(done), Some(start), Some(effort)) = (item.done, item.start, item.effort) {
            task.progress.actual_start = Some(self.when(start));
            #[expect(clippy::cast_precision_loss, reason = "seconds of some years")]
            let share = done as f64 / effort as f64;
            task.progress.complete = Some(share.clamp(0.0, 1.0));
        }
    }

    /// People on a task whose dates they do not decide: TaskJuggler takes what is free of them.
    fn accompany(&mut self, number: usize, task: &mut Task) {
        let names = self.project.line(number).flat_map(|item| &item.allocations);
        let first = names.filter_map(|one| one.candidates.first());
        let people: BTreeSet<usize> = first.flat_map(|name| self.project.members(name)).collect();
        let shared: Vec<usize> = people.into_iter().filter(|at| self.used[*at] > 0).collect();
        if task.milestone.is_some() || shared.is_empty() {
            return;
        }
        task.priority = 1000;
        self.near.insert(task.id.to_string(), "people take part as far as they are free".into());
        for at in shared {
            self.plan.assignments.push(Assignment::new(&task.id, &self.project.people[at].id));
        }
    }

    /// Who does the work of a leaf. Those who work on it at once share it as they have hours in a week.
    fn effort(&mut self, number: usize, effort: i64, task: &mut Task) -> Vec<String> {
        let project = self.project;
        let item = &project.tasks[number];
        let allocations: Vec<_> = project.line(number).flat_map(|item| &item.allocations).collect();
        let must: Vec<usize> = (allocations.iter().filter(|one| one.mandatory))
            .filter_map(|one| project.members(&one.candidates[0]).first().copied())
            .collect();
        let mut frame = self.shift_of(item);
        if allocations.len() > 1 {
            for at in must {
                let rota = &project.people[at].rota;
                frame = Some(frame.map_or_else(|| rota.clone(), |frame| both(&frame, rota)));
            }
        }
        if let Some(frame) = &frame {
            let name = format!("for {}", item.id);
            self.plan.calendars.push(calendar(&name, frame, &project.home.name));
            task.calendar = Some(name.as_str().into());
        }
        let mut team: Vec<(usize, f64, f64, &Allocation)> = Vec::new();
        for allocation in &allocations {
            for at in project.members(&allocation.candidates[0]) {
                if team.iter().all(|(known, ..)| *known != at) {
                    let share = self.share(number, at);
                    let person = &project.people[at];
                    let rota =
                        frame.as_ref().map_or_else(|| person.rota.clone(), |one| both(one, &person.rota));
                    team.push((at, share, week(&rota.hours) * share, *allocation));
                }
            }
        }
        let rate =
            |(at, _, hours, _): &(usize, f64, f64, &Allocation)| hours * project.people[*at].efficiency;
        let all: f64 = team.iter().map(rate).sum();
        let rotas: Vec<&Rota> = team.iter().map(|(at, ..)| &project.people[*at].rota).collect();
        if team.len() > 1 && rotas.iter().any(|rota| *rota != rotas[0]) {
            self.say(item, "shares of the work by hours of a week");
        } else if team.len() > 1 && team.iter().any(|(at, ..)| self.used[*at] > 1) {
            self.say(item, "everybody does an equal share, together");
        }
        let mut calendars: Vec<String> = frame.iter().map(|_| format!("for {}", item.id)).collect();
        for (at, share, hours, allocation) in team {
            let person = &project.people[at];
            calendars.push(format!("of {}", person.id));
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                reason = "seconds of work"
            )]
            let seconds = if all > 0.0 { (effort as f64 * hours / all).ceil() as i64 } else { effort };
            let mut assignment = Assignment::new(&item.id, &person.id).with_work(self.working(seconds));
            if share < 1.0 {
                self.say(item, "a limit for a day is a share of the whole day");
                assignment.units = Units::from_decimal(share).ok();
            }
            for name in &allocation.candidates[1..] {
                assignment = assignment.or(name.as_str());
                calendars.push(format!("of {name}"));
                if !allocation.persistent {
                    self.say(item, "one person does all of it");
                }
            }
            self.plan.assignments.push(assignment);
        }
        calendars
    }

    fn say(&mut self, item: &Item, what: &str) {
        self.near.entry(item.id.clone()).or_insert_with(|| what.to_owned());
    }

    /// The share of somebody's day that limits leave for a task.
    fn share(&self, number: usize, at: usize) -> f64 {
        let person = &self.project.people[at];
        let own = self.project.tasks[number].limits.iter();
        let for_them = |names: &[String]| {
            names.is_empty() || names.iter().any(|name| self.project.members(name).contains(&at))
        };
        let limits = own.filter(|limit| for_them(&limit.resources)).chain(&person.limits);
        let slot = self.project.slot;
        let least =
            limits.filter(|limit| limit.kind == "dailymax").map(|one| one.seconds / slot * slot).min();
        let day = person.rota.hours.iter().map(minutes).max().unwrap_or(0);
        match least {
            #[expect(clippy::cast_precision_loss, reason = "the minutes of a day")]
            Some(least) if day > 0 => (least as f64 / 60.0 / f64::from(day)).min(1.0),
            _ => 1.0,
        }
    }

    /// When a task's own shift lets it be worked on.
    fn shift_of(&self, item: &Item) -> Option<Rota> {
        let (name, from, to) = item.shifts.first()?;
        let shift = self.project.shifts.iter().find(|shift| shift.id == *name)?;
        let (first, _) = self.project.home.midnight(*from);
        let last = self.project.home.midnight(*to).0.pred_opt()?;
        let hours = std::array::from_fn(|_| vec![(0, 1440)]);
        let off = shift.off.iter().copied().filter(|day| (first..=last).contains(day)).collect();
        Some(Rota { hours, shifts: vec![(first, last, shift.hours.clone())], off })
    }

    fn links(&mut self, number: usize) {
        let project = self.project;
        let item = &project.tasks[number];
        for (link, precedes) in
            item.depends.iter().map(|link| (link, false)).chain(item.precedes.iter().map(|link| (link, true)))
        {
            let Some(other) = project.meant(number, &link.other) else { continue };
            let other = project.tasks[other].id.as_str();
            if !self.plan.tasks.iter().any(|task| task.id.as_str() == other)
                && !project.tasks.iter().any(|task| task.id == other)
            {
                continue;
            }
            let (from, to) = if precedes { (item.id.as_str(), other) } else { (other, item.id.as_str()) };
            let kind = match (precedes, link.on_start) {
                (false, Some(true)) => DependencyKind::StartStart,
                (true, Some(false)) => DependencyKind::FinishFinish,
                _ => DependencyKind::FinishStart,
            };
            let base = Dependency::new(from, to).with_kind(kind).with_lag_calendar(LagCalendar::Program);
            self.plan.dependencies.push(base.with_lag(self.gap(link)));
        }
    }

    fn gap(&self, link: &Link) -> Lag {
        Lag::Duration(match link.gap_working {
            0 => Duration::elapsed_seconds(link.gap_elapsed),
            working => self.working(working),
        })
    }

    /// Tasks that the plan says exactly and nobody else's work decides.
    fn alone(&self, left_out: &BTreeMap<String, String>) -> BTreeSet<String> {
        let project = self.project;
        let mut entangled: BTreeSet<usize> = (0..project.tasks.len())
            .filter(|number| {
                let item = &project.tasks[*number];
                let people = (project.line(*number).flat_map(|item| &item.allocations))
                    .flat_map(|one| &one.candidates)
                    .flat_map(|name| project.members(name));
                !item.is_container
                    && (left_out.contains_key(&item.id)
                        || self.near.contains_key(&item.id)
                        || (item.effort.is_some() && people.into_iter().any(|at| self.used[at] > 1)))
            })
            .collect();
        loop {
            let before = entangled.len();
            for number in 0..project.tasks.len() {
                let waits = project.line(number).any(|item| {
                    let holder = project.task(&item.id).unwrap_or(number);
                    let links = item.depends.iter().chain(&item.precedes);
                    links
                        .filter_map(|link| project.meant(holder, &link.other))
                        .any(|at| entangled.contains(&at))
                });
                let below = project.tasks[number].is_container
                    && entangled.iter().any(|at| project.tasks[*at].parent == Some(number));
                if waits || below {
                    entangled.insert(number);
                }
            }
            if entangled.len() == before {
                break;
            }
        }
        let free = (0..project.tasks.len()).filter(|number| !entangled.contains(number));
        free.map(|number| project.tasks[number].id.clone()).collect()
    }
}

/// How many tasks with effort ask for each resource.
fn used(project: &Project) -> Vec<usize> {
    let mut used = vec![0; project.people.len()];
    for number in 0..project.tasks.len() {
        let item = &project.tasks[number];
        if item.is_container || item.effort.is_none() {
            continue;
        }
        let names = project.line(number).flat_map(|item| &item.allocations).flat_map(|one| &one.candidates);
        let people: BTreeSet<usize> = names.flat_map(|name| project.members(name)).collect();
        people.into_iter().for_each(|at| used[at] += 1);
    }
    used
}

#[expect(clippy::ptr_arg, reason = "used where times are lists")]
fn minutes(times: &Vec<(u32, u32)>) -> u32 {
    times.iter().map(|(from, to)| to.saturating_sub(*from)).sum()
}

fn week(hours: &Hours) -> f64 {
    f64::from(hours.iter().map(minutes).sum::<u32>())
}

fn common(a: &[(u32, u32)], b: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let pairs = a.iter().flat_map(|one| b.iter().map(move |two| (one.0.max(two.0), one.1.min(two.1))));
    pairs.filter(|(from, to)| from < to).collect()
}

/// When both work, by the week; shifts of the first hold as they are.
fn both(a: &Rota, b: &Rota) -> Rota {
    Rota {
        hours: std::array::from_fn(|day| common(&a.hours[day], &b.hours[day])),
        shifts: a.shifts.clone(),
        off: a.off.union(&b.off).copied().collect(),
    }
}

fn as_week(hours: &Hours) -> Week {
    let time = |minutes: u32| NaiveTime::from_num_seconds_from_midnight_opt(minutes % 1440 * 60, 0);
    let shifts = |day: usize| -> Option<Vec<Shift>> {
        let shift = |(from, to): &(u32, u32)| Shift::new(time(*from)?, time(*to)?).ok();
        Some(hours[day].iter().filter_map(shift).collect())
    };
    Week {
        mon: shifts(0),
        tue: shifts(1),
        wed: shifts(2),
        thu: shifts(3),
        fri: shifts(4),
        sat: shifts(5),
        sun: shifts(6),
    }
}

fn calendar(id: &str, rota: &Rota, zone: &str) -> Calendar {
    let mut calendar = Calendar::new(id).with_zone(zone).with_week(as_week(&rota.hours));
    for (from, to, hours) in &rota.shifts {
        calendar.work_weeks.push(WorkWeek { from: *from, to: *to, name: None, week: as_week(hours) });
    }
    calendar.exceptions = rota.off.iter().map(|day| CalendarException::day(*day)).collect();
    calendar
}

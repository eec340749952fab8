//! Random plans, valid by construction: every feature of the document, links that form no cycle, calendars
//! that have working time in common, people whose capacity suffices for each task.
//!
//! [`random_plan`] is a fast seeded generator; [`plans`] is the same as a proptest strategy that shrinks the
//! number of tasks and drops features.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use paceline::calendar::{Calendar, CalendarException, Clock, Shift, Week, WorkWeek};
use paceline::measure::{Kpi, Measurement, Objective};
use paceline::plan::{
    Assignment, Baseline, BaselineTask, Campaign, Constraint, ConstraintKind, Dependency, DependencyKind,
    LagCalendar, MilestoneKind, Plan, Program, Resource, ResourceKind, ScheduleFrom, Task, TaskProgress,
};
use paceline::quantity::{Duration, Lag, Money, Units, When};
use paceline::{ResourceId, TaskId};
use proptest::prelude::{Strategy, any};

pub use super::features::Features;
#[allow(unused_imports, reason = "each test program uses a part of it")]
pub use super::random::{Random, shuffled};

/// A random valid plan with all features and about `size` tasks without subtasks.
///
/// The same seed and size always give the same plan.
pub fn random_plan(seed: u64, size: usize) -> Plan {
    random_plan_with(seed, size, Features::ALL)
}

/// A random valid plan with some features.
pub fn random_plan_with(seed: u64, size: usize, features: Features) -> Plan {
    let features = Features { zones: features.zones && cfg!(feature = "zones"), ..features };
    let mut writer = Writer::new(seed, size.max(1), features);
    writer.program();
    writer.calendars();
    writer.value();
    writer.resources();
    writer.tasks();
    writer.links();
    writer.assignments();
    writer.baseline();
    writer.plan
}

/// Random valid plans of up to `most` tasks without subtasks.
pub fn plans(most: usize) -> impl Strategy<Value = Plan> {
    (any::<u64>(), 1..=most, any::<u16>())
        .prop_map(|(seed, size, bits)| random_plan_with(seed, size, Features::from_bits(bits)))
}

/// A task or summary and the leaves it spans, in the order that links follow.
#[derive(Debug, Clone)]
struct Entity {
    id: TaskId,
    from: usize,
    to: usize,
}

struct Writer {
    random: Random,
    size: usize,
    features: Features,
    start: NaiveDate,
    plan: Plan,
    entities: Vec<Entity>,
    calendars: Vec<String>,
}

impl Writer {
    fn new(seed: u64, size: usize, features: Features) -> Self {
        let mut random = Random(seed ^ 0x7061_6365_6c69_6e65);
        let start = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap() + Days::new(random.bits() % 360);
        let plan = Plan::new(Program::new("random", start));
        Self { random, size, features, start, plan, entities: Vec::new(), calendars: Vec::new() }
    }

    fn day(&mut self, from: i32, to: i32) -> NaiveDate {
        let offset = self.random.within(from, to);
        self.start + chrono::TimeDelta::days(i64::from(offset))
    }

    /// A day, or a moment of it.
    fn when(&mut self, from: i32, to: i32) -> When {
        let date = self.day(from, to);
        let hour = u32::try_from(self.random.within(9, 17)).unwrap();
        let time = self.random.chance(30).then(|| NaiveTime::from_hms_opt(hour, 0, 0).unwrap());
        When { date, time }
    }

    fn program(&mut self) {
        let program = &mut self.plan.program;
        program.scheduling.clock = if self.features.zones { Clock::Zoned } else { Clock::Wall };
        program.currency = Some("EUR".into());
        if self.features.options {
            let random = &mut self.random;
            if random.chance(30) {
                program.start.time = NaiveTime::from_hms_opt(10, 30, 0);
            }
            let scheduling = &mut program.scheduling;
            scheduling.honor_constraints = random.chance(60);
            scheduling.multiple_critical_paths = random.chance(40);
            scheduling.critical_float =
                random.pick(&[Duration::ZERO, Duration::ZERO, Duration::hours(4), Duration::days(2)]);
            scheduling.lag_calendar = random.pick(&[
                LagCalendar::Successor,
                LagCalendar::Predecessor,
                LagCalendar::Program,
                LagCalendar::Always,
            ]);
            (program.hours_per_day, program.hours_per_week) =
                random.pick(&[(8.0, 40.0), (7.5, 37.5), (6.0, 30.0)]);
            program.owner = random.chance(50).then(|| "Ana".into());
            program.budget = random.chance(50).then(|| Money::cents(12_345_678));
        }
        if self.features.from_finish && self.random.chance(15) {
            let finish = self.day(200, 400);
            self.plan.program.scheduling.from = ScheduleFrom::Finish;
            self.plan.program.finish = Some(finish.into());
        }
        if self.features.progress && self.random.chance(60) {
            let status = self.day(3, 30);
            self.plan.program.status_date = Some(status.into());
        }
    }

    /// Every calendar works at least from 10 to 12 on Tuesday to Thursday, in a zoned plan from 9 to 17 in
    /// zones at most three hours apart, so that any two have working time in common.
    fn calendars(&mut self) {
        if !self.features.calendars {
            return;
        }
        let shift = |text: &str| text.parse::<Shift>().unwrap();
        let wide = [vec![shift("09:00-12:00"), shift("13:00-17:00")], vec![shift("08:30-17:30")]];
        let mut days = wide.to_vec();
        if !self.features.zones {
            days.extend([
                vec![shift("10:00-12:00")],
                vec![shift("09:15-12:15"), shift("14:00-18:30")],
                vec![shift("06:00-14:00")],
                vec![shift("10:00-12:00"), shift("22:00-02:00")],
                vec![Shift::WHOLE_DAY],
            ]);
        }
        let zones =
            ["Europe/London", "Europe/Berlin", "Europe/Athens", "Europe/Istanbul", "Africa/Casablanca"];
        let count = 2 + self.random.below(4);
        for number in 0..count {
            let id = format!("cal-{}-{number}", self.random.below(100));
            let mut week = Week::weekdays(&self.random.pick(&days));
            if self.random.chance(25) {
                week = week.with_day(Weekday::Sat, &[shift("10:00-14:00")]);
            }
            if self.random.chance(25) {
                week = week.with_day(Weekday::Fri, &[]);
            }
            if self.random.chance(15) {
                week = Week::every_day(&self.random.pick(&wide));
            }
            let mut calendar = Calendar::new(&id).with_week(week);
            if self.features.zones {
                calendar = calendar.with_zone(self.random.pick(&zones));
            }
            if number > 0 && self.random.chance(40) {
                let base = self.random.pick(&self.calendars);
                calendar = calendar.with_base(base.as_str());
                if self.random.chance(50) {
                    calendar.week = Week::default();
                }
            }
            for holiday in 0..self.random.within(0, 6) {
                let date = self.day(7 * holiday, 7 * holiday + 6);
                let mut exception = CalendarException::day(date).with_name("holiday");
                if self.random.chance(30) {
                    exception = exception.with_shifts(&[shift("10:00-13:00")]);
                }
                calendar = calendar.with_exception(exception);
            }
            if self.random.chance(20) {
                let from = self.day(60, 90);
                let week = Week::default().with_day(Weekday::Mon, &[shift("10:00-12:00")]);
                let to = from + Days::new(13);
                calendar = calendar.with_work_week(WorkWeek { from, to, name: None, week });
            }
            self.plan.calendars.push(calendar);
            self.calendars.push(id);
        }
        self.plan.program.calendar = Some(self.random.pick(&self.calendars).into());
    }

    fn calendar(&mut self, percent: u64) -> Option<String> {
        (!self.calendars.is_empty() && self.random.chance(percent)).then(|| self.random.pick(&self.calendars))
    }

    fn value(&mut self) {
        if !self.features.value {
            return;
        }
        for number in 0..1 + self.random.below(3) {
            let mut kpi = Kpi::new(format!("kpi-{number}"), 100.0, 200.0);
            for month in 1..=self.random.within(1, 3) {
                let at = NaiveDate::from_ymd_opt(2026, u32::try_from(month).unwrap(), 28).unwrap();
                kpi = kpi.with_measurement(Measurement::value(at, f64::from(self.random.within(90, 220))));
            }
            self.plan.objectives.push(Objective::new(format!("goal-{number}")).with_kpi(kpi));
        }
        for number in 0..1 + self.random.below(3) {
            let mut campaign = Campaign::new(format!("campaign-{number}"))
                .with_weight(f64::from(self.random.within(0, 9)))
                .with_kpi(format!("kpi-{}", self.random.below(self.plan.objectives.len())), 0.25);
            if self.random.chance(50) {
                let from = self.day(0, 20);
                campaign =
                    campaign.with_window(from, from + Days::new(60)).with_budget(Money::cents(500_000));
            }
            self.plan.campaigns.push(campaign);
        }
    }

    fn resources(&mut self) {
        if !self.features.resources {
            return;
        }
        for number in 0..2 + self.size / 4 {
            let id = format!("r{}-{number}", self.random.below(1000));
            let kind = match self.random.below(10) {
                0 => ResourceKind::Department,
                1 => ResourceKind::Vendor,
                2 => ResourceKind::Material,
                3 => ResourceKind::Cost,
                _ => ResourceKind::Person,
            };
            let mut resource = Resource::new(&id, kind);
            if kind == ResourceKind::Department {
                resource = Resource::department(&id, u16::try_from(2 + self.random.below(4)).unwrap());
            }
            if kind.works() {
                resource.calendar = self.calendar(40).map(Into::into);
                for skill in ["copy", "film", "legal"] {
                    if self.random.chance(40) {
                        let level = u8::try_from(self.random.within(1, 5)).unwrap();
                        resource = resource.with_skill(skill, level);
                    }
                }
                if self.random.chance(60) {
                    resource = resource.with_rate_per_day(Money::cents(self.random.within(1, 90_000).into()));
                }
                self.absences(&mut resource);
            }
            if kind == ResourceKind::Material {
                resource = resource.with_rate_per_unit(Money::cents(250));
            }
            self.plan.resources.push(resource);
        }
        let department =
            self.plan.resources.iter().find(|resource| resource.kind == ResourceKind::Department);
        if let Some(id) = department.map(|department| department.id.clone()) {
            for resource in &mut self.plan.resources {
                if resource.kind == ResourceKind::Person && self.random.chance(50) {
                    resource.department = Some(id.clone());
                }
            }
        }
    }

    fn absences(&mut self, resource: &mut Resource) {
        if !self.features.absences {
            return;
        }
        for _ in 0..self.random.below(3) {
            let from = self.when(0, 80);
            let to = from.date + Days::new(1 + self.random.bits() % 12);
            resource.absences.push(paceline::plan::Absence {
                from,
                to: to.into(),
                reason: self.random.chance(30).then(|| "leave".into()),
            });
        }
        if self.random.chance(25) {
            let from = self.day(5, 60);
            let units = self.random.pick(&[Units::ZERO, Units::from_parts(5_000), Units::from_parts(20_000)]);
            let units = if resource.kind == ResourceKind::Person { units.min(Units::ONE) } else { units };
            resource.availability.push(paceline::plan::Availability {
                from: from.into(),
                to: (from + Days::new(10)).into(),
                units,
            });
        }
        if resource.kind == ResourceKind::Vendor && self.random.chance(60) {
            let from = self.day(-10, 20);
            resource.contract =
                Some(paceline::plan::Window { from: from.into(), to: (from + Days::new(4_000)).into() });
        }
    }

    fn tasks(&mut self) {
        let mut names: Vec<usize> = (0..self.size).collect();
        self.random.shuffle(&mut names);
        for (position, name) in names.into_iter().enumerate() {
            let id = format!("t{name:04}");
            let mut task = self.leaf(&id);
            self.describe(&mut task);
            self.constrain(&mut task, position);
            self.progress(&mut task, position);
            self.entities.push(Entity { id: task.id.clone(), from: position, to: position + 1 });
            self.plan.tasks.push(task);
        }
        if self.features.tree {
            self.group();
        }
    }

    fn leaf(&mut self, id: &str) -> Task {
        if self.random.chance(12) {
            return Task::milestone(id, self.random.pick(&[MilestoneKind::Finish, MilestoneKind::Start]));
        }
        let days = |text: &str| Duration::parse(text).unwrap();
        let mut task =
            Task::new(id, self.random.pick(&["1d", "2d", "3d", "5d", "1w", "4h", "0.5d", "90m"].map(days)));
        if self.features.durations {
            match self.random.below(8) {
                0 => task.duration = Some(self.random.pick(&["1ed", "36eh", "2.5ed"].map(days))),
                1 => {
                    task.duration = None;
                    task = task.with_estimate(days("1d"), days("2d"), days("6d"));
                }
                2 => task.duration = Some(Duration::ZERO),
                _ => {}
            }
        }
        if self.random.chance(10) {
            task.calendar = self.calendar(100).map(Into::into);
            task.ignore_resource_calendars = task.calendar.is_some() && self.random.chance(40);
        }
        task
    }

    fn describe(&mut self, task: &mut Task) {
        if !self.features.value {
            return;
        }
        if self.random.chance(50) {
            task.campaign = Some(self.random.pick(&self.plan.campaigns).id);
        }
        task.priority = self.random.pick(&[500, 500, 500, 500, 100, 900, 1000, 0]);
        if self.random.chance(20) {
            task.deadline = Some(self.when(10, 120));
            task.weight = self.random.chance(50).then(|| f64::from(self.random.within(0, 20)) / 2.0);
        }
        if self.random.chance(10) {
            *task = task.clone().with_kpi("kpi-0", 0.5).with_tag("launch").with_market("DE");
        }
        if self.random.chance(10) {
            task.fixed_cost = Money::cents(99_999);
        }
        if self.random.chance(5) && task.milestone.is_none() {
            task.leveling_delay = Some(Duration::days(2).elapsed());
        }
    }

    fn constrain(&mut self, task: &mut Task, position: usize) {
        use ConstraintKind as K;
        let around = i32::try_from(position).unwrap();
        if self.features.soft_constraints && self.random.chance(20) {
            let starts = task.milestone == Some(MilestoneKind::Start);
            let constraint = match self.random.below(4) {
                0 => Constraint::ALAP,
                1 if !starts => Constraint::on(K::FinishNoEarlierThan, self.when(0, around + 40)),
                _ => Constraint::on(K::StartNoEarlierThan, self.when(0, around + 40)),
            };
            task.constraints.push(constraint);
        } else if self.features.hard_constraints && self.random.chance(10) {
            let kinds = [K::MustStartOn, K::StartNoLaterThan, K::MustFinishOn, K::FinishNoLaterThan];
            // A start milestone is held by its start only.
            let starts = task.milestone == Some(MilestoneKind::Start);
            let kind = self.random.pick(if starts { &kinds[..2] } else { &kinds[..] });
            task.constraints.push(Constraint::on(kind, self.when(around, around + 60)));
        }
    }

    /// The first tasks are done, the next ones begun.
    fn progress(&mut self, task: &mut Task, position: usize) {
        let Some(status) = self.plan.program.status_date else { return };
        let at = |date: NaiveDate, hour| When { date, time: NaiveTime::from_hms_opt(hour, 0, 0) };
        let known = i32::try_from((status.date - self.start).num_days()).unwrap();
        if task.constraints.iter().any(|constraint| constraint.date.is_some()) {
            return;
        }
        if position * 5 < self.size && self.random.chance(70) {
            let started = self.day(0, known - 2);
            let finished = if task.milestone.is_some() { started } else { started + Days::new(1) };
            task.progress = TaskProgress {
                actual_start: Some(at(started, 10)),
                actual_finish: Some(at(finished, if task.milestone.is_some() { 10 } else { 12 })),
                complete: self.random.chance(50).then_some(1.0),
                ..TaskProgress::default()
            };
        } else if position * 3 < self.size && self.random.chance(50) && task.milestone.is_none() {
            let started = self.day(0, known - 1);
            task.progress.actual_start = Some(at(started, 10));
            match self.random.below(3) {
                0 => task.progress.complete = Some(0.5),
                1 => task.progress.remaining = Some(Duration::hours(6)),
                _ => {}
            }
        }
    }

    /// Puts neighbors under summaries, and these again.
    fn group(&mut self) {
        let mut level: Vec<Entity> = self.entities.clone();
        for depth in 0..3 {
            let mut above = Vec::new();
            let mut next = 0;
            while next < level.len() {
                let count = (1 + self.random.below(6)).min(level.len() - next);
                let members = &level[next..next + count];
                next += count;
                if !self.random.chance(45) {
                    above.extend_from_slice(members);
                    continue;
                }
                let id = format!("s{depth}-{}-{}", self.random.below(1000), above.len());
                let entity =
                    Entity { id: id.as_str().into(), from: members[0].from, to: members[count - 1].to };
                for member in members {
                    let task = self.plan.tasks.iter_mut().find(|task| task.id == member.id).unwrap();
                    task.parent = Some(entity.id.clone());
                }
                let summary = self.summary(&id);
                self.plan.tasks.push(summary);
                self.entities.push(entity.clone());
                above.push(entity);
            }
            level = above;
        }
    }

    fn summary(&mut self, id: &str) -> Task {
        let mut summary = Task::summary(id).with_name("phase");
        if self.features.soft_constraints && self.random.chance(15) {
            let date = self.when(0, 30);
            summary.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, date));
        }
        if self.features.hard_constraints && self.random.chance(10) {
            let date = self.when(60, 160);
            summary.constraints.push(Constraint::on(ConstraintKind::FinishNoLaterThan, date));
        }
        if self.features.value && self.random.chance(15) {
            summary.deadline = Some(self.when(40, 160));
        }
        summary
    }

    /// Links from what comes before to what comes after: never a cycle, through summaries neither.
    fn links(&mut self) {
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..self.size + self.size / 2 {
            let a = self.random.below(self.entities.len());
            let reach = if self.random.chance(80) { 8 } else { self.entities.len() };
            let b = (a + 1 + self.random.below(reach)) % self.entities.len();
            let (a, b) = (self.entities[a].clone(), self.entities[b].clone());
            let (from, to) = if a.to <= b.from {
                (a.id, b.id)
            } else if b.to <= a.from {
                (b.id, a.id)
            } else {
                continue;
            };
            let mut link = Dependency::new(&from, &to);
            if self.features.link_kinds && self.random.chance(35) {
                link.kind = self.random.pick(&[
                    DependencyKind::StartStart,
                    DependencyKind::FinishFinish,
                    DependencyKind::StartFinish,
                ]);
            }
            if self.features.lags && self.random.chance(35) {
                let lags = ["1d", "2d", "-1d", "4h", "-2h", "1ed", "-12eh", "50%", "-25%", "25e%"];
                // A share of a summary's duration is refused.
                let lags = if from.starts_with('s') { &lags[..7] } else { &lags[..] };
                link.lag = Lag::parse(self.random.pick(lags)).unwrap();
                if self.random.chance(20) {
                    link.lag_calendar =
                        Some(self.random.pick(&[LagCalendar::Predecessor, LagCalendar::Always]));
                }
            }
            if seen.insert((from, to, link.kind)) {
                self.plan.dependencies.push(link);
            }
        }
    }

    fn assignments(&mut self) {
        if self.plan.resources.is_empty() {
            return;
        }
        let leaves: Vec<TaskId> =
            self.entities.iter().take(self.size).map(|entity| entity.id.clone()).collect();
        for id in leaves {
            let mut resources: Vec<ResourceId> = Vec::new();
            for _ in 0..self.random.pick(&[0usize, 1, 1, 1, 1, 2, 3]) {
                resources.push(self.random.pick(&self.plan.resources).id);
            }
            resources.sort();
            resources.dedup();
            for resource in resources {
                self.assign(&id, &resource);
            }
        }
    }

    fn assign(&mut self, id: &TaskId, resource: &ResourceId) {
        let resource = self.plan.resources.iter().find(|found| found.id == *resource).unwrap().clone();
        let task = self.plan.tasks.iter_mut().find(|task| task.id == *id).unwrap();
        let mut assignment = Assignment::new(id, &resource.id);
        let random = &mut self.random;
        match resource.kind {
            ResourceKind::Material => assignment = assignment.with_quantity(f64::from(random.within(1, 40))),
            ResourceKind::Cost => {
                assignment = assignment.with_cost(Money::cents(random.within(1, 70_000).into()));
            }
            _ => {
                if task.milestone.is_some() {
                    return;
                }
                let most = resource.capacity.as_parts();
                assignment.units = random
                    .pick(&[None, Some(10_000), Some(5_000), Some(2_500), Some(20_000)])
                    .filter(|parts| *parts <= most)
                    .map(Units::from_parts);
                let whole_days = task.duration.is_some_and(|duration| {
                    !duration.is_elapsed()
                        && duration.to_string().ends_with('d')
                        && duration.to_string() != "0d"
                });
                if self.features.durations && whole_days && random.chance(20) {
                    assignment = assignment.with_work(Duration::hours(2));
                    if random.chance(50)
                        && task.estimate.is_none()
                        && task.progress == TaskProgress::default()
                    {
                        task.duration = None;
                    } else {
                        assignment.units = None;
                    }
                }
                if self.features.value && random.chance(30) {
                    let new = resource
                        .skills
                        .first()
                        .filter(|skill| task.skills.iter().all(|other| other.skill != skill.skill));
                    task.skills.extend(new.cloned());
                }
            }
        }
        // A duration that came from work must not meet units of another assignment that has both.
        if task.duration.is_some() || task.estimate.is_some() {
            assignment.units = if assignment.work.is_some() { None } else { assignment.units };
        }
        self.plan.assignments.push(assignment);
    }

    fn baseline(&mut self) {
        if !self.features.value || !self.random.chance(30) {
            return;
        }
        let mut baseline = Baseline { id: "agreed".into(), at: self.start.into(), tasks: Vec::new() };
        for entity in self.entities.iter().take(10) {
            let (start, finish) = (self.start.into(), (self.start + Days::new(9)).into());
            baseline.tasks.push(BaselineTask {
                task: entity.id.clone(),
                start,
                finish,
                duration: Some(Duration::days(2)),
                work: None,
                cost: Money::cents(100),
            });
        }
        self.plan.baselines.push(baseline);
    }
}

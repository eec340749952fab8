//! Programs to draw, and what the engine makes of them.

use paceline::calendar::{Calendar, CalendarException, Shift, Week};
use paceline::cost::{CostReport, cost};
use paceline::measure::{Kpi, Measurement, Objective, ScoreOptions, Scorecard, score};
use paceline::plan::{
    Assignment, Campaign, Dependency, DependencyKind, MilestoneKind, Per, Plan, Program, Rate, Resource,
    ResourceKind, Task,
};
use paceline::quantity::{Duration, Money, When};
use paceline::report::Brief;
use paceline::schedule::{LevelOptions, LevelReport, LoadReport, level, load};

/// A plan and everything computed from it.
pub(crate) struct Outcome {
    pub(crate) plan: Plan,
    pub(crate) level: LevelReport,
    before: LoadReport,
    after: LoadReport,
    cost: CostReport,
    card: Option<Scorecard>,
}

impl Outcome {
    pub(crate) fn of(plan: Plan) -> Self {
        let level = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
        let before = load(&plan, &level.before).unwrap();
        let after = load(&plan, &level.schedule).unwrap();
        let cost = cost(&plan, &level.schedule).unwrap();
        let card =
            (!plan.objectives.is_empty()).then(|| score(&plan.objectives, &ScoreOptions::default()).unwrap());
        Self { plan, level, before, after, cost, card }
    }

    pub(crate) fn brief(&self) -> Brief<'_> {
        Brief {
            plan: &self.plan,
            level: &self.level,
            load_before: &self.before,
            load_after: &self.after,
            cost: Some(&self.cost),
            scorecard: self.card.as_ref(),
        }
    }
}

fn when(text: &str) -> When {
    When::parse(text).unwrap()
}

fn person(id: &str, name: &str) -> Resource {
    let mut person = Resource::new(id, ResourceKind::Person);
    person.name = Some(format!("{id} {name}"));
    person.role = Some(format!("writer {name}"));
    person.calendar = Some("office".into());
    person.rates = vec![Rate {
        from: None,
        standard: Money::cents(10_000),
        per: Per::Day,
        overtime: None,
        per_use: Money::ZERO,
    }];
    person
}

/// Two campaigns with a gate between them, every kind of link, a summary, a late milestone, overloads,
/// absences, progress, a status date, a scorecard; `name` stands in every text.
pub(crate) fn program(name: &str) -> Plan {
    let mut plan = Plan::new(Program::new(format!("Spring fair {name}"), when("2026-03-02")));
    plan.program.status_date = Some(when("2026-03-04"));
    plan.program.budget = Some(Money::cents(200_000));
    plan.program.calendar = Some("office".into());
    plan.calendars = vec![
        Calendar::new("office")
            .with_week(Week::weekdays(&[Shift::parse("09:00-17:00").unwrap()]))
            .with_exception(
                CalendarException::day(when("2026-03-06").date).with_name(format!("holiday {name}")),
            ),
    ];
    for id in ["C1", "C2"] {
        let mut campaign = Campaign::new(id);
        campaign.name = Some(format!("{id} {name}"));
        campaign.weight = Some(0.5);
        plan.campaigns.push(campaign);
    }
    let mut ana = person("ana", name);
    ana.absences = vec![paceline::plan::Absence {
        from: when("2026-03-12"),
        to: when("2026-03-13"),
        reason: Some(name.to_owned()),
    }];
    plan.resources = vec![ana, person("bo", name)];
    for campaign in ["C1", "C2"] {
        let mut all = Task::summary(format!("{campaign}-all"));
        all.campaign = Some(campaign.into());
        plan.tasks.push(all);
        for (step, days, who) in
            [("brief", 1, "ana"), ("copy", 2, "ana"), ("design", 3, "bo"), ("legal", 1, "bo")]
        {
            let mut task = Task::new(format!("{campaign}-{step}"), Duration::days(days));
            task.parent = Some(format!("{campaign}-all").as_str().into());
            task.market = Some(format!("DE {name}"));
            plan.assignments.push(Assignment::new(&task.id, who));
            plan.tasks.push(task);
        }
        let mut publish = Task::milestone(format!("{campaign}-publish"), MilestoneKind::Start);
        publish.campaign = Some(campaign.into());
        publish.deadline = Some(when(if campaign == "C1" { "2026-03-05" } else { "2026-04-30" }));
        plan.tasks.push(publish);
        for (from, to, kind) in [
            ("brief", "copy", DependencyKind::FinishStart),
            ("brief", "design", DependencyKind::StartStart),
            ("copy", "legal", DependencyKind::FinishFinish),
            ("design", "legal", DependencyKind::FinishStart),
            ("legal", "publish", DependencyKind::FinishStart),
        ] {
            let link = Dependency::new(format!("{campaign}-{from}"), format!("{campaign}-{to}"));
            plan.dependencies.push(link.with_kind(kind));
        }
    }
    plan.tasks.push(Task::milestone("gate", MilestoneKind::Finish));
    plan.tasks.push(Task::new("report", Duration::hours(3)));
    plan.dependencies.push(Dependency::new("C1-publish", "gate"));
    plan.dependencies.push(Dependency::new("gate", "C2-publish"));
    plan.dependencies.push(Dependency::new("C2-publish", "report"));
    plan.dependencies.push(Dependency::new("C1-copy", "C2-copy"));
    plan.dependencies.push(Dependency::new("C1-legal", "C2-brief").with_kind(DependencyKind::StartFinish));
    for task in &mut plan.tasks {
        task.name = Some(format!("task {name} {}", task.id));
        task.notes = Some(name.to_owned());
    }
    plan.objectives = vec![objective(name)];
    plan
}

fn objective(name: &str) -> Objective {
    let mut leads =
        Kpi::new("leads", 900.0, 1500.0).with_measurement(Measurement::value(when("2026-03-31"), 1440.0));
    leads.name = Some(format!("leads {name}"));
    leads.unit = Some(format!("unit {name}"));
    let reach = Kpi::new("reach", 6.0, 4.5)
        .with_measurement(Measurement::value(when("2026-03-31"), 7.0))
        .with_weight(0.1);
    let mut objective =
        Objective::new("demand").with_kpi(leads).with_kpi(reach).with_kpi(Kpi::new("none", 0.0, 1.0));
    objective.name = Some(format!("demand {name}"));
    objective
}

/// Many tasks for many people, one after the other in pairs.
pub(crate) fn big(tasks: usize) -> Plan {
    let mut plan = Plan::new(Program::new("many", when("2026-01-05")));
    for number in 0..tasks {
        let id = format!("t{number:05}");
        let who = format!("p{:04}", number % 450);
        plan.tasks.push(Task::new(&id, Duration::days(1 + i32::try_from(number % 3).unwrap())));
        if number < 450 {
            plan.resources.push(Resource::new(&who, ResourceKind::Person));
        }
        plan.assignments.push(Assignment::new(&id, &who));
        if number >= 450 {
            plan.dependencies.push(Dependency::new(format!("t{:05}", number - 450), &id));
        }
    }
    plan
}

/// The same plan with every list turned around.
pub(crate) fn shuffled(mut plan: Plan) -> Plan {
    plan.tasks.reverse();
    plan.dependencies.reverse();
    plan.assignments.rotate_left(3);
    plan.resources.reverse();
    plan.campaigns.reverse();
    plan.calendars.reverse();
    for objective in &mut plan.objectives {
        objective.kpis.reverse();
    }
    plan
}

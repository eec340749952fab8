//! Programs as social teams run them.

use paceline::plan::{
    Absence, Assignment, Campaign, Constraint, ConstraintKind, Dependency, DependencyKind, MilestoneKind,
    Plan, Program, Resource, ResourceKind, SkillLevel, Task, Window,
};
use paceline::quantity::{Duration, Units};
use paceline::{ResourceId, TaskId};

use crate::{MARKETS, Random, calendars, day, first_day};

/// What people do; somebody of each role is in every program of at least five people.
const ROLES: [&str; 5] = ["manager", "copywriter", "designer", "localizer", "legal"];

/// Of ten people, how many there are of each role, by its position in [`ROLES`].
const TEN_PEOPLE: [usize; 10] = [0, 1, 2, 3, 4, 3, 2, 1, 3, 2];

/// At least `tasks` tasks in campaigns: brief and concept, then for each asset copy and design, then for each
/// asset and market localization, legal review, approval and publication with a deadline, then a report.
///
/// `people` people live in `markets` markets with their holidays, have skills, and are away for some time
/// every half year; campaigns start one after the other so that the people are busy about four days of five.
/// Nobody looks at who is free, so there are overloads to level.
pub fn program(tasks: usize, people: usize, markets: usize, seed: u64) -> Plan {
    let markets = markets.clamp(1, MARKETS.len());
    let mut writer = Writer {
        plan: Plan::new(Program::new("Program", first_day())),
        random: Random::new(seed),
        staff: ROLES.map(|_| Vec::new()),
        markets,
    };
    writer.plan.program.calendar = Some("office".into());
    writer.plan.calendars = calendars(markets);
    let days = span(tasks, people);
    writer.people(people.max(ROLES.len()), days);
    let mut campaign = 0;
    while writer.plan.tasks.len() < tasks {
        let done = writer.plan.tasks.len() as u64 * u64::from(days) / tasks.max(1) as u64;
        writer.campaign(campaign, u32::try_from(done).unwrap_or(0));
        campaign += 1;
    }
    writer.plan
}

/// Calendar days in which so many people can do so many tasks: 0.9 days of work for a task, four working days
/// of a week of seven; at most fifty years.
fn span(tasks: usize, people: usize) -> u32 {
    u32::try_from(tasks * 9 * 7 / (people.max(ROLES.len()) * 40)).unwrap_or(u32::MAX).min(50 * 365)
}

struct Writer {
    plan: Plan,
    random: Random,
    staff: [Vec<ResourceId>; 5],
    markets: usize,
}

impl Writer {
    fn people(&mut self, count: usize, days: u32) {
        for number in 0..count {
            let role = if number < ROLES.len() { number } else { TEN_PEOPLE[number % 10] };
            let market = MARKETS[self.random.below(self.markets)].0;
            let mut person = Resource::new(format!("{}-{number:04}", ROLES[role]), ResourceKind::Person);
            person.calendar = Some(market.into());
            person.market = Some(market.to_owned());
            person.role = Some(ROLES[role].to_owned());
            person.skills = vec![SkillLevel { skill: ROLES[role].into(), level: 3 }];
            for half in 0..days.div_ceil(182).max(1) {
                let from = half * 182 + self.random.below(150) as u32;
                let to = from + 4 + self.random.below(10) as u32;
                person.absences.push(Absence { from: day(from).into(), to: day(to).into(), reason: None });
            }
            self.staff[role].push(person.id.clone());
            self.plan.resources.push(person);
        }
    }

    fn campaign(&mut self, number: usize, after: u32) {
        let id = format!("campaign-{number:04}");
        let mut campaign = Campaign::new(&*id);
        campaign.weight = Some(f64::from(self.random.between(1, 20)) / 4.0);
        campaign.window = Some(Window { from: day(after).into(), to: day(after + 120).into() });
        self.plan.campaigns.push(campaign);
        let root = self.push(Task::summary(&*id), &[]);
        if let Some(root) = self.plan.tasks.last_mut() {
            root.campaign = Some((&*id).into());
        }

        let mut brief = self.child(&root, "brief", self.hours(4, 16));
        brief.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, day(after)));
        let brief = self.give(brief, 0, &[]);
        let concept = self.child(&root, "concept", self.hours(8, 24));
        let concept = self.give(concept, 2, &[&brief]);
        let mut published = Vec::new();
        for asset in 0..self.random.between(2, 4) {
            self.asset(&root, asset, after, &concept, &mut published);
        }
        let report = self.child(&root, "report", self.hours(4, 8));
        let ends: Vec<&TaskId> = published.iter().collect();
        self.give(report, 0, &ends);
    }

    fn asset(
        &mut self,
        root: &TaskId,
        asset: i32,
        after: u32,
        concept: &TaskId,
        published: &mut Vec<TaskId>,
    ) {
        let copy = self.child(root, &format!("asset-{asset}-copy"), self.hours(4, 16));
        let copy = self.give(copy, 1, &[concept]);
        let design = self.child(root, &format!("asset-{asset}-design"), self.hours(8, 24));
        let design = self.give(design, 2, &[concept]);
        // The layout is finished half a day after the text is.
        self.plan.dependencies.push(
            Dependency::new(&copy, &design)
                .with_kind(DependencyKind::FinishFinish)
                .with_lag(Duration::hours(4)),
        );
        for at in 0..self.random.between(2, 4).min(i32::try_from(self.markets).unwrap_or(1)) {
            let market = MARKETS
                [(self.random.below(self.markets) + usize::try_from(at).unwrap_or(0)) % self.markets]
                .0;
            let step = |name: &str| format!("asset-{asset}-{at}-{market}-{name}");
            let localize = self.child(root, &step("localize"), self.hours(2, 12));
            let localize = self.give(localize, 3, &[&copy, &design]);
            let review = self.child(root, &step("review"), self.hours(1, 6));
            let review = self.give(review, 4, &[&localize]);
            let approve = self.child(root, &step("approve"), self.hours(1, 2));
            let approve = self.give(approve, 0, &[&review]);
            let mut publish = Task::milestone(format!("{root}-{}", step("publish")), MilestoneKind::Start);
            publish.parent = Some(root.clone());
            publish.calendar = Some(market.into());
            publish.market = Some(market.to_owned());
            publish.deadline = Some(day(after + 24 + self.random.below(30) as u32).into());
            published.push(self.push(publish, &[&approve]));
        }
    }

    /// A duration for the next child; [`Writer::child`] moves the generator on.
    fn hours(&self, from: i32, to: i32) -> Duration {
        Duration::hours(self.random.clone().between(from, to))
    }

    fn child(&mut self, root: &TaskId, name: &str, duration: Duration) -> Task {
        self.random.bits();
        let mut task = Task::new(format!("{root}-{name}"), duration);
        task.parent = Some(root.clone());
        task
    }

    /// Gives a task to somebody of a role and adds it; one task in eight takes half of a second person too.
    fn give(&mut self, mut task: Task, role: usize, after: &[&TaskId]) -> TaskId {
        task.skills = vec![SkillLevel { skill: ROLES[role].into(), level: 2 }];
        let staff = &self.staff[role];
        let first = self.random.below(staff.len());
        self.plan.assignments.push(Assignment::new(&task.id, &staff[first]));
        if staff.len() > 1 && self.random.percent(12) {
            let mut second = Assignment::new(&task.id, &staff[(first + 1) % staff.len()]);
            second.units = Units::from_decimal(0.5).ok();
            self.plan.assignments.push(second);
        }
        self.push(task, after)
    }

    fn push(&mut self, task: Task, after: &[&TaskId]) -> TaskId {
        let id = task.id.clone();
        self.plan.dependencies.extend(after.iter().map(|before| Dependency::new(*before, &id)));
        self.plan.tasks.push(task);
        id
    }
}

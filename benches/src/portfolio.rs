//! Portfolios: many campaigns made from templates, in several markets, by people who are not always there.

use chrono::Weekday;
use paceline::calendar::{Calendar, Clock, Shift, Week};
use paceline::plan::{
    Absence, Assignment, Campaign, Constraint, ConstraintKind, Dependency, DependencyKind, MilestoneKind,
    Plan, Program, Resource, ResourceKind, SkillLevel, Task, Window,
};
use paceline::quantity::{Duration, Lag, Units};
use paceline::schedule::{load, schedule};
use paceline::{ResourceId, TaskId};

use crate::template::{For, Step, TEMPLATES, Template, Wait};
use crate::{MARKETS, Random, calendars, day, first_day};

/// What people do.
pub(crate) const ROLES: [&str; 7] =
    ["manager", "copywriter", "designer", "localizer", "legal", "community", "analyst"];
/// Of twenty people, the role of each.
const TWENTY_PEOPLE: [usize; 20] = [0, 1, 2, 3, 4, 5, 6, 2, 3, 1, 0, 5, 3, 2, 1, 5, 2, 3, 5, 2];
/// Most tasks of the plan by which the overload is set.
const MEASURED: usize = 12_000;

/// What a portfolio is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortfolioOptions {
    /// Tasks, at least; the last campaign is completed.
    pub tasks: usize,
    /// People, at least one of each role.
    pub people: usize,
    /// Markets, of those there are.
    pub markets: usize,
    /// Of a hundred hours of work in the plan as links alone would have it, the hours that people do not have.
    pub overload: u32,
    /// Whether calendars keep their zones; else everybody's 9:00 is 9:00.
    pub zoned: bool,
    /// Another seed, another plan.
    pub seed: u64,
}

impl Default for PortfolioOptions {
    fn default() -> Self {
        Self { tasks: 10_000, people: 200, markets: 12, overload: 30, zoned: false, seed: 1 }
    }
}

/// Campaigns from five templates (launch, event, always on, creators, training) in some of the markets each, one
/// after the other.
///
/// Work is done by people with the working week and holidays of their market; one in five works part-time, one in
/// six is shared (takes several tasks at once, each with a part of the day), everybody is away twice a year. Some
/// tasks wait some hours or days after others, start with them or finish after them; one campaign in four waits
/// for a gate of an earlier one. What is published has a deadline and a campaign has a weight.
///
/// Campaigns lie as near to each other as makes the overload that is asked for: excess over demand of
/// [`load`] for the plan as [`schedule`] gives it, within about a point where so much is possible.
pub fn portfolio(options: &PortfolioOptions) -> Plan {
    // A part of a large portfolio, with as many tasks for each person, says how near.
    let share = (MEASURED as f64 / options.tasks.max(1) as f64).min(1.0);
    let people = ((options.people as f64 * share) as usize).max(ROLES.len());
    let sample = PortfolioOptions { tasks: options.tasks.min(MEASURED), people, ..*options };
    let ratio = options.tasks as f64 / options.people.max(1) as f64;
    let (mut low, mut high) = (1.0, (ratio * 4.0).clamp(60.0, 18_000.0));
    for _ in 0..9 {
        let middle = f64::midpoint(low, high);
        if overload(&write(&sample, middle)) > f64::from(options.overload) / 100.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    write(options, f64::midpoint(low, high))
}

/// The share of the work that people do not have time for where links alone put it.
pub fn overload(plan: &Plan) -> f64 {
    let Ok(load) = schedule(plan).and_then(|schedule| load(plan, &schedule)) else { return 1.0 };
    let demand: i64 = load.resources.iter().map(|one| one.demand.0).sum();
    load.excess.0 as f64 / demand.max(1) as f64
}

/// The portfolio whose campaigns begin within so many days.
fn write(options: &PortfolioOptions, days: f64) -> Plan {
    let mut writer = Writer {
        plan: Plan::new(Program::new("Portfolio", first_day())),
        random: Random::new(options.seed),
        staff: ROLES.map(|_| Vec::new()),
        markets: options.markets.clamp(1, MARKETS.len()),
        gates: Vec::new(),
    };
    writer.plan.program.calendar = Some("office".into());
    writer.plan.program.scheduling.clock = if options.zoned { Clock::Zoned } else { Clock::Wall };
    writer.plan.calendars = weeks(calendars(writer.markets));
    writer.people(options.people.max(ROLES.len()), days);
    let mut number = 0;
    while writer.plan.tasks.len() < options.tasks {
        let done = writer.plan.tasks.len() as f64 / options.tasks.max(1) as f64;
        writer.campaign(number, (done * days) as u32);
        number += 1;
    }
    writer.plan
}

/// Working weeks as they differ: a short Friday, a day from Sunday to Thursday, an early one, a long lunch.
fn weeks(mut calendars: Vec<Calendar>) -> Vec<Calendar> {
    let shifts =
        |texts: &[&str]| -> Vec<Shift> { texts.iter().filter_map(|text| text.parse().ok()).collect() };
    let early = shifts(&["08:00-12:00", "12:30-16:30"]);
    let late = shifts(&["09:30-13:00", "14:30-19:00"]);
    let usual = shifts(&["09:00-13:00", "14:00-18:00"]);
    for calendar in &mut calendars {
        let week = match calendar.id.as_str() {
            "de" => Week::weekdays(&early).with_day(Weekday::Fri, &shifts(&["08:00-14:00"])),
            "ae" => Week::weekdays(&usual).with_day(Weekday::Fri, &shifts(&["08:00-12:00"])),
            "za" | "au" => Week::weekdays(&early),
            "br" | "mx" => Week::weekdays(&late),
            "in" => Week::weekdays(&usual).with_day(Weekday::Sat, &shifts(&["09:00-13:00"])),
            _ => continue,
        };
        *calendar = calendar.clone().with_week(week);
    }
    calendars
}

struct Writer {
    plan: Plan,
    random: Random,
    staff: [Vec<Person>; 7],
    markets: usize,
    /// Gates of campaigns with the day on which their campaign begins.
    gates: Vec<(TaskId, u32)>,
}

impl Writer {
    fn people(&mut self, count: usize, days: f64) {
        // People have a generator of their own: how long the portfolio is changes nothing else.
        let mut random = Random::new(self.random.bits());
        for number in 0..count {
            let role = TWENTY_PEOPLE[number % 20];
            let home = self.staff[role].len() % self.markets;
            let mut person = Resource::new(format!("{}-{number:04}", ROLES[role]), ResourceKind::Person);
            person.calendar = Some(MARKETS[home].0.into());
            person.market = Some(MARKETS[home].0.to_owned());
            person.role = Some(ROLES[role].to_owned());
            person.skills = vec![SkillLevel { skill: ROLES[role].into(), level: 3 }];
            let tenths = if random.percent(20) { random.between(5, 8) } else { 10 };
            person.capacity = Units::from_decimal(f64::from(tenths) / 10.0).unwrap_or(Units::ONE);
            for half in 0..((days as u32 + 300).div_ceil(182)) {
                let from = half * 182 + random.below(150) as u32;
                let to = from + 3 + random.below(12) as u32;
                person.absences.push(Absence { from: day(from).into(), to: day(to).into(), reason: None });
            }
            self.staff[role].push(Person { id: person.id.clone(), home, tenths, booked: 0 });
            self.plan.resources.push(person);
        }
    }

    fn campaign(&mut self, number: usize, after: u32) {
        let template = &TEMPLATES[self.random.below(TEMPLATES.len())];
        let id = format!("c{number:04}-{}", template.name);
        let mut campaign = Campaign::new(&*id);
        campaign.weight = Some(f64::from(self.random.between(1, 20)) / 4.0);
        let end = after + template.days.1 + 30;
        campaign.window = Some(Window { from: day(after).into(), to: day(end).into() });
        let first = self.random.below(self.markets);
        let wanted = usize::try_from(self.random.between(2, 5)).unwrap_or(1).min(self.markets);
        let markets: Vec<usize> = (0..wanted).map(|at| (first + at * 5) % self.markets).collect();
        campaign.markets = markets.iter().map(|market| MARKETS[*market].0.to_owned()).collect();
        self.plan.campaigns.push(campaign);
        let mut root = Task::summary(&*id);
        root.campaign = Some((&*id).into());
        self.plan.tasks.push(root);
        let gate = self.gate(after);
        let assets = usize::try_from(self.random.between(template.assets.0, template.assets.1)).unwrap_or(1);
        let mut made = Made { root: id.into(), markets, assets, after, steps: Vec::new() };
        for step in template.steps {
            self.step(template, step, &mut made, gate.as_ref());
        }
        if let Some((_, ends)) = made.steps.iter().find(|(name, _)| *name == template.gate) {
            let mut gate = Task::milestone(format!("{}-gate", made.root), MilestoneKind::Finish);
            gate.parent = Some(made.root.clone());
            let links = ends.iter().map(|end| Dependency::new(&end.id, &gate.id));
            self.plan.dependencies.extend(links);
            self.gates.push((gate.id.clone(), after));
            self.plan.tasks.push(gate);
        }
    }

    /// The gate of an earlier campaign that one campaign in four waits for.
    fn gate(&mut self, after: u32) -> Option<TaskId> {
        let (draw, which) = (self.random.percent(25), self.random.below(12));
        let ready = self.gates.partition_point(|(_, begun)| begun + 35 <= after);
        let (gate, _) = self.gates.get(ready.checked_sub(which + 1)?)?;
        draw.then(|| gate.clone())
    }

    /// The tasks of a step: one, or one for each asset, each market, or both.
    fn step(&mut self, template: &Template, step: &'static Step, made: &mut Made, gate: Option<&TaskId>) {
        let (assets, markets) = match step.each {
            For::Campaign => (1, 1),
            For::Asset => (made.assets, 1),
            For::Market => (1, made.markets.len()),
            For::Both => (made.assets, made.markets.len()),
        };
        let mut all = Vec::new();
        for asset in 0..assets {
            for market in 0..markets {
                let asset = matches!(step.each, For::Asset | For::Both).then_some(asset);
                let market = matches!(step.each, For::Market | For::Both).then_some(market);
                let id = self.task(template, step, made, asset, market, gate);
                all.push(Piece { id, asset, market });
            }
        }
        made.steps.push((step.name, all));
    }

    fn task(
        &mut self,
        template: &Template,
        step: &Step,
        made: &Made,
        asset: Option<usize>,
        market: Option<usize>,
        gate: Option<&TaskId>,
    ) -> TaskId {
        let mut id = format!("{}-{}", made.root, step.name);
        asset.iter().for_each(|asset| id.push_str(&format!("-{asset}")));
        market.iter().for_each(|market| id.push_str(&format!("-{}", MARKETS[made.markets[*market]].0)));
        let hours = self.random.between(step.hours.0, step.hours.1);
        let mut task = if step.hours.1 == 0 {
            Task::milestone(&*id, MilestoneKind::Start)
        } else {
            Task::new(&*id, Duration::hours(hours))
        };
        task.parent = Some(made.root.clone());
        let place = market.map(|market| made.markets[market]);
        task.market = place.map(|place| MARKETS[place].0.to_owned());
        if step.hours.1 == 0 {
            task.calendar = place.map(|place| MARKETS[place].0.into());
            let days = self.random.between(template.days.0 as i32, template.days.1 as i32) as u32;
            task.deadline = Some(day(made.after + days + if gate.is_some() { 14 } else { 0 }).into());
        } else {
            self.give(&mut task, hours, step.role, place);
        }
        if step.after.is_empty() {
            task.constraints.push(Constraint::on(ConstraintKind::StartNoEarlierThan, day(made.after)));
            self.plan.dependencies.extend(gate.map(|gate| Dependency::new(gate, &task.id)));
        }
        self.link(step, made, &task.id, asset, market);
        let id = task.id.clone();
        self.plan.tasks.push(task);
        id
    }

    /// Links from the pieces before that are of the same asset and market, or of all.
    fn link(&mut self, step: &Step, made: &Made, id: &TaskId, asset: Option<usize>, market: Option<usize>) {
        let same =
            |one: Option<usize>, other: Option<usize>| one.is_none() || other.is_none() || one == other;
        for (name, wait) in step.after {
            let pieces = made.steps.iter().find(|(known, _)| known == name).map(|(_, pieces)| pieces);
            for piece in pieces.into_iter().flatten() {
                if !(same(piece.asset, asset) && same(piece.market, market)) {
                    continue;
                }
                let link = Dependency::new(&piece.id, id);
                self.plan.dependencies.push(match *wait {
                    Wait::End => link,
                    Wait::Hours(hours) => link.with_lag(Duration::hours(hours)),
                    Wait::Elapsed(days) => link.with_lag(Duration::days(days).elapsed()),
                    Wait::Half => link
                        .with_kind(DependencyKind::StartStart)
                        .with_lag(Lag::parse("50%").unwrap_or_default()),
                    Wait::Begin(hours) => {
                        link.with_kind(DependencyKind::StartStart).with_lag(Duration::hours(hours))
                    }
                    Wait::Finish(hours) => {
                        link.with_kind(DependencyKind::FinishFinish).with_lag(Duration::hours(hours))
                    }
                });
            }
        }
    }

    /// Gives a task to somebody of a role: of three, of its market if there are any, the one with the least work
    /// so far, whenever that is. One task in six takes half of the day or less of somebody, one in ten half of a
    /// second person too.
    fn give(&mut self, task: &mut Task, hours: i32, role: usize, place: Option<usize>) {
        task.skills = vec![SkillLevel { skill: ROLES[role].into(), level: 2 }];
        let draw = self.random.below(self.staff[role].len());
        let (part, second) = (self.random.percent(17), self.random.percent(10));
        let part = if part { self.random.between(2, 5) } else { 10 };
        let staff = &mut self.staff[role];
        let count = staff.len();
        let near = |at: &usize| place == Some(staff[*at].home);
        let mut some: Vec<usize> = (0..count).map(|at| (draw + at) % count).collect();
        some.sort_by_key(|at| !near(at));
        let locals = some.iter().filter(|at| near(at)).count();
        some.truncate(if locals > 0 { locals.min(3) } else { 3 });
        some.sort_by_key(|at| staff[*at].booked / staff[*at].tenths);
        let other = *some.get(1).unwrap_or(&some[0]);
        for (number, at) in [some[0], other].into_iter().enumerate() {
            let person = &mut staff[at];
            let units = if number == 0 { part } else { 5 }.min(person.tenths);
            if number == 0 || (second && at != some[0]) {
                person.booked += hours * units;
                let mut one = Assignment::new(&task.id, &person.id);
                one.units = Units::from_decimal(f64::from(units) / 10.0).ok();
                self.plan.assignments.push(one);
            }
        }
    }
}

/// Somebody of a role.
struct Person {
    id: ResourceId,
    /// Position of the market.
    home: usize,
    /// How much of the person there is.
    tenths: i32,
    /// Tenths of hours of work.
    booked: i32,
}

/// A campaign in the making.
struct Made {
    root: TaskId,
    markets: Vec<usize>,
    assets: usize,
    after: u32,
    steps: Vec<(&'static str, Vec<Piece>)>,
}

/// A task of a step, with its asset and market.
struct Piece {
    id: TaskId,
    asset: Option<usize>,
    market: Option<usize>,
}

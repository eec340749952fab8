//! Networks of tasks: a chain, and a layered mesh.

use paceline::plan::{Assignment, Dependency, DependencyKind, Plan, Program, Resource, ResourceKind, Task};
use paceline::quantity::{Duration, Lag};

use crate::{MARKETS, Random, calendars, first_day};

/// `tasks` tasks of one day, each waiting for the one before, on the standard calendar.
pub fn chain(tasks: usize) -> Plan {
    let mut plan = Plan::new(Program::new("Chain", first_day()));
    plan.tasks = (0..tasks).map(|number| Task::new(name(number), Duration::days(1))).collect();
    plan.dependencies = (1..tasks).map(|number| Dependency::new(name(number - 1), name(number))).collect();
    plan
}

/// `tasks` tasks in layers of a hundred with `links` links from each layer to the three behind it: of every
/// kind, a third of them with lags; six market calendars with their holidays, one person in each task of five.
pub fn mesh(tasks: usize, links: usize) -> Plan {
    let mut random = Random::new(42);
    let mut plan = Plan::new(Program::new("Mesh", first_day()));
    plan.program.calendar = Some("office".into());
    plan.calendars = calendars(6);
    let people = (tasks / 200).max(1);
    for number in 0..people {
        let mut person = Resource::new(person(number), ResourceKind::Person);
        person.calendar = Some(MARKETS[number % 6].0.into());
        plan.resources.push(person);
    }
    for number in 0..tasks {
        let mut task = Task::new(name(number), Duration::hours(random.between(1, 24)));
        if random.percent(60) {
            task.calendar = Some(MARKETS[random.below(6)].0.into());
        }
        if random.percent(20) {
            plan.assignments.push(Assignment::new(&task.id, person(random.below(people))));
        }
        plan.tasks.push(task);
    }
    plan.dependencies = mesh_links(tasks, links, &mut random);
    plan
}

/// The same plan with every list in another order, which must change nothing but the time.
pub fn shuffled(mut plan: Plan) -> Plan {
    let mut random = Random::new(42);
    random.shuffle(&mut plan.calendars);
    random.shuffle(&mut plan.resources);
    random.shuffle(&mut plan.tasks);
    random.shuffle(&mut plan.dependencies);
    random.shuffle(&mut plan.assignments);
    plan
}

fn mesh_links(tasks: usize, links: usize, random: &mut Random) -> Vec<Dependency> {
    const WIDTH: usize = 100;
    let mut all: Vec<(usize, usize)> = Vec::with_capacity(links + links / 8);
    if tasks > WIDTH {
        while all.len() < links {
            for _ in all.len()..links {
                let to = WIDTH + random.below(tasks - WIDTH);
                let layer = to / WIDTH - 1 - random.below((to / WIDTH).min(3));
                all.push((layer * WIDTH + random.below(WIDTH), to));
            }
            all.sort_unstable();
            all.dedup();
        }
    }
    all.into_iter()
        .map(|(from, to)| {
            let kind = match random.below(20) {
                0..12 => DependencyKind::FinishStart,
                12..16 => DependencyKind::StartStart,
                16..19 => DependencyKind::FinishFinish,
                _ => DependencyKind::StartFinish,
            };
            let link = Dependency::new(name(from), name(to)).with_kind(kind);
            match random.below(9) {
                0 => link.with_lag(Duration::hours(random.between(-4, 16))),
                1 => link.with_lag(Duration::days(random.between(1, 2)).elapsed()),
                2 => link.with_lag(Lag::parse("25%").unwrap_or_default()),
                _ => link,
            }
        })
        .collect()
}

fn name(number: usize) -> String {
    format!("task-{number:06}")
}

fn person(number: usize) -> String {
    format!("person-{number:04}")
}

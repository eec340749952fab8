//! A changed schedule is as if made anew.

use super::*;
use crate::plan::{Assignment, Constraint, ConstraintKind, Dependency, DependencyKind, Plan, Program};
use crate::plan::{Resource, ResourceKind, Task};
use crate::quantity::{Duration, Units, When};
use crate::run::Rng;
use crate::schedule::compile::compile;
use crate::schedule::level::LevelOptions;
use crate::schedule::level::place::priority::{RULES, Rules, list};
use crate::schedule::level::search::anneal::Anneal;
use crate::schedule::level::search::eject::eject;
use crate::schedule::level::search::neighborhood::{ARMS, Neighborhood};

/// Tasks of three people in two campaigns with links of every kind, parts of people, deadlines and dates.
fn plan(rng: &mut Rng) -> Plan {
    let mut plan = Plan::new(Program::new("Parts", When::parse("2026-03-02").unwrap()));
    plan.resources = ["ana", "ben", "cai"].map(|id| Resource::new(id, ResourceKind::Person)).into();
    let tasks = 5 + rng.below(25);
    for number in 0..tasks {
        let mut task = Task::new(format!("t{number:02}"), Duration::hours(1 + rng.below(30) as i32));
        if rng.below(3) == 0 {
            let day = 3 + rng.below(20);
            task.deadline = Some(When::parse(&format!("2026-03-{day:02}")).unwrap());
            task.weight = Some(f64::from(rng.below(5)));
        }
        if rng.below(8) == 0 {
            let kinds = [ConstraintKind::StartNoEarlierThan, ConstraintKind::StartNoLaterThan];
            let kind = kinds[rng.below(2) as usize];
            let day = When::parse(&format!("2026-03-{:02}", 4 + rng.below(20))).unwrap();
            task.constraints.push(Constraint::on(kind, day));
        }
        if rng.below(6) > 0 {
            let person = &plan.resources[rng.below(3) as usize].id;
            let mut one = Assignment::new(&task.id, person);
            one.units = Units::from_decimal([0.5, 1.0][rng.below(2) as usize]).ok();
            plan.assignments.push(one);
        }
        for _ in 0..rng.below(3).min(number) {
            let from = format!("t{:02}", rng.below(number));
            let kinds = [
                DependencyKind::FinishStart,
                DependencyKind::StartStart,
                DependencyKind::FinishFinish,
                DependencyKind::StartFinish,
            ];
            let link = Dependency::new(&*from, &task.id).with_kind(kinds[rng.below(4) as usize]);
            let known = plan.dependencies.iter().any(|one| one.from == link.from && one.to == link.to);
            if !known {
                plan.dependencies.push(link.with_lag(Duration::hours(rng.below(20) as i32 - 6)));
            }
        }
        plan.tasks.push(task);
    }
    plan
}

#[test]
fn a_changed_schedule_is_as_if_made_anew() {
    let (mut kept, mut undone, mut broken, mut ejected) = (0, 0, 0, 0);
    for seed in 0..60 {
        let mut rng = Rng::new(seed);
        let plan = plan(&mut rng);
        let mut compiled = compile(&plan).unwrap();
        for held in &mut compiled.network.held {
            held.alap = false;
        }
        let analysis = compiled.network.analyze(&[]);
        let options = LevelOptions { within_float: seed % 5 == 0, ..LevelOptions::default() };
        let problem = Problem::new(&compiled, &analysis, &options, &[], None);
        let rules = Rules::new(&problem);
        let mut work = Workspace::new(&problem);
        work.serial(&problem, &list(&problem, &rules.keys(&problem, RULES[0])));
        let mut standing = Standing::new(&problem, &work.dates);
        assert_eq!(standing.worth.score, problem.score(&work.dates, work.overload(&problem)));
        let mut parts = Neighborhood::new(&problem, &standing, rules.due_start);
        for round in 0..200 {
            let part = parts.part(&problem, &standing, round % ARMS, &mut rng).to_vec();
            let was = standing.worth;
            let before = standing.work.dates.clone();
            let chained = was.score[0] == 0 && rng.below(3) == 0;
            if chained {
                standing.open_chain();
                for _ in 0..rng.below(4) {
                    let part = parts.part(&problem, &standing, rng.below(64) as usize, &mut rng).to_vec();
                    match standing.change(&problem, &part, 4 * part.len() + 32) {
                        Some(now) if now.score[0] == was.score[0] => standing.keep(&problem),
                        _ => standing.undo(&problem),
                    }
                }
                if rng.below(2) == 0 {
                    standing.break_chain(&problem);
                    assert_eq!(standing.worth, was);
                    let dates = &standing.work.dates;
                    assert_eq!((&dates.start, &dates.finish), (&before.start, &before.finish));
                    broken += 1;
                } else {
                    standing.close_chain();
                }
            }
            let (was, before) = (standing.worth, standing.work.dates.clone());
            if was.score[0] == 0 && rng.below(3) == 0 {
                let far = i128::from(rng.below(3)) * 1_000_000;
                let arm = rng.below(ARMS as u32) as usize;
                let (kept, _) = eject(&problem, &mut standing, &mut parts, arm, (0, far), &mut rng);
                let now = standing.worth;
                if kept {
                    assert!(now <= was || Anneal::worse(&now, &was) <= 0);
                    ejected += usize::from(now < was);
                } else {
                    assert_eq!(now, was);
                    let dates = &standing.work.dates;
                    assert_eq!((&dates.start, &dates.finish), (&before.start, &before.finish));
                }
            }
            let (was, before) = (standing.worth, standing.work.dates.clone());
            let found = standing.change(&problem, &part, 4 * part.len() + 32);
            if found.is_some() && rng.below(3) > 0 {
                standing.keep(&problem);
                assert_eq!(Some(standing.worth), found);
                kept += 1;
            } else {
                standing.undo(&problem);
                assert_eq!(standing.worth, was);
                let dates = &standing.work.dates;
                assert_eq!((&dates.start, &dates.finish), (&before.start, &before.finish));
                undone += 1;
            }
            let other = Standing::new(&problem, &standing.work.dates);
            assert_eq!(standing.worth, other.worth, "seed {seed}, round {round}");
            assert_eq!(standing.users, other.users, "seed {seed}, round {round}");
            assert_eq!(standing.end, other.end, "seed {seed}, round {round}");
            for (one, other) in standing.work.profiles.iter().zip(&other.work.profiles) {
                assert_eq!(one.steps, other.steps, "seed {seed}, round {round}");
            }
            // Every link is kept: no node lies before its earliest place.
            for &node in &problem.network.order {
                let (start, _) =
                    problem.network.early(node, &standing.work.dates, problem.floor[node as usize]);
                assert!(start <= standing.work.dates.start[node as usize] || problem.fixed[node as usize]);
            }
        }
    }
    assert!(ejected > 20, "{ejected}");
    assert!(kept > 2_000 && undone > 2_000 && broken > 500, "{kept}, {undone}, {broken}");
}

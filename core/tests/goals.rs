//! The goals of leveling against code of their own: whole days, every order tried, every value counted again.

#![allow(clippy::unwrap_used, clippy::panic, clippy::float_cmp, reason = "helpers of tests")]

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use paceline::Status;
use paceline::calendar::{Calendar, Shift, Week};
use paceline::cost::cost;
use paceline::plan::{
    Absence, Assignment, Baseline, BaselineTask, Dependency, Per, Plan, Program, Rate, Resource,
    ResourceKind, Task,
};
use paceline::quantity::{Duration, Money, Units};
use paceline::schedule::{
    Criterion, Goal, GoalWeights, LevelOptions, LevelReport, Reference, Schedule, apply_leveling, check,
    check_leveled, level, load, schedule,
};
use proptest::prelude::*;

/// A task of whole days.
#[derive(Debug, Clone)]
struct Piece {
    days: i64,
    person: usize,
    /// The last day on time.
    due: i64,
    weight: i64,
    /// Pieces before it, by number.
    after: Vec<usize>,
}

fn day(index: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(index)
}

fn name(index: usize) -> String {
    format!("t{index}")
}

/// Everybody works from 9 to 17 on every day; person 1 is cheaper from the fifth day on.
fn plan(pieces: &[Piece]) -> Plan {
    let mut plan = Plan::new(Program::new("pieces", day(0)));
    let week = Week::every_day(&[Shift::parse("09:00-17:00").unwrap()]);
    plan.calendars.push(Calendar::new("daily").with_week(week));
    plan.program.calendar = Some("daily".into());
    for person in 0..2 {
        let mut resource = Resource::new(format!("p{person}"), ResourceKind::Person);
        let rate = |from, cents| Rate {
            from,
            standard: Money::cents(cents),
            per: Per::Day,
            overtime: None,
            per_use: Money::cents(cents / 10),
        };
        resource.rates = vec![rate(None, 40_000), rate(Some(day(5)), 30_000 + 15_000 * i64::from(person))];
        plan.resources.push(resource);
    }
    for (index, piece) in pieces.iter().enumerate() {
        let mut task = Task::new(name(index), Duration::days(i32::try_from(piece.days).unwrap()));
        task.deadline = Some(day(piece.due).into());
        task.weight = Some(piece.weight as f64);
        plan.tasks.push(task);
        plan.assignments.push(Assignment::new(name(index), format!("p{}", piece.person)));
        plan.dependencies
            .extend(piece.after.iter().map(|before| Dependency::new(name(*before), name(index))));
    }
    plan
}

fn pieces(most: usize) -> impl Strategy<Value = Vec<Piece>> {
    let piece = (1i64..4, 0usize..2, 0i64..7, 1i64..5, 0u8..16);
    proptest::collection::vec(piece, 2..=most).prop_map(|raw| {
        let made = |(index, (days, person, due, weight, mask)): (usize, (i64, usize, i64, i64, u8))| Piece {
            days,
            person,
            due,
            weight,
            after: (0..index)
                .filter(|before| *before < 4 && mask & 1 << before != 0 && index % 2 == 1)
                .collect(),
        };
        raw.into_iter().enumerate().map(made).collect()
    })
}

/// First days of an order in which each piece goes to its earliest gap.
fn placed(
    pieces: &[Piece],
    order: &[usize],
    fixed: &BTreeMap<usize, i64>,
    away: &dyn Fn(usize, i64) -> bool,
) -> Option<Vec<i64>> {
    let mut first = vec![i64::MIN; pieces.len()];
    let mut taken: Vec<(usize, i64)> = Vec::new();
    for (&index, &start) in fixed {
        first[index] = start;
        for at in start..start + pieces[index].days {
            if away(pieces[index].person, at) || taken.contains(&(pieces[index].person, at)) {
                return None;
            }
            taken.push((pieces[index].person, at));
        }
    }
    for &index in order {
        let piece = &pieces[index];
        if fixed.contains_key(&index) {
            continue;
        }
        if piece.after.iter().any(|before| first[*before] == i64::MIN) {
            return None;
        }
        let from = piece.after.iter().map(|before| first[*before] + pieces[*before].days).max().unwrap_or(0);
        let fits = |start: &i64| {
            (*start..start + piece.days)
                .all(|at| !taken.contains(&(piece.person, at)) && !away(piece.person, at))
        };
        let start = (from..200).find(fits)?;
        first[index] = start;
        taken.extend((start..start + piece.days).map(|at| (piece.person, at)));
    }
    let kept = |(index, piece): (usize, &Piece)| {
        piece.after.iter().all(|before| first[*before] + pieces[*before].days <= first[index])
    };
    pieces.iter().enumerate().all(kept).then_some(first)
}

fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = orders(count - 1);
    shorter
        .iter()
        .flat_map(|order| {
            (0..=order.len()).map(|at| {
                let mut longer = order.clone();
                longer.insert(at, count - 1);
                longer
            })
        })
        .collect()
}

fn tardiness(pieces: &[Piece], first: &[i64]) -> i64 {
    pieces
        .iter()
        .zip(first)
        .map(|(piece, first)| piece.weight * (first + piece.days - 1 - piece.due).max(0))
        .sum()
}

fn last_day(pieces: &[Piece], first: &[i64]) -> i64 {
    pieces.iter().zip(first).map(|(piece, first)| first + piece.days - 1).max().unwrap_or(0)
}

fn days_of(schedule: &Schedule) -> Vec<i64> {
    schedule.tasks.iter().map(|row| (row.start.date() - day(0)).num_days()).collect()
}

fn leveled(plan: &Plan, options: &LevelOptions) -> LevelReport {
    let report = level(plan, options, &mut ()).unwrap();
    assert_eq!(check(plan, &report.schedule).violations, []);
    assert_eq!(check_leveled(plan, &report.before, &report.schedule).violations, []);
    for part in &report.objective {
        assert!(
            part.bound <= part.value + 1e-9 && (part.gap - (part.value - part.bound)).abs() < 1e-9,
            "{part:?}"
        );
    }
    let steps: Vec<u64> = report.trace.iter().map(|point| point.step).collect();
    assert!(steps.is_sorted() && steps.len() <= 200, "{steps:?}");
    let last = report.trace.last().unwrap();
    assert_eq!(last.objective, report.objective.iter().map(|part| part.value).collect::<Vec<_>>());
    report
}

fn options(objective: &[Goal], steps: u64) -> LevelOptions {
    let objective = objective.iter().map(|goal| Criterion::Goal(*goal)).collect();
    LevelOptions { objective, steps: Some(steps), ..LevelOptions::default() }
}

/// The value of a goal, counted from the rows of a schedule of whole days.
fn counted(goal: Goal, pieces: &[Piece], plan: &Plan, schedule_: &Schedule, was: &[i64]) -> f64 {
    let first = days_of(schedule_);
    match goal {
        Goal::Tardiness => tardiness(pieces, &first) as f64,
        Goal::Finish => last_day(pieces, &first) as f64 + 17.0 / 24.0,
        Goal::Cost => cost(plan, schedule_).unwrap().cost.labor.to_decimal(),
        Goal::Change => first
            .iter()
            .zip(was)
            .map(|(is, was)| if is == was { 0.0 } else { 1.0 + 0.001 * (is - was).abs() as f64 })
            .sum(),
        Goal::EvenLoad => {
            let loads = load(plan, schedule_).unwrap();
            let days = loads.resources.iter().flat_map(|load| &load.days);
            days.map(|day| (day.demand.as_seconds() as f64 / 28_800.0).powi(2)).sum()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Every order tried: lateness first, then the end; and the same as a sum with a huge weight on lateness.
    #[test]
    fn the_best_order_is_found_and_weights_agree_with_ranks(pieces in pieces(5)) {
        let plan = plan(&pieces);
        let all = orders(pieces.len());
        let tried = all.iter().filter_map(|order| placed(&pieces, order, &BTreeMap::new(), &|_, _| false));
        let (late, end) = tried.map(|first| (tardiness(&pieces, &first), last_day(&pieces, &first))).min().unwrap();
        let ranked = leveled(&plan, &LevelOptions::default());
        prop_assert_eq!(ranked.status, Status::Optimal);
        prop_assert_eq!(ranked.objective[0].value, late as f64);
        prop_assert!((ranked.objective[1].value - (end as f64 + 17.0 / 24.0)).abs() < 1e-9);
        let weights = GoalWeights { tardiness: 1e4, finish: 1.0, ..GoalWeights::default() };
        let summed = leveled(&plan, &LevelOptions { objective: vec![weights.into()], ..LevelOptions::default() });
        prop_assert_eq!(summed.status, Status::Optimal);
        let sum = 1e4 * ranked.objective[0].value + ranked.objective[1].value;
        prop_assert!((summed.objective[0].value - sum).abs() < 1e-5, "{} {sum}", summed.objective[0].value);
    }

    /// Values are those that other code counts, of each goal and of their sum; a goal behind lateness never costs
    /// lateness.
    #[test]
    fn values_are_counted_again(pieces in pieces(5)) {
        let plan = plan(&pieces);
        let was = days_of(&schedule(&plan).unwrap());
        let all = orders(pieces.len());
        let tried = all.iter().filter_map(|order| placed(&pieces, order, &BTreeMap::new(), &|_, _| false));
        let least = tried.map(|first| tardiness(&pieces, &first)).min().unwrap();
        for goal in Goal::ALL {
            let report = leveled(&plan, &options(&[goal], 60));
            prop_assert!((report.objective[0].value - counted(goal, &pieces, &plan, &report.schedule, &was)).abs() < 1e-6, "{goal:?} {:?}", report.objective);
            prop_assert!((report.objective[0].before - counted(goal, &pieces, &plan, &report.before, &was)).abs() < 1e-6, "{goal:?} {:?}", report.objective);
            if goal != Goal::Tardiness {
                let both = leveled(&plan, &options(&[Goal::Tardiness, goal], 400));
                prop_assert_eq!(both.objective[0].value, least as f64, "{:?}", goal);
                prop_assert!((both.objective[1].value - counted(goal, &pieces, &plan, &both.schedule, &was)).abs() < 1e-6);
            }
        }
        let weights = GoalWeights { tardiness: 3.0, finish: 0.5, cost: 0.01, change: 2.0, even_load: 0.25 };
        let report = leveled(&plan, &LevelOptions { objective: vec![weights.into()], ..options(&[], 60) });
        let sum: f64 = Goal::ALL.iter().map(|goal| weights.of(*goal) * counted(*goal, &pieces, &plan, &report.schedule, &was)).sum();
        prop_assert!((report.objective[0].value - sum).abs() < 1e-4, "{} {sum}", report.objective[0].value);
    }

    /// Without a disturbance a leveled plan stays as it is, whatever is asked for first.
    #[test]
    fn a_leveled_plan_stays(pieces in pieces(6), seed in 0u64..9) {
        let plan = plan(&pieces);
        let first = leveled(&plan, &LevelOptions { seed, ..LevelOptions::default() });
        let kept = apply_leveling(&plan, &first.schedule).unwrap();
        let given = Reference::Schedule { schedule: Box::new(first.schedule.clone()) };
        for (plan, reference) in [(&kept, Some(Reference::Plan)), (&kept, None), (&plan, Some(given))] {
            for objective in [&[Goal::Change][..], &[Goal::Tardiness, Goal::Finish, Goal::Change], &[Goal::Change, Goal::Tardiness]] {
                let asked = LevelOptions { reference: reference.clone(), ..options(objective, 200) };
                let again = leveled(plan, &asked);
                if first.status == Status::Optimal || objective[0] == Goal::Change {
                    prop_assert_eq!(days_of(&again.schedule), days_of(&first.schedule));
                }
            }
        }
    }

    /// Somebody is away: the fewest tasks that must move, by trying every set that stays with every order of the rest.
    #[test]
    fn as_few_move_as_can(pieces in pieces(4), from in 0i64..5, length in 1i64..3, person in 0usize..2) {
        let mut plan = plan(&pieces);
        let first = leveled(&plan, &LevelOptions::default());
        let was = days_of(&first.schedule);
        let tasks = first.schedule.tasks.iter().map(|row| BaselineTask {
            task: row.id.clone(), start: row.start.date().into(), finish: row.finish.date().into(), duration: None,
            work: None,
            cost: Money::ZERO,
        });
        plan.baselines.push(Baseline { id: "agreed".into(), at: day(0).into(), tasks: tasks.collect() });
        let (away_from, away_to) = (day(from).into(), day(from + length - 1).into());
        plan.resources[person].absences.push(Absence { from: away_from, to: away_to, reason: None });
        let away = |who: usize, at: i64| who == person && from <= at && at < from + length;
        // A task that began before and goes on afterwards has not moved either; here whole days are counted.
        let all = orders(pieces.len());
        let mut fewest = pieces.len();
        for mask in 0..1u32 << pieces.len() {
            let stays: BTreeMap<usize, i64> = (0..pieces.len()).filter(|index| mask & 1 << index != 0).map(|index| (index, was[index])).collect();
            let possible = || all.iter().any(|order| {
                stretched(&pieces, order, &stays, &away).is_some()
            });
            if pieces.len() - stays.len() < fewest && possible() {
                fewest = pieces.len() - stays.len();
            }
        }
        let asked = LevelOptions {
            reference: Some(Reference::Baseline { baseline: "agreed".into() }),
            ..options(&[Goal::Change], 1_500)
        };
        let report = leveled(&plan, &asked);
        prop_assert_eq!(report.objective[0].value.floor() as usize, fewest, "{:?} was {:?}", days_of(&report.schedule), was);
    }
}

/// [`placed`], where work stops while somebody is away and goes on afterwards.
fn stretched(
    pieces: &[Piece],
    order: &[usize],
    stays: &BTreeMap<usize, i64>,
    away: &dyn Fn(usize, i64) -> bool,
) -> Option<Vec<i64>> {
    let mut span: Vec<Option<(i64, i64)>> = vec![None; pieces.len()];
    let mut taken: Vec<(usize, i64)> = Vec::new();
    let work = |person: usize, start: i64, days: i64| -> Vec<i64> {
        (start..400).filter(|at| !away(person, *at)).take(days as usize).collect()
    };
    let mut put = |index: usize, start: i64, span: &mut Vec<Option<(i64, i64)>>| {
        let piece = &pieces[index];
        let days = work(piece.person, start, piece.days);
        if days[0] != start || days.iter().any(|at| taken.contains(&(piece.person, *at))) {
            return false;
        }
        taken.extend(days.iter().map(|at| (piece.person, *at)));
        span[index] = Some((start, days.last().unwrap() + 1));
        true
    };
    for (&index, &start) in stays {
        if !put(index, start, &mut span) {
            return None;
        }
    }
    for &index in order.iter().filter(|index| !stays.contains_key(index)) {
        let before: Option<Vec<i64>> =
            pieces[index].after.iter().map(|one| span[*one].map(|one| one.1)).collect();
        let from = before?.into_iter().max().unwrap_or(0);
        if !(from..200).any(|start| put(index, start, &mut span)) {
            return None;
        }
    }
    let first: Vec<i64> = span.iter().map(|one| one.unwrap().0).collect();
    let kept =
        |index: usize| pieces[index].after.iter().all(|before| span[*before].unwrap().1 <= first[index]);
    (0..pieces.len()).all(kept).then_some(first)
}

/// By hand: three days of one, two of a day beside them. Side by side on the first day they ask for 3, later for 2 at
/// most: 9 + 1 + 1 before, 1 + 4 + 4 after.
#[test]
fn work_within_float_is_spread() {
    let mut plan = Plan::new(Program::new("crew", day(0)));
    let mut crew = Resource::new("crew", ResourceKind::Department);
    crew.capacity = Units::from_parts(30_000);
    plan.resources.push(crew);
    for (id, days) in [("a", 3), ("b", 1), ("c", 1)] {
        plan.tasks.push(Task::new(id, Duration::days(days)));
        plan.assignments.push(Assignment::new(id, "crew"));
    }
    let asked = LevelOptions { within_float: true, ..options(&[Goal::EvenLoad], 100) };
    let report = leveled(&plan, &asked);
    let part = &report.objective[0];
    assert_eq!((part.before, part.value), (11.0, 9.0));
    assert!((part.bound - 25.0 / 3.0).abs() < 1e-3, "{part:?}");
    assert_eq!(report.schedule.finish, report.before.finish);
    // Outside the scope nothing moves.
    let none = leveled(&plan, &LevelOptions { campaigns: Some(vec![]), ..asked.clone() });
    assert_eq!(none.moves, []);
    let late = leveled(&plan, &LevelOptions { from: Some(day(1).into()), ..asked });
    assert_eq!(late.moves, []);
}

use chrono::NaiveDate;

use super::facts::Facts;
use super::{Brief, gates, sentence, words};
use crate::plan::{Campaign, Dependency, MilestoneKind, Plan, Program, Task};
use crate::quantity::{Elapsed, Stamp, Time, When, Work};
use crate::schedule::{Bound, Cause, LevelOptions, LoadReport, Move, MoveKind, ObjectivePart, level};

#[test]
fn numbers_read_well() {
    for (number, decimals, text) in [
        (205_850.0, 2, "205,850.00"),
        (-0.04, 1, "0.0"),
        (-1234.5, 1, "−1,234.5"),
        (f64::NAN, 1, "–"),
        (f64::INFINITY, 1, "–"),
        (999.95, 1, "1,000.0"),
    ] {
        assert_eq!(words::decimal(number, decimals), text);
    }
    assert_eq!(words::brief(1500.0, 2), "1,500");
    assert_eq!(words::brief(0.125, 3), "0.125");
    assert_eq!(words::brief(-0.1, 0), "0");
    assert_eq!(words::days(Work::hours(1040), Work::hours(8)), "130.0");
    assert_eq!(words::count(1, "task", "tasks"), "1 task");
    assert_eq!(words::count(12_000, "task", "tasks"), "12,000 tasks");
}

#[test]
fn a_finish_at_midnight_belongs_to_the_day_before() {
    let midnight = Stamp::wall(Time::from_civil(NaiveDate::from_ymd_opt(2026, 8, 22).unwrap().into()));
    assert_eq!(words::finish_day(midnight), "Fri 21 Aug");
    assert_eq!(words::finish_moment(midnight), "Fri 21 Aug 24:00");
    assert_eq!(words::start_moment(midnight), "Sat 22 Aug 00:00");
    assert_eq!(words::long_day(midnight.date()), "Sat 22 Aug 2026");
}

#[test]
fn names_are_cut_by_columns_and_cleaned() {
    assert_eq!(words::clean("plain", 5), "plain");
    assert_eq!(words::clean("plainer", 5), "plai…");
    assert_eq!(words::clean("漢字漢字", 5), "漢字…");
    assert_eq!(words::clean("a\u{202e}b\u{1b}[31m\n", 40), "ab [31m ");
    assert!(words::width(&words::clean("👩‍👩‍👧 family", 6)) <= 6);
    assert_eq!(words::list(&["a", "b", "c"], 5), "a, b and c");
    assert_eq!(words::list(&["a", "b", "c"], 2), "a, b and 1 more");
    assert_eq!(words::list::<&str>(&[], 2), "");
}

fn at(hour: i64) -> Stamp {
    Stamp::wall(Time(hour * 3600))
}

#[test]
fn a_cause_is_one_sentence() {
    let moved = |chain: &[&str], cause| Move {
        task: "a".into(),
        kind: MoveKind::Whole,
        from: at(0),
        to: at(72),
        delay: Elapsed::hours(72),
        chain: chain.iter().map(Into::into).collect(),
        cause,
    };
    let busy = |held: &[&str]| Cause::Resource {
        resource: "strat-1".into(),
        until: at(24 * 20 + 17),
        held_by: held.iter().map(Into::into).collect(),
    };
    assert_eq!(
        sentence::cause(&moved(&["a"], busy(&["x", "y"]))),
        "strat-1 is busy with x and y until 21 Jan"
    );
    assert_eq!(sentence::cause(&moved(&["a"], busy(&[]))), "strat-1 is not free until 21 Jan");
    assert_eq!(
        sentence::cause(&moved(&["a", "b", "c", "d"], Cause::Link { from: "z".into() })),
        "waits for b, which waits, through 1 more task, for d; there waits for z"
    );
    assert_eq!(sentence::delay(3 * 86_400), "+3 d");
    assert_eq!(sentence::delay(-5400), "−1.5 h");
    assert_eq!(sentence::delay(120), "+2 min");
}

#[test]
fn a_bound_says_what_it_rests_on() {
    let part = |value, bound, reason| ObjectivePart {
        name: "tardiness".to_owned(),
        unit: "weighted days".to_owned(),
        before: 0.0,
        value,
        bound,
        gap: value - bound,
        reason,
    };
    assert_eq!(sentence::bound(&part(0.0, 0.0, Bound::Trivial)), "proven best: nothing can be below 0");
    assert_eq!(
        sentence::bound(&part(20.0, 5.0, Bound::Energy { resource: "bo".into(), tasks: vec!["x".into()] })),
        "at most 15 (75 %) could still be gained, no plan is below 5: the work of bo on 1 task cannot be done sooner"
    );
}

/// C1 → p → q → C2 with p and q outside every campaign, and r that only receives.
#[test]
fn a_gate_may_be_several_tasks_long() {
    let mut plan = Plan::new(Program::new("gates", When::parse("2026-03-02").unwrap()));
    plan.campaigns = vec![Campaign::new("C1"), Campaign::new("C2")];
    for id in ["a", "p", "q", "r", "z"] {
        let mut task = Task::milestone(id, MilestoneKind::Finish);
        task.campaign = match id {
            "a" => Some("C1".into()),
            "z" => Some("C2".into()),
            _ => None,
        };
        plan.tasks.push(task);
    }
    for (from, to) in [("a", "p"), ("p", "q"), ("q", "z"), ("a", "r"), ("z", "r"), ("a", "z")] {
        plan.dependencies.push(Dependency::new(from, to));
    }
    let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    let load = LoadReport { resources: Vec::new(), overloaded: 0, excess: Work::ZERO };
    let brief = Brief {
        plan: &plan,
        level: &report,
        load_before: &load,
        load_after: &load,
        cost: None,
        scorecard: None,
    };
    let facts = Facts::new(brief);
    let lines = gates::sentences(&facts);
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[0].starts_with("p is the gate where delays of C1 reach C2 (1 link in, 0 links out"));
    assert!(lines[1].starts_with("q is the gate where delays of C1 reach C2 (0 links in, 1 link out"));
    assert_eq!(lines[2], "C1 delays C2 directly by 1 link: a → z");
}

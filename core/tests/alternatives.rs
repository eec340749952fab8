//! Choice among people: who else could do the work of an assignment.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "in tests they say what must hold")]

use paceline::Status;
use paceline::plan::{Alternative, Assignment, Criteria, Plan, Resource, Task};
use paceline::quantity::{Duration, Money, When};
use paceline::schedule::{LevelOptions, apply_leveling, check_leveled, level, load, schedule};

fn two_at_once() -> Plan {
    let when = |text| When::parse(text).unwrap();
    let mut plan = Plan::builder("Two at once", when("2026-03-02"))
        .resource(Resource::person("ana").with_role("designer").with_rate_per_day(Money::cents(40_000)))
        .resource(Resource::person("ben").with_role("designer").with_rate_per_day(Money::cents(50_000)).with_market("GB"))
        .task(Task::new("brief", Duration::days(3)).assigned("ana"))
        .task(Task::new("copy", Duration::days(2)).with_deadline(when("2026-03-04")).assigned("ana"))
        .build()
        .unwrap();
    for assignment in &mut plan.assignments {
        assignment.alternatives.push(Alternative::from(Criteria { role: Some("designer".into()), ..Criteria::default() }));
    }
    plan
}

#[test]
fn the_other_one_does_it() {
    let plan = two_at_once();
    let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    println!("{}", serde_json::to_string_pretty(&report).unwrap());
    assert_eq!(report.status, Status::Optimal);
    assert_eq!(report.reassignments.len(), 1);
    assert_eq!(report.schedule.finish.to_string(), "2026-03-04T17:00:00");
    assert_eq!(load(&plan, &report.schedule).unwrap().overloaded, 0);
    let verdict = check_leveled(&plan, &report.before, &report.schedule);
    assert_eq!((verdict.violations, verdict.overloads), (vec![], vec![]));
    let kept = apply_leveling(&plan, &report.schedule).unwrap();
    println!("{}", kept.to_json());
    assert_eq!(schedule(&kept).unwrap().finish, report.schedule.finish);
    let none = LevelOptions { reassign: Some(0), ..LevelOptions::default() };
    let report = level(&plan, &none, &mut ()).unwrap();
    assert_eq!(report.schedule.finish.to_string(), "2026-03-06T17:00:00");
    let _ = Assignment::new("a", "b");
}

//! Documents: what is accepted, what is refused, and what is said about it.
#![cfg(feature = "zones")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

#[path = "documents/laws.rs"]
mod laws;
mod support;

use paceline::plan::{Plan, limits};
use paceline::{Issue, Severity};
use serde_json::{Value, json};
use support::plans::random_plan;

/// A valid plan that has a bit of everything; the cases below each break one thing of it.
fn sound() -> Value {
    json!({
        "format": "paceline/1",
        "program": { "name": "Spring fair", "start": "2026-03-02", "status_date": "2026-03-05",
                     "calendar": "office" },
        "calendars": [{ "id": "office", "zone": "Europe/Berlin", "week": {
            "mon": ["09:00-17:00"], "tue": ["09:00-17:00"], "wed": ["09:00-17:00"],
            "thu": ["09:00-17:00"], "fri": ["09:00-17:00"] } }],
        "campaigns": [{ "id": "spring", "weight": 2, "window": { "from": "2026-03-02", "to": "2026-04-30" },
                        "kpis": [{ "kpi": "leads", "contribution": 0.5 }] }],
        "resources": [
            { "id": "ana", "department": "studio", "skills": [{ "skill": "copy", "level": 3 }],
              "rates": [{ "standard": 400, "per": "day" }] },
            { "id": "ben", "skills": [{ "skill": "film", "level": 4 }] },
            { "id": "studio", "kind": "department", "capacity": 3 },
            { "id": "printer", "kind": "vendor", "contract": { "from": "2026-03-01", "to": "2026-12-31" } },
            { "id": "paper", "kind": "material" },
            { "id": "travel", "kind": "cost" }
        ],
        "tasks": [
            { "id": "phase", "campaign": "spring" },
            { "id": "brief", "parent": "phase", "duration": "1d" },
            { "id": "copy", "parent": "phase", "duration": "2d", "skills": [{ "skill": "copy", "level": 2 }] },
            { "id": "film", "parent": "phase", "duration": "3d" },
            { "id": "publish", "milestone": "start", "deadline": "2026-03-20", "weight": 3 }
        ],
        "dependencies": [
            { "from": "brief", "to": "copy" }, { "from": "brief", "to": "film", "lag": "1d" },
            { "from": "phase", "to": "publish" }
        ],
        "assignments": [
            { "task": "brief", "resource": "ana" }, { "task": "copy", "resource": "ana", "units": 0.5 },
            { "task": "film", "resource": "ben" }, { "task": "film", "resource": "paper", "quantity": 20 },
            { "task": "film", "resource": "travel", "cost": 300 }
        ],
        "objectives": [{ "id": "demand", "kpis": [{ "id": "leads", "baseline": 10, "target": 20,
            "measurements": [{ "at": "2026-03-04", "value": 12 }] }] }],
        "baselines": [{ "id": "agreed", "at": "2026-02-01", "tasks": [
            { "task": "brief", "start": "2026-03-02", "finish": "2026-03-02" }] }]
    })
}

/// The sound plan with one part set, or appended to a list when the pointer ends in `/-`.
fn with(pointer: &str, value: Value) -> Value {
    let mut document = sound();
    set(&mut document, pointer, value);
    document
}

fn set(document: &mut Value, pointer: &str, value: Value) {
    let (parent, last) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Array(items) if last == "-" => items.push(value),
        Value::Array(items) => items[last.parse::<usize>().unwrap()] = value,
        Value::Object(fields) => {
            fields.insert(last.to_string(), value);
        }
        other => panic!("{pointer} in {other}"),
    }
}

/// What is said about a document: the faults of its shape, or else of its meaning.
fn issues(document: &Value) -> Vec<Issue> {
    match Plan::from_json(&document.to_string()) {
        Ok(plan) => plan.validate(),
        Err(issues) => issues.into_vec(),
    }
}

fn has(issues: &[Issue], code: &str, at: &str) -> bool {
    issues.iter().any(|issue| issue.code == code && issue.at == at)
}

#[test]
fn the_sound_plan_is_sound() {
    assert_eq!(issues(&sound()), []);
    Plan::read(&sound().to_string()).unwrap();
}

#[track_caller]
fn expect(pointer: &str, value: Value, severity: Severity, code: &str, at: &str) {
    let found = issues(&with(pointer, value));
    let issue = found.iter().find(|issue| issue.code == code && issue.at == at);
    let issue = issue.unwrap_or_else(|| panic!("{code} at {at} is missing: {found:#?}"));
    assert_eq!(issue.severity, severity, "{issue}");
    let first = issue.message.chars().next().unwrap();
    assert!(!first.is_uppercase() || issue.message.starts_with("KPI"), "{issue}");
    assert!(!issue.message.ends_with('.'), "{issue}");
    assert!(found.len() <= 3, "one fault, but: {found:#?}");
}

fn error(pointer: &str, value: Value, code: &str, at: &str) {
    expect(pointer, value, Severity::Error, code, at);
}

fn warning(pointer: &str, value: Value, code: &str, at: &str) {
    expect(pointer, value, Severity::Warning, code, at);
}

#[test]
fn faults_of_shape() {
    error("/programme", json!(1), "unknown-field", "programme");
    error("/tasks/1/durration", json!("1d"), "unknown-field", "tasks/brief/durration");
    error("/tasks/1/duration", json!("3 days"), "invalid-value", "tasks/brief/duration");
    error("/tasks/1/priority", json!("high"), "invalid-value", "tasks/brief/priority");
    error("/tasks/1/priority", json!(-1), "invalid-value", "tasks/brief/priority");
    error("/tasks/1", json!(5), "invalid-value", "tasks/#2");
    error("/tasks", json!({}), "invalid-value", "tasks");
    error("/tasks/4/milestone", json!("begin"), "invalid-value", "tasks/publish/milestone");
    error("/program", json!({ "name": "x" }), "missing-field", "program/start");
    error("/dependencies/0/kind", json!("FX"), "invalid-value", "dependencies/brief->copy/kind");
    error("/assignments/0/units", json!(-1), "invalid-value", "assignments/brief/ana/units");
    error("/resources/0/rates/0/standard", json!("400"), "invalid-value", "resources/ana/rates/#1/standard");
    error(
        "/resources/0/absences",
        json!([{ "from": "2026-03-03", "to": "2026-3-4" }]),
        "invalid-value",
        "resources/ana/absences/2026-03-03/to",
    );
    error(
        "/objectives/0/kpis/0/measurements/0/value",
        json!("12"),
        "invalid-value",
        "objectives/demand/kpis/leads/measurements/2026-03-04/value",
    );
}

#[test]
fn faults_of_the_program() {
    error("/format", json!("paceline/9"), "unsupported-format", "format");
    error("/program/finish", json!("2026-03-01"), "finish-before-start", "program/finish");
    error("/program/scheduling", json!({ "from": "finish" }), "no-finish", "program/finish");
    error("/program/hours_per_day", json!(0), "number-out-of-range", "program/hours_per_day");
    error("/program/hours_per_day", json!(25), "number-out-of-range", "program/hours_per_day");
    error("/program/hours_per_week", json!(169), "number-out-of-range", "program/hours_per_week");
    error("/program/days_per_month", json!(-1), "number-out-of-range", "program/days_per_month");
    error("/program/calendar", json!("offfice"), "unknown-calendar", "program/calendar");
    error("/program/currency", json!("euro"), "invalid-currency", "program/currency");
    error("/program/budget", json!(-5), "negative-amount", "program/budget");
    let float = json!({ "critical_float": "1ed" });
    error("/program/scheduling", float, "elapsed-float", "program/scheduling/critical_float");
    error("/campaigns/-", json!({ "id": "spring" }), "duplicate-id", "campaigns/spring");
    warning("/campaigns/-", json!({ "id": "autumn" }), "campaign-without-tasks", "campaigns/autumn");
    error("/campaigns/0/weight", json!(-1), "weight-out-of-range", "campaigns/spring/weight");
    let window = json!({ "from": "2026-05-01", "to": "2026-04-30" });
    error("/campaigns/0/window", window, "reversed-range", "campaigns/spring/window");
    error("/campaigns/0/budget", json!(-1), "negative-amount", "campaigns/spring/budget");
    error("/campaigns/0/kpis/0/kpi", json!("lead"), "unknown-kpi", "campaigns/spring/kpis/lead");
    error(
        "/campaigns/0/kpis/0/contribution",
        json!(1.5),
        "contribution-out-of-range",
        "campaigns/spring/kpis/leads",
    );
    let again = json!({ "kpi": "leads", "contribution": 0.1 });
    error("/campaigns/0/kpis/-", again, "duplicate-kpi-link", "campaigns/spring/kpis/leads");
    let kpi = json!({ "id": "reach", "baseline": 1, "target": 2, "weight": 1 });
    warning("/objectives/0/kpis/-", kpi, "kpi-without-campaign", "objectives/demand/kpis/reach");
    error(
        "/objectives/0/kpis/0/target",
        json!(10),
        "target-equals-baseline",
        "objectives/demand/kpis/leads/target",
    );
    let baseline = json!({ "id": "agreed", "at": "2026-02-01", "tasks": [] });
    error("/baselines/-", baseline, "duplicate-id", "baselines/agreed");
    let row = json!({ "task": "brief", "start": "2026-03-02", "finish": "2026-03-02" });
    error("/baselines/0/tasks/-", row, "duplicate-baseline-task", "baselines/agreed/tasks/brief");
    let row = json!({ "task": "breif", "start": "2026-03-02", "finish": "2026-03-02" });
    error("/baselines/0/tasks/-", row, "unknown-task", "baselines/agreed/tasks/breif");
    let row = json!({ "task": "film", "start": "2026-03-02", "finish": "2026-02-02" });
    error("/baselines/0/tasks/-", row, "finish-before-start", "baselines/agreed/tasks/film");
}

#[test]
fn faults_of_calendars_are_found_too() {
    error("/calendars/0/zone", json!("Europe/Berlim"), "unknown-zone", "calendars/office/zone");
    error("/calendars/0/base", json!("home"), "unknown-calendar", "calendars/office/base");
}

#[test]
fn faults_of_tasks() {
    error("/tasks/-", json!({ "id": "copy", "duration": "1d" }), "duplicate-id", "tasks/copy");
    error("/tasks/-", json!({ "id": "", "duration": "1d" }), "invalid-id", "tasks/(empty)");
    error("/tasks/-", json!({ "id": "a\nb", "duration": "1d" }), "invalid-id", "tasks/a\\u{a}b");
    let long = "x".repeat(201);
    let shown = format!("tasks/{}…", "x".repeat(60));
    error("/tasks/-", json!({ "id": long, "duration": "1d" }), "invalid-id", &shown);
    error("/tasks/4/parent", json!("fase"), "unknown-task", "tasks/publish/parent");
    error("/tasks/1/campaign", json!("sprng"), "unknown-campaign", "tasks/brief/campaign");
    error("/tasks/1/calendar", json!("ofice"), "unknown-calendar", "tasks/brief/calendar");
    error("/tasks/1/duration", json!("-1d"), "negative-duration", "tasks/brief/duration");
    error("/tasks/1/duration", json!("999999mo"), "duration-too-long", "tasks/brief/duration");
    error("/tasks/1/leveling_delay", json!("-1ed"), "negative-duration", "tasks/brief/leveling_delay");
    error("/tasks/4/duration", json!("1d"), "milestone-with-duration", "tasks/publish/duration");
    error("/tasks/0/duration", json!("1d"), "summary-with-work", "tasks/phase/duration");
    error("/tasks/0/milestone", json!("start"), "milestone-with-children", "tasks/phase/milestone");
    error("/tasks/-", json!({ "id": "new" }), "no-duration", "tasks/new/duration");
    error("/tasks/1/priority", json!(1001), "priority-out-of-range", "tasks/brief/priority");
    error("/tasks/4/weight", json!(-0.5), "weight-out-of-range", "tasks/publish/weight");
    warning("/tasks/1/weight", json!(2), "weight-without-deadline", "tasks/brief/weight");
    warning("/tasks/4/deadline", json!("2026-03-01"), "deadline-before-start", "tasks/publish/deadline");
    let kpis = json!([{ "kpi": "sales", "contribution": 0.5 }]);
    error("/tasks/1/kpis", kpis, "unknown-kpi", "tasks/brief/kpis/sales");
    let estimate = |a: &str, b: &str, c: &str| json!({ "optimistic": a, "likely": b, "pessimistic": c });
    error("/tasks/1/estimate", estimate("2d", "1d", "3d"), "estimate-order", "tasks/brief/estimate");
    error("/tasks/1/estimate", estimate("1d", "2ed", "3d"), "estimate-mixed", "tasks/brief/estimate");
    error(
        "/tasks/1/estimate",
        estimate("-1d", "2d", "3d"),
        "negative-duration",
        "tasks/brief/estimate/optimistic",
    );
}

#[test]
fn faults_of_constraints() {
    let at = "tasks/brief/constraints";
    let one = |kind: &str| json!([{ "kind": kind }]);
    let day = |kind: &str, day: &str| json!({ "kind": kind, "date": day });
    let two = |a: Value, b: Value| json!([a, b]);
    error(
        "/tasks/1/constraints",
        one("must_start_on"),
        "constraint-without-date",
        "tasks/brief/constraints/must_start_on",
    );
    error(
        "/tasks/1/constraints",
        json!([day("as_late_as_possible", "2026-03-03")]),
        "constraint-with-date",
        "tasks/brief/constraints/as_late_as_possible",
    );
    for (a, b) in [
        (day("must_start_on", "2026-03-03"), day("must_finish_on", "2026-03-04")),
        (day("start_no_earlier_than", "2026-03-05"), day("start_no_later_than", "2026-03-03")),
        (day("finish_no_earlier_than", "2026-03-05"), day("must_finish_on", "2026-03-04")),
        (day("start_no_earlier_than", "2026-03-05"), day("finish_no_later_than", "2026-03-03")),
        (day("start_no_earlier_than", "2026-03-05"), day("start_no_earlier_than", "2026-03-04")),
    ] {
        error("/tasks/1/constraints", two(b.clone(), a.clone()), "conflicting-constraints", at);
        error("/tasks/1/constraints", two(a, b), "conflicting-constraints", at);
    }
    let possible = two(day("start_no_earlier_than", "2026-03-03"), day("finish_no_later_than", "2026-03-03"));
    assert_eq!(issues(&with("/tasks/1/constraints", possible)), []);
    let constraint = json!([day("must_start_on", "2026-03-03")]);
    error("/tasks/0/constraints", constraint, "constraint-on-summary", "tasks/phase/constraints");
}

#[test]
fn faults_of_progress() {
    let at = |field: &str| format!("tasks/brief/progress/{field}");
    let progress = "/tasks/1/progress";
    let started = |rest: Value| {
        let mut progress = json!({ "actual_start": "2026-03-03" });
        progress.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
        progress
    };
    let complete = started(json!({ "complete": 1.2 }));
    error(progress, complete, "complete-out-of-range", &at("complete"));
    error(progress, json!({ "actual_finish": "2026-03-03" }), "finish-without-start", &at("actual_finish"));
    let finish = started(json!({ "actual_finish": "2026-03-02" }));
    error(progress, finish, "finish-before-start", &at("actual_finish"));
    error(progress, started(json!({ "remaining": "-1h" })), "negative-duration", &at("remaining"));
    error(progress, started(json!({ "resume": "2026-03-01" })), "resume-before-start", &at("resume"));
    warning(progress, json!({ "complete": 0.5 }), "progress-without-start", &at("complete"));
    warning(
        progress,
        json!({ "actual_start": "2026-03-06" }),
        "actual-after-status-date",
        &at("actual_start"),
    );
    let rest = started(json!({ "actual_finish": "2026-03-04", "complete": 0.5 }));
    warning(progress, rest, "finished-with-rest", &at("actual_finish"));
}

#[test]
fn faults_of_dependencies() {
    let link = |from: &str, to: &str| json!({ "from": from, "to": to });
    error("/dependencies/-", link("copi", "film"), "unknown-task", "dependencies/copi->film/from");
    error("/dependencies/-", link("copy", "fillm"), "unknown-task", "dependencies/copy->fillm/to");
    error("/dependencies/-", link("copy", "copy"), "self-dependency", "dependencies/copy->copy");
    error("/dependencies/-", link("brief", "copy"), "duplicate-dependency", "dependencies/brief->copy");
    error("/dependencies/-", link("phase", "copy"), "summary-link-to-own-child", "dependencies/phase->copy");
    error("/dependencies/-", link("copy", "phase"), "summary-link-to-own-child", "dependencies/copy->phase");
    error("/dependencies/0/lag", json!("-999999mo"), "duration-too-long", "dependencies/brief->copy/lag");
    let found = issues(&with("/tasks/0/parent", json!("film")));
    assert!(has(&found, "parent-cycle", "tasks/film/parent"), "{found:?}");
    assert_eq!(found[1].code, "summary-with-work", "film is a summary now: {found:?}");
    let helps: Vec<_> = issues(&with("/dependencies/-", link("copi", "film")));
    assert_eq!(helps[0].help.as_deref(), Some("did you mean `copy`?"));
}

#[test]
fn a_cycle_is_shown() {
    let link = |from: &str, to: &str| json!({ "from": from, "to": to });
    let found = issues(&with("/dependencies/-", link("copy", "brief")));
    assert!(has(&found, "dependency-cycle", "dependencies/brief->copy"), "{found:?}");
    assert_eq!(found[0].message, "tasks wait for each other: `brief -> copy -> brief`");
    // Through a summary: publish waits for the phase, and a subtask of the phase waits for publish.
    let found = issues(&with("/dependencies/-", link("publish", "film")));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].message, "tasks wait for each other: `film -> phase -> publish -> film`");
    assert_eq!(found[0].at, "dependencies/phase->publish");
    // Two cycles apart from each other are two issues.
    let mut document = sound();
    for name in ["x", "y"] {
        set(&mut document, "/tasks/-", json!({ "id": name, "duration": "1d" }));
    }
    for (from, to) in [("copy", "brief"), ("x", "y"), ("y", "x")] {
        set(&mut document, "/dependencies/-", link(from, to));
    }
    let found = issues(&document);
    assert_eq!(found.iter().filter(|issue| issue.code == "dependency-cycle").count(), 2);
}

#[test]
fn faults_of_resources() {
    error("/resources/-", json!({ "id": "ana" }), "duplicate-id", "resources/ana");
    error("/resources/1/calendar", json!("home"), "unknown-calendar", "resources/ben/calendar");
    error("/resources/1/department", json!("studios"), "unknown-department", "resources/ben/department");
    error("/resources/1/department", json!("ana"), "not-a-department", "resources/ben/department");
    error("/resources/2/department", json!("studio"), "department-cycle", "resources/studio/department");
    error(
        "/resources/1/absences",
        json!([{ "from": "2026-03-09", "to": "2026-03-08" }]),
        "reversed-range",
        "resources/ben/absences/2026-03-09",
    );
    let spans = json!([
        { "from": "2026-03-09", "to": "2026-03-20", "units": 0.5 },
        { "from": "2026-03-20", "to": "2026-03-31", "units": 1 }
    ]);
    error(
        "/resources/1/availability",
        spans,
        "overlapping-availability",
        "resources/ben/availability/2026-03-20",
    );
    let contract = json!({ "from": "2026-03-09", "to": "2026-03-20" });
    warning("/resources/1/contract", contract, "contract-without-vendor", "resources/ben/contract");
    let contract = json!({ "from": "2026-03-09", "to": "2026-03-02" });
    error("/resources/3/contract", contract, "reversed-range", "resources/printer/contract");
    warning("/resources/1/capacity", json!(0), "no-capacity", "resources/ben/capacity");
    warning("/resources/1/capacity", json!(2), "person-above-one", "resources/ben/capacity");
    error(
        "/resources/0/rates/0/standard",
        json!(-1),
        "negative-amount",
        "resources/ana/rates/start/standard",
    );
    let rate = json!({ "standard": 5 });
    error("/resources/0/rates/-", rate, "duplicate-rate", "resources/ana/rates/start");
    let rate = json!([{ "standard": 5 }]);
    warning("/resources/4/rates", rate, "rate-unit", "resources/paper/rates/start/per");
    error("/resources/1/skills/0/level", json!(6), "skill-level-out-of-range", "resources/ben/skills/film");
    error(
        "/resources/1/skills/-",
        json!({ "skill": "film" }),
        "duplicate-skill",
        "resources/ben/skills/film",
    );
    let found = issues(&with("/resources/1/department", json!("studios")));
    assert_eq!(found[0].help.as_deref(), Some("did you mean `studio`?"));
}

#[test]
fn faults_of_assignments() {
    let assign = |task: &str, resource: &str| json!({ "task": task, "resource": resource });
    error("/assignments/-", assign("brif", "ana"), "unknown-task", "assignments/brif/ana");
    error("/assignments/-", assign("brief", "anna"), "unknown-resource", "assignments/brief/anna");
    error("/assignments/-", assign("film", "ben"), "duplicate-assignment", "assignments/film/ben");
    error("/assignments/-", assign("phase", "ben"), "summary-with-work", "assignments/phase/ben");
    error("/assignments/0/units", json!(0), "zero-units", "assignments/brief/ana/units");
    error("/assignments/1/work", json!("4h"), "units-and-work", "assignments/copy/ana/units");
    error("/assignments/0/work", json!("-4h"), "negative-duration", "assignments/brief/ana/work");
    error("/assignments/0/work", json!("4eh"), "elapsed-work", "assignments/brief/ana/work");
    error("/assignments/3/units", json!(1), "work-on-material", "assignments/film/paper");
    error("/assignments/0/quantity", json!(3), "quantity-on-work", "assignments/brief/ana/quantity");
    error("/assignments/3/quantity", json!(-3), "number-out-of-range", "assignments/film/paper/quantity");
    error("/assignments/0/cost", json!(3), "cost-on-work", "assignments/brief/ana/cost");
    warning("/assignments/0/units", json!(2), "more-than-capacity", "assignments/brief/ana/units");
    let work = json!({ "task": "publish", "resource": "ana", "work": "1h" });
    error("/assignments/-", work, "milestone-with-work", "assignments/publish/ana/work");
    let found = issues(&with("/tasks/-", json!({ "id": "print", "duration": "1d" })));
    assert!(found.iter().any(|issue| issue.code == "unassigned-work" && issue.severity == Severity::Info));
}

#[test]
fn skills_must_be_covered() {
    let skills = json!([{ "skill": "film", "level": 4 }]);
    let found = issues(&with("/tasks/2/skills", skills));
    assert!(has(&found, "skill-not-covered", "tasks/copy/skills/film"), "{found:?}");
    assert_eq!(found[0].message, "skill `film` at level 4 is not covered by the people assigned");
    assert_eq!(found[0].help.as_deref(), Some("`ben` could do it"));
    let found = issues(&with("/tasks/2/skills", json!([{ "skill": "film", "level": 5 }])));
    assert_eq!(found[0].help.as_deref(), Some("nobody in the plan has it"));
    let unassigned = json!({ "id": "edit", "duration": "1d", "skills": [{ "skill": "film" }] });
    warning("/tasks/-", unassigned, "skill-not-assigned", "tasks/edit/skills/film");
}

#[test]
fn every_fault_is_said_at_once() {
    let mut document = sound();
    set(&mut document, "/tasks/1/duration", json!("-1d"));
    set(&mut document, "/tasks/4/parent", json!("fase"));
    set(&mut document, "/dependencies/-", json!({ "from": "film", "to": "brief" }));
    set(&mut document, "/resources/1/department", json!("ana"));
    set(&mut document, "/calendars/0/zone", json!("Mars/Base"));
    set(&mut document, "/program/currency", json!("€"));
    let found = issues(&document);
    for code in [
        "negative-duration",
        "unknown-task",
        "dependency-cycle",
        "not-a-department",
        "unknown-zone",
        "invalid-currency",
    ] {
        assert!(found.iter().any(|issue| issue.code == code), "{code}: {found:#?}");
    }
    // And every fault of the shape, of one entry too.
    let mut document = sound();
    set(&mut document, "/tasks/1/duration", json!("x"));
    set(&mut document, "/tasks/1/piority", json!(1));
    set(
        &mut document,
        "/tasks/2/skills",
        json!([{ "skil": "copy" }, { "skill": 5 }, { "skill": "x", "level": "y" }]),
    );
    set(&mut document, "/dependencies/1/lag", json!(1));
    let found = issues(&document);
    for (code, at) in [
        ("invalid-value", "tasks/brief/duration"),
        ("unknown-field", "tasks/brief/piority"),
        ("unknown-field", "tasks/copy/skills/#1/skil"),
        ("missing-field", "tasks/copy/skills/#1/skill"),
        ("invalid-value", "tasks/copy/skills/#2/skill"),
        ("invalid-value", "tasks/copy/skills/x/level"),
        ("invalid-value", "dependencies/brief->film/lag"),
    ] {
        assert!(has(&found, code, at), "{code} at {at}: {found:#?}");
    }
    assert_eq!(found.len(), 7, "{found:#?}");
}

#[test]
fn text_that_is_not_json_is_placed() {
    let wrong = Plan::from_json("{\n  \"format\": \"paceline/1\",\n  oops\n}").unwrap_err();
    assert_eq!(wrong.as_slice()[0].code, "invalid-json");
    assert_eq!(wrong.as_slice()[0].at, "line 3, column 3");
    for text in ["", "[", "nul", "{\"format\": \"paceline/1\",}", "\u{feff}"] {
        assert_eq!(Plan::from_json(text).unwrap_err().as_slice()[0].code, "invalid-json", "{text:?}");
    }
    let twice =
        r#"{"format":"paceline/1","format":"paceline/1","program":{"name":"x","start":"2026-01-01"}}"#;
    assert_eq!(Plan::from_json(twice).unwrap_err().as_slice()[0].code, "duplicate-field");
    assert!(Plan::from_json(&format!("\u{feff}{}", sound())).is_ok());
}

#[test]
fn too_many_issues_of_a_kind_are_cut_off() {
    let mut document = sound();
    for number in 0..500 {
        set(&mut document, "/tasks/-", json!({ "id": format!("n{number}"), "duration": "-1d" }));
    }
    let found = issues(&document);
    let kept = found.iter().filter(|issue| issue.code == "negative-duration").count();
    assert_eq!(kept, limits::MAX_ISSUES_OF_ONE_CODE);
    assert!(found.iter().any(|issue| issue.code == "more-issues" && issue.message.starts_with("300 more")));
}

fn chain(tasks: usize, link: impl Fn(usize) -> Option<(usize, usize)>, parent: bool) -> Plan {
    let mut document = json!({ "format": "paceline/1", "program": { "name": "x", "start": "2026-01-01" } });
    let name = |number: usize| format!("t{number}");
    document["tasks"] = (0..tasks)
        .map(|number| match (parent, number + 1 == tasks) {
            (true, true) => json!({ "id": name(number), "duration": "1d", "parent": name(number - 1) }),
            (true, false) if number > 0 => json!({ "id": name(number), "parent": name(number - 1) }),
            (true, false) => json!({ "id": name(number) }),
            (false, _) => json!({ "id": name(number), "duration": "1d" }),
        })
        .collect();
    let links = (0..tasks).filter_map(link);
    document["dependencies"] =
        links.map(|(from, to)| json!({ "from": name(from), "to": name(to) })).collect();
    Plan::from_json(&document.to_string()).unwrap()
}

#[test]
fn hostile_documents_end() {
    let n = 100_000;
    let cycle = chain(n, |task| Some((task, (task + 1) % n)), false).validate();
    assert_eq!(cycle.len(), 1);
    assert!(cycle[0].message.contains("… 99988 more …"), "{}", cycle[0].message);
    assert_eq!(chain(n, |task| (task + 1 < n).then_some((task, task + 1)), false).validate(), []);
    assert_eq!(chain(n, |_| None, true).validate(), []);
    // A knot: everything before waits for everything after.
    let knot = chain(2_000, |task| Some((task * 7 % 2_000, (task * 13 + 5) % 2_000)), false).validate();
    assert!(knot.iter().all(|issue| ["dependency-cycle", "self-dependency"].contains(&&*issue.code)));
    // The deepest task and the top of a tree a hundred thousand deep.
    let own = chain(n, |task| (task == 5).then_some((n - 1, 0)), true).validate();
    assert_eq!(own[0].code, "summary-link-to-own-child");
    for text in ["[", "{\"a\":", "{\"tasks\":[", "[{\"a\":"] {
        let bomb = text.repeat(1_000_000);
        assert_eq!(Plan::from_json(&bomb).unwrap_err().as_slice()[0].code, "invalid-json");
    }
    let mut ring = chain(n, |_| None, true);
    ring.tasks[0].parent = Some("t99998".into());
    assert!(ring.validate().iter().any(|issue| issue.code == "parent-cycle"));
}

#[test]
fn random_plans_are_valid() {
    for seed in 0..300u64 {
        let plan = random_plan(seed, 1 + usize::try_from(seed).unwrap() % 60);
        let found = plan.validate();
        let errors: Vec<_> = found.iter().filter(|issue| issue.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "seed {seed}: {errors:#?}");
    }
}

#[test]
fn random_plans_use_every_feature() {
    let all: String = (0..200).map(|seed| random_plan(seed, 40).to_json()).collect();
    for word in [
        "\"SS\"",
        "\"FF\"",
        "\"SF\"",
        "\"25e%\"",
        "\"-1d\"",
        "parent",
        "milestone",
        "as_late_as_possible",
        "must_start_on",
        "must_finish_on",
        "start_no_later_than",
        "finish_no_later_than",
        "deadline",
        "actual_finish",
        "remaining",
        "complete",
        "leveling_delay",
        "estimate",
        "\"36eh\"",
        "availability",
        "absences",
        "contract",
        "department",
        "material",
        "\"cost\"",
        "\"work\"",
        "\"units\"",
        "exceptions",
        "work_weeks",
        "\"base\"",
        "zone",
        "ignore_resource_calendars",
        "honor_constraints",
        "\"priority\"",
        "lag_calendar",
        "skills",
        "baselines",
        "objectives",
        "\"from\":\"finish\"",
        "22:00-02:00",
    ] {
        let found = all.contains(word)
            || (word == "22:00-02:00" && {
                let wall = support::plans::Features { zones: false, ..support::plans::Features::ALL };
                (0..50).any(|seed| support::plans::random_plan_with(seed, 9, wall).to_json().contains(word))
            });
        assert!(found, "{word}");
    }
}

//! Rules of dates that come from Microsoft Project, one by one: manual tasks, pauses, lengths of assignments, what
//! started tasks leave of float, and float as it tells it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

use paceline::plan::Plan;
use paceline::schedule::{LevelOptions, Schedule, TaskSchedule, check, check_leveled, level, load, schedule};

/// A plan from Monday 2026-03-02 on, 08:00–12:00 and 13:00–17:00.
fn plan(options: &str, rest: &str) -> Plan {
    let text = format!(
        r#"{{ "format": "paceline/1",
            "program": {{ "name": "Fair", "start": "2026-03-02", "scheduling": {{ {options} }} }}, {rest} }}"#
    );
    match Plan::read(&text) {
        Ok(plan) => plan,
        Err(issues) => panic!("{issues}"),
    }
}

/// The schedule, which its judge has seen.
fn scheduled(options: &str, rest: &str) -> Schedule {
    let plan = plan(options, rest);
    let schedule = schedule(&plan).unwrap();
    let found = check(&plan, &schedule);
    assert!(found.violations.is_empty(), "{:?}", found.violations);
    schedule
}

fn dates(row: &TaskSchedule) -> [String; 4] {
    let short = |stamp: paceline::quantity::Stamp| stamp.civil().format("%d %H:%M").to_string();
    [short(row.start), short(row.finish), short(row.late_start), short(row.late_finish)]
}

const MSP: &str = r#""float_rule": "microsoft_project""#;

#[test]
fn a_manual_task_keeps_its_dates_and_moves_what_follows() {
    let found = scheduled(
        MSP,
        r#""tasks": [
            { "id": "a", "duration": "5d" },
            { "id": "hand", "duration": "1d", "manual": { "start": "2026-03-04T08:00", "finish": "2026-03-04T17:00" } },
            { "id": "b", "duration": "1d" }, { "id": "end", "duration": "10d" }],
        "dependencies": [{ "from": "a", "to": "hand" }, { "from": "hand", "to": "b" }]"#,
    );
    // Its predecessor would have it later.
    assert_eq!(dates(found.task("hand").unwrap()), ["04 08:00", "04 17:00", "12 08:00", "13 08:00"]);
    assert_eq!(dates(found.task("b").unwrap()), ["05 08:00", "05 17:00", "13 08:00", "13 17:00"]);
    assert_eq!(found.task("hand").unwrap().total_float.0, 6 * 8 * 3600);
    assert!(found.task("hand").unwrap().drivers.is_empty());
    // The predecessor is late for it: its latest finish is when the task starts at the latest.
    assert_eq!(dates(found.task("a").unwrap())[3], "11 17:00");
}

#[test]
fn links_from_the_start_of_a_manual_task_leave_its_float() {
    let found = scheduled(
        MSP,
        r#""tasks": [
            { "id": "hand", "duration": "1d", "manual": { "start": "2026-03-02T08:00", "finish": "2026-03-02T17:00" } },
            { "id": "b", "duration": "1d" }, { "id": "end", "duration": "5d" }],
        "dependencies": [{ "from": "hand", "to": "b", "kind": "SS", "lag": "2d" }]"#,
    );
    assert_eq!(dates(found.task("hand").unwrap()), ["02 08:00", "02 17:00", "06 08:00", "06 17:00"]);
}

#[test]
fn what_is_under_a_manual_summary_starts_no_earlier() {
    let found = scheduled(
        "",
        r#""tasks": [
            { "id": "phase", "manual": { "start": "2026-03-09T08:00", "finish": "2026-03-13T17:00" } },
            { "id": "a", "parent": "phase", "duration": "1d" }]"#,
    );
    assert_eq!(dates(found.task("a").unwrap())[0], "09 08:00");
}

#[test]
fn a_fixed_duration_counts_in_the_calendar_of_the_task() {
    let found = |kind: &str| {
        scheduled(
            "",
            &format!(
                r#""calendars": [{{ "id": "mornings", "week": {{ "mon": ["08:00-12:00"], "tue": ["08:00-12:00"],
                    "wed": ["08:00-12:00"], "thu": ["08:00-12:00"], "fri": ["08:00-12:00"] }} }}],
                "resources": [{{ "id": "ana", "calendar": "mornings" }}],
                "tasks": [{{ "id": "a", "duration": "2d" {kind} }}],
                "assignments": [{{ "task": "a", "resource": "ana" }}]"#
            ),
        )
    };
    assert_eq!(dates(&found("").tasks[0])[1], "05 12:00");
    assert_eq!(dates(&found(r#", "task_type": "fixed_duration""#).tasks[0])[1], "03 17:00");
}

#[test]
fn an_assignment_may_take_another_time_than_its_task() {
    let found = scheduled(
        "",
        r#""resources": [{ "id": "ana" }, { "id": "ben" }],
        "tasks": [{ "id": "a", "duration": "2d" }, { "id": "b", "duration": "1d" }],
        "dependencies": [{ "from": "a", "to": "b" }],
        "assignments": [{ "task": "a", "resource": "ana", "work": "2d" },
            { "task": "a", "resource": "ben", "work": "1d", "duration": "2d", "delay": "1d" }]"#,
    );
    assert_eq!(dates(found.task("a").unwrap())[1], "04 17:00");
    assert_eq!(dates(found.task("b").unwrap())[0], "05 08:00");
}

#[test]
fn work_pauses() {
    let found = scheduled(
        "",
        r#""tasks": [{ "id": "a", "duration": "2d", "splits": [{ "after": "1d", "pause": "1d" }] },
            { "id": "b", "duration": "1d" }],
        "dependencies": [{ "from": "a", "to": "b", "lag": "50%" }]"#,
    );
    assert_eq!(dates(found.task("a").unwrap())[1], "04 17:00");
    // A percentage is one of the duration, not of the time with pauses.
    assert_eq!(dates(found.task("b").unwrap())[0], "06 08:00");
}

#[test]
fn pauses_behind_what_is_done_are_still_to_come() {
    let found = |after: &str| {
        scheduled(
            "",
            &format!(
                r#""tasks": [{{ "id": "a", "duration": "4d", "splits": [{{ "after": "{after}", "pause": "1d" }}],
                    "progress": {{ "actual_start": "2026-03-02T08:00", "remaining": "2d",
                        "resume": "2026-03-05T08:00" }} }}]"#
            ),
        )
    };
    // Two days were worked with a pause between, and the rest goes on on the 5th without one.
    assert_eq!(dates(&found("1d").tasks[0])[1], "06 17:00");
    assert_eq!(dates(&found("3d").tasks[0])[1], "09 17:00");
}

#[test]
fn a_started_successor_asks_that_its_rest_goes_on_when_it_does() {
    let found = scheduled(
        "",
        r#""tasks": [
            { "id": "a", "duration": "1d", "progress": { "actual_start": "2026-03-02T08:00", "complete": 0.5 } },
            { "id": "b", "duration": "2d", "progress": { "actual_start": "2026-03-03T08:00", "complete": 0.25 } },
            { "id": "end", "duration": "10d" }],
        "dependencies": [{ "from": "a", "to": "b" }]"#,
    );
    let a = found.task("a").unwrap();
    assert_eq!(dates(a)[3], "03 12:00");
    assert_eq!((a.total_float.0, a.free_float.0), (4 * 3600, 0));
}

#[test]
fn a_finished_task_has_no_float() {
    let found = scheduled(
        "",
        r#""tasks": [
            { "id": "a", "duration": "1d",
                "progress": { "actual_start": "2026-03-02T08:00", "actual_finish": "2026-03-02T17:00" } },
            { "id": "end", "duration": "10d" }]"#,
    );
    let a = found.task("a").unwrap();
    assert_eq!((a.total_float.0, a.free_float.0, a.critical), (0, 0, false));
}

#[test]
fn a_leveling_delay_is_no_float_of_what_is_before_it() {
    let found = scheduled(
        "",
        r#""tasks": [{ "id": "a", "duration": "1d" }, { "id": "b", "duration": "1d", "leveling_delay": "2ed" }],
        "dependencies": [{ "from": "a", "to": "b" }]"#,
    );
    assert_eq!(dates(found.task("b").unwrap())[0], "05 08:00");
    let a = found.task("a").unwrap();
    assert_eq!((a.total_float.0, a.free_float.0, a.critical), (0, 0, true));
}

#[test]
fn float_counts_in_the_calendar_of_the_task() {
    let rest = r#""calendars": [{ "id": "always", "week": { "mon": ["00:00-24:00"], "tue": ["00:00-24:00"],
            "wed": ["00:00-24:00"], "thu": ["00:00-24:00"], "fri": ["00:00-24:00"], "sat": ["00:00-24:00"],
            "sun": ["00:00-24:00"] } }],
        "resources": [{ "id": "plant", "calendar": "always" }],
        "tasks": [{ "id": "a", "duration": "8h" }, { "id": "end", "duration": "2d" }],
        "assignments": [{ "task": "a", "resource": "plant" }]"#;
    let (usual, theirs) = (scheduled("", rest), scheduled(MSP, rest));
    assert_eq!(dates(usual.task("a").unwrap())[1], "02 08:00");
    assert_eq!(usual.task("a").unwrap().total_float.0, 33 * 3600);
    // Monday 08:00 to Tuesday 17:00 are 16 hours, Monday 00:00 to Tuesday 09:00 nine; the lesser counts.
    assert_eq!(dates(theirs.task("a").unwrap()), ["02 00:00", "02 08:00", "03 09:00", "03 17:00"]);
    assert_eq!(theirs.task("a").unwrap().total_float.0, 9 * 3600);
}

#[test]
fn the_late_date_of_a_moment_is_when_what_follows_must_start() {
    let rest = r#""tasks": [{ "id": "a", "duration": "1d" }, { "id": "m", "milestone": "finish" },
            { "id": "b", "duration": "1d" }],
        "dependencies": [{ "from": "a", "to": "m" }, { "from": "m", "to": "b" }]"#;
    assert_eq!(dates(scheduled("", rest).task("m").unwrap())[2], "02 17:00");
    let theirs = scheduled(MSP, rest);
    assert_eq!(dates(theirs.task("m").unwrap()), ["02 17:00", "02 17:00", "03 08:00", "03 08:00"]);
    assert_eq!(theirs.task("m").unwrap().total_float.0, 0);
}

#[test]
fn free_float_looks_at_own_links_alone() {
    let rest = r#""tasks": [{ "id": "phase" }, { "id": "a", "parent": "phase", "duration": "1d" },
            { "id": "b", "duration": "1d" }, { "id": "end", "duration": "5d" }],
        "dependencies": [{ "from": "phase", "to": "b" }]"#;
    assert_eq!(scheduled("", rest).task("a").unwrap().free_float.0, 0);
    assert_eq!(scheduled(MSP, rest).task("a").unwrap().free_float.0, 3 * 8 * 3600);
}

#[test]
fn a_date_that_holds_a_task_before_its_predecessors_is_negative_float() {
    let rest = r#""tasks": [{ "id": "a", "duration": "3d" },
            { "id": "m", "milestone": "finish",
                "constraints": [{ "kind": "must_finish_on", "date": "2026-03-03T17:00" }] },
            { "id": "end", "duration": "5d" }],
        "dependencies": [{ "from": "a", "to": "m" }]"#;
    assert_eq!(scheduled("", rest).task("m").unwrap().total_float.0, 0);
    let theirs = scheduled(MSP, rest);
    assert_eq!(theirs.task("m").unwrap().total_float.0, -8 * 3600);
    assert_eq!(theirs.task("m").unwrap().free_float.0, 0);
}

#[test]
fn leveling_keeps_what_is_set_by_hand() {
    let plan = plan(
        "",
        r#""resources": [{ "id": "ana" }, { "id": "ben" }],
        "tasks": [
            { "id": "hand", "duration": "1d", "manual": { "start": "2026-03-03T08:00", "finish": "2026-03-03T17:00" } },
            { "id": "a", "duration": "2d", "splits": [{ "after": "1d", "pause": "1d" }] },
            { "id": "b", "duration": "1d" }],
        "assignments": [{ "task": "hand", "resource": "ana" }, { "task": "a", "resource": "ana", "work": "2d" },
            { "task": "b", "resource": "ana", "work": "4h", "duration": "1d", "delay": "4h" }]"#,
    );
    let before = schedule(&plan).unwrap();
    let work = load(&plan, &before).unwrap();
    // A day, two days and half a day, whatever they are spread over.
    assert_eq!(work.resources[0].demand.0, (8 + 16 + 4) * 3600);
    assert!(work.resources[0].excess.0 > 0);
    let report = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    assert_eq!(dates(report.schedule.task("hand").unwrap())[..2], ["03 08:00", "03 17:00"]);
    let judged = check_leveled(&plan, &before, &report.schedule);
    assert!(judged.accepts(), "{:?}", judged.violations);
    assert!(judged.overloads.is_empty(), "{:?}", judged.overloads);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let codes = |rest: &str| -> Vec<String> {
        let text = format!(
            r#"{{ "format": "paceline/1", "program": {{ "name": "Fair", "start": "2026-03-02" }}, {rest} }}"#
        );
        let issues = Plan::read(&text).unwrap_err();
        issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
    };
    let manual = r#""tasks": [{ "id": "a", "duration": "1d",
        "manual": { "start": "2026-03-04", "finish": "2026-03-02" } }]"#;
    assert_eq!(codes(manual), ["finish-before-start"]);
    let split =
        r#""tasks": [{ "id": "a", "milestone": "finish", "splits": [{ "after": "-1d", "pause": "1ed" }] }]"#;
    assert_eq!(codes(split), ["elapsed-work", "negative-duration", "split-without-work"]);
    let length = r#""resources": [{ "id": "ana" }, { "id": "ink", "kind": "material" }],
        "tasks": [{ "id": "a", "duration": "1d" }],
        "assignments": [{ "task": "a", "resource": "ana", "duration": "1ed", "delay": "-1d" },
            { "task": "a", "resource": "ink", "duration": "1d" }]"#;
    assert_eq!(codes(length), ["elapsed-work", "length-without-work", "negative-duration"]);
}

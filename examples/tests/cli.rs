//! The program `paceline` as its users meet it: every command, every exit code, bad files, determinism.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what must hold")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn data(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name).display().to_string()
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paceline"));
    command.args(arguments).env_remove("COLUMNS").env_remove("NO_COLOR").env("TERM", "xterm");
    command
}

fn run(arguments: &[&str]) -> Output {
    command(arguments).stdin(Stdio::null()).output().unwrap()
}

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = command(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses its arguments does not read to the end.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn exit(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn parsed(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", err(output)))
}

fn assert_exit(output: &Output, expected: i32) {
    assert_eq!(exit(output), expected, "{}\n{}", out(output), err(output));
}

/// The same bytes; says where they part.
fn assert_same(one: &Output, other: &Output) {
    let (one, other) = (out(one), out(other));
    if let Some((number, (a, b))) = one.lines().zip(other.lines()).enumerate().find(|(_, (a, b))| a != b) {
        panic!("line {}: {a} is not {b}", number + 1);
    }
    assert_eq!(one.len(), other.len());
}

#[test]
fn help_names_every_command_option_and_exit_code() {
    let help = run(&["--help"]);
    assert_exit(&help, 0);
    for word in ["check", "schedule", "level", "score", "schema", "--seconds", "--strict", "NO_COLOR", "130"]
    {
        assert!(out(&help).contains(word), "{word}");
    }
    assert!(out(&help).lines().all(|line| line.chars().count() <= 100));
    assert_eq!(out(&run(&["--version"])), concat!("paceline ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn misunderstood_command_lines_exit_2_and_say_why() {
    for arguments in [&[][..], &["level"], &["a", "b"], &["a", "--format", "yaml"], &["--nope", "a"]] {
        let refused = run(arguments);
        assert_exit(&refused, 2);
        assert!(err(&refused).starts_with("error: ") && out(&refused).is_empty());
    }
}

#[test]
fn files_that_cannot_be_read_or_written_exit_5() {
    let missing = run(&["check", "no-such-plan.json"]);
    assert_exit(&missing, 5);
    assert!(err(&missing).contains("cannot read no-such-plan.json"));
    assert_exit(&run(&[&data("designer.json"), "--out", "no/such/folder/page.html"]), 5);
}

#[test]
fn documents_that_are_no_plans_exit_3() {
    let deep = "[".repeat(200_000);
    for input in
        [&b""[..], b"{", b"null", b"[]", b"\xff\xfe", b"{\"format\":\"paceline/1\"}", deep.as_bytes()]
    {
        for name in ["check", "schedule", "level", "score"] {
            let refused = run_with_input(&[name, "-"], input);
            assert_exit(&refused, 3);
            assert!(err(&refused).starts_with("error["), "{}", err(&refused));
            assert!(err(&refused).contains(" in standard input"));
        }
        let refused = run_with_input(&["-", "--format", "json"], input);
        assert_exit(&refused, 3);
        assert!(!parsed(&refused)["issues"].as_array().unwrap().is_empty());
    }
}

#[test]
fn every_fault_of_a_document_is_reported_at_once() {
    let checked = run(&["check", &data("faulty.json")]);
    assert_exit(&checked, 3);
    let text = err(&checked);
    for word in ["did you mean", "help: ", "dependencies/", "resources/", "tasks/", "calendars/"] {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
    assert!(text.trim_end().lines().last().unwrap().ends_with("faulty.json"));

    let issues = parsed(&run(&["check", &data("faulty.json"), "--format", "json"]));
    let codes: std::collections::BTreeSet<&str> =
        issues["issues"].as_array().unwrap().iter().map(|issue| issue["code"].as_str().unwrap()).collect();
    assert!(codes.len() >= 10, "{codes:?}");
    for code in ["dependency-cycle", "unknown-resource", "unknown-task", "duplicate-id", "unknown-zone"] {
        assert!(codes.contains(code), "{code} is not among {codes:?}");
    }
    // The commands that compute refuse it with the same faults.
    assert_eq!(parsed(&run(&["level", &data("faulty.json"), "--format", "json"])), issues);
}

#[test]
fn color_is_for_those_who_ask() {
    let colored = run(&["check", &data("faulty.json"), "--color", "always"]);
    assert!(err(&colored).contains("\u{1b}[1;31merror["));
    assert!(!err(&run(&["check", &data("faulty.json")])).contains('\u{1b}'));
}

#[test]
fn check_accepts_the_examples() {
    for name in ["aurora.json", "designer.json"] {
        let checked = run(&["check", &data(name)]);
        assert_exit(&checked, 0);
        assert!(
            out(&checked).contains("no faults") || out(&checked).contains("warning"),
            "{}",
            out(&checked)
        );
    }
    assert!(out(&run(&["check", &data("aurora.json")])).contains("180 tasks, 335 links, 28 resources"));
}

#[test]
fn unleveled_aurora_ends_on_30_october_and_is_overloaded() {
    let text = run(&["schedule", &data("aurora.json")]);
    assert_exit(&text, 0);
    assert!(out(&text).contains("Fri 30 Oct"));
    assert!(out(&text).contains("18 resources are overloaded, 130.0 excess person-days"), "{}", out(&text));

    let json = run(&["schedule", &data("aurora.json"), "--format", "json"]);
    assert_eq!(parsed(&json)["finish"], "2026-10-30T17:00:00");
    let file = folder("unleveled").join("schedule.json");
    std::fs::write(&file, &json.stdout).unwrap();
    let checked = run(&["check", &data("aurora.json"), "--schedule", &file.display().to_string()]);
    assert_exit(&checked, 4);
    assert!(out(&checked).contains("keeps every rule of its plan"));
}

#[test]
fn the_checker_accepts_leveled_aurora_and_refuses_a_forged_one() {
    let leveled = run(&["level", &data("aurora.json"), "--format", "json"]);
    assert_exit(&leveled, 0);
    let folder = folder("leveled");
    let good = folder.join("good.json").display().to_string();
    std::fs::write(&good, &leveled.stdout).unwrap();
    let checked = run(&["check", &data("aurora.json"), "--schedule", &good, "--format", "json"]);
    assert_exit(&checked, 0);
    assert_eq!(parsed(&checked)["violations"], Value::Array(vec![]));

    let mut schedule = parsed(&leveled)["schedule"].clone();
    let row = schedule["tasks"].as_array_mut().unwrap().iter_mut().find(|row| row["id"] == "C1-US-2copy");
    let row = row.unwrap();
    row["start"] = "2026-08-18T09:00:00".into();
    row["finish"] = "2026-08-18T17:00:00".into();
    let bad = folder.join("bad.json").display().to_string();
    std::fs::write(&bad, schedule.to_string()).unwrap();
    let checked = run(&["check", &data("aurora.json"), "--schedule", &bad]);
    assert_exit(&checked, 3);
    assert!(err(&checked).contains("C1-US-2copy"), "{}", err(&checked));
    // A plan is not a schedule.
    assert_exit(&run(&["check", &data("aurora.json"), "--schedule", &data("aurora.json")]), 3);
}

#[test]
fn the_main_job_prints_the_report_and_writes_the_page() {
    let folder = folder("main-job");
    let done = command(&[&data("aurora.json")]).current_dir(&folder).output().unwrap();
    assert_exit(&done, 0);
    assert!(out(&done).contains("Aurora") && out(&done).contains("P11-go-no-go"));
    assert!(!out(&done).contains('\u{1b}'));
    assert!(err(&done).contains("aurora.html"));
    let page = std::fs::read_to_string(folder.join("aurora.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
    assert!(page.contains("<svg") && page.contains("Aurora"));
    for elsewhere in ["src=\"http", "href=\"http", "src=\"//", "href=\"//"] {
        assert!(!page.contains(elsewhere), "the page loads something from outside: {elsewhere}");
    }

    let quiet = command(&[&data("designer.json"), "--no-page"]).current_dir(&folder).output().unwrap();
    assert_exit(&quiet, 1);
    assert!(!folder.join("designer.html").exists());
}

#[test]
fn the_main_job_as_json_has_every_part() {
    let done = parsed(&run(&[&data("aurora.json"), "--no-page", "--format", "json"]));
    assert_eq!(done["load"]["before"]["overloaded"], 18);
    assert_eq!(done["load"]["before"]["excess"], 130 * 8 * 3600);
    assert_eq!(done["load"]["after"]["overloaded"], 0);
    assert_eq!(done["level"]["late"], Value::Array(vec![]));
    let score = done["scorecard"]["program"]["score"].as_f64().unwrap();
    assert!((score - 0.700_283_613_445).abs() < 1e-9, "{score}");
}

#[test]
fn one_designer_reaches_eight_and_proves_it() {
    let leveled = run(&["level", &data("designer.json"), "--format", "json"]);
    assert_exit(&leveled, 1);
    let report = parsed(&leveled);
    assert_eq!(report["objective"][0]["value"], 8.0);
    assert_eq!(report["objective"][0]["bound"], 8.0);
}

#[test]
fn a_start_that_cannot_work_is_reported_with_its_reason() {
    let late = run(&["level", &data("aurora.json"), "--start", "2026-09-02", "--format", "json"]);
    assert_exit(&late, 1);
    let report = parsed(&late);
    let late = report["late"].as_array().unwrap();
    let hopeless: Vec<&Value> = late.iter().filter(|task| task["unavoidable_days"] != 0).collect();
    assert_eq!(hopeless.len(), 1, "{late:?}");
    assert_eq!(hopeless[0]["task"], "C1-JP-7publish");
    assert!(hopeless[0]["chain"].as_array().unwrap().len() > 2);
    // Before leveling it is the only late one.
    let dates = run(&["schedule", &data("aurora.json"), "--start", "2026-09-02"]);
    assert_exit(&dates, 1);
    assert_eq!(out(&dates).matches("late by 1 day").count(), 1);
}

#[test]
fn scores_are_those_of_the_review() {
    let scored = parsed(&run(&["score", &data("aurora.json"), "--format", "json"]));
    let score = scored["program"]["score"].as_f64().unwrap();
    assert!((score - 0.700_283_613_445).abs() < 1e-9, "{score}");
    assert_eq!(scored["sensitivity"][0]["kpi"], "cost-per-lead");
    let text = out(&run(&["score", &data("aurora.json"), "--as-of", "2026-08-30"]));
    assert!(
        text.contains("as of 2026-08-30") && text.contains("994.57") && text.contains("1266.89"),
        "{text}"
    );
    // A plan without objectives has nothing to score.
    assert_exit(&run(&["score", &data("designer.json")]), 3);
}

#[test]
fn schemas_are_json_schemas() {
    for name in ["plan", "schedule", "level", "scorecard"] {
        let schema = parsed(&run(&["schema", name]));
        assert!(schema["$schema"].as_str().unwrap().contains("2020-12"), "{name}");
    }
    assert_eq!(run(&["schema"]).stdout, run(&["schema", "plan"]).stdout);
}

#[test]
fn the_page_never_replaces_the_document() {
    let folder = folder("replace");
    let document = folder.join("plan.html");
    std::fs::copy(data("designer.json"), &document).unwrap();
    let before = std::fs::read(&document).unwrap();
    let refused = command(&["plan.html"]).current_dir(&folder).output().unwrap();
    assert_exit(&refused, 2);
    assert_eq!(std::fs::read(&document).unwrap(), before);
}

#[test]
fn the_same_document_gives_the_same_bytes_in_whatever_order() {
    let arguments = ["level", "-", "--format", "json", "--steps", "300", "--seed", "11"];
    let document = std::fs::read(data("aurora.json")).unwrap();
    let once = run_with_input(&arguments, &document);
    assert_exit(&once, 0);
    assert_same(&once, &run_with_input(&arguments, &document));

    let mut shuffled: Value = serde_json::from_slice(&document).unwrap();
    for (_, list) in shuffled.as_object_mut().unwrap() {
        if let Some(list) = list.as_array_mut() {
            list.reverse();
            let middle = list.len() / 3;
            list.rotate_left(middle);
        }
    }
    assert_same(&once, &run_with_input(&arguments, shuffled.to_string().as_bytes()));
}

/// Two tasks at once for one designer; a second one could do either.
const PAIR: &str = r#"{
    "format": "paceline/1",
    "program": { "name": "Two at once", "start": "2026-03-02" },
    "resources": [
        { "id": "ana", "name": "Ana", "kind": "person", "role": "designer" },
        { "id": "ben", "name": "Ben", "kind": "person", "role": "designer" }
    ],
    "tasks": [
        { "id": "banner", "duration": "2d", "deadline": "2026-03-03" },
        { "id": "poster", "duration": "3d" }
    ],
    "assignments": [
        { "task": "banner", "resource": "ana" },
        { "task": "poster", "resource": "ana", "alternatives": [{ "any": { "role": "designer" } }] }
    ]
}"#;

#[test]
fn goals_and_exchanges_are_options() {
    let level = |more: &[&str]| {
        let arguments = [&["level", "-", "--format", "json"], more].concat();
        let leveled = run_with_input(&arguments, PAIR.as_bytes());
        let report = parsed(&leveled);
        let exchanges = report["reassignments"].as_array().map_or(0, Vec::len);
        (report["schedule"]["finish"].as_str().unwrap().to_owned(), exchanges, report)
    };
    let (finish, exchanges, _) = level(&[]);
    assert_eq!((finish.as_str(), exchanges), ("2026-03-04T17:00:00", 1));
    let (finish, exchanges, _) = level(&["--reassign", "0"]);
    assert_eq!((finish.as_str(), exchanges), ("2026-03-06T17:00:00", 0));
    let (_, _, report) = level(&["--objective", "finish,change", "--reassign", "0"]);
    let names: Vec<&Value> =
        report["objective"].as_array().unwrap().iter().map(|part| &part["name"]).collect();
    assert_eq!(names, ["finish", "change"]);
    let (finish, exchanges, report) = level(&["--within-float"]);
    assert_eq!((finish.as_str(), exchanges), ("2026-03-04T17:00:00", 0));
    assert!(!report["remaining"].as_array().unwrap().is_empty());
    let told = out(&run_with_input(&["level", "-"], PAIR.as_bytes()));
    assert!(told.contains("`ben` does it instead of `ana`") && told.contains("No task moved."), "{told}");
}

/// Half of a film is done when the press, due on Wednesday, asks for the same person.
const BEGUN: &str = r#"{
    "format": "paceline/1",
    "program": { "name": "One at a time", "start": "2026-03-02" },
    "resources": [{ "id": "ana" }],
    "tasks": [
        { "id": "film", "duration": "4d", "progress": { "actual_start": "2026-03-02", "complete": 0.5 } },
        { "id": "press", "duration": "1d", "deadline": "2026-03-04" }
    ],
    "assignments": [{ "task": "film", "resource": "ana" }, { "task": "press", "resource": "ana" }]
}"#;

#[test]
fn the_rest_of_started_work_waits_if_asked() {
    let level = |more: &[&str]| {
        let arguments = [&["level", "-", "--format", "json"], more].concat();
        parsed(&run_with_input(&arguments, BEGUN.as_bytes()))
    };
    assert_eq!(level(&[])["late"][0]["task"], "press");
    let report = level(&["--split"]);
    assert_eq!(report["moves"][1]["kind"], "split");
    assert_eq!(report["schedule"]["tasks"][0]["resume"], "2026-03-05T08:00:00");
    let told = out(&run_with_input(&["level", "-", "--split"], BEGUN.as_bytes()));
    assert!(told.contains("what is done stays"), "{told}");
}

#[test]
fn a_mark_before_the_text_is_skipped() {
    let mut document = b"\xef\xbb\xbf".to_vec();
    document.extend(std::fs::read(data("designer.json")).unwrap());
    assert_exit(&run_with_input(&["check", "-"], &document), 0);
}

#[test]
fn a_spent_clock_still_gives_a_plan() {
    let leveled = run(&["level", &data("aurora.json"), "--seconds", "0", "--format", "json"]);
    assert!([0, 1].contains(&exit(&leveled)), "{}", err(&leveled));
    assert_eq!(parsed(&leveled)["schedule"]["tasks"].as_array().unwrap().len(), 180);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut command = command(&["schedule", &data("aurora.json"), "--format", "json"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
    assert_exit(&output, 0);
}

/// From this start the search goes on until it is stopped. Ctrl-C can come before there is a plan; the program is
/// asked again until it was searching.
#[cfg(unix)]
#[test]
fn ctrl_c_prints_the_best_plan_so_far() {
    for attempt in 0..6 {
        let arguments =
            ["level", &data("aurora.json"), "--start", "2026-09-02", "--seconds", "120", "--format", "json"];
        let mut command = command(&arguments);
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(250 << attempt));
        let kill = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
        assert!(kill.success());
        let output = child.wait_with_output().unwrap();
        if !output.stdout.is_empty() {
            assert_exit(&output, 130);
            assert_eq!(parsed(&output)["status"], "stopped");
            assert!(err(&output).contains("best plan found so far"));
            return;
        }
    }
    panic!("no attempt met the search");
}

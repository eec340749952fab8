//! The door of other languages: what it refuses, and that nothing breaks it.
#![cfg(feature = "zones")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

use std::ops::ControlFlow;
use std::path::PathBuf;

use paceline::call::{Answer, Part, call, operations};
use paceline::plan::Plan;
use paceline::schedule::{Host, LevelOptions, LevelReport, Snapshot, level, schedule};
use paceline::{Issues, Progress, Severity, Status};
use proptest::prelude::*;
use serde_json::Value;

const PLAN: &str = r#"{"format":"paceline/1","program":{"name":"p","start":"2026-03-02"},"resources":[{"id":"ana"}],
    "tasks":[{"id":"a","duration":"2d"},{"id":"b","duration":"1d"}],
    "assignments":[{"task":"a","resource":"ana"},{"task":"b","resource":"ana"}]}"#;

fn codes(issues: &Issues) -> Vec<String> {
    issues.as_slice().iter().map(|issue| format!("{} {}", issue.code, issue.at)).collect()
}

#[test]
fn every_fault_of_a_call_is_named_at_once() {
    let parts: [(&str, Part<'_>); 4] =
        [("plan", "{".into()), ("plan", PLAN.into()), ("schedule", "[]".into()), ("skedule", "{}".into())];
    let wrong = call("load", &parts, Some(r#"{"bukket": "day"}"#), &mut ()).unwrap_err();
    let expected = [
        "invalid-json line 1, column 1",
        "invalid-value schedule",
        "repeated-input plan",
        "unknown-field options/bukket",
        "unknown-input skedule",
    ];
    assert_eq!(codes(&wrong), expected);
    let wrong = call("compare", &[], None, &mut ()).unwrap_err();
    assert_eq!(codes(&wrong), ["missing-input after", "missing-input before", "missing-input plan"]);
    assert_eq!(codes(&call("", &[], None, &mut ()).unwrap_err()), ["unknown-operation operation"]);
}

#[test]
fn a_document_read_before_serves_as_its_text() {
    let plan = Plan::read(PLAN).unwrap();
    let (dates, report) =
        (schedule(&plan).unwrap(), level(&plan, &LevelOptions::default(), &mut ()).unwrap());
    let texts = [serde_json::to_string(&dates).unwrap(), serde_json::to_string(&report).unwrap()];
    for operation in ["schedule", "level", "load", "cost", "report", "apply_leveling", "check"] {
        let mut one: Vec<(&str, Part<'_>)> = vec![("plan", PLAN.into())];
        let mut other: Vec<(&str, Part<'_>)> = vec![("plan", (&plan).into())];
        if operation == "apply_leveling" {
            one.push(("schedule", texts[0].as_str().into()));
            other.push(("schedule", (&dates).into()));
        }
        if operation == "report" {
            one.push(("leveled", texts[1].as_str().into()));
            other.push(("leveled", (&report).into()));
        }
        let answer = |parts: &[(&str, Part<'_>)]| call(operation, parts, None, &mut ()).unwrap().to_json();
        assert_eq!(answer(&one), answer(&other), "{operation}");
    }
    let wrong = call("load", &[("plan", (&dates).into()), ("schedule", (&plan).into())], None, &mut ());
    assert_eq!(codes(&wrong.unwrap_err()), ["invalid-input plan", "invalid-input schedule"]);
}

/// Takes every plan it is offered and stops after some polls.
struct Taking {
    polls: u32,
    taken: Vec<LevelReport>,
}

impl Host for Taking {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        self.polls = self.polls.saturating_sub(1);
        if self.polls == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn best(&mut self, snapshot: &Snapshot<'_>) {
        self.taken.extend(snapshot.report());
    }
}

#[test]
fn the_best_plan_taken_on_the_way_is_the_one_that_a_stop_returns() {
    let text = std::fs::read_to_string(root().join("../examples/data/aurora.json")).unwrap();
    let mut plan = Plan::read(&text).unwrap();
    plan.program.start = paceline::quantity::When::parse("2026-09-02").unwrap();
    for polls in 1..6 {
        let mut host = Taking { polls, taken: Vec::new() };
        let answer = call("level", &[("plan", (&plan).into())], None, &mut host).unwrap();
        let Answer::LevelReport(report) = answer else { panic!("{answer:?}") };
        assert_eq!(report.status, Status::Stopped);
        // Its bound and steps may be older: it was taken when the plan was found.
        let taken = host.taken.last().unwrap();
        assert!((&report.schedule, &report.moves) == (&taken.schedule, &taken.moves), "after {polls} polls");
        assert!(taken.steps <= report.steps && taken.objective[0].bound <= report.objective[0].bound);
        let better =
            host.taken.windows(2).all(|pair| pair[0].objective[0].value >= pair[1].objective[0].value);
        assert!(better && host.taken.len() <= polls as usize);
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Operation, parts, options.
type Case = (String, Vec<(String, String)>, Option<String>);

/// Every input of the corpus.
fn corpus() -> Vec<Case> {
    let mut found = Vec::new();
    for operation in operations() {
        let path = root().join(format!("tests/vectors/{operation}.json"));
        let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        for case in file["cases"].as_array().unwrap() {
            let parts = case["input"].as_object().unwrap().iter();
            let parts = parts.map(|(name, part)| (name.clone(), part.to_string())).collect();
            found.push((operation.to_owned(), parts, case.get("options").map(Value::to_string)));
        }
    }
    found
}

/// What is put in the place of a piece of text.
const PIECES: [&str; 14] = [
    "",
    "null",
    "-1",
    "1e300",
    "[]",
    "{}",
    "\"",
    ",",
    "\u{202e}",
    "\"\"",
    "9999999999999",
    "\"2100-12-31\"",
    "\"999999mo\"",
    "true",
];

fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_breaks_the_door(
        which in any::<prop::sample::Index>(),
        part in any::<prop::sample::Index>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..24, any::<prop::sample::Index>()), 1..4),
        other in any::<prop::sample::Index>(),
        swap in any::<bool>(),
    ) {
        let corpus = corpus();
        let (operation, mut parts, mut options) = which.get(&corpus).clone();
        let number = part.index(parts.len() + 1);
        let text = match parts.get_mut(number) {
            Some((_, text)) => text,
            None => options.get_or_insert_with(|| "{}".into()),
        };
        for (from, length, piece) in cuts {
            let from = boundary(text, from.index(text.len() + 1));
            let to = boundary(text, (from + length).min(text.len()));
            text.replace_range(from..to, PIECES[piece.index(PIECES.len())]);
        }
        let operation = if swap { (*other.get(&operations().collect::<Vec<_>>())).to_owned() } else { operation };
        let parts: Vec<(&str, Part<'_>)> =
            parts.iter().map(|(name, text)| (name.as_str(), text.as_str().into())).collect();
        // Plans that cost seconds are not the matter here.
        let mut host = Taking { polls: 3, taken: Vec::new() };
        match call(&operation, &parts, options.as_deref(), &mut host) {
            Ok(answer) => prop_assert!(serde_json::from_str::<Value>(&answer.to_json()).is_ok()),
            Err(issues) => {
                prop_assert!(issues.as_slice().iter().any(|issue| issue.severity == Severity::Error));
                for issue in issues.as_slice() {
                    prop_assert!(!issue.at.is_empty() && !issue.message.is_empty(), "{issue:?}");
                }
            }
        }
    }
}

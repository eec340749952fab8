//! The corpus `vectors/*.json`: one set of cases for every language, compared byte by byte.
//!
//! A file holds the cases of one operation of the public face, which `schema/api.json` lists:
//!
//! ```json
//! { "operation": "schedule",
//!   "cases": [{ "name": "…", "why": "where the expected numbers come from",
//!               "input": { "plan": { … } }, "options": { … }, "expected": … }] }
//! ```
//!
//! `input` holds the parts that `api.json` names; a document given as a text instead of an object stands for the
//! bytes of that text. An absent part or absent options are what `api.json` says they are by default. `expected`
//! is the last field of a case: the answer, or `{ "issues": […] }` where the operation fails. Texts such as a page
//! are JSON texts.
//!
//! To run it in another language: take the spaces and line breaks between the values out of the file, split it at
//! `,"expected":`, and the part after the n-th split begins with the answer of the n-th case followed by `}`. No
//! parser can then change a number or the order of fields.
//!
//! `UPDATE=1 cargo test -p paceline --test vectors` writes what the library answers now; the difference is to be
//! reviewed. What must not move with it is the table in `vectors/facts.rs`, written by hand.
// The cases about changes of clocks need the zones.
#![cfg(feature = "zones")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "in tests they say what must hold")]

mod support;

#[path = "vectors/facts.rs"]
mod facts;
#[path = "vectors/json.rs"]
mod json;
#[path = "vectors/run.rs"]
mod run;

use std::collections::BTreeSet;
use std::path::PathBuf;

use json::{Json, minified};
use paceline::plan::Plan;
use paceline::schedule::{LevelOptions, LevelReport, check, check_leveled_with, schedule};
use run::{Call, run};
use support::random::shuffled;

/// Most bytes of the whole corpus.
const MOST_BYTES: usize = 2_200_000;
/// Orders that each document is put into.
const ORDERS: u64 = 5;

struct File {
    path: PathBuf,
    text: String,
    content: Json,
}

impl File {
    fn operation(&self) -> &str {
        self.content.get("operation").and_then(Json::text).unwrap()
    }

    fn cases(&self) -> &[Json] {
        self.content.get("cases").unwrap().list()
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn corpus() -> Vec<File> {
    let folder = std::fs::read_dir(root().join("tests/vectors")).unwrap();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let content = Json::parse(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        File { path, text, content }
    };
    paths.into_iter().map(read).collect()
}

fn name(case: &Json) -> &str {
    case.get("name").and_then(Json::text).unwrap()
}

fn call<'a>(file: &'a File, case: &'a Json) -> Call<'a> {
    Call {
        operation: file.operation(),
        input: case.get("input").unwrap_or_else(|| panic!("`{}` has no input", name(case))),
        options: case.get("options"),
    }
}

#[test]
fn every_case_gives_its_bytes() {
    let update = std::env::var_os("UPDATE").is_some();
    let mut wrong = Vec::new();
    for file in corpus() {
        let compact = minified(&file.text);
        let mut raw = compact.split(r#","expected":"#).skip(1);
        let mut renewed = Vec::new();
        for case in file.cases() {
            let found = run(&call(&file, case));
            let tree = Json::parse(&found).unwrap();
            assert_eq!(tree.compact(), found, "the text of `{}` changes when it is read", name(case));
            let is_same = raw.next().is_some_and(|raw| raw.starts_with(&format!("{found}}}")));
            if !is_same && !update {
                let difference =
                    case.get("expected").map_or(": nothing is expected yet".into(), |expected| {
                        expected
                            .difference(&tree)
                            .unwrap_or_else(|| ": numbers are written differently".into())
                    });
                wrong.push(format!("{} `{}` at {difference}", file.operation(), name(case)));
            }
            let mut case = case.clone();
            case.set("expected", tree);
            renewed.push(case);
        }
        if update {
            let mut content = file.content.clone();
            content.set("cases", Json::List(renewed));
            let draft = file.path.with_extension("json.new");
            std::fs::write(&draft, content.pretty()).unwrap();
            std::fs::rename(&draft, &file.path).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{} cases differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn facts_written_by_hand_hold() {
    let corpus = corpus();
    let mut wrong = Vec::new();
    for file in &corpus {
        for case in file.cases() {
            let facts = facts::of(file.operation(), name(case));
            if facts.is_empty() {
                wrong.push(format!("{} `{}` has no fact", file.operation(), name(case)));
                continue;
            }
            let found = Json::parse(&run(&call(file, case))).unwrap();
            for (path, fact) in facts {
                if let Err(what) = facts::holds(&found, path, fact) {
                    wrong.push(format!("{} `{}` at {path}: {what}", file.operation(), name(case)));
                }
            }
        }
    }
    for (operation, case) in facts::cases() {
        let is_there = |file: &&File| {
            file.operation() == operation && file.cases().iter().any(|found| name(found) == case)
        };
        if !corpus.iter().any(|file| is_there(&file)) {
            wrong.push(format!("the facts of {operation} `{case}` have no case"));
        }
    }
    assert!(wrong.is_empty(), "{} facts fail:\n{}", wrong.len(), wrong.join("\n"));
}

/// The same document with its lists in another order, or nothing if it has not the shape of one.
fn reordered(input: &Json, seed: u64) -> Option<Json> {
    let mut input = input.clone();
    let plan = match (input.get("plan"), input.get("objectives")) {
        (Some(Json::Text(_)), _) => return None,
        (Some(plan), _) => Plan::from_json(&plan.compact()).ok()?,
        (None, Some(objectives)) => {
            let start = r#"{"format":"paceline/1","program":{"name":"p","start":"2026-01-01"}}"#;
            let mut plan = Plan::from_json(start).unwrap();
            plan.objectives = serde_json::from_str(&objectives.compact()).ok()?;
            plan
        }
        (None, None) => return None,
    };
    let plan = Json::parse(&serde_json::to_string(&shuffled(&plan, seed)).unwrap()).unwrap();
    if input.get("plan").is_some() {
        input.set("plan", plan);
    } else {
        input.set("objectives", plan.get("objectives").cloned().unwrap_or(Json::List(Vec::new())));
    }
    Some(input)
}

#[test]
fn the_order_of_the_lists_changes_no_byte() {
    let mut tried = 0;
    for file in &corpus() {
        for case in file.cases() {
            let original = call(file, case);
            let expected = run(&original);
            for seed in 0..ORDERS {
                let Some(input) = reordered(original.input, seed) else { break };
                let found = run(&Call { input: &input, ..original.clone() });
                if found != expected {
                    let (expected, found) = (Json::parse(&expected).unwrap(), Json::parse(&found).unwrap());
                    let difference = expected.difference(&found).unwrap_or_default();
                    panic!("{} `{}`, order {seed}, at {difference}", file.operation(), name(case));
                }
                tried += 1;
            }
        }
    }
    assert!(tried > 300, "only {tried} documents were put into another order");
}

#[test]
fn the_checker_accepts_every_schedule() {
    let mut judged = 0;
    for file in &corpus() {
        for case in file.cases() {
            let Some(Ok(plan)) = case.get("input").and_then(|input| input.get("plan")).map(|plan| {
                let text = plan.text().map_or_else(|| plan.compact(), str::to_owned);
                Plan::read(&text)
            }) else {
                continue;
            };
            let Ok(schedule) = schedule(&plan) else { continue };
            let verdict = check(&plan, &schedule).violations;
            assert!(verdict.is_empty(), "{} `{}`: {verdict:#?}", file.operation(), name(case));
            judged += 1;
            if file.operation() == "level" {
                let answer = run(&call(file, case));
                let Ok(report) = serde_json::from_str::<LevelReport>(&answer) else { continue };
                let options: LevelOptions =
                    case.get("options").map_or_else(LevelOptions::default, |options| {
                        serde_json::from_str(&options.compact()).unwrap()
                    });
                let verdict =
                    check_leveled_with(&plan, &report.before, &report.schedule, &options).violations;
                assert!(verdict.is_empty(), "leveled `{}`: {verdict:#?}", name(case));
            }
        }
    }
    assert!(judged > 100, "only {judged} schedules were judged");
}

#[test]
fn files_are_small_well_named_and_complete() {
    let mut bytes = 0;
    for file in corpus() {
        bytes += file.text.len();
        assert_eq!(file.path.file_stem().unwrap().to_str().unwrap(), file.operation());
        let mut names = BTreeSet::new();
        for case in file.cases() {
            let at = format!("{} `{}`", file.operation(), name(case));
            assert!(names.insert(name(case).to_owned()), "{at} is there twice");
            assert!(case.get("why").and_then(Json::text).is_some_and(|why| why.len() > 10), "{at}: why?");
            let Json::Object(fields) = case else { panic!("{at} is no object") };
            let known = ["name", "why", "input", "options", "expected"];
            let unknown = fields.iter().find(|(field, _)| !known.contains(&field.as_str()));
            assert!(unknown.is_none(), "{at}: {unknown:?}");
            assert_eq!(fields.last().map(|(field, _)| field.as_str()), Some("expected"), "{at}");
        }
    }
    assert!(bytes < MOST_BYTES, "the corpus has {bytes} bytes, more than {MOST_BYTES}");
}

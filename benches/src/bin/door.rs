//! The operations as other languages call them, for comparing hosts: `door FOLDER CASES`.
//!
//! `CASES` is a JSON list of cases (`bindings-wasm/bench/cases.json`), the folder holds their documents. Each line
//! of the standard input is the name of a case; it is run once and its time in milliseconds printed. Plans are
//! read before, unless reading is the case; answers are written as JSON text.

#![allow(clippy::print_stdout, reason = "a program for the terminal")]

use std::collections::BTreeMap;
use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::ops::ControlFlow;
use std::time::Instant;

use paceline::Progress;
use paceline::call::{Part, call};
use paceline::plan::Plan;
use paceline::schedule::Host;
use serde_json::Value;

/// Stops at the first plan, if it is to stop.
struct First(bool);

impl Host for First {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        if self.0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, cases] = arguments.as_slice() else { return Err("usage: door FOLDER CASES".into()) };
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(cases)?)?;
    let mut texts = BTreeMap::new();
    let mut plans = BTreeMap::new();
    for case in &cases {
        let document = field(case, "document");
        let text = std::fs::read_to_string(format!("{folder}/{document}.json"))?;
        if case["part"].is_null() && !plans.contains_key(document) {
            plans.insert(document, Plan::from_json(&text)?);
        }
        texts.insert(document, text);
    }
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        let case = cases.iter().find(|case| field(case, "name") == line).ok_or("no such case")?;
        let document = field(case, "document");
        let is_read = field(case, "operation") == "from_json";
        let part = match plans.get(document) {
            Some(plan) if !is_read => Part::Plan(plan),
            _ => Part::Text(&texts[document]),
        };
        let options = case.get("options").map(Value::to_string);
        let name = case["part"].as_str().unwrap_or("plan");
        let mut host = First(case["stop"] == true);
        let begin = Instant::now();
        let answer = call(field(case, "operation"), &[(name, part)], options.as_deref(), &mut host)?;
        if !is_read {
            black_box(answer.to_json());
        }
        drop(black_box(answer));
        println!("{}", begin.elapsed().as_secs_f64() * 1e3);
        std::io::stdout().flush()?;
    }
    Ok(())
}

fn field<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name].as_str().unwrap_or_default()
}

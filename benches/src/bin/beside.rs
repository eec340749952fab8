//! Times operations of one plan for a host that measures beside: `beside PLAN.json`, then on standard input lines
//! `schedule`, `level` or `score`; each is answered with the nanoseconds that one run took.

#![allow(clippy::print_stdout, reason = "a program for another program")]

use std::error::Error;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

use paceline::measure::{ScoreOptions, score};
use paceline::plan::Plan;
use paceline::schedule::{LevelOptions, level, schedule};

fn main() -> Result<(), Box<dyn Error>> {
    let name = std::env::args().nth(1).ok_or("usage: beside PLAN.json")?;
    let plan = Plan::read(&std::fs::read_to_string(name)?)?;
    let first = LevelOptions { steps: Some(1), ..LevelOptions::default() };
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let begin = Instant::now();
        match line?.as_str() {
            "schedule" => drop(black_box(schedule(&plan)?)),
            "level" => drop(black_box(level(&plan, &first, &mut ())?)),
            "score" => drop(black_box(score(&plan.objectives, &ScoreOptions::default())?)),
            other => return Err(format!("no operation is called `{other}` here").into()),
        }
        writeln!(out, "{}", begin.elapsed().as_nanos())?;
        out.flush()?;
    }
    Ok(())
}

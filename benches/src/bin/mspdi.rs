//! Reads a file of Microsoft Project and schedules it, so many times in one process: `mspdi FILE [ROUNDS]`. Prints for
//! each round the nanoseconds of reading and of scheduling, the number of tasks and the last early finish:
//! `benches/mpxj/compare.py` runs it beside MPXJ.

#![allow(clippy::print_stdout, reason = "a program for the terminal")]

use std::error::Error;
use std::time::Instant;

use paceline::interop::read_mspdi;
use paceline::schedule::schedule;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: mspdi FILE [ROUNDS]")?;
    let rounds: u32 = arguments.next().map_or(Ok(1), |text| text.parse())?;
    let bytes = std::fs::read(path)?;
    for _ in 0..rounds {
        let begin = Instant::now();
        let file = read_mspdi(&bytes)?;
        let read = begin.elapsed();
        let found = schedule(&file.plan)?;
        let all = begin.elapsed();
        let last = found.tasks.iter().map(|row| row.early_finish).max().unwrap_or(found.finish);
        println!("{} {} {} {last}", read.as_nanos(), (all - read).as_nanos(), found.tasks.len());
    }
    Ok(())
}

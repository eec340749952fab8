//! `paceline`: plans, levels, checks and scores a program from its document.
//!
//! The core reads no file and no clock and prints nothing; this program is the host that does.
//!
//! | file | holds |
//! |---|---|
//! | `arguments` | the command line, read |
//! | `help` | the command line, explained |
//! | `source` | documents read from files or standard input |
//! | `job` | what each command does |
//! | `search` | progress, time limit and Ctrl-C while the engine levels |
//! | `table` | schedules, checks and scorecards as text |
//! | `message` | faults and failures as text |
//! | `terminal` | writing to the terminal |
//! | `exit` | exit codes |
#![forbid(unsafe_code)]

mod arguments;
mod exit;
mod help;
mod job;
mod message;
mod search;
mod source;
mod table;
mod terminal;

use std::process::ExitCode;

use arguments::{Arguments, Request};
use exit::{Exit, Failure};

fn main() -> ExitCode {
    let done = match Arguments::read(std::env::args_os()) {
        Ok(Request::Help) => terminal::print(help::TEXT).map(|()| Exit::Well),
        Ok(Request::Version) => {
            terminal::print(concat!("paceline ", env!("CARGO_PKG_VERSION"), "\n")).map(|()| Exit::Well)
        }
        Ok(Request::Run(arguments)) => job::run(&arguments).or_else(|failure| {
            message::report(&failure, &arguments)?;
            Ok(failure.exit())
        }),
        Err(usage) => {
            message::usage(&usage);
            Ok(Exit::Usage)
        }
    };
    match done {
        Ok(exit) => exit.into(),
        Err(failure) => {
            message::failure(&failure);
            failure.exit().into()
        }
    }
}

/// What a command returns: how it went, or why it could not.
type Outcome = Result<Exit, Failure>;

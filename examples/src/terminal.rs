//! Writing to the terminal: color, width, and readers that go away.

use std::io::{self, IsTerminal, Write};

use crate::arguments::Color;
use crate::exit::Failure;

/// Columns of a report when the terminal does not say.
const WIDTH: usize = 100;

/// Writes to standard output. A reader that has gone away (`| head`) is not an error.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::File { verb: "write", name: "standard output".into(), error })
        }
        _ => Ok(()),
    }
}

/// Writes to standard error, where nobody may be listening.
pub(crate) fn note(text: &str) {
    let mut err = io::stderr().lock();
    let _ = err.write_all(text.as_bytes()).and_then(|()| err.flush());
}

/// Whether to color standard output.
pub(crate) fn color_output(color: Color) -> bool {
    decide(color, io::stdout().is_terminal())
}

/// Whether to color standard error.
pub(crate) fn color_notes(color: Color) -> bool {
    decide(color, io::stderr().is_terminal())
}

/// <https://no-color.org>: any value but the empty one turns color off.
fn decide(color: Color, terminal: bool) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
            terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

/// Columns to write in: `COLUMNS` within reason, else 100.
pub(crate) fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    asked.unwrap_or(WIDTH).clamp(60, 200)
}

/// Whether standard error is a terminal that can show a line of progress.
pub(crate) fn shows_progress() -> bool {
    io::stderr().is_terminal() && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

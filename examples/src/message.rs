//! Faults and failures as text.

use std::fmt::Write;

use paceline::{Issue, Severity};
use serde_json::json;

use crate::arguments::{Arguments, Format};
use crate::exit::Failure;
use crate::terminal;

/// Says why a command failed: faults in JSON where JSON was asked for, all else as text for people.
pub(crate) fn report(failure: &Failure, arguments: &Arguments) -> Result<(), Failure> {
    let color = terminal::color_notes(arguments.color);
    match failure {
        Failure::Faults { name, issues } if arguments.format == Format::Json => {
            terminal::note(&format!("{}\n", summary(issues.as_slice(), name)));
            terminal::print(&format!("{}\n", json!({ "issues": issues.as_slice() })))
        }
        Failure::Faults { name, issues } => {
            terminal::note(&blocks(issues.as_slice(), color));
            terminal::note(&format!("{}\n", summary(issues.as_slice(), name)));
            Ok(())
        }
        other => {
            self::failure(other);
            Ok(())
        }
    }
}

/// Says why a command failed, in one line.
pub(crate) fn failure(failure: &Failure) {
    match failure {
        Failure::Usage(text) => usage(text),
        Failure::File { verb, name, error } => {
            terminal::note(&format!("error: cannot {verb} {name}: {error}\n"));
        }
        Failure::Faults { name, issues } => {
            terminal::note(&format!("{}\n", summary(issues.as_slice(), name)));
        }
    }
}

/// Says what was not understood.
pub(crate) fn usage(text: &str) {
    terminal::note(&format!("error: {text}\nfor help: paceline --help\n"));
}

/// One block per issue: severity, code and place; then the message; then the help.
pub(crate) fn blocks(issues: &[Issue], color: bool) -> String {
    let mut text = String::new();
    let paint = |code: &'static str| if color { code } else { "" };
    for issue in issues {
        let (word, shade) = match issue.severity {
            Severity::Error => ("error", paint("\x1b[1;31m")),
            Severity::Warning => ("warning", paint("\x1b[1;33m")),
            Severity::Info => ("info", paint("\x1b[1;36m")),
        };
        let plain = paint("\x1b[0m");
        let _ = writeln!(text, "{shade}{word}[{}]{plain} {}", visible(&issue.code), visible(&issue.at));
        let _ = writeln!(text, "  {}", visible(&issue.message));
        if let Some(help) = &issue.help {
            let _ = writeln!(text, "  {}help:{plain} {}", paint("\x1b[36m"), visible(help));
        }
        text.push('\n');
    }
    text
}

/// `12 errors, 3 warnings in plan.json`, or `no faults in plan.json`.
pub(crate) fn summary(issues: &[Issue], name: &str) -> String {
    let count = |severity| issues.iter().filter(|issue| issue.severity == severity).count();
    let parts: Vec<String> =
        [(Severity::Error, "error", "errors"), (Severity::Warning, "warning", "warnings")]
            .into_iter()
            .map(|(severity, one, many)| (count(severity), one, many))
            .filter(|(number, ..)| *number > 0)
            .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
            .collect();
    if parts.is_empty() { format!("no faults in {name}") } else { format!("{} in {name}", parts.join(", ")) }
}

/// Text of a document as one line that cannot steer the terminal.
pub(crate) fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issue_is_a_block_and_the_sum_a_line() {
        let issues = [
            Issue::error("unknown-resource", "assignments/a/anna", "resource `anna` does not exist")
                .with_help("did you mean `ana`?"),
            Issue::warning("w", "tasks/\u{1b}[2J", "look"),
        ];
        assert_eq!(
            blocks(&issues, false),
            "error[unknown-resource] assignments/a/anna\n  resource `anna` does not exist\n  \
             help: did you mean `ana`?\n\nwarning[w] tasks/\u{fffd}[2J\n  look\n\n"
        );
        assert_eq!(summary(&issues, "x.json"), "1 error, 1 warning in x.json");
        assert_eq!(summary(&[], "x.json"), "no faults in x.json");
    }
}

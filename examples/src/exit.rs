//! Exit codes, and the reasons that a command can fail.

use std::process::ExitCode;

use paceline::Issues;

/// How a command went, as a number for scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// Everything is well.
    Well = 0,
    /// Every rule is kept, but a deadline is missed (or, with `--strict`, there is a warning).
    Attention = 1,
    /// The command line was not understood.
    Usage = 2,
    /// The document has faults, or the schedule that was checked breaks a rule of its plan.
    Faults = 3,
    /// Overloads remain, or a rule cannot be kept.
    Infeasible = 4,
    /// A file could not be read or written.
    File = 5,
    /// Stopped by Ctrl-C; the best plan so far was given.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for what cannot be.
    Usage(String),
    /// A document has faults; the name is the document's.
    Faults {
        /// What the document is called in messages.
        name: String,
        /// Its faults and warnings.
        issues: Issues,
    },
    /// A file could not be read or written.
    File {
        /// What was tried: `read` or `write`.
        verb: &'static str,
        /// The file.
        name: String,
        /// Why not.
        error: std::io::Error,
    },
}

impl Failure {
    /// The exit code of this failure.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) => Exit::Usage,
            Self::Faults { .. } => Exit::Faults,
            Self::File { .. } => Exit::File,
        }
    }
}

//! Documents read from files or standard input.

use std::io::Read;
use std::path::{Path, PathBuf};

use paceline::plan::Plan;
use paceline::schedule::Schedule;
use paceline::{Issue, Issues};
use serde_json::Value;

use crate::arguments::{Arguments, Source};
use crate::exit::Failure;

/// A document larger than this is not read (bytes).
const MOST_BYTES: u64 = 512 << 20;

impl Source {
    /// What it is called in messages.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Input => "standard input".into(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The page's file: the document's name with `.html`, in the current folder.
    pub(crate) fn page(&self) -> PathBuf {
        match self {
            Self::Input => "plan.html".into(),
            Self::File(path) => Path::new(path.file_stem().unwrap_or("plan".as_ref())).with_extension("html"),
        }
    }

    /// The whole text.
    fn text(&self) -> Result<String, Failure> {
        let failed = |error| Failure::File { verb: "read", name: self.name(), error };
        let mut bytes = Vec::new();
        match self {
            Self::Input => std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut bytes),
            Self::File(path) => {
                std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes))
            }
        }
        .map_err(failed)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(self.fault("too-large", "the document is larger than 512 MiB"));
        }
        let text = String::from_utf8(bytes).map_err(|error| {
            let at = error.utf8_error().valid_up_to();
            self.fault("invalid-utf8", &format!("the document is not UTF-8 text: byte {at} fits no letter"))
        })?;
        // A mark that some editors put before the text.
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    fn fault(&self, code: &'static str, message: &str) -> Failure {
        Failure::Faults { name: self.name(), issues: Issues::from(Issue::error(code, "", message)) }
    }

    /// Adds the document's name to its faults.
    pub(crate) fn blame<T>(&self, result: Result<T, Issues>) -> Result<T, Failure> {
        result.map_err(|issues| Failure::Faults { name: self.name(), issues })
    }

    /// The same for an operation on a plan, which may have stopped at its first kind of fault: adds all others.
    pub(crate) fn blame_plan<T>(&self, plan: &Plan, result: Result<T, Issues>) -> Result<T, Failure> {
        self.blame(result.map_err(|issues| {
            let mut all = issues.into_vec();
            all.extend(plan.validate());
            Issues::new(all)
        }))
    }
}

/// Reads the plan of a command, with `--start` in place of the program's own start. The plan may still
/// have faults that its shape does not show.
pub(crate) fn plan(arguments: &Arguments) -> Result<(&Source, Plan), Failure> {
    let Some(source) = &arguments.file else {
        return Err(Failure::Usage("name a plan document".into()));
    };
    let text = source.text()?;
    let mut plan = source.blame(Plan::from_json(&text))?;
    if let Some(start) = arguments.start {
        plan.program.start = start;
    }
    Ok((source, plan))
}

/// Reads a schedule, alone or within the report of leveling.
pub(crate) fn schedule(source: &Source) -> Result<Schedule, Failure> {
    let text = source.text()?;
    let invalid = |error: serde_json::Error| {
        source.fault("invalid-schedule", &format!("not a schedule of this version: {error}"))
    };
    let mut value: Value = serde_json::from_str(&text).map_err(invalid)?;
    if let Some(level) = value.get_mut("level") {
        value = level.take();
    }
    if let Some(schedule) = value.get_mut("schedule") {
        value = schedule.take();
    }
    serde_json::from_value(value).map_err(invalid)
}

//! The command line, read.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use lexopt::prelude::*;
use paceline::quantity::When;
use paceline::schedule::Goal;

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Request {
    /// `--help`.
    Help,
    /// `--version`.
    Version,
    /// A command.
    Run(Arguments),
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Command {
    /// No command named: plan, level and score, print the report, write the page.
    Program,
    /// Find the faults of a document, or of a schedule of it.
    Check,
    /// Dates without leveling.
    Schedule,
    /// The best plan in which nobody is overloaded.
    Level,
    /// The scorecard.
    Score,
    /// The JSON Schema of a document or report.
    Schema(Schema),
}

/// Which JSON Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Schema {
    /// Of a plan.
    Plan,
    /// Of a schedule.
    Schedule,
    /// Of the report of leveling.
    Level,
    /// Of a scorecard.
    Scorecard,
}

/// How to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// When to color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// A file, or standard input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// `-`.
    Input,
    /// A file.
    File(PathBuf),
}

/// The command line, read.
#[derive(Debug, Clone)]
pub(crate) struct Arguments {
    pub(crate) command: Command,
    /// The document; `None` only for `schema`.
    pub(crate) file: Option<Source>,
    /// Where the page goes; `None`: beside nothing, in the current folder.
    pub(crate) out: Option<PathBuf>,
    pub(crate) page: bool,
    pub(crate) format: Format,
    pub(crate) color: Color,
    /// Warnings ask for attention too.
    pub(crate) strict: bool,
    /// Goals of leveling, the most important first.
    pub(crate) objective: Option<Vec<Goal>>,
    /// How many tasks leveling may give to somebody else.
    pub(crate) reassign: Option<u32>,
    pub(crate) within_float: bool,
    /// The rest of started tasks may be delayed.
    pub(crate) split: bool,
    pub(crate) steps: Option<u64>,
    pub(crate) seed: Option<u64>,
    pub(crate) time_limit: Option<Duration>,
    pub(crate) start: Option<When>,
    pub(crate) as_of: Option<When>,
    /// The schedule to check.
    pub(crate) schedule: Option<Source>,
}

impl Arguments {
    fn new() -> Self {
        Self {
            command: Command::Program,
            file: None,
            out: None,
            page: true,
            format: Format::Text,
            color: Color::Auto,
            strict: false,
            objective: None,
            reassign: None,
            within_float: false,
            split: false,
            steps: None,
            seed: None,
            time_limit: None,
            start: None,
            as_of: None,
            schedule: None,
        }
    }

    /// Reads the command line; the first of the arguments is the program's own name.
    pub(crate) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Request, String> {
        let mut parser = lexopt::Parser::from_iter(arguments);
        let mut read = Self::new();
        let mut words: Vec<OsString> = Vec::new();
        let mut options: Vec<&'static str> = Vec::new();
        while let Some(argument) = parser.next().map_err(text)? {
            match argument {
                Short('h') | Long("help") => return Ok(Request::Help),
                Short('V') | Long("version") => return Ok(Request::Version),
                Value(word) => words.push(word),
                option => {
                    let name = option_name(&option)?;
                    read.option(name, &mut parser)?;
                    options.push(name);
                }
            }
        }
        if words.is_empty() && options.is_empty() {
            return Err("name a plan document".into());
        }
        read.words(words)?;
        read.refuse_misplaced(&options)?;
        Ok(Request::Run(read))
    }

    fn option(&mut self, name: &str, parser: &mut lexopt::Parser) -> Result<(), String> {
        match name {
            "no-page" => {
                self.page = false;
                return Ok(());
            }
            "strict" => {
                self.strict = true;
                return Ok(());
            }
            "within-float" => {
                self.within_float = true;
                return Ok(());
            }
            "split" => {
                self.split = true;
                return Ok(());
            }
            _ => {}
        }
        let value = parser.value().map_err(text)?;
        match name {
            "out" => self.out = Some(file_name(value)?),
            "format" => self.format = choose(name, &value, &FORMATS)?,
            "color" => self.color = choose(name, &value, &COLORS)?,
            "objective" => self.objective = Some(goals(&value)?),
            "reassign" => self.reassign = Some(number(name, &value)?),
            "steps" => self.steps = Some(number(name, &value)?),
            "seed" => self.seed = Some(number(name, &value)?),
            "seconds" => self.time_limit = Some(seconds(&value)?),
            "start" => self.start = Some(date(name, &value)?),
            "as-of" => self.as_of = Some(date(name, &value)?),
            _ => self.schedule = Some(source(value)),
        }
        Ok(())
    }

    fn words(&mut self, words: Vec<OsString>) -> Result<(), String> {
        let mut words = words.into_iter().peekable();
        let command = words.peek().and_then(|word| word.to_str()).and_then(command);
        if let Some(command) = command {
            self.command = command;
            words.next();
        }
        if let Command::Schema(_) = self.command {
            if let Some(name) = words.next() {
                self.command = Command::Schema(choose("schema", &name, &SCHEMAS)?);
            }
        } else {
            let file = words.next().ok_or("name a plan document, or `-` for standard input")?;
            self.file = Some(source(file));
        }
        match words.next() {
            None => Ok(()),
            Some(word) => Err(format!("`{}` is one argument too many", word.to_string_lossy())),
        }
    }

    /// An option that the command would not look at is a misunderstanding.
    fn refuse_misplaced(&self, options: &[&'static str]) -> Result<(), String> {
        let fits = |option: &str| match self.command {
            Command::Program => option != "schedule",
            Command::Check => matches!(option, "format" | "color" | "strict" | "schedule" | "start"),
            Command::Schedule => matches!(option, "format" | "color" | "strict" | "start"),
            Command::Level => {
                let how = ["objective", "reassign", "within-float", "split", "steps", "seed", "seconds"];
                matches!(option, "format" | "color" | "strict" | "start") || how.contains(&option)
            }
            Command::Score => matches!(option, "format" | "color" | "as-of"),
            Command::Schema(_) => false,
        };
        if let Some(option) = options.iter().find(|option| !fits(option)) {
            return Err(format!("option `--{option}` does not belong to this command"));
        }
        if self.schedule == Some(Source::Input) && self.file == Some(Source::Input) {
            return Err("only one of plan and schedule can come from standard input".into());
        }
        if self.out.is_some() && !self.page {
            return Err("`--out` and `--no-page` contradict each other".into());
        }
        Ok(())
    }
}

const FORMATS: [(&str, Format); 2] = [("text", Format::Text), ("json", Format::Json)];
const COLORS: [(&str, Color); 3] =
    [("auto", Color::Auto), ("always", Color::Always), ("never", Color::Never)];
const SCHEMAS: [(&str, Schema); 4] = [
    ("plan", Schema::Plan),
    ("schedule", Schema::Schedule),
    ("level", Schema::Level),
    ("scorecard", Schema::Scorecard),
];
const OPTIONS: [&str; 17] = [
    "out",
    "no-page",
    "format",
    "color",
    "strict",
    "objective",
    "reassign",
    "within-float",
    "split",
    "steps",
    "seed",
    "seconds",
    "start",
    "as-of",
    "schedule",
    "help",
    "version",
];

fn command(word: &str) -> Option<Command> {
    match word {
        "check" => Some(Command::Check),
        "schedule" => Some(Command::Schedule),
        "level" => Some(Command::Level),
        "score" => Some(Command::Score),
        "schema" => Some(Command::Schema(Schema::Plan)),
        _ => None,
    }
}

/// The long name of an option.
fn option_name(option: &lexopt::Arg<'_>) -> Result<&'static str, String> {
    match option {
        Short('o') => Ok("out"),
        Short(letter) => Err(format!("there is no option `-{letter}`")),
        Long(name) => {
            let found = OPTIONS.iter().find(|option| *option == name);
            found.copied().ok_or_else(|| unknown_option(name))
        }
        Value(word) => Err(format!("`{}` is not an option", word.to_string_lossy())),
    }
}

fn unknown_option(name: &str) -> String {
    let near = OPTIONS.iter().find(|option| option.starts_with(name) || name.starts_with(**option));
    match near {
        Some(option) => format!("there is no option `--{name}`; did you mean `--{option}`?"),
        None => format!("there is no option `--{name}`"),
    }
}

fn text(error: lexopt::Error) -> String {
    error.to_string()
}

fn source(name: OsString) -> Source {
    if name == "-" { Source::Input } else { Source::File(name.into()) }
}

fn file_name(name: OsString) -> Result<PathBuf, String> {
    if name.is_empty() || name == "-" {
        return Err("`--out` needs the name of a file".into());
    }
    Ok(name.into())
}

fn choose<T: Copy>(name: &str, value: &OsString, choices: &[(&str, T)]) -> Result<T, String> {
    let found = choices.iter().find(|(choice, _)| value == *choice);
    found.map(|(_, chosen)| *chosen).ok_or_else(|| {
        let names: Vec<&str> = choices.iter().map(|(choice, _)| *choice).collect();
        format!("`{name}` is one of {}, not `{}`", names.join(", "), value.to_string_lossy())
    })
}

fn number<T: std::str::FromStr>(name: &str, value: &OsString) -> Result<T, String> {
    let digits = value.to_string_lossy();
    digits.parse().map_err(|_| format!("`--{name}` takes a whole number, not `{digits}`"))
}

fn goals(value: &OsString) -> Result<Vec<Goal>, String> {
    let names = Goal::ALL.map(|goal| (goal.name(), goal));
    let words = value.to_string_lossy();
    words.split(',').map(|word| choose("objective", &word.trim().into(), &names)).collect()
}

fn seconds(value: &OsString) -> Result<Duration, String> {
    let written = value.to_string_lossy();
    let seconds: Option<f64> = written.parse().ok().filter(|seconds| (0.0..=1e6).contains(seconds));
    match seconds {
        Some(seconds) => Ok(Duration::from_secs_f64(seconds)),
        None => Err(format!("`--seconds` takes a number from 0 to 1,000,000, not `{written}`")),
    }
}

fn date(name: &str, value: &OsString) -> Result<When, String> {
    When::parse(&value.to_string_lossy()).map_err(|error| format!("`--{name}`: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Request, String> {
        Arguments::read(std::iter::once("paceline").chain(line.split_whitespace()).map(OsString::from))
    }

    fn run(line: &str) -> Arguments {
        match read(line) {
            Ok(Request::Run(arguments)) => arguments,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn commands_and_options_are_read_in_any_order() {
        let arguments = run("--steps 50 level --seed=7 a.json --format json --seconds 1.5");
        assert_eq!(arguments.command, Command::Level);
        assert_eq!(arguments.file, Some(Source::File("a.json".into())));
        assert_eq!((arguments.steps, arguments.seed), (Some(50), Some(7)));
        assert_eq!(arguments.format, Format::Json);
        assert_eq!(arguments.time_limit, Some(Duration::from_millis(1500)));
        let arguments = run("a.json --objective finish,even_load --reassign 2 --within-float --split");
        assert_eq!(arguments.objective, Some(vec![Goal::Finish, Goal::EvenLoad]));
        assert_eq!((arguments.reassign, arguments.within_float, arguments.split), (Some(2), true, true));
        assert_eq!(run("-").file, Some(Source::Input));
        assert_eq!(run("./check").command, Command::Program);
        assert_eq!(run("schema scorecard").command, Command::Schema(Schema::Scorecard));
        assert!(matches!(read("level --help"), Ok(Request::Help)));
        assert!(matches!(read("-V"), Ok(Request::Version)));
    }

    #[test]
    fn misunderstandings_are_refused() {
        for line in [
            "",
            "check",
            "a.json b.json",
            "level a.json --out x.html",
            "score a.json --steps 5",
            "schema orchard",
            "a.json --format yaml",
            "a.json --seconds -1",
            "a.json --seconds nan",
            "a.json --start 2026-13-01",
            "a.json --out -",
            "a.json --out x.html --no-page",
            "a.json --step 5",
            "a.json -z",
            "a.json --steps",
            "check - --schedule -",
            "a.json --strict=yes",
            "a.json --objective speed",
            "a.json --objective finish,",
            "a.json --reassign -1",
            "schedule a.json --within-float",
            "score a.json --split",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
        assert!(read("a.json --step 5").unwrap_err().contains("--steps"));
    }
}

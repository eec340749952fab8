//! What each command does.

use std::path::Path;

use paceline::measure::{ScoreOptions, score};
use paceline::plan::Plan;
use paceline::render::{PageOptions, page};
use paceline::report::{Brief, Findings, TextOptions, text};
use paceline::schedule::{Criterion, Goal, LevelOptions, check, level, load, schedule};
use paceline::{Issue, Issues, Severity, Status};
use serde::Serialize;
use serde_json::json;

use crate::arguments::{Arguments, Command, Format, Schema, Source};
use crate::exit::{Exit, Failure};
use crate::search::Watch;
use crate::{Outcome, message, search, source, table, terminal};

/// Does what the command line asks.
pub(crate) fn run(arguments: &Arguments) -> Outcome {
    match arguments.command {
        Command::Program => whole_program(arguments),
        Command::Check => judge(arguments),
        Command::Schedule => dates(arguments),
        Command::Level => best_plan(arguments),
        Command::Score => scorecard(arguments),
        Command::Schema(which) => json_schema(which),
    }
}

/// Plans, levels and scores; prints the report and writes the page.
fn whole_program(arguments: &Arguments) -> Outcome {
    let (source, plan) = source::plan(arguments)?;
    let page_file = page_file(arguments, source)?;
    let leveled = Leveled::new(source, &plan, arguments)?;
    let Leveled(findings) = &leveled;
    let brief = findings.brief(&plan);
    if let Some(file) = &page_file {
        write(file, &page(&brief, &page_options(source)))?;
    }
    match arguments.format {
        Format::Json => print_json(&json!({
            "level": findings.level,
            "load": { "before": findings.load_before, "after": findings.load_after },
            "cost": findings.cost,
            "scorecard": findings.scorecard,
        }))?,
        Format::Text => terminal::print(&text(&brief, &text_options(arguments)))?,
    }
    if let Some(file) = &page_file {
        terminal::note(&format!("page written to {}\n", file.display()));
    }
    Ok(leveled.verdict(arguments.strict))
}

/// Finds the faults of a document, or of a schedule of it.
fn judge(arguments: &Arguments) -> Outcome {
    let (source, plan) = source::plan(arguments)?;
    let warnings = source.blame(Issues::check(plan.validate()))?;
    let attention = arguments.strict && has_warning(&warnings);
    let good = if attention { Exit::Attention } else { Exit::Well };
    let Some(asked) = &arguments.schedule else {
        match arguments.format {
            Format::Json => print_json(&json!({ "issues": warnings }))?,
            Format::Text => {
                tell(&warnings, arguments);
                let summary = message::summary(&warnings, &source.name());
                terminal::print(&format!("{summary}: {}\n", table::sizes(&plan)))?;
            }
        }
        return Ok(good);
    };
    let report = check(&plan, &source::schedule(asked)?);
    match arguments.format {
        Format::Json => print_json(&json!({
            "issues": warnings, "violations": report.violations, "overloads": report.overloads,
        }))?,
        Format::Text => {
            tell(&warnings, arguments);
            tell(&report.violations, arguments);
            terminal::print(&table::verdict(&plan, &report, &asked.name()))?;
        }
    }
    Ok(if !report.accepts() {
        Exit::Faults
    } else if !report.is_level() {
        Exit::Infeasible
    } else {
        good
    })
}

/// Dates without leveling.
fn dates(arguments: &Arguments) -> Outcome {
    let (source, plan) = source::plan(arguments)?;
    let schedule = source.blame_plan(&plan, schedule(&plan))?;
    match arguments.format {
        Format::Json => print_json(&schedule)?,
        Format::Text => {
            let load = source.blame(load(&plan, &schedule))?;
            tell(&schedule.issues, arguments);
            terminal::print(&table::schedule(&plan, &schedule, &load))?;
        }
    }
    let late = schedule.tasks.iter().any(|task| task.late_days > 0);
    let attention = late || arguments.strict && has_warning(&schedule.issues);
    Ok(if attention { Exit::Attention } else { Exit::Well })
}

/// The best plan in which nobody is overloaded.
fn best_plan(arguments: &Arguments) -> Outcome {
    let (source, plan) = source::plan(arguments)?;
    let leveled = Leveled::new(source, &plan, arguments)?;
    let Leveled(findings) = &leveled;
    match arguments.format {
        Format::Json => print_json(&findings.level)?,
        Format::Text => {
            let brief = Brief { scorecard: None, ..findings.brief(&plan) };
            terminal::print(&text(&brief, &text_options(arguments)))?;
        }
    }
    Ok(leveled.verdict(arguments.strict))
}

/// The scorecard.
fn scorecard(arguments: &Arguments) -> Outcome {
    let (source, plan) = source::plan(arguments)?;
    if plan.objectives.is_empty() {
        let issue = Issue::error("no-objectives", "objectives", "the document has no objectives to score");
        return source.blame(Err(Issues::from(issue.with_help("add `objectives` with their KPIs"))));
    }
    let scored = source.blame(score(&plan.objectives, &score_options(&plan, arguments)))?;
    match arguments.format {
        Format::Json => print_json(&scored)?,
        Format::Text => terminal::print(&table::scorecard(&plan.program.name, &scored))?,
    }
    Ok(Exit::Well)
}

/// The JSON Schema of a document or report.
fn json_schema(which: Schema) -> Outcome {
    print_json(&match which {
        Schema::Plan => paceline::schema::plan_schema(),
        Schema::Schedule => paceline::schema::schedule_schema(),
        Schema::Level => paceline::schema::level_report_schema(),
        Schema::Scorecard => paceline::schema::scorecard_schema(),
    })?;
    Ok(Exit::Well)
}

/// A leveled plan with what is reported about it.
struct Leveled(Findings);

impl Leveled {
    fn new(source: &Source, plan: &Plan, arguments: &Arguments) -> Result<Self, Failure> {
        search::listen();
        let report = {
            let mut watch = Watch::begin(arguments.time_limit);
            source.blame_plan(plan, level(plan, &level_options(arguments), &mut watch))?
        };
        if search::interrupted() {
            terminal::note("stopped: this is the best plan found so far\n");
        }
        source.blame(Findings::new(plan, report, &score_options(plan, arguments))).map(Self)
    }

    /// The worst that is true of the plan.
    fn verdict(&self, strict: bool) -> Exit {
        let report = &self.0.level;
        if search::interrupted() {
            Exit::Interrupted
        } else if !report.remaining.is_empty() || report.status == Status::Infeasible {
            Exit::Infeasible
        } else if !report.late.is_empty() || strict && has_warning(&report.schedule.issues) {
            Exit::Attention
        } else {
            Exit::Well
        }
    }
}

/// The options of leveling; with a time limit alone, the clock ends the search and not the steps.
fn level_options(arguments: &Arguments) -> LevelOptions {
    let unlimited = arguments.time_limit.map(|_| u64::MAX);
    let defaults = LevelOptions::default();
    let goals = |goals: &Vec<Goal>| goals.iter().map(|goal| Criterion::Goal(*goal)).collect();
    LevelOptions {
        objective: arguments.objective.as_ref().map_or(defaults.objective, goals),
        reassign: arguments.reassign,
        within_float: arguments.within_float,
        split_remaining: arguments.split,
        steps: arguments.steps.or(unlimited).or(defaults.steps),
        seed: arguments.seed.unwrap_or(defaults.seed),
        ..defaults
    }
}

fn score_options(plan: &Plan, arguments: &Arguments) -> ScoreOptions {
    ScoreOptions { as_of: arguments.as_of.or(plan.program.status_date), ..ScoreOptions::default() }
}

/// Where the page goes. It never replaces the document it is made from.
fn page_file(arguments: &Arguments, source: &Source) -> Result<Option<std::path::PathBuf>, Failure> {
    if !arguments.page {
        return Ok(None);
    }
    let file = arguments.out.clone().unwrap_or_else(|| source.page());
    if let Source::File(document) = source
        && let (Ok(page), Ok(document)) = (file.canonicalize(), document.canonicalize())
        && page == document
    {
        let text = format!("the page would replace the document `{}`; use `--out`", document.display());
        return Err(Failure::Usage(text));
    }
    Ok(Some(file))
}

fn page_options(source: &Source) -> PageOptions {
    let made_by = concat!("Made by paceline ", env!("CARGO_PKG_VERSION"), " from ");
    // The page travels: it names the file, not the folders of the one who made it.
    let file = match source {
        Source::File(path) => path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        Source::Input => source.name(),
    };
    PageOptions { footer: Some(format!("{made_by}{file}")), ..PageOptions::default() }
}

fn text_options(arguments: &Arguments) -> TextOptions {
    TextOptions { color: terminal::color_output(arguments.color), width: terminal::width() }
}

/// Issues for people, on standard error.
fn tell(issues: &[Issue], arguments: &Arguments) {
    terminal::note(&message::blocks(issues, terminal::color_notes(arguments.color)));
}

fn has_warning(issues: &[Issue]) -> bool {
    issues.iter().any(|issue| issue.severity != Severity::Info)
}

fn write(file: &Path, text: &str) -> Result<(), Failure> {
    std::fs::write(file, text).map_err(|error| Failure::File {
        verb: "write",
        name: file.display().to_string(),
        error,
    })
}

fn print_json(value: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::File {
        verb: "write",
        name: "JSON".into(),
        error: error.into(),
    })?;
    terminal::print(&(text + "\n"))
}

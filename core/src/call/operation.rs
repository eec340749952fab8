//! What each operation does.

use std::borrow::Cow;

use super::answer::Answer;
use super::input::{Input, Part};
use super::measuring;
use super::options::{ChartOptions, LoadChartOptions, PageOptions, ReportOptions, TraceChartOptions};
use crate::cost::{
    BaselineOptions, EarnedScheduleRequest, EarnedValueItem, ForecastMethod, VarianceOptions, cost,
    earned_schedule, earned_value, set_baseline, variance,
};
use crate::error::nearest;
use crate::interop::{
    CsvReadOptions, CsvTexts, CsvWriteOptions, IcalOptions, IcalReadOptions, StoredTask, read_csv, read_ical,
    read_mspdi, read_pmxml, read_xer, write_csv, write_ical, write_mspdi, write_xer,
};
use crate::measure::{PaceRequest, PooledRatio, ScoreOptions, kpi_gaps, pace, pool, score};
use crate::plan::Plan;
use crate::rcpsp::{self, RcpspCheckOptions, RcpspOptions, RcpspProblem, RcpspSolution, check_with, solve};
use crate::render::{self, gantt_svg, load_svg, scorecard_svg, trace_svg};
use crate::report::{Findings, TextOptions, text};
use crate::schedule::{
    FloatPathOptions, Host, LevelOptions, LevelReport, LoadOptions, Schedule, apply_leveling, check,
    check_leveled_with, compare, compare_versions, float_paths, level_with, load_with, schedule,
};
use crate::value::{
    AlertRequest, CampaignBudgetRequest, InstantiateRequest, alerts, at_risk, budgets, instantiate, values,
    weights,
};
use crate::{Issue, Issues, Progress};

/// Names of the operations on plans, in the order of `api.json`.
const PLANNING: [&str; 46] = [
    "read",
    "from_json",
    "validate",
    "change",
    "diff",
    "schedule",
    "level",
    "apply_leveling",
    "check",
    "check_leveled",
    "compare",
    "float_paths",
    "load",
    "cost",
    "set_baseline",
    "variance",
    "earned_value",
    "earned_schedule",
    "score",
    "kpi_gaps",
    "pace",
    "pool",
    "values",
    "weights",
    "at_risk",
    "budgets",
    "alerts",
    "instantiate",
    "report",
    "page",
    "gantt_svg",
    "load_svg",
    "scorecard_svg",
    "trace_svg",
    "read_mspdi",
    "write_mspdi",
    "write_ical",
    "read_ical",
    "read_csv",
    "write_csv",
    "read_xer",
    "read_pmxml",
    "write_xer",
    "read_rcpsp",
    "solve_rcpsp",
    "check_rcpsp",
];

/// Operations on objectives, which need no plan either.
const OBJECTIVES: [&str; 5] = ["score", "kpi_gaps", "pace", "pool", "scorecard_svg"];

/// Names of the operations, in the order of `api.json`: first those on plans, then those on records and measurements.
pub fn operations() -> impl Iterator<Item = &'static str> + Clone {
    PLANNING.into_iter().chain(measuring::NAMES.iter().copied())
}

/// Runs an operation of `api.json` by its name.
///
/// `input` holds its parts by name, `options` the JSON text of its options. `host` is told of the progress of
/// operations that level, and can stop them.
///
/// # Errors
/// Every fault at once: `unknown-operation`; `missing-input`, `unknown-input`, `repeated-input` and
/// `invalid-input` for the parts; faults of the shape of documents and options as [`Plan::from_json`] has them; and
/// those of the operation itself.
///
/// # Complexity
/// That of the operation, and O(n) for reading texts of n bytes.
///
/// # Examples
/// ```
/// use paceline::call::call;
/// let plan = r#"{
///     "format": "paceline/1",
///     "program": { "name": "Spring fair", "start": "2026-03-02" },
///     "tasks": [{ "id": "copy", "duration": "2d" }]
/// }"#;
/// let answer = call("schedule", &[("plan", plan.into())], None, &mut ())?;
/// assert!(answer.to_json().starts_with(r#"{"format":"paceline-schedule/1","start":"2026-03-02T08:00:00""#));
/// let wrong = call("levle", &[("plan", plan.into())], None, &mut ()).unwrap_err();
/// assert_eq!(wrong.as_slice()[0].help.as_deref(), Some("did you mean `level`?"));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn call(
    operation: &str,
    input: &[(&str, Part<'_>)],
    options: Option<&str>,
    host: &mut impl Host,
) -> Result<Answer, Issues> {
    match measuring::run(operation, Input::new(input, options)) {
        Some(answer) => answer,
        None => call_planning(operation, input, options, host),
    }
}

/// As [`call`], of the operations on records and measurements alone: a host that needs no plans is smaller without them.
///
/// # Errors
/// As [`call`]; an operation on plans is an `unknown-operation`.
pub fn call_measuring(
    operation: &str,
    input: &[(&str, Part<'_>)],
    options: Option<&str>,
) -> Result<Answer, Issues> {
    match measuring::run(operation, Input::new(input, options)) {
        Some(answer) => answer,
        None if OBJECTIVES.contains(&operation) => of_numbers(operation, Input::new(input, options)),
        None => Err(unknown_operation(operation)),
    }
}

/// As [`call`], of the operations on plans alone: a host that measures nothing is smaller without the others.
///
/// # Errors
/// As [`call`]; an operation on records is an `unknown-operation`.
pub fn call_planning(
    operation: &str,
    input: &[(&str, Part<'_>)],
    options: Option<&str>,
    host: &mut impl Host,
) -> Result<Answer, Issues> {
    let mut input = Input::new(input, options);
    match operation {
        "read" => {
            let text = input.text("plan");
            let plan = text.map(Plan::read);
            input.done()?;
            Ok(Answer::Plan(Box::new(needed(plan)??)))
        }
        "from_json" => {
            let text = input.text("plan");
            let plan = text.map(Plan::from_json);
            input.done()?;
            Ok(Answer::Plan(Box::new(needed(plan)??)))
        }
        "alerts" => {
            let request = input.part::<AlertRequest>("request");
            input.done()?;
            Ok(Answer::AlertReport(alerts(&needed(request)?)?))
        }
        "earned_value" | "earned_schedule" | "score" | "kpi_gaps" | "pace" | "pool" | "scorecard_svg" => {
            of_numbers(operation, input)
        }
        "report" | "page" | "gantt_svg" | "load_svg" | "trace_svg" => shown(operation, input, host),
        "read_mspdi" => {
            let text = input.text("text");
            input.done()?;
            Ok(Answer::MspdiFile(Box::new(read_mspdi(needed(text)?.as_bytes())?)))
        }
        "read_ical" => {
            let (text, options) = (input.text("text"), input.options::<IcalReadOptions>());
            input.done()?;
            Ok(Answer::IcalBusy(read_ical(needed(text)?, &needed(options)?)?))
        }
        "read_csv" => {
            let texts = CsvTexts {
                tasks: input.optional_text("tasks"),
                links: input.optional_text("links"),
                resources: input.optional_text("resources"),
                assignments: input.optional_text("assignments"),
                progress: input.optional_text("progress"),
            };
            let (base, options) = (input.other_plan("base"), input.options::<CsvReadOptions>());
            input.done()?;
            Ok(Answer::CsvFile(Box::new(read_csv(&texts, base.as_deref(), &needed(options)?)?)))
        }
        "read_xer" | "read_pmxml" => {
            let text = input.text("text");
            input.done()?;
            let read = if operation == "read_xer" { read_xer } else { read_pmxml };
            Ok(Answer::P6File(Box::new(read(needed(text)?.as_bytes())?)))
        }
        "read_rcpsp" | "solve_rcpsp" | "check_rcpsp" => of_problem(operation, input, host),
        "level" => {
            let (plan, options) = (input.plan(), input.options::<LevelOptions>());
            input.done()?;
            let report = level_with(&*needed(plan)?, &needed(options)?, host)?;
            Ok(Answer::LevelReport(Box::new(report)))
        }
        _ if PLANNING.contains(&operation) => of_plan(operation, input),
        unknown => Err(unknown_operation(unknown)),
    }
}

fn unknown_operation(name: &str) -> Issues {
    let shown: String = name.chars().take(80).collect();
    let help = nearest(name, operations())
        .unwrap_or_else(|| format!("the operations are {}", operations().collect::<Vec<_>>().join(", ")));
    Issue::error("unknown-operation", "operation", format!("no operation is called `{shown}`"))
        .with_help(help)
        .into()
}

/// What was read, which [`Input::done`] has refused if it is not there.
pub(super) fn needed<T>(part: Option<T>) -> Result<T, Issues> {
    part.ok_or_else(|| Issue::error("missing-input", "input", "a part of the input is missing").into())
}

/// Operations on measurements and money alone.
fn of_numbers(operation: &str, mut input: Input<'_>) -> Result<Answer, Issues> {
    Ok(match operation {
        "earned_value" => {
            let (items, method) =
                (input.part::<Vec<EarnedValueItem>>("items"), input.options::<ForecastMethod>());
            input.done()?;
            Answer::EarnedValueReport(Box::new(earned_value(&needed(items)?, needed(method)?)?))
        }
        "earned_schedule" => {
            let request = input.part::<EarnedScheduleRequest>("request");
            input.done()?;
            Answer::EarnedSchedule(earned_schedule(&needed(request)?)?)
        }
        "pace" => {
            let request = input.part::<PaceRequest>("request");
            input.done()?;
            Answer::Pacing(pace(&needed(request)?)?)
        }
        "pool" => {
            let rows = input.part::<Vec<(Option<f64>, Option<f64>)>>("rows");
            input.done()?;
            Answer::PooledRatio(finite(pool(needed(rows)?))?)
        }
        _ => {
            let (objectives, options) = (input.objectives(), input.options::<ScoreOptions>());
            input.done()?;
            let (objectives, options) = (needed(objectives)?, needed(options)?);
            match operation {
                "kpi_gaps" => Answer::KpiGaps(kpi_gaps(&objectives, &options)?),
                "scorecard_svg" => Answer::Text(scorecard_svg(&score(&objectives, &options)?)),
                _ => Answer::Scorecard(score(&objectives, &options)?),
            }
        }
    })
}

/// Sums beyond the range of numbers cannot be written.
fn finite(pooled: PooledRatio) -> Result<PooledRatio, Issues> {
    let sums = [pooled.numerator, pooled.denominator].into_iter();
    let mut numbers = sums.chain(pooled.ratio).chain(pooled.mean_of_ratios);
    if numbers.all(f64::is_finite) {
        return Ok(pooled);
    }
    let issue = Issue::error("number-out-of-range", "rows", "a sum or ratio is beyond the range of numbers");
    Err(issue.with_help("give the rows in larger units").into())
}

/// Operations on a plan that take no time worth speaking of.
fn of_plan(operation: &str, mut input: Input<'_>) -> Result<Answer, Issues> {
    let plan = input.plan();
    Ok(match operation {
        "validate" => {
            input.done()?;
            Answer::Issues(needed(plan)?.validate())
        }
        "change" => {
            let changes = input.text("changes");
            input.done()?;
            Answer::Plan(Box::new(needed(plan)?.changed(needed(changes)?)?))
        }
        "diff" => {
            let was = input.needed_plan("was");
            input.done()?;
            Answer::PlanChanges(needed(plan)?.diff(&*needed(was)?))
        }
        "schedule" => {
            input.done()?;
            Answer::Schedule(schedule(&*needed(plan)?)?)
        }
        "apply_leveling" => {
            let leveled = input.needed_schedule("schedule");
            input.done()?;
            Answer::Plan(Box::new(apply_leveling(&*needed(plan)?, &*needed(leveled)?)?))
        }
        "compare" => {
            let (was, before, after) =
                (input.other_plan("was"), input.needed_schedule("before"), input.needed_schedule("after"));
            input.done()?;
            let (plan, before, after) = (needed(plan)?, needed(before)?, needed(after)?);
            Answer::Comparison(match was {
                Some(was) => compare_versions(&was, &plan, &before, &after)?,
                None => compare(&plan, &before, &after)?,
            })
        }
        "check_leveled" => {
            let (before, after) = (input.needed_schedule("before"), input.needed_schedule("after"));
            let options = input.options::<LevelOptions>();
            input.done()?;
            let (plan, before, after) = (needed(plan)?, needed(before)?, needed(after)?);
            Answer::CheckReport(check_leveled_with(&plan, &before, &after, &needed(options)?))
        }
        "values" | "weights" => {
            let options = input.options::<ScoreOptions>();
            input.done()?;
            let (plan, options) = (needed(plan)?, needed(options)?);
            match operation {
                "values" => Answer::TaskValues(values(&plan, &options)?),
                _ => Answer::Weights(weights(&plan, &options)?),
            }
        }
        "float_paths" => {
            let options = input.options::<FloatPathOptions>();
            input.done()?;
            Answer::FloatPaths(Box::new(float_paths(&*needed(plan)?, &needed(options)?)?))
        }
        "load" => {
            let (given, options) = (input.schedule("schedule"), input.options::<LoadOptions>());
            input.done()?;
            let plan = needed(plan)?;
            Answer::LoadReport(load_with(&plan, &*given_or_own(given, &plan)?, &needed(options)?)?)
        }
        "set_baseline" => {
            let (given, options) = (input.schedule("schedule"), input.options::<BaselineOptions>());
            input.done()?;
            let plan = needed(plan)?;
            let stored = set_baseline(&plan, &*given_or_own(given, &plan)?, &needed(options)?)?;
            Answer::Plan(Box::new(stored))
        }
        "variance" => {
            let (given, options) = (input.schedule("schedule"), input.options::<VarianceOptions>());
            input.done()?;
            let plan = needed(plan)?;
            let report = variance(&plan, &*given_or_own(given, &plan)?, &needed(options)?)?;
            Answer::VarianceReport(Box::new(report))
        }
        "write_mspdi" => {
            let (given, stored) = (input.schedule("schedule"), input.maybe::<Vec<StoredTask>>("stored"));
            input.done()?;
            let (plan, stored) = (needed(plan)?, stored.unwrap_or_default());
            Answer::MspdiText(Box::new(write_mspdi(&plan, &*given_or_own(given, &plan)?, &stored)?))
        }
        "at_risk" => {
            let (given, options) = (input.schedule("schedule"), input.options::<ScoreOptions>());
            input.done()?;
            let plan = needed(plan)?;
            Answer::AtRisk(at_risk(&plan, &*given_or_own(given, &plan)?, &needed(options)?)?)
        }
        "budgets" => {
            let (request, given) =
                (input.part::<CampaignBudgetRequest>("request"), input.schedule("schedule"));
            input.done()?;
            let plan = needed(plan)?;
            let report = budgets(&plan, &*given_or_own(given, &plan)?, &needed(request)?)?;
            Answer::CampaignBudgetReport(Box::new(report))
        }
        "instantiate" => {
            let request = input.part::<InstantiateRequest>("request");
            input.done()?;
            Answer::InstantiateReport(Box::new(instantiate(&*needed(plan)?, &needed(request)?)?))
        }
        "write_csv" => {
            let (given, options) = (input.schedule("schedule"), input.options::<CsvWriteOptions>());
            input.done()?;
            let plan = needed(plan)?;
            Answer::CsvText(write_csv(&plan, &*given_or_own(given, &plan)?, &needed(options)?)?)
        }
        "write_ical" => {
            let (given, options) = (input.schedule("schedule"), input.options::<IcalOptions>());
            input.done()?;
            let plan = needed(plan)?;
            Answer::IcalFeeds(write_ical(&plan, &*given_or_own(given, &plan)?, &needed(options)?)?)
        }
        _ => {
            let given = input.schedule("schedule");
            input.done()?;
            let plan = needed(plan)?;
            let schedule = given_or_own(given, &plan)?;
            match operation {
                "cost" => Answer::CostReport(cost(&plan, &schedule)?),
                "write_xer" => Answer::XerText(write_xer(&plan, &schedule)?),
                _ => Answer::CheckReport(check(&plan, &schedule)),
            }
        }
    })
}

/// Operations on a scheduling problem that is no plan.
fn of_problem(operation: &str, mut input: Input<'_>, host: &mut impl Host) -> Result<Answer, Issues> {
    Ok(match operation {
        "read_rcpsp" => {
            let text = input.text("text");
            input.done()?;
            Answer::RcpspProblem(Box::new(rcpsp::read(needed(text)?)?))
        }
        "check_rcpsp" => {
            let (problem, solution) =
                (input.part::<RcpspProblem>("problem"), input.part::<RcpspSolution>("solution"));
            let options = input.options::<RcpspCheckOptions>();
            input.done()?;
            Answer::RcpspCheck(check_with(&needed(problem)?, &needed(solution)?, &needed(options)?)?)
        }
        _ => {
            let (problem, options) = (input.part::<RcpspProblem>("problem"), input.options::<RcpspOptions>());
            input.done()?;
            let mut control = |progress: &Progress| host.poll(progress);
            let solution = solve(&needed(problem)?, &needed(options)?, &mut control)?;
            Answer::RcpspSolution(Box::new(solution))
        }
    })
}

fn given_or_own<'a>(given: Option<Cow<'a, Schedule>>, plan: &Plan) -> Result<Cow<'a, Schedule>, Issues> {
    match given {
        Some(given) => Ok(given),
        None => schedule(plan).map(Cow::Owned),
    }
}

/// Operations that show a plan leveled, costed and, if it has objectives, scored.
fn shown(operation: &str, mut input: Input<'_>, host: &mut impl Host) -> Result<Answer, Issues> {
    let (plan, leveled) = (input.plan(), input.leveled());
    let text = match operation {
        "report" => {
            let options = input.options::<ReportOptions>();
            input.done()?;
            let (plan, options) = (needed(plan)?, needed(options)?);
            let findings = findings(&plan, leveled, &options.level, &options.score, host)?;
            let width = options.width.map_or(TextOptions::default().width, |width| width as usize);
            text(&findings.brief(&plan), &TextOptions { color: options.color, width })
        }
        "page" => {
            let options = input.options::<PageOptions>();
            input.done()?;
            let (plan, options) = (needed(plan)?, needed(options)?);
            let findings = findings(&plan, leveled, &options.level, &options.score, host)?;
            let looks = render::PageOptions { title: options.title, footer: options.footer };
            render::page(&findings.brief(&plan), &looks)
        }
        "gantt_svg" => {
            let options = input.options::<ChartOptions>();
            input.done()?;
            let (plan, options) = (needed(plan)?, needed(options)?);
            gantt_svg(&findings(&plan, leveled, &options.level, &options.score, host)?.brief(&plan))
        }
        "trace_svg" => {
            let options = input.options::<TraceChartOptions>();
            input.done()?;
            let (plan, options) = (needed(plan)?, needed(options)?);
            let leveled = match leveled {
                Some(leveled) => leveled,
                None => Cow::Owned(level_with(&plan, &options.level, host)?),
            };
            trace_svg(&plan.program.name, &leveled)
        }
        _ => {
            let options = input.options::<LoadChartOptions>();
            input.done()?;
            let (plan, options) = (needed(plan)?, needed(options)?);
            let findings = findings(&plan, leveled, &options.level, &options.score, host)?;
            load_svg(&findings.brief(&plan), options.before)
        }
    };
    Ok(Answer::Text(text))
}

fn findings(
    plan: &Plan,
    leveled: Option<Cow<'_, LevelReport>>,
    level: &LevelOptions,
    score: &ScoreOptions,
    host: &mut impl Host,
) -> Result<Findings, Issues> {
    let leveled = match leveled {
        Some(leveled) => leveled.into_owned(),
        None => level_with(plan, level, host)?,
    };
    Findings::new(plan, leveled, score)
}

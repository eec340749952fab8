//! How each operation of the public face is called from JSON: the door that every language has.
//!
//! What a binding does is what stands here, in its own language: read the parts of the input, call, write the
//! answer or the issues.

use paceline::Issues;
use paceline::cost::{
    CostReport, EarnedScheduleRequest, EarnedValueItem, ForecastMethod, cost, earned_schedule, earned_value,
};
use paceline::measure::{Objective, PaceRequest, ScoreOptions, Scorecard, kpi_gaps, pace, pool, score};
use paceline::plan::Plan;
use paceline::render::{PageOptions, gantt_svg, load_svg, page, scorecard_svg};
use paceline::report::{Brief, TextOptions, text};
use paceline::schedule::{
    LevelOptions, LevelReport, LoadOptions, LoadReport, Schedule, check, check_leveled, level, load,
    load_with, schedule,
};
use paceline::value::{at_risk, values, weights};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::json::Json;

/// What an operation is given.
#[derive(Debug, Clone)]
pub(crate) struct Call<'a> {
    pub(crate) operation: &'a str,
    pub(crate) input: &'a Json,
    pub(crate) options: Option<&'a Json>,
}

/// Options of the operations that show a plan: how it is leveled and scored, and how it looks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ShowOptions {
    level: LevelOptions,
    score: ScoreOptions,
    color: bool,
    width: Option<usize>,
    title: Option<String>,
    footer: Option<String>,
    before: bool,
}

/// Runs an operation; the answer, or the issues, as JSON text.
pub(crate) fn run(call: &Call<'_>) -> String {
    match answer(call) {
        Ok(text) => text,
        Err(issues) => format!(r#"{{"issues":{}}}"#, write(issues.as_slice())),
    }
}

fn answer(call: &Call<'_>) -> Result<String, Issues> {
    Ok(match call.operation {
        "read" => Plan::read(&call.text("plan"))?.to_json(),
        "validate" => write(&call.plan()?.validate()),
        "schedule" => write(&schedule(&call.plan()?)?),
        "level" => write(&level(&call.plan()?, &call.options(), &mut ())?),
        "check" => {
            let plan = call.plan()?;
            write(&check(&plan, &call.schedule(&plan)?))
        }
        "check_leveled" => {
            write(&check_leveled(&call.plan()?, &call.part::<Schedule>("before"), &call.part("after")))
        }
        "load" => {
            let plan = call.plan()?;
            write(&load_with(&plan, &call.schedule(&plan)?, &call.options::<LoadOptions>())?)
        }
        "cost" => {
            let plan = call.plan()?;
            write(&cost(&plan, &call.schedule(&plan)?)?)
        }
        "earned_value" => {
            let items: Vec<EarnedValueItem> = call.part("items");
            write(&earned_value(&items, call.options::<ForecastMethod>())?)
        }
        "earned_schedule" => write(&earned_schedule(&call.part::<EarnedScheduleRequest>("request"))?),
        "score" => write(&score(&call.objectives(), &call.options())?),
        "kpi_gaps" => write(&kpi_gaps(&call.objectives(), &call.options())?),
        "pace" => write(&pace(&call.part::<PaceRequest>("request"))?),
        "pool" => write(&pool(call.part::<Vec<(Option<f64>, Option<f64>)>>("rows"))),
        "values" => write(&values(&call.plan()?, &call.options())?),
        "weights" => write(&weights(&call.plan()?, &call.options())?),
        "at_risk" => {
            let plan = call.plan()?;
            write(&at_risk(&plan, &call.schedule(&plan)?, &call.options())?)
        }
        "scorecard_svg" => write(&scorecard_svg(&score(&call.objectives(), &call.options())?)),
        shown => {
            let (plan, options) = (call.plan()?, call.options::<ShowOptions>());
            write(&show(shown, &plan, &options)?)
        }
    })
}

/// A plan leveled, costed and, if it has objectives, scored; then shown.
fn show(operation: &str, plan: &Plan, options: &ShowOptions) -> Result<String, Issues> {
    let report: LevelReport = level(plan, &options.level, &mut ())?;
    let loads: [LoadReport; 2] = [load(plan, &report.before)?, load(plan, &report.schedule)?];
    let cost: CostReport = cost(plan, &report.schedule)?;
    let has_objectives = !plan.objectives.is_empty();
    let scorecard: Option<Scorecard> =
        if has_objectives { Some(score(&plan.objectives, &options.score)?) } else { None };
    let brief = Brief {
        plan,
        level: &report,
        load_before: &loads[0],
        load_after: &loads[1],
        cost: Some(&cost),
        scorecard: scorecard.as_ref(),
    };
    Ok(match operation {
        "report" => {
            let width = options.width.unwrap_or(TextOptions::default().width);
            text(&brief, &TextOptions { color: options.color, width })
        }
        "page" => page(&brief, &PageOptions { title: options.title.clone(), footer: options.footer.clone() }),
        "gantt_svg" => gantt_svg(&brief),
        "load_svg" => load_svg(&brief, options.before),
        unknown => panic!("no operation is called `{unknown}`"),
    })
}

impl Call<'_> {
    /// A part of the input as JSON text. A part that is itself a text stands for a document that may not even
    /// be JSON.
    fn text(&self, name: &str) -> String {
        match self.input.get(name) {
            Some(Json::Text(text)) => text.clone(),
            Some(value) => value.compact(),
            None => panic!("{}: the input has no `{name}`", self.operation),
        }
    }

    fn plan(&self) -> Result<Plan, Issues> {
        Plan::from_json(&self.text("plan"))
    }

    fn part<T: DeserializeOwned>(&self, name: &str) -> T {
        let text = self.text(name);
        serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{}/{name}: {fault}", self.operation))
    }

    fn objectives(&self) -> Vec<Objective> {
        self.part("objectives")
    }

    /// The schedule given or, if none is, that of the plan.
    fn schedule(&self, plan: &Plan) -> Result<Schedule, Issues> {
        match self.input.get("schedule") {
            Some(_) => Ok(self.part("schedule")),
            None => schedule(plan),
        }
    }

    fn options<T: DeserializeOwned + Default>(&self) -> T {
        let Some(options) = self.options else { return T::default() };
        serde_json::from_str(&options.compact())
            .unwrap_or_else(|fault| panic!("{}/options: {fault}", self.operation))
    }
}

fn write<T: Serialize + ?Sized>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

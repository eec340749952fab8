//! What is measured: one case for each goal.

use std::error::Error;
use std::path::Path;

use paceline::Issues;
use paceline::measure::Table;
use paceline::measure::anomaly::{
    AnomalyMethod, AnomalyOptions, ChangePointOptions, anomalies, change_points,
};
use paceline::measure::attribution::{AttributeOptions, AttributionModel, attribute};
use paceline::measure::customer::{CustomerModel, CustomerValueOptions, customer_value};
use paceline::measure::experiment::{
    CompareProportionsRequest, ProportionDetail, ProportionSample, compare_proportions,
};
use paceline::measure::forecast::{ForecastOptions, forecast};
use paceline::measure::impact::{
    CausalImpactOptions, SyntheticControlOptions, TimePoint, causal_impact, synthetic_control,
};
use paceline::measure::indicator::{IndicatorOptions, IndicatorTables, indicators};
use paceline::measure::response::{FitResponseOptions, fit_response};

use crate::data::{self, Columns};

/// One goal.
pub(crate) struct Case {
    /// Name that the script of the peers knows.
    pub(crate) id: &'static str,
    pub(crate) what: &'static str,
    /// Milliseconds.
    pub(crate) goal: Option<f64>,
    /// What the figures are; nothing where answers of others are of another kind.
    pub(crate) figures: &'static str,
    pub(crate) run: Box<dyn FnMut() -> Result<Vec<f64>, Issues>>,
}

fn case(
    id: &'static str,
    what: &'static str,
    goal: Option<f64>,
    figures: &'static str,
    run: impl FnMut() -> Result<Vec<f64>, Issues> + 'static,
) -> Case {
    Case { id, what, goal, figures, run: Box::new(run) }
}

const ONE_KPI: &str =
    r#"{"indicators": [{"catalogue": "click-through-rate"}], "by": ["campaign"], "grain": "day"}"#;
const FIVE_KPIS: &str = r#"{"indicators": [
    {"catalogue": "click-through-rate"}, {"catalogue": "cost-per-click"}, {"catalogue": "cost-per-mille"},
    {"catalogue": "impressions"}, {"id": "spend", "measure": {"kind": "sum", "terms": [{"column": "spend"}]}}],
    "by": ["campaign"], "grain": "day"}"#;

/// All cases; files for others go into the folder.
pub(crate) fn all(folder: Option<&Path>) -> Result<Vec<Case>, Box<dyn Error>> {
    let mut cases = Vec::new();
    let ads = IndicatorTables::new().with("ads", data::ads(1_000_000).table(folder, "ads")?);
    for (id, what, goal, options) in [
        ("kpi", "one KPI of 1,000,000 rows by campaign and day", Some(50.0), ONE_KPI),
        ("kpis", "five KPIs of the same rows", None, FIVE_KPIS),
    ] {
        let (tables, options): (_, IndicatorOptions) = (ads.clone(), serde_json::from_str(options)?);
        cases.push(case(id, what, goal, "sums of the cells of each KPI", move || {
            let report = indicators(&tables, &options)?;
            let sum = |cells: &[paceline::measure::indicator::IndicatorCell]| {
                cells.iter().filter_map(|cell| cell.figure.value).sum()
            };
            Ok(report.indicators.iter().map(|series| sum(&series.cells)).collect())
        }));
    }
    cases.extend(series(folder)?);
    let journeys = data::journeys(100_000).table(folder, "journeys")?;
    for (id, what, goal, model) in [
        (
            "markov",
            "attribution of 100,000 paths, 10 channels: Markov",
            30.0,
            AttributionModel::Markov { order: 1 },
        ),
        ("shapley", "the same paths: Shapley", 20.0, AttributionModel::Shapley),
    ] {
        let table = journeys.clone();
        let options =
            AttributeOptions { models: vec![model], transitions: false, ..AttributeOptions::default() };
        cases.push(case(id, what, Some(goal), "credit of each channel", move || {
            let report = attribute(&table, &options)?;
            Ok(report.models[0].channels.iter().map(|row| row.conversions.value).collect())
        }));
    }
    cases.extend(causes(folder)?);
    cases.push(experiments(folder)?);
    let table = data::weeks(208).table(folder, "weeks")?;
    let shape = r#""adstock": [{"kind": "geometric", "retention": 0.3}, {"kind": "geometric", "retention": 0.5}],
        "saturation": [{"kind": "hill", "slope": 1, "half": 400}]"#;
    let channels: Vec<String> = (1..=5).map(|place| format!(r#"{{"spend": "c{place}", {shape}}}"#)).collect();
    let options: FitResponseOptions =
        serde_json::from_str(&format!(r#"{{"time": "date", "channels": [{}]}}"#, channels.join(",")))?;
    cases.push(case(
        "response",
        "response of 208 weeks to 5 channels: ridge, shapes chosen, 1,000 resamples",
        Some(100.0),
        "",
        move || {
            let report = fit_response(&table, &options)?;
            Ok(report.channels.iter().map(|channel| channel.contribution.value).collect())
        },
    ));
    let table = data::customers(2357).table(folder, "customers")?;
    for (id, what, goal, model) in [
        ("bgnbd", "value of 2,357 customers: BG/NBD", Some(20.0), CustomerModel::BgNbd),
        ("pareto", "the same customers: Pareto/NBD", None, CustomerModel::ParetoNbd),
    ] {
        let table = table.clone();
        let options = CustomerValueOptions { model, horizon: 39.0, periods: 1, ..Default::default() };
        cases.push(case(id, what, goal, "parameters, purchases to come", move || {
            let report = customer_value(&table, &options)?;
            let parameters = report.parameters.iter().map(|parameter| parameter.estimate.value);
            Ok(parameters.chain([report.total_purchases]).collect())
        }));
    }
    Ok(cases)
}

/// Forecasts, anomalies and changes.
fn series(folder: Option<&Path>) -> Result<Vec<Case>, Box<dyn Error>> {
    let passengers = Columns::default().numbers("value", data::PASSENGERS.map(f64::from).to_vec());
    let passengers = passengers.table(folder, "passengers")?;
    let monthly = ForecastOptions { periods: vec![12], ..ForecastOptions::default() };
    let minutes = data::minutes(14_398).table(folder, "minutes")?;
    let seasonal =
        AnomalyOptions { method: AnomalyMethod::SHEsd, periods: vec![1440], ..AnomalyOptions::default() };
    let steps = data::steps(10_000).table(folder, "steps")?;
    let pelt = ChangePointOptions { penalty: Some(20.0), ..ChangePointOptions::default() };
    Ok(vec![
        case("ets", "automatic ETS of the airline passengers", Some(50.0), "log-likelihood", move || {
            Ok(forecast(&passengers, &monthly)?.fit.log_likelihood.into_iter().collect())
        }),
        case("shesd", "S-H-ESD of 14,398 values", Some(100.0), "", move || {
            Ok(vec![data::whole(anomalies(&minutes, &seasonal)?.anomalies.len())])
        }),
        case("pelt", "PELT of 10,000 values", Some(5.0), "places of the changes", move || {
            Ok(change_points(&steps, &pelt)?.changes.iter().map(|change| change.index as f64).collect())
        }),
    ])
}

/// Causal impact and synthetic control.
fn causes(folder: Option<&Path>) -> Result<Vec<Case>, Box<dyn Error>> {
    let series = data::intervention(1000).table(folder, "intervention")?;
    let mut cases = Vec::new();
    for (id, what, goal, placebos_in_time) in [
        ("impact", "causal impact: 1,000 points, 2 controls, 1,000 draws", Some(50.0), 0),
        ("impact-placebo", "the same with a placebo test (the default)", None, 1),
    ] {
        let table = series.clone();
        let options = CausalImpactOptions {
            controls: vec!["a".into(), "b".into()],
            intervention: Some(TimePoint::Number(800.0)),
            placebos_in_time,
            ..CausalImpactOptions::default()
        };
        cases.push(case(id, what, goal, "average effect (both simulate)", move || {
            Ok(vec![causal_impact(&table, &options)?.average.effect.value])
        }));
    }
    let regions: Table = data::regions().table(folder, "regions")?;
    let options: SyntheticControlOptions = serde_json::from_str(
        r#"{"time": "year", "treated": "region-00", "intervention": 1975,
            "predictors": [{"column": "p1"}, {"column": "p2"}, {"column": "p3"}, {"column": "p4"}, {"column": "p5"}],
            "placebos_in_space": false, "leave_one_out": false}"#,
    )?;
    cases.push(case(
        "synthetic",
        "synthetic control: 17 regions, 43 years, 5 predictors",
        Some(300.0),
        "mean square before the treatment",
        move || Ok(vec![synthetic_control(&regions, &options)?.fit_mspe]),
    ));
    Ok(cases)
}

fn experiments(folder: Option<&Path>) -> Result<Case, Box<dyn Error>> {
    let arms = data::experiments();
    let rows: Vec<CompareProportionsRequest> = (0..arms[0].len())
        .map(|row| {
            let sample = |place: usize| ProportionSample {
                successes: arms[place][row] as u64,
                trials: arms[place + 1][row] as u64,
            };
            CompareProportionsRequest {
                detail: ProportionDetail::Headline,
                ..CompareProportionsRequest::new(sample(0), sample(2))
            }
        })
        .collect();
    let names = ["control", "control_units", "treatment", "treatment_units"];
    let columns = names
        .into_iter()
        .zip(arms)
        .fold(Columns::default(), |made, (name, values)| made.numbers(name, values));
    columns.table(folder, "experiments")?;
    Ok(case("experiments", "1,000 tests of two shares", Some(2.0), "sum of the differences", move || {
        let mut total = 0.0;
        for request in &rows {
            total += compare_proportions(request)?.difference.value.abs();
        }
        Ok(vec![total])
    }))
}

//! Causal impact and synthetic control, held against R, statsmodels and pysyncon; laws; hostile tables.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]

#[path = "support/oracle.rs"]
mod oracle;

use paceline::measure::Table;
use paceline::measure::impact::{CausalImpactOptions, CausalImpactReport, causal_impact};
use serde_json::Value;

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

/// Rows of a file of numbers behind a first column of dates.
fn csv(name: &str) -> Option<(Vec<String>, Vec<String>, Vec<Vec<f64>>)> {
    let text = oracle::text(&format!("oracles/measurement/causal/{name}"))?;
    let mut lines = text.lines();
    let names: Vec<String> = lines.next().unwrap().split(',').map(str::to_owned).collect();
    let mut dates = Vec::new();
    let mut columns = vec![Vec::new(); names.len() - 1];
    for line in lines {
        let mut cells = line.split(',');
        dates.push(cells.next().unwrap().to_owned());
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.push(cell.parse().unwrap());
        }
    }
    Some((names, dates, columns))
}

#[test]
fn probe() {
    for scenario in ["basic", "covariates", "seasonal"] {
        let Some(file) = oracle::json(&format!("oracles/measurement/causal/causalimpact_r_{scenario}.json"))
        else {
            return;
        };
        let y = numbers(&file["data"]["y"]);
        let n = y.len() as u32;
        let mut table = Table::new()
            .with_numbers("time", (1..=n).map(f64::from))
            .unwrap()
            .with_numbers("outcome", y)
            .unwrap();
        let mut controls = Vec::new();
        for (name, values) in file["data"]["x"].as_object().unwrap() {
            table = table.with_numbers(name, numbers(values)).unwrap();
            controls.push(name.clone());
        }
        let r = &file["r_output"];
        println!(
            "{scenario} R: {} {} {} {} {}",
            r["point_effect_mean"], r["ci_lower"], r["ci_upper"], r["relative_effect_mean"], r["p_value"]
        );
        for seed in 1..=4 {
            let options = CausalImpactOptions {
                controls: controls.clone(),
                intervention: Some((file["n_pre"].as_f64().unwrap() + 1.0).into()),
                seasons: file["model_args"]["nseasons"].as_u64().unwrap_or(1),
                draws: 20_000,
                seed,
                placebos_in_time: 0,
                ..Default::default()
            };
            show(&causal_impact(&table, &options).unwrap());
        }
    }
    for (name, intervention) in [("comparison", "2019-07-15"), ("basque", "1976-01-01")] {
        let Some((names, dates, columns)) = csv(&format!("{name}.csv")) else { return };
        let mut table = Table::new().with_texts("time", dates.iter().map(String::as_str)).unwrap();
        for (name, column) in names[1..].iter().zip(columns) {
            table = table.with_numbers(name, column).unwrap();
        }
        let file = oracle::json(&format!("oracles/measurement/causal/causalimpact_{name}.json")).unwrap();
        println!("{name} R: {}", file["r_summary_as_printed"]);
        for seed in 1..=4 {
            let options = CausalImpactOptions {
                outcome: names[1].clone(),
                controls: names[2..].to_vec(),
                intervention: Some(intervention.into()),
                draws: 20_000,
                seed,
                placebos_in_time: 0,
                ..Default::default()
            };
            show(&causal_impact(&table, &options).unwrap());
        }
    }
}

fn show(report: &CausalImpactReport) {
    let e = &report.average.effect;
    println!(
        "  {:.4} [{:.4} {:.4}] sd {:.4} rel {:?} p {:.5} mcse {:.4} burn {} noise {:.3} level {:.4} size {:?} {:?}",
        e.value,
        e.low.unwrap(),
        e.high.unwrap(),
        e.standard_error.unwrap(),
        report.relative.map(|r| (r.value, r.low, r.high)),
        report.tail_probability,
        report.model.monte_carlo_error,
        report.model.burn_in,
        report.model.noise_sd.value,
        report.model.level_sd.value,
        report.model.model_size,
        report
            .coefficients
            .iter()
            .map(|c| (c.inclusion_probability, c.coefficient.value))
            .collect::<Vec<_>>()
    );
}

//! Measurement joined to the plan, as one story: people talk about the brand as never before, an alert tells, its playbook
//! enters the launch "Aurora", leveling says who answers and what is pushed back, and what that puts at risk.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "in tests they say what must hold"
)]

#[path = "support/oracle.rs"]
mod shared;

use std::path::PathBuf;

use paceline::measure::Table;
use paceline::measure::anomaly::{AnomalyOptions, ControlChartOptions, anomalies, control_chart};
use paceline::measure::response::allocate_budget;
use paceline::plan::{Plan, TaskProgress};
use paceline::quantity::{Money, When};
use paceline::schedule::{LevelOptions, apply_leveling, check, check_leveled, level, schedule};
use paceline::value::{
    AlertKind, AlertRequest, AlertSeverity, AnomalySource, BudgetReason, CampaignBudgetRequest,
    ControlChartSource, InstantiateRequest, alerts, at_risk, budgets, instantiate,
};

fn aurora() -> Plan {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../examples/data/aurora.json");
    Plan::read(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The first responder is the community manager; a lawyer and a copywriter follow, two weeks each.
fn crisis(event: &str, at: &str) -> InstantiateRequest {
    serde_json::from_value(serde_json::json!({
        "playbook": "crisis", "event": event, "at": at,
        "playbooks": [{ "id": "crisis", "name": "Crisis", "weight": 100, "tasks": [
            { "id": "assess", "duration": "1d", "role": { "role": "community manager" }, "due": "2ed" },
            { "id": "clear", "duration": "10d", "after": ["assess"], "role": { "role": "legal" } },
            { "id": "answer", "duration": "10d", "after": ["assess"], "role": { "role": "copywriter" } },
            { "id": "publish", "milestone": "start", "after": ["clear", "answer"], "due": "6ed" }] }]
    }))
    .unwrap()
}

#[test]
fn from_mentions_to_what_is_at_risk() {
    const FOLDER: &str = "oracles/measurement/anomaly";
    let Some(text) = shared::text(&format!("{FOLDER}/twitter_mentions_AAPL_hourly.csv")) else { return };
    let Some(labels) = shared::json(&format!("{FOLDER}/twitter_mentions_labels.json")) else { return };
    let rows = text.lines().skip(1).map(|line| line.trim().split(',').collect());
    let rows: Vec<Vec<&str>> = rows.collect();
    let table = Table::new()
        .with_texts("date", rows.iter().map(|row| row[0]))
        .unwrap()
        .with_numbers("value", rows.iter().map(|row| row[1].parse::<f64>().unwrap()))
        .unwrap();
    let report = anomalies(&table, &AnomalyOptions::default()).unwrap();
    let source = AnomalySource { series: "mentions".into(), report };
    let mut request = AlertRequest { anomalies: vec![source], ..AlertRequest::default() };
    let told = alerts(&request).unwrap();
    println!("{} alerts", told.alerts.len());
    // The alerts are the events that the search reports: a run of hours is one.
    assert_eq!(told.alerts.len(), request.anomalies[0].report.events.len());
    // Some critical one is a time that people have labelled as an incident.
    let windows = labels["AAPL"]["label_windows"].as_array().unwrap();
    let labelled = |start: &str| {
        windows
            .iter()
            .any(|window| window[0].as_str().unwrap() <= start && start <= window[1].as_str().unwrap())
    };
    let first = told.alerts.iter().find(|alert| labelled(&alert.start)).unwrap();
    assert_eq!((first.kind, first.severity), (AlertKind::Spike, AlertSeverity::Critical));
    request.acknowledged = vec![first.id.clone()];
    let rest = alerts(&request).unwrap();
    assert_eq!((rest.alerts.len() + 1, rest.acknowledged), (told.alerts.len(), 1));
    assert!(rest.alerts.iter().all(|alert| alert.id != first.id));

    let plan = aurora();
    let before = level(&plan, &LevelOptions::default(), &mut ()).unwrap();
    let started = instantiate(&plan, &crisis(&first.id, "2026-09-16T09:00")).unwrap();
    assert_eq!(started.inserted.len(), 4);
    assert_eq!(started.plan.tasks.len(), plan.tasks.len() + 4);
    // The same alert starts nothing twice; taking the incident out gives the plan back.
    let again = instantiate(&started.plan, &crisis(&first.id, "2026-09-17")).unwrap();
    assert!(again.inserted.is_empty() && again.plan == started.plan, "{:?}", again.plan.diff(&started.plan));
    let mut back = started.plan.clone();
    back.campaigns.retain(|one| one.id != started.campaign);
    back.tasks.retain(|one| !started.inserted.contains(&one.id));
    back.dependencies.retain(|one| !started.inserted.contains(&one.to));
    back.assignments.retain(|one| !started.inserted.contains(&one.task));
    let mut sorted = plan.clone();
    sorted.sort();
    assert!(back == sorted, "{:?}", back.diff(&sorted));

    let options = LevelOptions::default();
    let leveled = level(&started.plan, &options, &mut ()).unwrap();
    assert_eq!(check(&started.plan, &leveled.schedule).violations, []);
    let verdict = check_leveled(&started.plan, &leveled.before, &leveled.schedule);
    assert_eq!((verdict.violations, verdict.overloads), (vec![], vec![]));
    let done = apply_leveling(&started.plan, &leveled.schedule).unwrap();
    let at = When::parse("2026-09-16T09:00").unwrap().start();
    for id in &started.inserted {
        assert!(schedule(&done).unwrap().task(id).unwrap().start.civil() >= at);
    }
    let pushed = plan.tasks.iter().filter(|task| {
        leveled.schedule.task(&task.id).unwrap().start.civil()
            > before.schedule.task(&task.id).unwrap().start.civil()
    });
    let risk = at_risk(&started.plan, &leveled.schedule, &Default::default()).unwrap();
    let pushed = pushed.count();
    println!("{pushed} pushed back, {} late, at risk {:?}", leveled.late.len(), risk);
    assert!(pushed > 0 && !risk.is_empty());
    // What is at risk is what is late and worth something, by the schedule itself.
    for task in plan.tasks.iter().filter(|task| task.deadline.is_some()) {
        let late = leveled.schedule.task(&task.id).unwrap().late_days;
        let told = risk.iter().find(|one| one.task == task.id).map_or(0, |one| one.days);
        assert_eq!(told, late, "{}", task.id);
    }
}

#[test]
fn a_playbook_that_cannot_start_is_refused_with_every_fault() {
    let plan = aurora();
    let codes = |request: &InstantiateRequest| -> Vec<String> {
        let issues = instantiate(&plan, request).unwrap_err();
        issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
    };
    let mut wrong = crisis("e", "2026-08-01");
    wrong.playbook = "crisi".into();
    assert_eq!(codes(&wrong), ["before-program-start", "unknown-playbook"]);
    let mut wrong = crisis("e", "2026-09-16");
    let tasks = &mut wrong.playbooks[0].tasks;
    tasks[1].after = vec!["asess".into()];
    tasks[2].role.as_mut().unwrap().role = Some("astronaut".into());
    tasks[3].due = Some(paceline::quantity::Duration::days(2));
    assert_eq!(codes(&wrong), ["nobody-qualifies", "number-out-of-range", "unknown-task"]);
    let mut clash = plan.clone();
    let day = paceline::quantity::Duration::days(1);
    clash.tasks.push(paceline::plan::Task::new("crisis@e/assess", day));
    let issues = instantiate(&clash, &crisis("e", "2026-09-16")).unwrap_err();
    assert_eq!(issues.as_slice()[0].code, "id-clash");
}

#[test]
fn a_run_out_of_control_is_one_alert_with_gaps_tolerated() {
    let mut hours = vec![4.1, 3.8, 4.0, 4.3, 3.9, 4.2, 3.7, 4.0];
    hours.extend([9.5, 4.0, 9.9, 4.1, 4.0, 3.9, 4.2, 9.0]);
    let table = Table::new().with_numbers("value", hours).unwrap();
    let options = ControlChartOptions { baseline: Some(8), ..ControlChartOptions::default() };
    let report = control_chart(&table, &options).unwrap();
    assert_eq!(report.out, 3);
    let source = ControlChartSource { series: "hours".into(), report };
    let mut request = AlertRequest { charts: vec![source], ..AlertRequest::default() };
    let told = |request: &AlertRequest| -> Vec<(String, u64, f64)> {
        let alerts = alerts(request).unwrap().alerts;
        alerts.into_iter().map(|one| (one.id, one.flagged, one.figure)).collect()
    };
    let [first, second] = ["out_of_band:hours:#8", "out_of_band:hours:#15"].map(str::to_owned);
    assert_eq!(told(&request), [(first.clone(), 2, 9.9), (second, 1, 9.0)]);
    request.join = 10;
    assert_eq!(told(&request), [(first, 3, 9.9)]);
}

#[test]
fn budgets_sum_exactly_and_keep_what_is_committed() {
    let mut plan = aurora();
    let request = serde_json::json!({ "total": 100_000.01, "channels": (1..=4).map(|number| serde_json::json!({
        "channel": format!("c{number}"), "campaign": format!("C{number}"), "scale": number,
        "saturation": { "kind": "root", "exponent": 0.5 } })).collect::<Vec<_>>() });
    let allocation = allocate_budget(&serde_json::from_value(request).unwrap()).unwrap();
    let mut request: CampaignBudgetRequest =
        serde_json::from_value(serde_json::json!({ "allocation": allocation, "currency": "EUR" })).unwrap();
    let report = budgets(&plan, &schedule(&plan).unwrap(), &request).unwrap();
    // With √ the spends are as the squares of the scales: 1, 4, 9, 16 of 30.
    let cents: Vec<i64> = report.changes.iter().map(|change| change.after.as_cents()).collect();
    assert_eq!(cents.iter().sum::<i64>(), 10_000_001);
    for (cents, square) in cents.iter().zip([1.0, 4.0, 9.0, 16.0]) {
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let off = *cents as f64 - 10_000_001.0 * square / 30.0;
        assert!(off.abs() < 2.0, "{cents}");
    }
    // Work of C1 begins: what it costs is kept, the others share the rest.
    for task in plan.tasks.iter_mut().filter(|task| task.id.starts_with("C1-")) {
        task.progress = TaskProgress { actual_start: Some(plan.program.start), ..TaskProgress::default() };
    }
    let report = budgets(&plan, &schedule(&plan).unwrap(), &request).unwrap();
    let first = &report.changes[0];
    println!("{first:?}");
    assert_eq!((first.reason, first.after), (BudgetReason::Committed, first.committed));
    assert!(report.changes[1..].iter().all(|change| change.reason == BudgetReason::MadeRoom));
    assert_eq!(report.changes.iter().map(|change| change.after.as_cents()).sum::<i64>(), 10_000_001);
    request.currency = Some("USD".into());
    request.fixed = [("C9".into(), Money::cents(1))].into();
    let issues = budgets(&plan, &schedule(&plan).unwrap(), &request).unwrap_err();
    let codes: Vec<&str> = issues.as_slice().iter().map(|issue| &*issue.code).collect();
    assert_eq!(codes, ["other-currency", "unknown-campaign"]);
}

#[test]
fn what_serves_no_kpi_is_worth_nothing_and_not_minus_nothing() {
    let plan = Plan::from_json(
        r#"{ "format": "paceline/1", "program": { "name": "p", "start": "2026-03-02" },
             "tasks": [{ "id": "a", "duration": "1d", "deadline": "2026-03-05" }] }"#,
    )
    .unwrap();
    let found = paceline::value::values(&plan, &paceline::measure::ScoreOptions::default()).unwrap();
    assert_eq!(found.len(), 1);
    assert!(found[0].value == 0.0 && found[0].value.is_sign_positive());
}

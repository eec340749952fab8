//! Use of a tool and success: sales and lead records against pandas, SciPy and statsmodels, and laws.
#![allow(
    clippy::disallowed_methods,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "in tests it says what must hold")]

use std::collections::BTreeMap;

use paceline::measure::uplift::{
    BeforeAfterOptions, JoinQualityRequest, RelateOptions, RelateVerdict, RunChartOptions, UpliftOptions,
    UpliftVerdict, before_after, join_quality, relate, run_chart, uplift,
};
use paceline::measure::{IntervalEstimate, Table};
use proptest::prelude::*;
use serde_json::Value;

#[path = "support/oracle.rs"]
mod oracle;

/// The columns of a plain file of comma-separated values.
fn csv(name: &str) -> Option<BTreeMap<String, Vec<String>>> {
    let text = oracle::text(&format!("oracles/social/{name}"))?;
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut made: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells.len(), names.len(), "{line}");
        for (name, cell) in names.iter().zip(cells) {
            made.entry((*name).to_owned()).or_default().push(cell.to_owned());
        }
    }
    Some(made)
}

fn texts(column: &[String]) -> impl Iterator<Item = Option<&str>> {
    column.iter().map(|cell| (!cell.is_empty()).then_some(cell.as_str()))
}

struct Tally {
    file: &'static str,
    cases: usize,
    worst: f64,
}

impl Tally {
    fn new(file: &'static str) -> Self {
        Self { file, cases: 0, worst: 0.0 }
    }

    /// Compares with a number of the reference, rounded there to some digits.
    fn near(&mut self, found: f64, wanted: &Value, tolerance: f64) {
        let wanted = wanted.as_f64().unwrap();
        let error = (found - wanted).abs() / wanted.abs().max(1e-12);
        assert!(error < tolerance, "{}: {found} instead of {wanted}", self.file);
        self.worst = self.worst.max(error);
        self.cases += 1;
    }

    fn interval(&mut self, found: &IntervalEstimate, wanted: &Value) {
        self.near(found.low.unwrap(), &wanted[0], 1e-9);
        self.near(found.high.unwrap(), &wanted[1], 1e-9);
    }
}

impl Drop for Tally {
    fn drop(&mut self) {
        println!("{}: {} numbers, worst relative error {:.1e}", self.file, self.cases, self.worst);
    }
}

/// Opportunities with the use and the manager of their agent joined on.
fn opportunities() -> Option<Table> {
    let (deals, agents) = (csv("crm_opportunities.csv")?, csv("crm_agents.csv")?);
    let row = |agent: &str| agents["sales_agent"].iter().position(|other| other == agent).unwrap();
    let rows: Vec<usize> = deals["sales_agent"].iter().map(|agent| row(agent)).collect();
    let table = Table::new()
        .with_texts("deal_stage", texts(&deals["deal_stage"]))
        .unwrap()
        .with_texts("sales_agent", texts(&deals["sales_agent"]))
        .unwrap()
        .with_texts("product", texts(&deals["product"]))
        .unwrap()
        .with_texts("account", texts(&deals["account"]))
        .unwrap()
        .with_texts("manager", rows.iter().map(|row| agents["manager"][*row].as_str()))
        .unwrap()
        .with_texts("close_date", texts(&deals["close_date"]))
        .unwrap()
        .with_numbers("close_value", deals["close_value"].iter().map(|cell| cell.parse::<f64>().ok()))
        .unwrap();
    let used = rows.iter().map(|row| agents["tool_utilisation_synthetic"][*row].parse::<f64>().unwrap());
    Some(table.with_numbers("utilisation", used).unwrap())
}

fn crm_options() -> UpliftOptions {
    let text = |text: &str| Some(text.to_owned());
    UpliftOptions {
        outcome: "deal_stage".into(),
        won: vec!["Won".into()],
        lost: vec!["Lost".into()],
        open: vec!["Engaging".into(), "Prospecting".into()],
        exposure: text("utilisation"),
        unit: text("sales_agent"),
        value: text("close_value"),
        strata: vec!["product".into(), "manager".into()],
        complete: vec!["account".into()],
        ..UpliftOptions::default()
    }
}

#[test]
fn sales_opportunities_by_use_of_the_tool() {
    let Some(expected) = oracle::json("oracles/social/crm_opportunities.expected.json") else { return };
    let table = opportunities().unwrap();
    let mut tally = Tally::new("crm_opportunities.expected.json");
    let report = uplift(&table, &crm_options()).unwrap();
    let wanted = &expected["utilisation_vs_close_rate"]["median_split"];
    assert_eq!(report.overall.closed, 4331);
    assert_eq!(report.open, 1052 + 342);
    tally.near(report.overall.rate.value, &expected["overall_close_rate"], 1e-9);
    tally.near(report.split.unwrap(), &wanted["median"], 1e-9);
    for (group, name) in [(&report.exposed, "high"), (&report.control, "low")] {
        assert_eq!(group.units, wanted[name]["agents"].as_u64());
        assert_eq!(Some(group.closed), wanted[name]["closed"].as_u64());
        assert_eq!(Some(group.won), wanted[name]["won"].as_u64());
        tally.near(group.rate.value, &wanted[name]["rate"], 1e-9);
    }
    tally.near(report.difference.value, &wanted["difference_points"], 1e-9);
    tally.near(report.z.unwrap(), &wanted["z_pooled"], 1e-9);
    tally.near(report.p_value.unwrap(), &wanted["p_two_sided"], 1e-8);
    assert_eq!(report.stratified.len(), 2);
    assert!(
        report.statement.contains("association") || report.verdict == UpliftVerdict::NoDemonstrableRelation
    );
    let cautions: Vec<&str> = report.evidence.cautions.iter().map(|caution| caution.code.as_ref()).collect();
    for code in ["few-units", "mix-differs", "open-not-counted", "rows-without-value"] {
        assert!(cautions.contains(&code), "{code} in {cautions:?}");
    }
    let gaps = report.evidence.cautions.iter().find(|caution| caution.code == "rows-without-value").unwrap();
    assert!(gaps.message.starts_with("949 rows"), "{gaps}");
    println!("{}", report.statement);
    for by in &report.stratified {
        println!("stratified by {}: {:?}", by.by, by.difference);
    }
    println!("clustered: {:?}", report.clustered);
    println!("money: {:?}", report.money);
    let money = report.money.unwrap();
    assert!((money.per_thousand.value / money.mean_won_value - report.won_per_thousand.value).abs() < 1e-9);
    // The records of each agent, one row each.
    let agents = expected["agents"].as_array().unwrap();
    for agent in agents {
        let options = UpliftOptions {
            exposure: None,
            group: Some("sales_agent".into()),
            exposed: agent["sales_agent"].as_str().map(str::to_owned),
            unit: None,
            strata: Vec::new(),
            ..crm_options()
        };
        let found = uplift(&table, &options).unwrap().exposed;
        assert_eq!((Some(found.closed), Some(found.won)), (agent["closed"].as_u64(), agent["won"].as_u64()));
        tally.near(found.rate.value, &agent["close_rate"], 1e-9);
        tally.interval(&found.rate, &agent["wilson95"]);
        tally.near(found.value_won.unwrap(), &agent["value_won"], 1e-9);
    }
    relation(&expected, &mut tally);
}

fn relation(expected: &Value, tally: &mut Tally) {
    let agents = expected["agents"].as_array().unwrap();
    let column =
        |name: &str| -> Vec<f64> { agents.iter().map(|agent| agent[name].as_f64().unwrap()).collect() };
    let table = Table::new()
        .with_numbers("exposure", column("tool_utilisation_synthetic"))
        .unwrap()
        .with_numbers("won", column("won"))
        .unwrap()
        .with_numbers("closed", column("closed"))
        .unwrap();
    let report = relate(&table, &RelateOptions::default()).unwrap();
    let wanted = &expected["utilisation_vs_close_rate"];
    assert_eq!(report.verdict, RelateVerdict::Demonstrated);
    assert!(report.statement.starts_with("association"), "{}", report.statement);
    tally.near(report.pearson.coefficient.value, &wanted["pearson"], 1e-9);
    tally.near(report.pearson.p_value, &wanted["pearson_p"], 1e-8);
    tally.interval(&report.pearson.coefficient, &wanted["pearson_95_fisher"]);
    tally.near(report.spearman.coefficient.value, &wanted["spearman"], 1e-9);
    tally.near(report.line.intercept.value, &wanted["ols"]["intercept"], 1e-9);
    tally.near(report.line.slope.value, &wanted["ols"]["slope"], 1e-9);
    tally.near(report.line.slope.standard_error.unwrap(), &wanted["ols"]["slope_se"], 1e-9);
    tally.near(report.line.r_squared, &wanted["ols"]["r_squared"], 1e-9);
    let weighted = report.weighted_line.unwrap();
    tally.near(weighted.intercept.value, &wanted["wls_weight_closed"]["intercept"], 1e-9);
    tally.near(weighted.slope.value, &wanted["wls_weight_closed"]["slope"], 1e-9);
    let logit = report.logit.unwrap();
    // Eight digits are given.
    tally.near(logit.intercept.value, &wanted["binomial_logit"]["intercept"], 3e-8);
    tally.near(logit.slope.value, &wanted["binomial_logit"]["slope"], 3e-8);
    tally.near(logit.slope.standard_error.unwrap(), &wanted["binomial_logit"]["slope_se"], 3e-8);
}

fn leads() -> Option<Table> {
    let leads = csv("bank_leads.csv")?;
    let mut table = Table::new();
    for (name, values) in &leads {
        table = table.with_texts(name, texts(values)).unwrap();
    }
    Some(table)
}

#[test]
fn bank_leads_crude_and_by_month() {
    let Some(expected) = oracle::json("oracles/social/bank_leads.expected.json") else { return };
    let table = leads().unwrap();
    let mut tally = Tally::new("bank_leads.expected.json");
    let options = |group: &str, exposed: &str| UpliftOptions {
        outcome: "y".into(),
        group: Some(group.to_owned()),
        exposed: Some(exposed.to_owned()),
        ..UpliftOptions::default()
    };
    let asked = UpliftOptions { strata: vec!["month".into()], ..options("contact", "cellular") };
    let report = uplift(&table, &asked).unwrap();
    let wanted = &expected["uplift_cellular_vs_telephone"];
    tally.interval(&report.overall.rate, &expected["all"]["wilson95"]);
    tally.near(report.exposed.rate.value, &wanted["exposed"]["rate"], 1e-9);
    tally.near(report.control.rate.value, &wanted["control"]["rate"], 1e-9);
    tally.near(report.difference.value, &wanted["difference_points"], 1e-9);
    tally.interval(&report.difference_wald, &wanted["difference_95_wald"]);
    tally.near(report.relative_uplift.unwrap(), &wanted["relative_uplift"], 1e-9);
    tally.near(report.risk_ratio.unwrap().value, &wanted["risk_ratio"], 1e-9);
    tally.near(report.odds_ratio.unwrap().value, &wanted["odds_ratio"], 1e-9);
    tally.near(report.z.unwrap(), &wanted["z_pooled"], 1e-9);
    tally.near(report.p_value.unwrap(), &wanted["p_two_sided"], 1e-8);
    let (by, wanted) = (&report.stratified[0], &wanted["stratified_by_month"]);
    assert_eq!(by.strata as usize + by.strata_left_out.len(), 10);
    assert_eq!(by.strata as usize, wanted["strata_used"].as_array().unwrap().len());
    tally.near(by.difference.value, &wanted["mantel_haenszel_risk_difference"], 1e-9);
    tally.near(by.risk_ratio.unwrap().value, &wanted["mantel_haenszel_risk_ratio"], 1e-9);
    tally.near(by.odds_ratio.unwrap().value, &wanted["mantel_haenszel_odds_ratio"], 1e-9);
    assert_eq!(report.verdict, UpliftVerdict::Demonstrated);
    assert!(report.statement.starts_with("association"), "{}", report.statement);
    assert!(report.evidence.cautions.iter().any(|caution| caution.code == "changed-by-strata"));
    println!("{}\nby month {:?}", report.statement, by.difference);
    for (key, column) in
        [("by_contact", "contact"), ("by_poutcome", "poutcome"), ("by_month", "month"), ("by_job", "job")]
    {
        for row in expected[key].as_array().unwrap() {
            let found = uplift(&table, &options(column, row[column].as_str().unwrap())).unwrap().exposed;
            assert_eq!(
                (Some(found.closed), Some(found.won)),
                (row["leads"].as_u64(), row["converted"].as_u64())
            );
            tally.interval(&found.rate, &row["wilson95"]);
        }
    }
}

#[test]
fn names_that_do_not_join_are_found() {
    let (Some(deals), Some(products)) = (csv("crm_opportunities.csv"), csv("crm_products.csv")) else {
        return;
    };
    let request = JoinQualityRequest {
        left: Table::new()
            .with_texts("product", texts(&deals["product"]))
            .unwrap()
            .with_texts("account", texts(&deals["account"]))
            .unwrap(),
        right: Table::new().with_texts("product", texts(&products["product"])).unwrap(),
        left_key: "product".into(),
        right_key: None,
        complete: vec!["account".into()],
    };
    let quality = join_quality(&request).unwrap();
    let found: Vec<_> =
        quality.unjoined_values.iter().map(|one| (one.value.as_str(), one.nearest.as_deref())).collect();
    assert_eq!(found, [("GTXPro", Some("GTX Pro"))]);
    assert!(quality.unjoined_values[0].same_letters);
    assert_eq!(quality.rows, 5725);
    let rows = deals["product"].iter().filter(|product| *product == "GTXPro").count() as u64;
    assert_eq!((quality.unjoined, quality.joined), (rows, 5725 - rows));
    assert!(quality.findings.iter().any(|issue| issue.message == "949 rows have no `account`"));
}

#[test]
fn closing_by_month_is_a_run_chart() {
    let Some(expected) = oracle::json("oracles/social/crm_opportunities.expected.json") else { return };
    let months = expected["by_close_month"].as_array().unwrap();
    let dates: Vec<String> =
        months.iter().map(|row| format!("{}-01", row["month"].as_str().unwrap())).collect();
    let rates = months.iter().map(|row| row["won"].as_f64().unwrap() / row["closed"].as_f64().unwrap());
    let table = Table::new()
        .with_texts("date", dates.iter().map(String::as_str))
        .unwrap()
        .with_numbers("value", rates)
        .unwrap();
    let chart = run_chart(&table, &RunChartOptions::default()).unwrap();
    assert!(!chart.changed, "{chart:?}");
}

#[test]
fn hostile_tables_and_options_are_refused() {
    let empty = Table::new();
    let codes = |issues: paceline::Issues| -> Vec<String> {
        issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
    };
    let absurd = UpliftOptions { level: f64::NAN, ..UpliftOptions::default() };
    let found = codes(uplift(&empty, &absurd).unwrap_err());
    for code in ["empty-table", "group-or-exposure", "option-out-of-range", "unknown-column"] {
        assert!(found.iter().any(|other| other == code), "{code} in {found:?}");
    }
    let one: Table = serde_json::from_str(r#"{ "outcome": ["won"], "group": ["a"] }"#).unwrap();
    let asked =
        UpliftOptions { group: Some("group".into()), exposed: Some("a".into()), ..UpliftOptions::default() };
    assert_eq!(codes(uplift(&one, &asked).unwrap_err()), ["too-few-rows", "too-few-rows"]);
    let half: Table = serde_json::from_str(
        r#"{ "outcome": ["won", "lost"], "group": ["a", "b"], "n": [1.5, -1], "x": [null, null], "u": ["p", "p"] }"#,
    )
    .unwrap();
    let asked = UpliftOptions { count: Some("n".into()), ..asked };
    assert_eq!(codes(uplift(&half, &asked).unwrap_err()), ["not-a-count"]);
    let flat: Table =
        serde_json::from_str(r#"{ "exposure": [1, 1, 1, 1], "won": [1, 2, 3, 9], "closed": [4, 4, 4, 4] }"#)
            .unwrap();
    assert_eq!(
        codes(relate(&flat, &RelateOptions::default()).unwrap_err()),
        ["constant-column", "more-won-than-closed"]
    );
    let huge: Table = serde_json::from_str(
        r#"{ "exposure": [-1.7e308, 1.7e308, 1, 2], "r": [1e308, -1e308, 1.2e308, 0] }"#,
    )
    .unwrap();
    let asked = RelateOptions { rate: Some("r".into()), ..RelateOptions::default() };
    assert_eq!(codes(relate(&huge, &asked).unwrap_err()), ["out-of-range"]);
    assert!(
        codes(before_after(&half, &BeforeAfterOptions::default()).unwrap_err())
            .contains(&"adopted-missing".into())
    );
    let short: Table =
        serde_json::from_str(r#"{ "date": ["2026-01-01", "2026-01-01"], "value": [1, 2] }"#).unwrap();
    let asked = RunChartOptions { shift: 0, trend: u64::MAX, ..RunChartOptions::default() };
    assert_eq!(
        codes(run_chart(&short, &asked).unwrap_err()),
        ["option-out-of-range", "option-out-of-range", "repeated-date", "too-few-rows"]
    );
}

/// Rows of group, stratum, state and person.
fn records() -> impl Strategy<Value = (Vec<(bool, u8, u8, u8)>, Vec<usize>)> {
    (12..60_usize).prop_flat_map(|rows| {
        (
            prop::collection::vec((any::<bool>(), 0..3_u8, 0..3_u8, 0..7_u8), rows),
            Just((0..rows).collect::<Vec<_>>()).prop_shuffle(),
        )
    })
}

fn records_table(rows: &[(bool, u8, u8, u8)], order: impl Iterator<Item = usize>) -> Table {
    let rows: Vec<(bool, u8, u8, u8)> = order.map(|at| rows[at]).collect();
    let people: Vec<String> = rows.iter().map(|row| format!("p{}", row.3)).collect();
    Table::new()
        .with_texts("group", rows.iter().map(|row| if row.0 { "a" } else { "b" }))
        .unwrap()
        .with_texts("stratum", rows.iter().map(|row| ["x", "y", "z"][usize::from(row.1)]))
        .unwrap()
        .with_texts("outcome", rows.iter().map(|row| ["won", "lost", "open"][usize::from(row.2)]))
        .unwrap()
        .with_texts("person", people.iter().map(String::as_str))
        .unwrap()
        .with_numbers("value", rows.iter().map(|row| f64::from(row.3) * 1.1 + f64::from(row.1)))
        .unwrap()
}

fn records_options() -> UpliftOptions {
    UpliftOptions {
        group: Some("group".into()),
        exposed: Some("a".into()),
        unit: Some("person".into()),
        value: Some("value".into()),
        strata: vec!["stratum".into()],
        ..UpliftOptions::default()
    }
}

proptest! {
    #[test]
    fn rows_in_any_order_give_the_same_bits((rows, order) in records()) {
        let options = records_options();
        let found = uplift(&records_table(&rows, order.iter().copied()), &options);
        prop_assert_eq!(&found, &uplift(&records_table(&rows, 0..rows.len()), &options));
        if let Ok(report) = found {
            // Every number of the report is one: JSON has no other, and reads back the same.
            let text = serde_json::to_string(&report).unwrap();
            prop_assert_eq!(&report, &serde_json::from_str(&text).unwrap());
            let inside = |one: &IntervalEstimate| one.low.unwrap() >= -1.0 && one.low.unwrap() <= one.value
                && one.value <= one.high.unwrap() && one.high.unwrap() <= 1.0;
            prop_assert!(inside(&report.difference), "{:?}", report.difference);
            prop_assert_eq!(report.overall.closed, report.exposed.closed + report.control.closed);
        }
    }

    #[test]
    fn one_stratum_gives_the_crude_difference((rows, _) in records()) {
        let alone: Vec<_> = rows.iter().map(|row| (row.0, 0, row.2, row.3)).collect();
        if let Ok(report) = uplift(&records_table(&alone, 0..alone.len()), &records_options()) {
            let by = &report.stratified[0];
            prop_assert!((by.difference.value - report.difference.value).abs() < 1e-12);
            prop_assert_eq!(by.difference.low, report.difference.low);
            if let (Some(a), Some(b)) = (by.odds_ratio, report.odds_ratio) {
                prop_assert!((a.value - b.value).abs() <= 1e-9 * b.value);
            }
        }
    }

    #[test]
    fn groups_swapped_change_the_sign((rows, _) in records()) {
        let swapped: Vec<_> = rows.iter().map(|row| (!row.0, row.1, row.2, row.3)).collect();
        let ask = |rows: &[(bool, u8, u8, u8)]| uplift(&records_table(rows, 0..rows.len()), &records_options());
        if let (Ok(a), Ok(b)) = (ask(&rows), ask(&swapped)) {
            prop_assert!((a.difference.value + b.difference.value).abs() < 1e-12);
            prop_assert!((a.difference.low.unwrap() + b.difference.high.unwrap()).abs() < 1e-12);
        }
    }

    #[test]
    fn the_scale_of_use_does_not_matter(
        rows in prop::collection::vec((0.0..1.0_f64, 0..40_u32, 0..40_u32), 5..20),
        power in -8_i32..8,
    ) {
        let factor = 2.0_f64.powi(power);
        let table = |factor: f64| Table::new()
            .with_numbers("exposure", rows.iter().map(|row| row.0 * factor)).unwrap()
            .with_numbers("won", rows.iter().map(|row| f64::from(row.1))).unwrap()
            .with_numbers("closed", rows.iter().map(|row| f64::from(row.1 + row.2))).unwrap();
        let (a, b) = (relate(&table(1.0), &RelateOptions::default()), relate(&table(factor), &RelateOptions::default()));
        if let (Ok(a), Ok(b)) = (&a, &b) {
            prop_assert_eq!(&a.pearson, &b.pearson);
            prop_assert_eq!(a.verdict, b.verdict);
            if let (Some(a), Some(b)) = (&a.logit, &b.logit) {
                prop_assert!((a.slope.value - b.slope.value * factor).abs() < 1e-9 * a.slope.value.abs().max(1e-6));
            }
        }
        prop_assert_eq!(a.is_ok(), b.is_ok());
    }
}

/// A small generator, so that a simulated world is the same on every machine.
struct Lots(u64);

impl Lots {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / 4_294_967_296.0
    }
}

#[test]
fn without_a_relation_claims_are_as_rare_as_said() {
    let mut lots = Lots(9);
    let worlds = 1_500;
    let (mut claims, mut related) = (0_u32, 0_u32);
    for _ in 0..worlds {
        let (mut group, mut outcome, mut used, mut won) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for _ in 0..20 {
            used.push(lots.next());
            let mut wins = 0_u32;
            for _ in 0..15 {
                group.push(if lots.next() < 0.5 { "a" } else { "b" });
                let win = lots.next() < 0.4;
                wins += u32::from(win);
                outcome.push(if win { "won" } else { "lost" });
            }
            won.push(f64::from(wins));
        }
        let table = Table::new().with_texts("group", group).unwrap().with_texts("outcome", outcome).unwrap();
        let asked = UpliftOptions {
            group: Some("group".into()),
            exposed: Some("a".into()),
            ..UpliftOptions::default()
        };
        claims += u32::from(uplift(&table, &asked).unwrap().verdict != UpliftVerdict::NoDemonstrableRelation);
        let agents = Table::new()
            .with_numbers("exposure", used)
            .unwrap()
            .with_numbers("won", won)
            .unwrap()
            .with_numbers("closed", vec![15.0; 20])
            .unwrap();
        let found = relate(&agents, &RelateOptions::default()).unwrap();
        related += u32::from(found.verdict != RelateVerdict::NoDemonstrableRelation);
    }
    println!("of {worlds} worlds without a relation: {claims} claims by uplift, {related} by relate");
    // 5% of 1,500 is 75; 112 or more have a probability of one in 100,000.
    assert!(claims < 112 && related < 112, "{claims} {related}");
    assert!(claims > 30, "an interval that never errs is too wide: {claims}");
}

#[test]
fn before_and_after_with_people_and_a_placebo() {
    let mut lots = Lots(4);
    let (mut group, mut date, mut outcome, mut person) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for at in 0..8_000_u32 {
        let who = at % 40;
        let (uses, month) = (who < 20, 1 + at / 1_000);
        let rate = 0.4
            + if uses { 0.05 } else { 0.0 }
            + if month > 4 { 0.03 } else { 0.0 }
            + if uses && month > 4 { 0.12 } else { 0.0 };
        group.push(if uses { "new" } else { "old" });
        date.push(format!("2026-{month:02}-10"));
        outcome.push(if lots.next() < rate { "won" } else { "lost" });
        person.push(format!("p{who}"));
    }
    let table = Table::new()
        .with_texts("group", group)
        .unwrap()
        .with_texts("date", date.iter().map(String::as_str))
        .unwrap()
        .with_texts("outcome", outcome)
        .unwrap()
        .with_texts("person", person.iter().map(String::as_str))
        .unwrap();
    let asked: BeforeAfterOptions =
        serde_json::from_str(r#"{ "exposed": "new", "adopted": "2026-05-01", "unit": "person" }"#).unwrap();
    let report = before_after(&table, &asked).unwrap();
    assert_eq!(report.verdict, UpliftVerdict::Demonstrated);
    assert!(report.difference.low.unwrap() < 0.12 && report.difference.high.unwrap() > 0.12, "{report:?}");
    let placebo = report.placebo.unwrap();
    assert!(placebo.low.unwrap() < 0.0 && placebo.high.unwrap() > 0.0, "{placebo:?}");
    let clusters = report.clustered.unwrap();
    assert_eq!(clusters.units, 40);
    let near = clusters.difference.standard_error.unwrap() / report.difference.standard_error.unwrap();
    assert!((0.6..1.5).contains(&near), "rows are independent here: {near}");
}

//! What indicators do, what they refuse, and the laws that they keep, on made records.
#![allow(
    clippy::disallowed_methods,
    clippy::neg_cmp_op_on_partial_ord,
    clippy::needless_range_loop,
    clippy::type_complexity,
    reason = "tests compute on their own, by the formulas"
)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

#[path = "support/indicator.rs"]
mod ask_for;

use ask_for::{ask, codes, day, group, mean, median, one, options, ratio, rows, series, sum};
use paceline::measure::indicator::{
    CalendarPeriodRequest, DurationSummary, FilterValue, Indicator, IndicatorFigure, IndicatorMeasure,
    IndicatorOptions, IndicatorReport, IndicatorTables, IndicatorTerm, KpiCatalogueRequest, LevelSummary,
    PercentileMethod, PeriodGrain, RateChangeOptions, RowFilter, ScoreChangeRequest, SpanUnit, ToDateSpan,
    calendar_period, indicators, kpi_catalogue, rate_change, score_change,
};
use paceline::measure::{Period, Table};
use proptest::prelude::*;

// ── Behaviour ──────────────────────────────────────────────────────────────────────────────────────────────────────

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap()
}

#[test]
fn periods_spans_and_comparisons() {
    let tables: IndicatorTables = parse(
        r#"{ "sales": { "date": ["2025-03-10", "2026-01-15", "2026-02-03", "2026-02-20", "2026-03-05", "2026-03-25", null],
                        "revenue": [50, 10, 20, 30, 40, 99, 7] } }"#,
    );
    let asked: IndicatorOptions = parse(
        r#"{ "indicators": [{ "catalogue": "revenue" }], "grain": "month", "compare": true, "as_of": "2026-03-10",
             "to_date": ["week", "month", "quarter", "year"], "max_age_days": 3 }"#,
    );
    let report = indicators(&tables, &asked).unwrap();
    let revenue = &report.indicators[0];
    // The 99 of 25 March are not known yet, the 7 have no date.
    assert_eq!(revenue.total.value, Some(150.0));
    assert!(revenue.cautions.iter().any(|caution| caution.code == "undated-rows"));
    let cell =
        |period: &str| revenue.cells.iter().find(|cell| cell.period.as_deref() == Some(period)).unwrap();
    let february = cell("2026-02");
    assert_eq!(february.previous.unwrap().change, 40.0);
    assert_eq!(february.previous.unwrap().relative, Some(4.0));
    assert_eq!((february.from, february.to), (Some(day("2026-02-01")), Some(day("2026-02-28"))));
    // March runs: it is marked, and not compared with a whole month.
    assert!(cell("2026-03").partial && cell("2026-03").previous.is_none());
    let span = |wanted: ToDateSpan| revenue.to_date.iter().find(|found| found.span == wanted).unwrap();
    // MTD 40 against 1 to 10 February (20) and 1 to 10 March 2025 (50).
    let month = span(ToDateSpan::Month);
    assert_eq!(
        (month.figure.value, month.previous.unwrap().value, month.last_year.unwrap().value),
        (Some(40.0), 20.0, 50.0)
    );
    assert_eq!(month.previous.unwrap().to, day("2026-02-10"));
    assert_eq!(span(ToDateSpan::Quarter).figure.value, Some(100.0));
    assert_eq!(span(ToDateSpan::Year).last_year.unwrap().value, 50.0);
    assert_eq!(span(ToDateSpan::Week).figure.value, None);
    assert_eq!((revenue.age_days, revenue.stale), (Some(5.0), Some(true)));
}

#[test]
fn tables_are_joined_by_their_groups() {
    let tables: IndicatorTables = parse(
        r#"{ "media": { "date": ["2026-03-01", "2026-03-02", "2026-03-02"], "campaign": ["a", "a", "b"], "spend": [100, 50, 80] },
             "crm": { "created": ["2026-03-01", "2026-03-09", "2026-03-09"], "source": ["a", "a", "c"] } }"#,
    );
    let asked: IndicatorOptions = parse(
        r#"{ "indicators": [{ "catalogue": "cost-per-lead", "table": "media", "columns": { "leads": "*" },
                              "tables": { "leads": "crm" } }],
             "by": ["campaign"], "tables": { "crm": { "time": "created", "dimensions": { "campaign": "source" } } } }"#,
    );
    let report = indicators(&tables, &asked).unwrap();
    assert_eq!(group(&report, "cost-per-lead", "a").value, Some(75.0));
    // b has no leads and c no spend: there is no cost per lead, neither 0 nor infinite.
    assert_eq!(group(&report, "cost-per-lead", "b").value, None);
    assert_eq!(group(&report, "cost-per-lead", "c").value, None);
    assert_eq!(series(&report, "cost-per-lead").total.value, Some(230.0 / 3.0));
}

#[test]
fn levels_add_over_channels_and_not_over_time() {
    let tables: IndicatorTables = parse(
        r#"{ "followers": { "date": ["2026-03-01", "2026-03-02", "2026-03-03", "2026-03-01", "2026-03-03"],
                            "channel": ["x", "x", "x", "y", "y"], "followers": [100, 110, 130, 50, 40] } }"#,
    );
    let level = |summary: &str| {
        parse::<Indicator>(&format!(
            r#"{{ "id": "{summary}", "measure": {{ "kind": "level", "column": "followers", "summary": "{summary}", "of": "channel" }} }}"#
        ))
    };
    let names = ["first", "last", "average", "lowest", "highest", "change", "range"];
    let report = indicators(&tables, &options(names.map(level).to_vec(), &[])).unwrap();
    let values: Vec<f64> = names.iter().map(|name| series(&report, name).total.value.unwrap()).collect();
    let average = (100.0 + 110.0 + 130.0) / 3.0 + 45.0;
    assert_eq!(values, [150.0, 170.0, average, 140.0, 180.0, 20.0, 40.0]);
}

#[test]
fn open_tickets_are_open() {
    let tables: IndicatorTables = parse(
        r#"{ "tickets": { "opened": ["2026-03-02T09:00", "2026-03-02T09:00", "2026-03-02T09:00", "2026-03-02T09:00"],
                          "first_response": ["2026-03-02T10:00", "2026-03-02T12:00", null, "2026-03-02T08:00"] } }"#,
    );
    let asked: IndicatorOptions = parse(
        r#"{ "indicators": [{ "catalogue": "first-response-time" }, { "catalogue": "first-response-time-p90" },
                            { "catalogue": "first-response-within-limit", "limit": 2 }],
             "as_of": "2026-03-02T11:00" }"#,
    );
    let report = indicators(&tables, &asked).unwrap();
    // One of three has ended at 1 h; the one of 12:00 is still open at 11:00; the last is no time at all.
    let within = &report.indicators[2].total;
    assert!((within.value.unwrap() - 100.0 / 3.0).abs() < 1e-12);
    assert_eq!((within.n, within.open, within.missing), (3, 2, 1));
    assert_eq!(report.indicators[0].total.value, None);
    assert!(report.indicators[0].cautions.iter().any(|caution| caution.code == "too-many-open"));
    assert!(report.indicators[0].cautions.iter().any(|caution| caution.code == "end-before-start"));
    let without = IndicatorOptions { as_of: None, ..asked };
    assert_eq!(codes(indicators(&tables, &without))[0], "missing-as-of");
}

#[test]
fn shares_proportions_and_catalogue_entries() {
    let tables: IndicatorTables =
        parse(r#"{ "talk": { "brand": ["own", "other", "own", null], "mentions": [30, 50, 10, 10] } }"#);
    let asked: IndicatorOptions = parse(
        r#"{ "indicators": [{ "catalogue": "share-of-voice" },
                            { "id": "mentions", "measure": { "kind": "sum", "terms": [{ "column": "mentions" }] } }],
             "by": ["brand"], "share_of_total": true }"#,
    );
    let report = indicators(&tables, &asked).unwrap();
    let voice = &report.indicators[0].total;
    assert_eq!((voice.value, voice.numerator, voice.denominator), (Some(40.0), Some(40.0), Some(100.0)));
    // Wilson's interval of 40 of 100.
    let bounds = [voice.low, voice.high].map(|bound| format!("{:.3}", bound.unwrap()));
    assert_eq!(bounds, ["30.940", "49.800"]);
    let shares: Vec<(Option<String>, f64)> =
        report.indicators[1].cells.iter().map(|cell| (cell.group[0].clone(), cell.share.unwrap())).collect();
    assert_eq!(shares, [(Some("other".into()), 0.5), (Some("own".into()), 0.4), (None, 0.1)]);
}

/// Every entry of the catalogue runs on a table that has its roles.
#[test]
fn every_catalogue_entry_runs() {
    let catalogue = kpi_catalogue(&KpiCatalogueRequest::default()).unwrap();
    assert!(catalogue.kpis.len() >= 38 && catalogue.packs.len() == 8);
    for kpi in &catalogue.kpis {
        let mut table = Table::new().with_texts("date", ["2026-03-01", "2026-03-02"]).unwrap();
        let text = serde_json::to_string(&kpi.measure).unwrap();
        for role in &kpi.roles {
            let name = role.role.as_str();
            let word = kpi.words.first().map_or("word", String::as_str);
            let in_text = ["brand", "channel", "stage", "customer", "solved_by"].contains(&name);
            table = if in_text {
                table.with_texts(name, [word, word]).unwrap()
            } else if text.contains("duration") {
                table.with_texts(name, ["2026-03-01", "2026-03-02"]).unwrap()
            } else {
                table.with_numbers(name, [2.0, 3.0]).unwrap()
            };
        }
        let asked = Indicator { catalogue: Some(kpi.id.clone()), ..Indicator::default() };
        let report = indicators(&one("rows", table), &options(vec![asked], &[])).unwrap_or_else(|issues| {
            panic!("{}: {issues}", kpi.id);
        });
        assert!(report.indicators[0].total.value.is_some(), "{}", kpi.id);
        assert_eq!((&report.indicators[0].formula, report.indicators[0].per), (&kpi.formula, kpi.per));
    }
    let request = KpiCatalogueRequest { ids: vec!["close-rat".into()], ..Default::default() };
    let issues = kpi_catalogue(&request).unwrap_err();
    assert_eq!(issues.as_slice()[0].help.as_deref(), Some("did you mean `close-rate`?"));
}

#[test]
fn percentiles_are_those_of_numpy() {
    // numpy.percentile([1, 2, 4, 8, 16, 32, 64], 30, method=…).
    let table = Table::new().with_numbers("x", [64.0, 1.0, 2.0, 32.0, 4.0, 16.0, 8.0]).unwrap();
    let expected = [
        (PercentileMethod::InvertedCdf, 4.0),
        (PercentileMethod::AveragedInvertedCdf, 4.0),
        (PercentileMethod::ClosestObservation, 2.0),
        (PercentileMethod::InterpolatedInvertedCdf, 2.2),
        (PercentileMethod::Hazen, 3.2),
        (PercentileMethod::Weibull, 2.8),
        (PercentileMethod::Linear, 3.6),
        (PercentileMethod::MedianUnbiased, 3.066_666_666_666_666_6),
        (PercentileMethod::NormalUnbiased, 3.1),
    ];
    for (method, value) in expected {
        let measure = IndicatorMeasure::Percentile { column: "x".into(), over: None, p: 0.3, method };
        let report = indicators(&one("t", table.clone()), &options(vec![ask("p", measure)], &[])).unwrap();
        let found = report.indicators[0].total.value.unwrap();
        assert!((found - value).abs() < 1e-12, "{method:?}: {found}, expected {value}");
    }
}

#[test]
fn scores_change_by_their_drivers() {
    let request: ScoreChangeRequest = parse(
        r#"{ "before": "2026-06-30", "after": "2026-09-30", "objectives": [
            { "id": "a", "weight": 2, "kpis": [
                { "id": "a1", "baseline": 0, "target": 1, "measurements": [{ "at": "2026-06-30", "value": 0.5 }, { "at": "2026-09-30", "value": 0.9 }] },
                { "id": "a2", "baseline": 0, "target": 1, "measurements": [{ "at": "2026-09-30", "value": 0.1 }] }] },
            { "id": "b", "kpis": [
                { "id": "b1", "baseline": 0, "target": 1, "measurements": [{ "at": "2026-06-30", "value": 0.8 }, { "at": "2026-09-30", "value": 0.6 }] }] }] }"#,
    );
    let report = score_change(&request).unwrap();
    let total: f64 = report.drivers.iter().map(|driver| driver.effect.unwrap()).sum();
    assert!((total - report.change.unwrap()).abs() < 1e-12);
    let of_objectives: f64 = report.objectives.iter().map(|objective| objective.effect.unwrap()).sum();
    assert!((of_objectives - report.change.unwrap()).abs() < 1e-12);
    // a2 comes in below the rest: that alone pulls the score down.
    let a2 = report.drivers.iter().find(|driver| driver.kpi == *"a2").unwrap();
    assert!(a2.score_effect == Some(0.0) && a2.coverage_effect.unwrap() < 0.0);
    assert!(report.evidence.cautions.iter().any(|caution| caution.code == "coverage-changed"));
    let reversed = ScoreChangeRequest { after: request.before, before: request.after, ..request };
    assert_eq!(score_change(&reversed).unwrap_err().as_slice()[0].code, "dates-reversed");
}

// ── Hostile input ──────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn every_fault_is_named_at_once() {
    let tables: IndicatorTables =
        parse(r#"{ "posts": { "date": ["2026-03-01"], "reach": [1], "type": ["photo"] } }"#);
    let asked: IndicatorOptions = parse(
        r#"{ "indicators": [
                { "id": "a", "measure": { "kind": "sum", "terms": [{ "column": "raech" }] } },
                { "id": "b", "measure": { "kind": "sum", "terms": [{ "column": "type" }] } },
                { "id": "c", "measure": { "kind": "sum", "terms": [{ "column": "reach", "factor": 0 }] } },
                { "id": "d", "measure": { "kind": "sum", "terms": [] } },
                { "id": "e", "table": "psots", "measure": { "kind": "distinct", "column": "type" } },
                { "id": "f", "measure": { "kind": "percentile", "column": "reach", "p": 2 } },
                { "id": "g", "catalogue": "engagement-rate-by-raech" },
                { "id": "h", "catalogue": "close-rate", "values": { "gewonnen": "won" } },
                { "id": "i" }, { "id": "i" },
                { "id": "j", "per": -1, "measure": { "kind": "mean", "column": "reach" } },
                { "id": "k", "filters": [{ "kind": "at_least", "column": "type", "value": 3 }],
                  "measure": { "kind": "mean", "column": "reach" } } ],
             "confidence": 1, "fiscal_year_start": 13, "to_date": ["month"], "compare": true, "share_of_total": true }"#,
    );
    let found = codes(indicators(&tables, &asked));
    for code in [
        "unknown-column",
        "column-not-numbers",
        "number-out-of-range",
        "terms-count",
        "unknown-table",
        "unknown-kpi",
        "unknown-word",
        "no-measure",
        "filter-kind",
        "fiscal-year-start",
        "missing-as-of",
        "missing-grain",
        "missing-dimension",
    ] {
        assert!(found.iter().any(|found| found == code), "{code} is not in {found:?}");
    }
}

#[test]
fn what_cannot_be_measured_is_refused() {
    let asked = |text: &str| parse::<IndicatorOptions>(text);
    let rows_of =
        r#"{ "indicators": [{ "id": "a", "measure": { "kind": "sum", "terms": [{ "column": "x" }] } }] }"#;
    let with = |values: Vec<Option<f64>>| one("t", Table::new().with_numbers("x", values).unwrap());
    assert_eq!(codes(indicators(&IndicatorTables::new(), &asked(rows_of))), ["table-needed"]);
    assert_eq!(codes(indicators(&with(vec![]), &asked(rows_of)))[0], "empty-table");
    assert_eq!(codes(indicators(&with(vec![Some(f64::INFINITY)]), &asked(rows_of))), ["infinite-number"]);
    assert_eq!(codes(indicators(&with(vec![Some(1e300)]), &asked(rows_of))), ["number-out-of-range"]);
    assert_eq!(codes(indicators(&with(vec![Some(1.0)]), &IndicatorOptions::default())), ["no-indicators"]);
    // Nothing but missing values: no value, not zero.
    let report = indicators(&with(vec![None, Some(f64::NAN)]), &asked(rows_of)).unwrap();
    assert_eq!((report.indicators[0].total.value, report.indicators[0].coverage), (None, Some(0.0)));
    // Times far away, and one past the range.
    let times = |seconds: Vec<i64>| {
        let table = Table::new().with_numbers("x", vec![1.0; seconds.len()]).unwrap();
        one("t", table.with_times("date", seconds).unwrap())
    };
    let daily = asked(&rows_of.replacen('{', r#"{ "grain": "day","#, 1));
    assert_eq!(codes(indicators(&times(vec![i64::MAX, 0]), &daily)), ["date-out-of-range"]);
    let report = indicators(&times(vec![0, 86_400 * 47_846, Table::NO_TIME]), &daily).unwrap();
    assert_eq!(report.indicators[0].cells.len(), 2);
    assert_eq!(report.indicators[0].cells[1].period.as_deref(), Some("2100-12-31"));
    // A list of options that asks for the same again and again.
    let again =
        asked(&rows_of.replacen('{', r#"{ "as_of": "2026-01-01", "to_date": ["month", "month"],"#, 1));
    assert!(codes(indicators(&times(vec![0]), &again)).contains(&"repeated-span".to_owned()));
    // Sums that cancel, and numbers at both ends of the range.
    let report = indicators(&with(vec![Some(1e16), Some(1.0), Some(-1e16)]), &asked(rows_of)).unwrap();
    assert_eq!(report.indicators[0].total.value, Some(1.0));
}

#[test]
fn rates_that_cannot_be_compared_are_refused() {
    let table = |text: &str| parse::<Table>(text);
    let codes = |text: &str| -> Vec<String> {
        let issues = rate_change(&table(text), &RateChangeOptions::default()).unwrap_err();
        issues.as_slice().iter().map(|issue| issue.code.to_string()).collect()
    };
    let base = r#"{ "segment": ["a", "a"], "period": ["before", "after"], "numerator": [1, 2], "denominator": [D0, D1] }"#;
    let with = |d0: &str, d1: &str| base.replace("D0", d0).replace("D1", d1);
    assert_eq!(codes(&with("0", "5")), ["zero-denominator"]);
    assert_eq!(codes(&with("-1", "5")), ["negative-denominator"]);
    assert_eq!(codes(&with("null", "5")), ["zero-denominator"]);
    assert_eq!(codes(&with("1", "2").replace("after", "later")), ["unknown-period"]);
    assert!(codes("{}").contains(&"empty-table".to_owned()));
    // A numerator of 0 is the limit of the logarithmic split.
    let report =
        rate_change(&table(&with("10", "20").replace("[1, 2]", "[0, 2]")), &RateChangeOptions::default())
            .unwrap();
    assert_eq!((report.numerator_effect, report.denominator_effect), (Some(0.1), Some(0.0)));
    let options = RateChangeOptions { proportion: true, ..RateChangeOptions::default() };
    let report = rate_change(&table(&with("10", "20")), &options).unwrap();
    assert!(report.change.low.unwrap() < 0.0 && report.change.high.unwrap() > 0.0);
    assert!(
        calendar_period(&CalendarPeriodRequest { date: day("2026-01-01"), fiscal_year_start: 0 }).is_err()
    );
}

// ── Laws ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/// A row of records: channel, region, day, number, other number, end.
type Row = (u8, u8, u16, Option<i32>, Option<u16>, Option<u16>);

fn records(rows: &[Row], scale: f64) -> Table {
    let text = |day: u16| {
        (chrono::NaiveDate::from_ymd_opt(2025, 1, 1).unwrap() + chrono::Days::new(day.into())).to_string()
    };
    let days: Vec<String> = rows.iter().map(|row| text(row.2)).collect();
    let ends: Vec<Option<String>> = rows.iter().map(|row| row.5.map(|end| text(row.2 + end))).collect();
    let names = ["a", "b", "c", "d", "e"];
    Table::new()
        .with_texts("channel", rows.iter().map(|row| names.get(usize::from(row.0)).copied()))
        .and_then(|table| table.with_numbers("region", rows.iter().map(|row| Some(f64::from(row.1)))))
        .and_then(|table| table.with_texts("date", days.iter().map(|day| Some(day.as_str()))))
        .and_then(|table| table.with_texts("end", ends.iter().map(Option::as_deref)))
        // Cents: numbers that no sum of binary fractions holds exactly.
        .and_then(|table| {
            table.with_numbers("x", rows.iter().map(|row| row.3.map(|x| f64::from(x) * 0.01 * scale)))
        })
        .and_then(|table| table.with_numbers("y", rows.iter().map(|row| row.4.map(|y| f64::from(y) * 0.1))))
        .unwrap()
}

fn everything() -> IndicatorOptions {
    let duration = |summary| IndicatorMeasure::Duration {
        start: "date".into(),
        end: "end".into(),
        summary,
        unit: SpanUnit::Days,
    };
    let level = |summary| IndicatorMeasure::Level {
        column: "x".into(),
        summary,
        of: Some("channel".into()),
        order: None,
    };
    IndicatorOptions {
        grain: Some(PeriodGrain::Quarter),
        fiscal_year_start: 2,
        as_of: Some(day("2026-02-01")),
        to_date: vec![ToDateSpan::Year],
        compare: true,
        ..options(
            vec![
                ask("sum", sum("x")),
                ask("rows", rows()),
                ask("ratio", ratio(IndicatorTerm::sum("x"), IndicatorTerm::sum("y"))),
                ask(
                    "some",
                    IndicatorMeasure::Sum {
                        terms: vec![IndicatorTerm::sum("x").with_filter(RowFilter::AtLeast {
                            column: "y".into(),
                            value: FilterValue::Number(2.0),
                        })],
                    },
                ),
                ask("mean", mean("x", Some("y"))),
                ask("median", median("x", None)),
                ask("last", level(LevelSummary::Last)),
                ask("average", level(LevelSummary::Average)),
                ask("distinct", IndicatorMeasure::Distinct { column: "x".into() }),
                ask("time", duration(DurationSummary::Quantile { p: 0.5 })),
                ask("within", duration(DurationSummary::ShareWithin { limit: 9.0 })),
            ],
            &["channel", "region"],
        )
    }
}

fn any_rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        0..6_u8,
        0..3_u8,
        0..400_u16,
        proptest::option::weighted(0.9, -100_000..100_000_i32),
        proptest::option::weighted(0.9, 0..50_u16),
        proptest::option::weighted(0.7, 0..30_u16),
    );
    proptest::collection::vec(row, 1..120)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Shuffling the rows changes no bit of the report.
    #[test]
    fn the_order_of_rows_means_nothing(rows in any_rows(), seed in any::<u64>()) {
        let mut shuffled = rows.clone();
        let mut state = seed | 1;
        for place in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(place, usize::try_from(state >> 33).unwrap() % (place + 1));
        }
        let report = |rows: &[Row]| {
            serde_json::to_string(&indicators(&one("t", records(rows, 1.0)), &everything()).unwrap()).unwrap()
        };
        prop_assert_eq!(report(&rows), report(&shuffled));
    }

    /// Sums, counts, numerators and denominators of the groups add up to those of the whole.
    #[test]
    fn groups_add_up(rows in any_rows()) {
        let report = indicators(&one("t", records(&rows, 1.0)), &everything()).unwrap();
        for id in ["sum", "rows", "some", "ratio"] {
            let found = series(&report, id);
            for part in [|f: &IndicatorFigure| f.value, |f: &IndicatorFigure| f.numerator, |f: &IndicatorFigure| f.denominator] {
                if id == "ratio" && part(&found.total) == found.total.value { continue }
                let parts: f64 = found.cells.iter().filter_map(|cell| part(&cell.figure)).sum();
                if let Some(total) = part(&found.total) {
                    prop_assert!((parts - total).abs() <= 1e-9 * total.abs().max(1.0), "{} {} {}", id, parts, total);
                }
            }
            let n: u64 = found.cells.iter().map(|cell| cell.figure.n).sum();
            prop_assert_eq!(n, found.total.n);
        }
    }

    /// Another currency multiplies sums, means and levels, and leaves counts and times alone.
    #[test]
    fn currency_is_a_factor(rows in any_rows(), rate in 0.01..100.0_f64) {
        let run = |scale: f64| indicators(&one("t", records(&rows, scale)), &everything()).unwrap();
        let (plain, changed) = (run(1.0), run(rate));
        for (before, after) in plain.indicators.iter().zip(&changed.indicators) {
            let factor = if ["rows", "time", "within", "distinct"].contains(&before.id.as_str()) { 1.0 } else { rate };
            match (before.total.value, after.total.value) {
                (Some(before), Some(after)) => {
                    prop_assert!((after - before * factor).abs() <= 1e-9 * (before * factor).abs().max(rate * 1e-3));
                }
                (before, after) => prop_assert_eq!(before, after),
            }
        }
    }

    /// Without open items the estimator of Kaplan and Meier is the sample: its quantile is the averaged inverse of the
    /// distribution of the sample, its share is the share.
    #[test]
    fn without_open_items_times_are_the_sample(ends in proptest::collection::vec(0..40_u16, 1..60), p in 1..20_u8, limit in 0..40_u16) {
        let rows: Vec<Row> = ends.iter().map(|end| (0, 0, 5, Some(1), Some(1), Some(*end))).collect();
        let table = records(&rows, 1.0).with_numbers("days", ends.iter().map(|end| f64::from(*end))).unwrap();
        let p = f64::from(p) * 0.05;
        let time = |summary| ask("time", IndicatorMeasure::Duration { start: "date".into(), end: "end".into(), summary, unit: SpanUnit::Days });
        let run = |indicator: Indicator| indicators(&one("t", table.clone()), &options(vec![indicator], &[])).unwrap().indicators[0].total;
        let sample = IndicatorMeasure::Percentile { column: "days".into(), over: None, p, method: PercentileMethod::AveragedInvertedCdf };
        if p < 0.99 {
            let found = run(time(DurationSummary::Quantile { p })).value.unwrap();
            let sample = run(ask("sample", sample)).value.unwrap();
            prop_assert!((found - sample).abs() < 1e-9, "{} {}", found, sample);
        }
        #[expect(clippy::cast_precision_loss, reason = "at most 60")]
        let share = ends.iter().filter(|end| **end <= limit).count() as f64 / ends.len() as f64;
        let found = run(time(DurationSummary::ShareWithin { limit: limit.into() })).value.unwrap();
        prop_assert!((found - share).abs() < 1e-9, "{} {}", found, share);
    }

    /// Both splits of a change of a rate leave no remainder.
    #[test]
    fn splits_leave_no_remainder(cells in proptest::collection::vec((0..500_u16, 1..900_u16, 0..500_u16, 0..900_u16), 1..9)) {
        let mut columns: [Vec<Option<f64>>; 2] = [Vec::new(), Vec::new()];
        let (mut names, mut periods) = (Vec::new(), Vec::new());
        let labels: Vec<String> = (0..cells.len()).map(|place| format!("s{place}")).collect();
        for (place, (n0, d0, n1, d1)) in cells.iter().enumerate() {
            for (period, n, d) in [("before", n0, d0), ("after", n1, d1)] {
                columns[0].push(Some(f64::from(if *d == 0 { 0 } else { *n })));
                columns[1].push(Some(f64::from(*d)));
                names.push(labels[place].as_str());
                periods.push(period);
            }
        }
        let [n, d] = columns;
        let table = Table::new().with_texts("segment", names).and_then(|t| t.with_texts("period", periods))
            .and_then(|t| t.with_numbers("numerator", n)).and_then(|t| t.with_numbers("denominator", d)).unwrap();
        if let Ok(report) = rate_change(&table, &RateChangeOptions::default()) {
            prop_assert!((report.rate_effect + report.mix_effect - report.change.value).abs() < 1e-12);
            let whole: f64 = report.segments.iter().map(|segment| segment.mix_effect_against_whole).sum();
            prop_assert!((whole - report.mix_effect).abs() < 1e-12);
            let logs = report.numerator_effect.unwrap() + report.denominator_effect.unwrap();
            prop_assert!((logs - report.change.value).abs() < 1e-12);
        }
    }

    /// No options and no table make it panic, and every answer can be written.
    #[test]
    fn nothing_panics(rows in any_rows(), p in -1.0..2.0_f64, per in proptest::num::f64::ANY, start in 0..15_u32, column in "[xy]|end|channel|region") {
        let mut asked = everything();
        asked.fiscal_year_start = start;
        asked.period = Some(Period { from: day("2025-02-01"), to: day("2025-09-30") });
        asked.indicators.push(Indicator { per: Some(per), ..ask("p", IndicatorMeasure::Percentile { column, over: Some("y".into()), p, method: PercentileMethod::Hazen }) });
        if let Ok(report) = indicators(&one("t", records(&rows, 1.0)), &asked) {
            let text = serde_json::to_string(&report).unwrap();
            prop_assert!(!text.contains("null,") || text.contains("group"));
            prop_assert_eq!(serde_json::from_str::<IndicatorReport>(&text).unwrap(), report);
        }
    }
}

//! Short ways to ask for indicators.
#![allow(dead_code, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, reason = "in tests it says what must hold")]
#![allow(unreachable_pub, reason = "shared by several test programs")]

use paceline::measure::Table;
use paceline::measure::indicator::{
    Indicator, IndicatorFigure, IndicatorMeasure, IndicatorOptions, IndicatorReport, IndicatorSeries,
    IndicatorTables, IndicatorTerm, PercentileMethod,
};
use paceline::quantity::When;

pub fn one(name: &str, table: Table) -> IndicatorTables {
    IndicatorTables::new().with(name, table)
}

pub fn ask(id: &str, measure: IndicatorMeasure) -> Indicator {
    Indicator { id: id.to_owned(), measure: Some(measure), ..Indicator::default() }
}

pub fn sum(column: &str) -> IndicatorMeasure {
    IndicatorMeasure::Sum { terms: vec![IndicatorTerm::sum(column)] }
}

pub fn rows() -> IndicatorMeasure {
    IndicatorMeasure::Sum { terms: vec![IndicatorTerm::rows()] }
}

pub fn ratio(upper: IndicatorTerm, lower: IndicatorTerm) -> IndicatorMeasure {
    IndicatorMeasure::Ratio { numerator: vec![upper], denominator: vec![lower] }
}

pub fn mean(column: &str, over: Option<&str>) -> IndicatorMeasure {
    IndicatorMeasure::Mean { column: column.to_owned(), over: over.map(str::to_owned) }
}

pub fn median(column: &str, over: Option<&str>) -> IndicatorMeasure {
    IndicatorMeasure::Percentile {
        column: column.to_owned(),
        over: over.map(str::to_owned),
        p: 0.5,
        method: PercentileMethod::Linear,
    }
}

pub fn options(indicators: Vec<Indicator>, by: &[&str]) -> IndicatorOptions {
    IndicatorOptions {
        indicators,
        by: by.iter().map(|name| (*name).to_owned()).collect(),
        ..IndicatorOptions::default()
    }
}

pub fn series<'r>(report: &'r IndicatorReport, id: &str) -> &'r IndicatorSeries {
    report.indicators.iter().find(|series| series.id == id).unwrap()
}

pub fn group<'r>(report: &'r IndicatorReport, id: &str, name: &str) -> &'r IndicatorFigure {
    // The oracles call rows that do not say `missing`.
    let name = (name != "missing").then(|| name.to_owned());
    &series(report, id).cells.iter().find(|cell| cell.group == [name.clone()]).unwrap().figure
}

pub fn day(text: &str) -> When {
    When::parse(text).unwrap()
}

pub fn codes(result: Result<IndicatorReport, paceline::Issues>) -> Vec<String> {
    result.unwrap_err().as_slice().iter().map(|issue| issue.code.to_string()).collect()
}

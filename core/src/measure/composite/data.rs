//! Reads the columns that the options name, and checks the options.

use super::options::{
    CompositeImputation, CompositeIndicator, CompositeMean, CompositeNormalisation, CompositeOptions,
    CompositeTreatment,
};
use super::tree::Tree;
use crate::measure::Table;
use crate::measure::table::{Texts, place};
use crate::{Issue, Issues};

/// Most indicators and most groups.
const MOST_PARTS: usize = 5_000;

/// The data of an index: units by name, indicators by name.
#[derive(Debug, Clone)]
pub(super) struct Data {
    pub(super) units: Vec<String>,
    pub(super) indicators: Vec<CompositeIndicator>,
    pub(super) tree: Tree,
    /// The values of each indicator, after division by its denominator; gaps are not a number.
    pub(super) columns: Vec<Vec<f64>>,
    /// The group of each unit, for imputation.
    pub(super) groups: Option<Texts>,
}

/// Reads everything; every fault at once.
pub(super) fn read(
    table: &Table,
    options: &CompositeOptions,
    others: &[CompositeImputation],
) -> Result<Data, Issues> {
    let mut reader = table.reader();
    let mut issues = check(options);
    let units = reader.groups(&options.unit).map(|texts| texts.sorted());
    let mut order: Vec<usize> = (0..options.indicators.len()).collect();
    order.sort_by(|a, b| options.indicators[*a].column.cmp(&options.indicators[*b].column));
    let mut columns = Vec::with_capacity(order.len());
    for index in &order {
        let indicator = &options.indicators[*index];
        let values = reader.numbers(&indicator.column);
        let denominators = indicator.denominator.as_deref().map(|name| reader.numbers(name));
        if let Some(values) = values {
            if values.iter().all(|value| value.is_nan()) && !values.is_empty() {
                let name = &indicator.column;
                issues.push(Issue::error(
                    "column-empty",
                    place(name),
                    format!("column `{name}` holds no value"),
                ));
            }
            columns.push(match denominators {
                None => values.to_vec(),
                Some(None) => Vec::new(),
                Some(Some(below)) => divide(indicator, values, below, &mut issues),
            });
        }
    }
    let mut groups = None;
    for imputation in std::iter::once(&options.imputation).chain(others) {
        if let CompositeImputation::GroupMean { group } | CompositeImputation::GroupMedian { group } =
            imputation
        {
            groups = reader.groups(group).map(|texts| texts.sorted());
        }
    }
    let tree = if options.indicators.is_empty() { None } else { Tree::of(options, &order, &mut issues) };
    if let Some(units) = &units {
        check_units(&options.unit, units, &mut issues);
    }
    issues.into_iter().for_each(|issue| reader.note(issue));
    reader.done()?;
    let (Some(units), Some(tree)) = (units, tree) else {
        return Err(Issue::error("no-indicators", "options/indicators", "there is no indicator").into());
    };
    // Units by name: a shuffled table gives the same bits.
    let mut rows: Vec<usize> = (0..table.rows()).collect();
    rows.sort_by_key(|row| units.codes[*row]);
    let groups = groups.map(|texts| Texts {
        codes: rows.iter().map(|row| texts.codes[*row]).collect(),
        values: texts.values,
    });
    Ok(Data {
        units: rows.iter().map(|row| units.get(*row).unwrap_or_default().to_owned()).collect(),
        indicators: order.iter().map(|index| options.indicators[*index].clone()).collect(),
        tree,
        columns: columns.into_iter().map(|values| rows.iter().map(|row| values[*row]).collect()).collect(),
        groups,
    })
}

/// Values ÷ denominators; a gap in either is a gap.
fn divide(
    indicator: &CompositeIndicator,
    values: &[f64],
    below: &[f64],
    issues: &mut Vec<Issue>,
) -> Vec<f64> {
    let name = indicator.denominator.as_deref().unwrap_or_default();
    let zeros = below.iter().zip(values).filter(|(below, value)| **below == 0.0 && !value.is_nan()).count();
    if zeros > 0 {
        issues.push(
            Issue::error(
                "division-by-zero",
                place(name),
                format!("column `{name}`, the denominator of `{}`, is 0 in {zeros} rows", indicator.column),
            )
            .with_help("give `null` where it is not known"),
        );
    }
    let made: Vec<f64> = values.iter().zip(below).map(|(value, below)| value / below).collect();
    if zeros == 0 && made.iter().any(|value| value.is_infinite()) {
        let message = format!("`{}` divided by `{name}` is too large", indicator.column);
        issues.push(Issue::error("out-of-range", place(name), message));
    }
    made
}

fn check_units(name: &str, units: &Texts, issues: &mut Vec<Issue>) {
    let mut seen = vec![0_u32; units.values.len()];
    let mut missing = 0;
    for code in &units.codes {
        match seen.get_mut(*code as usize) {
            Some(count) => *count += 1,
            None => missing += 1,
        }
    }
    if missing > 0 {
        issues.push(Issue::error(
            "missing-values",
            place(name),
            format!("column `{name}` misses {missing} names of units"),
        ));
    }
    let repeated = seen.iter().filter(|count| **count > 1).count();
    if let Some(first) = seen.iter().position(|count| *count > 1) {
        let unit = &units.values[first];
        issues.push(
            Issue::error(
                "repeated-unit",
                place(name),
                format!("unit `{unit}` and {} others stand in more than one row", repeated - 1),
            )
            .with_help("sum or average the rows of a unit first"),
        );
    }
}

fn range(at: &str, value: f64, low: f64, high: f64, issues: &mut Vec<Issue>) {
    if !(low..=high).contains(&value) {
        issues.push(Issue::error(
            "option-out-of-range",
            format!("options/{at}"),
            format!("`{at}` is {value}, it must be from {low} to {high}"),
        ));
    }
}

/// Every fault of the options themselves.
fn check(options: &CompositeOptions) -> Vec<Issue> {
    let mut issues = Vec::new();
    if options.indicators.is_empty() {
        issues.push(
            Issue::error("no-indicators", "options/indicators", "there is no indicator")
                .with_help("list the columns that make up the index"),
        );
    }
    if options.indicators.len() > MOST_PARTS || options.groups.len() > MOST_PARTS {
        issues.push(Issue::error(
            "too-many-indicators",
            "options/indicators",
            format!("there are more than {MOST_PARTS} indicators or groups"),
        ));
    }
    for indicator in &options.indicators {
        weight(&indicator.column, indicator.weight, &mut issues);
        if let Some(kind) = indicator.normalisation {
            normalisation(kind, &mut issues);
        }
        if let Some(posts) = indicator.goalposts
            && !(posts.low < posts.high && (posts.high - posts.low).is_finite())
        {
            issues.push(Issue::error(
                "goalposts-order",
                place(&indicator.column),
                format!("the lower goalpost of `{}` is not below the higher", indicator.column),
            ));
        }
    }
    for group in &options.groups {
        weight(&group.id, group.weight, &mut issues);
        if let Some(mean) = group.aggregation {
            aggregation(mean, &mut issues);
        }
    }
    range("least_share", options.least_share, 0.0, 1.0, &mut issues);
    range("screening/least_coverage", options.screening.least_coverage, 0.0, 1.0, &mut issues);
    range("screening/most_zeros", options.screening.most_zeros, 0.0, 1.0, &mut issues);
    treatment(options.treatment, &mut issues);
    normalisation(options.normalisation, &mut issues);
    aggregation(options.aggregation, &mut issues);
    issues
}

pub(super) fn treatment(kind: CompositeTreatment, issues: &mut Vec<Issue>) {
    if let CompositeTreatment::WinsorizeThenLog { skewness, kurtosis, most_points, .. } = kind {
        range("treatment/skewness", skewness, 0.0, 1e6, issues);
        range("treatment/kurtosis", kurtosis, -10.0, 1e6, issues);
        if most_points > 1000 {
            issues.push(Issue::error(
                "option-out-of-range",
                "options/treatment/most_points",
                format!("`most_points` is {most_points}, it must be from 0 to 1000"),
            ));
        }
    }
}

pub(super) fn normalisation(kind: CompositeNormalisation, issues: &mut Vec<Issue>) {
    match kind {
        CompositeNormalisation::MinMax { low, high } | CompositeNormalisation::Goalposts { low, high } => {
            range("normalisation/low", low, -1e12, 1e12, issues);
            range("normalisation/high", high, -1e12, 1e12, issues);
            if !(low < high) {
                issues.push(Issue::error(
                    "option-out-of-range",
                    "options/normalisation/low",
                    "`low` is not below `high`",
                ));
            }
        }
        CompositeNormalisation::ZScore { mean, deviation } => {
            range("normalisation/mean", mean, -1e12, 1e12, issues);
            range("normalisation/deviation", deviation, 1e-12, 1e12, issues);
        }
        _ => {}
    }
}

pub(super) fn aggregation(mean: CompositeMean, issues: &mut Vec<Issue>) {
    if let CompositeMean::Power { exponent } = mean {
        range("aggregation/exponent", exponent, -100.0, 100.0, issues);
    }
}

fn weight(id: &str, weight: f64, issues: &mut Vec<Issue>) {
    if !(0.0..=1e12).contains(&weight) {
        issues.push(Issue::error(
            "option-out-of-range",
            format!("weights/{id}"),
            format!("the weight of `{id}` is {weight}, it must be from 0 to 1e12"),
        ));
    }
}

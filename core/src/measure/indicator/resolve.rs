//! From an indicator as it is asked to what is measured: catalogue entries filled in, numbers checked.

use std::collections::BTreeMap;

use super::catalogue::{self, AmecStage, CatalogueKpi};
use super::catalogue_data;
use super::options::{
    DurationSummary, FilterValue, Indicator, IndicatorMeasure, IndicatorOptions, IndicatorTerm, KpiDirection,
    RowFilter,
};
use super::report::IndicatorAdditivity;
use crate::Issue;
use crate::error::nearest;

/// Most indicators of one report.
const MAX_INDICATORS: usize = 200;
/// Most dimensions.
const MAX_DIMENSIONS: usize = 8;
/// Most terms of a sum and filters of a term.
const MAX_PARTS: usize = 32;
/// Most values of a filter.
const MAX_VALUES: usize = 1_000;
/// Largest factor of a value.
const MAX_FACTOR: f64 = 1e9;
/// A column that stands for rows.
const ROWS: &str = "*";

/// An indicator ready to be compiled.
pub(super) struct Job {
    pub(super) id: String,
    pub(super) name: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) per: f64,
    pub(super) better: Option<KpiDirection>,
    pub(super) stage: Option<AmecStage>,
    pub(super) formula: String,
    pub(super) additivity: IndicatorAdditivity,
    pub(super) measure: IndicatorMeasure,
    pub(super) filters: Vec<RowFilter>,
    pub(super) proportion: bool,
    pub(super) table: Option<String>,
}

/// The indicators asked for; faults are noted.
pub(super) fn jobs(options: &IndicatorOptions, issues: &mut Vec<Issue>) -> Vec<Job> {
    check_options(options, issues);
    let all = catalogue_data::kpis();
    let mut jobs: Vec<Job> = Vec::new();
    for indicator in options.indicators.iter().take(MAX_INDICATORS) {
        let Some(job) = job(indicator, &all, issues) else { continue };
        if jobs.iter().any(|other| other.id == job.id) {
            let message = format!("indicator `{}` is there twice", job.id);
            issues.push(Issue::error("repeated-id", format!("indicators/{}", job.id), message));
        }
        jobs.push(job);
    }
    jobs
}

fn check_options(options: &IndicatorOptions, issues: &mut Vec<Issue>) {
    let mut refuse = |code: &'static str, at: &str, message: String, help: &str| {
        issues.push(Issue::error(code, at, message).with_help(help.to_owned()));
    };
    let count = options.indicators.len();
    if count == 0 {
        refuse("no-indicators", "indicators", "there is no indicator to compute".into(), "name at least one");
    }
    if count > MAX_INDICATORS {
        refuse(
            "too-many-indicators",
            "indicators",
            format!("{count} indicators are more than {MAX_INDICATORS}"),
            "ask in parts",
        );
    }
    if options.by.len() > MAX_DIMENSIONS {
        refuse(
            "too-many-dimensions",
            "by",
            format!("{} dimensions are more than {MAX_DIMENSIONS}", options.by.len()),
            "group by fewer columns",
        );
    }
    for (place, name) in options.by.iter().enumerate() {
        if options.by.iter().take(place).any(|before| before == name) {
            refuse("repeated-dimension", "by", format!("dimension `{name}` is there twice"), "name it once");
        }
    }
    if !(0.5..=0.9999).contains(&options.confidence) {
        refuse(
            "number-out-of-range",
            "confidence",
            format!("`{}` is not a number from 0.5 to 0.9999", options.confidence),
            "0.95 is usual",
        );
    }
    if options.max_age_days.is_some_and(|days| !(0.0..=100_000.0).contains(&days)) {
        refuse(
            "number-out-of-range",
            "max_age_days",
            "the age is not a number from 0 to 100,000".into(),
            "give days",
        );
    }
    if !options.to_date.is_empty() && options.as_of.is_none() {
        refuse(
            "missing-as-of",
            "to_date",
            "a span to date needs the date".into(),
            "give the date of the review in `as_of`",
        );
    }
    for (place, span) in options.to_date.iter().enumerate() {
        if options.to_date.iter().take(place).any(|before| before == span) {
            refuse("repeated-span", "to_date", "a span to date is there twice".into(), "name it once");
        }
    }
    if options.compare && options.grain.is_none() {
        refuse(
            "missing-grain",
            "compare",
            "periods can be compared only where there are some".into(),
            "give the length of the periods in `grain`",
        );
    }
    if options.share_of_total && options.by.is_empty() {
        refuse(
            "missing-dimension",
            "share_of_total",
            "a share of all groups needs groups".into(),
            "name a column in `by`",
        );
    }
    if options.period.is_some_and(|period| period.days() <= 0.0) {
        refuse("period-empty", "period", "the period ends before it begins".into(), "swap its ends");
    }
    if let Err(issue) = super::calendar::check_start(options.fiscal_year_start, "fiscal_year_start") {
        issues.push(issue);
    }
}

fn job(indicator: &Indicator, all: &[CatalogueKpi], issues: &mut Vec<Issue>) -> Option<Job> {
    let id = if indicator.id.is_empty() {
        indicator.catalogue.clone().unwrap_or_default()
    } else {
        indicator.id.clone()
    };
    let at = format!("indicators/{id}");
    if id.is_empty() {
        issues.push(
            Issue::error("missing-id", "indicators", "an indicator has no id").with_help("give it an `id`"),
        );
    }
    let entry = match &indicator.catalogue {
        None => None,
        Some(name) => match all.iter().find(|kpi| kpi.id == *name) {
            Some(entry) => Some(entry),
            None => {
                issues.push(catalogue::unknown(name, &at, all));
                return None;
            }
        },
    };
    let mut measure = match (entry, &indicator.measure) {
        (Some(entry), None) => filled(indicator, entry, &at, issues),
        (None, Some(measure)) => measure.clone(),
        (Some(_), Some(_)) => {
            issues.push(
                Issue::error("two-measures", &at, "the catalogue and `measure` both say what is measured")
                    .with_help("leave one of them out"),
            );
            return None;
        }
        (None, None) => {
            issues.push(
                Issue::error("no-measure", &at, "nothing says what is measured")
                    .with_help("give `measure`, or the id of a `catalogue` entry"),
            );
            return None;
        }
    };
    if let Some(own) = indicator.limit {
        match &mut measure {
            IndicatorMeasure::Duration {
                summary: DurationSummary::ShareWithin { limit } | DurationSummary::RestrictedMean { limit },
                ..
            } => *limit = own,
            _ => issues.push(
                Issue::error("limit-unused", &at, "this indicator has no limit")
                    .with_help("leave `limit` out"),
            ),
        }
    }
    let per = indicator.per.or(entry.map(|entry| entry.per)).unwrap_or(1.0);
    check_measure(&measure, per, &indicator.filters, &at, issues);
    Some(Job {
        name: indicator.name.clone().or_else(|| entry.map(|entry| entry.name.clone())),
        unit: indicator
            .unit
            .clone()
            .or_else(|| entry.map(|entry| entry.unit.clone()))
            .or_else(|| unit(&measure)),
        per,
        better: indicator.better.or(entry.map(|entry| entry.better)),
        stage: entry.map(|entry| entry.stage),
        formula: formula(&measure, per),
        additivity: additivity(&measure),
        filters: indicator.filters.clone(),
        proportion: indicator.proportion || entry.is_some_and(|entry| entry.proportion),
        table: indicator.table.clone(),
        measure,
        id,
    })
}

fn unit(measure: &IndicatorMeasure) -> Option<String> {
    match measure {
        IndicatorMeasure::Duration { summary: DurationSummary::ShareWithin { .. }, .. } => None,
        IndicatorMeasure::Duration { unit, .. } => Some(unit.word().to_owned()),
        _ => None,
    }
}

fn additivity(measure: &IndicatorMeasure) -> IndicatorAdditivity {
    let plain = |terms: &[IndicatorTerm]| !terms.iter().any(|term| term.distinct);
    match measure {
        IndicatorMeasure::Sum { terms } if plain(terms) => IndicatorAdditivity::Additive,
        IndicatorMeasure::Ratio { numerator, denominator } if plain(numerator) && plain(denominator) => {
            IndicatorAdditivity::Ratio
        }
        IndicatorMeasure::Level { of: Some(_), .. } => IndicatorAdditivity::SemiAdditive,
        _ => IndicatorAdditivity::None,
    }
}

/// The measure of a catalogue entry with the columns, tables and words of the data.
fn filled(
    indicator: &Indicator,
    entry: &CatalogueKpi,
    at: &str,
    issues: &mut Vec<Issue>,
) -> IndicatorMeasure {
    let roles: Vec<&str> = entry.roles.iter().map(|role| role.role.as_str()).collect();
    let words: Vec<&str> = entry.words.iter().map(String::as_str).collect();
    let mut check = |given: &BTreeMap<String, String>, known: &[&str], code: &'static str, what: &str| {
        for name in given.keys().filter(|name| !known.contains(&name.as_str())) {
            let message = format!("`{}` has no {what} `{name}`", entry.id);
            let help = nearest(name, known.iter().copied()).unwrap_or_else(|| {
                let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
                if names.is_empty() {
                    format!("it has no {what}s")
                } else {
                    format!("they are {}", names.join(", "))
                }
            });
            issues.push(Issue::error(code, at, message).with_help(help));
        }
    };
    check(&indicator.columns, &roles, "unknown-role", "role");
    check(&indicator.tables, &roles, "unknown-role", "role");
    check(&indicator.values, &words, "unknown-word", "word");
    let mut not_rows = |column: &str| {
        if column == ROWS {
            let message = format!("`{}` needs a column in place of `{ROWS}`", entry.id);
            issues
                .push(Issue::error("column-needed", at, message).with_help("rows can only stand for a sum"));
        }
    };
    let named = |role: &str| indicator.columns.get(role).cloned().unwrap_or_else(|| role.to_owned());
    let mut column = |role: &str| {
        let name = named(role);
        not_rows(&name);
        name
    };
    let mut measure = entry.measure.clone();
    match &mut measure {
        IndicatorMeasure::Sum { terms } => fill_terms(terms, indicator, &mut column),
        IndicatorMeasure::Ratio { numerator, denominator } => {
            fill_terms(numerator, indicator, &mut column);
            fill_terms(denominator, indicator, &mut column);
        }
        IndicatorMeasure::Mean { column: one, over }
        | IndicatorMeasure::Percentile { column: one, over, .. } => {
            *one = column(one);
            *over = over.as_deref().map(&mut column);
        }
        IndicatorMeasure::Level { column: one, of, order, .. } => {
            *one = column(one);
            *of = of.as_deref().map(&mut column);
            *order = order.as_deref().map(&mut column);
        }
        IndicatorMeasure::Distinct { column: one } => *one = column(one),
        IndicatorMeasure::Duration { start, end, .. } => {
            *start = column(start);
            *end = column(end);
        }
    }
    measure
}

fn fill_terms(terms: &mut [IndicatorTerm], indicator: &Indicator, column: &mut impl FnMut(&str) -> String) {
    for term in terms {
        let role =
            term.column.clone().or_else(|| term.filters.first().map(|filter| filter.column().to_owned()));
        if let Some(table) = role.and_then(|role| indicator.tables.get(&role)) {
            term.table = Some(table.clone());
        }
        if let Some(role) = term.column.take() {
            let rows = indicator.columns.get(&role).is_some_and(|name| name == ROWS) && !term.distinct;
            term.column = (!rows).then(|| column(&role));
        }
        for filter in &mut term.filters {
            fill_filter(filter, indicator, column);
        }
    }
}

fn fill_filter(filter: &mut RowFilter, indicator: &Indicator, column: &mut impl FnMut(&str) -> String) {
    let word = |value: &mut FilterValue| {
        if let FilterValue::Text(text) = value
            && let Some(own) = indicator.values.get(text)
        {
            own.clone_into(text);
        }
    };
    match filter {
        RowFilter::Equals { column: name, value }
        | RowFilter::AtLeast { column: name, value }
        | RowFilter::Below { column: name, value } => {
            *name = column(name);
            word(value);
        }
        RowFilter::OneOf { column: name, values } => {
            *name = column(name);
            values.iter_mut().for_each(word);
        }
        RowFilter::Present { column: name } | RowFilter::Absent { column: name } => *name = column(name),
    }
}

fn check_measure(
    measure: &IndicatorMeasure,
    per: f64,
    filters: &[RowFilter],
    at: &str,
    issues: &mut Vec<Issue>,
) {
    let range = |sound: bool, what: &str, issues: &mut Vec<Issue>| {
        if !sound {
            issues.push(Issue::error("number-out-of-range", at, what.to_owned()));
        }
    };
    range(per > 0.0 && per <= MAX_FACTOR, "`per` is not a number above 0 and at most 1e9", issues);
    check_filters(filters, at, issues);
    match measure {
        IndicatorMeasure::Sum { terms } => check_terms(terms, "terms", at, issues),
        IndicatorMeasure::Ratio { numerator, denominator } => {
            check_terms(numerator, "numerator", at, issues);
            check_terms(denominator, "denominator", at, issues);
        }
        IndicatorMeasure::Percentile { p, .. } => {
            range((0.0..=1.0).contains(p), "`p` is not a number from 0 to 1", issues);
        }
        IndicatorMeasure::Duration { summary, .. } => match summary {
            DurationSummary::Quantile { p } => {
                range(*p > 0.0 && *p < 1.0, "`p` is not a number above 0 and below 1", issues);
            }
            DurationSummary::ShareWithin { limit } => {
                range((0.0..=1e9).contains(limit), "`limit` is not a number from 0 to 1e9", issues);
            }
            DurationSummary::RestrictedMean { limit } => {
                range(
                    *limit > 0.0 && *limit <= 1e9,
                    "`limit` is not a number above 0 and at most 1e9",
                    issues,
                );
            }
        },
        IndicatorMeasure::Mean { .. }
        | IndicatorMeasure::Level { .. }
        | IndicatorMeasure::Distinct { .. } => {}
    }
}

fn check_terms(terms: &[IndicatorTerm], part: &str, at: &str, issues: &mut Vec<Issue>) {
    if terms.is_empty() || terms.len() > MAX_PARTS {
        let message = format!("`{part}` has {} terms, not 1 to {MAX_PARTS}", terms.len());
        issues.push(Issue::error("terms-count", at, message));
    }
    for term in terms.iter().take(MAX_PARTS) {
        check_filters(&term.filters, at, issues);
        if !(term.factor.abs() <= MAX_FACTOR && term.factor != 0.0) {
            issues.push(Issue::error("number-out-of-range", at, "a factor is 0 or not within ±1e9"));
        }
        if term.missing_as.is_some_and(|fill| !fill.is_finite() || fill.abs() > 1e15) {
            issues.push(Issue::error("number-out-of-range", at, "`missing_as` is not a number within ±1e15"));
        }
        if term.distinct && term.column.is_none() {
            issues.push(
                Issue::error("column-needed", at, "different values can only be counted in a column")
                    .with_help("name a column, or count rows without `distinct`"),
            );
        }
    }
}

fn check_filters(filters: &[RowFilter], at: &str, issues: &mut Vec<Issue>) {
    if filters.len() > MAX_PARTS {
        issues.push(Issue::error(
            "too-many-filters",
            at,
            format!("{} filters are more than {MAX_PARTS}", filters.len()),
        ));
    }
    for filter in filters {
        let values = match filter {
            RowFilter::Equals { value, .. }
            | RowFilter::AtLeast { value, .. }
            | RowFilter::Below { value, .. } => std::slice::from_ref(value),
            RowFilter::OneOf { values, .. } => {
                if values.is_empty() || values.len() > MAX_VALUES {
                    let message = format!("a filter has {} values, not 1 to {MAX_VALUES}", values.len());
                    issues.push(Issue::error("filter-values", at, message));
                }
                values.as_slice()
            }
            RowFilter::Present { .. } | RowFilter::Absent { .. } => &[],
        };
        if values.iter().any(|value| matches!(value, FilterValue::Number(number) if !number.is_finite())) {
            issues.push(Issue::error(
                "number-out-of-range",
                at,
                "a filter compares with what is not a number",
            ));
        }
    }
}

/// The formula in words and signs.
pub(super) fn formula(measure: &IndicatorMeasure, per: f64) -> String {
    let per = if per == 1.0 { String::new() } else { format!(" × {per}") };
    let quotient = |column: &str, over: Option<&str>| match over {
        Some(over) => format!("{column} ÷ {over}"),
        None => column.to_owned(),
    };
    let body = match measure {
        IndicatorMeasure::Sum { terms } => sum_words(terms),
        IndicatorMeasure::Ratio { numerator, denominator } => {
            let part = |terms: &[IndicatorTerm]| {
                if terms.len() > 1 { format!("({})", sum_words(terms)) } else { sum_words(terms) }
            };
            format!("{} ÷ {}", part(numerator), part(denominator))
        }
        IndicatorMeasure::Mean { column, over } => format!("mean of {}", quotient(column, over.as_deref())),
        IndicatorMeasure::Percentile { column, over, p, .. } => {
            format!("percentile {} of {}", p * 100.0, quotient(column, over.as_deref()))
        }
        IndicatorMeasure::Level { column, summary, of, .. } => {
            let word = serde_json::to_value(summary).ok().and_then(|word| word.as_str().map(str::to_owned));
            let of = of.as_ref().map(|of| format!(", added over {of}")).unwrap_or_default();
            format!("{} of {column} over time{of}", word.unwrap_or_default())
        }
        IndicatorMeasure::Distinct { column } => format!("different {column}"),
        IndicatorMeasure::Duration { start, end, summary, unit } => match summary {
            DurationSummary::Quantile { p } => {
                format!("percentile {} of the {} from {start} to {end}", p * 100.0, unit.word())
            }
            DurationSummary::ShareWithin { limit } => {
                format!("share of {start} with {end} within {limit} {}", unit.word())
            }
            DurationSummary::RestrictedMean { limit } => {
                format!("mean {} from {start} to {end}, at most {limit}", unit.word())
            }
        },
    };
    format!("{body}{per}")
}

fn sum_words(terms: &[IndicatorTerm]) -> String {
    let mut text = String::new();
    for (place, term) in terms.iter().enumerate() {
        let sign = match (place, term.factor < 0.0) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        };
        let factor = term.factor.abs();
        let factor = if factor == 1.0 { String::new() } else { format!("{factor} × ") };
        let what = match (&term.column, term.distinct) {
            (None, _) => "rows".to_owned(),
            (Some(column), true) => format!("different {column}"),
            (Some(column), false) => format!("Σ {column}"),
        };
        let filters: Vec<String> = term.filters.iter().map(filter_words).collect();
        let filters =
            if filters.is_empty() { String::new() } else { format!(" where {}", filters.join(" and ")) };
        text = format!("{text}{sign}{factor}{what}{filters}");
    }
    text
}

fn filter_words(filter: &RowFilter) -> String {
    let word = |value: &FilterValue| match value {
        FilterValue::Flag(flag) => flag.to_string(),
        FilterValue::Number(number) => number.to_string(),
        FilterValue::Text(text) => text.clone(),
    };
    match filter {
        RowFilter::Equals { column, value } => format!("{column} = {}", word(value)),
        RowFilter::OneOf { column, values } => {
            let values: Vec<String> = values.iter().take(5).map(word).collect();
            format!("{column} in ({})", values.join(", "))
        }
        RowFilter::AtLeast { column, value } => format!("{column} ≥ {}", word(value)),
        RowFilter::Below { column, value } => format!("{column} < {}", word(value)),
        RowFilter::Present { column } => format!("{column} present"),
        RowFilter::Absent { column } => format!("{column} missing"),
    }
}

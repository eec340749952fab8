//! From values to a common scale: screening, gaps, outliers, normalisation.

use super::data::Data;
use super::normalise::{logarithm, normalise, shape};
use super::options::{
    CompositeImputation, CompositeMean, CompositeNormalisation, CompositeOptions, CompositeTreatment,
};
use super::report::{CompositeScreened, CompositeTreated};
use crate::measure::table::Texts;
use crate::stats::summary::{count, mean, median};
use crate::{Issue, Issues};

/// What happened to the outliers of an indicator.
#[derive(Debug, Clone)]
pub(super) struct Treated {
    pub(super) values: Vec<f64>,
    pub(super) how: CompositeTreated,
    pub(super) winsorized: u64,
    /// Whether the rule is met in the end.
    pub(super) passes: bool,
}

/// Takes the units with too little data out of the data.
pub(super) fn screen(data: &mut Data, options: &CompositeOptions) -> Vec<CompositeScreened> {
    let rule = options.screening;
    let (mut kept, mut out) = (Vec::new(), Vec::new());
    for row in 0..data.units.len() {
        let there = data.columns.iter().filter(|column| !column[row].is_nan()).count();
        let zeros = data.columns.iter().filter(|column| column[row] == 0.0).count();
        let coverage = count(there) / count(data.columns.len());
        let zeros = if there == 0 { 0.0 } else { count(zeros) / count(there) };
        if coverage < rule.least_coverage - 1e-12 || zeros > rule.most_zeros + 1e-12 {
            out.push(CompositeScreened { unit: data.units[row].clone(), coverage, zeros });
        } else {
            kept.push(row);
        }
    }
    if !out.is_empty() {
        keep(data, &kept);
    }
    out
}

fn keep(data: &mut Data, rows: &[usize]) {
    data.units = rows.iter().map(|row| data.units[*row].clone()).collect();
    for column in &mut data.columns {
        *column = rows.iter().map(|row| column[*row]).collect();
    }
    if let Some(groups) = &mut data.groups {
        groups.codes = rows.iter().map(|row| groups.codes[*row]).collect();
    }
}

/// A column with its gaps filled.
pub(super) fn impute(values: &[f64], groups: Option<&Texts>, how: &CompositeImputation) -> Vec<f64> {
    let centre = |there: &[f64], by_median: bool| if by_median { median(there) } else { mean(there) };
    let by_median = matches!(how, CompositeImputation::Median | CompositeImputation::GroupMedian { .. });
    match how {
        CompositeImputation::None => values.to_vec(),
        CompositeImputation::Mean | CompositeImputation::Median => {
            let there: Vec<f64> = values.iter().copied().filter(|x| !x.is_nan()).collect();
            let fill = centre(&there, by_median);
            values.iter().map(|x| if x.is_nan() { fill } else { *x }).collect()
        }
        CompositeImputation::GroupMean { .. } | CompositeImputation::GroupMedian { .. } => {
            let Some(groups) = groups else { return values.to_vec() };
            let mut there: Vec<Vec<f64>> = vec![Vec::new(); groups.values.len()];
            for (value, code) in values.iter().zip(&groups.codes) {
                if let Some(list) = there.get_mut(*code as usize).filter(|_| !value.is_nan()) {
                    list.push(*value);
                }
            }
            let fill: Vec<f64> = there.iter().map(|list| centre(list, by_median)).collect();
            values
                .iter()
                .zip(&groups.codes)
                .map(
                    |(x, code)| if x.is_nan() { fill.get(*code as usize).copied().unwrap_or(*x) } else { *x },
                )
                .collect()
        }
    }
}

/// A column with its outliers treated.
pub(super) fn treat(values: &[f64], how: CompositeTreatment) -> Treated {
    let none = |passes| Treated { values: values.to_vec(), how: CompositeTreated::No, winsorized: 0, passes };
    let CompositeTreatment::WinsorizeThenLog { skewness, kurtosis, most_points, combine } = how else {
        return none(true);
    };
    let passes = |values: &[f64]| shape(values).is_none_or(|(s, k)| !(s.abs() > skewness && k > kurtosis));
    if passes(values) {
        return none(true);
    }
    let (winsorized, points) = winsorize(values, most_points, &passes);
    if passes(&winsorized) {
        return Treated {
            values: winsorized,
            how: CompositeTreated::Winsorized,
            winsorized: points,
            passes: true,
        };
    }
    let made = logarithm(if combine { &winsorized } else { values });
    let passes = passes(&made);
    Treated {
        values: made,
        how: CompositeTreated::Logarithm,
        winsorized: if combine { points } else { 0 },
        passes,
    }
}

/// Sets the largest (or smallest, as the skewness says) values to the next, until the rule is met or the limit reached.
fn winsorize(values: &[f64], most_points: u64, passes: &impl Fn(&[f64]) -> bool) -> (Vec<f64>, u64) {
    let mut made = values.to_vec();
    let (mut high, mut low) = (0_u64, 0_u64);
    while high + low < most_points && !passes(&made) {
        let Some((skewness, _)) = shape(&made) else { break };
        let up = skewness >= 0.0;
        let better = |a: f64, b: f64| if up { a > b } else { a < b };
        let (mut extreme, mut next) = (f64::NAN, f64::NAN);
        for x in made.iter().copied().filter(|x| !x.is_nan()) {
            if extreme.is_nan() || better(x, extreme) {
                (next, extreme) = (extreme, x);
            } else if x != extreme && (next.is_nan() || better(x, next)) {
                next = x;
            }
        }
        if next.is_nan() {
            break;
        }
        let mut set = 0;
        for x in made.iter_mut().filter(|x| **x == extreme) {
            *x = next;
            set += 1;
        }
        // Those set before are among them.
        if up { high = set } else { low = set }
    }
    (made, high + low)
}

/// All indicators on their scales, and checked against the means that will take them.
pub(super) fn scales(
    data: &Data,
    columns: &[Vec<f64>],
    usual: CompositeNormalisation,
) -> Result<Vec<Vec<f64>>, Issues> {
    let mut issues = Vec::new();
    let mut made = Vec::with_capacity(columns.len());
    for (indicator, values) in data.indicators.iter().zip(columns) {
        match normalise(values, indicator, indicator.normalisation.unwrap_or(usual)) {
            Ok(values) => made.push(values),
            Err(issue) => issues.push(issue),
        }
    }
    Issues::check(issues).map(|_| made)
}

/// Refuses scores that a mean cannot take.
pub(super) fn check_means(data: &Data, scales: &[Vec<f64>], usual: CompositeMean) -> Result<(), Issues> {
    let mut issues = Vec::new();
    for (values, node) in scales.iter().zip(&data.tree.nodes) {
        // Any mean on the way up meets these values, or values between them.
        let mut at = node.parent;
        while let Some(place) = at {
            let p = data.tree.mean(place, usual).exponent();
            let fits = |x: f64| x.is_nan() || p == 1.0 || x > 0.0 || (p > 1.0 && x == 0.0);
            if !values.iter().all(|x| fits(*x)) {
                let (id, group) = (&node.id, &data.tree.nodes[place].id);
                issues.push(
                    Issue::error(
                        "not-positive",
                        format!("groups/{group}"),
                        format!("`{id}` has scores of 0 or less, which the mean of `{group}` cannot take"),
                    )
                    .with_help(
                        "use a scale above 0, such as `min_max` from 1 to 100, or the arithmetic mean",
                    ),
                );
                break;
            }
            at = data.tree.nodes[place].parent;
        }
    }
    Issues::check(issues).map(|_| ())
}

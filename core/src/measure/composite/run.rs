//! Builds an index.

use super::data::{Data, read};
use super::normalise::shape;
use super::options::{CompositeImputation, CompositeOptions, CompositeStep, CompositeTreatment};
use super::prepare::{Treated, check_means, impute, scales, screen, treat};
use super::report::{
    CompositeIndicatorSummary, CompositePart, CompositeReport, CompositeScreened, CompositeStage,
    CompositeTreated, CompositeUnit,
};
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::math::pow;
use crate::stats::summary::{count, mean, sum, variance};
use crate::{Issue, Issues};

/// Correlation of two indicators above which they count the same thing twice.
const TOO_ALIKE: f64 = 0.95;
/// Share of filled-in values of an indicator above which a caution says so.
const MUCH_IMPUTED: f64 = 0.1;
/// Indicators up to which each pair is compared.
const MOST_COMPARED: usize = 200;

/// One score for each unit, made of many indicators: see [the module](super).
///
/// # Errors
/// `no-indicators`, `unknown-column`, `column-not-numbers`, `column-empty`, `infinite-number`, `repeated-unit`,
/// `missing-values`, `repeated-id`, `unknown-group`, `empty-group`, `group-cycle`, `no-weight`, `division-by-zero`,
/// `constant-column`, `goalposts-missing`, `goalposts-order`, `direction-not-supported`, `not-positive`,
/// `out-of-range`, `option-out-of-range`, `too-few-rows`, `empty-table`: all at once.
///
/// # Complexity
/// O(units × indicators × log units).
pub fn composite(table: &Table, options: &CompositeOptions) -> Result<CompositeReport, Issues> {
    let mut data = read(table, options, &[])?;
    let mut stages = Stages { asked: &options.include, made: Vec::new() };
    stages.add(CompositeStep::Denominated, &data.units, &names(&data), &data.columns)?;
    let units = data.units.clone();
    let prepared = Prepared::of(&mut data, options, &mut stages)?;
    let scaled = scales(&data, &prepared.columns(), options.normalisation)?;
    stages.add(CompositeStep::Normalised, &data.units, &names(&data), &scaled)?;
    check_means(&data, &scaled, options.aggregation)?;
    let weights = data.tree.weights();
    let mut scores = scaled.clone();
    scores.resize(data.tree.nodes.len(), Vec::with_capacity(data.units.len()));
    let mut row_scores = vec![f64::NAN; data.tree.nodes.len()];
    for row in 0..data.units.len() {
        for (score, column) in row_scores.iter_mut().zip(&scaled) {
            *score = column[row];
        }
        data.tree.aggregate(
            &mut row_scores,
            &weights,
            options.aggregation,
            options.missing,
            options.least_share,
        );
        for (column, score) in scores[scaled.len()..].iter_mut().zip(&row_scores[scaled.len()..]) {
            column.push(*score);
        }
    }
    let ids: Vec<&str> = data.tree.nodes.iter().map(|node| node.id.as_str()).collect();
    stages.add(CompositeStep::Aggregated, &data.units, &ids, &scores)?;
    let index = &scores[scores.len() - 1];
    if index.iter().any(|score| score.is_infinite()) {
        return Err(Issue::error("out-of-range", "groups", "the scores are too large to put together").into());
    }
    let ranked = ranks(index);
    let measured = coverage(&data, &prepared.measured);
    let mut order: Vec<usize> = (0..data.units.len()).collect();
    order.sort_by_key(|row| (ranked[*row].unwrap_or(u64::MAX), *row));
    let mut by_name: Vec<usize> = (0..data.tree.nodes.len() - 1).collect();
    by_name.sort_by(|a, b| ids[*a].cmp(ids[*b]));
    let found = Found { scores: &scores, measured: &measured, ranked: &ranked, by_name: &by_name };
    let units_reported = order.iter().map(|row| unit(&data, options, &found, *row)).collect();
    let indicators = summaries(&data, &prepared, &scaled, index);
    let evidence = evidence(&data, options, &prepared, &scaled, &indicators, units.len());
    Ok(CompositeReport {
        evidence,
        units: units_reported,
        screened_out: prepared.screened,
        indicators,
        cronbach_alpha: cronbach(&scaled),
        stages: stages.made,
    })
}

/// The data before they get a common scale.
pub(super) struct Prepared {
    pub(super) treated: Vec<Treated>,
    /// Whether each value was measured, by indicator and unit.
    pub(super) measured: Vec<Vec<bool>>,
    /// Skewness and kurtosis before the treatment.
    shapes: Vec<Option<(f64, f64)>>,
    pub(super) screened: Vec<CompositeScreened>,
}

impl Prepared {
    pub(super) fn of(
        data: &mut Data,
        options: &CompositeOptions,
        stages: &mut Stages<'_>,
    ) -> Result<Self, Issues> {
        let mut screened = Vec::new();
        if !options.screening.after_imputation {
            screened = screen(data, options);
            stages.add(CompositeStep::Screened, &data.units, &names(data), &data.columns)?;
        }
        let was: Vec<Vec<f64>> = data.columns.clone();
        let before = data.units.clone();
        data.columns =
            was.iter().map(|values| impute(values, data.groups.as_ref(), &options.imputation)).collect();
        stages.add(CompositeStep::Imputed, &data.units, &names(data), &data.columns)?;
        if options.screening.after_imputation {
            screened = screen(data, options);
            stages.add(CompositeStep::Screened, &data.units, &names(data), &data.columns)?;
        }
        if data.units.len() < 2 {
            return Err(too_few(data.units.len()));
        }
        let mut kept = vec![false; before.len()];
        let mut at = 0;
        for (row, unit) in before.iter().enumerate() {
            if data.units.get(at) == Some(unit) {
                kept[row] = true;
                at += 1;
            }
        }
        let measured = was
            .iter()
            .map(|values| {
                values.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(x, _)| !x.is_nan()).collect()
            })
            .collect();
        let shapes = data.columns.iter().map(|values| shape(values)).collect();
        let treated: Vec<Treated> = data
            .columns
            .iter()
            .zip(&data.indicators)
            .map(|(values, indicator)| {
                treat(values, if indicator.treat { options.treatment } else { CompositeTreatment::None })
            })
            .collect();
        let made = Self { treated, measured, shapes, screened };
        stages.add(CompositeStep::Treated, &data.units, &names(data), &made.columns())?;
        Ok(made)
    }

    pub(super) fn columns(&self) -> Vec<Vec<f64>> {
        self.treated.iter().map(|treated| treated.values.clone()).collect()
    }
}

fn too_few(units: usize) -> Issues {
    Issue::error("too-few-rows", "columns", format!("{units} units are left, a ranking needs at least 2"))
        .with_help("ask for less coverage, or fill in what is known")
        .into()
}

/// Data after steps, kept where asked for.
pub(super) struct Stages<'a> {
    pub(super) asked: &'a [CompositeStep],
    pub(super) made: Vec<CompositeStage>,
}

impl Stages<'_> {
    fn add(
        &mut self,
        step: CompositeStep,
        units: &[String],
        names: &[&str],
        columns: &[Vec<f64>],
    ) -> Result<(), Issues> {
        if self.asked.contains(&step) {
            let name = if names.contains(&"unit") { "unit_name" } else { "unit" };
            let mut table = Table::new().with_texts(name, units.iter().map(String::as_str))?;
            for (name, values) in names.iter().zip(columns) {
                table = table.with_numbers(name, values.iter().map(|x| x.is_finite().then_some(*x)))?;
            }
            self.made.push(CompositeStage { step, data: table });
            self.made.sort_by_key(|stage| stage.step);
        }
        Ok(())
    }
}

fn names(data: &Data) -> Vec<&str> {
    data.indicators.iter().map(|indicator| indicator.column.as_str()).collect()
}

/// Ranks, 1 the largest; equal scores share the better rank, gaps have none.
pub(super) fn ranks(scores: &[f64]) -> Vec<Option<u64>> {
    let mut there: Vec<f64> = scores.iter().copied().filter(|x| !x.is_nan()).collect();
    there.sort_unstable_by(f64::total_cmp);
    scores
        .iter()
        .map(|x| (!x.is_nan()).then(|| (there.len() - there.partition_point(|other| other <= x)) as u64 + 1))
        .collect()
}

/// Share of the weights with measured data, by node and unit.
fn coverage(data: &Data, measured: &[Vec<bool>]) -> Vec<Vec<f64>> {
    let mut made: Vec<Vec<f64>> =
        measured.iter().map(|column| column.iter().map(|is| f64::from(u8::from(*is))).collect()).collect();
    for node in &data.tree.nodes[data.tree.indicators..] {
        let total = sum(node.children.iter().map(|child| data.tree.nodes[*child].weight));
        let column = (0..data.units.len())
            .map(|row| {
                sum(node.children.iter().map(|child| data.tree.nodes[*child].weight * made[*child][row]))
                    / total
            })
            .collect();
        made.push(column);
    }
    made
}

/// What was found, by node and unit.
struct Found<'a> {
    scores: &'a [Vec<f64>],
    measured: &'a [Vec<f64>],
    ranked: &'a [Option<u64>],
    /// The nodes below the index by name.
    by_name: &'a [usize],
}

/// A unit with its parts.
fn unit(data: &Data, options: &CompositeOptions, found: &Found<'_>, row: usize) -> CompositeUnit {
    let Found { scores, measured, ranked, by_name } = *found;
    let nodes = &data.tree.nodes;
    let top = nodes.len() - 1;
    let score = |node: usize| Some(scores[node][row]).filter(|score| !score.is_nan());
    // The slope of the index in each node.
    let mut slope: Vec<Option<f64>> = vec![None; nodes.len()];
    slope[top] = score(top).map(|_| 1.0);
    for place in (data.tree.indicators..nodes.len()).rev() {
        let (Some(own), Some(whole)) = (slope[place], score(place)) else { continue };
        let children = &nodes[place].children;
        let there =
            sum(children.iter().filter(|child| score(**child).is_some()).map(|child| nodes[*child].weight));
        let p = data.tree.mean(place, options.aggregation).exponent();
        for child in children {
            let Some(x) = score(*child) else { continue };
            let bend = if p == 1.0 || whole == x {
                1.0
            } else if p == 0.0 {
                whole / x
            } else {
                pow(x / whole, p - 1.0)
            };
            slope[*child] = Some(own * nodes[*child].weight / there * bend);
        }
    }
    let parts = by_name
        .iter()
        .map(|&node| CompositePart {
            id: nodes[node].id.clone(),
            score: score(node),
            contribution: slope[node].and_then(|slope| Some(slope * score(node)?)).filter(|x| x.is_finite()),
            coverage: measured[node][row],
        })
        .collect();
    CompositeUnit {
        unit: data.units[row].clone(),
        score: score(top),
        rank: ranked[row],
        coverage: measured[top][row],
        parts,
    }
}

fn summaries(
    data: &Data,
    prepared: &Prepared,
    scaled: &[Vec<f64>],
    index: &[f64],
) -> Vec<CompositeIndicatorSummary> {
    let weights = data.tree.effective();
    let rows = count(data.units.len());
    (0..data.indicators.len())
        .map(|at| {
            let treated = &prepared.treated[at];
            let measured = prepared.measured[at].iter().filter(|is| **is).count();
            let filled = data.columns[at].iter().filter(|x| !x.is_nan()).count();
            let (before, after) = (prepared.shapes[at], shape(&treated.values));
            CompositeIndicatorSummary {
                column: data.indicators[at].column.clone(),
                weight: weights[at],
                coverage: count(measured) / rows,
                imputed: filled.saturating_sub(measured) as u64,
                treated: treated.how,
                winsorized: treated.winsorized,
                skewness: before.map(|shape| shape.0),
                kurtosis: before.map(|shape| shape.1),
                skewness_after: after.map(|shape| shape.0),
                kurtosis_after: after.map(|shape| shape.1),
                correlation_with_index: pearson(&scaled[at], index),
            }
        })
        .collect()
}

/// Pearson's correlation over the rows where both are there; nothing below three rows or if one is constant.
pub(super) fn pearson(x: &[f64], y: &[f64]) -> Option<f64> {
    let (mut a, mut b) = (Vec::new(), Vec::new());
    for (x, y) in x.iter().zip(y).filter(|(x, y)| !x.is_nan() && !y.is_nan()) {
        a.push(*x);
        b.push(*y);
    }
    if a.len() < 3 {
        return None;
    }
    let (centre_a, centre_b) = (mean(&a), mean(&b));
    let together = sum(a.iter().zip(&b).map(|(x, y)| (x - centre_a) * (y - centre_b)));
    let (va, vb) = (variance(&a), variance(&b));
    let r = together / ((count(a.len()) - 1.0) * va.sqrt() * vb.sqrt());
    Some(r.clamp(-1.0, 1.0)).filter(|r| r.is_finite() && va > 0.0 && vb > 0.0)
}

/// Cronbach's alpha over the units that have every indicator.
fn cronbach(scaled: &[Vec<f64>]) -> Option<f64> {
    let k = count(scaled.len());
    let rows: Vec<usize> =
        (0..scaled.first()?.len()).filter(|row| scaled.iter().all(|column| !column[*row].is_nan())).collect();
    if k < 2.0 || rows.len() < 3 {
        return None;
    }
    let single = sum(scaled.iter().map(|c| variance(&rows.iter().map(|row| c[*row]).collect::<Vec<_>>())));
    let totals: Vec<f64> = rows.iter().map(|row| sum(scaled.iter().map(|column| column[*row]))).collect();
    let alpha = k / (k - 1.0) * (1.0 - single / variance(&totals));
    Some(alpha).filter(|alpha| alpha.is_finite())
}

fn evidence(
    data: &Data,
    options: &CompositeOptions,
    prepared: &Prepared,
    scaled: &[Vec<f64>],
    indicators: &[CompositeIndicatorSummary],
    units_before: usize,
) -> Evidence {
    let mut made = Evidence::new(EvidenceGrade::Association)
        .assume(
            "weights-are-values",
            "the weights say what matters to those who chose them, no data can show them right",
        )
        .assume("index-describes", "a rank describes where a unit stands, not what put it there");
    if options.aggregation.exponent() == 1.0 {
        made = made.assume(
            "strengths-make-good",
            "a weakness in one indicator is made good by a strength in another",
        );
    }
    if options.imputation != CompositeImputation::None {
        made =
            made.assume("gaps-like-the-rest", "units with gaps are like those that the gaps are filled from");
    }
    let failing: Vec<&str> = data
        .indicators
        .iter()
        .zip(&prepared.treated)
        .filter(|(_, treated)| !treated.passes)
        .map(|(indicator, _)| indicator.column.as_str())
        .collect();
    if options.treatment != CompositeTreatment::None {
        made.check(
            "outliers-treated",
            failing.is_empty(),
            Some(count(failing.len())),
            format!("{} indicators still have outliers after the treatment", failing.len()),
        );
    }
    for at in indicators {
        let name = &at.column;
        let place = format!("columns/{name}");
        if let Some(r) = at.correlation_with_index.filter(|r| *r < 0.0) {
            let message = format!("`{name}` falls where the index rises, its correlation is {r:.2}");
            made.cautions.push(
                Issue::warning("against-index", &place, message)
                    .with_help("look at its direction, or at its weight"),
            );
        }
        let share = count(usize::try_from(at.imputed).unwrap_or(usize::MAX)) / count(data.units.len());
        if share > MUCH_IMPUTED {
            let message = format!("{} of {} values of `{name}` are filled in", at.imputed, data.units.len());
            made.cautions.push(Issue::warning("much-imputed", &place, message));
        }
        if at.treated == CompositeTreated::Logarithm {
            let message =
                format!("`{name}` was put on a logarithm: differences among its large values shrink");
            made.cautions.push(Issue::info("logarithm-taken", &place, message));
        }
    }
    for name in failing {
        let message = format!("`{name}` still has outliers after the treatment");
        made.cautions.push(Issue::warning("outliers-left", format!("columns/{name}"), message));
    }
    alike(data, scaled, &mut made);
    let gone = units_before - data.units.len();
    if gone > 0 {
        let message = format!("{gone} of {units_before} units are left out for want of data");
        made.cautions.push(Issue::warning("units-screened-out", "columns", message));
    }
    made.cautions.sort_unstable();
    made
}

/// Indicators of the same group that say the same thing.
fn alike(data: &Data, scaled: &[Vec<f64>], made: &mut Evidence) {
    let n = scaled.len();
    if n > MOST_COMPARED {
        return;
    }
    for i in 0..n {
        for j in i + 1..n {
            if data.tree.nodes[i].parent != data.tree.nodes[j].parent {
                continue;
            }
            if let Some(r) = pearson(&scaled[i], &scaled[j]).filter(|r| *r > TOO_ALIKE) {
                let (a, b) = (&data.indicators[i].column, &data.indicators[j].column);
                let message =
                    format!("`{a}` and `{b}` have a correlation of {r:.2} and count the same thing twice");
                made.cautions.push(Issue::warning("counted-twice", format!("columns/{a}"), message));
            }
        }
    }
}

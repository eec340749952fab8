//! Scores of KPIs, objectives and the program, and what moves them.

use super::actual::{self, Actual};
use super::caution;
use super::document::{Kpi, Objective};
use super::gap::KpiGap;
use super::pacing::{PaceRequest, Pacing, paced};
use super::rollup::{Child, Rule, Totals};
use super::scorecard::{KpiScore, Lift, ObjectiveScore, ProgramScore, ScoreOptions, Scorecard};
use super::{TOLERANCE, curve, gap, validate};
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Scores objectives and their KPIs on a date.
///
/// The order of objectives, KPIs and measurements in the input changes no bit of the result.
///
/// # Errors
/// Every fault that [`validate`](super::validate()) finds, and those of the options.
///
/// # Complexity
/// O(n log n) in the number of measurements, O(k log k) in the number of KPIs.
///
/// # Examples
/// ```
/// use paceline::measure::{Kpi, Measurement, Objective, Rag, ScoreOptions, score};
/// use paceline::quantity::When;
/// let day = When::parse("2026-09-30")?;
/// let demand = Objective::new("demand")
///     .with_kpi(Kpi::new("leads", 900.0, 1500.0).with_measurement(Measurement::value(day, 1350.0)))
///     .with_kpi(Kpi::new("trained-staff", 55.0, 95.0)); // never measured: not a zero
/// let card = score(&[demand], &ScoreOptions::default())?;
/// assert_eq!(card.program.score, Some(0.75));
/// assert_eq!(card.program.coverage, 0.5);
/// assert_eq!(card.program.rag, Some(Rag::Green));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn score(objectives: &[Objective], options: &ScoreOptions) -> Result<Scorecard, Issues> {
    let warnings = checked(objectives, options)?;
    Ok(Tree::new(objectives, options).report(warnings))
}

/// How far every KPI still has to go, and what it weighs: what value weights of work are made of.
///
/// # Errors
/// Every fault that [`validate`](super::validate()) finds, and those of the options.
///
/// # Complexity
/// O(n log n) in the number of measurements.
///
/// # Examples
/// ```
/// use paceline::measure::{Kpi, Measurement, Objective, ScoreOptions, kpi_gaps};
/// use paceline::quantity::When;
/// let day = When::parse("2026-09-30")?;
/// let objectives = [
///     Objective::new("demand").with_weight(3.0).with_kpi(
///         Kpi::new("leads", 0.0, 1000.0).with_measurement(Measurement::value(day, 750.0)),
///     ),
///     Objective::new("care").with_kpi(Kpi::new("first-response", 95.0, 45.0)),
/// ];
/// let gaps = kpi_gaps(&objectives, &ScoreOptions::default())?;
/// assert_eq!((gaps[0].kpi.as_str(), gaps[0].open_share, gaps[0].value()), ("first-response", 1.0, 0.25));
/// assert_eq!((gaps[1].kpi.as_str(), gaps[1].open_share, gaps[1].value()), ("leads", 0.25, 0.1875));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn kpi_gaps(objectives: &[Objective], options: &ScoreOptions) -> Result<Vec<KpiGap>, Issues> {
    checked(objectives, options)?;
    Ok(Tree::new(objectives, options).gaps())
}

fn checked(objectives: &[Objective], options: &ScoreOptions) -> Result<Vec<Issue>, Issues> {
    let mut issues = Vec::new();
    validate::validate(objectives, &mut issues);
    validate::check_options(options, &mut issues);
    Issues::check(issues)
}

/// Objectives and KPIs in the order of their ids, with their values: everything else is sums.
struct Tree<'a> {
    options: &'a ScoreOptions,
    rule: Rule,
    branches: Vec<Branch<'a>>,
    totals: Totals,
}

struct Branch<'a> {
    objective: &'a Objective,
    leaves: Vec<Leaf<'a>>,
    totals: Totals,
    /// The objective as a child of the program.
    child: Child,
}

struct Leaf<'a> {
    kpi: &'a Kpi,
    actual: Option<Actual>,
    pacing: Option<Pacing>,
    /// The KPI as a child of the objective.
    child: Child,
}

impl<'a> Tree<'a> {
    fn new(objectives: &'a [Objective], options: &'a ScoreOptions) -> Self {
        let rule = Rule { missing: options.missing, min_coverage: options.min_coverage };
        let mut sorted: Vec<&Objective> = objectives.iter().collect();
        sorted.arrange_by(|a, b| a.id.cmp(&b.id));
        let branches: Vec<Branch<'a>> =
            sorted.into_iter().map(|objective| Branch::new(objective, options, rule)).collect();
        let totals = Totals::of(branches.iter().map(|branch| branch.child));
        Self { options, rule, branches, totals }
    }

    fn report(&self, warnings: Vec<Issue>) -> Scorecard {
        let rate = |score| self.options.thresholds.rate(score);
        let score = self.totals.score(self.rule);
        let coverage = self.totals.coverage();
        let mut cautions = warnings;
        cautions.extend(caution::of_node("objectives", "the program", score, coverage));
        let objectives: Vec<ObjectiveScore> =
            self.branches.iter().map(|branch| self.objective_score(branch)).collect();
        for objective in &objectives {
            let what = format!("objective `{}`", objective.id);
            let at = format!("objectives/{}", objective.id);
            cautions.extend(caution::of_node(&at, &what, objective.score, objective.coverage));
        }
        Scorecard {
            as_of: self.options.as_of,
            program: ProgramScore { score, coverage, rag: score.map(rate) },
            objectives,
            sensitivity: self.sensitivity(),
            cautions: Issues::new(cautions).into_vec(),
        }
    }

    fn objective_score(&self, branch: &Branch<'_>) -> ObjectiveScore {
        let Branch { objective, child, totals, .. } = branch;
        // What the program score gains per point of the objective: its share under the policy.
        let share = self.totals.divisor(self.rule).map(|divisor| objective.weight / divisor);
        let leaf_share = share.zip(totals.divisor(self.rule)).map(|(share, divisor)| share / divisor);
        let met = |commitment: super::Commitment| Some(child.score? + TOLERANCE >= commitment.threshold());
        ObjectiveScore {
            id: objective.id.clone(),
            name: objective.name.clone(),
            weight: objective.weight,
            normalized_weight: self.totals.share(objective.weight),
            score: child.score,
            coverage: child.coverage,
            rag: child.score.map(|score| self.options.thresholds.rate(score)),
            met: objective.commitment.and_then(met),
            contribution: share.zip(child.score).map(|(share, score)| share * score),
            kpis: branch.leaves.iter().map(|leaf| self.kpi_score(branch, leaf, leaf_share)).collect(),
        }
    }

    fn kpi_score(&self, branch: &Branch<'_>, leaf: &Leaf<'_>, leaf_share: Option<f64>) -> KpiScore {
        let Leaf { kpi, actual, pacing, child } = leaf;
        let age_days =
            actual.as_ref().zip(self.options.as_of).map(|(a, as_of)| (as_of.date - a.at.date).num_days());
        let stale = age_days.zip(kpi.frequency).map(|(age, frequency)| age > frequency.max_days());
        let value = actual.as_ref().map(|actual| actual.value);
        let program_share = child.score.and(leaf_share).map(|share| share * kpi.weight);
        let attainment = value.and_then(|value| curve::attainment(kpi.baseline, kpi.target, value));
        let clamp = kpi.clamp.unwrap_or(self.options.clamp);
        let facts = caution::Facts {
            kpi,
            actual: actual.as_ref(),
            attainment,
            clamp,
            age_days,
            stale,
            options: self.options,
        };
        KpiScore {
            id: kpi.id.clone(),
            name: kpi.name.clone(),
            unit: kpi.unit.clone(),
            baseline: kpi.baseline,
            target: kpi.target,
            actual: value,
            attainment,
            score: child.score,
            weight: kpi.weight,
            normalized_weight: branch.totals.share(kpi.weight),
            program_share,
            contribution: program_share.zip(child.score).map(|(share, score)| share * score),
            coverage: child.coverage,
            rag: child.score.map(|score| self.options.thresholds.rate(score)),
            measured_at: actual.as_ref().map(|actual| actual.at),
            age_days,
            stale,
            pacing: pacing.clone(),
            cautions: caution::of_kpi(
                format_args!("objectives/{}/kpis/{}", branch.objective.id, kpi.id),
                &facts,
            ),
        }
    }

    /// The lift of every KPI, largest first, those without one last.
    fn sensitivity(&self) -> Vec<Lift> {
        let now = self.totals.score(self.rule);
        let mut lifts: Vec<Lift> = Vec::new();
        for branch in &self.branches {
            for leaf in &branch.leaves {
                let at_target = curve::score(leaf.kpi, self.options.clamp, leaf.kpi.target);
                let best = leaf.child.score.map_or(at_target, |score| score.max(at_target));
                let moved = Child { score: Some(best), coverage: 1.0, ..leaf.child };
                let objective =
                    branch.totals.replace(leaf.child, moved).child(branch.objective.weight, self.rule);
                let program = self.totals.replace(branch.child, objective).score(self.rule);
                let unmoved = leaf.child.score == Some(best);
                let program_score = if unmoved { now } else { program };
                lifts.push(Lift {
                    kpi: leaf.kpi.id.clone(),
                    objective: branch.objective.id.clone(),
                    program_score,
                    lift: program_score.zip(now).map(|(then, now)| then - now),
                });
            }
        }
        let rank = |lift: &Lift| lift.lift.unwrap_or(f64::NEG_INFINITY);
        lifts.arrange_by(|a, b| rank(b).total_cmp(&rank(a)).then_with(|| a.kpi.cmp(&b.kpi)));
        lifts
    }

    fn gaps(&self) -> Vec<KpiGap> {
        let mut gaps: Vec<KpiGap> = Vec::new();
        for branch in &self.branches {
            gaps.extend(branch.leaves.iter().map(|leaf| KpiGap {
                kpi: leaf.kpi.id.clone(),
                objective: branch.objective.id.clone(),
                objective_weight: self.totals.share(branch.objective.weight),
                kpi_weight: branch.totals.share(leaf.kpi.weight),
                open_share: gap::open_share(leaf.kpi, leaf.actual.as_ref().map(|actual| actual.value)),
            }));
        }
        gaps.arrange_by(|a, b| a.kpi.cmp(&b.kpi));
        gaps
    }
}

impl<'a> Branch<'a> {
    fn new(objective: &'a Objective, options: &ScoreOptions, rule: Rule) -> Self {
        let mut sorted: Vec<&Kpi> = objective.kpis.iter().collect();
        sorted.arrange_by(|a, b| a.id.cmp(&b.id));
        let leaves: Vec<Leaf<'a>> =
            sorted.into_iter().map(|kpi| Leaf::new(kpi, objective, options)).collect();
        let totals = Totals::of(leaves.iter().map(|leaf| leaf.child));
        Self { objective, leaves, child: totals.child(objective.weight, rule), totals }
    }
}

impl<'a> Leaf<'a> {
    fn new(kpi: &'a Kpi, objective: &Objective, options: &ScoreOptions) -> Self {
        let period = kpi.period.or(objective.period);
        let actual = actual::actual(kpi, period, options.as_of);
        let value = actual.as_ref().map(|actual| actual.value);
        let paceable = period.filter(|_| kpi.aggregation.is_paced() && kpi.target > 0.0);
        let pacing = actual.as_ref().zip(paceable).map(|(actual, period)| {
            let seasonality = kpi.seasonality.clone();
            let request = PaceRequest::on(period, actual.at, kpi.target, actual.value);
            paced(&PaceRequest { seasonality, ..request })
        });
        let child = Child {
            weight: kpi.weight,
            score: value.map(|value| curve::score(kpi, options.clamp, value)),
            coverage: if value.is_some() { 1.0 } else { 0.0 },
        };
        Self { kpi, actual, pacing, child }
    }
}

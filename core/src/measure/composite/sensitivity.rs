//! How much of a ranking is data and how much is choice.

use super::data::{Data, aggregation, normalisation, read, treatment};
use super::options::{CompositeImputation, CompositeMean, CompositeOptions};
use super::prepare::{check_means, scales};
use super::run::{Prepared, Stages, ranks};
use super::sensitivity_report::{
    CompositeFactor, CompositeRankRange, CompositeRemoval, CompositeSensitivity, CompositeSensitivityOptions,
    CompositeWeightFactors,
};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::sobol;
use crate::stats::summary::{count, mean, quantile_sorted, sorted};
use crate::{Issue, Issues, Rng};

/// Most values of nodes that may be computed in all.
const MOST_WORK: f64 = 5e9;
/// Most prepared data sets: imputations × treatments × normalisations.
const MOST_CHOICES: usize = 200;

/// How far the ranks of [`composite`](super::composite) would move under other weights and other choices, and which of
/// them matter: variance-based sensitivities of the mean move of ranks, ranges of ranks, and what happens without each
/// part. See [the module](super).
///
/// # Errors
/// Those of [`composite`](super::composite), for every choice; `nothing-varies`, `option-out-of-range`,
/// `too-much-work`, `choices-do-not-fit`, `no-scores`.
///
/// # Complexity
/// O(samples × (factors + 2) × units × parts); at most 5 × 10⁹ are allowed.
pub fn composite_sensitivity(
    table: &Table,
    options: &CompositeSensitivityOptions,
) -> Result<CompositeSensitivity, Issues> {
    let problem = Problem::of(table, options)?;
    let nominal = problem.index(&problem.data.tree.weights(), 0, 0);
    let base = ranks(&nominal);
    if base.iter().flatten().count() < 2 {
        return Err(Issue::error("no-scores", "columns", "fewer than 2 units have a score to rank").into());
    }
    let units = problem.data.units.len();
    let mut samples: Vec<Vec<f64>> = vec![Vec::new(); units];
    let mut first = vec![0_u64; units];
    let mut rng = Rng::new(options.seed);
    let size = usize::try_from(options.samples).unwrap_or(usize::MAX);
    let mut weights = problem.data.tree.weights();
    let design = sobol::run(size, problem.factors.len(), &mut rng, |point, free| {
        let found = ranks(&problem.at(point, &mut weights));
        if free {
            for (row, rank) in found.iter().enumerate() {
                if let Some(rank) = rank {
                    samples[row].push(whole(*rank));
                    first[row] += u64::from(*rank == 1);
                }
            }
        }
        shift(&base, &found)
    });
    let (factors, varies) = factors(&problem, options, &design, &mut rng);
    let all: Vec<f64> = design.a.iter().chain(&design.b).copied().collect();
    let mut removals = removals(&problem, &base);
    removals.sort_by(|a, b| b.mean_shift.total_cmp(&a.mean_shift).then_with(|| a.id.cmp(&b.id)));
    Ok(CompositeSensitivity {
        evidence: evidence(&problem, options, varies),
        units: ranges(&problem.data, &base, &samples, &first),
        mean_shift: mean(&all),
        variance: design.variance(),
        factors,
        removals,
        evaluations: options.samples * (problem.factors.len() as u64 + 2),
    })
}

/// Something that varies.
#[derive(Debug, Clone, Copy)]
enum Factor {
    /// The weight of a node.
    Weight(usize),
    /// Which imputation.
    Imputation,
    /// Which treatment.
    Treatment,
    /// Which normalisation.
    Normalisation,
    /// Which mean.
    Aggregation,
}

/// The index, ready to be built many times.
struct Problem<'a> {
    data: Data,
    options: &'a CompositeOptions,
    /// Prepared indicators by unit, for each imputation, treatment and normalisation, the last running fastest.
    rows: Vec<Vec<Vec<f64>>>,
    choices: [usize; 3],
    means: Vec<CompositeMean>,
    factors: Vec<Factor>,
    spread: f64,
}

impl<'a> Problem<'a> {
    fn of(table: &Table, asked: &'a CompositeSensitivityOptions) -> Result<Self, Issues> {
        let options = &asked.composite;
        check(asked)?;
        let with =
            |first, others: &[_]| std::iter::once(first).chain(others.iter().cloned()).collect::<Vec<_>>();
        let imputations = with(options.imputation.clone(), &asked.imputations);
        let treatments: Vec<_> =
            std::iter::once(options.treatment).chain(asked.treatments.iter().copied()).collect();
        let normalisations: Vec<_> =
            std::iter::once(options.normalisation).chain(asked.normalisations.iter().copied()).collect();
        let means: Vec<_> =
            std::iter::once(options.aggregation).chain(asked.aggregations.iter().copied()).collect();
        let raw = read(table, options, &asked.imputations)?;
        let choices = [imputations.len(), treatments.len(), normalisations.len()];
        let factors = factors_of(&raw, asked, choices, means.len())?;
        work(&raw, asked, choices, factors.len())?;
        let mut rows = Vec::new();
        let mut kept: Option<Data> = None;
        let mut issues = Vec::new();
        for imputation in &imputations {
            for treatment in &treatments {
                let mut data = raw.clone();
                let chosen = CompositeOptions {
                    imputation: imputation.clone(),
                    treatment: *treatment,
                    ..options.clone()
                };
                let mut stages = Stages { asked: &[], made: Vec::new() };
                let prepared = Prepared::of(&mut data, &chosen, &mut stages)?;
                if kept.as_ref().is_some_and(|kept| kept.units != data.units) {
                    issues.push(
                        Issue::error(
                            "choices-do-not-fit",
                            "options/imputations",
                            "the choices leave different units after screening",
                        )
                        .with_help("screen before gaps are filled"),
                    );
                    continue;
                }
                for normalisation in &normalisations {
                    match scales(&data, &prepared.columns(), *normalisation) {
                        Err(found) => issues.extend(found.into_vec()),
                        Ok(scaled) => {
                            for mean in &means {
                                if let Err(found) = check_means(&data, &scaled, *mean) {
                                    issues.extend(found.into_vec());
                                }
                            }
                            rows.push(
                                (0..data.units.len())
                                    .map(|row| scaled.iter().map(|column| column[row]).collect())
                                    .collect(),
                            );
                        }
                    }
                }
                kept.get_or_insert(data);
            }
        }
        Issues::check(issues)?;
        let data = kept.unwrap_or(raw);
        Ok(Self { data, options, rows, choices, means, factors, spread: asked.weight_spread })
    }

    /// The index of each unit.
    fn index(&self, weights: &[f64], choice: usize, mean: usize) -> Vec<f64> {
        let nodes = self.data.tree.nodes.len();
        let mut scores = vec![f64::NAN; nodes];
        self.rows[choice]
            .iter()
            .map(|row| {
                scores[..row.len()].copy_from_slice(row);
                self.data.tree.aggregate(
                    &mut scores,
                    weights,
                    self.means[mean],
                    self.options.missing,
                    self.options.least_share,
                );
                scores[nodes - 1]
            })
            .collect()
    }

    /// The index of each unit at a point of the samples.
    fn at(&self, point: &[f64], weights: &mut [f64]) -> Vec<f64> {
        let (mut choice, mut mean) = ([0_usize; 3], 0);
        for (factor, u) in self.factors.iter().zip(point) {
            match factor {
                Factor::Weight(node) => {
                    weights[*node] =
                        self.data.tree.nodes[*node].weight * (1.0 + self.spread * (2.0 * u - 1.0));
                }
                Factor::Imputation => choice[0] = pick(*u, self.choices[0]),
                Factor::Treatment => choice[1] = pick(*u, self.choices[1]),
                Factor::Normalisation => choice[2] = pick(*u, self.choices[2]),
                Factor::Aggregation => mean = pick(*u, self.means.len()),
            }
        }
        self.index(weights, (choice[0] * self.choices[1] + choice[1]) * self.choices[2] + choice[2], mean)
    }
}

/// One of `n` choices.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to n")]
fn pick(u: f64, n: usize) -> usize {
    ((u * count(n)) as usize).min(n - 1)
}

#[expect(clippy::cast_precision_loss, reason = "ranks are small")]
fn whole(rank: u64) -> f64 {
    rank as f64
}

/// Mean move of the ranks of the units that have one in both.
fn shift(base: &[Option<u64>], found: &[Option<u64>]) -> f64 {
    let moves: Vec<f64> =
        base.iter().zip(found).filter_map(|(a, b)| Some(whole((*a)?.abs_diff((*b)?)))).collect();
    if moves.is_empty() { 0.0 } else { mean(&moves) }
}

fn check(asked: &CompositeSensitivityOptions) -> Result<(), Issues> {
    let mut issues = Vec::new();
    let mut refuse = |at: &str, value: String, allowed: &str| {
        issues.push(Issue::error(
            "option-out-of-range",
            format!("options/{at}"),
            format!("`{at}` is {value}, it must be from {allowed}"),
        ));
    };
    if !(0.0..=1.0).contains(&asked.weight_spread) {
        refuse("weight_spread", asked.weight_spread.to_string(), "0 to 1");
    }
    if !(16..=100_000).contains(&asked.samples) {
        refuse("samples", asked.samples.to_string(), "16 to 100000");
    }
    if asked.bootstrap > 10_000 {
        refuse("bootstrap", asked.bootstrap.to_string(), "0 to 10000");
    }
    if !(0.5..=0.999).contains(&asked.level) {
        refuse("level", asked.level.to_string(), "0.5 to 0.999");
    }
    asked.normalisations.iter().for_each(|kind| normalisation(*kind, &mut issues));
    asked.treatments.iter().for_each(|kind| treatment(*kind, &mut issues));
    asked.aggregations.iter().for_each(|mean| aggregation(*mean, &mut issues));
    let mut columns: Vec<&str> = std::iter::once(&asked.composite.imputation)
        .chain(&asked.imputations)
        .filter_map(|imputation| match imputation {
            CompositeImputation::GroupMean { group } | CompositeImputation::GroupMedian { group } => {
                Some(group.as_str())
            }
            _ => None,
        })
        .collect();
    columns.sort_unstable();
    columns.dedup();
    if columns.len() > 1 {
        issues.push(Issue::error(
            "choices-do-not-fit",
            "options/imputations",
            "the imputations take their groups from different columns",
        ));
    }
    Issues::check(issues).map(|_| ())
}

fn factors_of(
    data: &Data,
    asked: &CompositeSensitivityOptions,
    choices: [usize; 3],
    means: usize,
) -> Result<Vec<Factor>, Issues> {
    let tree = &data.tree;
    let mut made: Vec<Factor> = (0..tree.nodes.len() - 1)
        .filter(|place| match asked.weights {
            CompositeWeightFactors::All => true,
            CompositeWeightFactors::Indicators => *place < tree.indicators,
            CompositeWeightFactors::Groups => *place >= tree.indicators,
            CompositeWeightFactors::None => false,
        })
        // An only child has all the weight whatever it is.
        .filter(|place| {
            let node = &tree.nodes[*place];
            let siblings = node.parent.map_or(0, |parent| tree.nodes[parent].children.len());
            asked.weight_spread > 0.0 && node.weight > 0.0 && siblings > 1
        })
        .map(Factor::Weight)
        .collect();
    made.sort_by(|a, b| match (a, b) {
        (Factor::Weight(a), Factor::Weight(b)) => tree.nodes[*a].id.cmp(&tree.nodes[*b].id),
        _ => std::cmp::Ordering::Equal,
    });
    let all = [Factor::Imputation, Factor::Treatment, Factor::Normalisation];
    made.extend(all.into_iter().zip(choices).filter(|(_, n)| *n > 1).map(|(factor, _)| factor));
    made.extend((means > 1).then_some(Factor::Aggregation));
    if made.is_empty() {
        return Err(Issue::error("nothing-varies", "options", "neither a weight nor a choice varies")
            .with_help("give `weight_spread`, or other normalisations or aggregations")
            .into());
    }
    Ok(made)
}

fn work(
    data: &Data,
    asked: &CompositeSensitivityOptions,
    choices: [usize; 3],
    factors: usize,
) -> Result<(), Issues> {
    let sets: usize = choices.iter().product();
    let samples = count(usize::try_from(asked.samples).unwrap_or(usize::MAX));
    let draws = count(usize::try_from(asked.bootstrap).unwrap_or(usize::MAX));
    let values = count(data.units.len()) * count(data.tree.nodes.len());
    let needed = samples * (count(factors) + 2.0) * (values + draws);
    if sets > MOST_CHOICES || needed > MOST_WORK {
        return Err(Issue::error(
            "too-much-work",
            "options/samples",
            format!("{needed:.1e} values and {sets} sets of choices are more than {MOST_WORK:.0e} and {MOST_CHOICES}"),
        )
        .with_help("take fewer samples, vary the weights of groups alone, or offer fewer choices")
        .into());
    }
    Ok(())
}

/// The sensitivities, and whether the ranks move at all.
fn factors(
    problem: &Problem<'_>,
    options: &CompositeSensitivityOptions,
    design: &sobol::Design,
    rng: &mut Rng,
) -> (Vec<CompositeFactor>, bool) {
    let found = design.indices();
    let draws = match &found {
        Some(_) => design.bootstrap(usize::try_from(options.bootstrap).unwrap_or(usize::MAX), rng),
        None => Vec::new(),
    };
    let tail = 0.5 * (1.0 - options.level);
    let estimate = |value: f64, of: &dyn Fn(&[sobol::Indices]) -> f64| {
        let values = sorted(&draws.iter().map(|draw| of(draw)).collect::<Vec<_>>());
        let at = |p: f64| Some(quantile_sorted(&values, p)).filter(|x| x.is_finite());
        IntervalEstimate { value, standard_error: None, low: at(tail), high: at(1.0 - tail) }
    };
    let mut made: Vec<CompositeFactor> = problem
        .factors
        .iter()
        .enumerate()
        .map(|(at, factor)| CompositeFactor {
            factor: match factor {
                Factor::Weight(node) => format!("weight/{}", problem.data.tree.nodes[*node].id),
                Factor::Imputation => "imputation".to_owned(),
                Factor::Treatment => "treatment".to_owned(),
                Factor::Normalisation => "normalisation".to_owned(),
                Factor::Aggregation => "aggregation".to_owned(),
            },
            first_order: found.as_ref().map(|found| estimate(found[at].first, &|draw| draw[at].first)),
            total: found.as_ref().map(|found| estimate(found[at].total, &|draw| draw[at].total)),
        })
        .collect();
    let total = |factor: &CompositeFactor| factor.total.map_or(0.0, |total| total.value);
    made.sort_by(|a, b| total(b).total_cmp(&total(a)).then_with(|| a.factor.cmp(&b.factor)));
    (made, found.is_some())
}

fn ranges(data: &Data, base: &[Option<u64>], samples: &[Vec<f64>], first: &[u64]) -> Vec<CompositeRankRange> {
    let mut made: Vec<CompositeRankRange> = (0..data.units.len())
        .filter_map(|row| {
            let ranks = sorted(&samples[row]);
            if ranks.is_empty() {
                return None;
            }
            Some(CompositeRankRange {
                unit: data.units[row].clone(),
                rank: base[row]?,
                mean: mean(&ranks),
                median: quantile_sorted(&ranks, 0.5),
                low: quantile_sorted(&ranks, 0.05),
                high: quantile_sorted(&ranks, 0.95),
                first: whole(first[row]) / count(ranks.len()),
            })
        })
        .collect();
    made.sort_by(|a, b| a.rank.cmp(&b.rank).then_with(|| a.unit.cmp(&b.unit)));
    made
}

/// The ranks without each part; parts that are alone below the index have no answer.
fn removals(problem: &Problem<'_>, base: &[Option<u64>]) -> Vec<CompositeRemoval> {
    let tree = &problem.data.tree;
    (0..tree.nodes.len() - 1)
        .filter_map(|node| {
            let mut weights = tree.weights();
            weights[node] = 0.0;
            // A group without weights is left out itself.
            let mut at = tree.nodes[node].parent;
            while let Some(place) = at {
                if tree.nodes[place].children.iter().any(|child| weights[*child] > 0.0) {
                    break;
                }
                weights[place] = 0.0;
                at = tree.nodes[place].parent;
            }
            let found = ranks(&problem.index(&weights, 0, 0));
            let moves: Vec<(usize, u64)> = base
                .iter()
                .zip(&found)
                .enumerate()
                .filter_map(|(row, (a, b))| Some((row, (*a)?.abs_diff((*b)?))))
                .collect();
            let (mut row, mut largest) = *moves.first()?;
            for (other, places) in &moves {
                if *places > largest {
                    (row, largest) = (*other, *places);
                }
            }
            Some(CompositeRemoval {
                id: tree.nodes[node].id.clone(),
                mean_shift: mean(&moves.iter().map(|(_, places)| whole(*places)).collect::<Vec<_>>()),
                largest_shift: largest,
                unit: problem.data.units[row].clone(),
            })
        })
        .collect()
}

fn evidence(problem: &Problem<'_>, options: &CompositeSensitivityOptions, varies: bool) -> Evidence {
    let mut made = Evidence::new(EvidenceGrade::Association)
        .assume("choices-as-likely", "the choices listed are all there are, each as likely as the others")
        .assume(
            "weights-independent",
            "weights vary evenly within their spread, independently of each other",
        );
    made.check(
        "ranks-move",
        varies,
        None,
        if varies { "the ranks move, so there is a variance to share out" } else { "the ranks never move" },
    );
    if !varies {
        made.cautions.push(Issue::info(
            "ranks-do-not-move",
            "options",
            "no weight and no choice moves a rank, so none has a share in it",
        ));
    }
    let wide = problem.factors.len() as u64;
    if options.samples < 100 {
        let message =
            format!("{} samples are few for {wide} factors, the sensitivities are rough", options.samples);
        made.cautions.push(Issue::warning("few-samples", "options/samples", message));
    }
    made
}

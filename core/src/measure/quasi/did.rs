//! Differences in differences.

use serde::{Deserialize, Serialize};

use super::bacon::decompose;
use super::panel::Panel;
use super::report::{DidReport, EventEffect, EventStudy, RegressionTerm, TwoByTwo};
use super::staggered::staggered;
use super::twfe::{TwoWay, fit};
use crate::measure::experiment::check::{Faults, number};
use crate::measure::table::{Table, place};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate};
use crate::stats::linear::Matrix;
use crate::stats::regression::{Regression, Sandwich, coefficient, joint_test};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues, Rng};

/// Which units a cohort is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ComparisonUnits {
    /// Units never treated, and those not treated yet.
    #[default]
    NotYetTreated,
    /// Units never treated alone.
    NeverTreated,
}

/// What [`difference_in_differences`] is told.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DidOptions {
    /// Column that names the unit: market, account, agent. Default `unit`.
    pub unit: String,
    /// Column of the period: numbers, dates, or texts in the order of their bytes. Default `time`.
    pub time: String,
    /// Column of the outcome; rows without it are left out. Default `outcome`.
    pub outcome: String,
    /// Column of 0 and 1: is the unit treated in this period? Default `treated`.
    pub treated: String,
    /// Column of clusters of units. Empty (default): each unit is its own.
    pub cluster: String,
    /// Level of tests and intervals: they hold at 1 − alpha. Default 0.05.
    pub alpha: f64,
    /// Whether clustered errors are corrected for few clusters. Default yes.
    pub small_sample: bool,
    /// Whether Student's distribution with clusters − 1 degrees of freedom is used (default), or the normal one.
    pub student: bool,
    /// Which units a cohort is compared with where units start at different times.
    pub comparison: ComparisonUnits,
    /// Reassignments of the treatment among units for the permutation test, 0 (none) to 10,000. Default 999.
    pub permutations: u64,
    /// Draws of the multiplier bootstrap for simultaneous bands, 0 (none, default) to 10,000.
    pub bootstrap: u64,
    /// Seed of permutations and bootstrap. Default 1.
    pub seed: u64,
}

impl Default for DidOptions {
    fn default() -> Self {
        Self {
            unit: "unit".to_owned(),
            time: "time".to_owned(),
            outcome: "outcome".to_owned(),
            treated: "treated".to_owned(),
            cluster: String::new(),
            alpha: 0.05,
            small_sample: true,
            student: true,
            comparison: ComparisonUnits::NotYetTreated,
            permutations: 999,
            bootstrap: 0,
            seed: 1,
        }
    }
}

/// Most terms of an event study.
const MOST_EVENT_TIMES: usize = 120;

/// Compares the change of treated units with that of untreated ones over the same time.
///
/// # Errors
/// `unknown-column`, `missing-values`, `treatment-not-binary`, `duplicate-rows`, `cluster-changes`, `panel-too-large`,
/// `no-treated-units`, `no-comparison`, `no-period-before`, `too-few-clusters`, `constant-column`, `not-identified` and faults of the options.
///
/// # Complexity
/// O(rows log rows + rows × terms² of the event study + cohorts × periods × units); rows may come in any order.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::quasi::{DidOptions, difference_in_differences};
/// let leads: Table = serde_json::from_str(r#"{
///     "market":  ["de", "de", "fr", "fr", "it", "it", "es", "es"],
///     "quarter": [1, 2, 1, 2, 1, 2, 1, 2],
///     "leads":   [10, 16, 12, 17, 20, 22, 14, 17],
///     "tool":    [0, 1, 0, 1, 0, 0, 0, 0] }"#)?;
/// let report = difference_in_differences(&leads, &DidOptions {
///     unit: "market".into(), time: "quarter".into(), outcome: "leads".into(), treated: "tool".into(),
///     ..Default::default() })?;
/// assert_eq!(format!("{:.1}", report.effect.value), "3.0"); // (+6, +5) against (+2, +3)
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn difference_in_differences(table: &Table, options: &DidOptions) -> Result<DidReport, Issues> {
    let panel = read(table, options)?;
    let cohorts = panel.cohorts();
    let treated_units = panel.start.iter().flatten().count();
    let never = panel.units - treated_units;
    let df = |fit: &TwoWay| options.student.then_some(fit.df);

    let mut columns =
        vec![panel.cells.iter().map(|cell| f64::from(u8::from(cell.treated))).collect::<Vec<f64>>()];
    let two_way = fit(&panel, &mut columns, options.small_sample).ok_or_else(|| {
        Issues::from(
            Issue::error(
                "not-identified",
                place(&options.treated),
                "the treatment cannot be told from the effects of units and periods",
            )
            .with_help(
                "there must be units that change their treatment, and others at the same time that do not",
            ),
        )
    })?;
    let term = |fit: &TwoWay| {
        let error = fit.covariance.at(0, 0).max(0.0).sqrt();
        RegressionTerm::new(
            "treated",
            coefficient(fit.regression.fit.coefficients[0], error, df(fit), options.alpha),
        )
    };
    let two_way_term = term(&two_way);
    let classic = two_way.regression.covariance(Sandwich::Classic).at(0, 0).max(0.0).sqrt();
    let two_way_classic = RegressionTerm::new(
        "treated",
        coefficient(two_way_term.estimate, classic, Some(two_way.regression.residual_df()), options.alpha),
    );

    let together = cohorts.len() == 1 && never > 0 && !panel.reversed && cohorts[0] > 0;
    let start = cohorts.first().copied().unwrap_or(0);
    let (mut two_by_two, mut study, mut placebo, mut permutation) = (None, None, None, None);
    if together {
        two_by_two = grouped(&panel, start, options);
        study = event_study(&panel, start, options);
        placebo = pretend(&panel, start, options).map(|fit| term(&fit));
        permutation = permuted(&panel, start, treated_units, options);
    }
    let effects = if panel.reversed { None } else { staggered(&panel, options)? };
    let decomposition = if cohorts.len() > 1 { decompose(&panel, &cohorts) } else { None };
    let (effect, p_value) = match &effects {
        Some(effects) if !together => (effects.overall, effects.overall_p_value),
        _ => (
            IntervalEstimate {
                value: two_way_term.estimate,
                standard_error: Some(two_way_term.standard_error),
                low: Some(two_way_term.low),
                high: Some(two_way_term.high),
            },
            two_way_term.p_value,
        ),
    };
    let mut report = DidReport {
        units: panel.units as u64,
        treated_units: treated_units as u64,
        never_treated_units: never as u64,
        periods: panel.periods.len() as u64,
        rows: panel.cells.len() as u64,
        left_out: panel.left_out,
        cohorts: cohorts.iter().map(|cohort| panel.periods[*cohort as usize].clone()).collect(),
        effect,
        p_value,
        two_by_two,
        two_way: two_way_term,
        two_way_classic,
        event_study: study,
        staggered: effects,
        decomposition,
        placebo,
        permutation_p_value: permutation,
        evidence: Evidence::new(EvidenceGrade::QuasiExperiment),
    };
    report.evidence = evidence(&panel, &report, options);
    Ok(report)
}

fn read(table: &Table, options: &DidOptions) -> Result<Panel, Issues> {
    let mut faults = Faults::default();
    faults.range("options/alpha", options.alpha, 1e-9, 0.5);
    faults.whole("options/permutations", options.permutations, 0, 10_000);
    faults.whole("options/bootstrap", options.bootstrap, 0, 10_000);
    let panel = match (faults.done(), Panel::read(table, options)) {
        (Ok(()), Ok(panel)) => panel,
        (Err(a), Err(b)) => return Err(Issues::new(a.into_vec().into_iter().chain(b.into_vec()).collect())),
        (Err(issues), _) | (_, Err(issues)) => return Err(issues),
    };
    let mut issues = Vec::new();
    let treated = panel.cells.iter().filter(|cell| cell.treated).count();
    let mut fault = |code, at: &str, message: &str, help: &str| {
        issues.push(Issue::error(code, place(at), message).with_help(help));
    };
    if treated == 0 {
        fault(
            "no-treated-units",
            &options.treated,
            "no unit is ever treated",
            "write 1 in the rows of treated units",
        );
    } else {
        if treated == panel.cells.len() {
            fault(
                "no-comparison",
                &options.treated,
                "every row is treated",
                "give rows without the treatment too",
            );
        }
        if panel.start.iter().flatten().all(|start| *start == 0) {
            fault(
                "no-period-before",
                &options.time,
                "every treated unit is treated from the first period on",
                "give periods before the start",
            );
        }
    }
    if panel.periods.len() < 2 {
        fault(
            "no-period-before",
            &options.time,
            "there is only one period",
            "give periods before and after the start",
        );
    }
    if panel.cluster_count < 3 {
        fault(
            "too-few-clusters",
            if options.cluster.is_empty() { &options.unit } else { &options.cluster },
            "fewer than three clusters have no error",
            "give more units, or smaller clusters",
        );
    }
    if panel.cells.windows(2).all(|pair| pair[0].y == pair[1].y) {
        fault(
            "constant-column",
            &options.outcome,
            "the outcome never changes",
            "give an outcome that varies",
        );
    }
    Issues::check(issues)?;
    Ok(panel)
}

/// Groups and times: the regression on group, time and both.
fn grouped(panel: &Panel, start: u32, options: &DidOptions) -> Option<TwoByTwo> {
    let n = panel.cells.len();
    let y: Vec<f64> = panel.cells.iter().map(|cell| cell.y).collect();
    let (mut group, mut after, mut both) = (vec![0.0; n], vec![0.0; n], vec![0.0; n]);
    let mut sums: [Vec<f64>; 4] = std::array::from_fn(|_| Vec::new());
    for (row, cell) in panel.cells.iter().enumerate() {
        let (treated, late) = (panel.start[cell.unit as usize].is_some(), cell.time >= start);
        group[row] = f64::from(u8::from(treated));
        after[row] = f64::from(u8::from(late));
        both[row] = group[row] * after[row];
        sums[2 * usize::from(treated) + usize::from(late)].push(cell.y);
    }
    let mean = |values: &[f64]| sum(values.iter().copied()) / count(values.len());
    if sums.iter().any(Vec::is_empty) {
        return None;
    }
    let [control_before, control_after, treated_before, treated_after] = [0, 1, 2, 3].map(|i| mean(&sums[i]));
    let one = vec![1.0; n];
    let regression = Regression::fit(&[&one, &group, &after, &both], &y, 0)?;
    if !(regression.residual_df() > 0.0) {
        return None;
    }
    let terms = |kind: Sandwich<'_>, df: Option<f64>| {
        let covariance = regression.covariance(kind);
        ["control before", "group", "time", "effect"]
            .iter()
            .enumerate()
            .map(|(i, name)| {
                let error = covariance.at(i, i).max(0.0).sqrt();
                RegressionTerm::new(
                    *name,
                    coefficient(regression.fit.coefficients[i], error, df, options.alpha),
                )
            })
            .collect::<Vec<_>>()
    };
    let df = regression.residual_df();
    let robust = options.student.then_some(df);
    Some(TwoByTwo {
        control_before,
        control_after,
        treated_before,
        treated_after,
        effect: (treated_after - treated_before) - (control_after - control_before),
        classic: terms(Sandwich::Classic, Some(df)),
        hc1: terms(Sandwich::Hc1, robust),
        hc3: terms(Sandwich::Hc3, robust),
    })
}

/// One regression with a term for each period of the treated units but the one before the start.
fn event_study(panel: &Panel, start: u32, options: &DidOptions) -> Option<EventStudy> {
    let times: Vec<u32> = (0..panel.periods.len() as u32).filter(|time| time + 1 != start).collect();
    if times.len() > MOST_EVENT_TIMES {
        return None;
    }
    let mut columns: Vec<Vec<f64>> = times
        .iter()
        .map(|time| {
            panel
                .cells
                .iter()
                .map(|cell| {
                    f64::from(u8::from(cell.time == *time && panel.start[cell.unit as usize].is_some()))
                })
                .collect()
        })
        .collect();
    let fit = fit(panel, &mut columns, options.small_sample)?;
    let df = options.student.then_some(fit.df);
    let effects: Vec<EventEffect> = times
        .iter()
        .enumerate()
        .map(|(i, time)| EventEffect {
            event_time: i64::from(*time) - i64::from(start),
            effect: RegressionTerm::new(
                panel.periods[*time as usize].clone(),
                coefficient(
                    fit.regression.fit.coefficients[i],
                    fit.covariance.at(i, i).max(0.0).sqrt(),
                    df,
                    options.alpha,
                ),
            ),
        })
        .collect();
    let before = times.iter().filter(|time| **time < start).count();
    let mut early = Matrix::zeros(before, before);
    for i in 0..before {
        for j in 0..before {
            early.set(i, j, fit.covariance.at(i, j));
        }
    }
    let test = joint_test(&fit.regression.fit.coefficients[..before], &early, fit.df);
    Some(EventStudy {
        effects,
        pre_trend_statistic: test.map(|(f, _)| f),
        pre_trend_p_value: test.map(|(_, p)| p),
    })
}

/// The same regression on the periods before the start, the treatment pretended in their second half.
fn pretend(panel: &Panel, start: u32, options: &DidOptions) -> Option<TwoWay> {
    if start < 2 {
        return None;
    }
    let middle = start / 2;
    let mut cells: Vec<_> = panel.cells.iter().filter(|cell| cell.time < start).copied().collect();
    for cell in &mut cells {
        cell.treated = cell.time >= middle && panel.start[cell.unit as usize].is_some();
    }
    let mut columns = vec![cells.iter().map(|cell| f64::from(u8::from(cell.treated))).collect::<Vec<f64>>()];
    fit(&panel.with_cells(cells), &mut columns, options.small_sample)
}

/// Share of the ways to choose as many treated units whose effect is at least as large: all of them where one unit is
/// treated, else by seeded draws, the real one counted too. Only without gaps.
fn permuted(panel: &Panel, start: u32, treated: usize, options: &DidOptions) -> Option<f64> {
    if !panel.balanced || options.permutations == 0 {
        return None;
    }
    let periods = panel.periods.len();
    let start = start as usize;
    let change: Vec<f64> = panel
        .cells
        .chunks_exact(periods)
        .map(|cells| {
            let mean = |part: &[super::panel::Cell]| sum(part.iter().map(|cell| cell.y)) / count(part.len());
            mean(&cells[start..]) - mean(&cells[..start])
        })
        .collect();
    let total = sum(change.iter().copied());
    let (n, m) = (count(change.len()), count(treated));
    let effect = |chosen: f64| (chosen / m - (total - chosen) / (n - m)).abs();
    let real =
        effect(sum(panel.start.iter().zip(&change).filter(|(start, _)| start.is_some()).map(|(_, c)| *c)));
    let limit = real * (1.0 - 1e-12);
    if treated == 1 {
        let large = change.iter().filter(|change| effect(**change) >= limit).count();
        return Some(count(large) / n);
    }
    let mut rng = Rng::new(options.seed);
    let mut order: Vec<usize> = (0..change.len()).collect();
    let mut large = 1.0;
    for _ in 0..options.permutations {
        let mut chosen = 0.0;
        for i in 0..treated {
            let other = i + rng.below64((order.len() - i) as u64) as usize;
            order.swap(i, other);
            chosen += change[order[i]];
        }
        large += f64::from(u8::from(effect(chosen) >= limit));
    }
    Some(large / (number(options.permutations) + 1.0))
}

fn evidence(panel: &Panel, report: &DidReport, options: &DidOptions) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::QuasiExperiment)
        .assume(
            "parallel-trends",
            "without the treatment, treated and untreated units would have changed alike",
        )
        .assume("no-anticipation", "nothing changed before the start because it was coming")
        .assume("no-spillover", "the treatment of one unit does not change the outcome of another");
    let pre = report
        .event_study
        .as_ref()
        .and_then(|study| study.pre_trend_p_value)
        .or_else(|| report.staggered.as_ref().and_then(|effects| effects.pre_trend_p_value));
    if let Some(p) = pre {
        evidence.check(
            "parallel-before",
            p >= 0.05,
            Some(p),
            "before the start the treated units moved like the others (joint test; few periods or noise let it pass too easily)",
        );
    } else {
        evidence.cautions.push(
            Issue::warning(
                "pre-trends-not-tested",
                place(&options.time),
                "there are too few periods or units before the start to test whether trends were parallel",
            )
            .with_help("give more periods before the start"),
        );
    }
    if let Some(p) = report.placebo.as_ref().and_then(|term| term.p_value) {
        evidence.check("placebo-period", p >= 0.05, Some(p), "an effect pretended before the start is none");
    }
    let mut clusters: Vec<u32> = (0..panel.units)
        .filter(|unit| panel.start[*unit].is_some())
        .map(|unit| panel.clusters[unit])
        .collect();
    clusters.sort_unstable();
    clusters.dedup();
    let few = clusters.len().min(panel.cluster_count - clusters.len().min(panel.cluster_count));
    let treated = clusters.len();
    evidence.check(
        "enough-clusters",
        treated >= 5 && panel.cluster_count >= 20,
        Some(count(treated)),
        "clustered errors want at least 20 clusters, 5 of them treated",
    );
    if treated < 5 || few < 5 {
        evidence.cautions.push(
            Issue::warning(
                "few-clusters",
                place(if options.cluster.is_empty() { &options.unit } else { &options.cluster }),
                format!(
                    "only {treated} of {} clusters are treated: clustered errors are then too small",
                    panel.cluster_count
                ),
            )
            .with_help("believe the permutation p-value, where there is one"),
        );
    }
    if report.cohorts.len() > 1 {
        let share = report.decomposition.as_ref().map(|found| found.forbidden_weight);
        let share_text =
            share.map_or_else(String::new, |share| format!(" ({:.0} % of its weight)", 100.0 * share));
        evidence.cautions.push(
            Issue::warning(
                "staggered-start",
                place(&options.treated),
                format!("units start at different times: the two-way regression also compares with units already treated{share_text}"),
            )
            .with_help("report the effects by cohort and period, as `effect` does"),
        );
    }
    if panel.reversed {
        evidence.cautions.push(
            Issue::warning(
                "treatment-ends",
                place(&options.treated),
                "some units lose the treatment again: the two-way regression takes its effect to end at once",
            )
            .with_help("leave out the rows after the treatment ended"),
        );
    }
    if !panel.balanced {
        evidence.cautions.push(Issue::warning(
            "panel-with-gaps",
            place(&options.unit),
            "some units miss periods: if what is missing depends on the outcome, the effect is biased",
        ));
    }
    evidence
}

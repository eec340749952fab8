//! Synthetic control: what would have happened to a unit, as a mix of units that were not treated says.
//!
//! ```text
//! w*(V) = argmin (x₁ − X₀ w)ᵀ V (x₁ − X₀ w)     over w ≥ 0, Σ w = 1
//! V*    = argmin Σ (y₁(t) − Σ w*ⱼ(V) yⱼ(t))²     over the times to be followed
//! gap(t) = y₁(t) − Σ w*ⱼ yⱼ(t)
//! ```
//!
//! Predictors are means over times, each divided by its deviation (n − 1) over the treated unit and the donors. Without
//! predictors the outcome itself is followed, time by time, unscaled. The shares are found exactly (Wolfe 1976), and the
//! report carries the proof: how much smaller the loss could be at most. V is searched by Nelder and Mead's method from
//! equal weights and from those of a regression, twice again from the better end; many V give the same shares, so compare
//! shares and `fit_mspe`, not V.
//!
//! The placebo test in space (Abadie, Diamond and Hainmueller 2010) treats each donor as the unit, without the treated one
//! among its donors, and ranks the ratios of the errors after and before.
//!
//! # References
//! - Abadie and Gardeazabal, *The Economic Costs of Conflict: A Case Study of the Basque Country* (2003).
//! - Abadie, Diamond and Hainmueller, *Synthetic Control Methods for Comparative Case Studies* (2010).
//! - Wolfe, *Finding the nearest point in a polytope* (1976).

mod options;
mod panel;
mod weights;

pub use options::{
    SyntheticBalance, SyntheticControlOptions, SyntheticControlReport, SyntheticLeaveOneOut,
    SyntheticPlacebo, SyntheticPoint, SyntheticPredictor, SyntheticWeight,
};

use self::panel::Panel;
use self::weights::{Design, Fit};
use super::axis::TimePoint;
use super::report::ImpactPeriod;
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Share of the deviation of the outcome that the fit may miss before the treatment.
const GOOD_FIT: f64 = 0.25;
/// Share of one donor above which the mix is one unit.
const ONE_DONOR: f64 = 0.95;
/// Placebos with an error before the treatment above this many times that of the treated unit say little.
const POOR_PLACEBO: f64 = 2.0;
/// Relative distance of fits below which a ratio has no meaning: the mix is the unit.
const EXACT: f64 = 1e-9;
const SEEN: f64 = 0.1;

/// Errors before and after, and the mean gap after.
struct Errors {
    average: f64,
    before: f64,
    after: f64,
    ratio: Option<f64>,
}

fn errors(panel: &Panel, design: &Design, gaps: &[f64], from: f64, to: f64) -> Errors {
    let before: Vec<f64> =
        gaps.iter().zip(&panel.keys).filter(|(_, key)| **key < from).map(|(gap, _)| *gap).collect();
    let after: Vec<f64> = gaps
        .iter()
        .zip(&panel.keys)
        .filter(|(_, key)| **key >= from && **key < to)
        .map(|(gap, _)| *gap)
        .collect();
    let root = |gaps: &[f64]| (sum(gaps.iter().map(|gap| gap * gap)) / count(gaps.len().max(1))).sqrt();
    let (low, high) = (root(&before), root(&after));
    let size = panel.outcome[design.unit].iter().fold(0.0_f64, |most, value| most.max(value.abs()));
    Errors {
        average: sum(after.iter().copied()) / count(after.len().max(1)),
        before: low,
        after: high,
        ratio: (low > EXACT * size).then(|| high / low).filter(|ratio| ratio.is_finite()),
    }
}

/// Mixes donors into a unit that is like the treated one before the treatment, and compares the two after it. The module
/// describes the method.
///
/// The table is long: a row for each unit and time. Times at which the treated unit has no outcome are left out; donors
/// that miss an outcome at one of the others are, too, with a caution.
///
/// # Complexity
/// O(donors² × predictors) for each of `evaluations` tries, once for the unit, for each donor (placebo test in space) and
/// for each donor with a share (leave one out).
///
/// # Errors
/// Every fault of the table and the options: `unknown-column`, `unknown-unit`, `missing-intervention`,
/// `moment-not-on-axis`, `missing-values`, `repeated-row`, `too-few-rows`, `no-rows-after`, `too-few-donors`,
/// `constant-column`, `weights-length`, `weights-zero`, `number-out-of-range`, `too-many-donors`, `too-many-predictors`,
/// `too-much-work` and those of reading columns.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::impact::{SyntheticControlOptions, synthetic_control};
/// // Sales of four regions; the campaign runs in the north from week 4 on.
/// let table: Table = serde_json::from_str(
///     r#"{ "unit": ["north","north","north","north","east","east","east","east",
///                   "south","south","south","south","west","west","west","west"],
///          "time": [1,2,3,4, 1,2,3,4, 1,2,3,4, 1,2,3,4],
///          "outcome": [15,16,17,25, 10,12,13,14, 20,20,21,22, 5,5,5,6] }"#,
/// )?;
/// let options = SyntheticControlOptions {
///     treated: "north".into(),
///     intervention: Some(4.0.into()),
///     ..Default::default()
/// };
/// let report = synthetic_control(&table, &options)?;
/// // Half east, half south.
/// assert_eq!(report.weights.iter().map(|w| format!("{:.2}", w.weight)).collect::<Vec<_>>(), ["0.50", "0.50", "0.00"]);
/// assert_eq!(format!("{:.2}", report.average_effect), "7.00");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn synthetic_control(
    table: &Table,
    options: &SyntheticControlOptions,
) -> Result<SyntheticControlReport, Issues> {
    let panel = Panel::read(table, options)?;
    let evaluations = u32::try_from(options.evaluations).unwrap_or(u32::MAX);
    let solve = |design: &Design| {
        if options.predictor_weights.is_empty() {
            design.best(evaluations)
        } else {
            design.at(&options.predictor_weights)
        }
    };
    let until = panel.intervention;
    let design = Design::new(&panel, panel.treated, panel.donors.clone(), until)?;
    let fit = solve(&design);
    let gaps = design.gaps(&panel, &fit);
    let own = errors(&panel, &design, &gaps, until, f64::INFINITY);
    let placebos = in_space(&panel, options, &solve)?;
    let p_value = own.ratio.filter(|_| !placebos.is_empty()).map(|ratio| {
        let as_large =
            placebos.iter().filter(|placebo| placebo.rmspe_ratio.is_none_or(|other| other >= ratio)).count();
        count(as_large + 1) / count(placebos.len() + 1)
    });
    let placebo_in_time = in_time(&panel, options, &solve)?;
    let mut leave_one_out = Vec::new();
    if options.leave_one_out && panel.donors.len() > 2 {
        for (left, _) in &fit.shares.support {
            let donor = panel.donors[*left];
            let others = panel.donors.iter().copied().filter(|other| *other != donor).collect();
            let design = Design::new(&panel, panel.treated, others, until)?;
            let gaps = design.gaps(&panel, &solve(&design));
            let found = errors(&panel, &design, &gaps, until, f64::INFINITY);
            leave_one_out.push(SyntheticLeaveOneOut {
                donor: panel.units[donor].clone(),
                average_effect: found.average,
                pre_rmspe: found.before,
            });
        }
    }
    let evidence = evidence(&panel, &fit, &own, &placebos, p_value, &leave_one_out);
    let after: Vec<usize> = (0..panel.keys.len()).filter(|t| panel.keys[*t] >= until).collect();
    let cumulative = sum(after.iter().map(|t| gaps[*t]));
    let expected = sum(after.iter().map(|t| panel.outcome[panel.treated][*t] - gaps[*t]));
    Ok(SyntheticControlReport {
        average_effect: own.average,
        cumulative_effect: cumulative,
        relative_effect: Some(cumulative / expected).filter(|ratio| ratio.is_finite()),
        weights: fit
            .shares
            .dense(panel.donors.len())
            .into_iter()
            .zip(&panel.donors)
            .map(|(weight, donor)| SyntheticWeight { unit: panel.units[*donor].clone(), weight })
            .collect(),
        balance: balance(&panel, &fit, until),
        loss: 2.0 * fit.shares.value,
        loss_gap: 2.0 * fit.shares.gap,
        fit_mspe: fit.mspe,
        pre_rmspe: own.before,
        post_rmspe: own.after,
        rmspe_ratio: own.ratio,
        series: gaps
            .iter()
            .enumerate()
            .map(|(t, gap)| SyntheticPoint {
                time: panel.times[t].clone(),
                period: if panel.keys[t] < until { ImpactPeriod::Pre } else { ImpactPeriod::Post },
                actual: panel.outcome[panel.treated][t],
                synthetic: panel.outcome[panel.treated][t] - gap,
                gap: *gap,
            })
            .collect(),
        placebos_in_space: placebos,
        p_value,
        placebo_in_time,
        leave_one_out,
        evidence,
    })
}

fn in_space(
    panel: &Panel,
    options: &SyntheticControlOptions,
    solve: &impl Fn(&Design) -> Fit,
) -> Result<Vec<SyntheticPlacebo>, Issues> {
    let mut made = Vec::new();
    if !options.placebos_in_space || panel.donors.len() < 3 {
        return Ok(made);
    }
    for donor in &panel.donors {
        let others = panel.donors.iter().copied().filter(|other| other != donor).collect();
        let design = Design::new(panel, *donor, others, panel.intervention)?;
        let gaps = design.gaps(panel, &solve(&design));
        let found = errors(panel, &design, &gaps, panel.intervention, f64::INFINITY);
        made.push(placebo(panel.units[*donor].clone(), &found));
    }
    Ok(made)
}

fn placebo(name: String, found: &Errors) -> SyntheticPlacebo {
    SyntheticPlacebo {
        name,
        average_effect: found.average,
        pre_rmspe: found.before,
        post_rmspe: found.after,
        rmspe_ratio: found.ratio,
    }
}

fn in_time(
    panel: &Panel,
    options: &SyntheticControlOptions,
    solve: &impl Fn(&Design) -> Fit,
) -> Result<Option<SyntheticPlacebo>, Issues> {
    let (Some(moment), Some(point)) = (panel.placebo, &options.placebo_time) else { return Ok(None) };
    let followed = |key: f64| key < moment && key >= panel.fit.0 && key <= panel.fit.1;
    let before = panel.keys.iter().filter(|key| followed(**key)).count();
    let after = panel.keys.iter().filter(|key| **key >= moment && **key < panel.intervention).count();
    if before < 2 || after == 0 {
        return Err(Issue::error(
            "placebo-not-before",
            "options/placebo_time",
            format!(
                "`{point}` leaves {before} times to be followed and {after} to be judged before the treatment"
            ),
        )
        .with_help("choose a moment in the middle of the history")
        .into());
    }
    let design = Design::new(panel, panel.treated, panel.donors.clone(), moment)?;
    let gaps = design.gaps(panel, &solve(&design));
    let found = errors(panel, &design, &gaps, moment, panel.intervention);
    Ok(Some(placebo(point.to_string(), &found)))
}

fn balance(panel: &Panel, fit: &Fit, until: f64) -> Vec<SyntheticBalance> {
    let shares = fit.shares.dense(panel.donors.len());
    panel
        .predictors
        .iter()
        .enumerate()
        .zip(&fit.weights)
        .map(|((k, (name, _, _)), weight)| {
            let of = |unit: usize| panel.predictor(k, unit, until).unwrap_or(0.0);
            let others: Vec<f64> = panel.donors.iter().map(|donor| of(*donor)).collect();
            SyntheticBalance {
                predictor: name.clone(),
                weight: *weight,
                treated: of(panel.treated),
                synthetic: sum(others.iter().zip(&shares).map(|(value, share)| value * share)),
                donors: sum(others.iter().copied()) / count(others.len()),
            }
        })
        .collect()
}

fn evidence(
    panel: &Panel,
    fit: &Fit,
    own: &Errors,
    placebos: &[SyntheticPlacebo],
    p_value: Option<f64>,
    leave_one_out: &[SyntheticLeaveOneOut],
) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::QuasiExperiment)
        .assume("donors-untouched", "the treatment did not change the donors")
        .assume("mix-holds", "the mix that was like the treated unit before would have stayed like it")
        .assume("no-anticipation", "nothing of the treatment was felt before it began");
    let before: Vec<f64> = panel
        .keys
        .iter()
        .zip(&panel.outcome[panel.treated])
        .filter(|(key, _)| **key < panel.intervention)
        .map(|(_, value)| *value)
        .collect();
    let n = count(before.len());
    let mean = sum(before.iter().copied()) / n;
    let deviation = (sum(before.iter().map(|value| (value - mean) * (value - mean))) / n).sqrt();
    let share = own.before / deviation;
    let good = !(share > GOOD_FIT);
    let message = "error of the mix before the treatment ÷ deviation of the outcome, at most 0.25";
    evidence.check("pre-period-fit", good, Some(share), message);
    if !good {
        evidence.cautions.push(
            Issue::warning(
                "poor-fit",
                "pre_rmspe",
                "the mix is not like the treated unit before the treatment",
            )
            .with_help("add donors or predictors; without a good fit the gap after is no effect"),
        );
    }
    let largest = fit.shares.support.iter().map(|(_, share)| *share).fold(0.0, f64::max);
    evidence.check(
        "several-donors",
        largest <= ONE_DONOR,
        Some(largest),
        "largest share of a donor, at most 0.95",
    );
    if let Some(p) = p_value {
        let message = "share of units with an error after ÷ before at least as large, at most 0.1";
        evidence.check("placebo-in-space", p <= SEEN, Some(p), message);
        let poor = placebos.iter().filter(|placebo| placebo.pre_rmspe > POOR_PLACEBO * own.before).count();
        if poor > 0 {
            evidence.cautions.push(Issue::info(
                "poor-placebos",
                "placebos_in_space",
                format!(
                    "{poor} of {} placebos are followed less than half as well as the treated unit",
                    placebos.len()
                ),
            ));
        }
    }
    if placebos.len() < 9 {
        evidence.cautions.push(Issue::info(
            "few-placebos",
            "placebos_in_space",
            format!(
                "with {} placebos the p-value cannot be below {:.2}",
                placebos.len(),
                1.0 / count(placebos.len() + 1)
            ),
        ));
    }
    if !leave_one_out.is_empty() {
        let turned = leave_one_out.iter().filter(|left| left.average_effect * own.average <= 0.0).count();
        let message = "donors without which the effect has another sign";
        evidence.check("leave-one-out", turned == 0, Some(count(turned)), message);
    }
    if !panel.left_out.is_empty() {
        let names: Vec<String> = panel.left_out.iter().take(10).map(|name| format!("`{name}`")).collect();
        evidence.cautions.push(
            Issue::warning(
                "donors-left-out",
                "options/donors",
                format!(
                    "{} donors miss an outcome and are left out: {}",
                    panel.left_out.len(),
                    names.join(", ")
                ),
            )
            .with_help("fill in what they miss, or judge fewer times"),
        );
    }
    evidence
}

//! Effects by cohort and period (Callaway and Sant'Anna 2021, without covariates).
//!
//! ATT(g, t) = mean change from g − 1 to t of the units that start at g, less that of units not treated at t. Errors come
//! from influence functions, summed within clusters; aggregates count the error of their weights too.

use super::did::{ComparisonUnits, DidOptions};
use super::panel::Panel;
use super::report::{AggregateEffect, GroupTimeEffect, StaggeredEffects};
use crate::measure::IntervalEstimate;
use crate::stats::linear::Matrix;
use crate::stats::regression::{coefficient, joint_test};
use crate::stats::summary::{count, quantile_sorted, sorted, sum};
use crate::{Issue, Issues, Rng};

/// Most numbers held for errors and for the panel.
const MOST_NUMBERS: usize = 40_000_000;

/// One effect before aggregation.
struct Part {
    cohort: usize,
    value: f64,
}

/// A mean of effects being made, with its influence on each cluster.
struct Aggregate {
    parts: Vec<(usize, f64)>,
    influence: Vec<f64>,
}

/// The effects; nothing without a unit that starts after the first period and something to compare with.
pub(super) fn staggered(panel: &Panel, options: &DidOptions) -> Result<Option<StaggeredEffects>, Issues> {
    let periods = panel.periods.len();
    let cohorts: Vec<usize> =
        panel.cohorts().into_iter().map(|cohort| cohort as usize).filter(|cohort| *cohort > 0).collect();
    let aggregates = cohorts.len() + 3 * periods + 1;
    let numbers = panel
        .units
        .saturating_mul(periods)
        .saturating_add(panel.cluster_count.saturating_mul(aggregates))
        .saturating_add(cohorts.len().saturating_mul(periods).saturating_mul(panel.units) / 40);
    if numbers > MOST_NUMBERS {
        return Err(Issue::error(
            "panel-too-large",
            "columns",
            format!("{} cohorts of {} units in {periods} periods are too many", cohorts.len(), panel.units),
        )
        .with_help("use longer periods, or fewer units")
        .into());
    }
    let mut y = vec![f64::NAN; panel.units * periods];
    for cell in &panel.cells {
        y[cell.unit as usize * periods + cell.time as usize] = cell.y;
    }
    let cohort_of: Vec<Option<usize>> = panel
        .start
        .iter()
        .map(|start| start.and_then(|start| cohorts.binary_search(&(start as usize)).ok()))
        .collect();
    let mut size = vec![0.0; cohorts.len()];
    cohort_of.iter().flatten().for_each(|cohort| size[*cohort] += 1.0);
    let n = count(panel.units);
    let never_only = options.comparison == ComparisonUnits::NeverTreated;
    let quantile_df = options.student.then(|| count(panel.cluster_count) - 1.0);
    let estimate = |value: f64, influence: &[f64]| -> (IntervalEstimate, Option<f64>) {
        let error = sum(influence.iter().map(|part| part * part)).sqrt();
        let found = coefficient(value, error, quantile_df, options.alpha);
        let made = IntervalEstimate {
            value,
            standard_error: Some(error),
            low: Some(found.low),
            high: Some(found.high),
        };
        (made, found.p)
    };

    // Aggregates by name: overall, by cohort, by time since the start, by period.
    let new = || Aggregate { parts: Vec::new(), influence: vec![0.0; panel.cluster_count] };
    let mut overall = new();
    let mut by_cohort: Vec<Aggregate> = cohorts.iter().map(|_| new()).collect();
    let mut by_event: Vec<Aggregate> =
        (0..2 * periods).map(|_| Aggregate { parts: Vec::new(), influence: Vec::new() }).collect();
    let mut by_period: Vec<Aggregate> = (0..periods).map(|_| new()).collect();

    // Weights need all parts: first which exist, then their sizes.
    let mut parts: Vec<Part> = Vec::new();
    let mut rows: Vec<GroupTimeEffect> = Vec::new();
    let mut influence = vec![0.0; panel.cluster_count];
    let change = |unit: usize, from: usize, to: usize| y[unit * periods + to] - y[unit * periods + from];
    let mut kept: Vec<Vec<(u32, f64)>> = Vec::new();
    for (g, cohort) in cohorts.iter().enumerate() {
        let base = cohort - 1;
        for time in (0..periods).filter(|time| *time != base) {
            let (mut treated, mut control) = (Vec::new(), Vec::new());
            for unit in 0..panel.units {
                let moved = change(unit, base, time);
                if moved.is_nan() {
                    continue;
                }
                match panel.start[unit] {
                    Some(start) if start as usize == *cohort => treated.push((unit, moved)),
                    None => control.push((unit, moved)),
                    Some(start) if !never_only && start as usize > time.max(base) => {
                        control.push((unit, moved));
                    }
                    Some(_) => {}
                }
            }
            if treated.is_empty() || control.is_empty() {
                continue;
            }
            let mean = |list: &[(usize, f64)]| sum(list.iter().map(|(_, moved)| *moved)) / count(list.len());
            let (mean_t, mean_c) = (mean(&treated), mean(&control));
            influence.iter_mut().for_each(|part| *part = 0.0);
            for (list, middle, sign) in [(&treated, mean_t, 1.0), (&control, mean_c, -1.0)] {
                for (unit, moved) in list {
                    influence[panel.clusters[*unit] as usize] += sign * (moved - middle) / count(list.len());
                }
            }
            let value = mean_t - mean_c;
            let event_time = time as i64 - *cohort as i64;
            rows.push(GroupTimeEffect {
                cohort: panel.periods[*cohort].clone(),
                period: panel.periods[time].clone(),
                event_time,
                treated_units: treated.len() as u64,
                control_units: control.len() as u64,
                effect: estimate(value, &influence).0,
            });
            let part = parts.len();
            parts.push(Part { cohort: g, value });
            kept.push(
                influence
                    .iter()
                    .enumerate()
                    .filter(|(_, v)| **v != 0.0)
                    .map(|(c, v)| (c as u32, *v))
                    .collect(),
            );
            let event = (event_time + periods as i64) as usize;
            by_event[event].parts.push((part, size[g]));
            if time >= *cohort {
                overall.parts.push((part, size[g]));
                by_cohort[g].parts.push((part, 1.0));
                by_period[time].parts.push((part, size[g]));
            }
        }
    }
    if overall.parts.is_empty() {
        return Ok(None);
    }
    let cluster_of = &panel.clusters;
    let finish = |aggregate: &mut Aggregate, by_size: bool| -> f64 {
        aggregate.influence.resize(panel.cluster_count, 0.0);
        let total = sum(aggregate.parts.iter().map(|(_, weight)| *weight));
        let mut value = 0.0;
        for (part, weight) in &aggregate.parts {
            let share = weight / total;
            value += share * parts[*part].value;
            for (cluster, moved) in &kept[*part] {
                aggregate.influence[*cluster as usize] += share * moved;
            }
        }
        if by_size {
            // The sizes of the cohorts are estimates too: what one more unit of each cohort would change.
            let mut of_cohort = vec![0.0; cohorts.len()];
            for (part, _) in &aggregate.parts {
                of_cohort[parts[*part].cohort] += (parts[*part].value - value) / total;
            }
            let all: f64 = of_cohort.iter().zip(&size).map(|(of, size)| of * size / n).sum();
            for (unit, cohort) in cohort_of.iter().enumerate() {
                let of = cohort.map_or(0.0, |cohort| of_cohort[cohort]);
                aggregate.influence[cluster_of[unit] as usize] += of - all;
            }
        }
        value
    };
    let overall_value = finish(&mut overall, true);
    let (overall_estimate, overall_p_value) = estimate(overall_value, &overall.influence);
    let mut made_cohorts = Vec::new();
    for (aggregate, cohort) in by_cohort.iter_mut().zip(&cohorts) {
        if !aggregate.parts.is_empty() {
            let value = finish(aggregate, false);
            let effect = estimate(value, &aggregate.influence).0;
            made_cohorts.push(AggregateEffect { over: panel.periods[*cohort].clone(), effect });
        }
    }
    let mut made_periods = Vec::new();
    for (time, aggregate) in by_period.iter_mut().enumerate() {
        if !aggregate.parts.is_empty() {
            let value = finish(aggregate, true);
            let effect = estimate(value, &aggregate.influence).0;
            made_periods.push(AggregateEffect { over: panel.periods[time].clone(), effect });
        }
    }
    let mut made_events = Vec::new();
    let mut early: Vec<(f64, usize)> = Vec::new();
    for (event, aggregate) in by_event.iter_mut().enumerate() {
        if !aggregate.parts.is_empty() {
            let value = finish(aggregate, true);
            if event < periods {
                early.push((value, event));
            }
            let effect = estimate(value, &aggregate.influence).0;
            made_events.push(AggregateEffect { over: (event as i64 - periods as i64).to_string(), effect });
        }
    }
    let mut covariance = Matrix::zeros(early.len(), early.len());
    for (i, (_, a)) in early.iter().enumerate() {
        for (j, (_, b)) in early.iter().enumerate() {
            let (a, b) = (&by_event[*a].influence, &by_event[*b].influence);
            covariance.set(i, j, sum(a.iter().zip(b).map(|(a, b)| a * b)));
        }
    }
    let values: Vec<f64> = early.iter().map(|(value, _)| *value).collect();
    let test = joint_test(&values, &covariance, count(panel.cluster_count) - 1.0);
    let tracks: Vec<&[f64]> =
        by_event.iter().filter(|a| !a.parts.is_empty()).map(|a| a.influence.as_slice()).collect();
    Ok(Some(StaggeredEffects {
        overall: overall_estimate,
        overall_p_value,
        by_event_time: made_events,
        by_cohort: made_cohorts,
        by_period: made_periods,
        pre_trend_p_value: test.map(|(_, p)| p),
        group_time: rows,
        simultaneous_critical_value: simultaneous(&tracks, options),
    }))
}

/// The critical value of bands for all tracks together: the quantile of the greatest |t| under random signs of the clusters
/// (Rademacher's multiplier bootstrap).
fn simultaneous(tracks: &[&[f64]], options: &DidOptions) -> Option<f64> {
    if options.bootstrap == 0 {
        return None;
    }
    let errors: Vec<f64> = tracks.iter().map(|track| sum(track.iter().map(|v| v * v)).sqrt()).collect();
    let clusters = tracks.first()?.len();
    let mut rng = Rng::new(options.seed);
    let mut signs = vec![0.0; clusters];
    let mut greatest = Vec::with_capacity(options.bootstrap as usize);
    for _ in 0..options.bootstrap {
        signs.iter_mut().for_each(|sign| *sign = if rng.next() >> 63 == 0 { 1.0 } else { -1.0 });
        let most = tracks
            .iter()
            .zip(&errors)
            .filter(|(_, error)| **error > 0.0)
            .map(|(track, error)| crate::stats::linear::dot(track, &signs).abs() / error)
            .fold(0.0, f64::max);
        greatest.push(most);
    }
    Some(quantile_sorted(&sorted(&greatest), 1.0 - options.alpha)).filter(|value| value.is_finite())
}

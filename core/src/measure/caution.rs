//! What a reader of a score should know before believing it.

use std::fmt::Arguments;

use super::actual::Actual;
use super::document::{Clamp, Kpi, Quality, ScoreCurve};
use super::scorecard::{MissingPolicy, ScoreOptions};
use super::{TOLERANCE, curve};
use crate::Issue;

/// Coverage below which a score is called thin.
const THIN: f64 = 0.5;
/// Observations below which a value is called thin.
const FEW: u64 = 30;

/// What is known about a KPI when its cautions are written.
pub(super) struct Facts<'a> {
    pub(super) kpi: &'a Kpi,
    pub(super) actual: Option<&'a Actual>,
    pub(super) attainment: Option<f64>,
    pub(super) clamp: Clamp,
    pub(super) age_days: Option<i64>,
    pub(super) stale: Option<bool>,
    pub(super) options: &'a ScoreOptions,
}

/// The cautions about a KPI, in a fixed order: what is missing, what is old, what is odd.
pub(super) fn of_kpi(at: Arguments<'_>, facts: &Facts<'_>) -> Vec<Issue> {
    let Some(actual) = facts.actual else { return vec![no_data(at, facts)] };
    let mut issues = Vec::new();
    let mut warn = |code, message| issues.push(Issue::warning(code, at.to_string(), message));
    if let Some(since) = actual.missing_since {
        warn("value-missing", format!("`{since}` has no value; that of `{}` is used", actual.at));
    }
    if actual.gaps > 0 {
        let gaps = actual.gaps;
        warn("measurements-incomplete", format!("{gaps} measurements without a value are left out"));
    }
    if let (Some(true), Some(age)) = (facts.stale, facts.age_days) {
        warn("measurement-stale", format!("the value is {age} days old, more than its frequency allows"));
    }
    let directed = !matches!(facts.kpi.curve, ScoreCurve::Band { .. });
    if directed && facts.attainment.is_some_and(|attainment| attainment < 0.0) {
        let (value, baseline) = (actual.value, facts.kpi.baseline);
        warn("worse-than-baseline", format!("`{value}` is worse than the baseline `{baseline}`"));
    }
    let mut inform = |code, message| issues.push(Issue::info(code, at.to_string(), message));
    let (raw, highest) = (curve::unclamped(facts.kpi, actual.value), facts.clamp.max);
    if raw > highest + TOLERANCE {
        inform("score-limited", format!("a score of `{raw:.2}` is limited to `{highest}`"));
    }
    match actual.quality {
        Quality::Confirmed => {}
        Quality::Provisional => inform("measurement-provisional", "the value may still change".into()),
        Quality::Estimated => inform("measurement-estimated", "the value is judged, not measured".into()),
    }
    if let Some(n) = actual.n.filter(|n| *n < FEW) {
        inform("few-observations", format!("only {n} observations stand behind the value"));
    }
    issues
}

fn no_data(at: Arguments<'_>, facts: &Facts<'_>) -> Issue {
    let effect = match facts.options.missing {
        MissingPolicy::Renormalize => "it is left out, not counted as zero",
        MissingPolicy::Zero => "it counts as zero, as the options ask",
        MissingPolicy::Propagate => "its objective has no score, as the options ask",
    };
    Issue::warning("no-data", at.to_string(), format!("KPI `{}` has no value: {effect}", facts.kpi.id))
}

/// The caution about an objective or the program whose score rests on little.
pub(super) fn of_node(at: &str, what: &str, score: Option<f64>, coverage: f64) -> Option<Issue> {
    let percent = coverage * 100.0;
    match score {
        None => {
            let message = format!("{what} has no score: {percent:.0} % of its weight has data");
            Some(Issue::warning("no-score", at, message))
        }
        Some(_) if coverage + TOLERANCE < THIN => {
            let message = format!("the score of {what} rests on {percent:.0} % of its weight");
            Some(Issue::warning("low-coverage", at, message))
        }
        Some(_) => None,
    }
}

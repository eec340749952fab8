//! What a forecast proves: its assumptions, checks and cautions.

use super::document::ForecastOptions;
use super::ets::form::EtsError;
use super::model::{Model, Paths};
use super::run::described;
use super::series::{Series, seasonal_scale, whole};
use crate::Issue;
use crate::measure::{Evidence, EvidenceGrade};
use crate::stats::distribution::chi2_sf;
use crate::stats::summary::{count, mean, sum};

pub(super) fn evidence(
    series: &Series,
    filled: usize,
    periods: &[usize],
    model: &Model,
    options: &ForecastOptions,
) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("past-goes-on", "what made the series so far goes on: no new campaign, market or way of counting")
        .assume(
            "parameters-known",
            "intervals take the parameters found as true and errors as normal; both make them rather too narrow",
        );
    if series.clock.is_none() {
        evidence = evidence.assume("rows-in-order", "the rows stand in the order of time, evenly spaced");
    }
    let y = &series.values;
    let errors: Vec<f64> = y
        .iter()
        .zip(&model.fitted)
        .map(|(y, f)| match &model.paths {
            Paths::Ets(fit) if fit.form.error == EtsError::Multiplicative => (y - f) / f,
            _ => y - f,
        })
        .filter(|error| error.is_finite())
        .collect();
    let period = periods.first().copied().unwrap_or(1);
    if let Some((p, lags)) = ljung_box(&errors, period) {
        evidence.check(
            "errors-look-random",
            p >= 0.05,
            Some(p),
            format!("test of Ljung and Box on {lags} lags: a small number means that the errors follow one another"),
        );
    }
    if let Some(scale) = seasonal_scale(y, period) {
        let mae = mean(&errors.iter().map(|error| error.abs()).collect::<Vec<_>>());
        let own = described(y, period, model).mase.unwrap_or(mae / scale);
        evidence.check(
            "better-than-naive",
            own < 1.0,
            Some(own),
            "mean error as a multiple of that of the last season again, in the past",
        );
    }
    if filled > 0 {
        evidence.cautions.push(Issue::warning(
            "values-filled",
            format!("columns/{}", options.value),
            format!("{filled} missing values were filled along straight lines"),
        ));
    }
    if whole(y.len()) < 2 * options.horizon {
        evidence.cautions.push(Issue::warning(
            "long-horizon",
            "options/horizon",
            format!("{} steps are forecast from {} values", options.horizon, y.len()),
        ));
    }
    if y.len() < 3 * period && period > 1 {
        evidence.cautions.push(Issue::warning(
            "few-seasons",
            "columns",
            format!("{} values are less than three seasons of {period}", y.len()),
        ));
    }
    if options.non_negative && model.points.iter().any(|value| *value < 0.0) {
        evidence.cautions.push(Issue::warning(
            "cut-at-zero",
            "options/non_negative",
            "the model forecast numbers below 0, they were set to 0",
        ));
    }
    evidence
}

/// The test of Ljung and Box (1978): its p-value and the lags, as many as Hyndman and Athanasopoulos advise.
fn ljung_box(errors: &[f64], period: usize) -> Option<(f64, usize)> {
    let n = errors.len();
    let lags = (if period > 1 { 2 * period } else { 10 }).min(n / 5);
    if lags == 0 {
        return None;
    }
    let centre = mean(errors);
    let total = sum(errors.iter().map(|error| (error - centre) * (error - centre)));
    if !(total > 0.0) {
        return None;
    }
    let shares = (1..=lags).map(|lag| {
        let r = sum(errors.iter().zip(&errors[lag..]).map(|(a, b)| (a - centre) * (b - centre))) / total;
        r * r / count(n - lag)
    });
    let statistic = shares.sum::<f64>() * count(n) * count(n + 2);
    Some((chi2_sf(statistic, count(lags)), lags)).filter(|(p, _)| p.is_finite())
}

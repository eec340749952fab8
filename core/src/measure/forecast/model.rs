//! Fitted models behind one face: points, variances, simulated paths.

use crate::Rng;
use crate::stats::distribution::normal_quantile;
use crate::stats::summary::{count, mean, sum};

use super::ets::fit::{Effort, Fit, Held, Region, deviance, finish, fit, search};
use super::ets::form::Spec;
use super::ets::start::{classical, line};
use super::ets::variance::{moments, points, simulate};
use super::holt_winters::HoltWinters;

/// How paths are drawn.
#[derive(Debug, Clone)]
pub(crate) enum Paths {
    /// From the states.
    Ets(Box<Fit>),
    /// From the states, and then a season on top: added, or times it; and a slope.
    Around {
        fit: Box<Fit>,
        season: Vec<f64>,
        times: bool,
        slope: Vec<f64>,
    },
    HoltWinters(Box<HoltWinters>),
    /// The value of a period ago, and an error.
    Again {
        last: Vec<f64>,
        deviation: f64,
    },
    /// The last value, a slope that is itself uncertain, errors that add up.
    Drift {
        last: f64,
        slope: f64,
        slope_deviation: f64,
        deviation: f64,
    },
    /// A mean that is itself uncertain, and an error.
    Mean {
        mean: f64,
        mean_deviation: f64,
        deviation: f64,
    },
}

/// A model that has been fitted.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    pub(crate) name: String,
    pub(crate) points: Vec<f64>,
    /// Where a formula is known.
    pub(crate) variances: Option<Vec<f64>>,
    /// Not a number where the model says nothing.
    pub(crate) fitted: Vec<f64>,
    pub(crate) paths: Paths,
    /// Forms tried: name, log-likelihood, corrected criterion.
    pub(crate) tried: Vec<Tried>,
}

/// A form tried: its name, log-likelihood, corrected criterion.
pub(crate) type Tried = (String, f64, Option<f64>);

/// The best form of exponential smoothing by the corrected criterion of Akaike; nothing if none can be fitted.
pub(crate) fn best_ets(
    y: &[f64],
    period: usize,
    spec: Spec,
    growth: bool,
    region: Region,
    held: &Held,
) -> Option<(Fit, Vec<Tried>)> {
    let positive = y.iter().all(|value| *value > 0.0);
    let forms = spec.forms(period > 1, positive, growth);
    let several = forms.len() > 1;
    let n = count(y.len());
    let mut tried = Vec::new();
    let mut best: Option<(f64, _, _)> = None;
    for form in forms {
        let k = count(form.parameters(if form.has_season() { period } else { 0 }) + 1);
        let room = n - k - 1.0;
        if several && room <= 0.0 {
            continue;
        }
        let Some(found) = search(form, y, period, region, held, Effort::Full, None) else { continue };
        let likelihood = -0.5 * deviance(&found, y.len());
        let aicc = (room > 0.0).then(|| 2.0 * k - 2.0 * likelihood + 2.0 * k * (k + 1.0) / room);
        tried.push((form.name(), likelihood, aicc));
        let criterion = aicc.unwrap_or(f64::MAX);
        // Forms come simplest first: a larger one must be better by more than rounding.
        if best.as_ref().is_none_or(|(value, ..)| criterion < value - 1e-6) {
            best = Some((criterion, form, found));
        }
    }
    let (_, form, found) = best?;
    tried.sort_by(|a, b| a.2.unwrap_or(f64::MAX).total_cmp(&b.2.unwrap_or(f64::MAX)).then(a.0.cmp(&b.0)));
    Some((finish(form, y, period, region, held, &found), tried))
}

/// A model of exponential smoothing.
pub(crate) fn ets(fitted: Fit, tried: Vec<(String, f64, Option<f64>)>, horizon: usize) -> Model {
    let moments = moments(&fitted, horizon);
    let (points, variances) = match moments {
        Some((points, variances)) => (points, Some(variances)),
        None => (points(&fitted, horizon), None),
    };
    Model {
        name: fitted.form.name(),
        points,
        variances,
        fitted: fitted.fitted.clone(),
        paths: Paths::Ets(Box::new(fitted)),
        tried,
    }
}

/// Exponential smoothing of what is left without the seasons, and the last of each season again.
pub(crate) fn stl_ets(
    y: &[f64],
    periods: &[usize],
    spec: Spec,
    region: Region,
    horizon: usize,
) -> Option<Model> {
    let parts =
        super::decompose::mstl(y, periods, &super::decompose::usual_windows(periods.len()), None, false);
    let mut rest = y.to_vec();
    for season in &parts.seasons {
        for (value, season) in rest.iter_mut().zip(season) {
            *value -= season;
        }
    }
    let (fitted, tried) = best_ets(&rest, 1, spec, false, region, &Held::default())?;
    let n = y.len();
    let mut again = vec![0.0; horizon];
    for (season, period) in parts.seasons.iter().zip(periods) {
        for (h, cell) in again.iter_mut().enumerate() {
            *cell += season[n - period + h % period];
        }
    }
    let inner = ets(fitted.clone(), tried, horizon);
    Some(Model {
        name: format!("STL + {}", inner.name),
        points: inner.points.iter().zip(&again).map(|(point, season)| point + season).collect(),
        variances: inner.variances,
        fitted: (0..n).map(|t| fitted.fitted[t] + y[t] - rest[t]).collect(),
        paths: Paths::Around {
            fit: Box::new(fitted),
            season: again,
            times: false,
            slope: vec![0.0; horizon],
        },
        tried: inner.tried,
    })
}

/// The theta method as R's `thetaf`: Assimakopoulos and Nikolopoulos (2000) in the form of Hyndman and Billah (2003),
/// simple smoothing plus half the slope of a straight line; a season that the autocorrelation shows at 90 % is taken
/// off before by classical multiplicative decomposition.
pub(crate) fn theta(y: &[f64], period: usize, horizon: usize) -> Option<Model> {
    let n = y.len();
    let mut rest = y.to_vec();
    let mut season: Vec<f64> = Vec::new();
    if period > 1 && n > 2 * period && season_shows(y, period) {
        let found = classical(y, period, true);
        if found.iter().all(|value| value.abs() >= 1e-4) {
            for (t, value) in rest.iter_mut().enumerate() {
                *value /= found[t % period];
            }
            season = found;
        }
    }
    let fitted =
        fit(Spec::parse("ANN")?.forms(false, true, false)[0], &rest, 1, Region::Both, &Held::default())?;
    let slope = 0.5 * line(&rest).1;
    let alpha = fitted.smooth.alpha.max(1e-10);
    let past = (1.0 - crate::stats::math::pow(1.0 - alpha, count(n))) / alpha;
    let added: Vec<f64> = (0..horizon).map(|h| slope * (count(h) + past)).collect();
    let factors: Vec<f64> =
        (0..horizon).map(|h| if season.is_empty() { 1.0 } else { season[(n + h) % period] }).collect();
    let points =
        added.iter().zip(&factors).map(|(added, factor)| (fitted.last.level + added) * factor).collect();
    let variances = (0..horizon).map(|h| fitted.variance * (1.0 + count(h) * alpha * alpha)).collect();
    let past = fitted
        .fitted
        .iter()
        .enumerate()
        .map(|(t, value)| if season.is_empty() { *value } else { value * season[t % period] })
        .collect();
    Some(Model {
        name: "theta".into(),
        points,
        variances: Some(variances),
        fitted: past,
        paths: Paths::Around { fit: Box::new(fitted), season: factors, times: true, slope: added },
        tried: Vec::new(),
    })
}

/// Whether the autocorrelation at the season is beyond what those before it explain, at 90 %.
fn season_shows(y: &[f64], period: usize) -> bool {
    let centre = mean(y);
    let total = sum(y.iter().map(|value| (value - centre) * (value - centre)));
    if !(total > 0.0) {
        return false;
    }
    let at = |lag: usize| sum(y.iter().zip(&y[lag..]).map(|(a, b)| (a - centre) * (b - centre))) / total;
    let before: f64 = (1..period).map(|lag| at(lag) * at(lag)).sum();
    let deviation = ((1.0 + 2.0 * before) / count(y.len())).sqrt();
    at(period).abs() / deviation > normal_quantile(0.95)
}

/// The last season again, or with period 1 the last value.
pub(crate) fn seasonal_naive(y: &[f64], period: usize, horizon: usize) -> Model {
    let n = y.len();
    let last = y[n - period..].to_vec();
    let mut fitted = vec![f64::NAN; n];
    fitted[period..].copy_from_slice(&y[..n - period]);
    let squares: Vec<f64> = y.iter().zip(&y[period..]).map(|(a, b)| (b - a) * (b - a)).collect();
    let variance = if squares.is_empty() { 0.0 } else { mean(&squares) };
    Model {
        name: if period == 1 { "naive".into() } else { "seasonal naive".into() },
        points: (0..horizon).map(|h| last[h % period]).collect(),
        variances: Some((0..horizon).map(|h| variance * (1.0 + count(h / period))).collect()),
        fitted,
        paths: Paths::Again { last, deviation: variance.sqrt() },
        tried: Vec::new(),
    }
}

/// The last value and the mean change.
pub(crate) fn drift(y: &[f64], horizon: usize) -> Model {
    let n = y.len();
    let steps = count(n - 1);
    let slope = (y[n - 1] - y[0]) / steps;
    let mut fitted = vec![f64::NAN; n];
    let mut squares = Vec::with_capacity(n);
    for t in 1..n {
        fitted[t] = y[t - 1] + slope;
        squares.push((y[t] - fitted[t]) * (y[t] - fitted[t]));
    }
    let variance = sum(squares) / (steps - 1.0).max(1.0);
    Model {
        name: "drift".into(),
        points: (1..=horizon).map(|h| y[n - 1] + slope * count(h)).collect(),
        variances: Some((1..=horizon).map(|h| variance * count(h) * (1.0 + count(h) / steps)).collect()),
        fitted,
        paths: Paths::Drift {
            last: y[n - 1],
            slope,
            slope_deviation: (variance / steps).sqrt(),
            deviation: variance.sqrt(),
        },
        tried: Vec::new(),
    }
}

/// The mean of all values.
pub(crate) fn overall_mean(y: &[f64], horizon: usize) -> Model {
    let n = count(y.len());
    let centre = mean(y);
    let variance = sum(y.iter().map(|value| (value - centre) * (value - centre))) / (n - 1.0);
    Model {
        name: "mean".into(),
        points: vec![centre; horizon],
        variances: Some(vec![variance * (1.0 + 1.0 / n); horizon]),
        fitted: vec![centre; y.len()],
        paths: Paths::Mean {
            mean: centre,
            mean_deviation: (variance / n).sqrt(),
            deviation: variance.sqrt(),
        },
        tried: Vec::new(),
    }
}

impl Model {
    /// Draws one path.
    pub(crate) fn draw(&self, rng: &mut Rng, path: &mut [f64], spare: &mut Vec<f64>) {
        match &self.paths {
            Paths::Ets(fit) => simulate(fit, rng, path, spare),
            Paths::Around { fit, season, times, slope } => {
                simulate(fit, rng, path, spare);
                for ((value, season), slope) in path.iter_mut().zip(season).zip(slope) {
                    *value = if *times { (*value + slope) * season } else { *value + slope + season };
                }
            }
            Paths::HoltWinters(model) => model.draw(rng, path, spare),
            Paths::Again { last, deviation } => {
                let period = last.len();
                for h in 0..path.len() {
                    let before = if h < period { last[h] } else { path[h - period] };
                    path[h] = before + deviation * rng.normal();
                }
            }
            Paths::Drift { last, slope, slope_deviation, deviation } => {
                let slope = slope + slope_deviation * rng.normal();
                let mut value = *last;
                for cell in path {
                    value += slope + deviation * rng.normal();
                    *cell = value;
                }
            }
            Paths::Mean { mean, mean_deviation, deviation } => {
                let centre = mean + mean_deviation * rng.normal();
                for cell in path {
                    *cell = centre + deviation * rng.normal();
                }
            }
        }
    }
}

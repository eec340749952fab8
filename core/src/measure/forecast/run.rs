//! The operation: from a table to a forecast.

use crate::Rng;
use crate::measure::Table;
use crate::stats::distribution::normal_quantile;
use crate::stats::summary::{count, mean, quantile_sorted, sum};
use crate::{Issue, Issues};

use super::decompose::complete;
use super::document::{
    EtsBounds, EtsParameters, ForecastCandidate, ForecastFit, ForecastModel, ForecastOptions, ForecastPast,
    ForecastPoint, ForecastReport, ForecastTotal, PredictionInterval, RunningTotal, SeasonKind,
};
use super::ets::fit::{Fit, Held, Region};
use super::ets::form::{EtsSeason, Spec};
use super::ets::start::States;
use super::evidence::evidence;
use super::holt_winters::{self, HeldWeights};
use super::model::{Model, Paths, best_ets, drift, ets, overall_mean, seasonal_naive, stl_ets, theta};
use super::series::{Series, in_range, number, read, refuse, seasonal_scale, whole};

/// Longest season of exponential smoothing; more states than that cannot be told apart.
const LONGEST_SEASON: usize = 24;
/// Most values of a fitted model.
const MOST_VALUES: usize = 200_000;
/// Most simulated values.
const MOST_DRAWS: f64 = 5e7;
const MOST_HORIZON: f64 = 10_000.0;
const MOST_LEVELS: usize = 10;

/// Faults of the options alone.
pub(crate) fn check(options: &ForecastOptions) -> Vec<Issue> {
    let mut issues = Vec::new();
    in_range("horizon", number(options.horizon), 1.0, MOST_HORIZON, &mut issues);
    in_range("paths", number(options.paths), 100.0, 100_000.0, &mut issues);
    in_range("history", number(options.history), 0.0, 10_000.0, &mut issues);
    in_range("so_far", options.so_far, -1e100, 1e100, &mut issues);
    if let Some(target) = options.target {
        in_range("target", target, -1e100, 1e100, &mut issues);
    }
    if options.levels.len() > MOST_LEVELS
        || options.levels.iter().any(|level| !(*level > 0.0 && *level < 1.0))
    {
        issues.push(Issue::error(
            "number-out-of-range",
            "options/levels",
            "levels lie above 0 and below 1, and there are at most 10",
        ));
    }
    if number(options.horizon) * number(options.paths) > MOST_DRAWS {
        issues.push(
            Issue::error(
                "too-many-paths",
                "options/paths",
                format!("{} paths of {} steps are too many", options.paths, options.horizon),
            )
            .with_help("paths × horizon may be 50,000,000"),
        );
    }
    if Spec::parse(&options.model).is_none() {
        issues.push(
            Issue::error(
                "unknown-model",
                "options/model",
                format!("`{}` names no form of exponential smoothing", options.model),
            )
            .with_help("write error, trend and season like `ZZZ`, `MAM` or `AAdN`"),
        );
    }
    if let Some(held) = &options.parameters {
        let values = [
            ("alpha", held.alpha, 0.0, 2.0),
            ("beta", held.beta, 0.0, 4.0),
            ("gamma", held.gamma, 0.0, 2.0),
            ("phi", held.phi, 1e-3, 1.0),
            ("level", held.level, -1e100, 1e100),
            ("trend", held.trend, -1e100, 1e100),
        ];
        for (name, value, low, high) in values {
            if let Some(value) = value {
                in_range(&format!("parameters/{name}"), value, low, high, &mut issues);
            }
        }
        if held.season.len() > LONGEST_SEASON || held.season.iter().any(|value| !(value.abs() <= 1e100)) {
            issues.push(Issue::error(
                "number-out-of-range",
                "options/parameters/season",
                "a season has at most 24 numbers up to 1e100",
            ));
        }
    }
    issues
}

/// Forecasts a series, with intervals, and its total with the probability to reach a target.
///
/// The method of the module page applies; `evidence` says what is assumed and whether the errors of the past look
/// random.
///
/// # Errors
/// `too-few-rows`, `too-many-rows`, `missing-values`, `not-positive`, `no-model`, `unknown-model`,
/// `period-out-of-range`, `period-too-long`, `number-out-of-range`, `too-many-paths`, `states-incomplete` and faults
/// of the columns: all that can be known at once.
///
/// # Complexity
/// Exponential smoothing: forms × starts × steps of the search × rows, bounded; paths: O(paths × horizon).
///
/// # Examples
/// ```
/// use paceline::measure::{Table, forecast::{ForecastOptions, forecast}};
/// let leads = [112., 118., 132., 129., 121., 135., 148., 148., 136., 119., 104., 118., 115., 126., 141., 135., 125.,
///     149., 170., 170., 158., 133., 114., 140., 145., 150., 178., 163., 172., 178., 199., 199., 184., 162., 146., 166.];
/// let table = Table::new().with_numbers("value", leads)?;
/// let options = ForecastOptions { periods: vec![12], horizon: 6, target: Some(1080.0), ..Default::default() };
/// let report = forecast(&table, &options)?;
/// assert_eq!(report.points.len(), 6);
/// assert!(report.points[0].intervals[0].low < report.points[0].value);
/// assert!(report.total.probability.is_some_and(|p| p > 0.02 && p < 0.98));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn forecast(table: &Table, options: &ForecastOptions) -> Result<ForecastReport, Issues> {
    let mut reader = table.reader();
    let series = read(&mut reader, &options.value, options.time.as_deref());
    for issue in check(options) {
        reader.note(issue);
    }
    reader.done()?;
    let Some(mut series) = series else { return Err(Issues::new(Vec::new())) };
    let mut issues = Vec::new();
    let periods = series.periods(&options.periods, &mut issues);
    Issues::check(issues)?;
    let filled = complete(&mut series, periods.first().copied(), options.missing, &options.value)?;
    let horizon = usize::try_from(options.horizon).unwrap_or(1);
    let (method, model) = fitted(&series.values, &periods, options, horizon)?;
    Ok(report(&series, filled, periods, method, &model, options))
}

/// Fits the model that the options ask for.
pub(crate) fn fitted(
    y: &[f64],
    periods: &[usize],
    options: &ForecastOptions,
    horizon: usize,
) -> Result<(ForecastModel, Model), Issues> {
    let n = y.len();
    let period = periods.first().copied().unwrap_or(1);
    let short = periods.len() <= 1 && period <= LONGEST_SEASON;
    let method = match options.method {
        ForecastModel::Auto if short => ForecastModel::Ets,
        ForecastModel::Auto => ForecastModel::StlEts,
        method => method,
    };
    let needed = match method {
        ForecastModel::HoltWinters => (2 * period + 1).max(4),
        ForecastModel::SeasonalNaive => 2 * period.max(1),
        ForecastModel::StlEts => (2 * period + 1).max(5),
        _ => 4,
    };
    if n < needed {
        return refuse(
            "too-few-rows",
            "columns",
            format!("{n} values are too few for this method"),
            &format!("at least {needed} are needed"),
        );
    }
    if n > MOST_VALUES {
        return refuse(
            "too-many-rows",
            "columns",
            format!("{n} values are too many to fit a model to"),
            "add them up over longer steps, or give the last 200,000",
        );
    }
    // A constant has no error to learn from: it goes on.
    if y.iter().all(|value| *value == y[0]) {
        return Ok((method, overall_mean(y, horizon)));
    }
    let spec = Spec::parse(&options.model).unwrap_or_else(Spec::any);
    let region = match options.bounds {
        EtsBounds::Both => Region::Both,
        EtsBounds::Usual => Region::Usual,
        EtsBounds::Admissible => Region::Admissible,
    };
    let no_model = || {
        Issues::from(
            Issue::error(
                "no-model",
                "options/model",
                format!("no form of `{}` fits {n} values like these", options.model),
            )
            .with_help(
                "forms with shares need values above 0, and each form more values than parameters; try `ZZZ`",
            ),
        )
    };
    let model = match method {
        ForecastModel::Auto | ForecastModel::Ets => {
            if !short {
                return refuse(
                    "period-too-long",
                    "options/periods",
                    "exponential smoothing takes one season of at most 24 steps".into(),
                    "use the method `stl_ets`, or `auto`",
                );
            }
            if spec.asks_season() && period == 1 {
                return refuse(
                    "period-out-of-range",
                    "options/periods",
                    format!("`{}` has a season, and the series has none", options.model),
                    "name the season in `periods`",
                );
            }
            let held = held(options.parameters.as_ref(), spec, period)?;
            let (fit, tried) = best_ets(y, period, spec, options.multiplicative_trend, region, &held)
                .ok_or_else(no_model)?;
            ets(fit, tried, horizon)
        }
        ForecastModel::StlEts => {
            let spec = spec.without_season();
            stl_ets(y, periods, spec, region, horizon).ok_or_else(no_model)?
        }
        ForecastModel::Theta => theta(y, period, horizon).ok_or_else(no_model)?,
        ForecastModel::HoltWinters => {
            let times = options.season == SeasonKind::Multiplicative && period > 1;
            if times && y.iter().any(|value| !(*value > 0.0)) {
                return refuse(
                    "not-positive",
                    &format!("columns/{}", options.value),
                    "seasons that multiply need values above 0".into(),
                    "use additive seasons",
                );
            }
            let held = options.parameters.as_ref();
            let held = HeldWeights {
                alpha: held.and_then(|held| held.alpha),
                beta: held.and_then(|held| held.beta),
                gamma: held.and_then(|held| held.gamma),
            };
            let found = holt_winters::fit(y, period, times, held).ok_or_else(no_model)?;
            Model {
                name: "Holt–Winters".into(),
                points: found.points(horizon),
                variances: None,
                fitted: found.fitted.clone(),
                paths: Paths::HoltWinters(Box::new(found)),
                tried: Vec::new(),
            }
        }
        ForecastModel::SeasonalNaive => seasonal_naive(y, period, horizon),
        ForecastModel::Naive => seasonal_naive(y, 1, horizon),
        ForecastModel::Drift => drift(y, horizon),
        ForecastModel::Mean => overall_mean(y, horizon),
    };
    if model.points.iter().any(|value| !value.is_finite()) {
        return Err(no_model());
    }
    Ok((method, model))
}

/// Held parameters as the search wants them.
fn held(parameters: Option<&EtsParameters>, spec: Spec, period: usize) -> Result<Held, Issues> {
    let Some(held) = parameters else { return Ok(Held::default()) };
    let mut found =
        Held { alpha: held.alpha, beta: held.beta, gamma: held.gamma, phi: held.phi, states: None };
    if held.level.is_none() && held.trend.is_none() && held.season.is_empty() {
        return Ok(found);
    }
    let forms = spec.forms(true, true, true);
    let complete = forms.len() == 1
        && held.level.is_some()
        && forms[0].has_trend() == held.trend.is_some()
        && held.season.len() == if forms[0].has_season() { period } else { 0 }
        && !(forms[0].season == EtsSeason::Multiplicative && held.season.iter().any(|value| !(*value > 0.0)));
    if !complete {
        return refuse(
            "states-incomplete",
            "options/parameters",
            "starting states are held all together or not at all".into(),
            "name one form in `model`, and give level, trend and one period of seasons as far as it has them",
        );
    }
    found.states = Some(States {
        level: held.level.unwrap_or(0.0),
        trend: held.trend.unwrap_or(0.0),
        season: held.season.clone(),
    });
    Ok(found)
}

/// Simulated steps and totals.
struct Simulated {
    /// Sorted values of each step; empty where there is a formula.
    steps: Vec<Vec<f64>>,
    /// Sorted totals.
    totals: Vec<f64>,
    /// Sorted running totals at the steps of [`stops`]; empty without a target.
    running: Vec<Vec<f64>>,
}

/// Most steps that running totals are kept of.
const MOST_STOPS: usize = 60;

/// Steps that running totals are kept of, from 1: all, or evenly, the last among them.
fn stops(horizon: usize) -> impl Iterator<Item = usize> {
    let kept = horizon.min(MOST_STOPS);
    (1..=kept).map(move |stop| (stop * horizon).div_ceil(kept))
}

fn simulated(model: &Model, options: &ForecastOptions, horizon: usize, every_step: bool) -> Simulated {
    let paths = usize::try_from(options.paths).unwrap_or(100);
    let mut rng = Rng::new(options.seed);
    let mut path = vec![0.0; horizon];
    let mut spare = Vec::new();
    let mut steps =
        vec![Vec::with_capacity(if every_step { paths } else { 0 }); if every_step { horizon } else { 0 }];
    let mut totals = Vec::with_capacity(paths);
    let stops: Vec<usize> = if options.target.is_some() { stops(horizon).collect() } else { Vec::new() };
    let mut running = vec![Vec::with_capacity(paths); stops.len()];
    for _ in 0..paths {
        model.draw(&mut rng, &mut path, &mut spare);
        for value in &mut path {
            if !value.is_finite() {
                *value = 0.0;
            }
            *value = value.clamp(-1e200, 1e200);
            if options.non_negative {
                *value = value.max(0.0);
            }
        }
        for (step, value) in steps.iter_mut().zip(&path) {
            step.push(*value);
        }
        totals.push(options.so_far + sum(path.iter().copied()));
        for (stop, reached) in stops.iter().zip(&mut running) {
            reached.push(options.so_far + sum(path[..*stop].iter().copied()));
        }
    }
    steps.iter_mut().for_each(|step| step.sort_unstable_by(f64::total_cmp));
    totals.sort_unstable_by(f64::total_cmp);
    running.iter_mut().for_each(|stop| stop.sort_unstable_by(f64::total_cmp));
    Simulated { steps, totals, running }
}

/// Lower and upper ends of the intervals of each step.
pub(crate) fn intervals(
    model: &Model,
    options: &ForecastOptions,
) -> (Vec<Vec<PredictionInterval>>, Vec<f64>, Vec<Vec<f64>>) {
    let horizon = model.points.len();
    let by_formula = model.variances.as_ref().filter(|_| !options.simulate);
    let drawn = simulated(model, options, horizon, by_formula.is_none());
    let floor = |value: f64| if options.non_negative { value.max(0.0) } else { value };
    let intervals = (0..horizon)
        .map(|h| {
            options
                .levels
                .iter()
                .map(|level| {
                    let (low, high) = match by_formula {
                        Some(variances) => {
                            let half = normal_quantile(0.5 + 0.5 * level) * variances[h].max(0.0).sqrt();
                            (model.points[h] - half, model.points[h] + half)
                        }
                        None => {
                            let tail = 0.5 - 0.5 * level;
                            (
                                quantile_sorted(&drawn.steps[h], tail),
                                quantile_sorted(&drawn.steps[h], 1.0 - tail),
                            )
                        }
                    };
                    PredictionInterval { level: *level, low: floor(low), high: floor(high) }
                })
                .collect()
        })
        .collect();
    (intervals, drawn.totals, drawn.running)
}

fn report(
    series: &Series,
    filled: usize,
    periods: Vec<usize>,
    method: ForecastModel,
    model: &Model,
    options: &ForecastOptions,
) -> ForecastReport {
    let y = &series.values;
    let (intervals, totals, running) = intervals(model, options);
    let floor = |value: f64| if options.non_negative { value.max(0.0) } else { value };
    let points: Vec<ForecastPoint> = model
        .points
        .iter()
        .zip(intervals)
        .enumerate()
        .map(|(h, (value, intervals))| ForecastPoint {
            step: whole(h + 1),
            time: series.time(y.len() + h),
            value: floor(*value),
            intervals,
        })
        .collect();
    let value = options.so_far + sum(points.iter().map(|point| point.value));
    let within = |totals: &[f64]| -> Vec<PredictionInterval> {
        let interval = |level: &f64| {
            let tail = 0.5 - 0.5 * level;
            let (low, high) = (quantile_sorted(totals, tail), quantile_sorted(totals, 1.0 - tail));
            PredictionInterval { level: *level, low, high }
        };
        options.levels.iter().map(interval).collect()
    };
    let path = stops(points.len()).zip(&running).map(|(step, reached)| RunningTotal {
        step: whole(step),
        value: options.so_far + sum(points[..step].iter().map(|point| point.value)),
        intervals: within(reached),
    });
    let total = ForecastTotal {
        value,
        intervals: within(&totals),
        so_far: options.so_far,
        path: path.collect(),
        target: options.target,
        probability: options.target.map(|target| {
            let kept = totals
                .iter()
                .filter(|total| if options.at_most { **total <= target } else { **total >= target });
            count(kept.count()) / count(totals.len().max(1))
        }),
        gap: options.target.map(|target| target - value),
    };
    let period = periods.first().copied().unwrap_or(1);
    let fit = described(y, period, model);
    let evidence = evidence(series, filled, &periods, model, options);
    let past = y.len() - usize::try_from(options.history).unwrap_or(0).min(y.len());
    ForecastReport {
        method,
        rows: whole(y.len()),
        filled: whole(filled),
        periods: periods.into_iter().map(whole).collect(),
        history: (past..y.len()).map(|at| ForecastPast { time: series.time(at), value: y[at] }).collect(),
        points,
        total,
        fit,
        candidates: model
            .tried
            .iter()
            .filter(|_| model.tried.len() > 1)
            .map(|(name, log_likelihood, aicc)| ForecastCandidate {
                name: name.clone(),
                log_likelihood: *log_likelihood,
                aicc: *aicc,
            })
            .collect(),
        fitted: if options.fitted {
            model.fitted.iter().map(|value| Some(*value).filter(|value| value.is_finite())).collect()
        } else {
            Vec::new()
        },
        evidence,
    }
}

pub(super) fn described(y: &[f64], period: usize, model: &Model) -> ForecastFit {
    let errors: Vec<f64> =
        y.iter().zip(&model.fitted).map(|(y, f)| y - f).filter(|error| error.is_finite()).collect();
    let mae = mean(&errors.iter().map(|error| error.abs()).collect::<Vec<_>>());
    let mse = mean(&errors.iter().map(|error| error * error).collect::<Vec<_>>());
    let fit = match &model.paths {
        Paths::Ets(fit) | Paths::Around { fit, .. } => Some(fit),
        _ => None,
    };
    let holt = match &model.paths {
        Paths::HoltWinters(holt) => Some(holt),
        _ => None,
    };
    let states = |fit: &Fit, last: bool| {
        let states = if last { &fit.last } else { &fit.first };
        (Some(states.level), fit.form.has_trend().then_some(states.trend), states.season.clone())
    };
    let parameters = fit.map(|fit| {
        let (level, trend, season) = states(fit, false);
        EtsParameters {
            alpha: Some(fit.smooth.alpha),
            beta: fit.form.has_trend().then_some(fit.smooth.beta),
            gamma: fit.form.has_season().then_some(fit.smooth.gamma),
            phi: fit.form.damped().then_some(fit.smooth.phi),
            level,
            trend,
            season,
        }
    });
    let last = fit.map(|fit| {
        let (level, trend, season) = states(fit, true);
        EtsParameters { level, trend, season, ..EtsParameters::default() }
    });
    let own = matches!(model.paths, Paths::Ets(_));
    ForecastFit {
        name: model.name.clone(),
        error: fit.map(|fit| fit.form.error),
        trend: fit.map(|fit| fit.form.trend),
        season: fit.map(|fit| fit.form.season),
        parameters: parameters.or_else(|| {
            holt.map(|holt| EtsParameters {
                alpha: Some(holt.alpha),
                beta: Some(holt.beta),
                gamma: holt.gamma,
                ..EtsParameters::default()
            })
        }),
        states: last.or_else(|| {
            holt.map(|holt| EtsParameters {
                level: Some(holt.level),
                trend: Some(holt.trend),
                season: holt.season.clone(),
                ..EtsParameters::default()
            })
        }),
        log_likelihood: fit.filter(|_| own).map(|fit| fit.ln_likelihood),
        aic: fit.filter(|_| own).map(|fit| fit.aic()),
        aicc: fit.filter(|_| own).and_then(|fit| fit.aicc()),
        bic: fit.filter(|_| own).map(|fit| fit.bic()),
        variance: fit.map(|fit| fit.variance).or_else(|| holt.map(|holt| holt.deviation * holt.deviation)),
        mse: if mse.is_finite() { mse } else { 0.0 },
        mae: if mae.is_finite() { mae } else { 0.0 },
        mase: seasonal_scale(y, period).map(|scale| mae / scale).filter(|mase| mase.is_finite()),
    }
}

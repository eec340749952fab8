//! The analysis: one run on the data, others where nothing happened, and what they say together.

use super::frame::{Frame, Standard, settings, usize_of};
use super::gibbs::{Sample, Settings, sample};
use super::infer::{Totals, coefficients, deviation, judged, series, totals};
use super::likelihood::shift;
use super::options::{CausalImpactOptions, ImpactTrend};
use super::report::{
    CausalImpactReport, ImpactDirection, ImpactModel, ImpactPeriod, ImpactPlacebo, ImpactPoint,
};
use crate::measure::{Evidence, EvidenceGrade, IntervalEstimate, Table};
use crate::stats::distribution::normal_cdf;
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

/// Probability below which something is taken to be seen, before it is shared among several tests.
const SEEN: f64 = 0.05;
/// Share of the variance that a prediction should explain before the intervention.
const GOOD_FIT: f64 = 0.5;
/// Rows before the intervention for each row after it.
const ROWS_BEFORE: usize = 2;
/// Fewest rows before the intervention that are not too few to judge the model by.
const FEW_ROWS: usize = 20;

/// Estimates what an intervention did to a series: actual − what a structural time series model, learned before the
/// intervention, says would have happened. The module describes the model.
///
/// # Complexity
/// O(draws × rows) with the level alone and few controls; about 30 ms for 1,000 rows and 1,000 draws, and as much for each
/// placebo test.
///
/// # Errors
/// Every fault of the table and the options: `unknown-column`, `missing-values` (of controls or times), `repeated-time`,
/// `repeated-column`, `missing-intervention`, `moment-not-on-axis`, `too-few-rows`, `no-rows-after`, `constant-column`,
/// `number-out-of-range`, `infinite-number`, `too-many-controls`, `too-much-work` and those of reading columns.
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::impact::{CausalImpactOptions, ImpactDirection, causal_impact};
/// // Visits go along with the market; from day 41 on there are about 20 more a day.
/// let market: Vec<f64> = (1..=60).map(|day| f64::from(200 + day * 7 % 31)).collect();
/// let visits: Vec<f64> = (1..=60)
///     .map(|day| 0.5 * market[day - 1] + (day * 5 % 7) as f64 + if day > 40 { 20.0 } else { 0.0 })
///     .collect();
/// let table = Table::new()
///     .with_numbers("day", (1..=60).map(f64::from))?
///     .with_numbers("visits", visits)?
///     .with_numbers("market", market)?;
/// let options = CausalImpactOptions {
///     time: "day".into(),
///     outcome: "visits".into(),
///     controls: vec!["market".into()],
///     intervention: Some(41.0.into()),
///     ..Default::default()
/// };
/// let report = causal_impact(&table, &options)?;
/// assert_eq!(report.direction, ImpactDirection::Increase);
/// assert_eq!(report.average.effect.value.round(), 20.0);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn causal_impact(table: &Table, options: &CausalImpactOptions) -> Result<CausalImpactReport, Issues> {
    let frame = Frame::read(table, options)?;
    let settings = settings(options);
    let burn_in = options.burn_in.map(usize_of);
    let interval = options.interval;
    let (standard, sample, totals) = run(&frame, &settings, burn_in, interval);
    let series = series(&frame, &standard, &sample, totals.burn, interval);
    let coefficients = if options.controls.is_empty() {
        Vec::new()
    } else {
        coefficients(&options.controls, &standard, &sample, totals.burn, interval)
    };
    let model = model(&frame, &standard, &sample, &totals, &series, options);
    drop(sample);
    let placebos_in_time = in_time(&frame, &settings, burn_in, options);
    let (placebos_in_space, placebo_probability) = in_space(&frame, &settings, burn_in, &totals, options);
    let evidence = evidence(&frame, &model, &series, &placebos_in_time, options);
    let direction = direction(&totals.average.effect);
    Ok(CausalImpactReport {
        finding: finding(&totals, direction, interval),
        average: totals.average,
        cumulative: totals.cumulative,
        relative: totals.relative,
        direction,
        tail_probability: totals.tail,
        model,
        coefficients,
        series,
        placebos_in_time,
        placebos_in_space,
        placebo_probability,
        evidence,
    })
}

fn run(
    frame: &Frame,
    settings: &Settings,
    burn_in: Option<usize>,
    interval: f64,
) -> (Standard, Sample, Totals) {
    let standard = frame.standard();
    let sample = sample(&standard.problem, settings);
    let totals = totals(frame, &standard, &sample, burn_in, interval);
    (standard, sample, totals)
}

fn direction(effect: &IntervalEstimate) -> ImpactDirection {
    match (effect.low, effect.high) {
        (Some(low), _) if low > 0.0 => ImpactDirection::Increase,
        (_, Some(high)) if high < 0.0 => ImpactDirection::Decrease,
        _ => ImpactDirection::Unclear,
    }
}

/// A number with three digits that count.
fn short(value: f64) -> String {
    format!("{value:.2e}").parse::<f64>().map_or_else(|_| value.to_string(), |rounded| rounded.to_string())
}

fn finding(totals: &Totals, direction: ImpactDirection, interval: f64) -> String {
    let effect = &totals.average.effect;
    let verdict = match direction {
        ImpactDirection::Increase => "an increase",
        ImpactDirection::Decrease => "a decrease",
        ImpactDirection::Unclear => "no clear effect",
    };
    let (low, high) = (effect.low.unwrap_or(effect.value), effect.high.unwrap_or(effect.value));
    let relative =
        totals.relative.map_or_else(String::new, |ratio| format!(", {} %", short(100.0 * ratio.value)));
    format!(
        "{verdict}: {} a row{relative} ({} % interval {} to {}, one-sided tail probability {})",
        short(effect.value),
        short(100.0 * interval),
        short(low),
        short(high),
        short(totals.tail),
    )
}

fn model(
    frame: &Frame,
    standard: &Standard,
    sample: &Sample,
    totals: &Totals,
    series: &[ImpactPoint],
    options: &CausalImpactOptions,
) -> ImpactModel {
    let burn = totals.burn;
    let of = |variances: &[f64]| deviation(&variances[burn..], standard.scale, options.interval);
    let pairs: Vec<(f64, f64)> = series
        .iter()
        .filter(|point| point.period == ImpactPeriod::Pre)
        .filter_map(|point| Some((point.actual?, point.predicted.value)))
        .collect();
    let n = count(pairs.len());
    let mean = sum(pairs.iter().map(|pair| pair.0)) / n;
    let total = sum(pairs.iter().map(|pair| (pair.0 - mean) * (pair.0 - mean)));
    let left = sum(pairs.iter().map(|pair| (pair.0 - pair.1) * (pair.0 - pair.1)));
    let mape = sum(pairs.iter().map(|pair| ((pair.0 - pair.1) / pair.0).abs())) / n;
    let trend = options.trend == ImpactTrend::LocalLinear;
    ImpactModel {
        pre_rows: pairs.len() as u64,
        post_rows: judged(frame).len() as u64,
        draws: (sample.likelihood.len() - burn) as u64,
        burn_in: burn as u64,
        noise_sd: of(&sample.noise),
        level_sd: of(&sample.steps[0]),
        slope_sd: trend.then(|| of(&sample.steps[1])),
        season_sd: (options.seasons > 1).then(|| of(&sample.steps[1 + usize::from(trend)])),
        model_size: (!sample.sizes.is_empty())
            .then(|| sum(sample.sizes[burn..].iter().copied()) / count(sample.sizes.len() - burn)),
        r_squared: 1.0 - left / total,
        mape: mape.is_finite().then_some(mape),
        monte_carlo_error: totals.noise,
    }
}

fn placebo(name: String, totals: &Totals) -> ImpactPlacebo {
    let effect = totals.average.effect;
    let quiet = direction(&effect) == ImpactDirection::Unclear;
    ImpactPlacebo { name, average_effect: effect, tail_probability: totals.tail, quiet }
}

/// Earlier moments, spread over the later half of the period before, treated as the intervention.
fn in_time(
    frame: &Frame,
    settings: &Settings,
    burn_in: Option<usize>,
    options: &CausalImpactOptions,
) -> Vec<ImpactPlacebo> {
    let cycle = if settings.seasons > 1 { settings.seasons.saturating_mul(settings.duration) } else { 0 };
    let least = FEW_ROWS.min(frame.pre / 2).max(cycle.saturating_mul(2)).max(4);
    let length = frame.y.len() - frame.post;
    let mut made = Vec::new();
    for i in 1..=usize_of(options.placebos_in_time) {
        let shift = frame.pre * i / (2 * (usize_of(options.placebos_in_time) + 1));
        let pre = frame.pre - shift;
        let end = frame.pre.min(pre + length);
        let earlier = frame.earlier(pre, end);
        let known = earlier.y[..pre].iter().filter(|value| !value.is_nan()).count();
        if shift == 0 || known < least || judged(&earlier).is_empty() || !earlier.varies() {
            continue;
        }
        let (_, _, totals) = run(&earlier, settings, burn_in, options.interval);
        made.push(placebo(frame.times[pre].clone(), &totals));
    }
    made
}

/// Each control treated as the outcome; and the share of all with an effect at least as far out.
fn in_space(
    frame: &Frame,
    settings: &Settings,
    burn_in: Option<usize>,
    own: &Totals,
    options: &CausalImpactOptions,
) -> (Vec<ImpactPlacebo>, Option<f64>) {
    if !options.placebos_in_space || frame.x.is_empty() {
        return (Vec::new(), None);
    }
    let distance = |totals: &Totals| {
        let effect = totals.average.effect;
        effect.standard_error.filter(|error| *error > 0.0).map_or(0.0, |error| (effect.value / error).abs())
    };
    let far = distance(own);
    let mut as_far = 1;
    let mut made = Vec::with_capacity(frame.x.len());
    for (control, name) in options.controls.iter().enumerate() {
        let (_, _, totals) = run(&frame.exchanged(control), settings, burn_in, options.interval);
        as_far += usize::from(distance(&totals) >= far);
        made.push(placebo(name.clone(), &totals));
    }
    let share = count(as_far) / count(made.len() + 1);
    (made, Some(share))
}

fn evidence(
    frame: &Frame,
    model: &ImpactModel,
    series: &[ImpactPoint],
    in_time: &[ImpactPlacebo],
    options: &CausalImpactOptions,
) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::QuasiExperiment)
        .assume("nothing-else-happened", "nothing else changed the outcome from the intervention on")
        .assume("relation-holds", "what the model learned before the intervention would have held after it");
    if !options.controls.is_empty() {
        evidence = evidence.assume("controls-untouched", "the intervention did not change the controls");
    }
    let code = "pre-period-fit";
    let message = "share of the variance before the intervention that the prediction explains, at least 0.5";
    evidence.check(code, model.r_squared >= GOOD_FIT, Some(model.r_squared), message);
    independence(&mut evidence, series);
    length(&mut evidence, frame, options);
    untouched(&mut evidence, frame, options);
    if !in_time.is_empty() {
        let loud = in_time.iter().filter(|placebo| !placebo.quiet).count();
        let message = "earlier moments at which an effect was found where there was none";
        evidence.check("placebo-in-time", loud == 0, Some(count(loud)), message);
        if loud > 0 {
            let message = format!("{loud} of {} placebo tests in time find an effect", in_time.len());
            evidence.cautions.push(
                Issue::warning("placebo-found-effect", "placebos_in_time", message)
                    .with_help("trust intervals less: add controls, seasons, or a larger `prior_level_sd`"),
            );
        }
    } else if options.placebos_in_time > 0 {
        let message = "the history is too short for a placebo test in time";
        evidence.cautions.push(Issue::info("no-placebo", "placebos_in_time", message));
    }
    cautions(&mut evidence, frame, options);
    evidence
}

/// Whether what the prediction misses before the intervention goes on from row to row.
fn independence(evidence: &mut Evidence, series: &[ImpactPoint]) {
    let missed: Vec<f64> = series
        .iter()
        .filter(|point| point.period == ImpactPeriod::Pre)
        .filter_map(|point| point.effect.map(|effect| effect.value))
        .collect();
    let n = count(missed.len());
    let mean = sum(missed.iter().copied()) / n;
    let own = sum(missed.iter().map(|value| (value - mean) * (value - mean)));
    if own > 0.0 {
        let next = sum(missed.windows(2).map(|pair| (pair[0] - mean) * (pair[1] - mean)));
        let correlation = next / own;
        let message =
            "correlation of what the prediction misses in a row and in the next, at most 2 ÷ √rows from 0";
        let passed = correlation.abs() <= 2.0 / n.sqrt();
        evidence.check("residuals-independent", passed, Some(correlation), message);
        if correlation > 0.0 && !passed {
            evidence.cautions.push(
                Issue::warning(
                    "residuals-depend",
                    options_at("prior_level_sd"),
                    "what the prediction misses goes on from row to row, so the intervals are too narrow",
                )
                .with_help(
                    "add a control or seasons, or let the level wander with a larger `prior_level_sd`",
                ),
            );
        }
    }
}

fn options_at(option: &str) -> String {
    format!("options/{option}")
}

/// Whether the history is long enough.
fn length(evidence: &mut Evidence, frame: &Frame, options: &CausalImpactOptions) {
    let post = judged(frame).len();
    let needed = FEW_ROWS.max(ROWS_BEFORE * post) + 5 * options.controls.len();
    let known = frame.y[..frame.pre].iter().filter(|value| !value.is_nan()).count();
    let message = format!(
        "rows before the intervention, at least {needed}: 20, or 2 for each row after, and 5 for each control"
    );
    evidence.check("pre-period-long-enough", known >= needed, Some(count(known)), message);
    if known < needed {
        evidence.cautions.push(
            Issue::warning(
                "short-pre-period",
                options_at("intervention"),
                format!("{known} rows before the intervention are few for {post} rows after it"),
            )
            .with_help("give a longer history"),
        );
    }
}

/// Whether a control itself jumped at the intervention, as far as its own local level (by maximum likelihood) says.
fn untouched(evidence: &mut Evidence, frame: &Frame, options: &CausalImpactOptions) {
    let mut least: Option<f64> = None;
    let mut jumped = Vec::new();
    let limit = SEEN / count(frame.x.len().max(1));
    for (name, column) in options.controls.iter().zip(&frame.x) {
        let Some(distance) = shift(&column[..frame.pre], &column[frame.post..]) else { continue };
        let probability = 2.0 * normal_cdf(-distance.abs());
        least = Some(least.map_or(probability, |least| least.min(probability)));
        if probability < limit {
            jumped.push(name);
        }
    }
    if least.is_some() {
        let message = "least probability, over the controls, of a change from the intervention on as large as the one seen, at least 0.05 ÷ controls";
        evidence.check("controls-untouched", jumped.is_empty(), least, message);
    }
    for name in jumped {
        evidence.cautions.push(
            Issue::warning(
                "control-shifted",
                crate::measure::table::place(name),
                format!(
                    "control `{name}` changed from the intervention on, more than its own history explains"
                ),
            )
            .with_help("leave it out if the intervention may have touched it"),
        );
    }
}

fn cautions(evidence: &mut Evidence, frame: &Frame, options: &CausalImpactOptions) {
    let mut note = |issue: Issue| evidence.cautions.push(issue);
    if options.controls.is_empty() {
        note(
            Issue::warning(
                "no-controls",
                options_at("controls"),
                "without controls, whatever else happened from the intervention on counts as its effect",
            )
            .with_help("name series that go along with the outcome and that the intervention did not touch"),
        );
    }
    let missing = frame.y.iter().filter(|value| value.is_nan()).count();
    if missing > 0 {
        note(Issue::info(
            "missing-outcomes",
            crate::measure::table::place(&options.outcome),
            format!("{missing} rows have no outcome: they are neither learned from nor counted"),
        ));
    }
    let mut steps: Vec<f64> = frame.keys.windows(2).map(|pair| pair[1] - pair[0]).collect();
    steps.sort_unstable_by(f64::total_cmp);
    let (most, middle) = (steps.last().copied(), steps.get(steps.len() / 2).copied());
    if most.zip(middle).is_some_and(|(most, middle)| most > 1.5 * middle) {
        note(
            Issue::info(
                "uneven-times",
                crate::measure::table::place(&options.time),
                "rows lie unevenly in time, but the model takes each as one step",
            )
            .with_help("give a row for each step, with a missing outcome where there is none"),
        );
    }
    if options.draws < 1_000 {
        note(
            Issue::info(
                "few-draws",
                options_at("draws"),
                "fewer than 1,000 draws leave the last digits to chance",
            )
            .with_help("ask for 1,000 draws or more"),
        );
    }
}

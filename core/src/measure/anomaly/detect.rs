//! Anomalies of a series: counts against a negative binomial distribution, or extreme studentized deviates.

use crate::measure::forecast::series::{Series, in_range, number, read, refuse, whole};
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::distribution::{negative_binomial_cdf, negative_binomial_sf, poisson_sf, t_quantile};
use crate::stats::math::ln;
use crate::stats::stl::{StlPlan, stl};
use crate::stats::summary::{count, mean, median};
use crate::{Issue, Issues};

use super::document::{
    Anomaly, AnomalyDirection, AnomalyEvent, AnomalyMethod, AnomalyOptions, AnomalyReport, WatchedPoint,
};

/// Steps of a year where there are no times: hours.
const YEAR: f64 = 8_766.0;
/// Residuals beyond this many standard deviations count less when dispersion is estimated (Noufaily and others 2013).
const HEAVY: f64 = 2.58;
/// Most values times anomalies that deviates are computed for.
const MOST_VALUES: usize = 2_000_000;

/// Finds values that were not expected, and groups them into events.
///
/// # Errors
/// `too-few-rows`, `missing-values` (for `s_h_esd`), `not-counts`, `period-out-of-range`, `number-out-of-range` and
/// faults of the columns.
///
/// # Complexity
/// `count`: O(rows × window); `s_h_esd`: that of STL and O(anomalies × log rows).
///
/// # Examples
/// ```
/// use paceline::measure::{Table, anomaly::{AnomalyOptions, anomalies}};
/// let mentions = (0..200).map(|hour| if hour == 120 { 90.0 } else { 10.0 + f64::from(hour * 7 % 5) });
/// let table = Table::new().with_numbers("value", mentions)?;
/// let report = anomalies(&table, &AnomalyOptions::default())?;
/// assert_eq!(report.events.iter().map(|event| event.peak).collect::<Vec<_>>(), [120]);
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn anomalies(table: &Table, options: &AnomalyOptions) -> Result<AnomalyReport, Issues> {
    let mut reader = table.reader();
    let series = read(&mut reader, &options.value, options.time.as_deref());
    let mut issues = Vec::new();
    in_range("false_alarms_per_year", options.false_alarms_per_year, 1e-9, 1e5, &mut issues);
    in_range("max_share", options.max_share, 1e-9, 0.49, &mut issues);
    in_range("significance", options.significance, 1e-12, 0.5, &mut issues);
    in_range("join", number(options.join), 1.0, 10_000.0, &mut issues);
    if let Some(window) = options.window {
        in_range("window", number(window), 8.0, 100_000.0, &mut issues);
    }
    for issue in issues {
        reader.note(issue);
    }
    reader.done()?;
    let Some(series) = series else { return Err(Issues::new(Vec::new())) };
    let mut issues = Vec::new();
    let periods = series.periods(&options.periods, &mut issues);
    Issues::check(issues)?;
    let known = series.values.len() - series.missing;
    if known < 8 || series.values.len() > MOST_VALUES {
        let code = if known < 8 { "too-few-rows" } else { "too-many-rows" };
        return refuse(
            code,
            "columns",
            format!("{known} values cannot be searched for anomalies"),
            "8 to 2,000,000 can",
        );
    }
    let counts = series.values.iter().all(|value| value.is_nan() || (*value >= 0.0 && value.fract() == 0.0));
    let method = match options.method {
        AnomalyMethod::Auto if counts => AnomalyMethod::Count,
        AnomalyMethod::Auto => AnomalyMethod::SHEsd,
        method => method,
    };
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("why-is-open", "an anomaly says that something happened, not what");
    if series.clock.is_none() {
        evidence = evidence.assume("rows-in-order", "the rows stand in the order of time, evenly spaced");
    }
    let period = periods.first().copied();
    let ((found, expected), expected_false_alarms) = if method == AnomalyMethod::Count {
        if !counts {
            return refuse(
                "not-counts",
                &format!("columns/{}", options.value),
                "the values are no counts".into(),
                "use the method `s_h_esd` for amounts",
            );
        }
        evidence = evidence.assume(
            "level-changes-slowly",
            "level and dispersion of the values around are those of the value itself, so a lasting change of level is \
             no anomaly for long",
        );
        let steps = series.clock.map_or(YEAR, |clock| clock.per_year());
        let rate = (options.false_alarms_per_year / steps).min(0.05);
        (by_count(&series, period, options, rate), Some(rate * count(known)))
    } else {
        if series.missing > 0 {
            return refuse(
                "missing-values",
                &format!("columns/{}", options.value),
                format!("{} values are missing, and this method takes none", series.missing),
                "use the method `count`, or fill them in",
            );
        }
        (by_deviates(&series, period.unwrap_or(1), options), None)
    };
    if found.len() >= allowed(known, options.max_share) && method == AnomalyMethod::SHEsd {
        evidence.cautions.push(
            Issue::warning(
                "cap-reached",
                "options/max_share",
                "as many anomalies as are allowed: the values have heavy tails, and this method has no rate for them",
            )
            .with_help("use the method `count` for counts"),
        );
    }
    let events = events(&series, &found, options.join);
    let watched = |(place, (value, expected_value)): (usize, (&f64, f64))| WatchedPoint {
        time: series.time(place),
        value: Some(*value).filter(|value| !value.is_nan()),
        expected_value,
    };
    let watched: Vec<WatchedPoint> = if options.series {
        series.values.iter().zip(expected).enumerate().map(watched).collect()
    } else {
        Vec::new()
    };
    Ok(AnomalyReport {
        method,
        rows: whole(known),
        missing: whole(series.missing),
        period: period.map(whole),
        anomalies: found,
        series: watched,
        events,
        expected_false_alarms,
        evidence,
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of the rows")]
fn allowed(n: usize, share: f64) -> usize {
    (count(n) * share) as usize
}

fn events(series: &Series, found: &[Anomaly], join: u64) -> Vec<AnomalyEvent> {
    let mut events: Vec<AnomalyEvent> = Vec::new();
    let time = |index: u64| usize::try_from(index).ok().and_then(|index| series.time(index));
    for anomaly in found {
        let excess = anomaly.value - anomaly.expected_value;
        match events.last_mut() {
            Some(event) if anomaly.index - event.end <= join => {
                event.end = anomaly.index;
                event.end_time = time(anomaly.index);
                event.anomalies += 1;
                event.excess += excess;
                if anomaly.severity > event.severity {
                    event.severity = anomaly.severity;
                    event.peak = anomaly.index;
                    event.peak_time = time(anomaly.index);
                }
            }
            _ => events.push(AnomalyEvent {
                start: anomaly.index,
                peak: anomaly.index,
                end: anomaly.index,
                start_time: time(anomaly.index),
                peak_time: time(anomaly.index),
                end_time: time(anomaly.index),
                anomalies: 1,
                severity: anomaly.severity,
                excess,
            }),
        }
    }
    events
}

/// Medians of the known values in the window around each place, taken at steps of a sixteenth of it and joined by
/// straight lines.
fn running(values: &[f64], window: usize, statistic: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let n = values.len();
    let width = window.min(n);
    let stride = (width / 16).max(1);
    let mut out = vec![0.0; n];
    let mut part = Vec::with_capacity(width);
    let mut last: Option<usize> = None;
    let mut at = 0_usize;
    loop {
        let from = at.saturating_sub(width / 2).min(n - width);
        part.clear();
        part.extend(values[from..from + width].iter().copied().filter(|value| !value.is_nan()));
        let before = last.map_or(0.0, |last| out[last]);
        out[at] = if part.is_empty() { before } else { statistic(&part) };
        if let Some(last) = last {
            let (low, high) = (out[last], out[at]);
            for t in last + 1..at {
                out[t] = low + (high - low) * count(t - last) / count(at - last);
            }
        }
        if at + 1 == n {
            return out;
        }
        last = Some(at);
        at = (at + stride).min(n - 1);
    }
}

/// Counts against a negative binomial distribution with mean μ = level × season and variance μ + μ² ÷ size.
fn by_count(
    series: &Series,
    period: Option<usize>,
    options: &AnomalyOptions,
    rate: f64,
) -> (Vec<Anomaly>, Vec<f64>) {
    let y = &series.values;
    let n = y.len();
    let window = options
        .window
        .and_then(|window| usize::try_from(window).ok())
        .unwrap_or_else(|| (7 * period.unwrap_or(1)).max(29));
    let level = running(y, window, |part| {
        // The mean without the highest and lowest tenth: unlike the median it moves with small counts.
        let mut part = part.to_vec();
        part.sort_unstable_by(f64::total_cmp);
        let cut = part.len() / 10;
        mean(&part[cut..part.len() - cut])
    });
    let mut season = vec![1.0; period.unwrap_or(1)];
    if let Some(period) = period {
        for (place, cell) in season.iter_mut().enumerate() {
            let ratios: Vec<f64> = (place..n)
                .step_by(period)
                .filter(|t| !y[*t].is_nan() && level[*t] > 0.0)
                .map(|t| y[t] / level[t])
                .collect();
            *cell = if ratios.is_empty() { 1.0 } else { median(&ratios) };
        }
        let centre = mean(&season);
        if centre > 0.0 {
            season.iter_mut().for_each(|value| *value /= centre);
        }
    }
    // Never nothing expected: what has not been seen in a window is still possible.
    let least = 1.0 / count(window);
    let expected: Vec<f64> = (0..n).map(|t| (level[t] * season[t % season.len()]).max(least)).collect();
    // (1/size) from squared relative residuals, those beyond 2.58 deviations counting less, twice.
    let mut dispersion = vec![0.0; n];
    for pass in 0..3 {
        let parts: Vec<f64> = (0..n)
            .map(|t| {
                let m = expected[t];
                let r = y[t] - m;
                let mut square = r * r;
                if pass > 0 {
                    let variance = m + dispersion[t] * m * m;
                    let size = square / variance;
                    if size > HEAVY * HEAVY {
                        square = variance * HEAVY * HEAVY;
                    }
                } else {
                    // First from absolute residuals, which outliers move less.
                    square = square.min(9.0 * m * m + 9.0 * m);
                }
                (square - m) / (m * m)
            })
            .collect();
        dispersion = running(&parts, window, |part| mean(part).max(0.0));
    }
    let mut found = Vec::new();
    for t in 0..n {
        if y[t].is_nan() {
            continue;
        }
        let (m, d) = (expected[t], dispersion[t]);
        let (size, share) = (1.0 / d.max(1e-9), 1.0 / (1.0 + m * d.max(1e-9)));
        let upper = || {
            if d < 1e-6 { poisson_sf(y[t] - 1.0, m) } else { negative_binomial_sf(y[t] - 1.0, size, share) }
        };
        let lower =
            || if d < 1e-6 { 1.0 - poisson_sf(y[t], m) } else { negative_binomial_cdf(y[t], size, share) };
        let p = match options.direction {
            AnomalyDirection::High => upper(),
            AnomalyDirection::Low => lower(),
            AnomalyDirection::Both => (2.0 * upper().min(lower())).min(1.0),
        };
        if p < rate {
            found.push(Anomaly {
                index: whole(t),
                time: series.time(t),
                value: y[t],
                expected_value: m,
                severity: (-ln(p.max(1e-300)) / std::f64::consts::LN_10).max(0.0),
            });
        }
    }
    (found, expected)
}

/// Seasonal hybrid extreme studentized deviates (Hochenbaum, Vallis and Kejariwal 2017): the season of a robust
/// periodic STL and the median are taken off, then the generalised test of Rosner (1983) runs with median and median
/// absolute deviation instead of mean and standard deviation.
fn by_deviates(series: &Series, period: usize, options: &AnomalyOptions) -> (Vec<Anomaly>, Vec<f64>) {
    let y = &series.values;
    let n = y.len();
    let parts = (period > 1 && n >= 2 * period).then(|| stl(y, &StlPlan::new(n, period, None, None, true)));
    let middle = median(y);
    let mut rest: Vec<(f64, usize)> =
        (0..n).map(|t| (y[t] - parts.as_ref().map_or(0.0, |parts| parts.seasonal[t]) - middle, t)).collect();
    // Of equal values the first goes first, at either end.
    rest.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let values: Vec<f64> = rest.iter().map(|(value, _)| *value).collect();
    let (mut low, mut high) = (0, n);
    let (mut taken, mut kept) = (Vec::new(), 0);
    for i in 1..=allowed(n, options.max_share) {
        let slice = &values[low..high];
        let centre = middle_of(slice);
        let spread = 1.4826 * deviation_of(slice, centre);
        // Below rounding there is no deviation.
        if !(spread > 1e-12 * (middle.abs() + centre.abs())) || slice.len() < 3 {
            break;
        }
        let (top, bottom) = (slice[slice.len() - 1] - centre, centre - slice[0]);
        let from_top = match options.direction {
            AnomalyDirection::High => true,
            AnomalyDirection::Low => false,
            AnomalyDirection::Both => top >= bottom,
        };
        let size = if from_top { top } else { bottom } / spread;
        let place = if from_top {
            high -= 1;
            high
        } else {
            low += 1;
            low - 1
        };
        taken.push((rest[place].1, size));
        let left = count(n - i + 1);
        let tails = if options.direction == AnomalyDirection::Both { 2.0 } else { 1.0 };
        let t = t_quantile(1.0 - options.significance / (tails * left), left - 2.0);
        let limit = t * (left - 1.0) / ((left - 2.0 + t * t) * left).sqrt();
        if size > limit {
            kept = i;
        }
    }
    taken.truncate(kept);
    taken.sort_unstable_by_key(|(t, _)| *t);
    let expected: Vec<f64> =
        (0..n).map(|t| parts.as_ref().map_or(middle, |parts| parts.trend[t] + parts.seasonal[t])).collect();
    let found = taken.into_iter().map(|(t, severity)| Anomaly {
        index: whole(t),
        time: series.time(t),
        value: y[t],
        expected_value: expected[t],
        severity,
    });
    (found.collect(), expected)
}

fn middle_of(sorted: &[f64]) -> f64 {
    let n = sorted.len();
    0.5 * (sorted[(n - 1) / 2] + sorted[n / 2])
}

/// Median distance of sorted values from a centre, by halving.
fn deviation_of(sorted: &[f64], centre: f64) -> f64 {
    let n = sorted.len();
    let split = sorted.partition_point(|value| *value < centre);
    // The k-th smallest distance: `a` of those below, the others above.
    let kth = |k: usize| {
        let (mut from, mut to) = (k.saturating_sub(n - split), k.min(split));
        let below = |i: usize| centre - sorted[split - 1 - i];
        let above = |i: usize| sorted[split + i] - centre;
        while from < to {
            let a = from.midpoint(to);
            // Too few from below if the next below is nearer than the last taken above.
            if a < split && k - a > 0 && below(a) < above(k - a - 1) {
                from = a + 1;
            } else {
                to = a;
            }
        }
        let a = from;
        let next_below = if a < split { below(a) } else { f64::INFINITY };
        let next_above = if k - a < n - split { above(k - a) } else { f64::INFINITY };
        next_below.min(next_above)
    };
    0.5 * (kth((n - 1) / 2) + kth(n / 2))
}

/// The median distance from the median, by halving and by sorting.
#[cfg(test)]
pub(super) fn deviation_for_test(sorted: &[f64]) -> (f64, f64) {
    let centre = middle_of(sorted);
    let all: Vec<f64> = sorted.iter().map(|value| (value - centre).abs()).collect();
    (deviation_of(sorted, centre), median(&all))
}

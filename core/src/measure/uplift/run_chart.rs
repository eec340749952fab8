//! Run charts: did a series shift or drift?

use serde::{Deserialize, Serialize};

use crate::measure::evidence::p_value;
use crate::measure::table::{place, written};
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::quantity::When;
use crate::stats::distribution::binomial_cdf;
use crate::stats::math::ln;
use crate::stats::summary::{count, median};
use crate::{Issue, Issues};

/// Fewest points of a chart.
const FEWEST: usize = 10;

/// Where [`run_chart`] finds what, and its rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RunChartOptions {
    /// Column with the date of each point, each once. Default `date`.
    pub time: String,
    /// Column with its value. Default `value`.
    pub value: String,
    /// Last date of the baseline that the median is taken from. Default: the median of all points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline_until: Option<When>,
    /// Points in a row on one side of the median that are a shift, 4 to 50; points on the median do not count. Default 8.
    pub shift: u64,
    /// Points in a row each above (or each below) the one before that are a trend, 4 to 50; equal points do not count.
    /// Default 6.
    pub trend: u64,
}

impl Default for RunChartOptions {
    fn default() -> Self {
        Self { time: "date".to_owned(), value: "value".to_owned(), baseline_until: None, shift: 8, trend: 6 }
    }
}

/// A run chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunChart {
    /// Whether a shift or a trend was found.
    pub changed: bool,
    /// The same as a sentence.
    pub statement: String,
    /// How much it proves.
    pub evidence: Evidence,
    /// The median of the baseline.
    pub median: f64,
    /// The points in the order of time.
    pub points: Vec<RunChartPoint>,
    /// Shifts and trends, in the order of time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signals: Vec<RunSignal>,
    /// Points that are not on the median.
    pub useful: u64,
    /// Runs on one side of the median.
    pub runs: u64,
    /// Points of the longest run.
    pub longest_run: u64,
    /// Median of the points after the baseline less that of the baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
}

/// A point of a run chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunChartPoint {
    /// Its date.
    pub at: String,
    /// Its value.
    pub value: f64,
    /// 1 above the median, −1 below, 0 on it.
    pub side: i64,
}

/// A shift or a trend.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunSignal {
    /// Which of them.
    pub kind: RunSignalKind,
    /// 1 upwards, −1 downwards.
    pub direction: i64,
    /// Date of its first point.
    pub from: String,
    /// Date of its last point.
    pub to: String,
    /// How many points count.
    pub points: u64,
}

/// What a run chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RunSignalKind {
    /// Many points in a row on one side of the median.
    Shift,
    /// Many points in a row that rise, or fall.
    Trend,
}

/// Looks for shifts and trends in a series: runs on one side of the median, and runs of rises or falls.
///
/// Beside the fixed rules the evidence holds two that adapt to the length (Anhøj): the longest run against
/// log₂(points) + 3, and the crossings of the median against the 5% quantile of coin tosses.
///
/// # Errors
/// `unknown-column`, `column-not-dates`, `repeated-date`, `missing-dates`, `too-few-rows`, `empty-baseline`,
/// `option-out-of-range`, `empty-table`.
///
/// # Complexity
/// O(rows × log rows).
///
/// # Examples
/// ```
/// use paceline::measure::Table;
/// use paceline::measure::uplift::{RunChartOptions, run_chart};
/// let dates: Vec<String> = (1..=20).map(|day| format!("2026-06-{day:02}")).collect();
/// let values: Vec<u32> = (0..20).map(|day| if day < 10 { day % 3 } else { 5 + day % 2 }).collect();
/// let table: Table = serde_json::from_value(serde_json::json!({ "date": dates, "value": values }))?;
/// let chart = run_chart(&table, &RunChartOptions::default())?;
/// assert!(chart.changed);
/// assert_eq!(chart.signals[0].to, "2026-06-10");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn run_chart(table: &Table, options: &RunChartOptions) -> Result<RunChart, Issues> {
    let (points, gaps) = read(table, options)?;
    let until = options.baseline_until.map(|when| when.end().and_utc().timestamp());
    let (baseline, after): (Vec<f64>, Vec<f64>) = match until {
        Some(until) => {
            let early = points.iter().take_while(|point| point.0 < until).count();
            let values = |points: &[(i64, f64)]| points.iter().map(|point| point.1).collect();
            (values(&points[..early]), values(&points[early..]))
        }
        None => (points.iter().map(|point| point.1).collect(), Vec::new()),
    };
    if baseline.is_empty() {
        return Err(Issue::error(
            "empty-baseline",
            "options/baseline_until",
            "no point lies in the baseline",
        )
        .into());
    }
    let centre = median(&baseline);
    let sides: Vec<i64> =
        points.iter().map(|(_, value)| i64::from(*value > centre) - i64::from(*value < centre)).collect();
    let dates: Vec<String> = points.iter().map(|point| written(point.0).unwrap_or_default()).collect();
    let runs = runs(&sides);
    let mut signals: Vec<(usize, RunSignal)> = Vec::new();
    let signal = |kind, (from, to, points, direction): Run| {
        let (first, last) = (dates[from].clone(), dates[to].clone());
        (from, RunSignal { kind, direction, from: first, to: last, points: points as u64 })
    };
    signals.extend(
        runs.iter().filter(|run| run.2 as u64 >= options.shift).map(|run| signal(RunSignalKind::Shift, *run)),
    );
    let trends = trends(&points);
    signals.extend(
        trends
            .iter()
            .filter(|run| run.2 as u64 >= options.trend)
            .map(|run| signal(RunSignalKind::Trend, *run)),
    );
    signals.sort_by_key(|(from, signal)| (*from, signal.kind));
    let signals: Vec<RunSignal> = signals.into_iter().map(|(_, signal)| signal).collect();
    let useful = sides.iter().filter(|side| **side != 0).count();
    let longest = runs.iter().map(|run| run.2).max().unwrap_or(0);
    let changed = !signals.is_empty();
    let statement = match signals.first() {
        None => format!("no demonstrable change: no shift and no trend in {} points", points.len()),
        Some(first) => format!(
            "change: {} signals, the first from {} to {}; what caused it the chart does not say",
            signals.len(),
            first.from,
            first.to
        ),
    };
    Ok(RunChart {
        changed,
        statement,
        evidence: evidence(&points, useful, &runs, longest, gaps, baseline.len()),
        median: centre,
        change: (!after.is_empty()).then(|| median(&after) - centre).filter(|x| x.is_finite()),
        points: dates
            .iter()
            .zip(&points)
            .zip(&sides)
            .map(|((at, point), side)| RunChartPoint { at: at.clone(), value: point.1, side: *side })
            .collect(),
        signals,
        useful: useful as u64,
        runs: runs.len() as u64,
        longest_run: longest as u64,
    })
}

/// First and last point, points that count, direction.
type Run = (usize, usize, usize, i64);

/// Runs on one side of the median; points on it neither end a run nor count.
fn runs(sides: &[i64]) -> Vec<Run> {
    let mut made: Vec<Run> = Vec::new();
    for (at, side) in sides.iter().enumerate().filter(|(_, side)| **side != 0) {
        match made.last_mut() {
            Some(run) if run.3 == *side => {
                run.1 = at;
                run.2 += 1;
            }
            _ => made.push((at, at, 1, *side)),
        }
    }
    made
}

/// Runs of points each above, or each below, the one before; equal points neither end a run nor count.
fn trends(points: &[(i64, f64)]) -> Vec<Run> {
    let mut made: Vec<Run> = Vec::new();
    let mut last = 0;
    for at in 1..points.len() {
        let (before, now) = (points[last].1, points[at].1);
        if before == now {
            continue;
        }
        let direction = if now > before { 1 } else { -1 };
        match made.last_mut() {
            Some(run) if run.3 == direction => {
                run.1 = at;
                run.2 += 1;
            }
            _ => made.push((last, at, 2, direction)),
        }
        last = at;
    }
    made
}

fn read(table: &Table, options: &RunChartOptions) -> Result<(Vec<(i64, f64)>, usize), Issues> {
    let mut reader = table.reader();
    for (name, value) in [("shift", options.shift), ("trend", options.trend)] {
        if !(4..=50).contains(&value) {
            let message = format!("`{name}` is {value}, it must be from 4 to 50");
            reader.note(Issue::error("option-out-of-range", format!("options/{name}"), message));
        }
    }
    let times = reader.times(&options.time);
    let values = reader.numbers(&options.value);
    let mut points: Vec<(i64, f64)> = Vec::new();
    if let (Some(times), Some(values)) = (&times, values) {
        let missing = times.iter().filter(|time| **time == Table::NO_TIME).count();
        if missing > 0 {
            let message = format!("{missing} rows have no date");
            reader.note(Issue::error("missing-dates", place(&options.time), message));
        }
        points.extend(times.iter().copied().zip(values.iter().copied()));
        points.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.total_cmp(&b.1)));
        if let Some(pair) =
            points.windows(2).find(|pair| pair[0].0 == pair[1].0 && pair[0].0 != Table::NO_TIME)
        {
            let date = written(pair[0].0).unwrap_or_default();
            reader.note(
                Issue::error(
                    "repeated-date",
                    place(&options.time),
                    format!("date `{date}` stands in more than one row"),
                )
                .with_help("give one value for each date"),
            );
        }
        points.retain(|point| !point.1.is_nan());
        if points.len() < FEWEST && table.rows() > 0 {
            let message = format!("{} points have a value, a run chart needs {FEWEST}", points.len());
            reader.note(Issue::error("too-few-rows", place(&options.value), message));
        }
    }
    reader.done()?;
    let gaps = table.rows() - points.len();
    Ok((points, gaps))
}

fn evidence(
    points: &[(i64, f64)],
    useful: usize,
    runs: &[Run],
    longest: usize,
    gaps: usize,
    baseline: usize,
) -> Evidence {
    let mut made = Evidence::new(EvidenceGrade::Association)
        .assume(
            "points-independent",
            "without a change the points lie on either side of the median like coin tosses",
        )
        .assume("nothing-else-changed", "a change in time is not yet a change by the tool");
    if useful > 1 {
        let limit = (ln(count(useful)) / std::f64::consts::LN_2).round() + 3.0;
        let fine = count(longest) <= limit;
        made.check(
            "longest-run",
            fine,
            Some(count(longest)),
            format!("the longest run has {longest} points, {limit} are usual at most"),
        );
        let crossings = count(runs.len()) - 1.0;
        let p = binomial_cdf(crossings, count(useful) - 1.0, 0.5);
        made.check(
            "crossings",
            p >= 0.05,
            Some(crossings),
            format!("the median is crossed {crossings} times (so few or fewer: {})", p_value(p)),
        );
    } else {
        made.cautions.push(Issue::warning(
            "on-the-median",
            "columns",
            "nearly every point lies on the median",
        ));
    }
    if gaps > 0 {
        let message = format!("{gaps} points have no value");
        made.cautions.push(Issue::warning("points-missing", "columns", message));
    }
    if baseline < FEWEST {
        let message = format!("the median rests on {baseline} points");
        made.cautions.push(Issue::warning("short-baseline", "options/baseline_until", message));
    }
    if useful * 2 < points.len() && useful > 1 {
        let message = format!("{} of {} points lie on the median", points.len() - useful, points.len());
        made.cautions.push(Issue::warning("many-on-the-median", "columns", message));
    }
    made.cautions.sort_unstable();
    made
}

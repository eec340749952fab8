//! Control charts.

use serde::{Deserialize, Serialize};

use crate::measure::forecast::series::{in_range, number, read, refuse, whole};
use crate::measure::{Evidence, EvidenceGrade, Table};
use crate::stats::distribution::normal_sf;
use crate::stats::math::exp;
use crate::stats::summary::mean;
use crate::{Issue, Issues};

/// Kind of control chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// Each value against limits: large sudden changes.
    #[default]
    Shewhart,
    /// A weighted mean of all values so far against limits: small lasting changes.
    Ewma,
    /// Sums of deviations beyond an allowance: small lasting changes, and when they began.
    Cusum,
}

/// Options of [`control_chart`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ControlChartOptions {
    /// Column of the values.
    pub value: String,
    /// Column of dates or times, in any order. Absent: column `date` if there is one, else the rows in their order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// Kind of chart.
    pub kind: ChartKind,
    /// Mean of the process; absent: of the baseline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mean: Option<f64>,
    /// Standard deviation of the process, above 0; absent: mean change from value to value of the baseline ÷ 1.128.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standard_deviation: Option<f64>,
    /// First values that mean and standard deviation are taken from, 2 or more; absent: all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<u64>,
    /// Limits in standard deviations: 3 for `shewhart`, 2.7 for `ewma`, the decision interval 5 for `cusum` unless
    /// given, above 0 to 100.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<f64>,
    /// Weight of the newest value (`ewma`), above 0 to 1.
    pub weight: f64,
    /// Allowance in standard deviations, half the change to find (`cusum`), 0 to 100.
    pub allowance: f64,
}

impl Default for ControlChartOptions {
    fn default() -> Self {
        Self {
            value: "value".into(),
            time: None,
            kind: ChartKind::Shewhart,
            mean: None,
            standard_deviation: None,
            baseline: None,
            limit: None,
            weight: 0.1,
            allowance: 0.5,
        }
    }
}

/// One value of a chart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartPoint {
    /// Place in the order of time, from 0.
    pub index: u64,
    /// Its time, where the table has times.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// What the chart compares: the value, the weighted mean, or the upper sum.
    pub statistic: f64,
    /// The lower sum (`cusum`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower_sum: Option<f64>,
    /// Values since the upper sum left 0 (`cusum`): where the change began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper_run: Option<u64>,
    /// Values since the lower sum left 0 (`cusum`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lower_run: Option<u64>,
    /// Lower limit.
    pub low: f64,
    /// Upper limit.
    pub high: f64,
    /// Out of control.
    pub out: bool,
}

/// What [`control_chart`] finds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ControlChartReport {
    /// Mean of the process.
    pub mean: f64,
    /// Its standard deviation.
    pub standard_deviation: f64,
    /// The values; missing ones are left out.
    pub points: Vec<ChartPoint>,
    /// Place of the first value out of control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_out: Option<u64>,
    /// Values out of control.
    pub out: u64,
    /// Values from one false alarm to the next, on average, while the process is in control and normal: exact for
    /// `shewhart`, Siegmund's approximation for `cusum`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average_run_length: Option<f64>,
    /// How much it proves.
    pub evidence: Evidence,
}

/// Draws a control chart: is the process still what it was?
///
/// The conventions are those of Montgomery, *Introduction to Statistical Quality Control*: limits of the weighted mean
/// widen from the first value on, sums are reported in the unit of the values and start at 0.
///
/// # Errors
/// `too-few-rows`, `constant-column`, `number-out-of-range` and faults of the columns.
///
/// # Complexity
/// O(rows).
///
/// # Examples
/// ```
/// use paceline::measure::{Table, anomaly::{ChartKind, ControlChartOptions, control_chart}};
/// let hours = [4.1, 3.8, 4.0, 4.3, 3.9, 4.2, 3.7, 4.0, 9.5];
/// let table = Table::new().with_numbers("value", hours)?;
/// let report = control_chart(&table, &ControlChartOptions { baseline: Some(8), ..Default::default() })?;
/// assert_eq!((report.first_out, report.out), (Some(8), 1));
/// # Ok::<(), paceline::Issues>(())
/// ```
pub fn control_chart(table: &Table, options: &ControlChartOptions) -> Result<ControlChartReport, Issues> {
    let mut reader = table.reader();
    let series = read(&mut reader, &options.value, options.time.as_deref());
    let mut issues = Vec::new();
    let numbers = [
        ("mean", options.mean, -1e100, 1e100),
        ("standard_deviation", options.standard_deviation, 1e-100, 1e100),
        ("baseline", options.baseline.map(number), 2.0, 1e9),
        ("limit", options.limit, 1e-9, 100.0),
        ("weight", Some(options.weight), 1e-9, 1.0),
        ("allowance", Some(options.allowance), 0.0, 100.0),
    ];
    for (name, value, low, high) in numbers {
        if let Some(value) = value {
            in_range(name, value, low, high, &mut issues);
        }
    }
    for issue in issues {
        reader.note(issue);
    }
    reader.done()?;
    let Some(series) = series else { return Err(Issues::new(Vec::new())) };
    let places: Vec<usize> = (0..series.values.len()).filter(|t| !series.values[*t].is_nan()).collect();
    let y: Vec<f64> = places.iter().map(|t| series.values[*t]).collect();
    let base = options.baseline.and_then(|values| usize::try_from(values).ok()).unwrap_or(y.len());
    if y.len() < 2 || base > y.len() {
        return refuse(
            "too-few-rows",
            "columns",
            format!("{} values are fewer than the baseline needs", y.len()),
            "at least 2 values are needed, and as many as `baseline`",
        );
    }
    let centre = options.mean.unwrap_or_else(|| mean(&y[..base]));
    let sigma = options.standard_deviation.unwrap_or_else(|| {
        let steps: Vec<f64> = y[..base].windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
        mean(&steps) / 1.128
    });
    if !(sigma > 0.0) {
        return refuse(
            "constant-column",
            &format!("columns/{}", options.value),
            "the baseline does not vary".into(),
            "give the standard deviation of the process",
        );
    }
    let limit = options.limit.unwrap_or(match options.kind {
        ChartKind::Shewhart => 3.0,
        ChartKind::Ewma => 2.7,
        ChartKind::Cusum => 5.0,
    });
    let lambda = options.weight;
    let (mut weighted, mut rest) = (centre, 1.0);
    let (mut upper, mut lower, mut ups, mut downs) = (0.0_f64, 0.0_f64, 0_u64, 0_u64);
    let mut points = Vec::with_capacity(y.len());
    for (place, x) in places.iter().zip(&y) {
        let mut point = ChartPoint {
            index: whole(*place),
            time: series.time(*place),
            statistic: *x,
            lower_sum: None,
            upper_run: None,
            lower_run: None,
            low: centre - limit * sigma,
            high: centre + limit * sigma,
            out: false,
        };
        match options.kind {
            ChartKind::Shewhart => {}
            ChartKind::Ewma => {
                weighted = lambda * x + (1.0 - lambda) * weighted;
                rest *= (1.0 - lambda) * (1.0 - lambda);
                let half = limit * sigma * (lambda / (2.0 - lambda) * (1.0 - rest)).sqrt();
                point.statistic = weighted;
                (point.low, point.high) = (centre - half, centre + half);
            }
            ChartKind::Cusum => {
                let k = options.allowance * sigma;
                upper = (x - (centre + k) + upper).max(0.0);
                lower = ((centre - k) - x + lower).max(0.0);
                ups = if upper > 0.0 { ups + 1 } else { 0 };
                downs = if lower > 0.0 { downs + 1 } else { 0 };
                point.statistic = upper;
                point.lower_sum = Some(lower);
                point.upper_run = Some(ups);
                point.lower_run = Some(downs);
                (point.low, point.high) = (-limit * sigma, limit * sigma);
            }
        }
        point.out = point.statistic > point.high
            || point.statistic < point.low
            || point.lower_sum.is_some_and(|sum| sum > limit * sigma);
        points.push(point);
    }
    let average_run_length = match options.kind {
        ChartKind::Shewhart => Some(0.5 / normal_sf(limit)),
        ChartKind::Ewma => None,
        ChartKind::Cusum => {
            // One side: (e^(2kb) − 2kb − 1) ÷ 2k², b = h + 1.166; both sides: half.
            let b = limit + 1.166;
            let k = options.allowance;
            Some(if k > 1e-6 {
                0.5 * (exp(2.0 * k * b) - 2.0 * k * b - 1.0) / (2.0 * k * k)
            } else {
                0.5 * b * b
            })
        }
    }
    .filter(|length| length.is_finite());
    let mut evidence = Evidence::new(EvidenceGrade::Association).assume(
        "independent-values",
        "while in control the values are independent and about normal; a season or a trend gives alarms of its own",
    );
    if series.clock.is_none() {
        evidence = evidence.assume("rows-in-order", "the rows stand in the order of time");
    }
    if options.mean.is_none() && options.baseline.is_none() {
        evidence.cautions.push(Issue::warning(
            "no-baseline",
            "options/baseline",
            "the limits are taken from the values that they judge; name a baseline in which all was well",
        ));
    }
    Ok(ControlChartReport {
        mean: centre,
        standard_deviation: sigma,
        first_out: points.iter().find(|point| point.out).map(|point| point.index),
        out: whole(points.iter().filter(|point| point.out).count()),
        points,
        average_run_length,
        evidence,
    })
}

//! What measurement says that somebody should act on: one list of alerts from pacing, anomalies, charts and changes.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::measure::anomaly::{
    AnomalyMethod, AnomalyReport, ChangePointReport, ChartPoint, ControlChartReport,
};
use crate::measure::{EvidenceGrade, Pacing, Period};
use crate::quantity::When;
use crate::sort::Arrange;
use crate::{Issue, Issues};

/// Most reports of one request.
const MOST_REPORTS: usize = 10_000;

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// A total is behind where it should be by now.
    OffPace,
    /// Values are outside the limits of a control chart.
    OutOfBand,
    /// Values are higher than season and level let expect, for a while.
    Spike,
    /// Values are lower, for a while.
    Drop,
    /// The level has changed and stays.
    LevelShift,
}

impl AlertKind {
    fn word(self) -> &'static str {
        match self {
            Self::OffPace => "off_pace",
            Self::OutOfBand => "out_of_band",
            Self::Spike => "spike",
            Self::Drop => "drop",
            Self::LevelShift => "level_shift",
        }
    }
}

/// How much an alert matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AlertSeverity {
    /// Somebody should act at once.
    Critical,
    /// Somebody should look at it.
    Warning,
}

/// Where a total stands, of which KPI and period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PacingSource {
    /// KPI, or name of the series.
    pub series: String,
    /// The period in which the total grows.
    pub period: Period,
    /// When this was known.
    pub as_of: When,
    /// Whether the total is to be kept low: a cost. It is then off pace when above.
    #[serde(default)]
    pub keep_low: bool,
    /// The answer of `pace`.
    pub report: Pacing,
}

/// Anomalies of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnomalySource {
    /// KPI, or name of the series.
    pub series: String,
    /// The answer of `anomalies`.
    pub report: AnomalyReport,
}

/// Changes of level of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangePointSource {
    /// KPI, or name of the series.
    pub series: String,
    /// The answer of `change_points`.
    pub report: ChangePointReport,
}

/// A control chart of a series.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ControlChartSource {
    /// KPI, or name of the series.
    pub series: String,
    /// The answer of `control_chart`.
    pub report: ControlChartReport,
}

/// What [`alerts`] is asked: reports, thresholds and what is known already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct AlertRequest {
    /// Totals on their way to a target.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pacing: Vec<PacingSource>,
    /// Anomalies of series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub anomalies: Vec<AnomalySource>,
    /// Changes of level of series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ChangePointSource>,
    /// Control charts of series.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub charts: Vec<ControlChartSource>,
    /// Ids of alerts that somebody has taken note of; they are left out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub acknowledged: Vec<String>,
    /// A total below this share of what is due by now is off pace, above 0 to 1; 0.9 unless said. A convention, as
    /// amber in a report by traffic lights: pacing knows no chance.
    pub pace_warning: f64,
    /// Below this it is critical, 0 to `pace_warning`; 0.75 unless said, likewise a convention.
    pub pace_critical: f64,
    /// Anomalies of counts whose probability is 10 to the power of minus this, or less, are critical, not below 0; 6
    /// unless said: one in a million.
    pub critical_surprise: f64,
    /// Anomalies, values out of control and changes of level of this many standard deviations or more are critical, not
    /// below 0; 6 unless said: twice the usual limits.
    pub critical_deviations: f64,
    /// Anomalies or values out of control at most this many steps apart are one alert, 1 to 10,000; 3 unless said.
    pub join: u64,
}

impl Default for AlertRequest {
    fn default() -> Self {
        Self {
            pacing: Vec::new(),
            anomalies: Vec::new(),
            changes: Vec::new(),
            charts: Vec::new(),
            acknowledged: Vec::new(),
            pace_warning: 0.9,
            pace_critical: 0.75,
            critical_surprise: 6.0,
            critical_deviations: 6.0,
            join: 3,
        }
    }
}

/// Something measured that somebody should act on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiAlert {
    /// Made of kind, series and beginning: the same in every later report of it, also when it lasts longer or gets worse.
    pub id: String,
    /// What it is about.
    pub kind: AlertKind,
    /// KPI, or name of the series.
    pub series: String,
    /// How much it matters.
    pub severity: AlertSeverity,
    /// When it began: a time of the series, or the place of a value (`#12`) where it has no times; of pacing, `as_of`.
    pub start: String,
    /// When it was worst.
    pub peak: String,
    /// When it was last seen.
    pub end: String,
    /// Values flagged in that time.
    pub flagged: u64,
    /// The value at its worst: the measured value, the statistic of the chart, the new level, or the total so far.
    pub figure: f64,
    /// What it is compared with: the value due, the mean of the process, the old level, or the total due by now.
    pub reference: f64,
    /// Lower limit at that time, where the report has limits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// Upper limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
    /// What the severity was decided by: share of what is due (pacing), −log₁₀ of the probability (counts), standard
    /// deviations (else). Absent where a series has no spread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<f64>,
    /// How strong the evidence is, where the report grades it: what goes together, never why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceGrade>,
    /// The same as a sentence.
    pub message: String,
}

/// The alerts, and how many were left out because they are known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AlertReport {
    /// Critical ones first, then by beginning, then by id.
    pub alerts: Vec<KpiAlert>,
    /// Acknowledged alerts that were left out.
    pub acknowledged: u64,
}

/// Makes of reports one list of alerts: what is off pace, out of band, a spike, a drop or a new level.
///
/// Flagged values that lie close together are one alert, whose id stays the same while it lasts; ids that the host has
/// acknowledged are left out, even if the severity has risen since. No report is computed anew and no test repeated:
/// many series looked at together give more false alarms, for which see the options of each report.
///
/// # Errors
/// `number-out-of-range` for thresholds, `empty-name`, `too-large`, and `repeated-series` where a series has two reports of a kind.
///
/// # Complexity
/// O(n log n) for n values of the reports.
///
/// # Examples
/// ```
/// use paceline::measure::{PaceRequest, Period, pace};
/// use paceline::quantity::When;
/// use paceline::value::{AlertKind, AlertRequest, AlertSeverity, PacingSource, alerts};
/// let period = Period { from: When::parse("2026-07-01")?, to: When::parse("2026-09-30")? };
/// let as_of = When::parse("2026-08-30")?;
/// let report = pace(&PaceRequest::on(period, as_of, 1500.0, 840.0))?; // 84 % of what is due by now
/// let source = PacingSource { series: "leads".into(), period, as_of, keep_low: false, report };
/// let report = alerts(&AlertRequest { pacing: vec![source], ..AlertRequest::default() })?;
/// assert_eq!(report.alerts[0].id, "off_pace:leads:2026-07-01");
/// assert_eq!(report.alerts[0].severity, AlertSeverity::Warning);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn alerts(request: &AlertRequest) -> Result<AlertReport, Issues> {
    refuse(request)?;
    let mut found = Vec::new();
    found.extend(request.pacing.iter().filter_map(|source| off_pace(request, source)));
    request.anomalies.iter().for_each(|source| anomalous(request, source, &mut found));
    request.changes.iter().for_each(|source| shifted(request, source, &mut found));
    request.charts.iter().for_each(|source| out_of_band(request, source, &mut found));
    let all = found.len();
    let known: BTreeSet<&str> = request.acknowledged.iter().map(String::as_str).collect();
    found.retain(|alert| !known.contains(alert.id.as_str()));
    let acknowledged = (all - found.len()) as u64;
    found.arrange_by(|a, b| {
        let (first, second) = (order(&a.start), order(&b.start));
        a.severity.cmp(&b.severity).then_with(|| first.cmp(&second)).then_with(|| a.id.cmp(&b.id))
    });
    Ok(AlertReport { alerts: found, acknowledged })
}

fn refuse(request: &AlertRequest) -> Result<(), Issues> {
    let mut issues = Vec::new();
    let mut range = |name: &str, fits: bool, text: &str| {
        if !fits {
            issues.push(Issue::error("number-out-of-range", name, format!("`{name}` is not {text}")));
        }
    };
    let warning = request.pace_warning;
    range("pace_warning", warning > 0.0 && warning <= 1.0, "above 0 to 1");
    range("pace_critical", (0.0..=warning).contains(&request.pace_critical), "from 0 to `pace_warning`");
    range("critical_surprise", request.critical_surprise >= 0.0, "0 or more");
    range("critical_deviations", request.critical_deviations >= 0.0, "0 or more");
    range("join", (1..=10_000).contains(&request.join), "from 1 to 10,000");
    let names: [(&str, Vec<&str>); 4] = [
        ("pacing", request.pacing.iter().map(|one| one.series.as_str()).collect()),
        ("anomalies", request.anomalies.iter().map(|one| one.series.as_str()).collect()),
        ("changes", request.changes.iter().map(|one| one.series.as_str()).collect()),
        ("charts", request.charts.iter().map(|one| one.series.as_str()).collect()),
    ];
    for (list, names) in names {
        if names.len() > MOST_REPORTS {
            issues.push(Issue::error("too-large", list, format!("more than {MOST_REPORTS} reports")));
            continue;
        }
        let mut seen = BTreeSet::new();
        for name in names {
            if name.trim().is_empty() {
                issues.push(Issue::error("empty-name", list, "a series has no name"));
            } else if !seen.insert(name) {
                let at = format!("{list}/{name}");
                issues.push(Issue::error("repeated-series", at, format!("`{name}` has two reports")));
            }
        }
    }
    Issues::check(issues).map(drop)
}

fn severity(critical: bool) -> AlertSeverity {
    if critical { AlertSeverity::Critical } else { AlertSeverity::Warning }
}

fn id(kind: AlertKind, series: &str, start: &str) -> String {
    format!("{}:{series}:{start}", kind.word())
}

fn place(time: Option<&String>, index: u64) -> String {
    time.cloned().unwrap_or_else(|| format!("#{index}"))
}

/// Times by their text, places by their number.
fn order(start: &str) -> (usize, &str) {
    (if start.starts_with('#') { start.len() } else { 0 }, start)
}

fn off_pace(request: &AlertRequest, source: &PacingSource) -> Option<KpiAlert> {
    let (series, pacing) = (&source.series, &source.report);
    let ratio = pacing.pace_ratio?;
    // A total to be kept low is as far off pace when it is 1/r of what is due as another is at r.
    let share = if source.keep_low { (ratio > 0.0).then(|| 1.0 / ratio)? } else { ratio };
    if share >= request.pace_warning {
        return None;
    }
    let at = source.as_of.to_string();
    let actual = pacing.expected_to_date + pacing.gap_to_pace;
    let id = id(AlertKind::OffPace, series, &source.period.from.to_string());
    Some(KpiAlert {
        id,
        kind: AlertKind::OffPace,
        series: series.clone(),
        severity: severity(share < request.pace_critical),
        start: at.clone(),
        peak: at.clone(),
        end: at.clone(),
        flagged: 1,
        figure: actual,
        reference: pacing.expected_to_date,
        low: None,
        high: None,
        score: Some(share),
        evidence: None,
        message: format!("`{series}` is at {:.0} % of what is due by {at}", 100.0 * ratio),
    })
}

fn anomalous(request: &AlertRequest, source: &AnomalySource, found: &mut Vec<KpiAlert>) {
    let (series, report) = (&source.series, &source.report);
    let most = if report.method == AnomalyMethod::SHEsd {
        request.critical_deviations
    } else {
        request.critical_surprise
    };
    let mut flagged: Vec<_> = report.anomalies.iter().collect();
    flagged.arrange_by(|a, b| a.index.cmp(&b.index));
    // High and low runs are kept apart: a spike does not end in a drop.
    for (kind, high) in [(AlertKind::Spike, true), (AlertKind::Drop, false)] {
        let side: Vec<_> = flagged.iter().filter(|one| (one.value >= one.expected_value) == high).collect();
        for run in side.chunk_by(|a, b| b.index - a.index <= request.join) {
            let [first, ..] = run else { continue };
            let worst =
                run.iter().fold(first, |worst, one| if one.severity > worst.severity { one } else { worst });
            let last = run.last().unwrap_or(first);
            let start = place(first.time.as_ref(), first.index);
            found.push(KpiAlert {
                id: id(kind, series, &start),
                kind,
                series: series.clone(),
                severity: severity(worst.severity >= most),
                peak: place(worst.time.as_ref(), worst.index),
                end: place(last.time.as_ref(), last.index),
                flagged: run.len() as u64,
                figure: worst.value,
                reference: worst.expected_value,
                low: None,
                high: None,
                score: Some(worst.severity),
                evidence: Some(report.evidence.grade),
                message: format!(
                    "`{series}` is {} where about {} is usual, from {start} on",
                    rounded(worst.value),
                    rounded(worst.expected_value)
                ),
                start,
            });
        }
    }
}

fn shifted(request: &AlertRequest, source: &ChangePointSource, found: &mut Vec<KpiAlert>) {
    let (series, report) = (&source.series, &source.report);
    for change in &report.changes {
        let before = report.segments.iter().find(|segment| segment.end == change.index);
        let after = report.segments.iter().find(|segment| segment.start == change.index);
        let spread = before.and_then(|segment| segment.standard_deviation).filter(|spread| *spread > 0.0);
        let score = spread.map(|spread| (change.after - change.before).abs() / spread);
        let start = place(change.time.as_ref(), change.index);
        found.push(KpiAlert {
            id: id(AlertKind::LevelShift, series, &start),
            kind: AlertKind::LevelShift,
            series: series.clone(),
            severity: severity(score.is_some_and(|score| score >= request.critical_deviations)),
            peak: start.clone(),
            end: start.clone(),
            flagged: after.map_or(1, |segment| segment.end.saturating_sub(segment.start)),
            figure: change.after,
            reference: change.before,
            low: None,
            high: None,
            score,
            evidence: Some(report.evidence.grade),
            message: format!(
                "the level of `{series}` goes from {} to {} at {start}",
                rounded(change.before),
                rounded(change.after)
            ),
            start,
        });
    }
}

fn out_of_band(request: &AlertRequest, source: &ControlChartSource, found: &mut Vec<KpiAlert>) {
    let (series, report) = (&source.series, &source.report);
    let mut out: Vec<&ChartPoint> = report.points.iter().filter(|point| point.out).collect();
    out.arrange_by(|a, b| a.index.cmp(&b.index));
    // How far beyond its limit, in standard deviations, with the distance of the limit from the middle.
    let furthest = |point: &ChartPoint| {
        let lower = point.lower_sum.unwrap_or(point.statistic);
        if lower - point.low < point.high - point.statistic { lower } else { point.statistic }
    };
    let distance = |point: &ChartPoint| {
        let middle = f64::midpoint(point.low, point.high);
        (furthest(point) - middle).abs() / report.standard_deviation
    };
    for run in out.chunk_by(|a, b| b.index - a.index <= request.join) {
        let [first, ..] = run else { continue };
        let worst =
            run.iter().fold(first, |worst, one| if distance(one) > distance(worst) { one } else { worst });
        let last = run.last().unwrap_or(first);
        let start = place(first.time.as_ref(), first.index);
        let score = Some(distance(worst)).filter(|score| score.is_finite());
        found.push(KpiAlert {
            id: id(AlertKind::OutOfBand, series, &start),
            kind: AlertKind::OutOfBand,
            series: series.clone(),
            severity: severity(score.is_some_and(|score| score >= request.critical_deviations)),
            peak: place(worst.time.as_ref(), worst.index),
            end: place(last.time.as_ref(), last.index),
            flagged: run.len() as u64,
            figure: furthest(worst),
            reference: report.mean,
            low: Some(worst.low),
            high: Some(worst.high),
            score,
            evidence: Some(report.evidence.grade),
            message: format!(
                "`{series}` is at {} outside {} to {}, from {start} on",
                rounded(furthest(worst)),
                rounded(worst.low),
                rounded(worst.high)
            ),
            start,
        });
    }
}

/// A number as a sentence says it.
fn rounded(number: f64) -> String {
    if number.abs() < 100.0 { format!("{number:.2}") } else { format!("{number:.0}") }
}

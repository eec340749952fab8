//! From indicators to the measurements of KPIs, which a scorecard takes.

use serde::{Deserialize, Serialize};

use super::options::IndicatorOptions;
use super::report::{IndicatorAdditivity, IndicatorCell, IndicatorFigure, IndicatorSeries};
use super::run::indicators;
use super::tables::IndicatorTables;
use crate::measure::{Aggregation, Evidence, Measurement, Quality};
use crate::quantity::When;
use crate::{Issue, Issues, KpiId};

/// Measurements of KPIs from tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiMeasurementReport {
    /// The KPIs with their measurements, in the order asked, then by group.
    pub kpis: Vec<KpiMeasurements>,
    /// How far the figures can be believed.
    pub evidence: Evidence,
}

/// Measurements of one KPI, ready to be put into a [`Kpi`](crate::measure::Kpi) with its baseline and target.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KpiMeasurements {
    /// The KPI: the id of the indicator, and of grouped ones the names of the group after it, with slashes between.
    pub kpi: KpiId,
    /// Name of the group in each dimension, nothing where the row does not say.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub group: Vec<Option<String>>,
    /// Unit of the values.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// How the measurements become one value.
    pub aggregation: Aggregation,
    /// What a measurement given as a ratio is stated per.
    pub per: f64,
    /// One measurement for each period, oldest first; without periods one at the date of the review.
    pub measurements: Vec<Measurement>,
}

/// Measures KPIs from tables: what [`score`](crate::measure::score) takes.
///
/// Every period gives one measurement on its last day, or on the day of the review while it runs (then it is
/// provisional). Sums are given as amounts of their period and ratios as numerator and denominator, both to be added
/// (`sum`); everything else is a level (`last`). Without `grain` there is one measurement on the date of the review.
///
/// # Errors
/// Those of [`indicators`], and `missing-as-of` if there is neither a grain nor a date of the review.
///
/// # Complexity
/// That of [`indicators`].
///
/// # Examples
/// From records to the score of an objective:
/// ```
/// use paceline::measure::indicator::{IndicatorOptions, IndicatorTables, measurements};
/// use paceline::measure::{Kpi, Objective, ScoreOptions, score};
/// let tables: IndicatorTables = serde_json::from_str(
///     r#"{ "deals": { "date": ["2026-07-10", "2026-07-20", "2026-08-05", "2026-08-09"],
///                     "stage": ["won", "lost", "won", "open"] } }"#,
/// )?;
/// let options: IndicatorOptions =
///     serde_json::from_str(r#"{ "indicators": [{ "catalogue": "close-rate" }], "grain": "month" }"#)?;
/// let close = measurements(&tables, &options)?.kpis.remove(0);
/// let kpi = Kpi {
///     aggregation: close.aggregation,
///     per: close.per,
///     measurements: close.measurements,
///     ..Kpi::new(&close.kpi, 50.0, 75.0)
/// };
/// let card = score(&[Objective::new("sales").with_kpi(kpi)], &ScoreOptions::default())?;
/// // (1 + 1) won of (2 + 1) decided, not the mean of 50 % and 100 %; the open deal counts in neither.
/// assert_eq!(card.objectives[0].kpis[0].actual.map(|v| format!("{v:.2}")).as_deref(), Some("66.67"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn measurements(
    tables: &IndicatorTables,
    options: &IndicatorOptions,
) -> Result<KpiMeasurementReport, Issues> {
    if options.grain.is_none() && options.as_of.is_none() {
        return Err(Issue::error(
            "missing-as-of",
            "as_of",
            "nothing says for which day the measurements speak",
        )
        .with_help("give the date of the review in `as_of`, or the length of periods in `grain`")
        .into());
    }
    let plain =
        IndicatorOptions { compare: false, share_of_total: false, to_date: Vec::new(), ..options.clone() };
    let report = indicators(tables, &plain)?;
    let mut kpis = Vec::new();
    for series in &report.indicators {
        if series.cells.is_empty() && options.grain.is_none() && options.by.is_empty() {
            let at = options.as_of.map(|at| measurement(series, &series.total, at, false));
            kpis.push(kpi(series, &[], at.into_iter().collect()));
        }
        for cells in series.cells.chunk_by(|a, b| a.group == b.group) {
            let measurements = cells.iter().filter_map(|cell| of_cell(series, cell, options.as_of)).collect();
            let group = cells.first().map_or(&[][..], |cell| &cell.group);
            kpis.push(kpi(series, group, measurements));
        }
    }
    Ok(KpiMeasurementReport { kpis, evidence: report.evidence })
}

fn of_cell(series: &IndicatorSeries, cell: &IndicatorCell, as_of: Option<When>) -> Option<Measurement> {
    let last = cell.to.or(as_of)?;
    let at = as_of.filter(|as_of| as_of.date <= last.date).unwrap_or(last);
    Some(measurement(series, &cell.figure, at, cell.partial))
}

fn measurement(series: &IndicatorSeries, figure: &IndicatorFigure, at: When, partial: bool) -> Measurement {
    let ratio = figure.numerator.zip(figure.denominator);
    let parts = ratio.filter(|_| series.additivity == IndicatorAdditivity::Ratio);
    Measurement {
        value: if parts.is_some() { None } else { figure.value },
        numerator: parts.map(|parts| parts.0),
        denominator: parts.map(|parts| parts.1),
        n: Some(figure.n),
        quality: if partial { Quality::Provisional } else { Quality::Confirmed },
        note: (figure.missing > 0).then(|| format!("{} rows miss a cell and are left out", figure.missing)),
        ..Measurement::missing(at)
    }
}

fn kpi(
    series: &IndicatorSeries,
    group: &[Option<String>],
    measurements: Vec<Measurement>,
) -> KpiMeasurements {
    let mut id = series.id.clone();
    for name in group {
        id.push('/');
        id.push_str(name.as_deref().unwrap_or("-"));
    }
    let adds = matches!(series.additivity, IndicatorAdditivity::Additive | IndicatorAdditivity::Ratio);
    KpiMeasurements {
        kpi: KpiId::from(id),
        group: group.to_vec(),
        unit: series.unit.clone(),
        aggregation: if adds { Aggregation::Sum } else { Aggregation::Last },
        // Values are stated per it already; parts are not.
        per: if series.additivity == IndicatorAdditivity::Ratio { series.per } else { 1.0 },
        measurements,
    }
}

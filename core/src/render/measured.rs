//! Pictures of measurements: what was, what would have been, who is given the credit.

use super::axis::Along;
use super::document::wrap;
use super::dots::{self, Dot, Row};
use super::plot::{self, Drawn, Panel, WIDTH};
use crate::measure::attribution::{AttributionReport, ModelCredit};
use crate::measure::impact::{CausalImpactReport, ImpactPeriod, ImpactPoint};
use crate::measure::{EvidenceGrade, IntervalEstimate};

/// Height of the title.
pub(super) const TITLE: f64 = 30.0;

/// The evidence in words, for the line beside the title.
pub(super) fn grade(grade: EvidenceGrade) -> &'static str {
    match grade {
        EvidenceGrade::Association => "association: why is open",
        EvidenceGrade::Attribution => "attribution: credit by a rule, not an effect",
        EvidenceGrade::QuasiExperiment => "quasi-experiment: against what a model says would have been",
        EvidenceGrade::Experiment => "experiment: against a group by lot",
    }
}

/// What a causal impact analysis found, as an SVG document: the outcome beside what would have been with its interval,
/// the difference point by point, and the difference summed up since the intervention.
///
/// # Complexity
/// O(n) for n points; of a curve with more than 1,000 the lowest and highest of each of 500 parts are drawn.
pub fn causal_impact_svg(report: &CausalImpactReport) -> String {
    let began = report.series.iter().position(|point| matches!(point.period, ImpactPeriod::Post));
    let after = report.series.get(began.unwrap_or(0)..).unwrap_or_default();
    let times = |series: &[ImpactPoint]| {
        Along::times(&series.iter().map(|point| point.time.clone()).collect::<Vec<_>>())
    };
    let (all, rest) = (times(&report.series), times(after));
    let mark = began.and_then(|place| all.places.get(place)).copied();
    let marks = || mark.map(|share| (share, "intervention")).into_iter().collect::<Vec<_>>();
    let panel = |title, height, zero, layers, marks| Panel {
        title,
        size: (WIDTH, height),
        zero,
        layers,
        marks,
        unit: "",
        ends: true,
    };
    let with_band =
        |series: &[ImpactPoint], class, name, pick: &dyn Fn(&ImpactPoint) -> Option<IntervalEstimate>| {
            let of = |end: &dyn Fn(IntervalEstimate) -> Option<f64>| -> Vec<Option<f64>> {
                series.iter().map(|point| pick(point).and_then(end)).collect()
            };
            vec![
                Drawn::band("band", "interval", (of(&|one| one.low), of(&|one| one.high))),
                Drawn::line(class, name, of(&|one| Some(one.value))),
            ]
        };
    let mut outcome =
        with_band(&report.series, "bound", "without the intervention", &|point| Some(point.predicted));
    outcome.push(Drawn::line(
        "line-actual",
        "actual",
        report.series.iter().map(|point| point.actual).collect(),
    ));
    let single = with_band(&report.series, "curve", "actual − without", &|point| point.effect);
    let summed = with_band(after, "curve", "sum", &|point| point.cumulative_effect);
    let panels = [
        (&all, panel("Actual, and what would have been", 270.0, false, outcome, marks())),
        (&all, panel("Effect, point by point", 190.0, true, single, marks())),
        (&rest, panel("Effect since the intervention, summed up", 190.0, true, summed, Vec::new())),
    ];
    let mut inner = String::new();
    let height = plot::stacked(&mut inner, TITLE, &panels);
    wrap("Causal impact", grade(report.evidence.grade), (WIDTH, height), &inner)
}

/// What the models of attribution give each channel, as an SVG document: conversions with their intervals, the channel
/// with the most credit first, a sign for each model.
///
/// # Complexity
/// O(channels × models); at most 60 channels are drawn.
pub fn attribution_svg(report: &AttributionReport) -> String {
    let models: Vec<String> = report.models.iter().map(|model| model.name.clone()).collect();
    let row = |channel: &str| {
        let dot = |model: &ModelCredit| {
            let credit = model.channels.iter().find(|credit| credit.channel == channel)?;
            let IntervalEstimate { value, low, high, .. } = credit.conversions;
            Some(Dot { value, low, high })
        };
        Row { name: channel.to_owned(), dots: report.models.iter().map(dot).collect() }
    };
    let mut rows: Vec<Row> = report.channels.iter().map(|presence| row(&presence.channel)).collect();
    rows.sort_by(|a, b| b.mean().total_cmp(&a.mean()).then_with(|| a.name.cmp(&b.name)));
    let mut inner = String::new();
    let height = dots::rows(&mut inner, TITLE, &models, &rows);
    wrap("Conversions by channel", grade(report.evidence.grade), (WIDTH, height), &inner)
}

//! Pictures of measurements: what was, what would have been, who is given the credit.

use super::document::wrap;
use super::plot::{self, Bar, Layer, Panel};
use crate::measure::attribution::AttributionReport;
use crate::measure::impact::{CausalImpactReport, ImpactPeriod, ImpactPoint};
use crate::measure::{EvidenceGrade, IntervalEstimate};

/// Height of the title.
const TITLE: f64 = 30.0;

/// The evidence in words, for the line beside the title.
fn grade(grade: EvidenceGrade) -> &'static str {
    match grade {
        EvidenceGrade::Association => "association: why is open",
        EvidenceGrade::Attribution => "attribution: credit by a rule, not an effect",
        EvidenceGrade::QuasiExperiment => "quasi-experiment: against what a model says would have been",
        EvidenceGrade::Experiment => "experiment: against a group by lot",
    }
}

/// What a causal impact analysis found, as an SVG document: the outcome beside what would have been with its interval,
/// the difference point by point, and the difference summed up.
///
/// # Complexity
/// O(n) for n points; at most 2,000 of a curve are drawn.
pub fn causal_impact_svg(report: &CausalImpactReport) -> String {
    let of = |value: &dyn Fn(&ImpactPoint) -> Option<f64>| -> Vec<Option<f64>> {
        report.series.iter().map(value).collect()
    };
    let band = |pick: &dyn Fn(&ImpactPoint) -> Option<IntervalEstimate>| {
        Layer::Band(
            of(&|point| pick(point).and_then(|one| one.low)),
            of(&|point| pick(point).and_then(|one| one.high)),
        )
    };
    let middle = |pick: &dyn Fn(&ImpactPoint) -> Option<IntervalEstimate>| {
        of(&|point| pick(point).map(|one| one.value))
    };
    let began = report.series.iter().position(|point| matches!(point.period, ImpactPeriod::Post));
    let marks = || began.map(|place| (place, "intervention")).into_iter().collect::<Vec<_>>();
    let places: Vec<String> = report.series.iter().map(|point| point.time.clone()).collect();
    let predicted = |point: &ImpactPoint| Some(point.predicted);
    let panels = [
        Panel {
            title: "actual, and what would have been",
            height: 250.0,
            zero: false,
            layers: vec![
                band(&predicted),
                Layer::Line("bound", "without", middle(&predicted)),
                Layer::Line("line-actual", "actual", of(&|point| point.actual)),
            ],
            marks: marks(),
        },
        Panel {
            title: "effect, point by point",
            height: 190.0,
            zero: true,
            layers: vec![
                band(&|point| point.effect),
                Layer::Line("curve", "effect", middle(&|point| point.effect)),
            ],
            marks: marks(),
        },
        Panel {
            title: "effect, summed up",
            height: 190.0,
            zero: true,
            layers: vec![
                band(&|point| point.cumulative_effect),
                Layer::Line("curve", "sum", middle(&|point| point.cumulative_effect)),
            ],
            marks: marks(),
        },
    ];
    let mut inner = String::new();
    let height = plot::panels(&mut inner, TITLE, &places, &panels);
    wrap("Causal impact", grade(report.evidence.grade), (plot::WIDTH, height), &inner)
}

/// What the models of attribution give each channel, as an SVG document: conversions with their intervals.
///
/// # Complexity
/// O(channels × models); at most 60 channels are drawn.
pub fn attribution_svg(report: &AttributionReport) -> String {
    let models: Vec<String> = report.models.iter().map(|model| model.name.clone()).collect();
    let rows: Vec<(String, Vec<Option<Bar>>)> = report
        .channels
        .iter()
        .map(|presence| {
            let bar = |model: &crate::measure::attribution::ModelCredit| {
                let credit = model.channels.iter().find(|credit| credit.channel == presence.channel)?;
                let IntervalEstimate { value, low, high, .. } = credit.conversions;
                Some(Bar { value, low, high })
            };
            (presence.channel.clone(), report.models.iter().map(bar).collect())
        })
        .collect();
    let mut inner = String::new();
    let height = plot::bars(&mut inner, TITLE, &models, &rows);
    wrap("Conversions by channel", grade(report.evidence.grade), (plot::WIDTH, height), &inner)
}

//! What to know before believing credits.

use super::journeys::{Journeys, Totals};
use super::options::{AttributeOptions, AttributionModel, JourneyLayout};
use super::report::{ChannelAgreement, ModelCredit};
use crate::Issue;
use crate::measure::{Evidence, EvidenceGrade};
use crate::stats::summary::sum;

/// Conversions below which shares are mostly noise.
const FEW_CONVERSIONS: f64 = 100.0;
/// Share of conversions with a single channel above which no model can differ much.
const MOSTLY_ALONE: f64 = 0.7;

pub(super) fn of(
    journeys: &Journeys,
    totals: &Totals,
    options: &AttributeOptions,
    models: &[ModelCredit],
    agreement: &[ChannelAgreement],
) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::Attribution)
        .assume(
            "touches-complete",
            "every touch that matters is recorded and joined to the right journey: a channel that is not seen gets no credit",
        )
        .assume(
            "credit-is-not-lift",
            "credit is shared out among touches that happened; whether a conversion would have come without them is not looked at",
        )
        .assume("journeys-independent", "journeys are independent of each other, as the intervals take them");
    let has = |wanted: fn(&AttributionModel) -> bool| models.iter().any(|model| wanted(&model.model));
    if has(|model| matches!(model, AttributionModel::Markov { .. })) {
        evidence = evidence
            .assume("markov", "what comes next depends on the last touches alone, as many as the order says")
            .assume(
                "removal-loses-the-journey",
                "without a channel, a journey that would have reached it is lost and takes no other way",
            );
    }
    if has(|model| matches!(model, AttributionModel::Shapley)) {
        evidence = evidence.assume(
            "worth-of-sets",
            "a set of channels is worth the conversions that needed no other channel; order and repetition do not count",
        );
    }
    for model in models {
        let credited = sum(model.channels.iter().map(|row| row.conversions.value));
        let gap = (credited / totals.conversions - 1.0).abs();
        evidence.check(
            "credits-add-up",
            gap <= 1e-9,
            Some(gap),
            format!("the credits of `{}` add up to the conversions", model.name),
        );
    }
    evidence.check(
        "enough-conversions",
        totals.conversions >= FEW_CONVERSIONS,
        Some(totals.conversions),
        format!(
            "there are {} conversions; below {FEW_CONVERSIONS} shares are mostly noise",
            totals.conversions
        ),
    );
    let alone = sum(journeys.cells.iter().map(|cell| {
        let path = &journeys.touches[cell.range()];
        if path.iter().all(|channel| *channel == path[0]) { cell.conversions } else { 0.0 }
    })) / totals.conversions;
    evidence.check(
        "models-can-differ",
        alone <= MOSTLY_ALONE,
        Some(alone),
        "the share of conversions with one channel alone, which every model gives to that channel",
    );
    let mut cautions = Vec::new();
    if totals.conversions < FEW_CONVERSIONS {
        cautions.push(
            Issue::warning(
                "few-conversions",
                format!("columns/{}", options.conversions),
                format!("{} conversions carry no fine comparison of channels", totals.conversions),
            )
            .with_help("look at the intervals, or take a longer period"),
        );
    }
    if totals.nulls <= 0.0 && has(|model| matches!(model, AttributionModel::Markov { .. })) {
        cautions.push(
            Issue::warning("no-nulls", "columns", "there are no journeys without a conversion")
                .with_help("removal effects then say only who was there; add the paths that did not convert"),
        );
    }
    for row in agreement {
        if row.high > 0.05 && row.high > 2.0 * row.low {
            let (low, high) = (100.0 * row.low, 100.0 * row.high);
            cautions.push(
                Issue::warning(
                    "models-disagree",
                    format!("channels/{}", row.channel),
                    format!(
                        "`{}` gets {low:.1} % by `{}` and {high:.1} % by `{}`",
                        row.channel, row.low_model, row.high_model
                    ),
                )
                .with_help("settle it with an experiment before moving budget on it"),
            );
        }
    }
    if journeys.outside > 0 {
        cautions.push(Issue::info(
            "touches-left-out",
            "columns",
            format!(
                "{} touches lie after the conversion or before the window; {} journeys lost all theirs",
                journeys.outside, journeys.emptied
            ),
        ));
    }
    if options.layout == JourneyLayout::Paths && journeys.has_value {
        cautions.push(Issue::info(
            "values-within-rows",
            format!("columns/{}", options.value),
            "conversions of one row count as of equal value, so intervals of values are a little too narrow",
        ));
    }
    evidence.cautions = cautions;
    evidence
}

//! Attribution: which channel gets the credit for a conversion?
//!
//! A journey is a path of touches that ends in a conversion or not. A model shares out each conversion:
//!
//! | model | share of a touch |
//! |---|---|
//! | `first`, `last`, `last_non_direct` | all to one touch |
//! | `linear` | 1 ÷ touches |
//! | `position` | 0.4 to the first, 0.4 to the last, the rest evenly between (weights are options) |
//! | `time_decay` | 2^(−hours before the last touch ÷ half-life), divided by their sum |
//! | `markov` | conversions × RE(c) ÷ Σ RE, RE(c) = 1 − P(conversion without c) ÷ P(conversion) |
//! | `shapley` | 1 ÷ different channels of the path, to each of them |
//!
//! **Markov.** States are the last `order` touches (fewer at the beginning of a journey). From the counts of steps
//! follow probabilities Q between states and r into conversion; P = x(start) of the system (I − Q) x = r. Without a
//! channel, every step into it is lost. The systems are solved, at order 1 by one inverse for all channels, above by
//! Gauss and Seidel's iteration to the last bits (elimination where that is slow): no simulation, no limit of steps.
//! The value version puts the value collected at conversion in the place of r. Repeated touches are steps of a state
//! to itself; at order 1 they change nothing, and `repeats` merges them.
//!
//! **Shapley.** The worth of a set of channels is the number of conversions whose channels all lie in it. That game is
//! a sum of one unanimity game for each path, whose Shapley value is an even split, so the sum over 2ⁿ coalitions
//! collapses to one pass. `by_place` splits it by the order of first touches.
//!
//! **Intervals.** Journeys are a random sample. By default standard errors come from the influence of each journey on
//! each credit (the delta method, exact derivatives of the chain included) and normal quantiles, cut at 0; with
//! `resamples`, from a seeded bootstrap: a multinomial draw over the different journeys, percentiles of the credits.
//! Values of one path and one row count as equal; rows of the same path may differ.
//!
//! Credits of every model add up to the conversions. They say how a rule shares out what happened, not what would have
//! happened without a channel: their grade is [`EvidenceGrade::Attribution`].
//!
//! # Complexity
//! Rows × logarithm of the rows to put journeys in order, then touches × models; Markov of order 1 channels³ besides,
//! and of order k steps × channels × sweeps.
//!
//! # Examples
//! ```
//! use paceline::measure::Table;
//! use paceline::measure::attribution::{AttributeOptions, AttributionModel, attribute};
//! let table: Table = serde_json::from_str(
//!     r#"{ "path": ["ad > post > search", "ad", "post > search"],
//!          "conversions": [1, 0, 0], "nulls": [0, 1, 1] }"#,
//! )?;
//! let models = vec![AttributionModel::Last, AttributionModel::Markov { order: 1 }, AttributionModel::Shapley];
//! let report = attribute(&table, &AttributeOptions { models, ..Default::default() })?;
//! let credit = |model: usize| -> Vec<String> {
//!     report.models[model].channels.iter().map(|c| format!("{} {:.2}", c.channel, c.conversions.value)).collect()
//! };
//! assert_eq!(credit(0), ["ad 0.00", "post 0.00", "search 1.00"]);
//! // Half of what begins with the ad ends there, so the ad is missed less.
//! assert_eq!(credit(1), ["ad 0.20", "post 0.40", "search 0.40"]);
//! assert_eq!(credit(2), ["ad 0.33", "post 0.33", "search 0.33"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # References
//! - Anderl, Becker, von Wangenheim and Schumann, *Mapping the customer journey* (International Journal of Research in
//!   Marketing 33, 2016): Markov chains of order k and removal effects.
//! - Shapley, *A value for n-person games* (1953); Zhao, Mahboobi and Bagheri, *Shapley value methods for attribution
//!   modeling in online advertising* (2018): the closed form and the ordered variant.
//! - Efron and Tibshirani, *An Introduction to the Bootstrap* (1993): percentiles, and the infinitesimal jackknife.
//! - `ChannelAttribution` 2.2 counts the same steps and simulates the chain; its numbers scatter around these.

mod bootstrap;
mod chain;
mod evidence;
mod journeys;
mod options;
mod report;
mod rules;
mod split;
#[cfg(test)]
mod tests;

pub use options::{AttributeOptions, AttributionModel, ChannelCost, JourneyLayout, RepeatedTouches};
pub use report::{
    AttributionReport, ChainSummary, ChannelAgreement, ChannelCredit, ChannelPresence, ModelCredit,
    Transition,
};

use bootstrap::{Ends, Ready};
use chain::Chain;
use journeys::{Journeys, Totals};
use rules::PLACES;

use super::{IntervalEstimate, Table};
use crate::stats::distribution::normal_quantile;
use crate::stats::summary::{count, sum};
use crate::{Issue, Issues};

#[cfg(doc)]
use super::EvidenceGrade;

/// Shares out the conversions of journeys among their channels, by one or more models.
///
/// # Errors
/// `unknown-column`, `missing-values`, `negative-number`, `empty-channel`, `value-without-conversion`,
/// `conflicting-values`, `too-many-channels`, `no-conversions`, `unknown-channel`, `option-out-of-range`,
/// `model-needs-times`, `repeated-model`, `too-many-states`, `slow-chain`, `counts-not-whole`, `too-much-work`.
///
/// # Complexity
/// See the [module](self).
pub fn attribute(table: &Table, options: &AttributeOptions) -> Result<AttributionReport, Issues> {
    let journeys = Journeys::read(table, options, faults(options))?;
    let totals = journeys.totals();
    let models = models(options);
    refuse(&journeys, options, &totals)?;
    let direct = journeys.channels.iter().position(|name| *name == options.direct).map(|place| place as u32);
    let z = normal_quantile(0.5 + 0.5 * options.confidence);
    let mut made = Vec::with_capacity(models.len());
    let mut ready = Vec::new();
    for model in &models {
        let (credit, chain) = credit(model, &journeys, &totals, options, direct, z)?;
        if options.resamples > 0 {
            ready.push(Ready::of(model, &journeys, direct, chain));
        }
        made.push(credit);
    }
    if options.resamples > 0 {
        let ends =
            bootstrap::intervals(&ready, &journeys, options.resamples, options.seed, options.confidence)?;
        made.iter_mut().zip(&ends).for_each(|(credit, ends)| replace(credit, ends));
    }
    let agreement = agreement(&journeys, &made);
    let transitions = if options.transitions { transitions(&journeys)? } else { Vec::new() };
    let evidence = evidence::of(&journeys, &totals, options, &made, &agreement);
    let all = totals.conversions + totals.nulls;
    Ok(AttributionReport {
        journeys: all,
        conversions: totals.conversions,
        value: journeys.has_value.then_some(totals.value),
        nulls: totals.nulls,
        paths: journeys.paths,
        touches_per_journey: totals.touches / all,
        channels: presence(&journeys, options),
        models: made,
        agreement,
        transitions,
        evidence,
    })
}

fn out_of_range(option: &str, message: impl Into<String>) -> Issue {
    Issue::error("option-out-of-range", format!("options/{option}"), message)
}

/// What is wrong with the options alone.
fn faults(options: &AttributeOptions) -> Vec<Issue> {
    let mut faults = Vec::new();
    if !(options.confidence > 0.0 && options.confidence < 1.0) {
        faults.push(out_of_range("confidence", "the confidence must lie above 0 and below 1"));
    }
    if options.resamples > 10_000 || options.resamples == 1 {
        faults
            .push(out_of_range("resamples", "the bootstrap takes from 2 to 10,000 resamples, or 0 for none"));
    }
    if options.separator.is_empty() {
        faults.push(out_of_range("separator", "a separator has at least one letter"));
    }
    if options.lookback_hours.is_some_and(|hours| !(hours >= 0.0 && hours.is_finite())) {
        faults.push(out_of_range("lookback_hours", "the window must be a number of hours, not below 0"));
    }
    if options.models.len() > 20 {
        faults.push(out_of_range("models", "at most 20 models are compared"));
    }
    let mut names: Vec<String> = options.models.iter().map(AttributionModel::name).collect();
    names.sort_unstable();
    if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        faults.push(Issue::error(
            "repeated-model",
            "options/models",
            format!("model `{}` is asked for twice", pair[0]),
        ));
    }
    for model in &options.models {
        let message = match model {
            AttributionModel::Position { first, last }
                if !(*first >= 0.0 && *last >= 0.0 && first + last <= 1.0 + 1e-12) =>
            {
                "the shares of the first and the last touch must not be below 0, nor above 1 together"
            }
            AttributionModel::TimeDecay { half_life_hours }
                if !(*half_life_hours > 0.0 && half_life_hours.is_finite()) =>
            {
                "a half-life must be above 0 hours"
            }
            AttributionModel::Markov { order } if !(1..=8).contains(order) => {
                "the order of a chain must lie from 1 to 8"
            }
            AttributionModel::TimeDecay { .. } if options.layout == JourneyLayout::Paths => {
                faults.push(
                    Issue::error(
                        "model-needs-times",
                        "options/models",
                        "paths carry no times for `time_decay`",
                    )
                    .with_help("give touches with times (layout `touches`)"),
                );
                continue;
            }
            _ => continue,
        };
        faults.push(out_of_range("models", message));
    }
    for (place, cost) in options.costs.iter().enumerate() {
        if !(cost.cost >= 0.0 && cost.cost.is_finite()) {
            let message = format!("the cost of `{}` must be a number not below 0", cost.channel);
            faults.push(out_of_range("costs", message));
        }
        if options.costs[..place].iter().any(|other| other.channel == cost.channel) {
            let message = format!("channel `{}` has two costs", cost.channel);
            faults.push(Issue::error("repeated-channel", "options/costs", message));
        }
    }
    faults
}

/// What is wrong with the journeys for these options.
fn refuse(journeys: &Journeys, options: &AttributeOptions, totals: &Totals) -> Result<(), Issues> {
    let mut faults = Vec::new();
    if !(totals.conversions > 0.0) {
        faults.push(
            Issue::error("no-conversions", format!("columns/{}", options.conversions), "no journey converts")
                .with_help("there is nothing to share out; check the column of conversions"),
        );
    }
    if !totals.value.is_finite() || !(totals.conversions + totals.nulls).is_finite() {
        faults.push(Issue::error("number-too-large", "columns", "the totals are too large for numbers"));
    }
    for cost in &options.costs {
        if !journeys.channels.contains(&cost.channel) {
            let issue = Issue::error(
                "unknown-channel",
                "options/costs",
                format!("no journey has the channel `{}`", cost.channel),
            );
            let names = journeys.channels.iter().map(String::as_str);
            let help = crate::error::nearest(&cost.channel, names)
                .unwrap_or_else(|| "costs stand by the names of channels as they are in the table".into());
            faults.push(issue.with_help(help));
        }
    }
    Issues::check(faults).map(|_| ())
}

/// The models asked for; all that the data allow if none is.
fn models(options: &AttributeOptions) -> Vec<AttributionModel> {
    if !options.models.is_empty() {
        return options.models.clone();
    }
    let mut all = vec![
        AttributionModel::First,
        AttributionModel::Last,
        AttributionModel::LastNonDirect,
        AttributionModel::Linear,
        AttributionModel::Position { first: 0.4, last: 0.4 },
    ];
    if options.layout == JourneyLayout::Touches {
        all.push(AttributionModel::TimeDecay { half_life_hours: 168.0 });
    }
    all.push(AttributionModel::Markov { order: 1 });
    all.push(AttributionModel::Shapley);
    all
}

/// An estimate with the interval of a normal distribution, not below 0 and not above `most`.
fn estimate(value: f64, variance: f64, z: f64, most: f64) -> IntervalEstimate {
    let error = variance.max(0.0).sqrt();
    IntervalEstimate {
        value,
        standard_error: Some(error),
        low: Some((value - z * error).max(0.0).min(value)),
        high: Some((value + z * error).min(most).max(value)),
    }
}

/// Credits of one model, and its chain if the bootstrap will need it.
fn credit(
    model: &AttributionModel,
    journeys: &Journeys,
    totals: &Totals,
    options: &AttributeOptions,
    direct: Option<u32>,
    z: f64,
) -> Result<(ModelCredit, Option<Chain>), Issues> {
    let channels = journeys.channels.len();
    let all = totals.conversions + totals.nulls;
    let mut rows: Vec<ChannelCredit> = Vec::with_capacity(channels);
    let mut summary = None;
    let mut kept = None;
    let value_shared = journeys.has_value && totals.value > 0.0;
    let row = |channel: usize, credit: [f64; 2], variance: [f64; 3]| {
        let cost = cost_of(&journeys.channels[channel], options);
        let value = journeys.has_value.then(|| estimate(credit[1], variance[2], z, f64::INFINITY));
        ChannelCredit {
            channel: journeys.channels[channel].clone(),
            conversions: estimate(credit[0], variance[0], z, f64::INFINITY),
            share: estimate(credit[0] / totals.conversions, variance[1], z, 1.0),
            value,
            removal_effect: None,
            removal_effect_value: None,
            by_place: Vec::new(),
            cost_per_conversion: cost.map(|cost| cost / credit[0]).filter(|cost| cost.is_finite()),
            return_on_spend: cost
                .filter(|_| journeys.has_value)
                .map(|cost| credit[1] / cost)
                .filter(|value| value.is_finite()),
        }
    };
    if let AttributionModel::Markov { order } = model {
        let chain = Chain::of(journeys, *order)?;
        let counts = chain.counts(journeys, |cell| {
            let cell = &journeys.cells[cell];
            (cell.conversions, cell.nulls)
        });
        let solved = chain.solve(&counts, options.resamples == 0)?;
        let variances = chain.variances(journeys, &counts, &solved);
        let effect = |of: fn(&(f64, f64)) -> f64| -> Vec<f64> {
            let whole = of(&solved.whole);
            solved.without.iter().map(|without| 1.0 - of(without) / whole).collect()
        };
        let effects = effect(|pair| pair.0);
        let value_effects = if value_shared { effect(|pair| pair.1) } else { vec![0.0; channels] };
        let (all_effects, all_values) = (sum(effects.iter().copied()), sum(value_effects.iter().copied()));
        for channel in 0..channels {
            let value = if value_shared { totals.value * value_effects[channel] / all_values } else { 0.0 };
            let variance = variances.as_ref().map_or([0.0; 3], |variances| {
                [variances.conversions[channel], variances.share[channel], variances.value[channel]]
            });
            let mut row =
                row(channel, [totals.conversions * effects[channel] / all_effects, value], variance);
            row.removal_effect = Some(effects[channel]);
            row.removal_effect_value = value_shared.then_some(value_effects[channel]);
            rows.push(row);
        }
        summary = Some(ChainSummary {
            order: *order,
            states: chain.states as u64,
            conversion_probability: solved.whole.0,
            expected_value: journeys.has_value.then_some(solved.whole.1),
        });
        kept = Some(chain);
    } else {
        let sums = rules::credits(model, journeys, direct);
        for channel in 0..channels {
            let (conversions, value) = (sums.conversions[channel], sums.value[channel]);
            let variance = [
                sums.conversions_squared[channel] - conversions * conversions / all,
                (sums.conversions_squared[channel] - conversions * conversions / totals.conversions)
                    / (totals.conversions * totals.conversions),
                sums.value_squared[channel] - value * value / all,
            ];
            let mut row = row(channel, [conversions, value], variance);
            if !sums.by_place.is_empty() {
                let places = &sums.by_place[channel * PLACES..(channel + 1) * PLACES];
                let end = places.iter().rposition(|credit| *credit > 0.0).map_or(0, |last| last + 1);
                row.by_place = places[..end].to_vec();
            }
            rows.push(row);
        }
    }
    let made = ModelCredit { name: model.name(), model: model.clone(), channels: rows, chain: summary };
    Ok((made, kept.filter(|_| options.resamples > 0)))
}

fn cost_of(channel: &str, options: &AttributeOptions) -> Option<f64> {
    options.costs.iter().find(|cost| cost.channel == channel).map(|cost| cost.cost)
}

/// Puts the intervals of the bootstrap in the place of those of the delta method.
fn replace(credit: &mut ModelCredit, ends: &Ends) {
    let put = |estimate: &mut IntervalEstimate, ends: &(f64, f64, f64)| {
        let finite = |value: f64| Some(value).filter(|value| value.is_finite());
        (estimate.low, estimate.high, estimate.standard_error) =
            (finite(ends.0), finite(ends.1), finite(ends.2));
    };
    for (place, row) in credit.channels.iter_mut().enumerate() {
        put(&mut row.conversions, &ends.conversions[place]);
        put(&mut row.share, &ends.share[place]);
        if let Some(value) = &mut row.value {
            put(value, &ends.value[place]);
        }
    }
}

/// Where each channel stands in the journeys.
fn presence(journeys: &Journeys, options: &AttributeOptions) -> Vec<ChannelPresence> {
    let mut rows: Vec<ChannelPresence> = journeys
        .channels
        .iter()
        .map(|channel| ChannelPresence {
            channel: channel.clone(),
            touches: 0.0,
            journeys: 0.0,
            conversions: 0.0,
            alone: 0.0,
            cost: cost_of(channel, options),
        })
        .collect();
    let mut last_seen = vec![usize::MAX; rows.len()];
    for (place, cell) in journeys.cells.iter().enumerate() {
        let path = &journeys.touches[cell.range()];
        let mut different = 0;
        for channel in path {
            let row = &mut rows[*channel as usize];
            row.touches += cell.journeys();
            if last_seen[*channel as usize] != place {
                last_seen[*channel as usize] = place;
                row.journeys += cell.journeys();
                row.conversions += cell.conversions;
                different += 1;
            }
        }
        if different == 1 {
            rows[path[0] as usize].alone += cell.conversions;
        }
    }
    rows
}

/// How far the models agree on each channel.
fn agreement(journeys: &Journeys, models: &[ModelCredit]) -> Vec<ChannelAgreement> {
    let ranks: Vec<Vec<u64>> = models
        .iter()
        .map(|model| {
            let mut order: Vec<usize> = (0..model.channels.len()).collect();
            let credit = |channel: usize| model.channels[channel].conversions.value;
            order.sort_by(|a, b| credit(*b).total_cmp(&credit(*a)));
            let mut ranks = vec![0; order.len()];
            for (place, channel) in order.iter().enumerate() {
                // Equal credit, equal rank.
                ranks[*channel] = match place.checked_sub(1).map(|before| order[before]) {
                    Some(before) if credit(before) == credit(*channel) => ranks[before],
                    _ => place as u64 + 1,
                };
            }
            ranks
        })
        .collect();
    (0..journeys.channels.len())
        .filter_map(|channel| {
            let share = |model: &ModelCredit| model.channels[channel].share.value;
            let low = models.iter().min_by(|a, b| share(a).total_cmp(&share(b)))?;
            let high = models.iter().rev().max_by(|a, b| share(a).total_cmp(&share(b)))?;
            Some(ChannelAgreement {
                channel: journeys.channels[channel].clone(),
                low: share(low),
                low_model: low.name.clone(),
                high: share(high),
                high_model: high.name.clone(),
                best_rank: ranks.iter().map(|ranks| ranks[channel]).min()?,
                worst_rank: ranks.iter().map(|ranks| ranks[channel]).max()?,
            })
        })
        .collect()
}

/// The steps of the chain of order 1.
fn transitions(journeys: &Journeys) -> Result<Vec<Transition>, Issues> {
    let chain = Chain::of(journeys, 1)?;
    let counts = chain.counts(journeys, |cell| {
        let cell = &journeys.cells[cell];
        (cell.conversions, cell.nulls)
    });
    let name = |channel: u32| journeys.channels[channel as usize].clone();
    let ends = chain::ends(&chain, &counts);
    let start: f64 = sum(journeys.cells.iter().map(journeys::Cell::journeys));
    let out = |from: Option<u32>| from.map_or(start, |channel| ends[channel as usize].3);
    let mut rows: Vec<Transition> = chain::pairs(&chain, &counts)
        .into_iter()
        .map(|(from, to, times)| Transition {
            from: from.map(name),
            to: Some(name(to)),
            converted: None,
            count: times,
            probability: times / out(from),
        })
        .collect();
    for (channel, conversions, nulls, out) in ends {
        for (times, converted) in [(conversions, true), (nulls, false)] {
            if times > 0.0 {
                rows.push(Transition {
                    from: Some(name(channel)),
                    to: None,
                    converted: Some(converted),
                    count: times,
                    probability: times / out,
                });
            }
        }
    }
    debug_assert!(count(rows.len()) >= 1.0);
    Ok(rows)
}

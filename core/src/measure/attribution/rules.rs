//! Models that share out each conversion among the touches of its own path.

use super::journeys::{Cell, Journeys};
use super::options::AttributionModel;
use crate::stats::math::exp;
use crate::stats::summary::count;

/// Places told apart in the ordered Shapley credits; those behind are one.
pub(super) const PLACES: usize = 10;

/// The share of each touch of a path, in all 1; nothing for models that look at more than the path.
pub(super) fn shares(
    model: &AttributionModel,
    journeys: &Journeys,
    cell: &Cell,
    direct: Option<u32>,
    out: &mut Vec<f64>,
) {
    let path = &journeys.touches[cell.range()];
    let last = path.len() - 1;
    out.clear();
    out.resize(path.len(), 0.0);
    match model {
        AttributionModel::First => out[0] = 1.0,
        AttributionModel::Last => out[last] = 1.0,
        AttributionModel::LastNonDirect => {
            let place = path.iter().rposition(|channel| Some(*channel) != direct).unwrap_or(last);
            out[place] = 1.0;
        }
        AttributionModel::Linear => out.fill(1.0 / count(path.len())),
        AttributionModel::Position { first, last: end } => match last {
            0 => out[0] = 1.0,
            1 => {
                // Nothing between them: what is left goes evenly to both.
                let between = 1.0 - first - end;
                out[0] = first + 0.5 * between;
                out[1] = end + 0.5 * between;
                if first + end > 0.0 {
                    out[0] = first / (first + end);
                    out[1] = end / (first + end);
                }
            }
            _ => {
                out.fill((1.0 - first - end) / count(path.len() - 2));
                out[0] = *first;
                out[last] = *end;
            }
        },
        AttributionModel::TimeDecay { half_life_hours } => {
            let ages = journeys.ages(cell).unwrap_or_default();
            let mut total = 0.0;
            for (share, age) in out.iter_mut().zip(ages) {
                *share = exp(-std::f64::consts::LN_2 * age / half_life_hours);
                total += *share;
            }
            out.iter_mut().for_each(|share| *share /= total);
        }
        // The credit of a set is split evenly among its channels: here at their first touches.
        AttributionModel::Shapley => {
            let mut different = 0;
            for place in 0..path.len() {
                if !path[..place].contains(&path[place]) {
                    out[place] = 1.0;
                    different += 1;
                }
            }
            out.iter_mut().for_each(|share| *share /= count(different));
        }
        AttributionModel::Markov { .. } => {}
    }
}

/// Sums over journeys, channel by channel.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    pub(super) conversions: Vec<f64>,
    pub(super) value: Vec<f64>,
    /// Sums of squares of what one journey adds.
    pub(super) conversions_squared: Vec<f64>,
    pub(super) value_squared: Vec<f64>,
    /// Conversions by place, channel after channel (Shapley).
    pub(super) by_place: Vec<f64>,
}

/// Credits by a model of single paths. `shares_of` holds the shares of all touches of all cells.
pub(super) fn credits(model: &AttributionModel, journeys: &Journeys, direct: Option<u32>) -> Sums {
    let channels = journeys.channels.len();
    let zero = vec![0.0; channels];
    let mut sums = Sums {
        conversions: zero.clone(),
        value: zero.clone(),
        conversions_squared: zero.clone(),
        value_squared: zero.clone(),
        by_place: Vec::new(),
    };
    let places = *model == AttributionModel::Shapley;
    if places {
        sums.by_place = vec![0.0; channels * PLACES];
    }
    let mut share = Vec::new();
    let mut by_channel = zero;
    for cell in journeys.cells.iter().filter(|cell| cell.conversions > 0.0) {
        shares(model, journeys, cell, direct, &mut share);
        let path = &journeys.touches[cell.range()];
        for (channel, share) in path.iter().zip(&share) {
            by_channel[*channel as usize] += share;
        }
        let mut place = 0;
        for (channel, share) in path.iter().zip(&share) {
            let channel = *channel as usize;
            let x = std::mem::take(&mut by_channel[channel]);
            if x > 0.0 {
                let valued = x * cell.each;
                sums.conversions[channel] += cell.conversions * x;
                sums.value[channel] += cell.conversions * valued;
                sums.conversions_squared[channel] += cell.conversions * x * x;
                sums.value_squared[channel] += cell.conversions * valued * valued;
            }
            if places && *share > 0.0 {
                sums.by_place[channel * PLACES + place.min(PLACES - 1)] += cell.conversions * share;
                place += 1;
            }
        }
    }
    sums
}

/// Credits of conversions and values when the cells count `drawn` conversions each: for the bootstrap.
pub(super) fn recredited(
    shares_of: &[Vec<(u32, f64)>],
    journeys: &Journeys,
    drawn: &[u64],
) -> (Vec<f64>, Vec<f64>) {
    let channels = journeys.channels.len();
    let (mut conversions, mut value) = (vec![0.0; channels], vec![0.0; channels]);
    for ((cell, shares), drawn) in journeys.cells.iter().zip(shares_of).zip(drawn) {
        if *drawn == 0 {
            continue;
        }
        let times = count(*drawn as usize);
        for (channel, share) in shares {
            conversions[*channel as usize] += times * share;
            value[*channel as usize] += times * cell.each * share;
        }
    }
    (conversions, value)
}

/// The shares of the channels of each cell, for [`recredited`].
pub(super) fn channel_shares(
    model: &AttributionModel,
    journeys: &Journeys,
    direct: Option<u32>,
) -> Vec<Vec<(u32, f64)>> {
    let mut share = Vec::new();
    journeys
        .cells
        .iter()
        .map(|cell| {
            if cell.conversions <= 0.0 {
                return Vec::new();
            }
            shares(model, journeys, cell, direct, &mut share);
            let mut found: Vec<(u32, f64)> = Vec::new();
            for (channel, share) in journeys.touches[cell.range()].iter().zip(&share) {
                match found.iter_mut().find(|(other, _)| other == channel) {
                    Some((_, sum)) => *sum += share,
                    None => found.push((*channel, *share)),
                }
            }
            found
        })
        .collect()
}

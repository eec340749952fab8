//! Resampled journeys: how far the credits move when other journeys of the same kind had come.

use super::chain::Chain;
use super::journeys::Journeys;
use super::options::AttributionModel;
use super::rules::{channel_shares, recredited};
use crate::Rng;
use crate::stats::summary::{count, quantile_sorted, sum};
use crate::{Issue, Issues};

/// Most work of a bootstrap: touches and numbers passed over.
const MOST_WORK: f64 = 2e10;

/// A model made ready to be computed again and again.
pub(super) enum Ready {
    Shares(Vec<Vec<(u32, f64)>>),
    Chain(Chain),
}

/// The lower and upper end and the standard error of each channel.
#[derive(Debug, Clone, Default)]
pub(super) struct Ends {
    pub(super) conversions: Vec<(f64, f64, f64)>,
    pub(super) share: Vec<(f64, f64, f64)>,
    pub(super) value: Vec<(f64, f64, f64)>,
}

impl Ready {
    pub(super) fn of(
        model: &AttributionModel,
        journeys: &Journeys,
        direct: Option<u32>,
        chain: Option<Chain>,
    ) -> Self {
        match chain {
            Some(chain) => Self::Chain(chain),
            None => Self::Shares(channel_shares(model, journeys, direct)),
        }
    }

    fn credits(
        &self,
        journeys: &Journeys,
        converted: &[u64],
        nulls: &[u64],
    ) -> Result<(Vec<f64>, Vec<f64>), Issues> {
        let chain = match self {
            Self::Shares(shares) => return Ok(recredited(shares, journeys, converted)),
            Self::Chain(chain) => chain,
        };
        let number = |of: u64| count(of as usize);
        let counts = chain.counts(journeys, |cell| (number(converted[cell]), number(nulls[cell])));
        let solved = chain.solve(&counts, false)?;
        let total = sum(converted.iter().map(|times| number(*times)));
        let value =
            sum(converted.iter().zip(&journeys.cells).map(|(times, cell)| number(*times) * cell.each));
        let shared = |whole: f64, total: f64, of: fn(&(f64, f64)) -> f64| -> Vec<f64> {
            if whole <= 0.0 {
                return vec![0.0; journeys.channels.len()];
            }
            let effects: Vec<f64> = solved.without.iter().map(|without| 1.0 - of(without) / whole).collect();
            let all = sum(effects.iter().copied());
            effects.iter().map(|effect| total * effect / all).collect()
        };
        Ok((shared(solved.whole.0, total, |pair| pair.0), shared(solved.whole.1, value, |pair| pair.1)))
    }
}

/// Intervals of all models from the same resamples: journeys drawn with replacement, cell by cell.
pub(super) fn intervals(
    models: &[Ready],
    journeys: &Journeys,
    resamples: u64,
    seed: u64,
    confidence: f64,
) -> Result<Vec<Ends>, Issues> {
    let whole = |times: f64| times == times.floor() && times < 9e15;
    if !journeys.cells.iter().all(|cell| whole(cell.conversions) && whole(cell.nulls)) {
        return Err(Issue::error(
            "counts-not-whole",
            "options/resamples",
            "journeys can be drawn again only where their counts are whole numbers",
        )
        .with_help("set `resamples` to 0: the intervals then come from the influence of each journey")
        .into());
    }
    let channels = journeys.channels.len();
    let once = count(journeys.touches.len() + journeys.cells.len() * 8) * count(models.len())
        + count(models.len() * channels * channels * channels);
    let kept = count(resamples as usize) * count(models.len() * channels * 3);
    if once * count(resamples as usize) > MOST_WORK || kept > 5e7 {
        return Err(Issue::error(
            "too-much-work",
            "options/resamples",
            format!("{resamples} resamples of these journeys are too many"),
        )
        .with_help("draw fewer, or set `resamples` to 0")
        .into());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be whole")]
    let sizes: Vec<[u64; 2]> =
        journeys.cells.iter().map(|cell| [cell.conversions as u64, cell.nulls as u64]).collect();
    let all: u64 = sizes.iter().flatten().sum();
    let mut rng = Rng::new(seed);
    let mut draws: Vec<[Vec<Vec<f64>>; 3]> =
        models.iter().map(|_| std::array::from_fn(|_| vec![Vec::new(); channels])).collect();
    let (mut converted, mut nulls) = (vec![0; sizes.len()], vec![0; sizes.len()]);
    for _ in 0..resamples {
        // A multinomial draw is one of binomials, each of what the others left.
        let (mut left, mut chances) = (all, all);
        for (place, size) in sizes.iter().enumerate() {
            for (size, drawn) in size.iter().zip([&mut converted[place], &mut nulls[place]]) {
                *drawn = if *size == 0 || left == 0 {
                    0
                } else {
                    rng.binomial(left, count(*size as usize) / count(chances as usize))
                };
                left -= *drawn;
                chances -= size;
            }
        }
        let total = count(converted.iter().sum::<u64>() as usize);
        for (model, draws) in models.iter().zip(&mut draws) {
            let (conversions, value) = model.credits(journeys, &converted, &nulls)?;
            for channel in 0..channels {
                draws[0][channel].push(conversions[channel]);
                if total > 0.0 {
                    draws[1][channel].push(conversions[channel] / total);
                }
                draws[2][channel].push(value[channel]);
            }
        }
    }
    let ends = |draws: &mut [Vec<f64>]| -> Vec<(f64, f64, f64)> {
        draws
            .iter_mut()
            .map(|draws| {
                draws.sort_unstable_by(f64::total_cmp);
                let outside = 0.5 * (1.0 - confidence);
                let error = crate::stats::summary::variance(draws).max(0.0).sqrt();
                (quantile_sorted(draws, outside), quantile_sorted(draws, 1.0 - outside), error)
            })
            .collect()
    };
    Ok(draws
        .iter_mut()
        .map(|[conversions, share, value]| Ends {
            conversions: ends(conversions),
            share: ends(share),
            value: ends(value),
        })
        .collect())
}

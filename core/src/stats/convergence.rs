//! Whether chains have found the same distribution: Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021).

use super::distribution::normal_quantile;
use super::summary::{count, mean, quantile_sorted, sorted, variance};

/// Chains cut in two, each half on its own.
fn halves(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    chains
        .iter()
        .flat_map(|chain| {
            let half = chain.len() / 2;
            [chain[..half].to_vec(), chain[chain.len() - half..].to_vec()]
        })
        .collect()
}

/// Draws replaced by normal quantiles of their ranks; equal draws share their mean rank.
fn ranked(chains: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut order: Vec<(f64, usize, usize)> = Vec::new();
    for (c, chain) in chains.iter().enumerate() {
        order.extend(chain.iter().enumerate().map(|(i, value)| (*value, c, i)));
    }
    order.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut made: Vec<Vec<f64>> = chains.iter().map(|chain| vec![0.0; chain.len()]).collect();
    let all = count(order.len());
    let mut from = 0;
    while from < order.len() {
        let mut to = from + 1;
        while to < order.len() && order[to].0 == order[from].0 {
            to += 1;
        }
        let rank = 0.5 * count(from + to - 1) + 1.0;
        let score = normal_quantile((rank - 0.375) / (all + 0.25));
        order[from..to].iter().for_each(|(_, c, i)| made[*c][*i] = score);
        from = to;
    }
    made
}

fn ratio(chains: &[Vec<f64>]) -> f64 {
    let n = count(chains.first().map_or(0, Vec::len));
    let within = mean(&chains.iter().map(|chain| variance(chain)).collect::<Vec<f64>>());
    let between = n * variance(&chains.iter().map(|chain| mean(chain)).collect::<Vec<f64>>());
    if within <= 0.0 {
        return if between > 0.0 { f64::INFINITY } else { 1.0 };
    }
    (((n - 1.0) / n * within + between / n) / within).sqrt()
}

/// R̂ of split chains by ranks, the larger of that of the draws and that of their distances from the median.
pub(crate) fn split_r_hat(chains: &[Vec<f64>]) -> f64 {
    let split = halves(chains);
    let median = quantile_sorted(&sorted(&split.concat()), 0.5);
    let folded: Vec<Vec<f64>> =
        split.iter().map(|chain| chain.iter().map(|value| (value - median).abs()).collect()).collect();
    ratio(&ranked(&split)).max(ratio(&ranked(&folded)))
}

/// Effective number of draws for the middle of the distribution, by ranks (Geyer's initial monotone sequence).
pub(crate) fn effective_size(chains: &[Vec<f64>]) -> f64 {
    size(&ranked(&halves(chains)))
}

/// Effective number of draws for the ends: the smaller of those of the quantiles 0.05 and 0.95.
pub(crate) fn tail_size(chains: &[Vec<f64>]) -> f64 {
    let split = halves(chains);
    let all = sorted(&split.concat());
    let below = |p: f64| {
        let cut = quantile_sorted(&all, p);
        let flags: Vec<Vec<f64>> = split
            .iter()
            .map(|chain| chain.iter().map(|value| f64::from(u8::from(*value <= cut))).collect())
            .collect();
        size(&flags)
    };
    below(0.05).min(below(0.95))
}

fn size(chains: &[Vec<f64>]) -> f64 {
    let (m, n) = (chains.len(), chains.first().map_or(0, Vec::len));
    let all = count(m * n);
    if n < 4 {
        return 0.0;
    }
    let means: Vec<f64> = chains.iter().map(|chain| mean(chain)).collect();
    let within = mean(&chains.iter().map(|chain| variance(chain)).collect::<Vec<f64>>());
    let total = (count(n) - 1.0) / count(n) * within + if m > 1 { variance(&means) } else { 0.0 };
    if !(total > 0.0) {
        return all;
    }
    let correlation = |lag: usize| {
        let covariance: f64 = chains
            .iter()
            .zip(&means)
            .map(|(chain, mean)| {
                (0..n - lag).map(|i| (chain[i] - mean) * (chain[i + lag] - mean)).sum::<f64>() / count(n)
            })
            .sum::<f64>()
            / count(m);
        1.0 - (within - covariance * count(n) / (count(n) - 1.0)) / total
    };
    let (mut sum, mut before, mut lag) = (0.0, f64::INFINITY, 0);
    while lag + 1 < n {
        let pair = (if lag == 0 { 1.0 } else { correlation(lag) }) + correlation(lag + 1);
        if pair < 0.0 {
            break;
        }
        before = pair.min(before);
        sum += before;
        lag += 2;
    }
    let time = (-1.0 + 2.0 * sum).max(1.0 / super::math::ln(all).max(1.0) * 2.302_585_092_994_046);
    all / time
}

//! The best split of a budget among channels with known response curves.

use serde::{Deserialize, Serialize};

use super::split::{Curve, Search, search};
use super::transform::Saturation;
use crate::measure::{Evidence, EvidenceGrade};
use crate::stats::summary::{count, sum};
use crate::{CampaignId, Issue, Issues};

/// Most channels of a budget.
const MOST_CHANNELS: usize = 200;

/// A channel with its response curve: effect = scale · saturation(spend · input_per_spend).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetChannel {
    /// Name, unlike that of any other.
    pub channel: String,
    /// Campaign that the spend belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub campaign: Option<CampaignId>,
    /// The curve; `hill_relative` is refused, it needs a series.
    pub saturation: Saturation,
    /// Effect of a saturation of 1, above 0 (the coefficient of the channel).
    pub scale: f64,
    /// What one unit of spend in each period becomes as input of the curve: inputs per spend times the carry-over of a
    /// steady input; 1 unless said.
    #[serde(default = "one")]
    pub input_per_spend: f64,
    /// Least spend; 0 unless said.
    #[serde(default)]
    pub min: f64,
    /// Most spend; no limit if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
    /// Spend today, to compare with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current: Option<f64>,
}

fn one() -> f64 {
    1.0
}

/// What [`allocate_budget`] is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AllocateBudgetRequest {
    /// Channels, from 1 to 200.
    pub channels: Vec<BudgetChannel>,
    /// Spend of one period to split, not below 0.
    pub total: f64,
}

/// The best split of a budget.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BudgetAllocation {
    /// Effect of one period by the split.
    pub response: f64,
    /// No split can have more effect than this.
    pub response_bound: f64,
    /// Whether the split is the best there is, to 10⁻⁹ of the effect.
    pub optimal: bool,
    /// Spend of the split.
    pub spend: f64,
    /// What is left because every channel is at its most.
    pub unspent: f64,
    /// Effect of one more unit of budget; left out where every channel is at its most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marginal: Option<f64>,
    /// Effect of the spend of today, if every channel has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub current_response: Option<f64>,
    /// Channels in the order of the request.
    pub channels: Vec<ChannelBudget>,
    /// Spend and effect by campaign, by id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub campaigns: Vec<CampaignBudget>,
    /// What to know before believing it.
    pub evidence: Evidence,
}

/// What a channel gets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChannelBudget {
    /// The channel.
    pub channel: String,
    /// Spend of one period.
    pub spend: f64,
    /// Share of the spend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<f64>,
    /// Effect of one period.
    pub response: f64,
    /// Effect per unit of spend; left out without spend.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub average: Option<f64>,
    /// Effect of one more unit of spend; left out where it is infinite.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marginal: Option<f64>,
    /// Whether a bound holds it.
    pub bound: SpendBound,
    /// Its response curve at 25 spends, evenly from 0 to 1.5 times the largest of its spend, its spend today and an even
    /// share of the total.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub curve: Vec<SpendResponse>,
    /// Spend less that of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<f64>,
}

/// A point of a response curve.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendResponse {
    /// Spend of one period.
    pub spend: f64,
    /// Effect of one period.
    pub response: f64,
}

/// Which bound holds a spend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpendBound {
    /// None: it lies between them.
    Free,
    /// It is at its least.
    Least,
    /// It is at its most.
    Most,
}

/// What a campaign gets: a budget for the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CampaignBudget {
    /// The campaign.
    pub campaign: CampaignId,
    /// Spend of one period.
    pub spend: f64,
    /// Effect of one period.
    pub response: f64,
}

fn refuse(request: &AllocateBudgetRequest) -> Result<(), Issues> {
    let mut faults = Vec::new();
    let channels = &request.channels;
    if channels.is_empty() || channels.len() > MOST_CHANNELS {
        let message =
            format!("there are {} channels, a budget has from 1 to {MOST_CHANNELS}", channels.len());
        faults.push(Issue::error("option-out-of-range", "request/channels", message));
    }
    let fine = |value: f64| (0.0..=1e15).contains(&value);
    if !fine(request.total) {
        faults.push(Issue::error(
            "option-out-of-range",
            "request/total",
            "the total must be a number not below 0",
        ));
    }
    let mut names: Vec<&str> = channels.iter().map(|channel| channel.channel.as_str()).collect();
    names.sort_unstable();
    if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        let message = format!("channel `{}` is there twice", pair[0]);
        faults.push(Issue::error("repeated-channel", "request/channels", message));
    }
    for channel in channels {
        let at = format!("request/channels/{}", channel.channel);
        faults.extend(channel.saturation.check(&at));
        if matches!(channel.saturation, Saturation::HillRelative { .. }) {
            faults.push(
                Issue::error(
                    "curve-without-series",
                    at.clone(),
                    "`hill_relative` says nothing without its series",
                )
                .with_help("use `hill` with the half effect that `transform_series` gives"),
            );
        }
        let above = |value: f64| value > 0.0 && value <= 1e15;
        if !above(channel.scale) || !above(channel.input_per_spend) {
            let message = "the scale and the inputs per spend must be numbers above 0";
            faults.push(Issue::error("option-out-of-range", at.clone(), message));
        }
        let most = channel.max.unwrap_or(channel.min.max(0.0));
        if !fine(channel.min)
            || !fine(most)
            || most < channel.min
            || channel.current.is_some_and(|now| !fine(now))
        {
            let message = "bounds and spend must be numbers not below 0, the most not below the least";
            faults.push(Issue::error("option-out-of-range", at, message));
        }
    }
    let least = sum(channels.iter().map(|channel| channel.min));
    if faults.is_empty() && least > request.total * (1.0 + 1e-12) {
        let message = format!("the least spends add up to {least}, the total is {}", request.total);
        faults.push(
            Issue::error("budget-below-minimum", "request/total", message)
                .with_help("raise the total or lower the least spends"),
        );
    }
    Issues::check(faults).map(|_| ())
}

/// The split of a budget with the greatest effect.
///
/// Curves that get flatter from the start (Hill with a slope up to 1 and all others) are solved by one price for all:
/// where no bound holds a channel, one more unit brings the same everywhere. S-shaped curves are first replaced by
/// the smallest concave curves above them; the gap is closed by cutting channels in two (branch and bound), so that
/// the answer is the best of all splits, not the best nearby, and the bound proves it.
///
/// # Errors
/// `option-out-of-range`, `repeated-channel`, `curve-without-series`, `budget-below-minimum`.
///
/// # Examples
/// ```
/// use paceline::measure::response::{AllocateBudgetRequest, allocate_budget};
/// let request: AllocateBudgetRequest = serde_json::from_str(
///     r#"{ "total": 100, "channels": [
///         { "channel": "search", "campaign": "launch", "scale": 100, "saturation": { "kind": "hill", "slope": 1, "half": 50 } },
///         { "channel": "video", "campaign": "launch", "scale": 90, "saturation": { "kind": "hill", "slope": 2, "half": 40 } } ] }"#,
/// )?;
/// let answer = allocate_budget(&request)?;
/// assert!(answer.optimal && answer.response_bound - answer.response < 1e-6);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Complexity
/// O(channels) for each price tried; S-shaped curves at most 20,000 parts, usually some ten.
///
/// # References
/// - Everett, *Generalized Lagrange multiplier method* (Operations Research 11, 1963).
/// - Udell and Boyd, *Maximizing a sum of sigmoids* (2013): hulls and branch and bound.
pub fn allocate_budget(request: &AllocateBudgetRequest) -> Result<BudgetAllocation, Issues> {
    refuse(request)?;
    let curves: Vec<Curve> = request.channels.iter().map(Curve::of).collect();
    let bounds: Vec<(f64, f64)> = request
        .channels
        .iter()
        .map(|channel| {
            (channel.min, channel.max.unwrap_or(request.total).min(request.total).max(channel.min))
        })
        .collect();
    let most: f64 = sum(request.channels.iter().map(|channel| channel.max.unwrap_or(f64::INFINITY)));
    let total = request.total.min(sum(bounds.iter().map(|bound| bound.1)));
    let found = search(&curves, bounds, total);
    let spend = sum(found.spend.iter().copied());
    let finite = |value: f64| Some(value).filter(|value| value.is_finite());
    let channels: Vec<ChannelBudget> = request
        .channels
        .iter()
        .zip(&curves)
        .zip(&found.spend)
        .map(|((channel, curve), at)| {
            let dust = 1e-9 * request.total.max(1e-300);
            let response = curve.value(*at);
            let even = request.total / count(request.channels.len());
            let reach = 1.5 * at.max(even).max(channel.current.unwrap_or(0.0));
            let drawn = (0..=24_u8).map(|part| {
                let spend = reach * f64::from(part) / 24.0;
                SpendResponse { spend, response: curve.value(spend) }
            });
            ChannelBudget {
                channel: channel.channel.clone(),
                spend: *at,
                share: finite(at / spend),
                response,
                average: finite(response / at),
                marginal: finite(curve.slope(*at)),
                bound: if *at <= channel.min + dust {
                    SpendBound::Least
                } else if channel.max.is_some_and(|max| *at >= max - dust) {
                    SpendBound::Most
                } else {
                    SpendBound::Free
                },
                curve: drawn.collect(),
                change: channel.current.map(|now| at - now),
            }
        })
        .collect();
    let mut campaigns: Vec<CampaignBudget> = Vec::new();
    for (channel, row) in request.channels.iter().zip(&channels) {
        let Some(campaign) = &channel.campaign else { continue };
        match campaigns.iter_mut().find(|other| other.campaign == *campaign) {
            Some(other) => {
                other.spend += row.spend;
                other.response += row.response;
            }
            None => campaigns.push(CampaignBudget {
                campaign: campaign.clone(),
                spend: row.spend,
                response: row.response,
            }),
        }
    }
    campaigns.sort_by(|a, b| a.campaign.cmp(&b.campaign));
    let free = channels.iter().filter(|row| row.bound == SpendBound::Free).filter_map(|row| row.marginal);
    let able = channels.iter().filter(|row| row.bound != SpendBound::Most).filter_map(|row| row.marginal);
    let marginal = if most <= request.total {
        None
    } else {
        finite(free.fold(f64::NEG_INFINITY, f64::max))
            .or_else(|| finite(able.fold(f64::NEG_INFINITY, f64::max)))
    };
    let current: Option<Vec<f64>> = request.channels.iter().map(|channel| channel.current).collect();
    let current_response =
        current.map(|now| sum(curves.iter().zip(&now).map(|(curve, now)| curve.value(*now))));
    let optimal = found.bound - found.response <= 1e-9 * found.response.abs().max(1e-300);
    Ok(BudgetAllocation {
        response: found.response,
        response_bound: found.bound,
        optimal,
        spend,
        unspent: (request.total - spend).max(0.0),
        marginal,
        current_response,
        evidence: evidence(request, &found, &channels, optimal),
        channels,
        campaigns,
    })
}

fn evidence(
    request: &AllocateBudgetRequest,
    found: &Search,
    channels: &[ChannelBudget],
    optimal: bool,
) -> Evidence {
    let mut evidence = Evidence::new(EvidenceGrade::Association)
        .assume("curves-are-true", "the response curves hold, also at spends that were never tried; the split is no better founded than they are")
        .assume("channels-add-up", "channels neither help nor hinder each other")
        .assume("steady-state", "the same is spent in each period, long enough for the carry-over to settle");
    let gap = (found.bound - found.response) / found.response.abs().max(1e-300);
    evidence.check(
        "split-is-best",
        optimal,
        Some(gap),
        "the relative gap between the split and what no split can exceed",
    );
    let free: Vec<f64> =
        channels.iter().filter(|row| row.bound == SpendBound::Free).filter_map(|row| row.marginal).collect();
    if free.len() > 1 {
        let high = free.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let low = free.iter().copied().fold(f64::INFINITY, f64::min);
        let spread = if high > 0.0 { (high - low) / high } else { 0.0 };
        evidence.check(
            "marginals-equal",
            spread <= 1e-4,
            Some(spread),
            "one more unit brings the same in every channel that no bound holds",
        );
    }
    for (channel, row) in request.channels.iter().zip(channels) {
        if let Some(now) = channel.current
            && now > 0.0
            && (row.spend > 2.0 * now || row.spend < 0.5 * now)
        {
            evidence.cautions.push(
                Issue::warning(
                    "far-from-current",
                    format!("channels/{}", row.channel),
                    format!("`{}` would spend {:.2} times what it does", row.channel, row.spend / now),
                )
                .with_help("move in steps and measure, or bound it with `min` and `max`"),
            );
        }
    }
    debug_assert!(count(channels.len()) > 0.0);
    evidence
}

//! The best split of a budget among channels with known response curves.

use serde::{Deserialize, Serialize};

use super::transform::Saturation;
use crate::measure::{Evidence, EvidenceGrade};
use crate::stats::summary::{count, sum};
use crate::{CampaignId, Issue, Issues};

/// Most channels of a budget.
const MOST_CHANNELS: usize = 200;
/// Most parts that the search looks at before it says how good the best so far is.
const MOST_PARTS: u64 = 20_000;
/// Relative gap between the best split and its bound at which the search stops.
const PRECISE: f64 = 1e-10;

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

/// The curve of a channel in its spend.
#[derive(Debug, Clone, Copy)]
struct Curve {
    saturation: Saturation,
    scale: f64,
    input: f64,
    inflection: f64,
}

impl Curve {
    fn of(channel: &BudgetChannel) -> Self {
        let (saturation, input) = (channel.saturation, channel.input_per_spend);
        Self { saturation, scale: channel.scale, input, inflection: saturation.inflection() / input }
    }

    fn value(&self, spend: f64) -> f64 {
        self.scale * self.saturation.value(spend * self.input)
    }

    fn slope(&self, spend: f64) -> f64 {
        self.scale * self.input * self.saturation.slope(spend * self.input)
    }
}

/// The smallest concave curve above a channel's on an interval: a chord up to `touch`, then the curve itself.
#[derive(Debug, Clone, Copy)]
struct Hull {
    curve: Curve,
    low: f64,
    high: f64,
    /// Where the chord ends; `low` if there is none.
    touch: f64,
    /// Slope of the chord.
    chord: f64,
}

impl Hull {
    fn of(curve: Curve, low: f64, high: f64) -> Self {
        let (mut touch, base) = (low, curve.value(low));
        if low < curve.inflection && high > low {
            // The tangent from the left end: too flat on the left of its point, too steep on the right.
            let over = |at: f64| curve.value(at) - base - curve.slope(at) * (at - low);
            touch = high;
            if high > curve.inflection && over(high) > 0.0 {
                let (mut a, mut b) = (curve.inflection.max(low), high);
                for _ in 0..200 {
                    let middle = 0.5 * (a + b);
                    if middle <= a || middle >= b {
                        break;
                    }
                    if over(middle) > 0.0 {
                        b = middle;
                    } else {
                        a = middle;
                    }
                }
                touch = b;
            }
        }
        let chord = if touch > low { (curve.value(touch) - base) / (touch - low) } else { f64::INFINITY };
        Self { curve, low, high, touch, chord }
    }

    /// The hull's value.
    fn value(&self, spend: f64) -> f64 {
        if spend < self.touch && self.touch > self.low {
            self.curve.value(self.low) + self.chord * (spend - self.low)
        } else {
            self.curve.value(spend)
        }
    }

    /// The largest spend at which one more unit still brings at least `price`, above the chord alone if `above`.
    fn demand(&self, price: f64, above: bool) -> f64 {
        if self.touch > self.low && (self.chord < price || above && self.chord <= price) {
            return self.low;
        }
        if self.curve.slope(self.high) >= price {
            return self.high;
        }
        let (mut a, mut b) = (self.touch, self.high);
        if !(self.curve.slope(a) > price) {
            return a;
        }
        // The Illinois method on the logarithms of the slopes would need them; halving needs nothing.
        for _ in 0..80 {
            let middle = 0.5 * (a + b);
            if middle <= a || middle >= b || b - a <= 1e-15 * b {
                break;
            }
            if self.curve.slope(middle) > price {
                a = middle;
            } else {
                b = middle;
            }
        }
        0.5 * (a + b)
    }
}

/// The best split of concave hulls: spend, and the price of one more unit.
fn concave(hulls: &[Hull], total: f64) -> (Vec<f64>, f64) {
    let least: f64 = sum(hulls.iter().map(|hull| hull.low));
    let most: f64 = sum(hulls.iter().map(|hull| hull.high));
    if total >= most {
        return (hulls.iter().map(|hull| hull.high).collect(), 0.0);
    }
    if total <= least {
        let price = hulls
            .iter()
            .map(|hull| if hull.touch > hull.low { hull.chord } else { hull.curve.slope(hull.low) });
        return (hulls.iter().map(|hull| hull.low).collect(), price.fold(0.0, f64::max));
    }
    let demand = |price: f64| sum(hulls.iter().map(|hull| hull.demand(price, false)));
    // Prices by halving their logarithm: the demand falls as the price rises.
    let (mut low, mut high) = (1.0, 1.0);
    while demand(low) < total && low > 1e-300 {
        low *= 1e-3;
    }
    while demand(high) >= total && high < 1e300 {
        high *= 1e3;
    }
    if low > high {
        (low, high) = (high, low);
    }
    for _ in 0..110 {
        let middle = (low * high).sqrt();
        if middle <= low || middle >= high {
            break;
        }
        if demand(middle) >= total {
            low = middle;
        } else {
            high = middle;
        }
    }
    // At the price, chords may take anything between their ends: fill them one after the other.
    let mut spend: Vec<f64> = hulls.iter().map(|hull| hull.demand(high, false)).collect();
    let mut left = total - sum(spend.iter().copied());
    for (spend, hull) in spend.iter_mut().zip(hulls) {
        let more = (hull.demand(low, false) - *spend).min(left).max(0.0);
        *spend += more;
        left -= more;
    }
    // Dust of the halving goes where there is room.
    for (spend, hull) in spend.iter_mut().zip(hulls) {
        let more = left.clamp(hull.low - *spend, hull.high - *spend);
        *spend += more;
        left -= more;
    }
    (spend, (low * high).sqrt())
}

/// A part of the search: bounds of each channel.
struct Part {
    bounds: Vec<(f64, f64)>,
    bound: f64,
    spend: Vec<f64>,
}

struct Search {
    spend: Vec<f64>,
    response: f64,
    bound: f64,
}

/// The best split by branch and bound: hulls give a split and a bound, the channel whose hull is furthest above its
/// curve is cut in two where the split lies.
fn search(curves: &[Curve], bounds: Vec<(f64, f64)>, total: f64) -> Search {
    let response = |spend: &[f64]| sum(curves.iter().zip(spend).map(|(curve, spend)| curve.value(*spend)));
    let part = |bounds: Vec<(f64, f64)>| -> Part {
        let hulls: Vec<Hull> =
            curves.iter().zip(&bounds).map(|(curve, (low, high))| Hull::of(*curve, *low, *high)).collect();
        let (spend, _) = concave(&hulls, total);
        let bound = sum(hulls.iter().zip(&spend).map(|(hull, spend)| hull.value(*spend)));
        Part { bounds, bound, spend }
    };
    let root = part(bounds);
    let mut best = Search { response: response(&root.spend), spend: root.spend.clone(), bound: root.bound };
    let mut open = vec![root];
    let mut looked = 0;
    while let Some(place) =
        (0..open.len()).max_by(|a, b| open[*a].bound.total_cmp(&open[*b].bound).then_with(|| b.cmp(a)))
    {
        let top = open[place].bound;
        if top <= best.response + PRECISE * best.response.abs() {
            best.bound = best.bound.min(top.max(best.response));
            return best;
        }
        best.bound = top;
        if looked >= MOST_PARTS {
            return best;
        }
        let Part { bounds, spend, .. } = open.swap_remove(place);
        let widest = (0..curves.len()).max_by(|a, b| {
            let gap = |at: usize| {
                let hull = Hull::of(curves[at], bounds[at].0, bounds[at].1);
                hull.value(spend[at]) - curves[at].value(spend[at])
            };
            gap(*a).total_cmp(&gap(*b)).then_with(|| b.cmp(a))
        });
        let Some(at) = widest else { return best };
        let (low, high) = bounds[at];
        // Not too near an end, so that parts get smaller.
        let margin = 0.05 * (high - low);
        let cut = spend[at].clamp(low + margin, high - margin);
        for half in [(low, cut), (cut, high)] {
            let mut bounds = bounds.clone();
            bounds[at] = half;
            let least: f64 = sum(bounds.iter().map(|bound| bound.0));
            let most: f64 = sum(bounds.iter().map(|bound| bound.1));
            if least > total * (1.0 + 1e-12) || most < total * (1.0 - 1e-12) {
                continue;
            }
            looked += 1;
            let made = part(bounds);
            let found = response(&made.spend);
            if found > best.response {
                best.response = found;
                best.spend.clone_from(&made.spend);
            }
            if made.bound > best.response + PRECISE * best.response.abs() {
                open.push(made);
            }
        }
    }
    best.bound = best.response;
    best
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

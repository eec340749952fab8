//! The search for the best split: smallest concave curves above those of the channels, branch and bound.

use super::budget::BudgetChannel;
use super::transform::Saturation;
use crate::stats::summary::sum;

/// Most parts that the search looks at before it says how good the best so far is.
const MOST_PARTS: u64 = 20_000;
/// Relative gap between the best split and its bound at which the search stops.
pub(super) const PRECISE: f64 = 1e-10;

/// The curve of a channel in its spend.
#[derive(Debug, Clone, Copy)]
pub(super) struct Curve {
    saturation: Saturation,
    scale: f64,
    input: f64,
    inflection: f64,
}

impl Curve {
    pub(super) fn of(channel: &BudgetChannel) -> Self {
        let (saturation, input) = (channel.saturation, channel.input_per_spend);
        Self { saturation, scale: channel.scale, input, inflection: saturation.inflection() / input }
    }

    pub(super) fn value(&self, spend: f64) -> f64 {
        self.scale * self.saturation.value(spend * self.input)
    }

    pub(super) fn slope(&self, spend: f64) -> f64 {
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

pub(super) struct Search {
    pub(super) spend: Vec<f64>,
    pub(super) response: f64,
    pub(super) bound: f64,
}

/// The best split by branch and bound: hulls give a split and a bound, the channel whose hull is furthest above its
/// curve is cut in two where the split lies.
pub(super) fn search(curves: &[Curve], bounds: Vec<(f64, f64)>, total: f64) -> Search {
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

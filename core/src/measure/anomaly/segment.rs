//! Segmentation: costs of segments and the ways to choose them.

use crate::stats::math::ln;
use crate::stats::summary::count;

use super::change::ChangeCost;

/// Costs of segments of a series.
pub(crate) struct Costs {
    kind: ChangeCost,
    sums: Vec<f64>,
    squares: Vec<f64>,
    /// The smallest variance that counts, so that a constant segment has a cost.
    floor: f64,
    y: Vec<f64>,
    tree: Option<RankTree>,
}

impl Costs {
    pub(crate) fn new(y: &[f64], kind: ChangeCost) -> Self {
        let centre = crate::stats::summary::mean(y);
        let (mut sums, mut squares) = (vec![0.0], vec![0.0]);
        let (mut s, mut q) = (0.0, 0.0);
        for value in y {
            let x = value - centre;
            s += x;
            q += x * x;
            sums.push(s);
            squares.push(q);
        }
        let floor = (1e-10 * q / count(y.len())).max(1e-200);
        let tree = (kind == ChangeCost::Median).then(|| RankTree::new(y));
        Self { kind, sums, squares, floor, y: y.to_vec(), tree }
    }

    /// Cost of the values `from..to`.
    pub(crate) fn of(&self, from: usize, to: usize) -> f64 {
        let n = count(to - from);
        let s = self.sums[to] - self.sums[from];
        let q = self.squares[to] - self.squares[from];
        match self.kind {
            ChangeCost::Mean => (q - s * s / n).max(0.0),
            ChangeCost::Normal => n * (ln(((q - s * s / n) / n).max(self.floor)) + 1.0),
            ChangeCost::Variance => n * (ln((q / n).max(self.floor)) + 1.0),
            ChangeCost::Median => self.tree.as_ref().map_or(0.0, |tree| tree.cost(from, to)),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.y.len()
    }
}

/// Sums and counts of the values by rank, one version for each prefix, so that the median of any segment and the
/// distances from it take O(log n).
struct RankTree {
    values: Vec<f64>,
    nodes: Vec<(u32, u32, u32, f64)>,
    roots: Vec<u32>,
}

impl RankTree {
    fn new(y: &[f64]) -> Self {
        let mut values = crate::stats::summary::sorted(y);
        values.dedup();
        let mut tree = Self { values, nodes: vec![(0, 0, 0, 0.0)], roots: vec![0] };
        for value in y {
            let rank = tree.values.partition_point(|other| other < value);
            let last = tree.roots[tree.roots.len() - 1];
            let root = tree.add(last, 0, tree.values.len(), rank, *value);
            tree.roots.push(root);
        }
        tree
    }

    fn add(&mut self, node: u32, low: usize, high: usize, rank: usize, value: f64) -> u32 {
        let (left, right, n, total) = self.nodes[node as usize];
        let place = self.nodes.len() as u32;
        self.nodes.push((left, right, n + 1, total + value));
        if high - low > 1 {
            let middle = low.midpoint(high);
            if rank < middle {
                let child = self.add(left, low, middle, rank, value);
                self.nodes[place as usize].0 = child;
            } else {
                let child = self.add(right, middle, high, rank, value);
                self.nodes[place as usize].1 = child;
            }
        }
        place
    }

    /// Sum of the distances from the median.
    fn cost(&self, from: usize, to: usize) -> f64 {
        let (mut a, mut b) = (self.roots[from], self.roots[to]);
        let node = |place: u32| self.nodes[place as usize];
        let n = to - from;
        let half = n / 2;
        let all = node(b).3 - node(a).3;
        // Sum of the `half` smallest values.
        let (mut left_to_take, mut below) = (half, 0.0);
        let (mut low, mut high) = (0, self.values.len());
        while high - low > 1 {
            let middle = low.midpoint(high);
            let (left_a, left_b) = (node(a).0, node(b).0);
            let here = (node(left_b).2 - node(left_a).2) as usize;
            if left_to_take < here {
                (a, b, high) = (left_a, left_b, middle);
            } else {
                left_to_take -= here;
                below += node(left_b).3 - node(left_a).3;
                (a, b, low) = (node(a).1, node(b).1, middle);
            }
        }
        let at = self.values[low.min(self.values.len() - 1)];
        below += count(left_to_take) * at;
        let middle = if n % 2 == 1 { at } else { 0.0 };
        (all - below - middle - below).max(0.0)
    }
}

/// Steps after which starts that cannot win any more are taken out: a start too many costs little, moving all does.
const SWEEP: usize = 8;

/// Starts of the last segment that may still be best, column by column, so that one pass over them is plain arithmetic
/// on neighbours.
#[derive(Default)]
struct Starts {
    place: Vec<usize>,
    /// Cost of all before the start, and the sums up to it.
    best: Vec<f64>,
    sum: Vec<f64>,
    square: Vec<f64>,
    /// The start as a number, and the end from which on it cannot be best.
    from: Vec<f64>,
    until: Vec<f64>,
    /// Cost up to the end that was looked at last.
    value: Vec<f64>,
}

impl Starts {
    fn push(&mut self, place: usize, best: f64, costs: &Costs) {
        self.place.push(place);
        self.best.push(best);
        self.sum.push(costs.sums[place]);
        self.square.push(costs.squares[place]);
        self.from.push(count(place));
        self.until.push(f64::INFINITY);
        self.value.push(0.0);
    }

    /// Costs of ending at `end`, for each start; gives the least of them and its start, the first of equals.
    fn cheapest(&mut self, costs: &Costs, end: usize) -> (f64, usize) {
        if costs.kind == ChangeCost::Mean {
            let (to, sum, square) = (count(end), costs.sums[end], costs.squares[end]);
            let n = self.place.len();
            let (best, sums, squares) = (&self.best[..n], &self.sum[..n], &self.square[..n]);
            let (from, value) = (&self.from[..n], &mut self.value[..n]);
            for i in 0..n {
                let s = sum - sums[i];
                let cost = (square - squares[i]) - s * s / (to - from[i]);
                // As `max`, which would look for what is not a number.
                value[i] = best[i] + if cost > 0.0 { cost } else { 0.0 };
            }
        } else {
            for (value, (best, from)) in self.value.iter_mut().zip(self.best.iter().zip(&self.place)) {
                *value = best + costs.of(*from, end);
            }
        }
        // Four at a time: the least of a list one by one waits for each comparison.
        let mut least = [f64::INFINITY; 4];
        let fours = self.value.chunks_exact(4);
        let rest = fours.remainder();
        let lower = |a: f64, b: f64| if b < a { b } else { a };
        for four in fours {
            for (least, value) in least.iter_mut().zip(four) {
                *least = lower(*least, *value);
            }
        }
        let least = least.iter().chain(rest).copied().fold(f64::INFINITY, lower);
        let at = self.value.iter().position(|value| *value == least).unwrap_or(0);
        (least, self.place[at])
    }

    /// A start that costs more than a change at the end looked at loses to it from `limit` on.
    fn limit(&mut self, bound: f64, limit: f64) {
        for (until, value) in self.until.iter_mut().zip(&self.value) {
            let end = if limit < *until { limit } else { *until };
            *until = if *value > bound { end } else { *until };
        }
    }

    /// Takes out the starts that cannot be best from `end` on.
    fn sweep(&mut self, end: f64) {
        let mut kept = 0;
        for i in 0..self.place.len() {
            if end < self.until[i] {
                self.place[kept] = self.place[i];
                for column in
                    [&mut self.best, &mut self.sum, &mut self.square, &mut self.from, &mut self.until]
                {
                    column[kept] = column[i];
                }
                kept += 1;
            }
        }
        self.place.truncate(kept);
        for column in [
            &mut self.best,
            &mut self.sum,
            &mut self.square,
            &mut self.from,
            &mut self.until,
            &mut self.value,
        ] {
            column.truncate(kept);
        }
    }
}

/// The cheapest segmentation with a penalty for each change: ends of the segments.
pub(crate) fn pelt(costs: &Costs, penalty: f64, least: usize) -> Vec<usize> {
    let n = costs.len();
    if n < 2 * least {
        return vec![n];
    }
    let mut best = vec![f64::INFINITY; n + 1];
    let mut before = vec![0; n + 1];
    best[0] = -penalty;
    let mut starts = Starts::default();
    starts.push(0, best[0], costs);
    for end in least..=n {
        if end >= 2 * least {
            starts.push(end - least, best[end - least], costs);
        }
        if end % SWEEP == 0 {
            starts.sweep(count(end));
        }
        let (value, start) = starts.cheapest(costs, end);
        best[end] = value + penalty;
        before[end] = start;
        starts.limit(best[end] + 1e-12 * best[end].abs(), count(end + least));
    }
    let mut ends = vec![n];
    let mut at = n;
    while before[at] > 0 {
        at = before[at];
        ends.push(at);
    }
    ends.reverse();
    ends
}

/// The cheapest segmentation with a given number of changes; nothing if the series is too short for it.
pub(crate) fn dynamic(costs: &Costs, changes: usize, least: usize) -> Option<Vec<usize>> {
    let n = costs.len();
    if n < (changes + 1) * least {
        return None;
    }
    let mut best: Vec<f64> =
        (0..=n).map(|end| if end >= least { costs.of(0, end) } else { f64::INFINITY }).collect();
    let mut before = Vec::with_capacity(changes);
    for k in 1..=changes {
        let mut next = vec![f64::INFINITY; n + 1];
        let mut from = vec![0; n + 1];
        for end in (k + 1) * least..=n {
            for start in k * least..=end - least {
                let value = best[start] + costs.of(start, end);
                if value < next[end] {
                    next[end] = value;
                    from[end] = start;
                }
            }
        }
        best = next;
        before.push(from);
    }
    let mut ends = vec![n];
    let mut at = n;
    for from in before.iter().rev() {
        at = from[at];
        ends.push(at);
    }
    ends.reverse();
    Some(ends)
}

/// Splits where it gains most, again and again: up to a number of changes, or as long as it gains more than a penalty.
pub(crate) fn binary(costs: &Costs, changes: Option<usize>, penalty: f64, least: usize) -> Vec<usize> {
    let n = costs.len();
    let split = |from: usize, to: usize| -> Option<(f64, usize)> {
        let whole = costs.of(from, to);
        let mut best: Option<(f64, usize)> = None;
        for at in from + least..=to.checked_sub(least)? {
            let gain = whole - costs.of(from, at) - costs.of(at, to);
            if best.is_none_or(|(known, _)| gain > known) {
                best = Some((gain, at));
            }
        }
        best
    };
    let mut segments = vec![(0, n, split(0, n))];
    loop {
        if changes.is_some_and(|changes| segments.len() > changes) {
            break;
        }
        let mut chosen: Option<(f64, usize, usize)> = None;
        for (place, (_, _, found)) in segments.iter().enumerate() {
            if let Some((gain, at)) = found
                && chosen.is_none_or(|(known, ..)| *gain > known)
            {
                chosen = Some((*gain, *at, place));
            }
        }
        let Some((gain, at, place)) = chosen else { break };
        if changes.is_none() && gain <= penalty {
            break;
        }
        let (from, to, _) = segments[place];
        segments[place] = (from, at, split(from, at));
        segments.insert(place + 1, (at, to, split(at, to)));
    }
    segments.iter().map(|segment| segment.1).collect()
}

//! Markov chains of the last k touches and what they lose without a channel, by solving the chain.

use rustc_hash::FxHashMap;

use super::journeys::Journeys;
use crate::stats::linear::Matrix;
use crate::stats::summary::count;
use crate::{Issue, Issues};

/// Most states of a chain.
const MOST_STATES: usize = 50_000;
/// Sweeps of the iteration before elimination takes over.
const MOST_SWEEPS: u32 = 3000;
/// Most states for elimination where the iteration is too slow.
const MOST_ELIMINATED: usize = 1200;
/// Relative error at which the iteration stops.
const PRECISE: f64 = 1e-15;

/// A step from state to state by a touch.
#[derive(Debug, Clone, Copy)]
struct Edge {
    from: u32,
    to: u32,
    channel: u32,
}

/// The states and steps that the journeys make.
#[derive(Debug, Clone)]
pub(super) struct Chain {
    pub(super) order: u64,
    pub(super) states: usize,
    channels: usize,
    edges: Vec<Edge>,
    /// The edge that leads to each touch of [`Journeys::touches`].
    walk: Vec<u32>,
    /// Edges by the state they leave: places in `edges`, and where each state begins.
    leaving: (Vec<u32>, Vec<u32>),
    /// Edges by the state they reach.
    reaching: (Vec<u32>, Vec<u32>),
}

/// How often the steps were made.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    edges: Vec<f64>,
    converted: Vec<f64>,
    value: Vec<f64>,
    out: Vec<f64>,
}

/// Edges in the order of a state of theirs.
fn grouped(edges: &[Edge], states: usize, key: impl Fn(&Edge) -> u32) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; states + 1];
    edges.iter().for_each(|edge| starts[key(edge) as usize + 1] += 1);
    for state in 0..states {
        starts[state + 1] += starts[state];
    }
    let (mut next, mut order) = (starts.clone(), vec![0; edges.len()]);
    for (place, edge) in edges.iter().enumerate() {
        let at = &mut next[key(edge) as usize];
        order[*at as usize] = place as u32;
        *at += 1;
    }
    (order, starts)
}

impl Chain {
    /// The chain that remembers `order` touches. State 0 is the start of a journey; states have the last touches of
    /// a journey for names, fewer than `order` only at its beginning.
    pub(super) fn of(journeys: &Journeys, order: u64) -> Result<Self, Issues> {
        let channels = journeys.channels.len();
        let memory = order as usize;
        let mut states = if memory == 1 { channels + 1 } else { 1 };
        let mut names: FxHashMap<Vec<u32>, u32> = FxHashMap::default();
        let mut edges: Vec<Edge> = Vec::new();
        // Edge of a state and a channel: a table while it is small, else looked up.
        let dense = channels <= 64;
        let mut table: Vec<u32> = Vec::new();
        let mut lookup: FxHashMap<u64, u32> = FxHashMap::default();
        let mut walk = vec![0_u32; journeys.touches.len()];
        let mut seen = u32::MAX;
        for cell in &journeys.cells {
            if cell.from == seen {
                continue;
            }
            seen = cell.from;
            let mut state = 0_u32;
            let range = cell.range();
            let first = range.start;
            for place in range {
                let channel = journeys.touches[place];
                let slot = state as usize * channels + channel as usize;
                let known = if dense {
                    if table.len() <= slot {
                        table.resize((state as usize + 1) * channels, u32::MAX);
                    }
                    table[slot]
                } else {
                    lookup.get(&(slot as u64)).copied().unwrap_or(u32::MAX)
                };
                let edge = if known == u32::MAX {
                    let to = if memory == 1 {
                        channel + 1
                    } else {
                        let name = &journeys.touches[(place + 1).saturating_sub(memory).max(first)..=place];
                        match names.get(name) {
                            Some(to) => *to,
                            None => {
                                let to = states as u32;
                                names.insert(name.to_vec(), to);
                                states += 1;
                                to
                            }
                        }
                    };
                    let edge = edges.len() as u32;
                    edges.push(Edge { from: state, to, channel });
                    if dense {
                        table[slot] = edge;
                    } else {
                        lookup.insert(slot as u64, edge);
                    }
                    edge
                } else {
                    known
                };
                walk[place] = edge;
                state = edges[edge as usize].to;
            }
            if states > MOST_STATES {
                return Err(Issue::error(
                    "too-many-states",
                    "options/models",
                    format!("a chain of order {order} has more than {MOST_STATES} states here"),
                )
                .with_help("take a lower order, or fewer channels")
                .into());
            }
        }
        let leaving = grouped(&edges, states, |edge| edge.from);
        let reaching = grouped(&edges, states, |edge| edge.to);
        Ok(Self { order, states, channels, edges, walk, leaving, reaching })
    }

    /// How often each step is made if each cell converts and does not as often as told.
    pub(super) fn counts(&self, journeys: &Journeys, times: impl Fn(usize) -> (f64, f64)) -> Counts {
        let mut made = Counts {
            edges: vec![0.0; self.edges.len()],
            converted: vec![0.0; self.states],
            value: vec![0.0; self.states],
            out: vec![0.0; self.states],
        };
        for (place, cell) in journeys.cells.iter().enumerate() {
            let (conversions, nulls) = times(place);
            let all = conversions + nulls;
            let walk = &self.walk[cell.range()];
            walk.iter().for_each(|edge| made.edges[*edge as usize] += all);
            let last = self.last(walk);
            made.converted[last] += conversions;
            made.value[last] += conversions * cell.each;
            made.out[last] += all;
        }
        for (edge, times) in self.edges.iter().zip(&made.edges) {
            made.out[edge.from as usize] += times;
        }
        made
    }

    /// The state after a walk.
    fn last(&self, walk: &[u32]) -> usize {
        walk.last().map_or(0, |edge| self.edges[*edge as usize].to as usize)
    }
}

/// Chances of each state of the chain with or without a channel.
#[derive(Debug, Clone)]
struct Potential {
    /// Probability to convert from each state.
    converts: Vec<f64>,
    /// Expected value from each state.
    value: Vec<f64>,
    /// Expected visits of each state from the start.
    visits: Vec<f64>,
}

/// A solved chain: with all channels, and without each.
#[derive(Debug, Clone)]
pub(super) struct Solved {
    /// Probability that a journey converts, and its expected value.
    pub(super) whole: (f64, f64),
    /// The same without each channel.
    pub(super) without: Vec<(f64, f64)>,
    potentials: Option<(Potential, Vec<Potential>)>,
}

impl Chain {
    /// Probability to convert and expected value, with all channels and without each; with `influence`, also what
    /// [`Chain::influences`] needs.
    pub(super) fn solve(&self, counts: &Counts, influence: bool) -> Result<Solved, Issues> {
        if self.order == 1 { Ok(self.inverted(counts, influence)) } else { self.iterated(counts, influence) }
    }

    /// By the inverse N of I − Q. Without the channel c the chance from t is x(t) − N(t,c) ÷ N(c,c) · x(c): what
    /// passes through c is lost.
    fn inverted(&self, counts: &Counts, influence: bool) -> Solved {
        let n = self.states;
        let mut a = Matrix::zeros(n, n);
        for state in 0..n {
            a.set(state, state, 1.0);
        }
        for (edge, times) in self.edges.iter().zip(&counts.edges) {
            if *times > 0.0 {
                let (from, to) = (edge.from as usize, edge.to as usize);
                let value = a.at(from, to) - times / counts.out[from];
                a.set(from, to, value);
            }
        }
        let inverse = inverse_of_m(a);
        let rate = |of: &[f64]| -> Vec<f64> {
            of.iter().zip(&counts.out).map(|(part, out)| if *out > 0.0 { part / out } else { 0.0 }).collect()
        };
        let converts = inverse.times(&rate(&counts.converted));
        let value = inverse.times(&rate(&counts.value));
        let lost = |state: usize, of: &[f64], start: usize| {
            of[start] - inverse.at(start, state) / inverse.at(state, state) * of[state]
        };
        let without = (1..n)
            .map(|state| (lost(state, &converts, 0).max(0.0), lost(state, &value, 0).max(0.0)))
            .collect();
        let whole = (converts[0], value[0]);
        let potentials = influence.then(|| {
            let visits: Vec<f64> = inverse.row(0).to_vec();
            let each = (1..n)
                .map(|state| {
                    let share = inverse.at(0, state) / inverse.at(state, state);
                    let mut made = Potential {
                        converts: (0..n).map(|start| lost(state, &converts, start)).collect(),
                        value: (0..n).map(|start| lost(state, &value, start)).collect(),
                        visits: (0..n).map(|to| visits[to] - share * inverse.at(state, to)).collect(),
                    };
                    made.converts[state] = 0.0;
                    made.value[state] = 0.0;
                    made.visits[state] = 0.0;
                    made
                })
                .collect();
            (Potential { converts, value, visits }, each)
        });
        Solved { whole, without, potentials }
    }

    /// By iteration on the steps there are, each chain on its own.
    fn iterated(&self, counts: &Counts, influence: bool) -> Result<Solved, Issues> {
        let whole = self.potential(counts, None, None, influence)?;
        let mut without = Vec::with_capacity(self.channels);
        let mut each = Vec::new();
        for channel in 0..self.channels as u32 {
            let found = self.potential(counts, Some(channel), Some(&whole), influence)?;
            without.push((found.converts[0], found.value[0]));
            if influence {
                each.push(found);
            }
        }
        let first = (whole.converts[0], whole.value[0]);
        Ok(Solved { whole: first, without, potentials: influence.then_some((whole, each)) })
    }

    fn potential(
        &self,
        counts: &Counts,
        removed: Option<u32>,
        start: Option<&Potential>,
        influence: bool,
    ) -> Result<Potential, Issues> {
        let n = self.states;
        let probability: Vec<f64> = self
            .edges
            .iter()
            .zip(&counts.edges)
            .map(|(edge, times)| {
                if *times > 0.0 && Some(edge.channel) != removed {
                    times / counts.out[edge.from as usize]
                } else {
                    0.0
                }
            })
            .collect();
        let rate = |of: &[f64]| -> Vec<f64> {
            of.iter().zip(&counts.out).map(|(part, out)| if *out > 0.0 { part / out } else { 0.0 }).collect()
        };
        let forward =
            Sparse { groups: &self.leaving, edges: &self.edges, probability: &probability, to: true };
        let backward =
            Sparse { groups: &self.reaching, edges: &self.edges, probability: &probability, to: false };
        let guess = |of: fn(&Potential) -> &Vec<f64>| start.map(|start| of(start).clone());
        let converts = forward.solve(&rate(&counts.converted), guess(|p| &p.converts));
        let value = forward.solve(&rate(&counts.value), guess(|p| &p.value));
        let visits = if influence {
            let mut unit = vec![0.0; n];
            unit[0] = 1.0;
            backward.solve(&unit, guess(|p| &p.visits))
        } else {
            Some(Vec::new())
        };
        match (converts, value, visits) {
            (Some(converts), Some(value), Some(visits)) => Ok(Potential { converts, value, visits }),
            _ => Err(Issue::error(
                "slow-chain",
                "options/models",
                format!("a chain of order {} goes round too long to be solved", self.order),
            )
            .with_help("merge repeated touches, or take a lower order")
            .into()),
        }
    }
}

/// A chain's steps as a system of equations x = b + Q x.
struct Sparse<'a> {
    groups: &'a (Vec<u32>, Vec<u32>),
    edges: &'a [Edge],
    probability: &'a [f64],
    /// Whether a state depends on those it leads to (else on those that lead to it).
    to: bool,
}

impl Sparse<'_> {
    fn other(&self, edge: u32) -> usize {
        let edge = self.edges[edge as usize];
        (if self.to { edge.to } else { edge.from }) as usize
    }

    /// Gauss and Seidel's iteration, to the last bits by an estimate of the error; elimination if that is slow.
    fn solve(&self, b: &[f64], guess: Option<Vec<f64>>) -> Option<Vec<f64>> {
        let n = b.len();
        let mut x = guess.unwrap_or_else(|| b.to_vec());
        let mut before = f64::INFINITY;
        let mut quiet = 0;
        for _ in 0..MOST_SWEEPS {
            let (mut change, mut largest) = (0.0_f64, 0.0_f64);
            for state in (0..n).rev() {
                let range = self.groups.1[state] as usize..self.groups.1[state + 1] as usize;
                let (mut sum, mut stay) = (b[state], 0.0);
                for edge in &self.groups.0[range] {
                    let other = self.other(*edge);
                    let probability = self.probability[*edge as usize];
                    if other == state {
                        stay += probability;
                    } else {
                        sum += probability * x[other];
                    }
                }
                let value = sum / (1.0 - stay);
                change = change.max((value - x[state]).abs());
                largest = largest.max(value.abs());
                x[state] = value;
            }
            // What is left is about change · ratio ÷ (1 − ratio).
            let ratio = (change / before).min(1.0);
            let left = if ratio < 1.0 { change * ratio / (1.0 - ratio) } else { f64::INFINITY };
            quiet =
                if change == 0.0 || left <= PRECISE * largest && before.is_finite() { quiet + 1 } else { 0 };
            if quiet >= 2 {
                return Some(x);
            }
            // Rounding keeps it moving by the last bit.
            if change <= 4.0 * f64::EPSILON * largest && before <= 4.0 * f64::EPSILON * largest {
                return Some(x);
            }
            before = change;
        }
        (n <= MOST_ELIMINATED).then(|| self.eliminated(b))
    }

    fn eliminated(&self, b: &[f64]) -> Vec<f64> {
        let n = b.len();
        let mut a = Matrix::zeros(n, n + 1);
        for state in 0..n {
            a.set(state, state, 1.0);
            a.set(state, n, b[state]);
            for edge in &self.groups.0[self.groups.1[state] as usize..self.groups.1[state + 1] as usize] {
                let (other, probability) = (self.other(*edge), self.probability[*edge as usize]);
                let value = a.at(state, other) - probability;
                a.set(state, other, value);
            }
        }
        for pivot in 0..n {
            let row: Vec<f64> = a.row(pivot)[pivot..].to_vec();
            for below in pivot + 1..n {
                let factor = a.at(below, pivot) / row[0];
                if factor != 0.0 {
                    let start = below * (n + 1) + pivot;
                    for (value, part) in a.data[start..start + row.len()].iter_mut().zip(&row) {
                        *value -= factor * part;
                    }
                }
            }
        }
        let mut x = vec![0.0; n];
        for state in (0..n).rev() {
            let known: f64 = (state + 1..n).map(|other| a.at(state, other) * x[other]).sum();
            x[state] = (a.at(state, n) - known) / a.at(state, state);
        }
        x
    }
}

/// The inverse of I − Q, without exchanges of rows: every pivot of such a matrix is positive.
fn inverse_of_m(mut a: Matrix) -> Matrix {
    let n = a.rows;
    for pivot in 0..n {
        let scale = 1.0 / a.at(pivot, pivot);
        a.set(pivot, pivot, 1.0);
        let start = pivot * n;
        a.data[start..start + n].iter_mut().for_each(|value| *value *= scale);
        let row: Vec<f64> = a.row(pivot).to_vec();
        for other in (0..n).filter(|other| *other != pivot) {
            let start = other * n;
            let factor = a.data[start + pivot];
            if factor == 0.0 {
                continue;
            }
            a.data[start + pivot] = 0.0;
            for (value, part) in a.data[start..start + n].iter_mut().zip(&row) {
                *value -= factor * part;
            }
        }
    }
    a
}

/// Variances of what a chain says, by channel.
#[derive(Debug, Clone)]
pub(super) struct ChainVariance {
    pub(super) conversions: Vec<f64>,
    pub(super) share: Vec<f64>,
    pub(super) value: Vec<f64>,
}

/// Conversions or values: what a potential says of them.
#[derive(Clone, Copy)]
enum Measure {
    Conversions,
    Value,
}

impl Chain {
    /// Variances by the influence of each journey. One more step s → t changes the chance of the start by
    /// visits(s) ÷ out(s) · (x(t) − x(s)): its end counts in the place of x(t).
    pub(super) fn variances(
        &self,
        journeys: &Journeys,
        counts: &Counts,
        solved: &Solved,
    ) -> Option<ChainVariance> {
        let potentials = solved.potentials.as_ref()?;
        let zero = || vec![0.0; self.channels];
        let mut made = ChainVariance { conversions: zero(), share: zero(), value: zero() };
        self.measure(journeys, counts, solved, potentials, Measure::Conversions, &mut made);
        if journeys.has_value && solved.whole.1 > 0.0 {
            self.measure(journeys, counts, solved, potentials, Measure::Value, &mut made);
        }
        Some(made)
    }

    fn measure(
        &self,
        journeys: &Journeys,
        counts: &Counts,
        solved: &Solved,
        potentials: &(Potential, Vec<Potential>),
        measure: Measure,
        made: &mut ChainVariance,
    ) {
        let chance = |potential: &Potential, state: usize| match measure {
            Measure::Conversions => potential.converts[state],
            Measure::Value => potential.value[state],
        };
        let of = |pair: (f64, f64)| match measure {
            Measure::Conversions => pair.0,
            Measure::Value => pair.1,
        };
        let width = self.channels + 1;
        let all: Vec<&Potential> = potentials.1.iter().chain(std::iter::once(&potentials.0)).collect();
        let lever = |potential: &Potential, state: usize| {
            if counts.out[state] > 0.0 { potential.visits[state] / counts.out[state] } else { 0.0 }
        };
        // For each step and each chain, what one more of it changes.
        let mut steps = vec![0.0; self.edges.len() * width];
        for (edge, row) in self.edges.iter().zip(steps.chunks_mut(width)) {
            let (from, to) = (edge.from as usize, edge.to as usize);
            for (place, potential) in all.iter().enumerate() {
                let reached = if place == edge.channel as usize { 0.0 } else { chance(potential, to) };
                row[place] = lever(potential, from) * (reached - chance(potential, from));
            }
        }
        let whole = of(solved.whole);
        let effects: Vec<f64> = solved.without.iter().map(|without| 1.0 - of(*without) / whole).collect();
        let effects_total: f64 = effects.iter().sum();
        let shares: Vec<f64> = effects.iter().map(|effect| effect / effects_total).collect();
        let totals = journeys.totals();
        let total = match measure {
            Measure::Conversions => totals.conversions,
            Measure::Value => totals.value,
        };
        let journeys_all = totals.conversions + totals.nulls;
        let (by_whole, by_effects) = (1.0 / whole, 1.0 / effects_total);
        let mut squares = vec![0.0; self.channels];
        let mut share_squares = vec![0.0; self.channels];
        let mut path = vec![0.0; width];
        let mut ended = vec![0.0; width];
        let mut change = vec![0.0; self.channels];
        for cell in &journeys.cells {
            let walk = &self.walk[cell.range()];
            path.fill(0.0);
            for edge in walk {
                let row = &steps[*edge as usize * width..(*edge as usize + 1) * width];
                path.iter_mut().zip(row).for_each(|(sum, part)| *sum += part);
            }
            let last = self.last(walk);
            let worth = match measure {
                Measure::Conversions => 1.0,
                Measure::Value => cell.each,
            };
            for (times, worth, converted) in [(cell.conversions, worth, 1.0), (cell.nulls, 0.0, 0.0)] {
                if times <= 0.0 {
                    continue;
                }
                for (place, potential) in all.iter().enumerate() {
                    ended[place] = path[place] + lever(potential, last) * (worth - chance(potential, last));
                }
                let whole_change = ended[self.channels];
                let mut change_total = 0.0;
                for channel in 0..self.channels {
                    // The effect is 1 − P(without) ÷ P.
                    let kept = 1.0 - effects[channel];
                    change[channel] = (kept * whole_change - ended[channel]) * by_whole;
                    change_total += change[channel];
                }
                for channel in 0..self.channels {
                    let share = (change[channel] - shares[channel] * change_total) * by_effects;
                    let credit = converted * worth * shares[channel] + total * share;
                    share_squares[channel] += times * share * share;
                    squares[channel] += times * credit * credit;
                }
            }
        }
        for channel in 0..self.channels {
            let credit = total * shares[channel];
            let variance = (squares[channel] - credit * credit / journeys_all).max(0.0);
            match measure {
                Measure::Conversions => {
                    made.conversions[channel] = variance;
                    made.share[channel] = share_squares[channel];
                }
                Measure::Value => made.value[channel] = variance,
            }
        }
    }
}

/// Steps between single channels, with how often they were made: from, to, count (`None`: the start of a journey).
pub(super) fn pairs(chain: &Chain, counts: &Counts) -> Vec<(Option<u32>, u32, f64)> {
    let mut found: Vec<_> = chain
        .edges
        .iter()
        .zip(&counts.edges)
        .filter(|(_, times)| **times > 0.0)
        .map(|(edge, times)| (edge.from.checked_sub(1), edge.channel, *times))
        .collect();
    found.sort_unstable_by_key(|(from, to, _)| (*from, *to));
    found
}

/// How often each channel was last, and how often it converted then: channel, conversions, nulls, steps away.
pub(super) fn ends(chain: &Chain, counts: &Counts) -> Vec<(u32, f64, f64, f64)> {
    let mut on = vec![0.0; chain.states];
    for (edge, times) in chain.edges.iter().zip(&counts.edges) {
        on[edge.from as usize] += times;
    }
    (1..chain.states)
        .map(|state| {
            let nulls = counts.out[state] - on[state] - counts.converted[state];
            (count(state - 1) as u32, counts.converted[state], nulls.max(0.0), counts.out[state])
        })
        .collect()
}

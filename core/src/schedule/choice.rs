//! Who else could do the work: for each task with a choice its ways to be done, and how a network is switched
//! from one to another without being compiled again.
//!
//! A *mode* is a task done by certain people: it has a node, tracks, uses and held dates of its own. Links with a
//! lag that counts in a task's calendar, or as a share of its duration, follow its mode.

use super::network::{ALWAYS, Edge, Held, Network, Node, PROGRAM, Track};
use super::uses::{Use, Uses};
use crate::plan::{DependencyKind, LagCalendar};
use crate::quantity::{Lag, Span, WorkUnits};

/// A task done by certain people.
#[derive(Debug, Clone)]
pub(crate) struct Mode {
    pub(crate) node: Node,
    pub(crate) tracks: Vec<Track>,
    pub(crate) uses: Vec<Use>,
    pub(crate) held: Option<Held>,
    pub(crate) span: Span,
    /// Resources exchanged: from, to.
    pub(crate) exchanged: Vec<(u32, u32)>,
    /// Hundredths of the currency that the people cost more than those given, by their rates at the program's start.
    pub(crate) extra: i64,
    /// Everybody at work on it, with the seconds of work asked of them, if they are.
    pub(crate) members: Vec<(u32, Option<i64>)>,
}

/// A task that can be done by others.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub(crate) node: u32,
    /// The first is as given.
    pub(crate) modes: Vec<Mode>,
}

/// A link whose lag depends on who does the tasks at its ends.
#[derive(Debug, Clone)]
pub(crate) struct Lagged {
    /// Numbers of the tasks.
    pub(crate) ends: [u32; 2],
    /// Nodes that the edge joins.
    pub(crate) nodes: [u32; 2],
    pub(crate) kind: DependencyKind,
    pub(crate) lag: Lag,
    pub(crate) counts_in: LagCalendar,
    /// Whether the lag is a maximum lag.
    pub(crate) most: bool,
    /// Positions in the network's `edges` and `out`, or in its maximum lags.
    places: [usize; 2],
}

impl Lagged {
    pub(crate) fn new(
        ends: [u32; 2],
        nodes: [u32; 2],
        kind: DependencyKind,
        lag: Lag,
        counts_in: LagCalendar,
    ) -> Self {
        Self { ends, nodes, kind, lag, counts_in, most: false, places: [usize::MAX; 2] }
    }

    /// The same of a maximum lag.
    pub(crate) fn of_most(self) -> Self {
        Self { most: true, ..self }
    }

    /// Whether it changes with who does its predecessor.
    pub(crate) fn follows_predecessor(&self) -> bool {
        self.counts_in == LagCalendar::Predecessor || matches!(self.lag, Lag::Percent { .. })
    }
}

/// All choices of a plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    /// In the order of their nodes.
    pub(crate) list: Vec<Choice>,
    pub(crate) lagged: Vec<Lagged>,
    /// By task: its duration as given, and the timeline of its own calendar.
    pub(crate) spans: Vec<(Span, u32)>,
    pub(crate) units: WorkUnits,
}

impl Choices {
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Notes where the edges of links with a lag have come to lie.
    pub(crate) fn locate(&mut self, network: &Network) {
        for link in &mut self.lagged {
            let is = |edge: &Edge| [edge.from, edge.to] == link.nodes && edge.kind == link.kind;
            let [from, to] = link.nodes.map(|node| node as usize);
            let into = network.first_in[to] as usize..network.first_in[to + 1] as usize;
            let out = network.first_out[from] as usize..network.first_out[from + 1] as usize;
            let places = if link.most {
                let windows = &network.windows;
                [windows.into.iter().position(is), windows.out.iter().position(is)]
            } else {
                [
                    into.clone().find(|place| is(&network.edges[*place])),
                    out.clone().find(|place| is(&network.out[*place])),
                ]
            };
            link.places = places.map(|place| place.unwrap_or(usize::MAX));
        }
    }

    /// Makes a network that of another mode of a choice. `spans` are the durations of the tasks in it.
    pub(crate) fn switch(
        &self,
        network: &mut Network,
        uses: &mut Uses,
        spans: &mut [(Span, u32)],
        choice: usize,
        mode: usize,
    ) {
        let Some(Choice { node, modes }) = self.list.get(choice) else { return };
        let Some(mode) = modes.get(mode) else { return };
        let at = *node as usize;
        let held = network.nodes[at].held;
        network.nodes[at] = Node { held, ..mode.node };
        if let (Some(target), Some(own)) = (network.held.get_mut(held as usize), &mode.held) {
            *target = *own;
        }
        replace(&mut network.tracks, &mut network.first_track, at, &mode.tracks);
        replace(&mut uses.uses, &mut uses.first, at, &mode.uses);
        spans[at].0 = mode.span;
        for link in self.lagged.iter().filter(|link| link.ends.contains(node)) {
            let (calendar, lag) = self.lag(link, network, spans);
            let [into, out] = link.places;
            let (all_into, all_out) = match link.most {
                true => (&mut network.windows.into, &mut network.windows.out),
                false => (&mut network.edges, &mut network.out),
            };
            for edge in all_into.get_mut(into).into_iter().chain(all_out.get_mut(out)) {
                (edge.calendar, edge.lag) = (calendar, lag);
            }
        }
    }

    fn lag(&self, link: &Lagged, network: &Network, spans: &[(Span, u32)]) -> (u32, i64) {
        let [from, to] = link.ends;
        let calendar_of = |number: u32| match spans[number as usize] {
            (Span::Elapsed(_), own) => own,
            (Span::Working(_), _) => network.nodes[number as usize].calendar,
        };
        match link.lag.span(self.units, spans[from as usize].0) {
            Span::Elapsed(wall) => (ALWAYS, wall.0),
            Span::Working(work) => {
                let calendar = match link.counts_in {
                    LagCalendar::Successor => calendar_of(to),
                    LagCalendar::Predecessor => calendar_of(from),
                    LagCalendar::Program => PROGRAM,
                    LagCalendar::Always => ALWAYS,
                };
                (calendar, work.0)
            }
        }
    }

    /// Leveling decides where tasks lie: no mode has a delay, or is as late as possible.
    pub(crate) fn let_go(&mut self) {
        for mode in self.list.iter_mut().flat_map(|choice| &mut choice.modes) {
            if let Some(held) = &mut mode.held {
                held.delay = 0;
                held.alap = false;
            }
        }
    }

    /// Keeps the choices of some nodes, and their modes that are allowed; a choice of one is none.
    pub(crate) fn retain(&mut self, node: impl Fn(u32) -> bool, mode: impl Fn(&Mode) -> bool) {
        self.list.retain_mut(|choice| {
            let mut first = true;
            choice.modes.retain(|one| std::mem::take(&mut first) || mode(one));
            choice.modes.len() > 1 && node(choice.node)
        });
        let nodes: Vec<u32> = self.list.iter().map(|choice| choice.node).collect();
        self.lagged.retain(|link| link.ends.iter().any(|end| nodes.binary_search(end).is_ok()));
    }
}

/// Replaces the entries of one node in lists laid out one after another.
fn replace<T: Clone>(list: &mut Vec<T>, first: &mut [u32], at: usize, with: &[T]) {
    let (from, to) = (first[at] as usize, first[at + 1] as usize);
    if to - from == with.len() {
        list[from..to].clone_from_slice(with);
        return;
    }
    list.splice(from..to, with.iter().cloned());
    let by = (with.len() as u32).wrapping_sub((to - from) as u32);
    for place in &mut first[at + 1..] {
        *place = place.wrapping_add(by);
    }
}

//! What is left of started tasks as nodes of their own, so that leveling may delay it.
//!
//! A started task stays where it is in the network that `schedule` sees: its dates are facts. For leveling that may
//! split, its node becomes the rest: work with the seconds that are left, not before what is done ends or is resumed,
//! and free of the links into the task, which has started in spite of them. Links out of its finish leave the rest;
//! those out of its start leave a moment behind the gates, that does not move. What is done keeps its load and its
//! cost (`uses`).
//!
//! Tracks of several people end what they have done at different moments: each has a moment of its own before which
//! its rest does not begin, so that a rest that is not moved lies as it does in the schedule.

use smallvec::SmallVec;

use super::super::network::{ALWAYS, Held, Kind, NONE, Network, Node, Track};
use super::super::topology;
use super::super::uses::Uses;
use super::Compiled;
use crate::TaskId;
use crate::calendar::Zone;
use crate::plan::{DependencyKind, Plan};
use crate::quantity::{Time, When};

/// What is left of a started task.
#[derive(Debug, Clone)]
pub(crate) struct Rest {
    pub(crate) node: u32,
    /// When work on the task began.
    pub(crate) begun: Time,
    /// End of what is done, of the last who works on it, but not after work goes on.
    pub(crate) stop: Time,
    /// When work goes on.
    pub(crate) resume: Time,
    /// Whether working time lies between what is done and the rest.
    pub(crate) interrupted: bool,
    /// Whether it is work that could be delayed: something is left for everybody.
    pub(crate) moves: bool,
    /// Seconds of work that are left, and from when on they can be done.
    pub(crate) tracks: SmallVec<[Track; 2]>,
    /// Zone in which the dates of the task are read.
    pub(crate) zone: Zone,
}

impl Rest {
    /// A moment as the progress of the task says it.
    pub(crate) fn when(&self, time: Time, zoned: bool) -> Option<When> {
        let civil = if zoned { self.zone.civil(time) } else { time.to_civil() };
        civil.map(When::from)
    }
}

impl Compiled<'_> {
    /// What is left of a task, if it is a started one.
    pub(crate) fn rest(&self, node: u32) -> Option<&Rest> {
        let at = self.rests.binary_search_by_key(&node, |rest| rest.node).ok()?;
        self.rests.get(at)
    }

    /// Makes what is left of started tasks nodes of their own, as far as it can be delayed. The nodes keep their
    /// numbers.
    pub(crate) fn split(&mut self) {
        let origin = self.network.origin;
        // Nothing but what is done lies before the start of the program.
        let rests = self.rests.iter().filter(|rest| rest.moves && rest.resume >= origin);
        let rests: Vec<Rest> = rests.cloned().collect();
        if rests.is_empty() {
            return;
        }
        self.is_split = true;
        let mut moments = Vec::with_capacity(rests.len());
        for rest in &rests {
            moments.push((rest.node, self.moment(rest.begun)));
            hold_rest(&mut self.network, rest);
            free_uses(&mut self.uses, rest.node);
        }
        lay_tracks(&mut self.network, &rests);
        let moment = |node: u32| {
            let at = moments.binary_search_by_key(&node, |moment| moment.0).ok()?;
            moments.get(at).map(|moment| moment.1)
        };
        let leaves_start = |kind| matches!(kind, DependencyKind::StartStart | DependencyKind::StartFinish);
        let mut edges = std::mem::take(&mut self.network.edges);
        edges.retain(|edge| moment(edge.to).is_none());
        for edge in &mut edges {
            if leaves_start(edge.kind) {
                edge.from = moment(edge.from).unwrap_or(edge.from);
            }
        }
        for link in &mut self.choices.lagged {
            if leaves_start(link.kind) {
                link.nodes[0] = moment(link.nodes[0]).unwrap_or(link.nodes[0]);
            }
        }
        let sorted = topology::sort(&self.network.nodes, edges, false);
        self.network.edges = sorted.into;
        self.network.first_in = sorted.first_in;
        self.network.out = sorted.out;
        self.network.first_out = sorted.first_out;
        self.network.order = sorted.order;
        self.choices.locate(&self.network);
    }

    /// A node that is a moment of the past.
    fn moment(&mut self, at: Time) -> u32 {
        let network = &mut self.network;
        let held = network.held.len() as u32;
        network.held.push(Held { actual: Some((at, at)), ..Held::FREE });
        network.nodes.push(Node {
            kind: Kind::Gate,
            calendar: ALWAYS,
            slack: ALWAYS,
            duration: 0,
            held,
            milestone: false,
        });
        network.first_track.push(network.tracks.len() as u32);
        self.uses.first.push(self.uses.uses.len() as u32);
        network.nodes.len() as u32 - 1
    }

    /// The plan in which the rests of started tasks go on where a network with rests of their own has them, `None`
    /// if that is the plan as it is.
    pub(crate) fn resumed(&self, start: &[Time]) -> Option<Plan> {
        let zoned = self.network.zone.is_some();
        let mut moved: Vec<(&TaskId, When)> = Vec::new();
        for rest in self.rests.iter().filter(|_| self.is_split) {
            let is_node = self.network.held(rest.node).is_some_and(|held| held.rest);
            let resume = start.get(rest.node as usize).copied().filter(|at| is_node && *at != rest.resume);
            if let Some(when) = resume.and_then(|at| rest.when(at, zoned)) {
                moved.push((&self.index.task(rest.node).id, when));
            }
        }
        if moved.is_empty() {
            return None;
        }
        let mut plan = self.index.plan.clone();
        // Both are by number, which is the order of the ids.
        for task in &mut plan.tasks {
            if let Ok(at) = moved.binary_search_by(|(id, _)| (*id).cmp(&task.id)) {
                task.progress.resume = Some(moved[at].1);
            }
        }
        Some(plan)
    }
}

/// The node of a started task becomes its rest.
fn hold_rest(network: &mut Network, rest: &Rest) {
    let at = rest.node as usize;
    let from = rest.tracks.iter().map(|track| track.from).min().unwrap_or(rest.resume);
    if let Some(held) = network.held.get_mut(network.nodes[at].held as usize) {
        let until = held.finish_max.min(held.finish_on.unwrap_or(Time::NEVER));
        *held =
            Held { start_min: from, finish_max: until, deadline: held.deadline, rest: true, ..Held::FREE };
    }
    let node = &mut network.nodes[at];
    node.duration = rest.tracks.iter().map(|track| track.duration).max().unwrap_or(0);
    if let [track] = rest.tracks[..] {
        node.kind = Kind::Work;
        node.calendar = track.calendar;
    }
}

/// What is left of each use is one that has not begun.
fn free_uses(uses: &mut Uses, node: u32) {
    let (from, to) = (uses.first[node as usize] as usize, uses.first[node as usize + 1] as usize);
    for one in &mut uses.uses[from..to] {
        if let Some(worked) = uses.actual.get(one.actual as usize) {
            one.done = one.actual;
            one.actual = NONE;
            one.duration = worked.seconds[1];
            one.from = worked.parts[1].0;
        }
    }
}

/// Writes the tracks of the rests in place of those of the whole tasks.
fn lay_tracks(network: &mut Network, rests: &[Rest]) {
    let mut tracks = Vec::with_capacity(network.tracks.len());
    let mut first = Vec::with_capacity(network.first_track.len());
    first.push(0);
    for node in 0..network.nodes.len() {
        match rests.binary_search_by_key(&(node as u32), |rest| rest.node) {
            Ok(at) if network.nodes[node].kind == Kind::Tracks => tracks.extend(&rests[at].tracks),
            Ok(_) => {}
            Err(_) => tracks.extend(network.tracks_of(node as u32)),
        }
        first.push(tracks.len() as u32);
    }
    network.tracks = tracks;
    network.first_track = first;
}

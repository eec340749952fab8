//! What the nodes of a network use of the resources.

use super::network::NONE;
use crate::quantity::Time;

/// A resource that works: its time and how much of it there is.
#[derive(Debug, Clone)]
pub(crate) struct Pool {
    /// Index of its timeline.
    pub(crate) timeline: u32,
    /// Ten-thousandths of one whole resource.
    pub(crate) capacity: u32,
    /// Other capacities: from, to, ten-thousandths; sorted.
    pub(crate) steps: Vec<(Time, Time, u32)>,
    /// Whether somebody could be put to work on it outside its own time, by a choice not taken in `uses`.
    pub(crate) outside: bool,
}

/// A node's use of a resource while it works on a timeline.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Use {
    pub(crate) resource: u32,
    /// Ten-thousandths of one whole resource.
    pub(crate) parts: u32,
    /// The timeline it is laid out on.
    pub(crate) calendar: u32,
    /// Seconds of work on it.
    pub(crate) duration: i64,
    /// Whether that timeline works only when the resource does.
    pub(crate) inside: bool,
    /// Entry in [`Uses::actual`] if the task has started and stays, else [`NONE`].
    pub(crate) actual: u32,
    /// Entry in [`Uses::actual`] if this is what is left of a started task, else [`NONE`].
    pub(crate) done: u32,
    /// Nothing is done of it before this.
    pub(crate) from: Time,
}

impl Use {
    /// The use of a task that has not started; `(calendar, duration)` is the track.
    pub(crate) const fn new(resource: u32, parts: u32, track: (u32, i64), inside: bool) -> Self {
        let (calendar, duration) = track;
        let (actual, done, from) = (NONE, NONE, Time::DISTANT_PAST);
        Self { resource, parts, calendar, duration, inside, actual, done, from }
    }
}

/// When a use of a started task was and will be worked on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worked {
    /// From when to when: what is done, what is left.
    pub(crate) parts: [(Time, Time); 2],
    /// Seconds of work done, and left.
    pub(crate) seconds: [i64; 2],
}

/// All uses, and the resources they are of.
#[derive(Debug, Clone)]
pub(crate) struct Uses {
    pub(crate) uses: Vec<Use>,
    /// `uses[first[n]..first[n + 1]]` are those of node `n`.
    pub(crate) first: Vec<u32>,
    /// In the order of the resources' ids.
    pub(crate) pools: Vec<Pool>,
    /// Work on started tasks.
    pub(crate) actual: Vec<Worked>,
}

impl Uses {
    /// The uses of a node.
    pub(crate) fn of(&self, node: u32) -> &[Use] {
        let node = node as usize;
        &self.uses[self.first[node] as usize..self.first[node + 1] as usize]
    }
}

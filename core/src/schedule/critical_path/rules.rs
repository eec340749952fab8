//! The rules of P6 in the network: what has begun under links that hold its rest, and what is as late as its free float.

use super::super::network::{Edge, Held, Network, latest_start};
use super::{Analysis, Dates};
use crate::plan::DependencyKind;
use crate::plan::ProgressRule;
use crate::quantity::{Time, Work};

impl Network {
    /// As late as possible where links beat dates (P6): such a task takes its free float and moves nothing else. The
    /// last ones first, so that a chain of them moves together.
    pub(super) fn use_free_float(&self, found: Analysis, floors: &[Time]) -> Analysis {
        let mut floors =
            if floors.is_empty() { vec![Time::DISTANT_PAST; self.nodes.len()] } else { floors.to_vec() };
        let mut early = found.early;
        let mut gates = vec![Time::NEVER; self.nodes.len() - self.tasks];
        for &node in self.order.iter().rev() {
            let at = node as usize;
            let is_late = self.held(node).is_some_and(|held| held.alap && held.actual.is_none());
            if at < self.tasks && !is_late {
                continue;
            }
            let (mut start, mut finish) = (Time::NEVER, Time::NEVER);
            for edge in self.edges_out(node) {
                // What has begun is not moved, and does not wait unless a rule says so.
                let has_begun = self.progress_rule != ProgressRule::RetainedLogic
                    && self.held(edge.to).is_some_and(Held::started);
                if has_begun {
                    continue;
                }
                let latest = self.latest(edge, self.unmoved(edge, &early, &gates, true));
                match edge.kind {
                    DependencyKind::FinishStart | DependencyKind::FinishFinish => finish = finish.min(latest),
                    DependencyKind::StartStart | DependencyKind::StartFinish => start = start.min(latest),
                }
            }
            if let Some(gate) = at.checked_sub(self.tasks) {
                gates[gate] = start.min(finish);
                continue;
            }
            if start >= Time::NEVER && finish >= Time::NEVER {
                finish = found.finish;
            }
            if let Some(held) = self.held(node) {
                start = start.min(held.start_max);
                finish = finish.min(held.finish_max);
            }
            let latest = self.place_late(node, start, finish).0;
            floors[at] = floors[at].max(latest.min(Time::NEVER));
            if latest > early.start[at] {
                (early.start[at], early.finish[at]) = self.place(node, latest, Time::DISTANT_PAST);
            }
        }
        self.both_ways(&floors, self.must_finish_by)
    }

    /// How late a link may put its end of a successor that has begun and is not done; `None` if it asks nothing.
    pub(super) fn begun(&self, edge: &Edge, held: &Held, late: &Dates) -> Option<Time> {
        let successor = edge.to as usize;
        let into_start = matches!(edge.kind, DependencyKind::FinishStart | DependencyKind::StartStart);
        let finish = late.finish[successor];
        match self.progress_rule {
            ProgressRule::ProgressOverride => None,
            ProgressRule::ActualDates if into_start => held.actual.map(|actual| actual.0),
            _ if !into_start || self.nodes[successor].duration == 0 => Some(finish),
            ProgressRule::AsRecorded | ProgressRule::ActualDates => Some(held.goes_on),
            // Its rest waits as if nothing had begun.
            ProgressRule::RetainedLogic => {
                let timeline = self.timeline(self.nodes[successor].calendar);
                Some(latest_start(timeline, held.left, finish))
            }
        }
    }

    /// Whether an edge decides when the rest of started work goes on or ends: not without the rule that links hold it.
    pub(super) fn drives_rest(&self, edge: &Edge, held: &Held, bound: Time, finish: Time) -> bool {
        if self.progress_rule != ProgressRule::RetainedLogic || !held.started() || held.finished {
            return false;
        }
        let timeline = self.timeline(self.nodes[edge.to as usize].calendar);
        let (from, at) = match edge.kind {
            DependencyKind::FinishStart | DependencyKind::StartStart => (self.origin, held.goes_on),
            DependencyKind::FinishFinish | DependencyKind::StartFinish => {
                (timeline.finish_after(timeline.next_work(self.origin), Work(held.left)), finish)
            }
        };
        bound > from && (bound == at || timeline.work_between(bound, at) == Work::ZERO)
    }
}

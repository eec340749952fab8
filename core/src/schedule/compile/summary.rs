//! Gates of summaries: what links and dates of a summary mean for its leaves.

use super::super::network::{ALWAYS, Edge, Gates, Held, Kind, NONE, Node};
use super::super::topology;
use super::{Compiler, into_start, out_of_finish};
use crate::Issue;
use crate::plan::{ConstraintKind, DependencyKind, Task};

impl Compiler<'_, '_> {
    /// Gates of the summaries that links or dates pass through, and the edges between them and the leaves.
    pub(super) fn summaries(&mut self) {
        if !self.index.is_summary.contains(&true) {
            return;
        }
        let count = self.index.tasks.len();
        // Which gates are needed, a bit each; a summary's needs are its child summaries' too.
        let mut need = vec![0u8; count];
        for &link in &self.index.links {
            let kind = || link.kind;
            if self.index.is_summary[link.to as usize] {
                need[link.to as usize] |= if into_start(kind()) { 1 } else { 2 };
            }
            if self.index.is_summary[link.from as usize] {
                need[link.from as usize] |= if out_of_finish(kind()) { 4 } else { 8 };
            }
        }
        for number in 0..count as u32 {
            if self.index.is_summary[number as usize] {
                let task = self.index.task(number);
                for constraint in &task.constraints {
                    match constraint.kind {
                        ConstraintKind::AsSoonAsPossible => {}
                        ConstraintKind::StartNoEarlierThan => need[number as usize] |= 1,
                        ConstraintKind::FinishNoLaterThan => need[number as usize] |= 4,
                        _ => self.issues.push(constraint_on_summary(task)),
                    }
                }
                if task.manual.is_some() {
                    need[number as usize] |= 1;
                }
                if task.deadline.is_some() {
                    need[number as usize] |= 4;
                }
            }
        }
        if need.iter().all(|need| *need == 0) {
            return;
        }
        for number in topology::parents_first(&self.index.parent) {
            let parent = self.index.parent[number as usize];
            if parent != crate::plan::index::NONE {
                need[number as usize] |= need[parent as usize];
            }
        }
        for number in 0..count as u32 {
            if self.index.is_summary[number as usize] && need[number as usize] != 0 {
                self.open_gates(number, need[number as usize]);
            }
        }
        for number in 0..count as u32 {
            self.join_to_parent(number);
        }
    }

    fn open_gates(&mut self, number: u32, need: u8) {
        let task = self.index.task(number);
        let zone = self.zone_of(task.calendar.as_ref()).clone();
        let calendar = self.timeline_of(task.calendar.as_ref());
        let mut start = Held::FREE;
        let mut finish = Held::FREE;
        let mut held = [false; 2];
        for constraint in &task.constraints {
            let Some(date) = constraint.date else { continue };
            if constraint.kind == ConstraintKind::StartNoEarlierThan {
                start.start_min = start.start_min.max(self.axis(date.start(), &zone));
                held[0] = true;
            }
            if constraint.kind == ConstraintKind::FinishNoLaterThan {
                finish.finish_max = finish.finish_max.min(self.axis(date.end(), &zone));
                held[1] = true;
            }
        }
        if let Some(manual) = task.manual {
            start.start_min = start.start_min.max(self.axis(manual.start.start(), &zone));
            held[0] = true;
        }
        if let Some(deadline) = task.deadline {
            finish.deadline = self.axis(deadline.end(), &zone);
            held[1] = true;
        }
        let mut gate = |bit: u8, kind: Kind, held: Option<Held>| {
            if need & bit == 0 {
                return NONE;
            }
            let entry = match held {
                Some(held) => {
                    self.held.push(held);
                    self.held.len() as u32 - 1
                }
                None => NONE,
            };
            self.nodes.push(Node {
                kind,
                calendar,
                slack: calendar,
                duration: 0,
                held: entry,
                milestone: false,
            });
            self.first_track.push(self.tracks.len() as u32);
            self.first_use.push(self.uses.len() as u32);
            self.nodes.len() as u32 - 1
        };
        let gates = Gates {
            into_start: gate(1, Kind::Gate, held[0].then_some(start)),
            into_finish: gate(2, Kind::Gate, None),
            out_finish: gate(4, Kind::Gate, held[1].then_some(finish)),
            out_start: gate(8, Kind::Earliest, None),
        };
        self.gates.insert(number, gates);
    }

    /// The edges between a task (or its own gates) and the gates of its parent.
    fn join_to_parent(&mut self, number: u32) {
        let parent = self.index.parent[number as usize];
        let Some(&up) = self.gates.get(&parent) else { return };
        if self.nodes[number as usize].kind == Kind::Effort {
            return;
        }
        let own = if self.index.is_summary[number as usize] {
            match self.gates.get(&number) {
                Some(&gates) => gates,
                None => return,
            }
        } else {
            Gates { into_start: number, into_finish: number, out_finish: number, out_start: number }
        };
        let mut join = |from: u32, to: u32, kind: DependencyKind| {
            if from != NONE && to != NONE {
                self.edges.push(Edge { from, to, lag: 0, calendar: ALWAYS, kind });
            }
        };
        join(up.into_start, own.into_start, DependencyKind::StartStart);
        join(up.into_finish, own.into_finish, DependencyKind::FinishFinish);
        join(own.out_finish, up.out_finish, DependencyKind::FinishFinish);
        join(own.out_start, up.out_start, DependencyKind::StartStart);
    }
}

fn constraint_on_summary(task: &Task) -> Issue {
    Issue::error(
        "constraint-on-summary",
        format!("tasks/{}/constraints", task.id),
        format!("summary `{}` can only start no earlier than or finish no later than a date", task.id),
    )
    .with_help("put the constraint on its children")
}

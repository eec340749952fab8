//! Several changes of a standing schedule, one after the other, kept or taken back together.

use super::super::super::problem::Problem;
use super::{Before, Standing, Worth, lateness};
use crate::quantity::Time;

/// Several changes that are kept or taken back together.
#[derive(Default)]
pub(super) struct Chain {
    /// Whether changes kept are written down.
    pub(super) open: bool,
    /// Nodes as they were before each of the changes.
    pub(super) before: Vec<Before>,
    /// Tasks with deadlines that were touched, with their finishes before the first change.
    pub(super) dues: Vec<(u32, Time)>,
    /// How good the schedule was before.
    worth: Option<Worth>,
    end: Option<(Time, usize)>,
}

impl Standing {
    /// Begins a chain of changes.
    pub(crate) fn open_chain(&mut self) {
        self.chain.open = true;
        self.chain.before.clear();
        self.chain.dues.clear();
        self.chain.worth = Some(self.worth);
        self.chain.end = Some(self.end);
    }

    /// Ends the chain: what it changed stays.
    pub(crate) fn close_chain(&mut self) {
        self.chain.open = false;
    }

    /// The tasks with deadlines that the chain has touched, by how much worse they are: weight times seconds.
    pub(crate) fn chained<'a>(&'a self, problem: &'a Problem<'_>) -> impl Iterator<Item = (u32, i128)> + 'a {
        self.chain.dues.iter().map(|&(node, was)| {
            let due = &problem.due[self.due[node as usize] as usize];
            (node, lateness(due, self.work.dates.finish[node as usize]) - lateness(due, was))
        })
    }

    /// Ends the chain and takes back all that it changed; the number of nodes taken back.
    pub(crate) fn break_chain(&mut self, problem: &Problem<'_>) -> usize {
        self.chain.open = false;
        let before = std::mem::take(&mut self.chain.before);
        for &Before { node, start, finish, worked } in before.iter().rev() {
            let is = self.work.dates.start[node as usize];
            let moves = self.competes[node as usize] && (start, finish) != self.dates_of(node);
            if moves {
                self.work.take(problem, node, -1);
            }
            self.work.dates.start[node as usize] = start;
            self.work.dates.finish[node as usize] = finish;
            self.work.worked[node as usize] = worked;
            if moves {
                self.work.take(problem, node, 1);
                self.reseat(problem, node, is);
            }
        }
        if let (Some(worth), Some(end)) = (self.chain.worth, self.chain.end) {
            (self.worth, self.end) = (worth, end);
        }
        let many = before.len();
        self.chain.before = before;
        many
    }
}

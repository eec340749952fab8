//! Priority rules: which of several waiting tasks goes first.

use super::super::problem::Problem;
use super::generate::list_by;
use crate::quantity::Time;

/// Names of the rules, in the order in which they are tried.
pub(crate) const RULES: [&str; 12] = [
    "earliest-due",
    "late-start",
    "late-finish",
    "least-float",
    "value-urgency",
    "value-density",
    "most-successors",
    "rank-weight",
    "earliest-start",
    "shortest",
    "longest",
    "id",
];

/// By how much a task without a deadline comes after its latest start, in seconds: fifty years.
pub(crate) const FAR: i64 = 50 * 365 * crate::quantity::DAY;

/// What the rules look at.
pub(crate) struct Rules {
    /// Latest start that keeps every deadline behind a node (the deadlines alone, not the program's finish).
    pub(crate) due_start: Vec<Time>,
    /// Millionths of weight of the deadlines behind a node, shared links counted again, capped.
    value: Vec<i64>,
}

impl Rules {
    pub(crate) fn new(problem: &Problem<'_>) -> Self {
        let network = problem.network;
        let due_start = network.backward_with(&problem.early, |_, _| Time::NEVER, true).start;
        let mut value = vec![0i64; network.nodes.len()];
        for due in &problem.due {
            value[due.node as usize] = value[due.node as usize].max(due.weight);
        }
        for &node in network.order.iter().rev() {
            let behind = network.edges_out(node).map(|edge| value[edge.to as usize]);
            let sum = behind.fold(0i64, i64::saturating_add);
            value[node as usize] = value[node as usize].saturating_add(sum).min(1_000_000_000_000);
        }
        Self { due_start, value }
    }

    /// The key of every node by a rule: the node's priority, then the rule's number, the least first.
    pub(crate) fn keys(&self, problem: &Problem<'_>, rule: &str) -> Vec<(u16, i64)> {
        (0..problem.network.nodes.len() as u32)
            .map(|node| (problem.priority[node as usize], self.key(problem, rule, node)))
            .collect()
    }

    fn key(&self, problem: &Problem<'_>, rule: &str, node: u32) -> i64 {
        let network = problem.network;
        let at = node as usize;
        let duration = network.node(node).duration.max(60);
        match rule {
            "earliest-due" => self.due_start[at].0.min(problem.late.start[at].0 + FAR),
            "late-start" => problem.late.start[at].0,
            "late-finish" => problem.late.finish[at].0,
            "least-float" => problem.late.start[at].0.saturating_sub(problem.early.start[at].0),
            "value-urgency" => {
                // Value per second of work, discounted by how much time is left (apparent tardiness cost).
                let left = self.due_start[at].0.saturating_sub(problem.early.start[at].0).clamp(0, 1 << 40);
                let patience = left / 14_400 + 8;
                -(self.value[at].saturating_mul(1_000) / duration.max(1)) / patience
            }
            "value-density" => -(self.value[at].saturating_mul(1_000) / duration),
            "most-successors" => -(network.edges_out(node).count() as i64),
            "rank-weight" => {
                let behind: i64 = network.edges_out(node).map(|edge| network.node(edge.to).duration).sum();
                -(duration + behind)
            }
            "earliest-start" => problem.early.start[at].0,
            "shortest" => duration,
            "longest" => -duration,
            _ => 0,
        }
    }
}

/// The list of a rule: predecessors first, higher priority first, then the rule's key, then the id.
pub(crate) fn list(problem: &Problem<'_>, keys: &[(u16, i64)]) -> Vec<u32> {
    list_by(problem.network, |node| {
        let (priority, key) = keys[node as usize];
        (1000 - priority.min(1000), key)
    })
}

//! Whole plans made again and again, each with what was late in the one before asked for earlier.
//!
//! Tasks go in the order of their latest starts for some supposed deadlines. What comes out late is asked for
//! earlier the next time, the more so the more it weighs; what comes out early gives way. One pass moves all
//! campaigns at once, where a change of a part moves one (squeaky wheel optimization, Joslin and Clements 1999).

use super::super::place::priority;
use super::{Listener, Search};
use crate::quantity::Time;
use crate::schedule::network::NONE;

/// Passes of one chase.
fn passes() -> u64 { crate::run::tune("PASSES", 16) as u64 }
/// Passes without a better plan after which a chase ends.
fn patience() -> u32 { crate::run::tune("CPATIENCE", 4) as u32 }

impl<L: Listener> Search<'_, '_, L> {
    /// Makes plans for supposed deadlines as long as they get better.
    pub(crate) fn chase(&mut self) {
        let problem = self.problem;
        let network = problem.network;
        let mut due_of = vec![NONE; network.nodes.len()];
        for (number, due) in (0u32..).zip(&problem.due) {
            due_of[due.node as usize] = number;
        }
        let mean = problem.due.iter().map(|due| due.weight).sum::<i64>() / problem.due.len().max(1) as i64;
        let mut supposed: Vec<i64> = problem.due.iter().map(|due| due.deadline.0).collect();
        let (mut best, mut stale) = (None, 0);
        for _ in 0..passes().min(self.budget / 3) {
            if self.done() || stale >= patience() {
                return;
            }
            let limit = |node: u32, _| {
                supposed.get(due_of[node as usize] as usize).map_or(Time::NEVER, |at| Time(*at))
            };
            let latest = network.backward_with(&problem.early, limit, false).start;
            let keys: Vec<(u16, i64)> = latest
                .iter()
                .zip(&problem.late.start)
                .zip(&problem.priority)
                .map(|((start, late), priority)| (*priority, start.0.min(late.0 + priority::FAR)))
                .collect();
            let score = self.list(&priority::list(problem, &keys), "chase");
            stale = if best.is_none_or(|best| score < best) { 0 } else { stale + 1 };
            best = Some(best.map_or(score, |best| score.min(best)));
            for (supposed, due) in supposed.iter_mut().zip(&problem.due) {
                let late = self.work.dates.finish[due.node as usize].0 - due.deadline.0;
                if late > 0 {
                    let share = 1_000 * due.weight / (due.weight + mean).max(1);
                    *supposed -= late.min(1 << 40) * share / 1_000;
                } else {
                    *supposed += ((due.deadline.0 - *supposed).min(-late)) / 2;
                }
            }
        }
    }

    /// Makes plans again and again: all as late as their deadlines allow, then in that order as early as they can,
    /// what was late pulled ahead.
    pub(crate) fn chase2(&mut self) {
        let problem = self.problem;
        let network = problem.network;
        let mut due_of = vec![NONE; network.nodes.len()];
        for (number, due) in (0u32..).zip(&problem.due) {
            due_of[due.node as usize] = number;
        }
        let mean = problem.due.iter().map(|due| due.weight).sum::<i64>() / problem.due.len().max(1) as i64;
        let Some((_, dates, _)) = self.found.best.clone() else { return };
        self.work.dates = dates;
        let many = crate::run::tune("PASSES2", 0) as u64;
        let gain = crate::run::tune("PULL", 500);
        let cap = crate::run::tune("PULLCAP", 1 << 40);
        let mut pull = vec![0i64; network.nodes.len()];
        let mut memory = vec![0i64; problem.due.len()];
        let keep = crate::run::tune("KEEP", 0);
        for _ in 0..many {
            if self.done() {
                return;
            }
            let end = network.last_finish(&self.work.dates);
            pull.fill(0);
            let mut limits = vec![end; network.nodes.len()];
            for (number, due) in problem.due.iter().enumerate() {
                let finish = self.work.dates.finish[due.node as usize];
                limits[due.node as usize] = Time(finish.0.max(due.deadline.0).min(end.0));
                let late = finish.0 - due.deadline.0.max(problem.early.finish[due.node as usize].0);
                let share = 1_000 * due.weight / (due.weight + mean).max(1);
                memory[number] = memory[number] * keep / 1000;
                if late > 0 {
                    memory[number] += late.min(cap) * share / 1000 * gain / 500;
                }
                pull[due.node as usize] = memory[number];
            }
            for &node in network.order.iter().rev() {
                let behind = network.edges_out(node).map(|edge| pull[edge.to as usize]).max().unwrap_or(0);
                pull[node as usize] = pull[node as usize].max(behind);
            }
            self.work.justify_within(problem, |node| limits[node as usize]);
            let keys: Vec<(u16, i64)> = self.work.dates.start
                .iter()
                .zip(&pull)
                .zip(&problem.priority)
                .map(|((start, pull), priority)| (*priority, start.0 - pull))
                .collect();
            self.list(&priority::list(problem, &keys), "chase");
            if crate::run::tune("STATS", 0) > 0 {
                let score = problem.score(&self.work.dates, 0);
                println!("## {} {}", self.found.steps, score[1] / 10000);
            }
        }
    }
}

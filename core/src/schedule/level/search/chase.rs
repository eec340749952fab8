//! Whole plans made again and again, each with what was late in the one before asked for earlier.
//!
//! Tasks go in the order of their latest starts for some supposed deadlines. What comes out late is asked for
//! earlier the next time, the more so the more it weighs; what comes out early gives way. One pass moves all
//! campaigns at once, where a change of a part moves one (squeaky wheel optimization, Joslin and Clements 1999).
//!
//! Then the best of these plans is squeezed: every task as late as its deadlines allow, which shows how much time each
//! really has with the others in its way, and back in that order (justification, Valls, Ballestín and Quintanilla
//! 2005, with a limit for each deadline instead of one end).

use super::super::place::priority;
use super::Search;
use crate::quantity::Time;
use crate::schedule::network::NONE;

/// Passes of one chase.
const PASSES: u64 = 16;
/// Passes without a better plan after which a chase ends.
const PATIENCE: u32 = 4;
/// Passes in which what has time gives way.
const SQUEEZES: u32 = 2;

impl Search<'_, '_> {
    /// Makes plans for supposed deadlines as long as they get better.
    pub(crate) fn chase(&mut self) {
        let problem = self.problem;
        let network = problem.network;
        let mut due_of = vec![NONE; network.nodes.len()];
        for (number, due) in (0u32..).zip(&problem.due) {
            due_of[due.node as usize] = number;
        }
        let mean = self.mean_weight();
        let mut supposed: Vec<i64> = problem.due.iter().map(|due| due.deadline.0).collect();
        let (mut best, mut stale) = (None, 0);
        for _ in 0..PASSES.min(self.budget / 3) {
            if self.done() || stale >= PATIENCE {
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
                    *supposed -= late.min(1 << 40) * share(due.weight, mean) / 1_000;
                } else {
                    *supposed += ((due.deadline.0 - *supposed).min(-late)) / 2;
                }
            }
        }
    }

    /// Makes the best plan again: all as late as their deadlines allow, then in that order as early as they can,
    /// with what was late ahead. So what has time gives way to what has none.
    pub(crate) fn squeeze(&mut self) {
        let problem = self.problem;
        let network = problem.network;
        let Some((_, dates, _)) = &self.found.best else { return };
        self.work.dates.clone_from(dates);
        let mean = self.mean_weight();
        for _ in 0..SQUEEZES {
            if self.done() {
                return;
            }
            let end = network.last_finish(&self.work.dates);
            let mut limits = vec![end; network.nodes.len()];
            let mut ahead = vec![0i64; network.nodes.len()];
            for due in &problem.due {
                let at = due.node as usize;
                let finish = self.work.dates.finish[at];
                limits[at] = finish.max(due.deadline).min(end);
                let late = finish.0.saturating_sub(due.deadline.max(problem.early.finish[at]).0);
                ahead[at] = late.clamp(0, 1 << 40) * share(due.weight, mean) / 1_000;
            }
            for &node in network.order.iter().rev() {
                let behind = network.edges_out(node).map(|edge| ahead[edge.to as usize]).max();
                ahead[node as usize] = ahead[node as usize].max(behind.unwrap_or(0));
            }
            self.work.justify_within(problem, |node| limits[node as usize]);
            let starts =
                self.work.dates.start.iter().zip(&ahead).map(|(start, ahead)| start.0.saturating_sub(*ahead));
            let keys: Vec<(u16, i64)> = problem.priority.iter().copied().zip(starts).collect();
            self.list(&priority::list(problem, &keys), "chase");
        }
    }

    fn mean_weight(&self) -> i64 {
        let due = &self.problem.due;
        due.iter().map(|due| due.weight).sum::<i64>() / due.len().max(1) as i64
    }
}

/// How much of its lateness something is asked for earlier, in thousandths: more if it weighs more.
fn share(weight: i64, mean: i64) -> i64 {
    1_000 * weight / (weight + mean).max(1)
}

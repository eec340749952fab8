//! Whole plans made again and again, each with what was late in the one before asked for earlier.
//!
//! Tasks go in the order of their latest starts for some supposed deadlines. What comes out late is asked for
//! earlier the next time, the more so the more it weighs; what comes out early gives way. One pass moves all
//! campaigns at once, where a change of a part moves one (squeaky wheel optimization, Joslin and Clements 1999).

use super::super::place::priority;
use super::Search;
use crate::quantity::Time;
use crate::schedule::network::NONE;

/// Passes of one chase.
const PASSES: u64 = 16;
/// Passes without a better plan after which a chase ends.
const PATIENCE: u32 = 4;

impl Search<'_, '_> {
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
                    let share = 1_000 * due.weight / (due.weight + mean).max(1);
                    *supposed -= late.min(1 << 40) * share / 1_000;
                } else {
                    *supposed += ((due.deadline.0 - *supposed).min(-late)) / 2;
                }
            }
        }
    }
}

//! The host's side of leveling: progress, the clock and Ctrl-C.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use paceline::{Control, Progress};

use crate::exit::Exit;
use crate::terminal;

/// Set by the first Ctrl-C.
static INTERRUPTED: AtomicBool = AtomicBool::new(false);
/// Set while leveling runs: only then is there a best plan to keep.
static SEARCHING: AtomicBool = AtomicBool::new(false);

/// Work shorter than this shows no progress.
const PATIENCE: Duration = Duration::from_millis(300);
/// Time between two lines of progress.
const REFRESH: Duration = Duration::from_millis(100);

/// Listens to Ctrl-C from now on: the first one ends the search, any other ends the program.
pub(crate) fn listen() {
    let heard = ctrlc::set_handler(|| {
        let again = INTERRUPTED.swap(true, Ordering::SeqCst);
        if again || !SEARCHING.load(Ordering::SeqCst) {
            std::process::exit(Exit::Interrupted as i32);
        }
    });
    if let Err(error) = heard {
        terminal::note(&format!("warning: Ctrl-C will lose the best plan so far: {error}\n"));
    }
}

/// Whether Ctrl-C was pressed while leveling ran.
pub(crate) fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

/// Watches one search.
#[derive(Debug)]
pub(crate) struct Watch {
    began: Instant,
    limit: Option<Duration>,
    /// Columns of the line of progress; `None`: nobody sees it.
    width: Option<usize>,
    shown: Option<Instant>,
}

impl Watch {
    /// Begins to watch; the search ends when this is dropped.
    pub(crate) fn begin(limit: Option<Duration>) -> Self {
        SEARCHING.store(true, Ordering::SeqCst);
        let width = terminal::shows_progress().then(|| terminal::width() - 1);
        Self { began: Instant::now(), limit, width, shown: None }
    }

    fn show(&mut self, progress: &Progress) {
        let Some(width) = self.width else { return };
        let now = Instant::now();
        let due = match self.shown {
            None => now - self.began > PATIENCE,
            Some(last) => now - last > REFRESH,
        };
        if due {
            self.shown = Some(now);
            let line: String = line(progress).chars().take(width).collect();
            terminal::note(&format!("\r\x1b[K{line}"));
        }
    }
}

impl Control for Watch {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        self.show(progress);
        if interrupted() || self.limit.is_some_and(|limit| self.began.elapsed() >= limit) {
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        SEARCHING.store(false, Ordering::SeqCst);
        if self.shown.is_some() {
            terminal::note("\r\x1b[K");
        }
    }
}

/// The line of progress: steps, and each part of the objective that is not proven yet with its bound and gap.
fn line(progress: &Progress) -> String {
    let steps = if progress.budget == u64::MAX {
        progress.steps.to_string()
    } else {
        format!("{} of {}", progress.steps, progress.budget)
    };
    let open: Vec<String> = progress
        .objective
        .iter()
        .zip(&progress.bound)
        .filter(|(value, bound)| *value - *bound > 1e-9)
        .map(|(value, bound)| format!("{value:.2} (bound {bound:.2}, gap {:.2})", value - bound))
        .collect();
    let best = if open.is_empty() { "proven".to_owned() } else { open.join(", then ") };
    format!("leveling: step {steps}; best {best}; Ctrl-C keeps it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_names_best_bound_and_gap() {
        let mut progress =
            Progress { steps: 7, budget: 90, objective: vec![2.4, 74.5], bound: vec![0.0, 74.5] };
        assert_eq!(
            line(&progress),
            "leveling: step 7 of 90; best 2.40 (bound 0.00, gap 2.40); Ctrl-C keeps it"
        );
        progress.bound = progress.objective.clone();
        assert_eq!(line(&progress), "leveling: step 7 of 90; best proven; Ctrl-C keeps it");
    }

    #[test]
    fn a_spent_clock_stops_the_search() {
        let progress = Progress { steps: 1, budget: 2, objective: vec![], bound: vec![] };
        assert!(Watch::begin(None).poll(&progress).is_continue());
        assert!(Watch::begin(Some(Duration::ZERO)).poll(&progress).is_break());
    }
}

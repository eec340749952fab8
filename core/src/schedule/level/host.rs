//! The host's side of leveling: progress out, the best plan so far on demand, "go on" or "stop" in.

use std::cell::Cell;
use std::fmt;
use std::ops::ControlFlow;

use crate::schedule::schedule_report::LevelReport;
use crate::{Control, Issues, Progress};

/// What a leveling tells and asks its host.
///
/// A host that only wants to stop it passes a [`Control`] to [`level`](super::level()). One that shows plans while
/// the search goes on, or that cannot wait for its end because nobody hears it meanwhile (a page whose worker it
/// ends), implements `Host` and calls [`level_with`](super::level_with).
pub trait Host {
    /// Called at steady intervals of work and whenever the best plan improves.
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()>;

    /// Called before [`Host::poll`] while there is a best plan that the host has not taken yet.
    fn best(&mut self, _snapshot: &Snapshot<'_>) {}
}

impl Host for () {
    fn poll(&mut self, _: &Progress) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// A control as a host that takes no plans on the way.
pub(super) struct Controlled<'a, C>(pub(super) &'a mut C);

impl<C: Control> Host for Controlled<'_, C> {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        self.0.poll(progress)
    }
}

/// The best plan so far, made into a report when the host takes it.
pub struct Snapshot<'a> {
    build: &'a dyn Fn() -> Result<LevelReport, Issues>,
    taken: Cell<bool>,
}

impl<'a> Snapshot<'a> {
    pub(super) fn new(build: &'a dyn Fn() -> Result<LevelReport, Issues>) -> Self {
        Self { build, taken: Cell::new(false) }
    }

    /// The report as it would be if the search were stopped now. It is not offered again until the plan improves.
    ///
    /// # Errors
    /// Every task that does not fit before the end of the year 2100.
    ///
    /// # Complexity
    /// That of [`schedule`](crate::schedule::schedule()).
    pub fn report(&self) -> Result<LevelReport, Issues> {
        self.taken.set(true);
        (self.build)()
    }

    pub(super) fn is_taken(&self) -> bool {
        self.taken.get()
    }
}

impl fmt::Debug for Snapshot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Snapshot").field("taken", &self.taken).finish_non_exhaustive()
    }
}

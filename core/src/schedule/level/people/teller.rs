//! The host's side of a search in stages, each with people of its own.

use std::ops::ControlFlow;

use super::super::bound::Bounds;
use super::super::host::{Host, Snapshot};
use super::super::problem::Score;
use super::super::search::{Listener, Outcome};
use super::super::trace::Trace;
use crate::schedule::critical_path::Dates;
use crate::schedule::level::LevelReport;
use crate::{Issues, Progress, Status};

/// The best plan found, and who works in it: the mode of each choice.
pub(crate) struct Staffed {
    pub(crate) modes: Vec<u16>,
    pub(crate) outcome: Outcome,
    /// What would be lost of each part of the objective if one exchange were taken back, by choice.
    pub(crate) savings: Vec<Vec<f64>>,
    /// Dates that no plan is earlier than, whoever works.
    pub(crate) least: Option<Dates>,
}

/// How a plan is reported.
pub(crate) type Report<'r> = &'r dyn Fn(&Staffed) -> Result<LevelReport, Issues>;

/// What the host is told, and what it said.
pub(crate) struct Teller<'h, 'r> {
    pub(crate) host: &'h mut dyn Host,
    pub(crate) report: Report<'r>,
    pub(crate) budget: u64,
    /// Steps done before the stage that runs.
    pub(crate) steps: u64,
    /// Lower bounds of the parts, as they are shown.
    pub(crate) bound: Vec<f64>,
    pub(crate) bounds: Bounds,
    /// The best objective, as it is shown.
    pub(crate) objective: Option<Vec<f64>>,
    pub(crate) score: Option<Score>,
    /// The people of the stage that runs.
    pub(crate) modes: Vec<u16>,
    pub(crate) least: Option<Dates>,
    pub(crate) is_overloaded: bool,
    pub(crate) stopped: bool,
    pub(crate) trace: Trace,
}

impl Teller<'_, '_> {
    /// Tells of so many steps and an objective; notes the host's word.
    pub(crate) fn tell(&mut self, steps: u64, objective: &[f64]) -> ControlFlow<()> {
        let is_better = self.objective.as_ref().is_none_or(|best| objective < best.as_slice());
        let objective = match &self.objective {
            Some(best) if !is_better => best.clone(),
            _ => objective.to_vec(),
        };
        let progress = Progress { steps, budget: self.budget, objective, bound: self.bound.clone() };
        let word = self.host.poll(&progress);
        self.stopped |= word.is_break();
        word
    }
}

impl Listener for Teller<'_, '_> {
    fn poll(&mut self, progress: &Progress) -> ControlFlow<()> {
        self.tell(self.steps + progress.steps, &progress.objective)
    }

    fn best(&mut self, outcome: &dyn Fn() -> Outcome) -> bool {
        let Self { host, report, steps, bounds, modes, least, is_overloaded, score, .. } = self;
        if let Some(best) = score
            && outcome().score >= *best
        {
            return true;
        }
        let build = || {
            let outcome = outcome();
            // Held against what is known whoever works.
            let infeasible = outcome.score[0] > 0 || *is_overloaded;
            let status = if infeasible { Status::Infeasible } else { Status::Stopped };
            let steps = *steps + outcome.steps;
            let outcome = Outcome { bounds: bounds.clone(), status, steps, ..outcome };
            report(&Staffed { modes: modes.clone(), outcome, savings: Vec::new(), least: least.clone() })
        };
        let snapshot = Snapshot::new(&build);
        host.best(&snapshot);
        snapshot.is_taken()
    }
}
